"""Which dishes a feeding is looked for among: the week's, then others, then any food."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.planning.menu.candidates import (
    ANY_WEEK,
    INSTEAD,
    PLANNED,
    SOLID_FOOD,
    THIS_WEEK,
    WIDE,
    Wishes,
    left_to_today,
    meals_of,
    standings,
    unplanned,
)
from fuelcalc.planning.menu.patterns import MAIN_MEALS, kind_of
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.week_dishes import is_wished

_INSTEAD_COST, _ANYTHING_COST = 2.0, 30.0
_KEPT_TO_ITS_OWN: Final = frozenset({"breakfast", "pre-sleep"})
"""For which nothing else stands in as long as there is any dish of their own."""
_FILLING: Final = frozenset({"bread", "cereal", "fruit", "grain"})
_PLAIN: Final = frozenset({"bread", "condiment", "fat", "grain", "soy", "starch"})
_NOW_AND_THEN: Final = 2
LAST_COST: Final = 300.0
"""What so much speaks against is looked at only before a feeding is left empty."""

# A dish of another kind than the day's costs the week its pattern.
_OTHER_KIND_COST: Final = 35.0
# What stands in the fridge is eaten, unless hardly anything else of the day goes with it.
_COOKED_COST: Final = 12.0


def tiers(
    slot: Slot, limits: Limits, wishes: Wishes, pantry: Pantry
) -> Iterator[tuple[int, float, Sequence[Variant]]]:
    """
    What to look at for a feeding, in turn: how the dishes stand, what else they cost, the dishes.

    First what the week has for today, and what has to be used up; then, for what the week counts,
    dishes of the same kind; then what it has for another day, what it has not, and what is eaten
    at other times.
    """
    if slot.locked is not None:
        there = pantry.variants(limits)
        yield WIDE, 0.0, [one for one in there if one.dish.dish_id == slot.locked]
        return
    meals = meals_of(slot.feeding)
    own = _of_meals(limits, pantry, meals)
    if slot.is_snack_before:
        minutes = max(slot.minutes_before or 0.0, 0.0)
        windows = [(one, *one.dish.window) for one in own]
        yield WIDE, 0.0, [one for one, first, last in windows if first <= minutes < last]
        # What sits well later sits well now.
        yield WIDE, 0.0, [one for one, _, last in windows if last <= minutes]
        return
    week = standings(slot.feeding, wishes, limits, pantry)
    planned = [one for one in week if week[one] == PLANNED]
    cooked = _COOKED_COST if _is_cooked(slot, wishes, limits, pantry) else 0.0
    # A fish day stays one as long as there is fish.
    kinds = set(map(kind_of, planned)) if slot.feeding.name in MAIN_MEALS else set()
    if week:

        def free(there: Iterable[Variant]) -> list[Variant]:
            return left_to_today(there, slot.feeding, wishes, limits, pantry)

        # What a meal of today takes up is looked for at no other.
        words = unplanned(wishes.use_up, wishes.rota(limits, pantry), wishes.weekday)
        used = [one for one in own if is_wished(one, words)]
        yield PLANNED, 0.0, [*planned, *used]
        yield THIS_WEEK, 0.0, _loading_snacks(slot, limits, pantry)
        if kinds:
            yield THIS_WEEK, cooked, free([one for one in week if kind_of(one) in kinds])
            yield ANY_WEEK, cooked, free([one for one in own if kind_of(one) in kinds])
        other_kind = cooked + (_OTHER_KIND_COST if kinds else 0.0)
        yield THIS_WEEK, other_kind, free(week)
        yield ANY_WEEK, other_kind, free(own)
    # What another day has comes after all that none has; a snack would be there a fourth time.
    standing = ANY_WEEK if week else WIDE
    is_kept_back = bool(week) and meals[0] == "snack"
    if not is_kept_back:
        yield from _parted(own, kinds, standing, _ANYTHING_COST if week else 0.0)
    yield from _stand_ins(slot, limits, pantry, kinds)
    if is_kept_back:
        yield from _parted(own, kinds, standing, LAST_COST)


def _stand_ins(
    slot: Slot, limits: Limits, pantry: Pantry, kinds: Collection[str]
) -> Iterator[tuple[int, float, Sequence[Variant]]]:
    """What is eaten at other times, and then anything."""
    # A lunch that is carried is a lunch: rather one that is not carried than a box of sides.
    if slot.is_on_the_move or (slot.ways and slot.feeding.is_meal):
        return
    meal = meals_of(slot.feeding)[0]
    # Pasta for breakfast comes after any breakfast that there is, and steak after any bite for
    # the night; nor is sweet rice dinner because it holds what is loaded.
    stand_in = LAST_COST if meal in _KEPT_TO_ITS_OWN else _INSTEAD_COST
    is_kept = meal == "pre-sleep" or meal in MAIN_MEALS
    anything = LAST_COST if is_kept else _ANYTHING_COST
    for other, price in ((INSTEAD[meal], stand_in), (SOLID_FOOD, anything)):
        # A shake with sugars for sport is for after it, and plain quinoa is no snack.
        there = [
            one
            for one in _of_meals(limits, pantry, other)
            if not (_is_for_sport(one) or (meal == "snack" and _is_plain(one)))
        ]
        yield from _parted(there, kinds, ANY_WEEK, price)


def _parted(
    there: Sequence[Variant], kinds: Collection[str], standing: int, dear: float
) -> Iterator[tuple[int, float, Sequence[Variant]]]:
    """Dishes of the kinds that a day plans, then others, which cost the week its pattern."""
    if not kinds:
        yield standing, dear, there
        return
    yield standing, dear, [one for one in there if kind_of(one) in kinds]
    yield standing, dear + _OTHER_KIND_COST, there


def _is_for_sport(variant: Variant) -> bool:
    """Whether a dish holds what is sold for sessions: gels, sports drinks, maltodextrin."""
    return any(food.role == "sports" for food in variant.foods)


def _is_plain(variant: Variant) -> bool:
    """Whether a dish is a side of grain, potatoes, bread or tofu and hardly more."""
    roles = {food.role for food in variant.foods}
    return "side" in variant.dish.meals and roles <= _PLAIN


def _is_cooked(slot: Slot, wishes: Wishes, limits: Limits, pantry: Pantry) -> bool:
    """Whether a lunch is what is left of the dinner before, as planned or as somebody set it."""
    if slot.feeding.name != "lunch":
        return False
    lunch = wishes.planned_at("lunch", limits, pantry)
    return lunch is not None and lunch is wishes.planned_at("dinner", limits, pantry, days_on=-1)


def _loading_snacks(slot: Slot, limits: Limits, pantry: Pantry) -> list[Variant]:
    """What people eat before sessions, for a snack while carbohydrate is loaded."""
    if not slot.is_loading or slot.feeding.kind != "snack":
        return []
    return list(filter(_is_filling, _of_meals(limits, pantry, ("before",))))


def _is_filling(variant: Variant) -> bool:
    """Whether a bite before a session is a snack: a bagel with jam, and no spoon of honey."""
    is_sweet = variant.dish.taste == "sweet" and variant.dish.everyday <= _NOW_AND_THEN
    return is_sweet and not _FILLING.isdisjoint(food.role for food in variant.foods)


@lru_cache(maxsize=256)
def _of_meals(limits: Limits, pantry: Pantry, meals: Sequence[str]) -> tuple[Variant, ...]:
    """The dishes of some meals that somebody may eat."""
    return tuple(
        one for one in pantry.variants(limits) if not set(meals).isdisjoint(one.dish.meals)
    )
