"""Heat and cold at the sessions of a day."""

import pytest
from people import athlete, codes, day, lift, plan, ride, run

from fuelcalc import words
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.sessions import Other

LONG = {"distance_km": 30.0}
SHORT = {"distance_km": 8.0}
MARATHON = {"distance_km": 42.2, "effort": "race"}


def air_for(wbgt):
    """The air that feels so at a vapour pressure of 10 hPa (dew point 7 degrees), by hand."""
    return (wbgt - 3.94 - 0.393 * VAPOUR_HPA) / 0.567


DEW_DEGC = 7.0
# Magnus: 6.105 x exp(17.27 x 7 / 244.7).
VAPOUR_HPA = 10.0065


def heat_of(changes, wbgt, **who):
    """The code of the heat note at a run, or None."""
    when = day(run("07:00", **changes), temperature_degc=air_for(wbgt), dew_point_degc=DEW_DEGC)
    found = set(codes(plan(athlete(**who), when))) & {"heat", "heat-danger"}
    return found.pop() if found else None


@pytest.mark.parametrize(
    ("changes", "who", "caution", "danger"),
    [
        pytest.param(LONG, {}, 23.0, 28.0, id="an-hour-and-more"),
        pytest.param({"distance_km": 8.0, "effort": "tempo"}, {}, 23.0, 28.0, id="hard"),
        pytest.param({"distance_km": 5.0, "effort": "race"}, {}, 23.0, 28.0, id="race"),
        pytest.param(SHORT, {}, 26.0, 30.0, id="easy-and-short"),
        pytest.param(MARATHON, {}, 17.0, 20.5, id="marathon"),
        pytest.param(MARATHON, {"heat_acclimatised": True}, 23.0, 28.0, id="acclimatised"),
    ],
)
def test_f13_draws_each_line_where_the_table_does(changes, who, caution, danger):
    """From both sides of each limit: nothing, a caution, a warning."""
    assert heat_of(changes, caution - 0.1, **who) is None
    assert heat_of(changes, caution + 0.1, **who) == "heat"
    assert heat_of(changes, danger - 0.1, **who) == "heat"
    assert heat_of(changes, danger + 0.1, **who) == "heat-danger"


def test_f13_warns_first_of_a_long_run_at_noon():
    """30 km in 50 degrees: a warning, the first of all notes, and what to do in an emergency."""
    found = plan(athlete(), day(run("12:00", **LONG), temperature_degc=50.0))
    assert found.notes[0].code == "heat-danger"
    assert found.notes[0].level == "warning"
    text = words(found.notes[0])
    assert "move it" in text
    assert "cool first" in text
    assert "50 % humidity" in text
    assert "122 °F" in words(found.notes[0], units="us")


def test_takes_50_per_cent_where_humidity_is_unknown():
    """At 30 degrees 50 % is the same as nothing, 20 % less and 90 % more."""

    def felt(**air):
        found = plan(when=day(run("07:00", **LONG), temperature_degc=30.0, **air))
        return next(note for note in found.notes if note.code in {"heat", "heat-danger"}).values

    assert felt()["wbgt_degc"] == pytest.approx(felt(humidity_share=0.5)["wbgt_degc"])
    # 0.567 x 30 + 0.393 x 21.14 + 3.94.
    assert felt()["wbgt_degc"] == pytest.approx(29.26, abs=0.01)
    assert felt(humidity_share=0.2)["wbgt_degc"] < felt()["wbgt_degc"]
    assert felt(humidity_share=0.9)["wbgt_degc"] > felt()["wbgt_degc"]
    assert (felt()["humidity"], felt(humidity_share=0.5)["humidity"]) == ("assumed", "given")


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(day(run("07:00", **LONG)), id="unknown-air"),
        pytest.param(day(run("07:00", **LONG), temperature_degc=15.0), id="cool"),
        pytest.param(
            day(run("07:00", surface="treadmill", **LONG), temperature_degc=45.0), id="treadmill"
        ),
        pytest.param(day(lift(), temperature_degc=45.0), id="lift"),
        pytest.param(
            day(Other.of(start="12:00", duration_min=90.0, activity="yoga"), temperature_degc=45.0),
            id="yoga",
        ),
        pytest.param(day(temperature_degc=45.0), id="rest"),
    ],
)
def test_says_nothing_of_heat_indoors_or_unknown(when):
    """No session outdoors in known heat, no word of it."""
    assert not {"heat", "heat-danger", "cold"} & set(codes(plan(when=when)))


def test_reaches_a_ride_and_a_run_with_air_of_its_own():
    """A ride has the day's air, a run its own where it says so."""
    assert "heat-danger" in codes(plan(when=day(ride(duration_min=90.0), temperature_degc=40.0)))
    cooler = day(run("07:00", temperature_degc=10.0, **LONG), temperature_degc=40.0)
    assert "heat-danger" not in codes(plan(when=cooler))


@pytest.mark.parametrize(("degc", "said"), [(-15.0, False), (-15.1, True)])
def test_says_a_word_below_minus_15(degc, said):
    """Cold is said below -15 degrees."""
    assert ("cold" in codes(plan(when=day(run(), temperature_degc=degc)))) == said


def test_warns_whoever_it_is():
    """Heat is said whatever a guard withholds."""
    hot = day(run("12:00", **LONG), temperature_degc=45.0)
    for condition in ("pregnant", "heart-failure", "eating-disorder"):
        assert "heat-danger" in codes(plan(athlete(conditions=[condition]), hot))


def test_knows_the_day_before_it_knows_the_athlete():
    """Both are plain inputs with their units."""
    assert Day.of(humidity="80 %").humidity_share == 0.8
    assert Day.of(dew_point="64.4 °F").dew_point_degc == pytest.approx(18.0)
    who = Athlete.of(
        sex="male", age=30, mass="70 kg", height="175 cm", heat_acclimatised=True,
        clinician_agreed=True,
    )  # fmt: skip
    assert who.heat_acclimatised


@pytest.mark.parametrize("degc", [27.0, 40.0])
def test_moves_no_race(degc):
    """A race has its hour and its place: there one goes slower, or not at all."""
    race = plan(when=day(run("09:00", distance_km=15.0, effort="race"), temperature_degc=degc))
    easy = plan(when=day(run("09:00", distance_km=15.0), temperature_degc=degc))
    (raced,), (trained,) = (
        [words(note) for note in found.notes if note.code in {"heat", "heat-danger"}]
        for found in (race, easy)
    )
    assert "move it" not in raced
    assert "dawn" not in raced
    assert ("give the start away" in raced) == (degc > 30.0)
    assert "dawn" in trained or "move it" in trained


def test_warns_the_pregnant_of_any_heat_at_a_session():
    """What is a caution to others is a warning in pregnancy: an easy run at 29 degrees."""
    hot = day(run("07:00", **SHORT), temperature_degc=29.0)
    assert "heat" in codes(plan(when=hot))
    assert "heat-danger" in codes(plan(athlete(conditions=["pregnant"]), hot))
    assert "heat" in codes(plan(athlete(conditions=["breastfeeding"]), hot))
