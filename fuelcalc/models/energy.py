"""What a day costs and what to eat for it: its energy, session by session."""

from typing import Literal

from fuelcalc.models.notes import Reason
from fuelcalc.models.record import Record
from fuelcalc.models.sessions import SessionKind
from fuelcalc.models.timeline import ClockTime

Recommendation = Literal["surplus", "maintenance", "deficit"]
"""What the balance of a day is called."""


class SessionEnergy(Record):
    """What one session costs, three ways, and by which method."""

    kind: SessionKind
    name: str
    start: ClockTime | None
    distance_km: float | None
    duration_min: float
    gross_kcal: float
    net_kcal: float
    net_of_rest_kcal: float
    method: str
    source: str


class Shortfall(Record):
    """How far usual eating falls short of the plan, and a way up in steps."""

    usual_intake_kcal: float
    shortfall_kcal: float
    energy_availability_kcal_per_kg_ffm: float | None
    steps_kcal: tuple[float, ...]


class Energy(Record):
    """
    The day's energy.

    resting + daily life + digestion + the sessions' net = expenditure, and expenditure +
    balance = intake. The balance is net of `behind_kcal`: what was planned and is left uneaten
    today, because a ceiling or a first step holds it back; it holds `repaid_kcal`, what earlier
    days left so, `shared_kcal`, what the other days of a week that is shared evenly give to this
    one, and `over_kcal`, what was eaten beyond the plan. `recommendation` names the balance that
    was planned. `expected_kg_per_week` is what the balance does to body mass if it lasts; its low
    and high are the 90 % range that the error of expenditure gives.
    """

    resting_kcal: float
    daily_life_kcal: float
    digestion_kcal: float
    sessions: tuple[SessionEnergy, ...]
    exercise_kcal: float
    expenditure_kcal: float
    expenditure_low_kcal: float
    expenditure_high_kcal: float
    recommendation: Recommendation
    balance_kcal: float
    behind_kcal: float = 0.0
    repaid_kcal: float = 0.0
    shared_kcal: float = 0.0
    over_kcal: float = 0.0
    intake_kcal: float
    expected_kg_per_week: float
    expected_low_kg_per_week: float
    expected_high_kg_per_week: float
    reasons: tuple[Reason, ...]
    energy_availability_kcal_per_kg_ffm: float | None
    energy_availability_low_kcal_per_kg_ffm: float | None
    energy_availability_high_kcal_per_kg_ffm: float | None
    safe_intake_kcal: float | None
    shortfall: Shortfall | None
