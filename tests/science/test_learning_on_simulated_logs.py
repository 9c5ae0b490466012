"""Learning on simulated logs whose truth does not use the filter's equations: a small part."""

import bench_learning as bench
import numpy as np
import pytest

PEOPLE = 400


@pytest.fixture(scope="module")
def results():
    """The errors of four cases, from a seed that no figure was chosen on."""
    return {case: bench.errors_of(case, PEOPLE, seed=22) for case in bench.CASES[:4]}


def test_reaches_every_bar(results):
    """
    Near enough to what was spent, with ranges that hold, in three ways to log.

    At most 0.7 of a regression's error on day 28 and 0.55 on day 56, half of it two weeks after a
    rise of mileage, and .85 to .98 of the ranges.
    """
    assert bench.bars_missed(results) == []


def test_notices_a_range_that_is_too_narrow(results):
    """Half as wide, the ranges of four weeks hold in under 85 of 100: the bar can be missed."""
    errors = results[bench.CASES[0]][28]
    narrow = np.abs(errors.learned_true) <= 0.5 * bench.Z90 * errors.sd_kcal
    assert narrow.mean() < 0.85


def test_simulates_people(results):
    """The truth scatters as people do: a regression is off by 150 to 300 kcal after four weeks."""
    errors = bench.rmse(results[bench.CASES[0]][28].regression)
    assert 150.0 < errors < 300.0


def surprises(case):
    """How far mornings after the first week were from what was expected, in its deviations."""
    found = bench.simulated(case, PEOPLE, seed=22)
    return bench.learned_shares(found.days, found.prior).surprise[:, 7 : bench.LAST_DAY + 1]


def spread(values):
    """Their standard deviation by the median, which single wrong readings do not move."""
    return float(np.nanmedian(np.abs(values)) / 0.6745)


def runs_on(values):
    """How much of one morning's surprise is left on the next, rare ones cut at 99 in 100."""
    cut = np.clip(values, -2.576, 2.576)
    before, after = cut[:, :-1].ravel(), cut[:, 1:].ravel()
    return float(np.corrcoef(before, after)[0, 1])


def test_is_as_surprised_as_it_expects():
    """
    By the noise that was measured alone mornings stray as expected, around 0, and do not run on.

    That is Krone's of 2020, with a lag under .2 as a good filter has; the deviation is at the upper
    end of .9 to 1.1, which 400 people tell to 0.02.

    With the rhythm of weeks and cycles, the water of food and wrong readings, which the filter does
    not have, mornings stray by up to a fifth more, and still do not run on.
    """
    measured = surprises(bench.CASES[0]._replace(rhythm=0.0, food_water_kg_per_kcal=0.0))
    assert abs(np.nanmean(measured)) < 0.03
    assert 0.9 < spread(measured) < 1.12
    assert abs(runs_on(measured)) < 0.2
    lived = surprises(bench.CASES[0])
    assert abs(np.nanmean(lived)) < 0.03
    assert 0.9 < spread(lived) < 1.2
    assert abs(runs_on(lived)) < 0.2


def test_learns_half_of_a_step_in_three_weeks(monkeypatch):
    """
    Of a change of daily life that nobody tells, 84, 65 and 47 % are left after 1, 2 and 3 weeks.

    Worked apart with another simulated body, whose answer to six weeks of it is not ours: after
    them 12 % were left there, and up to a quarter here.
    """
    monkeypatch.setattr(bench, "LAST_DAY", 77)
    step, none = (bench.simulated(bench.CASES[number], 1_000, seed=22) for number in (5, 0))
    learned = [bench.learned_shares(one.days, one.prior) for one in (step, none)]

    def left(day):
        """What is still to be learned, beside a log without the step."""
        off = [
            bench.errors_at(one, learning, day).learned_true.mean()
            for one, learning in zip((step, none), learned, strict=True)
        ]
        return off[0] - off[1]

    shares = [left(28 + days) / left(28) for days in (7, 14, 21, 42)]
    assert shares[:3] == pytest.approx([0.84, 0.65, 0.47], abs=0.07)
    assert 0.12 < shares[3] < 0.25


def test_tells_how_far_each_day_of_one_log_is_off():
    """
    Of a body that spends 2,600 kcal, and eats and weighs with noise, learned is off least.

    What the whole log says is within 60 kcal of it; a regression is off by more than learned.
    """
    draw = np.random.default_rng(4)
    eaten = 2600.0 + 600.0 * draw.standard_normal(140)
    mass = 76.0 + np.concatenate([[0.0], np.cumsum(eaten - 2600.0)[:-1]]) / 6500.0
    mass = mass + 0.5 * draw.standard_normal(140)
    mass[draw.random(140) < 0.1] = np.nan
    prior = bench.Prior(2400.0, 0.10, 6500.0, 0.0, 0.03)
    whole, regression, ends, learned = bench.spreads_on_log(mass, eaten, prior)
    assert whole == pytest.approx(2600.0, abs=60.0)
    assert learned < 0.8 * regression
    assert learned < ends
