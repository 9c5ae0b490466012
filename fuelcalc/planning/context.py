"""From the day in numbers to its clock: the feedings, what they depend on and what they share."""

from collections.abc import Sequence
from math import inf

from fuelcalc.planning.clock.doses import Context
from fuelcalc.planning.clock.drinks import asked_ml
from fuelcalc.planning.clock.feedings import NO_PORTION, Feeding, feedings_of
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.clock.meals import meals_of
from fuelcalc.planning.clock.portions import Amounts, Portions, portions_of
from fuelcalc.planning.clock.window import within
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.session import Trained, minute_of
from fuelcalc.planning.window import window_of
from fuelcalc.science.day import Intake
from fuelcalc.science.feeding import most_feeding_kcal

# How many feedings are added before any energy is left for tomorrow: one where meals are small,
# two for others (with one, a minute that takes a snack away would take its energy from the day),
# and as many as it needs for who must not be in deficit.
_MORE_SMALL, _MORE, _MORE_COVERED = 1, 2, 6


def context_alone(
    person: Person, frame: Frame, sessions: Sequence[Trained], targets: Intake[float]
) -> Context:
    """What the portions of a day on its own depend on, beside its feedings."""
    builds = person.goal.aim == "build"
    small = person.guards.small_feedings
    frame = frame._replace(leads=person.guards.leads)
    most_kcal = most_feeding_kcal(mass_kg=person.athlete.mass_kg)
    # Who must not be in deficit gets more feedings, unless a small stomach is the reason itself.
    is_repaid = small is not None or person.guards.deficit_forbidden_by is None
    most_added = _MORE_SMALL if small is not None else _MORE if is_repaid else _MORE_COVERED
    loose = [session for session in sessions if session.placed_at is None]
    return Context(
        frame=frame,
        eating=window_of(person, frame, targets).frame,
        mass_kg=person.athlete.mass_kg,
        reference_mass_kg=targets.reference_mass_kg,
        age=person.age,
        builds=builds,
        # Protein before sleep is for those who lift today or build.
        pre_sleep_dose=builds or any(session.kind == "lift" for session in sessions),
        next_start=None,
        next_day_g_per_kg=0.0,
        past_day_g_per_kg=0.0,
        loose_sweat_ml=1000.0 * sum(session.needs.fluids.sweat_l for session in loose),
        times_carbohydrate=person.guards.times_carbohydrate,
        most_feeding_kcal=most_kcal if small is None else min(small.most_feeding_kcal, most_kcal),
        most_feeding_ml=inf if small is None else small.most_feeding_ml,
        drinks_between=small is not None,
        most_added=most_added if person.athlete.snacks else 0,
        is_repaid=is_repaid,
    )


def feedings_in(person: Person, context: Context) -> list[Feeding]:
    """The feedings of somebody's day, before their amounts are known."""
    athlete, eating = person.athlete, context.eating
    small = person.guards.small_feedings
    least = 0 if small is None else small.least_feedings
    times = [minute_of(time) for time in athlete.meal_times or ()]
    meals = meals_of(
        context.frame,
        n_meals=max(athlete.meals_per_day, least),
        meal_times=more_meals(times, least) if times else times,
        eating=eating,
    )
    # Before sleep is where the window is open until then.
    late = athlete.snacks and eating.sleep == context.frame.sleep
    pre_sleep = context.pre_sleep_dose and late
    found = feedings_of(eating, meals, pre_sleep=pre_sleep, snacks=athlete.snacks)
    return within(eating, found)


def more_meals(times: Sequence[float], least: int) -> list[float]:
    """
    Fixed meal times with more between them, in the middle of the longest gap each time.

    Args:
        times: In minutes since midnight, in order; two at the least, and all of them stay.
        least: How many meals there should be.

    >>> more_meals([480.0, 720.0, 1140.0], 4)
    [480.0, 720.0, 930.0, 1140.0]
    """
    found = list(times)
    while len(found) < least:
        # In the longest wait, where hunger comes first.
        place = max(range(1, len(found)), key=lambda n: found[n] - found[n - 1])
        found.insert(place, (found[place - 1] + found[place]) / 2.0)
    return found


def left_kcal(
    person: Person, frame: Frame, sessions: Sequence[Trained], targets: Intake[float]
) -> float:
    """What no feeding of a neighbouring day had room for, looked at on its own."""
    context = context_alone(person, frame, sessions, targets)
    portions = portions_of(context, feedings_in(person, context), amounts_of(targets))
    return max(portions.left.energy_kcal, 0.0)


def amounts_of(targets: Intake[float]) -> Amounts:
    """What the feedings share."""
    return Amounts(targets.protein_g, targets.carbohydrate_g, targets.fat_g, targets.sodium_mg)


def roomy(context: Context) -> Portions:
    """A day before its feedings, as if they held whatever it asks for."""
    return Portions(
        context=context,
        feedings=(),
        left=NO_PORTION,
        n_added=0,
        most_fibre_g=inf,
        fluid_ml=asked_ml(context),
        held_back_ml=0.0,
    )
