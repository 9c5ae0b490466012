"""The words that people have for the health conditions that guards act on."""

from collections.abc import Mapping
from typing import Any, Final, Literal

from fuelcalc.models.diets import word_key

Condition = Literal[
    "pregnant",
    "breastfeeding",
    "postpartum",
    "eating-disorder",
    "missed-periods",
    "stress-fracture",
    "kidney-disease",
    "diabetes-insulin",
    "diabetes-sulfonylurea",
    "diabetes-sglt2",
    "glp1",
    "thyroid",
    "bariatric",
    "heart-failure",
    "hypertension",
    "hypertension-diuretics",
    "haemochromatosis",
    "kidney-stones",
]

_WORDS: Mapping[Condition, str] = {
    "pregnant": "pregnancy expecting",
    "breastfeeding": "breast-feeding nursing lactating lactation",
    "postpartum": "post-partum postnatal",
    "eating-disorder": "eating-disorders disordered-eating anorexia anorexia-nervosa bulimia "
    "bulimia-nervosa binge-eating binge-eating-disorder orthorexia arfid osfed",
    "missed-periods": "amenorrhea amenorrhoea oligomenorrhea oligomenorrhoea no-periods "
    "missing-periods irregular-periods",
    "stress-fracture": "stress-fractures stress-reaction bone-stress-injury",
    "kidney-disease": "ckd chronic-kidney-disease renal-disease kidney-failure dialysis",
    "diabetes-insulin": "type-1-diabetes diabetes-type-1 type-1 t1d t1dm insulin",
    "diabetes-sulfonylurea": "sulfonylurea sulphonylurea diabetes-sulphonylurea",
    "diabetes-sglt2": "sglt2 sglt2-inhibitor",
    "glp1": "glp-1 semaglutide tirzepatide liraglutide ozempic wegovy mounjaro",
    "thyroid": "hypothyroid hypothyroidism hyperthyroid hyperthyroidism hashimoto hashimotos",
    "bariatric": "bariatric-surgery gastric-bypass gastric-sleeve sleeve-gastrectomy",
    "heart-failure": "chf",
    "hypertension": "high-blood-pressure",
    "hypertension-diuretics": "diuretics",
    "haemochromatosis": "hemochromatosis iron-overload",
    "kidney-stones": "kidney-stone",
}
_MEANINGS: Mapping[str, Condition] = {
    word: code for code, words in _WORDS.items() for word in (code, *words.split())
}
CONDITION_WORDS: Final = tuple(_MEANINGS)
"""Every word that is understood for a condition."""


def condition_named(word: Any) -> Any:
    """
    The condition that somebody means by a word of their own; what means none as it is.

    A word that is none of them has to be refused: whoever says it expects to be guarded.

    >>> condition_named("Type 1 diabetes"), condition_named("asthma")
    ('diabetes-insulin', 'asthma')
    """
    if not isinstance(word, str):
        return word
    return _MEANINGS.get(word_key(word), word)
