"""How much of each food: portions that bring a dish to what a feeding should hold."""

from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.charges import Charges
from fuelcalc.planning.menu.counts import CARBOHYDRATE, DRINK, ENERGY, FAT, FIBRE, PROTEIN
from fuelcalc.planning.menu.moves import Moves, beyond_of, each_of
from fuelcalc.planning.menu.ranking import TIE, Floats, Ints, cheapest, grid, ranked
from fuelcalc.planning.menu.tolerances import LOOSE_SHARE, Want

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
