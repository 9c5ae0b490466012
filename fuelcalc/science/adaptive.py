"""
What a body spends, learned from morning mass and what was eaten.

One code for one athlete (arrays of days) and for many (arrays of athletes by days). Five things
are followed from day to day: tissue, how far daily life is off its estimate, the water of the day,
how far the log falls short, and how far the cost of training is off. Daily life learns; the cost of
the sessions hardly moves, since its error is smaller and it is known on which days they were.

The state is linear in what is unknown, so a Kalman filter is exact for it. Rhythm of a day: the
mass of the morning is read first, and what that day eats and trains changes the next one.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from fuelcalc.science.daily import LIFE_WALK, NEW_LIFE_SD_SHARE

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

SCALE_SD_SHARE: Final = 0.0033
"""White noise of a morning's mass (Krone 2020: 0.23 kg, and a little for other scales)."""

WATER_SD_SHARE: Final = 0.0055
"""Slow noise of a morning's mass: water, and what is under way."""

WATER_KEPT: Final = 0.70
"""How much of it is left a day later."""

INTAKE_SD_SHARE: Final = 0.10
"""How far a logged day is off; an estimate."""

UNLOGGED_SD_SHARE: Final = 0.22
"""How far the mean stands for a day that was not logged; an estimate."""

DAY_SD_SHARE: Final = 0.05
"""How far one day's life is from the usual, as a share of its energy; an estimate."""

REPORTING_WALK: Final = 0.0005
"""How far reporting drifts, in the same way."""

TRAINING_SD_SHARE: Final = 0.10
FIRST_MASS_SD_KG: Final = 1.5
MASKED_TIMES: Final = 3.0
"""How much wider a morning is read while water says little of tissue."""

OUTLIER_CHI2: Final = 6.63
"""Beyond it (1 of 100 mornings) a reading counts less the further it is off."""

# Below this share of the largest variance a variance is a rounding of none.
_LEAST_RATIO: Final = 1e-12
_MASS, _LIFE, _WATER, _REPORTING, _TRAINING = range(5)
_READ = np.array([1.0, 0.0, 1.0, 0.0, 0.0])


class Prior(NamedTuple):
    """
    What is known before the scale says anything: one number, or one an athlete.

    *base_kcal* is resting energy times daily life, *base_sd_share* its error as a share of it,
    *tissue_kcal_per_kg* the energy of a kilogram by fat mass, and *reporting_share* by how much
    more was eaten than logged, with its error.
    """

    base_kcal: "Floats | float"
    base_sd_share: "Floats | float"
    tissue_kcal_per_kg: "Floats | float"
    reporting_share: "Floats | float"
    reporting_sd_share: "Floats | float"
    training_sd_share: "Floats | float" = TRAINING_SD_SHARE


class Days(NamedTuple):
    """
    The log, a number a day, oldest first: shape (days,), or (athletes, days).

    What was not measured or not logged is nan; *training_kcal* is what sessions add to the day,
    *is_masked* 1.0 where the scale shows water more than tissue, and *is_new_life* 1.0 on the day
    from which daily life is another, and *water_sd_kg* how far water that stays, such as that of
    creatine, may move the mass on that day.
    """

    mass_kg: "Floats"
    intake_kcal: "Floats"
    training_kcal: "Floats"
    is_masked: "Floats"
    is_new_life: "Floats"
    water_sd_kg: "Floats"


class Learning(NamedTuple):
    """
    What is known after each morning, with its standard deviation.

    Shares are of the estimate: *life_share* 0.05 is 5 % more daily life, and *covariance* is that
    of the two shares, which pull apart. *surprise* is how far each morning was from what was
    expected, in its standard deviations; nan where none was.
    """

    tissue_kg: "Floats"
    tissue_sd_kg: "Floats"
    life_share: "Floats"
    life_sd_share: "Floats"
    reporting_share: "Floats"
    training_share: "Floats"
    training_sd_share: "Floats"
    covariance: "Floats"
    surprise: "Floats"


def _first_mass_kg(mass_kg: "Floats") -> "Floats":
    """The mean of the first seven days, or of all where those have none."""
    week = mass_kg[..., :7]
    known = np.isfinite(week)
    count = known.sum(axis=-1)
    all_known = np.isfinite(mass_kg)
    mean: Floats = np.where(
        count > 0,
        np.where(known, week, 0.0).sum(axis=-1) / np.maximum(count, 1),
        np.where(all_known, mass_kg, 0.0).sum(axis=-1) / np.maximum(all_known.sum(axis=-1), 1),
    )
    return mean


def _diagonal(values: "list[Floats]") -> "Floats":
    """A variance for each of the five, and nothing between them."""
    stacked = np.stack(np.broadcast_arrays(*values), axis=-1)
    matrix: Floats = stacked[..., :, None] * np.eye(5)
    return matrix


class _Belief(NamedTuple):
    """The five values and how sure they are."""

    values: "Floats"
    variance: "Floats"


def _read(belief: _Belief, mass_kg: "Floats", noise: "Floats") -> tuple[_Belief, "Floats"]:
    """What is believed once a morning is read, and how surprising it was; nan reads nothing."""
    known = np.isfinite(mass_kg)
    apart = np.where(known, mass_kg - belief.values @ _READ, 0.0)
    towards = belief.variance @ _READ
    expected = towards @ _READ + noise
    surprise = apart / np.sqrt(expected)
    # One reading far out moves the belief less the further out it is.
    spread = expected * np.maximum(1.0, surprise**2 / OUTLIER_CHI2)
    gain = np.where(known, 1.0 / spread, 0.0)[..., None] * towards
    values = belief.values + gain * apart[..., None]
    variance = belief.variance - gain[..., :, None] * towards[..., None, :]
    return _Belief(values, variance), np.where(known, surprise, np.nan)


class _Morning(NamedTuple):
    """What is believed after one morning, and how surprising it was."""

    values: "Floats"
    variance: "Floats"
    surprise: "Floats"


class _Night(NamedTuple):
    """How a day moves what is believed, and what is believed before the next morning."""

    step: "Floats"
    values: "Floats"
    variance: "Floats"


def learned_shares(days: Days, prior: Prior) -> Learning:
    """
    Learn how far daily life, reporting and training are off their estimates, day by day.

    Args:
        days: The log; any number of days may be missing.
        prior: What is known before.

    Returns:
        What is known after the morning of each day, in the shape of the log.

    Source: estimate, a Kalman filter on energy balance; see `sources.SOURCES["adaptive"]`.

    >>> still = np.full(29, 70.0)
    >>> log = Days(still, np.full(29, 2600.0), *[np.zeros(29)] * 4)
    >>> learning = learned_shares(log, Prior(2300.0, 0.10, 6000.0, 0.0, 0.03))
    >>> round(2300.0 * (1.0 + float(learning.life_share[28])), -1)
    2520.0
    """
    return _as_learning([morning for morning, _ in _followed(days, prior)])


def smoothed_shares(days: Days, prior: Prior) -> Learning:
    """
    Say of each day what is known of it now, by the mornings before and after it.

    What `learned_shares` says of a day is what was known then: its trend runs behind the mass, and
    jumps less the longer the log is. For a chart or a history, what came after counts as well. On
    the last day both are the same.

    Args:
        days: As for `learned_shares`.
        prior: As for `learned_shares`.

    Source: Rauch, Tung & Striebel 1965, doi:10.2514/3.3166, on the estimate of `learned_shares`.

    >>> still = np.full(29, 70.0)
    >>> log = Days(still, np.full(29, 2600.0), *[np.zeros(29)] * 4)
    >>> told = (log, Prior(2300.0, 0.10, 6000.0, 0.0, 0.03))
    >>> bool(smoothed_shares(*told).tissue_sd_kg[1] < learned_shares(*told).tissue_sd_kg[1])
    True
    """
    *earlier, (last, _) = _followed(days, prior)
    found = [last]
    for morning, night in reversed(earlier):
        after = found[-1]
        # What has no variance has no inverse, and nothing to be told by: pinv leaves it out.
        backwards = (
            morning.variance
            @ np.swapaxes(night.step, -1, -2)
            @ np.linalg.pinv(night.variance, rcond=_LEAST_RATIO, hermitian=True)
        )
        apart = np.einsum("...ij,...j->...i", backwards, after.values - night.values)
        spread = backwards @ (after.variance - night.variance) @ np.swapaxes(backwards, -1, -2)
        found.append(_Morning(morning.values + apart, morning.variance + spread, morning.surprise))
    return _as_learning(found[::-1])


def _followed(days: Days, prior: Prior) -> Iterator[tuple[_Morning, _Night]]:
    """What is believed after each morning, and how the day after it moves that."""
    shape = days.mass_kg.shape[:-1]
    base, life_sd, tissue, short, short_sd, training_sd = (
        np.broadcast_to(np.asarray(value, dtype=float), shape) for value in prior
    )
    first_kg = _first_mass_kg(days.mass_kg)
    nothing = np.zeros(shape)
    noise = (SCALE_SD_SHARE * first_kg) ** 2
    water = (WATER_SD_SHARE * first_kg) ** 2
    belief = _Belief(
        np.stack([first_kg, nothing, nothing, short, nothing], axis=-1),
        _diagonal([nothing + FIRST_MASS_SD_KG**2, life_sd**2, water, short_sd**2, training_sd**2]),
    )
    step = np.broadcast_to(np.eye(5), (*shape, 5, 5)).copy()
    step[..., _WATER, _WATER] = WATER_KEPT
    step[..., _MASS, _LIFE] = -base / tissue
    eaten, n_eaten = nothing, nothing
    for place in range(days.mass_kg.shape[-1]):
        masked = np.where(days.is_masked[..., place] > 0.0, MASKED_TIMES**2, 1.0)
        belief, surprise = _read(belief, days.mass_kg[..., place], masked * noise)
        morning = _Morning(belief.values, belief.variance, surprise)
        logged, training = days.intake_kcal[..., place], days.training_kcal[..., place]
        known = np.isfinite(logged)
        eaten, n_eaten = eaten + np.where(known, logged, 0.0), n_eaten + known
        # A day that nobody logged is not a day of no food: the mean so far, or what it costs.
        usual = np.where(n_eaten > 0, eaten / np.maximum(n_eaten, 1.0), base + training)
        intake = np.where(known, logged, usual)
        off = np.where(known, INTAKE_SD_SHARE, UNLOGGED_SD_SHARE) * intake
        step[..., _MASS, _REPORTING] = intake / tissue
        step[..., _MASS, _TRAINING] = -training / tissue
        values = np.einsum("...ij,...j->...i", step, belief.values)
        values[..., _MASS] += (intake - base - training) / tissue
        drift = [
            (off**2 + (DAY_SD_SHARE * base) ** 2) / tissue**2 + days.water_sd_kg[..., place] ** 2,
            LIFE_WALK**2 + NEW_LIFE_SD_SHARE**2 * days.is_new_life[..., place],
            (1.0 - WATER_KEPT**2) * water,
            nothing + REPORTING_WALK**2,
            nothing,
        ]
        variance = step @ belief.variance @ np.swapaxes(step, -1, -2) + _diagonal(drift)
        belief = _Belief(values, variance)
        yield morning, _Night(step.copy(), values, variance)


def _as_learning(mornings: list[_Morning]) -> Learning:
    """The mornings of a filter, by what is asked of them."""
    values = np.stack([one.values for one in mornings], axis=-2)
    variance = np.stack([one.variance for one in mornings], axis=-3)
    sds = np.sqrt(np.maximum(np.diagonal(variance, axis1=-2, axis2=-1), 0.0))
    return Learning(
        tissue_kg=values[..., _MASS],
        tissue_sd_kg=sds[..., _MASS],
        life_share=values[..., _LIFE],
        life_sd_share=sds[..., _LIFE],
        reporting_share=values[..., _REPORTING],
        training_share=values[..., _TRAINING],
        training_sd_share=sds[..., _TRAINING],
        covariance=variance[..., _LIFE, _TRAINING],
        surprise=np.stack([one.surprise for one in mornings], axis=-1),
    )


# What the model itself leaves out: how a balance is answered, and the rest; estimates.
_ANSWERED_SHARE, _LEFT_OUT_KCAL = 0.25, 40.0


def widened_sd_kcal(sd_kcal: float, *, balance_kcal: float) -> float:
    """
    The standard deviation of what is spent, with what the filter does not know of.

    Args:
        sd_kcal: What the filter gives.
        balance_kcal: How far the athlete is from balance: the body answers that, and its first
            weeks are water.

    Source: estimate, so that 90 % ranges of simulated logs hold.

    >>> round(widened_sd_kcal(120.0, balance_kcal=-200.0), 1)
    136.0
    """
    squares = sd_kcal**2 + (_ANSWERED_SHARE * balance_kcal) ** 2 + _LEFT_OUT_KCAL**2
    return float(squares**0.5)


def regressed_kcal(mass_kg: "Floats", intake_kcal: "Floats", *, tissue_kcal_per_kg: float) -> float:
    """
    What is spent by a plain regression: mean intake less the energy of the line through the mass.

    Args:
        mass_kg: A number a day, oldest first; nan where none was read.
        intake_kcal: What was logged, a number a day; nan where nothing was.
        tissue_kcal_per_kg: The energy of a kilogram.

    Returns:
        Kilocalories a day.

    Source: estimate; a line by least squares.

    >>> round(regressed_kcal(np.array([70.0, 69.9, 69.8]), np.full(3, 2000.0),
    ...     tissue_kcal_per_kg=6000.0))
    2600
    """
    known = np.isfinite(mass_kg)
    day = np.arange(mass_kg.size, dtype=float)[known]
    apart = day - day.mean()
    slope = float((apart * mass_kg[known]).sum() / (apart * apart).sum())
    return float(np.nanmean(intake_kcal)) - tissue_kcal_per_kg * slope
