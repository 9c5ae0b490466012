"""`fuelcalc foods`: whole pages, filters as laws, and wrong input."""

import csv
import io
import json
import re
import shlex
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc import find_foods, foods_frame, read_foods
from fuelcalc.errors import InputError
from fuelcalc.models.nutrients import NUTRIENTS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.food_query import Bound, Sorting
from fuelcalc.pantry.frame import COLUMNS

FOODS = BUNDLED.foods

# Amounts of 100 g and of a medium banana as USDA SR28 prints them (NDB 09040); the glycaemic
# index is Atkinson 2008, Table 1.
BANANA = """\
banana
Bananas, raw (USDA SR28, NDB 09040)

  Called           ripe banana, fruit
  Kind             fruit, for breakfast, snack, session
  Allergens        none
  May contain      nothing known
  Diet             vegan, vegetarian, pescatarian, omnivore
  Suits            gluten-free, dairy-free, halal, kosher-style
  Measure          1 medium banana (118 g); in steps of ½ medium banana, at
                   most 2 medium bananas
  Glycaemic index  51, as published, glucose = 100

PER                            100 g     1 medium banana, 118 g
  Energy                        89 kcal                   105 kcal
  Protein                     1.09 g                     1.29 g
  Fat                         0.33 g                     0.39 g
  Carbohydrate               22.84 g                    26.95 g
  Fibre                        2.6 g                      3.1 g
  Sugars                     12.23 g                    14.43 g
  Water                      74.91 g                    88.39 g
  Saturated fat              0.112 g                    0.132 g

MINERALS
  Sodium                         1 mg                       1 mg
  Potassium                    358 mg                     422 mg
  Calcium                        5 mg                       6 mg
  Iron                        0.26 mg                    0.31 mg
  Magnesium                     27 mg                      32 mg
  Zinc                        0.15 mg                    0.18 mg
  Selenium                     1.0 µg                     1.2 µg

VITAMINS AND CAFFEINE
  Vitamin D                    0.0 µg                     0.0 µg
  Vitamin B12                 0.00 µg                    0.00 µg
  Folate                        20 µg                      24 µg
  Vitamin C                    8.7 mg                    10.3 mg
  Caffeine                       0 mg                       0 mg

OMEGA-3
  EPA                        0.000 g                    0.000 g
  DHA                        0.000 g                    0.000 g
  ALA                        0.027 g                    0.032 g

AMINO ACIDS
  Histidine                  0.077 g                    0.091 g
  Isoleucine                 0.028 g                    0.033 g
  Leucine                    0.068 g                    0.080 g
  Lysine                     0.050 g                    0.059 g
  Methionine                 0.008 g                    0.009 g
  Cystine                    0.009 g                    0.011 g
  Phenylalanine              0.049 g                    0.058 g
  Tyrosine                   0.009 g                    0.011 g
  Threonine                  0.028 g                    0.033 g
  Tryptophan                 0.009 g                    0.011 g
  Valine                     0.047 g                    0.055 g

Carbohydrate includes the fibre.
ALA is all 18:3 here: the source does not tell the omega-3 apart.
See also: small banana, firm banana, plantain.
"""
OWN = """
[[foods]]
name = "mill bread"
role = "bread"
energy = "250 kcal"
protein = "10 g"
carbohydrate = "45 g"
fat = "2 g"
"""


VEGAN = {"diet": "vegan", "avoid": ["nuts", "soy"]}


class TestTwin:
    """`find_foods`, which gives in Python what the command lists."""

    @pytest.mark.parametrize(
        ("options", "asked"),
        [
            ("", {}),
            ("salmon --limit 99", {"words": "salmon", "limit": 99}),
            (
                "--diet vegan --avoid nuts,soy",
                {"limits": VEGAN},
            ),
            ("--role fruit,egg --when meal", {"role": ["fruit", "egg"], "when": "meal"}),
            (
                "--sort 'most carbohydrate, least fibre' --most 'fibre 2 g' --restriction halal",
                {
                    "sort": "most carbohydrate, least fibre",
                    "most": "fibre 2 g",
                    "limits": {"restrictions": ["halal"]},
                },
            ),
            (
                "--contains iron,omega-3 --least 'protein 5 g' --per portion --limit 7",
                {
                    "contains": ["iron", "omega-3"],
                    "least": ["protein 5 g"],
                    "per": "portion",
                    "limit": 7,
                },
            ),
        ],
    )
    def test_lists_the_same_foods_in_the_same_order(self, fuelcalc, listed_foods, options, asked):
        """Whatever is asked, the command's JSON and CSV and the function's foods are one list."""
        limits = Limits.of(**asked.get("limits", {}))
        found = find_foods(**{**asked, "limits": limits})
        assert list(found) == listed_foods(*shlex.split(options))
        table = fuelcalc("foods", *shlex.split(options), "--format", "csv").out
        ids = [row["food_id"] for row in csv.DictReader(io.StringIO(table))]
        assert ids == [food.food_id for food in found]

    def test_lists_the_rows_of_the_frame(self, fuelcalc):
        """Without a question the CSV is `foods_frame`: the same foods and numbers."""
        table = fuelcalc("foods", "--format", "csv").out
        rows = {row["food_id"]: row for row in csv.DictReader(io.StringIO(table))}
        frame = foods_frame()
        assert list(rows) == list(frame.index)
        for column in ("one_g", "energy_kcal", "iron_mg", "epa_g"):
            printed = [float(row[column]) if row[column] else None for row in rows.values()]
            assert printed == [None if x != x else pytest.approx(x) for x in frame[column]]  # noqa: PLR0124 - NaN

    def test_lists_own_foods(self, fuelcalc, home):
        """Somebody's own foods stand where the command has them."""
        file = home / "own.toml"
        file.write_text(OWN, encoding="utf-8")
        answer = fuelcalc("foods", "bread", "--foods", str(file), "--format", "json")
        ids = [one["food_id"] for one in json.loads(answer.out)["foods"]]
        assert ids == [food.food_id for food in find_foods("bread", foods=read_foods(file))]
        assert "mill-bread" in ids

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ({"words": "???"}, 'no food is called "???"'),
            ({"role": "fruits and nuts"}, 'role: "fruits and nuts" is unknown'),
            ({"least": "protein"}, "has no amount"),
            ({"sort": "protein"}, 'write "most protein"'),
            ({"contains": ["ironn"]}, 'did you mean "iron"'),
            ({"per": "plate"}, "choose of: 100g, portion"),
            ({"limit": 0}, "limit: 0 is below 1"),
        ],
    )
    def test_refuses_what_it_cannot_read_in_one_line(self, asked, said):
        """Wrong words are one line that says what would be taken."""
        with pytest.raises(InputError) as caught:
            find_foods(**asked)
        assert said in str(caught.value)
        assert str(caught.value).isprintable()


class TestOneFood:
    """One food as a page."""

    def test_shows_all_of_a_banana(self, fuelcalc):
        """The page holds every figure that the source prints, per 100 g and per banana."""
        answer = fuelcalc("foods", "banana")
        assert (answer.code, answer.err) == (0, "")
        assert answer.out == BANANA

    @pytest.mark.parametrize(
        ("words", "title"),
        [
            (("Bananas",), "banana"),
            (("sweet", "potato"), "sweet potato"),
            (("chia-seeds",), "chia seeds"),
            (("milk", "--show"), "semi-skimmed milk"),
            (("milk", "--show", "--diet", "vegan"), "soy milk"),
        ],
    )
    def test_is_shown_when_it_is_clearly_meant(self, fuelcalc, words, title):
        """A food's own name, its id, a single hit or --show is one food."""
        answer = fuelcalc("foods", *words)
        assert answer.code == 0
        assert answer.out.splitlines()[0] == title
        assert "PER" in answer.out

    @pytest.mark.parametrize(
        "words",
        [("milk",), ("fish",), ("banana", "--sort", "most iron"), ("banana", "--limit", "2")],
    )
    def test_is_a_list_when_several_may_be_meant(self, fuelcalc, words):
        """A general name, or a question about the foods called so, is a list."""
        assert re.match(r"\d+ foods?\. ", fuelcalc("foods", *words).out)

    def test_stands_alone_in_json(self, listed_foods):
        """What is one page in text is one food in JSON."""
        assert [food.food_id for food in listed_foods("banana")] == ["banana"]


class TestList:
    """Lists of foods."""

    def test_holds_twenty_in_text_and_all_in_json_and_csv(self, fuelcalc, listed_foods):
        """A screen ends early and says so; what programs read is whole."""
        text = fuelcalc("foods").out
        assert f"{len(FOODS) - 20} more; --limit {len(FOODS)} shows them all." in text
        assert len(listed_foods()) == len(FOODS)
        rows = list(csv.DictReader(io.StringIO(fuelcalc("foods", "--format", "csv").out)))
        assert [row["food_id"] for row in rows] == [food.food_id for food in FOODS]
        assert tuple(rows[0]) == COLUMNS

    def test_ends_where_the_limit_says(self, fuelcalc, listed_foods):
        """--limit holds in every format."""
        assert len(listed_foods("--limit", "3")) == 3
        assert "more;" in fuelcalc("foods", "--limit", "3").out

    def test_fits_eighty_columns(self, fuelcalc):
        """No line of the longest list is wider than a terminal."""
        text = fuelcalc(
            "foods", "--limit", "999", "--sort", "most omega-3", "--least", "zinc 0 mg"
        ).out
        assert max(map(len, text.splitlines())) <= 80

    def test_says_when_nothing_fits(self, fuelcalc):
        """Nothing found is a sentence and no error."""
        answer = fuelcalc("foods", "honey", "--diet", "vegan")
        assert (answer.code, answer.out) == (0, "No food fits.\n")

    def test_knows_somebodys_own_foods(self, fuelcalc, home):
        """Own foods stand among the others, from a file or beside the profile."""
        file = home / "own.toml"
        file.write_text(OWN, encoding="utf-8")
        page = fuelcalc("foods", "mill bread", "--foods", str(file)).out
        assert "from your own file" in page
        assert "Allergens        not reviewed" in page
        assert "mill bread" not in fuelcalc("foods", "--limit", "999").out

    def test_leaves_out_what_nobody_reviewed_once_somebody_avoids_anything(self, fuelcalc, home):
        """An own food without allergens is for people without limits alone."""
        file = home / "own.toml"
        file.write_text(OWN, encoding="utf-8")
        answer = fuelcalc("foods", "mill bread", "--foods", str(file), "--avoid", "celery")
        assert answer.out == "No food fits.\n"


NUMBERS = st.floats(min_value=0.0, max_value=1000.0)


class TestLaws:
    """Bounds and orders, for any nutrient, amount and food."""

    @given(st.sampled_from(NUTRIENTS), NUMBERS, st.sampled_from(FOODS), st.booleans())
    def test_never_let_an_unknown_value_through(self, one, amount, food, is_floor):
        """What the source does not know fits no bound, whatever its amount."""
        bound = Bound(one, amount, is_floor)
        value = food.held(one)
        if value.amount is None or (not is_floor and not value.is_whole):
            assert not bound.fits(food, 100.0)
        elif is_floor:
            assert bound.fits(food, 100.0) == (value.amount >= amount - 1e-9)
        else:
            assert bound.fits(food, 100.0) == (value.amount <= amount + 1e-9)

    @given(st.sampled_from(NUTRIENTS), st.sampled_from([-1.0, 1.0]), st.sampled_from(FOODS))
    def test_rank_unknown_values_behind_known_ones(self, one, sign, food):
        """A missing value stands behind every other one."""
        if food.held(one).amount is None:
            assert Sorting(one, sign).key(food, 100.0) > (False, float("inf"))


class TestFiles:
    """Writing files."""

    def test_are_written_by_suffix(self, fuelcalc, home):
        """Each suffix gets its format, whole, and the screen stays empty."""
        answer = fuelcalc(
            "foods", "-o", "a.csv", "-o", "a.json", "--out", "a.txt", "--role", "fish"
        )
        assert (answer.code, answer.out) == (0, "")
        for name, fmt in (("a.csv", "csv"), ("a.json", "json"), ("a.txt", "text")):
            screen = fuelcalc("foods", "--role", "fish", "--format", fmt).out
            # Excel takes a file for UTF-8 by the mark in front of it (F65).
            mark = "\ufeff" if fmt == "csv" else ""
            assert (home / name).read_text(encoding="utf-8") == mark + screen

    def test_of_own_foods_may_lie_beside_the_profile(self, fuelcalc, profile):
        """foods.toml beside the profile is read without being named."""
        profile("").with_name("foods.toml").write_text(OWN, encoding="utf-8")
        assert "from your own file" in fuelcalc("foods", "mill bread").out


class TestHelp:
    """The help."""

    def test_has_examples_that_run(self, fuelcalc):
        """Each example of the help is a command that works."""
        text = fuelcalc("foods", "--help").out
        assert max(map(len, text.splitlines())) <= 80
        lines = text[text.index("Example:") :].splitlines()[1:]
        assert len(lines) == 3
        for line in lines:
            answer = fuelcalc(*shlex.split(line)[1:])
            assert (answer.code, answer.err) == (0, "")
            assert answer.out

    def test_costs_no_pandas(self):
        """Looking a food up loads neither pandas nor pint."""
        code = (
            "import sys; from fuelcalc.cli import run; run(['foods', 'banana']); "
            "print([name for name in ('pandas', 'pint') if name in sys.modules])"
        )
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == "[]"
