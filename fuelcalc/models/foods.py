"""
Foods as things: what 100 g holds, how people measure it, and who may eat it.

Plain tuples and frozen dataclasses rather than pydantic models: a table of hundreds is made at
every start, and its checks belong to the room that reads the file.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from fuelcalc.models.nutrients import GLYCAEMIC_INDEX, Amount, Nutrient, Nutrients, Total

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

Shown: TypeAlias = Literal["count", "grams", "ml"]
"""How people say an amount: "2 slices", "40 g oats (½ cup)" or "250 ml (1 glass)"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """
    One household measure of a food, and how much of it makes sense.

    Attributes:
        one: Words for one or less; the vessel alone where `shown` is not "count".
        many: Words for more than one.
        one_g: What one weighs, in g.
        one_ml: What one holds, in ml, where people say millilitres.
        shown: How an amount is said.
        step: Smallest sensible step, in portions.
        most: Largest sensible portion at one sitting, in portions.
        weighed: "cooked" where the weight is that of the cooked food, else "".
        natural: The amounts that people take, in portions, smallest first; empty where nobody
            has said, as of somebody's own food.
    """

    one: str
    many: str
    one_g: float
    one_ml: float | None
    shown: Shown
    step: float
    most: float
    weighed: str = ""
    natural: tuple[float, ...] = ()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        """Its JSON Schema, each property with what it is and its unit."""
        # The words are wanted where a schema is, and nowhere else.
        from fuelcalc.models.shape import describe

        schema = handler(core_schema)
        describe(cls, handler.resolve_ref_schema(schema))
        return schema


@dataclass(frozen=True, slots=True)
class Bought:
    """
    What a shopping list says of a food.

    Attributes:
        item: What it is bought as; foods of one item are one line of the list.
        per_bought: Grams ready to eat of one gram bought: rice swells, a banana is peeled.
        pack: How much a usual pack holds.
        pack_unit: "g", "ml" or "pieces", which are household measures of the food.
        aisle: Where it stands in the shop, of `pantry.AISLES`.
        in_cupboard: Whether a kitchen has it anyway.
    """

    item: str
    per_bought: float
    pack: float
    pack_unit: str
    aisle: str
    in_cupboard: bool


@dataclass(frozen=True, slots=True)
class Food:
    """
    One food of the table.

    Attributes:
        food_id: Stable slug.
        name: What people call it.
        synonyms: Other names it answers to, the general ones included ("beans").
        source: Where the values are from: "USDA SR28, NDB 09040" or "typical label value".
        description: What the source calls it.
        role: Kitchen role, of `pantry.ROLES`.
        when: When people eat it: "breakfast", "meal", "snack" or "session".
        allergens: What it holds, as codes; None when nobody has reviewed it.
        may_contain: What it may hold in traces or in some brands.
        diet: The strictest diet that may eat it; None when nobody has reviewed it.
        suits: The restrictions that it was reviewed for and meets.
        suits_up_to_g: Those that it meets in one meal up to so many grams, with the grams.
        portion: Its household measure.
        eaten_as_is: Whether it can be eaten as the row describes it.
        high_fodmap: Whether a sensitive gut leaves it out before a run.
        glycaemic_index: Glucose = 100 (Atkinson et al. 2008), where published.
        ala_basis: What `ala_g` counts: "ALA", "18:3 undifferentiated" or "".
        caution: What a buyer should know, or "".
        per_100g: Energy and nutrients of 100 g.
        bought: How it is bought; None for somebody's own food, which is bought as itself.
        made_of: What goes by the name of the foods in a recipe: who dislikes those dislikes it.
        ingredients: The foods of a recipe by their ids, each with its grams in one gram of it.
    """

    food_id: str
    name: str
    synonyms: tuple[str, ...]
    source: str
    description: str
    role: str
    when: tuple[str, ...]
    allergens: tuple[str, ...] | None
    may_contain: tuple[str, ...]
    diet: str | None
    suits: tuple[str, ...]
    portion: Measure
    eaten_as_is: bool
    high_fodmap: bool
    glycaemic_index: float | None
    ala_basis: str
    caution: str
    per_100g: Nutrients
    bought: Bought | None = None
    made_of: tuple[str, ...] = ()
    ingredients: tuple[tuple[str, float], ...] = ()
    suits_up_to_g: tuple[tuple[str, float], ...] = ()

    def __hash__(self) -> int:
        """By its id: a hash of all of its values would be made over and over."""
        return hash(self.food_id)

    def amount(self, grams: float) -> Nutrients:
        """Energy and nutrients of so many grams."""
        return self.per_100g.times(grams / 100.0)

    def held(self, nutrient: Nutrient, grams: float = 100.0) -> Amount:
        """
        What so many grams hold of a nutrient, as far as the source knows.

        >>> from fuelcalc.models.nutrients import NUTRIENT_OF
        >>> from fuelcalc.pantry import BUNDLED
        >>> BUNDLED.food("chia-seeds").held(NUTRIENT_OF["epa_dha_ala_g"])
        Amount(amount=17.83, is_whole=False)
        """
        if nutrient is GLYCAEMIC_INDEX:
            return Amount(self.glycaemic_index, self.glycaemic_index is not None)
        values = [getattr(self.per_100g, field) for field in nutrient.fields]
        known = [value for value in values if value is not None]
        amount = sum(known) * (grams / 100.0) if known else None
        return Amount(amount, len(known) == len(values))


@dataclass(frozen=True, slots=True)
class Serving:
    """One food on the plate: what it weighs, how many measures that is, and what it holds."""

    food_id: str
    name: str
    grams: float
    amount: float
    portion: Measure
    nutrients: Nutrients


@dataclass(frozen=True, slots=True)
class Snack:
    """
    One thing to eat before a session.

    Attributes:
        snack_id: Stable slug of the dish.
        label: What people call it.
        items: One to three foods in household measures.
        totals: What they hold together; `incomplete` names the sums that are floors.
        available_carbohydrate_g: Carbohydrate minus fibre.
        gap_g: That minus the dose asked for; below zero is too little.
        why: Why it suits, in a sentence.
        missed: What is missed of the dose, or "" when it fits.
    """

    snack_id: str
    label: str
    items: tuple[Serving, ...]
    totals: Total
    available_carbohydrate_g: float
    gap_g: float
    why: str
    missed: str
