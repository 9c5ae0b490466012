"""The clock as the plan holds it: feedings, sessions and sleep in order."""

from collections.abc import Sequence
from typing import NamedTuple

from fuelcalc.models.timeline import Entry, Item, Served
from fuelcalc.planning.clock.doses import Context, hours_to_next
from fuelcalc.planning.clock.feedings import NO_PORTION, Feeding
from fuelcalc.planning.clock.frame import DAY_MIN, Frame, as_time
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science import on_the_way
from fuelcalc.science.macronutrients import energy_449_kcal

# Times are printed as people say them, to five minutes.
_STEP_MIN = 5.0


class TimelineRow(NamedTuple):
    """One line of the clock, and the feeding behind it, if it is one."""

    entry: Entry
    feeding: Feeding | None = None


def _timing(context: Context, feeding: Feeding) -> dict[str, float]:
    """How a feeding stands to the sessions around it, as far as one is there."""
    timing: dict[str, float] = {}
    if feeding.lead_min is not None:
        timing["lead_min"] = feeding.lead_min
    if feeding.repairs is not None:
        timing["next_session_h"], _ = hours_to_next(context, feeding.repairs)
    if feeding.accompanies is not None:
        hours = feeding.minutes / 60.0
        portion = feeding.portion if hours > 0.0 else NO_PORTION
        timing["carbohydrate_g_per_h"] = portion.carbohydrate_g / max(hours, 1e-9)
        timing["sodium_mg_per_h"] = portion.sodium_mg / max(hours, 1e-9)
    return timing


def printed_minutes(frame: Frame, feedings: Sequence[Feeding]) -> list[tuple[float, float]]:
    """
    Start and end of each feeding as printed: on five minutes where that keeps it clear.

    One whose minute was asked for stands at it. A feeding never starts on a session, before
    waking or before the one ahead of it, and ends by the next of them.
    """
    result: list[tuple[float, float]] = []
    free_from = frame.wake
    for feeding in feedings:
        if feeding.accompanies is not None:
            result.append((feeding.minute, feeding.end))
            continue
        ends = [session.end for session in frame.sessions if session.end <= feeding.minute + 1e-6]
        starts = [session.start for session in frame.sessions if session.start >= feeding.minute]
        behind, ahead = max(ends, default=0.0), min([*starts, frame.sleep])
        start = _STEP_MIN * round(feeding.minute / _STEP_MIN)
        # A time that somebody asked for is printed as asked, and none is rounded into a session.
        if feeding.keeps_time or not max(free_from, behind) <= start < ahead:
            start = feeding.minute
        later = [other.minute for other in feedings if other.minute > feeding.minute]
        following = min(later, default=frame.sleep)
        end = max(min(start + feeding.minutes, ahead, following), start)
        result.append((start, end))
        free_from = end
    return result


def served(items: Sequence[Item]) -> Served | None:
    """What the items of a feeding add up to; a total is missing where one value is."""
    if not items:
        return None
    sums: dict[str, float | None] = {}
    for name in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g"):
        values = [getattr(item, name) for item in items]
        known = [value for value in values if value is not None]
        # A sum that leaves out what is unknown would read as all of it.
        sums[name] = sum(known) if len(known) == len(values) else None
    macros = {name: sums[name] for name in ("protein_g", "carbohydrate_g", "fat_g")}
    given = {name: grams for name, grams in macros.items() if grams is not None}
    atwater = energy_449_kcal(**given) if len(given) == len(macros) else None
    return Served.model_validate({**sums, "energy_449_kcal": atwater})


def _feeding_entry(context: Context, feeding: Feeding, start: float, end: float) -> Entry:
    """One feeding as a line."""
    plate, called = feeding.plate, feeding.feeding_name
    return Entry.model_validate(
        {
            "start": as_time(start),
            "end": as_time(end),
            "minute": start,
            "minutes": end - start,
            "kind": feeding.kind,
            "name": called.name,
            "before": called.before,
            "after": called.after,
            "during": called.during,
            "is_between": called.is_between,
            "energy_kcal": feeding.portion.energy_kcal,
            **feeding.portion._asdict(),
            "sweat_ml": feeding.sweat_ml,
            **_timing(context, feeding),
            "dish": plate.dish or None,
            "dish_id": plate.dish_id or None,
            "elsewhere": plate.elsewhere,
            "preparation": plate.preparation or None,
            "preparation_beside": plate.preparation_beside or None,
            "preparation_min": plate.preparation_min,
            "hands_on_min": plate.hands_on_min,
            "items": plate.items,
            "served": served(plate.items),
            "taken": plate.taken,
            "carry": plate.carry,
            **_stations(feeding),
        }
    )


def _stations(feeding: Feeding) -> dict[str, float]:
    """What to drink at each station of a road race."""
    race = feeding.accompanies
    if race is None or not race.distance_km or not race.has_stations or not feeding.plate.taken:
        return {}
    ml = on_the_way.station_ml(
        drink_l_per_h=feeding.portion.fluid_ml / 1000.0 / race.minutes * 60.0,
        apart_km=on_the_way.STATION_KM,
        speed_km_per_h=race.distance_km / race.minutes * 60.0,
    )
    return {"station_ml": ml, "station_km": on_the_way.STATION_KM}


def _session_entry(session: Trained) -> Entry:
    """One session as a line."""
    return Entry(
        start=as_time(session.start),
        end=as_time(session.end),
        minute=session.start,
        minutes=session.end - session.start,
        kind=session.kind,
        name=session.name,
        distance_km=session.distance_km,
    )


def timeline_of(
    context: Context, feedings: Sequence[Feeding], caffeine: Sequence[Entry] = ()
) -> tuple[TimelineRow, ...]:
    """
    The whole clock in order; a session comes before what is taken on it.

    Args:
        context: What the portions depended on.
        feedings: Those that hold something, with their portions and plates.
        caffeine: Lines of their own, which hold no food.
    """
    frame = context.frame
    lines = [
        TimelineRow(_feeding_entry(context, feeding, start, end), feeding)
        for feeding, (start, end) in zip(feedings, printed_minutes(frame, feedings), strict=True)
    ]
    lines += [TimelineRow(_session_entry(session)) for session in frame.sessions]
    lines += [TimelineRow(entry) for entry in caffeine]
    # What is eaten on a session follows it, though both begin at one time.
    lines.sort(key=lambda line: (line.entry.minute, line.entry.kind == "during"))
    sleep = as_time(frame.sleep)
    night = Entry(
        start=sleep, end=as_time(frame.wake), minute=frame.sleep,
        minutes=max(frame.wake + DAY_MIN - frame.sleep, 0.0), kind="sleep",
    )  # fmt: skip
    return (*lines, TimelineRow(night))
