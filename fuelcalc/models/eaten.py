"""What was already eaten today, in one line: when, what, and how much of it."""

import re
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.marks import In
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import Text, TimeOfDay

EXAMPLE: Final = "13:00 pizza 1100 kcal"
MOST_KCAL: Final = 6000.0
_MOST_G: Final = 1000.0
_DISAGREE_SHARE: Final = 0.15
_TIME: Final = re.compile(
    r"(?<![\d.,])(?:\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon|midday)(?!\w)",
    re.IGNORECASE,
)
_SECOND_TIME: Final = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?![\d:])")
_ENERGY: Final = re.compile(r"(?<!\w)([\d.,]+)\s*(kcal|kj|cal|calories)\b", re.IGNORECASE)
_MACRO: Final = re.compile(
    r"(?<!\w)([\d.,]+)\s*g\s+(?:of\s+)?(protein|carbohydrates?|carbs?|fat)\b"
    r"(?!-|\s+(?:free|bar|ball|powder|shake|pudding|yogh?urt))",
    re.IGNORECASE,
)
_BELOW_NOTHING: Final = re.compile(
    r"(?<!\w)(?:[-\u2010-\u2013\uff0d]|\u2212\s*|minus\s+)[.,]?[\d½¼¾]", re.IGNORECASE
)
"""A minus, and no dash between parts of a line: it touches its number, and no word before it."""

_MACROS: Final = {"p": "protein", "c": "carbohydrate", "f": "fat"}


def eaten_from_text(text: str) -> dict[str, str]:
    """
    Read a line: a time, what was eaten, and its energy, its macronutrients or neither.

    Raises:
        InputError: It has no time, says nothing but a time, or has an amount below nothing.

    >>> eaten_from_text("13:00 pizza 1100 kcal")
    {'start': '13:00', 'energy': '1100 kcal', 'what': 'pizza'}
    """
    found: dict[str, str] = {}
    rest = " ".join(text.split())
    if _BELOW_NOTHING.search(rest):
        problem = "has an amount below nothing"
        raise InputError(problem, value=text, remedy=f'leave out the minus, as in "{EXAMPLE}"')
    time = _TIME.search(rest)
    if time is None:
        raise InputError("has no time", value=text, remedy=f'write "{EXAMPLE}"')
    found["start"], rest = time[0], _without(rest, time)
    energy = _ENERGY.search(rest)
    if energy is not None:
        unit = "kJ" if energy[2].lower() == "kj" else "kcal"
        found["energy"], rest = f"{energy[1]} {unit}", _without(rest, energy)
    while (macro := _MACRO.search(rest)) is not None:
        found[_MACROS[macro[2][0].lower()]] = f"{macro[1]} g"
        rest = _without(rest, macro)
    if _SECOND_TIME.search(rest) or (energy is not None and _ENERGY.search(rest)):
        remedy = f'give each by itself, as in "{EXAMPLE}"'
        raise InputError("says two of what was eaten", value=text, remedy=remedy)
    what = rest.strip(" ,;:-")
    if not what and "energy" not in found:
        raise InputError("says nothing of what it was", value=text, remedy=f'write "{EXAMPLE}"')
    return {**found, "what": what or "food"}


def _without(text: str, match: re.Match[str]) -> str:
    """A text without what was read of it."""
    return " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())


class Eaten(Statement):
    """
    Something that was eaten already; without its energy, a food or dish by its usual names.

    >>> Eaten.of(**eaten_from_text("1100 kcal pizza 1pm")).start
    datetime.time(13, 0)
    """

    start: TimeOfDay
    what: Text
    energy_kcal: Annotated[float | None, In("kcal"), Field(ge=1, le=MOST_KCAL)] = None
    protein_g: Annotated[float | None, In("g"), Field(ge=0, le=_MOST_G)] = None
    carbohydrate_g: Annotated[float | None, In("g"), Field(ge=0, le=_MOST_G)] = None
    fat_g: Annotated[float | None, In("g"), Field(ge=0, le=_MOST_G)] = None

    @property
    def macros_g(self) -> tuple[float | None, float | None, float | None]:
        """Protein, carbohydrate and fat, as far as they were said."""
        return self.protein_g, self.carbohydrate_g, self.fat_g

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        known = [0.0 if grams is None else grams for grams in self.macros_g]
        held = 4.0 * known[0] + 4.0 * known[1] + 9.0 * known[2]
        if self.energy_kcal is None:
            return self
        least = None not in self.macros_g and held < (1.0 - _DISAGREE_SHARE) * self.energy_kcal
        if held > (1.0 + _DISAGREE_SHARE) * self.energy_kcal or least:
            raise InputError(
                f"is {self.energy_kcal:.0f} kcal, and its protein, carbohydrate and fat hold "
                f"{held:.0f}",
                argument="energy",
                value=self.energy_kcal,
                quote="",
                remedy="check them, or leave one out",
            )
        return self
