"""An hour of lifting, as the tests of sessions vary it."""

from fuelcalc.science.cost import lift_cost
from fuelcalc.science.numeric import as_given
from fuelcalc.science.sessions import Sweat, lift_session

MILD = Sweat(
    temperature_degc=18.0,
    rate_l_per_h=as_given(None),
    sodium_mg_per_l=as_given(None),
)


def lift(**changes):
    """An hour of heavy leg work by a man of 75 kg, with some fields changed."""
    sweat = changes.pop("sweat", MILD)
    usual = {
        "met": 3.5,
        "duration_min": 60.0,
        "n_sets": 0.0,
        "n_reps": 0.0,
        "volume_kg": 0.0,
        "mass_kg": 75.0,
        "height_cm": 178.0,
        "age_y": 30.0,
        "body_fat_share": 0.15,
        "resting_kcal": 1917.8,
        "pal": 1.5,
    }
    said = {**usual, **changes}
    return lift_session(lift_cost(**said), intensity=0.45, mass_kg=said["mass_kg"], sweat=sweat)
