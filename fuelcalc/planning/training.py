"""One trained session, whatever its kind: what it was, when, and what it costs."""

from datetime import time
from typing import Literal, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.targets import Note
from fuelcalc.science import fluid
from fuelcalc.science.sessions import Session, Sweat
from fuelcalc.science.sources import Source


class Trained(NamedTuple):
    """One session: what it was, when, and what it costs."""

    kind: Literal["run", "lift", "other"]
    name: str
    start: float | None
    distance_km: float | None
    session: Session[float]
    method: str
    source: Source
    inputs: tuple[tuple[str, float | str], ...]
    is_race: bool
    notes: tuple[Note, ...]

    @property
    def label(self) -> str:
        """How much of what: "10 km easy run", "60 min heavy lower lift"."""
        if self.distance_km is not None:
            return f"{self.distance_km:.3g} km {self.name}"
        return f"{self.minutes:.0f} min {self.name}"

    @property
    def minutes(self) -> float:
        """Length of the session."""
        return self.session.duration_min


class Costed(NamedTuple):
    """A session with its place on the clock, what it adds to the day, and its cost above rest."""

    trained: Trained
    start: float | None
    net_kcal: float
    net_of_rest_kcal: float


def sweat_of(athlete: Athlete, temperature_degc: float) -> Sweat[float]:
    """The weather, with what the athlete knows of their sweat."""
    rate, sodium = athlete.sweat_rate_l_per_h, athlete.sweat_sodium_mg_per_l
    return Sweat(
        temperature_degc=temperature_degc,
        rate_l_per_h=0.0 if rate is None else rate,
        rate_known=float(rate is not None),
        sodium_mg_per_l=fluid.USUAL_SWEAT_SODIUM_MG_PER_L if sodium is None else sodium,
        sodium_known=float(sodium is not None),
    )


def first_given(*values: float | None) -> float:
    """The first value that was given; the last one always is."""
    return next(value for value in values if value is not None)


def minute_of(clock: time | None) -> float | None:
    """Minutes since midnight of a time of day, if there is one."""
    return None if clock is None else clock.hour * 60.0 + clock.minute + clock.second / 60.0
