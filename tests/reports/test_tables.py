"""The lines of food against the day's targets, in words."""

import pytest

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.menu import Coverage, Menu
from fuelcalc.models.targets import Targets
from fuelcalc.models.timeline import Served
from fuelcalc.reports.day.tables import menu_lines
from fuelcalc.reports.look import Look

MACROS = {"protein_g": 112.6, "carbohydrate_g": 300.5, "fat_g": 80.5}


def sodium_remark(held_mg, asked_mg):
    """What is said of a day's sodium."""
    coverage = Coverage(
        name="sodium", unit="mg", amount=held_mg, reference=asked_mg, kind="at-least",
        share=held_mg / asked_mg, unknown_share=0.0, mend=(),
    )  # fmt: skip
    totals = Served(**MACROS, energy_kcal=None, energy_449_kcal=None, fibre_g=None)
    targets = Targets.model_construct(**MACROS, energy_kcal=2376.5)
    menu = Menu(totals=totals, coverage={"sodium_mg": coverage}, relaxed=())
    plan = DayPlan.model_construct(targets=targets, menu=menu, timeline=())
    (line,) = [line for line in menu_lines(plan, Look()) if line.label == "Sodium"]
    return line.remark


@pytest.mark.parametrize(
    ("held", "asked", "told"),
    [
        (1500.0, 1500.0, "of 1,500 mg"),
        (2301.0, 3800.0, "of 3,800 mg; salt to taste brings the rest"),
        (
            2300.0,
            3800.0,
            "of 3,800 mg; more than salt to taste holds, so the food of the next days makes it up",
        ),
    ],
)
def test_leaves_to_the_salt_cellar_what_it_holds(held, asked, told):
    """Under 1,500 mg short is salt to taste; 4 g of salt and more is not shaken over a day."""
    assert sodium_remark(held, asked) == told
