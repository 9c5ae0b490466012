"""What an import goes into: a plan file, a log, or both, each whole or not at all."""

import datetime as dt
from codecs import BOM_UTF8
from collections.abc import Container
from dataclasses import replace
from errno import ENOENT
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fuelcalc.cli import planned
from fuelcalc.cli.any_log import log_with
from fuelcalc.cli.profile import log_path, profile_tree
from fuelcalc.cli.writing import write_whole
from fuelcalc.errors import InputError
from fuelcalc.importers.tree import read_bytes, tree_of, unread

if TYPE_CHECKING:
    from fuelcalc.models.athlete import Athlete
    from fuelcalc.reports.imports import ImportPage

_NOTHING_NEW = "Everything stands there already."
_LEFT_OUT = "Nothing is new; what was left out stands under Refused."
_NO_SESSION = "No session is in these files."
_NO_LOG = "No body mass and no intake is in these files."


class IntoFiles(NamedTuple):
    """
    The files that an import goes into.

    Attributes:
        plan: A plan file, which may be new where a profile says who eats.
        log: A log, which may be new.
        is_usual_log: Whether that is the one beside the profile, whose folder may be new too.
    """

    plan: Path | None
    log: Path | None
    is_usual_log: bool

    @classmethod
    def of(cls, plan: str | None, log: str | None) -> "IntoFiles":
        """Those that were asked for; an empty text is the log beside the profile."""
        path = None if log is None else Path(log) if log else log_path()
        return cls(None if plan is None else Path(plan), path, is_usual_log=log == "")

    @property
    def plan_there(self) -> str | None:
        """
        The plan file that is there already; None where there is none yet.

        Raises:
            InputError: It is not there, and no profile says whose days a new one would hold.
        """
        if self.plan is None or self.plan.exists():
            return None if self.plan is None else str(self.plan)
        if "athlete" not in profile_tree():
            missing = FileNotFoundError(ENOENT, strerror(ENOENT))
            remedy = "check its name, or answer fuelcalc init first and it is made"
            raise unread(self.plan, missing, remedy=remedy)
        return None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Each that was asked for."""
        return tuple(path for path in (self.plan, self.log) if path is not None)

    def filled(
        self,
        page: "ImportPage",
        athlete: "Athlete | None",
        *,
        repeats: tuple[dt.date, dt.date],
        dry_run: bool,
    ) -> "ImportPage":
        """
        Put what was found where it goes, all or nothing, and say what changed.

        Raises:
            InputError: A file cannot take it.
        """
        written: dict[Path, str | bytes] = {}
        if self.plan is not None:
            page = _planned(self.plan, page, repeats, written)
        if self.log is not None:
            page = _logged(self.log, page, athlete, written)
        if not dry_run:
            if self.is_usual_log and self.log in written:
                log_path().parent.mkdir(parents=True, exist_ok=True)
            write_whole(written)
            return page
        if self.plan is not None:
            page = page._replace(changes=(_dry(self.plan), *page.changes))
        if self.log is not None:
            page = page._replace(logged=(_dry(self.log), *page.logged))
        return page


def _dry(path: Path) -> str:
    return f"Nothing is written to {path.name} (--dry-run)."


def _planned(
    path: Path,
    page: "ImportPage",
    repeats: tuple[dt.date, dt.date],
    written: dict[Path, str | bytes],
) -> "ImportPage":
    """Put sessions into a plan file, for it to be written."""
    from fuelcalc.importers.activities.into_plan import into_plan

    is_new = not path.exists()
    data = b"" if is_new else read_bytes(path)
    if not is_new:
        tree_of(data, name=path.name, kind="plan")
    text = data.decode("utf-8-sig")
    merged = into_plan(text, page.found.sessions, name=path.name, repeats=repeats)
    if merged.changes:
        _check_days(merged.text, path, {each.date for each in page.found.sessions})
        written[path] = _as_before(data, merged.text)
    left = replace(page.found, refused=(*page.found.refused, *merged.refused))
    nothing = _LEFT_OUT if merged.refused else _NOTHING_NEW
    said = merged.changes or (nothing if page.found.sessions else _NO_SESSION,)
    if is_new and merged.changes:
        said = (f"{path.name} is new; who eats stands in your profile.", *said)
    return page._replace(found=left, changes=said)


def _as_before(before: bytes, text: str) -> bytes:
    """The text of a plan as its file has it: with a mark in front, and ends of Windows, or none."""
    mark = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    data = text.encode()
    if b"\r\n" in before and before.count(b"\n") == before.count(b"\r\n"):
        data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return mark + data


def _check_days(text: str, path: Path, dates: Container[dt.date]) -> None:
    """
    Hold that days into which something goes can still be planned: two sessions may overlap.

    Raises:
        InputError: One cannot; the file stays as it is.
    """
    from fuelcalc.cli.example import EXAMPLE
    from fuelcalc.models.plan import Plan
    from fuelcalc.planning.day import plan_day

    days = tree_of(text.encode(), name=path.name, kind="plan").get("days", [])
    there = str(path) if path.exists() else None
    tree, _ = planned.tree_below({"plan": there, "foods": None})
    plan = Plan.from_tree({"athlete": EXAMPLE["athlete"], **tree, "days": days}, path="")
    for day in plan.days:
        if day.date in dates:
            try:
                plan_day(plan.athlete, day, plan.goal, menu=False)
            except InputError as error:
                raise error.read_in(f"{path.name} would not be planned on {day.date}") from None


def _logged(
    path: Path, page: "ImportPage", athlete: "Athlete | None", written: dict[Path, str | bytes]
) -> "ImportPage":
    """
    Put masses and intakes into a log, for it to be written.

    Raises:
        InputError: The log cannot be read, or a guard forbids one, by a mass of it too.
    """
    from fuelcalc.importers.activities.into_log import into_log
    from fuelcalc.importers.log_file import read_log
    from fuelcalc.models.log import Log
    from fuelcalc.planning.learning.standing import check_log, low_mass_notes
    from fuelcalc.reports.words import words

    today = planned.now().date() if athlete is None else planned.today_of(athlete)
    before = read_log(path) if path.exists() else Log()
    mass_kg = None if athlete is None else athlete.mass_kg
    merged = into_log(before, page.found.log, today=today, mass_kg=mass_kg)
    nothing = _LEFT_OUT if merged.refused else _NOTHING_NEW
    said = merged.changes or (nothing if page.found.log else _NO_LOG,)
    if athlete is not None:
        guards = check_log(athlete, merged.log.days, date=today)
        notes = low_mass_notes(athlete, merged.log.days, guards, date=today)
        said += tuple(words(note, units=athlete.units or "metric") for note in notes)
    if merged.changes:
        known = set(before.days)
        written[path] = log_with(path, [day for day in merged.log.days if day not in known])
    # What the log has otherwise stands in the log, and the rest in the file that it came from.
    refused = [replace(each, file=each.file or path.name) for each in merged.refused]
    left = replace(page.found, refused=(*page.found.refused, *refused))
    return page._replace(found=left, logged=said)
