"""Where the figures of a plan come from."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.timeline import FeedingName

Input = float | str | FeedingName | Run | Lift | Other
"""What went into a figure; a session is what its text was taken for."""


class Figure(NamedTuple):
    """
    One number of the plan, explained.

    `inputs` holds what went into it as (name, value); `low` and `high` are its 90 % range
    where there is one, and `estimate` says that the source is this project's own synthesis.
    `links` holds the paths of inputs that are figures themselves, as (name, path): a path can be
    explained in turn. A sum of several has a link to each.
    """

    name: str
    value: float
    low: float | None
    high: float | None
    equation: str
    inputs: tuple[tuple[str, Input], ...]
    source: str
    estimate: bool
    links: tuple[tuple[str, str], ...] = ()


_PATHS: Final[Mapping[str, str]] = {
    "resting_kcal": "energy.resting_kcal",
    "expenditure_kcal": "energy.expenditure_kcal",
    "mean_expenditure_kcal": "energy.expenditure_kcal",
    "exercise_kcal": "energy.exercise_kcal",
    "balance_kcal": "energy.balance_kcal",
    "intake_kcal": "energy.intake_kcal",
    "energy_kcal": "energy.intake_kcal",
    "safe_intake_kcal": "energy.safe_intake_kcal",
}
"""The figure that an input may be; it is where both are the same number."""

_SUMS: Final[Mapping[str, str]] = {
    "exercise_net_kcal": "energy.sessions[",
    "exercise_net_of_rest_kcal": "energy.sessions[",
}
"""Inputs that are the sum of several figures, and how the paths of these begin."""


_EATEN: Final = ("targets.energy", "targets.energy_kcal")
_END: Final = re.compile(r"_(low|high)(?=_|$)")
_CURVE: Final = re.compile(
    r"within_day\.(limit|lowest|intake|expenditure|balance|well)(_kcal)?(\[\d+\])?"
)
_OF_SESSION: Final = re.compile(
    r"(energy\.sessions\[\d+\])\.(gross|net_of_rest|duration|distance)_?\w*"
)


def told_by(path: str) -> str:
    """
    The figure that explains a number beside it: an end of its range, or what it was made from.

    The hours in deficit explain the curve that they are counted on.

    >>> told_by("energy.expenditure_low_kcal"), told_by("energy.sessions[0].gross_kcal")
    ('energy.expenditure_kcal', 'energy.sessions[0].net_kcal')
    """
    if _CURVE.fullmatch(path):
        return "within_day.time_below_limit_h"
    session = _OF_SESSION.fullmatch(path)
    if session is not None:
        return f"{session[1]}.net_kcal"
    return "energy.intake_kcal" if path in _EATEN else _END.sub("", path)


def with_links(figure: Figure, known: Mapping[str, Figure]) -> Figure:
    """
    A figure with the paths of its inputs.

    Args:
        figure: From a trace.
        known: All figures of that trace, by their names.
    """
    links: list[tuple[str, str]] = []
    for name, value in figure.inputs:
        if name in _SUMS:
            links += [(name, path) for path in known if path.startswith(_SUMS[name])]
        elif name in _PATHS and _PATHS[name] in known and known[_PATHS[name]].value == value:
            links.append((name, _PATHS[name]))
    return figure._replace(links=tuple(links))
