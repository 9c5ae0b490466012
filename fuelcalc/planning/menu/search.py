"""Which dish at which feeding: a beam over the day, and the last touches to its portions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, cycle
from typing import Final

import numpy as np

from fuelcalc.models.dishes import Variant
from fuelcalc.planning.menu.aims import DayAims
from fuelcalc.planning.menu.counts import (
    COLUMNS,
    DRINK,
    ENERGY,
    PROTEIN,
)
from fuelcalc.planning.menu.fit import charges_of, plates_cost
from fuelcalc.planning.menu.moves import LAST_BITS, Moves, beyond_of, each_of
from fuelcalc.planning.menu.option import Option, judged
from fuelcalc.planning.menu.patterns import MAIN_MEALS
from fuelcalc.planning.menu.ranking import TIE, Floats, cheapest, grid, ranked
from fuelcalc.planning.menu.together import (
    is_around,
    leading,
    most_a_day,
)
from fuelcalc.planning.menu.tolerances import Want

_SAME_TENTHS: Final = (500.0, 1000.0, 80.0, 60.0, 40.0, 10.0, 3.0, 2.0, 80.0, 20.0)
"""What two plates of a day cost each other, by the kinds of `Option.named_in_all`."""

_PAIRS: Final = 8
"""The kind of two foods that stand together; how much a plate brings comes after it."""

_TOO_OFTEN_COST: Final[Mapping[str, float]] = {
    "bowl": 16.0, "fruit": 32.0, "juice": 16.0, "much": 8.0, "served": 8.0, "soy": 8.0,
    "starch": 32.0, "sweet": 8.0, "topping": 8.0,
}  # fmt: skip
"""What each feeding too many costs with what is counted, as `MOST_A_DAY` has it."""

_LOOKED_FOR: Final = frozenset({"fruit", "starch"})
"""What is a reason to look for other dishes; the same nuts twice are left off one of them."""

_OFF_SHARE: Final = 0.01
"""How far a day's energy may be from its aim before more plates are looked at."""

_HUNGRY_SHARE: Final = 0.02
"""How far it may be short before our ceiling of protein gives way."""

_WIDTH: Final = 16
_TRIED: Final = 3


def _clashes(options: Sequence[Option]) -> Floats:
    """What it costs to serve two options on one day; shape (options, options)."""
    column: dict[tuple[int, str], int] = {}
    named = [
        [column.setdefault(name, len(column)) for name in option.named_in_all()]
        for option in options
    ]
    holds = np.zeros((len(options), len(column)))
    for row, columns in enumerate(named):
        holds[row, columns] = 1.0
    # Whole numbers, whose sums are exact in any order; no `@`, whose threads spin on after so
    # small a product and doubled the processor time of a menu.
    charged = holds * np.array([_SAME_TENTHS[kind] for kind, _ in column])
    clash: Floats = np.einsum("ik,jk->ij", charged, holds)
    # Two foods together, and how much of each, are a snack's again on a meal, and no news between
    # lunch and dinner, which the week has chosen for each other.
    pairs = [place for place, (kind, _) in enumerate(column) if kind >= _PAIRS]
    between = np.einsum("ik,jk->ij", charged[:, pairs], holds[:, pairs])
    meals = np.array([not MAIN_MEALS.isdisjoint(one.variants[0].dish.meals) for one in options])
    clash -= between * np.outer(meals, meals)
    return grid(clash / 10.0)


def best_day(
    options: Sequence[Sequence[Option]], wants: Sequence[Want], aims: DayAims
) -> list[Option]:
    """
    Choose one option a feeding.

    What has one option stands first, then the largest feeding is decided, of two that want the
    same the earlier; a part of a day is judged by what it should hold.

    Args:
        options: What there is for each feeding, at least one.
        wants: What each feeding should hold.
        aims: What the day should hold.

    Returns:
        One option a feeding, in their order, its portions adjusted to the day.
    """
    flat = [option for choices in options for option in choices]
    starts = np.cumsum([0, *(len(choices) for choices in options)])
    held = np.array([option.held for option in flat])
    alone = np.array([option.taste + option.unusual for option in flat])
    for want, first, end in zip(wants, starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        alone[first:end] += plates_cost(judged(held[first:end], want), want)
    clash, (counted, enough, price) = _clashes(flat), _counted(flat)
    by_size = ranked(np.array([-want.energy_kcal for want in wants]), len(wants)).tolist()
    # What stands already is known to all that is decided.
    order = sorted(by_size, key=lambda place: len(options[place]) > 1)
    chosen = np.zeros((1, 0), dtype=np.int64)
    cost, totals, part = np.zeros(1), np.zeros((1, held.shape[1])), np.zeros(3)
    often = np.zeros((1, len(enough)))
    for feeding in order:
        places = np.arange(starts[feeding], starts[feeding + 1])
        part = part + np.array(wants[feeding].macros_g)
        step_cost = cost[:, None] + alone[places] + clash[chosen][:, :, places].sum(axis=1)
        there = totals[:, None, :] + held[places]
        times = often[:, None, :] + counted[places]
        too_often = np.maximum(times - enough, 0.0) @ price
        judged_cost = step_cost + aims.cost(there, part) + too_often
        best = ranked(judged_cost.ravel(), _WIDTH)
        state, option = np.unravel_index(best, judged_cost.shape)
        chosen = np.column_stack([chosen[state], places[option]])
        cost, totals, often = step_cost[state, option], there[state, option], times[state, option]
    days = [[flat[n] for n in row] for row in chosen[:_TRIED, np.argsort(order)].tolist()]
    return _best_adjusted(days, wants, aims)


def _best_adjusted(
    days: Sequence[Sequence[Option]], wants: Sequence[Want], aims: DayAims
) -> list[Option]:
    """The best of some days once each is adjusted, since portions decide which dish is better."""
    touches = Touches(wants, aims)
    adjusted: list[list[Option]] = []
    for day in days:
        # A plate that stood on the first day too begins in the portions that it ended in there.
        first = adjusted[0] if adjusted else day
        begun = [
            one._replace(steps=ended.steps) if one.variants == ended.variants else one
            for one, ended in zip(day, first, strict=True)
        ]
        adjusted.append(touches.polished(_filled_up(begun)))
        # What comes too often may be left off a plate, which no change of portions would find.
        if (thinned := _thinned(begun)) is not None:
            adjusted.append(touches.polished(_filled_up(thinned)))
    costs = np.array([touches.cost(day) for day in adjusted])
    return touches.traded(adjusted[int(cheapest(costs))])


def too_often_cost(word: str) -> float:
    """What each feeding too many with something that is counted costs."""
    return _TOO_OFTEN_COST[word.split(maxsplit=1)[0]]


def _counted(options: Sequence[Option]) -> tuple[Floats, Floats, Floats]:
    """
    What each option holds of what is counted, how often will do, and what each time more costs.

    Returns:
        Arrays of the shapes (options, words), (words,) and (words,).
    """
    words = [option.counted() for option in options]
    # In one order on every machine, since sets have none; whole numbers, so that sums are exact.
    column = {word: place for place, word in enumerate(sorted(frozenset().union(*words)))}
    counted = np.zeros((len(options), len(column)))
    for row, held in enumerate(words):
        counted[row, [column[word] for word in held]] = 1.0
    enough = np.array([float(most_a_day(word)) for word in column])
    return counted, enough, np.array([too_often_cost(word) for word in column])


def _filled_up(day: Sequence[Option]) -> list[Option]:
    """A day to whose plates nothing is added of what it has enough of."""
    times = Counter(word for one in day for word in one.counted())
    enough = {word for word, n in times.items() if n >= most_a_day(word)}
    return [one.without_more(enough) for one in day] if enough else list(day)


def _thinned(day: Sequence[Option]) -> list[Option] | None:
    """A day without what it has too often, from its first plate on; None where all stays."""
    times = Counter(word for one in day for word in one.counted())
    result = list(day)
    for place in range(len(result)):
        for word in sorted(result[place].counted()):
            lean = result[place].lean_of(word) if times[word] > most_a_day(word) else None
            if lean is not None and word not in lean.counted():
                result[place] = lean
                times[word] -= 1
    return result if any(one is not other for one, other in zip(result, day, strict=True)) else None


def is_over(day: Sequence[Option], aims: DayAims) -> bool:
    """Whether a day passes a ceiling that no day should, if any other may be had."""
    held = sum((option.held for option in day), np.zeros(aims.most.shape))
    return bool((held[aims.firm] > aims.most[aims.firm] + TIE).any())


def is_off(day: Sequence[Option], aims: DayAims) -> bool:
    """Whether a day's energy is so far from its aim that other plates are worth looking at."""
    held_kcal = sum(float(option.held[ENERGY]) for option in day)
    return abs(held_kcal - aims.energy_kcal) > _OFF_SHARE * aims.energy_kcal


def is_hungry(day: Sequence[Option], aims: DayAims) -> bool:
    """Whether a day falls so short of its energy that too much protein is less."""
    held_kcal = sum(float(option.held[ENERGY]) for option in day)
    return held_kcal < (1.0 - _HUNGRY_SHARE) * aims.energy_kcal


def is_short(day: Sequence[Option], aims: DayAims) -> bool:
    """Whether a day holds less protein than it may, and other plates are worth looking at."""
    held_g = sum(float(option.held[PROTEIN]) for option in day)
    return held_g < aims.bands[0].least - TIE


def clashing(day: Sequence[Option]) -> frozenset[int]:
    """
    The places of a day whose plates do not go together.

    One dish twice, as a side too; one main food twice; a light plate of the same two foods as
    another; one fruit or one starch too often.
    """
    where: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(day):
        dishes, mains, *_ = one.named_by()
        words = [("main", kin) for kin in mains]
        words += [("count", word) for word in one.counted() if word.split()[0] in _LOOKED_FOR]
        leads = leading(one.variants)
        if not is_around(one.variants):
            words += [("dish", dish) for dish in dishes]
        if len(leads) > 1:
            words.append(("leads", " ".join(sorted(leads))))
        for word in words:
            where.setdefault(word, []).append(place)
    return frozenset(
        place
        for (kind, word), places in where.items()
        if len(places) > (most_a_day(word) if kind == "count" else 1)
        for place in places
    )


def polished(day: Sequence[Option], wants: Sequence[Want], aims: DayAims) -> list[Option]:
    """A day's portions adjusted to each other, as in `Touches.polished`."""
    return Touches(wants, aims).polished(day)


class Touches:
    """The last touches to days of the same feedings, whose charges are laid out once."""

    def __init__(self, wants: Sequence[Want], aims: DayAims) -> None:
        """Lay out what a day and each of its feedings are charged."""
        self._wants = wants
        self._whole = aims.charges()
        self._own = [charges_of(want) for want in wants]
        self._moves: dict[tuple[int, tuple[Variant, ...], bytes], Moves] = {}

    def cost(self, day: Sequence[Option]) -> float:
        """What a day costs in all: its plates, what they cost each other, and its sums."""
        alone = [
            one.taste + one.unusual + float(charges.cost(judged(one.held, want)))
            for one, want, charges in zip(day, self._wants, self._own, strict=True)
        ]
        counted, enough, price = _counted(day)
        too_often = np.maximum(counted.sum(axis=0) - enough, 0.0) @ price
        clashes = np.triu(_clashes(day), k=1).sum()
        whole = self._whole.cost(np.array([one.held for one in day]).sum(axis=0))
        return sum(alone) + float(clashes) + float(too_often) + float(whole)

    def polished(self, day: Sequence[Option]) -> list[Option]:
        """
        Adjust the portions of a day to each other.

        One feeding after the other takes the best move of one or two of its foods, until none
        has a move that helps.
        """
        result = [option._replace(steps=option.steps.copy()) for option in day]
        total = sum((option.held for option in result), np.zeros(len(COLUMNS)))
        moves = [self._moves_of(place, option) for place, option in enumerate(result)]
        idle = 0
        there = [option.held for option in result]
        for place in cycle(range(len(result))):
            option, want, held = result[place], self._wants[place], there[place]
            beyond = np.concatenate(
                [beyond_of(judged(held, want), self._own[place]), beyond_of(total, self._whole)]
            )
            drink = (option.unit[:, DRINK], want.most_drink_ml - float(held[DRINK]))
            better = moves[place].best(option.steps, beyond, drink=drink if want.is_dose else None)
            if better is None:
                idle += 1
            else:
                idle = 0
                option.steps[:] = better
                there[place] = option.held
                total = total + there[place] - held
            if idle == len(result):
                return result
        return result

    def traded(self, day: Sequence[Option]) -> list[Option]:
        """
        A day whose plates also trade: more of a food on one for less of a food on another.

        Below a ceiling that nothing may pass no plate alone has such a move, where breakfast lacks
        the protein that dinner has too much of.
        """
        result = self.polished(day)
        while (better := self._trade(result)) is not None:
            result = self.polished(better)
        return result

    def _trade(self, day: Sequence[Option]) -> list[Option] | None:
        """The day after the best change of one food on each of two plates; None if none helps."""
        beyond = beyond_of(sum((one.held for one in day), np.zeros(len(COLUMNS))), self._whole)
        # On the move the ceiling of drink is never broken: what is taken there stays.
        places = [place for place, want in enumerate(self._wants) if not want.is_dose]
        moves = {place: self._moves_of(place, day[place]) for place in places}
        alone = {}
        for place in places:
            own = beyond_of(judged(day[place].held, self._wants[place]), self._own[place])
            alone[place] = moves[place].alone(day[place].steps, own, len(own))
        most = {place: np.maximum.reduce(moved, axis=1) for place, (_, moved) in alone.items()}
        stays = float(np.maximum(beyond, 0.0).sum())
        found: list[tuple[float, int, int, int]] = []
        for one, other in combinations(places, 2):
            (cost, moved), (other_cost, other_moved) = alone[one], alone[other]
            # What no two changes can reach is charged nothing, and need not be looked at.
            near = (beyond + most[one] + most[other] > -TIE).nonzero()[0]
            there = (beyond[near, None] + moved[near])[:, :, None] + other_moved[near, None, :]
            there = np.maximum(there, 0.0, out=there).sum(axis=0)
            there += cost[:, None] + other_cost
            best = int(cheapest(there.ravel()))
            found.append((float(there.ravel()[best]), one, other, best))
        if not found:
            return None
        costs = np.array([cost for cost, *_ in found])
        least, one, other, best = found[int(cheapest(costs))]
        if least >= stays - max(TIE, LAST_BITS * stays):
            return None
        result = [option._replace(steps=option.steps.copy()) for option in day]
        amounts = zip((one, other), divmod(best, len(moves[other].step)), strict=True)
        # The first of all amounts is no food's: there one plate changes alone.
        for place, amount in [(place, amount) for place, amount in amounts if amount]:
            result[place].steps[moves[place].food[amount]] = moves[place].step[amount]
        return result

    def _moves_of(self, place: int, option: Option) -> Moves:
        """What may be changed of a plate, and what that changes; laid out once for all days."""
        key = (place, option.variants, option.levels.tobytes())
        if key not in self._moves:
            own = each_of(judged(option.unit, self._wants[place]), self._own[place])
            each = np.vstack([own, each_of(option.unit, self._whole)])
            self._moves[key] = Moves.of(option.levels, option.usual, option.weight, each)
        return self._moves[key]
