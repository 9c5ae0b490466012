"""From the command line to a finished week: its options, and which week is meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from fuelcalc.cli.completion import completed
from fuelcalc.cli.options import WEEK_KEYS, athlete_options, goal_options, record_option
from fuelcalc.cli.planned import (
    DAY_KEYS,
    FOOD_OPTIONS,
    NO_MENU,
    PLAN,
    date_from_word,
    locks_of,
    today_of,
    tree_below,
    with_options,
)
from fuelcalc.cli.profile import own_foods
from fuelcalc.errors import InputError
from fuelcalc.importers.plan_file import read_plan
from fuelcalc.models.plan import Plan
from fuelcalc.models.week import WEEK_DAYS, Week, monday_of

if TYPE_CHECKING:
    from fuelcalc.models.week_plan import WeekPlan

F = TypeVar("F", bound=Callable[..., Any])

FROM = click.option(
    "--from",
    "first",
    metavar="DATE",
    help="The first day of a week: 2026-11-23, today; else Monday.",
    shell_complete=completed(lambda: ("today", "tomorrow")),
)
_WEEK_OPTIONS = (
    FROM,
    click.option("--weeks", type=int, default=1, help="How many weeks."),
    *(record_option(Week, key) for key in WEEK_KEYS),
    click.option(
        "--lock",
        multiple=True,
        metavar="TEXT",
        help='Keep a dish: "tuesday dinner=lentil-bolognese"; "friday dinner=out".',
    ),
    click.option(
        "--for",
        "eaters",
        multiple=True,
        metavar="PLAN",
        help="The plan of somebody who eats from the same pot.",
    ),
)
_OF_ONE_DAY = (
    "date", "runs", "lifts", "others", "rest", *DAY_KEYS, "eaten", "use_up", "lock", "swap",
)  # fmt: skip


def week_options(command: F) -> F:
    """Add everything that a week can be asked for to a command."""
    command = athlete_options(goal_options(with_options((*FOOD_OPTIONS, NO_MENU), command)))
    return with_options((PLAN, *_WEEK_OPTIONS), command)


class PlannedWeek(NamedTuple):
    """A finished week, whether it is the example's, and those of whoever eats with them."""

    plan: "WeekPlan"
    is_example: bool
    others: "tuple[WeekPlan, ...]" = ()


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
    plan = Plan.of(**tree)
    today = today_of(plan.athlete)
    first = date_from_word(values["first"], today, name="from")
    from fuelcalc.planning.week.household import plan_household
    from fuelcalc.planning.week.plan import first_date

    if first is None and not is_example:
        first = monday_of(today)
        if plan.days and not plan.calendar.days_from(first, WEEK_DAYS):
            first = monday_of(first_date(plan))
    files = values.get("eaters", ())
    others = [read_plan(file) for file in files]
    finished, *rest = plan_household(
        [plan, *others],
        first=first,
        weeks=values.get("weeks", 1),
        foods=foods,
        seed=values["seed"],
        menu=not values["no_menu"],
        lock=locks_of(values["lock"]),
    )
    return PlannedWeek(finished, is_example, tuple(rest))


def asks_for_week(values: dict[str, Any]) -> bool:
    """
    Whether what a command names is a week: days that repeat or several dates, and none of them.

    Args:
        values: The values of `day_options` and of `FROM`, by name.

    Raises:
        InputError: The week is asked for, and something that belongs to one day.
    """
    of_day = [key for key in _OF_ONE_DAY if values[key]]
    if values["first"] is None and of_day:
        return False
    if values["first"] is None:
        tree, is_example = tree_below(values)
        return not is_example and _is_week(Plan.of(**tree))
    if of_day:
        option = f"--{of_day[0].removesuffix('s')}".replace("_", "-")
        problem = f"is for a week, and {option} for one of its days"
        raise InputError(problem, argument="from", quote="", remedy="keep one, or give --date")
    return True


def _is_week(plan: Plan) -> bool:
    """Whether a plan knows a week by its dates or weekdays."""
    dated = sum(day.date is not None for day in plan.days)
    return bool(plan.week.days) or dated == len(plan.days) > 1
