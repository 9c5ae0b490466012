"""Remarks on a day: order, gaps, fasted starts, fluid, caffeine, and checks of the sum."""

import pytest
from people import BUILD, at, athlete, caffeine, codes, day, lift, man, plan, ride, run

from fuelcalc import render, words


def text(found, code):
    """The words of the one note of a code."""
    (note,) = [note for note in found.notes if note.code == code]
    return words(note)


def test_r25_remarks_that_the_run_came_before_the_lift():
    """R25: in one slot a run before a lift is the wrong way round for strength."""
    found = plan(when=day(run("17:00"), lift("18:05")))
    assert "lift first" in text(found, "order-reversed")


def test_r25_praises_the_lift_before_the_run():
    """R25: lift first, run right after, is the order for one slot."""
    found = plan(when=day(lift("17:00"), run("18:05")))
    assert "better order" in text(found, "lift-then-run")
    assert "order-reversed" not in codes(found)


# The lift ends at 18:00; the run is 45, 359 or 360 minutes later.
@pytest.mark.parametrize(("start", "close"), [("18:45", True), ("23:59", True), ("00:00", False)])
def test_r24_notes_sessions_less_than_six_hours_apart(start, close):
    """R24: under six hours is said, with the hours; six hours are enough."""
    when = day(lift("17:00"), run(start, distance_km=5.0), wake="08:00", sleep="02:00")
    assert ("sessions-close" in codes(plan(when=when))) == close


def test_r24_says_how_close():
    """R24: the note names both sessions and the hours between, and what would be better."""
    words = text(plan(when=day(lift("08:00"), run("11:00"))), "sessions-close")
    assert "2.0 h apart" in words
    assert "run in the morning" in words


def test_notes_two_runs_in_a_row_as_close():
    """Two runs in one block have no better order, only little time."""
    assert "sessions-close" in codes(plan(when=day(run("17:00"), run("18:05"))))


@pytest.mark.parametrize(
    "pair",
    [(run("08:00"), run("13:00")), (lift("08:00"), lift("13:00")), (ride("08:00"), run("12:00"))],
)
def test_f28_says_of_two_sessions_what_is_there(pair):
    """Two runs, two lifts, or a ride and a run are no run and lift."""
    said = text(plan(when=day(*pair)), "sessions-close")
    assert "six hours or more let both work better" in said
    assert "lift" not in said.split("apart")[1]


@pytest.mark.parametrize(
    ("tomorrow", "said"),
    [
        pytest.param(run(distance_km=8.0), False, id="easy-8"),
        pytest.param(run(distance_km=10.0, effort="recovery"), False, id="recovery-10"),
        pytest.param(run(distance_km=14.0), False, id="easy-14"),
        pytest.param(run(distance_km=30.0), True, id="long"),
        pytest.param(run(distance_km=14.0, effort="tempo"), True, id="tempo"),
        pytest.param(run(distance_km=18.0, effort="long"), True, id="called-long"),
        pytest.param(run(distance_km=15.0, effort="race"), True, id="race"),
        pytest.param(lift(), False, id="lift"),
    ],
)
def test_f24_calls_long_or_hard_what_is(tomorrow, said):
    """Only long or hard sessions are called so, tomorrow and yesterday."""
    assert ("tomorrow-is-long" in codes(plan(after=day(tomorrow)))) == said
    assert ("yesterday-was-long" in codes(plan(before=day(tomorrow)))) == said


def test_r21_flags_a_fasted_run_when_building():
    """R21: a run at the minute of waking is a caution when muscle is the aim, else a remark."""
    when = day(run("06:30"), wake="06:30")
    building, easy = plan(when=when, goal=BUILD), plan(when=when)
    (flag,) = [note for note in building.notes if note.code == "fasted-run-building"]
    assert flag.level == "caution"
    assert "empty stomach" in words(flag)
    assert "fasted-run" in codes(easy)
    assert "fasted-run-building" not in codes(easy)


@pytest.mark.parametrize(
    "when", [day(run("06:30")), day(lift("06:30"), wake="06:30"), day(), day(run("12:00"))]
)
def test_r21_flags_nothing_that_is_not_a_fasted_run(when):
    """R21: a run with a snack before it, a lift and a rest day are no fasted runs."""
    assert not {"fasted-run", "fasted-run-building"} & set(codes(plan(when=when, goal=BUILD)))


def test_says_when_a_session_ends_close_to_sleep():
    """Less than two hours before sleep is said, two hours are not."""
    late = day(lift("19:31"), wake="06:30", sleep="22:30")
    early = day(lift("19:30"), wake="06:30", sleep="22:30")
    assert "late-session" in codes(plan(when=late))
    assert "late-session" not in codes(plan(when=early))


def test_r17_tells_how_to_drink():
    """R17: with any session the plan says to drink by thirst and never to gain mass."""
    words = text(plan(when=day(run())), "fluid-by-thirst")
    assert "thirst" in words
    assert "gain" in words
    assert "fluid-by-thirst" not in codes(plan())


def test_r17_says_what_cannot_be_drunk_back():
    """R17: sweat of 4 litres an hour for three hours is more than an evening can replace."""
    who = man(sweat_rate_l_per_h=4.0)
    long = day(run("15:00", distance_km=32.0, temperature_degc=30.0))
    assert "fluid-capped" in codes(plan(who, long))


def test_r20_leaves_caffeine_out_unless_asked_for():
    """R20: nothing about caffeine without the wish, nor on a rest day."""
    assert caffeine(plan(when=day(run(effort="race")))) == []
    assert caffeine(plan(athlete(caffeine=True))) == []


@pytest.mark.parametrize(("mass", "dose"), [(60.0, 180.0), (80.0, 200.0)])
def test_doses_caffeine_an_hour_before_the_hardest_session(mass, dose):
    """3 mg/kg at most 200 mg, an hour before the start, or at waking."""
    who = athlete(caffeine=True, mass_kg=mass, height_cm=170.0)
    assert caffeine(plan(who, day(run("08:00", effort="tempo"), lift("18:00")))) == [
        (at(7), pytest.approx(dose))
    ]
    ((when, _),) = caffeine(plan(who, day(run("06:30", effort="intervals"))))
    assert when == at(5, 45)


def test_r20_allows_no_caffeine_within_nine_hours_of_sleep():
    """R20: for sleep at 22:30 the last caffeine is at 13:30, so a run at 14:30 is the latest."""
    who = athlete(caffeine=True)
    assert caffeine(plan(who, day(run("14:30", effort="tempo"))))
    late = plan(who, day(run("14:31", effort="tempo")))
    assert "caffeine-too-late" in codes(late)
    assert caffeine(late) == []


@pytest.mark.parametrize("changes", [{"age": 17.0}, {"conditions": ["heart-failure"]}])
def test_gives_no_caffeine_where_a_guard_forbids_it(changes):
    """Minors and heart failure get no caffeine, whatever they asked for."""
    found = plan(athlete(caffeine=True, **changes), day(run(effort="race")))
    assert "no-caffeine" in codes(found)
    assert caffeine(found) == []


def test_r34_says_that_the_neighbouring_days_move_carbohydrate():
    """R34: a long run tomorrow, or yesterday, is named."""
    long, easy = day(run(distance_km=30.0)), day(run(distance_km=5.0))
    assert "tomorrow-is-long" in codes(plan(after=long))
    assert "yesterday-was-long" in codes(plan(before=long))
    assert not {"tomorrow-is-long", "yesterday-was-long"} & set(
        codes(plan(before=easy, after=easy))
    )


def test_checks_the_sum_against_the_reference():
    """A resting energy typed 40 % too low is far from the 2023 reference; the usual one is near."""
    typo = athlete(resting_energy_kcal_per_day=850.0)
    assert "eer-differs" in codes(plan(typo))
    assert "eer-differs" not in codes(plan(athlete()))
    assert "eer-differs" not in codes(plan(athlete(age=18.5, resting_energy_kcal_per_day=850.0)))


def test_says_when_a_day_is_beyond_what_people_can_eat():
    """Sixty kilometres cost more than two and a half times resting energy."""
    found = codes(plan(when=day(run("06:30", distance_km=60.0))))
    assert "very-high-day" in found
    assert "eer-differs" not in found


@pytest.mark.parametrize(("age", "beyond"), [(78.0, False), (78.01, True)])
def test_says_where_the_resting_equation_ends(age, beyond):
    """Beyond 78 years resting energy is extrapolated."""
    assert ("age-beyond-fit" in codes(plan(athlete(age=age)))) == beyond


def test_r16_says_when_fat_gives_way():
    """R16: fat below 0.8 g/kg or 20 % of energy is named."""
    race = day(run(distance_km=42.2, effort="race"))
    assert "fat-gives-way" in codes(plan(after=race))
    assert "fat-gives-way" not in codes(plan())


def test_says_when_carbohydrate_is_below_the_reference():
    """A woman of 40 kg at home, whose 3 g/kg are 120 g, is below 130 g a day."""
    small = athlete(
        mass_kg=40.0, height_cm=145.0, daily_life="home", resting_energy_kcal_per_day=700.0
    )
    assert "low-carbohydrate" in codes(plan(small))
    assert "low-carbohydrate" not in codes(plan())


def test_remarks_nothing_on_an_ordinary_ride():
    """A ride at noon gives no remark on order, gaps or sleep."""
    assert not {"sessions-close", "late-session", "order-reversed"} & set(
        codes(plan(when=day(ride())))
    )


def test_takes_caffeine_before_the_session_that_is_going_on_an_hour_ahead():
    """A lift from 08:00 to 09:00 and intervals at 09:30: at 08:00, not at 08:30 under the bar."""
    when = day(lift("08:00"), run("09:30", duration_min=45.0, effort="intervals"))
    ((minute, _),) = caffeine(plan(athlete(caffeine=True), when))
    assert minute == at(8)


def test_foretells_what_the_scale_will_show():
    """Who eats clearly more than before reads of water first, then of a band; no child does."""
    up = athlete(usual_intake_kcal=1700.0)
    (said,) = [note for note in plan(up).notes if note.code == "scale-rises"]
    assert (said.values["first_low_kg"], said.values["first_high_kg"]) == (0.5, 1.5)
    assert said.values["low_kg_per_week"] < 0.0 < said.values["high_kg_per_week"]
    assert "0.5 to 1.5 kg in the first two weeks" in words(said)
    assert "1.1 to 3.3 lb in" in words(said, units="uk")
    assert "kg" not in words(said, units="us")
    cost = plan().energy.expenditure_kcal
    near, far = (athlete(usual_intake_kcal=cost - short) for short in (249.0, 251.0))
    assert "scale-rises" not in codes(plan(near))
    assert "scale-rises" in codes(plan(far))
    for other in (athlete(), athlete(age=17.0, usual_intake_kcal=1700.0)):
        assert "scale-rises" not in codes(plan(other))
    hidden = athlete(usual_intake_kcal=1700.0, conditions=["eating-disorder"])
    assert "scale-rises" not in codes(plan(hidden))


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, True),
        ({"usual_intake_kcal": 2300.0}, True),
        ({"usual_intake_kcal": 1500.0}, False),
        ({"age": 17.0}, False),
        ({"conditions": ["eating-disorder"]}, False),
        ({"mass_kg": 50.0, "body_fat_share": None}, False),
    ],
)
def test_asks_nobody_to_weigh_in_whom_a_scale_harms(changes, asked):
    """Minors, the lean and who eats too little are told how to drink without a scale."""
    page = " ".join(render(plan(athlete(**changes), day(run())), "text").split())
    assert ("Weigh in before and after" in page) == asked
    assert asked or "gain weight" not in page


def test_f28_parts_no_sessions_that_a_third_stands_between():
    """A lift between two runs has no evening of its own: the hours are said, and no order."""
    triple = day(run("06:30"), lift("12:00"), run("18:30"))
    said = [words(note) for note in plan(when=triple).notes if note.code == "sessions-close"]
    assert len(said) == 2
    assert not [one for one in said if "in the morning" in one]
