"""Carbohydrate: what sessions oxidise, the day's need, and the doses before, during, after."""

from fuelcalc.science.before import before_limits
from fuelcalc.science.numeric import N, blend, clip, interpolate, least, most, ramp
from fuelcalc.science.sources import SOURCES, explains

BASE_G_PER_KG = 3.0
LIFT_G_PER_KG = 0.5
MOST_G_PER_KG, MOST_LOADING_G_PER_KG = 10.0, 12.0
LOADING_G_PER_KG = 9.0
_KCAL_PER_G_OXIDISED = 4.1
_MOST_BEFORE_G = 150.0
_MOST_AFTER_G_PER_KG = 1.2


def carbohydrate_share(*, intensity: N) -> N:
    """
    The share of a session's energy that comes from carbohydrate.

    Args:
        intensity: Share of VO2max, held within 0 and 1.

    Source: Rapoport 2010, doi:10.1371/journal.pcbi.1000960.

    >>> round(carbohydrate_share(intensity=0.75), 3)
    0.6
    """
    i = clip(intensity, 0.0, 1.0)
    return clip(0.565973 * i * i + 0.376443 * i - 0.000296, 0.0, 1.0)


def oxidised_g(*, gross_kcal: N, intensity: N) -> N:
    """
    The carbohydrate that a session burns, in g.

    Source: Rapoport 2010, doi:10.1371/journal.pcbi.1000960.

    >>> round(oxidised_g(gross_kcal=749.9, intensity=0.75))
    110
    """
    return gross_kcal * carbohydrate_share(intensity=intensity) / _KCAL_PER_G_OXIDISED


def lift_g(*, duration_min: N, mass_kg: N) -> N:
    """
    The carbohydrate that a lifting session uses: 0.5 g/kg from half an hour on.

    Source: estimate, 30 to 50 g a session; Henselmans 2022, doi:10.3390/nu14040856.

    >>> lift_g(duration_min=60.0, mass_kg=70.0)
    35.0
    """
    return LIFT_G_PER_KG * mass_kg * ramp(duration_min, 0.0, 30.0)


def need_g(*, reference_mass_kg: N, sessions_g: N, loading: N) -> N:
    """
    The least carbohydrate that the day's training asks for, in g.

    Args:
        reference_mass_kg: From `protein.reference_mass_kg`.
        sessions_g: What all sessions use.
        loading: Share of carbohydrate loading, 0 to 1; full loading asks for 9 g/kg.

    Returns:
        Carbohydrate in g, at most 12 g/kg: more than that nobody can eat in a day.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> need_g(reference_mass_kg=60.0, sessions_g=100.0, loading=0.0)
    280.0
    """
    usual = BASE_G_PER_KG * reference_mass_kg + sessions_g
    usual = least(usual, MOST_LOADING_G_PER_KG * reference_mass_kg)
    return blend(usual, most(usual, LOADING_G_PER_KG * reference_mass_kg), loading)


@explains(
    carbohydrate_g=("up to 9 g/kg before a long race", SOURCES["loading"]),
)
def loading_share(*, race_min: N) -> N:
    """
    How much of a carbohydrate loading a coming race asks for, by its length.

    Source: estimate, full from 120 min and none to 60, around the 90 min of Burke 2011.

    >>> loading_share(race_min=90.0)
    0.5
    """
    return ramp(race_min, 60.0, 120.0)


@explains(
    carbohydrate_g=("g/h by length and intensity x hours", SOURCES["during"]),
)
def during_g_per_h(*, duration_min: N, intensity: N, tolerance_g_per_h: N) -> N:
    """
    Carbohydrate to take in on a run, in g per hour; not per kg.

    Nothing up to 60 min, 30 g/h at 90, 60 at 150, 75 from 180 on; hard runs 20 min earlier.

    Args:
        duration_min: Length of the session.
        intensity: Share of VO2max; hard grows from 0.75 to 0.86.
        tolerance_g_per_h: What the gut is trained to take; 60 unless the athlete says more.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> during_g_per_h(duration_min=120.0, intensity=0.7, tolerance_g_per_h=60.0)
    45.0
    """
    length = duration_min + 20.0 * ramp(intensity, 0.75, 0.86)
    rate = interpolate(length, (60.0, 90.0, 150.0, 180.0), (0.0, 30.0, 60.0, 75.0))
    return least(rate, tolerance_g_per_h)


@explains(
    carbohydrate_g=("g/kg by minutes left x need of the session", SOURCES["before"]),
)
def before_g(*, minutes: N, mass_kg: N, session_g: N, intensity: N, duration_min: N, fed: N) -> N:
    """
    Carbohydrate before a session, in g without fibre.

    Args:
        minutes: From the feeding to the start.
        mass_kg: Body mass.
        session_g: What the session uses; 1 g/kg or more asks for the full dose, and the
            dose never falls below 0.3 of it for that reason.
        intensity: Share of VO2max.
        duration_min: Length of the session.
        fed: 1.0 when a recent meal still fuels the session: up to an hour an easy session
            then needs nothing and a hard one half; from 90 min on the dose is full.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> before_g(minutes=60.0, mass_kg=60.0, session_g=60.0, intensity=0.7,
    ...     duration_min=90.0, fed=1.0)
    45.0
    """
    limits = before_limits(minutes=minutes, mass_kg=mass_kg)
    need = clip(session_g / mass_kg, 0.3, 1.0)
    easy = ramp(intensity, 0.82, 0.68)
    short = ramp(duration_min, 90.0, 60.0)
    dose = least(limits.carbohydrate_g_per_kg * mass_kg * need, _MOST_BEFORE_G)
    return dose * (1.0 - fed * short * (0.5 + 0.5 * easy))


@explains(
    carbohydrate_g=("session use by hours to the next, or a share of the day", SOURCES["after"]),
)
def after_g(*, session_g: N, mass_kg: N, hours_to_next: N, next_g: N) -> N:
    """
    Carbohydrate to take soon after a session, in g without fibre.

    What the session used, at most 1.1 g/kg for each hour until the next (four at most) and
    1.2 g/kg in one feeding, when the next session that needs it is within 8 hours; from
    there it fades to nothing at 24, when the day's total is what counts.

    Args:
        session_g: What the session used.
        mass_kg: Body mass.
        hours_to_next: From the end to the next start; 24 or more when there is none.
        next_g: What the next session uses; below 0.2 g/kg there is no hurry.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> after_g(session_g=60.0, mass_kg=60.0, hours_to_next=5.0, next_g=60.0)
    60.0
    """
    urgency = ramp(hours_to_next, 24.0, 8.0) * ramp(next_g / mass_kg, 0.2, 0.6)
    fast = 1.1 * mass_kg * clip(hours_to_next, 0.0, 4.0)
    dose = least(least(session_g, fast), _MOST_AFTER_G_PER_KG * mass_kg)
    return dose * urgency
