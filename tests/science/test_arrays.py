"""One arithmetic: every public function gives arrays what it gives their elements."""

import inspect
from importlib import import_module
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from fuelcalc.science import day, sessions
from fuelcalc.science.body import Body, pal_without_training, resting_energy
from fuelcalc.science.cost import lift_cost
from fuelcalc.science.fat import Meals, SessionFood, Shares
from fuelcalc.science.numeric import Given
from fuelcalc.science.outing import Outing
from fuelcalc.science.own_amounts import OwnAmount, OwnAmounts, own_shares
from fuelcalc.science.running import EQUATIONS, Stretch
from fuelcalc.science.sweat import Sweat
from fuelcalc.science.waking import Placed

MODULES = [
    import_module(f"fuelcalc.science.{name}")
    for name in (
        "resting", "effort", "running", "lifting", "daily", "availability", "balance", "protein",
        "carbohydrate", "fat", "fluid", "micronutrients", "caffeine", "heat", "waking", "signs",
        "outing",
    )
]  # fmt: skip

# The range of each argument, by name; "n" in the style of the equations is a whole number.
RANGES = {
    "effort_share": (0.4, 0.95),
    "mass_kg": (30, 250), "height_cm": (120, 230), "age_y": (14, 90), "ffm_kg": (20, 150),
    "body_fat_share": (0.03, 0.6), "sessions_per_week": (0, 14), "lifts_per_week": (0, 7),
    "bmi": (13, 60), "ffm_sd_share": (0.07, 0.08), "speed_m_per_s": (0.5, 7),
    "vo2_ml_per_kg_min": (5, 90), "duration_min": (2, 1200), "distance_km": (0.8, 250),
    "cost_ratio": (0.5, 2), "vdot": (20, 85), "share": (0.2, 1), "duration_s": (5, 7200),
    "grade": (-0.5, 0.5), "headwind_m_per_s": (-10, 20), "economy": (0.75, 1.3),
    "cost_kcal_per_kg_per_km": (0.6, 1.6), "mean_grade": (0, 0.45), "pack_share": (0, 0.5),
    "met": (1, 20), "fat_kg": (2, 120), "lean_kg": (20, 150), "volume_kg": (0, 40_000),
    "n_sets": (0, 60), "met_net_kcal": (0, 2000), "lytle_kcal": (-100, 500), "trust": (0, 1),
    "n_reps": (1, 30), "steps": (0, 60_000), "resting_kcal": (600, 5000), "pal": (1.0, 2.6),
    "intake_kcal": (500, 12_000), "exercise_kcal": (0, 8000), "weekly_km": (0, 400),
    "weekly_mean_kcal": (1000, 10_000), "experience_factor": (0.6, 1.25),
    "season_factor": (0, 1), "mileage": (0, 1), "balance_kcal": (-800, 800),
    "tissue_kcal_per_kg": (1800, 9500), "surplus_kcal": (0, 500),
    "expenditure_kcal": (1000, 12_000), "safe_kcal": (1000, 9000), "deficit_share": (-0.2, 0.4),
    "loading": (0, 1), "intensity": (0.2, 1), "gross_kcal": (0, 9000),
    "reference_mass_kg": (30, 180), "sessions_g": (0, 1500), "race_min": (0, 400),
    "tolerance_g_per_h": (20, 120), "minutes": (0, 400), "session_g": (0, 1000),
    "hours_to_next": (0, 48), "next_g": (0, 500), "energy_kcal": (800, 15_000),
    "protein_g": (36, 400), "need_g": (90, 2000), "power_w_per_kg": (1, 40),
    "temperature_degc": (-40, 50), "required_w_per_m2": (50, 600), "most_w_per_m2": (50, 900),
    "before_kg": (40, 120), "after_kg": (38, 120), "drunk_l": (0, 3), "urine_l": (0, 1),
    "duration_h": (0.5, 10), "sweat_l_per_h": (0.1, 4), "sodium_mg_per_l": (100, 2500),
    "unreplaced_ml": (0, 4000), "sweat_sodium_mg": (0, 8000), "awake_min": (0, 900),
    "session_food_g": (0, 600), "least_g_per_kg": (0, 9.5), "days_to_race": (1, 2),
    "burned_g_per_kg": (0, 12), "dose_g": (0, 400), "dew_point_degc": (-20, 30),
    "drink_l_per_h": (0, 1), "hours_to_bed": (0, 20), "hours": (0, 20), "eve": (0, 1),
    "planned_kcal": (1000, 12_000),
    "usual_kcal": (500, 10_000), "usual_availability": (-20, 80), "longest_min": (0, 600),
    "vapour_hpa": (0.1, 80), "owed_kcal": (0, 5000), "later_mg": (0, 200),
    "least_protein_g_per_kg": (1.6, 1.8), "own_g": (0, 600), "own_share": (0, 0.9),
    "carbohydrate_g": (90, 1500), "fat_g": (20, 500), "awake_h": (4, 36), "apart_h": (0, 30),
    "hours_after": (0, 16), "during_sodium_mg": (0, 8000), "drink_l": (0, 8),
    "start_min": (0, 1439), "usual_start_min": (0, 1439), "rested_min": (0, 600),
    "given": (0, 1439), "wake": (0, 1200), "bed": (0, 2000), "climb_m": (0, 5000),
    "usual_m_per_s": (1, 6), "pace_s_per_km": (150, 900), "body_fat": (0.03, 0.6),
    "descent_m": (0, 5000), "asked_g_per_kg": (0, 20), "sd": (0.01, 0.3), "days": (-30, 2000),
}  # fmt: skip
FLAGS = {
    "male", "vegan", "is_race", "fed", "measured", "sodium_measured", "body_fat_known", "rough",
    "economy_known", "injured",
}  # fmt: skip


def public_functions():
    """Every public function of the equations that takes keywords, with its argument names."""
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                names = [
                    f"{name}?" if "Given" in str(parameter.annotation) else name
                    for name, parameter in inspect.signature(function).parameters.items()
                ]
                if names and "stretch" not in names:
                    yield pytest.param(function, names, id=f"{module.__name__}.{name}")


class ThreeDays(NamedTuple):
    """What a function takes of three days."""

    first: object
    second: object
    third: object


MEALS = ("energy_kcal", "reference_mass_kg", "loading", "need_g", "session_food")
SHARES = ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "surplus_kcal", "surplus_kcal")


COMPOSED = {
    "session_food": lambda data, shape: SessionFood(
        drawn(data, "session_food_g", shape), drawn(data, "session_food_g", shape)
    ),
    "floors_kcal": lambda data, shape: ThreeDays(
        *(drawn(data, "safe_kcal", shape) for _ in range(3))
    ),
    "alarms?": lambda data, shape: ThreeDays(*(drawn(data, "start_min?", shape) for _ in range(3))),
    "sessions": lambda data, shape: ThreeDays(
        *(
            Placed(*(drawn(data, name, shape) for name in ("bed", "duration_min", "male")))
            for _ in range(3)
        )
    ),
    "outing": lambda data, shape: Outing(
        *(
            drawn(data, f"{name}?", shape)
            for name in ("distance_km", "pace_s_per_km", "duration_min")
        )
    ),
    "total_kcal": lambda data, shape: 3.0 * drawn(data, "expenditure_kcal", shape),
}


def drawn(data, name, shape):
    """An array of that shape within the range of the argument; "?" ends one that may be unknown."""
    if name in COMPOSED:
        return COMPOSED[name](data, shape)
    if name in {"meals", "plain"}:
        kind, parts = (Meals, MEALS) if name == "meals" else (Shares, SHARES)
        return kind(*(drawn(data, part, shape) for part in parts))
    if name == "own":
        parts = ("male", "own_g", "own_share")
        return OwnAmounts(*(OwnAmount(*(drawn(data, n, shape) for n in parts)) for _ in range(3)))
    if name.endswith("?"):
        return Given(drawn(data, name.rstrip("?"), shape), drawn(data, "male", shape))
    if name in FLAGS or name.endswith("_known"):
        return data.draw(arrays.arrays(float, shape, elements=st.sampled_from((0.0, 1.0))))
    low, high = RANGES[name]
    return data.draw(arrays.arrays(float, shape, elements=st.floats(low, high)))


def flat(result):
    """A result's figures in order, whatever tuple or table holds them."""
    if isinstance(result, dict):
        return flat(list(result.values()))
    if isinstance(result, tuple | list):
        return [figure for part in result for figure in flat(part)]
    return [result]


def assert_same(on_rows, on_numbers, shape):
    """Each figure of the array result equals the float result of its row to 1e-9."""
    for figure, *numbers in zip(flat(on_rows), *map(flat, on_numbers), strict=True):
        assert figure.shape == shape
        np.testing.assert_allclose(figure.ravel(), numbers, rtol=1e-9, atol=1e-9)


def rows_of(columns, shape):
    """The same inputs one row at a time, as plain floats."""
    size = int(np.prod(shape))
    return [{name: _one(column, i) for name, column in columns.items()} for i in range(size)]


def _one(column, place):
    """One value of a column, which may be unknown."""
    if isinstance(column, tuple):
        return type(column)(*(_one(part, place) for part in column))
    return float(column.ravel()[place])


SHAPES = st.sampled_from(((1,), (4,), (2, 3)))
QUICK = settings(max_examples=20, deadline=None)


@pytest.mark.parametrize(("function", "names"), list(public_functions()))
@QUICK
@given(data=st.data(), shape=SHAPES)
def test_gives_arrays_what_it_gives_their_elements(function, names, data, shape):
    """Any shape, any values within the limits: equal to the floats to 1e-9."""
    fixed = {"category": 2} if "category" in names else {}
    columns = {name.rstrip("?"): drawn(data, name, shape) for name in names if name not in fixed}
    result = function(**columns, **fixed)
    assert_same(result, [function(**row, **fixed) for row in rows_of(columns, shape)], shape)


@QUICK
@given(data=st.data(), shape=SHAPES)
def test_shares_rows_as_each_row_asks(data, shape):
    """Some rows ask for some macronutrients, and each is shared as alone."""
    columns = {name: drawn(data, name, shape) for name in ("plain", "meals", "own")}
    result = own_shares(**columns)
    assert_same(result, [own_shares(**row) for row in rows_of(columns, shape)], shape)


SWEAT = {
    "temperature_degc": (-20.0, 45.0), "rate_l_per_h?": (0.1, 4.0),
    "sodium_mg_per_l?": (100.0, 2500.0), "dew_point_degc?": (-20.0, 30.0),
}  # fmt: skip
STRETCH = {
    "speed_m_per_s": (0.5, 7.0), "duration_s": (1.0, 20_000.0), "grade_up": (0.0, 0.45),
    "grade_down": (-0.45, 0.0), "headwind_m_per_s": (-10.0, 20.0), "outdoors": (0.0, 1.0),
    "surface_cost": (1.0, 1.6), "repeat_s": (5.0, 3000.0), "still": (0.0, 1.0),
}  # fmt: skip
BODY = {
    **{name: RANGES[name] for name in ("mass_kg", "height_cm", "age_y", "ffm_sd_share",
                                       "sessions_per_week", "lifts_per_week", "pal")},
    "male": (0.0, 1.0), "body_fat?": RANGES["body_fat_share"], "resting_kcal?": (600.0, 5000.0),
    "resting_sd_share": (0.04, 0.12), "steps?": RANGES["steps"], "vegan": (0.0, 1.0),
    "life_sd?": (0.0, 0.3),
}  # fmt: skip
AIM = {
    "build": (0.0, 1.0), "experience_factor": (0.6, 1.25), "season_factor": (0.0, 1.0),
    "mileage_factor": (0.0, 1.0), "weekly_net_kcal?": (0.0, 2000.0),
    "asked_kcal?": (-500.0, 500.0), "floor_share": (0.0, 0.05),
    "loading": (0.0, 1.0), "eve": (0.0, 1.0), "least_g_per_kg": (0.0, 9.5),
    "repaid_kcal": (0.0, 1500.0), "most_sodium_mg?": (1500.0, 2300.0),
    "usual_kcal?": (500.0, 6000.0), "usual_availability?": (-10.0, 60.0),
}  # fmt: skip
LIFT = {
    "met": (1.0, 12.0), "n_sets": (0.0, 40.0), "n_reps": (0.0, 400.0),
    "volume_kg": (0.0, 35_000.0),
}  # fmt: skip


def columns_of(data, ranges, shape):
    """One array for each field; of what may be unknown one of values and one of flags."""

    def column(name, low, high):
        flag = name in {"male", "vegan", "outdoors", "still"}
        elements = st.sampled_from((0.0, 1.0)) if flag else st.floats(low, high)
        return data.draw(arrays.arrays(float, shape, elements=elements))

    return {
        name.rstrip("?"): Given(column(name, *span), column("male", 0.0, 1.0))
        if name.endswith("?")
        else column(name, *span)
        for name, span in ranges.items()
    }


def whole_day(inputs):
    """Body, sessions, energy and targets of one row or of many."""
    body, aim = Body(**inputs["body"]), day.Aim(**inputs["aim"])
    sweat = Sweat(**inputs["sweat"])
    resting_kcal, sd_share = resting_energy(body)
    pal = pal_without_training(body, resting_kcal=resting_kcal)
    one, two = Stretch(**inputs["stretch"]), Stretch(**inputs["second"])
    zero = 0.0 * body.mass_kg
    run = sessions.run_session(
        [one, two],
        intensities=[zero + 0.7, zero + 0.86],
        equation=EQUATIONS["looney"],
        mass_kg=body.mass_kg,
        pack_kg=zero + 3.0,
        economy=Given(zero + 1.1, inputs["stretch"]["outdoors"]),
        vdot=Given(zero + 55.0, inputs["second"]["outdoors"]),
        rough=zero + 1.0,
        tolerance_g_per_h=Given(zero + 70.0, body.male),
        sweat=sweat,
        is_race=zero + 1.0,
    )
    run = sessions.started(run, awake_min=body.age_y, is_run=zero + 1.0)
    lifted = lift_cost(
        **inputs["lift"],
        duration_min=zero + 80.0,
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        age_y=body.age_y,
        body_fat_share=body.body_fat_share,
        resting_kcal=resting_kcal,
        pal=pal,
    )
    lift = sessions.lift_session(lifted, intensity=zero + 0.45, mass_kg=body.mass_kg, sweat=sweat)
    ride = sessions.other_session(
        gross_kcal=8.0 * body.mass_kg,
        sd_share=0.25,
        duration_min=zero + 95.0,
        mass_kg=body.mass_kg,
        tolerance_g_per_h=Given(zero + 60.0, zero),
        sweat=sweat,
    )
    spent = day.energy(
        body,
        resting_kcal=resting_kcal,
        resting_sd_share=sd_share,
        pal=pal,
        runs=[run],
        others=[lift, ride],
    )
    targets = day.targets(body, spent, aim, [run, lift, ride])
    limits = (
        day.largest_deficit(body, spent),
        day.largest_asked_deficit(body, spent, share=body.male * body.mass_kg / 250.0),
        day.expenditure_range(spent),
        day.planned_share(targets, spent),
    )
    return (*run, *lift, *ride, spent, targets, limits)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), shape=SHAPES)
def test_plans_a_frame_as_it_plans_one_athlete(data, shape):
    """Sessions, energy and targets of many rows equal those of each row alone, to 1e-9."""
    ranges = {"body": BODY, "aim": AIM, "sweat": SWEAT, "stretch": STRETCH, "second": STRETCH,
              "lift": LIFT}  # fmt: skip
    columns = {part: columns_of(data, fields, shape) for part, fields in ranges.items()}
    rows = {part: rows_of(fields, shape) for part, fields in columns.items()}
    size = int(np.prod(shape))
    alone = [whole_day({part: rows[part][i] for part in rows}) for i in range(size)]
    assert_same(whole_day(columns), alone, shape)


def test_sums_no_sessions_in_the_shape_of_the_rows():
    """A frame of rest days has a zero for every row."""
    assert day.total([], like=np.ones((2, 3))).tolist() == [[0.0] * 3] * 2
