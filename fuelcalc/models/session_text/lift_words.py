"""The words of lifts, and what their sets look like."""

from collections.abc import Mapping
from typing import get_args

from fuelcalc.models.session_text.reader import (
    AMOUNT,
    CLOCK,
    IN_DURATION,
    JOIN,
    NUMBER,
    PLAIN_AMOUNT,
    REPEAT,
    TIME_RULES,
    UNIT,
    WORD,
    TextRule,
    rule,
)
from fuelcalc.models.sessions import Focus, Style

ASSUMED_DURATION = "60 min"
"""How long a lift is of which only the kind is said, such as "leg day"; an estimate."""

FOCUSES: Mapping[str, str] = {
    **{word: word for word in get_args(Focus)},
    **dict.fromkeys(
        ("legs", "leg", "lower body", "glutes", "quads", "hamstrings", "calves"), "lower"
    ),
    **dict.fromkeys(
        ("push", "pull", "upper body", "arms", "arm", "chest", "back", "shoulders", "shoulder",
         "biceps", "triceps"),
        "upper",
    ),
    **dict.fromkeys(("full body", "full-body", "whole body", "total body"), "full"),
    **dict.fromkeys(("abs", "core stability"), "core"),
    **dict.fromkeys(("squat day", "deadlift day"), "lower"),
    **dict.fromkeys(("bench day", "press day"), "upper"),
}  # fmt: skip
STYLES: Mapping[str, str] = {
    **{word: word for word in get_args(Style)},
    **dict.fromkeys(("crossfit", "wod", "metcon", "bootcamp"), "circuit"),
    "tabata": "hiit",
}
LIFT_WORDS: Mapping[str, str] = {
    **dict.fromkeys(STYLES, "style"),
    **dict.fromkeys(FOCUSES, "focus"),
}
NOUNS = frozenset(
    {"day", "gym", "lift", "lifting", "strength", "training", "weight", "weights", "workout"}
)
HEADINGS = frozenset(
    {
        "accessories", "accessory", "assistance", "barbell", "bbb", "deload", "dumbbells",
        "kettlebell", "kettlebells", "ppl", "superset", "supersets",
    }
)  # fmt: skip
"""What stands over exercises or for them; alone it says only that it is a lift."""

MOST_SETS = 50
RATINGS = frozenset({"rpe", "rir"})
SIDES = frozenset({"each", "per"})
HELD = frozenset({"dumbbell", "dumbbells", "db", "dbs", "kettlebell", "kettlebells", "kb", "kbs"})
"""What is held in a hand, of which there are two."""
AT_BODY_WEIGHT = frozenset({"bw"})

NAME_WORD = rf"(?!in(?!\w)|at(?!\w)){WORD}"
NAME = rf"{NAME_WORD}(?:\s+{NAME_WORD}){{0,7}}"
REPS = r"[0-9]{1,3}(?:\s*[-–]\s*[0-9]{1,3})?\+?"
COUNT = rf"(?:{REPS}|amrap|max|failure)"
TIMES = r"(?:\s*[x×]\s*|\s+by\s+|\s+sets?\s*(?:of|to|[x×])\s*)"
_TIMES = "x × by set"
TIMED = r"(?:\s*-?(?:secs?|seconds?|s|mins?|minutes?)(?!\w)|\s?['’′\"”″])"
REPS_WORD = r"(?:\s*(?:reps?|repetitions?)(?!\w))?(?:\s+of(?!\w))?"
END = r"(?!\w|[.,:][0-9])"
SETS = (
    rf"([0-9]{{1,3}}){TIMES}(?:(?P<timed>[0-9]{{1,3}}{TIMED})|(?P<count>{COUNT}))"
    rf"{REPS_WORD}(?:\s*[x×]\s*(?P<load>{NUMBER}\s*{UNIT}))?{END}"
)
MASS = r"(?:kgs?|kilos?|lbs?|pounds?)(?!\w)"
# "70 kg x 5": the load of one set, or its share of the most, before its repetitions.
LOADED = rf"(?P<mass>{NUMBER}\s*{MASS}|{NUMBER}\s*%)\s*[x×]\s*(?P<reps>{REPS}){END}(?!\s*[x×])"
_SIDE = r"(?:(?:e/?s|ea?|/\s*(?:side|leg|arm)s?)(?!\w)|\s*(?:each|per)\s+(?:side|leg|arm)(?!\w))"
_LENGTH = r"(?:m|met(?:er|re)s?|ft|feet|foot|yds?|yards?)"
_MINUTES = r"\s*-?(?:minutes?|mins?|['’′])(?!\w)"
PROGRAMME = r"5\s*/\s*3\s*/\s*1"

# At each place the first that fits is taken, so the order decides.
LIFT_RULES = (
    rule("added", rf"\+\s*({NUMBER}\s*{MASS})", first="+"),
    rule("pounds", rf"(?:@\s*)?({NUMBER})\s*#", needs="#"),
    rule("bare_load", rf"(?:@\s*|\+)({NUMBER})(?![\w.,%#]|\s*(?:%|[x×]|{UNIT}))", first="@+"),
    TextRule("passed", JOIN),
    rule(
        "each_minute",
        rf"(?:(?P<before>[0-9]{{1,2}}){_MINUTES}\s*)?(?:e(?P<every>[2-5])?mom(?!\w)"
        r"|every\s+(?:minute|min)(?!\w)(?:\s+on\s+the\s+minute)?)"
        rf"(?:\s*:?\s*(?:for\s+)?(?P<behind>[0-9]{{1,2}})(?:{_MINUTES}|(?=\s*(?::|$))))?\s*:?",
        needs="mom every",
    ),
    rule(
        "no_amrap",
        rf"(?:(?P<before>[0-9]{{1,2}}){_MINUTES}\s*(?:of\s+)?)amrap(?!\w)"
        rf"|amrap\s*(?:of|in|for|:)?\s*(?P<behind>[0-9]{{1,2}}){_MINUTES}",
        needs="amrap",
    ),
    rule(
        "passed",
        rf"(?:[0-9]{{1,2}}{_MINUTES}\s*)?(?:warm(?:ing)?[ -]?up|cool(?:ing)?[ -]?down)(?!\w)"
        rf"(?:\s*[0-9]{{1,2}}{_MINUTES})?\s*:?",
        needs="warm cool",
    ),
    rule("passed", r"for\s+time(?!\w)\s*:?", first="f"),
    rule("share", r"(?:@\s*)?tempo\s+[0-9x](?:[-–/]?[0-9x]){2,3}(?!\w)", first="@t"),
    rule("share", r"(?:@\s*)?(?:bw|body\s+weight)(?!\w)", first="@b"),
    rule(
        "each_hand",
        r"(?:(?:each|per|in\s+each)\s+(?:hand|dumbbell|db|kettlebell|kb)|/\s*(?:hand|db|kb)|each"
        r"(?!\s+(?:side|leg|arm)))(?!\w)",
        first="epi/",
    ),
    rule("sided", rf"(?:{NAME}\s*:?\s*)?[0-9]{{1,3}}{TIMES}{REPS}{TIMED}?{_SIDE}|{_SIDE}"),
    rule(
        "far",
        rf"(?:(?P<name>{NAME})\s*:?\s*)?(?P<sets>[0-9]{{1,2}}){TIMES}[0-9]{{1,4}}\s*-?{_LENGTH}(?!\w)"
        rf"(?:\s+(?P<behind>{NAME}))?",
        needs=_TIMES,
    ),
    # Two dumbbells of 24 kg behind their sets, and "22 kg each", which are two of them as well.
    rule(
        "pair",
        rf"(?:@\s*|w/\s*|with\s+)?([12])\s*[x×]\s*({NUMBER}\s*{MASS})(?!\s*[x×])",
        needs="x ×",
    ),
    # Of a round, "5 x 60 kg squat" are five repetitions.
    rule("round_loaded", rf"({REPS})\s*[x×]\s*({NUMBER}\s*{MASS})\s+({NAME})", needs="x ×"),
    # 21-15-9 or 5, 5, 5: the repetitions of each set.
    rule(
        "ladder",
        rf"(?:(?P<name>{NAME})\s*:?\s*(?:(?P<mass>{NUMBER}\s*{MASS})\s*:?\s*)?)?(?P<reps>[0-9]{{1,3}}(?:\s*[-–,]\s*[0-9]{{1,3}}){{2,}})(?![\w.%:])"
        rf"(?!\s*(?:{MASS}|%|[x×]|secs?(?!\w)|seconds?|s(?!\w)|mins?(?!\w)|minutes?))"
        rf"{REPS_WORD}(?:\s+(?P<behind>{NAME}))?",
        needs="- – ,",
    ),
    rule(
        "bare_triple",
        rf"(?:{NAME}\s*:?\s*)?[0-9]{{1,3}}\s*[x×]\s*[0-9]{{1,3}}\s*[x×]\s*({NUMBER}){END}(?!\s*{MASS})",
        needs="x ×",
    ),
    rule("exercise", rf"{SETS}(?:\s+(?P<name>{NAME}))?", needs=_TIMES),
    rule("loaded_set", rf"{LOADED}(?:\s*(?P<name>{NAME}))?", needs="x ×"),
    rule(
        "triple",
        rf"(?:(?P<name>{NAME})\s*:?\s*)?@?\s*({NUMBER}\s*{MASS})\s*[x×]\s*([0-9]{{1,3}})\s*[x×]\s*([0-9]{{1,3}}){END}",
        needs="x ×",
    ),
    rule(
        "named",
        rf"(?P<name>{NAME})(?:\s+{PROGRAMME})?\s*:?\s*"
        rf"(?:@?\s*(?P<first>{NUMBER}\s*(?:kgs?|lbs?|kilos?|pounds?))\s+(?![x×]))?"
        rf"(?={SETS}|{LOADED})",
        needs=_TIMES,
    ),
    rule("round_count", r"([0-9]{1,2})\s+rounds?(?!\w)(?:\s+for\s+time)?(?:\s+of(?!\w)|\s*:)?"),
    rule("round", rf"([0-9]{{1,3}})({TIMED})?\s+({NAME})"),
    rule("passed", rf"{PROGRAMME}\s*:?(?=\s|$)"),
    rule(
        "pause",
        rf"(?:rest(?:\s+between(?:\s+sets)?)?\s*:?\s*(?={NUMBER}|{CLOCK})"
        rf"|(?:{AMOUNT}\s+|{NUMBER}\s?['’′\"”″]+\s*)(?:of\s+)?rest(?!\w)"
        rf"|/\s*{NUMBER}\s*(?:s|secs?|mins?|['’′\"”″])(?!\w))",
        needs="rest /",
    ),
    TextRule("no_exercise", REPEAT),
    rule(
        "share",
        rf"(?:@\s*)?(?:{NUMBER}\s*%(?:\s*(?:of\s+)?(?:1\s?rm|tm|max)(?!\w))?"
        rf"|(?:rpe|rir)\s*{NUMBER}(?:\s*[-–]\s*{NUMBER})?)(?![\w])",
        needs="% rpe rir",
    ),
    rule("load", rf"@\s*({NUMBER}\s*{UNIT})", first="@"),
    TextRule("duration_after_in", IN_DURATION),
    *TIME_RULES,
    rule("no_range", rf"{NUMBER}\s*[-–]\s*{NUMBER}", needs="- –"),
    rule(
        "sets_apart",
        rf"(?P<sets>[0-9]{{1,2}})\s+sets?\s+(?P<name>{NAME})(?:\s*[x×]\s*|\s+)(?P<count>{REPS}){REPS_WORD}{END}"
        rf"(?!\s*{MASS})",
        needs="set",
    ),
    rule(
        "total", rf"([0-9]{{1,3}})\s+(?:(?:total\s+)?(?:reps?|repetitions?)(?!\w)|(?P<name>{NAME}))"
    ),
    TextRule("plain", PLAIN_AMOUNT),
    rule("word", rf"({'|'.join(word for word in FOCUSES if ' ' in word)})(?!\w)"),
    rule("word", rf"({WORD})\s*:?"),
)
