"""How fast and how hard."""

import re

from fuelcalc.models.session_text.patterns import AT_PATTERN
from fuelcalc.models.session_text.reader import FILLERS, pattern_of
from fuelcalc.models.session_text.repeats import RepeatsReader
from fuelcalc.models.session_text.words import (
    CHOICES,
    FAST,
    FINISH,
    LETTER_RACES,
    LETTERS,
    NOT_READ,
    PASSED,
    PHRASES,
    RACE_RANGE,
    RACES,
    RESTS,
    TIMES_OF_DAY,
)
from fuelcalc.units import parse_amount

_LADDERS = frozenset({"ladder", "pyramid", "cutdown", "cut-down"})


class PacesReader(RepeatsReader):
    """Paces, the paces of races, and words of effort."""

    def race_pace(self, match: re.Match[str]) -> int:
        """The pace of a race, which a recent race says."""
        said = match[1] or match[2]
        if RACE_RANGE.match(self.text, match.end()):
            raise self.error(
                match.start(), "one race pace is expected", 'write one, such as "@ HMP"'
            )
        words = pattern_of(r"[\s-]+(?:goal[\s-]+|race[\s-]+)*pace$").made.sub("", said).lower()
        race = RACES.get(words) or ("half marathon" if words.startswith("half") else words)
        self.put_race(re.sub(r"(?<=[0-9])-", " ", race), match.start())
        return match.end()

    def put_race(self, race: str, at: int) -> None:
        """Keep the pace of a race."""
        if "pace" in self.part or self.part.bare_pace is not None:
            raise self.error(at, "a second pace", "say it once")
        self.put(self.part, "pace_of_race", race, at)

    def letter(self, match: re.Match[str]) -> int:
        """A letter of Daniels' plans."""
        race = LETTER_RACES.get(match[1])
        if race is not None:
            self.put_race(race, match.start())
        else:
            self.put_effort(LETTERS[match[1]], match.start())
        return match.end()

    def phrase(self, match: re.Match[str]) -> int:
        """What plans call an effort."""
        word = match[1].lower()
        self.put_effort(PHRASES.get(word, word), match.start())
        return match.end()

    def put_effort(self, effort: str, at: int) -> None:
        """Keep an effort; "cruise intervals @ T" says it twice and is one; long runs are easy."""
        said = self.part.get("effort")
        if said == effort or (said in {"long", "recovery"} and effort == "easy"):
            return
        if said == "easy" and effort in {"long", "recovery"}:
            del self.part["effort"]
        self.put(self.part, "effort", effort, at)

    def zone(self, match: re.Match[str]) -> int:
        """A zone above the second, which is another in each way of counting them."""
        remedy = 'write "steady", "tempo" or "intervals"'
        raise self.error(match.start(), "zones are counted in three and in five", remedy)

    def fast(self, match: re.Match[str]) -> int:
        """Fast: repeats are intervals; of anything else it is asked how fast."""
        question = FINISH if match[1] or match[2] else FAST
        self.part.question = (match.start(), question)
        return match.end()

    def rated(self, match: re.Match[str]) -> int:
        """A heart rate, a share of the most or a rating, which alone does not say how hard."""
        self.part.question = (match.start(), NOT_READ)
        return match.end()

    def strength(self, match: re.Match[str]) -> int:
        """Strength in Hansons' plans: repeats a little faster than marathon pace."""
        self.put_effort("tempo", match.start())
        return match.end()

    def hills(self, match: re.Match[str]) -> int:
        """Hills that are repeated are run hard."""
        self.part.marks.add("hills")
        if self.part.get("effort") != "intervals":
            self.put_effort("intervals", match.start())
        return match.end()

    def repeats_word(self, match: re.Match[str]) -> int | None:
        """A word for repeats, behind them."""
        return match.end() if "repeat" in self.part else None

    def pace(self, match: re.Match[str]) -> int:
        """A time per distance, or a speed."""
        self.put(self.part, "pace", self.amount(match, "s_per_km"), match.start(1))
        if "pace_of_race" in self.part:
            raise self.error(match.start(1), "a second pace", "say it once")
        return match.end()

    def pace_range(self, match: re.Match[str]) -> int:
        """Between two paces is the middle."""
        ends = [parse_amount(match[group], "s", name="pace") for group in (1, 2)]
        minutes, seconds = divmod(sum(ends) / 2.0, 60.0)
        text = f"{minutes:.0f}:{seconds:04.1f}" if seconds % 1 else f"{minutes:.0f}:{seconds:02.0f}"
        if match[3]:
            self.put(self.part, "pace", f"{text} {match[3].strip()}", match.start(1))
        else:
            self.put_bare(text, match.start(1))
        return match.end()

    def bare_pace(self, match: re.Match[str]) -> int:
        """A pace that takes the unit of its distance."""
        self.put_bare(":".join(re.findall("[0-9]+", match[1])), match.start(1))
        return match.end()

    def put_bare(self, text: str, at: int) -> None:
        """Keep a pace without its unit."""
        if "pace_of_race" in self.part or "pace" in self.part or self.part.bare_pace is not None:
            raise self.error(at, "a second pace", "say it once")
        self.part.bare_pace = (text, at)

    def time_of_each(self, match: re.Match[str]) -> int:
        """Seconds behind an @ are the time of each repeat."""
        if "repeat" not in self.part or "distance" not in self.part:
            return self.no_pace(match)
        return self.duration(match)

    def no_pace(self, match: re.Match[str]) -> int:
        """An @ without a pace behind it."""
        at = AT_PATTERN.match(self.text, match.start())
        raise self.expected_after(at or match, 'a pace with its unit, such as "5:40/km"')

    def word(self, match: re.Match[str]) -> int:
        """An effort belongs to its part, a surface to the run."""
        word = match[1].lower().replace(" ", "-")
        if word in RESTS and word != "easy":
            return self.rest_word(match, RESTS[word])
        if word in TIMES_OF_DAY:
            self.time_of_day = match.start()
            return match.end()
        if word in CHOICES:
            raise self.error(match.start(), *CHOICES[word])
        if word == "hard":
            self.part.marks.add("hard")
            self.put_effort("intervals", match.start())
        elif word in PASSED:
            self.part.marks |= {"ladder"} if word in _LADDERS else set()
        elif word not in FILLERS:
            self.known_word(word, match)
        return match.end()

    def known_word(self, word: str, match: re.Match[str]) -> None:
        """Keep an effort for the part, or a surface for the run."""
        key = self.words.get(word)
        if key is None:
            raise self.unknown_word(match)
        if key == "effort":
            self.put_effort(word, match.start())
        else:
            self.put(self.session, key, word, match.start())
