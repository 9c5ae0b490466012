"""Where mass may go over the next weeks, as a section of a page."""

from typing import Final

from fuelcalc.models.learning import Forecast
from fuelcalc.reports.blocks import Block, Column, Medium, Prose, Section, Table, TableRow
from fuelcalc.reports.learning.charts import band_chart
from fuelcalc.reports.learning.masses import mass_in, mass_span
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import count_text

_LEARNED: Final = "It is as wide as what your log leaves open of what you spend."
_ESTIMATED: Final = (
    "It is so wide because equations alone do not know what you spend: fuelcalc log and fuelcalc "
    "learn narrow it."
)
_FIRST: Final = (
    "The first two weeks of any change are mostly water and stores of carbohydrate, and say little."
)
_AGAIN: Final = (
    "Every fourth week is a time to look again, and so is an injury or a change of mileage by a "
    "third. Nothing in it is a goal, and there is no date for a mass."
)
_NO_GOAL: Final = "Nothing in it is a goal."
_STOPS: Final = (
    "It stops there, since further on it would hold masses at which fuelcalc foresees none but "
    "upwards. Look again before then, and plan anew."
)


def coming_of(found: Forecast, look: Look, medium: Medium, *, is_beside: bool = False) -> Section:
    """
    The band of body mass.

    Args:
        found: What is foreseen.
        look: Units.
        medium: A laid-out page draws it; text has its numbers.
        is_beside: Whether it stands beside other things, on a page that has to be one.
    """
    unit = mass_in(look, 1.0)[1]
    rows = tuple(
        TableRow(
            (f"after {count_text(one.week, 'week')}", mass_span(look, one.low_kg, one.high_kg))
        )
        for one in found.told
    )
    table = Table((Column("if weeks like these follow"), Column(unit, "right", 16)), rows)
    width = _LEARNED if found.is_learned else _ESTIMATED
    what = (
        "Where the scale may stand, nine times in ten, by what is spent, how nearly the plan is "
        f"eaten, and the scale itself. {width} {_FIRST}"
    )
    told = [what, *([_STOPS] if found.stops_early else []), _AGAIN]
    is_small = is_beside and medium == "page"
    if is_small:
        # The chart says what it shows and when to look again.
        told = [f"{width} {_FIRST} {_NO_GOAL}", *told[1:-1]]
    said = Prose(tuple(told))
    blocks: tuple[Block, ...] = (table, said)
    if medium == "page":
        blocks = (band_chart(found, look), *blocks)
    return Section("Coming weeks", blocks, "coming", "aside" if is_small else "main", unit)
