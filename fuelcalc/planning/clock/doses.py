"""What a session asks of the feedings around it: before it, after it, and between two."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Final, NamedTuple

from fuelcalc.models.timeline import FeedingKind
from fuelcalc.planning.clock.feedings import BLOCK_GAP_MIN, Feeding
from fuelcalc.planning.clock.frame import DAY_MIN, Frame
from fuelcalc.planning.clock.shares import Slice, shared
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science import carbohydrate, protein
from fuelcalc.science.before import BeforeLimits, before_limits
from fuelcalc.science.numeric import blend, ramp

# How long a meal still fuels a run, and a lift, and how it fades.
_FED_MIN, _FED_LIFT_MIN, _FED_FADE_MIN = 240.0, 180.0, 60.0
# From where to where a session becomes so long that its evening cannot make up for it.
_VERY_LONG_MIN = (150.0, 300.0)


class Weights(NamedTuple):
    """How large a claim a kind of feeding has on what is left, against 1 for a meal."""

    protein: float
    carbohydrate: float
    fat: float
    fluid: float
    sodium: float


MEAL: Final = Weights(1.0, 1.0, 1.0, 1.0, 1.0)
DRINK: Final = Weights(0.0, 0.0, 0.0, 0.8, 0.0)
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


class Context(NamedTuple):
    """
    What the portions depend on beside the feedings: the body and the days on both sides.

    `eating` is the part of the day that food is eaten in, and `next_start` when tomorrow's first
    session starts, in minutes since that midnight; `next_is_key` is whether one of them is long or
    hard.

    `most_feeding_kcal` and `most_feeding_ml` hold for each feeding outside sessions, and
    `most_added` is how many feedings may be added for want of room in the others, and `is_repaid`
    whether the next days may make up for what finds none. With `drinks_between` what is drunk
    stands between them.
    """

    frame: Frame
    eating: Frame
    mass_kg: float
    reference_mass_kg: float
    age: float
    builds: bool
    pre_sleep_dose: bool
    next_start: float | None
    next_day_g_per_kg: float
    past_day_g_per_kg: float
    loose_sweat_ml: float
    next_is_key: bool = False
    most_feeding_kcal: float = inf
    most_feeding_ml: float = inf
    drinks_between: bool = False
    most_added: int = 0
    times_carbohydrate: bool = True
    is_repaid: bool = True


def weights_of(feeding: Feeding) -> Weights:
    """A feeding's claims."""
    if feeding.is_drink:
        return DRINK
    return MEAL if feeding.is_meal else WEIGHTS[feeding.kind]


def limits_before(context: Context, feeding: Feeding) -> BeforeLimits[float] | None:
    """What sits well at a feeding for a session that follows, by the minutes from its end."""
    if feeding.prepares is None:
        return None
    minutes = feeding.prepares.start - feeding.end
    return before_limits(minutes=minutes, mass_kg=context.mass_kg)


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
    # What the first session asks for sits well; what a later one does, up to the row's middle.
    return min(max(doses), max(doses[0], limits.carbohydrate_g_per_kg * context.mass_kg))


def _dose_g(
    context: Context, session: Trained, feeding: Feeding, feedings: Sequence[Feeding]
) -> float:
    """Carbohydrate that one session asks for from a feeding before its start."""
    return carbohydrate.before_g(
        minutes=session.start - feeding.end,
        mass_kg=context.mass_kg,
        session_g=session.needs.carbohydrate_g,
        intensity=session.needs.intensity,
        duration_min=session.needs.duration_min,
        fed=_fed_share(context, session, feeding, feedings),
        is_race=float(session.is_race),
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


def _refuel_g(context: Context, session: Trained) -> float:
    """Carbohydrate that a session asks for until the next one, in all."""
    hours, next_g = hours_to_next(context, session)
    return carbohydrate.after_g(
        session_g=session.needs.carbohydrate_g,
        mass_kg=context.mass_kg,
        hours_to_next=hours,
        next_g=next_g,
    )


def after_dose_g(context: Context, feeding: Feeding) -> float:
    """Carbohydrate that a feeding should hold for the session behind it, at most 1.2 g/kg."""
    if feeding.repairs is None or not context.times_carbohydrate:
        return 0.0
    most = carbohydrate.MOST_AFTER_G_PER_KG * context.mass_kg
    return min(_refuel_g(context, feeding.repairs), most)


def refuel_share(context: Context, feeding: Feeding) -> float:
    """How far a feeding stands where two sessions leave more to refuel than one feeding holds."""
    shares = [
        ramp(
            _refuel_g(context, session) / context.mass_kg,
            carbohydrate.MOST_AFTER_G_PER_KG,
            2.0 * carbohydrate.MOST_AFTER_G_PER_KG,
        )
        for session in context.frame.sessions
        for following in (context.frame.after(session),)
        if following is not None and session.end <= feeding.minute < following.start
    ]
    return max(shares, default=0.0) if context.times_carbohydrate else 0.0


def carbohydrate_doses_g(
    context: Context, feedings: Sequence[Feeding], mosts: Sequence[float]
) -> list[float]:
    """
    The carbohydrate that each feeding should hold at least.

    What the next session of the day leaves to refuel beyond the first feeding is spread over the
    others before it, as far as they may hold it.

    Args:
        context: Body and neighbouring sessions.
        feedings: Those outside sessions, in order.
        mosts: The most that each may hold.
    """
    doses = [
        min(max(before_dose_g(context, feeding, feedings), after_dose_g(context, feeding)), most)
        for feeding, most in zip(feedings, mosts, strict=True)
    ]
    for place, feeding in enumerate(feedings):
        following = None if feeding.repairs is None else context.frame.after(feeding.repairs)
        if feeding.repairs is None or following is None or not context.times_carbohydrate:
            continue
        later = [
            n for n in range(place + 1, len(feedings)) if feedings[n].end <= following.start + 1e-6
        ]
        rest = _refuel_g(context, feeding.repairs) - doses[place]
        rest -= sum(doses[n] for n in later)
        if rest > 0.0:
            room = [Slice(1.0, 0.0, mosts[n] - doses[n]) for n in later]
            for n, more in zip(later, shared(rest, room), strict=True):
                doses[n] += more
    return doses


def refuel_mosts_g(
    context: Context, feedings: Sequence[Feeding], mosts: Sequence[float], doses: Sequence[float]
) -> list[float]:
    """
    The most carbohydrate at each feeding, where two sessions of a day leave much to refuel.

    Between them stand at most 1.2 g/kg for each hour, four hours at most: more than is stored by
    then waits for the evening. No dose gives way to it.

    Args:
        context: Body and neighbouring sessions.
        feedings: Those outside sessions, in order.
        mosts: The most that each may hold for other reasons.
        doses: What each should hold at least.
    """
    result = _after_very_long(context, feedings, mosts, doses)
    for session in context.frame.sessions:
        following = context.frame.after(session)
        if following is None:
            continue
        hours = min((following.start - session.end) / 60.0, carbohydrate.FAST_REFUEL_H)
        most_g = carbohydrate.MOST_AFTER_G_PER_KG * context.mass_kg * max(hours, 0.0)
        between = [
            n
            for n, feeding in enumerate(feedings)
            if session.end <= feeding.minute + 1e-6 and feeding.end <= following.start + 1e-6
        ]
        # What they may hold beside their doses shrinks alike.
        spare_g = sum(result[n] - doses[n] for n in between)
        left_g = max(most_g - sum(doses[n] for n in between), 0.0)
        part = min(left_g / spare_g, 1.0) if spare_g > 0.0 else 1.0
        for n in between:
            fair_g = doses[n] + part * (result[n] - doses[n])
            result[n] = blend(result[n], fair_g, refuel_share(context, feedings[n]))
    return result


def _after_very_long(
    context: Context, feedings: Sequence[Feeding], mosts: Sequence[float], doses: Sequence[float]
) -> list[float]:
    """
    The most at each feeding between a day's last session and sleep, if that session was very long.

    An evening stores so much and no more, however much the day has cost: the day ends behind, and
    the next ones repay it.
    """
    result = list(mosts)
    if not context.frame.sessions or not context.is_repaid:
        return result
    last = max(context.frame.sessions, key=lambda session: session.end)
    hours = (context.frame.sleep - last.end) / 60.0
    behind = [n for n, feeding in enumerate(feedings) if feeding.minute >= last.end]
    spare_g = sum(result[n] - doses[n] for n in behind)
    left_g = carbohydrate.stored_after_g(hours=hours, mass_kg=context.mass_kg)
    left_g = max(left_g - sum(doses[n] for n in behind), 0.0)
    part = min(left_g / spare_g, 1.0) if spare_g > 0.0 else 1.0
    long = ramp(last.minutes, *_VERY_LONG_MIN)
    for n in behind:
        result[n] = blend(result[n], doses[n] + part * (result[n] - doses[n]), long)
    return result


def protein_dose_g(context: Context) -> float:
    """Protein that a feeding after a session should hold at least."""
    return context.reference_mass_kg * protein.protein_dose_g_per_kg(age_y=context.age)
