"""The macronutrients that somebody asks for, and the day's energy shared out as they ask."""

from typing import Any, Generic, NamedTuple

from fuelcalc.science import fat, protein
from fuelcalc.science.numeric import Given, N, clip, is_anywhere, known_or, least, most
from fuelcalc.science.sources import SOURCES, explains

LEAST_CARBOHYDRATE_G = 130.0
"""The reference intake: what the brain burns in a day."""

_NONE: Any = 0.0


class OwnAmount(NamedTuple, Generic[N]):
    """An amount that is asked for: so many grams, and a share of the day's energy; one is zero."""

    known: N = _NONE
    amount_g: N = _NONE
    energy_share: N = _NONE


def asked_g(own: OwnAmount[N], *, energy_kcal: N, kcal_per_g: float) -> Given[N]:
    """
    An amount in grams, as far as one is asked for.

    Args:
        own: What is asked for.
        energy_kcal: The day's energy.
        kcal_per_g: What a gram holds: 4, 4 or 9.

    Source: Atwater's general factors, as the targets count.

    >>> asked_g(OwnAmount(1.0, 0.0, 0.30), energy_kcal=2700.0, kcal_per_g=9.0)
    Given(value=90.0, known=1.0)
    """
    return Given(own.amount_g + own.energy_share * energy_kcal / kcal_per_g, own.known)


class OwnAmounts(NamedTuple, Generic[N]):
    """What is asked for of each macronutrient; the rest follows the energy."""

    protein: OwnAmount[N] = OwnAmount()
    carbohydrate: OwnAmount[N] = OwnAmount()
    fat: OwnAmount[N] = OwnAmount()


# Plain zeros go with numbers and with arrays.
NOTHING_ASKED: Any = OwnAmounts()
"""All of it follows the energy."""


def is_asked(own: OwnAmounts[N]) -> bool:
    """
    Whether any of them is asked for, in any row.

    Source: none; it is a question about the input.

    >>> is_asked(OwnAmounts(fat=OwnAmount(1.0, 60.0, 0.0))), is_asked(OwnAmounts())
    (True, False)
    """
    return any(is_anywhere(amount.known) for amount in own)


class _Asked(NamedTuple, Generic[N]):
    """What is asked for, in g of a day's energy, and between what it is held."""

    protein: Given[N]
    carbohydrate: Given[N]
    fat: Given[N]
    least_protein_g: N
    most_protein_g: N
    least_carbohydrate_g: N
    least_fat_g: N
    most_fat_g: N


def _asked(plain: fat.Shares[N], meals: fat.Meals[N], own: OwnAmounts[N]) -> _Asked[N]:
    """What is asked for, with its limits: never tighter than what the day has unasked."""
    eaten, kg = plain.energy_kcal, meals.reference_mass_kg
    in_meals_kcal = most(eaten - meals.session_food.energy_kcal, 0.0)
    preferred_g = fat.preferred_fat_g(reference_mass_kg=kg, energy_kcal=in_meals_kcal)
    most_fat_g = most(fat.MOST_FAT_SHARE_LONG_DAY * in_meals_kcal / 9.0, preferred_g)
    most_fat_g = most(most_fat_g, plain.fat_g)
    # Where carbohydrate and fat are full, protein is what the energy of the day leaves.
    full_g = (eaten - 4.0 * meals.most_carbohydrate_g - 9.0 * most_fat_g) / 4.0
    return _Asked(
        protein=asked_g(own.protein, energy_kcal=eaten, kcal_per_g=4.0),
        carbohydrate=asked_g(own.carbohydrate, energy_kcal=eaten, kcal_per_g=4.0),
        fat=asked_g(own.fat, energy_kcal=eaten, kcal_per_g=9.0),
        least_protein_g=most(least(plain.protein_g, protein.LEAST_G_PER_KG * kg), full_g),
        most_protein_g=most(plain.protein_g, protein.MOST_G_PER_KG * kg),
        least_carbohydrate_g=most(meals.need_g, least(plain.carbohydrate_g, LEAST_CARBOHYDRATE_G)),
        least_fat_g=least(plain.fat_g, preferred_g),
        most_fat_g=most_fat_g,
    )


def _protein_g(plain: fat.Shares[N], meals: fat.Meals[N], asked: _Asked[N]) -> N:
    """Protein: as it is asked for, as what fat and carbohydrate leave, or as the day has it."""
    eaten = plain.energy_kcal
    fat_g = clip(asked.fat.value, asked.least_fat_g, asked.most_fat_g)
    carbohydrate_g = clip(
        asked.carbohydrate.value, asked.least_carbohydrate_g, meals.most_carbohydrate_g
    )
    rest = Given(
        (eaten - 4.0 * carbohydrate_g - 9.0 * fat_g) / 4.0,
        asked.fat.known * asked.carbohydrate.known * (1.0 - asked.protein.known),
    )
    # Fat gives way to what is asked for of protein, down to its least on any day.
    least_fat_g = least(plain.fat_g, meals.least_fat_g)
    room_g = (eaten - 4.0 * asked.least_carbohydrate_g - 9.0 * least_fat_g) / 4.0
    wanted_g = known_or(asked.protein, known_or(rest, plain.protein_g))
    held_g = clip(wanted_g, asked.least_protein_g, asked.most_protein_g)
    return known_or(Given(least(held_g, room_g), asked.protein.known + rest.known), plain.protein_g)


def _carbohydrate_g(meals: fat.Meals[N], asked: _Asked[N], *, protein_g: N, most_fat_g: N) -> N:
    """Carbohydrate: what the fat that is asked for leaves, as asked for, or as on any day."""
    eaten = meals.energy_kcal
    fat_g = clip(asked.fat.value, asked.least_fat_g, most_fat_g)
    beside_fat_g = (eaten - 4.0 * protein_g - 9.0 * fat_g) / 4.0
    left_g = (eaten - 4.0 * protein_g - 4.0 * asked.carbohydrate.value) / 9.0
    as_asked_g = (eaten - 4.0 * protein_g - 9.0 * clip(left_g, asked.least_fat_g, most_fat_g)) / 4.0
    usual_g = fat.beside_protein_g(meals, protein_g=protein_g)
    by_itself = known_or(Given(as_asked_g, asked.carbohydrate.known), usual_g)
    found = known_or(Given(beside_fat_g, asked.fat.known), by_itself)
    return least(found, meals.most_carbohydrate_g)


@explains(
    protein_g=("as asked for, within its limits", SOURCES["own-target"]),
    carbohydrate_g=("as asked for, within its limits", SOURCES["own-target"]),
    fat_g=("as asked for, within its limits", SOURCES["own-target"]),
)
def own_shares(plain: fat.Shares[N], meals: fat.Meals[N], own: OwnAmounts[N]) -> fat.Shares[N]:
    """
    Share a day's energy as somebody asks, as far as its limits let that be.

    The energy stays what it is, and asking for what a day has unasked changes nothing. What is not
    asked for takes the rest as on any day: carbohydrate beside protein or fat, fat beside
    carbohydrate, protein beside both. Loading for a race goes before what is asked for.

    Args:
        plain: The day as nobody asked anything of it, from `fat.macronutrient_shares`.
        meals: What limits its shares; the energy is what is eaten.
        own: What is asked for of each.

    Returns:
        Protein between 1.2 and 2.5 g/kg; fat between 0.8 g/kg or 20 % and 35 % of the meals'
        energy (0.6 g/kg where protein is asked for); carbohydrate from what training needs and
        130 g up to what meals hold; each as the day has it unasked where that is beyond.

    Source: estimate, from Morton 2018, doi:10.1136/bjsports-2017-097608, and Burke 2011,
    doi:10.1080/02640414.2011.585473.
    """
    eaten = plain.energy_kcal
    meals = meals._replace(energy_kcal=eaten)
    asked = _asked(plain, meals, own)
    protein_g = _protein_g(plain, meals, asked)
    beside_g = (eaten - 4.0 * protein_g - 4.0 * asked.least_carbohydrate_g) / 9.0
    least_fat_g = least(plain.fat_g, meals.least_fat_g)
    most_fat_g = most(least(asked.most_fat_g, beside_g), least_fat_g)
    carbohydrate_g = _carbohydrate_g(meals, asked, protein_g=protein_g, most_fat_g=most_fat_g)
    fat_g = (eaten - 4.0 * protein_g - 4.0 * carbohydrate_g) / 9.0
    # What a race needs goes before a wish; two days of the same energy mix to one.
    loading, free = meals.loading, 1.0 - meals.loading
    return plain._replace(
        protein_g=loading * plain.protein_g + free * protein_g,
        carbohydrate_g=loading * plain.carbohydrate_g + free * carbohydrate_g,
        fat_g=loading * plain.fat_g + free * fat_g,
    )
