"""One feeding that is to be filled: what it should hold, and what may not stand there."""

from collections.abc import Sequence
from math import inf
from typing import Final, NamedTuple

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.helping import FLESH, USUAL, Helping
from fuelcalc.planning.menu.minutes import EVENING, ahead_at, minutes_of
from fuelcalc.planning.menu.patterns import MOST_CARRIED_MIN
from fuelcalc.planning.menu.residue import Barred, is_clear
from fuelcalc.planning.menu.tolerances import Want

_NOT_AT_NIGHT: Final = FLESH | {"legume", "soy"}
"""Kitchen roles of what nobody opens or cooks an hour before sleep."""


def is_for_the_night(food: Food) -> bool:
    """
    Whether people eat a food before sleep: dairy and soy yogurt, cereal, bread, fruit and nuts.

    >>> from fuelcalc.pantry import BUNDLED
    >>> [is_for_the_night(BUNDLED.food(name)) for name in ("soy-yogurt", "cod", "edamame")]
    [True, False, False]
    """
    return food.role not in _NOT_AT_NIGHT or food.food_id.endswith("yogurt")


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
        barred: What leaves too much in the gut to stand here, or is nothing for the move.
        helping: Whose amounts dishes are laid in.
        ways: How a dish must be carried to stand here, of `dishes.CARRIED`; any where it is empty.
        most_minutes: Longest that what is carried may take to make in the morning; what keeps is
            made before.
        made_within_min: How long anybody makes something of the kind.
        free_min: How long there is to make it, since waking or since the session before.
        since_min: How long before it the last session has ended.
        awake_min: How long its eater is up before it, sessions apart.
        evening_min: How long the evening before has beside its dinner.
        home_min: How long who is at work is at home before it, or before the session before it.
        is_in_shift: Whether it is eaten in a night's shift.
        is_loading: Whether carbohydrate is loaded for a race.
        yesterday: The dish that the week has for that dinner, if it has one.
        tomorrow: The dish that the week has for tomorrow's lunch, if it has one.
        is_for_two: Whether that is what the week has here too, so that another dish that is set
            here is tomorrow's lunch as well.
    """

    feeding: Feeding
    want: Want
    minutes_before: float | None = None
    locked: str | None = None
    banned: tuple[str, ...] = ()
    is_timed: bool = False
    caffeine_gels: int = 0
    barred: frozenset[Barred] = frozenset()
    helping: Helping = USUAL
    ways: frozenset[str] = frozenset()
    most_minutes: float = inf
    made_within_min: float = inf
    free_min: float = inf
    since_min: float = inf
    awake_min: float = inf
    evening_min: float = inf
    home_min: float = inf
    is_in_shift: bool = False
    is_loading: bool = False
    yesterday: Variant | None = None
    tomorrow: Variant | None = None
    is_for_two: bool = False

    @property
    def is_snack_before(self) -> bool:
        """Whether it is a snack before a session, which has dishes of its own."""
        return self.feeding.kind == "before" and not self.feeding.is_meal

    @property
    def is_on_the_move(self) -> bool:
        """Whether it is taken during a session, of a plan or on its own."""
        return self.feeding.kind == "during"

    @property
    def is_packed(self) -> bool:
        """Whether it is a meal that is taken along to work."""
        return bool(self.ways) and self.feeding.is_meal

    def is_left(self, variant: Variant) -> bool:
        """Whether a dish here is tomorrow's lunch too."""
        if self.is_for_two and (self.locked is not None or self.banned):
            return True
        return self.tomorrow is not None and self.tomorrow.dish is variant.dish

    def ahead(self, variants: Sequence[Variant]) -> str:
        """When what of a plate is made ahead is made."""
        return ahead_at(
            self.awake_min,
            is_packed=self.is_packed,
            is_left=self.is_left(variants[0]),
            is_in_shift=self.is_in_shift,
            home=self.home_min,
            takes=minutes_of([one for one in variants if one.dish.keeps]),
        )

    def before_min(self, variants: Sequence[Variant]) -> float:
        """How long there is for a plate that is made ahead; what yesterday's left is there."""
        if self.evening_min == inf:
            return inf
        is_there = self.yesterday is not None and self.yesterday.dish is variants[0].dish
        return inf if is_there or self.ahead(variants) != EVENING else self.evening_min

    @property
    def has_powder_apart(self) -> bool:
        """Whether powder here is none of the scoop of the day: a shake after it, or its bottle."""
        return self.feeding.kind in {"after", "during"} and not self.feeding.is_meal

    def takes(self, variant: Variant) -> bool:
        """Whether nothing of the day bars a dish from here; what somebody has set stands."""
        if self.locked is not None:
            return True
        is_barred = variant.dish.dish_id in self.banned or not is_clear(variant, self.barred)
        return self.carries(variant) and not is_barred

    def goes_along(self, side: Variant) -> bool:
        """Whether a second course can be eaten here, made beside what was cooked before or not."""
        if self.feeding.kind == "pre-sleep" and not all(map(is_for_the_night, side.foods)):
            return False
        return self.carries(side) and not (self.ways and side.dish.minutes > MOST_CARRIED_MIN)

    def carries(self, variant: Variant) -> bool:
        """Whether a dish can be eaten where this feeding is."""
        dish = variant.dish
        is_made_in_time = dish.minutes <= self.most_minutes or dish.keeps > 0
        return not self.ways or (dish.carried in self.ways and is_made_in_time)
