"""What a reader sees of a plan: text and shapes, rounded once; every format renders this."""

from dataclasses import dataclass
from typing import get_args

from fuelcalc.models.sessions import SessionKind

FORMAT_VERSION = "fuelcalc/view/1"
SESSIONS = frozenset(get_args(SessionKind))
"""Kinds of the clock at which something is trained."""


@dataclass(frozen=True, slots=True)
class Line:
    """A label, its value, and a remark; `total` lines sum up those above."""

    label: str
    value: str
    remark: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class FoodLine:
    """One food: by a household measure, and by weight where the measure does not tell it."""

    household: str
    weight: str = ""

    @property
    def text(self) -> str:
        """Both in one."""
        return f"{self.household} ({self.weight})" if self.weight else self.household


@dataclass(frozen=True, slots=True)
class ClockLine:
    """
    One line of the clock.

    `kind` is wake, meal, snack, before, during, after, pre-sleep, run, lift, other, caffeine,
    sleep or total; amounts are empty where there are none. `session` is the kind of session that a
    feeding before, during or after one belongs to, and `tick` says whether there is something to
    tick off but a drink. `miss` says what the food holds instead, where
    it does not meet the amounts, and `protein_held` how much of its protein. `taken` says what is
    taken when on a long session, a line a food, and `carry` what to take along.
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
    protein_held: str = ""
    session: str = ""
    tick: bool = False
    taken: tuple[str, ...] = ()
    carry: str = ""

    @property
    def is_session(self) -> bool:
        """Whether something is trained here."""
        return self.kind in SESSIONS


@dataclass(frozen=True, slots=True)
class StripPart:
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


@dataclass(frozen=True, slots=True)
class Strip:
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


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: its place, 0 to 1, and its text."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A box on a chart: all sides 0 to 1, from the left and from the bottom."""

    left: float
    right: float
    bottom: float
    top: float
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class BalanceChart:
    """
    Energy across the hours: bars of what comes in and goes out, and the balance as a line.

    Places are 0 to 1, from the left and from the bottom. `limit` is the line that the balance
    should stay above, and follows the same day eaten well. `below` holds the areas between the
    line and the limit, as polygons.
    """

    hours: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    zero: float
    limit: tuple[tuple[float, float], ...]
    limit_text: str
    bars: tuple[Bar, ...]
    sessions: tuple[Bar, ...]
    line: tuple[tuple[float, float], ...]
    below: tuple[tuple[tuple[float, float], ...], ...]
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class ProteinBar:
    """Protein of one feeding: its share of the chart's width, and whether it is a dose."""

    time: str
    label: str
    value: str
    share: float
    is_dose: bool


@dataclass(frozen=True, slots=True)
class ProteinChart:
    """Protein by feeding against the dose that builds muscle; `dose` is a place, 0 to 1."""

    bars: tuple[ProteinBar, ...]
    dose: float
    dose_text: str
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A note: its level (info, caution or warning) and its text."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where figures come from, and whether they are an estimate made from it."""

    text: str
    is_estimate: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """One figure with what is behind it."""

    name: str
    value: str
    span: str
    equation: str
    inputs: str
    source: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a page shows."""

    title: str
    heading: str
    name: str
    headline: str
    energy_unit: str
    drink_unit: str
    energy: tuple[Line, ...]
    strip: Strip | None
    reasons: tuple[str, ...]
    targets: tuple[Line, ...]
    clock: tuple[ClockLine, ...]
    total: ClockLine | None
    menu: tuple[Line, ...]
    balance: BalanceChart | None
    protein: ProteinChart | None
    notes: tuple[Remark, ...]
    withheld: tuple[str, ...]
    sources: tuple[Citation, ...]
    explained: tuple[Explained, ...]
    about: str
    version: str = FORMAT_VERSION
