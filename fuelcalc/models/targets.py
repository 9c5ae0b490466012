"""What a day asks to be eaten and drunk."""

from fuelcalc.models.record import Record


class Targets(Record):
    """
    The day's targets; 4, 4 and 9 kcal per gram of the macronutrients give the energy.

    `protein_dose_g` is what one meal should hold at least to build muscle.

    `micronutrients` holds reference intakes by nutrient, each name ending in its unit:
    vitamins, minerals, omega-3 and the nine essential amino acids. `limits` names the targets
    that are ceilings, to stay under and not to reach. What a guard withholds alone is None.
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
