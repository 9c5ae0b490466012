"""Times, weights and energies as a reader likes them."""

import datetime as dt

import pytest

from fuelcalc import InputError
from fuelcalc.pantry.portions import KitchenAmount
from fuelcalc.reports.look import Look


class TestClock:
    """Twelve or twenty-four hours."""

    @pytest.mark.parametrize(
        ("clock", "shown"),
        [
            (dt.time(0, 0), "12:00am"),
            (dt.time(0, 5), "12:05am"),
            (dt.time(11, 59), "11:59am"),
            (dt.time(12, 0), "12:00pm"),
            (dt.time(13, 7), "1:07pm"),
            (dt.time(23, 59), "11:59pm"),
        ],
    )
    def test_has_no_hour_zero_and_no_thirteenth(self, clock, shown):
        """Midnight and noon are twelve."""
        assert Look(clock=12).time(clock) == shown
        assert Look(clock=24).time(clock) == f"{clock:%H:%M}"

    def test_follows_the_units_unless_asked(self):
        """US readers get am and pm; --clock beats that."""
        assert Look("us").time(dt.time(6, 30)) == "6:30am"
        assert Look("us", clock=24).time(dt.time(6, 30)) == "06:30"
        assert Look("uk").time(dt.time(6, 30)) == "06:30"

    def test_says_the_half_of_the_day_once(self):
        """A span within one half names it at the end; one across noon names both."""
        assert Look(clock=12).span(dt.time(6, 30), dt.time(7, 26)) == "6:30-7:26am"
        assert Look(clock=12).span(dt.time(11, 30), dt.time(12, 26)) == "11:30am-12:26pm"
        assert Look().span(dt.time(6, 30), dt.time(7, 26)) == "06:30-07:26"

    @pytest.mark.parametrize(
        ("minute", "shown"),
        [(0.0, "00:00"), (749.99, "12:29"), (1440.0, "00:00"), (1530.0, "01:30")],
    )
    def test_tells_the_time_of_a_minute(self, minute, shown):
        """A minute past midnight is on the next day's clock; seconds are left out."""
        assert Look().time_at(minute) == shown

    @pytest.mark.parametrize(
        ("look", "kcal", "shown"),
        [
            (Look(energy_unit="kJ"), 250.0, "1,050"),
            (Look(energy_unit="kJ"), 35.0, "146"),
            (Look(energy_unit="kJ"), 1500.0, "6,300"),
            (Look(), 1207.0, "1,210"),
            (Look(), 99.0, "99"),
            (Look(is_exact=True), 1207.0, "1207"),
        ],
    )
    def test_says_energies_in_sentences(self, look, kcal, shown):
        """By hand: 4.184 kJ are a kcal; small ones are said as they are, large ones on a step."""
        assert look.spoken_energy(kcal) == shown

    @pytest.mark.parametrize("clock", [0, 13, 48])
    def test_has_two_faces(self, clock):
        """Another number of hours is an input error."""
        with pytest.raises(InputError, match=f"clock: {clock} is not 12 or 24"):
            Look(clock=clock)

    def test_refuses_unknown_units(self):
        """An unknown unit system or energy unit is an input error at once."""
        with pytest.raises(InputError, match='units: "si" is unknown'):
            Look("si")
        with pytest.raises(InputError, match='energy_unit: "cal" is unknown'):
            Look(energy_unit="cal")


class TestKitchen:
    """Food by measure and by weight."""

    @pytest.mark.parametrize(
        ("food", "metric", "us"),
        [
            (("g", 60.0, "canned salmon"), "60 g canned salmon", "2.1 oz canned salmon"),
            (
                ("g", 300.0, "cooked white rice", "about 2 cups"),
                "300 g cooked white rice (about 2 cups)",
                "10.6 oz cooked white rice (about 2 cups)",
            ),
            (
                ("ml", 190.0, "semi-skimmed milk", "¾ glass"),
                "190 ml semi-skimmed milk (¾ glass)",
                "6.4 fl oz semi-skimmed milk (¾ glass)",
            ),
            (("", 2.0, "slices white toast"), "2 slices white toast", "2 slices white toast"),
            (("", 0.5, "medium banana"), "½ medium banana", "½ medium banana"),
            (
                ("ml", 1250.0, "water", "5 glasses"),
                "1,250 ml water (5 glasses)",
                "42.3 fl oz water (5 glasses)",
            ),
        ],
    )
    def test_weighs_in_ounces_for_us_readers(self, food, metric, us):
        """28.35 g are an ounce and 29.57 ml a fluid one (NIST Handbook 44); counts stay."""
        unit, number, words, *aside = food
        amount = KitchenAmount(number, unit, words, *aside)
        held = Look("us").household(amount)
        assert held.replace("\u00a0", " ") == us
        assert held.split(" ")[0].count("\u00a0") == 1
        assert Look("uk").household(amount) == Look().household(amount)
        assert Look().household(amount).replace("\u00a0", " ") == metric
        assert amount.text == metric.replace(",", "")

    def test_says_no_weight_that_rounds_to_none(self):
        """A pinch has no ounces, and nothing no grams."""
        assert Look("us").household(KitchenAmount(1.0, "g", "salt")) == "1\u00a0g salt"
        assert Look("us").weight(0.6) == Look().weight(0.4) == ""
        assert (Look("us").weight(2.0), Look().weight(0.6)) == ("0.1\u00a0oz", "1\u00a0g")
