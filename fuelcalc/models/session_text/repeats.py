"""How often, how far and how long: the repeats of a run, and what each of them is."""

import re
from typing import NamedTuple

from fuelcalc.models.session_text.patterns import (
    FAST_PATTERN,
    HILLS_PATTERN,
    PHRASE_PATTERN,
    REPEATS_PATTERN,
    STEP_PATTERN,
    STRIDES_PATTERN,
)
from fuelcalc.models.session_text.reader import FILLERS
from fuelcalc.models.session_text.rests import RestsReader
from fuelcalc.models.session_text.words import (
    LETTER_RACES,
    LETTERS,
    PASSED,
    RACE_PACE,
    RACES,
    RESTS,
)
from fuelcalc.units import dimension_of, parse_amount

# Distances of the track: "6x800s" is 800 m; 100 and 150 could be seconds as well.
_TRACK = frozenset({200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 3000})
_TRACK_OR_SECONDS = frozenset({100, 150})


_FEWEST_RUNGS = 3
_IS_METRES = re.compile("[1-9][0-9]{2,3}")


class Rung(NamedTuple):
    """One rung of a ladder, and where it ends in the text of it."""

    number: str
    unit: str
    end: int


def rungs_of(text: str, *, is_ladder: bool) -> list[Rung]:
    """
    The rungs of a ladder, each with the unit that it takes: its own, or that of a later one.

    None of them where a comma may be a decimal one, where small numbers have no unit, or where
    "2 mi, 1 mi, 800 m" are parts of which no word says that they are rungs.
    """
    steps = [
        Rung(step[1], (step[2] or "").lower(), step.end())
        for step in STEP_PATTERN.made.finditer(text)
    ]
    bare = [step for step in steps if not step.unit]
    if bare and steps[-1].unit not in {"", "m"} and _IS_METRES.fullmatch(bare[0].number):
        # "400, 800, 400, 2 mi": what is not in metres is the next part.
        steps.pop()
    units = [step.unit for step in steps if step.unit]
    is_decimal = re.search(r",\s", text) and re.search(r",\S", text)
    is_parts = len(units) > 1 and (("," in text and not is_ladder) or not steps[-1].unit)
    if is_decimal or is_parts or len(steps) < _FEWEST_RUNGS:
        return []
    unit = ""
    for place, step in reversed(list(enumerate(steps))):
        unit = "min" if step.unit and step.unit in "'’′" else step.unit or unit
        steps[place] = step._replace(unit=unit)
    is_clear = all(_IS_METRES.fullmatch(step.number) for step in steps if not step.unit)
    return steps if is_clear else []


class RepeatsReader(RestsReader):
    """Repeats, distances and durations."""

    def named(self, match: re.Match[str]) -> int:
        """The distance of a race by its name."""
        name = "marathon" if match[1].lower() == "marathon" else "half marathon"
        self.put(self.part, "distance", name, match.start())
        self.part.unit = "race"
        return match.end()

    def parkrun(self, match: re.Match[str]) -> int:
        """A race of 5 km."""
        if "distance" not in self.part:
            self.part["distance"] = "5 km"
        self.put(self.part, "effort", "race", match.start())
        return match.end()

    def repeat(self, match: re.Match[str]) -> int:
        """How often what follows is done."""
        if self.part.has_quantity:
            raise self.error(match.start(), 'write " + " before repeats')
        self.put(self.part, "repeat", int(match[1]), match.start())
        return match.end()

    def mile(self, match: re.Match[str]) -> int | None:
        """One mile needs no number."""
        if self.part.has_quantity:
            return None
        self.put(self.part, "distance", "1 mi", match.start())
        self.part.unit = "mi"
        return match.end()

    def plural(self, match: re.Match[str]) -> int | None:
        """800s are repeats of 800 m."""
        metres = int(match[1])
        if metres not in _TRACK | _TRACK_OR_SECONDS:
            return None
        if "repeat" not in self.part:
            if len(self.parts) > 1 or self.part.has_quantity or metres not in _TRACK:
                return None
            remedy = f'write "6x{metres}m", or "{metres} sec" for a duration'
            raise self.error(match.start(), f"how many times {metres} m?", remedy)
        if metres in _TRACK_OR_SECONDS:
            remedy = f'write "{metres}m" or "{metres} sec"'
            raise self.error(match.start(), f"{metres} m or {metres} seconds?", remedy)
        return self.metres(match[1], match)

    def reversed_repeat(self, match: re.Match[str]) -> int | None:
        """A distance of the track and how often: "800s x 6" is 6x800 m."""
        if self.part.has_quantity or "repeat" in self.part or int(match[1]) not in _TRACK:
            return None
        self.put(self.part, "repeat", int(match[2]), match.start())
        self.metres(match[1], match)
        return match.end()

    def ladder(self, match: re.Match[str]) -> int | None:
        """Rungs such as "200, 400, 600 m": each a part; what follows is said of them all."""
        base = self.part
        steps = rungs_of(match[0], is_ladder="ladder" in base.marks)
        if base.has_quantity or "repeat" in base or base.total is not None or not steps:
            return None
        self.parts.pop()
        for number, unit, _ in steps:
            self.part = base.copy()
            self.part.at = match.start()
            self.part.marks.add("rung")
            self.part["repeat"] = 1
            self.parts.append(self.part)
            self.check_metres(number, unit, match.start())
            if dimension_of(unit or "m") == "length":
                self.put_distance(f"{number} {unit or 'm'}", match.start())
                self.part.unit = "mi" if unit.startswith("mi") else unit[:1].replace("k", "km")
            else:
                self.part["duration"] = f"{number} {unit}"
            if not unit:
                self.part.marks.add("metres")
                self.part.unit = "m"
        self.rungs = self.parts[-len(steps) : -1]
        return match.start() + steps[-1].end

    def put_distance(self, text: str, at: int) -> None:
        """Keep a distance, which is one."""
        if parse_amount(text, "km", name="distance") <= 0.0:
            raise self.error(at, "no distance", 'write one such as "10 km"')
        self.put(self.part, "distance", text, at)

    def metres(self, number: str, match: re.Match[str]) -> int:
        """A number of metres."""
        self.put_distance(f"{number} m", match.start())
        self.part.unit = "m"
        return match.end()

    def plain(self, match: re.Match[str]) -> int:
        """A distance or a duration, by its unit."""
        unit = (match[2] or "").lower()
        if unit in {"miler", "milers"}:
            self.put_distance(f"{match[1]} mi", match.start())
            self.part.unit = "mi"
            return match.end()
        # The w of "400 w/ 200 jog" is no week.
        measures = None if unit == "w" else dimension_of(unit)
        if measures is None:
            return self.number_alone(match)
        if measures == "time":
            if unit == "s" and "repeat" in self.part and match[1] in map(str, _TRACK):
                remedy = f'write "{match[1]}m" or "{match[1]} sec"'
                raise self.error(match.start(), f"{match[1]} m or {match[1]} seconds?", remedy)
            return self.duration(match, 0)
        text = self.amount(match, "km", 0)
        self.check_metres(match[1], unit, match.start())
        self.put_distance(text, match.start())
        self.part.unit = {"m": "m", "k": "km", "km": "km", "kms": "km"}.get(unit, unit)
        if unit.startswith("mi"):
            self.part.unit = "mi"
        elif unit.startswith(("kilo", "metre", "meter")):
            self.part.unit = "km" if unit.startswith("kilo") else "m"
        return match.end()

    def number_alone(self, match: re.Match[str]) -> int:
        """A number without a unit is metres where it is repeated, as on the track."""
        is_metres = "repeat" in self.part and not self.part.has_quantity
        words = {*self.words, *FILLERS, *RACES, *RESTS, *PASSED, "r"}
        known = match[2] is None or match[2].lower() in words
        known = known or match[2] in {*LETTERS, *LETTER_RACES} or self.is_phrase(match)
        if is_metres and known and re.fullmatch("[0-9]{3,4}", match[1]):
            self.part.marks.add("metres")
            self.put_distance(f"{match[1]} m", match.start())
            self.part.unit = "m"
            return match.end(1)
        raise self.strange_unit(match)

    def is_phrase(self, match: re.Match[str]) -> bool:
        """Whether the word behind a number is no unit but begins a phrase."""
        at = match.start(2)
        patterns = (
            FAST_PATTERN,
            PHRASE_PATTERN,
            HILLS_PATTERN,
            REPEATS_PATTERN,
            RACE_PACE,
            STRIDES_PATTERN,
        )
        return match[2].lower() == "w" or any(one.match(self.text, at) for one in patterns)

    def no_range(self, match: re.Match[str]) -> int:
        """From one amount to another is not one amount."""
        first, last = re.split(r"\s*[-–]\s*", match[0], maxsplit=1)
        unit = re.sub(r"^[0-9.,½¼¾⅓⅔⅛/ ]+", "", last)
        remedy = f'write "{first} {unit}" or "{last}"' if unit else "write one of the two"
        raise self.error(match.start(), "two amounts", remedy)

    def strides(self, match: re.Match[str]) -> int:
        """Strides are 100 m each unless they say how long."""
        if match[1] is None:
            if "repeat" not in self.part or not self.part.has_quantity:
                raise self.error(match.start(), "how many?", 'write "6 strides"')
            if match[0].lower() == "st" and "duration" in self.part and not self.is_too_short():
                remedy = 'write "sub-threshold" or "intervals"'
                raise self.error(match.start(), "strides or sub-threshold?", remedy)
        else:
            if self.part.has_quantity or "repeat" in self.part:
                raise self.error(match.start(), 'write " + " before strides')
            self.part.update(repeat=int(match[1]), distance="100 m")
            self.part.unit = "m"
        self.put(self.part, "effort", "intervals", match.start())
        return match.end()

    def inner_number(self, match: re.Match[str]) -> int | None:
        """A number without a unit inside a total takes the unit of the total."""
        total = self.part.total
        if total is None or total.unit not in {"km", "mi"} or "repeat" in self.part:
            return None
        self.put_distance(f"{match[1]} {total.unit}", match.start())
        self.part.unit = total.unit
        return match.end()
