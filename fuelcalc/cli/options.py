"""The options that are named as the plan's keys, and how they overlay a plan."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, get_args

import click

from fuelcalc.cli.completion import Completer, completed, food_ids
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.conditions import Condition
from fuelcalc.models.descriptions import DESCRIPTIONS
from fuelcalc.models.diets import ALLERGENS, DIET_OF, RESTRICTIONS
from fuelcalc.models.record import Record, field_of, known_keys
from fuelcalc.models.refusals import answer
from fuelcalc.models.sexes import SEXES
from fuelcalc.units import suffix_of
from fuelcalc.units.examples import EXAMPLES

F = TypeVar("F", bound=Callable[..., Any])

# The page's own options (`look`); a profile or plan file holds them for the athlete.
_LOOK_KEYS = ("units", "energy_unit", "clock")
# What is learned from a log is no word of a command line.
_FILE_KEYS = ("learned",)
ATHLETE_KEYS = tuple(key for key in known_keys(Athlete) if key not in {*_LOOK_KEYS, *_FILE_KEYS})
GOAL_KEYS = known_keys(Goal)
WEEK_KEYS = ("energy", "running_days", "long_run", "silent")
_MANY = (
    "restrictions", "avoid", "dislikes", "likes", "meal_times", "conditions", "use_up", "silent",
)  # fmt: skip
_SINGULAR = {
    "restrictions": "--restriction",
    "dislikes": "--dislike",
    "likes": "--like",
    "conditions": "--condition",
}
_ADDED = ("avoid", "restrictions", "conditions")
_WHOLE = ("weekly_lifts", "meals_per_day", "running_days")
_NUMBERS = ("age", "steps")
"""Numbers that are read as people write them, such as 34y and 10,000."""
_SHOWN = {
    "birth_date": ("1992-05-01",),
    "deficit_since": ("2026-10-05",),
    "mileage": ("350 mi in 3 months",),
    "weekly_mileage": ("35 mi", "56 km"),
    "longest_run_30d": ("18 km", "11 mi"),
    "recent_race": ("10 km in 48:30",),
    "meal_times": ("07:30,12:30,19:00",),
    "avoid": ("nuts,milk",),
    "restrictions": ("gluten-free",),
    "dislikes": ("cottage cheese",),
    "likes": ("porridge,salmon",),
    "eating_window": ("09:00-19:00",),
    "time_zone": ("Europe/Berlin",),
    "silent": ("W04",),
    "balance": ("+250 kcal", "-250 kcal"),
    **dict.fromkeys(("protein", "carbohydrate", "fat"), ("2 g/kg", "150 g", "25 %")),
}
_COMPLETED: Mapping[str, Completer] = {
    "avoid": completed(lambda: (*ALLERGENS, "nuts")),
    "restrictions": completed(lambda: RESTRICTIONS),
    "conditions": completed(lambda: get_args(Condition)),
    "dislikes": completed(food_ids),
    "likes": completed(food_ids),
}
_EXCLUSIVE = (
    {"age", "birth_date"},
    {"daily_life", "steps"},
    {"meals_per_day", "meal_times"},
    {"resting_energy_kcal_per_day", "resting_equation"},
)


def _choices(record: type[Record], key: str) -> tuple[str, ...]:
    """The closed words of a field, from its own annotation."""
    annotation = record.model_fields[field_of(record, key)].annotation
    words = [arg for arg in get_args(annotation) if isinstance(arg, str)]
    for inner in get_args(annotation):
        words += [arg for arg in get_args(inner) if isinstance(arg, str)]
    return tuple(words)


class _Words(click.Choice[str]):
    """The words of a closed list, and what is understood for one of them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word that is meant; what people look for in vain is answered."""
        if param is not None and param.name == "sex":
            value = SEXES.get(str(value).strip().casefold(), value)
        if param is not None and param.name == "diet":
            value = DIET_OF.get(str(value).strip().casefold(), value)
        if value not in self.choices:
            problem, remedy = answer(value) or ("is unknown", None)
            raise InputError(
                problem,
                argument=None if param is None else param.name,
                value=value,
                remedy=remedy,
                allowed=tuple(self.choices),
            )
        return super().convert(value, param, ctx)


def _kind(record: type[Record], key: str) -> Any:
    """The click type of a key."""
    if key in _WHOLE:
        return click.INT
    words = () if key in _MANY or key in record.also else _choices(record, key)
    return _Words(words) if words else click.STRING


def _metavar(key: str, kind: Any) -> str:
    """What stands for the value in the help."""
    if kind is click.INT or key in _NUMBERS:
        return "NUMBER"
    return "TEXT" if kind is click.STRING else "WORD"


def _help(record: type[Record], key: str, kind: Any) -> str:
    """The key's description, with its words or an example."""
    own = None if key in record.also else record.model_fields[field_of(record, key)].description
    description = own or DESCRIPTIONS[key]
    if isinstance(kind, click.Choice):
        return f"{description}: {', '.join(kind.choices)}."
    suffix = suffix_of(field_of(record, key))
    usual = EXAMPLES.get(suffix, ()) if suffix is not None else ()
    shown = " or ".join(f'"{example}"' for example in _SHOWN.get(key, usual))
    repeat = " May be repeated." if key in _MANY else ""
    return f"{description}{f': {shown}' if shown else ''}.{repeat}"


def record_option(record: type[Record], key: str) -> Callable[[F], F]:
    """One option of the command line."""
    name = "--" + key.replace("_", "-")
    if key not in record.also and record.model_fields[field_of(record, key)].annotation is bool:
        switch = f"{name}/--no-{name.removeprefix('--')}"
        return click.option(switch, key, default=None, help=f"{DESCRIPTIONS[key]}.")
    kind = _kind(record, key)
    names = [name, _SINGULAR[key]] if key in _SINGULAR else [name]
    return click.option(
        *names,
        key,
        type=kind,
        multiple=key in _MANY,
        metavar=_metavar(key, kind),
        help=_help(record, key, kind),
        shell_complete=_COMPLETED.get(key),
    )


def several(
    *names: str,
    about: str,
    words: Callable[[], Iterable[str]] | None = None,
    metavar: str = "WORD",
    complete: Completer | None = None,
) -> Callable[[F], F]:
    """An option that may be repeated, whose words the shell knows."""
    complete = complete if words is None else completed(words)
    return click.option(*names, multiple=True, metavar=metavar, help=about, shell_complete=complete)


def choice(name: str, words: Sequence[str], about: str) -> Callable[[F], F]:
    """An option that is one of a few words."""
    return click.option(name, type=click.Choice(words), help=about)


def with_options(options: Iterable[Callable[[Any], Any]], command: F) -> F:
    """Add options to a command, in their order."""
    for option in reversed([*options]):
        command = option(command)
    return command


def record_options(record: type[Record]) -> Callable[[F], F]:
    """Add one option for each key of a model to a command."""

    def add(command: F) -> F:
        keys = (key for key in known_keys(record) if key not in {*_LOOK_KEYS, *_FILE_KEYS})
        return with_options((record_option(record, key) for key in keys), command)

    return add


athlete_options = record_options(Athlete)
goal_options = record_options(Goal)


def given(values: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """The options of one table that were really given; lists may hold commas."""
    found: dict[str, Any] = {}
    for key in keys:
        value = values.get(key)
        if value is None or value == ():
            continue
        if key in _MANY and not all(text.strip() for text in value):
            raise InputError("empty", argument=key, remedy="write a word, or leave the option out")
        if key in _MANY:
            value = [part.strip() for text in value for part in text.split(",") if part.strip()]
        found[key] = value
    return found


def overlaid(record: type[Record], below: Any, above: Mapping[str, Any]) -> Any:
    """
    Lay one table over another: keys above replace the same field below, however it is spelled.

    What protects somebody (allergens, ways of eating, conditions) is added, never replaced.
    A table that is none is handed back as it is, for the model to refuse.
    """
    if not isinstance(below, dict):
        return below
    fields = {field_of(record, key) for key in above}
    for pair in _EXCLUSIVE:
        if fields & pair:
            fields |= pair
    kept = {key: value for key, value in below.items() if field_of(record, key) not in fields}
    both = {key: _joined(below[key], above[key]) for key in _ADDED if key in below and key in above}
    return {**kept, **above, **both}


def _joined(below: Any, above: Any) -> Any:
    """Both lists as one; what is no list is left for the model to refuse."""
    if isinstance(below, list) and isinstance(above, list):
        return [*below, *above]
    return below if not isinstance(below, list) else above
