"""A table of athlete-days: each row is what `plan_day` gives for it."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from tables import table

from fuelcalc import Athlete, Calendar, Day, Goal, InputError, plan_day, plan_days, plan_frame
from fuelcalc.batch import frame as frame_of_rows
from fuelcalc.batch.days import FIGURES, days_of
from fuelcalc.batch.one_row import RowsAsked, case_of, figures_of, numbers_of
from fuelcalc.batch.rows import Rows
from fuelcalc.science import day as science

RUN = ("distance_km", "duration_min", "pace_s_per_km", "effort", "surface", "climb_m", "pack_kg")
ONE = {"sex": "female", "age": 30, "mass_kg": 62.0, "height_cm": 168.0}


def told(row):
    """What a row says, by column."""
    return {name: value for name, value in row.items() if value != "" and not pd.isna(value)}


def time_of(row, name):
    """A time of day as the row has it, as text or as minutes."""
    minute = row.get(f"{name}_min")
    return row.get(name) if minute is None else dt.time(*divmod(int(minute), 60))


def planned(row):
    """The plan of a row, typed out by hand; the reason where there is none."""
    row = told(row)
    fields = {name: row[name] for name in Athlete.model_fields if name in row}
    if "conditions" in fields:
        fields["conditions"] = fields["conditions"].replace(",", " ").split()
    run = {name: row[f"run_{name}"] for name in RUN if f"run_{name}" in row}
    lift = {n: row[f"lift_{n}"] for n in ("duration_min", "style", "focus") if f"lift_{n}" in row}
    ride = {"duration_min": row.get("other_duration_min"), "activity": "cycling", "start": "14:30"}
    has_run = {"distance_km", "duration_min", "pace_s_per_km"} & run.keys()
    try:
        day = Day.of(
            wake=row.get("wake"),
            sleep=row.get("sleep"),
            temperature_degc=row.get("temperature_degc"),
            humidity_share=row.get("humidity_share"),
            runs=[{**run, "start": time_of(row, "run_start")}] if has_run else [],
            lifts=[{**lift, "start": time_of(row, "lift_start")}] if "duration_min" in lift else [],
            other=[ride] if ride["duration_min"] is not None else [],
        )
        goal = Goal.of(**{name: row[name] for name in Goal.model_fields if name in row})
        return plan_day(Athlete.of(**fields), day, goal, menu=False)
    except InputError as error:
        return str(error)


def value_at(plan, path):
    """A figure of a plan; not a number where it is withheld."""
    member, name = path.split(".")
    record = getattr(plan, member)
    value = None if record is None else getattr(record, name)
    return np.nan if value is None else value


@pytest.fixture(scope="module")
def wild():
    """Rows of every kind, and their figures."""
    rows = table(150, seed=3)
    return rows, plan_frame(rows)


def test_is_plan_day_row_by_row(wild):
    """Every figure to 1e-9, the word, what is withheld, and why a row is refused."""
    rows, found = wild
    n_planned = n_withheld = 0
    for (_, row), (_, figures) in zip(rows.iterrows(), found.iterrows(), strict=True):
        plan = planned(row)
        if isinstance(plan, str):
            assert figures["refused"] == plan
            assert figures[list(FIGURES)].isna().all()
            continue
        assert pd.isna(figures["refused"])
        assert figures["withheld"] == " ".join(plan.withheld)
        expected = [value_at(plan, path) for path in FIGURES.values()]
        np.testing.assert_allclose(
            figures[list(FIGURES)].to_numpy(float), expected, rtol=1e-9, atol=1e-9
        )
        word = None if plan.energy is None else plan.energy.recommendation
        assert word == figures["recommendation"] or (
            word is None and pd.isna(figures["recommendation"])
        )
        n_planned, n_withheld = n_planned + 1, n_withheld + bool(plan.withheld)
    assert n_planned > 75
    assert n_withheld > 25


def test_keeps_order_and_index(wild):
    """The rows come back as they were given, under the same labels."""
    rows, found = wild
    assert found.index.equals(rows.index)
    assert list(found.columns) == [*FIGURES, "recommendation", "withheld", "refused"]


def test_gives_by_numbers_what_the_models_give():
    """Rows that the equations take as arrays are none that a model refuses, and equal to 1e-9."""
    rows = table(600, seed=8)
    columns = {name: rows[name] for name in rows}
    days = days_of(Rows(columns, len(rows)))
    n_alike = 0
    for place, (_, row) in enumerate(rows.iterrows()):
        if days.doubtful[place]:
            continue
        found = numbers_of(case_of(told(row)), RowsAsked(clock=False))
        alone = [np.nan if value is None else value for value in figures_of(found).values()]
        many = [values[place] for values in days.figures.values()]
        np.testing.assert_allclose(many, alone, rtol=1e-9, atol=1e-9)
        share = science.planned_share(found.figures.targets, found.figures.spent)
        assert days.balance_share[place] == pytest.approx(share, abs=1e-12)
        assert days.people.guards[days.people.guard[place]] == found.person.guards
        n_alike += 1
    assert n_alike > 150


def test_differs_without_the_clock_only_where_feedings_hold_less():
    """What no feeding holds is left out with the clock; resting energy knows of no clock."""
    rows = table(60, seed=5)
    with_clock, without = plan_frame(rows), plan_frame(rows, clock=False)
    same = ["resting_kcal", "expenditure_kcal", "exercise_kcal", "expenditure_high_kcal"]
    pd.testing.assert_frame_equal(with_clock[same], without[same], rtol=1e-9)
    pd.testing.assert_series_equal(with_clock["refused"], without["refused"])
    pd.testing.assert_series_equal(
        with_clock["withheld"].astype(str), without["withheld"].astype(str)
    )
    held = with_clock["behind_kcal"].fillna(0.0) <= without["behind_kcal"].fillna(0.0) + 1e-6
    pd.testing.assert_series_equal(
        with_clock["intake_kcal"][held], without["intake_kcal"][held], rtol=1e-9
    )
    assert (with_clock["fluid_ml"].dropna() <= without["fluid_ml"].dropna() + 1e-6).all()


def test_joins_chunks_without_a_seam(monkeypatch):
    """Seven rows at a time give what all at once give."""
    rows = table(40, seed=6)
    whole = plan_frame(rows, clock=False)
    monkeypatch.setattr(frame_of_rows, "CHUNK_ROWS", 7)
    pieces = plan_frame(rows, clock=False)
    numbers = list(FIGURES)
    pd.testing.assert_frame_equal(pieces[numbers], whole[numbers], rtol=1e-12)
    assert pieces["withheld"].astype(str).tolist() == whole["withheld"].astype(str).tolist()


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


@pytest.mark.parametrize("missing", ["sex", "age", "mass_kg", "height_cm"])
def test_refuses_each_row_of_a_table_that_lacks_what_all_need(missing):
    """By the words of the models, whatever the equations make of anybody instead."""
    rows = pd.DataFrame([{**ONE, "run_distance_km": 10.0}, ONE]).drop(columns=missing)
    found = plan_frame(rows, clock=False)
    assert found["refused"].str.contains(missing.split("_")[0]).all()
    assert found["expenditure_kcal"].isna().all()


def test_plans_no_rows():
    """An empty table gives an empty table."""
    empty = pd.DataFrame({name: [] for name in ONE})
    for clock in (True, False):
        assert plan_frame(empty, clock=clock).shape == (0, len(FIGURES) + 3)


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
    with pytest.raises(InputError, match='kind: "swim" is no kind'):
        plan_frame(days, sessions=sessions.assign(kind="swim"))
    with pytest.raises(InputError, match="athlete: is missing"):
        plan_frame(days, sessions=sessions, key="athlete")


def test_lets_the_days_of_a_week_know_each_other():
    """Days of a week repay, load and size the surplus as `plan_days` has them."""
    km = [10.0, None, 14.0, 8.0, None, 30.0, None]
    rows = pd.DataFrame(
        [{**ONE, "who": "w", "aim": "build", "run_distance_km": each} for each in km]
    )
    rows.loc[6, "run_distance_km"], rows["run_effort"] = 21.1, ["easy"] * 6 + ["race"]
    days = tuple(
        Day.of(runs=[{"distance_km": each, "effort": "race" if place == 6 else "easy"}])
        if (each := rows.loc[place, "run_distance_km"]) == each
        else Day()
        for place in range(7)
    )
    athlete = Athlete.of(**ONE)
    plans = plan_days(athlete, Calendar(days=days), Goal(aim="build"), menu=False)
    other = rows.iloc[[0]].assign(who="x", mass_kg=50.0)
    found = plan_frame(pd.concat([rows.iloc[:3], other, rows.iloc[3:]]), week="who")
    of_week = found.iloc[[0, 1, 2, 4, 5, 6, 7]]
    for name, path in FIGURES.items():
        assert of_week[name].tolist() == pytest.approx(
            [value_at(plan, path) for plan in plans], rel=1e-9
        )
    alone = plan_day(Athlete.of(**{**ONE, "mass_kg": 50.0}), days[0], Goal(aim="build"), menu=False)
    assert found["intake_kcal"].iloc[3] == pytest.approx(alone.energy.intake_kcal, rel=1e-9)


def test_refuses_a_week_of_two_people():
    """Rows of one week that differ in the athlete, and rows of none, are refused with a reason."""
    rows = pd.DataFrame([ONE, {**ONE, "mass_kg": 70.0}, ONE]).assign(who=["w", "w", None])
    refused = plan_frame(rows, week="who")["refused"].tolist()
    assert refused[0] == refused[1]
    assert refused[0] == (
        "week: has rows that differ in athlete or goal; give each athlete a week of their own"
    )
    assert refused[2] == "week: is missing; say of which week each row is"


@pytest.mark.parametrize(
    ("changes", "options", "message"),
    [
        ({}, {"columns": {"mas": "age"}}, 'mas: unknown key; did you mean "mass"?'),
        ({}, {"columns": {"mass": "weight"}}, 'columns: "weight" is no column of the table'),
        ({"mass": "62 kg"}, {}, "mass_kg: stands in two columns; leave one of them out"),
        ({"run": "10 km", "run_climb_m": 9.0}, {}, "run: says of the run what run_climb_m says"),
        ({}, {"week": "who"}, 'week: "who" is no column of the table'),
    ],
)
def test_refuses_tables_that_nobody_can_read(changes, options, message):
    """The whole table, in one line, where a column itself is wrong."""
    with pytest.raises(InputError) as caught:
        plan_frame(pd.DataFrame([{**ONE, **changes}]), **options)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("condition", "conditions"), ("conditons", "conditions"), ("Conditions", "conditions"),
        ("medical_conditions", "conditions"), ("pregnant?", "conditions"),
        ("eating disorder", "conditions"), ("restriction", "restrictions"),
        ("food allergy", "avoid"), ("Dietary preference", "diet"), ("bodyfat", "body_fat"),
        ("balance_kcals", "balance_kcal"), ("Body Fat", "body_fat"), ("gender", "sex"),
        ("mileage", "weekly_mileage"), ("run_km", "run_distance"), ("runs", "run"),
        ("run_distance_mi", "run_distance"), ("run2_distance_km", "run_distance_km"),
        ("lift_x", "lift_duration"), ("usual_kcal", "usual_intake"),
        ("learned_sds", "learned_sd"), ("learned_pals", "learned_pal"),
    ],
)  # fmt: skip
def test_refuses_a_column_that_was_meant_to_be_read(name, meant):
    """A slip of a name takes no guard with it; `columns` still names such a column."""
    rows = pd.DataFrame([ONE]).assign(**{name: "pregnant"})
    with pytest.raises(InputError) as caught:
        plan_frame(rows)
    assert str(caught.value).startswith(f'{name}: is no column that is read; did you mean "{meant}')
    assert f'columns={{"{meant}": "{name}"}}' in str(caught.value)
    assert "energy" in plan_frame(rows, columns={"conditions": name})["withheld"].iloc[0]


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


def test_refuses_slips_and_doubles_among_sessions():
    """A table of sessions loses no distance, and no column stands twice in either table."""
    days, runs = pd.DataFrame([ONE]), pd.DataFrame([{"row": 0, "kind": "run", "distances": 10.0}])
    with pytest.raises(InputError, match=r'distances: .* did you mean "distance"'):
        plan_frame(days, sessions=runs)
    with pytest.raises(InputError, match=r"^sex: stands twice in the table; leave one of"):
        plan_frame(pd.concat([days, days[["sex"]]], axis=1))
    twice = pd.DataFrame([[0, "run", "run"]], columns=["row", "kind", "kind"])
    with pytest.raises(InputError, match=r"^kind: stands twice in the table"):
        plan_frame(days, sessions=twice)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mass_kg": 5000.0}, "mass_kg: 5000 kg is outside 30 to 250 kg"),
        ({"sex": "x"}, 'sex: "x" is unknown'),
        ({"age": None}, "give either age = 34 or birth_date = 1992-05-01"),
        ({"mass_kg": "heavy"}, "mass_kg:"),
        ({"steps": 7000.5}, "steps:"),
        ({"conditions": "flu"}, "conditions:"),
        ({"run_distance_km": 10.0, "run_start": "noonish"}, "runs[1].start:"),
        ({"run_distance_km": 10.0, "run_start_min": 1441.0}, "run_start_min: 1441 is no minute"),
        ({"run_climb_m": 9000.0, "run_distance_km": 10.0}, "climb:"),
        ({"run": "10 km esy"}, "runs[1]:"),
        ({"variety": "much"}, "variety:"),
        ({"date": "tomorrow"}, "date:"),
        ({"meals_per_day": 9}, "meals_per_day:"),
    ],
)
@pytest.mark.parametrize("clock", [True, False])
def test_refuses_rows_that_cannot_be(changes, message, clock):
    """The one row, in the words of `plan_day`; the other is planned."""
    rows = pd.DataFrame([ONE, {**ONE, **changes}])
    found = plan_frame(rows, clock=clock)
    assert found["intake_kcal"].notna().tolist() == [True, False]
    assert found["refused"].iloc[1].startswith(message)
    assert found["refused"].isna().tolist() == [True, False]


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


def test_says_in_which_row_of_a_week_a_mistake_is():
    """None of its days is planned, and the line says which to mend."""
    rows = pd.DataFrame([ONE, {**ONE, "steps": -1}]).assign(week="w")
    refused = plan_frame(rows, week="week")["refused"]
    assert refused.str.startswith("week[2].steps: -1 ").all()


def test_leaves_to_the_models_what_has_no_equation_in_arrays():
    """An equation of choice, own targets and fixed meals are planned without the clock, too."""
    rows = pd.DataFrame([ONE, ONE, ONE, ONE]).assign(
        resting_equation=["mifflin", None, None, None],
        protein=[None, "150 g", None, None],
        meal_times=[None, None, ["05:00", "12:00", "18:00"], None],
    )
    found = plan_frame(rows, clock=False)
    athlete = Athlete.of(**ONE, resting_equation="mifflin")
    assert found["resting_kcal"].iloc[0] == plan_day(athlete, Day(), menu=False).energy.resting_kcal
    assert found["protein_g"].tolist()[1] == pytest.approx(150.0)
    assert found["refused"].isna().all()


def test_wants_a_frame():
    """Anything else is refused by its kind."""
    with pytest.raises(InputError, match="frame: a table is no DataFrame"):
        plan_frame(ONE)


def test_leaves_no_plain_row_to_the_models():
    """Text, times and words that the equations take are no reason for doubt."""
    row = {
        **ONE, "wake": "06:00", "sleep": "22:30", "weekly_lifts": 2, "conditions": "hypertension",
        "recent_race": "10 km in 48:30", "run_distance_km": 10.0, "run_start": "07:00",
        "run_effort": "race", "lift_duration_min": 60.0, "lift_start_min": 1080.0, "name": "Ana",
        "balance_kcal": 100.0, "meals_per_day": 4, "humidity_share": 0.6, "date": "2026-11-26",
    }  # fmt: skip
    rows = pd.DataFrame([row, ONE])
    assert not days_of(Rows({name: rows[name] for name in rows}, 2)).doubtful.any()
