"""Suggested snacks as a list, and as a tree for programs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.foods import Snack
from fuelcalc.pantry.portions import kitchen_amount
from fuelcalc.reports.blocks import Block, ItemList, ListItem, Medium, Prose, Section, View
from fuelcalc.reports.formats.json import as_json, fields_of
from fuelcalc.reports.look import Look
from fuelcalc.reports.words import food_line

_NOTHING: Final = {
    "before": "Nothing is needed, or nothing that you may eat fits: a drink will do.",
    "during": "Nothing to eat is needed on the way: water, by thirst.",
    "after": "Nothing that you may eat fits; add foods of your own.",
    "before-bed": "Nothing that you may eat fits; add foods of your own.",
}


class SnackList(NamedTuple):
    """
    Suggestions, the best first; carbohydrate is without the fibre.

    Attributes:
        snacks: From `suggest_snacks`.
        when: The occasion, which words an empty answer.
        athlete: Whose taste decides on units and words.
    """

    snacks: Sequence[Snack]
    when: str
    athlete: Athlete | None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The suggestions for other programs."""
        return {"json": self._json}

    def _json(self, _: Look) -> str:
        trees = [_tree(snack) for snack in self.snacks]
        return as_json({"schema": "fuelcalc/snacks/1", "when": self.when, "snacks": trees})

    def view(self, look: Look, medium: Medium) -> View:
        """The suggestions with what they hold, their foods, and why."""
        block: Block = Prose((_NOTHING[self.when],), is_indented=False)
        if self.snacks:
            block = ItemList(tuple(_item(snack, look) for snack in self.snacks), is_numbered=True)
        return View("" if medium == "text" else "Snacks", (Section("", (block,)),))


def _item(snack: Snack, look: Look) -> ListItem:
    """One suggestion: its name with what it holds, its foods, and why."""
    held = snack.totals.nutrients
    amounts = [f"{snack.available_carbohydrate_g:.0f} g carbohydrate"]
    amounts += [] if held.protein_g is None else [f"{held.protein_g:.0f} g protein"]
    amounts += [] if held.fat_g is None else [f"{held.fat_g:.0f} g fat"]
    if held.energy_kcal is not None:
        energy, unit = look.amount(held.energy_kcal, "kcal")
        amounts.append(f"{energy:.0f} {unit}")
    label = look.spelled(snack.label, look.own_foods(item.name for item in snack.items))
    foods = ", ".join(food_line(item, look).text for item in snack.items).replace("\u00a0", " ")
    missed = f"Misses: {snack.missed}." if snack.missed else ""
    return ListItem(f"{label}: {', '.join(amounts)}", (foods, snack.why, missed))


def _tree(snack: Snack) -> dict[str, Any]:
    return {
        "snack_id": snack.snack_id,
        "label": snack.label,
        "items": [
            {
                **fields_of(item, ("food_id", "name", "grams")),
                "household": kitchen_amount(item.name, item.portion, item.amount).text,
            }
            for item in snack.items
        ],
        "available_carbohydrate_g": snack.available_carbohydrate_g,
        "totals": snack.totals.nutrients._asdict(),
        "incomplete": snack.totals.incomplete,
        "why": snack.why,
        "missed": snack.missed,
    }
