"""How a model refuses a value: what it was, its limit and what to write."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from fuelcalc.errors import InputError, Span, quoted, shown
from fuelcalc.units import SUFFIXES

OTHER_WORDS: Mapping[str, str] = {
    "weight": "mass",
    "bodyweight": "mass",
    "gender": "sex",
    "birthday": "birth_date",
    "dob": "birth_date",
    "time": "start",
    "length": "distance",
    "elevation": "climb",
    "incline": "grade",
    "allergies": "avoid",
    "allergens": "avoid",
    "weight_lifted": "load",
    "workouts": "lifts",
}
"""What people call a key before they have read the guide."""


class _Answer(NamedTuple):
    """Words for one thing, what is so of it, and what there is instead; in a program, if other."""

    words: str
    problem: str
    remedy: str
    in_call: str = ""


_ANSWERS = (
    _Answer(
        "cut cutting deficit lose lose-weight weight-loss fat-loss diet-down shred shredding",
        "is not a word of fuelcalc",
        'a deficit is asked for by --balance "-300 kcal", in a plan file by balance = "-300 kcal" '
        "under [goal]; it is made smaller where eating that little is a risk",
        'a deficit is asked for by the goal, with balance = "-300 kcal"; it is made smaller where '
        "eating that little is a risk",
    ),
    _Answer(
        "bulk bulking surplus gain muscle gain-weight",
        "is not a word of fuelcalc",
        'to gain choose the aim build, or ask for a surplus by --balance "+300 kcal", in a plan '
        'file by balance = "+300 kcal" under [goal]',
        'to gain choose the aim build, or ask for a surplus with balance = "+300 kcal"',
    ),
    _Answer(
        "recomp recomposition body-recomposition",
        "is not a word of fuelcalc",
        "the aim maintain eats what is spent, with the protein that training takes; build adds a "
        "small surplus",
    ),
    _Answer(
        "keto ketogenic low-carb lchf",
        "is not planned",
        "the carbohydrate follows the training of the day, and runs need it; foods that you do "
        "not eat go under dislikes",
    ),
    _Answer(
        "fast fasting fasted if intermittent-fasting time-restricted-eating ramadan omad 16:8",
        "is not a word of fuelcalc",
        'the hours to eat in are asked for by --eating-window "09:00-19:00" (eating_window in a '
        "plan file), ten hours or more; a fast through the day is not planned",
        'the hours to eat in are asked for by eating_window, "09:00-19:00", ten hours or more; a '
        "fast through the day is not planned",
    ),
    _Answer(
        "carb-cycling carb-cycle carbcycling carb-periodisation carb-periodization",
        "needs no option",
        "the carbohydrate of each day follows its training, more on long and hard days, less at "
        "rest",
    ),
    _Answer(
        "zone zones zone-2 zone2 z2",
        "is said of a run",
        'write it there, such as --run "zone 2 60 min"; no pace is needed',
        'write it there: runs are ["zone 2 60 min"]; no pace is needed',
    ),
    _Answer(
        "bmr rmr tdee calories maintenance-calories",
        "is not asked for but worked out",
        "the first table of every day holds it, and --explain how; to eat more or less than that "
        'write --balance "-300 kcal" or "+300 kcal"',
        "a plan has it in its energy; to eat more or less than that say so by the balance, "
        '"-300 kcal" or "+300 kcal"',
    ),
    _Answer(
        "paleo whole30 carnivore clean mediterranean",
        "is not planned",
        "--diet is omnivore, pescatarian, vegetarian or vegan; what you do not eat goes under "
        "dislikes (--dislikes), allergens under avoid (--avoid)",
        "diet is omnivore, pescatarian, vegetarian or vegan; what you do not eat goes under "
        "dislikes, allergens under avoid",
    ),
    _Answer(
        "celiac coeliac celiac-disease coeliac-disease halal kosher gluten-free gf dairy-free "
        "lactose-free lactose-intolerant fodmap low-fodmap ibs",
        "is said by restrictions",
        'write restrictions = ["gluten-free"] (--restriction gluten-free); there are dairy-free, '
        "halal, kosher-style and low-fodmap too",
        'write restrictions = ["gluten-free"]; there are dairy-free, halal, kosher-style and '
        "low-fodmap too",
    ),
    _Answer(
        "allergy allergies nut-allergy peanut-allergy milk-allergy egg-allergy fish-allergy "
        "shellfish-allergy nut-free",
        "is said by avoid",
        'write avoid = ["nuts"] (--avoid nuts), or another allergen',
        'write avoid = ["nuts"], or another allergen',
    ),
    _Answer(
        "diabetes type-2-diabetes diabetes-type-2 type-2 t2d t2dm prediabetes pre-diabetes "
        "insulin-resistance metformin family-history-of-diabetes diabetes-in-the-family",
        "is guarded by its medicine",
        "write diabetes-insulin, diabetes-sulfonylurea or diabetes-sglt2; with none of them "
        "leave it out",
    ),
    _Answer(
        "red-s reds lea low-energy-availability",
        "is said by its signs",
        "write missed-periods or stress-fracture, and usual_intake for what is eaten",
    ),
    _Answer(
        "creatine supplement supplements beta-alanine",
        "is not planned",
        "fuelcalc plans food and drink; caffeine before hard runs is the exception (caffeine = "
        "true)",
    ),
)
ANSWERS: Mapping[str, tuple[str, str]] = {
    word: (one.problem, one.remedy) for one in _ANSWERS for word in one.words.split()
}
"""Words that people look for and fuelcalc does not have: what is so, and what there is instead."""


_IN_CALLS: Mapping[str, str] = {one.remedy: one.in_call for one in _ANSWERS if one.in_call}
"""What a program writes, where a plan file or the command line has other words for it."""


class AnswerError(InputError):
    """A word that people look for and fuelcalc does not have."""

    @property
    def remedy(self) -> str:
        """What there is instead, as who asks for it writes it: a program, or a file."""
        told = self._remedy or ""
        return _IN_CALLS.get(told, told) if self.is_call else told


def answer(word: Any) -> tuple[str, str] | None:
    """
    What is so and what to do instead, for a word that people look for.

    >>> answer("--Deficit")[0]
    'is not a word of fuelcalc'
    """
    if not isinstance(word, str):
        return None
    return ANSWERS.get(word[:80].strip(" -").casefold().replace("_", "-").replace(" ", "-"))


WANTED: Mapping[str, tuple[str, str]] = {
    "float_type": ("a number", "a number"),
    "finite_number": ("a finite number", "a number"),
    "int_type": ("a whole number", "a number such as 3"),
    "bool_type": ("true or false", "true or false"),
    "string_type": ("text", "text in quotes"),
    "string_unicode": ("text", "other characters"),
    "tuple_type": ("a list", "a list in brackets"),
    "time_type": ("a time", 'a time such as "06:30"'),
    "date_type": ("a date", 'a date such as "2026-11-26"'),
    "model_type": ("a table", "a table of its keys"),
}
"""What was wanted where pydantic found another kind of value, and what to write."""


_UNQUOTED = frozenset({"float_type", "int_type", "bool_type"})


def wrong_kind(value: Any, kind: str) -> InputError:
    """Say which kind of value is wanted."""
    wanted, remedy = WANTED[kind]
    is_quoted = isinstance(value, str) and kind in _UNQUOTED
    quotes = " without quotes" if is_quoted else ""
    remedy = f"write {remedy}{quotes}"
    return InputError(f"is not {wanted}", value=value, quote=shown(value), remedy=remedy)


def no_such_word(value: Any, words: tuple[Any, ...]) -> InputError:
    """Say which words there are, or what there is instead of one that people look for."""
    # Of an effort "fast" is a pace, and no fast.
    told = None if "tempo" in words else answer(value)
    if told is None:
        return InputError("is unknown", value=value, quote=shown(value), allowed=words)
    return AnswerError(told[0], value=value, quote=shown(value), allowed=words, remedy=told[1])


def wrong_length(value: Any, limits: Mapping[str, Any]) -> InputError:
    """Say how long a list or a text may be."""
    what = "characters" if isinstance(value, str) else "items" if len(value) != 1 else "item"
    low, high = limits.get("min_length"), limits.get("max_length")
    limit = f"the least is {low}" if high is None else f"the most is {high}"
    # One of what wants several is a slip of the list, not of what stands in it.
    remedy = f"write {low} or more" if high is None and low is not None and low > 1 else None
    return InputError(
        f"{len(value)} {what}, {limit}",
        value=value, quote="", allowed=Span(low, high), remedy=remedy,
    )  # fmt: skip


def out_of_range(value: Any, raw: Any, limits: Span) -> InputError:
    """Say how far a value may go, in the unit that it is stored in."""
    low, high, unit = limits
    if unit is None:
        problem = f"is outside {shown(low)} to {shown(high)}"
        return InputError(problem, value=value, allowed=limits, remedy="check it")
    words = _UNIT_WORDS.get(unit, f" {SUFFIXES[unit]}")
    amount = f"{_number(value, unit, beyond=high if value > high else low)}{words}"
    span = f"{_number(low, unit)} to {_number(high, unit)}{words}"
    is_amount = not isinstance(raw, str) or raw.strip(" +") == amount
    return InputError(
        f"{'is' if is_amount else f'is {amount},'} outside {span}, what fuelcalc plans for",
        value=value if raw is None else raw,
        quote=amount if is_amount else quoted(raw),
        allowed=limits,
        remedy="check the number and its unit",
    )


def _number(value: float, unit: str, *, beyond: float | None = None) -> str:
    """A number for a message, with as many digits as show that it is beyond a limit."""
    if unit == "s_per_km":
        fast = beyond is not None and value < beyond
        minutes, seconds = divmod(math.floor(value) if fast else math.ceil(value), 60)
        return f"{minutes}:{seconds:02d}"
    scale = 100.0 if unit == "share" else 1.0
    whole = len(f"{abs(value * scale):.0f}") if abs(value) < 1e15 else 1
    texts = (f"{value * scale:.{digits}g}" for digits in range(max(4, whole), 18))
    return next(text for text in texts if beyond is None or float(text) != beyond * scale)


_UNIT_WORDS = {
    "share": " %", "degc": " °C", "l_per_h": " L/h", "mg_per_l": " mg/L", "s_per_km": " /km",
}  # fmt: skip
"""Units that a message spells in another way than `SUFFIXES`."""
