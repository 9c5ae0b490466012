"""How a run falls into parts: pluses, commas, groups, and parts inside a total."""

import re

from fuelcalc.errors import InputError
from fuelcalc.models.session_text.parts import MOST_PARTS, RunPart, folded, remainder
from fuelcalc.models.session_text.patterns import (
    BETWEEN_REST,
    CLAUSE,
    HAS_EDGE,
    HAS_EFFORT,
    HAS_REPEAT,
    LADDER_PATTERN,
    LAST_WORD,
    SAYS_LAST,
    SAYS_REST,
)
from fuelcalc.models.session_text.reader import (
    LONG_DURATION,
    NUMBER,
    UNIT,
    Reader,
    SessionTextError,
    pattern_of,
)
from fuelcalc.models.session_text.words import FAST, FINISH, REST_NOUNS, RESTS, RUN_WORDS
from fuelcalc.models.sessions import SLOWEST_S_PER_KM
from fuelcalc.units import dimension_of, parse_amount
from fuelcalc.units.conversion import scaled

_FASTEST_S_PER_KM = 80.0

# Below it "30m" is minutes or miles as likely as metres, and 80 m is no run.
_FEWEST_METRES = 100.0


class PartsReader(Reader):
    """Parts joined by pluses and commas, grouped, or inside one another."""

    kind = "run"
    expected = 'a distance, a duration, "@ 5:40/km", "06:30", "+120m" or a word such as easy'
    words = RUN_WORDS
    gaps = ""

    def __init__(self, text: str) -> None:
        """Begin with one part, of which nothing is said."""
        super().__init__(text)
        self.parts: list[RunPart] = [RunPart(0)]
        self.part: RunPart = self.parts[0]
        self.groups: list[tuple[int, int, int]] = []
        """How often, the first part and the place of each group that is open."""
        self.parens = 0
        """How many parentheses around words are open."""
        self.rungs: list[RunPart] = []
        """The rungs of a ladder below its last one."""
        self.time_of_day: int | None = None
        """Where a word such as "morning" stands, which says no hour."""
        self.clocks: list[tuple[str, int]] = []
        """Times such as 1:45 that may be a start or the time that a distance takes."""

    def settle_parts(self, end: int) -> None:
        """Give every part what its words imply, and take from each total what is inside it."""
        if len(self.parts) > MOST_PARTS:
            raise self.error(end, f"{len(self.parts)} parts, the most is {MOST_PARTS}")
        for part in self.parts:
            if "stand" in part.marks:
                problem = "standing is no part of a run"
                raise self.error(part.at, problem, 'after repeats write "rec 2min stand"')
            if part.total is not None:
                try:
                    remainder(part.total, part)
                except InputError as error:
                    raise self.error(part.at, error.problem, error.remedy) from None
        for part in self.parts:
            part.settle()

    def close_part(self, at: int) -> None:
        """Hold that a part says how far or how long, and not in seconds what takes hours."""
        if not self.part.has_quantity:
            race = self.part.get("pace_of_race", "")
            if race[:1].isdigit():
                remedy = f'for that far at marathon pace write "{race} @ MP"'
                raise self.error(self.part.at, f"{race} pace is that of a race, how far?", remedy)
            raise self.error(at, "expected a distance or a duration before here")
        if "hills" in self.part.marks and "repeat" not in self.part:
            remedy = 'write how often and how long, "8x60s hills", or the climb, "+120m"'
            raise self.error(self.part.at, "hills need repeats or a climb", remedy)
        self.check_clock()
        self.settle_question()
        for rung in self.rungs:
            rung.share(self.part)
        self.check_pace_of_whole()
        for part in (*self.rungs, self.part):
            if not part.settle_pace() and part.bare_pace is not None:
                raise self.bare_pace_error(*part.bare_pace)
        self.rungs = []

    def settle_question(self) -> None:
        """Ask how hard a part is that is called fast or rated, unless something else says so."""
        part = self.part
        if part.question is None:
            return
        at, question = part.question
        if question is not FINISH and part.says_how_hard:
            return
        if question is not FAST or not ("repeat" in part or self.groups):
            raise self.error(at, *question)
        part.marks.add("hard")
        part["effort"] = "intervals"

    def check_pace_of_whole(self) -> None:
        """Ask whether the 22:30 of "5 km @ 22:30" is what all of it takes: no pace is so slow."""
        if self.part.bare_pace is None or "repeat" in self.part:
            return
        text, at = self.part.bare_pace
        each_km = scaled(1.0, "mi", "km") if self.part.unit == "mi" else 1.0
        if parse_amount(text, "s", name="pace") > SLOWEST_S_PER_KM * each_km:
            remedy = f'write "in {text}" for the time it takes'
            raise self.error(at, f"{text} is no pace", remedy)

    def bare_pace_error(self, text: str, at: int) -> SessionTextError:
        """A pace whose unit cannot be told from its distance."""
        if "metres" in self.part.marks:
            each = self.part["distance"]
            remedy = f'write "@ {text}/km" or "in {text}" for each {each}'
            return self.error(at, f"a pace, or the time for each {each}?", remedy)
        return self.error(at, 'expected a pace with its unit, such as "5:40/km"')

    def check_clock(self) -> None:
        """Take "half marathon in 1:45" for hours where only those make a run of it."""
        if self.clock_at is not None and "distance" in self.part and self.is_too_short():
            hours = f"{self.part['duration']}:00"
            pace_s = parse_amount(hours, "s", name="duration") / parse_amount(
                self.part["distance"], "km", name="distance"
            )
            if pace_s <= SLOWEST_S_PER_KM:
                self.part["duration"] = hours
        super().check_clock()

    def is_too_short(self) -> bool:
        """Whether nobody could run this part in its duration, or would run for so short."""
        if "distance" not in self.part:
            return super().is_too_short()
        duration_min = parse_amount(self.part["duration"], "min", name="duration")
        distance_km = parse_amount(self.part["distance"], "km", name="distance")
        return duration_min * 60.0 < _FASTEST_S_PER_KM * distance_km

    def begin(self, at: int, total: RunPart | None = None) -> None:
        """Begin the next part."""
        self.close_part(at)
        self.part = RunPart(at, total)
        self.parts.append(self.part)

    def join(self, match: re.Match[str]) -> int:
        """A plus between blanks begins the next part."""
        self.begin(match.start())
        self.part.at = self.after_gap(match.end())
        return match.end()

    def comma(self, match: re.Match[str]) -> int:
        """A comma begins the next part where what follows cannot belong to this one."""
        clause_match = CLAUSE.match(self.text, match.end())
        clause = clause_match[0] if clause_match else ""
        part = self.part
        is_between = "repeat" in part and BETWEEN_REST.match(clause)
        if not part.has_quantity or is_between or SAYS_LAST.match(clause):
            return match.end()
        rest = SAYS_REST.match(clause)
        if "repeat" in part and rest is not None:
            return self.rest_after_comma(match, rest)
        if self.begins_part(clause) or LADDER_PATTERN.match(self.text, self.after_gap(match.end())):
            self.begin(match.start())
            self.part.at = self.after_gap(match.end())
        return match.end()

    def begins_part(self, clause: str) -> bool:
        """Whether the words behind a comma are a part of their own."""
        if HAS_REPEAT.made.search(clause) or HAS_EDGE.made.search(clause):
            return True
        kinds = self.quantities(clause)
        if kinds and {"edge", "repeat"} & {*self.part.marks, *self.part}:
            return True
        if kinds & self.part.keys():
            return True
        return bool(kinds) and "effort" in self.part and HAS_EFFORT.made.search(clause) is not None

    def quantities(self, clause: str) -> set[str]:
        """Which of distance and duration stand in a clause, paces apart."""
        found = set()
        if pattern_of(rf"{NUMBER}\s?['’′]|{LONG_DURATION.pattern}").made.search(clause):
            found.add("duration")
        for amount in pattern_of(rf"(?<![\w@:/.]){NUMBER}\s*-?\s*({UNIT})").made.finditer(clause):
            kind = dimension_of(amount[1])
            if kind in {"length", "time"}:
                found.add("distance" if kind == "length" else "duration")
        return found

    def rest_after_comma(self, match: re.Match[str], rest: re.Match[str]) -> int:
        """A rest behind a comma is a recovery if it says so; else it could be the next part."""
        words = rest[2].lower().split()
        # Nobody runs standing, so a rest is no part.
        if not REST_NOUNS & set(words) and "stand" not in map(RESTS.get, words):
            remedy = f'write "rec {rest[1].strip()}" or " + {rest[1].strip()}"'
            raise self.error(self.after_gap(match.end()), "a recovery or the next part?", remedy)
        self.put_rest(rest[1], words, self.after_gap(match.end()))
        return match.end() + rest.end()

    def group(self, match: re.Match[str]) -> int:
        """Parts in parentheses, done several times."""
        if self.groups or (self.part and (self.part.has_quantity or "repeat" in self.part)):
            raise self.error(match.start(), 'write " + " before a group')
        if not 1 <= int(match[1]) <= MOST_PARTS:
            raise self.error(match.start(), f"a group is done 1 to {MOST_PARTS} times")
        self.groups.append((int(match[1]), len(self.parts) - 1, match.start()))
        return match.end()

    def paren(self, match: re.Match[str]) -> int:
        """Words in parentheses are read as if those were not there."""
        self.parens += 1
        return match.end()

    def end_of_group(self, match: re.Match[str]) -> int | None:
        """What stands in the group, once for each time."""
        if self.parens:
            self.parens -= 1
            return match.end()
        if not self.groups:
            return None
        self.close_part(match.start())
        times, first, at = self.groups.pop()
        inside = self.parts[first:]
        if any(part.total is not None for part in inside):
            raise self.error(
                at, "a part inside another cannot be repeated", "write them one by one"
            )
        try:
            self.parts[first:] = folded(inside, times)
        except InputError as error:
            raise self.error(at, error.problem) from None
        self.part = self.parts[-1]
        return match.end()

    def inner(self, match: re.Match[str]) -> int | None:
        """A part inside the one before it: 4 of the 8 miles in "8 mi w/ 4 @ HMP"."""
        if not self.part.has_quantity or "repeat" in self.part or self.part.total is not None:
            return None
        total = self.part
        self.parens += bool(match["paren"])
        self.begin(match.start(), total)
        self.part.at = match.end()
        return match.end()

    def edge(self, match: re.Match[str]) -> int:
        """A warm-up or a cool-down is easy."""
        self.part.marks.add("edge")
        return match.end()

    def put_rest(self, amount: str, words: list[str], at: int) -> None:
        """Keep a recovery."""
        if ":" in amount and amount[-1].isdigit():
            raise self.error(at, 'a start or a rest? for a rest write "rec 2min30"')
        text = f"{amount} m" if amount.isdigit() else amount
        unit = LAST_WORD.findall(text)[0].lower()
        suffix = "km" if dimension_of(unit) == "length" and unit else "min"
        try:
            parse_amount(text, suffix, name="recovery")
        except InputError as error:
            raise self.error(at, error.problem, error.remedy) from None
        if unit:
            self.check_metres(text[: -len(unit)].strip(), unit, at)
        kind = next((RESTS[word] for word in words if word in RESTS), "jog")
        self.put(self.part, "recovery", f"{text.strip()} {kind}", at)

    def check_metres(self, number: str, unit: str, at: int) -> None:
        """Ask back what a few "m" are."""
        if unit != "m":
            return
        if parse_amount(f"{number} m", "m", name="distance") < _FEWEST_METRES:
            problem = f"{number} min or {number} mi?"
            raise self.error(at, problem, f'write "{number} min" or "{number} mi"')
