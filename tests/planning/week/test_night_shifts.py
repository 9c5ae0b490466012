"""A week of nights among weeks of days: what the documents show of it is fit for who works so."""

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest
from people import athlete

from fuelcalc import Plan, plan_week
from fuelcalc.models.week import Week
from fuelcalc.pantry import BUNDLED
from fuelcalc.units.clock import WEEKDAYS

DOCUMENT = Path(__file__).parents[3] / "docs" / "week.md"
NIGHTS = (dt.date(2026, 11, 30), dt.date(2026, 12, 1))


@pytest.fixture(scope="module")
def week():
    """The week that the document shows, by date."""
    block = re.search(
        r"```toml nights\.toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL
    )
    plan = Plan.of(**tomllib.loads(block[1]))
    found = plan_week(plan, first=NIGHTS[0])
    return {day.date: day for day in found.days}


def fed(day):
    """The feedings of a day, in order."""
    return [one for one in day.timeline if one.is_feeding]


@pytest.mark.parametrize("date", NIGHTS)
def test_eats_from_waking_until_sleep(week, date):
    """The first meal is within 75 minutes of waking or of the run, the last one at night."""
    day = week[date]
    meals = [one for one in fed(day) if one.name in {"breakfast", "lunch", "dinner"}]
    assert [one.called for one in meals] == [
        "first meal", "middle meal", "last meal",
    ]  # fmt: skip
    wake = 15.0 * 60.0
    starts = [one.minute for one in fed(day)]
    ready = max([wake, *(one.minute + one.minutes for one in day.timeline if one.kind == "run")])
    assert ready <= meals[0].minute <= ready + 75.0
    assert min(starts) >= wake
    assert wake + 12.0 * 60.0 <= max(starts) <= 32.0 * 60.0 - 60.0


def test_cooks_nothing_long_at_night(week):
    """Within a quarter of an hour on each of these nights, Saturday and Sunday apart."""
    for date, day in week.items():
        minutes = [one.preparation_min or 0.0 for one in fed(day) if one.name]
        assert date.weekday() >= 5 or max(minutes) <= 15.0


def test_eats_what_can_be_carried_at_work():
    """No kitchen is there at four in the morning: on seven nights what is eaten is good cold."""
    carried = {dish.dish_id: dish.carried for dish in BUNDLED.dishes}
    night = {"wake": "15:00", "sleep": "08:00"}
    nights = Week.of(**dict.fromkeys(WEEKDAYS, night))
    plan = Plan(athlete=athlete(lunch="packed", weekday_cooking="15 min"), week=nights)
    for day in plan_week(plan, first=NIGHTS[0]).days:
        at_night = [one for one in fed(day) if 25.0 * 60.0 <= one.minute <= 30.0 * 60.0]
        assert any(one.name == "dinner" for one in at_night)
        assert {carried[one.dish_id] for one in at_night if one.dish_id} == {"cold"}


def test_serves_what_is_packed_for_the_night(week):
    """A lock of the last meal is on the plate of that night."""
    (last,) = (one for one in fed(week[NIGHTS[1]]) if one.called == "last meal")
    assert last.dish_id == "turkey-salad-sandwich"


def test_keeps_the_usual_weekdays(week):
    """Days without a date repeat as they did: the long run is on Saturday."""
    (run,) = (one for one in week[dt.date(2026, 12, 5)].timeline if one.kind == "run")
    assert run.distance_km == pytest.approx(14.0)
