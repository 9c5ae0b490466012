"""Forty people on days of every kind, drawn once and for all: what pages are held against."""

from functools import cache
from random import Random
from typing import Any

from fuelcalc import Athlete, Day, DayPlan, Goal, InputError, plan_day

_FOODS = ("banana", "oats", "salmon", "egg", "cheese", "rice", "lentils", "tofu", "milk", "gravel")
_CONDITIONS = (
    "pregnant", "missed-periods", "kidney-disease", "diabetes-insulin", "glp1", "heart-failure",
    "haemochromatosis", "kidney-stones",
)  # fmt: skip
_EFFORTS = ("recovery", "easy", "steady", "tempo", "intervals", "long", "race")
_SEASONS = ("off-season", "base", "5k-10k", "half", "marathon", "taper", "race-week", "recovery")


def _few(draw: Random, words: tuple[str, ...], most: int) -> list[str]:
    """Some of the words, none as often as not."""
    return draw.sample(words, draw.randint(1, most)) if draw.random() < 0.5 else []


def _athlete(draw: Random) -> dict[str, Any]:
    """Somebody, with what is known of them."""
    height = draw.uniform(155.0, 190.0)
    known = {
        "body_fat_share": draw.uniform(0.1, 0.3),
        "weekly_mileage_km": draw.uniform(10.0, 110.0),
        "weekly_lifts": draw.randint(0, 4),
        "usual_intake_kcal": draw.uniform(1500.0, 3500.0),
        "resting_energy_kcal_per_day": draw.uniform(1100.0, 2400.0),
        "sweat_rate_l_per_h": draw.uniform(0.5, 3.0),
        "recent_race": {"distance_km": 10.0, "duration_min": draw.uniform(36.0, 65.0)},
        "weekday_cooking_min": draw.choice((0.0, 10.0, 30.0)),
    }
    return {
        "sex": draw.choice(("female", "male")),
        "age": draw.choice((16.5, 24.0, 34.0, 47.0, 66.0, 80.0)),
        "height_cm": height,
        "mass_kg": draw.uniform(17.5, 28.0) * (height / 100.0) ** 2,
        "diet": draw.choice(("omnivore", "pescatarian", "vegetarian", "vegan")),
        "avoid": _few(draw, ("gluten", "milk", "peanut", "soy"), 2),
        "restrictions": _few(draw, ("gluten-free", "halal", "low-fodmap"), 1),
        "dislikes": _few(draw, _FOODS, 3),
        "caffeine": draw.random() < 0.5,
        "meals_per_day": draw.randint(2, 6),
        "conditions": draw.sample(_CONDITIONS, 1) if draw.random() < 0.3 else [],
        **{name: value for name, value in known.items() if draw.random() < 0.5},
    }


def _run(draw: Random, start: str | None) -> dict[str, Any]:
    """A run, at a pace that may have to be assumed."""
    pace = {"pace_s_per_km": draw.uniform(170.0, 420.0)} if draw.random() < 0.6 else {}
    return {
        "start": start,
        "distance_km": draw.choice((5.0, 8.0, 12.0, 21.0975, 32.0)),
        "effort": draw.choice(_EFFORTS),
        **pace,
    }


def _day(draw: Random, **changes: Any) -> Day:
    """A day with up to a run, a lift and a ride, some at no time in particular."""
    starts = draw.choice(
        (("06:00", "17:00", "12:00"), (None, None, None), ("17:00", "18:00", "07:00"),
         ("18:30", "06:30", "15:00"), ("06:31", "13:00", "19:45"))
    )  # fmt: skip
    sessions: dict[str, Any] = {
        "runs": [_run(draw, starts[0])],
        "lifts": [{"start": starts[1], "duration_min": draw.choice((40.0, 60.0))}],
        "other": [{"start": starts[2], "duration_min": 40.0, "activity": "cycling"}],
    }
    kept = {name: some for name, some in sessions.items() if draw.random() < 0.6}
    return Day.of(**kept, temperature_degc=draw.choice((8.0, 16.0, 29.0)), **changes)


def _goal(draw: Random) -> Goal:
    """What for, now and then with a balance by hand."""
    asked = draw.choice((None, None, None, 250.0, -200.0))
    return Goal(
        aim=draw.choice(("build", "maintain", "perform")),
        season=draw.choice(_SEASONS),
        balance_kcal=asked,
    )


def _plan(seed: int) -> DayPlan | None:
    """The plan of one draw; None for a day that cannot be."""
    draw = Random(seed)  # noqa: S311 - nothing is kept secret
    try:
        race = Day.of(runs=[{"start": "09:00", "distance": "42.195 km", "effort": "race"}])
        return plan_day(
            Athlete.of(**_athlete(draw)),
            _day(draw, wake=draw.choice((None, None, "06:30")), use_up=_few(draw, _FOODS, 2)),
            _goal(draw),
            before=draw.choice((None, race)),
            after=draw.choice((None, race)),
            seed=seed,
        )
    except InputError:
        return None


@cache
def some_plans() -> tuple[DayPlan, ...]:
    """The first forty days that can be."""
    found: list[DayPlan] = []
    seed = 0
    while len(found) < 40:
        plan = _plan(seed)
        found += [] if plan is None else [plan]
        seed += 1
    return tuple(found)
