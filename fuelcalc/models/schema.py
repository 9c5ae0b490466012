"""The JSON Schemas of the files that people write, made from the models that read them."""

from collections.abc import Iterator
from typing import Any

from fuelcalc.models.plan import Plan
from fuelcalc.models.record import Record, readings
from fuelcalc.models.shape import table_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> dict[str, Any]:
    """
    The JSON Schema of a plan file, for editors and checkers.

    Each amount appears under its bare name as text with a unit, and under its full name as a
    number with its limits; only one of the two may be given.

    Returns:
        A schema of draft 2020-12, made of plain dicts, lists and values.

    >>> plan_schema()["required"]
    ['athlete']
    """
    return schema_of(
        Plan,
        title="fuelcalc plan file",
        description="An athlete, a goal and days of training, in TOML or JSON.",
    )


def schema_of(record: type[Record], *, title: str, description: str) -> dict[str, Any]:
    """
    The JSON Schema of a file, from the model that reads it.

    Args:
        record: The model of the whole file.
        title: What the file is called.
        description: What it holds, in a sentence.

    Returns:
        A schema of draft 2020-12, made of plain dicts, lists and values.
    """
    # As it is written out, which says what the fields hold, and not yet what else may stand there.
    own = record.model_json_schema(mode="serialization")
    shapes = {**own["$defs"], record.__name__: own}
    tables = {
        kind.__name__: table_of(kind, readings(kind), shapes[kind.__name__], is_null_unknown=False)
        for kind in _records(record)
    }
    return {
        "$schema": DIALECT,
        "title": title,
        "description": description,
        **tables.pop(record.__name__),
        "$defs": tables,
    }


def _records(record: type[Record]) -> Iterator[type[Record]]:
    """A model, and every model inside it."""
    yield record
    for reading in readings(record):
        if reading.record is not None:
            yield from _records(reading.record)
