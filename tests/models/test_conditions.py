"""Health conditions in the words of those who have them, and where words of another key belong."""

import pandas as pd
import pytest

from fuelcalc import Athlete, plan_frame
from fuelcalc.errors import InputError
from fuelcalc.models.conditions import condition_named
from fuelcalc.models.plan import Plan

BODY = {"sex": "female", "age": 30, "mass": "60 kg", "height": "168 cm"}


@pytest.mark.parametrize(
    ("word", "condition"),
    [
        ("Pregnancy", "pregnant"), ("anorexia nervosa", "eating-disorder"),
        ("bulimia", "eating-disorder"), ("T1D", "diabetes-insulin"), ("CKD", "kidney-disease"),
        ("type 1 diabetes", "diabetes-insulin"), ("Ozempic", "glp1"),
        ("amenorrhoea", "missed-periods"), ("gastric bypass", "bariatric"),
        ("high blood pressure", "hypertension"), ("heart failure", "heart-failure"),
    ],
)  # fmt: skip
def test_takes_everyday_words_for_a_condition(word, condition):
    """Whoever says it is guarded, however it is said."""
    assert Athlete.of(**BODY, conditions=[word]).conditions == (condition,)
    tree = {"athlete": {**BODY, "conditions": [word]}}
    assert Plan.from_tree(tree, path="").athlete.conditions == (condition,)


@pytest.mark.parametrize(
    ("key", "word", "remedy"),
    [
        ("conditions", "coeliac", 'restrictions = ["gluten-free"]'),
        ("conditions", "nut allergy", 'avoid = ["nuts"]'),
        ("conditions", "diabetes", "write diabetes-insulin, diabetes-sulfonylurea or"),
        ("conditions", "prediabetes", "with none of them leave it out"),
        ("conditions", "RED-S", "write missed-periods or stress-fracture"),
        ("conditions", "asthma", "choose one of: pregnant"),
        ("restrictions", "peanuts", 'avoid = ["peanut"]'),
        ("restrictions", "nut-free", 'avoid = ["nut"]'),
        ("restrictions", "gluten", 'did you mean "gluten-free"?'),
        ("diet", "halal", 'restrictions = ["gluten-free"]'),
    ],
)
def test_says_which_key_a_word_belongs_to(key, word, remedy):
    """A word that protects somebody is never dropped: it is refused, with where it goes."""
    with pytest.raises(InputError) as caught:
        Athlete.of(**BODY, **{key: word if key == "diet" else [word]})
    assert remedy in str(caught.value)


def test_takes_everyday_words_for_a_diet():
    """Pescetarian and plant-based are words of the list as well."""
    assert Athlete.of(**BODY, diet="pescetarian").diet == "pescatarian"
    assert Athlete.of(**BODY, diet="plant-based").diet == "vegan"


def test_rows_say_conditions_and_diets_in_everyday_words():
    """A row of a table is guarded as a plan of one is."""
    two = {key: [value] * 2 for key, value in BODY.items()}
    rows = pd.DataFrame({**two, "conditions": ["bulimia", ""], "diet": ["plant-based", "vegan"]})
    told = rows.assign(conditions=["eating-disorder", ""], diet="vegan")
    assert plan_frame(rows).equals(plan_frame(told))


def test_names_a_condition_once():
    """Two words for one condition are one."""
    assert Athlete.of(**BODY, conditions=["pregnant", "expecting"]).conditions == ("pregnant",)


def test_leaves_what_is_no_word_to_the_list():
    """What is no text is refused by its kind."""
    assert condition_named(7) == 7
