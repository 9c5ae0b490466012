"""How much is eaten at once, whatever a day asks for."""

from fuelcalc.science.numeric import N, least

MOST_FEEDING_KCAL = 1600.0
_MOST_FEEDING_KCAL_PER_KG = 20.0


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
