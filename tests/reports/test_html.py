"""The page as text: all of the view is there, nothing else is, and templates of one's own."""

import importlib.util
import re
from base64 import b64decode
from html.parser import HTMLParser
from pathlib import Path

import guides
import pytest
from parts import texts

from fuelcalc.errors import InputError
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
from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.formats.html import to_html
from fuelcalc.reports.look import Look

TEMPLATES = Path(importlib.util.find_spec("fuelcalc.reports.formats").origin).parent / "templates"
EVIL = "<script>alert(1)</script> & \"'"
EMPTY = View(title="fuelcalc", sections=(), heading="Your day", about="about")
# What another format shows, or what the pictures are drawn by; units come with their numbers.
UNSEEN = frozenset(
    {"energy_unit", "drink_unit", "of", "named", "keys", "heads", "full", "protein_held",
     "LineChart.unit"}
)  # fmt: skip
VOID = {"meta", "input", "img", "br", "hr", "link"}


class Page(HTMLParser):
    """A page, taken apart: its elements with their attributes and text, in order."""

    def __init__(self, text):
        """Read a page."""
        super().__init__(convert_charrefs=True)
        self.open, self.elements = [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        """Note an element and its ancestors."""
        self.elements.append({"tag": tag, "attrs": dict(attrs), "text": "", "under": [*self.open]})
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        """Note an element of SVG without contents."""
        self.handle_starttag(tag, attrs)
        self.open.remove(self.elements[-1])

    def handle_endtag(self, tag):
        """Close an element, which has to be the last one opened."""
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        """Add text to each element that holds it."""
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        """The elements of some names."""
        return [one for one in self.elements if one["tag"] in tags]

    @property
    def words(self):
        """What is read, seen or aloud, with single spaces."""
        text = " ".join(one["text"] for one in self.all("html"))
        aloud = (one["attrs"].get("aria-label", "") for one in self.elements)
        return single(" ".join([text, *aloud]))


def single(text):
    """A text with single spaces for whatever spaces it has."""
    return " ".join(text.split())


def view_for(name, *, explain=False):
    """What a reader sees of a guide's day."""
    units = guides.GUIDES[name].look.get("units", "metric")
    return view_of(guides.planned(name), Look(units, explain=explain))


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
            "before near near-run", "run session", "during near near-run", "after near near-run",
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


def paper_with(folder, **files):
    """Paper with a template folder of these files; their names have `_` for the dot."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    return Look(template=folder)


class TestTemplate:
    """Templates, styles and logos of one's own."""

    def test_may_extend_the_bundled_one(self, tmp_path):
        """A block is replaced, the rest stays as it is."""
        template = (
            '{% extends "fuelcalc/day.html" %}{% block footer %}<p>Club of {{ view.name }}</p>'
            "{% endblock %}{% block clock %}{{ super() }}<p>{{ paper.size }}</p>{% endblock %}"
        )
        view = view_for("plain")
        page = Page(to_html(view, paper_with(tmp_path, day_html=template)))
        assert single(page.all("footer")[0]["text"]) == "Club of Example athlete"
        assert view.about not in page.words
        assert view.headline in page.words
        assert len(page.all("table")) == 1

    def test_may_be_all_new(self, tmp_path):
        """A template that extends nothing is the whole page; names in it stay text."""
        view = EMPTY._replace(name=EVIL)
        text = to_html(view, paper_with(tmp_path, day_html="<b>{{ view.name }}</b>"))
        assert text.startswith("<b>&lt;script&gt;")

    def test_may_be_in_parts(self, tmp_path):
        """A template includes files beside it."""
        paper = paper_with(tmp_path, day_html='{% include "part.html" %}', part_html="one part")
        assert to_html(EMPTY, paper) == "one part"

    def test_may_begin_with_a_mark_of_its_order(self, tmp_path):
        """The mark that some editors write before UTF-8 is no part of the text."""
        assert to_html(EMPTY, paper_with(tmp_path, day_html="\ufeffplain")) == "plain"

    def test_may_be_a_style_alone(self, tmp_path):
        """A style comes after the bundled one, in its element and unable to leave it."""
        style = "h1 { color: teal } </style><script>"
        page = Page(to_html(EMPTY, paper_with(tmp_path, day_css=style)))
        bundled, _, own = page.all("style")[0]["text"].partition("h1 { color: teal }")
        assert "@media print" in bundled
        assert own.strip() == "<\\/style><script>"

    @pytest.mark.parametrize(
        ("name", "kind", "data"),
        [
            ("svg", "svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("png", "png", b"\x89PNG\r\n\x1a\n and so on"),
        ],
    )
    def test_may_be_a_logo_alone(self, tmp_path, name, kind, data):
        """A logo is an image within the page, and says nothing aloud."""
        image = Page(to_html(EMPTY, paper_with(tmp_path, **{f"logo_{name}": data}))).all("img")[0]
        head, _, code = image["attrs"]["src"].partition(",")
        assert head == f"data:image/{kind};base64"
        assert b64decode(code) == data
        assert image["attrs"]["alt"] == ""
        assert image["under"][-2]["tag"] == "header"

    def test_may_be_for_the_pdf_alone(self, tmp_path):
        """A folder with only a template for PDF gives the bundled page."""
        assert to_html(EMPTY, paper_with(tmp_path, day_typ="")) == to_html(EMPTY, Look())

    def test_does_not_learn_where_it_is(self, tmp_path):
        """The folder, which could be written to, is not handed to the template."""
        paper = paper_with(tmp_path, day_html='{{ paper | join(" ") }}')
        assert to_html(EMPTY, paper) == "size large"


MISTAKES = [
    pytest.param("one\n{% if %}", "day.html line 2: Expected an expression", id="syntax"),
    pytest.param("one\n\n{{ view.dat }}", "day.html line 3: ", id="unknown-name"),
    pytest.param(
        "{{ view.clock }}",
        "day.html line 1: 'fuelcalc.reports.blocks.View object' has no attribute 'clock'; since "
        "view 2 it is a block of view.sections",
        id="of-version-1",
    ),
    pytest.param(
        '{% extends "fuelcalc/day.html" %}{% block charts %}{% endblock %}',
        'day.html: the block "charts" went with view 2; write "aside"',
        id="block-of-version-1",
    ),
    pytest.param("{{ nobody }}", "day.html line 1: 'nobody' is undefined", id="undefined"),
    pytest.param(
        '{% include "no.html" %}', "day.html line 1: there is no no.html", id="no-such-file"
    ),
    pytest.param(
        '{% include "../day.html" %}', "day.html line 1: there is no ../day.html", id="outside"
    ),
    pytest.param('{% extends "fuelcalc/no.html" %}', "day.html line 1: there is no", id="no-base"),
    pytest.param("{{ view.__class__ }}", "day.html line 1: access to attribute", id="forbidden"),
    pytest.param("{{ view.sections + 1 }}", "day.html line 1: ", id="wrong-kind"),
    pytest.param("\n{{ 1 // 0 }}", "day.html line 2: ", id="no-number"),
    pytest.param("{{ view.title | no }}", "day.html line 1: No filter named 'no'", id="filter"),
    pytest.param('{% include "day.html" %}', "day.html line 1: ", id="endless"),
    pytest.param(
        '{% extends "fuelcalc/day.html" %}\n{% block clock %}\n{{ view.no }}{% endblock %}',
        "day.html line 3: ",
        id="in-a-block",
    ),
    pytest.param('{% include "part.html" %}', "part.html line 2: 'gone' is", id="in-a-part"),
    pytest.param(b"caf\xe9", "day.html is not UTF-8 text: byte 3", id="latin-1"),
    pytest.param('{% include "latin.html" %}', "latin.html is not UTF-8 text", id="latin-part"),
]


class TestMistake:
    """What is said of a template that is wrong."""

    @pytest.mark.parametrize(("template", "message"), MISTAKES)
    def test_is_told_in_one_line(self, tmp_path, template, message):
        """The file, its line where there is one, and what is wrong there."""
        paper = paper_with(
            tmp_path, day_html=template, part_html="\n{{ gone }}", latin_html=b"\xff"
        )
        with pytest.raises(InputError) as caught:
            to_html(view_for("plain"), paper)
        told = str(caught.value)
        assert told.startswith(f"template: {message}")
        assert len(told.splitlines()) == 1
        assert caught.value.__cause__ is None

    def test_is_a_folder_with_nothing_known(self, tmp_path):
        """An empty folder is refused, with the names that were looked for."""
        looked_for = "day.html, day.css, day.typ, logo.svg, logo.png"
        with pytest.raises(InputError, match=f"holds none of: {looked_for}"):
            to_html(EMPTY, Look(template=tmp_path))

    def test_is_a_logo_of_more_than_two_megabytes(self, tmp_path):
        """The limit itself is allowed, one byte more is not."""
        sign = b"\x89PNG\r\n\x1a\n"
        largest = paper_with(tmp_path, logo_png=sign + bytes(1_999_992))
        assert "data:image/png" in to_html(EMPTY, largest)
        with pytest.raises(InputError, match=r"logo.png has 2,000,001 bytes; at most 2,000,000"):
            to_html(EMPTY, paper_with(tmp_path, logo_png=sign + bytes(1_999_993)))

    @pytest.mark.parametrize("name", ["logo_svg", "logo_png"])
    def test_is_a_logo_that_is_no_picture(self, tmp_path, name):
        """Text under the name of a picture is refused rather than shown broken."""
        with pytest.raises(InputError, match=r"template: logo\.... is no ... picture"):
            to_html(EMPTY, paper_with(tmp_path, **{name: b"hello"}))

    def test_is_a_style_of_another_encoding(self, tmp_path):
        """A style has to be UTF-8."""
        with pytest.raises(InputError, match=r"day.css is not UTF-8 text"):
            to_html(EMPTY, paper_with(tmp_path, day_css=b"\xff"))

    def test_is_a_file_that_cannot_be_read(self, tmp_path, monkeypatch):
        """What the system says is told in the same way."""

        def refuse(*_):
            raise PermissionError(13, "Permission denied")

        paper = paper_with(tmp_path, logo_png=b"")
        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(InputError, match=r"template: logo.png: Permission denied"):
            to_html(EMPTY, paper)
