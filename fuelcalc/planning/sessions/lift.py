"""What a lift costs, by its style or by its sets and loads."""

from collections.abc import Mapping, Sequence

from fuelcalc.errors import InputError
from fuelcalc.models.sessions import Exercise, Lift
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.session import Trained, minute_of, sweat_of
from fuelcalc.science import fluid, lifting
from fuelcalc.science.cost import lift_cost
from fuelcalc.science.sessions import lift_session
from fuelcalc.science.sources import SOURCES, Source

# Styles whose MET follows from how dense the sets are, where these are known.
_DENSITY_STYLES = (*lifting.LYTLE_STYLES, "bodyweight", "bands")
# What leaves its muscles tired or sore for days: heavy loads, many sets, and jumps (R27).
_HEAVY_STYLES = frozenset({"heavy", "hypertrophy", "plyometric"})
_LEGS = frozenset({"lower", "full"})
# Up to 8 repetitions are heavy, up to 12 hypertrophy, more are endurance; means fall between.
_REPS_STYLE: Sequence[tuple[float, str]] = ((8.5, "heavy"), (12.5, "hypertrophy"))


def _reps(exercise: Exercise) -> float:
    """Repetitions in a set, or as many as take its seconds, or an estimate of as many as go."""
    if exercise.reps is not None:
        return float(exercise.reps)
    if exercise.duration_s is not None:
        return exercise.duration_s / lifting.REP_S
    return lifting.AMRAP_REPS


def _style(lift: Lift) -> str:
    """The style that was said, or that the repetitions suggest."""
    if lift.style is not None:
        return lift.style
    if not lift.exercises:
        # Most lifts are of 8 to 15 repetitions, and the Compendium has 3.5 MET for them.
        return "hypertrophy"
    sets = sum(exercise.sets for exercise in lift.exercises)
    mean = sum(exercise.sets * _reps(exercise) for exercise in lift.exercises) / sets
    return next((style for limit, style in _REPS_STYLE if mean < limit), "endurance")


def _lift_minutes(lift: Lift) -> float:
    # What was said of the time stands over what the sets would take.
    if lift.duration_min is not None:
        return lift.duration_min
    return lifting.WARM_UP_MIN + sum(
        lifting.sets_min(n_sets=float(exercise.sets), n_reps=_reps(exercise))
        for exercise in lift.exercises
    )


def _volume_kg(lift: Lift) -> float:
    """Repetitions times load; 0 when any load or count is missing."""
    volume_kg = 0.0
    for exercise in lift.exercises:
        if exercise.load_kg is None or exercise.reps is None:
            return 0.0
        volume_kg += exercise.sets * exercise.reps * exercise.load_kg
    return volume_kg


def _loaded_reps(lift: Lift) -> float:
    """Repetitions of all sets; 0 when any load or count is missing."""
    n_reps = 0.0
    for exercise in lift.exercises:
        if exercise.load_kg is None or exercise.reps is None:
            return 0.0
        n_reps += exercise.sets * exercise.reps
    return n_reps


def _lift_met(lift: Lift, style: str, *, n_sets: float, minutes: float) -> float:
    # Who gives a code of the Compendium wants its MET, whatever the sets say.
    if lift.compendium is None:
        if n_sets > 0.0 and style in _DENSITY_STYLES:
            return lifting.sets_met(n_sets=n_sets, duration_min=minutes)
        return lifting.STYLE_MET[style][lift.focus]
    table: Mapping[str, float] = lifting.COMPENDIUM_MET
    if lift.compendium not in table:
        raise InputError(
            "is unknown",
            argument="compendium",
            value=lift.compendium,
            quote=f'code "{lift.compendium[:20]}"',
            remedy=f"one of: {', '.join(table)}",
            allowed=tuple(table),
        )
    return table[lift.compendium]


def _method(lift: Lift, *, blended: bool) -> tuple[str, Source]:
    """How a lift was costed, and by whom."""
    method, source = "met", SOURCES["lifting-met"]
    if lift.compendium is not None:
        method, source = f"compendium {lift.compendium}", SOURCES["compendium"]
    return (f"{method} + lytle", SOURCES["lifting-blend"]) if blended else (method, source)


def trained_lift(person: Person, lift: Lift) -> Trained:
    """
    Cost a lift, by its style or by its sets and loads.

    Raises:
        InputError: The Compendium code is unknown.
    """
    athlete = person.athlete
    style = _style(lift)
    minutes = _lift_minutes(lift)
    volume = _volume_kg(lift)
    n_sets = float(sum(exercise.sets for exercise in lift.exercises))
    met = _lift_met(lift, style, n_sets=n_sets, minutes=minutes)
    # Lytle measured sets with rests; of circuits and jumps his line knows nothing.
    measured_sets = n_sets if style in lifting.LYTLE_STYLES else 0.0
    cost = lift_cost(
        met=met,
        duration_min=minutes,
        n_sets=measured_sets,
        n_reps=_loaded_reps(lift),
        volume_kg=volume,
        mass_kg=athlete.mass_kg,
        height_cm=athlete.height_cm,
        age_y=person.age,
        body_fat_share=person.body.body_fat_share,
        resting_kcal=person.resting.kcal,
        pal=person.pal,
    )
    session = lift_session(
        cost,
        intensity=lifting.LIFT_SHARE[style],
        mass_kg=athlete.mass_kg,
        sweat=sweat_of(athlete, fluid.INDOOR_TEMPERATURE_DEGC),
    )
    trust = lifting.lytle_trust(n_sets=measured_sets, duration_min=minutes, volume_kg=volume)
    method, source = _method(lift, blended=trust > 0.0 and volume > 0.0)
    return Trained(
        kind="lift",
        name=f"{style} {lift.focus} lift",
        given_start=minute_of(lift.start),
        distance_km=None,
        needs=session,
        method=method,
        source=source,
        inputs=(
            ("taken_for", lift),
            ("ffm_kg", person.body.ffm_kg),
            ("duration_min", minutes),
            ("met", met),
            ("volume_kg", volume),
            ("sets", n_sets),
        ),
        is_heavy=style in _HEAVY_STYLES,
        works_legs=lift.focus in _LEGS,
        n_sets=n_sets,
    )
