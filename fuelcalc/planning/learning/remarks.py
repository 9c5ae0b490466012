"""What is said of a log, and of what it taught."""

from statistics import fmean
from typing import Final

from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.notes import Note
from fuelcalc.planning.guards import reader_of
from fuelcalc.planning.learning.doubts import LONGEST_GAP_DAYS
from fuelcalc.planning.learning.filtered import (
    LEAST_EATEN,
    LEAST_MORNINGS,
    RECENT_DAYS,
    FilteredLog,
)
from fuelcalc.planning.person import life_in
from fuelcalc.planning.words import note
from fuelcalc.science import availability

MOST_MOVED_SHARE: Final = 0.25
"""A move of daily life by more than this asks for a second look."""

_MASS_MOVED_SHARE = 0.03
# Parts of days that are older than this are what somebody forgot to finish, not a way to eat.
_LATELY_DAYS: Final = 28


def remarks_on(read: FilteredLog, life: LearnedLife) -> tuple[Note, ...]:
    """What is to be said of a log and of what it taught; what concerns health comes first."""
    person = read.person
    found = [*_little_notes(read), *read.kept.notes]
    if read.age_days > LONGEST_GAP_DAYS:
        found.append(note("log-old", weeks=read.age_days / 7.0))
    if not read.is_enough:
        found.append(
            note("log-too-short", least_mornings=float(LEAST_MORNINGS),
                 least_eaten=float(LEAST_EATEN), days=float(RECENT_DAYS))
        )  # fmt: skip
        return tuple(found)
    moved = float(read.learning.life_share[-1])
    if abs(moved) > MOST_MOVED_SHARE:
        found.append(
            note("learned-far", moved_share=abs(moved), way="below" if moved < 0.0 else "above")
        )
    elif moved < 0.0:
        found.append(note("learned-below"))
    if life_in(life, person.body, resting_kcal=person.resting.kcal).is_held:
        limit = availability.COVERED_KCAL_PER_KG_FFM
        found.append(note("learned-floor", limit_kcal_per_kg_ffm=limit))
    trend_kg = float(read.learning.tissue_kg[-1])
    is_asked = any(one.code == "log-mass-apart" for one in read.kept.notes)
    if abs(trend_kg / person.athlete.mass_kg - 1.0) > _MASS_MOVED_SHARE and not is_asked:
        found.append(note("mass-moved"))
    return tuple(found)


def _little_notes(read: FilteredLog) -> list[Note]:
    """Say that what was eaten leaves too little, if the log is complete; of a few days nothing."""
    reader = reader_of(read.person.athlete, age=read.person.age)
    last = read.kept.days[-1].date
    n_parts = sum((last - date).days < _LATELY_DAYS for date in read.kept.part_dates)
    if n_parts >= LEAST_EATEN:
        # So many are a way to eat rather than days that nobody finished writing down.
        return [note("log-part-many", reader=reader, n_days=float(n_parts))]
    eaten = [day.intake_kcal for day in read.kept.days if day.intake_kcal is not None]
    if len(eaten) < LEAST_EATEN:
        return []
    person, low = read.person, availability.LOW_KCAL_PER_KG_FFM
    now = availability.energy_availability_kcal_per_kg_ffm(
        intake_kcal=fmean(eaten) * (1.0 + float(read.learning.reporting_share[-1])),
        exercise_kcal=read.exercise_kcal,
        ffm_kg=person.body.ffm_kg,
    )
    if now >= low:
        return []
    values = {"now_kcal_per_kg_ffm": now, "limit_kcal_per_kg_ffm": low}
    return [note("log-leaves-little", reader=reader, **values)]
