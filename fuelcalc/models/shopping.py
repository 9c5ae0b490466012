"""What to buy for some days: each thing once, by weight or by number, in what shops sell."""

import datetime as dt
from typing import Final, Literal

from pydantic import Field

from fuelcalc.models.record import Record

OWN_AISLE: Final = "own"
"""Where somebody's own foods stand, of which nobody knows a shop: behind all aisles."""

ShopUnit = Literal["g", "ml", "pieces"]


class Buy(Record):
    """
    How much of a thing to put in the basket.

    Attributes:
        amount: How much that is in all, in `unit`.
        unit: The unit of the amounts: g, ml or pieces.
        packs: How many packs that is; None for what is weighed or taken one by one.
        pack: What one of them holds, in `unit`; None where there is none.
    """

    amount: float
    unit: ShopUnit
    packs: int | None
    pack: float | None


class ShoppingLine(Record):
    """
    One thing to buy.

    Attributes:
        aisle: Where it stands, of `pantry.AISLES`, or `OWN_AISLE`.
        food_id: The food that most of it is for.
        name: What it is bought as.
        need_g: What is needed of it, as it is bought: dry, raw, with its peel.
        need: The same in the unit of `buy`, rounded nowhere.
        buy: How much to buy.
        in_cupboard: Whether a kitchen may have it, so that it is asked after: oils and spices, and
            what keeps and lasts for many lists.
        foods: The foods of the plan that are made of it, the heaviest first.
        days: When it is eaten, where the days have dates.
    """

    aisle: str
    food_id: str
    name: str
    need_g: float
    need: float
    buy: Buy
    in_cupboard: bool = Field(alias="pantry")
    foods: tuple[str, ...]
    days: tuple[dt.date, ...]


class SeasoningLine(Record):
    """
    What methods ask for from the spice rack, in no amount, so that it is asked after.

    Attributes:
        name: What it is bought as.
        traces: What somebody at the table avoids, and some brands hold traces of.
    """

    name: str
    traces: tuple[str, ...]


class ShoppingList(Record):
    """
    What to buy for some days.

    Attributes:
        schema_: Which shape this JSON has; its number changes when a member changes its meaning.
        first: The first day; None where no day has a date.
        last: The last day.
        people: How many eat the same.
        lines: What to buy, in the order in which people walk through a shop.
        seasonings: What methods ask for beside their foods, by name; nothing that a line buys.
        had: What was said to be there, and is not bought.
        days: How many days were planned.
        eaters: How many people have a plan of their own for these days.
        unfed: How many days of somebody have no food.
        reason: Why they have none: a guard withholds it, or no menu was asked for.
    """

    schema_: str = Field(
        default="fuelcalc/shopping/1", alias="schema", serialization_alias="schema"
    )
    first: dt.date | None
    last: dt.date | None
    people: float
    eaters: int = 1
    lines: tuple[ShoppingLine, ...]
    seasonings: tuple[SeasoningLine, ...] = ()
    had: tuple[str, ...]
    days: int
    unfed: int
    reason: Literal["withheld", "not-asked"] | None
