"""How a reader wants a page, and the few words that follow from it."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict, Unpack

from fuelcalc.errors import InputError, UnknownKeyError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.foods import Food
from fuelcalc.pantry.portions import KitchenAmount
from fuelcalc.reports.rounding import thousands, to_step
from fuelcalc.reports.spelling import us_words
from fuelcalc.units import convert
from fuelcalc.units.clock import DAY_MIN
from fuelcalc.units.conversion import scaled

LEAST_WIDTH, MOST_WIDTH = 40, 80
"""Columns of text: what every page keeps to, and what it takes where nothing else is asked."""

PAPERS: Final[Mapping[str, tuple[str, str]]] = {
    "a4": ("210mm", "297mm"),
    "letter": ("8.5in", "11in"),
}
"""What a page is printed on: its width and height."""

STEPS = {"kcal": 10.0, "kJ": 50.0, "ml": 10.0, "fl oz": 1.0, "mg": 10.0}
_LEAST_OZ = 0.05
# Two parts in a million: a sum of miles typed one by one, and no distance by pace and time.
_SHORT_ERROR, _LEAST_SHORT = 2e-6, 0.1


@dataclass(frozen=True, slots=True)
class Look:
    """
    How a reader wants a page: units, times, paper and whatever else is asked of it.

    Attributes:
        units: `metric`, `us` or `uk`.
        energy_unit: `kcal` or `kJ`.
        clock: 24 or 12 hours; by default 12 with US units, else 24.
        explain: Whether every figure's equation, inputs, range and source are added.
        page: A key of `PAPERS`; by default Letter with US units, else A4.
        large: Whether type is large, for the kitchen wall; it takes more pages.
        template: A folder with a template or a logo of one's own, or None.
        width: Columns of text.
        is_exact: Whether sentences say energies to the last kcal, as files for programs do.
    """

    units: str = "metric"
    energy_unit: str = "kcal"
    clock: int | None = None
    explain: bool = False
    page: str | None = None
    large: bool = False
    template: Path | None = None
    width: int = MOST_WIDTH
    is_exact: bool = False

    def __post_init__(self) -> None:
        """
        Check the words.

        Raises:
            InputError: One of them is unknown, or the template is no folder.
        """
        convert(1.0, "kcal", self.units, self.energy_unit)
        if self.clock not in {None, 12, 24}:
            raise InputError("is not 12 or 24", argument="clock", value=self.clock)
        if self.paper not in PAPERS:
            raise InputError("is unknown", argument="page", value=self.page, allowed=tuple(PAPERS))
        if self.template is not None and not self.template.is_dir():
            raise InputError(
                "is not a folder",
                argument="template",
                value=self.template,
                remedy="see docs/templates.md",
            )

    @property
    def paper(self) -> str:
        """What the page is printed on: a key of `PAPERS`."""
        return self.page or ("letter" if self.units == "us" else "a4")

    @property
    def is_12h(self) -> bool:
        """Whether times are written with am and pm."""
        return self.clock == 12 or (self.clock is None and self.units == "us")

    def spelled(self, text: str, kept: Collection[str] = ()) -> str:
        """
        A name, or a sentence before its blanks are filled, in the reader's words.

        Args:
            text: The name or the sentence.
            kept: Names in it that stay as they were typed.

        >>> Look("us").spelled("low in fat and fibre")
        'low in fat and fiber'
        """
        return us_words(text, kept) if self.units == "us" else text

    def own_foods(self, names: Iterable[str]) -> list[str]:
        """
        Which of some foods' names are no names of ours, so that they stay as they were typed.

        >>> Look("us").own_foods(["prawns", "fortified soy milk", "my fibre bar"])
        ['my fibre bar']
        """
        if self.units != "us":
            return []
        from fuelcalc.pantry import BUNDLED

        ours = {food.name for food in BUNDLED.foods}
        return [name for name in names if name.removeprefix("fortified ") not in ours]

    def of_food(self, text: str, food_id: str, name: str) -> str:
        """
        A food's name, or its amount, in the reader's words; an own food stays as it was typed.

        >>> Look("us").of_food("2 fibre bars", "my-bar", "fibre bar")
        '2 fibre bars'
        """
        if self.units != "us":
            return text
        from fuelcalc.pantry import BUNDLED

        ours = BUNDLED.by_id.get(food_id)
        return us_words(text) if ours is not None and ours.name == name else text

    def food(self, food: Food) -> str:
        """A food's name in the reader's words."""
        return self.of_food(food.name, food.food_id, food.name)

    def of_dish(self, name: str, dish_id: str | None) -> str:
        """A dish's name in the reader's words; an own dish stays as it was typed."""
        return name if self.is_own_dish(dish_id) else self.spelled(name)

    def is_own_dish(self, dish_id: str | None) -> bool:
        """Whether a dish is somebody's own, as far as the words of its name depend on that."""
        if self.units != "us" or dish_id is None:
            return False
        from fuelcalc.pantry import BUNDLED

        return all(dish.dish_id != dish_id for dish in BUNDLED.dishes)

    def amount(self, value: float, suffix: str) -> tuple[float, str]:
        """A number in the reader's unit, and the unit."""
        return convert(value, suffix, self.units, self.energy_unit)

    def nutrient(self, value: float | None, field: str) -> float | None:
        """
        An amount of a nutrient by its field, an energy in the reader's unit; None stays None.

        >>> Look(energy_unit="kJ").nutrient(100.0, "energy_kcal")
        418.4
        """
        if value is None or field != "energy_kcal":
            return value
        return self.amount(value, "kcal")[0]

    def energy(self, kcal: float) -> float:
        """An energy in the reader's unit, on its step."""
        return to_step(self.amount(kcal, "kcal")[0], STEPS[self.energy_unit])

    def energy_text(self, kcal: float) -> str:
        """
        An energy as it is printed, without its unit.

        >>> Look().energy_text(3227.0)
        '3,230'
        """
        return thousands(self.energy(kcal))

    @property
    def drink_unit(self) -> str:
        """The unit that drinks are printed in."""
        return self.amount(1.0, "ml")[1]

    def time(self, clock: dt.time) -> str:
        """
        A time of day.

        >>> Look().time(dt.time(6, 30)), Look(clock=12).time(dt.time(18, 30))
        ('06:30', '6:30pm')
        """
        if not self.is_12h:
            return f"{clock:%H:%M}"
        return f"{clock.hour % 12 or 12}:{clock.minute:02d}{'am' if clock.hour < 12 else 'pm'}"

    def span(self, start: dt.time, end: dt.time) -> str:
        """
        From one time to another.

        >>> Look(clock=12).span(dt.time(6, 30), dt.time(7, 26))
        '6:30-7:26am'
        """
        first, last = self.time(start), self.time(end)
        same = self.is_12h and first[-2:] == last[-2:]
        return f"{first[:-2] if same else first}-{last}"

    def time_at(self, minute: float) -> str:
        """
        The time of a minute of the day, which may be past midnight.

        >>> Look().time_at(1470.9)
        '00:30'
        """
        return self.time(dt.time(*divmod(int(minute % DAY_MIN), 60)))

    def spoken_energy(self, kcal: float) -> str:
        """
        An energy in a sentence, small ones as they are.

        >>> Look(energy_unit="kJ").spoken_energy(1207.0), Look().spoken_energy(35.0)
        ('5,050', '35')
        """
        amount, unit = self.amount(kcal, "kcal")
        if self.is_exact:
            return f"{amount:.0f}"
        step = STEPS[unit]
        return thousands(to_step(amount, step if amount >= 10.0 * step else 1.0))

    def weight(self, grams: float) -> str:
        r"""
        A weight of food, its unit held to the number; nothing where it rounds to none.

        >>> Look().weight(117.6), Look("us").weight(117.6)
        ('118\xa0g', '4.1\xa0oz')
        """
        amount, unit = (scaled(grams, "g", "oz"), "oz") if self.units == "us" else (grams, "g")
        text = f"{amount:.1f}" if unit == "oz" else thousands(amount)
        return f"{text}\u00a0{unit}" if float(text.replace(",", "")) else ""

    def household(self, food: KitchenAmount) -> str:
        r"""
        A kitchen's measure, weighed in ounces where the reader does so.

        The number is held to the word behind it.

        >>> Look("us").household(KitchenAmount(60.0, "g", "canned salmon"))
        '2.1\xa0oz canned salmon'
        """
        if not food.unit:
            return f"{food.count}\u00a0{food.rest}"
        size, unit = float(f"{food.number:.0f}"), food.unit
        own, own_unit = (scaled(size, "g", "oz"), "oz") if unit == "g" else self.amount(size, "ml")
        if self.units == "us" and own >= _LEAST_OZ:
            return f"{own:.1f}".removesuffix(".0") + f"\u00a0{own_unit} {food.rest}"
        return f"{size:,.0f}\u00a0{unit} {food.rest}"


class LookOptions(TypedDict, total=False):
    """What somebody asks of a page: the keywords of `render`; None leaves it to the athlete."""

    units: str | None
    energy_unit: str | None
    clock: int | None
    explain: bool
    page: str | None
    large: bool
    template: Path | str | None
    width: int


def look_for(athlete: Athlete | None, **asked: Unpack[LookOptions]) -> Look:
    """
    How somebody wants a page: as asked, else as the athlete's profile has it.

    Raises:
        InputError: One of the words is unknown.
    """
    for name, value in asked.items():
        if name not in LookOptions.__annotations__:
            # Only a checker of types would see that nobody reads it.
            raise UnknownKeyError(
                argument=name, value=value, allowed=tuple(LookOptions.__annotations__)
            )
    units, energy_unit = asked.get("units"), asked.get("energy_unit")
    clock, template = asked.get("clock"), asked.get("template")
    return Look(
        units or (athlete and athlete.units) or "metric",
        energy_unit or (athlete and athlete.energy_unit) or "kcal",
        athlete.clock if clock is None and athlete else clock,
        asked.get("explain", False),
        asked.get("page"),
        asked.get("large", False),
        None if template is None else Path(template),
        max(asked.get("width", MOST_WIDTH), LEAST_WIDTH),
    )


def session_label(name: str, distance_km: float | None, minutes: float, look: Look) -> str:
    """
    What a session was, in the reader's units, or in miles where it was measured in them.

    >>> session_label("easy run", 16.09344, 90.0, Look("us"))
    '10 mi easy run'
    >>> session_label("easy run", 3.218688, 20.0, Look()), session_label("run", 8.0, 50.0, Look())
    ('2 mi easy run', '8 km run')
    """
    if distance_km is None:
        return f"{minutes:.0f} min {name}"
    distance, unit = look.amount(distance_km, "km")
    miles = scaled(distance_km, "km", "mi")
    if unit == "km" and not _is_short(distance) and _is_short(miles):
        distance, unit = miles, "mi"
    return f"{distance:.3g} {unit} {name}"


def _is_short(distance: float) -> bool:
    """Whether a distance is a whole number of tenths, as people type it."""
    return abs(10.0 * distance - round(10.0 * distance)) < _SHORT_ERROR and distance >= _LEAST_SHORT
