"""
Body mass and intake from any table with a date: Cronometer, MyFitnessPal, Withings and others.

A column of mass names its unit, or the caller does; one of energy does, and "Calories" is kcal.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.moments import local_moment
from fuelcalc.importers.activities.source import (
    NO_MASS_UNIT,
    YES,
    ActivityFile,
    FileFinding,
    is_body_mass,
)
from fuelcalc.importers.activities.table import CsvRow, CsvTable, decimal_from, header_of, twins
from fuelcalc.importers.activities.workouts import kg_per
from fuelcalc.importers.log_numbers import decimal_mark, number_of
from fuelcalc.models.found import LogReading, Refused
from fuelcalc.units.conversion import scaled

FORMAT: Final = "log"
DATES: Final = frozenset({"date", "day", "#date", "datum", "fecha", "data"})
"""What the column of dates is called."""

_MASS: Final = re.compile(
    r"(?:scale |body[ _]?)?(?:weight|mass)(?: ?[(\[]\w+[)\]]|[ _](?:kg|lb|kilogram|pound)s?)?",
    re.IGNORECASE,
)
_ENERGY: Final = re.compile(
    r"(?:energy|calories|intake)(?: ?[(\[](?:kcal|kj)[)\]]|[ _](?:kcal|kj))?|kcal|kilojoules",
    re.IGNORECASE,
)
# The unit of a head, in brackets or as its last word; and that of a cell, behind its number.
_HEAD_UNIT: Final = re.compile(r".*?([A-Za-z]+)[)\]]?")
_CELL_UNIT: Final = re.compile(r"(.*\d)\s*([A-Za-z]+)\.?")
# Tables of what was trained or spent, whose energies nobody ate.
_NOT_EATEN: Final = frozenset(
    {
        "exercise", "exercise name", "exercise calories", "activity type", "activity", "steps",
        "expenditure", "sport",
    }
)  # fmt: skip
# Beside a distance, a pace or a heart rate the calories were spent, in whatever language.
_TRAINED: Final = re.compile(
    r"dist[aâ]n|dystans|távolság|afstand|avstånd|\bpace|tempo|heart|card[ií]a|\bpuls|herzfreq"
    r"|\bhr\b|bpm|elevation|ascent|cad[eê]nc|moving time|elapsed",
    re.IGNORECASE,
)
_KCAL_PER: Final = {
    "kcal": 1.0, "calories": 1.0, "cal": 1.0,
    **dict.fromkeys(("kj", "kilojoules"), scaled(1.0, "kJ", "kcal")),
}  # fmt: skip
_EMPTY: Final = frozenset({"", "-", "--", "–", "—", "n/a", "na", "nan", "null", "none"})
_NO: Final = frozenset({"false", "0", "no"})
# Columns that say whether a row counts.
_MARKS: Final = frozenset({"completed", "deleted", "meal"})
_SUMS: Final = frozenset({"totals", "total"})
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\D.*)?")


def _find(
    header: Sequence[str], pattern: re.Pattern[str], has_unit: Callable[[str], bool]
) -> str | None:
    """The first column of a kind that names its unit, else the first."""
    found = [name for name in header if pattern.fullmatch(name)]
    return next((name for name in found if has_unit(name)), found[0] if found else None)


def identify(head: bytes) -> bool:
    """
    Whether a file is such a table.

    >>> identify(b"Date,Weight (kg),Comments"), identify(b"Date,Exercise,Calories")
    (True, False)
    >>> identify(b"Date,Distance,Calories,Avg HR")
    False
    """
    return is_log(header_of(head))


def is_log(header: Sequence[str], *, is_mixed: bool = False) -> bool:
    """
    Whether columns of these names hold dates with body masses or energies eaten.

    Args:
        header: The names.
        is_mixed: Whether other columns may be of what was trained or spent.
    """
    words = {name.casefold() for name in header}
    is_dated = not DATES.isdisjoint(words)
    has_mass = any(map(_MASS.fullmatch, header))
    has_eaten = any(_is_eaten(name, header) for name in header)
    return is_dated and (has_mass or has_eaten) and (is_mixed or _NOT_EATEN.isdisjoint(words))


def _is_eaten(name: str, header: Sequence[str]) -> bool:
    """Whether a column is of what was eaten: beside what was trained it has to say so."""
    if _ENERGY.fullmatch(name) is None:
        return False
    return name.casefold().startswith("intake") or not any(map(_TRAINED.search, header))


class DatedTable(Protocol):
    """A table, whatever kind of file it stands in."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""
        ...

    def place(self, name: str, /) -> int | None:
        """Which column has a name."""
        ...

    def rows(self) -> Iterator[CsvRow]:
        """Each row below the header."""
        ...

    @property
    def mark(self) -> str | None:
        """What stands before decimals in such a file, where its kind tells."""
        ...


class _Dates:
    """The dates of a column, whose order of day and month only the whole column tells."""

    def __init__(self, texts: Sequence[str], *, is_american: bool) -> None:
        pairs = [(int(m[1]), int(m[2])) for text in texts if (m := _SLASHED.fullmatch(text))]
        is_day_first = any(first > 12 for first, _ in pairs)
        is_month_first = any(second > 12 for _, second in pairs)
        self.is_month_first = is_month_first or (is_american and not is_day_first)
        self.is_open = bool(pairs) and not (is_day_first or self.is_month_first)

    def read(self, text: str) -> dt.datetime | None:
        """A date, with its time where it has one."""
        slashed = _SLASHED.fullmatch(text)
        if slashed is not None and not self.is_open:
            first, second, year = (int(part) for part in slashed.groups())
            month, day = (first, second) if self.is_month_first else (second, first)
            try:
                return dt.datetime.combine(dt.date(year, month, day), dt.time())
            except ValueError:
                return None
        return local_moment(text) or local_moment(f"{text} 00:00")


@dataclass(frozen=True, slots=True)
class _LogColumns:
    """Where everything stands, and what one of each unit is."""

    date: int | None
    mass: int | None
    each_kg: float | None
    energy: int | None
    each_kcal: float | None
    complete: int | None
    deleted: int | None
    meal: int | None

    @classmethod
    def of(cls, table: "DatedTable", mass_unit: str | None) -> "_LogColumns":
        """
        Those of a table.

        Raises:
            InputError: Two of them have one name.
        """
        words = {name.casefold(): place for place, name in reversed(list(enumerate(table.header)))}
        mass = _find(table.header, _MASS, lambda name: kg_per(_unit_of(name)) is not None)
        eaten = [name for name in table.header if _is_eaten(name, table.header)]
        energy = _find(eaten, _ENERGY, lambda name: _unit_of(name) in _KCAL_PER)
        used = {*DATES, *_MARKS, *(name.casefold() for name in (mass, energy) if name is not None)}
        counts = Counter(name.casefold() for name in table.header)
        twice = next((name for name in table.header if counts[name.casefold()] > 1
                      and name.casefold() in used), None)  # fmt: skip
        if twice is not None:
            raise twins(twice)
        return cls(
            date=next((place for word, place in words.items() if word in DATES), None),
            mass=None if mass is None else table.place(mass),
            each_kg=kg_per(_unit_of(mass)) or kg_per(mass_unit),
            energy=None if energy is None else table.place(energy),
            each_kcal=_KCAL_PER.get(_unit_of(energy)),
            complete=words.get("completed"),
            deleted=words.get("deleted"),
            meal=words.get("meal"),
        )

    def mass_kg(self, row: CsvRow, mark: str | None) -> float | None:
        """
        The body mass of a row, by the unit of its cell or else of its column.

        Raises:
            InputError: It is none, or may be two.
        """
        number, unit = _parted(row.cell(self.mass))
        each_kg = kg_per(unit) if unit else self.each_kg
        return _amount(number, "mass_kg", mark, each_kg, has_unit=bool(unit))

    def kcal(self, row: CsvRow, mark: str | None) -> float | None:
        """
        What a row says was eaten; what a meal called exercise gives back is none.

        Raises:
            InputError: It is none, or may be two.
        """
        number, unit = _parted(row.cell(self.energy))
        each_kcal = _KCAL_PER.get(unit.casefold()) if unit else self.each_kcal
        value = _amount(number, "intake_kcal", mark, each_kcal, has_unit=bool(unit))
        is_exercise = row.cell(self.meal).casefold() == "exercise"
        return None if value is None or value < 0.0 or is_exercise else value

    def is_passed(self, row: CsvRow) -> bool:
        """Whether a row sums up others, or was taken back."""
        is_sum = row.cell(self.date).casefold() in _SUMS
        return is_sum or row.cell(self.deleted).casefold() in YES


def _unit_of(head: str | None) -> str:
    """The unit that a column names; its last word where it names none."""
    found = _HEAD_UNIT.fullmatch(head or "")
    return "" if found is None else found[1].casefold()


def _parted(cell: str) -> tuple[str, str]:
    """
    The number of a cell, and the unit behind it; "" where it has none.

    >>> _parted("71.2 kg"), _parted("2,500")
    (('71.2', 'kg'), ('2,500', ''))
    """
    if cell.casefold() in _EMPTY:
        return "", ""
    found = _CELL_UNIT.fullmatch(cell)
    return (cell, "") if found is None else (found[1], found[2])


def _amount(
    number: str, name: str, mark: str | None, each: float | None, *, has_unit: bool
) -> float | None:
    """
    A number times what one of its unit is; None where there is none, or its unit is not known.

    Raises:
        InputError: It is no number, has a unit of something else, or may be two.
    """
    if not number:
        return None
    value = _number(number, name, mark)
    if value is None or (each is None and has_unit):
        raise InputError(f"no number with a unit of {name.partition('_')[0]}")
    return None if each is None else value * each


def _number(cell: str, name: str, mark: str | None) -> float | None:
    """A number by the mark that its file has before decimals; None where the cell is none."""
    value = decimal_from(cell)
    # A point and a comma tell by themselves which of them parts thousands.
    if value is None or ("," in cell and "." in cell):
        return value
    return number_of(cell, name, mark=mark)


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each row with a body mass or an energy.

    Raises:
        InputError: The table breaks off.
    """
    yield from readings(source, CsvTable(source))


def readings(source: ActivityFile, table: "DatedTable") -> Iterator[FileFinding]:
    """
    Each row of a table with a body mass or an energy.

    Raises:
        InputError: The table breaks off.
    """
    places = _LogColumns.of(table, source.hints.mass_unit)
    rows = [row for row in table.rows() if not places.is_passed(row)]
    is_american = places.meal is not None or places.deleted is not None
    dates = _Dates([row.cell(places.date) for row in rows], is_american=is_american)
    if dates.is_open:
        why = "day or month first? no date of it tells; write them as 2026-11-26"
        yield source.refusal("", why)
        return
    if places.energy is None and any(map(_ENERGY.fullmatch, table.header)):
        why = "energies beside what was trained are left out; call what was eaten Intake (kcal)"
        yield source.refusal("", why)
    yield from _without_unit(source, places, rows)
    cells = (
        [_parted(row.cell(place))[0] for row in rows] for place in (places.mass, places.energy)
    )
    mark = decimal_mark(*cells) or table.mark
    for row in rows:
        yield from _readings(source, row, places, dates, mark)


def _without_unit(
    source: ActivityFile, places: _LogColumns, rows: Sequence[CsvRow]
) -> Iterator[Refused]:
    """A line for each column that has numbers, and no unit with them or in its head."""
    for place, each, why in (
        (
            places.mass,
            places.each_kg,
            NO_MASS_UNIT,
        ),
        (
            places.energy,
            places.each_kcal,
            "energies have no unit and are left out; call the column Energy (kcal) or (kJ)",
        ),
    ):
        bare = (number and not unit for number, unit in (_parted(row.cell(place)) for row in rows))
        if place is not None and each is None and any(bare):
            yield source.refusal("", why)


def _readings(
    source: ActivityFile, row: CsvRow, places: _LogColumns, dates: _Dates, mark: str | None
) -> Iterator[FileFinding]:
    """What a row holds."""
    moment = dates.read(row.cell(places.date))
    if moment is None:
        yield source.no_date(row.where, row.cell(places.date))
        return
    clock = moment.time() if moment.time() != dt.time() else None
    found: dict[str, float | None] = {}
    for name, value_in in (("mass_kg", places.mass_kg), ("intake_kcal", places.kcal)):
        try:
            found[name] = value_in(row, mark)
        except InputError as error:
            yield source.refused_reading(row.where, str(error))
    mass_kg, kcal = found.get("mass_kg"), found.get("intake_kcal")
    if mass_kg is not None and not is_body_mass(mass_kg):
        yield source.no_mass(row.where, mass_kg)
        mass_kg = None
    if mass_kg is not None or kcal is not None:
        is_complete = row.cell(places.complete).casefold() not in _NO
        yield LogReading(
            source.origin(FORMAT), moment.date(), clock, mass_kg, kcal, complete=is_complete
        )
