"""What a table is refused for, as a whole or row by row."""

import datetime as dt

import pandas as pd
import pytest
from tables import ONE

from fuelcalc import InputError, plan_frame
from fuelcalc.batch.columns import OUT


@pytest.mark.parametrize("missing", ["sex", "age", "mass_kg", "height_cm"])
def test_refuses_each_row_of_a_table_that_lacks_what_all_need(missing):
    """By the words of the models, whatever the equations make of anybody instead."""
    rows = pd.DataFrame([{**ONE, "run_distance_km": 10.0}, ONE]).drop(columns=missing)
    found = plan_frame(rows, clock=False)
    assert found["refused"].str.contains(missing.split("_")[0]).all()
    assert found["expenditure_kcal"].isna().all()


def test_refuses_a_week_of_two_people():
    """Rows of one week that differ in the athlete, and rows of none, are refused with a reason."""
    rows = pd.DataFrame([ONE, {**ONE, "mass_kg": 70.0}, ONE]).assign(who=["w", "w", None])
    refused = plan_frame(rows, week="who")["refused"].tolist()
    assert refused[0] == refused[1]
    assert refused[0] == (
        "week: has rows that differ in athlete or goal, the first and 2 in mass_kg; give each "
        "athlete a week of their own, and each body mass of a season"
    )
    assert refused[2] == "week: is missing; say of which week each row is"
    rows = pd.DataFrame([ONE, {**ONE, "aim": "build"}]).assign(who="w")
    assert "the first and 2 in aim" in plan_frame(rows, week="who")["refused"].iloc[0]


def test_refuses_a_week_with_a_date_twice():
    """As a plan file is: nobody has a day twice, and no day stands beside itself."""
    dates = ["2026-12-01", "2026-12-02", "2026-12-01"]
    rows = pd.DataFrame([ONE] * 3).assign(who="w", date=dates)
    refused = plan_frame(rows, week="who")["refused"]
    assert refused.str.startswith("week: has 2026-12-01 twice, in its rows 1 and 3; put").all()


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
        ({"run_start": "06:30"}, "runs[1]: a distance or a duration is missing;"),
        ({"run_start_min": 390.0}, "runs[1]: a distance or a duration is missing;"),
        ({"run_climb_m": 100.0}, "runs[1]: a distance or a duration is missing;"),
        ({"run_grade_share": 0.02}, "runs[1]: a distance or a duration is missing;"),
        ({"run_effort": "tempo"}, "runs[1]: a distance or a duration is missing;"),
        ({"run_pace_s_per_km": 300.0}, "runs[1]: pace alone says nothing;"),
        ({"lift_start": "18:00"}, "lifts[1]: a lift needs a duration"),
        ({"other_start": "18:00", "other_activity": "cycling"}, "other[1].duration: missing;"),
        ({"other_met": 6.0}, "other[1].duration: missing;"),
        ({"other_energy_kcal": 300.0}, "other[1].duration: missing;"),
        ({"run_distance_km": 9.0, "run_start": pd.Timedelta("30h")}, "run_start: 1800 is no"),
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


def test_says_in_which_row_of_a_week_a_mistake_is():
    """None of its days is planned, and the line says which to mend, by its label and date."""
    rows = pd.DataFrame([ONE, {**ONE, "steps": -1}, ONE], index=["mo", "tu", "we"])
    refused = plan_frame(rows.assign(week=["v", "v", "w"]), week="week")["refused"]
    assert refused[:2].str.startswith("week[2] (row tu).steps: -1 ").all()
    assert pd.isna(refused["we"])
    dated = rows.assign(week="v", date=["2026-12-01", "2026-12-02", "2026-12-03"], run="10 km esy")
    refused = plan_frame(dated, week="week")["refused"]
    assert refused.str.startswith('week[1] (row mo, of 2026-12-01).runs[1]: "10 km esy"').all()
    ageless = rows.assign(week="v", steps=7000).drop(columns="age")
    refused = plan_frame(ageless, week="week")["refused"]
    assert refused.str.startswith("week[1] (row mo): give either age").all()


@pytest.mark.parametrize("clock", [True, False])
def test_takes_words_and_weather_for_no_session(clock):
    """They may stand in every row, and say of none that there was a session."""
    words = {"run_effort": "easy", "run_surface": "trail", "run_temperature_degc": 20.0}
    words |= {"lift_style": "heavy", "lift_focus": "lower", "other_activity": "cycling"}
    found = plan_frame(pd.DataFrame([ONE, {**ONE, **words}]), clock=clock)
    assert found["refused"].isna().all()
    assert len(set(found["expenditure_kcal"])) == 1


@pytest.mark.parametrize("clock", [True, False])
def test_takes_a_start_from_its_span(clock):
    """What a subtraction of timestamps gives is a time of day, of pandas and of Python."""
    rows = pd.DataFrame([{**ONE, "run_distance_km": 10.0}] * 3)
    spans = [pd.Timedelta("6h30min"), dt.timedelta(hours=6.5), "06:30"]
    found = plan_frame(rows.assign(run_start=pd.Series(spans, dtype=object)), clock=clock)
    assert found["refused"].isna().all()
    assert len(set(found["fluid_ml"])) == 1


@pytest.mark.parametrize("clock", [True, False])
def test_refuses_the_day_of_a_row_that_is_no_session(clock):
    """A kind that is none, and a run that says neither how far nor how long, stop no other day."""
    days = pd.DataFrame([ONE] * 5, index=list("abcde"))
    sessions = pd.DataFrame(
        {
            "row": list("abbccd"),
            "kind": ["run", "run", "bike", "run", "lift", None],
            "distance_km": [10.0, 10.0, 9.0, None, None, 5.0],
            "duration_min": [None, None, None, None, 60.0, None],
        }
    )
    found = plan_frame(days, sessions=sessions, clock=clock)
    assert found["intake_kcal"].notna().tolist() == [True, False, False, False, True]
    assert found["refused"].tolist()[1:3] == [
        'kind: "bike" is no kind; choose one of: run, lift, other',
        (
            "sessions: the run of c says neither how far nor how long; give it distance_km or "
            "duration_min"
        ),
    ]
    assert found["refused"].iloc[3].startswith("kind: ")
    with pytest.raises(InputError, match=r"^sessions: no column says how far or how long; add"):
        plan_frame(days, sessions=sessions.drop(columns=["distance_km", "duration_min"]))


@pytest.mark.parametrize("clock", [True, False])
def test_says_nothing_alike_of_what_is_well(clock):
    """What is withheld and why a row is refused are both missing where there is neither."""
    rows = pd.DataFrame([ONE, {**ONE, "conditions": "pregnant"}, {**ONE, "mass_kg": 5000.0}])
    found = plan_frame(rows, clock=clock)
    assert found["withheld"].notna().tolist() == [False, True, False]
    assert found["refused"].notna().tolist() == [False, False, True]
    assert plan_frame(rows.iloc[:1], clock=clock)["withheld"].isna().all()


def test_takes_a_table_with_its_figures_beside_it():
    """All of them come from a call before; one alone is a slip of a name as ever."""
    rows = pd.DataFrame([ONE, {**ONE, "conditions": "pregnant"}])
    found = plan_frame(rows)
    pd.testing.assert_frame_equal(plan_frame(rows.join(found)), found)
    assert set(OUT) == set(found.columns)
    with pytest.raises(InputError, match=r'daily_life_kcal: .* did you mean "daily_life"'):
        plan_frame(rows.assign(daily_life_kcal=500.0))


def test_wants_a_frame():
    """Anything else is refused by its kind."""
    with pytest.raises(InputError, match="frame: a table is no DataFrame"):
        plan_frame(ONE)
