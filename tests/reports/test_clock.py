"""The lines of the clock: one amount of fluid on each, and words that fit the hour."""

import guides
import pytest

from fuelcalc import Athlete, Day, plan_day, render
from fuelcalc.planning.clock.frame import as_clock
from fuelcalc.reports.day.clock import clock_lines
from fuelcalc.reports.look import Look


@pytest.mark.parametrize("name", ["race-3h"])
def test_f49_says_one_amount_of_fluid_on_the_move(name):
    """The line says how much is drunk; of the water among its foods there is no second amount."""
    plan = guides.planned(name)
    lines, _ = clock_lines(plan, Look())
    found = [
        (entry, line)
        for entry, line in zip(plan.timeline, lines[1:], strict=True)
        if entry.kind == "during" and any(item.food_id == "water" for item in entry.items)
    ]
    assert found
    for entry, line in found:
        assert line.drink
        assert [food.text for food in line.foods if "water" in food.text] == ["water"]
        assert any(item.food_id == "water" and item.grams > 0.0 for item in entry.items)


def test_f49_has_no_breakfast_in_the_evening():
    """Who works at night reads of a first meal, on the clock, in the chart and in the notes."""
    plan = guides.planned("night-shift-in-kilojoules")
    first = next(entry for entry in plan.timeline if entry.name == "breakfast")
    assert as_clock(first.minute) == "15:25"
    for fmt in ("text", "markdown", "html", "json"):
        page = render(plan, fmt)
        assert "first meal" in page
        assert '"label": "breakfast' not in page
    assert "breakfast" not in render(plan, "text")


def _number(cell):
    return float(cell.replace(",", "")) if cell else 0.0


@pytest.mark.parametrize(
    "name", ["two-sessions-and-dawn", "race-3h", "rest-day", "no-allowed-dish"]
)
def test_shows_what_the_plate_holds(name):
    """A row has its plate's own figures, less than a step off, and the day's sum is the menu's."""
    plan = guides.planned(name)
    lines, total = clock_lines(plan, Look())
    fed = [
        (entry, line)
        for entry, line in zip(plan.timeline, lines[1:], strict=True)
        if entry.is_feeding
    ]
    assert any(entry.served for entry, _ in fed)
    for entry, line in fed:
        shown = [_number(cell) for cell in (line.protein, line.carbohydrate, line.fat)]
        if entry.served is None:
            assert [*shown, line.energy] == [0.0, 0.0, 0.0, ""]
            continue
        plate = entry.served
        assert shown == pytest.approx([plate.protein_g, plate.carbohydrate_g, plate.fat_g], abs=1.0)
        assert _number(line.energy) == pytest.approx(plate.energy_kcal, abs=10.0)
    totals = plan.menu.totals
    sums = [_number(cell) for cell in (total.protein, total.carbohydrate, total.fat)]
    assert sums == pytest.approx([totals.protein_g, totals.carbohydrate_g, totals.fat_g], abs=0.5)
    assert _number(total.energy) == pytest.approx(totals.energy_kcal, abs=5.0)


def test_shows_what_is_wanted_where_nobody_fills_the_plate():
    """Without food, and where a meal is eaten out, a row has the targets of its feeding."""
    athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    for plan, names in (
        (plan_day(athlete, Day(), menu=False), {"breakfast", "lunch", "dinner"}),
        (plan_day(athlete, Day(), lock={"dinner": "out"}), {"dinner"}),
    ):
        lines, _ = clock_lines(plan, Look())
        found = {
            entry.name: (entry, line)
            for entry, line in zip(plan.timeline, lines[1:], strict=True)
            if entry.name in names and (entry.elsewhere is not None or plan.menu is None)
        }
        assert set(found) == names
        for entry, line in found.values():
            assert _number(line.protein) == pytest.approx(entry.protein_g, abs=1.0)
            assert _number(line.energy) == pytest.approx(entry.energy_kcal, abs=10.0)


def test_says_what_was_asked_for_where_the_plate_misses_it():
    """The row has what there is, so that the line below it has what was wanted."""
    plan = guides.planned("no-allowed-dish")
    lines, _ = clock_lines(plan, Look())
    missed = {miss.minute: miss for miss in plan.menu.relaxed if miss.limit == "protein"}
    told = [
        (missed[entry.minute].asked, line.miss)
        for entry, line in zip(plan.timeline, lines[1:], strict=True)
        if entry.minute in missed
    ]
    assert told
    for asked_g, text in told:
        assert text.startswith("asked for: ")
        assert f"{asked_g:.0f} g protein" in text
