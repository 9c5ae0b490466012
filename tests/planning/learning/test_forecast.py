"""The band of body mass over planned weeks."""

import datetime as dt

import pytest
from people_who_log import MAN

from fuelcalc import InputError, Plan, forecast, plan_week
from fuelcalc.models.athlete import Goal
from fuelcalc.models.learned import LearnedLife
from fuelcalc.planning.learning import forecast as planned
from fuelcalc.planning.learning.forecast import foreseen, n_foreseen

WEEK = {
    "tuesday": {"runs": ["8 km easy 06:30"]},
    "thursday": {"runs": ["10 km tempo 06:30"], "lifts": ["60min heavy 18:00"]},
    "sunday": {"runs": ["16 km easy 08:00"]},
}
LEARNED = LearnedLife(
    daily_life_pal=1.53, daily_life_sd=0.06, first_date=dt.date(2026, 10, 1),
    last_date=dt.date(2026, 11, 11), source="weighed", n_mass=42, n_intake=40,
)  # fmt: skip


def week_of(athlete=MAN, week=WEEK, **goal):
    """A planned week without menus."""
    tree = {"athlete": athlete, "goal": Goal.of(**goal), "week": week}
    return plan_week(Plan.of(**tree), menu=False)


def ends(found, week):
    """The band at the end of a week."""
    one = found.weeks[week - 1]
    return one.low_kg, one.high_kg


def test_is_a_band_around_the_mass_at_balance():
    """Who eats what is spent may go either way, and the further off the wider."""
    found = forecast(week_of())
    assert len(found.weeks) == 12
    assert found.balance_kcal[0] == pytest.approx(0.0, abs=1.0)
    widths = [one.high_kg - one.low_kg for one in found.weeks]
    assert widths == sorted(widths)
    for one in found.weeks:
        assert one.low_kg < 83.0 < one.high_kg
    # The scale alone: 1.645 times 0.45 kg to each side.
    assert (found.low_kg, found.high_kg) == pytest.approx((82.26, 83.74), abs=0.01)


def test_marks_when_to_look_again():
    """Every four weeks, and at no other end of a week."""
    found = forecast(week_of(), 26)
    assert [one.week for one in found.weeks if one.is_mark] == [4, 8, 12, 16, 20, 24]


def test_has_no_middle_and_no_date():
    """Nothing in it could be read as a line, or as a day on which a mass is reached."""
    found = forecast(week_of())
    assert set(found.weeks[0].model_dump()) == {"week", "low_kg", "high_kg", "is_mark"}
    assert "date" not in found.model_dump_json()


def test_is_narrower_once_learned():
    """A log of six weeks makes the band at week 12 less than two thirds as wide."""
    plain = forecast(week_of())
    known = forecast(week_of(MAN.model_copy(update={"learned": LEARNED})))
    (low, high), (known_low, known_high) = ends(plain, 12), ends(known, 12)
    assert known_high - known_low < 0.66 * (high - low)
    assert (plain.is_learned, known.is_learned) == (False, True)


def test_is_wider_where_the_log_is_old():
    """A band by a log that ended a year ago is wider than by one of the week before."""
    old = LEARNED.model_copy(
        update={"first_date": dt.date(2025, 10, 1), "last_date": dt.date(2025, 11, 11)}
    )
    new, aged = (
        ends(
            forecast(
                plan_week(
                    Plan.of(athlete=MAN.model_copy(update={"learned": one}), week=WEEK),
                    first=dt.date(2026, 11, 16),
                    menu=False,
                )
            ),
            12,
        )
        for one in (LEARNED, old)
    )
    assert aged[1] - aged[0] > 1.3 * (new[1] - new[0])


def test_moves_with_what_is_planned():
    """Both ends move with the balance: by 0.90 kg in 84 days for 100 kcal a day (85 to 90 kg)."""
    level, less = forecast(week_of()), forecast(week_of(balance="-250 kcal"))
    asked = less.balance_kcal[0]
    assert asked == pytest.approx(-250.0, abs=0.1)
    for place in (0, 1):
        moved = ends(less, 12)[place] - ends(level, 12)[place]
        assert moved == pytest.approx(asked / 100.0 * 0.90, rel=0.15)


def test_follows_weeks_of_another_kind():
    """A taper after eight weeks of deficit holds the band's middle where those left it."""
    base, taper = week_of(balance="-250 kcal"), week_of(season="taper")
    found = forecast(base, 8, then=[(taper, 3)])
    alone = forecast(base, 8)
    assert [ends(found, n) for n in (4, 8)] == [ends(alone, n) for n in (4, 8)]
    assert found.balance_kcal[1] == pytest.approx(0.0, abs=1.0)
    middle = [sum(ends(found, n)) / 2.0 for n in (8, 11)]
    assert middle[1] == pytest.approx(middle[0], abs=0.35)


def test_training_that_is_fed_moves_nothing():
    """Twice the runs with the food for them leave the band where it was, to 0.1 kg."""
    more = {**WEEK, "monday": {"runs": ["10 km easy"]}, "friday": {"runs": ["10 km easy"]}}
    found, alone = forecast(week_of(), 4, then=[(week_of(week=more), 8)]), forecast(week_of(), 12)
    assert ends(found, 12) == pytest.approx(ends(alone, 12), abs=0.1)


@pytest.mark.parametrize(("weeks", "is_allowed"), [(0, False), (1, True), (26, True), (27, False)])
def test_ends_at_26_weeks(weeks, is_allowed):
    """Beyond, the band is wider than any message."""
    week = week_of()
    if is_allowed:
        assert len(forecast(week, weeks).weeks) == weeks
        return
    with pytest.raises(InputError, match="outside 1 to 26"):
        forecast(week, weeks)
    with pytest.raises(InputError, match="outside 1 to 26"):
        forecast(week, 20, then=[(week, weeks)])


@pytest.mark.parametrize(
    "change",
    [{"age": 17.0}, {"conditions": ("eating-disorder",)}, {"conditions": ("stress-fracture",)},
     {"conditions": ("breastfeeding",)}],
)  # fmt: skip
def test_is_refused_where_it_harms(change):
    """No mass is foreseen to a child, in pregnancy, or after signs of too little fuel."""
    with pytest.raises(InputError, match="foresees no mass"):
        forecast(week_of(MAN.model_copy(update=change)))


@pytest.mark.parametrize("learned", [None, LEARNED])
@pytest.mark.parametrize(
    "change",
    [{"age": 17.0}, {"conditions": ("eating-disorder",)}, {"conditions": ("pregnant",)},
     {"mass_kg": 50.0}],
)  # fmt: skip
def test_a_week_shows_no_band_where_it_harms(change, learned):
    """A minor, an eating disorder, pregnancy, a BMI under 16: no band, learned value or not."""
    who = MAN.model_copy(update={**change, "learned": learned})
    assert week_of(who).forecast is None
    # Of a week whose figures all are there, and whose lower end would gain at 50 kg too, it is the
    # guard of the person that says no.
    gains = with_range(week_of(balance="+500 kcal"), 1.1).model_copy(update={"goal": Goal.of()})
    assert foreseen(gains) is not None
    assert foreseen(gains.model_copy(update={"athlete": who})) is None


def test_training_that_is_dropped_is_no_gain():
    """What the later weeks' sessions add or lack beside the first goes into the band."""
    much = {**WEEK, "monday": {"runs": ["20 km easy"]}, "friday": {"runs": ["20 km easy"]}}
    handed = []
    real = planned.band_of

    def kept(start, balances, training, **more):
        handed.append(training)
        return real(start, balances, training, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planned, "band_of", kept)
        forecast(week_of(), 4, then=[(week_of(week=much), 8)])
    first, then = handed[0][:28], handed[0][28:]
    assert (set(first), len(then)) == ({0.0}, 56)
    net = [
        sum(one.net_kcal for day in week_of(week=one_week).days for one in day.energy.sessions) / 7
        for one_week in (WEEK, much)
    ]
    assert then == pytest.approx([net[1] - net[0]] * 56)
    assert then[0] > 300.0


def with_range(week, high_share):
    """A week whose expenditure is known as nearly as a share of its expected gain."""
    return week.model_copy(
        update={
            "days": tuple(
                day.model_copy(
                    update={
                        "energy": day.energy.model_copy(
                            update={
                                "expected_high_kg_per_week": high_share
                                * day.energy.expected_kg_per_week
                            }
                        )
                    }
                )
                for day in week.days
            )
        }
    )


def test_looks_only_upwards_for_who_is_lean():
    """Under a BMI of 18.5 a band is shown where even its lower end gains."""
    # 60 kg at 181 cm is a BMI of 18.3; the 5 % of surplus it is given may be too little.
    thin = MAN.model_copy(update={"mass_kg": 60.0})
    with pytest.raises(InputError, match=r"foreseen at or close to a BMI under 18\.5 but upwards"):
        forecast(week_of(thin))
    assert week_of(thin).forecast is None
    # 400 kcal a day, known to 40: more than the 160 by which what is eaten strays.
    found = forecast(with_range(week_of(thin, balance="+400 kcal"), 1.1))
    assert (len(found.weeks), found.stops_early) == (12, False)
    lows = [found.low_kg, *(one.low_kg for one in found.weeks)]
    assert lows == sorted(lows)


@pytest.mark.parametrize(
    ("low_kg", "n_weeks"),
    [
        # A BMI of 18.5 at 2 m is 74 kg.
        pytest.param([75.0, 74.5, 74.0, 73.99], 2, id="stops-before-it"),
        pytest.param([75.0, 73.99, 74.5, 75.0], 0, id="stays-unsaid-though-it-rises"),
        pytest.param([75.0, 74.5, 74.2, 74.0], 3, id="not-below"),
        pytest.param([70.0, 70.0, 70.1, 70.4], 3, id="upwards"),
        pytest.param([70.0, 70.1, 70.09, 70.4], 0, id="not-quite-upwards"),
    ],
)
def test_stops_before_a_low_mass(low_kg, n_weeks):
    """The first week whose lower end is under a BMI of 18.5 is not shown, nor any after it."""
    assert n_foreseen(low_kg, height_cm=200.0) == n_weeks


def test_a_band_that_opens_downwards_stops():
    """At a BMI of 20.4 a planned deficit ends the band, in the page of the week as well."""
    light = MAN.model_copy(update={"mass_kg": 67.0})
    week = week_of(light, balance="-250 kcal")
    found = forecast(week)
    assert found.stops_early
    assert 0 < len(found.weeks) < 12
    # 18.5 times 1.81 m squared.
    assert all(one.low_kg >= 60.607 for one in found.weeks)
    assert week.forecast == found
    # Fewer weeks than that are all shown.
    assert not forecast(week, 1).stops_early


def test_needs_figures():
    """A week with a day whose energy is hidden tells nothing."""
    week = week_of()
    hidden = (week.days[0].model_copy(update={"energy": None}), *week.days[1:])
    with pytest.raises(InputError, match="shows no figures"):
        forecast(week.model_copy(update={"days": hidden}))


def test_foresees_no_deficit_beyond_its_pause():
    """A deficit that pauses in two weeks takes of twelve weeks what two of them take."""
    monday = dt.date(2026, 11, 30)
    who = {"sex": "male", "age": 40, "mass": "90 kg", "height": "180 cm"}
    plans = [
        Plan.of(
            athlete={**who, **since},
            goal={"balance": "-300 kcal"},
            week={"monday": {"runs": ["5 km easy"]}},
        )
        for since in ({}, {"deficit_since": monday - dt.timedelta(days=70)})
    ]
    always, paused = (forecast(plan_week(one, first=monday, menu=False), 12).weeks for one in plans)
    assert paused[1] == always[1]
    assert paused[2].low_kg > always[2].low_kg
    assert paused[-1].high_kg > always[-1].high_kg + 1.0
