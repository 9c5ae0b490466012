"""A template of one's own for the page in HTML, and what is said of its mistakes."""

from base64 import b64decode
from pathlib import Path

import pytest
from html_page import EMPTY, EVIL, Page, single, view_for

from fuelcalc.errors import InputError
from fuelcalc.reports.formats.html import to_html
from fuelcalc.reports.look import Look


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
