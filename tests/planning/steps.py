"""Small steps in everything that an athlete measures, for the law that nothing jumps."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from people import label
from strategies import Case

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.record import Record
from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.timeline import Entry

WHOLE = 0.01
"""The step of the promise: one per cent."""

ATHLETE = (
    "mass_kg", "height_cm", "body_fat_share", "weekly_mileage_km", "usual_intake_kcal",
    "resting_energy_kcal_per_day", "running_economy_kcal_per_kg_per_km", "sweat_rate_l_per_h",
    "sweat_sodium_mg_per_l", "carbohydrate_tolerance_g_per_h",
)  # fmt: skip
RUN = (
    "distance_km", "pace_s_per_km", "duration_min", "climb_m", "grade_share", "pack_kg",
    "wind_m_per_s",
)  # fmt: skip
DEGC_RANGE = 30.0
"""Runs are between 0 and 30 degrees, so a hundredth of that is 0.3 degrees."""

Change = Callable[[Case, float], Case | None]


def _scaled(record: Record, name: str, share: float) -> dict[str, float] | None:
    """One field grown by a share; a temperature by a share of its range."""
    value = getattr(record, name)
    if value is None:
        return None
    if name == "temperature_degc":
        return {name: value + share * DEGC_RANGE}
    return {name: value * (1.0 + share)}


def _remade(record: Any, update: Mapping[str, Any]) -> Any:
    """A checked copy; None where a limit is in the way."""
    given = {name: getattr(record, name) for name in record.model_fields_set}
    try:
        return type(record)(**{**given, **update})
    except ValueError:
        return None


def _athlete(name: str) -> Change:
    def change(case: Case, share: float) -> Case | None:
        update = _scaled(case.athlete, name, share)
        changed = None if update is None else _remade(case.athlete, update)
        return None if changed is None else case._replace(athlete=changed)

    return change


def _race(case: Case, share: float) -> Case | None:
    race = case.athlete.recent_race
    changed = race and _remade(race, {"duration_min": race.duration_min * (1.0 + share)})
    if not changed:
        return None
    athlete: Athlete = case.athlete.model_copy(update={"recent_race": changed})
    return case._replace(athlete=athlete)


def _balance(case: Case, share: float) -> Case | None:
    update = _scaled(case.goal, "balance_kcal", share)
    goal: Goal | None = None if update is None else _remade(case.goal, update)
    return None if goal is None else case._replace(goal=goal)


def _session(group: str, name: str) -> Change:
    """The first session of a group."""

    def change(case: Case, share: float) -> Case | None:
        sessions: tuple[Run | Lift | Other, ...] = getattr(case.day, group)
        update = _scaled(sessions[0], name, share) if sessions else None
        first = None if update is None else _remade(sessions[0], update)
        if first is None:
            return None
        day: Day = case.day.model_copy(update={group: (first, *sessions[1:])})
        return case._replace(day=day)

    return change


def _segments(name: str) -> Change:
    """Every segment of the first run."""

    def change(case: Case, share: float) -> Case | None:
        run = case.day.runs[0] if case.day.runs else None
        if run is None or not run.segments:
            return None
        parts = [_remade(part, _scaled(part, name, share) or {}) for part in run.segments]
        if any(part is None for part in parts):
            return None
        first = run.model_copy(update={"segments": tuple(parts)})
        return case._replace(day=case.day.model_copy(update={"runs": (first, *case.day.runs[1:])}))

    return change


def _load(case: Case, share: float) -> Case | None:
    lift = case.day.lifts[0] if case.day.lifts else None
    if lift is None or not any(one.load_kg for one in lift.exercises):
        return None
    exercises = tuple(
        one if one.load_kg is None else _remade(one, {"load_kg": one.load_kg * (1.0 + share)})
        for one in lift.exercises
    )
    if None in exercises:
        return None
    first = lift.model_copy(update={"exercises": exercises})
    return case._replace(day=case.day.model_copy(update={"lifts": (first, *case.day.lifts[1:])}))


def _day_temperature(case: Case, share: float) -> Case | None:
    update = _scaled(case.day, "temperature_degc", share)
    changed = None if update is None else _remade(case.day, update)
    return None if changed is None else case._replace(day=changed)


def _neighbour(side: str) -> Change:
    """The distance of the first run of the day before or after."""

    def change(case: Case, share: float) -> Case | None:
        other: Day | None = getattr(case, side)
        if other is None:
            return None
        moved = _session("runs", "distance_km")(case._replace(day=other), share)
        return None if moved is None else case._replace(**{side: moved.day})

    return change


CHANGES: Mapping[str, Change] = {
    **{name: _athlete(name) for name in ATHLETE},
    "recent race": _race,
    "balance asked for": _balance,
    **{f"run {name}": _session("runs", name) for name in (*RUN, "temperature_degc")},
    "segments' distance": _segments("distance_km"),
    "segments' pace": _segments("pace_s_per_km"),
    "lift duration": _session("lifts", "duration_min"),
    "load": _load,
    "other duration": _session("other", "duration_min"),
    "other met": _session("other", "met"),
    "other energy": _session("other", "energy_kcal"),
    "day temperature": _day_temperature,
    "yesterday's run": _neighbour("before"),
    "tomorrow's run": _neighbour("after"),
}
"""How to move each continuous input by a share; a change answers None where it has nothing."""


def _same_guards(one: DayPlan, two: DayPlan) -> bool:
    """Whether no guard was crossed between two plans."""
    guards = {"lean", "minor", "older"}
    codes = [{note.code for note in plan.notes} & guards for plan in (one, two)]
    return codes[0] == codes[1] and one.withheld == two.withheld


def _same_clock(one: DayPlan, two: DayPlan) -> bool:
    """Whether two plans have the same feedings at about the same times."""
    rows = [_feedings(plan) for plan in (one, two)]
    names = [[(entry.kind, label(entry)) for entry in feedings] for feedings in rows]
    return names[0] == names[1] and all(
        abs(a.minute - b.minute) <= _ABOUT_MIN for a, b in zip(*rows, strict=True)
    )


_ABOUT_MIN = 20.0
"""A meal that a session pushes to its other side is another feeding of the same name."""


def _feedings(plan: DayPlan) -> list[Entry]:
    return [entry for entry in plan.timeline or () if entry.is_feeding]


_LIMITS = {
    "energy_kcal": (0.03, 4.0),
    "protein_g": (0.03, 1.0),
    "carbohydrate_g": (0.03, 1.0),
    "fat_g": (0.05, 4.0),
    "fluid_ml": (0.03, 25.0),
    "sodium_mg": (0.03, 50.0),
}
"""The most that one per cent may move: a share of the day's amount, or a least."""


# Where the carbohydrate that training or a race needs takes what there is, fat is the rest: the
# day keeps to its limit, but the one meal that is free to hold it may move by a little more.
_FAT_IS_WHAT_IS_LEFT = {"fat-gives-way", "very-high-day", "glycogen-load"}


def jumps(before: DayPlan, after: DayPlan, *, step: float) -> Iterator[str]:
    """Name every figure that moves beyond its limit, scaled to the step."""
    if before.energy is None or after.energy is None or not _same_guards(before, after):
        return
    scale = step / WHOLE
    yield from _jump(
        "expenditure",
        before.energy.expenditure_kcal,
        after.energy.expenditure_kcal,
        scale * max(0.03 * before.energy.expenditure_kcal, 4.0),
    )
    if before.targets is None or after.targets is None:
        return
    same = _same_clock(before, after)
    codes = {note.code for note in (*before.notes, *after.notes)}
    pairs = list(zip(_feedings(before), _feedings(after), strict=True)) if same else []
    for name, (share, least) in _LIMITS.items():
        old, new = getattr(before.targets, name), getattr(after.targets, name)
        if name == "fluid_ml" and "fluid-capped" in codes:
            # Each feeding holds 800 ml an hour at most, so what a day of extreme sweat can take
            # goes by how many feedings there are: a count, and counts are steps.
            continue
        limit = scale * max(share * old, least)
        yield from _jump(name, old, new, limit)
        if name == "fat_g" and _FAT_IS_WHAT_IS_LEFT & codes:
            continue
        feeding_limit = scale * max(0.03 * old, least)
        for one, two in pairs:
            yield from _jump(
                f"{name} {label(one)}", getattr(one, name), getattr(two, name), feeding_limit
            )


def _jump(name: str, old: float, new: float, limit: float) -> Iterator[str]:
    if abs(new - old) > limit + 1e-6:
        yield f"{name}: {old:.4f} to {new:.4f}, more than {limit:.4f}"
