"""A macronutrient as somebody asks for it: grams, grams for each kilogram, or a share of energy."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.marks import In
from fuelcalc.models.statement import Statement

EXAMPLE = "2 g/kg"
"""What an error shows."""


class OwnTarget(Statement):
    """
    What to eat of a macronutrient in a day, in one of three ways.

    >>> OwnTarget.of(day="25 %").day_share
    0.25
    """

    amount_g: Annotated[float | None, In("g"), Field(ge=10, le=1500)] = None
    dose_g_per_kg: Annotated[float | None, In("g_per_kg"), Field(ge=0.3, le=12)] = None
    day_share: Annotated[float | None, In("share"), Field(ge=0.03, le=0.9)] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = (self.amount_g, self.dose_g_per_kg, self.day_share)
        if sum(way is not None for way in ways) != 1:
            raise InputError('give one of "150 g", "2 g/kg" and "25 %"')
        return self


def own_target_from_text(text: str) -> dict[str, Any]:
    """
    Read an amount by its unit.

    >>> own_target_from_text("2 g/kg"), own_target_from_text("25 %")
    ({'dose': '2 g/kg'}, {'day': '25 %'})
    """
    if "%" in text or "cent" in text:
        return {"day": text}
    return {"dose" if "kg" in text or "lb" in text else "amount": text}
