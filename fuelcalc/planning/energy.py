"""The day in numbers: its sessions on the clock, its energy, balance and targets."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from fuelcalc.models.day import AverageDay, Day
from fuelcalc.models.energy import Energy, SessionEnergy
from fuelcalc.models.notes import Note
from fuelcalc.models.targets import Targets
from fuelcalc.planning import recommendation
from fuelcalc.planning.average import mean_of, spent_by
from fuelcalc.planning.clock.doses import Context
from fuelcalc.planning.clock.feedings import Portion
from fuelcalc.planning.clock.frame import Frame, as_time, frame_of, rested_by, wake_of
from fuelcalc.planning.context import context_alone
from fuelcalc.planning.days import (
    Surroundings,
    first_start,
    hardest_g_per_kg,
    loaded_for,
    owed_kcal,
    sessions_of,
)
from fuelcalc.planning.deficit import Deficit, Load, check_season, deficit_of
from fuelcalc.planning.person import Person, aim_of
from fuelcalc.planning.reasons import Grounds, reasons_of
from fuelcalc.planning.recommendation import check_deficit, check_usual
from fuelcalc.planning.sessions.session import Trained, minute_of
from fuelcalc.planning.sessions.training import Training
from fuelcalc.planning.smooth import shared_kcal
from fuelcalc.planning.words import note
from fuelcalc.science import availability, feeding, micronutrients, protein
from fuelcalc.science import day as science
from fuelcalc.science.numeric import as_given


class Figures(NamedTuple):
    """
    What the day costs and asks for.

    Attributes:
        today: The day itself.
        sessions: In the order of the clock; of an average day, as they are listed.
        frame: Waking, sleep, and the sessions that have a place.
        assumed: What nobody said of the sessions and had to be assumed.
        loading: The share of carbohydrate loading that a race within two days asks for.
        spent: The day's energy.
        aim: The goal as numbers.
        targets: What to eat.
        mean: The mean day of the week, where it is known.
        past_g_per_kg: What yesterday's hardest session burned.
        next_g_per_kg: What tomorrow's will.
        past_is_key: Whether yesterday had a long or hard session.
        next_is_key: Whether tomorrow has one.
        deficit: The part of a deficit asked for that falls on the day.
        next_start: When tomorrow's first session starts, in minutes since that midnight.
        next_wake: When tomorrow's alarm is, in minutes since that midnight.
        race_known: Whether one of the days that are known has a race.
    """

    today: Day
    sessions: tuple[Trained, ...]
    frame: Frame
    assumed: tuple[Note, ...]
    loading: float
    spent: science.Expenditure[float]
    aim: science.Aim[float]
    targets: science.Intake[float]
    mean: science.Mean[float] | None
    past_g_per_kg: float
    next_g_per_kg: float
    next_start: float | None
    past_is_key: bool = False
    next_is_key: bool = False
    deficit: Deficit | None = None
    race_known: bool = False
    next_wake: float | None = None

    @property
    def usual(self) -> science.Expenditure[float] | science.Mean[float]:
        """The mean day of the week where it is known, else this one."""
        return self.spent if self.mean is None else self.mean


def figures_of(person: Person, days: Surroundings, training: Training) -> Figures:
    """
    Work out the day's energy and targets.

    Raises:
        InputError: The sessions cannot be placed, or the deficit asked for is too large.
    """
    today, athlete, goal = days.today, person.athlete, person.goal
    trained = training.sessions(person, today)
    past = sessions_of(person, training, days.before)
    meals = athlete.meal_times
    frame = frame_of(
        today,
        # The sessions of an average day have a length, and no place on any clock.
        () if isinstance(today, AverageDay) else trained,
        first_meal=None if meals is None else minute_of(meals[0]),
        rested=rested_by(days.before, () if isinstance(days.before, AverageDay) else past),
    )
    spent = spent_by(person, trained)
    mean = mean_of(person, training, days.week)
    # Everything that can be refused is, before a figure is made of it.
    check_season(goal, (days.before, today, days.after, *days.week))
    coming = sessions_of(person, training, days.after)
    load = Load(trained, coming, loaded_for(person, days, training).share)
    check_deficit(goal, person.body, spent, mean, share=load.share)
    usual = spent if mean is None else mean
    check_usual(athlete, goal, usual)
    # A week that is shared evenly carries a deficit evenly too.
    week = () if days.is_shared else days.week
    deficit = deficit_of(person, training, today, Load((), ()) if days.is_shared else load, week)
    net_kcal = None if mean is None else mean.net_kcal
    aim = aim_of(
        person,
        weekly_net_kcal=net_kcal,
        loaded=loaded_for(person, days, training),
        past_g_per_kg=hardest_g_per_kg(sessions_of(person, training, days.before), person),
        owed_kcal=owed_kcal(person, days, training, weekly_net_kcal=net_kcal),
    )
    aim = _stepped(person, usual, aim, deficit=deficit)
    aim = aim._replace(shared_kcal=shared_kcal(person, training, days, aim))
    sessions = frame.sessions or trained
    return Figures(
        today=today,
        sessions=sessions,
        frame=frame,
        assumed=_assumed(today, trained, frame),
        loading=load.loading,
        spent=spent,
        aim=aim,
        targets=science.targets(person.body, spent, aim, [each.needs for each in sessions]),
        mean=mean,
        past_g_per_kg=hardest_g_per_kg(past, person),
        next_g_per_kg=hardest_g_per_kg(coming, person),
        next_start=first_start(coming),
        past_is_key=any(session.is_key for session in past),
        next_is_key=any(session.is_key for session in coming),
        deficit=deficit,
        next_wake=None if days.after is None else wake_of(days.after, coming),
        race_known=days.has_race,
    )


def _stepped(
    person: Person,
    usual: science.Expenditure[float] | science.Mean[float],
    aim: science.Aim[float],
    *,
    deficit: Deficit | None,
) -> science.Aim[float]:
    """The aim with the day's part of a deficit, and what is usually eaten."""
    if deficit is not None:
        aim = aim._replace(asked_kcal=as_given(-deficit.got_kcal))
    now = recommendation.availability_now(person, usual)
    if now is None:
        return aim
    usual_kcal = as_given(person.athlete.usual_intake_kcal)
    return aim._replace(usual_kcal=usual_kcal, usual_availability=as_given(now))


def _assumed(today: Day, trained: Sequence[Trained], frame: Frame) -> tuple[Note, ...]:
    """What is assumed of each session, as they are listed, then of their starts."""
    if isinstance(today, AverageDay):
        return (note("average-day"),)
    return (*(found for session in trained for found in session.notes), *frame.notes)


def expected_of(person: Person, figures: Figures) -> recommendation.Expected:
    """What the balance does to body mass, if it lasts."""
    targets = figures.targets
    # A balance raised for one day, or moved between days, says nothing of the weeks.
    moved_kcal = targets.raised_kcal + targets.repaid_kcal - targets.behind_kcal
    lasting_kcal = targets.balance_kcal - moved_kcal - targets.shared_kcal - targets.over_kcal
    return recommendation.expected_change(person.body, figures.usual, balance_kcal=lasting_kcal)


def energy_of(person: Person, figures: Figures) -> Energy:
    """The plan's energy, with its recommendation and reasons."""
    spent, targets = figures.spent, figures.targets
    low, high = science.expenditure_range(spent)
    # Weeks go by the mean day: one long run says nothing of a month.
    expected, usual = expected_of(person, figures), figures.usual
    shortfall = recommendation.shortfall_of(
        person, usual, targets, wanted_kcal=usual.expenditure_kcal + expected.balance_kcal
    )
    grounds = Grounds(person, targets, figures.loading, shortfall, deficit=figures.deficit)
    reach = science.RANGE_Z * availability.SD_KCAL_PER_KG_FFM
    available = targets.availability_kcal_per_kg_ffm
    return Energy(
        resting_kcal=spent.resting_kcal,
        daily_life_kcal=spent.daily_life_kcal,
        digestion_kcal=spent.digestion_kcal,
        sessions=tuple(_session_energy(session) for session in figures.sessions),
        exercise_kcal=spent.exercise_kcal,
        expenditure_kcal=spent.expenditure_kcal,
        expenditure_low_kcal=low,
        expenditure_high_kcal=high,
        recommendation=recommendation.recommendation_word(targets, spent),
        balance_kcal=targets.balance_kcal,
        behind_kcal=targets.behind_kcal,
        repaid_kcal=targets.repaid_kcal,
        shared_kcal=targets.shared_kcal,
        over_kcal=targets.over_kcal,
        intake_kcal=targets.energy_kcal,
        expected_kg_per_week=expected.kg_per_week,
        expected_low_kg_per_week=expected.low_kg_per_week,
        expected_high_kg_per_week=expected.high_kg_per_week,
        reasons=reasons_of(grounds),
        energy_availability_kcal_per_kg_ffm=available,
        energy_availability_low_kcal_per_kg_ffm=available - reach,
        energy_availability_high_kcal_per_kg_ffm=available + reach,
        safe_intake_kcal=spent.safe_intake_kcal,
        shortfall=shortfall,
    )


def _session_energy(session: Trained) -> SessionEnergy:
    """A session's line of the energy table."""
    return SessionEnergy(
        kind=session.kind,
        name=session.name,
        distance_km=session.distance_km,
        start=None if session.placed_at is None else as_time(session.placed_at),
        duration_min=session.minutes,
        gross_kcal=session.needs.gross_kcal,
        net_kcal=session.net_kcal,
        net_of_rest_kcal=session.net_of_rest_kcal,
        method=session.method,
        source=str(session.source),
    )


def context_of(person: Person, figures: Figures) -> Context:
    """What the portions depend on beside the feedings, and the days around."""
    alone = context_alone(person, figures.frame, figures.sessions, figures.targets)
    return alone._replace(
        next_start=figures.next_start,
        next_is_key=figures.next_is_key,
        next_day_g_per_kg=figures.next_g_per_kg,
        past_day_g_per_kg=figures.past_g_per_kg,
    )


def uneaten(figures: Figures, left: Portion) -> Figures:
    """The figures without what no feeding of the day had room for."""
    return figures._replace(
        targets=feeding.without(
            figures.targets,
            figures.spent,
            protein_g=left.protein_g,
            carbohydrate_g=left.carbohydrate_g,
            fat_g=left.fat_g,
            sodium_mg=left.sodium_mg,
        )
    )


def eaten_over(figures: Figures, more: Portion) -> Figures:
    """The figures with what was eaten beyond the plan."""
    return figures._replace(
        targets=feeding.eaten_over(
            figures.targets,
            figures.spent,
            protein_g=more.protein_g,
            carbohydrate_g=more.carbohydrate_g,
            fat_g=more.fat_g,
        )
    )


def targets_of(
    person: Person, figures: Figures, *, fluid_ml: float, most_fibre_g: float
) -> Targets:
    """The targets for the day; what to drink, and how much fibre sits well, hang on its clock."""
    targets = figures.targets
    # On the eve of a race fibre is not wanted, so that its target is a ceiling.
    eve = ("fibre_g",) if figures.aim.eve > 0.0 else ()
    return Targets(
        energy_kcal=targets.energy_kcal,
        protein_g=targets.protein_g,
        protein_dose_g=targets.reference_mass_kg * protein.protein_dose_g_per_kg(age_y=person.age),
        carbohydrate_g=targets.carbohydrate_g,
        fat_g=targets.fat_g,
        fibre_g=min(targets.fibre_g, most_fibre_g),
        fluid_ml=fluid_ml,
        sodium_mg=targets.sodium_mg,
        micronutrients=dict(_intakes(person.age, person.body.male, person.athlete.mass_kg)),
        limits=eve if person.guards.most_sodium_mg is None else (*eve, "sodium_mg"),
    )


@lru_cache(maxsize=64)
def _intakes(age: float, male: float, mass_kg: float) -> Mapping[str, float]:
    """The reference intakes of one person."""
    return {
        **micronutrients.reference_intakes(age_y=age, male=male),
        **micronutrients.amino_acid_intakes_g(mass_kg=mass_kg),
    }
