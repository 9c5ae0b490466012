"""In what amounts shops sell things, by country."""

from typing import Final, NamedTuple

from fuelcalc.models.foods import Bought

OUNCE_G, FLUID_OUNCE_ML = 28.349523125, 29.5735295625
"""The avoirdupois ounce and the US fluid ounce, by definition."""

WHOLE: Final = frozenset(
    {
        "acorn squash", "aubergine", "broccoli", "butternut squash", "cabbage", "cantaloupe melon",
        "cauliflower", "celery", "cucumber", "fennel", "garlic",
        "honeydew melon", "lemons", "lettuce", "limes", "mango", "papaya", "pineapple", "plantain",
        "pomegranates", "pumpkin", "watermelon",
    }
)  # fmt: skip
"""What is sold as one of it, which weighs what its pack does."""

_US_OZ: Final = (1.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 24.0, 32.0, 48.0, 80.0)
_US_FL_OZ: Final = (5.0, 8.0, 12.0, 16.0, 32.0, 48.0, 64.0)
"""What US packs hold, an estimate: pounds, quarts, and their usual parts."""

_US_PACKS: Final = {"eggs": 12.0}
"""Packs of pieces that are others in the US."""

# A loaf is 800 g, and in the US a pound.
_BREAD, _LOAF_G, _US_LOAF_G = "bread", 800.0, 16.0 * OUNCE_G
_WEIGHED_G, _US_WEIGHED_G = 50.0, 2.0 * OUNCE_G


class Shop(NamedTuple):
    """
    How shops of a country sell.

    Attributes:
        units: "metric", "uk" or "us".
    """

    units: str = "metric"

    @property
    def weighed_g(self) -> float:
        """To how much meat and fish are weighed out."""
        return _US_WEIGHED_G if self.units == "us" else _WEIGHED_G

    def pack(self, bought: Bought) -> float:
        """
        How much a usual pack holds, in the unit that it is counted in.

        Args:
            bought: How a food is bought.

        >>> oats = Bought("oats", 1.0, 500.0, "g", "dry", False)
        >>> Shop().pack(oats), round(Shop("us").pack(oats), 1)
        (500.0, 453.6)
        """
        if self.units != "us":
            return bought.pack
        if bought.pack_unit == "pieces":
            return _US_PACKS.get(bought.item, bought.pack)
        if bought.aisle == _BREAD and bought.pack == _LOAF_G:
            return _US_LOAF_G
        if bought.item in WHOLE:
            return bought.pack
        is_poured = bought.pack_unit == "ml"
        sizes, one = (_US_FL_OZ, FLUID_OUNCE_ML) if is_poured else (_US_OZ, OUNCE_G)
        metric = bought.pack / one
        # As near as can be by share.
        return one * min(sizes, key=lambda size: max(size / metric, metric / size))
