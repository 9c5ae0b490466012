"""The finished plan of a day: complete, unchanging, and able to explain itself."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NamedTuple, overload

from pydantic import Field, InstanceOf
from pydantic.json_schema import SkipJsonSchema

from fuelcalc.errors import InputError, WithheldError, quoted
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.energy import Energy, SessionEnergy
from fuelcalc.models.menu import Menu
from fuelcalc.models.notebook import in_notebook
from fuelcalc.models.notes import Note
from fuelcalc.models.record import Record
from fuelcalc.models.targets import Targets
from fuelcalc.models.timeline import ClockTime, Entry
from fuelcalc.models.trace import Figure, in_order, named_entry, told_by, with_links
from fuelcalc.models.within_day import WithinDay
from fuelcalc.units import SUFFIXES, bare_name, suffix_of, to_quantity

Member = Literal[
    "energy", "availability", "targets", "timeline", "menu",
    "targets.fluid_ml", "targets.sodium_mg", "timeline.carbohydrate_g_per_h",
]  # fmt: skip
"""What a guard may withhold: a part of the plan, or a single figure of one."""


if TYPE_CHECKING:
    import pandas as pd

_MEMBERS: Final = ("energy", "targets", "timeline", "within_day", "menu")


class DayPlan(Record):
    """
    What to eat and drink on one day, and when.

    A member that a guard withholds is None, and `withheld` names it; its note says why. A single
    figure that is withheld, such as `targets.sodium_mg`, is None on every line of the clock too.
    The menu is also None where no foods were asked for, or figures are withheld, and `within_day`
    where any of energy, availability, targets or timeline is.

    Attributes:
        schema_: Which shape this JSON has; its number changes when a member changes its meaning.
        athlete: Who eats.
        date: The day; None where nobody said.
        wake: When the day begins.
        sleep: When it ends.
        goal: What for.
        energy: What the day costs and what is eaten.
        targets: What is to be eaten and drunk over the day.
        timeline: The clock: feedings, sessions and sleep, in order.
        within_day: Energy as it comes and goes over the hours.
        menu: What the day's food adds up to.
        notes: What the reader should know.
        withheld: What a guard does not show: parts of the plan, or single figures.
    """

    schema_: str = Field(default="fuelcalc/day/1", alias="schema", serialization_alias="schema")
    athlete: Athlete
    date: dt.date | None
    wake: ClockTime
    sleep: ClockTime
    goal: Goal
    energy: Energy | None
    targets: Targets | None
    timeline: tuple[Entry, ...] | None
    within_day: WithinDay | None
    menu: Menu | None
    notes: tuple[Note, ...]
    withheld: tuple[Member, ...]
    # Made by planning and never read: what some 50 figures hold is not looked through again.
    trace: tuple[InstanceOf[Figure], ...] = Field(default=(), exclude=True, repr=False)
    # What the clock and the food hold follows from what stands there, and is told on demand: they
    # are some 300 figures, which nobody waits for who does not ask.
    told_later: Annotated[Callable[["DayPlan"], Iterable[Figure]] | None, SkipJsonSchema()] = Field(
        default=None, exclude=True, repr=False
    )

    def __eq__(self, other: object) -> bool:
        """Two plans are equal that say the same, wherever their figures come from."""
        if not isinstance(other, DayPlan):
            return NotImplemented
        mine, theirs = ({**vars(plan), "trace": (), "told_later": None} for plan in (self, other))
        return mine == theirs

    def __hash__(self) -> int:
        """By who eats, when and what for; two that are equal count once."""
        return hash((self.athlete, self.date, self.goal, self.wake, self.withheld))

    @overload
    def need(self, member: Literal["energy"]) -> Energy: ...

    @overload
    def need(self, member: Literal["targets"]) -> Targets: ...

    @overload
    def need(self, member: Literal["timeline"]) -> tuple[Entry, ...]: ...

    @overload
    def need(self, member: Literal["within_day"]) -> WithinDay: ...

    @overload
    def need(self, member: Literal["menu"]) -> Menu: ...

    def need(self, member: str) -> Any:
        """
        A part of the plan that has to be there.

        Args:
            member: "energy", "targets", "timeline", "within_day" or "menu".

        Raises:
            WithheldError: A guard withholds it, or no menu was asked for.
            InputError: A plan has no such part.
        """
        if member not in _MEMBERS:
            raise InputError("is no part of a plan", argument="member", value=member,
                             allowed=_MEMBERS)  # fmt: skip
        value = getattr(self, member)
        if value is None:
            raise WithheldError(member, self.withheld)
        return value

    def explain(self, path: str) -> Figure:
        """
        Where one figure of the plan comes from: its equation, inputs, range and source.

        Args:
            path: Dotted, with or without the unit: "targets.carbohydrate",
                "energy.expenditure_kcal" or "energy.sessions[0].net". A line of the clock goes by
                its place, its name or its time, and its food by "menu": "timeline[3].start",
                "timeline.lunch.carbohydrate", "timeline.12:50.fluid", "menu.lunch.energy". An end
                of a range is explained by its figure, and what a session costs in all by what it
                adds.

        Returns:
            The figure; its `links` are the paths of inputs that are figures too, to be explained
            in turn.

        Raises:
            InputError: The plan explains no such figure, a guard withholds it, several lines of
                the clock have that name, or the plan was read back from JSON, which does not hold
                where its figures come from.
        """
        known = {figure.name: figure for figure in self.figures()}
        named = {_short(name): figure for name, figure in known.items()} | known
        told = path
        if isinstance(path, str) and path not in named and self._shows(path):
            told = told_by(named_entry(path, self.timeline or ()))
        if not isinstance(told, str) or told not in named:
            raise self._unexplained(path, tuple(named))
        return with_links(named[told], known)

    def _unexplained(self, path: object, known: tuple[str, ...]) -> InputError:
        """Why a figure is not explained."""
        wanted = path if isinstance(path, str) else ""
        held = [one for one in self.withheld if wanted in {one, _short(one)}]
        held += [one for one in self.withheld if wanted.startswith(f"{one}.")]
        if held or (self.withheld and not known):
            problem, remedy = "is no figure of this plan", "its notes say what a guard withholds"
            return InputError(problem, argument="path", value=path, remedy=remedy)
        if not known:
            problem, remedy = "is explained by no plan that was read back", "plan the day again"
            return InputError(problem, argument="path", value=path, remedy=remedy)
        problem = "is no figure that this plan explains"
        return InputError(problem, argument="path", value=path, allowed=known)

    def _shows(self, path: str) -> bool:
        """Whether the part of the plan that a path begins with is there."""
        return getattr(self, path.partition(".")[0], None) is not None

    def figures(self) -> tuple[Figure, ...]:
        """
        Every figure that `explain` knows, in the order of the plan.

        Energy and targets, each line of the clock with its food, energy across the hours, and the
        menu; none of them where the plan was read back from JSON.
        """
        later = () if self.told_later is None else self.told_later(self)
        return in_order((*self.trace, *later))

    def frame(self, part: str = "timeline") -> "pd.DataFrame":
        """
        A part of the plan as a pandas table.

        Args:
            part: "timeline" (a row a line of the clock), "sessions", "items" (a row a food) or
                "figures" (a row each figure that `explain` knows).

        Raises:
            InputError: A plan has no such table.
            WithheldError: A guard withholds it.
        """
        # pandas is for who asks for tables.
        import pandas as pd

        if part not in TABLES:
            allowed = tuple(TABLES)
            raise InputError("is no table of a plan", argument="part", value=part, allowed=allowed)
        columns, rows = TABLES[part]
        return pd.DataFrame(
            [[row[name] for name in columns] for row in rows(self)], columns=list(columns)
        )

    def __repr__(self) -> str:
        """Whose day it is and what it comes to, in one line."""
        facts = [] if self.date is None else [str(self.date)]
        if self.energy is not None:
            facts.append(f"{self.energy.expenditure_kcal:.0f} kcal spent")
            facts.append(f"{self.energy.intake_kcal:.0f} kcal eaten")
        if self.timeline is not None:
            facts.append(f"{sum(entry.is_feeding for entry in self.timeline)} feedings")
        if self.withheld:
            facts.append(f"without {' and '.join(self.withheld)}")
        return f"<DayPlan: {', '.join(facts)}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Its page, for a notebook."""
        return in_notebook(self)

    def quantity(self, path: str, registry: Any = None) -> Any:
        """
        One figure as a pint Quantity.

        Args:
            path: Dotted, with or without the unit: "energy.expenditure" or
                "targets.protein_g".
            registry: A pint registry; the application registry by default.

        Raises:
            InputError: The plan has no such figure, or a guard withholds it.
        """
        value: Any = self
        name = ""
        for part in path.split("."):
            by_name = value if isinstance(value, Mapping) else None
            fields = by_name or getattr(type(value), "model_fields", {})
            name = next((f for f in fields if part in {f, _stem(f)}), "")
            if not name:
                raise InputError(
                    f"the plan has no {quoted(path)}",
                    argument="quantity",
                    value=path,
                    quote="",
                    remedy='try "energy.expenditure"',
                )
            value = getattr(value, name) if by_name is None else by_name[name]
            if value is None:
                raise InputError(
                    "is withheld or missing in this plan", argument="quantity", value=path
                )
        if not isinstance(value, float):
            raise InputError("is not a number with a unit", argument="quantity", value=path)
        return to_quantity(value, suffix_of(name), registry)


def _short(name: str) -> str:
    """A figure's path without the unit at its end."""
    parts = name.split(".")
    return ".".join([*parts[:-1], _stem(parts[-1])])


def _stem(field: str) -> str:
    """The field's name without its unit."""
    return bare_name(field) if suffix_of(field) in SUFFIXES else field


class PlanTable(NamedTuple):
    """A table of a plan: its columns, and its rows by their names."""

    columns: tuple[str, ...]
    rows: Callable[[DayPlan], Sequence[Mapping[str, Any]]]


_TIMELINE: Final = (
    "start", "end", "kind", "name", "dish", "energy_kcal", "protein_g", "carbohydrate_g", "fat_g",
    "fluid_ml", "sodium_mg",
)  # fmt: skip
_SESSIONS: Final = tuple(SessionEnergy.model_fields)
_ITEMS: Final = (
    "start", "feeding", "food_id", "name", "grams", "energy_kcal", "protein_g", "carbohydrate_g",
    "fat_g", "fibre_g",
)  # fmt: skip
_FIGURES: Final = ("name", "value", "low", "high", "equation", "source", "estimate")


def _items(plan: DayPlan) -> Sequence[Mapping[str, Any]]:
    """The food of a day, each with its feeding."""
    return [
        {"start": entry.start, "feeding": entry.name, **vars(item)}
        for entry in plan.need("timeline")
        for item in entry.items
    ]


TABLES: Final[Mapping[str, PlanTable]] = {
    "timeline": PlanTable(_TIMELINE, lambda plan: [vars(entry) for entry in plan.need("timeline")]),
    "sessions": PlanTable(_SESSIONS, lambda plan: [*map(vars, plan.need("energy").sessions)]),
    "items": PlanTable(_ITEMS, _items),
    "figures": PlanTable(_FIGURES, lambda plan: [figure._asdict() for figure in plan.figures()]),
}
