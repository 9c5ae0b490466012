"""Suggested snacks as text or JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Final

from fuelcalc.models.foods import Serving, Snack
from fuelcalc.models.nutrients import NUTRIENT_NAMES
from fuelcalc.pantry.portions import kitchen_amount
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.look import USUAL_LOOK, Look

_NOTHING: Final = {
    "before": "Nothing is needed, or nothing that you may eat fits: a drink will do.",
    "during": "Nothing to eat is needed on the way: water, by thirst.",
    "after": "Nothing that you may eat fits; add foods of your own.",
    "before-bed": "Nothing that you may eat fits; add foods of your own.",
}


def _rows(snack: Snack, number: int, width: int, look: Look) -> Iterator[str]:
    """One suggestion: its name with what it holds, its foods, and why."""
    held = snack.totals.nutrients
    amounts = [f"{snack.available_carbohydrate_g:.0f} g carbohydrate"]
    amounts += [] if held.protein_g is None else [f"{held.protein_g:.0f} g protein"]
    amounts += [] if held.fat_g is None else [f"{held.fat_g:.0f} g fat"]
    if held.energy_kcal is not None:
        energy, unit = look.amount(held.energy_kcal, "kcal")
        amounts.append(f"{energy:.0f} {unit}")
    label = look.spelled(snack.label, look.own_foods(item.name for item in snack.items))
    yield from wrap(
        f"{number}. {label}: {', '.join(amounts)}",
        width,
        subsequent_indent="   ",
    )
    foods = [_food(item, look) for item in snack.items]
    for text in (", ".join(foods), snack.why, f"Misses: {snack.missed}." if snack.missed else ""):
        yield from wrap(text, width, initial_indent="   ", subsequent_indent="   ")


def _food(item: Serving, look: Look) -> str:
    """A food by its household measure, and by weight where the measure does not tell it."""
    amount = kitchen_amount(item.name, item.portion, item.amount)
    text = look.household(amount).replace("\u00a0", " ")
    household = look.of_food(text, item.food_id, item.name)
    weight = look.weight(item.grams).replace("\u00a0", " ")
    return household if amount.unit or not weight else f"{household} ({weight})"


def snacks_text(
    snacks: Sequence[Snack], when: str, *, width: int = 80, look: Look = USUAL_LOOK
) -> str:
    """
    Suggestions as text, the best first; carbohydrate is without the fibre.

    Args:
        snacks: From `suggest_snacks`.
        when: The occasion, which words an empty answer.
        width: Columns.
        look: Units, energy and words.
    """
    if not snacks:
        return _NOTHING[when] + "\n"
    rows = [row for n, snack in enumerate(snacks, start=1) for row in _rows(snack, n, width, look)]
    return "\n".join(rows) + "\n"


def snacks_json(snacks: Sequence[Snack], when: str) -> str:
    """Suggestions as JSON, rounded to 6 decimals; missing is null."""
    tree = {
        "schema": "fuelcalc/snacks/1",
        "when": when,
        "snacks": [_tree(snack) for snack in snacks],
    }
    return as_json(tree)


def _tree(snack: Snack) -> dict[str, Any]:
    values = dict(zip(NUTRIENT_NAMES, snack.totals.nutrients.values(), strict=True))
    return {
        "snack_id": snack.snack_id,
        "label": snack.label,
        "items": [
            {
                "food_id": item.food_id,
                "name": item.name,
                "grams": item.grams,
                "household": kitchen_amount(item.name, item.portion, item.amount).text,
            }
            for item in snack.items
        ],
        "available_carbohydrate_g": snack.available_carbohydrate_g,
        "totals": values,
        "incomplete": list(snack.totals.incomplete),
        "why": snack.why,
        "missed": snack.missed,
    }


SNACK_FORMATS: Final[Mapping[str, Callable[[Sequence[Snack], str], str]]] = MappingProxyType(
    {"text": snacks_text, "json": snacks_json}
)
"""How suggestions are written, by name."""
