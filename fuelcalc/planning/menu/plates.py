"""From feedings to plates: what each is asked to hold, the menu that answers, and what gave way."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from math import inf
from types import MappingProxyType
from typing import Final

import numpy as np

from fuelcalc.models.menu import Menu
from fuelcalc.models.timeline import NO_FOOD, ElsewherePlace
from fuelcalc.planning.clock.doses import Context, protein_dose_g
from fuelcalc.planning.clock.feedings import Feeding, Plate, Portion
from fuelcalc.planning.clock.portions import NEIGHBOUR_G_PER_KG
from fuelcalc.planning.clock.timeline import printed_minutes, served
from fuelcalc.planning.menu import Fed
from fuelcalc.planning.menu.aims import DayAims, least_costs, most_costs
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.counts import COLUMNS, EGGS, SCOOPS
from fuelcalc.planning.menu.coverage import coverage_of, held_by
from fuelcalc.planning.menu.edited import swapped_menu
from fuelcalc.planning.menu.elsewhere import (
    eaten_at,
    elsewhere_notes,
    of_the_rest,
)
from fuelcalc.planning.menu.fuel import is_long
from fuelcalc.planning.menu.locks import (
    at_the_table,
    away_of,
    locked_slots,
    name_of,
    still_to_come,
)
from fuelcalc.planning.menu.minutes import (
    awake_min,
    free_min,
    home_min,
    is_after_hours,
    made_within,
    race_eve_min,
    since_min,
)
from fuelcalc.planning.menu.notes import menu_notes, spoiling_notes
from fuelcalc.planning.menu.on_plate import plate_at
from fuelcalc.planning.menu.on_the_move import is_worth_taking, most_fibre_g
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.patterns import (
    CANTEEN,
    COLD,
    MAIN_MEALS,
    MOST_CARRIED_MIN,
    MOST_PACKED_MIN,
    TO_WORK,
)
from fuelcalc.planning.menu.ranking import settled
from fuelcalc.planning.menu.relaxed import Filled, relaxed
from fuelcalc.planning.menu.residue import APART, Barred, barred_at, follows_key_run
from fuelcalc.planning.menu.rules_cost import rules_cost_notes
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tolerances import BAND_G, Want

# What may be drunk with any feeding but on the move.
_GLASS_ML: Final = 250.0
# Eggs of a day, and from which energy on there may be more.
_EGGS, _MANY_EGGS, _MANY_EGGS_KCAL = 4.0, 6.0, 4000.0
_FIBRE_AT_ONCE: Final = 0.35
# An apple with a few nuts is a snack, though the day's protein was shared out to it too.
_SNACK_PROTEIN_SHARE: Final = 0.5
# On an eve a feeding may go a little over its share, and hold so much in any case.
_EVE_FIBRE_SHARE, _EVE_FIBRE_G = 1.25, 3.0
_FUEL: Final = frozenset({"before", "during"})
# A scoop of powder a day, shakes after training and bottles on the move apart.
_SCOOPS: Final = 1.0
# After a long or hard run the first bite or breakfast goes a quarter over its fat, not twice.
_AFTER_FAT_SHARE, _AFTER_FAT_G = 1.25, 15.0
# While carbohydrate is loaded no plate has its energy from fat.
_LOADING_FAT_SHARE, _LOADING_FAT_G = 1.5, 10.0
# A session before noon finds what was eaten late the evening before.
_NOON_MIN: Final = 720.0
# What food may hold over the ceilings before a session, which targets never pass.
_FAT_OVER_G, _FIBRE_OVER_G = 3.0, 2.0


def fed_day(
    context: Context,
    feedings: Sequence[Feeding],
    asked: Asked,
    *,
    past: Mapping[Feeding, Option] = MappingProxyType({}),
) -> Fed:
    """
    Choose the food of a whole day.

    Args:
        context: What the portions depended on.
        feedings: Those that hold something.
        asked: Limits, wishes and references.
        past: What stands already, to the gram: it was planned before something else was eaten.

    Returns:
        The feedings, each that food is found for with its plate, and the menu.

    Raises:
        InputError: A locked dish may not be eaten, or there is no such dish or feeding.
    """
    printed = printed_minutes(context.frame, feedings)
    timed = [
        (feeding, start)
        for feeding, (start, _) in zip(feedings, printed, strict=True)
        if is_food(feeding.portion) and is_worth_taking(feeding) and feeding.plate.elsewhere is None
    ]
    names = [name_of(feeding, start) for feeding, start in timed]
    meals = [feeding for feeding, _ in timed]
    asked = still_to_come(_after_eaten(feedings, asked), feedings, past)
    asked = at_the_table(meals, names, asked)
    away = away_of(meals, names, asked)
    evening = _evening_before(context, meals)
    wanted = [
        _slot(context, feeding, asked, is_filled_up=asked.is_loading or feeding is evening)
        for feeding in meals
    ]
    slots = locked_slots(wanted, names, asked)
    filled, aims = _filled(slots, names, [start for _, start in timed], away, asked, past=past)
    plates = {
        one.slot.feeding: plate_at(one.option, one.slot) for one in filled if one.option is not None
    }
    plates |= {
        timed[place][0]: Plate("", (), elsewhere=eaten_at(where, asked.limits, asked.pantry))
        for place, where in away.items()
    }
    fed = tuple(
        replace(feeding, plate=plates[feeding]) if feeding in plates else feeding
        for feeding in feedings
    )
    share = _rest_share(slots, away)
    eaten = [one.option for one in filled if one.option is not None]
    there = [pair for option in eaten for pair in option.there()]
    held = held_by([food for food, _ in there], [n for _, n in there])
    references = of_the_rest(asked.references, share)
    menu = Menu(
        totals=served([item for plate in plates.values() for item in plate.items]) or NO_FOOD,
        coverage=coverage_of(held, references, asked.limits, asked.pantry),
        # Whether the day is met is decided by what is eaten elsewhere.
        relaxed=relaxed(filled, None if away else aims, asked),
    )
    notes = elsewhere_notes([names[place][0] for place in away], share, asked.limits)
    notes += [*rules_cost_notes(filled, menu.relaxed), *menu_notes(menu, asked, held.foods)]
    notes += spoiling_notes(filled)
    chosen = {one.slot.feeding: one.option.held_still() for one in filled if one.option is not None}
    return Fed(fed, menu, tuple(notes), chosen)


def _filled(
    slots: Sequence[Slot],
    names: Sequence[tuple[str, str]],
    starts: Sequence[float],
    away: Mapping[int, ElsewherePlace],
    asked: Asked,
    *,
    past: Mapping[Feeding, Option],
) -> tuple[list[Filled], DayAims]:
    """
    The food of what is not eaten elsewhere, and what all that is planned should come to.

    A meal that is eaten out is planned as ever and left out then, so that the rest of the day stays
    as it is; lunch in a canteen never is, and the rest is planned around it.
    """
    canteen = {place: where for place, where in away.items() if where == CANTEEN}
    here = [place for place in range(len(slots)) if place not in canteen]
    table = [slots[place] for place in here]
    references = of_the_rest(asked.references, _rest_share(slots, canteen))
    aims = aims_of(table, asked._replace(references=references))
    kept = {n: past[slot.feeding] for n, slot in enumerate(table) if slot.feeding in past}
    chosen = swapped_menu(table, [names[place] for place in here], aims, asked, kept)
    filled = [
        Filled(slots[place], names[place][0], starts[place], option)
        for place, option in zip(here, chosen, strict=True)
        if place not in away
    ]
    return filled, aims


def _after_eaten(feedings: Sequence[Feeding], asked: Asked) -> Asked:
    """What is asked of the food that is still to come: what was eaten already asks for none."""
    gone = [each.portion.energy_kcal for each in feedings if each.plate.elsewhere is not None]
    if not gone:
        return asked
    left_kcal = max(asked.energy_kcal - sum(gone), 0.0)
    references = of_the_rest(asked.references, left_kcal / asked.energy_kcal)
    return asked._replace(energy_kcal=left_kcal, references=references)


def _rest_share(slots: Sequence[Slot], away: Container[int]) -> float:
    """How much of the day's energy is not eaten away."""
    kcal = [(place in away, slot.want.energy_kcal) for place, slot in enumerate(slots)]
    whole = sum(energy for _, energy in kcal)
    return sum(energy for is_away, energy in kcal if not is_away) / whole if whole > 0.0 else 1.0


def is_food(portion: Portion) -> bool:
    """Whether a feeding holds more than a drink: more than the bands would forgive."""
    return any(
        grams > least
        for grams, least in zip(
            (portion.protein_g, portion.carbohydrate_g, portion.fat_g), BAND_G, strict=True
        )
    )


def _evening_before(context: Context, feedings: Sequence[Feeding]) -> Feeding | None:
    """The last meal of a day whose carbohydrate is moved there, since tomorrow asks for it."""
    if not context.next_is_key or context.next_day_g_per_kg <= NEIGHBOUR_G_PER_KG[0]:
        return None
    meals = (feeding for feeding in feedings if feeding.is_meal)
    return max(meals, key=lambda feeding: feeding.minute, default=None)


def _enough_protein_g(context: Context, feeding: Feeding) -> float:
    """
    From where on a feeding has protein enough, whatever its share: a dose, of a snack half of it.

    What repairs a session and what is eaten for the night is there for its protein.
    """
    if feeding.kind == "snack":
        return _SNACK_PROTEIN_SHARE * feeding.portion.protein_g
    is_ordinary = feeding.is_meal and feeding.kind != "after"
    return protein_dose_g(context) if is_ordinary else inf


def _want(
    context: Context, feeding: Feeding, asked: Asked, *, is_filled_up: bool, is_eve: bool
) -> Want:
    """What one feeding should hold, within what sits well before a session."""
    portion = feeding.portion
    want = Want(
        protein_g=portion.protein_g,
        carbohydrate_g=portion.carbohydrate_g,
        fat_g=portion.fat_g,
        is_dose=feeding.kind in _FUEL and not feeding.is_meal,
        is_fuel=feeding.kind in {"before", "after"},
        is_repair=feeding.kind == "after",
        is_filled_up=is_filled_up,
        enough_protein_g=_enough_protein_g(context, feeding),
        much_fibre_g=_FIBRE_AT_ONCE * asked.references.most["fibre_g"],
        most_drink_ml=portion.fluid_ml
        if feeding.accompanies is not None
        else max(portion.fluid_ml, _GLASS_ML),
    )
    most = feeding.ceilings
    if most.fat_g < inf or most.fibre_g < inf:
        want = want._replace(
            most_fat_g=most.fat_g + _FAT_OVER_G, most_fibre_g=most.fibre_g + _FIBRE_OVER_G
        )
    if feeding.accompanies is not None:
        want = want._replace(most_fibre_g=most_fibre_g(feeding))
    elif want.is_dose:
        want = want.bite()
    if follows_key_run(feeding) or is_after_hours(feeding, context.frame):
        repairing_g = max(_AFTER_FAT_SHARE * portion.fat_g, _AFTER_FAT_G)
        want = want._replace(most_fat_g=min(want.most_fat_g, repairing_g))
    if asked.is_loading and want.most_fat_g == inf:
        want = want._replace(most_fat_g=max(_LOADING_FAT_SHARE * portion.fat_g, _LOADING_FAT_G))
    if is_eve:
        # The day's ceiling is kept where each feeding keeps about its share of the energy to it.
        share = portion.energy_kcal / max(asked.energy_kcal, 1.0)
        held_g = max(_EVE_FIBRE_SHARE * share * asked.references.most["fibre_g"], _EVE_FIBRE_G)
        want = want._replace(most_fibre_g=min(want.most_fibre_g, held_g))
    return want.settled()


def _slot(context: Context, feeding: Feeding, asked: Asked, *, is_filled_up: bool) -> Slot:
    """What stands at one feeding, where it is eaten, and how long there is to make it."""
    is_eve = "fibre_g" in asked.references.guarded
    # The ceiling of an eve comes before a box.
    is_carried = asked.wishes.carries(feeding) and not is_eve
    ways = COLD if is_carried else TO_WORK.get(asked.wishes.lunch_at(feeding), frozenset())
    # What is carried to work is made before the way there, or the evening before.
    in_time = MOST_PACKED_MIN if ways else inf
    tomorrow = None
    if feeding.name in MAIN_MEALS:
        tomorrow = asked.wishes.planned_at("lunch", asked.limits, asked.pantry, days_on=1)
    is_for_two = tomorrow is not None and tomorrow is asked.wishes.planned_at(
        feeding.name, asked.limits, asked.pantry
    )
    with_caffeine = feeding.accompanies is not None and feeding.accompanies is asked.caffeine_on
    return Slot(
        feeding,
        _want(context, feeding, asked, is_filled_up=is_filled_up, is_eve=is_eve),
        feeding.lead_min,
        is_timed=is_long(feeding),
        caffeine_gels=int(with_caffeine),
        barred=_barred(context, feeding, asked, is_eve=is_eve, is_for_two=is_for_two),
        helping=asked.helping._replace(appetite="usual")
        if feeding.kind in _FUEL
        else asked.helping,
        ways=ways,
        most_minutes=MOST_CARRIED_MIN if is_carried else MOST_PACKED_MIN,
        made_within_min=made_within(feeding, asked.wishes.weekday),
        free_min=MOST_CARRIED_MIN if is_carried else min(free_min(feeding, context.frame), in_time),
        since_min=inf if is_carried else since_min(feeding, context.frame),
        awake_min=awake_min(feeding, context.frame),
        home_min=home_min(feeding, context.frame)
        if asked.wishes.is_at_work(context.frame.wake)
        else inf,
        is_in_shift=asked.wishes.is_in_shift(feeding),
        is_loading=asked.is_loading,
        evening_min=min(
            asked.wishes.evening_before_min(asked.limits, asked.pantry),
            race_eve_min(context.frame),
        ),
        yesterday=asked.wishes.planned_at("dinner", asked.limits, asked.pantry, days_on=-1),
        tomorrow=tomorrow,
        is_for_two=is_for_two,
    )


def _barred(
    context: Context, feeding: Feeding, asked: Asked, *, is_eve: bool, is_for_two: bool
) -> frozenset[Barred]:
    """What has no place at one feeding."""
    barred = barred_at(
        feeding,
        context.frame.sessions,
        is_eve=is_eve,
        is_loading=asked.is_loading,
        is_tomorrow_early=_is_tomorrow_early(context),
        is_after_hours=is_after_hours(feeding, context.frame),
        # What is tomorrow's lunch too, or a whole table's dinner, stays what it is.
        is_run_at_dawn=_is_run_at_dawn(context)
        and not (is_for_two or (feeding.name and asked.wishes.is_shared)),
    )
    is_dry = context.drinks_between and feeding.kind not in {"before", "during"}
    return barred | APART if is_dry else barred


def _is_tomorrow_early(context: Context) -> bool:
    """Whether what is eaten for the night is still there for a session of tomorrow."""
    first = inf if context.next_start is None else context.next_start
    return context.next_is_key or first < _NOON_MIN


def _is_run_at_dawn(context: Context) -> bool:
    """Whether tomorrow's morning begins with a day that has a long or hard session."""
    first = inf if context.next_start is None else context.next_start
    return context.next_is_key and first < _NOON_MIN


def aims_of(slots: Sequence[Slot], asked: Asked) -> DayAims:
    """What the day's food should come to."""
    references = asked.references
    eggs = _EGGS if asked.energy_kcal <= _MANY_EGGS_KCAL else _MANY_EGGS
    most = {SCOOPS: _SCOOPS, EGGS: eggs, **references.most}
    return DayAims(
        macros_g=np.array([slot.want.macros_g for slot in slots]).reshape(-1, 3).sum(axis=0),
        least=np.array(
            [
                0.0 if name in references.unadvised else settled(references.least.get(name, 0.0))
                for name in COLUMNS
            ]
        ),
        least_cost=least_costs(COLUMNS),
        most=np.array([settled(most.get(name, inf)) for name in COLUMNS]),
        most_cost=most_costs(COLUMNS, guarded=references.guarded),
        is_loading=asked.is_loading,
    )
