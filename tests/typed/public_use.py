# pyright: strict
"""
Every public name as a program uses it: read by type checkers, run by nobody.

`.ci/check` gives it to mypy and to pyright, and a test holds that no public name is missing.
"""

import datetime as dt
from io import BytesIO
from typing import Any, assert_type

import fuelcalc as public
from fuelcalc import (
    Athlete,
    Calendar,
    Day,
    DayPlan,
    FuelcalcError,
    Goal,
    Import,
    InputError,
    Lift,
    Limits,
    Log,
    LogDay,
    Models,
    Other,
    OutOfRangeError,
    Pantry,
    Plan,
    RestingModel,
    Run,
    RunningModel,
    Week,
    WeekPlan,
    WithheldError,
)

ATHLETE = Athlete(sex="female", age=34, mass_kg=62.0, height_cm=168.0)
DAY = Day(runs=(Run(distance_km=10.0, pace_s_per_km=340.0),))


class Resting:
    """Resting energy of one's own."""

    name = "mine"
    source = "me"

    def kcal_per_day(
        self, *, mass_kg: Any, height_cm: Any, age_y: Any, male: Any, ffm_kg: Any
    ) -> Any:
        """By mass alone."""
        return 22.0 * mass_kg


class Running:
    """Running of one's own."""

    name = "mine"
    source = "me"

    def w_per_kg(self, *, speed_m_per_s: Any, grade: Any) -> Any:
        """By speed alone."""
        return 4.2 * speed_m_per_s


def of_days() -> None:
    """A day, several, and what they say."""
    assert_type(Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm"), Athlete)
    assert_type(ATHLETE.with_(mass="64 kg"), Athlete)
    plan = public.plan_day(ATHLETE, DAY, Goal(aim="build"), before=Day(), seed=3)
    assert_type(plan, DayPlan)
    assert_type(plan.need("energy").expenditure_kcal, float)
    assert_type(plan.need("targets").protein_g, float)
    assert_type(plan.need("timeline")[0].energy_kcal, float | None)
    assert_type(plan.explain("targets.protein").links, tuple[tuple[str, str], ...])
    energy = plan.energy
    assert_type(None if energy is None else energy.intake_kcal, float | None)
    assert_type(public.plan_days(ATHLETE, [DAY, Day()]), tuple[DayPlan, ...])
    assert_type(public.plan_days(ATHLETE, Calendar(days=(DAY,)), menu=False), tuple[DayPlan, ...])
    assert_type(public.render(plan, "pdf"), bytes)
    assert_type(public.render(plan, "html", units="us", clock=12), str)
    assert_type([public.words(one) for one in plan.notes], list[str])
    assert_type([one.change for one in public.compare(plan, plan)], list[float | None])
    assert_type(public.read_session("10 km easy 06:30", "run"), Run)
    assert_type(public.read_session("10 km easy 06:30"), Run | Lift | Other)
    average = public.average_day(ATHLETE)
    assert_type(None if average is None else average.runs, tuple[Run, ...] | None)


def of_weeks() -> None:
    """A week, its food and its check."""
    plan = Plan(athlete=ATHLETE, days=(DAY,), week=Week())
    week = public.plan_week(plan, first=dt.date(2026, 11, 30), swap=["friday dinner"])
    assert_type(week, WeekPlan)
    assert_type(week.days[0], DayPlan)
    assert_type(public.plan_household([plan, plan]), tuple[WeekPlan, ...])
    assert_type(public.spread_week(ATHLETE), tuple[Day, ...] | None)
    assert_type([one.code for one in public.week_check(ATHLETE, [DAY])], list[str])
    bought = public.shopping_list(week.days, people=2.0)
    assert_type(bought.model_dump_json(), str)
    assert_type(public.forecast(week).weeks[0].week, int)


def of_models() -> None:
    """Equations of one's own, in a day and a table."""
    resting: RestingModel = Resting()
    running: RunningModel = Running()
    models = Models(resting=resting, running=running)
    assert_type(public.plan_day(ATHLETE, DAY, models=models), DayPlan)
    rows = public.foods_frame()
    table = public.plan_frame(rows, columns={"mass_kg": "weight"}, clock=False, models=models)
    print(len(table), len(public.dishes_frame()))


def of_files() -> None:
    """What is read from files, and learned from a log."""
    assert_type(public.read_plan(BytesIO()), Plan)
    log = public.read_log(BytesIO())
    assert_type(log, Log)
    assert_type(Log(days=(LogDay(date=dt.date(2026, 11, 26), mass_kg=62.0),)), Log)
    assert_type(public.read_foods(BytesIO()), Pantry)
    assert_type(public.read_activities(["watch.zip"]), Import)
    learned = public.learn(ATHLETE, log)
    assert_type(learned.model_dump_json(), str)


def of_food() -> None:
    """Foods, dishes and snacks."""
    limits = Limits(diet="vegan", avoid=("peanut",))
    assert_type([one.name for one in public.find_foods("oats", limits=limits)], list[str])
    for dish in public.find_dishes("soup", minutes=20, limit=3):
        print(dish)
    for snack in public.suggest_snacks(ATHLETE, DAY.runs[0], when="after"):
        print(snack)


def of_errors() -> None:
    """One family, whose members say what was wrong and what may be."""
    try:
        Day.of(runs=["10 km @ 5:40/km in 30:00"])
    except OutOfRangeError as error:
        assert_type(error.path, str)
    except InputError as error:
        assert_type((error.path, error.line), tuple[str, str])
        assert_type(error.mistakes, tuple[InputError, ...])
        print(error.value, error.allowed, error.remedy)
    except WithheldError as error:
        assert_type(error.withheld, tuple[str, ...])
    except FuelcalcError:
        print(public.__version__)
