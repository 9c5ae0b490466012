"""Where breakfast, lunch, dinner and the other meals stand: by the clock, around the sessions."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from fuelcalc.planning.clock.feedings import (
    AFTER_MIN,
    ONE_FEEDING_GAP_MIN,
    SNACK_MIN,
    Feeding,
    SessionBlock,
    blocks_of,
)
from fuelcalc.planning.clock.frame import DAY_MIN, Frame
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science.numeric import ramp

# A meal so near before or after a session belongs to it.
_ZONE_BEFORE_MIN, _ZONE_AFTER_MIN = 150.0, 90.0
# After one session and before the next a meal stands until so long before that.
_LEAD_MIN = 40.0
MEAL_MIN = 30.0
"""How long a meal takes."""
# Two slices of toast before a run are eaten in a quarter of an hour, and have so much longer to
# settle: what may be eaten goes by the end of a meal. From an hour and three quarters before the
# start on it is a whole one, with a line between.
_LIGHT_MEAL_MIN, _LIGHT_LEAD_MIN = 15.0, (75.0, 105.0)
# A race's meal belongs to it from four hours on, stands three and a half before the start where
# there is time, and 25 min after the alarm where there is not. A meal waits 90 min for that; an
# hour and a half behind another one more is eaten. A bite will do before a short race.
_RACE_ZONE_MIN, _RACE_MEAL_MIN, _AFTER_ALARM_MIN = 240.0, 210.0, 25.0
_WAITS_MIN, _BEHIND_MIN, _MEAL_RACE_MIN = 90.0, 90.0, 60.0
# A meal settles for two and a half hours before a run, one and a half before a lift: it moves
# ahead for that, but stays so far behind the meal before it.
_SETTLED_MIN, _SETTLED_LIFT_MIN, _BETWEEN_MEALS_MIN = 150.0, 90.0, 120.0
_REPAIR_WITHIN_MIN = 60.0
LONG_RUN_MIN = 150.0
"""After a run so long a drink and a bite come first, and a plate an hour later."""
# Where so much is left until sleep or the next session.
_LONG_AFTER_MIN, _LONG_FREE_MIN = 75.0, 180.0
# Who has run for hours until then has lunch next, and no breakfast [est].
_LUNCHTIME_MIN = 660.0
# Two meals stand an hour apart at the least. The meal after hours of running is the largest of the
# day: where only dinner is to come it waits two and a half, to two and a quarter before sleep.
_APART_MIN = 60.0
_AFTER_LARGE_MIN, _BEFORE_SLEEP_MIN = 150.0, 135.0
# From 17:00 on a meal that was to be lunch is the day's dinner.
_EVENING_MIN = 1020.0
# Breakfast an hour after waking, dinner three and a half before sleep; on a short day an eighth
# and a quarter of it.
FIRST_MEAL_MIN, LAST_MEAL_MIN = 60.0, 210.0
"""How long after waking breakfast stands, and before sleep dinner."""
_FIRST_MEAL_PART, _LAST_MEAL_PART = 1.0 / 8.0, 1.0 / 4.0
_NOON_MIN = 720.0
MEAL_NAMES = {
    2: ("breakfast", "dinner"),
    3: ("breakfast", "lunch", "dinner"),
    4: ("breakfast", "lunch", "tea", "dinner"),
    5: ("breakfast", "second breakfast", "lunch", "tea", "dinner"),
    6: ("breakfast", "second breakfast", "lunch", "tea", "dinner", "supper"),
}


def meal_minutes(frame: Frame, n_meals: int) -> list[float]:
    """When meals would be on a day without training: an hour after waking to 3.5 h before sleep."""
    awake = frame.sleep - frame.wake
    first = frame.wake + min(FIRST_MEAL_MIN, awake * _FIRST_MEAL_PART)
    last = frame.sleep - min(LAST_MEAL_MIN, awake * _LAST_MEAL_PART)
    times = [first + (last - first) * k / (n_meals - 1) for k in range(n_meals)]
    races = [session.start for session in frame.sessions if session.is_race]
    if races and races[0] > first - _AFTER_ALARM_MIN:
        earliest = min(frame.wake + _AFTER_ALARM_MIN, first)
        times[0] = min(max(races[0] - _RACE_MEAL_MIN, earliest), first)
    return times


def _waiting(frame: Frame, times: Sequence[float]) -> list[float]:
    """The same times, with the last meal before a long race moved up to it, if it can wait."""
    result = list(times)
    for race in frame.sessions:
        wanted = race.start - _RACE_MEAL_MIN
        earlier = [n for n, time in enumerate(result) if time <= wanted]
        if _wants_meal(race) and earlier and wanted - result[earlier[-1]] <= _WAITS_MIN:
            result[earlier[-1]] = wanted
    return result


def _wants_meal(session: Trained) -> bool:
    """Whether a session is a race so long that a bite an hour before is too little."""
    return session.is_race and session.minutes >= _MEAL_RACE_MIN


def _with_race_meals(
    frame: Frame, blocks: Sequence[SessionBlock], meals: Sequence[Feeding]
) -> list[Feeding]:
    """The meals, with one more before a long race that none stands near."""
    result = list(meals)
    for block in blocks:
        minute = block.start - _RACE_MEAL_MIN
        name = "second breakfast" if minute < _NOON_MIN else "tea"
        meal = Feeding(minute, MEAL_MIN, "before", name, prepares=block.first)
        is_there = any(
            other.prepares is block.first
            or other.name == name
            or abs(other.minute - minute) < _BEHIND_MIN
            for other in result
        )
        if _wants_meal(block.first) and not is_there and _clear(meal, frame, result):
            result.append(meal)
    return sorted(result, key=attrgetter("minute"))


def meals_of(
    frame: Frame, *, n_meals: int, meal_times: Sequence[float], eating: Frame | None = None
) -> list[Feeding]:
    """
    Place a day's meals: at their times, or before or after a session that is near.

    Args:
        frame: Waking, sleep and sessions.
        n_meals: Meals a day, when no times are given.
        meal_times: Fixed meal times in minutes; one that a session covers moves behind it. Where
            all of them fall asleep, usual ones take their place.
        eating: The part of the day that food is eaten in; all of it by default.

    Returns:
        Meals in order; one that no time is left for is missing.
    """
    within = eating or frame
    blocks = blocks_of(within)
    meals = _at_times(within, blocks, meal_times, fixed=True) if meal_times else []
    # A window of ten hours is used from end to end: meals well inside it would make it narrower.
    usual, closes = meal_minutes(frame, n_meals), within.sleep - MEAL_MIN
    if within is not frame:
        first, last = max(usual[0], within.wake), min(usual[-1], closes)
        usual = [first + (last - first) * k / (n_meals - 1) for k in range(n_meals)]
    if meals:
        return meals
    placed = _at_times(within, blocks, _waiting(within, usual), fixed=False)
    return _by_hour(_with_race_meals(within, blocks, placed))


def _by_hour(meals: list[Feeding]) -> list[Feeding]:
    """The meals, of which the last is dinner where that found no room and it is evening."""
    if meals and meals[-1].name in {"lunch", "tea"} and meals[-1].minute >= _EVENING_MIN:
        meals[-1] = replace(meals[-1], name="dinner")
    return meals


def _at_times(
    frame: Frame, blocks: Sequence[SessionBlock], times: Sequence[float], *, fixed: bool
) -> list[Feeding]:
    """Meals at their times: those asked for stay, others are drawn to a session that is near."""
    times = [time if time >= frame.wake else time + DAY_MIN for time in times]
    names = MEAL_NAMES[len(times)]
    meals: list[Feeding] = []
    for name, usual in zip(names, times, strict=True):
        # One that moved behind a session pushes the next ahead of it.
        next_min = _next_min(frame, meals, is_last=name == names[-1])
        time = usual if fixed else max(usual, next_min)
        block = None if fixed else _near(blocks, time)
        if fixed:
            meal = _kept(frame, blocks, name, time, meals) or _meal(
                frame, blocks, name, time, meals
            )
        elif block is None or time >= block.start:
            meal = _meal(frame, blocks, name, time, meals)
        elif name == names[-1] and _waits(block):
            meal = _second(frame, blocks, name, block, meals)
        else:
            meal = _meal(frame, blocks, name, _settled(frame, block, time, meals), meals)
        if meal is not None and (fixed or not _is_skipped(meal, names)):
            meals.append(replace(meal, keeps_time=fixed and meal.minute == time))
    return meals


def _next_min(frame: Frame, meals: Sequence[Feeding], *, is_last: bool) -> float:
    """From when on another meal may follow: an hour later, dinner after hours of running more."""
    if not meals:
        return 0.0
    meal = meals[-1]
    nearest = meal.minute + _APART_MIN
    is_large = is_last and any(
        is_of_hours(past) and 0.0 <= meal.minute - past.end <= _ZONE_AFTER_MIN
        for past in frame.sessions
    )
    if not is_large:
        return nearest
    return max(nearest, min(meal.minute + _AFTER_LARGE_MIN, frame.sleep - _BEFORE_SLEEP_MIN))


def _is_skipped(meal: Feeding, names: Sequence[str]) -> bool:
    """Whether hours of running have left no breakfast: something small comes first, then lunch."""
    past = meal.repairs
    is_late = meal.name == "breakfast" and meal.minute >= _LUNCHTIME_MIN and "lunch" in names
    return is_late and past is not None and is_of_hours(past)


def _waits(block: SessionBlock) -> bool:
    """Whether dinner waits for a session of the evening, with a snack before it."""
    return not block.first.is_race and block.free_after >= AFTER_MIN + MEAL_MIN


def _settled(frame: Frame, block: SessionBlock, time: float, meals: Sequence[Feeding]) -> float:
    """When a meal before a session stands: early enough to settle, as far as there is time."""
    settled = _SETTLED_LIFT_MIN if block.first.kind == "lift" else _SETTLED_MIN
    earliest = frame.wake + _AFTER_ALARM_MIN
    if meals:
        earliest = max(earliest, meals[-1].minute + _BETWEEN_MEALS_MIN)
    earliest = max(earliest, block.start - block.free_before)
    return min(time, max(block.start - settled - MEAL_MIN, earliest))


def _second(
    frame: Frame,
    blocks: Sequence[SessionBlock],
    name: str,
    block: SessionBlock,
    meals: Sequence[Feeding],
) -> Feeding | None:
    """A meal behind a block: as the feeding after it, or later where one stands there already."""
    plain = Feeding(block.end, MEAL_MIN, "meal", name)
    if not any(meal.repairs is block.last for meal in meals):
        return _meal_after(frame, block, plain)
    later = replace(plain, minute=block.end + ONE_FEEDING_GAP_MIN)
    free = _near(blocks, later.minute) in {None, block}
    return later if free and _clear(later, frame, meals) else None


def _kept(
    frame: Frame, blocks: Sequence[SessionBlock], name: str, time: float, meals: Sequence[Feeding]
) -> Feeding | None:
    """A meal of a fixed time behind a session, which stays where it is; None elsewhere."""
    plain = Feeding(time, MEAL_MIN, "meal", name)
    block = _near(blocks, time)
    if block is None or time < block.end or not _clear(plain, frame, meals):
        return None
    # Later than an hour after the end, something small comes first and repairs.
    taken = any(meal.repairs is block.last for meal in meals)
    if taken or time > block.end + _REPAIR_WITHIN_MIN:
        return plain
    following = block.following if block.shares_gap else None
    return replace(plain, kind="after", repairs=block.last, prepares=following)


def _meal(
    frame: Frame, blocks: Sequence[SessionBlock], name: str, time: float, meals: Sequence[Feeding]
) -> Feeding | None:
    """One meal: as it stands, before or after a near session, later, or not at all."""
    plain = Feeding(time, MEAL_MIN, "meal", name)
    block = _near(blocks, time)
    if block is None:
        return plain if _clear(plain, frame, meals) else None
    if block.start - time >= frame.leads.meal_min:
        taken = any(meal.prepares is block.first for meal in meals)
        room = time >= block.start - block.free_before
        if room and not taken and _clear(plain, frame, meals):
            lead = block.start - time
            return replace(plain, kind="before", prepares=block.first, minutes=_takes(lead))
    return _second(frame, blocks, name, block, meals)


def _takes(lead: float) -> float:
    """How long a meal takes that stands so long before a session."""
    return _LIGHT_MEAL_MIN + (MEAL_MIN - _LIGHT_MEAL_MIN) * ramp(lead, *_LIGHT_LEAD_MIN)


def _meal_after(frame: Frame, block: SessionBlock, plain: Feeding) -> Feeding | None:
    """The meal as the feeding after a block, if there is time for one."""
    # Who keeps to hours for eating may have trained before they open.
    minute = max(block.end + AFTER_MIN, frame.wake)
    if block.end + block.free_after < minute + SNACK_MIN:
        return None
    if plain.name != "breakfast" and is_of_hours(block.last) and block.free_after >= _LONG_FREE_MIN:
        # Something small comes first and repairs.
        return replace(plain, minute=block.end + _LONG_AFTER_MIN)
    return replace(
        plain,
        minute=minute,
        kind="after",
        repairs=block.last,
        prepares=block.following if block.shares_gap else None,
    )


def is_of_hours(session: Trained) -> bool:
    """Whether nobody wants a plate on the doorstep after a session."""
    return session.kind == "run" and session.minutes >= LONG_RUN_MIN


def _near(blocks: Sequence[SessionBlock], time: float) -> SessionBlock | None:
    """The block whose surroundings a time falls into."""
    for block in blocks:
        zone = _RACE_ZONE_MIN if block.first.is_race else _ZONE_BEFORE_MIN
        if block.start - zone <= time <= block.end + _ZONE_AFTER_MIN:
            before_next = time <= block.end or block.free_after >= ONE_FEEDING_GAP_MIN
            if before_next or time <= block.end + block.free_after - _LEAD_MIN:
                return block
    return None


def _clear(meal: Feeding, frame: Frame, meals: Sequence[Feeding]) -> bool:
    """Whether a meal at that time is awake, on no session, and an hour from other meals."""
    awake = frame.wake <= meal.minute <= frame.sleep - MEAL_MIN
    idle = all(
        meal.end <= session.start + 1e-9 or meal.minute >= session.end - 1e-9
        for session in frame.sessions
    )
    return awake and idle and all(abs(meal.minute - other.minute) >= _APART_MIN for other in meals)
