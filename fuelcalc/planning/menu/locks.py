"""What somebody sets by hand: which feeding they mean, its dish, and where it is eaten."""

from collections.abc import Container, Sequence

from fuelcalc.errors import InputError
from fuelcalc.models.lock import locked_twice
from fuelcalc.models.timeline import ElsewherePlace, called_at
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import as_clock
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.patterns import CANTEEN, OUT
from fuelcalc.planning.menu.slot import Slot


def name_of(feeding: Feeding, start: float) -> tuple[str, str]:
    """
    What somebody may write for a feeding: what it is called, or its time.

    >>> name_of(Feeding(480.0, 30.0, "after", "breakfast"), 480.0)
    ('breakfast', '08:00')
    """
    return feeding.feeding_name.called, as_clock(start)


def _said(called: str, time: str) -> str:
    """What the page calls a feeding at its hour."""
    hours, minutes = time.split(":")
    return called_at(called, 60.0 * float(hours) + float(minutes))


def place_of(word: str, names: Sequence[tuple[str, str]], *, what: str) -> int:
    """The feeding that somebody means."""
    asked = plain(word)
    found = [
        n
        for n, (label, time) in enumerate(names)
        if asked in {plain(label), plain(time), plain(_said(label, time))}
    ]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{label} ({time})" for label, time in names)
    problem = "is there more than once; write its time" if found else "is no feeding of this day"
    raise InputError(
        f"{problem}: {known}",
        argument=what,
        value=word,
        remedy="",
        allowed=tuple(text for name in names for text in name),
    )


def still_to_come(asked: Asked, feedings: Sequence[Feeding], past: Container[Feeding]) -> Asked:
    """
    What is asked for without what was set where something else was eaten, or exchanged before it.

    Args:
        asked: With all that somebody has set for the day.
        feedings: The day's.
        past: Those that stand already, with what was exchanged for them.
    """
    gone = {plain(each.feeding_name.called) for each in feedings if each.plate.elsewhere}
    if not gone:
        return asked
    stands = [each for each in feedings if each.plate.elsewhere is None]
    there = {plain(each.feeding_name.called) for each in stands}
    done = {plain(text) for each in stands if each in past for text in name_of(each, each.minute)}
    return asked._replace(
        lock={word: dish for word, dish in asked.lock.items() if plain(word) not in gone - there},
        swap=[word for word in asked.swap if plain(word) not in (gone - there) | done],
    )


def at_the_table(
    feedings: Sequence[Feeding], names: Sequence[tuple[str, str]], asked: Asked
) -> Asked:
    """
    What is asked for with the dishes that others have set, at the meals that this day has of them.

    What is set or exchanged for this day itself stands, and so does a lunch in a canteen.
    """
    asked = _over_file(names, asked)
    words = (*asked.lock, *asked.swap) if asked.shared else ()
    taken = {place_of(word, names, what="lock") for word in words}
    found = {
        time: asked.shared[plain(called)]
        for place, (feeding, (called, time)) in enumerate(zip(feedings, names, strict=True))
        if plain(called) in asked.shared
        and place not in taken
        and asked.wishes.lunch_at(feeding) != CANTEEN
    }
    return asked._replace(lock={**asked.lock, **found})


def _over_file(names: Sequence[tuple[str, str]], asked: Asked) -> Asked:
    """What is set without the dishes of the file at feedings that are set now in other words."""
    now = {place_of(word, names, what="lock") for word in asked.lock.keys() - asked.in_file}
    lock = {
        word: dish
        for word, dish in asked.lock.items()
        if word not in asked.in_file or place_of(word, names, what="lock") not in now
    }
    return asked._replace(lock=lock)


def away_of(
    feedings: Sequence[Feeding], names: Sequence[tuple[str, str]], asked: Asked
) -> dict[int, ElsewherePlace]:
    """
    Where the feedings are eaten for which no dish is planned, by their place on the day.

    Raises:
        InputError: One of them is swapped.
    """
    locks = {place_of(word, names, what="lock"): dish for word, dish in asked.lock.items()}
    away: dict[int, ElsewherePlace] = {
        place: OUT for place, dish in locks.items() if plain(dish) == OUT
    }
    for place, feeding in enumerate(feedings):
        if asked.wishes.lunch_at(feeding) == CANTEEN and (place not in locks or place in away):
            away[place] = CANTEEN
    for word in asked.swap:
        if away.get(place_of(word, names, what="swap")) == CANTEEN:
            raise InputError(
                "is eaten in the canteen today",
                argument="swap",
                value=word,
                remedy="lock a dish there, or leave it out",
            )
    return dict(sorted(away.items()))


def locked_slots(
    slots: Sequence[Slot], names: Sequence[tuple[str, str]], asked: Asked
) -> list[Slot]:
    """Set the dishes that somebody has chosen, by id or by name."""
    result = list(slots)
    swapped = {place_of(word, names, what="swap") for word in asked.swap}
    set_at: dict[int, str] = {}
    for word, dish in asked.lock.items():
        place = place_of(word, names, what="lock")
        if place in swapped:
            raise InputError(
                "is locked and swapped at once",
                argument="lock",
                value=word,
                remedy="leave one of the two out",
            )
        if plain(dish) == OUT:
            dish_id = OUT
            _check_out(result[place], word)
        else:
            dish_id = asked.pantry.dish(_dish_id(dish, asked)).dish_id
        if set_at.setdefault(place, dish_id) != dish_id:
            raise locked_twice(word, set_at[place], dish_id)
        if dish_id == OUT:
            continue
        result[place] = result[place]._replace(locked=dish_id)
    return result


def with_left(slots: Sequence[Slot], asked: Asked) -> dict[int, Slot]:
    """
    The lunch that eats what is left of a dinner that somebody set, by its place on the day.

    It is none where lunch has a dish of its own, where today's dinner is the same one, and where a
    session or the eve of a race bars it.
    """
    left = asked.left
    if left is None or any(slot.locked == left.dish.dish_id for slot in slots):
        return {}
    return {
        place: slot._replace(locked=left.dish.dish_id)
        for place, slot in enumerate(slots)
        if slot.feeding.name == "lunch" and slot.locked is None and slot.takes(left)
    }


def _check_out(slot: Slot, word: str) -> None:
    """
    Hold that a feeding can be eaten out.

    Raises:
        InputError: It is no meal or snack of its own.
    """
    if slot.is_on_the_move or slot.is_snack_before:
        raise InputError(
            "belongs to a session and is not eaten out",
            argument="lock",
            value=word,
            remedy="lock a meal or a snack",
        )


def _dish_id(text: str, asked: Asked) -> str:
    """The id of a dish that is called so on a menu of theirs; else what was written."""
    words = plain(text)
    called = (one for one in asked.pantry.variants(asked.limits) if plain(one.name) == words)
    return next((one.dish.dish_id for one in called), text)
