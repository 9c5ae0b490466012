"""What a plan does with a daily life that was learned."""

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people_who_log import MAN, RUNNER, learned_with, life_of, log_of

from fuelcalc import Athlete, Day, InputError, Models, plan_day
from fuelcalc.models.athlete import Goal
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.log import LogDay
from fuelcalc.planning.learning.learn import learn
from fuelcalc.planning.person import person_of


def codes(learned):
    """The codes of what is said."""
    return [note.code for note in learned.notes]


class Shared(NamedTuple):
    """A program's resting energy: a share of Mifflin's."""

    share: float
    name: str = "a program's"
    source: str = "a test"

    def kcal_per_day(self, *, mass_kg, height_cm, age_y, male, ffm_kg):
        """So much of Mifflin's."""
        mifflin = 10.0 * mass_kg + 6.25 * height_cm - 5.0 * age_y - 161.0 + 166.0 * male
        return self.share * mifflin + 0.0 * ffm_kg


# 1.6 over 1,800 kcal at 83 kg: a day without training cost 2,880 kcal.
KNOWN = learned_with(MAN, 1.6, 0.07, log_resting_kcal_per_day=1800.0, log_mass_kg=83.0)


def rest_day(athlete, **options):
    """What a day without training costs."""
    return plan_day(athlete, Day(), menu=False, **options).energy


class TestOverWhat:
    """What was learned are kcal at a mass, over whatever resting energy a plan goes by."""

    @pytest.mark.parametrize(
        "change",
        [
            {},
            {"resting_equation": "mifflin"},
            {"resting_equation": "harris-benedict"},
            {"resting_equation": "henry"},
            {"resting_equation": "henry-mass"},
            {"body_fat_share": 0.22, "body_fat_method": "dxa"},
            {"body_fat_share": 0.22, "resting_equation": "cunningham-1991"},
            {"resting_energy_kcal_per_day": 1500.0},
            {"resting_energy_kcal_per_day": 2150.0},
            {"weekly_mileage_km": 80.0, "weekly_lifts": 4},
        ],
        ids=str,
    )
    def test_a_day_costs_what_the_log_says(self, change):
        """2,880 kcal by every equation and measurement, and as unsure: 1.645 x 0.07 x 1800."""
        energy = rest_day(KNOWN.model_copy(update=change))
        assert energy.expenditure_kcal == pytest.approx(2880.0)
        off = energy.expenditure_high_kcal - energy.expenditure_kcal
        assert off == pytest.approx(1.645 * 0.07 * 1800.0)

    @given(share=st.floats(0.6, 1.3))
    def test_a_program_moves_rest_and_not_the_day(self, share):
        """Its equation takes from daily life what it gives to rest."""
        energy = rest_day(KNOWN, models=Models(resting=Shared(share)))
        # Mifflin by hand: 830 + 1131.25 - 190 + 5.
        assert energy.resting_kcal == pytest.approx(share * 1776.25)
        assert energy.expenditure_kcal == pytest.approx(2880.0)

    @pytest.mark.parametrize("equation", [None, "mifflin", "henry"])
    def test_follows_the_mass(self, equation):
        """
        Of 78 kg between what Mifflin and ten Haaf say of the way from 83 kg, by every equation.

        Mifflin 1,726.25 of 1,776.25; ten Haaf, printed in MJ, x 238.8: 11.936 kg + 587.728 m -
        8.129 y + 191.027 + 29.279 is 1,906.2 of 1,965.9 kcal.
        """
        lighter = KNOWN.model_copy(update={"mass_kg": 78.0, "resting_equation": equation})
        kcal = rest_day(lighter).expenditure_kcal
        assert 2880.0 * 1906.2 / 1965.9 - 0.1 <= kcal <= 2880.0 * 1726.25 / 1776.25 + 0.1

    def test_what_was_learned_at_another_mass_than_the_plans_is_of_that(self):
        """A log two kilograms lighter than its plan teaches of the lighter body."""
        log = log_of(56, mass_kg=81.0, kcal=2750.0)
        found = learn(MAN, log)
        assert found.life.log_mass_kg == found.latest_kg
        moved = MAN.model_copy(update={"learned": found.life, "mass_kg": found.latest_kg})
        assert rest_day(moved).expenditure_kcal == pytest.approx(found.expenditure_kcal)
        stale = MAN.model_copy(update={"learned": found.life})
        assert rest_day(stale).expenditure_kcal > found.expenditure_kcal + 20.0

    @pytest.mark.parametrize("equation", [None, "mifflin", "harris-benedict"])
    def test_learns_as_much_by_every_equation(self, equation):
        """Eight weeks of one log, learned by an equation and planned by another."""
        by = MAN.model_copy(update={"resting_equation": equation})
        found = learn(by, log_of(56))
        for other in (None, "mifflin", "henry"):
            who = MAN.model_copy(
                update={
                    "learned": found.life,
                    "resting_equation": other,
                    "mass_kg": found.latest_kg,
                }
            )
            assert rest_day(who).expenditure_kcal == pytest.approx(found.expenditure_kcal)

    def test_a_table_that_does_not_say_over_what_is_over_the_plans(self):
        """As before it did; and the page says what that means."""
        plan = plan_day(learned_with(MAN, 1.5), Day(), menu=False)
        assert plan.energy.expenditure_kcal == pytest.approx(1.5 * plan.energy.resting_kcal)
        assert "learned-over-unknown" in codes(plan)
        assert "learned-over-unknown" not in codes(plan_day(KNOWN, Day(), menu=False))

    @pytest.mark.parametrize("missing", ["log_mass_kg", "log_resting_kcal_per_day"])
    def test_wants_both_or_neither(self, missing):
        """Resting energy without the mass that it was of says nothing."""
        table = {**KNOWN.learned.model_dump(), missing: None}
        with pytest.raises(InputError, match="learned has one of log_resting and log_mass; write"):
            LearnedLife.of(**table)

    def test_never_takes_from_rest_and_digestion(self):
        """A day costs no less than rest and a tenth of the whole, however high rest is."""
        heavy = Athlete.of(
            sex="male", age=60, mass="80 kg", height="178 cm", body_fat="45 %",
            resting_energy_kcal_per_day=2400.0,
        )  # fmt: skip
        low = learned_with(heavy, 1.0, log_resting_kcal_per_day=1500.0, log_mass_kg=80.0)
        assert rest_day(low).daily_life_kcal == pytest.approx(0.0, abs=1e-6)


class TestPlan:
    """What a plan does with a learned daily life."""

    def test_plans_by_it(self):
        """The day's cost follows what was learned, by the resting energy of the day."""
        plain, learned = (
            plan_day(who, Day(), menu=False).energy for who in (MAN, learned_with(MAN, 1.60))
        )
        assert plain.expenditure_kcal == pytest.approx(1.53 * plain.resting_kcal)
        assert learned.expenditure_kcal == pytest.approx(1.60 * learned.resting_kcal)
        assert learned.resting_kcal == plain.resting_kcal

    def test_beats_steps_too(self):
        """What was learned is nearer than a count of steps."""
        walker = learned_with(MAN.model_copy(update={"steps": 15_000}), 1.60)
        energy = plan_day(walker, Day(), menu=False).energy
        assert energy.expenditure_kcal == pytest.approx(1.60 * energy.resting_kcal)

    def test_has_its_own_error(self):
        """The range of a rest day is 1.645 times what was saved, to each side."""
        energy = plan_day(learned_with(MAN, 1.60, 0.05), Day(), menu=False).energy
        off = energy.expenditure_high_kcal - energy.expenditure_kcal
        assert off == pytest.approx(1.645 * 0.05 * energy.resting_kcal)

    # 0.005 a square root of a day of 1.60: 0.08 after 100 days beside the log's own 0.05.
    @pytest.mark.parametrize(
        ("days", "sd"),
        [(-30, 0.05), (0, 0.05), (100, 0.0943), (400, 0.1676), (4000, 0.1676)],
    )
    def test_holds_less_the_older_its_log_is(self, days, sd):
        """The range widens as daily life drifts, to what a new daily life would leave of it."""
        date = dt.date(2026, 11, 11) + dt.timedelta(days=days)
        energy = plan_day(learned_with(MAN, 1.60, 0.05), Day(date=date), menu=False).energy
        off = energy.expenditure_high_kcal - energy.expenditure_kcal
        assert off == pytest.approx(1.645 * sd * energy.resting_kcal, rel=0.001)
        # What was learned stays the best guess.
        assert energy.expenditure_kcal == pytest.approx(1.60 * energy.resting_kcal)

    @pytest.mark.parametrize(("days", "is_said"), [(182, False), (183, True), (700, True)])
    def test_says_that_a_log_is_old(self, days, is_said):
        """After half a year, with the weeks; a newer log is offered, not asked for."""
        date = dt.date(2026, 11, 11) + dt.timedelta(days=days)
        plan = plan_day(learned_with(MAN, 1.60), Day(date=date), menu=False)
        said = [note for note in plan.notes if note.code == "learned-old"]
        assert bool(said) == is_said
        if is_said:
            assert said[0].values == {"weeks": pytest.approx(days / 7.0)}

    def test_says_so(self):
        """A note names the log's dates, and the trace its source."""
        plan = plan_day(learned_with(MAN, 1.60), Day(), menu=False)
        said = next(note for note in plan.notes if note.code == "learned-life")
        assert said.values == {"first": "2026-10-01", "last": "2026-11-11"}
        figure = next(one for one in plan.trace if one.name == "energy.daily_life_kcal")
        assert "learned" in figure.equation
        assert figure.high - figure.value == pytest.approx(1.645 * 0.07 * plan.energy.resting_kcal)

    @pytest.mark.parametrize(
        "runs", [[], ["10 km easy"], ["30 km long in 2:55:00 07:00"]], ids=["rest", "10k", "30k"]
    )
    def test_never_leaves_too_little_at_balance(self, runs):
        """However little was learned, a plan at balance leaves 40 kcal a kg, and safe intake."""
        lean = Athlete.of(
            sex="male", age=30, mass="75 kg", height="178 cm", body_fat="15 %", daily_life="on-feet"
        )
        plan = plan_day(learned_with(lean, 1.05), Day.of(runs=runs), menu=False)
        assert plan.energy.energy_availability_kcal_per_kg_ffm >= 40.0 - 1e-9
        assert plan.energy.intake_kcal >= plan.energy.safe_intake_kcal
        assert "learned-floor" in [note.code for note in plan.notes]

    def test_the_floor_is_no_more_than_the_estimate(self):
        """Where equations leave less than 40 themselves, what was learned does not raise them."""
        heavy = Athlete.of(
            sex="male", age=45, mass="95 kg", height="185 cm", body_fat="10 %", daily_life="home"
        )
        plain, held = (
            plan_day(who, Day(), menu=False).energy for who in (heavy, learned_with(heavy, 1.1))
        )
        assert plain.energy_availability_kcal_per_kg_ffm < 40.0
        assert held.expenditure_kcal == plain.expenditure_kcal

    def test_a_value_above_the_floor_stands(self):
        """Who spends enough is planned by what was learned, and nothing is said of a floor."""
        plan = plan_day(learned_with(MAN, 1.50), Day(), menu=False)
        assert plan.energy.expenditure_kcal == pytest.approx(1.50 * plan.energy.resting_kcal)
        assert "learned-floor" not in [note.code for note in plan.notes]

    @pytest.mark.parametrize(
        "change",
        [{"age": 16.0}, {"conditions": ("eating-disorder",)}, {"conditions": ("stress-fracture",)},
         {"conditions": ("pregnant",)}],
    )  # fmt: skip
    def test_counts_nothing_where_no_log_may_be_kept(self, change):
        """The person is as without the table: daily life, its error, and nothing held."""
        who = RUNNER.model_copy(update={"sex": "female", **change})
        plain, learned = (
            person_of(one, Goal(), None) for one in (who, learned_with(who, 1.05, 0.01))
        )
        assert (learned.pal, learned.body) == (plain.pal, plain.body)
        assert (learned.learned, learned.is_held_up) == (None, False)
        plan = plan_day(learned_with(who, 1.05), Day(), menu=False)
        said = {note.code for note in plan.notes} & {"learned-life", "learned-left-out"}
        # Where figures are shown, as to a minor, it is said.
        assert said == ({"learned-left-out"} if "age" in change else set())

    @pytest.mark.parametrize(("pal", "is_refused"), [(1.05, True), (1.50, False)])
    def test_plans_no_deficit_on_top_of_the_floor(self, pal, is_refused):
        """Where the floor holds, "-300 kcal" is refused; a surplus is not, nor above the floor."""
        who = learned_with(MAN, pal)
        assert plan_day(who, Day(), goal=Goal.of(balance="+100 kcal"), menu=False).energy
        if is_refused:
            with pytest.raises(InputError, match="-300 kcal is a deficit, and by your log"):
                plan_day(who, Day(), goal=Goal.of(balance="-300 kcal"), menu=False)
        else:
            assert plan_day(who, Day(), goal=Goal.of(balance="-300 kcal"), menu=False).energy

    def test_is_warned_of_before_it_is_saved(self):
        """The page of the log says what the plan would do with it."""
        assert "learned-floor" in codes(learn(MAN, log_of(56, kcal=2300.0)))
        assert "learned-floor" not in codes(learn(MAN, log_of(56, kcal=2900.0)))

    def test_takes_back_nothing_that_was_eaten(self):
        """A day of 4,500 kcal in the log leaves tomorrow's plan what its cost asks for."""
        feast = learn(MAN, log_of(56, d54={"intake_kcal": 4500.0}))
        usual = learn(MAN, log_of(56))
        # 1,800 kcal more in one day are 32 a day over eight weeks, and no less tomorrow.
        assert feast.life.daily_life_pal >= usual.life.daily_life_pal - 1e-9


def test_a_learned_table_is_checked():
    """Its dates are in order; a log of one day is one."""
    one_day = {**life_of(1.5).model_dump(), "last_date": life_of(1.5).first_date}
    assert LearnedLife.of(**one_day).last_date == life_of(1.5).first_date
    with pytest.raises(InputError, match="learned ends before it begins; exchange from and to"):
        LearnedLife.of(**{**life_of(1.5).model_dump(), "last_date": dt.date(2026, 9, 1)})


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("daily_life_pal", "daily_life_pal: missing; write 1.5"),
        ("daily_life_sd", "daily_life_sd: missing; write 0.07"),
        ("first_date", "first_date: missing; write it as year-month-day"),
        ("source", "source: missing; write one of: weighed, app, plan"),
    ],
)
def test_says_what_a_learned_table_lacks(missing, said):
    """The line has what belongs there, and no other kind of thing."""
    table = life_of(1.5).model_dump()
    del table[missing]
    with pytest.raises(InputError) as caught:
        LearnedLife.of(**table)
    assert str(caught.value).startswith(said)
    with pytest.raises(InputError, match="date: missing; write it as year-month-day"):
        LogDay.of(mass="70 kg")


@pytest.mark.parametrize(
    ("one", "change"),
    [
        (life_of(1.5), {"daily_life_pal": 30.0}),
        (life_of(1.5), {"last_date": dt.date(2026, 9, 1)}),
        (log_of(1).days[0], {"mass_kg": 4.0}),
        (log_of(2), {"days": log_of(2).days[::-1]}),
    ],
)
def test_no_copy_goes_unchecked(one, change):
    """A change is held to the limits of a new one, as with every other thing that is stated."""
    with pytest.raises(ValueError, match=r"daily_life_pal|begins|mass|in order"):
        one.model_copy(update=change)
    assert one.model_copy(update={}) == one
