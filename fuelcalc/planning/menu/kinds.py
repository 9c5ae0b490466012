"""Which kind of dish stands at each place of a week: fish, poultry, pulses and the others."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import ceil, floor
from typing import Final
from zlib import crc32

from fuelcalc.planning.menu.patterns import MEALS

_TRIES: Final = 500
# A kind of which so many more are allowed than asked for is first planned off both of its ends:
# a day that has to exchange a dish of it, or for one of it, then stays within the pattern.
_WIDE: Final = 3
# Kinds that days exchange most, pulses on the eve of a long session and eggs of which a morning had
# some: where the pattern has room, one more than their least is planned.
_GIVING_WAY: Final = frozenset({"egg", "pulses"})
# So many ways of placing what is liked are looked at before the best of them is taken.
_TURNS: Final = 6


def neighbours_of(layout: Sequence[str]) -> set[frozenset[str]]:
    """Which two places are eaten on one day."""
    return {frozenset(layout[place : place + 2]) for place in range(0, len(layout), 2)}


def kinds_of(
    layout: Sequence[str],
    there: Mapping[str, Mapping[str, Collection[str]]],
    pattern: Mapping[str, tuple[int, int]],
    salt: str,
    *,
    liked: Sequence[Mapping[str, Collection[str]]] = (),
) -> dict[str, str]:
    """
    Which kind each lunch and dinner is of: within the pattern, or as near to it as can be.

    No two places are of one kind that have the same dish of it and no other, while that leaves a
    week one meal or less from its pattern: one dish twice is seen at once.

    Args:
        layout: The places from Monday to Sunday; what has no dish counts for nothing.
        there: The dishes that each place has, by kind.
        pattern: How many of a week of fourteen are of which kind; fewer have their part.
        salt: What makes the week another than others.
        liked: Of which kinds each place has what is liked, a row a wish: each has a place in the
            week, if kinds within the pattern leave it one.
    """
    times = Counter(name for name in layout if name in there)
    part = times.total() / MEALS
    reach = Counter(group for name in times.elements() for group in there[name])
    bounds = {
        group: (min(floor(part * low), reach[group]), ceil(part * high))
        for group, (low, high) in pattern.items()
    }
    days = neighbours_of(layout)
    for has_own in (True, False):
        for slack in range(-1, 2 if has_own else times.total() + 1):
            wider = {
                group: (max(low - slack, 0), high + slack)
                if slack >= 0 or high - low >= _WIDE
                else (min(low + (group in _GIVING_WAY), high), high)
                for group, (low, high) in bounds.items()
            }
            for most_alike in range(len(layout) // 2 + 1):
                drawn = (
                    _drawn(
                        times, days, there, wider, salt,
                        has_own=has_own, most_alike=most_alike,
                        first=_homes(liked, times, salt, turn),
                    )
                    for turn in range(_TURNS if liked else 1)
                )  # fmt: skip
                best = _most_liked(drawn, liked)
                if best is not None:
                    return best
    return {}


def _homes(
    liked: Sequence[Mapping[str, Collection[str]]], times: Mapping[str, int], salt: str, turn: int
) -> dict[str, Collection[str]]:
    """
    The kinds that come first at a place, one place a wish, drawn anew at each turn.

    What is eaten on two days comes first at every other turn, so that what is liked is.
    """
    homes: dict[str, Collection[str]] = {}
    for number, row in enumerate(liked):
        order = sorted(
            row,
            key=lambda name: (
                -times[name] * (turn % 2 == 0),
                crc32(f"{salt} {turn} {number} {name}".encode()),
            ),
        )
        home = next((name for name in order if name not in homes), None)
        if home is not None:
            homes[home] = row[home]
    return homes


def _most_liked(
    drawn: Iterable[dict[str, str] | None], liked: Sequence[Mapping[str, Collection[str]]]
) -> dict[str, str] | None:
    """The first week in which each wish has a place, or that in which most have; None if none."""
    best, most = None, -1
    for kinds in drawn:
        if kinds is None:
            continue
        met = sum(any(kinds[name] in groups for name, groups in row.items()) for row in liked)
        if met > most:
            best, most = kinds, met
        if met == len(liked):
            break
    return best


def _drawn(
    times: Mapping[str, int],
    days: set[frozenset[str]],
    there: Mapping[str, Mapping[str, Collection[str]]],
    bounds: Mapping[str, tuple[int, int]],
    salt: str,
    *,
    has_own: bool,
    most_alike: int,
    first: Mapping[str, Collection[str]],
) -> dict[str, str] | None:
    """The first kinds within bounds, few days of one, in an order of the week's own."""
    # What is wanted of a place comes before others have used its kind up.
    names = tuple(sorted(times, key=lambda name: name not in first))
    counts: Counter[str] = Counter()
    chosen: dict[str, str] = {}
    tries = alike = 0

    def fits(place: int) -> bool:
        nonlocal tries, alike
        tries += 1
        left = sum(times[name] for name in names[place:])
        if sum(max(low - counts[group], 0) for group, (low, _) in bounds.items()) > left:
            return False
        if place == len(names):
            return True
        name = names[place]
        for group in sorted(
            there[name],
            key=lambda group: (
                group not in first.get(name, ()),
                crc32(f"{salt} {name} {group}".encode()),
            ),
        ):
            most = bounds.get(group, (0, 0))[1]
            clashes = _alike(name, group, chosen, days)
            of_it = [there[one][group] for one, kind in chosen.items() if kind == group]
            if (
                tries > _TRIES
                or counts[group] + times[name] > most
                or alike + clashes > most_alike
                or (has_own and not has_one_each([*of_it, there[name][group]]))
            ):
                continue
            chosen[name] = group
            counts[group] += times[name]
            alike += clashes
            if fits(place + 1):
                return True
            counts[group] -= times[name]
            alike -= clashes
            del chosen[name]
        return False

    return chosen if fits(0) else None


def _alike(name: str, group: str, chosen: Mapping[str, str], days: Iterable[frozenset[str]]) -> int:
    """On how many days a place would stand beside one of its own kind."""
    beside = (other for pair in days if name in pair for other in pair - {name})
    return sum(chosen.get(other) == group for other in beside)


def has_one_each(choices: Sequence[Collection[str]]) -> bool:
    """
    Whether each may have one of its choices that no other has.

    >>> has_one_each([["a", "b"], ["a"]]), has_one_each([["a"], ["a"]])
    (True, False)
    """
    taken: dict[str, int] = {}

    def takes(place: int, asked: set[str]) -> bool:
        for one in choices[place]:
            if one in asked:
                continue
            asked.add(one)
            if one not in taken or takes(taken[one], asked):
                taken[one] = place
                return True
        return False

    return all(takes(place, set()) for place in range(len(choices)))
