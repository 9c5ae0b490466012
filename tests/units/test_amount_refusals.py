"""
What is no amount is refused in one line that says what to write, and nothing slips through.

The factors below are definitions: the international pound and inch of 1959 (0.45359237 kg,
2.54 cm, hence 1.609344 km a mile), the US gallon of 231 cubic inches and the imperial gallon of
4.54609 litres, the thermochemical calorie of 4.184 J.
"""

import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.units import SUFFIXES, parse_amount, parse_mileage

LB = 0.45359237
INCH = 2.54
MILE = 1.609344
US_FL_OZ = 29.5735295625
IMP_FL_OZ = 28.4130625


def amount(value, suffix):
    """Parse under a name that no message would use by itself."""
    return parse_amount(value, suffix, name="thing")


def problem(value, suffix):
    """The message that a value is refused with: always one line that begins with the name."""
    with pytest.raises(InputError) as caught:
        amount(value, suffix)
    assert type(caught.value) is InputError
    message = str(caught.value)
    assert message.startswith("thing: ")
    assert len(message.splitlines()) == 1
    return message


@pytest.mark.parametrize(
    ("value", "suffix", "expected"),
    [
        (62, "kg", 'thing: 62 has no unit; write "62 kg" or "137 lb"'),
        (62.5, "kg", 'thing: 62.5 has no unit; write "62.5 kg" or "138 lb"'),
        ("62", "kg", 'thing: 62 has no unit; write "62 kg" or "137 lb"'),
        ("1,234", "kg", 'thing: 1,234 has no unit; write "1234 kg" or "2721 lb"'),
        (1, "kg", 'thing: 1 has no unit; write "1 kg" or "2.2 lb"'),
        (0, "km", 'thing: 0 has no unit; write "0 km" or "0 mi"'),
        (20, "degc", 'thing: 20 has no unit; write "20 °C" or "68 °F"'),
        (2100, "kcal", 'thing: 2100 has no unit; write "2100 kcal" or "8786 kJ"'),
        (50, "min", 'thing: 50 has no unit; write "50 min"'),
        (175, "cm", 'thing: 175 has no unit; write "175 cm" or "5 ft 9 in"'),
        ("0.22", "share", 'thing: 0.22 has no unit; write "22 %"'),
        (340, "s_per_km", 'thing: 340 has no unit; write "5:40 /km" or "9:07 /mi"'),
        (Fraction(1, 2), "kg", 'thing: 0.5 has no unit; write "0.5 kg" or "1.1 lb"'),
        (True, "kg", 'thing: True is not an amount; write "70 kg" or "154 lb"'),
        (True, "met", 'thing: True is not an amount; write "6.8"'),
        (None, "kg", 'thing: None is not an amount; write "70 kg" or "154 lb"'),
        ([62], "kg", 'thing: list is not an amount; write "70 kg" or "154 lb"'),
        (Decimal(62), "kg", 'thing: Decimal is not an amount; write "70 kg" or "154 lb"'),
        ("62 cm", "kg", 'thing: 62 cm is a length; write "70 kg" or "154 lb"'),
        ("62 kgx", "kg", 'thing: "62 kgx" has an unknown unit, kgx; did you mean "kg"?'),
    ],
)  # fmt: skip
def test_says_what_to_write(value, suffix, expected):
    """A number without a unit, or with the wrong one, is answered with what to write."""
    assert problem(value, suffix) == expected


@pytest.mark.parametrize("value", [34, 34.0, np.float64(34.0), np.int64(34)])
def test_takes_plain_numbers_where_there_is_no_unit(value):
    """Years and METs need no unit."""
    assert amount(value, "y") == 34.0
    assert amount(value, "met") == 34.0


@pytest.mark.parametrize(
    ("text", "suffix", "part"),
    [
        ("", "kg", "no text"),
        (" \n ", "kg", "no text"),
        ("kg", "kg", "no number"),
        ("nan kg", "kg", "no number"),
        ("inf kg", "kg", "no number"),
        ("/km", "s_per_km", "no number"),
        ("1e999 kg", "kg", "not a finite number"),
        ("1" + "0" * 150 + "e300 kg", "kg", "not a finite number"),
        ("x" * 1000, "kg", "too long"),
        ("62 furlong", "kg", "unknown unit, furlong"),
        ("62 kg/zz", "kg", "unknown unit, zz"),
        ("20°", "degc", "on which scale"),
        ("10-12 km", "km", "not an amount"),
        ("--5 kg", "kg", "not an amount"),
        ("62 kg\x00", "kg", r"62 kg\x00"),
        ("62\u2028cm", "kg", r"62\u2028cm is a length"),
        ("⅝ l", "ml", "no number"),
        ("1.2.3 kg", "kg", "not a number"),
        ("1,2,3 kg", "kg", "not a number"),
        ("1 1 kg", "kg", "number without a unit"),
        ("5 ft 11 in 3", "cm", "number without a unit"),
        ("5 /", "kg", "number without a unit"),
        ("5 ft 12 in", "cm", "a whole ft or more"),
        ("11 st 14", "kg", "a whole st or more"),
        ("1h75", "min", "a whole h or more"),
        ("20 C 5 F", "degc", '"5 f" cannot follow degC'),
        ("5 in 3 ft", "cm", "cannot follow inch"),
        ("1 h 1:10", "min", "part of a longer amount"),
        ("5:75/km", "s_per_km", "not a duration"),
        ("1:5", "min", "not a duration"),
        ("1:10:00 min", "min", "not a duration"),
        ("1:70:00", "min", "not a duration"),
        ("1:10 s", "min", "not a duration"),
        ("1:00:00:00", "min", "not a duration"),
        ("48:30", "kg", "48:30 is a time"),
        ("0 km/h", "s_per_km", "speed of 0"),
        ("0:00 /km", "m_per_s", "pace of 0"),
        ("5 km/h 3", "km", "more than one amount"),
        ("1:02:00 /10 km", "s_per_km", "more than one amount"),
        ("16 oz", "ml", "16 oz is a mass"),
        ("50m", "min", "50m is a length"),
        ("10 km/h", "km", "10 km/h is a speed"),
        ("5:40 /km", "km", "5:40 /km is a pace"),
        ("10 kcal/h", "kg", "an energy per time"),
        ("1.1 L", "l_per_h", "1.1 L is a volume"),
        ("5:40", "s_per_km", "5:40 is a time"),
        ("40 mmol", "kg", "an amount of substance"),
        ("6 MET", "kg", "a MET"),
    ],
)
def test_refuses_in_one_line(text, suffix, part):
    """What cannot be read is named in one line that says why."""
    message = problem(text, suffix)
    assert part in message
    assert len(message) < 200
    assert message.isprintable()


@pytest.mark.parametrize(
    ("text", "suffix", "offers"),
    [
        ("1,234 kg", "kg", '"1234 kg" or "1.234 kg"'),
        ("10,000 km", "km", '"10000 km" or "10.0 km"'),
        ("1,750 m", "cm", '"1750 m" or "1.75 m"'),
        ("8,800 MJ", "kcal", '"8800 MJ" or "8.8 MJ"'),
        ("1.400 kcal", "kcal", '"1400 kcal" or "1.4 kcal"'),
    ],
)
def test_refuses_a_number_that_can_mean_two(text, suffix, offers):
    """A mark before exactly three digits is asked about where both readings are usual."""
    message = problem(text, suffix)
    assert "can mean" in message
    assert offers.casefold() in message.casefold()


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 10**400])
@pytest.mark.parametrize("suffix", ["kg", "met"])
def test_refuses_what_is_not_finite(value, suffix):
    """Numbers that nobody can calculate with are refused, with or without a unit."""
    assert "not a finite number" in problem(value, suffix)


def test_refuses_an_unknown_suffix():
    """A suffix outside the vocabulary is the caller's mistake, and said so."""
    with pytest.raises(InputError, match='suffix: "stone" is not a unit suffix'):
        amount("11 stone", "stone")


@pytest.mark.parametrize(
    ("magnitude", "unit", "suffix", "expected"),
    [
        (154, "lb", "kg", 154 * LB),
        (1.75, "m", "cm", 175.0),
        (68, "degF", "degc", 20.0),
        (22, "percent", "share", 0.22),
        (0.22, "", "share", 0.22),
        (6.8, "", "met", 6.8),
        (12, "km/h", "s_per_km", 300.0),
        (8.5, "min/mile", "s_per_km", 510 / MILE),
        (340, "s/km", "m_per_s", 1000 / 340),
        (35, "mile", "km_per_week", 35 * MILE),
        (8, "km/day", "km_per_week", 56.0),
        (40, "mmol/l", "mg_per_l", 920.0),
        (1400, "kcal", "kcal_per_day", 1400.0),
        (4.184, "kJ/kg", "kcal_per_kg_ffm", 1.0),
        (-250, "kcal", "kcal", -250.0),
    ],
)
def test_takes_quantities(magnitude, unit, suffix, expected):
    """A Quantity is converted by its own registry, to the number that text would give."""
    quantity = pint.UnitRegistry().Quantity(magnitude, unit)
    assert amount(quantity, suffix) == pytest.approx(expected, rel=1e-9)


def test_takes_quantities_of_a_registry_of_decimals():
    """A registry that counts in decimals gives a float all the same."""
    registry = pint.UnitRegistry(non_int_type=Decimal)
    assert amount(registry.Quantity(Decimal(154), "lb"), "kg") == pytest.approx(154 * LB)


@pytest.mark.parametrize(
    ("magnitude", "unit", "suffix", "part"),
    [
        (62, "cm", "kg", "62 centimeter is a length"),
        (5, "km/h", "km", "is a speed"),
        (5, "ampere", "kg", "is of another kind"),
        (5, "", "kg", "is a plain number"),
        (20, "delta_degC", "degc", "a difference of temperatures"),
        (math.nan, "kg", "kg", "not a finite number"),
        (np.array([60.0, 70.0]), "kg", "kg", "more than one number"),
        (np.array([60.0]), "kg", "kg", "more than one number"),
        (0, "km/h", "s_per_km", "speed of 0"),
        (1j, "kg", "kg", "not one number"),
    ],
)
def test_refuses_quantities_of_the_wrong_kind(magnitude, unit, suffix, part):
    """A Quantity of something else, or of several numbers, is refused in one line."""
    assert part in problem(pint.get_application_registry().Quantity(magnitude, unit), suffix)


# A month is a twelfth of 365.25 days, so three months are 13.0446 weeks.
@pytest.mark.parametrize(
    ("text", "km_per_week"),
    [
        ("350 mi in 3 months", 350 * MILE / (3 * 365.25 / 12 / 7)),
        ("350 miles over 12 weeks", 350 * MILE / 12),
        ("350 mi in the last 12 weeks", 350 * MILE / 12),
        ("1000 km in 6 weeks", 1000 / 6),
        ("1,000 km in 6 weeks", 1000 / 6),
        ("100 km in a month", 100 / (365.25 / 12 / 7)),
        ("100 km During 14 Days", 50.0),
        ("35 mi", 35 * MILE),
        ("35 mi a week", 35 * MILE),
    ],
)
def test_reads_mileage_over_some_time(text, km_per_week):
    """A total over weeks or months is kilometres a week."""
    assert parse_mileage(text, name="mileage") == pytest.approx(km_per_week, rel=1e-12)


def test_reads_mileage_from_a_quantity():
    """A Quantity of mileage is read like any amount."""
    quantity = pint.UnitRegistry().Quantity(35, "mile/week")
    assert parse_mileage(quantity, name="mileage") == pytest.approx(35 * MILE)


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (350, '350 has no unit; write "350 km/week" or "217 mi/week"'),
        ("350 mi in 0 weeks", "no time at all"),
        ("350 mi in 3", "number without a unit"),
        ("350 in 3 months", "number without a unit"),
        ("35 mi/week in 3 months", "is a speed"),
        ("62 kg in 3 months", "is a mass"),
        ("350 mi in 1,234 weeks", "can mean"),
        ("in 3 months", "no number"),
        ("1e300 km in 1e-300 weeks", "not a finite number"),
    ],
)
def test_refuses_other_mileage(value, part):
    """What is no distance over a time is refused in one line."""
    with pytest.raises(InputError) as caught:
        parse_mileage(value, name="mileage")
    assert str(caught.value).startswith("mileage: ")
    assert part in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    "code",
    [
        'parse_amount("62 kg", "kg", name="mass")',
        'parse_amount("1.75 m", "cm", name="height")',
        'parse_amount("22 %", "share", name="body_fat")',
        'parse_amount("5:40 /km", "s_per_km", name="pace")',
        'parse_amount("8800 kJ", "kcal", name="intake")',
        'parse_amount("12 degC", "degc", name="temperature")',
        'parse_mileage("350 km in 3 months", name="mileage")',
        'convert(2100.0, "kcal", "metric", "kJ")',
    ],
)
def test_needs_no_pint_for_metric_units(code):
    """Metric input and output leave pint unloaded, since it takes 250 ms to load."""
    script = f"from fuelcalc.units import *; import sys; {code}; sys.exit('pint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603


def test_is_safe_from_threads():
    """Many threads at once read the same amount as one."""
    with ThreadPoolExecutor(8) as pool:
        results = set(pool.map(lambda _: amount("154 lb", "kg"), range(400)))
    assert len(results) == 1


def ordinary_numbers():
    """Numbers as people write them, short enough for no exponent."""
    return st.integers(1, 10**6).map(lambda number: number / 1000)


@pytest.mark.parametrize(
    ("metric", "us", "suffix", "factor"),
    [
        ("kg", "lb", "kg", LB),
        ("km", "mi", "km", MILE),
        ("cm", "in", "cm", INCH),
        ("m", "yd", "m", 36 * INCH / 100),
        ("l", "fl oz", "ml", US_FL_OZ / 1000),
        ("l", "imp pint", "ml", 20 * IMP_FL_OZ / 1000),
        ("km/h", "mph", "m_per_s", MILE),
        ("s/mi", "s/km", "s_per_km", MILE),
        ("kcal", "kJ", "kcal", 1 / 4.184),
    ],
)
@settings(deadline=None)
@given(number=ordinary_numbers())
def test_agrees_between_systems(metric, us, suffix, factor, number):
    """The same amount typed in two systems gives the same float."""
    theirs = amount(f"{number!r} {us}", suffix)
    ours = amount(f"{number * factor!r} {metric}", suffix)
    assert theirs == pytest.approx(ours, rel=1e-9)


@settings(deadline=None)
@given(number=st.floats(allow_nan=False, allow_infinity=False))
def test_reads_back_every_float(number):
    """A number that a program writes with its unit is the number that is read."""
    assert amount(f"{number!r} kg", "kg") == number


@settings(deadline=None)
@given(text=st.text(), suffix=st.sampled_from(sorted(SUFFIXES)))
def test_survives_any_text(text, suffix):
    """Any text is an amount or an InputError of one line, never anything else."""
    try:
        assert math.isfinite(amount(text, suffix))
    except InputError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017


@settings(deadline=None)
@given(
    text=st.text(alphabet="0123456789 .,:-+'\"/%°eEkmgclbhinsftpar", max_size=20),
    suffix=st.sampled_from(sorted(SUFFIXES)),
)
def test_survives_text_that_looks_like_amounts(text, suffix):
    """Digits, marks and units in any order are an amount or an InputError of one line."""
    for read in (
        lambda: amount(text, suffix),
        lambda: parse_mileage(f"{text} in {text}", name="x"),
    ):
        try:
            assert math.isfinite(read())
        except InputError as error:
            assert len(str(error).splitlines()) == 1  # noqa: PT017
