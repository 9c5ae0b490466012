"""The sessions of some days, each costed once however many plans ask for it."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, TypeVar

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.sessions import Run
from fuelcalc.planning.person import Person
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.sessions.lift import trained_lift
from fuelcalc.planning.sessions.other import trained_other
from fuelcalc.planning.sessions.run import trained_run
from fuelcalc.planning.sessions.session import Trained, dew_point_of
from fuelcalc.science.sources import Equation

T = TypeVar("T")


class Training:
    """
    What an athlete trains on each day.

    What a run costs hangs on the athlete and the weather alone, so each is costed once; a lift
    hangs on resting energy as well, which moves with age and the mileage of the week. So what is
    made of a person is forgotten with that person.
    """

    def __init__(self, athlete: Athlete, models: Models = FUELCALCS) -> None:
        """
        Start with nothing costed.

        Args:
            athlete: Who trains.
            models: Equations that a program brings along.
        """
        self.athlete, self.models = athlete, models
        self._equation = models.running_equation
        self._runs: dict[tuple[Run, float | None, float | None, bool], Trained] = {}
        self._person: Person | None = None
        self._known: dict[Hashable, Any] = {}

    def once(self, person: Person, key: Hashable, make: Callable[[], T]) -> T:
        """
        What is made for a person, once for each key as long as nobody else is asked about.

        Each day of a week looks at up to seven others, and all of them at the same ones.
        """
        # Costs hang on the person, so that what was worked out for another one goes.
        if person is not self._person and person != self._person:
            self._known = {}
        self._person = person
        if key not in self._known:
            self._known[key] = make()
        found: T = self._known[key]
        return found

    def runs(self, day: Day, *, never_less: bool = False) -> tuple[Trained, ...]:
        """
        The runs of a day, without what they add to somebody's day.

        Args:
            day: Which.
            never_less: Whether a program's equation may give no less than fuelcalc's own.
        """
        degc, dew_point = day.temperature_degc, dew_point_of(day)
        return tuple(self._run(run, degc, dew_point, never_less=never_less) for run in day.runs)

    def sessions(self, person: Person, day: Day) -> tuple[Trained, ...]:
        """Every session of a day with its costs for that person: runs, then lifts, then others."""
        return self.once(person, day, lambda: self._sessions(person, day))

    def _sessions(self, person: Person, day: Day) -> tuple[Trained, ...]:
        weather, dew_point = day.temperature_degc, dew_point_of(day)
        trained = [
            *self.runs(day, never_less=person.guards.never_less),
            *(trained_lift(person, lift) for lift in day.lifts),
            *(
                trained_other(
                    person.athlete, other, temperature_degc=weather, dew_point_degc=dew_point
                )
                for other in day.other
            ),
        ]
        return tuple(
            session.charged(resting_kcal=person.resting.kcal, pal=person.pal) for session in trained
        )

    def _run(
        self,
        run: Run,
        weather_degc: float | None,
        dew_point_degc: float | None,
        *,
        never_less: bool,
    ) -> Trained:
        """A run, costed where it has not been."""

        def by(own: Equation | None) -> Trained:
            return trained_run(
                self.athlete,
                run,
                temperature_degc=weather_degc,
                dew_point_degc=dew_point_degc,
                own=own,
            )

        key = (run, weather_degc, dew_point_degc, never_less)
        if key not in self._runs:
            found, own = by(self._equation), self._equation
            # Where a deficit is forbidden the larger of both costs counts, and the method says so.
            if never_less and own is not None:
                usual = by(None)
                if found.needs.gross_kcal < usual.needs.gross_kcal:
                    found = replace(usual, method=f"{usual.method}, since {own.name} gives less")
            self._runs[key] = found
        return self._runs[key]
