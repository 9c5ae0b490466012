"""Session text back from a session: what a line was understood to be."""

from collections.abc import Iterator, Sequence

from fuelcalc.errors import InputError
from fuelcalc.models.session_text.readers import lift_from_text
from fuelcalc.models.sessions import Exercise, Lift, Other, Recovery, Run, Segment
from fuelcalc.units import parse_amount
from fuelcalc.units.conversion import scaled

_FEWEST_METRES = 100.0
_LATE = "21:00"
_NAMES = {42.195: "marathon", 21.0975: "half marathon"}


def text_of(session: Run | Lift | Other) -> str:
    """
    A session in one line; the line reads as the same session again.

    Args:
        session: A run, a lift or anything else, made from session text. What no text can say
            (a temperature of a run, a start with seconds, how far each part climbs) is left out.

    >>> text_of(Run.of(distance="8 mi", pace="9:00 /mi", effort="easy", start="06:30"))
    '8 mi easy @ 9:00 /mi 06:30'
    """
    if isinstance(session, Run):
        items = _run_items(session)
    elif isinstance(session, Lift):
        items = _lift_items(session)
    else:
        items = _other_items(session)
    start = "" if session.start is None else f"{session.start:%H:%M}"
    if start >= _LATE and isinstance(session, Run) and session.effort == "race":
        # Bare, 22:30 beside a race could be its time.
        start = f"at {start}"
    return " ".join([*items, *filter(None, [start])])


def _same(value: float, suffix: str, texts: Sequence[str], exact: str) -> str:
    """The shortest text that reads as the value, or the exact one."""
    fits = [text for text in texts if parse_amount(text, suffix, name="amount") == value]
    return min(fits, key=len, default=exact)


def _length(km: float) -> str:
    """A distance, in kilometres, miles or metres."""
    texts = [f"{km:.10g} km", f"{scaled(km, 'km', 'mi'):.6g} mi"]
    metres = round(km * 1000.0)
    if metres >= _FEWEST_METRES:
        texts.append(f"{metres} m")
    return _same(km, "km", texts, f"{km!r} km")


def _time(minutes: float) -> str:
    """A duration, in minutes or seconds."""
    texts = [f"{minutes:.10g} min", f"{minutes * 60.0:.10g} sec"]
    return _same(minutes, "min", texts, f"{minutes!r} min")


def _pace(seconds: float) -> str:
    """A pace, for a kilometre or a mile."""
    texts = [f"{_clock(seconds)} /km", f"{_clock(scaled(seconds, 'mi', 'km'))} /mi"]
    return _same(seconds, "s_per_km", texts, f"{seconds!r} s/km")


def _clock(seconds: float) -> str:
    """Minutes and seconds, with a part of a second where there is one."""
    minutes, rest = divmod(round(seconds, 1), 60.0)
    return f"{minutes:.0f}:{rest:02.0f}" if rest % 1 == 0 else f"{minutes:.0f}:{rest:04.1f}"


def _mass(kg: float) -> str:
    """A load, in kilograms or pounds."""
    return _same(kg, "kg", [f"{kg:.10g} kg", f"{scaled(kg, 'kg', 'lb'):.6g} lb"], f"{kg!r} kg")


def _run_items(run: Run) -> Iterator[str]:
    """What a run's line says, the start apart."""
    run = _whole(run) if any(part.is_graded for part in run.segments) else run
    if not run.segments:
        yield _part(run, run.effort)
    elif len(run.segments) == 1:
        # Repeats alone: their effort is the run's.
        segment = run.segments[0]
        effort = segment.effort or (run.effort if run.effort != "easy" else None)
        yield _part(segment, effort, is_alone=True)
    else:
        yield " + ".join(_part(segment, segment.effort) for segment in run.segments)
    if run.surface != "road":
        yield run.surface
    if run.climb_m is not None:
        yield "+" + _same(
            run.climb_m,
            "m",
            [f"{run.climb_m:.10g}m", f"{scaled(run.climb_m, 'm', 'ft'):.6g}ft"],
            f"{run.climb_m!r}m",
        )
    if run.grade_share is not None:
        text = f"{run.grade_share * 100.0:.10g}%"
        yield "grade " + _same(run.grade_share, "share", [text], f"{run.grade_share * 100.0!r}%")
    if run.wind_m_per_s is not None:
        kmh = f"{run.wind_m_per_s * 3.6:.10g} km/h"
        yield "wind " + _same(run.wind_m_per_s, "m_per_s", [kmh], f"{run.wind_m_per_s!r} m/s")
    if run.pack_kg is not None:
        yield f"pack {_mass(run.pack_kg)}"


def _whole(run: Run) -> Run:
    """
    A run that was measured part by part, as the run that it is in all.

    No text says how far a part climbs, and nobody reads forty of them in a line.
    """
    km, minutes = run.totals
    is_measured = all(part.effort is None and part.repeat == 1 for part in run.segments)
    if km is None or minutes is None or not is_measured:
        return run
    said = {name: getattr(run, name) for name in run.model_fields_set - {"segments"}}
    climb_m = sum(part.climb_m or 0.0 for part in run.segments)
    return Run(**{**said, "distance_km": km, "duration_min": minutes, "climb_m": climb_m})


def _part(part: Run | Segment, effort: str | None, *, is_alone: bool = False) -> str:
    """A part of a run; alone, a segment says that it is one."""
    items = []
    recovery = part.recovery if isinstance(part, Segment) else None
    times = part.repeat if isinstance(part, Segment) else 1
    repeat = f"{times}x" if times > 1 or recovery is not None or is_alone else ""
    if part.distance_km is not None:
        name = None if repeat else _NAMES.get(part.distance_km)
        items.append(name or f"{repeat}{_length(part.distance_km)}")
        if part.duration_min is not None:
            items.append(f"in {_time(part.duration_min)}")
    else:
        items.append(f"{repeat}{_time(part.duration_min or 0.0)}")
    items += [effort] if effort is not None else []
    if part.pace_s_per_km is not None:
        items.append(f"@ {_pace(part.pace_s_per_km)}")
    if part.pace_of_race_km is not None:
        km = part.pace_of_race_km
        texts = [f"{km:.10g} km", f"{scaled(km, 'km', 'mi'):.6g} mi"]
        race = _NAMES.get(km) or _same(km, "km", texts, f"{km!r} km")
        items.append(f"@ {race} pace")
    if recovery is not None:
        items.append(f"rec {_recovery(recovery)}")
    return " ".join(items)


def _recovery(recovery: Recovery) -> str:
    """What comes after each repeat."""
    if recovery.distance_km is not None:
        return f"{_length(recovery.distance_km)} {recovery.kind}"
    return f"{_time(recovery.duration_min or 0.0)} {recovery.kind}"


def _lift_items(lift: Lift) -> Iterator[str]:
    """What a lift's line says, the start apart."""
    if lift.duration_min is not None:
        yield _time(lift.duration_min)
    if lift.style is not None:
        yield lift.style
    if lift.focus != "full":
        yield lift.focus
    if lift.exercises:
        yield ", ".join(_exercise(exercise) for exercise in lift.exercises)


def _exercise(exercise: Exercise) -> str:
    """An exercise, its name behind or in front, whichever reads as its name."""
    count = "amrap" if exercise.amrap else str(exercise.reps)
    if exercise.duration_s is not None:
        count = f"{exercise.duration_s:.10g} s"
    load = ""
    if exercise.load_kg is not None:
        load = f" {_mass(exercise.load_kg)}"
    if exercise.added_load_kg is not None:
        load = f" +{_mass(exercise.added_load_kg)}"
    behind = f"{exercise.sets}x{count} {exercise.name}{load}"
    try:
        read = lift_from_text(behind)
    except InputError:
        # A name from a table that no text would say.
        return behind
    is_same = len(read) == 1 and read["exercises"][0]["name"] == exercise.name
    return behind if is_same else f"{exercise.name} {exercise.sets}x{count}{load}"


def _other_items(other: Other) -> Iterator[str]:
    """What the line of anything else says, the start apart."""
    yield _time(other.duration_min)
    if other.activity is not None:
        yield other.activity
    if other.met is not None:
        yield f"{other.met!r} MET"
    if other.energy_kcal is not None:
        exact = f"{other.energy_kcal!r} kcal"
        yield _same(other.energy_kcal, "kcal", [f"{other.energy_kcal:.10g} kcal"], exact)
