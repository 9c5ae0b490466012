"""A view as a PDF to print: tagged for screen readers, fonts within, the same bytes each time."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from os.path import normpath
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, cast

from fuelcalc.errors import InputError
from fuelcalc.reports.blocks import Notes, Remark, Section, View, view_tree
from fuelcalc.reports.formats.apart import made_apart
from fuelcalc.reports.formats.template import check_folder, logo_of, mistake, readable
from fuelcalc.reports.look import PAPERS, Look

if TYPE_CHECKING:
    from typst import Fonts

MARK = b"%fuelcalc-guide\n"
"""The last line of every page, a comment by which it is known again."""

_FOLDER = Path(__file__).parent / "templates"
_FACES = ("Regular", "It", "Semibold", "Bold")
_EACH_FACE = b"""#set text(font: "Source Sans Pro")
a#text(style: "italic")[a]#text(weight: "semibold")[a]#text(weight: "bold")[a]"""
_PARTS = "@local/fuelcalc:1.0.0"
_NO_GLYPH = "could not be displayed with font"
_BOXES = (
    "A name holds signs that no font of this computer has; they print as boxes. The HTML page "
    "shows them where the reader's computer can."
)
_PLACE = re.compile(r"┌─ (?!@)(.+):(\d+):\d+$", re.MULTILINE)
_LOADING = re.compile(r'\b(?:(?:import|include)\b(?:\s*"([^"\\]*)")?|(?:eval|std)\b)')


_drawn_in: Final[set[int]] = set()
"""The processes that have drawn a page: this one, and those that it was forked from."""


class Template(NamedTuple):
    """The source of a page, the folder that it may read, and the name of the logo there."""

    source: bytes
    root: Path
    is_own: bool = False
    logo: str = ""


@cache
def _fonts(*, with_system: bool) -> "Fonts":
    """
    The faces of the page, where they are installed, those within typst, and the machine's if asked.

    typst takes folders only, and from one with the same face twice it takes either; so the faces
    get a folder of their own. It reads a face when it is first set, and keeps it: after a word in
    each of them the folder may go, and no process leaves one behind.
    """
    from typst import Compiler, Fonts

    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        return Fonts(include_system_fonts=with_system, font_paths=[])
    with TemporaryDirectory(prefix="fuelcalc-") as folder:
        for face in _FACES:
            name = f"SourceSansPro-{face}.otf"
            copyfile(Path(spec.origin).parent / "files" / name, Path(folder) / name)
        fonts = Fonts(include_system_fonts=with_system, font_paths=[Path(folder)])
        Compiler(root=_FOLDER, font_paths=fonts).compile(_EACH_FACE)
    return fonts


def _template(folder: Path | None) -> Template:
    """
    The template and the logo of a folder; the bundled template where it has none.

    Raises:
        InputError: The folder holds nothing that is known, or what it holds cannot be used.
    """
    bundled = _FOLDER / "day.typ"
    if folder is None:
        return Template(bundled.read_bytes(), _FOLDER)
    check_folder(folder)
    picture = logo_of(folder)
    logo = "" if picture is None else picture.name
    if not (folder / "day.typ").is_file():
        return Template(bundled.read_bytes(), folder.resolve(), logo=logo)
    _refuse_loading(folder)
    return Template(_read(folder / "day.typ"), folder.resolve(), is_own=True, logo=logo)


def _read(path: Path) -> bytes:
    """A file of a template."""
    with readable(path.name):
        return path.read_bytes()


def _refuse_loading(folder: Path) -> None:
    """
    Read a template and the files that it imports, so that typst fetches nothing from a network.

    Raises:
        InputError: It loads a package, or what only running it would tell.
    """
    waiting = [folder / "day.typ"]
    for path in waiting:
        for line, told in _loaded(_read(path).decode("utf-8", "replace")):
            if told.startswith("@"):
                place = f"{path.relative_to(folder).as_posix()} line {line}"
                raise InputError(
                    "import and include take a file of the folder in quotes, "
                    f'or "{_PARTS}"; there are no other packages, no eval and no std',
                    argument="template",
                    value=place,
                    quote=f"{place}:",
                )
            beside = folder if told.startswith("/") else path.parent
            file = Path(normpath(beside / told.lstrip("/")))
            if file.is_relative_to(folder) and file.is_file() and file not in waiting:
                waiting.append(file)


def _loaded(text: str) -> Iterator[tuple[int, str]]:
    """The line and name of each file that a template loads; "@" where it cannot be told."""
    for match in _LOADING.finditer(text):
        if match[1] != _PARTS:
            yield text.count("\n", 0, match.start()) + 1, match[1] or "@"


def _refuse(error: RuntimeError, template: Template) -> NoReturn:
    """
    Say in one line what is wrong with a template or a logo.

    Raises:
        InputError: Always, but for a mistake in the bundled template.
    """
    if not template.is_own and not template.logo:
        raise error
    where = "day.typ" if template.is_own else template.logo
    place = _PLACE.search(getattr(error, "diagnostic", ""))
    if template.is_own and place is not None:
        file = Path(place[1]).resolve()
        if file.is_relative_to(template.root) and file.is_file():
            where = file.relative_to(template.root).as_posix()
        where = f"{where} line {place[2]}"
    raise mistake(where, str(error)) from None


def _made(template: Template, view: View, page: Mapping[str, Any]) -> bytes:
    """
    A page by the standard of accessible documents.

    A character that its fonts lack is set in a font of the machine; where that has none either,
    the page says so in a note and is only tagged.
    """
    for with_system in (False, True):
        try:
            return _compiled(template, view, page, _fonts(with_system=with_system), accessible=True)
        except RuntimeError as error:
            if _NO_GLYPH not in str(error):
                raise
    boxes = Section("", (Notes((Remark("caution", _BOXES),)),), place="notes")
    told = view._replace(sections=(*view.sections, boxes))
    return _compiled(template, told, page, _fonts(with_system=True), accessible=False)


def _compiled(
    template: Template, view: View, page: Mapping[str, Any], fonts: "Fonts", *, accessible: bool
) -> bytes:
    """The page in some fonts, held to the standard of accessible documents or not."""
    from typst import Compiler

    compiler = Compiler(
        root=template.root,
        font_paths=fonts,
        sys_inputs={"view": json.dumps(view_tree(view)), "paper": json.dumps(page)},
        package_path=_FOLDER / "packages",
        package_cache_path=_FOLDER / "packages",
    )
    made = compiler.compile(
        template.source, pdf_standards="ua-1" if accessible else None, timestamp=0
    )
    return cast("bytes", made) + MARK


def to_pdf(view: View, look: Look) -> bytes:
    """
    Write a view as a PDF that is held to PDF/UA-1, the standard of accessible documents.

    The view goes to the template as data and is never run. A character that the page's fonts lack
    is set in a font of the computer. Where none has it, the page cannot meet the standard; it is
    made without, with a box for the character and a note that says so.

    Args:
        view: What to show.
        look: Its size, large type, and a folder with a template or logo of one's own; "day.typ"
            there may import "@local/fuelcalc:1.0.0", the parts of the bundled one.

    Returns:
        The file; the same view gives the same bytes.

    Raises:
        InputError: The folder holds nothing that is known, or its template has a mistake.
    """
    template = _template(look.template)
    # typst's threads are not there in a process that was forked after they began: it would wait
    # for them for ever.
    is_forked = bool(_drawn_in) and os.getpid() not in _drawn_in
    if template.is_own or template.logo or is_forked:
        return made_apart(own_pdf, "day.typ", view, look)
    return _written(template, view, look)


def own_pdf(view: View, look: Look) -> bytes:
    """
    The page by the template or with the logo of somebody's folder, as its own process makes it.

    Raises:
        InputError: The template or the logo has a mistake.
    """
    return _written(_template(look.template), view, look)


def _written(template: Template, view: View, look: Look) -> bytes:
    """The page by a template."""
    # Before typst is first asked for anything, its fonts included.
    _drawn_in.add(os.getpid())
    width, height = PAPERS[look.paper]
    page = {"size": look.paper, "width": width, "height": height, "large": look.large}
    try:
        return _made(template, view, page | {"logo": template.logo})
    except RuntimeError as error:
        _refuse(error, template)
