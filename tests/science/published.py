"""
Group means that others measured, set down before anything here was compared with them.

No row is taken out afterwards, and no input is changed to come closer. `checked` says how far a
row was read: "a" in the paper or its abstract, "b" in other people's copies, "c" from memory,
"est" where an input of the case (a body that the abstract leaves out, a daily life) is ours.
`test_published.py` holds the program against them.
"""

from typing import NamedTuple

KCAL_PER_L = 4.686 + (0.89 - 0.707) * 1.2321
"""Energy of a litre of oxygen at the RER of 0.89 of level running (Looney 2023)."""


class People(NamedTuple):
    """The mean body of a group; fat as a share, None where it was not printed."""

    male: float
    age_y: float
    height_cm: float
    mass_kg: float
    fat_share: float | None = None


class Published(NamedTuple):
    """What the rows of every group have: what was measured, on whom, where it is printed."""

    name: str
    population: str
    source: str
    checked: str
    measured: float


class RunCost(NamedTuple):
    """
    Gross energy of level running on a treadmill, or on a grade, in kcal per kg and km.

    `vdot` is VO2max times what Daniels' curve costs at 14 km/h over what the group costs there,
    so that economy and VO2max make one race result; None where nothing is known of the runners.
    """

    row: Published
    speed_m_per_s: float
    grade: float = 0.0
    vdot: float | None = None


class LiftCost(NamedTuple):
    """Energy of a lift in kcal, above rest or gross."""

    row: Published
    people: People
    style: str
    duration_min: float
    n_sets: float
    above_rest: bool


class RestCost(NamedTuple):
    """Resting energy in kcal a day."""

    row: Published
    people: People


class LifeCost(NamedTuple):
    """A whole day without training, in kcal, or over resting energy where no body is given."""

    row: Published
    daily_life: str
    people: People | None = None


class RunnerCost(NamedTuple):
    """A whole day of runners, in kcal, as doubly labelled water measured it."""

    row: Published
    people: People
    daily_life: str
    km_per_day: float
    vdot: float


class Sweating(NamedTuple):
    """Sweat of a run in litres an hour."""

    row: Published
    mass_kg: float
    speed_m_per_s: float
    temperature_degc: float


class Oxidation(NamedTuple):
    """Carbohydrate as a share of the energy of exercise, fed."""

    row: Published
    intensity: float


_BARNES = "Barnes & Kilding 2015, doi:10.1186/s40798-015-0007-y"


def _economy(calibre: str, vdot: float, *points: tuple[float, float]) -> tuple[RunCost, ...]:
    """Rows of one calibre of runners, from oxygen uptakes in ml/kg/min at speeds in km/h."""
    return tuple(
        RunCost(
            Published(
                f"{calibre} men, {km_per_h:g} km/h",
                f"{calibre} male runners of the studies reviewed",
                _BARNES,
                "c",
                ml / 1000.0 * KCAL_PER_L * 60.0 / km_per_h,
            ),
            km_per_h / 3.6,
            vdot=vdot,
        )
        for km_per_h, ml in points
    )


_COMPENDIUM = "2024 Adult Compendium, doi:10.1016/j.jshs.2023.10.010"
_MPH = 1609.344 / 3600.0


def _met(code: str, mph: float, met: float, *, grade: float = 0.0, checked: str = "a") -> RunCost:
    """A row of the Compendium at the middle of its band of speeds, 1 kcal/kg/h to the MET."""
    return RunCost(
        Published(
            f"code {code}, {mph:g} mph, {grade:+.1%}",
            "adults of 19-59 y",
            _COMPENDIUM,
            checked,
            met / (mph * 1.609344),
        ),
        mph * _MPH,
        grade,
    )


RUNNING: tuple[RunCost, ...] = (
    *_economy("recreational", 50.0, (10.0, 36.7), (12.0, 42.2), (14.0, 47.4)),
    *_economy("moderately trained", 58.0, (12.0, 40.7), (14.0, 46.8), (16.0, 52.9)),
    *_economy("highly trained", 69.0, (14.0, 45.0), (16.0, 50.6), (18.0, 58.1)),
    *_economy("elite", 82.0, (14.0, 39.9), (16.0, 47.9), (18.0, 55.9)),
    RunCost(
        Published(
            "mountain runners, level, 3.40 J/kg/m net of 1 kcal/kg/h",
            "10 elite mountain runners, speed not kept: taken at 3 m/s",
            "Minetti 2002, doi:10.1152/japplphysiol.01177.2001",
            "a, speed est",
            3.40 / 4.184 + 1.0 / (3.0 * 3.6),
        ),
        3.0,
        vdot=66.0,
    ),
    _met("12030", 5.1, 8.5),
    _met("12050", 6.15, 9.3),
    _met("12070", 7.0, 11.0),
    _met("12090", 8.0, 12.0),
    _met("12110", 9.0, 13.0),
    _met("12120", 10.0, 14.8),
    _met("12260", 6.0, 13.3, grade=0.05, checked="b"),
    _met("12352", 5.45, 5.8, grade=-0.125, checked="b"),
    _met("12353", 6.45, 7.5, grade=-0.125, checked="b"),
    _met("12355", 7.95, 9.0, grade=-0.125, checked="b"),
    _met("12358", 6.95, 9.3, grade=-0.06, checked="b"),
)

FASTER = Published(
    "cost per km at 5.14 over that at 3.58 m/s",
    "sub-elite runners; the middle of 9.6 to 12.8 %",
    "Batliner 2018, doi:10.1055/s-0043-122068",
    "b",
    1.112,
)
"""How much dearer a kilometre gets with speed."""

_LYTLE = "Lytle 2019, doi:10.1249/MSS.0000000000001925"
# The abstract prints 174.1 cm and 188.7 lb for all 52 and 20 to 58 y; the two bodies by sex are
# ours, and average to it. Seven lifts of a warm-up set and 2 to 3 sets, one every two minutes:
# 24 sets in 49 min. Without loads, so that Lytle's own equation is not held against itself.
LIFTING: tuple[LiftCost, ...] = (
    LiftCost(
        Published("Lytle, men", "27 active men", _LYTLE, "a, body est", 167.7),
        People(1.0, 32.0, 181.0, 96.0),
        "hypertrophy",
        49.0,
        24.0,
        above_rest=True,
    ),
    LiftCost(
        Published("Lytle, women", "25 active women", _LYTLE, "a, body est", 91.5),
        People(0.0, 32.0, 166.6, 74.4),
        "hypertrophy",
        49.0,
        24.0,
        above_rest=True,
    ),
    LiftCost(
        Published(
            "Falcone, 30 min at 75 % 1RM, short rests",
            "9 recreationally active men of 25 y, 181.6 cm, 86.6 kg",
            "Falcone 2015, doi:10.1519/JSC.0000000000000661",
            "a, sets est",
            30.0 * 8.83,
        ),
        People(1.0, 25.0, 181.6, 86.6),
        "hypertrophy",
        30.0,
        30.0,
        above_rest=False,
    ),
    LiftCost(
        Published(
            "circuit, 70 min",
            "men of about 83.5 kg (448 kcal are 4.6 MET)",
            "circuit training, 448 ± 21 kcal",
            "b, body est",
            448.0,
        ),
        People(1.0, 28.0, 178.0, 83.5),
        "circuit",
        70.0,
        0.0,
        above_rest=False,
    ),
    LiftCost(
        Published(
            "circuit of one set, 30 min at 3.9-4.2 MET",
            "taken as men of 75 kg",
            "one-set circuits",
            "b, body est",
            4.05 * 75.0 * 0.5,
        ),
        People(1.0, 28.0, 178.0, 75.0),
        "circuit",
        30.0,
        0.0,
        above_rest=False,
    ),
)

RESTING: tuple[RestCost, ...] = (
    RestCost(
        Published(
            "Byrne, 0.84 kcal/kg/h",
            "642 women and 127 men of 18-74 y and 35-186 kg, obese in part",
            "Byrne 2005, doi:10.1152/japplphysiol.00023.2004",
            "a, body est",
            0.84 * 24.0 * 85.0,
        ),
        People(127 / 769, 42.0, 165.0, 85.0),
    ),
)

_NASEM = "NASEM 2023, doi:10.17226/26818, Table 5-16, fitted on doubly labelled water"
_MAN, _WOMAN = People(1.0, 30.0, 170.0, 70.0), People(0.0, 30.0, 170.0, 70.0)


def _eer(category: str, daily_life: str, man: float, woman: float) -> tuple[LifeCost, ...]:
    """The requirement of a man and a woman of one category of activity."""
    return (
        LifeCost(Published(f"{category} man / {daily_life}", "adults", _NASEM, "b", man),
                 daily_life, _MAN),
        LifeCost(Published(f"{category} woman / {daily_life}", "adults", _NASEM, "b", woman),
                 daily_life, _WOMAN),
    )  # fmt: skip


_FAO = "FAO/WHO/UNU 2004, Human energy requirements, worked days"
_BLACK = "Black 1996, Eur J Clin Nutr 50:72-92, doubly labelled water"
# Which daily life answers which category is fixed here: for NASEM every daily life whose factor
# lies inside the category's range of PAL; for FAO and Black the one that is described.
RESIDUAL_KCAL = {1.0: 199.0, 0.0: 162.0}
"""
How far people of one age, size and category of activity differ, an SD in kcal a day, by male.

The residuals of the equations of IOM 2005, from memory ("c").
"""

LIVING: tuple[LifeCost, ...] = (
    *_eer("inactive (1.00-1.53)", "home", 2520.17, 2166.70),
    *_eer("low active (1.53-1.68)", "desk", 2713.37, 2337.27),
    *_eer("low active (1.53-1.68)", "mixed", 2713.37, 2337.27),
    *_eer("active (1.68-1.85)", "on-feet", 2902.02, 2475.55),
    *_eer("very active (1.85-2.50)", "manual", 3148.62, 2722.63),
    LifeCost(Published("office work, little exercise", "worked day", _FAO, "c", 1.53), "desk"),
    LifeCost(Published("active day", "worked day", _FAO, "c", 1.76), "on-feet"),
    LifeCost(Published("heavy farm work", "worked day", _FAO, "c", 2.25), "manual"),
    LifeCost(Published("seated, no strenuous leisure", "1.4-1.5", _BLACK, "c", 1.45), "home"),
    LifeCost(Published("seated with movement", "1.6-1.7", _BLACK, "c", 1.65), "mixed"),
    LifeCost(Published("standing work", "1.8-1.9", _BLACK, "c", 1.85), "on-feet"),
    LifeCost(Published("strenuous work", "2.0-2.4", _BLACK, "c", 2.20), "manual"),
)

RUNNERS: tuple[RunnerCost, ...] = (
    RunnerCost(
        Published(
            "Edwards, women, 10.5 km a day",
            "9 highly trained women of 55.2 kg; age and height not kept",
            "Edwards 1993, Med Sci Sports Exerc 25:1398-404",
            "a, body est",
            2990.0,
        ),
        People(0.0, 30.0, 165.0, 55.2),
        "desk",
        10.5,
        50.0,
    ),
    RunnerCost(
        Published(
            "Schulz, women, 16.1 km a day",
            "9 elite women; body not kept",
            "Schulz 1992, cited by Hill & Davies 2001, Med Sci Sports Exerc 33:148-51",
            "b, body est",
            2826.0,
        ),
        People(0.0, 26.0, 165.0, 52.0),
        "desk",
        16.1,
        60.0,
    ),
)

SWEATING: tuple[Sweating, ...] = (
    Sweating(
        Published(
            "endurance athletes",
            "a group of 1,303 athletes; mass, speed and air not kept",
            "Barnes 2019, doi:10.1080/02640414.2019.1633159",
            "a, conditions est",
            1.28,
        ),
        74.0,
        12.0 / 3.6,
        25.0,
    ),
    Sweating(
        Published("10 km/h at 18 degC", "70 kg", "ACSM 2007", "c", 0.79), 70.0, 10.0 / 3.6, 18.0
    ),
    Sweating(
        Published("10 km/h at 28 degC", "70 kg", "ACSM 2007", "c", 0.92), 70.0, 10.0 / 3.6, 28.0
    ),
)

_LOON = "van Loon 1999, J Appl Physiol 87:1413"
OXIDATION: tuple[Oxidation, ...] = (
    Oxidation(Published("fed, 51 %", "trained men", _LOON, "a", 0.61), 0.51),
    Oxidation(Published("fed, 55 %", "trained men", _LOON, "a", 0.68), 0.55),
)
