"""What a day's food should come to, and what it costs that it does not."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.charges import Charges
from fuelcalc.planning.menu.counts import COLUMNS, EGGS, OF_A_DAY, PLACE, PROTEIN, SCOOPS
from fuelcalc.planning.menu.fit import MORE_PROTEIN_SHARE, Pulls
from fuelcalc.planning.menu.ranking import Floats
from fuelcalc.planning.menu.tolerances import Band
from fuelcalc.science.macronutrients import MACROS_KCAL_PER_G
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG

KCAL_PER_G: Final = np.array(MACROS_KCAL_PER_G)
"""Protein, carbohydrate and fat."""

DAY_SHARES: Final = np.array((0.05, 0.10, 0.10, 0.03))
"""How far a day's protein may be short, and its carbohydrate, fat and energy off."""

DAY_PULLS: Final = np.array((1.0, 0.6, 0.6, 7.0))
"""What it costs a day to be at the edge of these."""

_LOADING_PULLS: Final = np.array((1.0, 7.0, 0.6, 7.0))
"""The same while carbohydrate is loaded."""

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
    "saturated_fat_g": 3.0, "sodium_mg": 6.0, "fibre_g": 40.0, "protein_g": 200.0, SCOOPS: 50.0,
    EGGS: 50.0,
}  # fmt: skip
_EXCESS_COSTS: Final = np.array([_EXCESS_COST.get(name, 0.0) for name in COLUMNS])

_SCOOP_COST: Final = 5.0
"""What a scoop of powder costs where food alone would do."""

# A ceiling that a guard sets gives way to nothing that a plate can do otherwise.
_GUARDED_COST: Final = 400.0

_FIRM: Final = [PROTEIN, *OF_A_DAY]
"""Ceilings that no day passes if any other may be had."""

_FINEST: Final = 1e-3
"""Of what has such a ceiling no step of a food holds less, in the unit that the table has."""


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
        is_loading: Whether carbohydrate is loaded, so that no fat may take its place.
    """

    macros_g: Floats
    least: Floats
    least_cost: Floats
    most: Floats
    most_cost: Floats = _EXCESS_COSTS
    is_loading: bool = False

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
        return _day_pulls(*self.macros_g.tolist(), is_loading=self.is_loading)

    def held_firmly(self, worth: float) -> "DayAims":
        """
        The same with ceilings that nothing passes for the sake of something else.

        Args:
            worth: What a day costs in all: the least step over costs as much.
        """
        most_cost, held = self.most_cost.copy(), self.firm
        most_cost[held] = worth * self.most[held] / _FINEST
        return self._replace(most_cost=most_cost)

    def pressed(self, times: float) -> "DayAims":
        """The same with those ceilings so many times as dear."""
        most_cost = self.most_cost.copy()
        most_cost[self.firm] *= times
        return self._replace(most_cost=most_cost)

    @property
    def firm(self) -> list[int]:
        """The places of ceilings that no day should pass: ours of people, and those of a guard."""
        guarded = np.flatnonzero(self.most_cost == _GUARDED_COST).tolist()
        return [place for place in sorted({*_FIRM, *guarded}) if self.most[place] < np.inf]

    @property
    def has_guarded_protein(self) -> bool:
        """Whether a guard sets the ceiling of protein."""
        return bool(self.most_cost[PROTEIN] == _GUARDED_COST)

    def held_but_for_protein(self, firm: "DayAims") -> "DayAims":
        """The same with all other ceilings as firm as these."""
        most_cost = firm.most_cost.copy()
        most_cost[PROTEIN] = self.most_cost[PROTEIN]
        return self._replace(most_cost=most_cost)

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
            Charges(np.array([PLACE[SCOOPS]]), np.zeros(1), np.array([_SCOOP_COST])),
        )


@lru_cache(maxsize=64)
def _day_pulls(*macros_g: float, is_loading: bool) -> Pulls:
    """What a day of so much protein, carbohydrate and fat is held to."""
    asked = _with_energy(np.array(macros_g))
    width = DAY_SHARES * np.maximum(asked, 1.0) * np.ones((2, 1))
    pull = (_LOADING_PULLS if is_loading else DAY_PULLS) / width
    width[1, 0], pull[1, 0] = np.inf, pull[1, 0] * MORE_PROTEIN_SHARE
    return Pulls(asked, pull, width)


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
