"""What a file calls a run and nobody runs: too slow or too fast to be one, or too steep."""

from dataclasses import replace

from fuelcalc.importers.activities.plan_parts import plan_parts
from fuelcalc.models.found import FoundSession
from fuelcalc.models.sessions import FASTEST_S_PER_KM, SLOWEST_S_PER_KM
from fuelcalc.science.running import MOST_GRADE


def judged(session: FoundSession) -> FoundSession:
    """
    A session as a plan can count it: a run at no running pace is something else.

    Args:
        session: Any.

    Returns:
        The same; a run that is slower or faster than a run may be is none, whatever its sport, and
        a climb that is steeper than can be counted is not known.
    """
    if session.kind != "run" or not session.distance_km or not session.timer_min:
        return session
    pace_s = session.timer_min * 60.0 / session.distance_km
    if FASTEST_S_PER_KM <= pace_s <= SLOWEST_S_PER_KM:
        half_m = 1000.0 * session.distance_km / 2.0
        is_steep = (session.climb_m or 0.0) > MOST_GRADE * half_m and not plan_parts(session)
        if not is_steep:
            return session
        return replace(session, climb_m=None, notes=(*session.notes, "too-steep"))
    return replace(session, kind="other", notes=(*session.notes, "no-run-pace"))
