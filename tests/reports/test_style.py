"""Times, weights and energies as a reader likes them."""

import datetime as dt

import pytest

from fuelcalc import InputError
from fuelcalc.planning.words import NOTES
from fuelcalc.reports.style import Style


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
        assert Style(clock=12).time(clock) == shown
        assert Style(clock=24).time(clock) == f"{clock:%H:%M}"

    def test_follows_the_units_unless_asked(self):
        """US readers get am and pm; --clock beats that."""
        assert Style("us").time(dt.time(6, 30)) == "6:30am"
        assert Style("us", clock=24).time(dt.time(6, 30)) == "06:30"
        assert Style("uk").time(dt.time(6, 30)) == "06:30"

    def test_says_the_half_of_the_day_once(self):
        """A span within one half names it at the end; one across noon names both."""
        assert Style(clock=12).span(dt.time(6, 30), dt.time(7, 26)) == "6:30-7:26am"
        assert Style(clock=12).span(dt.time(11, 30), dt.time(12, 26)) == "11:30am-12:26pm"
        assert Style().span(dt.time(6, 30), dt.time(7, 26)) == "06:30-07:26"

    def test_reads_times_in_sentences_and_leaves_paces(self):
        """A note's time of day is turned; a pace, a duration and a share are not."""
        said = Style(clock=12).sentence
        assert said("late at 22:05, early at 05:45.") == "late at 10:05pm, early at 5:45am."
        for text in ("10:30 /km (16:54 /mi)", "in 1:45:00", "4:30/km", "at 24:10", "100:30"):
            assert said(text) == text
        assert Style().sentence("at 22:05") == "at 22:05"

    @pytest.mark.parametrize(
        ("style", "text", "shown"),
        [
            (Style(energy_unit="kJ"), "at most 250 kcal, one", "at most 1,050 kJ, one"),
            (Style(energy_unit="kJ"), "under 35 kcal/kg", "under 146 kJ/kg"),
            (Style("us"), "(800 ml in any hour)", "(27 fl oz in any hour)"),
            (Style("us"), "rises 1 to 2 kg with", "rises 2.2 to 4.4 lb with"),
            (Style("us"), "(3 mg/kg, at most 200 mg)", "(3 mg/kg, at most 200 mg)"),
            (Style("us"), "1207 instead of 1500 kcal", "1,210 instead of 1,500 kcal"),
            (Style(energy_unit="kJ"), "at most 1,500 kcal", "at most 6,300 kJ"),
            (Style("us"), "1.5 to 2.5 kg, 1,200 ml", "3.3 to 5.5 lb, 41 fl oz"),
            (Style(clock=12), "5 km in 18:30", "5 km in 18:30"),
        ],
    )
    def test_turns_amounts_in_sentences(self, style, text, shown):
        """By hand: 4.184 kJ are a kcal, 29.57 ml a fluid ounce, 0.4536 kg a pound."""
        assert style.sentence(text) == shown

    def test_leaves_the_words_of_every_note_alone(self):
        """No note carries a time of its own that is not filled in."""
        for words in NOTES.values():
            assert Style(clock=12).sentence(words.text) == words.text

    @pytest.mark.parametrize("clock", [0, 13, 48])
    def test_has_two_faces(self, clock):
        """Another number of hours is an input error."""
        with pytest.raises(InputError, match=f"clock: {clock} is not 12 or 24"):
            Style(clock=clock)

    def test_refuses_unknown_units(self):
        """An unknown unit system or energy unit is an input error at once."""
        with pytest.raises(InputError, match='units: "si" is unknown'):
            Style("si")
        with pytest.raises(InputError, match='energy_unit: "cal" is unknown'):
            Style(energy_unit="cal")


class TestKitchen:
    """Food by measure and by weight."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("60 g canned salmon", "2.1 oz canned salmon"),
            ("300 g cooked white rice (about 2 cups)", "10.6 oz cooked white rice (about 2 cups)"),
            ("190 ml semi-skimmed milk (¾ glass)", "6.4 fl oz semi-skimmed milk (¾ glass)"),
            ("2 slices white toast", "2 slices white toast"),
            ("½ medium banana", "½ medium banana"),
            ("1250 ml water (5 glasses)", "42.3 fl oz water (5 glasses)"),
        ],
    )
    def test_weighs_in_ounces_for_us_readers(self, text, shown):
        """28.35 g are an ounce and 29.57 ml a fluid one (NIST Handbook 44); counts stay."""
        held = Style("us").household(text)
        assert held.replace("\u00a0", " ") == shown
        assert held.split(" ")[0].count("\u00a0") == 1
        assert Style("uk").household(text) == Style().household(text)
        assert Style().household(text).replace("\u00a0", " ").replace(",", "") == text

    def test_says_no_weight_that_rounds_to_none(self):
        """A pinch has no ounces, and nothing no grams."""
        assert Style("us").household("1 g salt") == "1\u00a0g salt"
        assert Style("us").weight(0.6) == Style().weight(0.4) == ""
        assert (Style("us").weight(2.0), Style().weight(0.6)) == ("0.1\u00a0oz", "1\u00a0g")

    def test_keeps_words_without_an_amount(self):
        """A food by its name alone stays as it is."""
        assert Style().household("Greek yogurt") == "Greek yogurt"
