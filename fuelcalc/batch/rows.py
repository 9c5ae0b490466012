"""Some rows of a table as numbers, and which of them only the models can judge."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pandas as pd

from fuelcalc.errors import InputError
from fuelcalc.models.record import Record, readings
from fuelcalc.planning.sessions.session import minute_of
from fuelcalc.science.numeric import Array, Given
from fuelcalc.units import parse_clock
from fuelcalc.units.clock import DAY_MIN

if TYPE_CHECKING:
    import numpy.typing as npt

    Mask = npt.NDArray[np.bool_]
    Codes = npt.NDArray[np.intp]

_WHOLE = frozenset({"steps", "weekly_lifts", "meals_per_day"})


class Rows:
    """
    Some rows of a table, column by column, as the equations take them.

    `doubtful` marks the rows that hold something that only the models can judge: a word or an
    amount that may be wrong, or what has no column of numbers here. What is the same on all rows,
    such as a column that nobody has, is one number: `zero` is none of anything.
    """

    def __init__(self, columns: Mapping[str, "pd.Series[Any]"], n_rows: int) -> None:
        """
        Start with nothing read.

        Args:
            columns: From `columns.columns_of`, all of the same rows.
            n_rows: How many rows there are.
        """
        self.columns = columns
        self.n_rows = n_rows
        self.doubtful: Mask = np.zeros(n_rows, dtype=bool)
        self.zero: Array = np.zeros(())
        self._read: set[str] = set()
        self._numbers: dict[str, Given[Array]] = {}

    def number(self, name: str, record: type[Record], key: str = "") -> Given[Array]:
        """A column of numbers, unknown where it is empty; outside its limits it is doubtful."""
        if name in self._numbers:
            return self._numbers[name]
        series = self.series(name)
        if series is None:
            return Given(self.zero, self.zero)
        values = self._floats(series)
        known = ~np.isnan(values)
        within = _limits(record)[key or name]
        if within is not None:
            with np.errstate(invalid="ignore"):
                self.doubtful |= known & ~((values >= within[0]) & (values <= within[1]))
        if name in _WHOLE:
            self.doubtful |= known & (values != np.floor(values))
        self._numbers[name] = self.given(values)
        return self._numbers[name]

    def number_by(self, name: str, table: Mapping[str, float]) -> Given[Array]:
        """A column of words that each stand for a number; one that the table lacks is doubtful."""
        series = self.series(name)
        if series is None:
            return Given(self.zero, self.zero)

        def read(word: Any) -> float:
            if word not in table:
                raise InputError("is unknown", argument=name, value=word)
            return table[word]

        return self.given(self.each(series, read))

    def word(
        self, name: str, record: type[Record], *, other: str, key: str = "", means: Any = None
    ) -> "WordColumn":
        """A column of words of a closed list; *other* is what an empty one stands for."""
        options = _options(record, key or name)
        means = means or {}
        codes = np.array(options.index(other) if other else 0)
        series = self.series(name)
        if series is not None:
            found, uniques = _factorized(series)
            places = [
                options.index(word) if word in options else -1
                for word in (means.get(value, value) for value in uniques)
            ]
            # Behind the last stands what is empty, which factorized to -1.
            table = np.array([*places, codes if other else -1], dtype=np.intp)
            codes = table[found]
            self.doubtful |= codes < 0
            codes = np.maximum(codes, 0)
        elif not other:
            self.doubtful[:] = True
        return WordColumn(options, codes)

    def flag(self, name: str) -> Array:
        """A column of yes and no, which is no where it is empty."""
        series = self.series(name)
        if series is None:
            return self.zero
        values = self._floats(series, is_flag=True)
        known = ~np.isnan(values)
        self.doubtful |= known & ~np.isin(values, (0.0, 1.0))
        return np.where(known, values, 0.0)

    def clock(self, name: str) -> Given[Array]:
        """A column of times of day, or of minutes since midnight, in minutes."""
        series = self.series(f"{name}_min")
        if series is not None:
            values = np.round(self._floats(series) * 60.0) / 60.0
            known = ~np.isnan(values)
            self.doubtful |= known & ~((values >= 0.0) & (values < DAY_MIN))
            return self.given(values)
        series = self.series(name)
        if series is None:
            return Given(self.zero, self.zero)
        return self.given(self.each(series, minutes_from))

    def each(self, series: "pd.Series[Any]", read: Callable[[Any], float]) -> Array:
        """A column of text as numbers, each text read once; what cannot be read is doubtful."""
        codes, uniques = _factorized(series)
        table = np.full(len(uniques) + 1, np.nan)
        wrong = np.zeros(len(uniques) + 1, dtype=bool)
        for place, value in enumerate(uniques):
            try:
                table[place] = read(value)
            except InputError:
                wrong[place] = True
        self.doubtful |= wrong[codes]
        found: Array = table[codes]
        return found

    def groups(self, name: str) -> tuple["Codes", Sequence[Any]]:
        """A column by its different values: their places, the last of which is the empty one."""
        series = self.series(name)
        if series is None:
            return np.full(self.n_rows, -1), []
        return _factorized(series)

    def doubt_rest(self) -> None:
        """Mark the rows that fill any column which nobody has read."""
        for name, series in self.columns.items():
            if name not in self._read:
                self.doubtful |= ~is_empty(series)

    def check(self, names: Sequence[str], state: Callable[[str, Any], object]) -> None:
        """
        Mark the rows whose value no model takes, in columns that change no figure.

        Args:
            names: The columns.
            state: Makes a model of one value, or raises InputError; asked once for each value.
        """
        for name in names:
            series = self.series(name)
            if series is not None:
                self.each(series, partial(_taken, state, name))

    def series(self, name: str) -> "pd.Series[Any] | None":
        """A column as it stands, if there is one; it counts as read."""
        self._read.add(name)
        return self.columns.get(name)

    def is_told(self, name: str) -> "Mask":
        """The rows in which a column holds anything."""
        series = self.series(name)
        return np.zeros(self.n_rows, dtype=bool) if series is None else ~is_empty(series)

    def _floats(self, series: "pd.Series[Any]", *, is_flag: bool = False) -> Array:
        """A column as floats, not a number where it is empty; what is none is doubtful."""
        if pd.api.types.is_bool_dtype(series.dtype) and not is_flag:
            # Yes is no kilometre.
            self.doubtful |= ~is_empty(series)
        if pd.api.types.is_numeric_dtype(series.dtype) or pd.api.types.is_bool_dtype(series.dtype):
            return series.to_numpy(dtype=float, na_value=np.nan)
        if not is_flag and series.dtype == object:
            told = series.map(lambda value: isinstance(value, bool | np.bool_))
            self.doubtful |= told.to_numpy(dtype=bool)
        numbers = pd.to_numeric(series, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
        self.doubtful |= np.isnan(numbers) & ~is_empty(series)
        return numbers

    @staticmethod
    def given(values: Array) -> Given[Array]:
        """Numbers, unknown where they are none; known or not as one number where all rows agree."""
        unknown = np.isnan(values)
        if not unknown.any():
            return Given(values, np.ones(()))
        if unknown.all():
            return Given(np.zeros(()), np.zeros(()))
        return Given(np.where(unknown, 0.0, values), (~unknown).astype(float))


class Chosen:
    """Some of the rows of a table: what concerns few is worked out for these alone."""

    def __init__(self, there: Array, n_rows: int) -> None:
        """
        Choose them.

        Args:
            there: 1.0 for each row that is among them, else 0.0.
            n_rows: How many rows there are.
        """
        self.n_rows = n_rows
        self._places: Codes | slice = np.flatnonzero(there) if there.ndim else slice(None)
        if there.ndim == 0 and not there:
            self._places = slice(0)

    def of(self, found: Any) -> Any:
        """The same of these rows alone: an array, or a tuple of such."""
        if isinstance(found, tuple):
            made = [self.of(each) for each in found]
            return type(found)(*made) if hasattr(found, "_fields") else tuple(made)
        return found[self._places] if isinstance(found, np.ndarray) and found.ndim else found

    def back(self, found: Any) -> Any:
        """The same of all rows, 0.0 on all others."""
        if isinstance(found, tuple):
            made = [self.back(each) for each in found]
            return type(found)(*made) if hasattr(found, "_fields") else tuple(made)
        if np.ndim(found) == 0 and found == 0.0:
            return np.zeros(())
        spread = np.zeros(self.n_rows)
        spread[self._places] = found
        return spread

    def mark(self, mask: "Mask", marks: "Mask") -> None:
        """Set a mask of all rows where one of these rows is marked."""
        mask[self._places] |= marks


def either(mask: "Mask", found: Any, other: Any) -> Any:
    """Figures that are one array or a tuple of them: the first where a mask is set, else other."""
    if isinstance(found, tuple):
        made = [either(mask, *pair) for pair in zip(found, other, strict=True)]
        return type(found)(*made) if hasattr(found, "_fields") else tuple(made)
    return np.where(mask, found, other)


class WordColumn:
    """A column of words of a closed list: the list, and each row's place in it."""

    def __init__(self, options: Sequence[str], codes: "Codes") -> None:
        """Keep both."""
        self.options = options
        self.codes = codes

    def at(self, rows: Chosen) -> "WordColumn":
        """The same of some rows."""
        return WordColumn(self.options, rows.of(self.codes))

    def by(self, table: Mapping[str, float]) -> Array:
        """What a table says of each row's word."""
        found: Array = np.array([table[word] for word in self.options])[self.codes]
        return found

    def among(self, *words: str) -> Array:
        """1.0 where the word is one of some."""
        return self.by({word: float(word in words) for word in self.options})


def _taken(state: Callable[[str, Any], object], name: str, value: Any) -> float:
    """Zero for a value that changes no figure, once a model has taken it."""
    state(name, value)
    return 0.0


def minutes_from(value: Any) -> float:
    """
    A time of day in minutes since midnight, from text, a time, a timestamp or a timedelta.

    Raises:
        InputError: It is none.
    """
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds()) / 60.0
        if not 0.0 <= minutes < DAY_MIN:
            raise InputError("is no time of a day", argument="start", value=value)
        return minutes
    if isinstance(value, pd.Timestamp):
        value = value.time()
    return minute_of(parse_clock(value, name="start"))


def is_empty(series: "pd.Series[Any]") -> "Mask":
    """Where a column holds nothing: no value, or an empty text."""
    empty = series.isna().to_numpy(dtype=bool)
    if series.dtype == object or pd.api.types.is_string_dtype(series.dtype):
        try:
            empty = empty | (series == "").to_numpy(dtype=bool, na_value=False)
        except (ValueError, DeprecationWarning):
            # An array among the values is compared item by item; the oldest numpy only warns of it.
            empty = empty | np.array([isinstance(each, str) and not each for each in series])
    return empty


def _factorized(series: "pd.Series[Any]") -> tuple["Codes", Sequence[Any]]:
    """The places of a column's values among the different ones, -1 where it is empty."""
    codes: Any
    uniques: Any
    try:
        if isinstance(series.dtype, pd.CategoricalDtype):
            codes, uniques = series.cat.codes.to_numpy(), series.cat.categories
        else:
            codes, uniques = pd.factorize(series)
    except TypeError:
        told = np.empty(len(series), dtype=object)
        told[:] = [_told_apart(value) for value in series]
        codes, uniques = pd.factorize(told)
    values = list(uniques)
    if "" in values:
        codes = np.where(codes == values.index(""), -1, codes)
    return codes, values


def _told_apart(value: Any) -> Any:
    """A list as a tuple, which can be told from others; what cannot be at all as nothing known."""
    if isinstance(value, list | np.ndarray):
        value = tuple(value)
    try:
        hash(value)
    except TypeError:
        return object()
    return value


def _limits(record: type[Record]) -> Mapping[str, tuple[float, float] | None]:
    """The least and the most of each field."""
    if record not in _LIMITS:
        _LIMITS[record] = {reading.name: reading.within for reading in readings(record)}
    return _LIMITS[record]


_LIMITS: dict[type[Record], Mapping[str, tuple[float, float] | None]] = {}


@cache
def _options(record: type[Record], key: str) -> tuple[str, ...]:
    """The words of a field's closed list."""
    found: list[str] = []

    def add(annotation: Any) -> None:
        for inner in get_args(annotation):
            if isinstance(inner, str):
                found.append(inner)
            else:
                add(inner)

    add(record.model_fields[key].annotation)
    return tuple(found)
