"""What a day costs and what to eat for it: its energy, session by session."""

from typing import Literal

from fuelcalc.models.notes import Reason
from fuelcalc.models.record import Record
from fuelcalc.models.sessions import SessionKind
from fuelcalc.models.timeline import ClockTime

Recommendation = Literal["surplus", "maintenance", "deficit"]
"""What the balance of a day is called."""


class SessionEnergy(Record):
    """
    What one session costs, three ways, and by which method.

    Attributes:
        kind: A run, a lift or another session.
        name: What it was, in a few words.
        start: When it starts; None where nobody said.
        distance_km: How far it goes; None where it has no distance.
        duration_min: How long it takes.
        gross_kcal: All that is spent while it lasts.
        net_kcal: What it adds to the day: gross less the daily life that it displaces.
        net_of_rest_kcal: Gross less rest alone, which energy availability counts.
        method: The equation, or how it was measured.
        source: Where the equation comes from.
    """

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
    """
    How far usual eating falls short of the plan, and a way up in steps.

    Attributes:
        usual_intake_kcal: What is eaten on a usual day now.
        shortfall_kcal: How much more the plan is.
        energy_availability_kcal_per_kg_ffm: What usual eating leaves beside training; None
            where it is withheld.
        steps_kcal: Intakes on the way up, the next one first.
    """

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

    Attributes:
        resting_kcal: What rest costs over the whole day.
        daily_life_kcal: What the day without training adds to rest.
        digestion_kcal: What digesting the day's food costs.
        sessions: What each session costs, in the order of the day.
        exercise_kcal: The sessions' net energy together.
        expenditure_kcal: What the day costs in all.
        expenditure_low_kcal: The lower end of its 90 % range.
        expenditure_high_kcal: The upper end of its 90 % range.
        recommendation: What the planned balance is called: surplus, maintenance or deficit.
        balance_kcal: Intake less expenditure.
        behind_kcal: What was planned and is left uneaten today.
        repaid_kcal: What earlier days left uneaten and this one eats.
        shared_kcal: What the other days of an evenly shared week give to this one.
        over_kcal: What was eaten beyond the plan.
        intake_kcal: What is eaten today.
        expected_kg_per_week: What the balance does to body mass if it lasts.
        expected_low_kg_per_week: The lower end of its 90 % range.
        expected_high_kg_per_week: The upper end of its 90 % range.
        reasons: Why the balance is what it is.
        energy_availability_kcal_per_kg_ffm: Intake less training; None where it is withheld.
        energy_availability_low_kcal_per_kg_ffm: The lower end of its 90 % range.
        energy_availability_high_kcal_per_kg_ffm: The upper end of its 90 % range.
        safe_intake_kcal: The least that a training day may be eaten on; None where it is withheld.
        shortfall: How far usual eating is below the plan; None where nobody said, or it is not.
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
