"""The words of a page: one wording a code, every blank filled, and one system of units."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from some_days import some_plans

import fuelcalc.planning
from fuelcalc import words
from fuelcalc.models.athlete import Goal
from fuelcalc.models.menu import DietLimits, Low, Relaxed
from fuelcalc.models.notes import Note
from fuelcalc.models.sessions import SessionKind
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.portions import serving
from fuelcalc.planning import words as codes
from fuelcalc.planning.guards import GUARDS
from fuelcalc.reports import findings, guards, notes, reasons
from fuelcalc.reports.blanks import CHOICES, FILLERS, blanks_of, filled
from fuelcalc.reports.look import Look

PLANNING = Path(fuelcalc.planning.__file__).parent
FACTS = {code: set(one.facts) for code, one in codes.NOTES.items()}
FACTS |= {guard.code: set() for guard in GUARDS if guard.level is not None}
TEXTS = {**notes.NOTES, **guards.GUARDS}
CHECKS = [text for found in findings.FINDINGS.values() for text in found]
ALL = [*TEXTS.values(), *reasons.REASONS.values(), *CHECKS]

METRIC, UK = {"units": "metric"}, {"units": "uk", "clock": 24}
US = {"units": "us"}
US_KJ, METRIC_KJ = {"units": "us", "energy_unit": "kJ"}, {"energy_unit": "kJ", "clock": 12}
UK_KJ = {"units": "uk", "energy_unit": "kJ", "clock": 12}


class TestTable:
    """One wording a code."""

    def test_words_every_note_that_planning_makes(self):
        """No code without a wording, and no wording without a code."""
        assert set(TEXTS) == set(FACTS)
        assert not set(notes.NOTES) & set(guards.GUARDS)

    def test_words_every_reason_that_planning_makes(self):
        """The same for reasons."""
        assert set(reasons.REASONS) == set(codes.REASONS)

    @pytest.mark.parametrize("code", sorted(TEXTS))
    def test_has_a_blank_for_each_fact_of_a_note(self, code):
        """No blank without a fact, and no fact that nothing says."""
        assert {name for name, _ in blanks_of(TEXTS[code])} == FACTS[code]

    @pytest.mark.parametrize("code", sorted(reasons.REASONS))
    def test_has_a_blank_for_each_fact_of_a_reason(self, code):
        """The same for reasons."""
        assert {name for name, _ in blanks_of(reasons.REASONS[code])} == set(codes.REASONS[code])

    @pytest.mark.parametrize("text", ALL)
    def test_writes_whole_sentences_without_a_unit_of_its_own(self, text):
        """A text ends in a full stop, and what a reader may want in other units is a blank."""
        whole = re.fullmatch(r"\{\w+:(.+)\}", text)
        for sentence in [text] if whole is None else CHOICES[whole[1]].values():
            assert sentence.endswith(".")
        assert "\n" not in text
        assert not re.search(r"\d (kcal|ml|km|kg)\b", text)
        assert {how for _, how in blanks_of(text)} <= {*FILLERS, *CHOICES}

    def test_needs_every_way_of_writing(self):
        """No filler and no choice of words lies unused."""
        used = {how for text in ALL for _, how in blanks_of(text)}
        assert used == {*FILLERS, *CHOICES}

    def test_has_words_for_every_season_and_kind_of_session(self):
        """What a plan file may say of a season, and what may be trained, has its words."""
        assert set(CHOICES["season"]) == set(get_args(Goal.model_fields["season"].annotation))
        assert set(CHOICES["session"]) == set(get_args(SessionKind))

    @pytest.mark.parametrize(
        ("how", "chosen"),
        [
            ("basis", {"recent-race", "usual-pace"}),
            ("beyond", {"speed", "grade"}),
            ("body fat", {"measured", "estimated"}),
            ("chance", {"small", "smallest"}),
            ("surplus", {"smaller", "none"}),
        ],
    )
    def test_has_words_for_what_planning_writes(self, how, chosen):
        """Each of the few words stands in planning as it stands here."""
        assert set(CHOICES[how]) == chosen
        source = "".join(file.read_text() for file in PLANNING.rglob("*.py"))
        assert all(f'"{word}"' in source for word in chosen)


LOADING = Note(
    level="info",
    code="loaded-water",
    values={"mass_low_kg": 1.0, "mass_high_kg": 2.0},
)


class TestUnits:
    """Every fact in the reader's units, each by hand."""

    @pytest.mark.parametrize(
        ("look", "gain"), [(METRIC, "1 to 2 kg"), (US, "2 to 4 lb"), (UK, "2 to 4 lb")]
    )
    def test_weighs_a_gain_in_one_unit(self, look, gain):
        """F68: nobody gains stones and pounds; 1 kg is 2.2 lb, 2 kg 4.4."""
        assert f"body mass rises {gain} with it" in words(LOADING, **look)

    @pytest.mark.parametrize(
        ("how", "fact", "metric", "us"),
        [
            ("time", 1110.0, "18:30", "6:30pm"),
            ("pace", 360.0, "6:00 /km", "9:39 /mi"),
            ("both paces", 360.0, "6:00 /km (9:39 /mi)", "9:39 /mi"),
            ("both distances", 80.0, "80 km (50 miles)", "50 miles"),
            ("drink", 800.0, "800 ml", "27 fl oz"),
            ("energy", 250.0, "250 kcal", "250 kcal"),
            ("percent", 0.256, "26 %", "26 %"),
            ("hours", 2.04, "2.0 h", "2.0 h"),
            ("spelled", 9.0, "nine", "nine"),
            ("plain", 2.5, "2.5", "2.5"),
            ("session", "other", "session", "session"),
            ("list", ("lysine", "leucine"), "lysine, leucine", "lysine, leucine"),
            ("quoted", ("a", "b"), '"a", "b"', '"a", "b"'),
        ],
    )
    def test_writes_a_fact(self, how, fact, metric, us):
        """29.57 ml are a fluid ounce, 1.609 km a mile, and am and pm go with US units."""
        text = f"{{fact:{how}}}"
        assert filled(text, {"fact": fact}, Look()) == metric
        assert filled(text, {"fact": fact}, Look("us")) == us

    def test_says_how_a_run_leaves_the_runners_measured(self):
        """Of pace and grade only that one which is meant."""
        values = {"beyond": "speed", "pace_s_per_km": 181.8, "grade_share": 0.2}
        fast = Note(level="info", code="extrapolated", values=values)
        steep = Note(level="info", code="extrapolated", values={**values, "beyond": "grade"})
        assert "is faster than 3:02 /km, beyond" in words(fast)
        assert "is faster than 4:53 /mi, beyond" in words(fast, units="us")
        assert "is steeper than 20 %, beyond" in words(steep)


MISSES = [
    ({"limit": "fat", "got": 26.4}, "lunch (12:30): 26 g of fat instead of 20."),
    ({"limit": "fat", "got": 20.4}, "lunch (12:30): 20.4 g of fat instead of 20.0."),
    (
        {"limit": "variety", "asked": 1.0, "got": 2.0, "dish": "stew"},
        "lunch (12:30): stew comes twice today; nothing else that you may eat fits.",
    ),
    (
        {"limit": "preparation-time", "got": 35.0, "dish": "stew"},
        "lunch (12:30): stew takes 35 min to make, over 20.",
    ),
    ({"feeding": None, "limit": "fibre", "got": 60.0},
     "The day's foods hold 60 g of fibre, over 20."),
    ({"feeding": None, "limit": "protein", "got": 60.0},
     "The day's foods hold 60 g of protein instead of 20."),
    ({"feeding": None, "limit": "energy", "asked": 2504.0, "got": 2396.0},
     "The day's foods hold 2,400 kcal of energy instead of 2,500."),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "text"), MISSES)
def test_says_what_gave_way(facts, text):
    """Each kind of miss in a sentence of its own."""
    usual = {"feeding": "lunch", "asked": 20.0, **facts}
    minute = None if usual["feeding"] is None else 750.0
    assert words(Relaxed(minute=minute, **usual)) == text


NUMBER = r"(?<![\w.,:])\d[\d,.]*"
UNIT = r"(?:kcal|kJ|kg|km|lb|st|ml|mi|fl oz|oz|miles|mg|g|h|min)"
TWO_UNITS = re.compile(rf"{NUMBER}[ \u00a0]{UNIT} {UNIT}\b(?! )|st lb|kJ kcal|kcal kJ")
BLANK = re.compile(r"[{}]|\bNone\b")
# The food that one eats is measured in grams everywhere; a body's share of it is g/kg.
FOREIGN = {
    "metric": rf"{NUMBER} (?:lb|st|fl oz|oz)\b",
    "us": rf"{NUMBER}[ \u00a0](?:kg|km|ml|L)\b|/km\b",
    "uk": rf"{NUMBER} (?:kg|km)\b|/km\b|{NUMBER} fl oz",
}
OTHER_CLOCK = {12: r"(?<!\d)(?:[01]\d|2[0-3]):[0-5]\d(?!\d|[ap]m|:| /)", 24: r"\d[ap]m\b"}


def said(plan, look):
    """Every sentence of a plan."""
    parts: list[Any] = [*plan.notes, *(plan.timeline or ())]
    parts += [item for entry in plan.timeline or () for item in entry.items]
    parts += [] if plan.energy is None else plan.energy.reasons
    parts += [] if plan.menu is None else plan.menu.relaxed
    return [words(part, **look) for part in parts]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "look",
    [METRIC, METRIC_KJ, US, US_KJ, UK, UK_KJ],
    ids=str,
)
def test_speaks_one_system_of_units(look):
    """F68, over forty days: no two units in a row, none of another system, no blank left."""
    units, energy = look.get("units", "metric"), look.get("energy_unit", "kcal")
    clock = look.get("clock") or (12 if units == "us" else 24)
    wrong = [TWO_UNITS, BLANK, re.compile(FOREIGN[units]), re.compile(OTHER_CLOCK[clock])]
    wrong.append(re.compile(rf"{NUMBER} {'kJ' if energy == 'kcal' else 'kcal'}\b"))
    sentences = [text for plan in some_plans() for text in said(plan, look)]
    assert len(sentences) > 300
    for text in sentences:
        for pattern in wrong:
            # Races go by kilometres everywhere.
            assert not pattern.search(text.replace("a 5 or 10 km season", "")), (pattern, text)


class TestFood:
    """Foods by their measure."""

    def test_says_a_food_as_a_kitchen_does(self):
        """Half a cup of oats is 40 g; in ounces, of 28.35 g, it is 1.4."""
        oats = serving(BUNDLED.food("oats"), 0.5)
        assert words(oats) == "40 g oats (½ cup)"
        assert words(oats, units="us") == "1.4 oz oats (½ cup)"

    def test_says_a_food_without_numbers_by_its_name(self):
        """Where a guard hides amounts only the name is left."""
        plan = next(one for one in some_plans() if one.targets is None and one.timeline)
        items = [item for entry in plan.timeline for item in entry.items]
        assert items
        assert all(words(item) == item.name for item in items)


class TestOwnNames:
    """F61: what somebody calls their own food or dish stays as it was typed, also in sentences."""

    def test_stay_in_what_would_mend_something(self):
        """Ours are spelled for the reader, an own one beside them is not."""
        low = (Low(name="fibre", share=0.5, is_least=False, mend=("my fibre bar", "prawns")),)
        note = Note(level="info", code="menu-low", values={"low": low})
        assert "fiber 50 % (my fibre bar or shrimp)" in words(note, units="us")
        assert "fibre 50 % (my fibre bar or prawns)" in words(note, units="uk")

    def test_stay_in_what_foods_are_missing(self):
        """The same in a list of foods."""
        values = {
            "foods": ("prawns", "prawn and rocket mix"),
            "limits": DietLimits(diet="vegan", restrictions=(), without=()),
        }
        note = Note(level="caution", code="menu-gap", values=values)
        assert "may eat, shrimp, prawn and rocket mix would" in words(note, units="us")

    def test_stay_in_what_gave_way(self):
        """An own dish takes long under its own name, one of ours under the reader's."""
        facts = {"limit": "preparation-time", "feeding": "lunch", "minute": 750.0, "asked": 3.0}
        own = Relaxed(**facts, got=5.0, dish="Rocket and prawns", dish_id="mine")
        assert words(own, units="us").startswith("lunch (12:30pm): Rocket and prawns takes 5 min")
        ours = own.model_copy(
            update={"dish": "prawns on rice", "dish_id": BUNDLED.dishes[0].dish_id}
        )
        assert words(ours, units="us").startswith("lunch (12:30pm): shrimp on rice takes 5 min")
        note = Note(level="info", code="menu-slow", values={"misses": (own,)})
        assert "Rocket and prawns takes" in words(note, units="us")
        fibre = Relaxed(limit="fibre", feeding=None, minute=None, asked=20.0, got=60.0)
        assert words(fibre, units="us") == "The day's foods hold 60 g of fiber, over 20."

    def test_stay_in_snacks(self):
        """A label of several foods is spelled around an own name."""
        assert Look("us").spelled("fibre bar and prawns", ["fibre bar"]) == "fibre bar and shrimp"
