"""A lift in one line."""

import re
from collections.abc import Mapping
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
    PRIME_DURATION,
    REPEAT,
    START,
    UNIT,
    WORD,
    Reader,
    pattern_of,
)
from fuelcalc.models.sessions import Focus, Style
from fuelcalc.units import dimension_of

ASSUMED_DURATION = "60 min"
"""How long a lift is of which only the kind is said, such as "leg day"; an estimate."""

_FOCUSES: Mapping[str, str] = {
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
_LIFT_WORDS: Mapping[str, str] = {
    **dict.fromkeys(get_args(Style), "style"),
    **dict.fromkeys(_FOCUSES, "focus"),
}
_NOUNS = frozenset(
    {"day", "gym", "lift", "lifting", "strength", "training", "weight", "weights", "workout"}
)
_HEADINGS = frozenset(
    {
        "accessories", "accessory", "assistance", "barbell", "bbb", "deload", "dumbbells",
        "kettlebell", "kettlebells", "ppl", "superset", "supersets",
    }
)  # fmt: skip
"""What stands over exercises or for them; alone it says only that it is a lift."""

_MOST_SETS = 50
_RATINGS = frozenset({"rpe", "rir"})
_SIDES = frozenset({"each", "per"})

_NAME_WORD = rf"(?!in(?!\w)|at(?!\w)){WORD}"
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,7}}"
_REPS = r"[0-9]{1,3}(?:\s*[-–]\s*[0-9]{1,3})?\+?"
_COUNT = rf"(?:{_REPS}|amrap|max|failure)"
_TIMES = r"(?:\s*[x×]\s*|\s+sets?\s*(?:of|to|[x×])\s*)"
_TIMED = r"(?:\s*-?(?:secs?|seconds?|s|mins?|minutes?)(?!\w)|\s?['’′\"”″])"
_REPS_WORD = r"(?:\s*(?:reps?|repetitions?)(?!\w))?(?:\s+of(?!\w))?"
_END = r"(?!\w|[.,:][0-9])"
_SETS = (
    rf"([0-9]{{1,3}}){_TIMES}(?:(?P<timed>[0-9]{{1,3}}{_TIMED})|(?P<count>{_COUNT}))"
    rf"{_REPS_WORD}(?:\s*[x×]\s*(?P<load>{NUMBER}\s*{UNIT}))?{_END}"
)
_SETS_PATTERN = pattern_of(rf"{_SETS}(?:\s+(?P<name>{_NAME}))?")
_MASS = r"(?:kgs?|kilos?|lbs?|pounds?)(?!\w)"
# "70 kg x 5": the load of one set, or its share of the most, before its repetitions.
_LOADED = rf"(?P<mass>{NUMBER}\s*{_MASS}|{NUMBER}\s*%)\s*[x×]\s*(?P<reps>{_REPS}){_END}(?!\s*[x×])"
_LOADED_PATTERN = pattern_of(rf"{_LOADED}(?:\s*(?P<name>{_NAME}))?")
_PROGRAMME = r"5\s*/\s*3\s*/\s*1"
_PROGRAMME_PATTERN = pattern_of(rf"{_PROGRAMME}\s*:?(?=\s|$)")
_NAMED_PATTERN = pattern_of(
    rf"(?P<name>{_NAME})(?:\s+{_PROGRAMME})?\s*:?\s*"
    rf"(?:@?\s*(?P<first>{NUMBER}\s*(?:kgs?|lbs?|kilos?|pounds?))\s+(?![x×]))?"
    rf"(?={_SETS}|{_LOADED})"
)
_TRIPLE_PATTERN = pattern_of(
    rf"(?:{_NAME}\s*:?\s*)?@?\s*({NUMBER}\s*{_MASS})\s*[x×]\s*([0-9]{{1,3}})\s*[x×]\s*([0-9]{{1,3}}){_END}"
)
_TOTAL_PATTERN = pattern_of(
    rf"([0-9]{{1,3}})\s+(?:(?:total\s+)?(?:reps?|repetitions?)(?!\w)|(?P<name>{_NAME}))"
)
_PAUSE_PATTERN = pattern_of(
    rf"(?:rest(?:\s+between(?:\s+sets)?)?\s*:?\s*(?={NUMBER}|{CLOCK})|{AMOUNT}\s+(?:of\s+)?rest(?!\w))"
)
_ROUNDS_PATTERN = pattern_of(r"([0-9]{1,2})\s+rounds?(?!\w)(?:\s+of(?!\w)|\s*:)?")
_ROUND_PATTERN = pattern_of(rf"([0-9]{{1,3}})({_TIMED})?\s+({_NAME})")
_SHARE_PATTERN = pattern_of(
    rf"(?:@\s*)?(?:{NUMBER}\s*%(?:\s*(?:of\s+)?(?:1\s?rm|tm|max)(?!\w))?"
    rf"|(?:rpe|rir)\s*{NUMBER}(?:\s*[-–]\s*{NUMBER})?)(?![\w])"
)
_ADDED_PATTERN = pattern_of(rf"\+\s*({NUMBER}\s*{_MASS})")
_LOAD_PATTERN = pattern_of(rf"@\s*({NUMBER}\s*{UNIT})")
_RANGE = pattern_of(rf"{NUMBER}\s*[-–]\s*{NUMBER}")
_BODY_PATTERN = pattern_of(rf"({'|'.join(word for word in _FOCUSES if ' ' in word)})(?!\w)")
_WORD_PATTERN = pattern_of(rf"({WORD})\s*:?")


class _LiftReader(Reader):
    """A lift: how long and what kind, or exercises with sets, repetitions and loads."""

    kind = "lift"
    gaps = ",;()&"
    expected = 'a duration, "4x6 squat 70kg", "18:00" or a word such as heavy or lower'
    words = _LIFT_WORDS

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.exercises: list[dict[str, Any]] = []
        self.rounds: int | None = None
        self.is_named = False
        self.name: str | None = None
        """The name that stands before its sets, and before those behind it without a name."""
        self.first_load: str | None = None
        self.is_kind = False
        """Whether a word says that it is a lift, of whatever length."""
        self.rules = (
            (_ADDED_PATTERN, self.added),
            (JOIN, re.Match.end),
            (_SETS_PATTERN, self.exercise),
            (_LOADED_PATTERN, self.loaded_set),
            (_TRIPLE_PATTERN, self.no_triple),
            (_NAMED_PATTERN, self.named),
            (_ROUNDS_PATTERN, self.round_count),
            (_ROUND_PATTERN, self.round),
            (_PROGRAMME_PATTERN, re.Match.end),
            (_PAUSE_PATTERN, self.pause),
            (REPEAT, self.no_exercise),
            (_SHARE_PATTERN, self.share),
            (_LOAD_PATTERN, self.load),
            (IN_DURATION, self.duration_after_in),
            (LONG_DURATION, self.duration),
            (PRIME_DURATION, self.duration),
            (START, self.start),
            (_RANGE, self.no_range),
            (_TOTAL_PATTERN, self.total),
            (PLAIN_AMOUNT, self.plain),
            (_BODY_PATTERN, self.word),
            (_WORD_PATTERN, self.word),
        )

    def tree(self) -> dict[str, Any]:
        """The lift's table."""
        self.scan()
        self.check_clock()
        if not self.exercises and "duration" not in self.session:
            if not self.is_kind or self.rounds is not None:
                problem = 'expected a duration, or sets such as "4x6 squat 70kg"'
                raise self.error(len(self.text), problem)
            self.session["duration"] = ASSUMED_DURATION
        return {**self.session, **({"exercises": self.exercises} if self.exercises else {})}

    # Exercises

    def exercise(self, match: re.Match[str]) -> int:
        """Sets, repetitions and a name, which ends before words about the session."""
        if int(match[1]) > _MOST_SETS:
            remedy = 'write "squat 70kg x 5", or sets x repetitions'
            raise self.error(match.start(), f"{match[1]} sets, or a load?", remedy)
        # A name in front is this one's, and a name behind it then begins the next.
        name, end = (None, 0) if self.is_named else self.name_of(match, "name")
        if name is None:
            name, end = self.name, match.start("name") if match["name"] else match.end()
        if name is None:
            return self.no_exercise(match)
        self.is_named = False
        exercise: dict[str, Any] = {"name": name, "sets": int(match[1])}
        exercise |= self.count_of(match["count"], match["timed"])
        load = match["load"] or self.first_load
        if load is not None:
            exercise["load"] = load
        self.first_load = None
        if name != self.name:
            self.name = None
        self.exercises.append(exercise)
        return end

    def loaded_set(self, match: re.Match[str]) -> int | None:
        """One set of which the load is said first; a share of the most is no load."""
        name, end = (None, 0) if self.is_named else self.name_of(match, "name")
        if name is None:
            name, end = self.name, match.end("reps")
        if name is None:
            return self.no_exercise(match)
        exercise = {"name": name, "sets": 1, **self.count_of(match["reps"], None)}
        if not match["mass"].endswith("%"):
            exercise["load"] = match["mass"]
        self.exercises.append(exercise)
        self.is_named, self.name = False, name
        return end

    def no_triple(self, match: re.Match[str]) -> int:
        """A load and two counts, of which either may be the sets."""
        load, first, second = match.groups()
        remedy = f'write "squat {second}x{first} {load}" or "squat {first}x{second} {load}"'
        raise self.error(match.start(1), "which of the two are the sets?", remedy)

    def total(self, match: re.Match[str]) -> int | None:
        """Repetitions without sets."""
        if match["name"] and dimension_of(match["name"].split()[0]) is not None:
            return None
        name = self.name_of(match, "name")[0] if match["name"] else "pull-ups"
        if name is None or (match["name"] and self.exercises):
            return None
        each = max(int(match[1]) // 5, 1)
        raise self.error(match.start(), "how many sets?", f'write "5x{each} {name}"')

    def pause(self, match: re.Match[str]) -> int:
        """What lies between sets, which the length of a lift holds already."""
        remedy = "leave it out; how long the lift takes counts its rests"
        raise self.error(match.start(), "rests between sets are not read", remedy)

    def count_of(self, count: str | None, timed: str | None) -> dict[str, Any]:
        """Repetitions, the middle of a range; seconds; or as many as go."""
        if timed is not None:
            return {"duration": re.sub(r"-(?=\D)", " ", timed)}
        numbers = [int(number) for number in re.findall(r"[0-9]+", count or "")]
        return {"reps": (numbers[0] + numbers[-1] + 1) // 2} if numbers else {"amrap": True}

    def name_of(self, match: re.Match[str], group: str | int) -> tuple[str | None, int]:
        """The name of an exercise without the words about the session behind it, and its end."""
        names = list(re.finditer(r"\S+", match[group] or ""))
        while names and names[-1][0].lower() in {*self.words, *FILLERS, *_NOUNS, *_RATINGS}:
            names.pop()
        if not names:
            return None, match.start(group)
        sided = next((one for one in names if one[0].lower() in _SIDES), None)
        if sided is not None:
            at = match.start(group) + sided.start()
            raise self.error(at, "repetitions of one side or of both?", 'count both: "3x24 lunges"')
        name = " ".join(word[0] for word in names)
        return name, match.start(group) + names[-1].end()

    def named(self, match: re.Match[str]) -> int | None:
        """A name in front of its sets; what is said of the session stands in front of that."""
        words = list(re.finditer(r"\S+", match["name"]))
        if len(words) == 1 and words[0][0].lower() in _HEADINGS:
            return None
        days = [place for place, word in enumerate(words) if word[0].lower() in _NOUNS]
        about = (*get_args(Style), *get_args(Focus), *FILLERS)
        first = days[-1] + 1 if days else 0
        if first == 0 and words[0][0].lower() in about:
            first = 1
        if first:
            # What stands in front is read by itself, word by word; "full body" is one.
            return None
        self.name, _ = self.name_of(match, "name")
        self.first_load = match["first"]
        self.is_named = self.name is not None
        return match.end() if self.is_named else None

    def round_count(self, match: re.Match[str]) -> int:
        """How often the exercises that follow are done."""
        self.rounds = int(match[1])
        return match.end()

    def round(self, match: re.Match[str]) -> int | None:
        """An exercise of a round: repetitions or seconds, and a name."""
        if self.rounds is None or dimension_of(match[3].split()[0]) is not None:
            return None
        name, end = self.name_of(match, 3)
        if name is None:
            return None
        timed = f"{match[1]}{match[2]}" if match[2] else None
        self.exercises.append({"name": name, "sets": self.rounds, **self.count_of(match[1], timed)})
        return end

    def no_exercise(self, match: re.Match[str]) -> int:
        """Sets without repetitions or without a name."""
        problem = 'expected sets, repetitions and an exercise, as in "4x6 squat 70kg"'
        raise self.error(match.start(), problem)

    def no_range(self, match: re.Match[str]) -> int:
        """From one amount to another is not one amount."""
        raise self.error(match.start(), "two amounts", "write one of the two")

    def share(self, match: re.Match[str]) -> int:
        """A share of the most that goes, or how hard it felt: neither moves what is eaten."""
        if not self.exercises:
            raise self.error(match.start(), 'a load follows its exercise, as in "4x6 squat 70kg"')
        return match.end()

    def added(self, match: re.Match[str]) -> int:
        """What is added to body weight."""
        return self.load(match, key="added_load")

    def load(self, match: re.Match[str], group: int = 1, key: str = "load") -> int:
        """The load of the last exercise."""
        if not self.exercises:
            raise self.error(match.start(), 'a load follows its exercise, as in "4x6 squat 70kg"')
        if {"load", "added_load"} & self.exercises[-1].keys():
            raise self.error(match.start(group), "a second load", "say it once")
        self.put(self.exercises[-1], key, self.amount(match, "kg", group), match.start(group))
        return match.end()

    # The session

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
        word = " ".join(match[1].lower().split())
        if word in _NOUNS | _HEADINGS:
            self.is_kind = True
        elif word not in FILLERS:
            if word not in self.words:
                raise self.unknown_word(match)
            self.put_word(self.words[word], _FOCUSES.get(word, word), match.start())
        return match.end()

    def put_word(self, key: str, value: str, at: int) -> None:
        """Keep a style or a focus; arms and shoulders are the same focus."""
        if key == "focus":
            self.is_kind = True
        if key == "style" or self.session.get(key) != value:
            self.put(self.session, key, value, at)


def lift_from_text(text: str) -> dict[str, Any]:
    """
    The table of a lift, as a plan file would hold it.

    Args:
        text: One lift: a duration, a style and a focus, or exercises parted by commas as
            sets x repetitions, name and load, the name before or behind; a start; in any order.

    Returns:
        Bare names with amounts as typed; the start is a `datetime.time`.

    Raises:
        SessionTextError: Some place cannot be read, or says a thing twice.

    >>> lift_from_text("60min heavy lower")
    {'duration': '60min', 'style': 'heavy', 'focus': 'lower'}
    """
    return _LiftReader(text).tree()
