"""
The cheapest day there is, by an exact solver: what the menu's own search is held against.

The cost of a day is convex and piecewise linear in its portions but for what comes too often,
which is counted; so one dish a feeding and whole steps of each food make a mixed-integer linear
programme. What plates and days are charged is read from the menu itself, and so are its limits.
"""

import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unittest import mock

import highspy
import numpy as np

from fuelcalc import Athlete, Day, Goal, plan_day
from fuelcalc.planning.menu import edited, fit, plates, search
from fuelcalc.planning.menu.aims import DayAims
from fuelcalc.planning.menu.charges import Charges
from fuelcalc.planning.menu.choice import chosen_menu, options_for
from fuelcalc.planning.menu.counts import DRINK, OF_A_DAY, PROTEIN
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.together import counted_in, most_a_day
from fuelcalc.planning.menu.tolerances import Want
from fuelcalc.planning.menu.within import cost_of

N_MEALS, N_DISHES = 3, 4
NO_LIMIT_S = 1e6
_TOLERANCE = 1e-9
_GAP = 1e-7

Line = Mapping[int, float]
"""A sum over columns: what each counts."""


def day_cost(day: Sequence[Option], wants: Sequence[Want], aims: DayAims) -> float:
    """What a day costs by its plates and its sums: what plates cost each other apart."""
    return cost_of(day, wants, aims) + sum(one.taste for one in day)


class Puzzle(NamedTuple):
    """
    A day to choose for.

    Attributes:
        options: What there is for each feeding.
        wants: What each feeding should hold.
        aims: What the day should hold.
        is_held: Whether the ceilings that no day should pass are passed by no day here.
    """

    options: Sequence[Sequence[Option]]
    wants: Sequence[Want]
    aims: DayAims
    is_held: bool = False

    def cost(self, day: Sequence[Option]) -> float:
        """What a day costs by fuelcalc's own account."""
        offered = [
            next(one for one in options if one.variants == eaten.variants)
            for options, eaten in zip(self.options, day, strict=True)
        ]
        # Dishes clash by what brings most protein as they are offered, as the search has it.
        clashes = np.triu(search._clashes(offered), k=1).sum()  # noqa: SLF001 - part of the cost
        counted, enough, price = search._counted(day)  # noqa: SLF001 - part of the cost
        too_often = np.maximum(counted.sum(axis=0) - enough, 0.0) @ price
        return day_cost(day, self.wants, self.aims) + float(clashes + too_often)


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
        mock.patch.object(edited, "chosen_menu", wraps=chosen_menu) as chosen,
    ):
        plan_day(athlete, day, goal)
    return Call(fed.call_args.args, chosen.call_args.args)


def served_puzzle(chosen: tuple) -> tuple[Puzzle, list[Option]]:
    """The dishes that a day's menu serves, with nothing but their portions to choose; and these."""
    slots, aims, *_ = chosen
    seen: list[tuple[Option, Option]] = []

    def filled_up(day: Sequence[Option]) -> list[Option]:
        # What the search bars of a fruit that the day has enough of is left to its price here.
        found = fill_up(day)
        seen.extend(zip(found, day, strict=True))
        return found

    fill_up = search._filled_up  # noqa: SLF001 - to know the portions before it
    with mock.patch.object(search, "_filled_up", filled_up):
        menu = chosen_menu(*chosen, kept={})
    served = [
        (option, slot.want) for option, slot in zip(menu, slots, strict=True) if option is not None
    ]
    day, wants = [option for option, _ in served], [want for _, want in served]
    is_held = not search.is_over(day, aims)
    if not is_held:
        # Where no day was found within the ceilings, as little as may be is above them.
        aims = _given_way(day, aims, aims.held_firmly(cost_of(day, wants, aims)))
    options = [
        [one._replace(levels=next(more.levels for less, more in seen if less.levels is one.levels))]
        for one in day
    ]
    return Puzzle(options, wants, aims, is_held), day


def _given_way(day: Sequence[Option], aims: DayAims, firm: DayAims) -> DayAims:
    """Ceilings that nothing passes, without that of protein where a hungry day passed it."""
    held = sum((one.held for one in day), np.zeros(aims.most.shape))
    is_fed = not aims.has_guarded_protein and held[PROTEIN] > aims.most[PROTEIN]
    return aims.held_but_for_protein(firm) if is_fed else firm


def small_puzzle(chosen: tuple) -> Puzzle:
    """The first three meals of a day as if they were a day, with the best four dishes of each."""
    slots, aims, limits, wishes, pantry = chosen
    wishes = wishes._replace(is_planned=False)
    meals = [slot for slot in slots if slot.feeding.is_meal][:N_MEALS]
    wants = [slot.want for slot in meals]
    share = sum(want.energy_kcal for want in wants) / aims.energy_kcal
    most = aims.most * share
    most[OF_A_DAY] = aims.most[OF_A_DAY]
    return Puzzle(
        [options_for(slot, limits, wishes, pantry)[:N_DISHES] for slot in meals],
        wants,
        aims._replace(
            macros_g=np.array([want.macros_g for want in wants]).sum(axis=0),
            least=aims.least * share,
            most=most,
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

    def charge(self, charges: Charges, held: Sequence[Line], of: int) -> None:
        """Charge what is held of each column beyond a point, if *of* is chosen."""
        for column, start, per_unit in zip(*charges, strict=True):
            line = {food: per_unit * amount for food, amount in held[column].items()}
            self.above(1.0, line | {of: -per_unit * start})

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
    """
    Where an option stands in the programme.

    Attributes:
        chosen: Whether it is chosen.
        steps: The steps of its foods.
        there: Of each food the columns of which one is 1 where there is any of it.
    """

    chosen: int
    steps: list[int]
    there: list[list[int]]


def _add_option(programme: _Programme, option: Option, want: Want) -> _Places:
    """Add one option: everything is 0 unless it is chosen."""
    places = _Places(programme.steps(1.0, option.taste), [], [])
    chosen = places.chosen
    for levels, usual, weight in zip(option.levels, option.usual, option.weight, strict=True):
        step = programme.column()
        taken = {int(level): programme.steps(1.0) for level in levels}
        # One level of a food whose dish is chosen, none of another.
        programme.rows.append((dict.fromkeys(taken.values(), 1.0) | {chosen: -1.0}, 0.0, 0.0))
        line = {column: -float(level) for level, column in taken.items()}
        programme.rows.append((line | {step: 1.0}, 0.0, 0.0))
        programme.above(weight, {step: 1.0, chosen: -usual}, {step: -1.0, chosen: usual})
        places.steps.append(step)
        places.there.append([column for level, column in taken.items() if level > 0])
    unit = search.judged(option.unit, want)
    held = [dict(zip(places.steps, amounts, strict=True)) for amounts in unit.T]
    programme.charge(fit.charges_of(want), held, chosen)
    if want.is_dose:
        # On the move no portions are changed for others that hold more than may be drunk.
        most_ml = max(want.most_drink_ml, float(option.held[DRINK]))
        if most_ml < float("inf"):
            line = held[DRINK] | {chosen: -most_ml}
            programme.rows.append((line, -highspy.kHighsInf, 0.0))
    return places


def _add_day(programme: _Programme, held: Sequence[Line], puzzle: Puzzle) -> None:
    """Add what the day's sums cost; *held* has a line for each column of the counts."""
    aims = puzzle.aims
    programme.charge(aims.charges(), held, programme.day)
    for column in aims.firm if puzzle.is_held else ():
        programme.rows.append((held[column], -highspy.kHighsInf, float(aims.most[column])))


def _add_too_often(
    programme: _Programme, places: Sequence[Sequence[_Places]], puzzle: Puzzle
) -> None:
    """Add what it costs to have a fruit or a starch at too many feedings."""
    times: dict[str, dict[int, float]] = {}
    for options, offered in zip(puzzle.options, places, strict=True):
        here: dict[str, int] = {}
        for option, place in zip(options, offered, strict=True):
            for food, there in zip(option.foods, place.there, strict=True):
                for word in counted_in(option.variants, (food,), [1]):
                    if word not in here:
                        here[word] = programme.column()
                    line = dict.fromkeys(there, 1.0) | {here[word]: -1.0}
                    programme.rows.append((line, -highspy.kHighsInf, 0.0))
        for word, column in here.items():
            times.setdefault(word, {})[column] = 1.0
    for word, line in times.items():
        enough = {programme.day: -float(most_a_day(word))}
        programme.above(search.too_often_cost(word), line | enough)


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
    _add_day(programme, held, puzzle)
    _add_clashes(programme, places, puzzle)
    _add_too_often(programme, places, puzzle)
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
