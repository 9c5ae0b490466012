"""
The trace: every figure of a plan with its equation, inputs, range and source.

What is behind a figure stands on the function that gives it; here it is only looked up.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from fuelcalc.models.targets import Targets
from fuelcalc.models.trace import Figure, Inputs, Links
from fuelcalc.models.within_day import WithinDay
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.timeline import TimelineRow
from fuelcalc.planning.energy import Figures, expected_of
from fuelcalc.planning.person import Person, Resting
from fuelcalc.planning.recommendation import Expected
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.science import (
    availability,
    balance,
    carbohydrate,
    day,
    fat,
    feeding,
    fluid,
    micronutrients,
    protein,
)
from fuelcalc.science.body import Body, pal_without_training, resting_energy
from fuelcalc.science.feeding import without
from fuelcalc.science.numeric import as_given
from fuelcalc.science.own_amounts import own_shares
from fuelcalc.science.sources import Behind, behind
from fuelcalc.science.within_day import running_balance_kcal

# What resting energy by fat-free mass is off by where DXA or a caliper measured it.
_SURE_FFM_SD_SHARE = 0.07


def figure_of(
    name: str,
    value: float,
    found: Behind,
    inputs: Inputs = (),
    *,
    sd: float | None = None,
    ends: tuple[float | None, float | None] = (None, None),
    links: Links = (),
) -> Figure:
    """
    One figure, with a 90 % range where its error or the ends of the range are known.

    Args:
        name: Its path in the plan.
        value: What it is.
        found: What is behind it.
        inputs: What went into it.
        sd: Its error.
        ends: The ends of its range, where no error gives them.
        links: Inputs that are figures of the plan, beside those that go by their names.
    """
    low, high = ends if sd is None else (value - day.RANGE_Z * sd, value + day.RANGE_Z * sd)
    equation, source = found
    return Figure(
        name=name,
        value=value,
        low=low,
        high=high,
        equation=equation,
        inputs=inputs,
        source=str(source),
        estimate=source.estimate,
        links=links,
    )


def _resting_figure(body: Body[float], resting: Resting) -> Figure:
    """Resting energy, by the equation or the measurement behind it."""
    inputs: Inputs = (
        ("mass_kg", body.mass_kg),
        ("height_cm", body.height_cm),
        ("age", body.age_y),
        ("sex", "male" if body.male else "female"),
    )
    if body.body_fat.known:
        inputs = (*inputs, ("body_fat_share", body.body_fat_share))
    if resting.is_blend:
        # Who trains little is counted nearer to the equations of everybody.
        inputs = (
            *inputs,
            ("sessions_per_week", body.sessions_per_week),
            ("lifts_per_week", body.lifts_per_week),
        )
    # A scale or tape is off by 4 to 5 points of fat: size alone may be as good a guess.
    if body.body_fat.known and body.ffm_sd_share > _SURE_FFM_SD_SHARE and resting.is_blend:
        by_size, _ = resting_energy(body._replace(body_fat=as_given(None)))
        inputs = (*inputs, ("by_size_kcal", by_size))
    sd = resting.sd_share * resting.kcal
    found = Behind(resting.method, resting.source)
    return figure_of("energy.resting_kcal", resting.kcal, found, inputs, sd=sd)


def _session_figure(session: Trained, *, number: int) -> Figure:
    """What one session adds to the day."""
    gross = f"{session.needs.gross_kcal:.0f} kcal gross"
    words = f"{session.method}: {gross}, less PAL x resting for its minutes"
    name, sd = f"energy.sessions[{number}].net_kcal", session.needs.sd_kcal
    inputs: Inputs = (
        *session.inputs,
        ("gross_kcal", session.needs.gross_kcal),
        ("net_of_rest_kcal", session.net_of_rest_kcal),
    )
    return figure_of(name, session.net_kcal, Behind(words, session.source), inputs, sd=sd)


def _energy_figures(
    body: Body[float],
    resting: Resting,
    energy: day.Expenditure[float],
    sessions: Sequence[Trained],
) -> list[Figure]:
    """Resting energy, daily life, digestion, the sessions and their sum."""
    base: Inputs = (("resting_kcal", energy.resting_kcal), ("pal", energy.pal))
    net: Inputs = (("exercise_net_kcal", sum(energy.net_kcal)), *base)
    life = "daily_life_kcal_by_steps" if body.steps.known else "daily_life_kcal"
    if body.life_sd.known:
        life = "daily_life_kcal_learned"
    lives = behind(pal_without_training, life)
    digested = behind(day.energy, "digestion_kcal")
    summed, above_rest = (behind(day.energy, n) for n in ("expenditure_kcal", "exercise_kcal"))
    spent: Inputs = (("exercise_net_of_rest_kcal", energy.exercise_kcal),)
    return [
        _resting_figure(body, resting),
        figure_of(
            "energy.daily_life_kcal",
            energy.daily_life_kcal,
            lives,
            base,
            sd=day.base_sd_kcal(energy),
        ),
        figure_of("energy.digestion_kcal", energy.digestion_kcal, digested, base),
        *(_session_figure(session, number=number) for number, session in enumerate(sessions)),
        figure_of("energy.exercise_kcal", energy.exercise_kcal, above_rest, spent),
        figure_of(
            "energy.expenditure_kcal", energy.expenditure_kcal, summed, net, sd=energy.sd_kcal
        ),
    ]


def _balance_figures(figures: Figures) -> list[Figure]:
    """The balance, what is left uneaten of it today, and the intake."""
    aim, energy, targets = figures.aim, figures.spent, figures.targets
    asked = "asked_kcal" if figures.deficit is None else "asked_deficit_kcal"
    mean = day.mean_expenditure_kcal(energy, aim)
    sizes: Inputs = (
        ("mean_expenditure_kcal", mean),
        ("experience_factor", aim.experience_factor),
        ("season_factor", aim.season_factor),
        ("mileage_factor", aim.mileage_factor),
        ("raised_kcal", targets.raised_kcal),
    )
    spent: Inputs = (("expenditure_kcal", energy.expenditure_kcal),)
    recommended = "surplus_kcal" if targets.surplus_kcal > 0.0 else "no_surplus_kcal"
    # A lean body is given a surplus that nobody asked for, and the words say whose idea it was.
    if aim.floor_share > 0.0 and targets.surplus_kcal <= aim.floor_share * mean:
        recommended = "lean_surplus_kcal"
    decided = behind(day.recommended_balance, asked if aim.asked_kcal.known else recommended)
    eaten = behind(day.targets, "intake_kcal")
    return [
        figure_of("energy.balance_kcal", targets.balance_kcal, decided, sizes),
        *_behind_figures(aim, energy, targets),
        *_moved_figures(targets),
        figure_of("energy.intake_kcal", targets.energy_kcal, eaten, spent, sd=energy.sd_kcal),
    ]


def _behind_figures(
    aim: day.Aim[float], energy: day.Expenditure[float], targets: day.Intake[float]
) -> list[Figure]:
    """What is left for later: by a first step up from low availability, or for want of room."""
    if targets.behind_kcal <= 0.0:
        return []
    if targets.left_kcal > 0.0:
        full = behind(without, "behind_kcal")
        spent: Inputs = (("expenditure_kcal", energy.expenditure_kcal),)
        return [figure_of("energy.behind_kcal", targets.behind_kcal, full, spent)]
    inputs: Inputs = (
        ("usual_kcal", aim.usual_kcal.value),
        ("usual_availability_kcal_per_kg_ffm", aim.usual_availability.value),
        ("safe_intake_kcal", energy.safe_intake_kcal),
    )
    found = behind(availability.held_back_kcal, "behind_kcal")
    return [figure_of("energy.behind_kcal", targets.behind_kcal, found, inputs)]


def _expected_figure(expected: Expected) -> Figure:
    """The change of body mass, with its factor and its range."""
    found = behind(balance.expected_kg_per_week, "expected_kg_per_week")
    inputs: Inputs = (
        ("balance_kcal", expected.balance_kcal),
        ("tissue_kcal_per_kg", expected.tissue_kcal_per_kg),
        ("fat_kg", expected.fat_kg),
        ("expenditure_sd_kcal", expected.expenditure_sd_kcal),
    )
    ends = (expected.low_kg_per_week, expected.high_kg_per_week)
    return figure_of("energy.expected_kg_per_week", expected.kg_per_week, found, inputs, ends=ends)


def _moved_figures(targets: day.Intake[float]) -> Iterator[Figure]:
    """What other days give to this one or take from it, where something is."""
    if targets.repaid_kcal > 0.0:
        found = behind(balance.repaid_kcal, "repaid_kcal")
        yield figure_of("energy.repaid_kcal", targets.repaid_kcal, found)
    if targets.over_kcal:
        found = behind(feeding.eaten_over, "over_kcal")
        yield figure_of("energy.over_kcal", targets.over_kcal, found)
    if targets.shared_kcal:
        found = behind(balance.level_kcal, "shared_kcal")
        yield figure_of("energy.shared_kcal", targets.shared_kcal, found)


def _availability_figures(
    energy: day.Expenditure[float], targets: day.Intake[float]
) -> list[Figure]:
    """Energy availability and the safe intake."""
    inputs: Inputs = (
        ("intake_kcal", targets.energy_kcal),
        ("exercise_kcal", energy.exercise_kcal),
        ("ffm_kg", energy.ffm_kg),
    )
    name, sd = "energy_availability_kcal_per_kg_ffm", availability.SD_KCAL_PER_KG_FFM
    found = behind(availability.energy_availability_kcal_per_kg_ffm, name)
    safe = behind(availability.safe_intake_kcal, "safe_intake_kcal")
    return [
        figure_of(f"energy.{name}", targets.availability_kcal_per_kg_ffm, found, inputs, sd=sd),
        figure_of("energy.safe_intake_kcal", energy.safe_intake_kcal, safe, inputs[1:]),
    ]


def _target_figures(person: Person, figures: Figures, printed: Targets) -> list[Figure]:
    """The day's targets."""
    targets, aim = figures.targets, figures.aim
    fluids = [session.needs.fluids for session in figures.sessions]
    mass: Inputs = (("mass_kg", person.body.mass_kg),)
    drunk: Inputs = (
        *mass,
        ("sweat_ml", 1000.0 * sum(one.sweat_l for one in fluids)),
        ("during_ml", 1000.0 * sum(one.drink_l for one in fluids)),
    )
    sweated: Inputs = (("sweat_sodium_mg", sum(one.sweat_sodium_mg for one in fluids)),)
    who: Inputs = (("age", person.age), ("sex", "male" if person.body.male else "female"))
    reference: Inputs = (("reference_mass_kg", targets.reference_mass_kg),)
    energy: Inputs = (("energy_kcal", targets.energy_kcal),)
    need: Inputs = (("need_g", targets.need_g), *energy)
    # Whichever asked for most carbohydrate is what explains it: training, loading or recovery.
    loads: Callable[..., Any] = fat.macronutrient_shares
    if aim.least_g_per_kg * targets.reference_mass_kg >= targets.need_g - 1e-9:
        is_loading = aim.loading > 0.0
        loads = carbohydrate.loading_g_per_kg if is_loading else carbohydrate.recovery_g_per_kg
    inputs: Mapping[str, tuple[Callable[..., Any], Inputs]] = {
        "protein_g": (protein.protein_g_per_kg, reference),
        "protein_dose_g": (protein.protein_dose_g_per_kg, reference),
        "carbohydrate_g": (loads, need),
        "fat_g": (fat.macronutrient_shares, (*reference, *energy)),
        "fibre_g": (fat.fibre_g, energy),
        "fluid_ml": (fluid.base_fluid_ml, drunk),
        "sodium_mg": (fluid.day_sodium_mg, sweated),
    }
    reasons = {name: behind(function, name) for name, (function, _) in inputs.items()}
    for name, own in zip(aim.own._fields, aim.own, strict=True):
        if own.known:
            reasons[f"{name}_g"] = behind(own_shares, f"{name}_g")
    return [
        *(
            figure_of(f"targets.{name}", getattr(printed, name), reasons[name], given)
            for name, (_, given) in inputs.items()
        ),
        *(
            figure_of(
                f"targets.micronutrients.{name}",
                value,
                _behind_reference(name),
                mass if name in micronutrients.AMINO_ACIDS_MG_PER_KG else who,
            )
            for name, value in printed.micronutrients.items()
        ),
    ]


def _behind_reference(nutrient: str) -> Behind:
    """What is behind a reference intake."""
    if nutrient in micronutrients.AMINO_ACIDS_MG_PER_KG:
        return behind(micronutrients.amino_acid_intakes_g, "amino_acid")
    name = nutrient if nutrient == "epa_dha_g" else "micronutrient"
    return behind(micronutrients.reference_intakes, name)


def _behind_feeding(feeding: Feeding) -> Mapping[str, Behind]:
    """Which of a feeding's figures are explained, each with what is behind it."""
    grams = "carbohydrate_g"
    if feeding.accompanies is not None:
        return {
            grams: behind(carbohydrate.during_g_per_h, grams),
            "fluid_ml": behind(fluid.drink_l_per_h, "fluid_ml"),
            "sodium_mg": behind(fluid.during_sodium_mg_per_h, "sodium_mg"),
            "protein_g": behind(carbohydrate.during_protein_g, "protein_g"),
        }
    if feeding.is_drink:
        return {}
    if feeding.prepares is not None and not feeding.is_meal:
        return {grams: behind(carbohydrate.before_g, grams)}
    dose = protein.protein_dose_g_per_kg
    if feeding.repairs is not None:
        return {
            grams: behind(carbohydrate.after_g, grams),
            "protein_g": behind(dose, "dose_g"),
        }
    return {"protein_g": behind(dose, "share_g")}


def _asked_by(feeding: Feeding) -> Inputs:
    """What a session asks of a feeding by: how far they are apart, and what it uses."""
    inputs: Inputs = (("feeding", feeding.feeding_name),)
    if feeding.accompanies is not None:
        return (*inputs, ("duration_min", feeding.minutes))
    if feeding.prepares is not None:
        inputs = (*inputs, ("minutes_to_start", feeding.prepares.start - feeding.end))
    return inputs


def _feeding_figures(lines: Sequence[TimelineRow]) -> list[Figure]:
    """The doses around sessions; meals share what these leave."""
    return [
        figure_of(f"timeline[{number}].{name}", getattr(feeding.portion, name), found,
                _asked_by(feeding))
        for number, (_, feeding) in enumerate(lines) if feeding is not None
        for name, found in _behind_feeding(feeding).items()
    ]  # fmt: skip


def trace_of(
    person: Person,
    figures: Figures,
    targets: Targets,
    lines: Sequence[TimelineRow],
    within_day: WithinDay,
) -> tuple[Figure, ...]:
    """
    Explain every figure of a plan.

    Args:
        person: Who eats.
        figures: The day's energy and aims.
        targets: The targets as the plan holds them.
        lines: The clock, with the feeding behind each line.
        within_day: Energy across the hours.
    """
    name, found = "time_below_limit_h", behind(running_balance_kcal, "time_below_limit_h")
    inputs: Inputs = (("limit_kcal", within_day.limit_kcal),)
    ends = (within_day.time_below_limit_low_h, within_day.time_below_limit_high_h)
    return (
        *_energy_figures(person.body, person.resting, figures.spent, figures.sessions),
        *_balance_figures(figures),
        _expected_figure(expected_of(person, figures)),
        *_availability_figures(figures.spent, figures.targets),
        *_target_figures(person, figures, targets),
        *_feeding_figures(lines),
        figure_of(f"within_day.{name}", within_day.time_below_limit_h, found, inputs, ends=ends),
    )
