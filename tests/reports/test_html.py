"""The page as text: all of the view is there, nothing else is, and templates of one's own."""

import importlib.util
import re
from pathlib import Path

import guides
import pytest
from html_page import EMPTY, EVIL, Page, single, view_for
from parts import texts

from fuelcalc.reports.blocks import (
    BarChart,
    Citation,
    Clock,
    ClockLine,
    Column,
    Explained,
    Explanations,
    Facts,
    FoodLine,
    ItemList,
    LabelledBar,
    Line,
    Lines,
    ListItem,
    Notes,
    Prose,
    Remark,
    Section,
    Sources,
    Table,
    TableRow,
    View,
)
from fuelcalc.reports.formats.html import to_html
from fuelcalc.reports.look import Look

TEMPLATES = Path(importlib.util.find_spec("fuelcalc.reports.formats").origin).parent / "templates"

# What another format shows, or what the pictures are drawn by; units come with their numbers.
UNSEEN = frozenset(
    {"energy_unit", "drink_unit", "of", "named", "keys", "heads", "full",
     "LineChart.unit"}
)  # fmt: skip


class TestWords:
    """What the page says."""

    @pytest.mark.parametrize("name", guides.GUIDES)
    def test_are_all_of_the_view(self, name):
        """Each text of the view stands on the page, the explanations too."""
        view = view_for(name, explain=True)
        words = Page(to_html(view, Look())).words
        assert [text for text in texts(view, UNSEEN) if single(text) not in words] == []

    @pytest.mark.parametrize("name", guides.GUIDES)
    def test_are_the_same_again(self, name):
        """The same view gives the same page."""
        assert to_html(view_for(name), Look()) == to_html(view_for(name), Look())

    def test_stay_text(self):
        """Markup in a name, a dish, a food, a note or a source is shown, not followed."""
        line = ClockLine(
            "meal", EVIL, EVIL, "1", "1", "1", "1", "1", EVIL, EVIL, (FoodLine(EVIL, EVIL),), EVIL
        )
        blocks = (
            Clock((line, line._replace(kind="run")), None, EVIL, EVIL),
            Lines((Line(EVIL, EVIL, EVIL),), EVIL, EVIL),
            Lines((Line(EVIL, EVIL, EVIL, total=True),), EVIL, EVIL),
            Facts(((EVIL, EVIL),)),
            Table((Column(EVIL),), (TableRow((EVIL,), EVIL),), (EVIL,), (EVIL,)),
            ItemList((ListItem(EVIL, (EVIL,)),)),
            Prose((EVIL,)),
            BarChart((LabelledBar(EVIL, EVIL, EVIL, 1.0, is_full=True),), 0.5, EVIL, ("", "", ""),
                     "", EVIL, EVIL),
            Notes((Remark("warning", EVIL), Remark("caution", EVIL)), (EVIL,)),
            Sources((Citation(EVIL, is_estimate=True),)),
            Explanations((Explained(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL),)),
        )  # fmt: skip
        view = View(EVIL, (Section(EVIL, blocks, "", "main", EVIL),), EVIL, EVIL, EVIL, EVIL)
        text = to_html(view, Look())
        assert "<script" not in text
        assert Page(text).words.count(EVIL) >= 50

    def test_bind_what_is_eaten_to_its_session(self):
        """What is eaten before, during and after a session carries the session's kind."""
        page = Page(to_html(view_for("two-sessions-and-dawn"), Look()))
        kinds = [one["attrs"]["class"] for one in page.all("tbody")]
        assert kinds == [
            "wake", "caffeine",
            "before near near-run", "run session", "during brief near near-run",
            "after near near-run",
            "meal", "before near near-run", "run session", "during brief near near-run",
            "after near near-run",
            "before near near-lift", "lift session", "during brief near near-lift",
            "after near near-lift",
            "sleep", "total",
        ]  # fmt: skip


class TestStructure:
    """How the page is built."""

    @pytest.mark.parametrize("name", guides.GUIDES)
    def test_asks_for_nothing(self, name):
        """There is no script, and nothing that a browser would have to fetch."""
        text = to_html(view_for(name), Look())
        page = Page(text)
        assert page.all("script", "link", "iframe", "object", "img", "base") == []
        names = {name for one in page.elements for name in one["attrs"]}
        assert names.isdisjoint({"src", "href", "xlink:href", "srcset", "action", "style"})
        assert not [name for name in names if name.startswith("on")]
        assert set(re.findall(r"url\((.)", text)) <= {"#"}
        assert "@import" not in text

    def test_forbids_what_it_does_not_need(self):
        """The page's own rule allows its style and images within it, and nothing else."""
        rules = [one["attrs"] for one in Page(to_html(EMPTY, Look())).all("meta")]
        content = next(one["content"] for one in rules if "http-equiv" in one)
        assert content == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    @pytest.mark.parametrize("name", guides.GUIDES)
    def test_has_headings_with_something_below(self, name):
        """One first heading, then second ones, each of a section that says more than it."""
        page = Page(to_html(view_for(name, explain=True), Look()))
        levels = [one["tag"] for one in page.all("h1", "h2", "h3", "h4")]
        assert levels == ["h1"] + ["h2"] * (len(levels) - 1)
        ids = {one["attrs"].get("id"): one for one in page.elements}
        for section in page.all("section"):
            heading = ids[section["attrs"]["aria-labelledby"]]
            assert single(section["text"]) != single(heading["text"])
        assert len(page.all("main")) == len(page.all("footer")) == 1

    @pytest.mark.parametrize("name", ["guarded", "pregnant"])
    def test_leaves_no_trace_of_what_is_withheld(self, name):
        """Without figures there is no chart, no column of numbers and no aside."""
        page = Page(to_html(view_for(name), Look()))
        assert page.all("aside", "polyline") == []
        classes = {one["attrs"].get("class") for one in page.elements}
        assert classes.isdisjoint({"number", "drink", "strip", "plot", "protein", "columns"})
        assert [one for one in page.all("p", "dd", "dt", "li", "ul", "dl") if not one["text"]] == []

    def test_may_be_almost_empty(self):
        """A view of nothing is a heading and a footer."""
        page = Page(to_html(EMPTY, Look()))
        assert [one["text"] for one in page.all("h1", "h2")] == ["Your day"]
        assert page.all("section", "table", "dl") == []

    @pytest.mark.parametrize("name", guides.GUIDES)
    def test_names_each_tick_box(self, name):
        """Every tick box is named by elements that are there, and no two names are alike."""
        page = Page(to_html(view_for(name), Look()))
        ids = [one["attrs"]["id"] for one in page.elements if one["attrs"].get("id")]
        assert len(ids) == len(set(ids))
        named = {one["attrs"].get("id"): single(one["text"]) for one in page.elements}
        names = [
            " ".join(named[part] for part in one["attrs"]["aria-labelledby"].split())
            for one in page.all("input")
        ]
        assert all(names)
        assert len(set(names)) == len(names)

    @pytest.mark.parametrize("size", ["a4", "letter"])
    def test_is_for_the_paper(self, size):
        """The printed page has the size of the paper."""
        assert f"@page {{ size: {size}; }}" in to_html(EMPTY, Look(page=size))

    def test_has_large_type_on_request(self):
        """Large type is a class of the body."""
        body = Page(to_html(EMPTY, Look(large=True))).all("body")[0]["attrs"]["class"].split()
        assert "large" in body
        assert "usual" not in body


def luminance(colour):
    """Relative luminance of a colour, as WCAG 2.2 defines it."""
    digits = colour.lstrip("#")
    digits = "".join(2 * one for one in digits) if len(digits) == 3 else digits
    shares = [int(digits[at : at + 2], 16) / 255.0 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes():
    """The colours by name: light, and dark on top of it."""
    css = (TEMPLATES / "day.css").read_text(encoding="utf-8")
    roots = [dict(re.findall(r"--([\w-]+): (#\w+)", one)) for one in css.split(":root {")[1:3]]
    return {"light": roots[0], "dark": roots[0] | roots[1]}


class TestColours:
    """What can be told apart."""

    def test_are_measured_right(self):
        """Black on white is 21 to 1, and #767676 on white 4.54 to 1 (WCAG, technique G18)."""
        assert contrast("#000", "#fff") == pytest.approx(21.0)
        assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.005)

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_are_read_on_their_ground(self, theme):
        """Text has 4.5 to 1 or more (AA), also white on the bands of the sessions."""
        colours = themes()[theme]
        for name in ("ink", "muted", "accent", "caution", "warning"):
            assert contrast(colours[name], colours["paper"]) >= 4.5, name
        for name in ("run", "lift", "other"):
            assert contrast("#fff", colours[name]) >= 4.5, name
