"""How the reader wants the page: the options of every command that writes a plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from fuelcalc.models.zones import zone_named
from fuelcalc.reports import render

if TYPE_CHECKING:
    from fuelcalc.models.day_plan import DayPlan

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--explain", is_flag=True, help="Equation, inputs, range and source of each figure."
    ),
    click.option(
        "--units",
        type=click.Choice(["metric", "us", "uk"]),
        default="metric",
        help="Units on the page.",
    ),
    click.option(
        "--energy-unit",
        type=click.Choice(["kcal", "kJ"]),
        default="kcal",
        help="Energy on the page.",
    ),
    click.option(
        "--clock",
        type=click.Choice(["12", "24"]),
        help="Hours of the clock; 12 with US units, else 24.",
    ),
    click.option(
        "--page",
        type=click.Choice(["a4", "letter"]),
        help="Paper of PDF and HTML; letter with US units, else a4.",
    ),
    click.option("--large", is_flag=True, help="Large type in PDF and HTML."),
    click.option(
        "--template", metavar="DIR", help="Your own template or logo (docs/templates.md)."
    ),
)


def look_options(command: F) -> F:
    """Add the options of `Look` to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Look(NamedTuple):
    """How the reader wants the page; the same keywords as `render`."""

    units: str
    energy_unit: str
    clock: int | None
    explain: bool
    page: str | None
    large: bool
    template: str | None

    @classmethod
    def of(cls, values: dict[str, Any]) -> "Look":
        """Take the options of a look out of a command's values."""
        found = {name: values.pop(name) for name in cls._fields}
        found["clock"] = None if found["clock"] is None else int(found["clock"])
        return cls(**found)

    def rendered(self, plan: "DayPlan", fmt: str) -> str | bytes:
        """The plan in a format, as the reader wants it."""
        if fmt == "ics":
            plan = _zoned(plan)
        return render(plan, fmt, **self._asdict())


def _zoned(plan: "DayPlan") -> "DayPlan":
    """The plan with a time zone: the athlete's, else this computer's, where it can be told."""
    if plan.athlete.time_zone is not None:
        return plan
    from tzlocal import get_localzone_name

    try:
        zone = zone_named(get_localzone_name())
    except (KeyError, ValueError, OSError):
        return plan
    click.echo(f"Time zone {zone}, this computer's; --time-zone sets another.", err=True)
    athlete = plan.athlete.model_copy(update={"time_zone": zone})
    return plan.model_copy(update={"athlete": athlete})
