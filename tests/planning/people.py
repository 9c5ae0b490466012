"""The athletes, days and foods that the tests of this folder plan with."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

import numpy as np

from fuelcalc.importers.own_foods.food_file import OwnFoods, own_pantry
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.dishes import Component, Dish, Variant
from fuelcalc.models.foods import Food, Measure
from fuelcalc.models.menu import Relaxed
from fuelcalc.models.nutrients import Nutrients
from fuelcalc.models.sessions import Exercise, Lift, Other, Run
from fuelcalc.models.timeline import Entry, Item
from fuelcalc.pantry import Pantry
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.aims import DayAims, least_costs
from fuelcalc.planning.menu.counts import COLUMNS, ENERGY, PLACE
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.tolerances import Want
from fuelcalc.reports.labels import entry_label
from fuelcalc.reports.look import Look
from fuelcalc.reports.misses import place_text

BUILD = Goal(aim="build", season="base")


def athlete(**changes: Any) -> Athlete:
    """A 34-year-old woman of 62 kg with 22 % body fat, unless changed."""
    usual: dict[str, Any] = {
        "sex": "female", "age": 34.0, "mass_kg": 62.0, "height_cm": 168.0, "body_fat_share": 0.22,
    }  # fmt: skip
    return Athlete.of(**{**usual, **changes})


def man(**changes: Any) -> Athlete:
    """The man of 75 kg, 178 cm, 30 years and 15 % body fat that published examples use."""
    usual: dict[str, Any] = {
        "sex": "male", "age": 30.0, "mass_kg": 75.0, "height_cm": 178.0, "body_fat_share": 0.15,
    }  # fmt: skip
    return Athlete.of(**{**usual, **changes})


def run(start: str | None = "06:30", **changes: Any) -> Run:
    """Ten easy kilometres at 5:40, unless changed."""
    usual: dict[str, Any] = {"distance_km": 10.0, "pace_s_per_km": 340.0}
    if {"segments", "duration_min"} & set(changes):
        usual = {}
    return Run.of(start=start, **{**usual, **changes})


def lift(start: str | None = "18:00", **changes: Any) -> Lift:
    """An hour of heavy squats and the like, unless changed."""
    usual: dict[str, Any] = {"duration_min": 60.0, "style": "heavy", "focus": "lower"}
    return Lift.of(start=start, **{**usual, **changes})


def ride(start: str | None = "12:00", **changes: Any) -> Other:
    """Forty minutes on a bicycle, unless changed."""
    usual: dict[str, Any] = {"duration_min": 40.0, "activity": "cycling"}
    if {"met", "energy_kcal"} & set(changes):
        del usual["activity"]
    return Other.of(start=start, **{**usual, **changes})


def exercise(sets: int, reps: int, load_kg: float | None = None) -> Exercise:
    """Sets of one exercise."""
    return Exercise(sets=sets, reps=reps, load_kg=load_kg)


def day(*sessions: Run | Lift | Other, wake: str | None = None, **changes: Any) -> Day:
    """A day with these sessions."""
    groups: dict[str, list[Any]] = {"runs": [], "lifts": [], "other": []}
    for one in sessions:
        groups[{Run: "runs", Lift: "lifts", Other: "other"}[type(one)]].append(one)
    return Day.of(wake=wake, **groups, **changes)


def plan(who: Athlete | None = None, when: Day | None = None, **options: Any) -> DayPlan:
    """A plan without foods for somebody on a day; by default a rest day of the woman."""
    options = {"menu": False, **options}
    goal = options.pop("goal", None)
    return plan_day(who or athlete(), when or day(), goal, **options)


def codes(found: DayPlan) -> list[str]:
    """The codes of a plan's notes."""
    return [note.code for note in found.notes]


def reasons(found: DayPlan) -> list[str]:
    """The codes of a plan's reasons, in order."""
    assert found.energy is not None
    return [reason.code for reason in found.energy.reasons]


def feedings(found: DayPlan, kind: str | None = None) -> list[Entry]:
    """The feedings of a plan, of one kind or all."""
    entries = [entry for entry in found.timeline or () if entry.is_feeding]
    return [entry for entry in entries if kind in {None, entry.kind}]


def caffeine(found: DayPlan) -> list[tuple[time, float | None]]:
    """When the clock says caffeine, and how much of it in mg."""
    entries = [entry for entry in found.timeline or () if entry.kind == "caffeine"]
    return [(entry.start, entry.caffeine_mg) for entry in entries]


def label(entry: Entry) -> str:
    """What a line of the clock is called."""
    return entry_label(entry, Look())


def labelled(found: DayPlan, part: str) -> Entry:
    """The one feeding whose label holds some words."""
    (entry,) = [entry for entry in feedings(found) if part in label(entry)]
    return entry


def at(hours: int, minutes: int = 0) -> time:
    """A time of day."""
    return time(hours, minutes)


MONDAY = date(2026, 11, 2)


def training_day(number: int) -> Day:
    """Day 0, 1, 2 ... of a usual plan: each week runs, lifts, both, and two days of rest."""
    when = MONDAY + timedelta(number)
    week = (
        day(run(), date=when),
        day(lift(), date=when),
        day(run(), lift(), date=when),
        day(date=when),
        day(run("17:30", distance_km=8.0, effort="tempo"), date=when),
        day(run("07:30", distance_km=25.0), date=when),
        day(date=when),
    )
    return week[number % 7]


def eaten(found: DayPlan) -> list[Item]:
    """Every food of a plan."""
    return [item for entry in feedings(found) for item in entry.items]


def dishes(found: DayPlan) -> dict[str, str | None]:
    """The dish of each feeding that has one, by what the feeding is called and its time."""
    return {
        f"{entry.feeding_name.called} ({entry.start:%H:%M})": entry.dish_id
        for entry in feedings(found)
        if entry.dish_id
    }


def place_of(one: Relaxed) -> str:
    """Where something gave way: the feeding and its time, or the day."""
    return place_text(one, Look())


def own_foods(*foods: dict[str, Any], dishes: Any = ()) -> Pantry:
    """The bundled foods and dishes with somebody's own over them."""
    return own_pantry(OwnFoods.of(foods=list(foods), dishes=list(dishes)))


def food(food_id: str = "test", *, step: float = 1.0, most: float = 5.0, **nutrients: Any) -> Food:
    """A food whose household measure weighs 100 g, so that it holds what is given here."""
    portion = Measure("cup", "cups", 100.0, None, "count", step, most)
    return Food(
        food_id=food_id, name=food_id, synonyms=(), source="test", description="", role="grain",
        when=(), allergens=(), may_contain=(), diet="vegan", suits=(), portion=portion,
        eaten_as_is=True, high_fodmap=False, glycaemic_index=None, ala_basis="",
        caution="", per_100g=Nutrients(**nutrients),
    )  # fmt: skip


def option(
    name: str,
    holds: list[tuple[float, ...]],
    *,
    steps: int = 1,
    least: int | None = None,
    most: int | None = None,
    taste: float = 0.0,
    side: str | None = None,
    minutes: float = 10.0,
) -> Option:
    """
    A dish for a feeding, in fixed portions unless a range is given.

    `holds` is, for each food, what a step of it holds: protein, carbohydrate, fat, fibre, drink.
    """
    foods = tuple(food(f"{name}-{place}") for place in range(len(holds)))
    parts = tuple(Component(one.food_id, 0.0, 1.0, 9.0) for one in foods)
    main = Dish(name, name, ("lunch",), minutes, 1, "", (), "")
    variants = [Variant(main, name, foods, parts)]
    if side is not None:
        variants.append(Variant(Dish(side, side, ("side",), 0.0, 1, "", (), ""), side, (), ()))
    unit = np.zeros((len(holds), len(COLUMNS)))
    for place, amounts in enumerate(holds):
        unit[place, : len(amounts)] = amounts
        unit[place, ENERGY] = unit[place, :3] @ (4.0, 4.0, 9.0)
    chosen = np.full(len(holds), steps, dtype=np.int64)
    low, high = (steps if end is None else end for end in (least, most))
    return Option(
        variants=tuple(variants),
        foods=foods,
        unit=unit,
        levels=np.array([range(low, high + 1)] * len(holds), dtype=np.int64),
        usual=chosen.astype(float),
        weight=np.full(len(holds), 0.1),
        steps=chosen,
        taste=taste,
    )


def aims(wants: Sequence[Want], **references: tuple[float, float]) -> DayAims:
    """What a day of some feedings should hold."""
    least, most = np.zeros(len(COLUMNS)), np.full(len(COLUMNS), np.inf)
    for name, (floor, ceiling) in references.items():
        least[PLACE[name]], most[PLACE[name]] = floor, ceiling
    return DayAims(
        np.array([want.macros_g for want in wants]).sum(axis=0), least, least_costs(COLUMNS), most
    )


def row(**held: float) -> np.ndarray:
    """What a day holds, by nutrient."""
    found = np.zeros(len(COLUMNS))
    for name, amount in held.items():
        found[PLACE[name]] = amount
    found[ENERGY] = found[:3] @ (4.0, 4.0, 9.0)
    return found
