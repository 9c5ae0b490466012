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
        amount: What the foods hold in that unit, as far as is known; None where no food has a
            value.
        reference: What it is held against, in the same unit.
        kind: Whether the reference is a floor or a ceiling.
        share: The amount as a share of the reference.
        unknown_share: Share of the day's energy, and of its protein for an amino acid, in foods
            without a value, so that the amount is a floor where this is over 0.
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
        if self.kind != "at-least" or self.reference <= 0.0:
            return False
        return self.share is None or self.share < 0.9


class Low(Record):
    """
    A nutrient that the day's food is low in.

    Attributes:
        name: What people call it.
        share: What the foods hold as a share of the reference; 0 where nothing is known.
        is_least: Whether it may be more, since some foods have no value.
        mend: Foods that would bring it up, as one buys them.
    """

    name: str
    share: float
    is_least: bool
    mend: tuple[str, ...]


class DietLimits(Record):
    """
    What somebody eats and must not eat, in codes and words; `without` is left out.

    Attributes:
        diet: What is eaten at all.
        restrictions: Ways of eating that every food suits.
        without: What is left out.
    """

    diet: str
    restrictions: tuple[str, ...]
    without: tuple[str, ...]


class Relaxed(Record):
    """
    A wish or a band that gave way, by how much, and at which feeding.

    The order in which they give way is fixed: time in the kitchen, how lunch is carried, then fat,
    carbohydrate, energy and protein; a dish that comes twice is said last. Allergens, diet and
    restrictions never do.

    Attributes:
        limit: What gave way.
        feeding: What the feeding is called; None for the whole day.
        minute: When it starts, in minutes from midnight of the day; None for the whole day.
        asked: Minutes, grams, kcal, mg of sodium, or how often a dish comes today.
        got: What there is instead, in the same unit; None where nothing is.
        dish: The dish that takes long, is not carried to work, or comes twice.
        dish_id: Which dish that is; its name may say what is served with it.
        limits: Under which limits nothing is found for a feeding.
    """

    limit: Literal[
        "variety",
        "preparation-time",
        "lunch",
        "fat",
        "carbohydrate",
        "protein",
        "energy",
        "fibre",
        "food",
        "sodium",
    ]
    feeding: str | None
    minute: float | None
    asked: float | None
    got: float | None
    dish: str | None = None
    dish_id: str | None = None
    limits: DietLimits | None = None

    @property
    def is_of_day(self) -> bool:
        """Whether it is about the day's food as a whole."""
        return self.feeding is None


class Menu(Record):
    """
    The day's food as a whole; each feeding's is in the timeline.

    Attributes:
        totals: What all feedings add up to.
        coverage: Each nutrient against what a day should hold, by its name.
        relaxed: What gave way, and by how much.
    """

    totals: Served
    coverage: dict[str, Coverage]
    relaxed: tuple[Relaxed, ...]
