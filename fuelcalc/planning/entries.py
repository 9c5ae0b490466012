"""The printed clock: feedings, sessions and sleep as lines."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import NamedTuple

from fuelcalc.models.timeline import Entry, Item, Served
from fuelcalc.planning.clock import Frame, as_time
from fuelcalc.planning.feedings import Feeding
from fuelcalc.planning.guards import Guarded
from fuelcalc.planning.portions import Context, Portion, hours_to_next, lead_min

_LEAST = 1e-6


class Plate(NamedTuple):
    """What is on the plate at one feeding: its name, its foods, and how it is made."""

    dish: str
    items: tuple[Item, ...]
    dish_id: str = ""
    preparation: str = ""


NOTHING = Plate("", ())


def is_empty(portion: Portion) -> bool:
    """Whether a feeding holds nothing worth a line."""
    return sum(portion) < _LEAST


def _timing(context: Context, feeding: Feeding, portion: Portion) -> dict[str, float]:
    """How a feeding stands to the sessions around it, as far as one is there."""
    timing: dict[str, float] = {}
    lead = lead_min(context, feeding)
    if lead is not None:
        timing["lead_min"] = lead
    if feeding.follows is not None:
        timing["next_session_h"], _ = hours_to_next(context, feeding.follows)
    if feeding.during is not None:
        hours = feeding.minutes / 60.0
        rate = portion.carbohydrate_g / hours if hours > 0.0 else 0.0
        timing["carbohydrate_g_per_h"] = rate
    return timing


def printed_minutes(frame: Frame, feedings: Sequence[Feeding]) -> list[tuple[float, float]]:
    """
    Start and end of each feeding as printed: on five minutes where that keeps it clear.

    A feeding never starts on a session, before waking or before the one ahead of it, and ends
    by the next of them.
    """
    result: list[tuple[float, float]] = []
    free_from = frame.wake
    food = [feeding.minute for feeding in feedings if feeding.during is None] + [frame.sleep]
    for feeding in feedings:
        if feeding.during is not None:
            result.append((feeding.minute, feeding.end))
            continue
        behind = max([one.end for one in frame.placed if one.end <= feeding.minute + 1e-6] or [0.0])
        ahead = min([p.start for p in frame.placed if p.start >= feeding.minute] + [frame.sleep])
        start = 5.0 * round(feeding.minute / 5.0)
        if not max(free_from, behind) <= start < ahead:
            start = feeding.minute
        following = min([minute for minute in food if minute > feeding.minute] or [frame.sleep])
        end = max(min(start + feeding.minutes, ahead, following), start)
        result.append((start, end))
        free_from = end
    return result


def _feeding_entry(
    context: Context,
    feeding: Feeding,
    portion: Portion,
    plate: Plate,
    *,
    printed: tuple[float, float],
    numbers: bool,
) -> Entry:
    """One feeding as a line; without numbers when a guard hides them."""
    start, end = printed
    common = {
        "start": as_time(start),
        "end": as_time(end),
        "minute": start,
        "minutes": end - start,
        "kind": feeding.kind,
        **asdict(feeding.name),
        "dish": plate.dish or None,
        "dish_id": plate.dish_id or None,
        "preparation": plate.preparation or None,
    }
    if not numbers:
        plain = tuple(_without_numbers(item) for item in plate.items)
        return Entry.model_validate({**common, "items": plain})
    return Entry.model_validate(
        {
            **common,
            "energy_kcal": portion.energy_kcal,
            **portion._asdict(),
            **_timing(context, feeding, portion),
            "items": plate.items,
            "served": served(plate.items),
        }
    )


# A household measure counts, and may tell the grams.
_ITEM_NUMBERS = (
    "grams", "amount", "portion", "energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g",
)  # fmt: skip


def _without_numbers(item: Item) -> Item:
    """The food by its name alone."""
    return item.model_copy(update=dict.fromkeys(_ITEM_NUMBERS))


def served(items: Sequence[Item]) -> Served | None:
    """What the items of a feeding add up to; a total is missing where one value is."""
    if not items:
        return None
    sums: dict[str, float | None] = {}
    for name in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g"):
        values = [getattr(item, name) for item in items]
        known = [value for value in values if value is not None]
        sums[name] = sum(known) if len(known) == len(values) else None
    macros = [sums["protein_g"], sums["carbohydrate_g"], sums["fat_g"]]
    known = [value for value in macros if value is not None]
    atwater = None if len(known) < 3 else 4.0 * known[0] + 4.0 * known[1] + 9.0 * known[2]
    return Served.model_validate({**sums, "energy_449_kcal": atwater})


def shown_places(portions: Sequence[Portion]) -> list[int]:
    """Places of the feedings that hold something."""
    return [i for i, portion in enumerate(portions) if not is_empty(portion)]


def entries_of(
    context: Context,
    feedings: Sequence[Feeding],
    portions: Sequence[Portion],
    *,
    plates: Mapping[int, Plate],
    guards: Guarded,
) -> tuple[tuple[Entry, ...], tuple[int, ...]]:
    """
    The whole clock in order, and each feeding's place in it.

    Args:
        context: What the portions depended on.
        feedings: Those that hold something.
        portions: One a feeding.
        plates: Foods chosen for some of the feedings, by place.
        guards: Whether numbers may be shown.
    """
    frame = context.frame
    numbers = guards.shows("targets")
    lines: list[tuple[float, int, int, Entry]] = []
    printed = printed_minutes(frame, feedings)
    for place, (feeding, portion) in enumerate(zip(feedings, portions, strict=True)):
        entry = _feeding_entry(
            context,
            feeding,
            portion,
            plates.get(place, NOTHING),
            printed=printed[place],
            numbers=numbers,
        )
        order = 1 if feeding.during is not None else 0
        lines.append((entry.minute, order, place, entry))
    for one in frame.placed:
        entry = Entry(
            start=as_time(one.start),
            end=as_time(one.end),
            minute=one.start,
            minutes=one.end - one.start,
            kind=one.trained.kind,
            name=one.trained.name,
            distance_km=one.trained.distance_km,
        )
        lines.append((one.start, 0, -1, entry))
    sleep = as_time(frame.sleep)
    night = Entry(
        start=sleep, end=as_time(frame.wake), minute=frame.sleep,
        minutes=max(frame.wake + 1440.0 - frame.sleep, 0.0), kind="sleep",
    )  # fmt: skip
    lines.sort(key=lambda line: line[:2])
    ordered = (*(line[3] for line in lines), night)
    places = {line[2]: number for number, line in enumerate(lines) if line[2] >= 0}
    return ordered, tuple(places[i] for i in range(len(feedings)))
