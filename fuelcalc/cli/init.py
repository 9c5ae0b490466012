"""`fuelcalc init`: ask for the athlete, check each answer, save the profile."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from fuelcalc.cli.profile import profile_path, profile_tree
from fuelcalc.cli.writing import check_can_write, write_whole
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.plan import Plan
from fuelcalc.models.record import field_of
from fuelcalc.models.text import years_from


class _Question(NamedTuple):
    """One thing to ask: where the answer goes, the words, and what an empty answer means."""

    table: str
    key: str
    text: str
    default: str | None
    many: bool = False
    whole: bool = False


_SKIP, _NONE = "skip", "none"
QUESTIONS = (
    _Question("athlete", "name", "Your name", _SKIP),
    _Question("athlete", "sex", "Sex, for the equations (female, male)", None),
    _Question("athlete", "age", "Age in years", None),
    _Question("athlete", "mass", "Body mass (62 kg, 137 lb, 9 st 11 lb)", None),
    _Question("athlete", "height", "Height (168 cm, 5 ft 6 in)", None),
    _Question("athlete", "body_fat", "Body fat, if measured (22 %)", _SKIP),
    _Question(
        "athlete",
        "daily_life",
        "A day without training (home, desk, mixed, on-feet, manual)",
        "desk",
    ),
    _Question(
        "athlete", "lifting_experience", "Lifting (novice, intermediate, advanced)", "intermediate"
    ),
    _Question("athlete", "weekly_mileage", "Running a week (35 mi, 56 km)", _SKIP),
    _Question("athlete", "weekly_lifts", "Lifting sessions a week", _SKIP, whole=True),
    _Question("athlete", "diet", "Diet (omnivore, pescatarian, vegetarian, vegan)", "omnivore"),
    _Question(
        "athlete",
        "avoid",
        "Allergens to avoid (peanut, milk; none clears)",
        _SKIP,
        many=True,
    ),
    _Question("athlete", "variety", "Different dishes in a week (low, usual, high)", "usual"),
    _Question("athlete", "appetite", "Appetite: dense plates or bulk (low, usual, high)", "usual"),
    _Question("athlete", "lunch", "Lunch on weekdays (packed, microwave, canteen, home)", _SKIP),
    _Question(
        "athlete",
        "conditions",
        "Health conditions that change the plan (see the README)",
        _SKIP,
        many=True,
    ),
    _Question("goal", "aim", "Aim (build, maintain, perform)", "maintain"),
    _Question(
        "goal",
        "season",
        "Season (off-season, base, 5k-10k, half, marathon, taper, race-week, recovery)",
        "base",
    ),
    _Question("athlete", "units", "Units on the page (metric, us, uk)", "metric"),
    _Question("athlete", "energy_unit", "Energy on the page (kcal, kJ)", "kcal"),
    _Question("athlete", "clock", "Hours of the clock (12, 24)", _SKIP, whole=True),
)
_STAND_IN: Mapping[str, Any] = {"sex": "female", "age": 30, "mass": "60 kg", "height": "170 cm"}


@click.command(epilog="\b\nExample:\n    fuelcalc init")
@click.option("--edit", is_flag=True, help="Start from the saved profile and change answers.")
def init(edit: bool) -> None:  # noqa: FBT001
    """Ask about you, check each answer, and save it as the profile that day uses."""
    path = profile_path()
    if path.exists() and not edit:
        remedy = "fuelcalc init --edit changes it"
        raise InputError("exists", argument="init", value=path, remedy=remedy)
    check_can_write(path)
    if sys.stdin is None:
        remedy = f"run it in one, or write {path} by hand"
        raise InputError("there is no terminal to answer on", argument="init", remedy=remedy)
    saved = profile_tree() if edit else {}
    tree = {**saved, "athlete": dict(saved.get("athlete", {})), "goal": dict(saved.get("goal", {}))}
    _clear_broken(tree, path)
    click.echo("Press Enter to keep what stands in [brackets].")
    for question in QUESTIONS:
        _ask(question, tree)
    Plan.of(**tree)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole({path: _toml(tree)})
    path.chmod(0o600)
    click.echo(f'Saved {path}. Now: fuelcalc day --run "10 km easy 06:30"')


def _clear_broken(tree: dict[str, dict[str, Any]], path: Path) -> None:
    """Take out, and say, answers that cannot stay; refuse what no answer would mend."""
    for question in QUESTIONS:
        table, key = tree[question.table], _saved_key(question, tree)
        try:
            if key in table:
                _check(question, table[key])
        except InputError as error:
            click.echo(f"{path}: {error}")
            del table[key]
    athlete = tree["athlete"]
    stand_in = dict(_STAND_IN)
    if "birth_date" in athlete:
        del stand_in["age"]
    try:
        Plan.of(**{**tree, "athlete": {**stand_in, **athlete}})
    except InputError as error:
        raise error.read_in(str(path)) from None


def _saved_key(question: _Question, tree: Mapping[str, Mapping[str, Any]]) -> str:
    """The key that holds the answer, as the file spells it."""
    record = Goal if question.table == "goal" else Athlete
    field = field_of(record, question.key)
    keys = (key for key in tree[question.table] if field_of(record, key) == field)
    return next(keys, question.key)


def _ask(question: _Question, tree: dict[str, dict[str, Any]]) -> None:
    """Ask until the answer can be used; an empty one keeps or skips, "none" clears a list."""
    table = tree[question.table]
    saved = _saved_key(question, tree)
    if question.key == "age" and "birth_date" in table:
        return
    present = table.get(saved)
    shown = ", ".join(present) if isinstance(present, list) else present
    default = question.default if shown is None else str(shown)
    while True:
        answer = click.prompt(question.text, default=default, type=str).strip()
        if answer == _SKIP or (present is not None and answer == str(shown)):
            return
        try:
            value = _value(question, answer)
            _check(question, value)
        except InputError as error:
            click.echo(f"  {error}")
            continue
        table.pop(saved, None)
        table[question.key] = value
        return


def _value(question: _Question, answer: str) -> Any:
    """The answer as a plan file would hold it."""
    if question.many and answer == _NONE:
        return []
    if question.many:
        return [part.strip() for part in answer.split(",") if part.strip()]
    if question.key == "age":
        years = years_from(answer)
        return int(years) if years.is_integer() else years
    if question.whole:
        try:
            return int(answer)
        except ValueError:
            raise InputError("is not a number", argument=question.key, value=answer) from None
    return answer


def _check(question: _Question, value: Any) -> None:
    """Try the answer alone, with the rest of an athlete standing in."""
    if question.table == "goal":
        Goal.of(**{question.key: value})
    else:
        Athlete.of(**{**_STAND_IN, question.key: value})


def _toml(tree: Mapping[str, Any]) -> str:
    import tomli_w

    return tomli_w.dumps(tree)
