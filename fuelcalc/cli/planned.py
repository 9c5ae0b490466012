"""From the command line to a finished plan: the options of a day, and what they lie over."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from fuelcalc.cli.completion import FEEDINGS, complete_lock, completed, food_ids
from fuelcalc.cli.example import EXAMPLE
from fuelcalc.cli.look import zoned
from fuelcalc.cli.options import (
    ATHLETE_KEYS,
    GOAL_KEYS,
    WEEK_KEYS,
    athlete_options,
    given,
    goal_options,
    overlaid,
    several,
    with_options,
)
from fuelcalc.cli.profile import own_foods, profile_tree
from fuelcalc.errors import InputError, Span, nearest
from fuelcalc.importers.tree import MOST_BYTES, read_bytes, tree_of
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.eaten import eaten_from_text
from fuelcalc.models.lock import lock_from_text, locked_twice
from fuelcalc.models.plan import Plan
from fuelcalc.models.session_text import lift_from_text, other_from_text, run_from_text
from fuelcalc.models.text import FIRST_DATE, LAST_DATE
from fuelcalc.models.week import WEEK_DAYS, Week
from fuelcalc.planning.average import average_day
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.week.locks import locks_around, swaps_on
from fuelcalc.units.clock import WEEKDAYS

if TYPE_CHECKING:
    from fuelcalc.models.cooking import Cooking
    from fuelcalc.models.day_plan import DayPlan
    from fuelcalc.reports.day.page import DayPage

F = TypeVar("F", bound=Callable[..., Any])

_SESSIONS = {
    "runs": ("runs", run_from_text),
    "lifts": ("lifts", lift_from_text),
    "others": ("other", other_from_text),
}
"""The key of a day that each option of sessions is for, and its reader."""

DAY_KEYS = ("wake", "sleep", "temperature", "humidity", "dew_point")
_AIR = frozenset({"humidity_share", "dew_point_degc"})
PLAN = click.argument("plan", metavar="[PLAN]", required=False)
_DAY_OPTIONS = (
    several("--run", "runs", about='"10 km easy @ 5:40/km 06:30"', metavar="TEXT"),
    several("--lift", "lifts", about='"60min heavy lower 18:00"', metavar="TEXT"),
    several("--other", "others", about='"60 min cycling 18:00"', metavar="TEXT"),
    click.option("--rest", is_flag=True, help="A day without any session."),
    click.option(
        "--date",
        help="The day of the plan: 2026-11-26, today, friday.",
        shell_complete=completed(lambda: ("today", "tomorrow", *WEEKDAYS)),
    ),
    click.option("--wake", help="When the day starts, 06:00."),
    click.option("--sleep", help="When it ends, 22:30."),
    click.option("--temperature", help='Air during sessions: "12 °C".'),
    click.option("--humidity", help='Its relative humidity: "80 %".'),
    click.option("--dew-point", help='Or its dew point: "18 °C".'),
)
FOOD_OPTIONS = (
    click.option("--foods", metavar="FILE", help="Your own foods and dishes, a TOML file."),
    click.option("--seed", type=int, default=0, help="Another choice among good dishes."),
)
_EATEN_OPTIONS = (
    several("--eaten", about='Already eaten today: "13:00 pizza 1100 kcal".', metavar="TEXT"),
    several("--use-up", about="A food to eat up today: spinach.", words=food_ids, metavar="FOOD"),
)
_CHOICE_OPTIONS = (
    several(
        "--lock",
        about='Keep a dish, or eat out: "dinner=lentil-bolognese", "dinner=out".',
        metavar="TEXT",
        complete=complete_lock,
    ),
    several(
        "--swap",
        about="Exchange one dish: dinner, 19:15.",
        words=lambda: FEEDINGS,
        metavar="FEEDING",
    ),
)
NO_MENU = click.option("--no-menu", is_flag=True, help="Targets and clock without foods.")


def day_options(command: F) -> F:
    """Add everything that a day can be asked for to a command."""
    command = with_options((*_EATEN_OPTIONS, *FOOD_OPTIONS, *_CHOICE_OPTIONS, NO_MENU), command)
    return with_options((PLAN, *_DAY_OPTIONS), athlete_options(goal_options(command)))


class Planned(NamedTuple):
    """
    A finished plan.

    Attributes:
        plan: The day.
        is_example: Whether it is the example's.
        is_one_of_many: Whether its file holds other days.
        kitchen: What it cooks, also for them, and what of it was cooked on one of them.
    """

    plan: "DayPlan"
    is_example: bool
    is_one_of_many: bool
    kitchen: "Cooking | None" = None

    def page(self, fmt: str) -> "DayPage":
        """The plan for a format: with a time zone, or with a word where a table has no rows."""
        from fuelcalc.reports.day.page import DayPage

        why = self._why_empty(fmt)
        if why is not None:
            click.echo(f"No rows in {fmt}: {why}.", err=True)
        athlete = zoned(self.plan.athlete) if fmt == "ics" else self.plan.athlete
        plan = self.plan
        if athlete is not plan.athlete:
            plan = plan.model_copy(update={"athlete": athlete})
        return DayPage(plan, self.kitchen)

    def _why_empty(self, fmt: str) -> str | None:
        """Why a table holds nothing but its header, where it does."""
        timeline = self.plan.timeline
        if fmt not in {"csv", "foods-csv"}:
            return None
        if timeline is None:
            return "the clock is withheld for this athlete; --format text says why"
        if fmt == "csv" or any(entry.items for entry in timeline):
            return None
        is_withheld = "menu" in self.plan.withheld
        return "foods are withheld for this athlete" if is_withheld else "no foods were chosen"


def files_read(values: dict[str, Any]) -> list[Path]:
    """The files that a command's values name: the plan, and own foods."""
    return [Path(values[key]) for key in ("plan", "foods") if values[key] not in {None, "-"}]


def planned(values: dict[str, Any]) -> Planned:
    """
    Plan the day that a command's values ask for.

    Args:
        values: The values of `day_options`, by name.

    Raises:
        InputError: Something in the file or the options is wrong.
    """
    check_food_is_chosen(values, "no_menu")
    has_sessions = any(values.get(key) for key in ("runs", "lifts", "others", "found"))
    if values["rest"] and has_sessions:
        problem = "a rest day has no --run, --lift or --other"
        raise InputError(problem, argument="rest", remedy="keep one")
    changes = _day_tree(values)
    food = {
        "foods": own_foods(values["foods"]),
        "seed": values["seed"],
        "lock": locks_of(values["lock"]),
        "swap": values["swap"],
        "menu": not values["no_menu"],
    }
    tree, is_example = tree_below(values)
    if is_example and has_sessions:
        tree = {**tree, "days": []}
    plan = Plan.of(**tree)
    # The example is the same day for everybody, whenever it is looked at.
    finished = _day_plan(plan, values, changes, food, is_dated=not is_example)
    is_one_of_many = len(plan.days) > 1
    if is_example or not (is_one_of_many or plan.week.days):
        return Planned(finished, is_example, is_one_of_many)
    from fuelcalc.planning.week.leftovers import kitchen_of

    locks = {key: food[key] for key in ("foods", "seed", "lock")}
    return Planned(finished, is_example, is_one_of_many, kitchen_of(plan, finished, **locks))


def tree_below(values: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """The plan's tree: options over the file over the profile, or the example; which it is."""
    plan = values["plan"]
    athlete, goal, week = (given(values, keys) for keys in (ATHLETE_KEYS, GOAL_KEYS, WEEK_KEYS))
    tree = profile_tree()
    if plan is not None:
        data = _standard_input() if plan == "-" else read_bytes(Path(plan))
        tree = _over(tree, tree_of(data, name=plan, kind="plan"))
    is_example = not tree and not athlete.keys() - {"time_zone"}
    if is_example:
        tree = EXAMPLE
    options = {"athlete": athlete, "goal": goal, "week": week}
    if {"daily_life", "steps"} & athlete.keys() and isinstance(tree.get("athlete"), dict):
        # A word of the command line beats what a log has taught.
        tree = {**tree, "athlete": {k: v for k, v in tree["athlete"].items() if k != "learned"}}
    return _over(tree, {key: table for key, table in options.items() if table}), is_example


def _standard_input() -> bytes:
    """
    What is piped in.

    Raises:
        InputError: There is nothing to read from.
    """
    if sys.stdin is None:
        raise InputError("standard input is closed", argument="plan", remedy="give a file")
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay a whole tree over another, table by table."""
    result = {**below, **above}
    for key, record in (("athlete", Athlete), ("goal", Goal), ("week", Week)):
        if key in below and isinstance(above.get(key), dict):
            result[key] = overlaid(record, below[key], above[key])
    return result


def _day_tree(values: dict[str, Any]) -> dict[str, Any]:
    """What the options say about the day itself."""
    table: dict[str, Any] = {key: values[key] for key in DAY_KEYS if values[key]}
    table |= given(values, ["use_up"])
    if values["eaten"]:
        table["eaten"] = [eaten_from_text(text) for text in values["eaten"]]
    for option, (key, read) in _SESSIONS.items():
        if values[option] or values["rest"]:
            table[key] = [read(text) for text in values[option]]
    for key, sessions in values.get("found", {}).items():
        table[key] = [*sessions, *table.get(key, [])]
    return table


def _chosen(plan: Plan, date: dt.date | None, today: dt.date) -> Day:
    """The day that is asked for: by date, or today's, or the first."""
    if date is not None:
        found = plan.calendar.day_on(date)
        if found is None and any(day.date is not None for day in plan.days):
            days = ", ".join(str(day.date) for day in plan.days[:7])
            raise InputError(
                f"the plan has no {date}",
                argument="date",
                value=date,
                quote="",
                allowed=[day.date for day in plan.days if day.date is not None],
                remedy=f"it has {days}",
            )
    else:
        found = plan.calendar.day_on(today)
    if found is None:
        found = plan.days[0] if plan.days else Day()
    return found


def now() -> dt.datetime:
    """This moment, by the clock of the reader's computer."""
    return dt.datetime.now().astimezone()


def today_of(athlete: Athlete) -> dt.date:
    """Today's date where the athlete is, else where the computer is."""
    if athlete.time_zone is None:
        return now().date()
    from zoneinfo import ZoneInfo

    return now().astimezone(ZoneInfo(athlete.time_zone)).date()


def coming_date(text: str | None, today: dt.date, *, name: str = "date") -> dt.date | None:
    """
    A date as it is typed for what is still to be eaten: a weekday is the next one, today if it is.

    Raises:
        InputError: It is none, or outside what is planned.
    """
    word = (text or "").strip().casefold()
    if word in WEEKDAYS:
        return today + dt.timedelta(days=(WEEKDAYS.index(word) - today.weekday()) % WEEK_DAYS)
    # Most dates are written in digits, which no weekday is.
    near = nearest(word, WEEKDAYS, cutoff=0.75) if word[:1].isalpha() else None
    if near is not None:
        remedy = f'did you mean "{near}"?'
        raise InputError("is not a date", argument=name, value=text, remedy=remedy)
    return date_from_word(text, today, name=name)


def date_from_word(text: str | None, today: dt.date, *, name: str = "date") -> dt.date | None:
    """
    A date as it is typed: 2026-11-26, today or tomorrow.

    Raises:
        InputError: It is none, or outside what is planned.
    """
    if text is None:
        return None
    word = text.strip().lower()
    if word in {"today", "tomorrow"}:
        return today + dt.timedelta(days=int(word == "tomorrow"))
    try:
        date = dt.date.fromisoformat(word)
    except ValueError:
        raise InputError(
            "is not a date", argument=name, value=text, remedy="write 2026-11-26"
        ) from None
    if not FIRST_DATE <= date <= LAST_DATE:
        raise InputError(
            f"is outside {FIRST_DATE} to {LAST_DATE}",
            argument=name,
            value=date,
            allowed=Span(FIRST_DATE, LAST_DATE),
            remedy="check the year",
        )
    return date


def _day_plan(
    plan: Plan,
    values: dict[str, Any],
    changes: dict[str, Any],
    food: dict[str, Any],
    *,
    is_dated: bool,
) -> "DayPlan":
    """Pick the day, lay the options over it, and plan it; one without a date may be today's."""
    today = today_of(plan.athlete)
    date = coming_date(values["date"], today)
    is_new = "found" in values and date is not None and plan.calendar.day_on(date) is None
    chosen = Day() if is_new else _chosen(plan, date, today)
    calendar = plan.calendar
    is_known = chosen in plan.days or bool(calendar.repeated)
    before, after = calendar.neighbours(chosen) if is_known else ((), ())
    athlete = plan.athlete
    if changes:
        chosen = _changed(chosen, Day.of(**changes))
    asked = not changes.keys().isdisjoint({"runs", "lifts", "other"})
    if not asked and not plan.is_rest(chosen):
        average = average_day(athlete, chosen)
        chosen = chosen if average is None else average
    if date is None:
        date = today if is_dated else None
    if chosen.date is None and date is not None:
        chosen = chosen.model_copy(update={"date": date})
    if chosen.date is not None:
        food["lock"] = locks_around(food["lock"], chosen.date)
        food["swap"] = swaps_on(food["swap"], chosen.date)
    # A day that options change has no other days that would make up for it.
    shares = not asked and calendar.shares_energy(chosen)
    energy = plan.week.energy if shares else "match"
    week = calendar.week_of(chosen, is_smooth=energy == "smooth")
    return plan_day(
        athlete, chosen, plan.goal, before=before, after=after, week=week, energy=energy, **food
    )


def _changed(day: Day, changes: Day) -> Day:
    """
    A day with other values for some of its fields.

    Raises:
        InputError: The two say together what neither says alone.
    """
    kept, new = (
        {name: getattr(each, name) for name in each.model_fields_set} for each in (day, changes)
    )
    if not _AIR.isdisjoint(new):
        # One of them given by hand replaces the other in the file.
        kept = {name: value for name, value in kept.items() if name not in _AIR}
    return Day.of(**{**kept, **new})


def locks_of(texts: Sequence[str]) -> dict[str, str]:
    """
    Read "dinner=lentil-bolognese".

    Raises:
        InputError: One is none, or a feeding has two dishes.
    """
    found: dict[str, str] = {}
    for text in texts:
        try:
            lock = lock_from_text(text)
        except InputError as error:
            raise error.within("lock") from None
        feeding, dish = lock["feeding"], lock["dish"]
        if found.setdefault(feeding, dish) != dish:
            raise locked_twice(feeding, found[feeding], dish)
    return found


def check_food_is_chosen(values: dict[str, Any], option: str) -> None:
    """
    Hold that nobody sets or exchanges a dish where none is chosen.

    Args:
        values: The values of a command's options, by name.
        option: The one by which no food is chosen.

    Raises:
        InputError: Both are asked for.
    """
    asked = next((key for key in ("lock", "swap", "use_up") if values.get(key)), None)
    if values[option] and asked is not None:
        raise InputError(
            f"chooses no food, and --{asked.replace('_', '-')} asks for some",
            argument=option.replace("_", "-"),
            quote="",
            remedy="keep one of them",
        )
