"""Amounts as people say them: "½ medium banana", "2 slices white toast", "40 g oats (½ cup)"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from fuelcalc.errors import InputError
from fuelcalc.models.foods import Food, Measure, Serving
from fuelcalc.pantry.lookup import plain

_SIGNS: Final = {0.25: "¼", 1 / 3: "⅓", 0.5: "½", 2 / 3: "⅔", 0.75: "¾"}
_UP_TO_ONE: Final = (*_SIGNS, 1.0)
_ABOUT: Final = 0.12
"""How far a weight may be from a number of cups that is told of it: farther, none is told."""
_WEIGHED_BY_5_G: Final = 20.0
"""From so many grams on a kitchen scale is read by 5 g, and below by the gram."""
VESSELS_ML: Final[Mapping[str, float]] = {"cup": 240.0, "glass": 250.0, "tbsp": 15.0, "tsp": 5.0}
"""What the vessels of a kitchen hold."""
_MEASURED: Final = frozenset({"bowl", "can", "cup", "glass", "pot"})


@dataclass(frozen=True, slots=True)
class KitchenAmount:
    """
    An amount of food as a kitchen says it.

    Attributes:
        number: How much, as a jug or a scale is read; or how many.
        unit: What the number is in; "" where it counts measures.
        words: The measure or the food.
        aside: How many vessels a weight is, or "".
    """

    number: float
    unit: Literal["g", "ml", ""]
    words: str
    aside: str = ""

    @property
    def count(self) -> str:
        """A number of measures as on a recipe: ½, 1, 1½."""
        return _counted(self.number)

    @property
    def rest(self) -> str:
        """What stands behind number and unit."""
        return f"{self.words} ({self.aside})" if self.aside else self.words

    @property
    def text(self) -> str:
        """
        All of it, in g and ml.

        >>> KitchenAmount(40.0, "g", "oats", "½ cup").text
        '40 g oats (½ cup)'
        """
        number = f"{self.number:.0f} {self.unit}" if self.unit else self.count
        return f"{number} {self.rest}"


def amounts(food: Food) -> tuple[float, ...]:
    """
    Every sensible portion of a food, in household measures, smallest first.

    >>> from fuelcalc.pantry import BUNDLED
    >>> amounts(BUNDLED.food("banana"))
    (0.5, 1.0, 1.5, 2.0)
    """
    step = food.portion.step
    return tuple(step * count for count in range(1, round(food.portion.most / step) + 1))


def volume_ml(portion: Measure) -> float:
    """
    What one household measure holds; 0 where nobody knows.

    >>> from fuelcalc.pantry import BUNDLED
    >>> volume_ml(BUNDLED.food("olive-oil").portion), volume_ml(BUNDLED.food("banana").portion)
    (5.0, 0.0)
    """
    return portion.one_ml or VESSELS_ML.get(plain(portion.one).partition(" ")[0], 0.0)


def household_text(food: Food, amount: float) -> str:
    """
    An amount of food in the words of a kitchen.

    Args:
        food: What is eaten.
        amount: How many household measures, in steps of the food's own.

    Raises:
        InputError: The amount is nothing that a kitchen measures.

    >>> from fuelcalc.pantry import BUNDLED
    >>> household_text(BUNDLED.food("banana"), 0.5)
    '½ medium banana'
    >>> household_text(BUNDLED.food("oats"), 0.5)
    '40 g oats (½ cup)'
    """
    _check_amount(food, amount)
    return kitchen_amount(food.name, food.portion, amount).text


def kitchen_amount(name: str, portion: Measure, amount: float) -> KitchenAmount:
    """
    An amount of food as a kitchen measures it.

    Args:
        name: What the food is called.
        portion: Its household measure.
        amount: How many of them.
    """
    words = portion.one if amount <= 1.0 else portion.many
    if portion.shown == "count":
        return KitchenAmount(amount, "", words)
    size = portion.one_g if portion.one_ml is None else portion.one_ml
    unit: Literal["g", "ml"] = "g" if portion.one_ml is None else "ml"
    vessel, number = _vessel(amount, portion.one)
    aside = f"{vessel} {portion.one if number <= 1.0 else portion.many}" if vessel else ""
    called = f"{portion.weighed} {name}".removeprefix(" ")
    return KitchenAmount(_readable(amount * size, unit), unit, called, aside)


def _check_amount(food: Food, amount: float) -> None:
    """Refuse what no kitchen measures."""
    steps = amount / food.portion.step
    if not amount > 0.0 or abs(steps - round(steps)) > 1e-9:
        raise InputError(
            f"of {food.food_id} is not measured",
            argument="amount",
            value=amount,
            quote=f"{amount:g}",
            remedy=f"write a multiple of {food.portion.step:g}",
        )


def serving(food: Food, amount: float) -> Serving:
    """
    An amount of food as it goes on the plate.

    Args:
        food: What is eaten.
        amount: How many household measures.

    Raises:
        InputError: The amount is nothing that a kitchen measures.
    """
    _check_amount(food, amount)
    grams = amount * food.portion.one_g
    return Serving(food.food_id, food.name, grams, amount, food.portion, food.amount(grams))


def _readable(amount: float, unit: str) -> float:
    """Round as a jug or a scale is read: by 5 ml, and by 5 g from 20 g on."""
    by_five = unit == "ml" or amount >= _WEIGHED_BY_5_G
    return 5.0 * round(amount / 5.0) if by_five else amount


def _counted(amount: float) -> str:
    """Write a number as on a recipe: ½, 1, 1½."""
    whole = int(amount)
    rest = amount - whole
    sign = next((sign for part, sign in _SIGNS.items() if abs(part - rest) < 1e-6), "")
    return f"{whole or ''}{sign}"


def _vessel(amount: float, one: str) -> tuple[str, float]:
    """Say how many cups an amount is, roughly where need be, or nothing where it is odd."""
    small = _UP_TO_ONE if one in _MEASURED else (0.5, 1.0)
    friendly = small if amount <= 1.0 else (round(amount * 2.0) / 2.0,)
    nearest = min(friendly, key=lambda number: abs(number - amount))
    off = abs(nearest - amount) / amount
    if off > _ABOUT:
        return "", nearest
    return ("about " if off > 1e-9 else "") + _counted(nearest), nearest
