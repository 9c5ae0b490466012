"""What a week of meals is made of: how often which kind, and what is cooked once for two."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from fuelcalc.models.dishes import Component, Variant

ROLE_GROUPS: Final[Mapping[str, str]] = {
    "fish": "fish", "shellfish": "fish", "poultry": "poultry", "meat": "meat", "egg": "egg",
    "legume": "pulses", "soy": "soy",
}  # fmt: skip
OTHER: Final = "other"

PATTERNS: Final[Mapping[str, Mapping[str, tuple[int, int]]]] = {
    "omnivore": {
        "fish": (2, 3), "poultry": (3, 5), "meat": (1, 3), "egg": (1, 2), "pulses": (2, 4),
        "soy": (0, 2), OTHER: (0, 2),
    },
    "pescatarian": {
        "fish": (4, 5), "egg": (2, 3), "pulses": (3, 4), "soy": (2, 3), OTHER: (0, 3),
    },
    "vegetarian": {"egg": (2, 4), "pulses": (4, 5), "soy": (3, 4), OTHER: (2, 4)},
    "vegan": {"pulses": (5, 6), "soy": (5, 8), OTHER: (0, 3)},
}  # fmt: skip
"""How many of a week's 14 lunches and dinners are of which kind; what is barred falls to others."""

# Pulses are high in FODMAPs, and few dishes without them are none of fish, poultry, meat, egg, soy.
LOW_FODMAP: Final = "low-fodmap"
_LOW_FODMAP_PATTERNS: Final[Mapping[str, Mapping[str, tuple[int, int]]]] = {
    "omnivore": {
        "fish": (3, 4), "poultry": (3, 5), "meat": (1, 3), "egg": (1, 3), "soy": (1, 3),
        OTHER: (0, 1),
    },
    "pescatarian": {"fish": (4, 6), "egg": (2, 4), "soy": (3, 5), OTHER: (0, 1)},
    "vegetarian": {"egg": (4, 6), "soy": (6, 9), OTHER: (0, 2)},
    "vegan": {"soy": (8, 14), OTHER: (0, 6)},
}  # fmt: skip


def pattern_of(diet: str, restrictions: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """
    How many of a week's lunches and dinners are of which kind, the least and the most.

    >>> "pulses" in pattern_of("vegan", ()), "pulses" in pattern_of("vegan", ("low-fodmap",))
    (True, False)
    """
    return (_LOW_FODMAP_PATTERNS if LOW_FODMAP in restrictions else PATTERNS)[diet]


MAIN_MEALS: Final = frozenset({"lunch", "dinner"})
"""Meals that the pattern of a week counts by their kind, and of which no two have one main food."""

MEALS: Final = 14
"""Lunches and dinners of a week."""

LAYOUTS: Final[Mapping[str, tuple[str, ...]]] = {
    "low": (
        "quick-lunch", "cooked-1", "cooked-1", "quick-1", "quick-lunch", "cooked-2", "cooked-2",
        "quick-1", "quick-lunch", "cooked-3", "cooked-3", "quick-1", "weekend-lunch", "sunday",
    ),
    "usual": (
        "quick-lunch", "cooked-1", "cooked-1", "quick-1", "quick-lunch", "cooked-2", "cooked-2",
        "cooked-3", "cooked-3", "quick-2", "weekend-lunch", "saturday", "weekend-lunch", "sunday",
    ),
    "high": (
        "quick-lunch", "cooked-1", "quick-lunch-2", "quick-1", "quick-lunch-3", "cooked-2",
        "quick-lunch-4", "cooked-3", "quick-lunch-5", "quick-2", "weekend-lunch", "saturday",
        "weekend-lunch-2", "sunday",
    ),
}  # fmt: skip
"""Lunch and dinner from Monday to Sunday: a dish named twice is cooked once and eaten twice."""

BREAKFASTS: Final[Mapping[str, tuple[str, ...]]] = {
    "low": (*("weekday-1",) * 5, "weekend", "weekend"),
    "usual": ("weekday-1", "weekday-2", "weekday-1", "weekday-2", "weekday-1",
              "weekend", "weekend"),
    "high": ("weekday-1", "weekday-2", "weekday-3", "weekday-1", "weekday-2",
             "weekend-1", "weekend-2"),
}  # fmt: skip
"""Breakfast from Monday to Sunday."""

SNACKS: Final = (
    ("snack-1", "snack-2"), ("snack-3", "snack-4"), ("snack-1", "snack-2"), ("snack-3", "snack-4"),
    ("snack-1", "snack-2"), ("snack-5", "snack-3"), ("snack-5", "snack-4"),
)  # fmt: skip
"""The snacks of each day from Monday to Sunday: two a day, and none on more than three days."""

BESIDE: Final = (
    "lean-1", "lean-2", "snack-1", "snack-2", "snack-3", "snack-4", "snack-5", "after",
    "pre-sleep-1", "pre-sleep-2",
)  # fmt: skip
"""What else a week has a dish of: for early hours, between meals, after training and at night."""

WORKDAYS: Final = range(5)
"""Monday to Friday."""

MOST_WEEKDAY_MIN: Final = 60.0
"""Longest that a meal of Monday to Friday takes to make where nobody said how long it may."""

AT_WORK_MIN: Final = (540.0, 1020.0)
"""From nine to five, in minutes since midnight: when people are at work on a weekday."""

NIGHT_SHIFT_MIN: Final[Mapping[str, float]] = {"lunch": 1080.0, "dinner": 1500.0, "snack": 1500.0}
"""From when on a feeding of who packs lunch is eaten at work: a middle meal from six on, others
from one in the night, in minutes since midnight of the day that one got up on."""

LAST_NIGHT_SHIFT_MIN: Final = 1800.0
"""Until six in the morning: when a night's shift ends."""

MOST_CARRIED_MIN: Final = 10.0
"""Longest that a snack for work takes to make in the morning."""

MOST_SNACK_MIN: Final = 15.0
"""Longest that a snack takes to make: nobody bakes a custard at four."""

MOST_MORNING_MIN: Final = 20.0
"""Longest that breakfast takes from Monday to Friday, or a lunch that is not carried."""

MOST_PACKED_MIN: Final = 12.0
"""Longest that a lunch for work takes to make in the morning: a sandwich with boiled eggs."""

TO_WORK: Final[Mapping[str, frozenset[str]]] = {
    "packed": frozenset({"cold"}), "microwave": frozenset({"cold", "warm"}),
}  # fmt: skip
"""How a weekday lunch must be carried, by where it is eaten, of `dishes.CARRIED`."""

COLD: Final = frozenset({"cold"})
"""How a snack must be carried to work, where nobody heats or toasts it."""

OUT: Final = "out"
"""What is written for the dish of a meal that is eaten out."""

CANTEEN: Final = "canteen"
"""Where somebody may have lunch on every weekday."""

AT_HOME: Final = frozenset({"home", CANTEEN})
"""Where nothing has to be carried for lunch."""
_COUNTS_MG: Final = 6000
"""Protein from which on it gives a meal its kind."""


@lru_cache(maxsize=4096)
def kind_of(variant: Variant) -> str:
    """What a cook would call the protein of a dish, by its usual amounts."""
    usual_mg = _protein_mg(variant, lambda part: part.usual)
    kind, most = max(usual_mg.items(), key=lambda pair: pair[1], default=(OTHER, 0))
    return kind if most > _COUNTS_MG else OTHER


class _Range(NamedTuple):
    """The protein of a dish by kind in mg: in the least and the most of it."""

    least_mg: Mapping[str, int]
    most_mg: Mapping[str, int]


@lru_cache(maxsize=4096)
def _range_of(variant: Variant) -> _Range:
    """What a dish may hold of each kind, which is asked of those that stand beside others."""
    return _Range(
        _protein_mg(variant, lambda part: part.least), _protein_mg(variant, lambda part: part.most)
    )


def _protein_mg(variant: Variant, amount: Callable[[Component], float]) -> Counter[str]:
    """The protein of a dish by kind, in whole mg so that no order of a sum matters."""
    held: Counter[str] = Counter()
    for food, part in zip(variant.foods, variant.components, strict=True):
        if kind := ROLE_GROUPS.get(food.role):
            share = amount(part) * food.portion.one_g / 100.0
            held[kind] += round(1000.0 * ((food.per_100g.protein_g or 0.0) * share))
    return held


def keeps_its_kind(main: Variant, sides: Sequence[Variant], *, share: float = 1.0) -> bool:
    """
    Whether a dish stays what it is beside others: eggs make no egg dish of a plate of beans.

    In whatever portions: the least of its own kind is more than the most of any other's.

    Args:
        main: The dish.
        sides: What stands beside it.
        share: How much of the least of it may be served.
    """
    kind, (least_mg, main_mg) = kind_of(main), _range_of(main)
    own = _COUNTS_MG if kind == OTHER else share * least_mg[kind]
    beside: Counter[str] = sum((Counter(_range_of(side).most_mg) for side in sides), Counter())
    return all(mg + main_mg[other] < own for other, mg in beside.items() if other != kind)


def is_of_night_shift(lunch: str, feeding: str, minute: float) -> bool:
    """
    Whether somebody who packs lunch is at work with a feeding in the night.

    Args:
        lunch: Where lunch is eaten, as `Athlete.lunch`.
        feeding: "lunch", "dinner" or "snack"; others never are.
        minute: When it starts, from midnight of the day that one got up on.

    >>> is_of_night_shift("packed", "dinner", 1710.0), is_of_night_shift("packed", "dinner", 1140.0)
    (True, False)
    """
    is_carried = lunch in TO_WORK and feeding in NIGHT_SHIFT_MIN
    return is_carried and NIGHT_SHIFT_MIN[feeding] <= minute <= LAST_NIGHT_SHIFT_MIN
