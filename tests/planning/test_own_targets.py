"""A macronutrient that is asked for: held, or said what holds it."""

import pytest
from laws import broken_laws
from people import athlete, codes, day, lift, plan, run

from fuelcalc import render
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.own_target import OwnTarget

TRAINING = day(run("06:30"), lift("18:00"))


def held(found):
    """What is said of each macronutrient: what holds it."""
    return {
        note.values["nutrient"]: note.values["holds"]
        for note in found.notes
        if note.code == "own-target-held"
    }


@pytest.mark.parametrize("text", ["124 g", "2 g/kg", "0.9071847 g/lb"])
def test_plans_the_protein_that_is_asked_for(text):
    """Two grams a kilogram of 62 kg, however it is written; carbohydrate follows."""
    found = plan(when=TRAINING, goal=Goal.of(protein=text))
    plain = plan(when=TRAINING)
    assert found.targets.protein_g == pytest.approx(124.0, abs=0.001)
    assert found.targets.energy_kcal == pytest.approx(plain.targets.energy_kcal)
    assert found.targets.fat_g == pytest.approx(plain.targets.fat_g)
    assert held(found) == {}
    assert broken_laws(found) == []


def test_plans_a_share_of_energy():
    """A quarter of the energy as fat."""
    found = plan(when=TRAINING, goal=Goal.of(fat="25 %"))
    assert 9.0 * found.targets.fat_g / found.targets.energy_kcal == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ({"protein": "4 g/kg"}, {"protein": "protein-most"}),
        ({"protein": "0.5 g/kg"}, {"protein": "protein-least"}),
        ({"fat": "10 %"}, {"fat": "fat-least"}),
        ({"fat": "60 %"}, {"fat": "fat-most"}),
        ({"carbohydrate": "11 g/kg"}, {"carbohydrate": "fat-least"}),
        ({"carbohydrate": "2 g/kg"}, {"carbohydrate": "fat-most"}),
    ],
)
def test_says_what_holds_it(goal, says):
    """Each limit from its side, with both amounts."""
    found = plan(when=TRAINING, goal=Goal.of(**goal))
    assert held(found) == says
    assert broken_laws(found) == []


def test_gives_training_its_carbohydrate():
    """Tempo runs of a thrifty body leave no room for much fat or little carbohydrate."""
    who = athlete(resting_energy_kcal_per_day=1050.0)
    hard = day(run("06:30", distance_km=16.0, effort="tempo"))
    for goal, says in (
        ({"carbohydrate": "3 g/kg"}, {"carbohydrate": "training"}),
        ({"fat": "35 %"}, {"fat": "training"}),
    ):
        assert held(plan(who, hard, goal=Goal.of(**goal))) == says


def test_loads_whatever_is_asked_for():
    """The day before a marathon is what it is without a wish, and says so."""
    race = day(run("09:00", distance_km=42.2, effort="race"))
    found = plan(after=race, goal=Goal.of(fat="35 %"))
    assert found.targets.fat_g == pytest.approx(plan(after=race).targets.fat_g)
    assert held(found) == {"fat": "loading"}


@pytest.mark.parametrize("asked", ["10 g/kg", "12 g/kg", "700 g"])
def test_loads_with_more_where_more_is_asked_for(asked):
    """Ten or twelve grams a kilogram on the eve of a marathon are planned, and nothing is said."""
    race = day(run("09:00", distance_km=42.2, effort="race"))
    usual, found = plan(after=race), plan(after=race, goal=Goal.of(carbohydrate=asked))
    grams = {"10 g/kg": 620.0, "12 g/kg": 744.0, "700 g": 700.0}[asked]
    assert found.targets.carbohydrate_g == pytest.approx(grams)
    more_kcal = 4.0 * (grams - usual.targets.carbohydrate_g)
    assert found.energy.intake_kcal - usual.energy.intake_kcal == pytest.approx(more_kcal)
    assert held(found) == {}
    assert broken_laws(found) == []


def test_says_how_much_loading_holds_at_most():
    """12 g/kg are 744 g for 62 kg; more is answered with that, less with the race."""
    race = day(run("09:00", distance_km=42.2, effort="race"))
    for asked, grams, says in (("800 g", 744.0, "loading-most"), ("5 g/kg", 589.0, "loading")):
        found = plan(after=race, goal=Goal.of(carbohydrate=asked))
        assert found.targets.carbohydrate_g == pytest.approx(grams)
        assert held(found) == {"carbohydrate": says}


def test_says_that_some_of_it_is_eaten():
    """A pizza moves fat and protein from what is asked for, and no limit of a day does."""
    found = plan(
        when=day(eaten=["20:00 pizza 1100 kcal"]),
        goal=Goal.of(protein="2 g/kg", fat="60 g"),
    )
    assert set(held(found).values()) == {"eaten"}
    assert "fat" in held(found)


def test_says_when_energy_is_too_short_for_it():
    """With little energy protein gives way from 2.4 g/kg with fat, and that is said."""
    who = athlete(mass_kg=90.0, resting_energy_kcal_per_day=1050.0, body_fat_share=None)
    found = plan(who, goal=Goal.of(protein="2.4 g/kg"))
    assert held(found) == {"protein": "energy"}


def test_says_when_no_meal_holds_more():
    """A 160 km race ends behind, and so does what was asked for."""
    ultra = day(run("05:00", distance_km=160.0, duration_min=1050.0, effort="race"))
    found = plan(when=ultra, goal=Goal.of(fat="30 %"))
    assert "day-ends-behind" in codes(found)
    assert held(found) == {"fat": "room"}


def test_explains_it_as_asked_for():
    """The figure says that it was asked for, and the page names both amounts where it is held."""
    found = plan(when=TRAINING, goal=Goal.of(protein="2 g/kg"))
    (figure,) = [one for one in found.trace if one.name == "targets.protein_g"]
    assert figure.equation == "as asked for, within its limits"
    page = " ".join(str(render(plan(goal=Goal.of(protein="4 g/kg")), "text")).split())
    assert "You asked for 248 g protein, and 155 g are planned: at most 2.5 g/kg" in page


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ({"protein": 150}, 'protein: 150 has no unit; write "150 g", "2 g/kg" or "25 %"'),
        ({"protein": "150 kcal"}, "is an energy"),
        ({"fat": "20 g/kg"}, "outside 0.3 to 12"),
        ({"fat": "5 g"}, "outside 10 to 1500"),
        ({"carbohydrate": "95 %"}, "outside 3 to 90"),
        ({"protein": "30 %", "fat": "30 %", "carbohydrate": "40 %"}, "leave one out"),
    ],
)
def test_refuses_in_one_line(goal, says):
    """No unit, another measure, beyond the limits, and all three at once."""
    with pytest.raises(InputError) as refused:
        Goal.of(**goal)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_takes_one_way_of_asking():
    """Grams or grams for each kilogram or a share, as a table too."""
    assert Goal.of(fat={"day": "30 %"}).fat == OwnTarget(day_share=0.30)
    with pytest.raises(InputError, match="give one of"):
        OwnTarget.of(amount="80 g", day="30 %")


@pytest.mark.parametrize(
    ("season", "said"),
    [
        ("race-week", "Your plan has no race: it is race week; add its day and run"),
        ("taper", "Your plan has no race: once it is a week away, add its day and run"),
        ("half", None),
    ],
)
def test_asks_in_race_week_and_a_taper_for_the_race(season, said):
    """Race week without a race says what it needs, and a taper before it; with one it has it."""
    goal = Goal(season=season)
    found = plan(when=TRAINING, goal=goal)
    assert ("race-unknown" in codes(found)) is (said is not None)
    assert (said or "") in " ".join(render(found, "text").split())
    race = day(run("09:00", distance_km=21.1, effort="race"))
    assert "race-unknown" not in codes(plan(when=TRAINING, goal=goal, after=race))
    assert "race-unknown" not in codes(plan(when=TRAINING, goal=goal, week=[race]))


@pytest.mark.parametrize(
    ("km", "effort", "asks"),
    [(42.195, "easy", True), (42.0, "long", True), (42.2, "race", False), (41.9, "easy", False),
     (42.5, "long", False)],
)  # fmt: skip
def test_asks_whether_a_marathon_is_a_race(km, effort, asks):
    """A run of just its length is asked about, since loading hangs on the word."""
    found = plan(when=day(run("09:00", distance_km=km, effort=effort)))
    assert ("race-unsaid" in codes(found)) is asks
    text = " ".join(render(found, "text").split())
    assert ("km is a marathon. If it is a race, say so" in text) is asks


def test_holds_protein_in_a_time_of_injury():
    """However little energy there is, the injured keep 1.8 g/kg."""
    who = athlete(mass_kg=90.0, resting_energy_kcal_per_day=1000.0, body_fat_share=None)
    injured, base = (plan(who, goal=Goal(season=season)).targets for season in ("injured", "base"))
    reference_kg = injured.protein_dose_g / 0.3
    assert injured.protein_g == pytest.approx(1.8 * reference_kg)
    assert base.protein_g < injured.protein_g
