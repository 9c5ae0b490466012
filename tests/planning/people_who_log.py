"""People who weigh themselves and write down what they eat, for tests of learning."""

import datetime as dt

from fuelcalc import Athlete
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.log import Log, LogDay

FIRST = dt.date(2026, 10, 1)
MAN = Athlete.of(sex="male", age=38, mass="83 kg", height="181 cm", daily_life="desk")
RUNNER = MAN.model_copy(update={"weekly_mileage_km": 40.0, "weekly_lifts": 2})


def log_of(n_days=42, *, mass_kg=83.0, kg_per_week=0.0, kcal=2700.0, source="weighed", **changes):
    """
    A log of so many days, its noise a rhythm of a week; `d20={"mass_kg": 183.0}` changes a day.

    The rhythm is worth 0.3 kg and 200 kcal to both sides, and comes to nothing in a week.
    """
    rhythm = (0.0, 0.8, 1.0, 0.3, -0.6, -1.0, -0.5)
    days = []
    for place in range(n_days):
        values = {
            "date": FIRST + dt.timedelta(days=place),
            "mass_kg": mass_kg + kg_per_week / 7.0 * place + 0.3 * rhythm[place % 7],
            "intake_kcal": kcal + 200.0 * rhythm[(place + 3) % 7],
            "source": source,
        }
        days.append(LogDay(**{**values, **changes.get(f"d{place}", {})}))
    return Log(days=tuple(days))


def life_of(pal, sd=0.07, **over):
    """A learned daily life as a plan has it."""
    return LearnedLife(
        daily_life_pal=pal, daily_life_sd=sd, first_date=FIRST, last_date=dt.date(2026, 11, 11),
        source="weighed", n_mass=42, n_intake=40, **over,
    )  # fmt: skip


def learned_with(athlete, pal, sd=0.07, **over):
    """The athlete with a learned daily life."""
    return athlete.model_copy(update={"learned": life_of(pal, sd, **over)})
