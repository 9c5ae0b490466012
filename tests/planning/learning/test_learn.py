"""What is learned of somebody from a log."""

import datetime as dt

import numpy as np
import pytest
from people_who_log import FIRST, MAN, RUNNER, learned_with, log_of

from fuelcalc import Athlete, Day, InputError, plan_day
from fuelcalc.models.athlete import Goal
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.log import Log, LogDay
from fuelcalc.planning.learning.doubts import doubted
from fuelcalc.planning.learning.filtered import filtered_log
from fuelcalc.planning.learning.learn import learn
from fuelcalc.planning.person import person_of
from fuelcalc.planning.sessions.training import Training
from fuelcalc.science import adaptive
from fuelcalc.science.balance import tissue_kcal_per_kg


def codes(learned):
    """The codes of what is said."""
    return [note.code for note in learned.notes]


def test_finds_what_a_stable_mass_says():
    """Eight weeks of 2,700 kcal at a stable mass are 2,700 spent, within the log's own error."""
    learned = learn(MAN, log_of(56))
    assert learned.is_learned
    assert learned.expenditure_low_kcal < 2700.0 < learned.expenditure_high_kcal
    assert learned.expenditure_kcal == pytest.approx(2700.0, abs=100.0)
    assert learned.life.n_mass == learned.life.n_intake == 56
    assert not learned.asks


def test_finds_what_a_falling_mass_says():
    """Half a kilogram lost a week stands for the energy of its tissue, by Hall's fat and lean."""
    learned = learn(MAN, log_of(56, kg_per_week=-0.3, kcal=2500.0))
    # 83 kg and 24.7 % fat by Hall's fit: 20.5 kg, 6,860 kcal a kg.
    spent = 2500.0 + 0.3 / 7.0 * tissue_kcal_per_kg(fat_kg=20.5)
    assert learned.expenditure_kcal == pytest.approx(spent, abs=120.0)
    assert learned.kg_per_week == pytest.approx(-0.3, abs=0.06)
    # The line is drawn through the same days, at 7,700 kcal a kg.
    assert learned.regressed_kcal == pytest.approx(2500.0 + 0.3 / 7.0 * 7700.0, abs=90.0)


def test_narrows_the_range():
    """Eight weeks leave less than half of what equations are off by, and four weeks more."""
    long, short = learn(MAN, log_of(56)), learn(MAN, log_of(28))
    by_equations = long.estimated_high_kcal - long.estimated_low_kcal
    assert long.expenditure_high_kcal - long.expenditure_low_kcal < 0.6 * by_equations
    assert long.life.daily_life_sd < short.life.daily_life_sd


def test_a_coming_week_is_as_sure_as_life_and_sessions_together():
    """
    Of base * (1 + life) + net * (1 + training) the variance has both parts, and what they share.

    Here by drawing: 200,000 pairs of the last day's two shares, whose deviation is known to
    1 / sqrt(2 * 200,000), 0.16 %; four of those are the bound.
    """
    runs = Calendar(repeated=tuple(Day.of(runs=["15 km easy"]) for _ in range(7)))
    log, alone = log_of(56), Training(MAN)
    person = person_of(MAN, Goal(), log.days[-1].date)
    kept = doubted(log.days, mass_kg=83.0, resting_kcal=person.resting.kcal)
    handed = []

    def as_it_is(sd_kcal, **_told):
        handed.append(sd_kcal)
        return sd_kcal

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adaptive, "widened_sd_kcal", as_it_is)
        read = filtered_log(person, alone, runs, kept, on=None)
    found, shared = read.learning, float(read.learning.covariance[-1])
    assert read.coming_net_kcal > 700.0
    sds = float(found.life_sd_share[-1]), float(found.training_sd_share[-1])
    cov = [[sds[0] ** 2, shared], [shared, sds[1] ** 2]]
    life, training = np.random.default_rng(3).multivariate_normal([0.0, 0.0], cov, 200_000).T
    drawn = np.std(read.base_kcal * life + read.coming_net_kcal * training)
    assert handed == pytest.approx([drawn], rel=4.0 / (2.0 * 200_000) ** 0.5)


def test_an_app_is_believed_less():
    """The same log by an app is short by its usual share: more is spent, and both are told."""
    weighed, app = learn(MAN, log_of(56)), learn(MAN, log_of(56, source="app"))
    assert app.expenditure_kcal > weighed.expenditure_kcal + 100.0
    assert app.logged_kcal == pytest.approx(2700.0, abs=130.0)
    assert app.logged_kcal < app.expenditure_kcal
    assert app.life.daily_life_sd > weighed.life.daily_life_sd
    assert app.life.source == "app"


def test_a_log_without_a_source_is_an_apps():
    """Who does not say how they log is taken to use an app."""
    unsaid, app = learn(MAN, log_of(42, source=None)), learn(MAN, log_of(42, source="app"))
    assert unsaid.life == app.life


def test_daily_life_learns_beside_the_sessions():
    """Runs of the plan are taken out of what is spent: daily life is what is left of it."""
    runs = Calendar(repeated=tuple(Day.of(runs=["10 km easy"]) for _ in range(7)))
    with_runs, without = learn(MAN, log_of(56), runs), learn(MAN, log_of(56))
    assert with_runs.life.daily_life_pal < without.life.daily_life_pal - 0.2
    assert with_runs.expenditure_kcal == pytest.approx(2700.0, abs=200.0)
    moved = with_runs.life.daily_life_pal / with_runs.estimated_pal - 1.0
    assert abs(with_runs.training_share) < 0.25 * abs(moved)


def test_tells_of_the_seven_days_that_come():
    """A week with one long run costs a seventh of it a day, whatever weekday the log ends on."""
    rest = tuple(Day() for _ in range(6))
    week = Calendar(repeated=(*rest, Day.of(runs=["20 km long"])))
    first, *others = (learn(MAN, log_of(n), week).estimated_kcal for n in range(42, 49))
    assert others == pytest.approx([first] * 6, abs=1e-6)


def test_takes_dated_days_as_they_were():
    """A date that the plan leaves out had no session; one that it has, its own."""
    dated = [
        Day.of(date=str(FIRST + dt.timedelta(days=n)), runs=["10 km easy"]) for n in range(0, 42, 2)
    ]
    some, none = learn(MAN, log_of(), dated), learn(MAN, log_of())
    assert some.life.daily_life_pal < none.life.daily_life_pal


def test_takes_the_mean_day_of_a_weekly_mileage():
    """Without days the sessions of the usual week are spread over all of them."""
    assert learn(RUNNER, log_of()).life.daily_life_pal < learn(MAN, log_of()).life.daily_life_pal


def test_never_begins_with_what_was_learned_before():
    """The same log with a learned value in the plan gives the same answer, and no surer one."""
    assert learn(learned_with(MAN, 2.0), log_of()).life == learn(MAN, log_of()).life


@pytest.mark.parametrize("n_days", [4, 14])
def test_learns_nothing_from_too_little(n_days):
    """Under three mornings in two weeks, or five days of eating, the equations stand."""
    changes = {f"d{n}": {"mass_kg": None} for n in range(12)} if n_days == 14 else {}
    runs = Calendar(repeated=tuple(Day.of(runs=["10 km easy"]) for _ in range(7)))
    learned = learn(MAN, log_of(n_days, **changes), runs)
    assert learned.training_share == 0.0
    assert not learned.is_learned
    assert codes(learned) == ["log-too-short"]
    assert learned.life.daily_life_pal == learned.estimated_pal
    assert learned.expenditure_kcal == learned.estimated_kcal
    assert learned.regressed_kcal is None


def test_mornings_alone_are_a_log():
    """Without a day of eating nothing is refused, and nothing learned."""
    changes = {f"d{n}": {"intake_kcal": None} for n in range(42)}
    learned = learn(MAN, log_of(**changes))
    assert (learned.is_learned, learned.mean_intake_kcal) == (False, None)


def test_learns_from_three_mornings():
    """Three in the last two weeks are enough."""
    changes = {f"d{n}": {"mass_kg": None} for n in range(11)}
    assert learn(MAN, log_of(14, **changes)).is_learned


def test_an_empty_log_is_refused():
    """There is nothing to learn from, and the line says how to begin."""
    for log in (Log(), Log(days=(LogDay(date=FIRST, note="tired"),))):
        with pytest.raises(InputError, match="holds no mass and no intake; write"):
            learn(MAN, log)


@pytest.mark.parametrize(
    "change",
    [{"age": 17.0}, {"conditions": ("eating-disorder",)}, {"conditions": ("missed-periods",)},
     {"conditions": ("pregnant",)}, {"mass_kg": 50.0}],
)  # fmt: skip
def test_is_refused_where_it_harms(change):
    """Minors, pregnancy, signs of too little fuel, and a BMI under 16 keep no log here."""
    with pytest.raises(InputError, match="keeps no log of mass and eating"):
        learn(MAN.model_copy(update=change), log_of())


@pytest.mark.parametrize("height_cm", [168.0, 165.0])
def test_looks_at_the_mass_that_the_log_has(height_cm):
    """By 44 kg and 168 cm (BMI 15.6) it is refused, whatever the plan says; by 16.2 it asks."""
    who = Athlete.of(sex="female", age=24, mass="62 kg", height=f"{height_cm} cm")
    log = log_of(42, mass_kg=44.0, kcal=1300.0)
    if height_cm == 168.0:
        with pytest.raises(InputError, match=r"a BMI under 16 \(by the last week of this log\)"):
            learn(who, log)
        return
    learned = learn(who, log)
    assert learned.asks
    said = next(note for note in learned.notes if note.code == "log-mass-apart")
    # The week's rhythm has 0 in its middle.
    assert said.values == pytest.approx({"log_kg": 44.0, "plan_kg": 62.0})
    assert "mass-moved" not in codes(learned)


# At 181 cm a BMI of 20 is 65.52 kg, and 18.5 is 60.61.
@pytest.mark.parametrize(
    ("plan_kg", "log_kg", "is_low"),
    [
        pytest.param(66.0, 65.6, False, id="neither"),
        pytest.param(66.0, 65.4, True, id="no-deficit-any-more"),
        pytest.param(65.4, 64.0, False, id="none-before-either"),
        pytest.param(61.0, 60.5, True, id="a-surplus-now"),
        pytest.param(60.5, 60.0, False, id="a-surplus-already"),
        pytest.param(60.5, 66.0, False, id="not-any-more"),
    ],
)
def test_says_where_guards_hold_by_the_logs_mass(plan_kg, log_kg, is_low):
    """What the plan's mass does not say the log's does: it asks, and names the mass."""
    learned = learn(MAN.model_copy(update={"mass_kg": plan_kg}), log_of(42, mass_kg=log_kg))
    said = [note for note in learned.notes if note.code == "log-mass-low"]
    assert bool(said) == is_low
    if is_low:
        assert learned.asks
        assert said[0].values == {"log_kg": pytest.approx(log_kg)}


def test_a_log_without_a_morning_says_nothing_of_mass():
    """Guards then go by the plan alone."""
    changes = {f"d{n}": {"mass_kg": None} for n in range(42)}
    assert "log-mass-low" not in codes(learn(MAN, log_of(**changes)))


# 5 % of 80 kg are 4; the old mornings are further off, and do not count.
@pytest.mark.parametrize(("mass_kg", "asks"), [(83.99, False), (84.01, True), (75.99, True)])
def test_asks_whose_log_it_is(mass_kg, asks):
    """By the median of the last seven days alone, and by more than a twentieth."""
    who = MAN.model_copy(update={"mass_kg": 80.0})
    week = {f"d{n}": {"mass_kg": mass_kg} for n in range(35, 42)}
    learned = learn(who, log_of(mass_kg=mass_kg - 0.5, **week))
    assert learned.latest_kg == mass_kg
    assert ("log-mass-apart" in codes(learned)) == asks


def test_asks_where_daily_life_moves_by_over_a_quarter():
    """1,900 kcal at a stable mass are a third less than equations say: asked, not applied."""
    learned = learn(MAN, log_of(56, kcal=1900.0))
    assert learned.asks
    assert "learned-far" in codes(learned)
    above = learn(MAN, log_of(56, kcal=4100.0))
    assert above.asks
    assert "learned-far" in codes(above)


@pytest.mark.parametrize("kcal", [1900.0, 2300.0, 2500.0, 3300.0, 3600.0, 4100.0])
def test_asks_from_a_quarter_on(kcal):
    """Up to a quarter to both sides nothing is asked, beyond it always."""
    learned = learn(MAN, log_of(56, kcal=kcal))
    moved = learned.life.daily_life_pal / learned.estimated_pal - 1.0
    assert learned.asks == (abs(moved) > 0.25)
    assert learned.asks == (kcal in {1900.0, 4100.0})
    far = next((note for note in learned.notes if note.code == "learned-far"), None)
    if far is not None:
        assert far.values["way"] == ("below" if kcal == 1900.0 else "above")


def test_menus_that_were_eaten_are_believed_almost_like_weighed_food():
    """Their error is 5 %, between the 3 of weighed food and the 10 of an app."""
    sds = [
        learn(MAN, log_of(56, source=one)).life.daily_life_sd for one in ("weighed", "plan", "app")
    ]
    assert sds == sorted(sds)
    plan = learn(MAN, log_of(56, source="plan"))
    assert plan.logged_kcal == pytest.approx(2700.0, abs=100.0)
    assert abs(plan.reporting_share) < 0.05


def test_a_log_of_two_kinds_is_between_them():
    """Half weighed and half by an app is expected to be 7 % short."""
    half = {f"d{n}": {"source": "app"} for n in range(0, 56, 2)}
    both = learn(MAN, log_of(56, **half)).reporting_share
    weighed = learn(MAN, log_of(56)).reporting_share
    app = learn(MAN, log_of(56, source="app")).reporting_share
    assert weighed < both < app


def test_five_days_of_eating_are_enough():
    """Beside as many mornings; four are not."""
    assert learn(MAN, log_of(5)).is_learned
    assert not learn(MAN, log_of(6, d0={"intake_kcal": None}, d1={"intake_kcal": None})).is_learned


@pytest.mark.parametrize(("n_recent", "is_learned"), [(4, False), (5, True)])
def test_days_of_eating_are_counted_in_the_last_two_weeks(n_recent, is_learned):
    """Thirty days of eating before them do not make up for one of the five."""
    changes = {f"d{n}": {"intake_kcal": None} for n in range(42, 56 - n_recent)}
    learned = learn(MAN, log_of(56, **changes))
    assert learned.is_learned == is_learned
    assert ("log-too-short" in codes(learned)) != is_learned


def test_tells_a_past_day_by_what_came_after_too():
    """The trend of a mass that begins to fall is nearer to it, and surer, once more is logged."""
    falling = {
        f"d{n}": {"mass_kg": 83.0 - 0.1 * max(0, n - 20)} for n in range(56)
    }  # 0.7 kg a week from day 20 on
    then = learn(MAN, log_of(31, **{k: v for k, v in falling.items() if int(k[1:]) < 31}))
    now = learn(MAN, log_of(56, **falling))
    before, after = then.by_day[30], now.by_day[30]
    assert abs(after.trend_kg - 82.0) < abs(before.trend_kg - 82.0)
    assert after.high_kg - after.low_kg < before.high_kg - before.low_kg
    assert after.base_high_kcal - after.base_low_kcal < before.base_high_kcal - before.base_low_kcal


def test_says_or_the_log_is_short():
    """A value under the estimate is never told without the other reading of it."""
    assert "learned-below" in codes(learn(MAN, log_of(56, kcal=2500.0)))
    assert "learned-below" not in codes(learn(MAN, log_of(56, kcal=3000.0)))


# 30 kcal a kg of 62.5 kg (83 kg and 24.7 % fat by Hall's fit) are 1,875 kcal on days of rest.
@pytest.mark.parametrize(("kcal", "is_little"), [(1800.0, True), (1950.0, False)])
def test_warns_where_the_log_leaves_too_little(kcal, is_little):
    """Under 30 kcal a kg the first thing said is a doctor, and fatigue's company of signs."""
    said = codes(learn(MAN, log_of(42, kcal=kcal)))
    assert (said[0] == "log-leaves-little") == is_little
    assert ("log-leaves-little" in said) == is_little
    assert not is_little or learn(MAN, log_of(42, kcal=kcal)).asks


# Half of 1,800 kcal at rest are 900.
@pytest.mark.parametrize(
    ("places", "is_said"),
    [
        pytest.param(range(37, 42), True, id="five"),
        pytest.param(range(38, 42), False, id="four"),
        pytest.param(range(14, 19), True, id="within-four-weeks"),
        pytest.param(range(13, 18), False, id="one-before-them"),
        pytest.param(range(42), True, id="all"),
    ],
)
def test_does_not_explain_little_eating_away(places, is_said):
    """Days of 600 kcal are taken for parts, but five in four weeks bring a doctor to the top."""
    learned = learn(MAN, log_of(42, **{f"d{n}": {"intake_kcal": 600.0} for n in places}))
    assert (codes(learned)[0] == "log-part-many") == is_said
    assert "log-part-days" in codes(learned)
    if is_said:
        assert learned.asks
        assert learned.notes[0].values == {"n_days": min(len(places), 28), "reader": "man"}
        assert learned.notes[0].level == "warning"


class TestAsked:
    """A log that is asked on a later day."""

    def test_is_as_on_its_last_day_without_one(self):
        """Nothing is added where no day is named, or the log's own."""
        last = log_of().days[-1].date
        assert learn(MAN, log_of(), on=last) == learn(MAN, log_of())

    def test_counts_the_week_that_comes_then(self):
        """A dated week after the log is the coming one; what was learned is the same."""
        on = FIRST + dt.timedelta(days=60)
        runs = [Day.of(date=str(on + dt.timedelta(days=n)), runs=["10 km easy"]) for n in (1, 3, 5)]
        then, now = learn(MAN, log_of(), runs), learn(MAN, log_of(), runs, on=on)
        assert then.estimated_kcal + 100.0 < now.estimated_kcal
        assert now.life.daily_life_pal == then.life.daily_life_pal

    @pytest.mark.parametrize(("days", "is_old"), [(28, False), (29, True), (400, True)])
    def test_says_that_the_log_is_old(self, days, is_old):
        """After four weeks, with the range as wide as daily life may have drifted."""
        last = log_of().days[-1].date
        learned = learn(MAN, log_of(), on=last + dt.timedelta(days=days))
        assert ("log-old" in codes(learned)) == is_old
        off = learned.expenditure_high_kcal - learned.expenditure_kcal
        life = learned.life
        drift = min(0.005 * days**0.5, 0.10) * life.daily_life_pal
        resting = learn(MAN, log_of()).estimated_kcal / learned.estimated_pal
        assert off == pytest.approx(1.645 * resting * (life.daily_life_sd**2 + drift**2) ** 0.5)

    def test_refuses_days_still_to_come(self):
        """A year that was mistyped is named."""
        last = log_of().days[-1].date
        with pytest.raises(InputError, match="2026-11-11 is still to come; check its year"):
            learn(MAN, log_of(), on=last - dt.timedelta(days=1))


def test_counts_what_the_sessions_cost_against_the_log():
    """The same intake leaves too little once there is a run each day."""
    runs = Calendar(repeated=tuple(Day.of(runs=["10 km easy"]) for _ in range(7)))
    assert "log-leaves-little" in codes(learn(MAN, log_of(42, kcal=2400.0), runs))
    assert "log-leaves-little" not in codes(learn(MAN, log_of(42, kcal=2400.0)))
    # Of four days nobody says what somebody eats; of five one does.
    assert "log-leaves-little" not in codes(learn(MAN, log_of(4, kcal=1200.0)))
    assert "log-leaves-little" in codes(learn(MAN, log_of(5, kcal=1200.0)))


def test_says_that_the_plans_mass_is_old():
    """A log 4 % above the plan's mass asks for a change there; 1 % does not."""
    assert "mass-moved" in codes(learn(MAN, log_of(42, mass_kg=86.3)))
    assert "mass-moved" not in codes(learn(MAN, log_of(42, mass_kg=83.8)))


def test_says_what_the_sessions_cost_where_the_log_tells_it():
    """
    Runs that take 40 % more than by the equations, in every other fortnight, are told from life.

    Mass follows the truth: 2,700 kcal without training, and 6,860 kcal a kg, as above.
    """
    n_days, n_far = 84, [place for place in range(84) if place % 28 >= 14]
    runs = [Day.of(date=FIRST + dt.timedelta(days=n), runs=["15 km easy"]) for n in n_far]
    far, rest = (
        plan_day(MAN, day, menu=False).energy for day in (Day.of(runs=["15 km easy"]), Day())
    )
    run_kcal = far.expenditure_kcal - rest.expenditure_kcal
    mass, changes = 83.0, {}
    for place in range(n_days):
        ran = run_kcal * (place in n_far)
        changes[f"d{place}"] = {"mass_kg": mass, "intake_kcal": 2700.0 + ran}
        mass -= 0.4 * ran / 6860.0
    learned = learn(MAN, log_of(n_days, **changes), Calendar(days=tuple(runs)))
    # Daily life is believed to drift, and takes most of it; the sign and a few hundredths are told.
    assert 0.02 < learned.training_share < 0.4
