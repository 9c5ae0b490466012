"""An athlete as numbers: resting energy by every equation, body fat, daily life."""

import pytest
from people import athlete, man, plan

from fuelcalc.errors import OutOfRangeError
from fuelcalc.models.athlete import Goal
from fuelcalc.planning.person import (
    Loaded,
    aim_of,
    body_of,
    person_of,
    usual_resting,
)
from fuelcalc.science.resting import EQUATIONS

# Vectors worked outside this project: a man of 30 y, 75 kg, 178 cm, 15 % fat, and a woman of
# 35 y, 60 kg, 165 cm, 24 %; rounded to 0.1 kcal.
MAN = [
    ("mifflin", 1717.5), ("harris-benedict", 1777.0), ("ten-haaf", 1917.8), ("henry", 1681.0),
    ("de-lorenzo", 1900.6), ("cunningham-1980", 1902.5), ("cunningham-1991", 1747.0),
    ("ten-haaf-ffm", 1935.9), ("tinsley-ffm", 1935.1),
    # 19.7 x 63.75 + 413; 14.2 x 75 + 593; 24.8 x 75 + 10.
    ("mifflin-ffm", 1668.9), ("henry-mass", 1658.0), ("tinsley-mass", 1870.0),
]  # fmt: skip
WOMAN = [
    ("mifflin", 1295.2), ("harris-benedict", 1362.0), ("ten-haaf", 1430.7), ("henry", 1307.5),
    ("cunningham-1980", 1503.2), ("cunningham-1991", 1355.0), ("ten-haaf-ffm", 1522.6),
    ("tinsley-ffm", 1465.0),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kcal"), MAN)
def test_takes_every_equation_by_name_for_a_man(name, kcal):
    """Each named equation gives its published figure for the man, and names itself."""
    found = plan(man(resting_equation=name))
    assert found.energy.resting_kcal == pytest.approx(kcal, abs=0.06)
    (figure,) = [one for one in found.trace if one.name == "energy.resting_kcal"]
    assert figure.equation == name


@pytest.mark.parametrize(("name", "kcal"), WOMAN)
def test_takes_every_equation_by_name_for_a_woman(name, kcal):
    """Each named equation gives its published figure for the woman."""
    who = athlete(
        age=35.0, mass_kg=60.0, height_cm=165.0, body_fat_share=0.24, resting_equation=name
    )
    assert plan(who).energy.resting_kcal == pytest.approx(kcal, abs=0.06)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (man(age=36.0, resting_equation="ten-haaf"), "18 to 35"),
        (man(age=18.9, resting_equation="mifflin"), "19 to 78"),
        (man(age=79.0, resting_equation="mifflin-ffm"), "19 to 78"),
        (athlete(resting_equation="de-lorenzo"), "male"),
        (man(age=17.0, resting_equation="cunningham-1980"), "18 to 90"),
    ],
)
def test_refuses_an_equation_outside_its_study(who, words):
    """Asked for by name, an equation refuses somebody it was not fitted on and says why."""
    with pytest.raises(OutOfRangeError, match=words):
        plan(who)


def test_takes_a_measured_resting_energy_before_any_equation():
    """A measured figure wins, with an error of 4 %."""
    found = plan(athlete(resting_energy_kcal_per_day=1400.0))
    assert found.energy.resting_kcal == 1400.0
    (figure,) = [one for one in found.trace if one.name == "energy.resting_kcal"]
    assert figure.equation == "measured"
    assert figure.high - 1400.0 == pytest.approx(1.645 * 0.04 * 1400.0)


def resting_range_share(who):
    """How wide the printed range of resting energy is, as a share of it."""
    (figure,) = [one for one in plan(who).trace if one.name == "energy.resting_kcal"]
    return (figure.high - figure.low) / figure.value


@pytest.mark.parametrize(
    "other",
    [
        *(pytest.param({"resting_equation": name}, id=name) for name in EQUATIONS),
        pytest.param({"body_fat_method": "dxa"}, id="blend"),
        pytest.param({"body_fat_share": None}, id="blend-without-body-fat"),
        pytest.param({"age": 17.0}, id="minor"),
    ],
)
def test_trusts_a_measurement_most(other):
    """A measured figure is printed with a narrower range than any equation's, or the blend's."""
    measured = resting_range_share(man(resting_energy_kcal_per_day=1800.0))
    # Indirect calorimetry repeats within 3 to 5 % from day to day (Compher 2006, J Am Diet
    # Assoc 106:881-903); the range is 1.645 of that each way.
    assert 0.03 <= measured / 2.0 / 1.645 <= 0.05
    assert measured < resting_range_share(man(**other))


@pytest.mark.parametrize(
    ("age", "method"), [(17.9, "henry"), (18.0, "blend of equations by fat-free mass")]
)
def test_names_what_it_uses_by_default(age, method):
    """Minors are on the Oxford equations, adults on the blend."""
    who = man(age=age)
    assert usual_resting(body_of(who, age=age)).method == method


def test_blends_the_athletes_equations_where_body_fat_is_known():
    """With 15 % fat the man's resting energy is the mean of ten Haaf and Cunningham 1980."""
    assert plan(man()).energy.resting_kcal == pytest.approx((1935.9 + 1902.5) / 2.0, abs=0.1)


def test_estimates_body_fat_that_nobody_measured():
    """Hall's formula gives 0.14 x 34 + 39.96 x ln 21.97 - 102.01 per cent, said to be estimated."""
    unknown, known = (body_of(athlete(body_fat_share=share), age=34.0) for share in (None, 0.22))
    assert not unknown.body_fat.known
    assert unknown.body_fat_share == pytest.approx(0.262, abs=0.001)
    assert (known.body_fat_share, known.body_fat.known) == (0.22, 1.0)


@pytest.mark.parametrize(
    ("changes", "sessions"),
    [
        ({}, 3.0),
        ({"weekly_lifts": 5}, 5.0),
        ({"weekly_mileage_km": 40.0}, 5.0),
        ({"weekly_mileage_km": 40.0, "weekly_lifts": 2}, 7.0),
        ({"weekly_mileage_km": 0.0}, 0.0),
    ],
)
def test_counts_the_sessions_of_a_week(changes, sessions):
    """Eight kilometres are a run; unknown mileage counts as three sessions at least."""
    found = body_of(athlete(**changes), age=34.0).sessions_per_week
    assert found == sessions


@pytest.mark.parametrize(
    ("life", "pal"),
    [("home", 1.42), ("desk", 1.53), ("mixed", 1.65), ("on-feet", 1.76), ("manual", 1.95)],
)
def test_takes_daily_life_by_category(life, pal):
    """A rest day costs resting energy times the category's level."""
    energy = plan(athlete(daily_life=life)).energy
    assert energy.expenditure_kcal == pytest.approx(pal * energy.resting_kcal)


def test_takes_steps_before_the_category():
    """8,000 steps cost 0.44 x 62 x 8 kcal on a base of 1.42, whatever the category says."""
    energy = plan(athlete(daily_life="manual", steps=8000)).energy
    expected = 1.42 * energy.resting_kcal + 0.44 * 62.0 * 8.0
    assert energy.expenditure_kcal == pytest.approx(expected)
    assert plan(athlete(steps=0)).energy.expenditure_kcal == pytest.approx(
        1.42 * energy.resting_kcal
    )


def test_r01_shows_digestion_as_a_tenth_of_the_base():
    """R01: digestion is its own line, 10 % of resting energy times daily life."""
    energy = plan().energy
    assert energy.digestion_kcal == pytest.approx(0.10 * 1.53 * energy.resting_kcal)


def test_takes_the_goal_as_numbers():
    """A guard that forbids a surplus, and one that asks for it, show in the aim."""
    goal = Goal(aim="build", season="half")
    for who, build, floor in [
        (athlete(), 1.0, 0.0),
        (athlete(age=17.0), 0.0, 0.0),
        (athlete(body_fat_share=0.1), 1.0, 0.05),
    ]:
        aim = aim_of(
            person_of(who, goal, None),
            weekly_net_kcal=None,
            loaded=Loaded(),
            past_g_per_kg=0.0,
            owed_kcal=0.0,
        )
        assert (aim.build, aim.floor_share, aim.season_factor) == (build, floor, 0.4)
