"""
What a feeding is, and when to eat: the feedings of a day, placed around its meals and sessions.

Which feedings there are is decided by the clock; where the meals stand, in `meals`. How much
each holds is decided in `portions`, without jumps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, inf
from typing import NamedTuple

from fuelcalc.models.timeline import Carried, Elsewhere, FeedingKind, FeedingName, Item, Taken
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science.macronutrients import energy_449_kcal

BLOCK_GAP_MIN = 45.0
"""Sessions closer than this are one block of training."""

# In a shorter gap one feeding repairs the one session and prepares the next.
ONE_FEEDING_GAP_MIN = 150.0
# A gap that leaves less on both sides of a bite has none.
_LEAST_LEAD_MIN = 5.0
# After its breakfast a race of so long has a gel a quarter of an hour before the start.
_GEL_MIN, _GEL_TAKES_MIN, _GEL_RACE_MIN, _GEL_CLEAR_MIN = 15.0, 5.0, 75.0, 60.0
# Between two sessions so near that stores matter, and far enough apart, food comes three times.
_REFUEL_GAP_MIN, _REFUEL_FEEDINGS, _REFUEL_CLEAR_MIN = (180.0, 480.0), 3, 40.0
# Time to stop sweating and wash.
AFTER_MIN = 15.0
# Protein is best spread over feedings 3 to 5 h apart.
LONGEST_GAP_MIN = 300.0
# Before bed, and not on top of a late dinner.
PRE_SLEEP_MIN, _PRE_SLEEP_CLEAR_MIN = 45.0, 75.0
SNACK_MIN = 10.0


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
        return energy_449_kcal(
            protein_g=self.protein_g, carbohydrate_g=self.carbohydrate_g, fat_g=self.fat_g
        )


NO_PORTION = Portion()


class FeedingCeilings(NamedTuple):
    """
    The most that one feeding may hold, whatever the day asks for; infinite where nothing limits.

    Attributes:
        protein_g: Protein.
        carbohydrate_g: Carbohydrate.
        fat_g: Fat.
        fibre_g: Fibre: no target, but what its food may hold.
        energy_kcal: All of it together.
    """

    protein_g: float = inf
    carbohydrate_g: float = inf
    fat_g: float = inf
    fibre_g: float = inf
    energy_kcal: float = inf


NO_CEILINGS = FeedingCeilings()


class Plate(NamedTuple):
    """
    What is on the plate at one feeding: its name, its foods, and how it and its sides are made.

    The minutes are missing where nothing is made, and those of work where nobody has told them.
    On a long session also what is taken when, and what to carry. A meal that is eaten elsewhere has
    no food.
    """

    dish: str
    items: tuple[Item, ...]
    dish_id: str = ""
    preparation: str = ""
    preparation_beside: str = ""
    preparation_min: float | None = None
    hands_on_min: float | None = None
    taken: tuple[Taken, ...] = ()
    carry: tuple[Carried, ...] = ()
    elsewhere: Elsewhere | None = None


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
        is_drink: Whether it is a drink alone, for want of room in what is eaten.
        ceilings: The most that it may hold.
        portion: What it should hold, once that is shared out.
        sweat_ml: How much of its drink makes up for sweat.
        plate: What is on the plate, once that is chosen.
        keeps_time: Whether it stands at the minute that somebody asked for.
    """

    minute: float
    minutes: float
    kind: FeedingKind
    name: str = ""
    prepares: Trained | None = None
    repairs: Trained | None = None
    accompanies: Trained | None = None
    past: Trained | None = None
    is_drink: bool = False
    ceilings: FeedingCeilings = NO_CEILINGS
    portion: Portion = NO_PORTION
    sweat_ml: float = 0.0
    plate: Plate = NOTHING
    keeps_time: bool = False

    def holding(
        self,
        *,
        ceilings: FeedingCeilings | None = None,
        portion: Portion | None = None,
        sweat_ml: float | None = None,
    ) -> "Feeding":
        """The same with other ceilings, or with its share of the day."""
        # Each of a day's feedings is filled in three steps, and `replace` takes twice as long.
        return Feeding(
            self.minute,
            self.minutes,
            self.kind,
            self.name,
            self.prepares,
            self.repairs,
            self.accompanies,
            self.past,
            self.is_drink,
            self.ceilings if ceilings is None else ceilings,
            self.portion if portion is None else portion,
            self.sweat_ml if sweat_ml is None else sweat_ml,
            self.plate,
            self.keeps_time,
        )

    @property
    def end(self) -> float:
        """Minute at which it is over."""
        return self.minute + self.minutes

    @property
    def is_meal(self) -> bool:
        """Whether it is one of the day's meals, and no snack or drink around a session."""
        return bool(self.name)

    @property
    def is_bite_before(self) -> bool:
        """Whether it is a snack before a session and nothing else."""
        return self.prepares is not None and self.repairs is None and not self.is_meal

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
        if self.is_drink:
            return FeedingName("drink")
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
class SessionBlock:
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
        return self.following is not None and self.free_after < ONE_FEEDING_GAP_MIN


def blocks_of(frame: Frame) -> list[SessionBlock]:
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
        SessionBlock(
            sessions=tuple(group),
            free_before=starts[number] - edges[number],
            free_after=starts[number + 1] - edges[number + 1],
            following=groups[number + 1][0] if number + 1 < len(groups) else None,
        )
        for number, group in enumerate(groups)
    ]


def feedings_of(
    frame: Frame, meals: Sequence[Feeding], *, pre_sleep: bool, snacks: bool = True
) -> list[Feeding]:
    """
    Place a day's feedings: its meals, around each block, in long gaps, and before sleep.

    Args:
        frame: Waking, sleep and sessions.
        meals: Where the meals stand, from `meals.meals_of`.
        pre_sleep: Whether a feeding before sleep is wanted.
        snacks: Whether snacks stand in the gaps between meals.

    Returns:
        Feedings in order; none but those taken on a session overlaps one, and none another.
    """
    feedings = [*meals]
    blocks = blocks_of(frame)
    for block in blocks:
        feedings += _around(frame, block, feedings)
        feedings += _within(block)
    for block in blocks:
        feedings += _between(block, feedings)
    if pre_sleep:
        feedings += _before_sleep(frame, feedings)
    if snacks:
        feedings += _in_gaps(frame, feedings)
    feedings = [feeding for feeding in feedings if is_clear(frame, feeding)]
    ordered = sorted(
        feedings, key=lambda feeding: (feeding.minute, feeding.accompanies is not None)
    )
    return _trim(frame, ordered)


def is_clear(frame: Frame, feeding: Feeding) -> bool:
    """Whether a feeding leaves the time before every start that somebody's stomach wants."""
    if feeding.accompanies is not None:
        return True
    leads = (session.start - feeding.end for session in frame.sessions)
    # A hair, so that what ends on the minute is clear.
    return not any(-1e-6 <= lead < frame.leads.clear_min - 1e-6 for lead in leads)


def _around(frame: Frame, block: SessionBlock, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Add the feedings before and after a block that no meal has taken."""
    found: list[Feeding] = []
    # Feedings of the blocks before stand in the list already, so that a shared one counts.
    prepared = any(feeding.prepares is block.first for feeding in feedings)
    lead = min(frame.leads.bite_min, block.free_before - _LEAST_LEAD_MIN)
    if not prepared and lead >= frame.leads.least_bite_min:
        minutes = min(SNACK_MIN, lead)
        found.append(Feeding(block.start - lead, minutes, "before", prepares=block.first))
    if frame.leads.least_bite_min <= _GEL_MIN:
        found += _gel(block, feedings)
    if not any(feeding.repairs is block.last for feeding in feedings):
        found += _after(block)
    return found


def _gel(block: SessionBlock, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Add what is taken in the pen of a long race by who had breakfast long before."""
    race = block.first
    ready = [feeding for feeding in feedings if feeding.prepares is race]
    late = any(feeding.end > race.start - _GEL_CLEAR_MIN for feeding in ready)
    if not race.is_race or race.minutes < _GEL_RACE_MIN or not ready or late:
        return []
    return [Feeding(race.start - _GEL_MIN, _GEL_TAKES_MIN, "before", prepares=race)]


def _between(block: SessionBlock, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Add the third feeding between two sessions of which neither is a lift."""
    following, (shortest, longest) = block.following, _REFUEL_GAP_MIN
    if following is None or not shortest <= block.free_after <= longest:
        return []
    if "lift" in {block.last.kind, following.kind}:
        return []
    there = sorted(
        feeding.minute for feeding in feedings if block.end <= feeding.minute < following.start
    )
    if len(there) >= _REFUEL_FEEDINGS:
        return []
    walls = [block.end, *there, following.start]
    start, end = max(pairwise(walls), key=lambda gap: gap[1] - gap[0])
    clear = end - start >= 2.0 * _REFUEL_CLEAR_MIN + SNACK_MIN
    return [Feeding(0.5 * (start + end - SNACK_MIN), SNACK_MIN, "snack")] if clear else []


def _after(block: SessionBlock) -> list[Feeding]:
    """Add the feeding after a block, which may also be the one before the next."""
    if block.free_after < 2.0 * _LEAST_LEAD_MIN:
        return []
    wait = min(AFTER_MIN, block.free_after / 3.0)
    following = block.following if block.shares_gap else None
    return [Feeding(block.end + wait, SNACK_MIN, "after", repairs=block.last, prepares=following)]


def _within(block: SessionBlock) -> list[Feeding]:
    """Add what is taken during each session, and in the short gaps of a block."""
    found = [
        Feeding(session.start, session.end - session.start, "during", accompanies=session)
        for session in block.sessions
    ]
    for past, following in pairwise(block.sessions):
        gap = following.start - past.end
        if gap >= 2.0 * _LEAST_LEAD_MIN:
            start, minutes = past.end + gap / 3.0, min(SNACK_MIN, gap / 3.0)
            found.append(Feeding(start, minutes, "before", prepares=following, past=past))
    return found


def _before_sleep(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """Add the feeding before sleep, unless another one is close."""
    minute = frame.sleep - PRE_SLEEP_MIN
    last = max((feeding.end for feeding in feedings), default=frame.wake)
    if last > minute - _PRE_SLEEP_CLEAR_MIN + SNACK_MIN:
        return []
    return [Feeding(minute, SNACK_MIN, "pre-sleep")]


def _in_gaps(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
    """
    Spread snacks over every waking stretch of more than five hours without food.

    A session is no such stretch: what is taken on it stands among the *feedings*.
    """
    found: list[Feeding] = []
    taken = sorted((feeding.minute, feeding.end) for feeding in feedings)
    edges = [(frame.wake, frame.wake), *taken, (frame.sleep, frame.sleep)]
    for (start, end), (following, _) in pairwise(edges):
        if end >= following - 2.0 * SNACK_MIN:
            continue
        n_snacks = ceil((following - start) / LONGEST_GAP_MIN) - 1
        for k in range(1, n_snacks + 1):
            minute = end + (following - end) * k / (n_snacks + 1)
            found.append(Feeding(minute, SNACK_MIN, "snack"))
    return found


def gaps_of(frame: Frame, feedings: Sequence[Feeding]) -> list[tuple[float, float]]:
    """The waking stretches, as start and end, in which nothing is eaten and nobody trains."""
    walls = [(frame.wake, frame.wake), (frame.sleep, frame.sleep)]
    walls += [(session.start, session.end) for session in frame.sessions]
    walls += [(feeding.minute, feeding.end) for feeding in feedings]
    walls.sort()
    found: list[tuple[float, float]] = []
    # By the furthest end so far, so that no stretch holds anything, however walls overlap.
    free_from = walls[0][1]
    for start, end in walls[1:]:
        if free_from < start:
            found.append((free_from, start))
        free_from = max(free_from, start, end)
    return found


def _trim(frame: Frame, feedings: Sequence[Feeding]) -> list[Feeding]:
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
