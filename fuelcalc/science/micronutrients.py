"""
Vitamins, minerals, omega-3 and essential amino acids: how much a day is enough.

Reference intakes change with age in steps, as they are published: nobody's plan moves with
them, since they judge a day's food and do not size it.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from fuelcalc.science.numeric import N, at_least, blend
from fuelcalc.science.sources import SOURCES, explains

AGE_EDGES: Final = (19.0, 31.0, 51.0, 71.0)
"""Where a reference intake may change: 14 to 18, 19 to 30, 31 to 50, 51 to 70, 71 and over."""

# Health Canada and NASEM reference intakes: (men by age), (women by age); * an adequate intake.
DAILY: Final[Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]]] = MappingProxyType(
    {
        "iron_mg": ((11.0, 8.0, 8.0, 8.0, 8.0), (15.0, 18.0, 18.0, 8.0, 8.0)),
        "calcium_mg": (
            (1300.0, 1000.0, 1000.0, 1000.0, 1200.0),
            (1300.0, 1000.0, 1000.0, 1200.0, 1200.0),
        ),
        "vitamin_d_ug": ((15.0, 15.0, 15.0, 15.0, 20.0), (15.0, 15.0, 15.0, 15.0, 20.0)),
        "magnesium_mg": (
            (410.0, 400.0, 420.0, 420.0, 420.0),
            (360.0, 310.0, 320.0, 320.0, 320.0),
        ),
        "zinc_mg": ((11.0, 11.0, 11.0, 11.0, 11.0), (9.0, 8.0, 8.0, 8.0, 8.0)),
        "potassium_mg": (
            (3000.0, 3400.0, 3400.0, 3400.0, 3400.0),
            (2300.0, 2600.0, 2600.0, 2600.0, 2600.0),
        ),
        "vitamin_b12_ug": ((2.4,) * 5, (2.4,) * 5),
        "folate_dfe_ug": ((400.0,) * 5, (400.0,) * 5),
        "vitamin_c_mg": ((75.0, 90.0, 90.0, 90.0, 90.0), (65.0, 75.0, 75.0, 75.0, 75.0)),
        "ala_g": ((1.6,) * 5, (1.1,) * 5),
    }
)


# No reference intake exists in America; EFSA's is 250 mg.
EPA_DHA_G: Final = 0.25

VEGETARIAN_IRON_FACTOR: Final = 1.8
"""How much more iron a vegetarian's reference holds (NASEM 2001): plants' iron is taken up less."""

# From the mean requirement to one that covers nearly everybody.
_SAFE_FACTOR: Final = 1.24

AMINO_ACIDS_MG_PER_KG: Final[Mapping[str, float]] = MappingProxyType(
    {
        "histidine_g": 10.0,
        "isoleucine_g": 20.0,
        "leucine_g": 39.0,
        "lysine_g": 30.0,
        "methionine_cystine_g": 15.0,
        "phenylalanine_tyrosine_g": 25.0,
        "threonine_g": 15.0,
        "tryptophan_g": 4.0,
        "valine_g": 26.0,
    }
)
"""Mean requirement of the nine essential amino acids, in mg per kg of body mass and day."""


def _at_age(values: Sequence[float], age_y: N) -> N:
    """The value of the age group; each group holds its lower edge."""
    value = values[0] + 0.0 * age_y
    for edge, (younger, older) in zip(AGE_EDGES, pairwise(values), strict=True):
        value = value + (older - younger) * at_least(age_y, edge)
    return value


@explains(
    micronutrient=("reference intake by age and sex", SOURCES["dri"]),
    epa_dha_g=("250 mg of EPA and DHA a day", SOURCES["omega-3"]),
)
def reference_intakes(*, age_y: N, male: N) -> dict[str, N]:
    """
    What a day's food should hold of vitamins, minerals and omega-3, by age and sex.

    Args:
        age_y: Age, 14 and over; a birthday starts the next group.
        male: 1.0 male, 0.0 female.

    Returns:
        Amount a day by nutrient, each name ending in its unit: `iron_mg`, `vitamin_d_ug` and
        so on, with `epa_dha_g` for the two long omega-3 fats together.

    Source: NASEM and Health Canada dietary reference intakes, 1997 to 2019; EPA and DHA from
    EFSA 2010, doi:10.2903/j.efsa.2010.1461.

    >>> reference_intakes(age_y=34.0, male=0.0)["iron_mg"]
    18.0
    """
    found = {
        name: blend(_at_age(women, age_y), _at_age(men, age_y), male)
        for name, (men, women) in DAILY.items()
    }
    return {**found, "epa_dha_g": EPA_DHA_G + 0.0 * age_y}


@explains(
    amino_acid=("mean requirement and 24 %, by body mass", SOURCES["amino-acids"]),
)
def amino_acid_intakes_g(*, mass_kg: N) -> dict[str, N]:
    """
    Safe intake of the nine essential amino acids, in g a day: the mean requirement and 24 %.

    A floor for health, not an athlete's target. Methionine counts with cystine, and
    phenylalanine with tyrosine, which the body makes of them.

    Args:
        mass_kg: Body mass.

    Source: WHO/FAO/UNU 2007, Technical Report 935, Table 23, adults.

    >>> round(amino_acid_intakes_g(mass_kg=70.0)["leucine_g"], 2)
    3.39
    """
    return {
        name: mass_kg * mg_per_kg * _SAFE_FACTOR / 1000.0
        for name, mg_per_kg in AMINO_ACIDS_MG_PER_KG.items()
    }
