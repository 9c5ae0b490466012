"""Fluid and sodium: how much is sweated, how much of it to drink, and the day's drinks."""

from fuelcalc.science.numeric import (
    Given,
    N,
    clip,
    interpolate,
    known_or,
    least,
    most,
    ramp,
)
from fuelcalc.science.sources import SOURCES, explains

USUAL_TEMPERATURE_DEGC = 18.0
INDOOR_TEMPERATURE_DEGC = 20.0
USUAL_SWEAT_SODIUM_MG_PER_L = 920.0
"""40 mmol/L, the middle of trained runners; an estimate for one person."""

SODIUM_MG = 1500.0
"""Adequate intake of sodium, Dietary Reference Intakes."""

_REPLACED_SODIUM_SHARE = 0.75

BEFORE_LONG_ML_PER_KG = 7.0
"""What is drunk before a long session, however long it is: 5 to 7 ml/kg are advised."""

DRINK_SODIUM_MG_PER_L = 600.0
"""Sodium for a litre drunk on the move: 500 to 700 are advised."""

_MOST_SODIUM_MG_PER_H = 600.0

MOST_ML_PER_H = 800.0
"""The most to drink in any hour outside sessions."""

LONG_MIN = (90.0, 180.0)
"""From so long on a session begins to be no part of any day, and from so long on it is none."""

# The hours that the base is for, and the fewest that hold all of it.
_AWAKE_H, _LEAST_AWAKE_H = 16.0, 10.0
# A glass in the last hour, since more wakes one up again; an hour's drink from 90 min on.
GLASS_ML, _TO_BED_MIN = 250.0, (60.0, 90.0)

# Who races for less than so long does not drink, and a mouthful is not carried.
_RACE_MIN, _LEAST_RACE_L = (45.0, 75.0), 0.1

_HEAT_DEGC = (0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 45.0)
_HEAT_SHARE = (0.36, 0.42, 0.50, 0.59, 0.68, 0.78, 0.90, 1.05, 1.35)
_EVAPORATION_J_PER_L = 2.426e6


def sweat_l_per_h(*, power_w_per_kg: N, mass_kg: N, temperature_degc: N) -> N:
    """
    Sweat from the heat that a session makes, in litres an hour, give or take 35 %.

    Args:
        power_w_per_kg: Gross power over the ground, air left out.
        mass_kg: Body mass.
        temperature_degc: Air temperature; level below 0, extended above 35.

    Returns:
        Sweat rate, held within 0.3 and 2.5 L/h.

    Source: estimate, heat not lost dry has to be evaporated at 2,426 J/g.

    >>> round(sweat_l_per_h(power_w_per_kg=11.48, mass_kg=70.0, temperature_degc=18.0), 2)
    0.77
    """
    share = interpolate(temperature_degc, _HEAT_DEGC, _HEAT_SHARE)
    # The heat that must be evaporated: a share of the power, the larger the warmer the air.
    rate = share * power_w_per_kg * mass_kg * 3600.0 / _EVAPORATION_J_PER_L
    return clip(rate, 0.3, 2.5)


def humid_factor(*, dew_point_degc: N) -> N:
    """
    How much more is sweated than by temperature alone where the air is humid.

    Args:
        dew_point_degc: Dew point of the air: 1.0 up to 15, 1.3 from 24 on.

    Source: estimate; rates predicted from dry heat read 23 to 30 % low in the humid tropics.

    >>> humid_factor(dew_point_degc=19.5)
    1.15
    """
    # In damp air sweat runs off and cools less, so that more is lost.
    return 1.0 + 0.3 * ramp(dew_point_degc, 15.0, 24.0)


@explains(
    fluid_ml=("share of sweat rate x hours, capped", SOURCES["sweat"]),
)
def drink_l_per_h(*, sweat_l_per_h: N, measured: N, duration_min: N) -> N:
    """
    The most to drink on the move, in litres an hour; always less than is sweated.

    A measured rate is followed to 80 %, at most 1.0 L/h. A predicted one to 65 %, at most
    0.8 L/h, which fall to 50 % and 0.6 between three and five hours: 65 % is over the true
    rate in one runner of six, and on long days that is where too much is drunk.

    Args:
        sweat_l_per_h: Sweat rate.
        measured: 1.0 when the athlete measured it, else 0.0.
        duration_min: Length of the session.

    Source: estimate against over-drinking, after Hew-Butler 2015,
    doi:10.1097/JSM.0000000000000221.

    >>> round(drink_l_per_h(sweat_l_per_h=1.2, measured=1.0, duration_min=120.0), 2)
    0.96
    """
    # Less than is sweated, always: who gains weight on the way may come to harm (Almond 2005).
    own = least(0.8 * sweat_l_per_h, 1.0)
    # A predicted rate is too high for one runner in six, and over hours that adds up.
    long = ramp(duration_min, 180.0, 300.0)
    predicted = least((0.65 - 0.15 * long) * sweat_l_per_h, 0.8 - 0.2 * long)
    return predicted + (own - predicted) * measured


def race_drink_l(*, drink_l: N, duration_min: N) -> N:
    """
    What is drunk in a race, in litres: nobody drinks in a short one.

    None up to 45 min, all from 75 on. Under 0.1 L in all it is left out, and whole from 0.15 on.

    Args:
        drink_l: What a run of that length would have.
        duration_min: Length of the race.

    Source: estimate, after Hew-Butler 2015, doi:10.1097/JSM.0000000000000221: under an hour
    nobody needs a drink.

    >>> race_drink_l(drink_l=0.4, duration_min=36.0), race_drink_l(drink_l=0.6, duration_min=60.0)
    (0.0, 0.3)
    """
    litres = drink_l * ramp(duration_min, *_RACE_MIN)
    return least(litres, 3.0 * most(litres - _LEAST_RACE_L, 0.0))


@explains(
    sodium_mg=("600 mg in a litre drunk, from 90 min on, at most 600 mg/h", SOURCES["salt"]),
)
def during_sodium_mg_per_h(
    *, drink_l_per_h: N, sweat_l_per_h: N, sodium_mg_per_l: Given[N], duration_min: N
) -> N:
    """
    Sodium to take in on the move, in mg per hour.

    600 mg with each litre drunk, growing from none at 90 min to all at 150 min (or from 1.0 to
    1.4 L/h of sweat, whichever is more), at most 600 mg/h. Who had their sweat analysed takes
    what their own sweat holds instead, without that limit; nobody more than three quarters of
    the sodium that is sweated.

    Args:
        drink_l_per_h: From `drink_l_per_h`.
        sweat_l_per_h: Sweat rate.
        sodium_mg_per_l: Sodium in a litre of sweat, where it was measured.
        duration_min: Length of the session.

    Source: estimate, from Tiller 2019 (ISSN), doi:10.1186/s12970-019-0312-9, and Barnes 2019,
    doi:10.1080/02640414.2019.1633159.

    >>> during_sodium_mg_per_h(drink_l_per_h=0.5, sweat_l_per_h=0.8,
    ...     sodium_mg_per_l=Given(0.0, 0.0), duration_min=120.0)
    150.0
    """
    share = most(ramp(duration_min, 90.0, 150.0), ramp(sweat_l_per_h, 1.0, 1.4))
    usual = least(drink_l_per_h * DRINK_SODIUM_MG_PER_L, _MOST_SODIUM_MG_PER_H)
    sweated = sodium_mg_per_l.value * least(drink_l_per_h, 0.75 * sweat_l_per_h)
    return known_or(Given(sweated, sodium_mg_per_l.known), usual) * share


@explains(
    fluid_ml=("30 ml/kg, less in long sessions, + during + sweat left", SOURCES["fluid"]),
)
def base_fluid_ml(*, mass_kg: N) -> N:
    """
    The day's drinks before any sweat: 30 ml/kg, held to 1.5 to 3 litres.

    Source: estimate; food adds about a litre of water that is not counted here.

    >>> base_fluid_ml(mass_kg=62.0)
    1860.0
    """
    # Drinks alone: the water in food comes on top.
    return clip(30.0 * mass_kg, 1500.0, 3000.0)


def apart_h(*, duration_min: N, hours_after: N) -> N:
    """
    The hours that are apart from the day's base: those of a long session, and as many after it.

    On the way is drunk what the session asks for, and after it its sweat. None for a session of
    an hour and a half, which is a part of any day; all from three hours on.

    Args:
        duration_min: Length of the session.
        hours_after: From its end to sleep.

    Source: estimate, against over-drinking, as `drink_l_per_h`.

    >>> apart_h(duration_min=90.0, hours_after=8.0), apart_h(duration_min=240.0, hours_after=3.0)
    (0.0, 7.0)
    """
    hours = duration_min / 60.0 * ramp(duration_min, *LONG_MIN)
    return hours + least(hours, hours_after)


def base_share(*, awake_h: N, apart_h: N) -> N:
    """
    How much of the day's base a day keeps: that of its waking hours apart from long sessions.

    The base is for sixteen waking hours, or for all of a shorter day down to ten: a tenth of it is
    enough for an hour, and a day of six hours is one of two. What was not drunk in the hours of a
    marathon is not drunk in the evening on top of its sweat.

    Args:
        awake_h: From waking to sleep.
        apart_h: The sum of `apart_h` over the day's sessions.

    Returns:
        0 to 1; 1 on any day of ten hours and more without a long session.

    Source: estimate, against over-drinking, as `drink_l_per_h`.

    >>> base_share(awake_h=16.0, apart_h=8.0), base_share(awake_h=12.0, apart_h=0.0)
    (0.5, 1.0)
    """
    return clip((awake_h - apart_h) / clip(awake_h, _LEAST_AWAKE_H, _AWAKE_H), 0.0, 1.0)


def kept_fluid_ml(*, mass_kg: N, awake_h: N, apart_h: N) -> N:
    """
    The day's drinks before any sweat, for its waking hours apart from long sessions.

    What is drunk before a long session is kept however long it is.

    Args:
        mass_kg: Body mass.
        awake_h: From waking to sleep.
        apart_h: The sum of `apart_h` over the day's sessions.

    Source: estimate, as `base_share`.

    >>> kept_fluid_ml(mass_kg=60.0, awake_h=16.0, apart_h=8.0)
    900.0
    """
    base = base_fluid_ml(mass_kg=mass_kg)
    whole = base_share(awake_h=awake_h, apart_h=0.0 * apart_h) * base
    kept = base_share(awake_h=awake_h, apart_h=apart_h) * base
    return most(kept, least(BEFORE_LONG_ML_PER_KG * mass_kg, whole))


def most_to_bed_ml(*, minutes: N) -> N:
    """
    The most to drink at once so long before sleep: a glass in the last hour, 0.8 L from 90 min on.

    Args:
        minutes: From drinking to sleep.

    Source: estimate.

    >>> most_to_bed_ml(minutes=60.0), most_to_bed_ml(minutes=75.0), most_to_bed_ml(minutes=90.0)
    (250.0, 525.0, 800.0)
    """
    return GLASS_ML + (MOST_ML_PER_H - GLASS_ML) * ramp(minutes, *_TO_BED_MIN)


@explains(
    sodium_mg=("1,500 mg + 75 % of sweat sodium", SOURCES["sodium"]),
)
def day_sodium_mg(*, sweat_sodium_mg: N) -> N:
    """
    Sodium for the day: the adequate intake and three quarters of what is sweated, in mg.

    Source: estimate, Dietary Reference Intakes and Barnes 2019,
    doi:10.1080/02640414.2019.1633159.

    >>> day_sodium_mg(sweat_sodium_mg=1000.0)
    2250.0
    """
    return SODIUM_MG + _REPLACED_SODIUM_SHARE * sweat_sodium_mg


def owed_sodium_mg(*, sweat_sodium_mg: N, during_sodium_mg: N) -> N:
    """
    Sodium that a session leaves to the meals after it, in mg.

    Args:
        sweat_sodium_mg: What it sweats.
        during_sodium_mg: What is taken on the way.

    Source: estimate, as `day_sodium_mg`.

    >>> owed_sodium_mg(sweat_sodium_mg=1000.0, during_sodium_mg=200.0)
    550.0
    """
    return most(_REPLACED_SODIUM_SHARE * sweat_sodium_mg - during_sodium_mg, 0.0)


def replaced_ml(*, unreplaced_ml: N, hours_to_next: N) -> N:
    """
    What to drink after a session for the sweat not yet replaced.

    A quarter more when the next session is within 12 hours, fading by 14.

    Source: estimate, from 1.25-1.5 L per kg lost, doi:10.4085/1062-6050-52.9.02.

    >>> replaced_ml(unreplaced_ml=800.0, hours_to_next=10.0)
    1000.0
    """
    # A quarter is passed before the next session, if that is within half a day.
    return unreplaced_ml * (1.0 + 0.25 * ramp(hours_to_next, 14.0, 12.0))
