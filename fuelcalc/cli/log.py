"""`fuelcalc log`: write down a morning's mass, and what a day's eating came to."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from fuelcalc.cli.any_log import log_with
from fuelcalc.cli.completion import completed
from fuelcalc.cli.planned import date_from_word, today_of
from fuelcalc.cli.profile import log_path
from fuelcalc.cli.whose import athlete_of
from fuelcalc.cli.writing import write_whole
from fuelcalc.errors import InputError, quoted, together
from fuelcalc.models.learned import LogSource
from fuelcalc.models.log import LEAST_DAY_KCAL, MOST_DAY_KCAL, Log, LogDay, Mask

if TYPE_CHECKING:
    from fuelcalc.models.athlete import Athlete
    from fuelcalc.planning.learning.slips import Slip
    from fuelcalc.reports.look import Look

# A number without a unit in this span is a mass in kg or lb; nobody eats so little in a day.
_NUMBERS_OF_A_MASS: Final = (25.0, 500.0)
_EPILOG = """\b
Examples:
    fuelcalc log 71.4kg 2650kcal
    fuelcalc log 157lb --date 2026-11-25
    fuelcalc log 2480kcal --date 2026-11-24 --source weighed --mask illness"""

_MASS = re.compile(r"(kg|lbs?|pounds?|st|stones?)\b", re.IGNORECASE)
_STONES = re.compile(r"(st|stones?)\Z", re.IGNORECASE)
_POUNDS = re.compile(r"[\d.,]+ ?(lbs?|pounds?)", re.IGNORECASE)
_NUMBER = re.compile(r"([\d.,]+) ?(.*)")
_BARE = re.compile(r"\d[\d.,'’\u00a0\u2009\u202f ]*")


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
@click.option("--sure", is_flag=True, help="Write it down though something was asked.")
@click.option("--log", "file", metavar="FILE", help="The log; else log.csv beside the profile.")
def log(
    *, amounts: tuple[str, ...], date: str | None, replace: bool, sure: bool, file: str | None,
    **said: Any,
) -> None:  # fmt: skip
    """
    Write down the mass of a morning and what was eaten until the next.

    Each with its unit, in either order, and either may be left out: a day that was not logged is
    no day of no food. The log is a CSV file that any spreadsheet reads and writes.
    """
    from fuelcalc.importers.log_file import read_log
    from fuelcalc.planning.learning.slips import slips_of
    from fuelcalc.planning.learning.standing import check_log, check_reading
    from fuelcalc.reports.rounding import count_text
    from fuelcalc.reports.words import words

    athlete = athlete_of(None)
    today = None if athlete is None else today_of(athlete)
    if athlete is not None:
        # Before anything is asked of what was typed.
        check_log(athlete, (), date=today)
    typed = _typed(amounts)
    day = _day(typed, date, today, {key: one for key, one in said.items() if one is not None})
    path = log_path() if file is None else Path(file)
    before = read_log(path) if path.exists() else Log()
    after = before.with_day(day, replaces=replace)
    notes = () if athlete is None else check_reading(athlete, after.days, day, date=today)
    if not sure:
        _ask(
            slips_of(before.days, day, mass_kg=None if athlete is None else athlete.mass_kg),
            typed,
            athlete,
        )
    if file is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    written = next(one for one in after.days if one.date == day.date)
    write_whole({path: log_with(path, (written,))})
    mornings = count_text(sum(one.mass_kg is not None for one in after.days), "morning")
    eaten = count_text(sum(one.intake_kcal is not None for one in after.days), "day")
    click.echo(f"{day.date}: written to {path}. It holds {mornings} and {eaten} of eating.")
    for note in notes:
        click.echo(words(note, units=(athlete and athlete.units) or "metric"))


def _typed(amounts: Sequence[str]) -> dict[str, str]:
    """
    The mass and the intake as they were typed, with the units that stood apart from their numbers.

    Raises:
        InputError: One has no unit, or there are two of it.
    """
    joined: list[str] = []
    for text in map(str.strip, amounts):
        if joined and text.isalpha() and joined[-1][-1:].isdecimal():
            joined[-1] += f" {text}"
        else:
            joined.append(text)
        if len(joined) > 1 and _POUNDS.fullmatch(joined[-1]) and _STONES.search(joined[-2]):
            joined[-2:] = [" ".join(joined[-2:])]
    found: dict[str, str] = {}
    for text in joined:
        if _BARE.fullmatch(text):
            raise _no_unit(text)
        name = "mass" if _MASS.search(text) else "intake"
        if name in found:
            both = f"{quoted(found[name])} and {quoted(text)} are two of one day"
            remedy = (
                "write the first of the morning, and another day with --date"
                if name == "mass"
                else "write what the day came to in all, and another day with --date"
            )
            raise InputError(both, argument=name, remedy=remedy)
        found[name] = text
    return found


def _no_unit(text: str) -> InputError:
    """What to write where a number may be a mass or an intake; its size tells mostly."""
    from fuelcalc.importers.log_numbers import ungrouped

    number = ungrouped(text)
    try:
        size = float(number.replace(",", "."))
    except ValueError:
        size = 0.0
    least, most = _NUMBERS_OF_A_MASS
    remedy = (
        f"write {number}kcal or {number}kJ"
        if size > most
        else f"write {number}kg or {number}lb"
        if size >= least
        else "write 71.4kg or 157lb, 2650kcal or 11088kJ"
    )
    return InputError("has no unit", argument="log", value=text, remedy=remedy)


def _ask(slips: Sequence["Slip"], typed: Mapping[str, str], athlete: "Athlete | None") -> None:
    """
    Ask about what can hardly be meant, before anything is written.

    Raises:
        InputError: Something is asked; --sure answers it.
    """
    from fuelcalc.importers.log_numbers import ungrouped
    from fuelcalc.reports.look import look_for

    look, asked = look_for(athlete), []
    for slip in slips:
        text = typed[slip.name]
        number = _NUMBER.match(ungrouped(text))
        is_other = number and slip.meant and not number[2].startswith(slip.meant)
        remedy = (
            f"write {number[1]}{slip.meant} if that was meant"
            if number and is_other
            else "correct it"
        )
        if slip.usual is not None:
            problem = f"is far from the usual {_usual(slip, look)}"
        elif slip.doubt == "little":
            problem = f"is under {look.energy_text(LEAST_DAY_KCAL)} {look.energy_unit}"
            remedy = "write a mass with kg or lb, leave a part of a day out"
        else:
            problem = f"is over {look.energy_text(MOST_DAY_KCAL)} {look.energy_unit}"
        asked.append(
            InputError(problem, argument=slip.name, value=text, remedy=f"{remedy}, or say --sure")
        )
    if asked:
        raise together(asked)


def _usual(slip: "Slip", look: "Look") -> str:
    """What is usual, in the reader's units."""
    from fuelcalc.reports.learning.masses import mass_in

    usual = slip.usual or 0.0
    if slip.name == "intake":
        return f"{look.energy_text(usual)} {look.energy_unit}"
    amount, unit = mass_in(look, usual)
    return f"{amount:.1f} {unit}"


def _day(typed: Mapping[str, str], date: str | None, today: Any, said: Mapping[str, Any]) -> LogDay:
    """
    The day that is written down.

    Raises:
        InputError: An amount cannot be read, the day is still to come, or nothing is said of it.
    """
    from fuelcalc.cli.planned import now
    from fuelcalc.importers.log_numbers import intake_text

    today = now().date() if today is None else today
    amounts = {name: text if name == "mass" else intake_text(text) for name, text in typed.items()}
    found: dict[str, Any] = {"date": date_from_word(date, today) or today, **said, **amounts}
    if found["date"] > today:
        raise InputError(
            "is still to come", argument="date", value=found["date"], remedy="write what was"
        )
    if not {"mass", "intake", "mask", "note"} & found.keys():
        remedy = "write 71.4kg, 2650kcal or both"
        raise InputError("there is nothing to write down", argument="log", remedy=remedy)
    return LogDay.of(**found)
