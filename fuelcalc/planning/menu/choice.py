"""Choosing a day's menu: candidates for each feeding, fitted, and the best of them together."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import ceil, floor, inf
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.models.dishes import Component, Dish, Variant
from fuelcalc.models.foods import Snack
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.snacks import snack_options
from fuelcalc.pantry.variants import goes_together
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.candidates import (
    INSTEAD,
    SOLID_FOOD,
    Wishes,
    gut_cost,
    is_wished,
    meals_of,
    plates_of,
    step_g,
    taste_cost,
    unit_of,
)
from fuelcalc.planning.menu.counts import DRINK
from fuelcalc.planning.menu.fit import Plates, Want, fitted, unusual_of
from fuelcalc.planning.menu.fuel import LONG, SALTS, fuel_option
from fuelcalc.planning.menu.ranking import ranked
from fuelcalc.planning.menu.residue import Residue, is_clear
from fuelcalc.planning.menu.search import DayAims, Option, best_day

KEPT: Final = 10
_SIDED, _ENOUGH, _HELPFUL = 4, 3, 6
_SIDE_COST: Final = 0.8
_SWEET: Final = frozenset({"cereal", "dried-fruit", "sweet"})
_SAVOURY: Final = frozenset(
    {"cheese", "condiment", "egg", "fat", "fish", "legume", "poultry", "soy", "starch", "vegetable"}
)
_SEASONS: Final = frozenset({"condiment", "fat"})
_GOOD: Final = 4.0
_NEAR_TASTE: Final = 2.5
_SIP_ML: Final = 1.0
_INSTEAD_COST, _ANYTHING_COST = 2.0, 30.0
_MOST_SIDES: Final = 2
_SNACKS: Final = 30
_RANK_COST: Final = 0.1


class Slot(NamedTuple):
    """
    One feeding that is to be filled.

    Attributes:
        feeding: What it is, and when.
        want: What it should hold.
        minutes_before: Minutes to the session that it fuels, if it does.
        locked: The dish that it must be, by id.
        banned: Dishes that it must not be.
        is_timed: Whether it is taken by the minute, on a long session of a day.
        caffeine_gels: How many of its gels should hold caffeine, in a long race.
        barred: What leaves too much in the gut to stand here.
    """

    feeding: Feeding
    want: Want
    minutes_before: float | None = None
    locked: str | None = None
    banned: tuple[str, ...] = ()
    is_timed: bool = False
    caffeine_gels: int = 0
    barred: frozenset[Residue] = frozenset()

    @property
    def is_snack_before(self) -> bool:
        """Whether it is a snack before a session, which has pairings of its own."""
        return self.feeding.kind == "before" and not self.feeding.is_meal

    @property
    def is_on_the_move(self) -> bool:
        """Whether it is taken during a session, of a plan or on its own."""
        return self.feeding.kind == "during"


def chosen_menu(
    slots: Sequence[Slot],
    aims: DayAims,
    limits: Limits,
    wishes: Wishes,
    pantry: Pantry,
    *,
    kept: Mapping[int, Option],
) -> list[Option | None]:
    """
    Choose what to eat at every feeding.

    Args:
        slots: The feedings.
        aims: What the day should come to.
        limits: Allergens, diet and restrictions; never broken.
        wishes: What is liked, at hand, and whose turn it is.
        pantry: The foods and dishes to choose from.
        kept: The options that stand already, by the place of their feeding.

    Returns:
        One option a feeding, in order; None where nothing is allowed.
    """
    offered = [
        [kept[place]] if place in kept else options_for(slot, limits, wishes, pantry)
        for place, slot in enumerate(slots)
    ]
    filled = [place for place, options in enumerate(offered) if options]
    if not filled:
        return [None] * len(slots)
    day = best_day([offered[p] for p in filled], [slots[p].want for p in filled], aims)
    result: list[Option | None] = [None] * len(slots)
    for place, option in zip(filled, day, strict=True):
        result[place] = option
    return result


def options_for(slot: Slot, limits: Limits, wishes: Wishes, pantry: Pantry) -> list[Option]:
    """
    The best few dishes for a feeding, in portions that fit it; none where none is allowed.

    Where dishes alone stay outside the bands of a meal, sides are added: one, then two.
    """
    if slot.is_snack_before:
        return _snacks(slot, limits, wishes, pantry)
    found = _dishes(slot, limits, wishes, pantry)
    # Where nothing else may be eaten at all, what stays in the gut is better than nothing.
    return found or _dishes(slot._replace(barred=frozenset()), limits, wishes, pantry)


def _dishes(slot: Slot, limits: Limits, wishes: Wishes, pantry: Pantry) -> list[Option]:
    """The best few dishes without what is barred."""
    if slot.is_timed and (found := _fuel(slot, limits, wishes, pantry)):
        return found
    meals = meals_of(slot.feeding)
    allowed = pantry.variants(limits)
    taste = {
        variant: _cost_today(variant, meals, slot, wishes)
        for variant in allowed
        if _fills(variant, meals, slot)
    }
    wished = (*wishes.likes, *wishes.use_up)
    others = {one: cost for one, cost in taste.items() if not is_wished(one, wished)}
    # Beside what is wished for stands what would be chosen without: a wish is one meal, not all.
    today = list(dict.fromkeys((*_near_the_best(taste), *_near_the_best(others))))
    options = _fitted(slot, today, taste, pantry)
    if _is_poor(options, slot) and len(today) < len(taste):
        options = _fitted(slot, taste, taste, pantry)
    tried = set(taste)
    for instead, dear in ((INSTEAD[meals[0]], _INSTEAD_COST), (SOLID_FOOD, _ANYTHING_COST)):
        if not _is_poor(options, slot) or slot.is_on_the_move:
            break
        instead_of = {
            variant: dear + _cost_today(variant, meals, slot, wishes)
            for variant in allowed
            if variant not in tried and _fills(variant, instead, slot)
        }
        tried |= set(instead_of)
        options = _best([*options, *_fitted(slot, instead_of, instead_of, pantry)], slot)
    return _with_sides(slot, options, taste, limits, pantry)


def _fuel(slot: Slot, limits: Limits, wishes: Wishes, pantry: Pantry) -> list[Option]:
    """What is taken on a long session, by the dose; none where a dish of the hour is locked."""
    found = (
        fuel_option(
            variant,
            slot.feeding,
            slot.want,
            taste=taste_cost(variant, LONG, wishes),
            pantry=pantry,
            limits=limits,
            caffeine_gels=slot.caffeine_gels,
        )
        for variant in pantry.variants(limits)
        if _fills(variant, LONG, slot) and set(LONG) & set(variant.dish.meals)
    )
    return _best([option for option in found if option is not None], slot)


def _cost_today(variant: Variant, meals: Sequence[str], slot: Slot, wishes: Wishes) -> float:
    """What speaks against a dish today and at this feeding, portions apart."""
    return taste_cost(variant, meals, wishes) + gut_cost(variant, slot.minutes_before)


def _near_the_best(taste: Mapping[Variant, float]) -> list[Variant]:
    """The dishes that are today's turn, or liked: those little costlier than the best."""
    near = min(taste.values(), default=0.0) + _NEAR_TASTE
    return [variant for variant, cost in taste.items() if cost <= near]


def _is_poor(options: Sequence[Option], slot: Slot) -> bool:
    """Whether even the best option is outside its bands."""
    return min((one.fit_cost(slot.want) for one in options), default=_GOOD + 1.0) > _GOOD


def _best(options: Sequence[Option], slot: Slot) -> list[Option]:
    costs = np.array([option.taste + option.fit_cost(slot.want) for option in options])
    return [options[place] for place in ranked(costs, KEPT)]


def _with_sides(
    slot: Slot,
    options: list[Option],
    taste: Mapping[Variant, float],
    limits: Limits,
    pantry: Pantry,
) -> list[Option]:
    """Add sides to the best dishes of a meal that stay outside its bands: one, then two."""
    sides = [
        side
        for side in pantry.variants(limits)
        if _goes_beside(side, slot.feeding) and is_clear(side, slot.barred)
    ]
    tastes = {**taste, **dict.fromkeys(sides, _SIDE_COST)}
    for number in range(1, _MOST_SIDES + 1):
        poor = [one for one in options if one.fit_cost(slot.want) > _GOOD]
        if not slot.feeding.is_meal or len(options) - len(poor) >= _ENOUGH or not poor:
            break
        poor = poor[:_SIDED]
        tastes |= {one.variants[0]: one.taste for one in poor if len(one.variants) == 1}
        mains = dict.fromkeys(one.variants[0] for one in poor)
        plates = [
            (main, *more)
            for main in mains
            for more in combinations(sides, number)
            if _one_plate((main, *more), limits)
        ]
        beside = _fitted_together(slot, plates, tastes, pantry)
        options = _best([*options, *beside], slot)
        # Two sides are chosen among those that help most alone.
        sides = list(dict.fromkeys(side for one in beside for side in one.variants[1:]))[:_HELPFUL]
    return options


def _goes_beside(side: Variant, feeding: Feeding) -> bool:
    """Whether a side goes with a meal: no salad with porridge, no powder with a hot plate."""
    if "side" not in side.dish.meals:
        return False
    if "breakfast" in feeding.name:
        makers = [food for food in side.foods if food.role not in _SEASONS]
        return bool(makers) and all("breakfast" in food.when for food in makers)
    return all(food.role != "powder" for food in side.foods)


def _one_plate(dishes: Sequence[Variant], limits: Limits) -> bool:
    """
    Whether dishes may stand beside each other.

    No food twice, nothing that a way of eating keeps apart, no second plate of pulses, and
    nothing savoury beside a sweet dish.
    """
    main, *sides = dishes
    foods = [food for dish in dishes for food in dish.foods]
    beside = {food.role for side in sides for food in side.foods}
    roles = {food.role for food in main.foods}
    return (
        len(set(foods)) == len(foods)
        and not ("legume" in roles and "legume" in beside)
        and not (roles & _SWEET and beside & _SAVOURY)
        and goes_together(foods, limits)
    )


def _fills(variant: Variant, meals: Sequence[str], slot: Slot) -> bool:
    """Whether a dish may be asked to fill a feeding."""
    if slot.locked is not None:
        return variant.dish.dish_id == slot.locked
    if variant.dish.dish_id in slot.banned or not is_clear(variant, slot.barred):
        return False
    return any(meal in variant.dish.meals for meal in meals)


def _fitted(
    slot: Slot, dishes: Iterable[Variant], taste: Mapping[Variant, float], pantry: Pantry
) -> list[Option]:
    """Fit dishes to a feeding, each by itself; the best few, best first."""
    return _fitted_together(slot, [(dish,) for dish in dishes], taste, pantry)


def _fitted_together(
    slot: Slot,
    dishes: Sequence[tuple[Variant, ...]],
    taste: Mapping[Variant, float],
    pantry: Pantry,
) -> list[Option]:
    """Fit dishes with their sides to a feeding; the best few, best first."""
    if not dishes:
        return []
    plates = plates_of(tuple(dishes), pantry)
    if slot.is_on_the_move:
        # What is eaten on the move is eaten by the hour.
        plates = plates._replace(most=plates.most * ceil(slot.feeding.minutes / 60.0))
        plates = _salted(plates, dishes, slot.feeding)
    fits = fitted(plates, slot.want)
    tastes = np.array([sum(taste[one] for one in group) for group in dishes])
    usual, weight = unusual_of(plates, slot.want)
    options: list[Option] = []
    for row in ranked(fits.cost + tastes, KEPT):
        foods = tuple(food for variant in dishes[row] for food in variant.foods)
        n = len(foods)
        options.append(
            Option(
                variants=dishes[row],
                foods=foods,
                unit=unit_of(foods, pantry),
                least=plates.least[row, :n],
                most=plates.most[row, :n],
                usual=usual[row, :n],
                weight=weight[row, :n],
                steps=fits.steps[row, :n],
                taste=float(tastes[row]),
            )
        )
    if not slot.is_on_the_move:
        return options
    # Drinking more than one sweats is dangerous: on the move the ceiling is never broken.
    return [one for one in options if one.held[DRINK] <= slot.want.most_drink_ml + _SIP_ML]


def _salted(plates: Plates, dishes: Sequence[tuple[Variant, ...]], feeding: Feeding) -> Plates:
    """The plates with as much salt as the sodium of the session asks for, within each dish."""
    least, most, usual = plates.least.copy(), plates.most.copy(), plates.usual.copy()
    for row, group in enumerate(dishes):
        foods = [food for variant in group for food in variant.foods]
        for place, food in enumerate(foods):
            if food.food_id in SALTS:
                each_mg = food.amount(step_g(food)).sodium_mg or inf
                steps = floor(feeding.portion.sodium_mg / each_mg + 0.5)
                steps = min(max(steps, least[row, place]), most[row, place])
                least[row, place] = most[row, place] = usual[row, place] = steps
    return plates._replace(least=least, most=most, usual=usual)


def _snacks(slot: Slot, limits: Limits, wishes: Wishes, pantry: Pantry) -> list[Option]:
    """The pairings that suit the minutes before a session, in fixed portions."""
    want, bands = slot.want, slot.want.bands_g
    snacks = snack_options(
        pantry,
        limits,
        minutes_before=slot.minutes_before or 0.0,
        carbohydrate_g=want.carbohydrate_g,
        fat_max_g=min(want.most_fat_g, want.fat_g + bands[2]),
        fibre_max_g=want.most_fibre_g,
        protein_max_g=want.protein_g + bands[0],
        count=_SNACKS,
    )
    wanted = [one for one in snacks if slot.locked in {None, one.snack_id}]
    wanted = [one for one in wanted if one.snack_id not in slot.banned]
    return [_snack(snack, rank, wishes, pantry) for rank, snack in enumerate(wanted)]


def _snack(snack: Snack, rank: int, wishes: Wishes, pantry: Pantry) -> Option:
    """One pairing as an option whose portions stay as they are."""
    foods = tuple(pantry.by_id[item.food_id] for item in snack.items)
    steps = np.array(
        [round(item.grams / step_g(f)) for item, f in zip(snack.items, foods, strict=True)]
    )
    components = tuple(
        Component(item.food_id, amount, amount, amount)
        for item, food in zip(snack.items, foods, strict=True)
        for amount in (item.grams / food.portion.one_g,)
    )
    dish = Dish(snack.snack_id, snack.label, ("before",), 0.0, 1, "", (), snack.why)
    variant = Variant(dish, snack.label, foods, components)
    still = np.zeros(len(foods))
    return Option(
        variants=(variant,),
        foods=foods,
        unit=unit_of(foods, pantry),
        least=steps.astype(np.int64),
        most=steps.astype(np.int64),
        usual=steps,
        weight=still,
        steps=steps.astype(np.int64),
        taste=_RANK_COST * rank + taste_cost(variant, ("before",), wishes),
    )
