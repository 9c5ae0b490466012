"""How much fibre the days of a week come to by their dishes, before any day is portioned."""

from collections.abc import Mapping, Sequence
from typing import Final

from fuelcalc.planning.menu.repeats import BREAKFAST, MEAL, SNACK, Places, kind_of_place
from fuelcalc.planning.menu.week_dishes import WeekDish

# What part of a day's energy a lunch or dinner is, a breakfast, and each of two snacks.
_SHARE: Final[Mapping[str, float]] = {MEAL: 0.27, BREAKFAST: 0.25, SNACK: 0.105}
# Grams for 1,000 kcal that the dishes of a day may come to, beside which fruit and avocado stand;
# who eats much is asked for 45 g and no more.
_ENOUGH, _ENOUGH_OF_MUCH = 14.0, 12.0
# What a gram more on a day costs, in the coin of `rota`.
_COST: Final = 3.0


def fibre_room(
    name: str, others: Mapping[str, WeekDish], places: Places, *, is_large: bool
) -> tuple[float, ...]:
    """
    What a dish at a place may add to each of its days before that has more fibre than it wants.

    Args:
        name: The place; where nobody knows its days there are none.
        others: The dishes of all others.
        places: The places of the week.
        is_large: Whether somebody eats much.

    Returns:
        Grams for 1,000 kcal of a whole day, a number a day.
    """
    days = places.days.get(name, 0)
    room = dict.fromkeys(
        (weekday for weekday in range(days.bit_length()) if days >> weekday & 1),
        _ENOUGH_OF_MUCH if is_large else _ENOUGH,
    )
    for other, one in others.items():
        if shared := days & places.days.get(other, 0):
            own = fibre_of(other, one)
            for weekday in room:
                room[weekday] -= own * (shared >> weekday & 1)
    # A day that has too much already is charged for what is added alone.
    return tuple(max(left, 0.0) for left in room.values())


def fibre_of(name: str, one: WeekDish) -> float:
    """What a dish brings to a day at a place, in g for 1,000 kcal of the whole day."""
    return _SHARE[kind_of_place(name)] * one.fibre_g_per_mcal


def fibre_cost(own: float, room: Sequence[float]) -> float:
    """
    What it costs that days have more fibre than they want.

    Args:
        own: What a dish brings to each of its days.
        room: What these had room for.

    >>> fibre_cost(5.0, (6.0, 4.0, 0.0))
    18.0
    """
    return _COST * sum([max(own - left, 0.0) for left in room])
