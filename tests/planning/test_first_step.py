"""The first step of who usually eats too little: how large it is, and what the page says."""

from itertools import pairwise

import pytest
from people import BUILD, athlete, codes, day, lift, man, plan, reasons, run

from fuelcalc import render, words
from fuelcalc.models.athlete import Goal

FASTER = athlete(mass_kg=57.0, body_fat_share=None, usual_intake_kcal=1500.0)
FAR = day(run("07:00", distance_km=18.0))


def test_f11_warns_first_and_starts_with_a_step():
    """1,500 kcal on 18 km a day: a warning first, and today the safe intake, above 2,000 kcal."""
    found = plan(FASTER, FAR)
    energy = found.energy
    assert found.notes[0].code == "availability-now-low"
    assert found.notes[0].level == "warning"
    text = words(found.notes[0])
    assert "doctor" in text
    assert "if that log is complete" in text
    assert "missed periods" in text
    assert energy.safe_intake_kcal > 2000.0
    assert energy.intake_kcal == pytest.approx(energy.safe_intake_kcal)
    assert energy.energy_availability_kcal_per_kg_ffm >= 30.0
    assert energy.behind_kcal == pytest.approx(energy.expenditure_kcal - energy.intake_kcal)
    assert energy.recommendation == "maintenance"
    assert not {"availability-covered", "availability-low"} & set(codes(found))
    first, *later = energy.shortfall.steps_kcal
    assert first == pytest.approx(energy.intake_kcal)
    assert all(100.0 < b - a <= 500.0 for a, b in pairwise((first, *later)))
    assert later[-1] == pytest.approx(energy.expenditure_kcal)
    page = render(found, "text")
    assert page.splitlines()[1].startswith("Eat about 2,350 kcal today: a first step up")
    assert "covers your training" not in page


@pytest.mark.parametrize(
    ("who", "when"),
    [
        pytest.param(FASTER.model_copy(update={"weekly_mileage_km": 100.0}), FAR, id="low"),
        pytest.param(athlete(usual_intake_kcal=1550.0), day(run(), lift()), id="to-build"),
        pytest.param(athlete(usual_intake_kcal=1750.0), FAR, id="not-quite-low"),
    ],
)
@pytest.mark.parametrize("goal", [Goal(), BUILD])
def test_f11_says_one_number_to_eat_today(who, when, goal):
    """Headline, warning, reason and the first of the steps are one; the steps end at the cost."""
    found = plan(who, when, goal=goal)
    energy = found.energy
    first, *later = energy.shortfall.steps_kcal
    assert first == energy.intake_kcal
    assert later[-1] == pytest.approx(energy.expenditure_kcal)
    assert all(0.0 < b - a <= 500.0 + 1e-6 for a, b in pairwise((first, *later)))
    (said,) = [reason for reason in energy.reasons if reason.code == "first-step"]
    assert said.values["today_kcal"] == first
    assert said.values["steps_kcal"] == tuple(later)
    page = render(found, "text")
    assert "way up" not in page
    assert "300 kcal to 500" not in page
    assert f"{round(first, -1):,.0f} kcal today: a first step up" in page.splitlines()[1]
    assert f"then {round(later[-1], -1):,.0f} kcal on a day like this" in " ".join(
        page.split()
    ) or (len(later) == 1)


def test_f11_names_no_step_where_all_of_the_day_is_one():
    """A rest day within 500 kcal of usual is eaten whole, whatever the mean day costs."""
    who = FASTER.model_copy(
        update={"weekly_mileage_km": 110.0, "usual_intake_kcal": 1800.0, "daily_life": "home"}
    )
    found = plan(who, day())
    assert found.notes[0].code == "availability-now-low"
    assert found.energy.intake_kcal == pytest.approx(found.energy.expenditure_kcal)
    assert found.energy.shortfall.steps_kcal == ()
    assert reasons(found)[0] == "first-step-whole"
    assert "→" not in render(found, "text").split("WHY")[0]


def test_f11_speaks_of_no_surplus_on_a_first_step():
    """Who wants to build reads of one number today, and of what is left, not of a surplus."""
    found = plan(FASTER, FAR, goal=BUILD)
    assert not {"build", "high-mileage"} & set(reasons(found))
    page = render(found, "text")
    assert "urplus" not in page
    left = round(found.energy.expenditure_kcal, -1) - round(found.energy.intake_kcal, -1)
    (line,) = [line for line in page.splitlines() if "Left for later" in line]
    assert f"−{left:.0f}" in line
    assert "a first step up today" in line


def test_f11_adds_500_where_that_is_more():
    """On a rest day of a runner 500 kcal above usual are more than the safe intake."""
    who = FASTER.model_copy(update={"weekly_mileage_km": 110.0})
    found = plan(who, day())
    assert found.energy.intake_kcal == pytest.approx(2000.0)
    assert found.energy.safe_intake_kcal < 2000.0


@pytest.mark.parametrize(("usual", "shortens"), [(1500.0, True), (1700.0, False)])
def test_f11_says_to_shorten_what_cannot_be_eaten_for(usual, shortens):
    """Over 800 kcal above usual today: shorten or drop the session first."""
    found = plan(FASTER.model_copy(update={"usual_intake_kcal": usual}), FAR)
    assert (found.energy.intake_kcal - usual > 800.0) == shortens
    assert ("Shorten or drop" in words(found.notes[0])) == shortens


def test_f11_names_the_signs_of_who_reads():
    """A man is asked about libido, nobody past 55 about periods."""
    for who, word in (
        (man(usual_intake_kcal=1500.0), "libido"),
        (athlete(age=60.0, usual_intake_kcal=1200.0), "bone pain"),
    ):
        text = words(plan(who, FAR).notes[0])
        assert word in text
        assert "periods" not in text


def test_f11_gives_all_of_the_day_where_usual_eating_does():
    """From 30 kcal/kg on half a kcal more for each is eaten today: no jump at 30."""
    at_30 = 30.0 * 48.36
    kcal = [
        plan(athlete(usual_intake_kcal=at_30 + more)).energy.intake_kcal
        for more in (-0.01, 0.01, 10.0, 2000.0)
    ]
    assert kcal[1] == pytest.approx(kcal[0], abs=0.1)
    assert kcal[2] - kcal[0] == pytest.approx(15.0, abs=0.1)
    assert kcal[3] == pytest.approx(plan().energy.intake_kcal)
    low = [codes(plan(athlete(usual_intake_kcal=at_30 + more))) for more in (-0.01, 0.01)]
    assert ["availability-now-low" in found for found in low] == [True, False]


@pytest.mark.parametrize(
    "changes", [{"age": 16.0}, {"conditions": ["stress-fracture"]}, {"conditions": ["pregnant"]}]
)
def test_f11_says_nothing_where_availability_is_hidden(changes):
    """No verdict and no smaller day where a guard hides the figure that it rests on."""
    found = plan(athlete(usual_intake_kcal=1000.0, **changes), FAR)
    assert "availability-now-low" not in codes(found)
    assert found.energy is None or found.energy.behind_kcal == 0.0


def test_f11_leaves_what_protein_and_training_need():
    """Where a first step is under what the day cannot do without, less is left out."""
    who = athlete(usual_intake_kcal=600.0, daily_life="home", resting_energy_kcal_per_day=950.0,
                  body_fat_share=0.5)  # fmt: skip
    found = plan(who, day())
    assert found.energy.behind_kcal == 0.0
    assert found.energy.intake_kcal >= found.energy.expenditure_kcal - 1e-6
