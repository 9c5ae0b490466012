"""Apple Health: workouts by their zone, statistics before attributes, and logs."""

import io
import tracemalloc
import zipfile

import pytest
from tracks import gpx, run_points

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
<HealthData locale="en_US">
"""
RUN = """<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="50" \
durationUnit="min" totalDistance="5" totalDistanceUnit="mi" totalEnergyBurned="2000" \
totalEnergyBurnedUnit="kJ" sourceName="Watch\u00a0of mine" \
startDate="2016-11-14 07:25:41 -0700" endDate="2016-11-14 08:20:41 -0700">
<MetadataEntry key="HKTimeZone" value="America/Los_Angeles"/>
<MetadataEntry key="HKElevationAscended" value="1234 cm"/>
<MetadataEntry key="HKWeatherTemperature" value="50 degF"/>
{inside}</Workout>
"""
NEW = """<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="8.5" \
unit="km"/><WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" sum="500" \
unit="Cal"/>"""


def record(kind, value, unit, date="2026-11-20 07:10:00 +0100"):
    """A record of a body mass or of what was eaten."""
    name = {"mass": "BodyMass", "eaten": "DietaryEnergyConsumed"}[kind]
    return (
        f'<Record type="HKQuantityTypeIdentifier{name}" unit="{unit}" value="{value}" '
        f'startDate="{date}"/>\n'
    )


def export(*inside):
    """A whole export, with the document type whose first line Apple did not close."""
    return HEAD + "".join(inside) + "</HealthData>\n"


def test_reads_a_workout_on_the_clock_of_its_zone(only):
    """The offset of the day of export is no time zone: in November Los Angeles is at -0800."""
    run = only({"export.xml": export(RUN.format(inside=""))})
    assert (run.start, run.zone, run.kind) == ("2016-11-14T06:25", "America/Los_Angeles", "run")
    assert (run.timer_min, run.elapsed_min) == (50.0, 55.0)
    assert (run.distance_km, run.climb_m) == pytest.approx((5 * 1.609344, 12.34))
    assert (run.temperature_degc, run.device_kcal) == pytest.approx((10.0, 2000 / 4.184))


def test_lets_statistics_go_before_attributes(only):
    """What newer phones write within a workout wins over what older ones wrote on it."""
    run = only({"export.xml": export(RUN.format(inside=NEW))})
    assert (run.distance_km, run.device_kcal) == (8.5, 500.0)


def test_knows_lifts_and_treadmills(read):
    """A word of capitals is a sport, and a run indoors is on a treadmill, without weather."""
    lift = RUN.format(inside="").replace("Running", "TraditionalStrengthTraining")
    indoor = '<MetadataEntry key="HKIndoorWorkout" value="1"/>'
    found = read({"export.xml": export(lift, RUN.format(inside=indoor))})
    told = {each.kind: (each.surface, each.temperature_degc) for each in found.sessions}
    assert told == {"lift": (None, pytest.approx(10.0)), "run": ("treadmill", None)}


def test_reads_masses_and_meals_into_a_log(read):
    """The first mass of a morning counts, meals of a day add up, whatever their unit."""
    found = read(
        {
            "export.xml": export(
                record("mass", 154, "lb"),
                record("mass", 71, "kg", "2026-11-20 20:00:00 +0100"),
                record("eaten", 500, "kcal"),
                record("eaten", 4184, "kJ"),
                '<Correlation type="x">' + record("eaten", 500, "kcal") + "</Correlation>",
                record("mass", "x", "kg", "2026-11-21 07:00:00 +0100"),
            )
        }
    )
    (day,) = found.log
    assert day.mass_kg == pytest.approx(154 * 0.45359237)
    assert day.intake_kcal == pytest.approx(1500.0)


def test_keeps_what_stands_before_damage(read):
    """A file that breaks off within a workout gives that too, and a line."""
    found = read({"export.xml": export(RUN.format(inside=NEW))[:-40]})
    assert len(found.sessions) == 1
    assert found.refused[0].why.startswith("not well-formed XML")


def test_reads_an_archive_without_its_routes(read):
    """The zip holds a route of each workout too, which is no second session."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/export.xml", export(RUN.format(inside=NEW)))
        archive.writestr(
            "apple_health_export/workout-routes/route_1.gpx", gpx(run_points(900, 300))
        )
    found = read({"export.zip": made.getvalue()})
    assert [each.origin.file for each in found.sessions] == ["export.zip/export.xml"]
    assert found.refused == ()


def test_takes_no_memory_for_what_it_passes(tmp_path):
    """Ten times the records take no more memory; a small file stands for one of hundreds of MB."""
    from fuelcalc.importers.activities.door import read_activities

    beat = record("mass", 70, "kg").replace("BodyMass", "HeartRate")
    peaks = []
    for n in (3_000, 30_000):
        path = tmp_path / f"{n}.xml"
        path.write_text(export(beat * n), encoding="utf-8")
        read_activities([path])
        tracemalloc.start()
        read_activities([path])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]
