"""`fuelcalc shopping`: what to buy for a week."""

import json

import pytest

PERSON = '[athlete]\nsex = "female"\nage = 34\nmass = "62 kg"\nheight = "168 cm"\n'
WEEK = PERSON + '[week.tuesday]\nruns = ["8 km easy 06:30"]\n'
OTHER = (
    '[athlete]\nsex = "male"\nage = 36\nmass = "88 kg"\nheight = "183 cm"\n'
    'avoid = ["milk"]\nweekly_mileage = "20 km"\n'
)


@pytest.fixture(autouse=True)
def plans(home):
    """Two people's plans."""
    (home / "plan.toml").write_text(WEEK, encoding="utf-8")
    (home / "other.toml").write_text(OTHER, encoding="utf-8")


def needs(answer):
    """What a list in JSON needs of each thing, in g."""
    return {line["name"]: line["need_g"] for line in json.loads(answer.out)["lines"]}


def test_lists_a_week_by_aisle(fuelcalc):
    """With its dates, in text to tick off."""
    answer = fuelcalc("shopping", "plan.toml")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Shopping list · Mon 23 Nov - Sun 29 Nov 2026")
    assert answer.out.index("FRUIT AND VEGETABLES") < answer.out.index("HAVE YOU SOME?")
    assert "[ ] " in answer.out


def test_is_what_the_week_serves(fuelcalc):
    """The list of the week's own JSON."""
    week = json.loads(fuelcalc("week", "plan.toml", "--format", "json").out)
    alone = json.loads(fuelcalc("shopping", "plan.toml", "--format", "json").out)
    assert week["shopping"] == alone["lines"]
    assert week["seasonings"] == alone["seasonings"]
    assert week["seasonings"]
    assert {day["date"] for day in week["cooking"]} == {f"2026-11-{day}" for day in range(23, 30)}


def test_is_for_several(fuelcalc):
    """Two who eat the same need twice as much of each thing."""
    one, two = (
        needs(fuelcalc("shopping", "plan.toml", "--people", people, "--format", "json"))
        for people in ("1", "2")
    )
    assert two == {name: pytest.approx(2.0 * grams) for name, grams in one.items()}


def test_is_for_one_pot(fuelcalc):
    """What a partner eats of the same pot is on the same list, and what one avoids is on none."""
    held = needs(fuelcalc("shopping", "plan.toml", "--for", "other.toml", "--format", "json"))
    assert not {name for name in held if name.endswith(("milk", "cheese")) and "oat" not in name
                and "soy" not in name and "coconut" not in name and "rice" not in name}  # fmt: skip


def test_leaves_out_what_is_there(fuelcalc):
    """--have takes names; an unknown one is a line."""
    assert "white rice" not in needs(
        fuelcalc("shopping", "plan.toml", "--have", "white rice, oats", "--format", "json")
    )
    answer = fuelcalc("shopping", "plan.toml", "--have", "xyzzy")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_asks_after_spices(fuelcalc):
    """Without amounts; one that is there is left out, by whatever its jar says."""
    week = json.loads(fuelcalc("shopping", "plan.toml", "--format", "json").out)
    name = week["seasonings"][0]["name"]
    assert f"[ ] {name}\n" in fuelcalc("shopping", "plan.toml").out
    answer = fuelcalc("shopping", "plan.toml", "--have", f"ground {name}, rice").out
    assert f"[ ] {name}\n" not in answer
    assert name in answer.partition("Left out, since it is there: ")[2]


@pytest.mark.parametrize("fmt", ["markdown", "html", "csv"])
def test_has_other_formats(fuelcalc, fmt):
    """A list for notes, for the phone and for a spreadsheet."""
    answer = fuelcalc("shopping", "plan.toml", "--format", fmt)
    assert (answer.code, answer.err) == (0, "")


def test_needs_food(fuelcalc):
    """Without a menu there is nothing to buy."""
    answer = fuelcalc("shopping", "plan.toml", "--no-menu")
    assert answer.err == "fuelcalc: no-menu: leaves nothing to buy; leave it out\n"
