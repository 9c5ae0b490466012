"""Where the figures of a plan come from."""

from typing import NamedTuple

from fuelcalc.models.timeline import FeedingName


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
    inputs: tuple[tuple[str, float | str | FeedingName], ...]
    source: str
    estimate: bool
