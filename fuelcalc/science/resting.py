"""
What the body spends at rest: published equations, and the blend that fuelcalc uses.

Sources differ by up to 15 % for the same person, so each equation stays selectable by name
(`EQUATIONS`) and says whom it was fitted on.
"""

from collections.abc import Mapping

from fuelcalc.science.numeric import N, at_least, blend, is_anywhere, most, ramp
from fuelcalc.science.sources import SOURCES, Equation

MEASURED_SD_SHARE = 0.04
"""Day-to-day and instrument error of indirect calorimetry."""


def mifflin_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N) -> N:
    """
    Resting energy of an adult, from size, age and sex.

    Args:
        mass_kg: Body mass.
        height_cm: Standing height.
        age_y: Age; fitted on 19 to 78.
        male: 1.0 male, 0.0 female; picks the intercept.

    Returns:
        Resting metabolic rate in kcal per day, shaped like the arguments.

    Source: Mifflin et al. 1990, doi:10.1093/ajcn/51.2.241, n = 498.

    >>> mifflin_kcal_per_day(mass_kg=70.0, height_cm=175.0, age_y=30.0, male=1.0)
    1648.75
    """
    return 10.0 * mass_kg + 6.25 * height_cm - 5.0 * age_y + 166.0 * male - 161.0


def mifflin_unrounded_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N) -> N:
    """
    The same fit before its authors rounded it.

    Returns:
        Resting metabolic rate in kcal per day, shaped like the arguments.

    Source: Mifflin et al. 1990, doi:10.1093/ajcn/51.2.241.

    >>> round(mifflin_unrounded_kcal_per_day(
    ...     mass_kg=68.0, height_cm=178.0, age_y=25.0, male=0.0), 2)
    1507.82
    """
    return 9.99 * mass_kg + 6.25 * height_cm - 4.92 * age_y + 166.0 * male - 161.0


def mifflin_ffm_kcal_per_day(*, ffm_kg: N) -> N:
    """
    Resting energy from fat-free mass, in kcal per day.

    Source: Mifflin et al. 1990, doi:10.1093/ajcn/51.2.241.

    >>> mifflin_ffm_kcal_per_day(ffm_kg=50.0)
    1398.0
    """
    return 19.7 * ffm_kg + 413.0


def roza_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N) -> N:
    """
    Resting energy by the Harris-Benedict data as re-fitted in 1984, in kcal per day.

    Source: Roza & Shizgal 1984, doi:10.1093/ajcn/40.1.168, n = 337.

    >>> round(roza_kcal_per_day(mass_kg=75.0, height_cm=178.0, age_y=30.0, male=1.0), 1)
    1777.0
    """
    man = 88.362 + 13.397 * mass_kg + 4.799 * height_cm - 5.677 * age_y
    woman = 447.593 + 9.247 * mass_kg + 3.098 * height_cm - 4.330 * age_y
    return blend(woman, man, male)


def cunningham1980_kcal_per_day(*, ffm_kg: N) -> N:
    """
    Resting energy from lean mass, 1980 form, in kcal per day.

    Source: Cunningham 1980, doi:10.1093/ajcn/33.11.2372, n = 223.

    >>> cunningham1980_kcal_per_day(ffm_kg=63.75)
    1902.5
    """
    return 500.0 + 22.0 * ffm_kg


def cunningham1991_kcal_per_day(*, ffm_kg: N) -> N:
    """
    Resting energy from fat-free mass, 1991 form (also sold as "Katch-McArdle").

    Returns:
        Resting metabolic rate in kcal per day, shaped like the argument.

    Source: Cunningham 1991, doi:10.1093/ajcn/54.6.963.

    >>> cunningham1991_kcal_per_day(ffm_kg=63.75)
    1747.0
    """
    return 370.0 + 21.6 * ffm_kg


def tenhaaf_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N) -> N:
    """
    Resting energy of recreational athletes from size, age and sex, in kcal per day.

    Source: ten Haaf & Weijs 2014, doi:10.1371/journal.pone.0108460, n = 90 (height in metres
    in the paper).

    >>> round(tenhaaf_kcal_per_day(mass_kg=75.0, height_cm=178.0, age_y=30.0, male=1.0), 1)
    1917.8
    """
    return 11.936 * mass_kg + 587.728 * height_cm / 100.0 - 8.129 * age_y + 191.027 * male + 29.279


def tenhaaf_ffm_kcal_per_day(*, ffm_kg: N) -> N:
    """
    Resting energy of recreational athletes from fat-free mass, in kcal per day.

    Source: ten Haaf & Weijs 2014, doi:10.1371/journal.pone.0108460, n = 90.

    >>> round(tenhaaf_ffm_kcal_per_day(ffm_kg=63.75), 1)
    1935.9
    """
    return 22.771 * ffm_kg + 484.264


_HENRY_EDGES = (18.0, 30.0, 60.0)
_HENRY_MALE = (
    (15.6, 266.0, 299.0),
    (14.4, 313.0, 113.0),
    (11.4, 541.0, -137.0),
    (11.4, 541.0, -256.0),
)
_HENRY_FEMALE = (
    (9.40, 249.0, 462.0),
    (10.4, 615.0, -282.0),
    (8.18, 502.0, -11.6),
    (8.52, 421.0, 10.7),
)
_HENRY_MASS_EDGES = (30.0, 60.0, 70.0)
_HENRY_MASS_MALE = ((16.0, 545.0), (14.2, 593.0), (13.0, 567.0), (13.7, 481.0))
_HENRY_MASS_FEMALE = ((13.1, 558.0), (9.74, 694.0), (10.2, 572.0), (10.0, 577.0))


def _by_age(age_y: N, edges: tuple[float, ...], values: list[N]) -> N:
    """Pick each row's age band; a band starts at its lower edge."""
    result = values[0]
    for edge, value in zip(edges, values[1:], strict=True):
        result = blend(result, value, at_least(age_y, edge))
    return result


def henry_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N) -> N:
    """
    Basal energy from the Oxford database, by age band, in kcal per day.

    Bands start at 10, 18, 30 and 60 years; exactly 30 belongs to the older band.

    Source: Henry 2005, doi:10.1079/PHN2005801, about 10,500 people (height in metres).

    >>> round(henry_kcal_per_day(mass_kg=75.0, height_cm=178.0, age_y=30.0, male=1.0), 1)
    1681.0
    """
    height_m = height_cm / 100.0
    man = [a * mass_kg + b * height_m + c for a, b, c in _HENRY_MALE]
    woman = [a * mass_kg + b * height_m + c for a, b, c in _HENRY_FEMALE]
    return blend(_by_age(age_y, _HENRY_EDGES, woman), _by_age(age_y, _HENRY_EDGES, man), male)


def henry_mass_kcal_per_day(*, mass_kg: N, age_y: N, male: N) -> N:
    """
    Basal energy from mass alone by age band, adults, in kcal per day.

    Source: Henry 2005, doi:10.1079/PHN2005801.

    >>> henry_mass_kcal_per_day(mass_kg=70.0, age_y=25.0, male=1.0)
    1665.0
    """
    man = [a * mass_kg + b for a, b in _HENRY_MASS_MALE]
    woman = [a * mass_kg + b for a, b in _HENRY_MASS_FEMALE]
    edges = _HENRY_MASS_EDGES
    return blend(_by_age(age_y, edges, woman), _by_age(age_y, edges, man), male)


def delorenzo_kcal_per_day(*, mass_kg: N, height_cm: N) -> N:
    """
    Resting energy of male athletes from mass and height, in kcal per day.

    Source: De Lorenzo et al. 1999, J Sports Med Phys Fitness 39:213-9, n = 51 men.

    >>> round(delorenzo_kcal_per_day(mass_kg=75.0, height_cm=178.0), 1)
    1900.6
    """
    return 9.0 * mass_kg + 11.7 * height_cm - 857.0


def tinsley_ffm_kcal_per_day(*, ffm_kg: N) -> N:
    """
    Resting energy of muscular physique athletes from fat-free mass, in kcal per day.

    Source: Tinsley et al. 2019, doi:10.1139/apnm-2018-0412, n = 27.

    >>> round(tinsley_ffm_kcal_per_day(ffm_kg=63.75), 1)
    1935.1
    """
    return 25.9 * ffm_kg + 284.0


def tinsley_mass_kcal_per_day(*, mass_kg: N) -> N:
    """
    Resting energy of muscular physique athletes from body mass, in kcal per day.

    Source: Tinsley et al. 2019, doi:10.1139/apnm-2018-0412, n = 27.

    >>> tinsley_mass_kcal_per_day(mass_kg=75.0)
    1870.0
    """
    return 24.8 * mass_kg + 10.0


def blended_from_ffm_kcal_per_day(*, ffm_kg: N, body_fat_share: N, male: N, lifts_per_week: N) -> N:
    """
    Resting energy when body fat is known: the mean of the two athlete equations.

    A third, fitted on lean physique athletes, joins with a weight that grows from 14 % body
    fat (men) or 22 % (women) down to 10 % or 18 %, for people who lift four times a week.

    Returns:
        Resting metabolic rate in kcal per day, shaped like the arguments.

    Source: estimate, from ten Haaf & Weijs 2014, doi:10.1371/journal.pone.0108460,
    Cunningham 1980 and Tinsley 2019.

    >>> round(blended_from_ffm_kcal_per_day(
    ...     ffm_kg=48.36, body_fat_share=0.22, male=0.0, lifts_per_week=3.0), 1)
    1574.7
    """
    lean = ramp(body_fat_share - blend(0.0 * male + 0.22, 0.0 * male + 0.14, male), 0.0, -0.04)
    weight = lean * at_least(lifts_per_week, 4.0)
    total = (
        tenhaaf_ffm_kcal_per_day(ffm_kg=ffm_kg)
        + cunningham1980_kcal_per_day(ffm_kg=ffm_kg)
        + weight * tinsley_ffm_kcal_per_day(ffm_kg=ffm_kg)
    )
    return total / (2.0 + weight)


def mifflin_share(*, age_y: N, bmi: N, sessions_per_week: N) -> N:
    """
    How far somebody is from the athletes that ten Haaf measured: 0 is one of them, 1 is not.

    The largest of three shares: age 35 to 65, BMI 27 to 42, sessions a week 3 down to 1. The
    ramp by BMI is that wide because ten Haaf's line lies up to 280 kcal above Mifflin's where it
    runs: a shorter one would take resting energy away from somebody who gains mass.

    Source: estimate, from the populations of ten Haaf & Weijs 2014 and Mifflin 1990.

    >>> mifflin_share(age_y=50.0, bmi=22.0, sessions_per_week=5.0)
    0.5
    """
    return most(
        most(ramp(age_y, 35.0, 65.0), ramp(bmi, 27.0, 42.0)), ramp(sessions_per_week, 3.0, 1.0)
    )


def adult_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N) -> N:
    """
    Resting energy of adults of any kind: Mifflin, and from 60 on its mean with Henry.

    Mifflin alone reads low in old women; Henry joins over the ten years from 60, and the mean
    stays beyond 78, where Mifflin's fit ends.

    Returns:
        Resting metabolic rate in kcal per day, shaped like the arguments.

    Source: estimate, from Mifflin 1990, doi:10.1093/ajcn/51.2.241, and Henry 2005,
    doi:10.1079/PHN2005801.

    >>> round(adult_kcal_per_day(mass_kg=60.0, height_cm=160.0, age_y=75.0, male=0.0), 2)
    1129.75
    """
    size = {"mass_kg": mass_kg, "height_cm": height_cm, "age_y": age_y, "male": male}
    mifflin = mifflin_kcal_per_day(**size)
    # Over ten years, so that no birthday moves the energy by a step.
    henry_share = 0.5 * ramp(age_y, 60.0, 70.0)
    if not is_anywhere(henry_share):
        return mifflin
    return blend(mifflin, henry_kcal_per_day(**size), henry_share)


def blended_kcal_per_day(
    *,
    mass_kg: N,
    height_cm: N,
    age_y: N,
    male: N,
    body_fat_share: N,
    body_fat_known: N,
    ffm_sd_share: N,
    sessions_per_week: N,
    lifts_per_week: N,
) -> tuple[N, N]:
    """
    The default resting energy: equations blended so that no adult birthday moves it by a jump.

    At the same height, age and training it never falls as mass rises.

    Args:
        mass_kg: Body mass.
        height_cm: Standing height.
        age_y: Age; under 18 the Oxford equations serve alone.
        male: 1.0 male, 0.0 female.
        body_fat_share: Body fat, 0 to 1, measured or estimated.
        body_fat_known: 1.0 when measured, else 0.0.
        ffm_sd_share: Error when body fat is known: 0.07, or 0.08 from a scale.
        sessions_per_week: Training sessions of any kind.
        lifts_per_week: Lifting sessions among them.

    Returns:
        Resting metabolic rate in kcal per day and its standard deviation as a share of it.

    Source: estimate, see `sources.SOURCES["resting-blend"]`; accuracy after O'Neill 2023,
    doi:10.1007/s40279-023-01896-z.
    """
    size = {"mass_kg": mass_kg, "height_cm": height_cm, "age_y": age_y, "male": male}
    bmi = mass_kg / (height_cm / 100.0) ** 2
    # Ten Haaf measured young people who train; for others Mifflin comes in.
    share = mifflin_share(age_y=age_y, bmi=bmi, sessions_per_week=sessions_per_week)
    by_size = blend(tenhaaf_kcal_per_day(**size), adult_kcal_per_day(**size), share)
    by_ffm = blended_from_ffm_kcal_per_day(
        ffm_kg=mass_kg * (1.0 - body_fat_share),
        body_fat_share=body_fat_share,
        male=male,
        lifts_per_week=lifts_per_week,
    )
    adult = at_least(age_y, 18.0)
    value = blend(by_size, by_ffm, body_fat_known)
    # Four in five within 10 % is an SD of 8 % (O'Neill 2023); Mifflin misses athletes by more.
    sd_share = blend(0.08 + 0.02 * share, ffm_sd_share, body_fat_known)
    if not is_anywhere(1.0 - adult):
        return value, sd_share
    return (
        blend(henry_kcal_per_day(**size), value, adult),
        blend(0.0 * sd_share + 0.10, sd_share, adult),
    )


_SIZE = ("mass_kg", "height_cm", "age_y", "male")
EQUATIONS: Mapping[str, Equation] = {
    equation.name: equation
    for equation in (
        Equation(
            "mifflin", mifflin_kcal_per_day, _SIZE, "498 adults of 19-78 y, half of them obese",
            0.10, SOURCES["mifflin"], {"age_y": (19.0, 78.0)},
        ),
        Equation(
            "mifflin-ffm", mifflin_ffm_kcal_per_day, ("ffm_kg",), "498 adults of 19-78 y", 0.10,
            SOURCES["mifflin"], {"age_y": (19.0, 78.0)},
        ),
        Equation(
            "harris-benedict", roza_kcal_per_day, _SIZE, "337 adults", 0.10, SOURCES["roza"],
            {"age_y": (18.0, 90.0)},
        ),
        Equation(
            "cunningham-1980", cunningham1980_kcal_per_day, ("ffm_kg",),
            "223 adults, lean mass estimated", 0.08, SOURCES["cunningham1980"],
            {"age_y": (18.0, 90.0)},
        ),
        Equation(
            "cunningham-1991", cunningham1991_kcal_per_day, ("ffm_kg",), "a review of adults", 0.08,
            SOURCES["cunningham1991"], {"age_y": (18.0, 90.0)},
        ),
        Equation(
            "ten-haaf", tenhaaf_kcal_per_day, _SIZE, "90 recreational athletes of 18-35 y", 0.08,
            SOURCES["tenhaaf"], {"age_y": (18.0, 35.0)},
        ),
        Equation(
            "ten-haaf-ffm", tenhaaf_ffm_kcal_per_day, ("ffm_kg",),
            "90 recreational athletes of 18-35 y", 0.08, SOURCES["tenhaaf"],
            {"age_y": (18.0, 35.0)},
        ),
        Equation(
            "henry", henry_kcal_per_day, _SIZE, "about 10,500 people from 10 y on", 0.10,
            SOURCES["henry"], {"age_y": (10.0, 90.0)},
        ),
        Equation(
            "henry-mass", henry_mass_kcal_per_day, ("mass_kg", "age_y", "male"),
            "about 10,500 people", 0.10, SOURCES["henry"], {"age_y": (18.0, 90.0)},
        ),
        Equation(
            "de-lorenzo", delorenzo_kcal_per_day, ("mass_kg", "height_cm"), "51 male athletes",
            0.08, SOURCES["delorenzo"], {"male": (1.0, 1.0), "age_y": (18.0, 90.0)},
        ),
        Equation(
            "tinsley-ffm", tinsley_ffm_kcal_per_day, ("ffm_kg",), "27 physique athletes", 0.08,
            SOURCES["tinsley"], {"age_y": (18.0, 90.0)},
        ),
        Equation(
            "tinsley-mass", tinsley_mass_kcal_per_day, ("mass_kg",), "27 physique athletes", 0.08,
            SOURCES["tinsley"], {"age_y": (18.0, 90.0)},
        ),
    )
}  # fmt: skip
"""Every equation that an athlete may ask for by name; `sd_share` is an estimate."""
