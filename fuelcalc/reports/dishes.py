"""Dishes as a list, and one dish whole: from what one person may eat to blocks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from fuelcalc.models.dishes import Part, UsualPlate
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import NUTRIENT_OF, Total
from fuelcalc.pantry.portions import household_text
from fuelcalc.pantry.variants import method_of, who_may_eat_dish
from fuelcalc.reports.blocks import (
    Block,
    Column,
    Facts,
    Medium,
    Prose,
    Section,
    Table,
    TableRow,
    View,
)
from fuelcalc.reports.foods import more_text, number, who_facts
from fuelcalc.reports.formats.json import as_json, fields_of
from fuelcalc.reports.look import MOST_WIDTH, Look
from fuelcalc.reports.rounding import count_text

_HELD: Final = ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g")
_HEADS: Final = {"min": 4, "kcal": 7, "prot": 6, "carb": 6, "fat": 6, "fibre": 6}
_AMOUNTS: Final = {"least": 28, "usual": 27, "most": 25}


def amount_text(food: Food, amount: float) -> str:
    """An amount in the words of a kitchen; "none" for nothing."""
    return household_text(food, amount) if amount > 0.0 else "none"


class DishList(NamedTuple):
    """
    A list of dishes with what their usual amounts hold.

    Attributes:
        plates: What to list, in order.
        found: How many there are, shown or not.
        heading: Whom they are for, where that is not what was asked.
    """

    plates: Sequence[UsualPlate]
    found: int
    heading: str = ""
    athlete: None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The dishes for other programs."""
        return {"json": self._json}

    def _json(self, _: Look) -> str:
        trees = [_dish_tree(plate) for plate in self.plates]
        return as_json({"schema": "fuelcalc/dishes/1", "found": self.found, "dishes": trees})

    def view(self, look: Look, medium: Medium) -> View:
        """The dishes in a table, and what its signs mean."""
        dishes = count_text(self.found, "dish", "dishes")
        title = f"{dishes}. Usual amounts for one; macronutrients in g."
        rows = [
            (
                look.of_dish(plate.variant.name, plate.variant.dish.dish_id),
                f"{plate.variant.dish.minutes:g}",
                *_floors(plate.held, look),
            )
            for plate in self.plates
        ]
        has_floors = any("≥" in cell for row in rows for cell in row)
        floors = "≥  At least: the source of a food has no value." if has_floors else ""
        more = more_text(self.found, len(rows))
        heads = ((look.energy_unit if head == "kcal" else head, n) for head, n in _HEADS.items())
        table = Table(
            (Column(""), *(Column(look.spelled(head), "right", n) for head, n in heads)),
            tuple(map(TableRow, rows)),
            tuple(filter(None, (self.heading, title if rows else "No dish fits."))),
            tuple(filter(None, (floors, more if rows else ""))),
        )
        return View("" if medium == "text" else "Dishes", (Section("", (table,)),))


class DishCard(NamedTuple):
    """One dish whole: what goes in, what that holds, who may eat it, how it is made."""

    plate: UsualPlate
    heading: str = ""
    athlete: None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The dish as a list of one."""
        return DishList([self.plate], 1).facts

    def view(self, look: Look, medium: Medium) -> View:
        """The dish's name, its foods from least to most, and what they come to."""
        plate, dish, is_text = self.plate, self.plate.variant.dish, medium == "text"
        name = look.of_dish(plate.variant.name, dish.dish_id)
        kitchen = f"{dish.kitchen.replace('-', ' ').title()}, for {', '.join(dish.meals)}"
        minutes = f"{dish.minutes:g} min"
        if dish.serves > 1:
            minutes += f", cooked for {dish.serves}; amounts are for one"
        facts = (
            ("Hold", _plate_text(plate.held, look)),
            *who_facts(who_may_eat_dish(plate.variant)),
        )
        top: Block = Prose(
            tuple(filter(None, (self.heading, name, kitchen, minutes))), is_indented=False
        )
        sections = [
            *([Section("", (top,))] if is_text else []),
            Section("", (_parts_table(plate.parts, look, medium),)),
            Section("The usual amounts", (Facts(facts),)),
        ]
        if how := method_of(plate.variant):
            sections.append(Section("How", (Prose((how,), is_indented=False),)))
        told = " ".join(filter(None, (self.heading, f"{kitchen}; {minutes}.")))
        if is_text:
            return View("", tuple(sections))
        return View(name, tuple(sections), headline=told)


def _parts_table(parts: Sequence[Part], look: Look, medium: Medium) -> Table:
    """Each food from its least to its most, and what would do instead."""
    is_text = medium == "text"
    rows = []
    for part in parts:
        food, sizes = part.food, (part.least, part.usual, part.most)
        cells = (look.of_food(amount_text(food, n), food.food_id, food.name) for n in sizes)
        others = ", ".join(look.food(other) for other in part.instead)
        rows.append(TableRow(tuple(cells), f"or {others}" if others else ""))
    columns = (
        Column(head.upper() if is_text else head, width=width if look.width == MOST_WIDTH else 0)
        for head, width in _AMOUNTS.items()
    )
    return Table(tuple(columns), tuple(rows))


def _plate_text(held: Total, look: Look) -> str:
    """What a plate holds, in a sentence; "at least" where a food's value is missing."""
    pieces: list[str] = []
    for field in _HELD:
        value = look.nutrient(getattr(held.nutrients, field), field)
        words = look.energy_unit if field == "energy_kcal" else f"g {NUTRIENT_OF[field].name}"
        floor = "at least " if field in held.incomplete else ""
        pieces.append(f"{floor}{number(value, 0)} {look.spelled(words)}")
    return ", ".join(pieces)


def _floors(held: Total, look: Look) -> Iterator[str]:
    """The sums of a list, marked where they are floors."""
    for field in _HELD:
        value = number(look.nutrient(getattr(held.nutrients, field), field), 0)
        yield f"≥{value}" if field in held.incomplete else value


def _dish_tree(plate: UsualPlate) -> dict[str, Any]:
    """One dish for other programs."""
    dish, held = plate.variant.dish, plate.held
    return {
        "dish_id": dish.dish_id,
        "name": plate.variant.name,
        **fields_of(dish, ("kitchen", "meals", "minutes", "serves")),
        "foods": [_part_tree(part) for part in plate.parts],
        "usual": {
            **fields_of(held.nutrients, _HELD),
            "incomplete": [field for field in _HELD if field in held.incomplete],
        },
        **who_may_eat_dish(plate.variant)._asdict(),
        "how": method_of(plate.variant),
    }


def _part_tree(part: Part) -> dict[str, Any]:
    """One food of a dish, its amounts in g and in words."""
    food = part.food
    return {
        "food_id": food.food_id,
        "name": food.name,
        **{
            word: {"grams": amount * food.portion.one_g, "household": amount_text(food, amount)}
            for word, amount in fields_of(part, _AMOUNTS).items()
        },
        "instead": [other.food_id for other in part.instead],
    }
