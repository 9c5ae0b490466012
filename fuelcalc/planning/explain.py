"""The trace: every figure of a plan with its equation, inputs, range and source."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fuelcalc.models.targets import Figure, Targets
from fuelcalc.models.timeline import FeedingName
from fuelcalc.models.within_day import WithinDay
from fuelcalc.planning.body import Resting
from fuelcalc.planning.feedings import Feeding
from fuelcalc.planning.guards import Guarded
from fuelcalc.planning.portions import Portion
from fuelcalc.planning.training import Costed
from fuelcalc.science import availability, daily, day
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG
from fuelcalc.science.sources import SOURCES, Source

Inputs = tuple[tuple[str, float | str | FeedingName], ...]


class Behind(NamedTuple):
    """The equation of a figure in words, and the key of its source."""

    equation: str
    source: str


BEHIND: Mapping[str, Behind] = {
    "daily life": Behind("resting x (PAL x 0.9 - 1)", "daily-life"),
    "steps": Behind("resting x (PAL x 0.9 - 1), PAL from steps", "steps"),
    "digestion": Behind("0.10 x resting x PAL", "factorial"),
    "expenditure": Behind("resting + daily life + digestion + sum of net", "factorial"),
    "surplus": Behind("10 % of mean expenditure x experience x season x mileage", "surplus"),
    "no surplus": Behind("none is asked for: intake meets expenditure", "factorial"),
    "asked": Behind("asked for", "surplus"),
    "asked deficit": Behind("asked for, within the largest that is allowed", "deficit"),
    "intake": Behind("expenditure + balance", "factorial"),
    "availability": Behind("(intake - exercise) / fat-free mass", "availability"),
    "safe intake": Behind("exercise + max(30 x fat-free mass, resting)", "safe-intake"),
    "protein": Behind("1.8 g/kg reference mass and more in a deficit; studies span 1.6 to 2.2",
                      "protein"),
    "carbohydrate": Behind("what protein and fat leave, at least the need", "carbohydrate"),
    "loading": Behind("up to 9 g/kg before a long race", "loading"),
    "fat": Behind("what is left, at most 30 % of energy", "fat"),
    "fibre": Behind("14 g per 1,000 kcal", "fibre"),
    "fluid": Behind("30 ml/kg + during + sweat not yet replaced", "fluid"),
    "sodium": Behind("1,500 mg + 75 % of sweat sodium", "sodium"),
    "micronutrient": Behind("reference intake by age and sex", "dri"),
    "long omega-3": Behind("250 mg of EPA and DHA a day", "omega-3"),
    "amino acid": Behind("mean requirement and 24 %, by body mass", "amino-acids"),
    "during": Behind("g/h by length and intensity x hours", "during"),
    "drink": Behind("share of sweat rate x hours, capped", "sweat"),
    "before": Behind("g/kg by minutes left x need of the session", "before"),
    "after": Behind("session use by hours to the next, or a share of the day", "after"),
    "dose": Behind("at least one dose, or an even share", "protein-dose"),
    "one dose": Behind("0.3 g/kg reference mass, rising to 0.4 from 55 to 65", "protein-dose"),
    "within day": Behind("eaten - spent since midnight, by half-hours", "within-day"),
    "share": Behind("an even share of what the doses leave", "protein-dose"),
}  # fmt: skip
"""What stands behind each kind of figure."""


def _made(
    name: str, value: float, sd: float | None, behind: tuple[str, Source], inputs: Inputs
) -> Figure:
    """One figure, with a 90 % range where its error is known."""
    half = None if sd is None else day.RANGE_Z * sd
    equation, source = behind
    return Figure(
        name=name,
        value=value,
        low=None if half is None else value - half,
        high=None if half is None else value + half,
        equation=equation,
        inputs=inputs,
        source=str(source),
        estimate=source.estimate,
    )


def _figure(
    name: str, value: float, kind: str, inputs: Inputs = (), *, sd: float | None = None
) -> Figure:
    """One figure of a kind that the table knows."""
    behind = BEHIND[kind]
    return _made(name, value, sd, (behind.equation, SOURCES[behind.source]), inputs)


def _resting_figure(body: day.Body[float], resting: Resting) -> Figure:
    """Resting energy, by the equation or the measurement behind it."""
    inputs: Inputs = (
        ("mass_kg", body.mass_kg),
        ("height_cm", body.height_cm),
        ("age", body.age_y),
        ("sex", "male" if body.male else "female"),
    )
    if body.body_fat_known:
        inputs = (*inputs, ("body_fat_share", body.body_fat_share))
    sd = resting.sd_share * resting.kcal
    behind = (resting.method, resting.source)
    return _made("energy.resting_kcal", resting.kcal, sd, behind, inputs)


def _session_figure(cost: Costed, *, number: int) -> Figure:
    """What one session adds to the day."""
    trained, session = cost.trained, cost.trained.session
    gross = f"{session.gross_kcal:.0f} kcal gross"
    words = f"{trained.method}: {gross}, less PAL x resting for its minutes"
    name = f"energy.sessions[{number}].net_kcal"
    return _made(name, cost.net_kcal, session.sd_kcal, (words, trained.source), trained.inputs)


def _energy_figures(
    body: day.Body[float],
    resting: Resting,
    energy: day.Energy[float],
    costs: Sequence[Costed],
) -> list[Figure]:
    """Resting energy, daily life, digestion, the sessions and their sum."""
    base: Inputs = (("resting_kcal", energy.resting_kcal), ("pal", energy.pal))
    net: Inputs = (("exercise_net_kcal", sum(energy.net_kcal)), *base)
    life = "steps" if body.steps_known else "daily life"
    life_sd = resting.kcal * ((resting.sd_share * energy.pal) ** 2 + daily.PAL_SD**2) ** 0.5
    spent = energy.expenditure_kcal
    return [
        _resting_figure(body, resting),
        _figure("energy.daily_life_kcal", energy.daily_life_kcal, life, base, sd=life_sd),
        _figure("energy.digestion_kcal", energy.digestion_kcal, "digestion", base),
        *(_session_figure(cost, number=number) for number, cost in enumerate(costs)),
        _figure("energy.expenditure_kcal", spent, "expenditure", net, sd=energy.sd_kcal),
    ]


def _balance_figures(
    aim: day.Aim[float], energy: day.Energy[float], targets: day.Targets[float]
) -> list[Figure]:
    """The balance and the intake."""
    asked = "asked deficit" if aim.asked_kcal < 0.0 else "asked"
    base = energy.resting_kcal * energy.pal
    mean = base + aim.weekly_net_kcal if aim.weekly_known else energy.expenditure_kcal
    sizes: Inputs = (
        ("mean_expenditure_kcal", mean),
        ("experience_factor", aim.experience_factor),
        ("season_factor", aim.season_factor),
        ("mileage_factor", aim.mileage_factor),
        ("raised_kcal", targets.raised_kcal),
    )
    spent: Inputs = (("expenditure_kcal", energy.expenditure_kcal),)
    recommended = "surplus" if targets.surplus_kcal > 0.0 else "no surplus"
    kind = asked if aim.asked else recommended
    intake = targets.energy_kcal
    return [
        _figure("energy.balance_kcal", targets.balance_kcal, kind, sizes),
        _figure("energy.intake_kcal", intake, "intake", spent, sd=energy.sd_kcal),
    ]


def _availability_figures(energy: day.Energy[float], targets: day.Targets[float]) -> list[Figure]:
    """Energy availability and the safe intake."""
    inputs: Inputs = (
        ("intake_kcal", targets.energy_kcal),
        ("exercise_kcal", energy.exercise_kcal),
        ("ffm_kg", energy.ffm_kg),
    )
    name = "energy.energy_availability_kcal_per_kg_ffm"
    value, sd = targets.availability_kcal_per_kg_ffm, availability.SD_KCAL_PER_KG_FFM
    return [
        _figure(name, value, "availability", inputs, sd=sd),
        _figure("energy.safe_intake_kcal", energy.safe_intake_kcal, "safe intake", inputs[1:]),
    ]


def _target_figures(
    targets: day.Targets[float], aim: day.Aim[float], printed: Targets
) -> list[Figure]:
    """The day's targets."""
    reference: Inputs = (("reference_mass_kg", targets.reference_mass_kg),)
    energy: Inputs = (("energy_kcal", targets.energy_kcal),)
    need: Inputs = (("need_g", targets.need_g), *energy)
    load = "loading" if aim.loading > 0.0 else "carbohydrate"
    return [
        _figure("targets.protein_g", targets.protein_g, "protein", reference),
        _figure("targets.protein_dose_g", printed.protein_dose_g, "one dose", reference),
        _figure("targets.carbohydrate_g", targets.carbohydrate_g, load, need),
        _figure("targets.fat_g", targets.fat_g, "fat", (*reference, *energy)),
        _figure("targets.fibre_g", targets.fibre_g, "fibre", energy),
        _figure("targets.fluid_ml", printed.fluid_ml, "fluid"),
        _figure("targets.sodium_mg", targets.sodium_mg, "sodium"),
        *(
            _figure(f"targets.micronutrients.{name}", value, _reference_kind(name))
            for name, value in printed.micronutrients.items()
        ),
    ]


def _reference_kind(nutrient: str) -> str:
    """What is behind a reference intake."""
    if nutrient == "epa_dha_g":
        return "long omega-3"
    return "amino acid" if nutrient in AMINO_ACIDS_MG_PER_KG else "micronutrient"


def _kinds(feeding: Feeding) -> Mapping[str, str]:
    """Which of a feeding's figures are explained, each with its kind."""
    if feeding.during is not None:
        return {"carbohydrate_g": "during", "fluid_ml": "drink"}
    if feeding.fuels is not None and not feeding.is_meal:
        return {"carbohydrate_g": "before"}
    if feeding.follows is not None:
        return {"carbohydrate_g": "after", "protein_g": "dose"}
    return {"protein_g": "share"}


def _feeding_figures(
    feedings: Sequence[Feeding], portions: Sequence[Portion], places: Sequence[int]
) -> list[Figure]:
    """The doses around sessions; meals share what these leave."""
    return [
        _figure(f"timeline[{place}].{name}", getattr(portion, name), kind,
                (("feeding", feeding.name),))
        for feeding, portion, place in zip(feedings, portions, places, strict=True)
        for name, kind in _kinds(feeding).items()
    ]  # fmt: skip


def _within_day_figure(within_day: WithinDay) -> Figure:
    """The hours in deficit, with their range."""
    equation, source = BEHIND["within day"]
    return Figure(
        name="within_day.time_below_limit_h",
        value=within_day.time_below_limit_h,
        low=within_day.time_below_limit_low_h,
        high=within_day.time_below_limit_high_h,
        equation=equation,
        inputs=(("limit_kcal", within_day.limit_kcal),),
        source=str(SOURCES[source]),
        estimate=SOURCES[source].estimate,
    )


def trace_of(
    *,
    guards: Guarded,
    body: day.Body[float],
    resting: Resting,
    energy: day.Energy[float],
    costs: Sequence[Costed],
    aim: day.Aim[float],
    targets: day.Targets[float],
    printed: Targets,
    feedings: Sequence[Feeding],
    portions: Sequence[Portion],
    places: Sequence[int],
    within_day: WithinDay | None,
) -> tuple[Figure, ...]:
    """
    Explain every figure that the plan may show; nothing for what a guard withholds.

    Args:
        guards: What may be shown.
        body: The athlete as numbers.
        resting: Resting energy with its source.
        energy: The day's energy.
        costs: The day's sessions, in the printed order.
        aim: The goal as numbers.
        targets: The day's targets.
        printed: The targets as the plan holds them.
        feedings: In order.
        portions: One a feeding.
        places: Each feeding's place in the printed timeline.
        within_day: Energy across the hours, where it is shown.
    """
    figures: list[Figure] = []
    if guards.shows("energy"):
        figures += _energy_figures(body, resting, energy, costs)
        figures += _balance_figures(aim, energy, targets)
    if guards.shows("availability") and guards.shows("energy"):
        figures += _availability_figures(energy, targets)
    if guards.shows("targets"):
        figures += _target_figures(targets, aim, printed)
        if guards.shows("timeline"):
            figures += _feeding_figures(feedings, portions, places)
    if within_day is not None:
        figures.append(_within_day_figure(within_day))
    return tuple(figures)
