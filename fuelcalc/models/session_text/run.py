"""A run in one line."""

import re
from typing import Any, get_args

from fuelcalc.models.session_text.reader import (
    AMOUNT,
    CLOCK,
    FILLERS,
    IN_DURATION,
    JOIN,
    LONG_DURATION,
    NUMBER,
    PLAIN_AMOUNT,
    REPEAT,
    START,
    UNIT,
    WORD,
    Reader,
    pattern_of,
)
from fuelcalc.models.sessions import Effort, Surface
from fuelcalc.units import dimension_of, parse_amount

_RUN_WORDS = {
    **dict.fromkeys(get_args(Effort), "effort"),
    **dict.fromkeys(get_args(Surface), "surface"),
}
_KEYED = {
    "grade": ("grade", "share"),
    "incline": ("grade", "share"),
    "climb": ("climb", "m"),
    "wind": ("wind", "m_per_s"),
    "pack": ("pack", "kg"),
}
_FASTEST_S_PER_KM = 80.0
_RECOVERY_WORDS = frozenset({"jog", "walk", "stand", "standing", "rest"})

_MINUS = r"[-−–]?"
_PER_DISTANCE = rf"\s*(?:{UNIT}\s*)?(?:/|(?<=\s)per\s)\s*{UNIT}"
_PACE = (
    rf"(?:(?:{CLOCK}|{NUMBER}['’′][0-9]+[\"”″]?|{NUMBER}){_PER_DISTANCE}"
    rf"|{NUMBER}\s*(?:mph|kph|kmh)(?!\w))"
)
_NAMED_PATTERN = pattern_of(r"(half(?:[ -]marathon)?|marathon)(?!\w)")
_WORD_PATTERN = pattern_of(rf"(technical[ -]trail(?!\w)|{WORD})")
_CLIMB_PATTERN = pattern_of(rf"\+({NUMBER}\s*(?:(?:m|met(?:re|er)s?|ft|feet|foot)(?!\w)|['’′]))")
_KEYED_PATTERN = pattern_of(
    rf"({'|'.join(_KEYED)})(?!\w)(?:\s*({_MINUS}{NUMBER}\s*(?:%|{UNIT}(?:\s*/\s*{UNIT})?)))?",
)
_PERCENT_PATTERN = pattern_of(
    rf"(?:at\s+|@\s*)?({_MINUS}{NUMBER}\s*%)(?:\s*(?:grade|incline)(?!\w))?",
)
_PACE_PATTERN = pattern_of(rf"(?:@\s*)?({_PACE})")
_AT_PATTERN = pattern_of(r"@\s*")
_REST_PATTERN = pattern_of(
    rf"(rec|recovery)(?!\w)(?:\s*(({AMOUNT})(?:\s*(?:jog|walk|stand|standing|rest)(?!\w))?))?",
)
_LAST_WORD = re.compile(r"[^\W\d_]*$")


class _RunReader(Reader):
    """A run: parts joined by " + ", each a distance or a duration with what belongs to it."""

    kind = "run"
    expected = 'a distance, a duration, "@ 5:40/km", "06:30", "+120m" or a word such as easy'
    words = _RUN_WORDS

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.parts: list[dict[str, Any]] = [{}]
        self.part = self.parts[0]
        self.rules = (
            (JOIN, self.join),
            (_CLIMB_PATTERN, self.climb),
            (_KEYED_PATTERN, self.keyed),
            (_PERCENT_PATTERN, self.percent),
            (_PACE_PATTERN, self.pace),
            (_AT_PATTERN, self.no_pace),
            (IN_DURATION, self.duration_after_in),
            (_REST_PATTERN, self.rest),
            (REPEAT, self.repeat),
            (LONG_DURATION, self.duration),
            (START, self.start),
            (PLAIN_AMOUNT, self.plain),
            (_NAMED_PATTERN, self.distance),
            (_WORD_PATTERN, self.word),
        )

    def tree(self) -> dict[str, Any]:
        """The run's table: flat for one part, segments for more or for repeats."""
        self.scan()
        self.close_part(len(self.text))
        part = self.parts[0]
        if len(self.parts) > 1:
            return {"segments": self.parts, **self.session}
        if "repeat" not in part:
            return {**part, **self.session}
        if "effort" in part:
            self.session["effort"] = part.pop("effort")
        return {"segments": self.parts, **self.session}

    def close_part(self, at: int) -> None:
        """Hold that a part says how far or how long, and not in seconds what takes hours."""
        if not {"distance", "duration"} & self.part.keys():
            raise self.error(at, "expected a distance or a duration before here")
        self.check_clock()

    def is_too_short(self) -> bool:
        """Whether nobody could run this part in its duration, or would run for so short."""
        if "distance" not in self.part:
            return super().is_too_short()
        duration_min = parse_amount(self.part["duration"], "min", name="duration")
        distance_km = parse_amount(self.part["distance"], "km", name="distance")
        return duration_min * 60.0 < _FASTEST_S_PER_KM * distance_km

    def join(self, match: re.Match[str]) -> int:
        """A plus between blanks begins the next part."""
        self.close_part(match.start())
        self.part = {}
        self.parts.append(self.part)
        return match.end()

    def climb(self, match: re.Match[str]) -> int:
        """A plus without a blank is metres or feet of climb."""
        self.put(self.session, "climb", self.amount(match, "m"), match.start())
        return match.end()

    def keyed(self, match: re.Match[str]) -> int:
        """Grade, climb, wind or pack by name."""
        key, suffix = _KEYED[match[1].lower()]
        if match[2] is None:
            raise self.error(match.start(), f'expected an amount after {key}, such as "grade 5%"')
        self.put(self.session, key, self.amount(match, suffix, 2), match.start())
        return match.end()

    def percent(self, match: re.Match[str]) -> int:
        """A percentage can only be a grade."""
        self.put(self.session, "grade", self.amount(match, "share"), match.start(1))
        return match.end()

    def pace(self, match: re.Match[str]) -> int:
        """A time per distance, or a speed."""
        self.put(self.part, "pace", self.amount(match, "s_per_km"), match.start(1))
        return match.end()

    def no_pace(self, match: re.Match[str]) -> int:
        """An @ without a pace behind it."""
        raise self.expected_after(match, 'a pace with its unit, such as "5:40/km"')

    def distance(self, match: re.Match[str]) -> int:
        """How far this part goes."""
        self.put(self.part, "distance", match[1], match.start())
        return match.end()

    def rest(self, match: re.Match[str]) -> int | None:
        """What comes between repeats; elsewhere the word recovery is an effort."""
        if match[1].lower() == "recovery" and (match[2] is None or "repeat" not in self.part):
            return None
        if match[2] is None:
            raise self.expected_after(match, 'a recovery, such as "rec 2min jog"')
        if "repeat" not in self.part:
            raise self.error(match.start(), 'a recovery follows repeats, such as "6x800m rec 2min"')
        if ":" in match[3] and match[3][-1].isdigit():
            raise self.error(match.start(3), 'a start or a rest? for a rest write "rec 2min30"')
        suffix = "km" if dimension_of(_LAST_WORD.findall(match[3])[0]) == "length" else "min"
        self.amount(match, suffix, 3)
        self.put(self.part, "recovery", match[2], match.start())
        return match.end()

    def repeat(self, match: re.Match[str]) -> int:
        """How often what follows is done."""
        if {"distance", "duration"} & self.part.keys():
            raise self.error(match.start(), 'write " + " before repeats')
        self.put(self.part, "repeat", int(match[1]), match.start())
        return match.end()

    def plain(self, match: re.Match[str]) -> int:
        """A distance or a duration, by its unit."""
        measures = dimension_of(match[2] or "")
        if measures is None:
            raise self.strange_unit(match)
        if measures == "time":
            return self.duration(match, 0)
        self.put(self.part, "distance", self.amount(match, "km", 0), match.start())
        return match.end()

    def word(self, match: re.Match[str]) -> int:
        """An effort belongs to its part, a surface to the run."""
        word = match[1].lower().replace(" ", "-")
        if word in _RECOVERY_WORDS:
            raise self.error(match.start(), 'a recovery begins with rec, as in "rec 2min jog"')
        if word not in FILLERS:
            key = self.words.get(word)
            if key is None:
                raise self.unknown_word(match)
            self.put(self.part if key == "effort" else self.session, key, word, match.start())
        return match.end()


def run_from_text(text: str) -> dict[str, Any]:
    """
    The table of a run, as a plan file would hold it.

    Distance, duration (`50min`, `1h10`, `in 48:30`), pace (after `@`), effort and repeats with
    their recovery describe a part; start, surface, climb (`+120m`), grade, wind and pack the
    whole run. Parts are joined by a plus between blanks; within one, the order is free.

    Args:
        text: One run.

    Returns:
        Bare names with amounts as typed; the start is a `datetime.time`.

    Raises:
        SessionTextError: Some place cannot be read, or says a thing twice.

    >>> run_from_text("10 km easy @ 5:40/km +120m")
    {'distance': '10 km', 'effort': 'easy', 'pace': '5:40/km', 'climb': '120m'}
    """
    return _RunReader(text).tree()
