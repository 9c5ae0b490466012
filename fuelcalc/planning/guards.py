"""
Who is not planned for like everybody else: each guard's rule and reach, once.

Guards act before anything else. What one withholds is taken out of every plan at one door
(`withheld`), and printed nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.conditions import Condition
from fuelcalc.models.day_plan import Member
from fuelcalc.models.notes import Level, Note
from fuelcalc.planning.clock.frame import Leads
from fuelcalc.planning.words import guard_note
from fuelcalc.science.numeric import as_given
from fuelcalc.science.signs import Signs, signs_of

LEAN_SURPLUS_SHARE = 0.05
"""The least surplus for who is lean, as a share of expenditure."""

_EVERYTHING: tuple[Member, ...] = ("energy", "availability", "targets", "timeline", "menu")
_NUMBERS: tuple[Member, ...] = ("energy", "availability", "targets")
_SINGLE: tuple[Member, ...] = (
    "targets.fluid_ml", "targets.sodium_mg", "timeline.carbohydrate_g_per_h",
)  # fmt: skip
MOST_SODIUM_MG = 2000.0
"""The most sodium in a day with high blood pressure (WHO 2012)."""
# Periods end at 51 on average, and for most by 55.
_PERIODS_UNTIL_AGE = 55.0


class Standing(NamedTuple):
    """What guards look at in somebody: what their measures say, and what they told."""

    signs: Signs[float]
    conditions: tuple[Condition, ...] = ()
    clinician_agreed: bool = False


AppliesTo = Callable[[Standing], bool]


def reader_of(athlete: Athlete, *, age: float) -> str:
    """Whose signs a note may name: those of somebody with periods, a man, or anybody."""
    if athlete.sex == "male":
        return "man"
    return "woman" if age < _PERIODS_UNTIL_AGE else "anybody"


class SmallFeedings(NamedTuple):
    """
    How somebody eats whose stomach empties slowly, or is small.

    Attributes:
        least_feedings: Meals a day at the least.
        most_feeding_kcal: The most in one feeding outside sessions.
        most_feeding_ml: The most to drink at once outside sessions: between feedings, and with
            them only what finds no room there.
    """

    least_feedings: int
    most_feeding_kcal: float
    most_feeding_ml: float


# Joint advisory on nutrition with GLP-1 medicines, 2025; an estimate where it gives no figure.
SMALL_FEEDINGS = SmallFeedings(least_feedings=6, most_feeding_kcal=400.0, most_feeding_ml=250.0)
# A stomach that empties slowly wants half as long again, and no bite that has no hour to settle;
# after bariatric surgery what is eaten ends an hour and a half ahead (estimates).
SLOW_LEADS = Leads(meal_min=90.0, bite_min=90.0, least_bite_min=60.0)
DUMPING_LEADS = Leads(meal_min=120.0, clear_min=90.0)


Forbidden = Literal[
    "deficit", "surplus", "scale", "caffeine", "carbohydrate-timing", "loading",
]  # fmt: skip
"""What a guard may forbid, beside what it withholds."""


@dataclass(frozen=True, slots=True)
class Guard:
    """
    One rule: whom it concerns, how serious its note is, what it withholds and forbids.

    Without a level it says nothing by itself, and only forbids.
    """

    code: str
    applies: AppliesTo
    level: Level | None
    withheld: tuple[Member, ...] = ()
    forbids: tuple[Forbidden, ...] = ()
    asks_surplus: bool = False
    most_sodium_mg: float | None = None
    small_feedings: SmallFeedings | None = None
    leads: Leads | None = None


def _has(*conditions: Condition) -> AppliesTo:
    return lambda who: any(condition in conditions for condition in who.conditions)


GUARDS: tuple[Guard, ...] = (
    Guard(
        "minor",
        lambda who: who.signs.minor > 0.0,
        "warning",
        withheld=("availability",),
        forbids=("deficit", "surplus", "scale", "caffeine"),
    ),
    Guard(
        "pregnancy",
        _has("pregnant", "breastfeeding", "postpartum"),
        "warning",
        withheld=_EVERYTHING,
        forbids=("deficit", "surplus", "scale", "caffeine"),
    ),
    Guard(
        "under-fuelling-signs",
        _has("eating-disorder", "missed-periods", "stress-fracture"),
        "warning",
        withheld=_NUMBERS,
        forbids=("deficit", "surplus", "scale"),
    ),
    Guard(
        "very-low-mass",
        lambda who: who.signs.very_low_mass > 0.0,
        "warning",
        withheld=_EVERYTHING,
        forbids=("deficit", "surplus", "scale", "caffeine"),
    ),
    Guard(
        "lean",
        lambda who: who.signs.lean > 0.0,
        "warning",
        forbids=("deficit",),
        asks_surplus=True,
    ),
    Guard("nearly-lean", lambda who: who.signs.nearly_lean > 0.0, "caution", forbids=("deficit",)),
    Guard(
        "kidney",
        _has("kidney-disease"),
        "warning",
        withheld=("targets", "timeline", "menu"),
        forbids=("deficit",),
    ),
    Guard(
        "diabetes",
        _has("diabetes-insulin", "diabetes-sulfonylurea", "diabetes-sglt2"),
        "warning",
        withheld=("timeline", "menu"),
        forbids=("deficit",),
    ),
    # Who eats little by the medicine or the operation, or is weakened, loses muscle first.
    Guard("medicine", _has("glp1", "bariatric"), "warning", forbids=("deficit",)),
    Guard("medicine", _has("thyroid"), "warning"),
    Guard(
        "small-feedings",
        _has("glp1", "bariatric"),
        "caution",
        small_feedings=SMALL_FEEDINGS,
        leads=SLOW_LEADS,
    ),
    Guard(
        "carbohydrate-timing",
        _has("bariatric"),
        "caution",
        withheld=("timeline.carbohydrate_g_per_h",),
        # What is loaded is sugar in drinks and sweets, which is what dumps.
        forbids=("carbohydrate-timing", "loading"),
        leads=DUMPING_LEADS,
    ),
    Guard(
        "heart-and-fluid",
        _has("heart-failure"),
        "warning",
        withheld=("targets.fluid_ml", "targets.sodium_mg"),
        # Loading binds 1 to 2 kg of water; so much in a few days is what they call a doctor for.
        forbids=("deficit", "caffeine", "loading"),
        most_sodium_mg=MOST_SODIUM_MG,
    ),
    Guard(
        "heart-and-fluid",
        _has("hypertension-diuretics"),
        "warning",
        withheld=("targets.fluid_ml", "targets.sodium_mg"),
        forbids=("caffeine",),
        most_sodium_mg=MOST_SODIUM_MG,
    ),
    Guard("blood-pressure", _has("hypertension"), "caution", most_sodium_mg=MOST_SODIUM_MG),
    Guard("iron", _has("haemochromatosis"), "caution"),
    Guard("kidney-stones", _has("kidney-stones"), "caution"),
    Guard("older", lambda who: who.signs.older > 0.0, "info"),
    Guard(
        "older",
        lambda who: who.signs.older > 0.0 and not who.clinician_agreed,
        None,
        forbids=("deficit",),
    ),
    Guard("low-mass", lambda who: who.signs.light > 0.0, None, forbids=("deficit",)),
)


class Guarded(NamedTuple):
    """What all guards of one athlete say together."""

    notes: tuple[Note, ...]
    withheld: tuple[Member, ...]
    deficit_forbidden_by: str | None
    surplus_forbidden_by: str | None
    asks_surplus: bool
    allows_caffeine: bool
    scale_forbidden_by: str | None = None
    times_carbohydrate: bool = True
    loads: bool = True
    most_sodium_mg: float | None = None
    small_feedings: SmallFeedings | None = None
    leads: Leads = Leads()

    @property
    def never_less(self) -> bool:
        """Whether no program's equation may give less than ours: no deficit may come of it."""
        return self.deficit_forbidden_by is not None

    def shows(self, member: Member) -> bool:
        """Whether a member of the plan may be shown."""
        return member not in self.withheld


def guards_of(athlete: Athlete, *, age: float, mass_kg: float | None = None) -> Guarded:
    """
    Apply every guard to an athlete.

    Args:
        athlete: Whose conditions and measures count.
        age: Age on the day, in years.
        mass_kg: What the scale shows, where that is newer than the athlete's own mass.
    """
    signs = signs_of(
        age_y=age,
        mass_kg=athlete.mass_kg if mass_kg is None else mass_kg,
        height_cm=athlete.height_cm,
        male=float(athlete.sex == "male"),
        body_fat=as_given(athlete.body_fat_share),
    )
    return guarded(Standing(signs, athlete.conditions, athlete.clinician_agreed))


@lru_cache(maxsize=256)
def guarded(standing: Standing) -> Guarded:
    """Apply every guard to somebody as they stand."""
    active = [guard for guard in GUARDS if guard.applies(standing)]
    # Guards only add up: none gives back what another takes out.
    withheld = {member for guard in active for member in guard.withheld}
    # The first in the table is named, and it begins with what weighs most.
    no_surplus = next((g.code for g in active if "surplus" in g.forbids), None)
    return Guarded(
        notes=tuple(guard_note(g.code, g.level) for g in active if g.level is not None),
        withheld=tuple(member for member in (*_EVERYTHING, *_SINGLE) if member in withheld),
        deficit_forbidden_by=next((g.code for g in active if "deficit" in g.forbids), None),
        surplus_forbidden_by=no_surplus,
        asks_surplus=no_surplus is None and any(g.asks_surplus for g in active),
        allows_caffeine=not any("caffeine" in g.forbids for g in active),
        scale_forbidden_by=next((g.code for g in active if "scale" in g.forbids), None),
        times_carbohydrate=not any("carbohydrate-timing" in g.forbids for g in active),
        # Loading eats more than is spent, and is a matter of the clock.
        loads=no_surplus is None
        and "timeline" not in withheld
        and not any("loading" in g.forbids for g in active),
        most_sodium_mg=min(
            (g.most_sodium_mg for g in active if g.most_sodium_mg is not None), default=None
        ),
        small_feedings=next((g.small_feedings for g in active if g.small_feedings), None),
        # What everybody needs before a session, or what the most careful guard asks.
        leads=Leads(*map(max, zip(Leads(), *(g.leads or Leads() for g in active), strict=True))),
    )


_WHERE: Final = {
    "minor": "under 18",
    "pregnancy": "in pregnancy, while breastfeeding or in the year after birth",
    "under-fuelling-signs": "after signs of too little fuel",
    "very-low-mass": "at a BMI under 16",
    "lean": "where body mass or body fat is low",
    "nearly-lean": "where body fat is close to too low",
    "kidney": "with kidney disease",
    "diabetes": "with diabetes medicines",
    "medicine": "with a GLP-1 medicine or after bariatric surgery",
    "heart-and-fluid": "with heart failure",
    "older": "from 65 on without a clinician's word (clinician_agreed)",
    "low-mass": "at a BMI under 20",
}
"""Where a balance is refused, by the guard that refuses it."""


def check_scale(guards: Guarded, *, by: str = "") -> None:
    """
    Refuse to keep or read a log of mass, or to foresee it, where that does harm.

    Args:
        guards: What the guards say.
        by: What they were told by, if not by the plan.

    Raises:
        InputError: A guard forbids it.
    """
    code = guards.scale_forbidden_by
    if code is not None:
        raise InputError(
            f"fuelcalc keeps no log of mass and eating {_WHERE[code]}{by}, learns nothing and "
            "foresees no mass",
            argument="log",
            quote="",
            remedy="talk to whoever treats you about weighing",
        )


def check_asked_balance(asked_kcal: float | None, guards: Guarded) -> None:
    """
    Refuse a balance that a guard forbids.

    Raises:
        InputError: A deficit or a surplus was asked for that this athlete must not be given.
    """
    if asked_kcal is None or asked_kcal == 0.0:
        return
    word, code = (
        ("deficit", guards.deficit_forbidden_by)
        if asked_kcal < 0.0
        else ("surplus", guards.surplus_forbidden_by)
    )
    if code is not None:
        raise InputError(
            f"is a {word}, which fuelcalc does not plan here: {_WHERE[code]}",
            argument="balance",
            value=asked_kcal,
            quote=f"{asked_kcal:+.0f} kcal",
            remedy="leave balance out",
        )
