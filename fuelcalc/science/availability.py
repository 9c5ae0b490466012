"""Energy availability: what is left for the body once the training is paid for."""

from fuelcalc.science.numeric import N, blend, clip, log, most
from fuelcalc.science.sources import SOURCES, explains
from fuelcalc.science.waking import DAY_MIN

# Under 30 hormones fell within five days (Loucks & Thuma 2003); 5 more, for the error of both.
CAUTION_KCAL_PER_KG_FFM = 35.0
LOW_KCAL_PER_KG_FFM = 30.0
COVERED_KCAL_PER_KG_FFM = 40.0
"""What a learned expenditure leaves at balance, at the least; an estimate."""

# On a day of so much training; on a shorter one more is left.
_TRAINED_SHARE = 180.0 / DAY_MIN
FIRST_STEP_KCAL = 500.0
"""How much more than usual the first day up from low availability holds, at least."""

RISE_PER_KCAL = 0.5
"""Above 30 kcal/kg each kcal of usual eating lets so many more be eaten today, so nothing jumps."""

SD_KCAL_PER_KG_FFM = 6.5
"""Error of a calculated energy availability, the middle of 5 to 8; an estimate."""


def hall_body_fat_share(*, mass_kg: N, height_cm: N, age_y: N, male: N) -> N:
    """
    Body fat from age, height and mass, when nobody has measured it.

    Returns:
        Share of body mass, held within 0.05 to 0.50 (men) or 0.12 to 0.55 (women).

    Source: Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X.

    >>> round(hall_body_fat_share(mass_kg=62.0, height_cm=168.0, age_y=34.0, male=0.0), 3)
    0.262
    """
    bmi = mass_kg / (height_cm / 100.0) ** 2
    # Hall's fit falls below none at a low BMI, so it is held to what bodies have.
    man = clip(0.14 * age_y + 37.31 * log(bmi) - 103.94, 5.0, 50.0)
    woman = clip(0.14 * age_y + 39.96 * log(bmi) - 102.01, 12.0, 55.0)
    return blend(woman, man, male) / 100.0


@explains(
    energy_availability_kcal_per_kg_ffm=(
        "(intake - exercise) / fat-free mass",
        SOURCES["availability"],
    ),
)
def energy_availability_kcal_per_kg_ffm(*, intake_kcal: N, exercise_kcal: N, ffm_kg: N) -> N:
    """
    Energy availability of a day, in kcal per kg of fat-free mass.

    Args:
        intake_kcal: Energy eaten.
        exercise_kcal: Sessions net of rest.
        ffm_kg: Fat-free mass.

    Source: IOC consensus 2023, doi:10.1136/bjsports-2023-106994.

    >>> round(energy_availability_kcal_per_kg_ffm(
    ...     intake_kcal=2400.0, exercise_kcal=634.0, ffm_kg=63.75), 2)
    27.7
    """
    return (intake_kcal - exercise_kcal) / ffm_kg


@explains(
    safe_intake_kcal=("exercise + max(30 x fat-free mass, resting)", SOURCES["safe-intake"]),
)
def safe_intake_kcal(*, exercise_kcal: N, ffm_kg: N, resting_kcal: N) -> N:
    """
    The least that a training day may be eaten on, in kcal.

    The sessions net of rest, plus the larger of 30 kcal per kg of fat-free mass and resting
    energy.

    Source: estimate, after Loucks & Thuma 2003, doi:10.1210/jc.2002-020369.

    >>> safe_intake_kcal(exercise_kcal=700.0, ffm_kg=50.0, resting_kcal=1450.0)
    2200.0
    """
    return exercise_kcal + most(LOW_KCAL_PER_KG_FFM * ffm_kg, resting_kcal)


def least_pal(*, ffm_kg: N, resting_kcal: N) -> N:
    """
    The daily life that still leaves 40 kcal per kg of fat-free mass at balance.

    A body that has been short of energy spends little, so what is learned of it is no measure of
    what it needs. Holds on days with up to three hours of training, which displace daily life.

    Args:
        ffm_kg: Fat-free mass.
        resting_kcal: Resting energy.

    Source: estimate, after the IOC consensus on REDs 2023, doi:10.1136/bjsports-2023-106994.

    >>> round(least_pal(ffm_kg=50.0, resting_kcal=1600.0), 3)
    1.286
    """
    covered = COVERED_KCAL_PER_KG_FFM * ffm_kg / resting_kcal
    return (covered - _TRAINED_SHARE) / (1.0 - _TRAINED_SHARE)


@explains(
    behind_kcal=(
        "planned - max(usual + 500, safe intake), while usual eating leaves under 30 kcal/kg",
        SOURCES["first-step"],
    ),
)
def held_back_kcal(
    *, planned_kcal: N, usual_kcal: N, usual_availability: N, ffm_kg: N, safe_kcal: N
) -> N:
    """
    What is left out today so that the way up from low availability begins with a step, in kcal.

    Today holds what is usually eaten and 500 kcal, or the safe intake where that is more, so that
    the first step itself never leaves too little. From 30 kcal/kg on it holds half a kcal more for
    each that is usually eaten, until that is the whole day.

    Args:
        planned_kcal: What the day would hold in full.
        usual_kcal: What is eaten on a usual day now.
        usual_availability: What that leaves, in kcal per kg of fat-free mass.
        ffm_kg: Fat-free mass.
        safe_kcal: From `safe_intake_kcal`, of today.

    Source: estimate, after the IOC consensus on REDs 2023, doi:10.1136/bjsports-2023-106994.

    >>> held_back_kcal(planned_kcal=3100.0, usual_kcal=1500.0, usual_availability=19.0,
    ...     ffm_kg=45.0, safe_kcal=2300.0)
    800.0
    """
    # Who is hardly low is held back hardly: the step fades, and the day never jumps.
    above = ffm_kg * most(usual_availability - LOW_KCAL_PER_KG_FFM, 0.0)
    first = most(usual_kcal + FIRST_STEP_KCAL, safe_kcal)
    return most(planned_kcal - first - RISE_PER_KCAL * above, 0.0)
