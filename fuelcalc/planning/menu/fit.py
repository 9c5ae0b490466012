"""How much of each food: portions that bring a dish to what a feeding should hold."""

from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.charges import Charges
from fuelcalc.planning.menu.counts import CARBOHYDRATE, DRINK, ENERGY, FAT, FIBRE, PROTEIN
from fuelcalc.planning.menu.moves import Moves, beyond_of, each_of
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

REPAIR_G: Final = 1.0
"""Or by so many grams after a session, where no other meal makes up for it."""

NEAR_EDGE: Final = 0.92
"""Where in a band the cost of being outside begins, so that a plate never sits on the edge."""

# Little for each band that an amount is off within it, a hundred times as much beyond; and convex,
# so that an exact solver can judge what was found (decision 9).
INSIDE_COST, OUTSIDE_COST = 0.6, 60.0
PULLS: Final = (0.6, 0.3, 0.3, 3.0)
"""What it costs an ordinary feeding to be a quarter off: protein, carbohydrate, fat, energy."""

MORE_PROTEIN_SHARE: Final = 0.5
"""What more protein than asked costs beside what less does."""

# What follows a feeding never gives way (decision 17); much fibre alone only pulls (decision 11).
CEILING_COST_PER_G, CEILING_COST_PER_ML = 30.0, 1.0
MUCH_FIBRE_COST_PER_G = 0.2
UNUSUAL_COST = 0.8
_SWEEPS: Final = 12


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
        is_repair: Whether it follows a session, so that nine tenths of its protein are there.
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
    is_repair: bool = False

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
        least_g = REPAIR_G if self.is_repair else BAND_G[0]
        floor = max((DOSE_SHARE if self.is_fuel else FLOOR_SHARE) * self.protein_g, least_g)
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

    def charges(self) -> Charges:
        """A little within a band, more towards its edge; what pulls at nothing has no band."""
        side, place = np.nonzero(np.broadcast_to(self.pull.any(axis=0), self.pull.shape))
        sign, asked = 2.0 * side - 1.0, self.asked[place]
        pull, far = self.pull[side, place], self.width[side, place]
        edge = asked + sign * NEAR_EDGE * far
        column = _JUDGED[place]
        within = Charges(column, asked, sign * pull)
        return within.beside(Charges(column, edge, sign * OUTSIDE_COST / far)).kept()


JUDGED_COLUMNS: Final = (PROTEIN, CARBOHYDRATE, FAT, ENERGY)
"""What bands are about, in their order."""

_JUDGED: Final = np.array(JUDGED_COLUMNS)


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
    """
    Portions of dishes, a row a dish; of those that tie, the first is best.

    Attributes:
        steps: Steps of each place.
        cost: What they cost.
        usual: The usual steps for the feeding.
        weight: What a step away from them costs.
    """

    steps: Ints
    cost: Floats
    usual: Floats
    weight: Floats


def plates_cost(held: Floats, want: Want) -> Floats:
    """
    What it costs that plates hold so much: distance within the bands, more outside, ceilings.

    Args:
        held: Protein, carbohydrate, fat, fibre, drink and energy; shape (..., 6).
        want: What they should hold.

    Returns:
        Cost without the dimension of nutrients.
    """
    return charges_of(want).cost(held)


@lru_cache(maxsize=256)
def charges_of(want: Want) -> Charges:
    """What a plate is charged: the bands of its feeding, and its ceilings."""
    ceilings = Charges(
        np.array((PROTEIN, FAT, FIBRE, FIBRE, DRINK)),
        np.array(
            (
                want.most_protein_g,
                want.most_fat_g,
                want.most_fibre_g,
                want.much_fibre_g,
                want.most_drink_ml,
            )
        ),
        np.array((*((CEILING_COST_PER_G,) * 3), MUCH_FIBRE_COST_PER_G, CEILING_COST_PER_ML)),
    )
    return pulls_of(want).charges().beside(ceilings).kept()


def unusual_of(plates: Plates, want: Want) -> tuple[Floats, Floats]:
    """The usual steps scaled to the feeding, and what a step away from them costs."""
    scale = np.clip(want.energy_kcal / np.maximum(plates.usual_kcal, 1.0), 0.4, 2.5)
    least, most = plates.levels[..., 0], plates.levels[..., -1]
    usual = np.clip(plates.usual * scale[:, None], least, most)
    return usual, UNUSUAL_COST / np.maximum(most - least, 1)


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
    charges = charges_of(want)
    for row in ranked(cost, thorough).tolist():
        each = each_of(unit[row], charges)
        moves = Moves.of(plates.levels[row], usual[row], weight[row], each)
        while True:
            held = steps[row] @ unit[row]
            better = moves.best(steps[row], beyond_of(held, charges))
            if better is None:
                break
            steps[row] = better
        cost[row] = charges.cost(held) + grid(weight[row] * np.abs(steps[row] - usual[row])).sum()
    return Fits(steps, cost, usual, weight)


def _nearest(levels: Ints, usual: Floats) -> Ints:
    """The levels that are nearest to the usual amounts."""
    rows, places = np.arange(len(levels))[:, None], np.arange(levels.shape[1])
    result: Ints = levels[rows, places, cheapest(np.abs(levels - usual[..., None]))]
    return result


def _one_by_one(unit: Floats, levels: Ints, usual: Floats, weight: Floats, want: Want) -> Ints:
    """From the usual amounts on, set each place to its best level in turn, until none changes."""
    steps = _nearest(levels, usual)
    charges = charges_of(want)
    # What a step moves of each charge, so that no sum is made anew; shape (charges, dishes, places)
    each = unit.transpose(2, 0, 1)[charges.column] * charges.per_unit[:, None, None]
    start = charges.start * charges.per_unit
    # What no portions can reach is charged nothing, and need not be looked at.
    most = np.maximum(each * levels[..., 0], each * levels[..., -1]).sum(axis=2).max(axis=1)
    near = np.flatnonzero(most - start > -TIE)
    beyond = np.einsum("cdp,dp->cd", each[near], steps.astype(float)) - start[near, None]
    # Place by place, the dishes last and all in floats: so the loop below takes a fifth less.
    places = np.flatnonzero((levels[..., 0] < levels[..., -1]).any(axis=0))
    each = np.ascontiguousarray(each[near].transpose(2, 0, 1)[places])
    away = grid(weight[..., None] * np.abs(levels - usual[..., None]))
    away = np.ascontiguousarray(away.transpose(1, 2, 0)[places])
    amounts = np.ascontiguousarray(levels.transpose(1, 2, 0)[places], dtype=float)
    now = np.ascontiguousarray(steps.T[places], dtype=float)
    left = np.arange(len(steps))
    for _ in range(_SWEEPS):
        before, rows = now.copy(), np.arange(len(left))
        for place in range(len(places)):
            more = amounts[place] - now[place]
            there = each[place][:, None] * more
            there += beyond[:, None]
            cost = np.add.reduce(np.maximum(there, 0.0, out=there), axis=0)
            cost += away[place]
            # Of those that tie the first, as `cheapest` has it.
            by = more[(cost <= np.minimum.reduce(cost, axis=0) + TIE).argmax(axis=0), rows]
            beyond += each[place] * by
            now[place] += by
        changed = np.flatnonzero((now != before).any(axis=0))
        steps[left[:, None], places] = now.T
        if not len(changed):
            break
        left, now, beyond = left[changed], now.take(changed, axis=1), beyond.take(changed, axis=1)
        amounts, away = amounts.take(changed, axis=2), away.take(changed, axis=2)
        each = each.take(changed, axis=2)
    return steps
