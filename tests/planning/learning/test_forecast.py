"""The band of body mass over planned weeks."""

import datetime as dt

import pytest
from people_who_log import MAN

from fuelcalc import InputError, Plan, forecast, plan_week
from fuelcalc.models.athlete import Goal
from fuelcalc.models.learned import LearnedLife
from fuelcalc.planning.learning.forecast import may_foresee
from fuelcalc.planning.person import person_of

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


def test_looks_only_upwards_for_who_is_lean():
    """Under a BMI of 18.5 a band is shown where even its lower end gains."""
    thin = MAN.model_copy(update={"mass_kg": 60.0})
    person = person_of(thin, Goal(), None)
    assert may_foresee(person, least_kcal=1.0)
    assert not may_foresee(person, least_kcal=0.0)
    assert may_foresee(person_of(MAN, Goal(), None), least_kcal=-500.0)
    # The 5 % of surplus that such a body is given may still be too little.
    week = week_of(thin)
    with pytest.raises(InputError, match=r"no mass is foreseen at a BMI under 18\.5"):
        forecast(week)
    surer = [
        day.model_copy(
            update={
                "energy": day.energy.model_copy(
                    update={"expected_high_kg_per_week": 1.5 * day.energy.expected_kg_per_week}
                )
            }
        )
        for day in week.days
    ]
    assert forecast(week.model_copy(update={"days": tuple(surer)})).balance_kcal[0] > 0.0


def test_needs_figures():
    """A week with a day whose energy is hidden tells nothing."""
    week = week_of()
    hidden = (week.days[0].model_copy(update={"energy": None}), *week.days[1:])
    with pytest.raises(InputError, match="shows no figures"):
        forecast(week.model_copy(update={"days": hidden}))
