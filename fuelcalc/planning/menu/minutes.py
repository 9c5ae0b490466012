"""How long a plate takes to make, how long there is for it, and what is made ahead."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import Final

from fuelcalc.models.cooking import AHEAD, listed
from fuelcalc.models.dishes import Variant
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.clock.meals import is_of_hours
from fuelcalc.planning.menu.patterns import AT_WORK_MIN, MOST_MORNING_MIN, MOST_SNACK_MIN, WORKDAYS

EVENING: Final = "the evening before"
EARLIER: Final = "earlier in the day"
ANY_TIME: Final = f"{EARLIER} or {EVENING}"
AFTER_WORK: Final = "between work and the session"
BEFORE_SHIFT: Final = "before the shift"

LEAVES: Final = frozenset({"avocado", "green-lettuce", "lettuce", "rocket"})
"""What is no food any more after a night in a dressing."""

RAW: Final = LEAVES | {
    "cucumber", "greek-yogurt", "hummus", "lactose-free-yogurt", "radishes", "soy-yogurt",
    "sour-cream",
}  # fmt: skip
"""What nobody warms up."""

FRUIT: Final = frozenset(
    {
        "apple", "banana", "blueberries", "firm-banana", "grapes", "kiwi", "mango", "peach",
        "pineapple", "raspberries", "small-banana", "strawberries",
    }
)  # fmt: skip
"""What comes onto a cold jar or bowl when it is eaten, however long that has stood."""

# Who comes from training eats within half an hour, whatever is on the clock first: so long a quick
# dinner may take.
_AFTER_MIN: Final = 25.0
# Who comes from training at eight or later only puts something together.
_LATE_FROM_MIN: Final = 1185.0
_LATE_AFTER_MIN: Final = 15.0
# The day has a time to cook in before what is eaten so long after waking.
_LONG_AWAKE_MIN: Final = 240.0
# Who works in the night and is up so long has a time to cook in before the shift.
_UP_FOR_SHIFT_MIN: Final = 120.0
# From the end of work to a kitchen.
_WAY_HOME_MIN: Final = 30.0
_BREAKFAST_MIN: Final = 15.0
# Who gets up for an early start has this long to put something together.
_UP_MIN: Final = 5.0
LEAST_TOLD_MIN: Final = 5.0
"""What takes less is poured or opened, and has no method told."""

LEAST_EVENING_MIN: Final = 10.0
"""What is stirred together in so long is made on any evening, whatever its dinner took."""

# On the evening before a race somebody lays out a kit and goes to bed.
_RACE_EVE_MIN: Final = 20.0

# Who has run for hours stands at no stove for two more, and eats no beans.
_TIRED_MIN: Final = 120.0
# Nobody minds some minutes.
_LEAST_LATE_MIN: Final = 20.0


def minutes_of(variants: Sequence[Variant]) -> float:
    """
    How long a dish and what stands beside it take together.

    One simmers while the other is stirred, and no cook does two pieces of work at once.

    >>> from fuelcalc.pantry import BUNDLED, Limits
    >>> named = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> plate = (named["beef-potato-goulash"], named["apple-crumble"])
    >>> [one.dish.minutes for one in plate], minutes_of(plate), hands_on_of(plate)
    ([35.0, 35.0], 35.0, 25.0)
    """
    # Lists, since it is asked of hundreds of plates a day, and a generator takes twice as long.
    dishes = [one.dish for one in variants]
    return max([sum([one.hands_on for one in dishes]), *[one.minutes for one in dishes]])


def hands_on_of(variants: Iterable[Variant]) -> float:
    """How much of that is work."""
    return sum(one.dish.hands_on for one in variants)


def free_min(feeding: Feeding, frame: Frame) -> float:
    """How long there is to make a feeding: since waking, and since the session before it."""
    if feeding.kind == "during":
        return inf
    found = max(feeding.minute - frame.wake, _UP_MIN)
    since = since_min(feeding, frame)
    if feeding.minute - since >= _LATE_FROM_MIN:
        return min(found, _LATE_AFTER_MIN)
    least = _BREAKFAST_MIN if feeding.name == "breakfast" else _AFTER_MIN
    if is_after_hours(feeding, frame):
        return min(found, _BREAKFAST_MIN if feeding.is_meal else _UP_MIN)
    return min(found, max(since, least))


def is_after_hours(feeding: Feeding, frame: Frame) -> bool:
    """Whether a feeding follows a run of hours so soon that nobody wants a stove or a heap."""
    past = [one for one in frame.sessions if one.end <= feeding.minute]
    if not past or since_min(feeding, frame) > _TIRED_MIN:
        return False
    return is_of_hours(max(past, key=lambda one: one.end))


def awake_min(feeding: Feeding, frame: Frame) -> float:
    """
    How long its eater is up before a feeding, without what sessions have taken of that.

    Nobody cooks on the morning of a race: there it counts from its end.
    """
    past = [one for one in frame.sessions if one.end <= feeding.minute]
    up = max([frame.wake, *(one.end for one in past if one.is_race)])
    return feeding.minute - up - sum(one.end - one.start for one in past if one.start >= up)


def since_min(feeding: Feeding, frame: Frame) -> float:
    """How long before a feeding the last session of the day has ended, if any has."""
    ended = [one.end for one in frame.sessions if one.end <= feeding.minute]
    return feeding.minute - max(ended) if ended else inf


def home_min(feeding: Feeding, frame: Frame) -> float:
    """How long who comes from work is at home before a feeding, or the session before it."""
    ended = AT_WORK_MIN[1]
    starts = [one.start for one in frame.sessions if ended < one.end <= feeding.minute]
    return max(min(starts, default=feeding.minute) - ended - _WAY_HOME_MIN, 0.0)


def race_eve_min(frame: Frame) -> float:
    """How long anybody cooks on the evening before a race for the day that it is on."""
    return _RACE_EVE_MIN if any(one.is_race for one in frame.sessions) else inf


def made_within(feeding: Feeding, weekday: int) -> float:
    """
    How long anybody makes something of a feeding's kind: a quarter of an hour for a snack.

    Args:
        feeding: The feeding.
        weekday: 0 on Monday to 6 on Sunday.
    """
    # What is taken on the move was made before.
    if feeding.kind == "during":
        return inf
    if not feeding.is_meal:
        return MOST_SNACK_MIN
    is_early = feeding.name == "breakfast" and weekday in WORKDAYS
    return MOST_MORNING_MIN if is_early else inf


def is_in_time(variants: Sequence[Variant], free: float) -> bool:
    """Whether a plate is ready in so many minutes, with what keeps made before and warmed."""
    return minutes_of([one for one in variants if not one.dish.keeps]) <= free


def ahead_at(
    awake: float,
    *,
    is_packed: bool = False,
    is_left: bool = False,
    is_in_shift: bool = False,
    home: float = inf,
    takes: float = 0.0,
) -> str:
    """
    When a plate is made that is made ahead.

    Args:
        awake: How many minutes its eater is up before it is eaten, sessions apart.
        is_packed: Whether it is taken along to work.
        is_left: Whether the dish is tomorrow's lunch too, for which a day more would be too long.
        is_in_shift: Whether it is eaten in a night's shift.
        home: How many minutes there are between work and the session, of who is at work.
        takes: How many minutes it takes.

    >>> ahead_at(25.0), ahead_at(720.0), ahead_at(720.0, is_left=True)
    ('the evening before', 'earlier in the day or the evening before', 'earlier in the day')
    >>> ahead_at(720.0, home=60.0, takes=35.0), ahead_at(720.0, home=30.0, takes=35.0)
    ('between work and the session', 'the evening before')
    """
    if is_in_shift and awake >= _UP_FOR_SHIFT_MIN:
        return BEFORE_SHIFT
    if is_packed or awake < _LONG_AWAKE_MIN:
        return EVENING
    if home == inf:
        return EARLIER if is_left else ANY_TIME
    if takes <= home:
        return AFTER_WORK
    # A pot that is tomorrow's lunch too would be a day too old for it.
    return EARLIER if is_left else EVENING


def is_a_day_old(how: str) -> bool:
    """
    Whether what is made as a method says may stand in a fridge from the evening before.

    >>> [is_a_day_old(f"{AHEAD}, {when}. Boil it.") for when in (ANY_TIME, EVENING, EARLIER)]
    [True, True, False]
    """
    return how.startswith((f"{AHEAD}, {EVENING}", f"{AHEAD}, {ANY_TIME}"))


def is_of_evening_before(how: str) -> bool:
    """
    Whether a method has all of a plate made on the evening before, and at no other time.

    >>> [is_of_evening_before(f"{AHEAD}, {when}. Boil it.") for when in (ANY_TIME, EVENING)]
    [False, True]
    """
    return how.startswith((f"{AHEAD}, {EVENING}", EVENING.capitalize()))


def when_text(
    variants: Sequence[Variant],
    free: float,
    since: float = inf,
    *,
    ahead: str = ANY_TIME,
    raw: Sequence[str] = (),
    is_packed: bool = False,
) -> str:
    """
    When to make a plate that there is no time for at the table; nothing where there is.

    Args:
        variants: The dish, and what stands beside it.
        free: How many minutes there are to make it.
        since: How many minutes before it is eaten a session has ended.
        ahead: When what keeps is made, as `ahead_at` says it.
        raw: What of it nobody warms up, by name.
        is_packed: Whether it is taken along, where another line says how it is kept.
    """
    takes = minutes_of(variants)
    if takes > free and is_in_time(variants, free):
        if not variants[0].dish.keeps:
            before = listed([one.name for one in variants[1:] if one.dish.keeps])
            return f"Make the {before} ahead, {ahead}. "
        if variants[0].dish.carried == "cold":
            return f"{AHEAD}, {ahead}. "
        kept = "" if is_packed else ", keep it in a fridge"
        then = f", then add {listed(raw)}" if raw else ""
        return f"{AHEAD}, {ahead}{kept}, and warm it until it steams{then}. "
    if is_packed and ahead == BEFORE_SHIFT and takes >= LEAST_TOLD_MIN:
        return f"Make it {BEFORE_SHIFT}. "
    late = takes > max(since, _LEAST_LATE_MIN)
    return f"Begun at once, it is ready some {takes:.0f} min after the session. " if late else ""
