"""
Times of day and durations with slips of the fingers, in every key and text that takes one.

What is taken holds the digits that stand there and no others, prints back as itself in every
place, and words and spellings without a slip mean what they say, or are refused.
"""

import datetime as dt
import random
import re
from collections.abc import Callable
from typing import Any

from readings import session_from

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Race
from fuelcalc.models.day import Day
from fuelcalc.models.sessions import Lift, Other, Recovery, Run, Segment

_BODY = {"sex": "f", "age": 34, "mass": "62 kg", "height": "168 cm"}

Clock = dt.time | None

WORDS = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(0)}
# What is no time of day to everybody: halves are another hour in German, six may be either.
REFUSED = (
    "half six", "half past six", "quarter to seven", "six", "6 o'clock", "6", "18", "25:00",
    "24:30", "12:60", "8 hours", "8h", "13:00 pm", "0 am", "06:30+01:00", "06:30Z", "T06:30",
)  # fmt: skip


def spellings(hour: int, minute: int) -> list[str]:
    """The ways to write a time of day."""
    half, twelve = "ap"[hour >= 12], hour % 12 or 12
    found = [
        f"{hour:02d}:{minute:02d}", f"{hour}:{minute:02d}", f"{hour:02d}.{minute:02d}",
        f"{hour:02d}{minute:02d}", f"{twelve}:{minute:02d}{half}m",
        f"{twelve}:{minute:02d} {half}m", f"{twelve}:{minute:02d}{half}",
        f"{twelve}.{minute:02d}{half}m", f"{twelve}{minute:02d}{half}m",
        f"{twelve}:{minute:02d} {half.upper()}.M.",
    ]  # fmt: skip
    if minute == 0:
        found += [f"{twelve}{half}m", f"{twelve} {half.upper()}M"]
        found += [word for word, time in WORDS.items() if time.hour == hour]
        found += ["24:00"] if hour == 0 else []
    return found


def meaning(text: str) -> dt.time | None:
    """The time that the digits of a text are, by anybody who reads them from the left."""
    said = text.strip().casefold()
    if said in WORDS:
        return WORDS[said]
    numbers = re.findall("[0-9]+", said)
    if len(numbers) == 1 and len(numbers[0]) > 2:
        numbers = [numbers[0][:-2], numbers[0][-2:]]
    if not numbers or len(numbers) > 3 or any(len(number) > 2 for number in numbers):
        return None
    hour, minute, second = (int(number) for number in (*numbers, "0", "0")[:3])
    if "p" in said or "a" in said.removeprefix("at"):
        hour = hour % 12 + 12 * ("p" in said)
    if (hour, minute, second) == (24, 0, 0):
        hour = 0
    return dt.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _of_meals(text: str) -> Clock:
    """The meal beside another that is twelve hours away."""
    other = _far(text)
    meals = sorted([text, other], key=lambda one: str(meaning(one) or one))
    times = Athlete.of(**_BODY, meal_times=meals).meal_times
    return None if times is None else times[meals.index(text)]


def _window(text: str, side: str) -> Clock:
    """One end of an eating window."""
    window = Athlete.of(**_BODY, eating_window=text).eating_window
    found: Any = getattr(window, side)
    return found


def _far(text: str) -> str:
    """A time twelve hours away, so that a window is long enough."""
    meant = meaning(text)
    return "09:00" if meant is None else f"{(meant.hour + 12) % 24:02d}:{meant.minute:02d}"


PLACES: dict[str, Callable[[str], Clock]] = {
    "wake": lambda text: Day.of(wake=text).wake,
    "sleep": lambda text: Day.of(sleep=text).sleep,
    "run start": lambda text: Run.of(distance="10 km", start=text).start,
    "lift start": lambda text: Lift.of(duration="60 min", start=text).start,
    "other start": lambda text: Other.of(duration="60 min", met=6, start=text).start,
    "meal times": _of_meals,
    "window start": lambda text: _window(f"{text}-{_far(text)}", "start"),
    "window end": lambda text: _window(f"{_far(text)} to {text}", "end"),
    "run text": lambda text: session_from("run", f"10 km easy {text}").start,
    "run text at": lambda text: session_from("run", f"at {text} 10 km easy").start,
    "lift text": lambda text: session_from("lift", f"60 min heavy {text}").start,
    "exercises": lambda text: session_from("lift", f"squat 5x5 100kg, {text}").start,
    "other text": lambda text: session_from("other", f"60 min cycling {text}").start,
}
_TEXTS = frozenset({"run text", "run text at", "lift text", "exercises", "other text"})


def read(place: str, text: str) -> Clock:
    """The time that a text is taken for in a place, if it is taken for one."""
    try:
        return PLACES[place](text)
    except InputError:
        return None


def time_case(
    chance: random.Random, slip: Callable[..., str], most_slips: int = 2
) -> tuple[str, str | None]:
    """One time of day with slips or without, and what is wrong with what became of it."""
    place = chance.choice(list(PLACES))
    hour, minute = chance.randrange(24), chance.choice((0, 0, 15, 30, chance.randrange(60)))
    is_time = chance.random() < 0.8
    text = chance.choice(spellings(hour, minute) if is_time else REFUSED)
    slips = chance.randint(0, most_slips)
    for _ in range(slips):
        text = slip(text, chance, digits=True)
    told, found = f"{place} {text!r}", read(place, text)
    if found is None:
        is_asked = place in _TEXTS
        return told, "refused" if is_time and not slips and not is_asked else None
    if slips == 0 and (not is_time or found != dt.time(hour, minute)):
        return told, f"taken for {found}"
    if found != meaning(text):
        return told, f"misread as {found}"
    again = read(place, f"{found:%H:%M}" if place in _TEXTS else f"{found:%H:%M:%S}")
    return told, None if again == found else f"prints back as {again}"


DURATIONS: dict[str, Callable[[str], float | None]] = {
    "run": lambda text: Run.of(duration=text).duration_min,
    "lift": lambda text: Lift.of(duration=text).duration_min,
    "other": lambda text: Other.of(duration=text, met=6).duration_min,
    "segment": lambda text: Segment.of(duration=text).duration_min,
    "recovery": lambda text: Recovery.of(duration=text).duration_min,
    "cooking": lambda text: Athlete.of(**_BODY, weekday_cooking=text).weekday_cooking_min,
    "race": lambda text: Race.of(distance="half marathon", duration=text).duration_min,
    "run text": lambda text: _of_time(session_from("run", f"easy in {text}")),
    "lift text": lambda text: session_from("lift", f"heavy {text}").duration_min,
    "other text": lambda text: session_from("other", f"cycling {text}").duration_min,
}


def _of_time(run: Run) -> float | None:
    """How long a run takes of which nothing says how far."""
    return None if run.distance_km is not None else run.duration_min


_HOURS = frozenset({"run", "lift", "other"})
"""Where 1:30 is an hour and a half, as nobody trains for so short."""


def durations(minutes: int, place: str) -> list[str]:
    """The ways to write a duration."""
    hours, rest = divmod(minutes, 60)
    found = [f"{minutes} min", f"{minutes}min", f"{minutes} minutes", f"{minutes}'"]
    found += [f"{hours}:{rest:02d}:00"]
    found += [f"{hours}h{rest:02d}", f"{hours} h {rest} min"] if hours and rest else []
    return found + ([f"{hours}:{rest:02d}"] if place in _HOURS and 0 < hours < 10 else [])


def _may_mean(text: str) -> set[float]:
    """The minutes that the digits of a text may be, read from the left."""
    numbers = [float(one.replace(",", ".")) for one in re.findall("[0-9]+(?:[.,][0-9]+)?", text)]
    if len(numbers) == 1:
        return {numbers[0] * 60.0, numbers[0], numbers[0] / 60.0}
    if len(numbers) == 2:
        return {numbers[0] * 60.0 + numbers[1], numbers[0] + numbers[1] / 60.0}
    if len(numbers) == 3:
        return {numbers[0] * 60.0 + numbers[1] + numbers[2] / 60.0}
    return set()


def duration_case(
    chance: random.Random, slip: Callable[..., str], most_slips: int = 2
) -> tuple[str, str | None]:
    """One duration with slips or without, and what is wrong with what became of it."""
    place = chance.choice(list(DURATIONS))
    minutes = chance.choice((45, 60, 75, 90, 120, chance.randint(80, 290)))
    text = chance.choice(durations(minutes, place))
    slips = chance.randint(0, most_slips)
    for _ in range(slips):
        text = slip(text, chance, digits=True)
    told = f"{place} {text!r}"
    try:
        found = DURATIONS[place](text)
    except InputError as error:
        fits = slips or any(one in error.problem for one in ("outside", "is over"))
        return told, None if fits else f"refused: {error}"
    if found is None:
        return told, None if slips else "no duration"
    if slips == 0 and found != minutes:
        return told, f"taken for {found} min"
    if not any(abs(found - one) < 1e-9 for one in _may_mean(text)):
        return told, f"misread as {found} min"
    again = DURATIONS[place](f"{found!r} min")
    return told, None if again == found else f"prints back as {again} min"
