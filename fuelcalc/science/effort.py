"""How hard a session is: the share of VO2max, from race times and pace or from the effort."""

from collections.abc import Mapping

from fuelcalc.science.numeric import (
    Given,
    N,
    clip,
    exp,
    interpolate,
    is_anywhere,
    known_or,
    power,
)

SHARE_BY_EFFORT: Mapping[str, float] = {
    "recovery": 0.60,
    "easy": 0.68,
    "long": 0.70,
    "steady": 0.75,
    "tempo": 0.86,
    "intervals": 0.90,
    "race": 0.86,
}
"""Share of VO2max by effort, an estimate; a race goes by its duration instead."""

SHARE_BY_REST: Mapping[str, float] = {"jog": 0.60, "walk": 0.40, "stand": 0.25}
"""Share of VO2max between the repeats of an interval session, an estimate."""

EASY_PACE_S_PER_KM = 360.0
"""Pace of an easy run when nothing else is known, an estimate."""

_LOWEST_SHARE = 0.20
# Races of 7 and 24 h as parts of the 0.80 that Daniels' formula has for them.
_LONG_RACE_MIN, _LONG_RACE_PART = (300.0, 420.0, 1440.0), (1.0, 0.64 / 0.80, 0.50 / 0.80)
# The paces that anybody is taken to run: 15:00 to 2:30 a kilometre.
_SLOWEST_M_PER_S, _FASTEST_M_PER_S = 1000.0 / 900.0, 1000.0 / 150.0
# Stands in for an unknown distance, so that every row of many can be computed.
_ANY_KM = 10.0


def daniels_vo2_ml_per_kg_min(*, speed_m_per_s: N) -> N:
    """
    Oxygen that a runner uses at a speed, in ml per kg and minute.

    Source: Daniels & Gilbert 1979, Oxygen Power.

    >>> round(daniels_vo2_ml_per_kg_min(speed_m_per_s=10 / 3), 2)
    36.01
    """
    speed_m_per_min = 60.0 * speed_m_per_s
    return -4.60 + 0.182258 * speed_m_per_min + 0.000104 * speed_m_per_min**2


def daniels_speed_m_per_s(*, vo2_ml_per_kg_min: N) -> N:
    """
    The speed at which a runner uses that much oxygen, in m per second.

    Source: Daniels & Gilbert 1979, Oxygen Power, solved for the speed.

    >>> round(daniels_speed_m_per_s(vo2_ml_per_kg_min=36.01), 2)
    3.33
    """
    root = power(0.182258**2 + 4.0 * 0.000104 * (4.60 + vo2_ml_per_kg_min), 0.5)
    return (root - 0.182258) / (2.0 * 0.000104) / 60.0


def race_share(*, duration_min: N) -> N:
    """
    The share of VO2max that a race of that length can be held at; over 1 below 10 min.

    Races of up to five hours go by Daniels and Gilbert, whose formula stays at 0.80 from there
    on. Longer ones fall to 0.64 at 7 h, an estimate between what was measured over 84.64 km (0.67
    in 6 h) and 80 km (0.58 to 0.60 in 7 h and more), and to the 0.50 of a race of 24 h.

    Source: Daniels & Gilbert 1979, Oxygen Power; Davies & Thompson 1979, doi 10.1007/BF00429740
    and 10.1080/00140137908924699; Myles 1979, doi 10.1136/bjsm.13.1.12.

    >>> round(race_share(duration_min=45.0), 3)
    0.907
    >>> round(race_share(duration_min=720.0), 2)
    0.6
    """
    daniels = (
        0.8 + 0.1894393 * exp(-0.012778 * duration_min) + 0.2989558 * exp(-0.1932605 * duration_min)
    )
    return daniels * interpolate(duration_min, _LONG_RACE_MIN, _LONG_RACE_PART)


def vdot_ml_per_kg_min(*, distance_km: N, duration_min: N) -> N:
    """
    A runner's effective VO2max from one race, in ml per kg and minute.

    Source: Daniels & Gilbert 1979, Oxygen Power; 10 km in 45:00 gives 45.3.

    >>> round(vdot_ml_per_kg_min(distance_km=10.0, duration_min=45.0), 1)
    45.3
    """
    speed_m_per_s = distance_km * 1000.0 / (duration_min * 60.0)
    return daniels_vo2_ml_per_kg_min(speed_m_per_s=speed_m_per_s) / race_share(
        duration_min=duration_min
    )


def pace_share(*, speed_m_per_s: N, cost_ratio: N, vdot: N) -> N:
    """
    The share of VO2max at a speed, for a runner whose race result is known.

    Args:
        speed_m_per_s: Running speed.
        cost_ratio: Cost at this grade and surface over the cost on the level.
        vdot: From `vdot_ml_per_kg_min`.

    Returns:
        Share of VO2max, held between 0.2 and 1.

    Source: estimate, from Daniels & Gilbert 1979.

    >>> round(pace_share(speed_m_per_s=10 / 3, cost_ratio=1.0, vdot=45.26), 3)
    0.796
    """
    vo2 = daniels_vo2_ml_per_kg_min(speed_m_per_s=speed_m_per_s) * cost_ratio
    return clip(vo2 / vdot, _LOWEST_SHARE, 1.0)


def assumed_speed_m_per_s(*, share: N, vdot: N) -> N:
    """
    The pace that an effort means to a runner, when only the effort is known.

    Args:
        share: Share of VO2max of that effort.
        vdot: From `vdot_ml_per_kg_min`, or of `typical_vdot`.

    Returns:
        Speed in m per second.

    Source: estimate, from Daniels & Gilbert 1979.

    >>> round(1000 / assumed_speed_m_per_s(share=0.68, vdot=typical_vdot()))
    360
    """
    return daniels_speed_m_per_s(vo2_ml_per_kg_min=share * vdot)


def typical_vdot() -> float:
    """
    The VDOT at which an easy run is 6:00 a kilometre: stands in for an unknown race result.

    >>> round(typical_vdot(), 1)
    42.2
    """
    speed_m_per_s = 1000.0 / EASY_PACE_S_PER_KM
    return daniels_vo2_ml_per_kg_min(speed_m_per_s=speed_m_per_s) / SHARE_BY_EFFORT["easy"]


def race_speed_m_per_s(*, distance_km: N, vdot: N) -> N:
    """
    The speed at which a runner races a distance.

    Args:
        distance_km: Length of the race.
        vdot: From `vdot_ml_per_kg_min`.

    Returns:
        Speed in m per second, to a relative 1e-9.

    Source: Daniels & Gilbert 1979, Oxygen Power, solved by repeated substitution.

    >>> 1000 * 10 / race_speed_m_per_s(distance_km=10.0, vdot=45.2566) // 60
    45.0
    """
    speed = daniels_speed_m_per_s(vo2_ml_per_kg_min=0.85 * vdot)
    # Between 5 and 7 h each step leaves up to 0.72 of the error, elsewhere less than 0.3.
    for _ in range(80):
        share = race_share(duration_min=distance_km * 1000.0 / speed / 60.0)
        speed = daniels_speed_m_per_s(vo2_ml_per_kg_min=share * vdot)
    return speed


def usual_speed_m_per_s(*, effort_share: N, is_race: N, distance_km: Given[N], vdot: Given[N]) -> N:
    """
    The speed at which somebody runs who said how hard, but not how fast.

    A race of a known distance goes by its length, at the runner's own VDOT where a race result
    is known, else at the typical one; all else by the effort.

    Args:
        effort_share: Share of VO2max of the effort, from `SHARE_BY_EFFORT`; of a race whose
            length in time alone is known, from `race_share`.
        is_race: 1.0 for a race.
        distance_km: How far, where that is known.
        vdot: From a race result, where there is one.

    Returns:
        Speed in m per second, within 15:00 to 2:30 a kilometre.

    Source: estimate, from Daniels & Gilbert 1979.

    >>> none = Given(0.0, 0.0)
    >>> speed = usual_speed_m_per_s(effort_share=0.68, is_race=0.0, distance_km=none, vdot=none)
    >>> round(1000 / speed)
    360
    """
    own_vdot = known_or(vdot, 0.0 * effort_share + typical_vdot())
    by_effort = assumed_speed_m_per_s(share=effort_share, vdot=own_vdot)
    races = is_race * distance_km.known
    if not is_anywhere(races):
        return clip(by_effort, _SLOWEST_M_PER_S, _FASTEST_M_PER_S)
    somewhere = known_or(distance_km, 0.0 * effort_share + _ANY_KM)
    by_race = race_speed_m_per_s(distance_km=somewhere, vdot=own_vdot)
    return clip(known_or(Given(by_race, races), by_effort), _SLOWEST_M_PER_S, _FASTEST_M_PER_S)


def interval_start_cost(*, duration_s: N) -> N:
    """
    The factor for the starts and stops of very short repeats: 1.05 at 25 s, 1 from 35 s on.

    Source: estimate.

    >>> interval_start_cost(duration_s=30.0)
    1.025
    """
    return interpolate(duration_s, (25.0, 35.0), (1.05, 1.0))
