"""
Foods as things: what 100 g holds, how people measure it, and who may eat it.

Plain tuples and frozen dataclasses rather than pydantic models: a table of hundreds is made at
every start, and its checks belong to the room that reads the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

Shown: TypeAlias = Literal["count", "grams", "ml"]
"""How people say an amount: "2 slices", "40 g oats (½ cup)" or "250 ml (1 glass)"."""


class Nutrients(NamedTuple):
    """
    Energy and nutrients of an amount of food; None where the source has no value.

    Carbohydrate is by difference and includes the fibre, as the US tables count it. ALA is
    the n-3 form where the source tells it apart (see `Food.ala_basis`).
    """

    energy_kcal: float | None = None
    protein_g: float | None = None
    fat_g: float | None = None
    carbohydrate_g: float | None = None
    fibre_g: float | None = None
    sugars_g: float | None = None
    water_g: float | None = None
    saturated_fat_g: float | None = None
    sodium_mg: float | None = None
    potassium_mg: float | None = None
    calcium_mg: float | None = None
    iron_mg: float | None = None
    magnesium_mg: float | None = None
    zinc_mg: float | None = None
    selenium_ug: float | None = None
    vitamin_d_ug: float | None = None
    vitamin_b12_ug: float | None = None
    folate_dfe_ug: float | None = None
    vitamin_c_mg: float | None = None
    caffeine_mg: float | None = None
    epa_g: float | None = None
    dha_g: float | None = None
    ala_g: float | None = None
    histidine_g: float | None = None
    isoleucine_g: float | None = None
    leucine_g: float | None = None
    lysine_g: float | None = None
    methionine_g: float | None = None
    cystine_g: float | None = None
    phenylalanine_g: float | None = None
    tyrosine_g: float | None = None
    threonine_g: float | None = None
    tryptophan_g: float | None = None
    valine_g: float | None = None

    @property
    def available_carbohydrate_g(self) -> float | None:
        """
        Carbohydrate minus fibre, which is what a dose around a session counts.

        >>> Nutrients(carbohydrate_g=23.0, fibre_g=3.0).available_carbohydrate_g
        20.0
        """
        if self.carbohydrate_g is None or self.fibre_g is None:
            return None
        return max(0.0, self.carbohydrate_g - self.fibre_g)

    def values(self) -> tuple[float | None, ...]:
        """All values, in the order of `NUTRIENT_NAMES`."""
        return tuple(self)

    def times(self, factor: float) -> "Nutrients":
        """
        The same food in another amount; what is missing stays missing.

        >>> Nutrients(energy_kcal=89.0).times(1.18).energy_kcal
        105.02
        """
        return Nutrients(*[None if value is None else value * factor for value in self])


NUTRIENT_NAMES: Final = Nutrients._fields
"""The nutrients, in the order that the table and `Nutrients` hold them."""


@dataclass(frozen=True, slots=True)
class Total:
    """
    What several foods hold together.

    Attributes:
        nutrients: The sums of what is known; None where no part has a value.
        incomplete: The nutrients that at least one part lacks, so that the sum is a floor.
    """

    nutrients: Nutrients
    incomplete: tuple[str, ...]


def total(parts: Iterable[Nutrients]) -> Total:
    """
    Add up foods, and say which sums rest on missing values.

    >>> both = total([Nutrients(protein_g=5.0, iron_mg=1.0), Nutrients(protein_g=2.0)])
    >>> both.nutrients.protein_g, both.nutrients.iron_mg, "iron_mg" in both.incomplete
    (7.0, 1.0, True)
    """
    columns = list(zip(*(part.values() for part in parts), strict=True))
    if not columns:
        return Total(Nutrients(*(0.0 for _ in NUTRIENT_NAMES)), ())
    known = [[value for value in column if value is not None] for column in columns]
    return Total(
        Nutrients(*(sum(values) if values else None for values in known)),
        tuple(
            name
            for name, column in zip(NUTRIENT_NAMES, columns, strict=True)
            if any(value is None for value in column)
        ),
    )


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
    """

    one: str
    many: str
    one_g: float
    one_ml: float | None
    shown: Shown
    step: float
    most: float
    weighed: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Food:
    """
    One food of the table; two are the same only when they are the same object.

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
        portion: Its household measure.
        eaten_as_is: Whether it can be eaten as the row describes it.
        pre_run: Part in a snack before a session: "main", "topping", "drink" or "".
        high_fodmap: Whether a sensitive gut leaves it out before a run.
        glycaemic_index: Glucose = 100 (Atkinson et al. 2008), where published.
        ala_basis: What `ala_g` counts: "ALA", "18:3 undifferentiated" or "".
        caution: What a buyer should know, or "".
        per_100g: Energy and nutrients of 100 g.
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
    pre_run: str
    high_fodmap: bool
    glycaemic_index: float | None
    ala_basis: str
    caution: str
    per_100g: Nutrients

    def amount(self, grams: float) -> Nutrients:
        """Energy and nutrients of so many grams."""
        return self.per_100g.times(grams / 100.0)


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
        snack_id: Stable slug of the pairing.
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
