"""The members of a finished plan: its energy with reasons, and its targets."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from fuelcalc.models.targets import Energy, SessionEnergy, Shortfall, Targets
from fuelcalc.planning import recommendation
from fuelcalc.planning.clock import as_time
from fuelcalc.planning.figures import Figures, Person
from fuelcalc.planning.portions import Portions
from fuelcalc.planning.training import Costed
from fuelcalc.science import availability, micronutrients, protein
from fuelcalc.science import day as science


def _session_energy(costs: Sequence[Costed]) -> tuple[SessionEnergy, ...]:
    """The sessions' lines of the energy table, in the order of the clock."""
    return tuple(
        SessionEnergy(
            kind=cost.trained.kind,
            name=cost.trained.name,
            distance_km=cost.trained.distance_km,
            start=None if cost.start is None else as_time(cost.start),
            duration_min=cost.trained.minutes,
            gross_kcal=cost.trained.session.gross_kcal,
            net_kcal=cost.net_kcal,
            net_of_rest_kcal=cost.net_of_rest_kcal,
            method=cost.trained.method,
            source=str(cost.trained.source),
        )
        for cost in costs
    )


def _shortfall(person: Person, figures: Figures) -> Shortfall | None:
    """How far usual eating falls short of the mean day where it is known, else of this one."""
    spent = figures.energy if figures.mean is None else figures.mean
    lasting_kcal = figures.targets.balance_kcal - figures.targets.raised_kcal
    return recommendation.shortfall_of(
        person.athlete,
        person.guards,
        spent,
        wanted_kcal=spent.expenditure_kcal + lasting_kcal,
    )


def energy_member(person: Person, figures: Figures) -> Energy | None:
    """The plan's energy, with its recommendation and reasons."""
    if not person.guards.shows("energy"):
        return None
    spent, targets = figures.energy, figures.targets
    low, high = science.expenditure_range(spent)
    available = person.guards.shows("availability")
    shortfall = _shortfall(person, figures)
    reasons = recommendation.shortfall_reasons(shortfall) + recommendation.reasons_for(
        person.athlete, person.goal, person.guards, targets, loading=figures.loading
    )
    reach = science.RANGE_Z * availability.SD_KCAL_PER_KG_FFM
    value = targets.availability_kcal_per_kg_ffm
    return Energy(
        resting_kcal=spent.resting_kcal,
        daily_life_kcal=spent.daily_life_kcal,
        digestion_kcal=spent.digestion_kcal,
        sessions=_session_energy(figures.costs),
        exercise_kcal=spent.exercise_kcal,
        expenditure_kcal=spent.expenditure_kcal,
        expenditure_low_kcal=low,
        expenditure_high_kcal=high,
        recommendation=recommendation.recommendation_word(targets, spent),
        balance_kcal=targets.balance_kcal,
        intake_kcal=targets.energy_kcal,
        expected_kg_per_week=recommendation.expected_kg_per_week(
            targets.balance_kcal - targets.raised_kcal
        ),
        reasons=tuple(reasons),
        energy_availability_kcal_per_kg_ffm=value if available else None,
        energy_availability_low_kcal_per_kg_ffm=value - reach if available else None,
        energy_availability_high_kcal_per_kg_ffm=value + reach if available else None,
        safe_intake_kcal=spent.safe_intake_kcal if available else None,
        shortfall=shortfall,
    )


def targets_of(person: Person, figures: Figures, portions: Portions) -> Targets:
    """The targets for the day."""
    targets = figures.targets
    return Targets(
        energy_kcal=targets.energy_kcal,
        protein_g=targets.protein_g,
        protein_dose_g=targets.reference_mass_kg * protein.protein_dose_g_per_kg(age_y=person.age),
        carbohydrate_g=targets.carbohydrate_g,
        fat_g=targets.fat_g,
        fibre_g=targets.fibre_g,
        fluid_ml=portions.fluid_ml,
        sodium_mg=targets.sodium_mg,
        micronutrients=dict(_intakes(person.age, person.body.male, person.athlete.mass_kg)),
    )


@lru_cache(maxsize=64)
def _intakes(age: float, male: float, mass_kg: float) -> Mapping[str, float]:
    """The reference intakes of one person."""
    return {
        **micronutrients.reference_intakes(age_y=age, male=male),
        **micronutrients.amino_acid_intakes_g(mass_kg=mass_kg),
    }
