"""A plan file: an athlete, a goal and the days, from TOML or JSON."""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import IO, Annotated, Any

from pydantic import Field

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.record import Record

MOST_BYTES = 1_000_000
_WEEK_DAYS = 5


class Plan(Record):
    """
    What a plan file holds.

    >>> plan = Plan.of(athlete={"sex": "male", "age": 30, "mass": "70 kg", "height": "175 cm"})
    >>> plan.days
    ()
    """

    athlete: Athlete
    goal: Goal = Goal()
    days: Annotated[tuple[Day, ...], Field(max_length=400)] = ()

    def day_on(self, date: dt.date) -> Day | None:
        """The day of that date, if the plan has one."""
        return next((day for day in self.days if day.date == date), None)

    def neighbours(self, day: Day) -> tuple[Day | None, Day | None]:
        """The days before and after: by date where there are dates, else by order."""
        if day.date is not None:
            one = dt.timedelta(days=1)
            return self.day_on(day.date - one), self.day_on(day.date + one)
        place = self.days.index(day)
        before = self.days[place - 1] if place > 0 else None
        after = self.days[place + 1] if place + 1 < len(self.days) else None
        return before, after


def plan_tree(data: bytes, *, name: str = "plan") -> dict[str, Any]:
    """
    Read the bytes of a TOML or JSON plan file into nested dicts, unchecked.

    Args:
        data: The file's content; at most 1 MB.
        name: What errors call the file.

    Raises:
        InputError: The file is empty, too large, not text, or not TOML or JSON.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: {len(data):,} bytes is over 1,000,000; is this the plan file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{name}: not a text file; a plan is TOML or JSON in UTF-8") from None
    if not text.strip():
        raise InputError(f"{name}: the file is empty; write at least an [athlete] table")
    tree = _parsed(text, name)
    if not isinstance(tree, dict):
        raise InputError(f"{name}: the file holds a list or a value; a plan is a table")
    return tree


def _parsed(text: str, name: str) -> Any:
    """Read TOML, or JSON when the text opens like it."""
    try:
        if text.lstrip().startswith("{"):
            return json.loads(text, parse_constant=_no_constant)
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        words = " ".join(str(error).split())[:120]
        raise InputError(f"{name}: not a plan file: {words}") from None


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def read_plan(file: str | Path | IO[bytes]) -> Plan:
    """
    Read a plan file.

    Args:
        file: A path, or an open binary file.

    Returns:
        The athlete, the goal and the days, checked.

    Raises:
        InputError: The file cannot be read or does not hold a plan; one line says where.

    >>> import io
    >>> text = b'[athlete]\\nsex = "male"\\nage = 30\\nmass = "70 kg"\\nheight = "175 cm"'
    >>> read_plan(io.BytesIO(text)).athlete.mass_kg
    70.0
    """
    if isinstance(file, str | Path):
        return Plan.of(**plan_tree(read_bytes(Path(file)), name=Path(file).name))
    name = Path(str(getattr(file, "name", "plan"))).name
    return Plan.of(**plan_tree(file.read(MOST_BYTES + 1), name=name))


def read_bytes(path: Path) -> bytes:
    """
    The content of a file, as far as a plan file may go.

    Raises:
        InputError: There is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read: {reason}") from None
