"""The printed page: all of the view is on it, it is accessible, and it fits its paper."""

import io
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import guides
import pikepdf
import pypdfium2
import pytest
from parts import changed, parts_of, texts
from sheets import (
    STYLE,
    UNSEEN,
    check_margins,
    elsewhere,
    metadata,
    pages,
    paper,
    squeezed,
    tags,
    view,
)

from fuelcalc.reports import render
from fuelcalc.reports.blocks import Explained, FoodLine
from fuelcalc.reports.day.page import ABOUT, view_of
from fuelcalc.reports.formats.pdf import MARK, to_pdf
from fuelcalc.reports.look import Look

NAMES = sorted(guides.GUIDES)


@pytest.fixture(scope="module", params=NAMES)
def page(request):
    """One of the days, printed: its name, view and bytes."""
    shown = view(request.param)
    return request.param, shown, to_pdf(shown, paper(request.param))


def strings(shown):
    """Every text of a view that its reader sees."""
    return texts(shown, UNSEEN)


def test_says_everything_that_the_view_says(page):
    """Every text of the view can be read on the page, whole."""
    _, shown, data = page
    text = squeezed("".join(pages(data)))
    assert [one for one in strings(shown) if squeezed(one) not in text] == []


def test_draws_the_session_rows_and_the_feedings_in_the_order_of_the_day(page):
    """The clock reads from top to bottom as the day goes."""
    _, shown, data = page
    text = squeezed("".join(pages(data)))
    place = 0
    for line in parts_of(shown).clock:
        place = text.index(squeezed(line.time + line.label), place) + 1


@pytest.mark.parametrize("name", [name for name in NAMES if parts_of(view(name)).total])
def test_prints_the_figures_of_the_json(name):
    """The day's targets, and the energy of each plate and its sum, are the JSON's, rounded."""
    plan = json.loads(render(guides.planned(name), "json"))
    text = "\n".join(pages(to_pdf(view_of(guides.planned(name), Look()), Look())))
    for label, field in (("Protein", "protein_g"), ("Fat", "fat_g"), ("Fibre", "fibre_g")):
        assert f"{label} {plan['targets'][field]:.0f} g" in text
    fed = [one for one in plan["timeline"] if one["served"] and one["kind"] != "during"]
    assert fed
    for one in fed:
        row = re.search(
            rf"^{one['start']} {re.escape(one['label'])}\s+([\d,]+) ", text, re.MULTILINE
        )
        assert abs(float(row[1].replace(",", "")) - one["served"]["energy_kcal"]) < 10.0
    total = re.search(r"^the day ([\d,]+) (\d+) (\d+) (\d+) ", text, re.MULTILINE)
    wanted = ("energy_kcal", "carbohydrate_g", "protein_g", "fat_g")
    for printed, field, step in zip(total.groups(), wanted, (10.0, 1.0, 1.0, 1.0), strict=True):
        held = plan["menu"]["totals"][field]
        assert abs(float(printed.replace(",", "")) - held) <= 0.5 * step + 1e-9


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "large-type"])
def test_puts_the_day_on_one_page(name, size):
    """Every day of the guides, even the busy ones, fits one sheet of either paper."""
    data = to_pdf(view(name), paper(name, size))
    (text,) = pages(data)
    assert "page 1 of" not in text
    with pikepdf.open(io.BytesIO(data)) as document:
        box = [float(one) for one in document.pages[0].MediaBox]
    wanted = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}[size]
    assert box[2:] == pytest.approx(wanted, abs=0.01)


def test_keeps_the_small_print_readable(page):
    """No letter is smaller than 6 pt, and of the clock only the methods smaller than 7.1 pt."""
    _, shown, data = page
    sizes = {}
    for one in pypdfium2.PdfDocument(data):
        text = one.get_textpage()
        for number in range(text.count_chars()):
            size = pypdfium2.raw.FPDFText_GetFontSize(text, number)
            if size > 1.0:
                sizes[round(size, 1)] = sizes.get(round(size, 1), 0) + 1
    assert min(sizes) >= 6.0
    clock = parts_of(shown).clock
    foods = sum(map(len, strings(clock))) - sum(len(line.method) for line in clock)
    assert sum(n for size, n in sizes.items() if size >= 7.1) >= foods


def test_prints_large_type_on_more_pages():
    """Large type is a third larger, and the clock has the first page for itself."""
    data = to_pdf(view("large-type"), paper("large-type"))
    first, *rest = pages(data)
    assert 1 <= len(rest) <= 2
    assert "the day" in first
    assert "Targets" not in first
    assert "page 1 of" in first


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("name", [name for name in NAMES if parts_of(view(name)).total])
def test_leaves_no_page_to_the_last_lines(name, size):
    """In large type what stands behind the clock gives way, or the last page has more than them."""
    *_, last = pages(to_pdf(view(name), paper("large-type", size)))
    before, _, _ = last.partition(ABOUT[:30])
    assert len(before.split()) > 20


def test_goes_on_with_the_heads_of_the_clock():
    """A clock of many rows goes on over pages; each begins with the heads, and no row is cut."""
    shown = view("plain")
    dish = next(one for one in parts_of(shown).clock if one.dish)
    line = dish._replace(making="", foods=(FoodLine("1 " + "food " * 40),))
    lines = tuple(line._replace(label=f"meal {number}") for number in range(60))
    many = changed(shown, "clock", lines=lines)
    texts = pages(to_pdf(many, Look()))
    assert len(texts) > 2
    for number in range(60):
        (text,) = [one for one in texts if f"meal {number} " in one]
        after = text.split(f"meal {number} ", 1)[1]
        assert squeezed(after.split(line.dish, 1)[1]).startswith(squeezed("1 " + "food " * 40))
    with_meals = [text for text in texts if "meal " in text]
    assert all("eat and drink" in text for text in with_meals)


def test_keeps_the_margins_white(page):
    """Every page of a guide is clear at its edges."""
    check_margins(page[2])


def test_meets_the_standard_of_accessible_documents(page):
    """The file says that it is PDF/UA, is tagged, has a title, an author and a language."""
    _, shown, data = page
    described = metadata(data)
    assert "<pdfuaid:part>1</pdfuaid:part>" in described
    assert shown.title in described
    with pikepdf.open(io.BytesIO(data)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "en"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.docinfo.Title) == shown.title
        assert str(document.docinfo.Author) == "fuelcalc"
        assert "/CreationDate" not in document.docinfo


def test_orders_its_headings(page):
    """One heading of the first level comes first; no level is left out below it."""
    headings = [name for name, _, _ in tags(page[2]) if re.fullmatch(r"/H\d", name)]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert set(headings[1:]) <= {"/H2"}


def test_tells_the_charts_to_screen_readers(page):
    """Each chart is a figure with the words of the view."""
    _, shown, data = page
    told = [str(element.Alt) for name, _, element in tags(data) if name == "/Figure"]
    charts = (parts_of(shown).strip, parts_of(shown).balance, parts_of(shown).protein)
    assert told == [chart.alt for chart in charts if chart]


def test_heads_its_tables(page):
    """Every table has heads, in rows of their own; every cell stands in a row."""
    _, shown, data = page
    found = list(tags(data))
    tables = [element for name, _, element in found if name == "/Table"]
    heads = [above for name, above, _ in found if name == "/TH"]
    cells = [above for name, above, _ in found if name == "/TD"]
    assert all(above[-2:] == ("/THead", "/TR") for above in heads)
    assert all(above[-1] == "/TR" for above in cells)
    assert len([name for name, _, _ in found if name == "/THead"]) == len(tables)
    parts = (
        parts_of(shown).clock,
        parts_of(shown).energy,
        parts_of(shown).targets,
        parts_of(shown).menu,
    )
    assert len(tables) == sum(bool(part) for part in parts)


def test_embeds_its_fonts(page):
    """Every font is in the file, and all but odd signs is set in Source Sans Pro."""
    with pikepdf.open(io.BytesIO(page[2])) as document:
        fonts = [
            below
            for one in document.pages
            for font in one.Resources.Font.values()
            for below in font.DescendantFonts
        ]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(one.FontDescriptor.keys()) for one in fonts)
        assert all("SourceSansPro" in str(one.BaseFont) for one in fonts)


def test_gives_the_same_bytes_each_time(page):
    """The same view is the same file, here and in another process with another clock zone."""
    name, shown, data = page
    assert to_pdf(shown, paper(name)) == data
    if name != "plain":
        return
    assert elsewhere("own.view(), own.paper()") == data


FORKED = """
import os, sys
from pathlib import Path
import sheets as own
from fuelcalc.reports.formats.pdf import to_pdf
shown, look = own.view("rest-day"), own.paper("rest-day")
first = to_pdf(shown, look)
child = os.fork()
if child == 0:
    Path(sys.argv[1]).write_bytes(to_pdf(shown, look))
    os._exit(0)
os.waitpid(child, 0)
assert Path(sys.argv[1]).read_bytes() == first
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_is_made_in_a_process_that_was_forked_after_a_first_one(tmp_path):
    """The child of a process that has drawn a page draws the same, and neither leaves a folder."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-c", FORKED, str(tmp_path / "child.pdf")]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "TMPDIR": str(scratch)}
    subprocess.run(command, check=True, env=env, timeout=240)  # noqa: S603
    assert list(scratch.iterdir()) == []


def test_gives_the_same_bytes_to_many_at_once():
    """Threads that print at the same time do not disturb each other."""
    names = ["plain", "rest-day", "guarded"] * 4
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda name: to_pdf(view(name), paper(name)), names))
    assert made == [to_pdf(view(name), paper(name)) for name in names[:3]] * 4


def test_prints_every_text_of_the_view_as_it_is():
    """No text of the view is run or read as markup: labels, foods, notes, figures."""
    evil = '#panic("x") *b* $y$'

    def spoilt(shown):
        if isinstance(shown, str):
            return evil if len(shown) > 9 else shown
        if not isinstance(shown, tuple):
            return shown
        if not hasattr(shown, "_fields"):
            return tuple(spoilt(one) for one in shown)
        keep = {"kind", "level", "session", "version", "energy_unit", "drink_unit", "keys", "place"}
        own = {k: v for k, v in shown._asdict().items() if k not in keep | {"shape"}}
        return shown._replace(**{k: spoilt(v) for k, v in own.items()})

    shown = spoilt(view("two-sessions-and-dawn", explain=True))
    text = squeezed("".join(pages(to_pdf(shown, Look()))))
    assert text.count(squeezed(evil)) > 100


def test_explains_every_figure():
    """Asked to explain, it adds a table of all figures on pages of their own."""
    shown = view("plain", explain=True)
    data = to_pdf(shown, Look())
    first, *rest = pages(data)
    assert "Where each figure comes from" not in first
    text = squeezed("".join(rest))
    assert [one for one in strings(parts_of(shown).explained) if squeezed(one) not in text] == []
    assert f"page 1 of {len(rest) + 1}" in first
    assert all(isinstance(one, Explained) for one in parts_of(shown).explained)


def test_shows_no_empty_section(page):
    """What a guard withholds leaves no heading, no head of a column and no box behind."""
    name, shown, data = page
    text = "".join(pages(data))
    assert ("Clock" in text) == bool(parts_of(shown).clock)
    assert ("carb g" in text) == (parts_of(shown).total is not None)
    assert ("Across the day" in text) == (parts_of(shown).balance is not None)
    assert ("Foods add up to" in text) == bool(parts_of(shown).menu)
    assert ("Warning" in text) == (name in guides.NO_NUMBERS | guides.NO_CLOCK)
    assert ("Not shown:" in text) == bool(parts_of(shown).withheld)


def test_draws_a_box_for_each_thing_to_tick():
    """Each feeding has a drawn box, and each drink one of its own; none is a letter."""
    shown = view()
    drinks = sum(bool(one.drink) for one in parts_of(shown).clock)
    fed = sum(bool(one.energy) for one in parts_of(shown).clock)
    text = "".join(pages(to_pdf(shown, Look())))
    assert not set("☐☑□✓") & set(text)
    lines = tuple(one._replace(drink="") for one in parts_of(shown).clock)
    without = changed(shown, "clock", lines=lines)
    counts = [boxes(to_pdf(one, Look())) for one in (shown, without)]
    assert counts == [fed + drinks, fed]


def boxes(data):
    """How many small squares with round corners are drawn, each as decoration."""
    with pikepdf.open(io.BytesIO(data)) as document:
        drawn = [str(one.operator) for one in pikepdf.parse_content_stream(document.pages[0])]
    decorations = re.findall(r"BMC(.*?)EMC", " ".join(drawn))
    return sum(one.split().count("c") >= 4 for one in decorations)


def test_has_colours_that_can_be_read():
    """Each colour of a text has a contrast of 4.5 or more on white, as WCAG AA asks."""

    def share(part):
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    texts = re.findall(
        r'(?:#let (?:ink|muted|accent|caution|warning) =|colour:) rgb\("#(\w{6})"\)',
        STYLE.read_text(encoding="utf-8"),
    )
    assert len(texts) == 8
    for code in texts:
        light = sum(
            weight * share(code[place : place + 2])
            for weight, place in ((0.2126, 0), (0.7152, 2), (0.0722, 4))
        )
        assert 1.05 / (light + 0.05) >= 4.5


def test_ends_with_its_mark(tmp_path):
    """Every page is known again by its last line, one of an own template too."""
    assert to_pdf(view(), Look()).endswith(MARK)
    (tmp_path / "day.typ").write_text('#set document(title: "x")\nhello')
    assert to_pdf(view(), Look(template=tmp_path)).endswith(MARK)


def test_prints_without_the_font():
    """Where Source Sans Pro is not installed, the fonts within typst do."""
    (text,) = pages(elsewhere("own.view('rest-day'), own.paper()", "font_source_sans_pro"))
    assert "Eat about 2,260 kcal" in text
