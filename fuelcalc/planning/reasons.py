"""Why the balance is what it is: a row for each reason, the most important first."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from fuelcalc.models.energy import Shortfall
from fuelcalc.models.notes import Fact, Reason
from fuelcalc.planning.deficit import LEAST_KCAL, Deficit
from fuelcalc.planning.guards import LEAN_SURPLUS_SHARE, reader_of
from fuelcalc.planning.person import Person
from fuelcalc.planning.recommendation import STEP_KCAL, held_back_kcal
from fuelcalc.planning.words import reason
from fuelcalc.science import balance, day

LEAST_BEHIND_KCAL: Final = 10.0
"""Less than a bite of bread that no feeding holds is no matter to say."""

STEP_OVER_KCAL: Final = 25.0
"""Less than this beyond the plan is no matter to say."""

_LEAST_REPAID_KCAL: Final = 0.5
# Under so much of a full surplus gains are unlikely rather than harder.
_UNLIKELY_FACTOR = 0.3


class Grounds(NamedTuple):
    """What the balance rests on."""

    person: Person
    targets: day.Intake[float]
    loading: float
    shortfall: Shortfall | None = None
    deficit: Deficit | None = None

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
        allowed = self.person.guards.surplus_forbidden_by is None
        return self.wants_to_build and allowed and not self.is_injured

    @property
    def season_factor(self) -> float:
        """How much of a surplus the season leaves."""
        return balance.SEASON_FACTOR[self.person.goal.season]

    @property
    def mileage_factor(self) -> float:
        """How much of a surplus the mileage leaves."""
        km = self.person.athlete.weekly_mileage_km
        return 1.0 if km is None else balance.mileage_factor(weekly_km=km)

    @property
    def is_injured(self) -> bool:
        """Whether an injury decides: nobody asked for a balance, and nobody is lean."""
        return self.person.goal.season == "injured" and self._is_free

    @property
    def starts_up(self) -> bool:
        """Whether today is the first step up from low availability."""
        return self.shortfall is not None and held_back_kcal(self.targets) > 0.0

    @property
    def _is_free(self) -> bool:
        return self.asked_kcal is None and not self.person.guards.asks_surplus

    @property
    def ends_behind(self) -> bool:
        """Whether the feedings of the day do not hold what it costs."""
        return self.uncovered_kcal >= LEAST_BEHIND_KCAL

    @property
    def uncovered_kcal(self) -> float:
        """What they do not hold of it; what they leave of a surplus is no cost."""
        return min(self.targets.left_kcal, -self.targets.balance_kcal)

    @property
    def eats_more(self) -> bool:
        """Whether more is eaten than the day costs, for stores, for targets or for days behind."""
        targets = self.targets
        rises = targets.raised_kcal > 0.0 or targets.repaid_kcal > _LEAST_REPAID_KCAL
        return rises and targets.balance_kcal >= LEAST_BEHIND_KCAL

    def aims(self, aim: str) -> bool:
        """Whether that aim alone decides, and is met: not asked for by hand, and not lean."""
        decides = self._is_free and not self.is_injured and not self.starts_up
        decides = decides and not self.ends_behind and not self.eats_more
        return decides and self.person.goal.aim == aim


def _season(grounds: Grounds) -> Mapping[str, Fact]:
    return {"season": grounds.person.goal.season}


def _mileage(grounds: Grounds) -> Mapping[str, Fact]:
    km = grounds.person.athlete.weekly_mileage_km
    return {
        "weekly_mileage_km": 0.0 if km is None else km,
        "chance": "smallest" if grounds.mileage_factor < _UNLIKELY_FACTOR else "small",
        "surplus": "smaller" if grounds.targets.surplus_kcal > 0.0 else "none",
    }


def _signs(grounds: Grounds) -> Mapping[str, Fact]:
    person = grounds.person
    return {"reader": reader_of(person.athlete, age=person.age)}


def _first_step(grounds: Grounds) -> Mapping[str, Fact]:
    return {
        "usual_kcal": grounds.person.athlete.usual_intake_kcal or 0.0,
        "today_kcal": grounds.targets.energy_kcal,
        "later_kcal": held_back_kcal(grounds.targets),
        "steps_kcal": () if grounds.shortfall is None else grounds.shortfall.steps_kcal[1:],
    }


def _behind(grounds: Grounds) -> Mapping[str, Fact]:
    small = grounds.person.guards.small_feedings is not None
    return {"left_kcal": grounds.uncovered_kcal, "feedings": "small" if small else "usual"}


def _moved(grounds: Grounds) -> Mapping[str, Fact]:
    deficit = grounds.deficit
    assert deficit is not None  # noqa: S101 - the rule holds for a deficit alone
    return {
        "asked_kcal": deficit.asked_kcal,
        "got_kcal": deficit.got_kcal,
        "cause": deficit.cause or "",
    }


def _dropped(grounds: Grounds) -> Mapping[str, Fact]:
    return {"dropped_kcal": 0.0 if grounds.deficit is None else grounds.deficit.dropped_kcal}


class ReasonRule(NamedTuple):
    """When a reason holds, and the facts that it holds with."""

    code: str
    holds: Callable[[Grounds], bool]
    facts: Callable[[Grounds], Mapping[str, Fact]] = lambda _grounds: {}


# What somebody has to know today stands first: that the day does not fit, then a step up, then
# what was asked for, then the aim; what moves energy between days comes last.
RULES: Final[tuple[ReasonRule, ...]] = (
    ReasonRule("behind", lambda on: on.ends_behind, _behind),
    ReasonRule("first-step", lambda on: on.starts_up, _first_step),
    ReasonRule(
        "first-step-whole",
        lambda on: on.shortfall is not None and not on.shortfall.steps_kcal,
    ),
    ReasonRule(
        "shortfall",
        lambda on: on.shortfall is not None and bool(on.shortfall.steps_kcal) and not on.starts_up,
        lambda on: {"step_kcal": STEP_KCAL, **_signs(on)},
    ),
    ReasonRule("asked", lambda on: on.asked_kcal is not None and on.asked_kcal >= 0.0),
    ReasonRule("asked-deficit", lambda on: on.deficit is not None, _signs),
    ReasonRule(
        "deficit-moved", lambda on: on.deficit is not None and on.deficit.cause is not None, _moved
    ),
    ReasonRule(
        "deficit-dropped",
        lambda on: on.deficit is not None and on.deficit.dropped_kcal > LEAST_KCAL,
        _dropped,
    ),
    ReasonRule(
        "lean",
        lambda on: on.asked_kcal is None and on.person.guards.asks_surplus,
        lambda _: {"least_share": LEAN_SURPLUS_SHARE},
    ),
    ReasonRule("injured", lambda on: on.is_injured and not on.ends_behind),
    ReasonRule("maintain", lambda on: on.aims("maintain")),
    ReasonRule("perform", lambda on: on.aims("perform")),
    ReasonRule("no-surplus", lambda on: on.wants_to_build and not on.builds and not on.is_injured),
    ReasonRule("season", lambda on: on.builds and on.season_factor == 0.0, _season),
    ReasonRule(
        "build",
        lambda on: (
            on.builds
            and not on.starts_up
            and on.season_factor > 0.0
            and on.targets.surplus_kcal > 0.0
        ),
        _season,
    ),
    ReasonRule(
        "high-mileage",
        lambda on: on.builds and not on.starts_up and on.mileage_factor < 1.0,
        _mileage,
    ),
    ReasonRule(
        "repaid",
        lambda on: on.targets.repaid_kcal > _LEAST_REPAID_KCAL,
        lambda on: {"repaid_kcal": on.targets.repaid_kcal},
    ),
    ReasonRule(
        "eaten-over",
        lambda on: on.targets.over_kcal > STEP_OVER_KCAL,
        lambda on: {"over_kcal": on.targets.over_kcal},
    ),
    ReasonRule(
        "shared",
        lambda on: abs(on.targets.shared_kcal) > LEAST_KCAL,
        lambda on: {
            "shared_kcal": abs(on.targets.shared_kcal),
            "way": "from" if on.targets.shared_kcal > 0.0 else "to",
        },
    ),
    ReasonRule(
        "glycogen-load",
        lambda on: (
            on.targets.raised_kcal > 0.0 and on.loading > 0.0 and on.targets.balance_kcal > 0.0
        ),
    ),
    ReasonRule("energy-raised", lambda on: on.targets.raised_kcal > 0.0 and on.loading <= 0.0),
)
"""Every reason of a plan, in the order in which they are read."""


def reasons_of(grounds: Grounds) -> tuple[Reason, ...]:
    """Every reason that holds."""
    return tuple(reason(rule.code, **rule.facts(grounds)) for rule in RULES if rule.holds(grounds))
