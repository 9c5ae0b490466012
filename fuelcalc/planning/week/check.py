"""The check of a week: thirteen rules as a table, and the one door that asks them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.finding import Finding, Grade
from fuelcalc.models.notes import Level
from fuelcalc.planning.person import person_of
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.week import rules_of_days, rules_of_weeks
from fuelcalc.planning.week.diary import Diary
from fuelcalc.planning.week.rules_of_days import Found
from fuelcalc.science.sources import SOURCES, Source

_RACING = frozenset({"taper", "race-week"})
_RETURNING = frozenset({"race-week", "recovery", "injured"})


class WeekRule(NamedTuple):
    """
    One rule.

    Attributes:
        code: What it is silenced by.
        grade: How sure it is.
        level: How much it asks of its reader, unless what it finds says else.
        source: Where it comes from.
        finds: What looks for it.
        silent_in: Seasons in which it says nothing sensible.
        said_by: Rules that say the same where they find the same days, and go first.
    """

    code: str
    grade: Grade
    level: Level
    source: Source
    finds: Callable[[Diary], Iterator[Found]]
    silent_in: frozenset[str] = frozenset()
    said_by: tuple[str, ...] = ()


_CONVENTION = SOURCES["coaching"]

RULES: Final[tuple[WeekRule, ...]] = (
    WeekRule("W01", "C", "info", _CONVENTION, rules_of_days.lift_after_hard_run),
    WeekRule(
        "W02", "C", "caution", SOURCES["legs-before-runs"], rules_of_days.lift_before_long_run
    ),
    WeekRule(
        "W03", "A", "caution", SOURCES["legs-before-runs"], rules_of_days.lift_before_key_run,
        said_by=("W02",),
    ),
    WeekRule(
        "W04", "A", "info", SOURCES["sessions-apart"], rules_of_days.sessions_close,
        said_by=("W05",),
    ),
    WeekRule("W05", "A", "info", SOURCES["lift-first"], rules_of_days.order_of_sessions),
    WeekRule(
        "W06", "C", "info", _CONVENTION, rules_of_days.day_after_legs,
        said_by=("W01", "W02", "W03"),
    ),
    WeekRule(
        "W07", "B", "info", SOURCES["hard-share"], rules_of_weeks.hard_share, silent_in=_RACING,
    ),
    WeekRule("W08", "C", "info", _CONVENTION, rules_of_weeks.rest_days),
    WeekRule(
        "W09", "C", "info", _CONVENTION, rules_of_weeks.lifting_days,
        silent_in=_RACING | _RETURNING,
    ),
    WeekRule("W10", "B", "caution", SOURCES["longest-run"], rules_of_days.longest_run),
    WeekRule(
        "W11", "B", "info", SOURCES["weekly-rise"], rules_of_weeks.weekly_rise,
        silent_in=_RETURNING,
    ),
    WeekRule("W12", "C", "info", _CONVENTION, rules_of_weeks.both_rise, silent_in=_RETURNING),
    WeekRule("W13", "C", "info", _CONVENTION, rules_of_days.hard_days),
)  # fmt: skip
"""Every rule, by its code."""


@holds_kinds()
def week_check(
    athlete: Athlete,
    days: Sequence[Day],
    goal: Goal | None = None,
    *,
    past: Sequence[Day] = (),
    beside: Sequence[Day] = (),
    silent: Collection[str] = (),
    models: Models | None = None,
) -> tuple[Finding, ...]:
    """
    Look at the training of some days as a coach would: what stands badly beside what.

    Dates without a day are unknown, and no days of rest: what a week comes to is said only of
    weeks from Monday to Sunday that are known as a whole, and the longest run needs
    `longest_run_30d` or a past of two weeks.

    Args:
        athlete: Who trains.
        days: The days to look at, each with its date, in any order.
        goal: What for, and where in the season.
        past: Days before them, as trained; one that is also in *days* counts as it is there.
        beside: Days next to them, as planned: what stands beside what is looked at there too, but
            they are no past that a run could be measured by.
        silent: Codes of rules that are not asked, such as "W04".
        models: As for `plan_day`.

    Returns:
        What was found, earliest day first; nothing is forbidden by it.

    Raises:
        InputError: A day has no date or appears twice, or a code is unknown.

    >>> who = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    >>> legs = Day.of(date="2026-11-28", lifts=["60min heavy lower 18:00"])
    >>> long = Day.of(date="2026-11-29", runs=["24 km long 08:00"])
    >>> [finding.code for finding in week_check(who, [legs, long])]
    ['W02']
    """
    silenced = {_known(code) for code in silent}
    if not days:
        return ()
    first = min((day.date for day in days if day.date), default=None)
    person = person_of(athlete, Goal(), first, models or FUELCALCS)
    diary = Diary(person, goal, days, past=past, beside=beside)
    if not diary.planned:
        return ()
    found = {rule.code: tuple(_findings(rule, diary)) for rule in RULES if _speaks(rule, goal)}
    said = {
        code: set() if code in silenced else {finding.days for finding in findings}
        for code, findings in found.items()
    }
    return tuple(
        sorted(
            (
                finding
                for rule in RULES
                if rule.code not in silenced
                for finding in found.get(rule.code, ())
                if not any(finding.days in said.get(other, ()) for other in rule.said_by)
            ),
            key=lambda finding: (finding.days[0], finding.code),
        )
    )


def _known(code: str) -> str:
    """The code of a rule, in capitals."""
    codes = tuple(rule.code for rule in RULES)
    if code.upper() not in codes:
        raise InputError("is unknown", argument="silent", value=code, allowed=codes)
    return code.upper()


def _speaks(rule: WeekRule, goal: Goal | None) -> bool:
    """Whether a rule says anything in this season."""
    return goal is None or goal.season not in rule.silent_in


def _findings(rule: WeekRule, diary: Diary) -> Iterator[Finding]:
    """What a rule finds on days that are planned, or that end there."""
    for days, values, level in rule.finds(diary):
        if not diary.planned.isdisjoint(days):
            yield Finding(
                code=rule.code,
                level=rule.level if level is None else level,
                grade=rule.grade,
                days=days,
                values=values,
                source=str(rule.source),
            )
