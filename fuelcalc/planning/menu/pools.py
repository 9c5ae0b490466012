"""The places of a week, and the dishes that each of them has to choose from."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from fuelcalc.models.dishes import Variant
from fuelcalc.planning.menu.patterns import (
    AT_HOME,
    CANTEEN,
    COLD,
    LAYOUTS,
    MOST_CARRIED_MIN,
    MOST_MORNING_MIN,
    MOST_PACKED_MIN,
    MOST_SNACK_MIN,
    MOST_WEEKDAY_MIN,
    SNACKS,
    TO_WORK,
    WORKDAYS,
)
from fuelcalc.planning.menu.week_dishes import WeekDish, is_wished

_QUICK_MIN, _COOKED_MIN = 25.0, 45.0
_LEAN_FAT_G, _LEAN_FIBRE_G = 8.0, 7.0
# A dish of every group comes round at the latest after so many weeks.
MOST_ROUNDS: Final = 4
# Of snacks a week has five, and the whole choice lets them be made of what is bought anyway.
SNACK_ROUNDS: Final = 1
_LEAST_OF_A_ROUND: Final = 6
_TWICE: Final = 2


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
        is_large: Whether somebody eats so much that its fibre is more than is wanted.
        season: Of `seasons.season_of`, where somebody eats alone.
    """

    week: int
    seed: int = 0
    variety: str = "usual"
    likes: tuple[str, ...] = ()
    most_minutes: float | None = None
    appetite: str = "usual"
    lunch: str = ""
    is_away: bool = False
    is_large: bool = False
    season: str = ""


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


def layout_for(known: Sequence[WeekDish], rules: Rules) -> tuple[str, ...]:
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
        for one in pool_of(name, known, rules, layout)
        if one.variant.dish.keeps > 0 and (_is_carried(one) or rules.lunch in AT_HOME)
    }
    for number, name in enumerate(cooked[len(keeping) :], start=3):
        dinner, lunch = (place for place, other in enumerate(layout) if other == name)
        layout[dinner], layout[lunch] = f"quick-{number}", "quick-lunch-2"
    return tuple(layout)


def pool_of(
    name: str, known: Sequence[WeekDish], rules: Rules, layout: Sequence[str]
) -> list[WeekDish]:
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
        if wish is _is_made_once and layout.count(name) < _TWICE:
            continue
        kept = [one for one in there if wish(one)]
        there = kept if len(kept) >= (_N_SNACKS if meal == "snack" else 1) else there
    return there


_AT_WORK: Final = frozenset(name for weekday in WORKDAYS for name in SNACKS[weekday])
"""Snacks of Monday to Friday."""
SNACK_PLACES: Final = frozenset(chain.from_iterable(SNACKS))
_N_SNACKS: Final = len(SNACK_PLACES)
"""So many have to be there, that none comes too often."""
_MEAL_OF: Final = {
    "quick-lunch": "lunch", "weekend-lunch": "lunch", "weekday": "breakfast",
    "weekend": "breakfast", "lean": "breakfast", "snack": "snack", "after": "after",
    "pre-sleep": "pre-sleep",
}  # fmt: skip


def _is_carried(one: WeekDish) -> bool:
    return one.variant.dish.carried != "no"


def _is_made_once(one: WeekDish) -> bool:
    """Whether a dish of two days keeps for the second."""
    return one.variant.dish.keeps > 0


def _is_common(one: WeekDish) -> bool:
    return one.variant.dish.everyday < 3


def _is_soon_made(one: WeekDish) -> bool:
    return one.minutes <= MOST_SNACK_MIN


_WISHES: Final[Mapping[str, Sequence[Callable[[WeekDish], bool]]]] = {
    "cooked": (
        lambda one: one.variant.dish.keeps > 0, _is_carried, _is_common,
        lambda one: one.minutes <= _COOKED_MIN,
    ),
    "quick": (_is_common, lambda one: one.minutes <= _QUICK_MIN),
    "quick-lunch": (_is_carried, _is_common, lambda one: one.minutes <= MOST_MORNING_MIN),
    "weekend-lunch": (_is_made_once, _is_common),
    "saturday": (_is_common,),
    "sunday": (_is_common,),
    "weekday": (
        lambda one: one.variant.dish.everyday == 1, lambda one: one.minutes <= MOST_MORNING_MIN,
    ),
    "weekend": (_is_common,),
    "lean": (
        _is_soon_made, lambda one: one.plain_fat_g <= _LEAN_FAT_G,
        lambda one: one.plain_fibre_g <= _LEAN_FIBRE_G,
    ),
    "snack": (_is_soon_made, lambda one: one.variant.dish.everyday == 1),
    "after": (_is_soon_made, _is_common),
    "pre-sleep": (_is_soon_made, _is_common),
}  # fmt: skip
"""What is wanted of a place, the most important first; a wish that leaves no dish is none."""


def _within(there: Sequence[WeekDish], most_minutes: float) -> list[WeekDish]:
    """Those that are made in time; where there are none, the quickest."""
    if not there:
        return list(there)
    nearest = max(most_minutes, min(one.minutes for one in there))
    return [one for one in there if one.minutes <= nearest]


def this_week(pool: Sequence[WeekDish], rules: Rules, *, most_rounds: int) -> list[WeekDish]:
    """The dishes of a pool whose turn it is, and those that are liked."""
    rounds = min(max(len(pool) // _LEAST_OF_A_ROUND, 1), most_rounds)
    ranked = sorted(pool, key=lambda one: one.luck)
    return [
        one
        for rank, one in enumerate(ranked)
        if (rank + rules.week + rules.seed) % rounds == 0 or is_wished(one.variant, rules.likes)
    ]


def apart_from_monday(
    turns: Mapping[str, Sequence[WeekDish]],
    pools: Mapping[str, Sequence[WeekDish]],
    layout: Sequence[str],
    rules: Rules,
) -> dict[str, Sequence[WeekDish]]:
    """
    The dishes of each place, Sunday's dinner without what may be next Monday's.

    Where that leaves none of a kind, Sunday has half of it and Monday the other.
    """
    monday, sunday = layout[1], layout[-1]
    found = dict(turns)
    if monday not in pools or sunday not in pools:
        return found
    next_up = _turns_of(pools[monday], rules._replace(week=rules.week + 1))
    found[sunday] = [one for one in turns[sunday] if one.variant not in next_up] or _half(
        turns[sunday]
    )
    today = _turns_of(pools[monday], rules)
    before = _by_group(pools[sunday], rules._replace(week=rules.week - 1))
    gone = {
        one.variant
        for there in before
        if today.issuperset(one.variant for one in there)
        for one in _half(there)
    }
    found[monday] = [one for one in turns[monday] if one.variant not in gone] or turns[monday]
    return found


def _half(there: Sequence[WeekDish]) -> Sequence[WeekDish]:
    """Half of some dishes, drawn by their names; all where that is none."""
    return [one for one in there if one.luck % 2] or there


def apart_from_sunday(
    wide: Mapping[str, Sequence[WeekDish]],
    pools: Mapping[str, Sequence[WeekDish]],
    layout: Sequence[str],
    rules: Rules,
) -> dict[str, Sequence[WeekDish]]:
    """What there is where all whose turn it is are taken: no Sunday's for Monday, nor Monday's."""
    monday, sunday = layout[1], layout[-1]
    found = apart_from_monday(wide, pools, layout, rules)
    if monday in pools and sunday in pools:
        gone = _turns_of(pools[sunday], rules._replace(week=rules.week - 1))
        gone -= _turns_of(pools[monday], rules)
        found[monday] = [one for one in found[monday] if one.variant not in gone] or found[monday]
    return found


def _turns_of(pool: Sequence[WeekDish], rules: Rules) -> set[Variant]:
    """The dishes of a place whose turn it may be in a week, of whatever kind."""
    return {one.variant for there in _by_group(pool, rules) for one in there}


def _by_group(pool: Sequence[WeekDish], rules: Rules) -> list[list[WeekDish]]:
    """The dishes of a place whose turn it may be in a week, by kind."""
    groups: dict[str, list[WeekDish]] = {}
    for one in pool:
        groups.setdefault(one.group, []).append(one)
    return [this_week(there, rules, most_rounds=MOST_ROUNDS) for there in groups.values()]


def by_kind(pool: Sequence[WeekDish]) -> dict[str, list[str]]:
    """The dishes of a pool by kind, as the names of both."""
    found: dict[str, list[str]] = {}
    for one in pool:
        found.setdefault(one.group, []).append(one.variant.dish.dish_id)
    return {group: found[group] for group in sorted(found)}
