"""A plan file, from its keys to a plan or to one line that says what is wrong."""

import datetime as dt
import io
import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import refusal

from fuelcalc.errors import InputError
from fuelcalc.importers.plan_file import read_plan
from fuelcalc.models.plan import Plan

LEAST = b'[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"\n'


class TestContract:
    """The file that the documentation promises to read."""

    def test_reads_every_key(self, contract):
        """Each key arrives in its field, in canonical units."""
        plan = read_plan(io.BytesIO(contract.encode()))
        athlete, day = plan.athlete, plan.days[0]
        assert (athlete.name, athlete.sex, athlete.age) == ("Example", "female", 34.0)
        assert (athlete.mass_kg, athlete.height_cm, athlete.body_fat_share) == (62.0, 168.0, 0.22)
        assert athlete.weekly_mileage_km == pytest.approx(56.32704, abs=1e-9)
        assert athlete.restrictions == ("gluten-free",)
        assert athlete.avoid == ("peanut", "milk")
        assert athlete.dislikes == ("cottage cheese",)
        assert athlete.recent_race.duration_min == 48.5
        assert (athlete.sweat_rate_l_per_h, athlete.carbohydrate_tolerance_g_per_h) == (1.1, 60.0)
        assert (plan.goal.aim, plan.goal.season, plan.goal.balance_kcal) == ("build", "base", 250.0)
        assert day.date == dt.date(2026, 11, 26)
        assert (day.wake, day.sleep, day.temperature_degc) == (dt.time(6), dt.time(22, 30), 12.0)
        assert (day.runs[0].pace_s_per_km, day.runs[0].climb_m) == (340.0, 120.0)
        assert day.runs[1].segments[1].recovery.duration_min == 2.0
        assert day.runs[2].grade_share == 0.01
        assert day.lifts[0].exercises[0].load_kg == 70.0
        assert [other.met for other in day.other] == [None, 6.8, None]

    def test_reads_the_other_way_where_there_are_two(self, contract_instead):
        """Birth date, steps, mileage over months, meal times and an equation."""
        athlete = read_plan(io.BytesIO(contract_instead.encode())).athlete
        assert (athlete.birth_date, athlete.steps) == (dt.date(1992, 5, 1), 7000)
        assert athlete.meal_times == (dt.time(7, 30), dt.time(12, 30), dt.time(19))
        # 350 miles in a quarter of a year of 365.25 days
        assert athlete.weekly_mileage_km == pytest.approx(350 * 1.609344 / 13.0446, abs=1e-3)

    @pytest.mark.parametrize("which", ["contract", "contract_instead"])
    def test_reads_json_alike(self, which, request):
        """The same facts in JSON give the same plan."""
        toml = request.getfixturevalue(which)
        tree = json.dumps(tomllib.loads(toml), default=lambda moment: moment.isoformat())
        assert read_plan(io.BytesIO(tree.encode())) == read_plan(io.BytesIO(toml.encode()))

    @pytest.mark.parametrize("which", ["contract", "contract_instead"])
    def test_survives_the_round_trip(self, which, request):
        """A plan written as JSON, or as a tree of numbers, is the same plan again."""
        plan = read_plan(io.BytesIO(request.getfixturevalue(which).encode()))
        assert Plan.model_validate_json(plan.model_dump_json()) == plan
        assert Plan.of(**plan.model_dump()) == plan
        assert Plan.from_tree(json.loads(plan.model_dump_json()), path="") == plan

    @pytest.mark.parametrize("section", ["athlete", "goal", "days", "days.runs", "days.lifts"])
    def test_suggests_the_nearest_key_in_every_table(self, section, contract):
        """A misspelt key is found in whichever table it stands."""
        head = f"[[{section}]]\n" if section.startswith("days") else f"[{section}]\n"
        keys = {"athlete": "masss", "goal": "aimm", "days": "wakee", "days.runs": "pce"}
        text = contract.replace(head, f"{head}{keys.get(section, 'stile')} = 1\n", 1)
        assert 'unknown key; did you mean "' in refusal(plan_of, text.encode())


def plan_of(data):
    """The plan that some bytes hold."""
    return read_plan(io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "plan: the file is empty; write at least an [athlete] table"),
        (b"[[athlete]]", "athlete: a list is not a table; write keys such as name, sex, age"),
        (b"[athletes]", 'athletes: unknown key; did you mean "athlete"?'),
        (b"a = 1", "a: unknown key; known keys: athlete, goal, days"),
        (LEAST + b"[days]", "days: a table is not a list; write [[days]] tables"),
        (LEAST + b"steps = 1.5e0", "athlete.steps: 1.5 is not a whole number;"),
        (LEAST + b'sweat_rate = "nan L/h"', "athlete.sweat_rate:"),
        (LEAST + b"sweat_rate = nan", "athlete.sweat_rate: nan is not a finite number;"),
        (LEAST + b"sweat_rate_l_per_h = nan", "athlete.sweat_rate_l_per_h: nan is not a"),
        (LEAST + b"sweat_rate_l_per_h = inf", "athlete.sweat_rate_l_per_h: inf is not a"),
        (b'{"athlete": {"sex": "male", "age": 1e999}}', "athlete.age: inf is not a finite"),
    ],
    ids=lambda value: repr(value[-24:]),
)
def test_refuses_what_is_no_plan(data, line):
    """A file that can be read and is no plan is refused in one line; see test_tree for files."""
    assert refusal(plan_of, data).startswith(line)


def test_reads_a_plan_from_a_path_or_an_open_file(tmp_path):
    """A path, or a file opened for bytes or for text."""
    path = tmp_path / "plan.toml"
    path.write_bytes(LEAST)
    with path.open("rb") as of_bytes, path.open(encoding="utf-8") as of_text:
        assert read_plan(path) == read_plan(of_bytes) == read_plan(of_text) == plan_of(LEAST)


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode(errors="replace"))
)
def test_reads_any_bytes_or_says_why_not(data):
    """Bytes are a plan, or one printable line."""
    try:
        plan_of(data)
    except InputError as error:
        assert str(error).isprintable()  # noqa: PT017


class TestDays:
    """The days of a plan, and their neighbours."""

    ATHLETE = {"sex": "male", "age": 30, "mass": "70 kg", "height": "175 cm"}  # noqa: RUF012

    def plan(self, *days):
        """A plan of these days."""
        return Plan.of(athlete=self.ATHLETE, days=list(days))

    def test_are_found_by_date(self):
        """The day of a date, or none."""
        plan = self.plan({"date": "2026-11-26"}, {"date": "2026-11-27"})
        assert plan.calendar.day_on(dt.date(2026, 11, 27)) is plan.days[1]
        assert plan.calendar.day_on(dt.date(2026, 11, 28)) is None

    def test_know_their_neighbours_by_date(self):
        """With dates the calendar counts, not the order; a gap has no neighbour."""
        plan = self.plan({"date": "2026-11-28"}, {"date": "2026-11-26"}, {"date": "2026-11-27"})
        assert plan.calendar.neighbours(plan.days[2]) == ((plan.days[1],), (plan.days[0],))
        assert plan.calendar.neighbours(plan.days[0]) == ((plan.days[2], plan.days[1]), ())

    def test_know_their_neighbours_by_order(self):
        """Without dates the order counts, also among equal days."""
        rest, run = {}, {"runs": [{"distance": "5 km"}]}
        plan = self.plan(rest, run, rest)
        assert plan.calendar.neighbours(plan.days[0]) == ((), (plan.days[1], plan.days[2]))
        assert plan.calendar.neighbours(plan.days[1]) == ((plan.days[0],), (plan.days[2],))
        before, after = plan.calendar.neighbours(plan.days[2])
        assert before[0] is plan.days[1]
        assert before[1] is plan.days[0]
        assert after == ()

    def test_reach_four_days_back_and_two_ahead(self):
        """What is repaid lies up to four days back, what is loaded for up to two ahead."""
        dated = [{"date": f"2026-11-{number:02}"} for number in range(1, 11)]
        for days in (dated, [{} for _ in dated]):
            plan = self.plan(*days)
            before, after = plan.calendar.neighbours(plan.days[6])
            assert [id(day) for day in before] == [id(plan.days[n]) for n in (5, 4, 3, 2)]
            assert [id(day) for day in after] == [id(plan.days[n]) for n in (7, 8)]

    def test_end_at_a_gap(self):
        """A day that is missing hides those behind it."""
        plan = self.plan(*({"date": f"2026-11-{number:02}"} for number in (1, 2, 4, 5, 7)))
        before, after = plan.calendar.neighbours(plan.days[3])
        assert (before, after) == ((plan.days[2],), ())

    def test_have_no_neighbours_in_another_plan(self):
        """A day that is not of this plan has no neighbours here."""
        plan, other = self.plan({}), self.plan({})
        assert plan.calendar.neighbours(other.days[0]) == ((), ())

    def test_have_each_date_once(self):
        """Two days of one date would hide each other."""
        line = refusal(self.plan, {"date": "2026-11-26"}, {}, {"date": "2026-11-26"})
        assert line == "days: 2026-11-26 is there twice; put its sessions into one day"
        days = [{"date": f"2026-11-{day}"} for day in (26, 27, 26, 28, 27)]
        with pytest.raises(InputError) as error:
            self.plan(*days)
        assert [one.value.day for one in error.value.mistakes] == [26, 27]

    def test_have_neighbours_at_both_ends_of_time(self):
        """The first and the last date that a day may have do not overflow."""
        plan = self.plan({"date": "1900-01-01"}, {"date": "2199-12-31"})
        assert [plan.calendar.neighbours(day) for day in plan.days] == [((), ())] * 2

    def test_are_at_most_400(self):
        """More than a year of days is refused."""
        assert len(self.plan(*[{}] * 400).days) == 400
        assert refusal(self.plan, *[{}] * 401) == "days: 401 items, the most is 400"
