"""What comes between repeats."""

import re

from fuelcalc.models.session_text.joins import PartsReader
from fuelcalc.models.session_text.patterns import LAST_WORD
from fuelcalc.units import dimension_of


class RestsReader(PartsReader):
    """A recovery in the ways that plans write it."""

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
        word = LAST_WORD.findall(match[3])[0]
        suffix = "km" if dimension_of(word) == "length" else "min"
        self.amount(match, suffix, 3)
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
