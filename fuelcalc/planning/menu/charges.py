"""What is charged for what a plate or a day holds: so much for each unit beyond a point."""

from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.ranking import Floats, Ints

_OUT_OF_REACH: Final = 1e9
"""What starts beyond this is never charged: no day holds so much of anything."""


class Charges(NamedTuple):
    """
    Charges side by side, a row each.

    Attributes:
        column: Which column of nutrients each looks at; shape (charges,).
        start: From where on; the same shape.
        per_unit: What a unit above that costs; where it is below zero, what a unit below it does.
    """

    column: Ints
    start: Floats
    per_unit: Floats

    def kept(self) -> "Charges":
        """Those that may charge anything: from somewhere on, and something."""
        is_kept = (np.abs(self.start) < _OUT_OF_REACH) & (self.per_unit != 0.0)
        return Charges(*(row[is_kept] for row in self))

    def beside(self, *others: "Charges") -> "Charges":
        """These and others."""
        return Charges(*(np.concatenate(rows) for rows in zip(self, *others, strict=True)))

    def cost(self, held: Floats) -> Floats:
        """
        What it costs to hold so much.

        Args:
            held: Nutrients; shape (..., columns).

        Returns:
            Cost without the dimension of nutrients.
        """
        # Charges come first, so that they are added in their order on every processor.
        sideways = (-1, *((1,) * (held.ndim - 1)))
        beyond: Floats = held.transpose((-1, *range(held.ndim - 1)))[self.column]
        beyond -= self.start.reshape(sideways)
        beyond *= self.per_unit.reshape(sideways)
        np.maximum(beyond, 0.0, out=beyond)
        result: Floats = np.add.reduce(beyond, axis=0)
        return result
