"""Fat, fibre, and how a day's energy is shared among the macronutrients."""

from typing import Generic, NamedTuple

from fuelcalc.science import protein
from fuelcalc.science.carbohydrate import most_in_meals_g
from fuelcalc.science.numeric import Given, N, blend, clip, known_or, least, most, ramp
from fuelcalc.science.own_amounts import NOTHING_ASKED, OwnAmounts, asked_g
from fuelcalc.science.sources import SOURCES, explains

MOST_FAT_SHARE, MOST_FAT_SHARE_LONG_DAY, PREFERRED_FAT_SHARE = 0.30, 0.35, 0.20
_LONG_DAY_KCAL = (4000.0, 5000.0)
PREFERRED_G_PER_KG, LEAST_G_PER_KG, LEAST_LOADING_G_PER_KG = 0.8, 0.6, 0.5
FIBRE_G_PER_KCAL, MOST_FIBRE_G = 14.0 / 1000.0, 45.0
MOST_EVE_FIBRE_G = 20.0


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


class _Room(NamedTuple, Generic[N]):
    """Between what limits a macronutrient may be asked for, in g."""

    fat_low_g: N
    fat_high_g: N
    carbohydrate_low_g: N
    carbohydrate_high_g: N


def _asked_protein_g(
    own: OwnAmounts[N], room: _Room[N], *, usual_g: N, energy_kcal: N, kg: N, loading: N
) -> N:
    """The protein that is asked for by itself or as what the two others leave; else the usual."""
    fat = asked_g(own.fat, energy_kcal=energy_kcal, kcal_per_g=9.0)
    carbohydrate = asked_g(own.carbohydrate, energy_kcal=energy_kcal, kcal_per_g=4.0)
    fat_g = clip(fat.value, room.fat_low_g, room.fat_high_g)
    carbohydrate_g = clip(carbohydrate.value, room.carbohydrate_low_g, room.carbohydrate_high_g)
    rest_g = (energy_kcal - 4.0 * carbohydrate_g - 9.0 * fat_g) / 4.0
    asked = known_or(Given(rest_g, fat.known * carbohydrate.known), usual_g)
    asked = known_or(asked_g(own.protein, energy_kcal=energy_kcal, kcal_per_g=4.0), asked)
    held = clip(asked, protein.LEAST_G_PER_KG * kg, protein.MOST_G_PER_KG * kg)
    is_asked = most(own.protein.known, fat.known * carbohydrate.known)
    # What a race needs goes before a wish.
    return blend(usual_g, held, is_asked * (1.0 - loading))


def _asked_fat_g(
    own: OwnAmounts[N],
    room: _Room[N],
    *,
    usual_g: N,
    energy_kcal: N,
    protein_g: N,
    loading: N,
) -> N:
    """The fat that is asked for by itself or as what the carbohydrate leaves; else the usual."""
    fat = asked_g(own.fat, energy_kcal=energy_kcal, kcal_per_g=9.0)
    carbohydrate = asked_g(own.carbohydrate, energy_kcal=energy_kcal, kcal_per_g=4.0)
    rest_g = (energy_kcal - 4.0 * protein_g - 4.0 * carbohydrate.value) / 9.0
    asked = known_or(fat, known_or(Given(rest_g, carbohydrate.known), usual_g))
    held = clip(asked, room.fat_low_g, room.fat_high_g)
    return blend(usual_g, held, most(fat.known, carbohydrate.known) * (1.0 - loading))


@explains(
    carbohydrate_g=("what protein and fat leave, at least the need", SOURCES["carbohydrate"]),
    fat_g=("what is left, at most 30 % of the meals' energy", SOURCES["fat"]),
    asked_protein_g=("as asked for, within its limits", SOURCES["own-target"]),
    asked_carbohydrate_g=("as asked for, within its limits", SOURCES["own-target"]),
    asked_fat_g=("as asked for, within its limits", SOURCES["own-target"]),
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
    own: OwnAmounts[N] = NOTHING_ASKED,
) -> Shares[N]:
    """
    Share a day's energy among protein, carbohydrate and fat, so that they add up to it.

    Protein comes first and the carbohydrate that training needs second. Fat is what is left,
    at most 30 % of the meals' energy; carbohydrate takes the rest up to 10 g/kg in meals (12
    when loading), then fat what `most_fat_share` allows, and beyond that the day ends behind.
    Where they collide, fat gives way from its preferred amount to 0.6 g/kg (0.5 when loading)
    and protein to 1.6 g/kg, together and in proportion so that neither drops suddenly; then
    energy rises.

    What somebody asks for is held as far as training's carbohydrate, 0.8 g/kg or 20 % and 35 % of
    the meals' energy for fat, and 1.2 to 2.5 g/kg for protein let it be; loading goes before it.

    Args:
        energy_kcal: Intake before any rise, or any rest that no meal holds.
        protein_g: Protein wanted.
        need_g: From `carbohydrate.need_g`.
        reference_mass_kg: From `protein.reference_mass_kg`.
        loading: Share of carbohydrate loading, 0 to 1.
        session_food: What is eaten during sessions, which is a part of all three.
        least_protein_g_per_kg: What protein falls to where they collide.
        own: What is asked for of each.

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
    ceiling_g = most_in_meals_g(reference_mass_kg=kg, loading=loading)
    ceiling_g = most(ceiling_g + session_food.carbohydrate_g, need_g)
    most_asked_g = MOST_FAT_SHARE_LONG_DAY * in_meals_kcal / 9.0
    room = _Room(preferred_g, most(most_asked_g, preferred_g), need_g, ceiling_g)
    protein_g = _asked_protein_g(
        own, room, usual_g=protein_g, energy_kcal=energy_kcal, kg=kg, loading=loading
    )
    short_kcal = most(4.0 * protein_g + 4.0 * need_g + 9.0 * preferred_g - energy_kcal, 0.0)
    spare_protein_kcal = 4.0 * most(protein_g - least_protein_g_per_kg * kg, 0.0)
    spare_kcal = spare_protein_kcal + 9.0 * (preferred_g - fat_floor_g)
    given_share = least(short_kcal / spare_kcal, 1.0)
    protein_g = protein_g - given_share * spare_protein_kcal / 4.0
    raised_kcal = most(short_kcal - spare_kcal, 0.0)
    energy = energy_kcal + raised_kcal

    left_g = (energy - 4.0 * protein_g - 4.0 * need_g) / 9.0
    usual_most_g = most(MOST_FAT_SHARE * (energy - session_food.energy_kcal) / 9.0, fat_floor_g)
    upper_g = _asked_fat_g(
        own, room, usual_g=usual_most_g, energy_kcal=energy, protein_g=protein_g, loading=loading
    )
    fat = clip(left_g, fat_floor_g, upper_g)
    carbohydrate = least((energy - 4.0 * protein_g - 9.0 * fat) / 4.0, ceiling_g)
    # Fat fills what carbohydrate leaves, up to its share of the meals as they are then eaten.
    lean_kcal = most(4.0 * protein_g + 4.0 * carbohydrate - session_food.energy_kcal, 0.0)
    share = most_fat_share(energy_kcal=energy)
    most_fat_g = most(share / (1.0 - share) * lean_kcal / 9.0, fat_floor_g)
    most_fat_g = most(most_fat_g, fat * most(own.fat.known, own.carbohydrate.known))
    fat = least((energy - 4.0 * protein_g - 4.0 * carbohydrate) / 9.0, most_fat_g)
    eaten_kcal = 4.0 * protein_g + 4.0 * carbohydrate + 9.0 * fat
    return Shares(
        energy_kcal=eaten_kcal,
        protein_g=protein_g,
        carbohydrate_g=carbohydrate,
        fat_g=fat,
        raised_kcal=raised_kcal,
        behind_kcal=most(energy - eaten_kcal, 0.0),
    )


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
