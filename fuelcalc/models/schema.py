"""The JSON Schemas of the files that people write, made from the models that read them."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from fuelcalc.models.athlete import SEXES
from fuelcalc.models.diets import ALLERGENS, DIET_OF, RESTRICTIONS
from fuelcalc.models.nutrients import NUTRIENT_OF
from fuelcalc.models.plan import Plan
from fuelcalc.models.record import FieldReading, Record, readings
from fuelcalc.models.week import WEEKDAYS
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

DESCRIPTIONS: Mapping[str, str] = {
    "athlete": "Who eats",
    "goal": "What for",
    "days": "Days in any order, each date once",
    "week": "Days that repeat, and how energy is shared between the days of a week",
    "silent": "Rules of the week's check that say nothing, such as W04",
    "running_days": "On how many days a weekly mileage is run; by its size where nobody said",
    "long_run": "The longest run's part of a weekly mileage; 30 % where nobody said",
    **{name: f"Every {name.capitalize()}; [[days]] with a date replace it" for name in WEEKDAYS},
    "name": "A name, as it is printed",
    "sex": "Picks the equations",
    "age": "Age in years; or birth_date",
    "birth_date": "Date of birth; or age",
    "mass": "Body mass",
    "height": "Standing height",
    "body_fat": "Body fat as a part of body mass",
    "body_fat_method": "How body fat was measured",
    "daily_life": "The day without training",
    "learned": "Daily life as a log has it, as fuelcalc learn writes it; beats daily_life",
    "daily_life_pal": "A day without training over resting energy, as the log has it",
    "daily_life_sd": "Its standard deviation, resting energy's error included",
    "sd": "Its standard deviation, resting energy's error included",
    "first_date": "The first day of the log",
    "from": "The first day of the log",
    "last_date": "The last day of the log",
    "to": "The last day of the log",
    "source": "How most of the log was kept",
    "n_mass": "How many mornings it holds",
    "n_intake": "How many days of eating it holds",
    "log_resting": "The resting energy that daily_life_pal is over",
    "log_mass": "The body mass in the log's last week, which that energy was of",
    "steps": "Steps a day without training; beats daily_life",
    "lifting_experience": "How long somebody has lifted",
    "diet": "What is eaten at all; a hard limit",
    "restrictions": "Ways of eating that every food must suit; a hard limit",
    "avoid": "Allergens; a hard limit",
    "dislikes": "Foods or dishes that are never chosen",
    "likes": "Foods or dishes that are chosen rather than others",
    "weekday_cooking": "Most time for making a meal from Monday to Friday; gives way if it must",
    "variety": "How many different dishes a week has",
    "appetite": "Small dense plates and drinks, or bulk, of the same energy",
    "lunch": "Where lunch is eaten from Monday to Friday; what can be carried where nobody said",
    "weekly_mileage": "What is run in a week",
    "mileage": "What is run in a week, or a total over some time",
    "weekly_lifts": "Lifting sessions a week",
    "longest_run_30d": "The longest run of the last 30 days, for the check of a week",
    "usual_intake": "What is eaten on a usual day now",
    "resting_energy": "Measured resting energy; beats the equations",
    "resting_equation": "A resting equation by name, in place of the default",
    "running_equation": "A running equation by name, in place of the default",
    "running_economy": "Measured cost of running",
    "sweat_rate": "Measured loss of sweat",
    "sweat_sodium": "Measured sodium in sweat",
    "recent_race": "A race result that says how fast somebody is",
    "carbohydrate_tolerance": "What the gut is trained to take in; by mass where nobody said",
    "caffeine": "Whether caffeine may be suggested",
    "meals_per_day": "How many meals; or meal_times",
    "meal_times": "When meals are, earliest first; or meals_per_day",
    "units": "Units on the page",
    "energy_unit": "Energy on the page",
    "clock": "Hours of the clock; 12 with US units, else 24",
    "snacks": "Whether snacks stand between meals; food around sessions stays",
    "eating_window": "The hours food is eaten in, ten at the least",
    "time_zone": "Where the clock is read, for a calendar; by default the computer's",
    "conditions": "What the guards act on",
    "clinician_agreed": "Whether a clinician has agreed to a deficit, from 65 on",
    "deficit_since": "Since when a deficit is eaten; after twelve weeks it pauses, at maintenance",
    "heat_acclimatised": "Whether the last two weeks were trained in such heat",
    "aim": "What the athlete wants",
    "season": "Where in the season",
    "balance": "Intake minus expenditure, asked for by hand",
    "protein": "Protein of a day, asked for by hand; held between floors and ceilings",
    "carbohydrate": "Carbohydrate of a day, asked for by hand; at least what training needs",
    "fat": "Fat of a day, asked for by hand; held between floors and ceilings",
    "amount": "So much a day",
    "dose": "So much a day for each kilogram of body mass",
    "day": "As a part of the day's energy",
    "date": "The day",
    "wake": "When the day begins; 06:30 or 45 min before the first start",
    "sleep": "When it ends; before wake means the next day",
    "use_up": "Foods that should be eaten up today",
    "lock": "Dishes set by hand; what is left of a dinner is the next day's lunch",
    "feeding": "Which feeding: what the page calls it, or its time",
    "dish": "The dish by its name or id; out where it is eaten out",
    "eaten": "What was eaten already: the rest of the day is planned around it",
    "what": "What it was; without its energy a food or a dish by its name, with its amount",
    "temperature": "Air temperature while training",
    "humidity": "Relative humidity of that air, 50 % where unknown; or dew_point",
    "dew_point": "Dew point of that air; or humidity",
    "runs": "Runs of the day",
    "lifts": "Lifts of the day",
    "other": "What else was done, so that no deficit hides",
    "start": "When it starts",
    "end": "When the window closes",
    "distance": "How far; any two of distance, pace and duration",
    "pace": "How fast",
    "duration": "How long",
    "pace_of_race": "The length of the race at whose pace it is, from recent_race; or pace",
    "effort": "How hard",
    "climb": "Metres climbed in all; or grade",
    "descent": "Metres down in a segment, as many as its climb where it says none",
    "grade": "Mean slope, such as a treadmill's; or climb",
    "surface": "What is run on",
    "wind": "Headwind; a tailwind is negative",
    "pack": "What is carried",
    "segments": "Parts of the run one by one, in place of its own distance and pace",
    "repeat": "How often the part is run",
    "recovery": "What comes after each repeat",
    "kind": "How the recovery is spent",
    "style": "How the weights are lifted",
    "focus": "Which part of the body works",
    "compendium": "A code of the 2024 Adult Compendium, in place of the style",
    "exercises": "Sets, repetitions and loads",
    "sets": "How many sets",
    "reps": "Repetitions in a set; or duration, or amrap",
    "amrap": "As many repetitions as go",
    "load": "The load; left out for body weight",
    "added_load": "What is added to body weight",
    "activity": "A named activity; or met, or energy",
    "met": "How hard, in METs; or activity, or energy",
    "energy": "What a device counted in all; or activity, or met",
}
"""What each key of a plan file means, by its bare name."""


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
    words = shape.get("description") or DESCRIPTIONS.get(reading.bare) or _called(reading.name)
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


def _called(nutrient: str) -> str:
    """What a nutrient of a label is called, where no more has to be said of it."""
    name = NUTRIENT_OF[nutrient].name
    return f"{name[0].upper()}{name[1:]}"


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
