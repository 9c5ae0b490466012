"""
What running costs: watts per kilogram from speed, grade, air and ground.

All models answer *gross* power: everything burned in those minutes, rest included. The day
subtracts the rest and the life that a run displaces (`science.day`).
"""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple

from fuelcalc.science.effort import interval_start_cost
from fuelcalc.science.numeric import (
    N,
    blend,
    clip,
    interpolate,
    is_alike,
    is_anywhere,
    most,
    power,
    ramp,
)
from fuelcalc.science.sources import KCAL_J, SOURCES, Equation

STANDING_W_PER_KG = 1.44
"""Quiet standing, Looney 2019; what a standing recovery costs."""

MET_W_PER_KG = KCAL_J / 3600.0
"""One MET as 1.00 kcal/kg/h, the convention that fits measured runs."""

SURFACE_COST: Mapping[str, float] = {
    "road": 1.0,
    "track": 1.0,
    "treadmill": 1.0,
    "trail": 1.05,
    "technical-trail": 1.125,
    "sand": 1.6,
}
"""Cost of the ground over that of the road; trail and sand are estimates."""

AIR_DRAG = 0.010
"""Power against the air in W/kg over speed cubed, di Prampero 1993."""

MOST_GRADE = 0.45
"""The steepest ground, up or down, on which running was measured: Minetti 2002."""

# Where economy is measured; and the estimate of it from a race result.
_ECONOMY_M_PER_S = 12.0 / 3.6
_ECONOMY_VDOT, _ECONOMY_FACTOR = (35.0, 50.0, 62.0, 70.0), (1.05, 1.00, 0.95, 0.92)
# Slower one walks, faster one runs; mixed in between, so that 15:00 /km is costed without a step.
_WALK_BELOW_M_PER_S, _RUN_FROM_M_PER_S = 1.6, 2.0


def looney_run_w_per_kg(*, speed_m_per_s: N, grade: N) -> N:
    """
    Gross power of running on a grade, without air.

    Args:
        speed_m_per_s: Fitted on 1.8 to 5.5.
        grade: Rise over distance, negative downhill; beyond ±0.20 an extrapolation, held
            within ±0.45.

    Returns:
        Watts per kg, shaped like the arguments.

    Source: Looney, Hoogkamer & Kram 2025, doi:10.1007/s00421-025-05999-5.

    >>> round(looney_run_w_per_kg(speed_m_per_s=3.0, grade=0.10), 2)
    20.32
    """
    g = clip(grade, -MOST_GRADE, MOST_GRADE)
    # Standing is a part of it: the power is gross, and no rest is added to it.
    level = 4.43 + 1.51 * speed_m_per_s + 0.37 * speed_m_per_s**2
    steepness = 1.0 - power(1.133, 1.0 - power(1.056, 100.0 * g + 43.0))
    return level + 30.43 * speed_m_per_s * g * steepness


def looney_walk_w_per_kg(*, speed_m_per_s: N, grade: N) -> N:
    """
    Gross power of walking on a grade (the LCDA equation, whose grade is in per cent).

    Returns:
        Watts per kg, shaped like the arguments.

    Source: Looney et al. 2019, Med Sci Sports Exerc 51:346 and 51:1990.

    >>> round(looney_walk_w_per_kg(speed_m_per_s=1.4, grade=0.05), 3)
    6.508
    """
    g = 100.0 * clip(grade, -MOST_GRADE, MOST_GRADE)
    slope = 0.34 * speed_m_per_s * g * (1.0 - power(1.05, 1.0 - power(1.1, g + 32.0)))
    return (
        STANDING_W_PER_KG
        + 1.94 * power(speed_m_per_s, 0.43)
        + 0.24 * power(speed_m_per_s, 4.0)
        + slope
    )


def re3_w_per_kg(*, speed_m_per_s: N, grade: N) -> N:
    """
    Gross power on foot at any speed: walking up to 1.6 m/s, running from 2.0, mixed between.

    Returns:
        Watts per kg, shaped like the arguments.

    Source: Looney 2019 and 2025, doi:10.1007/s00421-025-05999-5; the mix is an estimate.

    >>> round(re3_w_per_kg(speed_m_per_s=3.0, grade=0.0), 2)
    12.29
    """
    run = looney_run_w_per_kg(speed_m_per_s=speed_m_per_s, grade=grade)
    walks = ramp(speed_m_per_s, _RUN_FROM_M_PER_S, _WALK_BELOW_M_PER_S)
    if not is_anywhere(walks):
        return run
    return blend(run, looney_walk_w_per_kg(speed_m_per_s=speed_m_per_s, grade=grade), walks)


def acsm_run_ml_per_kg_min(*, speed_m_per_s: N, grade: N) -> N:
    """
    Oxygen uptake of running by the ACSM equation, in ml per kg and minute.

    Source: ACSM's Guidelines; steady running from 80 m/min, level or uphill.

    >>> round(acsm_run_ml_per_kg_min(speed_m_per_s=10 / 3.6, grade=0.0), 2)
    36.83
    """
    speed_m_per_min = 60.0 * speed_m_per_s
    return 0.2 * speed_m_per_min + 0.9 * speed_m_per_min * grade + 3.5


def acsm_walk_ml_per_kg_min(*, speed_m_per_s: N, grade: N) -> N:
    """
    Oxygen uptake of walking by the ACSM equation, in ml per kg and minute.

    Source: ACSM's Guidelines; 50 to 100 m/min, level or uphill.

    >>> round(acsm_walk_ml_per_kg_min(speed_m_per_s=3.5 * 26.8 / 60, grade=0.10), 2)
    29.76
    """
    speed_m_per_min = 60.0 * speed_m_per_s
    return 0.1 * speed_m_per_min + 1.8 * speed_m_per_min * grade + 3.5


def acsm_w_per_kg(*, speed_m_per_s: N, grade: N) -> N:
    """
    Gross power of running by the ACSM equation, at 5 kcal per litre of oxygen.

    Returns:
        Watts per kg, shaped like the arguments.

    Source: ACSM's Guidelines.

    >>> round(acsm_w_per_kg(speed_m_per_s=10 / 3.6, grade=0.0) * 3600 / 4184, 2)
    11.05
    """
    vo2 = acsm_run_ml_per_kg_min(speed_m_per_s=speed_m_per_s, grade=grade)
    return vo2 * 0.005 * KCAL_J / 60.0


def minetti_j_per_kg_m(*, grade: N) -> N:
    """
    Net energy of running one metre on a grade, in J per kg and metre.

    Source: Minetti et al. 2002, doi:10.1152/japplphysiol.01177.2001, n = 10.

    >>> minetti_j_per_kg_m(grade=0.0)
    3.6
    """
    i = clip(grade, -MOST_GRADE, MOST_GRADE)
    return 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + 3.6


def minetti_w_per_kg(*, speed_m_per_s: N, grade: N) -> N:
    """
    Gross power of running by Minetti's net cost, with 1 kcal/kg/h of rest added.

    Returns:
        Watts per kg, shaped like the arguments.

    Source: Minetti et al. 2002, doi:10.1152/japplphysiol.01177.2001.

    >>> round(minetti_w_per_kg(speed_m_per_s=3.0, grade=0.0), 2)
    11.96
    """
    return minetti_j_per_kg_m(grade=grade) * speed_m_per_s + MET_W_PER_KG


def margaria_w_per_kg(*, speed_m_per_s: N, grade: N) -> N:
    """
    Gross power by the old rule of 1 kcal per kg and km, net, with 1 kcal/kg/h of rest added.

    The rule is for the level: *grade* only keeps the shape of the other models.

    Source: Margaria 1963, doi:10.1152/jappl.1963.18.2.367.

    >>> round(margaria_w_per_kg(speed_m_per_s=10 / 3.6, grade=0.0) * 3600 / 4184, 2)
    11.0
    """
    return speed_m_per_s * KCAL_J / 1000.0 + MET_W_PER_KG + 0.0 * grade


_MPH_M_PER_S = 1609.344 / 3600.0
# The middles of the speed bands, in miles an hour, and their METs.
_COMPENDIUM_2024 = (
    (4.1, 6.5), (4.55, 7.8), (5.1, 8.5), (5.65, 9.0), (6.15, 9.3), (6.7, 10.5), (7.0, 11.0),
    (7.5, 11.8), (8.0, 12.0), (8.6, 12.5), (9.0, 13.0), (9.45, 14.8), (10.0, 14.8),
    (11.0, 16.8), (12.0, 18.5), (13.0, 19.8), (14.0, 23.0),
)  # fmt: skip


def compendium_w_per_kg(*, speed_m_per_s: N, grade: N) -> N:
    """
    Gross power by the 2024 Compendium, linear between the middles of its speed bands.

    The bands are for the level: *grade* only keeps the shape of the other models.

    Source: Herrmann et al. 2024, doi:10.1016/j.jshs.2023.10.010, codes 12028 to 12135.

    >>> round(compendium_w_per_kg(speed_m_per_s=8 * 0.44704, grade=0.0) * 3600 / 4184, 2)
    12.0
    """
    met = interpolate(
        speed_m_per_s,
        [mph * _MPH_M_PER_S for mph, _ in _COMPENDIUM_2024],
        [met for _, met in _COMPENDIUM_2024],
    )
    return met * MET_W_PER_KG + 0.0 * grade


_FOOT = ("speed_m_per_s", "grade")
EQUATIONS: Mapping[str, Equation] = {
    equation.name: equation
    for equation in (
        Equation(
            "looney", re3_w_per_kg, _FOOT, "walkers and runners of 18-44 y at 1.8-5.5 m/s",
            0.08, SOURCES["looney"], {"speed_m_per_s": (0.2, 5.5), "grade": (-0.20, 0.20)},
        ),
        Equation(
            "acsm", acsm_w_per_kg, _FOOT, "steady runs at 4.8 km/h or faster, level or uphill",
            0.10, SOURCES["acsm"], {"speed_m_per_s": (80 / 60, 10.0), "grade": (0.0, 0.45)},
        ),
        Equation(
            "minetti", minetti_w_per_kg, _FOOT, "10 mountain runners on grades of ±45 %",
            0.10, SOURCES["minetti"], {"speed_m_per_s": (1.0, 10.0), "grade": (-0.45, 0.45)},
        ),
        Equation(
            "compendium", compendium_w_per_kg, _FOOT, "level runs of 4 to 14 mph", 0.10,
            SOURCES["compendium"],
            {"speed_m_per_s": (4 * _MPH_M_PER_S, 14 * _MPH_M_PER_S), "grade": (0.0, 0.0)},
        ),
        Equation(
            "margaria", margaria_w_per_kg, _FOOT, "level runs", 0.10, SOURCES["margaria"],
            {"speed_m_per_s": (2.0, 10.0), "grade": (0.0, 0.0)},
        ),
    )
}  # fmt: skip
"""Every running model that an athlete may ask for by name; `sd_share` is an estimate."""


def air_w_per_kg(*, speed_m_per_s: N, headwind_m_per_s: N) -> N:
    """
    Power against the air; a strong tailwind gives some back.

    Returns:
        Watts per kg, shaped like the arguments.

    Source: di Prampero et al. 1993, doi:10.1152/jappl.1993.74.5.2318.

    >>> air_w_per_kg(speed_m_per_s=3.0, headwind_m_per_s=0.0)
    0.27
    """
    wind = speed_m_per_s + headwind_m_per_s
    return AIR_DRAG * wind * abs(wind) * speed_m_per_s


class Stretch(NamedTuple, Generic[N]):
    """
    One stretch of a run at one speed, half of it on each of two grades.

    A route that rolls has its climb on one half and its descent on the other; a treadmill
    or a steady hill has the same grade twice. `still` is 1.0 for standing about.
    """

    speed_m_per_s: N
    duration_s: N
    grade_up: N
    grade_down: N
    headwind_m_per_s: N
    outdoors: N
    surface_cost: N
    repeat_s: N
    still: N


def _power(equation: Equation, *, speed_m_per_s: N, grade: N) -> N:
    """One model's watts per kg, also outside the range that it was fitted on."""
    model: Any = equation
    watts: N = model(extrapolate=True, speed_m_per_s=speed_m_per_s, grade=grade)
    return watts


def stretch_ground_w_per_kg(stretch: Stretch[N], *, equation: Equation, economy: N) -> N:
    """
    Gross power of a stretch over its grades and ground, without air.

    Args:
        stretch: What was run.
        equation: One of `EQUATIONS`.
        economy: The runner's own cost above standing over the average runner's.

    Returns:
        Watts per kg, shaped like the stretch's fields.
    """
    speed = stretch.speed_m_per_s
    up = _power(equation, speed_m_per_s=speed, grade=stretch.grade_up)
    down = up
    if not is_alike(stretch.grade_up, stretch.grade_down):
        down = _power(equation, speed_m_per_s=speed, grade=stretch.grade_down)
    # Half of the way climbs and half descends, where nobody has its profile (an estimate).
    moving = stretch.surface_cost * 0.5 * (up + down)
    moving = moving * interval_start_cost(duration_s=stretch.repeat_s)
    # Thrift is in the running: to stand costs a good runner what it costs anybody.
    moving = STANDING_W_PER_KG + economy * (moving - STANDING_W_PER_KG)
    return blend(moving, 0.0 * moving + STANDING_W_PER_KG, stretch.still)


def with_air_w_per_kg(ground_w_per_kg: N, stretch: Stretch[N]) -> N:
    """
    Gross power of a stretch with its air, where that over its ground is known.

    Args:
        ground_w_per_kg: From `stretch_ground_w_per_kg`.
        stretch: What was run.

    Returns:
        Watts per kg; at least quiet standing.
    """
    air = air_w_per_kg(
        speed_m_per_s=stretch.speed_m_per_s, headwind_m_per_s=stretch.headwind_m_per_s
    )
    # A gale from behind carries nobody for less than it costs to stand.
    return most(ground_w_per_kg + air * stretch.outdoors * (1.0 - stretch.still), STANDING_W_PER_KG)


def economy_from_cost(*, cost_kcal_per_kg_per_km: N) -> N:
    """
    A runner's own cost above standing over the average runner's, from a measured gross cost.

    Both are the level treadmill cost at 12 km/h, in the flat middle of the curve; the factor is
    held between 0.75 and 1.30, wider than the 20 % that runners differ by.

    Source: estimate, from Lacour & Bourdin 2015, doi:10.1007/s00421-015-3115-y.

    >>> round(economy_from_cost(cost_kcal_per_kg_per_km=0.97), 2)
    1.0
    """
    average = re3_w_per_kg(speed_m_per_s=_ECONOMY_M_PER_S, grade=0.0) - STANDING_W_PER_KG
    own = cost_kcal_per_kg_per_km * KCAL_J / 1000.0 * _ECONOMY_M_PER_S - STANDING_W_PER_KG
    # Runners are within about a fifth of each other (Lacour & Bourdin 2015): beyond is a slip.
    return clip(own / average, 0.75, 1.30)


def economy_from_vdot(*, vdot: N) -> N:
    """
    A runner's cost above standing over the average runner's, from what they can run.

    The faster runner is the thriftier one: 1.05 up to VDOT 35, 1.00 at 50, 0.95 at 62 and 0.92
    from 70 on, linear between.

    Source: estimate, from the norms by calibre of Barnes & Kilding 2015,
    doi:10.1186/s40798-015-0007-y, and Shaw 2015, doi:10.1371/journal.pone.0123101.

    >>> economy_from_vdot(vdot=56.0)
    0.975
    """
    return interpolate(vdot, _ECONOMY_VDOT, _ECONOMY_FACTOR)


def run_sd_share(*, mean_grade: N, rough: N, pack_share: N, economy_known: N, vdot_known: N) -> N:
    """
    The error of a run's cost, as a share of its gross cost.

    Args:
        mean_grade: Mean steepness, sign left out; 8 % error on the level, 10 % when hilly.
        rough: 1.0 for trails, sand and intervals (12 %), else 0.0.
        pack_share: Load carried over body mass; adds up to 3 %.
        economy_known: 1.0 when the runner's economy was measured (5 % on the level).
        vdot_known: 1.0 when it follows from a race result (7 % on the level).

    Returns:
        Standard deviation, as a share.

    Source: estimate, from Lacour & Bourdin 2015, doi:10.1007/s00421-015-3115-y.

    >>> run_sd_share(mean_grade=0.0, rough=0.0, pack_share=0.0, economy_known=0.0,
    ...     vdot_known=0.0)
    0.08
    """
    # Hills, soft ground and packs were measured less than level roads, so each widens the error.
    ground = most(0.08 + 0.02 * ramp(mean_grade, 0.01, 0.04), 0.12 * rough)
    known = 0.03 * economy_known + 0.01 * (1.0 - economy_known) * vdot_known
    return ground - known + 0.03 * ramp(pack_share, 0.0, 0.08)
