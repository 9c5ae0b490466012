"""One door to every format."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias, Unpack, overload

from fuelcalc.errors import InputError
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.record import Record
from fuelcalc.reports.blocks import Medium, View
from fuelcalc.reports.formats import FORMATS
from fuelcalc.reports.look import Look, LookOptions, look_for

if TYPE_CHECKING:
    from fuelcalc.models.week_plan import WeekPlan


class Page(Protocol):
    """Something that can be shown: its blocks for readers, and its facts for programs."""

    @property
    def athlete(self) -> Athlete | None:
        """Whose taste decides where nothing is asked."""

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """What writes its facts, by the formats that take facts."""

    def view(self, look: Look, medium: Medium) -> View:
        """What a reader sees of it."""


Renderable: TypeAlias = "DayPlan | WeekPlan | Page | View"
"""What can be shown: a plan, another page, or a view of one's own."""

TextFormat = Literal["text", "markdown", "html", "json", "csv", "foods-csv", "ics"]


@overload
def render(shown: Renderable, fmt: Literal["pdf"], **asked: Unpack[LookOptions]) -> bytes: ...


@overload
def render(shown: Renderable, fmt: TextFormat = ..., **asked: Unpack[LookOptions]) -> str: ...


@overload
def render(shown: Renderable, fmt: str, **asked: Unpack[LookOptions]) -> str | bytes: ...


@holds_kinds()
def render(shown: Renderable, fmt: str = "text", **asked: Unpack[LookOptions]) -> str | bytes:
    """
    Write a plan, or another page, in one of the formats.

    Args:
        shown: A finished plan of a day or a week; foods, dishes or snacks as `fuelcalc.reports`
            lists them; or a `View` of one's own.
        fmt: A key of `FORMATS`.
        **asked: What the reader asks of the page:
            units: "metric", "us" or "uk"; by default the athlete's, else metric. JSON and CSV keep
                their canonical units.
            energy_unit: "kcal" or "kJ"; by default the athlete's, else kcal. JSON and CSV keep
                kcal.
            clock: 12 or 24 hours; by default the athlete's, else 12 with US units. JSON and CSV
                keep 24.
            explain: Add every figure's equation, inputs, range and source.
            page: "a4" or "letter", for PDF and the printed HTML page; by default Letter with US
                units.
            large: Large type in PDF and HTML.
            template: A folder with a template or logo of one's own, for PDF and HTML.
            width: Columns of text, 40 at the least.

    Returns:
        Bytes for "pdf", else text. The same page gives the same bytes.

    Raises:
        InputError: The format or one of the words is unknown, the page has no such format, the
            template is wrong, or a calendar is asked for of a plan without a date or a time zone.

    >>> from fuelcalc import Athlete, Day, plan_day
    >>> athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    >>> render(plan_day(athlete, Day(), menu=False)).splitlines()[1]
    'Eat about 2,930 kcal: what the day costs.'
    """
    if fmt not in FORMATS:
        raise InputError("is unknown", argument="format", value=fmt, allowed=tuple(FORMATS))
    page = page_of(shown)
    look = look_for(page.athlete, **asked)
    form = FORMATS[fmt]
    if form.write is not None:
        return form.write(page.view(look, form.medium), look)
    if fmt not in page.facts:
        raise InputError(
            "is no format of this page", argument="format", value=fmt, allowed=formats_of(page)
        )
    return page.facts[fmt](look)


class _OwnPage(NamedTuple):
    """A view that somebody made, as it is."""

    shown: View
    athlete: None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """Its blocks, as they are."""
        from fuelcalc.reports.formats.json import view_json

        return {"json": lambda _: view_json(self.shown)}

    def view(self, _look: Look, _medium: Medium) -> View:
        """The same for every reader."""
        return self.shown


def page_of(shown: Renderable) -> Page:
    """What is to be shown, as a page."""
    if isinstance(shown, DayPlan):
        from fuelcalc.reports.day.page import DayPage

        return DayPage(shown)
    if isinstance(shown, View):
        return _OwnPage(shown)
    if isinstance(shown, Record):
        # A day and a list have no use for the models of a week.
        from fuelcalc.models.week_plan import WeekPlan

        if isinstance(shown, WeekPlan):
            from fuelcalc.reports.week.page import WeekPage

            return WeekPage(shown)
    return shown


def formats_of(page: Page) -> tuple[str, ...]:
    """The formats that a page can be written in."""
    return tuple(fmt for fmt, form in FORMATS.items() if form.write or fmt in page.facts)
