"""One row of a table as an athlete, a day and a goal, and their figures: by the models."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from fuelcalc.batch.cells import NoSession, NoUnit
from fuelcalc.batch.columns import COLUMNS, HARD, KINDS, LENGTHS, SIGNS
from fuelcalc.batch.days import FIGURES
from fuelcalc.batch.people import conditions_from
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.plain import plain, plain_number
from fuelcalc.models.sessions import LISTS
from fuelcalc.planning.day import DayInNumbers, day_in_numbers
from fuelcalc.planning.days import Surroundings
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.sessions.training import Training
from fuelcalc.science import day as science


class RowsAsked(NamedTuple):
    """How rows are planned: with their feedings or before them, and by whose equations."""

    clock: bool = True
    models: Models = FUELCALCS


class Case(NamedTuple):
    """What one row says."""

    athlete: Athlete
    day: Day
    goal: Goal


def case_of(row: Mapping[str, Any]) -> Case:
    """
    The athlete, day and goal of one row.

    Args:
        row: Values by the names of `columns.COLUMNS`, without those that are empty.

    Raises:
        InputError: Something in it cannot be used.
    """
    trees: dict[Any, dict[str, Any]] = {Athlete: {}, Goal: {}, Day: {}, LearnedLife: {}}
    sessions: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, NoUnit | NoSession):
            raise value.refusal()
        column = COLUMNS.get(name)
        if column is None or column.slot in KINDS:
            _add_session(sessions, name, value)
        else:
            told = _clock(value, name) if column.in_minutes else _time_from(value, name)
            trees[column.record][column.key] = told
    if trees[LearnedLife]:
        trees[Athlete]["learned"] = _learned(trees[LearnedLife], trees[Athlete])
    if "conditions" in trees[Athlete]:
        trees[Athlete]["conditions"] = conditions_from(trees[Athlete]["conditions"])
    for kind in KINDS:
        own = [
            value
            for slot, value in sessions.items()
            if slot.rstrip("0123456789") == kind and _is_there(value)
        ]
        if own:
            trees[Day][LISTS[kind]] = own
    return Case(Athlete.of(**trees[Athlete]), Day.of(**trees[Day]), Goal.of(**trees[Goal]))


def _learned(tree: Mapping[str, Any], athlete: Mapping[str, Any]) -> LearnedLife:
    """
    What a log taught, from its columns.

    Raises:
        InputError: One is missing or cannot be, or a column holds all of it already.
    """
    if "learned" in athlete:
        remedy = "leave one of them out"
        raise InputError("stands in two columns", argument="learned", quote="", remedy=remedy)
    return LearnedLife.from_tree(plain(tree), path="learned.")


def _add_session(sessions: dict[str, Any], name: str, value: Any) -> None:
    """Add what a column says of a session: all of it as text, or one of its fields."""
    slot, _, key = name.partition("_")
    if not key:
        sessions[slot] = value
    elif key in {"start", "start_min"}:
        told = value if key == "start" else _clock(value, name)
        sessions.setdefault(slot, {})["start"] = _time_from(told, name)
    else:
        sessions.setdefault(slot, {})[key] = value


def _is_there(session: Any) -> bool:
    """Whether a row has that session: how long or fast it was, rather than what sort it is."""
    if isinstance(session, str) or session.get("effort") in HARD:
        return True
    return any(name in session for name in (*LENGTHS, *SIGNS))


def _clock(minute: Any, name: str) -> dt.time:
    """
    Minutes since midnight as a time of day.

    Raises:
        InputError: They are none of a day.
    """
    minute = plain_number(minute)
    is_number = isinstance(minute, int | float) and not isinstance(minute, bool)
    seconds = round(minute * 60.0) if is_number and math.isfinite(minute) else -1
    if not 0 <= seconds < 24 * 3600:
        raise InputError(
            "is no minute of a day", argument=name, value=minute, remedy="write 0 to 1439"
        )
    hours, rest = divmod(seconds, 3600)
    return dt.time(hours, *divmod(rest, 60))


def _time_from(value: Any, name: str) -> Any:
    """A time since midnight as a time of day; all else as it is."""
    return _clock(value.total_seconds() / 60.0, name) if isinstance(value, dt.timedelta) else value


def numbers_of(case: Case, asked: RowsAsked) -> DayInNumbers:
    """
    A row's day in numbers, as `plan_day` has it; without the clock before its feedings.

    Raises:
        InputError: The day cannot be, or the balance asked for is beyond its limits.
    """
    training = Training(case.athlete, asked.models)
    return day_in_numbers(training, Surroundings(case.day), case.goal, clock=asked.clock)


def figures_of(found: DayInNumbers) -> dict[str, float]:
    """Each figure of `days.FIGURES`, whatever guards withhold of it."""
    spent, intake, portions = found.figures.spent, found.figures.targets, found.portions
    low, high = science.expenditure_range(spent)
    values = (
        spent.resting_kcal,
        spent.daily_life_kcal,
        spent.digestion_kcal,
        spent.exercise_kcal,
        spent.expenditure_kcal,
        low,
        high,
        intake.balance_kcal,
        intake.behind_kcal,
        intake.energy_kcal,
        intake.availability_kcal_per_kg_ffm,
        spent.safe_intake_kcal,
        intake.protein_g,
        intake.carbohydrate_g,
        intake.fat_g,
        min(intake.fibre_g, portions.most_fibre_g),
        portions.fluid_ml,
        intake.sodium_mg,
    )
    return dict(zip(FIGURES, values, strict=True))
