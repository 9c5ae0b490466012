"""The trace: every figure with its equation, inputs, range and source."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from people import BUILD, athlete, day, feedings, label, lift, plan, ride, run

import fuelcalc.science
from fuelcalc.models.athlete import Goal
from fuelcalc.models.learned import LearnedLife
from fuelcalc.planning.average import average_day
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG
from fuelcalc.science.sources import SOURCES

LEARNED = LearnedLife.of(
    daily_life_pal=1.6, daily_life_sd=0.07, first_date="2026-10-01", last_date="2026-11-11",
    source="weighed", n_mass=42, n_intake=40,
)  # fmt: skip
TRAINING = day(run(distance_km=25.0, effort="long"), lift("18:00"), ride("14:00"))


def value_at(found, path):
    """The figure of a plan that a trace's name points to."""
    for part in path.replace("]", "").replace("[", ".").split("."):
        if isinstance(found, dict):
            found = found[part]
        else:
            found = found[int(part)] if part.isdigit() else getattr(found, part)
    return found


# What each figure of TRAINING rests on: the key of its source, and words of its equation.
GROUNDS = {
    "energy.resting_kcal": ("resting-blend", "blend of equations by fat-free mass"),
    "energy.daily_life_kcal": ("daily-life", "PAL x 0.9 - 1"),
    "energy.digestion_kcal": ("factorial", "0.10 x resting"),
    "energy.sessions[0].net_kcal": ("looney", "looney"),
    "energy.sessions[1].net_kcal": ("compendium", "compendium 01014"),
    "energy.sessions[2].net_kcal": ("lifting-met", "met"),
    "energy.exercise_kcal": ("factorial", "above rest"),
    "energy.expenditure_kcal": ("factorial", "sum of net"),
    "energy.expected_kg_per_week": ("tissue", "7 x balance / tissue energy"),
    "energy.intake_kcal": ("factorial", "expenditure + balance"),
    "energy.energy_availability_kcal_per_kg_ffm": ("availability", "(intake - exercise)"),
    "energy.safe_intake_kcal": ("safe-intake", "exercise + max(30"),
    "targets.protein_g": ("protein", "1.8 g/kg"),
    "targets.protein_dose_g": ("protein-dose", "0.3 g/kg"),
    "targets.fat_g": ("fat", "30 % of the meals' energy"),
    "targets.fibre_g": ("fibre", "14 g per 1,000 kcal"),
    "targets.fluid_ml": ("fluid", "30 ml/kg"),
    "targets.sodium_mg": ("sodium", "1,500 mg"),
    "within_day.time_below_limit_h": ("within-day", "since midnight"),
    "during.carbohydrate_g": ("during", "g/h by length and intensity"),
    "during.fluid_ml": ("sweat", "share of sweat rate"),
    "during.sodium_mg": ("salt", "600 mg in a litre"),
    "during.protein_g": ("ultra", "0.1 g/kg an hour"),
    "before.carbohydrate_g": ("before", "g/kg by minutes left"),
    "before.protein_g": ("protein-dose", "even share"),
    "after.carbohydrate_g": ("after", "hours to the next"),
    "after.protein_g": ("protein-dose", "one dose"),
    "meal.protein_g": ("protein-dose", "even share"),
    "pre-sleep.protein_g": ("protein-dose", "even share"),
    "micronutrients.epa_dha_g": ("omega-3", "EPA and DHA"),
}
# The balance and the carbohydrate depend on the goal, and on tomorrow's race.
GOALS = [
    pytest.param(BUILD, False, ("surplus", "10 %"), id="build"),
    pytest.param(Goal(balance_kcal=-200.0), False, ("deficit", "within the largest"), id="deficit"),
    pytest.param(Goal(balance_kcal=200.0), True, ("surplus", "asked for"), id="asked"),
    pytest.param(None, True, ("factorial", "none is asked for"), id="none"),
]
LOADING, NOT_LOADING = ("loading", "before a long race"), ("carbohydrate", "at least the need")
RACE = day(run(distance_km=42.2, effort="race"))
ULTRA = day(run("05:00", distance_km=120.0, pace_s_per_km=420.0, effort="race"))


def grounds_of(found, name):
    """What a figure of TRAINING rests on, by its name or by the kind of feeding it belongs to."""
    place, _, last = name.rpartition(".")
    if place.startswith("timeline"):
        return GROUNDS[f"{value_at(found, place).kind}.{last}"]
    if place == "targets.micronutrients":
        amino = AMINO_ACIDS_MG_PER_KG
        usual = ("amino-acids", "24 %") if last in amino else ("dri", "by age and sex")
        return GROUNDS.get(f"micronutrients.{last}", usual)
    return GROUNDS[name]


@pytest.mark.parametrize(("goal", "races", "balance"), GOALS)
def test_explains_what_it_prints(goal, races, balance):
    """Each figure of the trace is the plan's own, with the words and the source it rests on."""
    found = plan(when=TRAINING, goal=goal, after=RACE if races else None)
    assert len({figure.name for figure in found.trace}) == len(found.trace)
    by_goal = {
        "energy.balance_kcal": balance,
        "targets.carbohydrate_g": LOADING if races else NOT_LOADING,
    }
    for figure in found.trace:
        assert figure.value == pytest.approx(value_at(found, figure.name)), figure.name
        source, words = by_goal.get(figure.name) or grounds_of(found, figure.name)
        assert words in figure.equation, figure.name
        assert figure.source == str(SOURCES[source]), figure.name
        assert figure.estimate == figure.source.startswith("estimate: "), figure.name


def explained():
    """What every function of science says to be behind its figures."""
    modules = [
        import_module(f"fuelcalc.science.{module.name}")
        for module in iter_modules(fuelcalc.science.__path__)
    ]
    return {
        (behind.equation, str(behind.source))
        for module in modules
        for function in vars(module).values()
        for behind in getattr(function, "figures", {}).values()
    }


def test_has_a_use_for_every_explanation():
    """No function explains a figure that stands in no plan."""
    plans = [
        plan(athlete(steps=9000)),
        plan(athlete(learned=LEARNED)),
        plan(athlete(caffeine=True), RACE, menu=True),
        plan(athlete(body_fat_share=0.10)),
        plan(when=ULTRA),
        plan(before=[ULTRA]),
        plan(athlete(usual_intake_kcal=1300.0)),
        plan(goal=Goal.of(protein="2 g/kg")),
        plan(when=day(eaten=["13:00 pizza 3000 kcal"])),
        plan(week=[day(), day(), day(), day(), TRAINING], energy="smooth"),
        plan(when=day(run("05:00", distance_km=100.0, effort="race"), sleep="21:00")),
        *(
            plan(when=TRAINING, goal=goal, after=RACE if races else None)
            for goal, races in ((given.values[0], given.values[1]) for given in GOALS)
        ),
    ]
    used = {(figure.equation, figure.source) for found in plans for figure in found.figures()}
    assert len(explained()) > 20
    assert explained() - used == set()


# The printed words, worked by hand on the printed inputs; on a rest day no cap is reached.
WORKED = {
    "energy.daily_life_kcal": lambda given: given["resting_kcal"] * (given["pal"] * 0.9 - 1.0),
    "energy.digestion_kcal": lambda given: 0.10 * given["resting_kcal"] * given["pal"],
    # Resting, daily life and digestion are resting x (1 + 0.9 PAL - 1 + 0.1 PAL).
    "energy.expenditure_kcal": lambda given: (
        given["resting_kcal"] * given["pal"] + given["exercise_net_kcal"]
    ),
    "energy.balance_kcal": lambda given: (
        0.10
        * given["mean_expenditure_kcal"]
        * given["experience_factor"]
        * given["season_factor"]
        * given["mileage_factor"]
    ),
    "energy.expected_kg_per_week": lambda given: (
        7.0 * given["balance_kcal"] / given["tissue_kcal_per_kg"]
    ),
    "energy.energy_availability_kcal_per_kg_ffm": lambda given: (
        (given["intake_kcal"] - given["exercise_kcal"]) / given["ffm_kg"]
    ),
    "targets.protein_g": lambda given: 1.8 * given["reference_mass_kg"],
    "targets.protein_dose_g": lambda given: 0.3 * given["reference_mass_kg"],
    "targets.fibre_g": lambda given: 14.0 * given["energy_kcal"] / 1000.0,
}


@pytest.mark.parametrize("name", WORKED)
def test_gives_the_inputs_that_lead_to_a_figure(name):
    """Whoever works the printed equation on the printed inputs gets the printed figure."""
    (figure,) = [one for one in plan(goal=BUILD).trace if one.name == name]
    assert WORKED[name](dict(figure.inputs)) == pytest.approx(figure.value)


def test_f22_explains_the_gain_with_its_factor_and_its_range():
    """The figure has the energy of a kilogram and the error, and a range that holds both signs."""
    found = plan(goal=BUILD)
    (figure,) = [one for one in found.trace if one.name == "energy.expected_kg_per_week"]
    given = dict(figure.inputs)
    off = 1.645 * given["expenditure_sd_kcal"]
    for end, kcal in ((figure.low, -off), (figure.high, off)):
        change = 7.0 * (given["balance_kcal"] + kcal) / given["tissue_kcal_per_kg"]
        assert end == pytest.approx(change)
    assert figure.low < 0.0 < figure.value < figure.high
    assert given["fat_kg"] == pytest.approx(0.22 * 62.0)


@pytest.mark.parametrize(
    ("method", "other", "shown"),
    [("scale", {}, True), ("dxa", {}, False), ("skinfold", {}, False),
     ("scale", {"resting_energy_kcal_per_day": 1500.0}, False),
     ("scale", {"body_fat_share": None}, False)],
)  # fmt: skip
def test_shows_resting_energy_by_size_beside_a_scale(method, other, shown):
    """A scale's body fat is doubtful, so what size alone gives stands beside it."""
    found = plan(athlete(body_fat_method=method, **other))
    (figure,) = [one for one in found.trace if one.name == "energy.resting_kcal"]
    given = dict(figure.inputs)
    assert ("by_size_kcal" in given) == shown
    if shown:
        # Ten Haaf by hand: 11.936 x 62 + 587.728 x 1.68 - 8.129 x 34 + 29.279.
        assert given["by_size_kcal"] == pytest.approx(1480.3, abs=0.1)


def test_r01_explains_every_line_of_the_day():
    """R01: all energy lines, targets and feedings have a figure."""
    found = plan(when=TRAINING, goal=BUILD)
    names = {figure.name for figure in found.trace}
    lines = ("resting", "daily_life", "digestion", "expenditure", "balance", "intake")
    assert {f"energy.{line}_kcal" for line in (*lines, "safe_intake")} <= names
    assert {f"energy.sessions[{n}].net_kcal" for n in range(3)} <= names
    # The targets' energy is the intake, explained above.
    targets = set(type(found.targets).model_fields) - {"energy_kcal", "micronutrients", "limits"}
    assert {f"targets.{name}" for name in targets} <= names
    micronutrients = found.targets.micronutrients
    assert {f"targets.micronutrients.{name}" for name in micronutrients} <= names
    for number, entry in enumerate(found.timeline):
        if entry.is_feeding:
            assert any(name.startswith(f"timeline[{number}].") for name in names), label(entry)


def test_says_what_is_an_estimate():
    """Published equations are not estimates; this project's own syntheses say that they are."""
    figures = {figure.name: figure for figure in plan(when=TRAINING).trace}
    assert not figures["energy.sessions[0].net_kcal"].estimate
    assert figures["energy.daily_life_kcal"].estimate
    assert "estimate" in figures["energy.daily_life_kcal"].source
    assert "doi:" in figures["energy.sessions[0].net_kcal"].source


def test_gives_a_range_where_the_error_is_known():
    """The expenditure's range is 90 %: about 8-9 % standard deviation, 1.645 of them each way."""
    found = plan(when=TRAINING)
    figures = {figure.name: figure for figure in found.trace}
    spent = figures["energy.expenditure_kcal"]
    assert spent.low < spent.value < spent.high
    assert (spent.high - spent.low) / 2.0 / spent.value / 1.645 == pytest.approx(0.085, abs=0.02)
    assert figures["targets.protein_g"].low is None
    assert found.energy.expenditure_low_kcal == pytest.approx(spent.low)


@pytest.mark.parametrize("changes", [{"steps": 9000}, {"body_fat_share": None}, {"age": 16.0}])
def test_names_the_inputs_that_were_used(changes):
    """Steps, and a body fat that was measured, are among the inputs only when they were given."""
    figures = {figure.name: figure for figure in plan(athlete(**changes)).trace}
    inputs = dict(figures["energy.resting_kcal"].inputs)
    assert ("body_fat_share" in inputs) == ("body_fat_share" not in changes)
    assert ("steps" in figures["energy.daily_life_kcal"].source) == ("steps" in changes)


def test_explains_an_average_day():
    """An average day's sessions are explained, and its meals."""
    who = athlete(weekly_mileage_km=50.0, weekly_lifts=2)
    found = plan(who, average_day(who))
    names = [figure.name for figure in found.trace]
    assert sum(name.startswith("energy.sessions") for name in names) == 2
    assert sum(name.startswith("timeline") for name in names) >= len(feedings(found))
