"""What a file calls a run and nobody runs: too slow or too fast to be one."""

from dataclasses import replace

from fuelcalc.models.found import FoundSession
from fuelcalc.models.sessions import FASTEST_S_PER_KM, SLOWEST_S_PER_KM


def judged(session: FoundSession) -> FoundSession:
    """
    A session as a plan can count it: a run at no running pace is something else.

    Args:
        session: Any.

    Returns:
        The same; a run that is slower or faster than a run may be is none, whatever its sport.
    """
    if session.kind != "run" or not session.distance_km or not session.timer_min:
        return session
    pace_s = session.timer_min * 60.0 / session.distance_km
    if FASTEST_S_PER_KM <= pace_s <= SLOWEST_S_PER_KM:
        return session
    return replace(session, kind="other", notes=(*session.notes, "no-run-pace"))
