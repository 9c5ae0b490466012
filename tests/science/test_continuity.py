"""No cliffs: a hundredth of any continuous input moves a day by a few hundredths at most."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

WHOLE = 0.01
RUN_TIME = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,  # the same days in every run, so that a failure is news
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def moved(before, after, *, step):
    """Each figure whose change exceeds its limit, scaled to the step: name, change, limit."""
    scale = step / WHOLE
    b, a = before.targets, after.targets
    limits = [
        ("resting", before.energy.resting_kcal, after.energy.resting_kcal, 0.03, 4.0),
        ("expenditure", before.energy.expenditure_kcal, after.energy.expenditure_kcal, 0.03, 4.0),
        ("energy", b.energy_kcal, a.energy_kcal, 0.03, 4.0),
        ("protein", b.protein_g, a.protein_g, 0.03, 1.0),
        ("carbohydrate", b.carbohydrate_g, a.carbohydrate_g, 0.03, 1.0),
        ("fat", b.fat_g, a.fat_g, 0.05, 4.0),
        ("fluid", before.fluid_ml, after.fluid_ml, 0.03, 25.0),
        ("sodium", b.sodium_mg, a.sodium_mg, 0.03, 50.0),
    ]
    found = []
    for name, old, new, share, least in limits:
        limit = scale * max(share * old, least) + 1e-6
        if abs(new - old) > limit:
            found.append((name, old, new, limit))
    whole_day = {"g": (b.carbohydrate_g, 1.0), "ml": (before.fluid_ml, 25.0),
                 "mg": (b.sodium_mg, 50.0)}  # fmt: skip
    for name, old in before.feedings.items():
        day_total, least = whole_day[name.rsplit("_", 1)[1]]
        limit = scale * max(0.03 * day_total, least) + 1e-6
        if abs(after.feedings[name] - old) > limit:
            found.append((name, old, after.feedings[name], limit))
    return found


@RUN_TIME
@given(data=st.data())
def test_moves_by_little_and_by_half_for_half(data, plans, plan_day_of, continuous):
    """One per cent moves nothing beyond its limit, and half a per cent nothing beyond half."""
    plan = data.draw(plans)
    # Beyond, fat is what is left of 10,000 kcal: one per cent of them moves it by up to 8.
    assume(plan.distance_km * plan.pace_s_per_km <= 10.0 * 3600.0)
    before = plan_day_of(plan)
    for name in continuous:
        for step in (WHOLE, 0.5 * WHOLE):
            after = plan_day_of(replace(plan, **{name: getattr(plan, name) * (1.0 + step)}))
            assert moved(before, after, step=step) == [], (name, step)


@RUN_TIME
@given(data=st.data())
def test_never_jumps(data, plans, plan_day_of, continuous):
    """A millionth of any input moves nothing by more than a thousandth of its limit."""
    plan = data.draw(plans)
    before = plan_day_of(plan)
    for name in continuous:
        after = plan_day_of(replace(plan, **{name: getattr(plan, name) * (1.0 + 1e-6)}))
        assert moved(before, after, step=1e-3 * WHOLE) == [], name


# Days where a rule changes hands, each with the input that crosses it.
HARD_DAYS = [
    pytest.param(
        "lift_min",
        {"lift_min": 89.2, "lift_met": 5.8, "n_sets": 20.0, "volume_kg": 6000.0},
        id="circuit-as-lytle-fades",
    ),
    pytest.param(
        "lift_min",
        {"lift_min": 89.2, "lift_met": 4.5, "n_sets": 20.0, "volume_kg": 6000.0},
        id="heavy-lift-as-lytle-fades",
    ),
    pytest.param(
        "lift_min",
        {"lift_min": 24.1, "lift_met": 5.8, "n_sets": 20.0, "volume_kg": 6000.0},
        id="short-circuit-as-lytle-begins",
    ),
    pytest.param(
        "volume_kg",
        {"lift_met": 5.8, "n_sets": 20.0, "volume_kg": 29_800.0},
        id="tonnes-beyond-lytle",
    ),
    pytest.param(
        "pace_s_per_km",
        {"fed": 1.0, "minutes_before": 180.0, "distance_km": 9.0, "pace_s_per_km": 320.0,
         "race_known": 1.0, "race_min": 46.5, "lift_min": 0.0},
        id="snack-after-a-meal",
    ),
    pytest.param(
        "loading_race_min",
        {"loading_race_min": 88.0, "mass_kg": 70.0, "pal": 1.42, "vegan": 1.0, "distance_km": 3.0,
         "lift_min": 0.0},
        id="loading-vegan-at-home",
    ),
    pytest.param(
        "resting_given_kcal",
        {"asked": 1.0, "asked_kcal": -200.0, "resting_known": 1.0, "resting_given_kcal": 1250.0,
         "pal": 1.42, "vegan": 1.0, "distance_km": 5.0, "lift_min": 0.0},
        id="deficit-on-little-energy",
    ),
    pytest.param("distance_km", {"distance_km": 10.5}, id="an-hour-of-running"),
    pytest.param(
        "pace_s_per_km",
        {"distance_km": 42.2, "pace_s_per_km": 330.0, "race_known": 1.0, "tolerance_g_per_h": 90.0},
        id="marathon-by-race-result",
    ),
    pytest.param("pace_s_per_km", {"pace_s_per_km": 560.0}, id="between-walking-and-running"),
    pytest.param("weekly_km", {"build": 1.0, "weekly_km": 60.0}, id="building-at-60-km"),
    pytest.param(
        "mass_kg", {"mass_kg": 84.0, "body_fat_known": 0.0, "vegan": 1.0}, id="heavier-than-bmi-28"
    ),
    pytest.param(
        "body_fat_share", {"body_fat_share": 0.20, "lifts_per_week": 4.0}, id="lean-lifter"
    ),
]  # fmt: skip


@pytest.mark.parametrize("step", [WHOLE, 0.5 * WHOLE, -WHOLE])
@pytest.mark.parametrize(("name", "changes"), HARD_DAYS)
def test_holds_where_one_rule_hands_over_to_another(name, changes, step, usual, plan_day_of):
    """Where equations, doses and floors meet, a hundredth is still only a few hundredths."""
    plan = replace(usual, **changes)
    after = replace(plan, **{name: getattr(plan, name) * (1.0 + step)})
    assert moved(plan_day_of(plan), plan_day_of(after), step=abs(step)) == []
