"""Columns that speak of who must not eat what: none is left aside, whatever it is called."""

import pandas as pd
import pytest
from tables import ONE

from fuelcalc import InputError, plan_frame
from fuelcalc.batch.guard_words import guard_word_in
from fuelcalc.models.conditions import CONDITION_WORDS
from fuelcalc.models.diets import WORDS_BY_KEY

NAMES = {
    "restrictions": "gluten_free dairy_free Coeliac celiac halal kosher fodmap intolerances GF "
    "food_intolerance caffeine-free religion",
    "diet": "vegan isVegan vegetarian Pescatarian keto dietary_needs végétarien",
    "avoid": "nut_free nuts noNuts NUTS no_eggs lactose lactose_intolerant milk dairy seafood "
    "no_mushrooms food_allergy alergies food_notes",
    "conditions": "medication medical_history insulin diabetes T2D kidney kidneys heart health "
    "illness disease eating_disorder pregnant? health_club injury injuries bp_meds drugs "
    "ed_history trimester reds sick warfarin",
}
"""By the column that each is meant for."""


@pytest.mark.parametrize(
    ("name", "column"), [(name, key) for key, names in NAMES.items() for name in names.split()]
)
def test_refuses_a_column_that_speaks_of_protection(name, column):
    """With the column that is meant, how to take it, and how to keep one that means nothing."""
    with pytest.raises(InputError) as caught:
        plan_frame(pd.DataFrame([ONE]).assign(**{name: True}))
    line = str(caught.value)
    assert line.startswith(f'{name}: is no column that is read; did you mean "{column}"? Then ')
    assert f'columns={{"{column}": "{name}"}} takes words such as ' in line
    assert "; to leave it aside, rename it without " in line


@pytest.mark.parametrize(
    "word", [*CONDITION_WORDS, *(w for ws in WORDS_BY_KEY.values() for w in ws)]
)
def test_knows_every_word_that_a_model_knows(word):
    """However it is put into a name: by itself, with underscores, beside others, as a plural."""
    for name in (word, word.replace("-", "_").upper(), f"is {word}", f"{word}s", f"has-{word}_now"):
        assert guard_word_in(name), name


def test_leaves_other_columns_aside():
    """Within a longer word a short one says nothing, and a watch measures hearts."""
    names = (
        "avg_hr", "max_heart_rate_bpm", "free_text", "notes", "postcode",
        "minutes", "floats", "country", "backdate", "No", "row_no", "leggings", "November",
        "lactate_threshold", "training_load", "vo2max", "speed_kmh", "skill_level", "session_id",
    )  # fmt: skip
    one = pd.DataFrame([ONE])
    rows = one.join(pd.DataFrame([dict.fromkeys(names, "x")]))
    pd.testing.assert_frame_equal(plan_frame(rows), plan_frame(one))


def test_takes_a_yes_for_no_word_of_protection():
    """A column of yes and no under such a name refuses its rows, rather than protect nobody."""
    rows = pd.DataFrame([ONE] * 3).assign(nut_free=["yes", "nuts", None])
    refused = plan_frame(rows, columns={"avoid": "nut_free"})["refused"]
    assert refused.notna().tolist()[::2] == [True, False]
