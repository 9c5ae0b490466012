"""Expenditure learned from the scale and the log."""

import warnings
from statistics import NormalDist

import numpy as np
import pytest
from logs import APP, KNOWN, WEIGHED, worked_days, worked_prior

from fuelcalc.science.adaptive import (
    OUTLIER_CHI2,
    Days,
    Prior,
    learned_shares,
    regressed_kcal,
    smoothed_shares,
)

# What the same model gave apart from the program: base energy after the morning of a day, and its
# standard deviation, printed to 0.1 kcal.
PRINTED = [
    pytest.param(WEIGHED, {14: (2093.3, 159.4), 28: (2140.0, 123.6), 56: (2148.9, 107.3)}),
    pytest.param(KNOWN, {14: (2099.3, 156.0), 28: (2155.2, 109.7), 56: (2166.7, 82.5)}),
    pytest.param(APP, {14: (2149.4, 177.9), 28: (2195.3, 171.7), 56: (2212.4, 173.5)}),
]


@pytest.mark.parametrize(("reporting", "printed"), PRINTED)
def test_gives_what_was_worked_apart(reporting, printed):
    """Base energy of three ways to log, after two, four and eight weeks."""
    learning = learned_shares(worked_days(), worked_prior(reporting))
    for day, (kcal, sd_kcal) in printed.items():
        assert 2000.0 * (1.0 + learning.life_share[day]) == pytest.approx(kcal, abs=0.06)
        assert 2000.0 * learning.life_sd_share[day] == pytest.approx(sd_kcal, abs=0.06)


def test_learns_little_of_reporting():
    """Of a log by app only the prior says how short it is: 0.14 comes down to 0.02."""
    learning = learned_shares(worked_days(), worked_prior(APP))
    assert learning.reporting_share[28] == pytest.approx(0.020, abs=0.0006)


def test_one_reading_far_off_hardly_counts():
    """A mass of 70 kg on day 20 leaves 2,139.5 on day 28; read like any other, 2,120.2."""
    days = worked_days()
    mass = days.mass_kg.copy()
    mass[20] = 70.0
    learning = learned_shares(days._replace(mass_kg=mass), worked_prior())
    assert 2000.0 * (1.0 + learning.life_share[28]) == pytest.approx(2139.5, abs=0.06)


def test_agrees_with_a_library():
    """filterpy, told the same matrices day by day, is at the same place to 0.01 kcal."""
    with warnings.catch_warnings():
        # What it loads is not ours to mend.
        warnings.simplefilter("ignore")
        from filterpy.kalman import KalmanFilter

    days, prior = worked_days(), worked_prior()
    library = KalmanFilter(dim_x=5, dim_z=1)
    # 62.13 kg is the mean of the first week's mornings.
    first_kg = float(np.nanmean(days.mass_kg[:7]))
    library.x = np.array([[first_kg], [0.0], [0.0], [0.0], [0.0]])
    library.P = np.diag([1.5**2, 0.10**2, (0.0055 * first_kg) ** 2, 0.03**2, 0.10**2])
    library.H = np.array([[1.0, 0.0, 1.0, 0.0, 0.0]])
    library.R = np.array([[(0.0033 * first_kg) ** 2]])
    library.B = np.array([[1.0], [0.0], [0.0], [0.0], [0.0]])
    learning = learned_shares(days, prior)
    logged = []
    for day, mass_kg in enumerate(days.mass_kg):
        if np.isfinite(mass_kg):
            library.update(mass_kg)
        share, sd = float(library.x[1, 0]), float(np.sqrt(library.P[1, 1]))
        assert 2000.0 * learning.life_share[day] == pytest.approx(2000.0 * share, abs=0.01)
        assert 2000.0 * learning.life_sd_share[day] == pytest.approx(2000.0 * sd, abs=0.01)
        intake, off = days.intake_kcal[day], 0.10
        logged += [intake] if np.isfinite(intake) else []
        if not np.isfinite(intake):
            intake, off = float(np.mean(logged)), 0.22
        training, tissue = days.training_kcal[day], 6137.3
        library.F = np.array(
            [
                [1.0, -2000.0 / tissue, 0.0, intake / tissue, -training / tissue],
                [0.0, 1.0, 0.0, 0.0, 0.0],
                [0.0, 0.0, 0.7, 0.0, 0.0],
                [0.0, 0.0, 0.0, 1.0, 0.0],
                [0.0, 0.0, 0.0, 0.0, 1.0],
            ]
        )
        strayed = ((off * intake) ** 2 + 100.0**2) / tissue**2
        water = (1.0 - 0.7**2) * (0.0055 * first_kg) ** 2
        library.Q = np.diag([strayed, 0.005**2, water, 0.0005**2, 0.0])
        library.predict(u=np.array([[(intake - 2000.0 - training) / tissue]]))


def all_at_once(days, prior, first_kg):
    """
    Every day's five things and their variance by one regression of all mornings, without a filter.

    The whole log is one Gaussian of five times as many numbers as there are days, from the printed
    model; the mornings are read out of it together.
    """
    n, tissue, base = days.mass_kg.size, prior.tissue_kcal_per_kg, prior.base_kcal
    first = [first_kg, 0.0, 0.0, prior.reporting_share, 0.0]
    water = (0.0055 * first_kg) ** 2
    variance = np.zeros((5 * n, 5 * n))
    variance[:5, :5] = np.diag([1.5**2, 0.10**2, water, prior.reporting_sd_share**2, 0.10**2])
    mean, by_first, logged = np.array(first), np.eye(5 * n), []
    means = [mean]
    for day in range(n - 1):
        intake, off = days.intake_kcal[day], 0.10
        logged += [intake] if np.isfinite(intake) else []
        if not np.isfinite(intake):
            intake, off = np.mean(logged), 0.22
        step = np.diag([1.0, 1.0, 0.7, 1.0, 1.0])
        step[0] = [1.0, -base / tissue, 0.0, intake / tissue, -days.training_kcal[day] / tissue]
        mean = step @ mean
        mean[0] += (intake - base - days.training_kcal[day]) / tissue
        means.append(mean)
        # A day's values by all noises before it.
        by_first[5 * day + 5 : 5 * day + 10] += step @ by_first[5 * day : 5 * day + 5]
        strayed = ((off * intake) ** 2 + (0.05 * base) ** 2) / tissue**2
        at = slice(5 * day + 5, 5 * day + 10)
        variance[at, at] = np.diag([strayed, 0.005**2, 0.51 * water, 0.0005**2, 0.0])
    joint = by_first @ variance @ by_first.T
    known = np.flatnonzero(np.isfinite(days.mass_kg))
    read = np.zeros((known.size, 5 * n))
    read[np.arange(known.size), 5 * known] = read[np.arange(known.size), 5 * known + 2] = 1.0
    spread = read @ joint @ read.T + np.eye(known.size) * (0.0033 * first_kg) ** 2
    gain = np.linalg.solve(spread, read @ joint).T
    mean = np.concatenate(means)
    values = mean + gain @ (days.mass_kg[known] - read @ mean)
    return values.reshape(n, 5), np.diag(joint - gain @ read @ joint).reshape(n, 5)


@pytest.mark.parametrize("reporting", [WEIGHED, KNOWN, APP])
def test_smooths_as_one_regression_of_all_mornings(reporting):
    """Each day's five values and errors are those that the whole log gives at once."""
    days, prior = worked_days(), worked_prior(reporting)
    found = smoothed_shares(days, prior)
    # No morning of it counts less than another, so that one regression can hold them all.
    assert np.nanmax(np.abs(found.surprise)) < 2.57
    values, variance = all_at_once(days, prior, float(np.nanmean(days.mass_kg[:7])))
    assert found.tissue_kg == pytest.approx(values[:, 0], abs=1e-5)
    assert found.tissue_sd_kg == pytest.approx(np.sqrt(variance[:, 0]), abs=1e-5)
    assert found.life_share == pytest.approx(values[:, 1], abs=1e-6)
    assert found.life_sd_share == pytest.approx(np.sqrt(variance[:, 1]), abs=1e-6)
    assert found.reporting_share == pytest.approx(values[:, 3], abs=1e-6)
    assert found.training_share == pytest.approx(values[:, 4], abs=1e-6)


def test_smooths_to_the_same_last_day():
    """Nothing comes after it: what is known then is what was known."""
    days, prior = worked_days(), worked_prior()
    for smooth, learned in zip(
        smoothed_shares(days, prior), learned_shares(days, prior), strict=True
    ):
        assert smooth[-1] == pytest.approx(learned[-1], rel=1e-12, abs=1e-15)


def test_smooths_one_day_to_itself():
    """A log of a single morning has nothing before or after it."""
    days, prior = worked_days(1), worked_prior()
    assert smoothed_shares(days, prior).tissue_kg == learned_shares(days, prior).tissue_kg


@pytest.mark.parametrize("shares", [learned_shares, smoothed_shares])
def test_gives_many_what_it_gives_one(shares):
    """Three athletes in arrays learn what each learns alone, with gaps of their own."""
    days = worked_days()
    late = days._replace(mass_kg=np.where(np.arange(57) < 9, np.nan, days.mass_kg))
    silent = days._replace(mass_kg=np.full(57, np.nan), intake_kcal=np.full(57, np.nan))
    athletes = [days, late, silent]
    priors = [worked_prior(WEIGHED), worked_prior(APP), worked_prior(KNOWN)]
    stacked = Days(*(np.stack(part) for part in zip(*athletes, strict=True)))
    together = shares(stacked, Prior(*(np.array(part) for part in zip(*priors, strict=True))))
    for place, (log, prior) in enumerate(zip(athletes, priors, strict=True)):
        alone = shares(log, prior)
        for rows, row in zip(together, alone, strict=True):
            np.testing.assert_allclose(rows[place], row, rtol=1e-9, atol=1e-12)


def test_learns_nothing_from_nothing():
    """Without a morning and a meal the estimate stays, and is no surer."""
    none = np.full(57, np.nan)
    empty = worked_days()._replace(mass_kg=none, intake_kcal=none)
    learning = learned_shares(empty, worked_prior())
    assert learning.life_share == pytest.approx(np.zeros(57), abs=1e-12)
    assert learning.life_sd_share[56] > 0.10


def test_reads_masked_mornings_more_loosely():
    """Two kilograms of water for five days leave half the trace when they are known to be water."""
    days = worked_days()
    heavy = (np.arange(57) >= 20) & (np.arange(57) < 25)
    loaded = days._replace(mass_kg=days.mass_kg + 2.0 * heavy)
    plain = learned_shares(days, worked_prior()).life_share[28]
    moved = learned_shares(loaded, worked_prior()).life_share[28] - plain
    masked = learned_shares(loaded._replace(is_masked=1.0 * heavy), worked_prior())
    unloaded = learned_shares(days._replace(is_masked=1.0 * heavy), worked_prior())
    assert abs(masked.life_share[28] - unloaded.life_share[28]) < 0.5 * abs(moved)


def test_water_that_stays_is_no_tissue():
    """A kilogram of creatine's water, announced, moves daily life by less than a third as much."""
    days = worked_days()
    after = np.arange(57) >= 28
    heavier = days._replace(mass_kg=days.mass_kg + after)
    announced = (np.arange(57) >= 27) & (np.arange(57) < 37)
    plain = learned_shares(days, worked_prior()).life_share[42]
    moved = learned_shares(heavier, worked_prior()).life_share[42] - plain
    told = learned_shares(heavier._replace(water_sd_kg=announced / 10.0**0.5), worked_prior())
    assert abs(told.life_share[42] - plain) < abs(moved) / 3.0


def test_a_new_job_is_learned_sooner():
    """Told of it, the filter takes in more of a step of daily life within two weeks."""
    days = worked_days()
    after = np.arange(57) >= 28
    # 200 kcal less a day from day 28 on, as mass.
    lighter = days._replace(mass_kg=days.mass_kg + 200.0 / 6137.3 * np.cumsum(after))
    told = lighter._replace(is_new_life=1.0 * (np.arange(57) == 28))
    untold = learned_shares(lighter, worked_prior())
    known = learned_shares(told, worked_prior())
    assert known.life_share[42] < untold.life_share[42] - 0.01
    assert known.life_sd_share[29] > untold.life_sd_share[29] + 0.02


def test_training_that_changes_tells_of_its_own_cost():
    """A steady surprise goes to daily life; a cost that comes and goes with mileage to training."""
    n_days = 84
    day = np.arange(n_days)
    training = np.where((day // 14) % 2 == 0, 100.0, 1100.0)
    none = np.zeros(n_days)
    intake = np.full(n_days, 2000.0) + training

    def learned(spent):
        mass = 62.0 + np.concatenate([[0.0], np.cumsum(intake - spent)[:-1]]) / 6137.3
        return learned_shares(Days(mass, intake, training, none, none, none), worked_prior(KNOWN))

    steady = learned(2150.0 + training)
    assert steady.life_share[-1] > 0.05
    assert abs(steady.training_share[-1]) < 0.02
    dearer = learned(2000.0 + 1.15 * training)
    assert dearer.training_share[-1] > 0.025
    assert dearer.training_sd_share[-1] < 0.09


def test_regresses_like_a_line_through_the_days():
    """The worked log's first 28 days rise 0.0133 kg a day: 2,602 kcal at 7,700 a kg."""
    days = worked_days(29)
    found = regressed_kcal(days.mass_kg, days.intake_kcal[:28], tissue_kcal_per_kg=7700.0)
    assert found == pytest.approx(2602.0, abs=1.0)


def test_regresses_what_is_published():
    """2,600 kcal a day and 0.6 kg lost in 21 days is 2,820 at 7,700 kcal a kg."""
    mass = 70.0 - 0.6 / 21.0 * np.arange(22)
    found = regressed_kcal(mass, np.full(22, 2600.0), tissue_kcal_per_kg=7700.0)
    assert found == pytest.approx(2820.0, abs=0.1)


def test_one_morning_in_a_hundred_is_far_out():
    """What counts less is beyond the square that 99 of 100 normal draws stay under."""
    assert pytest.approx(NormalDist().inv_cdf(0.995) ** 2, abs=0.005) == OUTLIER_CHI2


def test_a_day_before_anything_was_logged_is_eaten_at_its_cost():
    """Nothing is known of what was eaten: mass is expected to stay, whatever was trained."""
    nothing, none = np.full(3, np.nan), np.zeros(3)
    mass = np.array([70.0, np.nan, np.nan])
    log = Days(mass, nothing, np.array([1000.0, 0.0, 500.0]), none, none, none)
    tissue = learned_shares(log, worked_prior()).tissue_kg
    assert tissue == pytest.approx([70.0, 70.0, 70.0])
