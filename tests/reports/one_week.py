"""A week of the tests, planned without food."""

import datetime as dt

from fuelcalc import Athlete, Goal, Plan, plan_week
from fuelcalc.models.week import Week

MONDAY = dt.date(2026, 12, 28)


PLAN = Plan(
    athlete=Athlete.of(name="Ana", sex="female", age=34, mass="62 kg", height="168 cm"),
    goal=Goal(aim="build"),
    week=Week.of(
        tuesday={"runs": ["8 km easy 06:30"], "lifts": ["60 min heavy lower 18:00"]},
        sunday={"runs": ["18 km long 08:00"]},
    ),
)


WEEK = plan_week(PLAN, first=MONDAY, menu=False)
