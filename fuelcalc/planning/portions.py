"""How much each feeding holds: the day's targets, shared out without jumps."""

from collections.abc import Sequence
from typing import NamedTuple

from fuelcalc.planning.clock import DAY_MIN, Frame
from fuelcalc.planning.feedings import BLOCK_GAP_MIN, Feeding
from fuelcalc.planning.shares import Slice, shared
from fuelcalc.planning.training import Trained
from fuelcalc.science import carbohydrate, fluid, protein
from fuelcalc.science.carbohydrate import BeforeLimits
from fuelcalc.science.numeric import ramp

_NO_LIMIT = 1e9
_SNACK_G = 10.0
_PRE_SLEEP_G_PER_KG = (0.40, 0.50)
_DRINK_WINDOW_MIN = 60.0
_FED_MIN, _FED_LIFT_MIN, _FED_FADE_MIN = 240.0, 180.0, 60.0


class Amounts(NamedTuple):
    """The day's targets as they are shared out."""

    protein_g: float
    carbohydrate_g: float
    fat_g: float
    sodium_mg: float


class Context(NamedTuple):
    """What the portions depend on beside the feedings: the body and the days on both sides."""

    frame: Frame
    mass_kg: float
    reference_mass_kg: float
    age: float
    builds: bool
    pre_sleep_dose: bool
    minutes_to_next_day: float | None
    next_day_g_per_kg: float
    past_day_g_per_kg: float
    loose_sweat_ml: float


class Portion(NamedTuple):
    """What one feeding holds."""

    protein_g: float
    carbohydrate_g: float
    fat_g: float
    fluid_ml: float
    sodium_mg: float

    @property
    def energy_kcal(self) -> float:
        """By 4, 4 and 9 kcal per gram."""
        return 4.0 * self.protein_g + 4.0 * self.carbohydrate_g + 9.0 * self.fat_g


class Portions(NamedTuple):
    """Every feeding's portion, the day's fluid, and what the hourly limit held back."""

    portions: tuple[Portion, ...]
    fluid_ml: float
    held_back_ml: float


def lead_min(context: Context, feeding: Feeding) -> float | None:
    """Minutes from a feeding to the session that it fuels, if it fuels one."""
    if feeding.fuels is None:
        return None
    return context.frame.placed[feeding.fuels].start - feeding.minute


def limits_before(context: Context, feeding: Feeding) -> BeforeLimits[float] | None:
    """What the feeding may hold because a session follows."""
    lead = lead_min(context, feeding)
    if lead is None:
        return None
    return carbohydrate.before_limits(minutes=lead, mass_kg=context.mass_kg)


def before_dose_g(context: Context, feeding: Feeding, feedings: Sequence[Feeding]) -> float:
    """
    Carbohydrate that a feeding should hold for what follows it.

    A run right after a lift is fuelled before the lift: the largest dose of the block counts,
    as far as it sits well by the time that the first session starts.
    """
    lead = lead_min(context, feeding)
    if lead is None or feeding.fuels is None:
        return 0.0
    placed = context.frame.placed
    doses: list[float] = []
    for place in range(feeding.fuels, len(placed)):
        if doses and placed[place].start - placed[place - 1].end >= BLOCK_GAP_MIN:
            break
        trained, start = placed[place].trained, placed[place].start
        doses.append(_dose_g(context, trained, feeding.minute, start, feedings))
    limit = carbohydrate.before_limits(minutes=lead, mass_kg=context.mass_kg)
    return min(max(doses), limit.carbohydrate_g_per_kg * context.mass_kg)


def _dose_g(
    context: Context, trained: Trained, minute: float, start: float, feedings: Sequence[Feeding]
) -> float:
    """Carbohydrate that one session asks for at a minute before its start."""
    lead, session = start - minute, trained.session
    return carbohydrate.before_g(
        minutes=lead,
        mass_kg=context.mass_kg,
        session_g=session.carbohydrate_g,
        intensity=session.intensity,
        duration_min=session.duration_min,
        fed=_fed_share(context, trained, minute, lead, feedings),
    )


def _fed_share(
    context: Context,
    trained: Trained,
    minute: float,
    lead: float,
    feedings: Sequence[Feeding],
) -> float:
    """
    How far a meal still fuels a session: for four hours, three for a lift, fading over one more.

    No meal stands in for the snack before a run when muscle is to be built.
    """
    if context.builds and trained.kind != "lift":
        return 0.0
    window = _FED_LIFT_MIN if trained.kind == "lift" else _FED_MIN
    past = [minute + lead - f.end for f in feedings if f.is_meal and f.minute < minute]
    return max((ramp(since, window + _FED_FADE_MIN, window) for since in past), default=0.0)


def hours_to_next(context: Context, place: int) -> tuple[float, float]:
    """Hours from a session's end to the next start, and what the next one uses in g."""
    placed = context.frame.placed
    end = placed[place].end
    if place + 1 < len(placed):
        following = placed[place + 1]
        return (following.start - end) / 60.0, following.trained.session.carbohydrate_g
    if context.minutes_to_next_day is None:
        return 24.0, 0.0
    hours = (context.minutes_to_next_day + DAY_MIN - end) / 60.0
    return hours, context.next_day_g_per_kg * context.mass_kg


def _after_dose_g(context: Context, feeding: Feeding) -> float:
    """Carbohydrate that a feeding should hold for the session behind it."""
    if feeding.follows is None:
        return 0.0
    hours, next_g = hours_to_next(context, feeding.follows)
    return carbohydrate.after_g(
        session_g=context.frame.placed[feeding.follows].trained.session.carbohydrate_g,
        mass_kg=context.mass_kg,
        hours_to_next=hours,
        next_g=next_g,
    )


_WEIGHTS = {"snack": 0.5, "after": 0.45, "pre-sleep": 0.15, "before": 0.0}


def _carbohydrate(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    slices: list[Slice] = []
    last_meal = max((f.minute for f in feedings if f.is_meal), default=None)
    first_meal = min((f.minute for f in feedings if f.is_meal), default=None)
    for feeding in feedings:
        if feeding.during is not None:
            dose = context.frame.placed[feeding.during].trained.session.during_carbohydrate_g
            slices.append(Slice(0.0, dose, dose))
            continue
        dose = max(before_dose_g(context, feeding, feedings), _after_dose_g(context, feeding))
        weight = 1.0 if feeding.is_meal else _WEIGHTS[feeding.kind]
        if feeding.minute == last_meal:
            weight *= 1.0 + 0.35 * ramp(context.next_day_g_per_kg, 0.8, 2.0)
        if feeding.minute == first_meal:
            weight *= 1.0 + 0.35 * ramp(context.past_day_g_per_kg, 0.8, 2.0)
        slices.append(Slice(weight, dose, _NO_LIMIT if weight > 0.0 else dose))
    return slices


def _food_share(context: Context, feeding: Feeding, feedings: Sequence[Feeding]) -> float:
    """How far a snack before a session is food at all: 0 without a dose, 1 from 10 g on."""
    if feeding.follows is not None:
        return 1.0
    return ramp(before_dose_g(context, feeding, feedings), 0.0, _SNACK_G)


def _protein(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    kg = context.reference_mass_kg
    dose = kg * protein.protein_dose_g_per_kg(age_y=context.age)
    # Older muscle answers to fewer and larger doses, so a snack leaves its share to the meals.
    snack = 0.5 - 0.35 * ramp(context.age, 55.0, 65.0)
    slices: list[Slice] = []
    eaten = [f for f in feedings if f.during is None]
    for feeding in feedings:
        limits = limits_before(context, feeding)
        food = _food_share(context, feeding, feedings)
        if feeding.during is not None:
            slices.append(Slice(0.0, 0.0, 0.0))
        elif feeding.kind == "pre-sleep" or (
            context.pre_sleep_dose and feeding is eaten[-1] and feeding.kind != "before"
        ):
            low, high = (share * kg for share in _PRE_SLEEP_G_PER_KG)
            weight, most = (1.0, _NO_LIMIT) if feeding.is_meal else (0.5, high)
            slices.append(Slice(weight, low, most))
        elif limits is not None and feeding.follows is None:
            weight = 1.0 if feeding.is_meal else 0.1
            most = max(limits.protein_g, dose) if feeding.is_meal else limits.protein_g * food
            slices.append(Slice(weight, 0.0, most))
        else:
            weight = {"snack": snack, "after": 0.5}.get(feeding.kind, 1.0)
            weight = 1.0 if feeding.is_meal else weight
            slices.append(Slice(weight, dose if feeding.follows is not None else 0.0, _NO_LIMIT))
    return slices


def _fat(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    slices: list[Slice] = []
    for feeding in feedings:
        limits = limits_before(context, feeding)
        if feeding.during is not None:
            slices.append(Slice(0.0, 0.0, 0.0))
        elif limits is not None:
            food = 1.0 if feeding.is_meal else _food_share(context, feeding, feedings)
            slices.append(Slice(1.0 if feeding.is_meal else 0.1, 0.0, limits.fat_g * food))
        elif feeding.is_meal:
            slices.append(Slice(1.0, 0.0, _NO_LIMIT))
        else:
            slices.append(Slice(0.35, 0.0, 0.35 * context.reference_mass_kg))
    return slices


def _sodium(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    weights = {"snack": 0.3, "after": 0.6, "pre-sleep": 0.1, "before": 0.15}
    slices: list[Slice] = []
    for feeding in feedings:
        if feeding.during is not None:
            dose = context.frame.placed[feeding.during].trained.session.fluids.during_sodium_mg
            slices.append(Slice(0.0, dose, dose))
        else:
            weight = 1.0 if feeding.is_meal else weights[feeding.kind]
            slices.append(Slice(weight, 0.0, _NO_LIMIT))
    return slices


def replaced_after_ml(context: Context, place: int) -> float:
    """What to drink after a session for the sweat that was not replaced on the way."""
    session = context.frame.placed[place].trained.session
    hours, _ = hours_to_next(context, place)
    return fluid.replaced_ml(
        unreplaced_ml=1000.0 * (session.fluids.sweat_l - session.fluids.drink_l),
        hours_to_next=hours,
    )


def _crowd(feeding: Feeding, eaten: Sequence[Feeding]) -> float:
    """
    How many feedings share the fullest hour that a feeding is in, itself included.

    One that follows an hour later counts fully and fades to nothing by 80 minutes, so that
    a session a minute longer never doubles what a feeding may hold.
    """
    crowd = 1.0
    for first in eaten:
        own = _in_hour(feeding.minute - first.minute)
        if own > 0.0:
            others = sum(_in_hour(f.minute - first.minute) for f in eaten) - own
            crowd = max(crowd, 1.0 + own * others)
    return crowd


def _in_hour(minutes: float) -> float:
    """Whether so many minutes later is within the hour: 1, 0, or between the two."""
    return ramp(minutes, 80.0, _DRINK_WINDOW_MIN) if minutes >= 0.0 else 0.0


def _fluid(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    weights = {"snack": 0.6, "after": 0.8, "pre-sleep": 0.3, "before": 0.3}
    eaten = [f for f in feedings if f.during is None]
    slices: list[Slice] = []
    for feeding in feedings:
        if feeding.during is not None:
            drink = 1000.0 * context.frame.placed[feeding.during].trained.session.fluids.drink_l
            slices.append(Slice(0.0, drink, drink))
            continue
        most = fluid.MOST_ML_PER_H / _crowd(feeding, eaten)
        limits = limits_before(context, feeding)
        low = 0.0
        if limits is not None and not feeding.is_meal:
            low = min(limits.fluid_ml, most)
            most = most if feeding.follows is not None else low
        elif limits is not None and feeding.follows is None:
            most = min(most, limits.fluid_ml)
        if feeding.kind == "pre-sleep":
            most = min(most, 250.0)
        weight = 1.0 if feeding.is_meal else weights[feeding.kind]
        slices.append(Slice(weight, low, most))
    return slices


def portions_of(context: Context, feedings: Sequence[Feeding], amounts: Amounts) -> Portions:
    """
    Share a day's targets among its feedings.

    Args:
        context: Frame, body and neighbouring days.
        feedings: From `feedings_of`, in order.
        amounts: The day's targets; the portions sum to them.

    Returns:
        One portion a feeding, in the same order, and the day's fluid, their sum.
    """
    drinks = _fluid(context, feedings)
    placed = context.frame.placed
    wanted = (
        fluid.base_fluid_ml(mass_kg=context.mass_kg)
        + sum(1000.0 * one.trained.session.fluids.drink_l for one in placed)
        + sum(replaced_after_ml(context, place) for place in range(len(placed)))
        + context.loose_sweat_ml
    )
    room = sum(one.most for one in drinks)
    held = max(wanted - room, 0.0)
    fluid_ml = max(wanted - held, sum(one.least for one in drinks))
    columns = (
        shared(amounts.protein_g, _protein(context, feedings)),
        shared(amounts.carbohydrate_g, _carbohydrate(context, feedings)),
        shared(amounts.fat_g, _fat(context, feedings)),
        shared(fluid_ml, drinks),
        shared(amounts.sodium_mg, _sodium(context, feedings)),
    )
    rows = tuple(Portion(*row) for row in zip(*columns, strict=True))
    return Portions(rows, fluid_ml, held)
