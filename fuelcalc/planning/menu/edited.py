"""A day's menu with what somebody has set, exchanged or has to use up."""

from collections.abc import Container, Mapping, Sequence

from fuelcalc.errors import InputError
from fuelcalc.planning.menu.aims import DayAims
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.choice import chosen_menu
from fuelcalc.planning.menu.locks import place_of, with_left
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.slot import Slot


def _menu(
    slots: Sequence[Slot], aims: DayAims, asked: Asked, *, kept: Mapping[int, Option]
) -> list[Option | None]:
    """One menu, or an error where a locked dish may not be eaten."""
    chosen = chosen_menu(slots, aims, asked.limits, asked.wishes, asked.pantry, kept=kept)
    for slot, option in zip(slots, chosen, strict=True):
        if option is None and slot.locked is not None:
            where = slot.feeding.feeding_name.called
            raise InputError(
                f"is not for you at {where}: your limits or what suits that time rule it out",
                argument="lock",
                value=slot.locked,
                remedy="fuelcalc dishes lists yours",
            )
    return chosen


def swapped_menu(
    slots: list[Slot],
    names: Sequence[tuple[str, str]],
    aims: DayAims,
    asked: Asked,
    kept: Mapping[int, Option],
) -> list[Option | None]:
    """Choose a menu, then exchange the dishes asked for and keep the others to the gram."""
    chosen = _edited(slots, aims, asked, kept)
    for word in asked.swap:
        place = place_of(word, names, what="swap")
        gone = chosen[place]
        if gone is not None:
            banned = (*slots[place].banned, gone.variants[0].dish.dish_id)
            slots[place] = slots[place]._replace(banned=banned)
        chosen = _menu(slots, aims, asked, kept=_still(chosen, but={place}))
    return chosen


def _edited(
    slots: Sequence[Slot], aims: DayAims, asked: Asked, kept: Mapping[int, Option]
) -> list[Option | None]:
    """A menu; where another day's dish was set, only what is left of that gives way to it."""
    today = asked.wishes.weekday
    # What has to go today is no other day's: the rest of the day is chosen with it.
    own = tuple(edit for edit in asked.wishes.edits if edit.weekday == today)
    usual = asked.wishes._replace(edits=own)
    left = with_left(slots, asked)
    if usual.edits == asked.wishes.edits and not left:
        return _menu(slots, aims, asked, kept=kept)
    chosen = _menu(slots, aims, asked._replace(wishes=usual), kept=kept)
    rotas = [wishes.rota(asked.limits, asked.pantry).planned for wishes in (usual, asked.wishes)]
    names = [(today, slot.feeding.name) for slot in slots]
    changed = {
        n
        for n, name in enumerate(names)
        if n not in kept and (n in left or rotas[0].get(name) != rotas[1].get(name))
    }
    if not changed:
        return chosen
    slots = [left.get(n, slot) for n, slot in enumerate(slots)]
    return _menu(slots, aims, asked, kept=_still(chosen, but=changed))


def _still(chosen: Sequence[Option | None], *, but: Container[int]) -> dict[int, Option]:
    """The dishes that stand, to the gram, but those of some places."""
    return {
        place: one.held_still()
        for place, one in enumerate(chosen)
        if one is not None and place not in but
    }
