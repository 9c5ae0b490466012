"""What the check of a week finds, as codes with their facts."""

import datetime as dt
from typing import Literal

from fuelcalc.models.notes import Fact, Level
from fuelcalc.models.record import Record

Grade = Literal["A", "B", "C"]
"""How sure a rule is: A from trials, B from watching runners, C a convention of coaches."""


class Finding(Record):
    """
    One thing in a week of training that could be better.

    It holds facts by name, as a note does; `fuelcalc.words` puts them into sentences.

    Attributes:
        code: The rule, W01 to W13.
        level: How much it asks of its reader.
        grade: How sure the rule is.
        days: The days that it is about, in order; all seven for what a week comes to.
        values: The facts.
        source: Where the rule comes from.
    """

    code: str
    level: Level
    grade: Grade
    days: tuple[dt.date, ...]
    values: dict[str, Fact]
    source: str

    def __hash__(self) -> int:
        """Two findings that are equal count once."""
        return hash((self.code, self.days, *self.values.items()))
