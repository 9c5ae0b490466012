"""How the reader wants the page: the options of every command that writes a plan."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar, cast

import click

from fuelcalc.cli.options import choice, with_options
from fuelcalc.cli.profile import saved_athlete
from fuelcalc.cli.writing import write_whole
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.zones import zone_named
from fuelcalc.reports.formats import FORMATS, format_of_file
from fuelcalc.reports.formats.template import FILES
from fuelcalc.reports.look import LEAST_WIDTH, MOST_WIDTH, LookOptions
from fuelcalc.reports.render import Renderable, formats_of, page_of, render

F = TypeVar("F", bound=Callable[..., Any])

_UNITS = (
    choice(
        "--units", ("metric", "us", "uk"), "Units on the page; else the profile's, else metric."
    ),
    choice("--energy-unit", ("kcal", "kJ"), "Energy on the page; else the profile's, else kcal."),
)
_OPTIONS = (
    click.option(
        "--explain", is_flag=True, help="Equation, inputs, range and source of each figure."
    ),
    *_UNITS,
    choice("--clock", ("12", "24"), "Hours of the clock; 12 with US units, else 24."),
    choice("--page", ("a4", "letter"), "Paper of PDF and HTML; letter with US units, else a4."),
    click.option("--large", is_flag=True, help="Large type in PDF and HTML."),
    click.option(
        "--template", metavar="DIR", help="Your own template or logo (docs/templates.md)."
    ),
)


def look_options(command: F) -> F:
    """Add the keywords of `render` to a command, as options."""
    return with_options(_OPTIONS, command)


def unit_options(command: F) -> F:
    """Add the units of the page and of its energies to a command."""
    return with_options(_UNITS, command)


def saved_look(units: str | None, energy_unit: str | None) -> LookOptions:
    """
    Units and words as asked, else as the profile has them.

    A profile that cannot be read is the business of the commands that need it.
    """
    saved = saved_athlete()
    return {
        "units": units or saved.get("units"),
        "energy_unit": energy_unit or saved.get("energy_unit"),
    }


def output_options(*formats: str) -> Callable[[F], F]:
    """Add --format and --out to a command whose page has these formats on the screen."""

    def add(command: F) -> F:
        out = click.option(
            "-o", "--out", multiple=True, metavar="FILE", help="Write a file: .pdf .html .md ..."
        )
        fmt = click.option(
            "--format", "fmt", type=click.Choice(formats), help="Format on the screen."
        )
        return fmt(out(command))

    return add


def formats_of_files(
    fmt: str | None, out: Sequence[str], formats: tuple[str, ...] = tuple(FORMATS)
) -> dict[Path, str]:
    """
    The files to write, and the format that each end of a name asks for.

    Raises:
        InputError: There is a format for the screen too, which no PDF is, or no format has that
            end.
    """
    if fmt is not None and out:
        raise InputError(
            "--format is for the screen and --out goes by suffix",
            argument="format",
            remedy="keep one",
        )
    if fmt == "pdf" and on_a_terminal():
        remedy = "write it with --out FILE.pdf"
        raise InputError("a PDF is no text for a screen", argument="format", remedy=remedy)
    return {Path(name): format_of_file(Path(name).name, formats) for name in out}


def put_out(
    page_for: Callable[[str], Renderable], fmt: str | None, out: Sequence[str], asked: LookOptions
) -> None:
    """
    Write a page to files, or print it.

    Args:
        page_for: The page in a format.
        fmt: The format on the screen; text where none is asked for.
        out: The files.
        asked: How the reader wants it.
    """
    files = formats_of_files(fmt, out, formats_of(page_of(page_for("text"))))
    if files:
        write_whole({path: render(page_for(one), one, **asked) for path, one in files.items()})
        return
    asked["width"] = screen_width()
    page = render(page_for(fmt or "text"), fmt or "text", **asked)
    if isinstance(page, str) and fmt not in {None, "text"}:
        # Text is as the terminal takes it, everything else as its file would be.
        page = page.encode()
    click.echo(page, nl=False)


def asked_of(values: dict[str, Any]) -> LookOptions:
    """
    Take what is asked of the page out of a command's values.

    Raises:
        InputError: The template is an empty text.
    """
    names = LookOptions.__annotations__.keys() - {"width"}
    found = {name: values.pop(name) for name in names}
    if found["template"] == "":
        remedy = "give a folder, or leave the option out"
        raise InputError("empty", argument="template", remedy=remedy)
    found["clock"] = None if found["clock"] is None else int(found["clock"])
    return cast("LookOptions", found)


def on_a_terminal() -> bool:
    """Whether somebody looks at what is printed."""
    return sys.stdout is not None and sys.stdout.isatty()


def screen_width() -> int:
    """How many columns a page on the screen has: those of the terminal or COLUMNS, 40 to 80."""
    return min(max(get_terminal_size(fallback=(MOST_WIDTH, 24)).columns, LEAST_WIDTH), MOST_WIDTH)


def template_files(asked: LookOptions) -> list[Path]:
    """The files of a template's folder that are known."""
    folder = asked["template"]
    return [] if folder is None else [Path(folder) / name for name in FILES]


def zoned(athlete: Athlete) -> Athlete:
    """The athlete with a time zone: theirs, else this computer's, where it can be told."""
    zone = local_zone() if athlete.time_zone is None else None
    if zone is None:
        return athlete
    click.echo(f"Time zone {zone}, this computer's; --time-zone sets another.", err=True)
    return athlete.model_copy(update={"time_zone": zone})


def local_zone() -> str | None:
    """This computer's time zone, where it can be told."""
    from tzlocal import get_localzone_name

    try:
        return zone_named(get_localzone_name())
    except (KeyError, ValueError, OSError):
        return None


def usual_zone() -> str | None:
    """The profile's time zone, else this computer's; None where neither is known."""
    saved = saved_athlete().get("time_zone")
    return zone_named(saved) if isinstance(saved, str) else local_zone()
