"""A lift in one line."""

import re
from typing import Any, get_args

from fuelcalc.models.session_text.lift_questions import LiftQuestions
from fuelcalc.models.session_text.lift_words import (
    ASSUMED_DURATION,
    FOCUSES,
    HEADINGS,
    HELD,
    LIFT_RULES,
    MOST_SETS,
    NOUNS,
    STYLES,
)
from fuelcalc.models.session_text.reader import FILLERS
from fuelcalc.models.sessions import Focus, Style
from fuelcalc.units import dimension_of, parse_amount


class _LiftReader(LiftQuestions):
    """A lift: how long and what kind, or exercises with sets, repetitions and loads."""

    table = LIFT_RULES

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.rounds: int | None = None
        self.is_named = False
        self.name: str | None = None
        """The name that stands before its sets, and before those behind it without a name."""
        self.first_load: str | None = None
        self.latest: list[dict[str, Any]] = []
        """The exercises that a load behind them is of: the last one, or all sets of a ladder."""
        self.every: tuple[int, int] | None = None
        """How many minutes there is a set each minute for, and where that is said."""
        self.is_kind = False
        """Whether a word says that it is a lift, of whatever length."""

    def tree(self) -> dict[str, Any]:
        """The lift's table."""
        self.scan()
        self.check_clock()
        self.settle_every()
        if not self.exercises and "duration" not in self.session:
            if not self.is_kind or self.rounds is not None:
                problem = 'expected a duration, or sets such as "4x6 squat 70kg"'
                raise self.error(len(self.text), problem)
            self.session["duration"] = ASSUMED_DURATION
        return {**self.session, **({"exercises": self.exercises} if self.exercises else {})}

    # Exercises

    def exercise(self, match: re.Match[str]) -> int:
        """Sets, repetitions and a name, which ends before words about the session."""
        if int(match[1]) > MOST_SETS:
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
        self.keep(exercise)
        return end

    def keep(self, *exercises: dict[str, Any]) -> None:
        """Add exercises, which the load behind them is of."""
        self.exercises += exercises
        self.latest = list(exercises)

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
        self.keep(exercise)
        self.is_named, self.name = False, name
        return end

    def count_of(self, count: str | None, timed: str | None) -> dict[str, Any]:
        """Repetitions, the middle of a range; seconds; or as many as go."""
        if timed is not None:
            return {"duration": re.sub(r"-(?=\D)", " ", timed)}
        numbers = [int(number) for number in re.findall(r"[0-9]+", count or "")]
        return {"reps": (numbers[0] + numbers[-1] + 1) // 2} if numbers else {"amrap": True}

    def named(self, match: re.Match[str]) -> int | None:
        """A name in front of its sets; what is said of the session stands in front of that."""
        words = list(re.finditer(r"\S+", match["name"]))
        if len(words) == 1 and words[0][0].lower() in HEADINGS:
            return None
        days = [place for place, word in enumerate(words) if word[0].lower() in NOUNS]
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
        self.keep({"name": name, "sets": self.rounds, **self.count_of(match[1], timed)})
        return end

    def round_loaded(self, match: re.Match[str]) -> int | None:
        """Repetitions, a load and a name, as a round has them."""
        name, end = self.name_of(match, 3)
        if self.rounds is None or name is None:
            return None
        count = self.count_of(match[1], None)
        self.keep({"name": name, "sets": self.rounds, **count, "load": match[2]})
        return end

    def each_minute(self, match: re.Match[str]) -> int:
        """A set each minute, or each few minutes, for so long."""
        self.is_kind = True
        minutes = match["before"] or match["behind"]
        if minutes is not None:
            self.rounds = int(minutes) // int(match["every"] or 1)
            self.every = int(minutes), match.start()
        return match.end()

    def settle_every(self) -> None:
        """Take its minutes for the lift's, and ask which sets of several exercises are when."""
        if self.every is None:
            return
        minutes, at = self.every
        if len(self.exercises) > 1:
            remedy = 'write the sets of each, such as "5x5 pull-ups, 5x10 push-ups"'
            raise self.error(at, "all of them each minute, or in turn?", remedy)
        self.session.setdefault("duration", f"{minutes} min")

    def ladder(self, match: re.Match[str]) -> int | None:
        """Repetitions set by set; the same number again is another set."""
        name, end = self.name_of(match, "name")[0], match.end("reps")
        if name is None and match["behind"]:
            name, end = self.name_of(match, "behind")
        if name is None:
            return None
        sets: list[dict[str, Any]] = []
        for count in re.findall("[0-9]+", match["reps"]):
            if sets and sets[-1]["reps"] == int(count):
                sets[-1]["sets"] += 1
            else:
                sets.append({"name": name, "sets": 1, "reps": int(count)})
        self.keep(*sets)
        if match["mass"]:
            self.put_load(match["mass"], match.start("mass"))
        return end

    def sets_apart(self, match: re.Match[str]) -> int | None:
        """The name between its sets and its repetitions: "3 sets squats 10 reps"."""
        name = self.name_of(match, "name")[0]
        if name is None:
            return None
        self.keep({"name": name, "sets": int(match["sets"]), **self.count_of(match["count"], None)})
        return match.end()

    def triple(self, match: re.Match[str]) -> int:
        """A load and two counts, of which either may be the sets unless they are the same."""
        load, first, second = match.groups()[1:]
        name = self.name_of(match, "name")[0] or self.name
        if name is None or first != second:
            raise self.triple_error(match)
        self.keep({"name": name, "sets": int(first), "reps": int(second), "load": load})
        return match.end()

    def added(self, match: re.Match[str]) -> int:
        """What is added to body weight."""
        return self.load(match, key="added_load")

    def dotted(self, match: re.Match[str]) -> int | None:
        """A time of day such as 18.30 or 1830, where no load is still to be said."""
        is_open = bool(self.exercises) and "load" not in self.exercises[-1]
        return None if is_open else self.start(match)

    digits = dotted

    def load(self, match: re.Match[str], group: int = 1, key: str = "load") -> int:
        """The load of the last exercise."""
        if not self.exercises:
            raise self.no_exercise_error(match.start())
        self.put_load(self.amount(match, "kg", group), match.start(group), key)
        return match.end()

    def put_load(self, load: str, at: int, key: str = "load") -> None:
        """Keep the load of what was said last."""
        if not self.exercises:
            raise self.no_exercise_error(at)
        if {"load", "added_load"} & self.exercises[-1].keys():
            raise self.error(at, "a second load", "say it once")
        for exercise in self.latest:
            exercise[key] = load

    def pounds(self, match: re.Match[str]) -> int:
        """135# are 135 lb."""
        self.put_load(f"{match[1]} lb", match.start(1))
        return match.end()

    def pair(self, match: re.Match[str]) -> int | None:
        """One or two weights of so much behind their sets."""
        if not self.exercises or "load" in self.exercises[-1]:
            return None
        self.put_load(_times(int(match[1]), self.amount(match, "kg", 2)), match.start(2))
        return match.end()

    def each_hand(self, match: re.Match[str]) -> int | None:
        """The load of each hand, of which there are two."""
        if not self.exercises or "load" not in self.exercises[-1]:
            return None
        words = set(self.exercises[-1]["name"].lower().split())
        if match[0].lower() == "each" and not words & HELD:
            problem = "the load of each hand, or the repetitions of each side?"
            raise self.error(match.start(), problem, 'for two weights write "2x20 kg"')
        for exercise in self.latest:
            exercise["load"] = _times(2, exercise["load"])
        return match.end()

    # The session

    def plain(self, match: re.Match[str]) -> int:
        """A duration or a load, by its unit."""
        measures = dimension_of(match[2] or "")
        if match[2] is None and self.exercises and "load" not in self.exercises[-1]:
            raise self.bare_load_error(match[1], match.start())
        if measures == "length" and (not self.exercises or "load" in self.exercises[-1]):
            raise self.far_error(match.start(), "4x30 s carry")
        if measures is None:
            raise self.strange_unit(match)
        if measures == "time":
            return self.duration(match, 0)
        return self.load(match, 0)

    def word(self, match: re.Match[str]) -> int:
        """What kind of session, and for what part of the body."""
        word = " ".join(match[1].lower().split())
        if word in NOUNS | HEADINGS:
            self.is_kind = True
        elif word not in FILLERS:
            if word not in self.words:
                raise self.unknown_word(match)
            self.put_word(self.words[word], {**FOCUSES, **STYLES}[word], match.start())
        return match.end()

    def put_word(self, key: str, value: str, at: int) -> None:
        """Keep a style or a focus; arms and shoulders are the same focus."""
        if key == "focus":
            self.is_kind = True
        if key == "style" or self.session.get(key) != value:
            self.put(self.session, key, value, at)


def _times(count: int, load: str) -> str:
    """A load so many times over."""
    return load if count == 1 else f"{count * parse_amount(load, 'kg', name='load')!r} kg"


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
