"""How a reader likes numbers and times, and the few words that follow from it."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.foods import Food
from fuelcalc.pantry.portions import KitchenAmount
from fuelcalc.reports.rounding import thousands, to_step
from fuelcalc.reports.spelling import us_words
from fuelcalc.units import convert
from fuelcalc.units.conversion import scaled

STEPS = {"kcal": 10.0, "kJ": 50.0, "ml": 10.0, "fl oz": 1.0, "mg": 10.0}
_LEAST_OZ = 0.05
KM_PER_MILE = 1.609344
# Two parts in a million: a sum of miles typed one by one, and no distance by pace and time.
_SHORT_ERROR, _LEAST_SHORT = 2e-6, 0.1


@dataclass(frozen=True, slots=True)
class Style:
    """
    How a reader likes numbers and times.

    Attributes:
        units: `metric`, `us` or `uk`.
        energy_unit: `kcal` or `kJ`.
        clock: 24 or 12 hours; by default 12 with US units, else 24.
        is_exact: Whether sentences say energies to the last kcal, as files for programs do.
    """

    units: str = "metric"
    energy_unit: str = "kcal"
    clock: int | None = None
    is_exact: bool = False

    def __post_init__(self) -> None:
        """
        Check the words.

        Raises:
            InputError: One of them is unknown.
        """
        convert(1.0, "kcal", self.units, self.energy_unit)
        if self.clock not in {None, 12, 24}:
            raise InputError("is not 12 or 24", argument="clock", value=self.clock)

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

        >>> Style("us").spelled("low in fat and fibre")
        'low in fat and fiber'
        """
        return us_words(text, kept) if self.units == "us" else text

    def own_foods(self, names: Iterable[str]) -> list[str]:
        """
        Which of some foods' names are no names of ours, so that they stay as they were typed.

        >>> Style("us").own_foods(["prawns", "fortified soy milk", "my fibre bar"])
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

        >>> Style("us").of_food("2 fibre bars", "my-bar", "fibre bar")
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

        >>> Style(energy_unit="kJ").nutrient(100.0, "energy_kcal")
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

        >>> Style().energy_text(3227.0)
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

        >>> Style().time(dt.time(6, 30)), Style(clock=12).time(dt.time(18, 30))
        ('06:30', '6:30pm')
        """
        if not self.is_12h:
            return f"{clock:%H:%M}"
        return f"{clock.hour % 12 or 12}:{clock.minute:02d}{'am' if clock.hour < 12 else 'pm'}"

    def span(self, start: dt.time, end: dt.time) -> str:
        """
        From one time to another.

        >>> Style(clock=12).span(dt.time(6, 30), dt.time(7, 26))
        '6:30-7:26am'
        """
        first, last = self.time(start), self.time(end)
        same = self.is_12h and first[-2:] == last[-2:]
        return f"{first[:-2] if same else first}-{last}"

    def time_at(self, minute: float) -> str:
        """
        The time of a minute of the day, which may be past midnight.

        >>> Style().time_at(1470.9)
        '00:30'
        """
        return self.time(dt.time(*divmod(int(minute) % 1440, 60)))

    def spoken_energy(self, kcal: float) -> str:
        """
        An energy in a sentence, small ones as they are.

        >>> Style(energy_unit="kJ").spoken_energy(1207.0), Style().spoken_energy(35.0)
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

        >>> Style().weight(117.6), Style("us").weight(117.6)
        ('118\xa0g', '4.1\xa0oz')
        """
        amount, unit = (scaled(grams, "g", "oz"), "oz") if self.units == "us" else (grams, "g")
        text = f"{amount:.1f}" if unit == "oz" else thousands(amount)
        return f"{text}\u00a0{unit}" if float(text.replace(",", "")) else ""

    def household(self, food: KitchenAmount) -> str:
        r"""
        A kitchen's measure, weighed in ounces where the reader does so.

        The number is held to the word behind it.

        >>> Style("us").household(KitchenAmount(60.0, "g", "canned salmon"))
        '2.1\xa0oz canned salmon'
        """
        if not food.unit:
            return f"{food.count}\u00a0{food.rest}"
        size, unit = float(f"{food.number:.0f}"), food.unit
        own, own_unit = (scaled(size, "g", "oz"), "oz") if unit == "g" else self.amount(size, "ml")
        if self.units == "us" and own >= _LEAST_OZ:
            return f"{own:.1f}".removesuffix(".0") + f"\u00a0{own_unit} {food.rest}"
        return f"{size:,.0f}\u00a0{unit} {food.rest}"


USUAL_STYLE = Style()
"""Metric units, kcal and 24 hours."""


def style_for(
    athlete: Athlete,
    *,
    units: str | None = None,
    energy_unit: str | None = None,
    clock: int | None = None,
) -> Style:
    """
    How somebody likes numbers and times: as asked, else as the athlete's profile has it.

    Raises:
        InputError: One of the words is unknown.
    """
    return Style(
        units or athlete.units or "metric",
        energy_unit or athlete.energy_unit or "kcal",
        athlete.clock if clock is None else clock,
    )


def session_label(name: str, distance_km: float | None, minutes: float, style: Style) -> str:
    """
    What a session was, in the reader's units, or in miles where it was measured in them.

    >>> session_label("easy run", 16.09344, 90.0, Style("us"))
    '10 mi easy run'
    >>> session_label("easy run", 3.218688, 20.0, Style()), session_label("run", 8.0, 50.0, Style())
    ('2 mi easy run', '8 km run')
    """
    if distance_km is None:
        return f"{minutes:.0f} min {name}"
    distance, unit = style.amount(distance_km, "km")
    if unit == "km" and not _is_short(distance) and _is_short(miles := distance / KM_PER_MILE):
        distance, unit = miles, "mi"
    return f"{distance:.3g} {unit} {name}"


def _is_short(distance: float) -> bool:
    """Whether a distance is a whole number of tenths, as people type it."""
    return abs(10.0 * distance - round(10.0 * distance)) < _SHORT_ERROR and distance >= _LEAST_SHORT
