"""What a planned day costs and asks for: energy, targets, and where each figure comes from."""

from typing import Literal, NamedTuple

from fuelcalc.models.menu import DietLimits, Low, Relaxed
from fuelcalc.models.record import Record
from fuelcalc.models.timeline import Clock, FeedingName

Fact = float | str | DietLimits | tuple[str, ...] | tuple[Relaxed, ...] | tuple[Low, ...]
"""What a note knows: a number whose name ends in its unit, a word, or what the menu lacks."""


class Note(Record):
    """
    Something that the reader should know: informing, cautioning or warning.

    It holds facts by name (`minute` counts from midnight of the day); `fuelcalc.words` puts
    them into a sentence.
    """

    level: Literal["info", "caution", "warning"]
    code: str
    values: dict[str, Fact]

    def __hash__(self) -> int:
        """Two notes that are equal count once."""
        return hash((self.code, *self.values.items()))


class Reason(Record):
    """Why the plan recommends what it does, as facts by name."""

    code: str
    values: dict[str, Fact]

    def __hash__(self) -> int:
        """Two reasons that are equal count once."""
        return hash((self.code, *self.values.items()))


class SessionEnergy(Record):
    """What one session costs, three ways, and by which method."""

    kind: Literal["run", "lift", "other"]
    name: str
    start: Clock | None
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
    balance = intake.
    """

    resting_kcal: float
    daily_life_kcal: float
    digestion_kcal: float
    sessions: tuple[SessionEnergy, ...]
    exercise_kcal: float
    expenditure_kcal: float
    expenditure_low_kcal: float
    expenditure_high_kcal: float
    recommendation: Literal["surplus", "maintenance", "deficit"]
    balance_kcal: float
    intake_kcal: float
    expected_kg_per_week: float
    reasons: tuple[Reason, ...]
    energy_availability_kcal_per_kg_ffm: float | None
    energy_availability_low_kcal_per_kg_ffm: float | None
    energy_availability_high_kcal_per_kg_ffm: float | None
    safe_intake_kcal: float | None
    shortfall: Shortfall | None


class Targets(Record):
    """
    The day's targets; 4, 4 and 9 kcal per gram of the macronutrients give the energy.

    `protein_dose_g` is what one meal should hold at least to build muscle.

    `micronutrients` holds reference intakes by nutrient, each name ending in its unit:
    vitamins, minerals, omega-3 and the nine essential amino acids.
    """

    energy_kcal: float
    protein_g: float
    protein_dose_g: float
    carbohydrate_g: float
    fat_g: float
    fibre_g: float
    fluid_ml: float
    sodium_mg: float
    micronutrients: dict[str, float]


class Figure(NamedTuple):
    """
    One number of the plan, explained.

    `inputs` holds what went into it as (name, value); `low` and `high` are its 90 % range
    where there is one, and `estimate` says that the source is this project's own synthesis.
    """

    name: str
    value: float
    low: float | None
    high: float | None
    equation: str
    inputs: tuple[tuple[str, float | str | FeedingName], ...]
    source: str
    estimate: bool
