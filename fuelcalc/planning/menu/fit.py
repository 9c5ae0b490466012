"""How much of each food: portions that bring a dish to what a feeding should hold."""

from functools import lru_cache
from itertools import product
from math import inf
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.counts import CARBOHYDRATE, DRINK, ENERGY, FAT, FIBRE, PROTEIN
from fuelcalc.planning.menu.ranking import TIE, Floats, Ints, cheapest, grid, ranked, settled
from fuelcalc.science.macronutrients import energy_449_kcal

DOSE_SHARE: Final = 0.10
BAND_G: Final = (3.0, 5.0, 3.0)
"""How far a dose around a session may be off: 10 %, or so many grams if that is more."""

LOOSE_SHARE: Final = 0.25
LOOSE_KCAL: Final = 30.0
"""How far the energy of an ordinary meal or snack may be off its share: 25 %, or 30 kcal."""

FUEL_SHARE: Final = 0.15
"""How far the carbohydrate of what is eaten before or after a session may be off."""

FLOOR_SHARE: Final = 0.20
"""How far protein may be below its share, 10 % around a session; above it the day has a limit."""

NEAR_EDGE: Final = 0.92
"""Where in a band the cost of being outside begins, so that a plate never sits on the edge."""

# Little for each band that an amount is off within it, a hundred times as much beyond; and convex,
# so that an exact solver can judge what was found (decision 9).
INSIDE_COST, OUTSIDE_COST = 0.6, 60.0
PULLS: Final = (0.6, 0.3, 0.3, 3.0)
"""What it costs an ordinary feeding to be a quarter off: protein, carbohydrate, fat, energy."""

MORE_PROTEIN_SHARE: Final = 0.3
"""What more protein than asked costs beside what less does."""

# What follows a feeding never gives way (decision 17); much fibre alone only pulls (decision 11).
CEILING_COST_PER_G, CEILING_COST_PER_ML = 30.0, 1.0
MUCH_FIBRE_COST_PER_G = 0.2
UNUSUAL_COST = 0.8
_SWEEPS: Final = 12
_SINGLE_LEVELS: Final = (-4, -3, -2, -1, 1, 2, 3, 4)
_REACH: Final = 3


class Band(NamedTuple):
    """What is asked of a quantity, and the least and the most that count as that."""

    asked: float
    least: float
    most: float

    @property
    def widths(self) -> tuple[float, float]:
        """How far one may be below, and above."""
        return self.asked - self.least, self.most - self.asked


class Want(NamedTuple):
    """
    What one feeding should hold.

    Attributes:
        protein_g: Protein.
        carbohydrate_g: Carbohydrate; without the fibre where `is_dose` is set.
        fat_g: Fat.
        is_dose: Whether it is a dose around a session.
        is_fuel: Whether it is a meal or snack that fuels a session or repairs one.
        most_fat_g: Ceiling before a session, else infinite.
        most_fibre_g: The same for fibre.
        much_fibre_g: From where on fibre is better left to another feeding.
        most_drink_ml: Most to drink with it.
        is_alone: Whether no day makes up for what it misses, so that it is held like a dose.
        is_bite: Whether it is a snack before a session: its carbohydrate is the dose, its protein
            and fat are held to their ceilings alone.
        most_protein_g: Ceiling of a bite.
    """

    protein_g: float
    carbohydrate_g: float
    fat_g: float
    is_dose: bool = False
    is_fuel: bool = False
    most_fat_g: float = inf
    most_fibre_g: float = inf
    much_fibre_g: float = inf
    most_drink_ml: float = inf
    is_alone: bool = False
    is_bite: bool = False
    most_protein_g: float = inf

    @property
    def is_tight(self) -> bool:
        """Whether each macronutrient is held, and not the energy."""
        return self.is_dose or self.is_alone

    def settled(self) -> "Want":
        """The same to a millionth, so that feedings that want the same want exactly the same."""
        return self._replace(
            protein_g=settled(self.protein_g),
            carbohydrate_g=settled(self.carbohydrate_g),
            fat_g=settled(self.fat_g),
            most_fat_g=settled(self.most_fat_g),
            most_fibre_g=settled(self.most_fibre_g),
            most_protein_g=settled(self.most_protein_g),
            much_fibre_g=settled(self.much_fibre_g),
            most_drink_ml=settled(self.most_drink_ml),
        )

    def is_clear_of(self, held: Floats) -> bool:
        """Whether a plate that holds so much keeps to the ceilings before a session."""
        most = (self.most_protein_g, self.most_fat_g, self.most_fibre_g)
        return bool((held[[PROTEIN, FAT, FIBRE]] <= np.array(most) + TIE).all())

    def bite(self) -> "Want":
        """The same as a snack before a session: protein and fat at most a band over their share."""
        protein, _, fat, _ = self.bands
        most_fat_g = min(self.most_fat_g, fat.most)
        return self._replace(is_bite=True, most_protein_g=protein.most, most_fat_g=most_fat_g)

    @property
    def macros_g(self) -> tuple[float, float, float]:
        """Protein, carbohydrate and fat."""
        return self.protein_g, self.carbohydrate_g, self.fat_g

    @property
    def energy_kcal(self) -> float:
        """By 4, 4 and 9 kcal per gram: the energy that its food should hold by the food table."""
        return energy_449_kcal(
            protein_g=self.protein_g, carbohydrate_g=self.carbohydrate_g, fat_g=self.fat_g
        )

    @property
    def bands(self) -> tuple[Band, ...]:
        """
        Protein, carbohydrate, fat and energy.

        A dose is tight in each macronutrient. An ordinary feeding has a share of the energy and a
        floor of protein; carbohydrate is held where it fuels a session, and else is the day's.
        """
        macros, energy = self.macros_g, self.energy_kcal
        if self.is_tight:
            protein, carbohydrate, fat = (
                Band(asked, asked - width, asked + width)
                for asked, least in zip(macros, BAND_G, strict=True)
                for width in (max(DOSE_SHARE * asked, least),)
            )
            if self.is_bite:
                protein = Band(self.protein_g, -inf, self.most_protein_g)
                fat = Band(self.fat_g, -inf, self.most_fat_g)
            return protein, carbohydrate, fat, Band(energy, -inf, inf)
        floor = max((DOSE_SHARE if self.is_fuel else FLOOR_SHARE) * self.protein_g, BAND_G[0])
        fuel = max(FUEL_SHARE * self.carbohydrate_g, BAND_G[1]) if self.is_fuel else inf
        loose = max(LOOSE_SHARE * energy, LOOSE_KCAL)
        return (
            Band(self.protein_g, self.protein_g - floor, inf),
            Band(self.carbohydrate_g, self.carbohydrate_g - fuel, self.carbohydrate_g + fuel),
            Band(self.fat_g, -inf, inf),
            Band(energy, energy - loose, energy + loose),
        )


class Pulls(NamedTuple):
    """
    What protein, carbohydrate, fat and energy are held to; rows are below and above.

    Attributes:
        asked: What is asked; shape (4,).
        pull: What a unit off costs; shape (2, 4).
        width: How far off is still within the band, infinite where there is none; the same shape.
    """

    asked: Floats
    pull: Floats
    width: Floats

    def cost(self, held: Floats) -> Floats:
        """
        What it costs to hold so much: a little within a band, more towards its edge.

        Args:
            held: Columns of `counts`, at least up to the energy.
        """
        cost: Floats = np.zeros(held.shape[:-1])
        # Columns are added by hand: an order of their own on every processor, and several times
        # quicker than a sum over them. What pulls at nothing is not looked at.
        for place, column in enumerate(JUDGED_COLUMNS):
            low, high = self.pull[:, place].tolist()
            if not low and not high:
                continue
            off = held[..., column] - self.asked[place]
            cost += np.maximum(high * off, -low * off)
            for width in (-self.width[0, place], self.width[1, place]):
                if abs(width) < inf:
                    cost += OUTSIDE_COST * np.maximum(off / width - NEAR_EDGE, 0.0)
        return cost


JUDGED_COLUMNS: Final = (PROTEIN, CARBOHYDRATE, FAT, ENERGY)
"""What bands are about, in their order."""


@lru_cache(maxsize=256)
def pulls_of(want: Want) -> Pulls:
    """What the plate of a feeding is held to."""
    width = np.array([band.widths for band in want.bands]).T
    asked = np.array([band.asked for band in want.bands])
    if want.is_bite:
        # Protein and fat come as they may, up to their ceilings.
        width[:, [0, 2]] = inf
    if want.is_tight:
        return Pulls(asked, INSIDE_COST / width, width)
    pull = np.array(PULLS) / (LOOSE_SHARE * np.maximum(asked, 1.0)) * np.ones((2, 1))
    pull[1, 0] *= MORE_PROTEIN_SHARE
    return Pulls(asked, pull, width)


class Plates(NamedTuple):
    """
    Dishes side by side, each a row; places that a dish does not have hold nothing.

    Attributes:
        unit: Protein, carbohydrate, fat, fibre, drink and energy of one step, on the grid of
            `ranking`; shape (dishes, places, 6).
        levels: The steps that may be taken, least first, the last one repeated to fill up the
            row; shape (dishes, places, levels).
        usual: Usual steps, for somebody who eats `usual_kcal`; shape (dishes, places).
        usual_kcal: What the usual amounts hold; shape (dishes,).
    """

    unit: Floats
    levels: Ints
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
        held: Protein, carbohydrate, fat, fibre, drink and energy; shape (..., 6).
        want: What they should hold.

    Returns:
        Cost without the dimension of nutrients.
    """
    cost = pulls_of(want).cost(held)
    for column, most, per_unit in (
        (PROTEIN, want.most_protein_g, CEILING_COST_PER_G),
        (FAT, want.most_fat_g, CEILING_COST_PER_G),
        (FIBRE, want.most_fibre_g, CEILING_COST_PER_G),
        (FIBRE, want.much_fibre_g, MUCH_FIBRE_COST_PER_G),
        (DRINK, want.most_drink_ml, CEILING_COST_PER_ML),
    ):
        if most < inf:
            cost += per_unit * np.maximum(held[..., column] - most, 0.0)
    return cost


def unusual_of(plates: Plates, want: Want) -> tuple[Floats, Floats]:
    """The usual steps scaled to the feeding, and what a step away from them costs."""
    scale = np.clip(want.energy_kcal / np.maximum(plates.usual_kcal, 1.0), 0.4, 2.5)
    least, most = plates.levels[..., 0], plates.levels[..., -1]
    usual = np.clip(plates.usual * scale[:, None], least, most)
    return usual, UNUSUAL_COST / np.maximum(most - least, 1)


@lru_cache(maxsize=64)
def _moves(n_foods: int, reach: int) -> Ints:
    """To stay, and every move of one food by up to four levels or of two by up to *reach*."""
    near = [by for by in range(-reach, reach + 1) if by]
    moves = [np.zeros(n_foods, dtype=np.int64)]
    for one in range(n_foods):
        for levels in _SINGLE_LEVELS:
            moves.append(np.zeros(n_foods, dtype=np.int64))
            moves[-1][one] = levels
        for two in range(one + 1, n_foods):
            for first, second in product(near, repeat=2):
                moves.append(np.zeros(n_foods, dtype=np.int64))
                moves[-1][one], moves[-1][two] = first, second
    return np.array(moves)


def moved(levels: Ints, steps: Ints, *, reach: int) -> Ints:
    """
    The steps that a move of one or two foods leads to; those that stand come first.

    Args:
        levels: The steps of each food that may be taken, as in `Plates`; shape (foods, levels).
        steps: Those that are taken; shape (foods,).
        reach: By how many levels two foods may move at once.
    """
    at = (levels == steps[:, None]).argmax(axis=1)
    last = (levels < levels[:, -1:]).sum(axis=1)
    free = np.flatnonzero(last)
    there = np.repeat(at[None, :], len(_moves(len(free), reach)), axis=0)
    there[:, free] += _moves(len(free), reach)
    there = there[((there >= 0) & (there <= last)).all(axis=1)]
    result: Ints = levels[np.arange(len(at)), there]
    return result


def fitted(plates: Plates, want: Want, *, thorough: int = 3) -> Fits:
    """
    Choose the portions of every dish, each by itself.

    The best dishes are gone over with one or two places at a time. Where there are more, those are
    the best after one place at a time has been set to its best level until nothing changes.

    Args:
        plates: The dishes.
        want: What the feeding should hold.
        thorough: How many of the best dishes are gone over again.
    """
    unit = plates.unit
    if want.is_dose:
        unit = unit.copy()
        unit[..., CARBOHYDRATE] -= unit[..., FIBRE]
    usual, weight = unusual_of(plates, want)
    steps = _nearest(plates.levels, usual)
    if len(steps) > thorough:
        steps = _one_by_one(unit, plates.levels, usual, weight, want)
    unusual = grid(weight * np.abs(steps - usual)).sum(axis=1)
    cost: Floats = plates_cost(np.einsum("dpn,dp->dn", unit, steps.astype(float)), want) + unusual
    for row in ranked(cost, thorough).tolist():
        while True:
            tried = moved(plates.levels[row], steps[row], reach=_REACH)
            unusual = grid(weight[row] * np.abs(tried - usual[row])).sum(axis=1)
            costs = plates_cost(tried @ unit[row], want) + unusual
            best = int(cheapest(costs))
            if costs[best] >= costs[0] - TIE:
                break
            steps[row], cost[row] = tried[best], costs[best]
    return Fits(steps, cost)


def _nearest(levels: Ints, usual: Floats) -> Ints:
    """The levels that are nearest to the usual amounts."""
    rows, places = np.arange(len(levels))[:, None], np.arange(levels.shape[1])
    result: Ints = levels[rows, places, cheapest(np.abs(levels - usual[..., None]))]
    return result


def _one_by_one(unit: Floats, levels: Ints, usual: Floats, weight: Floats, want: Want) -> Ints:
    """From the usual amounts on, set each place to its best level in turn, until none changes."""
    rows, steps = np.arange(len(levels)), _nearest(levels, usual)
    held = np.einsum("dpn,dp->dn", unit, steps.astype(float))
    for _ in range(_SWEEPS):
        before = steps.copy()
        for place in np.flatnonzero((levels[..., 0] < levels[..., -1]).any(axis=0)).tolist():
            tried = levels[:, place]
            more = (tried - steps[:, place, None])[..., None] * unit[:, None, place]
            there = held[:, None] + more
            away = grid(weight[:, place, None] * np.abs(tried - usual[:, place, None]))
            chosen = cheapest(plates_cost(there, want) + away)
            held, steps[:, place] = there[rows, chosen], tried[rows, chosen]
        if (steps == before).all():
            break
    return steps
