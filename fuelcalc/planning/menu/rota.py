"""
What a week eats: the dish of each meal, by the calendar and by nothing that a day asks for.

The week is a function of its number, of who eats, and of a seed. A day looks its dishes up, so
that any day agrees with its week without knowing another, and only its portions are its own.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple
from zlib import crc32

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.planning.menu.appetite import bulk_cost
from fuelcalc.planning.menu.kinds import kinds_of
from fuelcalc.planning.menu.likes import (
    liked_cost,
    liked_days,
    liked_in,
    liked_kinds,
    with_homes,
)
from fuelcalc.planning.menu.milk import instead_cost
from fuelcalc.planning.menu.patterns import BESIDE, BREAKFASTS, SNACKS, pattern_of
from fuelcalc.planning.menu.pools import (
    MOST_ROUNDS,
    SNACK_PLACES,
    SNACK_ROUNDS,
    Rules,
    apart_from_monday,
    apart_from_sunday,
    by_kind,
    layout_for,
    pool_of,
    this_week,
)
from fuelcalc.planning.menu.repeats import (
    BREAKFAST,
    Places,
    again_cost,
    beside_of,
    kind_of_place,
    places_of,
    too_many_cost,
)
from fuelcalc.planning.menu.roughage import fibre_cost, fibre_of, fibre_room
from fuelcalc.planning.menu.seasons import season_cost
from fuelcalc.planning.menu.week_dishes import WeekDish, weighed

# Of those whose week it is, few things to buy and little work decide (decision 23), against what
# comes again (decision 51): a thing to buy weighs as much as twenty-five minutes.
_NEW_ITEM, _MINUTE, _LUCK, _RARE = 3.5, 0.14, 1.6, 2.0
# A gram of fibre beyond what a day of the dish's energy wants: large eaters had twice their aim.
_FIBRE: Final = 1.4
# A gram of protein below what a day of the dish's energy wants, which days exchange dishes for.
_PROTEIN: Final = 1.1
# A milligram of sodium beyond what is much for the dish's energy, wherever it is eaten.
_SODIUM: Final = 0.002
# What the largest plate of a dish lacks of what a breakfast, lunch or dinner wants, for each kcal
# at each meal: a day exchanges it for what its week has too often, or falls short.
_PLATE_KCAL, _LARGE_PLATE_KCAL, _SMALL_PLATE_COST = 700.0, 900.0, 0.05
# What milk of plants costs who drinks that of cows, for each point that it costs on a day.
_INSTEAD: Final = 3.0
_SWEEPS: Final = 3
_TURNS: Final = 1


class Rota(NamedTuple):
    """
    The dishes of a week.

    Attributes:
        planned: The dish by weekday (0 is Monday) and meal: breakfast, lunch or dinner.
        others: What else there is this week for a meal, of any day.
        snacks: The two of each weekday.
        layout: The places of lunches and dinners from Monday to Sunday.
    """

    planned: Mapping[tuple[int, str], Variant]
    others: Mapping[str, tuple[Variant, ...]]
    snacks: tuple[tuple[Variant, ...], ...]
    layout: tuple[str, ...]


@lru_cache(maxsize=256)
def rota_of(rules: Rules, limits: Limits, pantry: Pantry) -> Rota:
    """
    The dishes of one week.

    Args:
        rules: Which week, and what is liked.
        limits: What somebody may eat; never broken.
        pantry: The dishes.
    """
    known = weighed(limits, pantry)
    layout, breakfasts = layout_for(known, rules), BREAKFASTS[rules.variety]
    names = tuple(dict.fromkeys(filter(None, layout)))
    pools = {
        name: pool
        for name in (*names, *breakfasts, *BESIDE)
        if (pool := pool_of(name, known, rules, layout))
    }
    mains = tuple(name for name in names if name in pools)
    groups = kinds_of(
        layout,
        {name: by_kind(pools[name]) for name in mains},
        pattern_of(limits.diet, limits.restrictions),
        f"{rules.week} {rules.seed}",
        # Sunday's dinner is none that next Monday may have, and what is liked any Monday may.
        liked=liked_kinds(pools, [name for name in mains if name != layout[-1]], rules.likes),
    )
    wide = {
        name: [one for one in pool if groups.get(name, one.group) == one.group]
        for name, pool in pools.items()
    }
    turns = {
        name: this_week(
            pool, rules, most_rounds=SNACK_ROUNDS if name.startswith("snack") else MOST_ROUNDS
        )
        for name, pool in wide.items()
    }
    there = with_homes(apart_from_monday(turns, pools, layout, rules), layout, rules)
    spare = apart_from_sunday(wide, pools, layout, rules)
    places = places_of(layout, breakfasts)
    alone = {
        (name, one.variant): _cost(name, one, rules)
        + _INSTEAD * instead_cost(one.variant, limits, pantry)
        + (_PROTEIN * one.missing_protein_g if name in places.times else 0.0)
        + season_cost(
            one, rules.season, dinners=layout[1::2].count(name), meals=places.times.get(name, 0)
        )
        + _small_cost(name, one, places, rules)
        for name, pool in spare.items()
        for one in (*pool, *there.get(name, ()))
    }
    week = _Week(there, spare, places, rules, alone)
    chosen = _best(week, mains)
    return _laid_out(chosen, layout, breakfasts)


def _laid_out(
    chosen: Mapping[str, WeekDish], layout: Sequence[str], breakfasts: Sequence[str]
) -> Rota:
    """The dishes of a week by the days and meals of their places."""
    planned = {
        (place // 2, ("lunch", "dinner")[place % 2]): chosen[name].variant
        for place, name in enumerate(layout)
        if name in chosen
    } | {
        (place, "breakfast"): chosen[name].variant
        for place, name in enumerate(breakfasts)
        if name in chosen
    }
    mains = tuple(
        dict.fromkeys(chosen[name].variant for name in dict.fromkeys(layout) if name in chosen)
    )
    others = {"breakfast": breakfasts} | {
        meal: tuple(name for name in BESIDE if name.startswith(meal))
        for meal in ("lean", "snack", "after", "pre-sleep")
    }
    return Rota(
        planned,
        {"lunch": mains, "dinner": mains}
        | {
            meal: tuple(dict.fromkeys(chosen[name].variant for name in there if name in chosen))
            for meal, there in others.items()
        },
        tuple(tuple(chosen[name].variant for name in today if name in chosen) for today in SNACKS),
        tuple(layout),
    )


class _Week(NamedTuple):
    """
    What the dishes of a week are chosen from and by.

    Attributes:
        pools: The dishes of each place whose turn it is.
        wide: All of its kind, for a place whose own are all taken.
        places: Where and when each is eaten.
        rules: What the week is made for.
        alone: What speaks against a dish at a place, whatever else is eaten.
    """

    pools: Mapping[str, Sequence[WeekDish]]
    wide: Mapping[str, Sequence[WeekDish]]
    places: Places
    rules: Rules
    alone: Mapping[tuple[str, Variant], float]


def _best(week: _Week, mains: Sequence[str]) -> dict[str, WeekDish]:
    """
    One dish a place: the cheapest week of those that some orders of its places come to.

    Who chooses first takes what another would need more, so that no one order is good for all.
    Where a dish came twice, who has least to choose from begins.
    """
    orders = [list(week.pools)] + [
        sorted(week.pools, key=lambda name: crc32(f"{turn} {name}".encode()))
        for turn in range(_TURNS)
    ]
    orders.append(sorted(week.pools, key=lambda name: len(week.wide[name])))
    settled = [_settled(order, week) for order in orders]
    return min(
        settled,
        key=lambda chosen: (
            len(mains) - len({chosen[name].variant for name in mains}),
            _total(chosen, week),
        ),
    )


def _settled(order: Sequence[str], week: _Week) -> dict[str, WeekDish]:
    """One dish a place, in an order of places: each the cheapest beside all others, in turns."""
    chosen: dict[str, WeekDish] = {}
    changes, seen = 0, dict[str, int]()
    for _ in range(_SWEEPS):
        before = changes
        for name in order:
            # Beside what it stood beside when it was chosen, it would be chosen again.
            if seen.get(name) == changes:
                continue
            one = _cheapest(name, {k: v for k, v in chosen.items() if k != name}, week)
            changes += chosen.get(name) is not one
            chosen[name], seen[name] = one, changes
        if changes == before:
            break
    return chosen


def _cheapest(name: str, others: Mapping[str, WeekDish], week: _Week) -> WeekDish:
    """The dish for a place that is best beside others: none of its days, none of the week twice."""
    taken = {one.variant for one in others.values()}
    there = week.pools[name]
    if all(one.variant in taken for one in there):
        there = week.wide[name]
    shared = {
        one.variant for other, one in others.items() if other in week.places.shared.get(name, ())
    }
    there = (
        [one for one in there if one.variant not in taken]
        or [one for one in there if one.variant not in shared]
        or there
    )
    costs = _costs_at(name, others, week)
    # What others make of a dish only adds to it: whose least is dearer than the best is not looked
    # at further.
    ranked = sorted(((costs.least(one), one.luck, place) for place, one in enumerate(there)))
    best, cheapest = there[ranked[0][2]], (inf, 0)
    for least, luck, place in ranked:
        if least > cheapest[0]:
            break
        cost = (least + costs.beside(there[place]), luck)
        if cost < cheapest:
            best, cheapest = there[place], cost
    return best


def _total(chosen: Mapping[str, WeekDish], week: _Week) -> float:
    """What a whole week costs, each place beside those before it."""
    total, before = 0.0, dict[str, WeekDish]()
    for name in week.pools:
        costs, one = _costs_at(name, before, week), chosen[name]
        total += costs.least(one) + costs.beside(one)
        before[name] = one
    return total


class _Prices(NamedTuple):
    """
    What dishes at a place cost beside others, in things to buy.

    Attributes:
        least: What is soon known: by themselves, what is to be bought for them, and who likes them.
        beside: What comes again, is too much of a week, or more fibre than a day wants; never
            below 0.
    """

    least: Callable[[WeekDish], float]
    beside: Callable[[WeekDish], float]


def _costs_at(name: str, others: Mapping[str, WeekDish], week: _Week) -> _Prices:
    """What dishes at a place cost beside others."""
    basket = frozenset().union(*(one.items for one in others.values()))
    beside, likes = beside_of(name, others, week.places), week.rules.likes
    liked = liked_days(others, likes, week.places.days)
    times, days = week.places.times.get(name, 0), week.places.days.get(name, 0)
    room = fibre_room(name, others, week.places, is_large=week.rules.is_large)

    def least(one: WeekDish) -> float:
        return (
            week.alone[name, one.variant]
            + _NEW_ITEM * len(one.items - basket)
            + liked_cost(liked_in(one.variant, likes), liked, days)
        )

    def more(one: WeekDish) -> float:
        return (
            again_cost(one, beside)
            + too_many_cost(one, beside, times=times, days=days)
            + fibre_cost(fibre_of(name, one), room)
        )

    return _Prices(least, more)


def _small_cost(name: str, one: WeekDish, places: Places, rules: Rules) -> float:
    """What it costs at each breakfast, lunch and dinner that nobody is filled by a dish."""
    times = places.times.get(name, 0)
    if kind_of_place(name) == BREAKFAST:
        times = places.days.get(name, 0).bit_count()
    wanted_kcal = _LARGE_PLATE_KCAL if rules.is_large else _PLATE_KCAL
    return _SMALL_PLATE_COST * max(wanted_kcal - one.most_kcal, 0.0) * times


def _cost(name: str, one: WeekDish, rules: Rules) -> float:
    """What speaks against a dish at a place this week, whatever else is eaten."""
    dish = one.variant.dish
    luck = crc32(f"{dish.dish_id} {rules.week} {rules.seed} {name}".encode()) / 2**32
    cost = _LUCK * luck + _MINUTE * dish.hands_on + _RARE * (dish.everyday - 1)
    cost += bulk_cost(one.variant, rules.appetite) + _SODIUM * one.much_sodium_mg
    is_small = name in SNACK_PLACES
    return (
        cost if is_small or liked_in(one.variant, rules.likes) else cost + _FIBRE * one.much_fibre_g
    )
