"""What to eat around one session or before bed, in real food: the dose and the foods that fit."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from fuelcalc.errors import InputError, Span
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.planning.average import average_day
from fuelcalc.planning.clock.doses import Context, after_dose_g, before_dose_g, protein_dose_g
from fuelcalc.planning.clock.feedings import (
    AFTER_MIN,
    PRE_SLEEP_MIN,
    SNACK_MIN,
    Feeding,
    FeedingCeilings,
    Portion,
)
from fuelcalc.planning.clock.frame import DAY_MIN
from fuelcalc.planning.clock.portions import portions_of
from fuelcalc.planning.context import amounts_of, feedings_in
from fuelcalc.planning.days import Surroundings
from fuelcalc.planning.energy import Figures, context_of, figures_of
from fuelcalc.planning.person import Person, person_of
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.planning.sessions.training import Training
from fuelcalc.planning.withheld import shown_snack
from fuelcalc.science.before import before_limits

if TYPE_CHECKING:
    from fuelcalc.models.foods import Snack
    from fuelcalc.pantry import Pantry
    from fuelcalc.planning.menu.option import Option

Occasion = Literal["before", "during", "after", "before-bed"]
"""When a snack is eaten: around a session, or before sleep."""

# Nearer nothing is swallowed, farther it is a meal.
_LEAST_MINUTES, _MOST_MINUTES = 5.0, 240.0
_MOST_HOURS = 72.0
# Less carbohydrate than this is not worth opening a packet for.
_NOTHING_KCAL = 20.0
# Beside the doses after a session: enough to be a snack, and not much to lie heavy.
_AFTER_G_PER_KG, _AFTER_FAT_G_PER_KG = 0.5, 0.1
# Of the suggestions so many may be of one food.
_SAME_FOOD = 2
# What the next session is taken to burn, where nobody says: an easy hour.
_NEXT_G_PER_KG = 1.0


@holds_kinds(but=("foods",))
def suggest_snacks(
    athlete: Athlete,
    session: Run | Lift | Other | None = None,
    *,
    when: Occasion = "before",
    minutes: float = 60.0,
    hours_to_next: float = 24.0,
    day: Day | None = None,
    goal: Goal | None = None,
    date: dt.date | None = None,
    foods: "Pantry | None" = None,
    seed: int = 0,
    count: int = 5,
    models: Models | None = None,
) -> "tuple[Snack, ...]":
    """
    Real food around a session or before bed, the best first.

    Before and on the move it holds the day's dose; after a session its doses and a little beside
    them; before bed what the plan of the day gives that feeding among its others.

    Args:
        athlete: Who eats; allergens and diet are hard limits.
        session: What is trained; before bed there need not be one.
        when: Before, during or after the session, or before bed.
        minutes: Time left to the start, 5 to 240; for a snack before.
        hours_to_next: From the end to the next session; for a snack after.
        day: The day before that night, for a snack before bed; by default one with the
            session alone, or without any the average day of the athlete's week.
        goal: What for; by default to maintain, in base training.
        date: The day, for somebody whose age follows from a birth date.
        foods: The foods to choose from; by default the bundled ones.
        seed: Another choice among good ones.
        count: How many options at most.
        models: As for `plan_day`: before bed and after a run doses hang on what the day costs.

    Returns:
        Options in household measures; none where nothing is needed or nothing fits.

    Raises:
        InputError: *minutes*, *hours_to_next* or *count* is out of range, the session is
            missing, or a guard withholds food advice.

    >>> athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
    >>> run = Run.of(distance="10 km", pace="5:40 /km")
    >>> names = [snack.items[0].name for snack in suggest_snacks(athlete, run, minutes=60)]
    >>> len(names)
    5
    """
    _check(when, minutes=minutes, hours_to_next=hours_to_next, count=count)
    before_bed = when == "before-bed"
    today = day if day is not None and before_bed else _day(athlete, session, date)
    own = models or FUELCALCS
    person = person_of(athlete, goal or Goal(), today.date if date is None else date, own)
    for member in ("timeline", "menu", "targets"):
        if not person.guards.shows(member):
            raise InputError(
                "figures and foods are withheld here",
                argument="snack",
                remedy="plan a day to see why",
            )
    if not before_bed and not person.guards.times_carbohydrate:
        raise InputError(
            "carbohydrate around training is withheld here",
            argument="snack",
            remedy="plan a day to see why",
        )
    if session is None and not before_bed:
        raise InputError(
            f"a snack {when} needs its session", argument="snack", remedy='write run "8 km easy"'
        )
    figures = figures_of(person, Surroundings(today), Training(athlete, own))
    context = context_of(person, figures)
    from fuelcalc.pantry import pantry_of

    choice = _Choice(pantry_of(foods), seed, count)
    trained = None if before_bed else context.frame.sessions[-1]
    if trained is None:
        found = _dishes(person, _for_the_night(person, figures), choice)
    elif when == "before":
        found = _dishes(person, _before(context, trained, minutes), choice)
    elif when == "during":
        found = _dishes(person, _on_the_move(trained), choice)
    else:
        found = _dishes(person, _after(context, trained, hours_to_next), choice)
    return tuple(shown_snack(snack, person.guards) for snack in found)


def _check(when: str, *, minutes: float, hours_to_next: float, count: int) -> None:
    """Refuse an unknown occasion, and times and counts that cannot be."""
    if when not in get_args(Occasion):
        known = get_args(Occasion)
        raise InputError(
            f"is not one of: {', '.join(known)}",
            argument="when",
            value=when,
            remedy="",
            allowed=known,
        )
    if when == "before" and not _LEAST_MINUTES <= minutes <= _MOST_MINUTES:
        raise InputError(
            "is outside 5 to 240 min",
            argument="minutes",
            value=minutes,
            quote=f"{minutes:.10g} min",
            remedy="eat a meal earlier, or nothing later",
            allowed=Span(_LEAST_MINUTES, _MOST_MINUTES),
        )
    if not 0.0 <= hours_to_next <= _MOST_HOURS:
        raise InputError(
            f"is outside 0 to {_MOST_HOURS:g} h",
            argument="hours_to_next",
            value=hours_to_next,
            quote=f"{hours_to_next:.10g} h",
            remedy="beyond, leave it out",
            allowed=Span(0.0, _MOST_HOURS),
        )
    if count < 1:
        raise InputError(
            "is less than 1",
            argument="count",
            value=count,
            remedy="ask for at least one snack",
            allowed=Span(1, None),
        )


def _day(athlete: Athlete, session: Run | Lift | Other | None, date: dt.date | None) -> Day:
    """The day that a question without one is about."""
    plain = Day(date=date)
    if session is None:
        return average_day(athlete, plain) or plain
    group = {Run: "runs", Lift: "lifts", Other: "other"}[type(session)]
    return plain.model_copy(update={group: (session,)})


def _for_the_night(person: Person, figures: Figures) -> Feeding | None:
    """The feeding before sleep as the day's plan has it, among all others of the day."""
    context = context_of(person, figures)._replace(pre_sleep_dose=True)
    feedings = feedings_in(person, context)
    if not any(feeding.kind == "pre-sleep" for feeding in feedings):
        feedings.append(Feeding(context.frame.sleep - PRE_SLEEP_MIN, SNACK_MIN, "pre-sleep"))
    portioned = portions_of(context, feedings, amounts_of(figures.targets)).feedings
    return next((feeding for feeding in portioned if feeding.kind == "pre-sleep"), None)


def _before(context: Context, session: Trained, minutes: float) -> Feeding:
    """The dose before a session, within what sits well so many minutes before."""
    most = before_limits(minutes=minutes, mass_kg=context.mass_kg)
    # Asked about alone, without the meals of the day: who asks has not just eaten.
    feeding = Feeding(
        session.start - minutes,
        0.0,
        "before",
        prepares=session,
        ceilings=FeedingCeilings(protein_g=most.protein_g, fat_g=most.fat_g, fibre_g=most.fibre_g),
    )
    dose_g = before_dose_g(context, feeding, [feeding])
    return replace(feeding, portion=Portion(carbohydrate_g=dose_g))


def _on_the_move(session: Trained) -> Feeding:
    """What is taken on a session."""
    portion = Portion(
        carbohydrate_g=session.needs.during_carbohydrate_g,
        fluid_ml=1000.0 * session.needs.fluids.drink_l,
    )
    return Feeding(session.start, session.minutes, "during", accompanies=session, portion=portion)


def _after(context: Context, session: Trained, hours_to_next: float) -> Feeding:
    """The doses that a day asks of whatever is eaten after a session, and a little beside them."""
    context = context._replace(
        # The sooner the next session, the more is put back now.
        next_start=session.end + 60.0 * hours_to_next - DAY_MIN,
        next_day_g_per_kg=_NEXT_G_PER_KG,
    )
    feeding = Feeding(session.end + AFTER_MIN, SNACK_MIN, "after", repairs=session)
    kg = context.reference_mass_kg
    portion = Portion(
        protein_g=protein_dose_g(context),
        carbohydrate_g=max(after_dose_g(context, feeding), _AFTER_G_PER_KG * kg),
        fat_g=_AFTER_FAT_G_PER_KG * kg,
    )
    return replace(feeding, portion=portion)


class _Choice(NamedTuple):
    """What to choose from, which of the good ones, and how many."""

    pantry: "Pantry"
    seed: int
    n_options: int


def _dishes(person: Person, feeding: Feeding | None, choice: _Choice) -> "tuple[Snack, ...]":
    """Dishes for the occasion in portions that fit it."""
    if feeding is None or feeding.portion.energy_kcal < _NOTHING_KCAL:
        return ()
    from fuelcalc.planning.menu.asked import limits_for, wishes_for
    from fuelcalc.planning.menu.careful import CAREFUL_YEARS
    from fuelcalc.planning.menu.choice import options_for
    from fuelcalc.planning.menu.on_plate import snack_of
    from fuelcalc.planning.menu.residue import barred_at
    from fuelcalc.planning.menu.slot import Slot
    from fuelcalc.planning.menu.tolerances import Want

    portion, most, trained = feeding.portion, feeding.ceilings, feeding.prepares
    on_the_move = feeding.accompanies is not None
    want = Want(
        protein_g=portion.protein_g,
        carbohydrate_g=portion.carbohydrate_g,
        fat_g=portion.fat_g,
        is_dose=on_the_move or trained is not None,
        is_alone=True,
        is_bite=trained is not None,
        most_protein_g=most.protein_g,
        most_fat_g=most.fat_g,
        most_fibre_g=most.fibre_g,
        most_drink_ml=portion.fluid_ml if on_the_move else float("inf"),
    ).settled()
    barred = barred_at(feeding, [] if trained is None else [trained], is_eve=False)
    options = options_for(
        Slot(feeding, want, feeding.lead_min, barred=barred),
        limits_for(person.athlete)._replace(careful=person.age >= CAREFUL_YEARS),
        wishes_for(person.athlete, Day(), seed=choice.seed)._replace(is_planned=False),
        choice.pantry,
    )
    return tuple(snack_of(option, want) for option in _varied(options)[: choice.n_options])


def _varied(options: "Sequence[Option]") -> "list[Option]":
    """Leave out a third option of the same first food."""
    seen: Counter[str] = Counter()
    varied: list[Option] = []
    for option in options:
        seen[option.foods[0].food_id] += 1
        if seen[option.foods[0].food_id] <= _SAME_FOOD:
            varied.append(option)
    return varied
