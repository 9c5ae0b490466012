"""From a week's plan to what a reader sees of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.cooking import Cooking
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy
from fuelcalc.models.session_text.printer import text_of
from fuelcalc.models.timeline import Entry
from fuelcalc.models.week_plan import WeekPlan, name_of
from fuelcalc.reports.amounts import weekly_change
from fuelcalc.reports.blocks import (
    Block,
    Column,
    Line,
    Lines,
    Medium,
    Notes,
    Remark,
    Section,
    Table,
    TableRow,
    View,
)
from fuelcalc.reports.day.page import ABOUT, WITHHELD, view_of
from fuelcalc.reports.day.tables import energy_parts
from fuelcalc.reports.learning.coming import coming_of
from fuelcalc.reports.look import STEPS, Look, session_label
from fuelcalc.reports.rounding import signed, thousands, to_step
from fuelcalc.reports.shopping import ShoppingPage
from fuelcalc.reports.week.charts import carbohydrate_chart, energy_chart
from fuelcalc.reports.week.check import check_of
from fuelcalc.reports.week.cooking import cooking_of, cooking_tasks
from fuelcalc.reports.week.dates import day_text, span_text
from fuelcalc.reports.week.plates import plates_of
from fuelcalc.reports.words import remarks_of

_NUMBERS: Final = {"spent": 7, "eat": 7, "P": 5, "C": 5, "F": 5}
_DAY_WIDTH: Final = 8
_MACROS: Final = ("protein_g", "carbohydrate_g", "fat_g")
_DINNERS: Final = frozenset({"dinner", "supper"})
_LEAST_KG: Final = 0.05


class WeekPage(NamedTuple):
    """
    A week's plan as a page.

    Attributes:
        plan: The week.
        with_days: Whether each day's own page follows.
        others: The weeks of those who eat from the same pot.
    """

    plan: WeekPlan
    with_days: bool = False
    others: tuple[WeekPlan, ...] = ()

    @property
    def athlete(self) -> Athlete:
        """Whose week it is."""
        return self.plan.athlete

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The week for other programs and for spreadsheets."""
        return {"json": self._json, "csv": self._csv, "foods-csv": self._foods, "ics": self._ics}

    def view(self, look: Look, medium: Medium) -> View:
        """What a reader sees of it."""
        plan = self.plan
        plates = Section("Plates", tuple(plates_of(self._weeks, look)), "plates")
        kitchen = (*cooking_of(self._weeks, look), *((plates,) if plates.blocks else ()))
        is_apart = medium == "page"
        blocks = (carbohydrate_chart(plan),) if plan.carbohydrate else ()
        sections = [
            _days_of(plan, look, medium),
            _energy(plan, look),
            Section("Carbohydrate", blocks, "carbohydrate", "aside", "g"),
            *_coming(plan, look, medium),
            *check_of(plan, look),
            *(() if is_apart else kitchen),
            Section("Notes", tuple(_notes(plan, self.others, look)), "notes", "notes"),
        ]
        title = " · ".join(
            filter(None, ("fuelcalc", span_text(plan.dates), plan.athlete.printed_name))
        )
        following = [*self._days_behind(look, medium)] if self.with_days else []
        if is_apart and kitchen:
            # On paper the kitchen's page hangs in the kitchen.
            when = span_text(plan.dates)
            following.append(View(f"Kitchen · {when}", kitchen, heading="Kitchen", headline=when))
        shopping = plan.shopping if self.with_days else None
        if shopping is not None and shopping.lines:
            following.append(ShoppingPage(shopping, self.athlete).view(look, medium))
        return View(
            title=title,
            sections=tuple(section for section in sections if section.blocks),
            heading=span_text(plan.dates),
            name=plan.athlete.printed_name,
            headline=_headline(plan, look),
            about=ABOUT,
            following=tuple(following),
        )

    @property
    def _weeks(self) -> tuple[WeekPlan, ...]:
        """The week, and those of whoever eats with them."""
        return (self.plan, *self.others)

    @property
    def _names(self) -> tuple[str, ...]:
        """Who each of them is; none of one alone."""
        if not self.others:
            return ()
        weeks = enumerate(self._weeks, start=1)
        return tuple(name_of(week.athlete, place) for place, week in weeks)

    def _days_behind(self, look: Look, medium: Medium) -> Iterator[View]:
        """Each day's page, and those of whoever eats with them."""
        yield from (view_of(day, look, medium, self._cooking(day)) for day in self.plan.days)
        for place, other in enumerate(self.others, start=2):
            # What is cooked and shared stands on one page for all.
            week = WeekPage(other.model_copy(update={"cooking": ()})).view(look, medium)
            days = (view_of(day, look, medium, self._cooking(day)) for day in other.days)
            # A sheet without a name would be anybody's.
            name = name_of(other.athlete, place)
            yield from (one._replace(name=name) for one in (week, *days))

    def _cooking(self, day: DayPlan) -> Cooking | None:
        """What a day cooks, and eats again; the pot is one for all."""
        return next((one for one in self.plan.cooking if one.date == day.date), None)

    def _json(self, _look: Look) -> str:
        from fuelcalc.reports.week.json_tree import week_json

        return week_json(*self._weeks)

    def _csv(self, _look: Look) -> str:
        from fuelcalc.reports.day.rows import feedings_csv

        return feedings_csv(*self._days(), names=self._name_a_day())

    def _foods(self, _look: Look) -> str:
        from fuelcalc.reports.day.rows import foods_csv

        return foods_csv(*self._days(), names=self._name_a_day())

    def _days(self) -> list[DayPlan]:
        """Every day of everybody."""
        return [day for week in self._weeks for day in week.days]

    def _name_a_day(self) -> list[str]:
        """Whose each of these days is; none where nobody else eats."""
        named = zip(self._names, self._weeks, strict=False)
        return [name for name, week in named for _ in week.days]

    def _ics(self, look: Look) -> str:
        from fuelcalc.reports.formats.ics import CalendarDay, days_ics

        names = self._names or ("",)
        days = [
            CalendarDay(
                day,
                view_of(day, look, kitchen=self._cooking(day)),
                name,
                self.athlete.time_zone,
            )
            for name, week in zip(names, self._weeks, strict=True)
            for day in week.days
            if week is self.plan or day.timeline is not None
        ]
        return days_ics(days, self.view(look, "page"), tuple(cooking_tasks(self._weeks, look)))


def _coming(plan: WeekPlan, look: Look, medium: Medium) -> Iterator[Section]:
    """Where the scale may go, where there is something to say of it."""
    if plan.forecast is not None:
        yield coming_of(plan.forecast, look, medium, is_beside=True)


def _headline(plan: WeekPlan, look: Look) -> str:
    """The week in one sentence."""
    energy, n_days = plan.energy, len(plan.days)
    if energy is None:
        return "Figures are not shown for this week; the notes say why."
    eaten, apart = (
        to_step(look.amount(value / n_days, "kcal")[0], STEPS[look.energy_unit])
        for value in (energy.intake_kcal, energy.balance_kcal)
    )
    is_shared = any(day.energy is not None and day.energy.shared_kcal for day in plan.days)
    way = "its days eat alike" if is_shared else "each day what it costs"
    if apart:
        side = "more" if apart > 0.0 else "less"
        alike = ", and its days eat alike" if is_shared else ""
        way = f"about {thousands(abs(apart))} {side} than the days cost{alike}"
    return f"About {thousands(eaten)} {look.energy_unit} a day on average: {way}."


def _days_of(plan: WeekPlan, look: Look, medium: Medium) -> Section:
    """A row a day: what is trained, spent and eaten, and what there is for dinner."""
    is_below, has_figures = medium != "markdown", plan.energy is not None
    dinners = [_dinner(day, look) for day in plan.days]
    has_dinner = any(dinners) and not is_below
    rows = []
    for day, training, dinner in zip(plan.days, plan.training, dinners, strict=True):
        cells = [day_text(day.date), _training(day, training, look)]
        cells += [dinner] if has_dinner else []
        cells += _figures(day, look) if has_figures else []
        rows.append(TableRow(tuple(cells), f"dinner: {dinner}" if dinner and is_below else ""))
    heads = [Column("day", width=_DAY_WIDTH), Column("training")]
    heads += [Column("dinner")] if has_dinner else []
    if has_figures:
        heads += [Column(head, "right", width) for head, width in _NUMBERS.items()]
        spent, eaten = printed_sums(plan.days, look)
        left = [f"{len(rows)}\u00a0days", *[""] * (1 + has_dinner)]
        rows.append(TableRow((*left, thousands(spent), thousands(eaten), "", "", "")))
    unit = f"{look.energy_unit}, g" if has_figures else ""
    return Section("Days", (Table(tuple(heads), tuple(rows)),), "week", "main", unit)


def _figures(plan: DayPlan, look: Look) -> list[str]:
    """What a day costs, what is eaten, and of what: as its own page prints them."""
    if plan.energy is None or plan.targets is None:
        return [""] * len(_NUMBERS)
    macros = (thousands(getattr(plan.targets, name)) for name in _MACROS)
    spent, eaten = printed(plan.energy, look)
    return [thousands(spent), thousands(eaten), *macros]


def printed_sums(days: Sequence[DayPlan], look: Look) -> tuple[float, float]:
    """What the days cost and eat, as the sum of what each of them prints."""
    figures = [printed(day.energy, look) for day in days if day.energy is not None]
    return sum(spent for spent, _ in figures), sum(eaten for _, eaten in figures)


def printed(energy: Energy, look: Look) -> tuple[float, float]:
    """What a day costs and eats, in the reader's unit, as its own page prints it."""
    return sum(energy_parts(energy, look)), look.energy(energy.intake_kcal)


def _training(plan: DayPlan, day: Day, look: Look) -> str:
    """What is trained on a day, in a line."""
    if plan.energy is None:
        texts = [*map(text_of, day.runs), *map(text_of, day.lifts), *map(text_of, day.other)]
        return ", ".join(texts) or "rest"
    told = []
    for one in plan.energy.sessions:
        label = session_label(one.name, one.distance_km, one.duration_min, look)
        told.append(label if one.start is None else f"{label} {look.time(one.start)}")
    return ", ".join(told) or "rest"


def _dinner(plan: DayPlan, look: Look) -> str:
    """What there is for dinner, and how long it takes, or where it is or was eaten."""
    dinners = (_dish_text(one, look) for one in plan.timeline or () if one.name in _DINNERS)
    return "; ".join(filter(None, dinners))


def _dish_text(entry: Entry, look: Look) -> str:
    """The dish, or the place; nothing where no food was chosen."""
    if entry.elsewhere is not None:
        return f"{entry.elsewhere.what}, eaten" if entry.is_eaten else "out"
    if entry.dish is None:
        return ""
    dish = look.of_dish(entry.dish, entry.dish_id)
    return f"{dish}, {entry.preparation_min:g} min" if entry.preparation_min else dish


def _energy(plan: WeekPlan, look: Look) -> Section:
    """What the week costs and what is eaten: the sums of its days, and each of them drawn."""
    energy, unit = plan.energy, look.energy_unit
    if energy is None:
        return Section("", ())
    spent, eaten = printed_sums(plan.days, look)
    change, per_week = weekly_change(look, energy.expected_kg_per_week)
    remark = ""
    if abs(energy.expected_kg_per_week) >= _LEAST_KG:
        low, high = (
            weekly_change(look, end)[0]
            for end in (energy.expected_low_kg_per_week, energy.expected_high_kg_per_week)
        )
        remark = f"about {change} {per_week}, anywhere from {low} to {high}"
    elif (exact := look.energy(energy.balance_kcal)) != eaten - spent:
        # The printed days add up to the printed week, and each of them is rounded.
        remark = f"{signed(exact)} before each day is rounded"
    lines = [
        Line("Spent", thousands(spent), total=True),
        Line("Balance", signed(eaten - spent), remark),
    ]
    if energy.behind_kcal >= STEPS[unit]:
        behind = look.energy_text(energy.behind_kcal)
        lines.append(Line("Left uneaten", behind, "on days that no sensible meals hold"))
    lines.append(Line("To eat", thousands(eaten), unit, total=True))
    blocks: list[Block] = [Lines(tuple(lines), "part", unit)]
    blocks.append(energy_chart(plan, look))
    return Section("The week", tuple(blocks), "energy", "aside", unit)


def _notes(plan: WeekPlan, others: Sequence[WeekPlan], look: Look) -> Iterator[Block]:
    """
    What is said of the week, and what its days caution of, each with the days it is said of.

    Of those who eat from the same pot the warnings, by their names, and whose portions are hidden.
    """
    remarks = [*remarks_of(plan.notes, look), *_of_days(plan, look)]
    for place, other in enumerate(others, start=2):
        name = name_of(other.athlete, place)
        told = [one for one in _of_days(other, look) if one.level == "warning"]
        remarks += [Remark(one.level, f"{name}: {one.text}") for one in told]
        if any("menu" in day.withheld for day in other.days):
            remarks.append(Remark("caution", f"Portions for {name} are not shown."))
    withheld = tuple(dict.fromkeys(WITHHELD[one] for day in plan.days for one in day.withheld))
    if remarks or withheld:
        yield Notes(tuple(remarks), withheld)


def _of_days(plan: WeekPlan, look: Look) -> Iterator[Remark]:
    """What the days of somebody's week caution of, with the days where it is not all of them."""
    by_text: dict[Remark, list[str]] = {}
    for day in plan.days:
        for remark in remarks_of(day.notes, look):
            if remark.level != "info":
                by_text.setdefault(remark, []).append(day_text(day.date))
    for remark, days in by_text.items():
        of_all = len(days) == len(plan.days)
        text = remark.text if of_all else f"{', '.join(days)}: {remark.text}"
        yield Remark(remark.level, text)
