"""What to eat before a session, in real food: the dose, its limits, and the foods that fit."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.timeline import Item
from fuelcalc.planning.body import body_of, resting_of
from fuelcalc.planning.feedings import Feeding
from fuelcalc.planning.guards import guarded
from fuelcalc.planning.lifts import trained_lift, trained_other
from fuelcalc.planning.portions import Context, Portion, lead_min
from fuelcalc.planning.runs import trained_run
from fuelcalc.planning.training import Trained
from fuelcalc.science import carbohydrate
from fuelcalc.science import day as science

if TYPE_CHECKING:
    from fuelcalc.models.foods import Snack

_VARIETY = 5
_LEAST_MINUTES, _MOST_MINUTES = 5.0, 240.0


def _options(
    athlete: Athlete,
    *,
    minutes: float,
    dose_g: float,
    count: int,
) -> "tuple[Snack, ...]":
    """Snacks that hold the dose within what sits well that many minutes before."""
    from fuelcalc.pantry import snack_options

    limits = carbohydrate.before_limits(minutes=minutes, mass_kg=athlete.mass_kg)
    return snack_options(
        minutes_before=minutes,
        carbohydrate_g=dose_g,
        fat_max_g=limits.fat_g,
        fibre_max_g=limits.fibre_g,
        protein_max_g=limits.protein_g,
        diet=athlete.diet,
        avoid=athlete.avoid,
        restrictions=athlete.restrictions,
        dislikes=athlete.dislikes,
        count=count,
    )


class Plate(NamedTuple):
    """What is on the plate at one feeding: its name and its foods."""

    dish: str
    items: tuple[Item, ...]


def _plate(snack: "Snack") -> Plate:
    """The snack as the plan prints it."""
    items = tuple(
        Item(
            food_id=item.food_id,
            name=item.name,
            grams=item.grams,
            household=item.household,
            energy_kcal=item.nutrients.energy_kcal,
            protein_g=item.nutrients.protein_g,
            carbohydrate_g=item.nutrients.carbohydrate_g,
            fat_g=item.nutrients.fat_g,
        )
        for item in snack.items
    )
    return Plate(snack.label, items)


def snack_plates(
    context: Context,
    athlete: Athlete,
    feedings: Sequence[Feeding],
    portions: Sequence[Portion],
    *,
    seed: int,
) -> Mapping[int, Plate]:
    """
    Choose the food of every snack before a session.

    Returns:
        Plates by the feeding's place; a feeding that nothing fits has none.
    """
    chosen: dict[int, Plate] = {}
    for place, (feeding, portion) in enumerate(zip(feedings, portions, strict=True)):
        lead = lead_min(context, feeding)
        if lead is None or feeding.kind != "before" or feeding.is_meal:
            continue
        options = _options(athlete, minutes=lead, dose_g=portion.carbohydrate_g, count=_VARIETY)
        if options:
            chosen[place] = _plate(options[seed % len(options)])
    return chosen


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


def suggest_snacks(
    athlete: Athlete,
    session: Run | Lift | Other,
    *,
    minutes: float = 60.0,
    date: dt.date | None = None,
    count: int = 5,
) -> "tuple[Snack, ...]":
    """
    Real food to eat before a session, the best first.

    Args:
        athlete: Who eats; allergens and diet are hard limits.
        session: What follows.
        minutes: Time left to the start, 5 to 240.
        date: The day, for somebody whose age follows from a birth date.
        count: How many options at most.

    Returns:
        Options in household measures; none where nothing is needed or nothing fits.

    Raises:
        InputError: *minutes* is out of range, or a guard withholds food advice.

    >>> athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
    >>> run = Run.of(distance="10 km", pace="5:40 /km")
    >>> names = [snack.items[0].name for snack in suggest_snacks(athlete, run, minutes=60)]
    >>> len(names)
    5
    """
    if not _LEAST_MINUTES <= minutes <= _MOST_MINUTES:
        raise InputError(
            f"minutes: {minutes:g} is outside 5 to 240; eat a meal earlier, or nothing later"
        )
    guards = guarded(athlete, age=athlete.age_on(date))
    for member in ("timeline", "menu", "targets"):
        if not guards.shows(member):
            raise InputError("snack: figures and foods are withheld here; plan a day to see why")
    trained = _trained(athlete, session, date)
    dose = carbohydrate.before_g(
        minutes=minutes,
        mass_kg=athlete.mass_kg,
        session_g=trained.session.carbohydrate_g,
        intensity=trained.session.intensity,
        duration_min=trained.session.duration_min,
        fed=0.0,
    )
    return _options(athlete, minutes=minutes, dose_g=dose, count=count)
