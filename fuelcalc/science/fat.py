"""Fat, fibre, and how a day's energy is shared among the macronutrients."""

from typing import Generic, NamedTuple

from fuelcalc.science.carbohydrate import MOST_G_PER_KG, MOST_LOADING_G_PER_KG
from fuelcalc.science.numeric import N, blend, clip, least, most
from fuelcalc.science.sources import SOURCES, explains

MOST_FAT_SHARE, PREFERRED_FAT_SHARE = 0.30, 0.20
COLLISION_PROTEIN_G_PER_KG = 1.6
PREFERRED_G_PER_KG, LEAST_G_PER_KG, LEAST_LOADING_G_PER_KG = 0.8, 0.6, 0.5
FIBRE_G_PER_KCAL, MOST_FIBRE_G = 14.0 / 1000.0, 45.0


class Shares(NamedTuple, Generic[N]):
    """A day's energy and its macronutrients, which give that energy by 4, 4 and 9 kcal/g."""

    energy_kcal: N
    protein_g: N
    carbohydrate_g: N
    fat_g: N
    raised_kcal: N


def preferred_fat_g(*, reference_mass_kg: N, energy_kcal: N) -> N:
    """
    The fat that a day should have where it fits: 0.8 g/kg or 20 % of energy, in g.

    Source: estimate, from the 20-35 % reference range.

    >>> preferred_fat_g(reference_mass_kg=60.0, energy_kcal=2700.0)
    60.0
    """
    return most(PREFERRED_G_PER_KG * reference_mass_kg, PREFERRED_FAT_SHARE * energy_kcal / 9.0)


@explains(
    carbohydrate_g=("what protein and fat leave, at least the need", SOURCES["carbohydrate"]),
    fat_g=("what is left, at most 30 % of energy", SOURCES["fat"]),
)
def macronutrient_shares(
    *,
    energy_kcal: N,
    protein_g: N,
    need_g: N,
    reference_mass_kg: N,
    loading: N,
) -> Shares[N]:
    """
    Share a day's energy among protein, carbohydrate and fat, so that they add up to it.

    Protein comes first and the carbohydrate that training needs second. Fat is what is left,
    at most 30 % of energy; carbohydrate takes the rest up to 10 g/kg (12 when loading), and
    only past that may fat exceed 30 %. Where they collide, fat gives way from its preferred
    amount to 0.6 g/kg (0.5 when loading) and protein to 1.6 g/kg, together and in proportion
    so that neither drops suddenly; then energy rises.

    Args:
        energy_kcal: Intake before any rise.
        protein_g: Protein wanted.
        need_g: From `carbohydrate.need_g`.
        reference_mass_kg: From `protein.reference_mass_kg`.
        loading: Share of carbohydrate loading, 0 to 1.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> shares = macronutrient_shares(energy_kcal=2000.0, protein_g=100.0, need_g=250.0,
    ...     reference_mass_kg=60.0, loading=0.0)
    >>> round(shares.carbohydrate_g, 1), round(shares.fat_g, 1), shares.raised_kcal
    (250.0, 66.7, 0.0)
    """
    kg = reference_mass_kg
    fat_floor_g = blend(LEAST_G_PER_KG * kg, LEAST_LOADING_G_PER_KG * kg, loading)
    preferred_g = preferred_fat_g(reference_mass_kg=kg, energy_kcal=energy_kcal)
    short_kcal = most(4.0 * protein_g + 4.0 * need_g + 9.0 * preferred_g - energy_kcal, 0.0)
    spare_protein_kcal = 4.0 * most(protein_g - COLLISION_PROTEIN_G_PER_KG * kg, 0.0)
    spare_kcal = spare_protein_kcal + 9.0 * (preferred_g - fat_floor_g)
    given_share = least(short_kcal / spare_kcal, 1.0)
    protein = protein_g - given_share * spare_protein_kcal / 4.0
    raised_kcal = most(short_kcal - spare_kcal, 0.0)
    energy = energy_kcal + raised_kcal

    left_g = (energy - 4.0 * protein - 4.0 * need_g) / 9.0
    fat = clip(left_g, fat_floor_g, most(MOST_FAT_SHARE * energy / 9.0, fat_floor_g))
    ceiling_g = most(blend(MOST_G_PER_KG * kg, MOST_LOADING_G_PER_KG * kg, loading), need_g)
    carbohydrate = least((energy - 4.0 * protein - 9.0 * fat) / 4.0, ceiling_g)
    return Shares(
        energy_kcal=energy,
        protein_g=protein,
        carbohydrate_g=carbohydrate,
        fat_g=(energy - 4.0 * protein - 4.0 * carbohydrate) / 9.0,
        raised_kcal=raised_kcal,
    )


@explains(
    fibre_g=("14 g per 1,000 kcal", SOURCES["fibre"]),
)
def fibre_g(*, energy_kcal: N) -> N:
    """
    Fibre for the day, in g: it follows energy up to what sits well on long days.

    Source: Dietary Reference Intakes, 14 g per 1,000 kcal; the most of 45 g is an estimate.

    >>> fibre_g(energy_kcal=2500.0)
    35.0
    """
    return least(FIBRE_G_PER_KCAL * energy_kcal, MOST_FIBRE_G)
