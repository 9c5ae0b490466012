"""A run in one line."""

import re
from typing import Any

from fuelcalc.models.session_text.paces import PacesReader
from fuelcalc.models.session_text.patterns import KEYED, RUN_RULES
from fuelcalc.units import parse_amount, parse_clock

# A race that starts before five does not, and nobody is out for seven hours in half of one.
_FIRST_START_H, _FIRST_SURE_START_H = 5, 7
_SLOWEST_RACE_S, _SLOWEST_USUAL_S, _FASTEST_RACE_S = 900.0, 630.0, 150.0


class _RunReader(PacesReader):
    """A run: parts joined by " + ", each a distance or a duration with what belongs to it."""

    table = RUN_RULES

    def tree(self) -> dict[str, Any]:
        """The run's table: flat for one part, segments for more or for repeats."""
        self.scan()
        end = len(self.text)
        if self.groups:
            raise self.error(end, 'expected ")" to close the group')
        self.close_part(end)
        self.settle_clocks()
        if self.time_of_day is not None and "start" not in self.session:
            remedy = 'write the start, such as "06:30", or leave the word out'
            raise self.error(self.time_of_day, "at what hour?", remedy)
        self.settle_parts(end)
        part = self.parts[0]
        if len(self.parts) > 1:
            return {"segments": [dict(one) for one in self.parts], **self.session}
        if "repeat" not in part:
            if "walk" in part.marks:
                remedy = 'give it by --other, such as "45 min walking"'
                raise self.error(part.at, "a walk alone is not a run", remedy)
            return {**part, **self.session}
        if "effort" in part:
            # Repeats without an effort of their own are intervals; any other stays with them.
            effort = part.pop("effort") if part["effort"] == "intervals" else part["effort"]
            self.session["effort"] = effort
        return {"segments": [dict(part)], **self.session}

    def climb(self, match: re.Match[str]) -> int:
        """Metres or feet of climb; what is written D+ or hm is in metres."""
        group = match.lastindex or 1
        text = match[group]
        climb = f"{text} m" if text[-1].isdigit() else self.amount(match, "m", group)
        self.put(self.session, "climb", climb, match.start())
        return match.end()

    def keyed(self, match: re.Match[str]) -> int:
        """Grade, climb, wind or pack by name."""
        key, suffix = KEYED[match[1].lower()]
        if match[2] is None:
            raise self.error(match.start(), f'expected an amount after {key}, such as "grade 5%"')
        self.put(self.session, key, self.amount(match, suffix, 2), match.start())
        return match.end()

    def percent(self, match: re.Match[str]) -> int:
        """A percentage can only be a grade."""
        self.put(self.session, "grade", self.amount(match, "share"), match.start(1))
        return match.end()

    def start(self, match: re.Match[str]) -> int:
        """A time of day, unless it may be the time that a distance takes, or a pace."""
        self.check_pace(match)
        is_bare = match.start() == match.start(1)
        if is_bare and re.fullmatch("[0-9]:[0-5][0-9]|2[1-4]:[0-5][0-9]", match[1]):
            self.clocks.append((match[1], match.start(1)))
            return match.end()
        if is_bare and self.is_time(match[1]):
            self.put(self.part, "duration", match[1], match.start(1))
            return match.end()
        return super().start(match)

    def span(self, match: re.Match[str]) -> int | None:
        """From one time of day to another, unless it may be a range of paces."""
        end = super().span(match)
        if end is None:
            return None
        if {"distance", "repeat"} & self.part.keys() or len(self.parts) > 1:
            problem = "a session from one time to another is said by these alone"
            raise self.error(match.start(1), problem, f'write the start, such as "{match[1]}"')
        return end

    def check_pace(self, match: re.Match[str]) -> None:
        """Ask whether 3:30 behind repeats, or at 3:30 behind a distance, is a start or a pace."""
        part, text = self.part, match[1]
        if not re.fullmatch("[0-9]:[0-5][0-9]", text) or "distance" not in part:
            return
        if {"pace", "pace_of_race", "duration"} & part.keys() or part.bare_pace is not None:
            return
        is_early = match.start() < match.start(1) and int(text[0]) < _FIRST_START_H
        could_be_pace = parse_amount(text, "s", name="time") >= _FASTEST_RACE_S
        if "repeat" in part or (is_early and could_be_pace):
            remedy = f'write "@ {text}" or "0{text}"'
            raise self.error(match.start(1), f"is {text} a pace or a start?", remedy)

    def is_time(self, text: str) -> bool:
        """Whether 48:30 or 1:02:30 behind a distance is no time of day, but one that it takes."""
        if "distance" not in self.part or not re.fullmatch(
            "(?:2[5-9]|[3-9][0-9]|1[0-9]{2}):[0-5][0-9]|[1-9]:[0-5][0-9]:[0-5][0-9]",
            text,
        ):
            return False
        seconds = parse_amount(text, "s", name="time")
        km = parse_amount(self.part["distance"], "km", name="distance")
        return _FASTEST_RACE_S <= seconds / km <= _SLOWEST_RACE_S

    def digits(self, match: re.Match[str]) -> int | None:
        """Four digits are a time of day, behind a distance or with a zero in front."""
        if "repeat" in self.part and not self.part.has_quantity:
            return None
        if not self.part.has_quantity and not match[1].startswith("0"):
            return None
        time = parse_clock(f"{match[1][:2]}:{match[1][2:]}", name="start")
        self.put(self.session, "start", time, match.start(1))
        return match.end()

    def dotted(self, match: re.Match[str]) -> int | None:
        """A time of day with a dot, as in 6.30."""
        if int(match[1].partition(".")[0]) > 23 or "repeat" in self.part:
            return None
        self.put(self.session, "start", parse_clock(match[1], name="start"), match.start(1))
        return match.end()

    def settle_clocks(self) -> None:
        """Take each short time for a start, or for the time of a race that it can only be."""
        for text, at in self.clocks:
            self.check_late_time(text, at)
            if self.is_race_time(text, at):
                self.parts[0]["duration"] = f"{text} h"
            else:
                self.put(self.session, "start", parse_clock(text, name="start"), at)
        part = self.parts[0]
        if (
            len(self.parts) == 1
            and str(part.get("distance", "")).lower() == "marathon"
            and not {"effort", "pace", "pace_of_race", "duration", "repeat"} & part.keys()
        ):
            remedy = 'write "marathon race", "marathon easy" or "marathon in 3:30:00"'
            raise self.error(part.at, "a race or a training run?", remedy)

    def seconds_a_km(self, text: str) -> float | None:
        """The pace that hours and minutes, or minutes and seconds, make of the one distance."""
        part = self.parts[0]
        said = {"duration", "pace", "pace_of_race", "repeat"} & part.keys()
        if len(self.parts) > 1 or "distance" not in part or part.bare_pace or said:
            return None
        pace = parse_amount(text, "s", name="time") / parse_amount(
            part["distance"], "km", name="distance"
        )
        return pace if _FASTEST_RACE_S <= pace <= _SLOWEST_RACE_S else None

    def check_late_time(self, text: str, at: int) -> None:
        """Ask whether 22:30 beside 5 km is late in the evening or the time that they take."""
        is_late = len(text) == len("22:30") and self.parts[0].get("effort") in {None, "race"}
        if is_late and self.seconds_a_km(text) is not None:
            remedy = f'write "at {text}" or "in {text}"'
            raise self.error(at, "a start or the time it takes?", remedy)

    def is_race_time(self, text: str, at: int) -> bool:
        """Whether 1:45 beside a distance is its time; some could be either."""
        pace = None if len(text) > len("1:45") else self.seconds_a_km(f"{text}:00")
        if pace is None:
            return False
        part = self.parts[0]
        is_race = part.unit == "race" or part.get("effort") == "race"
        hours = int(text[0])
        if is_race and hours < _FIRST_START_H:
            return True
        last_h = _FIRST_SURE_START_H if is_race else _FIRST_START_H
        if hours < last_h and pace <= _SLOWEST_USUAL_S:
            remedy = f'write "{text}am" or "in {text}:00"'
            raise self.error(at, "a start or the time it takes?", remedy)
        return False


def run_from_text(text: str) -> dict[str, Any]:
    """
    The table of a run, as a plan file would hold it.

    Distance, duration (`50min`, `1h10`, `in 48:30`), pace (after `@`), effort and repeats with
    their recovery describe a part; start, surface, climb (`+120m`), grade, wind and pack the
    whole run. Parts are joined by a plus between blanks; within one, the order is free. The
    page docs/sessions.md lists the rest: warm-ups, strides, groups, letters and race paces.

    Args:
        text: One run.

    Returns:
        Bare names with amounts as typed; the start is a `datetime.time`.

    Raises:
        SessionTextError: Some place cannot be read, could be two things, or says a thing twice.

    >>> run_from_text("10 km easy @ 5:40/km +120m")
    {'distance': '10 km', 'effort': 'easy', 'pace': '5:40/km', 'climb': '120m'}
    """
    return _RunReader(text).tree()
