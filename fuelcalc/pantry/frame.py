"""The food table as rows and columns: what people call each column, and a pandas frame."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.errors import InputError, nearest
from fuelcalc.models.foods import NUTRIENT_NAMES, Food
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.portions import household_text
from fuelcalc.pantry.table import FoodTable, food_table
from fuelcalc.units import suffix_of

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


class Amount(NamedTuple):
    """How much of something a food holds, and whether that is all of it or a floor."""

    amount: float | None
    is_whole: bool


class Nutrient(NamedTuple):
    """
    A nutrient in everyday words.

    Attributes:
        name: What people call it.
        fields: The members of `Nutrients` that it adds up.
        digits: Digits behind the point, as the source prints them.
        also: Other names.
        head: A name of at most nine letters for the head of a column.
    """

    name: str
    fields: tuple[str, ...]
    digits: int
    also: tuple[str, ...] = ()
    head: str = ""

    @property
    def suffix(self) -> str:
        """The unit as a field's suffix; nothing for the glycaemic index."""
        return suffix_of(self.fields[0]) or ""

    @property
    def unit(self) -> str:
        """The unit as it is printed."""
        return self.suffix.replace("ug", "µg")

    def held(self, food: Food, grams: float = 100.0) -> Amount:
        """
        What so many grams of a food hold, as far as the source knows.

        >>> from fuelcalc.pantry.table import food_by_id
        >>> nutrient_named("omega-3").held(food_by_id("chia-seeds"))
        Amount(amount=17.83, is_whole=False)
        """
        if self is GLYCAEMIC_INDEX:
            return Amount(food.glycaemic_index, food.glycaemic_index is not None)
        values = [getattr(food.per_100g, field) for field in self.fields]
        known = [value for value in values if value is not None]
        amount = sum(known) * (grams / 100.0) if known else None
        return Amount(amount, len(known) == len(values))


GLYCAEMIC_INDEX: Final = Nutrient(
    "glycaemic index", ("glycaemic_index",), 0, ("GI", "glycemic index"), "GI"
)
NUTRIENTS: Final = (
    Nutrient("energy", ("energy_kcal",), 0, ("calories", "calorie", "kcal", "kilojoules"), "kcal"),
    Nutrient("protein", ("protein_g",), 2),
    Nutrient("carbohydrate", ("carbohydrate_g",), 2, ("carbs", "carb", "total carbohydrate")),
    Nutrient("fat", ("fat_g",), 2, ("total fat", "lipid")),
    Nutrient("fibre", ("fibre_g",), 1, ("fiber", "dietary fibre", "dietary fiber")),
    Nutrient("sugars", ("sugars_g",), 2, ("total sugar",)),
    Nutrient("saturated fat", ("saturated_fat_g",), 3, ("saturates", "sat fat"), "saturates"),
    Nutrient("water", ("water_g",), 2),
    Nutrient("sodium", ("sodium_mg",), 0),
    Nutrient("potassium", ("potassium_mg",), 0),
    Nutrient("calcium", ("calcium_mg",), 0),
    Nutrient("iron", ("iron_mg",), 2),
    Nutrient("magnesium", ("magnesium_mg",), 0),
    Nutrient("zinc", ("zinc_mg",), 2),
    Nutrient("selenium", ("selenium_ug",), 1),
    Nutrient("vitamin D", ("vitamin_d_ug",), 1, ("D", "D3"), "vitamin D"),
    Nutrient("vitamin B12", ("vitamin_b12_ug",), 2, ("B12", "cobalamin"), "B12"),
    Nutrient("folate", ("folate_dfe_ug",), 0, ("folic acid", "vitamin B9", "B9", "DFE")),
    Nutrient("vitamin C", ("vitamin_c_mg",), 1, ("C", "ascorbic acid"), "vitamin C"),
    Nutrient("caffeine", ("caffeine_mg",), 0),
    Nutrient("EPA", ("epa_g",), 3),
    Nutrient("DHA", ("dha_g",), 3),
    Nutrient("ALA", ("ala_g",), 3, ("alpha-linolenic acid",)),
    Nutrient("histidine", ("histidine_g",), 3),
    Nutrient("isoleucine", ("isoleucine_g",), 3, (), "isoleuc."),
    Nutrient("leucine", ("leucine_g",), 3),
    Nutrient("lysine", ("lysine_g",), 3),
    Nutrient("methionine", ("methionine_g",), 3, (), "methion."),
    Nutrient("cystine", ("cystine_g",), 3, ("cysteine",)),
    Nutrient("phenylalanine", ("phenylalanine_g",), 3, (), "phenylal."),
    Nutrient("tyrosine", ("tyrosine_g",), 3),
    Nutrient("threonine", ("threonine_g",), 3),
    Nutrient("tryptophan", ("tryptophan_g",), 3, (), "tryptoph."),
    Nutrient("valine", ("valine_g",), 3),
    Nutrient(
        "available carbohydrate",
        ("available_carbohydrate_g",),
        2,
        ("net carbs", "net carbohydrate", "available carbs"),
        "net carb",
    ),
    Nutrient("omega-3", ("epa_g", "dha_g", "ala_g"), 3, ("omega-3 fat", "n-3")),
    Nutrient("EPA and DHA", ("epa_g", "dha_g"), 3, ("EPA DHA", "fish oil"), "EPA + DHA"),
    Nutrient(
        "BCAA",
        ("leucine_g", "isoleucine_g", "valine_g"),
        3,
        ("branched-chain amino acids",),
    ),
    GLYCAEMIC_INDEX,
)
"""Every nutrient and index by which a food can be asked for, the everyday ones first."""

NUTRIENT_OF: Final = {
    nutrient.fields[0]: nutrient for nutrient in reversed(NUTRIENTS) if len(nutrient.fields) == 1
}
"""The nutrient that a member of `Nutrients` alone makes up."""


@cache
def _by_word() -> dict[str, Nutrient]:
    """Every spelling and the nutrient that it stands for."""
    words = {
        _key(word): nutrient for nutrient in NUTRIENTS for word in (nutrient.name, *nutrient.also)
    }
    return {**{_key(field): nutrient for field, nutrient in NUTRIENT_OF.items()}, **words}


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

    >>> from fuelcalc.pantry.table import food_by_id
    >>> measure_text(food_by_id("oats"))
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

    >>> from fuelcalc.pantry.table import food_by_id
    >>> row = food_row(food_by_id("salmon"))
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


def foods_frame(table: FoodTable | None = None) -> "pd.DataFrame":
    """
    Every food as a row of a pandas frame.

    Args:
        table: Whose foods; the bundled ones by default.

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

    rows = [food_row(food) for food in (table or food_table()).foods]
    frame = pd.DataFrame.from_records(rows, index="food_id", columns=list(COLUMNS))
    kinds = {**dict.fromkeys(TEXT_COLUMNS, "str"), **dict.fromkeys(NUMBER_COLUMNS, "float64")}
    return frame.astype(kinds)
