"""What to eat around one session or before bed, in real food: the dose and the foods that fit."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.timeline import FeedingKind, FeedingName
from fuelcalc.planning.body import body_of, resting_of
from fuelcalc.planning.feedings import Feeding
from fuelcalc.planning.guards import guarded
from fuelcalc.planning.lifts import trained_lift, trained_other
from fuelcalc.planning.runs import trained_run
from fuelcalc.planning.training import Trained
from fuelcalc.science import carbohydrate, protein
from fuelcalc.science import day as science

if TYPE_CHECKING:
    from fuelcalc.models.foods import Snack
    from fuelcalc.pantry.table import FoodTable
    from fuelcalc.planning.menu.fit import Want

Occasion = Literal["before", "during", "after", "before-bed"]
"""When a snack is eaten: around a session, or before sleep."""

_LEAST_MINUTES, _MOST_MINUTES = 5.0, 240.0
_MOST_HOURS = 72.0
_NOTHING_G = 5.0
_AFTER_G_PER_KG, _AFTER_FAT_G_PER_KG = 0.5, 0.1
_BED_PROTEIN_G_PER_KG, _BED_G_PER_KG, _BED_FAT_G_PER_KG = 0.45, 0.3, 0.12


def suggest_snacks(
    athlete: Athlete,
    session: Run | Lift | Other | None = None,
    *,
    when: Occasion = "before",
    minutes: float = 60.0,
    hours_to_next: float = 24.0,
    date: dt.date | None = None,
    foods: "FoodTable | None" = None,
    seed: int = 0,
    count: int = 5,
) -> "tuple[Snack, ...]":
    """
    Real food around a session or before bed, the best first.

    Args:
        athlete: Who eats; allergens and diet are hard limits.
        session: What is trained; before bed there need not be one.
        when: Before, during or after the session, or before bed.
        minutes: Time left to the start, 5 to 240; for a snack before.
        hours_to_next: From the end to the next session; for a snack after.
        date: The day, for somebody whose age follows from a birth date.
        foods: The foods to choose from; by default the bundled ones.
        seed: Another choice among good ones; not for a snack before.
        count: How many options at most.

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
    guards = guarded(athlete, age=athlete.age_on(date))
    for member in ("timeline", "menu", "targets"):
        if not guards.shows(member):
            raise InputError("snack: figures and foods are withheld here; plan a day to see why")
    choice = _Choice(foods, seed, count)
    if when == "before-bed":
        return _small_dishes(athlete, _bed_want(athlete, date), when, choice)
    if session is None:
        raise InputError(f'snack: a snack {when} needs its session; write run "8 km easy"')
    trained = _trained(athlete, session, date)
    if when == "before":
        return _before(athlete, trained, minutes, choice)
    want = _want(athlete, trained, when, hours_to_next=hours_to_next, date=date)
    minutes_long = trained.minutes if when == "during" else 10.0
    return _small_dishes(athlete, want, when, choice, minutes=minutes_long)


def _check(when: str, *, minutes: float, hours_to_next: float, count: int) -> None:
    """Refuse an unknown occasion, and times and counts that cannot be."""
    if when not in get_args(Occasion):
        raise InputError(f'when: "{when}" is not one of: {", ".join(get_args(Occasion))}')
    if when == "before" and not _LEAST_MINUTES <= minutes <= _MOST_MINUTES:
        raise InputError(
            f"minutes: {minutes:g} is outside 5 to 240; eat a meal earlier, or nothing later"
        )
    if not 0.0 <= hours_to_next <= _MOST_HOURS:
        raise InputError(f"hours_to_next: {hours_to_next:g} is outside 0 to {_MOST_HOURS:g}")
    if count < 1:
        raise InputError(f"count: {count} is less than 1; ask for at least one snack")


def _before(
    athlete: Athlete, trained: Trained, minutes: float, choice: "_Choice"
) -> "tuple[Snack, ...]":
    """Snacks that hold the dose within what sits well that many minutes before."""
    from fuelcalc.pantry import snack_options

    limits = carbohydrate.before_limits(minutes=minutes, mass_kg=athlete.mass_kg)
    return snack_options(
        minutes_before=minutes,
        carbohydrate_g=carbohydrate.before_g(
            minutes=minutes,
            mass_kg=athlete.mass_kg,
            session_g=trained.session.carbohydrate_g,
            intensity=trained.session.intensity,
            duration_min=trained.session.duration_min,
            fed=0.0,
        ),
        fat_max_g=limits.fat_g,
        fibre_max_g=limits.fibre_g,
        protein_max_g=limits.protein_g,
        diet=athlete.diet,
        avoid=athlete.avoid,
        restrictions=athlete.restrictions,
        dislikes=athlete.dislikes,
        count=choice.n_options,
        table=choice.foods,
    )


def _reference_mass_kg(athlete: Athlete, date: dt.date | None) -> float:
    """The mass that grams per kilogram count by."""
    body = body_of(athlete, age=athlete.age_on(date))
    return protein.reference_mass_kg(
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        male=body.male,
        body_fat_share=body.body_fat_share,
        body_fat_known=body.body_fat_known,
    )


def _bed_want(athlete: Athlete, date: dt.date | None) -> "Want":
    """Slow protein for the night, with little beside it."""
    from fuelcalc.planning.menu.fit import Want

    kg = _reference_mass_kg(athlete, date)
    return Want(_BED_PROTEIN_G_PER_KG * kg, _BED_G_PER_KG * kg, _BED_FAT_G_PER_KG * kg)


def _want(
    athlete: Athlete,
    trained: Trained,
    when: Occasion,
    *,
    hours_to_next: float,
    date: dt.date | None,
) -> "Want":
    """What a snack during or after a session should hold."""
    from fuelcalc.planning.menu.fit import Want

    session = trained.session
    if when == "during":
        drink_ml = 1000.0 * session.fluids.drink_l
        return Want(0.0, session.during_carbohydrate_g, 0.0, is_dose=True, most_drink_ml=drink_ml)
    kg = _reference_mass_kg(athlete, date)
    dose = kg * protein.protein_dose_g_per_kg(age_y=athlete.age_on(date))
    fast = carbohydrate.after_g(
        session_g=session.carbohydrate_g,
        mass_kg=athlete.mass_kg,
        hours_to_next=hours_to_next,
        next_g=athlete.mass_kg,
    )
    return Want(dose, max(fast, _AFTER_G_PER_KG * kg), _AFTER_FAT_G_PER_KG * kg)


class _Choice(NamedTuple):
    """What to choose from, which of the good ones, and how many."""

    foods: "FoodTable | None"
    seed: int
    n_options: int


_KINDS: Mapping[str, FeedingKind] = {
    "during": "during",
    "after": "after",
    "before-bed": "pre-sleep",
}


def _small_dishes(
    athlete: Athlete,
    want: "Want",
    when: Occasion,
    choice: _Choice,
    *,
    minutes: float = 10.0,
) -> "tuple[Snack, ...]":
    """Dishes for the occasion in portions that fit it."""
    if want.energy_kcal < 4.0 * _NOTHING_G:
        return ()
    from fuelcalc.pantry.table import food_table
    from fuelcalc.planning.menu.asked import limits_for, wishes_for
    from fuelcalc.planning.menu.choice import Slot, options_for
    from fuelcalc.planning.menu.plates import snack_of

    options = options_for(
        Slot(Feeding(0.0, minutes, _KINDS[when], FeedingName(when)), want.settled()),
        limits_for(athlete),
        wishes_for(athlete, Day(), seed=choice.seed),
        choice.foods or food_table(),
    )
    return tuple(snack_of(option, want) for option in options[: choice.n_options])


def _trained(athlete: Athlete, session: Run | Lift | Other, date: dt.date | None) -> Trained:
    """Cost one session of its own, without a day around it."""
    if isinstance(session, Run):
        return trained_run(athlete, session, temperature_degc=None)
    if isinstance(session, Other):
        return trained_other(athlete, session, temperature_degc=None)
    age = athlete.age_on(date)
    body = body_of(athlete, age=age)
    resting = resting_of(athlete, body)
    return trained_lift(
        athlete,
        session,
        age=age,
        body_fat_share=body.body_fat_share,
        resting_kcal=resting.kcal,
        pal=science.pal_without_training(body, resting_kcal=resting.kcal),
    )
