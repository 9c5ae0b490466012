"""What a plan knows, in the reader's words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from fuelcalc.kinds import holds_kinds
from fuelcalc.models.finding import Finding
from fuelcalc.models.foods import Serving
from fuelcalc.models.menu import Relaxed
from fuelcalc.models.notes import Note, Reason
from fuelcalc.models.timeline import Entry, Item
from fuelcalc.pantry.portions import kitchen_amount
from fuelcalc.reports.blanks import filled
from fuelcalc.reports.blocks import FoodLine, Remark
from fuelcalc.reports.findings import finding_words
from fuelcalc.reports.guards import GUARDS
from fuelcalc.reports.labels import advice_text, entry_label
from fuelcalc.reports.look import Look
from fuelcalc.reports.misses import miss_text, own_dishes
from fuelcalc.reports.notes import NOTES
from fuelcalc.reports.reasons import REASONS
from fuelcalc.reports.rounding import to_step

FOR_FILES = Look(is_exact=True)
"""How JSON and CSV are written: metric, kcal, 24 hours."""

# As a kitchen scale is read.
_DRY_STEP_G: Final = 5.0


def note_text(note: Note, look: Look) -> str:
    """
    What a note says.

    >>> note_text(Note(level="info", code="fasted-run", values={"minute": 390.0}), Look())[:30]
    'The run at 06:30 starts before'
    """
    text = NOTES[note.code] if note.code in NOTES else GUARDS[note.code]
    return filled(text, note.values, look)


def reason_text(reason: Reason, look: Look) -> str:
    """What a reason says."""
    return filled(REASONS[reason.code], reason.values, look)


def remarks_of(notes: Iterable[Note], look: Look) -> tuple[Remark, ...]:
    """What notes say, in order; two that read the same are one."""
    return tuple(dict.fromkeys(Remark(note.level, note_text(note, look)) for note in notes))


@holds_kinds()
def words(
    what: Note | Reason | Finding | Relaxed | Entry | Item | Serving,
    *,
    units: str = "metric",
    energy_unit: str = "kcal",
    clock: int | None = None,
) -> str:
    """
    What a part of a plan says, as its pages print it.

    Args:
        what: A note, a reason, what the check of a week found, what gave way in the menu, a
            line of the clock, or a food on the plate.
        units: "metric", "us" or "uk".
        energy_unit: "kcal" or "kJ".
        clock: 12 or 24 hours; by default 12 with US units.

    Raises:
        InputError: One of the words is unknown.

    >>> words(Reason(code="asked", values={}))
    'You asked for this balance yourself.'
    """
    look = Look(units, energy_unit, clock)
    if isinstance(what, Note):
        return note_text(what, look)
    if isinstance(what, Reason):
        return reason_text(what, look)
    if isinstance(what, Finding):
        return " ".join(finding_words(what, look))
    if isinstance(what, Relaxed):
        return look.spelled(miss_text(what, look), own_dishes([what], look))
    if isinstance(what, Entry):
        label, advice = entry_label(what, look), look.spelled(advice_text(what))
        return f"{label} ({advice})" if advice else label
    return food_text(what, look)


def food_text(item: Item | Serving, look: Look) -> str:
    """A food by its household measure, or by its name alone where a guard hides numbers."""
    return food_line(item, look).household.replace("\u00a0", " ")


def _dry(item: Item | Serving, look: Look) -> str:
    """What to weigh of a grain before it is cooked; nothing for what is bought as it is eaten."""
    dry_g = item.dry_g if isinstance(item, Item) else None
    weight = look.weight(to_step(dry_g, _DRY_STEP_G)) if dry_g else ""
    return f"{weight} dry" if weight else ""


def food_line(item: Item | Serving, look: Look) -> FoodLine:
    """A food by its household measure; its weight too, where that counts instead of weighing."""
    if item.amount is None or item.portion is None:
        return FoodLine(look.of_food(item.name, item.food_id, item.name))
    household = kitchen_amount(item.name, item.portion, item.amount)
    weight = "" if household.unit or item.grams is None else look.weight(item.grams)
    dry = _dry(item, look)
    if household.unit and dry:
        household = replace(household, aside=", ".join(filter(None, (household.aside, dry))))
    elif dry:
        weight = ", ".join(filter(None, (weight, dry)))
    return FoodLine(look.of_food(look.household(household), item.food_id, item.name), weight)
