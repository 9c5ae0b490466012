"""What somebody states, rather than what was worked out: from wherever it comes, and checked."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from pydantic import GetJsonSchemaHandler, ValidationError, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from fuelcalc.errors import InputError, shown
from fuelcalc.models.plain import is_unknown, plain
from fuelcalc.models.record import Record, field_of, read_table, readings, refused
from fuelcalc.units import SUFFIXES


class Statement(Record):
    """
    A record that people and programs state.

    Built, or validated as the body of a request, it takes what JSON has: text for dates and times,
    lists, tables, and the bare names with units of a plan file. Numbers stay strict: what is not a
    number is refused, wherever it stands, where `of` takes it for the empty place of a table.
    """

    if not TYPE_CHECKING:
        # Type checkers know the arguments from the fields.

        def __init__(self, /, **values: Any) -> None:
            """
            Make one from what its fields hold, or from what is stated.

            Raises:
                InputError: A value cannot be used; every mistake is in the error.
            """
            try:
                super().__init__(**values)
            except ValidationError as error:
                raise refused(type(self), values, error) from None

        # Tables inside others, and bodies of requests, are validated as without it: pydantic's
        # own error says where in the body each mistake stands.
        __init__.__pydantic_base_init__ = True

    @model_validator(mode="before")
    @classmethod
    def _as_stated(cls, data: Any) -> Any:
        """Turn what JSON has into what the fields hold; the rest is left as it is."""
        if not isinstance(data, Mapping) or not any(_is_read(cls, *each) for each in data.items()):
            return data
        _check_strict(cls, data)
        return read_table(cls, plain(data))

    def with_(self, **changes: Any) -> Self:
        """
        The same with some things changed, and checked like a new one.

        Args:
            changes: As for `of`; None takes a thing back.

        Raises:
            InputError: A change cannot be used, or does not go with the rest.

        >>> from fuelcalc.models.sessions import Recovery
        >>> Recovery.of(duration="2 min").with_(duration="90 s").duration_min
        1.5
        """
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        for key in changes:
            kept.pop(field_of(type(self), key), None)
        return type(self).of(**kept, **changes)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """
        A copy, whose changes are checked like any other values.

        Raises:
            InputError: A change cannot be used.
        """
        if not update:
            return super().model_copy(deep=deep)
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self)(**{**kept, **update})

    def copy(  # type: ignore[override]
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """
        A copy by pydantic's older name, checked as `model_copy` is.

        Raises:
            InputError: A change cannot be used.
        """
        return self.model_copy(update=update, deep=deep)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Its JSON Schema, each property with what it is and its unit."""
        # The words are wanted where a schema is, and nowhere else.
        from fuelcalc.models.descriptions import DESCRIPTIONS

        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        known = [
            reading
            for reading in readings(cls)
            if reading.name in properties and reading.bare in DESCRIPTIONS
        ]
        for reading in known:
            unit = f", in {SUFFIXES[reading.unit]}" if reading.unit else ""
            if reading.unit == "share":
                unit = ", as a share: 1 is all of it"
            properties[reading.name]["description"] = f"{DESCRIPTIONS[reading.bare]}{unit}"
        return schema


def _check_strict(cls: type[Record], data: Mapping[Any, Any]) -> None:
    """
    Hold that no value is one which reading would drop or change, though its field takes no such.

    Raises:
        InputError: Not a number, nothing where something must be, or a fraction's type for a count.
    """
    by_name = {reading.name: reading for reading in readings(cls)}
    for key, value in data.items():
        reading = by_name.get(field_of(cls, key)) if isinstance(key, str) else None
        if reading is None:
            # An unknown key is answered where the table is read.
            continue
        is_count = reading.whole is not None and isinstance(value, float)
        is_nothing = value is None and cls.model_fields[reading.name].default is not None
        if is_unknown(value) or is_count or is_nothing:
            problem = "cannot be used as it stands"
            remedy = "leave it out where it is unknown, or give a value of its kind"
            raise InputError(problem, argument=key, value=value, quote=shown(value), remedy=remedy)
        if reading.record is not None:
            for each in value if isinstance(value, list | tuple) else (value,):
                if isinstance(each, Mapping):
                    _check_strict(reading.record, each)


def _is_read(cls: type[Record], key: str, value: Any) -> bool:
    """Whether a value is stated in another way than its field holds it."""
    if key not in cls.model_fields:
        return True
    if isinstance(value, str):
        return key in _read_from_text(cls)
    return isinstance(value, list | dict)


@cache
def _read_from_text(cls: type[Record]) -> frozenset[str]:
    """The fields whose value is never a text, and may be written as one."""
    return frozenset(
        reading.name for reading in readings(cls) if reading.unit or reading.record or reading.kind
    )
