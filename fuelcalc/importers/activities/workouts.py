"""Lifts from tables of sets: rows that belong together are one workout."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import fmean
from typing import Final

from fuelcalc.importers.activities.recorded import Recorded
from fuelcalc.importers.activities.sets import fold, set_done
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.sports import LIFT
from fuelcalc.models.found import FoundSets
from fuelcalc.units.conversion import scaled

_LB_WORDS: Final = frozenset({"lb", "lbs", "pounds", "pound"})
_KG_WORDS: Final = frozenset({"kg", "kgs", "kilograms", "kilogram"})


def kg_per(unit: str | None) -> float | None:
    """
    How many kilograms one of a unit is; None for what is no unit of mass.

    >>> kg_per("kgs"), kg_per("lbs"), kg_per(None)
    (1.0, 0.45359237, None)
    """
    word = (unit or "").strip().casefold()
    if word in _KG_WORDS:
        return 1.0
    return scaled(1.0, "lb", "kg") if word in _LB_WORDS else None


def unit_in(name: str) -> str | None:
    """
    The unit that a column's name has in its brackets or behind its last line.

    >>> unit_in("Weight (kg)"), unit_in("weight_lbs"), unit_in("Weight")
    ('kg', 'lbs', None)
    """
    inside = name.partition("(")[2].partition(")")[0]
    if inside:
        return inside
    return (name.rpartition("_")[2] if "_" in name else "") or None


@dataclass(slots=True)
class Workout:
    """One workout as its rows tell it."""

    start: dt.datetime
    title: str
    has_time: bool = True
    utc: dt.datetime | None = None
    zone: str | None = None
    length_s: float | None = None
    done: list[FoundSets] = field(default_factory=list)
    rpe_scores: list[float] = field(default_factory=list)

    def recorded(self) -> Recorded:
        """The workout as a session; what is typed into an app is a lift, whatever it is called."""
        return Recorded(
            utc=self.utc,
            words=(LIFT,),
            local=None if self.utc is not None else self.start,
            has_time=self.has_time,
            has_places=False,
            timer_s=self.length_s,
            elapsed_s=self.length_s,
            title=self.title or None,
            exercises=fold(self.done),
            rpe_score=fmean(self.rpe_scores) if self.rpe_scores else None,
        )


class Workouts:
    """The workouts of a file, in the order in which they come in it."""

    def __init__(self, source: ActivityFile, fmt: str) -> None:
        """Nothing yet."""
        self.source = source
        self.format = fmt
        self.all: dict[tuple[dt.datetime, str], Workout] = {}
        self.n_without_unit = 0
        self.n_assisted = 0

    def workout(self, start: dt.datetime, title: str) -> Workout:
        """The workout that began then and is called so."""
        return self.all.setdefault((start, title), Workout(start, title))

    def load_kg(self, load: float | None, unit: str | None) -> float | None:
        """
        A load in kilograms; one whose unit nobody names is left out, and counted.

        The unit is the file's own, else what the caller says of files without one.
        """
        if load is None or load == 0.0:
            return None
        self.n_assisted += load < 0.0
        each_kg = kg_per(unit) or kg_per(self.source.hints.mass_unit)
        if each_kg is None:
            self.n_without_unit += 1
            return None
        return load * each_kg

    def add(
        self,
        workout: Workout,
        name: str,
        *,
        reps: float | None,
        load_kg: float | None,
        seconds: float | None,
        warm_up: bool = False,
        rpe_score: float | None = None,
    ) -> None:
        """Add a set to a workout, if anything was done in it."""
        done = set_done(name, reps=reps, load_kg=load_kg, seconds=seconds, warm_up=warm_up)
        if done is not None:
            workout.done.append(done)
            # Apps write 0 where nothing was said of a set.
            workout.rpe_scores += [] if not rpe_score else [rpe_score]

    def sessions(self) -> Iterator[FileFinding]:
        """Each workout as a session, and what of all of them is left out."""
        for workout in self.all.values():
            if workout.done or workout.length_s:
                yield workout.recorded().session(self.source, self.format)
        if self.n_without_unit:
            why = (
                f"loads without a unit, left out: {self.n_without_unit:,}; say --mass-unit kg "
                "or --mass-unit lb"
            )
            yield self.source.refusal("", why)
        if self.n_assisted:
            yield self.source.refusal("", f"assisted sets, which have no load: {self.n_assisted:,}")
