"""A lift in one line."""

import re
from typing import Any, get_args

from fuelcalc.models.session_text.reader import (
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
from fuelcalc.models.sessions import Focus, Style
from fuelcalc.units import dimension_of

_LIFT_WORDS = {
    **dict.fromkeys(get_args(Style), "style"),
    **dict.fromkeys(get_args(Focus), "focus"),
}
_NAME_WORD = rf"(?!in(?!\w)){WORD}"
_SETS_PATTERN = pattern_of(
    r"([0-9]{1,3})\s*[x×]\s*([0-9]{1,3})(?!\w|[.,:][0-9])"
    rf"(?:\s+({_NAME_WORD}(?:\s+{_NAME_WORD})*))?",
)
_LOAD_PATTERN = pattern_of(rf"@\s*({NUMBER}\s*{UNIT})")
_WORD_PATTERN = pattern_of(rf"({WORD})")


class _LiftReader(Reader):
    """A lift: how long and what kind, or exercises with sets, repetitions and loads."""

    kind = "lift"
    expected = 'a duration, "4x6 squat 70kg", "18:00" or a word such as heavy or lower'
    words = _LIFT_WORDS

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.exercises: list[dict[str, Any]] = []
        self.rules = (
            (JOIN, re.Match.end),
            (_SETS_PATTERN, self.exercise),
            (REPEAT, self.no_exercise),
            (_LOAD_PATTERN, self.load),
            (IN_DURATION, self.duration_after_in),
            (LONG_DURATION, self.duration),
            (START, self.start),
            (PLAIN_AMOUNT, self.plain),
            (_WORD_PATTERN, self.word),
        )

    def tree(self) -> dict[str, Any]:
        """The lift's table."""
        self.scan()
        self.check_clock()
        if not self.exercises and "duration" not in self.session:
            raise self.error(
                len(self.text), 'expected a duration, or sets such as "4x6 squat 70kg"'
            )
        return {**self.session, **({"exercises": self.exercises} if self.exercises else {})}

    def exercise(self, match: re.Match[str]) -> int:
        """Sets, repetitions and a name, which ends before words about the session."""
        names = list(re.finditer(r"\S+", match[3] or ""))
        while names and names[-1][0].lower() in {*self.words, *FILLERS}:
            names.pop()
        if not names:
            return self.no_exercise(match)
        name = " ".join(word[0] for word in names)
        self.exercises.append({"name": name, "sets": int(match[1]), "reps": int(match[2])})
        return match.start(3) + names[-1].end()

    def no_exercise(self, match: re.Match[str]) -> int:
        """Sets without repetitions or without a name."""
        problem = 'expected sets, repetitions and an exercise, as in "4x6 squat 70kg"'
        raise self.error(match.start(), problem)

    def load(self, match: re.Match[str], group: int = 1) -> int:
        """The load of the last exercise."""
        if not self.exercises:
            raise self.error(match.start(), 'a load follows its exercise, as in "4x6 squat 70kg"')
        self.put(self.exercises[-1], "load", self.amount(match, "kg", group), match.start(group))
        return match.end()

    def plain(self, match: re.Match[str]) -> int:
        """A duration or a load, by its unit."""
        measures = dimension_of(match[2] or "")
        if measures is None:
            raise self.strange_unit(match)
        if measures == "time":
            return self.duration(match, 0)
        return self.load(match, 0)

    def word(self, match: re.Match[str]) -> int:
        """What kind of session, and for what part of the body."""
        word = match[1].lower()
        if word not in FILLERS:
            if word not in self.words:
                raise self.unknown_word(match)
            self.put(self.session, self.words[word], word, match.start())
        return match.end()


def lift_from_text(text: str) -> dict[str, Any]:
    """
    The table of a lift, as a plan file would hold it.

    Args:
        text: One lift: a duration, a style and a focus, or exercises parted by commas as
            sets x repetitions, name and load; a start; in any order.

    Returns:
        Bare names with amounts as typed; the start is a `datetime.time`.

    Raises:
        SessionTextError: Some place cannot be read, or says a thing twice.

    >>> lift_from_text("60min heavy lower")
    {'duration': '60min', 'style': 'heavy', 'focus': 'lower'}
    """
    return _LiftReader(text).tree()
