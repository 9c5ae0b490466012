"""The cook's page: how long each dish takes and how it is made, in every format (F42)."""

import csv
import io
import json
import re

import guides
import pypdfium2
import pytest
from icalendar import Calendar

from fuelcalc import Athlete, Day, plan_day, render
from fuelcalc.reports.day.clock import clock_lines
from fuelcalc.reports.look import Look

NAMES = ("plain", "us-units", "two-sessions-and-dawn", "race-3h")


def squeezed(text):
    """A text without any space, mark of Markdown or hyphen of a broken line."""
    return re.sub(r"[\s\\\u200b\ufffe]|&#\d+;", "", text)


def look_of(name):
    """How the reader of a day wants it."""
    return {"units": guides.GUIDES[name].look.get("units", "metric")}


def cooked(name):
    """The lines of a day at which a dish with a method is made, and its minutes and method."""
    plan = guides.planned(name)
    lines, _ = clock_lines(plan, Look(**look_of(name)))
    return [line for line in lines if line.method]


@pytest.fixture(scope="module", params=NAMES)
def name(request):
    """One of the days."""
    return request.param


def test_f42_there_is_something_to_cook(name):
    """The days that these tests look at have dishes with a method."""
    assert len(cooked(name)) >= 2


@pytest.mark.parametrize("width", [40, 80])
def test_f42_says_minutes_and_method_in_text(name, width):
    """Each dish that is made has its minutes beside its name and its method below, once."""
    text = render(guides.planned(name), "text", width=width, **look_of(name))
    assert max(map(len, text.splitlines())) <= width
    for line in cooked(name):
        assert squeezed(f"{line.dish} · {line.making}") in squeezed(text)
        assert squeezed(text).count(squeezed(line.method)) == 1


@pytest.mark.parametrize("fmt", ["markdown", "html"])
def test_f42_says_minutes_and_method_in_markup(name, fmt):
    """Each dish that is made has its minutes and, once, its method in Markdown and in HTML."""
    page = render(guides.planned(name), fmt, **look_of(name))
    for line in cooked(name):
        assert squeezed(page).count(squeezed(line.method)) == 1
        assert line.making in page


def test_f42_says_minutes_and_method_on_paper(name):
    """Each dish that is made has its minutes and its method on the printed page."""
    data = render(guides.planned(name), "pdf", **look_of(name))
    text = squeezed(
        "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(data))
    ).replace("-", "")
    for line in cooked(name):
        assert squeezed(f"{line.dish}{line.making}").replace("-", "") in text
        assert squeezed(line.method).replace("-", "") in text


def test_f42_says_minutes_and_method_in_a_calendar():
    """The event of a feeding says how long its dish takes and how it is made."""
    plan = guides.planned("plain")
    athlete = plan.athlete.model_copy(update={"time_zone": "Europe/Berlin"})
    calendar = Calendar.from_ical(
        render(plan.model_copy(update={"athlete": athlete}), "ics", units="metric")
    )
    told = [str(event.get("DESCRIPTION", "")) for event in calendar.walk("VEVENT")]
    for line in cooked("plain"):
        assert [one for one in told if line.method in one and line.making in one]


def test_f42_gives_files_the_facts(name):
    """JSON and CSV give method and minutes as facts, and none for what is eaten on the way."""
    plan = guides.planned(name)
    entries = [one for one in json.loads(render(plan, "json"))["timeline"] if one["items"]]
    rows = [row for row in csv.DictReader(io.StringIO(render(plan, "csv"))) if row["dish"]]
    assert len(entries) == len(rows)
    for entry, row in zip(entries, rows, strict=True):
        assert row["preparation"].lstrip("'") == (entry["preparation"] or "")
        minutes = entry["preparation_min"]
        assert row["preparation_min"] == ("" if minutes is None else f"{minutes:.1f}")
        if minutes is not None:
            assert 0.0 < (entry["hands_on_min"] or minutes) <= minutes
    for entry in plan.timeline:
        if entry.kind == "during":
            assert entry.preparation_min is None


def test_f42_says_nothing_of_what_is_not_made(name):
    """A banana, a glass of juice and what is taken on a run have neither minutes nor a method."""
    for entry, line in zip(
        guides.planned(name).timeline,
        clock_lines(guides.planned(name), Look())[0][1:],
        strict=True,
    ):
        if entry.preparation_min is None:
            assert (line.making, line.method) == ("", "")
        else:
            assert line.making.startswith(f"{entry.preparation_min:.0f} min")
            # Of what is put together in no time a box says only how it is kept.
            is_kept = line.method.startswith("Keep ")
            assert bool(line.method) == (entry.preparation_min >= 5.0 or is_kept)


def test_f42_tells_a_method_once_a_day():
    """Of a dish that comes twice, the second line says where its method stands."""
    athlete = Athlete.of(**guides.WOMAN)
    lock = {"lunch": "tofu-spinach-rice", "dinner": "tofu-spinach-rice"}
    plan = plan_day(athlete, Day(), lock=lock)
    lines, _ = clock_lines(plan, Look())
    lunch, dinner = (one for one in lines if one.label in {"lunch", "dinner"})
    assert len(lunch.method) > 20
    assert dinner.method == "as for lunch"
    assert dinner.making == lunch.making


def test_f42_says_how_much_of_the_time_is_work():
    """Minutes in which nothing is done are told apart, and a short dish has one figure."""
    plan = guides.planned("plain")
    dinner = next(one for one in plan.timeline if one.name == "dinner")
    for minutes, work, told in (
        (80.0, 20.0, "80 min, 20 active"),
        (15.0, 15.0, "15 min"),
        (30.0, None, "30 min"),
        (None, None, ""),
    ):
        update = {"preparation_min": minutes, "hands_on_min": work}
        changed = plan.model_copy(update={"timeline": (dinner.model_copy(update=update),)})
        assert clock_lines(changed, Look())[0][1].making == told


def test_f42_says_it_in_the_words_of_the_reader():
    """With US units a method broils, pits and says chili; an own dish stays as it was typed."""
    plan = guides.planned("plain")
    dinner = next(one for one in plan.timeline if one.name == "dinner")
    how = "Grill the prawns with chilli and coriander, and serve with stoned dates."
    for dish_id, units, told in (
        (
            "gado-gado",
            "us",
            "Broil the shrimp with chili and cilantro, and serve with pitted dates.",
        ),
        ("gado-gado", "metric", how),
        ("my-own-dish", "us", how),
    ):
        update = {"preparation": how, "preparation_min": 20.0, "dish_id": dish_id}
        changed = plan.model_copy(update={"timeline": (dinner.model_copy(update=update),)})
        assert clock_lines(changed, Look(units))[0][1].method == told
