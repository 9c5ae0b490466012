"""Numbers of a log, as people of several countries write them."""

import io

import pytest

from fuelcalc import InputError, read_log
from fuelcalc.importers.log_numbers import decimal_mark, intake_text


def day_of(mass, intake, parting=";", heads=("mass_kg", "intake_kcal"), more=()):
    """What a log of one day, and some others, says of the first."""
    rows = [("date", *heads), ("2026-11-24", mass, intake)]
    rows += [(f"2026-11-{25 + n}", *cells) for n, cells in enumerate(more)]
    text = "\n".join(parting.join(row) for row in rows)
    return read_log(io.BytesIO(text.encode())).days[0]


# 71.4 kg and 2,650 kcal, or half a kcal more, as sheets of several countries have them.
@pytest.mark.parametrize(
    ("mass", "intake", "kcal"),
    [
        ("71,4", "2650", 2650.0), ("71,4", "2.650", 2650.0), ("71,4", "2.650,5", 2650.5),
        ("71,4", "2650,5", 2650.5), ("71,40", "2 650", 2650.0), ("71,4", "2\u202f650", 2650.0),
        ("71,4", "2\u00a0650,5", 2650.5), ("71.4", "2'650", 2650.0),
        ("71.4", "2\u2019650.5", 2650.5),
        ("71.4", "2,650", 2650.0), ("71.4", "2,650.5", 2650.5), ("71.400", "2,650", 2650.0),
        ("71,400", "2.650", 2650.0), ("71.4", "650.125", 650.125), ("71,4", "650,125", 650.125),
    ],
)  # fmt: skip
@pytest.mark.parametrize("parting", [";", "\t"])
def test_reads_every_countrys_numbers(mass, intake, kcal, parting):
    """Thousands are thousands where the file shows what its decimals have."""
    day = day_of(mass, intake, parting)
    assert (day.mass_kg, day.intake_kcal) == (71.4, kcal)


def test_reads_them_in_quotes_between_commas():
    """As a table on the web saves what it shows."""
    day = day_of('"71,4"', '"2.650"', ",")
    assert (day.mass_kg, day.intake_kcal) == (71.4, 2650.0)
    day = day_of("71.4", '"2,650"', ",")
    assert (day.mass_kg, day.intake_kcal) == (71.4, 2650.0)


@pytest.mark.parametrize(
    ("mass", "intake", "said"),
    [
        ("71", "2.650", '"2.650" can mean 2650 or 2.65; write 2650 or 2.65'),
        ("71", "2,650", '"2,650" can mean 2650 or 2.65'),
        ("71,4", "2,650", '"2,650" can mean 2650 or 2.65'),
        ("71.4", "2.650", '"2.650" can mean 2650 or 2.65'),
        ("71.4", "19.999", '"19.999" can mean 19999 or 19.999'),
        ("", "12.345", "can mean 12345 or 12.345"),
    ],
)
def test_asks_back_what_can_mean_two(mass, intake, said):
    """Where no other cell shows the decimals, or shows that these would be some."""
    with pytest.raises(InputError) as caught:
        day_of(mass, intake)
    assert said in str(caught.value)
    assert "row 2.intake_kcal" in str(caught.value)


def test_two_countries_in_one_file_are_asked_back():
    """Where decimals have points here and commas there, neither parts thousands for sure."""
    with pytest.raises(InputError, match="can mean 2650 or"):
        day_of("71,4", "2.650", more=[("71.4", "2650")])
    # One other day is enough to know.
    assert day_of("71", "2.650", more=[("71,4", "")]).intake_kcal == 2650.0
    assert day_of("71", "2.650", more=[("", "2480,5")]).intake_kcal == 2650.0
    assert day_of("71", "2.650", more=[("", "2.480,5")]).intake_kcal == 2650.0


@pytest.mark.parametrize(
    "cell",
    [
        "71 4",
        "7 1,4",
        "71'4",
        "71..4",
        "71,4,5",
        "nan",
        "inf",
        "2_650",
        "71.4 kg",
        "1e",
        "--71",
        "-",
    ],
)
def test_takes_nothing_for_a_number_that_is_none(cell):
    """Spaces and apostrophes part three digits or nothing."""
    with pytest.raises(InputError, match=r"is not a number; write 71\.4, or leave the cell empty"):
        day_of(cell, "2650")


@pytest.mark.parametrize("minus", ["-", "\u2212"])
def test_reads_a_minus_to_refuse_it(minus):
    """A negative mass or intake is out of its limits, whatever its sign looks like."""
    with pytest.raises(InputError, match=r"intake_kcal: -5 "):
        day_of("71,4", f"{minus}5")


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        ((["71,4", "71"], []), ","), ((["71.4"], ["2.650"]), "."), ((["71"], ["2.650"]), None),
        ((["71,4", "71.4"], []), None), (([], ["2650,5"]), ","), (([], ["2,650.5"]), "."),
        (([], ["1.234.567"]), None), (([], ["650.125"]), "."), (([], ["20.001"]), "."),
        (([], ["20.000"]), None), (([], ["", "x", "2650"]), None), ((["71,400"], []), ","),
    ],
)  # fmt: skip
def test_learns_the_decimals_from_the_cells(cells, mark):
    """Over 20,000 kcal are no day, so 20.001 is twenty and 20.000 may be either."""
    assert decimal_mark(*cells) == mark


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2650 kcal", "2650 kcal"), ("2'650 kcal", "2650 kcal"), ("2 650 kcal", "2650 kcal"),
        ("2.65 kcal", "2.65 kcal"), ("650.125 kcal", "650.125 kcal"), ("2,650 kcal", "2,650 kcal"),
        ("83.681 kJ", "83.681 kJ"), ("2650.125 kcal", "2650.125 kcal"), ("none", "none"),
    ],
)  # fmt: skip
def test_leaves_amounts_with_units_to_those_who_read_them(text, found):
    """Only what thousands look like in small print is changed."""
    assert intake_text(text) == found


@pytest.mark.parametrize(("text", "either"), [
    ("2.651 kcal", "write 2651 kcal or 2.651 kcal"), ("2.651kcal", "2651 kcal or"),
    ("11.088 kJ", "write 11088 kJ or 11.088 kJ"), ("83.680 kilojoules", "83680 kilojoules or"),
    ("2.651", "write 2651 or 2.651"),
])  # fmt: skip
def test_asks_back_amounts_with_units_too(text, either):
    """Nobody eats 2.651 kcal a day; 83,680 kJ are the most that a day may hold."""
    with pytest.raises(InputError) as caught:
        intake_text(text)
    assert either in str(caught.value)
    # Where the file's decimals have commas it is clear.
    assert intake_text(text, mark=",").partition(" ")[0].rstrip("kcal").isdecimal()


def test_a_column_of_amounts_goes_by_the_same():
    """2.651 kcal beside 71,4 in a column of numbers is 2,651."""
    day = day_of("71,4", "2.651 kcal", heads=("mass_kg", "intake"))
    assert (day.mass_kg, day.intake_kcal) == (71.4, 2651.0)
    with pytest.raises(InputError, match="can mean 2651 or"):
        day_of("71 kg", "2.651 kcal", heads=("mass", "intake"))
    assert day_of("71,4 kg", "2'650 kcal", heads=("mass", "intake")).intake_kcal == 2650.0
