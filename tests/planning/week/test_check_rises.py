"""The check of a week beside the weeks before it: longest runs, and what rises."""

import pytest
from people import MONDAY, athlete
from trained_weeks import LEGS, ONE_DAY, ONE_WEEK, check, codes, days, only, week, weeks

from fuelcalc.models.athlete import Goal

# Vector W8, and both edges: the longest run is 18 km, the sizes are Frandsen's.
SPIKES = [
    ("19.8 km", None, 1.100), ("20 km", "small", 1.111), ("24 km", "moderate", 1.333),
    ("37 km", "large", 2.056), ("23.4 km", "small", 1.3), ("36 km", "moderate", 2.0),
]  # fmt: skip


class TestLongestRun:
    """A run against the longest of the thirty days before it."""

    @pytest.mark.parametrize(("distance", "size", "ratio"), SPIKES)
    @pytest.mark.parametrize("source", ["given", "past"])
    def test_measures_by_the_longest_of_thirty_days(self, distance, size, ratio, source):
        """Up to a tenth is nothing; the rest has its size, whether the 18 km are said or known."""
        who = athlete(longest_run_30d="18 km") if source == "given" else athlete()
        past = [] if source == "given" else days("18 km long", first=MONDAY - 30 * ONE_DAY)
        found = only("W10", days(f"{distance} easy"), who, past=past)
        assert [one.values["size"] for one in found] == ([] if size is None else [size])
        for one in found:
            assert one.values["over_share"] == pytest.approx(ratio - 1.0, abs=5e-4)
            assert one.values["most_km"] == pytest.approx(19.8)
            assert (one.grade, one.level) == ("B", "caution")

    def test_counts_the_plans_own_runs(self):
        """A run that comes earlier in the plan raises the bar, also over what was said."""
        who = athlete(longest_run_30d="18 km")
        assert only("W10", days("19.8 km easy", "21.5 km easy"), who) == []
        assert len(only("W10", days("19.8 km easy", "22 km easy"), who)) == 1
        assert len(only("W10", days("5 km easy 06:00, 20 km easy 17:00"), who)) == 1

    def test_knows_nothing_without_a_past(self):
        """Nothing said, or less than two weeks known, or too long ago, is no measure."""
        long = days("24 km long")
        assert only("W10", long) == []
        for back in (13, 31):
            past = days("12 km easy", first=MONDAY - back * ONE_DAY)
            assert only("W10", long, past=past) == []
        past = days("12 km easy", first=MONDAY - 14 * ONE_DAY)
        assert len(only("W10", long, past=past)) == 1
        assert only("W10", long, past=days("", first=MONDAY - 14 * ONE_DAY)) == []

    def test_forgets_what_was_said_after_thirty_days(self):
        """`longest_run_30d` is of the first day: a month later only runs that are known count."""
        who = athlete(longest_run_30d="18 km")
        assert len(only("W10", days(*[""] * 30, "24 km easy"), who)) == 1
        assert only("W10", days(*[""] * 31, "24 km easy"), who) == []

    def test_lets_a_race_be_longer(self):
        """A race is longer than training; what is trained after it is measured by it."""
        who = athlete(longest_run_30d="32 km")
        assert only("W10", days("marathon race in 4:00:00 09:00", "40 km easy"), who) == []


KM20, KM24 = ("10 km easy", "", "10 km easy"), ("12 km easy", "", "12 km easy")
KM26, KM27 = ("13 km easy", "", "13 km easy"), ("13.5 km easy", "", "13.5 km easy")
KM16 = ("8 km easy", "", "8 km easy")
RACE = ("", "", "", "", "", "", "60 km race 09:00")

# What is said of each run, and not of its week.
LONGEST = ["W10"]


class TestRises:
    """A week beside the weeks before it."""

    def test_finds_a_rise_of_more_than_thirty_per_cent(self):
        """20 km, then 26 are 30 % in two weeks and 27 are more; novices in lifting too."""
        past, now = weeks(KM20, KM24, KM27)
        (finding,) = check(now, past=past, silent=LONGEST)
        assert (finding.code, finding.level, finding.grade) == ("W11", "info", "B")
        assert finding.values["rise_share"] == pytest.approx(0.35)
        assert finding.values["most_km"] == pytest.approx(26.0)
        past, now = weeks(KM20, KM24, KM26)
        assert check(now, past=past, silent=LONGEST) == ()

    def test_takes_a_return_for_no_rise(self):
        """Behind an easier week the week before that counts, up to six weeks back."""
        past, now = weeks(KM24, KM16, KM16, KM27)
        assert check(now, past=past, silent=LONGEST) == ()
        past, now = weeks(KM24, *[KM16] * 5, KM27)
        assert check(now, past=past, silent=LONGEST) == ()
        past, now = weeks(KM24, *[KM16] * 6, KM27)
        assert codes(now, past=past, silent=LONGEST) == ["W11"]

    def test_measures_a_rise_by_known_weeks(self):
        """Unless the week two weeks before is known, and has any running, nothing is said."""
        past, now = weeks(KM16, KM27)
        assert check(now, past=past, silent=LONGEST) == ()
        past, now = weeks((), (), KM27)
        assert check(now, past=past, silent=LONGEST) == ()
        long_ago = week(*KM16, first=MONDAY - 3 * ONE_WEEK)
        assert check(week(*KM27), past=long_ago, silent=LONGEST) == ()

    @pytest.mark.parametrize("season", ["race-week", "recovery", "injured"])
    def test_leaves_races_and_returns_alone(self, season):
        """A race makes its week long, and who comes back starts low."""
        past, now = weeks(KM16, KM16, RACE)
        assert check(now, past=past, silent=LONGEST) == ()
        legs = (f"12 km easy 06:00, {LEGS} 18:00", "", f"12 km easy 06:00, {LEGS} 18:00")
        past, now = weeks(KM16, KM16, legs)
        assert codes(now, past=past, silent=LONGEST) == ["W11", "W12"]
        assert check(now, past=past, silent=LONGEST, goal=Goal(season=season)) == ()

    @pytest.mark.parametrize(
        ("before", "now", "measure"),
        [("4x6 squat 70kg", "5x6 squat 70kg", "sets"), (LEGS, "70 min heavy lower", "minutes"),
         ("", "4x6 squat 70kg", "sets"), ("", "20 min endurance lower", "minutes"),
         ("4x6 squat 70kg", "60 min heavy full", "minutes")],
    )  # fmt: skip
    def test_r31_finds_running_and_legs_that_rise_together(self, before, now, measure):
        """R31: both up by more than a tenth; new lifting beside more running is the plainest."""
        who, past = athlete(), week(f"20 km easy 06:00, {before}", first=MONDAY - ONE_WEEK)
        (finding,) = only("W12", week(f"22.5 km easy 06:00, {now}"), who, past=past)
        assert finding.values["measure"] == measure
        assert (finding.values["before_km"], finding.values["km"]) == (20.0, 22.5)
        assert only("W12", week(f"22 km easy 06:00, {now}"), who, past=past) == []
        assert only("W12", week(f"22.5 km easy 06:00, {before}"), who, past=past) == []

    def test_r31_takes_the_most_of_the_weeks_before(self):
        """R31: behind an easier week both come back without a word, and a race is no rise."""
        full = (f"20 km easy 06:00, {LEGS} 18:00",)
        past, now = weeks(full, ("10 km easy 06:00",), full)
        assert only("W12", now, past=past) == []
        past, now = weeks(("10 km easy 06:00",), (f"{LEGS} 18:00", "", "", "", "", "20 km race"))
        assert only("W12", now, past=past) == []
        assert only("W12", week(*full)) == []
        past, now = weeks((), full)
        assert only("W12", now, past=past) == []
        legs = [(f"{km} km easy 06:00, {minutes} min heavy full 18:00",)
                for km, minutes in ((20, 90), (20, 30), (23, 60))]  # fmt: skip
        past, now = weeks(*legs)
        assert only("W12", now, past=past) == []
        long_ago = week("10 km easy 06:00", first=MONDAY - 2 * ONE_WEEK)
        assert only("W12", week(*full), past=long_ago) == []

    def test_looks_at_each_week_alone(self):
        """Two weeks at once are two weeks."""
        full = ["30 min easy"] * 7
        found = check([*week(*full), *week(*full, first=MONDAY + ONE_WEEK)])
        assert [(one.code, one.days[0]) for one in found] == [
            ("W08", MONDAY),
            ("W08", MONDAY + ONE_WEEK),
        ]
