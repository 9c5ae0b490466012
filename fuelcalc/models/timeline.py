"""The clock of a day: feedings, sessions and sleep, in order."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import PlainSerializer

from fuelcalc.models.foods import Measure
from fuelcalc.models.record import Record
from fuelcalc.models.sessions import SessionKind
from fuelcalc.units.clock import DAY_MIN

ClockTime = Annotated[
    dt.time, PlainSerializer(lambda time: time.strftime("%H:%M"), when_used="json")
]
"""A time of day that prints as "06:30"."""

FeedingKind = Literal["meal", "snack", "before", "during", "after", "pre-sleep"]
SESSION_WORDS: Final[Mapping[SessionKind, str]] = {"run": "run", "lift": "lift", "other": "session"}
"""What each kind of session is called beside a feeding."""


_HOURS: Final[Mapping[str, tuple[float, float, str]]] = {
    "breakfast": (180.0, 900.0, "first meal"),
    "second breakfast": (300.0, 840.0, "second meal"),
    "lunch": (540.0, 1080.0, "middle meal"),
    "tea": (780.0, 1200.0, "light meal"),
    "dinner": (960.0, 1500.0, "last meal"),
    "supper": (1080.0, 1560.0, "late meal"),
}
"""From and until when a meal goes by its name, and what it is called at any other hour."""


def called_at(called: str, minute: float) -> str:
    """
    What people call a feeding at that hour: who wakes in the evening has no breakfast then.

    Args:
        called: Its name in the order of the day's meals.
        minute: When it starts, from midnight of the day.

    >>> called_at("breakfast", 1365.0), called_at("breakfast", 450.0), called_at("snack", 1365.0)
    ('first meal', 'breakfast', 'snack')
    """
    if called not in _HOURS:
        return called
    start, end, otherwise = _HOURS[called]
    return called if (minute - start) % DAY_MIN < end - start else otherwise


@dataclass(frozen=True, slots=True)
class FeedingName:
    """
    Which feeding of a day it is: a meal, or what belongs to a session.

    Attributes:
        name: "breakfast", "snack" or "before sleep"; None for what belongs to a session alone.
        before: The kind of session that comes next.
        after: The kind of session that it follows.
        during: The kind of session that it is taken in at.
        is_between: Whether it is a bite between two sessions in a row.
    """

    name: str | None = None
    before: SessionKind | None = None
    after: SessionKind | None = None
    during: SessionKind | None = None
    is_between: bool = False

    @property
    def called(self) -> str:
        """
        What people call it, and may write for it.

        >>> FeedingName("breakfast", after="run").called
        'breakfast'
        >>> FeedingName(after="run", before="lift").called
        'after the run'
        """
        if self.name is not None:
            return self.name
        if self.during is not None:
            return f"during the {SESSION_WORDS[self.during]}"
        if self.after is not None and self.before is not None and self.is_between:
            return f"between the {SESSION_WORDS[self.after]} and the {SESSION_WORDS[self.before]}"
        if self.after is not None:
            return f"after the {SESSION_WORDS[self.after]}"
        return f"before the {SESSION_WORDS[self.before or 'other']}"


class Item(Record):
    """
    One food on the plate, by weight and by a household measure.

    `amount` is how many of the measures in `portion`; `fuelcalc.words` says it as a kitchen does.
    `dry_g` is what a cooked grain weighs before it is cooked, where it is bought dry.

    Attributes:
        food_id: What it is.
        name: What people call it.
        grams: What it weighs, in g; None where nobody knows.
        amount: How many of the measures in `portion`; None where it has none.
        portion: Its household measure.
        source: Where its values come from.
        energy_kcal: What it holds.
        protein_g: What it holds.
        carbohydrate_g: What it holds.
        fat_g: What it holds.
        fibre_g: What it holds.
        dry_g: What it weighs before it is cooked; None where it is not bought dry.
    """

    food_id: str
    name: str
    grams: float | None
    amount: float | None
    portion: Measure | None
    source: str
    energy_kcal: float | None
    protein_g: float | None
    carbohydrate_g: float | None
    fat_g: float | None
    fibre_g: float | None
    dry_g: float | None = None


class Served(Record):
    """
    What the items of a feeding, or of a day, add up to.

    A total is missing where a food's value is; `energy_449_kcal` is 4/4/9 of the macros.

    Attributes:
        energy_kcal: By the values of the foods.
        energy_449_kcal: By 4, 4 and 9 kcal for each gram of protein, carbohydrate and fat.
        protein_g: Protein of all.
        carbohydrate_g: Carbohydrate of all.
        fat_g: Fat of all.
        fibre_g: Fibre of all.
    """

    energy_kcal: float | None
    energy_449_kcal: float | None
    protein_g: float | None
    carbohydrate_g: float | None
    fat_g: float | None
    fibre_g: float | None


NO_FOOD: Final = Served(
    energy_kcal=0.0, energy_449_kcal=0.0, protein_g=0.0, carbohydrate_g=0.0, fat_g=0.0, fibre_g=0.0
)


class Taken(Record):
    """
    One thing taken at one moment of a session.

    Attributes:
        minute: Minutes from the start of the session.
        time: By the clock.
        food_id: What it is; of a bottle each food in it has a line of its own.
        name: What people call it.
        amount: How many of the measures in `portion`.
        portion: Its household measure.
        carbohydrate_g: What it holds, as the items of the plate count it.
        sodium_mg: What it holds.
        caffeine_mg: What it holds.
        fluid_ml: What is drunk of it.
        is_bottled: Whether it is drunk, by itself or dissolved.
    """

    minute: float
    time: ClockTime
    food_id: str
    name: str
    amount: float
    portion: Measure
    carbohydrate_g: float | None
    sodium_mg: float | None
    caffeine_mg: float | None
    fluid_ml: float | None
    is_bottled: bool


class Carried(Record):
    """
    One food to carry on a session, with how much of it is to spare.

    Attributes:
        food_id: What it is.
        name: What people call it.
        amount: How many of the measures in `portion`, what is to spare included.
        spare: How many of them are not planned to be eaten.
        portion: Its household measure.
        fluid_ml: What is drunk of it.
    """

    food_id: str
    name: str
    amount: float
    spare: float
    portion: Measure
    fluid_ml: float | None


ElsewherePlace = Literal["canteen", "out", "eaten"]
"""Where a meal is eaten for which no dish is planned, or that it was eaten already."""


class Elsewhere(Record):
    """
    A meal that is chosen where it is eaten, or that was eaten already.

    Attributes:
        place: Where that is.
        what: What was eaten, in the words of who ate it.
        protein: What its reader may look for there to bring protein; empty where that is unknown.
        starch: The same for carbohydrate.
    """

    place: ElsewherePlace
    what: str = ""
    protein: tuple[str, ...] = ()
    starch: tuple[str, ...] = ()


class Entry(Record):
    """
    One line of the clock; a session and sleep have no targets.

    `minute` counts from midnight of the day and `minutes` is the length; feedings are planned
    on five minutes where that keeps them clear of the sessions.

    `name` is a meal's, a snack's or a session's; `before`, `after`, `during` and `is_between` are
    those of a `FeedingName`. `sweat_ml` is how much of `fluid_ml` makes up for sweat that was lost
    before; that much is by thirst. `is_fluid_withheld` says that how much to drink is for a doctor
    to say. `lead_min` is how long before its session a feeding is, `next_session_h` the
    time from the session behind it to the next one, and `carbohydrate_g_per_h` and
    `sodium_mg_per_h` what should be taken in on the move. `fuelcalc.words` says all of it.

    A meal that is eaten `elsewhere` keeps its targets and has no dish.

    `preparation` says how the dish is made, `preparation_beside` how its second courses are, and
    `preparation_min` how long all of that takes, of which `hands_on_min` are work; there are no
    minutes where nothing is made, such as a banana.

    On a session of more than an hour and a half, and in races, `taken` is the same food by the
    minute, whose sums are those of the items; `carry` what to take along, and `station_ml` what to
    drink at each aid station of a road race where they stand `station_km` apart. A line of kind
    "caffeine" is no feeding: `caffeine_mg` is to be taken then.

    Attributes:
        start: When it begins.
        end: When it ends.
        minute: When it begins, in minutes from midnight of the day.
        minutes: How many minutes it takes.
        kind: What it is: a meal, a snack, food around a session, a session, caffeine or sleep.
        name: What a meal, a snack or a session is called.
        before: The kind of session that comes next.
        after: The kind of session that it follows.
        during: The kind of session that it is taken in at.
        is_between: Whether it is a bite between two sessions in a row.
        distance_km: How far a session goes.
        energy_kcal: What it should hold.
        protein_g: What it should hold.
        carbohydrate_g: What it should hold.
        fat_g: What it should hold.
        fluid_ml: What is drunk with it; None where it is withheld too.
        sweat_ml: How much of that makes up for sweat lost before, and is by thirst.
        sodium_mg: What it should hold; None where it is withheld too.
        lead_min: How long before its session a feeding is.
        next_session_h: The time from the session behind it to the next one.
        carbohydrate_g_per_h: What should be taken in on the move.
        sodium_mg_per_h: What should be taken in on the move.
        is_fluid_withheld: Whether how much to drink is for a doctor to say.
        dish: The name of its dish; None where no food is chosen.
        dish_id: Which dish that is.
        elsewhere: Where it is eaten, where no dish is planned for it.
        preparation: How the dish is made.
        preparation_beside: How its second courses are made.
        preparation_min: How long all of that takes.
        hands_on_min: How much of that is work.
        items: Its foods.
        served: What these add up to.
        taken: The same food by the minute of a long session.
        carry: What to take along on a session.
        station_ml: What to drink at each aid station of a road race.
        station_km: How far apart these stand.
        caffeine_mg: Caffeine to be taken then.
    """

    start: ClockTime
    end: ClockTime
    minute: float
    minutes: float
    kind: FeedingKind | SessionKind | Literal["caffeine", "sleep"]
    name: str | None = None
    before: SessionKind | None = None
    after: SessionKind | None = None
    during: SessionKind | None = None
    is_between: bool = False
    distance_km: float | None = None
    energy_kcal: float | None = None
    protein_g: float | None = None
    carbohydrate_g: float | None = None
    fat_g: float | None = None
    fluid_ml: float | None = None
    sweat_ml: float | None = None
    sodium_mg: float | None = None
    lead_min: float | None = None
    next_session_h: float | None = None
    carbohydrate_g_per_h: float | None = None
    sodium_mg_per_h: float | None = None
    is_fluid_withheld: bool | None = None
    dish: str | None = None
    dish_id: str | None = None
    elsewhere: Elsewhere | None = None
    preparation: str | None = None
    preparation_beside: str | None = None
    preparation_min: float | None = None
    hands_on_min: float | None = None
    items: tuple[Item, ...] = ()
    served: Served | None = None
    taken: tuple[Taken, ...] = ()
    carry: tuple[Carried, ...] = ()
    station_ml: float | None = None
    station_km: float | None = None
    caffeine_mg: float | None = None

    @property
    def is_feeding(self) -> bool:
        """Whether something is eaten or drunk here."""
        return self.kind not in {"run", "lift", "other", "sleep", "caffeine"}

    @property
    def is_eaten(self) -> bool:
        """Whether it was eaten already, and is none that was planned."""
        return self.elsewhere is not None and self.elsewhere.place == "eaten"

    @property
    def feeding_name(self) -> FeedingName:
        """Which feeding it is."""
        return FeedingName(self.name, self.before, self.after, self.during, self.is_between)

    @property
    def called(self) -> str:
        """What its feeding is called at its hour."""
        return called_at(self.feeding_name.called, self.minute)
