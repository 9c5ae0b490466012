"""Charts of small days whose every place is worked out by hand."""

import datetime as dt

import pytest

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy, SessionEnergy
from fuelcalc.models.menu import Menu
from fuelcalc.models.targets import Targets
from fuelcalc.models.timeline import Entry, Served
from fuelcalc.models.within_day import WithinDay
from fuelcalc.reports.blocks import ClockLine
from fuelcalc.reports.day.charts import _below, balance_chart, protein_chart, strip_of
from fuelcalc.reports.day.clock import clock_lines
from fuelcalc.reports.day.tables import energy_lines, menu_lines, target_lines
from fuelcalc.reports.look import Look

KCAL, KJ = Look(), Look(energy_unit="kJ")


def session(kind, name, net_kcal, distance_km=None):
    """An hour from 07:00 that costs so much beyond the life that it displaces."""
    return SessionEnergy(
        kind=kind, name=name, start=dt.time(7), distance_km=distance_km,
        duration_min=60.0, gross_kcal=net_kcal + 80.0, net_kcal=net_kcal,
        net_of_rest_kcal=net_kcal + 20.0, method="", source="",
    )  # fmt: skip


RUN = session("run", "easy run", 600.0, distance_km=10.0)
YOGA = session("other", "yoga", -70.0)


def energy(intake_kcal, recommendation, *sessions, base=(1500.0, 500.0, 200.0)):
    """A day of 1,500 + 500 + 200 kcal and its sessions, 300 kcal more or less."""
    spent = sum(base) + sum(one.net_kcal for one in sessions)
    return Energy(
        resting_kcal=base[0], daily_life_kcal=base[1], digestion_kcal=base[2], sessions=sessions,
        exercise_kcal=0.0, expenditure_kcal=spent, expenditure_low_kcal=spent - 300.0,
        expenditure_high_kcal=spent + 300.0, recommendation=recommendation,
        balance_kcal=intake_kcal - spent, intake_kcal=intake_kcal, expected_kg_per_week=0.0,
        expected_low_kg_per_week=0.0, expected_high_kg_per_week=0.0,
        reasons=(), energy_availability_kcal_per_kg_ffm=None,
        energy_availability_low_kcal_per_kg_ffm=None,
        energy_availability_high_kcal_per_kg_ffm=None, safe_intake_kcal=None, shortfall=None,
    )  # fmt: skip


def drawn(strip):
    """Kind, printed value, and places of each segment."""
    return [(one.kind, one.value, one.start, one.end) for one in strip.segments]


def places(*pairs):
    """Pairs of places, as near as floats come."""
    return [pytest.approx(pair) for pair in pairs]


class TestStrip:
    """Where the parts of a day's energy lie along the strip."""

    def test_ends_at_what_is_eaten_in_a_surplus(self):
        """2,800 spent, 2,500 to 3,100, and 3,200 eaten: the strip is 3,200 long."""
        strip = strip_of(energy(3200.0, "surplus", RUN), KCAL)
        assert drawn(strip) == [
            ("resting", "1,500", 0.0, pytest.approx(1500 / 3200)),
            ("daily-life", "500", pytest.approx(1500 / 3200), pytest.approx(2000 / 3200)),
            ("digestion", "200", pytest.approx(2000 / 3200), pytest.approx(2200 / 3200)),
            ("run", "600", pytest.approx(2200 / 3200), pytest.approx(2800 / 3200)),
            ("surplus", "400", pytest.approx(2800 / 3200), pytest.approx(1.0)),
        ]
        assert (strip.low, strip.high, strip.intake) == (2500 / 3200, 3100 / 3200, 1.0)
        assert strip.range_text == "2,500 to 3,100"
        assert strip.alt == (
            "Energy in kcal: Resting: 1,500; Daily life: 500; Digestion: 200; 10 km easy run, "
            "07:00: 600; Surplus: 400; spent 2,800 (2,500 to 3,100), to eat 3,200."
        )

    def test_names_a_rounded_gap_by_the_recommendation(self):
        """
        Maintenance of 2,806 on 2,804 prints 2,810 on 2,800: ten of maintenance, no surplus.

        1,496 + 504 + 197 + 607 on tens are 1,490 + 500 + 190 + 600, and the 20 kcal that miss
        to 2,800 go to the largest remainders, the two sevens.
        """
        run = session("run", "easy run", 607.0, distance_km=10.0)
        spent = energy(2806.0, "maintenance", run, base=(1496.0, 504.0, 197.0))
        strip = strip_of(spent, KCAL)
        assert [one.value for one in strip.segments] == ["1,490", "500", "200", "610", "10"]
        last = strip.segments[-1]
        assert (last.kind, last.label) == ("surplus", "Maintenance")
        assert (last.start, last.end) == pytest.approx((2800 / 3100, 2810 / 3100))
        assert (strip.low, strip.high, strip.intake) == (2500 / 3100, 1.0, 2810 / 3100)

    def test_has_nothing_to_add_where_both_round_alike(self):
        """2,804 eaten on 2,800 spent is printed as the same number twice."""
        strip = strip_of(energy(2804.0, "maintenance", RUN), KCAL)
        assert [one.kind for one in strip.segments] == ["resting", "daily-life", "digestion", "run"]
        assert strip.intake == 2800 / 3100

    def test_marks_a_deficit_inside_the_bar(self):
        """2,400 eaten of 2,800 spent, 3,100 at most: the mark is within the run's segment."""
        strip = strip_of(energy(2400.0, "deficit", RUN), KCAL)
        assert [one.kind for one in strip.segments] == ["resting", "daily-life", "digestion", "run"]
        run = strip.segments[-1]
        assert (run.start, run.end) == pytest.approx((2200 / 3100, 2800 / 3100))
        assert (strip.low, strip.high, strip.intake) == (2500 / 3100, 1.0, 2400 / 3100)
        assert strip.alt.endswith("; spent 2,800 (2,500 to 3,100), to eat 2,400.")

    def test_takes_a_session_below_zero_off_daily_life(self):
        """An hour of yoga at −70: no segment, and 500 of daily life are 430 long."""
        spent = energy(2130.0, "maintenance", YOGA)
        strip = strip_of(spent, KCAL)
        assert drawn(strip) == [
            ("resting", "1,500", 0.0, pytest.approx(1500 / 2430)),
            ("daily-life", "500", pytest.approx(1500 / 2430), pytest.approx(1930 / 2430)),
            ("digestion", "200", pytest.approx(1930 / 2430), pytest.approx(2130 / 2430)),
        ]
        assert (strip.low, strip.high, strip.intake) == (1830 / 2430, 1.0, 2130 / 2430)
        table = {line.label: line.value for line in energy_lines(spent, KCAL)}
        assert table["60 min yoga, 07:00"] == "−70"
        assert (table["Daily life"], table["Spent"], table["To eat"]) == ("500", "2,130", "2,130")

    def test_still_ends_at_the_surplus_with_a_session_below_zero(self):
        """Yoga at −70 and a run of 600, 2,730 spent, 3,130 eaten: the run ends at 2,730."""
        strip = strip_of(energy(3130.0, "surplus", YOGA, RUN), KCAL)
        assert [one.kind for one in strip.segments[2:]] == ["digestion", "run", "surplus"]
        assert [(one.start, one.end) for one in strip.segments[3:]] == places(
            (2130 / 3130, 2730 / 3130), (2730 / 3130, 1.0)
        )

    def test_places_what_is_printed_in_kj(self):
        """10,460, 12,970.4 and 13,388.8 kJ lie where 10,450, 12,950 and 13,400 are."""
        strip = strip_of(energy(3200.0, "surplus", RUN), KJ)
        assert (strip.low, strip.high, strip.intake) == (10450 / 13400, 12950 / 13400, 1.0)
        assert strip.range_text == "10,450 to 12,950"


def entry(kind, hour, minutes, **holds):
    """A line of the clock from a full hour on."""
    start, end = (dt.time(minute // 60, minute % 60) for minute in (60 * hour, 60 * hour + minutes))
    return Entry(
        start=start, end=end, minute=60.0 * hour, minutes=float(minutes), kind=kind,
        **{"name": kind, **holds},
    )  # fmt: skip


NOON = WithinDay(
    step_min=30.0,
    intake_kcal=(*[0.0] * 24, 1440.0, *[0.0] * 23),
    expenditure_kcal=(30.0,) * 48,
    balance_kcal=(*(-30.0 * n for n in range(25)), *(1440.0 - 30.0 * n for n in range(25, 49))),
    # Eaten well is never behind here, so the limit is -300 kcal all day.
    well_kcal=(0.0,) * 49,
    limit_kcal=-300.0,
    time_below_limit_h=7.0 + 0.5 * 420.0 / 1410.0,
    time_below_limit_low_h=6.5,
    time_below_limit_high_h=8.5,
    lowest_kcal=-720.0,
    lowest_at=dt.time(12),
)
"""One meal at noon and 60 kcal an hour; `tests/science/test_within_day.py` works it out."""

CLOCK = (entry("run", 6, 48, name="easy run"), entry("meal", 12, 30))
LATER_X = 0.5 + 420 / 1410 / 48
"""Where the line is back at the limit: 420 of the 1,410 kcal that it climbs from noon on."""


def chart(look):
    """The chart of that day."""
    return balance_chart(DayPlan.model_construct(timeline=CLOCK), NOON, look)


class TestBalance:
    """The places of a day with one meal at noon."""

    def test_has_its_levels(self):
        """From −720 to 1,440 kcal by 500: six levels, zero at the third."""
        found = chart(KCAL)
        assert [(tick.at, tick.text) for tick in found.levels] == [
            (0.0, "−1,000"),
            (pytest.approx(0.2), "−500"),
            (pytest.approx(0.4), "0"),
            (pytest.approx(0.6), "+500"),
            (pytest.approx(0.8), "+1,000"),
            (1.0, "+1,500"),
        ]
        assert found.zero == pytest.approx(0.4)
        assert list(found.limit) == places(*((n / 48, 700 / 2500) for n in range(49)))
        assert found.limit_text == "300 kcal behind"

    def test_has_its_levels_in_kj(self):
        """From −3,012 to 6,025 kJ are more than six thousands: levels by 2,000 kJ."""
        found = chart(KJ)
        assert [tick.text for tick in found.levels] == [
            "−4,000", "−2,000", "0", "+2,000", "+4,000", "+6,000", "+8,000",
        ]  # fmt: skip
        assert [tick.at for tick in found.levels] == pytest.approx([n / 6 for n in range(7)])
        assert found.zero == pytest.approx(4000 / 12000)
        assert found.limit[0] == pytest.approx((0.0, (4000 - 300 * 4.184) / 12000))
        assert found.limit_text == "1,250 kJ behind"

    def test_has_hours_every_six(self):
        """Both clocks from midnight to midnight."""
        at = [0.0, 0.25, 0.5, 0.75, 1.0]
        assert [tick.at for tick in chart(KCAL).ticks] == at
        assert [tick.text for tick in chart(KCAL).ticks] == ["00", "06", "12", "18", "24"]
        twelve = [tick.text for tick in chart(Look(clock=12)).ticks]
        assert twelve == ["12am", "6am", "12pm", "6pm", "12am"]

    def test_draws_the_line_through_every_half_hour(self):
        """Down 30 kcal a half-hour, up 1,410 in that from noon on: 49 points."""
        down = [(n / 48, (1000 - 30 * n) / 2500) for n in range(25)]
        after = [(n / 48, (2440 - 30 * n) / 2500) for n in range(25, 49)]
        assert list(chart(KCAL).line) == places(*down, *after)
        in_kj = chart(KJ).line
        assert in_kj[24] == pytest.approx((0.5, (4000 - 720 * 4.184) / 12000))
        assert in_kj[25] == pytest.approx((25 / 48, (4000 + 690 * 4.184) / 12000))

    def test_stands_its_bars_on_the_zero_line(self):
        """The meal from 0 up to 1,440 kcal, 48 half-hours of cost from 0 down to −30."""
        found = chart(KCAL)
        sides = [(bar.kind, bar.left, bar.right, bar.bottom, bar.top) for bar in found.bars]
        assert sides[0] == (
            "in",
            0.5,
            pytest.approx(25 / 48),
            pytest.approx(0.4),
            pytest.approx(2440 / 2500),
        )
        assert [kind for kind, *_ in sides[1:]] == ["out"] * 48
        assert [tuple(rest) for _, *rest in sides[1:]] == places(
            *((n / 48, (n + 1) / 48, 970 / 2500, 0.4) for n in range(48))
        )
        eaten, *spent = chart(KJ).bars
        assert (eaten.bottom, eaten.top) == pytest.approx((1 / 3, (4000 + 1440 * 4.184) / 12000))
        assert (spent[0].bottom, spent[0].top) == pytest.approx((1 / 3 - 30 * 4.184 / 12000, 1 / 3))

    def test_fills_one_area_below_the_limit(self):
        """From 05:00, down to noon, and back at the limit 420 / 1,410 into the half-hour."""
        (area,) = chart(KCAL).below
        down = [(n / 48, (1000 - 30 * n) / 2500) for n in range(11, 25)]
        along = [(n / 48, 0.28) for n in range(24, 10, -1)]
        assert list(area) == places((10 / 48, 0.28), *down, (LATER_X, 0.28), *along)
        (in_kj,) = chart(KJ).below
        assert in_kj[0][0] == pytest.approx(10 / 48)
        assert in_kj[15] == pytest.approx((LATER_X, (4000 - 300 * 4.184) / 12000))

    def test_follows_a_day_that_falls_behind_however_it_is_eaten(self):
        """Eaten well that is 400 kcal behind puts the limit at -700, so only noon is below."""
        low = NOON.model_copy(update={"well_kcal": (-400.0,) * 49})
        found = balance_chart(DayPlan.model_construct(timeline=CLOCK), low, KCAL)
        assert [y for _, y in found.limit] == pytest.approx([300 / 2500] * 49)
        (area,) = found.below
        assert min(y for _, y in area) == pytest.approx(280 / 2500)
        ahead = NOON.model_copy(update={"well_kcal": (500.0,) * 49})
        plan = DayPlan.model_construct(timeline=CLOCK)
        limits = [y for _, y in balance_chart(plan, ahead, KCAL).limit]
        assert limits == pytest.approx([0.28] * 49)

    def test_closes_an_area_that_ends_the_day(self):
        """A line that starts or ends below the limit closes along it."""
        line = [(0.0, 0.1), (0.5, 0.1), (1.0, 0.1)]
        (area,) = _below(line, [(x, 0.3) for x, _ in line])
        assert area == ((0.0, 0.1), (0.5, 0.1), (1.0, 0.1), (1.0, 0.3), (0.5, 0.3), (0.0, 0.3))

    def test_draws_the_session_over_its_own_minutes(self):
        """48 minutes from 06:00 are a thirtieth of the day, from its first quarter on."""
        (bar,) = chart(KCAL).bands
        assert (bar.kind, bar.label) == ("run", "easy run 06:00")
        assert (bar.left, bar.right) == pytest.approx((0.25, 0.25 + 1 / 30))
        assert (bar.bottom, bar.top) == (0.0, 1.0)

    @pytest.mark.parametrize(
        ("look", "limit", "lowest"),
        [(KCAL, "300 kcal", "−720 at 12:00"), (KJ, "1,250 kJ", "−3,000 at 12:00")],
        ids=["kcal", "kJ"],
    )
    def test_says_it_in_words(self, look, limit, lowest):
        """7.149 h, and a range of 6.5 to 8.5 h, half hours rounded up."""
        found = chart(look)
        assert found.caption == (
            f"About 7 h (7 to 9) more than {limit} behind the same day eaten evenly; an "
            "estimate, from zero at midnight."
        )
        assert found.alt == (
            f"Running energy balance from midnight to midnight in {limit.split()[1]}: lowest "
            f"{lowest}, 0 at the end. {found.caption}"
        )


def fed(*grams):
    """Lines of a clock with so much protein."""
    names = ("breakfast", "lunch", "snack")
    return [
        ClockLine("meal", "08:00", name, protein=gram)
        for name, gram in zip(names, grams, strict=False)
    ]


class TestProtein:
    """Protein by feeding, against the dose."""

    def test_scales_to_the_largest_feeding(self):
        """Of 40, 20 and 10 g the first is all of the width, and a dose of 25 g five eighths."""
        total = ClockLine("total", "", "the day", protein="70")
        found = protein_chart([*fed("40", "20", "10"), total], 25.0)
        assert [bar.share for bar in found.bars] == [1.0, 0.5, 0.25]
        assert [bar.is_full for bar in found.bars] == [True, False, False]
        assert (found.mark, found.mark_text) == (0.625, "dose 25 g")
        assert found.caption == "1 of 3 feedings hold a protein dose of 25 g or more."
        assert found.alt == (
            f"Protein by feeding: breakfast 40 g, lunch 20 g, snack 10 g. {found.caption}"
        )

    def test_scales_to_a_dose_that_nothing_reaches(self):
        """Of a dose of 50 g they are 4, 2 and 1 fifths, and the dose is at the end."""
        found = protein_chart(fed("40", "20", "10"), 50.0)
        assert [bar.share for bar in found.bars] == pytest.approx([0.8, 0.4, 0.2])
        assert found.mark == 1.0
        assert found.caption == "0 of 3 feedings hold a protein dose of 50 g or more."

    @pytest.mark.parametrize(
        ("dose_g", "printed", "is_full"),
        [
            (22.4, "22", [True, True, False]),
            (22.9, "22", [True, True, False]),
            (23.4, "23", [True, False, False]),
            (24.0, "24", [False, False, False]),
        ],
    )
    def test_counts_from_the_dose_as_printed(self, dose_g, printed, is_full):
        """23, 22 and 21 g: at the printed number is a dose, which is rounded down."""
        found = protein_chart(fed("23", "22", "21"), dose_g)
        assert found.mark_text == f"dose {printed} g"
        assert [bar.is_full for bar in found.bars] == is_full
        assert f"{sum(is_full)} of 3 feedings hold a protein dose of {printed} g" in found.caption


class TestHalves:
    """A half gram is rounded the same way wherever it is printed."""

    def test_goes_up_in_targets_clock_and_menu(self):
        """112.5, 300.5 and 80.5 g are 113, 301 and 81 in all three, and the columns add up."""
        grams = {"protein_g": 112.5, "carbohydrate_g": 300.5, "fat_g": 80.5}
        targets = Targets(
            **grams, energy_kcal=2376.5, protein_dose_g=22.5, fibre_g=30.5, fluid_ml=2000.0,
            sodium_mg=2000.0, micronutrients={},
        )  # fmt: skip
        each = {key: value / 2.0 for key, value in grams.items()}
        plate = Served(**each, energy_kcal=1188.25, energy_449_kcal=1188.25, fibre_g=15.25)
        timeline = tuple(
            entry("meal", hour, 30, energy_kcal=1188.25, **each, served=plate) for hour in (8, 18)
        )
        totals = Served(**grams, energy_kcal=2376.5, energy_449_kcal=2376.5, fibre_g=30.5)
        plan = DayPlan.model_construct(
            wake=dt.time(7), timeline=timeline, targets=targets,
            menu=Menu(totals=totals, coverage={}, relaxed=()),
        )  # fmt: skip
        told = {line.label: line.value for line in target_lines(targets, KCAL)}
        held = {line.label: (line.value, line.remark) for line in menu_lines(plan, KCAL)}
        (_, *meals), day = clock_lines(plan, KCAL)
        printed = {"Protein": "113", "Carbohydrate": "301", "Fat": "81"}
        for label, whole in printed.items():
            assert told[label] == f"{whole} g"
            assert held[label] == (f"{whole} g", f"of {whole} g")
            assert getattr(day, label.lower()) == whole
            assert sum(int(getattr(meal, label.lower())) for meal in meals) == int(whole)
        assert told["Fibre"] == "31 g"
