"""How much is eaten at once, whatever a day asks for, and a day without what finds no room."""

from fuelcalc.science import availability, fat
from fuelcalc.science.day import Expenditure, Intake
from fuelcalc.science.numeric import N, least, most
from fuelcalc.science.sources import SOURCES, explains

# More at once no stomach takes gladly: rather more feedings, or a day that ends behind (estimates).
MOST_FEEDING_KCAL = 1600.0
_MOST_FEEDING_KCAL_PER_KG = 20.0
# A snack is no second dinner; an estimate.
_SNACK_SHARE = 0.6


def most_feeding_kcal(*, mass_kg: N) -> N:
    """
    The most energy in one feeding outside sessions: 20 kcal/kg, at most 1,600 kcal.

    Args:
        mass_kg: Body mass.

    Source: estimate: twice an ordinary meal of somebody in training.

    >>> most_feeding_kcal(mass_kg=60.0)
    1200.0
    """
    return least(_MOST_FEEDING_KCAL_PER_KG * mass_kg, MOST_FEEDING_KCAL)


def most_snack_kcal(*, mass_kg: N) -> N:
    """
    The most energy in a feeding that is no meal: 12 kcal/kg, at most 960 kcal.

    Args:
        mass_kg: Body mass.

    Source: estimate: more than that is a meal.

    >>> most_snack_kcal(mass_kg=60.0)
    720.0
    """
    return _SNACK_SHARE * most_feeding_kcal(mass_kg=mass_kg)


@explains(
    behind_kcal=(
        "what meals of 10 g/kg carbohydrate, 35 % fat and the ceilings of feedings leave",
        SOURCES["behind"],
    ),
)
def without(
    intake: Intake[N],
    spent: Expenditure[N],
    *,
    protein_g: N,
    carbohydrate_g: N,
    fat_g: N,
    sodium_mg: N,
) -> Intake[N]:
    """
    The day's targets less what found no room in any feeding; the day ends behind by its energy.

    Args:
        intake: From `targets`.
        spent: The day's energy.
        protein_g: Protein that found no room.
        carbohydrate_g: Carbohydrate; below 0 where it took the place of fat.
        fat_g: Fat.
        sodium_mg: Sodium.

    Source: estimate; see `before.before_ceilings` and `most_feeding_kcal`.
    """
    left_kcal = 4.0 * protein_g + 4.0 * carbohydrate_g + 9.0 * fat_g
    kept = _changed(
        intake, spent, protein_g=-protein_g, carbohydrate_g=-carbohydrate_g, fat_g=-fat_g
    )
    fibre_g = fat.fibre_g(energy_kcal=kept.energy_kcal, eve=0.0 * kept.energy_kcal)
    return kept._replace(
        sodium_mg=intake.sodium_mg - sodium_mg,
        fibre_g=least(intake.fibre_g, fibre_g),
        behind_kcal=intake.behind_kcal + most(left_kcal, 0.0),
        left_kcal=intake.left_kcal + most(left_kcal, 0.0),
    )


@explains(
    over_kcal=("what was eaten less what the rest of the day is smaller by", SOURCES["eaten"]),
)
def eaten_over(
    intake: Intake[N], spent: Expenditure[N], *, protein_g: N, carbohydrate_g: N, fat_g: N
) -> Intake[N]:
    """
    The day's targets with what was eaten beyond them; below 0 what was eaten short of them.

    Args:
        intake: From `targets`.
        spent: The day's energy.
        protein_g: Protein beyond the plan.
        carbohydrate_g: Carbohydrate.
        fat_g: Fat.

    Source: estimate: half of what is left of the day's energy is eaten at the least.
    """
    over_kcal = 4.0 * protein_g + 4.0 * carbohydrate_g + 9.0 * fat_g
    held = _changed(intake, spent, protein_g=protein_g, carbohydrate_g=carbohydrate_g, fat_g=fat_g)
    return held._replace(over_kcal=intake.over_kcal + over_kcal)


def _changed(
    intake: Intake[N], spent: Expenditure[N], *, protein_g: N, carbohydrate_g: N, fat_g: N
) -> Intake[N]:
    """A day's intake with more or less of each macronutrient."""
    energy_kcal = intake.energy_kcal + 4.0 * protein_g + 4.0 * carbohydrate_g + 9.0 * fat_g
    return intake._replace(
        balance_kcal=energy_kcal - spent.expenditure_kcal,
        energy_kcal=energy_kcal,
        protein_g=intake.protein_g + protein_g,
        carbohydrate_g=intake.carbohydrate_g + carbohydrate_g,
        fat_g=intake.fat_g + fat_g,
        availability_kcal_per_kg_ffm=availability.energy_availability_kcal_per_kg_ffm(
            intake_kcal=energy_kcal, exercise_kcal=spent.exercise_kcal, ffm_kg=spent.ffm_kg
        ),
    )
