"""
Nutrients: what people call each, how the source prints it, and amounts of all of them together.

Plain tuples, as in `foods`: they are made at every start.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from fuelcalc.units import bare_name, suffix_of


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
        alone: A name for a sentence in which no other nutrient says what it is.
    """

    name: str
    fields: tuple[str, ...]
    digits: int
    also: tuple[str, ...] = ()
    head: str = ""
    alone: str = ""

    @property
    def key(self) -> str:
        """
        Its field, or one name for all of them.

        >>> Nutrient("EPA and DHA", ("epa_g", "dha_g"), 3).key
        'epa_dha_g'
        """
        *others, last = self.fields
        return "_".join([*map(bare_name, others), last])

    @property
    def title(self) -> str:
        """Its name, as a line begins."""
        return f"{self.name[0].upper()}{self.name[1:]}"

    @property
    def suffix(self) -> str:
        """The unit as a field's suffix; nothing for the glycaemic index."""
        return suffix_of(self.fields[0]) or ""

    @property
    def unit(self) -> str:
        """The unit as it is printed."""
        return self.suffix.replace("ug", "µg")


GLYCAEMIC_INDEX: Final = Nutrient(
    "glycaemic index", ("glycaemic_index",), 0, ("GI", "glycemic index"), "GI"
)
NUTRIENTS: Final = (
    Nutrient("energy", ("energy_kcal",), 0, ("calories", "kcal", "kilojoules"), "kcal"),
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
    Nutrient("ALA", ("ala_g",), 3, ("alpha-linolenic acid",), alone="omega-3 (ALA)"),
    Nutrient("omega-3", ("epa_g", "dha_g", "ala_g"), 3, ("omega-3 fat", "n-3")),
    Nutrient(
        "EPA and DHA",
        ("epa_g", "dha_g"),
        3,
        ("EPA DHA", "fish oil"),
        "EPA + DHA",
        "omega-3 (EPA and DHA)",
    ),
    Nutrient("histidine", ("histidine_g",), 3),
    Nutrient("isoleucine", ("isoleucine_g",), 3, (), "isoleuc."),
    Nutrient("leucine", ("leucine_g",), 3),
    Nutrient("lysine", ("lysine_g",), 3),
    Nutrient("methionine", ("methionine_g",), 3, (), "methion."),
    Nutrient("cystine", ("cystine_g",), 3, ("cysteine",)),
    Nutrient("methionine and cystine", ("methionine_g", "cystine_g"), 3, (), "Met + Cys"),
    Nutrient("phenylalanine", ("phenylalanine_g",), 3, (), "phenylal."),
    Nutrient("tyrosine", ("tyrosine_g",), 3),
    Nutrient("phenylalanine and tyrosine", ("phenylalanine_g", "tyrosine_g"), 3, (), "Phe + Tyr"),
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
    Nutrient("BCAA", ("leucine_g", "isoleucine_g", "valine_g"), 3, ("branched-chain amino acids",)),
    GLYCAEMIC_INDEX,
)
"""Every nutrient and index by which a food can be asked for, the everyday ones first."""

NUTRIENT_OF: Final = {nutrient.key: nutrient for nutrient in NUTRIENTS}
"""The nutrient of each key: a member of `Nutrients`, or the sum of several."""

MACRONUTRIENTS: Final = NUTRIENTS[1:4]
"""Protein, carbohydrate and fat, in the order in which planning counts them."""
