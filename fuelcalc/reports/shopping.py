"""What to buy, by aisle with boxes to tick, and as facts for programs."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.shopping import OWN_AISLE, SeasoningLine, ShoppingLine, ShoppingList, ShopUnit
from fuelcalc.reports.blocks import ItemList, ListItem, Medium, Prose, Section, View
from fuelcalc.reports.formats.csv import csv_table
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.look import Look
from fuelcalc.reports.packs import pack_words
from fuelcalc.reports.rounding import count_text, to_step
from fuelcalc.units.conversion import scaled

AISLES: Final[Mapping[str, str]] = {
    "fruit-veg": "Fruit and vegetables",
    "bread": "Bread",
    "fish-meat": "Meat and fish",
    "dairy-eggs": "Dairy, eggs and plant drinks",
    "chilled": "Chilled, tofu and the like",
    "frozen": "Frozen",
    "tins-jars": "Tins and jars",
    "dry": "Dry goods and cereals",
    "spices-oils": "Oils, spices and sauces",
    "sweet-snacks": "Sweets and snacks",
    "drinks": "Drinks",
    "sport": "Sports food",
    OWN_AISLE: "Foods of your own",
}
"""What stands over each aisle of a list."""

_UNFED: Final = {
    "withheld": "no foods are chosen where a plan withholds its figures",
    "not-asked": "no menu was asked for",
}
_COLUMNS: Final = (
    "aisle", "food_id", "name", "need_g", "need", "amount", "unit", "packs", "pack", "pantry",
    "traces",
)  # fmt: skip
_LARGER: Final[Mapping[str, tuple[str, float, float]]] = {
    "g": ("kg", 1000.0, 1.0),
    "ml": ("l", 1000.0, 1.0),
    "oz": ("lb", 16.0, 0.1),
    "fl oz": ("qt", 32.0, 0.1),
}
"""The unit of much, how many make one of it, and the step of little, by the unit of a little."""

_RACK_AISLE: Final = "spices-oils"
_FINE: Final = 0.01
_NO_BREAK: Final = "\u00a0"
# What is needed of something that is counted is said to the half.
_HALF: Final = 0.5


class ShoppingPage(NamedTuple):
    """
    A shopping list as a page.

    Attributes:
        shopping: What to buy.
        athlete: Whose taste decides on units and words.
    """

    shopping: ShoppingList
    athlete: Athlete | None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The list for other programs, and for spreadsheets with one row a thing."""
        return {"json": self._json, "csv": self._csv}

    def _json(self, _: Look) -> str:
        tree = self.shopping.model_dump(mode="json", by_alias=True)
        return as_json({"schema": tree.pop("schema"), **tree})

    def _csv(self, _: Look) -> str:
        lines = (line.model_dump(mode="json", by_alias=True) for line in self.shopping.lines)
        rack = map(_rack_row, self.shopping.seasonings)
        return csv_table(_COLUMNS, [*map(_row, lines), *rack])

    def view(self, look: Look, medium: Medium) -> View:
        """What a reader sees of it: by aisle, then what may be at home; on paper in columns."""
        shopping = self.shopping
        when = _days_text(shopping.first, shopping.last)
        bought = [line for line in shopping.lines if not line.in_cupboard]
        asked = [line for line in shopping.lines if line.in_cupboard]
        sections = [
            Section(
                look.spelled(AISLES[aisle]),
                (_boxes(_by_name(lines, look), look),),
                f"aisle-{aisle}",
            )
            for aisle, lines in groupby(bought, attrgetter("aisle"))
        ]
        if asked or shopping.seasonings:
            rack = sorted((_rack_text(one, look) for one in shopping.seasonings), key=str.casefold)
            boxes = ItemList((*_boxes(asked, look).items, *map(ListItem, rack)))
            sections.append(Section("Have you some?", (boxes,), "cupboard"))
        if texts := tuple(_remarks(shopping, look)):
            sections.append(Section("", (Prose(texts, is_indented=False),), "remarks"))
        if medium == "page":
            sections = [section._replace(place="aside") for section in sections]
        return View(
            title=" · ".join(filter(None, ("Shopping list", when))),
            sections=tuple(sections),
            headline=_headline(shopping),
        )


def _row(tree: Mapping[str, Any]) -> dict[str, Any]:
    """One thing in one row; what is needed to 6 decimals, as everywhere in files."""
    row = {**tree, **tree["buy"], "traces": None}
    return {
        name: round(value, 6) if isinstance(value := row[name], float) else value
        for name in _COLUMNS
    }


def _rack_row(seasoning: SeasoningLine) -> dict[str, Any]:
    """A seasoning in one row, without amounts."""
    row = {"aisle": _RACK_AISLE, "name": seasoning.name, "pantry": True}
    return {**dict.fromkeys(_COLUMNS), **row, "traces": " ".join(seasoning.traces) or None}


def _headline(shopping: ShoppingList) -> str:
    """For how many days and people it is."""
    days = f"For {count_text(shopping.days, 'day')}"
    if shopping.eaters * shopping.people == 1.0:
        return f"{days}."
    if shopping.people == 1.0:
        return f"{days} and {shopping.eaters} people, each by a plan of their own."
    if shopping.eaters == 1:
        return f"{days} and {shopping.people:g} people who eat the same."
    everybody = f"{days} and {shopping.eaters * shopping.people:g} people"
    return f"{everybody}: what {shopping.eaters} have planned, {shopping.people:g} times."


def _remarks(shopping: ShoppingList, look: Look) -> Iterator[str]:
    """What is not on the list, and why; nothing where all is."""
    if shopping.had:
        names = ", ".join(look.spelled(name) for name in shopping.had)
        yield f"Left out, since it is there: {names}."
    if shopping.reason is not None:
        which = "Nothing to buy"
        if shopping.unfed < shopping.days:
            which += f" for {shopping.unfed} of {shopping.days} days"
        elif shopping.lines or shopping.had:
            which = "Not for everybody"
        yield f"{which}: {_UNFED[shopping.reason]}."


def _days_text(first: dt.date | None, last: dt.date | None) -> str:
    """
    From one day to another, each with its weekday.

    >>> _days_text(dt.date(2026, 11, 30), dt.date(2026, 12, 6))
    'Mon 30 Nov - Sun 6 Dec 2026'
    >>> _days_text(dt.date(2026, 11, 30), dt.date(2026, 11, 30))
    'Mon 30 Nov 2026'
    """
    if first is None or last is None:
        return ""
    end = f"{last:%a} {last.day} {last:%b} {last.year}"
    return end if first == last else f"{first:%a} {first.day} {first:%b} - {end}"


def _boxes(lines: Iterable[ShoppingLine], look: Look) -> ItemList:
    return ItemList(tuple(ListItem(_text(line, look)) for line in lines))


def _name(line: ShoppingLine, look: Look) -> str:
    """What a thing is called where its reader shops."""
    return line.name if line.aisle == OWN_AISLE else look.spelled(line.name)


def _by_name(lines: Iterable[ShoppingLine], look: Look) -> list[ShoppingLine]:
    """Some things in the order of what their reader calls them."""
    return sorted(lines, key=lambda line: _name(line, look).casefold())


def _text(line: ShoppingLine, look: Look) -> str:
    """A thing with how much to buy and what is needed, the need first where it may be there."""
    name = _name(line, look)
    need, much = _amount(line.need, line.buy.unit, look), _much(line, look)
    if line.in_cupboard:
        return f"{name}: {need} (else{_NO_BREAK}{much})"
    return f"{name}: {much}" if much == need else f"{name}: {much} (need{_NO_BREAK}{need})"


def _rack_text(seasoning: SeasoningLine, look: Look) -> str:
    """A seasoning, and what its label must not speak of."""
    name = look.spelled(seasoning.name)
    if not seasoning.traces:
        return name
    traces = ", ".join(code.replace("-", " ") for code in seasoning.traces)
    return f"{name} (a brand without traces of {traces})"


def _much(line: ShoppingLine, look: Look) -> str:
    """How much to put in the basket: packs, or an amount."""
    buy = line.buy
    if buy.packs is None or buy.pack is None:
        return _amount(buy.amount, buy.unit, look)
    size = _amount(buy.pack, buy.unit, look)
    return _NO_BREAK.join(pack_words(line, size, is_us=look.units == "us"))


def _amount(amount: float, unit: ShopUnit, look: Look) -> str:
    """How much of a thing, in the reader's units, its unit held to the number."""
    if unit == "pieces":
        return f"{max(to_step(amount, _HALF), _HALF):g}"
    own: str = "oz" if look.units == "us" and unit == "g" else unit
    number = scaled(amount, "g", "oz") if own == "oz" else amount
    if unit == "ml":
        number, own = look.amount(amount, "ml")
    large, each, step = _LARGER[own]
    if number >= each:
        number, own, step = number / each, large, _FINE
    number = max(to_step(number, step), step)
    return f"{number:.2f}".rstrip("0").rstrip(".") + f"{_NO_BREAK}{own}"
