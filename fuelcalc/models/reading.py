"""How a value that somebody wrote becomes what a field holds."""

from collections.abc import Callable, Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any, NamedTuple

from fuelcalc.errors import InputError, shown, together
from fuelcalc.models.marks import FromText
from fuelcalc.models.plain import plain_number
from fuelcalc.models.text import date_from
from fuelcalc.units import parse_amount, parse_clock

if TYPE_CHECKING:
    from fuelcalc.models.record import Record


class FieldReading(NamedTuple):
    """What `of` knows about a field."""

    name: str
    bare: str
    unit: str | None
    within: tuple[float, float] | None
    from_text: FromText | None
    record: "type[Record] | None"
    many: bool
    kind: type | None
    whole: type | None = None
    """`int` or `bool` where the field holds a whole number, or yes and no."""


def canonical(reading: FieldReading, key: str, value: Any) -> Any:
    """Read a value into what the field stores."""
    value = _whole(reading, plain_number(value))
    if value is None:
        return None
    if reading.unit is not None:
        bare = key == reading.bare or not isinstance(value, int | float)
        unit, within = reading.unit, reading.within
        return parse_amount(value, unit, name=key, within=within) if bare else value
    if reading.record is not None:
        return _records(reading.record, reading, value, key)
    if reading.kind is time:
        return _each(reading, value, key, lambda text: parse_clock(text, name=key))
    if reading.kind is date:
        return date_from(value, key)
    return _each(reading, value, key, plain_number)


def _whole(reading: FieldReading, value: Any) -> Any:
    """A whole number where a field takes no other: a column with an empty place holds floats."""
    if reading.whole is None or not isinstance(value, float) or not value.is_integer():
        return value
    return reading.whole(value) if reading.whole is int or value in {0.0, 1.0} else value


def _from_text(mark: FromText | None, value: Any, key: str) -> Any:
    """One line of text as a table, with an example when it cannot be; else the value itself."""
    if mark is None or not isinstance(value, str):
        return value
    try:
        return mark.read(value)
    except InputError as error:
        # The line quotes the text already, and says where in the file it stands.
        where = " ".join(filter(None, ["cannot be read", getattr(error, "at", "")]))
        said = f"{where}: {error.problem}" if mark.tells else "cannot be read"
        remedy = error.remedy if mark.tells else f'write "{mark.example}"'
        raise InputError(said, argument=key, value=value, path=key, remedy=remedy) from None


class NoTableError(InputError):
    """A table that must be there; how it is written depends on who writes it."""

    @property
    def remedy(self) -> str:
        """What stands in it, under its header or its name."""
        header = self.argument if self.is_call else f"[{self.argument}]"
        return f"write {header} with sex, age, mass and height"


class _NoListError(InputError):
    """A value where a list of tables belongs; what to write depends on who wrote it, and where."""

    @property
    def remedy(self) -> str:
        """The header of such a table, as TOML writes it, or a list of Python and JSON."""
        if self.is_call:
            return "write a list of tables, [{...}]"
        header = "".join(char for char in self.path if char not in "[]0123456789")
        return f"write [[{header}]] tables"


def _records(record: "type[Record]", reading: FieldReading, value: Any, key: str) -> Any:
    """Read one model, or a list of them."""
    if not reading.many:
        tree = _from_text(reading.from_text, value, key)
        return record.from_tree(tree, path=f"{key}.")
    if not isinstance(value, list | tuple):
        if reading.from_text is not None and isinstance(value, str):
            remedy = f"write [{shown(value)}]"
            raise InputError("is not a list", argument=key, value=value, remedy=remedy)
        raise _NoListError("is not a list", argument=key, value=value)

    def read(numbered: tuple[str, Any]) -> "Record":
        tree = _from_text(reading.from_text, numbered[1], numbered[0])
        return record.from_tree(tree, path=f"{numbered[0]}.")

    return _all(read, ((f"{key}[{place}]", one) for place, one in enumerate(value, start=1)))


def _each(reading: FieldReading, value: Any, key: str, read: Callable[[Any], Any]) -> Any:
    """Apply *read* to a value, or to each of a list."""
    if not reading.many:
        return read(value)
    if not isinstance(value, list | tuple):
        remedy = f"write [{shown(value)}]" if isinstance(value, str) else None
        raise InputError("is not a list", argument=key, value=value, remedy=remedy)
    return _all(read, value)


def _all(read: Callable[[Any], Any], items: Iterable[Any]) -> tuple[Any, ...]:
    """Every item read, or every mistake in them."""
    found: list[Any] = []
    mistakes: list[InputError] = []
    for item in items:
        try:
            found.append(read(item))
        except InputError as error:
            mistakes.append(error)
    if mistakes:
        raise together(mistakes)
    return tuple(found)
