"""One dish for one feeding, in portions that fit it."""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.planning.menu.amounts import amounts_on
from fuelcalc.planning.menu.counts import CARBOHYDRATE, ENERGY, FIBRE, PLACE, PROTEIN, SCOOPS
from fuelcalc.planning.menu.fit import plates_cost
from fuelcalc.planning.menu.ranking import TIE, Floats, Ints, grid
from fuelcalc.planning.menu.together import counted_as, counted_in, named_by
from fuelcalc.planning.menu.tolerances import Want


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
        # Asked of every option: of so few numbers the first of the most is found sooner in a list.
        protein_g = (self.steps * self.unit[:, PROTEIN]).tolist()
        most_g = max(protein_g) - TIE
        return next(food for food, g in zip(self.foods, protein_g, strict=True) if g >= most_g)

    def named_by(self) -> tuple[frozenset[str], ...]:
        """What it is known by, as `together.named_by` has it."""
        return named_by(self.variants, self.foods, self.main)

    def named_in_all(self) -> tuple[tuple[int, str], ...]:
        """The same side by side with how much it brings, each with the number of its kind."""
        return _named_in_all(self.variants, self.foods, self.main)

    def there(self) -> list[tuple[Food, int]]:
        """The foods on the plate with their steps, without what it may hold and does not."""
        pairs = zip(self.foods, self.steps.tolist(), strict=True)
        return [(food, n) for food, n in pairs if n > 0]

    def counted(self) -> frozenset[str]:
        """What it holds of what is counted over a day."""
        return counted_in(self.variants, self.foods, self.steps.tolist())

    def without_more(self, words: Collection[str]) -> "Option":
        """The same where nothing is added of what a day has enough of."""
        levels = self.levels.copy()
        for place, food in enumerate(self.foods):
            if self.steps[place] == 0 and not counted_as(food).isdisjoint(words):
                levels[place] = 0
        return self._replace(levels=levels)

    def lean_of(self, word: str) -> "Option":
        """The same without what is counted by a word, where it may do without."""
        steps, levels = self.steps.copy(), self.levels.copy()
        for place, food in enumerate(self.foods):
            if word in counted_as(food) and levels[place, 0] == 0:
                steps[place] = levels[place] = 0
        return self._replace(steps=steps, levels=levels)


@lru_cache(maxsize=8192)
def _named_in_all(
    variants: tuple[Variant, ...], foods: tuple[Food, ...], main: Food
) -> tuple[tuple[int, str], ...]:
    """What a plate is known by, each with the number of its kind."""
    named = enumerate((*named_by(variants, foods, main), amounts_on(variants)))
    return tuple((kind, name) for kind, names in named for name in names)


def judged(held: Floats, want: Want) -> Floats:
    """What a feeding is judged by: a dose counts carbohydrate without the fibre."""
    result = held[..., PROTEIN : ENERGY + 1]
    if want.is_dose:
        result = result.copy()
        result[..., CARBOHYDRATE] -= result[..., FIBRE]
    return result
