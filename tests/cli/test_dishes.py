"""`fuelcalc dishes`: whole pages, filters as laws, and wrong input."""

import re
import shlex

import pytest

from fuelcalc import dishes_frame, find_dishes, read_foods
from fuelcalc.errors import InputError
from fuelcalc.pantry import BUNDLED, Limits

OWN = """
[[foods]]
food_id = "mill-bread"
name = "mill bread"
role = "bread"
energy = "250 kcal"
protein = "10 g"
carbohydrate = "45 g"
fat = "2 g"
fibre = "5 g"
allergens = ["gluten", "wheat"]
diet = "vegan"
suits = ["dairy-free"]
measure = "slice mill bread"
measures = "slices mill bread"
weighs = "40 g"
most = 4

[[foods]]
food_id = "hill-cheese"
name = "hill cheese"
role = "cheese"
energy = "400 kcal"
protein = "25 g"
carbohydrate = "0 g"
fat = "33 g"
allergens = ["milk"]
diet = "vegetarian"
suits = ["gluten-free"]
measure = "slice hill cheese"
measures = "slices hill cheese"
weighs = "20 g"
most = 3

[[foods]]
food_id = "bean-cheese"
name = "bean cheese"
role = "soy"
energy = "250 kcal"
protein = "20 g"
carbohydrate = "5 g"
fat = "17 g"
allergens = ["soy"]
may_contain = ["sesame"]
diet = "vegan"
suits = ["gluten-free", "dairy-free"]
measure = "slice bean cheese"
measures = "slices bean cheese"
weighs = "20 g"
most = 3

[[dishes]]
dish_id = "hill-toast"
name = "hill toast with {1}"
meals = ["breakfast", "snack"]
minutes = 5
serves = 2
kitchen = "alpine"
foods = ["mill-bread 1-2-4", "hill-cheese 1-2-3 | bean-cheese 1-2-3", "apple 0-0-1"]
how = "Toast the bread, then melt the cheese on it."
"""

# 80 g bread of 250 kcal, 10 g protein, 45 g carbohydrate, 2 g fat and 5 g fibre in 100 g, with
# 40 g cheese of 400 kcal, 25 g protein, no carbohydrate, 33 g fat and a label without fibre.
FOR_ANYBODY = """\
hill toast with hill cheese
Alpine, for breakfast, snack
5 min, cooked for 2; amounts are for one

LEAST                       USUAL                      MOST
1 slice mill bread          2 slices mill bread        4 slices mill bread
1 slice hill cheese         2 slices hill cheese       3 slices hill cheese
  or bean cheese
none                        none                       1 medium apple

THE USUAL AMOUNTS
  Hold             360 kcal, 18 g protein, 36 g carbohydrate, 15 g fat, at
                   least 4 g fibre
  Allergens        gluten, wheat, milk
  May contain      nothing known
  Diet             vegetarian, pescatarian, omnivore

HOW
Toast the bread, then melt the cheese on it.
"""

# The same bread with 40 g bean cheese of 250 kcal, 20 g protein, 5 g carbohydrate, 17 g fat.
FOR_A_VEGAN = """\
hill toast with bean cheese
Alpine, for breakfast, snack
5 min, cooked for 2; amounts are for one

LEAST                       USUAL                      MOST
1 slice mill bread          2 slices mill bread        4 slices mill bread
1 slice bean cheese         2 slices bean cheese       3 slices bean cheese
none                        none                       1 medium apple

THE USUAL AMOUNTS
  Hold             300 kcal, 16 g protein, 38 g carbohydrate, 8 g fat, at least
                   4 g fibre
  Allergens        gluten, wheat, soy
  May contain      sesame
  Diet             vegan, vegetarian, pescatarian, omnivore
  Suits            dairy-free

HOW
Toast the bread, then melt the cheese on it.
"""


@pytest.fixture
def own(home):
    """Somebody's own foods and a dish of them."""
    file = home / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return str(file)


VEGAN = {"diet": "vegan", "avoid": ["nuts", "soy"]}


class TestTwin:
    """`find_dishes` and `dishes_frame`, which give in Python what the command lists."""

    @pytest.mark.parametrize(
        ("options", "asked"),
        [
            ("", {}),
            ("salmon", {"words": "salmon"}),
            (
                "--diet vegan --avoid nuts,soy",
                {"limits": VEGAN},
            ),
            ("--restriction kosher", {"limits": {"restrictions": ["kosher"]}}),
            (
                "soup --meal lunch,dinner --kitchen italian,thai,french --minutes '40 min'",
                {
                    "words": "soup",
                    "meal": "lunch,dinner",
                    "kitchen": ["italian", "thai", "french"],
                    "minutes": 40,
                },
            ),
            (
                "--with tofu --with rice --limit 3 --minutes 30",
                {"made_with": ["tofu", "rice"], "limit": 3, "minutes": "30"},
            ),
        ],
    )
    def test_lists_the_same_dishes_in_the_same_order(self, listed_dishes, options, asked):
        """Whatever is asked, the command and the function have the same dishes and amounts."""
        found = find_dishes(**{**asked, "limits": Limits.of(**asked.get("limits", {}))})
        dishes = listed_dishes(*shlex.split(options))
        assert [one["dish_id"] for one in dishes] == [plate.variant.dish.dish_id for plate in found]
        assert [one["name"] for one in dishes] == [plate.variant.name for plate in found]
        assert [food["food_id"] for one in dishes for food in one["foods"]] == [
            part.food.food_id for plate in found for part in plate.parts
        ]

    def test_lists_the_rows_of_the_frame(self, listed_dishes, own):
        """Every dish that a vegan may eat is a row, in the command's order and with its numbers."""
        dishes = listed_dishes("--diet", "vegan", "--foods", own)
        frame = dishes_frame(read_foods(own), limits=Limits.of(diet="vegan"))
        assert list(frame.index) == [one["dish_id"] for one in dishes]
        for column in ("name", "kitchen", "diet", "minutes", "serves", "how"):
            assert list(frame[column]) == [one[column] for one in dishes]
        for column in ("meals", "allergens", "may_contain", "suits"):
            assert list(frame[column]) == [" ".join(one[column]) for one in dishes]
        for nutrient in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g"):
            held = [one["usual"][nutrient] for one in dishes]
            assert list(frame[nutrient]) == pytest.approx(held)
        floors = [nutrient for one in dishes for nutrient in one["usual"]["incomplete"]]
        assert "fibre_g" in floors
        assert floors == [
            nutrient
            for text in frame["incomplete"]
            for nutrient in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g")
            if nutrient in text.split()
        ]

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ({"words": "unobtainium"}, 'no dish is called "unobtainium" or made of it'),
            ({"meal": "brunch"}, 'meal: "brunch" is unknown'),
            ({"minutes": -5}, "minutes: -5 is below 0"),
            ({"made_with": "gravel"}, 'no food is called "gravel"'),
            ({"limit": 0}, "limit: 0 is below 1"),
        ],
    )
    def test_refuses_what_it_cannot_read_in_one_line(self, asked, said):
        """Wrong words are one line that says what would be taken."""
        with pytest.raises(InputError) as caught:
            find_dishes(**asked)
        assert said in str(caught.value)
        assert str(caught.value).isprintable()


class TestOneDish:
    """One dish as a page."""

    def test_shows_all_of_it(self, fuelcalc, own):
        """Amounts, what they hold, who may eat them and how it is made, by the labels' figures."""
        answer = fuelcalc("dishes", "hill toast", "--foods", own)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out == FOR_ANYBODY

    def test_shows_the_variant_of_the_person(self, fuelcalc, own):
        """A vegan's has the vegan cheese, its name, and what that holds."""
        assert (
            fuelcalc("dishes", "hill toast", "--foods", own, "--diet", "vegan").out == FOR_A_VEGAN
        )

    def test_holds_the_same_in_json(self, listed_dishes, own):
        """JSON has the amounts in g and in words, and the sums."""
        (dish,) = listed_dishes("hill-toast", "--foods", own)
        bread, cheese, apple = dish["foods"]
        assert bread["usual"] == {"grams": 80.0, "household": "2 slices mill bread"}
        assert cheese["instead"] == ["bean-cheese"]
        assert apple["least"] == {"grams": 0.0, "household": "none"}
        assert dish["usual"]["energy_kcal"] == pytest.approx(360.0)
        assert dish["usual"]["fat_g"] == pytest.approx(14.8)
        assert dish["usual"]["incomplete"] == ["fibre_g"]
        assert (dish["serves"], dish["minutes"], dish["kitchen"]) == (2, 5.0, "alpine")

    @pytest.mark.parametrize(
        "words", [("lentil", "bolognese"), ("lentil-bolognese",), ("bolognese", "--show")]
    )
    def test_is_shown_when_it_is_clearly_meant(self, fuelcalc, words):
        """A dish's name, its id, or --show is one dish."""
        answer = fuelcalc("dishes", *words)
        assert answer.code == 0
        assert "bolognese" in answer.out.splitlines()[0]
        assert "THE USUAL AMOUNTS" in answer.out

    def test_fits_eighty_columns(self, fuelcalc):
        """No line of a dish's page is wider than a terminal."""
        for dish in BUNDLED.dishes[::10]:
            lines = fuelcalc("dishes", dish.dish_id).out.splitlines()
            assert "THE USUAL AMOUNTS" in lines
            assert max(map(len, lines)) <= 80


class TestList:
    """Lists of dishes."""

    def test_holds_twenty_in_text_and_all_in_json(self, fuelcalc, listed_dishes):
        """A screen ends early and says so; what programs read is whole."""
        n_dishes = len(BUNDLED.dishes)
        text = fuelcalc("dishes").out
        assert text.startswith(f"{n_dishes} dishes.")
        assert f"{n_dishes - 20} more; --limit {n_dishes} shows them all." in text
        assert len(listed_dishes()) == n_dishes
        assert len(listed_dishes("--limit", "2")) == 2

    def test_fits_eighty_columns(self, fuelcalc):
        """No line of the whole list is wider than a terminal."""
        assert max(map(len, fuelcalc("dishes", "--limit", "999").out.splitlines())) <= 80

    def test_searches_names_and_foods(self, listed_dishes):
        """Words find dishes called so first, then those made of it."""
        names = [dish["name"] for dish in listed_dishes("salmon", "--limit", "99")]
        assert len(names) > 1
        called = ["salmon" in name for name in names]
        assert called == sorted(called, reverse=True)

    def test_says_when_nothing_fits(self, fuelcalc):
        """A dish that nobody within these limits may eat is a sentence and no error."""
        answer = fuelcalc("dishes", "beef", "--diet", "vegan")
        assert (answer.code, answer.out) == (0, "No dish fits.\n")

    def test_finds_nothing_by_what_somebody_does_not_eat(self, listed_dishes):
        """A vegan's search for chicken finds no dish that others make of chicken."""
        assert listed_dishes("chicken breast", "--diet", "vegan") == []

    def test_marks_a_floor(self, fuelcalc, own):
        """A sum with a missing part is marked in lists, and the mark is explained."""
        text = fuelcalc("dishes", "toast", "--foods", own, "--kitchen", "alpine").out
        assert text.startswith("1 dish.")
        assert "≥4" in text
        assert "At least" in text


WRONG = {
    "no such dish": (["xyzzyplugh"], "no dish is called"),
    "an empty name": ([" "], "words: empty"),
    "a name of signs": (["!!!"], "no dish is called"),
    "no name to show": (["--show"], "write the name of a dish"),
    "nothing left to show": (["beef", "--show", "--diet", "vegan"], "within what the options ask"),
    "an unknown meal": (["--meal", "brekfast"], 'did you mean "breakfast"'),
    "an unknown kitchen": (["--kitchen", "itlian"], 'did you mean "italian"'),
    "an empty kitchen": (["--kitchen", ""], "kitchen: empty"),
    "an unknown food": (["--with", "xyzzyplugh"], "no food is called"),
    "an empty food": (["--with", ""], "with: empty"),
    "minutes that are no number": (["--minutes", "soon"], "minutes"),
    "minutes below zero": (["--minutes", "-3 min"], "below 0"),
    "minutes of another kind": (["--minutes", "3 g"], "minutes"),
    "an unknown diet": (["--diet", "vegn"], 'did you mean "vegan"'),
    "an unknown allergen": (["--avoid", "peenut"], 'did you mean "peanut"'),
    "an unknown way of eating": (["--restrictions", "macrobiotic"], "restriction"),
    "a limit of none": (["--limit", "0"], "--limit"),
    "an unknown format": (["--format", "csv"], "--format"),
    "an own file that is not there": (["--foods", "nope.toml"], "nope.toml"),
}


class TestWrongInput:
    """What cannot be used."""

    @pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG)
    def test_is_one_line_and_exit_code_2(self, fuelcalc, arguments, says):
        """One line on standard error and nothing on standard output."""
        answer = fuelcalc("dishes", *arguments)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert says in answer.err


class TestHelp:
    """The help."""

    def test_has_examples_that_run(self, fuelcalc):
        """Each example of the help is a command that works."""
        text = fuelcalc("dishes", "--help").out
        assert max(map(len, text.splitlines())) <= 80
        lines = text[text.index("Example:") :].splitlines()[1:]
        assert len(lines) == 3
        for line in lines:
            answer = fuelcalc(*shlex.split(line)[1:])
            assert (answer.code, answer.err) == (0, "")
            assert re.search(r"\d+ dishes?\.|THE USUAL AMOUNTS", answer.out)

    def test_names_a_dish_that_there_is(self):
        """The first example is a bundled dish."""
        assert BUNDLED.dish("lentil-bolognese").name == "lentil bolognese"
