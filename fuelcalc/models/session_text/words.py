"""The words of running plans: efforts and grounds, race paces, and what comes between repeats."""

from collections.abc import Mapping
from typing import get_args

from fuelcalc.models.session_text.reader import NUMBER, pattern_of
from fuelcalc.models.sessions import Effort, Surface

RUN_WORDS: Mapping[str, str] = {
    **dict.fromkeys(get_args(Effort), "effort"),
    **dict.fromkeys(get_args(Surface), "surface"),
}

# Longer phrases first, so that "long run" is not read as "long".
_PHRASES: Mapping[str, str] = {
    "easy": "general aerobic + speed|ga + speed|general aerobic|ga|zone 1|zone 2|z1|z2"
    "|conversational|comfortable|endurance|aerobic|relaxed|gentle|light|base|slow",
    "recovery": "recovery + speed|shakeout|shake-out",
    "long": "long slow distance|medium-long run|medium long run|medium-long|medium long"
    "|med-long run|med-long|med long|long run|mlr|lr|lsd",
    "tempo": "lactate threshold|sub-threshold|subthreshold|sub threshold|sub-t|subt"
    "|cruise intervals|threshold|lt2|lt",
    "intervals": "vo2max|vo2 max|vo2|speed",
    "race": "time trial|tt|all-out|all out",
    "steady": "fartlek|progression|prog|moderate|mod",
}
_EFFORTS = {word: effort for effort, words in _PHRASES.items() for word in words.split("|")}
# The longest is tried first, so that none hides one that begins like it.
PHRASES: Mapping[str, str] = {word: _EFFORTS[word] for word in sorted(_EFFORTS, key=len)[::-1]}
"""
What plans call an effort, and the effort that it is taken for.

Those of fartlek, progression, shakeout, all-out, a time trial as "tt", and of words for a feeling,
from conversational to moderate, are estimates.
"""

PASSED = frozenset(
    {
        "running", "brisk", "tune-up", "tuneup", "tune", "yasso", "pyramid", "ladder", "workout",
        "cutdown", "cut-down", "commute", "club", "group", "solo", "test",
    }
)  # fmt: skip
"""Words that say nothing of how far or how hard."""

TIMES_OF_DAY = frozenset({"morning", "lunch", "lunchtime", "afternoon", "evening", "night", "dawn"})
"""Words for a start of which they do not say the hour."""

FAST = (
    "how fast?",
    'write "tempo", "intervals" or "race", or a pace such as "@ 5:00/km"',
)
NOT_READ = (
    "heart rates, shares and ratings do not say how hard",
    'write "easy", "steady", "tempo" or "intervals", or a pace such as "@ 5:40/km"',
)
FINISH = ("how long is the finish?", 'write the parts, such as "8 mi easy + 2 mi tempo"')
"""What is asked of a part that is called fast, or rated, if nothing else says how hard it is."""

CHOICES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("am", "pm"), ("half of a day is no start", 'write the time, such as "7am"')),
    "or": ("one session is expected", "write one of the two"),
    **dict.fromkeys(("hr", "hrmax", "bpm", "rpe", "heart", "watts"), NOT_READ),
    **dict.fromkeys(
        ("cross", "cross-train", "cross-training", "crosstraining", "xt"),
        ("which activity?", 'write it with --other, such as --other "40 min cycling"'),
    ),
    "ultra": ("a race or a training run?", 'write "race" or "long" in its place'),
    **dict.fromkeys(
        ("hilly", "rolling"),
        ("how much climb?", 'write it, such as "+120m", or leave the word out'),
    ),
    "strength": ("this is a lift", 'give it by itself, such as --lift "strength 40 min"'),
}
"""Words that leave a choice open: what is in doubt, and what to write."""

# Daniels' letters stand as capitals: marathon and repetition pace are those of a race.
LETTERS: Mapping[str, str] = {"E": "easy", "L": "long", "T": "tempo", "I": "intervals"}
LETTER_RACES: Mapping[str, str] = {"M": "marathon", "R": "1 mi"}

RACES: Mapping[str, str] = {
    "mp": "marathon",
    "gmp": "marathon",
    "marathon": "marathon",
    "hmp": "half marathon",
    "hm": "half marathon",
    "half": "half marathon",
    "mile": "1 mi",
    "parkrun": "5 km",
}

_DISTANCE = (
    rf"(?:{NUMBER}(?:\s*|-)(?:km|k|miles?|mi)|half(?:[ -]marathon)?|marathon|hm|mile|parkrun)"
)
_PACED = rf"{_DISTANCE}(?:[\s-]+(?:goal|race))?[\s-]+pace"
_ANY_RACE = rf"(?:{_PACED}|h?mp|gmp|{_DISTANCE})(?![\w/])"
RACE_PACE = pattern_of(
    rf"(?:(?:@\s*|at\s+)(?:goal\s+)?({_PACED}|h?mp|gmp|{_DISTANCE})"
    rf"|(?:goal\s+)?({_PACED}|h?mp|gmp))(?:[\s-]+pace)?(?![\w/])(?:[ -]run(?!\w))?",
    needs="@ at pace mp",
)
RACE_RANGE = pattern_of(rf"\s*(?:to\s+|/\s*|[-–]\s*)(?:{_ANY_RACE}|\d)|\s*\+\s*\d+\s*s")

HARD_EFFORTS = frozenset({"tempo", "intervals", "race"})
TENTH_KM, LAST_TEMPO_KM = 10.5, 25.0


def effort_of_race(race_km: float) -> str:
    """How hard the pace of a race is: intervals to 10 km, tempo to the half, steady beyond."""
    if race_km <= TENTH_KM:
        return "intervals"
    return "tempo" if race_km <= LAST_TEMPO_KM else "steady"


RESTS: Mapping[str, str] = {
    **dict.fromkeys(("jog", "jogging", "jg", "float", "easy", "slow"), "jog"),
    **dict.fromkeys(("walk", "walking"), "walk"),
    **dict.fromkeys(("stand", "standing", "rest", "rests"), "stand"),
}
REST_NOUNS = frozenset({"ri", "rec", "recs", "recovery", "recoveries"})
