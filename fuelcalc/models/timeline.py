"""The clock of a day: feedings, sessions and sleep, in order."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import PlainSerializer

from fuelcalc.models.foods import Portion
from fuelcalc.models.record import Record

Clock = Annotated[dt.time, PlainSerializer(lambda time: time.strftime("%H:%M"), when_used="json")]
"""A time of day that prints as "06:30"."""

FeedingKind = Literal["meal", "snack", "before", "during", "after", "pre-sleep"]
SessionKind = Literal["run", "lift", "other"]


class Item(Record):
    """
    One food on the plate, by weight and by a household measure.

    `amount` is how many of the measures in `portion`; `fuelcalc.words` says it as a kitchen does.
    """

    food_id: str
    name: str
    grams: float | None
    amount: float | None
    portion: Portion | None
    source: str
    energy_kcal: float | None
    protein_g: float | None
    carbohydrate_g: float | None
    fat_g: float | None
    fibre_g: float | None


class Served(Record):
    """
    What the items of a feeding, or of a day, add up to.

    A total is missing where a food's value is; `energy_449_kcal` is 4/4/9 of the macros.
    """

    energy_kcal: float | None
    energy_449_kcal: float | None
    protein_g: float | None
    carbohydrate_g: float | None
    fat_g: float | None
    fibre_g: float | None


class Entry(Record):
    """
    One line of the clock; a session and sleep have no targets.

    `minute` counts from midnight of the day and `minutes` is the length; feedings are planned
    on five minutes where that keeps them clear of the sessions.
    """

    start: Clock
    end: Clock
    minute: float
    minutes: float
    kind: FeedingKind | SessionKind | Literal["sleep"]
    label: str
    name: str | None = None
    distance_km: float | None = None
    energy_kcal: float | None = None
    protein_g: float | None = None
    carbohydrate_g: float | None = None
    fat_g: float | None = None
    fluid_ml: float | None = None
    sodium_mg: float | None = None
    advice: str | None = None
    dish: str | None = None
    dish_id: str | None = None
    preparation: str | None = None
    items: tuple[Item, ...] = ()
    served: Served | None = None

    @property
    def is_feeding(self) -> bool:
        """Whether something is eaten or drunk here."""
        return self.kind not in {"run", "lift", "other", "sleep"}
