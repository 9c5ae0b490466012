"""What age, size and body fat say of somebody."""

import pytest

from fuelcalc.science.numeric import as_given
from fuelcalc.science.signs import signs_of

# At 2 m a body mass index of 16, 18.5 and 20 is 64, 74 and 80 kg.
WHO = {"age_y": 30.0, "mass_kg": 84.0, "height_cm": 200.0, "male": 1.0, "body_fat": None}


@pytest.mark.parametrize(
    ("sign", "on", "beyond"),
    [
        ("minor", {"age_y": 18.0}, {"age_y": 17.99}),
        ("very_low_mass", {"mass_kg": 64.0}, {"mass_kg": 63.9}),
        ("lean", {"mass_kg": 74.0}, {"mass_kg": 73.9}),
        ("lean", {"body_fat": 0.05}, {"body_fat": 0.049}),
        ("lean", {"body_fat": 0.12, "male": 0.0}, {"body_fat": 0.119, "male": 0.0}),
        ("nearly_lean", {"body_fat": 0.081}, {"body_fat": 0.079}),
        ("nearly_lean", {"body_fat": 0.151, "male": 0.0}, {"body_fat": 0.149, "male": 0.0}),
        ("nearly_lean", {"body_fat": 0.049}, {"body_fat": 0.05}),
        ("light", {"mass_kg": 80.0}, {"mass_kg": 79.9}),
        ("older", {"age_y": 64.99}, {"age_y": 65.0}),
    ],
)
def test_begins_on_the_far_side_of_a_limit(sign, on, beyond):
    """WHO's 16 and 18.5, our 20, IOC's 12 and 5 % with 3 points more, 18 and 65 years."""
    for changes, expected in ((on, 0.0), (beyond, 1.0)):
        who = WHO | changes
        found = signs_of(**{**who, "body_fat": as_given(who["body_fat"])})
        assert getattr(found, sign) == expected


def test_holds_no_growing_body_to_limits_of_adults():
    """A boy of 17 with a body mass index of 17 is neither lean nor light."""
    boy = WHO | {"age_y": 17.0, "mass_kg": 68.0, "body_fat": as_given(0.04)}
    assert signs_of(**boy) == (1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
