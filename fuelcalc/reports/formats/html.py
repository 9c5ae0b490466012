"""A view as one HTML page: no script and no request; for the phone, the desk and the fridge."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.reports.blocks import Bar, ClockLine, StripPart, View
from fuelcalc.reports.formats.apart import made_apart
from fuelcalc.reports.formats.template import check_folder, logo_of, mistake, readable
from fuelcalc.reports.look import Look

if TYPE_CHECKING:
    from jinja2.environment import Environment
    from markupsafe import Markup

_BUNDLED = ("day.html", "day.css", "charts.html", "explained.html", "lines.html")


class ClockRow(NamedTuple):
    """A line of the clock, its number, and that of the last session up to it."""

    line: ClockLine
    number: int
    session: int | None

    @property
    def is_brief(self) -> bool:
        """Whether there is nothing to eat: a drink, waking, sleeping."""
        line = self.line
        return not (line.is_session or line.energy or line.dish or line.foods or line.miss)

    @property
    def has_food(self) -> bool:
        """Whether it takes a second row."""
        line = self.line
        told = line.dish or line.foods or line.miss or line.advice
        return bool(told) and not self.is_brief and not line.is_session

    @property
    def named_by(self) -> str:
        """What names its tick box: the elements of its time, or its session's, and its label."""
        timed = self.number if self.line.time or self.session is None else self.session
        return f"t{timed} n{self.number}"


def _clock_rows(clock: Sequence[ClockLine]) -> list[ClockRow]:
    """The lines of the clock, numbered, so that a tick box can be named by what it ticks."""
    rows = []
    session = None
    for number, line in enumerate(clock):
        session = number if line.is_session else session
        rows.append(ClockRow(line, number, session))
    return rows


def _across(place: float) -> str:
    """A place on a chart from its left."""
    return f"{100.0 * place:.2f}%"


def _down(place: float) -> str:
    """A place on a chart from its top, given from its bottom."""
    return _across(1.0 - place)


def _points(shape: Sequence[tuple[float, float]]) -> str:
    """A line or an area, in a square of side 1 that is drawn from its top."""
    return " ".join(f"{x:.4f},{1.0 - y:.4f}" for x, y in shape)


def _box(bar: Bar | StripPart) -> "Markup":
    """Where a box stands on its chart, as attributes; a segment only from left to right."""
    from markupsafe import Markup

    if isinstance(bar, StripPart):
        sides = f'x="{_across(bar.start)}" width="{_across(bar.end - bar.start)}"'
    else:
        sides = (
            f'x="{_across(bar.left)}" y="{_down(bar.top)}" '
            f'width="{_across(bar.right - bar.left)}" height="{_across(bar.top - bar.bottom)}"'
        )
    return Markup(sides)  # noqa: S704


def _bundled(name: str) -> str | None:
    """The text of a bundled file."""
    if name not in _BUNDLED:
        return None
    return (files("fuelcalc.reports.formats") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> "Environment":
    """The bundled templates, compiled when first used; a template cannot leave its sandbox."""
    from jinja2 import FunctionLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=PrefixLoader({"fuelcalc": FunctionLoader(_bundled)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,
    )
    environment.filters |= {"across": _across, "down": _down, "box": _box, "points": _points}
    environment.globals["clock_rows"] = _clock_rows
    return environment


def _with_own(folder: Path) -> "Environment":
    """The bundled templates and those of a folder."""
    from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader

    bundled = _environment()
    found = FileSystemLoader(folder, encoding="utf-8-sig")

    def source(name: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        with readable(name):
            return found.get_source(bundled, name)

    loaders = [loader for loader in (bundled.loader, FunctionLoader(source)) if loader]
    return bundled.overlay(loader=ChoiceLoader(loaders))


@contextmanager
def _in_one_line(folder: Path) -> Iterator[None]:
    """
    Say in one line what is wrong with a template.

    Raises:
        InputError: The template cannot be read, or not be followed.
    """
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        yield
    except InputError:
        raise
    except TemplateSyntaxError as error:
        raise mistake(
            f"{error.name} line {error.lineno}", error.message or "cannot be followed"
        ) from None
    except TemplateNotFound as error:
        raise mistake(_where(error, folder), f"there is no {error.name}") from None
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise mistake(_where(error, folder), str(error)) from None
    except MemoryError as error:
        raise mistake(_where(error, folder), "takes more memory than it may") from None


def _where(error: Exception, folder: Path) -> str:
    """The file and line of one's own that an error comes from."""
    frames = reversed(extract_tb(error.__traceback__))
    own = (frame for frame in frames if Path(frame.filename).is_relative_to(folder))
    places = (
        f"{Path(frame.filename).relative_to(folder).as_posix()} line {frame.lineno}"
        for frame in own
    )
    return next(places, "day.html")


def _own_style(folder: Path) -> str:
    """The style of one's own, which cannot end the element that it stands in."""
    path = folder / "day.css"
    if not path.is_file():
        return ""
    with readable(path.name):
        return path.read_text(encoding="utf-8-sig").replace("</", "<\\/")


def _logo(folder: Path) -> str:
    """The logo as a data URI; nothing where there is none."""
    logo = logo_of(folder)
    if logo is None:
        return ""
    return f"data:{logo.kind};base64,{b64encode(logo.data).decode('ascii')}"


def _page(
    environment: "Environment", name: str, view: View, look: Look, *, logo: str, style: str
) -> str:
    """One template, filled in; it is not told where its folder is."""
    from markupsafe import Markup

    return environment.get_template(name).render(
        view=view,
        paper={"size": look.paper, "large": look.large},
        logo=logo,
        style=Markup((_bundled("day.css") or "") + style),  # noqa: S704
    )


def to_html(view: View, look: Look) -> str:
    """
    Write a view as one page that needs nothing else.

    Args:
        view: What to show.
        look: Its size when printed, large type, and a folder with a template, style or logo of
            one's own; "day.html" there may extend "fuelcalc/day.html".

    Returns:
        The page; the same view gives the same text.

    Raises:
        InputError: The folder holds nothing that is known, or its template has a mistake.
    """
    folder = look.template
    if folder is None:
        return _page(_environment(), "fuelcalc/day.html", view, look, logo="", style="")
    check_folder(folder)
    logo, style = _logo(folder), _own_style(folder)
    if not (folder / "day.html").is_file():
        return _page(_environment(), "fuelcalc/day.html", view, look, logo=logo, style=style)
    return made_apart("html", view, look).decode("utf-8")


def own_html(view: View, look: Look) -> str:
    """
    The page by the template of somebody's folder, as its own process makes it.

    Raises:
        InputError: The template has a mistake.
    """
    folder = look.template
    assert folder is not None  # noqa: S101 - only asked for where there is one
    logo, style = _logo(folder), _own_style(folder)
    with _in_one_line(folder):
        return _page(_with_own(folder), "day.html", view, look, logo=logo, style=style)
