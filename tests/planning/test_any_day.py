"""Laws that hold for any athlete, any day and any goal, searched for by hypothesis."""

import json
import math

import pytest
from hypothesis import HealthCheck, assume, event, given, reject, settings
from hypothesis import strategies as st
from laws import broken_laws
from menu_laws import broken_menu_laws
from people import athlete, day, plan, run
from steps import CHANGES, WHOLE, jumps
from strategies import Case, athletes, cases, fed_cases, real

from fuelcalc.errors import InputError, OutOfRangeError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.planning.day import plan_day

SEARCH = settings(
    deadline=None,
    derandomize=True,  # the same days in every run, so that a failure is news
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ],
)


def planned(case: Case, *, menu: bool = False) -> DayPlan:
    """The plan of a case."""
    return plan_day(
        case.athlete, case.day, case.goal, before=case.before, after=case.after, menu=menu
    )


def planned_or_refused(case: Case, *, menu: bool = False) -> DayPlan:
    """The plan of a case; a case that is refused in one line proves nothing."""
    try:
        return planned(case, menu=menu)
    except InputError as error:
        event(str(error).split(":")[0])
        if "\n" in str(error):
            raise
        return reject()


@pytest.mark.no_cover
@settings(SEARCH, max_examples=300)
@given(case=cases())
def test_r01_keeps_every_law(case):
    """R01: any valid input gives a plan whose figures add up, or one line that refuses it."""
    assert broken_laws(planned_or_refused(case)) == []


@pytest.mark.no_cover
@settings(SEARCH, max_examples=300)
@given(case=fed_cases(), seed=st.integers(0, 50))
def test_keeps_every_law_with_foods(case, seed):
    """Foods are within every limit and band or say so, and change no target and no figure."""
    plain = planned_or_refused(case)
    found = plan_day(
        case.athlete, case.day, case.goal, before=case.before, after=case.after, seed=seed
    )
    assert broken_laws(found) == []
    assert broken_menu_laws(found) == []
    assert found.targets == plain.targets
    assert found.energy == plain.energy


@settings(SEARCH, max_examples=40)
@given(case=cases())
def test_gives_the_same_answer_twice(case):
    """The same input gives the same plan, trace and JSON."""
    one, two = planned_or_refused(case), planned(case)
    assert one == two
    assert one.trace == two.trace
    assert one.model_dump_json() == two.model_dump_json()


@pytest.mark.no_cover
@settings(SEARCH, max_examples=100)
@given(case=cases())
def test_no_cliffs(case):
    """One per cent of anything measured moves nothing beyond its limit, half of it half as far."""
    case = case._replace(athlete=case.athlete.model_copy(update={"conditions": ()}))
    before = planned_or_refused(case)
    for name, change in CHANGES.items():
        for step in (WHOLE, 0.5 * WHOLE):
            moved = change(case, step)
            if moved is None:
                continue
            try:
                after = planned(moved)
            except InputError:
                continue
            assert list(jumps(before, after, step=step)) == [], (name, step)


@settings(SEARCH, max_examples=60)
@given(
    case=cases(),
    km=real(0.1, 40.0),
    more=real(0.001, 20.0),
    pace=real(150.0, 900.0),
)
def test_more_distance_never_costs_less(case, km, more, pace):
    """At a fixed pace a longer run never lowers what the day costs."""
    who = case.athlete.model_copy(update={"conditions": (), "resting_energy_kcal_per_day": None})
    spent = []
    for distance in (km, km + more):
        try:
            found = plan(
                who, day(run("06:00", distance_km=distance, pace_s_per_km=pace), wake="05:00")
            )
        except InputError:
            reject()
        assume(found.energy is not None)
        spent.append(found.energy.expenditure_kcal)
    assert spent[1] >= spent[0] - 1e-9


@pytest.mark.no_cover
@settings(SEARCH, max_examples=80)
@given(who=athletes(), km=real(1.0, 30.0), degc=real(-20.0, 40.0), climb=real(0.0, 400.0))
def test_metric_and_us_inputs_give_the_same_plan(who, km, degc, climb):
    """Pounds, inches, miles, feet and degrees Fahrenheit give the figures of the metric plan."""
    # The very edge of a limit may fall to its other side in the last digit.
    assume(30.001 < who.mass_kg < 249.99)
    assume(120.001 < who.height_cm < 229.99)
    us = Athlete.of(
        **{
            **{name: getattr(who, name) for name in who.model_fields_set},
            **_us(who, "mass_kg", "mass", 0.45359237, "lb"),
            **_us(who, "height_cm", "height", 2.54, "in"),
        }
    )
    metric_day = day(run(distance_km=km, temperature_degc=degc, climb_m=climb))
    us_day = Day.of(
        runs=[
            {
                "start": "6:30 am",
                "distance": f"{km / 1.609344!r} mi",
                "pace_s_per_km": 340.0,
                "temperature": f"{degc * 1.8 + 32.0!r} F",
                "climb": f"{climb / 0.3048!r} ft",
            }
        ]
    )
    pair = []
    for athlete_, when in ((who, metric_day), (us, us_day)):
        try:
            found = plan_day(athlete_, when, menu=False)
        except InputError:
            reject()
        tree = json.loads(found.model_dump_json())
        pair.append([value for key, value in _numbers(tree) if key != "athlete"])
    for one, two in zip(*pair, strict=True):
        assert math.isclose(one, two, rel_tol=1e-9, abs_tol=1e-7)


def _us(who: Athlete, field: str, bare: str, factor: float, unit: str) -> dict[str, object]:
    """One field in another unit, unless it is unknown."""
    value = getattr(who, field)
    return {} if value is None else {field: None, bare: f"{value / factor!r} {unit}"}


def _numbers(tree: object, key: str = "") -> list[tuple[str, float]]:
    """Every number of a JSON tree."""
    if isinstance(tree, dict):
        return [pair for name, value in tree.items() for pair in _numbers(value, key or name)]
    if isinstance(tree, list):
        return [pair for value in tree for pair in _numbers(value, key)]
    return (
        [(key, float(tree))] if isinstance(tree, int | float) and not isinstance(tree, bool) else []
    )


@pytest.mark.parametrize("error", [InputError, OutOfRangeError])
def test_refuses_with_errors_of_its_own(error):
    """Every refusal is an input error, which a caller may catch as a ValueError."""
    assert issubclass(error, ValueError)
    assert plan(athlete()).energy is not None
