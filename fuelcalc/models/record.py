"""
The one validator behind every model: typed numbers, or text and quantities with units.

`Model(mass_kg=62.0)` takes canonical floats and is checked by pydantic. `Model.of(mass="62 kg")`
takes what people write; the unit mark on the field says how to read it, and pydantic's limits
on the same field say whether it may stand.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from functools import cache, partial
from operator import itemgetter
from typing import Any, ClassVar, Final, Literal, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, ValidationError
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from fuelcalc.errors import InputError, Span, UnknownKeyError, one_line, shown, together
from fuelcalc.models.marks import FromText, In
from fuelcalc.models.plain import hashable, plain
from fuelcalc.models.reading import FieldReading, NoTableError, canonical
from fuelcalc.models.refusals import (
    OTHER_WORDS,
    WANTED,
    AnswerError,
    answer,
    no_such_word,
    out_of_range,
    wrong_kind,
    wrong_length,
)
from fuelcalc.units import bare_name
from fuelcalc.units.examples import example

Made = TypeVar("Made")
READ: Final = "read"
"""The context of a validation whose values were read already: each is what its field holds."""


class Record(BaseModel):
    """A frozen model that can also be made from text with units."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        serialize_by_alias=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    also: ClassVar[Mapping[str, tuple[str, Callable[[Any, str], Any]]]] = {}
    """Other keys of a plan file: key -> (field, reader of a value and its key)."""

    is_stated: ClassVar[bool] = False
    """Whether it takes text with units wherever it is validated, and not by `of` alone."""

    other_words: ClassVar[Mapping[str, str]] = OTHER_WORDS
    """Words for a key that are no key, and the key that is meant by each."""

    def __hash__(self) -> int:
        """Two that are equal count once, whatever tables stand in them."""
        try:
            return hash(tuple(self.__dict__.values()))
        except TypeError:
            return hash(tuple(map(hashable, self.__dict__.values())))

    @classmethod
    def of(cls, /, **values: Any) -> Self:
        """
        Make one from text, quantities of any pint registry, or canonical numbers.

        A bare name (`mass`) takes an amount with its unit, a full name (`mass_kg`) a number.
        What an empty place of a table holds (not a number, not a time) is unknown.

        Raises:
            InputError: A key is unknown or given twice, an amount has no unit or the wrong
                one, or a value is outside its limits; the message is one line. The first
                mistake is the error, and `others` of it are the rest, in the order given.
        """
        try:
            return cls.from_tree(plain(values), path="")
        except InputError as error:
            raise error.of_a_call() from None

    @classmethod
    def as_meant(cls, tree: Mapping[Any, Any]) -> Mapping[Any, Any]:
        """A table in which what one key means only beside another is said in full."""
        return tree

    @classmethod
    def from_tree(cls, tree: Any, *, path: str) -> Self:
        """
        Make one from nested dicts and lists, as a plan file holds them.

        Args:
            tree: A mapping, or a finished model.
            path: What its keys begin with in an error: "athlete.", or "" for the whole file.

        Raises:
            InputError: Something in it cannot be used; every mistake is in the error.
        """
        if isinstance(tree, cls):
            return tree
        within = path.rstrip(".")
        if not isinstance(tree, Mapping):
            raise InputError(
                "is not a table",
                argument=within.rpartition(".")[2].partition("[")[0] or cls.__name__.lower(),
                value=tree,
                quote=shown(tree),
                path=within,
                remedy=f"write keys such as {', '.join(known_keys(cls)[:3])}",
            )

        # Not by the constructor, whose error has forgotten how each value was written.
        validate = partial(
            cls.__pydantic_validator__.validate_python,
            self_instance=cls.__new__(cls),
            context=READ,
        )
        try:
            made: Self = TreeReading(cls, tree).made(validate)
        except InputError as error:
            raise error.within(within) from None
        return made

    @classmethod
    def read_key(cls, key: Any, value: Any) -> tuple[str, Any]:
        """
        Turn one key and its value into a field's name and its canonical value.

        Raises:
            InputError: The key is unknown, or the value cannot be read.
        """
        if key in cls.also:
            name, read = cls.also[key]
            return name, None if value is None else read(value, key)
        reading = _readings(cls).get(key)
        if reading is None:
            name = key if isinstance(key, str) else shown(key)
            instead = None if key in _spellings(cls) else answer(key)
            if instead is not None:
                raise AnswerError(instead[0], argument=name, remedy=instead[1])
            known = known_keys(cls)
            raise UnknownKeyError(
                argument=name, value=value, allowed=known, spellings=_spellings(cls)
            )
        return reading.name, canonical(reading, key, value)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Its JSON Schema, each property with what it is and its unit, and what may be written."""
        # The words are wanted where a schema is, and nowhere else.
        from fuelcalc.models.shape import describe, table_of

        schema = handler(core_schema)
        shape = handler.resolve_ref_schema(schema)
        if cls.is_stated and handler.mode == "validation":
            table = table_of(cls, readings(cls), shape, is_null_unknown=True)
            shape.pop("required", None)
            shape.update(table)
        describe(cls, shape, readings(cls))
        return schema

    @classmethod
    def remedy_for(cls, reading: FieldReading) -> str:
        """What to write for a field that must be there."""
        if reading.unit is not None:
            return example(reading.unit)
        options = [
            one for one in get_args(cls.model_fields[reading.name].annotation)
            if isinstance(one, str)
        ]  # fmt: skip
        return f"write one of: {', '.join(options)}" if options else "write a whole number"


class TreeReading:
    """One table as it is read: values by field, and all that is wrong with the others."""

    def __init__(self, cls: type[Record], tree: Mapping[Any, Any]) -> None:
        """Read every key, whatever is wrong with those before it."""
        tree = cls.as_meant(tree)
        self.cls = cls
        self.values: dict[str, Any] = {}
        self.typed: dict[Any, tuple[int, Any, Any]] = {}
        """Where the first key for a field stands, how it is spelled, and what was written."""
        self.mistakes: list[tuple[int, InputError]] = []
        self.end = len(tree)
        for place, (key, value) in enumerate(tree.items()):
            if len(self.mistakes) >= _MOST_MISTAKES:
                problem = f"{self.end - place} more keys, which were not read"
                self.mistakes.append((place, InputError(problem)))
                break
            self._read(place, key, value)

    def _read(self, place: int, key: Any, value: Any) -> None:
        """Keep a value, or what is wrong with it."""
        try:
            name, read = self.cls.read_key(key, value)
        except InputError as error:
            # Without its traceback, which would keep alive all that was read on the way.
            self.mistakes.append((place, error.with_traceback(None)))
            self.typed.setdefault(field_of(self.cls, key), (place, key, value))
            return
        if read is None:
            return
        if name in self.typed:
            first = self.typed[name][1]
            problem = f"given twice, as {first} and as {key}"
            twice = InputError(problem, argument=first, value=value, quote="", remedy="keep one")
            self.mistakes.append((place, twice))
            return
        self.values[name], self.typed[name] = read, (place, key, value)

    def made(self, validate: Callable[[dict[str, Any]], Made]) -> Made:
        """
        What its values make.

        Args:
            validate: The model's own check of the values.

        Raises:
            InputError: Something in it cannot be used; every mistake is in the error.
        """
        try:
            made = validate(self.values)
        except ValidationError as error:
            self.add(error)
        if self.mistakes:
            raise self.error()
        return made

    def add(self, error: ValidationError) -> None:
        """Add what the model itself refuses."""
        is_read = not self.mistakes
        absent = self._meant() | self.typed.keys()
        for number, refusal in enumerate(error.errors(include_url=False)):
            if not refusal["loc"]:
                # What the fields say together cannot be judged before each can be read.
                self.mistakes += [(self.end, _raised(refusal))] if is_read else []
                continue
            reading = _readings(self.cls)[str(refusal["loc"][0])]
            if refusal["type"] == "missing" and reading.name in absent:
                continue
            last = (self.end + number, reading.bare, None)
            place, key, raw = self.typed.get(reading.name, last)
            self.mistakes.append((place, _mistake(refusal, self.cls, reading, raw).named(key)))

    def _meant(self) -> frozenset[str]:
        """The fields that misspelled keys were probably meant for, so that none is missed twice."""
        unknown = [mistake for _, mistake in self.mistakes if isinstance(mistake, UnknownKeyError)]
        meant = (mistake.meant for mistake in unknown[:_MOST_MISSPELLED])
        return frozenset(field_of(self.cls, key) for key in meant if key is not None)

    def error(self) -> InputError:
        """Everything that is wrong, as it stands in the file; what is missing comes last."""
        return together(one for _, one in sorted(self.mistakes, key=itemgetter(0)))


# Each takes a search through all keys, and a hostile file may have a hundred thousand.
_MOST_MISSPELLED = 20
# Nobody reads on; each mistake is copied on its way up, and a file may hold 150,000.
_MOST_MISTAKES = 20_000


def _leaves(annotation: Any) -> Iterable[Any]:
    """Every type inside an annotation, outermost first."""
    yield annotation
    for inner in get_args(annotation):
        yield from _leaves(inner)


@cache
def _readings(cls: type[Record]) -> Mapping[str, FieldReading]:
    """Every key that `of` takes, typed and bare."""
    result: dict[str, FieldReading] = {}
    for name, info in cls.model_fields.items():
        reading = _reading(name, info)
        result[name] = reading
        result[reading.bare] = reading
    return result


def _reading(name: str, info: FieldInfo) -> FieldReading:
    """What `of` has to know about one field."""
    leaves = list(_leaves(info.annotation))
    unit = next((mark.suffix for mark in info.metadata if isinstance(mark, In)), None)
    classes = [leaf for leaf in leaves if isinstance(leaf, type)]
    low = next((mark.ge for mark in info.metadata if hasattr(mark, "ge")), None)
    high = next((mark.le for mark in info.metadata if hasattr(mark, "le")), None)
    return FieldReading(
        name=name,
        bare=bare_name(name) if unit else name,
        unit=unit,
        within=None if low is None or high is None else (low, high),
        from_text=next((mark for mark in info.metadata if isinstance(mark, FromText)), None),
        record=next((leaf for leaf in classes if issubclass(leaf, Record)), None),
        many=any(get_origin(leaf) is tuple for leaf in leaves),
        kind=next((leaf for leaf in classes if leaf in {time, date}), None),
        whole=next((leaf for leaf in classes if leaf in {bool, int}), None),
    )


def readings(cls: type[Record]) -> tuple[FieldReading, ...]:
    """How `of` reads each field, in order."""
    return tuple(_readings(cls)[name] for name in cls.model_fields)


def field_of(cls: type[Record], key: str) -> str:
    """The field that a key of a plan file means; an unknown key stays as it is."""
    if key in cls.also:
        return cls.also[key][0]
    reading = _readings(cls).get(key)
    return key if reading is None else reading.name


@cache
def known_keys(cls: type[Record]) -> tuple[str, ...]:
    """The keys that a plan file may use in a table of this model, bare names first."""
    bare = [reading.bare for reading in _readings(cls).values()]
    return tuple(dict.fromkeys([*bare, *cls.also]))


@cache
def _spellings(cls: type[Record]) -> Mapping[str, str]:
    """The known keys and the words for them that are none, each with the key that is meant."""
    known = {key: key for key in known_keys(cls)}
    return known | {word: key for word, key in cls.other_words.items() if key in known}


def _raised(refusal: Any) -> InputError:
    """What a check raised, as it is or by its words."""
    error = refusal["ctx"]["error"]
    return error if isinstance(error, InputError) else InputError(one_line(str(error)))


def _mistake(refusal: Any, cls: type[Record], reading: FieldReading, raw: Any) -> InputError:
    """Say what is wrong with the value of one field, and what to write."""
    value, kind = refusal["input"], refusal["type"]
    if kind == "missing":
        is_table = reading.record is not None
        told = {} if is_table else {"remedy": cls.remedy_for(reading)}
        return (NoTableError if is_table else InputError)("missing", argument=reading.bare, **told)
    if kind == "value_error":
        return _raised(refusal)
    if kind == "literal_error":
        leaves = _leaves(cls.model_fields[reading.name].annotation)
        words = next(get_args(leaf) for leaf in leaves if get_origin(leaf) is Literal)
        return no_such_word(value, words)
    if kind in WANTED:
        return wrong_kind(value, kind)
    if kind in {"too_short", "too_long", "string_too_short", "string_too_long"}:
        return wrong_length(value, refusal["ctx"])
    low, high = reading.within or (None, None)
    return out_of_range(value, raw, Span(low, high, reading.unit))
