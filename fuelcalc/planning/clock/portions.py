"""How much each feeding holds: the day's targets, shared out without jumps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from fuelcalc.models.timeline import FeedingKind
from fuelcalc.planning.clock.feedings import BLOCK_GAP_MIN, Feeding, Portion
from fuelcalc.planning.clock.frame import DAY_MIN, Frame
from fuelcalc.planning.clock.shares import Slice, shared
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science import carbohydrate, fluid, protein
from fuelcalc.science.before import BeforeLimits, before_limits
from fuelcalc.science.numeric import ramp

_NO_LIMIT = 1e9
# A feeding that holds less in all (grams, ml and mg together) is not worth a line.
_LEAST = 1e-6
# From so much carbohydrate on a snack before a session is food, and may hold protein and fat.
_SNACK_G = 10.0
# 27 to 40 g of casein before sleep in the trials (Snijders 2015), by mass.
_PRE_SLEEP_G_PER_KG = (0.40, 0.50)
# A glass: more wakes one up again.
_PRE_SLEEP_DRINK_ML = 250.0
# More fat than this in a snack is a meal.
_SNACK_FAT_G_PER_KG = 0.35
# Drinks within an hour share its limit; how far they do fades until they are 80 min apart.
_DRINK_WINDOW_MIN, _DRINK_APART_MIN = 60.0, 80.0
# How long a meal still fuels a run, and a lift, and how it fades.
_FED_MIN, _FED_LIFT_MIN, _FED_FADE_MIN = 240.0, 180.0, 60.0
# A long session on the day before or after moves up to so much more to the meal beside it.
_NEIGHBOUR_SHARE, _NEIGHBOUR_G_PER_KG = 0.35, (0.8, 2.0)


class Weights(NamedTuple):
    """How large a claim a kind of feeding has on what is left, against 1 for a meal."""

    protein: float
    carbohydrate: float
    fat: float
    fluid: float
    sodium: float


MEAL: Final = Weights(1.0, 1.0, 1.0, 1.0, 1.0)
WEIGHTS: Final[Mapping[FeedingKind, Weights]] = {
    # Half a meal in the long gaps; older muscle answers to larger doses, see `_snack_protein`.
    "snack": Weights(0.5, 0.5, 0.35, 0.6, 0.3),
    # Beside its dose: a meal follows soon.
    "after": Weights(0.5, 0.45, 0.35, 0.8, 0.6),
    # Protein for the night, and little to drink.
    "pre-sleep": Weights(0.5, 0.15, 0.35, 0.3, 0.1),
    # Carbohydrate by its dose alone; hardly anything that stays in the stomach.
    "before": Weights(0.1, 0.0, 0.1, 0.3, 0.15),
    # What is taken on the move is a dose, and nothing is shared out to it.
    "during": Weights(0.0, 0.0, 0.0, 0.0, 0.0),
}
"""The claims of feedings that are no meals, an estimate each: the doses are what papers say."""


class Amounts(NamedTuple):
    """The day's targets as they are shared out."""

    protein_g: float
    carbohydrate_g: float
    fat_g: float
    sodium_mg: float


class Context(NamedTuple):
    """
    What the portions depend on beside the feedings: the body and the days on both sides.

    `next_start` is when tomorrow's first session starts, in minutes since that midnight.
    """

    frame: Frame
    mass_kg: float
    reference_mass_kg: float
    age: float
    builds: bool
    pre_sleep_dose: bool
    next_start: float | None
    next_day_g_per_kg: float
    past_day_g_per_kg: float
    loose_sweat_ml: float
    times_carbohydrate: bool = True


class Portions(NamedTuple):
    """
    Every feeding with its portion.

    Attributes:
        context: What they depended on.
        feedings: In order; those that hold nothing are left out.
        fluid_ml: The day's fluid.
        held_back_ml: What the hourly limit held back of it.
    """

    context: Context
    feedings: tuple[Feeding, ...]
    fluid_ml: float
    held_back_ml: float


def weights_of(feeding: Feeding) -> Weights:
    """A feeding's claims."""
    return MEAL if feeding.is_meal else WEIGHTS[feeding.kind]


def limits_before(context: Context, feeding: Feeding) -> BeforeLimits[float] | None:
    """What the feeding may hold because a session follows."""
    if feeding.lead_min is None:
        return None
    return before_limits(minutes=feeding.lead_min, mass_kg=context.mass_kg)


def before_dose_g(context: Context, feeding: Feeding, feedings: Sequence[Feeding]) -> float:
    """
    Carbohydrate that a feeding should hold for what follows it.

    A run right after a lift is fuelled before the lift: the largest dose of the block counts,
    as far as it sits well by the time that the first session starts.
    """
    limits = limits_before(context, feeding)
    if limits is None or feeding.prepares is None or not context.times_carbohydrate:
        return 0.0
    doses: list[float] = []
    session: Trained | None = feeding.prepares
    while session is not None:
        doses.append(_dose_g(context, session, feeding, feedings))
        following = context.frame.after(session)
        near = following is not None and following.start - session.end < BLOCK_GAP_MIN
        session = following if near else None
    return min(max(doses), limits.carbohydrate_g_per_kg * context.mass_kg)


def _dose_g(
    context: Context, session: Trained, feeding: Feeding, feedings: Sequence[Feeding]
) -> float:
    """Carbohydrate that one session asks for from a feeding before its start."""
    return carbohydrate.before_g(
        minutes=session.start - feeding.minute,
        mass_kg=context.mass_kg,
        session_g=session.needs.carbohydrate_g,
        intensity=session.needs.intensity,
        duration_min=session.needs.duration_min,
        fed=_fed_share(context, session, feeding, feedings),
    )


def _fed_share(
    context: Context, session: Trained, feeding: Feeding, feedings: Sequence[Feeding]
) -> float:
    """
    How far a meal still fuels a session: for four hours, three for a lift, fading over one more.

    No meal stands in for the snack before a run when muscle is to be built.
    """
    if context.builds and session.kind != "lift":
        return 0.0
    window = _FED_LIFT_MIN if session.kind == "lift" else _FED_MIN
    minute, lead = feeding.minute, session.start - feeding.minute
    past = [minute + lead - meal.end for meal in feedings if meal.is_meal and meal.minute < minute]
    return max((ramp(since, window + _FED_FADE_MIN, window) for since in past), default=0.0)


def hours_to_next(context: Context, session: Trained) -> tuple[float, float]:
    """Hours from a session's end to the next start, and what the next one uses in g."""
    following = context.frame.after(session)
    if following is not None:
        return (following.start - session.end) / 60.0, following.needs.carbohydrate_g
    if context.next_start is None:
        return 24.0, 0.0
    hours = (context.next_start + DAY_MIN - session.end) / 60.0
    return hours, context.next_day_g_per_kg * context.mass_kg


def after_dose_g(context: Context, feeding: Feeding) -> float:
    """Carbohydrate that a feeding should hold for the session behind it, at most 1.2 g/kg."""
    if feeding.repairs is None or not context.times_carbohydrate:
        return 0.0
    hours, next_g = hours_to_next(context, feeding.repairs)
    in_all_g = carbohydrate.after_g(
        session_g=feeding.repairs.needs.carbohydrate_g,
        mass_kg=context.mass_kg,
        hours_to_next=hours,
        next_g=next_g,
    )
    return min(in_all_g, carbohydrate.MOST_AFTER_G_PER_KG * context.mass_kg)


def _carbohydrate(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    slices: list[Slice] = []
    meals = [feeding for feeding in feedings if feeding.is_meal]
    for feeding in feedings:
        if feeding.accompanies is not None:
            dose = feeding.accompanies.needs.during_carbohydrate_g
            dose = dose if context.times_carbohydrate else 0.0
            slices.append(Slice(0.0, dose, dose))
            continue
        dose = max(before_dose_g(context, feeding, feedings), after_dose_g(context, feeding))
        weight = weights_of(feeding).carbohydrate
        if meals and feeding.minute == meals[-1].minute:
            weight *= 1.0 + _NEIGHBOUR_SHARE * ramp(context.next_day_g_per_kg, *_NEIGHBOUR_G_PER_KG)
        if meals and feeding.minute == meals[0].minute:
            weight *= 1.0 + _NEIGHBOUR_SHARE * ramp(context.past_day_g_per_kg, *_NEIGHBOUR_G_PER_KG)
        slices.append(Slice(weight, dose, _NO_LIMIT if weight > 0.0 else dose))
    return slices


def _food_share(context: Context, feeding: Feeding, feedings: Sequence[Feeding]) -> float:
    """How far a snack before a session is food at all: 0 without a dose, 1 from 10 g on."""
    if feeding.repairs is not None:
        return 1.0
    return ramp(before_dose_g(context, feeding, feedings), 0.0, _SNACK_G)


def protein_dose_g(context: Context) -> float:
    """Protein that a feeding after a session should hold at least."""
    return context.reference_mass_kg * protein.protein_dose_g_per_kg(age_y=context.age)


def _protein(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    kg, dose = context.reference_mass_kg, protein_dose_g(context)
    slices: list[Slice] = []
    eaten = [feeding for feeding in feedings if feeding.accompanies is None]
    for feeding in feedings:
        limits = limits_before(context, feeding)
        weight = weights_of(feeding).protein
        if feeding.accompanies is not None:
            taken = feeding.accompanies.needs.during_protein_g
            slices.append(Slice(0.0, taken, taken))
        elif feeding.kind == "pre-sleep" or (
            context.pre_sleep_dose and feeding is eaten[-1] and feeding.kind != "before"
        ):
            low, high = (share * kg for share in _PRE_SLEEP_G_PER_KG)
            most = _NO_LIMIT if feeding.is_meal else high
            slices.append(Slice(weight, low, most))
        elif limits is not None and feeding.repairs is None:
            food = _food_share(context, feeding, feedings)
            most = max(limits.protein_g, dose) if feeding.is_meal else limits.protein_g * food
            slices.append(Slice(weight, 0.0, most))
        else:
            if feeding.kind == "snack":
                weight = _snack_protein(context.age)
            slices.append(Slice(weight, dose if feeding.repairs is not None else 0.0, _NO_LIMIT))
    return slices


def _snack_protein(age: float) -> float:
    """A snack's claim: older muscle answers to larger doses, so it leaves its share to meals."""
    # From 65 a snack claims 0.15 of a meal: crumbs of protein build nothing at that age.
    return WEIGHTS["snack"].protein - 0.35 * ramp(age, 55.0, 65.0)


def _fat(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    slices: list[Slice] = []
    for feeding in feedings:
        limits = limits_before(context, feeding)
        if feeding.accompanies is not None:
            slices.append(Slice(0.0, 0.0, 0.0))
        elif limits is not None:
            food = 1.0 if feeding.is_meal else _food_share(context, feeding, feedings)
            # What also repairs is held to the same little before the next session.
            weight = 1.0 if feeding.is_meal else WEIGHTS["before"].fat
            slices.append(Slice(weight, 0.0, limits.fat_g * food))
        else:
            most = _NO_LIMIT if feeding.is_meal else _SNACK_FAT_G_PER_KG * context.reference_mass_kg
            slices.append(Slice(weights_of(feeding).fat, 0.0, most))
    return slices


def _sodium(feedings: Sequence[Feeding]) -> list[Slice]:
    slices: list[Slice] = []
    for feeding in feedings:
        if feeding.accompanies is not None:
            dose = feeding.accompanies.needs.fluids.during_sodium_mg
            slices.append(Slice(0.0, dose, dose))
        else:
            slices.append(Slice(weights_of(feeding).sodium, 0.0, _NO_LIMIT))
    return slices


def replaced_after_ml(context: Context, session: Trained) -> float:
    """What to drink after a session for the sweat that was not replaced on the way."""
    fluids = session.needs.fluids
    hours, _ = hours_to_next(context, session)
    return fluid.replaced_ml(
        unreplaced_ml=1000.0 * (fluids.sweat_l - fluids.drink_l), hours_to_next=hours
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
            others = sum(_in_hour(other.minute - first.minute) for other in eaten) - own
            crowd = max(crowd, 1.0 + own * others)
    return crowd


def _in_hour(minutes: float) -> float:
    """Whether so many minutes later is within the hour: 1, 0, or between the two."""
    return ramp(minutes, _DRINK_APART_MIN, _DRINK_WINDOW_MIN) if minutes >= 0.0 else 0.0


def _fluid(context: Context, feedings: Sequence[Feeding]) -> list[Slice]:
    eaten = [feeding for feeding in feedings if feeding.accompanies is None]
    slices: list[Slice] = []
    for feeding in feedings:
        if feeding.accompanies is not None:
            drink = 1000.0 * feeding.accompanies.needs.fluids.drink_l
            slices.append(Slice(0.0, drink, drink))
            continue
        most = fluid.MOST_ML_PER_H / _crowd(feeding, eaten)
        limits = limits_before(context, feeding)
        low = 0.0
        if limits is not None and not feeding.is_meal:
            low = min(limits.fluid_ml, most)
            most = most if feeding.repairs is not None else low
        elif limits is not None and feeding.repairs is None:
            most = min(most, limits.fluid_ml)
        if feeding.kind == "pre-sleep":
            most = min(most, _PRE_SLEEP_DRINK_ML)
        slices.append(Slice(weights_of(feeding).fluid, low, most))
    return slices


def portions_of(context: Context, feedings: Sequence[Feeding], amounts: Amounts) -> Portions:
    """
    Share a day's targets among its feedings.

    Args:
        context: Frame, body and neighbouring days.
        feedings: From `feedings_of`, in order.
        amounts: The day's targets; the portions sum to them.

    Returns:
        The feedings that hold something, in the same order, and the day's fluid, their sum.
    """
    drinks = _fluid(context, feedings)
    sessions = context.frame.sessions
    wanted = (
        fluid.base_fluid_ml(mass_kg=context.mass_kg)
        + sum(1000.0 * session.needs.fluids.drink_l for session in sessions)
        + sum(replaced_after_ml(context, session) for session in sessions)
        + context.loose_sweat_ml
    )
    room = sum(claim.most for claim in drinks)
    held = max(wanted - room, 0.0)
    fluid_ml = max(wanted - held, sum(claim.least for claim in drinks))
    columns = (
        shared(amounts.protein_g, _protein(context, feedings)),
        shared(amounts.carbohydrate_g, _carbohydrate(context, feedings)),
        shared(amounts.fat_g, _fat(context, feedings)),
        shared(fluid_ml, drinks),
        shared(amounts.sodium_mg, _sodium(feedings)),
    )
    portioned = tuple(
        replace(feeding, portion=Portion(*row))
        for feeding, row in zip(feedings, zip(*columns, strict=True), strict=True)
        if sum(row) >= _LEAST
    )
    return Portions(context, portioned, fluid_ml, held)
