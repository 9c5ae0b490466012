"""The food table as rows and columns: what people call each column, and a pandas frame."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError, nearest
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENT_OF, NUTRIENTS, Nutrient
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.pantry import Pantry, pantry_of
from fuelcalc.pantry.portions import household_text

if TYPE_CHECKING:
    import pandas as pd

TEXT_COLUMNS: Final = (
    "name",
    "role",
    "when",
    "diet",
    "allergens",
    "may_contain",
    "suits",
    "household",
    "source",
)
NUMBER_COLUMNS: Final = ("one_g", "step", "most", "glycaemic_index", *NUTRIENT_NAMES)
COLUMNS: Final = (
    "food_id",
    *TEXT_COLUMNS[:-1],
    "one_g",
    "step",
    "most",
    "glycaemic_index",
    "source",
    *NUTRIENT_NAMES,
)
"""The columns of a row, in order; a name that ends with a unit is per 100 g."""


@cache
def _by_word() -> dict[str, Nutrient]:
    """Every spelling and the nutrient that it stands for."""
    words = {
        _key(word): nutrient for nutrient in NUTRIENTS for word in (nutrient.name, *nutrient.also)
    }
    return {**{_key(key): nutrient for key, nutrient in NUTRIENT_OF.items()}, **words}


def _key(word: str) -> str:
    """A name as it is looked up: plain, and "B-12" as "B12"."""
    return re.sub(r"^vit(?= )", "vitamin", plain(word)).replace(" ", "")


def nutrient_named(word: str) -> Nutrient:
    """
    The nutrient that somebody means.

    Args:
        word: An everyday name ("carbs", "fiber", "b12", "omega-3") or a column ("iron_mg").

    Raises:
        InputError: The word names no nutrient; the message suggests the nearest.

    >>> nutrient_named("Fiber").fields, nutrient_named("vit. D").name
    (('fibre_g',), 'vitamin D')
    """
    words = _key(word)
    if words in _by_word():
        return _by_word()[words]
    near = nearest(
        words, {word: nutrient.name for word, nutrient in _by_word().items()}, cutoff=0.7
    )
    known = ", ".join(nutrient.name for nutrient in NUTRIENTS[:20])
    raise InputError(
        "is not a nutrient that fuelcalc knows",
        value=word,
        allowed=[nutrient.name for nutrient in NUTRIENTS],
        remedy=f'did you mean "{near}"?' if near else f"known: {known} ...",
    )


def measure_text(food: Food) -> str:
    """
    One household measure of a food, in the words of a kitchen.

    >>> from fuelcalc.pantry import BUNDLED
    >>> measure_text(BUNDLED.food("oats"))
    '80 g oats (1 cup)'
    """
    try:
        return household_text(food, 1.0)
    except InputError:
        # Somebody's own step, such as 0.3, may never make a whole one.
        return f"1 {food.portion.one}"


def food_row(food: Food) -> dict[str, str | float | None]:
    """
    One food as a row: its `COLUMNS`, codes parted by spaces, None where nothing is known.

    >>> from fuelcalc.pantry import BUNDLED
    >>> row = food_row(BUNDLED.food("salmon"))
    >>> row["allergens"], row["diet"], row["epa_g"]
    ('fish', 'pescatarian', 0.69)
    """
    values = (
        food.food_id,
        food.name,
        food.role,
        " ".join(food.when),
        food.diet,
        None if food.allergens is None else " ".join(food.allergens),
        " ".join(food.may_contain),
        " ".join(food.suits),
        measure_text(food),
        food.portion.one_g,
        food.portion.step,
        food.portion.most,
        food.glycaemic_index,
        food.source,
        *food.per_100g.values(),
    )
    return dict(zip(COLUMNS, values, strict=True))


def foods_frame(foods: Pantry | None = None) -> "pd.DataFrame":
    """
    Every food as a row of a pandas frame.

    Args:
        foods: Whose foods, as `read_foods` gives them; the bundled ones by default.

    Returns:
        One row a food, in the table's order, shape (foods, 47), index `food_id`. Text columns
        name, role, when, diet, allergens, may_contain, suits (codes parted by spaces, "" for
        none), household (one measure in words) and source; a diet or allergens that nobody has
        reviewed are missing. float64 columns one_g (g), step and most (household measures),
        glycaemic_index (glucose = 100), and every nutrient per 100 g in the unit that its name
        ends with. What the source lacks is NaN, never 0.

    >>> frame = foods_frame()
    >>> float(frame.loc["banana", "potassium_mg"])
    358.0
    >>> frame[frame["role"] == "fish"]["dha_g"].idxmax()
    'salmon'
    """
    import pandas as pd

    rows = [food_row(food) for food in pantry_of(foods).foods]
    frame = pd.DataFrame.from_records(rows, index="food_id", columns=list(COLUMNS))
    kinds = {**dict.fromkeys(TEXT_COLUMNS, "str"), **dict.fromkeys(NUMBER_COLUMNS, "float64")}
    return frame.astype(kinds)
