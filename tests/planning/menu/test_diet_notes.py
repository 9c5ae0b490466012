"""What the notes of a menu tell by diet, restriction and age."""

import pytest
from people import athlete, codes, day, eaten, plan

from fuelcalc import words
from fuelcalc.pantry import BUNDLED


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"restrictions": ["halal"]}, True),
        ({"restrictions": ["halal", "gluten-free"]}, False),
        ({"restrictions": ["halal"], "avoid": ["wheat"]}, False),
        ({}, False),
    ],
)
def test_says_why_there_is_food_without_gluten(limits, said):
    """Tamari stands in for soy sauce that is brewed with alcohol; who avoids gluten knows why."""
    who = athlete(**limits)
    found = plan(who, day(), menu=True, lock={"dinner": "ginger-chicken-rice-carrots"})
    told = [words(one) for one in found.notes if one.code == "free-from"]
    assert bool(told) == said
    assert all("gluten-free tamari" in one for one in told)


@pytest.mark.parametrize(
    ("limits", "dinner", "said"),
    [
        ({"restrictions": ["halal"]}, "ginger-chicken-rice-carrots", ["chicken breast"]),
        ({"restrictions": ["halal"], "diet": "vegan"}, "lentil-bolognese", []),
        ({}, "ginger-chicken-rice-carrots", []),
    ],
)
def test_says_that_meat_is_halal_by_how_it_is_bought(limits, dinner, said):
    """No table of foods knows it; who eats no meat reads nothing of it."""
    found = plan(athlete(**limits), day(), menu=True, lock={"dinner": dinner})
    told = " ".join(words(one) for one in found.notes if one.code == "halal-meat")
    assert bool(told) == bool(said)
    assert all(name in told for name in said)


@pytest.mark.parametrize(("age", "said"), [(64, 0), (65, 1), (74, 1)])
def test_has_eggs_firm_from_65_on(age, said):
    """As the FDA advises, on days that have eggs."""
    who = athlete(age=age, likes=["poached eggs"])
    days = [plan(who, day(date=f"2026-03-{n:02}"), menu=True) for n in range(2, 9)]
    with_eggs = [
        one for one in days if any(BUNDLED.by_id[item.food_id].role == "egg" for item in eaten(one))
    ]
    assert with_eggs
    assert all(codes(one).count("eggs-firm") == said for one in with_eggs)
    assert all("eggs-firm" not in codes(one) for one in days if one not in with_eggs)


@pytest.mark.parametrize("limits", [{"restrictions": ["halal"]}, {"avoid": ["milk", "egg"]}])
def test_speaks_of_what_is_on_the_plates_alone(limits):
    """What a dish may hold and does not is in no note on brands or meat."""
    seen = 0
    for n in range(2, 16):
        found = plan(athlete(**limits), day(date=f"2026-03-{n:02}"), menu=True)
        names = {item.name for item in eaten(found)}
        for one in found.notes:
            if one.code in {"free-from", "halal-meat"}:
                assert set(one.values["words"]) <= names
                seen += 1
    assert seen
