"""Pages from blocks: one function makes a page for every format, and no format knows the page."""

import json
from typing import get_args

import pypdfium2
import pytest
from markdown_it import MarkdownIt
from parts import texts

from fuelcalc import InputError, render
from fuelcalc.models.foods import Snack
from fuelcalc.models.nutrients import total
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.portions import serving
from fuelcalc.pantry.variants import plate_of
from fuelcalc.reports import FORMATS
from fuelcalc.reports.blocks import (
    Bar,
    BarChart,
    BarRange,
    Block,
    Citation,
    Clock,
    ClockLine,
    Column,
    Explained,
    Explanations,
    Facts,
    ItemList,
    LabelledBar,
    Line,
    LineChart,
    Lines,
    ListItem,
    Notes,
    Prose,
    Remark,
    Section,
    Sources,
    Strip,
    StripPart,
    Table,
    TableRow,
    Tick,
    View,
)
from fuelcalc.reports.dishes import DishCard, DishList
from fuelcalc.reports.foods import FoodCard, FoodList
from fuelcalc.reports.formats.html_blocks import block_html
from fuelcalc.reports.look import Look
from fuelcalc.reports.snacks import SnackList

READ = ("text", "markdown", "html", "pdf")
"""The formats that readers read."""

# What some formats draw, place or say in other words.
UNSEEN = frozenset(
    {"alt", "of", "keys", "heads", "full", "LineChart.unit", "energy_unit", "drink_unit"}
    | {"mark_text", "limit_text", "StripPart.label", "StripPart.value", "Bar.label", "named"}
)


def week_page(weeks):
    """A page of weeks: from what each week holds to one table and one chart."""
    longest = max(km for _, km, _ in weeks)
    table = Table(
        (Column("week"), Column("distance", "right", 10), Column("energy", "unit", 8)),
        tuple(TableRow((name, f"{km} km", f"{kcal:,} kcal")) for name, km, kcal in weeks),
        below=("Distances are of runs alone.",),
    )
    bars = tuple(
        LabelledBar("", name, f"{km} km", km / longest, is_full=km >= 40) for name, km, _ in weeks
    )
    chart = BarChart(
        bars, 40 / longest, "40 km", ("", "week", "distance"), "40 km or more",
        "One of two weeks.", "Distance by week.",
    )  # fmt: skip
    sections = (Section("Weeks", (table,)), Section("How far", (chart,), unit="km"))
    return View("Two weeks", sections, headline="Run 90 km in two weeks.", about="Estimates.")


def said(view, fmt):
    """The words of a page in a format, without any space or mark of the format."""
    page = render(view, fmt)
    if fmt == "pdf":
        document = pypdfium2.PdfDocument(page)
        page = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    if fmt == "markdown":
        tokens = MarkdownIt("commonmark").enable("table").parse(page)
        page = " ".join(
            child.content for token in tokens for child in token.children or () if child.content
        )
    if fmt == "html":
        page = page[page.index("<body") :].replace("&#39;", "'")
    return squeezed(page)


def squeezed(text):
    """A text in capitals without any space, since lines break and titles are written anyhow."""
    return "".join(text.upper().replace("\ufffe", "-").replace("\u200b", "").split())


class TestPage:
    """A page that no format has heard of."""

    @pytest.mark.parametrize("fmt", READ)
    def test_is_one_function_from_a_thing_to_blocks(self, fmt):
        """A table and a chart are shown whole in each format, which knows neither."""
        page = week_page([("one", 50, 14_200), ("two", 40, 13_800), ("three", 12, 11_000)])
        told = said(page, fmt)
        for text in texts(page, UNSEEN):
            assert squeezed(text) in told, text

    def test_is_written_as_its_blocks_for_programs(self):
        """JSON has the blocks, each with its shape, and the version of the page."""
        tree = json.loads(render(week_page([("one", 50, 14_200)]), "json"))
        assert (tree["schema"], tree["title"]) == ("fuelcalc/view/2", "Two weeks")
        shapes = [block["shape"] for part in tree["sections"] for block in part["blocks"]]
        assert shapes == ["table", "bar-chart"]

    @pytest.mark.parametrize("fmt", ["csv", "foods-csv", "ics"])
    def test_has_no_format_without_facts(self, fmt):
        """What has no rows or events says which formats there are."""
        with pytest.raises(InputError, match=f'format: "{fmt}" is no format of this page') as told:
            render(week_page([("one", 50, 14_200)]), fmt)
        assert told.value.allowed == ("text", "markdown", "html", "pdf", "json")

    @pytest.mark.parametrize("width", [40, 60, 80])
    def test_keeps_to_the_width_of_text(self, width):
        """No line is wider than asked, and none ends in a blank."""
        weeks = [(f"a week with a long name, number {number}", 50, 14_200) for number in range(9)]
        lines = render(week_page(weeks), width=width).splitlines()
        assert max(map(len, lines)) <= width
        assert [line.rstrip() for line in lines] == lines

    def test_shares_a_narrow_page_between_texts(self):
        """Text with a width of its own leaves the names beside it room for a word or two."""
        columns = (Column("day", width=8), Column("cook"), Column("for", width=26))
        row = TableRow(("Mon 23", "fried tofu with spinach", "Mon lunch, Tue dinner"))
        lines = render(View("", (Section("", (Table(columns, (row,)),)),)), width=40).splitlines()
        assert [line.strip() for line in lines] == [
            "day     cook            for",
            "Mon 23  fried tofu with Mon lunch, Tue",
            "spinach         dinner",
        ]


EVERY = (
    Lines((Line("resting", "1,400", kind="resting"), Line("spent", "2,300", total=True)), "part"),
    Lines((Line("protein", "140 g"), Line("fat", "70 g"))),
    Facts((("Called", "ripe banana"), ("Caution", ""))),
    Table((Column("food"), Column("kcal", "right", 6)), (TableRow(("oats", "389"), "or rye"),)),
    ItemList((ListItem("rice", ("200 g", "")), ListItem("salmon"))),
    ItemList((ListItem("toast and honey", ("quick",)),), is_numbered=True),
    Prose(("Why it is so.", "And what for.")),
    Clock((ClockLine("wake", "06:30", "wake"), ClockLine("meal", "07:00", "breakfast", "500")),
          None, "kcal", "ml"),
    Strip((StripPart("resting", "Resting", "1,400", 0.0, 0.6),), 0.5, 0.7, 0.6, "1 to 2", "a bar"),
    LineChart("kcal", (Tick(0.0, "Mon"), Tick(1.0, "Sun")), (Tick(0.5, "0"),), 0.5,
              (Bar(0.0, 0.5, 0.5, 0.7, "in"),), ((0.0, 0.5), (0.5, 0.7), (1.0, 0.4)),
              (("in", "eaten"), ("line", "balance")), "About even.", "A line."),
    LineChart("kcal", (Tick(0.25, "Mo"), Tick(0.75, "Su")), (Tick(0.0, "0"), Tick(1.0, "3,000")),
              0.0, (Bar(0.1, 0.4, 0.0, 0.7, "out"), Bar(0.6, 0.9, 0.0, 0.4, "out")),
              ((0.25, 0.8), (0.75, 0.5)), (("out", "spent"), ("line", "to eat")), "By day.", "Two.",
              ranges=(BarRange(0.25, 0.6, 0.9), BarRange(0.75, 0.3, 0.5)),
              range_text="nine times in ten"),
    BarChart((LabelledBar("07:00", "breakfast", "30 g", 0.5, is_full=True),), 0.4, "dose",
             ("time", "feeding", "protein"), "a dose", "One of one.", "Bars."),
    Notes((Remark("warning", "Read this first."), Remark("caution", "Mind that.")), ("drinks",)),
    Sources((Citation("Mifflin 1990", is_estimate=False), Citation("ours", is_estimate=True))),
    Explanations((Explained("resting_kcal", "1,400", "1 to 2", "by mass", "mass 70", "Mifflin"),)),
)  # fmt: skip


class TestBlock:
    """Each block, in each format."""

    def test_is_here_of_each_kind(self):
        """Every kind of block that there is has an example."""
        assert {type(block) for block in EVERY} == set(get_args(Block))

    @pytest.mark.parametrize("fmt", READ)
    @pytest.mark.parametrize("block", EVERY, ids=lambda one: one.shape)
    def test_is_known_to_every_format(self, block, fmt):
        """Whatever stands in a block is said, alone on its page and beside nothing else."""
        place = {"sources": "sources", "figures": "figures"}.get(block.shape, "main")
        view = View("A page", (Section("A title", (block,), "", place),))
        told = said(view, fmt)
        assert squeezed("A page") in told
        spoken = block.shape == "strip" or (fmt == "markdown" and block.shape == "line-chart")
        for text in () if spoken else texts(block, UNSEEN | {"ticks", "levels"}):
            assert squeezed(text) in told, text

    @pytest.mark.parametrize("place", ["aside", "notes"])
    @pytest.mark.parametrize("fmt", ["html", "pdf"])
    def test_stands_beside_or_below_the_clock(self, fmt, place):
        """On a laid-out page a section stands where it says; nothing of it is lost."""
        clock = next(block for block in EVERY if isinstance(block, Clock))
        prose = Prose(("Beside all else.",))
        sections = (Section("Clock", (clock,)), Section("There", (prose,), "", place))
        told = said(View("A page", sections), fmt)
        assert squeezed("Beside all else.") in told
        assert squeezed("breakfast") in told

    def test_is_nothing_in_html_where_it_holds_nothing(self):
        """Notes that are all warnings leave no empty list behind."""
        assert block_html(Notes((Remark("warning", "first"),))) == ""


ANYBODY = Limits.of()
PLATE = plate_of(BUNDLED.variants(ANYBODY)[0], ANYBODY, BUNDLED.by_id)
BANANA = serving(BUNDLED.food("banana"), 1.0)
SNACK = Snack("one", "banana", (BANANA,), total([BANANA.nutrients]), 23.9, 0.0, "Quick.", "")
THINGS = {
    "food": (FoodCard(BUNDLED.food("salmon"), BUNDLED.foods[:3]), "NDB 15237"),
    "foods": (FoodList(BUNDLED.foods[:30], 60), BUNDLED.foods[29].name),
    "dish": (DishCard(PLATE, "For your profile: vegan."), PLATE.variant.name),
    "dishes": (DishList([PLATE], 1), PLATE.variant.name),
    "snacks": (SnackList([SNACK], "before"), "Quick."),
}


class TestThings:
    """Foods, dishes and snacks, in every format that a day has for readers."""

    @pytest.mark.parametrize("fmt", READ)
    @pytest.mark.parametrize("name", THINGS)
    def test_are_said_whole(self, name, fmt):
        """All that stands in the blocks of a thing is read in each format."""
        page, word = THINGS[name]
        view = page.view(Look(), FORMATS[fmt].medium)
        told = said(view, fmt)
        assert squeezed(word) in told
        for text in texts(view, UNSEEN):
            # Cells that wrap stand beside each other in text.
            parts = text.split() if fmt == "text" else [text]
            assert all(squeezed(part) in told.replace("&AMP;", "&") for part in parts), text

    @pytest.mark.parametrize("name", THINGS)
    def test_have_facts_for_programs(self, name):
        """JSON is versioned by its schema; the same page gives the same text."""
        page, _ = THINGS[name]
        tree = json.loads(render(page, "json"))
        assert tree["schema"].startswith("fuelcalc/")
        assert render(page, "json") == render(page, "json")

    def test_follow_the_reader(self):
        """US units give US words in Markdown and HTML, too."""
        page, _ = THINGS["food"]
        assert "Fiber" in render(page, "markdown", units="us")
        assert "Fibre" not in render(page, "html", units="us")
        assert "kJ" in render(FoodList([page.food], 1), "markdown", energy_unit="kJ")
