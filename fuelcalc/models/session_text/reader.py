"""What runs and lifts share: reading a line from left to right, and where it fails."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from fuelcalc.errors import InputError, nearest, quoted
from fuelcalc.units import nearest_unit, parse_amount, parse_clock

FILLERS = frozenset({"a", "and", "at", "for", "of", "on", "run", "session", "with"})
_MOST_COLUMNS = 77
LONGEST = 1000
_JOINED = re.compile(r"(?<=[0-9])-(?=[^\W\d_])")
_SHORTEST_MIN = 10.0

# 5½ and 5 1/2 are numbers too.
_SIGNS = "¼½¾⅓⅔⅛"
_PARTS = r"[1-7]/[2348](?![0-9/])"
NUMBER = rf"(?:{_PARTS}|[0-9]+\s{_PARTS}|[0-9]+(?:[.,][0-9]+)*(?:\s?[{_SIGNS}])?|[{_SIGNS}])"
CLOCK = r"[0-9]+(?::[0-9]+)+(?:[.,][0-9]+)?"
WORD = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
UNIT = r"(?!in(?!\w))[^\W\d_]+"
_HOURS, _MINUTES, _SECONDS = r"(?:hours?|hrs?|h)", r"(?:minutes?|mins?)", r"(?:seconds?|secs?|s)"
_THEN_MINUTES = rf"\s*[0-9]{{1,2}}\s*(?:{_MINUTES}|m)(?!\w)"
_THEN_SECONDS = rf"\s*[0-9]{{1,2}}\s*{_SECONDS}(?!\w)"
_THEN_DIGITS = r"[0-9]{1,2}(?![\w:]|[.,][0-9])"
_LONG = (
    rf"(?:{NUMBER}\s*{_HOURS}(?:{_THEN_MINUTES}(?:{_THEN_SECONDS})?|{_THEN_DIGITS})"
    rf"|{NUMBER}\s*{_MINUTES}(?:{_THEN_SECONDS}|{_THEN_DIGITS})"
    rf"|{CLOCK}\s*(?:{_HOURS}|{_MINUTES})(?!\w))"
)
AMOUNT = rf"(?:{_LONG}|{CLOCK}|{NUMBER}\s*{UNIT})"
HALF_OF_DAY = r"(?:[ap](?:\.m\.|m)|(?<=[0-9])[ap])(?!\w)"
_HALF = re.compile(HALF_OF_DAY, re.IGNORECASE)


# The d stands beside the s, and no session is said in days.
_DAYS = re.compile(
    r"(?:(?<![^\W\d_])(?:d|w|y)|days?|weeks?|wks?|mo|months?|yrs?|years?)$", re.IGNORECASE
)


_AMOUNTS = frozenset({"distance", "duration"})
_DAY = dt.timedelta(days=1)


class TextPattern:
    """A pattern for which capitals do not matter, made when it is first needed."""

    def __init__(self, pattern: str, first: str = "", needs: str = "") -> None:
        """
        Keep the pattern.

        Args:
            pattern: A regular expression.
            first: The characters that what it matches begins with, in small letters; "" for
                any. Many patterns are never made because no text begins so.
            needs: Words parted by blanks, in small letters, one of which stands in every text that
                it matches in; "" for none. No ladder is looked for where there is no hyphen.
        """
        self.pattern = pattern
        self.first = first
        self.needs = tuple(needs.split())

    @cached_property
    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, re.IGNORECASE)

    def may_be_in(self, folded: str) -> bool:
        """Whether a text, without its capitals, has a word that a match needs."""
        return not self.needs or any(word in folded for word in self.needs)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """What it matches at a place."""
        if self.first and text[at : at + 1].lower() not in self.first:
            return None
        return self.made.match(text, at)


def pattern_of(pattern: str, first: str = "", needs: str = "") -> TextPattern:
    """A pattern for which capitals do not matter; see `TextPattern`."""
    return TextPattern(pattern, first, needs)


class TextRule(NamedTuple):
    """What is read at a place, and the reader's method that reads it, by its name."""

    name: str
    pattern: TextPattern | re.Pattern[str]


def rule(name: str, pattern: str, first: str = "", needs: str = "") -> TextRule:
    """A rule whose pattern stands nowhere else; see `TextPattern`."""
    return TextRule(name, pattern_of(pattern, first, needs))


_TIME = rf"(?:{CLOCK}|[0-9]{{1,2}})(?:\s*{HALF_OF_DAY})?"
# 45' and 1'30", as Europe writes minutes and seconds.
_PRIMES = rf"{NUMBER}\s?['’′](?:\s?[0-9]{{1,2}}(?:[\"”″]|''))?|{NUMBER}\s?(?:[\"”″]|'')"
LONG_DURATION = pattern_of(rf"({_LONG})", needs="h min")
TIME_RULES = (
    TextRule("duration", LONG_DURATION),
    rule("duration", rf"({_PRIMES})", needs="' ’ ′ \" ” ″"),
    # 18:00-19:00 and 6-7pm, but no range of paces.
    rule(
        "span",
        rf"(?:from\s+|at\s+)?({_TIME})\s*(?:[-–]|(?<=\s)(?:to|until|till)\s)\s*({_TIME})"
        r"(?![\w:]|\s*(?:/|per\s|pace))",
        needs="- – to til",
    ),
    rule(
        "start",
        rf"(?:at\s+)?({CLOCK}(?:\s*{HALF_OF_DAY})?|[0-9]{{1,2}}(?:\.?[0-5][0-9])?\s*{HALF_OF_DAY}"
        r"|(?:noon|midday|midnight)(?!\w))",
    ),
    rule(
        "digits",
        r"(?:at\s+)?((?<!\w)(?:[01][0-9]|2[0-3])[0-5][0-9])(?![\w.,:'’½¼¾]|\s*[^\W\d_])",
    ),
    rule(
        "dotted",
        rf"(?:at\s+)?([0-9]{{1,2}}\.[0-5][0-9]\s*{HALF_OF_DAY}"
        r"|[0-9]{1,2}\.[0-5][0-9](?![\w.,:%'’½¼¾]|\s*(?:%|/|[^\W\d_])))",
        needs=".",
    ),
)
"""How every kind of session says when it is and how long it takes."""
IN_DURATION = pattern_of(rf"in(?!\w)(?:\s+({AMOUNT}|{_PRIMES}))?", first="i")
PLAIN_AMOUNT = pattern_of(rf"({NUMBER})(?:(?:\s*|-)({UNIT}))?")
JOIN = pattern_of(r"(?<=\s)\+(?=\s|$)|^\+(?=\s|$)")
REPEAT = pattern_of(
    rf"([0-9]{{1,3}})(?:\s*[x×]|\s+(?:by|times)\s)\s*(?=[0-9{_SIGNS}]|miles?(?!\w))",
    needs="x × by times",
)


class SessionTextError(InputError):
    """
    Session text that cannot be read.

    The message is one line: the text, the place, and what was expected there. `sketch` shows the
    place in two lines for a screen: the text, and a caret under the first wrong character.
    """

    sketch = ""
    at = ""
    """The place as the line names it: at "easyy"."""

    def pointing(self, remedy: str) -> "SessionTextError":
        """The same error with another remedy."""
        return self._with(lambda _: {"_remedy": remedy})

    def about(self, problem: str, remedy: str) -> "SessionTextError":
        """The same place with another problem and remedy."""
        return self._with(lambda _: {"problem": problem, "_remedy": remedy})


class Reader:
    """One text, read from left to right: at each place the first rule that fits."""

    kind: str
    expected: str
    words: Mapping[str, str]
    gaps = ",;"
    table: tuple[TextRule, ...] = ()
    """What is read, in order: at each place the first rule that fits is taken."""

    def __init__(self, text: str) -> None:
        """Begin with nothing read."""
        self.text = text
        self.session: dict[str, Any] = {}
        self.part = self.session
        self.clock_at: int | None = None
        folded = text.casefold()
        self.rules = [
            (pattern, getattr(self, name))
            for name, pattern in self.table
            if isinstance(pattern, re.Pattern) or pattern.may_be_in(folded)
        ]

    def scan(self) -> None:
        """Read the whole text."""
        if len(self.text) > LONGEST:
            raise self.error(LONGEST, f"over {LONGEST} characters", "one session at a time")
        at = self.after_gap(0)
        while at < len(self.text):
            at = self.after_gap(self.step(at))

    def step(self, at: int) -> int:
        """Read one item; where the next may begin."""
        for pattern, read in self.rules:
            match = pattern.match(self.text, at)
            end: int | None = read(match) if match else None
            if end is not None:
                return end
        plus = "a plus that joins parts has a blank on both sides"
        raise self.error(at, plus if self.text[at] == "+" else f"expected {self.expected}")

    def after_gap(self, at: int) -> int:
        """The next place that is not blank."""
        while at < len(self.text) and (self.text[at].isspace() or self.text[at] in self.gaps):
            at += 1
        return at

    def error(self, at: int, problem: str, remedy: str | None = None) -> SessionTextError:
        """What is wrong at a place, with the text and a caret."""
        token = self.text[at:].split(maxsplit=1)[:1]
        place = f'at "{_on_one_line(token[0])[:24]}"' if token else "at the end"
        said = f" {quoted(_on_one_line(self.text))}" if self.text.strip() else ""
        line, column = _window(_on_one_line(self.text), at)
        error = SessionTextError(
            _on_one_line(problem),
            argument=self.kind,
            value=self.text,
            place=f"{self.kind} text{said}, {place}",
            quote="",
            remedy=None if remedy is None else _on_one_line(remedy),
        )
        error.at = place
        error.sketch = f"  {line}\n  {' ' * column}^"
        return error

    def expected_after(self, match: re.Match[str], what: str) -> SessionTextError:
        """What should have followed, where it should have stood."""
        return self.error(self.after_gap(match.end()), f"expected {what}")

    def put(self, table: dict[str, Any], key: str, value: Any, at: int) -> None:
        """Keep a value, unless there is one already."""
        if key in table:
            raise self.error(at, f"a second {key}", "say it once")
        table[key] = value

    def amount(self, match: re.Match[str], suffix: str, group: int = 1) -> str:
        """The matched amount as typed, once it is known to be one of its kind."""
        try:
            parse_amount(_JOINED.sub(" ", match[group]), suffix, name="amount")
        except InputError as error:
            raise self.error(match.start(group), error.problem, error.remedy) from None
        # A hyphen may join a number and its unit, as in "5-K" and "60-min".
        return _JOINED.sub(" ", match[group])

    def start(self, match: re.Match[str]) -> int:
        """A time of day; with seconds or past midnight it was meant as a duration."""
        at = match.start(1)
        try:
            time = parse_clock(match[1], name="start")
        except InputError as error:
            problem = f"{quoted(match[1])} {error.problem}"
            remedy = f'{error.remedy}, or "in {match[1]}" for a duration'
            raise self.error(at, problem, remedy) from None
        if match[1].count(":") > 1:
            if (
                re.fullmatch("[0-9]:[0-5][0-9]:[0-5][0-9]", match[1])
                and not _AMOUNTS & self.part.keys()
            ):
                # No start has seconds, and 1:30:00 is no way to write one.
                return self.duration(match)
            remedy = 'a start is "06:30"'
            raise self.error(at, f'write "in {match[1]}" for a duration', remedy)
        self.put(self.session, "start", time, at)
        return match.end()

    def dotted(self, match: re.Match[str]) -> int | None:
        """A time with a dot."""
        return self.start(match)

    def passed(self, match: re.Match[str]) -> int:
        """What says nothing by itself."""
        return match.end()

    def span(self, match: re.Match[str]) -> int | None:
        """From one time of day to another: a start, and how long it takes."""
        halves = [_HALF.search(match[side]) for side in (1, 2)]
        if not all(":" in match[side] or halves[side - 1] or halves[1] for side in (1, 2)):
            return None
        said = halves[0] or halves[1]
        borrowed = ["" if half or not said else said[0] for half in halves]
        first, last = (self.time_of(match, side, borrowed[side - 1]) for side in (1, 2))
        long = (last - first) % _DAY
        if long > 0.5 * _DAY and said and not all(halves):
            # From 11 to 1 pm: what no half of the day is said of is in the other one.
            long -= 0.5 * _DAY
            first += 0.0 * _DAY if halves[0] else 0.5 * _DAY
        if not dt.timedelta() < long <= 0.5 * _DAY:
            remedy = 'write a start and how long, such as "18:00 60 min"'
            raise self.error(match.start(1), "that is no time, or more than half a day", remedy)
        begin = dt.time(*divmod(int(first % _DAY / dt.timedelta(minutes=1)), 60))
        self.put(self.session, "start", begin, match.start(1))
        self.put(self.part, "duration", f"{long.total_seconds() / 60.0:g} min", match.start(2))
        return match.end()

    def time_of(self, match: re.Match[str], group: int, half: str) -> dt.timedelta:
        """A time of day from midnight, of a half of the day that stands elsewhere."""
        try:
            time = parse_clock(f"{match[group]}{half}", name="start")
        except InputError as error:
            problem = f"{quoted(match[group])} {error.problem}"
            raise self.error(match.start(group), problem, error.remedy) from None
        return dt.timedelta(hours=time.hour, minutes=time.minute)

    def duration_after_in(self, match: re.Match[str]) -> int:
        """A duration that may look like a time of day."""
        if match[1] is None:
            raise self.expected_after(match, 'a duration, such as "in 48:30"')
        self.clock_at = match.start(1) if re.fullmatch("[0-9]+:[0-9]+", match[1]) else None
        return self.duration(match)

    def duration(self, match: re.Match[str], group: int = 1) -> int:
        """How long it takes."""
        if _DAYS.search(match[group]):
            raise self.error(match.start(group), "a session takes hours, minutes and seconds")
        self.put(self.part, "duration", self.amount(match, "min", group), match.start(group))
        return match.end()

    def check_clock(self) -> None:
        """Refuse "in 1:45" where it would be seconds and hours were meant."""
        if self.clock_at is not None and self.is_too_short():
            hours = f'"in {self.part["duration"]}:00"'
            raise self.error(self.clock_at, "minutes and seconds", f"for hours write {hours}")
        self.clock_at = None

    def is_too_short(self) -> bool:
        """Whether nobody would train for so short."""
        return parse_amount(self.part["duration"], "min", name="duration") < _SHORTEST_MIN

    def unknown_word(self, match: re.Match[str]) -> SessionTextError:
        """A word that no list has, and the one that is closest to it."""
        near = nearest(match[1], self.words.keys())
        meant = f'did you mean "{near}"?' if near else f"expected {self.expected}"
        return self.error(match.start(), "not a word fuelcalc knows", meant)

    def strange_unit(self, match: re.Match[str]) -> SessionTextError:
        """A number whose unit is missing, or is none."""
        number, unit = match[1], match[2]
        if unit is None or unit.lower() in {*self.words, *FILLERS}:
            return self.error(match.start(), f"{number} has no unit", f"expected {self.expected}")
        near = nearest_unit(unit, "length", "time", "mass")
        meant = f'did you mean "{near}"?' if near else f"expected {self.expected}"
        return self.error(match.start(2), "not a unit fuelcalc knows", meant)


def _on_one_line(text: str) -> str:
    """The text with a question mark for every character that is not one column wide."""
    from unicodedata import combining, east_asian_width

    return "".join(
        char
        if char.isprintable() and not combining(char) and east_asian_width(char) not in "WF"
        else "?"
        for char in text
    )


def _window(line: str, at: int) -> tuple[str, int]:
    """What of a long line fits beside the place, and the column of the place in it."""
    if len(line) <= _MOST_COLUMNS:
        return line, at
    first = max(0, min(at - _MOST_COLUMNS // 2, len(line) - _MOST_COLUMNS))
    last = first + _MOST_COLUMNS
    before = "..." if first else ""
    after = "..." if last < len(line) else ""
    return f"{before}{line[first + len(before) : last - len(after)]}{after}", at - first
