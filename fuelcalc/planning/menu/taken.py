"""When each thing on the plate of a long session is taken, and what to carry."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Final, NamedTuple

from fuelcalc.models.foods import Food, Serving
from fuelcalc.models.timeline import Carried, Taken
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import as_time
from fuelcalc.planning.menu.on_the_move import CAFFEINE_GEL, GEL, is_bottled, is_swallowed
from fuelcalc.planning.sessions.session import LONG_MIN
from fuelcalc.science.caffeine import ON_THE_WAY_SHARE
from fuelcalc.science.on_the_way import even_minutes, most_moments, sip_minutes

# A mouthful, a gel: so much at once, or the food's smallest amount where that holds more.
_AT_ONCE_G: Final = 25.0
_LEAST_ROW: Final = 0.75
_DUST: Final = 1e-9


class _Bite(NamedTuple):
    """Some of one food, taken at once; where it stands in its row, 0 to 1."""

    at: float
    place: int
    amount: float


def taken_of(servings: Sequence[tuple[Food, Serving]], feeding: Feeding) -> tuple[Taken, ...]:
    """
    The food of a long session by the minute; the sums of each food are its serving.

    What is eaten is spread evenly, one food in turn with another, the last a quarter of an hour
    before the end. The bottle is drunk in equal parts, in steps of whole five minutes. A gel with
    caffeine stands at 60 to 70 % of the way.

    Args:
        servings: The foods of the plate.
        feeding: Where it is taken.
    """
    minutes = feeding.minutes
    bites = _bites(servings)
    n_moments = min(len(bites), most_moments(duration_min=minutes))
    found: list[tuple[float, int, float]] = []
    moments = even_minutes(n_moments, duration_min=minutes)
    for number, bite in enumerate(bites):
        found.append((moments[number * n_moments // len(bites)], bite.place, bite.amount))
    found = _with_caffeine(found, servings, minutes)
    drink_ml = sum(_drink_ml(food, one.amount) for food, one in servings)
    sips = sip_minutes(duration_min=minutes, drink_ml=drink_ml)
    for place, (food, one) in enumerate(servings):
        if food.food_id == CAFFEINE_GEL and not any(n == place for _, n, _ in found):
            found.append((minutes * ON_THE_WAY_SHARE[1], place, one.amount))
        elif is_bottled(food):
            found += [(minute, place, one.amount / len(sips)) for minute in sips]
        elif is_swallowed(food):
            found += _capsules(place, one, sips)
    return tuple(
        _taken(minute, amount, *servings[place], feeding)
        for minute, place, amount in _together(found)
    )


def carry_of(servings: Sequence[tuple[Food, Serving]], feeding: Feeding) -> tuple[Carried, ...]:
    """
    What to carry on a long session: what is taken, and in a long race one gel or bite to spare.

    Args:
        servings: The foods of the plate.
        feeding: Where it is taken.
    """
    session = feeding.accompanies
    is_long_race = session is not None and session.is_race and session.minutes > LONG_MIN
    units = [food for food, _ in servings if _is_unit(food)]
    # A gel keeps in a pocket; where there is none, the first of what is bitten.
    first = min(units, key=lambda food: food.role != "sports", default=None)
    return tuple(
        Carried(
            food_id=food.food_id,
            name=food.name,
            amount=one.amount + spare,
            spare=spare,
            portion=food.portion,
            fluid_ml=_drink_ml(food, one.amount),
        )
        for food, one in servings
        for spare in (_at_once(food) if is_long_race and food is first else 0.0,)
    )


def _is_unit(food: Food) -> bool:
    """Whether a food is eaten piece by piece."""
    return not is_bottled(food) and not is_swallowed(food) and food.food_id != CAFFEINE_GEL


def _at_once(food: Food) -> float:
    """How much of a food is eaten at once, in household measures."""
    step = food.portion.step
    step_g = (food.per_100g.carbohydrate_g or 0.0) * step * food.portion.one_g / 100.0
    return step * max(floor(_AT_ONCE_G / step_g + _DUST), 1) if step_g > 0.0 else step


def _bites(servings: Sequence[tuple[Food, Serving]]) -> list[_Bite]:
    """All that is eaten, piece by piece, each food spread evenly among the others."""
    bites: list[_Bite] = []
    # A gel with caffeine is one of the gels until it has its place.
    instead = sum(one.amount for food, one in servings if food.food_id == CAFFEINE_GEL)
    for place, (food, one) in enumerate(servings):
        if not _is_unit(food):
            continue
        amount = one.amount + (instead if food.food_id == GEL else 0.0)
        number = ceil(amount / _at_once(food) - _DUST)
        bites += [
            _Bite((k + 0.5) / number, place, bite)
            for k, bite in enumerate(_alike(amount, number, food.portion.step))
        ]
    return sorted(bites)


def _alike(amount: float, number: int, step: float) -> Iterator[float]:
    """So many parts of an amount, in whole steps and as alike as these allow, large ones first."""
    cuts = [step * floor(k * amount / (number * step) + 0.5) for k in range(number)]
    return (end - start for start, end in pairwise([*cuts, amount]))


def _with_caffeine(
    found: Sequence[tuple[float, int, float]],
    servings: Sequence[tuple[Food, Serving]],
    minutes: float,
) -> list[tuple[float, int, float]]:
    """The gel nearest to two thirds of the way is the one with caffeine, within 60 to 70 %."""
    places = {food.food_id: place for place, (food, _) in enumerate(servings)}
    gels = [one for one in found if one[1] == places.get(GEL)]
    if CAFFEINE_GEL not in places or not gels:
        return list(found)
    first, best, last = (share * minutes for share in ON_THE_WAY_SHARE)
    nearest = min(gels, key=lambda one: (abs(one[0] - best), one[0]))
    rest = list(found)
    rest.remove(nearest)
    rest.append((min(max(nearest[0], first), last), places[CAFFEINE_GEL], nearest[2]))
    return rest


def _capsules(
    place: int, one: Serving, moments: Sequence[float]
) -> Iterator[tuple[float, int, float]]:
    """Capsules, one at a time, evenly among the moments at which something is drunk."""
    number = ceil(one.amount - _DUST)
    apart = len(moments) // number
    first = (len(moments) - 1 - apart * (number - 1)) // 2
    # A row of equal steps is easy to keep, as long as it spans the way.
    is_row = apart * number >= _LEAST_ROW * len(moments)
    for k in range(number):
        nth = first + apart * k if is_row else floor((k + 0.5) * len(moments) / number)
        yield moments[nth], place, min(1.0, one.amount - k)


def _together(
    found: Sequence[tuple[float, int, float]],
) -> list[tuple[float, int, float]]:
    """In order of time and of the plate, what falls on the same moment added up."""
    sums: dict[tuple[float, int], float] = {}
    for minute, place, amount in found:
        sums[minute, place] = sums.get((minute, place), 0.0) + amount
    return [(minute, place, sums[minute, place]) for minute, place in sorted(sums)]


def _drink_ml(food: Food, amount: float) -> float:
    """What is drunk of so many household measures."""
    return amount * (food.portion.one_ml or 0.0)


def _taken(minute: float, amount: float, food: Food, one: Serving, feeding: Feeding) -> Taken:
    """Some of a serving, at a minute from the start."""
    share, holds = amount / one.amount, one.nutrients
    carbohydrate_g, sodium_mg = holds.carbohydrate_g, holds.sodium_mg
    return Taken(
        minute=minute,
        time=as_time(feeding.minute + round(minute)),
        food_id=food.food_id,
        name=food.name,
        amount=amount,
        portion=food.portion,
        carbohydrate_g=None if carbohydrate_g is None else share * carbohydrate_g,
        sodium_mg=None if sodium_mg is None else share * sodium_mg,
        caffeine_mg=share * (holds.caffeine_mg or 0.0),
        fluid_ml=_drink_ml(food, amount),
        is_bottled=is_bottled(food),
    )
