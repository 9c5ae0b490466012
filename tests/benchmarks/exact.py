"""
The cheapest day there is, by an exact solver: what the menu's own search is held against.

The cost of a day is convex and piecewise linear in its portions, so that one dish a feeding and
whole steps of each food make a mixed-integer linear programme.
"""

import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unittest import mock

import highspy
import numpy as np

from fuelcalc import Athlete, Day, Goal, plan_day
from fuelcalc.planning.menu import fit, plates, search
from fuelcalc.planning.menu.choice import chosen_menu, options_for
from fuelcalc.planning.menu.fit import Want
from fuelcalc.planning.menu.search import DayAims, Option

N_MEALS, N_DISHES = 3, 4
NO_LIMIT_S = 1e6
_TOLERANCE = 1e-9
_GAP = 1e-7

Line = Mapping[int, float]
"""A sum over columns: what each counts."""


def day_cost(day: Sequence[Option], wants: Sequence[Want], aims: DayAims) -> float:
    """What a whole day costs, clashes apart."""
    alone = sum(one.taste + one.fit_cost(want) for one, want in zip(day, wants, strict=True))
    return alone + float(aims.cost(sum((one.held for one in day), np.zeros(aims.least.shape))))


class Puzzle(NamedTuple):
    """
    A day to choose for.

    Attributes:
        options: What there is for each feeding.
        wants: What each feeding should hold.
        aims: What the day should hold.
    """

    options: Sequence[Sequence[Option]]
    wants: Sequence[Want]
    aims: DayAims

    def cost(self, day: Sequence[Option]) -> float:
        """What a day costs by fuelcalc's own account, clashes included."""
        clashes = np.triu(search._clashes(day), k=1).sum()  # noqa: SLF001 - the cost's other half
        return day_cost(day, self.wants, self.aims) + float(clashes)


class Exact(NamedTuple):
    """
    What the solver says of a puzzle.

    Attributes:
        cost: What the cheapest day costs; where the solver did not finish, what none is below.
        day: One option a feeding in its portions, or None where the solver did not finish.
        seconds: How long it took.
    """

    cost: float
    day: list[Option] | None
    seconds: float


class Call(NamedTuple):
    """What `plan_day` asks of a menu: the arguments of `fed_day` and of `chosen_menu`."""

    fed: tuple
    chosen: tuple


def call_of(athlete: Athlete, day: Day, goal: Goal) -> Call:
    """Plan a day, and keep what its menu was asked."""
    with (
        mock.patch.object(plates, "fed_day", wraps=plates.fed_day) as fed,
        mock.patch.object(plates, "chosen_menu", wraps=chosen_menu) as chosen,
    ):
        plan_day(athlete, day, goal)
    return Call(fed.call_args.args, chosen.call_args.args)


def whole_puzzle(chosen: tuple) -> Puzzle:
    """All feedings of a day that anything may be eaten at, with all that the menu weighs."""
    slots, aims, limits, wishes, pantry = chosen
    offered = [(options_for(slot, limits, wishes, pantry), slot.want) for slot in slots]
    filled = [(options, want) for options, want in offered if options]
    return Puzzle([options for options, _ in filled], [want for _, want in filled], aims)


def small_puzzle(chosen: tuple) -> Puzzle:
    """The first three meals of a day as if they were a day, with the best four dishes of each."""
    slots, aims, limits, wishes, pantry = chosen
    wishes = wishes._replace(is_planned=False)
    meals = [slot for slot in slots if slot.feeding.is_meal][:N_MEALS]
    wants = [slot.want for slot in meals]
    share = sum(want.energy_kcal for want in wants) / aims.energy_kcal
    return Puzzle(
        [options_for(slot, limits, wishes, pantry)[:N_DISHES] for slot in meals],
        wants,
        aims._replace(
            macros_g=np.array([want.macros_g for want in wants]).sum(axis=0),
            least=aims.least * share,
            most=aims.most * share,
        ),
    )


class _Programme:
    """A linear programme on its way: columns with costs and limits, and rows."""

    def __init__(self) -> None:
        """Begin with one column, which is always 1: the day itself."""
        self.costs: list[float] = []
        self.lows: list[float] = []
        self.highs: list[float] = []
        self.whole: list[int] = []
        self.rows: list[tuple[Line, float, float]] = []
        self.day = self.column(low=1.0, high=1.0)

    def column(self, cost: float = 0.0, low: float = 0.0, high: float = highspy.kHighsInf) -> int:
        """Add a number that may be chosen."""
        self.costs.append(float(cost))
        self.lows.append(float(low))
        self.highs.append(float(high))
        return len(self.costs) - 1

    def steps(self, most: float, cost: float = 0.0) -> int:
        """Add a whole number."""
        self.whole.append(self.column(cost, high=most))
        return self.whole[-1]

    def above(self, cost: float, *lines: Line) -> int:
        """Charge the most of some sums, or nothing where all are below 0."""
        column = self.column(cost)
        for line in lines:
            self.rows.append(({**line, column: -1.0}, -highspy.kHighsInf, 0.0))
        return column

    def bands(self, held: Sequence[Line], of: int, pulls: fit.Pulls) -> None:
        """Charge the distance of each sum from what is asked, and more beyond its band."""
        for place, column in enumerate(fit.JUDGED_COLUMNS):
            for side, sign in enumerate((-1.0, 1.0)):
                far = {c: sign * amount for c, amount in held[column].items()}
                far[of] = -sign * pulls.asked[place]
                self.above(pulls.pull[side, place], far)
                width = pulls.width[side, place]
                if width < np.inf:
                    beyond = {c: amount / width for c, amount in far.items()}
                    beyond[of] -= fit.NEAR_EDGE
                    self.above(fit.OUTSIDE_COST, beyond)

    def solver(self, limit_s: float) -> highspy.Highs:
        """The programme as the solver takes it."""
        solver = highspy.Highs()
        solver.silent()
        for name, value in {
            "time_limit": limit_s,
            "threads": 1,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": _GAP,
            "mip_allow_restart": False,
            "mip_heuristic_effort": 0.0,
            "mip_feasibility_tolerance": _TOLERANCE,
            "primal_feasibility_tolerance": _TOLERANCE,
        }.items():
            solver.setOptionValue(name, value)
        none = np.zeros(0)
        limits = (np.array(values) for values in (self.costs, self.lows, self.highs))
        solver.addCols(len(self.costs), *limits, 0, none, none, none)
        kinds = np.full(len(self.whole), highspy.HighsVarType.kInteger)
        solver.changeColsIntegrality(len(self.whole), np.array(self.whole), kinds)
        for line, low, high in self.rows:
            solver.addRow(low, high, len(line), np.array([*line]), np.array([*line.values()]))
        return solver


class _Places(NamedTuple):
    """Where an option stands in the programme: whether it is chosen, and the steps of its foods."""

    chosen: int
    steps: list[int]


def _add_option(programme: _Programme, option: Option, want: Want) -> _Places:
    """Add one option: everything is 0 unless it is chosen."""
    chosen = programme.steps(1.0, option.taste)
    steps = []
    for levels, usual, weight in zip(option.levels, option.usual, option.weight, strict=True):
        step = programme.column()
        taken = {int(level): programme.steps(1.0) for level in levels}
        # One level of a food whose dish is chosen, none of another.
        programme.rows.append((dict.fromkeys(taken.values(), 1.0) | {chosen: -1.0}, 0.0, 0.0))
        line = {column: -float(level) for level, column in taken.items()}
        programme.rows.append((line | {step: 1.0}, 0.0, 0.0))
        programme.above(weight, {step: 1.0, chosen: -usual}, {step: -1.0, chosen: usual})
        steps.append(step)
    unit = search.judged(option.unit, want)
    held = [dict(zip(steps, unit[:, place], strict=True)) for place in range(unit.shape[1])]
    programme.bands(held, chosen, fit.pulls_of(want))
    for place, most, cost in (
        (2, want.most_fat_g, fit.CEILING_COST_PER_G),
        (3, want.most_fibre_g, fit.CEILING_COST_PER_G),
        (3, want.much_fibre_g, fit.MUCH_FIBRE_COST_PER_G),
        (4, want.most_drink_ml, fit.CEILING_COST_PER_ML),
    ):
        if most < float("inf"):
            programme.above(cost, {**held[place], chosen: -most})
    return _Places(chosen, steps)


def _add_day(programme: _Programme, held: Sequence[Line], aims: DayAims) -> None:
    """Add what the day's sums cost; *held* has a line for each column of the counts."""
    day = programme.day
    programme.bands(held, day, aims.pulls)
    excess_costs = search._EXCESS_COSTS  # noqa: SLF001 - part of the cost
    rows = zip(held, aims.least, aims.least_cost, aims.most, excess_costs, strict=True)
    for line, least, cost, most, excess_cost in rows:
        if least > 0.0:
            programme.above(cost, {c: -amount / least for c, amount in line.items()} | {day: 1.0})
        if most < float("inf"):
            over = {c: amount / most for c, amount in line.items()}
            programme.above(excess_cost, over | {day: -1.0})


def _add_clashes(
    programme: _Programme, places: Sequence[Sequence[_Places]], puzzle: Puzzle
) -> None:
    """Add what two dishes of one day cost: a share of each pair, 1 where both are chosen."""
    clash = search._clashes([one for options in puzzle.options for one in options])  # noqa: SLF001
    starts = np.cumsum([0, *map(len, places)])
    for one in range(len(places)):
        for two in range(one + 1, len(places)):
            costs = clash[starts[one] : starts[one + 1], starts[two] : starts[two + 1]]
            pairs = np.array([[programme.column(cost) for cost in row] for row in costs])
            for options, sums in ((places[one], pairs), (places[two], pairs.T)):
                for option, row in zip(options, sums, strict=True):
                    line = dict.fromkeys(row.tolist(), 1.0) | {option.chosen: -1.0}
                    programme.rows.append((line, 0.0, 0.0))


def _programme_of(puzzle: Puzzle) -> tuple[_Programme, list[list[_Places]]]:
    """The whole programme, and where each option stands in it."""
    programme = _Programme()
    places: list[list[_Places]] = []
    held: list[dict[int, float]] = [{} for _ in puzzle.aims.least]
    for options, want in zip(puzzle.options, puzzle.wants, strict=True):
        places.append([_add_option(programme, option, want) for option in options])
        programme.rows.append((dict.fromkeys([one.chosen for one in places[-1]], 1.0), 1.0, 1.0))
        for option, place in zip(options, places[-1], strict=True):
            for line, amounts in zip(held, option.unit.T, strict=True):
                line.update(zip(place.steps, amounts, strict=True))
    _add_day(programme, held, puzzle.aims)
    _add_clashes(programme, places, puzzle)
    return programme, places


def exact_day(puzzle: Puzzle, *, limit_s: float = NO_LIMIT_S) -> Exact:
    """
    Find the cheapest day: one option a feeding, and whole steps of each of its foods.

    Args:
        puzzle: The day to choose for.
        limit_s: Longest that the solver may take.
    """
    programme, places = _programme_of(puzzle)
    solver = programme.solver(limit_s)
    began = time.perf_counter()
    solver.run()
    seconds = time.perf_counter() - began
    info = solver.getInfo()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return Exact(info.mip_dual_bound, None, seconds)
    values = np.array(solver.getSolution().col_value)
    day = []
    for options, offered in zip(puzzle.options, places, strict=True):
        best = int(np.argmax([values[one.chosen] for one in offered]))
        steps = np.rint(values[offered[best].steps]).astype(np.int64)
        day.append(options[best]._replace(steps=steps))
    return Exact(info.objective_function_value, day, seconds)


def priced(puzzle: Puzzle, choice: Sequence[int], steps: Sequence[Sequence[int]]) -> float:
    """
    What the programme charges for one given day.

    Args:
        puzzle: The day to choose for.
        choice: Which option, one a feeding.
        steps: The steps of its foods, one row a feeding.
    """
    programme, places = _programme_of(puzzle)
    for offered, best, amounts in zip(places, choice, steps, strict=True):
        fixed = [offered[best].chosen, *offered[best].steps]
        for column, value in zip(fixed, (1, *amounts), strict=True):
            programme.lows[column] = programme.highs[column] = float(value)
    solver = programme.solver(NO_LIMIT_S)
    solver.run()
    return float(solver.getInfo().objective_function_value)
