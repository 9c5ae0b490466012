"""What a calendar's event says of a session: its sport, how far and how long, and whether done."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple, cast, get_args

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.moments import seconds_from
from fuelcalc.importers.activities.race_names import RACE_NAME, race_in
from fuelcalc.importers.activities.sports import LIFT, RUN
from fuelcalc.models.activities import EVERYDAY_ACTIVITIES, MOST_WORDS
from fuelcalc.models.session_text.lift_words import HEADINGS, LIFT_WORDS, NOUNS
from fuelcalc.models.session_text.words import PHRASES, RUN_WORDS
from fuelcalc.models.sessions import Effort, Run, Segment
from fuelcalc.units.conversion import scaled

_RUN_WORDS: Final = re.compile(
    r"\b(?:run|running|jog|tempo|intervals?|repeats|fartlek|strides|marathon|parkrun|long run"
    r"|threshold|lauf|laufen|course à pied)\b|🏃"
)
_LIFT_WORDS: Final = re.compile(
    r"\b(?:strength|lift|lifting|weights|gym|weight training|s&c|legs|upper body|lower body"
    r"|full body|krafttraining)\b|🏋"
)
_DISTANCE: Final = re.compile(
    r"(?<![\dx×.,:])(\d{1,3}(?:[.,]\d{1,2})?)\s*(km|k|mi|miles?|kilomet(?:er|re)s?)\b"
)
_TIMES: Final = re.compile(r"\d\s*[x×]\s*$")
_ANY_TIMES: Final = re.compile(r"\d.*[x×]|[x×].*\d")
_HALF_OF_DAY: Final = re.compile(r"\s*(?:in the )?(?:a\.?m\b|p\.?m\b|morning|evening)")
_SPAN: Final = re.compile(r"(\d{1,3})\s*m(?:in)?\s*[-–]\s*(\d{1,3})\s*m(?:in)?\b")
_LONG: Final = re.compile(r"(?<![\d:])(?:(\d{1,2})\s*h\s*(\d{1,2})?|(\d{1,3})\s*min(?:utes?)?)\b")
_PLANNED_TIME: Final = re.compile(r"planned time:\s*(\d{1,2}):(\d\d)(?::(\d\d))?")
_DONE_TIME: Final = re.compile(r"(?:^|\n)\s*(?:moving )?time:\s*([\d:]{4,8})")
_DONE_DISTANCE: Final = re.compile(r"(?:^|\n)\s*distance:\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*(km|mi)\b")
_REST: Final = re.compile(r"\b(?:rest|off|day off|cancelled)\b")
# What session text takes for an effort; a race only by its own word, since it is fuelled as one.
_EFFORTS: Final[Mapping[str, Effort]] = {
    **{said: cast("Effort", effort) for said, effort in PHRASES.items() if effort != "race"},
    **dict(zip(get_args(Effort), get_args(Effort), strict=True)),
    **dict.fromkeys(("interval", "repeats"), "intervals"),
}
_EFFORT: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(re.escape(said) for said in _EFFORTS)})(?![\w-])"
)
_NEAR_A_RACE: Final = re.compile(
    r"\b(?:(?:pre|post|before|after)[ -](?:the )?race"
    r"|race[ -](?:pace|week|prep|preparation|simulation|effort|speed"
    r"|briefing|meeting|expo|entry|registration|bibs?|numbers?|kit|packet|pack))\b"
)
# "Run the numbers", "Lift passengers": a verb at the front with an object that is no training.
_VERB: Final = re.compile(r"(run|running|lift|lifting|jog)\s+([^\W\d_]{2,})")
_TRAINING_NEXT: Final = frozenset(
    {
        "with", "in", "on", "at", "around", "along", "before", "after", "and", "then", "to", "from",
        "outside", "indoors", "home", "club", "group", "commute", "am", "pm", "morning", "lunch",
        "evening", "streak", "walk", "drills", "hills", "hill", "bench", "squat", "squats",
        "deadlift", "deadlifts", *NOUNS, *HEADINGS, *LIFT_WORDS, *RUN_WORDS, "session",
    }
)  # fmt: skip
_PACE: Final = re.compile(r"\b\d{1,2}:\d\d\s*(?:min)?\s*/\s*(?:km|k|mi)\b|\d\s*[x×]\s*\d")

# Estimates: how fast repeats are run, so that what an event leaves beside them is easy; and the
# least of that which is a part of its own.
_REPEAT_MIN_PER_KM: Final = 5.0
_LEAST_EASY_MIN: Final = 5.0


def _minutes_about(part: Segment) -> float:
    """About how long a part takes, with its recoveries."""
    pieces = (part, part.recovery) if part.recovery is not None else (part,)
    return part.repeat * sum(
        each.duration_min or _REPEAT_MIN_PER_KM * (each.distance_km or 0.0) for each in pieces
    )


class EventPart(NamedTuple):
    """One session of an event."""

    sport: str
    distance_km: float | None
    duration_min: float | None
    effort: Effort | None = None


def _km(number: str, unit: str) -> float:
    value = float(number.replace(",", "."))
    return scaled(value, "mi", "km") if unit.startswith("mi") else value


class EventText:
    """
    An event's title and description, read.

    >>> EventText("🏃 1km Repeats • 6.5km", "Intervals • 6.5km • 45m - 50m").sessions
    (EventPart(sport='running', distance_km=6.5, duration_min=47.5, effort='intervals'),)
    >>> [round(part.distance_km, 1) for part in EventText("Run 6 mi a.m. 4 mi p.m.", "").sessions]
    [9.7, 6.4]
    >>> EventText("Dentist", "").sessions
    ()
    """

    def __init__(self, title: str, description: str) -> None:
        """Keep both."""
        self.title = " ".join(title.split())
        self._title = self.title.casefold()[:500]
        self._text = description.casefold()[:5000]

    @cached_property
    def is_done(self) -> bool:
        """Whether it says how long something took."""
        return _DONE_TIME.search(self._text) is not None

    @cached_property
    def run_text(self) -> str | None:
        """
        The title, or a part of it, where session text reads it as a run.

        >>> EventText("🏃 6x800m intervals • club", "").run_text
        '6x800m intervals'
        """
        is_race = self._effort() == "race"
        read = (part for part, run in self._runs if is_race or "race" not in run.efforts)
        return next(read, None) if self._sport() == RUN else None

    @cached_property
    def race_text(self) -> str | None:
        """
        A race that is called by its distance, as session text; None where a number says how far.

        >>> EventText("Halbmarathon", "").race_text
        'half marathon race'
        """
        race = race_in(self._title)
        is_race = self._sport() == RUN and self._effort() == "race"
        if race is None or not is_race or self._titled or _DONE_DISTANCE.search(self._text):
            return None
        return f"{race.text} race"

    @cached_property
    def is_named_distance(self) -> bool:
        """Whether its words say how far by the name of a race: "marathon in 3:30:00"."""
        if race_in(self._title) is None or self._repeats or self.run_text is None:
            return False
        run = next(run for said, run in self._runs if said == self.run_text)
        return run.distance_km is not None

    @cached_property
    def _runs(self) -> tuple[tuple[str, Run], ...]:
        """The title and its parts, as far as session text reads them as runs."""
        from fuelcalc.models.session_text import run_from_text

        title = self._title.strip(" 🏃\ufe0f")
        found = []
        for part in (title, *re.split(r"\s[•|–-]\s|:\s", title)):
            try:
                found.append((part, Run.of(**run_from_text(part))))
            except InputError:
                continue
        return tuple(found)

    @cached_property
    def _repeats(self) -> tuple[str, ...]:
        """What of the title is nothing but repeats of a distance, which only runners write so."""
        # A calendar is full of titles that are none, and reading session text takes its time.
        runs = self._runs if _ANY_TIMES.search(self._title) else ()
        return tuple(
            text
            for text, run in runs
            if any(part.repeat > 1 and part.distance_km is not None for part in run.segments)
        )

    def repeats_within(self, minutes: float | None) -> str | None:
        """
        Repeats of a title as session text, the rest of their time easy; None where it has none.

        Args:
            minutes: How long all of it takes, where that is known.

        >>> EventText("Club: 6x800m", "").repeats_within(60.0)
        '6x800m + 36 min easy'
        """
        if not self._repeats or self._sport() != RUN or self._effort() == "race":
            return None
        text = self._repeats[-1]
        run = next(run for said, run in self._runs if said == text)
        easy = 0.0 if minutes is None else minutes - sum(map(_minutes_about, run.segments))
        return f"{text} + {easy:.0f} min easy" if easy >= _LEAST_EASY_MIN else text

    @cached_property
    def is_only_a_verb(self) -> bool:
        """
        Whether its title begins with a verb such as "run" and says nothing else of training.

        >>> EventText("Run the quarterly numbers", "").is_only_a_verb
        True
        >>> EventText("Run with Sam", "").is_only_a_verb
        False
        """
        verb = _VERB.match(self._title)
        if verb is None or verb[2] in _TRAINING_NEXT or self._minutes() is not None:
            return False
        rest = self._title[verb.end(1) :]
        told = (_RUN_WORDS, _LIFT_WORDS, _EFFORT, _PACE, _DISTANCE)
        is_far = _DONE_DISTANCE.search(self._text) is not None
        return not is_far and not any(pattern.search(rest) for pattern in told)

    @cached_property
    def sessions(self) -> tuple[EventPart, ...]:
        """Its sessions; none where it names no sport and no distance, or a day of rest."""
        sport = self._sport()
        if sport is None:
            return ()
        halves = [km for km, is_half in self._titled if is_half]
        effort = self._effort() if sport == RUN else None
        if len(halves) > 1:
            return tuple(EventPart(sport, km, None, effort) for km in halves)
        return (EventPart(sport, self._distance_km(sport, effort), self._minutes(), effort),)

    def _effort(self) -> Effort | None:
        """How hard a run is by its title, else by the word that its description opens with."""
        title = _NEAR_A_RACE.sub(" ", self._title)
        if RACE_NAME.fullmatch(self._title.strip(" 🏃\ufe0f")):
            return "race"
        said = [_EFFORTS[word] for word in _EFFORT.findall(title)]
        if not said:
            opening = _EFFORT.match(self._text)
            usual: Effort | None = "intervals" if self._repeats else None
            said = [_EFFORTS[opening[0]]] if opening is not None else []
            return next((effort for effort in said if effort != "race"), usual)
        # A race beside another effort is often another day's, unless the title begins with it.
        if said[0] == "race":
            return "race"
        # What is easy gives way to the rest, as in `Run.efforts`.
        tried = [effort for effort in said if effort not in {"easy", "recovery", "race"}]
        return (tried or said)[0]

    def _sport(self) -> str | None:
        """The sport of the title; a distance alone is a run's."""
        title = self._title
        if _LIFT_WORDS.search(title):
            return LIFT
        if _RUN_WORDS.search(title) or race_in(title) is not None:
            return RUN
        words = re.findall(r"[\w-]+", title)
        for n in range(min(MOST_WORDS, len(words)), 0, -1):
            for first in range(len(words) - n + 1):
                named = EVERYDAY_ACTIVITIES.get(" ".join(words[first : first + n]))
                if named is not None:
                    return named
        is_far = _DISTANCE.search(title) is not None
        return RUN if (is_far and not _REST.search(title)) or bool(self._repeats) else None

    @cached_property
    def _whole(self) -> str:
        """What the title says of the whole session: no repeats with their rests."""
        text = self._title
        for part in self._repeats:
            text = text.replace(part, " ")
        return text

    @staticmethod
    def _distances(text: str) -> Iterator[tuple[float, bool]]:
        """Each distance, and whether a half of the day stands behind it; a repeat's is none."""
        for match in _DISTANCE.finditer(text):
            if _TIMES.search(text, 0, match.start()) is None:
                yield _km(match[1], match[2]), _HALF_OF_DAY.match(text, match.end()) is not None

    @cached_property
    def _titled(self) -> list[tuple[float, bool]]:
        """The distances of the title."""
        return list(self._distances(self._whole))

    def _distance_km(self, sport: str, effort: Effort | None) -> float | None:
        """How far: as it was done, else by the title, else the longest of the first line."""
        if (done := _DONE_DISTANCE.search(self._text)) is not None:
            return _km(done[1], done[2])
        told = self._titled
        race = race_in(self._title)
        if not told and race is not None and sport == RUN:
            # A parkrun is as long everywhere; beside a time it is a part of something longer.
            is_parkrun = "parkrun" in self._title and effort is None and self._minutes() is None
            if effort == "race" or is_parkrun:
                return race.distance_km
        told = told or list(self._distances(self._text.partition("\n")[0]))
        far = max((km for km, _ in told), default=0.0)
        return far if far > 0.0 else None

    def _minutes(self) -> float | None:
        """How long: as it was done, else as planned, where hours stand in front."""
        if (done := _DONE_TIME.search(self._text)) is not None:
            seconds = seconds_from(done[1])
            return None if seconds is None else seconds / 60.0
        if (planned := _PLANNED_TIME.search(self._text)) is not None:
            hours, minutes, seconds_ = (int(part or 0) for part in planned.groups())
            return 60.0 * hours + minutes + seconds_ / 60.0
        for text in (self._whole, self._text.partition("\n")[0]):
            if (span := _SPAN.search(text)) is not None:
                return (int(span[1]) + int(span[2])) / 2.0
            if (long := _LONG.search(text)) is not None:
                hours, minutes, alone = (int(part or 0) for part in long.groups())
                return 60.0 * hours + minutes + alone or None
        return None
