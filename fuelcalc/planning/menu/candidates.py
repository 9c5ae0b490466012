"""What may be eaten when: dishes by meal, and what speaks for or against each today."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple
from zlib import crc32

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.appetite import stopgap_cost
from fuelcalc.planning.menu.edits import Edit, edited_rota
from fuelcalc.planning.menu.kin import kin_of
from fuelcalc.planning.menu.likes import liked_items
from fuelcalc.planning.menu.minutes import LEAST_EVENING_MIN, minutes_of
from fuelcalc.planning.menu.patterns import (
    AT_WORK_MIN,
    CANTEEN,
    MAIN_MEALS,
    MOST_WEEKDAY_MIN,
    TO_WORK,
    WORKDAYS,
    is_of_night_shift,
)
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import Rota
from fuelcalc.planning.menu.seasons import season_of
from fuelcalc.planning.menu.week_dishes import is_wished, items_of, remembered_of

_MEALS: Final[Mapping[str, tuple[str, ...]]] = {
    "breakfast": ("breakfast",),
    "second breakfast": ("breakfast", "snack"),
    "lunch": ("lunch",),
    "tea": ("snack", "lunch"),
    "dinner": ("dinner",),
    "supper": ("snack", "lunch"),
    "snack": ("snack",),
    "before": ("before",),
    "after": ("after",),
    "pre-sleep": ("pre-sleep",),
    "during": ("during",),
}
INSTEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "breakfast": ("lunch", "snack"),
    "lunch": ("dinner",),
    "dinner": ("lunch",),
    "snack": ("after",),
    "after": ("snack", "breakfast"),
    "pre-sleep": ("snack", "after"),
    "during": (),
}
"""What else will do where none of a meal's own dishes comes near."""

SOLID_FOOD: Final = ("breakfast", "lunch", "dinner", "snack", "after", "pre-sleep", "side")
"""What will do at any time but on the move, before a feeding is left empty."""

WIDE, PLANNED, THIS_WEEK, ANY_WEEK = -1, 0, 1, 2
# Before a run nothing is as ordinary, and what is sold by the piece opens no pack.
_AT_HAND: Final = frozenset({"bananas"})
"""Where a dish stands today: nothing is planned, its day, another day's of the week, no day's."""

# Where the day's own dish cannot be made to fit, one of the week stands in, then any (decision 23).
_STANDING_COST: Final[Mapping[int, float]] = {
    WIDE: 0.0, PLANNED: 0.0, THIS_WEEK: 2.0, ANY_WEEK: 5.0,
}  # fmt: skip
_LUCK, _RARE_COST = 1.0, 3.0
_RARE_BEFORE: Final = 1.0
_LIKED, _USED_UP = -5.0, -5.5
# More than any standing, wish or luck: a dish that takes too long comes after all that do not.
_SLOW_COST, _SLOW_COST_PER_MIN = 15.0, 1.0
_GUT_COST: Final = 1.5
_SLOW_ROLES: Final = frozenset({"fish", "legume", "meat", "poultry", "shellfish", "vegetable"})
_NEW_ITEM_COST: Final = 2.0
_GUT_MIN: Final = 180.0
_SUNDAY: Final = 6
_WEEK, _STAND_IN_DAYS, _OFTEN = 7, (0, 2, 4), 2
_YOGURT_DAYS: Final = (0, 2, 4, 5)
_BAKED_MIN: Final = 20.0
_SMALL: Final = frozenset({"snack", "before"})
_OF_THE_SHELF: Final = frozenset({"powder", "sports"})


class Wishes(NamedTuple):
    """
    What somebody would like, beside the hard limits.

    Attributes:
        likes: Names of foods or dishes, spelled plainly.
        use_up: Foods that have to go.
        most_minutes: Longest that a meal may take to make today, or None.
        weekday_min: The same from Monday to Friday, for the week's dishes.
        turn: Which day it is, counted from a Sunday.
        seed: Another choice among the good ones.
        variety: How many different dishes a week has, of `patterns.LAYOUTS`.
        appetite: Whether dishes are dense or bulky.
        lunch: Where it is eaten from Monday to Friday, or "".
        is_away: Whether snacks of a weekday's working hours are eaten where no kitchen is.
        is_large: Whether an ordinary day is of so much food that its dishes have to be low in
            fibre.
        zone: The time zone, which tells the season; "" where nobody says.
        shared_lunch: Where the week's dishes for it are carried to by all who eat of them; None
            where that is `lunch`.
        edits: What is set on other days of the week.
        is_planned: Whether the week's dishes come first; else all stand alike.
    """

    likes: tuple[str, ...] = ()
    use_up: tuple[str, ...] = ()
    most_minutes: float | None = None
    weekday_min: float | None = None
    turn: int = 1
    seed: int = 0
    variety: str = "usual"
    appetite: str = "usual"
    lunch: str = ""
    is_away: bool = False
    is_large: bool = False
    zone: str = ""
    shared_lunch: str | None = None
    edits: tuple[Edit, ...] = ()
    is_planned: bool = True

    @property
    def weekday(self) -> int:
        """0 on Monday to 6 on Sunday."""
        return (self.turn - 1) % 7

    @property
    def is_shared(self) -> bool:
        """Whether others eat from the same pot."""
        return self.shared_lunch is not None

    def lunch_at(self, feeding: Feeding) -> str:
        """
        Where a lunch from Monday to Friday is eaten, if somebody said; "" at other meals.

        A meal of a night's shift is eaten where a packed lunch would be.
        """
        is_lunch = feeding.name == "lunch" and self.weekday in WORKDAYS
        return self.lunch if is_lunch or self.is_in_shift(feeding) else ""

    def is_in_shift(self, feeding: Feeding) -> bool:
        """Whether a feeding is eaten in a night's shift."""
        return is_of_night_shift(self.lunch, feeding.name or feeding.kind, feeding.minute)

    def is_at_work(self, wake: float) -> bool:
        """Whether who gets up at a minute of today is at work by day, and has lunch there."""
        works = self.weekday in WORKDAYS and self.lunch in {*TO_WORK, CANTEEN}
        return works and wake < AT_WORK_MIN[0]

    def carries(self, feeding: Feeding) -> bool:
        """Whether a snack, or a bite before a session, is eaten at work."""
        if feeding.kind not in _SMALL or feeding.is_meal:
            return False
        first, last = AT_WORK_MIN
        is_at_desk = self.weekday in WORKDAYS and first <= feeding.minute <= last
        return (self.is_away and is_at_desk) or is_of_night_shift(
            self.lunch, feeding.kind, feeding.minute
        )

    @property
    def made_within_min(self) -> float:
        """Longest that a meal may take to make today: what was said, an hour on other weekdays."""
        if self.most_minutes is not None:
            return self.most_minutes
        return MOST_WEEKDAY_MIN if self.weekday in WORKDAYS else inf

    def evening_before_min(self, limits: Limits, pantry: Pantry) -> float:
        """How long the evening before has for what is eaten today, beside the dinner planned."""
        if self.weekday_min is None or (self.weekday - 1) % _WEEK not in WORKDAYS:
            return inf
        dinner = self.planned_at("dinner", limits, pantry, days_on=-1)
        takes = 0.0 if dinner is None else dinner.dish.minutes
        return max(self.weekday_min - takes, LEAST_EVENING_MIN)

    @property
    def rules(self) -> Rules:
        """What the week is made for."""
        week = (self.turn - 1) // 7
        return Rules(
            week,
            self.seed,
            self.variety,
            self.likes,
            self.weekday_min,
            self.appetite,
            self.lunch if self.shared_lunch is None else self.shared_lunch,
            self.is_away,
            # A table eats of one rota, whoever at it eats most, and in whatever zone each writes.
            self.is_large and not self.is_shared,
            "" if self.is_shared else season_of(week, self.zone),
        )

    def rota(self, limits: Limits, pantry: Pantry) -> Rota:
        """The dishes of the week."""
        return edited_rota(self.rules, limits, pantry, self.edits)

    def planned_at(
        self, meal: str | None, limits: Limits, pantry: Pantry, *, days_on: int = 0
    ) -> Variant | None:
        """What the week has for a meal of today or of days on; None beyond it, or for none."""
        planned = self.rota(limits, pantry).planned if self.is_planned else {}
        return planned.get((self.weekday + days_on, meal or ""))


def meals_of(feeding: Feeding) -> tuple[str, ...]:
    """
    Which meals' dishes a feeding takes.

    >>> meals_of(Feeding(480.0, 30.0, "after", "breakfast"))
    ('breakfast',)
    """
    return _MEALS[feeding.name or feeding.kind]


def standings(
    feeding: Feeding, wishes: Wishes, limits: Limits, pantry: Pantry
) -> Mapping[Variant, int]:
    """
    The dishes that the week has for a feeding, by how near they are: planned today, or this week.

    A feeding that has no dish of its own planned takes any of the week's for it.
    """
    if not wishes.is_planned:
        return {}
    rota = wishes.rota(limits, pantry)
    planned = rota.planned.get((wishes.weekday, feeding.name))
    # One dish follows the other, since nobody wants the same six nights or early mornings of seven.
    night, lean = (
        rota.others[meal][wishes.weekday % 2 :][:1] or rota.others[meal]
        for meal in ("pre-sleep", "lean")
    )
    others = {**rota.others, "snack": rota.snacks[wishes.weekday], "pre-sleep": night}
    # After training breakfast holds a dose of protein, which early hours have no room for.
    if feeding.kind != "after":
        others["breakfast"] = lean
    there = [one for meal in meals_of(feeding) for one in others.get(meal, ())]
    if feeding.name == "lunch":
        # What is left of yesterday's dinner is planned; nobody cooks it anew at noon.
        cooked = rota.planned.get((wishes.weekday - 1, "dinner"))
        there = [one for one in there if one != cooked]
    if planned is None:
        return dict.fromkeys(there, PLANNED)
    return dict.fromkeys(there, THIS_WEEK) | {planned: PLANNED}


def left_to_today(
    there: Iterable[Variant], feeding: Feeding, wishes: Wishes, limits: Limits, pantry: Pantry
) -> list[Variant]:
    """
    Stand-ins that no other day has.

    No snack of another day, no dish that the week has twice, and for dinner none of its neighbours.
    Days know nothing of each other's stand-ins. A dinner therefore stands in on every other day
    only, so that none comes twice running, and a snack on three days of a week.
    """
    if "snack" in meals_of(feeding):
        kept = set(wishes.rota(limits, pantry).others["snack"])
        return [one for one in there if one not in kept and _is_turn_of(one, wishes)]
    planned = wishes.rota(limits, pantry).planned
    if feeding.name == "breakfast":
        kept = {one for (_, meal), one in planned.items() if meal == "breakfast"}
        return [one for one in there if one not in kept and _is_turn_of(one, wishes)]
    if feeding.name not in MAIN_MEALS:
        return list(there)
    # What a week has at two places already is eaten often enough.
    times = Counter(one for (_, meal), one in planned.items() if meal in MAIN_MEALS)
    there = [one for one in there if times[one] < _OFTEN]
    if feeding.name == "dinner":
        evenings = [_on(wishes, turn) for turn in (wishes.turn - 1, wishes.turn + 1)]
        beside = [one.rota(limits, pantry).planned.get((one.weekday, "dinner")) for one in evenings]
        there = [
            one
            for one in there
            if one not in beside and crc32(one.dish.dish_id.encode()) % 2 == wishes.turn % 2
        ]
    return _apart(there, feeding, wishes, limits, pantry)


def _apart(
    there: list[Variant], feeding: Feeding, wishes: Wishes, limits: Limits, pantry: Pantry
) -> list[Variant]:
    """Those that repeat no food of the meals that the week has around, if there are any."""
    planned = [
        wishes.planned_at(meal, limits, pantry, days_on=days)
        for days in (-1, 0, 1)
        for meal in MAIN_MEALS
        if days or meal != feeding.name
    ]
    near = frozenset().union(*(remembered_of(one) for one in planned if one is not None))
    return [one for one in there if near.isdisjoint(remembered_of(one))] or there


def _on(wishes: Wishes, turn: int) -> Wishes:
    """The same on another day; what is set for this week is set for no other."""
    other = wishes._replace(turn=turn)
    return other if other.rules.week == wishes.rules.week else other._replace(edits=())


def unplanned(words: Iterable[str], rota: Rota, weekday: int) -> list[str]:
    """Those of some words, spelled plainly, that no meal planned for a day takes."""
    today = [one for (place, _), one in rota.planned.items() if place == weekday]
    return [word for word in words if not any(is_wished(one, (word,)) for one in today)]


@lru_cache(maxsize=256)
def basket_of(wishes: Wishes, limits: Limits, pantry: Pantry) -> "frozenset[str] | None":
    """What the week's dishes are made of, with what is liked; None where nothing is planned."""
    if not wishes.is_planned:
        return None
    rota = wishes.rota(limits, pantry)
    dishes = {*rota.planned.values(), *(one for there in rota.others.values() for one in there)}
    return _AT_HAND.union(liked_items(wishes.likes, pantry), *map(items_of, dishes))


def basket_cost(variant: Variant, basket: "frozenset[str] | None") -> float:
    """What speaks against a second course or a dish of no day: what else it has bought."""
    return 0.0 if basket is None else _NEW_ITEM_COST * len(items_of(variant) - basket)


@lru_cache(maxsize=8192)
def left_away(variant: Variant, basket: frozenset[str]) -> tuple[int, ...]:
    """
    The places of what a dish may do without, and what no dish of the week is bought for.

    A lunch or dinner keeps all that it may have, so that the week's dish fits its day. Powder is
    bought once for many weeks, and stands where nothing else brings the protein.
    """
    if not MAIN_MEALS.isdisjoint(variant.dish.meals):
        return ()
    return tuple(
        place
        for place, (food, part) in enumerate(zip(variant.foods, variant.components, strict=True))
        if part.least == 0.0
        and food.role not in _OF_THE_SHELF
        and food.bought is not None
        and not food.bought.in_cupboard
        and food.bought.item not in basket
    )


def has_turn(side: Variant, wishes: Wishes) -> bool:
    """
    Whether a second course may stand on a day: a pudding on three of seven, what is plain on each.

    A plain bowl of yogurt has four: somebody of 105 kg without milk had 3.7 kg of it in a week.

    Days know nothing of each other's puddings, and one that suits a hungry week suits all of it.
    What is baked for half an hour is baked on a Sunday.
    """
    if side.dish.minutes >= _BAKED_MIN:
        return wishes.weekday == _SUNDAY
    is_plain = "pudding" not in side.dish.meals or "side" in side.dish.meals
    if not is_plain:
        return _is_turn_of(side, wishes)
    is_yogurt = any(kin_of(food) == "yogurt" for food in side.foods)
    return not is_yogurt or _is_turn_of(side, wishes, _YOGURT_DAYS)


def _is_turn_of(variant: Variant, wishes: Wishes, days: Collection[int] = _STAND_IN_DAYS) -> bool:
    """Whether a day is one of those of a week on which something unplanned may stand in."""
    return (crc32(variant.dish.dish_id.encode()) + wishes.weekday) % _WEEK in days


def gut_cost(variant: Variant, minutes_before: float | None) -> float:
    """
    What speaks against a dish before a session: pulses, onion and what else stays in the gut.

    Fish, meat and vegetables are a dinner's, and leave the stomach slowly.

    Args:
        variant: The dish.
        minutes_before: Minutes to the session that it fuels, if it does.
    """
    if minutes_before is None or minutes_before > _GUT_MIN:
        return 0.0
    heavy = [food for food in variant.foods if food.high_fodmap or food.role in _SLOW_ROLES]
    return _GUT_COST * len(heavy)


def taste_cost(variant: Variant, wishes: Wishes, standing: int = WIDE) -> float:
    """What speaks against a dish today, apart from how well its portions fit."""
    # The day stands first: the last letters of a text hardly move its checksum.
    luck = crc32(f"{wishes.turn} {wishes.seed} {variant.dish.dish_id}".encode()) / 2**32
    cost = _LUCK * luck + _STANDING_COST[standing]
    # No week plans what is eaten before a session: there the plain comes first every day.
    rare = variant.dish.everyday - 1
    if standing == ANY_WEEK:
        cost += _RARE_COST * rare
        cost += stopgap_cost(variant, wishes.appetite)
    elif "before" in variant.dish.meals:
        cost += _RARE_BEFORE * rare
    if standing == WIDE and is_wished(variant, wishes.likes):
        cost += _LIKED
    if is_wished(variant, wishes.use_up):
        cost += _USED_UP
    return cost


def slow_cost(
    variants: Sequence[Variant],
    wishes: Wishes,
    free: float,
    most: float = inf,
    before: float = inf,
) -> float:
    """
    What speaks against a plate that takes too long: 0 where it is ready in time.

    Args:
        variants: The dish, and what stands beside it.
        wishes: How long cooking may take today.
        free: How many minutes there are before it is eaten; what keeps is made before.
        most: How long anybody makes something of the kind.
        before: How long there is to make it ahead.
    """
    # Asked of three hundred plates a day: one look says what most of them take.
    takes = minutes_of(variants)
    over = takes - min(wishes.made_within_min, most)
    if takes > free:
        fresh = minutes_of([one for one in variants if not one.dish.keeps])
        over = max(over, fresh - free, takes - before)
    return _SLOW_COST + _SLOW_COST_PER_MIN * over if over > 0.0 else 0.0
