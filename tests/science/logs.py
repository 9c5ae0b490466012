"""A log that is worked by hand, whose answers are printed."""

import numpy as np

from fuelcalc.science.adaptive import Days, Prior

WEEK_KCAL = (0.0, 530.0, 180.0, 530.0, 0.0, 710.0, 900.0)
WEIGHED, KNOWN, APP = (0.0, 0.03), (0.0, 0.0), (0.14, 0.10)


def worked_days(n_days=57):
    """A rising mass with a rhythm of a week, and gaps in both columns; the truth is about 2,170."""
    day = np.arange(n_days)
    mass = 62.0 + 0.02 * day + 0.25 * np.sin(2.0 * np.pi * day / 7.0)
    intake = 2700.0 + 300.0 * np.cos(2.0 * np.pi * day / 7.0)
    mass[day % 6 == 5] = np.nan
    intake[day % 10 == 9] = np.nan
    training = np.array(WEEK_KCAL)[day % 7]
    return Days(mass, intake, training, *[np.zeros(n_days)] * 3)


def worked_prior(reporting=WEIGHED):
    """What is known before: 2,000 kcal of daily life, 10 % off, and 13.6 kg of fat."""
    return Prior(2000.0, 0.10, 6137.3, *reporting)
