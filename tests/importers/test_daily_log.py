"""Logs of body mass and intake, from any table that names its units."""

import pytest

from fuelcalc.importers.activities import daily_log

CRONOMETER = """Date,Energy (kcal),Alcohol (g),Protein (g),Completed
2026-11-01,2400.5,0,120,true
2026-11-02,900.0,0,40,false
2026-11-03,2600,0,130,TRUE
2026-11-04,1100,0,50,true
"""
MEALS = """Date,Meal,Calories,Fat (g),Protein (g)
2026-11-01,Breakfast,"1,050",20,30
2026-11-01,Dinner,900,20,30
2026-11-01,Exercise,300,0,0
Totals,,1950,40,60
"""


def days(found):
    """Each day of a log."""
    return [(day.date.isoformat(), day.mass_kg, day.intake_kcal) for day in found.log]


def test_counts_only_days_that_were_written_down_whole(read):
    """What is marked as open, and what is under half of the usual, is no evidence."""
    found = read({"dailysummary.csv": CRONOMETER})
    assert days(found) == [("2026-11-01", None, 2400.5), ("2026-11-03", None, 2600.0)]
    assert [(each.where, each.why) for each in found.refused] == [
        ("2026-11-02", "marked as not written down whole; not counted"),
        ("2026-11-04", "1100 kcal is under half of the usual: the day was not written down whole"),
    ]


def test_adds_up_meals(read):
    """Meals are a day's sum; totals and what training gives back are no meals."""
    assert days(read({"meals.csv": MEALS})) == [("2026-11-01", None, 1950.0)]


@pytest.mark.parametrize(
    ("head", "value", "mass_kg", "kcal"),
    [
        ("Date,Weight (kg)", "70.5", 70.5, None),
        ("Date,Weight (lb),Fat mass (kg)", "154", 154 * 0.45359237, None),
        ("date,mass_kg", "70.5", 70.5, None),
        ("Date;Energy (kJ)", "8368", None, 2000.0),
        ("Day,Time,Energy (kcal)", "07:00,500", None, 500.0),
        ("date,intake_kcal", "2000", None, 2000.0),
        ("Date,Scale Weight (lbs)", "100", 45.359237, None),
        ("Date,Weight [kg]", "70.5", 70.5, None),
        ("Date,Weight kg", "70.5", 70.5, None),
        ("date,body_mass_kg", "70.5", 70.5, None),
        ("date,weight_lbs", "100", 45.359237, None),
        # The unit of a cell goes before that of its column.
        ("Date,Weight", "70.5 kg", 70.5, None),
        ("Date,Weight (kg)", "100 lb", 45.359237, None),
        ("Date,Energy", "8368 kJ", None, 2000.0),
        ("Date,Calories", "2000", None, 2000.0),
        ("Date,Energy kJ", "8368", None, 2000.0),
        ("Date,Weight,Weight (kg)", "155,70.5", 70.5, None),
        ("Date,Weight (kg),Energy (kcal)", ",n/a", None, None),
    ],
)
def test_reads_columns_by_their_units(read, head, value, mass_kg, kcal):
    """Kilograms or pounds, kilocalories or kilojoules, as the column says; empty is none."""
    sign = ";" if ";" in head else ","
    found = read({"log.csv": f"{head}\n2026-11-01{sign}{value}\n"})
    expected = [] if mass_kg is None and kcal is None else [("2026-11-01", mass_kg, kcal)]
    assert days(found) == [(date, mass and pytest.approx(mass), kcal and pytest.approx(kcal))
                           for date, mass, kcal in expected]  # fmt: skip


def test_asks_for_a_unit_that_is_not_there(read):
    """A weight without a unit is left out, until somebody says it."""
    text = "Date,Weight\n2026-11-01,154\n"
    open_ = read({"weight.csv": text})
    assert (days(open_), len(open_.refused)) == ([], 1)
    assert "say --mass-unit kg or --mass-unit lb" in open_.refused[0].why
    assert days(read({"weight.csv": text}, mass_unit="lb"))[0][1] == pytest.approx(69.853, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Date,Energy\n2026-11-01,8368\n", "energies have no unit and are left out; call the"),
        ("Date,Intake\n2026-11-01,2000\n", "energies have no unit and are left out; call the"),
        ("Date,Weight (kg)\n2026-11-01,heavy\n", "no number with a unit of mass"),
        ("Date,Weight (kg)\n2026-11-01,70 km\n", "no number with a unit of mass"),
        ("Date,Calories\n2026-11-01,lots\n", "no number with a unit of intake"),
        ("Date,Calories\n2026-11-01,9\n", "9 kcal is no day's eating, or in another unit"),
        ("Date,Calories\n2026-11-01,10460\n", "10460 kcal is no day's eating, or in another"),
    ],
)
def test_says_what_it_does_not_take(read, text, why):
    """An energy without a unit may be in kJ, and no cell is left out without a word."""
    found = read({"log.csv": text})
    assert days(found) == []
    (refused,) = found.refused
    assert refused.why.startswith(why)


def test_keeps_the_rest_of_a_row(read):
    """An intake that may be two numbers takes no mass with it."""
    found = read({"log.csv": "Date,Weight (kg),Energy (kcal)\n2026-11-01,70.5,2.150\n"})
    assert days(found) == [("2026-11-01", 70.5, None)]
    assert len(found.refused) == 1


def test_takes_the_first_of_a_morning_else_the_median(read):
    """Several readings of a day are one; what is another person's is none."""
    text = (
        "Date,Weight (kg),Comments\n2026-11-01 07:30:00,70.2,\n2026-11-01 06:50:00,70.0,\n"
        "2026-11-01 21:00:00,71.5,\n2026-11-02 19:00:00,71.0,\n2026-11-02 20:00:00,72.0,\n"
        "2026-11-03 07:00:00,31.0,\n2026-11-04,900,\nsoon,70,\n"
    )
    found = read({"weight.csv": text})
    assert days(found) == [("2026-11-01", 70.0, None), ("2026-11-02", 71.5, None)]
    assert [each.why for each in found.refused] == [
        "900 kg is no body mass",
        'no date: "soon"',
        "31.0 kg is far from the usual 70.6 kg",
    ]


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("13/11/2026", "01/11/2026"), "2026-11-01"),
        (("11/13/2026", "11/01/2026"), "2026-11-01"),
        (("01.11.2026",), "2026-11-01"),
        (("01/11/2026",), None),
    ],
)
def test_tells_day_from_month_by_the_whole_column(read, dates, first):
    """A thirteenth settles it; where nothing does, it is asked and not guessed."""
    text = "Date,Weight (kg)\n" + "".join(f"{date},70\n" for date in dates)
    found = read({"weight.csv": text})
    assert (days(found)[0][0] if found.log else None) == first
    assert bool(found.refused) == (first is None)


def test_is_no_log_of_what_was_trained(read):
    """Energies of exercise are nobody's food."""
    found = read({"a.csv": "Date,Exercise,Calories\n2026-11-01,Run,500\n"})
    assert found.log == ()
    assert found.refused[0].why.startswith("none of the formats")


def test_reads_libra_by_its_own_unit(read):
    """The unit stands above the table; without one nothing is guessed, and trends are no mass."""
    table = "#date;weight;weight trend\n2026-11-20T06:10:00.000Z;70,5;71.0\n"
    assert days(read({"a.csv": f"#Units:kg\n{table}"})) == [("2026-11-20", 70.5, None)]
    without = read({"a.csv": f"#Version:6\n{table}"})
    assert without.log == ()
    assert without.refused[0].why.startswith("body masses have no unit and are left out")
    assert days(read({"a.csv": f"#Version:6\n{table}"}, mass_unit="lb"))[0][1] == pytest.approx(
        31.978, abs=0.001
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["62,3;2.150", "62,1;2.300"], [(62.3, 2150.0), (62.1, 2300.0)]),
        (["62,35;2150,5"], [(62.35, 2150.5)]),
        (["62.3;2,150"], [(62.3, 2150.0)]),
        (["62,3;2 150"], [(62.3, 2150.0)]),
        (["62,3;n/a"], [(62.3, None)]),
    ],
)
def test_reads_the_decimals_of_any_country(read, rows, expected):
    """A comma before decimals is none that parts thousands: 62,3 kg are not 623."""
    lines = [f"2026-11-0{place};{row}" for place, row in enumerate(rows, 1)]
    found = read({"log.csv": "\n".join(["Date;Weight (kg);Energy (kcal)", *lines, ""])})
    assert found.refused == ()
    assert [(mass, kcal) for _, mass, kcal in days(found)] == expected


def test_reads_a_mass_in_quotes_with_its_comma(read):
    """Between commas as well."""
    found = read({"log.csv": 'Date,Weight (kg)\n2026-11-01,"62,35"\n'})
    assert days(found) == [("2026-11-01", 62.35, None)]


@pytest.mark.parametrize("text", ["Date;Energy (kcal)\n2026-11-01;2.150\n",
                                  "Date,Energy (kcal)\n2026-11-01,2.150\n"])  # fmt: skip
def test_asks_back_what_may_be_two_intakes(read, text):
    """Nothing in the file tells whether these are 2,150 kcal, and 2 kcal is never assumed."""
    found = read({"log.csv": text})
    assert days(found) == []
    assert [each.why for each in found.refused] == [
        'intake_kcal: "2.150" can mean 2150 or 2.15; write 2150 or 2.15'
    ]


@pytest.mark.parametrize(
    ("header", "is_eaten"),
    [
        ("Date,Calories", True), ("Date,Intake (kcal),Distance", True),
        ("Date,Distance,Calories", False), ("Date,Calories,Avg HR", False),
        ("Date,Calories,Distância", False), ("Date,Calories,Fréquence cardiaque moyenne", False),
        ("Date,Calories,Frequência Cardíaca", False), ("Date,Calories,Cadência", False),
        ("Date,Calories,Best Pace", False), ("Date,Calories,Workspace,Impulse", True),
    ],
)  # fmt: skip
def test_takes_no_calories_that_were_spent(header, is_eaten):
    """Beside a distance, a pace or a heart rate nobody ate them, in whatever language."""
    assert daily_log.identify(header.encode()) is is_eaten


def test_leaves_out_energies_beside_what_was_trained(read):
    """A diary of mass, calories and distance: the mass is read, and who eats says so by a name."""
    diary = "Date,Weight (kg),{},Distance\n2026-11-01,71.2,640,10.1\n"
    found = read({"diary.csv": diary.format("Calories")})
    assert days(found) == [("2026-11-01", 71.2, None)]
    assert any("energies beside what was trained" in line.why for line in found.refused)
    found = read({"diary.csv": diary.format("Intake (kcal)")})
    assert days(found) == [("2026-11-01", 71.2, 640.0)]
