"""A reader's own template: what its folder may hold."""

from pathlib import Path

from fuelcalc.errors import InputError

FILES = ("day.html", "day.css", "day.typ", "logo.svg", "logo.png")
LOGOS = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}
_LOGO_LIMIT_BYTES = 2_000_000
_MESSAGE_LIMIT = 160


def check_folder(folder: Path) -> None:
    """
    Hold that a template's folder has something that is known.

    Raises:
        InputError: It has none of `FILES`.
    """
    if not any((folder / name).is_file() for name in FILES):
        raise InputError(f"template: {folder} holds none of: {', '.join(FILES)}")


def logo_of(folder: Path) -> Path | None:
    """
    The logo of a template's folder; None where there is none.

    Raises:
        InputError: It is too large.
    """
    path = next((folder / name for name in LOGOS if (folder / name).is_file()), None)
    size_bytes = 0 if path is None else path.stat().st_size
    if path is not None and size_bytes > _LOGO_LIMIT_BYTES:
        raise InputError(
            f"template: {path.name} has {size_bytes:,} bytes; at most {_LOGO_LIMIT_BYTES:,}"
        )
    return path


def mistake(where: str, message: str) -> InputError:
    """An error in a template, in one line: the file, its line, and what is wrong."""
    return InputError(f"template: {where}: {' '.join(message.split())[:_MESSAGE_LIMIT]}")
