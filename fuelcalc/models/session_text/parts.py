"""The parts of a run: what each holds, and how groups and totals become plain parts."""

import re
from typing import Any

from fuelcalc.errors import InputError
from fuelcalc.models.session_text.words import HARD_EFFORTS, effort_of_race
from fuelcalc.units import dimension_of, parse_amount

MOST_PARTS = 40
WALK_PACE = "12:00 /km"
_SHORTEST_KM, _SHORTEST_MIN = 0.01, 0.05
_FASTEST_S, _SLOWEST_S = 150.0, 900.0
_AMOUNT = re.compile(r"\s*([0-9.,]+)\s*([^\W\d_]+)\s*")


class RunPart(dict[str, Any]):
    """
    One part of a run as a table, and what was said of it that no table holds.

    Attributes:
        at: Where it begins in the text.
        marks: "edge" for a warm-up or a cool-down, "walk", "jog", "stand", "hard", "hills",
            "run" for words that say how; "metres" where a number of metres had no unit; "rung"
            for one of a ladder, "ladder" where a word says that rungs follow.
        bare_pace: A pace without its unit, and its place.
        total: The part that this one is inside of: "8 mi w/ 4 @ HMP".
        question: Where something stands that does not say how hard, and what is asked of it
            unless something else says so.
    """

    def __init__(self, at: int, total: "RunPart | None" = None) -> None:
        """Begin with nothing said."""
        super().__init__()
        self.at = at
        self.total = total
        self.marks: set[str] = set()
        self.bare_pace: tuple[str, int] | None = None
        self.unit: str | None = None
        self.question: tuple[int, tuple[str, str]] | None = None

    @property
    def has_quantity(self) -> bool:
        """Whether it says how far or how long."""
        return bool({"distance", "duration"} & self.keys())

    @property
    def says_how_hard(self) -> bool:
        """Whether an effort or a pace is said of it."""
        said = {"effort", "pace", "pace_of_race"} & self.keys()
        return bool(said) or self.bare_pace is not None

    @property
    def recovery_text(self) -> str:
        """The part as what comes between repeats."""
        kind = next((mark for mark in ("walk", "stand") if mark in self.marks), "jog")
        return f"{self.get('distance') or self['duration']} {kind}"

    @property
    def is_rest(self) -> bool:
        """Whether it can be what comes between repeats."""
        return bool({"walk", "jog", "stand"} & self.marks) and self.has_quantity

    def copy(self) -> "RunPart":
        """A part that says the same."""
        twin = RunPart(self.at)
        twin.update(self)
        twin.marks = set(self.marks)
        twin.bare_pace = self.bare_pace
        return twin

    def settle(self) -> None:
        """Give it the pace and the effort that its words imply."""
        if "walk" in self.marks:
            self.setdefault("effort", "recovery")
            self.setdefault("pace", WALK_PACE)
        if "pace_of_race" in self:
            race_km = parse_amount(self["pace_of_race"], "km", name="race")
            self.setdefault("effort", effort_of_race(race_km))
        if "edge" in self.marks or "jog" in self.marks:
            self.setdefault("effort", "easy")
        if "rung" in self.marks:
            self.setdefault("effort", "intervals")

    def share(self, last: "RunPart") -> None:
        """Take what was said behind the last rung of a ladder, which counts for each of them."""
        for key in last.keys() - {"distance", "duration", "repeat"}:
            self.setdefault(key, last[key])
        self.marks |= last.marks
        if self.bare_pace is None:
            self.bare_pace = last.bare_pace

    def settle_pace(self) -> bool:
        """Give a bare pace the unit of the distance; whether that could be done."""
        if self.bare_pace is None:
            return True
        text = self.bare_pace[0]
        if "pace" in self or self.unit is None:
            return False
        if self.unit == "m" and "metres" in self.marks:
            return False
        mile = self.unit == "mi"
        if self.unit == "m" and self._is_time(text):
            self["duration"] = text
        else:
            self["pace"] = f"{text} /{'mi' if mile else 'km'}"
        self.bare_pace = None
        return True

    def _is_time(self, text: str) -> bool:
        """Whether a time beside metres can only be the time for them, and not a pace."""
        seconds = parse_amount(text, "s", name="time")
        km = parse_amount(self["distance"], "km", name="distance")
        is_pace = _FASTEST_S <= seconds <= _SLOWEST_S
        return not is_pace and "duration" not in self and seconds / km <= _SLOWEST_S


def folded(parts: list[RunPart], times: int) -> list[RunPart]:
    """
    A group that is repeated, as plain parts: a jog or a walk belongs to what it follows.

    Raises:
        InputError: It comes to more parts than a run has.
    """
    kept: list[RunPart] = []
    for part in parts:
        before = kept[-1] if kept else None
        eases = "easy" in part.values() and before is not None and "hard" in before.marks
        if before is not None and "recovery" not in before and (part.is_rest or eases):
            before["recovery"] = part.recovery_text
            if "walk" in part.marks and not {"pace", "effort", "pace_of_race"} & before.keys():
                before["effort"] = "easy"
        else:
            kept.append(part)
    for part in kept:
        part.settle()
    if len(kept) == 1 and "repeat" not in kept[0]:
        part = kept[0]
        single = RunPart(part.at)
        single.update({"repeat": times, **part})
        single.marks = set(part.marks)
        return [single]
    if len(kept) * times > MOST_PARTS:
        raise InputError(f"{len(kept) * times} parts, the most is {MOST_PARTS}")
    return [part.copy() for _ in range(times) for part in kept]


def remainder(total: RunPart, inner: RunPart) -> None:
    """
    Leave in *total* what *inner* is not: 4 of the 8 miles in "8 mi w/ 4 @ HMP".

    Raises:
        InputError: They cannot be taken from each other, or nothing is left.
    """
    hard = total.get("effort") if total.get("effort") in HARD_EFFORTS else None
    if hard is not None:
        del total["effort"]
        if "pace_of_race" not in inner:
            inner.setdefault("effort", hard)
    # "MP run 16 mi w/ 10 mi @ MP": the name says the pace of the part, and not of the rest.
    race = total.get("pace_of_race")
    if race is not None and inner.get("pace_of_race", race) == race:
        del total["pace_of_race"]
        if not {"pace", "effort", "repeat"} & inner.keys() and inner.bare_pace is None:
            inner["pace_of_race"] = race
    key = "distance" if "distance" in total else "duration"
    if key not in inner or (inner.get("recovery") and not _measures(inner["recovery"], key)):
        remedy = 'write the parts one by one, such as "5 mi easy + 6x20s"'
        raise InputError("how far and how long cannot be taken from each other", remedy=remedy)
    whole, each = _AMOUNT.fullmatch(total[key]), _AMOUNT.fullmatch(inner[key])
    if whole and each and whole[2] == each[2] and "repeat" not in inner:
        left = _number(whole[1]) - _number(each[1])
        total[key] = f"{left:.10g} {whole[2]}"
        amount = left
    else:
        amount = _canonical(total[key], key) - _canonical(inner[key], key) * inner.get("repeat", 1)
        amount -= _rest(inner, key) * inner.get("repeat", 1)
        total[key] = f"{amount:.10g} {'km' if key == 'distance' else 'min'}"
    if amount < (_SHORTEST_KM if key == "distance" else _SHORTEST_MIN):
        raise InputError("nothing is left beside it", remedy="check the two")


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _canonical(text: str, key: str) -> float:
    return parse_amount(text, "km" if key == "distance" else "min", name=key)


_REST_AMOUNT = re.compile(r"\s*[0-9.,]+\s*([^\W\d_]+)")


def _measures(recovery: str, key: str) -> bool:
    """Whether a recovery is measured as its part is."""
    kind = "length" if key == "distance" else "time"
    amount = _REST_AMOUNT.match(recovery)
    return amount is not None and dimension_of(amount[1]) == kind


def _rest(inner: RunPart, key: str) -> float:
    """The recovery after each repeat, in the unit of the key."""
    amount = _REST_AMOUNT.match(inner.get("recovery", ""))
    return 0.0 if amount is None else _canonical(amount[0], key)
