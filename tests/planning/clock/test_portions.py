"""How much each feeding holds: doses around sessions, and shares of what they leave."""

from dataclasses import replace

import pytest
from people import BUILD, at, athlete, day, feedings, label, labelled, lift, man, plan, run

from fuelcalc.models.sessions import Run
from fuelcalc.planning.average import average_day
from fuelcalc.planning.clock.doses import Context
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.clock.portions import Amounts, portions_of
from fuelcalc.planning.sessions.run import trained_run
from fuelcalc.reports.labels import advice_text
from fuelcalc.science.before import before_limits

LONG = day(run("07:00", distance_km=30.0, effort="long"))
EASY = day(run("07:00", distance_km=8.0))


def test_r11_gives_protein_after_every_session():
    """R11: each feeding after a session holds at least 0.3 g/kg of protein."""
    found = plan(when=day(run("06:30"), lift("12:00"), run("18:00")), goal=BUILD)
    after = [entry for entry in feedings(found) if "after the" in label(entry)]
    assert len(after) == 3
    assert min(entry.protein_g for entry in after) >= 0.3 * 62.0 - 1e-9


def test_r11_splits_protein_over_four_feedings_of_a_training_day():
    """R11: on a lifting day four feedings or more hold 0.3 g/kg, and none half of the day's."""
    found = plan(when=day(lift("18:00")), goal=BUILD)
    doses = [entry.protein_g / 62.0 for entry in feedings(found)]
    assert sum(dose >= 0.3 - 1e-9 for dose in doses) >= 4
    assert max(doses) < 0.9


@pytest.mark.parametrize(("age", "dose"), [(50.0, 0.30), (60.0, 0.35), (70.0, 0.40)])
def test_raises_the_dose_with_age(age, dose):
    """After a session the least is 0.3 g/kg, rising to 0.4 between 55 and 65."""
    who = athlete(age=age, mass_kg=60.0, meals_per_day=6)
    found = plan(who, day(run("12:00")))
    (after,) = [entry for entry in feedings(found) if "after the run" in label(entry)]
    assert after.protein_g >= dose * 60.0 - 1e-9


def test_r20_gives_slow_protein_before_sleep():
    """R20: before sleep 0.4 to 0.5 g/kg of protein and at most 250 ml to drink."""
    (last,) = feedings(plan(when=day(lift()), goal=BUILD), "pre-sleep")
    assert 0.4 * 62.0 - 1e-9 <= last.protein_g <= 0.5 * 62.0 + 1e-9
    assert last.fluid_ml <= 250.0
    assert "slow protein" in advice_text(last)


def test_gives_the_last_dose_to_a_late_meal_where_there_is_no_room_before_sleep():
    """A meal after a late lift takes the protein of the feeding before sleep."""
    found = plan(when=day(lift("20:00"), wake="06:30", sleep="22:15"), goal=BUILD)
    last = feedings(found)[-1]
    assert "after the lift" in label(last)
    assert last.protein_g >= 0.4 * 62.0 - 1e-9


def test_r34_moves_carbohydrate_to_the_evening_before_a_long_session():
    """R34: with a long run tomorrow the last meal holds more than on the same day without."""
    plain, eve = plan(after=EASY), plan(after=LONG)
    assert eve.targets.carbohydrate_g == pytest.approx(plain.targets.carbohydrate_g)
    gain = labelled(eve, "dinner").carbohydrate_g / labelled(plain, "dinner").carbohydrate_g
    assert 1.1 < gain < 1.35


def test_r34_moves_carbohydrate_to_the_morning_after_a_long_session():
    """R34: after a long run yesterday breakfast holds more than on the same day without."""
    plain, next_day = plan(before=EASY), plan(before=LONG)
    gain = labelled(next_day, "breakfast").carbohydrate_g
    gain /= labelled(plain, "breakfast").carbohydrate_g
    assert 1.1 < gain < 1.35


def race(minutes):
    """A day with a race of that length."""
    return day(run(duration_min=minutes, pace_s_per_km=300.0, effort="race"))


def test_r34_loads_glycogen_before_a_long_race():
    """R34: the day before a marathon holds 8-10 g/kg, protein 1.2-1.4, fat 0.5 g/kg or more."""
    found = plan(after=race(240.0))
    assert 8.0 <= found.targets.carbohydrate_g / 62.0 <= 10.0
    assert 1.2 <= found.targets.protein_g / 62.0 <= 1.4
    assert found.targets.fat_g / 62.0 >= 0.5 - 1e-9
    assert "glycogen-load" in [reason.code for reason in found.energy.reasons]
    assert "glycogen-load" in [note.code for note in found.notes]


def test_r34_loads_in_part_around_ninety_minutes():
    """R34: loading grows with the race from none for a 5 km, without a threshold."""
    grams = [plan(after=race(m)).targets.carbohydrate_g for m in (25.0, 89.0, 91.0, 240.0)]
    assert grams == sorted(grams)
    assert grams[0] == pytest.approx(plan().targets.carbohydrate_g)
    assert grams[2] - grams[1] < 0.06 * 9.0 * 62.0
    assert "glycogen-load" not in [note.code for note in plan(after=race(25.0)).notes]


def test_loads_for_no_easy_run():
    """A long run that is no race asks for no loading."""
    assert "glycogen-load" not in [note.code for note in plan(after=LONG).notes]


def test_r15_hurries_carbohydrate_when_the_next_session_is_near():
    """R15: two hard runs five hours apart refuel by 1.0-1.2 g/kg; a day apart there is no hurry."""
    twice = day(run("07:00", distance_km=20.0), run("14:00", distance_km=15.0))
    once = day(run("07:00", distance_km=20.0))
    hurried = sum(
        entry.carbohydrate_g for entry in feedings(plan(when=twice)) if 525.0 < entry.minute < 840.0
    )
    near = next(e for e in feedings(plan(when=twice)) if "after the run" in label(e))
    far = labelled(plan(when=once), "after the run")
    assert near.carbohydrate_g >= 1.0 * 62.0
    assert hurried >= 1.2 * 62.0
    assert "next session" in advice_text(near)
    assert "within the hour" in advice_text(far)


def test_r15_sees_the_next_session_tomorrow():
    """R15: after an evening run a long dawn run tomorrow raises the dose after today's."""
    evening = day(run("18:00", distance_km=15.0))
    calm, hurried = plan(when=evening), plan(when=evening, after=LONG)
    grams = [labelled(found, "after the run").carbohydrate_g for found in (calm, hurried)]
    assert grams[1] > grams[0]


def test_r14_scales_carbohydrate_with_the_load_of_the_day():
    """R14: 0, 10, 20 and 30 km give more carbohydrate each time, meals from 3-5 to 7-10 g/kg."""
    loads = [plan()] + [plan(when=day(run(distance_km=km))) for km in (10.0, 20.0, 30.0)]
    per_kg = [found.targets.carbohydrate_g / 62.0 for found in loads]
    assert per_kg == sorted(per_kg)
    assert 3.0 <= per_kg[0] <= 5.5
    (on_the_run,) = feedings(loads[-1], "during")
    assert 7.0 <= per_kg[-1] - on_the_run.carbohydrate_g / 62.0 <= 10.0


def test_r21_gives_even_an_easy_run_its_snack_when_building():
    """R21: four hours after lunch an easy half hour goes without, unless muscle is the aim."""
    when = day(run("16:00", distance_km=5.0, pace_s_per_km=360.0))
    who = athlete(meal_times=[at(7), at(13), at(19)])
    maintain, build = plan(who, when), plan(who, when, goal=BUILD)
    assert labelled(maintain, "before the run").carbohydrate_g < 1.0
    # An hour before: 0.5-1 g/kg times a need of at least 0.3, so 0.15 g/kg and more.
    assert labelled(build, "before the run").carbohydrate_g >= 0.3 * 0.5 * 62.0


# Section 7.3's table, at 62 kg: minutes before, then g/kg at the middle of the row.
@pytest.mark.parametrize(
    ("wake", "least", "most"), [("06:10", 0.06, 0.35), ("05:55", 0.09, 0.5), ("05:25", 0.15, 1.0)]
)
def test_r23_grows_the_snack_with_the_minutes_left(wake, least, most):
    """R23: more time before the start allows a larger snack, within the table's row."""
    found = plan(when=day(run("06:30", distance_km=20.0), wake=wake))
    (snack,) = feedings(found, "before")
    assert least * 62.0 <= snack.carbohydrate_g <= most * 62.0


def test_r23_follows_intensity_before_and_during():
    """R23: the same hour costs more carbohydrate before and during when it is hard."""
    for minutes, part in ((35.0, "before the run"), (65.0, "during the run")):
        grams = [
            labelled(plan(when=day(run("07:00", duration_min=minutes, effort=effort))), part)
            for effort in ("easy", "tempo")
        ]
        assert grams[1].carbohydrate_g > grams[0].carbohydrate_g + 1.0


@pytest.mark.parametrize(
    ("minutes", "low", "high"), [(44.0, 0.0, 0.0), (120.0, 30.0, 60.0), (200.0, 60.0, 90.0)]
)
def test_r22_feeds_on_the_move_by_length(minutes, low, high):
    """R22: nothing under 45 minutes, 30-60 g an hour to 2.5 h, 60-90 beyond for a trained gut."""
    who = athlete(carbohydrate_tolerance_g_per_h=90.0)
    found = plan(who, day(run("07:00", duration_min=minutes, effort="easy")))
    during = labelled(found, "during the run")
    assert low <= during.carbohydrate_g / (minutes / 60.0) <= high


def test_never_feeds_more_than_the_gut_takes():
    """With a tolerance of 40 g an hour a long run gives 40."""
    found = plan(athlete(carbohydrate_tolerance_g_per_h=40.0), LONG)
    during = labelled(found, "during the run")
    assert during.carbohydrate_g / (during.minutes / 60.0) == pytest.approx(40.0)


# Section 11, C33: litres an hour to drink from a measured sweat rate, body mass and hours.
@pytest.mark.parametrize(
    ("rate", "mass", "hours", "drink"),
    [(1.2, 75.0, 2.0, 0.96), (2.0, 80.0, 3.0, 1.00), (0.6, 60.0, 1.0, 0.48)],
)
def test_r17_drinks_by_the_measured_sweat_rate(rate, mass, hours, drink):
    """R17: four fifths of a measured sweat rate, at most a litre an hour."""
    who = man(mass_kg=mass, sweat_rate_l_per_h=rate)
    found = plan(who, day(run("09:00", duration_min=60.0 * hours)))
    during = labelled(found, "during the run")
    assert during.fluid_ml == pytest.approx(1000.0 * drink * hours)


@pytest.mark.parametrize("minutes", [30.0, 120.0, 300.0])
@pytest.mark.parametrize("degc", [0.0, 20.0, 35.0])
@pytest.mark.parametrize("measured_l_per_h", [None, 0.1, 0.3, 1.2])
def test_r17_never_drinks_more_than_is_sweated(minutes, degc, measured_l_per_h):
    """R17: over every length, heat and sweat rate the drink on the move stays below the sweat."""
    who = athlete(sweat_rate_l_per_h=measured_l_per_h)
    found = plan(who, day(run("08:00", duration_min=minutes, temperature_degc=degc)))
    drink_ml = labelled(found, "during the run").fluid_ml
    # With the night before the next session, the day gives back the sweat once.
    sweat_ml = drink_ml + sum(entry.sweat_ml for entry in feedings(found))
    if measured_l_per_h is not None:
        sweat_ml = 1000.0 * measured_l_per_h * minutes / 60.0
    # Nobody of 62 kg is thought to sweat under 0.3 L/h; at 65 % that is 0.195.
    least_ml = min(0.19, 0.8 * (measured_l_per_h or 1.0)) * minutes / 0.06
    assert least_ml - 1e-6 <= drink_ml <= 0.8 * sweat_ml + 1e-6
    assert drink_ml <= (800.0 if measured_l_per_h is None else 1000.0) * minutes / 60.0 + 1e-6


def test_r17_replaces_sweat_and_its_sodium():
    """R17: a hot long run adds to the day what it cost: litres of fluid, grams of sodium."""
    rest, hot = plan(), plan(when=day(run("08:00", distance_km=25.0, temperature_degc=28.0)))
    # About 1 L/h at 28 degrees for 2.4 h, and at about 0.9 g of sodium a litre three quarters.
    assert 1800.0 < hot.targets.fluid_ml - rest.targets.fluid_ml < 3500.0
    assert 1000.0 < hot.targets.sodium_mg - rest.targets.sodium_mg < 2500.0
    assert rest.targets.fluid_ml == pytest.approx(30.0 * 62.0)
    assert rest.targets.sodium_mg == pytest.approx(1500.0)


def test_r17_counts_the_sweat_of_an_average_day():
    """R17: mileage without a place on the clock still adds its sweat to the day's drinks."""
    who = athlete(weekly_mileage_km=70.0)
    found = plan(who, average_day(who))
    assert found.targets.fluid_ml > 30.0 * 62.0 + 300.0


@pytest.mark.parametrize(("mass", "ml"), [(48.0, 1500.0), (62.0, 1860.0), (120.0, 3000.0)])
def test_r17_starts_from_thirty_ml_a_kg(mass, ml):
    """R17: on a rest day drinks are 30 ml/kg, from 1.5 to 3 litres."""
    found = plan(athlete(mass_kg=mass, height_cm=168.0, body_fat_share=None))
    assert found.targets.fluid_ml == pytest.approx(ml)


def test_keeps_fat_and_protein_low_before_a_session():
    """70 min before a run at most 6 g of fat for 70 kg, and 10 g of protein in a snack."""
    found = plan(when=day(run("08:00", distance_km=20.0), lift("17:00"), wake="06:00"))
    meal, snack = feedings(found, "before")
    assert (label(meal), label(snack)) == ("breakfast, before the run", "before the lift")
    # Breakfast of 06:25 before a run at 08:00 is eaten by 06:50; a third of the way from 5 to 8 g.
    assert meal.end == at(6, 50)
    assert meal.fat_g <= 6.0 * 62.0 / 70.0 + 1e-9
    assert snack.fat_g <= 5.0 + 1e-9
    assert snack.protein_g <= 10.0 + 1e-9
    # A meal holds its dose of protein all the same, and no more.
    assert meal.protein_g <= 0.3 * 62.0 + 1e-9
    during = labelled(found, "during the run")
    assert (during.fat_g, during.protein_g) == (0.0, 0.0)


def test_r16_keeps_a_floor_under_fat():
    """R16: fat is 20-30 % of energy and at least 0.8 g/kg on ordinary days."""
    for when in (day(), day(run()), day(run(), lift())):
        targets = plan(when=when).targets
        assert 0.20 <= 9.0 * targets.fat_g / targets.energy_kcal <= 0.30 + 1e-9
        assert targets.fat_g >= 0.8 * 62.0


def test_r25_fuels_the_run_behind_a_lift_before_both():
    """R25: with lunch eaten a lift alone needs nothing, a run right after it does."""
    alone = plan(when=day(lift("16:00", duration_min=45.0)))
    both = plan(when=day(lift("16:00", duration_min=45.0), run("16:50", distance_km=14.0)))
    before_lift = [
        next(f for f in found.timeline if label(f) == "before the lift") for found in (alone, both)
    ]
    assert before_lift[0].carbohydrate_g == pytest.approx(0.0, abs=1.0)
    assert 15.0 <= before_lift[1].carbohydrate_g <= 0.75 * 62.0


def test_drops_only_what_holds_nothing():
    """A session on which a sip is drunk has a line for it, one on which nothing is has none."""
    meals = [Feeding(minute, 30.0, "meal", "lunch") for minute in (450.0, 780.0, 1140.0)]
    on_the_move = Feeding(1300.0, 10.0, "during")
    context = Context(
        frame=Frame(390.0, 1350.0), eating=Frame(390.0, 1350.0), mass_kg=62.0,
        reference_mass_kg=62.0, age=34.0, builds=False,
        pre_sleep_dose=False, next_start=None, next_day_g_per_kg=0.0,
        past_day_g_per_kg=0.0, loose_sweat_ml=0.0,
    )  # fmt: skip
    run = trained_run(athlete(), Run(distance_km=10.0), temperature_degc=None)
    thirsty = run.needs._replace(fluids=run.needs.fluids._replace(drink_l=0.001))
    dry = run.needs._replace(fluids=run.needs.fluids._replace(drink_l=0.0, during_sodium_mg=0.0))
    for needs, kinds in ((thirsty, ["meal"] * 3 + ["during"]), (dry, ["meal"] * 3)):
        session = replace(run, needs=needs, placed_at=1300.0)
        taken = replace(on_the_move, accompanies=session)
        found = portions_of(context, [*meals, taken], Amounts(100.0, 300.0, 80.0, 2000.0))
        assert [feeding.kind for feeding in found.feedings] == kinds


def test_r20_gives_a_glass_before_sleep_at_most():
    """On a day of much sweat every other feeding takes more to drink; the last a glass, 250 ml."""
    hot = day(run("10:00", distance_km=30.0), lift("17:00"), temperature_degc=45.0)
    (last,) = feedings(plan(when=hot, goal=BUILD), "pre-sleep")
    assert last.fluid_ml == pytest.approx(250.0)


def test_r21_drinks_no_more_before_a_run_than_sits_well():
    """A meal 40 to 120 min before a run holds at most what that time allows, however hot."""
    hot = day(run("09:00", distance_km=25.0), temperature_degc=35.0, wake="06:30")
    meal = labelled(plan(man(mass_kg=95.0), hot), "breakfast")
    assert meal.lead_min is not None
    limits = before_limits(minutes=meal.lead_min, mass_kg=95.0)
    assert meal.fluid_ml <= limits.fluid_ml + 1e-6


def test_leaves_what_fits_no_gap():
    """Ninety waking minutes hold one meal of 1,000 kcal; no other fits, and the rest is left."""
    context = Context(
        frame=Frame(390.0, 480.0), eating=Frame(390.0, 480.0), mass_kg=62.0,
        reference_mass_kg=62.0, age=34.0, builds=False,
        pre_sleep_dose=False, next_start=None, next_day_g_per_kg=0.0,
        past_day_g_per_kg=0.0, loose_sweat_ml=0.0, most_feeding_kcal=1000.0, most_added=6,
    )  # fmt: skip
    found = portions_of(
        context, [Feeding(420.0, 30.0, "meal", "lunch")], Amounts(100.0, 300.0, 80.0, 2000.0)
    )
    assert found.n_added == 0
    assert found.feedings[0].portion.energy_kcal == pytest.approx(1000.0)
    assert found.left.energy_kcal == pytest.approx(4.0 * 100.0 + 4.0 * 300.0 + 9.0 * 80.0 - 1000.0)
