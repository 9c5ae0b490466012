"""What a lift costs, by style or by sets and loads."""

import pytest
from people import athlete, day, exercise, lift, man, plan

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.sessions import Lift
from fuelcalc.planning.person import person_of
from fuelcalc.planning.sessions.training import Training

MAN = man(resting_energy_kcal_per_day=1917.8)

# Gross MET by style and region for a whole session, rests included.
STYLES = [
    ("heavy", "upper", 3.5), ("heavy", "core", 3.5), ("heavy", "full", 4.0),
    ("heavy", "lower", 4.5), ("hypertrophy", "lower", 3.5), ("endurance", "upper", 4.0),
    ("circuit", "full", 5.8), ("hiit", "full", 7.0), ("plyometric", "lower", 5.0),
    ("bodyweight", "full", 3.5), ("bands", "upper", 3.5),
]  # fmt: skip


def line(one, who=None):
    """A session's energy line."""
    return plan(who or athlete(), day(one)).energy.sessions[0]


@pytest.mark.parametrize(("style", "focus", "met"), STYLES)
def test_r09_costs_each_style_by_its_met(style, focus, met):
    """R09: MET times 48.36 kg of fat-free mass over 0.80 an hour, called by its style."""
    found = line(lift(style=style, focus=focus))
    assert found.gross_kcal == pytest.approx(met * 48.36 / 0.80)
    assert found.name == f"{style} {focus} lift"
    assert found.method == "met"


# 10 minutes, then 4 s a repetition and 150, 90 or 60 s of rest a set.
@pytest.mark.parametrize(
    ("reps", "style", "minutes"),
    [(6, "heavy", 10 + 4 * 174 / 60), (8, "heavy", 10 + 4 * 182 / 60),
     (10, "hypertrophy", 10 + 4 * 130 / 60), (15, "endurance", 10 + 4 * 120 / 60)],
)  # fmt: skip
def test_r09_reads_style_and_duration_from_the_sets(reps, style, minutes):
    """R09: 4-8 repetitions are heavy with long rests, 12-15 and more are endurance."""
    found = line(Lift.of(exercises=[exercise(4, reps)]))
    assert found.name == f"{style} full lift"
    assert found.duration_min == pytest.approx(minutes)


def test_r09_takes_hypertrophy_where_nothing_is_said():
    """R09: a lift of unknown style is costed as 8-15 repetitions."""
    assert line(Lift.of(duration_min=45.0)).name == "hypertrophy full lift"


def test_r09_keeps_a_stated_duration_beside_sets():
    """R09: sets with a duration take the duration."""
    assert line(lift(exercises=[exercise(3, 5)], style=None)).duration_min == 60.0


def test_r09_weighs_sets_and_loads_with_the_met():
    """R09: 20 sets and 10 tonnes in an hour are the inverse-variance mean of Lytle and MET."""
    # Lytle's worked value for this man and 10 t is 144.55 kcal (vector C16), error 28.5; MET:
    # 20 sets an hour are 3.0 MET: 3.0 x 63.75 / 0.80 less 79.9 at rest is 159.2, error 30 %.
    sets = [exercise(20, 10, 50.0)]
    found = line(lift(style="hypertrophy", focus="full", exercises=sets), MAN)
    by_met, by_volume = 3.0 * 63.75 / 0.80 - 1917.8 / 24.0, 144.55
    weights = 1.0 / (0.3 * by_met) ** 2, 1.0 / 28.5**2
    expected = (weights[0] * by_met + weights[1] * by_volume) / sum(weights)
    assert found.net_of_rest_kcal == pytest.approx(expected, abs=0.1)
    assert found.method == "met + lytle"


def test_r09_ignores_loads_that_are_incomplete_or_few():
    """R09: one missing load, or three sets, leave the MET alone."""
    part = [exercise(20, 10, 50.0), exercise(2, 10)]
    assert line(lift(exercises=part)).method == "met"
    assert line(lift(exercises=[exercise(3, 10, 50.0)])).method == "met"


def test_r09_takes_a_compendium_code():
    """R09: code 02050 is 6.0 MET and names itself; with volume it says so too."""
    found = line(lift(compendium="02050"))
    assert found.gross_kcal == pytest.approx(6.0 * 48.36 / 0.80)
    assert found.method == "compendium 02050"
    both = line(lift(compendium="02050", exercises=[exercise(20, 10, 50.0)]))
    assert both.method == "compendium 02050 + lytle"


# An hour of 4 x n sets by the woman: 48.36 kg of fat-free mass over 0.80 is 60.45; by hand.
@pytest.mark.parametrize(
    ("style", "sets", "met"),
    [("heavy", 20, 3.0), ("hypertrophy", 40, 3.5), ("endurance", 50, 4.65),
     ("bodyweight", 60, 5.8), ("bands", 30, 3.0), ("circuit", 20, 5.8), ("hiit", 20, 7.0)],
)  # fmt: skip
def test_r09_lets_dense_sets_cost_more(style, sets, met):
    """R09: where sets are known their density gives the MET; circuits and HIIT keep theirs."""
    found = line(lift(style=style, exercises=[exercise(sets // 2, 10)] * 2))
    assert found.gross_kcal == pytest.approx(met * 60.45)


def test_r09_keeps_the_met_of_a_code_whatever_the_sets():
    """R09: a Compendium code that was asked for is not moved by 60 sets an hour."""
    found = line(lift(compendium="02054", exercises=[exercise(30, 10)] * 2))
    assert found.gross_kcal == pytest.approx(3.5 * 60.45)


def test_f21_costs_heavier_squats_more():
    """4 x 6 squats with 200 kg cost 10.6 kcal more than with 20: 24 x 180 x 2.461 / 1000."""
    light, heavy = (line(Lift.of(exercises=[exercise(4, 6, kg)])) for kg in (20.0, 200.0))
    assert heavy.gross_kcal - light.gross_kcal == pytest.approx(10.63, abs=0.01)
    assert heavy.duration_min == light.duration_min


def test_f21_lets_the_load_of_a_circuit_count():
    """Circuits are unlike Lytle's sets at any load: 20 x 10 with 75 kg are 18.5 kcal over 37.5."""
    light, heavy = (
        line(lift(style="circuit", exercises=[exercise(20, 10, kg)])) for kg in (31.0, 68.5)
    )
    assert heavy.gross_kcal - light.gross_kcal == pytest.approx(18.46, abs=0.01)
    assert heavy.method == "met"


def test_refuses_a_code_that_no_table_has():
    """An unknown Compendium code is refused with those that are known."""
    with pytest.raises(InputError, match='code "99999" is unknown; one of: 02020'):
        line(lift(compendium="99999"))


def test_counts_seconds_and_sets_without_a_count():
    """F55: 32 s are 8 repetitions of 4 s, and as many as go are 10."""
    eight = line(Lift.of(exercises=[exercise(4, 8)]))
    timed = line(Lift.of(exercises=[{"sets": 4, "duration": "32 s"}]))
    assert (timed.name, timed.duration_min) == (eight.name, eight.duration_min)
    ten = line(Lift.of(exercises=[exercise(4, 10)]))
    amrap = line(Lift.of(exercises=[{"sets": 4, "amrap": True}]))
    assert (amrap.name, amrap.duration_min) == (ten.name, ten.duration_min)


def test_knows_no_volume_of_seconds_or_of_what_is_added_to_body_weight():
    """F55: 30 s with 24 kg are no tonnes, nor are 10 kg on top of a body; the MET stands alone."""
    sets = [exercise(20, 10, 50.0)]
    assert "lytle" in line(Lift.of(duration="60 min", exercises=sets)).method
    for other in ({"duration": "30 s", "load": "24 kg"}, {"reps": 8, "added_load": "10 kg"}):
        found = line(Lift.of(duration="60 min", exercises=[*sets, {"sets": 1, **other}]))
        assert found.method == "met"


LEGS = [
    ({"style": "heavy", "focus": "lower"}, (True, True)),
    ({"style": "hypertrophy", "focus": "full"}, (True, True)),
    ({"style": "plyometric", "focus": "upper"}, (True, False)),
    ({"style": "heavy", "focus": "core"}, (True, False)),
    ({"style": "endurance", "focus": "lower"}, (False, True)),
    ({"style": "bodyweight", "focus": "full"}, (False, True)),
]


@pytest.mark.parametrize(("changes", "found"), LEGS)
def test_r27_knows_what_tires_the_legs(changes, found):
    """R27: lower or full, heavy, hypertrophy or plyometric; nothing else does for days."""
    (trained,) = Training(athlete()).sessions(
        person_of(athlete(), Goal(), None), day(lift(**changes))
    )
    assert (trained.is_heavy, trained.works_legs, trained.n_sets) == (*found, 0.0)


def test_r31_counts_sets():
    """R31: three exercises of 4, 3 and 3 sets are ten sets."""
    sets = [exercise(4, 6), exercise(3, 8), exercise(3, 8)]
    when = day(Lift.of(exercises=sets))
    (trained,) = Training(athlete()).sessions(person_of(athlete(), Goal(), None), when)
    assert trained.n_sets == 10.0
