"""The days around the one that is planned: a race to load for, and what they left uneaten."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from fuelcalc.models.calendar import DAYS_AHEAD, DAYS_BACK
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.planning.average import is_week, spent_by
from fuelcalc.planning.clock.frame import frame_beside, sessions_on
from fuelcalc.planning.context import left_kcal
from fuelcalc.planning.person import Loaded, Person, aim_of
from fuelcalc.planning.sessions.session import Trained, minute_of
from fuelcalc.planning.sessions.training import Training
from fuelcalc.science import carbohydrate
from fuelcalc.science import day as science

# Meals hold about 67 kcal/kg; what is spent without training stays below that by so much at the
# least, so that a day with less of it has left nothing.
_NOTHING_LEFT_KCAL_PER_KG = 10.0


class Surroundings(NamedTuple):
    """
    The day to plan, its neighbours, and the days that say what a week is.

    `past` and `coming` hold the days before and after, nearest first. `is_smooth` says that the
    days of the week share its energy evenly.
    """

    today: Day
    past: Sequence[Day] = ()
    coming: Sequence[Day] = ()
    week: Sequence[Day] = ()
    is_smooth: bool = False

    @property
    def has_race(self) -> bool:
        """Whether one of the days that are known has a race."""
        known = (self.today, *self.past, *self.coming, *self.week)
        return any(day.has_race for day in known)

    @property
    def is_shared(self) -> bool:
        """Whether energy moves between the days: not in a week with a race, nor in half a week."""
        return self.is_smooth and is_week(self.week) and not self.has_race

    @property
    def before(self) -> Day | None:
        """Yesterday, where it is known."""
        return next(iter(self.past), None)

    @property
    def after(self) -> Day | None:
        """Tomorrow, where it is known."""
        return next(iter(self.coming), None)


def loaded_for(person: Person, days: Surroundings, training: Training) -> Loaded:
    """What the races of the next two days ask of this one, where a guard lets it."""
    # Loading eats more than is spent, which a guard may forbid.
    if not person.guards.loads:
        return Loaded()
    loaded = Loaded()
    for place, day in enumerate(days.coming[:DAYS_AHEAD]):
        apart = 1.0 + place
        for session in training.sessions(person, day):
            if session.is_race:
                share = carbohydrate.loading_share(race_min=session.minutes, days_to_race=apart)
                g_per_kg = carbohydrate.loading_g_per_kg(
                    race_min=session.minutes, days_to_race=apart
                )
                loaded = Loaded(
                    share=max(loaded.share, share),
                    eve=max(loaded.eve, share if place == 0 else 0.0),
                    g_per_kg=max(loaded.g_per_kg, g_per_kg),
                )
    return loaded


def owed_kcal(
    person: Person, days: Surroundings, training: Training, *, weekly_net_kcal: float | None
) -> float:
    """
    What the last four days left uneaten and have not repaid, in kcal; never below 0.

    What was eaten ahead to load for a race counts against it.
    """
    past = days.past[:DAYS_BACK]
    trained = [sessions_of(person, training, day) for day in past]
    most_kcal = max((sum(one.needs.gross_kcal for one in day) for day in trained), default=0.0)
    # Repaying is eating more than is spent, too.
    if (
        most_kcal < _NOTHING_LEFT_KCAL_PER_KG * person.athlete.mass_kg
        or person.guards.surplus_forbidden_by is not None
        or person.guards.small_feedings is not None
    ):
        return 0.0
    owed = 0.0
    # The oldest day first: each finds what those before it left to repay.
    for place in reversed(range(len(past))):
        coming = (*reversed(past[:place]), days.today)
        earlier = trained[place + 1] if place + 1 < len(past) else ()
        aim = aim_of(
            person,
            weekly_net_kcal=weekly_net_kcal,
            loaded=loaded_for(person, Surroundings(past[place], (), coming), training),
            past_g_per_kg=hardest_g_per_kg(earlier, person),
            owed_kcal=max(owed, 0.0),
        )
        spent = spent_by(person, trained[place])
        eaten = science.targets(person.body, spent, aim, [one.needs for one in trained[place]])
        owed += training.once(
            person,
            (past[place], eaten),
            partial(_left_kcal, person, past[place], trained[place], eaten),
        )
        owed += eaten.behind_kcal - eaten.raised_kcal - eaten.repaid_kcal
    return max(owed, 0.0)


def _left_kcal(
    person: Person, day: Day, trained: Sequence[Trained], eaten: science.Intake[float]
) -> float:
    """What the feedings of a past day had no room for, where it was long enough to leave any."""
    burned_kcal = sum(session.needs.gross_kcal for session in trained)
    if burned_kcal < _NOTHING_LEFT_KCAL_PER_KG * person.athlete.mass_kg:
        return 0.0
    meals = person.athlete.meal_times
    frame = frame_beside(
        day,
        () if isinstance(day, AverageDay) else trained,
        first_meal=None if meals is None else minute_of(meals[0]),
    )
    return left_kcal(person, frame, trained, eaten)


def sessions_of(person: Person, training: Training, day: Day | None) -> Sequence[Trained]:
    """A neighbour's sessions as they are started; those of an average day have no place."""
    if day is None:
        return ()
    trained = training.sessions(person, day)
    return trained if isinstance(day, AverageDay) else sessions_on(day, trained)


def first_start(sessions: Sequence[Trained]) -> float | None:
    """When the first of these sessions starts, in minutes; None where none has a place."""
    starts = [session.placed_at for session in sessions if session.placed_at is not None]
    return min(starts, default=None)


def hardest_g_per_kg(sessions: Sequence[Trained], person: Person) -> float:
    """How much carbohydrate the hardest of these sessions burns, in g per kg."""
    grams = [session.needs.carbohydrate_g for session in sessions]
    return max(grams, default=0.0) / person.athlete.mass_kg
