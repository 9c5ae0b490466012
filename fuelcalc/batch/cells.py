"""What a column is, and what stands in its cells, as its field takes it."""

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.plain import is_unknown, plain_number
from fuelcalc.models.reading import FieldReading
from fuelcalc.models.record import Record
from fuelcalc.models.sessions import LISTS
from fuelcalc.units import parse_amount

if TYPE_CHECKING:
    import pandas as pd

_NUMBER: Final = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*", re.IGNORECASE | re.ASCII)
# As pandas reads a column in which nothing else stands; 1 and 0 are yes and no where it does.
_FLAGS: Final = {
    "true": True, "false": False, "1": True, "0": False, "1.0": True, "0.0": False,
}  # fmt: skip


_KINDS: Final = tuple(LISTS)


class DayColumn(NamedTuple):
    """
    One column: its name, the record and field that it fills, and how that field is read.

    `slot` is empty for the athlete, the goal and the day; of sessions it is "run", "lift" or
    "other", with a number from the second of a kind on, and "learned" of what a log taught.
    """

    name: str
    record: type[Record]
    reading: FieldReading
    slot: str = ""
    in_minutes: bool = False

    @property
    def key(self) -> str:
        """The column's key in its record."""
        return self.reading.name

    @property
    def bare(self) -> str:
        """The column's name without a unit."""
        return f"{self.slot}_{self.reading.bare}" if self.slot else self.reading.bare


def read_cells(values: "pd.Series[Any]", column: DayColumn, *, is_bare: bool) -> "pd.Series[Any]":
    """
    A column's values: amounts as numbers of its unit, and numbers that stand there as text.

    One cell that is no number makes text of all others in a file; each is read by itself, and
    what cannot be read stays as it is, for its row to be refused.

    Args:
        values: The column.
        column: What it is.
        is_bare: Whether its name says no unit, so that every amount has to.
    """
    import pandas as pd

    if column.reading.many and column.reading.record is None and column.key != "conditions":
        return values.astype(object).map(_listed)
    is_amount = column.reading.unit is not None
    unit = getattr(values.dtype, "units", None) if is_amount else None
    if unit is not None:
        return _from_quantities(values, unit, column)
    is_number = pd.api.types.is_numeric_dtype(values.dtype)
    if column.reading.whole is bool and pd.api.types.is_integer_dtype(values.dtype):
        # A whole number is no yes to a model, and 1.0 of a column with an empty place is.
        return values.astype("Float64")
    if not (is_amount or _holds_numbers(column)) or (is_number and not (is_bare and is_amount)):
        return values
    try:
        texts = values.unique()
    except TypeError:
        # A list is no amount, and nothing to tell apart either.
        return values.map(lambda value: _read(value, column, is_bare=is_bare))
    return values.map({value: _read(value, column, is_bare=is_bare) for value in texts})


def _listed(value: Any) -> Any:
    """The words of a text that holds any; a list, and what is empty, as it is."""
    return (words_from(value) or "") if isinstance(value, str) else value


def words_from(text: str) -> tuple[str, ...]:
    """
    The words of a cell that holds several, parted by commas or semicolons.

    >>> words_from("milk; tree nuts,"), words_from("['milk', 'soya']"), words_from("[]")
    (('milk', 'tree nuts'), ('milk', 'soya'), ())
    """
    inner = text.strip()
    if inner.startswith("[") and inner.endswith("]"):
        # As a program writes its list into a file.
        words = [part.strip().strip("\"'") for part in inner[1:-1].split(",")]
    else:
        words = re.split("[,;]", inner)
    return tuple(word.strip() for word in words if word.strip())


def _holds_numbers(column: DayColumn) -> bool:
    """Whether a column without a unit holds numbers, or yes and no."""
    reading = column.reading
    limits = reading.within or (None,)
    return column.in_minutes or reading.whole is not None or isinstance(limits[0], int | float)


def _read(value: Any, column: DayColumn, *, is_bare: bool) -> Any:
    """One value as a number, or as it is."""
    unit = column.reading.unit
    if column.reading.whole is bool:
        return _FLAGS.get(str(value).strip().lower(), value)
    if is_unknown(value) or (isinstance(value, str) and not value):
        return value
    is_number = _is_number(value)
    if isinstance(value, str) and not (is_bare and unit) and is_number:
        return float(value)
    if unit is None or not (is_bare or isinstance(value, str)):
        return value
    try:
        number = plain_number(value)
        return parse_amount(number, unit, name=column.name, within=column.reading.within)
    except InputError as error:
        return _without_unit(number, error, column) if is_bare and is_number else value


def _is_number(value: Any) -> bool:
    """Whether a value is a number without a unit, or yes or no."""
    if isinstance(value, str):
        return _NUMBER.fullmatch(value) is not None
    return isinstance(plain_number(value), int | float) or type(value).__name__ == "bool_"


@dataclass(frozen=True, slots=True)
class NoUnit:
    """A number in a column whose name says no unit: nobody knows what it means."""

    value: Any
    name: str
    problem: str
    remedy: str

    def refusal(self) -> InputError:
        """Why its row is refused, and what to write."""
        return InputError(
            self.problem, argument=self.name, value=self.value, quote="", remedy=self.remedy
        )


@dataclass(frozen=True, slots=True)
class NoSession:
    """A row of a table of sessions that is none, which its day cannot be planned without."""

    kind: Any
    key: Any

    def refusal(self) -> InputError:
        """Why the day is refused, and what to write."""
        if self.kind not in _KINDS:
            return InputError("is no kind", argument="kind", value=self.kind, allowed=_KINDS)
        return InputError(
            f"the {self.kind} of {self.key} says neither how far nor how long",
            argument="sessions", quote="", remedy="give it distance_km or duration_min",
        )  # fmt: skip


def _without_unit(value: Any, error: InputError, column: DayColumn) -> NoUnit:
    """A number that says no unit, with what to write."""
    remedy = error.remedy or "write it with its unit"
    low, high = column.reading.within or (-math.inf, math.inf)
    # Who writes 22 for body fat means per cent, and 1.68 for a height no centimetres.
    if low <= (float(value) if isinstance(value, str) else value) <= high:
        remedy = f"{remedy}, or name the column {column.name}"
    return NoUnit(value, column.bare, error.problem, remedy)


def _from_quantities(values: "pd.Series[Any]", unit: Any, column: DayColumn) -> "pd.Series[Any]":
    """Numbers of a column whose type carries its unit."""
    import numpy as np
    import pandas as pd

    quantity = values.array.quantity
    numbers = np.asarray(quantity.magnitude, dtype=float)
    suffix = column.reading.unit or ""

    def read(number: float) -> float:
        try:
            return parse_amount(type(quantity)(number, unit), suffix, name=column.name)
        except InputError:
            # No number that its field takes, so that the row is refused.
            return np.inf

    first, second, third = (read(number) for number in (1.0, 2.0, 3.0))
    if abs(third - 2.0 * second + first) <= 1e-9 * abs(third):
        found = first + (second - first) * (numbers - 1.0)
    else:
        # A speed for a pace, and the like.
        found = np.array([number if np.isnan(number) else read(number) for number in numbers])
    return pd.Series(found, index=values.index)
