"""What somebody likes, and how a week comes to have it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Final
from zlib import crc32

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Pantry
from fuelcalc.pantry.lookup import is_called
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.repeats import is_light
from fuelcalc.planning.menu.week_dishes import WeekDish, is_wished

# What the first day of a week with something liked is worth, the second, third and fourth, in the
# coin of what is bought and made; each more costs.
_WORTH: Final = (28.0, 13.0, 3.0, 1.0)
_MORE: Final = -2.0
# Where nobody knows on how many days a dish is eaten, as for early hours.
_ANY_DAY_WORTH: Final = 5.0


@lru_cache(maxsize=8192)
def liked_in(variant: Variant, likes: Sequence[str]) -> frozenset[str]:
    """Which of some words, spelled plainly, a dish is called by or holds on any plate of it."""
    return frozenset(word for word in likes if is_wished(variant, (word,)))


def liked_days(
    others: Mapping[str, WeekDish], likes: tuple[str, ...], days: Mapping[str, int]
) -> Mapping[str, int]:
    """
    On which days a week has each word that is liked, a bit a weekday.

    Args:
        others: The dishes of its places.
        likes: The words, spelled plainly.
        days: On which days each place is eaten.
    """
    found = dict.fromkeys(likes, 0)
    for name, one in others.items():
        for word in liked_in(one.variant, likes):
            found[word] |= days.get(name, 0)
    return found


def liked_cost(words: Collection[str], before: Mapping[str, int], days: int) -> float:
    """
    What speaks for a dish that holds what is liked: most where the week has none of it yet.

    Args:
        words: What is liked of it.
        before: On which days the rest of the week has each, a bit a weekday.
        days: On which days this would be.
    """
    if not days:
        return -_ANY_DAY_WORTH * len(words)
    return -sum(
        _worth((before[word] | days).bit_count()) - _worth(before[word].bit_count())
        for word in words
    )


def _worth(n_days: int) -> float:
    """What it is worth to have something liked on so many days."""
    return sum(_WORTH[:n_days]) + _MORE * max(n_days - len(_WORTH), 0)


def liked_kinds(
    pools: Mapping[str, Sequence[WeekDish]], mains: Collection[str], likes: tuple[str, ...]
) -> list[Mapping[str, frozenset[str]]]:
    """
    Of which kinds each place has a dish that holds what is liked, a row a word.

    Words that no lunch or dinner holds have no row, and none that breakfasts or snacks hold need
    one.

    Args:
        pools: The dishes of each place.
        mains: The places of lunches and dinners that a wish may have.
        likes: The words, spelled plainly.
    """
    small = [one for name, pool in pools.items() if is_light(name) for one in pool]
    rows = []
    for word in likes:
        if any(word in liked_in(one.variant, likes) for one in small):
            continue
        row = {
            name: frozenset(
                one.group for one in pools[name] if word in liked_in(one.variant, likes)
            )
            for name in mains
        }
        rows.append({name: groups for name, groups in row.items() if groups})
    return [row for row in rows if row]


def with_homes(
    there: Mapping[str, Sequence[WeekDish]], layout: Sequence[str], rules: Rules
) -> dict[str, Sequence[WeekDish]]:
    """
    The dishes of each place, where each wish has one whose dishes all hold what is liked.

    What is eaten on two days comes first. By its price alone lamb gave way to what others had
    of the couscous that it is eaten with.

    Args:
        there: The dishes of each place.
        layout: The places of lunches and dinners from Monday to Sunday.
        rules: Whose week it is.
    """
    found, homes = dict(there), set[str]()
    # Sunday's dinner is none, since what is liked may be next Monday's.
    times = Counter(name for name in layout[:-1] if name)
    for word in rules.likes:
        rows = {
            name: [one for one in there.get(name, ()) if word in liked_in(one.variant, rules.likes)]
            for name in times.keys() - homes
        }
        free = [name for name, dishes in rows.items() if dishes]
        if free:
            salt = f"{rules.week} {rules.seed} {word}"
            home = min(free, key=lambda name: (-times[name], crc32(f"{salt} {name}".encode())))
            homes.add(home)
            found[home] = rows[home]
    return found


@lru_cache(maxsize=64)
def liked_items(likes: tuple[str, ...], pantry: Pantry) -> frozenset[str]:
    """What is bought of the foods that are called by some words."""
    return frozenset(
        food.bought.item
        for food in pantry.foods
        if food.bought is not None and any(is_called(food, word) for word in likes)
    )
