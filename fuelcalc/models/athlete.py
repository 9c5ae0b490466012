"""Who eats: body, habits, limits; and what for."""

import re
from calendar import isleap
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from fuelcalc.errors import InputError, Span, shown
from fuelcalc.models.conditions import Condition, condition_named
from fuelcalc.models.diets import DIET_OF, allergens_named, check_tastes, restrictions_named
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.marks import FromText, In
from fuelcalc.models.own_target import EXAMPLE, OwnTarget, own_target_from_text
from fuelcalc.models.sessions import TimedRecord
from fuelcalc.models.sexes import SEXES, Sex
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import (
    FIRST_DATE,
    LAST_DATE,
    Text,
    TimeOfDay,
    count_from,
    years_from,
)
from fuelcalc.models.zones import zone_named
from fuelcalc.units import parse_mileage
from fuelcalc.units.clock import DAY_MIN

DailyLife = Literal["home", "desk", "mixed", "on-feet", "manual"]
Experience = Literal["novice", "intermediate", "advanced"]
Variety = Literal["low", "usual", "high"]
Appetite = Literal["low", "usual", "high"]
Lunch = Literal["packed", "microwave", "canteen", "home"]
Diet = Literal["omnivore", "pescatarian", "vegetarian", "vegan"]
BodyFatMethod = Literal["dxa", "skinfold", "scale"]
RestingEquation = Literal[
    "mifflin", "mifflin-ffm", "harris-benedict", "cunningham-1980", "cunningham-1991",
    "ten-haaf", "ten-haaf-ffm", "henry", "henry-mass", "de-lorenzo", "tinsley-ffm",
    "tinsley-mass",
]  # fmt: skip
Units = Literal["metric", "us", "uk"]
EnergyUnit = Literal["kcal", "kJ"]
ClockHours = Literal[12, 24]
RunningEquation = Literal["looney", "acsm", "minetti", "compendium", "margaria"]


_RACE_TEXT = re.compile(r"(?P<distance>.+?)\s+in\s+(?P<duration>.+)", re.IGNORECASE | re.DOTALL)


def _race_from_text(text: str) -> dict[str, str]:
    """Read "10 km in 48:30"."""
    match = _RACE_TEXT.fullmatch(text.strip())
    if match is None:
        raise InputError("has no distance and time", value=text, remedy='write "10 km in 48:30"')
    return match.groupdict()


class Race(TimedRecord):
    """
    A race result that says how fast somebody is.

    >>> Race.of(distance="10 km", duration="48:30")
    Race(distance_km=10.0, duration_min=48.5)
    """

    distance_km: Annotated[float, In("km"), Field(ge=0.8, le=250)]
    duration_min: Annotated[float, In("min"), Field(ge=2, le=2880)]

    _paces_s = (140.0, 900.0)

    @model_validator(mode="after")
    def _plausible(self) -> Self:
        pace = self.duration_min * 60.0 / self.distance_km
        fastest_s, slowest_s = self._paces_s
        if not fastest_s <= pace <= slowest_s:
            raise InputError(
                f"{self.distance_km:g} km in {self.duration_min:g} min is {pace / 60:.3g} min/km, "
                "outside 2.33 to 15",
                allowed=Span(fastest_s, slowest_s, "s_per_km"),
                remedy="check distance and time",
            )
        return self


def _window_from_text(text: str) -> dict[str, str]:
    """Read "09:00-19:00"."""
    start, dash, end = re.sub(r"\s*(?:[-\u2013\u2014]|\bto\b)\s*", "-", text.strip()).partition("-")
    if not (start and dash and end):
        raise InputError("has no two times", value=text, remedy='write "09:00-19:00"')
    return {"start": start, "end": end}


_MOST_KM_PER_WEEK = 400


def _mileage_km(value: Any, key: str) -> float:
    """Read a mileage, whatever its key is called."""
    return parse_mileage(value, name=key, within=(0.0, _MOST_KM_PER_WEEK))


class EatingWindow(Statement):
    """
    The hours that food is eaten in, ten of them at least; it may pass midnight.

    Male runners who ate within eight hours, told to eat as much as ever, lost 1.9 kg in eight
    weeks (Brady 2021, doi:10.1249/MSS.0000000000002488).

    >>> EatingWindow.of(start="09:00", end="19:00").minutes
    600
    """

    start: TimeOfDay
    end: TimeOfDay

    @property
    def minutes(self) -> int:
        """How long it is."""
        first, last = (60 * clock.hour + clock.minute for clock in (self.start, self.end))
        return (last - first) % int(DAY_MIN)

    @model_validator(mode="after")
    def _long_enough(self) -> Self:
        if self.minutes < LEAST_WINDOW_MIN:
            raise InputError(
                f"from {self.start:%H:%M} to {self.end:%H:%M} is {self.minutes / 60:.3g} h, under "
                f"the {LEAST_WINDOW_MIN // 60} h that fuelcalc plans: in fewer, runners lose mass "
                "unasked, and a fast through the day, as in Ramadan, is not planned",
                remedy="write a longer one, or leave it out",
            )
        return self


LEAST_WINDOW_MIN = 600
LEAST_BETWEEN_MEALS_MIN = 60


class Athlete(Statement):
    """
    Who eats. Canonical units here; `Athlete.of` takes text with units.

    >>> athlete = Athlete.of(sex="female", age=34, mass="137 lb", height="5 ft 6 in")
    >>> round(athlete.mass_kg, 2)
    62.14
    """

    also: ClassVar[Mapping[str, tuple[str, Callable[[Any, str], Any]]]] = {
        "weekly_mileage": ("weekly_mileage_km", _mileage_km),
        "mileage": ("weekly_mileage_km", _mileage_km),
    }

    @classmethod
    def read_key(cls, key: Any, value: Any) -> tuple[str, Any]:
        """Turn one key and its value into a field's name and its value; "f" is female."""
        if key == "sex" and isinstance(value, str):
            value = SEXES.get(value.strip().casefold(), value)
        elif key == "diet" and isinstance(value, str):
            value = DIET_OF.get(value, value)
        elif key == "conditions" and isinstance(value, list | tuple):
            named = [condition_named(word) for word in value]
            value = [one for place, one in enumerate(named) if one not in named[:place]]
        elif key == "age":
            value = years_from(value)
        elif key == "steps":
            value = count_from(value, key)
        return super().read_key(key, value)

    name: Text | None = None
    sex: Sex
    age: Annotated[float | None, Field(ge=14, le=90)] = None
    birth_date: Annotated[date | None, Field(ge=FIRST_DATE, le=LAST_DATE)] = None
    mass_kg: Annotated[float, In("kg"), Field(ge=30, le=250)]
    height_cm: Annotated[float, In("cm"), Field(ge=120, le=230)]
    body_fat_share: Annotated[float | None, In("share"), Field(ge=0.03, le=0.60)] = None
    body_fat_method: BodyFatMethod = "scale"
    daily_life: DailyLife = "desk"
    steps: Annotated[int | None, Field(ge=0, le=60_000)] = None
    learned: LearnedLife | None = None
    lifting_experience: Experience = "intermediate"
    diet: Diet = "omnivore"
    restrictions: Annotated[tuple[str, ...], AfterValidator(restrictions_named)] = ()
    avoid: Annotated[tuple[str, ...], AfterValidator(allergens_named)] = ()
    dislikes: Annotated[tuple[Text, ...], Field(max_length=200)] = ()
    likes: Annotated[tuple[Text, ...], Field(max_length=200)] = ()
    weekday_cooking_min: Annotated[float | None, In("min"), Field(ge=0, le=300)] = None
    variety: Variety = "usual"
    appetite: Appetite = "usual"
    lunch: Lunch | None = None
    weekly_mileage_km: Annotated[
        float | None, In("km_per_week"), Field(ge=0, le=_MOST_KM_PER_WEEK)
    ] = None
    weekly_lifts: Annotated[int | None, Field(ge=0, le=14)] = None
    longest_run_30d_km: Annotated[float | None, In("km"), Field(ge=0.1, le=300)] = None
    usual_intake_kcal: Annotated[float | None, In("kcal"), Field(ge=500, le=10_000)] = None
    resting_energy_kcal_per_day: Annotated[
        float | None, In("kcal_per_day"), Field(ge=600, le=5000)
    ] = None
    resting_equation: RestingEquation | None = None
    running_equation: RunningEquation | None = None
    running_economy_kcal_per_kg_per_km: Annotated[
        float | None, In("kcal_per_kg_per_km"), Field(ge=0.6, le=1.6)
    ] = None
    sweat_rate_l_per_h: Annotated[float | None, In("l_per_h"), Field(ge=0.1, le=4)] = None
    sweat_sodium_mg_per_l: Annotated[float | None, In("mg_per_l"), Field(ge=100, le=2500)] = None
    recent_race: Annotated[Race | None, FromText(_race_from_text, "10 km in 48:30")] = None
    carbohydrate_tolerance_g_per_h: Annotated[float | None, In("g_per_h"), Field(ge=20, le=120)] = (
        None
    )
    caffeine: bool = False
    meals_per_day: Annotated[int, Field(ge=2, le=6)] = 3
    meal_times: Annotated[tuple[TimeOfDay, ...] | None, Field(min_length=2, max_length=6)] = None
    snacks: bool = True
    eating_window: Annotated[EatingWindow | None, FromText(_window_from_text, "09:00-19:00")] = None
    time_zone: Annotated[Text | None, AfterValidator(zone_named)] = None
    conditions: tuple[Condition, ...] = ()
    clinician_agreed: bool = False
    heat_acclimatised: bool = False
    deficit_since: Annotated[date | None, Field(ge=FIRST_DATE, le=LAST_DATE)] = None
    units: Units | None = None
    energy_unit: EnergyUnit | None = None
    clock: ClockHours | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        check_tastes(self.likes, dislikes=self.dislikes, avoid=self.avoid)
        if (self.age is None) == (self.birth_date is None):
            raise InputError("give either age = 34 or birth_date = 1992-05-01")
        if self.resting_energy_kcal_per_day is not None and self.resting_equation is not None:
            problem = "resting_energy is measured, so resting_equation has no use"
            raise InputError(problem, remedy="keep one")
        if self.resting_equation in _NEED_BODY_FAT and self.body_fat_share is None:
            raise InputError(f"resting_equation {self.resting_equation} needs body_fat")
        self._check_meals()
        return self

    def _check_meals(self) -> None:
        """Hold that meal times are in order, and as many as the meals asked for."""
        if self.meal_times is None:
            return
        if list(self.meal_times) != sorted(set(self.meal_times)):
            raise InputError("meal_times must be in order, earliest first, each once")
        minutes = [60 * meal.hour + meal.minute for meal in self.meal_times]
        for first, second in pairwise(minutes):
            if second - first < LEAST_BETWEEN_MEALS_MIN:
                raise InputError(
                    f"meal_times {_clock(first)} and {_clock(second)} are {second - first} min "
                    f"apart, under {LEAST_BETWEEN_MEALS_MIN}",
                    remedy="write one meal for both, or an hour between",
                )
        self._check_window(minutes)
        asked = "meals_per_day" in self.model_fields_set
        if asked and self.meals_per_day != len(self.meal_times):
            raise InputError(
                f"meals_per_day is {self.meals_per_day}, but meal_times has {len(self.meal_times)}",
                remedy="keep one of them",
            )

    def _check_window(self, meals: Sequence[int]) -> None:
        """Hold that meals of a set time, in minutes, are within the eating window."""
        window = self.eating_window
        if window is None:
            return
        start = 60 * window.start.hour + window.start.minute
        for minute in meals:
            if (minute - start) % int(DAY_MIN) >= window.minutes:
                raise InputError(
                    f"meal_times {_clock(minute)} is outside the eating_window from "
                    f"{window.start:%H:%M} to {window.end:%H:%M}",
                    remedy="move one of them",
                )

    def age_on(self, day: date | None) -> float:
        """
        Age in years on a date.

        Raises:
            InputError: A birth date needs the day's date, or gives an age outside 14 to 90.
        """
        if self.age is not None:
            return self.age
        assert self.birth_date is not None  # noqa: S101 - the validator holds it
        if day is None:
            raise InputError(
                "the day has no date to count to",
                argument="birth_date",
                value=self.birth_date,
                quote="",
                remedy="write date = 2026-11-26",
            )
        age = _years(self.birth_date, day)
        if not 14.0 <= age <= 90.0:
            raise InputError(
                f"gives an age of {age:.4g} on {day}, outside 14 to 90, what fuelcalc plans for",
                argument="birth_date",
                value=self.birth_date,
                allowed=Span(14, 90, "y"),
                remedy="check both dates",
            )
        return age

    @property
    def printed_name(self) -> str:
        """Their name without control characters; nothing where they gave none."""
        return "".join(c for c in self.name or "" if c.isprintable()).strip()

    @property
    def bmi(self) -> float:
        """Body mass index, kg per square metre."""
        return self.mass_kg / (self.height_cm / 100.0) ** 2


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _years(born: date, day: date) -> float:
    """Years from birth, whole on every birthday."""
    birthdays = [_birthday(born, year) for year in (day.year - 1, day.year, day.year + 1)]
    first = 1 if birthdays[1] <= day else 0
    last, following = birthdays[first], birthdays[first + 1]
    return last.year - born.year + (day - last) / (following - last)


def _birthday(born: date, year: int) -> date:
    """The birthday in a year; without a 29 February it is on 1 March."""
    leaps = (born.month, born.day) == (2, 29) and not isleap(year)
    return date(year, 3, 1) if leaps else born.replace(year=year)


_NEED_BODY_FAT = (
    "mifflin-ffm",
    "cunningham-1980",
    "cunningham-1991",
    "ten-haaf-ffm",
    "tinsley-ffm",
)


# What an example repeats of a number that somebody wrote; more is no amount of anything.
_MOST_NUMBER = 1e6


class Goal(Statement):
    """
    What the athlete wants, and where in the season.

    >>> Goal.of(aim="build", balance="+250 kcal").balance_kcal
    250.0
    """

    aim: Literal["build", "maintain", "perform"] = "maintain"
    season: Literal[
        "off-season", "base", "5k-10k", "half", "marathon", "taper", "race-week", "recovery",
        "injured",
    ] = "base"  # fmt: skip
    balance_kcal: Annotated[float | None, In("kcal"), Field(ge=-1500, le=1500)] = None
    protein: Annotated[OwnTarget | None, FromText(own_target_from_text, EXAMPLE, tells=True)] = None
    carbohydrate: Annotated[
        OwnTarget | None, FromText(own_target_from_text, EXAMPLE, tells=True)
    ] = None
    fat: Annotated[OwnTarget | None, FromText(own_target_from_text, EXAMPLE, tells=True)] = None

    @classmethod
    def read_key(cls, key: Any, value: Any) -> tuple[str, Any]:
        """Turn one key and its value into a field's name and its value; amounts want a unit."""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if key in {"protein", "carbohydrate", "fat"} and is_number:
            grams = shown(value) if abs(value) < _MOST_NUMBER else "150"
            remedy = f'write "{grams} g", "2 g/kg" or "25 %"'
            raise InputError("has no unit", argument=key, value=value, remedy=remedy)
        return super().read_key(key, value)

    @model_validator(mode="after")
    def _one_is_the_rest(self) -> Self:
        if None not in {self.protein, self.carbohydrate, self.fat}:
            raise InputError(
                "protein, carbohydrate and fat are all asked for, and one of them is what is left",
                remedy="leave one out",
            )
        return self
