"""The options that are named as the plan's keys, and how they overlay a plan."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args

import click

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.record import Record, field_of

F = TypeVar("F", bound=Callable[..., Any])

ATHLETE_HELP: Mapping[str, str] = {
    "name": "Name on the page.",
    "sex": "Picks the equations.",
    "age": "Years, 14 to 90.",
    "birth_date": "Instead of --age: 1992-05-01.",
    "mass": 'Body mass: "62 kg", "137 lb", "9 st 11 lb".',
    "height": 'Height: "168 cm", "5 ft 6 in".',
    "body_fat": 'Body fat, if measured: "22 %".',
    "body_fat_method": "How it was measured.",
    "daily_life": "The day without training.",
    "steps": "Steps a day without running, instead of --daily-life.",
    "lifting_experience": "Sizes the surplus.",
    "diet": "A hard limit on foods.",
    "restrictions": "gluten-free, dairy-free, halal, low-fodmap ... (may be repeated).",
    "avoid": "An allergen, a hard limit (may be repeated, or a,b,c).",
    "dislikes": "A food to leave out (may be repeated).",
    "weekly_mileage": 'Running a week: "35 mi", "56 km".',
    "mileage": 'Or over months: "350 mi in 3 months".',
    "weekly_lifts": "Lifting sessions a week.",
    "usual_intake": 'What you eat now: "2100 kcal"; shows the shortfall.',
    "resting_energy": 'Measured: "1400 kcal/day".',
    "resting_equation": "A published equation instead of the default blend.",
    "running_equation": "A published running model instead of the default.",
    "running_economy": 'Measured: "200 ml/kg/km" or "0.98 kcal/kg/km".',
    "sweat_rate": 'Measured: "1.1 L/h".',
    "sweat_sodium": 'Measured: "930 mg/L".',
    "recent_race": '"10 km in 48:30"; sets pace and intensity.',
    "carbohydrate_tolerance": 'What your gut takes: "60 g/h".',
    "caffeine": "Plan caffeine before sessions.",
    "meals_per_day": "2 to 6.",
    "meal_times": "Fixed meal times (may be repeated, or 07:30,12:30).",
    "conditions": "A health condition that guards act on (may be repeated).",
}
GOAL_HELP: Mapping[str, str] = {
    "aim": "What you want.",
    "season": "Where you are in the season.",
    "balance": 'A balance of your own: "+250 kcal" or "-250 kcal", within limits.',
}
_MANY = ("restrictions", "avoid", "dislikes", "meal_times", "conditions")


def _choices(record: type[Record], key: str) -> tuple[str, ...]:
    """The closed words of a field, from its own annotation."""
    annotation = record.model_fields[field_of(record, key)].annotation
    words = [arg for arg in get_args(annotation) if isinstance(arg, str)]
    for inner in get_args(annotation):
        words += [arg for arg in get_args(inner) if isinstance(arg, str)]
    return tuple(words)


def _kind(record: type[Record], key: str) -> Any:
    """The click type of a key."""
    if key == "age":
        return click.FLOAT
    if key in {"steps", "weekly_lifts", "meals_per_day"}:
        return click.INT
    words = () if key in _MANY or key in record.also else _choices(record, key)
    return click.Choice(words) if words else click.STRING


def _metavar(kind: Any) -> str:
    """What stands for the value in the help."""
    return {click.FLOAT: "NUMBER", click.INT: "NUMBER", click.STRING: "TEXT"}.get(kind, "WORD")


def record_options(record: type[Record], helps: Mapping[str, str]) -> Callable[[F], F]:
    """Add one option for each key of *helps* to a command."""

    def add(command: F) -> F:
        for key, words in reversed(list(helps.items())):
            name = "--" + key.replace("_", "-")
            if key == "caffeine":
                option = click.option(f"{name}/--no-{key}", key, default=None, help=words)
            else:
                kind = _kind(record, key)
                shown = words
                if isinstance(kind, click.Choice):
                    shown = f"{words} One of: {', '.join(kind.choices)}."
                option = click.option(
                    name, key, type=kind, multiple=key in _MANY, metavar=_metavar(kind), help=shown
                )
            command = option(command)
        return command

    return add


athlete_options = record_options(Athlete, ATHLETE_HELP)
goal_options = record_options(Goal, GOAL_HELP)


def given(values: Mapping[str, Any], helps: Mapping[str, str]) -> dict[str, Any]:
    """The options of one table that were really given; lists may hold commas."""
    found: dict[str, Any] = {}
    for key in helps:
        value = values.get(key)
        if value is None or value == ():
            continue
        if key in _MANY:
            value = [part.strip() for text in value for part in text.split(",") if part.strip()]
        found[key] = value
    return found


_EXCLUSIVE = (
    {"age", "birth_date"},
    {"resting_energy_kcal_per_day", "resting_equation"},
)


def overlaid(record: type[Record], below: Any, above: Mapping[str, Any]) -> Any:
    """
    Lay one table over another: keys above replace the same field below, however it is spelled.

    A table that is none is handed back as it is, for the model to refuse.
    """
    if not isinstance(below, dict):
        return below
    fields = {field_of(record, key) for key in above}
    for pair in _EXCLUSIVE:
        if fields & pair:
            fields |= pair
    kept = {key: value for key, value in below.items() if field_of(record, key) not in fields}
    return {**kept, **above}
