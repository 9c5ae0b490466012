"""Anything that is neither a run nor a lift, in one line."""

import re
from typing import Any

from fuelcalc.errors import nearest
from fuelcalc.models.activities import CLOSE, EVERYDAY_ACTIVITIES, MOST_WORDS, SEVERAL
from fuelcalc.models.session_text.reader import (
    FILLERS,
    IN_DURATION,
    NUMBER,
    PLAIN_AMOUNT,
    TIME_RULES,
    WORD,
    Reader,
    TextRule,
    rule,
)
from fuelcalc.units import dimension_of, parse_amount

_ACTIVITY = re.compile(rf"{WORD}(?:\s+{WORD}){{0,{MOST_WORDS - 1}}}")
# What is said of any sport, and moves no figure.
_ABOUT = frozenset(
    {
        "class", "game", "indoor", "lesson", "match", "outdoor", "outdoors", "playing", "practice",
        "the", "training",
    }
)  # fmt: skip


# At each place the first that fits is taken, so the order decides.
OTHER_RULES = (
    TextRule("duration_after_in", IN_DURATION),
    rule(
        "met",
        rf"(?:@\s*|met\s+)?({NUMBER})\s*mets?(?!\w)|met\s+({NUMBER})(?![\w.,])",
        needs="met",
    ),
    rule("small_sided", r"[5-8][ -]?a[ -]?side(?:\s+(?:football|soccer))?(?!\w)"),
    *TIME_RULES,
    rule("zone", r"(?:zone\s*|z)[1-7](?!\w)", first="z"),
    TextRule("plain", PLAIN_AMOUNT),
    rule("activity", rf"({WORD})"),
)


class _OtherReader(Reader):
    """How long, and what: an activity by name, its MET, or the energy that a device counted."""

    kind = "other"
    expected = 'a duration, an activity such as cycling, "18:00", "6.8 MET" or "300 kcal"'
    words = EVERYDAY_ACTIVITIES
    table = OTHER_RULES

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.far_at: int | None = None
        """Where a distance stands, which counts for nothing beside a duration."""

    def zone(self, match: re.Match[str]) -> int:
        """A zone, which says nothing without a heart beside it."""
        remedy = 'leave it out, or write "easy ride" or "hard ride"'
        raise self.error(match.start(), "zones are read for runs alone", remedy)

    def tree(self) -> dict[str, Any]:
        """The table."""
        self.scan()
        self.check_clock()
        said = [key for key in ("activity", "met", "energy") if key in self.session]
        if self.far_at is not None and "duration" not in self.session:
            problem = "how long it takes is what counts here, not how far"
            raise self.error(self.far_at, problem, 'write a duration, such as "60 min cycling"')
        if "duration" not in self.session:
            raise self.error(len(self.text), 'expected a duration, such as "60 min cycling"')
        if not said:
            problem = 'expected what was done: an activity such as cycling, "6.8 MET" or "300 kcal"'
            raise self.error(len(self.text), problem)
        if len(said) > 1:
            raise self.error(0, f"{said[0]} and {said[1]} say the same thing twice", "keep one")
        return self.session

    def digits(self, match: re.Match[str]) -> int:
        """Four digits that begin with a zero are a start; 1500 may be the metres of a swim."""
        text = match[1]
        if not text.startswith("0"):
            remedy = f'write "{text[:2]}:{text[2:]}" or "{text} m"'
            raise self.error(match.start(1), "a start or a distance?", remedy)
        return self.start(match)

    def met(self, match: re.Match[str]) -> int:
        """How hard, in METs."""
        group = 1 if match[1] else 2
        text = self.amount(match, "met", group)
        self.put(self.session, "met", parse_amount(text, "met", name="met"), match.start(group))
        return match.end()

    def plain(self, match: re.Match[str]) -> int:
        """A duration or an energy, by its unit."""
        measures = dimension_of(match[2] or "")
        if measures is None:
            raise self.strange_unit(match)
        if measures == "length":
            self.amount(match, "km", 0)
            self.far_at = match.start()
            return match.end()
        if measures == "energy":
            self.put(self.session, "energy", self.amount(match, "kcal", 0), match.start())
            return match.end()
        return self.duration(match, 0)

    def activity(self, match: re.Match[str]) -> int:
        """The longest name of an activity that begins here; fillers are passed over."""
        longest = _ACTIVITY.match(self.text, match.start())
        words = list(re.finditer(WORD, longest[0] if longest else ""))
        for count in range(len(words), 0, -1):
            name = EVERYDAY_ACTIVITIES.get(" ".join(word[0].casefold() for word in words[:count]))
            if name is not None:
                self.put(self.session, "activity", name, match.start())
                return match.start() + words[count - 1].end()
        word = match[1].lower()
        if word in SEVERAL:
            raise self.error(match.start(), *SEVERAL[word])
        if word not in FILLERS | _ABOUT:
            raise self.unknown_activity(match)
        return match.end()

    def small_sided(self, match: re.Match[str]) -> int:
        """5-a-side is a game in a hall or a cage."""
        self.put(self.session, "activity", "futsal", match.start())
        return match.end()

    def unknown_activity(self, match: re.Match[str]) -> Exception:
        """An activity that no list has, and what stands for any."""
        near = nearest(match[1], EVERYDAY_ACTIVITIES, cutoff=CLOSE)
        meant = f'did you mean "{near}"? ' if near else ""
        remedy = f'{meant}write one such as cycling, "6.8 MET" or "300 kcal"'
        return self.error(match.start(), "not an activity fuelcalc knows", remedy)


def other_from_text(text: str) -> dict[str, Any]:
    """
    The table of anything else that was done, as a plan file would hold it.

    Args:
        text: A duration with an activity by its everyday name, a MET or an energy; a start.

    Returns:
        Bare names with amounts as typed; the start is a `datetime.time`.

    Raises:
        SessionTextError: Some place cannot be read, or says a thing twice.

    >>> other_from_text("60 min bike")
    {'duration': '60 min', 'activity': 'cycling'}
    """
    return _OtherReader(text).tree()
