"""The blanks of a sentence, filled with facts as the reader likes them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from typing import Any, Final

from fuelcalc.models.notes import Fact
from fuelcalc.models.timeline import SESSION_WORDS
from fuelcalc.reports.amounts import (
    at_most,
    both_distances,
    both_paces,
    distance_in,
    drink_in,
    mass_change,
    pace_in,
    weekly_change,
)
from fuelcalc.reports.look import STEPS, Look
from fuelcalc.reports.misses import (
    feedings_text,
    limits_text,
    low_text,
    mend_text,
    misses_text,
    own_dishes,
)
from fuelcalc.reports.rounding import thousands, to_step

CHOICES: Final[Mapping[str, Mapping[Any, str]]] = {
    "basis": {
        "recent-race": "your recent race. Give a pace to make it yours",
        "usual-pace": "a usual pace for such a run. Give a pace or a recent_race",
    },
    "beyond": {
        "speed": "faster than {pace_s_per_km:pace}",
        "grade": "steeper than {grade_share:percent}",
    },
    "body fat": {"measured": "", "estimated": " (from an estimated body fat)"},
    "cause": {
        "race": "this is a race day",
        "race-eve": "a race is tomorrow",
        "loading": "carbohydrate is loaded for a race",
        "long-session": "a long session wants its fuel",
        "carried": "easier days carry what long and race days leave out",
        "": "",
    },
    "chance": {
        "small": "harder to reach",
        "smallest": "hard to reach and gains are unlikely",
    },
    "season": {
        "off-season": "the off-season",
        "base": "base training",
        "5k-10k": "a 5 or 10 km season",
        "half": "a half-marathon season",
        "marathon": "marathon training",
        "taper": "the taper",
        "race-week": "race week",
        "recovery": "recovery weeks",
        "injured": "a time of injury",
    },
    "feedings kind": {"small": "small feedings", "usual": "its meals can"},
    "later": {
        "all": "; the next days repay it",
        "part": "; the next days repay {repaid_kcal:energy} of it, as much as they can hold",
        "part-ahead": "; the next days repay {repaid_kcal:energy} of it, and the rest was eaten "
        "ahead, to load for the race",
        "ahead": "; as much was eaten ahead, to load for the race, so nothing is repaid",
        "none": "; eat to hunger on the days after it",
    },
    "unsafe": {
        "race": "Do not race on this",
        "training": "Do not train so long on this",
    },
    "shared": {
        "from": "harder days give {shared_kcal:energy} to this one",
        "to": "this one gives {shared_kcal:energy} to the others",
    },
    "slower": {
        "training": "Go slower, in the shade or at dawn",
        "race": "Race slower than you meant to, and drink and cool yourself at each station",
    },
    "not in heat": {
        "training": "Do not do it in this heat: move it to another hour or day, or indoors",
        "race": "Do not race in this heat: give the start away, or only walk, and stop at the "
        "first dizziness, shivering or headache",
    },
    "held back": {
        "hours": "{most_ml:drink} in any hour, a glass in the last one before bed",
        "feedings": "a small stomach takes little at once",
    },
    "holds": {
        "loading": "carbohydrate is loaded for a race",
        "loading-most": "before a race at most 12 g/kg are planned",
        "eaten": "some of the day is eaten already, and the rest is planned around it",
        "room": "no meal of this day holds more",
        "energy": "the day's energy leaves no more",
        "training": "the day's training needs its carbohydrate, and 3 g/kg beside",
        "brain": "the brain alone burns so much",
        "protein-least": "at least 1.2 g/kg of protein stay",
        "protein-most": "at most 2.5 g/kg of protein are planned",
        "fat-least": "at least 0.8 g/kg or 20 % of energy stay fat",
        "fat-most": "at most 35 % of the meals' energy are planned as fat",
    },
    "humidity": {"given": "", "assumed": " and 50 % humidity, since nobody said"},
    "loading foods": {
        "eve": "low-fibre foods you know, without pulses, onion, cabbage or wholegrain",
        "usual": "foods you know",
    },
    "low signs": {
        "woman": "missed periods, bone pain or low libido",
        "man": "bone pain, low libido or fewer morning erections",
        "anybody": "bone pain or low libido",
    },
    "or signs": {
        "woman": "illness or missed periods",
        "man": "illness or low libido",
        "anybody": "illness or low libido",
    },
    "lift after": {
        "race": "Leave legs alone until they are fresh again; upper body or core do no harm.",
        "training": "Put both on {days:first day}, six hours or more apart, or make the lift upper "
        "body or core.",
    },
    "lift before": {
        "race": "Leave the lift out this week, or make it upper body and light.",
        "training": "Make the lift upper body or core, or move it two days earlier.",
    },
    "lift around": {
        "race": "Leave the lift out this week, or make it upper body and light.",
        "a-day": "Put both on {days:last day}, six hours or more apart, or make the lift upper "
        "body or core.",
        "two-days": "Lift a day earlier; if your legs are fresh on that run, leave it as it is.",
    },
    "tired legs": {
        "a-day": "In a trial with 14 men a run to exhaustion was 18 to 29 % shorter on the day "
        "after a leg lift and a run, and running cost 6 to 10 % more (Doma & Deakin 2013).",
        "two-days": "Strength work weakens running for hours to days (review, Doma 2017); how much "
        "is left on the second day differs between people.",
    },
    "lift and run": {
        "both": "Leave six hours between them, or make the lift a lighter one.",
        "one": "Leave six hours between them where your day allows it; with one slot only, lift "
        "first and go easy after it.",
    },
    "why this order": {
        "run-first": "Where the lift came first, strength of the legs rose by 6.9 points more, and "
        "endurance alike (10 studies, Eddens 2018).",
        "lift-first": "A hard or long run comes on the next day, and a run before the lift costs "
        "that less: 18 % of a run to exhaustion, against 29 % (Doma & Deakin 2013).",
    },
    "other order": {
        "run-first": "Lift first, then run.",
        "lift-first": "Run first, then lift.",
    },
    "hard running": {
        "share": "{share:percent} of the week's running time is hard: {hard_min:whole} of "
        "{run_min:whole} min",
        "days": "The week has {n_days:spelled} days with a hard run, {hard_min:whole} of "
        "{run_min:whole} min",
    },
    "easier running": {
        "share": "Make a hard run easy or shorter. A run written without its parts counts whole: "
        "write warm-up and repeats apart.",
        "days": "Make one of the hard runs easy.",
    },
    "rest days": {
        "new": "Coaches plan two a week at the least for who is new to lifting",
        "usual": "Coaches plan one a week at the least",
    },
    "lifting days": {
        "base": "Three a week are usual in base training",
        "in-season": "Two a week are usual while races are near: they hold what was built",
        "off-season": "Two to four a week are usual in the off-season",
        "any": "Two or three a week are usual beside running",
    },
    "change of lifting": {
        "few": "Add one if it fits; as little as 20 minutes twice a week counts.",
        "many": "If your legs are heavy on runs, leave one out or shorten it; else keep it.",
    },
    "spike": {
        "small": "up to 30 % longer came with 1.64 times the rate of overuse injuries (1.31 to "
        "2.05)",
        "moderate": "30 to 100 % longer came with 1.52 times the rate of overuse injuries (1.16 to "
        "2.00)",
        "large": "more than twice as long came with 2.28 times the rate of overuse injuries (1.50 "
        "to 3.48)",
    },
    "leg work": {"sets": "sets", "minutes": "min"},
    "pair": {
        "run-and-lift": ", run in the morning and lift in the evening, lets",
        "alike": " let",
    },
    "session": SESSION_WORDS,
    "training": {
        "keep": "",
        "shorten": " Shorten or drop the session first: today asks for far more than you are used "
        "to eating.",
    },
    "race season": {"race-week": "it is race week;", "taper": "once it is a week away,"},
    "surplus": {"smaller": "made smaller", "none": "left out"},
    "weighing": {
        "keep": "so much that you gain weight. Weigh in before and after to learn your own sweat "
        "rate",
        "leave": "more than you sweat",
    },
    "window": {
        "guard": "for somebody under 18, or with a condition that rules out a deficit",
        "deficit": "on a day with a deficit",
        "availability": "at so low an energy availability",
    },
}
"""Facts that are one of a few words, and what is written for each; blanks among them count."""


def _date(iso: str) -> str:
    """A date as people say it."""
    date = dt.date.fromisoformat(iso)
    return f"{date:%A} {date.day} {date:%B}"


def _temperature(look: Look, air_degc: float) -> str:
    degrees, unit = look.amount(air_degc, "degc")
    return f"{degrees:.0f} {unit}"


# What is printed as 0.0 h.
_LEAST_H = 0.05
_SPELLED: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


Filler = Callable[[Look, Any], str]

FILLERS: Final[Mapping[str, Filler]] = {
    "text": lambda _, text: str(text),
    "list": lambda look, words: look.spelled(", ".join(words), look.own_foods(words)),
    "did you mean": lambda _, words: (
        " Did you mean " + " or ".join(f'"{word}"' for word in words) + "?" if words else ""
    ),
    "dates": lambda _, dates: ", ".join(map(_date, dates)),
    "people": lambda _, names: " and ".join(names),
    "quoted": lambda _, words: ", ".join(f'"{word}"' for word in words),
    "time": lambda look, minute: look.time_at(minute),
    "hours": lambda _, hours: f"{hours:.1f} h",
    "plain": lambda _, number: f"{number:g}",
    "spelled": lambda _, number: _SPELLED[round(number)],
    "whole": lambda _, number: f"{number:.0f}",
    "tenth": lambda _, number: f"{number:.1f}",
    "percent": lambda _, share: f"{100.0 * share:.0f} %",
    "temperature": _temperature,
    "mg": lambda _, mass_mg: f"{mass_mg:.0f} mg",
    # No food table knows salt to the milligram.
    "salt": lambda _, mass_mg: f"{thousands(to_step(mass_mg, STEPS['mg']))} mg",
    "energy": lambda look, kcal: f"{look.spoken_energy(kcal)} {look.energy_unit}",
    "steps": lambda look, steps: (
        ", then ".join(map(look.spoken_energy, steps)) + f" {look.energy_unit}"
    ),
    "drink": drink_in,
    "gain": lambda look, mass_kg: " ".join(mass_change(look, mass_kg)),
    "bare gain": lambda look, mass_kg: mass_change(look, mass_kg)[0],
    "mass": lambda look, mass_kg: " ".join(mass_change(look, mass_kg, places=1)),
    "bare mass": lambda look, mass_kg: mass_change(look, mass_kg, places=1)[0],
    "weekly": lambda look, mass_kg: " ".join(weekly_change(look, mass_kg)),
    "bare weekly": lambda look, mass_kg: weekly_change(look, mass_kg)[0],
    "pace": pace_in,
    "both paces": both_paces,
    "both distances": both_distances,
    "distance": distance_in,
    "at most": at_most,
    "first day": lambda _, days: str(days[0]),
    "last day": lambda _, days: str(days[-1]),
    "days": lambda _, days: f"{', '.join(days[:-1])} and {days[-1]}",
    "apart": lambda _, hours: f"{hours:.1f} h apart" if hours >= _LEAST_H else "back to back",
    "limits": lambda _, limits: limits_text(limits),
    "low": lambda look, low: look.spelled(
        low_text(low), look.own_foods(food for one in low for food in one.mend)
    ),
    "misses": lambda look, misses: look.spelled(
        misses_text(misses, look), own_dishes(misses, look)
    ),
    "feedings": lambda look, misses: look.spelled(feedings_text(misses, look)),
    "mend": lambda _, misses: mend_text(misses),
}
"""How a fact is written, by the word behind the colon of its blank."""


class _Filled(Formatter):
    """Fills blanks for one reader."""

    def __init__(self, values: Mapping[str, Fact], look: Look) -> None:
        self._values, self._look = values, look

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in CHOICES:
            return self.vformat(CHOICES[format_spec][value], (), self._values)
        return FILLERS[format_spec](self._look, value)


def filled(text: str, values: Mapping[str, Fact], look: Look) -> str:
    """
    A text with its blanks filled in.

    Args:
        text: With blanks such as {minute:time}: a fact, and how it is written.
        values: Facts by name.
        look: Units and times.

    >>> filled("Rise at {minute:time}.", {"minute": 390.0}, Look("us"))
    'Rise at 6:30am.'
    """
    return _Filled(values, look).vformat(look.spelled(text), (), values)


def blanks_of(text: str) -> Iterator[tuple[str, str]]:
    """
    Each blank of a text, and of what may be chosen for it: the fact, and how it is written.

    >>> list(blanks_of("Rise at {minute:time}."))
    [('minute', 'time')]
    """
    for _, name, how, _ in Formatter().parse(text):
        if name is not None and how is not None:
            yield name, how
            for chosen in CHOICES.get(how, {}).values():
                yield from blanks_of(chosen)
