"""The door: what guards withhold is in no finished plan, whatever path it came by."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import BUILD, athlete, caffeine, day, lift, plan, run
from strategies import CONDITIONS

from fuelcalc import words
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.sessions import Run
from fuelcalc.planning.guards import GUARDS
from fuelcalc.planning.withheld import PARTS
from fuelcalc.reports import render
from fuelcalc.reports.labels import advice_text

RACE = day(run("09:00", distance_km=42.2, effort="race"))
TRAINED = day(run("06:30"), lift("18:00"))
CHILD = athlete(age=16.0)
MEMBERS = ("energy", "availability", "targets", "timeline", "menu")


def holds(found, path):
    """Whether anything stands at a path of a plan."""
    value = found
    for part in path.split("."):
        value = None if value is None else getattr(value, part)
    return value is not None


@given(
    conditions=st.lists(st.sampled_from(CONDITIONS), unique=True, max_size=4),
    age=st.sampled_from((16.0, 34.0, 70.0)),
    when=st.sampled_from((TRAINED, day())),
    after=st.sampled_from((None, RACE)),
)
def test_holds_nothing_of_what_is_withheld(conditions, age, when, after):
    """Members, single fields and traces of what any guard withholds are gone; nothing else is."""
    found = plan(athlete(age=age, conditions=conditions), when, after=after, goal=BUILD)
    gone = set(chain.from_iterable(PARTS[member] for member in found.withheld))
    assert not [path for path in gone if holds(found, path)]
    shown = set(MEMBERS) - set(found.withheld)
    assert not [member for member in shown - {"menu", "availability"} if not holds(found, member)]
    for figure in found.trace:
        assert not any(figure.name.startswith(path) for path in gone)


@pytest.mark.parametrize("condition", ["stress-fracture", "eating-disorder", "missed-periods"])
def test_leaves_a_clock_without_numbers(condition):
    """Where figures are withheld, feedings stand with dish and foods by name, and no amount."""
    found = plan(athlete(conditions=[condition]), TRAINED, menu=True)
    fed = [entry for entry in found.timeline if entry.is_feeding]
    assert [entry.dish for entry in fed if entry.items]
    for entry in fed:
        amounts = (entry.energy_kcal, entry.protein_g, entry.carbohydrate_g, entry.fat_g,
                   entry.fluid_ml, entry.sodium_mg, entry.served)  # fmt: skip
        assert set(amounts) == {None}
        assert {entry.lead_min, entry.next_session_h, entry.carbohydrate_g_per_h} == {None}
        assert advice_text(entry) == ("drink by thirst" if entry.kind == "during" else "")
        for item in entry.items:
            numbers = (item.grams, item.amount, item.portion, item.energy_kcal, item.protein_g)
            assert set(numbers) == {None}
            assert words(item) == item.name
    assert found.menu is None


def test_plans_no_surplus_that_a_guard_forbids():
    """Nobody under 18 gets a surplus: not to build, not on the rest day before a marathon."""
    for goal, after in ((BUILD, None), (Goal(), RACE), (BUILD, RACE)):
        found = plan(CHILD, day(), goal=goal, after=after).energy
        assert found.balance_kcal == pytest.approx(0.0, abs=1e-6)
        assert found.recommendation == "maintenance"
        assert "glycogen-load" not in [reason.code for reason in found.reasons]
    loaded = plan(athlete(), day(), goal=Goal(), after=RACE)
    assert loaded.energy.balance_kcal > 100.0
    assert "glycogen-load" in [reason.code for reason in loaded.energy.reasons]


def test_loads_nobody_whose_clock_is_withheld():
    """Carbohydrate loading is a matter of the clock, which diabetes takes out of our hands."""
    found = plan(athlete(conditions=["diabetes-insulin"]), TRAINED, goal=Goal(), after=RACE)
    plain = plan(athlete(conditions=["diabetes-insulin"]), TRAINED, goal=Goal())
    assert found.targets.carbohydrate_g == plain.targets.carbohydrate_g


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.code)
def test_says_nothing_of_what_a_guard_withholds(guard):
    """No note about figures or the clock is left where these are withheld."""
    if not guard.withheld:
        return
    who = {
        "minor": {"age": 16.0}, "very-low-mass": {"mass_kg": 40.0, "body_fat_share": None},
        "pregnancy": {"conditions": ["pregnant"]},
        "under-fuelling-signs": {"conditions": ["missed-periods"]},
        "kidney": {"conditions": ["kidney-disease"]},
        "diabetes": {"conditions": ["diabetes-sglt2"]},
        "carbohydrate-timing": {"conditions": ["bariatric"]},
        "heart-and-fluid": {"conditions": ["heart-failure", "hypertension-diuretics"]},
    }[guard.code]  # fmt: skip
    found = plan(athlete(caffeine=True, **who), TRAINED, goal=BUILD, after=RACE)
    assert set(guard.withheld) <= set(found.withheld)
    codes = {note.code for note in found.notes}
    assert guard.code in codes
    if "targets.fluid_ml" in guard.withheld:
        assert not codes & {"fluid-by-thirst", "fluid-capped"}
        assert not caffeine(found)
    clock = {
        "caffeine-too-late",
        "fluid-by-thirst",
        "tomorrow-is-long",
        "glycogen-load",
        "late-session",
    }
    energy = {"availability-covered", "availability-low", "availability-check", "week-unknown"}
    if "timeline" in guard.withheld or "targets" in guard.withheld:
        assert not caffeine(found)
    if "timeline" in guard.withheld:
        assert not codes & clock
    if "availability" in guard.withheld:
        assert not codes & (energy - {"week-unknown"})
    assert render(found, "text")


def test_lets_no_refusal_tell_what_is_withheld():
    """A refused deficit names safe intake: no guard that withholds figures lets one be asked."""
    for guard in GUARDS:
        hides = {"energy", "availability", "targets"} & set(guard.withheld)
        assert "deficit" in guard.forbids or not hides, guard.code


@pytest.mark.parametrize("condition", ["pregnant", "breastfeeding", "heart-failure"])
@pytest.mark.parametrize("when", [TRAINED, day()])
def test_tells_who_should_have_no_caffeine(condition, when):
    """Whoever asked for caffeine is told on every day, whatever else is withheld."""
    found = plan(athlete(caffeine=True, conditions=[condition]), when)
    assert "no-caffeine" in [note.code for note in found.notes]


@pytest.mark.parametrize("condition", ["glp1", "bariatric", "heart-failure"])
def test_plans_no_deficit_for_who_eats_little_already(condition):
    """No deficit with GLP-1 medicines, after bariatric surgery or with heart failure."""
    with pytest.raises(InputError, match="is a deficit, which fuelcalc does not plan here"):
        plan(athlete(conditions=[condition]), TRAINED, goal=Goal(balance_kcal=-100.0))


def test_says_nothing_of_costs_and_starts_that_are_withheld():
    """Without energy no pace is assumed aloud, and without a clock no start is."""
    found = plan(athlete(conditions=["pregnant"]), day(Run(distance_km=8.0)))
    assert not {note.code for note in found.notes} & {"assumed-pace", "assumed-start"}
    shown = plan(athlete(), day(Run(distance_km=8.0)))
    assert {note.code for note in shown.notes} >= {"assumed-pace", "assumed-start"}


def test_keeps_only_what_it_names():
    """Without numbers every other field of a feeding and of a food is None, new ones too."""
    found = plan(athlete(conditions=["eating-disorder"]), TRAINED, menu=True)
    for entry in (entry for entry in found.timeline if entry.is_feeding):
        kept = {name for name, value in entry if value not in {None, ()}}
        assert kept <= {
            "start",
            "end",
            "minute",
            "minutes",
            "kind",
            "name",
            "before",
            "after",
            "during",
            "is_between",
            "dish",
            "dish_id",
            "preparation",
            "preparation_min",
            "hands_on_min",
            "items",
        }
        for item in entry.items:
            kept = {name for name, value in item if value is not None}
            assert kept == {"food_id", "name", "source"}
