"""What is taken on the move: what is drunk, what is chewed, and what each is worth there."""

from collections.abc import Iterable
from typing import Final, Literal

from fuelcalc.models.foods import Food
from fuelcalc.planning.clock.feedings import Feeding

Unfit = Literal["chewed", "cooked", "tub"]
"""What has its place on the move, though not on every session."""

GEL, CAFFEINE_GEL, WATER = "energy-gel", "caffeine-gel", "water"
"""The gel of which one with caffeine takes the place, and what every bottle is filled up with."""

_GELS: Final = frozenset({GEL, CAFFEINE_GEL, "isotonic-gel"})
_STIRRED: Final = frozenset({"honey", "maple-syrup"})
_COOKED: Final = frozenset({"new-potatoes", "white-rice"})
_TUBS: Final = frozenset({"carbohydrate-drink-mix", "maltodextrin"})
# Under an hour and a quarter so little is asked for that a bottle holds it, and what is boiled,
# shaped and salted for a run is worth it from two hours and a half on.
_CHEWED_MIN, _COOKED_MIN = 75.0, 150.0
# A scoop and a bit: for less nobody buys a kilogram.
_TUB_G: Final = 30.0
# What is boiled spoils: four hours out of the fridge is the most, by the FDA's Food Code 2022,
# 3-501.19; on a warm day we say half of that [est], and in heat one hour, as the USDA has it from
# 90 °F on. It is out of the fridge before the start.
_SPOILS_H, _SPOILS_IN_WARMTH_H, _SPOILS_IN_HEAT_H = 4.0, 2.0, 1.0
_WARM_DEGC, _ON_THE_WAY_MIN = 25.0, 30.0
# What a session asks for is nothing below it, and grows steeply from there (`worth_taking_g`).
_LEAST_G = 10.0
# A banana holds three grams, so that there are two in two hours and a half; six medjool dates are
# 10 g, and none of it is fuel. Who is out for more than four hours lives on food.
_FIBRE_G, _FIBRE_G_PER_H, _LATER_G_PER_H, _LATER_MIN = 3.5, 2.5, 4.0, 240.0


HOT_DEGC: Final = 32.0
"""From which air on what is boiled keeps for an hour: 90 °F."""


def is_powder(food: Food) -> bool:
    """
    Whether a food goes into the bottle: salt in pinches, sugar and what is sold to be dissolved.

    >>> from fuelcalc.pantry import BUNDLED
    >>> is_powder(BUNDLED.food("maltodextrin")), is_powder(BUNDLED.food("energy-gel"))
    (True, False)
    """
    return not food.eaten_as_is and food.portion.one_ml is None


def is_bottled(food: Food) -> bool:
    """Whether a food is drunk on the move, by itself or dissolved."""
    return food.portion.one_ml is not None or is_powder(food)


def is_swallowed(food: Food) -> bool:
    """Whether a food holds no energy and is no drink: a salt capsule."""
    return not is_bottled(food) and not food.per_100g.energy_kcal


def is_chewed(food: Food) -> bool:
    """
    Whether a food is bitten on the move: neither drunk, nor swallowed, nor squeezed from a packet.

    >>> from fuelcalc.pantry import BUNDLED
    >>> [is_chewed(BUNDLED.food(name)) for name in ("banana", "energy-gel", "honey")]
    [True, False, False]
    """
    is_poured = food.food_id in _GELS | _STIRRED
    return not (is_poured or is_bottled(food) or is_swallowed(food))


def whole_steps(food: Food) -> int:
    """
    How many steps of a food are taken at once on the move: nobody carries half a banana.

    >>> from fuelcalc.pantry import BUNDLED
    >>> [whole_steps(BUNDLED.food(name)) for name in ("banana", "medjool-dates", "maltodextrin")]
    [2, 1, 1]
    """
    is_piece = food.portion.shown == "count" and is_chewed(food)
    return max(round(1.0 / food.portion.step), 1) if is_piece else 1


def unfit_of(food: Food) -> frozenset[Unfit]:
    """What a food is on the move, of what has no place on every session."""
    kinds: set[Unfit] = set()
    if is_chewed(food):
        kinds.add("chewed")
    if food.food_id in _COOKED:
        kinds.add("cooked")
    if food.food_id in _TUBS:
        kinds.add("tub")
    return frozenset(kinds)


def unfit_on(feeding: Feeding) -> frozenset[Unfit]:
    """
    What has no place on a session.

    Nobody chews between hard repetitions; in a race whoever can does.

    Args:
        feeding: What is taken on it.
    """
    session = feeding.accompanies
    if session is None:
        return frozenset()
    is_sharp = session.is_hard and not session.is_race
    kinds: set[Unfit] = set()
    if is_sharp or feeding.minutes < _CHEWED_MIN:
        kinds.add("chewed")
    if feeding.minutes < _COOKED_MIN:
        kinds.add("cooked")
    if feeding.portion.carbohydrate_g < _TUB_G:
        kinds.add("tub")
    return frozenset(kinds)


def safe_h(feeding: Feeding) -> float:
    """
    How many hours something boiled may be carried on a session.

    Args:
        feeding: What is taken on it.
    """
    session = feeding.accompanies
    air_degc = None if session is None else session.air_degc
    if air_degc is None or air_degc < _WARM_DEGC:
        return _SPOILS_H
    return _SPOILS_IN_WARMTH_H if air_degc < HOT_DEGC else _SPOILS_IN_HEAT_H


def spoiling(feeding: Feeding, foods: Iterable[Food]) -> tuple[str, ...]:
    """
    The boiled foods that are carried for longer than they keep.

    Args:
        feeding: What is taken on a session.
        foods: What it holds.
    """
    out_min = feeding.minutes + _ON_THE_WAY_MIN
    is_short = feeding.accompanies is None or out_min <= 60.0 * safe_h(feeding)
    boiled = (food.name for food in foods if food.food_id in _COOKED)
    return () if is_short else tuple(dict.fromkeys(boiled))


def is_worth_taking(feeding: Feeding) -> bool:
    """
    Whether what is asked of a feeding is worth a packet: on the move from 10 g on, else water does.

    The dose grows from nothing there, so that no figure makes a step; nobody mixes 30 kcal.
    """
    return feeding.accompanies is None or feeding.portion.carbohydrate_g >= _LEAST_G


def most_fibre_g(feeding: Feeding) -> float:
    """The most fibre to take on a session: dates alone are more than a gut in motion likes."""
    first_h = min(feeding.minutes, _LATER_MIN) / 60.0
    later_h = feeding.minutes / 60.0 - first_h
    return max(_FIBRE_G, _FIBRE_G_PER_H * first_h + _LATER_G_PER_H * later_h)
