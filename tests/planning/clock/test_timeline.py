"""The printed clock: times, advice, and what a plate adds up to."""

import pytest
from people import BUILD, at, athlete, day, feedings, labelled, lift, plan, ride, run

from fuelcalc.models.timeline import Item
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.clock.timeline import printed_minutes, served
from fuelcalc.reports.labels import advice_text


def item(**changes):
    """A food of 10 g protein, 20 g carbohydrate and 5 g fat."""
    usual = {
        "food_id": "x", "name": "x", "grams": 100.0, "amount": None, "portion": None,
        "source": "x",
        "energy_kcal": 150.0, "protein_g": 10.0, "carbohydrate_g": 20.0, "fat_g": 5.0,
        "fibre_g": 2.0,
    }  # fmt: skip
    return Item(**{**usual, **changes})


def test_adds_up_a_plate():
    """Two foods are 20, 40 and 10 g, 300 kcal by their source and 330 by 4/4/9."""
    total = served([item(), item()])
    assert (total.protein_g, total.carbohydrate_g, total.fat_g) == (20.0, 40.0, 10.0)
    assert (total.energy_kcal, total.energy_449_kcal) == (300.0, 330.0)


def test_leaves_a_total_out_where_a_value_is_missing():
    """A food without a fat value leaves fat and 4/4/9 unknown, not zero."""
    total = served([item(), item(fat_g=None)])
    assert total.fat_g is total.energy_449_kcal is None
    assert total.protein_g == 20.0
    assert served([]) is None


def test_prints_feedings_on_five_minutes():
    """Feedings start on five minutes where that keeps them clear of sessions and each other."""
    found = plan(when=day(run(distance_km=10.37), lift()), goal=BUILD)
    food = [entry for entry in feedings(found) if entry.kind != "during"]
    assert all(entry.start.minute % 5 == 0 for entry in food)


def test_prints_the_exact_minute_where_rounding_would_collide():
    """A bite three minutes after one session and before the next keeps its own minute."""
    found = plan(when=day(lift("17:00"), run("18:13")))
    between = labelled(found, "between the lift and the run")
    # The gap is 18:00 to 18:13, and a third of it is 4 min 20 s.
    assert between.minute == pytest.approx(1080.0 + 13.0 / 3.0, abs=0.67)
    assert between.minute + between.minutes <= 1093.0


def test_never_prints_a_feeding_into_the_one_before():
    """A feeding at 12:27, right behind one that ends then, is not printed at 12:25."""
    frame = Frame(wake=360.0, sleep=1320.0)
    rows = [Feeding(720.0, 27.0, "meal", "lunch"), Feeding(747.0, 10.0, "snack")]
    assert printed_minutes(frame, rows) == [(720.0, 747.0), (747.0, 757.0)]


def test_puts_sessions_before_what_is_taken_during_them():
    """A session's line stands before its during line, and sleep stands last."""
    kinds = [entry.kind for entry in plan(when=day(run())).timeline]
    assert kinds.index("run") + 1 == kinds.index("during")
    assert kinds[-1] == "sleep"


def test_names_sessions_by_what_they_are():
    """A line of a session holds its name and, for a run, its distance."""
    found = plan(when=day(run("06:30", effort="tempo"), lift("18:00"), ride("12:00")))
    lines = {entry.kind: (entry.name, entry.distance_km) for entry in found.timeline}
    assert lines["run"] == ("tempo run", 10.0)
    assert lines["lift"] == ("heavy lower lift", None)
    assert lines["other"] == ("cycling", None)


def test_gives_a_word_of_advice():
    """Before, during, after and before sleep each carry their own advice; a meal none."""
    when = day(run("07:00", distance_km=25.0), lift("18:00"))
    found = plan(athlete(meals_per_day=3), when, goal=BUILD)
    assert "low in fat and fibre" in advice_text(feedings(found, "before")[0])
    during = labelled(found, "during the run")
    per_h = f"{during.carbohydrate_g_per_h:.0f} g carbohydrate and 240 mg sodium an hour"
    assert per_h in advice_text(during)
    assert during.sodium_mg_per_h == pytest.approx(240.0, abs=5.0)
    assert "water" in advice_text(labelled(found, "during the lift"))
    assert "within the hour" in advice_text(labelled(found, "after the lift"))
    assert [advice_text(entry) for entry in feedings(found, "meal")] == [""]


def test_advises_a_mouthful_where_an_hour_asks_for_little():
    """Just past an hour a mouthful of sports drink is enough, and before that nothing."""
    shorter = plan(when=day(run("07:00", duration_min=66.0, effort="easy")))
    assert "mouthful" not in advice_text(labelled(shorter, "during the run"))
    found = plan(when=day(run("09:00", duration_min=70.0, effort="easy")))
    assert "mouthful" in advice_text(labelled(found, "during the run"))


def test_gives_a_rate_to_what_is_taken_on_the_move():
    """Two hours of running print grams an hour; breakfast has no such rate."""
    found = plan(when=day(run("09:00", distance_km=20.0, pace_s_per_km=360.0)))
    rates = {entry.kind: entry.carbohydrate_g_per_h for entry in feedings(found)}
    during = feedings(found, "during")[0]
    assert rates["during"] == pytest.approx(during.carbohydrate_g / 2.0)
    assert {rate for kind, rate in rates.items() if kind != "during"} == {None}


def test_ends_with_the_night():
    """The night runs from sleep to the same waking."""
    night = plan(when=day(wake="07:00", sleep="23:00")).timeline[-1]
    assert (night.start, night.end, night.minutes) == (at(23), at(7), 480.0)


def test_tells_a_runner_to_refuel_before_a_second_session():
    """Under eight hours to the next session the advice counts the hours."""
    found = plan(when=day(run("07:00", distance_km=10.0, pace_s_per_km=360.0), lift("13:00")))
    assert advice_text(labelled(found, "after the run")) == "5.0 h to the next session: refuel now"
