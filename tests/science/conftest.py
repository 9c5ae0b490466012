"""Any athlete on any day, for the laws that a whole day of arithmetic keeps."""

from dataclasses import replace

import pytest
from hypothesis import assume
from hypothesis import strategies as st
from whole_day import CONTINUOUS, Inputs, day_of, energy_of

from fuelcalc.science import day

FLAG = st.sampled_from((0.0, 1.0))


@st.composite
def inputs(draw) -> Inputs:
    """Any athlete within the limits, on a day that fits into a day."""
    height = draw(st.floats(130.0, 220.0))
    mass = draw(st.floats(13.0, 60.0)) * (height / 100.0) ** 2
    assume(30.0 <= mass <= 250.0)
    pace = draw(st.floats(150.0, 900.0))
    lift_min = draw(st.floats(1.0, 180.0))
    ride_min = draw(st.floats(1.0, 240.0))
    start = Inputs(
        mass_kg=mass,
        height_cm=height,
        age_y=draw(st.floats(18.0, 90.0)),
        male=draw(FLAG),
        body_fat_share=draw(st.floats(0.05, 0.55)),
        body_fat_known=draw(FLAG),
        ffm_sd_share=draw(st.sampled_from((0.07, 0.08))),
        resting_given_kcal=draw(st.floats(600.0, 5000.0)),
        resting_known=draw(st.sampled_from((0.0, 0.0, 0.0, 1.0))),
        pal=draw(st.sampled_from((1.42, 1.53, 1.65, 1.76, 1.95))),
        steps=draw(st.floats(0.0, 40_000.0)),
        steps_known=draw(FLAG),
        sessions_per_week=draw(st.sampled_from((0.0, 1.0, 2.0, 3.0, 6.0))),
        lifts_per_week=draw(st.sampled_from((0.0, 2.0, 4.0))),
        vegan=draw(FLAG),
        build=draw(FLAG),
        experience_factor=draw(st.sampled_from((0.6, 1.0, 1.25))),
        season_factor=draw(st.sampled_from((0.0, 0.3, 0.4, 0.7, 0.9, 1.0))),
        weekly_km=draw(st.floats(0.0, 150.0)),
        weekly_net_kcal=draw(st.floats(0.0, 2000.0)),
        weekly_known=draw(FLAG),
        asked_kcal=0.0,
        asked=draw(FLAG),
        loading_race_min=draw(st.one_of(st.just(0.0), st.floats(50.0, 300.0))),
        days_to_race=draw(st.sampled_from((1.0, 2.0))),
        past_g_per_kg=draw(st.one_of(st.just(0.0), st.floats(0.0, 12.0))),
        owed_kcal=draw(st.one_of(st.just(0.0), st.floats(0.0, 4000.0))),
        awake_min=draw(st.floats(10.0, 900.0)),
        is_race=draw(FLAG),
        race_min=draw(st.floats(27.0, 90.0)),
        race_known=draw(FLAG),
        effort_share=draw(st.sampled_from((0.60, 0.68, 0.70, 0.75, 0.86, 0.90))),
        distance_km=min(draw(st.floats(0.5, 100.0)), 18 * 3600.0 / pace),
        pace_s_per_km=pace,
        grade=draw(st.one_of(st.just(0.0), st.floats(0.0, 0.10))),
        rolling=draw(FLAG),
        headwind_m_per_s=draw(st.one_of(st.just(0.0), st.floats(-5.0, 5.0))),
        outdoors=draw(FLAG),
        surface_cost=draw(st.sampled_from((1.0, 1.05, 1.125, 1.6))),
        pack_kg=draw(st.one_of(st.just(0.0), st.floats(0.0, 20.0))),
        economy=draw(st.floats(0.75, 1.30)),
        economy_by_race=draw(FLAG),
        tolerance_g_per_h=draw(st.floats(20.0, 120.0)),
        tolerance_known=draw(FLAG),
        temperature_degc=draw(st.floats(-20.0, 45.0)),
        dew_point_degc=draw(st.floats(-20.0, 28.0)),
        dew_point_known=draw(FLAG),
        sweat_rate_l_per_h=draw(st.floats(0.1, 4.0)),
        sweat_rate_known=draw(FLAG),
        sweat_sodium_mg_per_l=draw(st.floats(200.0, 2000.0)),
        sweat_sodium_known=draw(FLAG),
        lift_min=lift_min,
        lift_met=draw(st.sampled_from((3.5, 4.0, 4.5, 5.0, 5.8, 7.0))),
        n_sets=draw(st.sampled_from((0.0, 12.0, 14.0, 20.0, 33.0, 50.0))),
        n_reps=draw(st.sampled_from((0.0, 24.0, 120.0, 400.0))),
        volume_kg=draw(st.floats(0.0, 35_000.0)),
        ride_kcal=mass * ride_min / 60.0 * draw(st.floats(2.5, 12.0)),
        ride_min=ride_min,
        minutes_before=draw(st.floats(10.0, 240.0)),
        fed=draw(FLAG),
        hours_to_next=draw(st.floats(0.0, 30.0)),
    )
    out = energy_of(start)
    # A balance asked for by hand is held within its limits before it gets here.
    lowest = -day.largest_deficit(out.body, out.energy)
    asked = lowest + draw(st.floats(0.0, 1.0)) * (500.0 - lowest)
    return replace(start, asked_kcal=asked if start.asked else 0.0)


@pytest.fixture(scope="session")
def usual():
    """One ordinary training day."""
    return Inputs()


@pytest.fixture(scope="session")
def plans():
    """Any day of any athlete, as a strategy."""
    return inputs()


@pytest.fixture(scope="session")
def plan_day_of():
    """From inputs to the whole day."""
    return day_of


@pytest.fixture(scope="session")
def continuous():
    """The names of the inputs that can change by a hundredth."""
    return CONTINUOUS
