"""Meals that are eaten elsewhere: their targets stay, and the rest of the day to the gram."""

from datetime import timedelta

import pytest
from laws import broken_laws
from menu_laws import broken_menu_laws
from people import MONDAY, athlete, codes, day, eaten, feedings, lift, man, plan, run

from fuelcalc import render, words
from fuelcalc.errors import InputError
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.elsewhere import eaten_at
from fuelcalc.reports.labels import advice_text

TRAINED = day(run(), lift())


def fed(who=None, when=TRAINED, **options):
    """A plan with foods."""
    return plan(who or athlete(), when, menu=True, **options)


def meal(found, name):
    """The one meal of that name."""
    (entry,) = [entry for entry in feedings(found) if entry.name == name]
    return entry


def grams(found, *, but=()):
    """What is on the plates of a day, to the gram."""
    return {
        entry.minute: [(item.food_id, item.grams) for item in entry.items]
        for entry in feedings(found)
        if entry.name not in but
    }


class TestOut:
    """A meal is locked as `out`."""

    def test_keeps_its_targets_and_holds_no_dish(self):
        """What the meal should hold is said; nothing of it is served."""
        before, found = meal(fed(), "dinner"), meal(fed(lock={"dinner": "out"}), "dinner")
        assert (found.dish, found.dish_id, found.items, found.served) == (None, None, (), None)
        assert found.elsewhere.place == "out"
        for name in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fluid_ml"):
            assert getattr(found, name) == getattr(before, name)

    @pytest.mark.parametrize("name", ["breakfast", "lunch", "dinner"])
    @pytest.mark.parametrize("n", range(4))
    def test_leaves_the_rest_of_the_day_as_it_is(self, name, n):
        """Every other plate is the same to the gram, and no law is broken."""
        when = day(run(), lift(), date=MONDAY + timedelta(n))
        found = fed(when=when, lock={name: "Out"})
        assert grams(found, but={name}) == grams(fed(when=when), but={name})
        assert broken_laws(found) + broken_menu_laws(found) == []

    def test_holds_the_rest_against_its_share(self):
        """A day of whose energy a quarter is eaten out asks for three quarters of the iron."""
        found = fed(lock={"dinner": "out"})
        food = [one for one in feedings(found) if one.items or one.elsewhere]
        share = 1.0 - meal(found, "dinner").energy_kcal / sum(one.energy_kcal for one in food)
        assert found.menu.coverage["iron_mg"].reference == pytest.approx(18.0 * share)
        (note,) = [note for note in found.notes if note.code == "elsewhere"]
        assert note.values == {"meals": ("dinner",), "share": pytest.approx(share)}

    def test_is_told_in_the_order_of_the_day(self):
        """Lunch comes before dinner, in whatever order they are written."""
        found = fed(athlete(lunch="canteen"), lock={"dinner": "out", "breakfast": "out"})
        (note,) = [note for note in found.notes if note.code == "elsewhere"]
        assert note.values["meals"] == ("breakfast", "lunch", "dinner")

    def test_adds_up_what_is_served(self):
        """The totals are those of the plates, and the page says what is in none of them."""
        found = fed(lock={"dinner": "out"})
        assert found.menu.totals.energy_kcal == pytest.approx(
            sum(item.energy_kcal for item in eaten(found))
        )
        rest_kcal = found.targets.energy_kcal - meal(found, "dinner").energy_kcal
        page = " ".join(render(found, "text").split())
        assert f"of {round(rest_kcal, -1):,.0f}, by the food table" in page
        assert "eaten elsewhere, and in no sum above" in page

    def test_says_how_much_it_should_be_and_what_to_choose(self):
        """In two lines, in the reader's units."""
        found = fed(lock={"dinner": "out"})
        page = " ".join(render(found, "text").split())
        entry = meal(found, "dinner")
        assert f"→ out: about {round(entry.energy_kcal, -1):,.0f} kcal, " in page
        assert "g protein 1 palm of fish, chicken or egg, " in page
        assert "fists of rice, potatoes or pasta, vegetables, " in page
        assert "→ out: about 3," in " ".join(render(found, "text", energy_unit="kJ").split())

    def test_says_less_where_a_session_follows(self):
        """A breakfast before a hard run has no vegetables and no oil."""
        when = day(run("09:30", effort="tempo"), wake="07:00")
        entry = meal(fed(when=when, lock={"breakfast": "out"}), "breakfast")
        assert entry.lead_min < 150.0
        assert "fists of rice, potatoes or pasta; " in advice_text(entry)
        assert advice_text(entry).endswith("low in fat and fibre")

    def test_leaves_a_day_out_that_is_all_out(self):
        """Nothing is planned then, and nothing is said to be low."""
        when = day()
        names = [f"{entry.start:%H:%M}" for entry in feedings(fed(when=when)) if entry.items]
        found = fed(when=when, lock=dict.fromkeys(names, "out"))
        assert eaten(found) == []
        assert found.menu.totals.energy_kcal == 0.0
        assert not [code for code in codes(found) if code.startswith("menu")]
        assert broken_menu_laws(found) == []

    @pytest.mark.parametrize("name", ["before the run", "during the run"])
    def test_is_for_no_bite_of_a_session(self, name):
        """What belongs to a session is refused in one line."""
        when = day(run("06:30", distance_km=25.0))
        with pytest.raises(InputError, match="belongs to a session and is not eaten out") as error:
            fed(when=when, lock={name: "out"})
        assert "\n" not in str(error.value)

    def test_is_not_swapped(self):
        """A dinner cannot be out and exchanged."""
        with pytest.raises(InputError, match='lock: "dinner" is locked and swapped at once'):
            fed(lock={"dinner": "out"}, swap=["dinner"])


class TestLimits:
    """What somebody must not eat is asked about, and named nowhere."""

    @pytest.mark.parametrize(
        ("who", "text"),
        [
            ({"avoid": ["peanut"]}, "a diet without peanut"),
            ({"diet": "vegan"}, "a vegan diet"),
            ({"restrictions": ["gluten-free"]}, "a gluten-free diet"),
            ({}, None),
            ({"dislikes": ["fish"]}, None),
        ],
    )
    def test_are_to_be_asked_for(self, who, text):
        """Allergens, diet and restrictions; a dislike harms nobody."""
        notes = fed(athlete(**who), lock={"dinner": "out"}).notes
        said = [words(note) for note in notes if note.code == "elsewhere-limits"]
        assert len(said) == (text is not None)
        assert all(text in one and "traces included" in one for one in said)

    @pytest.mark.parametrize(
        ("who", "protein", "starch"),
        [
            ({}, ("fish", "chicken", "egg"), ("rice", "potatoes", "pasta")),
            ({"diet": "vegan"}, ("tofu", "beans"), ("rice", "potatoes", "pasta")),
            (
                {"avoid": ["fish", "egg"]},
                ("chicken", "tofu", "beans"),
                ("rice", "potatoes"),
            ),
            ({"avoid": ["gluten"]}, ("fish", "chicken", "egg"), ("rice", "potatoes")),
            ({"dislikes": ["rice", "potatoes", "pasta", "bread"]}, ("fish", "chicken", "egg"), ()),
        ],
    )
    def test_decide_what_is_named(self, who, protein, starch):
        """Nothing is named that its reader may not eat."""
        found = eaten_at("out", Limits.of(**who), BUNDLED)
        assert (found.protein, found.starch) == (protein, starch)

    def test_leave_words_where_nothing_can_be_named(self):
        """The line still says what to look for."""
        who = athlete(dislikes=["fish", "chicken", "egg", "tofu", "beans", "beef", "rice",
                                "potatoes", "pasta", "bread"])  # fmt: skip
        page = " ".join(render(fed(who, lock={"dinner": "out"}), "text").split())
        assert "palm of what holds protein for you, " in page
        assert "of what holds starch for you, " in page


class TestWithheld:
    """What a guard holds back."""

    def test_has_no_figures_where_a_guard_hides_them(self):
        """One palm and one fist, and no number of kcal."""
        found = fed(athlete(conditions=["eating-disorder"]), lock={"dinner": "out"})
        entry = meal(found, "dinner")
        assert entry.energy_kcal is None
        page = " ".join(render(found, "text").split())
        assert "→ out 1 palm of fish, chicken or egg, 1 fist of rice, potatoes or pasta" in page
        assert "elsewhere" not in codes(found)

    def test_is_nowhere_where_the_menu_is_withheld(self):
        """There is no dish to leave out then."""
        found = fed(athlete(conditions=["kidney-disease"]), lock={"dinner": "out"})
        assert all(entry.elsewhere is None for entry in found.timeline or ())


@pytest.mark.parametrize("fmt", ["text", "markdown", "html", "json", "csv", "ics"])
def test_is_said_in_every_format(fmt):
    """The page, the table and the calendar all say that the dinner is out."""
    when = day(run(), date=MONDAY)
    found = fed(man(time_zone="Europe/Berlin"), when, lock={"dinner": "out"})
    text = render(found, fmt)
    assert "palm of fish" in " ".join(text.replace("\\", "").replace("\r\n ", "").split())
