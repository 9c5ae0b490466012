"""A plan file: an athlete, a goal and the days, from TOML or JSON."""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import IO, Annotated, Any, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.record import Record
from fuelcalc.models.refusals import one_line

MOST_BYTES = 1_000_000
_MOST_DOTS = 200


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

    @model_validator(mode="after")
    def _each_date_once(self) -> Self:
        dates = [day.date for day in self.days if day.date is not None]
        twice = next((date for date in dates if dates.count(date) > 1), None)
        if twice is not None:
            raise ValueError(f"days: {twice} is there twice; put its sessions into one day")
        return self

    def day_on(self, date: dt.date) -> Day | None:
        """The day of that date, if the plan has one."""
        return next((day for day in self.days if day.date == date), None)

    def neighbours(self, day: Day) -> tuple[Day | None, Day | None]:
        """The days before and after: by date where there are dates, else by order."""
        if day.date is not None:
            one = dt.timedelta(days=1)
            return self.day_on(day.date - one), self.day_on(day.date + one)
        # Days without a date may be equal, and only one of them is this one.
        place = next((n for n, other in enumerate(self.days) if other is day), None)
        if place is None:
            return None, None
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
    name = one_line(name)
    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: the file is over 1,000,000 bytes; is this the plan file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{name}: not a text file; a plan is TOML or JSON in UTF-8") from None
    if not text.strip():
        raise InputError(f"{name}: the file is empty; write at least an [athlete] table")
    return _json(text, name) if text.lstrip().startswith("{") else _toml(text, name)


def _json(text: str, name: str) -> dict[str, Any]:
    """Read a JSON object in which each key stands once and every number is one."""
    try:
        tree: dict[str, Any] = json.loads(
            text, parse_constant=_no_constant, object_pairs_hook=_each_once
        )
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: not a plan file (JSON): {_why(error)}") from None
    return tree


def _toml(text: str, name: str) -> dict[str, Any]:
    """Read TOML."""
    if max(line.count(".") for line in text.splitlines()) > _MOST_DOTS:
        raise InputError(f"{name}: not a plan file (TOML): it is nested too deeply")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith(("[{", '["')) or text.strip() == "[]":
            remedy = "a plan is one table with an athlete, not a list"
        else:
            remedy = 'text stands in quotes, as in mass = "62 kg"'
        raise InputError(f"{name}: not a plan file (TOML): {_why(error)}; {remedy}") from None


def _why(error: Exception) -> str:
    """What a parser says, in one short line."""
    words = one_line(str(error))[:120]
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if "digits" in words:
        return "it holds a number of thousands of digits"
    return words.replace("Cannot overwrite a value", "A key is there twice")


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f'the key "{key[:40]}" is there twice')
        table[key] = value
    return table


def read_plan(file: str | Path | IO[bytes] | IO[str]) -> Plan:
    r"""
    Read a plan file.

    Args:
        file: A path, or an open file.

    Returns:
        The athlete, the goal and the days, checked.

    Raises:
        InputError: The file cannot be read or does not hold a plan; one line says where.

    >>> import io
    >>> text = b'[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"'
    >>> read_plan(io.BytesIO(text)).athlete.mass_kg
    70.0
    """
    if isinstance(file, str | Path):
        name, data = Path(file).name, read_bytes(Path(file))
    else:
        name, content = Path(str(getattr(file, "name", "plan"))).name, file.read(MOST_BYTES + 1)
        data = content.encode(errors="replace") if isinstance(content, str) else content
    return Plan.from_tree(plan_tree(data, name=name), path="")


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
        raise InputError(one_line(f"{path}: cannot be read: {reason}")) from None
