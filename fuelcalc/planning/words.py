"""Every note and reason that planning may make, by its code, with the facts that it holds."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from fuelcalc.models.notes import Fact, Level, Note, Reason


class NoteCode(NamedTuple):
    """How serious a note is, and the names of its facts."""

    level: Level
    facts: tuple[str, ...] = ()


NOTES: Final[Mapping[str, NoteCode]] = {
    "age-beyond-fit": NoteCode("info", ("fitted_y",)),
    "appetite-high": NoteCode("info"),
    "appetite-low": NoteCode("info"),
    "assumed-pace": NoteCode("info", ("pace_s_per_km", "basis")),
    "assumed-start": NoteCode("info", ("session", "minute")),
    "availability-covered": NoteCode("info", ("body_fat",)),
    "availability-low": NoteCode("caution", ("body_fat", "limit_kcal_per_kg_ffm", "reader")),
    "availability-now-low": NoteCode(
        "warning",
        (
            "usual_kcal",
            "now_kcal_per_kg_ffm",
            "limit_kcal_per_kg_ffm",
            "today_kcal",
            "training",
            "reader",
        ),
    ),
    "availability-reduced": NoteCode("info", ("body_fat",)),
    "availability-check": NoteCode("caution", ("body_fat", "limit_kcal_per_kg_ffm")),
    "average-day": NoteCode("info"),
    "boiled-spoils": NoteCode("caution", ("words", "most_h", "hot_degc")),
    "caffeine-too-late": NoteCode("info", ("session", "minute", "clear_h")),
    "deficit-is-long": NoteCode("caution", ("weeks", "most_weeks")),
    "cold": NoteCode("caution", ("session", "air_degc")),
    "eer-differs": NoteCode("caution", ("apart_share",)),
    "day-ends-behind": NoteCode("caution", ("behind_kcal", "repaid_kcal", "later")),
    "eaten": NoteCode("info", ("what", "minute")),
    "eaten-is-guessed": NoteCode("info", ("what",)),
    "eggs-firm": NoteCode("info"),
    "elsewhere": NoteCode("info", ("meals", "share")),
    "elsewhere-limits": NoteCode("caution", ("limits",)),
    "fodmap-powder": NoteCode("info", ("most_g",)),
    "free-from": NoteCode("info", ("words",)),
    "halal-meat": NoteCode("info", ("words",)),
    "extrapolated": NoteCode("info", ("beyond", "pace_s_per_km", "grade_share")),
    "early-alarm": NoteCode("info", ("minute", "bed_h", "sleep_minute")),
    "early-long-session": NoteCode("caution", ("session",)),
    "fasted-run": NoteCode("info", ("minute",)),
    "fasted-run-dumping": NoteCode("info", ("minute", "clear_min")),
    "fasted-run-building": NoteCode("caution", ("minute",)),
    "fat-gives-way": NoteCode("info", ("preferred_g_per_kg", "preferred_share")),
    "feeding-added": NoteCode("info", ("n_added",)),
    "fluid-by-thirst": NoteCode("info", ("weigh",)),
    "fluid-capped": NoteCode("caution", ("most_ml", "held")),
    "heat": NoteCode("caution", ("session", "wbgt_degc", "air_degc", "humidity", "going")),
    "heat-danger": NoteCode("warning", ("session", "wbgt_degc", "air_degc", "humidity", "going")),
    "glycogen-load": NoteCode("info", ("carbohydrate_g", "carbohydrate_g_per_kg", "foods")),
    "late-session": NoteCode("info", ("session", "minute")),
    "learned-below": NoteCode("info"),
    "learned-far": NoteCode("caution", ("moved_share", "way")),
    "learned-floor": NoteCode("caution", ("limit_kcal_per_kg_ffm",)),
    "learned-left-out": NoteCode("info"),
    "learned-life": NoteCode("info", ("first", "last")),
    "learned-over-unknown": NoteCode("info"),
    "learned-old": NoteCode("info", ("weeks",)),
    "lift-then-run": NoteCode("info"),
    "log-gap": NoteCode("info", ("gap_days", "first")),
    "log-kilojoules": NoteCode("caution", ("dates",)),
    "log-leaves-little": NoteCode(
        "warning", ("now_kcal_per_kg_ffm", "limit_kcal_per_kg_ffm", "reader")
    ),
    "log-mass-apart": NoteCode("caution", ("log_kg", "plan_kg")),
    "log-mass-far": NoteCode("info", ("dates",)),
    "log-mass-low": NoteCode("caution", ("log_kg",)),
    "log-mass-steps": NoteCode("caution", ("dates",)),
    "log-old": NoteCode("info", ("weeks",)),
    "log-part-days": NoteCode("info", ("dates",)),
    "log-part-many": NoteCode("warning", ("n_days", "reader")),
    "log-pounds": NoteCode("caution", ("dates",)),
    "log-too-short": NoteCode("info", ("least_mornings", "least_eaten", "days")),
    "log-two-days": NoteCode("caution", ("dates",)),
    "loaded-water": NoteCode("info", ("mass_low_kg", "mass_high_kg")),
    "long-day": NoteCode("caution", ("minute", "end_minute")),
    "low-carbohydrate": NoteCode("caution", ("limit_g",)),
    "mass-moved": NoteCode("info"),
    "meal-left-out": NoteCode("caution", ("meal", "asked_minute")),
    "meal-moved": NoteCode("info", ("meal", "asked_minute", "minute")),
    "low-fodmap": NoteCode("info", ("least_weeks", "most_weeks")),
    "mixed-carbohydrate": NoteCode("info", ("session", "carbohydrate_g_per_h")),
    "menu-amino-acids": NoteCode("caution", ("names",)),
    "menu-fat": NoteCode("info", ("foods",)),
    "menu-fibre": NoteCode("info", ("misses",)),
    "menu-gap": NoteCode("caution", ("limits", "foods")),
    "menu-low": NoteCode("info", ("low",)),
    "menu-more": NoteCode("info", ("misses",)),
    "menu-portions": NoteCode("info", ("misses",)),
    "menu-lunch": NoteCode("info", ("misses",)),
    "menu-missed": NoteCode("caution", ("misses",)),
    "menu-salt": NoteCode("info", ("held_mg", "most_mg")),
    "menu-slow": NoteCode("info", ("misses",)),
    "no-caffeine": NoteCode("caution"),
    "no-painkillers": NoteCode("info", ("took_share", "placebo_share", "distance_km")),
    "order-reversed": NoteCode("caution"),
    "own-target-held": NoteCode("caution", ("nutrient", "asked_g", "got_g", "holds")),
    "plant-iron": NoteCode("info", ("iron_mg", "held_mg")),
    "race-goes-on": NoteCode("caution", ("minute",)),
    "race-unknown": NoteCode("info", ("season",)),
    "race-unsaid": NoteCode("caution", ("distance_km",)),
    "resting-differs": NoteCode("caution", ("apart_share",)),
    "scale-rises": NoteCode(
        "info", ("low_kg_per_week", "high_kg_per_week", "first_low_kg", "first_high_kg")
    ),
    "season-vitamin-d": NoteCode("info", ("low",)),
    "sessions-close": NoteCode("info", ("first", "second", "apart_h", "clear_h", "pair")),
    "small-feedings-behind": NoteCode("caution", ("behind_kcal",)),
    "small-feedings-unsafe": NoteCode("warning", ("behind_kcal", "session")),
    "snacks-between": NoteCode("info"),
    "tomorrow-is-long": NoteCode("info"),
    "vegan-supplements": NoteCode("info"),
    "very-high-day": NoteCode("info", ("most_pal",)),
    "week-has-gaps": NoteCode("info", ("dates",)),
    "week-is-spread": NoteCode("info"),
    "week-unknown": NoteCode("info"),
    "window-after": NoteCode("caution", ("session", "minute")),
    "window-before": NoteCode("caution", ("session", "minute")),
    "window-refused": NoteCode("caution", ("reason",)),
    "window-widened": NoteCode("info", ("minute", "end_minute")),
    "use-up-not-for": NoteCode("caution", ("words", "people")),
    "use-up-limits": NoteCode("caution", ("words",)),
    "use-up-no-dish": NoteCode("caution", ("words",)),
    "use-up-not-today": NoteCode("caution", ("words",)),
    "word-unknown": NoteCode("caution", ("words", "near")),
    "yesterday-was-long": NoteCode("info"),
}
"""Notes by code."""

REASONS: Final[Mapping[str, tuple[str, ...]]] = {
    "asked": (),
    "behind": ("left_kcal", "feedings"),
    "asked-deficit": ("reader",),
    "build": ("season",),
    "deficit-dropped": ("dropped_kcal",),
    "deficit-moved": ("asked_kcal", "got_kcal", "cause"),
    "energy-raised": (),
    "first-step": ("usual_kcal", "today_kcal", "later_kcal", "steps_kcal"),
    "first-step-whole": (),
    "glycogen-load": (),
    "high-mileage": ("weekly_mileage_km", "chance", "surplus"),
    "injured": (),
    "lean": ("least_share",),
    "maintain": (),
    "no-surplus": (),
    "perform": (),
    "repaid": ("repaid_kcal",),
    "eaten-over": ("over_kcal",),
    "shared": ("shared_kcal", "way"),
    "season": ("season",),
    "shortfall": ("step_kcal", "reader"),
}
"""The facts of each reason, by its code."""


def note(code: str, **values: Fact) -> Note:
    """The note of that code, with its facts."""
    level, facts = NOTES[code]
    _check_facts(code, facts, values)
    return Note(level=level, code=code, values=values)


def guard_note(code: str, level: Level) -> Note:
    """What the guard of that code says, which is the same for everybody."""
    return Note(level=level, code=code, values={})


def reason(code: str, **values: Fact) -> Reason:
    """The reason of that code, with its facts."""
    _check_facts(code, REASONS[code], values)
    return Reason(code=code, values=values)


def _check_facts(code: str, facts: tuple[str, ...], values: Mapping[str, Fact]) -> None:
    """Hold that a note or reason has its facts and no others: a page has a blank for each."""
    if set(facts) != set(values):
        raise TypeError(f"{code} holds {', '.join(facts) or 'nothing'}, not {', '.join(values)}")
