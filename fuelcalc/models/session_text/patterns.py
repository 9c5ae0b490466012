"""What the words and the amounts of a run look like."""

import re

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
    pattern_of,
    rule,
)
from fuelcalc.models.session_text.words import (
    HARD_EFFORTS,
    PHRASES,
    RACE_PACE,
    REST_NOUNS,
    RESTS,
    RUN_WORDS,
)

KEYED = {
    "grade": ("grade", "share"),
    "incline": ("grade", "share"),
    "climb": ("climb", "m"),
    "wind": ("wind", "m_per_s"),
    "pack": ("pack", "kg"),
}
MINUS = r"[-−–]?"
PER_DISTANCE = rf"\s*(?:{UNIT}\s*)?(?:/|(?<=\s)per\s)\s*{UNIT}"
PACE = (
    rf"(?:(?:{CLOCK}|{NUMBER}['’′][0-9]+[\"”″]?|{NUMBER}){PER_DISTANCE}"
    rf"|{NUMBER}\s*(?:mph|kph|kmp?h)(?!\w))"
)
PHRASE_PATTERN = pattern_of(
    rf"({'|'.join(map(re.escape, PHRASES))})(?!\w)(?:[ -](?:pace|run)(?!\w))?"
)
AT_PATTERN = pattern_of(r"@\s*")
REST_KIND = rf"(?:\s*(?:{'|'.join((*RESTS, *REST_NOUNS))})(?!\w))"
# 60'' and 60" are seconds, 1' and 1'30" begin with minutes.
_PRIMES = rf"{NUMBER}\s?(?:[\"”″]|''|['’′](?:[0-9]{{1,2}}[\"”″]?)?)"
REST_AMOUNT = rf"(?:{AMOUNT}|{_PRIMES}|[0-9]{{3,4}}(?![\w.,:]))"
QUANTITY = (
    rf"(?:{NUMBER}\s*[x×]|{NUMBER}\s*@|{NUMBER}\s*-?\s*{UNIT}|{NUMBER}['’′]|[0-9]+\s+strides?)"
)
_WITH = r"(?:w/|with(?!\w)|including(?!\w)|incl\.?)\s*"
_CLIMBED = r"(?:m|met(?:re|er)s?|ft|feet|foot)"
_CLIMB = rf"{NUMBER}\s*(?:{_CLIMBED}(?!\w)|['’′])"
LAST_WORDS = r"(?:the\s+)?(?:last|final)\s+"
SAYS_LAST = pattern_of(rf"\s*{LAST_WORDS}{QUANTITY}")
# "jog 2 min between" is a recovery without a word in front.
BETWEEN_REST = pattern_of(
    rf"\s*({REST_KIND}+)\s+({REST_AMOUNT})(\s+between)(?!\w)", needs="between"
)
FAST_PATTERN = pattern_of(
    r"(?:fast(?:er)?|quick(?:ly)?)(?!\w)(\s+finish(?!\w))?|hard(\s+finish(?!\w))", first="fqh"
)
_RATED = r"[0-9]+(?:[.,][0-9]+)?(?:\s*[-–]\s*[0-9]+(?:[.,][0-9]+)?)?"
_HEART = r"(?:hr|heart[ -]?rate)"
_STEP_UNIT = r"(?:m|k|kms?|mi|miles?|mins?|minutes?|secs?|seconds?|s|['’′])"
_STEP = rf"[0-9]+(?:\.[0-9]+)?\s*(?:{_STEP_UNIT}(?!\w))?"
# "200, 400, 600 m", "1-2-3-2-1 min", "400m/800m/400m": rungs of a ladder, three or more.
LADDER_PATTERN = pattern_of(
    rf"{_STEP}(?:\s*[-–/]\s*{_STEP}){{2,}}(?![\w:])|{_STEP}(?:\s*,\s*{_STEP}){{2,}}(?![\w:])",
    needs="- – / ,",
)
STEP_PATTERN = pattern_of(rf"([0-9]+(?:\.[0-9]+)?)\s*({_STEP_UNIT}(?!\w))?")
EDGE_WORD = r"(?:warm(?:ing)?[ -]?up|wup?|w/u|cool(?:ing)?[ -]?down|cd|c/d)(?!\w)"
STRIDES_PATTERN = pattern_of(r"(?:([0-9]{1,2})\s*(?:[x×]\s*)?)?(?:strides?|striders|st)(?!\w)")
HILLS_PATTERN = pattern_of(r"(?:uphill|hill|hills)(?:\s+(?:repeats|reps|sprints?))?(?!\w)")
REPEATS_PATTERN = pattern_of(r"(?:repeats|reps|repetitions|intervals\s+of|sprints)(?!\w)")
CLAUSE = pattern_of(r"(?:[^,;+()]|(?<!\s)\+)*")
LAST_WORD = re.compile(r"[^\W\d_]*$")
HAS_REPEAT = pattern_of(r"[0-9]\s*[x×](?![^\W\d_])|[0-9]\s+strides?|[x×]\s*miles?")
HAS_EDGE = pattern_of(rf"(?<!\w){EDGE_WORD}")
HAS_EFFORT = pattern_of(rf"(?<!\w)(?:{'|'.join((*RUN_WORDS, *map(re.escape, PHRASES)))})(?!\w)")
SAYS_REST = pattern_of(rf"\s*({REST_AMOUNT})({REST_KIND}+)\s*(?:between|each)?\s*$")

# At each place the first that fits is taken, so the order decides.
RUN_RULES = (
    TextRule("join", JOIN),
    rule("climb", rf"\+({_CLIMB})|\(\s*\+({_CLIMB})\s*\)", first="+("),
    # "D+ 600 m", "600 m D+", "400 hm" and "300 m of climb", as trail plans write it.
    rule("climb", rf"d\s?\+\s?({NUMBER}(?:\s*{_CLIMBED})?)(?!\w)", first="d"),
    rule(
        "climb",
        rf"(?:(?:with|and)\s+|w/\s*)?(?:({NUMBER}(?:\s*{_CLIMBED})?)(?:\s*d\s?\+|\s*hm)"
        rf"|({NUMBER}\s*{_CLIMBED})"
        r"(?:\+|\s+(?:of\s+)?(?:climb(?:ing)?|ascent|vert|elevation(?:\s+gain)?)))(?![\w+])",
        needs="+ hm climb ascent vert elevation",
    ),
    rule("comma", r"[,;]|(?:and\s+)?then(?!\w)|followed\s+by(?!\w)"),
    rule("group", r"([0-9]{1,3})\s*[x×]\s*\(", needs="x ×"),
    rule("end_of_group", r"\)"),
    # Words in parentheses are read as if those were not there.
    rule("paren", r"\((?=[^()0-9]*\))", first="("),
    rule("passed", r"(?<=[^\W\d_]):(?=\s)|(?<=2):(?=\s)", first=":"),
    rule("edge", rf"{EDGE_WORD}\s*:?"),
    rule(
        "keyed",
        rf"({'|'.join(KEYED)})(?!\w)(?:\s*({MINUS}{NUMBER}\s*(?:%|{UNIT}(?:\s*/\s*{UNIT})?)))?",
        needs=" ".join(KEYED),
    ),
    rule(
        "rated",
        rf"\(?(?:@\s*|at\s+)?(?:(?:{_HEART}|rpe)\s*(?:under|below|of)?\s*[:<>~≤≥]?\s*{_RATED}"
        r"(?:\s*(?:%|bpm))?"
        rf"|{_RATED}\s*(?:bpm|watts?)"
        rf"|[<>~≤≥]?\s*{_RATED}\s*%\s*(?:of\s+)?(?:my\s+)?(?:max(?:imum|imal)?(?:\s*{_HEART})?"
        rf"|{_HEART}(?:[ -]?(?:max|r|reserve))?|mhr|lthr|v?vo2(?:[ -]?max)?|ftp|effort))(?!\w)\)?",
        needs="hr heart rpe bpm watt %",
    ),
    rule(
        "percent",
        rf"(?:at\s+|@\s*)?({MINUS}{NUMBER}\s*%)(?:\s*(?:grade|incline)(?!\w))?",
        needs="%",
    ),
    TextRule("race_pace", RACE_PACE),
    TextRule("letter", re.compile(r"(?:@\s*)?([ELTIMR])(?![\w'’./:-])(?:[ -]pace(?!\w))?")),
    rule(
        "phrase",
        rf"@\s*({'|'.join(map(re.escape, (*PHRASES, *HARD_EFFORTS, 'easy', 'steady')))})(?!\w)"
        r"(?:\s+pace)?",
        first="@",
    ),
    rule(
        "pace_range",
        rf"(?:@\s*|(?:at\s+)?(?=[0-9:]+\s*[-–]\s*[0-9:]+\s*/))"
        rf"([0-9]+:[0-5][0-9])\s*[-–]\s*([0-9]+:[0-5][0-9])(\s*/\s*{UNIT})?(?![\w:])",
        needs="- –",
    ),
    rule("pace", rf"(?:@\s*|at\s+)?({PACE})", needs="/ per mph kph kmph kmh"),
    rule(
        "bare_pace",
        r"(?:@\s*|(?:at\s+)?(?=[0-9]{1,2}[:.][0-5][0-9]\s+pace(?!\w)))"
        r"([0-9]{1,2}(?:[:.][0-5][0-9]|['’′][0-5][0-9][\"”″]?))(?![\w:.,'’/]|\s*(?:/|per\s|[ap]\.?m))"
        r"(?:\s+pace(?!\w))?",
        needs="@ pace",
    ),
    rule("time_of_each", rf"@\s*({NUMBER}\s*(?:s|secs?|seconds?))(?!\w)", first="@"),
    TextRule("no_pace", AT_PATTERN),
    TextRule("duration_after_in", IN_DURATION),
    rule(
        "rest_after",
        rf"(?:(?:rec|recovery)\s+|r\s*)({_PRIMES})({REST_KIND}*)",
        first="r",
    ),
    rule(
        "rest",
        rf"(rec|recovery|r(?=\s*[0-9]))(?![^\W\d_])(?:\s*(({AMOUNT})(?:\s*(?:jog|walk|stand|standing|rest)(?!\w))?))?",
        first="r",
    ),
    rule(
        "rest_after", rf"(?:w/|with(?!\w)|\()\s*({REST_AMOUNT})({REST_KIND}+)\s*(\))?", first="w("
    ),
    # "(jog 2 min between)": how it is done stands before how long it takes.
    rule(
        "rest_by_kind",
        rf"(?:w/|with(?!\w)|\()\s*({REST_KIND}+)\s+({REST_AMOUNT})"
        rf"((?:\s+(?:between|each|{'|'.join(REST_NOUNS)})(?!\w))*\s*\)?)",
        first="w(",
    ),
    TextRule("rest_by_kind", BETWEEN_REST),
    rule("rest_by_kind", rf"(rests?)\s+({REST_AMOUNT})((?:\s+between(?!\w))?)", first="r"),
    rule(
        "rest_alone",
        rf"(?:/\s*)?({REST_AMOUNT})({REST_KIND}+)",
        needs=" ".join((*RESTS, *REST_NOUNS)),
    ),
    rule("rest_off", rf"(?:on(?!\w)\s*[,/]?\s*({AMOUNT})\s*off|off\s+({AMOUNT}))(?!\w)", first="o"),
    # "16 mi w/ 10 @ MP", "16 mi, last 10 @ MP", "16 mi (last 10 @ MP)".
    rule(
        "inner",
        rf"(?:(?P<paren>\()\s*(?=w|in|the\s|last|final))?(?:{_WITH}(?:{LAST_WORDS})?|{LAST_WORDS})(?={QUANTITY})",
        first="(wiltf",
        needs="w/ with incl last final",
    ),
    rule("with_amount", rf"(?:w/|with(?!\w)|\(|/)\s*({REST_AMOUNT})", first="w(/"),
    rule("passed", r"w/\s*"),
    TextRule("ladder", LADDER_PATTERN),
    rule(
        "reversed_repeat",
        r"([0-9]{3,4})\s*(?:s|m|['’]s)?\s*[x×]\s*([0-9]{1,2})(?![\w.,:'’/x×½¼¾]"
        r"|\s*(?:m|k|kms?|mi|miles?|mins?|minutes?|s|secs?|seconds?|h|hours?)(?!\w))",
        needs="x ×",
    ),
    TextRule("repeat", REPEAT),
    TextRule("strides", STRIDES_PATTERN),
    TextRule("hills", HILLS_PATTERN),
    TextRule("repeats_word", REPEATS_PATTERN),
    # The strength of Hansons' plans are repeats; elsewhere it is a lift.
    rule("strength", r"strength(?:\s+workout)?(?=\s*:?\s*[0-9]+\s*[x×])", first="s"),
    rule("zone", r"(?:zone\s*|z)[3-7](?!\w)", first="z"),
    TextRule("fast", FAST_PATTERN),
    TextRule("phrase", PHRASE_PATTERN),
    rule("plural", r"([0-9]{3,4})(?:s|['’]s)(?!\w)"),
    *TIME_RULES,
    rule("inner_number", rf"({NUMBER})(?=\s*@)", needs="@"),
    rule("no_range", rf"{NUMBER}\s*[-–]\s*{NUMBER}\s*(?:{UNIT})?", needs="- –"),
    TextRule("plain", PLAIN_AMOUNT),
    rule("mile", r"miles?(?!\w)"),
    rule("named", r"(half(?:[ -]marathon)?|marathon|hm)(?!\w)"),
    rule("parkrun", r"parkrun(?!\w)"),
    rule("word", rf"(technical[ -]trail(?!\w)|{WORD})"),
)
