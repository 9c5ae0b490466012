"""The JSON Schemas of the files that people write, made from the models that read them."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from fuelcalc.models.athlete import SEXES
from fuelcalc.models.descriptions import DESCRIPTIONS
from fuelcalc.models.diets import ALLERGENS, DIET_OF, RESTRICTIONS
from fuelcalc.models.nutrients import NUTRIENT_OF
from fuelcalc.models.plan import Plan
from fuelcalc.models.reading import FieldReading
from fuelcalc.models.record import Record, readings
from fuelcalc.units import SUFFIXES
from fuelcalc.units.examples import EXAMPLES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EVERYDAY_ALLERGENS = ("nuts", "shellfish", "seafood", "dairy", "soya")
"""Words of everyday speech that a plan file may use beside the codes of `ALLERGENS`."""

_TIME = {
    "type": "string",
    "pattern": r"^\s*[0-9]{1,2}([:.h][0-9]{2}(:[0-9]{2})?)?\s*([AaPp]\.?[Mm]\.?)?\s*$",
    "examples": ["06:30", "6:30 pm"],
}
_WORDS: Mapping[str, Mapping[str, Any]] = {
    "sex": {"enum": list(SEXES)},
    "diet": {"enum": list(DIET_OF)},
    "avoid": {"items": {"enum": [*ALLERGENS, *EVERYDAY_ALLERGENS]}},
    "restrictions": {"items": {"enum": list(RESTRICTIONS)}},
    "activity": {"examples": ["cycling", "swimming", "hiking"]},
    "mileage": {"examples": ["350 mi in 3 months", "35 mi"]},
    "allergens": {"items": {"enum": [*ALLERGENS, *EVERYDAY_ALLERGENS]}},
    "may_contain": {"items": {"enum": [*ALLERGENS, *EVERYDAY_ALLERGENS]}},
    "suits": {"items": {"enum": list(RESTRICTIONS)}},
}

# What must be there beside the required fields: how many of which.
_NEEDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Athlete": ("oneOf", ("age", "birth_date")),
    "Run": ("anyOf", ("distance_km", "duration_min", "segments")),
    "Segment": ("anyOf", ("distance_km", "duration_min")),
    "Recovery": ("oneOf", ("distance_km", "duration_min")),
    "Exercise": ("anyOf", ("reps", "duration_s", "amrap")),
    "Lift": ("anyOf", ("duration_min", "exercises")),
    "Other": ("oneOf", ("activity", "met", "energy_kcal")),
}

# What says the same and stands alone.
_ONE_AT_MOST: Mapping[str, tuple[str, str]] = {"Day": ("humidity_share", "dew_point_degc")}


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
    own = record.model_json_schema()
    shapes = {**own["$defs"], record.__name__: own}
    tables = {kind.__name__: _table(kind, shapes[kind.__name__]) for kind in _records(record)}
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


def _table(record: type[Record], shape: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of one table of a plan file."""
    properties: dict[str, Any] = {}
    for reading in readings(record):
        properties |= _properties(reading, shape["properties"][reading.name])
    for key, (name, _) in record.also.items():
        if key not in properties:
            text = {"type": "string", **_WORDS[key]} if key in _WORDS else properties[name]
            properties[key] = {**text, "description": DESCRIPTIONS[key]}
    table = {"type": "object", "additionalProperties": False, "properties": properties}
    required = [
        reading.name
        for reading in readings(record)
        if reading.name in _required(record) and len(_keys(record, reading)) == 1
    ]
    if required:
        table["required"] = required
    rules = list(_rules(record))
    if rules:
        table["allOf"] = rules
    return table


def _properties(reading: FieldReading, shape: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that one field appears as."""
    words = shape.get("description") or DESCRIPTIONS.get(reading.bare)
    words = words or NUTRIENT_OF[reading.name].title
    plain = {**_plain(shape), **_WORDS.get(reading.bare, {})}
    if reading.unit is not None:
        unit = "the whole, as 0.5 for 50 %" if reading.unit == "share" else SUFFIXES[reading.unit]
        text = {"type": "string", "examples": list(EXAMPLES[reading.unit])}
        return {
            reading.bare: {**text, "description": f"{words}: an amount with its unit"},
            reading.name: {**plain, "description": f"{words}: a number of {unit}"},
        }
    if reading.from_text is not None:
        text = {"type": "string", "examples": [reading.from_text.example]}
        if reading.many:
            plain["items"] = {"anyOf": [text, plain["items"]]}
        else:
            plain = {"anyOf": [text, plain]}
    return {reading.name: {**plain, "description": words}}


def _plain(shape: Mapping[str, Any]) -> dict[str, Any]:
    """A shape as pydantic tells it, without titles, nulls and empty defaults."""
    options = [option for option in shape.get("anyOf", []) if option != {"type": "null"}]
    if options:
        return _plain({**options[0], "default": shape.get("default")})
    if shape.get("format") == "time":
        return dict(_TIME)
    kept = {key: value for key, value in shape.items() if key != "title"}
    if kept.get("default") in (None, [], {}) or "$ref" in kept:
        kept.pop("default", None)
    if "items" in kept:
        kept["items"] = _plain(kept["items"])
    return kept


def _required(record: type[Record]) -> frozenset[str]:
    """The fields that a model cannot do without."""
    return frozenset(name for name, info in record.model_fields.items() if info.is_required())


def _rules(record: type[Record]) -> Iterator[dict[str, Any]]:
    """What a table holds at least, and what it never holds twice."""
    keys = {reading.name: _keys(record, reading) for reading in readings(record)}
    for name, spellings in keys.items():
        if name in _required(record) and len(spellings) > 1:
            yield {"oneOf": [{"required": [key]} for key in spellings]}
        elif len(spellings) > 1:
            pairs = [{"required": list(pair)} for pair in combinations(spellings, 2)]
            yield {"not": {"anyOf": pairs}}
    if record.__name__ in _NEEDS:
        how, names = _NEEDS[record.__name__]
        yield {how: [{"required": [key]} for name in names for key in keys[name]]}
    if record.__name__ in _ONE_AT_MOST:
        first, second = _ONE_AT_MOST[record.__name__]
        pairs = [{"required": [one, other]} for one in keys[first] for other in keys[second]]
        yield {"not": {"anyOf": pairs}}


def _keys(record: type[Record], reading: FieldReading) -> tuple[str, ...]:
    """Every key that gives one field."""
    others = [key for key, (name, _) in record.also.items() if name == reading.name]
    return tuple(dict.fromkeys([reading.bare, reading.name, *others]))
