"""Sessions into a plan file: what changes, and what must not."""

import datetime as dt
import io
from difflib import ndiff

import pytest
import tomlkit

from fuelcalc import read_plan
from fuelcalc.errors import InputError
from fuelcalc.importers.activities.into_plan import into_plan
from fuelcalc.importers.activities.mark import marks
from fuelcalc.importers.activities.plan_sessions import plan_session
from fuelcalc.models.found import FoundSession, FoundSets, Origin, Refused

DAY = dt.date(2026, 11, 20)
HEAD = '# mine\n[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"  # morning\nheight = "175 cm"\n'


TABLES = "[[days.runs]]\ndistance = '4 km'\nstart = 18:00:00\n"


def run(hour=7, *, minute=0, km=10.0, minutes=50.0, date=DAY, planned=False, file="run.fit"):
    """A run that was found."""
    clock = None if hour is None else dt.time(hour, minute)
    return FoundSession(
        Origin(file, "fit", None), "running", "run", date, clock, timer_min=minutes,
        distance_km=km, climb_m=80.0, planned=planned,
    )  # fmt: skip


def runs_of(text):
    """The runs of a plan file's days, in short."""
    plan = read_plan(io.StringIO(text))
    return [(day.date, each.start, each.distance_km) for day in plan.days for each in day.runs]


def test_adds_days_behind_the_others_and_keeps_every_line():
    """Each old line stays where it was, comments too, and the new day is read as it was found."""
    old = HEAD + "\n[[days]]\ndate = 2026-11-19\nruns = ['5 km 06:30']  # easy\n\n[goal]\n# tail\n"
    made = into_plan(old, [run()])
    added = [line for line in ndiff(old.splitlines(), made.text.splitlines()) if line[0] != " "]
    assert {line[0] for line in added} == {"+"}
    assert runs_of(made.text)[1] == (DAY, dt.time(7), 10.0)
    assert made.text.endswith("[goal]\n# tail\n")
    assert made.changes == ("2026-11-20 07:00 run from run.fit: added",)


@pytest.mark.parametrize(
    "old",
    [
        HEAD,
        HEAD + "\n[[days]]\ndate = 2026-11-20\n",
        HEAD + "\n[[days]]\ndate = '2026-11-20'\nruns = ['4 km 18:00'] # evening\n",
        f"{HEAD}\n[[days]]\ndate = 2026-11-20\n{TABLES}",
        HEAD.rstrip("\n"),
    ],
    ids=["no-days", "empty", "list", "tables", "no-end"],
)
def test_changes_nothing_when_read_again(old):
    """The second time everything stands there already, to the byte."""
    found = [run(), run(12, km=5.0, minutes=25.0), run(None, date=dt.date(2026, 11, 22))]
    once = into_plan(old, found)
    assert len(once.changes) == 3
    again = into_plan(once.text, found)
    assert (again.text, again.changes, again.refused) == (once.text, (), ())
    assert once.text.startswith(HEAD)
    assert once.text.count("# evening") == old.count("# evening")
    assert [km for _, _, km in runs_of(once.text)][-3:] == [10.0, 5.0, 10.0]


def test_keeps_what_was_written_by_hand_of_the_same():
    """The hand's own run at that time stays, word for word; one without a time is not doubled."""
    same = HEAD + "[[days]]\ndate = 2026-11-20\nruns = ['10 km easy in 50min 07:01']\n"
    made = into_plan(same, [run()])
    assert (made.text, made.changes, made.refused) == (same, (), ())
    open_ = HEAD + "[[days]]\ndate = 2026-11-20\nruns = ['12 km tempo']\n"
    made = into_plan(open_, [run()])
    assert (made.text, made.changes) == (open_, ())
    assert [each.why for each in made.refused] == [
        "another stands there by hand; it is kept, and this one is left out"
    ]
    # Two hours apart they are one session at most, later they are two.
    hours = HEAD + "[[days]]\ndate = 2026-11-20\nruns = ['6 km 09:00']\n"
    assert into_plan(hours, [run()]).changes == ()
    assert len(runs_of(into_plan(hours, [run(6, minute=59)]).text)) == 2


def test_replaces_what_was_planned_by_what_was_done():
    """Of planned runs that were imported the nearest in time gives way to a recorded one."""
    planned = [
        run(None, km=12.0, planned=True, file="plan.ics"),
        run(18, km=4.0, minutes=24.0, planned=True, file="plan.ics"),
    ]
    once = into_plan(HEAD, planned)
    assert [km for _, _, km in runs_of(once.text)] == [12.0, 4.0]
    assert into_plan(once.text, planned).changes == ()
    done = into_plan(once.text, [run()])
    assert runs_of(done.text) == [(DAY, None, 12.0), (DAY, dt.time(7), 10.0)]
    assert done.changes == ("2026-11-20 07:00 run from run.fit: replaces what was planned",)
    # And what was done is not planned again.
    assert into_plan(done.text, planned).changes == ()


BY_HAND = '{ start = 07:00:00, distance = "9.9 km", duration = "50 min" }'


@pytest.mark.parametrize(
    "runs",
    [
        f"runs = [\n  {BY_HAND}, # from home to the lake, felt good\n]\n",
        "[[days.runs]] # from home, by hand\nstart = 07:00:00\ndistance = '9.9 km'\n",
    ],
    ids=["list", "table"],
)
def test_keeps_what_only_sounds_imported(runs):
    """Words that people write behind their own sessions are no mark of an import."""
    old = f"{HEAD}[[days]]\ndate = 2026-11-20\n{runs}"
    made = into_plan(old, [run()])
    assert (made.text, made.changes) == (old, ())


MARK = "# fuelcalc import: run.fit"


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        (f"{BY_HAND}, {BY_HAND.replace('07', '18')}, # morning and evening", True),
        (f"{BY_HAND}, {BY_HAND.replace('07', '18')}, {MARK}", True),
        (f"{BY_HAND}, # see {{a}} # b", True),
        (f"{BY_HAND}, {MARK}", False),
    ],
    ids=["two", "two-marked", "braces", "marked"],
)
def test_reads_a_line_or_leaves_it(line, stays):
    """What is not one session and its mark stays, and ends in no error."""
    old = f"{HEAD}[[days]]\ndate = 2026-11-20\nruns = [\n  {line}\n]\n"
    assert (into_plan(old, [run()]).text == old) is stays


def test_reads_signs_within_texts():
    """A name with a brace and a number sign ends no session, and each line has its own mark."""
    lift = '{ duration = "60 min", exercises = [{ name = "squat }, # 1", sets = 3 }] }'
    items = tomlkit.parse(f"lifts = [\n  {lift},\n  {lift}, {MARK}\n]\n")["lifts"]
    assert marks(items) == {1: "imported"}


@pytest.mark.parametrize("first", ["'5 km 06:30'", "{distance = '5 km', start = 06:30:00}"])
def test_takes_over_the_weekday(first):
    """A day in place of a weekday has its lift and keys, and the run in place of the nearest."""
    keys = "wake = '05:30'\nuse_up = ['kale']\nlock = [{feeding = 'dinner', dish = 'Dal'}]\n"
    sessions = f"runs = [{first}, '8 km 17:30']\nlifts = ['60min heavy 18:00']\n"
    old = f"{HEAD}\n[week.friday]\n{keys}{sessions}[week.monday]\nruns = ['9 km']\n"
    made = into_plan(old, [run()])
    plan = read_plan(io.StringIO(made.text))
    (day,) = plan.days
    left = {"date", "runs"}
    assert day.model_dump(exclude=left) == plan.week.friday.model_dump(exclude=left)
    assert runs_of(made.text) == [(DAY, dt.time(17, 30), 8.0), (DAY, dt.time(7), 10.0)]
    assert made.text.startswith(old)
    assert made.changes == (
        "2026-11-20 takes over week.friday, its sessions as planned",
        "2026-11-20 07:00 run from run.fit: replaces what was planned",
    )
    assert into_plan(made.text, [run()]).changes == ()
    with pytest.raises(InputError, match="runs"):
        into_plan(f"{HEAD}[week]\nfriday = {{runs = 5}}\n", [run()])
    assert len(into_plan(f"{HEAD}[week]\nfriday = 5\n", [run()]).changes) == 1


def test_replaces_its_own_by_a_better_account():
    """The same run with its climb corrected takes the old one's place, with its comment."""
    once = into_plan(HEAD, [run(km=10.0)])
    better = into_plan(once.text, [run(km=10.2, file="run.tcx")])
    assert [km for _, _, km in runs_of(better.text)] == [10.2]
    assert "run.fit" not in better.text


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("{}", "a plan in JSON"),
        ("days = [{date = 2026-11-20}]\n" + HEAD, "are written in one line"),
        ("[athlete", "not a plan file"),
        (HEAD + "[[days]]\ndate = 2026-11-20\nruns = ['soon']\n", "soon"),
    ],
)
def test_refuses_what_is_no_plan(old, words):
    """Nothing comes of a file that is none, or whose days cannot be read."""
    with pytest.raises(InputError, match=words):
        into_plan(old, [run()])


def test_holds_no_more_days_than_a_plan_has():
    """A history of years is refused, with how to take less."""
    days = [run(date=DAY + dt.timedelta(days=n)) for n in range(1200)]
    with pytest.raises(InputError, match="--since"):
        into_plan(HEAD, days)


def other(sport, **values):
    """Something else that was found."""
    fields = {"timer_min": 40.0, **values}
    return FoundSession(Origin("a.fit", "fit"), sport, "other", DAY, dt.time(9), **fields)


@pytest.mark.parametrize(
    ("found", "tree"),
    [
        (other("cycling", device_kcal=400.0), {"activity": "cycling"}),
        (other("paddling", device_kcal=321.4), {"energy": "321 kcal"}),
        (other("running", distance_km=2.0), {"activity": "walking"}),
        (other("running", distance_km=2.0, surface="trail"), {"activity": "hiking"}),
    ],
)
def test_names_what_else_was_done(found, tree):
    """A known activity goes by its name, an unknown one by what the device counted."""
    made = plan_session(found)
    assert {key: made.tree[key] for key in tree} == tree
    assert made.tree["duration"] == "40 min"


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (other("paddling"), "names no activity that is known"),
        (other("running", distance_km=40.0), "names no activity that is known"),
        (other("cycling", timer_min=0.2), "0.2"),
        (other("cycling", timer_min=None), "duration"),
        (run(km=None, minutes=None), "a distance or a duration is missing"),
    ],
)
def test_says_what_no_plan_can_hold(found, why):
    """Each is named by its file and its time."""
    refused = plan_session(found)
    assert isinstance(refused, Refused)
    assert why in refused.why


def test_puts_a_superset_of_many_lines_together():
    """Seventy lines that are two exercises in turn are two, of at most fifty sets each."""
    turn = (FoundSets("squat", reps=5, load_kg=6.80388555), FoundSets("row", reps=8))
    lift = FoundSession(
        Origin("a.csv", "hevy"), "strength", "lift", DAY, timer_min=60.0, exercises=turn * 55
    )
    made = plan_session(lift)
    assert [(each["name"], each["sets"]) for each in made.tree["exercises"]] == [
        ("squat", 50), ("squat", 5), ("row", 50), ("row", 5),
    ]  # fmt: skip
    assert made.tree["exercises"][0]["load"] == "15 lb"


def test_says_where_a_devices_energy_is_taken():
    """Paddling has no name in fuelcalc: the plan takes what was counted, and the line says so."""
    made = into_plan(HEAD, [other("paddling", device_kcal=321.4)])
    assert made.changes == (
        "2026-11-20 09:00 paddling from a.fit by the energy of its device: added",
    )


def test_refuses_more_than_a_plan_file_holds(monkeypatch):
    """A file that no plan is read from any more is not written, and what helps is said."""
    once = into_plan(HEAD, [run()]).text
    name = "fuelcalc.importers.activities.into_plan.MOST_BYTES"
    monkeypatch.setattr(name, len(once.encode()))
    assert into_plan(HEAD, [run()]).text == once
    monkeypatch.setattr(name, len(once.encode()) - 1)
    with pytest.raises(
        InputError, match=r"would hold \d+ bytes, over \d+; import fewer, by --since"
    ):
        into_plan(HEAD, [run()])
