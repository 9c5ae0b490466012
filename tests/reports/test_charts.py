"""The shapes of the charts: they add up, stay inside, and say what the table says."""

import itertools

import numpy as np
import pytest
from guides import GUIDES, NO_CLOCK, NO_NUMBERS, planned
from hypothesis import given
from hypothesis import strategies as st
from parts import seen

from fuelcalc.reports.blocks import ClockLine
from fuelcalc.reports.day.charts import _below, _lengths, protein_chart
from fuelcalc.reports.look import Look

LOOKS = [Look(), Look("us"), Look("uk", "kJ")]
SHOWN = [name for name in GUIDES if name not in NO_NUMBERS | NO_CLOCK]


def number(text):
    """A printed number."""
    return float(text.replace(",", "").replace("−", "-").replace("+", ""))


@pytest.mark.parametrize("look", LOOKS, ids=lambda one: f"{one.units}-{one.energy_unit}")
@pytest.mark.parametrize("name", SHOWN)
class TestEveryGuide:
    """Every day of the guides, in three ways of reading."""

    def test_has_a_strip_without_gaps(self, name, look):
        """Segments lie end to end from zero; their values sum to what is eaten or spent."""
        view = seen(planned(name), look)
        places = [place for one in view.strip.segments for place in (one.start, one.end)]
        assert places[0] == 0.0
        assert places[1:-1:2] == places[2::2]
        assert max(places[-1], view.strip.high) == pytest.approx(1.0)
        lines = {line.label: number(line.value) for line in view.energy}
        lighter = sum(value for label, value in lines.items() if value < 0.0 and "," in label)
        total = sum(number(one.value) for one in view.strip.segments) + lighter
        assert total == max(lines["To eat"], lines["Spent"])
        assert view.strip.low < view.strip.intake

    def test_says_in_the_strip_what_the_table_says(self, name, look):
        """Each line up to the sum is a segment with the same number, unless it is below zero."""
        view = seen(planned(name), look)
        parts = [(one.label, one.value) for one in view.strip.segments if one.kind != "surplus"]
        labels = [line.label for line in view.energy]
        table = [(line.label, line.value) for line in view.energy[: labels.index("Spent")]]
        assert parts == [(label, value) for label, value in table if number(value) >= 0.0]

    def test_keeps_the_balance_inside_its_frame(self, name, look):
        """Every place of the chart is 0 to 1, and zero lies above the limit."""
        chart = seen(planned(name), look).balance
        places = [place for point in chart.line for place in point]
        places += [place for area in chart.below for point in area for place in point]
        for bar in (*chart.bars, *chart.bands):
            assert bar.left < bar.right
            assert bar.bottom < bar.top
            places += [bar.left, bar.right, bar.bottom, bar.top]
        places += [tick.at for tick in (*chart.ticks, *chart.levels)]
        assert min(places) >= 0.0
        assert max(places) <= 1.0 + 1e-12
        assert all(0.0 <= y < chart.zero < 1.0 for _, y in chart.limit)

    def test_starts_the_balance_at_zero(self, name, look):
        """The line begins on the zero line and ends at the day's balance."""
        view = seen(planned(name), look)
        chart = view.balance
        assert chart.line[0] == (0.0, chart.zero)
        assert [tick.at for tick in chart.levels if tick.text == "0"] == [chart.zero]
        assert len(chart.line) == 49

    def test_has_as_many_areas_below_as_the_line_dips(self, name, look):
        """Each area lies under the limit, which follows the day eaten well."""
        chart = seen(planned(name), look).balance
        for area in chart.below:
            limits = np.interp([x for x, _ in area], *zip(*chart.limit, strict=True))
            assert all(y <= limit + 1e-9 for (_, y), limit in zip(area, limits, strict=True))

    def test_shows_the_protein_of_the_clock(self, name, look):
        """The bars are the clock's own column, and add up to its sum."""
        view = seen(planned(name), look)
        fed = [line for line in view.clock if line.protein]
        shown = [(bar.time, bar.value) for bar in view.protein.bars]
        assert shown == [(line.time, f"{line.protein} g") for line in fed]
        total = sum(number(bar.value[:-2]) for bar in view.protein.bars)
        assert total == number(view.total.protein)
        assert all(0.0 <= bar.share <= 1.0 for bar in view.protein.bars)

    def test_sums_the_columns_of_the_clock(self, name, look):
        """The last line is the sum of each column as printed."""
        view = seen(planned(name), look)
        for column in ("energy", "carbohydrate", "protein", "fat", "drink"):
            cells = [getattr(line, column) for line in view.clock]
            assert sum(number(cell) for cell in cells if cell) == number(
                getattr(view.total, column)
            )


class TestWithheld:
    """What a guard hides is in no chart."""

    @pytest.mark.parametrize("name", sorted(NO_NUMBERS))
    def test_has_no_chart(self, name):
        """No strip, balance, protein or total where numbers are withheld."""
        view = seen(planned(name), Look())
        assert (view.strip, view.balance, view.protein, view.total) == (None, None, None, None)


class TestSessions:
    """Sessions on the balance chart."""

    def test_are_cut_at_midnight(self):
        """A lift from 23:30 to 00:30 is at both ends of the chart."""
        from fuelcalc import Athlete, Day, plan_day

        athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
        lift = {"start": "23:30", "duration": "60 min"}
        day = Day.of(wake="14:00", sleep="06:00", lifts=[lift])
        chart = seen(plan_day(athlete, day, menu=False), Look()).balance
        assert [(bar.left, bar.right) for bar in chart.bands] == [
            (pytest.approx(23.5 / 24.0), 1.0),
            (0.0, pytest.approx(0.5 / 24.0)),
        ]


class TestProtein:
    """Protein by feeding."""

    def test_has_no_chart_without_protein(self):
        """Lines without amounts give no chart."""
        assert protein_chart([ClockLine("sleep", "22:30", "sleep")], 20.0) is None

    def test_counts_what_is_printed(self):
        """A feeding printed at the dose as printed is a dose: 19 of 19.6."""
        lines = [
            ClockLine("meal", "08:00", "breakfast", protein="19"),
            ClockLine("snack", "10:00", "snack", protein="18"),
        ]
        chart = protein_chart(lines, 19.6)
        assert [bar.is_full for bar in chart.bars] == [True, False]
        assert [bar.label for bar in chart.bars] == ["breakfast", "snack"]
        assert chart.caption == "1 of 2 feedings hold a protein dose of 19 g or more."

    def test_counts_what_the_food_holds(self):
        """Where nothing that may be eaten comes near, no bar shows protein that is not there."""
        view = seen(planned("no-allowed-dish"), Look())
        held = {
            entry.start.strftime("%H:%M"): 0.0 if entry.served is None else entry.served.protein_g
            for entry in planned("no-allowed-dish").timeline
        }
        for bar in view.protein.bars:
            assert number(bar.value[:-2]) == pytest.approx(held[bar.time], abs=0.5)
        assert view.protein.caption.startswith("0 of 5 ")


class TestBelow:
    """Areas between a line and a limit."""

    @given(st.lists(st.floats(0.0, 1.0), min_size=2, max_size=49))
    def test_have_the_area_under_the_limit(self, heights):
        """Summed up they are the integral of what is under the limit, however the line goes."""
        limit = 0.4
        line = [(float(n), y) for n, y in enumerate(heights)]
        shoelace = 0.0
        for area in _below(line, [(x, limit) for x, _ in line]):
            closed = [*area, area[0]]
            shoelace += (
                abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(closed))) / 2.0
            )
        integral = 0.0
        for one, following in itertools.pairwise(heights):
            low, high = min(one, following), max(one, following)
            if high <= limit:
                integral += limit - (low + high) / 2.0
            elif low < limit:
                integral += (limit - low) ** 2 / (high - low) / 2.0
        assert shoelace == pytest.approx(integral, abs=1e-9)


class TestLengths:
    """How long the parts of the strip are."""

    @pytest.mark.parametrize(
        ("parts", "lengths"),
        [
            ([6.0, 2.0, 1.0, 3.0], [6.0, 2.0, 1.0, 3.0]),
            ([6.0, 2.0, 1.0, -1.0], [6.0, 1.0, 1.0, 0.0]),
            ([6.0, 2.0, 1.0, -3.0, 4.0], [5.0, 0.0, 1.0, 0.0, 4.0]),
        ],
    )
    def test_shorten_what_a_light_session_displaces(self, parts, lengths):
        """Daily life gives way first, then rest; none runs backwards, and the sum stays."""
        assert _lengths(parts) == lengths
        assert sum(lengths) == sum(parts)
