"""
What a week eats: the dish of each meal, by the calendar and by nothing that a day asks for.

The week is a function of its number, of who eats, and of a seed. A day looks its dishes up, so
that any day agrees with its week without knowing another, and only its portions are its own.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple
from zlib import crc32

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.menu.appetite import bulk_cost
from fuelcalc.planning.menu.kinds import kinds_of, neighbours_of
from fuelcalc.planning.menu.patterns import (
    AT_HOME,
    BESIDE,
    BREAKFASTS,
    CANTEEN,
    COLD,
    LAYOUTS,
    MOST_CARRIED_MIN,
    MOST_PACKED_MIN,
    MOST_WEEKDAY_MIN,
    SNACKS,
    TO_WORK,
    WORKDAYS,
    kind_of,
    pattern_of,
)
from fuelcalc.planning.menu.together import kin_of, leading, makings_of

_QUICK_MIN, _LUNCH_MIN, _COOKED_MIN = 25.0, 20.0, 45.0
_LEAN_FAT_G, _LEAN_FIBRE_G = 8.0, 7.0
# A dish of every group comes round at the latest after so many weeks.
_MOST_ROUNDS: Final = 4
# Of snacks a week has five, and the whole choice lets them be made of what is bought anyway.
_SNACK_ROUNDS: Final = 1
_LEAST_OF_A_ROUND: Final = 4
# Of those whose week it is, few things to buy and little work decide (decision 23): seven minutes
# weigh about as much as one thing more.
_NEW_ITEM, _MINUTE, _LUCK, _RARE, _LIKED = 1.0, 0.14, 2.0, 2.0, -3.0
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
MAIN_MEALS: Final = frozenset({"lunch", "dinner"})


class Rules(NamedTuple):
    """
    What a week is made for, beside the limits.

    Attributes:
        week: Its number, counted from any Monday.
        seed: Another week among the good ones.
        variety: How many different dishes there are, of `patterns.LAYOUTS`.
        likes: Words for foods or dishes to be served more often.
        most_minutes: Longest that anything may take to make from Monday to Friday, or None.
        appetite: Whether dishes are dense or bulky.
        lunch: Where it is eaten from Monday to Friday, or "" where what can be carried is.
        is_away: Whether snacks from Monday to Friday are eaten where no kitchen is.
    """

    week: int
    seed: int = 0
    variety: str = "usual"
    likes: tuple[str, ...] = ()
    most_minutes: float | None = None
    appetite: str = "usual"
    lunch: str = ""
    is_away: bool = False


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


class _Known(NamedTuple):
    """What a week weighs of a dish."""

    variant: Variant
    group: str
    main: str
    items: frozenset[str]
    grains: frozenset[str]
    makings: frozenset[str]
    leading: frozenset[str]
    fat_g: float
    fibre_g: float
    luck: int

    @property
    def minutes(self) -> float:
        """How long it takes."""
        return self.variant.dish.minutes


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
    layout, breakfasts = _layout(known, rules), BREAKFASTS[rules.variety]
    names = tuple(dict.fromkeys(filter(None, layout)))
    pools = {
        name: pool
        for name in (*names, *breakfasts, *BESIDE)
        if (pool := _pool(name, known, rules, layout))
    }
    mains = tuple(name for name in names if name in pools)
    groups = kinds_of(
        layout,
        {name: _by_kind(pools[name]) for name in mains},
        pattern_of(limits.diet, limits.restrictions),
        f"{rules.week} {rules.seed}",
    )
    wide = {
        name: [one for one in pool if groups.get(name, one.group) == one.group]
        for name, pool in pools.items()
    }
    turns = {
        name: _this_week(
            pool, rules, most_rounds=_SNACK_ROUNDS if name.startswith("snack") else _MOST_ROUNDS
        )
        for name, pool in wide.items()
    }
    there = _apart_from_monday(turns, pools, layout, rules)
    chosen = _chosen(there, wide, layout, rules)
    if len({chosen[name].variant for name in mains}) < len(mains):
        # Whoever has least to choose from chooses first, so that no dish comes a second time.
        fewest = sorted(there, key=lambda name: len(wide[name]))
        chosen = _chosen({name: there[name] for name in fewest}, wide, layout, rules)
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


def layout_of(rules: Rules) -> tuple[str, ...]:
    """
    The places of a week's lunches and dinners from Monday to Sunday; "" where none is planned.

    >>> layout_of(Rules(1, lunch="canteen"))[:4]
    ('', 'cooked-1', '', 'quick-1')
    """
    layout = LAYOUTS[rules.variety]
    if rules.lunch != CANTEEN:
        return layout
    return tuple(
        "" if place % 2 == 0 and place // 2 in WORKDAYS else name
        for place, name in enumerate(layout)
    )


def _layout(known: Sequence[_Known], rules: Rules) -> tuple[str, ...]:
    """
    The places of a week in which no more dinners are cooked for two than there are dishes to keep.

    Where there are fewer, as in 15 minutes or low in FODMAPs, the last dinners are made for
    themselves, and so are the lunches after them.
    """
    layout = list(layout_of(rules))
    for_two = [name for name in dict.fromkeys(filter(None, layout)) if layout.count(name) > 1]
    cooked = [name for name in for_two if name.startswith("cooked")]
    keeping = {
        one.variant
        for name in cooked
        for one in _pool(name, known, rules, layout)
        if one.variant.dish.keeps > 0 and (_is_carried(one) or rules.lunch in AT_HOME)
    }
    for number, name in enumerate(cooked[len(keeping) :], start=3):
        dinner, lunch = (place for place, other in enumerate(layout) if other == name)
        layout[dinner], layout[lunch] = f"quick-{number}", "quick-lunch-2"
    return tuple(layout)


@lru_cache(maxsize=64)
def weighed(limits: Limits, pantry: Pantry) -> tuple[_Known, ...]:
    """Every dish that somebody may eat, with what a week weighs of it."""
    return tuple(map(_known_of, pantry.variants(limits)))


@lru_cache(maxsize=4096)
def items_of(variant: Variant) -> frozenset[str]:
    """
    What has to be bought for a dish: its foods without those of the cupboard and of choice.

    What a lunch or dinner usually has is no choice: a plate without it seldom is the meal.
    """
    is_main = not MAIN_MEALS.isdisjoint(variant.dish.meals)
    return frozenset(
        food.food_id if food.bought is None else food.bought.item
        for food, part in zip(variant.foods, variant.components, strict=True)
        if (part.least > 0.0 or (is_main and part.usual > 0.0))
        and not (food.bought and food.bought.in_cupboard)
    )


def grains_of(variant: Variant) -> frozenset[str]:
    """
    The grains of a dish, of whatever colour: brown rice is rice, and noodles of rice are noodles.

    >>> from fuelcalc.pantry import BUNDLED
    >>> names = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> sorted(grains_of(names["burrito-bowl"])), sorted(grains_of(names["tofu-pad-thai"]))
    (['rice'], ['noodle'])
    """
    return frozenset(
        plain(food.name).split()[-1]
        for food, part in zip(variant.foods, variant.components, strict=True)
        if food.role == "grain" and part.least > 0.0
    )


def _known_of(variant: Variant) -> _Known:
    """What a week weighs of a dish, in its usual amounts."""
    by_food: list[tuple[float, Food]] = []
    fat_g = fibre_g = 0.0
    for food, part in zip(variant.foods, variant.components, strict=True):
        # Three nutrients of all those that an amount holds: this is asked of every dish.
        held, share = food.per_100g, part.usual * food.portion.one_g / 100.0
        by_food.append(((held.protein_g or 0.0) * share, food))
        fat_g += (held.fat_g or 0.0) * share
        fibre_g += (held.fibre_g or 0.0) * share
    return _Known(
        variant,
        kind_of(variant),
        kin_of(max(by_food, key=lambda pair: pair[0])[1]),
        items_of(variant),
        grains_of(variant),
        makings_of(variant),
        leading((variant,)),
        fat_g,
        fibre_g,
        crc32(variant.dish.dish_id.encode()),
    )


def _pool(name: str, known: Sequence[_Known], rules: Rules, layout: Sequence[str]) -> list[_Known]:
    """The dishes for a place of the week: the narrowest wishes that leave any."""
    kind = name.rstrip("-12345")
    meal = _MEAL_OF.get(kind, "dinner")
    there = [one for one in known if meal in one.variant.dish.meals]
    at_work = name in {layout[2 * weekday] for weekday in WORKDAYS}
    if at_work and rules.lunch in TO_WORK:
        ways = TO_WORK[rules.lunch]
        there = [one for one in there if one.variant.dish.carried in ways] or there
        # Made before work; what was cooked for dinner only has to be packed.
        there = _within(there, MOST_PACKED_MIN) if kind == "quick-lunch" else there
    if rules.is_away and name in _AT_WORK:
        boxed = _within(
            [one for one in there if one.variant.dish.carried in COLD], MOST_CARRIED_MIN
        )
        # One dish in the box on every day would be worse than a walk to the toaster.
        there = boxed if len(boxed) >= _N_SNACKS else there
    if meal in {"lunch", "dinner"} and kind not in {"saturday", "sunday", "weekend-lunch"}:
        most = MOST_WEEKDAY_MIN if rules.most_minutes is None else rules.most_minutes
        there = _within(there, most)
    for wish in _WISHES.get(kind, ()):
        if wish is _is_carried and rules.lunch in AT_HOME:
            continue
        kept = [one for one in there if wish(one)]
        there = kept if len(kept) >= (_N_SNACKS if meal == "snack" else 1) else there
    return there


_AT_WORK: Final = frozenset(name for weekday in WORKDAYS for name in SNACKS[weekday])
"""Snacks of Monday to Friday."""

_SNACK_PLACES: Final = frozenset(chain.from_iterable(SNACKS))
_N_SNACKS: Final = len(_SNACK_PLACES)
"""So many have to be there, that none comes too often."""

_MEAL_OF: Final = {
    "quick-lunch": "lunch", "weekend-lunch": "lunch", "weekday": "breakfast",
    "weekend": "breakfast", "lean": "breakfast", "snack": "snack", "after": "after",
    "pre-sleep": "pre-sleep",
}  # fmt: skip


def _is_carried(one: _Known) -> bool:
    return one.variant.dish.carried != "no"


def _is_common(one: _Known) -> bool:
    return one.variant.dish.everyday < 3


_WISHES: Final[Mapping[str, Sequence[Callable[[_Known], bool]]]] = {
    "cooked": (
        lambda one: one.variant.dish.keeps > 0, _is_carried, _is_common,
        lambda one: one.minutes <= _COOKED_MIN,
    ),
    "quick": (_is_common, lambda one: one.minutes <= _QUICK_MIN),
    "quick-lunch": (_is_carried, _is_common, lambda one: one.minutes <= _LUNCH_MIN),
    "weekend-lunch": (_is_common,),
    "saturday": (_is_common,),
    "sunday": (_is_common,),
    "weekday": (lambda one: one.variant.dish.everyday == 1, lambda one: one.minutes <= _LUNCH_MIN),
    "weekend": (_is_common,),
    "lean": (lambda one: one.fat_g <= _LEAN_FAT_G, lambda one: one.fibre_g <= _LEAN_FIBRE_G),
    "snack": (lambda one: one.variant.dish.everyday == 1,),
    "after": (_is_common,),
    "pre-sleep": (_is_common,),
}  # fmt: skip
"""What is wanted of a place, the most important first; a wish that leaves no dish is none."""


def _within(there: Sequence[_Known], most_minutes: float) -> list[_Known]:
    """Those that are made in time; where there are none, the quickest."""
    if not there:
        return list(there)
    nearest = max(most_minutes, min(one.minutes for one in there))
    return [one for one in there if one.minutes <= nearest]


def _this_week(pool: Sequence[_Known], rules: Rules, *, most_rounds: int) -> list[_Known]:
    """The dishes of a pool whose turn it is, and those that are liked."""
    rounds = min(max(len(pool) // _LEAST_OF_A_ROUND, 1), most_rounds)
    ranked = sorted(pool, key=lambda one: one.luck)
    return [
        one
        for rank, one in enumerate(ranked)
        if (rank + rules.week + rules.seed) % rounds == 0 or is_wished(one.variant, rules.likes)
    ]


def _apart_from_monday(
    turns: Mapping[str, Sequence[_Known]],
    pools: Mapping[str, Sequence[_Known]],
    layout: Sequence[str],
    rules: Rules,
) -> dict[str, Sequence[_Known]]:
    """The dishes of each place, Sunday's dinner without what may be next Monday's."""
    monday, sunday = layout[1], layout[-1]
    found = dict(turns)
    if monday in pools and sunday in turns:
        later = rules._replace(week=rules.week + 1)
        by_group: dict[str, list[_Known]] = {}
        for one in pools[monday]:
            by_group.setdefault(one.group, []).append(one)
        next_up = {
            one.variant
            for there in by_group.values()
            for one in _this_week(there, later, most_rounds=_MOST_ROUNDS)
        }
        found[sunday] = [one for one in turns[sunday] if one.variant not in next_up] or turns[
            sunday
        ]
    return found


def _by_kind(pool: Sequence[_Known]) -> dict[str, list[str]]:
    """The dishes of a pool by kind, as the names of both."""
    found: dict[str, list[str]] = {}
    for one in pool:
        found.setdefault(one.group, []).append(one.variant.dish.dish_id)
    return {group: found[group] for group in sorted(found)}


def _chosen(
    pools: Mapping[str, Sequence[_Known]],
    wide: Mapping[str, Sequence[_Known]],
    layout: Sequence[str],
    rules: Rules,
) -> dict[str, _Known]:
    """
    One dish a place: few things to buy, little work, what is liked, and no dish twice.

    Args:
        pools: The dishes of each place whose turn it is.
        wide: All of its kind, for a place whose own are all taken.
        layout: The places.
        rules: What the week is made for.
    """
    chosen: dict[str, _Known] = {}
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


def _snacks_beside(name: str, chosen: Mapping[str, _Known]) -> tuple[list[_Known], list[_Known]]:
    """The snacks that share a day with one, and all others of the week; none for a meal."""
    if name not in _SNACK_PLACES:
        return [], []
    today = set(chain.from_iterable(pair for pair in SNACKS if name in pair)) - {name}
    others = {other: one for other, one in chosen.items() if other in _SNACK_PLACES - {name}}
    return [one for other, one in others.items() if other in today], [*others.values()]


def _led_alike(one: _Known, today: Sequence[_Known], week: Sequence[_Known]) -> int:
    """How many foods lead a snack and another of its day, and how many snacks are led as it is."""
    shared = sum(len(one.leading & other.leading) for other in today)
    return shared + sum(one.leading == other.leading for other in week)


def _grains(chosen: Mapping[str, _Known], times: Mapping[str, int], *, but: str) -> Counter[str]:
    """How many lunches and dinners of the week are of each grain, without one place's."""
    eaten: Counter[str] = Counter()
    for name, one in chosen.items():
        if name != but:
            eaten.update(dict.fromkeys(one.grains, times[name]))
    return eaten


def _over(one: _Known, eaten: Mapping[str, int], times: int) -> int:
    """How many meals too many of its grains a week has with a dish that is served so often."""
    if not times:
        return 0
    return sum(max(eaten[grain] + times - _MOST_OF_A_GRAIN, 0) for grain in one.grains)


def _cost(name: str, one: _Known, rules: Rules) -> float:
    """What speaks against a dish at a place this week, whatever else is eaten."""
    dish = one.variant.dish
    luck = crc32(f"{dish.dish_id} {rules.week} {rules.seed} {name}".encode()) / 2**32
    cost = _LUCK * luck + _MINUTE * dish.hands_on + _RARE * (dish.everyday - 1)
    cost += bulk_cost(one.variant, rules.appetite)
    return cost + _LIKED * is_wished(one.variant, rules.likes)


def is_wished(variant: Variant, words: Sequence[str]) -> bool:
    """Whether a dish is called by one of some words, or holds a food that is on any plate of it."""
    if not words:
        return False
    names = [set(plain(variant.name).split())]
    held = zip(variant.foods, variant.components, strict=True)
    for food in (food for food, part in held if part.least > 0.0):
        names += [set(plain(text).split()) for text in (food.name, *food.synonyms)]
    return any(set(word.split()) <= name for word in words for name in names)
