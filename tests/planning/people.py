"""The athletes and days that the tests of this folder plan for."""

from datetime import time
from typing import Any

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.sessions import Exercise, Lift, Other, Run
from fuelcalc.models.timeline import Entry
from fuelcalc.planning.day import plan_day

BUILD = Goal(aim="build", season="base")


def athlete(**changes: Any) -> Athlete:
    """A 34-year-old woman of 62 kg with 22 % body fat, unless changed."""
    usual: dict[str, Any] = {
        "sex": "female", "age": 34.0, "mass_kg": 62.0, "height_cm": 168.0, "body_fat_share": 0.22,
    }  # fmt: skip
    return Athlete.of(**{**usual, **changes})


def man(**changes: Any) -> Athlete:
    """The man of 75 kg, 178 cm, 30 years and 15 % body fat that published examples use."""
    usual: dict[str, Any] = {
        "sex": "male", "age": 30.0, "mass_kg": 75.0, "height_cm": 178.0, "body_fat_share": 0.15,
    }  # fmt: skip
    return Athlete.of(**{**usual, **changes})


def run(start: str | None = "06:30", **changes: Any) -> Run:
    """Ten easy kilometres at 5:40, unless changed."""
    usual: dict[str, Any] = {"distance_km": 10.0, "pace_s_per_km": 340.0}
    if {"segments", "duration_min"} & set(changes):
        usual = {}
    return Run.of(start=start, **{**usual, **changes})


def lift(start: str | None = "18:00", **changes: Any) -> Lift:
    """An hour of heavy squats and the like, unless changed."""
    usual: dict[str, Any] = {"duration_min": 60.0, "style": "heavy", "focus": "lower"}
    return Lift.of(start=start, **{**usual, **changes})


def ride(start: str | None = "12:00", **changes: Any) -> Other:
    """Forty minutes on a bicycle, unless changed."""
    usual: dict[str, Any] = {"duration_min": 40.0, "activity": "cycling"}
    if {"met", "energy_kcal"} & set(changes):
        del usual["activity"]
    return Other.of(start=start, **{**usual, **changes})


def exercise(sets: int, reps: int, load_kg: float | None = None) -> Exercise:
    """Sets of one exercise."""
    return Exercise(sets=sets, reps=reps, load_kg=load_kg)


def day(*sessions: Run | Lift | Other, wake: str | None = None, **changes: Any) -> Day:
    """A day with these sessions."""
    groups: dict[str, list[Any]] = {"runs": [], "lifts": [], "other": []}
    for one in sessions:
        groups[{Run: "runs", Lift: "lifts", Other: "other"}[type(one)]].append(one)
    return Day.of(wake=wake, **groups, **changes)


def plan(who: Athlete | None = None, when: Day | None = None, **options: Any) -> DayPlan:
    """A plan without foods for somebody on a day; by default a rest day of the woman."""
    options = {"menu": False, **options}
    goal = options.pop("goal", None)
    return plan_day(who or athlete(), when or day(), goal, **options)


def codes(found: DayPlan) -> list[str]:
    """The codes of a plan's notes."""
    return [note.code for note in found.notes]


def reasons(found: DayPlan) -> list[str]:
    """The codes of a plan's reasons, in order."""
    assert found.energy is not None
    return [reason.code for reason in found.energy.reasons]


def feedings(found: DayPlan, kind: str | None = None) -> list[Entry]:
    """The feedings of a plan, of one kind or all."""
    entries = [entry for entry in found.timeline or () if entry.is_feeding]
    return [entry for entry in entries if kind in {None, entry.kind}]


def labelled(found: DayPlan, part: str) -> Entry:
    """The one feeding whose label holds some words."""
    (entry,) = [entry for entry in feedings(found) if part in entry.label]
    return entry


def at(hours: int, minutes: int = 0) -> time:
    """A time of day."""
    return time(hours, minutes)
