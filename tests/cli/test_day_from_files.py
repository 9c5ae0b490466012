"""`fuelcalc day --from`: the day that a file was recorded on."""

import json
from pathlib import Path

import pytest
from some_files import PERSON, PLAN


@pytest.mark.usefixtures("files")
def test_plans_the_day_that_a_file_was_recorded_on(fuelcalc):
    """The run of the file is the day's, on its own date, with what the device said explained."""
    answer = fuelcalc("day", "--from", "day.fit", *PERSON, "--format", "json")
    tree = json.loads(answer.out)
    (run,) = tree["energy"]["sessions"]
    assert (tree["date"], run["start"], run["distance_km"]) == ("2026-07-04", "23:30", 12.062)
    counted, gross = (10 * round(run[key] / 10) for key in ("net_of_rest_kcal", "gross_kcal"))
    assert answer.err == (
        f"day.fit: device 870 kcal with rest; counted {counted:,} on top of rest ({gross:,} with "
        "it).\nRest is counted once, with the day, and a run by its pace, its climb and your "
        "mass.\n"
    )


@pytest.mark.usefixtures("files")
def test_explains_what_is_counted_in_place_of_what_a_watch_says(fuelcalc, home, profile):
    """By the profile or the plan, as the day's plan counts it; by nobody's, what would help."""
    plain = fuelcalc("import", "day.fit").out
    assert "felt like 7 of 10" in plain
    assert "With a profile, or --into a plan," in " ".join(plain.split())
    ask = ("import", "day.fit", "row.tcx", "--format", "json")
    profile('[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"\n')
    tree = json.loads(fuelcalc(*ask).out)["sessions"]
    day = json.loads(fuelcalc("day", "--from", "day.fit", *PERSON, "--format", "json").out)
    (run,) = day["energy"]["sessions"]
    assert tree[0]["counted"] == {
        "gross_kcal": run["gross_kcal"], "net_of_rest_kcal": run["net_of_rest_kcal"], "by": "pace",
    }  # fmt: skip
    # What has no name here is counted as its device did, less the rest that the day counts.
    assert (tree[1]["counted"]["gross_kcal"], tree[1]["counted"]["by"]) == (100.0, "device")
    assert tree[1]["counted"]["net_of_rest_kcal"] < 100.0
    page = " ".join(fuelcalc("import", "day.fit").out.split())
    counted, gross = (10 * round(run[key] / 10) for key in ("net_of_rest_kcal", "gross_kcal"))
    said = f"device 870 kcal with rest; counted {counted} on top of rest ({gross} with it)"
    assert said in page
    assert "Rest is counted once, with the day, and a run by its pace, its climb and" in page
    (home / "plan.toml").write_text(PLAN.replace("62 kg", "124 kg"), encoding="utf-8")
    heavy = fuelcalc(*ask, "--into", "plan.toml", "--dry-run")
    assert json.loads(heavy.out)["sessions"][0]["counted"]["gross_kcal"] > 1.5 * run["gross_kcal"]


@pytest.mark.usefixtures("files")
def test_plans_the_day_asked_for_beside_other_sessions(fuelcalc):
    """Of several days the last, or the one that is asked for; typed sessions stand beside it."""
    ask = ("day", "--from", "day.fit", "--from", "run.gpx", *PERSON, "--format", "json")
    assert json.loads(fuelcalc(*ask).out)["date"] == "2026-11-20"
    tree = json.loads(fuelcalc(*ask, "--date", "2026-07-04", "--lift", "60min heavy 18:00").out)
    assert [each["kind"] for each in tree["energy"]["sessions"]] == ["lift", "run"]
    # A plan that does not have that day lends the athlete alone.
    Path("plan.toml").write_text(PLAN, encoding="utf-8")
    told = fuelcalc("day", "plan.toml", "--from", "day.fit", "--no-menu", "--format", "json")
    assert json.loads(told.out)["athlete"]["mass_kg"] == 62.0


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--from", "notes.txt"), "from: notes.txt: no session that a plan can have; fuelcalc imp"),
        (("--from", "notes.txt", "--from", "notes.txt"), "from: notes.txt, notes.txt: no session"),
        ((*("--from", "notes.txt") * 5,), "from: notes.txt, notes.txt, notes.txt and 2 more: no"),
        (("--from", "day.fit", "--date", "today"), "date: the files have no session on 20"),
        (("--from", "none.fit"), "none.fit: cannot be read"),
        (("--from", "day.fit", "--date", "2026-07-05"), "date: the files have no session on 2026"),
        (("--from", "day.fit", "--date", "soon"), 'date: "soon" is not a date'),
        (("--from", "day.fit", "--rest"), "rest: a rest day has no --run, --lift or --other"),
        (("--from", "day.fit", "--out", "day.fit"), ""),
    ],
)
def test_plans_no_day_without_a_session(fuelcalc, options, line):
    """What cannot be planned from is exit code 2 and says why."""
    answer = fuelcalc("day", *options, *PERSON)
    assert (answer.code, answer.out) == (2, "")
    assert line in answer.err.splitlines()[-1]
