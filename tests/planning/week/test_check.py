"""The check of a week: what each rule finds, and what it leaves alone."""

from datetime import date

import pytest
from people import MONDAY, athlete
from trained_weeks import (
    BUILD,
    INTERVALS,
    LEGS,
    ONE_DAY,
    ONE_WEEK,
    RACES,
    UPPER,
    check,
    codes,
    days,
    only,
    week,
)

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.planning.person import person_of
from fuelcalc.planning.week.check import RULES
from fuelcalc.planning.week.diary import Diary


class TestDays:
    """Rules of days that follow each other."""

    @pytest.mark.parametrize("hard", [f"{INTERVALS} 07:00", "40 min tempo 07:00"])
    def test_r26_finds_legs_on_the_day_after_a_hard_run(self, hard):
        """R26: hard run on Monday, heavy legs on Tuesday; both on Monday or upper body are fine."""
        (finding,) = check(days(hard, f"{LEGS} 18:00"))
        assert (finding.code, finding.days) == ("W01", (MONDAY, MONDAY + ONE_DAY))
        assert finding.values["lift"] == "heavy lower lift"
        assert check(days(f"{hard}, {LEGS} 18:00", "")) == ()
        assert check(days(hard, f"{UPPER} 18:00")) == ()
        assert check(days(hard, "60 min endurance lower 18:00")) == ()
        assert check(days("40 min easy 07:00", f"{LEGS} 18:00")) == ()

    def test_r27_finds_legs_on_the_day_before_a_long_run(self):
        """R27: full counts as legs; what is long by its minutes is long, in one line for two."""
        for long in ("20 km long 08:00", "16 km easy @ 6:00/km 08:00"):
            (finding,) = check(days("60 min hypertrophy full 18:00", long))
            assert (finding.code, finding.days) == ("W02", (MONDAY, MONDAY + ONE_DAY))
            assert (finding.grade, finding.level) == ("C", "caution")
        assert check(days(f"{UPPER} 18:00", "20 km long 08:00")) == ()
        assert check(days("60 min heavy core 18:00", "20 km long 08:00")) == ()
        assert check(days(f"{LEGS} 18:00", "14 km easy @ 6:00/km 08:00")) == ()

    # The lift ends at 19:00; two days are 48 h, and what was measured was the next day.
    @pytest.mark.parametrize(
        ("gap", "start", "level", "apart_h"),
        [(0, "18:00", "caution", 23.0), (0, "18:59", "caution", 23.0 + 59.0 / 60.0),
         (0, "19:00", "info", 24.0), (1, "07:00", "info", 36.0),
         (1, "18:59", "info", 47.0 + 59.0 / 60.0)],
    )  # fmt: skip
    def test_r27_finds_legs_within_two_days_of_a_hard_run(self, gap, start, level, apart_h):
        """R27: two days from the end of a lift to a hard run, by the hour."""
        training = days(f"{LEGS} 18:00", *[""] * gap, f"40 min tempo {start}")
        (finding,) = check(training)
        assert (finding.code, finding.level) == ("W03", level)
        assert finding.days == (MONDAY, MONDAY + (1 + gap) * ONE_DAY)
        assert finding.values["apart_h"] == pytest.approx(apart_h)
        assert finding.values["within"] == ("a-day" if level == "caution" else "two-days")

    def test_r27_leaves_two_days_alone(self):
        """R27: 48 h are two days, a lift of the same day does not count, nor does one unknown."""
        assert check(days(f"{LEGS} 18:00", "", "40 min tempo 19:00")) == ()
        assert check(days(f"{LEGS} 07:00, 40 min tempo 18:00")) == ()
        assert check(days(f"{LEGS} 18:00", "", "", "40 min tempo 06:00")) == ()
        assert check(days(f"{LEGS} 18:00, {UPPER} 20:00", "40 min easy 06:00")) == ()

    def test_r27_counts_from_the_last_of_two_lifts(self):
        """R27: the lift that is nearest to the run is the one to move."""
        near = only("W03", days(f"{LEGS} 18:00", f"{LEGS} 06:00", "40 min tempo 19:00"))
        assert [finding.days[0] for finding in near] == [MONDAY + ONE_DAY]
        assert near[0].values["apart_h"] == pytest.approx(36.0)

    @pytest.mark.parametrize(
        ("run", "gap_min", "level"),
        [("40 min tempo", 179, "caution"), ("40 min tempo", 180, "info"),
         ("40 min easy", 60, "info"), ("40 min tempo", 359, "info"), ("40 min tempo", 360, None)],
    )  # fmt: skip
    def test_r24_finds_a_run_and_legs_close_together(self, run, gap_min, level):
        """R24: under six hours is noted; under three with both hard is more than that."""
        minute = 6 * 60 + 40 + gap_min
        training = days(f"{run} 06:00, {LEGS} {minute // 60:02d}:{minute % 60:02d}")
        assert [finding.level for finding in check(training)] == ([] if level is None else [level])
        for finding in check(training):
            assert finding.code == "W04"
            assert finding.values["hard"] == ("both" if "tempo" in run else "one")
            assert finding.values["apart_h"] == pytest.approx(gap_min / 60.0)

    def test_r24_leaves_what_does_not_disturb_each_other(self):
        """R26: lighter lifts and other muscles go with a run; so do two runs."""
        for second in ("60 min endurance lower 08:00", f"{UPPER} 08:00", "5 km easy 08:00"):
            assert check(days(f"40 min tempo 06:00, {second}")) == ()
        assert codes(days(f"40 min cycling 06:00, {LEGS} 08:00")) == ["W04"]

    def test_r25_finds_the_order_that_builds_less(self):
        """R25: with one slot the lift comes first where muscle is the aim, and one line says so."""
        run_first = days(f"40 min easy 06:00, {LEGS} 07:00", "")
        (finding,) = check(run_first, goal=BUILD)
        assert (finding.code, finding.values["order"]) == ("W05", "run-first")
        assert codes(run_first, goal=RACES) == codes(run_first) == ["W04"]
        assert codes(days(f"{LEGS} 06:00, 40 min easy 07:00", ""), goal=BUILD) == ["W04"]
        assert codes(days(f"40 min easy 06:00, {LEGS} 07:30", ""), goal=BUILD) == ["W04"]
        assert codes(days(f"40 min cycling 06:00, {LEGS} 06:50", ""), goal=BUILD) == ["W04"]

    def test_r25_turns_the_order_before_a_hard_run(self):
        """R27: a run before the lift costs tomorrow's hard run less (Doma & Deakin 2013)."""
        tomorrow = "40 min tempo 06:00"
        lift_first = days(f"{LEGS} 06:00, 40 min easy 07:00", tomorrow)
        assert [one.values["order"] for one in only("W05", lift_first, goal=BUILD)] == [
            "lift-first"
        ]
        ride_first = days(f"40 min cycling 06:00, {LEGS} 06:50", tomorrow)
        assert only("W05", ride_first, goal=BUILD) == []
        run_first = days(f"40 min easy 06:00, {LEGS} 07:00", tomorrow)
        assert only("W05", run_first, goal=BUILD) == []

    def test_r28_finds_no_easy_day_after_legs(self):
        """R28: legs again or a steady run; easy, upper body, lighter and rest are fine."""
        for again in (f"{LEGS} 18:00", "40 min steady 07:00", "40 min easy + 10 min steady 07:00"):
            (finding,) = check(days(f"{LEGS} 18:00", again))
            assert (finding.code, finding.days) == ("W06", (MONDAY, MONDAY + ONE_DAY))
        easy = ("40 min easy 07:00", "30 min recovery 07:00", "40 min easy + 4x20s strides 07:00")
        for fine in (*easy, f"{UPPER} 18:00", "60 min endurance lower 18:00", "40 min cycling", ""):
            assert check(days(f"{LEGS} 18:00", fine)) == ()

    @pytest.mark.parametrize(
        ("training", "code", "fact"),
        [(["10 km race 09:00", f"{LEGS} 18:00"], "W01", "going"),
         ([f"{LEGS} 18:00", "25 km race 09:00"], "W02", "going"),
         ([f"{LEGS} 18:00", "10 km race 09:00"], "W03", "change"),
         ([f"{LEGS} 18:00", "", "10 km race 09:00"], "W03", "change")],
    )  # fmt: skip
    def test_knows_a_race(self, training, code, fact):
        """Nobody lifts on the day of a race to keep the next day easy: its advice is another."""
        (finding,) = check(days(*training))
        assert (finding.code, finding.values[fact]) == (code, "race")

    def test_says_the_same_of_two_days_once(self):
        """A hard or long run after legs, and legs after a hard run, are one line each."""
        assert codes(days(f"{LEGS} 18:00", "40 min tempo 07:00")) == ["W03"]
        assert codes(days(f"{LEGS} 18:00", "20 km long 08:00")) == ["W02"]
        both = f"40 min tempo 06:00, {LEGS} 18:00"
        assert codes(days(both, f"{LEGS} 18:00")) == ["W01"]

    def test_finds_three_hard_days_in_a_row(self):
        """Hard and long runs and heavy legs count; the stretch is one line, and two are fine."""
        hard = ["40 min tempo 07:00", f"{LEGS} 18:00", "20 km long 08:00", "40 min race 09:00"]
        (finding,) = only("W13", days(*hard, "", "40 min tempo 07:00"))
        assert finding.days == tuple(MONDAY + n * ONE_DAY for n in range(4))
        assert only("W13", days(*hard[:2], "", *hard[2:])) == []
        assert only("W13", days(hard[0], "10 km easy 07:00", hard[0])) == []
        assert only("W13", days(hard[0], f"{UPPER} 18:00", hard[0])) == []
        gap = [*days(*hard[:2]), *days(*hard[2:], first=MONDAY + 3 * ONE_DAY)]
        assert only("W13", gap) == []

    def test_looks_back_into_the_past(self):
        """What was trained yesterday counts for today; what lies wholly behind is not said."""
        past = days("40 min tempo 07:00", f"{LEGS} 18:00")
        today = days("20 km long 08:00", first=MONDAY + 2 * ONE_DAY)
        assert codes(today, past=past) == ["W13", "W02"]
        behind = [*past, *days("20 km long 08:00", first=MONDAY + 2 * ONE_DAY)]
        assert codes(days("", first=MONDAY + 3 * ONE_DAY), past=behind) == []
        changed = days("", first=MONDAY + ONE_DAY)
        assert codes([*changed, *today], past=past) == []


# Vector W7: 18 + 20 hard minutes of 404.
W7 = ("56 min easy", "WU 15 min + 6x3 min @ 4:00/km rec 2 min jog + CD 8 min", "45 min easy",
      "WU 15 min + 20 min tempo + CD 15 min", "50 min easy", "", "150 min long")  # fmt: skip
HARD = "10 min easy + 40 min tempo"


class TestWeeks:
    """Rules of what a week comes to."""

    def test_r29_counts_minutes_at_effort(self):
        """R29: 9.4 % by time, though 25.5 % by sessions' minutes and 33.3 % by their count."""
        diary = Diary(person_of(athlete(), Goal(), None), None, week(*W7))
        (found,) = diary.weeks()
        assert sum(run.minutes for run in found.runs) == pytest.approx(404.0)
        assert sum(run.hard_min for run in found.runs) == pytest.approx(38.0)
        hard = [run.minutes for run in found.runs if run.is_hard]
        assert (sum(hard) / 404.0, len(hard) / 6) == (pytest.approx(0.255, abs=5e-4), 1 / 3)
        assert check(week(*W7)) == ()

    def test_r29_finds_much_hard_running(self):
        """R29: 80 hard minutes of 260 are over 30 %, and of 268 they are not."""
        (finding,) = check(week(HARD, "80 min easy", "", HARD, "80 min easy"))
        assert (finding.code, finding.grade) == ("W07", "B")
        assert finding.values["share"] == pytest.approx(80.0 / 260.0)
        assert (finding.values["measure"], finding.values["n_days"]) == ("share", 2.0)
        assert finding.days == tuple(MONDAY + n * ONE_DAY for n in range(7))
        assert check(week(HARD, "84 min easy", "", HARD, "84 min easy")) == ()

    def test_r29_finds_many_hard_days(self):
        """R29: four hard days are one too many, three are not; two runs of a day are one."""
        hard, easy = "60 min easy + 10 min tempo", "60 min easy"
        (finding,) = check(week(hard, "", hard, "", hard, "", hard))
        assert (finding.code, finding.values["measure"]) == ("W07", "days")
        assert finding.values["n_days"] == 4.0
        assert check(week(hard, easy, hard, "", hard)) == ()
        twice = "60 min easy + 10 min tempo 06:00, 60 min easy + 10 min tempo 17:00"
        assert check(week(twice, "", hard, "", hard)) == ()

    def test_r29_leaves_one_hard_run_and_races_alone(self):
        """R29: one hard run is not too many, and a race or a taper has its own shares."""
        assert check(week(HARD, "20 min easy")) == ()
        assert check(week(HARD, "", "90 min race 09:00")) == ()
        much = week(HARD, "20 min easy", "", HARD)
        assert codes(much) == ["W07"]
        for season in ("taper", "race-week"):
            assert check(much, goal=Goal(season=season)) == ()

    def test_r30_finds_a_week_without_rest(self):
        """R30: one day of rest at the least, and two for who is new to lifting."""
        full = week(*["30 min easy"] * 7)
        six = week(*["30 min easy"] * 6)
        five = week(*["30 min easy"] * 5)
        novice = athlete(lifting_experience="novice")
        (finding,) = check(full)
        assert (finding.code, finding.values) == ("W08", {"n_days": 0.0, "status": "usual"})
        assert check(six) == check(six, athlete(lifting_experience="advanced")) == ()
        (finding,) = check(six, novice)
        assert finding.values == {"n_days": 1.0, "status": "new"}
        assert check(five, novice) == ()
        assert codes(week(*["30 min easy"] * 6, "60 min cycling")) == ["W08"]

    @pytest.mark.parametrize(
        ("goal", "fine", "name"),
        [(None, (2, 3), "any"), (Goal(), (2, 3), "any"), (Goal(season="base"), (3,), "base"),
         (Goal(season="off-season"), (2, 3, 4), "off-season"),
         *[(Goal(season=season), (2,), "in-season") for season in ("5k-10k", "half", "marathon")],
         *[(Goal(season=season), range(6), "") for season in ("taper", "race-week", "recovery",
                                                             "injured")]],
    )  # fmt: skip
    def test_r30_finds_lifting_days_outside_the_season(self, goal, fine, name):
        """R30: three in base, two in season, two or three where nobody said."""
        who = athlete(weekly_lifts=3)
        for n_days in range(6):
            found = check(week(*[f"{UPPER} 18:00"] * n_days), who, goal)
            assert [one.code for one in found] == ([] if n_days in fine else ["W09"])
            for one in found:
                assert (one.values["season"], one.values["n_days"]) == (name, n_days)
                assert one.values["side"] == ("few" if n_days < min(fine) else "many")

    def test_r30_counts_days_and_not_lifts(self):
        """R30: two lifts of a day are one lifting day."""
        twice = f"{UPPER} 06:00, {UPPER} 18:00"
        assert check(week(twice, "", twice, "", f"{UPPER} 18:00")) == ()

    def test_r30_asks_nobody_to_lift_who_does_not(self):
        """R30: no lifts are no finding for a runner, nor where a guard holds figures back."""
        assert check(week("30 min easy"), goal=Goal(season="base")) == ()
        assert check(week("30 min easy"), athlete(weekly_lifts=0)) == ()
        past = week(f"{UPPER} 18:00", first=MONDAY - ONE_WEEK)
        assert codes(week("30 min easy"), past=past) == ["W09"]
        for condition in ("pregnant", "stress-fracture"):
            who = athlete(weekly_lifts=3, conditions=[condition])
            assert check(week(f"{UPPER} 18:00"), who) == ()

    def test_r30_lets_lifts_go_around_a_race(self):
        """R30: the week of a race and the one after it have fewer."""
        race = week(f"{UPPER} 18:00", "", "", "", "", "", "marathon race in 4:00:00 09:00")
        after = week("", "", "30 min easy", first=MONDAY + ONE_WEEK)
        assert check([*race, *after], goal=RACES) == ()
        later = week("", "", "30 min easy", first=MONDAY + 2 * ONE_WEEK)
        assert codes([*race, *after, *later], goal=RACES) == ["W09"]

    def test_says_nothing_of_a_week_that_is_not_whole(self):
        """A date without a day is unknown: no week without rest is made of six days."""
        assert check(days(*["30 min easy"] * 6)) == ()
        across = days(*["30 min easy"] * 7, first=MONDAY + 3 * ONE_DAY)
        assert check(across) == ()
        past = days(*["30 min easy"] * 3)
        assert codes(across, past=past) == ["W08"]


class TestDoor:
    """What the check takes, and in which order it answers."""

    def test_says_nothing_of_nothing(self):
        """No days, or only an average one, are no training to look at."""
        assert check([]) == check([AverageDay(date=MONDAY)]) == ()

    def test_is_silent_where_asked(self):
        """A code in any letters; a rule that is silent speaks for no other."""
        legs_before_long = days(f"{LEGS} 18:00", "20 km long 08:00")
        assert codes(legs_before_long, silent=["w03"]) == ["W02"]
        assert codes(legs_before_long, silent=["W02"]) == ["W03"]
        assert codes(legs_before_long, silent={rule.code for rule in RULES}) == []

    def test_refuses_an_unknown_code(self):
        """A slip in a code would let everything through, so it is an error in one line."""
        with pytest.raises(InputError, match=r'silent: "W14" is unknown; choose one of: .*W13'):
            check([], silent=["W14"])

    def test_refuses_days_that_have_no_place(self):
        """Each day has its date, once."""
        with pytest.raises(InputError, match="days: day 2 has no date; write date = 2026-11-26"):
            check([*days(""), Day()])
        with pytest.raises(InputError, match=r'past: "?2026-11-02"? appears twice; leave one'):
            check(days("", first=MONDAY + ONE_DAY), past=[*days(""), *days("")])

    def test_takes_days_in_any_order(self):
        """The calendar orders them; findings come by day, then by code."""
        training = days("40 min tempo 07:00", f"{LEGS} 18:00", "20 km long 08:00")
        assert codes(training) == codes(training[::-1]) == ["W01", "W13", "W02"]

    def test_counts_equal_findings_once(self):
        """Facts make a finding what it is."""
        training = days("40 min tempo 07:00", f"{LEGS} 18:00")
        assert len({*check(training), *check(training)}) == 1

    def test_needs_no_age_but_the_days(self):
        """Somebody with a date of birth has an age on the first day."""
        born = athlete(age=None, birth_date=date(1992, 5, 1))
        assert codes(days("40 min tempo 07:00", f"{LEGS} 18:00"), born) == ["W01"]

    def test_names_every_rule_once(self):
        """Thirteen codes in order, each with its source."""
        assert [rule.code for rule in RULES] == [f"W{n:02d}" for n in range(1, 14)]
        assert all(rule.source.estimate for rule in RULES if rule.grade == "C")
