"""Where the figures of a plan come from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.timeline import Entry, FeedingName

Input = float | str | FeedingName | Run | Lift | Other
"""What went into a figure; a session is what its text was taken for."""

Inputs = tuple[tuple[str, Input], ...]
Links = tuple[tuple[str, str], ...]


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
    inputs: Inputs
    source: str
    estimate: bool
    links: Links = ()


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
    r"within_day\.(step|limit|lowest|intake|expenditure|balance|well)(_kcal|_min)?(\[\d+\])?"
)
_OF_SESSION: Final = re.compile(
    r"(energy\.sessions\[\d+\])\.(gross|net_of_rest|duration|distance)_?\w*"
)
_BESIDE: Final[Mapping[str, str]] = {
    "start": "minute", "end": "minutes", "time": "minute", "amount": "grams", "household": "grams",
    "unknown_share": "amount",
}  # fmt: skip
"""What on a line of the clock, of its food and of the menu is the same figure in other words."""

_ENTRY_NAME: Final = re.compile(r"(timeline|menu)\.([^.\[\]]+)\.(.+)")
_OF_DAY: Final = frozenset({"totals", "coverage", "relaxed"})
_PARTS: Final = ("energy", "targets", "timeline", "within_day", "menu")


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
    place, _, last = path.rpartition(".")
    if last in _BESIDE and place.startswith(("timeline[", "menu.coverage.")):
        return f"{place}.{_BESIDE[last]}"
    return "energy.intake_kcal" if path in _EATEN else _END.sub("", path)


def named_entry(path: str, entries: Sequence[Entry]) -> str:
    """
    A path in which a line of the clock stands by its place, if it stood by its name or its time.

    Args:
        path: Such as "timeline.lunch.fluid", "timeline.12:50.start" or "menu.lunch.energy", which
            is about its food; any other path stays as it is.
        entries: The clock.

    Raises:
        InputError: Several lines have that name.
    """
    found = _ENTRY_NAME.fullmatch(path)
    if found is None or found[2] in _OF_DAY:
        return path
    part, name, rest = found.groups()
    places = [place for place, entry in enumerate(entries) if _plain(name) in _names(entry)]
    # A session and what is taken on it start together; what is asked of a time is its feeding.
    places = [place for place in places if entries[place].is_feeding] or places
    if not places:
        return path
    if len(places) > 1:
        times = tuple(f"{entries[place].start:%H:%M}" for place in places)
        raise InputError(
            f"names {len(places)} lines of the clock", argument="path", value=name,
            remedy=f"write the time: {' or '.join(times)}",
        )  # fmt: skip
    of_food = part == "menu" and not rest.startswith("items[")
    return f"timeline[{places[0]}].{'served.' if of_food else ''}{rest}"


def _names(entry: Entry) -> frozenset[str]:
    """What a line of the clock goes by."""
    words = {f"{entry.start:%H:%M}", entry.kind, entry.name or ""}
    return frozenset(map(_plain, words | ({entry.called} if entry.is_feeding else set())))


def _plain(name: str) -> str:
    """
    A name however its words are joined.

    >>> _plain("Before-the-run")
    'before the run'
    """
    return re.sub(r"[\s_-]+", " ", name).strip().casefold()


def in_order(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Figures in the order of the plan: part by part, and the clock line by line."""
    return tuple(sorted(figures, key=_place))


def _place(figure: Figure) -> tuple[int, int]:
    """Which part of the plan a figure is of, and which line of the clock."""
    part, _, line = figure.name.partition(".")[0].partition("[")
    return _PARTS.index(part), int(line[:-1] or 0)


def with_links(figure: Figure, known: Mapping[str, Figure]) -> Figure:
    """
    A figure with the paths of its inputs.

    Args:
        figure: From a trace.
        known: All figures of that trace, by their names.
    """
    links = [(name, path) for name, path in figure.links if path in known]
    for name, value in figure.inputs:
        if name in _SUMS:
            links += [(name, path) for path in known if path.startswith(_SUMS[name])]
        elif name in _PATHS and _PATHS[name] in known and known[_PATHS[name]].value == value:
            links.append((name, _PATHS[name]))
    return figure._replace(links=tuple(links))
