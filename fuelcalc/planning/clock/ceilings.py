"""The most that a feeding may hold: what follows it within five hours, and what fits at once."""

from fuelcalc.planning.clock.feedings import Feeding, FeedingCeilings
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science.before import (
    Ceilings,
    before_ceilings,
    before_lift_ceilings,
    strain_share,
)
from fuelcalc.science.numeric import interpolate

# Fibre at a feeding of the hours before a race on its day, by the length of the race: an estimate.
_RACE_DAY_MIN, _RACE_DAY_FIBRE_G = (60.0, 90.0), (30.0, 8.0)


def strain_of(session: Trained, *, mass_kg: float) -> float:
    """How far a session asks for an empty stomach: a run fully, a lift by its own rule."""
    if session.kind == "run":
        return 1.0
    if session.kind == "lift":
        return 0.0
    hours = max(session.minutes / 60.0, 1e-9)
    return strain_share(met=session.needs.gross_kcal / mass_kg / hours)


def _before(session: Trained, minutes: float, *, mass_kg: float) -> Ceilings[float]:
    """The ceilings of a feeding that ends so many minutes before one session."""
    if session.kind == "lift":
        return before_lift_ceilings(minutes=minutes, mass_kg=mass_kg)
    return before_ceilings(
        minutes=minutes,
        mass_kg=mass_kg,
        intensity=session.needs.intensity,
        duration_min=session.minutes,
        strain=strain_of(session, mass_kg=mass_kg),
    )


def ceilings_of(
    feeding: Feeding, frame: Frame, *, mass_kg: float, most_kcal: float, most_snack_kcal: float
) -> FeedingCeilings:
    """
    What a feeding may hold at most, by every session that follows it and by its energy.

    Args:
        feeding: Outside sessions.
        frame: The day's sessions.
        mass_kg: Body mass.
        most_kcal: The most energy in any feeding of the day.
        most_snack_kcal: The most energy in one that is no meal.
    """
    found = FeedingCeilings(
        energy_kcal=most_kcal if feeding.is_meal else min(most_kcal, most_snack_kcal)
    )
    for session in frame.sessions:
        minutes = session.start - feeding.end
        if session.is_race and minutes >= 0.0:
            # The morning of a race in the evening is as low in residue as its eve.
            most_g = interpolate(session.minutes, _RACE_DAY_MIN, _RACE_DAY_FIBRE_G)
            found = found._replace(fibre_g=min(found.fibre_g, most_g))
        # A hair, so that a bite that ends with the start still stands before it.
        if minutes >= -1e-6:
            rows = _before(session, minutes, mass_kg=mass_kg)
            found = found._replace(
                protein_g=min(found.protein_g, rows.protein_g),
                carbohydrate_g=min(found.carbohydrate_g, rows.carbohydrate_g),
                fat_g=min(found.fat_g, rows.fat_g),
                fibre_g=min(found.fibre_g, rows.fibre_g),
            )
    return found
