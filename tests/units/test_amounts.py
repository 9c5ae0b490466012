"""
What people type gives the number they meant, or one line that says what to write.

The factors below are definitions: the international pound and inch of 1959 (0.45359237 kg,
2.54 cm, hence 1.609344 km a mile), the US gallon of 231 cubic inches and the imperial gallon of
4.54609 litres, the thermochemical calorie of 4.184 J.
"""

import pytest

from fuelcalc.units import parse_amount

LB = 0.45359237
INCH = 2.54
MILE = 1.609344
US_FL_OZ = 29.5735295625
IMP_FL_OZ = 28.4130625


def amount(value, suffix):
    """Parse under a name that no message would use by itself."""
    return parse_amount(value, suffix, name="thing")


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        # each a trap that pint's own parser falls into
        ("70,5 kg", "kg", 70.5),
        ("16 fl oz", "ml", 16 * US_FL_OZ),
        ("5 ft 11 in", "cm", 71 * INCH),
        ("20C", "degc", 20.0),
        ("68F", "degc", 20.0),
        ("6:30 min/km", "s_per_km", 390.0),
    ],
    ids=["decimal-comma", "fluid-ounces", "feet-inches", "coulombs", "farads", "clock-pace"],
)
def test_reads_what_pint_misreads(text, suffix, expected):
    """The measured misreadings of pint's own parser come out right."""
    assert amount(text, suffix) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "kg"),
    [
        ("62 kg", 62.0),
        ("62kg", 62.0),
        ("  62  KG ", 62.0),
        ("62 kg.", 62.0),
        ("+62 kg", 62.0),
        (".5 kg", 0.5),
        ("500 g", 0.5),
        ("5 kg 500 g", 5.5),
        ("6.2e1 kg", 62.0),
        ("154 lb", 154 * LB),
        ("154 lbs", 154 * LB),
        ("154 pounds", 154 * LB),
        ("11 st 4 lb", 158 * LB),
        ("11st 4", 158 * LB),
        ("11 stone", 154 * LB),
        ("11 stone 4 pounds", 158 * LB),
        ("16 oz", LB),
        ("1 lb 8 oz", 1.5 * LB),
        ("1,400.5 kg", 1400.5),
        ("1.400,5 kg", 1400.5),
        ("1 400,5 kg", 1400.5),
        ("1,400,000 g", 1400.0),
        ("0,453 kg", 0.453),
        ("1234,567 kg", 1234.567),
        ("62.500 kg", 62.5),
    ],
)
def test_reads_masses(text, kg):
    """Kilograms, pounds, stones and decimal commas give kilograms."""
    assert amount(text, "kg") == pytest.approx(kg, rel=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "5 ft 11 in", "5'11\"", "5'11", "5 ft 11", "5ft11in", "5 foot 11", "5’11”", "5′11″",
        "5' 11''", "5 feet 11 inches", "71 in", '71"',
    ],
)  # fmt: skip
def test_reads_feet_and_inches(text):
    """Every way to write five foot eleven is 71 inches."""
    assert amount(text, "cm") == pytest.approx(71 * INCH, rel=1e-12)


@pytest.mark.parametrize("text", ["1.75 m", "1,75 m", "175 cm", "175cm", "1 m 75 cm", "1750 mm"])
def test_reads_metric_heights(text):
    """Every way to write one metre seventy-five is 175 cm."""
    assert amount(text, "cm") == pytest.approx(175.0, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "ml"),
    [
        ("500 ml", 500.0),
        ("0.5 L", 500.0),
        ("5 dl", 500.0),
        ("50 cl", 500.0),
        ("16 imp fl oz", 16 * IMP_FL_OZ),
        ("16 fl oz imp", 16 * IMP_FL_OZ),
        ("16 fl. oz.", 16 * US_FL_OZ),
        ("16 us fl oz", 16 * US_FL_OZ),
        ("16 fluid ounces", 16 * US_FL_OZ),
        ("1 pint", 16 * US_FL_OZ),
        ("2 pints", 32 * US_FL_OZ),
        ("1 imp pint", 20 * IMP_FL_OZ),
        ("1 pint imp", 20 * IMP_FL_OZ),
        ("1 UK pint", 20 * IMP_FL_OZ),
        ("2 cups", 16 * US_FL_OZ),
        ("1 quart", 32 * US_FL_OZ),
        ("1 gallon", 128 * US_FL_OZ),
        ("1 imperial gallon", 160 * IMP_FL_OZ),
        ("1 imp quart", 40 * IMP_FL_OZ),
        ("1,500 ml", 1500.0),
    ],
)
def test_reads_volumes(text, ml):
    """Fluid ounces and pints are American unless they say imperial."""
    assert amount(text, "ml") == pytest.approx(ml, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "degc"),
    [
        ("20 °C", 20.0),
        ("20 degC", 20.0),
        ("20 deg C", 20.0),
        ("20 ºC", 20.0),
        ("20 ℃", 20.0),
        ("20 degrees Celsius", 20.0),
        ("-5 °C", -5.0),
        ("−5 °C", -5.0),
        ("68 °F", 20.0),
        ("68 degF", 20.0),
        ("68 ℉", 20.0),
        ("68 fahrenheit", 20.0),
        ("32 F", 0.0),
        ("-40 F", -40.0),
        ("293.15 K", 20.0),
    ],
)
def test_reads_temperatures(text, degc):
    """32 °F is 0 °C, 68 °F is 20 °C and -40 is the same on both."""
    assert amount(text, "degc") == pytest.approx(degc, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "s_per_km"),
    [
        ("5:40/km", 340.0),
        ("5:40 /km", 340.0),
        ("5:40 min/km", 340.0),
        ("5:40 per km", 340.0),
        ("5:40.5 /km", 340.5),
        ("5'40\"/km", 340.0),
        ("5’40/km", 340.0),
        ("340 s/km", 340.0),
        ("5.5 min/km", 330.0),
        ("8:30/mi", 510 / MILE),
        ("8:30 /mile", 510 / MILE),
        ("8:30 min/mile", 510 / MILE),
        ("8:30 a mile", 510 / MILE),
        ("12 km/h", 300.0),
        ("12 kph", 300.0),
        ("7.5 mph", 480 / MILE),
        ("4 m/s", 250.0),
    ],
)
def test_reads_paces_and_turns_speeds_over(text, s_per_km):
    """A pace is time per distance; a speed given for it is turned over."""
    assert amount(text, "s_per_km") == pytest.approx(s_per_km, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("10k", 10.0),
        ("10K", 10.0),
        ("5k", 5.0),
        ("10 km", 10.0),
        ("10,5 km", 10.5),
        ("6.2 mi", 6.2 * MILE),
        ("6 miles", 6 * MILE),
        ("800m", 0.8),
        ("400 yd", 1200 * 12 * INCH / 1e5),
        ("1 mi 440 yd", 1.25 * MILE),
        ("5 km 500 m", 5.5),
        ("1,500 m", 1.5),
        ("10 000 m", 10.0),
        ("half marathon", 21.0975),
        ("half-marathon", 21.0975),
        ("Half", 21.0975),
        ("marathon", 42.195),
        ("2 marathons", 84.39),
    ],
)
def test_reads_distances(text, km):
    """Runners' words for distances; the marathon is 42.195 km."""
    assert amount(text, "km") == pytest.approx(km, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("50 min", 50.0),
        ("50min", 50.0),
        ("50'", 50.0),
        ("1h10", 70.0),
        ("1 h 10 min", 70.0),
        ("1h10m", 70.0),
        ("1 hour 10 minutes", 70.0),
        ("1h10m30s", 70.5),
        ("2min30", 2.5),
        ("1:45:00", 105.0),
        ("1:45:00 h", 105.0),
        ("48:30", 48.5),
        ("48:30 min", 48.5),
        ("120:00", 120.0),
        ("1:10 h", 70.0),
        ("90 s", 1.5),
        ("2 min", 2.0),
        ("1.5 h", 90.0),
        ("1,5 h", 90.0),
        ("-1 h 10 min", -70.0),
    ],
)
def test_reads_durations(text, minutes):
    """Two parts are mm:ss unless they say h, three are h:mm:ss."""
    assert amount(text, "min") == pytest.approx(minutes, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "kcal"),
    [
        ("2100 kcal", 2100.0),
        ("2100 Cal", 2100.0),
        ("2100 calories", 2100.0),
        ("8800 kJ", 8800 / 4.184),
        ("8.8 MJ", 8800 / 4.184),
        ("8,8 MJ", 8800 / 4.184),
        ("1,400 kcal", 1400.0),
        ("1 400 kcal", 1400.0),
        ("1\u00a0400 kcal", 1400.0),
        ("1\u202f400 kcal", 1400.0),
        ("1400,5 kcal", 1400.5),
        ("1.4 kcal", 1.4),
        ("1.455 kcal", 1.455),
        ("-250 kcal", -250.0),
        ("+250 kcal", 250.0),
        ("−250 kcal", -250.0),
        ("–250 kcal", -250.0),
        ("- 250 kcal", -250.0),
        ("-1,400 kcal", -1400.0),
    ],
)
def test_reads_energies_and_signs(text, kcal):
    """A calorie is a kilocalorie, thousands may be parted, and signs are kept."""
    assert amount(text, "kcal") == pytest.approx(kcal, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("1400 kcal/day", "kcal_per_day", 1400.0),
        ("1400 kcal/d", "kcal_per_day", 1400.0),
        ("1400 kcal a day", "kcal_per_day", 1400.0),
        ("1,400 kcal per day", "kcal_per_day", 1400.0),
        ("1400 kcal", "kcal_per_day", 1400.0),
        ("100 kcal/h", "kcal_per_day", 2400.0),
        ("35 mi", "km_per_week", 35 * MILE),
        ("35 mi/week", "km_per_week", 35 * MILE),
        ("35 mi/wk", "km_per_week", 35 * MILE),
        ("35mpw", "km_per_week", 35 * MILE),
        ("56 km", "km_per_week", 56.0),
        ("8 km/day", "km_per_week", 56.0),
        ("1.1 L/h", "l_per_h", 1.1),
        ("1100 ml per hour", "l_per_h", 1.1),
        ("37 fl oz/h", "l_per_h", 37 * US_FL_OZ / 1000),
        ("37 fl oz an hour", "l_per_h", 37 * US_FL_OZ / 1000),
        ("60 g/h", "g_per_h", 60.0),
        ("22 %", "share", 0.22),
        ("22%", "share", 0.22),
        ("22,5 percent", "share", 0.225),
        ("22 per cent", "share", 0.22),
        ("-5 %", "share", -0.05),
        ("15 km/h", "m_per_s", 15 / 3.6),
        ("10 mph", "m_per_s", 10 * MILE / 3.6),
        ("4 m/s", "m_per_s", 4.0),
        ("10 knots", "m_per_s", 18.52 / 3.6),
        ("4:10 /km", "m_per_s", 4.0),
        ("0.98 kcal/kg/km", "kcal_per_kg_per_km", 0.98),
        ("4.1 kJ/kg/km", "kcal_per_kg_per_km", 4.1 / 4.184),
        ("930 mg/L", "mg_per_l", 930.0),
        ("0.93 g/L", "mg_per_l", 930.0),
        ("40 mmol/L", "mg_per_l", 920.0),
        ("40 mEq/L", "mg_per_l", 920.0),
        ("1.8 g/kg", "g_per_kg", 1.8),
        ("0.5 lb/week", "kg_per_week", 0.5 * LB),
        ("15 µg", "ug", 15.0),
        ("120 m", "m", 120.0),
        ("1,200 ft", "m", 1200 * 12 * INCH / 100),
        ("34 years", "y", 34.0),
        ("34", "y", 34.0),
        ("6.8", "met", 6.8),
        ("6,8", "met", 6.8),
        ("6.8 MET", "met", 6.8),
    ],
)
def test_reads_rates_and_shares(text, suffix, expected):
    """Rates, shares and plain numbers come out in the unit of the suffix."""
    assert amount(text, suffix) == pytest.approx(expected, rel=1e-12)


def test_turns_oxygen_into_energy():
    """
    At an exchange ratio of 0.88 a litre of oxygen yields 4.9 kcal.

    Zuntz's table prints 4.899 for 0.88, so that 200 ml are 0.98 kcal.
    """
    assert amount("200 ml/kg/km", "kcal_per_kg_per_km") == pytest.approx(0.2 * 4.899, rel=1e-4)
