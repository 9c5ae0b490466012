"""What nobody wants at a time of year: a cold salad on a winter's evening, a thick soup in July."""

import datetime as dt
from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.menu.week_dishes import SALAD, WeekDish

WINTER, SUMMER = "winter", "summer"

_WINTER_MONTHS: Final = (11, 12, 1, 2, 3)
_SUMMER_MONTHS: Final = (6, 7, 8)
_HALF_YEAR: Final = 6
_SOUTH: Final = (
    "Africa/Johannesburg", "America/Argentina", "America/Buenos_Aires", "America/Montevideo",
    "America/Santiago", "America/Sao_Paulo", "Antarctica", "Australia", "NZ", "Pacific/Auckland",
)  # fmt: skip
"""How time zones south of the tropics begin, where seasons are half a year on."""

_THICK: Final = frozenset({"soup", "stew", "tagine", "goulash"})
"""Words that call a dish one that warms."""

_COLD_COST, _THICK_COST = 5.0, 4.0
"""What each costs in its season for each dinner or meal, in the coin of `rota`."""


def season_of(week: int, zone: str = "") -> str:
    """
    The season of a week, "" in spring and autumn.

    Args:
        week: Its number, as `pools.Rules`.
        zone: The time zone of who eats, "" where nobody says: north.

    >>> from datetime import date
    >>> week = (date(2026, 7, 6).toordinal() - 1) // 7
    >>> season_of(week), season_of(week, "Australia/Perth"), season_of(week + 13)
    ('summer', 'winter', '')
    """
    # Its Thursday tells, as it tells the year of a week.
    month = dt.date.fromordinal(max(7 * week + 4, 1)).month
    if zone.startswith(_SOUTH):
        month = (month + _HALF_YEAR - 1) % 12 + 1
    if month in _WINTER_MONTHS:
        return WINTER
    return SUMMER if month in _SUMMER_MONTHS else ""


def season_cost(one: WeekDish, season: str, *, dinners: int, meals: int) -> float:
    """
    What it costs to have a dish in a season, in the coin of `rota`.

    Args:
        one: The dish.
        season: Of `season_of`.
        dinners: At how many dinners it would be.
        meals: At how many lunches and dinners.
    """
    if season == WINTER and SALAD in one.kinds and one.variant.dish.carried == "cold":
        return _COLD_COST * dinners
    return _THICK_COST * meals if season == SUMMER and _is_thick(one.variant) else 0.0


@lru_cache(maxsize=4096)
def _is_thick(variant: Variant) -> bool:
    """Whether a dish is called a soup or a stew."""
    return not _THICK.isdisjoint(plain(variant.name).split())
