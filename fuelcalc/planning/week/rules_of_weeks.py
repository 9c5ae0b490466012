"""Rules about what a whole week comes to, and how it stands to the weeks before it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from fuelcalc.models.notes import Fact
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.planning.week.diary import Diary, TrainedWeek
from fuelcalc.planning.week.rules_of_days import Found

# Equal gains at 23 and at 60 % outside the easy zone (Festa 2020): no limit, and a wide one.
_HARD_SHARE, _HARD_DAYS = 0.30, 3
_REST_DAYS: Mapping[str, int] = {"novice": 2, "intermediate": 1, "advanced": 1}
_LIFTING_DAYS: Final[Mapping[str, tuple[int, int, str]]] = {
    "off-season": (2, 4, "off-season"),
    "base": (3, 3, "base"),
    **dict.fromkeys(("5k-10k", "half", "marathon"), (2, 2, "in-season")),
}
"""The least and the most lifting days of a week by season, and what they are called."""
_ANY_SEASON = (2, 3, "any")
# More than 30 % in two weeks (Nielsen 2014), and both up by a tenth (the source articles).
_MOST_RISE, _BOTH_RISE = 1.30, 1.10
# A return to what was run a few weeks ago, behind an easier week or a race, is no rise.
_WEEKS_BACK = 6
_EDGE = 1e-9


def hard_share(diary: Diary) -> Iterator[Found]:
    """Much of the week's running is hard, by minutes, or it is hard on many days."""
    for week in diary.weeks():
        run_min = sum(run.minutes for run in week.runs)
        hard_min = sum(run.hard_min for run in week.runs)
        n_days = sum(any(session.is_hard for session in day) for day in week.days)
        # One hard run is not too many, and a race is most of its week.
        is_much = n_days > 1 and not week.has_race and hard_min > (_HARD_SHARE + _EDGE) * run_min
        if is_much or n_days > _HARD_DAYS:
            yield Found(
                week.dates,
                {
                    "hard_min": hard_min,
                    "run_min": run_min,
                    "share": hard_min / run_min,
                    "n_days": float(n_days),
                    "measure": "share" if is_much else "days",
                },
            )


def rest_days(diary: Diary) -> Iterator[Found]:
    """The week has no day without training, or one where two are better."""
    least = _REST_DAYS[diary.person.athlete.lifting_experience]
    for week in diary.weeks():
        n_days = sum(not day for day in week.days)
        if n_days < least:
            status = "new" if least > 1 else "usual"
            yield Found(week.dates, {"n_days": float(n_days), "status": status})


def lifting_days(diary: Diary) -> Iterator[Found]:
    """There are fewer or more lifting days than the season asks for."""
    goal = diary.goal
    # A season that nobody said is no season.
    season = goal.season if goal is not None and "season" in goal.model_fields_set else ""
    least, most, name = _LIFTING_DAYS.get(season, _ANY_SEASON)
    for week in diary.weeks():
        n_days = week.n_days("lift")
        before = diary.weeks_before(week, 1, 1)
        if any(one.has_race for one in (week, *before)):
            continue
        if n_days > most or (n_days < least and _lifts(diary)):
            facts: dict[str, Fact] = {
                "n_days": float(n_days),
                "season": name,
                "side": "many" if n_days > most else "few",
            }
            yield Found(week.dates, facts)


def _lifts(diary: Diary) -> bool:
    """Whether somebody lifts at all, and may be told to lift more."""
    lifts = any(one.kind == "lift" for date in diary.dates for one in diary.on(date))
    return (lifts or bool(diary.person.athlete.weekly_lifts)) and diary.person.guards.shows(
        "targets"
    )


def weekly_rise(diary: Diary) -> Iterator[Found]:
    """The week's distance is more than 30 % over that of two weeks before."""
    for week in diary.weeks():
        if week.has_race or not diary.weeks_before(week, 2, 2):
            continue
        before_km = max(one.distance_km for one in diary.weeks_before(week, 2, _WEEKS_BACK))
        if 0.0 < before_km * (_MOST_RISE + _EDGE) < week.distance_km:
            yield Found(
                week.dates,
                {
                    "km": week.distance_km,
                    "before_km": before_km,
                    "most_km": _MOST_RISE * before_km,
                    "rise_share": week.distance_km / before_km - 1.0,
                },
            )


def both_rise(diary: Diary) -> Iterator[Found]:
    """Running distance and lifting of the legs rise by more than a tenth in one week."""
    for week in diary.weeks():
        if week.has_race or not diary.weeks_before(week, 1, 1):
            continue
        before = diary.weeks_before(week, 1, _WEEKS_BACK)
        km = max(one.distance_km for one in before)
        measure, legs_of = _measure_of_legs([week, *before])
        legs = max(map(legs_of, before))
        if not 0.0 < km * (_BOTH_RISE + _EDGE) < week.distance_km:
            continue
        if legs_of(week) > legs * (_BOTH_RISE + _EDGE):
            yield Found(
                week.dates,
                {
                    "km": week.distance_km,
                    "before_km": km,
                    "legs": legs_of(week),
                    "before_legs": legs,
                    "measure": measure,
                },
            )


def _measure_of_legs(weeks: Sequence[TrainedWeek]) -> tuple[str, Callable[[TrainedWeek], float]]:
    """Lower-body work by its sets where every lift says them, else by its minutes."""
    lifts: list[Trained] = [lift for week in weeks for lift in week.leg_lifts]
    if all(lift.n_sets > 0.0 for lift in lifts):
        return "sets", lambda week: sum(lift.n_sets for lift in week.leg_lifts)
    return "minutes", lambda week: sum(lift.minutes for lift in week.leg_lifts)
