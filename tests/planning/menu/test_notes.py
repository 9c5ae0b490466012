"""What a reader is told of a menu."""

from datetime import date, timedelta

import pytest
from people import athlete, day, feedings, man, plan, run

from fuelcalc import words
from fuelcalc.models.menu import Coverage, DietLimits, Menu, Relaxed
from fuelcalc.models.timeline import Served
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.lookup import is_called
from fuelcalc.pantry.table import ROLES
from fuelcalc.planning.menu import Wanted
from fuelcalc.planning.menu.asked import asked_of
from fuelcalc.planning.menu.coverage import richest
from fuelcalc.planning.menu.notes import menu_notes
from fuelcalc.planning.words import NOTES

TARGETS = plan(when=day(run())).targets
NOTHING = Served(
    energy_kcal=0.0, energy_449_kcal=0.0, protein_g=0.0, carbohydrate_g=0.0, fat_g=0.0, fibre_g=0.0
)


def line(name, share, *, kind="at-least", mend=(), unknown=0.0, reference=10.0):
    """One nutrient at a share of its reference."""
    amount = None if share is None else share * reference
    return Coverage(
        name=name, unit="mg", amount=amount, reference=reference, kind=kind, share=share,
        unknown_share=unknown, mend=mend,
    )  # fmt: skip


DISHES = dict.fromkeys(("variety", "preparation-time"), "stew")
STARTS = {
    "lunch": 750.0, "dinner": 1140.0, "before the run": 420.0, "during the run": 480.0,
    "after the run": 600.0,
}  # fmt: skip


def gave_way(limit, where="lunch", *, got=2.0):
    """Something that gave way at lunch (12:30), at another of `STARTS`, or over the day."""
    feeding, minute = (None, None) if where == "day" else (where, STARTS[where])
    return Relaxed(
        limit=limit, feeding=feeding, minute=minute, asked=1.0, got=got, dish=DISHES.get(limit)
    )


def notes(coverage=None, relaxed=(), date=None, **who):
    """The notes about a menu, by their code."""
    menu = Menu(
        totals=NOTHING,
        coverage={"iron_mg": line("iron", 1.0, reference=18.0), **(coverage or {})},
        relaxed=tuple(relaxed),
    )
    asked = asked_of(athlete(**who), day(date=date), TARGETS, Wanted(None, 0, {}, ()), loading=0.0)
    return {note.code: words(note) for note in menu_notes(menu, asked, ())}


def test_has_nothing_to_say_of_a_sound_menu():
    """An omnivore whose day holds everything reads no note about food."""
    assert notes() == {}


@pytest.mark.parametrize("limit", ["fat", "carbohydrate", "energy", "fibre"])
@pytest.mark.parametrize("where", ["lunch", "dinner"])
def test_says_what_is_missed(limit, where):
    """Whatever is outside its band is said, with the feeding and both amounts."""
    found = notes(relaxed=[gave_way(limit, where=where)])
    assert list(found) == ["menu-missed"]
    text = found["menu-missed"].lower()
    start = {"lunch": "12:30", "dinner": "19:00"}[where]
    assert f"{where} ({start}): {limit} 2 instead of 1" in text


@pytest.mark.parametrize("where", ["lunch", "day"])
def test_asks_nobody_to_make_up_for_protein(where):
    """More of it than asked is no caution and nothing to make up for; less of it is."""
    more, less = gave_way("protein", where=where), gave_way("protein", where=where, got=0.5)
    told = notes(relaxed=[more])
    assert list(told) == ["menu-more"]
    assert "protein 2 instead of 1 g" in told["menu-more"]
    assert "Make up" not in told["menu-more"]
    assert NOTES["menu-more"].level == "info"
    # At one meal of a day that has enough it is no caution either.
    assert ("menu-missed" in notes(relaxed=[less])) is (where == "day")
    both = notes(relaxed=[more, gave_way("fat", where="dinner")])
    assert set(both) == {"menu-missed", "menu-more"}
    assert "protein" not in both["menu-missed"]


@pytest.mark.parametrize(("where", "day", "is_said"), [
    ("After the run", None, True), ("Snack", None, False), ("Snack", "protein", True),
])  # fmt: skip
def test_says_protein_of_one_feeding_where_it_matters(where, day, is_said):
    """After a session, and where the whole day is short of it; else other meals make up for it."""
    there = [
        Relaxed(limit="protein", feeding=where, minute=640.0, asked=20.0, got=12.0),
        *([gave_way(day, "day", got=0.5)] if day else []),
    ]
    assert (where.lower() in notes(relaxed=there).get("menu-missed", "").lower()) is is_said


def test_says_all_that_is_missed_at_a_feeding_once():
    """Two limits at one feeding stand behind its name, in the order of the menu."""
    both = [gave_way("fat"), gave_way("energy", got=0.0), gave_way("carbohydrate", where="day")]
    text = notes(relaxed=both)["menu-missed"].lower()
    assert text.count("lunch (12:30)") == 1
    assert text.index("fat 2") < text.index("energy 0") < text.index("carbohydrate 2")
    assert "the whole day: carbohydrate 2 instead of 1 g" in text


def test_prints_a_digit_where_two_amounts_would_look_the_same():
    """3.4 g instead of 3.0, never 3 instead of 3."""
    close = gave_way("fat").model_copy(update={"asked": 3.0, "got": 3.4})
    assert "fat 3.4 instead of 3.0 g" in notes(relaxed=[close])["menu-missed"]


def test_says_where_nothing_may_be_eaten():
    """A feeding without food is said with the limits that leave it empty."""
    nobody = DietLimits(diet="vegan", restrictions=(), without=("soy",))
    empty = Relaxed(limit="food", feeding="tea", minute=960.0, asked=300.0, got=None, limits=nobody)
    said = notes(relaxed=[empty])["menu-missed"]
    assert "tea (16:00): no dish fits a vegan diet without soy." in said


def short(limit, got=5.0):
    """A day that holds too little or too much of something."""
    return gave_way(limit, where="day").model_copy(update={"asked": 10.0, "got": got})


def test_names_foods_that_would_fill_a_gap():
    """Where the day holds too little, foods that may be eaten and hold much of it are named."""
    text = notes(relaxed=[short("protein")], diet="vegan", avoid=["soy"])["menu-gap"]
    assert "a vegan diet without soy" in text
    names = richest("protein_g", Limits.of(diet="vegan", avoid=["soy"]), BUNDLED)
    assert len(names) == 2
    assert all(name in text for name in names)
    # Who lacks protein is helped by no potatoes, though carbohydrate is short too.
    hungry = notes(relaxed=[short("protein"), short("carbohydrate")], diet="vegan", avoid=["soy"])
    assert hungry["menu-gap"] == text


def test_blames_no_diet_where_oil_would_do():
    """Fat alone is a spoonful of oil, unless somebody has none; carbohydrate or protein is not."""
    named = richest("fat_g", Limits.of(diet="pescatarian"), BUNDLED)
    for relaxed in ([short("fat")], [short("fat"), short("energy")]):
        found = notes(relaxed=relaxed, diet="pescatarian")
        assert set(found) == {"menu-missed", "menu-fat"}
        assert "oil" in found["menu-fat"]
        assert "pescatarian" not in found["menu-fat"]
        assert all(name in found["menu-fat"] for name in named)
    for other in ("protein", "carbohydrate"):
        assert "menu-gap" in notes(relaxed=[short("fat"), short(other)])
    without = notes(relaxed=[short("fat")], dislikes=["fat"])
    assert set(without) == {"menu-missed", "menu-gap"}


@pytest.mark.parametrize(
    "relaxed", [[short("protein", 15.0)], [short("energy")], [gave_way("fat")]]
)
def test_names_no_food_where_no_macronutrient_is_short(relaxed):
    """Too much of something, or a miss at one feeding alone, asks for no food."""
    assert len(notes(relaxed=relaxed)) == 1
    assert set(notes(relaxed=relaxed)) <= {"menu-missed", "menu-more"}


def test_has_no_food_to_name_for_somebody_who_eats_nothing():
    """Without an allowed food there is no advice, and no crash."""
    assert set(notes(relaxed=[short("fat")], dislikes=list(ROLES))) == {"menu-missed"}


def test_says_much_fibre_in_a_note_of_its_own():
    """A day with much fibre misses no target."""
    found = notes(relaxed=[gave_way("fibre", where="day")])
    assert list(found) == ["menu-fibre"]
    both = notes(relaxed=[gave_way("fibre", where="day"), gave_way("fat")])
    assert set(both) == {"menu-missed", "menu-fibre"}
    assert "fibre" not in both["menu-missed"]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("during the run", "carbohydrate without fibre"),
        ("before the run", "carbohydrate without fibre"),
        ("after the run", "carbohydrate"),
        ("lunch", "carbohydrate"),
    ],
)
def test_tells_a_dose_without_its_fibre(where, said):
    """What is taken for a session counts without fibre; what repairs it counts with it."""
    told = notes(relaxed=[gave_way("carbohydrate", where)])["menu-missed"]
    assert f"{said} 2 instead of" in told


def test_says_what_takes_long_and_keeps_variety_to_itself():
    """A slow dish is a note; a dish out of its turn stands in the menu alone."""
    assert list(notes(relaxed=[gave_way("preparation-time")])) == ["menu-slow"]
    assert notes(relaxed=[gave_way("variety")]) == {}


def test_r12_names_essential_amino_acids_that_are_short():
    """R12: a short amino acid is named, apart from vitamins and minerals."""
    found = notes({"lysine_g": line("lysine", 0.5), "leucine_g": line("leucine", 0.95)})
    assert list(found) == ["menu-amino-acids"]
    assert "lysine" in found["menu-amino-acids"]
    assert "leucine" not in found["menu-amino-acids"]
    # Nobody knows what a day of seitan and pea powder holds.
    assert notes({"lysine_g": line("lysine", 0.5, unknown=0.3)}) == {}


def test_r18_names_what_is_low_with_foods_that_mend_it():
    """R18: "calcium 62 % (yogurt or kale)" and what is low without a remedy, each once."""
    found = notes(
        {
            "calcium_mg": line("calcium", 0.62, mend=("yogurt", "kale")),
            "potassium_mg": line("potassium", 0.1),
            "zinc_mg": line("zinc", 0.9),
            "saturated_fat_g": line("saturated fat", 0.2, kind="at-most"),
        }
    )
    assert list(found) == ["menu-low"]
    text = found["menu-low"]
    assert "calcium 62 % (yogurt or kale)" in text
    assert "potassium 10 %" in text
    assert "zinc" not in text
    assert "saturated" not in text


SUNNY = {"vitamin_d_ug": line("vitamin D", 0.4, mend=("salmon", "milk"))}


def test_f41_says_vitamin_d_once_a_season():
    """Over two years of days it is said eight times, on the first Monday of each season."""
    said = [
        today
        for today in (date(2026, 1, 1) + timedelta(days=n) for n in range(730))
        if "season-vitamin-d" in notes(SUNNY, date=today)
    ]
    assert len(said) == 8
    assert {today.month for today in said} == {3, 6, 9, 12}
    assert all(today.weekday() == 0 and today.day <= 7 for today in said)
    assert notes(SUNNY) == notes(SUNNY, date=date(2026, 1, 7)) == {}


def test_f41_says_vitamin_d_where_it_is_low_alone():
    """The season's word has its remedy, leaves other days alone, and is silent where it is met."""
    first = date(2026, 12, 7)
    found = notes({**SUNNY, "zinc_mg": line("zinc", 0.5)}, date=first)
    assert (
        "Once a season: vitamin D 40 % (salmon or milk) in today's food."
        in (found["season-vitamin-d"])
    )
    assert "vitamin D" not in found["menu-low"]
    assert "zinc 50 %" in found["menu-low"]
    assert notes({"vitamin_d_ug": line("vitamin D", 0.9)}, date=first) == {}


@pytest.mark.parametrize(("share", "is_said"), [(1.7, True), (1.799, True), (1.8, False)])
def test_f41_is_silent_on_iron_that_is_met(share, is_said):
    """A vegetarian with 1.8 times the reference reads nothing more of iron."""
    found = notes({"iron_mg": line("iron", share, reference=8.0)}, diet="vegetarian")
    assert ("plant-iron" in found) is is_said


def test_f41_counts_unknown_iron_as_none():
    """Where no food has a value the note says so."""
    found = notes({"iron_mg": line("iron", None, reference=8.0)}, diet="vegetarian")
    assert "hold 0" in found["plant-iron"]


def test_takes_an_unknown_amount_for_none():
    """Where no food has a value the share is 0 %."""
    assert "iron 0 %" in notes({"iron_mg": line("iron", None)})["menu-low"]


def test_says_at_least_where_values_are_missing():
    """A sum with gaps is a floor."""
    some = notes({"zinc_mg": line("zinc", 0.5, unknown=0.4)})["menu-low"]
    assert "zinc at least 50 %" in some
    assert "at least" not in notes({"zinc_mg": line("zinc", 0.5, unknown=0.01)})["menu-low"]


def test_asks_for_fortified_plant_milk():
    """Plant milk mends calcium where some is added, and no leucine."""
    milk = "soy milk"
    found = notes({"calcium_mg": line("calcium", 0.5, mend=(milk, "kale"))})["menu-low"]
    assert "fortified soy milk or kale" in found
    potassium = notes({"potassium_mg": line("potassium", 0.5, mend=(milk,))})["menu-low"]
    assert "fortified" not in potassium


def test_leaves_sodium_to_the_salt_cellar():
    """Low sodium is no note: people salt to taste."""
    assert notes({"sodium_mg": line("sodium", 0.3)}) == {}


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        ({"diet": "vegan"}, {"plant-iron", "vegan-supplements"}),
        ({"diet": "vegetarian"}, {"plant-iron"}),
        ({"diet": "pescatarian"}, set()),
        ({"diet": "vegan", "conditions": ["haemochromatosis"]}, {"vegan-supplements"}),
        ({"diet": "vegetarian", "conditions": ["haemochromatosis"]}, set()),
    ],
)
def test_says_what_a_plant_diet_lacks(who, codes):
    """Iron for vegetarians and vegans, vitamin B12 for vegans; with haemochromatosis no iron."""
    assert set(notes(**who)) == codes


def test_says_how_long_a_low_fodmap_diet_is_meant_for():
    """Monash University: 2 to 6 weeks with a dietitian, then foods come back. Once on a page."""
    found = plan(athlete(restrictions=["low-fodmap"]), day(), menu=True)
    (said,) = [words(note) for note in found.notes if note.code == "low-fodmap"]
    assert "2 to 6 weeks, with a dietitian; then foods are reintroduced" in said
    assert "of many foods more at one meal is no longer low" in said
    assert "low-fodmap" not in notes(restrictions=["gluten-free"])


def test_names_a_powder_to_a_vegan_who_is_low_in_fodmaps():
    """Quinoa and potatoes were all that was named where protein was short on six days of seven."""
    who = athlete(diet="vegan", restrictions=["low-fodmap"], mass_kg=68.0)
    found = plan(who, day(run(), date="2026-11-17"), menu=True)
    assert found.menu.totals.protein_g < 0.95 * found.targets.protein_g
    (said,) = [words(note) for note in found.notes if note.code == "fodmap-powder"]
    assert "20 g of pea protein isolate were low" in said
    assert "certified" in said
    for other in (athlete(diet="vegan"), athlete(restrictions=["low-fodmap"])):
        others = plan(other, day(run(), date="2026-11-17"), menu=True).notes
        assert "fodmap-powder" not in [note.code for note in others]


@pytest.mark.parametrize("appetite", ["low", "usual", "high"])
def test_says_what_was_done_for_an_appetite(appetite):
    """In one line, and in none where it is usual."""
    codes = {"low": ["appetite-low"], "usual": [], "high": ["appetite-high"]}
    assert list(notes(appetite=appetite)) == codes[appetite]


def test_gives_the_vegetarian_iron_reference():
    """NASEM: 1.8 times 18 mg are 32.4 mg."""
    assert "32 mg" in notes(diet="vegetarian")["plant-iron"]


def test_says_which_words_name_nothing():
    """A slip of the pen among likes, dislikes and foods to use up is said, not swallowed."""
    who = athlete(likes=["porridge", "zzzz"], dislikes=["qqqq", "salmon"])
    found = plan(who, day(use_up=["spinach", "gravel"]), menu=True)
    (said,) = [words(note) for note in found.notes if note.code == "word-unknown"]
    assert said.startswith('No food or dish is called "zzzz", "qqqq", "gravel", which changes')


def test_knows_a_disliked_word_of_methods():
    """Nobody sells dill here, and who dislikes it is served nothing with it; to like it is idle."""
    assert "word-unknown" not in notes(dislikes=["dill", "spicy", "hot food"])
    assert "word-unknown" in notes(likes=["dill"])


def test_f39_swaps_no_word_for_another():
    """Who dislikes ale is served kale all the same, and is asked whether kale was meant."""
    found = plan(athlete(dislikes=["ale"]), day(), menu=True)
    (said,) = [words(note) for note in found.notes if note.code == "word-unknown"]
    assert 'Did you mean "kale"?' in said


@pytest.mark.parametrize(
    ("word", "diet", "why"),
    [
        ("salmon", "vegan", "limits"),
        ("guava", "omnivore", "no-dish"),
        ("banana", "omnivore", None),
    ],
)
def test_f38_uses_up_or_says_why_not(word, diet, why):
    """A food to use up is on a plate, or a note says what keeps it off."""
    found = plan(athlete(diet=diet), day(use_up=[word]), menu=True)
    said = {note.code: note.values["words"] for note in found.notes if "use-up" in note.code}
    assert said == ({} if why is None else {f"use-up-{why}": (word,)})
    served = [BUNDLED.food(item.food_id) for entry in feedings(found) for item in entry.items]
    assert any(is_called(food, word) for food in served) is (why is None)


@pytest.mark.parametrize("number", range(6))
def test_f37_uses_up_a_food_without_serving_one_dish_twice(number):
    """Courgettes to use up stand in one dish of a day, not at lunch and at dinner."""
    when = day(use_up=["courgette"], date=date(2026, 11, 20) + timedelta(days=number))
    found = plan(man(), when, menu=True)
    dishes = [entry.dish_id for entry in feedings(found) if entry.dish_id]
    assert len(set(dishes)) == len(dishes)
    assert "zucchini" in {item.food_id for entry in feedings(found) for item in entry.items}


@pytest.mark.parametrize(
    ("sodium_mg", "conditions", "is_said"),
    [(4020.0, (), False), (4030.0, (), True), (2190.0, ("hypertension",), False),
     (2210.0, ("hypertension",), True), (9000.0, ("heart-failure",), False), (None, (), False)],
)  # fmt: skip
def test_says_that_a_day_is_salty(sodium_mg, conditions, is_said):
    """From 1.75 times 2,300 mg on (NASEM 2019), and from a tenth over a ceiling of 2,000 (WHO)."""
    targets = TARGETS.model_copy(update={"limits": ("sodium_mg",) if conditions else ()})
    targets = targets.model_copy(update={"sodium_mg": 2000.0 if conditions else 1500.0})
    who = athlete().model_copy(update={"conditions": conditions})
    asked = asked_of(who, day(), targets, Wanted(None, 0, {}, ()), loading=0.0)
    salt = Coverage(
        name="sodium", unit="mg", amount=sodium_mg, reference=1500.0, kind="at-least", share=None,
        unknown_share=0.0, mend=(),
    )  # fmt: skip
    coverage = {"iron_mg": line("iron", 1.0, reference=18.0), "sodium_mg": salt}
    menu = Menu(totals=NOTHING, coverage=coverage, relaxed=())
    found = {one.code: words(one) for one in menu_notes(menu, asked, ())}
    assert ("menu-salt" in found) is is_said
    if is_said:
        assert f"{sodium_mg:,.0f} mg" in found["menu-salt"]


def test_asks_nobody_to_make_up_for_an_excess():
    """What is more than asked is said, and only what is short is made up for."""
    assert "Make up" not in notes(relaxed=[gave_way("fat")])["menu-missed"]
    assert "Make up" in notes(relaxed=[gave_way("fat", got=0.5)])["menu-missed"]
    both = [gave_way("fat"), gave_way("carbohydrate", got=0.5)]
    assert "Make up for what is short" in notes(relaxed=both)["menu-missed"]
