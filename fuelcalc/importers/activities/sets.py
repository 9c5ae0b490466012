"""Sets as they were done, and as a plan counts them."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Final

from fuelcalc.models.found import FoundSets
from fuelcalc.models.sessions import HEAVIEST_KG

_MOST_REPS: Final = 200


def set_done(
    name: str,
    *,
    reps: float | None,
    load_kg: float | None,
    seconds: float | None,
    warm_up: bool = False,
    guessed: bool = False,
) -> FoundSets | None:
    """
    One set, whatever a file writes for what it does not know.

    A load of zero is the body's own weight or was never entered, and one below zero is the help of
    a machine: neither is a load. No repetitions in some seconds are a timed set.

    Args:
        name: The exercise.
        reps: Repetitions.
        load_kg: The load.
        seconds: How long it took.
        warm_up: Whether it was to warm up; it is work all the same.
        guessed: Whether the device guessed the exercise.

    Returns:
        The set; None where nothing was done.

    >>> set_done("plank", reps=0, load_kg=0.0, seconds=45.0)
    FoundSets(name='plank', sets=1, reps=None, load_kg=None, seconds=45.0, warm_up=False, \
guessed=False)
    """
    whole = round(reps) if reps is not None and 0.5 <= reps <= _MOST_REPS else None
    time_s = seconds if whole is None and seconds is not None and seconds > 0.0 else None
    if whole is None and time_s is None:
        return None
    load = load_kg if load_kg is not None and 0.0 < load_kg <= HEAVIEST_KG else None
    return FoundSets(
        " ".join(name.split())[:80] or "exercise",
        reps=whole,
        load_kg=load,
        seconds=time_s,
        warm_up=warm_up,
        guessed=guessed,
    )


def fold(done: Iterable[FoundSets]) -> tuple[FoundSets, ...]:
    """
    Sets one by one, with those that follow each other and are alike in one.

    >>> squat = FoundSets("squat", reps=6, load_kg=70.0)
    >>> [(each.name, each.sets) for each in fold([squat, squat, FoundSets("row", reps=8), squat])]
    [('squat', 2), ('row', 1), ('squat', 1)]
    """
    return tuple(
        replace(alike, sets=sum(each.sets for each in same))
        for alike, group in groupby(done, key=lambda each: replace(each, sets=1))
        for same in [list(group)]
    )
