"""What somebody states, rather than what was worked out: from wherever it comes, and checked."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from fuelcalc.models.plain import plain
from fuelcalc.models.record import Record, field_of, read_table, readings
from fuelcalc.units import SUFFIXES


class Statement(Record):
    """
    A record that people and programs state.

    Built, or validated as the body of a request, it takes what JSON has: text for dates and times,
    lists, tables, and the bare names with units of a plan file. Numbers stay strict.
    """

    @model_validator(mode="before")
    @classmethod
    def _as_stated(cls, data: Any) -> Any:
        """Turn what JSON has into what the fields hold; the rest is left as it is."""
        if not isinstance(data, Mapping) or not any(_is_read(cls, *each) for each in data.items()):
            return data
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
            pydantic.ValidationError: A change cannot be used.
        """
        if not update:
            return super().model_copy(deep=deep)
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self)(**{**kept, **update})

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Its JSON Schema, each property with what it is and its unit."""
        # The words are wanted where a schema is, and nowhere else.
        from fuelcalc.models.schema import DESCRIPTIONS

        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for reading in readings(cls):
            said = DESCRIPTIONS.get(reading.bare)
            if reading.name in properties and said is not None:
                unit = SUFFIXES[reading.unit] if reading.unit else ""
                properties[reading.name]["description"] = f"{said}, in {unit}" if unit else said
        return schema


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
