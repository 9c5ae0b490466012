"""F62: what the shell completes, asked as click's scripts ask it."""

from pathlib import Path

import pytest
from click.shell_completion import BashComplete

from fuelcalc.cli import cli
from fuelcalc.importers.own_foods.food_file import read_foods
from fuelcalc.pantry import BUNDLED


def offers(*words):
    """What is offered for the last of some words."""
    *before, last = words
    complete = BashComplete(cli, {}, "fuelcalc", "_FUELCALC_COMPLETE")
    return [item.value for item in complete.get_completions(list(before), last)]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("day", "--condition", "preg"), ["pregnant"]),
        (("day", "--conditions", "diabetes"), 3),
        (("day", "--restriction", "gl"), ["gluten-free"]),
        (("day", "--avoid", "mil"), ["milk"]),
        (("day", "--avoid", "milk,tree"), ["milk,tree-nut"]),
        (("day", "--like", "salmon"), ["salmon"]),
        (("guide", "--dislike", "cottage-c"), ["cottage-cheese"]),
        (("day", "--use-up", "spin"), ["spinach"]),
        (("day", "--swap", "din"), ["dinner"]),
        (("day", "--lock", "din"), ["dinner="]),
        (("day", "--lock", "dinner=out"), ["dinner=out"]),
        (("day", "--lock", "dinner=lentil-bolo"), ["dinner=lentil-bolognese"]),
        (("day", "--date", "tom"), ["tomorrow"]),
        (("day", "--sex", "f"), ["female"]),
        (("day", "--diet", "vega"), ["vegan"]),
        (("day", "--units", "u"), ["us", "uk"]),
        (("snack", "--avoid", "pean"), ["peanut"]),
        (("foods", "salm"), ["salmon"]),
        (("foods", "--diet", "vegan"), ["vegan"]),
        (("foods", "--role", "frui"), ["fruit"]),
        (("foods", "--when", "sess"), ["session"]),
        (("foods", "--restrictions", "hal"), ["halal"]),
        (("dishes", "lentil-bolo"), ["lentil-bolognese"]),
        (("dishes", "--meal", "break"), ["breakfast"]),
        (("dishes", "--kitchen", "tha"), ["thai"]),
        (("dishes", "--with", "salm"), ["salmon"]),
        (("dishes", "--avoid", "sesa"), ["sesame"]),
        (("day", "--avoid", "zzz"), []),
    ],
)
def test_completes(words, offered):
    """Each closed word, food, dish and feeding by its beginning; behind a comma as well."""
    found = offers(*words)
    if isinstance(offered, int):
        assert len(found) == offered
    else:
        assert [one for one in found if one in offered] == offered
        assert all(one.startswith(words[-1]) for one in found)
        assert bool(found) is bool(offered)


def test_completes_own_foods_and_dishes(profile):
    """What stands beside the profile is completed as the bundled foods are."""
    own = Path(__file__).parents[2] / "docs" / "examples" / "own-foods.toml"
    table = read_foods(own)
    profile("").with_name("foods.toml").write_bytes(own.read_bytes())
    foods = table.by_id.keys() - BUNDLED.by_id.keys()
    assert foods
    assert table.own_dishes
    for food_id in foods:
        assert food_id in offers("day", "--like", food_id)
    for dish in table.own_dishes:
        assert f"dinner={dish.dish_id}" in offers("day", "--lock", f"dinner={dish.dish_id}")
