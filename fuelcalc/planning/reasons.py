"""Why the balance is what it is: a row for each reason, the most important first."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from fuelcalc.models.notes import Fact, Reason
from fuelcalc.planning.guards import LEAN_SURPLUS_SHARE
from fuelcalc.planning.person import Person
from fuelcalc.planning.recommendation import STEP_KCAL
from fuelcalc.planning.words import reason
from fuelcalc.science import balance, day

# Under so much of a full surplus gains are unlikely rather than harder.
_UNLIKELY_FACTOR = 0.3


class Grounds(NamedTuple):
    """What the balance rests on."""

    person: Person
    targets: day.Intake[float]
    loading: float
    falls_short: bool

    @property
    def asked_kcal(self) -> float | None:
        """The balance that was asked for by hand, if one was."""
        return self.person.goal.balance_kcal

    @property
    def wants_to_build(self) -> bool:
        """Whether muscle is the aim, and nobody asked for a balance instead."""
        return self.asked_kcal is None and self.person.goal.aim == "build"

    @property
    def builds(self) -> bool:
        """Whether it is, and no guard forbids the surplus that it takes."""
        return self.wants_to_build and self.person.guards.surplus_forbidden_by is None

    @property
    def season_factor(self) -> float:
        """How much of a surplus the season leaves."""
        return balance.SEASON_FACTOR[self.person.goal.season]

    @property
    def mileage_factor(self) -> float:
        """How much of a surplus the mileage leaves."""
        km = self.person.athlete.weekly_mileage_km
        return 1.0 if km is None else balance.mileage_factor(weekly_km=km)

    def aims(self, aim: str) -> bool:
        """Whether that aim alone decides: not asked for by hand, and not lean."""
        goal, guards = self.person.goal, self.person.guards
        return self.asked_kcal is None and goal.aim == aim and not guards.asks_surplus


def _season(grounds: Grounds) -> Mapping[str, Fact]:
    return {"season": grounds.person.goal.season}


def _mileage(grounds: Grounds) -> Mapping[str, Fact]:
    km = grounds.person.athlete.weekly_mileage_km
    return {
        "weekly_mileage_km": 0.0 if km is None else km,
        "chance": "smallest" if grounds.mileage_factor < _UNLIKELY_FACTOR else "small",
        "surplus": "smaller" if grounds.targets.surplus_kcal > 0.0 else "none",
    }


class ReasonRule(NamedTuple):
    """When a reason holds, and the facts that it holds with."""

    code: str
    holds: Callable[[Grounds], bool]
    facts: Callable[[Grounds], Mapping[str, Fact]] = lambda _grounds: {}


RULES: Final[tuple[ReasonRule, ...]] = (
    ReasonRule("shortfall", lambda on: on.falls_short, lambda _: {"step_kcal": STEP_KCAL}),
    ReasonRule("asked", lambda on: on.asked_kcal is not None and on.asked_kcal >= 0.0),
    ReasonRule("asked-deficit", lambda on: on.asked_kcal is not None and on.asked_kcal < 0.0),
    ReasonRule(
        "lean",
        lambda on: on.asked_kcal is None and on.person.guards.asks_surplus,
        lambda _: {"least_share": LEAN_SURPLUS_SHARE},
    ),
    ReasonRule("maintain", lambda on: on.aims("maintain")),
    ReasonRule("perform", lambda on: on.aims("perform")),
    ReasonRule("no-surplus", lambda on: on.wants_to_build and not on.builds),
    ReasonRule("season", lambda on: on.builds and on.season_factor == 0.0, _season),
    ReasonRule(
        "build",
        lambda on: on.builds and on.season_factor > 0.0 and on.targets.surplus_kcal > 0.0,
        _season,
    ),
    ReasonRule("high-mileage", lambda on: on.builds and on.mileage_factor < 1.0, _mileage),
    ReasonRule("glycogen-load", lambda on: on.targets.raised_kcal > 0.0 and on.loading > 0.0),
    ReasonRule("energy-raised", lambda on: on.targets.raised_kcal > 0.0 and on.loading <= 0.0),
)
"""Every reason of a plan, in the order in which they are read."""


def reasons_of(grounds: Grounds) -> tuple[Reason, ...]:
    """Every reason that holds."""
    return tuple(reason(rule.code, **rule.facts(grounds)) for rule in RULES if rule.holds(grounds))
