"""Choosing a day's menu: candidates for each feeding, fitted, and the best of them together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import ceil
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.planning.menu.aims import DayAims
from fuelcalc.planning.menu.appetite import stopgap_cost
from fuelcalc.planning.menu.bites import bites
from fuelcalc.planning.menu.candidates import (
    ANY_WEEK,
    Wishes,
    basket_cost,
    basket_of,
    gut_cost,
    has_turn,
    left_away,
    slow_cost,
    taste_cost,
)
from fuelcalc.planning.menu.counts import DRINK
from fuelcalc.planning.menu.fit import Plates, fitted
from fuelcalc.planning.menu.fuel import DOSE_WEIGHT, LONG, fuel_option, salted
from fuelcalc.planning.menu.kin import kin_of
from fuelcalc.planning.menu.laid import plates_of, units_of
from fuelcalc.planning.menu.milk import instead_cost
from fuelcalc.planning.menu.one_plate import goes_with, made_cost, sides_of
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.patterns import MAIN_MEALS
from fuelcalc.planning.menu.ranking import ranked
from fuelcalc.planning.menu.residue import is_clear, softened
from fuelcalc.planning.menu.search import best_day, clashing, is_off, is_over, is_short
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tiers import LAST_COST, tiers
from fuelcalc.planning.menu.within import cost_of, held_within, least_over

KEPT: Final = 10
_SIDED, _ENOUGH, _HELPFUL = 3, 3, 6

_GOOD: Final = 2.0
"""From where on a plate wants a second course: some 15 % off its share."""

_POOR: Final = 4.0
"""From where on a plate gives way to another dish: a little over a quarter off its share."""

_SIP_ML: Final = 1.0
_MOST_SIDES: Final = 2
_SNACKS_A_DAY: Final = 2
_MORE: Final = 6
_MAINS: Final = 4
_OF_A_MAIN: Final = 2


class _Offer(NamedTuple):
    """An option, and what its portions cost at its feeding beside the taste."""

    option: Option
    fit: float


_Fitted: TypeAlias = dict[tuple[tuple[tuple[Variant, ...], ...], bool, int], list[_Offer]]
"""What was fitted to a feeding already, by its dishes and whether something new may be bought."""


class _Larder(NamedTuple):
    """
    What there is to choose from, what of it the week buys anyway, and whether more may be bought.

    Where a day does not come out, a handful of something new is better than another dish.
    """

    limits: Limits
    pantry: Pantry
    basket: frozenset[str] | None
    is_open: bool
    known: _Fitted


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
    # Who looks for more looks at the first dishes again, whose portions are the same.
    known: list[_Fitted] = [{} for _ in slots]
    offered = [
        [kept[place]]
        if place in kept
        else options_for(slot, limits, wishes, pantry, known=known[place])
        for place, slot in enumerate(slots)
    ]
    filled = [place for place, options in enumerate(offered) if options]
    if not filled:
        return [None] * len(slots)
    wants = [slots[place].want for place in filled]
    day = best_day([offered[place] for place in filled], wants, aims)
    firm = aims.held_firmly(cost_of(day, wants, aims))
    # Other portions of the same dishes come before other dishes, unless a plate would give way.
    day = held_within(day, wants, aims, firm, most_dearer=_POOR)
    # More to choose from, only where what is planned for the day does not go together.
    for more in ("plates", "mains"):
        # Six plates may all be of one dish, which other sides make no leaner.
        is_amiss = is_over(day, aims) or is_off(day, aims) or is_short(day, aims)
        everything = frozenset(range(len(day))) if is_amiss else frozenset()
        amiss = everything or (clashing(day) if more == "mains" else frozenset())
        if not amiss:
            continue
        wider = [
            options_for(slots[place], limits, wishes, pantry, more=more, known=known[place])
            if n in amiss and place not in kept
            else [day[n]]
            for n, place in enumerate(filled)
        ]
        day = least_over(day, wider, wants, aims, firm)
    chosen = dict(zip(filled, day, strict=True))
    return [chosen.get(place) for place in range(len(slots))]


def options_for(
    slot: Slot,
    limits: Limits,
    wishes: Wishes,
    pantry: Pantry,
    *,
    more: str = "",
    known: _Fitted | None = None,
) -> list[Option]:
    """
    The best few dishes for a feeding, in portions that fit it; none where none is allowed.

    Where dishes alone stay outside the bands of a meal, sides are added: one, then two.

    Args:
        slot: The feeding.
        limits: Allergens, diet and restrictions; never broken.
        wishes: What is liked, at hand, and whose turn it is.
        pantry: The foods and dishes to choose from.
        more: What to look for beyond the first dish that fits: "plates" or main foods, "mains".
        known: What was fitted to this feeding before, which is added to.
    """
    basket = basket_of(wishes, limits, pantry)
    larder = _Larder(limits, pantry, basket, bool(more), {} if known is None else known)
    return [
        one.option.with_powder_apart() if slot.has_powder_apart else one.option
        for one in _offers(slot, larder, wishes, more=more)
    ]


def _offers(slot: Slot, larder: _Larder, wishes: Wishes, *, more: str) -> list[_Offer]:
    """The best few dishes, with no more eased of what is barred than has to be."""
    softer = slot._replace(barred=softened(slot.barred))
    # Where nothing else may be eaten at all, what no box holds is better than nothing, and then
    # what stays in the gut.
    anywhere = slot._replace(ways=frozenset())
    for eased in dict.fromkeys((slot, softer, anywhere, anywhere._replace(barred=frozenset()))):
        found = _dishes(eased, larder, wishes, more=more)
        # On the evening before a run rather quinoa than porridge for dinner.
        is_last = all(one.option.taste >= LAST_COST for one in found)
        if found and not (is_last and eased is slot and softer != slot):
            return found
    return []


def _dishes(slot: Slot, larder: _Larder, wishes: Wishes, *, more: str) -> list[_Offer]:
    """The best few dishes without what is barred."""
    limits, pantry = larder.limits, larder.pantry
    if slot.is_timed and (found := _fuel(slot, limits, wishes, pantry)):
        return found
    offers: list[_Offer] = []
    tried: set[Variant] = set()

    def is_quick(option: Option) -> bool:
        return slot.locked is not None or not _slow_cost(option.variants, slot, wishes)

    # A meal has its dish; of snacks there may be several on a day, and no two the same.
    enough = 1 if slot.feeding.is_meal or slot.locked else _SNACKS_A_DAY
    enough = {"plates": _MORE, "mains": _MAINS}.get(more, enough)
    for standing, dear, there in tiers(slot, limits, wishes, pantry):
        if offers and dear >= LAST_COST:
            break
        good = [one.option for one in offers if one.fit <= _POOR and is_quick(one.option)]
        if len({kin_of(one.main) for one in good} if more == "mains" else good) >= enough:
            break
        # No week plans a bite, nor a dish of no day: what they have bought for them alone counts.
        is_unplanned = standing == ANY_WEEK or slot.is_snack_before
        # What is made for the minutes before a session says itself when it sits well.
        minutes = None if slot.is_snack_before else slot.minutes_before
        taste = {
            one: dear
            + taste_cost(one, wishes, standing)
            + _slow_cost((one,), slot, wishes)
            + gut_cost(one, minutes)
            + instead_cost(one, limits, pantry)
            + (basket_cost(one, larder.basket) if is_unplanned else 0.0)
            for one in there
            if one not in tried and slot.takes(one)
        }
        tried |= set(taste)
        # Of many main foods a few each, or the ten best of a vegan's dishes would all be of tofu.
        fitting = _fitted(slot, taste, taste, larder, most=len(taste) if more == "mains" else KEPT)
        found = _with_sides(slot, fitting, taste, larder, wishes)
        offers = _varied([*offers, *found]) if more == "mains" else _best([*offers, *found])
    return offers


def _slow_cost(variants: Sequence[Variant], slot: Slot, wishes: Wishes) -> float:
    """What speaks against a plate that takes too long where it is eaten."""
    before = slot.before_min(variants)
    return slow_cost(variants, wishes, slot.free_min, slot.made_within_min, before)


def _fuel(slot: Slot, limits: Limits, wishes: Wishes, pantry: Pantry) -> list[_Offer]:
    """
    What is taken on a long session, by the dose; none where a dish of the hour is locked.

    The best alone: no lunch decides what somebody carries in a race.
    """
    found = (
        fuel_option(
            variant,
            slot.feeding,
            slot.want,
            taste=taste_cost(variant, wishes) + _slow_cost((variant,), slot, wishes),
            pantry=pantry,
            limits=limits,
            caffeine_gels=slot.caffeine_gels,
        )
        for variant in pantry.variants(limits)
        if not set(LONG).isdisjoint(variant.dish.meals)
        and slot.locked in {None, variant.dish.dish_id}
        and slot.takes(variant)
    )
    options = [one for one in found if one is not None]
    # No taste is worth a third of the dose.
    doses = [one for one in options if slot.want.is_dosed(one.held)]
    fitting = [_Offer(one, DOSE_WEIGHT * one.fit_cost(slot.want)) for one in doses or options]
    return _best(fitting, most=1)


def _best(offers: Sequence[_Offer], most: int = KEPT) -> list[_Offer]:
    costs = np.array([one.option.taste + one.fit for one in offers])
    return [offers[place] for place in ranked(costs, most)]


def _varied(offers: Sequence[_Offer]) -> list[_Offer]:
    """The best few, of which no main food has more than its part."""
    times: Counter[str] = Counter()
    kept: list[_Offer] = []
    for one in _best(offers, len(offers)):
        kin = kin_of(one.option.main)
        times[kin] += 1
        if times[kin] <= _OF_A_MAIN:
            kept.append(one)
    return kept[:KEPT]


def _with_sides(
    slot: Slot,
    offers: list[_Offer],
    taste: Mapping[Variant, float],
    larder: _Larder,
    wishes: Wishes,
) -> list[_Offer]:
    """Add sides to the best dishes of a meal that stay outside its bands: one, then two."""
    has_sides = slot.feeding.is_meal or (slot.is_loading and slot.feeding.kind == "snack")
    # While carbohydrate is loaded each plate has something to drink or sweet beside it to choose.
    good = 0.0 if slot.is_loading else _GOOD
    if not has_sides or any(one.fit <= good for one in offers):
        return offers
    sides = [
        side
        for side in sides_of(
            slot.feeding.name, larder.limits, larder.pantry, is_loading=slot.is_loading
        )
        if is_clear(side, slot.barred) and slot.goes_along(side) and has_turn(side, wishes)
    ]
    beside = {
        side: made_cost(side, is_loading=slot.is_loading)
        + stopgap_cost(side, slot.helping.appetite)
        + (0.0 if slot.is_loading else basket_cost(side, larder.basket))
        + instead_cost(side, larder.limits, larder.pantry)
        for side in sides
    }
    tastes = {**taste, **beside}
    kind_share = slot.helping.least_share if slot.feeding.name in MAIN_MEALS else None
    for number in range(1, _MOST_SIDES + 1):
        poor = [one.option for one in offers if one.fit > good]
        if len(offers) - len(poor) >= _ENOUGH or not poor:
            break
        poor = poor[:_SIDED]
        tastes |= {one.variants[0]: one.taste for one in poor if len(one.variants) == 1}
        alone = {one.variants[0]: _slow_cost(one.variants[:1], slot, wishes) for one in poor}
        plates = [
            (main, *more)
            for main, slow in alone.items()
            for more in combinations(sides, number)
            if _slow_cost((main, *more), slot, wishes) <= slow
            and goes_with(main, more, larder.limits, kind_share)
        ]
        fuller = _fitted_together(slot, plates, tastes, larder)
        offers = _best([*offers, *fuller])
        # Two sides are chosen among those that help most alone.
        helpful = dict.fromkeys(side for one in fuller for side in one.option.variants[1:])
        sides = list(helpful)[:_HELPFUL]
    return offers


def _fitted(
    slot: Slot,
    dishes: Iterable[Variant],
    taste: Mapping[Variant, float],
    larder: _Larder,
    *,
    most: int = KEPT,
) -> list[_Offer]:
    """Fit dishes to a feeding, each by itself; the best few, best first."""
    return _fitted_together(slot, [(dish,) for dish in dishes], taste, larder, most=most)


def _fitted_together(
    slot: Slot,
    dishes: Sequence[tuple[Variant, ...]],
    taste: Mapping[Variant, float],
    larder: _Larder,
    *,
    most: int = KEPT,
) -> list[_Offer]:
    """Fit dishes with their sides to a feeding; the best few, best first."""
    if not dishes:
        return []
    is_light = not slot.feeding.is_meal and not slot.is_on_the_move
    key = (tuple(dishes), is_light and larder.is_open, most)
    if key in larder.known:
        return larder.known[key]
    hours = ceil(slot.feeding.minutes / 60.0) if slot.is_on_the_move else 0
    plates = plates_of(tuple(dishes), larder.pantry, hours=hours, helping=slot.helping)
    if larder.basket is not None and is_light and not larder.is_open:
        plates = _of_the_basket(plates, dishes, larder.basket)
    if slot.is_on_the_move:
        plates = salted(plates, dishes, slot.feeding)
    fits = (bites if slot.is_snack_before else fitted)(plates, slot.want)
    tastes = np.array([sum(map(taste.__getitem__, group)) for group in dishes])
    offers: list[_Offer] = []
    for row in ranked(fits.cost + tastes, most).tolist():
        foods = tuple(food for variant in dishes[row] for food in variant.foods)
        n = len(foods)
        option = Option(
            variants=dishes[row],
            foods=foods,
            unit=units_of(dishes[row], larder.pantry),
            levels=plates.levels[row, :n],
            usual=fits.usual[row, :n],
            weight=fits.weight[row, :n],
            steps=fits.steps[row, :n],
            taste=float(tastes[row]),
        )
        offers.append(_Offer(option, float(fits.cost[row])))
    if slot.is_snack_before:
        offers = [one for one in offers if slot.want.is_clear_of(one.option.held)]
    if slot.is_on_the_move:
        # Drinking more than one sweats is dangerous: on the move the ceiling is never broken.
        most_ml = slot.want.most_drink_ml + _SIP_ML
        offers = [one for one in offers if one.option.held[DRINK] <= most_ml]
    larder.known[key] = offers
    return offers


def _of_the_basket(
    plates: Plates, dishes: Sequence[tuple[Variant, ...]], basket: frozenset[str]
) -> Plates:
    """The plates without what may be left away and is bought for nothing else of the week."""
    levels, usual = plates.levels.copy(), plates.usual.copy()
    for row, group in enumerate(dishes):
        first = 0
        for variant in group:
            for place in left_away(variant, basket):
                levels[row, first + place] = usual[row, first + place] = 0
            first += len(variant.foods)
    return plates._replace(levels=levels, usual=usual)
