"""
What a balance does to body mass over weeks: Hall's model, with what training costs taken apart.

The same code serves one athlete (floats) and many (arrays of one shape).
"""

from collections.abc import Sequence
from typing import Any, Final, Generic, NamedTuple

from fuelcalc.science.balance import FORBES_KG
from fuelcalc.science.daily import DIGESTION_SHARE
from fuelcalc.science.day import RANGE_Z
from fuelcalc.science.numeric import N, blend, most, power
from fuelcalc.science.sources import KCAL_J

MOST_FORECAST_DAYS: Final = 182
"""26 weeks; beyond, the band is wider than any message."""

ADHERENCE_SD_SHARE: Final = 0.04
"""How far what is eaten strays from what is planned, as a share of intake; an estimate."""

SCALE_SD_KG: Final = 0.45
"""How far one morning's reading strays from the body's mass; an estimate."""

_MJ: Final = 1e6 / KCAL_J
# Hall 2011: energy of a kg of fat, lean tissue and glycogen, what a kg of each spends at rest, and
# what building a kg costs.
_FAT_KCAL, _LEAN_KCAL, _GLYCOGEN_KCAL = 39.5 * _MJ, 7.6 * _MJ, 17.6 * _MJ
_FAT_RATE, _LEAN_RATE = 0.013 * _MJ, 0.092 * _MJ
_FAT_COST, _LEAN_COST = 0.75 * _MJ, 0.96 * _MJ
# Of a change of intake: what digesting it costs, and how far the body answers it, in two weeks.
_ANSWER_SHARE, _ANSWER_DAYS = 0.14, 14.0
# Each kilogram of glycogen binds 2.7 of water, which a scale shows in the first days.
_GLYCOGEN_KG, _WATER_PER_GLYCOGEN = 0.5, 2.7
# Sodium in mg: what the body holds back a litre, by carbohydrate, and holds in a litre.
_SODIUM_PER_L, _SODIUM_BY_CARBOHYDRATE, _SODIUM_HELD = 3000.0, 4000.0, 3220.0
_CARBOHYDRATE_SHARE = 0.5


class Start(NamedTuple, Generic[N]):
    """
    A body in balance, on the day a forecast begins.

    *resting_kcal* and *expenditure_kcal* are those of the day plan, so that the forecast begins
    where the plan stands; *fat_kg* is measured or estimated.
    """

    mass_kg: N
    height_cm: N
    age_y: N
    male: N
    fat_kg: N
    resting_kcal: N
    expenditure_kcal: N


class Stores(NamedTuple, Generic[N]):
    """What a body holds: fat, lean tissue, glycogen and outer water; and how far it answers."""

    fat_kg: N
    lean_kg: N
    glycogen_kg: N
    water_kg: N
    answer_kcal: N

    @property
    def mass_kg(self) -> N:
        """
        What a scale would show.

        Source: Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X.
        """
        return (
            self.fat_kg
            + self.lean_kg
            + self.water_kg
            + (1.0 + _WATER_PER_GLYCOGEN) * self.glycogen_kg
        )


def stores_at(start: Start[N]) -> Stores[N]:
    """
    What the body holds at the start.

    Source: Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X.
    """
    height_m = start.height_cm / 100.0
    man = 0.025 * start.age_y + 9.57 * height_m + 0.191 * start.mass_kg - 12.4
    woman = -4.0 + 5.98 * height_m + 0.167 * start.mass_kg
    water = blend(woman, man, start.male)
    glycogen = _GLYCOGEN_KG + 0.0 * start.mass_kg
    dry = start.mass_kg - start.fat_kg - water - (1.0 + _WATER_PER_GLYCOGEN) * glycogen
    return Stores(start.fat_kg, dry, glycogen, water, 0.0 * start.mass_kg)


class _Body(NamedTuple, Generic[N]):
    """What does not change in a forecast."""

    start: Start[N]
    first: Stores[N]
    constant_kcal: N
    activity_kcal_per_kg: N


def _body(start: Start[N]) -> _Body[N]:
    """The body with its constants, so that what it spends at the start is what it eats."""
    first = stores_at(start)
    digested = (1.0 - DIGESTION_SHARE) * start.expenditure_kcal
    activity = (digested - start.resting_kcal) / start.mass_kg
    constant = (
        start.expenditure_kcal
        - _LEAN_RATE * first.lean_kg
        - _FAT_RATE * first.fat_kg
        - activity * start.mass_kg
    )
    return _Body(start, first, constant, activity)


def _rates(body: _Body[N], now: Stores[N], balance_kcal: N, training_kcal: N) -> Stores[N]:
    """How fast each store changes, a day."""
    start, first = body.start, body.first
    eaten = start.expenditure_kcal + balance_kcal + training_kcal
    # Digestion, the body's answer and water follow the balance: what training burns and food
    # replaces is no overfeeding (an estimate; Hall's own where training stays the same).
    carbohydrate = _CARBOHYDRATE_SHARE * balance_kcal
    held = _CARBOHYDRATE_SHARE * start.expenditure_kcal
    squared = now.glycogen_kg * now.glycogen_kg / (_GLYCOGEN_KG * _GLYCOGEN_KG)
    glycogen = (held + carbohydrate - held * squared) / _GLYCOGEN_KCAL
    lean_share = FORBES_KG / (FORBES_KG + now.fat_kg)
    cost = lean_share * _LEAN_COST / _LEAN_KCAL + (1.0 - lean_share) * _FAT_COST / _FAT_KCAL
    for_tissue = eaten - _GLYCOGEN_KCAL * glycogen
    spent = (
        body.constant_kcal
        + _FAT_RATE * now.fat_kg
        + _LEAN_RATE * now.lean_kg
        + body.activity_kcal_per_kg * now.mass_kg
        + training_kcal
        + DIGESTION_SHARE * balance_kcal
        + now.answer_kcal
        + for_tissue * cost
    ) / (1.0 + cost)
    stored = for_tissue - spent
    sodium = (
        -_SODIUM_PER_L * (now.water_kg - first.water_kg)
        + _SODIUM_BY_CARBOHYDRATE * carbohydrate / held
    )
    return Stores(
        fat_kg=(1.0 - lean_share) * stored / _FAT_KCAL,
        lean_kg=lean_share * stored / _LEAN_KCAL,
        glycogen_kg=glycogen,
        water_kg=sodium / _SODIUM_HELD,
        answer_kcal=(_ANSWER_SHARE * balance_kcal - now.answer_kcal) / _ANSWER_DAYS,
    )


def _after(stores: Stores[N], rates: Stores[N], days: float) -> Stores[N]:
    """What is held after a while at such rates."""
    return Stores(*[held + days * rate for held, rate in zip(stores, rates, strict=True)])


def hall_stores(
    start: Start[N], balance_kcal: Sequence[N], training_kcal: Sequence[N]
) -> list[Stores[N]]:
    """
    What the body holds day by day, where it eats more or less than it spent at the start.

    Args:
        start: The body, and what it spends when the forecast begins.
        balance_kcal: Intake less the expenditure of the start and less the change of training, one
            figure a day, in order. Weekly means rather than days, since water follows a day's
            carbohydrate.
        training_kcal: What the sessions cost more, or less, than at the start; as many.

    Returns:
        The stores at the start and after each day: one more than there are days.

    Source: Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X; that a change of training moves
    no water and is not answered is an estimate.

    >>> body = Start(62.0, 168.0, 34.0, 0.0, 13.64, 1341.0, 2481.0)
    >>> [round(day.mass_kg, 2) for day in hall_stores(body, [230.0] * 14, [0.0] * 14)][7::7]
    [62.41, 62.6]
    """
    body = _body(start)
    now = body.first
    found = [now]
    for balance, training in zip(balance_kcal, training_kcal, strict=True):
        first = _rates(body, now, balance, training)
        second = _rates(body, _after(now, first, 0.5), balance, training)
        third = _rates(body, _after(now, second, 0.5), balance, training)
        fourth = _rates(body, _after(now, third, 1.0), balance, training)
        mean = [
            (a + 2.0 * b + 2.0 * c + d) / 6.0
            for a, b, c, d in zip(first, second, third, fourth, strict=True)
        ]
        now = _after(now, Stores(*mean), 1.0)
        found.append(now)
    return found


class MassBand(NamedTuple, Generic[N]):
    """Body mass day by day, as the ends of a 90 % range; there is no line within it."""

    low_kg: list[N]
    high_kg: list[N]


def band_of(
    start: Start[N],
    balance_kcal: Sequence[N],
    training_kcal: Sequence[N],
    *,
    sd_kcal: N,
) -> MassBand[N]:
    """
    The range of body mass day by day.

    The same body at both ends of what its expenditure may be, what is eaten straying by 4 %, with
    the scale's own noise.

    Args:
        start: The body when the forecast begins.
        balance_kcal: As for `hall_stores`.
        training_kcal: As for `hall_stores`.
        sd_kcal: The standard deviation of what the body spends.

    Source: estimate; see `hall_stores`.
    """
    # The band holds what is not known of expenditure and of eating; the scale's noise comes after.
    strayed = ADHERENCE_SD_SHARE * start.expenditure_kcal
    off = RANGE_Z * power(sd_kcal * sd_kcal + strayed * strayed, 0.5)
    scale = RANGE_Z * SCALE_SD_KG
    middle, under, over = (
        [
            stores.mass_kg
            for stores in hall_stores(start, [kcal + way for kcal in balance_kcal], training_kcal)
        ]
        for way in (0.0 * off, -1.0 * off, off)
    )
    low: list[Any] = []
    high: list[Any] = []
    for mean, least_kg, most_kg in zip(middle, under, over, strict=True):
        low.append(mean - power(most(mean - least_kg, 0.0) ** 2 + scale**2, 0.5))
        high.append(mean + power(most(most_kg - mean, 0.0) ** 2 + scale**2, 0.5))
    return MassBand(low, high)
