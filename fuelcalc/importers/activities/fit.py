"""FIT: what watches and bicycle computers write."""

from collections.abc import Iterator, Mapping
from typing import IO, Final

from fuelcalc.importers.activities.fit_file import FitFile
from fuelcalc.importers.activities.fit_sessions import moment, sessions_of
from fuelcalc.importers.activities.local_time import local_time
from fuelcalc.importers.activities.source import (
    MOST_RECORDS,
    ActivityFile,
    FileFinding,
    is_body_mass,
)
from fuelcalc.models.found import LogReading

FORMAT: Final = "fit"
_OTHER_TYPES: Final[Mapping[str, str]] = {
    "workout": "a planned workout without a date; export the calendar that it stands in",
    "course": "a course to follow, and no session",
    "settings": "a watch's settings, and no session",
    "monitoring_b": "a day's steps, and no session",
}


def identify(head: bytes) -> bool:
    """
    Whether a file is FIT: its mark stands behind the lengths.

    >>> identify(bytes([14, 32, 0, 0, 1, 0, 0, 0]) + b".FIT"), identify(b"<gpx>")
    (True, False)
    """
    return head[8:12] == b".FIT" and head[:1] in {b"\x0c", b"\x0e"}


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """The sessions of a file, those of several sports one by one, or readings of a scale."""
    file = FitFile()
    damage = _fill(file, source.stream)
    kind = str(file.about.get("type") or "activity")
    if kind == "weight" or file.masses:
        yield from _masses(file, source)
    elif kind in {"activity", "34"} or file.sessions:
        found = list(sessions_of(file, source))
        yield from found
        if not found and damage is None:
            yield source.refusal("", "no session in it")
    else:
        steps = f" ({file.n_steps} steps)" if file.n_steps else ""
        yield source.refusal("", _OTHER_TYPES.get(kind, f"a {kind} file, no session") + steps)
    if damage is not None:
        yield source.refusal(*damage)


def _fill(file: FitFile, stream: IO[bytes]) -> tuple[str, str] | None:
    """Take every message; where the file is damaged, and how, if it is."""
    from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitReader

    n = 0
    try:
        with FitReader(
            stream, processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
        ) as messages:
            for message in messages:
                if isinstance(message, FitDataMessage):
                    n += 1
                    file.take(message)
                if n > MOST_RECORDS:
                    break
    except Exception as error:  # noqa: BLE001
        # Of damaged bytes the library raises whatever its own code runs into.
        del error
        return f"message {n + 1}", "damaged from here on; what stands before it was read"
    if n > MOST_RECORDS:
        return "", f"over {MOST_RECORDS:,} messages; the rest is not read"
    return None


def _masses(file: FitFile, source: ActivityFile) -> Iterator[FileFinding]:
    """Body masses of a scale's own file, for one person."""
    people = {person for _, _, person in file.masses}
    if len(people) > 1:
        yield source.refusal("", "body masses of several people; export one person's")
        return
    for seconds, mass_kg, _ in file.masses:
        at = moment(seconds)
        if at is None or not is_body_mass(mass_kg):
            why = f"a body mass of {mass_kg:.10g} kg without a date, or no mass"
            yield source.refused_reading("", why)
            continue
        clock = local_time(at, usual_zone=source.hints.zone).local
        yield LogReading(source.origin(FORMAT), clock.date(), clock.time(), mass_kg=mass_kg)
