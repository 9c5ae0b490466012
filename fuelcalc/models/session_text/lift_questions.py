"""What a line about a lift leaves open, and how it is asked back."""

import re
from typing import Any

from fuelcalc.models.session_text.lift_words import (
    AT_BODY_WEIGHT,
    LIFT_WORDS,
    NOUNS,
    RATINGS,
    SIDES,
)
from fuelcalc.models.session_text.reader import FILLERS, Reader, SessionTextError
from fuelcalc.models.sessions import HEAVIEST_KG
from fuelcalc.units import dimension_of, parse_amount

_NOT_NAMES = frozenset({*LIFT_WORDS, *FILLERS, *NOUNS, *RATINGS, *AT_BODY_WEIGHT})
_HEAVIEST_LB = 1322.0


class LiftQuestions(Reader):
    """A lift with its exercises, as far as it refuses what can be two things or none."""

    kind = "lift"
    gaps = ",;()&"
    expected = 'a duration, "4x6 squat 70kg", "18:00" or a word such as heavy or lower'
    words = LIFT_WORDS

    def __init__(self, text: str) -> None:
        """Begin without exercises."""
        super().__init__(text)
        self.exercises: list[dict[str, Any]] = []

    def name_of(self, match: re.Match[str], group: str | int) -> tuple[str | None, int]:
        """The name of an exercise without the words about the session behind it, and its end."""
        names = list(re.finditer(r"\S+", match[group] or ""))
        while names and names[-1][0].lower() in _NOT_NAMES:
            names.pop()
        if not names:
            return None, match.start(group)
        sided = next((one for one in names if one[0].lower() in SIDES), None)
        if sided is not None:
            raise self.side_error(match.start(group) + sided.start())
        name = " ".join(word[0] for word in names)
        return name, match.start(group) + names[-1].end()

    def triple_error(self, match: re.Match[str]) -> SessionTextError:
        """A load and two counts, of which either may be the sets."""
        load, first, second = match.groups()[1:]
        remedy = f'write "squat {second}x{first} {load}" or "squat {first}x{second} {load}"'
        return self.error(match.start(2), "which of the two are the sets?", remedy)

    def bare_triple(self, match: re.Match[str]) -> int:
        """Sets, repetitions and a load without its unit."""
        raise self.bare_load_error(match[1], match.start(1))

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

    def no_exercise(self, match: re.Match[str]) -> int:
        """Sets without repetitions or without a name."""
        problem = 'expected sets, repetitions and an exercise, as in "4x6 squat 70kg"'
        raise self.error(match.start(), problem)

    def no_range(self, match: re.Match[str]) -> int:
        """From one amount to another is not one amount."""
        raise self.error(match.start(), "two amounts", "write one of the two")

    def share(self, match: re.Match[str]) -> int:
        """A share of the most that goes, or how hard it felt: neither moves what is eaten."""
        if not self.exercises and "%" in match[0]:
            raise self.no_exercise_error(match.start())
        return match.end()

    def no_exercise_error(self, at: int) -> SessionTextError:
        """A load that is of nothing."""
        return self.error(at, 'a load follows its exercise, as in "4x6 squat 70kg"')

    def side_error(self, at: int) -> SessionTextError:
        """Repetitions of one side, or of both together."""
        return self.error(at, "repetitions of one side or of both?", 'count both: "3x24 lunges"')

    def sided(self, match: re.Match[str]) -> int:
        """Repetitions a side, which are twice as many."""
        raise self.side_error(match.start())

    def far(self, match: re.Match[str]) -> int:
        """Sets by distance, such as carries: how far says neither how long nor how often."""
        name = self.name_of(match, "name")[0] if match["name"] else None
        if name is None and match["behind"]:
            name = self.name_of(match, "behind")[0]
        raise self.far_error(match.start("sets"), f"{match['sets']}x30 s {name or 'carry'}")

    def far_error(self, at: int, example: str) -> SessionTextError:
        """What to write where a lift says how far."""
        remedy = f'write how long a set takes, such as "{example}"'
        return self.error(at, "how far is not read in a lift", remedy)

    def no_amrap(self, match: re.Match[str]) -> int:
        """As many rounds as go in a time, of which nobody knows how many those are."""
        minutes = match["before"] or match["behind"]
        remedy = f'write "{minutes} min circuit", or "5 rounds: 5 pull-ups, 10 push-ups"'
        raise self.error(match.start(), "how many rounds?", remedy)

    def bare_load(self, match: re.Match[str]) -> int:
        """A load without its unit, of which there are two."""
        raise self.bare_load_error(match[1], match.start(1), "+" if match[0][0] == "+" else "")

    def bare_load_error(self, number: str, at: int, plus: str = "") -> SessionTextError:
        """Ask for the unit of a load, by what a load may be."""
        amount = parse_amount(f"{number} kg", "kg", name="load")
        if amount > _HEAVIEST_LB:
            return self.error(at, "too heavy for a load", 'write it as in "squat 5x5 100 kg"')
        if amount > HEAVIEST_KG:
            return self.error(at, f"{number} has no unit", f'write "{number} lb"')
        remedy = f'write "{plus}{number} kg" or "{plus}{number} lb"'
        return self.error(at, f"{number} kg or {number} lb?", remedy)
