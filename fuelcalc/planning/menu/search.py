"""Which dish at which feeding: a beam over the day, and the last touches to its portions."""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import cycle
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.planning.menu.charges import Charges
from fuelcalc.planning.menu.counts import (
    CARBOHYDRATE,
    COLUMNS,
    DRINK,
    EGGS,
    ENERGY,
    FIBRE,
    OF_A_DAY,
    PLACE,
    PROTEIN,
    SCOOPS,
)
from fuelcalc.planning.menu.fit import (
    MORE_PROTEIN_SHARE,
    Band,
    Pulls,
    Want,
    charges_of,
    plates_cost,
)
from fuelcalc.planning.menu.moves import Moves, beyond_of, each_of
from fuelcalc.planning.menu.patterns import MAIN_MEALS
from fuelcalc.planning.menu.ranking import TIE, Floats, Ints, cheapest, grid, ranked
from fuelcalc.planning.menu.together import (
    counted_as,
    counted_in,
    is_around,
    kin_of,
    most_a_day,
    named_by,
)
from fuelcalc.science.macronutrients import MACROS_KCAL_PER_G
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG

KCAL_PER_G: Final = np.array(MACROS_KCAL_PER_G)
"""Protein, carbohydrate and fat."""

DAY_SHARES: Final = np.array((0.05, 0.10, 0.10, 0.03))
"""How far a day's protein may be short, and its carbohydrate, fat and energy off."""

DAY_PULLS: Final = np.array((1.0, 0.6, 0.6, 4.0))
"""What it costs a day to be at the edge of these."""

SHORT_COST: Final = {
    "fibre_g": 2.0,
    "sodium_mg": 0.3,
    "epa_dha_g": 0.6,
    "ala_g": 0.6,
    "calcium_mg": 1.5,
    "iron_mg": 1.5,
    "magnesium_mg": 1.0,
    "zinc_mg": 1.0,
    "potassium_mg": 1.0,
    "vitamin_d_ug": 0.4,
    "vitamin_b12_ug": 0.8,
    "folate_dfe_ug": 1.0,
    "vitamin_c_mg": 1.0,
}
"""What it costs to hold none of a reference intake; half of it costs half as much."""

_AMINO_COST: Final = 3.0
_EXCESS_COST: Final = {
    "saturated_fat_g": 3.0, "sodium_mg": 2.0, "fibre_g": 40.0, "protein_g": 200.0, SCOOPS: 50.0,
    EGGS: 50.0,
}  # fmt: skip
_EXCESS_COSTS: Final = np.array([_EXCESS_COST.get(name, 0.0) for name in COLUMNS])
_SAME_TENTHS: Final = (500.0, 200.0, 80.0, 60.0, 30.0, 10.0, 3.0, 2.0)
"""What two plates of a day cost each other, by the kinds of `together.named_by`."""

_TOO_OFTEN_COST: Final = 32.0
"""What each feeding too many with a fruit or a starch costs."""


_FIRM: Final = [PROTEIN, *OF_A_DAY]
"""Ceilings that no day passes if any other may be had."""

_FINEST: Final = 1e-3
"""Of what has such a ceiling no step of a food holds less, in the unit that the table has."""

_OFF_SHARE: Final = 0.01
"""How far a day's energy may be from its aim before more plates are looked at."""

_WIDTH: Final = 24


def _with_energy(macros_g: Floats) -> Floats:
    """Protein, carbohydrate and fat, and the energy that they stand for by 4, 4 and 9 kcal."""
    return np.array([*macros_g, float(macros_g @ KCAL_PER_G)])


class DayAims(NamedTuple):
    """
    What the day's food should come to.

    Attributes:
        macros_g: Protein, carbohydrate and fat.
        least: Reference intakes by column of `counts.COLUMNS`; 0 where there is none.
        least_cost: What none of it costs.
        most: Ceilings by column; infinite where there is none.
        most_cost: What twice a ceiling costs.
    """

    macros_g: Floats
    least: Floats
    least_cost: Floats
    most: Floats
    most_cost: Floats = _EXCESS_COSTS

    @property
    def energy_kcal(self) -> float:
        """By 4, 4 and 9 kcal per gram: what the food should hold by the food table."""
        return float(self.macros_g @ KCAL_PER_G)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The day's protein, carbohydrate, fat and energy: what is asked, and how far it may go."""
        asked = _with_energy(self.macros_g)
        low, high = asked - DAY_SHARES * asked, asked + DAY_SHARES * asked
        high[0] = max(float(self.most[PROTEIN]), high[0])
        return tuple(map(Band, asked.tolist(), low.tolist(), high.tolist()))

    @property
    def pulls(self) -> Pulls:
        """What the day is held to; protein from below, its ceiling is one of `most`."""
        return _day_pulls(*self.macros_g.tolist())

    def held_firmly(self, worth: float) -> "DayAims":
        """
        The same with ceilings that nothing passes for the sake of something else.

        Args:
            worth: What a day costs in all: the least step over costs as much.
        """
        most_cost, held = self.most_cost.copy(), self.firm
        most_cost[held] = worth * self.most[held] / _FINEST
        return self._replace(most_cost=most_cost)

    @property
    def firm(self) -> list[int]:
        """The places of ceilings that no day should pass: ours of people, and those of a guard."""
        guarded = np.flatnonzero(self.most_cost == _GUARDED_COST).tolist()
        return [place for place in sorted({*_FIRM, *guarded}) if self.most[place] < np.inf]

    def cost(self, held: Floats, part: "Floats | None" = None) -> Floats:
        """
        What it costs that a day holds so much.

        Args:
            held: What is held; shape (..., columns).
            part: Macronutrients that should be held so far, for a part of a day; its bands
                are the whole day's, since the rest may still make up for it, and its share
                of the energy is its share of the references.
        """
        return self.charges(part).cost(held)

    def charges(self, part: "Floats | None" = None) -> Charges:
        """What a day is charged, or a part of one that should hold so much, as in `cost`."""
        wanted_g = self.macros_g if part is None else part
        share = 1.0 if part is None else float(part @ KCAL_PER_G) / max(self.energy_kcal, 1.0)
        pulls = self.pulls._replace(asked=_with_energy(wanted_g))
        least, most = (np.maximum(of * share, 1e-9) for of in (self.least, self.most))
        # A part of a day has all of its scoops: there is no third of one.
        most[OF_A_DAY] = self.most[OF_A_DAY]
        short = np.flatnonzero((self.least > 0.0) & (self.least_cost > 0.0))
        over = np.flatnonzero((self.most < np.inf) & (self.most_cost > 0.0))
        return pulls.charges().beside(
            Charges(short, least[short], -self.least_cost[short] / least[short]),
            Charges(over, most[over], self.most_cost[over] / most[over]),
        )


@lru_cache(maxsize=64)
def _day_pulls(*macros_g: float) -> Pulls:
    """What a day of so much protein, carbohydrate and fat is held to."""
    asked = _with_energy(np.array(macros_g))
    width = DAY_SHARES * np.maximum(asked, 1.0) * np.ones((2, 1))
    pull = DAY_PULLS / width
    width[1, 0], pull[1, 0] = np.inf, pull[1, 0] * MORE_PROTEIN_SHARE
    return Pulls(asked, pull, width)


# A ceiling that a guard sets gives way to nothing that a plate can do otherwise.
_GUARDED_COST: Final = 400.0


def most_costs(columns: Sequence[str], *, guarded: Sequence[str]) -> Floats:
    """What twice each ceiling costs, in the order of the columns; those of a guard far more."""
    return np.array(
        [_GUARDED_COST if name in guarded else _EXCESS_COST.get(name, 0.0) for name in columns]
    )


def least_costs(columns: Sequence[str]) -> Floats:
    """What none of each reference costs, in the order of the columns."""
    return np.array(
        [
            _AMINO_COST if name in AMINO_ACIDS_MG_PER_KG else SHORT_COST.get(name, 0.0)
            for name in columns
        ]
    )


class Option(NamedTuple):
    """
    One dish for one feeding, in portions that fit it.

    Attributes:
        variants: The dish, and the sides that go with it.
        foods: The foods of all of them.
        unit: What a step of each food holds, on the grid of `ranking`; shape (foods, columns).
        levels: The steps of each that may be taken, least first, the last repeated to fill up
            the row; shape (foods, levels).
        usual: Usual steps for this feeding.
        weight: What a step away from it costs.
        steps: Chosen steps.
        taste: What the choice itself costs: its turn, likes, time.
    """

    variants: tuple[Variant, ...]
    foods: tuple[Food, ...]
    unit: Floats
    levels: Ints
    usual: Floats
    weight: Floats
    steps: Ints
    taste: float

    @property
    def held(self) -> Floats:
        """What the portions hold; shape (columns,)."""
        return np.asarray(self.steps @ self.unit)

    def with_powder_apart(self) -> "Option":
        """The same, its powder none of the scoop that a day has."""
        unit = self.unit.copy()
        unit[:, PLACE[SCOOPS]] = 0.0
        return self._replace(unit=unit)

    def held_still(self) -> "Option":
        """The same in portions that nothing moves."""
        return self._replace(levels=self.steps[:, None])

    def fit_cost(self, want: Want) -> float:
        """What the portions cost beside the taste."""
        return float(plates_cost(judged(self.held, want), want)) + self.unusual

    @property
    def unusual(self) -> float:
        """What it costs that the portions are not the usual ones."""
        return float(grid(self.weight * np.abs(self.steps - self.usual)).sum())

    @property
    def main(self) -> Food:
        """The food that brings most protein."""
        return self.foods[int(cheapest(-self.steps * self.unit[:, PROTEIN]))]

    def named_by(self) -> tuple[frozenset[str], ...]:
        """What it is known by, as `together.named_by` has it."""
        return named_by(self.variants, self.foods, self.main)

    def counted(self) -> frozenset[str]:
        """What it holds of what is counted over a day."""
        return counted_in(self.variants, self.foods, self.steps.tolist())

    def without_more(self, words: Collection[str]) -> "Option":
        """The same where nothing is added of what a day has enough of."""
        levels = self.levels.copy()
        for place, food in enumerate(self.foods):
            if self.steps[place] == 0 and counted_as(food) in words:
                levels[place] = 0
        return self._replace(levels=levels)


def judged(held: Floats, want: Want) -> Floats:
    """What a feeding is judged by: a dose counts carbohydrate without the fibre."""
    result = held[..., PROTEIN : ENERGY + 1]
    if want.is_dose:
        result = result.copy()
        result[..., CARBOHYDRATE] -= result[..., FIBRE]
    return result


def _clashes(options: Sequence[Option]) -> Floats:
    """What it costs to serve two options on one day; shape (options, options)."""
    column: dict[tuple[int, str], int] = {}
    named = [
        [
            column.setdefault((kind, name), len(column))
            for kind, names in enumerate(option.named_by())
            for name in names
        ]
        for option in options
    ]
    holds = np.zeros((len(options), len(column)))
    for row, columns in enumerate(named):
        holds[row, columns] = 1.0
    # Whole numbers, whose sums are exact in any order.
    costs = np.array([_SAME_TENTHS[kind] for kind, _ in column])
    clash: Floats = np.einsum("ik,jk->ij", holds * costs, holds)
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
    clash, (counted, enough) = _clashes(flat), _counted(flat)
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
        too_often = _TOO_OFTEN_COST * np.maximum(times - enough, 0.0).sum(axis=-1)
        judged_cost = step_cost + aims.cost(there, part) + too_often
        best = ranked(judged_cost.ravel(), _WIDTH)
        state, option = np.unravel_index(best, judged_cost.shape)
        chosen = np.column_stack([chosen[state], places[option]])
        cost, totals, often = step_cost[state, option], there[state, option], times[state, option]
    picked = [flat[chosen[0, order.index(feeding)]] for feeding in range(len(options))]
    return polished(_filled_up(picked), wants, aims)


def _counted(options: Sequence[Option]) -> tuple[Floats, Floats]:
    """What each option holds of what is counted, shape (options, words), and how often will do."""
    words = [option.counted() for option in options]
    # In one order on every machine, since sets have none; whole numbers, so that sums are exact.
    column = {word: place for place, word in enumerate(sorted(frozenset().union(*words)))}
    counted = np.zeros((len(options), len(column)))
    for row, held in enumerate(words):
        counted[row, [column[word] for word in held]] = 1.0
    return counted, np.array([float(most_a_day(word)) for word in column])


def _filled_up(day: Sequence[Option]) -> list[Option]:
    """A day to whose plates nothing is added of what it has enough of."""
    times = Counter(word for one in day for word in one.counted())
    enough = {word for word, n in times.items() if n >= most_a_day(word)}
    return [one.without_more(enough) for one in day] if enough else list(day)


def is_over(day: Sequence[Option], aims: DayAims) -> bool:
    """Whether a day passes a ceiling that no day should, if any other may be had."""
    held = sum((option.held for option in day), np.zeros(aims.most.shape))
    return bool((held[aims.firm] > aims.most[aims.firm] + TIE).any())


def is_off(day: Sequence[Option], aims: DayAims) -> bool:
    """Whether a day's energy is so far from its aim that other plates are worth looking at."""
    held_kcal = sum(float(option.held[ENERGY]) for option in day)
    return abs(held_kcal - aims.energy_kcal) > _OFF_SHARE * aims.energy_kcal


def clashing(day: Sequence[Option]) -> frozenset[int]:
    """
    The places of a day whose plates do not go together.

    One dish twice, as a side too; one main food twice; a light plate of the same two foods as
    another; one fruit or one starch too often.
    """
    where: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(day):
        dishes, mains, leads, *_ = one.named_by()
        if not MAIN_MEALS.isdisjoint(one.variants[0].dish.meals):
            mains |= {kin_of(one.main)}
        words = [("main", kin) for kin in mains]
        words += [("count", word) for word in one.counted()]
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
    """
    Adjust the portions of a day to each other.

    One feeding after the other takes the best move of one or two of its foods, until none
    has a move that helps.
    """
    result = [option._replace(steps=option.steps.copy()) for option in day]
    total = sum((option.held for option in result), np.zeros(aims.most.shape))
    whole = aims.charges()
    own = [charges_of(want) for want in wants]
    moves = [
        Moves.of(
            option.levels,
            option.usual,
            option.weight,
            np.vstack([each_of(judged(option.unit, want), charges), each_of(option.unit, whole)]),
        )
        for option, want, charges in zip(result, wants, own, strict=True)
    ]
    idle = 0
    there = [option.held for option in result]
    for place in cycle(range(len(result))):
        option, want, held = result[place], wants[place], there[place]
        beyond = np.concatenate(
            [beyond_of(judged(held, want), own[place]), beyond_of(total, whole)]
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
