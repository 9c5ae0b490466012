"""
Who is not planned for like everybody else: each guard's rule, reach and wording, once.

Guards act before anything else. What one withholds is computed for nobody and printed nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day_plan import Member
from fuelcalc.models.targets import Note

LEAN_SURPLUS_SHARE = 0.05
_EVERYTHING: tuple[Member, ...] = ("energy", "availability", "targets", "timeline", "menu")
_NUMBERS: tuple[Member, ...] = ("energy", "availability", "targets")
_ADULT_FROM_AGE = 18.0
_LEAN_BMI = 18.5
_VERY_LOW_BMI = 16.0
_EDGE = 1e-9
_NEARLY_SHARE = 0.03
_LEAN_FAT_SHARE = {"female": 0.12, "male": 0.05}

Who = Callable[[Athlete, float], bool]


@dataclass(frozen=True, slots=True)
class Guard:
    """One rule: whom it concerns, what it withholds and forbids, and what it says."""

    code: str
    applies: Who
    level: Literal["info", "caution", "warning"]
    text: str
    withheld: tuple[Member, ...] = ()
    forbids_deficit: bool = False
    forbids_surplus: bool = False
    asks_surplus: bool = False
    forbids_caffeine: bool = False


def _has(*conditions: str) -> Who:
    return lambda athlete, _age: any(one in conditions for one in athlete.conditions)


def _is_lean(athlete: Athlete, age: float) -> bool:
    # Both limits are for adults: a growing body may well be below them.
    if age < _ADULT_FROM_AGE:
        return False
    fat = athlete.body_fat_share
    by_fat = fat is not None and fat < _LEAN_FAT_SHARE[athlete.sex]
    return by_fat or athlete.bmi < _LEAN_BMI - _EDGE


def _is_nearly_lean(athlete: Athlete, age: float) -> bool:
    fat = athlete.body_fat_share
    if age < _ADULT_FROM_AGE or fat is None or _is_lean(athlete, age):
        return False
    return fat < _LEAN_FAT_SHARE[athlete.sex] + _NEARLY_SHARE


GUARDS: tuple[Guard, ...] = (
    Guard(
        "minor",
        lambda _athlete, age: age < _ADULT_FROM_AGE,
        "warning",
        "Under 18 the body is still growing. This is maintenance, as information to go through "
        "with a parent or guardian and a doctor or dietitian; fuelcalc sets no surplus, no "
        "deficit and no body-fat or energy-availability figure.",
        withheld=("availability",),
        forbids_deficit=True,
        forbids_surplus=True,
        forbids_caffeine=True,
    ),
    Guard(
        "pregnancy",
        _has("pregnant", "breastfeeding", "postpartum"),
        "warning",
        "Pregnancy, breastfeeding and the year after birth need more energy than these "
        "equations give, so no figures are shown. Eat to hunger with regular meals and snacks, "
        "drink to thirst, and plan training and food with a midwife, doctor or dietitian.",
        withheld=_EVERYTHING,
        forbids_deficit=True,
        forbids_surplus=True,
        forbids_caffeine=True,
    ),
    Guard(
        "under-fuelling-signs",
        _has("eating-disorder", "missed-periods", "stress-fracture"),
        "warning",
        "An eating disorder, missed periods or a stress fracture can be signs of too little "
        "fuel, and figures can do harm. The clock and the foods are shown without numbers; "
        "eating enough comes before training. A doctor or sports dietitian can help, and so "
        "can an eating-disorder helpline.",
        withheld=_NUMBERS,
        forbids_deficit=True,
        forbids_surplus=True,
    ),
    Guard(
        "very-low-mass",
        lambda athlete, _age: athlete.bmi < _VERY_LOW_BMI - _EDGE,
        "warning",
        "Body mass is very low for this height (BMI under 16). Eating more has to be planned "
        "with a doctor at such a mass, so no figures are shown. Check mass and height; if they "
        "are right, please see a doctor soon, and train only with their word.",
        withheld=_EVERYTHING,
        forbids_deficit=True,
        forbids_surplus=True,
        forbids_caffeine=True,
    ),
    Guard(
        "lean",
        _is_lean,
        "warning",
        "Body mass or body fat is low for somebody who trains (BMI under 18.5, or body fat "
        "under 12 % for women, 5 % for men). Check the measurement; if it is right, talk to a "
        "doctor or sports dietitian about relative energy deficiency (REDs).",
        forbids_deficit=True,
        asks_surplus=True,
    ),
    Guard(
        "nearly-lean",
        _is_nearly_lean,
        "caution",
        "Body fat is close to the level (12 % for women, 5 % for men) below which training "
        "starts to cost health, and measurements are off by 3 to 5 points: no deficit is "
        "planned. Watch for fatigue, illness, aches or missed periods.",
        forbids_deficit=True,
    ),
    Guard(
        "kidney",
        _has("kidney-disease"),
        "warning",
        "With kidney disease or one kidney, protein, sodium and fluid have to be set by your "
        "kidney team, so no food targets are shown.",
        withheld=("targets", "timeline", "menu"),
        forbids_deficit=True,
    ),
    Guard(
        "diabetes",
        _has("diabetes-insulin", "diabetes-sulfonylurea", "diabetes-sglt2"),
        "warning",
        "With insulin, a sulfonylurea or an SGLT2 inhibitor, the timing of carbohydrate around "
        "training has to fit the medicine: low blood sugar or ketoacidosis can follow. No clock "
        "is shown; carry fast carbohydrate and plan sessions with your diabetes team.",
        withheld=("timeline", "menu"),
        forbids_deficit=True,
    ),
    Guard(
        "medicine",
        _has("glp1", "thyroid", "bariatric"),
        "warning",
        "With a GLP-1 medicine, thyroid disease or after bariatric surgery, the equations may "
        "be far off. Take these figures to whoever treats you before using them.",
    ),
    Guard(
        "heart-and-fluid",
        _has("heart-failure", "hypertension-diuretics"),
        "warning",
        "With heart failure, or diuretics for blood pressure, the fluid, sodium and potassium "
        "here are not valid for you: keep to the amounts that your doctor set.",
        forbids_caffeine=True,
    ),
    Guard(
        "iron",
        _has("haemochromatosis"),
        "caution",
        "With haemochromatosis nothing here is advice about iron: take no iron supplement and "
        "ask before changing iron-rich food.",
    ),
    Guard(
        "kidney-stones",
        _has("kidney-stones"),
        "caution",
        "With kidney stones take no high-dose vitamin C or calcium supplement without advice, "
        "and spread drinks over the whole day.",
    ),
    Guard(
        "older",
        lambda _athlete, age: age >= 65.0,
        "info",
        "From 65 on each feeding carries more protein. Losing weight costs muscle at this age: "
        "see a clinician before eating in a deficit.",
    ),
)


class Guarded(NamedTuple):
    """What all guards of one athlete say together."""

    notes: tuple[Note, ...]
    withheld: tuple[Member, ...]
    deficit_forbidden_by: str | None
    surplus_forbidden_by: str | None
    asks_surplus: bool
    allows_caffeine: bool

    def shows(self, member: Member) -> bool:
        """Whether a member of the plan may be shown."""
        return member not in self.withheld


def guarded(athlete: Athlete, *, age: float) -> Guarded:
    """
    Apply every guard to an athlete.

    Args:
        athlete: Whose conditions and measures count.
        age: Age on the day, in years.
    """
    active = [guard for guard in GUARDS if guard.applies(athlete, age)]
    withheld = {member for guard in active for member in guard.withheld}
    no_surplus = next((g.code for g in active if g.forbids_surplus), None)
    return Guarded(
        notes=tuple(Note(level=g.level, code=g.code, text=g.text) for g in active),
        withheld=tuple(member for member in _EVERYTHING if member in withheld),
        deficit_forbidden_by=next((g.code for g in active if g.forbids_deficit), None),
        surplus_forbidden_by=no_surplus,
        asks_surplus=no_surplus is None and any(g.asks_surplus for g in active),
        allows_caffeine=not any(g.forbids_caffeine for g in active),
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
            f"balance: {asked_kcal:+.0f} kcal is a {word}, which fuelcalc does not plan here "
            f"(guard {code}); leave balance out"
        )
