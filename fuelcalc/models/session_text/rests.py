"""What comes between repeats."""

import re

from fuelcalc.models.session_text.joins import PartsReader
from fuelcalc.models.session_text.patterns import LAST_WORD
from fuelcalc.units import dimension_of


class RestsReader(PartsReader):
    """A recovery in the ways that plans write it."""

    def rest(self, match: re.Match[str]) -> int | None:
        """What comes between repeats; elsewhere the word recovery is an effort."""
        noun = match[1].lower()
        if noun == "recovery" and (match[2] is None or "repeat" not in self.part):
            return None
        if noun == "r" and (match[2] is None or "repeat" not in self.part):
            return None
        if noun == "rec" and not self.part:
            # "Rec 5 mi" begins a run; a recovery follows repeats.
            self.put(self.part, "effort", "recovery", match.start())
            return match.end(1)
        if match[2] is None:
            raise self.expected_after(match, 'a recovery, such as "rec 2min jog"')
        if "repeat" not in self.part:
            raise self.error(match.start(), 'a recovery follows repeats, such as "6x800m rec 2min"')
        if ":" in match[3] and match[3][-1].isdigit():
            raise self.error(match.start(3), 'a start or a rest? for a rest write "rec 2min30"')
        word = LAST_WORD.findall(match[3])[0]
        self.amount(match, "km" if dimension_of(word) == "length" else "min", 3)
        self.check_metres(match[3][: -len(word)].strip(), word.lower(), match.start(3))
        self.put(self.part, "recovery", match[2], match.start())
        return match.end()

    def rest_after(self, match: re.Match[str]) -> int | None:
        """A recovery behind "w/" or in parentheses."""
        opened = match[0].startswith("(")
        is_closed = match.lastindex == 3 or match[0].endswith(")")
        is_repeated = "repeat" in self.part or (bool(self.groups) and self.part.has_quantity)
        if not is_repeated or (opened and not is_closed):
            return None
        self.put_rest(match[1], match[2].lower().split(), match.start(1))
        return match.end() if opened else match.end(2)

    def rest_by_kind(self, match: re.Match[str]) -> int | None:
        """A recovery that says how before it says how long: "(jog 2 min between)"."""
        opened = match[0].startswith("(")
        if "repeat" not in self.part or opened != match[3].endswith(")"):
            return None
        self.put_rest(match[2], match[1].lower().split(), match.start(2))
        return match.end()

    def rest_alone(self, match: re.Match[str]) -> int | None:
        """A recovery behind its repeats without a word between: "4x2 km 60 s rest"."""
        words = match[2].lower().split()
        is_open = self.part.has_quantity and "repeat" in self.part and "recovery" not in self.part
        # "10 x 1 min fast 1 min easy" says which is which; "6x800 2 km easy" does not.
        is_easy = words in (["easy"], ["slow"]) and self.part.question is None
        if not is_open or is_easy or (":" in match[1] and match[1][-1].isdigit()):
            return None
        self.put_rest(match[1], words, match.start(1))
        return match.end()

    def with_amount(self, match: re.Match[str]) -> int | None:
        """An amount behind "w/" and repeats does not say what it is."""
        if "repeat" not in self.part or not self.part.has_quantity:
            return None
        remedy = f'write "w/ {match[1]} jog" or "w/ {match[1]} rest"'
        raise self.error(match.start(1), "a recovery?", remedy)

    def rest_off(self, match: re.Match[str]) -> int | None:
        """A recovery behind "off", as in "5x3min off 90s" and "1 min on 1 min off"."""
        if "repeat" not in self.part:
            return None
        group = 1 if match[1] else 2
        self.put_rest(match[group], [], match.start(group))
        return match.end()

    def rest_word(self, match: re.Match[str], kind: str) -> int:
        """A jog or a walk is a part of its own; after repeats it needs a word more."""
        if "repeat" in self.part or (kind == "stand" and not self.groups):
            raise self.error(match.start(), 'a recovery begins with rec, as in "rec 2min jog"')
        if self.part.marks & {"jog", "walk", "stand"}:
            raise self.error(match.start(), "a second word for the same part", "say it once")
        if self.part.get("effort") not in {None, "easy", "recovery"}:
            raise self.error(match.start(), "a second effort", "say it once")
        self.part.marks.add(kind)
        return match.end()
