"""
What a week eats: the dish of each meal, by the calendar and by nothing that a day asks for.

The week is a function of its number, of who eats, and of a seed. A day looks its dishes up, so
that any day agrees with its week without knowing another, and only its portions are its own.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple
from zlib import crc32

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.planning.menu.appetite import bulk_cost
from fuelcalc.planning.menu.kinds import kinds_of, neighbours_of
from fuelcalc.planning.menu.patterns import BESIDE, BREAKFASTS, SNACKS, pattern_of
from fuelcalc.planning.menu.pools import (
    MOST_ROUNDS,
    SNACK_PLACES,
    SNACK_ROUNDS,
    Rules,
    apart_from_monday,
    by_kind,
    layout_for,
    pool_of,
    this_week,
)
from fuelcalc.planning.menu.week_dishes import WeekDish, is_wished, weighed

# Of those whose week it is, few things to buy and little work decide (decision 23): seven minutes
# weigh about as much as one thing more.
_NEW_ITEM, _MINUTE, _LUCK, _RARE, _LIKED = 1.0, 0.14, 2.0, 2.0, -5.0
_SAME_MAIN: Final = 15.0
# Of fourteen meals so many may be of one grain; each more costs so many things to buy, and so does
# one grain twice on a day. Where nothing else is allowed, it is eaten.
_MOST_OF_A_GRAIN: Final = 3
_GRAIN_OVER: Final = 12.0
# One starch, pulses or one vegetable at noon and in the evening, in things to buy.
_AGAIN: Final[Mapping[str, float]] = {"starch": 8.0, "pulse": 8.0, "vegetable": 1.5}
_SWEEPS: Final = 3
# Two snacks of a day led by one food, or two of a week by the same two, cost so many things to buy.
_SAME_LEADING: Final = 3.0


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
    there = apart_from_monday(turns, pools, layout, rules)
    chosen = _apart(there, wide, layout, rules, mains)
    planned = {
        (place // 2, ("lunch", "dinner")[place % 2]): chosen[name].variant
        for place, name in enumerate(layout)
        if name in chosen
    } | {
        (place, "breakfast"): chosen[name].variant
        for place, name in enumerate(breakfasts)
        if name in chosen
    }
    mains_of_week = tuple(dict.fromkeys(chosen[name].variant for name in mains))
    others = {"breakfast": (*breakfasts, "lean"), "snack": BESIDE[1:-2], "after": ("after",),
              "pre-sleep": ("pre-sleep",)}  # fmt: skip
    return Rota(
        planned,
        {"lunch": mains_of_week, "dinner": mains_of_week}
        | {
            meal: tuple(dict.fromkeys(chosen[name].variant for name in there if name in chosen))
            for meal, there in others.items()
        },
        tuple(tuple(chosen[name].variant for name in today if name in chosen) for today in SNACKS),
        layout,
    )


def _apart(
    pools: Mapping[str, Sequence[WeekDish]],
    wide: Mapping[str, Sequence[WeekDish]],
    layout: Sequence[str],
    rules: Rules,
    mains: Sequence[str],
) -> dict[str, WeekDish]:
    """One dish a place, as `_chosen`; where one came twice, who has least to choose from begins."""
    chosen = _chosen(pools, wide, layout, rules)
    if len({chosen[name].variant for name in mains}) == len(mains):
        return chosen
    fewest = sorted(pools, key=lambda name: len(wide[name]))
    return _chosen({name: pools[name] for name in fewest}, wide, layout, rules)


def _chosen(
    pools: Mapping[str, Sequence[WeekDish]],
    wide: Mapping[str, Sequence[WeekDish]],
    layout: Sequence[str],
    rules: Rules,
) -> dict[str, WeekDish]:
    """
    One dish a place: few things to buy, little work, what is liked, and no dish twice.

    Args:
        pools: The dishes of each place whose turn it is.
        wide: All of its kind, for a place whose own are all taken.
        layout: The places.
        rules: What the week is made for.
    """
    chosen: dict[str, WeekDish] = {}
    pairs, times = neighbours_of(layout), Counter(layout)
    mornings = _mornings(layout, BREAKFASTS[rules.variety])
    alone = {
        (name, one.variant): _cost(name, one, rules) for name, pool in wide.items() for one in pool
    }
    for _ in range(_SWEEPS):
        for name, pool in pools.items():
            others = [one for other, one in chosen.items() if other != name]
            basket = frozenset().union(*(one.items for one in others))
            taken = {one.variant for one in others}
            open_to = pool if any(one.variant not in taken for one in pool) else wide[name]
            beside = [
                chosen[other]
                for pair in pairs
                if name in pair
                for other in pair - {name}
                if other in chosen
            ]
            today, mains = {one.variant for one in beside}, {one.main for one in beside}
            makings = frozenset().union(*(one.makings for one in beside))
            eaten = _grains(chosen, times, but=name)
            # Beans on toast are enough of pulses for a day.
            has_pulses = any(
                "pulse" in chosen[other].makings for other in mornings[name] if other in chosen
            )
            snacks = _snacks_beside(name, chosen)
            chosen[name] = min(
                open_to,
                key=lambda one: (
                    one.variant in today,
                    one.variant in taken,
                    alone[name, one.variant]
                    + _NEW_ITEM * len(one.items - basket)
                    + _SAME_MAIN * (one.main in mains)
                    + sum(_AGAIN[word.split()[0]] for word in one.makings & makings)
                    + _AGAIN["pulse"] * (has_pulses and "pulse" in one.makings)
                    + _SAME_LEADING * _led_alike(one, *snacks)
                    + _GRAIN_OVER * _over(one, eaten, times[name]),
                    one.luck,
                ),
            )
    return chosen


def _mornings(layout: Sequence[str], breakfasts: Sequence[str]) -> Mapping[str, set[str]]:
    """Each breakfast's lunches and dinners of the same days, and the other way about."""
    found: dict[str, set[str]] = defaultdict(set)
    for place, name in enumerate(layout):
        found[name].add(breakfasts[place // 2])
        found[breakfasts[place // 2]].add(name)
    return found


def _snacks_beside(
    name: str, chosen: Mapping[str, WeekDish]
) -> tuple[list[WeekDish], list[WeekDish]]:
    """The snacks that share a day with one, and all others of the week; none for a meal."""
    if name not in SNACK_PLACES:
        return [], []
    today = set(chain.from_iterable(pair for pair in SNACKS if name in pair)) - {name}
    others = {other: one for other, one in chosen.items() if other in SNACK_PLACES - {name}}
    return [one for other, one in others.items() if other in today], [*others.values()]


def _led_alike(one: WeekDish, today: Sequence[WeekDish], week: Sequence[WeekDish]) -> int:
    """How many foods lead a snack and another of its day, and how many snacks are led as it is."""
    shared = sum(len(one.leading & other.leading) for other in today)
    return shared + sum(one.leading == other.leading for other in week)


def _grains(chosen: Mapping[str, WeekDish], times: Mapping[str, int], *, but: str) -> Counter[str]:
    """How many lunches and dinners of the week are of each grain, without one place's."""
    eaten: Counter[str] = Counter()
    for name, one in chosen.items():
        if name != but:
            eaten.update(dict.fromkeys(one.grains, times[name]))
    return eaten


def _over(one: WeekDish, eaten: Mapping[str, int], times: int) -> int:
    """How many meals too many of its grains a week has with a dish that is served so often."""
    if not times:
        return 0
    return sum(max(eaten[grain] + times - _MOST_OF_A_GRAIN, 0) for grain in one.grains)


def _cost(name: str, one: WeekDish, rules: Rules) -> float:
    """What speaks against a dish at a place this week, whatever else is eaten."""
    dish = one.variant.dish
    luck = crc32(f"{dish.dish_id} {rules.week} {rules.seed} {name}".encode()) / 2**32
    cost = _LUCK * luck + _MINUTE * dish.hands_on + _RARE * (dish.everyday - 1)
    cost += bulk_cost(one.variant, rules.appetite)
    return cost + _LIKED * is_wished(one.variant, rules.likes)
