"""Daily life without training, and the published whole-day requirement beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.daily import (
    DIGESTION_SHARE,
    EER_CATEGORIES,
    PAL_BY_DAILY_LIFE,
    PAL_SD,
    aged_pal_sd,
    eer_at_pal_kcal_per_day,
    eer_kcal_per_day,
    steps_pal,
)

BODY = {"mass_kg": 70.0, "height_cm": 170.0, "age_y": 30.0}

# NASEM 2023, Table 5-16, 30 y, 170 cm, 70 kg; printed to 0.01 kcal. Height is in cm, and the
# very active man's intercept is negative: losing either shows here.
MEN = (2520.17, 2713.37, 2902.02, 3148.62)
WOMEN = (2166.70, 2337.27, 2475.55, 2722.63)
VECTORS = [
    *((1.0, i, kcal) for i, kcal in enumerate(MEN)),
    *((0.0, i, kcal) for i, kcal in enumerate(WOMEN)),
]


@pytest.mark.parametrize(("male", "category", "published"), VECTORS)
def test_agrees_with_the_dietary_reference_intakes(male, category, published):
    """All four activity categories of both sexes, to the printed hundredth."""
    result = eer_kcal_per_day(**BODY, male=male, category=category)
    assert result == pytest.approx(published, abs=0.006)


# The categories are 1.00-1.53, 1.53-1.68, 1.68-1.85 and 1.85-2.50; these are their middles.
@pytest.mark.parametrize(
    ("pal", "published"),
    [(1.0, 2520.17), (1.265, 2520.17), (1.605, 2713.37), (1.685, 2807.695), (1.765, 2902.02),
     (2.175, 3148.62), (2.6, 3148.62)],
)  # fmt: skip
def test_reads_the_requirement_between_the_categories(pal, published):
    """A man's requirement at the middles, halfway, and level beyond both ends."""
    assert eer_at_pal_kcal_per_day(**BODY, male=1.0, pal=pal) == pytest.approx(published, abs=0.01)


@given(pal=st.floats(1.0, 2.5), male=st.sampled_from((0.0, 1.0)))
def test_rises_with_activity(pal, male):
    """More activity never asks for less."""
    now = eer_at_pal_kcal_per_day(**BODY, male=male, pal=pal)
    assert eer_at_pal_kcal_per_day(**BODY, male=male, pal=pal + 0.01) >= now - 1e-9


def test_names_the_four_categories():
    """From inactive to very active, one name for each line of the table."""
    assert EER_CATEGORIES == ("inactive", "low-active", "active", "very-active")


def test_keeps_training_out_of_daily_life():
    """FAO's office day is a desk and its active day on foot; no step leaves Black's ranges."""
    ladder = [PAL_BY_DAILY_LIFE[k] for k in ("home", "desk", "mixed", "on-feet", "manual")]
    assert ladder == sorted(ladder) == [1.42, 1.53, 1.65, 1.76, 1.95]
    assert PAL_SD == 0.10
    assert DIGESTION_SHARE == 0.10


def test_adds_steps_to_a_base():
    """7,000 steps at 62 kg on 1,500 kcal, by hand: 1.42 + 0.44 x 62 x 7 / 1500."""
    assert steps_pal(steps=7000.0, mass_kg=62.0, resting_kcal=1500.0) == pytest.approx(
        1.5473, abs=1e-4
    )


@pytest.mark.parametrize(
    ("steps", "expected"),
    [(0.0, 1.42), (1.0, 1.420022), (35_454.0, 2.199988), (35_455.0, 2.2), (60_000.0, 2.2)],
)
def test_holds_steps_between_sitting_and_marching(steps, expected):
    """No steps is 1.42; from 35,455 steps at 75 kg on 1,500 kcal it stays 2.2, by hand."""
    result = steps_pal(steps=steps, mass_kg=75.0, resting_kcal=1500.0)
    assert result == pytest.approx(expected, abs=1e-6)


# 0.005 of 1.5 a square root of a day: 0.0075 after one, 0.075 after 100 and 0.15 from 400 on.
@pytest.mark.parametrize(
    ("days", "drift"),
    [(-5.0, 0.0), (0.0, 0.0), (1.0, 0.0075), (100.0, 0.075), (400.0, 0.15), (401.0, 0.15)],
)
def test_what_was_learned_ages(days, drift):
    """Its drift is added in squares, and ends where a new daily life would be."""
    found = aged_pal_sd(sd=0.08, pal=1.5, days=days)
    assert found == pytest.approx((0.08**2 + drift**2) ** 0.5, rel=1e-9)
