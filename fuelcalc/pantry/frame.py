"""Foods and dishes as rows and columns, and as pandas frames."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.dishes import UsualPlate
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import NUTRIENT_NAMES
from fuelcalc.pantry.dish_query import find_dishes
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.pantry import Pantry, pantry_of
from fuelcalc.pantry.portions import household_text
from fuelcalc.pantry.variants import method_of, who_may_eat_dish

if TYPE_CHECKING:
    import pandas as pd

TEXT_COLUMNS: Final = (
    "name", "role", "when", "diet", "allergens", "may_contain", "suits", "suits_up_to_g",
    "household", "source",
)  # fmt: skip
NUMBER_COLUMNS: Final = ("one_g", "step", "most", "glycaemic_index", *NUTRIENT_NAMES)
COLUMNS: Final = ("food_id", *TEXT_COLUMNS[:-1], *NUMBER_COLUMNS[:4], "source", *NUTRIENT_NAMES)
"""The columns of a row, in order; a name that ends with a unit is per 100 g."""

DISH_TEXT_COLUMNS: Final = (
    "name", "kitchen", "meals", "foods", "diet", "allergens", "may_contain", "suits",
    "incomplete", "how",
)  # fmt: skip
DISH_COLUMNS: Final = ("dish_id", *DISH_TEXT_COLUMNS, "minutes", "serves", *NUTRIENT_NAMES)
"""The columns of a dish's row; a name that ends with a unit is of its usual amounts for one."""


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
        " ".join(f"{code} {grams:g}" for code, grams in food.suits_up_to_g),
        measure_text(food),
        food.portion.one_g,
        food.portion.step,
        food.portion.most,
        food.glycaemic_index,
        food.source,
        *food.per_100g.values(),
    )
    return dict(zip(COLUMNS, values, strict=True))


@holds_kinds(but=("foods",))
def foods_frame(foods: Pantry | None = None) -> "pd.DataFrame":
    """
    Every food as a row of a pandas frame.

    Args:
        foods: Whose foods, as `read_foods` gives them; the bundled ones by default.

    Returns:
        One row a food, in the table's order, shape (foods, 48), index `food_id`. Text columns
        name, role, when, diet, allergens, may_contain, suits (codes parted by spaces, "" for
        none), suits_up_to_g (a code and the most grams in one meal), household (one measure in
        words) and source; a diet or allergens that nobody has reviewed are missing. float64
        columns one_g (g), step and most (household measures), glycaemic_index (glucose = 100), and
        every nutrient per 100 g in the unit that its name ends with. What the source lacks is
        NaN, never 0.

    >>> frame = foods_frame()
    >>> float(frame.loc["banana", "potassium_mg"])
    358.0
    >>> frame[frame["role"] == "fish"]["dha_g"].idxmax()
    'salmon'
    """
    rows = [food_row(food) for food in pantry_of(foods).foods]
    return _framed(rows, COLUMNS, TEXT_COLUMNS)


def dish_row(plate: UsualPlate) -> dict[str, str | float | None]:
    """
    One dish as a row: its `DISH_COLUMNS`, codes parted by spaces, None where nothing is known.

    >>> row = dish_row(find_dishes("lentil bolognese")[0])
    >>> row["kitchen"], row["diet"], row["foods"].split()[0]
    ('italian', 'omnivore', 'lentils')
    """
    dish, held, who = plate.variant.dish, plate.held, who_may_eat_dish(plate.variant)
    values = (
        dish.dish_id,
        plate.variant.name,
        dish.kitchen,
        " ".join(dish.meals),
        " ".join(part.food.food_id for part in plate.parts),
        who.diet,
        None if who.allergens is None else " ".join(who.allergens),
        " ".join(who.may_contain),
        " ".join(who.suits),
        " ".join(held.incomplete),
        method_of(plate.variant),
        dish.minutes,
        float(dish.serves),
        *held.nutrients.values(),
    )
    return dict(zip(DISH_COLUMNS, values, strict=True))


@holds_kinds(but=("foods",))
def dishes_frame(foods: Pantry | None = None, *, limits: Limits | None = None) -> "pd.DataFrame":
    """
    Every dish that somebody may eat as a row of a pandas frame.

    Args:
        foods: Whose dishes, as `read_foods` gives them; the bundled ones by default.
        limits: What somebody eats and must not eat; anybody by default.

    Returns:
        One row a dish, in the order of `find_dishes`, shape (dishes, 46), index `dish_id`. Text
        columns name, kitchen, meals, foods (ids), diet, allergens, may_contain, suits,
        incomplete (the nutrients that are floors, since a food lacks them) and how; what nobody
        has reviewed is missing. float64 columns minutes, serves, and every nutrient of the usual
        amounts for one, in the unit that its name ends with.

    >>> frame = dishes_frame(limits=Limits.of(diet="vegan"))
    >>> set(frame["diet"])
    {'vegan'}
    """
    rows = [dish_row(plate) for plate in find_dishes(limits=limits, foods=foods)]
    return _framed(rows, DISH_COLUMNS, DISH_TEXT_COLUMNS)


def _framed(
    rows: Sequence[Mapping[str, str | float | None]], columns: Sequence[str], texts: Sequence[str]
) -> "pd.DataFrame":
    """Rows as a frame whose first column is its index; all that is no text is a number."""
    import pandas as pd

    index, *others = columns
    frame = pd.DataFrame.from_records(rows, index=index, columns=list(columns))
    return frame.astype({name: "str" if name in texts else "float64" for name in others})
