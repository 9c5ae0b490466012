"""How near a day's menu comes to the cheapest there is, and how its time grows; only printed."""

import statistics
import time
from dataclasses import replace
from datetime import date, timedelta
from math import floor
from typing import NamedTuple

import numpy as np
from exact import Puzzle, call_of, exact_day, small_puzzle

from fuelcalc import Athlete, Day, Goal
from fuelcalc.models.dishes import Component, Dish
from fuelcalc.models.foods import Food
from fuelcalc.pantry import BUNDLED, Pantry
from fuelcalc.planning.menu.choice import chosen_menu
from fuelcalc.planning.menu.plates import fed_day
from fuelcalc.planning.menu.search import best_day

N_DAYS, N_JUDGED = 12, 16
LIMIT_S, ALL_LIMIT_S = 10.0, 25.0
"""Longest for one day's solver, and for all of them together; no day is begun after that."""

RUNS = 5
MONDAY = date(2026, 3, 2)
DIETS = ("omnivore", "omnivore", "vegetarian", "omnivore", "vegan", "pescatarian")
SIZES = ((52, 162), (75, 178), (62, 168), (88, 186), (58, 165), (68, 174))
RUN_STARTS, LIFT_STARTS = ("06:30", "17:30", "12:15"), ("19:30", "09:00", "07:30")
MORE_STEPS = (1, -1, 2)
"""How many steps the largest amounts of each copy of a dish differ."""


def case_of(number: int) -> tuple[Athlete, Day, Goal]:
    """Somebody else on another day, for every number."""
    mass_kg, height_cm = SIZES[number % 6]
    athlete = Athlete.of(
        sex=("female", "male")[number % 2],
        age=22 + 7 * number % 45,
        mass=f"{mass_kg} kg",
        height=f"{height_cm} cm",
        body_fat="20 %",
        diet=DIETS[number % 6],
        meals_per_day=3 if number % 3 else 4,
    )
    run = {
        "distance": f"{6 + 5 * number % 16} km",
        "pace": "5:30 /km",
        "start": RUN_STARTS[number % 3],
    }
    lift = {
        "duration": "60 min",
        "style": "heavy",
        "focus": "lower",
        "start": LIFT_STARTS[number % 3],
    }
    day = Day.of(
        date=MONDAY + timedelta(number),
        runs=[run] if number % 4 != 3 else [],
        lifts=[lift] if number % 2 else [],
    )
    return athlete, day, Goal(aim=("build", "maintain", "perform")[number % 3])


class Judged(NamedTuple):
    """
    One day beside the cheapest.

    Attributes:
        ours: What our day costs.
        best: What the cheapest costs; where the solver did not finish, what none is below.
        our_ms: Our time.
        solver_s: The solver's time.
        finished: Whether it finished.
    """

    ours: float
    best: float
    our_ms: float
    solver_s: float
    finished: bool

    @property
    def distance(self) -> float:
        """How much dearer ours is; rounded, since sums in another order differ by a hair."""
        return round(self.ours - self.best, 9) + 0.0

    @property
    def share(self) -> float:
        """The same as a share of the best."""
        return self.distance / self.best if self.best > 0.0 else float("inf")

    def line(self, name: str) -> str:
        """A line of the table."""
        end = "" if self.finished else "  not finished: the best is a floor"
        return (
            f"{name:12s}{self.ours:8.3f}{self.best:10.3f}{self.distance:10.3f}"
            f"{100.0 * self.share:8.1f} %{self.our_ms:8.1f} ms{self.solver_s:8.2f} s{end}"
        )


def _judged(puzzle: Puzzle, limit_s: float) -> Judged:
    """Choose the same day by our search and by the solver."""
    times_ms = []
    for _ in range(RUNS):
        began = time.perf_counter()
        ours = best_day(puzzle.options, puzzle.wants, puzzle.aims)
        times_ms.append(1e3 * (time.perf_counter() - began))
    exact = exact_day(puzzle, limit_s=limit_s)
    our_ms = statistics.median(times_ms)
    return Judged(puzzle.cost(ours), exact.cost, our_ms, exact.seconds, exact.day is not None)


def test_reports_the_distance_from_the_cheapest_day(capsys):
    """Three meals with four dishes each: ours beside the solver's, printed."""
    rows: list[Judged] = []
    for number in range(N_JUDGED):
        left_s = ALL_LIMIT_S - sum(row.solver_s for row in rows)
        if left_s < 1.0:
            break
        puzzle = small_puzzle(call_of(*case_of(number)).chosen)
        rows.append(_judged(puzzle, min(LIMIT_S, left_s)))
    far, share, our_ms, solver_s = (
        [row.distance for row in rows],
        [100.0 * row.share for row in rows],
        [row.our_ms for row in rows],
        [row.solver_s for row in rows],
    )
    with capsys.disabled():
        print("\n3 meals x 4 dishes    ours      best  distance     share    our time  solver")
        for number, row in enumerate(rows):
            print(row.line(f"day {number}"))
        for name, of in (("median", statistics.median), ("mean", statistics.mean), ("worst", max)):
            print(
                f"{name:30s}{of(far):10.3f}{of(share):8.1f} %{of(our_ms):8.1f} ms"
                f"{of(solver_s):8.2f} s"
            )
        print(f"the solver finished {sum(row.finished for row in rows)} of {len(rows)} days")
    assert all(row.ours >= row.best - 1e-6 for row in rows)


def more_foods(times: int) -> Pantry:
    """The bundled foods and dishes so many times, copies under ids of their own."""
    foods: list[Food] = []
    dishes: list[Dish] = []
    for copy in range(1, times):
        foods += [replace(food, food_id=f"{food.food_id}-{copy}") for food in BUNDLED.foods]
        dishes += [_copied(dish, copy) for dish in BUNDLED.dishes]
    return Pantry(tuple(foods), tuple(dishes))


def _copied(dish: Dish, copy: int) -> Dish:
    """A dish of the copied foods, whose largest amounts are a step or two different."""

    def part(component: Component) -> Component:
        portion = BUNDLED.by_id[component.food_id].portion
        most = component.most
        if component.least < most:
            largest = floor(portion.most / portion.step + 1e-6) * portion.step
            moved = most + MORE_STEPS[copy - 1] * portion.step
            most = min(moved if moved >= component.usual else most, max(largest, most))
        return replace(component, food_id=f"{component.food_id}-{copy}", most=most)

    places = tuple(tuple(part(component) for component in place) for place in dish.places)
    return replace(dish, dish_id=f"{dish.dish_id}-{copy}", places=places)


def _reference_ms() -> float:
    """A fixed piece of work of the menu's kind: small arrays, many times."""
    grid = np.linspace(-1.0, 1.0, 4000).reshape(-1, 5)
    began = time.process_time()
    for _ in range(500):
        off = np.abs(grid - 0.1)
        (0.6 * off + 60.0 * np.maximum(off - 0.9, 0.0)).sum(axis=-1).argmin()
    return 1e3 * (time.process_time() - began)


class Timed(NamedTuple):
    """How long menus took, as such and beside the reference, and what they cost."""

    ms: list[float]
    ratios: list[float]
    costs: list[float]


def timed_menus(pantry: Pantry, calls: list) -> Timed:
    """Choose the menu of every call but the first out of a pantry; the first warms up."""
    result = Timed([], [], [])
    for call in calls:
        context, feedings, asked = call.fed
        asked = asked._replace(pantry=pantry)
        began = time.process_time()
        fed_day(context, feedings, asked)
        ms = 1e3 * (time.process_time() - began)
        result.ms.append(ms)
        result.ratios.append(ms / _reference_ms())
        slots, aims, limits, wishes, _ = call.chosen
        options = chosen_menu(slots, aims, limits, wishes, pantry, kept={})
        pairs = [
            (option, slot.want)
            for option, slot in zip(options, slots, strict=True)
            if option is not None
        ]
        puzzle = Puzzle([[option] for option, _ in pairs], [want for _, want in pairs], aims)
        result.costs.append(puzzle.cost([option for option, _ in pairs]))
    return Timed(*(values[1:] for values in result))


def test_reports_the_time_of_a_day_and_how_it_grows(capsys):
    """The food of twelve days with the dishes once, twice and four times, printed."""
    calls = [call_of(*case_of(number)) for number in range(N_DAYS, -1, -1)]
    found = {times: timed_menus(more_foods(times), calls) for times in (1, 2, 4)}
    once = found[1]
    with capsys.disabled():
        print(f"\nmenu of a whole day, {N_DAYS} days")
        for times, timed in found.items():
            grown = statistics.median(a / b for a, b in zip(timed.ms, once.ms, strict=True))
            change = [b - a for a, b in zip(once.costs, timed.costs, strict=True)]
            print(
                f"dishes x {times}: median {statistics.median(timed.ratios):.2f} x the reference, "
                f"{statistics.median(timed.ms):.1f} ms (worst {max(timed.ms):.1f}), "
                f"{grown:.2f} x the time of one; cost mean {statistics.mean(timed.costs):.3f}, "
                f"dearer on {sum(one > 1e-6 for one in change)} days (by {max(change):.3f} at "
                f"most), cheaper on {sum(one < -1e-6 for one in change)}"
            )
    assert len(once.ms) == N_DAYS
