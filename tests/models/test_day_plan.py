"""The finished plan gives any of its figures with a unit."""

import datetime as dt

import pint
import pytest

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.targets import Targets
from fuelcalc.models.timeline import Entry

TARGETS = Targets(
    energy_kcal=2500.0,
    protein_g=112.0,
    protein_dose_g=18.6,
    carbohydrate_g=300.0,
    fat_g=94.7,
    fibre_g=35.0,
    fluid_ml=2900.0,
    sodium_mg=2190.0,
    micronutrients={"iron_mg": 18.0},
)
PLAN = DayPlan.model_construct(
    athlete=Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm", body_fat="22 %"),
    date=dt.date(2026, 11, 26),
    wake=dt.time(6),
    sleep=dt.time(22, 30),
    goal=Goal(),
    energy=None,
    targets=TARGETS,
    timeline=(),
    notes=(),
    withheld=("energy",),
    trace=(),
)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("targets.protein", "112 gram"),
        ("targets.protein_g", "112 gram"),
        ("targets.fluid", "2900 milliliter"),
        ("targets.micronutrients.iron", "18 milligram"),
        ("targets.micronutrients.iron_mg", "18 milligram"),
        ("athlete.mass", "62 kilogram"),
        ("athlete.body_fat", "0.22 dimensionless"),
        ("athlete.age", "34 dimensionless"),
    ],
)
def test_gives_a_figure_with_its_unit(path, shown):
    """A dotted path, with or without the unit, is a Quantity of the application's registry."""
    quantity = PLAN.quantity(path)
    assert f"{quantity:g}".strip() in {shown, shown.removesuffix(" dimensionless")}
    assert quantity.check(quantity.dimensionality)


def test_gives_it_in_the_registry_asked_for():
    """Another registry's Quantity adds to that registry's own."""
    ureg = pint.UnitRegistry()
    total = PLAN.quantity("targets.protein", ureg) + ureg.Quantity(1, "kg")
    assert total.to("g").magnitude == pytest.approx(1112.0, abs=1e-9)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("targets.protien", 'quantity: the plan has no "targets.protien"; try'),
        ("targets.protein.more", "quantity: the plan has no"),
        ("targets.micronutrients.irn", "quantity: the plan has no"),
        ("targets.micronutrients", 'quantity: "targets.micronutrients" is not a number'),
        ("energy.expenditure", 'quantity: "energy.expenditure" is withheld or missing'),
        ("athlete.steps", 'quantity: "athlete.steps" is withheld or missing'),
        ("athlete.diet", 'quantity: "athlete.diet" is not a number with a unit'),
        ("targets", 'quantity: "targets" is not a number with a unit'),
    ],
)
def test_refuses_what_is_no_figure(path, line):
    """A path that leads nowhere, to words or to what is withheld is an input error."""
    with pytest.raises(InputError) as error:
        PLAN.quantity(path)
    assert str(error.value).startswith(line)


@pytest.mark.parametrize(
    ("kind", "is_eaten"), [("meal", True), ("during", True), ("run", False), ("sleep", False)]
)
def test_knows_what_is_eaten(kind, is_eaten):
    """A session and sleep are no feedings."""
    noon = dt.time(12)
    entry = Entry(start=noon, end=noon, minute=720.0, minutes=0.0, kind=kind)
    assert entry.is_feeding is is_eaten
