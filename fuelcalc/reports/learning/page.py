"""From what a log taught to what a reader sees of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.learned import LearnedLife, LogSource
from fuelcalc.models.learning import TREND_DAYS, Forecast, Learned
from fuelcalc.reports.blocks import (
    Block,
    Citation,
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
from fuelcalc.reports.day.json_tree import notes_tree
from fuelcalc.reports.day.page import ABOUT
from fuelcalc.reports.formats.csv import csv_table
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.learning.charts import mass_chart
from fuelcalc.reports.learning.coming import coming_of
from fuelcalc.reports.learning.masses import slope_text
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import for_files, signed
from fuelcalc.reports.week.dates import span_text
from fuelcalc.reports.words import remarks_of
from fuelcalc.science.day import RANGE_Z
from fuelcalc.science.sources import SOURCES

_KEPT: Final[Mapping[LogSource, str]] = {
    "weighed": "weighed food",
    "app": "an app",
    "plan": "menus of fuelcalc",
}
_COLUMNS: Final = (
    "date", "mass_kg", "trend_kg", "low_kg", "high_kg", "base_low_kcal", "base_high_kcal",
)  # fmt: skip
# What is worth a line: by how much a log is short, and how far the sessions moved.
_WORTH_SHARE: Final = 0.02
_PROMISE: Final = (
    "The range holds for logs that are complete. In people whose expenditure was measured, such "
    "logs were off by 150 to 250 kcal after four weeks."
)


class LearnPage(NamedTuple):
    """
    What a log taught, as a page.

    Attributes:
        learned: From `learn`.
        athlete: Whose log it is.
        foreseen: Where mass may go, where that may be said.
    """

    learned: Learned
    athlete: Athlete
    foreseen: Forecast | None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The answer for other programs, and the log's days for spreadsheets."""
        return {"json": lambda _: self._json(), "csv": lambda _: self._csv()}

    def view(self, look: Look, medium: Medium) -> View:
        """The answer, what it rests on, and what to make of it."""
        learned, life = self.learned, self.learned.life
        notes = remarks_of(learned.notes, look)
        sections = [
            Section("What you spend", tuple(_spent(learned, look)), "energy", "main",
                    look.energy_unit),
            Section("Why", tuple(_why(learned, look, medium)), "why"),
        ]  # fmt: skip
        if self.foreseen is not None:
            sections.append(coming_of(self.foreseen, look, medium))
        if notes:
            sections.append(Section("Notes", (Notes(notes),), "notes", "notes"))
        if look.explain:
            figures = Explanations(tuple(_explained(learned)))
            sections.append(Section("Figures", (figures,), "figures", "figures"))
        sections.append(Section("Sources", (_sources(self),), "sources", "sources"))
        span = span_text([life.first_date, life.last_date])
        name = self.athlete.printed_name
        return View(
            title=" · ".join(filter(None, ("fuelcalc", f"log of {span}", name))),
            sections=tuple(sections),
            heading=f"Your log of {span}",
            name=name,
            headline=_headline(learned, look),
            about=ABOUT,
        )

    def _json(self) -> str:
        learned = self.learned
        tree: dict[str, Any] = learned.model_dump(mode="json", by_alias=True)
        life, notes = tree.pop("life"), notes_tree(learned.notes)
        foreseen = None if self.foreseen is None else self.foreseen.model_dump(mode="json")
        version = tree.pop("schema")
        return as_json({"schema": version, **life, **tree, "notes": notes, "forecast": foreseen})

    def _csv(self) -> str:
        rows = [for_files(day.model_dump(mode="json")) for day in self.learned.by_day]
        return csv_table(_COLUMNS, rows)


def _headline(learned: Learned, look: Look) -> str:
    """The answer in one sentence."""
    unit = look.energy_unit
    if not learned.is_learned:
        return "The log is too short to learn from: what equations say stands."
    low, high = (
        look.energy_text(kcal)
        for kcal in (learned.expenditure_low_kcal, learned.expenditure_high_kcal)
    )
    middle = look.energy_text(learned.expenditure_kcal)
    return (
        f"About {middle} {unit} on the mean day of the coming week, between {low} and {high} nine "
        "times in ten."
    )


def _spent(learned: Learned, look: Look) -> Iterator[Block]:
    """What is spent, by equations and by the log, with both ranges."""
    unit = look.energy_unit

    def span(low: float, high: float) -> str:
        return f"{look.energy_text(low)} to {look.energy_text(high)}"

    lines = [
        Line(
            "By equations",
            look.energy_text(learned.estimated_kcal),
            span(learned.estimated_low_kcal, learned.estimated_high_kcal),
        )
    ]
    if learned.is_learned:
        lines.append(
            Line(
                "By your log",
                look.energy_text(learned.expenditure_kcal),
                span(learned.expenditure_low_kcal, learned.expenditure_high_kcal),
            )
        )
        if abs(learned.reporting_share) >= _WORTH_SHARE:
            logged = look.energy_text(learned.logged_kcal)
            lines.append(Line(f"In your log's own {unit}", logged, "which miss what is not logged"))
        if learned.regressed_kcal is not None:
            line = look.energy_text(learned.regressed_kcal)
            lines.append(
                Line("By a line through it", line, f"{_last_days(learned)}, in its own {unit}")
            )
    yield Lines(tuple(lines), "estimate", unit)


def _last_days(learned: Learned) -> str:
    """The days that trend and line go through."""
    return f"the last {min(len(learned.by_day), TREND_DAYS)} days"


def _why(learned: Learned, look: Look, medium: Medium) -> Iterator[Block]:
    """What changed and why, and what it rests on."""
    life, unit = learned.life, look.energy_unit
    span = span_text([life.first_date, life.last_date])
    if medium == "page" and len(learned.by_day) > 1:
        yield mass_chart(learned.by_day, look)
    held = (
        f"The log has mornings: {life.n_mass}, days of eating: {life.n_intake}, from {span}, "
        f"mostly by {_KEPT[life.source]}."
    )
    if not learned.is_learned or learned.mean_intake_kcal is None:
        yield Prose((held,))
        return
    eaten = look.energy_text(learned.mean_intake_kcal)
    reason = (
        f"A logged day has {eaten} {unit} on average, and over {_last_days(learned)} your mass "
        f"{slope_text(look, learned.kg_per_week)}. Both together say that a day without training "
        f"costs {life.daily_life_pal:.2f} times resting energy; equations have "
        f"{learned.estimated_pal:.2f}."
    )
    texts = [held, reason]
    if abs(learned.training_share) >= _WORTH_SHARE:
        share = signed(100.0 * learned.training_share)
        texts.append(f"What your sessions cost moved by {share} %; daily life took the rest.")
    else:
        texts.append("What your sessions cost stays as the equations have it.")
    yield Prose((*texts, _PROMISE))


def _over(life: LearnedLife) -> str:
    """Over which resting energy daily life counts, and at which mass; nothing where unknown."""
    if life.log_resting_kcal_per_day is None or life.log_mass_kg is None:
        return ""
    return (
        f"log_resting_kcal_per_day {life.log_resting_kcal_per_day:.1f}, log_mass_kg "
        f"{life.log_mass_kg:.2f}, "
    )


def _explained(learned: Learned) -> Iterator[Explained]:
    """What is behind each figure of the page, in the units that the equations use."""
    life, source = learned.life, str(SOURCES["adaptive"])
    off = RANGE_Z * life.daily_life_sd
    pal, spent = life.daily_life_pal, learned.expenditure_kcal
    yield Explained(
        "daily_life_pal",
        f"{pal:.3f}",
        f"{pal - off:.3f} to {pal + off:.3f}",
        "a day without training by equations x (1 + what a Kalman filter over mass, intake and "
        "training gives), over resting energy at the log's mass",
        f"estimated_pal {learned.estimated_pal:.3f}, {_over(life)}n_mass {life.n_mass}, n_intake "
        f"{life.n_intake}, source {life.source}",
        source,
    )
    yield Explained(
        "expenditure_kcal",
        f"{spent:.1f}",
        f"{learned.expenditure_low_kcal:.1f} to {learned.expenditure_high_kcal:.1f}",
        "resting x PAL + the coming week's sessions x (1 + training_share)",
        f"training_share {learned.training_share:.3f}",
        source,
    )
    yield Explained(
        "logged_kcal",
        f"{learned.logged_kcal:.1f}",
        "",
        "expenditure / (1 + reporting_share)",
        f"reporting_share {learned.reporting_share:.3f}",
        source,
    )
    if learned.regressed_kcal is not None:
        yield Explained(
            "regressed_kcal",
            f"{learned.regressed_kcal:.1f}",
            "",
            "mean intake - 7,700 kcal/kg x slope of the mornings",
            f"{_last_days(learned)}",
            "a line by least squares",
        )


def _sources(page: LearnPage) -> Sources:
    """Where the figures come from."""
    keys = ["adaptive", *(["forecast"] if page.foreseen is not None else [])]
    return Sources(tuple(Citation(SOURCES[key].citation, SOURCES[key].estimate) for key in keys))
