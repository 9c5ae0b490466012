"""Workbooks: MacroFactor's days, whatever sheet they stand in, and what only sounds like them."""

import zipfile

import pytest
from workbooks import MAIN, workbook

from fuelcalc.importers.activities import workbook as rules
from fuelcalc.importers.activities.workbook import Sheet

# 2026-11-24 is day 46,350 of a spreadsheet's calendar, whose day 0 is 1899-12-30.
DAY = 46_350
MACROS = [
    ["Date", "Calories (kcal)", "Fat (g)", "Carbs (g)", "Protein (g)"],
    [DAY, 2480, 80, 300, 120],
    [DAY + 1, 2600.5, 85, 320, 118],
]
WEIGHT = [
    ["Date", "Weight (lbs)", "Fat Percent"],
    [DAY + 0.28125, 155.0, None],
    [DAY + 1, None, 18],
]


def days(found):
    """Each day of a log in short."""
    return [(day.date.isoformat(), day.mass_kg, day.intake_kcal) for day in found.log]


def test_reads_the_sheets_of_days(read):
    """Mass in its unit and calories eaten; what is smoothed or reckoned is no reading."""
    sheets = {
        "Calories & Macros": MACROS,
        "Scale Weight": WEIGHT,
        "Weight Trend": [["Date", "Weight (lbs)"], [DAY + 2, 154.0]],
        "Expenditure": [["Date", "Calories (kcal)"], [DAY, 3100]],
        "Micronutrients": [["Date", "Fiber (g)"], [DAY, 30]],
    }
    found = read({"MacroFactor.xlsx": workbook(sheets)})
    assert found.refused == ()
    assert days(found) == [
        ("2026-11-24", pytest.approx(155 * 0.45359237), 2480.0),
        ("2026-11-25", None, 2600.5),
    ]


def test_reads_one_sheet_of_everything(read):
    """A quick export has spent and eaten in one table, and what was aimed at beside it."""
    head = ["Date", "Expenditure (kcal)", "Trend Weight (kg)", "Weight (kg)", "Calories (kcal)",
            "Target Calories (kcal)", "Steps"]  # fmt: skip
    row = [DAY, 3000, 71.0, 70.5, 2480, 2300, 9000]
    assert days(read({"a.xlsx": workbook({"Quick Export": [head, row]})})) == [
        ("2026-11-24", 70.5, 2480.0)
    ]


def test_adds_up_a_food_log_and_counts_it_once(read):
    """Foods are a day's sum; beside the same day's total the larger counts, and not both."""
    foods = [
        ["Date", "Food Name", "Serving Weight (g)", "Calories (kcal)"],
        ["2026-11-24", "Oats", 80, 300],
        ["2026-11-24", "Pasta", 300, 900],
    ]
    assert days(read({"a.xlsx": workbook({"Food Log": foods})})) == [("2026-11-24", None, 1200.0)]
    both = workbook({"Food Log": foods, "Calories & Macros": MACROS[:2]})
    assert days(read({"b.xlsx": both})) == [("2026-11-24", None, 2480.0)]


def test_asks_for_a_unit_that_a_sheet_does_not_name(read):
    """As of every table: without a unit nothing is guessed."""
    sheet = {"Scale Weight": [["Date", "Weight"], [DAY, 155.0]]}
    found = read({"a.xlsx": workbook(sheet)})
    assert found.log == ()
    assert (found.refused[0].file, found.refused[0].why[:27]) == (
        "a.xlsx/Scale Weight", "body masses have no unit an",
    )  # fmt: skip
    assert days(read({"a.xlsx": workbook(sheet)}, mass_unit="lb"))[0][1] == pytest.approx(
        155 * 0.45359237
    )


def test_reads_cells_however_they_are_written(read):
    """Texts in place, in runs or by a lost number; cells without a place; a date before ours."""
    body = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row/>'
        '<row><c t="inlineStr"><is><t>Date</t></is></c><c t="s"><v>0</v></c></row>'
        f"<row><c><v>{DAY}</v></c><c><v>70.5</v></c></row>"
        '<row><c t="str"><v>2026-11-25</v></c><c><v>70.6</v></c></row>'
        '<row><c r="A9"><v>10000</v></c><c r="B9"><v>70.7</v></c></row>'
        '<row><c r="A10" t="s"><v>7</v></c><c r="AAA10"><v>1</v></c><c r="B10"><v>70</v></c></row>'
        "</sheetData></worksheet>"
    )
    texts = f'<sst xmlns="{MAIN}"><si><r><t>Weight</t></r><r><t> (kg)</t></r></si></sst>'
    made = workbook({"x": []}, **{
        "xl/worksheets/sheet1.xml": body,
        "xl/sharedStrings.xml": texts.replace("<t> (kg)", '<t xml:space="preserve">(kg)'),
    })  # fmt: skip
    found = read({"a.xlsx": made})
    assert days(found) == [("2026-11-24", 70.5, None), ("2026-11-25", 70.6, None)]
    assert [each.why for each in found.refused] == ['no date: "10000"', 'no date: ""']


def test_gives_a_row_beyond_its_columns_nothing():
    """A name that no column has is nowhere."""
    sheet = Sheet(("Date",), ())
    assert (sheet.place("Date"), sheet.place("Weight"), list(sheet.rows())) == (0, None, [])


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({}, "a workbook without a sheet of dates and body masses or energies"),
        ({"xl/_rels/workbook.xml.rels": None}, "a damaged workbook: "),
        ({"xl/worksheets/sheet1.xml": None}, "a damaged workbook: "),
        ({"xl/worksheets/sheet1.xml": "<a>" * 100}, "nested over 64 elements deep"),
        ({"xl/sharedStrings.xml": None}, "a workbook without a sheet"),
        ({"xl/workbook.xml": "<workbook"}, "not well-formed XML"),
    ],
)
def test_refuses_a_workbook_that_holds_nothing(read, more, why):
    """Without days, or damaged: a line."""
    found = read({"a.xlsx": workbook({"Steps": [["Date", "Steps"], [DAY, 9000]]}, **more)})
    assert found.log == ()
    assert found.refused[0].why.startswith(why)


def test_reads_no_more_than_the_bounds(read, monkeypatch):
    """A sheet of more rows, or of more bytes, is refused."""
    monkeypatch.setattr(rules, "MOST_ROWS", 2)
    assert read({"a.xlsx": workbook({"x": MACROS})}).refused[0].why.startswith("over 2 rows")
    monkeypatch.setattr(rules, "MOST_ROWS", 200)
    limited = workbook({"x": [*MACROS, ["2026-11-26" * 400, 1.0]]})
    monkeypatch.setattr("fuelcalc.importers.activities.streams.MOST_BYTES", len(limited) + 500)
    assert read({"b.xlsx": limited}).refused[0].why.endswith("the rest is not read")


def test_says_where_its_packing_is_broken(read):
    """Bytes that do not unpack are damage and no fault of the reader."""
    sound = workbook({"Calories & Macros": MACROS})
    place = sound.index(b"xl/_rels/workbook.xml.rels") + len("xl/_rels/workbook.xml.rels")
    harmed = sound[:place] + bytes([255] * 12) + sound[place + 12 :]
    assert read({"a.xlsx": harmed}).refused[0].why.startswith("cannot be read further: ")


def test_reads_a_workbook_in_an_archive(read, tmp_path):
    """One more packing is none too many."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("MacroFactor.xlsx", workbook({"Calories & Macros": MACROS}))
    assert len(read({"all.zip": (tmp_path / "all.zip").read_bytes()}).log) == 2
