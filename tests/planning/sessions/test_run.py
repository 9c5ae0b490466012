"""What a run costs, from what somebody wrote of it."""

import pytest
from people import athlete, codes, day, man, plan, run

from fuelcalc import words
from fuelcalc.errors import InputError, OutOfRangeError
from fuelcalc.models.athlete import Race
from fuelcalc.models.session_text import run_from_text
from fuelcalc.models.sessions import Recovery, Run, Segment
from fuelcalc.planning.sessions.run import trained_run, vdot_of

# The published example's man, whose resting energy is 1,917.8 kcal by ten Haaf.
MAN = man(resting_energy_kcal_per_day=1917.8)


def cost(who=None, **changes):
    """A run's energy line."""
    found = plan(who or MAN, day(run("08:00", **changes)))
    return found.energy.sessions[0]


def gross(who=None, **changes):
    """Everything burned in a run's minutes."""
    return cost(who, **changes).gross_kcal


def run_of(text):
    """A run as somebody types it."""
    return Run.of(**run_from_text(text))


def session(who=None, **changes):
    """A run as the day's arithmetic sees it."""
    return trained_run(who or athlete(), run(**changes), temperature_degc=None).needs


# Worked outside this project (vector C13): 10 km in 50:00 on the level, gross and above rest.
VECTORS = [
    pytest.param({}, 749.9, 683.3, id="outdoors"),
    pytest.param({"surface": "treadmill"}, 730.0, 730.0 - 66.6, id="treadmill"),
    pytest.param({"pack_kg": 5.0}, 799.9, 799.9 - 66.6, id="pack-of-5-kg"),
]


@pytest.mark.parametrize(("changes", "kcal", "above_rest"), VECTORS)
def test_r08_costs_ten_kilometres_as_worked_by_hand(changes, kcal, above_rest):
    """Ten kilometres in 50 minutes cost what the worked example says, to a tenth of a kcal."""
    line = cost(pace_s_per_km=300.0, **changes)
    assert line.gross_kcal == pytest.approx(kcal, abs=0.1)
    assert line.net_of_rest_kcal == pytest.approx(above_rest, abs=0.15)
    # At a desk those minutes would have cost 1.53 x 1,917.8 x 50 / 1,440.
    assert line.net_kcal == pytest.approx(kcal - 101.88, abs=0.15)


def test_r08_costs_intervals_part_by_part():
    """R08: six times 3 min at 16 km/h and 2 min at 8 km/h of a 70 kg runner are 449.2 kcal."""
    part = Segment(
        repeat=6,
        duration_min=3.0,
        pace_s_per_km=225.0,
        recovery=Recovery(duration_min=2.0, pace_s_per_km=450.0),
    )
    line = cost(man(mass_kg=70.0), segments=[part], surface="treadmill")
    assert line.gross_kcal == pytest.approx(449.2, abs=0.1)
    assert line.duration_min == 30.0
    assert line.name == "intervals"


DEARER = [
    pytest.param({"climb_m": 200.0}, id="climb"),
    pytest.param({"grade_share": 0.05}, id="uphill"),
    pytest.param({"surface": "trail"}, id="trail"),
    pytest.param({"surface": "technical-trail"}, id="technical-trail"),
    pytest.param({"surface": "sand"}, id="sand"),
    pytest.param({"wind_m_per_s": 5.0}, id="headwind"),
    pytest.param({"pack_kg": 6.0}, id="pack"),
]
CHEAPER = [
    pytest.param({"grade_share": -0.05}, id="downhill"),
    pytest.param({"surface": "treadmill"}, id="treadmill"),
    pytest.param({"wind_m_per_s": -2.0}, id="tailwind"),
]


@pytest.mark.parametrize("changes", DEARER)
def test_r08_costs_more(changes):
    """R08: hills, rough ground, wind in the face and a pack make the same run dearer."""
    assert gross(**changes) > gross() + 5.0


@pytest.mark.parametrize("changes", CHEAPER)
def test_r08_costs_less(changes):
    """R08: downhill, wind from behind and a treadmill make the same run cheaper."""
    assert gross(**changes) < gross() - 5.0


def test_r08_orders_the_surfaces():
    """R08: road and track are the same, then trail, technical trail and sand."""
    order = [gross(surface=name) for name in ("track", "trail", "technical-trail", "sand")]
    assert gross() == order[0]
    assert order == sorted(order)
    assert order[-1] / order[0] == pytest.approx(1.6, abs=0.03)


def test_r08_pays_for_a_rolling_route_what_up_and_down_cost():
    """R08: 4 % up and down costs 2.6 % more than level (vector C14), on a treadmill."""
    flat = gross(pace_s_per_km=360.0, surface="treadmill")
    rolling = gross(pace_s_per_km=360.0, surface="treadmill", climb_m=200.0)
    assert rolling / flat == pytest.approx(11.772 / 11.480, abs=0.001)


def test_r08_refuses_a_climb_steeper_than_any_hill():
    """R08: 3,000 m over 10 km is 60 %, which no equation reaches."""
    with pytest.raises(InputError, match="climb: 3000 m over 10 km is a mean grade of 60%"):
        gross(climb_m=3000.0)
    # 45 % over half of 8 km, which floats hold exactly.
    steep = gross(distance_km=8.0, pace_s_per_km=250.0, climb_m=1800.0)
    assert steep > gross(distance_km=8.0, pace_s_per_km=250.0)


def test_r07_scales_with_a_measured_economy():
    """R07: a runner measured 10 % above the average cost pays 10 % more on the treadmill."""
    # The average treadmill cost at 12 km/h is 0.97 kcal/kg/km.
    dear = man(running_economy_kcal_per_kg_per_km=1.1 * 0.9697)
    plain = man(running_economy_kcal_per_kg_per_km=0.9697)
    there = {"surface": "treadmill", "pace_s_per_km": 300.0}
    ratio = gross(dear, **there) / gross(plain, **there)
    assert ratio == pytest.approx(1.1, abs=0.001)


def test_r07_narrows_the_range_of_somebody_measured():
    """R07: the run's range is 8 % around, or 5 % with a measured economy."""
    spread = {}
    for name, who in {
        "known": man(running_economy_kcal_per_kg_per_km=0.97),
        "unknown": man(),
    }.items():
        found = plan(who, day(run()))
        (figure,) = [one for one in found.trace if one.name == "energy.sessions[0].net_kcal"]
        spread[name] = (
            (figure.high - figure.low) / 2.0 / 1.645 / found.energy.sessions[0].gross_kcal
        )
    assert spread["unknown"] == pytest.approx(0.08)
    assert spread["known"] == pytest.approx(0.05)


# kcal per kg and km at 10 km/h, gross: ACSM 1.105 (vector C5); Minetti 3.6 J/kg/m and Margaria
# 1 kcal/kg/km net, each with 1 kcal/kg/h of rest; Compendium 9.3 MET at 6-6.3 mph, so 9.6.
@pytest.mark.parametrize(
    ("name", "per_km", "tolerance"),
    [("acsm", 1.105, 0.001), ("minetti", 0.9604, 0.001), ("margaria", 1.1, 0.001),
     ("compendium", 0.95, 0.025), ("looney", 0.99, 0.005)],
)  # fmt: skip
def test_takes_every_running_equation_by_name(name, per_km, tolerance):
    """Each named equation gives its published cost on a treadmill, and names itself."""
    line = cost(man(running_equation=name), pace_s_per_km=360.0, surface="treadmill")
    assert line.gross_kcal / 75.0 / 10.0 == pytest.approx(per_km, abs=tolerance)
    assert line.method == name


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("acsm", {"climb_m": 100.0}),
        ("acsm", {"pace_s_per_km": 800.0}),
        ("compendium", {"grade_share": 0.02}),
        ("margaria", {"pace_s_per_km": 600.0}),
    ],
)
def test_refuses_an_equation_outside_its_study(name, changes):
    """Asked for by name, a running equation refuses what it was not fitted on."""
    with pytest.raises(OutOfRangeError, match=name):
        gross(man(running_equation=name), **changes)


def test_checks_no_equation_against_standing_still():
    """Standing between repeats is no running speed, so a named equation accepts it."""
    part = Segment(
        repeat=4,
        duration_min=3.0,
        pace_s_per_km=270.0,
        recovery=Recovery(kind="stand", duration_min=2.0),
    )
    assert gross(man(running_equation="acsm"), segments=[part]) > 0.0


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"pace_s_per_km": 170.0}, "faster"), ({"grade_share": 0.25}, "steeper"), ({}, None)],
)
def test_says_where_the_default_is_extrapolated(changes, said):
    """Faster than 5.5 m/s or steeper than 20 % is beyond the runners measured."""
    found = plan(MAN, day(run(**changes)))
    texts = [words(note) for note in found.notes if note.code == "extrapolated"]
    assert len(texts) == (said is not None)
    assert said is None or said in texts[0]


def test_assumes_a_pace_by_effort_and_says_so():
    """An easy run of unknown pace is at 6:00 a kilometre; recovery slower, tempo faster."""
    assert cost(distance_km=10.0, pace_s_per_km=None).duration_min == pytest.approx(60.0, abs=0.01)
    slow = cost(distance_km=10.0, pace_s_per_km=None, effort="recovery").duration_min
    fast = cost(distance_km=10.0, pace_s_per_km=None, effort="tempo").duration_min
    assert fast < 60.0 < slow
    found = plan(MAN, day(run(pace_s_per_km=None)))
    (note,) = [note for note in found.notes if note.code == "assumed-pace"]
    assert "6:00 /km (9:39 /mi)" in words(note)
    assert "assumed-pace" not in codes(plan(MAN, day(run())))


def test_finds_the_distance_from_the_duration():
    """An easy hour of unknown pace is ten kilometres."""
    assert cost(duration_min=60.0).distance_km == pytest.approx(10.0, abs=0.01)


def test_takes_distance_and_duration_for_the_pace():
    """Ten kilometres in 50 minutes are 5:00 a kilometre."""
    assert cost(distance_km=10.0, duration_min=50.0).gross_kcal == pytest.approx(749.9, abs=0.1)


def test_takes_pace_and_effort_from_a_recent_race():
    """A 45-minute 10 km is VDOT 45.3 (vector C25): the same race is run in 45 minutes again."""
    who = man(recent_race=Race(distance_km=10.0, duration_min=45.0))
    assert vdot_of(who).value == pytest.approx(45.26, abs=0.01)
    assert not vdot_of(man()).known
    line = cost(who, distance_km=10.0, pace_s_per_km=None, effort="race")
    assert line.duration_min == pytest.approx(45.0, abs=0.01)
    found = plan(who, day(run(pace_s_per_km=None)))
    assert "your recent race" in next(words(n) for n in found.notes if n.code == "assumed-pace")


@pytest.mark.parametrize("km", [0.8, 5.0, 10.0, 42.195, 100.0])
def test_f20_races_by_the_distance_without_a_result(km):
    """Nobody races 800 m and 100 km at one pace: each is a race of the same typical runner."""
    line = cost(distance_km=km, pace_s_per_km=None, effort="race")
    vdot = vdot_of(man(recent_race=Race(distance_km=km, duration_min=line.duration_min)))
    # 42.2 is the VDOT at which an easy kilometre takes 6:00.
    assert vdot.value == pytest.approx(42.2, abs=0.05)


def test_f20_races_by_the_time_where_no_distance_is_said():
    """An hour of racing goes as far as the typical runner races in an hour, not tempo pace."""
    line = cost(duration_min=60.0, effort="race")
    vdot = vdot_of(man(recent_race=Race(distance_km=line.distance_km, duration_min=60.0)))
    assert vdot.value == pytest.approx(42.2, abs=0.05)


def test_costs_a_faster_runner_less_for_the_same_run():
    """A result of VDOT 62 takes 5 % off what running costs above standing, one of 35 adds it."""
    races = {"fast": Race(distance_km=10.0, duration_min=34.3), "none": None,
             "slow": Race(distance_km=10.0, duration_min=58.0)}  # fmt: skip
    kcal = {name: gross(man(recent_race=race)) for name, race in races.items()}
    # Standing for 3,400 s at 75 kg is 87.8 kcal, and the air, 15 kcal, is nobody's economy.
    assert (kcal["fast"] - 102.8) / (kcal["none"] - 102.8) == pytest.approx(0.95, abs=0.005)
    assert (kcal["slow"] - 102.8) / (kcal["none"] - 102.8) == pytest.approx(1.05, abs=0.005)


def test_leaves_an_equation_asked_for_by_name_as_printed():
    """By name an equation costs a fast runner what it costs anybody."""
    race = Race(distance_km=10.0, duration_min=34.3)
    for name in ("acsm", "looney"):
        assert gross(man(recent_race=race, running_equation=name)) == pytest.approx(
            gross(man(running_equation=name))
        )


def test_r23_takes_intensity_from_the_pace_where_a_race_is_known():
    """R23: 12 km/h is 79.6 % of VO2max for that runner (vector C25); unknown, easy is 68 %."""
    who = athlete(recent_race=Race(distance_km=10.0, duration_min=45.0))
    assert session(who, pace_s_per_km=300.0).intensity == pytest.approx(0.796, abs=0.001)
    assert session(pace_s_per_km=300.0).intensity == pytest.approx(0.68)


def test_reads_the_intensity_of_each_part():
    """Standing burns less carbohydrate than walking, and a part's own effort counts."""
    stand = Segment(
        repeat=4,
        duration_min=1.0,
        pace_s_per_km=240.0,
        recovery=Recovery(kind="stand", duration_min=4.0),
    )
    walk = stand.model_copy(update={"recovery": Recovery(kind="walk", duration_min=4.0)})
    race = athlete(recent_race=Race(distance_km=10.0, duration_min=45.0))
    for who in (athlete(), race):
        grams = [session(who, segments=[part]).carbohydrate_g for part in (stand, walk)]
        assert grams[0] < grams[1]
    tempo = Segment(duration_min=20.0, pace_s_per_km=280.0, effort="tempo")
    assert session(segments=[tempo]).intensity == pytest.approx(0.86)
    easy = Segment(duration_min=20.0, pace_s_per_km=280.0)
    assert session(segments=[easy], effort="intervals").intensity == pytest.approx(0.68)
    assert session(segments=[easy], effort="steady").intensity == pytest.approx(0.75)


def test_jogs_a_recovery_by_distance():
    """A 400 m recovery at 8:00 a kilometre takes 192 seconds."""
    part = Segment(
        repeat=2,
        duration_min=3.0,
        pace_s_per_km=240.0,
        recovery=Recovery(distance_km=0.4, pace_s_per_km=480.0),
    )
    assert session(segments=[part]).duration_min == pytest.approx(2 * (3.0 + 3.2))


def test_walks_a_recovery_at_walking_speed():
    """A walked recovery of 84 m takes a minute at 1.4 m/s."""
    part = Segment(
        duration_min=3.0, pace_s_per_km=240.0, recovery=Recovery(kind="walk", distance_km=0.084)
    )
    assert session(segments=[part]).duration_min == pytest.approx(4.0)


def test_takes_its_own_temperature_before_the_day_s():
    """A run's own weather wins over the day's, and a treadmill is indoors."""
    hot = plan(MAN, day(run(temperature_degc=30.0), temperature_degc=0.0))
    mild = plan(MAN, day(run(), temperature_degc=0.0))
    indoor = plan(MAN, day(run(surface="treadmill")))
    drinks = [
        next(e.fluid_ml for e in found.timeline if e.kind == "during")
        for found in (hot, indoor, mild)
    ]
    assert drinks == sorted(drinks, reverse=True)


def test_holds_assumed_paces_within_limits():
    """The fastest and the slowest race results still give paces between 2:30 and 15:00."""
    fast = man(recent_race=Race(distance_km=0.8, duration_min=2.0))
    slow = man(recent_race=Race(distance_km=5.0, duration_min=75.0))
    assert cost(fast, pace_s_per_km=None, effort="intervals").duration_min >= 25.0
    assert cost(slow, pace_s_per_km=None, effort="recovery").duration_min <= 150.0


@pytest.mark.parametrize(
    ("effort", "word"),
    [("easy", "easy run"), ("long", "long run"), ("tempo", "tempo run"), ("race", "race"),
     ("intervals", "intervals"), ("recovery", "recovery run")],
)  # fmt: skip
def test_calls_a_run_by_its_effort(effort, word):
    """The word for each effort is the coach's."""
    assert cost(effort=effort).name == word


WORK = [
    pytest.param("WU 15 min + 6x3 min @ 4:00/km rec 2 min jog + CD 8 min", 18.0, id="repeats"),
    pytest.param("WU 15 min + 20 min tempo + CD 15 min", 20.0, id="tempo"),
    pytest.param("50 min tempo", 50.0, id="whole"),
    pytest.param("40 min easy", 0.0, id="easy"),
    pytest.param("40 min easy + 6x20s strides", 0.0, id="strides"),
    pytest.param("10x30s", 5.0, id="short-repeats-alone"),
    pytest.param("30 min race", 30.0, id="race"),
]


@pytest.mark.parametrize(("text", "minutes"), WORK)
def test_r29_counts_the_minutes_that_are_run_hard(text, minutes):
    """R29: warm-up, jogs between repeats and strides are easy, whatever the run is called."""
    found = trained_run(athlete(), run_of(text), temperature_degc=None)
    assert found.hard_min == pytest.approx(minutes)


class TestPaceOfRace:
    """The pace of a race, from another race."""

    # Daniels' table gives VDOT 45.26 for 10 km in 45:00: a marathon in 3:28:26, a mile in 6:05.
    RACER = athlete(recent_race=Race(distance_km=10.0, duration_min=45.0))

    def test_is_the_pace_of_the_recent_race_over_its_distance(self):
        """At the pace of the race itself, 5 km take half its time."""
        found = cost(self.RACER, pace_s_per_km=None, distance_km=5.0, pace_of_race_km=10.0)
        assert found.duration_min == pytest.approx(22.5, abs=0.01)

    def test_is_slower_over_longer_races(self):
        """A marathon's pace is that of Daniels' table, 4:56 /km for this runner."""
        found = cost(self.RACER, pace_s_per_km=None, distance_km=10.0, pace_of_race_km=42.195)
        assert found.duration_min == pytest.approx(49.4, abs=0.3)

    def test_is_not_assumed(self):
        """No note speaks of a pace that was given."""
        found = plan(
            self.RACER,
            day(run(pace_s_per_km=None, distance_km=5.0, pace_of_race_km=10.0)),
        )
        assert "assumed-pace" not in codes(found)

    @pytest.mark.parametrize("segments", [False, True])
    def test_needs_a_recent_race(self, segments):
        """Without a race result nobody knows; what to give is said, and it is taken."""
        paced = {"distance_km": 5.0, "pace_of_race_km": 42.195}
        if segments:
            paced = {"distance_km": None, "segments": (Segment(**paced),)}
        with pytest.raises(InputError) as error:
            plan(athlete(recent_race=None), day(run(pace_s_per_km=None, **paced)))
        assert str(error.value) == (
            "recent_race: is needed for the pace of a race of 42.2 km; "
            'give recent_race = "10 km in 48:30", or a pace such as "5:40 /km"'
        )


def graded(*, climb, descent=None, km=1.0, minutes=1000.0 / 180.0):
    """A segment of 3 m/s on a treadmill, where no air is in the way."""
    part = Segment(distance_km=km, duration_min=minutes, climb_m=climb, descent_m=descent)
    return gross(surface="treadmill", distance_km=None, segments=(part,))


# Printed beside the equation: 12.29 W/kg at 3 m/s on the level, 20.32 at +10 %, 8.03 at -10 %.
@pytest.mark.parametrize(
    ("climb", "descent", "w_per_kg"),
    [
        (0.0, 0.0, 12.29), (100.0, 0.0, 20.32), (0.0, 100.0, 8.03), (None, 100.0, 8.03),
        (50.0, 50.0, 14.175), (50.0, None, 14.175), (75.0, 25.0, 17.2475),
    ],
)  # fmt: skip
def test_costs_a_segment_on_its_own_slopes(climb, descent, w_per_kg):
    """Metres up and down are parts of its length on one slope each; unsaid, down as far as up."""
    assert graded(climb=climb, descent=descent) == pytest.approx(
        w_per_kg * 75.0 * 1000.0 / 3.0 / 4184.0, rel=0.001
    )


def test_costs_a_run_of_one_graded_part_as_the_run():
    """A climb is the same in its only segment as on the run."""
    part = Segment(distance_km=10.0, duration_min=50.0, climb_m=200.0)
    whole = gross(distance_km=10.0, duration_min=50.0, climb_m=200.0)
    assert gross(distance_km=None, segments=(part,)) == pytest.approx(whole)


@pytest.mark.parametrize(("climb", "descent"), [(460.0, 0.0), (230.0, 230.0), (230.0, None)])
def test_refuses_a_segment_steeper_than_the_equations_reach(climb, descent):
    """At 45 % it is still counted; over that no equation says anything."""
    assert graded(climb=450.0, descent=0.0) > graded(climb=225.0)
    with pytest.raises(InputError, match=r"46%, above the 45 %"):
        graded(climb=climb, descent=descent)


def test_gives_the_steepest_slope_in_its_account():
    """What a plan explains of a run in parts is its steepest climb, not the first part's."""
    parts = (
        Segment(distance_km=5.0, duration_min=25.0),
        Segment(distance_km=1.0, duration_min=6.0, climb_m=80.0, descent_m=0.0),
    )
    trained = trained_run(athlete(), run(distance_km=None, segments=parts), temperature_degc=None)
    assert dict(trained.inputs)["grade_up_share"] == pytest.approx(0.08)
