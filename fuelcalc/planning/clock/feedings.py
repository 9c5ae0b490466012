"""
When to eat: the feedings of a day, placed around its sessions.

Which feedings there are is decided by the clock. How much each holds is decided in `portions`,
without jumps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from fuelcalc.models.timeline import FeedingKind, FeedingName, Item
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.sessions.session import Trained

BLOCK_GAP_MIN = 45.0
"""Sessions closer than this are one block of training."""

# In a shorter gap one feeding repairs the one session and prepares the next.
_ONE_FEEDING_GAP_MIN = 150.0
# A snack has an hour to settle where the day leaves it, and is left out where it has none.
_BEFORE_MIN, _LEAST_LEAD_MIN = 60.0, 5.0
# A meal so near before or after a session belongs to it, and moves behind it under 40 min.
_MEAL_LEAD_MIN, _MEAL_ZONE_BEFORE_MIN, _MEAL_ZONE_AFTER_MIN = 40.0, 150.0, 90.0
# Time to stop sweating and wash.
_AFTER_MIN = 15.0
# Protein is best spread over feedings 3 to 5 h apart.
_LONGEST_GAP_MIN = 300.0
# Before bed, and not on top of a late dinner.
_PRE_SLEEP_MIN, _PRE_SLEEP_CLEAR_MIN = 45.0, 75.0
_MEAL_MIN, _SNACK_MIN = 30.0, 10.0
# Breakfast an hour after waking, dinner three and a half before sleep.
_FIRST_MEAL_MIN, _LAST_MEAL_MIN = 60.0, 210.0
_MEAL_NAMES = {
    2: ("breakfast", "dinner"),
    3: ("breakfast", "lunch", "dinner"),
    4: ("breakfast", "lunch", "tea", "dinner"),
    5: ("breakfast", "second breakfast", "lunch", "tea", "dinner"),
    6: ("breakfast", "second breakfast", "lunch", "tea", "dinner", "supper"),
}


class Portion(NamedTuple):
    """What one feeding holds."""

    protein_g: float = 0.0
    carbohydrate_g: float = 0.0
    fat_g: float = 0.0
    fluid_ml: float = 0.0
    sodium_mg: float = 0.0

    @property
    def energy_kcal(self) -> float:
        """By 4, 4 and 9 kcal per gram."""
        return 4.0 * self.protein_g + 4.0 * self.carbohydrate_g + 9.0 * self.fat_g


NO_PORTION = Portion()


class Plate(NamedTuple):
    """What is on the plate at one feeding: its name, its foods, and how it is made."""

    dish: str
    items: tuple[Item, ...]
    dish_id: str = ""
    preparation: str = ""


NOTHING = Plate("", ())


@dataclass(frozen=True, slots=True, eq=False)
class Feeding:
    """
    One eating occasion, itself and no other: two at the same time stay two.

    Attributes:
        minute: When it starts, in minutes since midnight.
        minutes: How long it takes.
        kind: What it is to the clock.
        name: What a meal is called; a meal may prepare or repair as well as being a meal.
        prepares: The session that it is eaten for.
        repairs: The session that it is eaten after.
        accompanies: The session that it is taken on.
        past: The session just behind a bite in the gap of a block, which repairs nothing yet.
        portion: What it should hold, once that is shared out.
        plate: What is on the plate, once that is chosen.
    """

    minute: float
    minutes: float
    kind: FeedingKind
    name: str = ""
    prepares: Trained | None = None
    repairs: Trained | None = None
    accompanies: Trained | None = None
    past: Trained | None = None
    portion: Portion = NO_PORTION
    plate: Plate = NOTHING

    @property
    def end(self) -> float:
        """Minute at which it is over."""
        return self.minute + self.minutes

    @property
    def is_meal(self) -> bool:
        """Whether it is one of the day's meals, and no snack or drink around a session."""
        return bool(self.name)

    @property
    def lead_min(self) -> float | None:
        """Minutes to the session that it prepares, if it prepares one."""
        return None if self.prepares is None else self.prepares.start - self.minute

    @property
    def feeding_name(self) -> FeedingName:
        """
        Which feeding of the day it is, as facts.

        >>> Feeding(780.0, 30.0, "meal", "lunch").feeding_name.called
        'lunch'
        """
        if self.accompanies is not None:
            return FeedingName(during=self.accompanies.kind)
        if self.past is not None and self.prepares is not None:
            return FeedingName(before=self.prepares.kind, after=self.past.kind, is_between=True)
        own = {"snack": "snack", "pre-sleep": "before sleep"}
        return FeedingName(
            self.name or own.get(self.kind),
            before=None if self.prepares is None else self.prepares.kind,
            after=None if self.repairs is None else self.repairs.kind,
        )


@dataclass(frozen=True, slots=True)
class Block:
    """Sessions in a row with hardly a gap, the free time on both sides, and what comes next."""

    sessions: tuple[Trained, ...]
    free_before: float
    free_after: float
    following: Trained | None

    @property
    def first(self) -> Trained:
        """The session that opens it."""
        return self.sessions[0]

    @property
    def last(self) -> Trained:
        """The session that closes it."""
        return self.sessions[-1]

    @property
    def start(self) -> float:
        """When the first session starts."""
        return self.first.start

    @property
    def end(self) -> float:
        """When the last session ends."""
        return self.last.end

    @property
    def shares_gap(self) -> bool:
        """Whether one feeding serves both after this block and before the next."""
        return self.following is not None and self.free_after < _ONE_FEEDING_GAP_MIN


def blocks_of(frame: Frame) -> list[Block]:
    """Group a day's sessions into blocks, each with the free time on both sides."""
    groups: list[list[Trained]] = []
    for session in frame.sessions:
        if groups and session.start - groups[-1][-1].end < BLOCK_GAP_MIN:
            groups[-1].append(session)
        else:
            groups.append([session])
    edges = [frame.wake, *(group[-1].end for group in groups)]
    starts = [*(group[0].start for group in groups), frame.sleep]
    return [
        Block(
            sessions=tuple(group),
            free_before=starts[number] - edges[number],
            free_after=starts[number + 1] - edges[number + 1],
            following=groups[number + 1][0] if number + 1 < len(groups) else None,
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
        meal_times: Fixed meal times in minutes; one that a session covers moves behind it. Where
            all of them fall asleep, usual ones take their place.
        pre_sleep: Whether a feeding before sleep is wanted.

    Returns:
        Feedings in order; none but those taken on a session overlaps one, and none another.
    """
    blocks = blocks_of(frame)
    feedings = _meals(frame, blocks, meal_times) if meal_times else []
    feedings = feedings or _meals(frame, blocks, meal_minutes(frame, n_meals))
    for block in blocks:
        feedings += _around(block, feedings)
        feedings += _within(block)
    if pre_sleep:
        feedings += _before_sleep(frame, feedings)
    feedings += _in_gaps(frame, feedings)
    ordered = sorted(
        feedings, key=lambda feeding: (feeding.minute, feeding.accompanies is not None)
    )
    return _trimmed(frame, ordered)


def _meals(frame: Frame, blocks: Sequence[Block], times: Sequence[float]) -> list[Feeding]:
    """Meals at their times, drawn to a session that is near."""
    times = [time if time >= frame.wake else time + 1440.0 for time in times]
    meals: list[Feeding] = []
    for name, time in zip(_MEAL_NAMES[len(times)], times, strict=True):
        meal = _meal(frame, blocks, name, time, meals)
        if meal is not None:
            meals.append(meal)
    return meals


def _meal(
    frame: Frame, blocks: Sequence[Block], name: str, time: float, meals: Sequence[Feeding]
) -> Feeding | None:
    """One meal: as it stands, before or after a near session, later, or not at all."""
    plain = Feeding(time, _MEAL_MIN, "meal", name)
    block = _near(blocks, time)
    if block is None:
        return plain if _clear(plain, frame, meals) else None
    if block.start - time >= _MEAL_LEAD_MIN:
        taken = any(meal.prepares is block.first for meal in meals)
        room = time >= block.start - block.free_before
        if room and not taken and _clear(plain, frame, meals):
            return replace(plain, kind="before", prepares=block.first)
    if not any(meal.repairs is block.last for meal in meals):
        return _meal_after(block, plain)
    later = replace(plain, minute=block.end + _ONE_FEEDING_GAP_MIN)
    free = _near(blocks, later.minute) in {None, block}
    return later if free and _clear(later, frame, meals) else None


def _meal_after(block: Block, plain: Feeding) -> Feeding | None:
    """The meal as the feeding after a block, if there is time for one."""
    if block.free_after < _AFTER_MIN + _SNACK_MIN:
        return None
    return replace(
        plain,
        minute=block.end + _AFTER_MIN,
        kind="after",
        repairs=block.last,
        prepares=block.following if block.shares_gap else None,
    )


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
        meal.end <= session.start + 1e-9 or meal.minute >= session.end - 1e-9
        for session in frame.sessions
    )
    return awake and idle and all(abs(meal.minute - other.minute) >= 60.0 for other in meals)


def _around(block: Block, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Add the feedings before and after a block that no meal has taken."""
    found: list[Feeding] = []
    # Feedings of the blocks before stand in the list already, so that a shared one counts.
    prepared = any(feeding.prepares is block.first for feeding in feedings)
    lead = min(_BEFORE_MIN, block.free_before - _LEAST_LEAD_MIN)
    if not prepared and lead >= _LEAST_LEAD_MIN:
        minutes = min(_SNACK_MIN, lead)
        found.append(Feeding(block.start - lead, minutes, "before", prepares=block.first))
    if not any(feeding.repairs is block.last for feeding in feedings):
        found += _after(block)
    return found


def _after(block: Block) -> list[Feeding]:
    """Add the feeding after a block, which may also be the one before the next."""
    if block.free_after < 2.0 * _LEAST_LEAD_MIN:
        return []
    wait = min(_AFTER_MIN, block.free_after / 3.0)
    following = block.following if block.shares_gap else None
    return [Feeding(block.end + wait, _SNACK_MIN, "after", repairs=block.last, prepares=following)]


def _within(block: Block) -> list[Feeding]:
    """Add what is taken during each session, and in the short gaps of a block."""
    found = [
        Feeding(session.start, session.end - session.start, "during", accompanies=session)
        for session in block.sessions
    ]
    for past, following in pairwise(block.sessions):
        gap = following.start - past.end
        if gap >= 2.0 * _LEAST_LEAD_MIN:
            start, minutes = past.end + gap / 3.0, min(_SNACK_MIN, gap / 3.0)
            found.append(Feeding(start, minutes, "before", prepares=following, past=past))
    return found


def _before_sleep(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Add the feeding before sleep, unless another one is close."""
    minute = frame.sleep - _PRE_SLEEP_MIN
    last = max((feeding.end for feeding in feedings), default=frame.wake)
    if last > minute - _PRE_SLEEP_CLEAR_MIN + _SNACK_MIN:
        return []
    return [Feeding(minute, _SNACK_MIN, "pre-sleep")]


def _in_gaps(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """
    Spread snacks over every waking stretch of more than five hours without food.

    A session is no such stretch: what is taken on it stands among the *feedings*.
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
            found.append(Feeding(minute, _SNACK_MIN, "snack"))
    return found


def _trimmed(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Cut each feeding short of the next session, the next feeding and sleep."""
    food = [feeding for feeding in feedings if feeding.accompanies is None]
    result: list[Feeding] = []
    for feeding in feedings:
        if feeding.accompanies is not None:
            result.append(feeding)
            continue
        limits = [session.start for session in frame.sessions if session.start >= feeding.minute]
        limits += [other.minute for other in food if other.minute > feeding.minute]
        end = min([feeding.end, frame.sleep, *limits])
        cut = end < feeding.end
        result.append(replace(feeding, minutes=end - feeding.minute) if cut else feeding)
    return result
