"""The macronutrients that somebody asks for, in the way in which they ask."""

from typing import Any, Generic, NamedTuple

from fuelcalc.science.numeric import Given, N

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
