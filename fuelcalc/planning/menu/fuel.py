"""
Food and drink of a long session or a race: built for its dose, not searched like a meal.

A dish of the meal "long" says what is taken; here it is said how much, so that carbohydrate,
sodium and drink are those of the session, and no bottle is stronger than 8 %.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor, inf
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.models.dishes import Component, Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.counts import (
    CARBOHYDRATE,
    DRINK,
    ENERGY,
    FIBRE,
    PLACE,
    PROTEIN,
)
from fuelcalc.planning.menu.fit import (
    INSIDE_COST,
    NEAR_EDGE,
    OUTSIDE_COST,
    UNUSUAL_COST,
    Plates,
    plates_cost,
)
from fuelcalc.planning.menu.laid import step_g, unit_of
from fuelcalc.planning.menu.on_the_move import (
    CAFFEINE_GEL,
    GEL,
    WATER,
    is_bottled,
    whole_steps,
)
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.ranking import Floats, Ints, cheapest, grid
from fuelcalc.planning.menu.tolerances import Want
from fuelcalc.planning.sessions.session import LONG_MIN
from fuelcalc.science.carbohydrate import food_share
from fuelcalc.science.on_the_way import MOST_DRINK_SHARE, sodium_band_mg, units_on_the_way

LONG: Final = ("long",)
"""The meal whose dishes are taken on a long session."""

SALTS: Final = frozenset({"salt", "salt-capsule", "salt-pinch"})
"""What makes up the sodium of what is drunk on the move."""

_SODIUM: Final = PLACE["sodium_mg"]
# What a race asks for outweighs luck and whatever else the day would gain: caffeine where it is
# asked for, and from station to station water, with sweet things for a stomach that races.
_NO_CAFFEINE_COST: Final = 10.0
_NO_STATION_COST: Final = 20.0
_SOLID_COST: Final = 4.0
_SWEET_ROLES: Final = frozenset({"sports", "fruit", "dried-fruit", "sweet"})
# What is not drunk of the plan costs as much as being at the edge of a band.
_DRY_COST: Final = 2.0
DOSE_WEIGHT: Final = 3.0
"""How much more the dose counts on the move than at a table: half a scoop more is at hand there."""
# One thing more to carry is worth a gel that is not quite the dose, and no more.
_EXTRA_COST: Final = 0.5
# Over the dose by more than so much no number of steps is tried.
_MOST_OVER: Final = 1.25
# So many plates are looked at together; a finer one would only be another gel less half a date.
_MOST_PLATES: Final = 4_000
_DUST: Final = 1e-9


def is_long(feeding: Feeding) -> bool:
    """Whether a feeding is taken on a session of more than an hour and a half, or in a race."""
    session = feeding.accompanies
    return session is not None and (session.is_race or session.minutes > LONG_MIN)


class _Places(NamedTuple):
    """The foods of a dish by what decides how much of each is taken."""

    eaten: tuple[int, ...]
    salt: int | None
    water: int | None


def fuel_option(
    variant: Variant,
    feeding: Feeding,
    want: Want,
    *,
    taste: float,
    pantry: Pantry,
    limits: Limits,
    caffeine_gels: int = 0,
) -> Option | None:
    """
    A dish of a long session in the amounts that its dose, sodium and drink ask for.

    Args:
        variant: The dish, of the meal "long".
        feeding: What is taken on the session.
        want: Its macronutrients, and the most to drink.
        taste: What speaks against the dish today.
        pantry: Where its foods are from.
        limits: Whose; without salt the sodium is not asked for.
        caffeine_gels: How many of its gels should hold caffeine.

    Returns:
        The dish in fixed portions; None where every bottle would be too strong, or too much.
    """
    steps, cost = _steps(variant, feeding, want, pantry, limits)
    if cost == inf:
        return None
    foods, steps_of = variant.foods, dict(zip(variant.foods, steps, strict=True))
    gel, with_caffeine = pantry.by_id.get(GEL), pantry.by_id.get(CAFFEINE_GEL)
    if caffeine_gels:
        n_gels = 0 if gel is None else steps_of.get(gel, 0)
        allowed = with_caffeine is not None and limits.allow(with_caffeine)
        if gel is None or with_caffeine is None or not allowed or n_gels < caffeine_gels:
            cost += _NO_CAFFEINE_COST
        else:
            steps_of[gel] -= caffeine_gels
            steps_of[with_caffeine] = caffeine_gels
            foods = (*foods, with_caffeine)
            part = Component(CAFFEINE_GEL, 0.0, 1.0, 1.0)
            variant = replace(variant, foods=foods, components=(*variant.components, part))
    counted = np.array([steps_of[food] for food in foods], dtype=np.int64)
    return Option(
        variants=(variant,),
        foods=foods,
        unit=unit_of(foods, pantry),
        levels=counted[:, None],
        usual=counted.astype(float),
        weight=np.zeros(len(foods)),
        steps=counted,
        taste=taste + cost,
    )


def sodium_miss_mg(option: Option, feeding: Feeding) -> float | None:
    """
    The sodium that a plate holds on the move, where it is beyond its band; None within it.

    Args:
        option: What is taken.
        feeding: The session's feeding, with what was asked for.
    """
    asked, held = feeding.portion.sodium_mg, float(option.held[_SODIUM])
    return held if abs(held - asked) > sodium_band_mg(sodium_mg=asked) + _DUST else None


def _places(foods: Sequence[Food], unit: Floats) -> _Places:
    """Which food is salt, which is water, and which are counted against the dose."""
    salts = [n for n, food in enumerate(foods) if food.food_id in SALTS and unit[n, _SODIUM] > 0.0]
    waters = [n for n, food in enumerate(foods) if food.food_id == WATER]
    salt, water = next(iter(salts), None), next(iter(waters), None)
    return _Places(tuple(n for n in range(len(foods)) if n not in {salt, water}), salt, water)


def _steps(
    variant: Variant, feeding: Feeding, want: Want, pantry: Pantry, limits: Limits
) -> tuple[list[int], float]:
    """
    How many steps of each food, and what is wrong with the best of them.

    All sensible amounts of what is eaten are looked at side by side; the salt then makes up the
    sodium, and the water fills the bottles up to the planned drink.
    """
    foods = variant.foods
    unit = unit_of(foods, pantry)
    places = _places(foods, unit)
    ranges = [
        _range(food, part, unit[n], minutes=feeding.minutes, want=want)
        for n, (food, part) in enumerate(zip(foods, variant.components, strict=True))
    ]
    eaten = _combinations([ranges[n] for n in places.eaten])
    held = eaten @ unit[list(places.eaten)]
    usual = _usual(variant, feeding, unit)
    far = np.abs(eaten - usual[list(places.eaten)]) / np.maximum(
        [ranges[n][-1] - ranges[n][0] for n in places.eaten], 1
    )
    cost: Floats = grid(UNUSUAL_COST * far).sum(axis=1)
    extra = [n for n, place in enumerate(places.eaten) if usual[place] == 0.0]
    cost += _EXTRA_COST * (eaten[:, extra] > 0).sum(axis=1)
    in_drink = [n for n, place in enumerate(places.eaten) if is_bottled(foods[place])]
    drink_g = eaten[:, in_drink] @ unit[[places.eaten[n] for n in in_drink]][:, CARBOHYDRATE]
    poured = held[:, DRINK].copy()
    chosen = np.zeros((len(eaten), len(foods)), dtype=np.int64)
    chosen[:, list(places.eaten)] = eaten
    if places.water is not None:
        glass = unit[places.water, DRINK]
        low, high = ranges[places.water][0], ranges[places.water][-1]
        fills = np.floor((want.most_drink_ml - poured) / glass + _DUST)
        chosen[:, places.water] = np.clip(fills, low, high).astype(np.int64)
        poured += chosen[:, places.water] * glass
        held[:, _SODIUM] += chosen[:, places.water] * unit[places.water, _SODIUM]
    if places.salt is not None and not limits.unsalted:
        each = unit[places.salt, _SODIUM]
        short = (feeding.portion.sodium_mg - held[:, _SODIUM]) / each
        pinches = np.clip(np.floor(short + 0.5 + _DUST), 0, ranges[places.salt][-1])
        chosen[:, places.salt] = pinches.astype(np.int64)
        held[:, _SODIUM] += chosen[:, places.salt] * each
    cost += _out_of_place(foods, chosen, feeding)
    judged = held[:, PROTEIN : ENERGY + 1].copy()
    judged[:, CARBOHYDRATE] -= judged[:, FIBRE]
    judged[:, DRINK] = poured
    fit = plates_cost(grid(judged), want)
    if not limits.unsalted:
        asked = feeding.portion.sodium_mg
        off = np.abs(held[:, _SODIUM] - asked) / sodium_band_mg(sodium_mg=asked)
        cost += grid(INSIDE_COST * off + OUTSIDE_COST * np.maximum(off - NEAR_EDGE, 0.0))
    dry = np.maximum(want.most_drink_ml - poured, 0.0) / max(want.most_drink_ml, 1.0)
    cost += grid(_DRY_COST * dry)
    # A thick bottle, a bag of dates, or more than is sweated, is no plate at all.
    heavy = (drink_g > MOST_DRINK_SHARE * poured + _DUST) | (held[:, FIBRE] > want.most_fibre_g)
    cost[heavy | (poured > want.most_drink_ml + 1.0)] = np.inf
    best = int(cheapest(cost + DOSE_WEIGHT * fit))
    # How well it fits is counted with every option; here is what else there is against it.
    return chosen[best].tolist(), float(cost[best])


def _out_of_place(foods: Sequence[Food], chosen: Ints, feeding: Feeding) -> Floats:
    """What speaks against each plate on this course: powders at stations, potatoes under 5 h."""
    session = feeding.accompanies
    mixed = [n for n, food in enumerate(foods) if is_bottled(food) and food.food_id != WATER]
    solid = [
        n for n, food in enumerate(foods) if not is_bottled(food) and food.role not in _SWEET_ROLES
    ]
    sweet_share = 1.0 - food_share(duration_min=feeding.minutes)
    cost = np.where((chosen[:, solid] > 0).any(axis=1), _SOLID_COST * sweet_share, 0.0)
    if session is not None and session.has_stations:
        cost += np.where((chosen[:, mixed] > 0).any(axis=1), _NO_STATION_COST, 0.0)
    return grid(cost)


def _range(food: Food, part: Component, unit: Floats, *, minutes: float, want: Want) -> Ints:
    """The steps of a food that may be taken: by the dish, and not far over the dose alone."""
    step, hours = food.portion.step, ceil(minutes / 60.0)
    # A dish stays that dish on a long day: what names it comes every hour, drinks as they fit.
    whole = 1 if food.portion.one_ml is not None else max(int(minutes / 60.0), 1)
    least, most = round(part.least / step) * whole, round(part.most / step) * hours
    for place, asked in ((CARBOHYDRATE, want.carbohydrate_g), (DRINK, want.most_drink_ml)):
        if unit[place] > 0.0:
            most = min(most, ceil(_MOST_OVER * asked / unit[place]))
    piece = whole_steps(food)
    least = ceil(least / piece) * piece
    return np.arange(least, max(most, least) + 1, piece)


def _combinations(ranges: Sequence[Ints]) -> Ints:
    """Every combination of steps, coarser where they would be too many."""
    lines = list(ranges)
    if not lines:
        # Water alone is a plate too, though nobody is fed by it.
        return np.zeros((1, 0), dtype=np.int64)
    while np.prod([len(line) for line in lines]) > _MOST_PLATES:
        longest = max(range(len(lines)), key=lambda n: len(lines[n]))
        lines[longest] = lines[longest][::2]
    together = np.meshgrid(*lines, indexing="ij")
    return np.stack(together, axis=-1).reshape(-1, len(lines))


def _usual(variant: Variant, feeding: Feeding, unit: Floats) -> Floats:
    """
    The usual steps of each food: of what a dish is called by as many as a dose comes to.

    Where the first place is a gel or a bite, the whole dose counts in it; what is mixed follows
    the dish, by the hour.
    """
    steps = [
        part.usual / food.portion.step
        for food, part in zip(variant.foods, variant.components, strict=True)
    ]
    usual = np.array(steps) * feeding.minutes / 60.0
    first, minutes = variant.foods[0], feeding.minutes
    each_g = float(unit[0, CARBOHYDRATE] - unit[0, FIBRE])
    others = any(part.least > 0.0 for part in variant.components[1:] if part.food_id != WATER)
    if not is_bottled(first) and not others and each_g > 0.0:
        rate = feeding.portion.carbohydrate_g / minutes * 60.0
        usual[0] = len(units_on_the_way(duration_min=minutes, rate_g_per_h=rate, unit_g=each_g))
    return usual


def salted(plates: Plates, dishes: Sequence[tuple[Variant, ...]], feeding: Feeding) -> Plates:
    """
    Plates with as much salt as the sodium of a session asks for, within each dish.

    Args:
        plates: The dishes that are taken on the move, side by side.
        dishes: Them with what goes with them, one a row.
        feeding: When they are taken.
    """
    levels, usual = plates.levels.copy(), plates.usual.copy()
    for row, group in enumerate(dishes):
        foods = [food for variant in group for food in variant.foods]
        for place, food in enumerate(foods):
            if food.food_id in SALTS:
                each_mg = food.amount(step_g(food)).sodium_mg or inf
                steps = floor(feeding.portion.sodium_mg / each_mg + 0.5)
                steps = min(max(steps, levels[row, place, 0]), levels[row, place, -1])
                levels[row, place] = usual[row, place] = steps
    return plates._replace(levels=levels, usual=usual)
