"""`fuelcalc week`: the days of a week, from dates, weekdays or mileage alone."""

import json

import pytest

BODY = ["--sex", "female", "--age", "34", "--mass", "62kg", "--height", "168cm"]
PERSON = '[athlete]\nsex = "female"\nage = 34\nmass = "62 kg"\nheight = "168 cm"\n'
REPEATED = PERSON + '[week.tuesday]\nruns = ["8 km easy 06:30"]\n'
DATED = PERSON + (
    '[[days]]\ndate = 2026-12-08\nruns = ["8 km easy 06:30"]\n[[days]]\ndate = 2026-12-10\n'
)


@pytest.fixture
def plan(home):
    """Write a plan file, and give its name."""

    def write(text):
        (home / "plan.toml").write_text(text, encoding="utf-8")
        return "plan.toml"

    return write


def dates_of(answer):
    """The dates of a week in JSON."""
    return [day["date"] for day in json.loads(answer.out)["days"]]


class TestWhichWeek:
    """Where it begins."""

    def test_is_this_week(self, fuelcalc, plan):
        """From Monday on where days repeat: 26 November 2026 is a Thursday."""
        answer = fuelcalc("week", plan(REPEATED), "--format", "json", "--no-menu")
        assert dates_of(answer)[0] == "2026-11-23"
        assert len(dates_of(answer)) == 7

    def test_is_the_week_of_the_plan(self, fuelcalc, plan):
        """The plan's first where it has nothing this week."""
        answer = fuelcalc("week", plan(DATED), "--format", "json", "--no-menu")
        assert dates_of(answer) == ["2026-12-08", "2026-12-10"]

    def test_begins_where_it_is_asked_to(self, fuelcalc, plan):
        """--from takes a date or a word, --weeks how many."""
        answer = fuelcalc(
            "week", plan(REPEATED), "--from", "tomorrow", "--weeks", "2", "--format", "json",
            "--no-menu",
        )  # fmt: skip
        assert dates_of(answer)[0] == "2026-11-27"
        assert len(dates_of(answer)) == 14

    @pytest.mark.parametrize(
        ("word", "first"),
        [("monday", "2026-11-30"), ("Thursday", "2026-11-26"), ("wednesday", "2026-12-02")],
    )
    def test_begins_on_the_next_such_weekday(self, fuelcalc, plan, word, first):
        """Today is one of them, and what is past is not meant; a day's --date reads them too."""
        answer = fuelcalc("week", plan(REPEATED), "--from", word, "--format", "json", "--no-menu")
        assert dates_of(answer)[0] == first
        day = fuelcalc("day", "plan.toml", "--date", word, "--format", "json", "--no-menu")
        assert json.loads(day.out)["date"] == first

    def test_f69_is_the_guide_of_a_plan_of_several_days(self, fuelcalc, plan, home):
        """Every day of the week has its page, not Monday alone."""
        answer = fuelcalc("guide", plan(REPEATED), "-o", "week.md", "--no-menu")
        assert (answer.code, answer.out) == (0, "Wrote week.md\n")
        page = (home / "week.md").read_text(encoding="utf-8")
        assert page.count("# fuelcalc · ") == 8
        assert fuelcalc("guide", plan(REPEATED), "--no-menu").out == (
            "Wrote plan-week-2026-11-23.pdf\n"
        )

    def test_is_a_day_of_it_by_date(self, fuelcalc, plan):
        """--date asks for one day's page, and what belongs to one day does too."""
        assert fuelcalc("guide", plan(REPEATED), "--date", "2026-11-24", "--no-menu").out == (
            "Wrote plan.pdf\n"
        )
        answer = fuelcalc("guide", plan(REPEATED), "--from", "2026-11-24", "--swap", "dinner")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            "fuelcalc: from: is for a week, and --swap for one of its days; write its day too, as "
            'in "tuesday dinner"\n'
        )
        answer = fuelcalc("guide", plan(REPEATED), "--for", "plan.toml", "--rest")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.endswith(
            "for: is for a week, and --rest for one of its days; keep one, or give --date\n"
        )


def test_takes_the_same_locks_everywhere(fuelcalc, plan):
    """A weekday's dish in the week, in its guide, on its list and on the day itself."""
    lock = ["--lock", "wednesday dinner=lentil-bolognese"]
    assert "lentil bolognese" in fuelcalc("week", plan(REPEATED), *lock).out
    assert "Lentils" in fuelcalc("shopping", plan(REPEATED), *lock).out.title()
    assert fuelcalc("guide", plan(REPEATED), *lock, "-o", "week.md").out == "Wrote week.md\n"
    assert fuelcalc("guide", plan(REPEATED), "--lock", "dinner=lentil-bolognese").out == (
        "Wrote plan.pdf\n"
    )
    day = fuelcalc("day", plan(REPEATED), "--date", "2026-11-25", *lock)
    assert "lentil bolognese" in day.out
    swap = fuelcalc("day", plan(REPEATED), "--date", "2026-11-25", "--swap", "wed dinner")
    assert swap.code == 0


def test_writes_over_nothing_that_it_reads(fuelcalc, plan, home):
    """A partner's plan in JSON is safe from --out."""
    text = '{"athlete": {"sex": "male", "age": 30, "mass": "70 kg", "height": "175 cm"}}'
    (home / "ben.json").write_text(text, encoding="utf-8")
    for command in ("week", "shopping", "guide"):
        answer = fuelcalc(command, plan(REPEATED), "--for", "ben.json", "-o", "ben.json")
        assert (answer.code, answer.out) == (2, "")
        assert "is read for this plan" in answer.err
    assert (home / "ben.json").read_text(encoding="utf-8") == text


def test_day_prints_what_the_week_prints(fuelcalc, plan):
    """Any date of a week that repeats, by the whole JSON, with what the week has it eat again."""
    week = json.loads(fuelcalc("week", plan(REPEATED), "--format", "json").out)
    for day, cooking in zip(week["days"], week["cooking"], strict=True):
        answer = fuelcalc("day", "plan.toml", "--date", day["date"], "--format", "json")
        found = json.loads(answer.out)
        assert found.pop("again", []) == cooking["again"]
        assert found == {k: v for k, v in day.items() if k != "origin"}


def test_prints_its_sum(fuelcalc, plan):
    """The printed days add up to the printed week."""
    rows = fuelcalc("week", plan(REPEATED), "--no-menu").out.splitlines()
    table = [row.replace(",", "").split() for row in rows]
    days = [
        row for row in table if row and row[0] in {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
    ]
    total = next(row for row in table if row[:2] == ["7", "days"])
    assert [sum(int(row[place]) for row in days) for place in (-5, -4)] == [*map(int, total[2:])]


def test_spreads_a_mileage(fuelcalc):
    """R06 Mileage and lifts alone, by options, with how it is spread."""
    answer = fuelcalc(
        "week", *BODY, "--weekly-mileage", "45 km", "--weekly-lifts", "3", "--running-days", "3",
        "--long-run", "50 %", "--no-menu",
    )  # fmt: skip
    assert answer.code == 0
    assert "22.6 km long run" in answer.out
    assert "an estimate" in answer.out


def test_has_an_example(fuelcalc):
    """Without anything the built-in athlete's week is planned, always the same."""
    answer = fuelcalc("week", "--no-menu")
    assert answer.out.startswith("Example athlete, built in.")
    assert "5 to 11 January 2026" in answer.out


def test_hides_what_a_guard_hides(fuelcalc, plan):
    """No figure stands on the week of somebody whose figures are withheld."""
    answer = fuelcalc("week", plan(REPEATED), "--condition", "eating-disorder")
    assert "kcal" not in answer.out
    assert "8 km easy 06:30" in answer.out


@pytest.mark.parametrize("fmt", ["text", "markdown", "html", "json", "csv", "foods-csv"])
def test_has_every_format(fuelcalc, plan, fmt):
    """What a day has, a week has too."""
    answer = fuelcalc("week", plan(REPEATED), "--format", fmt)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out


def test_is_a_calendar(fuelcalc, plan, home):
    """All of its days in one file, each event once."""
    answer = fuelcalc("week", plan(REPEATED), "--time-zone", "Europe/Berlin", "-o", "week.ics")
    assert answer.code == 0
    text = (home / "week.ics").read_text(encoding="utf-8")
    marks = [line for line in text.splitlines() if line.startswith("UID:")]
    assert len(marks) == len(set(marks)) > 30


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--from", "2026-13-01"], 'from: "2026-13-01" is not a date; write 2026-11-26'),
        (["--from", "mondy"], 'from: "mondy" is not a date; did you mean "monday"?'),
        (
            ["--lock", "tue dinner=out", "--lock", "Tuesday Dinner=lentil-bolognese"],
            'lock: "2026-11-24 dinner" has two dishes, out and lentil-bolognese; keep one',
        ),
        (
            ["--lock", "tue dinner=out", "--lock", "tue dinner=x"],
            'lock: "tue dinner" has two dishes, out and x; keep one',
        ),
        (
            ["--no-menu", "--lock", "tue dinner=out"],
            "no-menu: chooses no food, and --lock asks for some; keep one of them",
        ),
        (
            ["--check", "--swap", "tue dinner"],
            "check: chooses no food, and --swap asks for some; keep one of them",
        ),
        (
            ["--like", "oats", "--dislike", "Oats"],
            'athlete.likes: "oats" stands under dislikes too; keep one of them',
        ),
        (
            ["--for", "./plan.toml"],
            (
                "for: plan.toml is at the table already; give each person's own plan; shopping "
                "--people 2 buys the same for two"
            ),
        ),
        (
            ["--eaten", "13:00 pizza 1100 kcal"],
            (
                "--eaten: is of one day, and week plans several; fuelcalc day takes it, and in a "
                'plan eaten = ["13:00 pizza 1100 kcal"] stands under the [[days]] of that date'
            ),
        ),
        (
            ["--date", "monday"],
            (
                "--date: is of one day, and week plans several; fuelcalc day takes it, and --from "
                "monday says where a week begins"
            ),
        ),
        (["--weeks", "0"], "weeks: 0 is outside 1 to 53; give a number of weeks, such as 2"),
        (["--running-days", "9"], "week.running_days: 9 is outside 1 to 7; check it"),
    ],
)
def test_refuses_in_one_line(fuelcalc, plan, arguments, line):
    """Wrong options end in one line, with nothing planned."""
    answer = fuelcalc("week", plan(REPEATED), *arguments)
    assert (answer.code, answer.out, answer.err) == (2, "", f"fuelcalc: {line}\n")


class TestOnePot:
    """--for gives the plates of somebody who eats the same."""

    def test_has_a_plate_for_each(self, fuelcalc, plan, home):
        """Two columns by name, and the limits of both hold for both."""
        (home / "ben.toml").write_text(
            '[athlete]\nname = "Ben"\nsex = "male"\nage = 36\nmass = "88 kg"\nheight = "183 cm"\n'
            'diet = "vegetarian"\nweekly_mileage = "20 km"\n',
            encoding="utf-8",
        )
        answer = fuelcalc("week", plan(REPEATED), "--for", "ben.toml", "--format", "markdown")
        assert answer.code == 0
        table = answer.out.partition("## Plates")[2]
        assert "| person 1" in table
        assert "| Ben" in table
        assert not {"chicken", "salmon", "beef", "tuna"} & set(table.split())

    def test_refuses_a_plan_that_is_none(self, fuelcalc, plan):
        """The file is named, and nothing is planned."""
        answer = fuelcalc("week", plan(REPEATED), "--for", "nobody.toml")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            "fuelcalc: nobody.toml: cannot be read: No such file or directory; check its name and "
            "folder\n"
        )

    def test_names_the_file_that_is_wrong(self, fuelcalc, plan, home):
        """Of several plans the line says which one has to be mended."""
        text = '[athlete]\nsex = "male"\nage = 11\nmass = "38 kg"\nheight = "146 cm"\n'
        (home / "tim.toml").write_text(text, encoding="utf-8")
        answer = fuelcalc("week", plan(REPEATED), "--for", "tim.toml")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == ("fuelcalc: tim.toml: athlete.age: 11 is outside 14 to 90; check it\n")


def test_says_where_dinner_is_and_what_it_was(fuelcalc, plan):
    """A dinner that is eaten out, and one that was a pizza, stand on the week too."""
    eaten = '[[days]]\ndate = 2026-11-28\neaten = ["19:00 pizza 1100 kcal"]\n'
    week = fuelcalc("week", plan(REPEATED + eaten), "--lock", "monday dinner=out").out
    assert "  dinner: out\n" in week
    assert "  dinner: pizza, eaten\n" in week
    day = fuelcalc("day", "plan.toml", "--date", "2026-11-28")
    assert "All of today is eaten" in day.out.splitlines()[1]


class TestCheck:
    """What the check of the training found, with the week and alone."""

    LEGS = PERSON + (
        '[week.saturday]\nlifts = ["60 min heavy lower 18:00"]\n'
        '[week.sunday]\nruns = ["24 km long 08:00"]\n'
    )

    def test_stands_on_the_week(self, fuelcalc, plan):
        """R27 A leg lift on the eve of a long run, with its days, why and what mends it."""
        answer = fuelcalc("week", plan(self.LEGS), "--no-menu")
        assert answer.code == 0
        assert "(W02, grade C)" in answer.out
        assert "upper body" in answer.out

    def test_stands_alone(self, fuelcalc, plan):
        """--check prints nothing else; as JSON with days, grade and source."""
        assert "Spent" not in fuelcalc("week", plan(self.LEGS), "--check").out
        tree = json.loads(fuelcalc("week", plan(self.LEGS), "--check", "--format", "json").out)
        assert tree["schema"] == "fuelcalc/check/1"
        first = next(row for row in tree["check"] if row["code"] == "W02")
        assert first["days"] == ["2026-11-28", "2026-11-29"]
        assert {"found", "why", "mend", "source", "grade", "level"} <= set(first)

    def test_is_silenced_by_code(self, fuelcalc, plan):
        """By option or in the file; an unknown code is a line."""
        asked = ["week", plan(self.LEGS), "--check", "--silent", "w02,w09", "--format", "json"]
        codes = [row["code"] for row in json.loads(fuelcalc(*asked).out)["check"]]
        assert not {"W02", "W09"} & set(codes)
        answer = fuelcalc("week", plan(self.LEGS), "--silent", "W99")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith('fuelcalc: silent: "W99" is unknown')

    def test_says_when_nothing_was_found(self, fuelcalc, plan):
        """Silence is told from not having looked."""
        calm = PERSON + "".join(
            f'[week.{day}]\n{kind} = ["{text}"]\n'
            for day, kind, text in (
                ("tuesday", "runs", "8 km easy 07:00"),
                ("wednesday", "lifts", "45 min hypertrophy upper 18:00"),
                ("thursday", "runs", "8 km easy 07:00"),
                ("friday", "lifts", "45 min hypertrophy upper 18:00"),
                ("sunday", "runs", "12 km easy 09:00"),
            )
        )
        assert "found nothing to say" in " ".join(
            fuelcalc("week", plan(calm), "--check").out.split()
        )
        spread = fuelcalc("week", *BODY, "--weekly-mileage", "30 km", "--check")
        assert "Write the days of your own training" in spread.out
