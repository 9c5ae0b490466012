"""Carbohydrate: what sessions oxidise, the day's need, and the doses before, during, after."""

from fuelcalc.science.before import before_limits
from fuelcalc.science.numeric import N, blend, clip, interpolate, least, most, ramp
from fuelcalc.science.sources import SOURCES, explains

# A day at rest; what sessions oxidise comes on top, so that no tier of training makes a step.
BASE_G_PER_KG = 3.0
LIFT_G_PER_KG = 0.5
# More fits into no meals (an estimate); loading studies went to 12.
MOST_G_PER_KG, MOST_LOADING_G_PER_KG = 10.0, 12.0
MOST_AFTER_G_PER_KG = 1.2
"""The most of `after_g` that one feeding should hold; the rest waits for the next."""
FAST_REFUEL_H = 4.0
"""How long stores refill fast: 1.0 to 1.2 g/kg an hour (Burke 2011)."""
USUAL_TOLERANCE_G_PER_H = 60.0
"""What most guts take in on the move from 60 kg on, where nobody trained or measured more."""

# A gram that is burned gives about so much; a gram on a label counts 4.
_KCAL_PER_G_OXIDISED = 4.1
# Estimates: beyond, a dose before training is a second dinner.
_MOST_BEFORE_G, _MOST_BEFORE_RACE_G_PER_KG = 150.0, 3.0
# Fed people burn more at the intensities of easy running (van Loon 1999), nothing but
# carbohydrate from 0.90 of VO2max on (Peric 2016), and lines between.
_FED_MORE, _FED_MORE_STEADY = 0.15, 0.10
_EASY_SHARE, _STEADY_SHARE, _ALL_SHARE = 0.60, 0.75, 0.90
# Under 10 g in all nobody opens a packet; from 15 g on the dose is whole.
_LEAST_DURING_G, _WHOLE_DURING_G = 10.0, 15.0
# A long run that starts soon after waking is fuelled on the way.
_EARLY_G_PER_H, EARLY_FIRST_MIN = 30.0, 15.0
# Over so many hours sweet alone is not got down: food, with some protein (Tiller 2019).
_FOOD_MIN = (300.0, 360.0)
# Half a usual day's protein: the meals of a race of 24 h hold some too.
_DURING_PROTEIN_G_PER_KG_H, _MOST_DURING_PROTEIN_G_PER_KG = 0.1, 0.9
# By the length of a race in minutes, g/kg on the last day and on the one before it.
_EVE_MIN, _EVE_G_PER_KG = (60.0, 90.0, 120.0, 150.0), (3.0, 7.0, 7.5, 9.5)
_SECOND_MIN, _SECOND_G_PER_KG = (100.0, 150.0), (3.0, 7.5)
_MOST_RECOVERY_G_PER_KG = 6.5


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


def fed_share(*, awake_min: N) -> N:
    """
    How far somebody counts as fed at the start of a session, by the time since waking.

    It hangs on waking alone, so that no figure depends on where feedings fall: 0.3 within an
    hour, rising to 1 at two.

    Args:
        awake_min: From waking to the start.

    Source: estimate.

    >>> fed_share(awake_min=30.0), fed_share(awake_min=120.0)
    (0.3, 1.0)
    """
    # By waking and not by meals: the dose must not hang on where feedings fall, which hang on it.
    return 0.3 + 0.7 * ramp(awake_min, 60.0, 120.0)


def fed_carbohydrate_share(*, intensity: N, fed: N) -> N:
    """
    The share of a session's energy from carbohydrate, for somebody who has eaten.

    Rapoport's curve and 0.15 more when fed, easing to 0.10 between 0.60 and 0.75 of VO2max;
    from there a straight line to all of it at 0.90, fasted or fed.

    Args:
        intensity: Share of VO2max, held within 0 and 1.
        fed: From `fed_share`; 0 is an overnight fast.

    Source: estimate, Rapoport 2010, doi:10.1371/journal.pcbi.1000960, with van Loon 1999
    (J Appl Physiol 87:1413) and Peric 2016 (Sports Med Open 2:35).

    >>> round(fed_carbohydrate_share(intensity=0.813, fed=1.0), 2)
    0.83
    """
    more = _FED_MORE + (_FED_MORE_STEADY - _FED_MORE) * ramp(intensity, _EASY_SHARE, _STEADY_SHARE)
    # The curve is followed to 0.75 alone: above it measured people burn more than it has.
    share = carbohydrate_share(intensity=clip(intensity, 0.0, _STEADY_SHARE)) + more * fed
    return share + (1.0 - share) * ramp(intensity, _STEADY_SHARE, _ALL_SHARE)


def oxidised_g(*, gross_kcal: N, intensity: N, fed: N) -> N:
    """
    The carbohydrate that a session burns, in g.

    Args:
        gross_kcal: Everything burned, rest included.
        intensity: Share of VO2max.
        fed: From `fed_share`.

    Source: estimate, as `fed_carbohydrate_share`.

    >>> round(oxidised_g(gross_kcal=749.9, intensity=0.75, fed=0.0))
    110
    """
    share = fed_carbohydrate_share(intensity=intensity, fed=fed)
    return gross_kcal * share / _KCAL_PER_G_OXIDISED


def lift_g(*, duration_min: N, mass_kg: N) -> N:
    """
    The carbohydrate that a lifting session uses: 0.5 g/kg from half an hour on.

    Source: estimate, 30 to 50 g a session; Henselmans 2022, doi:10.3390/nu14040856.

    >>> lift_g(duration_min=60.0, mass_kg=70.0)
    35.0
    """
    # From nothing, so that a lift of a minute moves no day by a step.
    return LIFT_G_PER_KG * mass_kg * ramp(duration_min, 0.0, 30.0)


def most_in_meals_g(*, reference_mass_kg: N, loading: N) -> N:
    """
    The most carbohydrate that a day's meals hold, in g: 10 g/kg, 12 when loading.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> most_in_meals_g(reference_mass_kg=60.0, loading=0.0)
    600.0
    """
    return (MOST_G_PER_KG + (MOST_LOADING_G_PER_KG - MOST_G_PER_KG) * loading) * reference_mass_kg


def need_g(
    *,
    reference_mass_kg: N,
    sessions_g: N,
    session_food_g: N,
    least_g_per_kg: N,
    loading: N,
) -> N:
    """
    The least carbohydrate that the day's training asks for, in g.

    Args:
        reference_mass_kg: From `protein.reference_mass_kg`.
        sessions_g: What all sessions use.
        session_food_g: What is eaten during them; it stands outside the cap of the meals.
        least_g_per_kg: What a coming race or a past one asks for; 0 where none does.
        loading: Share of carbohydrate loading, 0 to 1.

    Returns:
        Carbohydrate in g; in meals at most 10 g/kg, 12 when loading.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> need_g(reference_mass_kg=60.0, sessions_g=100.0, session_food_g=0.0,
    ...     least_g_per_kg=0.0, loading=0.0)
    280.0
    """
    # A race to come or a past one asks for a day's sum, in which today's training is held.
    need = most(BASE_G_PER_KG * reference_mass_kg + sessions_g, least_g_per_kg * reference_mass_kg)
    return least(
        need, most_in_meals_g(reference_mass_kg=reference_mass_kg, loading=loading) + session_food_g
    )


def loading_share(*, race_min: N, days_to_race: N) -> N:
    """
    How far a coming race makes a day one of carbohydrate loading, by the race's length.

    Args:
        race_min: Length of the race.
        days_to_race: 1 for the day before it, 2 for the one before that.

    Source: estimate: none for races of 60 min (100 two days before), whole from 150 min on,
    around the 90 min of Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> loading_share(race_min=105.0, days_to_race=1.0)
    0.5
    """
    eve = ramp(race_min, _EVE_MIN[0], _EVE_MIN[-1])
    second = ramp(race_min, _SECOND_MIN[0], _SECOND_MIN[-1])
    return blend(eve, second, clip(days_to_race - 1.0, 0.0, 1.0))


@explains(
    carbohydrate_g=(
        "7 to 8 g/kg two days before a long race, 9 to 10 the day before",
        SOURCES["loading"],
    ),
)
def loading_g_per_kg(*, race_min: N, days_to_race: N) -> N:
    """
    Carbohydrate of a day before a race at the least, in g per kg of reference mass.

    The day before: nothing for a race of 60 min, 7 g/kg for 90, 7.5 for two hours, 9.5 from two
    and a half hours on. Two days before: 7.5 from two and a half hours on, nothing to 100 min.

    Args:
        race_min: Length of the race.
        days_to_race: 1 for the day before it, 2 for the one before that.

    Returns:
        g/kg; 3 or less asks for nothing beyond the usual day.

    Source: estimate, Atkinson 2011, doi:10.1055/s-0031-1273739, and Burke 2011,
    doi:10.1080/02640414.2011.585473; a half needs less (Sherman 1981).

    >>> loading_g_per_kg(race_min=240.0, days_to_race=1.0)
    9.5
    """
    eve = interpolate(race_min, _EVE_MIN, _EVE_G_PER_KG)
    second = interpolate(race_min, _SECOND_MIN, _SECOND_G_PER_KG)
    return blend(eve, second, clip(days_to_race - 1.0, 0.0, 1.0))


def asked_loading_g_per_kg(*, least_g_per_kg: N, asked_g_per_kg: N, loading: N) -> N:
    """
    Carbohydrate of a day of loading where somebody asks for more, in g per kg of reference mass.

    Args:
        least_g_per_kg: What the race asks for, from `loading_g_per_kg`.
        asked_g_per_kg: What somebody asks for; 0 where nothing is.
        loading: Share of carbohydrate loading, 0 to 1: how far the wish is followed.

    Returns:
        g/kg: as asked for up to 12, and never less than the race asks for.

    Source: Burke 2011, doi:10.1080/02640414.2011.585473: 10 to 12 g/kg a day before long events.

    >>> asked_loading_g_per_kg(least_g_per_kg=9.5, asked_g_per_kg=10.0, loading=1.0)
    10.0
    """
    more = most(least(asked_g_per_kg, MOST_LOADING_G_PER_KG) - least_g_per_kg, 0.0)
    return least_g_per_kg + loading * more


@explains(
    carbohydrate_g=("what yesterday's hardest session burned, up to 6.5 g/kg", SOURCES["recovery"]),
)
def recovery_g_per_kg(*, burned_g_per_kg: N) -> N:
    """
    Carbohydrate of the day after a very long session at the least, in g per kg.

    Args:
        burned_g_per_kg: What yesterday's hardest session burned; a marathon is 7 to 9.

    Returns:
        What was burned, up to 6.5 g/kg; 3 or less asks for nothing beyond the usual day.

    Source: estimate, Burke 2011, doi:10.1080/02640414.2011.585473: stores refill with 6 to 8
    g/kg in a day.

    >>> recovery_g_per_kg(burned_g_per_kg=8.2), recovery_g_per_kg(burned_g_per_kg=4.5)
    (6.5, 4.5)
    """
    return least(burned_g_per_kg, _MOST_RECOVERY_G_PER_KG)


def usual_tolerance_g_per_h(*, mass_kg: N) -> N:
    """
    Carbohydrate that a gut takes an hour where nobody said: 45 g to 50 kg, 60 from 60 kg on.

    Source: estimate, from Ijaz 2024, doi:10.1123/ijsnem.2024-0097: smaller people burn less
    of what they take.

    >>> usual_tolerance_g_per_h(mass_kg=55.0)
    52.5
    """
    # Ijaz 2024 found 33 and 45 g/h burned below and above 70 kg: taken in is more than burned.
    return USUAL_TOLERANCE_G_PER_H - 15.0 * ramp(mass_kg, 60.0, 50.0)


@explains(
    carbohydrate_g=("g/h by length and intensity x hours", SOURCES["during"]),
)
def during_g_per_h(*, duration_min: N, intensity: N, tolerance_g_per_h: N, is_race: N) -> N:
    """
    Carbohydrate to take in on a run, in g per hour; not per kg.

    Nothing up to 60 min, 30 g/h at 90, 60 at 150, from 180 on what is tolerated up to 90; hard
    runs 20 min earlier. Beyond 90 only in races from two and a half hours on.

    Args:
        duration_min: Length of the session.
        intensity: Share of VO2max; hard grows from 0.75 to 0.86.
        tolerance_g_per_h: What the gut is trained to take, or `usual_tolerance_g_per_h`.
        is_race: 1.0 for a race.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> during_g_per_h(duration_min=120.0, intensity=0.7, tolerance_g_per_h=60.0, is_race=0.0)
    45.0
    """
    # A hard run empties the stores sooner, as one that is 20 min longer.
    length = duration_min + 20.0 * ramp(intensity, 0.75, 0.86)
    rate = interpolate(length, (60.0, 90.0, 150.0), (0.0, 30.0, 60.0))
    rate = rate + ramp(length, 150.0, 180.0) * (clip(tolerance_g_per_h, 60.0, 90.0) - 60.0)
    # Over 90 g/h nobody has shown a better result, so that only a race that is long is fed so.
    trained = most(tolerance_g_per_h - 90.0, 0.0) * ramp(duration_min, 150.0, 180.0) * is_race
    return least(rate + trained, tolerance_g_per_h)


def worth_taking_g(*, dose_g: N) -> N:
    """
    A dose on the move, or nothing where it is not worth a packet.

    Under 10 g in all it is left out; it is whole from 15 g on, and a steep line lies between,
    so that a minute more never adds a packet at once.

    Args:
        dose_g: Carbohydrate of the whole session.

    Source: estimate.

    >>> worth_taking_g(dose_g=9.9), worth_taking_g(dose_g=12.0), worth_taking_g(dose_g=15.0)
    (0.0, 6.0, 15.0)
    """
    steep = _WHOLE_DURING_G / (_WHOLE_DURING_G - _LEAST_DURING_G)
    return least(dose_g, steep * most(dose_g - _LEAST_DURING_G, 0.0))


def early_during_g(*, duration_min: N, awake_min: N) -> N:
    """
    The least carbohydrate on a long run that starts soon after waking, in g.

    30 g/h from the 15th minute on for runs from 75 min (nothing at 60), to an hour after
    waking; it fades until two hours.

    Args:
        duration_min: Length of the run.
        awake_min: From waking to the start.

    Source: estimate; seven hours in bed are worth more than a breakfast.

    >>> early_during_g(duration_min=135.0, awake_min=45.0)
    60.0
    """
    hours = most(duration_min - EARLY_FIRST_MIN, 0.0) / 60.0
    # Two hours awake there was time for a breakfast, which makes up for it.
    share = ramp(duration_min, 60.0, 75.0) * ramp(awake_min, 120.0, 60.0)
    return _EARLY_G_PER_H * hours * share


def food_share(*, duration_min: N) -> N:
    """
    How far a session is one on which people eat: none of it to five hours, all from six on.

    Up to a slow marathon gels, sweets and the drink are what a stomach takes.

    Args:
        duration_min: Length of the session.

    Source: estimate, Tiller 2019 (ISSN), doi:10.1186/s12970-019-0312-9, on races over marathons.

    >>> food_share(duration_min=300.0), food_share(duration_min=330.0)
    (0.0, 0.5)
    """
    return ramp(duration_min, *_FOOD_MIN)


@explains(
    protein_g=("0.1 g/kg an hour on sessions over five hours", SOURCES["ultra"]),
)
def during_protein_g(*, duration_min: N, mass_kg: N) -> N:
    """
    Protein to take in on sessions of more than five hours, in g; whole from six hours on.

    Args:
        duration_min: Length of the session.
        mass_kg: Body mass.

    Returns:
        0.1 g/kg for each hour, at most 0.9 g/kg, which leaves the meals as much.

    Source: estimate, Tiller 2019 (ISSN), doi:10.1186/s12970-019-0312-9: 5 to 10 g an hour.

    >>> during_protein_g(duration_min=360.0, mass_kg=60.0)
    36.0
    """
    per_kg = least(_DURING_PROTEIN_G_PER_KG_H * duration_min / 60.0, _MOST_DURING_PROTEIN_G_PER_KG)
    return per_kg * mass_kg * food_share(duration_min=duration_min)


@explains(
    carbohydrate_g=("g/kg by minutes left x need of the session", SOURCES["before"]),
)
def before_g(
    *,
    minutes: N,
    mass_kg: N,
    session_g: N,
    intensity: N,
    duration_min: N,
    fed: N,
    is_race: N,
) -> N:
    """
    Carbohydrate before a session, in g without fibre.

    Args:
        minutes: From the feeding to the start.
        mass_kg: Body mass.
        session_g: What the session uses; 1 g/kg or more asks for the full dose, and the
            dose never falls below 0.3 of it for that reason.
        intensity: Share of VO2max.
        duration_min: Length of the session; from 90 min to 150 the dose moves from the middle of
            its row towards the upper figure, races apart, whose breakfast stands hours before.
        fed: 1.0 when a recent meal still fuels the session: up to an hour an easy session
            then needs nothing and a hard one half; from 90 min on the dose is full.
        is_race: 1.0 for a race, before which 3 g/kg sit well; else at most 150 g.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> before_g(minutes=60.0, mass_kg=60.0, session_g=60.0, intensity=0.7,
    ...     duration_min=90.0, fed=1.0, is_race=0.0)
    45.0
    """
    limits = before_limits(minutes=minutes, mass_kg=mass_kg)
    # Short and easy sessions burn little, and want no full dose.
    need = clip(session_g / mass_kg, 0.3, 1.0)
    easy = ramp(intensity, 0.82, 0.68)
    short = ramp(duration_min, 90.0, 60.0)
    most_g = _MOST_BEFORE_G + is_race * (
        most(_MOST_BEFORE_RACE_G_PER_KG * mass_kg, _MOST_BEFORE_G) - _MOST_BEFORE_G
    )
    long = ramp(duration_min, 90.0, 150.0) * (1.0 - is_race)
    dose_g_per_kg = blend(limits.carbohydrate_g_per_kg, limits.long_g_per_kg, long)
    dose = least(dose_g_per_kg * mass_kg * need, most_g)
    return dose * (1.0 - fed * short * (0.5 + 0.5 * easy))


def stored_after_g(*, hours: N, mass_kg: N) -> N:
    """
    What is stored at most in the hours after a very long session, in g.

    1.2 g/kg for each of the first four hours, and half as much for each one after them.

    Args:
        hours: From its end to sleep.
        mass_kg: Body mass.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> stored_after_g(hours=6.0, mass_kg=50.0)
    300.0
    """
    quick, slow = least(hours, FAST_REFUEL_H), most(hours - FAST_REFUEL_H, 0.0)
    return MOST_AFTER_G_PER_KG * mass_kg * (quick + 0.5 * slow)


@explains(
    carbohydrate_g=("session use by hours to the next, or a share of the day", SOURCES["after"]),
)
def after_g(*, session_g: N, mass_kg: N, hours_to_next: N, next_g: N) -> N:
    """
    Carbohydrate to take in the hours after a session, in g without fibre.

    1.1 g/kg for each hour until the next session that needs it, four at most, as far as the two
    sessions burn so much, when the next is within 8 hours; from there it fades to nothing at
    24, when the day's total is what counts. One feeding holds at most 1.2 g/kg of it.

    Args:
        session_g: What the session used.
        mass_kg: Body mass.
        hours_to_next: From the end to the next start; 24 or more when there is none.
        next_g: What the next session uses; below 0.4 g/kg there is no hurry.

    Source: estimate, from Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> after_g(session_g=150.0, mass_kg=66.0, hours_to_next=4.8, next_g=150.0)
    290.40000000000003
    """
    # Before a next session that is a day away, or burns little, the meals refill in time anyway.
    urgency = ramp(hours_to_next, 24.0, 8.0) * ramp(next_g / mass_kg, 0.4, 1.0)
    fast = 1.1 * mass_kg * clip(hours_to_next, 0.0, FAST_REFUEL_H)
    return least(session_g + next_g, fast) * urgency
