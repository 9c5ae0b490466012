"""The trace: every figure with its equation, inputs, range and source."""

import pytest
from people import BUILD, athlete, day, feedings, label, lift, plan, ride, run

from fuelcalc.models.athlete import Goal
from fuelcalc.planning.week import average_day

TRAINING = day(run(distance_km=25.0, effort="long"), lift("18:00"), ride("14:00"))


def value_at(found, path):
    """The figure of a plan that a trace's name points to."""
    for part in path.replace("]", "").replace("[", ".").split("."):
        if isinstance(found, dict):
            found = found[part]
        else:
            found = found[int(part)] if part.isdigit() else getattr(found, part)
    return found


@pytest.mark.parametrize("goal", [BUILD, Goal(balance_kcal=-200.0), Goal(balance_kcal=200.0), None])
def test_explains_what_it_prints(goal):
    """Each figure of the trace is the plan's own, with words, inputs and a source."""
    loads = goal is None or (goal.balance_kcal or 0.0) >= 0.0
    after = day(run(distance_km=42.2, effort="race")) if loads else None
    found = plan(when=TRAINING, goal=goal, after=after)
    assert len({figure.name for figure in found.trace}) == len(found.trace)
    for figure in found.trace:
        assert figure.value == pytest.approx(value_at(found, figure.name)), figure.name
        assert figure.equation
        assert figure.source


def test_r01_explains_every_line_of_the_day():
    """R01: all energy lines, targets and feedings have a figure."""
    found = plan(when=TRAINING, goal=BUILD)
    names = {figure.name for figure in found.trace}
    lines = ("resting", "daily_life", "digestion", "expenditure", "balance", "intake")
    assert {f"energy.{line}_kcal" for line in (*lines, "safe_intake")} <= names
    assert {f"energy.sessions[{n}].net_kcal" for n in range(3)} <= names
    # The targets' energy is the intake, explained above.
    targets = set(type(found.targets).model_fields) - {"energy_kcal", "micronutrients"}
    assert {f"targets.{name}" for name in targets} <= names
    micronutrients = found.targets.micronutrients
    assert {f"targets.micronutrients.{name}" for name in micronutrients} <= names
    for number, entry in enumerate(found.timeline):
        if entry.is_feeding:
            assert any(name.startswith(f"timeline[{number}].") for name in names), label(entry)


def test_says_what_is_an_estimate():
    """Published equations are not estimates; this project's own syntheses say that they are."""
    figures = {figure.name: figure for figure in plan(when=TRAINING).trace}
    assert not figures["energy.sessions[0].net_kcal"].estimate
    assert figures["energy.daily_life_kcal"].estimate
    assert "estimate" in figures["energy.daily_life_kcal"].source
    assert "doi:" in figures["energy.sessions[0].net_kcal"].source


def test_gives_a_range_where_the_error_is_known():
    """The expenditure's range is 90 %: about 8-9 % standard deviation, 1.645 of them each way."""
    found = plan(when=TRAINING)
    figures = {figure.name: figure for figure in found.trace}
    spent = figures["energy.expenditure_kcal"]
    assert spent.low < spent.value < spent.high
    assert (spent.high - spent.low) / 2.0 / spent.value / 1.645 == pytest.approx(0.085, abs=0.02)
    assert figures["targets.protein_g"].low is None
    assert found.energy.expenditure_low_kcal == pytest.approx(spent.low)


@pytest.mark.parametrize("changes", [{"steps": 9000}, {"body_fat_share": None}, {"age": 16.0}])
def test_names_the_inputs_that_were_used(changes):
    """Steps, and a body fat that was measured, are among the inputs only when they were given."""
    figures = {figure.name: figure for figure in plan(athlete(**changes)).trace}
    inputs = dict(figures["energy.resting_kcal"].inputs)
    assert ("body_fat_share" in inputs) == ("body_fat_share" not in changes)
    assert ("steps" in figures["energy.daily_life_kcal"].source) == ("steps" in changes)


def test_explains_an_average_day():
    """An average day's sessions are explained, and its meals."""
    who = athlete(weekly_mileage_km=50.0, weekly_lifts=2)
    found = plan(who, average_day(who))
    names = [figure.name for figure in found.trace]
    assert sum(name.startswith("energy.sessions") for name in names) == 2
    assert sum(name.startswith("timeline") for name in names) >= len(feedings(found))
