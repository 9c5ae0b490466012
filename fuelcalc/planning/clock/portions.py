"""How much each feeding holds: the day's targets, shared out without jumps and within ceilings."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from fuelcalc.planning.clock.ceilings import ceilings_of
from fuelcalc.planning.clock.doses import (
    Context,
    before_dose_g,
    carbohydrate_doses_g,
    protein_dose_g,
    refuel_mosts_g,
    refuel_share,
    weights_of,
)
from fuelcalc.planning.clock.drinks import Drinks, drinks_of, sodium_of
from fuelcalc.planning.clock.feedings import (
    SNACK_MIN,
    Feeding,
    Portion,
    gaps_of,
    is_clear,
)
from fuelcalc.planning.clock.shares import Slice, shared
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science import carbohydrate, fat
from fuelcalc.science.feeding import most_snack_kcal
from fuelcalc.science.numeric import ramp

_NO_LIMIT = 1e9
# A feeding that holds less in all (grams, ml and mg together) is not worth a line.
_LEAST = 1e-6
# So much that found no room is a reason for one more feeding, and so much gives fat back all the
# place that carbohydrate took for want of it.
_LEAST_LEFT_KCAL, _ALL_BACK_KCAL = 1.0, 400.0
# From so much carbohydrate on a snack before a session is food, and may hold protein and fat.
_SNACK_G = 10.0
# 27 to 40 g of casein before sleep in the trials (Snijders 2015), by mass.
_PRE_SLEEP_G_PER_KG = (0.40, 0.50)
# More fat than this in a snack is a meal.
_SNACK_FAT_G_PER_KG = 0.35
# A long session on the day before or after moves up to so much more to the meal beside it.
_NEIGHBOUR_SHARE = 0.35
NEIGHBOUR_G_PER_KG = (0.8, 2.0)
"""What such a session burns of carbohydrate where this begins, and where all of it is moved."""

# Refuelling between two sessions stops at its dose of 1.0-1.2 g/kg an hour.
_REFUEL_LESS = 0.4
# Older muscle answers to larger doses only: three meals come before anything else.
_OLDER_AGE = (55.0, 65.0)
_MAIN_MEALS = ("breakfast", "lunch", "dinner")
# A gap that holds one feeding more, with half an hour on both sides.
_LEAST_GAP_MIN = 70.0


class Amounts(NamedTuple):
    """The day's targets as they are shared out."""

    protein_g: float
    carbohydrate_g: float
    fat_g: float
    sodium_mg: float


class Portions(NamedTuple):
    """
    Every feeding with its portion.

    Attributes:
        context: What they depended on.
        feedings: In order; those that hold nothing are left out.
        left: What found no room under the ceilings; carbohydrate below 0 took the place of fat.
        n_added: How many feedings were added for want of room in the others.
        most_fibre_g: The most fibre that all ceilings together let be eaten.
        fluid_ml: The day's fluid.
        held_back_ml: What the hourly limit held back of it.
    """

    context: Context
    feedings: tuple[Feeding, ...]
    left: Portion
    n_added: int
    most_fibre_g: float
    fluid_ml: float
    held_back_ml: float


class _Shares(NamedTuple):
    """What each feeding holds beside its drink, and what is left."""

    feedings: Sequence[Feeding]
    portions: Sequence[Portion]
    left: Portion


def _held(context: Context, feedings: Sequence[Feeding]) -> list[Feeding]:
    """The feedings with their ceilings; what is taken on the move is a dose."""
    return [
        feeding
        if feeding.accompanies is not None
        else feeding.holding(
            ceilings=ceilings_of(
                feeding,
                context.frame,
                mass_kg=context.mass_kg,
                most_kcal=context.most_feeding_kcal,
                most_snack_kcal=most_snack_kcal(mass_kg=context.mass_kg),
            ),
        )
        for feeding in feedings
    ]


def _food_share(context: Context, feeding: Feeding, feedings: Sequence[Feeding]) -> float:
    """How far a snack before a session is food at all: 0 without a dose, 1 from 10 g on."""
    return ramp(before_dose_g(context, feeding, feedings), 0.0, _SNACK_G)


def _protein_slice(context: Context, feeding: Feeding, feedings: Sequence[Feeding]) -> Slice:
    """What one feeding outside sessions claims of the protein."""
    kg, dose = context.reference_mass_kg, protein_dose_g(context)
    weight = weights_of(feeding).protein
    most = min(feeding.ceilings.protein_g, feeding.ceilings.energy_kcal / 4.0, _NO_LIMIT)
    if feeding.kind == "pre-sleep" or (
        context.pre_sleep_dose and feeding is feedings[-1] and feeding.kind != "before"
    ):
        low, high = (share * kg for share in _PRE_SLEEP_G_PER_KG)
        return _within(weight, low, most if feeding.is_meal else min(high, most))
    if feeding.is_bite_before:
        return _within(weight, 0.0, most * _food_share(context, feeding, feedings))
    if feeding.kind == "snack":
        # From 65 a snack claims 0.15 of a meal: crumbs of protein build nothing at that age.
        weight -= 0.35 * ramp(context.age, *_OLDER_AGE)
    return _within(weight, dose if feeding.repairs is not None else 0.0, most)


def _within(weight: float, least: float, most: float) -> Slice:
    """A claim whose least keeps to its most, which gives way to nothing."""
    return Slice(weight, min(least, most), most)


def _protein(context: Context, feedings: Sequence[Feeding], total: float) -> list[float]:
    """
    Protein by feeding.

    With age three meals get their dose first, then what follows a session, and only then what
    snacks and sleep claim.
    """
    slices = [_protein_slice(context, feeding, feedings) for feeding in feedings]
    older, dose = ramp(context.age, *_OLDER_AGE), protein_dose_g(context)
    firsts = [
        min(older * dose, claim.most) if feeding.name in _MAIN_MEALS else 0.0
        for feeding, claim in zip(feedings, slices, strict=True)
    ]
    rest, leasts = max(total - sum(firsts), 0.0), firsts
    for is_repair in (True, False):
        more = [
            max(claim.least - first, 0.0) if (feeding.repairs is not None) is is_repair else 0.0
            for feeding, claim, first in zip(feedings, slices, firsts, strict=True)
        ]
        wanted = sum(more)
        kept = 1.0 - older * (1.0 - min(rest / wanted, 1.0)) if wanted > 0.0 else 1.0
        rest = max(rest - wanted, 0.0)
        leasts = [least + kept * own for least, own in zip(leasts, more, strict=True)]
    return shared(
        total,
        [claim._replace(least=least) for claim, least in zip(slices, leasts, strict=True)],
    )


def _carbohydrate_weights(context: Context, feedings: Sequence[Feeding]) -> list[float]:
    """What each feeding claims of the carbohydrate: more beside a long session of a neighbour."""
    meals = [feeding for feeding in feedings if feeding.is_meal]
    weights: list[float] = []
    for feeding in feedings:
        weight = weights_of(feeding).carbohydrate
        # What is eaten to refuel is a dose; beside it a meal there claims less of the day.
        weight *= 1.0 - _REFUEL_LESS * refuel_share(context, feeding)
        if meals and feeding.minute == meals[-1].minute:
            weight *= 1.0 + _NEIGHBOUR_SHARE * ramp(context.next_day_g_per_kg, *NEIGHBOUR_G_PER_KG)
        if meals and feeding.minute == meals[0].minute:
            weight *= 1.0 + _NEIGHBOUR_SHARE * ramp(context.past_day_g_per_kg, *NEIGHBOUR_G_PER_KG)
        weights.append(weight)
    return weights


def _fat_slice(
    context: Context, feeding: Feeding, feedings: Sequence[Feeding], room_kcal: float
) -> Slice:
    """What one feeding outside sessions claims of the fat, in the energy that is left of it."""
    most = min(feeding.ceilings.fat_g, max(room_kcal, 0.0) / 9.0)
    weight = weights_of(feeding).fat
    if feeding.is_bite_before:
        return Slice(weight, 0.0, most * _food_share(context, feeding, feedings))
    if feeding.prepares is not None and not feeding.is_meal:
        # What also repairs is held to the same little before the next session.
        weight = weights_of(replace(feeding, kind="before")).fat
    snack = inf if feeding.is_meal else _SNACK_FAT_G_PER_KG * context.reference_mass_kg
    return Slice(weight, 0.0, min(most, snack, _NO_LIMIT))


class _Column(NamedTuple):
    """Carbohydrate by feeding, with what each claims and may hold."""

    grams: list[float]
    weights: list[float]
    mosts: list[float]


def _carbohydrate(
    context: Context,
    feedings: Sequence[Feeding],
    total: float,
    *,
    rooms_kcal: Sequence[float],
    part: float,
) -> _Column:
    """Carbohydrate by feeding: its doses, and beside them its *part* of the energy that fits."""
    mosts = [
        min(feeding.ceilings.carbohydrate_g, kcal / 4.0, _NO_LIMIT)
        for feeding, kcal in zip(feedings, rooms_kcal, strict=True)
    ]
    doses = carbohydrate_doses_g(context, feedings, mosts)
    mosts = refuel_mosts_g(context, feedings, mosts, doses)
    weights = _carbohydrate_weights(context, feedings)
    slices = [
        Slice(weight, dose, max(min(most, kcal * part / 4.0), dose))
        for weight, dose, most, kcal in zip(weights, doses, mosts, rooms_kcal, strict=True)
    ]
    return _Column(shared(total, slices), weights, mosts)


def _shares(context: Context, feedings: Sequence[Feeding], amounts: Amounts) -> _Shares:
    """
    Share protein, then carbohydrate, then fat, within the ceilings of each feeding.

    Where a feeding's energy is what limits it, carbohydrate and fat part it as the day does. What
    then finds no room tries the others: carbohydrate as such, and fat as carbohydrate, which the
    day may hold up to 10 g/kg of.
    """
    moving = {
        feeding: _taken(context, feeding.accompanies)
        for feeding in feedings
        if feeding.accompanies is not None
    }
    eaten = [feeding for feeding in feedings if feeding.accompanies is None]
    doses = Portion(*(sum(column) for column in zip(*moving.values(), strict=True)))
    wanted_g = max(amounts.carbohydrate_g - doses.carbohydrate_g, 0.0)
    protein_g = max(amounts.protein_g - doses.protein_g, 0.0)
    protein = _protein(context, eaten, protein_g)
    rooms = [
        max(feeding.ceilings.energy_kcal - 4.0 * g, 0.0)
        for feeding, g in zip(eaten, protein, strict=True)
    ]
    asked_kcal = 4.0 * wanted_g + 9.0 * amounts.fat_g
    part = 4.0 * wanted_g / asked_kcal if asked_kcal > 0.0 else 1.0
    column = _carbohydrate(context, eaten, wanted_g, rooms_kcal=rooms, part=part)
    # The fat that goes with what found room: 35 % of the meals, or the day's own share of them.
    fat_kcal = 9.0 * amounts.fat_g
    beside = max(fat_kcal / max(4.0 * (protein_g + wanted_g), 1.0), fat.MOST_BESIDE)
    fats = shared(
        min(fat_kcal, beside * (4.0 * (sum(protein) + sum(column.grams)))) / 9.0,
        [
            _fat_slice(context, feeding, eaten, kcal - 4.0 * g)
            for feeding, kcal, g in zip(eaten, rooms, column.grams, strict=True)
        ],
    )
    # Carbohydrate that is short, and in place of fat that found no room.
    spare_g = max(carbohydrate.MOST_G_PER_KG * context.reference_mass_kg - wanted_g, 0.0)
    instead_g = max(min(9.0 * (amounts.fat_g - sum(fats)) / 4.0, spare_g), 0.0)
    slices = [
        Slice(weight, 0.0, max(min(most, (kcal - 9.0 * fat) / 4.0) - grams, 0.0))
        for grams, weight, most, kcal, fat in zip(*column, rooms, fats, strict=True)
    ]
    more = shared(max(wanted_g - sum(column.grams) + instead_g, 0.0), slices)
    grams = [g + m for g, m in zip(column.grams, more, strict=True)]
    claims = [
        # Where drinks stand apart, what holds no food holds nothing.
        0.0 if context.drinks_between and p + c + f <= 0.0 else weights_of(feeding).sodium
        for feeding, p, c, f in zip(eaten, protein, grams, fats, strict=True)
    ]
    sodium = sodium_of(context, eaten, claims, max(amounts.sodium_mg - doses.sodium_mg, 0.0))
    rows = {
        feeding: Portion(p, c, f, 0.0, na)
        for feeding, p, c, f, na in zip(eaten, protein, grams, fats, sodium, strict=True)
    }
    portions = [moving[feeding] if feeding in moving else rows[feeding] for feeding in feedings]
    return _Shares(feedings, portions, _left(amounts, portions))


def _left(amounts: Amounts, portions: Sequence[Portion]) -> Portion:
    """What found no room in any feeding."""
    return Portion(
        protein_g=_rest(amounts.protein_g, sum(held.protein_g for held in portions)),
        carbohydrate_g=_rest(amounts.carbohydrate_g, sum(held.carbohydrate_g for held in portions)),
        fat_g=_rest(amounts.fat_g, sum(held.fat_g for held in portions)),
        sodium_mg=_rest(amounts.sodium_mg, sum(held.sodium_mg for held in portions)),
    )


def _rest(total: float, held: float) -> float:
    """What is left of an amount; the last digit of a sum is nothing."""
    rest = total - held
    return 0.0 if abs(rest) <= 1e-9 * max(total, 1.0) else rest


def _taken(context: Context, session: Trained) -> Portion:
    """What is taken on a session: its dose."""
    grams = session.needs.during_carbohydrate_g if context.times_carbohydrate else 0.0
    needs = session.needs
    return Portion(
        protein_g=needs.during_protein_g,
        carbohydrate_g=grams,
        sodium_mg=needs.fluids.during_sodium_mg,
    )


def _added(context: Context, feedings: Sequence[Feeding]) -> list[Feeding] | None:
    """The feedings with one more, in the gap that holds most; None where there is no gap."""
    found: list[tuple[float, float, Feeding]] = []
    opens, closes = context.eating.wake, context.eating.sleep
    for gap_start, gap_end in gaps_of(context.frame, feedings):
        start, end = max(gap_start, opens), min(gap_end, closes)
        if end - start >= _LEAST_GAP_MIN:
            middle = 0.5 * (start + end - SNACK_MIN)
            (snack,) = _held(context, [Feeding(middle, SNACK_MIN, "snack")])
            if not is_clear(context.frame, snack):
                continue
            most = snack.ceilings
            kcal = 4.0 * (most.protein_g + most.carbohydrate_g) + 9.0 * most.fat_g
            found.append((round(min(kcal, most.energy_kcal)), round(end - start), snack))
    if not found:
        return None
    best = max(found, key=lambda place: place[:2])[2]
    return sorted([*feedings, best], key=_place)


def _as_held(amounts: Amounts, left: Portion) -> Amounts:
    """
    What one more feeding is added for: what found no room, and fat by as much as that was.

    How many feedings there are is a count; fat that gave way comes back without a step.

    Args:
        amounts: What the day asks for.
        left: What found no room without that feeding.
    """
    kept = 1.0 - ramp(left.energy_kcal, _LEAST_LEFT_KCAL, _ALL_BACK_KCAL)
    swapped_kcal = kept * max(min(9.0 * left.fat_g, -4.0 * left.carbohydrate_g), 0.0)
    return amounts._replace(
        carbohydrate_g=amounts.carbohydrate_g + swapped_kcal / 4.0,
        fat_g=amounts.fat_g - swapped_kcal / 9.0,
    )


def _place(feeding: Feeding) -> tuple[float, bool]:
    """When a feeding stands; what is taken on a session follows what stands at its start."""
    return feeding.minute, feeding.accompanies is not None


def portions_of(context: Context, feedings: Sequence[Feeding], amounts: Amounts) -> Portions:
    """
    Share a day's targets among its feedings.

    Args:
        context: Frame, body and neighbouring days.
        feedings: From `feedings_of`, in order.
        amounts: The day's targets; the portions sum to them, less what is left.

    Returns:
        The feedings that hold something, in the same order, with those that were added for want
        of room; what still found none; and the day's fluid, the sum of theirs.
    """
    shares, n_added = _shares(context, _held(context, feedings), amounts), 0
    while n_added < context.most_added and shares.left.energy_kcal >= _LEAST_LEFT_KCAL:
        more = _added(context, shares.feedings)
        if more is None:
            break
        fuller = _shares(context, more, _as_held(amounts, shares.left))
        fuller = fuller._replace(left=_left(amounts, fuller.portions))
        # Where a ceiling is shared by all of them another feeding makes no room.
        if fuller.left.energy_kcal > shares.left.energy_kcal - _LEAST_LEFT_KCAL:
            break
        shares, n_added = fuller, n_added + 1
    portioned = [
        feeding.holding(portion=portion)
        for feeding, portion in zip(shares.feedings, shares.portions, strict=True)
    ]
    drinks: Drinks = drinks_of(context, portioned)
    eaten = [feeding for feeding in portioned if feeding.accompanies is None]
    return Portions(
        context=context,
        feedings=tuple(feeding for feeding in drinks.feedings if sum(feeding.portion) >= _LEAST),
        left=shares.left,
        n_added=n_added,
        most_fibre_g=sum(feeding.ceilings.fibre_g for feeding in eaten),
        fluid_ml=drinks.fluid_ml,
        held_back_ml=drinks.held_back_ml,
    )
