"""
What is true of every plan, whoever it is for: the contracts that others build on.

The contracts allow 1 kcal, 0.1 g and 1 ml; sums of floats are held to a millionth of those.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from fuelcalc import render
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy
from fuelcalc.models.targets import Targets
from fuelcalc.models.timeline import Entry
from fuelcalc.models.within_day import WithinDay
from fuelcalc.planning.reasons import LEAST_BEHIND_KCAL

_COLUMNS = ("protein_g", "carbohydrate_g", "fat_g", "fluid_ml", "sodium_mg")
_ENDS_BEHIND = {"day-ends-behind", "small-feedings-behind", "small-feedings-unsafe"}
_CLOCK_NUMBERS = {
    "minute", "minutes", "distance_km", "duration_min", "preparation_min", "hands_on_min",
}  # fmt: skip
_ENERGY_AMOUNT = re.compile(r"\d\s*(kcal|kJ)\b", re.IGNORECASE)
_FOOD_AMOUNT = re.compile(r"\d\s*(g|mg|ml|l)\b|% of energy", re.IGNORECASE)


def feedings_of(plan: DayPlan) -> list[Entry]:
    """The lines of the clock at which something is eaten or drunk."""
    return [entry for entry in plan.timeline or () if entry.is_feeding]


def broken_laws(plan: DayPlan) -> list[str]:
    """Name every law that a plan breaks; none for a sound plan."""
    found: list[str] = []
    if plan.energy is not None:
        found += _broken(_energy_laws(plan, plan.energy))
    if plan.targets is not None:
        found += _broken(_target_laws(plan, plan.targets))
    if plan.timeline is not None:
        found += _broken(_clock_laws(plan, plan.timeline))
    if plan.timeline is not None and plan.targets is not None:
        found += _broken(_feeding_laws(plan, plan.targets))
    needed = {"energy", "availability", "targets", "timeline"}
    if (plan.within_day is None) != bool(needed & set(plan.withheld)):
        found.append("the energy across the day is shown just where all behind it is")
    if plan.within_day is not None:
        found += _broken(_within_day_laws(plan, plan.within_day))
    return [*found, *_trace_laws(plan), *_withheld_laws(plan)]


def _trace_laws(plan: DayPlan) -> Iterator[str]:
    """Hold that each figure and all that went into it are numbers; no model looks at them again."""
    for figure in plan.trace:
        numbers = [figure.value, figure.low, figure.high, *(value for _, value in figure.inputs)]
        if not all(math.isfinite(one) for one in numbers if isinstance(one, float | int)):
            yield f"{figure.name} rests on what is no number"


def _broken(laws: Mapping[str, bool]) -> list[str]:
    """The names of those that do not hold."""
    return [name for name, holds in laws.items() if not holds]


def _same(left: float, right: float) -> bool:
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-6)


def _ends_behind(plan: DayPlan) -> bool:
    """Whether no meal of the day holds what it costs."""
    return any(note.code in _ENDS_BEHIND for note in plan.notes)


def _energy_laws(plan: DayPlan, energy: Energy) -> Mapping[str, bool]:
    parts = energy.resting_kcal + energy.daily_life_kcal + energy.digestion_kcal
    net = sum(session.net_kcal for session in energy.sessions)
    exercise = sum(session.net_of_rest_kcal for session in energy.sessions)
    spent, eaten = energy.expenditure_kcal, energy.intake_kcal
    deficit = (plan.goal.balance_kcal or 0.0) < 0.0
    safe, behind = energy.safe_intake_kcal or 0.0, energy.behind_kcal
    return {
        "the parts are the expenditure": _same(parts + net, spent),
        "expenditure and balance are the intake": _same(spent + energy.balance_kcal, eaten),
        "the sessions above rest are the exercise": _same(exercise, energy.exercise_kcal),
        "the expenditure is in its range": (
            energy.expenditure_low_kcal <= spent <= energy.expenditure_high_kcal
        ),
        "energy is positive": min(energy.resting_kcal, energy.digestion_kcal, eaten) > 0.0,
        # What a long day leaves uneaten is judged with the days that repay it.
        "a deficit keeps to the safe intake": not deficit or eaten + behind >= safe - 1e-6,
        "a deficit was asked for": deficit or energy.balance_kcal + behind >= -1e-6,
        "nothing is left or repaid backwards": min(behind, energy.repaid_kcal) >= 0.0,
        # A bite that finds no room is left without a word, on top of what a first step leaves.
        "no first step leaves too little": (
            behind <= 0.0
            or eaten > safe - LEAST_BEHIND_KCAL
            or plan.athlete.usual_intake_kcal is None
            # Where a guard hides the clock, no note speaks of its feedings either.
            or bool({"targets", "timeline"} & set(plan.withheld))
            or _ends_behind(plan)
        ),
    }


def _target_laws(plan: DayPlan, targets: Targets) -> Mapping[str, bool]:
    kcal = 4.0 * targets.protein_g + 4.0 * targets.carbohydrate_g + 9.0 * targets.fat_g
    intake = targets.energy_kcal if plan.energy is None else plan.energy.intake_kcal
    return {
        "4/4/9 of the targets is their energy": _same(kcal, targets.energy_kcal),
        "the intake is the targets' energy": _same(intake, targets.energy_kcal),
        "no target is negative": min(_flat(targets.model_dump(mode="json"))) >= 0.0,
    }


def _flat(tree: Any) -> list[float]:
    return [value for _, value in _leaves(tree) if isinstance(value, int | float)]


def _feeding_laws(plan: DayPlan, targets: Targets) -> Mapping[str, bool]:
    feedings = feedings_of(plan)
    laws: dict[str, bool] = {}
    for name in _COLUMNS:
        if f"targets.{name}" in plan.withheld:
            continue
        amounts = [getattr(feeding, name) for feeding in feedings]
        laws[f"every feeding has {name}, 0 or more"] = min(amounts, default=0.0) >= 0.0
        laws[f"the feedings' {name} is the day's"] = _same(sum(amounts), getattr(targets, name))
    drinks = [(f.minute, f.fluid_ml or 0.0) for f in feedings if f.kind != "during"]
    hours = [
        sum(ml for minute, ml in drinks if start <= minute < start + 60.0) for start, _ in drinks
    ]
    most_kcal = min(20.0 * plan.athlete.mass_kg, 1600.0)
    if {"glp1", "bariatric"} & set(plan.athlete.conditions):
        most_kcal = min(most_kcal, 400.0)
    runs = [entry for entry in plan.timeline or () if entry.kind == "run"]
    return {
        **laws,
        "4/4/9 of each feeding is its energy": all(map(_adds_up, feedings)),
        "at most 800 ml in an hour outside sessions": max(hours, default=0.0) <= 800.0 + 1e-6,
        "no feeding holds more than anybody eats at once": all(
            (feeding.energy_kcal or 0.0) <= most_kcal + 1e-6
            for feeding in feedings
            if feeding.kind != "during"
        ),
        "no target passes its ceiling before a run": not _over_ceilings(plan, feedings),
        "at most 10 ml/kg in the last four hours before a run": all(
            sum(
                feeding.fluid_ml or 0.0
                for feeding in feedings
                if feeding.kind != "during"
                and 0.0 <= run.minute - feeding.minute - feeding.minutes <= 240.0 - _PRINTED_MIN
            )
            <= 10.0 * plan.athlete.mass_kg + 1e-6
            for run in runs
        ),
    }


# Feedings are printed on five minutes, so up to two and a half from where they are reckoned.
_PRINTED_MIN = 2.5

# The table before a run, by minutes from the end of a feeding to the start, for 70 kg: the most
# carbohydrate in g/kg, fat, protein. An easy run lets half as much again of the last two.
_ROWS = {
    15.0: (0.35, 2.0, 3.0), 30.0: (0.5, 3.0, 5.0), 60.0: (1.0, 5.0, 10.0), 90.0: (1.3, 8.0, 15.0),
    120.0: (2.0, 10.0, 20.0), 180.0: (3.0, 15.0, 30.0), 240.0: (4.0, 25.0, 40.0),
}  # fmt: skip


def _over_ceilings(plan: DayPlan, feedings: Sequence[Entry]) -> list[str]:
    """Feedings that hold more before a run than the row of the table above their time."""
    kg = plan.athlete.mass_kg
    found: list[str] = []
    for run in plan.timeline or ():
        for feeding in feedings:
            minutes = run.minute - feeding.minute - feeding.minutes
            if run.kind != "run" or feeding.kind == "during" or not 0.0 <= minutes <= 235.0:
                continue
            row = next(row for time, row in _ROWS.items() if time >= minutes + _PRINTED_MIN)
            easy = 1.5 if run.minutes < 85.0 else 1.0
            mosts = (row[0] * kg, easy * row[1] * kg / 70.0, easy * row[2] * kg / 70.0)
            held = (feeding.carbohydrate_g, feeding.fat_g, feeding.protein_g)
            if any((g or 0.0) > most + 1e-6 for g, most in zip(held, mosts, strict=True)):
                found.append(f"{feeding.kind} at {feeding.start:%H:%M}")
    return found


def _within_day_laws(plan: DayPlan, within: WithinDay) -> Mapping[str, bool]:
    energy = plan.energy
    assert energy is not None
    below, low, high = (
        within.time_below_limit_h,
        within.time_below_limit_low_h,
        within.time_below_limit_high_h,
    )
    steps = len(within.intake_kcal)
    return {
        "the steps fill the day": steps * within.step_min == 1440.0,
        "every step has both sides": (
            len(within.expenditure_kcal) == steps and len(within.balance_kcal) == steps + 1
        ),
        "the steps' intake is the day's": _same(sum(within.intake_kcal), energy.intake_kcal),
        "the steps' cost is the day's": _same(
            sum(within.expenditure_kcal), energy.expenditure_kcal
        ),
        "the balance starts at zero": within.balance_kcal[0] == 0.0,
        "the balance ends at the day's": _same(within.balance_kcal[-1], energy.balance_kcal),
        "nothing is eaten backwards": min(within.intake_kcal) >= 0.0,
        "the hours below are in their range": 0.0 <= low <= below <= high <= 24.0,
        "the lowest is the balance's": within.lowest_kcal == min(within.balance_kcal),
    }


def _adds_up(one: Entry) -> bool:
    protein, carbohydrate, fat = one.protein_g or 0.0, one.carbohydrate_g or 0.0, one.fat_g or 0.0
    return _same(4.0 * protein + 4.0 * carbohydrate + 9.0 * fat, one.energy_kcal or 0.0)


def _clock_laws(plan: DayPlan, timeline: Sequence[Entry]) -> Mapping[str, bool]:
    entries, night = timeline[:-1], timeline[-1]
    wake = plan.wake.hour * 60.0 + plan.wake.minute
    ends = [entry.minute + entry.minutes for entry in entries]
    fixed = sorted(
        (entry.minute, entry.minute + entry.minutes)
        for entry in entries
        # Coffee stands beside breakfast as well.
        if entry.kind not in {"during", "caffeine"}
    )
    return {
        "the clock ends with its only night": (
            [entry.kind for entry in timeline].index("sleep") == len(entries)
        ),
        "all is between waking and sleep": (
            min([entry.minute for entry in entries], default=wake) >= wake - 1e-6
            and max(ends, default=0.0) <= night.minute + 1e-6
        ),
        "everything takes time": all(entry.minutes > 0.0 for entry in entries),
        "the clock is in order": all(a.minute <= b.minute for a, b in pairwise(timeline)),
        "no caffeine before a session on another": not any(
            session.minute < entry.minute < session.minute + session.minutes
            for entry in entries
            for session in entries
            if entry.kind == "caffeine" and entry.during is None
            if session.kind in {"run", "lift", "other"}
        ),
        "nothing overlaps but what is taken during": all(
            end <= start + 1e-6 for (_, end), (start, _) in pairwise(fixed)
        ),
    }


def _withheld_laws(plan: DayPlan) -> Iterator[str]:
    tree, page = json.loads(plan.model_dump_json()), json.loads(render(plan, "json"))
    names = {figure.name for figure in plan.trace}
    for member in plan.withheld:
        if "." in member:
            yield from _single_laws(member, tree, page, names, render(plan, "text", explain=True))
        elif tree.get(member) is not None or any(name.startswith(f"{member}.") for name in names):
            yield f"{member} is withheld and there"
    if "availability" in plan.withheld:
        yield from _availability_laws(tree, names)
    if "targets" in plan.withheld:
        yield from _hidden_number_laws(tree, names)
        yield from _hidden_word_laws(page)


def _single_laws(
    member: str, tree: dict[str, Any], page: dict[str, Any], names: set[str], text: str
) -> Iterator[str]:
    """Hold that a figure is nowhere: not on the clock, behind a figure, in the menu or in words."""
    field = member.split(".")[1]
    parts = ("targets", "timeline", "menu")
    for kind, one in (("plan", tree), ("page", page)):
        for part in parts:
            for key, value in _leaves(one.get(part)):
                if key == field and value is not None:
                    yield f"{member} is withheld and in the {kind}'s {part}"
    if any(name.endswith(field) for name in names):
        yield f"{member} is withheld and explained"
    if field in ((tree["menu"] or {}).get("coverage") or {}):
        yield f"{member} is withheld and in the menu's coverage"
    words = {
        "sodium_mg": r"salt\b|sodium +[\d,]|sodium, at",
        "fluid_ml": r"drinks +\d|\bml water|up to this much",
    }
    for told in re.findall(words.get(field, r"g carbohydrate an hour"), text, re.IGNORECASE):
        yield f"{member} is withheld and the page says {told!r}"


def _availability_laws(tree: dict[str, Any], names: set[str]) -> Iterator[str]:
    """Hold that no energy availability is left, in the plan or behind it."""
    shown = {key for key, value in _leaves(tree) if value is not None}
    shown |= {name.split(".")[-1] for name in names}
    for key in sorted(shown):
        if key in _AVAILABILITY or key.startswith("energy_availability"):
            yield f"{key} is withheld and there"


_AVAILABILITY = ("safe_intake_kcal",)


def _hidden_number_laws(tree: dict[str, Any], names: set[str]) -> Iterator[str]:
    """Hold that no amount to eat is left anywhere but in what the athlete wrote."""
    if any(name.startswith("timeline") for name in names):
        yield "a feeding is traced though its numbers are hidden"
    for key, value in _leaves(tree["timeline"]):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and key not in _CLOCK_NUMBERS:
            yield f"the clock shows {key}"


def _hidden_word_laws(page: dict[str, Any]) -> Iterator[str]:
    """Hold that no amount to eat is printed."""
    for key, value in _leaves(page["timeline"]):
        if key in {"advice", "household"} and re.search(r"\d", str(value)):
            yield f"the clock says {value!r}"
    for note in page["notes"]:
        if _FOOD_AMOUNT.search(note["text"]):
            yield f"note {note['code']} gives an amount of food"
        if page["energy"] is None and _ENERGY_AMOUNT.search(note["text"]):
            yield f"note {note['code']} gives an energy"


def _leaves(tree: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a JSON tree with the name that it stands under."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _leaves(value, name)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _leaves(value, key)
    else:
        yield key, tree
