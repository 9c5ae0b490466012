"""A run at one pace, from what somebody said of it: any two of distance, pace and duration."""

from typing import Generic, NamedTuple

from fuelcalc.science.effort import race_share
from fuelcalc.science.numeric import Given, N, known_or, least, most

# Stands in for what is unknown, so that every row of many can be computed.
_HAIR = 1e-9


class Outing(NamedTuple, Generic[N]):
    """What was said of a run at one pace."""

    distance_km: Given[N]
    pace_s_per_km: Given[N]
    duration_min: Given[N]


def outing_speed_m_per_s(outing: Outing[N], *, usual_m_per_s: N) -> N:
    """
    How fast a run is: by distance and duration, else by its pace, else as usual.

    Args:
        outing: What was said; a distance or a duration at the least.
        usual_m_per_s: From `effort.usual_speed_m_per_s`.

    Source: arithmetic of what was said; the usual speed is an estimate.

    >>> unknown = Given(0.0, 0.0)
    >>> outing_speed_m_per_s(Outing(Given(9.0, 1.0), unknown, Given(50.0, 1.0)), usual_m_per_s=2.8)
    3.0
    """
    distance, pace, duration = outing
    both = distance.known * duration.known
    timed = distance.value * 1000.0 / (most(duration.value, _HAIR) * 60.0)
    paced = known_or(Given(1000.0 / most(pace.value, _HAIR), pace.known), usual_m_per_s)
    return known_or(Given(timed, both), paced)


def outing_s(outing: Outing[N], *, speed_m_per_s: N) -> N:
    """
    How long a run takes, in seconds: as said, else by its distance and speed.

    Args:
        outing: What was said; a distance or a duration at the least.
        speed_m_per_s: From `outing_speed_m_per_s`.

    Source: arithmetic of what was said.

    >>> unknown = Given(0.0, 0.0)
    >>> outing_s(Outing(Given(9.0, 1.0), unknown, unknown), speed_m_per_s=3.0)
    3000.0
    """
    run = outing.distance_km.value * 1000.0 / most(speed_m_per_s, _HAIR)
    return known_or(Given(outing.duration_min.value * 60.0, outing.duration_min.known), run)


def held_share(*, effort_share: N, is_race: N, duration_min: N) -> N:
    """
    The share of VO2max of a run at one pace: by its effort, a race by how long it is.

    Args:
        effort_share: From `effort.SHARE_BY_EFFORT`.
        is_race: 1.0 for a race.
        duration_min: Length of the run.

    Source: estimate by effort; races as `effort.race_share`, at most 1.

    >>> held_share(effort_share=0.68, is_race=0.0, duration_min=60.0)
    0.68
    """
    return known_or(Given(least(race_share(duration_min=duration_min), 1.0), is_race), effort_share)


def climb_grade(*, climb_m: N, distance_km: N) -> N:
    """
    The mean grade of the half of a run that climbs; the other half descends as much.

    Args:
        climb_m: Metres climbed in all.
        distance_km: Length of the run.

    Source: arithmetic; a route is taken to end where it began.

    >>> climb_grade(climb_m=100.0, distance_km=10.0)
    0.02
    """
    return climb_m / (most(distance_km, _HAIR) * 1000.0 / 2.0)


class Slopes(NamedTuple, Generic[N]):
    """The grade of what climbs, which what descends has with its sign, and how much climbs."""

    grade: N
    climbing_share: N


def slopes(*, climb_m: N, descent_m: N, distance_km: N) -> Slopes[N]:
    """
    A way up and down as two slopes of one grade, as long as what they climb and descend.

    Args:
        climb_m: Metres up in all.
        descent_m: Metres down in all.
        distance_km: Length of the way.

    Returns:
        The grade of both slopes, and the share of the way that climbs; with as much down as up
        it is `climb_grade` on one half.

    Source: arithmetic; no way of that climb and descent has a gentler steepest slope.

    >>> slopes(climb_m=40.0, descent_m=10.0, distance_km=1.0)
    Slopes(grade=0.05, climbing_share=0.8)
    """
    both_m = climb_m + descent_m
    return Slopes(both_m / (most(distance_km, _HAIR) * 1000.0), climb_m / most(both_m, _HAIR))
