"""The figures of a table as they are filled in: by numbers, or by the models where these judge."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pandas as pd

from fuelcalc.batch.days import FIGURES, DayRows, days_of
from fuelcalc.batch.one_row import Case, RowsAsked, case_of, figures_of, numbers_of
from fuelcalc.batch.rows import Rows, is_empty
from fuelcalc.errors import InputError
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.day_plan import Member
from fuelcalc.planning.day import DayInNumbers, days_in_numbers
from fuelcalc.planning.withheld import PARTS
from fuelcalc.science import balance
from fuelcalc.science import day as science

# Rows by themselves are tables of Python; so many at once take little memory.
_ROWS_AT_ONCE: Final = 4_000

WORDS: Final = ("maintenance", "surplus", "deficit")


class Figured:
    """The figures of so many rows, filled in piece by piece."""

    def __init__(self, n_rows: int, asked: RowsAsked) -> None:
        """
        Start with nothing known.

        Args:
            n_rows: How many rows there are.
            asked: How they are planned.
        """
        self.asked = asked
        # Every row is filled in or refused.
        self.values = {name: np.empty(n_rows) for name in FIGURES}
        self.word = np.full(n_rows, -1, dtype=np.int8)
        self.withheld = np.full(n_rows, -1, dtype=np.int16)
        self.withheld_words: dict[str, int] = {}
        self.refused = np.zeros(n_rows, dtype=np.int32)
        self.refused_words: dict[str | None, int] = {None: 0}

    def add_rows(
        self, start: int, columns: "Mapping[str, pd.Series[Any]]", n_rows: int
    ) -> "np.typing.NDArray[np.intp]":
        """
        Fill in some rows by numbers, before their feedings.

        Args:
            start: Where they begin.
            columns: From `columns.columns_of`, of these rows.
            n_rows: How many there are.

        Returns:
            The places of those that only the models can judge.
        """
        days = days_of(Rows(columns, n_rows), self.asked.models)
        self._add_days(start, days)
        return start + np.flatnonzero(days.doubtful)

    def judge(
        self, places: "np.typing.NDArray[np.intp]", columns: "Mapping[str, pd.Series[Any]]"
    ) -> None:
        """
        Fill in some rows one by one, by the models.

        Args:
            places: Which.
            columns: From `columns.columns_of`, of all rows.
        """
        for first in range(0, len(places), _ROWS_AT_ONCE):
            some = places[first : first + _ROWS_AT_ONCE]
            for place, row in zip(some, rows_at(columns, some), strict=True):
                try:
                    self._add_one(int(place), numbers_of(case_of(row), self.asked))
                except InputError as error:
                    self._refuse(int(place), error)

    def add_weeks(
        self, columns: "Mapping[str, pd.Series[Any]]", groups: "np.typing.NDArray[np.intp]"
    ) -> None:
        """
        Fill in rows that are days of weeks.

        Args:
            columns: From `columns.columns_of`.
            groups: Which week each row is of; -1 is of none.
        """
        order = np.argsort(groups, kind="stable")
        edges = np.flatnonzero(np.diff(groups[order], prepend=-2))
        for places in np.split(order, edges[1:]):
            if len(places):
                self._add_week(places, columns, is_week=bool(groups[places[0]] >= 0))

    def _add_week(
        self,
        places: "np.typing.NDArray[np.intp]",
        columns: "Mapping[str, pd.Series[Any]]",
        *,
        is_week: bool,
    ) -> None:
        """Fill in the days of one week; where one cannot be, none of them is planned."""
        if not is_week:
            remedy = "say of which week each row is"
            self._refuse_all(places, InputError("is missing", argument="week", remedy=remedy))
            return
        try:
            labels = next(iter(columns.values())).index[places]
            rows = zip(labels, rows_at(columns, places), strict=True)
            cases = [
                _case_within(row, number, label)
                for number, (label, row) in enumerate(rows, start=1)
            ]
            found = days_in_numbers(*week_of(cases), **self.asked._asdict())
        except InputError as error:
            self._refuse_all(places, error)
            return
        for place, day in zip(places, found, strict=True):
            self._add_one(int(place), day)

    def _add_days(self, start: int, days: DayRows) -> None:
        """Fill in rows by numbers."""
        end = start + len(days.balance_share)
        guard = days.people.guard
        hidden = [hidden_by(each.withheld) for each in days.people.guards]
        for name, values in days.figures.items():
            self.values[name][start:end] = values
            gone = np.array([name in names for names in hidden], dtype=bool)
            if gone.any():
                self.values[name][start:end][gone[guard]] = np.nan
        shown = np.array(["recommendation" not in names for names in hidden], dtype=bool)
        share = days.balance_share
        word = 1 * (share > balance.MAINTENANCE_SHARE) + 2 * (share < -balance.MAINTENANCE_SHARE)
        self.word[start:end] = np.where(shown[guard], word, -1)
        codes = np.array([self._code(each.withheld) for each in days.people.guards], dtype=np.int16)
        self.withheld[start:end] = codes[guard]

    def _add_one(self, place: int, found: DayInNumbers) -> None:
        """Fill in one row by its models."""
        withheld = found.person.guards.withheld
        hidden = hidden_by(withheld)
        for name, value in figures_of(found).items():
            self.values[name][place] = np.nan if name in hidden else value
        share = science.planned_share(found.figures.targets, found.figures.spent)
        word = 1 if share > balance.MAINTENANCE_SHARE else 2 * (share < -balance.MAINTENANCE_SHARE)
        self.word[place] = -1 if "recommendation" in hidden else word
        self.withheld[place] = self._code(withheld)

    def _refuse_all(self, places: "np.typing.NDArray[np.intp]", error: InputError) -> None:
        """Leave some rows out, for one reason."""
        for place in places:
            self._refuse(int(place), error)

    def _refuse(self, place: int, error: InputError) -> None:
        """Leave a row out, and say why."""
        for values in self.values.values():
            values[place] = np.nan
        self.word[place], self.withheld[place] = -1, -1
        line = str(error).splitlines()[0]
        self.refused[place] = self.refused_words.setdefault(line, len(self.refused_words))

    def _code(self, withheld: tuple[Member, ...]) -> int:
        """The place of what is withheld in the list of all that is; -1 where nothing is."""
        if not withheld:
            return -1
        return self.withheld_words.setdefault(" ".join(withheld), len(self.withheld_words))

    def frame(self, index: "pd.Index[Any]") -> pd.DataFrame:
        """All of it, as a table."""
        word = pd.Categorical.from_codes(self.word.astype(np.intp), categories=pd.Index(WORDS))
        withheld = pd.Categorical.from_codes(
            self.withheld.astype(np.intp),
            categories=pd.Index(list(self.withheld_words), dtype="str"),
        )
        columns = {
            **self.values, "recommendation": word, "withheld": withheld,
            "refused": pd.array([*self.refused_words], dtype="str").take(self.refused),
        }  # fmt: skip
        return pd.DataFrame(columns, index=index, copy=False)


def _case_within(row: Mapping[str, Any], number: int, label: Any) -> Case:
    """
    What one row of a week says.

    Raises:
        InputError: Something in it cannot be used; the line says in which of its rows, and of
            which date.
    """
    try:
        return case_of(row)
    except InputError as error:
        date = row.get("date")
        day = None if date is None else f"of {str(date)[:10]}"
        where = f"week[{number}] ({', '.join(filter(None, [f'row {label}', day]))})"
        inner = error.path or error.argument
        place = ".".join(filter(None, [where, inner]))
        raise error.within(f"week[{number}]", place=place) from None


def week_of(cases: Sequence[Case]) -> tuple[Any, ...]:
    """
    The athlete, days and goal of one week.

    Raises:
        InputError: Its rows are of several athletes, or want different things.
    """
    first = cases[0]
    for number, case in enumerate(cases, start=1):
        if (case.athlete, case.goal) != (first.athlete, first.goal):
            raise _unlike(first, case, number)
    _check_dates(cases)
    return first.athlete, Calendar(days=tuple(case.day for case in cases)), first.goal


def _unlike(first: Case, other: Case, number: int) -> InputError:
    """Why a row is not of the same week as the first, by the first column that differs."""
    pairs = ((first.athlete, other.athlete), (first.goal, other.goal))
    names = (
        name
        for one, two in pairs
        for name in type(one).model_fields
        if getattr(one, name) != getattr(two, name)
    )
    return InputError(
        f"has rows that differ in athlete or goal, the first and {number} in {next(names)}",
        argument="week",
        remedy="give each athlete a week of their own, and each body mass of a season",
    )


def _check_dates(cases: Sequence[Case]) -> None:
    """
    Hold that no two rows of a week are of one date, as in a plan file.

    Raises:
        InputError: Two are.
    """
    seen: dict[Any, int] = {}
    for number, case in enumerate(cases, start=1):
        date = case.day.date
        if date is not None and seen.setdefault(date, number) != number:
            problem = f"has {date} twice, in its rows {seen[date]} and {number}"
            remedy = "put the sessions of a date into one row"
            raise InputError(problem, argument="week", remedy=remedy)


def rows_at(
    columns: "Mapping[str, pd.Series[Any]]", places: "np.typing.NDArray[np.intp]"
) -> Sequence[Mapping[str, Any]]:
    """Some rows, each without what is empty in it."""
    rows: list[dict[str, Any]] = [{} for _ in places]
    for name, series in columns.items():
        some = series.iloc[places]
        for row, value, empty in zip(rows, some.tolist(), is_empty(some), strict=True):
            if not empty:
                row[name] = value
    return rows


@lru_cache(maxsize=256)
def hidden_by(withheld: tuple[Member, ...]) -> frozenset[str]:
    """The columns that are missing where some members of a plan are withheld."""
    paths = {**FIGURES, "recommendation": "energy.recommendation"}
    parts = [part for member in withheld for part in PARTS[member]]
    return frozenset(
        name
        for name, path in paths.items()
        if any(path == part or path.startswith(f"{part}.") for part in parts)
    )
