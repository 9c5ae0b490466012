"""A week: each day as it is alone, and what the days come to."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import BUILD, athlete, codes, man

from fuelcalc import Day, Goal, InputError, Plan, plan_day, plan_week
from fuelcalc.models.week import Week

MONDAY = dt.date(2026, 11, 23)
WEEK = Week.of(
    tuesday={"runs": ["8 km easy 06:30"], "lifts": ["60 min heavy lower 18:00"]},
    wednesday={"runs": ["2 km + 6x800 m @ 4:20/km rec 2 min jog + 2 km 06:30"]},
    friday={"runs": ["9 km easy 06:30"]},
    sunday={"runs": ["18 km long 08:00"]},
)
BASE = Plan(athlete=athlete(), goal=BUILD, week=WEEK)


def on(place, **changes):
    """A day so many days from Monday on."""
    return Day.of(date=MONDAY + dt.timedelta(days=place), **changes)


def alone(plan, date, **choices):
    """The day of a plan as `plan_day` gives it."""
    calendar = plan.calendar
    day = calendar.day_on(date)
    before, after = calendar.neighbours(day)
    return plan_day(
        plan.athlete,
        day,
        plan.goal,
        before=before,
        after=after,
        week=calendar.week_of(day),
        **choices,
    )


def test_f69_plans_every_day_of_the_week():
    """Seven days from Monday on, each with its date and where it comes from."""
    week = plan_week(BASE, first=MONDAY, menu=False)
    assert week.dates == tuple(MONDAY + dt.timedelta(days=place) for place in range(7))
    assert set(week.origins) == {"repeated"}
    assert week.missing == ()
    assert week.first == MONDAY


@pytest.mark.parametrize("place", range(7))
def test_day_equals_week(place):
    """What the week says of a day is what the day says, dishes included."""
    date = MONDAY + dt.timedelta(days=place)
    week = plan_week(BASE, first=MONDAY)
    assert week.days[place] == alone(BASE, date)


SESSIONS = st.sampled_from(
    [
        {},
        {"runs": ["8 km easy 06:30"]},
        {"runs": ["32 km long 07:00"]},
        {"runs": ["12 km tempo 18:00"], "lifts": ["60 min heavy lower 06:30"]},
        {"lifts": ["60 min hypertrophy upper 18:00"]},
        {"other": ["90 min cycling 17:00"]},
        {"runs": ["marathon race in 3:45:00 09:00"]},
    ]
)


@settings(max_examples=30)
@given(days=st.lists(SESSIONS, min_size=7, max_size=7), start=st.integers(0, 6))
def test_adds_up(days, start):
    """The week is the sum of its days, and any day of it is what it is alone."""
    plan = Plan(athlete=athlete(), days=tuple(on(place, **one) for place, one in enumerate(days)))
    week = plan_week(plan, menu=False)
    energies = [day.energy for day in week.days]
    assert week.energy.expenditure_kcal == pytest.approx(
        sum(one.expenditure_kcal for one in energies)
    )
    assert week.energy.intake_kcal == pytest.approx(
        week.energy.expenditure_kcal + week.energy.balance_kcal
    )
    assert sum(one.intake_kcal for one in week.energy.by_day) == pytest.approx(
        week.energy.intake_kcal
    )
    assert week.days[start] == alone(plan, MONDAY + dt.timedelta(days=start), menu=False)


EATERS = st.sampled_from(
    [
        athlete(diet="vegan", lunch="packed"),
        athlete(avoid=["milk", "nuts"], weekday_cooking="15 min"),
        man(likes=["salmon"], lunch="canteen"),
        man(mass_kg=95.0, variety="high", conditions=["hypertension"]),
    ]
)
SET = st.sampled_from(
    [{}, {"lock": ["dinner=lentil-bolognese"]}, {"use_up": ["spinach"]}, {"lock": ["dinner=out"]}]
)


@settings(max_examples=5, deadline=None)
@given(
    who=EATERS,
    days=st.lists(SESSIONS, min_size=7, max_size=7),
    is_set=SET,
    place=st.integers(0, 6),
)
def test_day_equals_any_week_dishes_included(who, days, is_set, place):
    """Whoever eats, whatever is trained, and whatever is set on Tuesday: each day is itself."""
    days = [dict(one) for one in days]
    days[1] |= is_set
    plan = Plan(athlete=who, days=tuple(on(n, **one) for n, one in enumerate(days)))
    week = plan_week(plan)
    for each in {place, 1, 2}:
        assert week.days[each] == alone(plan, MONDAY + dt.timedelta(days=each))


# W1: what training costs on each day beside 2,290 kcal of life, and what is eaten with 200 more.
W1_NET = [0.0, 530.0, 180.0, 530.0, 0.0, 710.0, 1600.0]
W1_EATEN = [2490.0, 3020.0, 2670.0, 3020.0, 2490.0, 3200.0, 4090.0]


def test_w1_matches_each_day():
    """By the sheet's figures: each day eats what it costs and the surplus, 20,980 kcal in all."""
    # Life at a desk is 1.53 of resting energy, and an hour of training displaces a 24th of it.
    who = athlete(resting_energy_kcal_per_day=2290.0 / 1.53)
    days = [
        {"other": [{"start": "12:00", "duration": "60 min", "energy_kcal": net + 2290.0 / 24.0}]}
        if net
        else {}
        for net in W1_NET
    ]
    plan = Plan(
        athlete=who,
        goal=Goal.of(balance="+200 kcal"),
        days=tuple(on(place, **one) for place, one in enumerate(days)),
    )
    week = plan_week(plan, menu=False)
    nets = [sum(one.net_kcal for one in day.energy.sessions) for day in week.days]
    assert nets == pytest.approx(W1_NET, abs=0.5)
    assert [day.energy.intake_kcal for day in week.days] == pytest.approx(W1_EATEN, abs=0.5)
    assert week.energy.intake_kcal == pytest.approx(20_980.0, abs=1.0)


def test_a_date_replaces_its_weekday():
    """A race on the Sunday of a week that repeats: it is raced, and the days around know."""
    race = on(6, runs=["marathon race in 3:45:00 09:00"])
    week = plan_week(Plan(athlete=athlete(), week=WEEK, days=(race,)), first=MONDAY, menu=False)
    assert week.origins == (*["repeated"] * 6, "dated")
    assert "glycogen-load" in codes(week.days[5])
    after = plan_week(
        Plan(athlete=athlete(), week=WEEK, days=(race,)),
        first=MONDAY + dt.timedelta(days=7),
        menu=False,
    )
    assert after.days[0].energy.repaid_kcal >= 0.0
    assert after.origins == ("repeated",) * 7


def test_spreads_a_mileage():
    """Mileage alone: seven days, said to be an estimate."""
    plan = Plan(athlete=athlete(weekly_mileage="45 km", weekly_lifts=3))
    week = plan_week(plan, menu=False)
    assert week.first == dt.date(2026, 1, 5)
    assert set(week.origins) == {"spread"}
    assert [note.code for note in week.notes] == ["week-is-spread"]
    assert sum(run.distance_km for day in week.training for run in day.runs) == pytest.approx(45)


def test_says_what_the_plan_leaves_out():
    """Dates between the first and the last that nobody wrote are named, not made up."""
    plan = Plan(athlete=athlete(), days=(on(0), on(2, runs=["8 km easy 06:30"]), on(5)))
    week = plan_week(plan, menu=False)
    assert [date.day for date in week.missing] == [24, 26, 27]
    assert week.notes[0].values["dates"] == ("2026-11-24", "2026-11-26", "2026-11-27")
    assert len(week.days) == 3


def test_plans_several_weeks():
    """Four weeks are 28 days, and each week of them is the week alone."""
    month = plan_week(BASE, first=MONDAY, weeks=4, menu=False)
    assert len(month.days) == 28
    second = plan_week(BASE, first=MONDAY + dt.timedelta(days=7), menu=False)
    assert month.days[7:14] == second.days


def test_hides_what_a_guard_hides():
    """Where figures are withheld on a day, no sum tells them."""
    week = plan_week(Plan(athlete=athlete(conditions=["eating-disorder"]), week=WEEK), first=MONDAY)
    assert week.energy is None
    assert all(day.energy is None for day in week.days)


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (
            Plan(athlete=athlete(), days=(Day(), Day())),
            (
                "days: the plan has 2 days without a date; write date = 2026-11-26 in each, or "
                "[week.monday] for a day that repeats"
            ),
        ),
        (
            Plan(athlete=athlete()),
            (
                'week: the plan has no sessions; write [week.tuesday] with runs = ["8 km easy '
                '06:30"], or weekly_mileage'
            ),
        ),
        (
            Plan(athlete=athlete(), days=(on(9), on(12))),
            (
                "from: the plan has no day from 2026-11-23 to 2026-11-29; it has 2026-12-02 to "
                "2026-12-05"
            ),
        ),
    ],
)
def test_refuses_in_one_line(plan, line):
    """Days nobody can date, a plan without training, and dates that are not there."""
    with pytest.raises(InputError) as error:
        plan_week(plan, first=MONDAY, menu=False)
    assert str(error.value) == line


@pytest.mark.parametrize("weeks", [0, 54])
def test_has_a_most_of_weeks(weeks):
    """One week at the least, a year at the most."""
    with pytest.raises(InputError, match="is outside 1 to 53"):
        plan_week(BASE, weeks=weeks)


def test_names_every_day_that_cannot_be():
    """Sessions that overlap on two days are two mistakes, each with its date."""
    twice = {"runs": ["20 km easy 06:00", "20 km easy 07:00"]}
    plan = Plan(athlete=athlete(), week=Week.of(monday=twice, friday=twice))
    with pytest.raises(InputError) as error:
        plan_week(plan, first=MONDAY, menu=False)
    assert str(error.value).startswith("2026-11-23.start: the 20 km easy run at 07:00 overlaps")
    assert [one.path.partition(".")[0] for one in error.value.mistakes] == [
        "2026-11-23", "2026-11-27",
    ]  # fmt: skip


def test_checks_across_a_week_that_repeats():
    """R26 A hard run every Sunday and heavy legs every Monday stand beside each other."""
    week = Week.of(
        sunday={"runs": ["14 km tempo 09:00"]}, monday={"lifts": ["60 min heavy lower 18:00"]}
    )
    found = plan_week(Plan(athlete=athlete(), week=week), first=MONDAY, menu=False).check
    assert "W01" in {one.code for one in found}


def test_measures_a_long_run_by_no_plan():
    """W10 A week that repeats is planned, and no past: the longest run of thirty days counts."""
    week = Week.of(sunday={"runs": ["30 km long 09:00"]})
    who = athlete(longest_run_30d="20 km")
    found = plan_week(Plan(athlete=who, week=week), first=MONDAY, menu=False).check
    assert "W10" in {one.code for one in found}
