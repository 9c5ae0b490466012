"""Where the figures of a plan come from."""

from typing import NamedTuple

from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.timeline import FeedingName

Input = float | str | FeedingName | Run | Lift | Other
"""What went into a figure; a session is what its text was taken for."""


class Figure(NamedTuple):
    """
    One number of the plan, explained.

    `inputs` holds what went into it as (name, value); `low` and `high` are its 90 % range
    where there is one, and `estimate` says that the source is this project's own synthesis.
    """

    name: str
    value: float
    low: float | None
    high: float | None
    equation: str
    inputs: tuple[tuple[str, Input], ...]
    source: str
    estimate: bool
