"""Surplus, deficit and their limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.balance import (
    EXPERIENCE_FACTOR,
    MAINTENANCE_SHARE,
    SEASON_FACTOR,
    expected_kg_per_week,
    largest_deficit_kcal,
    level_kcal,
    mileage_factor,
    surplus_kcal,
    tissue_kcal_per_kg,
)

USUAL = {
    "weekly_mean_kcal": 3000.0,
    "mass_kg": 62.0,
    "experience_factor": 1.0,
    "season_factor": 1.0,
    "mileage": 1.0,
}


@pytest.mark.parametrize(
    ("weekly_km", "factor"),
    [(0.0, 1.0), (40.0, 1.0), (40.001, 1.0), (50.0, 0.84375), (60.0, 0.5), (70.0, 0.15625),
     (79.999, 0.0), (80.0, 0.0), (400.0, 0.0)],
)  # fmt: skip
def test_gives_up_building_at_high_mileage(weekly_km, factor):
    """Whole up to 40 km a week, nothing from 80 (50 miles), smooth at both ends; by hand."""
    assert mileage_factor(weekly_km=weekly_km) == pytest.approx(factor, abs=1e-7)


# Ten per cent of 3,000 kcal times the factors, worked by hand; at most 500 and 5 kcal/kg.
@pytest.mark.parametrize(
    ("change", "worked"),
    [({}, 300.0), ({"season_factor": 0.9}, 270.0), ({"experience_factor": 0.6}, 180.0),
     ({"experience_factor": 1.25, "season_factor": 0.4, "mileage": 0.5}, 75.0),
     ({"mass_kg": 60.1}, 300.0), ({"mass_kg": 60.0}, 300.0), ({"mass_kg": 59.0}, 295.0),
     ({"weekly_mean_kcal": 4990.0, "mass_kg": 110.0}, 499.0),
     ({"weekly_mean_kcal": 5010.0, "mass_kg": 110.0}, 500.0),
     ({"season_factor": 0.0}, 0.0), ({"mileage": 0.0}, 0.0)],
)  # fmt: skip
def test_sizes_a_surplus(change, worked):
    """Every factor counts and both limits hold from both sides."""
    assert surplus_kcal(**{**USUAL, **change}) == pytest.approx(worked)


def test_lets_novices_gain_fastest_and_racers_not_at_all():
    """Training age and season order the surplus as the literature does."""
    novice, middle, advanced = (
        EXPERIENCE_FACTOR[k] for k in ("novice", "intermediate", "advanced")
    )
    assert novice == 1.25 > middle == 1.0 > advanced == 0.6
    order = ["off-season", "base", "5k-10k", "half", "recovery", "marathon"]
    assert [SEASON_FACTOR[k] for k in order] == [1.0, 0.9, 0.7, 0.4, 0.3, 0.0]
    assert SEASON_FACTOR["taper"] == SEASON_FACTOR["race-week"] == 0.0


@given(
    weekly=st.floats(1000.0, 12_000.0), mass_kg=st.floats(30.0, 250.0), mileage=st.floats(0.0, 1.0)
)
def test_never_exceeds_the_surplus_that_builds_muscle(weekly, mass_kg, mileage):
    """No athlete is given over 500 kcal, 5 kcal/kg or 12.5 % of expenditure."""
    surplus = surplus_kcal(
        weekly_mean_kcal=weekly,
        mass_kg=mass_kg,
        experience_factor=1.25,
        season_factor=1.0,
        mileage=mileage,
    )
    assert 0.0 <= surplus <= min(500.0, 5.0 * mass_kg, 0.125 * weekly) + 1e-9


# Forbes with Hall's densities, worked apart from this code to a whole kcal.
@pytest.mark.parametrize(
    ("fat_kg", "kcal"),
    [(5.0, 4292), (8.0, 5131), (10.0, 5554), (12.0, 5901), (13.6, 6137), (15.0, 6319),
     (20.0, 6832), (30.0, 7478)],
)  # fmt: skip
def test_f22_holds_more_energy_in_a_kilogram_of_the_fatter(fat_kg, kcal):
    """Vector F8: from 4,292 kcal a kg at 5 kg of fat to 7,478 at 30."""
    assert tissue_kcal_per_kg(fat_kg=fat_kg) == pytest.approx(kcal, abs=0.6)


def test_expects_slow_gains():
    """300 kcal a day at 12 kg of fat is 0.356 kg a week; for 72 kg within Iraki's 0.25-0.5 %."""
    gain = expected_kg_per_week(
        balance_kcal=300.0, tissue_kcal_per_kg=tissue_kcal_per_kg(fat_kg=12.0)
    )
    assert gain == pytest.approx(7.0 * 300.0 / 5901.0, abs=1e-3)
    assert 0.0025 <= gain / 72.0 <= 0.005


# The smallest of 500 kcal, 20 %, 7.7 kcal/kg and what is above safe intake; by hand.
@pytest.mark.parametrize(
    ("spent", "safe", "mass_kg", "worked"),
    [(3000.0, 2000.0, 64.0, 492.8), (3000.0, 2000.0, 65.0, 500.0), (3000.0, 2600.0, 65.0, 400.0),
     (2499.0, 1500.0, 80.0, 499.8), (2501.0, 1500.0, 80.0, 500.0), (2400.0, 1000.0, 80.0, 480.0),
     (2000.0, 2000.0, 80.0, 0.0), (2000.0, 2100.0, 80.0, -100.0)],
)  # fmt: skip
def test_limits_a_deficit_four_ways(spent, safe, mass_kg, worked):
    """Each limit binds in turn, and none is left where safe intake exceeds what is spent."""
    result = largest_deficit_kcal(expenditure_kcal=spent, safe_kcal=safe, mass_kg=mass_kg)
    assert result == pytest.approx(worked)


def test_calls_two_per_cent_maintenance():
    """A balance within 2 % of expenditure is too small to be a surplus or a deficit."""
    assert MAINTENANCE_SHARE == 0.02


# W2 and W3 of the week: the floors are net cost and the larger of 30 kcal/kg and resting energy.
FLOORS = [1580.0, 2140.0, 1780.0, 2140.0, 1580.0, 2330.0, 3270.0]


def test_w1_shares_a_week_evenly_where_no_floor_is_reached():
    """20,980 kcal over seven days are 2,997.1 on each; computed by hand."""
    found = level_kcal(total_kcal=20_980.0, floors_kcal=[0.0] * 7)
    assert found == pytest.approx(2997.1, abs=0.05)


@pytest.mark.parametrize(
    ("total", "level", "sunday"), [(20_980.0, 2951.67, 3270.0), (17_830.0, 2426.67, 3270.0)]
)
def test_w2_w3_share_a_week_above_its_floors(total, level, sunday):
    """Six days alike, and the long run's day at its safe intake; computed by hand."""
    found = level_kcal(total_kcal=total, floors_kcal=FLOORS)
    assert found == pytest.approx(level, abs=0.01)
    assert max(found, FLOORS[6]) == sunday
    assert sum(max(found, floor) for floor in FLOORS) == pytest.approx(total)


@given(
    floors=st.lists(st.floats(500.0, 9000.0), min_size=1, max_size=7),
    more=st.floats(0.0, 20_000.0),
    step=st.floats(0.0, 100.0),
)
def test_shares_all_of_it_without_a_jump(floors, more, step):
    """The days add up to the total, and the level rises with it no faster than the energy does."""
    total = sum(floors) + more
    found = level_kcal(total_kcal=total, floors_kcal=floors)
    assert sum(max(found, floor) for floor in floors) == pytest.approx(total)
    higher = level_kcal(total_kcal=total + step, floors_kcal=floors)
    assert -1e-6 <= higher - found <= step + 1e-6


def test_keeps_the_floors_where_nothing_is_left():
    """Less than the floors come to is no level that any day would eat below its own."""
    assert level_kcal(total_kcal=1000.0, floors_kcal=FLOORS) == min(FLOORS)
