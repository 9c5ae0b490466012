"""The page as Markdown, read back by a parser of its own."""

from dataclasses import replace
from itertools import pairwise

import pytest
from guides import GUIDES, planned
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from parts import changed, parts_of, texts

from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.formats.markdown import escaped, to_markdown
from fuelcalc.reports.look import Look

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LOOKS = [Look(), Look("us"), Look("uk", "kJ")]
ODD = "*x* | <script> [a](b) # ~~c~~ `d` &amp; _e_ \\"
PRINTED = st.text(st.characters(exclude_categories=["Cc", "Cs"]))
# What only laid-out pages show, and the protein that a chart draws.
UNSAID = frozenset({"heading", "named", "mark_text", "BarChart.alt", "energy_unit", "drink_unit"})


def viewed(name, look=LOOKS[0], *, explain=False):
    """What a reader sees of one of the days."""
    return view_of(planned(name), replace(look, explain=explain), "markdown")


def plain(text):
    """Text as Markdown shows it: white space is one space."""
    return " ".join(text.split())


def blocks_of(page):
    """The kind of block around each piece of text, and the text as it is read."""
    tokens = PARSER.parse(page)
    return [
        (before.type, "".join(child.content for child in token.children))
        for before, token in pairwise(tokens)
        if token.type == "inline"
    ]


def cells_of(page):
    """The rows of all tables, as the texts of their cells."""
    rows = []
    for token, following in pairwise(PARSER.parse(page)):
        if token.type == "tr_open":
            rows.append([])
        if token.type in {"th_open", "td_open"}:
            rows[-1].append("".join(child.content for child in following.children))
    return rows


def events_of(page):
    """The first lines of the clock's items, by when and what."""
    texts = [text for kind, text in blocks_of(page) if kind == "paragraph_open"]
    return [text for text in texts if text.startswith("[ ] ")]


@pytest.mark.parametrize("look", LOOKS, ids=lambda one: f"{one.units}-{one.energy_unit}")
@pytest.mark.parametrize("name", GUIDES)
class TestEveryGuide:
    """Every day of the guides, in three ways of reading."""

    @pytest.mark.no_cover
    def test_says_all_that_the_view_says(self, name, look):
        """Every text of the view is read back, with every figure behind it."""
        view = viewed(name, look, explain=True)
        told = [text for _, text in blocks_of(to_markdown(view))]
        missing = [one for one in texts(view, UNSAID) if not any(plain(one) in t for t in told)]
        assert missing == []

    def test_holds_no_html(self, name, look):
        """No piece of the page is HTML, nor a code block that nobody asked for."""
        tokens = PARSER.parse(to_markdown(viewed(name, look)))
        kinds = {token.type for token in tokens}
        kinds |= {child.type for token in tokens for child in token.children or ()}
        assert kinds & {"html_block", "html_inline", "code_block", "fence", "image"} == set()

    def test_prints_nothing_empty(self, name, look):
        """Every heading has something below it, and no text, cell of a head or line is empty."""
        page = to_markdown(viewed(name, look))
        kinds = [token.type for token in PARSER.parse(page)]
        follows = {kinds[i + 1] for i, kind in enumerate(kinds) if kind == "heading_close"}
        assert "heading_open" not in follows
        assert "hr" not in follows
        assert all(text for kind, text in blocks_of(page) if kind != "td_open")
        assert "None" not in page
        assert "\n\n\n" not in page
        assert page.endswith(".\n")

    def test_has_one_box_for_each_thing_to_do(self, name, look):
        """Feedings and sessions can be ticked off, with their amounts; waking and sleep not."""
        view = viewed(name, look)
        todo = [line for line in parts_of(view).clock if line.tick or line.drink]
        events = events_of(to_markdown(view))
        assert len(events) == len(todo)
        for line, event in zip(todo, events, strict=True):
            assert event.startswith(plain(f"[ ] {line.time} {line.label}"))
            assert (f"{line.energy} {look.energy_unit}" in event) == bool(line.energy)
            assert (f"drink {line.drink} {look.drink_unit}" in event) == bool(line.drink)


class TestToMarkdown:
    """What stands where."""

    def test_puts_the_clock_first(self):
        """After the title and the headline comes the clock; what explains it comes later."""
        blocks = blocks_of(to_markdown(viewed("plain", explain=True)))
        assert [text for kind, text in blocks if kind == "heading_open"] == [
            "fuelcalc · Thursday 26 November 2026 · Example athlete",
            "Clock",
            "Energy (kcal)",
            "Protein by feeding",
            "Targets",
            "Foods add up to",
            "Why",
            "Notes",
            "Sources",
            "Where each figure comes from",
        ]

    @pytest.mark.parametrize("name", ["guarded", "pregnant"])
    def test_warns_before_all_else(self, name):
        """A warning and what is not shown stand in a quote at the top, and no figure does."""
        view = viewed(name)
        tokens = PARSER.parse(to_markdown(view))
        assert [token.type for token in tokens[3:7:3]] == ["paragraph_open", "blockquote_open"]
        quoted = tokens[8].content
        assert quoted.startswith("**Warning:** ")
        notes = view.block("notes")
        assert tokens[11].content == f"Not shown: {', '.join(notes.withheld)}."
        assert all(note.text in to_markdown(view) for note in notes.remarks)
        assert "kcal" not in to_markdown(view)

    def test_adds_up(self):
        """The columns of the clock sum to the line below it."""
        view = viewed("plain")
        clock = view.block("clock")
        drinks = [int(line.drink or 0) for line in clock.lines]
        assert f"{sum(drinks):,}" == clock.total.drink
        assert f"drink {sum(drinks):,} ml" in to_markdown(view)

    def test_names_estimates_first(self):
        """What is an estimate says so, and stands before what is published."""
        page = to_markdown(viewed("plain"))
        sources = page[page.index("## Sources") : page.index("---\n")].splitlines()[2:]
        marks = [line.startswith("- Estimate: ") for line in sources if line]
        assert marks == sorted(marks, reverse=True)
        assert len(set(marks)) == 2

    def test_draws_protein_as_long_as_it_is(self):
        """Bars have one block for a twentieth of the largest, and a dose looks another way."""
        view = viewed("plain")
        rows = {row[0]: row[-1] for row in cells_of(to_markdown(view)) if len(row) == 4}
        for bar in view.block("bar-chart").bars:
            assert len(rows[bar.time]) == pytest.approx(20 * bar.share, abs=1)
            assert set(rows[bar.time]) == ({"█"} if bar.is_full else {"░"})

    def test_is_a_table_before_it_is_rendered(self):
        """The cells of a table stand below each other in the text, too."""
        lines = to_markdown(viewed("plain")).splitlines()
        places = [
            (number, [i for i, sign in enumerate(line) if sign == "|"])
            for number, line in enumerate(lines)
            if line.startswith("|")
        ]
        for (number, bars), (following, others) in pairwise(places):
            assert following > number + 1 or bars == others

    def test_leaves_odd_names_as_they_are(self):
        """Signs of Markdown and HTML in a name, a dish, a food or a cell are just text."""
        view = viewed("plain")
        first = view.block("lines", "energy").lines[0]
        line = view.block("clock").lines[2]._replace(label=ODD, dish=ODD, advice=ODD)
        odd = changed(view, "clock", lines=(line,))._replace(title=ODD, headline=ODD)
        odd = changed(odd, "lines", lines=(first._replace(label=ODD, remark=ODD),), of="part")
        odd = changed(odd, "prose", texts=(ODD,))
        page = to_markdown(odd)
        told = [text for _, text in blocks_of(page)]
        assert sum(text == ODD for text in told) == 12
        assert ["part", "amount", "remark"] in cells_of(page)
        assert [ODD, first.value, ODD] in cells_of(page)

    def test_leaves_a_long_name_whole(self):
        """A dish with a long name stands in one line."""
        view = viewed("long-food-name")
        lines = view.block("clock").lines
        (dish,) = [line.made for line in lines if line.dish.startswith("Wood-fired")]
        assert f"  - {dish}\n" in to_markdown(view)


class TestEscaped:
    """Text that stays text."""

    @given(PRINTED.filter(lambda text: text.split()))
    def test_is_read_back_as_it_was(self, text):
        """In a heading, a paragraph, an item, in bold and in a cell, any text is read back."""
        marked, shown = escaped(text), plain(text)
        table = f"| a | b |\n| - | - |\n| {marked} | c |\n"
        page = f"# a {marked}\n\n{marked}\n\n- {marked}\n\n**{marked}**: b\n\n{table}"
        texts = [text for _, text in blocks_of(page)]
        assert texts == [f"a {shown}", shown, shown, f"{shown}: b", "a", "b", shown, "c"]

    @pytest.mark.parametrize("text", ["1. oats", "2) oats", "- oats", "+ oats", "---", "> oats"])
    def test_begins_no_list_and_no_rule(self, text):
        """What would begin a block at the start of a line does not."""
        assert blocks_of(escaped(text)) == [("paragraph_open", text)]

    @pytest.mark.parametrize("text", ["+8 % of what is spent", "mass_kg", "1.5 tbsp", "-3 kg"])
    def test_adds_no_signs_without_need(self, text):
        """What is text already can be read without rendering."""
        assert escaped(text) == text

    def test_parts_words_by_plain_spaces(self):
        """The no-break space of a weight is one that a search finds."""
        assert escaped("rice (118\N{NO-BREAK SPACE}g)") == "rice (118 g)"
