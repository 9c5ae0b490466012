"""Writing files so that they appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from fuelcalc.errors import InputError, shown


def check_not_read(written: Iterable[Path], read: Iterable[Path]) -> None:
    """
    Hold that nothing is written over a file that was read.

    Raises:
        InputError: A plan, a table of foods or a template would be lost.
    """
    kept = {path.resolve() for path in read}
    for path in written:
        if path.resolve() in kept:
            raise _not_written(path, "is read for this plan", "give another name")


def check_can_write(path: Path) -> None:
    """
    Hold that a file can be written, and its folder made, before anybody is asked for its content.

    Raises:
        InputError: The folder that would hold it, or be made in, does not take it.
    """
    folder = next(each for each in path.parents if each.exists())
    if not folder.is_dir():
        raise _not_written(path, f"cannot be written: {shown(folder)} is no folder")
    if not os.access(folder, os.W_OK | os.X_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise _not_written(path, f"cannot be written: {shown(folder)} may not be written to")


def check_is_place(path: Path) -> None:
    """
    Hold that a file can stand at *path*, in a folder that is there.

    Raises:
        InputError: A folder or a device stands there, or there is no such folder.
    """
    if path.is_dir():
        raise _not_written(path, "is a folder", "give a file name")
    if path.exists() and not path.is_file():
        raise _not_written(path, "is no ordinary file", "give another name")
    if not path.parent.is_dir():
        folder = shown(path.parent)
        raise InputError(
            f"the folder {folder} does not exist",
            argument="out",
            value=path,
            quote="",
            remedy="make it first",
        )


def _not_written(path: Path, problem: str, remedy: str | None = None) -> InputError:
    """Why a file is not written to."""
    return InputError(problem, argument="out", value=path, remedy=remedy)


def write_whole(contents: Mapping[Path, str | bytes]) -> None:
    """
    Write several files: each is finished beside its place, then all are moved there.

    Raises:
        InputError: A folder is missing or may not be written to; nothing is left behind.
    """
    ready: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in contents.items():
            data = content.encode(_encoding(path)) if isinstance(content, str) else content
            ready[path.resolve()] = _finished(path.resolve(), data)
        for path, made in ready.items():
            made.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _not_written(path, f"cannot be written: {reason}") from None
    finally:
        for made in ready.values():
            made.unlink(missing_ok=True)


def _encoding(path: Path) -> str:
    """UTF-8; with a mark in front where Excel opens the file, which else reads ½ as Â½."""
    return "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"


def _finished(path: Path, data: bytes) -> Path:
    """
    A finished file in the folder of *path*, under a name of its own.

    Raises:
        InputError: No file can stand there.
    """
    check_is_place(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        made.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
    except OSError:
        made.unlink(missing_ok=True)
        raise
    return made


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
