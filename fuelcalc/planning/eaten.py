"""
What was already eaten: it stays as it is, and the rest of the day is planned around it.

Nothing is taken back from tomorrow. What belongs to a session keeps its dose, and what is left of
the day keeps half of its energy at the least.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.errors import InputError, Span
from fuelcalc.models.day import Day
from fuelcalc.models.eaten import MOST_KCAL, Eaten
from fuelcalc.models.notes import Note
from fuelcalc.models.timeline import Elsewhere
from fuelcalc.planning.clock.feedings import SNACK_MIN, Feeding, Plate, Portion
from fuelcalc.planning.clock.frame import DAY_MIN, Frame
from fuelcalc.planning.clock.portions import Portions
from fuelcalc.planning.eaten_food import looked_up
from fuelcalc.planning.sessions.session import minute_of
from fuelcalc.planning.words import note
from fuelcalc.science.macronutrients import MACROS_KCAL_PER_G

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry

_MIXED_SHARES: Final = (0.16, 0.48, 0.36)
"""Protein, carbohydrate and fat in the energy of what adults eat; an estimate, from NHANES."""

_NEAR_MIN: Final = 90.0
"""So near to a feeding that was planned, something is eaten in its place; an estimate."""

_MEAL_SHARE: Final = 0.5
"""What holds less of a meal than this is eaten beside it: a banana is no dinner; an estimate."""

_LEAST_SHARE: Final = 0.5
"""What is left of the day keeps so much of its energy; an estimate."""

_MOST_PROTEIN_SHARE: Final = 0.4
"""Protein is at most so much of a feeding that was made smaller; an estimate."""


class Ate(NamedTuple):
    """What was eaten, as numbers: when, what, and what it held."""

    minute: float
    what: str
    portion: Portion
    is_estimate: bool


class Replanned(NamedTuple):
    """
    A day planned around what was eaten so far.

    Attributes:
        portions: Its feedings.
        more: What the day now holds more than was planned, or less below 0.
        now: When the last of it was eaten; what stands before is as it was planned until then.
        notes: What is said of it.
    """

    portions: Portions
    more: Portion = Portion()
    now: float = -inf
    notes: tuple[Note, ...] = ()


class _Course(NamedTuple):
    """A feeding as it stands, and as it was planned; None where it was not, or was replaced."""

    feeding: Feeding
    planned: Feeding | None


def ate_on(day: Day, frame: Frame, foods: "Pantry | None") -> tuple[Ate, ...]:
    """
    What was eaten on a day, in order.

    Args:
        day: The day.
        frame: When it begins and ends; an hour before waking is past midnight.
        foods: Where foods and dishes are looked up by their names.

    Raises:
        InputError: Nothing is called so.
    """
    found = []
    for eaten in day.eaten:
        minute = minute_of(eaten.start)
        # What is eaten past midnight belongs to the day that has not slept yet.
        minute += DAY_MIN if minute < frame.wake and minute + DAY_MIN <= frame.sleep else 0.0
        portion, is_estimate = _held(eaten, foods)
        found.append(Ate(minute, eaten.what, portion, is_estimate))
    return tuple(sorted(found, key=lambda ate: ate.minute))


def _held(eaten: Eaten, foods: "Pantry | None") -> tuple[Portion, bool]:
    """What something held, and whether that is partly a guess."""
    if eaten.energy_kcal is None and eaten.macros_g == (None, None, None):
        known = looked_up(eaten.what, foods)
        grams = (known.protein_g, known.carbohydrate_g, known.fat_g)
        # The food table's carbohydrate includes the fibre, which is not counted as eaten.
        protein, carbohydrate, fat = (amount or 0.0 for amount in grams)
        portion = Portion(protein, max(carbohydrate - (known.fibre_g or 0.0), 0.0), fat)
        if portion.energy_kcal > MOST_KCAL:
            raise InputError(
                f"is {portion.energy_kcal:,.0f} kcal, over {MOST_KCAL:,.0f}",
                argument="eaten",
                value=eaten.what,
                allowed=Span(None, MOST_KCAL, "kcal"),
                remedy="check the amount",
            )
        return portion, False
    said = [
        (grams or 0.0) * kcal for grams, kcal in zip(eaten.macros_g, MACROS_KCAL_PER_G, strict=True)
    ]
    energy = sum(said) if eaten.energy_kcal is None else eaten.energy_kcal
    # What was said stands; what the energy leaves is shared by what nobody said.
    missing = [
        share if grams is None else 0.0
        for share, grams in zip(_MIXED_SHARES, eaten.macros_g, strict=True)
    ]
    rest, whole = max(energy - sum(said), 0.0), sum(missing)
    held = (
        (kcal + (rest * share / whole if whole else 0.0)) / per_g
        for kcal, share, per_g in zip(said, missing, MACROS_KCAL_PER_G, strict=True)
    )
    return Portion(*held), rest > 0.0 and whole > 0.0


def replanned(
    portions: Portions, eaten: Sequence[Ate], *, may_shrink: bool
) -> tuple[Replanned, ...]:
    """
    Put what was eaten in its place, one after the other, and size the rest of the day by it.

    What stood before something was eaten is a fact then, in the size that it had until then.

    Args:
        portions: The day as it was planned.
        eaten: In order.
        may_shrink: Whether the rest may become smaller at all; where eating less is no advice to
            give, it stays as it was planned.

    Returns:
        The day as it was planned, and as it is after each of what was eaten.
    """
    found = [Replanned(portions)]
    courses = [_Course(feeding, feeding) for feeding in portions.feedings]
    gone_kcal = 0.0
    for place, ate in enumerate(eaten, start=1):
        courses, gone = _put(courses, ate, trains=_trains_at(portions.context.frame, ate.minute))
        gone_kcal += 0.0 if gone is None else gone.portion.energy_kcal
        courses = _sized_after(courses, ate.minute, gone_kcal, may_shrink=may_shrink)
        feedings = tuple(course.feeding for course in courses)
        old, new = (_total(some) for some in (portions.feedings, feedings))
        more = Portion(*(after - before for before, after in zip(old, new, strict=True)))
        kept = portions._replace(feedings=feedings)
        found.append(Replanned(kept, more, ate.minute, _notes(eaten[:place])))
    return tuple(found)


def _notes(eaten: Sequence[Ate]) -> tuple[Note, ...]:
    """What is said of what was eaten."""
    notes = [note("eaten", what=tuple(ate.what for ate in eaten), minute=eaten[-1].minute)]
    guessed = tuple(ate.what for ate in eaten if ate.is_estimate)
    notes += [note("eaten-is-guessed", what=guessed)] if guessed else []
    return tuple(notes)


def _put(
    courses: Sequence[_Course], ate: Ate, *, trains: bool
) -> tuple[list[_Course], Feeding | None]:
    """
    Put what was eaten in the place of the nearest feeding as it was planned, or by itself.

    What is eaten in a session is no meal, so that the one after it stays; nor is a bite before one.
    """
    plate = Plate("", (), elsewhere=Elsewhere(place="eaten", what=ate.what))
    near = [
        course
        for course in courses
        if not trains
        and course.feeding.accompanies is None
        and course.feeding.plate.elsewhere is None
        and not course.feeding.is_drink
        and abs(course.feeding.minute - ate.minute) <= _NEAR_MIN
        and _stands_for(ate.portion, course.feeding)
    ]
    if not near:
        alone = Feeding(ate.minute, SNACK_MIN, "snack", portion=ate.portion, plate=plate)
        return sorted([*courses, _Course(alone, None)], key=_minute), None
    gone = min(near, key=lambda course: (abs(course.feeding.minute - ate.minute), _minute(course)))
    was = gone.feeding
    # What was drunk with it nobody said, so that the drink of its feeding stays planned.
    drink = {"fluid_ml": was.portion.fluid_ml, "sodium_mg": was.portion.sodium_mg}
    instead = replace(
        was,
        minute=ate.minute,
        keeps_time=True,
        portion=ate.portion._replace(**drink),
        plate=plate,
    )
    rest = [course for course in courses if course is not gone]
    return sorted([*rest, _Course(instead, None)], key=_minute), gone.planned


def _stands_for(portion: Portion, feeding: Feeding) -> bool:
    """Whether so much is eaten in place of a feeding; a snack is one however small it was."""
    return not feeding.is_meal or (portion.energy_kcal >= _MEAL_SHARE * feeding.portion.energy_kcal)


def _trains_at(frame: Frame, minute: float) -> bool:
    """Whether a session is under way."""
    return any(session.start <= minute < session.end for session in frame.sessions)


def _minute(course: _Course) -> float:
    """When a feeding is."""
    return course.feeding.minute


def _sized_after(
    courses: Sequence[_Course], now: float, gone_kcal: float, *, may_shrink: bool
) -> list[_Course]:
    """
    The day with what is still to come sized by what was eaten until now.

    Args:
        courses: The feedings.
        now: When something was eaten.
        gone_kcal: What was planned where something else was eaten.
        may_shrink: Whether the rest may become smaller than it was planned.
    """
    # Only what stands free: food around a session still to come is the session's.
    later = [course for course in courses if _is_free(course.feeding, now)]
    before_kcal = sum(c.planned.portion.energy_kcal for c in later if c.planned is not None)
    more_kcal = -gone_kcal
    for course in courses:
        if course not in later:
            planned_kcal = 0.0 if course.planned is None else course.planned.portion.energy_kcal
            more_kcal += course.feeding.portion.energy_kcal - planned_kcal
    wanted = before_kcal - more_kcal
    # A full stomach still wants a dinner: what was too much is not made up for by hunger.
    if more_kcal > 0.0:
        wanted = max(wanted, (_LEAST_SHARE if may_shrink else 1.0) * before_kcal)
    share = wanted / before_kcal if before_kcal else 1.0
    return [
        _Course(_sized(course.planned, share), course.planned)
        if course in later and course.planned is not None
        else course
        for course in courses
    ]


def _is_free(feeding: Feeding, now: float) -> bool:
    """Whether a feeding is still to come and belongs to no session that it must be dosed for."""
    is_to_come = feeding.minute > now and feeding.plate.elsewhere is None
    return is_to_come and feeding.accompanies is None and not feeding.is_bite_before


def _sized(feeding: Feeding, share: float) -> Feeding:
    """A feeding with so much of its energy: protein stays as far as it fits, the rest follows."""
    portion, ceilings = feeding.portion, feeding.ceilings
    kcal = min(share * portion.energy_kcal, ceilings.energy_kcal)
    # Muscle wants its protein from every day, whatever else was eaten.
    protein = min(portion.protein_g, _MOST_PROTEIN_SHARE * kcal / 4.0)
    others = 4.0 * portion.carbohydrate_g + 9.0 * portion.fat_g
    factor = (kcal - 4.0 * protein) / others if others > 0.0 else 0.0
    return replace(
        feeding,
        portion=portion._replace(
            protein_g=protein,
            carbohydrate_g=min(factor * portion.carbohydrate_g, ceilings.carbohydrate_g),
            fat_g=min(factor * portion.fat_g, ceilings.fat_g),
        ),
    )


def _total(feedings: Sequence[Feeding]) -> Portion:
    """What feedings hold together."""
    return Portion(*(sum(one.portion[place] for one in feedings) for place in range(5)))
