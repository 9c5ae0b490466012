"""What the scale shows: foretold to who eats more than before, and left out where it harms."""

from collections.abc import Iterator
from typing import Final

from fuelcalc.models.notes import Note
from fuelcalc.planning.energy import Figures, expected_of
from fuelcalc.planning.person import Person
from fuelcalc.planning.recommendation import STEP_KCAL, is_low
from fuelcalc.planning.words import note
from fuelcalc.science import availability
from fuelcalc.science.signs import ADULT_FROM_AGE_Y

# Stores of carbohydrate that fill, and their water: an estimate, up to what loading binds.
_FIRST_WEEKS: Final = {"first_low_kg": 0.5, "first_high_kg": 1.5}
# As far as a band of mass is shown; by then the drift has about doubled the error, an estimate.
_HOLDS_DAYS: Final = 182


def learned_notes(person: Person) -> Iterator[Note]:
    """Say that daily life is a log's, and where it would leave too little."""
    learned = person.learned
    if learned is None:
        if person.athlete.learned is not None:
            yield note("learned-left-out")
        return
    yield note(
        "learned-life",
        first=learned.first_date.isoformat(),
        last=learned.last_date.isoformat(),
    )
    if learned.log_resting_kcal_per_day is None:
        yield note("learned-over-unknown")
    if person.learned_days > _HOLDS_DAYS:
        yield note("learned-old", weeks=person.learned_days / 7.0)
    if person.is_held_up:
        yield note("learned-floor", limit_kcal_per_kg_ffm=availability.COVERED_KCAL_PER_KG_FFM)


def scale_notes(person: Person, figures: Figures) -> Iterator[Note]:
    """Say what a log has taught, and what the scale will likely show to who eats more."""
    yield from learned_notes(person)
    yield from _rise_notes(person, figures)


def _rise_notes(person: Person, figures: Figures) -> Iterator[Note]:
    """Say what the scale will likely show to who eats clearly more than before; no child is."""
    usual_kcal = person.athlete.usual_intake_kcal
    if usual_kcal is None or person.age < ADULT_FROM_AGE_Y:
        return
    expected = expected_of(person, figures)
    rise_kcal = figures.usual.expenditure_kcal + expected.balance_kcal - usual_kcal
    if rise_kcal >= STEP_KCAL:
        yield note(
            "scale-rises",
            low_kg_per_week=expected.low_kg_per_week,
            high_kg_per_week=expected.high_kg_per_week,
            **_FIRST_WEEKS,
        )


def weighing(person: Person, figures: Figures) -> str:
    """
    Whether somebody is asked to weigh in around a session: "keep" or "leave".

    Nobody is who grows, is lean, or eats too little now: there a scale does harm.
    """
    usual = figures.aim.usual_availability
    eats_little = bool(usual.known) and is_low(usual.value)
    grows = person.age < ADULT_FROM_AGE_Y
    return "leave" if grows or eats_little or person.guards.asks_surplus else "keep"
