"""What goes to work in a box: what fits into the minutes there are, and how it is kept."""

import re

import pytest
from bars import fortnight, people
from people import athlete, day, plan

from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.day import plan_day

MADE = {dish.dish_id: dish for dish in BUNDLED.dishes}


@pytest.mark.no_cover
def test_packs_what_is_quick_or_made_before():
    """On ten weekdays of eight people a box takes 12 minutes, or is said to be made before."""
    for place, who in enumerate(people(8)):
        packing = who.model_copy(update={"lunch": "packed"})
        for one in fortnight(place):
            found = plan_day(packing, one)
            if one.date.weekday() >= 5:
                continue
            said = {miss.minute for miss in found.menu.relaxed if miss.limit == "preparation-time"}
            for entry in found.timeline:
                if entry.name == "lunch" and entry.minute not in said:
                    quick = (entry.preparation_min or 0.0) <= 12.0
                    assert quick or entry.preparation.startswith(
                        ("Make it ahead, the evening before", "Make the ")
                    )
                    assert _is_kept_cool(entry)


COOL = " Keep it in a fridge or by an ice pack."
COLD = re.compile(
    r" Let it cool, keep it in a fridge or by an ice pack, and eat it cold"
    r"(?:, with [a-z -]+ added only then)?\."
)


def _is_kept_cool(entry):
    """Whether a box says once how it is kept, where what is in it has to be."""
    roles = {BUNDLED.by_id[item.food_id].role for item in entry.items}
    how, leaves = entry.preparation, {"avocado", "lettuce", "rocket"}
    if how.startswith("Make it ahead") and MADE[entry.dish_id].carried == "cold":
        there = leaves.intersection(item.food_id for item in entry.items)
        return bool(COLD.search(how)) and all(f"{one}" in how.split("ice pack")[1] for one in there)
    perishable = {
        "cheese",
        "dairy",
        "egg",
        "fish",
        "grain",
        "legume",
        "meat",
        "poultry",
        "shellfish",
        "soy",
    }
    is_kept = roles & perishable or {"falafel", "hummus"}.intersection(
        item.food_id for item in entry.items
    )
    return how.count(COOL) == bool(is_kept) and "eat it cold" not in how


def test_tells_how_a_snack_for_work_is_kept():
    """Turkey and cheese go by an ice pack, bread under ricotta apart, and nuts into a pocket."""
    who = athlete().model_copy(update={"lunch": "packed"})
    for dish_id, told in (
        ("turkey-wrap", "Keep it in a fridge or by an ice pack."),
        ("cheddar-carrot-sticks", "Keep it in a fridge or by an ice pack."),
        ("ricotta-honey-toast", "Keep it in a fridge or by an ice pack, wholewheat bread apart."),
        ("popcorn-nuts-milk", "Keep the semi-skimmed milk in a fridge or by an ice pack."),
        ("chia-pudding-kiwi", "Keep it in a fridge or by an ice pack."),
        ("dates-and-nuts", ""),
    ):
        found = plan(who, day(date="2026-12-08"), menu=True, lock={"10:40": dish_id})
        (snack,) = [one for one in found.timeline if one.dish_id == dish_id]
        said = f"{snack.preparation} {snack.preparation_beside or ''}".strip()
        assert said.endswith(told)
        assert ("ice pack" in said) == bool(told)
    who = athlete().model_copy(update={"lunch": "home"})
    home = plan(who, day(date="2026-12-08"), menu=True, lock={"10:40": "turkey-wrap"})
    assert all("ice pack" not in (one.preparation or "") for one in home.timeline)


def test_makes_what_takes_long_for_work_before():
    """Nobody boils eggs and potatoes for ten o'clock beside breakfast: that page says when."""
    found = plan(
        athlete().model_copy(update={"lunch": "packed"}),
        day(date="2026-12-08"),
        menu=True,
        lock={"10:40": "egg-potato-salad"},
    )
    (snack,) = [one for one in found.timeline if one.dish_id == "egg-potato-salad"]
    assert snack.preparation.startswith("Make it ahead, ")


def test_tells_where_a_box_with_a_microwave_is_warmed():
    """Tortellini made before work are warmed there, though nobody made them the day before."""
    who = athlete().model_copy(update={"lunch": "microwave"})
    found = plan(who, day(date="2026-12-08"), menu=True, lock={"lunch": "tortellini-peas"})
    (lunch,) = [one for one in found.timeline if one.name == "lunch"]
    assert lunch.preparation.endswith("by an ice pack, and warm it until it steams.")


def test_tells_a_box_for_work_to_be_eaten_cold():
    """Falafel that are heated for a dinner cool in a box, and what is raw is kept apart in it."""
    who = athlete().model_copy(update={"lunch": "packed"})
    for dish_id, told in (
        ("falafel-plate", "by an ice pack, and eat it cold."),
        ("lentil-potato-salad", "by an ice pack, and eat it cold, with rocket added only then."),
        (
            "hummus-chickpea-wraps",
            "and roll it up or close it. Keep it in a fridge or by an ice pack.",
        ),
    ):
        found = plan(who, day(date="2026-12-08"), menu=True, lock={"lunch": dish_id})
        (lunch,) = [one for one in found.timeline if one.name == "lunch"]
        assert lunch.dish_id == dish_id
        assert lunch.preparation.endswith(told), lunch.preparation
    home = plan(athlete(), day(date="2026-12-08"), menu=True, lock={"lunch": "falafel-plate"})
    (lunch,) = [one for one in home.timeline if one.name == "lunch"]
    assert "ice pack" not in lunch.preparation
