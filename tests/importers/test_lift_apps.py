"""Strong, Hevy, FitNotes, Fitbod and GymRun: rows of sets as lifts, by the units they name."""

import pytest

# ruff: noqa: E501
STRONG_IOS = """\ufeffDate,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2025-01-17 18:47:56,"Push",1h 7m,"Bench Press (Barbell)",W,20.0,10,0,0,"","",
2025-01-17 18:47:56,"Push",1h 7m,"Bench Press (Barbell)",1,60.0,8,0,0,"","",8
2025-01-17 18:47:56,"Push",1h 7m,"Bench Press (Barbell)",2,60.0,8,0,0,"","",
2025-01-17 18:47:56,"Push",1h 7m,"Bench Press (Barbell)",Rest Timer,0.0,0,0,120,"","",
2025-01-17 18:47:56,"Push",1h 7m,"Bench Press (Barbell)",F,60.0,7,0,0,"","",
2025-01-17 18:47:56,"Push",1h 7m,"Pull Up (Assisted)",1,-20.0,8,0,0,"","",
2025-01-17 18:47:56,"Push",1h 7m,"Pull Up",1,0.0,9,0,0,"","",
2025-01-17 18:47:56,"Push",1h 7m,"Plank",1,0.0,0,0,45,"","",
never,"Push",1h 7m,"Plank",1,0.0,0,0,45,"","",

"""
STRONG_ANDROID = """Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes
"2019-03-01 07:05:00";"Legs";"Squat";"1";"100";"lbs";"5";"";"";"";"0";"";""
"""
HEVY = """"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_lbs","reps","distance_miles","duration_seconds","rpe"
"Upper","8 Apr 2026, 16:50","8 Apr 2026, 18:01","","Bench Press",0,"",0,"warmup",45,10,,,
"Upper","8 Apr 2026, 16:50","8 Apr 2026, 18:01","","Row",0,"",0,"normal",100,8,,,8.5
"Upper","8 Apr 2026, 16:50","8 Apr 2026, 18:01","","Bench Press",0,"",1,"dropset",100,8,,,
"Upper","8 Apr 2026, 16:50","8 Apr 2026, 18:01","","Plank",,"",0,"normal",,,,60,
"""
FITNOTES = """Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time
2020-02-03,Squat,Legs,135.0,5,,,
2020-02-03,Squat,Legs,135.0,5,,,
2020-02-03,Overhead Press (Each Side, Dumbbells),Shoulders,30.0,8,,,
2020-02-03,Plank,Core,,,,,0:01:30
"""
FITNOTES_IOS = """Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,Categories,Note
Upper,2025-06-02T17:00:00Z,2025-06-02T18:15:00Z,"80,0",Bench Press,Barbell,5,"62,5",,,Done,true,7,,"Pectorals,Triceps",
Upper,2025-06-02T17:00:00Z,2025-06-02T18:15:00Z,"80,0",Bench Press,Barbell,5,"80,0",,,Failed,false,10,,"Pectorals,Triceps",
Upper,2025-06-02T17:00:00Z,2025-06-02T18:15:00Z,"80,0",Plank,Bodyweight,1,"0,0",00:00:45,,Done,false,,,Core,
"""
KG_PER_LB = 0.45359237


def told(session):
    """Each line of a session's sets."""
    return [
        (each.name, each.sets, each.reps, each.load_kg, each.seconds, each.warm_up)
        for each in session.exercises
    ]


def test_reads_strong_of_ios_in_the_unit_that_is_said(read):
    """Rest timers are no sets, warm-ups and failures are; no load is none, help is no load."""
    found = read({"strong.csv": STRONG_IOS}, mass_unit="kg")
    (lift,) = found.sessions
    assert (lift.kind, lift.start, lift.timer_min, lift.title) == (
        "lift",
        "2025-01-17T18:47",
        67.0,
        "Push",
    )
    assert told(lift) == [
        ("Bench Press (Barbell)", 1, 10, 20.0, None, True),
        ("Bench Press (Barbell)", 2, 8, 60.0, None, False),
        ("Bench Press (Barbell)", 1, 7, 60.0, None, False),
        ("Pull Up (Assisted)", 1, 8, None, None, False),
        ("Pull Up", 1, 9, None, None, False),
        ("Plank", 1, None, None, 45.0, False),
    ]
    assert {(each.where, each.why) for each in found.refused} == {
        ("line 10", 'no date: "never"'),
        ("", "assisted sets, which have no load: 1"),
    }


def test_leaves_out_loads_whose_unit_nobody_knows(read):
    """Without a unit the sets come in and their loads do not; one line says how to have them."""
    found = read({"strong.csv": STRONG_IOS})
    assert {each.load_kg for each in found.sessions[0].exercises} == {None}
    assert any("say --mass-unit kg or --mass-unit lb" in each.why for each in found.refused)


def test_reads_strong_of_android(only):
    """Semicolons, and a unit in a column of its own."""
    lift = only({"strong.csv": STRONG_ANDROID})
    assert told(lift) == [("Squat", 1, 5, pytest.approx(100 * KG_PER_LB), None, False)]


def test_reads_hevy_by_the_units_of_its_columns(only):
    """A superset keeps its order, a drop set counts, and the ends give the duration."""
    lift = only({"hevy.csv": HEVY})
    assert (lift.start, lift.timer_min, lift.zone) == ("2026-04-08T16:50", 71.0, None)
    assert told(lift) == [
        ("Bench Press", 1, 10, pytest.approx(45 * KG_PER_LB), None, True),
        ("Row", 1, 8, pytest.approx(100 * KG_PER_LB), None, False),
        ("Bench Press", 1, 8, pytest.approx(100 * KG_PER_LB), None, False),
        ("Plank", 1, None, None, 60.0, False),
    ]


def test_reads_fitnotes_whose_names_hold_commas(only):
    """A day is a workout, without a time; a name with a comma is put together again."""
    lift = only({"fitnotes.csv": FITNOTES})
    assert (lift.start, lift.clock, lift.timer_min) == ("2020-02-03", None, None)
    assert told(lift) == [
        ("Squat", 2, 5, pytest.approx(135 * KG_PER_LB), None, False),
        ("Overhead Press (Each Side, Dumbbells)", 1, 8, pytest.approx(30 * KG_PER_LB), None, False),
        ("Plank", 1, None, None, 90.0, False),
    ]


def test_reads_fitnotes_of_ios(read):
    """Times of Greenwich, decimal commas, and what failed is not done."""
    found = read({"fitnotes.csv": FITNOTES_IOS}, mass_unit="kg")
    (lift,) = found.sessions
    assert (lift.start, lift.timer_min) == ("2025-06-02T19:00", 75.0)
    assert told(lift) == [
        ("Bench Press", 1, 5, 62.5, None, True),
        ("Plank", 1, None, None, 45.0, False),
    ]
    assert [each.why for each in found.refused] == ["sets that failed or were only planned: 1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reads_whatever_encodes(only, encoding):
    """Letters come out as they went in."""
    text = HEVY.replace('"Upper"', '"Über"')
    assert only({"hevy.csv": text.encode(encoding)}).title == "Über"


FITBOD = "Date,Exercise,Reps,Weight({unit}),Duration(s),Distance(m),isWarmup,Note,multiplier\n"


def test_parts_fitbod_by_its_rests(read):
    """Two hours without a set end a workout; a second more, and it is another."""
    rows = [
        f"2026-11-20 {clock} +0100,Squat, 5, 100.0, 0, 0, false,, 2.0"
        for clock in ("10:00:00", "06:00:00", "12:00:01", "08:00:00")
    ]
    found = read({"a.csv": FITBOD.format(unit="lbs") + "\n".join(rows)})
    assert [(each.start[-5:], each.timer_min) for each in found.sessions] == [
        ("06:00", 240.0), ("12:00", None),
    ]  # fmt: skip
    # What the app calls a multiplier doubles neither sets nor load.
    (squat,) = found.sessions[0].exercises
    assert (squat.sets, squat.load_kg) == (3, pytest.approx(45.359237))
    assert read({"b.csv": FITBOD.format(unit="kg")}).sessions == ()


def test_gives_gymruns_loads_no_unit_of_its_own(read):
    """Its header names none, and spells the word as it likes; without a word loads stay out."""
    text = "Date;Time;Exercise;Set;Weigth;Reps;Note\n02.04.22;21:29:38;Press;1;20;12;\n"
    found = read({"a.csv": text})
    assert found.sessions[0].exercises[0].load_kg is None
    assert found.refused[0].why.startswith("loads without a unit, left out: 1; say")
    pounds = read({"a.csv": text}, mass_unit="lb").sessions[0]
    assert (pounds.start, pounds.exercises[0].load_kg) == (
        "2022-04-02T21:29", pytest.approx(9.0718474),
    )  # fmt: skip


TWINS = {
    "strong": (
        (
            "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Weight (kg),Reps\n"
            "2026-11-20 18:00:00,A,Squat,1,100,60,5\n"
        ),
        "Weight (kg)",
    ),
    "hevy": (
        (
            '"title","start_time","exercise_title","set_type","weight_kg","weight_kg","reps"\n'
            '"A","20 Nov 2026, 18:00","Squat","normal",100,60,5\n'
        ),
        "weight_kg",
    ),
    "fitbod": (
        (
            "Date,Exercise,Reps,Reps,Weight(kg),Duration(s),isWarmup\n"
            "2026-11-20 18:00:00 +0000,Squat,5,8,100,0,false\n"
        ),
        "Reps",
    ),
    "gymrun": (
        "Date,Time,Exercise,Set,Reps,Weight,Weight\n2026-11-20,18:00,Squat,1,5,100,60\n",
        "Weight",
    ),
    "a scale": ("Date,Weight (kg),weight (KG)\n2026-11-20,62,95\n", "Weight (kg)"),
    "two dates": ("date,Weight (kg),date\n2026-11-20,62,2026-11-21\n", "date"),
    "an app": ("Date,Energy (kcal),Energy (kcal)\n2026-11-20,2000,900\n", "Energy (kcal)"),
}


@pytest.mark.parametrize("kind", TWINS)
def test_takes_neither_of_two_columns_of_one_name(read, kind):
    """Which of them counts nobody can tell: the table is refused, and the name said."""
    text, name = TWINS[kind]
    found = read({"a.csv": text})
    assert (found.sessions, found.log) == ((), ())
    (refused,) = found.refused
    assert refused.why == f'two columns are called "{name}"; keep one of them'


def test_reads_beside_columns_that_nobody_asks_for(read):
    """Own columns of one name are left aside as one is."""
    found = read({"a.csv": "Date,Weight (kg),note,note\n2026-11-20,62,a,b\n"})
    assert (found.log[0].mass_kg, found.refused) == (62.0, ())
