"""
The one validator behind every model: typed numbers, or text and quantities with units.

`Model(mass_kg=62.0)` takes canonical floats and is checked by pydantic. `Model.of(mass="62 kg")`
takes what people write; the unit mark on the field says how to read it, and pydantic's limits
on the same field say whether it may stand.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from numbers import Integral, Real
from typing import Annotated, Any, ClassVar, NamedTuple, Self, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
)
from pydantic.fields import FieldInfo

from fuelcalc.errors import InputError
from fuelcalc.models.refusals import (
    LONGEST_TEXT,
    not_one_of,
    one_line,
    out_of_range,
    shown,
    unknown_key,
    wrong_length,
)
from fuelcalc.units import bare_name, parse_amount, parse_clock
from fuelcalc.units.wording import example

FIRST_DATE, LAST_DATE = date(1900, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class In:
    """The unit that a field is stored in, as a suffix of `units.SUFFIXES`."""

    suffix: str


@dataclass(frozen=True, slots=True)
class FromText:
    """How a field that holds a model reads one line of text: a function from text to a tree."""

    read: Callable[[str], Any]
    example: str


def _printable(text: str) -> str:
    """Hold that a text can go on paper and into a terminal."""
    # Bidirectional overrides would let a name rewrite the rest of its line.
    if any(unicodedata.category(c) in _UNPRINTED or c in _OVERRIDES for c in text):
        raise ValueError(f"{shown(text)} holds a character that cannot be printed; leave it out")
    return text


def _of_no_zone(clock: time) -> time:
    """Hold that a time of day is the athlete's own clock."""
    if clock.tzinfo is not None:
        raise ValueError("a time of day has no time zone; write the local time, such as 06:30")
    return clock


_UNPRINTED = frozenset({"Cc", "Cs", "Zl", "Zp"})
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_printable)]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_printable)]
TimeOfDay = Annotated[
    time,
    AfterValidator(_of_no_zone),
    PlainSerializer(lambda clock: clock.strftime("%H:%M"), when_used="json"),
]


class Reading(NamedTuple):
    """What `of` knows about a field."""

    name: str
    bare: str
    unit: str | None
    from_text: FromText | None
    record: "type[Record] | None"
    many: bool
    kind: type | None


class Record(BaseModel):
    """A frozen model that can also be made from text with units."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    also: ClassVar[Mapping[str, tuple[str, Callable[[Any, str], Any]]]] = {}
    """Other keys of a plan file: key -> (field, reader of a value and its place)."""

    @classmethod
    def of(cls, /, **values: Any) -> Self:
        """
        Make one from text, quantities of any pint registry, or canonical numbers.

        A bare name (`mass`) takes an amount with its unit, a full name (`mass_kg`) a number.

        Raises:
            InputError: A key is unknown or given twice, an amount has no unit or the wrong
                one, or a value is outside its limits; the message is one line.
        """
        return cls.from_tree(values, path="")

    @classmethod
    def from_tree(cls, tree: Any, *, path: str) -> Self:
        """Make one from nested dicts and lists, as a plan file holds them; *path* is for errors."""
        if isinstance(tree, cls):
            return tree
        if not isinstance(tree, Mapping):
            where = path.rstrip(".") or cls.__name__.lower()
            keys = ", ".join(known_keys(cls)[:3])
            raise InputError(f"{where}: {shown(tree)} is not a table; write keys such as {keys}")
        found: dict[str, Any] = {}
        typed: dict[str, tuple[str, Any]] = {}
        for key, value in tree.items():
            name, read = cls._read(key, value, path=path)
            if read is None:
                continue
            if name in found:
                first = typed[name][0]
                raise InputError(f"{path}{first}: given twice, as {first} and as {key}; keep one")
            found[name], typed[name] = read, (key, value)
        try:
            return cls(**found)
        except ValidationError as error:
            raise InputError(_one_line(error, cls, path, typed)) from None

    @classmethod
    def _read(cls, key: Any, value: Any, *, path: str) -> tuple[str, Any]:
        """Turn one key and its value into a field's name and its canonical value."""
        where = f"{path}{key}" if isinstance(key, str) else f"{path}{shown(key)}"
        reading = _readings(cls).get(key) if isinstance(key, str) else None
        if key in cls.also:
            name, read = cls.also[key]
            return name, None if value is None else read(value, where)
        if reading is None:
            raise InputError(unknown_key(key, where, known_keys(cls)))
        return reading.name, _canonical(reading, key, value, where)


def _canonical(reading: Reading, key: str, value: Any, where: str) -> Any:
    """Read a value into what the field stores."""
    if value is None:
        return None
    value = _plain(value)
    if reading.unit is not None:
        bare = key == reading.bare or not isinstance(value, int | float)
        return parse_amount(value, reading.unit, name=where) if bare else value
    if reading.from_text is not None and isinstance(value, str):
        value = _from_text(reading.from_text, value, where)
    if reading.record is not None:
        return _records(reading, value, where)
    if reading.kind is time:
        return _each(reading, value, where, lambda one: parse_clock(one, name=where))
    if reading.kind is date:
        return _date(value, where)
    return _each(reading, value, where, _plain)


def _plain(value: Any) -> Any:
    """A number of another library, such as one out of an array, as Python's own."""
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else value


def _from_text(mark: FromText, text: str, where: str) -> Any:
    """One line of text as a table, with an example when it cannot be."""
    try:
        return mark.read(text)
    except InputError:
        remedy = f'write "{mark.example}"'
        raise InputError(f"{where}: {shown(text)} cannot be read; {remedy}") from None


def _records(reading: Reading, value: Any, where: str) -> Any:
    """Read one model, or a list of them."""
    record = reading.record
    assert record is not None  # noqa: S101 - the caller looked
    if not reading.many:
        return record.from_tree(value, path=f"{where}.")
    if not isinstance(value, list | tuple):
        table = "".join(part for part in where if part not in "[]0123456789")
        raise InputError(f"{where}: {shown(value)} is not a list; write [[{table}]] tables")
    return tuple(
        record.from_tree(one, path=f"{where}[{number}].")
        for number, one in enumerate(value, start=1)
    )


def _each(reading: Reading, value: Any, where: str, read: Callable[[Any], Any]) -> Any:
    """Apply *read* to a value, or to each of a list."""
    if not reading.many:
        return read(value)
    if not isinstance(value, list | tuple):
        remedy = f"; write [{shown(value)}]" if isinstance(value, str) else ""
        raise InputError(f"{where}: {shown(value)} is not a list{remedy}")
    return tuple(read(one) for one in value)


def _date(value: Any, where: str) -> date:
    """A date, from itself or from text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value.strip())
    except (AttributeError, ValueError):
        remedy = "write it as year-month-day, such as 2026-11-26"
        raise InputError(f"{where}: {shown(value)} is not a date; {remedy}") from None


def _leaves(annotation: Any) -> Iterable[Any]:
    """Every type inside an annotation, outermost first."""
    yield annotation
    for inner in get_args(annotation):
        yield from _leaves(inner)


@cache
def _readings(cls: type[Record]) -> Mapping[str, Reading]:
    """Every key that `of` takes, typed and bare."""
    result: dict[str, Reading] = {}
    for name, info in cls.model_fields.items():
        reading = _reading(name, info)
        result[name] = reading
        result[reading.bare] = reading
    return result


def _reading(name: str, info: FieldInfo) -> Reading:
    """What `of` has to know about one field."""
    leaves = list(_leaves(info.annotation))
    unit = next((mark.suffix for mark in info.metadata if isinstance(mark, In)), None)
    classes = [leaf for leaf in leaves if isinstance(leaf, type)]
    return Reading(
        name=name,
        bare=bare_name(name) if unit else name,
        unit=unit,
        from_text=next((mark for mark in info.metadata if isinstance(mark, FromText)), None),
        record=next((leaf for leaf in classes if issubclass(leaf, Record)), None),
        many=any(get_origin(leaf) is tuple for leaf in leaves),
        kind=next((leaf for leaf in classes if leaf in {time, date}), None),
    )


def readings(cls: type[Record]) -> tuple[Reading, ...]:
    """How `of` reads each field, in order."""
    return tuple(_readings(cls)[name] for name in cls.model_fields)


def field_of(cls: type[Record], key: str) -> str:
    """The field that a key of a plan file means; an unknown key stays as it is."""
    if key in cls.also:
        return cls.also[key][0]
    reading = _readings(cls).get(key)
    return key if reading is None else reading.name


def known_keys(cls: type[Record]) -> tuple[str, ...]:
    """The keys that a plan file may use in a table of this model, bare names first."""
    bare = [reading.bare for reading in _readings(cls).values()]
    return tuple(dict.fromkeys([*bare, *cls.also]))


def _one_line(
    error: ValidationError, cls: type[Record], path: str, typed: Mapping[str, tuple[str, Any]]
) -> str:
    """Turn pydantic's first error into one line: name, value, limit, remedy."""
    first = error.errors(include_url=False)[0]
    if not first["loc"]:
        place = path.rstrip(".")
        message = one_line(str(first["ctx"]["error"]))
        return f"{place}: {message}" if place else message
    reading = _readings(cls)[str(first["loc"][0])]
    key, raw = typed.get(reading.name, (reading.bare, None))
    return f"{path}{key}: {_problem(first, cls, reading, raw)}"


def _problem(first: Any, cls: type[Record], reading: Reading, raw: Any) -> str:
    """Say what is wrong with the value of one field, and what to write."""
    value, kind = first["input"], first["type"]
    if kind == "missing":
        return f"missing; {_remedy(cls, reading)}"
    if kind == "value_error":
        return one_line(str(first["ctx"]["error"]))
    if kind == "literal_error":
        return not_one_of(value, first["ctx"]["expected"])
    if kind in _WANTED:
        wanted, remedy = _WANTED[kind]
        quotes = " without quotes" if isinstance(value, str) else ""
        return f"{shown(value)} is not {wanted}; write {remedy}{quotes}"
    if kind in {"too_short", "too_long", "string_too_short", "string_too_long"}:
        return wrong_length(value, first["ctx"])
    return out_of_range(value, reading.unit, raw, _limits(cls, reading.name))


_WANTED = {
    "float_type": ("a number", "a number"),
    "finite_number": ("a finite number", "a number"),
    "int_type": ("a whole number", "a number such as 3"),
    "bool_type": ("true or false", "true or false"),
    "string_type": ("text", "text in quotes"),
    "string_unicode": ("text", "other characters"),
}


def _remedy(cls: type[Record], reading: Reading) -> str:
    """What to write for a field that must be there."""
    if reading.unit is not None:
        return example(reading.unit)
    if reading.record is not None:
        return f"write [{reading.bare}] with sex, age, mass and height"
    options = get_args(cls.model_fields[reading.name].annotation)
    return f"write one of: {', '.join(options)}" if options else "write a whole number"


def _limits(cls: type[Record], name: str) -> tuple[Any, Any]:
    """The least and the most that a field may hold, from its own marks."""
    marks = cls.model_fields[name].metadata
    low = next(mark.ge for mark in marks if hasattr(mark, "ge"))
    high = next(mark.le for mark in marks if hasattr(mark, "le"))
    return low, high
