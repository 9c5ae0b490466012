"""Files, and files within archives, opened one after the other and read no further than is safe."""

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from fuelcalc.errors import InputError, one_line
from fuelcalc.importers.activities.source import (
    HEAD_BYTES,
    MOST_BYTES,
    ActivityFile,
    Hints,
    Progress,
)
from fuelcalc.importers.tree import unread
from fuelcalc.models.found import Refused

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_MOST_ARCHIVE_BYTES: Final = 8_000_000_000
_MOST_MEMBERS: Final = 200_000
# The densest honest file, an Apple export, packs to a sixty-third.
_MOST_RATIO: Final = 200
_SMALL_BYTES: Final = 10_000_000
_LINK: Final = 0o120000
_FILE_KINDS: Final = 0o170000
# Routes and heart beats of an Apple export, whose sessions stand in its one large file.
_PASSED_FOLDERS: Final = frozenset({"workout-routes", "electrocardiograms", "__MACOSX"})

WORKBOOK: Final = "xl/workbook.xml"
"""The file by which an archive is a workbook, and read as one."""

Opened: TypeAlias = ActivityFile | Refused


class _Way(NamedTuple):
    """How files are opened: what is known of them, who is told, and how often they were packed."""

    hints: Hints
    progress: Progress | None
    depth: int = 0


class CountedStream(io.RawIOBase):
    """A stream that is read up to a limit, and that tells how far it is."""

    def __init__(self, inner: IO[bytes], progress: Progress | None = None) -> None:
        """Begin where *inner* stands."""
        super().__init__()
        self.limit = MOST_BYTES
        self._inner = inner
        self._progress = progress
        self._n_bytes = 0

    def lift_limit(self) -> None:
        """Allow as much as a whole archive may hold."""
        self.limit = _MOST_ARCHIVE_BYTES

    def readable(self) -> bool:
        """As every stream of this kind."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """
        Read on.

        Raises:
            InputError: There is more than the limit, or the archive around it is damaged.
        """
        import zlib
        from zipfile import BadZipFile

        try:
            data = self._inner.read(len(buffer))
        except (BadZipFile, EOFError, OSError, RuntimeError, zlib.error) as error:
            problem = f"cannot be read further: {one_line(str(error))[:80]}"
            raise InputError(problem) from None
        self._n_bytes += len(data)
        if self._n_bytes > self.limit:
            raise InputError(f"over {self.limit // 1_000_000:,} MB; the rest is not read")
        if self._progress is not None:
            self._progress(len(data))
        buffer[: len(data)] = data
        return len(data)


def opened(path: Path, hints: Hints, progress: Progress | None = None) -> Iterator[Opened]:
    """
    A file, or all files of a folder or an archive, each open until the next is asked for.

    Args:
        path: The file or folder.
        hints: What the caller says of it.
        progress: Told of the bytes that were read.

    Raises:
        InputError: There is no such file, or it cannot be opened.
    """
    if path.is_dir():
        files = [each for each in sorted(path.iterdir()) if each.is_file() and each.name[0] != "."]
        for each in files:
            yield from opened(each, hints, progress)
        if not files:
            yield Refused(
                path.name or str(path), "", "a folder without files; folders in it are not read"
            )
        return
    try:
        with path.open("rb") as file:
            yield from _unpacked(path.name, file, _Way(hints, progress))
    except OSError as error:
        raise unread(path, error) from None


def _unpacked(name: str, file: IO[bytes], way: _Way) -> Iterator[Opened]:
    """A file as it is, or what it packs."""
    start = file.read(4)
    file.seek(0)
    if start[:2] == b"\x1f\x8b":
        import gzip

        with gzip.GzipFile(fileobj=file) as packed:
            yield _source(name, cast("IO[bytes]", packed), way)
    elif start in {b"PK\x03\x04", b"PK\x05\x06"}:
        yield from _members(name, file, way)
    else:
        yield _source(name, file, way)


def _source(name: str, inner: IO[bytes], way: _Way) -> Opened:
    """A stream as readers see it."""
    counted = CountedStream(inner, way.progress)
    stream = io.BufferedReader(counted, HEAD_BYTES)
    try:
        head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
    except InputError as error:
        return Refused(name, "", error.problem)
    return ActivityFile(name, stream, head, way.hints, counted.lift_limit)


def _members(name: str, file: IO[bytes], way: _Way) -> Iterator[Opened]:
    """The files in a zip archive, if it is a safe one."""
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(file)
        members = [each for each in archive.infolist() if not each.is_dir()]
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        yield Refused(name, "", f"a damaged archive: {one_line(str(error))[:80]}")
        return
    why = next((said for said, is_so in _DANGERS if is_so(members)), None)
    if why is not None:
        yield Refused(name, "", why)
        return
    if any(each.filename == WORKBOOK for each in members):
        file.seek(0)
        yield _source(name, file, way)
        return
    for member in members:
        path = PurePosixPath(member.filename)
        if _PASSED_FOLDERS.isdisjoint(path.parts) and not path.name.startswith("."):
            yield from _member(archive, member, f"{name}/{path.name}", way)


def _member(archive: "ZipFile", member: "ZipInfo", name: str, way: _Way) -> Iterator[Opened]:
    """One file of an archive, unpacked once more where it is packed itself."""
    from zipfile import BadZipFile

    try:
        inner = archive.open(member)
        start = inner.read(4)
        inner = archive.open(member)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        yield Refused(name, "", f"cannot be unpacked: {one_line(str(error))[:80]}")
        return
    if start[:2] not in {b"\x1f\x8b", b"PK"}:
        yield _source(name, inner, way)
    elif way.depth:
        yield Refused(name, "", "packed too often")
    else:
        try:
            packed = io.BytesIO(CountedStream(inner, way.progress).readall())
        except InputError as error:
            yield Refused(name, "", error.problem)
            return
        yield from _unpacked(name, packed, _Way(way.hints, None, way.depth + 1))


def _is_bomb(members: "Sequence[ZipInfo]") -> bool:
    return any(
        each.file_size > _SMALL_BYTES and each.file_size > _MOST_RATIO * each.compress_size
        for each in members
    )


def _is_outside(members: "Sequence[ZipInfo]") -> bool:
    """Whether a name leads out of the archive, or to what is no file of it."""
    return any(
        PurePosixPath(each.filename).is_absolute()
        or ".." in PurePosixPath(each.filename).parts
        or "\\" in each.filename
        or (each.external_attr >> 16) & _FILE_KINDS == _LINK
        for each in members
    )


def _is_overlapping(members: "Sequence[ZipInfo]") -> bool:
    """Whether the same bytes stand for several files."""
    end = 0
    for each in sorted(members, key=lambda member: member.header_offset):
        if each.header_offset < end:
            return True
        end = each.header_offset + each.compress_size
    return False


_DANGERS: Final[tuple[tuple[str, "Callable[[Sequence[ZipInfo]], bool]"], ...]] = (
    (f"an archive of over {_MOST_MEMBERS:,} files", lambda them: len(them) > _MOST_MEMBERS),
    (
        "an archive of over 8 GB",
        lambda them: sum(each.file_size for each in them) > _MOST_ARCHIVE_BYTES,
    ),
    ("an archive that unpacks to over 200 times its size", _is_bomb),
    ("an archive whose names lead out of it", _is_outside),
    ("an archive whose files overlap", _is_overlapping),
)
"""What makes an archive unsafe, in words."""
