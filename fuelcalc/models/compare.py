"""What differs between two plans."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fuelcalc.kinds import holds_kinds
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.record import Record

# Rounding makes no difference of two figures.
_ALIKE = 1e-9


class Difference(NamedTuple):
    """
    One figure or word of two plans that is not the same.

    Attributes:
        name: Its path in the plan, such as "targets.protein_g".
        first: What it is in the first plan; None where that has none.
        second: What it is in the second.
    """

    name: str
    first: float | str | None
    second: float | str | None

    @property
    def change(self) -> float | None:
        """How much more it is in the second plan; None where one has none, or it is no number."""
        if isinstance(self.first, float) and isinstance(self.second, float):
            return self.second - self.first
        return None


@holds_kinds()
def compare(first: DayPlan, second: DayPlan) -> tuple[Difference, ...]:
    """
    The figures of energy and targets that differ between two plans of a day.

    Args:
        first: A plan.
        second: Another, of the same or another athlete and day.

    Returns:
        One row a figure, in the plan's order; nothing where they are the same.

    >>> from fuelcalc import Athlete, Day, plan_day
    >>> athlete = Athlete.of(sex="male", age=30, mass="70 kg", height="175 cm")
    >>> rest, run = (
    ...     plan_day(athlete, day, menu=False) for day in (Day(), Day.of(runs=["10 km easy 07:00"]))
    ... )
    >>> changes = {one.name: one.change for one in compare(rest, run)}
    >>> changes["energy.exercise_kcal"] == run.energy.exercise_kcal
    True
    >>> "energy.resting_kcal" in changes
    False
    """
    mine, theirs = (dict(_leaves(plan)) for plan in (first, second))
    return tuple(
        Difference(name, mine.get(name), theirs.get(name))
        for name in dict.fromkeys((*mine, *theirs))
        if not _is_alike(mine.get(name), theirs.get(name))
    )


def _leaves(plan: DayPlan) -> Iterator[tuple[str, float | str]]:
    """Every number and word of energy and targets, by its path."""
    for member in ("energy", "targets"):
        yield from _under(member, getattr(plan, member))


def _under(path: str, value: Any) -> Iterator[tuple[str, float | str]]:
    """The numbers and words at a path, and below it; what is listed has no path of its own."""
    if isinstance(value, float | str):
        yield path, value
    elif isinstance(value, Record | Mapping):
        for name, each in (value if isinstance(value, Mapping) else vars(value)).items():
            yield from _under(f"{path}.{name}", each)


def _is_alike(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= _ALIKE * max(abs(one), abs(other), 1.0)
    return one == other
