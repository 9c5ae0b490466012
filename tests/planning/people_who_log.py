"""People who weigh themselves and write down what they eat, for tests of learning."""

import datetime as dt

from fuelcalc import Athlete
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
