"""What a day's food adds up to: totals, reference intakes, and what could not be met."""

from typing import Literal

from fuelcalc.models.record import Record
from fuelcalc.models.timeline import Served


class Coverage(Record):
    """
    One nutrient of the day's food against what a day should hold.

    Attributes:
        name: What people call it.
        unit: Unit of the two amounts.
        amount: What the foods hold, as far as is known; None where no food has a value.
        reference: What it is held against.
        kind: Whether the reference is a floor or a ceiling.
        share: Amount over reference.
        unknown_share: Share of the day's energy in foods without a value, so that the amount
            is a floor where this is over 0.
        mend: Two foods that would bring a low one up.
    """

    name: str
    unit: str
    amount: float | None
    reference: float
    kind: Literal["at-least", "at-most"]
    share: float | None
    unknown_share: float
    mend: tuple[str, ...] = ()

    @property
    def is_low(self) -> bool:
        """Whether a floor is missed by more than a tenth."""
        return self.kind == "at-least" and (self.share is None or self.share < 0.9)


class Relaxed(Record):
    """
    A wish or a band that gave way, by how much, and at which feeding ("day" for all of it).

    The order in which they give way is fixed: variety, then time in the kitchen, then fat,
    carbohydrate and protein. Allergens, diet and restrictions never do.
    """

    limit: Literal[
        "variety", "preparation-time", "fat", "carbohydrate", "protein", "energy", "fibre", "food"
    ]
    where: str
    asked: float | None
    got: float | None
    text: str


class Menu(Record):
    """The day's food as a whole; each feeding's is in the timeline."""

    totals: Served
    coverage: dict[str, Coverage]
    relaxed: tuple[Relaxed, ...]
