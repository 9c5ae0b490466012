"""What the columns of a table may hold: names, units, text, lists, and sessions of their own."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from tables import ONE, table

from fuelcalc import Athlete, Day, InputError, plan_day, plan_frame
from fuelcalc.batch.columns import columns_of
from fuelcalc.batch.days import FIGURES
from fuelcalc.batch.one_row import case_of


def test_takes_what_nobody_says_for_a_column_that_is_not_there():
    """Empty columns, filled on one row of many or on none, change no other row."""
    rows = table(40, seed=9)[["sex", "age", "height_cm", "mass_kg", "run_distance_km"]]
    plain = plan_frame(rows, clock=False)[list(FIGURES)]
    asked = table(40, seed=9).columns.difference(rows.columns)
    empty = rows.assign(**{name: None for name in asked if "start" not in name})
    pd.testing.assert_frame_equal(plan_frame(empty, clock=False)[list(FIGURES)], plain, rtol=1e-12)
    one = {"weekly_mileage_km": 50.0, "body_fat_share": 0.2, "lift_duration_min": 45.0}
    filled = rows.assign(**{n: [value] + 39 * [np.nan] for n, value in one.items()})
    found = plan_frame(filled, clock=False)[list(FIGURES)]
    pd.testing.assert_frame_equal(found.iloc[1:], plain.iloc[1:], rtol=1e-12)
    assert found["resting_kcal"].iloc[0] != plain["resting_kcal"].iloc[0]


def test_reads_columns_by_other_names_text_and_units():
    """A renamed column, text with units and session text say what numbers in our columns say."""
    plain = pd.DataFrame(
        [{**ONE, "run_distance_km": 10.0, "run_pace_s_per_km": 340.0, "run_start_min": 390.0}]
    )
    typed = pd.DataFrame(
        [{"sex": "f", "age": 30, "weight": "62 kg", "height": "168 cm",
          "run": "10 km easy @ 5:40/km 06:30"}]
    )  # fmt: skip
    for clock in (True, False):
        found = plan_frame(typed, columns={"mass": "weight"}, clock=clock)
        pd.testing.assert_frame_equal(found, plan_frame(plain, clock=clock), rtol=1e-9)


def test_reads_columns_whose_type_is_a_unit():
    """Pounds, a speed for a pace and degrees Fahrenheit of a column of quantities."""
    pytest.importorskip("pint_pandas")
    typed = pd.DataFrame(
        {
            "sex": ["male", "male"],
            "age": [30, 40],
            "mass": pd.Series([154.0, 160.0], dtype="pint[lb]"),
            "height_cm": [178.0, 180.0],
            "run_distance_km": [10.0, 12.0],
            "run_pace": pd.Series([12.0, 10.0], dtype="pint[km/h]"),
            "temperature": pd.Series([77.0, 59.0], dtype="pint[degF]"),
        }
    )
    plain = typed[["sex", "age", "height_cm", "run_distance_km"]].assign(
        mass_kg=[154 * 0.45359237, 160 * 0.45359237],
        run_pace_s_per_km=[300.0, 360.0],
        temperature_degc=[25.0, 15.0],
    )
    pd.testing.assert_frame_equal(plan_frame(typed), plan_frame(plain), rtol=1e-9)


def test_takes_what_an_empty_place_holds():
    """Nullable whole numbers, missing text and not-a-number are unknown; 3.0 is a whole number."""
    rows = pd.DataFrame([ONE, ONE]).assign(
        weekly_lifts=pd.array([3, None], dtype="Int64"),
        weekly_mileage_km=[40.0, np.nan],
        diet=[None, ""],
        recent_race=["", None],
    )
    known = plan_frame(pd.DataFrame([{**ONE, "weekly_lifts": 3, "weekly_mileage_km": 40.0}, ONE]))
    for clock in (True, False):
        pd.testing.assert_frame_equal(plan_frame(rows, clock=clock), known, rtol=1e-9)


def test_takes_sessions_from_a_table_of_their_own():
    """Two runs, a ride and a lift, told by key, are the day that they are for `plan_day`."""
    days = pd.DataFrame([ONE, ONE, ONE], index=["a", "b", "c"])
    sessions = pd.DataFrame(
        [
            {"row": "c", "kind": "run", "distance": "10 km", "start": "07:00"},
            {"row": "c", "kind": "run", "distance": "5 km", "start": "18:00"},
            {"row": "a", "kind": "other", "duration": "40 min", "activity": "cycling"},
            {"row": "a", "kind": "lift", "duration": "60 min", "start": "18:00"},
        ]
    )
    athlete = Athlete.of(**ONE)
    by_hand = [
        Day.of(other=["40 min cycling"], lifts=["60 min 18:00"]),
        Day(),
        Day.of(runs=["10 km 07:00", "5 km 18:00"]),
    ]
    expected = [plan_day(athlete, day, menu=False).energy.exercise_kcal for day in by_hand]
    for clock in (True, False):
        found = plan_frame(days, sessions=sessions, clock=clock)
        assert found["exercise_kcal"].tolist() == pytest.approx(expected, rel=1e-9)
    with pytest.raises(InputError, match='row: "d" is of no row; check the keys'):
        plan_frame(days, sessions=sessions.assign(row="d"))
    with pytest.raises(InputError, match="athlete: is missing"):
        plan_frame(days, sessions=sessions, key="athlete")


LEARNED = {
    "learned_daily_life_pal": 1.75, "learned_daily_life_sd": 0.05,
    "learned_first_date": "2026-10-01", "learned_last_date": "2026-11-11",
    "learned_source": "weighed",
}  # fmt: skip


@pytest.mark.parametrize("clock", [True, False])
def test_takes_what_a_log_taught(clock):
    """Its columns are the table of a plan file, with its range; refused where a part is missing."""
    rows = pd.DataFrame([ONE] * 5).assign(**LEARNED, date=dt.date(2026, 11, 12))
    rows.loc[1, [*LEARNED]] = None
    rows.loc[2, "learned_last_date"] = None
    rows.loc[3, "learned_first_date"] = "2026-11-12"
    rows["conditions"] = ["", "", "", "", "missed-periods"]
    found = plan_frame(rows, clock=clock)
    table = {name.removeprefix("learned_"): value for name, value in LEARNED.items()}
    day = Day(date=dt.date(2026, 11, 12))
    for place, learned in enumerate([table, None]):
        plan = plan_day(Athlete.of(**ONE, learned=learned), day, menu=False)
        for name in ("expenditure_kcal", "expenditure_low_kcal", "expenditure_high_kcal"):
            assert found[name].iloc[place] == pytest.approx(getattr(plan.energy, name))
    assert found["expenditure_kcal"].iloc[0] > found["expenditure_kcal"].iloc[1] + 100.0
    assert found["refused"].iloc[2].startswith("learned.last_date: missing; write it as year-")
    assert "learned ends before it begins" in found["refused"].iloc[3]
    # Nothing of a scale counts for who must not be held to one, and no figure is shown.
    assert "energy" in found["withheld"].iloc[4]
    assert np.isnan(found["expenditure_kcal"].iloc[4])
    # The words of a plan file do as well.
    words = {
        "learned_daily_life_sd": "learned_sd",
        "learned_first_date": "learned_from",
        "learned_last_date": "learned_to",
        "learned_daily_life_pal": "learned_pal",
    }
    pd.testing.assert_series_equal(
        plan_frame(rows.rename(columns=words), clock=clock).iloc[0], found.iloc[0]
    )
    whole = pd.DataFrame([ONE]).assign(learned=[table])
    assert plan_frame(whole, clock=clock)["refused"].isna().all()
    both = plan_frame(whole.assign(**LEARNED), clock=clock)
    assert "learned: stands in two columns" in both["refused"].iloc[0]


@pytest.mark.parametrize("clock", [True, False])
def test_takes_lists_and_refuses_them_by_row(clock):
    """Lists and arrays of conditions guard as their text does; elsewhere the one row is refused."""
    told = [["pregnant"], np.array(["glp1", "thyroid"]), "", None, {"thyroid"}, [["thyroid"]]]
    rows = pd.DataFrame([ONE] * 6).assign(conditions=pd.Series(told, dtype=object))
    found = plan_frame(rows, clock=clock)
    text = plan_frame(rows.assign(conditions=["pregnant", "glp1, thyroid", *[""] * 4]), clock=clock)
    pd.testing.assert_frame_equal(found.iloc[:4], text.iloc[:4])
    assert "energy" in found["withheld"].iloc[0]
    assert found["refused"].isna().tolist() == [True] * 4 + [False] * 2
    for name in ("diet", "mass_kg", "wake"):
        several = pd.DataFrame([ONE]).assign(**{name: [np.array([61.0, 62.0])]})
        assert plan_frame(several, clock=clock)["refused"].iloc[0].startswith(f"{name}: ")
        wrong = pd.DataFrame([ONE, ONE])
        wrong[name] = pd.Series([["07:00"], ONE.get(name)], dtype=object)
        refused = plan_frame(wrong, clock=clock)["refused"]
        assert refused.iloc[0].startswith(f"{name}: ")
        assert refused.isna().tolist() == [False, True]
    with pytest.raises(InputError, match="run: holds lists or tables; write session text"):
        plan_frame(pd.DataFrame([ONE]).assign(run=[["10 km"]]), clock=clock)


def test_leaves_aside_what_says_nothing_of_a_day():
    """Names, ids and notes are nobody's slip, nor is the column of a week or a key."""
    names = (
        "athlete", "id", "team", "club", "coach", "note", "notes", "day", "day_id", "user_id",
        "first_name", "block", "email", "group", "comment", "Unnamed: 0", 7,
    )  # fmt: skip
    one = pd.DataFrame([ONE])
    rows = one.assign(run_week="w").join(pd.DataFrame([dict.fromkeys(names, "x")]))
    pd.testing.assert_frame_equal(plan_frame(rows, week="run_week"), plan_frame(one))


@pytest.mark.parametrize("clock", [True, False])
@pytest.mark.parametrize("yes_no", [("True", "false"), ("1", "0"), ("1.0", "0.0"), (1, 0)])
def test_reads_yes_and_no_that_stand_as_text(yes_no, clock):
    """A word in the column makes text of them; a clinician's word still opens what it opens."""
    rows = pd.DataFrame([{**ONE, "age": 70, "balance_kcal": -150.0}] * 3)
    whole = plan_frame(rows.assign(clinician_agreed=1), clock=clock)
    assert whole["refused"].isna().all()
    rows["clinician_agreed"] = pd.Series([*yes_no, "maybe"], dtype=object)
    refused = plan_frame(rows, clock=clock)["refused"]
    assert pd.isna(refused.iloc[0])
    assert refused.iloc[1].startswith("balance: -150 kcal is a deficit")
    assert refused.iloc[2].startswith('clinician_agreed: "maybe" is not true or false')


@pytest.mark.parametrize("clock", [True, False])
def test_reads_numbers_that_stand_as_text(clock):
    """As a column has them in which somebody wrote a word; the row with the word is refused."""
    numbers = {
        **ONE, "mass_kg": 62.5, "age": 34, "steps": 9000, "weekly_lifts": 3, "meals_per_day": 4,
        "clinician_agreed": True, "wake_min": 400.0, "humidity_share": 0.6, "balance_kcal": -1.5e2,
        "run_distance_km": 10.0, "run_start_min": 420.0, "other_duration_min": 30.0,
        "other_met": 4.0, "other_start_min": 1080.0, "learned_daily_life_pal": 1.5,
        "learned_daily_life_sd": 0.05, "learned_first_date": "2026-11-01",
        "learned_last_date": "2026-11-28", "learned_n_mass": 20, "learned_n_intake": 20,
        "learned_source": "weighed", "date": "2026-12-01",
    }  # fmt: skip
    expected = plan_frame(pd.DataFrame([numbers]), clock=clock)
    assert expected["refused"].isna().all()
    for name, value in numbers.items():
        if isinstance(value, str) or name == "refused":
            continue
        rows = pd.DataFrame([numbers] * 3).astype({name: object})
        rows[name] = [f" {value}", "", "a word"]
        found = plan_frame(rows, clock=clock)
        pd.testing.assert_frame_equal(found.iloc[:1], expected)
        key = name.removeprefix("other_").removeprefix("learned_").removeprefix("run_d")
        assert f"{key}: " in found["refused"].iloc[2]


@pytest.mark.parametrize(
    "told", [{"text": "10 km easy"}, {"distance_km": None}, {"distance": ""}, {"effort": "easy"}]
)
def test_leaves_no_session_out_unsaid(told):
    """A row of a session without a length would count nothing: its text may stand elsewhere."""
    days = pd.DataFrame([ONE, ONE], index=["a", "b"])
    sessions = pd.DataFrame([{"row": "a", "kind": "run", "duration": "50 min"},
                             {"row": "b", "kind": "lift", **told}])  # fmt: skip
    found = plan_frame(days, sessions=sessions)
    assert found["refused"].iloc[1].startswith("sessions: the lift of b says neither how far nor")
    assert found["exercise_kcal"].iloc[0] > 300.0


@pytest.mark.parametrize("clock", [True, False])
def test_parts_words_in_cells(clock):
    """Text is the list that it stands for, an empty one none, and a wrong word its row's."""
    told = {
        "avoid": ("milk; tree nuts", ["milk", "tree nuts"], "milk, mlik"),
        "restrictions": ("gluten free,kosher", ["gluten free", "kosher"], "gluten free; fasts"),
        "likes": ("['rice']", ["rice"], "tofu"),
        "dislikes": (" tofu , olives,", ["tofu", "olives"], "rice, tofu"),
        "meal_times": ("07:00, 12:30; 19:00", ["07:00", "12:30", "19:00"], "07:00, noonish"),
        "conditions": ("type 1 diabetes", ["diabetes-insulin"], "severe asthma"),
    }
    for name, (text, words, wrong) in told.items():
        rows = pd.DataFrame([ONE] * 4)
        if wrong == "tofu":
            rows["dislikes"] = [None, None, None, "tofu"]
        listed, parted = (
            rows.assign(**{name: pd.Series([cell, "", " ", wrong], dtype=object)})
            for cell in (words, text)
        )
        found = plan_frame(parted, clock=clock)
        pd.testing.assert_frame_equal(found.iloc[:3], plan_frame(listed, clock=clock).iloc[:3])
        assert found["refused"].isna().tolist() == [True, True, True, name == "dislikes"]
        as_category = plan_frame(parted.astype({name: "category"}), clock=clock)
        pd.testing.assert_frame_equal(as_category, found)
    both = pd.DataFrame([ONE] * 2).assign(conditions=["glp1 thyroid", "glp1; thyroid"])
    two = plan_frame(both, clock=clock)
    pd.testing.assert_series_equal(two.iloc[0], two.iloc[1], check_names=False)


def test_serves_nobody_what_a_cell_avoids():
    """The words of a cell reach the athlete, from text as from lists."""
    found = columns_of(pd.DataFrame([ONE]).assign(avoid="milk, nuts", restrictions="Coeliac"), {})
    athlete = case_of({name: values.iloc[0] for name, values in found.items()}).athlete
    assert athlete.avoid == ("peanut", "milk", "tree-nut")
    assert athlete.restrictions == ("gluten-free",)


@pytest.mark.parametrize("clock", [True, False])
@pytest.mark.parametrize(
    ("name", "cell", "line"),
    [
        ("mass", 137, 'mass: 137 has no unit; write "137 kg" or "302 lb", or name the column mass'),
        ("mass", 10**400, "mass: inf is not a finite number"),
        ("mass", "137", 'mass: 137 has no unit; write "137 kg"'),
        ("mass", Decimal("62.5"), 'mass: 62.5 has no unit; write "62.5 kg"'),
        ("height", 1.68, 'height: 1.68 has no unit; write "1.68 m"'),
        ("body_fat", 22, 'body_fat: 22 has no unit; write "22 %"'),
        ("temperature", 20.0, 'temperature: 20 has no unit; write "20 °C" or "68 °F"'),
        ("weekly_mileage", 40, "weekly_mileage: 40 has no unit; write "),
        ("run_distance", 10, 'run_distance: 10 has no unit; write "10 km"'),
        ("run_climb", 120, 'run_climb: 120 has no unit; write "120 m"'),
    ],
)  # fmt: skip
def test_refuses_a_number_without_a_unit(name, cell, line, clock):
    """Its row, with what to write; what is empty is unknown, and text with a unit is read."""
    full = {"mass": "mass_kg", "height": "height_cm"}.get(name, name)
    rows = pd.DataFrame([ONE] * 3).drop(columns=full, errors="ignore")
    rows["run_duration_min"] = 50.0
    fine = {
        "mass": "62 kg", "height": "168 cm", "body_fat": "22 %", "temperature": "20 degC",
        "weekly_mileage": "40 km/week", "run_distance": "10 km", "run_climb": "120 m",
    }  # fmt: skip
    empty = fine[name] if full != name else pd.NA
    rows[name] = pd.Series([cell, fine[name], empty], dtype=object)
    refused = plan_frame(rows, clock=clock)["refused"]
    assert refused.iloc[0].startswith(line)
    assert refused.isna().tolist() == [False, True, True]
    # A column of nothing but numbers has their type.
    alone = plan_frame(rows.iloc[:1].infer_objects(), clock=clock)["refused"]
    assert alone.iloc[0].startswith(line)


def test_advises_no_full_name_that_would_be_refused_next():
    """Nobody with 22 for body fat means 2,200 %; sessions of their own table are held alike."""
    rows = pd.DataFrame([ONE] * 2).assign(body_fat=[22, 0.22])
    first, second = plan_frame(rows)["refused"]
    assert "name the column" not in first
    assert second.endswith('write "22 %", or name the column body_fat_share')
    runs = pd.DataFrame([{"row": 0, "kind": "run", "distance": 10}] * 2)
    refused = plan_frame(pd.DataFrame([ONE] * 2), sessions=runs)["refused"]
    assert refused.iloc[0].startswith("run_distance: 10 has no unit; ")
    assert pd.isna(refused.iloc[1])
