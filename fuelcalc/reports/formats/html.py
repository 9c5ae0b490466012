"""A view as one HTML page: no script and no request; for the phone, the desk and the fridge."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from fuelcalc.errors import InputError
from fuelcalc.reports.blocks import Place, View
from fuelcalc.reports.formats.html_blocks import section_html
from fuelcalc.reports.formats.html_charts import EMPTY, across, box, down, points
from fuelcalc.reports.formats.html_clock import clock_rows
from fuelcalc.reports.formats.template import check_folder, logo_of, mistake, readable
from fuelcalc.reports.look import Look

if TYPE_CHECKING:
    from jinja2.environment import Environment

_BUNDLED: Final = ("day.html", "day.css")
_BLOCK: Final = re.compile(r"{% (?:block \w+|endblock) %}\n?")
_PLACE: Final = re.compile(r"{{ page\.(\w+) }}\n?")
Parts = Mapping[str, Markup]


@cache
def _bundled(name: str) -> str | None:
    """The text of a bundled file."""
    if name not in _BUNDLED:
        return None
    return (Path(__file__).parent / "templates" / name).read_text(encoding="utf-8")


def _parts(view: View, look: Look, *, logo: str = "", style: str = "") -> Parts:
    """The parts of a page, by the names that they have in the template."""
    parts = _sheets(view, "", logo)
    size = "large" if look.large else "usual"
    return parts | {
        "title": escape(view.title),
        "size": escape(look.paper),
        "style": Markup((_bundled("day.css") or "") + style),  # noqa: S704
        "classes": escape(f"{look.paper} {size}{_single(parts)}"),
        "header": parts["header"] + _contents(view),
        "following": Markup("\n").join(
            _following(one, number) for number, one in enumerate(view.following, start=1)
        ),
    }


def _sheets(view: View, page: str, logo: str = "") -> dict[str, Markup]:
    """What stands where, from the top to the foot, each with the tags around it."""
    sheet = {place: _placed(view, place, page) for place in _PLACES}
    main, aside = sheet["main"], sheet["aside"]
    below = [sheet[place] for place in ("notes", "figures", "sources")]
    is_split = bool(sheet["sources"] and sheet["notes"])
    is_pair = bool(main and aside)
    start, end = Markup('<div class="{}">'), Markup("</div>")
    name = Markup('<p class="name">{}</p>\n').format(view.name) if view.name else ""
    image = Markup('<img class="logo" src="{}" alt="">\n').format(logo) if logo else ""
    headline = Markup('\n<p class="headline">{}</p>').format(view.headline)
    return {
        "header": Markup('<div class="masthead">\n<div>\n<h1>{}</h1>\n{}</div>\n{}</div>{}').format(
            view.heading or view.title, name, image, headline if view.headline else ""
        ),
        "warnings": _warnings(view, page),
        "sheet": start.format(f"sheet{' pair' if is_pair else ''}") if main or aside else EMPTY,
        "clock": main,
        "beside": Markup('<aside aria-label="Figures">') if aside else EMPTY,
        "aside": aside,
        "sheet_end": (Markup("</aside>") if aside else EMPTY) + (end if main or aside else ""),
        "below": start.format(f"below-the-clock{' columns' if is_split else ''}")
        if any(below)
        else EMPTY,
        "notes": sheet["notes"],
        "explained": sheet["figures"],
        "sources": sheet["sources"],
        "below_end": end if any(below) else EMPTY,
        "footer": Markup("<p>{}</p>").format(view.about) if view.about else EMPTY,
    }


def _single(parts: Parts) -> str:
    """The class of a page with nothing beside its middle."""
    return "" if parts["beside"] else " single"


def _contents(view: View) -> Markup:
    """Links to the pages that follow, where there are any; with a name where they are another's."""
    if not view.following:
        return EMPTY
    link = Markup('<a href="#page-{}">{}</a>')
    links = Markup(" ").join(
        link.format(number, _called(one, view))
        for number, one in enumerate(view.following, start=1)
    )
    return Markup('\n<nav class="pages" aria-label="Pages">{}</nav>').format(links)


def _called(one: View, first: View) -> str:
    """What a page is called among others."""
    called = one.heading or one.title
    return f"{one.name}: {called}" if one.name and one.name != first.name else called


def _following(view: View, number: int) -> Markup:
    """A page that follows the first, with all that stands on it."""
    parts = _sheets(view, f"{number}-")
    held = Markup("\n").join(filter(None, parts.values()))
    return Markup('<article class="following{}" id="page-{}">\n{}\n</article>').format(
        _single(parts), number, held
    )


_PLACES: Final[tuple[Place, ...]] = ("main", "aside", "notes", "figures", "sources")


def _placed(view: View, place: Place, page: str) -> Markup:
    """The sections of a place; several in the middle of the page stand together."""
    numbered = enumerate(view.sections)
    parts = [section_html(one, number, page) for number, one in numbered if one.place == place]
    held = list(filter(None, parts))
    joined = Markup("\n").join(held)
    if place == "main" and len(held) > 1:
        return Markup("<div>\n{}\n</div>").format(joined)
    return joined


def _warnings(view: View, page: str) -> Markup:
    """What has to be read first, and what is not shown."""
    told = [Markup("<p>{}</p>\n").format(one.text) for one in view.warnings]
    if view.withheld:
        withheld = Markup('<p class="withheld">Not shown: {}.</p>\n')
        told.append(withheld.format(", ".join(view.withheld)))
    if not told:
        return EMPTY
    return Markup(
        '<section class="warnings" aria-labelledby="h-{page}warnings">\n'
        '<h2 id="h-{page}warnings">Read first</h2>\n{}</section>'
    ).format(EMPTY.join(told), page=page)


def _filled(parts: Parts) -> str:
    """The bundled page: its template has no more than places for the parts."""
    template = _BLOCK.sub("", _bundled("day.html") or "")
    return _PLACE.sub(lambda match: _line(match, parts), template).rstrip("\n")


def _line(match: re.Match[str], parts: Parts) -> str:
    """A part in its place; nothing, and no line of its own, where there is none."""
    part, is_line = parts[match[1]], match[0].endswith("\n")
    return f"{part}\n" if part and is_line else part


@cache
def _environment() -> "Environment":
    """The bundled template, for those that extend it; none can leave its sandbox."""
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
    environment.filters |= {"across": across, "down": down, "box": box, "points": points}
    environment.globals["clock_rows"] = clock_rows
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
    from traceback import extract_tb

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
        return _filled(_parts(view, look))
    check_folder(folder)
    logo, style = _logo(folder), _own_style(folder)
    if not (folder / "day.html").is_file():
        return _filled(_parts(view, look, logo=logo, style=style))
    from fuelcalc.reports.formats.apart import made_apart

    return made_apart(own_html, "day.html", view, look).decode("utf-8")


def own_html(view: View, look: Look) -> bytes:
    """
    The page by the template of somebody's folder, as its own process makes it.

    The template is not told where its folder is.

    Raises:
        InputError: The template has a mistake.
    """
    folder = look.template
    assert folder is not None  # noqa: S101 - only asked for where there is one
    logo, style = _logo(folder), _own_style(folder)
    parts = _parts(view, look, logo=logo, style=style)
    with _in_one_line(folder):
        template = _with_own(folder).get_template("day.html")
        if "charts" in template.blocks:
            raise mistake("day.html", 'the block "charts" went with view 2; write "aside"')
        paper = {"size": look.paper, "large": look.large}
        own = template.render(view=view, page=parts, paper=paper, logo=logo, style=parts["style"])
    return own.encode()
