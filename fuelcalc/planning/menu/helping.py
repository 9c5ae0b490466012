"""How much of a food somebody takes at once: a little less where small, more where large."""

from math import inf
from typing import Final, NamedTuple

from fuelcalc.models.dishes import Variant
from fuelcalc.science.daily import PAL_BY_DAILY_LIFE

FLESH: Final = frozenset({"fish", "meat", "poultry", "shellfish"})
"""Kitchen roles of meat and fish."""

_SMALL_KG, _SMALL_SHARE = 55.0, 0.8
"""Who is lighter takes from so much of a least portion on: plates go by the body [est]."""

_GRAIN_G, _LARGE_GRAIN_G = 300.0, 380.0
"""The most cooked rice or pasta on a plate: two and a half cups, a large eater's three [est]."""

_LARGE_KG, _LARGE_KCAL = 80.0, 3500.0
"""From where on somebody is a large eater [est]; while carbohydrate is loaded, everybody is."""


class Helping(NamedTuple):
    """
    Whose amounts a dish is laid in.

    Attributes:
        appetite: Whether plates are dense or bulky.
        least_share: From how much of a dish's least amount of a food on it is a portion.
        most_grain_g: Most of a grain on a plate, cooked.
        is_large: Whether plates are large, and no carbohydrate is loaded.
    """

    appetite: str = "usual"
    least_share: float = 1.0
    most_grain_g: float = inf
    is_large: bool = False


_RESTING_KCAL_PER_KG, _TRAINED_SHARE, _MUCH_KCAL = 22.0, 0.3, 3000.0
"""Rest and training of an athlete for each kg, and from which energy on days hold more fibre than
is asked for, which is 45 g at 3,200 kcal [est]."""

USUAL: Final = Helping()
"""A dish as it is written down."""


def is_large_eater(mass_kg: float, daily_life: str) -> bool:
    """
    Whether somebody eats so much on ordinary days that their fibre is more than is asked for.

    Args:
        mass_kg: Body mass.
        daily_life: A key of `science.daily.PAL_BY_DAILY_LIFE`.

    >>> is_large_eater(78.0, "on-feet"), is_large_eater(62.0, "desk")
    (True, False)
    """
    share = PAL_BY_DAILY_LIFE[daily_life] + _TRAINED_SHARE
    return mass_kg * _RESTING_KCAL_PER_KG * share > _MUCH_KCAL


def helping_of(
    *, mass_kg: float, energy_kcal: float, is_loading: bool = False, appetite: str = "usual"
) -> Helping:
    """
    The amounts of somebody on a day.

    Args:
        mass_kg: Body mass.
        energy_kcal: The day's energy.
        is_loading: Whether carbohydrate is loaded.
        appetite: Whether plates are dense or bulky.

    >>> helping_of(mass_kg=54.0, energy_kcal=2200.0)
    Helping(appetite='usual', least_share=0.8, most_grain_g=300.0, is_large=False)
    >>> helping_of(mass_kg=74.0, energy_kcal=3600.0).most_grain_g
    380.0
    """
    is_large = mass_kg > _LARGE_KG or energy_kcal > _LARGE_KCAL
    return Helping(
        appetite,
        _SMALL_SHARE if mass_kg < _SMALL_KG and not is_loading else 1.0,
        _LARGE_GRAIN_G if is_large or is_loading else _GRAIN_G,
        is_large and not is_loading,
    )


def beside_flesh(variant: Variant, helping: Helping) -> Helping:
    """
    The same where a dish has meat or fish: who takes less of it takes less grain beside it.

    >>> from fuelcalc.pantry import BUNDLED, Limits
    >>> menu = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> small = Helping(least_share=0.8, most_grain_g=300.0)
    >>> beside_flesh(menu["beef-pepper-noodles"], small).most_grain_g
    224.0
    >>> beside_flesh(menu["tofu-spinach-rice"], small).most_grain_g
    300.0
    """
    if helping.least_share == 1.0 or FLESH.isdisjoint(food.role for food in variant.foods):
        return helping
    most_g = max(
        (
            part.most * food.portion.one_g
            for food, part in zip(variant.foods, variant.components, strict=True)
            if food.role == "grain"
        ),
        default=inf,
    )
    return helping._replace(most_grain_g=min(helping.most_grain_g, helping.least_share * most_g))
