"""
What a page is made of: blocks of finished text and of shapes, rounded once.

A page is made by a function from a thing to a `View`; each format knows the blocks, and none knows
what the page is about.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from fuelcalc.models.sessions import SessionKind

FORMAT_VERSION = "fuelcalc/view/2"
SESSIONS = frozenset(get_args(SessionKind))
"""Kinds of the clock at which something is trained."""

Medium = Literal["text", "markdown", "page"]
"""How a page is read: in a terminal, as Markdown, or laid out on a screen or on paper."""

Place = Literal["main", "aside", "notes", "figures", "sources"]
"""Where a section stands on a laid-out page, in the order in which it is read."""


class Line(NamedTuple):
    """
    A label, its value, and a remark; `total` lines sum up those above.

    `kind` names the pattern of a chart's part that the line stands for, where it does.
    """

    label: str
    value: str
    remark: str = ""
    total: bool = False
    kind: str = ""


class Lines(NamedTuple):
    """
    Amounts with their labels, one below the other.

    `of` is what each line is, and `named` what stands over the last column.
    """

    lines: tuple[Line, ...]
    of: str = ""
    named: str = ""
    shape: Literal["lines"] = "lines"

    @property
    def is_sum(self) -> bool:
        """Whether some lines add up to others."""
        return any(line.total for line in self.lines)


class Facts(NamedTuple):
    """Labels and texts; what has no text is not shown."""

    pairs: tuple[tuple[str, str], ...]
    shape: Literal["facts"] = "facts"


class Column(NamedTuple):
    """
    A column of a table: its head, how its cells stand, and how wide it is in text.

    Cells of `left` are text and share the room where they have no width, those of `right` are
    numbers, and those of `unit` numbers with a unit that hangs behind them.
    """

    head: str
    align: Literal["left", "right", "unit"] = "left"
    width: int = 0


class TableRow(NamedTuple):
    """The cells of a row, and what is said of it below."""

    cells: tuple[str, ...]
    remark: str = ""


class Table(NamedTuple):
    """Rows under heads, with sentences above and below."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    shape: Literal["table"] = "table"


class ListItem(NamedTuple):
    """Something to choose or to tick off, and what there is to say of it."""

    text: str
    details: tuple[str, ...] = ()


class ItemList(NamedTuple):
    """A list with a box to tick before each item, or with numbers, the best first."""

    items: tuple[ListItem, ...]
    is_numbered: bool = False
    shape: Literal["items"] = "items"


class Prose(NamedTuple):
    """Paragraphs; in text they stand a little to the right, or at the edge."""

    texts: tuple[str, ...]
    is_indented: bool = True
    shape: Literal["prose"] = "prose"


class FoodLine(NamedTuple):
    """One food: by a household measure, and by weight where the measure does not tell it."""

    household: str
    weight: str = ""

    @property
    def text(self) -> str:
        """Both in one."""
        return f"{self.household} ({self.weight})" if self.weight else self.household


class ClockLine(NamedTuple):
    """
    One line of the clock.

    `kind` is wake, meal, snack, before, during, after, pre-sleep, run, lift, other, caffeine,
    sleep or total; amounts are empty where there are none. `session` is the kind of session that a
    feeding before, during or after one belongs to, and `tick` says whether there is something to
    tick off but a drink. The amounts are those of the plate, or what is wanted where there is none;
    `miss` says what was asked for where the plate does not hold that. `taken` says what is taken
    when on a long session, a line a food, and `carry` what to take along.
    `making` is how long the dish takes, and `method` how it is made.
    """

    kind: str
    time: str
    label: str
    energy: str = ""
    carbohydrate: str = ""
    protein: str = ""
    fat: str = ""
    drink: str = ""
    advice: str = ""
    dish: str = ""
    foods: tuple[FoodLine, ...] = ()
    miss: str = ""
    session: str = ""
    tick: bool = False
    taken: tuple[str, ...] = ()
    carry: str = ""
    making: str = ""
    method: str = ""

    @property
    def made(self) -> str:
        """The dish with how long it takes."""
        return " · ".join(filter(None, (self.dish, self.making)))

    @property
    def is_session(self) -> bool:
        """Whether something is trained here."""
        return self.kind in SESSIONS


class Clock(NamedTuple):
    """The day from waking to sleep, with its sum, and the units of its columns."""

    lines: tuple[ClockLine, ...]
    total: ClockLine | None
    energy_unit: str
    drink_unit: str
    shape: Literal["clock"] = "clock"

    def amounts(self, line: ClockLine) -> list[str]:
        """The amounts of a line with their units, those that there are."""
        named = (
            (line.energy, f"{line.energy} {self.energy_unit}"),
            (line.carbohydrate, f"{line.carbohydrate} g carbohydrate"),
            (line.protein, f"{line.protein} g protein"),
            (line.fat, f"{line.fat} g fat"),
            (line.drink, f"drink {line.drink} {self.drink_unit}"),
        )
        return [text for amount, text in named if amount]


class StripPart(NamedTuple):
    """
    One part of the energy strip.

    `kind` names its pattern: resting, daily-life, digestion, run, lift, other or surplus.
    `start` and `end` are places along the strip, 0 to 1.
    """

    kind: str
    label: str
    value: str
    start: float
    end: float


class Strip(NamedTuple):
    """
    The day's energy as one bar that adds up.

    `low`, `high` and `intake` are places along it, 0 to 1: the range of what is spent, and what
    is eaten.
    """

    segments: tuple[StripPart, ...]
    low: float
    high: float
    intake: float
    range_text: str
    alt: str
    shape: Literal["strip"] = "strip"


class Tick(NamedTuple):
    """A mark on an axis: its place, 0 to 1, and its text."""

    at: float
    text: str


class Bar(NamedTuple):
    """A box on a chart: all sides 0 to 1, from the left and from the bottom."""

    left: float
    right: float
    bottom: float
    top: float
    kind: str
    label: str = ""


class BarRange(NamedTuple):
    """How far a bar of a chart may be off: its place from the left, and both ends from below."""

    at: float
    low: float
    high: float


class LineChart(NamedTuple):
    """
    A line over bars: what comes in and goes out, and what it leaves.

    Places are 0 to 1, from the left and from the bottom. `limit` is the line that the line
    should stay above, and `below` holds the areas between the two, as polygons. `bands` go from
    edge to edge, such as sessions. `keys` name the kinds of the bars, and the `line`. `ranges` are
    the ranges of the bars, and `range_text` says what they are.
    """

    unit: str
    ticks: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    zero: float
    bars: tuple[Bar, ...]
    line: tuple[tuple[float, float], ...]
    keys: tuple[tuple[str, str], ...]
    caption: str
    alt: str
    bands: tuple[Bar, ...] = ()
    limit: tuple[tuple[float, float], ...] = ()
    limit_text: str = ""
    below: tuple[tuple[tuple[float, float], ...], ...] = ()
    ranges: tuple[BarRange, ...] = ()
    range_text: str = ""
    shape: Literal["line-chart"] = "line-chart"

    @property
    def is_by_name(self) -> bool:
        """Whether each mark below has a bar and a point of its own, as days have, and hours not."""
        return len(self.ticks) == len(self.line) == len(self.bars)


class LabelledBar(NamedTuple):
    """A bar of a chart of bars: its share of the chart's width, and whether it is a full one."""

    time: str
    label: str
    value: str
    share: float
    is_full: bool


class BarChart(NamedTuple):
    """
    Bars below each other, against a mark that a full one reaches; `mark` is a place, 0 to 1.

    `heads` are what a time, a label and a value are, and `full` is what a full bar is.
    """

    bars: tuple[LabelledBar, ...]
    mark: float
    mark_text: str
    heads: tuple[str, str, str]
    full: str
    caption: str
    alt: str
    shape: Literal["bar-chart"] = "bar-chart"


class Remark(NamedTuple):
    """A note: its level (info, caution or warning) and its text."""

    level: str
    text: str


class Notes(NamedTuple):
    """Remarks, and what is not shown; warnings stand at the top of the page, wherever these do."""

    remarks: tuple[Remark, ...]
    withheld: tuple[str, ...] = ()
    shape: Literal["notes"] = "notes"

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What has to be read first."""
        return tuple(remark for remark in self.remarks if remark.level == "warning")

    @property
    def others(self) -> tuple[Remark, ...]:
        """What may be read later."""
        return tuple(remark for remark in self.remarks if remark.level != "warning")


class Citation(NamedTuple):
    """Where figures come from, and whether they are an estimate made from it."""

    text: str
    is_estimate: bool

    @property
    def told(self) -> str:
        """The text, with a word for an estimate in front."""
        return f"Estimate: {self.text}" if self.is_estimate else self.text


class Sources(NamedTuple):
    """Where the figures of a page come from."""

    citations: tuple[Citation, ...]
    shape: Literal["sources"] = "sources"


class Explained(NamedTuple):
    """One figure with what is behind it."""

    name: str
    value: str
    span: str
    equation: str
    inputs: str
    source: str

    @property
    def behind(self) -> list[tuple[str, str]]:
        """How it is made, from what and by whom: what there is, each with a word before it."""
        told = (("=", self.equation), ("from", self.inputs), ("source", self.source))
        return [(label, text) for label, text in told if text]


class Explanations(NamedTuple):
    """Every figure of a page, explained."""

    figures: tuple[Explained, ...]
    shape: Literal["figures"] = "figures"


Chart = Strip | LineChart | BarChart
Block = Lines | Facts | Table | ItemList | Prose | Clock | Chart | Notes | Sources | Explanations
B = TypeVar("B", bound=Block)


class Section(NamedTuple):
    """A title with its unit and blocks; `name` is what templates and styles know it by."""

    title: str
    blocks: tuple[Block, ...]
    name: str = ""
    place: Place = "main"
    unit: str = ""


class View(NamedTuple):
    """
    Everything that a page shows.

    `title` says what the page is, `heading` and `name` stand at its top where it is laid out, and
    `about` at its end. What is `following` begins on a page of its own.
    """

    title: str
    sections: tuple[Section, ...]
    heading: str = ""
    name: str = ""
    headline: str = ""
    about: str = ""
    following: "tuple[View, ...]" = ()
    version: str = FORMAT_VERSION

    @property
    def warnings(self) -> list[Remark]:
        """What has to be read first."""
        return [remark for notes in self.every(Notes) for remark in notes.warnings]

    @property
    def withheld(self) -> list[str]:
        """What is not shown."""
        return [part for notes in self.every(Notes) for part in notes.withheld]

    def every(self, kind: type[B]) -> Iterator[B]:
        """The blocks of a kind, in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, kind):
                    yield block

    def block(self, shape: str, section: str = "") -> Block | None:
        """The first block of a shape, in a section if it is named; None where there is none."""
        sections = [one for one in self.sections if section in {"", one.name}]
        blocks = (block for one in sections for block in one.blocks)
        return next((block for block in blocks if block.shape == shape), None)


def view_tree(part: Any) -> Any:
    """
    A page, or a part of one, as plain values: parts by the names of their fields.

    >>> view_tree(Prose(("One.", "Two.")))
    {'texts': ['One.', 'Two.'], 'is_indented': True, 'shape': 'prose'}
    """
    if not isinstance(part, tuple):
        return part
    values = [view_tree(value) for value in part]
    names = getattr(part, "_fields", None)
    return values if names is None else dict(zip(names, values, strict=True))
