"""Rules about days that follow each other, and about sessions of one day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from fuelcalc.models.notes import Fact, Level
from fuelcalc.planning.clock.feedings import BLOCK_GAP_MIN
from fuelcalc.planning.sessions.session import Trained, first_given
from fuelcalc.planning.week.diary import ONE_DAY, Diary, is_key_run, is_leg_lift, is_long_run

# Two days of the source articles; strength tires legs for hours to days (Doma 2017).
_LEGS_H = 48.0
# What was measured was the next day (Doma & Deakin 2013).
_NEXT_DAY_H = 24.0
# Strength suffers at 0 h, less at 6 h (Robineau 2016), and not from 3 h on (Schumann 2022).
_CLOSE_H, _VERY_CLOSE_H = 6.0, 3.0
_HARD_DAYS = 3
# Frandsen 2025 counts from a tenth over the longest run of thirty days; a bit is not more.
_SPIKES: Mapping[str, float] = {"large": 2.0, "moderate": 1.3, "small": 1.1}
_SPIKE_DAYS = 30
# Long runs come once a week: in two weeks known days hold one, most likely; an estimate.
_LEAST_SPIKE_DAYS = 14
_EDGE = 1e-9


class Found(NamedTuple):
    """What a rule finds: the days, the facts, and its level where it is not the rule's own."""

    days: tuple[dt.date, ...]
    values: dict[str, Fact]
    level: Level | None = None


def lift_after_hard_run(diary: Diary) -> Iterator[Found]:
    """Legs are lifted hard on the day after a hard run."""
    for date, following in diary.pairs():
        run = next((one for one in diary.on(date) if one.is_hard), None)
        lift = next(filter(is_leg_lift, diary.on(following)), None)
        if run is not None and lift is not None:
            facts: dict[str, Fact] = {"run": run.name, "lift": lift.name, "going": _going(run)}
            yield Found((date, following), facts)


def lift_before_long_run(diary: Diary) -> Iterator[Found]:
    """Legs are lifted hard on the day before a long run."""
    for date, following in diary.pairs():
        lift = next(filter(is_leg_lift, diary.on(date)), None)
        run = next(filter(is_long_run, diary.on(following)), None)
        if run is not None and lift is not None:
            facts = _lift_and_run(lift, run) | {"going": _going(run)}
            yield Found((date, following), facts)


def lift_before_key_run(diary: Diary) -> Iterator[Found]:
    """Less than two days lie between legs lifted hard and a hard or long run of a later day."""
    for date in diary.dates:
        run = next(filter(is_key_run, diary.on(date)), None)
        if run is None:
            continue
        for before in (date - ONE_DAY, date - 2 * ONE_DAY):
            lift = next(filter(is_leg_lift, reversed(diary.on(before))), None)
            if lift is None:
                continue
            apart_h = diary.between_h(before, lift, date, run)
            if apart_h < _LEGS_H - _EDGE:
                is_next_day = apart_h < _NEXT_DAY_H
                facts = _lift_and_run(lift, run)
                within = "a-day" if is_next_day else "two-days"
                facts |= {"apart_h": apart_h, "within": within}
                facts["change"] = "race" if run.is_race else within
                yield Found((before, date), facts, None if is_next_day else "info")
            break


def _lift_and_run(lift: Trained, run: Trained) -> dict[str, Fact]:
    """A lift, and the run that it comes too close to."""
    return {
        "lift": lift.name,
        "run": run.name,
        "run_km": first_given(run.distance_km, 0.0),
    }


def _going(run: Trained) -> str:
    return "race" if run.is_race else "training"


def _pairs_with_legs(diary: Diary) -> Iterator[tuple[dt.date, Trained, Trained, float]]:
    """Each two sessions in a row of one day, one of them lifting legs hard, and their gap."""
    for date in sorted(diary.planned):
        for first, second in pairwise(diary.on(date)):
            kinds = {first.kind, second.kind}
            if "lift" in kinds and len(kinds) > 1 and (is_leg_lift(first) or is_leg_lift(second)):
                yield date, first, second, (second.start - first.end) / 60.0


def sessions_close(diary: Diary) -> Iterator[Found]:
    """Legs are lifted within six hours of a run or another activity."""
    for date, first, second, apart_h in _pairs_with_legs(diary):
        if apart_h >= _CLOSE_H - _EDGE:
            continue
        both_hard = first.is_hard or second.is_hard
        is_tight = both_hard and apart_h < _VERY_CLOSE_H - _EDGE
        yield Found(
            (date,),
            {
                "first": first.name,
                "second": second.name,
                "apart_h": max(apart_h, 0.0),
                "hard": "both" if both_hard else "one",
            },
            "caution" if is_tight else None,
        )


def order_of_sessions(diary: Diary) -> Iterator[Found]:
    """A run and a lift without a break come in the order that serves the aim less."""
    if diary.goal is None or diary.goal.aim != "build":
        return
    for date, first, second, apart_h in _pairs_with_legs(diary):
        if apart_h * 60.0 >= BLOCK_GAP_MIN or "other" in {first.kind, second.kind}:
            continue
        runs_first = first.kind == "run"
        runs_tomorrow = any(map(is_key_run, diary.on(date + ONE_DAY)))
        if runs_first != runs_tomorrow:
            order = "run-first" if runs_first else "lift-first"
            yield Found((date,), {"first": first.name, "second": second.name, "order": order})


def day_after_legs(diary: Diary) -> Iterator[Found]:
    """The day after legs are lifted hard is neither easy nor for other muscles."""
    for date, following in diary.pairs():
        lift = next(filter(is_leg_lift, diary.on(date)), None)
        again = next(filter(_tires_legs, diary.on(following)), None)
        if lift is not None and again is not None:
            yield Found((date, following), {"lift": lift.name, "again": again.name})


def _tires_legs(session: Trained) -> bool:
    """Whether it is a lift of the legs, or a run that is not easy."""
    if session.kind == "run":
        return is_key_run(session) or not session.is_easy
    return is_leg_lift(session)


def longest_run(diary: Diary) -> Iterator[Found]:
    """A run is more than a tenth longer than the longest of the thirty days before it."""
    for date in sorted(diary.planned):
        known_km = _longest_km(diary, date)
        runs = [first_given(run.distance_km, 0.0) for run in _runs(diary, date) if not run.is_race]
        if known_km is None or not runs:
            continue
        share = max(runs) / known_km
        size = next((name for name, least in _SPIKES.items() if share > least + _EDGE), None)
        if size is not None:
            facts: dict[str, Fact] = {
                "run_km": max(runs),
                "longest_km": known_km,
                "most_km": _SPIKES["small"] * known_km,
                "over_share": share - 1.0,
                "size": size,
            }
            yield Found((date,), facts)


def _runs(diary: Diary, date: dt.date) -> tuple[Trained, ...]:
    return tuple(session for session in diary.on(date) if session.kind == "run")


def _longest_km(diary: Diary, date: dt.date) -> float | None:
    """The longest run of the thirty days before a date, where enough of them is known."""
    first = date - _SPIKE_DAYS * ONE_DAY
    before = [known for known in diary.trained if first <= known < date]
    given_km = diary.person.athlete.longest_run_30d_km
    is_recent = min(diary.planned) >= first
    km = [first_given(run.distance_km, 0.0) for known in before for run in _runs(diary, known)]
    if given_km is not None and is_recent:
        return max([given_km, *km])
    reaches_back = before and (date - before[0]).days >= _LEAST_SPIKE_DAYS
    return max(km, default=None) if reaches_back else None


def hard_days(diary: Diary) -> Iterator[Found]:
    """Three days or more in a row are hard: a hard or long run, or legs lifted hard."""
    stretch: list[dt.date] = []
    for date in diary.dates:
        if not any(is_key_run(one) or is_leg_lift(one) for one in diary.on(date)):
            continue
        if stretch and date - stretch[-1] > ONE_DAY:
            yield from _too_long(stretch)
            stretch = []
        stretch.append(date)
    yield from _too_long(stretch)


def _too_long(stretch: list[dt.date]) -> Iterator[Found]:
    """A stretch of hard days that is as long as the rule names."""
    if len(stretch) >= _HARD_DAYS:
        yield Found(tuple(stretch), {})
