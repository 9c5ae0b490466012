"""A log as a table: what is refused of it, and what stays when a day is written into it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc import InputError, read_log
from fuelcalc.importers.log_file import text_with_days
from fuelcalc.models.log import LogDay


def read(text):
    """The days of a log from text."""
    return read_log(io.BytesIO(text.encode())).days


def with_day(text, date, **values):
    """The text with a day that says this more."""
    before = next((day for day in read(text) if str(day.date) == date), None)
    have = {} if before is None else before.model_dump(exclude={"date"})
    day = LogDay.of(date=date, **{**have, **values})
    return text_with_days(io.BytesIO(text.encode()), [day])


OWN = """# mornings, after the bathroom
date;steps;mass_kg;intake_kcal;how I felt
2026-11-23;9000;71,4;2.650;tired
# a day off

2026-11-25;;71,2;2 480;"well; slept"
"""


def test_leaves_aside_what_is_ones_own():
    """Comments, empty lines and columns of other names are no part of the log."""
    assert [(day.mass_kg, day.intake_kcal) for day in read(OWN)] == [(71.4, 2650), (71.2, 2480)]


@pytest.mark.parametrize(
    ("date", "values", "place", "row"),
    [
        ("2026-11-23", {"mass_kg": 71.6}, 2, "2026-11-23;9000;71,6;2.650;tired"),
        ("2026-11-25", {"intake_kcal": 2500.5}, 5, '2026-11-25;;71,2;2500,5;"well; slept"'),
        ("2026-11-24", {"mass_kg": 71.3}, 5, "2026-11-24;;71,3;;"),
        ("2026-11-26", {"intake_kcal": 2700.0}, 6, "2026-11-26;;;2700;"),
        ("2026-11-01", {"mass_kg": 72.0}, 2, "2026-11-01;;72;;"),
    ],
)
def test_changes_the_row_of_that_day_alone(date, values, place, row):
    """All other lines stay to the letter, and the new one has the file's marks."""
    lines = with_day(OWN, date, **values).splitlines()
    assert lines[place] == row
    others = [line for line in lines if line != row]
    before = [line for line in OWN.splitlines() if not line.startswith(date)]
    assert others == before


def test_adds_a_column_that_is_missing():
    """A word of the day brings its head, and no other row is touched."""
    found = with_day(OWN, "2026-11-23", mask="illness").splitlines()
    assert found[1] == "date;steps;mass_kg;intake_kcal;how I felt;mask"
    assert found[2] == "2026-11-23;9000;71,4;2.650;tired;illness"
    assert found[3:] == OWN.splitlines()[3:]


def test_writes_amounts_with_their_units_where_a_column_has_them():
    """Columns mass and intake keep taking units."""
    text = "date,mass,intake\n2026-11-24,157 lb,2650 kcal\n"
    found = with_day(text, "2026-11-25", mass_kg=71.4, intake_kcal=2480.0)
    assert found == text + "2026-11-25,71.4 kg,2480 kcal\n"


def test_goes_on_as_the_file_does():
    """The newest stands first where it did, at the end where there is no order, with its ends."""
    falling = "date,mass_kg\r\n2026-11-25,71.4\r\n2026-11-23,71.2\r\n"
    assert with_day(falling, "2026-11-26", mass_kg=71.0).splitlines()[1] == "2026-11-26,71"
    middle = with_day(falling, "2026-11-24", mass_kg=71.0)
    assert middle.splitlines()[2] == "2026-11-24,71"
    assert with_day(falling, "2026-11-20", mass_kg=71.0).splitlines()[3] == "2026-11-20,71"
    assert middle.count("\r\n") == middle.count("\n") == 4
    mixed = "date,mass_kg\n2026-11-23,71\n2026-11-25,71\n2026-11-22,71"
    assert with_day(mixed, "2026-11-24", mass_kg=70.0) == f"{mixed}\n2026-11-24,70"
    one = "date,mass_kg\n2026-11-23,71"
    assert with_day(one, "2026-11-22", mass_kg=70.0).splitlines()[1] == "2026-11-22,70"
    assert with_day("date,mass_kg", "2026-11-22", mass_kg=70.0) == "date,mass_kg\n2026-11-22,70"


def test_refuses_what_it_could_not_write_as_it_was_meant():
    """12.345 kcal are read back as twelve thousand or twelve: nothing is written."""
    with pytest.raises(InputError, match="can mean 12345 or"):
        with_day("date,intake_kcal\n2026-11-23,2650\n", "2026-11-24", intake_kcal=12.345)


def test_quotes_a_first_cell_that_would_be_a_comment():
    """What begins with # or sep= and is a cell stays one, in a new row and in one that is there."""
    text = 'note,date,mass_kg\n"#1",2026-11-23,71\n'
    found = with_day(text, "2026-11-24", mass_kg=71.5, note="#2")
    assert found == f'{text}"#2",2026-11-24,71.5\n'
    found = with_day(text, "2026-11-23", mass_kg=71.5)
    assert found == text.replace("71\n", "71.5\n")
    assert with_day(text, "2026-11-23", note="sep=,").splitlines()[1] == '"sep=,",2026-11-23,71'


# Own words that a table has to hold as they are: quotes, marks, spaces, and what looks like more.
WORDS = st.sampled_from(["", "#7", " #7", "sep=;", "a, b; c", 'say "x"', "é", "well", "  ", "-"])
DATES = [f"2026-11-{day:02d}" for day in range(1, 15)]


@st.composite
def logs(draw):
    """A log as somebody keeps it: its lines, and what parts its cells."""
    parting = draw(st.sampled_from(",;\t"))
    heads = draw(st.permutations(["date", "mass_kg", "own", "note"]))
    quoting = draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
    dates = draw(st.lists(st.sampled_from(DATES), unique=True, max_size=6))
    order = draw(st.sampled_from(["rising", "falling", "none"]))
    dates = dates if order == "none" else sorted(dates, reverse=order == "falling")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = [parting.join(heads) + end]
    for date in dates:
        values = {"date": date, "mass_kg": "71.4", "own": draw(WORDS), "note": draw(WORDS)}
        out = io.StringIO()
        csv.writer(out, delimiter=parting, quoting=quoting, lineterminator=end).writerow(
            [values[head] for head in heads]
        )
        row = out.getvalue()
        # A row that begins so is a comment, and no day.
        if row.lstrip().startswith("#") or row.startswith("sep="):
            continue
        lines += [*draw(st.sampled_from([[], ["# mine" + end], [end]])), row]
    if draw(st.booleans()) and len(lines) > 1:
        lines[-1] = lines[-1].rstrip("\r\n")
    return lines


@given(logs(), st.sampled_from(DATES), st.sampled_from(["", "#2", 'a "b", c; d', "tired"]))
def test_leaves_every_other_byte(lines, date, note):
    """A day that is written is one row, new or renewed, and all other lines are as they were."""
    text = "".join(lines)
    before = {str(day.date): day for day in read(text)}
    found = with_day(text, date, mass_kg=70.5, **({"note": note} if note else {}))
    after = {str(day.date): day for day in read(found)}
    assert (after[date].mass_kg, after[date].note) == (
        70.5,
        note or getattr(before.get(date), "note", None),
    )
    assert {key: day for key, day in after.items() if key != date} == {
        key: day for key, day in before.items() if key != date
    }
    lines_after = list(io.StringIO(found, newline=""))
    (row,) = (line for line in lines_after if date in line)
    others = [line for line in lines_after if line is not row]
    kept = [line for line in lines if date not in line]
    # Where the last line had no end, the one that is last now has none, and the other gets one.
    assert [line.rstrip("\r\n") for line in others] == [line.rstrip("\r\n") for line in kept]
    assert "".join(others).rstrip("\r\n") == "".join(kept).rstrip("\r\n")
    assert found.endswith(("\n", "\r")) == text.endswith(("\n", "\r"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("date,mass_kg,intake_kcal\n2026-11-24,71,4,2650\n",
                     "log row 2: has a cell under no head; put a number with a comma into quotes",
                     id="decimal-comma"),
        pytest.param("date,mass_kg,intake_kcal\n2026-11-24,71.4,2,650\n", "under no head",
                     id="thousands-comma"),
        pytest.param("date,mass_kg,,intake_kcal\n2026-11-24,71.4,tired,2650\n", "under no head",
                     id="no-head"),
        pytest.param("# mine\ndate,mass_kg\n\n2026-11-24,71,tired\n", "log row 4: has a cell",
                     id="counts-every-line"),
        pytest.param("date,mass_kg,intake_kcal,note\n2026-11-24,71,4\n",
                     'log row 2: "71,4" can mean 71.4 kg, or 71 kg and 4 kcal; write 71.4, or 71.0',
                     id="comma-or-two"),
        pytest.param("date,mass_kg,intake_kcal\n2026-11-24,71,99\n",
                     'log row 2: "71,99" can mean 71.99 kg', id="two-digits"),
        pytest.param("date,weight,intake_kcal\n", '"weight" is no column', id="weight"),
        pytest.param("date,mass_kg,kcal eaten\n", '"kcal_eaten" is no column', id="kcal"),
        pytest.param("date,mass_kg,intak_kcal\n", '"intak_kcal" is no column', id="slip"),
        pytest.param("date,mass_kg,mass_kgs\n", '"mass_kgs" is no column', id="another-slip"),
        pytest.param("date,mass_kg,mass\n", '"mass_kg" stands there beside mass', id="both"),
        pytest.param("date,steps,steps,mass_kg\n", '"steps" stands there twice', id="own-twice"),
        pytest.param('date,mass_kg,note\n2026-11-24,71,"tired\n2026-11-25,71,x\n',
                     "log row 2: cannot be parted into cells; close its quotes", id="open-quote"),
        pytest.param("# nothing but this\n", "has no column date", id="comment-alone"),
    ],
)  # fmt: skip
def test_refuses_in_one_line(text, said):
    """No cell is left out or taken for another without a word."""
    with pytest.raises(InputError) as caught:
        read(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("date,mass_kg\r2026-11-24,71.4\r", id="old-mac"),
        pytest.param("sep=;\ndate;mass_kg\n2026-11-24;71,4\n", id="excel-sep"),
        pytest.param("date,mass_kg,,\n2026-11-24,71.4,,\n", id="empty-columns"),
        pytest.param("date,mass_kg,note\n2026-11-24,71.4\n", id="short-row"),
        pytest.param("date,resting hr,mass_kg\n2026-11-24,48,71.4\n", id="own-column"),
        pytest.param("date,mass_kg,intake_kcal\n2026-11-24,71.4,4\n", id="point-is-clear"),
    ],
)
def test_reads_what_is_clear(text):
    """Ends of lines, empty columns, and what Excel or somebody adds do not matter."""
    assert read(text)[0].mass_kg == 71.4


@pytest.mark.parametrize(
    ("text", "kcal"),
    [
        pytest.param("date;mass_kg;intake_kcal\n2026-11-24;71;99\n", 99.0, id="semicolons"),
        pytest.param("date,mass_kg,note,intake_kcal\n2026-11-24,71,,99\n", 99.0, id="apart"),
        pytest.param("date,intake_kcal,mass_kg\n2026-11-24,99,71\n", 99.0, id="turned"),
        pytest.param("date,mass_kg,intake_kcal\n2026-11-24,71,999\n", 999.0, id="three-digits"),
    ],
)
def test_takes_no_two_numbers_for_one(text, kcal):
    """A comma parts 71 from 99 by mistake only where commas part, and both stand side by side."""
    (day,) = read(text)
    assert (day.mass_kg, day.intake_kcal) == (71.0, kcal)
