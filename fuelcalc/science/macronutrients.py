"""What a gram of protein, carbohydrate and fat gives: 4, 4 and 9 kcal."""

from fuelcalc.science.numeric import N

PROTEIN_KCAL_PER_G, CARBOHYDRATE_KCAL_PER_G, FAT_KCAL_PER_G = 4.0, 4.0, 9.0
MACROS_KCAL_PER_G = (PROTEIN_KCAL_PER_G, CARBOHYDRATE_KCAL_PER_G, FAT_KCAL_PER_G)
"""The same in the order in which macronutrients stand everywhere."""


def energy_449_kcal(*, protein_g: N, carbohydrate_g: N, fat_g: N) -> N:
    """
    The energy of macronutrients, in kcal, as labels count it.

    Args:
        protein_g: Protein.
        carbohydrate_g: Carbohydrate without fibre.
        fat_g: Fat.

    Source: general Atwater factors; Merrill & Watt 1973, USDA Handbook 74.

    >>> energy_449_kcal(protein_g=20.0, carbohydrate_g=50.0, fat_g=10.0)
    370.0
    """
    return (
        PROTEIN_KCAL_PER_G * protein_g
        + CARBOHYDRATE_KCAL_PER_G * carbohydrate_g
        + FAT_KCAL_PER_G * fat_g
    )
