"""`fuelcalc batch`: one cell that cannot be is its row's, and what is not read stays as it is."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from fuelcalc import Athlete, Day, plan_day, plan_frame
from fuelcalc.batch import files

ROWS = pd.DataFrame(
    {
        "id": np.arange(30),
        "sex": "female",
        "age": 34,
        "weight": 62.0,
        "height_cm": 168.0,
        "run": ["10 km easy 06:30", None, "30 km long 07:00"] * 10,
    }
)
RENAMED = ("--column", "mass_kg=weight")
FIGURES = ["expenditure_kcal", "intake_kcal", "fluid_ml"]
GOOD = {
    "weight": "62.5", "height_cm": "168", "age": "34", "steps": "9000", "date": "2026-12-01",
    "clinician_agreed": "True", "wake_min": "400", "body_fat_share": "0.22",
    "run_start": "06:45", "diet": "vegan",
}  # fmt: skip
"""A cell of each kind of column, as it stands in a file."""


@pytest.fixture
def source(tmp_path):
    """The rows as a CSV file."""
    ROWS.to_csv(tmp_path / "days.csv", index=False)
    return tmp_path / "days.csv"


@pytest.mark.no_cover
@pytest.mark.parametrize("options", [(), ("--no-clock",), ("--week", "id")])
@pytest.mark.parametrize("slip", [
    ("weight", "abc"), ("weight", "-"), ("weight", "62,5"), ("height_cm", "tall"),
    ("age", "?"), ("steps", "many"), ("clinician_agreed", "maybe"), ("wake_min", "dawn"),
    ("body_fat_share", "x"), ("run_start", "noonish"), ("date", "soon"), ("diet", "fruit"),
])  # fmt: skip
def test_refuses_the_one_row_with_a_cell_that_cannot_be(
    fuelcalc, source, options, slip, monkeypatch
):
    """It makes text of its whole column, in its own piece of the file and not in the next."""
    column, cell = slip
    rows = ROWS.drop(columns="run").assign(run_distance_km=10.0).astype(str)
    rows[column] = GOOD[column]
    monkeypatch.setattr(files, "_ROWS", 8)
    monkeypatch.setattr(files, "_ROWS_BY_CLOCK", 8)
    out = source.with_name("fuel.csv")

    def planned(path):
        rows.to_csv(path, index=False)
        code, _, said = fuelcalc("batch", str(path), str(out), *RENAMED, *options)
        assert code == 0
        return said, pd.read_csv(out)

    said, whole = planned(source)
    assert said.endswith("30 rows\n")
    rows.loc[10, column] = cell
    said, found = planned(source.with_name("odd.csv"))
    assert "1 of them refused; the first, row 11 (id 10): " in said
    name = {"weight": "mass_kg"}.get(column, column.removeprefix("run_"))
    assert f"{name}: " in said
    pd.testing.assert_frame_equal(
        *(each.drop(10).drop(columns="refused") for each in (found, whole))
    )
    assert found["intake_kcal"].isna().to_numpy().nonzero()[0].tolist() == [10]


def test_writes_nothing_where_no_row_can_be_planned(fuelcalc, source):
    """A table that is wrong as a whole ends with the code of a wrong input, and the first row."""
    ROWS.assign(age=3).to_csv(source, index=False)
    out = source.with_name("fuel.csv")
    out.write_text("yesterday's\n", encoding="utf-8")
    code, _, said = fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock")
    assert code == 2
    assert said.startswith(
        "fuelcalc: in: days.csv has no row that can be planned; the first, row 1 (id 0): age: 3 "
    )
    assert out.read_text(encoding="utf-8") == "yesterday's\n"
    assert sorted(path.name for path in source.parent.iterdir()) == ["days.csv", "fuel.csv"]


def test_carries_what_it_does_not_read_letter_by_letter(fuelcalc, source, monkeypatch):
    """An id of 007 stays one, as does a name that other programs take for nothing."""
    monkeypatch.setattr(files, "_ROWS", 8)
    told = {"id": [f"{n:03}" for n in range(29)] + ["x"], "name": ["Null", "007"] * 15}
    ROWS.assign(**told).to_csv(source, index=False)
    out = source.with_name("fuel.csv")
    assert fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock").code == 0
    found = pd.read_csv(out, dtype=str, keep_default_na=False)
    assert found[["id", "name"]].to_dict("list") == told


def test_reads_one_column_alike_in_all_of_a_large_file(fuelcalc, source):
    """Behind so many bytes a reader would take numbers for text, and say so to the terminal."""
    rows = pd.concat([ROWS] * 1000, ignore_index=True).assign(note="x" * 40)
    rows = rows.astype({"weight": object})
    rows.loc[29_000, "weight"] = "abc"
    rows.to_csv(source, index=False)
    out = source.with_name("fuel.csv")
    code, _, said = fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock")
    assert (code, said.count("\n")) == (0, 1)
    assert "30,000 rows, 1 of them refused; the first, row 29001 (id 20): mass_kg: " in said


def test_reads_decimal_commas_beside_a_cell_that_cannot_be(fuelcalc, source):
    """In a file of semicolons "62,5" is 62.5 whatever else stands in its column."""
    rows = ROWS.assign(weight=["62,5"] * 29 + ["abc"])
    rows.to_csv(source, index=False, sep=";")
    out = source.with_name("fuel.csv")
    said = fuelcalc("batch", str(source), str(out), *RENAMED, "--no-clock").err
    assert "1 of them refused; the first, row 30 (id 29): mass_kg: " in said
    whole = plan_frame(ROWS.assign(weight=62.5), columns={"mass_kg": "weight"}, clock=False)
    found = pd.read_csv(out)
    np.testing.assert_allclose(found[FIGURES][:29], whole[FIGURES][:29], rtol=1e-9)


@pytest.mark.parametrize("options", [(), ("--no-clock",)])
def test_takes_a_balance_that_is_asked_for(fuelcalc, source, options):
    """It has the name of a figure, and is read: the figure alone stands in the file."""
    rows = ROWS.assign(balance_kcal=[100.0, None, -150.0] * 10)
    rows.to_csv(source, index=False)
    out = source.with_name("fuel.csv")
    assert fuelcalc("batch", str(source), str(out), *RENAMED, *options).code == 0
    found = pd.read_csv(out)
    assert found.columns.tolist().count("balance_kcal") == 1
    assert found["balance_kcal"].iloc[:2].round().tolist() == [100.0, 0.0]


@pytest.mark.parametrize("options", [(), ("--no-clock",)])
def test_reads_what_databases_hold(fuelcalc, tmp_path, options):
    """Decimals, dates, times, timestamps, lists and yes or no of a Parquet file, and empty ones."""
    pq, pa = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
    day = dt.date(2026, 12, 1)
    table = {
        "id": ["a", "b", "c"], "sex": ["male", "female", "female"],
        "age": pa.array([30, None, 40], pa.int16()),
        "birth_date": pa.array([None, dt.date(1990, 5, 1), None], pa.date32()),
        "date": pa.array([day] * 3, pa.date32()), "mass_kg": ["70", "62", "abc"],
        "height_cm": pa.array([178.0, 168.0, 170.0], pa.float32()),
        "run_start": pa.array([dt.time(6, 30), None, None], pa.time64("us")),
        "run_distance_km": pa.array([Decimal(10), None, None], pa.decimal128(5, 2)),
        "clinician_agreed": pa.array([True, None, False]),
        "wake": pa.array([None, pd.Timestamp("2026-12-01 07:00"), None], pa.timestamp("ms")),
        "conditions": pa.array([["hypertension"], None, []], pa.list_(pa.string())),
        "steps": pa.array([9000, None, 1], pa.int64()),
    }  # fmt: skip
    pq.write_table(pa.table(table), tmp_path / "days.parquet")
    files_of = (str(tmp_path / "days.parquet"), str(tmp_path / "fuel.parquet"))
    code, _, said = fuelcalc("batch", *files_of, *options)
    assert (code, "1 of them refused; the first, row 3 (id c): mass_kg: " in said) == (0, True)
    found = pd.read_parquet(tmp_path / "fuel.parquet")
    man = Athlete(sex="male", age=30, mass_kg=70.0, height_cm=178.0, steps=9000,
                  conditions=("hypertension",))  # fmt: skip
    plan = plan_day(man, Day.of(date=day, runs=["10 km 06:30"]), menu=False)
    assert found["expenditure_kcal"].iloc[0] == pytest.approx(plan.energy.expenditure_kcal)
    assert found["refused"].isna().tolist() == [True, True, False]


def test_tells_weeks_apart_letter_by_letter(fuelcalc, source):
    """An id of 007 is none of 7: their rows are two athletes' weeks."""
    rows = ROWS.iloc[:4].assign(plan=["007", "007", "7", "7"], weight=[62.0, 62.0, 70.0, 70.0])
    rows.to_csv(source, index=False)
    out = source.with_name("fuel.csv")
    code, _, said = fuelcalc("batch", str(source), str(out), *RENAMED, "--week", "plan")
    assert (code, said.endswith("4 rows\n")) == (0, True)
    found = pd.read_csv(out, dtype={"plan": str})
    assert found["plan"].tolist() == ["007", "007", "7", "7"]
    assert found["refused"].isna().all()


def test_names_the_row_of_the_file_that_refuses_a_week(fuelcalc, source, monkeypatch):
    """By its number in the file, as the command counts rows, in a piece behind the first too."""
    monkeypatch.setattr(files, "_ROWS_BY_CLOCK", 2)
    rows = ROWS.iloc[[0] * 6].assign(plan=list("aabbcc"), weight=[62.0] * 4 + [62.0, 6200.0])
    rows.to_csv(source, index=False)
    out = source.with_name("fuel.csv")
    asked = ("batch", str(source), str(out), *RENAMED, "--week", "plan", "--no-clock")
    code, _, _ = fuelcalc(*asked)
    refused = pd.read_csv(out)["refused"]
    assert (code, refused.isna().tolist()) == (0, [True] * 4 + [False] * 2)
    assert refused.iloc[4:].str.startswith("week[2] (row 6").all()
