"""
Any athlete, day and goal that the models let through, for laws that hold for all of them.

`cases` is for laws about figures; `fed_cases` adds what somebody eats and must not eat, for laws
about food, and draws people as they are as often as anybody at all.
"""

import math
from collections.abc import Iterable
from datetime import date, time
from typing import Any, NamedTuple

from hypothesis import strategies as st

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS, allergens_named
from fuelcalc.models.sessions import Lift, Other, Run

DAY_MIN = 1440
CONDITIONS = (
    "pregnant", "breastfeeding", "postpartum", "eating-disorder", "missed-periods",
    "stress-fracture", "kidney-disease", "diabetes-insulin", "diabetes-sulfonylurea",
    "diabetes-sglt2", "glp1", "thyroid", "bariatric", "heart-failure",
    "hypertension", "hypertension-diuretics", "haemochromatosis", "kidney-stones",
)  # fmt: skip
EFFORTS = ("recovery", "easy", "steady", "tempo", "intervals", "long", "race")
STYLES = (
    "heavy", "hypertrophy", "endurance", "circuit", "hiit", "plyometric", "bodyweight", "bands",
)  # fmt: skip
SEASONS = (
    "off-season", "base", "5k-10k", "half", "marathon", "taper", "race-week", "recovery",
    "injured",
)  # fmt: skip
FOOD_WORDS = (
    "banana", "oats", "salmon", "fish", "chicken breast", "egg", "cheese", "cottage cheese", "rice",
    "brown rice", "sweet potato", "squash", "lentils", "legume", "spinach", "zucchini",
    "chia seeds", "walnuts", "nuts", "tofu", "whey protein", "milk", "bread", "meat", "fruit",
    "porridge", "salad", "curry", "gravel",
)  # fmt: skip
"""Foods, kinds of food and names of dishes, as people like, dislike or have them; one is none."""


class Case(NamedTuple):
    """Everything that a plan is made from."""

    athlete: Athlete
    day: Day
    goal: Goal
    before: Day | None = None
    after: Day | None = None


def real(low: float, high: float) -> st.SearchStrategy[float]:
    """A float within limits, both included."""
    return st.floats(low, high, allow_nan=False)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Known or unknown."""
    return st.none() | strategy


def clock(minute: float) -> time:
    """A minute as a time of day."""
    return time(int(minute) // 60 % 24, int(minute) % 60)


def an_hour_apart(minutes: Iterable[int]) -> list[int]:
    """Of some minutes those that can be meals: each an hour or more behind the one before."""
    found: list[int] = []
    for minute in sorted(minutes):
        if not found or minute - found[-1] >= 60:
            found.append(minute)
    return found


def meal_times() -> st.SearchStrategy[tuple[time, ...]]:
    """Two to six meals of a set time."""
    minutes = st.lists(st.integers(0, DAY_MIN - 1), min_size=2, max_size=6, unique=True)
    apart = minutes.map(an_hour_apart).filter(lambda found: len(found) > 1)
    return apart.map(lambda found: tuple(clock(minute) for minute in found))


@st.composite
def windows(draw: st.DrawFn) -> dict[str, time]:
    """Ten hours to eat in, or more, at any time of day."""
    start, minutes = draw(st.integers(0, DAY_MIN - 1)), draw(st.integers(600, DAY_MIN - 1))
    return {"start": clock(start), "end": clock((start + minutes) % DAY_MIN)}


@st.composite
def races(draw: st.DrawFn) -> dict[str, float]:
    """A race result at a pace that somebody can run."""
    distance = draw(real(0.8, 100.0))
    pace = draw(real(142.0, 898.0))
    minutes = min(max(distance * pace / 60.0, 2.0), 2880.0)
    if not 140.0 <= minutes * 60.0 / distance <= 900.0:
        distance = minutes * 60.0 / pace
    return {"distance_km": distance, "duration_min": minutes}


def words(*known: str, most: int) -> st.SearchStrategy[list[str]]:
    """A few of some words, none more often than not."""
    return st.just([]) | st.lists(st.sampled_from(known), unique=True, max_size=most)


def of_one_taste(eats: dict[str, Any]) -> dict[str, Any]:
    """Nobody likes what they dislike or avoid; that is refused."""
    unwanted = {*eats["dislikes"], *allergens_named(eats["avoid"]), *eats["avoid"]}
    return {**eats, "likes": [word for word in eats["likes"] if word not in unwanted]}


eating = st.fixed_dictionaries(
    {
        "diet": st.sampled_from(DIETS),
        "avoid": words(*ALLERGENS, "nuts", "dairy", "shellfish", most=4),
        "restrictions": words(*RESTRICTIONS, most=2),
        "dislikes": words(*FOOD_WORDS, most=6),
        "likes": words(*FOOD_WORDS, most=4),
        "weekday_cooking_min": maybe(st.sampled_from((0.0, 10.0, 20.0, 45.0, 300.0))),
        "variety": st.sampled_from(("low", "usual", "high")),
        "appetite": st.sampled_from(("low", "usual", "high")),
        "lunch": st.sampled_from((None, "packed", "microwave", "canteen", "home")),
    }
).map(of_one_taste)
"""What somebody eats, must not eat, and would like to."""


@st.composite
def athletes(draw: st.DrawFn, *, eats: st.SearchStrategy[dict[str, Any]] | None = None) -> Athlete:
    """Anybody within the limits, plausible in size more often than not."""
    height = draw(real(120.0, 230.0))
    bmi = draw(real(16.0, 35.0) | real(10.0, 60.0))
    mass = min(max(bmi * (height / 100.0) ** 2, 30.0), 250.0)
    fat = draw(maybe(real(0.03, 0.60)))
    known = {
        "steps": draw(maybe(st.integers(0, 60_000))),
        "weekly_mileage_km": draw(maybe(real(0.0, 150.0) | real(0.0, 400.0))),
        "weekly_lifts": draw(maybe(st.integers(0, 14))),
        "usual_intake_kcal": draw(maybe(real(500.0, 10_000.0))),
        "resting_energy_kcal_per_day": draw(maybe(real(18.0, 30.0).map(lambda x: x * mass))),
        "running_economy_kcal_per_kg_per_km": draw(maybe(real(0.6, 1.6))),
        "sweat_rate_l_per_h": draw(maybe(real(0.1, 4.0))),
        "sweat_sodium_mg_per_l": draw(maybe(real(100.0, 2500.0))),
        "recent_race": draw(maybe(races())),
    }
    if known["resting_energy_kcal_per_day"] is not None:
        known["resting_energy_kcal_per_day"] = min(
            max(known["resting_energy_kcal_per_day"], 600.0), 5000.0
        )
    meals = draw(
        st.fixed_dictionaries({"meals_per_day": st.integers(2, 6)})
        | st.fixed_dictionaries({"meal_times": meal_times()})
        | st.fixed_dictionaries({"eating_window": windows()})
    )
    return Athlete.of(
        sex=draw(st.sampled_from(("female", "male"))),
        age=draw(real(14.0, 90.0) | st.sampled_from((17.99, 18.0, 64.99, 65.0))),
        mass_kg=mass,
        height_cm=height,
        body_fat_share=fat,
        body_fat_method=draw(st.sampled_from(("dxa", "skinfold", "scale"))),
        daily_life=draw(st.sampled_from(("home", "desk", "mixed", "on-feet", "manual"))),
        lifting_experience=draw(st.sampled_from(("novice", "intermediate", "advanced"))),
        **({"diet": draw(st.sampled_from(DIETS))} if eats is None else draw(eats)),
        carbohydrate_tolerance_g_per_h=draw(real(20.0, 120.0)),
        caffeine=draw(st.booleans()),
        clinician_agreed=draw(st.booleans()),
        heat_acclimatised=draw(st.booleans()),
        snacks=draw(st.booleans()),
        conditions=draw(
            st.just([]) | st.lists(st.sampled_from(CONDITIONS), unique=True, max_size=3)
        ),
        **known,
        **meals,
    )


@st.composite
def pieces(draw: st.DrawFn) -> dict[str, float]:
    """A distance at a pace, in at most an hour, as part of a run."""
    pace = draw(real(150.0, 900.0))
    minutes = draw(real(0.2, 60.0))
    return {"distance_km": max(minutes * 60.0 / pace, 0.01), "pace_s_per_km": pace}


def recoveries() -> st.SearchStrategy[dict[str, Any]]:
    """What comes after a repeat."""
    timed = st.fixed_dictionaries(
        {"kind": st.sampled_from(("jog", "walk", "stand")), "duration_min": real(0.1, 5.0)}
    )
    return timed | st.fixed_dictionaries(
        {"kind": st.sampled_from(("jog", "walk")), "distance_km": real(0.01, 0.4)}
    )


@st.composite
def segments(draw: st.DrawFn) -> dict[str, Any]:
    """One part of a run, perhaps repeated."""
    repeat = draw(st.integers(1, 10))
    piece = draw(pieces())
    share = max(piece["distance_km"] / repeat, 0.01)
    recovery = draw(maybe(recoveries()))
    return {**piece, "distance_km": share, "repeat": repeat, "recovery": recovery}


@st.composite
def runs(draw: st.DrawFn, most_min: float = 360.0) -> Run:
    """A run on any ground, whole or in parts, without its start."""
    tree: dict[str, Any] = {
        "effort": draw(st.sampled_from(EFFORTS)),
        "surface": draw(
            st.sampled_from(("road", "track", "treadmill", "trail", "technical-trail", "sand"))
        ),
        "pack_kg": draw(maybe(real(0.0, 40.0))),
        "temperature_degc": draw(maybe(real(-40.0, 50.0))),
    }
    if tree["surface"] != "treadmill":
        tree["wind_m_per_s"] = draw(maybe(real(-10.0, 20.0)))
    if draw(st.integers(0, 3)) == 0:
        tree["segments"] = draw(st.lists(segments(), min_size=1, max_size=3))
        km = sum(part["distance_km"] * part["repeat"] for part in tree["segments"])
    else:
        pace = draw(real(150.0, 900.0))
        km = max(draw(real(1.0, 120.0) | real(1.0, most_min)) * 60.0 / pace, 0.01)
        known = draw(st.sampled_from(("both", "distance", "duration")))
        if known != "duration":
            tree["distance_km"] = km
        if known == "both":
            tree["pace_s_per_km"] = pace
        if known == "duration":
            tree["duration_min"] = km * pace / 60.0
    slope = draw(st.sampled_from(("level", "climb", "grade")))
    if slope == "climb":
        tree["climb_m"] = draw(real(0.0, 0.2)) * km * 500.0
    if slope == "grade":
        tree["grade_share"] = draw(real(-0.45, 0.45) | real(-0.1, 0.1))
    return Run.of(**tree)


@st.composite
def lifts(draw: st.DrawFn) -> Lift:
    """A lift by duration or by its sets, without its start."""
    tree: dict[str, Any] = {
        "style": draw(maybe(st.sampled_from(STYLES))),
        "focus": draw(st.sampled_from(("lower", "upper", "full", "core"))),
    }
    exercise = st.fixed_dictionaries(
        {
            "sets": st.integers(1, 8),
            "reps": st.integers(1, 25),
            "load_kg": maybe(real(0.0, 250.0)),
        }
    )
    tree["exercises"] = draw(st.just([]) | st.lists(exercise, max_size=5))
    if not tree["exercises"] or draw(st.booleans()):
        tree["duration_min"] = draw(real(5.0, 150.0) | real(1.0, 480.0))
    return Lift.of(**tree)


@st.composite
def others(draw: st.DrawFn) -> Other:
    """Something else, by name, by MET or by a device, without its start."""
    minutes = draw(real(5.0, 180.0) | real(1.0, 600.0))
    way = draw(
        st.sampled_from(("activity", "met", "energy_kcal")).flatmap(
            lambda name: st.tuples(
                st.just(name),
                {
                    "activity": st.sampled_from(("cycling", "swimming", "yoga", "hiking")),
                    "met": real(1.0, 15.0),
                    "energy_kcal": real(1.0, 12.0).map(lambda rate: max(rate * minutes, 1.0)),
                }[name],
            )
        )
    )
    return Other.of(duration_min=minutes, **{way[0]: way[1]})


def _minutes_of(session: Run | Lift | Other) -> float:
    """Roughly how long a session lasts; what is unknown counts as two hours."""
    if session.duration_min is not None:
        return session.duration_min
    if isinstance(session, Run) and session.distance_km and session.pace_s_per_km:
        return session.distance_km * session.pace_s_per_km / 60.0
    return 120.0


@st.composite
def days(draw: st.DrawFn, *, most_runs: int = 3, most_lifts: int = 2) -> Day:
    """A day with its sessions one behind the other, mostly at given times."""
    found = [
        *draw(st.lists(runs(), max_size=most_runs)),
        *draw(st.lists(lifts(), max_size=most_lifts)),
        *draw(st.lists(others(), max_size=1)),
    ]
    order = draw(st.permutations(found))
    wake = draw(st.integers(0, DAY_MIN - 1) | st.integers(240, 540))
    minute = float(wake) + draw(st.integers(0, 600) | st.integers(0, 70))
    placed: dict[str, list[Run | Lift | Other]] = {"runs": [], "lifts": [], "other": []}
    timed = draw(st.integers(0, 4)) > 0
    for session in order:
        start = math.ceil(minute)
        update = {"start": clock(start)} if timed else {}
        name = {Run: "runs", Lift: "lifts", Other: "other"}[type(session)]
        placed[name].append(session.model_copy(update=update))
        minute = start + _minutes_of(session) + draw(st.integers(0, 600) | st.integers(0, 200))
    sleep = max(math.ceil(minute), wake + 241) + draw(st.integers(0, 400))
    given = draw(st.booleans()) and sleep - wake <= 1380
    return Day(
        wake=clock(wake) if timed or draw(st.booleans()) else None,
        sleep=clock(sleep) if given else None,
        temperature_degc=draw(maybe(real(-40.0, 50.0))),
        humidity_share=draw(maybe(real(0.01, 1.0))),
        **{name: tuple(sessions) for name, sessions in placed.items()},
    )


goals = st.builds(
    Goal,
    aim=st.sampled_from(("build", "maintain", "perform")),
    season=st.sampled_from(SEASONS),
    balance_kcal=st.none() | st.none() | st.integers(-500, 800).map(float),
)
"""What for, sometimes with a balance asked for by hand."""


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """An athlete, a day, a goal, and sometimes the days on both sides."""
    neighbour = maybe(days(most_runs=1, most_lifts=1))
    return Case(draw(athletes()), draw(days()), draw(goals), draw(neighbour), draw(neighbour))


@st.composite
def everyday_cases(draw: st.DrawFn) -> Case:
    """Somebody of usual size on a usual training day: a run, a lift, both or neither."""
    height = draw(real(150.0, 195.0))
    who = Athlete.of(
        sex=draw(st.sampled_from(("female", "male"))),
        age=draw(real(18.0, 70.0)),
        mass_kg=draw(real(19.0, 28.0)) * (height / 100.0) ** 2,
        height_cm=height,
        daily_life=draw(st.sampled_from(("desk", "mixed", "on-feet"))),
        meals_per_day=draw(st.sampled_from((3, 3, 3, 4, 5))),
        weekly_mileage_km=draw(real(10.0, 90.0)),
        weekly_lifts=draw(st.integers(0, 3)),
        **draw(eating),
    )
    starts = st.sampled_from(("06:30", "07:00", "09:00", "12:00", "17:30"))
    run = st.builds(
        Run.of,
        start=starts,
        distance_km=st.sampled_from((5.0, 8.0, 12.0, 16.0, 21.1, 30.0)),
        effort=st.sampled_from(("easy", "steady", "tempo", "long")),
    )
    lift = st.builds(
        Lift.of,
        start=st.sampled_from(("15:00", "18:30", "20:00")),
        duration_min=st.sampled_from((45.0, 60.0, 75.0)),
        style=st.sampled_from(("heavy", "hypertrophy")),
    )
    when = Day.of(runs=draw(st.lists(run, max_size=1)), lifts=draw(st.lists(lift, max_size=1)))
    return Case(who, draw(larders(when)), draw(goals))


@st.composite
def larders(draw: st.DrawFn, when: Day) -> Day:
    """A day with foods that have to go, on some date or none."""
    dates = st.dates(date(2026, 1, 1), date(2026, 12, 31))
    update = {"use_up": tuple(draw(words(*FOOD_WORDS, most=3))), "date": draw(maybe(dates))}
    return when.model_copy(update=update)


@st.composite
def wild_cases(draw: st.DrawFn) -> Case:
    """Anybody with any limits on any day."""
    neighbour = days(most_runs=1, most_lifts=0) if draw(st.integers(0, 3)) == 0 else st.none()
    when = draw(larders(draw(days(most_runs=2, most_lifts=1))))
    return Case(draw(athletes(eats=eating)), when, draw(goals), draw(neighbour), draw(neighbour))


def fed_cases() -> st.SearchStrategy[Case]:
    """Everyday people and wild ones, for laws about food."""
    return everyday_cases() | wild_cases()
