"""What is taken on the move: how many units, at which minutes, and how much at a station."""

from math import floor, inf

from fuelcalc.science.sources import SOURCES, explains

# The first gel waits until the stomach has settled into the run.
_FIRST_MIN = 20.0
LAST_MIN = 15.0
"""Nothing that is taken later than so long before the end still helps."""

STATION_KM = 5.0
"""How far aid stations are apart on most courses: about 5 km by the rules of World Athletics."""

MARATHON_KM = 42.3
"""A marathon, and a hair: a road race that is longer counts as an ultra, which fills bottles."""

BOTTLE_ML, MOST_BOTTLES = 500.0, 2
"""What people carry on a run, and how many of them at once; an estimate."""

LARGE_BOTTLE_ML = 600.0
"""What there is to be bought where a sip more than two of those hold is drunk; an estimate."""

# A sip is half a glass, and in whole five minutes; about so often where there is enough.
_SIP_ML, _USUAL_SIP_MIN, _SIP_STEP_MIN = 100.0, 20.0, 5.0

SODIUM_SHARE = 0.25
"""How far the sodium of what is taken may be from what was asked for."""

SALT_CAPSULE_MG = 215.0
"""Sodium of a usual salt capsule."""

MOST_DRINK_SHARE = 0.08
"""The most carbohydrate in a drink, in g per ml: stronger ones stay in the stomach."""


def units_on_the_way(
    *, duration_min: float, rate_g_per_h: float, unit_g: float
) -> tuple[float, ...]:
    """
    When to take gels, or other units of the same size.

    Args:
        duration_min: Length of the session.
        rate_g_per_h: Carbohydrate to come from the units, from the 20th minute on.
        unit_g: Carbohydrate of one.

    Returns:
        Minutes from the start, evenly spaced; none where not even half a unit is asked for.

    Source: estimate, rounded from what sells: a median gel holds 23 g (217 gels of 65 brands).

    >>> [round(t) for t in units_on_the_way(duration_min=210.0, rate_g_per_h=60.0, unit_g=25.0)]
    [23, 47, 70, 93, 117, 140, 163, 187]
    """
    dose_g = rate_g_per_h * max(duration_min - _FIRST_MIN, 0.0) / 60.0
    return even_minutes(floor(dose_g / unit_g + 0.5), duration_min=duration_min)


def even_minutes(number: int, *, duration_min: float) -> tuple[float, ...]:
    """
    So many moments that part a session into even pieces.

    Args:
        number: How many.
        duration_min: Length of the session.

    Source: estimate.

    >>> even_minutes(2, duration_min=105.0)
    (35.0, 70.0)
    """
    return tuple(duration_min * place / (number + 1) for place in range(1, number + 1))


def most_moments(*, duration_min: float) -> int:
    """
    The most even moments of which the last is a quarter of an hour before the end, at least one.

    Args:
        duration_min: Length of the session.

    Source: estimate.

    >>> most_moments(duration_min=105.0)
    6
    """
    return max(floor(duration_min / LAST_MIN + 1e-9) - 1, 1)


def sip_minutes(*, duration_min: float, drink_ml: float) -> tuple[float, ...]:
    """
    When to drink: every 20 minutes, or further apart in steps of five so that a sip is 100 ml.

    Args:
        duration_min: Length of the session.
        drink_ml: What is drunk in all; without any, when a capsule is swallowed.

    Returns:
        Minutes from the start, the last a quarter of an hour before the end; the middle of a
        session that is too short for any.

    Source: estimate.

    >>> sip_minutes(duration_min=100.0, drink_ml=800.0)
    (20.0, 40.0, 60.0, 80.0)
    >>> sip_minutes(duration_min=100.0, drink_ml=250.0)
    (30.0, 60.0)
    """
    until = max(duration_min - LAST_MIN, 0.0)
    most_sips = max(drink_ml / _SIP_ML, 1.0) if drink_ml > 0.0 else inf
    apart = _USUAL_SIP_MIN
    while floor(until / apart) > most_sips:
        apart += _SIP_STEP_MIN
    number = floor(until / apart)
    return tuple(apart * k for k in range(1, number + 1)) or even_minutes(
        1, duration_min=duration_min
    )


def refill_minutes(*, duration_min: float, drink_ml: float) -> tuple[float, ...]:
    """
    Before which sips the bottles that somebody carries have to be filled again.

    A sip that they no longer hold whole is not taken from them: 100 ml are no 180.

    Args:
        duration_min: Length of the session.
        drink_ml: What is drunk in all, in the moments of `sip_minutes`.

    Returns:
        Minutes from the start, evenly apart; none where the bottles hold all of the drink.

    Source: estimate.

    >>> refill_minutes(duration_min=167.5, drink_ml=1250.0)
    (120.0,)
    """
    at_once_ml = MOST_BOTTLES * BOTTLE_ML
    if drink_ml <= at_once_ml:
        return ()
    sips = sip_minutes(duration_min=duration_min, drink_ml=drink_ml)
    whole = max(floor(at_once_ml * len(sips) / drink_ml + 1e-9), 1)
    again = sips[whole::whole]
    # Nobody stops at a tap a second time for the last sip, where larger bottles hold it.
    holds_last = (whole + 1) * drink_ml / len(sips) <= MOST_BOTTLES * LARGE_BOTTLE_ML
    return tuple(again[:-1] if len(again) > 1 and again[-1] == sips[-1] and holds_last else again)


@explains(
    station_ml=("drink in an hour / speed x distance between stations", SOURCES["on-the-way"]),
)
def station_ml(*, drink_l_per_h: float, apart_km: float, speed_km_per_h: float) -> float:
    """
    What to drink at each aid station, in ml.

    Args:
        drink_l_per_h: The most to drink in an hour.
        apart_km: From one station to the next.
        speed_km_per_h: Mean speed; above 0.

    Source: estimate; stations stand about every 5 km by the rules of World Athletics.

    >>> round(station_ml(drink_l_per_h=0.6, apart_km=5.0, speed_km_per_h=42.195 / 3.5))
    249
    """
    return 1000.0 * drink_l_per_h * apart_km / speed_km_per_h


def sodium_band_mg(*, sodium_mg: float) -> float:
    """
    How far what is taken may be from the sodium that was asked for, in mg.

    A quarter of it, and never less than half a salt capsule, which nothing doses finer.

    Args:
        sodium_mg: What was asked for.

    Source: estimate.

    >>> sodium_band_mg(sodium_mg=1000.0), sodium_band_mg(sodium_mg=100.0)
    (250.0, 107.5)
    """
    return max(SODIUM_SHARE * sodium_mg, 0.5 * SALT_CAPSULE_MG)
