"""Energy availability, its worked examples, and the least that a day may be eaten on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.availability import (
    CAUTION_KCAL_PER_KG_FFM,
    LOW_KCAL_PER_KG_FFM,
    SD_KCAL_PER_KG_FFM,
    energy_availability_kcal_per_kg_ffm,
    hall_body_fat_share,
    safe_intake_kcal,
)


@pytest.mark.parametrize(
    ("intake", "exercise", "ffm", "worked"),
    [(2400.0, 634.0, 63.75, 27.70), (1700.0, 450.0, 45.6, 27.41)],
)
def test_agrees_with_worked_examples(intake, exercise, ffm, worked):
    """(intake - exercise) / fat-free mass, printed to 0.01."""
    result = energy_availability_kcal_per_kg_ffm(
        intake_kcal=intake, exercise_kcal=exercise, ffm_kg=ffm
    )
    assert result == pytest.approx(worked, abs=0.006)


def test_keeps_the_published_bands():
    """Loucks and Thuma 2003: harm below 30, well fuelled from 45; caution between, at 35."""
    assert LOW_KCAL_PER_KG_FFM == 30.0
    assert (LOW_KCAL_PER_KG_FFM, CAUTION_KCAL_PER_KG_FFM) == (30.0, 35.0)
    assert 5.0 <= SD_KCAL_PER_KG_FFM <= 8.0


# Hall 2011, by hand: ln(75 / 1.78^2) = 3.16425, ln(60 / 1.65^2) = 3.09279.
@pytest.mark.parametrize(
    ("body", "by_hand"),
    [((75.0, 178.0, 30.0, 1.0), 0.1832), ((60.0, 165.0, 35.0, 0.0), 0.2648)],
)
def test_estimates_body_fat_as_hall_does(body, by_hand):
    """A man of 75 kg and a woman of 60 kg, to 0.0003 for four-figure logarithms."""
    mass, height, age, male = body
    result = hall_body_fat_share(mass_kg=mass, height_cm=height, age_y=age, male=male)
    assert result == pytest.approx(by_hand, abs=0.0003)


@pytest.mark.parametrize(
    ("male", "mass_kg", "limit"), [(1.0, 35.0, 0.05), (1.0, 230.0, 0.50), (0.0, 35.0, 0.12),
                                   (0.0, 230.0, 0.55)],
)  # fmt: skip
def test_holds_estimated_body_fat_within_life(male, mass_kg, limit):
    """Hall's line leaves what bodies can be; it is held to 5-50 % for men, 12-55 % for women."""
    result = hall_body_fat_share(mass_kg=mass_kg, height_cm=175.0, age_y=40.0, male=male)
    assert result == limit


@given(
    mass_kg=st.floats(30.0, 250.0),
    height_cm=st.floats(120.0, 230.0),
    age_y=st.floats(14.0, 90.0),
    male=st.sampled_from((0.0, 1.0)),
)
def test_answers_for_every_body(mass_kg, height_cm, age_y, male):
    """Whatever the body, the share is one that a body can have, and never falls with mass."""
    share = hall_body_fat_share(mass_kg=mass_kg, height_cm=height_cm, age_y=age_y, male=male)
    more = hall_body_fat_share(mass_kg=mass_kg * 1.01, height_cm=height_cm, age_y=age_y, male=male)
    low, high = (0.05, 0.50) if male else (0.12, 0.55)
    assert low <= share <= high
    assert more >= share


@pytest.mark.parametrize(
    ("ffm_kg", "resting_kcal", "worked"),
    [(50.0, 1499.0, 2200.0), (50.0, 1500.0, 2200.0), (50.0, 1501.0, 2201.0), (0.0, 1501.0, 2201.0)],
)
def test_pays_for_training_before_the_body(ffm_kg, resting_kcal, worked):
    """Training plus the larger of 30 kcal/kg fat-free mass and rest, from both sides."""
    result = safe_intake_kcal(exercise_kcal=700.0, ffm_kg=ffm_kg, resting_kcal=resting_kcal)
    assert result == worked


@given(
    exercise=st.floats(0.0, 5000.0), ffm=st.floats(20.0, 120.0), resting=st.floats(600.0, 5000.0)
)
def test_never_lets_a_safe_day_be_low(exercise, ffm, resting):
    """Eating the safe intake leaves at least 30 kcal per kg of fat-free mass."""
    intake = safe_intake_kcal(exercise_kcal=exercise, ffm_kg=ffm, resting_kcal=resting)
    left = energy_availability_kcal_per_kg_ffm(
        intake_kcal=intake, exercise_kcal=exercise, ffm_kg=ffm
    )
    assert left >= LOW_KCAL_PER_KG_FFM - 1e-9
