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
PHRASES: Mapping[str, str] = {
    "general aerobic + speed": "easy",
    "ga + speed": "easy",
    "recovery + speed": "recovery",
    "long slow distance": "long",
    "medium-long run": "long",
    "medium long run": "long",
    "medium-long": "long",
    "medium long": "long",
    "med-long run": "long",
    "med-long": "long",
    "med long": "long",
    "long run": "long",
    "mlr": "long",
    "lr": "long",
    "lsd": "long",
    "general aerobic": "easy",
    "ga": "easy",
    "lactate threshold": "tempo",
    "sub-threshold": "tempo",
    "subthreshold": "tempo",
    "sub threshold": "tempo",
    "sub-t": "tempo",
    "subt": "tempo",
    "cruise intervals": "tempo",
    "threshold": "tempo",
    "lt2": "tempo",
    "lt": "tempo",
    "zone 1": "easy",
    "zone 2": "easy",
    "z1": "easy",
    "z2": "easy",
    "vo2max": "intervals",
    "vo2 max": "intervals",
    "vo2": "intervals",
    "speed": "intervals",
    "time trial": "race",
    "tt": "race",
    "fartlek": "steady",
    "progression": "steady",
    "shakeout": "recovery",
    "shake-out": "recovery",
    "all-out": "race",
    "all out": "race",
    "conversational": "easy",
    "comfortable": "easy",
    "endurance": "easy",
    "aerobic": "easy",
    "relaxed": "easy",
    "gentle": "easy",
    "light": "easy",
    "base": "easy",
    "slow": "easy",
    "moderate": "steady",
    "mod": "steady",
}
"""What plans call an effort, and the effort that it is taken for; from "tt" on estimates."""

PASSED = frozenset(
    {
        "running", "brisk", "tune-up", "tuneup", "tune", "yasso", "pyramid", "ladder", "workout",
        "cutdown", "cut-down",
    }
)  # fmt: skip
"""Words that say nothing of how far or how hard."""

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
    rf"|(?:goal\s+)?({_PACED}|h?mp|gmp))(?:[\s-]+pace)?(?![\w/])(?:[ -]run(?!\w))?"
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
