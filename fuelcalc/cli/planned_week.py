"""From the command line to a finished week: its options, and which week is meant."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import click

from fuelcalc.cli.completion import completed
from fuelcalc.cli.look import formats_of_files, template_files, zoned
from fuelcalc.cli.options import (
    WEEK_KEYS,
    athlete_options,
    goal_options,
    record_option,
    several,
    with_options,
)
from fuelcalc.cli.planned import (
    DAY_KEYS,
    FOOD_OPTIONS,
    NO_MENU,
    PLAN,
    check_food_is_chosen,
    coming_date,
    files_read,
    locks_of,
    today_of,
    tree_below,
)
from fuelcalc.cli.profile import own_foods
from fuelcalc.cli.writing import check_not_read
from fuelcalc.errors import InputError, shown
from fuelcalc.importers.plan_file import read_plan
from fuelcalc.models.plan import Plan
from fuelcalc.models.week import WEEK_DAYS, Week, monday_of
from fuelcalc.planning.week.locks import names_weekday
from fuelcalc.reports.look import LookOptions
from fuelcalc.reports.week.page import WeekPage
from fuelcalc.units.clock import WEEKDAYS

if TYPE_CHECKING:
    from fuelcalc.models.week_plan import WeekPlan

_DATED: Final = re.compile(r"\s*\d{4}-\d{2}-\d{2}\s")
F = TypeVar("F", bound=Callable[..., Any])

FROM = click.option(
    "--from",
    "first",
    metavar="DATE",
    help="The first day of a week: 2026-11-23, today, saturday; else this Monday.",
    shell_complete=completed(lambda: ("today", "tomorrow", *WEEKDAYS)),
)
EATERS = several(
    "--for", "eaters", about="The plan of somebody who eats from the same pot.", metavar="PLAN"
)
_WEEK_OPTIONS = (
    FROM,
    click.option("--weeks", type=int, default=1, help="How many weeks."),
    *(record_option(Week, key) for key in WEEK_KEYS),
    several(
        "--lock",
        about='Keep a dish: "tuesday dinner=lentil-bolognese"; "friday dinner=out".',
        metavar="TEXT",
    ),
    several(
        "--swap",
        about='Exchange a dish and what is left of it: "tuesday dinner".',
        metavar="TEXT",
    ),
    EATERS,
)
_OF_ONE_DAY = ("date", "runs", "lifts", "others", "rest", *DAY_KEYS, "eaten", "use_up")


def week_options(command: F) -> F:
    """Add everything that a week can be asked for to a command."""
    command = athlete_options(goal_options(with_options((*FOOD_OPTIONS, NO_MENU), command)))
    return with_options((PLAN, *_WEEK_OPTIONS), command)


class PlannedWeek(NamedTuple):
    """A finished week, whether it is the example's, and those of whoever eats with them."""

    plan: "WeekPlan"
    is_example: bool
    others: "tuple[WeekPlan, ...]" = ()

    def page(self, fmt: str, *, with_days: bool = False) -> WeekPage:
        """The week's page; a calendar has a time zone, this computer's where nobody says one."""
        plan = self.plan
        if fmt == "ics":
            plan = plan.model_copy(update={"athlete": zoned(plan.athlete)})
        return WeekPage(plan, with_days=with_days, others=self.others)


def planned_week(values: dict[str, Any]) -> PlannedWeek:
    """
    Plan the week that a command's values ask for.

    Args:
        values: The values of `week_options`, by name.

    Raises:
        InputError: Something in the file or the options is wrong.
    """
    foods = own_foods(values["foods"])
    tree, is_example = tree_below(values)
    if is_example:
        # What the example trains in a week is known by its mileage.
        tree = {**tree, "days": []}
    plan = Plan.from_tree(tree, path="")
    today = today_of(plan.athlete)
    first = coming_date(values["first"], today, name="from")
    from fuelcalc.planning.week.household import plan_household
    from fuelcalc.planning.week.plan import first_date

    if first is None and not is_example:
        first = monday_of(today)
        if plan.days and not plan.calendar.days_from(first, WEEK_DAYS):
            first = monday_of(first_date(plan))
    check_food_is_chosen(values, "no_menu")
    _check_eaters(values)
    others = [_plan_of(file) for file in values["eaters"]]
    finished, *rest = plan_household(
        [plan, *others],
        first=first,
        weeks=values.get("weeks", 1),
        foods=foods,
        seed=values["seed"],
        menu=not values["no_menu"],
        lock=locks_of(values["lock"]),
        swap=values["swap"],
    )
    return PlannedWeek(finished, is_example, tuple(rest))


def _check_eaters(values: dict[str, Any]) -> None:
    """
    Hold that everybody at the table has a plan of their own.

    Raises:
        InputError: A file is there twice.
    """
    plan = values["plan"]
    there = [] if plan in {None, "-"} else [Path(plan).resolve()]
    for file in values["eaters"]:
        if Path(file).resolve() in there:
            raise InputError(
                "is at the table already",
                argument="for",
                value=Path(file),
                remedy="give each person's own plan; shopping --people 2 buys the same for two",
            )
        there.append(Path(file).resolve())


def _plan_of(file: str) -> Plan:
    """
    The plan of somebody who eats with them.

    Raises:
        InputError: The file is none; it is named, since another is read too.
    """
    try:
        return read_plan(file)
    except InputError as error:
        name = shown(Path(file))
        if name in str(error):
            raise
        raise error.read_in(name) from None


def check_written(
    fmt: str | None, out: Sequence[str], asked: LookOptions, values: dict[str, Any]
) -> None:
    """
    Hold that no file that is read for a week is written over, before it is planned.

    Args:
        fmt: The format on the screen.
        out: The files to write.
        asked: How the reader wants the page.
        values: The values of `week_options`, by name.

    Raises:
        InputError: One of them would be lost, or the format of one is unknown.
    """
    read = [*files_read(values), *map(Path, values["eaters"]), *template_files(asked)]
    check_not_read(formats_of_files(fmt, out), read)


def asks_for_week(values: dict[str, Any]) -> bool:
    """
    Whether what a command names is a week: days that repeat or several dates, and none of them.

    Args:
        values: The values of `day_options`, of `FROM` and of `EATERS`, by name.

    Raises:
        InputError: The week is asked for, and something that belongs to one day.
    """
    of_day = [key for key in _OF_ONE_DAY if values[key]]
    of_week = "from" if values["first"] is not None else "for" if values["eaters"] else None
    locks = {"lock": locks_of(values["lock"]), "swap": values["swap"]}
    undated = [key for key, words in locks.items() if any(map(_is_undated, words))]
    if of_week is None and (of_day or undated):
        return False
    if of_week is None:
        tree, is_example = tree_below(values)
        return not is_example and _is_week(Plan.from_tree(tree, path=""))
    if of_day or undated:
        key = (*of_day, *undated)[0]
        option = f"--{key.removesuffix('s')}".replace("_", "-")
        problem = f"is for a week, and {option} for one of its days"
        remedy = "keep one, or give --date"
        if key in undated:
            remedy = 'write its day too, as in "tuesday dinner"'
        raise InputError(problem, argument=of_week, quote="", remedy=remedy)
    return True


def _is_undated(word: str) -> bool:
    """Whether a lock or a swap names a feeding of no day, and so of the one that is planned."""
    return not (names_weekday(word) or _DATED.match(word))


def _is_week(plan: Plan) -> bool:
    """Whether a plan knows a week by its dates or weekdays."""
    dated = sum(day.date is not None for day in plan.days)
    return bool(plan.week.days) or dated == len(plan.days) > 1
