"""What a week has again, on a day, on days running and on many days, and what each costs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from fuelcalc.planning.menu.patterns import BREAKFASTS, SNACKS
from fuelcalc.planning.menu.pools import SNACK_PLACES
from fuelcalc.planning.menu.week_dishes import POTATOES, SALAD, WeekDish

_SAME_MAIN: Final = 15.0
# Of fourteen meals so many may be of one grain, of one main food, of potatoes, and salads; each
# more costs so many things to buy. Where nothing else is allowed, it is eaten.
_MOST_OF: Final[Mapping[str, int]] = {"grain": 3, "main": 4, "potatoes": 4, "salad": 4}
_TOO_MANY: Final[Mapping[str, float]] = {"grain": 45.0, "main": 4.0, "potatoes": 16.0, "salad": 4.0}
# One main food on two days running, or another that somebody remembers, beside the half of it that
# is kept for the second.
_NEXT_DAY, _REMEMBERED_NEXT_DAY = 14.0, 8.0
# One starch, pulses or one vegetable at noon and in the evening, in things to buy.
_AGAIN: Final[Mapping[str, float]] = {"starch": 12.0, "pulse": 15.0, "vegetable": 1.5}
# A heap of one vegetable or of potatoes at two feedings of a day, or rice in the morning too, and
# on two days running; one grain at meals of two days running; two salads on a day.
_SAME_HEAP, _HEAP_NEXT_DAY, _GRAIN_NEXT_DAY, _SECOND_SALAD = 15.0, 3.0, 6.0, 6.0
# Two plates of a day that are made of one food, a second shake or bowl of yogurt on a day, or two
# breakfasts of one kind; and two snacks of a day led by one food, or of a week by the same two.
_SAME_MADE, _SAME_SNACK = 6.0, 20.0
# On so many days of a week is one food remembered at any meal; each more costs as many things.
_MOST_DAYS: Final = 3
_TOO_MANY_DAYS: Final = 12.0
# And on so many has it much of one vegetable: spinach at six of fourteen meals is a sack of it.
_TOO_MANY_HEAPS: Final = 5.0
# Tuna is not for every day, whatever else there is: of its mercury.
_TOO_MUCH_MERCURY: Final[Mapping[str, float]] = {"tuna": 30.0}
# A snack that takes so long beside another that does is work of a meal.
_COOKED_SNACK_MIN: Final = 10.0
# What nobody minds at noon and minds every morning.
_MORNINGS: Final = frozenset({POTATOES})
MEAL, BREAKFAST, SNACK = "meal", "breakfast", "snack"
_LEAN_PLACES: Final = frozenset({"lean-1", "lean-2"})
_BREAKFAST_PLACES: Final = _LEAN_PLACES.union(*BREAKFASTS.values())


class Places(NamedTuple):
    """
    The places of a week, by their names.

    Attributes:
        times: At how many lunches and dinners each is.
        days: On which days each is eaten, a bit a weekday.
        shared: With which others each shares a day, of all meals.
        near: Which others of lunches and dinners are on its days, or on those beside them.
    """

    times: Mapping[str, int]
    days: Mapping[str, int]
    shared: Mapping[str, frozenset[str]]
    near: Mapping[str, frozenset[str]]


def places_of(layout: Sequence[str], breakfasts: Sequence[str]) -> Places:
    """
    What is known of the places of a week before any dish is chosen.

    Args:
        layout: Those of lunches and dinners from Monday to Sunday.
        breakfasts: Those of breakfasts.
    """
    meals = [{*layout[2 * day : 2 * day + 2]} - {""} for day in range(len(breakfasts))]
    days = [
        meal | {breakfast, *snacks}
        for meal, breakfast, snacks in zip(meals, breakfasts, SNACKS, strict=True)
    ]
    bits: defaultdict[str, int] = defaultdict(int)
    for weekday, there in enumerate(days):
        for name in there:
            bits[name] |= 1 << weekday
    return Places(
        Counter(filter(None, layout)),
        bits,
        {name: frozenset().union(*(day for day in days if name in day)) - {name} for name in bits},
        {
            name: frozenset().union(*(a | b for a, b in pairwise(meals) if name in a | b)) - {name}
            for name in frozenset().union(*meals)
        },
    )


class Beside(NamedTuple):
    """
    What else there is in a week, for a dish at one of its places.

    Attributes:
        mains: Their main foods.
        makings: What they are made of.
        heaps: Of what vegetables and potatoes any feeding of its days has much.
        heaps_near: And of which others the lunches and dinners of its days and those beside them.
        grains_near: The grains of these.
        grains_across: For a breakfast those of the day's lunch and dinner, and the other way.
        has_salad: Whether another lunch or dinner of its days is a salad.
        has_pulses: Whether the breakfast of a meal, or a meal of the breakfast, is of pulses.
        once: What one a day is enough of.
        seen: What is seen on its days: what dishes are made of, and what leads light plates.
        seen_twice: What of it two of them have already.
        near: The main foods of other lunches and dinners of its days and those beside them.
        remembered_near: What is remembered of these.
        pairs: What a snack shares with a meal when both have it: hummus with pita.
        snacks: For a snack, all others of the week.
        breakfasts: For a breakfast, all others of the week.
        leads: For a snack, what leads the other of a day.
        is_cooked: For a snack, whether the other of a day takes cooking.
        meals: How many meals are of each grain, main food or salad.
        days: On which days each food is remembered or heaped, a bit a weekday.
    """

    mains: frozenset[str]
    makings: frozenset[str]
    heaps: frozenset[str]
    heaps_near: frozenset[str]
    grains_near: frozenset[str]
    grains_across: frozenset[str]
    has_salad: bool
    has_pulses: bool
    once: frozenset[str]
    seen: frozenset[str]
    seen_twice: frozenset[str]
    near: frozenset[str]
    remembered_near: frozenset[str]
    pairs: frozenset[str]
    snacks: tuple[WeekDish, ...]
    breakfasts: tuple[WeekDish, ...]
    leads: frozenset[str]
    is_cooked: bool
    meals: Mapping[str, int]
    days: Mapping[str, int]


def beside_of(name: str, others: Mapping[str, WeekDish], places: Places) -> Beside:
    """
    What a dish at a place would stand beside.

    Args:
        name: The place.
        others: The dishes of all others.
        places: The places of the week.
    """
    kind = kind_of_place(name)
    shared = places.shared.get(name, frozenset())
    there = [(kind_of_place(other), one) for other, one in others.items() if other in shared]
    same = [one for other, one in there if other == kind]
    mains = same if kind == MEAL else []
    # Beans on toast are enough of pulses for a day.
    across = [one for other, one in there if {other, kind} == {MEAL, BREAKFAST}]
    near = [one for other, one in others.items() if other in places.near.get(name, ())]
    alike = tuple(one for other, one in others.items() if kind_of_place(other) == kind)
    times = Counter(word for _, one in there for word in one.seen)
    heaps: frozenset[str] = frozenset().union(*(one.heaps for _, one in there))
    heaps_near: frozenset[str] = frozenset().union(*(one.heaps for one in near))
    return Beside(
        frozenset(one.main for one in mains),
        frozenset().union(*(one.makings for one in mains)),
        heaps,
        heaps_near - heaps,
        frozenset().union(*(one.grains for one in near)),
        frozenset().union(*(one.grains for one in across)) - {POTATOES},
        any(SALAD in one.kinds for one in mains),
        any("pulse" in one.makings for one in across),
        frozenset().union(*(one.once for _, one in there)),
        frozenset(times),
        frozenset(word for word, n in times.items() if n > 1),
        frozenset(one.main for one in near),
        frozenset().union(*(one.remembered for one in near)),
        frozenset().union(*(one.pairs for other, one in there if {other, kind} == {MEAL, SNACK})),
        alike if kind == SNACK else (),
        alike if kind == BREAKFAST else (),
        frozenset().union(*(one.leading for one in same if kind == SNACK)),
        kind == SNACK and any(_is_cooked(one) for one in same),
        _meals(others, places),
        _days(others, places),
    )


def kind_of_place(name: str) -> str:
    """Whether a place is a breakfast, a snack, or a lunch or dinner."""
    if name in SNACK_PLACES:
        return SNACK
    return BREAKFAST if name in _BREAKFAST_PLACES else MEAL


def is_light(name: str) -> bool:
    """Whether a place is a breakfast of a weekday or weekend, or a snack."""
    return name not in _LEAN_PLACES and kind_of_place(name) != MEAL


def _is_cooked(one: WeekDish) -> bool:
    return one.minutes >= _COOKED_SNACK_MIN


def _meals(others: Mapping[str, WeekDish], places: Places) -> Mapping[str, int]:
    """How many meals of the week are of each grain, main food or salad."""
    eaten: dict[str, int] = {}
    for name, one in others.items():
        if times := places.times.get(name, 0):
            for word in one.kinds:
                eaten[word] = eaten.get(word, 0) + times
    return eaten


def _days(others: Mapping[str, WeekDish], places: Places) -> Mapping[str, int]:
    """On which days of the week each food is remembered, or heaped on a plate."""
    days: dict[str, int] = {}
    for name, one in others.items():
        own = places.days.get(name, 0)
        for word in one.remembered | one.heaps:
            days[word] = days.get(word, 0) | own
    return days


def again_cost(one: WeekDish, beside: Beside) -> float:
    """What it costs that a dish has what a day, or the next, has already, in things to buy."""
    cost = _SAME_MAIN * (one.main in beside.mains) + _NEXT_DAY * (one.main in beside.near)
    cost += _AGAIN["pulse"] * (beside.has_pulses and "pulse" in one.makings)
    cost += _SECOND_SALAD * (beside.has_salad and SALAD in one.kinds)
    cost += sum([_AGAIN[word.split()[0]] for word in one.makings & beside.makings])
    if one.heaps:
        cost += _SAME_HEAP * len(one.heaps & beside.heaps)
        cost += _HEAP_NEXT_DAY * len(one.heaps & beside.heaps_near)
    cost += _SAME_HEAP * len(one.grains & beside.grains_across)
    cost += _GRAIN_NEXT_DAY * len(one.grains & beside.grains_near)
    running = one.remembered & beside.remembered_near
    cost += _REMEMBERED_NEXT_DAY * (len(running) - (one.main in running))
    made = (
        len(one.seen & beside.seen)
        + len(one.seen & beside.seen_twice)
        + len(one.once & beside.once)
        + len(one.pairs & beside.pairs)
    )
    made += sum([len(_alike(one, other)) for other in beside.breakfasts])
    made += beside.is_cooked and _is_cooked(one)
    snacks = sum([one.leading == other.leading for other in beside.snacks])
    snacks += len(one.leading & beside.leads)
    return cost + _SAME_MADE * made + _SAME_SNACK * snacks


def _alike(one: WeekDish, other: WeekDish) -> frozenset[str]:
    """What makes two breakfasts one: both are bowls of yogurt, of eggs, or from a blender."""
    leads = one.leading & other.leading & (one.remembered | _MORNINGS)
    return leads | (one.once & other.once)


def too_many_cost(one: WeekDish, beside: Beside, *, times: int, days: int) -> float:
    """
    What it costs that a week has too much of what a dish is of, in things to buy.

    Args:
        one: The dish.
        beside: What else the week has.
        times: At how many lunches and dinners it would be.
        days: On which days, a bit a weekday.
    """
    cost = 0.0
    for word in one.remembered | one.heaps:
        before = beside.days.get(word, 0)
        now = max((before | days).bit_count(), _MOST_DAYS)
        more = now - max(before.bit_count(), _MOST_DAYS)
        dear = _TOO_MANY_DAYS if word in one.remembered else _TOO_MANY_HEAPS
        cost += _TOO_MUCH_MERCURY.get(word, dear) * more
    if not times:
        return cost
    for word in one.kinds:
        kind = word.partition(" ")[0]
        cost += _TOO_MANY[kind] * max(beside.meals.get(word, 0) + times - _MOST_OF[kind], 0)
    return cost
