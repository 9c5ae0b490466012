"""What a day's food should come to, and what it costs that it does not."""

import numpy as np
import pytest
from people import aims, row

from fuelcalc.planning.menu.aims import least_costs, most_costs
from fuelcalc.planning.menu.counts import COLUMNS
from fuelcalc.planning.menu.tolerances import Want

DAY = aims([Want(100.0, 400.0, 80.0)], iron_mg=(18.0, np.inf), saturated_fat_g=(0.0, 20.0))
FITS = {"protein_g": 100.0, "carbohydrate_g": 400.0, "fat_g": 80.0, "iron_mg": 18.0}


class TestDayAims:
    """What it costs that a day holds so much."""

    def test_counts_energy_by_4_4_9(self):
        """400 + 1600 + 720 kcal."""
        assert DAY.energy_kcal == pytest.approx(2720.0)

    def test_costs_nothing_where_all_is_met(self):
        """A day on its aims, with its references and below its ceilings, is free."""
        assert DAY.cost(row(**FITS)) == pytest.approx(0.0)
        assert DAY.cost(row(**FITS, saturated_fat_g=20.0)) == pytest.approx(0.0)

    def test_costs_half_for_half_of_a_reference(self):
        """None of the iron costs twice as much as half of it; more than enough is free."""
        none, half, more = (
            float(DAY.cost(row(**{**FITS, "iron_mg": mg}))) for mg in (0.0, 9.0, 40.0)
        )
        assert none == pytest.approx(2.0 * half)
        assert half > 0.0
        assert more == pytest.approx(0.0)

    def test_costs_more_above_a_ceiling(self):
        """Saturated fat above its ceiling costs, and more of it more."""
        some, much = (float(DAY.cost(row(**FITS, saturated_fat_g=g))) for g in (22.0, 30.0))
        assert 0.0 < some < much

    def test_costs_far_more_outside_the_bands(self):
        """5 % too little protein is the edge, 10 % of carbohydrate, and 3 % of the energy."""
        less, least, more = (
            float(DAY.cost(row(**{**FITS, "protein_g": g}))) for g in (96.0, 92.0, 104.0)
        )
        assert least > 10.0 * less
        assert more < less
        near, far = (float(DAY.cost(row(**{**FITS, "carbohydrate_g": g}))) for g in (410.0, 430.0))
        assert far > 10.0 * near

    def test_gives_no_part_of_a_day_a_share_of_a_scoop(self):
        """One scoop at breakfast is the day's one, and costs what food would not; two are many."""
        day = aims([Want(100.0, 400.0, 80.0)], scoops=(0.0, 1.0))
        part = day.macros_g / 4.0
        quarter = {"protein_g": 25.0, "carbohydrate_g": 100.0, "fat_g": 20.0}
        none, one, two = (float(day.cost(row(**quarter, scoops=n), part)) for n in (0.0, 1.0, 2.0))
        assert none == pytest.approx(0.0)
        assert one == pytest.approx(5.0)
        assert two > 50.0


def test_knows_what_each_reference_is_worth():
    """Each essential amino acid counts the same, macronutrients have bands of their own."""
    costs = dict(zip(COLUMNS, least_costs(COLUMNS), strict=True))
    acids = {
        costs[name]
        for name in (
            "histidine_g", "isoleucine_g", "leucine_g", "lysine_g", "methionine_cystine_g",
            "phenylalanine_tyrosine_g", "threonine_g", "tryptophan_g", "valine_g",
        )
    }  # fmt: skip
    assert len(acids) == 1
    assert acids.pop() > costs["iron_mg"] > 0.0
    assert costs["protein_g"] == costs["carbohydrate_g"] == costs["drink_ml"] == 0.0


def test_charges_a_guards_ceiling_far_more_than_any_other():
    """Twice a sodium that a guard limits outweighs every shortage of the day together."""
    usual = dict(zip(COLUMNS, most_costs(COLUMNS, guarded=()), strict=True))
    guarded = dict(zip(COLUMNS, most_costs(COLUMNS, guarded=("sodium_mg",)), strict=True))
    assert guarded["sodium_mg"] > least_costs(COLUMNS).sum() + 5.0 * usual["fibre_g"]
    assert {name: cost for name, cost in guarded.items() if name != "sodium_mg"} == {
        name: cost for name, cost in usual.items() if name != "sodium_mg"
    }
