"""Heat and cold: what the air of a day asks of its sessions outdoors."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.notes import Note
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.planning.words import note
from fuelcalc.science import heat

_COLD_DEGC = -15.0
# From an hour on a session counts like a hard one.
_HOUR_MIN = 60.0
MARATHON_KM = 42.0


class HeatLimits(NamedTuple):
    """Wet-bulb globe temperatures from which to take care, and from which to stay away."""

    caution_degc: float
    danger_degc: float


# Flags of ACSM road races (red 23, black 28), and for marathons Roberts 2010.
HARD: Final = HeatLimits(23.0, 28.0)
EASY: Final = HeatLimits(26.0, 30.0)
MARATHON: Final = HeatLimits(17.0, 20.5)


def weather_notes(athlete: Athlete, day: Day, sessions: Sequence[Trained]) -> Iterator[Note]:
    """
    Say at which sessions it is too hot, or very cold.

    Args:
        athlete: Who trains, and whether used to heat.
        day: Where the humidity stands.
        sessions: Of that day; indoors, and where the air is unknown, there is nothing to say.
    """
    is_given = day.humidity_share is not None or day.dew_point_degc is not None
    humidity = "given" if is_given else "assumed"
    for session in sessions:
        air = session.air_degc
        if air is None:
            continue
        felt = heat.wbgt_degc(temperature_degc=air, vapour_hpa=_vapour_hpa(day, air))
        limits = heat_limits(athlete, session)
        if felt >= limits.caution_degc:
            yield note(
                "heat-danger" if felt >= limits.danger_degc else "heat",
                session=session.name,
                wbgt_degc=felt,
                air_degc=air,
                humidity=humidity,
                going="race" if session.is_race else "training",
            )
        if air < _COLD_DEGC:
            yield note("cold", session=session.name, air_degc=air)


def heat_limits(athlete: Athlete, session: Trained) -> HeatLimits:
    """From where on heat matters at a session."""
    is_marathon = session.is_race and (session.distance_km or 0.0) >= MARATHON_KM
    # Heat of the body comes from the work: an easy half-hour bears more sun than a race.
    limits = HARD if session.is_hard or session.minutes >= _HOUR_MIN else EASY
    if is_marathon and not athlete.heat_acclimatised:
        limits = MARATHON
    # The heat of the body does harm to a child to come before it does to its mother.
    is_pregnant = "pregnant" in athlete.conditions
    return limits._replace(danger_degc=limits.caution_degc) if is_pregnant else limits


def _vapour_hpa(day: Day, air_degc: float) -> float:
    """The water in the air: by its dew point, else by its humidity, else by a usual one."""
    if day.dew_point_degc is not None:
        return heat.saturation_hpa(temperature_degc=day.dew_point_degc)
    share = heat.USUAL_HUMIDITY_SHARE if day.humidity_share is None else day.humidity_share
    return share * heat.saturation_hpa(temperature_degc=air_degc)
