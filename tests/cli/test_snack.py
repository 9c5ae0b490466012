"""`fuelcalc snack`: occasions, limits, formats and wrong input."""

import json
import re
import shlex

import pytest

from fuelcalc.cli.example import EXAMPLE, EXAMPLE_LINE
from fuelcalc.models.plan import Plan
from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.snack import suggest_snacks

PROFILE = """
[athlete]
sex = "female"
age = 34
mass = "62 kg"
height = "168 cm"
"""
HER = ("--sex", "female", "--age", "34", "--mass", "62 kg", "--height", "168 cm")
OWN = """
[[dishes]]
name = "House mix"
meals = ["after", "pre-sleep"]
foods = ["skyr 0.5-1-2", "banana 0.5-0.5-2", "walnuts 0-0.5-1", "honey 0-0-2"]
"""


@pytest.fixture
def suggested(fuelcalc):
    """The snacks that a question gives, as JSON has them."""

    def ask(*arguments):
        answer = fuelcalc("snack", *arguments, "--format", "json")
        assert (answer.code, answer.err) == (0, "")
        return json.loads(answer.out)["snacks"]

    return ask


def foods(snacks):
    """Every food of some snacks."""
    return [BUNDLED.food(item["food_id"]) for snack in snacks for item in snack["items"]]


class TestOccasions:
    """Before, during, after, and before bed."""

    def test_suggests_five_for_the_example(self, fuelcalc):
        """With nothing given it is the built-in athlete's run in an hour, and says so."""
        answer = fuelcalc("snack")
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.splitlines()[0] == EXAMPLE_LINE
        assert re.findall(r"^(\d)\. ", answer.out, re.MULTILINE) == list("12345")
        assert max(map(len, answer.out.splitlines())) <= 80

    def test_takes_the_profile(self, fuelcalc, profile):
        """With a profile nobody is told of an example, and a session is asked for."""
        profile(PROFILE)
        answer = fuelcalc("snack", "--in", "45 min", "--run", "8 km tempo")
        assert answer.code == 0
        assert EXAMPLE_LINE not in answer.out
        assert fuelcalc("snack").code == 2

    def test_is_light_when_time_is_short(self, suggested):
        """R21: 15 minutes before nothing holds more than 2 g fat or 1.5 g fibre."""
        found = suggested("--in", "15min", "--run", "10 km easy", *HER, "--count", "20")
        assert found
        for snack in found:
            assert snack["totals"]["fat_g"] <= 2.0
            assert snack["totals"]["fibre_g"] <= 1.5

    @pytest.mark.parametrize("text", ["90min", "1.5 h", "1:30 h", "90 minutes"])
    def test_reads_time_as_people_write_it(self, suggested, text):
        """An hour and a half in any of its spellings gives the same."""
        asked = suggested("--in", text, "--run", "10 km easy", *HER)
        assert asked == suggested("--in", "90 min", "--run", "10 km easy", *HER)

    def test_feeds_a_long_run_on_the_move(self, suggested, fuelcalc):
        """Two and a half hours want carbohydrate, half an hour of easy running nothing."""
        for snack in suggested("--during", "--run", "27 km tempo @ 5:30/km", *HER):
            assert snack["available_carbohydrate_g"] >= 70.0
        answer = fuelcalc("snack", "--during", "--run", "5 km easy", *HER)
        assert (answer.code, answer.out.count("\n")) == (0, 1)
        assert "water" in answer.out

    def test_r11_gives_protein_after_a_lift(self, suggested):
        """R11: 0.25 to 0.4 g protein a kilogram (Moore 2015), in real food."""
        for snack in suggested("--after", "--lift", "60min heavy lower", *HER):
            if not snack["missed"]:
                assert 0.9 * 15.5 <= snack["totals"]["protein_g"] <= 1.1 * 24.8

    def test_refuels_faster_when_the_next_session_is_near(self, suggested):
        """Six hours to the next session ask for more carbohydrate than a day."""
        near, far = (
            suggested("--after", "--run", "20 km", "--next-in", text, "--count", "1", *HER)[0]
            for text in ("6 h", "24 h")
        )
        assert near["available_carbohydrate_g"] > far["available_carbohydrate_g"]

    def test_needs_no_session_before_bed(self, suggested):
        """Protein for the night is 0.4 to 0.5 g a kilogram, to a band of 3 g."""
        first = suggested("--before-bed", *HER)[0]
        assert 0.4 * 62.0 - 3.0 <= first["totals"]["protein_g"] <= 0.5 * 62.0 + 3.0

    def test_takes_the_day_of_the_example_before_bed(self, suggested):
        """Before the example's night the portion is that of the example's day."""
        plan = Plan.from_tree(EXAMPLE, path="")
        day = plan_day(plan.athlete, plan.days[0], plan.goal, menu=False)
        (entry,) = [entry for entry in day.timeline if entry.kind == "pre-sleep"]
        own = suggest_snacks(
            plan.athlete, when="before-bed", day=plan.days[0], goal=plan.goal, count=20
        )
        asked_g = {round(snack.available_carbohydrate_g - snack.gap_g, 4) for snack in own}
        assert asked_g == {round(entry.carbohydrate_g, 4)}
        shown = [snack["snack_id"] for snack in suggested("--before-bed", "--count", "20")]
        assert shown == [snack.snack_id for snack in own]

    def test_counts_and_varies(self, suggested):
        """--count holds, and another seed gives other food."""
        assert len(suggested("--count", "2")) == 2
        ids = {suggested("--seed", seed)[0]["snack_id"] for seed in ("0", "1", "2", "3")}
        assert len(ids) > 1


class TestLimits:
    """What somebody must not eat."""

    @pytest.mark.parametrize(
        "occasion",
        [("--in", "60min"), ("--during",), ("--after",), ("--before-bed",)],
        ids=lambda words: words[0],
    )
    def test_keeps_diet_and_allergens(self, suggested, occasion):
        """A vegan without nuts, soy and gluten gets none of them, at any time."""
        found = suggested(
            *occasion, "--run", "30 km long", *HER, "--diet", "vegan", "--avoid", "nuts,soy",
            "--restriction", "gluten-free", "--dislike", "banana", "--count", "20",
        )  # fmt: skip
        assert found
        for food in foods(found):
            assert food.diet == "vegan"
            assert "gluten-free" in food.suits
            assert not {"tree-nut", "peanut", "soy"} & {*food.allergens, *food.may_contain}
            assert food.food_id != "banana"

    def test_adds_an_option_to_the_profile(self, suggested, profile):
        """What the command line avoids comes to what the profile avoids."""
        profile(PROFILE + 'avoid = ["milk"]\n')
        for food in foods(suggested("--before-bed", "--avoid", "soy", "--count", "20")):
            assert not {"milk", "soy"} & {*food.allergens, *food.may_contain}

    @pytest.mark.parametrize("condition", ["pregnant", "kidney-disease", "eating-disorder"])
    @pytest.mark.parametrize("occasion", ["--during", "--after", "--before-bed"])
    def test_gives_no_figures_where_a_guard_withholds_them(self, fuelcalc, condition, occasion):
        """Somebody whom a guard protects is sent to the plan, which says why."""
        answer = fuelcalc("snack", occasion, "--run", "10 km", *HER, "--condition", condition)
        assert (answer.code, answer.out) == (2, "")
        assert "withheld" in answer.err
        assert answer.err.count("\n") == 1

    def test_says_when_nothing_may_be_eaten(self, fuelcalc):
        """No fit is a sentence and no error."""
        from fuelcalc.pantry.table import ROLES

        answer = fuelcalc("snack", "--before-bed", *HER, "--dislikes", ",".join(ROLES))
        assert (answer.code, answer.err) == (0, "")
        assert answer.out == "Nothing that you may eat fits; add foods of your own.\n"


class TestFormats:
    """Text, JSON, and somebody's own foods."""

    def test_writes_json_for_programs(self, fuelcalc):
        """The schema is named, the occasion said, and no example line stands before it."""
        answer = fuelcalc("snack", "--before-bed", "--format", "json")
        tree = json.loads(answer.out)
        assert tree["schema"] == "fuelcalc/snacks/1"
        assert tree["when"] == "before-bed"
        for snack in tree["snacks"]:
            assert snack["label"]
            assert all(item["grams"] > 0.0 and item["household"] for item in snack["items"])

    @pytest.mark.parametrize(
        ("words", "when"),
        [(("--in", "30min"), "before"), (("--during",), "during"), (("--after",), "after")],
    )
    def test_says_the_occasion_in_json(self, fuelcalc, words, when):
        """Each option has its word."""
        answer = fuelcalc("snack", *words, "--run", "30 km", *HER, "--format", "json")
        assert json.loads(answer.out)["when"] == when

    def test_knows_somebodys_own_dishes(self, suggested, home):
        """An own dish that is liked is among the suggestions."""
        file = home / "own.toml"
        file.write_text(OWN, encoding="utf-8")
        asked = ("--after", "--run", "10 km", *HER, "--like", "house mix", "--count", "10")
        found = suggested(*asked, "--foods", str(file))
        assert "house-mix" in {snack["snack_id"] for snack in found}
        assert "house-mix" not in {snack["snack_id"] for snack in suggested(*asked)}


class TestWrongInput:
    """One line on stderr, nothing on stdout, exit code 2."""

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--in", "45min", "--after"), "exclude each other"),
            (("--during", "--after"), "exclude each other"),
            (("--in", "45min", "--before-bed"), "exclude each other"),
            (("--run", "8 km", "--lift", "60min"), "--run and --lift exclude each other"),
            (("--in", "3min"), "outside 5 to 240"),
            (("--in", "241min"), "outside 5 to 240"),
            (("--in", "-5min"), "outside 5 to 240"),
            (("--in", "soon"), 'in: "soon" has no number'),
            (("--in", "nan"), 'in: "nan" has no number'),
            (("--in", "45 kg"), "in: "),
            (("--after", "--next-in", "later"), 'next-in: "later" has no number'),
            (("--after", *HER), "needs its session"),
            (("--during", *HER), "needs its session"),
            (HER, "needs its session"),
            (("--before-bed", "--sex", "female"), "athlete.mass: missing"),
            (("--before-bed", *HER, "--avoid", "gravel"), '"gravel" is not an allergen'),
            (("--before-bed", *HER, "--diet", "carnivore"), "carnivore"),
            (("--before-bed", "--foods", "none.toml"), "none.toml"),
            (("--count", "0"), "--count"),
            (("--count", "21"), "--count"),
            (("--seed", "x"), "--seed"),
            (("--format", "xml"), "--format"),
            (("banana",), "banana"),
            (("--brunch",), "--brunch"),
        ],
    )
    def test_is_refused_in_a_line_a_mistake(self, fuelcalc, arguments, message):
        """What is wrong is said, and nothing is suggested."""
        answer = fuelcalc("snack", *arguments)
        assert (answer.code, answer.out) == (2, "")
        assert message in answer.err
        assert answer.err.count("\n") == 1 + answer.err.count("athlete.height: missing")

    def test_points_at_the_place_in_a_session(self, fuelcalc):
        """A mistake in a session's text is answered with the text and the place."""
        answer = fuelcalc("snack", "--in", "45min", "--run", "8 km @", *HER)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith('fuelcalc: run text "8 km @", at the end: expected a pace')

    @pytest.mark.parametrize("text", ["5min", "240min", "4 h"])
    def test_stops_at_its_limits_and_not_before(self, fuelcalc, text):
        """5 and 240 minutes are a snack still."""
        assert fuelcalc("snack", "--in", text, "--run", "10 km", *HER).code == 0


class TestHelp:
    """The help."""

    def test_has_examples_that_run(self, fuelcalc, profile):
        """Each example of the help works for somebody with a profile."""
        profile(PROFILE)
        text = fuelcalc("snack", "--help").out.replace("\\\n", " ")
        lines = [line for line in text.splitlines() if line.strip().startswith("fuelcalc snack")]
        assert len(lines) >= 3
        for line in lines:
            answer = fuelcalc(*shlex.split(line)[1:])
            assert (answer.code, answer.err) == (0, "")
            assert answer.out.startswith("1. ")


def test_takes_no_profile_of_another_name_for_none(fuelcalc, profile):
    """A misspelled table is a line, never the example's snacks without its allergens."""
    profile(PROFILE.replace("[athlete]", "[athlet]") + 'avoid = ["peanut"]\n')
    answer = fuelcalc("snack", "--before-bed")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert 'athlet: unknown key; did you mean "athlete"?' in answer.err
