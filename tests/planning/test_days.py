"""Days that know their neighbours: loading, long days that end behind, and what repays them."""

import re

import pytest
from people import (
    BUILD,
    athlete,
    caffeine,
    codes,
    day,
    feedings,
    labelled,
    lift,
    man,
    plan,
    reasons,
    run,
)

from fuelcalc import InputError, render
from fuelcalc.models.athlete import Goal
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.planning.day import plan_days
from fuelcalc.planning.days import Surroundings, owed_kcal
from fuelcalc.planning.person import person_of
from fuelcalc.planning.sessions.training import Training

RACER = man(mass_kg=72.0)
MARATHON = day(run("09:00", distance_km=42.2, duration_min=210.0, effort="race"))
HALF = day(run("09:00", distance_km=21.1, duration_min=105.0, effort="race"))
ULTRA_RUNNER = man(mass_kg=70.0)
ULTRA = day(run("05:00", distance_km=160.0, duration_min=1050.0, effort="race"))


@pytest.mark.parametrize(
    ("after", "g_per_kg"),
    [([MARATHON], 9.5), ([day(), MARATHON], 7.5), ([HALF], 7.25), (MARATHON, 9.5)],
)
def test_f09_loads_over_two_days(after, g_per_kg):
    """Two days before a marathon 7-8 g/kg, the day before 9-10; a half 7-8 the day before."""
    found = plan(RACER, day(), after=after)
    assert found.targets.carbohydrate_g / 72.0 == pytest.approx(g_per_kg, abs=0.01)
    assert 1.2 <= found.targets.protein_g / 72.0 <= 1.65
    assert found.targets.fat_g / 72.0 >= 0.5 - 1e-9
    assert "glycogen-load" in codes(found)


@pytest.mark.parametrize(
    "who",
    [
        man(mass_kg=100.0, height_cm=186.0, body_fat_share=None),
        man(mass_kg=90.0, conditions=["glp1"]),
    ],
)
def test_says_what_is_loaded_on_the_day_itself(who):
    """Where energy or room hold less than the rule of 9.5 g/kg, the note says the day's own."""
    found = plan(who, day(), after=MARATHON)
    (said,) = [note.values for note in found.notes if note.code == "glycogen-load"]
    assert said["carbohydrate_g"] == found.targets.carbohydrate_g
    assert said["carbohydrate_g_per_kg"] * who.mass_kg == pytest.approx(said["carbohydrate_g"])
    assert said["carbohydrate_g_per_kg"] < 9.4


def test_f09_has_one_figure_of_fibre_on_the_eve():
    """20 g of fibre is a ceiling on the last day, and no ceiling on the day before that."""
    eve = plan(RACER, day(), after=[MARATHON])
    assert eve.targets.fibre_g == pytest.approx(20.0)
    assert eve.targets.limits == ("fibre_g",)
    second = plan(RACER, day(), after=[day(), MARATHON])
    assert second.targets.fibre_g > 30.0
    assert second.targets.limits == ()


def test_f18_refills_after_a_marathon():
    """The day after holds 6-8 g/kg and its protein, and an ordinary day does not."""
    found = plan(RACER, day(), before=MARATHON)
    assert found.targets.protein_g / 72.0 >= 1.7
    assert 6.0 <= found.targets.carbohydrate_g / 72.0 <= 8.0
    assert plan(RACER, day()).targets.carbohydrate_g / 72.0 < 6.0


def test_f04_ends_an_ultra_behind_and_says_so():
    """70 kg, 160 km: meals hold 10 g/kg and 35 % fat, the rest is a field, and is noted."""
    found = plan(ULTRA_RUNNER, ULTRA)
    during = labelled(found, "during the run")
    in_meals = found.targets.carbohydrate_g - during.carbohydrate_g
    assert in_meals <= 700.0 + 1e-6
    meals_kcal = found.targets.energy_kcal - during.energy_kcal
    assert 9.0 * found.targets.fat_g <= 0.35 * meals_kcal + 1e-6
    assert found.energy.behind_kcal > 2000.0
    assert found.energy.balance_kcal == pytest.approx(-found.energy.behind_kcal)
    assert found.energy.recommendation == "maintenance"
    assert "day-ends-behind" in codes(found)
    assert "availability-low" not in codes(found)
    assert during.protein_g == pytest.approx(0.9 * 70.0)


def test_f04_stores_no_more_in_an_evening_than_fits():
    """Behind 12 h of racing meals hold 1.2 g/kg for four hours, and half of that for each after."""
    race = run("06:00", distance_km=80.0, duration_min=630.0, effort="race")
    small = athlete(mass_kg=45.0, height_cm=148.0, body_fat_share=0.18)
    found = plan(small, day(race))
    evening = [entry for entry in feedings(found) if entry.minute >= 990.0]
    # From 16:30 to 22:30.
    assert sum(entry.carbohydrate_g for entry in evening) <= 45.0 * (4.8 + 1.2) + 1e-6
    assert sum(entry.protein_g for entry in evening) >= 1.2 * 45.0
    assert found.targets.protein_g <= 2.5 * 45.0 + 1e-9
    assert found.energy.behind_kcal > 0.0
    assert "day-ends-behind" in codes(found)


def test_keeps_the_protein_of_a_race_before_another():
    """Two marathons in two days: loading takes its room from protein on days of rest alone."""
    again = plan(RACER, MARATHON, after=[MARATHON])
    assert again.targets.protein_g / 72.0 >= 1.8 - 1e-9
    assert plan(RACER, day(), after=[MARATHON]).targets.protein_g / 72.0 <= 1.4


def test_f04_repays_an_ultra_within_four_days():
    """Each of the next days eats up to 15 kcal/kg more, until what was left is back."""
    rests = [day() for _ in range(5)]
    plans = plan_days(ULTRA_RUNNER, [ULTRA, *rests], menu=False)
    behind = plans[0].energy.behind_kcal
    back = [found.energy.repaid_kcal for found in plans[1:]]
    raised = [found.energy.balance_kcal for found in plans[1:]]
    assert all(0.0 <= one <= 15.0 * 70.0 + 1e-6 for one in back)
    assert back[0] == pytest.approx(min(behind, 1050.0))
    assert "repaid" in reasons(plans[1])
    assert sum(raised[:4]) == pytest.approx(min(behind, 4.0 * 15.0 * 70.0), abs=1.0)
    assert back[4] == 0.0
    assert back == sorted(back, reverse=True)


HEAVY = man(mass_kg=130.0, height_cm=190.0, body_fat_share=None)
BIG = man(mass_kg=100.0, height_cm=186.0, body_fat_share=None)
SLOW = day(run("09:30", distance_km=55.0, duration_min=380.0, effort="race"))
LONGER = day(run("06:00", distance_km=100.0, duration_min=720.0, effort="race"))


@pytest.mark.parametrize(
    ("who", "before", "race", "later"),
    [
        pytest.param(man(mass_kg=75.0), 0, LONGER, "all", id="all"),
        pytest.param(HEAVY, 0, ULTRA, "part", id="as-much-as-four-days-hold"),
        pytest.param(man(mass_kg=75.0), 2, LONGER, "part-ahead", id="some-loaded"),
        pytest.param(BIG, 2, SLOW, "ahead", id="all-loaded"),
    ],
)
def test_says_what_the_next_days_repay(who, before, race, later):
    """The note's sum is what the plans of the days after add up to, whatever was loaded ahead."""
    days = [*(day() for _ in range(before)), race, *(day() for _ in range(5))]
    plans = plan_days(who, days, menu=False)
    (said,) = [note.values for note in plans[before].notes if note.code == "day-ends-behind"]
    assert said["later"] == later
    back = sum(found.energy.repaid_kcal for found in plans[before + 1 :])
    assert said["repaid_kcal"] == pytest.approx(back, abs=1.0)
    assert (back < 1.0) == (later == "ahead")


def test_says_that_nothing_is_repaid_of_an_ordinary_day():
    """Two meals and no snack leave some of a rest day: nobody is told that it comes back."""
    who = man(mass_kg=100.0, height_cm=186.0, meals_per_day=2, snacks=False, daily_life="manual")
    first, second = plan_days(who, [day(), day()], menu=False)
    (said,) = [note.values for note in first.notes if note.code == "day-ends-behind"]
    assert (said["later"], said["repaid_kcal"]) == ("none", 0.0)
    assert second.energy.repaid_kcal == 0.0


@pytest.mark.parametrize(
    ("who", "race"),
    [
        (BIG, SLOW),
        (man(mass_kg=90.0, conditions=["glp1"]), MARATHON),
        (athlete(mass_kg=92.0, conditions=["bariatric"]), day(run("08:00", distance_km=16.0))),
    ],
)
@pytest.mark.parametrize("aim", ["maintain", "perform"])
def test_calls_no_day_met_that_ends_behind(who, race, aim):
    """What does not fit stands in the headline and first of the reasons, and nothing denies it."""
    found = plan(who, race, goal=Goal(aim=aim))
    assert found.energy.behind_kcal > 100.0
    assert reasons(found)[0] == "behind"
    assert not {"maintain", "perform"} & set(reasons(found))
    page = render(found, "text")
    assert "less than the day costs: it does not fit." in page
    assert "You eat what you spend" not in page
    assert "  Energy availability " not in page
    assert re.search(r"^  Maintenance +0$", page, re.MULTILINE)


def test_promises_no_gain_on_a_race_day():
    """The surplus of somebody who builds stands on the day of a race, and no weekly change."""
    pages = [
        render(plan(when=day(run("09:00", distance_km=10.0, effort=effort)), goal=BUILD), "text")
        for effort in ("race", "tempo")
    ]
    assert all("% of what is spent" in page for page in pages)
    assert ["kg/week" in page for page in pages] == [False, True]


def test_promises_no_gain_on_a_day_that_ends_behind():
    """Who builds and ends a long day behind reads of no surplus for the week on that line."""
    goal = Goal(aim="build", season="off-season")
    found = plan(BIG, LONGER, goal=goal)
    assert found.energy.recommendation == "surplus"
    assert "kg/week" not in render(found, "text")
    assert "less than the day costs: it does not fit." in render(found, "text")
    # Where only a part of the surplus does not fit, the day costs no more than it is fed.
    fed = plan(BIG, SLOW, goal=goal)
    assert fed.energy.behind_kcal > 10.0
    assert fed.energy.balance_kcal > 0.0
    assert "behind" not in reasons(fed)
    assert "more than the day costs, to build." in render(fed, "text")


def test_owes_nothing_after_ordinary_days():
    """A week of usual training leaves nothing to repay, and an average day has no place."""
    usual = day(run(distance_km=12.0), lift())
    person = person_of(athlete(), Goal(), None)
    for past in ([usual] * 4, [AverageDay(runs=(run(None, distance_km=20.0),))], []):
        owed = owed_kcal(
            person, Surroundings(day(), past), Training(athlete()), weekly_net_kcal=None
        )
        assert owed == 0.0


def test_repays_nobody_whom_a_guard_keeps_from_a_surplus():
    """At 17 no surplus is planned, whatever the day before left."""
    found = plan(ULTRA_RUNNER.model_copy(update={"age": 17.0}), day(), before=ULTRA)
    assert found.targets is None or found.energy.repaid_kcal == 0.0


def test_counts_what_was_loaded_against_what_is_owed():
    """Somebody who ate ahead for the race is repaid less after it."""
    # So long that what is left is less than three days may repay.
    since = [day(), day(), day(run("05:00", distance_km=110.0, duration_min=740.0, effort="race"))]
    loaded = plan(ULTRA_RUNNER, day(), before=[*since, day()])
    unloaded = plan(ULTRA_RUNNER, day(), before=since)
    assert loaded.energy.repaid_kcal < unloaded.energy.repaid_kcal


def test_f15_uses_a_stated_tolerance():
    """A marathon of 3:30 with a tolerance of 90 and 120 g/h: used whole, and said how."""
    for tolerance in (60.0, 90.0, 120.0):
        who = man(mass_kg=72.0, carbohydrate_tolerance_g_per_h=tolerance)
        found = plan(who, MARATHON)
        during = labelled(found, "during the run")
        assert during.carbohydrate_g_per_h == pytest.approx(tolerance, rel=0.001)
        assert ("mixed-carbohydrate" in codes(found)) == (tolerance > 60.0)


def test_f10_salts_what_is_drunk_by_the_litre():
    """600 mg with each litre drunk in a marathon, at most 600 an hour, and said per hour."""
    during = labelled(plan(RACER, MARATHON), "during the run")
    assert during.sodium_mg / during.fluid_ml == pytest.approx(0.6)
    assert during.sodium_mg_per_h == pytest.approx(during.sodium_mg / 3.5)
    assert during.sodium_mg_per_h <= 600.0


def test_f01_sweats_no_measured_rate_at_yoga():
    """62 kg, 1.1 L/h measured on runs, 90 min of yoga: about 290 ml during, 2,310 ml a day."""
    from fuelcalc.models.sessions import Other

    yoga = Other.of(start="12:00", duration="90 min", activity="yoga")
    found = plan(athlete(sweat_rate_l_per_h=1.1), day(yoga))
    (during,) = feedings(found, "during")
    assert during.fluid_ml == pytest.approx(290.0, abs=10.0)
    assert found.targets.fluid_ml == pytest.approx(2310.0, abs=15.0)


def test_burns_less_carbohydrate_before_breakfast():
    """The same run soon after waking burns less of it, and so does tomorrow's."""
    early = plan(when=day(run("06:30"), wake="05:45"))
    late = plan(when=day(run("12:00"), wake="05:45"))
    needs = [
        next(figure for figure in found.trace if figure.name == "targets.carbohydrate_g").inputs
        for found in (early, late)
    ]
    assert dict(needs[0])["need_g"] < dict(needs[1])["need_g"]


@pytest.mark.parametrize(
    ("air", "more"),
    [({"dew_point_degc": 24.0}, 1.3), ({"dew_point_degc": 15.0}, 1.0),
     ({"humidity_share": 1.0}, 1.3), ({"humidity_share": 0.3}, 1.0)],
)  # fmt: skip
def test_drinks_more_in_humid_air(air, more):
    """By dew point or by humidity at 26 degrees; a treadmill stands in other air."""
    run_of = {"distance_km": 15.0, "pace_s_per_km": 360.0}
    dry = labelled(plan(when=day(run(**run_of), temperature_degc=26.0)), "during the run")
    wet = labelled(plan(when=day(run(**run_of), temperature_degc=26.0, **air)), "during the run")
    assert wet.fluid_ml / dry.fluid_ml == pytest.approx(more)
    indoors = [
        labelled(plan(when=day(run(surface="treadmill", **run_of), **changes)), "during the run")
        for changes in ({"temperature_degc": 26.0}, {"temperature_degc": 26.0, **air})
    ]
    assert indoors[0].fluid_ml == indoors[1].fluid_ml


@pytest.mark.parametrize(
    ("one", "said"),
    [(run("07:00"), None), (run("07:00", distance_km=3.0), None),
     (run("07:00", effort="tempo"), "caffeine"), (run("07:00", effort="race"), "caffeine"),
     (run("19:00", effort="tempo"), "caffeine-too-late")],
)  # fmt: skip
def test_f25_gives_caffeine_to_hard_runs_alone(one, said):
    """Races, tempo runs and intervals; never an easy run or a shake-out."""
    found = plan(athlete(caffeine=True), day(one, wake="05:30", sleep="22:00"))
    notes = [code for code in codes(found) if code.startswith("caffeine")]
    assert notes + ["caffeine" for _ in caffeine(found)] == ([said] if said else [])


@pytest.mark.parametrize(
    ("one", "warned"),
    [(run("07:00"), False), (run("07:00", effort="race"), False),
     (run("07:00", distance_km=21.1, effort="race"), False),
     (run("07:00", distance_km=42.195, effort="race"), True),
     (run("07:00", duration_min=299.0, pace_s_per_km=400.0), False),
     (run("07:00", duration_min=300.0, pace_s_per_km=400.0), True), (lift(), False)],
)  # fmt: skip
def test_warns_of_painkillers_on_races_and_ultras(one, warned):
    """One line on the days of marathons and of runs of five hours and more."""
    assert ("no-painkillers" in codes(plan(when=day(one)))) == warned


def test_counts_no_loading_that_does_not_fit_as_cost():
    """On small feedings loading hardly raises energy: only what the day itself costs is short."""
    eve = plan(man(mass_kg=90.0, body_fat_share=None, conditions=["glp1"]), day(), after=MARATHON)
    assert eve.energy.behind_kcal > 500.0
    assert "glycogen-load" not in reasons(eve)
    (said,) = [reason.values for reason in eve.energy.reasons if reason.code == "behind"]
    assert said["left_kcal"] == pytest.approx(-eve.energy.balance_kcal)
    assert said["left_kcal"] < eve.energy.behind_kcal - 500.0
    free = plan(man(mass_kg=90.0, body_fat_share=None), day(), after=MARATHON)
    assert "glycogen-load" in reasons(free)


def test_says_which_of_several_days_cannot_be():
    """By its date, or by its number where it has none."""
    late = {"runs": ["40 km easy 21:00"], "sleep": "22:00"}
    for wrong, which in (
        (Day.of(**late), "days[2]"),
        (Day.of(**late, date="2026-12-01"), "2026-12-01"),
    ):
        with pytest.raises(InputError, match=r"ends at 01:00, after sleep at 22:00") as caught:
            plan_days(athlete(), [Day(), wrong], menu=False)
        assert str(caught.value).startswith(f"{which}.start: the 40 km easy run")
