"""`fuelcalc log`: write down a morning's mass, and what a day's eating came to."""

import re
from pathlib import Path
from typing import Any, get_args

import click

from fuelcalc.cli.any_log import log_with
from fuelcalc.cli.completion import completed
from fuelcalc.cli.planned import date_from_word, today_of
from fuelcalc.cli.profile import log_path
from fuelcalc.cli.whose import athlete_of
from fuelcalc.cli.writing import write_whole
from fuelcalc.errors import InputError
from fuelcalc.models.log import Log, LogDay, LogSource, Mask

_EPILOG = """\b
Examples:
    fuelcalc log 71.4kg 2650kcal
    fuelcalc log 157lb --date 2026-11-25
    fuelcalc log 2480kcal --date 2026-11-24 --source weighed --mask illness"""

_MASS = re.compile(r"(kg|lbs?|pounds?|st|stones?)\b", re.IGNORECASE)


@click.command(epilog=_EPILOG)
@click.argument("amounts", nargs=-1, metavar="[MASS] [INTAKE]")
@click.option(
    "--date",
    help="The day: 2026-11-25; today where it is left out.",
    shell_complete=completed(lambda: ("today",)),
)
@click.option("--source", type=click.Choice(get_args(LogSource)), help="How it was logged.")
@click.option("--mask", type=click.Choice(get_args(Mask)), help="Why the scale says little.")
@click.option("--note", help="A word of your own.")
@click.option("--replace", is_flag=True, help="Put it in the place of what is there.")
@click.option("--log", "file", metavar="FILE", help="The log; else log.csv beside the profile.")
def log(
    *, amounts: tuple[str, ...], date: str | None, replace: bool, file: str | None, **said: Any
) -> None:
    """
    Write down the mass of a morning and what was eaten until the next.

    Each with its unit, in either order, and either may be left out: a day that was not logged is
    no day of no food. The log is a CSV file that any spreadsheet reads and writes.
    """
    from fuelcalc.importers.log_file import read_log
    from fuelcalc.planning.learning.standing import check_log, check_reading
    from fuelcalc.reports.words import words

    athlete = athlete_of(None)
    today = None if athlete is None else today_of(athlete)
    if athlete is not None:
        # Before anything is asked of what was typed.
        check_log(athlete, (), date=today)
    day = _day(amounts, date, today, {key: one for key, one in said.items() if one is not None})
    path = log_path() if file is None else Path(file)
    before = read_log(path) if path.exists() else Log()
    after = before.with_day(day, replaces=replace)
    notes = () if athlete is None else check_reading(athlete, after.days, day, date=today)
    if file is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    written = next(one for one in after.days if one.date == day.date)
    write_whole({path: log_with(path, (written,))})
    mornings = _counted(sum(one.mass_kg is not None for one in after.days), "morning")
    eaten = _counted(sum(one.intake_kcal is not None for one in after.days), "day")
    click.echo(f"{day.date}: written to {path}. It holds {mornings} and {eaten} of eating.")
    for note in notes:
        click.echo(words(note, units=(athlete and athlete.units) or "metric"))


def _counted(count: int, noun: str) -> str:
    """So many of something, in words that fit one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _day(amounts: tuple[str, ...], date: str | None, today: Any, said: dict[str, Any]) -> LogDay:
    """
    The day that is written down.

    Raises:
        InputError: An amount has no unit or stands there twice, or the day is still to come.
    """
    from fuelcalc.cli.planned import now
    from fuelcalc.importers.log_numbers import intake_text

    today = now().date() if today is None else today
    found: dict[str, Any] = {"date": date_from_word(date, today) or today, **said}
    for text in amounts:
        name = "mass" if _MASS.search(text) else "intake"
        if name in found:
            remedy = "write one mass and one intake, each with its unit"
            problem = f"there are two of {name}"
            raise InputError(problem, argument="log", value=text, remedy=remedy)
        found[name] = text if name == "mass" else intake_text(text)
    if found["date"] > today:
        raise InputError(
            "is still to come", argument="date", value=found["date"], remedy="write what was"
        )
    if not {"mass", "intake", "mask", "note"} & found.keys():
        remedy = "write 71.4kg, 2650kcal or both"
        raise InputError("there is nothing to write down", argument="log", remedy=remedy)
    return LogDay.of(**found)
