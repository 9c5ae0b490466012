"""One trained session, whatever its kind: what it was, when, and what it costs."""

from dataclasses import dataclass, replace
from datetime import time
from typing import overload

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.notes import Note
from fuelcalc.models.sessions import SessionKind
from fuelcalc.models.trace import Input
from fuelcalc.science import day as science
from fuelcalc.science import fluid, heat, on_the_way
from fuelcalc.science.numeric import as_given
from fuelcalc.science.sessions import Session
from fuelcalc.science.sources import Source
from fuelcalc.science.sweat import Sweat

LONG_MIN = 90.0
"""From here on any session is long: stores run low (science of carbohydrate use); an estimate."""


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """
    One session of a day, itself and no other: two that are alike stay two.

    Attributes:
        kind: What sort of session it is.
        name: What it is called: "easy run", "heavy lower lift".
        distance_km: How far, for a run.
        needs: What it costs, burns, sweats and asks for.
        method: How its energy was worked out.
        source: By whom.
        inputs: What went into it, for the trace.
        is_race: Whether it is a race.
        is_hard: Whether it is a race, a tempo run or intervals.
        is_long: Whether it is called long.
        is_easy: Whether it is an easy or a recovery run.
        hard_min: Minutes of a run at the effort of a race, a tempo run or intervals; warm-up,
            recoveries and strides are easy.
        is_heavy: Whether it is a heavy, hypertrophy or plyometric lift.
        works_legs: Whether it is a lift of the lower or the full body.
        n_sets: Sets of a lift, where its exercises say.
        on_road: Whether it is run on a road.
        air_degc: The air outdoors, where it is known; None indoors.
        notes: What the reader should know of it.
        given_start: When it was said to start, in minutes since midnight; None where nobody said.
        placed_at: Where it stands on the day's clock, which may pass 1440; None without a place.
        net_kcal: What it adds to the day.
        net_of_rest_kcal: What it costs above rest.
    """

    kind: SessionKind
    name: str
    distance_km: float | None
    needs: Session[float]
    method: str
    source: Source
    inputs: tuple[tuple[str, Input], ...]
    is_race: bool = False
    is_hard: bool = False
    is_long: bool = False
    is_easy: bool = False
    hard_min: float = 0.0
    is_heavy: bool = False
    works_legs: bool = False
    n_sets: float = 0.0
    on_road: bool = False
    air_degc: float | None = None
    notes: tuple[Note, ...] = ()
    given_start: float | None = None
    placed_at: float | None = None
    net_kcal: float = 0.0
    net_of_rest_kcal: float = 0.0

    @property
    def label(self) -> str:
        """How much of what: "10 km easy run", "60 min heavy lower lift"."""
        if self.distance_km is not None:
            return f"{self.distance_km:.3g} km {self.name}"
        return f"{self.minutes:.0f} min {self.name}"

    @property
    def is_drawn_out(self) -> bool:
        """Whether it is long: by what it is called, or an hour and a half and more."""
        return self.is_long or self.minutes >= LONG_MIN

    @property
    def is_key(self) -> bool:
        """Whether it is long or hard."""
        return self.is_hard or self.is_drawn_out

    @property
    def has_stations(self) -> bool:
        """Whether it is a road race of a marathon at most, which hands out water on its way."""
        far = self.distance_km is not None and self.distance_km <= on_the_way.MARATHON_KM
        return self.is_race and self.on_road and far

    @property
    def minutes(self) -> float:
        """Length of the session."""
        return self.needs.duration_min

    @property
    def start(self) -> float:
        """
        When it starts on the clock of its day, in minutes since midnight.

        Raises:
            LookupError: It has no place there: it stands for a part of a week.
        """
        if self.placed_at is None:
            raise LookupError(f"the {self.label} has no place on the clock")
        return self.placed_at

    @property
    def end(self) -> float:
        """When it ends there."""
        return self.start + self.minutes

    def charged(self, *, resting_kcal: float, pal: float) -> "Trained":
        """The session with its costs for somebody of such a resting energy and daily life."""
        cost = science.net_cost(self.needs, resting_kcal=resting_kcal, pal=pal)
        return replace(self, net_kcal=cost.net_kcal, net_of_rest_kcal=cost.net_of_rest_kcal)


def sweat_of(
    athlete: Athlete, temperature_degc: float, dew_point_degc: float | None = None
) -> Sweat[float]:
    """The weather, with what the athlete knows of their sweat."""
    return Sweat(
        temperature_degc=temperature_degc,
        rate_l_per_h=as_given(athlete.sweat_rate_l_per_h),
        sodium_mg_per_l=as_given(athlete.sweat_sodium_mg_per_l),
        dew_point_degc=as_given(dew_point_degc),
    )


def dew_point_of(day: Day) -> float | None:
    """The dew point of a day's air, as given or by its humidity; None where neither is known."""
    if day.humidity_share is None:
        return day.dew_point_degc
    # Humidity says how much water is in the air only with its warmth.
    air = first_given(day.temperature_degc, fluid.USUAL_TEMPERATURE_DEGC)
    vapour_hpa = day.humidity_share * heat.saturation_hpa(temperature_degc=air)
    return heat.dew_point_degc(vapour_hpa=vapour_hpa)


def first_given(*values: float | None) -> float:
    """The first value that was given; the last one always is."""
    return next(value for value in values if value is not None)


@overload
def minute_of(clock: time) -> float: ...


@overload
def minute_of(clock: time | None) -> float | None: ...


def minute_of(clock: time | None) -> float | None:
    """Minutes since midnight of a time of day, if there is one."""
    return None if clock is None else clock.hour * 60.0 + clock.minute + clock.second / 60.0
