"""
What a week eats: the dish of each meal, by the calendar and by nothing that a day asks for.

The week is a function of its number, of who eats, and of a seed. A day looks its dishes up, so
that any day agrees with its week without knowing another, and only its portions are its own.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final, NamedTuple
from zlib import crc32

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.menu.appetite import bulk_cost
from fuelcalc.planning.menu.kinds import kinds_of
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
from fuelcalc.planning.menu.week_dishes import WeekDish, is_wished, weighed

# Of those whose week it is, few things to buy and little work decide (decision 23): seven minutes
# weigh about as much as one thing more.
_NEW_ITEM, _MINUTE, _LUCK, _RARE, _LIKED = 1.5, 0.14, 2.0, 2.0, -5.0
# A gram of fibre beyond what a day of the dish's energy wants: large eaters had twice their aim.
_FIBRE: Final = 1.0
_SAME_MAIN: Final = 15.0
# Of fourteen meals so many may be of one grain, of one main food, and salads; each more costs so
# many things to buy. Where nothing else is allowed, it is eaten.
_MOST_OF: Final[Mapping[str, int]] = {"grain": 3, "main": 4, "salad": 4}
_TOO_MANY: Final[Mapping[str, float]] = {"grain": 24.0, "main": 4.0, "salad": 4.0}
# One main food on two days running, beside the half of it that is kept for the second.
_NEXT_DAY: Final = 6.0
# One starch, pulses or one vegetable at noon and in the evening, in things to buy.
_AGAIN: Final[Mapping[str, float]] = {"starch": 8.0, "pulse": 15.0, "vegetable": 1.5}
_SWEEPS: Final = 3
# Two plates of a day that are made of one food, two snacks of a week led by the same two, or a
# second shake or bowl of yogurt on a day cost so many things to buy.
_SAME_MADE: Final = 6.0
_MEAL, _BREAKFAST, _SNACK = "meal", "breakfast", "snack"
_BREAKFAST_PLACES: Final = frozenset(chain.from_iterable(BREAKFASTS.values()))


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
    chosen = _apart(there, apart_from_sunday(wide, pools, layout, rules), layout, rules, mains)
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
    others = {"breakfast": (*breakfasts, "lean")} | {
        meal: tuple(name for name in BESIDE if name.startswith(meal))
        for meal in ("snack", "after", "pre-sleep")
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
    times = Counter(layout)
    shared, near = _shared_days(layout, BREAKFASTS[rules.variety]), _next_days(layout)
    alone = {
        (name, one.variant): _cost(name, one, rules)
        for name, pool in wide.items()
        for one in (*pool, *pools.get(name, ()))
    }
    for _ in range(_SWEEPS):
        before = dict(chosen)
        for name, pool in pools.items():
            others = {other: one for other, one in chosen.items() if other != name}
            basket = frozenset().union(*(one.items for one in others.values()))
            taken = {one.variant for one in others.values()}
            open_to = pool if any(one.variant not in taken for one in pool) else wide[name]
            none: frozenset[str] = frozenset()
            beside = _beside(name, chosen, shared.get(name, none), near.get(name, none))
            eaten = _eaten(others, times)
            chosen[name] = min(
                open_to,
                key=lambda one: (
                    one.variant in beside.variants,
                    one.variant in taken,
                    alone[name, one.variant]
                    + _NEW_ITEM * len(one.items - basket)
                    + _again_cost(one, beside)
                    + _too_many_cost(one, eaten, times[name]),
                    one.luck,
                ),
            )
        # What a sweep leaves as it was, every other would.
        if chosen == before:
            break
    return chosen


class _Beside(NamedTuple):
    """
    What else there is on the days that have a place.

    Attributes:
        variants: The dishes of the lunch or dinner beside a dinner or lunch.
        mains: Their main foods.
        makings: What they are made of.
        has_pulses: Whether the breakfast of a meal, or a meal of the breakfast, is of pulses.
        once: What one a day is enough of.
        made: What they are made of.
        near: The main foods of other lunches and dinners of its days and those beside them.
        pairs: What a snack shares with a meal when both have it: hummus with pita.
        snacks: For a snack, all others of the week.
    """

    variants: frozenset[Variant]
    mains: frozenset[str]
    makings: frozenset[str]
    has_pulses: bool
    once: frozenset[str]
    made: frozenset[str]
    near: frozenset[str]
    pairs: frozenset[str]
    snacks: tuple[WeekDish, ...]


def _shared_days(layout: Sequence[str], breakfasts: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """With which places each shares a day, of lunches and dinners, breakfasts and snacks."""
    days = [
        {*layout[2 * weekday : 2 * weekday + 2], breakfasts[weekday], *SNACKS[weekday]} - {""}
        for weekday in range(len(breakfasts))
    ]
    names = frozenset().union(*days)
    return {
        name: frozenset().union(*(day for day in days if name in day)) - {name} for name in names
    }


def _next_days(layout: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Which other places of lunches and dinners are on the days of each, or beside those."""
    days = [frozenset(layout[place : place + 2]) - {""} for place in range(0, len(layout), 2)]
    names = frozenset().union(*days)
    return {
        name: frozenset().union(
            *(one | two for one, two in pairwise(days) if name in one or name in two)
        )
        - {name}
        for name in names
    }


def _beside(
    name: str, chosen: Mapping[str, WeekDish], shared: frozenset[str], near: frozenset[str]
) -> _Beside:
    """What a dish at a place would stand beside."""
    kind = _kind_of_place(name)
    there = [(_kind_of_place(other), one) for other, one in chosen.items() if other in shared]
    same = [one for other, one in there if other == kind]
    mains = same if kind == _MEAL else []
    # Beans on toast are enough of pulses for a day.
    across = [one for other, one in there if {other, kind} == {_MEAL, _BREAKFAST}]
    is_snack = kind == _SNACK
    return _Beside(
        frozenset(one.variant for one in mains),
        frozenset(one.main for one in mains),
        frozenset().union(*(one.makings for one in mains)),
        any("pulse" in one.makings for one in across),
        frozenset().union(*(one.once for _, one in there)),
        frozenset().union(*(one.made | one.leading for _, one in there)),
        frozenset(chosen[other].main for other in near if other in chosen),
        frozenset().union(*(one.pairs for other, one in there if {other, kind} == {_MEAL, _SNACK})),
        tuple(one for other, one in chosen.items() if is_snack and other in SNACK_PLACES - {name}),
    )


def _kind_of_place(name: str) -> str:
    """Whether a place is a breakfast, a snack, or a lunch or dinner."""
    if name in SNACK_PLACES:
        return _SNACK
    return _BREAKFAST if name in _BREAKFAST_PLACES else _MEAL


def _again_cost(one: WeekDish, beside: _Beside) -> float:
    """What it costs that a dish has what there is already, in things to buy."""
    again = sum(_AGAIN[word.split()[0]] for word in one.makings & beside.makings)
    again += _AGAIN["pulse"] * (beside.has_pulses and "pulse" in one.makings)
    made = len((one.made | one.leading) & beside.made)
    made += sum(one.leading == other.leading for other in beside.snacks)
    made += len(one.once & beside.once) + len(one.pairs & beside.pairs)
    mains = _SAME_MAIN * (one.main in beside.mains) + _NEXT_DAY * (one.main in beside.near)
    return mains + again + _SAME_MADE * made


def _eaten(others: Mapping[str, WeekDish], times: Mapping[str, int]) -> Counter[str]:
    """How many meals of the week are of each grain, main food or salad, but for one place."""
    eaten: Counter[str] = Counter()
    for name, one in others.items():
        eaten.update(dict.fromkeys(_meal_of(one), times[name]))
    return eaten


def _meal_of(one: WeekDish) -> list[str]:
    """What a meal is of: its grains and its main food, and whether it is a salad."""
    salad = ["salad of any kind"] if "salad" in plain(one.variant.name).split() else []
    return [*(f"grain {word}" for word in sorted(one.grains)), f"main {one.main}", *salad]


def _too_many_cost(one: WeekDish, eaten: Mapping[str, int], times: int) -> float:
    """What it costs that a week has too many meals of what a dish is, which it has so often."""
    if not times:
        return 0.0
    return sum(
        _TOO_MANY[kind] * max(eaten[word] + times - _MOST_OF[kind], 0)
        for word in _meal_of(one)
        for kind in (word.split(maxsplit=1)[0],)
    )


def _cost(name: str, one: WeekDish, rules: Rules) -> float:
    """What speaks against a dish at a place this week, whatever else is eaten."""
    dish = one.variant.dish
    luck = crc32(f"{dish.dish_id} {rules.week} {rules.seed} {name}".encode()) / 2**32
    cost = _LUCK * luck + _MINUTE * dish.hands_on + _RARE * (dish.everyday - 1)
    cost += bulk_cost(one.variant, rules.appetite)
    if is_wished(one.variant, rules.likes):
        return cost + _LIKED
    return cost if name in SNACK_PLACES else cost + _FIBRE * one.much_fibre_g
