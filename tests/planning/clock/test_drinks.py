"""What is drunk with each feeding, and the drinks between them."""

import itertools

import pytest
from laws import broken_laws
from people import athlete, codes, day, feedings, labelled, lift, man, plan, run

from fuelcalc.reports.labels import advice_text

WARM = day(run("07:00", distance_km=16.0, pace_s_per_km=330.0), temperature_degc=25.0)
HOT = day(run("07:00", distance_km=21.1, pace_s_per_km=330.0), temperature_degc=30.0)
RACER = {"mass_kg": 72.0, "height_cm": 178.0}
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


@pytest.mark.parametrize(
    ("who", "when"),
    [
        (HEAVY, day(wake="16:20", sleep="22:30")),
        ({"mass_kg": 234.0, "height_cm": 230.0, "body_fat_share": None},
         day(wake="00:02", sleep="04:03")),
        # Six meals leave no gap of two hours for a drink, and sweat for five.
        (
            {"mass_kg": 129.0, "height_cm": 187.0, "body_fat_share": None, "snacks": False,
             "sweat_rate_l_per_h": 1.43},
            day(run("12:00", pace_s_per_km=241.0, duration_min=70.0),
                lift("20:15", duration_min=74.0, focus="full")),
        ),
    ],
    ids=["six-hours-awake", "four-hours-awake", "two-sessions"],
)  # fmt: skip
def test_f02_drinks_as_much_where_meals_are_an_hour_apart(who, when):
    """Where each of many meals has half an hour's drink, others stand near food or need not be."""
    found = [plan(man(**who, meals_per_day=n), when) for n in (2, 3, 4, 5, 6)]
    fluids = [one.targets.fluid_ml for one in found]
    assert fluids == pytest.approx([fluids[0]] * 5)
    assert all(broken_laws(one) == [] for one in found)


def test_says_what_finds_no_hour_where_the_clock_is_hidden():
    """With insulin no clock is shown, but the day's fluid is, and what it is short by."""
    late = day(run("15:00", duration_min=300.0, temperature_degc=40.0), sleep="21:30")
    who = man(**HEAVY, sweat_rate_l_per_h=3.0, conditions=["diabetes-insulin"])
    found = plan(who, late)
    assert found.timeline is None
    assert {"fluid-capped", "fluid-by-thirst"} & set(codes(found)) == {"fluid-capped"}


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


def marathon(minutes=208.0, start="11:00", km=42.2):
    """A day with a race."""
    return day(run(start, distance_km=km, duration_min=minutes, effort="race"))


def after(found, minute):
    """The feedings that start after a minute."""
    return [e for e in feedings(found) if e.minute > minute]


class TestLongDays:
    """After a race is drunk what it sweated, and not the base of its hours on top."""

    @pytest.mark.parametrize(
        ("kg", "start", "km", "minutes", "most"),
        [(72.0, "11:00", 42.2, 208.0, 1.55), (100.0, "09:30", 42.2, 280.0, 1.4),
         (75.0, "06:00", 100.0, 720.0, 1.1)],
        ids=["3:28", "4:40", "12-h"],
    )  # fmt: skip
    def test_drinks_little_more_than_was_lost(self, kg, start, km, minutes, most):
        """The loss is made up, and all that is drunk is about 1.25 to 1.5 L for a kg of it."""
        who = man(mass_kg=kg, height_cm=180.0, body_fat_share=None)
        found = plan(who, marathon(minutes, start, km))
        (race,) = [entry for entry in found.timeline if entry.kind == "run"]
        late = after(found, race.minute + race.minutes)
        lost = sum(e.sweat_ml for e in late)
        assert lost <= sum(e.fluid_ml for e in late) <= most * lost
        assert broken_laws(found) == []

    def test_drinks_as_ever_before_the_race(self):
        """5 to 7 ml/kg and a glass at the start, whatever comes after."""
        for minutes in (180.0, 300.0, 720.0):
            found = plan(man(**RACER), marathon(minutes, "07:00", minutes / 5.0))
            early = sum(e.fluid_ml for e in feedings(found) if e.minute < 420.0)
            assert 5.0 * 72.0 <= early <= 10.0 * 72.0

    def test_drinks_as_much_with_two_meals_as_with_six(self):
        """The day's fluid hangs on the day alone."""
        found = [plan(man(**RACER, meals_per_day=n), marathon()) for n in (2, 3, 4, 6)]
        fluids = [one.targets.fluid_ml for one in found]
        assert fluids == pytest.approx([fluids[0]] * 4)

    def test_has_no_cliff(self):
        """A minute of race more moves the day's fluid by 16 ml at most, from 85 to 300 min."""
        totals = [
            plan(man(**RACER), marathon(float(m), "08:00", m / 5.0)).targets.fluid_ml
            for m in range(85, 300, 5)
        ]
        steps = [abs(b - a) for a, b in itertools.pairwise(totals)]
        assert max(steps) <= 5.0 * 16.0

    def test_says_that_thirst_decides(self):
        """Every line that makes up for a glass of sweat and more says so; no other does."""
        found = plan(man(**RACER), marathon())
        for entry in after(found, 668.0):
            assert ("by thirst" in advice_text(entry)) is (entry.sweat_ml >= 250.0)
        assert sum("by thirst" in advice_text(entry) for entry in after(found, 668.0)) >= 2
        rest = plan(man(**RACER))
        assert {e.sweat_ml for e in feedings(rest)} == {0.0}


class TestToBed:
    """A glass in the last hour, at any feeding."""

    @pytest.mark.parametrize(
        "when",
        [day(run("20:00", distance_km=21.1, duration_min=92.0, effort="race")),
         day(lift("21:00", duration_min=75.0))],
        ids=["half", "lift"],
    )  # fmt: skip
    def test_drinks_a_glass_after_a_late_session(self, when):
        """What is eaten under an hour before sleep comes with 250 ml at most."""
        found = plan(man(**RACER), when)
        sleep = found.timeline[-1].minute
        late = [e for e in feedings(found) if e.minute >= sleep - 60.0 and e.kind != "during"]
        assert late
        assert max(e.fluid_ml for e in late) <= 250.0 + 1e-6

    def test_adds_no_drink_that_does_not_help(self):
        """Sweat that no evening holds is not drunk ahead of: no drink stands in the day."""
        found = plan(man(**RACER), day(run("20:00", distance_km=21.1, duration_min=92.0,
                                           effort="race")))  # fmt: skip
        assert not [e for e in feedings(found) if e.name == "drink"]
        assert "fluid-capped" in codes(found)


class TestSodium:
    """Sodium follows as the drink does."""

    def test_salts_no_breakfast_for_a_race_to_come(self):
        """Before a race stands as much on a hot day as on a cool one; the sweat comes later."""
        cool, hot = (
            plan(man(**RACER), marathon().model_copy(update={"temperature_degc": degc}))
            for degc in (5.0, 28.0)
        )
        early = [sum(e.sodium_mg for e in feedings(one) if e.minute < 660.0) for one in (cool, hot)]
        assert hot.targets.sodium_mg > cool.targets.sodium_mg + 500.0
        assert early[1] == pytest.approx(early[0])
        assert early[1] <= 600.0
        assert sum(e.sodium_mg for e in feedings(hot)) == pytest.approx(hot.targets.sodium_mg)

    def test_shares_what_a_ceiling_leaves(self):
        """With high blood pressure the day's ceiling is shared, its base first."""
        found = plan(man(**RACER, conditions=["hypertension"]), marathon())
        assert sum(e.sodium_mg for e in feedings(found)) == pytest.approx(found.targets.sodium_mg)

    def test_salts_the_day_where_nothing_is_eaten_after(self):
        """A run that ends as its day does leaves its sodium to the meals before it."""
        found = plan(man(**RACER), day(run("20:30", duration_min=90.0), sleep="22:00"))
        assert after(found, 1320.0) == []
        assert sum(e.sodium_mg for e in feedings(found)) == pytest.approx(found.targets.sodium_mg)
