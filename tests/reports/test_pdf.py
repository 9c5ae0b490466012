"""The printed page: all of the view is on it, it is accessible, and it fits its paper."""

import importlib.util
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
import typst
from parts import changed, parts_of, texts
from PIL import Image

from fuelcalc.errors import InputError
from fuelcalc.reports import render
from fuelcalc.reports.blocks import Explained, FoodLine
from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.formats import pdf
from fuelcalc.reports.formats.pdf import MARK, to_pdf
from fuelcalc.reports.look import Look

NAMES = sorted(guides.GUIDES)
PARTS = (
    Path(importlib.util.find_spec("fuelcalc.reports.formats").origin).parent
    / "templates"
    / "packages"
)
STYLE = PARTS / "local" / "fuelcalc" / "1.0.0" / "style.typ"
# Words for the renderer and, as `alt`, for screen readers: not in the text of the page.
UNSEEN = frozenset(
    {"alt", "energy_unit", "drink_unit", "of", "keys", "heads", "full", "protein_held"}
    | {"Section.unit"}
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'
PART = "@local/fuelcalc:1.0.0"


def view(name="plain", *, explain=False):
    """The view of one of the days, as its reader wants it."""
    units = guides.GUIDES[name].look.get("units", "metric")
    return view_of(guides.planned(name), Look(units, explain=explain))


def paper(name="plain", size=None):
    """The paper of one of the days."""
    look = guides.GUIDES[name].look
    usual = "letter" if look.get("units") == "us" else "a4"
    return Look(page=size or usual, large=look.get("large", False))


@pytest.fixture(scope="module", params=NAMES)
def page(request):
    """One of the days, printed: its name, view and bytes."""
    shown = view(request.param)
    return request.param, shown, to_pdf(shown, paper(request.param))


def pages(data):
    """The text of each page, its spaces made plain and what only breaks lines left out."""
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return [text.replace("\ufffe", "-").replace("\u200b", "") for text in texts]


def squeezed(text):
    """A text without any space, since lines break anywhere."""
    return "".join(text.split())


def strings(shown):
    """Every text of a view that its reader sees."""
    return texts(shown, UNSEEN)


def tags(data):
    """Every element of the structure, in order, with the names of those above it."""

    def within(element, above):
        if isinstance(element, pikepdf.Array):
            for one in element:
                yield from within(one, above)
        elif isinstance(element, pikepdf.Dictionary):
            name = str(element.get("/S", ""))
            if name:
                yield name, above, element
            if "/K" in element:
                yield from within(element.K, (*above, name))

    with pikepdf.open(io.BytesIO(data)) as document:
        yield from within(document.Root.StructTreeRoot, ())


def metadata(data):
    """The description of a file, as its readers see it."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return document.Root.Metadata.read_bytes().decode()


def elsewhere(arguments, without="fuelcalc.nothing"):
    """The page as another process in another time zone makes it, without a module."""
    code = (
        "import importlib.util as u, sys\n"
        f"sys.modules[{without!r}] = None\n"
        f"spec = u.spec_from_file_location('test_pdf', {str(Path(__file__))!r})\n"
        "own = u.module_from_spec(spec)\n"
        "spec.loader.exec_module(own)\n"
        f"sys.stdout.buffer.write(own.to_pdf({arguments}))\n"
    )
    env = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parent),
        "TZ": "Asia/Tokyo",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
    }
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, env=env)  # noqa: S603
    return done.stdout


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
    """The energy of each feeding and the day's targets are those of the JSON, rounded."""
    plan = json.loads(render(guides.planned(name), "json"))
    text = "\n".join(pages(to_pdf(view_of(guides.planned(name), Look()), Look())))
    for label, field in (("Protein", "protein_g"), ("Fat", "fat_g"), ("Fibre", "fibre_g")):
        assert f"{label} {plan['targets'][field]:.0f} g" in text
    fed = [one for one in plan["timeline"] if one["energy_kcal"] and one["kind"] != "during"]
    assert fed
    for one in fed:
        row = re.search(
            rf"^{one['start']} {re.escape(one['label'])}\s+([\d,]+) ", text, re.MULTILINE
        )
        assert abs(float(row[1].replace(",", "")) - one["energy_kcal"]) < 10.0
    total = re.search(r"^the day ([\d,]+) (\d+) (\d+) (\d+) ", text, re.MULTILINE)
    wanted = ("energy_kcal", "carbohydrate_g", "protein_g", "fat_g")
    for printed, field, step in zip(total.groups(), wanted, (10.0, 1.0, 1.0, 1.0), strict=True):
        assert abs(float(printed.replace(",", "")) - plan["targets"][field]) <= 0.5 * step + 1e-9


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
    """No letter is smaller than 6 pt, and the clock's foods not smaller than 7.1 pt."""
    _, shown, data = page
    sizes = {}
    for one in pypdfium2.PdfDocument(data):
        text = one.get_textpage()
        for number in range(text.count_chars()):
            size = pypdfium2.raw.FPDFText_GetFontSize(text, number)
            if size > 1.0:
                sizes[round(size, 1)] = sizes.get(round(size, 1), 0) + 1
    assert min(sizes) >= 6.0
    clock_letters = sum(len(one) for one in strings(parts_of(shown).clock))
    assert sum(n for size, n in sizes.items() if size >= 7.1) >= clock_letters * 0.9


def test_prints_large_type_on_more_pages():
    """Large type is a third larger, and the clock has the first page for itself."""
    data = to_pdf(view("large-type"), paper("large-type"))
    first, *rest = pages(data)
    assert 1 <= len(rest) <= 2
    assert "the day" in first
    assert "Targets" not in first
    assert "page 1 of" in first


def test_goes_on_with_the_heads_of_the_clock():
    """A clock of many rows goes on over pages; each begins with the heads, and no row is cut."""
    shown = view("plain")
    dish = next(one for one in parts_of(shown).clock if one.dish)
    line = dish._replace(foods=(FoodLine("1 " + "food " * 40),))
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
    """Nothing is drawn within 8 mm of the sides and the top, or 5 mm of the bottom."""
    for one in pypdfium2.PdfDocument(page[2]):
        picture = one.render(scale=2).to_pil().convert("L")
        mm = 2 * 72 / 25.4
        (left, top), (right, bottom) = (8 * mm, 8 * mm), picture.size
        inner = picture.point(lambda grey: 255 if grey < 250 else 0).getbbox()
        assert inner[0] >= left
        assert inner[1] >= top
        assert inner[2] <= right - 8 * mm
        assert inner[3] <= bottom - 5 * mm


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
import test_pdf as own
shown, look = own.view("rest-day"), own.paper("rest-day")
first = own.to_pdf(shown, look)
child = os.fork()
if child == 0:
    Path(sys.argv[1]).write_bytes(own.to_pdf(shown, look))
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


@pytest.mark.parametrize(
    "name",
    [
        '#import "x"',
        "*bold* _it_ $x$ `raw` @a <b> = c",
        "<script>alert(1)</script>",
        "a\\b // c /* d */ #panic(1)",
        '"}, {"name": "x',
        "-- --- ~ ' \"",
        "Łukasz Þór Ωmega Дмитрий",
    ],
)
def test_prints_a_name_as_it_is(name):
    """A name that looks like markup is text, wherever it stands."""
    shown = view()._replace(name=name, title=f"fuelcalc · {name}")
    data = to_pdf(shown, Look())
    text = squeezed("".join(pages(data)))
    assert text.count(squeezed(name)) == 2
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(data)


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


@pytest.mark.parametrize("name", ["王小明", "🏃 Bob", "สมชาย", "김민수", "やまだ"])
def test_prints_a_name_that_no_font_has(name, monkeypatch):
    """F67: boxes for the signs, a note that says so; the claim to the standard is missing."""
    monkeypatch.setattr(pdf, "_machine_fonts", lambda: typst.Fonts(include_system_fonts=False))
    shown = view()._replace(name=name, title=f"fuelcalc · {name}")
    data = to_pdf(shown, Look())
    assert "pdfuaid" not in metadata(data)
    assert shown.title in metadata(data)
    assert "/H1" in {tag for tag, _, _ in tags(data)}
    text = "".join(pages(data))
    assert "Eat about" in text
    assert squeezed("signs that no font of this computer has") in squeezed(text)
    assert to_pdf(shown, Look()) == data


@pytest.mark.parametrize("name", ["Ana", "Ζωή", "Иван", "ليلى", "נועה"])
def test_says_nothing_of_signs_that_its_fonts_have(name):
    """Latin, Greek, Cyrillic, Arabic and Hebrew need no font of the machine and no note."""
    data = to_pdf(view()._replace(name=name), Look())
    assert "pdfuaid" in metadata(data)
    assert "boxes" not in "".join(pages(data))


def test_sets_a_name_in_a_font_of_the_machine():
    """F67: a script that the page's fonts lack and the machine has is set, by the standard."""
    if "DejaVu Sans" not in typst.Fonts(include_system_fonts=True).families():
        pytest.skip("this machine has no font with Tifinagh")
    data = to_pdf(view()._replace(heading="ⴰⵣⵓⵍ"), Look())
    assert "pdfuaid" in metadata(data)
    text = "".join(pages(data))
    assert "ⴰⵣⵓⵍ" in text
    assert "boxes" not in text


@pytest.mark.parametrize("name", ["", "x" * 80, "Maximiliana " * 6])
@pytest.mark.parametrize("date", ["", "Wednesday 30 September 2026"])
def test_finds_room_for_a_name(name, date):
    """A name may be missing or long, with or without a date: nothing leaves the page."""
    title = " · ".join(part for part in ("fuelcalc", date, name) if part)
    heading = date or name or "Your day"
    shown = view()._replace(heading=heading, name=name if date else "", title=title)
    data = to_pdf(shown, Look())
    assert squeezed(name) in squeezed("".join(pages(data)))
    test_keeps_the_margins_white((None, None, data))
    first = [name for name, _, _ in tags(data) if name.startswith("/H")]
    assert first[:2] == ["/H1", "/H2"]


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


def printed(folder, files, shown=None):
    """The page from a template folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return to_pdf(shown or view(), Look(template=folder))


@pytest.mark.parametrize("name", ["day.html", "day.css"])
def test_takes_its_own_template_where_the_folder_is_for_html(tmp_path, name):
    """A folder with a template for HTML alone leaves the PDF as it is."""
    assert printed(tmp_path, {name: "x"}) == to_pdf(view(), Look())


def png():
    """A small picture."""
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "#0b6b4b").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("files", [{"logo.svg": SVG}, {"logo.png": png()}])
def test_shows_a_logo(tmp_path, files):
    """A logo stands in the header, and is no more than decoration to a screen reader."""
    data = printed(tmp_path, files)
    assert len(pages(data)) == 1
    assert data != to_pdf(view(), Look())
    assert len([name for name, _, _ in tags(data) if name == "/Figure"]) == 3
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(data)


def test_follows_a_template_of_ones_own(tmp_path):
    """It may import the bundled parts and files beside it, and gets the view and the paper."""
    source = (
        f'#import "{PART}": *\n#import "parts/own.typ": word\n#show: page-setup\n'
        "= #word\n#clock(view)\n#paper.keys().join(`, `.text) #paper.logo #paper.width\n"
    )
    files = {"day.typ": source, "parts/own.typ": '#let word = "Kitchen"\n', "logo.svg": SVG}
    (text,) = pages(printed(tmp_path, files))
    assert text.startswith("Kitchen")
    assert "size, width, height, large, logo logo.svg 210mm" in text
    assert "Targets" not in text
    assert squeezed(parts_of(view()).clock[1].dish) in squeezed(text)


@pytest.mark.parametrize("name", ["plain", "guarded", "pregnant"])
def test_gives_the_bundled_parts_to_a_template(tmp_path, name):
    """Every part can be used by itself, also where a view has nothing for it."""
    source = (
        f'#import "{PART}": *\n#show: page-setup\n#header(view)\n#warnings(view)\n#clock(view)\n'
        "#strip(view, 80mm)\n#energy-table(view)\n#targets-table(view)\n#balance(view, 80mm)\n"
        "#protein(view, 80mm)\n#foods-table(view)\n#notes(view)\n#sources(view)\n#about(view)\n"
        "#small-print(view, 180mm)\n#explained(view)\n"
    )
    shown = view(name, explain=True)
    data = printed(tmp_path, {"day.typ": source}, shown)
    text = squeezed("".join(pages(data)))
    told = texts(shown, UNSEEN | {"Section.title", "LineChart.unit"})
    assert [one for one in told if squeezed(one) not in text] == []
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(data)


def test_starts_from_the_bundled_template(tmp_path):
    """The bundled file, copied into a folder of one's own, makes the same page."""
    bundled = (PARTS.parent / "day.typ").read_text(encoding="utf-8")
    assert printed(tmp_path, {"day.typ": bundled}) == to_pdf(view(), Look())


LOADING = "day.typ line {}: import and include take a file of the folder"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"notes.txt": "x"}, "holds none of: day.html, day.css, day.typ, logo.svg, logo.png"),
        ({"logo.png": b"0" * 2_000_001}, "logo.png has 2,000,001 bytes; at most 2,000,000"),
        ({"logo.png": b"\x89PNG\r\n\x1a\n"}, "logo.png: failed to decode image"),
        ({"logo.svg": "<svg"}, "logo.svg: failed to parse SVG"),
        ({"logo.svg": SVG.replace("<path", '<image href="https://a.b/c.png"/><path')}, "logo.svg:"),
        ({"day.typ": "\n\n#let x =\n"}, "day.typ line 3: expected expression"),
        ({"day.typ": "#set document(title: [x])\n#nope(1)"}, "day.typ line 2: unknown variable"),
        ({"day.typ": f'#import "{PART}": *\n\n#clock("x")'}, "day.typ line 3: cannot access field"),
        ({"day.typ": f'#import "{PART}": *\n#view.clock'}, "since view 2 it is a block of view"),
        ({"day.typ": '#import "a.typ": *', "a.typ": '\n#panic("a\nb")'}, "a.typ line 2: panicked"),
        ({"day.typ": '#import "missing.typ": *'}, "day.typ line 1: file not found"),
        ({"day.typ": "hello"}, "day.typ: PDF/UA-1 error: missing document title"),
        ({"day.typ": b"\xff\xfe"}, "day.typ: file is not valid UTF-8"),
        ({"day.typ": '#read("/../../secret")'}, "day.typ line 1: path"),
        ({"day.typ": '\n#import "@preview/cetz:0.3.0"'}, LOADING.format(2)),
        ({"day.typ": '#import "@local/other:1.0.0"'}, LOADING.format(1)),
        ({"day.typ": '#import ("@pre" + "view/cetz:0.3.0")'}, LOADING.format(1)),
        ({"day.typ": '#import "\\u{40}preview/cetz:0.3.0"'}, LOADING.format(1)),
        ({"day.typ": '#{ let x = "@preview/cetz:0.3.0"; include x }'}, LOADING.format(1)),
        ({"day.typ": '#eval("1 + 1")'}, LOADING.format(1)),
        ({"day.typ": '#dictionary(std).at("ev" + "al")("1")'}, LOADING.format(1)),
        (
            {"day.typ": '#include "b/a.x"', "b/a.x": '#import "/c"', "c": '#import "@preview/d"'},
            "c line 1: import and include take a file of the folder",
        ),
    ],
)  # fmt: skip
def test_says_in_one_line_what_is_wrong_with_a_template(tmp_path, files, message):
    """A mistake in a template names the file and line; nothing is fetched from a network."""
    with pytest.raises(InputError) as caught:
        printed(tmp_path, files)
    told = str(caught.value)
    assert told.startswith("template: ")
    assert message in told
    assert "\n" not in told
    assert len(told) < 300
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('#let x = "\n//"; #import "@preview/evil:1.0.0"\n', 2),
        ('// a comment\n// #import "@preview/cetz:0.3.0"\n', 2),
        ('#import /* there */ "@preview/cetz:0.3.0"\n', 1),
    ],
    ids=["in-a-string", "comment", "beside-a-comment"],
)
def test_loads_no_package_however_it_is_written(tmp_path, source, line):
    """What only looks like a comment hides no package; one in a real comment is refused too."""
    (tmp_path / "day.typ").write_text(source)
    with pytest.raises(InputError, match=f"^template: day.typ line {line}: import and include"):
        to_pdf(view(), Look(template=tmp_path))


def test_reads_nothing_outside_its_folder(tmp_path):
    """A link that leads out of a template's folder is refused, whoever would follow it."""
    (tmp_path / "secret.txt").write_text("a secret")
    folder = tmp_path / "club"
    folder.mkdir()
    (folder / "day.typ").write_text('#read("/x.txt")')
    (folder / "x.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match=r"^template: x\.txt links out of its folder$"):
        to_pdf(view(), Look(template=folder))
    (folder / "x.txt").unlink()
    (folder / "y.txt").write_text("a note")
    (folder / "x.txt").symlink_to(folder / "y.txt")
    (folder / "day.typ").write_text('#set document(title: "x")\n#read("/x.txt")')
    assert "a note" in pages(to_pdf(view(), Look(template=folder)))[0]


def test_ends_with_its_mark(tmp_path):
    """Every page is known again by its last line, one of an own template too."""
    assert to_pdf(view(), Look()).endswith(MARK)
    (tmp_path / "day.typ").write_text('#set document(title: "x")\nhello')
    assert to_pdf(view(), Look(template=tmp_path)).endswith(MARK)


def test_says_in_one_line_that_a_template_cannot_be_read(tmp_path, monkeypatch):
    """A file that the system does not hand out is an error in one line too."""

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "logo.svg").write_text(SVG)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"^template: logo\.svg: Permission denied$"):
        to_pdf(view(), Look(template=tmp_path))


def test_raises_a_mistake_of_its_own_as_it_is():
    """A mistake in the bundled template is not the reader's: it is not dressed up as one."""
    with pytest.raises(RuntimeError, match="cannot access fields on type"):
        to_pdf(changed(view(), "clock", lines=("x",)), Look())


def test_prints_without_the_font():
    """Where Source Sans Pro is not installed, the fonts within typst do."""
    (text,) = pages(elsewhere("own.view('rest-day'), own.paper()", "font_source_sans_pro"))
    assert "Eat about 2,260 kcal" in text
