"""What to drink with each feeding, and the drinks between them on a day of much sweat."""

from collections.abc import Sequence
from typing import NamedTuple

from fuelcalc.planning.clock.ceilings import strain_of
from fuelcalc.planning.clock.doses import Context, hours_to_next, limits_before, weights_of
from fuelcalc.planning.clock.feedings import PRE_SLEEP_MIN, SNACK_MIN, Feeding, gaps_of
from fuelcalc.planning.clock.shares import Slice, shared
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science import fluid
from fuelcalc.science.before import MOST_FLUID_ML_PER_KG, before_limits, drink_share_before
from fuelcalc.science.numeric import ramp

# Drinks within an hour share its limit; how far they do fades until they are 80 min apart.
_DRINK_WINDOW_MIN, _DRINK_APART_MIN = 60.0, 80.0
# An hour on both sides keeps a drink out of the hours of what is eaten; what would find no room
# at all stands nearer to it, but two such drinks would be one in two halves.
_LEAST_GAP_MIN, _NEAR_GAP_MIN, _LEAST_GAP_TO_BED_MIN = 130.0, 90.0, 90.0
# A drink of its own keeps an hour from bed, and what is short by a sip needs none.
_BEFORE_BED_MIN, _SIP_ML = 60.0, 1.0
# A quarter of an hour on both sides keeps a drink apart from what is eaten, where it should be:
# one, or two where that is not enough. With food stands what finds no room between.
_APART_MIN, _MOST_BETWEEN, _LAST_SHARE, _WITH_FOOD_ML = 15.0, 2, 1e-3, 30.0
# A share so small leaves a drink free of the hours before a start.
_NO_SHARE = 1e-9


# Not all, so that the base finds room after a long session where there is none before it.
_AFTER_LONG_LESS = 0.9


class Drinks(NamedTuple):
    """The feedings with what is drunk at each, the day's fluid, and what found no hour."""

    feedings: Sequence[Feeding]
    fluid_ml: float
    held_back_ml: float


def replaced_after_ml(context: Context, session: Trained) -> float:
    """What to drink after a session for the sweat that was not replaced on the way."""
    fluids = session.needs.fluids
    hours, _ = hours_to_next(context, session)
    return fluid.replaced_ml(
        unreplaced_ml=1000.0 * (fluids.sweat_l - fluids.drink_l), hours_to_next=hours
    )


def base_ml(context: Context) -> float:
    """The day's drinks before any sweat, for its waking hours apart from long sessions."""
    frame = context.frame
    apart_h = sum(
        fluid.apart_h(
            duration_min=session.minutes, hours_after=max(frame.sleep - session.end, 0.0) / 60.0
        )
        for session in frame.sessions
    )
    awake_h = (frame.sleep - frame.wake) / 60.0
    return fluid.kept_fluid_ml(mass_kg=context.mass_kg, awake_h=awake_h, apart_h=apart_h)


def asked_ml(context: Context) -> float:
    """What a day asks to drink in all, whether or not its hours hold it."""
    sessions = context.frame.sessions
    on_the_way = 1000.0 * sum(session.needs.fluids.drink_l for session in sessions)
    after = sum(replaced_after_ml(context, session) for session in sessions)
    return base_ml(context) + context.loose_sweat_ml + on_the_way + after


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
    if not 0.0 <= minutes < _DRINK_APART_MIN:
        return 0.0
    return ramp(minutes, _DRINK_APART_MIN, _DRINK_WINDOW_MIN)


def _most_in_hour(context: Context, feeding: Feeding, eaten: Sequence[Feeding]) -> float:
    """
    The most to drink at a feeding by its hour.

    Where drinks stand apart from food they part the hour with it, so that a drink need not leave
    room for what is not drunk with the meals on both sides.
    """
    if not context.drinks_between:
        return fluid.MOST_ML_PER_H / _crowd(feeding, eaten)
    alike = [other for other in eaten if other.is_drink == feeding.is_drink]
    hour_ml, most_ml = context.most_feeding_ml, context.most_feeding_ml
    if feeding.is_drink:
        hour_ml = fluid.MOST_ML_PER_H - hour_ml
        # A drink is as much as one with a bite would be before a start.
        for session in context.frame.sessions:
            minutes = session.start - feeding.end
            if minutes >= 0.0 and strain_of(session, mass_kg=context.mass_kg) > 0.0:
                limits = before_limits(minutes=minutes, mass_kg=context.mass_kg)
                most_ml = min(most_ml, limits.fluid_ml)
    return min(hour_ml / _crowd(feeding, alike), most_ml)


def _mosts(context: Context, eaten: Sequence[Feeding]) -> list[float]:
    """The most to drink at each feeding: by its hour, its kind, and every start that follows."""
    mosts: list[float] = []
    for feeding in eaten:
        most = _most_in_hour(context, feeding, eaten)
        limits = limits_before(context, feeding)
        if limits is not None and feeding.repairs is None:
            most = min(most, limits.fluid_ml)
        most = min(most, fluid.most_to_bed_ml(minutes=context.frame.sleep - feeding.minute))
        mosts.append(most)
    for session in context.frame.sessions:
        strain = strain_of(session, mass_kg=context.mass_kg)
        shares = [_share_before(session, feeding, strain) for feeding in eaten]
        claims = [_claim(context, feeding) for feeding in eaten]
        all_claims = sum(share * claim for share, claim in zip(shares, claims, strict=True))
        budget = MOST_FLUID_ML_PER_KG * context.mass_kg
        for place, (share, claim) in enumerate(zip(shares, claims, strict=True)):
            if share > _NO_SHARE:
                mosts[place] = min(mosts[place], budget * claim / (all_claims * share))
    return mosts


def _claim(context: Context, feeding: Feeding) -> float:
    """What a feeding claims of the fluid; where drinks stand between them, next to nothing."""
    claim = weights_of(feeding).fluid
    if not context.drinks_between or feeding.is_drink:
        return claim
    # What holds no food would be a drink by another name.
    return _LAST_SHARE * claim if feeding.portion.energy_kcal > 0.0 else 0.0


def _between(context: Context, feedings: Sequence[Feeding], *, most: int) -> list[Feeding]:
    """Up to so many drinks in each stretch, as far as they keep apart from food and each other."""
    frame = context.frame
    found: list[Feeding] = []
    for start, wall in gaps_of(frame, feedings):
        end = min(wall, frame.sleep - _BEFORE_BED_MIN)
        n_drinks = min(int((end - start - _APART_MIN) / (_APART_MIN + SNACK_MIN)), most)
        for k in range(1, n_drinks + 1):
            apart = (end - start - n_drinks * SNACK_MIN) / (n_drinks + 1)
            minute = start + k * apart + (k - 1) * SNACK_MIN
            found.append(Feeding(minute, SNACK_MIN, "snack", is_drink=True))
    return found


def _apart(
    context: Context, feedings: Sequence[Feeding], eaten: Sequence[Feeding]
) -> Sequence[Feeding]:
    """What is eaten with drinks between: one in each stretch, or two where that is short."""
    found = eaten
    for most in (1, _MOST_BETWEEN):
        drinks = _between(context, feedings, most=most)
        found = sorted([*eaten, *drinks], key=lambda feeding: feeding.minute)
        pairs = zip(found, _poured(context, found).drunk_ml, strict=True)
        if sum(ml for feeding, ml in pairs if not feeding.is_drink) <= _WITH_FOOD_ML:
            break
    return found


def _share_before(session: Trained, feeding: Feeding, strain: float) -> float:
    """How far what is drunk at a feeding counts to the last four hours before a start."""
    minutes = session.start - feeding.end
    return strain * drink_share_before(minutes=minutes) if minutes >= -1e-6 else 0.0


class _Poured(NamedTuple):
    """
    What is drunk at each feeding, what found no room, and what moved ahead to make some.

    `sweat_ml` is the part of each that makes up for sweat.
    """

    drunk_ml: list[float]
    sweat_ml: list[float]
    short_ml: float
    moved_ml: float


def _poured(context: Context, eaten: Sequence[Feeding]) -> _Poured:
    """
    Share the day's fluid among its feedings.

    The day's base comes first, as on any day, so that no heat to come is drunk ahead of. Then
    comes the sweat of each session after it; where that finds no room, the base makes some by
    moving to the hours before.
    """
    mosts, claims = _mosts(context, eaten), [_claim(context, feeding) for feeding in eaten]
    wanted = base_ml(context) + context.loose_sweat_ml
    base = shared(wanted, _base_slices(context, eaten, mosts))
    sweat, short, ahead = [0.0] * len(eaten), max(wanted - sum(base), 0.0), 0.0
    for session in reversed(context.frame.sessions):
        wanted = replaced_after_ml(context, session)
        later = [feeding.minute >= session.end for feeding in eaten]
        rooms = [max(most - b - s, 0.0) for most, b, s in zip(mosts, base, sweat, strict=True)]
        more = shared(wanted, _among(claims, rooms, later))
        sweat = [own + ml for own, ml in zip(sweat, more, strict=True)]
        left = max(wanted - sum(more), 0.0)
        there = sum(own for own, is_later in zip(base, later, strict=True) if is_later)
        earlier = [not is_later for is_later in later]
        moved = shared(min(left, there), _among(claims, rooms, earlier))
        share = sum(moved) / there if there > 0.0 else 0.0
        gone = [own * share if late else 0.0 for own, late in zip(base, later, strict=True)]
        base = [own - g + ml for own, g, ml in zip(base, gone, moved, strict=True)]
        sweat = [own + g for own, g in zip(sweat, gone, strict=True)]
        short, ahead = short + left - sum(moved), ahead + sum(moved)
    drunk = [b + s for b, s in zip(base, sweat, strict=True)]
    return _Poured(drunk, sweat, short, ahead)


def _among(claims: Sequence[float], rooms: Sequence[float], chosen: Sequence[bool]) -> list[Slice]:
    """Claims within the room that is left, of the chosen ones alone."""
    return [
        Slice(claim, 0.0, room if is_chosen else 0.0)
        for claim, room, is_chosen in zip(claims, rooms, chosen, strict=True)
    ]


def _base_slices(context: Context, eaten: Sequence[Feeding], mosts: Sequence[float]) -> list[Slice]:
    """
    Claims on the base; a bite before a session comes with its drink.

    Who is back from a long session drinks its sweat, and the base at other times.
    """
    slices: list[Slice] = []
    for feeding, most in zip(eaten, mosts, strict=True):
        limits = limits_before(context, feeding)
        least = 0.0 if limits is None or feeding.is_meal else limits.fluid_ml
        if context.drinks_between:
            least = 0.0
        # The hours after a long session fade by as many as it took.
        shares = [
            ramp(session.minutes, *fluid.LONG_MIN)
            * ramp(feeding.minute - session.end, session.minutes, 0.5 * session.minutes)
            for session in context.frame.sessions
            if session.end <= feeding.minute
        ]
        claim = _claim(context, feeding) * (1.0 - _AFTER_LONG_LESS * max(shares, default=0.0))
        slices.append(Slice(claim, min(least, most), most))
    return slices


class _Place(NamedTuple):
    """Where one more drink may stand: far from food or near it, after the last session or not."""

    is_far: bool
    is_late: bool
    minutes: int
    drink: Feeding


def _places(context: Context, feedings: Sequence[Feeding]) -> list[_Place]:
    """The middles of the gaps where one more drink takes nothing from a start."""
    frame = context.frame
    last = max((session.end for session in frame.sessions), default=frame.wake)
    found: list[_Place] = []
    for start, wall in gaps_of(frame, feedings):
        to_bed = wall >= frame.sleep
        end = frame.sleep - _BEFORE_BED_MIN if to_bed else wall
        middle = 0.5 * (start + end - SNACK_MIN)
        if to_bed and end - start < _LEAST_GAP_TO_BED_MIN:
            # Too late for more than a glass.
            middle, end = frame.sleep - PRE_SLEEP_MIN, wall
        drink = Feeding(middle, SNACK_MIN, "snack", is_drink=True)
        free = all(
            _share_before(session, drink, strain_of(session, mass_kg=context.mass_kg)) < 1.0
            for session in frame.sessions
        )
        far = end - start >= (_LEAST_GAP_TO_BED_MIN if to_bed else _LEAST_GAP_MIN)
        # Where drinks part the day with small feedings each gap has its own already.
        if free and (far or (end - start >= _NEAR_GAP_MIN and not context.drinks_between)):
            found.append(_Place(far, start >= last, round(end - start), drink))
    return sorted(found, key=lambda place: place[:3], reverse=True)


def _with_another(
    context: Context, eaten: Sequence[Feeding], poured: _Poured
) -> tuple[list[Feeding], _Poured] | None:
    """The feedings with the first more drink that helps; None where no drink does."""
    places = _places(context, eaten) if poured.short_ml + poured.moved_ml > _SIP_ML else []
    for place in places:
        more = sorted([*eaten, place.drink], key=lambda feeding: feeding.minute)
        found = _poured(context, more)
        # What only moved ahead is helped by a drink after the last session alone, far from food.
        is_for_moved = place.is_far and place.is_late
        moved_back_ml = poured.moved_ml - found.moved_ml if is_for_moved else 0.0
        if poured.short_ml - found.short_ml + moved_back_ml > _SIP_ML:
            return more, found
    return None


def drinks_of(context: Context, feedings: Sequence[Feeding]) -> Drinks:
    """
    Share the day's fluid: at most 0.8 L in any hour outside sessions, and sweat after it was lost.

    Where the feedings cannot hold it a drink stands between them, so that the day's fluid does
    not hang on the number of meals.

    Args:
        context: Body, frame and neighbouring days.
        feedings: In order, with what is eaten at each.
    """
    eaten: Sequence[Feeding] = [f for f in feedings if f.accompanies is None]
    if context.drinks_between:
        eaten = _apart(context, feedings, eaten)
    poured = _poured(context, eaten)
    # Each takes a gap of its own, so that they come to an end.
    while (found := _with_another(context, eaten, poured)) is not None:
        eaten, poured = found
    taken = [feeding for feeding in feedings if feeding.accompanies is not None]
    amounts = dict(zip(eaten, poured.drunk_ml, strict=True))
    amounts.update((feeding, _on_the_move_ml(feeding)) for feeding in taken)
    sweat = dict(zip(eaten, poured.sweat_ml, strict=True))
    ordered = sorted(
        [*eaten, *taken], key=lambda feeding: (feeding.minute, feeding.accompanies is not None)
    )
    return Drinks(
        [
            feeding.holding(
                portion=feeding.portion._replace(fluid_ml=amounts[feeding]),
                sweat_ml=sweat.get(feeding, 0.0),
            )
            for feeding in ordered
        ],
        sum(amounts.values()),
        poured.short_ml,
    )


def sodium_of(
    context: Context, feedings: Sequence[Feeding], claims: Sequence[float], total_mg: float
) -> list[float]:
    """
    Sodium by feeding: what a session sweated to those after it, as its drink, the rest to all.

    The adequate intake of the day comes first, and what nothing is eaten after goes to all.

    Args:
        context: The day's sessions.
        feedings: Those outside sessions, in order.
        claims: How much each takes beside the others.
        total_mg: What they hold together.
    """
    rooms, everyone = [total_mg] * len(feedings), [True] * len(feedings)
    owed: list[tuple[float, list[Slice]]] = []
    for session in context.frame.sessions:
        fluids = session.needs.fluids
        mg = fluid.owed_sodium_mg(
            sweat_sodium_mg=fluids.sweat_sodium_mg, during_sodium_mg=fluids.during_sodium_mg
        )
        later = [feeding.minute >= session.end for feeding in feedings]
        if any(claim for claim, is_later in zip(claims, later, strict=True) if is_later):
            owed.append((mg, _among(claims, rooms, later)))
    wanted = sum(mg for mg, _ in owed)
    part = min(max(total_mg - fluid.SODIUM_MG, 0.0) / wanted, 1.0) if wanted > 0.0 else 0.0
    columns = [shared(part * mg, slices) for mg, slices in owed]
    rest = max(total_mg - sum(map(sum, columns)), 0.0)
    columns.append(shared(rest, _among(claims, rooms, everyone)))
    return [sum(parts) for parts in zip(*columns, strict=True)]


def _on_the_move_ml(feeding: Feeding) -> float:
    """What is drunk on a session."""
    session = feeding.accompanies
    return 0.0 if session is None else 1000.0 * session.needs.fluids.drink_l
