"""`fuelcalc learn`: what a log says of what somebody spends."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fuelcalc.cli.learned_table import with_learned
from fuelcalc.cli.look import asked_of, look_options, output_options, put_out
from fuelcalc.cli.planned import PLAN, today_of, tree_below
from fuelcalc.cli.profile import log_path, profile_path
from fuelcalc.cli.writing import check_not_read, write_whole
from fuelcalc.errors import InputError
from fuelcalc.models.plan import Plan

if TYPE_CHECKING:
    from fuelcalc.models.learning import Forecast, Learned

_EPILOG = """\b
Examples:
    fuelcalc learn plan.toml
    fuelcalc learn plan.toml --log log.csv --out learned.html
    fuelcalc learn plan.toml --save"""


@click.command(epilog=_EPILOG)
@PLAN
@click.option("--log", "file", metavar="FILE", help="The log; else log.csv beside the profile.")
@click.option("--save", is_flag=True, help="Write it into PLAN, or the profile.")
@click.option("--sure", is_flag=True, help="Save it though something was asked.")
@output_options("text", "markdown", "html", "pdf", "json", "csv")
@look_options
def learn(
    *, plan: str | None, file: str | None, save: bool, sure: bool, fmt: str | None,
    out: tuple[str, ...], **values: Any,
) -> None:  # fmt: skip
    """
    Learn what your body spends, from morning mass and what you ate.

    PLAN is a plan file; its days say what was trained. Daily life learns, the cost of the
    sessions hardly moves. Nothing is changed unless you say --save.
    """
    from fuelcalc.cli.any_log import read_any_log
    from fuelcalc.planning.learning.learn import learn as learned_from
    from fuelcalc.planning.learning.standing import check_log
    from fuelcalc.reports.learning.page import LearnPage

    asked = asked_of(values)
    tree, is_example = tree_below({"plan": plan, "foods": None})
    if is_example:
        remedy = "give a plan file, or answer fuelcalc init first"
        raise InputError("whose log is it", argument="plan", quote="", remedy=remedy)
    whose = Plan.of(**tree)
    path = log_path() if file is None else Path(file)
    if file is None and not path.exists():
        remedy = 'write "fuelcalc log 71.4kg 2650kcal", or give --log FILE'
        raise InputError("there is none yet", argument="log", quote="", remedy=remedy)
    plans = [] if plan in {None, "-"} else [Path(str(plan))]
    check_not_read([Path(name) for name in out], [path, *plans])
    today = today_of(whose.athlete)
    check_log(whose.athlete, (), date=today)
    log = read_any_log(path, today=today, athlete=whose.athlete)
    learned = learned_from(whose.athlete, log, whose.calendar, on=today)
    page = LearnPage(learned, whose.athlete, _foreseen(whose, learned))
    if save:
        _check_saved(learned, plan, is_sure=sure)
    put_out(lambda _: page, fmt, out, asked)
    if save:
        where = profile_path() if plan is None else Path(plan)
        write_whole({where: with_learned(where, learned.life)})
        click.echo(f"Saved in {where}; later plans use it.", err=True)


def _check_saved(learned: "Learned", plan: str | None, *, is_sure: bool) -> None:
    """
    Hold that what is saved was learned, is no question, and has a file to stand in.

    Raises:
        InputError: It cannot be saved as it is.
    """
    if plan == "-":
        raise InputError("has no file to write into", argument="save", quote="",
                         remedy="give the plan as a file")  # fmt: skip
    if not learned.is_learned:
        raise InputError(
            "the log is too short to learn from",
            argument="save",
            quote="",
            remedy="log on, and look again in two weeks",
        )
    if learned.asks and not is_sure:
        raise InputError(
            "something in the log wants an answer first",
            argument="save",
            quote="",
            remedy="read the notes without --save; mend the log, or say --save --sure",
        )


def _foreseen(whose: Plan, learned: "Learned") -> "Forecast | None":
    """Where mass may go from what the scale shows, by the planned week; None where unsaid."""
    from fuelcalc.planning.learning.forecast import forecast
    from fuelcalc.planning.week.plan import first_date, plan_week

    athlete = whose.athlete
    if any(note.level == "warning" for note in learned.notes):
        # Beside a word to see a doctor no band of mass stands.
        return None
    if learned.is_learned and not learned.asks:
        athlete = athlete.model_copy(update={"learned": learned.life})
    try:
        if learned.latest_kg is not None and all(note.code != "log-old" for note in learned.notes):
            athlete = athlete.with_(mass_kg=learned.latest_kg)
        week = plan_week(
            whose.model_copy(update={"athlete": athlete}),
            first=_first(whose, first_date(whose)),
            menu=False,
        )
        return forecast(week)
    except InputError:
        # A plan without days, or one that cannot be, is what fuelcalc week answers for.
        return None


def _first(whose: Plan, first: Any) -> Any:
    """The Monday of the week that is planned."""
    from fuelcalc.models.week import WEEK_DAYS, monday_of

    today = monday_of(today_of(whose.athlete))
    dated = whose.days and not whose.calendar.days_from(today, WEEK_DAYS)
    return monday_of(first) if dated else today
