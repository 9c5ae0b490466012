"""What is taken when on a long session, and what to carry, in a few lines."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, inf
from typing import Final

from fuelcalc.models.timeline import Carried, Entry, Taken
from fuelcalc.pantry.portions import kitchen_amount
from fuelcalc.reports.look import STEPS, Look
from fuelcalc.reports.rounding import thousands, to_step
from fuelcalc.science.on_the_way import (
    BOTTLE_ML,
    LARGE_BOTTLE_ML,
    MOST_BOTTLES,
    refill_minutes,
    sip_minutes,
)

WATER: Final = "water"
_EVEN_MIN: Final = 1e-6
_DUST: Final = 1e-9
# So many moments are listed one by one, and so many left out of an even row.
_MOST_LISTED, _MOST_LEFT_OUT = 6, 2


def taken_lines(entry: Entry, look: Look) -> tuple[str, ...]:
    """
    What is taken when, from the start: a line a food, and one for the bottle.

    Args:
        entry: What is taken on a session.
        look: Units.
    """
    drink: dict[float, float] = {}
    bites: dict[tuple[str, float], list[Taken]] = {}
    bottled = {one.food_id for one in entry.taken if one.is_bottled}
    for one in entry.taken:
        if one.is_bottled:
            drink[one.minute] = drink.get(one.minute, 0.0) + (one.fluid_ml or 0.0)
        else:
            bites.setdefault((one.food_id, one.amount), []).append(one)
    lines = list(_bite_lines(bites, look))
    if any(drink.values()) and not _is_from_stations(entry):
        only_water = bottled == {WATER}
        (share,) = {to_step(ml, 1e-6) for ml in drink.values()}
        what = "water" if only_water else "the drink"
        lines.append(f"{_when(sorted(drink))}: up to {_drink(share, look)} of {what}")
    return tuple(lines)


def carry_text(entry: Entry, look: Look) -> str:
    """
    What to take along, what of it is to spare, and how much to drink.

    Args:
        entry: What is taken on a session.
        look: Units.
    """
    spare = "".join(
        f" and {_of(one, one.spare, look)} to spare" for one in entry.carry if one.spare
    )
    if _is_from_stations(entry):
        eaten = any(one.food_id != WATER for one in entry.carry)
        water = _stations(entry, look)
        return f"carry all but the water{spare}; {water}" if eaten else water
    ml = sum(one.fluid_ml or 0.0 for one in entry.carry)
    drink = f"; {_bottles(entry, ml, look)}" if ml else ""
    # Who fills bottles on the way does not carry what goes into them.
    all_of_it = "all but the drink" if _refills(entry, ml) else "all of it"
    return f"carry {all_of_it}{spare}{drink}" if entry.carry else ""


def _refills(entry: Entry, ml: float) -> tuple[float, ...]:
    """Before which drinks bottles are filled again; a sip too much asks for larger ones instead."""
    if ml <= MOST_BOTTLES * LARGE_BOTTLE_ML:
        return ()
    return refill_minutes(duration_min=entry.minutes, drink_ml=ml)


def _is_from_stations(entry: Entry) -> bool:
    """Whether all that is drunk is the water of a race's stations."""
    return entry.station_ml is not None and {
        one.food_id for one in entry.taken if one.is_bottled
    } == {WATER}


def _stations(entry: Entry, look: Look) -> str:
    """What to drink at each station, and how far apart they are."""
    apart, unit = look.amount(entry.station_km or 0.0, "km")
    drink = _drink(entry.station_ml or 0.0, look)
    return f"up to {drink} of water at each station, every {to_step(apart, 0.5):g}\u00a0{unit}"


def _bottles(entry: Entry, ml: float, look: Look) -> str:
    """The drink in bottles: no more of them at once than people carry, filled again on the way."""
    again = _refills(entry, ml)
    bottles = min(ceil(ml / BOTTLE_ML - _DUST), MOST_BOTTLES)
    if not again:
        is_large = ml > MOST_BOTTLES * BOTTLE_ML
        of = f" of {_drink(ceil(ml / bottles / 10.0) * 10.0, look)}" if is_large else ""
        return f"{_drink(ml, look)} in {bottles} {'bottle' if bottles == 1 else 'bottles'}{of}"
    dry = {one.name for one in entry.taken if one.is_bottled and one.fluid_ml == 0.0}
    mixed = f", each time with its share of the {' and '.join(sorted(dry))}" if dry else ""
    first = f"before the drink at {_minute(again[0])} min"
    often = f"once, {first}"
    if len(again) > 1:
        often = f"every {_minute(again[1] - again[0])} min, first {first}"
    each = _drink(_filled_ml(entry, ml, again), look)
    return f"{_drink(ml, look)} from {bottles} bottles of {each}, filled again {often}{mixed}"


def _filled_ml(entry: Entry, ml: float, again: Sequence[float]) -> float:
    """What each bottle holds: what is drunk of it until it is filled again, if that is more."""
    sips = sip_minutes(duration_min=entry.minutes, drink_ml=ml)
    stops = (0.0, *again, inf)
    most = max(sum(first <= sip < last for sip in sips) for first, last in pairwise(stops))
    held_ml = most * ml / len(sips) / MOST_BOTTLES
    return max(BOTTLE_ML, ceil(held_ml / 10.0 - _DUST) * 10.0)


def _bite_lines(bites: Mapping[tuple[str, float], Sequence[Taken]], look: Look) -> Iterator[str]:
    """What is eaten, a line for each food and amount; in turn where no line would be short."""
    rows = sorted(bites.values(), key=lambda found: found[0].minute)
    food = [found for found in rows if found[0].carbohydrate_g and not found[0].caffeine_mg]
    if any(_when(_minutes(found)).count(",") >= _MOST_LISTED for found in food):
        minutes = sorted({minute for found in food for minute in _minutes(found)})
        told = ", ".join(f"{len(found)} x {_of(found[0], found[0].amount, look)}" for found in food)
        yield f"{_when(minutes)}, in turn: {told}"
        rows = [found for found in rows if found not in food]
    for found in rows:
        yield f"{_when(_minutes(found))}: {_of(found[0], found[0].amount, look)}"


def _minutes(found: Sequence[Taken]) -> list[float]:
    """When something is taken."""
    return [one.minute for one in found]


def _of(one: Taken | Carried, amount: float, look: Look) -> str:
    """So much of one food, by its household measure."""
    text = look.household(kitchen_amount(one.name, one.portion, amount))
    return look.of_food(text, one.food_id, one.name)


def _when(minutes: Sequence[float]) -> str:
    """
    Some minutes from the start, in as few words as tell them.

    >>> _when([20.0, 40.0, 60.0, 80.0]), _when([140.0]), _when([20.0, 70.0])
    ('every 20 min from 20 to 80 min', 'at 140 min', 'at 20, 70 min')
    >>> _when([20.0, 40.0, 80.0, 100.0])
    'every 20 min from 20 to 100 min except 60'
    """
    first, last = minutes[0], minutes[-1]
    step = min((b - a for a, b in pairwise(minutes)), default=0.0)
    if len(minutes) > 2 and step > _EVEN_MIN:
        row = [first + step * k for k in range(round((last - first) / step) + 1)]
        left_out = [m for m in row if all(abs(m - one) > _EVEN_MIN for one in minutes)]
        if len(left_out) <= _MOST_LEFT_OUT and len(row) - len(left_out) == len(minutes):
            but = f" except {' and '.join(map(_minute, left_out))}" if left_out else ""
            return f"every {_minute(step)} min from {_minute(first)} to {_minute(last)} min{but}"
    return f"at {', '.join(map(_minute, minutes))} min"


def _minute(minute: float) -> str:
    return thousands(minute)


def _drink(ml: float, look: Look) -> str:
    """An amount to drink in the reader's unit, on its step."""
    amount, unit = look.amount(ml, "ml")
    return f"{thousands(to_step(amount, STEPS[unit]))}\u00a0{unit}"
