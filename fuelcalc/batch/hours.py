"""From when to when each row's day lasts, and where its sessions start."""

from typing import NamedTuple

from fuelcalc.batch.rows import Rows
from fuelcalc.batch.training import SessionSlot
from fuelcalc.science import waking
from fuelcalc.science.numeric import Array
from fuelcalc.science.sessions import Session, started


class Hours(NamedTuple):
    """From when to when each row's day lasts, and where its sessions start on it."""

    wake: Array
    sleep: Array
    starts: tuple[Array, ...]


def hours_of(rows: Rows, slots: tuple[SessionSlot, ...]) -> Hours:
    """The hours of each row; where sessions meet or do not fit it is doubtful."""
    usual = waking.USUAL_START_MIN
    alarms = [
        waking.alarm_min(
            start_min=slot.start_min, usual_start_min=usual[slot.kind],
            duration_min=slot.needs.duration_min, is_race=slot.is_race,
        )
        for slot in slots
    ]  # fmt: skip
    given = rows.clock("sleep")
    wake = waking.wake_min(given=rows.clock("wake"), alarms=alarms, rested_min=rows.zero)
    starts = tuple(
        waking.placed_min(start_min=slot.start_min, usual_start_min=usual[slot.kind], wake=wake)
        for slot in slots
    )
    placed = [
        waking.Placed(start + slot.needs.duration_min, slot.needs.duration_min, slot.there)
        for start, slot in zip(starts, slots, strict=True)
    ]
    sleep = waking.sleep_min(given=given, wake=wake, bed=waking.bed_min(placed, wake=wake))
    awake = sleep - wake
    rows.doubtful |= (awake < waking.SHORTEST_DAY_MIN) | (awake > waking.LONGEST_DAY_MIN)
    for number, (start, one) in enumerate(zip(starts, placed, strict=True)):
        late = (one.end_min > sleep) | (start >= wake + waking.DAY_MIN - waking.SHORTEST_DAY_MIN)
        rows.doubtful |= (one.there > 0.0) & late
        for other_start, other in zip(starts[:number], placed[:number], strict=True):
            meets = (start < other.end_min) & (other_start < one.end_min)
            rows.doubtful |= meets & (one.there * other.there > 0.0)
    return Hours(wake, sleep, starts)


def started_slots(slots: tuple[SessionSlot, ...], hours: Hours) -> tuple[Session[Array], ...]:
    """The sessions as they are started: what is burned hangs on how long one has been awake."""
    return tuple(
        started(
            slot.needs, awake_min=start - hours.wake,
            is_run=slot.there if slot.kind == "run" else 0.0 * slot.there,
        )
        for slot, start in zip(slots, hours.starts, strict=True)
    )  # fmt: skip
