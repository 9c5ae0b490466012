"""From a plan to what a reader sees of it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.cooking import Cooking
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy
from fuelcalc.models.trace import Figure
from fuelcalc.reports.blocks import (
    Block,
    Citation,
    Clock,
    ClockLine,
    Explained,
    Explanations,
    Line,
    Lines,
    Medium,
    Notes,
    Prose,
    Section,
    Sources,
    View,
)
from fuelcalc.reports.day.charts import balance_chart, protein_chart, strip_of
from fuelcalc.reports.day.clock import clock_lines, feeding_lines
from fuelcalc.reports.day.tables import (
    ends_behind,
    energy_lines,
    is_first_step,
    menu_lines,
    target_lines,
)
from fuelcalc.reports.labels import inputs_of
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import thousands
from fuelcalc.reports.words import reason_text, remarks_of
from fuelcalc.science.sources import SOURCES

ABOUT = (
    "Figures are estimates; ranges hold nine times in ten. This is general information, not "
    "medical advice. Chest pain, fainting, confusion or dark urine after a run: get help now."
)
WITHHELD = {
    "energy": "energy",
    "availability": "energy availability",
    "targets": "targets",
    "timeline": "the clock",
    "menu": "foods",
    "targets.fluid_ml": "drinks",
    "targets.sodium_mg": "sodium",
    "timeline.carbohydrate_g_per_h": "carbohydrate around training",
}
_FOODS = f"foods: {SOURCES['foods']}"
_BY_TABLE = re.compile(
    r"\.(items|taken|carry)\[\d+\]\.(?!grams|minute)|^menu\.coverage\..*amount|\.served\."
)
_DOI = re.compile(r", doi:\S+")


def _date(plan: DayPlan) -> str:
    """The day, where it is dated."""
    return "" if plan.date is None else f"{plan.date:%A} {plan.date.day} {plan.date:%B %Y}"


def _headline(plan: DayPlan, energy: Energy | None, look: Look) -> str:
    """The day in one sentence."""
    if energy is None:
        return "Figures are not shown for this day; the notes say why."
    intake = look.energy(energy.intake_kcal)
    if energy.shortfall is not None and is_first_step(energy):
        usual = look.energy_text(energy.shortfall.usual_intake_kcal)
        return (
            f"Eat about {thousands(intake)} {look.energy_unit} today: a first step up from the "
            f"{usual} that you usually eat."
        )
    eaten = _eaten_headline(plan, energy, look)
    if eaten:
        return eaten
    spent = look.energy(energy.expenditure_kcal)
    gap = thousands(abs(intake - spent))
    words = {
        "surplus": f"{gap} more than the day costs",
        "maintenance": "what the day costs",
        "deficit": f"{gap} less than the day costs",
    }[energy.recommendation]
    if look.energy(energy.shared_kcal) and intake != spent:
        more = "more" if intake > spent else "less"
        words = f"{gap} {more} than the day costs: the days of the week eat alike"
    elif intake < spent and ends_behind(energy):
        words = f"{gap} less than the day costs: it does not fit"
    elif energy.recommendation == "surplus" and plan.goal.aim == "build":
        words += ", to build"
    return f"Eat about {thousands(intake)} {look.energy_unit}: {words}."


def _eaten_headline(plan: DayPlan, energy: Energy, look: Look) -> str:
    """What is left of a day of which some is eaten; nothing where none is known to be."""
    intake = look.energy(energy.intake_kcal)
    gone = [one for one in plan.timeline or () if one.is_eaten]
    if not gone:
        # Where a guard shows no clock, what is left of the day is as it ever was.
        come_to = f"With what was eaten, today comes to about {thousands(intake)}"
        is_over = look.energy(energy.over_kcal) > 0.0
        return f"{come_to} {look.energy_unit}; eat on as usual." if is_over else ""
    rest = sum(
        one.energy_kcal or 0.0 for one in plan.timeline or () if one.minute > gone[-1].minute
    )
    left = look.energy(rest)
    if not rest:
        return f"All of today is eaten: {thousands(intake)} {look.energy_unit}."
    return (
        f"Eat about {thousands(left)} {look.energy_unit} in what is left of today: "
        f"{thousands(intake - left)} are eaten."
    )


def _sources(plan: DayPlan) -> tuple[Citation, ...]:
    """Each source behind a figure, once; `--explain` tells which is behind which."""
    behind = [
        Citation(_DOI.sub("", figure.source).removeprefix("estimate: "), figure.estimate)
        for figure in plan.trace
    ]
    fed = any(entry.items for entry in plan.timeline or ())
    behind += [Citation(_FOODS, is_estimate=False)] if fed else []
    return tuple(dict.fromkeys(behind))


def _explained_on_page(plan: DayPlan) -> Iterator[Explained]:
    """
    The figures of a plan that a page explains; JSON and `explain` have all of them.

    Grams times the food table, and sums of what stands beside them, would make three pages of one.
    """
    for figure in plan.figures():
        if figure.source != str(SOURCES["sum"]) and _BY_TABLE.search(figure.name) is None:
            yield _explained(figure)


def _explained(figure: Figure) -> Explained:
    """One figure of the trace, in the units that the equations use."""
    places = 2 if figure.name.endswith("_kg_per_week") else 1
    span = ""
    if figure.low is not None and figure.high is not None:
        span = f"{figure.low:,.{places}f} to {figure.high:,.{places}f}"
    inputs = ", ".join(
        f"{name} {value:,.4g}" if isinstance(value, float | int) else f"{name} {value}"
        for name, value in inputs_of(figure)
    )
    return Explained(
        name=figure.name,
        value=f"{figure.value:,.{places}f}",
        span=span,
        equation=figure.equation,
        inputs=inputs,
        source=figure.source,
    )


# What each way of reading shows, and in which order; parts in one row stand under one title. On
# paper the clock comes first, since one looks for it in the morning; a terminal keeps the newest
# lines near the prompt. Text has no room for sources, and says in a sentence what it does not draw.
_ARRANGEMENTS: Final[Mapping[Medium, tuple[tuple[str, ...], ...]]] = {
    "text": (
        ("energy", "strip"), ("why",), ("targets", "doses"), ("clock",), ("menu",), ("balance",),
        ("notes",), ("figures",),
    ),
    "markdown": (
        ("clock",), ("energy", "spoken-balance"), ("protein",), ("targets",), ("menu",), ("why",),
        ("notes",), ("sources",), ("figures",),
    ),
    "page": (
        ("clock",), ("strip", "energy"), ("targets",), ("balance",), ("protein",), ("menu",),
        ("why",), ("notes",), ("figures",), ("sources",),
    ),
}  # fmt: skip


class DayPage(NamedTuple):
    """
    A day's plan as a page.

    Attributes:
        plan: The day.
        kitchen: What it cooks, also for later days, and what of it was cooked on an earlier one.
    """

    plan: DayPlan
    kitchen: Cooking | None = None

    @property
    def athlete(self) -> Athlete:
        """Whose day it is."""
        return self.plan.athlete

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The plan for other programs, for spreadsheets and for calendars."""
        from fuelcalc.reports.day.json_tree import to_json
        from fuelcalc.reports.day.rows import feedings_csv, foods_csv
        from fuelcalc.reports.formats.ics import to_ics

        plan = self.plan
        again = () if self.kitchen is None else self.kitchen.again
        return {
            "json": lambda look: to_json(plan, explain=look.explain, again=again),
            "csv": lambda _: feedings_csv(plan),
            "foods-csv": lambda _: foods_csv(plan),
            "ics": lambda look: to_ics(plan, self.view(look, "page")),
        }

    def view(self, look: Look, medium: Medium) -> View:
        """What a reader sees of it."""
        return view_of(self.plan, look, medium, self.kitchen)


def view_of(
    plan: DayPlan, look: Look, medium: Medium = "page", kitchen: Cooking | None = None
) -> View:
    """
    Turn a plan into what a reader sees.

    Args:
        plan: A finished plan.
        look: Units and times, and whether every figure is explained.
        medium: How it is read.
        kitchen: What the day cooks, also for later ones, and what of it was cooked before, where
            its week says so.
    """
    name, date = plan.athlete.printed_name, _date(plan)
    clock = clock_lines(plan, look, kitchen)
    parts = {**_tables(plan, look, clock), **_charts(plan, look, clock[0]), **_words(plan, look)}
    sections = []
    for row in _ARRANGEMENTS[medium]:
        blocks = tuple(block for part in row for block in parts[part].blocks)
        if blocks:
            sections.append(parts[row[0]]._replace(blocks=blocks))
    return View(
        title=" · ".join(part for part in ("fuelcalc", date, name) if part),
        sections=tuple(sections),
        heading=date or name or "Your day",
        name=name if date else "",
        headline=_headline(plan, plan.energy, look),
        about=ABOUT,
    )


def _those(*blocks: Block | None) -> tuple[Block, ...]:
    """The blocks that there are."""
    return tuple(block for block in blocks if block is not None)


def _lines(lines: tuple[Line, ...], of: str, named: str) -> tuple[Block, ...]:
    """A block of lines where there are any."""
    return (Lines(lines, of, named),) if lines else ()


def _tables(
    plan: DayPlan, look: Look, lines: tuple[tuple[ClockLine, ...], ClockLine | None]
) -> dict[str, Section]:
    """The clock, and the lines of energy, targets and food."""
    energy, targets, unit = plan.energy, plan.targets, look.energy_unit
    entries, total = lines
    clock = Clock(entries, total, unit, look.drink_unit) if entries else None
    spent = _lines(() if energy is None else energy_lines(energy, look), "part", unit)
    wanted = () if targets is None else target_lines(targets, look)
    menu = _lines(menu_lines(plan, look), "nutrient", "wanted")
    return {
        "clock": Section("Clock", _those(clock), "clock"),
        "energy": Section("Energy", spent, "energy", "aside", unit),
        "targets": Section("Targets", _lines(wanted, "target", "for the day"), "targets", "aside"),
        "menu": Section("Foods add up to", menu, "menu", "aside"),
    }


def _charts(plan: DayPlan, look: Look, lines: Sequence[ClockLine]) -> dict[str, Section]:
    """The charts, and what is said where one is not drawn."""
    energy, targets, within, unit = plan.energy, plan.targets, plan.within_day, look.energy_unit
    strip = None if energy is None else strip_of(energy, look)
    balance = None if within is None else balance_chart(plan, within, look)
    protein = None
    if targets is not None:
        protein = protein_chart(feeding_lines(plan, lines), targets.protein_dose_g)
    since = f"{unit} ahead or behind since midnight"
    return {
        "strip": Section("Energy", _those(strip), "energy", "aside", unit),
        "balance": Section("Across the day", _those(balance), "balance", "aside", since),
        "spoken-balance": Section("", _those(balance and Prose((balance.alt,)))),
        "protein": Section("Protein by feeding", _those(protein), "doses", "aside"),
        "doses": Section("", _those(protein and Prose((protein.caption,)))),
    }


def _words(plan: DayPlan, look: Look) -> dict[str, Section]:
    """Why it is so, what else there is to say, and where it comes from."""
    reasons = () if plan.energy is None else plan.energy.reasons
    why = tuple(reason_text(reason, look) for reason in reasons)
    notes = Notes(remarks_of(plan.notes, look), tuple(WITHHELD[member] for member in plan.withheld))
    cited = _sources(plan)
    figures = tuple(_explained_on_page(plan)) if look.explain else ()
    explained, title = Explanations(figures) if figures else None, "Where each figure comes from"
    return {
        "why": Section("Why", _those(Prose(why) if why else None), "why", "notes"),
        "notes": Section(
            "Notes", (notes,) if notes.remarks or notes.withheld else (), "notes", "notes"
        ),
        "sources": Section("Sources", (Sources(cited),) if cited else (), "sources", "sources"),
        "figures": Section(title, _those(explained), "explained", "figures"),
    }
