"""A man who wants to weigh less before a race, and was hurt the last time he tried."""

import datetime as dt

import pytest
from people_who_log import log_of

from fuelcalc import InputError, Plan, forecast, learn, plan_week, render
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.reports.learning.page import LearnPage

# 38 years, 83 kg, twenty weeks to a marathon, lifts twice; he would like to lose 5 kg.
MAN = Athlete.of(sex="male", age=38, mass="83 kg", height="179 cm", daily_life="mixed")
WEEK = {
    "monday": {"lifts": ["50 min heavy upper 18:00"]},
    "tuesday": {"runs": ["8 km easy @ 6:00/km 06:30"]},
    "thursday": {"runs": ["10 km easy @ 6:00/km 06:30"], "lifts": ["45 min heavy lower 18:00"]},
    "sunday": {"runs": ["20 km long @ 6:10/km 08:00"]},
}
MONDAY = dt.date(2026, 11, 23)
TWO_PER_CENT = 0.02


def plan_of(athlete, **goal):
    """His week in a season."""
    return Plan.of(athlete=athlete, goal=Goal.of(aim="perform", **goal), week=WEEK)


def week_of(athlete, **goal):
    """It planned, without menus."""
    return plan_week(plan_of(athlete, **goal), first=MONDAY, menu=False)


@pytest.fixture(scope="module")
def learned():
    """What seven weeks of a weighed log say: 3,000 kcal a day, and 0.15 kg less a week."""
    plan = plan_of(MAN)
    return learn(MAN, log_of(49, kcal=3000.0, kg_per_week=-0.15), plan.calendar)


@pytest.fixture(scope="module")
def known(learned):
    """He with what was learned, as his plan has it."""
    return MAN.model_copy(update={"learned": learned.life})


def test_knows_what_he_spends_with_its_range(learned):
    """The log's own sum lies in the range, which is under half as wide as the equations'."""
    assert learned.is_learned
    assert not learned.asks
    # 3,000 eaten and 0.15 kg a week of tissue, at about 6,900 kcal a kg.
    assert learned.expenditure_low_kcal < 3000.0 + 0.15 / 7.0 * 6900.0
    assert learned.expenditure_high_kcal > 3000.0 + 0.15 / 7.0 * 6900.0
    width = learned.expenditure_high_kcal - learned.expenditure_low_kcal
    assert width < 0.5 * (learned.estimated_high_kcal - learned.estimated_low_kcal)


def test_eats_less_in_base_and_on_easy_days_only(known):
    """The long run is eaten for in full; no day goes under safe intake, nor the week under 35."""
    week = week_of(known, season="base", balance="-250 kcal")
    by_day = {day.date.strftime("%A"): day.energy for day in week.days}
    long_run = by_day.pop("Sunday")
    assert long_run.balance_kcal >= -TWO_PER_CENT * long_run.expenditure_kcal
    for energy in (*by_day.values(), long_run):
        assert energy.intake_kcal >= energy.safe_intake_kcal
    for energy in by_day.values():
        assert -500.0 <= energy.balance_kcal < -TWO_PER_CENT * energy.expenditure_kcal
    left = [day.energy.energy_availability_kcal_per_kg_ffm for day in week.days]
    assert sum(left) / 7.0 >= 35.0


@pytest.mark.parametrize("season", ["taper", "race-week", "recovery", "injured"])
def test_eats_no_less_from_the_taper_on(known, season):
    """There a deficit is refused by name, and without one each day eats what it costs."""
    with pytest.raises(InputError, match="has no place in"):
        week_of(known, season=season, balance="-250 kcal")
    for day in week_of(known, season=season).days:
        assert abs(day.energy.balance_kcal) <= TWO_PER_CENT * day.energy.expenditure_kcal


def test_pauses_after_twelve_weeks_of_it(known):
    """His season has seventeen weeks before the taper: from the thirteenth on he eats his cost."""
    begun = known.model_copy(update={"deficit_since": MONDAY})
    plan = plan_of(begun, season="base", balance="-250 kcal")
    last, first = (
        plan_week(plan, first=MONDAY + dt.timedelta(weeks=weeks), menu=False) for weeks in (11, 12)
    )
    assert all(day.energy.balance_kcal < -100.0 for day in last.days[:6])
    for day in first.days:
        assert abs(day.energy.balance_kcal) <= TWO_PER_CENT * day.energy.expenditure_kcal
        assert "deficit-is-long" in [note.code for note in day.notes]


def test_five_kilograms_by_force_are_refused(known):
    """5 kg in 17 weeks by 7,700 kcal a kg are 324 kcal a day; 600 are more than is allowed."""
    with pytest.raises(InputError, match="the largest deficit is"):
        week_of(known, season="base", balance="-600 kcal")


def test_sees_a_band_and_no_date(known, learned):
    """Twenty weeks ahead there are two ends, and nothing says when 78 kg would be reached."""
    base = week_of(known, season="base", balance="-250 kcal")
    found = forecast(base, 17, then=[(week_of(known, season="taper"), 3)])
    last = found.weeks[-1]
    # 7 times 4.4 kg wide: no line through it would mean anything.
    assert last.high_kg - last.low_kg > 4.0
    assert last.high_kg > 81.0
    # From the taper on the band's middle stays within what water and its answer move.
    middle = [(one.low_kg + one.high_kg) / 2.0 for one in found.weeks]
    assert middle[16] < 82.0
    assert middle[19] == pytest.approx(middle[16], abs=0.5)
    for fmt in ("text", "markdown"):
        page = render(LearnPage(learned, known, found), fmt)
        assert "there is no date for a mass" in " ".join(page.split())
        assert "78" not in page.partition("oming weeks")[2].partition("after 4")[0]
        assert "2027" not in page


def test_is_refused_once_a_bone_is_hurt(known):
    """With a stress fracture nothing is learned, no mass is foreseen, and no deficit planned."""
    hurt = known.model_copy(update={"conditions": ("stress-fracture",)})
    with pytest.raises(InputError, match="keeps no log"):
        learn(hurt, log_of(49))
    with pytest.raises(InputError, match="is a deficit, which fuelcalc does not plan here"):
        week_of(hurt, season="base", balance="-250 kcal")
    assert week_of(hurt, season="base").forecast is None
