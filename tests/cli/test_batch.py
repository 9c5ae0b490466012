"""`fuelcalc batch`: a file in, a file out."""

import numpy as np
import pandas as pd
import pytest

from fuelcalc import plan_frame
from fuelcalc.batch import files

ROWS = pd.DataFrame(
    {
        "id": np.arange(30),
        "who": np.repeat(np.arange(5), 6),
        "sex": "female",
        "age": 34,
        "weight": 62.0,
        "height_cm": 168.0,
        "run": ["10 km easy 06:30", None, "30 km long 07:00"] * 10,
    }
)
RENAMED = ("--column", "mass_kg=weight")
WRONG = {
    "odd.csv": 'a,b\n"1',
    "none.csv": "sex,age,mass_kg,height_cm\n",
    "lacks.csv": "sex,mass_kg\nmale,70\n",
    "twice.csv": "sex,age,mass_kg,age\nmale,30,70,40\n",
    "more.csv": "sex,age,mass_kg\nmale,30,70\nmale,30,70,5\n",
    "shift.csv": "sex,age,mass_kg\nmale,30,70,5\n",
    "points.csv": "sex;age;mass_kg;height_cm;steps\nmale;30;70,5;175;10.000\n",
    "empty.csv": "\n",
    "figure.csv": "sex,age,mass_kg,height_cm,intake_kcal\nmale,30,70,175,2000\n",
    "slip.csv": "sex,age,mass_kg,height_cm,my conditions\nmale,30,70,175,pregnant\n",
}
FIGURES = ["expenditure_kcal", "intake_kcal", "fluid_ml"]


@pytest.fixture
def source(tmp_path):
    """The rows as a CSV file."""
    ROWS.to_csv(tmp_path / "days.csv", index=False)
    return tmp_path / "days.csv"


@pytest.mark.parametrize("options", [(), ("--no-clock",), ("--week", "who")])
def test_writes_what_plan_frame_gives(fuelcalc, source, options, monkeypatch):
    """In pieces that part weeks, with the id in front, and no other file left behind."""
    monkeypatch.setattr(files, "_ROWS", 7)
    monkeypatch.setattr(files, "_ROWS_BY_CLOCK", 7)
    out = source.with_name("fuel.csv")
    code, shown, said = fuelcalc("batch", str(source), str(out), *RENAMED, *options)
    assert (code, shown) == (0, "")
    assert said.endswith("30 rows\n")
    found = pd.read_csv(out)
    week = "who" if "--week" in options else None
    expected = plan_frame(
        ROWS, columns={"mass_kg": "weight"}, week=week, clock="--no-clock" not in options
    )
    assert found["id"].tolist() == ROWS["id"].tolist()
    np.testing.assert_allclose(found[FIGURES], expected[FIGURES], rtol=1e-9)
    assert sorted(path.name for path in source.parent.iterdir()) == ["days.csv", "fuel.csv"]


def cut_in_part(number, monkeypatch):
    """Parts of eight rows, one of which fails at first; how many rows each part has had."""
    planned, sizes = files.figures_of_rows, []

    def failing(rows, asked):
        sizes.append(len(rows))
        if len(sizes) == number:
            raise OSError(28, "No space left on device")
        return planned(rows, asked)

    monkeypatch.setattr(files, "_ROWS", 8)
    monkeypatch.setattr(files, "figures_of_rows", failing)
    return sizes


@pytest.mark.parametrize(("name", "unfinished"), [
    ("fuel.csv", "fuel.csv.part"), ("fuel.parquet", "fuel.parquet.part.2"),
])  # fmt: skip
def test_goes_on_where_it_was_cut(fuelcalc, source, monkeypatch, name, unfinished):
    """After two pieces the machine fails; the next run plans the rest, and the file is whole."""
    out = source.with_name(name)
    sizes = cut_in_part(3, monkeypatch)
    arguments = ("batch", str(source), str(out), *RENAMED, "--no-clock")
    assert fuelcalc(*arguments)[0] == 1
    assert not out.exists()
    with out.with_name(unfinished).open("ab") as file:
        file.write(b"half a li")
    assert fuelcalc(*arguments)[0] == 0
    assert sizes == [8, 8, 8, 8, 6]
    whole = plan_frame(ROWS, columns={"mass_kg": "weight"}, clock=False)
    read = pd.read_csv if out.suffix == ".csv" else pd.read_parquet
    np.testing.assert_allclose(read(out)[FIGURES], whole[FIGURES], rtol=1e-9)
    assert sorted(path.name for path in source.parent.iterdir()) == sorted(["days.csv", name])


def test_begins_parquet_anew_where_a_piece_is_gone(fuelcalc, source, monkeypatch):
    """What was noted as finished and is not there is planned again, and no old piece gets in."""
    out = source.with_name("fuel.parquet")
    sizes = cut_in_part(4, monkeypatch)
    arguments = ("batch", str(source), str(out), *RENAMED, "--no-clock")
    assert fuelcalc(*arguments)[0] == 1
    out.with_name("fuel.parquet.part.1").unlink()
    assert fuelcalc(*arguments)[0] == 0
    assert sizes[4:] == [8, 8, 8, 6]
    assert len(pd.read_parquet(out)) == 30


def test_joins_pieces_whose_columns_are_empty_at_first(fuelcalc, source, monkeypatch):
    """A note that only a later row has is in the file, as text."""
    source.write_text(
        ROWS.assign(note=[None] * 29 + ["late"]).to_csv(index=False), encoding="utf-8"
    )
    out = source.with_name("fuel.parquet")
    monkeypatch.setattr(files, "_ROWS", 8)
    assert fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock")[0] == 0
    assert pd.read_parquet(out)["note"].dropna().tolist() == ["late"]


def test_says_how_many_rows_were_refused(fuelcalc, source, monkeypatch):
    """Also of those that were finished before the run was cut."""
    ROWS.assign(age=[34] * 5 + [3] + [34] * 20 + [400] * 4).to_csv(source, index=False)
    out = source.with_name("fuel.csv")
    sizes = cut_in_part(2, monkeypatch)
    arguments = ("batch", str(source), str(out), *RENAMED, "--no-clock")
    assert fuelcalc(*arguments).code == 1
    code, _, said = fuelcalc(*arguments)
    assert (code, sizes) == (0, [8, 8, 8, 8, 6])
    first = pd.read_csv(out)["refused"][5]
    of_them = "30 rows, 5 of them refused; the first, row 6 (id 5): "
    assert said == f"Wrote {out}, {of_them}{first}\n"
    assert first.startswith("age: 3 ")


def test_begins_anew_by_another_version(fuelcalc, source, monkeypatch):
    """Half of a file by the figures of one version and half by another's is no answer."""
    out = source.with_name("fuel.csv")
    sizes = cut_in_part(2, monkeypatch)
    arguments = ("batch", str(source), str(out), *RENAMED, "--no-clock")
    assert fuelcalc(*arguments).code == 1
    monkeypatch.setattr("fuelcalc.__version__", "99.0")
    assert fuelcalc(*arguments).code == 0
    assert sizes == [8, 8, 8, 8, 8, 6]
    assert len(pd.read_csv(out)) == 30


def test_reads_semicolons_with_decimal_commas(fuelcalc, source):
    """As spreadsheets write them where the comma is in numbers."""
    rows = ROWS.assign(weight=62.5, note="a, b")
    rows.to_csv(source, index=False, sep=";", decimal=",", encoding="utf-8-sig")
    out = source.with_name("fuel.csv")
    assert fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock").code == 0
    whole = plan_frame(rows, columns={"mass_kg": "weight"}, clock=False)
    found = pd.read_csv(out)
    np.testing.assert_allclose(found[FIGURES], whole[FIGURES], rtol=1e-9)
    assert set(found["note"]) == {"a, b"}


def test_leaves_nothing_of_a_file_that_breaks_later(fuelcalc, source, monkeypatch):
    """Some pieces are finished by then, and no later run could go on from them."""
    with source.open("a", encoding="utf-8") as file:
        file.write("1" + ",2" * 20 + "\n")
    monkeypatch.setattr(files, "_ROWS", 8)
    out = source.with_name("fuel.csv")
    code, _, said = fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock")
    assert (code, "line 32 holds 21 fields" in said) == (2, True)
    assert [path.name for path in source.parent.iterdir()] == ["days.csv"]


def test_begins_anew_where_it_is_asked_for_otherwise(fuelcalc, source):
    """What was finished of another question is not taken for an answer to this one."""
    out = source.with_name("fuel.csv")
    out.with_name("fuel.csv.part").write_text("id\n1\n", encoding="utf-8")
    out.with_name("fuel.csv.state").write_text('{"mark": [], "rows": 1, "bytes": 5}')
    assert fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock")[0] == 0
    assert len(pd.read_csv(out)) == 30


def test_reads_and_writes_parquet(fuelcalc, source):
    """The same figures from and to Parquet."""
    pytest.importorskip("pyarrow")
    parquet, out = source.with_name("days.parquet"), source.with_name("fuel.parquet")
    ROWS.to_parquet(parquet)
    assert fuelcalc("batch", str(parquet), str(out), *RENAMED, "--no-clock")[0] == 0
    whole = plan_frame(ROWS, columns={"mass_kg": "weight"}, clock=False)
    np.testing.assert_allclose(pd.read_parquet(out)[FIGURES], whole[FIGURES], rtol=1e-9)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("days.csv", "fuel.txt"), "out: fuel.txt is no file of rows; name a .csv or .parquet"),
        (("gone.csv", "fuel.csv"), "in: gone.csv does not exist; check its name"),
        (("days.csv", "days.csv"), "out: days.csv is read for this plan"),
        (("days.csv", "f.csv", "--column", "mass"), 'column: "mass" names no two columns'),
        (("days.csv", "f.csv", "--week", "club"), 'week: "club" is no column of the file'),
        (("days.csv", "folder.csv"), "out: folder.csv is a folder; give a file name"),
        (("days.csv", "nodir/f.csv"), "out: the folder nodir does not exist; make it first"),
        (("none.csv", "f.csv"), "in: none.csv has no rows"),
        ((".", "f.csv"), "in: . is no file of rows; name a .csv or .parquet file"),
        (
            ("figure.csv", "f.csv"),
            'in: "intake_kcal" is the name of a figure that is written; rename',
        ),
        (
            ("slip.csv", "f.csv"),
            'my conditions: is no column that is read; did you mean "conditions"? Then --column ',
        ),
        (("days.csv", "f.csv", "--column", "mass_kg=kilos"), 'column: "kilos" is no column of the'),
        (("odd.csv", "f.csv"), "in: odd.csv cannot be read: a quote is opened and never closed"),
        (("lacks.csv", "f.csv"), "in: lacks.csv lacks height_cm, age, which every plan needs; add"),
        (("twice.csv", "f.csv"), 'in: "age" stands in two columns; leave one of them out'),
        (("more.csv", "f.csv"), "in: more.csv cannot be read: line 3 holds 4 fields, and those"),
        (("shift.csv", "f.csv"), "in: shift.csv cannot be read: its rows hold more fields than"),
        (
            ("points.csv", "f.csv"),
            'in: points.csv cannot be read: steps "10.000" may be a thousand',
        ),
        (("empty.csv", "f.csv"), "in: empty.csv is empty"),
    ],
)
def test_answers_wrong_input_in_one_line(fuelcalc, source, arguments, line, monkeypatch):
    """Exit code 2, and nothing written."""
    monkeypatch.chdir(source.parent)
    for name, text in WRONG.items():
        source.with_name(name).write_text(text, encoding="utf-8")
    source.with_name("folder.csv").mkdir()
    monkeypatch.setattr(files, "figures_of_rows", None)
    code, shown, said = fuelcalc("batch", *arguments)
    assert (code, shown) == (2, "")
    assert said.startswith(f"fuelcalc: {line}")
    assert said.count("\n") == 1
    left = {path.name for path in source.parent.iterdir()}
    assert left == {"days.csv", "folder.csv", *WRONG}
