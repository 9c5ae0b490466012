"""
JSON for other programs: the facts of a plan and the words for them, as a tree of plain values.

Numbers are rounded to 6 decimals; the tree is stable, and versioned by its `schema` member.
"""

from collections.abc import Sequence
from typing import Any, Final

from fuelcalc.models.cooking import EatenAgain
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import SessionEnergy
from fuelcalc.models.menu import Relaxed
from fuelcalc.models.notes import Note
from fuelcalc.models.timeline import Carried, Entry, Item, Taken
from fuelcalc.pantry.portions import kitchen_amount
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.labels import advice_text, entry_label, inputs_of
from fuelcalc.reports.look import session_label
from fuelcalc.reports.misses import miss_text, place_text
from fuelcalc.reports.words import FOR_FILES, note_text, reason_text

_ENTRY: Final = (
    "start", "end", "minute", "minutes", "kind", "label", "name", "distance_km", "energy_kcal",
    "protein_g", "carbohydrate_g", "fat_g", "fluid_ml", "sweat_ml", "sodium_mg", "advice", "dish",
    "dish_id", "elsewhere", "preparation", "preparation_min", "hands_on_min", "items", "served",
    "taken", "carry", "station_ml", "station_km", "caffeine_mg",
)  # fmt: skip
_KEPT: Final = frozenset(_ENTRY) - {"label", "advice", "items", "taken", "carry"}


def to_json(plan: DayPlan, *, explain: bool = False, again: Sequence[EatenAgain] = ()) -> str:
    """
    The whole plan, facts in words; with *explain* also the trace, one object a figure.

    What was cooked on an earlier day stands under `again`, where there is any, as in a week.
    """
    tree = plan_tree(plan)
    if again:
        tree["again"] = [one.model_dump(mode="json") for one in again]
    if explain:
        tree["trace"] = [
            {**figure._asdict(), "inputs": inputs_of(figure)} for figure in plan.figures()
        ]
    return as_json(tree)


def plan_tree(plan: DayPlan) -> dict[str, Any]:
    """The whole plan as JSON has it."""
    tree = plan.model_dump(mode="json", by_alias=True)
    tree["notes"] = notes_tree(plan.notes)
    if plan.timeline is not None:
        tree["timeline"] = [entry_tree(entry) for entry in plan.timeline]
    if plan.menu is not None:
        tree["menu"]["relaxed"] = [_miss(miss) for miss in plan.menu.relaxed]
    if plan.energy is not None:
        tree["energy"]["reasons"] = [
            {"code": reason.code, "text": reason_text(reason, FOR_FILES)}
            for reason in plan.energy.reasons
        ]
        tree["energy"]["sessions"] = [_session(session) for session in plan.energy.sessions]
    return tree


def entry_tree(entry: Entry) -> dict[str, Any]:
    """A line of the clock, with what it is called and how it is taken."""
    tree = entry.model_dump(mode="json", include={*_KEPT})
    words = {"label": entry_label(entry, FOR_FILES), "advice": advice_text(entry) or None}
    if entry.is_feeding:
        words["name"] = None
    tree |= {
        **words,
        "items": [item_tree(item) for item in entry.items],
        "taken": [_taken(one) for one in entry.taken],
        "carry": [_carried(one) for one in entry.carry],
    }
    return {name: tree[name] for name in _ENTRY}


def _session(session: SessionEnergy) -> dict[str, Any]:
    """What a session costs, with what it was in words."""
    tree = session.model_dump(mode="json")
    label = session_label(session.name, session.distance_km, session.duration_min, FOR_FILES)
    return {"kind": tree.pop("kind"), "label": label, **tree}


def item_tree(item: Item) -> dict[str, Any]:
    """A food, with its household measure in words."""
    tree = item.model_dump(mode="json")
    household = item.name
    if item.amount is not None and item.portion is not None:
        household = kitchen_amount(item.name, item.portion, item.amount).text
    return {
        "household" if name == "amount" else name: household if name == "amount" else value
        for name, value in tree.items()
        if name != "portion"
    }


def _taken(one: Taken) -> dict[str, Any]:
    """What is taken at a moment; of a bottle nobody measures a part by the spoon."""
    tree = one.model_dump(mode="json", exclude={"portion", "amount"})
    household = kitchen_amount(one.name, one.portion, one.amount).text
    return {
        **tree,
        "household": None if one.is_bottled else household,
        "grams": one.amount * one.portion.one_g,
    }


def _carried(one: Carried) -> dict[str, Any]:
    """What to take along, and how much of it is to spare."""
    spare = kitchen_amount(one.name, one.portion, one.spare).text if one.spare else None
    return {
        "food_id": one.food_id,
        "name": one.name,
        "household": kitchen_amount(one.name, one.portion, one.amount).text,
        "grams": one.amount * one.portion.one_g,
        "spare": spare,
        "fluid_ml": one.fluid_ml,
    }


def notes_tree(notes: Sequence[Note]) -> list[dict[str, Any]]:
    """Notes in words; two that read the same are one."""
    rows = [(note.level, note.code, note_text(note, FOR_FILES)) for note in notes]
    return [
        {"level": level, "code": code, "text": text} for level, code, text in dict.fromkeys(rows)
    ]


def _miss(miss: Relaxed) -> dict[str, Any]:
    """What gave way, in words too."""
    return {
        "limit": miss.limit,
        "where": place_text(miss, FOR_FILES),
        "asked": miss.asked,
        "got": miss.got,
        "text": miss_text(miss, FOR_FILES),
    }
