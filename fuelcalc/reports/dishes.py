"""Dishes as pages, lists and JSON: pure functions from what one person may eat to text."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from fuelcalc.models.dishes import Part, UsualPlate
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import Total
from fuelcalc.pantry.portions import household_text
from fuelcalc.pantry.variants import who_may_eat
from fuelcalc.reports.foods import (
    WIDTH,
    columns,
    labelled,
    more_text,
    number,
    paragraph,
    stacked,
    who_lines,
)
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.look import USUAL_LOOK, Look

_HELD: Final = {
    "energy_kcal": "kcal",
    "protein_g": "g protein",
    "carbohydrate_g": "g carbohydrate",
    "fat_g": "g fat",
    "fibre_g": "g fibre",
}
_HEADS: Final = ("", "min", "kcal", "prot", "carb", "fat", "fibre")
_WIDTHS: Final = (45, -4, -7, -6, -6, -6, -6)
_AMOUNTS: Final = (28, 27, 25)
_NARROW: Final = 70


def amount_text(food: Food, amount: float) -> str:
    """An amount in the words of a kitchen; "none" for nothing."""
    return household_text(food, amount) if amount > 0.0 else "none"


def dish_text(
    plate: UsualPlate,
    heading: str = "",
    look: Look = USUAL_LOOK,
    *,
    width: int = WIDTH,
) -> str:
    """
    One dish as a page: what goes in, what that holds, who may eat it, how it is made.

    Args:
        plate: What to show.
        heading: Whom it is for, where that is not what was asked.
        look: The unit of energy, and the reader's words.
        width: Columns of the page, 40 at the least.
    """
    dish = plate.variant.dish
    lines = [
        *paragraph(heading, width),
        look.of_dish(plate.variant.name, dish.dish_id),
        f"{_kitchen(dish.kitchen)}, for {', '.join(dish.meals)}",
        f"{dish.minutes:g} min{_serves(dish.serves)}",
        "",
        *columns([("LEAST", "USUAL", "MOST")], _amounts(width)),
        *_part_lines(plate.parts, look, width),
        "",
        "THE USUAL AMOUNTS",
        *labelled("Hold", held_text(plate.held, look), width),
        *who_lines(who_may_eat(plate.variant.foods), width),
        *(("", "HOW") if dish.how else ()),
        *paragraph(dish.how, width),
    ]
    return "\n".join(lines) + "\n"


def _kitchen(kitchen: str) -> str:
    return kitchen.replace("-", " ").title()


def _serves(serves: int) -> str:
    return "" if serves == 1 else f", cooked for {serves}; amounts are for one"


def _amounts(width: int) -> tuple[int, ...]:
    """The columns of least, usual and most on a page of such a width."""
    third = width // 3
    return _AMOUNTS if width == WIDTH else (third, third, width - 2 * third)


def _part_lines(parts: Sequence[Part], look: Look, width: int) -> Iterator[str]:
    """Each food from its least to its most, and what would do instead."""
    for part in parts:
        amounts = (part.least, part.usual, part.most)
        yield from columns(
            [[_amount(part.food, amount, look) for amount in amounts]], _amounts(width)
        )
        if part.instead:
            others = ", ".join(look.food(other) for other in part.instead)
            yield from columns([("", f"or {others}")], (2, width - 2))


def _amount(food: Food, amount: float, look: Look) -> str:
    return look.of_food(amount_text(food, amount), food.food_id, food.name)


def held_text(held: Total, look: Look = USUAL_LOOK) -> str:
    """What a plate holds, in a sentence; "at least" where a food's value is missing."""
    pieces: list[str] = []
    for field, words in _HELD.items():
        value = look.nutrient(getattr(held.nutrients, field), field)
        unit = look.energy_unit if field == "energy_kcal" else look.spelled(words)
        floor = "at least " if field in held.incomplete else ""
        pieces.append(f"{floor}{number(value, 0)} {unit}")
    return ", ".join(pieces)


def dishes_text(
    plates: Sequence[UsualPlate],
    found: int,
    heading: str = "",
    look: Look = USUAL_LOOK,
    *,
    width: int = WIDTH,
) -> str:
    """
    A list of dishes with what their usual amounts hold.

    Args:
        plates: What to list, in order.
        found: How many there are, shown or not.
        heading: Whom they are for, where that is not what was asked.
        look: The unit of energy, and the reader's words.
        width: Columns of the page, 40 at the least.
    """
    if not plates:
        return "\n".join([*paragraph(heading, width), "No dish fits."]) + "\n"
    rows = [
        (
            look.of_dish(plate.variant.name, plate.variant.dish.dish_id),
            f"{plate.variant.dish.minutes:g}",
            *_floors(plate.held, look),
        )
        for plate in plates
    ]
    noun = "dish" if found == 1 else "dishes"
    title = f"{found} {noun}. Usual amounts for one; macronutrients in g."
    more = more_text(found, len(plates))
    table = [_heads(look), *rows]
    if width < _NARROW:
        listing = stacked(table, 1, _WIDTHS[1:], width)
    else:
        listing = columns(table, (_WIDTHS[0] + width - WIDTH, *_WIDTHS[1:]))
    lines = [*paragraph(heading, width), *paragraph(title, width), *listing]
    if any("≥" in cell for row in rows for cell in row):
        lines += paragraph("≥  At least: the source of a food has no value.", width)
    return "\n".join([*lines, *([more] if more else [])]) + "\n"


def _heads(look: Look) -> tuple[str, ...]:
    """What stands over the columns of a list."""
    return tuple(look.energy_unit if head == "kcal" else look.spelled(head) for head in _HEADS)


def _floors(held: Total, look: Look) -> Iterator[str]:
    """The sums of a list, marked where they are floors."""
    for field in _HELD:
        value = number(look.nutrient(getattr(held.nutrients, field), field), 0)
        yield f"≥{value}" if field in held.incomplete else value


def dishes_json(plates: Sequence[UsualPlate], found: int) -> str:
    """Dishes as JSON, versioned by its `schema` member."""
    return as_json(
        {
            "schema": "fuelcalc/dishes/1",
            "found": found,
            "dishes": [_dish_tree(plate) for plate in plates],
        }
    )


def _dish_tree(plate: UsualPlate) -> dict[str, Any]:
    """One dish for other programs."""
    dish, held = plate.variant.dish, plate.held
    who = who_may_eat(plate.variant.foods)
    return {
        "dish_id": dish.dish_id,
        "name": plate.variant.name,
        "kitchen": dish.kitchen,
        "meals": list(dish.meals),
        "minutes": dish.minutes,
        "serves": dish.serves,
        "foods": [_part_tree(part) for part in plate.parts],
        "usual": {
            **{field: getattr(held.nutrients, field) for field in _HELD},
            "incomplete": [field for field in _HELD if field in held.incomplete],
        },
        "diet": who.diet,
        "allergens": None if who.allergens is None else list(who.allergens),
        "may_contain": list(who.may_contain),
        "suits": list(who.suits),
        "how": dish.how,
    }


def _part_tree(part: Part) -> dict[str, Any]:
    """One food of a dish, its amounts in g and in words."""
    food = part.food
    amounts = {"least": part.least, "usual": part.usual, "most": part.most}
    return {
        "food_id": food.food_id,
        "name": food.name,
        **{
            word: {"grams": amount * food.portion.one_g, "household": amount_text(food, amount)}
            for word, amount in amounts.items()
        },
        "instead": [other.food_id for other in part.instead],
    }
