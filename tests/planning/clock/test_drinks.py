"""What is drunk with each feeding, and the drinks between them."""

import pytest
from laws import broken_laws
from people import athlete, codes, day, feedings, labelled, lift, man, plan, run

WARM = day(run("07:00", distance_km=16.0, pace_s_per_km=330.0), temperature_degc=25.0)
HOT = day(run("07:00", distance_km=21.1, pace_s_per_km=330.0), temperature_degc=30.0)
HEAVY = {"mass_kg": 95.0, "height_cm": 180.0, "body_fat_share": None}


@pytest.mark.parametrize("when", [WARM, HOT])
def test_f02_drinks_as_much_with_two_meals_as_with_six(when):
    """The day's fluid is 30 ml/kg and the sweat once, whatever the number of meals."""
    found = [plan(man(**HEAVY, meals_per_day=n), when) for n in (2, 3, 6)]
    first = found[0].targets.fluid_ml
    assert [one.targets.fluid_ml for one in found] == pytest.approx([first] * 3)
    assert all("fluid-capped" not in codes(one) for one in found)
    assert all(broken_laws(one) == [] for one in found)


def test_f02_drinks_4850_ml_on_a_warm_day():
    """16 km at 5:30 and 25 degrees for 95 kg: 2,850 ml and about two litres of sweat."""
    assert plan(man(**HEAVY), WARM).targets.fluid_ml == pytest.approx(4850.0, abs=50.0)


def test_f02_stands_a_drink_between_two_meals():
    """With two meals a drink alone has its line, with nothing to eat and at most 800 ml."""
    drinks = [e for e in feedings(plan(man(**HEAVY, meals_per_day=2), HOT)) if e.name == "drink"]
    assert drinks
    assert {(e.kind, e.energy_kcal) for e in drinks} == {("snack", 0.0)}
    assert max(e.fluid_ml for e in drinks) <= 800.0


def test_f23_replaces_sweat_after_it_was_lost():
    """A run at 18:30 at 32 degrees: before it at most the base, after it all that fits."""
    found = plan(man(), day(run("18:30", distance_km=16.0), temperature_degc=32.0))
    outside = [e for e in feedings(found) if e.kind != "during"]
    assert sum(e.fluid_ml for e in outside if e.minute < 1110.0) < 30.0 * 75.0
    late = [e.fluid_ml for e in outside if e.minute > 1110.0]
    # Dinner holds an hour's drink, and before bed a glass.
    assert late == pytest.approx([800.0, 250.0])


def test_f23_drinks_nothing_ahead_of_a_run_at_noon():
    """Where the hours after a run hold its sweat, those before it hold what a cool day gives."""
    cool, hot = (
        plan(athlete(), day(run("12:00", distance_km=10.0), temperature_degc=degc))
        for degc in (5.0, 28.0)
    )
    early = [sum(e.fluid_ml for e in feedings(one) if e.minute < 720.0) for one in (cool, hot)]
    assert hot.targets.fluid_ml > cool.targets.fluid_ml + 300.0
    assert early[1] == pytest.approx(early[0], abs=1.0)


def test_r17_drinks_ten_ml_a_kg_before_a_start():
    """In the four hours before a race all drinks come to 10 ml/kg at most."""
    found = plan(athlete(), day(run("12:00", duration_min=150.0, effort="race"), wake="07:00"))
    early = [
        e.fluid_ml
        for e in feedings(found)
        if e.kind != "during" and 480.0 <= e.minute + e.minutes <= 720.0
    ]
    assert len(early) >= 2
    assert sum(early) <= 620.0 + 1e-6


def test_says_what_finds_no_hour():
    """Five hours at 40 degrees ending near bedtime sweat more than the evening can hold."""
    late = day(run("15:00", duration_min=300.0, temperature_degc=40.0), sleep="21:30")
    found = plan(man(**HEAVY, sweat_rate_l_per_h=3.0), late)
    assert "fluid-capped" in codes(found)
    assert broken_laws(found) == []


def test_drinks_freely_before_a_lift():
    """Before a lift no ten ml/kg hold: breakfast holds what it would on a rest day."""
    lifted, rest = plan(athlete(), day(lift("11:00"))), plan(athlete())
    one, other = (labelled(found, "breakfast").fluid_ml for found in (lifted, rest))
    assert one > 0.7 * other
