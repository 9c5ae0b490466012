"""Fat, fibre, and how a day's energy is shared among the macronutrients."""

from typing import Generic, NamedTuple

from fuelcalc.science import protein
from fuelcalc.science.carbohydrate import most_in_meals_g
from fuelcalc.science.numeric import N, at_least, blend, clip, least, most, ramp
from fuelcalc.science.sources import SOURCES, explains

# A fifth and 35 % of energy are the edges of the range that reference intakes hold acceptable.
MOST_FAT_SHARE, MOST_FAT_SHARE_LONG_DAY, PREFERRED_FAT_SHARE = 0.30, 0.35, 0.20
MOST_BESIDE = MOST_FAT_SHARE_LONG_DAY / (1.0 - MOST_FAT_SHARE_LONG_DAY)
"""The most energy of fat for each of protein and carbohydrate in the meals of a long day."""
# So large a day cannot be eaten as starch, so that fat may rise to the edge of its range.
_LONG_DAY_KCAL = (4000.0, 5000.0)
# What is wanted, what stays where energy is short, and what stays before a race.
PREFERRED_G_PER_KG, LEAST_G_PER_KG, LEAST_LOADING_G_PER_KG = 0.8, 0.6, 0.5
# The adequate intake, and an estimate of what a gut holds on the days of who eats most.
FIBRE_G_PER_KCAL, MOST_FIBRE_G = 14.0 / 1000.0, 45.0
MOST_EVE_FIBRE_G = 20.0
# By less two sums of floats are apart that are the same on paper.
_LEAST_BEHIND_KCAL = 1e-9


class Shares(NamedTuple, Generic[N]):
    """
    A day's energy and its macronutrients, which give that energy by 4, 4 and 9 kcal/g.

    The energy is what was asked for and *raised_kcal*, less *behind_kcal*, which no plate holds.
    """

    energy_kcal: N
    protein_g: N
    carbohydrate_g: N
    fat_g: N
    raised_kcal: N
    behind_kcal: N


class SessionFood(NamedTuple, Generic[N]):
    """What is eaten during sessions, in g; it stands outside the limits of the meals."""

    carbohydrate_g: N
    protein_g: N

    @property
    def energy_kcal(self) -> N:
        """
        By 4 kcal per gram.

        Source: Atwater's general factors, as the targets count.
        """
        return 4.0 * self.carbohydrate_g + 4.0 * self.protein_g


def preferred_fat_g(*, reference_mass_kg: N, energy_kcal: N) -> N:
    """
    The fat that a day should have where it fits: 0.8 g/kg or 20 % of energy, in g.

    Source: estimate, from the 20-35 % reference range.

    >>> preferred_fat_g(reference_mass_kg=60.0, energy_kcal=2700.0)
    60.0
    """
    return most(PREFERRED_G_PER_KG * reference_mass_kg, PREFERRED_FAT_SHARE * energy_kcal / 9.0)


def most_fat_share(*, energy_kcal: N) -> N:
    """
    The most fat that a day's meals hold where carbohydrate is full, as a share of their energy.

    Args:
        energy_kcal: The day's energy: 30 % to 4,000 kcal, 35 % from 5,000 on.

    Source: estimate, from the 20-35 % reference range.

    >>> most_fat_share(energy_kcal=3000.0), most_fat_share(energy_kcal=6000.0)
    (0.3, 0.35)
    """
    more = MOST_FAT_SHARE_LONG_DAY - MOST_FAT_SHARE
    return MOST_FAT_SHARE + more * ramp(energy_kcal, *_LONG_DAY_KCAL)


@explains(
    carbohydrate_g=("what protein and fat leave, at least the need", SOURCES["carbohydrate"]),
    fat_g=("what is left, at most 30 % of the meals' energy", SOURCES["fat"]),
)
def macronutrient_shares(
    *,
    energy_kcal: N,
    protein_g: N,
    need_g: N,
    reference_mass_kg: N,
    loading: N,
    session_food: SessionFood[N],
    least_protein_g_per_kg: N | float = protein.COLLISION_G_PER_KG,
) -> Shares[N]:
    """
    Share a day's energy among protein, carbohydrate and fat, so that they add up to it.

    Protein comes first and the carbohydrate that training needs second. Fat is what is left,
    at most 30 % of the meals' energy; carbohydrate takes the rest up to 10 g/kg in meals (12
    when loading), then fat what `most_fat_share` allows, and beyond that the day ends behind.
    Where they collide, fat gives way from its preferred amount to 0.6 g/kg (0.5 when loading)
    and protein to 1.6 g/kg, together and in proportion so that neither drops suddenly; then
    energy rises.

    Args:
        energy_kcal: Intake before any rise, or any rest that no meal holds.
        protein_g: Protein wanted.
        need_g: From `carbohydrate.need_g`.
        reference_mass_kg: From `protein.reference_mass_kg`.
        loading: Share of carbohydrate loading, 0 to 1.
        session_food: What is eaten during sessions, which is a part of all three.
        least_protein_g_per_kg: What protein falls to where they collide.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> shares = macronutrient_shares(energy_kcal=2000.0, protein_g=100.0, need_g=250.0,
    ...     reference_mass_kg=60.0, loading=0.0, session_food=SessionFood(0.0, 0.0))
    >>> round(shares.carbohydrate_g, 1), round(shares.fat_g, 1), shares.raised_kcal
    (250.0, 66.7, 0.0)
    """
    kg = reference_mass_kg
    in_meals_kcal = most(energy_kcal - session_food.energy_kcal, 0.0)
    fat_floor_g = blend(LEAST_G_PER_KG * kg, LEAST_LOADING_G_PER_KG * kg, loading)
    preferred_g = preferred_fat_g(reference_mass_kg=kg, energy_kcal=in_meals_kcal)
    # What gives way: fat and protein, both towards their floors by one share; then energy rises.
    short_kcal = most(4.0 * protein_g + 4.0 * need_g + 9.0 * preferred_g - energy_kcal, 0.0)
    spare_protein_kcal = 4.0 * most(protein_g - least_protein_g_per_kg * kg, 0.0)
    spare_kcal = spare_protein_kcal + 9.0 * (preferred_g - fat_floor_g)
    given_share = least(short_kcal / spare_kcal, 1.0)
    protein_g = protein_g - given_share * spare_protein_kcal / 4.0
    raised_kcal = most(short_kcal - spare_kcal, 0.0)
    meals = Meals(energy_kcal + raised_kcal, kg, loading, need_g, session_food)
    carbohydrate = beside_protein_g(meals, protein_g=protein_g)
    filling_g = most_filling_fat_g(meals, protein_g=protein_g, carbohydrate_g=carbohydrate)
    rest_g = (meals.energy_kcal - 4.0 * protein_g - 4.0 * carbohydrate) / 9.0
    fat = least(rest_g, filling_g)
    eaten_kcal = 4.0 * protein_g + 4.0 * carbohydrate + 9.0 * fat
    behind_kcal = meals.energy_kcal - eaten_kcal
    return Shares(
        energy_kcal=eaten_kcal,
        protein_g=protein_g,
        carbohydrate_g=carbohydrate,
        fat_g=fat,
        raised_kcal=raised_kcal,
        # Of a day that holds all there is nothing behind, not even the last digit of a sum.
        behind_kcal=behind_kcal * at_least(behind_kcal, _LEAST_BEHIND_KCAL),
    )


class Meals(NamedTuple, Generic[N]):
    """The energy that macronutrients share, after any rise, and what limits their shares."""

    energy_kcal: N
    reference_mass_kg: N
    loading: N
    need_g: N
    session_food: SessionFood[N]

    @property
    def least_fat_g(self) -> N:
        """
        The least fat: 0.6 g/kg, 0.5 when loading.

        Source: estimate; see `macronutrient_shares`.
        """
        kg = self.reference_mass_kg
        return blend(LEAST_G_PER_KG * kg, LEAST_LOADING_G_PER_KG * kg, self.loading)

    @property
    def most_carbohydrate_g(self) -> N:
        """
        The most carbohydrate: what meals hold and sessions take, or the need.

        Source: estimate; see `carbohydrate.most_in_meals_g`.
        """
        ceiling_g = most_in_meals_g(reference_mass_kg=self.reference_mass_kg, loading=self.loading)
        return most(ceiling_g + self.session_food.carbohydrate_g, self.need_g)


def beside_protein_g(meals: Meals[N], *, protein_g: N) -> N:
    """
    The carbohydrate of a day where nobody asks for any: fat is first left what the need leaves.

    Args:
        meals: The energy, and what limits its shares.
        protein_g: Protein, which is settled.

    Source: estimate; see `macronutrient_shares`.
    """
    energy, floor_g = meals.energy_kcal, meals.least_fat_g
    left_g = (energy - 4.0 * protein_g - 4.0 * meals.need_g) / 9.0
    usual_most_g = MOST_FAT_SHARE * (energy - meals.session_food.energy_kcal) / 9.0
    fat = clip(left_g, floor_g, most(usual_most_g, floor_g))
    return least((energy - 4.0 * protein_g - 9.0 * fat) / 4.0, meals.most_carbohydrate_g)


def most_filling_fat_g(meals: Meals[N], *, protein_g: N, carbohydrate_g: N) -> N:
    """
    The most fat that fills what carbohydrate leaves: its share of the meals as they are then eaten.

    Args:
        meals: The energy, and what limits its shares.
        protein_g: Protein, which is settled.
        carbohydrate_g: Carbohydrate, which is too.

    Source: estimate; see `most_fat_share`.
    """
    lean_kcal = most(4.0 * protein_g + 4.0 * carbohydrate_g - meals.session_food.energy_kcal, 0.0)
    share = most_fat_share(energy_kcal=meals.energy_kcal)
    return most(share / (1.0 - share) * lean_kcal / 9.0, meals.least_fat_g)


@explains(
    fibre_g=("14 g per 1,000 kcal", SOURCES["fibre"]),
)
def fibre_g(*, energy_kcal: N, eve: N) -> N:
    """
    Fibre for the day, in g: it follows energy up to what sits well on long days.

    Args:
        energy_kcal: The day's energy.
        eve: How far the day is the last before a long race, 0 to 1: then it is a ceiling of 20 g.

    Source: Dietary Reference Intakes, 14 g per 1,000 kcal; the most of 45 g, and of 20 before a
    race, are estimates.

    >>> fibre_g(energy_kcal=2500.0, eve=0.0), fibre_g(energy_kcal=2500.0, eve=1.0)
    (35.0, 20.0)
    """
    usual = least(FIBRE_G_PER_KCAL * energy_kcal, MOST_FIBRE_G)
    return blend(usual, least(usual, MOST_EVE_FIBRE_G), eve)
