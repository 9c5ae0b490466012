"""What gave way in a menu, where, and by how much: said, never hidden."""

from collections.abc import Sequence
from functools import partial
from math import inf
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.models.menu import DietLimits, Relaxed
from fuelcalc.models.nutrients import MACRONUTRIENTS
from fuelcalc.pantry.limits import Limits
from fuelcalc.planning.menu.aims import DayAims
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.candidates import Wishes
from fuelcalc.planning.menu.counts import FAT, FIBRE
from fuelcalc.planning.menu.fit import JUDGED_COLUMNS
from fuelcalc.planning.menu.fuel import sodium_miss_mg
from fuelcalc.planning.menu.minutes import is_in_time, minutes_of
from fuelcalc.planning.menu.option import Option, judged
from fuelcalc.planning.menu.ranking import Floats
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tolerances import Band, Want

_BANDS: Final = (*(nutrient.name for nutrient in MACRONUTRIENTS), "energy")
_HAIR: Final = 1e-6
_TENTH_G: Final = 0.1
_MUCH_FIBRE: Final = 1.2
# Beyond this much fibre is a burden to a runner, however much is eaten.
_BURDEN_G: Final = 60.0


class Filled(NamedTuple):
    """One feeding with what was found for it: what it is called, and when it starts."""

    slot: Slot
    name: str
    minute: float
    option: Option | None


def relaxed(filled: Sequence[Filled], aims: DayAims | None, asked: Asked) -> tuple[Relaxed, ...]:
    """
    What gave way: at each feeding in the order in which things do, then over the day.

    Args:
        filled: The feedings with their food.
        aims: What the day should hold; None where some of it is eaten elsewhere, which decides.
        asked: What was asked of the menu.
    """
    found: list[Relaxed] = []
    for one in filled:
        if one.option is None:
            found.append(_nothing(one, asked))
            continue
        found += _wishes_given_up(one, one.option, asked.wishes)
        found += _misses(one, one.option)
        found += _salt_missed(one, one.option, asked)
    found += _twice(filled)
    if aims is not None:
        found += [*_day_misses(filled, aims), *_much_fibre(filled, asked)]
    return tuple(found)


def _nothing(one: Filled, asked: Asked) -> Relaxed:
    """Say that nothing may be eaten at a feeding."""
    return Relaxed(
        limit="food",
        feeding=one.name,
        minute=one.minute,
        asked=one.slot.want.energy_kcal,
        got=None,
        limits=diet_limits(asked.limits),
    )


def diet_limits(limits: Limits) -> DietLimits:
    """Somebody's limits as a note holds them."""
    return DietLimits(
        diet=limits.diet,
        restrictions=limits.restrictions,
        without=(*limits.avoid, *limits.dislikes),
    )


def _wishes_given_up(one: Filled, option: Option, wishes: Wishes) -> list[Relaxed]:
    """Time in the kitchen and how lunch is carried, where they gave way."""
    main = option.variants[0]
    miss = partial(
        Relaxed, feeding=one.name, minute=one.minute, dish=main.name, dish_id=main.dish.dish_id
    )
    found: list[Relaxed] = []
    takes = minutes_of(option.variants)
    most = inf if wishes.most_minutes is None else wishes.most_minutes
    if not is_in_time(option.variants, one.slot.free_min):
        most = min(most, one.slot.free_min)
    if takes > most:
        found.append(miss(limit="preparation-time", asked=most, got=takes))
    # A snack for work that takes long to make still goes there.
    if one.slot.ways and main.dish.carried not in one.slot.ways:
        found.append(miss(limit="lunch", asked=None, got=None))
    return found


def outside_bands(option: Option, want: Want) -> list[tuple[str, float, float]]:
    """The macronutrients and energy outside their bands: name, what is asked for, what is held."""
    return _outside(judged(option.held, want), want.bands)


def _outside(held: Floats, bands: Sequence[Band]) -> list[tuple[str, float, float]]:
    """Those of the four quantities that are outside their bands."""
    return [
        (name, band.asked, got)
        for name, band, got in zip(_BANDS, bands, held[list(JUDGED_COLUMNS)].tolist(), strict=True)
        if not band.least - _HAIR <= got <= band.most + _HAIR
    ]


def _misses(one: Filled, option: Option) -> list[Relaxed]:
    """What is outside its band, and fibre or fat above a ceiling, in the order of giving way."""
    want = one.slot.want
    held = judged(option.held, want)
    found = [miss(one, name, asked, got) for name, asked, got in outside_bands(option, want)]
    # A tenth of a gram is as close as a target is kept.
    if held[FIBRE] > want.most_fibre_g + _TENTH_G:
        found.append(miss(one, "fibre", want.most_fibre_g, float(held[FIBRE])))
    if held[FAT] > want.most_fat_g + _TENTH_G and not any(each.limit == "fat" for each in found):
        found.append(miss(one, "fat", want.most_fat_g, float(held[FAT])))
    order = ("fat", "carbohydrate", "energy", "protein", "fibre")
    return sorted(found, key=lambda each: order.index(each.limit))


def _salt_missed(one: Filled, option: Option, asked: Asked) -> list[Relaxed]:
    """The sodium on a long session, where it is beyond its band; not for who must not add salt."""
    if not one.slot.is_timed or asked.limits.unsalted:
        return []
    held_mg = sodium_miss_mg(option, one.slot.feeding)
    if held_mg is None:
        return []
    return [miss(one, "sodium", one.slot.feeding.portion.sodium_mg, held_mg)]


def miss(one: Filled | None, name: str, asked: float, got: float) -> Relaxed:
    """How much of a nutrient there is instead of what was asked, at a feeding or over the day."""
    feeding, minute = (None, None) if one is None else (one.name, one.minute)
    return Relaxed.model_validate(
        {"limit": name, "feeding": feeding, "minute": minute, "asked": asked, "got": got}
    )


def _twice(filled: Sequence[Filled]) -> list[Relaxed]:
    """Say when one dish comes twice on a day; what is eaten on the move may."""
    seen: set[str] = set()
    found: list[Relaxed] = []
    for slot, name, minute, option in filled:
        if option is None or slot.feeding.kind == "during":
            continue
        main = option.variants[0]
        if main.dish.dish_id in seen:
            found.append(
                Relaxed(
                    limit="variety",
                    feeding=name,
                    minute=minute,
                    asked=1.0,
                    got=2.0,
                    dish=main.name,
                    dish_id=main.dish.dish_id,
                )
            )
        seen.add(main.dish.dish_id)
    return found


def _day_misses(filled: Sequence[Filled], aims: DayAims) -> list[Relaxed]:
    """The day's macronutrients and energy, where they are outside their bands."""
    eaten = [one.option.held for one in filled if one.option is not None]
    held: Floats = sum(eaten, np.zeros(len(aims.least)))
    return [miss(None, *row) for row in _outside(held, aims.bands)]


def _much_fibre(filled: Sequence[Filled], asked: Asked) -> list[Relaxed]:
    """Say when the day's foods hold far more fibre than is comfortable."""
    most_g = asked.references.most["fibre_g"]
    held_g = float(sum(one.option.held[FIBRE] for one in filled if one.option is not None))
    if held_g <= min(_MUCH_FIBRE * most_g, _BURDEN_G):
        return []
    return [miss(None, "fibre", min(most_g, _BURDEN_G), held_g)]
