"""What in a log can hardly be meant."""

import datetime as dt

import pytest
from people_who_log import FIRST, MAN, log_of

from fuelcalc.models.log import Log
from fuelcalc.planning.learning.doubts import doubted, first_dates, masked_dates
from fuelcalc.planning.learning.learn import learn


def doubts_of(log, mass_kg=83.0):
    """What is left of a log, and the codes of what is said."""
    found = doubted(log.days, mass_kg=mass_kg, resting_kcal=1800.0)
    return found, [note.code for note in found.notes]


def date_of(place):
    """The date of a day by its place, as notes have it."""
    return (FIRST + dt.timedelta(days=place)).isoformat()


def test_believes_a_usual_log():
    """Nothing is left out and nothing said."""
    found, codes = doubts_of(log_of())
    assert found.days == log_of().days
    assert (codes, found.asks) == ([], False)


@pytest.mark.parametrize(
    ("place", "change", "code", "asks"),
    [
        pytest.param(20, {"mass_kg": 183.0}, "log-pounds", True, id="pounds"),
        pytest.param(20, {"intake_kcal": 11_300.0}, "log-kilojoules", True, id="kilojoules"),
        pytest.param(20, {"intake_kcal": 200.0}, "log-part-days", False, id="part"),
        pytest.param(20, {"intake_kcal": 0.0}, "log-part-days", False, id="nothing"),
        pytest.param(0, {"intake_kcal": 5400.0}, "log-two-days", True, id="two-at-the-start"),
    ],
)
def test_leaves_out_what_can_hardly_be_meant(place, change, code, asks):
    """The figure is gone, its date is named, and what needs an answer asks for one."""
    found, codes = doubts_of(log_of(**{f"d{place}": change}))
    assert codes == [code]
    assert found.notes[0].values == {"dates": (date_of(place),)}
    assert getattr(found.days[place], next(iter(change))) is None
    assert found.asks == asks


def test_takes_twice_the_usual_for_two_days_after_a_gap_alone():
    """5,400 kcal after a day without an entry are doubted; after a logged day it was a feast."""
    feast = log_of(d20={"intake_kcal": 5400.0})
    assert doubts_of(feast)[1] == []
    both = log_of(d19={"intake_kcal": None}, d20={"intake_kcal": 5400.0})
    assert doubts_of(both)[1] == ["log-two-days"]


def test_knows_a_whole_log_in_pounds():
    """Where every reading is in pounds, the plan's own mass tells it, and none is left."""
    found, codes = doubts_of(log_of(mass_kg=183.0))
    assert codes == ["log-pounds"]
    assert all(day.mass_kg is None for day in found.days)


def test_keeps_a_reading_that_is_only_far():
    """A mass 10 % off is kept, since the filter makes little of it, and said."""
    found, codes = doubts_of(log_of(d20={"mass_kg": 91.5}))
    assert codes == ["log-mass-far"]
    assert found.days[20].mass_kg == 91.5
    assert not found.asks


def test_does_not_judge_a_few_readings():
    """Two readings have no neighbours to be held against."""
    short = Log(days=log_of(2, d1={"mass_kg": 99.0, "intake_kcal": 9000.0}).days)
    assert doubts_of(short)[1] == []


@pytest.mark.parametrize(("gap_days", "is_cut"), [(28, False), (29, True), (120, True)])
def test_learns_from_what_follows_a_long_gap(gap_days, is_cut):
    """After more than four weeks without a reading only what follows counts."""
    days = log_of(60 + gap_days).days
    without = [
        day.model_copy(update={"mass_kg": None, "intake_kcal": None})
        if 30 <= place < 30 + gap_days - 1
        else day
        for place, day in enumerate(days)
    ]
    found, codes = doubts_of(Log(days=tuple(without)))
    assert codes == (["log-gap"] if is_cut else [])
    assert found.days[0].date == days[30 + gap_days - 1 if is_cut else 0].date


def test_moves_no_plan_silently():
    """With each in the log the answer is within 30 kcal of the clean one, and it is told."""
    clean = learn(MAN, log_of(56))
    bad = learn(
        MAN,
        log_of(
            56, d20={"mass_kg": 183.0}, d30={"intake_kcal": 200.0}, d33={"intake_kcal": None},
            d34={"intake_kcal": 5300.0}, d40={"intake_kcal": 11_300.0},
        ),
    )  # fmt: skip
    assert bad.expenditure_kcal == pytest.approx(clean.expenditure_kcal, abs=30.0)
    assert bad.asks
    said = {note.code for note in bad.notes}
    assert said >= {"log-pounds", "log-part-days", "log-two-days", "log-kilojoules"}


# Of 80 kg and 2,500 kcal a day: 2.2046 and 4.184 times that, 12 % to both sides; 6 % of the mass;
# 1.75 times the usual; half of 1,800 kcal at rest. Each edge from both sides, by hand.
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"mass_kg": 155.3}, "log-pounds"), ({"mass_kg": 155.1}, "log-mass-far"),
        ({"mass_kg": 197.4}, "log-pounds"), ({"mass_kg": 197.6}, "log-mass-far"),
        ({"mass_kg": 84.79}, None), ({"mass_kg": 84.81}, "log-mass-far"),
        ({"mass_kg": 75.21}, None), ({"mass_kg": 75.19}, "log-mass-far"),
        ({"intake_kcal": 9206.0}, "log-kilojoules"), ({"intake_kcal": 9204.0}, None),
        ({"intake_kcal": 11_714.0}, "log-kilojoules"), ({"intake_kcal": 11_717.0}, None),
        ({"intake_kcal": 899.0}, "log-part-days"), ({"intake_kcal": 900.0}, None),
    ],
)  # fmt: skip
def test_knows_its_edges(change, code):
    """Just inside a limit it is doubted, just outside it is not."""
    even = {f"d{n}": {"mass_kg": 80.0, "intake_kcal": 2500.0} for n in range(42)}
    log = log_of(**{**even, "d20": {**even["d20"], **change}})
    assert doubts_of(log, mass_kg=80.0)[1] == ([] if code is None else [code])


@pytest.mark.parametrize(("kcal", "codes"), [(4374.0, []), (4375.0, ["log-two-days"])])
def test_knows_two_days_by_their_size(kcal, codes):
    """From 1.75 times the usual 2,500 kcal on, after a day that was not logged."""
    even = {f"d{n}": {"mass_kg": 80.0, "intake_kcal": 2500.0} for n in range(42)}
    changed = {
        "d19": {"mass_kg": 80.0, "intake_kcal": None},
        "d20": {"mass_kg": 80.0, "intake_kcal": kcal},
    }
    assert doubts_of(log_of(**{**even, **changed}))[1] == codes


def levels(before_kg, after_kg, *, n_after=21, every=1, **changes):
    """A log that is even at one mass for 21 days and then at another, each few days a reading."""
    even = {
        f"d{n}": {"mass_kg": None if n % every else (before_kg if n < 21 else after_kg)}
        for n in range(21 + n_after)
    }
    return log_of(21 + n_after, kcal=2200.0, **{**even, **changes})


# 3 % of 62 kg are 1.86; three readings are the least on either side.
@pytest.mark.parametrize(
    ("log", "is_asked"),
    [
        pytest.param(levels(62.0, 58.0), True, id="down"),
        pytest.param(levels(62.0, 66.0), True, id="up"),
        pytest.param(levels(62.0, 63.87), True, id="over"),
        pytest.param(levels(62.0, 63.85), False, id="under"),
        pytest.param(levels(62.0, 59.0, n_after=3), True, id="three"),
        pytest.param(levels(62.0, 59.0, n_after=2), False, id="two"),
        pytest.param(levels(62.0, 58.9, every=3), True, id="each-third-day"),
        pytest.param(levels(62.0, 58.9, every=7), False, id="too-sparse"),
        pytest.param(levels(62.0, 62.0, d20={"mass_kg": 58.0}), False, id="one-reading"),
        pytest.param(log_of(mass_kg=62.0, kg_per_week=-0.9), False, id="a-body-that-loses"),
    ],
)
def test_asks_where_the_scale_steps(log, is_asked):
    """Another level from one reading to the next is named by its first day, and asks."""
    found, codes = doubts_of(log, mass_kg=log.days[-1].mass_kg or 59.0)
    steps = [note for note in found.notes if note.code == "log-mass-steps"]
    assert bool(steps) == is_asked, codes
    if is_asked:
        assert steps[0].values == {"dates": (date_of(21),)}
        assert found.asks


def test_takes_no_water_for_a_step():
    """Two kilograms while loading and on the three days after it are no other scale."""
    heavy = {f"d{n}": {"mass_kg": 64.5} for n in range(28, 32)}
    untold = levels(62.0, 62.0, **heavy)
    told = levels(62.0, 62.0, **{**heavy, "d28": {"mass_kg": 64.5, "mask": "loading"}})
    assert "log-mass-steps" in doubts_of(untold, mass_kg=62.0)[1]
    assert "log-mass-steps" not in doubts_of(told, mass_kg=62.0)[1]


@pytest.mark.parametrize(("again", "n_dates"), [(28, 10), (29, 20)])
def test_another_balance_is_water_for_ten_days(again, n_dates):
    """From its first day on; noted again within four weeks it is no new start."""
    log = log_of(70, d5={"mask": "new-balance"}, **{f"d{5 + again}": {"mask": "new-balance"}})
    found = masked_dates(log.days)
    assert found == first_dates(log.days, "new-balance")
    assert len(found) == n_dates
    assert min(found).isoformat() == date_of(5)
    assert date_of(14) in {one.isoformat() for one in found}
    assert date_of(15) not in {one.isoformat() for one in found}
