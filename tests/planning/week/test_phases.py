"""R32 Phases by the season of a goal: the same training, with each its own energy and check."""

import datetime as dt

import pytest
from people import athlete

from fuelcalc import Goal, Plan, plan_week
from fuelcalc.models.week import Week

MONDAY = dt.date(2026, 11, 23)
TRAINING = Week.of(
    tuesday={"runs": ["8 km easy 06:30"], "lifts": ["50 min hypertrophy upper 18:00"]},
    thursday={"runs": ["10 km easy 06:30"]},
    friday={"lifts": ["50 min hypertrophy full 18:00"]},
    saturday={"lifts": ["50 min hypertrophy upper 10:00"]},
    sunday={"runs": ["14 km easy 08:00"]},
)
PHASES = [("build", "off-season"), ("build", "base"), ("build", "half"), ("perform", "marathon")]


@pytest.fixture(scope="module")
def weeks():
    """The week in each phase, without food."""
    return [
        plan_week(
            Plan(athlete=athlete(), goal=Goal(aim=aim, season=season), week=TRAINING),
            first=MONDAY,
            menu=False,
        )
        for aim, season in PHASES
    ]


def test_r32_has_its_own_balance(weeks):
    """R32 Off-season builds most, base less, a half's season least, a marathon's not at all."""
    balances = [week.energy.balance_kcal for week in weeks]
    assert balances == sorted(balances, reverse=True)
    assert len({round(balance) for balance in balances}) == 4
    assert balances[-1] == pytest.approx(0.0, abs=1.0)
    assert len({round(week.energy.expenditure_kcal) for week in weeks}) == 1


def test_r32_has_its_own_macronutrients(weeks):
    """R32 Protein is held while muscle is built; the rest comes and goes with the phase."""
    sums = [
        [sum(getattr(day.targets, name) for day in week.days) for week in weeks]
        for name in ("protein_g", "carbohydrate_g", "fat_g")
    ]
    protein, carbohydrate, fat = sums
    assert protein[:3] == pytest.approx([protein[0]] * 3, rel=0.01)
    others = [4.0 * one + 9.0 * other for one, other in zip(carbohydrate, fat, strict=True)]
    assert others == sorted(others, reverse=True)
    assert len({round(kcal) for kcal in others}) == 4


def test_r32_has_its_own_check(weeks):
    """R32, R30 Three lifting days suit base, and are one too many in a race's season."""
    found = [{one.code for one in week.check} for week in weeks]
    assert ["W09" in codes for codes in found] == [False, False, True, True]
