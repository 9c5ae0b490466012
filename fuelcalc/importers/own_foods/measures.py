"""Words and steps of household measures that a label does not give."""

from dataclasses import replace
from math import floor

from fuelcalc.errors import InputError
from fuelcalc.models.foods import Measure


def step_of(one_g: float) -> float:
    """A quarter of what can be weighed in quarters."""
    return 0.25 if one_g >= 4.0 else 1.0


def counted(measure: str, name: str) -> str:
    """
    A measure with what is measured, unless the measure says it already.

    >>> counted("slice", "Mill bread"), counted("large egg", "Egg")
    ('slice Mill bread', 'large egg')
    """
    return measure if name.lower() in measure.lower() else f"{measure} {name}"


def plural(word: str) -> str:
    """
    More than one, near enough; a label may say better.

    >>> plural("slice"), plural("pouch")
    ('slices', 'pouches')
    """
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def stepped(measured: Measure, *, step: float | None, most: float | None) -> Measure:
    """
    A measure in somebody's own steps, up to their own largest portion.

    Args:
        measured: The measure; where it stays as it is, so do the amounts that people take.
        step: The smallest sensible part, in measures; None keeps its own.
        most: The largest sensible portion, in measures; None keeps its own.

    Raises:
        InputError: A portion is less than a step, or a step cannot be counted or weighed.
    """
    if step is not None and most is not None and most < step:
        problem = f"is less than one step, {step:g}"
        raise InputError(problem, argument="most", value=most, remedy="write more")
    own = measured.step if step is None else step
    largest = max(measured.most if most is None else most, own)
    size = measured.one_ml or measured.one_g
    if measured.shown == "count" and own % 0.25:
        remedy = "write 0.25, 0.5 or 1"
        raise InputError("cannot be counted", argument="step", value=own, remedy=remedy)
    if measured.shown != "count" and own * size < 1.0:
        raise InputError(
            "cannot be weighed",
            argument="step",
            value=own,
            quote=f"{own * size:.2g} g",
            remedy=f"write {1.0 / size:.2g}",
        )
    largest = own * floor(largest / own + 1e-9)
    is_kept = (own, largest) == (measured.step, measured.most)
    natural = measured.natural if is_kept else ()
    return replace(measured, step=own, most=largest, natural=natural)
