"""The lists of activities that Garmin Connect and Strava export."""

# ruff: noqa: E501

import pytest
from fit_writer import activity, file_id, fit, session
from test_fit import START, after

GERMAN = """Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Anstieg gesamt,Verstrichene Zeit
Laufen,2026-07-05 07:30:00,false,"Morgenlauf","12,06","868","01:04:26",150,"1.126","01:14:18"
Laufbandtraining,2026-07-06 18:00:00,false,"Laufband","8,00","500","00:45:00.5",150,"--","00:45:01"
Krafttraining,2026-07-07 18:00:00,false,"Kraft","0,00","200","00:50:00",110,"--","00:55:00"
Schwimmbadschwimmen,2026-07-08 07:00:00,false,"Bahnen","1.500","400","00:40:00",120,"--","00:45:00"
gestern,egal
"""
HUNGARIAN = """Tevékenység típusa,Dátum,Cím,Távolság,Kalóriaszám,Idő,Menetidő,Eltelt idő,Menetidő
Beltéri futás,2024-02-01 06:00:00,"Futás","5.01","300","0:30:10","0:30:00","0:31:00","0:30:00"
Erősítő edzés,2024-02-02 06:00:00,"Edzés","0.00","150","0:45:00","0:40:00","0:46:00","0:40:00"
"""
ENGLISH = GERMAN.splitlines()[0].replace("Aktivitätstyp", "Activity Type")
ENGLISH = """Activity Type,Date,Title,Distance,Calories,Time,Total Ascent,Elapsed Time
Running,2026-07-05 07:30:00,"Run","6.20","868","00:50:00","100","00:51:00"
Running,2026-07-06 07:30:00,"Track","1,000","868","02:50:00","--","02:51:00"
"""
STRAVA = """Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Moving Time,Distance,Elevation Gain,Calories,Weather Temperature
91,"May 23, 2026, 11:40:57 PM",Night Run,Run,3700,10.02,activities/91.fit.gz,3700,3600,10020.5,124,700,21.5
92,"May 24, 2026, 12:05:00 AM",Weights,Weight Training,1800,0,,1800,1750,0,,,
93,soon,x,Run,1,1,,1,1,1,,,
"""


def told(found):
    """Each session in short."""
    return [
        (each.start, each.kind, each.surface, each.distance_km, each.timer_min, each.climb_m)
        for each in found.sessions
    ]


def test_reads_german_with_its_commas(read):
    """Commas are decimal and points part thousands; pools are in metres; a dash is nothing."""
    found = read({"Activities.csv": GERMAN})
    assert told(found) == [
        ("2026-07-05T07:30", "run", None, 12.06, pytest.approx(3866 / 60), 1126.0),
        ("2026-07-06T18:00", "run", "treadmill", 8.0, pytest.approx(45.0, abs=0.02), None),
        ("2026-07-07T18:00", "lift", None, None, 50.0, None),
        ("2026-07-08T07:00", "other", None, 1.5, 40.0, None),
    ]
    assert found.sessions[0].elapsed_min == pytest.approx(4458 / 60)
    assert [(each.where, each.why) for each in found.refused] == [("line 6", 'no date: "egal"')]


def test_reads_hungarian_with_its_points(read):
    """A treadmill and a lift by their own words, time by the timer and not by what moved."""
    assert told(read({"Activities.csv": HUNGARIAN})) == [
        ("2024-02-01T06:00", "run", "treadmill", 5.01, pytest.approx(1810 / 60), None),
        ("2024-02-02T06:00", "lift", None, None, 45.0, None),
    ]


def test_asks_for_the_unit_that_english_may_mean(read):
    """Without a word the distances are left out, in miles they are miles and feet."""
    open_ = read({"Activities.csv": ENGLISH})
    assert [each.distance_km for each in open_.sessions] == [None, None]
    assert [each.why for each in open_.refused] == [
        "distances without a unit, left out: 2; say --distance-unit km or mi"
    ]
    miles = read({"Activities.csv": ENGLISH}, distance_unit="mi").sessions[0]
    assert (miles.distance_km, miles.climb_m) == pytest.approx((6.2 * 1.609344, 30.48))


def test_names_a_language_that_is_not_known(read):
    """French is said to be French."""
    found = read({"Activities.csv": "Type d'activité,Date,Titre,Distance\nCourse,2026-01-01,x,1\n"})
    assert found.refused[0].why.startswith("a list in French; set Garmin Connect to one of English")
    text = "Aktivitetstype,Dato,Tittel,Distanse\nLøping,2026-01-01 07:00:00,x,10\n"
    found = read({"Activities.csv": text})
    assert found.sessions == ()
    assert found.refused[0].why.startswith("a list in a language like Danish; set Garmin Connect")


def test_reads_strava_by_the_second_block(read):
    """Metres and not kilometres, moments in Greenwich, the weather and no wrist."""
    found = read({"activities.csv": STRAVA})
    assert told(found) == [
        ("2026-05-24T01:40", "run", None, 10.0205, 60.0, 124.0),
        ("2026-05-24T02:05", "lift", None, None, pytest.approx(1750 / 60), None),
    ]
    run = found.sessions[0]
    assert (run.temperature_degc, run.origin.id, run.zone) == (21.5, "91", "Europe/Berlin")
    assert [(each.where, each.why) for each in found.refused] == [("line 4", 'no date: "soon"')]


def test_corrects_a_treadmill_by_the_list(read):
    """A watch estimates a treadmill's distance; who corrects it does so in the list."""
    run = fit(
        file_id(),
        session(START, sub_sport=1, timer=1800, elapsed=1900, metres=5000),
        activity(START, after(2 * 3600)),
    )
    row = 'Running,2026-07-05 01:30:00,"Run","5.40","300","00:30:00","--","00:31:40"\n'
    row = row.replace("Running", "Treadmill Running")
    listed = ENGLISH.splitlines()[0] + "\n" + row
    found = read({"a.fit": run, "Activities.csv": listed}, distance_unit="km")
    (one,) = found.sessions
    assert (one.origin.format, one.distance_km, one.surface) == ("fit", 5.4, "treadmill")
