"""From an athlete and a day to the finished plan, in the order in which it has to be thought."""

from collections.abc import Sequence

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.targets import Energy, Note, SessionEnergy, Shortfall, Targets
from fuelcalc.models.timeline import Entry
from fuelcalc.planning import recommendation, remarks
from fuelcalc.planning.clock import as_time, first_start
from fuelcalc.planning.entries import entries_of, shown_places
from fuelcalc.planning.explain import trace_of
from fuelcalc.planning.feedings import Feeding, feedings_of
from fuelcalc.planning.figures import Days, Figures, Person, day_g_per_kg, figures_of, person_of
from fuelcalc.planning.portions import Amounts, Context, Portions, portions_of
from fuelcalc.planning.snack import snack_plates
from fuelcalc.planning.training import Costed, Trained, minute_of
from fuelcalc.planning.week import athlete_in_week
from fuelcalc.planning.words import note
from fuelcalc.science import availability
from fuelcalc.science import day as science


def _session_energy(costs: Sequence[Costed]) -> tuple[SessionEnergy, ...]:
    """The sessions' lines of the energy table, in the order of the clock."""
    return tuple(
        SessionEnergy(
            kind=cost.trained.kind,
            label=cost.trained.label,
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


def _energy_member(person: Person, figures: Figures) -> Energy | None:
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


def _targets_member(person: Person, figures: Figures, portions: Portions) -> Targets | None:
    """The plan's targets for the day."""
    if not person.guards.shows("targets"):
        return None
    targets = figures.targets
    return Targets(
        energy_kcal=targets.energy_kcal,
        protein_g=targets.protein_g,
        carbohydrate_g=targets.carbohydrate_g,
        fat_g=targets.fat_g,
        fibre_g=targets.fibre_g,
        fluid_ml=portions.fluid_ml,
        sodium_mg=targets.sodium_mg,
    )


def _context(person: Person, figures: Figures, after: Day | None) -> Context:
    """What the portions depend on."""
    placed_ids = {id(one.trained) for one in figures.frame.placed}
    loose = [one for one in figures.trained if id(one) not in placed_ids]
    return Context(
        frame=figures.frame,
        mass_kg=person.athlete.mass_kg,
        reference_mass_kg=figures.targets.reference_mass_kg,
        age=person.age,
        builds=person.goal.aim == "build",
        pre_sleep_dose=_wants_pre_sleep(person, figures.trained),
        minutes_to_next_day=None if after is None else first_start(after, figures.coming),
        next_day_g_per_kg=day_g_per_kg(figures.coming, person.athlete),
        past_day_g_per_kg=day_g_per_kg(figures.past, person.athlete),
        loose_sweat_ml=1000.0 * sum(one.session.fluids.sweat_l for one in loose),
    )


def _wants_pre_sleep(person: Person, trained: Sequence[Trained]) -> bool:
    """Protein before sleep is for those who lift today or build."""
    return person.goal.aim == "build" or any(one.kind == "lift" for one in trained)


def _feedings(person: Person, figures: Figures) -> list[Feeding]:
    """Place the day's feedings; a day whose fixed meals all fall asleep gets usual ones."""
    athlete = person.athlete
    fixed = [minute_of(time) or 0.0 for time in athlete.meal_times or ()]
    pre_sleep = _wants_pre_sleep(person, figures.trained)
    found = feedings_of(
        figures.frame,
        n_meals=athlete.meals_per_day,
        meal_times=fixed or None,
        pre_sleep=pre_sleep,
    )
    if any(feeding.is_meal for feeding in found) or not fixed:
        return found
    return feedings_of(
        figures.frame, n_meals=athlete.meals_per_day, meal_times=None, pre_sleep=pre_sleep
    )


def _fed(person: Person, figures: Figures, context: Context) -> tuple[list[Feeding], Portions]:
    """The day's feedings and what each holds; those that hold nothing are left out."""
    feedings = _feedings(person, figures)
    targets = figures.targets
    amounts = Amounts(targets.protein_g, targets.carbohydrate_g, targets.fat_g, targets.sodium_mg)
    portions = portions_of(context, feedings, amounts)
    kept = shown_places(portions.portions)
    rows = tuple(portions.portions[place] for place in kept)
    return [feedings[place] for place in kept], portions._replace(portions=rows)


def _notes(
    person: Person,
    figures: Figures,
    feedings: Sequence[Feeding],
    portions: Portions,
    context: Context,
    *,
    average: bool,
) -> tuple[Note, ...]:
    """Every note of the plan: guards first, then what was assumed, then remarks."""
    guards, frame = person.guards, figures.frame
    notes: list[Note] = list(guards.notes)
    if guards.shows("energy"):
        if guards.shows("availability"):
            notes += recommendation.availability_notes(
                figures.targets, figures.energy, measured=bool(person.body.body_fat_known)
            )
        if person.goal.balance_kcal is None and figures.targets.surplus_kcal > 0.0:
            notes += recommendation.week_notes(person.goal, week_known=figures.mean is not None)
        notes += remarks.sanity_notes(person.body, figures.energy)
    if guards.shows("targets"):
        notes += remarks.target_notes(figures.targets)
    if average:
        notes.append(note("average-day"))
    else:
        notes += [found for one in figures.trained for found in one.notes]
        notes += frame.notes
    if guards.shows("timeline"):
        notes += remarks.session_notes(frame)
        notes += remarks.early_notes(frame)
        notes += remarks.fasted_notes(frame, feedings, builds=context.builds)
    if guards.shows("timeline") and guards.shows("targets"):
        notes += remarks.fluid_notes(held_back_ml=portions.held_back_ml, sweats=bool(frame.placed))
        notes += remarks.caffeine_notes(person.athlete, frame, allowed=guards.allows_caffeine)
        notes += remarks.loading_notes(figures.loading)
        notes += remarks.neighbour_notes(
            next_day_g_per_kg=context.next_day_g_per_kg,
            past_day_g_per_kg=context.past_day_g_per_kg,
        )
    return tuple(dict.fromkeys(notes))


def plan_day(
    athlete: Athlete,
    day: Day,
    goal: Goal | None = None,
    *,
    before: Day | None = None,
    after: Day | None = None,
    week: Sequence[Day] = (),
    seed: int = 0,
    menu: bool = True,
) -> DayPlan:
    """
    Plan what to eat and drink on one day, how much, and when.

    Args:
        athlete: Who eats.
        day: From waking to sleep, with its sessions.
        goal: What for; by default to maintain, in base training.
        before: Yesterday, where it is known: a long session moves carbohydrate to breakfast.
        after: Tomorrow: its first start sets how fast to refuel, a long race loads glycogen.
        week: The days of the plan; five or more say what a week is, and size the surplus and
            the shortfall better than a weekly mileage.
        seed: 0 takes the best food each time, others go down the list for variety; the same
            seed gives the same plan.
        menu: Whether to choose foods at all.

    Returns:
        The plan; what a guard withholds is None.

    Raises:
        InputError: The day cannot be (sessions overlap or end after sleep), or the balance
            asked for is beyond its limits.
        OutOfRangeError: An equation asked for by name was not fitted on such a person or run.

    >>> athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm", body_fat="22 %")
    >>> day = Day.of(runs=[{"distance": "10 km", "pace": "5:40 /km", "start": "06:30"}])
    >>> plan = plan_day(athlete, day, menu=False)
    >>> round(plan.energy.expenditure_kcal, -1)
    2810.0
    """
    goal = Goal() if goal is None else goal
    person = person_of(athlete_in_week(athlete, week), goal, day)
    figures = figures_of(person, Days(day, before, after, week))
    context = _context(person, figures, after)
    feedings, portions = _fed(person, figures, context)
    rows = portions.portions
    timeline: tuple[Entry, ...] | None = None
    places: tuple[int, ...] = tuple(range(len(feedings)))
    if person.guards.shows("timeline"):
        plates = snack_plates(context, athlete, feedings, rows, seed=seed) if menu else {}
        timeline, places = entries_of(context, feedings, rows, plates=plates, guards=person.guards)
    return DayPlan(
        athlete=athlete,
        date=day.date,
        wake=as_time(figures.frame.wake),
        sleep=as_time(figures.frame.sleep),
        goal=person.goal,
        energy=_energy_member(person, figures),
        targets=_targets_member(person, figures, portions),
        timeline=timeline,
        notes=_notes(
            person, figures, feedings, portions, context, average=isinstance(day, AverageDay)
        ),
        withheld=person.guards.withheld,
        trace=trace_of(
            guards=person.guards,
            body=person.body,
            resting=person.resting,
            energy=figures.energy,
            costs=figures.costs,
            aim=figures.aim,
            targets=figures.targets,
            fluid_ml=portions.fluid_ml,
            feedings=feedings,
            portions=rows,
            places=places,
        ),
    )
