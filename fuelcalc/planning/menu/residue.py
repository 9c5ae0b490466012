"""What leaves much in the gut, and at which feedings it has no place."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, Literal

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.kin import has_drink
from fuelcalc.planning.menu.on_the_move import Unfit, unfit_of, unfit_on
from fuelcalc.planning.sessions.session import Trained

Residue = Literal["pulse", "onion", "hot", "brassica", "wholegrain", "vegetable", "main"]
Barred = Residue | Unfit | Literal["drink"]
"""
What a dish may not hold at a feeding: what stays in the gut, or has no place on a session, or a
drink beside food.
"""

APART: Final[frozenset[Barred]] = frozenset({"drink"})
"""What stands beside no plate of who drinks between feedings: juice, and milk by the glass."""

_PULSES: Final = frozenset({"hummus", "chickpea-flour", "edamame", "soybeans"})
_BY_NAME: Final[Mapping[Residue, frozenset[str]]] = {
    "onion": frozenset({"onion", "leeks", "spring-onion"}),
    "hot": frozenset({"sriracha"}),
    "brassica": frozenset(
        {
            "broccoli", "raw-broccoli", "brussels-sprouts", "cauliflower", "collard-greens",
            "cooked-cabbage", "kale", "kimchi", "pak-choi", "raw-cabbage", "raw-kale",
            "sauerkraut",
        }
    ),
    "wholegrain": frozenset(
        {
            "amaranth", "brown-rice", "brown-rice-dry", "brown-rice-pasta", "buckwheat", "bulgur",
            "crispbread", "gluten-free-wholegrain-bread", "graham-crackers", "granola", "millet",
            "muesli", "multigrain-bagel", "multigrain-bread", "oat-bran", "oat-groats",
            "pearl-barley", "popcorn", "pumpernickel", "quinoa", "quinoa-dry", "rye-bread",
            "shredded-wheat", "spelt", "sprouted-bread", "teff", "wheat-biscuits", "wheat-germ",
            "wholewheat-bread", "wholewheat-bun", "wholewheat-crackers", "wholewheat-flour",
            "wholewheat-pasta", "wholewheat-pita", "wholewheat-tortilla", "wild-rice",
        }
    ),
}  # fmt: skip

EVE: Final[frozenset[Residue]] = frozenset({"pulse", *_BY_NAME})
"""What has no place on the day before a long race (Parnell 2020, what runners avoid)."""

_PULSE: Final[frozenset[Residue]] = frozenset({"pulse"})
# The evening before a long or hard run of the morning, and while carbohydrate is loaded: white
# rice, pasta or potatoes, no beans, no cabbage, no quinoa.
_RUN_EVE: Final[frozenset[Residue]] = frozenset({"pulse", "brassica", "wholegrain"})
# Toast, cereal, milk and eggs are a breakfast before a run; spinach, tofu and fish are a plate.
_PLATE: Final[frozenset[Residue]] = frozenset({"pulse", "onion", "brassica", "vegetable", "main"})
_PLATE_ROLES: Final = frozenset({"fish", "meat", "poultry", "shellfish", "soy"})
_PLATE_MIN: Final = 120.0
_NONE: Final[frozenset[Residue]] = frozenset()
# Pulses before a hard run or a race want three hours, before any other run an hour and a half.
_HARD_MIN, _EASY_MIN = 180.0, 90.0
# What is eaten from here on is still there at dawn.
_EVENING_MIN: Final = 900.0
# From an hour on a race is long enough to mind what is left in the gut.
_LONG_RACE_MIN = 60.0


def residue_of(food: Food) -> Residue | None:
    """
    What a food leaves in the gut, if it is one of those.

    >>> from fuelcalc.pantry import BUNDLED
    >>> [residue_of(BUNDLED.food(name)) for name in ("lentils", "kale", "cod", "white-rice")]
    ['pulse', 'brassica', 'main', None]
    """
    if food.role == "legume" or food.food_id in _PULSES:
        return "pulse"
    if named := next((kind for kind, names in _BY_NAME.items() if food.food_id in names), None):
        return named
    if food.role == "vegetable":
        return "vegetable"
    return "main" if food.role in _PLATE_ROLES and food.food_id != "soy-yogurt" else None


def barred_at(
    feeding: Feeding,
    sessions: Iterable[Trained],
    *,
    is_eve: bool,
    is_loading: bool = False,
    is_tomorrow_early: bool = False,
    is_run_at_dawn: bool = False,
    is_after_hours: bool = False,
) -> frozenset[Barred]:
    """
    What has no place at a feeding.

    Args:
        feeding: When it is.
        sessions: Those of the day.
        is_eve: Whether a long race is tomorrow.
        is_loading: Whether it is near, and carbohydrate is loaded for it.
        is_tomorrow_early: Whether tomorrow begins with a session, or has a long or hard one.
        is_run_at_dawn: Whether tomorrow's morning has a long or hard one.
        is_after_hours: Whether it soon follows a run of hours.

    Returns:
        What is barred: all of it before a long race of the same day too.
    """
    if feeding.accompanies is not None:
        return frozenset[Barred](unfit_on(feeding))
    if is_eve:
        return EVE
    is_run_eve = is_loading or (is_run_at_dawn and feeding.minute >= _EVENING_MIN)
    always = _RUN_EVE if is_run_eve else _NONE
    for session in sessions:
        # Before a race of the afternoon or evening the morning is its eve.
        if session.is_race and session.minutes >= _LONG_RACE_MIN and session.start >= feeding.end:
            return EVE | _PLATE if feeding.name == "breakfast" else EVE
        most = _HARD_MIN if session.is_hard else _EASY_MIN
        ahead = session.start - feeding.end
        is_light = feeding.name == "breakfast" and ahead <= _PLATE_MIN
        if session.kind == "run" and ahead >= 0.0 and (is_light or ahead <= most):
            return always | (_PLATE if is_light else _PULSE)
    if is_run_eve:
        return always
    is_night = is_tomorrow_early and feeding.kind == "pre-sleep"
    return _PULSE if is_night or is_after_hours or is_soon_after(feeding) else _NONE


def softened(barred: frozenset[Barred]) -> frozenset[Barred]:
    """
    What is barred in any case: wholegrain only on the eve of a long race.

    >>> sorted(softened(frozenset({"pulse", "wholegrain"}))), softened(EVE) == EVE
    (['pulse'], True)
    """
    return barred if barred >= EVE else barred - {"wholegrain"}


def is_soon_after(feeding: Feeding) -> bool:
    """
    Whether a bite or a breakfast follows a long or hard run: drinks, toast and cereal, no beans.

    A lunch or a dinner is a meal that somebody may have cooked yesterday.
    """
    return follows_key_run(feeding) and feeding.name in {"", "breakfast"}


def follows_key_run(feeding: Feeding) -> bool:
    """Whether a feeding is what repairs after a long or hard run."""
    past = feeding.repairs
    return past is not None and past.kind == "run" and past.is_key


def is_clear(variant: Variant, barred: frozenset[Barred]) -> bool:
    """Whether a dish holds nothing that is barred."""
    return barred.isdisjoint(_barred_of(variant))


@lru_cache(maxsize=8192)
def _barred_of(variant: Variant) -> frozenset[Barred]:
    """What of a dish may be barred somewhere."""
    left = {kind for food in variant.foods if (kind := residue_of(food)) is not None}
    apart = APART if has_drink(variant) else frozenset[Barred]()
    return apart.union(left, *map(unfit_of, variant.foods))
