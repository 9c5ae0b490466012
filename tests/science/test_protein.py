"""Protein of a day and of a feeding, and the mass it is counted by."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.protein import (
    protein_dose_g_per_kg,
    protein_g_per_kg,
    reference_mass_kg,
    with_session_food_g,
)


# At 180 cm BMI 27.5 is 89.1 kg; worked by hand.
@pytest.mark.parametrize(
    ("mass_kg", "worked"), [(50.0, 50.0), (89.1, 89.1), (89.2, 89.125), (100.0, 91.825),
                            (162.0, 107.325)],
)  # fmt: skip
def test_counts_a_quarter_of_the_mass_above_bmi_27_5(mass_kg, worked):
    """Body mass up to BMI 27.5, a quarter of the rest above, from both sides."""
    result = reference_mass_kg(
        mass_kg=mass_kg, height_cm=180.0, male=1.0, body_fat_share=0.3, body_fat_known=0.0
    )
    assert result == pytest.approx(worked)


# 100 kg at 180 cm, by hand: 0.80 or 0.70 of fat-free mass, never under the eased 91.825 kg.
@pytest.mark.parametrize(
    ("male", "share", "worked"),
    [(1.0, 0.10, 100.0), (1.0, 0.20, 100.0), (1.0, 0.24, 95.0), (1.0, 0.30, 91.825),
     (0.0, 0.30, 100.0), (0.0, 0.335, 95.0), (0.0, 0.40, 91.825)],
)  # fmt: skip
def test_counts_measured_muscle_in_full(male, share, worked):
    """Somebody heavy and measured to be lean counts by fat-free mass, at most body mass."""
    result = reference_mass_kg(
        mass_kg=100.0, height_cm=180.0, male=male, body_fat_share=share, body_fat_known=1.0
    )
    assert result == pytest.approx(worked)


@given(
    mass_kg=st.floats(30.0, 250.0),
    height_cm=st.floats(120.0, 230.0),
    share=st.floats(0.03, 0.60),
    male=st.sampled_from((0.0, 1.0)),
    known=st.sampled_from((0.0, 1.0)),
)
def test_never_counts_more_than_the_body(mass_kg, height_cm, share, male, known):
    """The reference is at most body mass, at least a quarter of it, and rises with it."""

    def reference(mass):
        return reference_mass_kg(
            mass_kg=mass, height_cm=height_cm, male=male, body_fat_share=share,
            body_fat_known=known,
        )  # fmt: skip

    assert 0.25 * mass_kg < reference(mass_kg) <= mass_kg * (1 + 1e-12)
    assert reference(mass_kg * 1.01) > reference(mass_kg)


# 1.8 g/kg, 0.4 more at a 20 % deficit, 10 % more for vegans, within 1.2 and 2.5; by hand.
@pytest.mark.parametrize(
    ("deficit", "vegan", "loading", "worked"),
    [(0.0, 0.0, 0.0, 1.8), (-0.1, 0.0, 0.0, 1.8), (0.10, 0.0, 0.0, 2.0), (0.20, 0.0, 0.0, 2.2),
     (0.0, 1.0, 0.0, 1.98), (0.20, 1.0, 0.0, 2.42), (0.23, 1.0, 0.0, 2.486),
     (0.24, 1.0, 0.0, 2.5), (0.349, 0.0, 0.0, 2.498), (0.351, 0.0, 0.0, 2.5),
     (0.0, 0.0, 1.0, 1.3), (0.0, 0.0, 0.5, 1.55)],
)  # fmt: skip
def test_raises_protein_in_a_deficit(deficit, vegan, loading, worked):
    """The day's rule at its knots and limits, from both sides."""
    result = protein_g_per_kg(deficit_share=deficit, vegan=vegan, loading=loading)
    assert result == pytest.approx(worked)


def test_makes_room_for_carbohydrate_while_loading():
    """A loading day has 1.2-1.4 g/kg; plant protein alone asks for a tenth more of it."""
    mixed = protein_g_per_kg(deficit_share=0.0, vegan=0.0, loading=1.0)
    assert 1.2 <= mixed <= 1.4
    vegan = protein_g_per_kg(deficit_share=0.0, vegan=1.0, loading=1.0)
    assert vegan == pytest.approx(1.1 * mixed)


def test_does_not_treat_1_62_as_a_threshold():
    """Morton's 1.62 (p = 0.079) is no step: the rule is a straight line through deficits."""
    rates = [
        protein_g_per_kg(deficit_share=share / 100, vegan=0.0, loading=0.0) for share in range(21)
    ]
    steps = [b - a for a, b in pairwise(rates)]
    assert steps == pytest.approx([0.02] * 20)
    assert all(1.03 <= rate <= 2.20 + 1e-9 for rate in rates)


@pytest.mark.parametrize(
    ("age_y", "dose"),
    [(18.0, 0.3), (55.0, 0.3), (55.1, 0.301), (60.0, 0.35), (64.9, 0.399), (65.0, 0.4),
     (90.0, 0.4)],
)  # fmt: skip
def test_feeds_older_muscle_more_at_once(age_y, dose):
    """0.3 g/kg a feeding, 0.4 from 65, without a jump (Moore 2015: 0.24 young, 0.40 old)."""
    assert protein_dose_g_per_kg(age_y=age_y) == pytest.approx(dose, abs=1e-9)


@pytest.mark.parametrize(
    ("meals_g", "taken_g", "worked"),
    [(108.0, 0.0, 108.0), (108.0, 36.0, 144.0), (108.0, 54.0, 150.0), (160.0, 20.0, 160.0)],
)
def test_adds_what_is_taken_on_the_move(meals_g, taken_g, worked):
    """60 kg: beside the meals up to 2.5 g/kg, and never less than these."""
    found = with_session_food_g(protein_g=meals_g, session_g=taken_g, reference_mass_kg=60.0)
    assert found == worked
