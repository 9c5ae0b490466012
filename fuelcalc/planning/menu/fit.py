"""How much of each food: portions that bring a dish to what a feeding should hold."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.ranking import TIE, Floats, Ints, cheapest, grid, ranked, settled
from fuelcalc.science.macronutrients import energy_449_kcal

BAND_SHARE: Final = 0.10
BAND_G: Final = (3.0, 5.0, 3.0)
"""How far protein, carbohydrate and fat may be off: 10 %, or so many grams if that is more."""

NEAR_EDGE: Final = 0.92
"""Where in a band the cost of being outside begins, so that a plate never sits on the edge."""

INSIDE_COST, OUTSIDE_COST = 0.6, 60.0
CEILING_COST_PER_G, CEILING_COST_PER_ML = 30.0, 1.0
MUCH_FIBRE_COST_PER_G = 0.2
UNUSUAL_COST = 0.8
_SWEEPS: Final = 12
_PAIR_REACH: Final = 3


class Want(NamedTuple):
    """
    What one feeding should hold.

    Attributes:
        protein_g: Protein.
        carbohydrate_g: Carbohydrate; without the fibre where `is_dose` is set.
        fat_g: Fat.
        is_dose: Whether it is a dose around a session.
        most_fat_g: Ceiling before a session, else infinite.
        most_fibre_g: The same for fibre.
        much_fibre_g: From where on fibre is better left to another feeding.
        most_drink_ml: Most to drink with it.
    """

    protein_g: float
    carbohydrate_g: float
    fat_g: float
    is_dose: bool = False
    most_fat_g: float = float("inf")
    most_fibre_g: float = float("inf")
    much_fibre_g: float = float("inf")
    most_drink_ml: float = float("inf")

    def settled(self) -> "Want":
        """The same to a millionth, so that feedings that want the same want exactly the same."""
        return self._replace(
            protein_g=settled(self.protein_g),
            carbohydrate_g=settled(self.carbohydrate_g),
            fat_g=settled(self.fat_g),
            most_fat_g=settled(self.most_fat_g),
            most_fibre_g=settled(self.most_fibre_g),
            much_fibre_g=settled(self.much_fibre_g),
            most_drink_ml=settled(self.most_drink_ml),
        )

    @property
    def macros_g(self) -> tuple[float, float, float]:
        """Protein, carbohydrate and fat."""
        return self.protein_g, self.carbohydrate_g, self.fat_g

    @property
    def energy_kcal(self) -> float:
        """By 4, 4 and 9 kcal per gram."""
        return energy_449_kcal(
            protein_g=self.protein_g, carbohydrate_g=self.carbohydrate_g, fat_g=self.fat_g
        )

    @property
    def bands_g(self) -> tuple[float, ...]:
        """How far each macronutrient may be off."""
        return tuple(
            max(BAND_SHARE * target, least)
            for target, least in zip(self.macros_g, BAND_G, strict=True)
        )


@lru_cache(maxsize=256)
def _aims(want: Want) -> tuple[Floats, Floats, Floats]:
    """The macronutrients, their bands, and the ceilings of fat, fibre and drink as arrays."""
    ceilings = (want.most_fat_g, want.most_fibre_g, want.most_drink_ml)
    return np.array(want.macros_g), np.array(want.bands_g), np.array(ceilings)


class Plates(NamedTuple):
    """
    Dishes side by side, each a row; places that a dish does not have hold nothing.

    Attributes:
        unit: Protein, carbohydrate, fat, fibre and drink of one step, on the grid of `ranking`;
            shape (dishes, places, 5).
        least: Fewest steps; shape (dishes, places).
        most: Most steps.
        usual: Usual steps, for somebody who eats `usual_kcal`.
        usual_kcal: What the usual amounts hold; shape (dishes,).
    """

    unit: Floats
    least: Ints
    most: Ints
    usual: Floats
    usual_kcal: Floats


class Fits(NamedTuple):
    """Steps a place and what they cost, a row a dish; of those that tie, the first is best."""

    steps: Ints
    cost: Floats


def plates_cost(held: Floats, want: Want) -> Floats:
    """
    What it costs that plates hold so much: distance within the bands, more outside, ceilings.

    Args:
        held: Protein, carbohydrate, fat, fibre and drink; shape (..., 5).
        want: What they should hold.

    Returns:
        Cost without the dimension of nutrients.
    """
    macros, bands, ceilings = _aims(want)
    off = np.abs(held[..., :3] - macros) / bands
    each = INSIDE_COST * off + OUTSIDE_COST * np.maximum(off - NEAR_EDGE, 0.0)
    over = np.maximum(held[..., 2:] - ceilings, 0.0)
    much = np.maximum(held[..., 3] - want.much_fibre_g, 0.0)
    # Three columns are added by hand, which is several times quicker than a sum over them.
    cost: Floats = each[..., 0] + each[..., 1] + each[..., 2] + MUCH_FIBRE_COST_PER_G * much
    cost += CEILING_COST_PER_G * (over[..., 0] + over[..., 1])
    cost += CEILING_COST_PER_ML * over[..., 2]
    return cost


def unusual_of(plates: Plates, want: Want) -> tuple[Floats, Floats]:
    """The usual steps scaled to the feeding, and what a step away from them costs."""
    scale = np.clip(want.energy_kcal / np.maximum(plates.usual_kcal, 1.0), 0.4, 2.5)
    usual = np.clip(plates.usual * scale[:, None], plates.least, plates.most)
    span = np.maximum(plates.most - plates.least, 1)
    return usual, UNUSUAL_COST / span


def _held(unit: Floats, steps: "Floats | Ints") -> Floats:
    held: Floats = np.einsum("dpn,dp->dn", unit, steps.astype(float))
    return held


def fitted(plates: Plates, want: Want, *, thorough: int = 6) -> Fits:
    """
    Choose the portions of every dish, each by itself.

    One place at a time is set to its best number of steps until nothing changes; then the
    best dishes are gone over again with two places at a time, and once more with one.

    Args:
        plates: The dishes.
        want: What the feeding should hold.
        thorough: How many of the best dishes are gone over with pairs.
    """
    unit = plates.unit
    if want.is_dose:
        unit = unit.copy()
        unit[..., 1] -= unit[..., 3]
    usual, weight = unusual_of(plates, want)
    steps = np.clip(np.rint(usual).astype(np.int64), plates.least, plates.most)
    work = _Work(unit, plates.least, plates.most, usual, weight, want)
    steps = work.one_by_one(steps)
    cost = work.cost(steps)
    best = ranked(cost, thorough)
    closer = work.at(best)
    steps[best] = closer.one_by_one(closer.two_by_two(steps[best]))
    cost[best] = closer.cost(steps[best])
    return Fits(steps, cost)


class _Work(NamedTuple):
    """One fitting on its way."""

    unit: Floats
    least: Ints
    most: Ints
    usual: Floats
    weight: Floats
    want: Want

    def at(self, rows: Ints) -> "_Work":
        """The same for some of the dishes."""
        return _Work(
            self.unit[rows],
            self.least[rows],
            self.most[rows],
            self.usual[rows],
            self.weight[rows],
            self.want,
        )

    def unusual(self, steps: Ints) -> Floats:
        """What the distance from the usual amounts costs."""
        cost: Floats = grid(self.weight * np.abs(steps - self.usual)).sum(axis=1)
        return cost

    def cost(self, steps: Ints) -> Floats:
        """All that a set of steps costs."""
        return plates_cost(_held(self.unit, steps), self.want) + self.unusual(steps)

    def one_by_one(self, steps: Ints) -> Ints:
        """Set each place to its best number of steps in turn, until nothing changes."""
        rows = np.arange(len(steps))
        held = _held(self.unit, steps)
        for _ in range(_SWEEPS):
            changed = False
            for place in range(steps.shape[1]):
                low, high = self.least[:, place], self.most[:, place]
                levels = np.arange(int((high - low).max(initial=0)) + 1)
                tried = np.minimum(low[:, None] + levels, high[:, None])
                moved = tried - steps[:, place, None]
                there = held[:, None, :] + moved[:, :, None] * self.unit[:, None, place, :]
                cost = plates_cost(there, self.want) + self.weight[:, place, None] * np.abs(
                    tried - self.usual[:, place, None]
                )
                chosen = cheapest(cost)
                new = tried[rows, chosen]
                if (new != steps[:, place]).any():
                    changed = True
                    held = there[rows, chosen]
                    steps[:, place] = new
            if not changed:
                break
        return steps

    def two_by_two(self, steps: Ints) -> Ints:
        """Move two places at once by a few steps each, as long as that helps."""
        rows = np.arange(len(steps))
        n_places = steps.shape[1]
        near = np.arange(-_PAIR_REACH, _PAIR_REACH + 1)
        first_by, second_by = (grid.ravel() for grid in np.meshgrid(near, near))
        best_cost = self.cost(steps)
        for one in range(n_places):
            for two in range(one + 1, n_places):
                first = steps[:, one, None] + first_by
                second = steps[:, two, None] + second_by
                allowed = (
                    (first >= self.least[:, one, None])
                    & (first <= self.most[:, one, None])
                    & (second >= self.least[:, two, None])
                    & (second <= self.most[:, two, None])
                )
                held = _held(self.unit, steps)[:, None, :]
                there = (
                    held
                    + first_by[None, :, None] * self.unit[:, None, one, :]
                    + second_by[None, :, None] * self.unit[:, None, two, :]
                )
                rest = self.unusual(steps) - sum(
                    self.weight[:, p] * np.abs(steps[:, p] - self.usual[:, p]) for p in (one, two)
                )
                cost = plates_cost(there, self.want) + rest[:, None]
                cost += self.weight[:, one, None] * np.abs(first - self.usual[:, one, None])
                cost += self.weight[:, two, None] * np.abs(second - self.usual[:, two, None])
                cost = np.where(allowed, cost, np.inf)
                chosen = cheapest(cost)
                better = cost[rows, chosen] < best_cost - TIE
                steps[better, one] = first[rows, chosen][better]
                steps[better, two] = second[rows, chosen][better]
                best_cost = np.where(better, cost[rows, chosen], best_cost)
        return steps
