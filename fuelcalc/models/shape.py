"""What a JSON Schema says of a model: each field's words and unit, and what may stand for it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from fuelcalc.models.descriptions import DESCRIPTIONS
from fuelcalc.models.diets import ALLERGENS, DIET_OF, RESTRICTIONS
from fuelcalc.models.nutrients import NUTRIENT_OF
from fuelcalc.models.reading import FieldReading
from fuelcalc.models.sexes import SEXES
from fuelcalc.units import SUFFIXES, suffix_of
from fuelcalc.units.examples import EXAMPLES

if TYPE_CHECKING:
    from fuelcalc.models.record import Record

Readings = Sequence[FieldReading]

EVERYDAY_ALLERGENS = ("nuts", "shellfish", "seafood", "dairy", "soya")
"""Words of everyday speech that a plan file may use beside the codes of `ALLERGENS`."""

_TIME: Final[Mapping[str, Any]] = {
    "type": "string",
    "pattern": r"^\s*[0-9]{1,2}([:.h][0-9]{2}(:[0-9]{2})?)?\s*([AaPp]\.?[Mm]\.?)?\s*$",
    "examples": ["06:30", "6:30 pm"],
}
_WORDS: Final[Mapping[str, Mapping[str, Any]]] = {
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
_NEEDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "Athlete": ("oneOf", ("age", "birth_date")),
    "Run": ("anyOf", ("distance_km", "duration_min", "segments")),
    "Segment": ("anyOf", ("distance_km", "duration_min")),
    "Recovery": ("oneOf", ("distance_km", "duration_min")),
    "Exercise": ("anyOf", ("reps", "duration_s", "amrap")),
    "Lift": ("anyOf", ("duration_min", "exercises")),
    "Other": ("oneOf", ("activity", "met", "energy_kcal")),
}

# What says the same and stands alone.
_ONE_AT_MOST: Final[Mapping[str, tuple[str, str]]] = {"Day": ("humidity_share", "dew_point_degc")}

_NULL: Final[Mapping[str, str]] = {"type": "null"}
_ATTRIBUTE: Final = re.compile(r"^    (\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)
_UNITS: Final[Mapping[str, str]] = {
    "share": "A share: 1 is all of it",
    "kcal_per_kg_ffm": "In kcal/kg of fat-free mass",
    "degc": "In °C",
}
"""Units that a description says in other words than `SUFFIXES`."""


def describe(kind: type, shape: dict[str, Any], readings: Readings = ()) -> None:
    """
    Say in the schema of a class what it is, and each property with its unit.

    The words of a field are its own, those of a plan file's key, or the line of the docstring that
    lists the attributes.

    Args:
        kind: The class.
        shape: Its JSON Schema, which is changed.
        readings: How its fields are read, where they are.
    """
    shape["description"] = re.split(r"\n\n(?:Attributes:|>>>)", cleandoc(kind.__doc__ or ""))[0]
    told = _told(kind)
    # In a plan, "energy" and "kind" are other things than in what somebody states.
    keys = DESCRIPTIONS if getattr(kind, "is_stated", False) else {}
    bare = {reading.name: reading.bare for reading in readings}
    fields = getattr(kind, "model_fields", {})
    written = {info.alias or name: name for name, info in fields.items()}
    for written_name, one in shape.get("properties", {}).items():
        name = written.get(written_name, written_name)
        words = one.get("description") or told.get(name) or keys.get(bare.get(name, ""))
        if words is not None:
            unit = _in_unit(name)
            one["description"] = words if words.endswith(unit) else f"{words}{unit}"


def _told(kind: type) -> dict[str, str]:
    """What the docstring of a class says of each attribute."""
    listed = cleandoc(kind.__doc__ or "").partition("\nAttributes:\n")[2]
    return {
        name: " ".join(words.split()).removesuffix(".")
        for name, words in _ATTRIBUTE.findall(listed)
    }


def _in_unit(name: str) -> str:
    """A field's unit, as its description ends."""
    suffix = suffix_of(name)
    unit = _UNITS.get(suffix or "", f"In {SUFFIXES.get(suffix or '', '')}")
    return f". {unit}." if unit != "In " else ""


def table_of(
    record: "type[Record]", readings: Readings, shape: Mapping[str, Any], *, is_null_unknown: bool
) -> dict[str, Any]:
    """
    The schema of one table as it may be written.

    Each amount appears under its bare name as text with a unit, and under its full name as a
    number with its limits; only one of the two may be given.

    Args:
        record: The model that reads it.
        readings: How it reads each field.
        shape: The schema of its fields, as pydantic tells it.
        is_null_unknown: Whether null may stand where nothing is said, as in JSON.
    """
    properties: dict[str, Any] = {}
    for reading in readings:
        properties |= _properties(record, reading, shape["properties"][reading.name])
    for key, (name, _) in record.also.items():
        if key not in properties:
            text = {"type": "string", **_WORDS[key]} if key in _WORDS else properties[name]
            properties[key] = {**text, "description": DESCRIPTIONS[key]}
    required = [
        reading.name
        for reading in readings
        if reading.name in _required(record) and len(_keys(record, reading)) == 1
    ]
    if is_null_unknown:
        properties = {
            key: one if key in required else _or_null(one) for key, one in properties.items()
        }
    table = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        table["required"] = required
    rules = list(_rules(record, readings, is_null_unknown=is_null_unknown))
    if rules:
        table["allOf"] = rules
    return table


def _or_null(shape: Mapping[str, Any]) -> dict[str, Any]:
    """A shape, or null."""
    around = {key: shape[key] for key in ("description", "default") if key in shape}
    within = {key: value for key, value in shape.items() if key not in around}
    options = within["anyOf"] if within.keys() == {"anyOf"} else [within]
    return {"anyOf": [*options, dict(_NULL)], **around}


def _properties(
    record: "type[Record]", reading: FieldReading, shape: Mapping[str, Any]
) -> dict[str, Any]:
    """The properties that one field appears as."""
    words = record.model_fields[reading.name].description or _told(record).get(reading.name)
    words = words or DESCRIPTIONS.get(reading.bare) or NUTRIENT_OF[reading.name].title
    plain = {**_plain(shape), **_WORDS.get(reading.bare, {})}
    if reading.unit is not None:
        text = {"type": "string", "examples": list(EXAMPLES[reading.unit])}
        return {
            reading.bare: {**text, "description": f"{words}: an amount with its unit"},
            reading.name: {**plain, "description": f"{words}{_in_unit(reading.name)}"},
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
    options = [option for option in shape.get("anyOf", []) if option != _NULL]
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


def _required(record: "type[Record]") -> frozenset[str]:
    """The fields that a model cannot do without."""
    return frozenset(name for name, info in record.model_fields.items() if info.is_required())


def _rules(
    record: "type[Record]", readings: Readings, *, is_null_unknown: bool
) -> Iterator[dict[str, Any]]:
    """What a table holds at least, and what it never holds twice."""

    def given(*keys: str) -> dict[str, Any]:
        """That keys are there, and say something."""
        said = {"properties": {key: {"not": dict(_NULL)} for key in keys}}
        return {"required": list(keys), **(said if is_null_unknown else {})}

    keys = {reading.name: _keys(record, reading) for reading in readings}
    for name, spellings in keys.items():
        if name in _required(record) and len(spellings) > 1:
            yield {"oneOf": [given(key) for key in spellings]}
        elif len(spellings) > 1:
            yield {"not": {"anyOf": [given(*pair) for pair in combinations(spellings, 2)]}}
    if record.__name__ in _NEEDS:
        how, names = _NEEDS[record.__name__]
        yield {how: [given(key) for name in names for key in keys[name]]}
    if record.__name__ in _ONE_AT_MOST:
        first, second = _ONE_AT_MOST[record.__name__]
        pairs = [given(one, other) for one in keys[first] for other in keys[second]]
        yield {"not": {"anyOf": pairs}}


def _keys(record: "type[Record]", reading: FieldReading) -> tuple[str, ...]:
    """Every key that gives one field."""
    others = [key for key, (name, _) in record.also.items() if name == reading.name]
    return tuple(dict.fromkeys([reading.bare, reading.name, *others]))
