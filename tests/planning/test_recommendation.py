"""The balance of the day: surplus, maintenance, or a deficit within its limits."""

import re
from itertools import pairwise

import pytest
from people import BUILD, MONDAY, at, athlete, codes, day, lift, man, plan, reasons, run

from fuelcalc import words
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.sessions import Other
from fuelcalc.planning.average import average_day, spent_by
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.person import person_of
from fuelcalc.planning.recommendation import expected_change

TRAINING = day(run(), lift())

# 0.7 % of 62 kg a week at 7,700 kcal a kg: 0.434 x 7,700 / 7.
BY_MASS = int(0.007 * 62.0 * 7700.0 / 7.0)

# Measured resting 1,450 at a desk is 2,218.5 a day; safe is 30 x 59.5 kg fat-free = 1,785.
LEAN_MAN = {"mass_kg": 70.0, "resting_energy_kcal_per_day": 1450.0}
LIMITS = [
    pytest.param(athlete(), TRAINING, BY_MASS, id="0.7-per-cent-of-mass"),
    # 1.53 x 1,000 measured; 20 % of 1,530.
    pytest.param(
        athlete(resting_energy_kcal_per_day=1000.0, body_fat_share=0.5),
        day(),
        306,
        id="20-per-cent",
    ),
    pytest.param(man(mass_kg=90.0, daily_life="manual"), day(), 500, id="500-kcal"),
    pytest.param(man(**LEAN_MAN), day(), 433, id="safe-intake"),
]


@pytest.mark.parametrize(("who", "when", "largest"), LIMITS)
def test_r02_refuses_a_deficit_and_names_the_largest(who, when, largest):
    """One kcal more than the largest deficit is refused; the largest that it names is planned."""
    with pytest.raises(InputError) as caught:
        plan(who, when, goal=Goal(balance_kcal=-float(largest + 1)))
    message = str(caught.value)
    assert "\n" not in message
    assert re.search(rf"largest deficit is {largest} kcal", message)
    found = plan(who, when, goal=Goal(balance_kcal=-float(largest)))
    assert found.energy.intake_kcal >= found.energy.safe_intake_kcal - 1e-6
    assert reasons(found)[0] == "asked-deficit"


def test_r02_says_to_leave_a_deficit_out_where_none_fits():
    """When resting energy is measured very low, no deficit is left and the message says so."""
    who = man(mass_kg=70.0, resting_energy_kcal_per_day=1150.0)
    with pytest.raises(InputError, match=r"largest deficit is 0 kcal.*leave balance out"):
        plan(who, day(), goal=Goal(balance_kcal=-50.0))


@pytest.mark.parametrize("aim", ["build", "maintain", "perform"])
@pytest.mark.parametrize("season", ["off-season", "base", "marathon", "race-week", "recovery"])
def test_r02_r10_never_proposes_a_deficit(aim, season):
    """Without a balance asked for, intake is never below expenditure."""
    found = plan(athlete(), TRAINING, goal=Goal(aim=aim, season=season))
    assert found.energy.balance_kcal >= 0.0
    assert found.energy.recommendation in {"surplus", "maintenance"}


def test_r02_r33_f26_warns_with_a_deficit():
    """R02, R33, F26: a deficit carries the signs of under-fuelling, in words for the reader."""
    found = plan(athlete(), TRAINING, goal=Goal(balance_kcal=-300.0))
    (reason,) = found.energy.reasons
    for sign in ("fatigue", "falling performance", "illness", "missed periods"):
        assert sign in words(reason)
    assert "costs muscle" not in words(reason)
    (for_a_man,) = plan(man(), TRAINING, goal=Goal(balance_kcal=-200.0)).energy.reasons
    assert "periods" not in words(for_a_man)
    assert found.energy.recommendation == "deficit"
    assert {"availability-reduced", "availability-low"} & set(codes(found))
    # 7 x 300 / 6,142 at 13.64 kg of fat.
    assert found.energy.expected_kg_per_week == pytest.approx(-0.3419, abs=2e-4)


def test_r33_names_the_signs_at_low_availability():
    """R33: under 35 kcal per kg of fat-free mass the caution names what to watch for."""
    who = athlete(daily_life="home", mass_kg=80.0, height_cm=185.0, body_fat_share=0.155)
    found = plan(who, TRAINING, goal=Goal(balance_kcal=-490.0))
    assert found.energy.energy_availability_kcal_per_kg_ffm < 35.0
    (note,) = [note for note in found.notes if note.code == "availability-low"]
    assert note.level == "caution"
    assert "falling performance" in words(note)


def test_r02_r33_says_a_present_shortfall_first():
    """R02, R33: eating below the plan is the first reason, with steps of at most 250 kcal."""
    found = plan(athlete(usual_intake_kcal=2900.0), TRAINING, goal=BUILD)
    shortfall = found.energy.shortfall
    assert reasons(found)[0] == "shortfall"
    assert "falling performance" in words(found.energy.reasons[0])
    assert shortfall.shortfall_kcal == pytest.approx(found.energy.intake_kcal - 2900.0)
    rises = [b - a for a, b in pairwise((2900.0, *shortfall.steps_kcal))]
    assert all(0.0 < rise <= 250.0 + 1e-9 for rise in rises)
    assert shortfall.steps_kcal[-1] == pytest.approx(found.energy.intake_kcal)
    # (2,900 - sessions above rest) / 48.36 kg of fat-free mass.
    present = (2900.0 - found.energy.exercise_kcal) / 48.36
    assert shortfall.energy_availability_kcal_per_kg_ffm == pytest.approx(present)


def test_measures_a_shortfall_against_the_week_where_it_is_known():
    """On a rest day and on a long day the shortfall, and its energy availability, are the same."""
    who = athlete(usual_intake_kcal=2100.0, weekly_mileage_km=50.0)
    rest = plan(who, day()).energy.shortfall
    long = plan(who, day(run(distance_km=30.0))).energy.shortfall
    # Only the steps are those of the day itself.
    assert rest.shortfall_kcal == pytest.approx(long.shortfall_kcal)
    now = [one.energy_availability_kcal_per_kg_ffm for one in (rest, long)]
    assert now[0] == pytest.approx(now[1])


def test_keeps_a_race_day_load_out_of_the_usual_shortfall():
    """What is loaded for one race is not part of what the week usually asks for."""
    who = athlete(usual_intake_kcal=1700.0, weekly_mileage_km=20.0, daily_life="home")
    race = day(run(distance_km=42.2, effort="race"))
    plain = plan(who, day()).energy
    loaded = plan(who, day(), after=race).energy
    assert loaded.intake_kcal > plain.intake_kcal + 100.0
    assert loaded.shortfall.shortfall_kcal == pytest.approx(plain.shortfall.shortfall_kcal)


@pytest.mark.parametrize("usual", [9000.0, None])
def test_says_no_shortfall_where_there_is_none(usual):
    """Eating more than the plan, or not saying, gives no shortfall."""
    found = plan(athlete(usual_intake_kcal=usual), TRAINING)
    assert found.energy.shortfall is None


SEASONS = [
    ("off-season", 1.0), ("base", 0.9), ("5k-10k", 0.7), ("half", 0.4), ("recovery", 0.3),
    ("marathon", 0.0), ("taper", 0.0), ("race-week", 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("season", "factor"), SEASONS)
def test_r03_r04_sizes_the_surplus_by_the_season(season, factor):
    """R03, R04: 10 % of the mean day times the season's factor, and the reason names the season."""
    who = athlete(weekly_mileage_km=30.0, weekly_lifts=2)
    mean = plan_day(who, average_day(who), menu=False).energy.expenditure_kcal
    found = plan(who, TRAINING, goal=Goal(aim="build", season=season))
    assert found.energy.balance_kcal == pytest.approx(0.10 * mean * factor)
    assert reasons(found) == ["build" if factor else "season"]
    if not factor:
        assert "hold on to muscle" in words(found.energy.reasons[0])


@pytest.mark.parametrize(
    ("experience", "factor"), [("novice", 1.25), ("intermediate", 1.0), ("advanced", 0.6)]
)
def test_r03_sizes_the_surplus_by_experience(experience, factor):
    """R03: novices gain faster than the advanced, so they eat more above expenditure."""
    who = man(weekly_mileage_km=30.0, lifting_experience=experience)
    mean = plan_day(who, average_day(who), menu=False).energy.expenditure_kcal
    # 5 kcal per kg is 375, above 0.6 and 1.0 of what base training asks for.
    expected = min(0.10 * mean * factor * 0.9, 375.0)
    assert plan(who, TRAINING, goal=BUILD).energy.balance_kcal == pytest.approx(expected)


@pytest.mark.parametrize(("km", "factor"), [(40.0, 1.0), (60.0, 0.5), (80.0, 0.0), (120.0, 0.0)])
def test_r05_shrinks_the_surplus_with_mileage(km, factor):
    """R05: full up to 40 km a week, half at 60, gone from 80 (50 miles), and the plan says why."""
    who = athlete(weekly_mileage_km=km)
    mean = plan_day(who, average_day(who), menu=False).energy.expenditure_kcal
    found = plan(who, TRAINING, goal=BUILD)
    assert found.energy.balance_kcal == pytest.approx(0.10 * mean * 0.9 * factor)
    assert ("high-mileage" in reasons(found)) == (factor < 1.0)
    texts = " ".join(words(reason) for reason in found.energy.reasons)
    assert ("gains are unlikely" in texts) == (factor < 0.3)
    assert ("left out" in texts) == (factor == 0.0)


def test_r05_lets_the_athlete_insist():
    """R05: at 130 km a week a surplus asked for by hand is planned all the same."""
    who = athlete(weekly_mileage_km=130.0)
    found = plan(who, TRAINING, goal=Goal(aim="build", balance_kcal=300.0))
    assert found.energy.balance_kcal == 300.0
    assert reasons(found) == ["asked"]


def test_r03_caps_the_surplus():
    """R03: at most 500 kcal, and at most 5 kcal for each kg of body mass."""
    goal = Goal(aim="build", season="off-season")
    small = athlete(mass_kg=48.0, height_cm=158.0, lifting_experience="novice")
    assert plan(small, TRAINING, goal=goal).energy.balance_kcal == pytest.approx(240.0)
    big = man(mass_kg=110.0, daily_life="manual", lifting_experience="novice")
    assert plan(big, TRAINING, goal=goal).energy.balance_kcal == pytest.approx(500.0)


class TestExpectedChange:
    """What a balance does to body mass."""

    @staticmethod
    def change(balance_kcal, sd_kcal=250.0):
        """The change of the woman with 13.64 kg of fat, of whose expenditure so much is unsure."""
        person = person_of(athlete(), Goal(), None)
        usual = plan_energy(person)._replace(sd_kcal=sd_kcal)
        return expected_change(person.body, usual, balance_kcal=balance_kcal)

    def test_f22_carries_the_error_of_expenditure(self):
        """
        +230 kcal with an error of 250 is -0.2 to +0.7 kg a week about 0.26, not 0.23 ± 30 %.

        Vector F10, again by the tissue energy of 13.64 kg of fat, by hand 6,142 kcal a kg:
        7 x (230 ± 1.645 x 250) / 6,142.
        """
        found = self.change(230.0)
        assert found.tissue_kcal_per_kg == pytest.approx(6142.0, abs=1.0)
        assert found.kg_per_week == pytest.approx(0.2621, abs=2e-4)
        assert found.low_kg_per_week == pytest.approx(-0.2066, abs=2e-4)
        assert found.high_kg_per_week == pytest.approx(0.7308, abs=2e-4)

    def test_is_nothing_in_the_middle_at_balance(self):
        """At balance nothing is expected, and the range lies evenly about it."""
        found = self.change(0.0)
        assert found.kg_per_week == 0.0
        assert found.high_kg_per_week == pytest.approx(-found.low_kg_per_week)

    def test_is_as_sure_as_expenditure(self):
        """With expenditure known exactly the three are one."""
        found = self.change(230.0, sd_kcal=0.0)
        assert found.low_kg_per_week == found.kg_per_week == found.high_kg_per_week

    def test_takes_the_error_of_the_week_where_it_is_known(self):
        """The error of the mean day, not of a long one, is what the weeks are off by."""
        who = athlete(weekly_mileage_km=30.0)
        rest, long = (plan(who, when, goal=BUILD).energy for when in (day(), day(run(None))))
        assert rest.expected_high_kg_per_week == pytest.approx(long.expected_high_kg_per_week)
        assert rest.expected_low_kg_per_week < 0.0 < rest.expected_kg_per_week


def plan_energy(person):
    """A rest day's cost."""
    return spent_by(person, ())


def test_keeps_the_surplus_the_same_every_day_of_the_week():
    """With the mileage known, a rest day and a long day carry the same surplus."""
    who = athlete(weekly_mileage_km=35.0)
    balances = [
        plan(who, when, goal=BUILD).energy.balance_kcal
        for when in (day(), TRAINING, day(run(distance_km=25.0)))
    ]
    assert balances == pytest.approx([balances[0]] * 3)


def test_says_when_the_week_is_unknown():
    """A surplus sized from one day says so; one that was asked for, or none, does not."""
    assert "week-unknown" in codes(plan(athlete(), TRAINING, goal=BUILD))
    asked = Goal(aim="build", balance_kcal=100.0)
    assert "week-unknown" not in codes(plan(athlete(), TRAINING, goal=asked))
    taper = Goal(aim="build", season="taper")
    assert "week-unknown" not in codes(plan(athlete(), TRAINING, goal=taper))
    known = athlete(weekly_mileage_km=30.0)
    assert "week-unknown" not in codes(plan(known, TRAINING, goal=BUILD))


def test_calls_two_per_cent_maintenance():
    """A balance within 2 % of expenditure is maintenance, beyond it a surplus."""
    spent = plan(athlete(), TRAINING).energy.expenditure_kcal
    within = plan(athlete(), TRAINING, goal=Goal(balance_kcal=0.0199 * spent))
    beyond = plan(athlete(), TRAINING, goal=Goal(balance_kcal=0.0201 * spent))
    assert within.energy.recommendation == "maintenance"
    assert beyond.energy.recommendation == "surplus"


def test_raises_energy_rather_than_break_the_floors():
    """Where protein, fat and carbohydrate at their least exceed the energy, energy rises."""
    who = athlete(resting_energy_kcal_per_day=900.0, daily_life="home")
    found = plan(who, day())
    assert reasons(found) == ["energy-raised"]
    assert found.targets.protein_g == pytest.approx(1.6 * 62.0)
    assert found.targets.fat_g == pytest.approx(0.6 * 62.0)


def test_says_a_shortfall_before_any_other_reason():
    """Who eats enough has no such reason; who does not reads it first."""
    assert reasons(plan(athlete(usual_intake_kcal=9000.0), day())) == ["maintain"]
    assert reasons(plan(athlete(usual_intake_kcal=2100.0), day())) == ["shortfall", "maintain"]


PARKRUN = day(run("09:00", distance_km=5.0, effort="race"))


@pytest.mark.parametrize("season", ["taper", "race-week", "recovery", "injured"])
def test_plans_no_deficit_in_a_season_without_room(season):
    """In a taper, race week, recovery and injury it is refused; a race in the plan is named."""
    goal = Goal(balance_kcal=-200.0, season=season)
    with pytest.raises(InputError, match="has no place in") as alone:
        plan(goal=goal)
    assert str(alone.value).endswith("leave balance out")
    race = PARKRUN.model_copy(update={"date": MONDAY})
    with pytest.raises(InputError, match="recovered from the race on 2026-11-02"):
        plan(goal=goal, after=race)
    assert plan(goal=Goal(balance_kcal=200.0, season=season)).energy.balance_kcal == 200.0


@pytest.mark.parametrize("aim", ["build", "maintain", "perform"])
def test_eats_what_is_spent_while_injured(aim):
    """No deficit, no surplus, protein at 1.8 to 2.0 g/kg, and words for it; figures stay shown."""
    for diet in ("omnivore", "vegan"):
        found = plan(athlete(diet=diet), goal=Goal(aim=aim, season="injured"))
        assert found.energy.balance_kcal == pytest.approx(0.0)
        assert reasons(found) == ["injured"]
        assert "healing" in words(found.energy.reasons[0])
        assert 1.8 <= found.targets.protein_g / 62.0 <= 2.0
        assert found.withheld == ()


def test_takes_the_week_from_the_days_of_the_plan():
    """Seven equal days with a long ride each: the shortfall counts the rides."""
    rides = day(run(distance_km=8.0), Other(start=at(12), duration_min=180.0, met=7.0))
    who = athlete(usual_intake_kcal=2600.0, weekly_mileage_km=56.0)
    alone = plan(who, rides, goal=BUILD)
    found = plan(who, rides, goal=BUILD, week=[rides] * 7)
    energy = found.energy
    # Every day is this day, so the mean is this day, and the surplus is sized from it.
    wanted = energy.expenditure_kcal + energy.balance_kcal + energy.behind_kcal
    assert energy.shortfall.shortfall_kcal == pytest.approx(wanted - 2600.0)
    assert alone.energy.shortfall.shortfall_kcal < energy.shortfall.shortfall_kcal


def test_refuses_a_deficit_to_somebody_who_eats_less_already():
    """A usual intake below what the deficit would leave is a shortfall, not a plan."""
    with pytest.raises(InputError, match="below that already"):
        plan(athlete(usual_intake_kcal=1500.0), goal=Goal(balance_kcal=-150.0))
    fine = plan(athlete(usual_intake_kcal=2400.0), goal=Goal(balance_kcal=-150.0))
    assert fine.energy.recommendation == "deficit"


def test_asks_to_check_where_a_covered_day_looks_low():
    """Under 30 kcal/kg at maintenance a measurement is wrong, or somebody needs a doctor."""
    who = athlete(resting_energy_kcal_per_day=1100.0, daily_life="home", body_fat_share=0.16)
    found = plan(who, day(run()))
    assert found.energy.energy_availability_kcal_per_kg_ffm < 30.0
    assert "availability-check" in codes(found)


@pytest.mark.parametrize("aim", ["maintain", "perform"])
def test_never_says_that_a_day_with_more_eats_what_it_spends(aim):
    """An eve that loads and a day that repays eat more than they cost, and say so alone."""
    race = day(run("09:00", distance_km=42.2, duration_min=210.0, effort="race"))
    eve = plan(man(), day(), goal=Goal(aim=aim), after=race)
    assert reasons(eve) == ["glycogen-load"]
    ultra = day(run("05:00", distance_km=100.0, duration_min=720.0, effort="race"))
    assert "repaid" in reasons(behind := plan(man(), day(), goal=Goal(aim=aim), before=ultra))
    assert aim not in reasons(behind)
