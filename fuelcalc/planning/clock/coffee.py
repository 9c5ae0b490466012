"""Caffeine as lines of the clock: before the hardest session, and on the way of a long race."""

from collections.abc import Sequence
from typing import NamedTuple

from fuelcalc.models.timeline import Entry
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import Frame, as_time
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science import caffeine

# A cup of coffee, or a gel.
_TAKES_MIN = 5.0


class Coffee(NamedTuple):
    """
    What caffeine a day may hold.

    Attributes:
        session: The session that it is for.
        minute: When it is taken before it.
        to_bed_h: From then to sleep.
        mass_kg: Of whom.
        later_mg: The part that is kept for the way.
        later_minute: When that is taken.
    """

    session: Trained
    minute: float
    to_bed_h: float
    mass_kg: float
    later_mg: float
    later_minute: float

    def before_mg(self, *, later_mg: float) -> float:
        """What is taken before the start, beside so much on the way."""
        return caffeine.caffeine_mg(
            mass_kg=self.mass_kg, hours_to_bed=self.to_bed_h, later_mg=later_mg
        )


def coffee_of(person: Person, frame: Frame) -> Coffee | None:
    """
    Caffeine for the hardest session of a day; None where none was asked for or a guard forbids it.

    Args:
        person: Who drinks it.
        frame: Waking, sleep and the sessions.
    """
    athlete, guards = person.athlete, person.guards
    hard = [session for session in frame.sessions if session.is_hard]
    shown = guards.shows("timeline") and guards.shows("targets")
    if not athlete.caffeine or not hard or not guards.allows_caffeine or not shown:
        return None
    # A race comes before all else.
    hardest = max(hard, key=lambda session: (session.is_race, session.needs.intensity))
    minute = max(hardest.start - caffeine.BEFORE_MIN, frame.wake)
    # Nobody brews coffee on a run: before the session that is going on then.
    minute = next((s.start for s in frame.sessions if s.start < minute < s.end), minute)
    later = hardest.start + caffeine.ON_THE_WAY_SHARE[1] * hardest.minutes
    later_mg = caffeine.later_caffeine_mg(
        mass_kg=athlete.mass_kg,
        duration_min=hardest.minutes,
        # The latest that a gel may stand is what counts.
        hours_to_bed=(frame.sleep - hardest.start - caffeine.ON_THE_WAY_SHARE[2] * hardest.minutes)
        / 60.0,
    )
    return Coffee(
        session=hardest,
        minute=minute,
        to_bed_h=(frame.sleep - minute) / 60.0,
        mass_kg=athlete.mass_kg,
        later_mg=later_mg if hardest.is_race else 0.0,
        later_minute=later,
    )


def coffee_lines(
    coffee: Coffee | None, feedings: Sequence[Feeding], *, fed: bool
) -> tuple[Entry, ...]:
    """
    The lines of a day's caffeine; what a gel on the way holds is taken off what comes before.

    Args:
        coffee: What the day may hold.
        feedings: With their plates.
        fed: Whether food was chosen; without, the part on the way is told without its gel.
    """
    if coffee is None:
        return ()
    later = [(float(round(coffee.later_minute)), coffee.later_mg)] if coffee.later_mg > 0.0 else []
    if fed:
        later = [
            (feeding.minute + round(one.minute), one.caffeine_mg)
            for feeding in feedings
            if feeding.accompanies is coffee.session
            for one in feeding.plate.taken
            if one.caffeine_mg
        ]
    before_mg = coffee.before_mg(later_mg=sum(mg for _, mg in later))
    lines = [
        Entry(
            start=as_time(minute),
            end=as_time(minute + _TAKES_MIN),
            minute=minute,
            minutes=_TAKES_MIN,
            kind="caffeine",
            caffeine_mg=mg,
            before=coffee.session.kind if is_before else None,
            during=None if is_before else coffee.session.kind,
            lead_min=coffee.session.start - minute if is_before else None,
        )
        for minute, mg, is_before in (
            (coffee.minute, before_mg, True),
            # On the minute that the page says for the gel.
            *((float(round(minute)), mg, False) for minute, mg in later),
        )
        if mg > 0.0
    ]
    return tuple(lines)
