"""Dishes: `foods/dishes.csv`, read and checked."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from fuelcalc.errors import FuelcalcError, InputError, Span
from fuelcalc.models.dishes import (
    ANY_TIME,
    CARRIED,
    EVERYDAY,
    MEALS,
    TASTES,
    Component,
    Dish,
)
from fuelcalc.models.foods import Food
from fuelcalc.pantry.files import food_rows, once
from fuelcalc.pantry.table import bundled_foods, known_by_id

MOST_PLACES: Final = 7
"""A dish has at most so many foods."""

MOST_DAYS_KEPT: Final = 7
"""No cooked dish keeps for more days in a fridge."""

PLACE: Final = re.compile(r"\{(\d+)\}")
HAIR: Final = 1e-6
_WINDOW: Final = re.compile(r"(\d{1,3})\s*-\s*(\d{1,3})?(?:\s*min)?")
MAYBE: Final = re.compile(r"\[([^\[\]]*\{\d+\}[^\[\]]*)\]")
"""What a method says only where all foods in it are on the plate."""


@once
def bundled_dishes() -> tuple[Dish, ...]:
    """
    Every bundled dish, in the order of the file.

    Raises:
        FuelcalcError: A line cannot be read or asks for what the food table does not offer.
    """
    return dishes_in(food_rows("dishes.csv"), bundled_foods())


def dishes_in(rows: Iterable[Mapping[str, str]], foods: Mapping[str, Food]) -> tuple[Dish, ...]:
    """
    Read dishes.

    Args:
        rows: Lines of `dishes.csv`, as text.
        foods: Those that they may use, by id.

    Raises:
        FuelcalcError: A line cannot be read, asks for what the foods do not offer, or stands
            twice.
    """

    # Many dishes ask for the same amounts of the same food.
    @cache
    def component(text: str) -> Component:
        return component_of(text, lambda name: known_by_id(name, foods))

    found: dict[str, Dish] = {}
    for row in rows:
        dish_id = row["dish_id"]
        try:
            dish = Dish(
                dish_id=dish_id,
                name=row["name"],
                meals=tuple(row["meals"].split()),
                minutes=float(row["minutes"]),
                serves=int(row["serves"]),
                kitchen=row["kitchen"],
                places=places_of(row["foods"].split(" + "), component),
                how=row["how"],
                keeps=int(row["keeps"]),
                everyday=int(row["everyday"]),
                hands_on=float(row["hands_on"]),
                taste=row["taste"],
                carried=row["carried"],
                window=window_of(row["window"]),
            )
            check_dish(dish)
        except ValueError as error:
            raise FuelcalcError(f"foods/dishes.csv: {dish_id}: {error}") from error
        if dish_id in found:
            raise FuelcalcError(f"foods/dishes.csv: {dish_id} stands twice")
        found[dish_id] = dish
    return tuple(found.values())


def places_of(
    lines: Iterable[str], component: Callable[[str], Component]
) -> tuple[tuple[Component, ...], ...]:
    """The places of a dish: one a line, the foods that may fill it parted by a bar."""
    return tuple([tuple([component(text) for text in line.split(" | ")]) for line in lines])


def window_of(text: str) -> tuple[float, float]:
    """
    Read from and to how many minutes before a session a dish suits; without a word, at any time.

    Args:
        text: "25-100", or "90-" for any time longer.

    Raises:
        InputError: The text cannot be read, or ends before it begins.

    >>> window_of("25-100"), window_of("90-")
    ((25.0, 100.0), (90.0, inf))
    """
    if not text:
        return ANY_TIME
    match = _WINDOW.fullmatch(text.strip())
    first, last = (float(match[1]), float(match[2] or "inf")) if match else ANY_TIME[::-1]
    if not first < last:
        raise InputError(
            "is not minutes before a session, from and to",
            argument="window",
            value=text,
            remedy='write "25-100", or "90-" for any time longer',
        )
    return first, last


def component_of(text: str, called: Callable[[str], Food]) -> Component:
    """
    Read one food of a dish and check its amounts.

    Args:
        text: "brown-rice 0.5-1-2.5": least, usual and most, in household measures; or one
            number, for exactly that.
        called: Finds the food.

    Raises:
        InputError: The text cannot be read, or the amounts are out of order, not measured or
            beyond the food's largest portion.

    >>> component_of("banana 0.5-1-2", bundled_foods().__getitem__).most
    2.0
    """
    name, _, numbers = text.strip().rpartition(" ")
    try:
        amounts = [float(number) for number in numbers.split("-")]
    except ValueError:
        amounts = []
    if not name or len(amounts) not in {1, 3}:
        raise _wrong('is not "food least-usual-most"', text, 'write "banana 0.5-1-2"')
    food = called(name)
    least, usual, most = amounts * (3 // len(amounts))
    if not 0.0 <= least <= usual <= most or most == 0.0:
        raise _wrong("is not in order", text, "write least-usual-most")
    step, largest, measures = food.portion.step, food.portion.most, food.portion.many
    if most > largest + HAIR:
        limit = f"write up to {largest:g} {measures}"
        raise _wrong("is more than the largest portion", text, limit)
    for steps in (least / step, most / step):
        if abs(steps - round(steps)) > HAIR:
            raise _wrong("is not measured", text, f"write multiples of {step:g}")
    return Component(food.food_id, least, usual, most)


def _wrong(problem: str, text: str, remedy: str) -> InputError:
    """What is wrong with one food of a dish."""
    return InputError(problem, argument="foods", value=text, place="", remedy=remedy)


def check_dish(dish: Dish) -> None:
    """
    Hold that a dish can be planned with.

    Raises:
        InputError: It has no meal or an unknown one, too many foods, a name that speaks of a
            food which may not be on the plate, or more work than minutes.
    """
    for meal in dish.meals or ("",):
        if meal not in MEALS:
            raise InputError("is unknown", argument="meals", value=meal, allowed=MEALS)
    _check_review(dish)
    if len(dish.places) > MOST_PLACES:
        raise InputError(
            f"{len(dish.places)} foods, the most is {MOST_PLACES}",
            argument="foods",
            place="",
            allowed=Span(1, MOST_PLACES),
            remedy="leave some out",
        )
    for argument, word, text in (
        ("name", "name", dish.name),
        ("how", "method", MAYBE.sub("", dish.how)),
    ):
        for number in PLACE.findall(text):
            place = dish.places[int(number) : int(number) + 1]
            if not place or any(component.least == 0.0 for component in place[0]):
                raise InputError(
                    f"the {word} has {{{number}}}, which may not be on the plate",
                    argument=argument,
                    value=text,
                    place="",
                    quote="",
                )


def _check_review(dish: Dish) -> None:
    """Hold that what was said of a dish by hand can be."""
    for argument, word, words in (
        ("taste", dish.taste, TASTES),
        ("carried", dish.carried, CARRIED),
    ):
        if word not in words:
            raise InputError("is unknown", argument=argument, value=word, allowed=words)
    for argument, value, span in (
        ("everyday", dish.everyday, Span(EVERYDAY[0], EVERYDAY[-1])),
        ("keeps", dish.keeps, Span(0, MOST_DAYS_KEPT)),
        ("hands_on", dish.hands_on, Span(0, dish.minutes)),
    ):
        if not span.least <= value <= span.most:
            problem = f"is outside {span.least:g} to {span.most:g}"
            raise InputError(problem, argument=argument, value=value, allowed=span)
