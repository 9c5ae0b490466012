"""A reader's own template: what its folder may hold, and how its mistakes are told."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fuelcalc.errors import InputError, Span, one_line

FILES = ("day.html", "day.css", "day.typ", "logo.svg", "logo.png")
"""What a template folder may hold; what is missing comes from fuelcalc."""

_LOGO_TYPES = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}
_SIGNS = {"logo.svg": b"<svg", "logo.png": b"\x89PNG\r\n\x1a\n"}
_HEAD_BYTES = 4096
_LOGO_LIMIT_BYTES = 2_000_000
# Unpacked a point takes four bytes; an A4 page at 300 a inch has 8.7 million.
_LOGO_LIMIT_POINTS = 10_000_000
_MESSAGE_LIMIT = 160
# A part of a view that stood in a field of its own before version 2.
_OLD_PART = re.compile(
    r"(?:attribute|key) ['\"](?:energy_unit|drink_unit|energy|strip|reasons|targets|clock|total"
    r"|menu|balance|protein|notes|withheld|sources|explained)['\"]"
)


class Logo(NamedTuple):
    """A picture for the header: its file's name, its media type, and its bytes."""

    name: str
    kind: str
    data: bytes


def check_folder(folder: Path) -> None:
    """
    Hold that a template's folder has something that is known, and nothing of elsewhere.

    Raises:
        InputError: It has none of `FILES`, or a link in it leads out of it.
    """
    if not any((folder / name).is_file() for name in FILES):
        raise _refusal(f"holds none of: {', '.join(FILES)}", folder)
    root = folder.resolve()
    for path in folder.rglob("*"):
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            raise _refusal("links out of its folder", path.relative_to(folder))


def logo_of(folder: Path) -> Logo | None:
    """
    The logo of a template's folder; None where there is none.

    Raises:
        InputError: It is too large, or cannot be read.
    """
    name = next((name for name in _LOGO_TYPES if (folder / name).is_file()), None)
    if name is None:
        return None
    with readable(name):
        data = (folder / name).read_bytes()
    if len(data) > _LOGO_LIMIT_BYTES:
        raise _refusal(
            f"has {len(data):,} bytes",
            Path(name),
            allowed=Span(None, _LOGO_LIMIT_BYTES),
            remedy=f"at most {_LOGO_LIMIT_BYTES:,}",
        )
    if _SIGNS[name] not in data[:_HEAD_BYTES]:
        raise _refusal(f"is no {name[-3:].upper()} picture", Path(name), remedy="save it as one")
    if name == "logo.png":
        _check_size(data)
    return Logo(name, _LOGO_TYPES[name], data)


def _check_size(data: bytes) -> None:
    """
    Hold that a picture has no more points than paper shows, before anything unpacks it.

    A PNG begins with eight bytes of signature and its header: 8 of length and name, then width
    and height in four bytes each (ISO/IEC 15948, 11.2.2).

    Raises:
        InputError: It has.
    """
    width, height = (int.from_bytes(data[place : place + 4], "big") for place in (16, 20))
    if width * height > _LOGO_LIMIT_POINTS:
        raise InputError(
            f"template: logo.png has {width:,} x {height:,} points; at most "
            f"{_LOGO_LIMIT_POINTS:,} in all, so save it smaller"
        )


@contextmanager
def readable(name: str) -> Iterator[None]:
    """
    Say in one line why a file of a template cannot be read.

    Raises:
        InputError: It is not UTF-8, or the system does not hand it out.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise _refusal(f"is not UTF-8 text: byte {error.start}", Path(name)) from None
    except OSError as error:
        if error.strerror is None:  # jinja's own "not found", which knows the line
            raise
        raise mistake(name, error.strerror) from None


def mistake(where: str, message: str) -> InputError:
    """An error in a template, in one line: the file, its line, and what is wrong."""
    problem = one_line(message)[:_MESSAGE_LIMIT]
    if _OLD_PART.search(problem):
        problem += "; since view 2 it is a block of view.sections, see docs/templates.md"
    return InputError(problem, argument="template", value=where, quote=f"{where}:")


def _refusal(
    problem: str,
    file: Path,
    *,
    allowed: Span | None = None,
    remedy: str | None = None,
) -> InputError:
    """A file or a folder of a template that cannot be used."""
    return InputError(problem, argument="template", value=file, allowed=allowed, remedy=remedy)
