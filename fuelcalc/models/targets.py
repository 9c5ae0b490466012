"""What a day asks to be eaten and drunk."""

from fuelcalc.models.record import Record


class Targets(Record):
    """
    The day's targets; 4, 4 and 9 kcal per gram of the macronutrients give the energy.

    `protein_dose_g` is what one meal should hold at least to build muscle.

    `micronutrients` holds reference intakes by nutrient, each name ending in its unit:
    vitamins, minerals, omega-3 and the nine essential amino acids. `limits` names the targets
    that are ceilings, to stay under and not to reach. What a guard withholds alone is None.

    Attributes:
        energy_kcal: What is eaten, which is the intake of the day.
        protein_g: Protein of the day.
        protein_dose_g: What one meal should hold of it at least to build muscle.
        carbohydrate_g: Carbohydrate of the day.
        fat_g: Fat of the day.
        fibre_g: Fibre of the day.
        fluid_ml: What is drunk over the day; None where it is withheld.
        sodium_mg: Sodium of the day; None where it is withheld.
        micronutrients: Reference intakes by nutrient, each name ending in its unit.
        limits: Which of these are ceilings, to stay under and not to reach.
    """

    energy_kcal: float
    protein_g: float
    protein_dose_g: float
    carbohydrate_g: float
    fat_g: float
    fibre_g: float
    fluid_ml: float | None
    sodium_mg: float | None
    micronutrients: dict[str, float]
    limits: tuple[str, ...] = ()
