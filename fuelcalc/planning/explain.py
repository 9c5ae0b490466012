"""The trace: every figure of a plan with its equation, inputs, range and source."""

from collections.abc import Sequence

from fuelcalc.models.targets import Figure
from fuelcalc.planning.body import Resting
from fuelcalc.planning.feedings import Feeding
from fuelcalc.planning.guards import Guarded
from fuelcalc.planning.portions import Portion
from fuelcalc.planning.training import Costed
from fuelcalc.science import availability, day
from fuelcalc.science.sources import SOURCES

Inputs = tuple[tuple[str, float | str], ...]


def _figure(  # noqa: PLR0917 - a row of a table
    name: str,
    value: float,
    equation: str,
    key: str,
    inputs: Inputs,
    sd: float | None = None,
) -> Figure:
    """One figure, with a 90 % range where its error is known."""
    source = SOURCES[key]
    half = None if sd is None else day.RANGE_Z * sd
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


def _energy_figures(
    body: day.Body[float],
    resting: Resting,
    energy: day.Energy[float],
    costs: Sequence[Costed],
) -> list[Figure]:
    """Resting energy, daily life, digestion, the sessions and their sum."""
    size: Inputs = (
        ("mass_kg", body.mass_kg),
        ("height_cm", body.height_cm),
        ("age", body.age_y),
        ("sex", "male" if body.male else "female"),
    )
    if body.body_fat_known:
        size = (*size, ("body_fat_share", body.body_fat_share))
    base: Inputs = (("resting_kcal", energy.resting_kcal), ("pal", energy.pal))
    source = resting.source
    half = day.RANGE_Z * resting.sd_share * resting.kcal
    life_sd = (resting.sd_share * resting.kcal * energy.pal) ** 2 + (0.1 * resting.kcal) ** 2
    life_key = "steps" if body.steps_known else "daily-life"
    figures = [
        Figure(
            "energy.resting_kcal",
            resting.kcal,
            resting.kcal - half,
            resting.kcal + half,
            resting.method,
            size,
            str(source),
            source.estimate,
        ),
        _figure(
            "energy.daily_life_kcal",
            energy.daily_life_kcal,
            "resting x (PAL x 0.9 - 1)",
            life_key,
            base,
            life_sd**0.5,
        ),
        _figure(
            "energy.digestion_kcal",
            energy.digestion_kcal,
            "0.10 x resting x PAL",
            "factorial",
            base,
        ),
    ]
    for number, (one, _, net, _) in enumerate(costs):
        half = day.RANGE_Z * one.session.sd_kcal
        figures.append(
            Figure(
                f"energy.sessions[{number}].net_kcal",
                net,
                net - half,
                net + half,
                f"{one.method}: {one.session.gross_kcal:.0f} kcal gross, less PAL x resting "
                "for its minutes",
                one.inputs,
                str(one.source),
                one.source.estimate,
            )
        )
    figures.append(
        _figure(
            "energy.expenditure_kcal",
            energy.expenditure_kcal,
            "resting + daily life + digestion + sum of net",
            "factorial",
            (("exercise_net_kcal", sum(energy.net_kcal)), *base),
            energy.sd_kcal,
        )
    )
    return figures


def _balance_figures(
    aim: day.Aim[float], energy: day.Energy[float], targets: day.Targets[float]
) -> list[Figure]:
    """The balance and the intake."""
    key = "deficit" if targets.balance_kcal < 0.0 else "surplus"
    words = "asked for" if aim.asked else "10 % of mean expenditure x experience x season x mileage"
    return [
        _figure(
            "energy.balance_kcal",
            targets.balance_kcal,
            words,
            key,
            (
                ("experience_factor", aim.experience_factor),
                ("season_factor", aim.season_factor),
                ("mileage_factor", aim.mileage_factor),
                ("raised_kcal", targets.raised_kcal),
            ),
        ),
        _figure(
            "energy.intake_kcal",
            targets.energy_kcal,
            "expenditure + balance",
            "factorial",
            (("expenditure_kcal", energy.expenditure_kcal),),
            energy.sd_kcal,
        ),
    ]


def _availability_figures(energy: day.Energy[float], targets: day.Targets[float]) -> list[Figure]:
    """Energy availability and the safe intake."""
    inputs: Inputs = (
        ("intake_kcal", targets.energy_kcal),
        ("exercise_kcal", energy.exercise_kcal),
        ("ffm_kg", energy.ffm_kg),
    )
    return [
        _figure(
            "energy.energy_availability_kcal_per_kg_ffm",
            targets.availability_kcal_per_kg_ffm,
            "(intake - exercise) / fat-free mass",
            "availability",
            inputs,
            availability.SD_KCAL_PER_KG_FFM,
        ),
        _figure(
            "energy.safe_intake_kcal",
            energy.safe_intake_kcal,
            "exercise + max(30 x fat-free mass, resting)",
            "safe-intake",
            inputs[1:],
        ),
    ]


def _target_figures(
    targets: day.Targets[float], aim: day.Aim[float], *, fluid_ml: float
) -> list[Figure]:
    """The day's targets."""
    reference: Inputs = (("reference_mass_kg", targets.reference_mass_kg),)
    energy: Inputs = (("energy_kcal", targets.energy_kcal),)
    load = "loading" if aim.loading > 0.0 else "carbohydrate"
    per_kg = targets.protein_g / targets.reference_mass_kg
    return [
        _figure(
            "targets.protein_g",
            targets.protein_g,
            f"{per_kg:.2f} g/kg reference mass",
            "protein",
            reference,
        ),
        _figure(
            "targets.carbohydrate_g",
            targets.carbohydrate_g,
            "what protein and fat leave, at least the need",
            load,
            (("need_g", targets.need_g), *energy),
        ),
        _figure(
            "targets.fat_g",
            targets.fat_g,
            "what is left, at most 30 % of energy",
            "fat",
            (*reference, *energy),
        ),
        _figure("targets.fibre_g", targets.fibre_g, "14 g per 1,000 kcal", "fibre", energy),
        _figure(
            "targets.fluid_ml", fluid_ml, "30 ml/kg + during + sweat not yet replaced", "fluid", ()
        ),
        _figure(
            "targets.sodium_mg", targets.sodium_mg, "1,500 mg + 75 % of sweat sodium", "sodium", ()
        ),
    ]


def _feeding_figures(
    feedings: Sequence[Feeding], portions: Sequence[Portion], places: Sequence[int]
) -> list[Figure]:
    """The doses around sessions; meals share what these leave."""
    figures: list[Figure] = []
    for feeding, portion, place in zip(feedings, portions, places, strict=True):
        name = f"timeline[{place}]"
        label: Inputs = (("feeding", feeding.label),)
        if feeding.during is not None:
            figures.append(
                _figure(
                    f"{name}.carbohydrate_g",
                    portion.carbohydrate_g,
                    "g/h by length and intensity x hours",
                    "during",
                    label,
                )
            )
            figures.append(
                _figure(
                    f"{name}.fluid_ml",
                    portion.fluid_ml,
                    "share of sweat rate x hours, capped",
                    "sweat",
                    label,
                )
            )
        elif feeding.fuels is not None and not feeding.is_meal:
            figures.append(
                _figure(
                    f"{name}.carbohydrate_g",
                    portion.carbohydrate_g,
                    "g/kg by minutes left x need of the session",
                    "before",
                    label,
                )
            )
        elif feeding.follows is not None:
            figures.append(
                _figure(
                    f"{name}.carbohydrate_g",
                    portion.carbohydrate_g,
                    "session use by hours to the next, or a share of the day",
                    "after",
                    label,
                )
            )
            figures.append(
                _figure(
                    f"{name}.protein_g",
                    portion.protein_g,
                    "at least one dose, or an even share",
                    "protein-dose",
                    label,
                )
            )
        else:
            figures.append(
                _figure(
                    f"{name}.protein_g",
                    portion.protein_g,
                    "an even share of what the doses leave",
                    "protein-dose",
                    label,
                )
            )
    return figures


def trace_of(
    *,
    guards: Guarded,
    body: day.Body[float],
    resting: Resting,
    energy: day.Energy[float],
    costs: Sequence[Costed],
    aim: day.Aim[float],
    targets: day.Targets[float],
    fluid_ml: float,
    feedings: Sequence[Feeding],
    portions: Sequence[Portion],
    places: Sequence[int],
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
        fluid_ml: The day's drinks.
        feedings: In order.
        portions: One a feeding.
        places: Each feeding's place in the printed timeline.
    """
    figures: list[Figure] = []
    if guards.shows("energy"):
        figures += _energy_figures(body, resting, energy, costs)
        figures += _balance_figures(aim, energy, targets)
    if guards.shows("availability") and guards.shows("energy"):
        figures += _availability_figures(energy, targets)
    if guards.shows("targets"):
        figures += _target_figures(targets, aim, fluid_ml=fluid_ml)
        if guards.shows("timeline"):
            figures += _feeding_figures(feedings, portions, places)
    return tuple(figures)
