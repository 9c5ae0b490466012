"""`fuelcalc snack`: what to eat before, during or after a session, or before bed."""

from collections.abc import Mapping
from typing import Any

import click

from fuelcalc.cli.example import EXAMPLE, EXAMPLE_LINE
from fuelcalc.cli.look import output_options, put_out, unit_options
from fuelcalc.cli.options import ATHLETE_KEYS, athlete_options, given, overlaid
from fuelcalc.cli.profile import own_foods, profile_tree
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.session_text import lift_from_text, run_from_text
from fuelcalc.models.sessions import Lift, Run
from fuelcalc.planning.snack import Occasion, suggest_snacks
from fuelcalc.reports.look import LookOptions
from fuelcalc.reports.snacks import SnackList
from fuelcalc.units import parse_amount

_EPILOG = """\b
Examples:
    fuelcalc snack --in 45min --run "8 km tempo"
    fuelcalc snack --after --lift "60min heavy lower" --sex male --age 40 \\
      --mass 80kg --height 180cm --diet vegan
    fuelcalc snack --before-bed"""


@click.command(epilog=_EPILOG)
@click.option("--in", "within", metavar="TIME", help='Time left to the start: "45 min".')
@click.option("--during", is_flag=True, help="On the move, for the whole session.")
@click.option("--after", is_flag=True, help="Within the hour after the session.")
@click.option("--before-bed", is_flag=True, help="Protein for the night.")
@click.option("--run", metavar="TEXT", help='"8 km tempo"')
@click.option("--lift", metavar="TEXT", help='"60min heavy lower"')
@click.option("--next-in", metavar="TIME", help='After: time to the next one, "6 h".')
@click.option("--count", type=click.IntRange(1, 20), default=5, help="How many at most.")
@click.option("--seed", type=int, default=0, help="Another choice among good ones.")
@click.option("--foods", metavar="FILE", help="Your own foods and dishes, a TOML file.")
@output_options("text", "markdown", "html", "json")
@unit_options
@athlete_options
def snack(*, fmt: str | None, out: tuple[str, ...], **values: Any) -> None:
    """
    Suggest a snack around a session or before bed, the best first.

    The athlete is the profile's, with the options laid over it; with neither it is the
    built-in example. Without --in, --during, --after or --before-bed an hour before is meant.
    """
    when, within, next_in = _occasion(values), values["within"], values["next_in"]
    if next_in is not None and when != "after":
        raise InputError("--next-in goes with --after", argument="snack", remedy="leave it out")
    athlete, goal, is_example = _whose(values)
    session = _session(values["run"], values["lift"])
    day = Day.from_tree(EXAMPLE["days"][0], path="days[1].") if is_example else None
    if session is None and day is not None and when != "before-bed":
        session = day.runs[0]
    try:
        options = suggest_snacks(
            athlete,
            session,
            when=when,
            day=day,
            goal=goal,
            minutes=parse_amount("60 min" if within is None else within, "min", name="minutes"),
            hours_to_next=24.0
            if next_in is None
            else parse_amount(next_in, "h", name="hours_to_next"),
            foods=own_foods(values["foods"]),
            seed=values["seed"],
            count=values["count"],
        )
    except InputError as error:
        option = _OPTIONS.get(error.argument or "")
        raise error if option is None else error.within("", place=option) from None
    if is_example and fmt in {None, "text"}:
        click.echo(EXAMPLE_LINE, err=bool(out))
    page = SnackList(options, when, athlete)
    asked: LookOptions = {"units": values["units"], "energy_unit": values["energy_unit"]}
    put_out(lambda _: page, fmt, out, asked)


_OPTIONS = {"minutes": "--in", "hours_to_next": "--next-in"}


_OCCASIONS: Mapping[str, Occasion] = {
    "within": "before", "during": "during", "after": "after", "before_bed": "before-bed",
}  # fmt: skip


def _occasion(values: dict[str, Any]) -> Occasion:
    """The one occasion that is asked for."""
    chosen = [occasion for key, occasion in _OCCASIONS.items() if values[key] not in {None, False}]
    if len(chosen) > 1:
        problem = "--in, --during, --after and --before-bed exclude each other"
        raise InputError(problem, argument="snack", remedy="keep one")
    return chosen[0] if chosen else "before"


def _whose(values: dict[str, Any]) -> tuple[Athlete, Goal, bool]:
    """The profile's athlete and goal with the options over them, or the example's."""
    options, profile = given(values, ATHLETE_KEYS), profile_tree()
    is_example = "athlete" not in profile and not options
    saved = EXAMPLE if is_example else profile
    tree = overlaid(Athlete, saved.get("athlete", {}), options)
    goal = Goal.from_tree(saved.get("goal", {}), path="goal.")
    return Athlete.from_tree(tree, path="athlete."), goal, is_example


def _session(run: str | None, lift: str | None) -> Run | Lift | None:
    """The session, if one is given."""
    if run is not None and lift is not None:
        problem, remedy = "--run and --lift exclude each other", "give the session in question"
        raise InputError(problem, argument="snack", remedy=remedy)
    if run is not None:
        return Run.of(**run_from_text(run))
    return None if lift is None else Lift.of(**lift_from_text(lift))
