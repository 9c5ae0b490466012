"""
When to eat: the feedings of a day, placed around its sessions.

Which feedings there are is decided by the clock. How much each holds is decided in
`planning.portions`, without jumps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from fuelcalc.models.timeline import FeedingKind, FeedingName, SessionKind
from fuelcalc.planning.clock import Frame

BLOCK_GAP_MIN = 45.0
"""Sessions closer than this are one block of training."""

_ONE_FEEDING_GAP_MIN = 150.0
_BEFORE_MIN, _LEAST_LEAD_MIN = 60.0, 5.0
_MEAL_LEAD_MIN, _MEAL_ZONE_BEFORE_MIN, _MEAL_ZONE_AFTER_MIN = 40.0, 150.0, 90.0
_AFTER_MIN = 15.0
_LONGEST_GAP_MIN = 300.0
_PRE_SLEEP_MIN, _PRE_SLEEP_CLEAR_MIN = 45.0, 75.0
_MEAL_MIN, _SNACK_MIN = 30.0, 10.0
_FIRST_MEAL_MIN, _LAST_MEAL_MIN = 60.0, 210.0
_MEAL_NAMES = {
    2: ("breakfast", "dinner"),
    3: ("breakfast", "lunch", "dinner"),
    4: ("breakfast", "lunch", "tea", "dinner"),
    5: ("breakfast", "second breakfast", "lunch", "tea", "dinner"),
    6: ("breakfast", "second breakfast", "lunch", "tea", "dinner", "supper"),
}


@dataclass(frozen=True, slots=True)
class Feeding:
    """
    One eating occasion before its amounts are known.

    `fuels` is the session that it prepares for, `follows` the one that it repairs, as places
    in the frame; a meal may do either as well as being a meal.
    """

    minute: float
    minutes: float
    kind: FeedingKind
    name: FeedingName
    is_meal: bool = False
    fuels: int | None = None
    follows: int | None = None
    during: int | None = None

    @property
    def end(self) -> float:
        """Minute at which it is over."""
        return self.minute + self.minutes


@dataclass(frozen=True, slots=True)
class Block:
    """Sessions in a row with hardly a gap: first and last place in the frame."""

    first: int
    last: int
    start: float
    end: float
    free_before: float
    free_after: float


def blocks_of(frame: Frame) -> list[Block]:
    """Group a day's sessions into blocks, each with the free time on both sides."""
    groups: list[list[int]] = []
    for place, one in enumerate(frame.placed):
        if groups and one.start - frame.placed[groups[-1][-1]].end < BLOCK_GAP_MIN:
            groups[-1].append(place)
        else:
            groups.append([place])
    edges = [frame.wake, *(frame.placed[g[-1]].end for g in groups)]
    starts = [*(frame.placed[g[0]].start for g in groups), frame.sleep]
    return [
        Block(
            first=group[0],
            last=group[-1],
            start=starts[number],
            end=edges[number + 1],
            free_before=starts[number] - edges[number],
            free_after=starts[number + 1] - edges[number + 1],
        )
        for number, group in enumerate(groups)
    ]


def meal_minutes(frame: Frame, n_meals: int) -> list[float]:
    """When meals would be on a day without training: an hour after waking to 3.5 h before sleep."""
    awake = frame.sleep - frame.wake
    first = frame.wake + min(_FIRST_MEAL_MIN, awake / 8.0)
    last = frame.sleep - min(_LAST_MEAL_MIN, awake / 4.0)
    return [first + (last - first) * k / (n_meals - 1) for k in range(n_meals)]


def feedings_of(
    frame: Frame,
    *,
    n_meals: int,
    meal_times: Sequence[float] | None,
    pre_sleep: bool,
) -> list[Feeding]:
    """
    Place a day's feedings: around each block, at meals, in long gaps, and before sleep.

    Args:
        frame: Waking, sleep and sessions.
        n_meals: Meals a day, when no times are given.
        meal_times: Fixed meal times in minutes; one that a session covers moves behind it.
        pre_sleep: Whether a feeding before sleep is wanted.

    Returns:
        Feedings in order; none but `during` overlaps a session, and none overlaps another.
    """
    blocks = blocks_of(frame)
    feedings = _meals(frame, blocks, n_meals, meal_times)
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        feedings += _around(frame, block, following, feedings)
        feedings += _within(frame, block)
    if pre_sleep:
        feedings += _before_sleep(frame, feedings)
    feedings += _in_gaps(frame, feedings)
    ordered = sorted(feedings, key=lambda f: (f.minute, f.during is not None))
    return _trimmed(frame, ordered)


def _meals(
    frame: Frame, blocks: Sequence[Block], n_meals: int, fixed: Sequence[float] | None
) -> list[Feeding]:
    """Meals at their times, drawn to a session that is near."""
    times = list(fixed) if fixed is not None else meal_minutes(frame, n_meals)
    times = [time if time >= frame.wake else time + 1440.0 for time in times]
    names = _MEAL_NAMES[len(times)]
    meals: list[Feeding] = []
    for name, time in zip(names, times, strict=True):
        meal = _meal(frame, blocks, name, time, meals)
        if meal is not None:
            meals.append(meal)
    return meals


def _meal(
    frame: Frame, blocks: Sequence[Block], name: str, time: float, meals: Sequence[Feeding]
) -> Feeding | None:
    """One meal: as it stands, before or after a near session, later, or not at all."""
    plain = Feeding(time, _MEAL_MIN, "meal", FeedingName(name), is_meal=True)
    block = _near(blocks, time)
    if block is None:
        return plain if _clear(plain, frame, meals) else None
    lead = block.start - time
    if lead >= _MEAL_LEAD_MIN:
        taken = any(meal.fuels == block.first for meal in meals)
        room = time >= block.start - block.free_before
        if room and not taken and _clear(plain, frame, meals):
            called = replace(plain.name, before=_kind(frame, block.first))
            return replace(plain, kind="before", name=called, fuels=block.first)
    if not any(meal.follows == block.last for meal in meals):
        return _meal_after(frame, block, plain)
    later = replace(plain, minute=block.end + _ONE_FEEDING_GAP_MIN)
    free = _near(blocks, later.minute) in {None, block}
    return later if free and _clear(later, frame, meals) else None


def _meal_after(frame: Frame, block: Block, plain: Feeding) -> Feeding | None:
    """The meal as the feeding after a block, if there is time for one."""
    if block.free_after < _AFTER_MIN + _SNACK_MIN:
        return None
    fuels = block.last + 1 if _shares_gap(frame, block) else None
    coming = None if fuels is None else _kind(frame, fuels)
    called = replace(plain.name, after=_kind(frame, block.last), before=coming)
    return replace(
        plain,
        minute=block.end + _AFTER_MIN,
        kind="after",
        name=called,
        follows=block.last,
        fuels=fuels,
    )


def _kind(frame: Frame, place: int) -> SessionKind:
    """What is trained at a place of the frame."""
    return frame.placed[place].trained.kind


def _near(blocks: Sequence[Block], time: float) -> Block | None:
    """The block whose surroundings a time falls into."""
    for block in blocks:
        if block.start - _MEAL_ZONE_BEFORE_MIN <= time <= block.end + _MEAL_ZONE_AFTER_MIN:
            before_next = time <= block.end or block.free_after >= _ONE_FEEDING_GAP_MIN
            if before_next or time <= block.end + block.free_after - _MEAL_LEAD_MIN:
                return block
    return None


def _clear(meal: Feeding, frame: Frame, meals: Sequence[Feeding]) -> bool:
    """Whether a meal at that time is awake, on no session, and an hour from other meals."""
    awake = frame.wake <= meal.minute <= frame.sleep - _MEAL_MIN
    idle = all(
        meal.end <= one.start + 1e-9 or meal.minute >= one.end - 1e-9 for one in frame.placed
    )
    return awake and idle and all(abs(meal.minute - other.minute) >= 60.0 for other in meals)


def _shares_gap(frame: Frame, block: Block) -> bool:
    """Whether one feeding serves both after this block and before the next."""
    return block.last + 1 < len(frame.placed) and block.free_after < _ONE_FEEDING_GAP_MIN


def _around(
    frame: Frame, block: Block, following: Block | None, meals: Sequence[Feeding]
) -> list[Feeding]:
    """Add the feedings before and after a block that no meal has taken."""
    found: list[Feeding] = []
    covered = block.first > 0 and block.free_before < _ONE_FEEDING_GAP_MIN
    if not covered and not any(meal.fuels == block.first for meal in meals):
        lead = min(_BEFORE_MIN, block.free_before - _LEAST_LEAD_MIN)
        if lead >= _LEAST_LEAD_MIN:
            called = FeedingName(before=_kind(frame, block.first))
            minute, minutes = block.start - lead, min(_SNACK_MIN, lead)
            found.append(Feeding(minute, minutes, "before", called, fuels=block.first))
    if not any(meal.follows == block.last for meal in meals):
        found += _after(frame, block, following)
    return found


def _after(frame: Frame, block: Block, following: Block | None) -> list[Feeding]:
    """Add the feeding after a block, which may also be the one before the next."""
    wait = min(_AFTER_MIN, block.free_after / 3.0)
    if block.free_after < 2.0 * _LEAST_LEAD_MIN:
        return []
    shares = following is not None and _shares_gap(frame, block)
    fuels = block.last + 1 if shares else None
    coming = None if fuels is None else _kind(frame, fuels)
    return [
        Feeding(
            block.end + wait,
            _SNACK_MIN,
            "after",
            FeedingName(after=_kind(frame, block.last), before=coming),
            follows=block.last,
            fuels=fuels,
        )
    ]


def _within(frame: Frame, block: Block) -> list[Feeding]:
    """Add what is taken during each session, and in the short gaps of a block."""
    found: list[Feeding] = []
    for place in range(block.first, block.last + 1):
        one = frame.placed[place]
        kind = _kind(frame, place)
        called = FeedingName(during=kind)
        found.append(Feeding(one.start, one.end - one.start, "during", called, during=place))
        if place == block.last:
            continue
        gap = frame.placed[place + 1].start - one.end
        if gap >= 2.0 * _LEAST_LEAD_MIN:
            bite = FeedingName(after=kind, before=_kind(frame, place + 1), is_between=True)
            start = one.end + gap / 3.0
            found.append(
                Feeding(start, min(_SNACK_MIN, gap / 3.0), "before", bite, fuels=place + 1)
            )
    return found


def _before_sleep(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Add the feeding before sleep, unless another one is close."""
    minute = frame.sleep - _PRE_SLEEP_MIN
    last = max((f.end for f in feedings), default=frame.wake)
    if last > minute - _PRE_SLEEP_CLEAR_MIN + _SNACK_MIN:
        return []
    return [Feeding(minute, _SNACK_MIN, "pre-sleep", FeedingName("before sleep"))]


def _in_gaps(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """
    Spread snacks over every waking stretch of more than five hours without food.

    A session is no such stretch: each has its `during` among the *feedings*.
    """
    found: list[Feeding] = []
    taken = sorted((feeding.minute, feeding.end) for feeding in feedings)
    edges = [(frame.wake, frame.wake), *taken, (frame.sleep, frame.sleep)]
    for (start, end), (following, _) in pairwise(edges):
        if end >= following - 2.0 * _SNACK_MIN:
            continue
        n_snacks = ceil((following - start) / _LONGEST_GAP_MIN) - 1
        for k in range(1, n_snacks + 1):
            minute = end + (following - end) * k / (n_snacks + 1)
            found.append(Feeding(minute, _SNACK_MIN, "snack", FeedingName("snack")))
    return found


def _trimmed(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Cut each feeding short of the next session, the next feeding and sleep."""
    food = [f for f in feedings if f.during is None]
    result: list[Feeding] = []
    for feeding in feedings:
        if feeding.during is not None:
            result.append(feeding)
            continue
        limits = [one.start for one in frame.placed if one.start >= feeding.minute]
        limits += [other.minute for other in food if other.minute > feeding.minute]
        end = min([feeding.end, frame.sleep, *limits])
        result.append(replace(feeding, minutes=max(end - feeding.minute, 0.0)))
    return result
