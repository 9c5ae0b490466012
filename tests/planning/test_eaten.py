"""What was already eaten stays, and the rest of the day is planned around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import athlete, codes, day, lift, man, reasons, run

from fuelcalc import Day, Goal, InputError, plan_day, plan_days, render

REST = Day.of(date="2026-11-28")
RUNNER = man(age=33.0)


def around(*texts, who=None, when=None, menu=False, **options):
    """A plan with what was eaten, and without it."""
    when = when or REST
    eaten = Day.of(**{name: getattr(when, name) for name in when.model_fields_set}, eaten=[*texts])
    who = who or RUNNER
    return (plan_day(who, one, menu=menu, **options) for one in (eaten, when))


def entry_at(plan, minute):
    """The feeding at a minute."""
    return next(one for one in plan.timeline if one.minute == minute and one.is_feeding)


def test_takes_a_pizza_out_of_the_evening():
    """1,100 kcal at 13:00 stand for lunch; snacks and dinner are smaller by the rest."""
    found, planned = around("13:00 pizza 1100 kcal")
    lunch = entry_at(found, 780.0)
    assert lunch.elsewhere.what == "pizza"
    assert (lunch.name, lunch.energy_kcal) == ("lunch", pytest.approx(1100.0))
    assert lunch.protein_g == pytest.approx(0.16 * 1100 / 4)
    assert found.energy.intake_kcal == pytest.approx(planned.energy.intake_kcal, abs=1.0)
    assert found.energy.over_kcal == pytest.approx(0.0, abs=1.0)
    breakfast, usual = found.timeline[0], planned.timeline[0]
    assert (breakfast.name, breakfast.energy_kcal) == (usual.name, usual.energy_kcal)
    assert {"eaten", "eaten-is-guessed"} <= set(codes(found))
    assert "Eat about" in render(found)
    assert "are eaten." in " ".join(render(found).split())


def test_keeps_half_of_what_is_left():
    """3,000 kcal at once: dinner and snacks are halved, what is over stays, and is said."""
    found, planned = around("13:00 feast 3000 kcal")
    later = [
        (one, other)
        for one, other in zip(found.timeline, planned.timeline, strict=True)
        if one.is_feeding and one.minute > 780.0
    ]
    for one, other in later:
        assert one.energy_kcal == pytest.approx(0.5 * other.energy_kcal, abs=1.0)
    assert found.energy.over_kcal > 1000.0
    assert reasons(found)[-1] == "eaten-over"
    assert found.energy.recommendation == planned.energy.recommendation
    assert "Beyond the plan" in render(found)


def test_takes_nothing_from_tomorrow():
    """The day after is the same, whatever was eaten."""
    fed = Day.of(date="2026-11-28", eaten=["13:00 feast 3000 kcal"])
    tomorrow = Day.of(date="2026-11-29", runs=["10 km easy 07:00"])
    one, other = (plan_days(RUNNER, [first, tomorrow], menu=False)[1] for first in (fed, REST))
    assert one == other


def test_gives_back_what_was_missed():
    """A small lunch: the rest of the day is larger by what it lacked."""
    found, planned = around("13:00 soup and bread 450 kcal")
    assert entry_at(found, 780.0).name == "lunch"
    assert found.energy.intake_kcal == pytest.approx(planned.energy.intake_kcal, abs=1.0)
    dinner, usual = (
        next(one for one in plan.timeline if one.name == "dinner") for plan in (found, planned)
    )
    assert dinner.energy_kcal > usual.energy_kcal


@pytest.mark.parametrize("text", ["18:30 1 banana", "19:20 1 banana", "18:50 crisps 160 kcal"])
def test_has_a_dinner_beside_a_bite(text):
    """What is less than half of a meal does not stand for it: nobody goes to bed on a banana."""
    found, planned = around(text)
    dinner, usual = (
        next(one for one in plan.timeline if one.name == "dinner") for plan in (found, planned)
    )
    assert dinner.elsewhere is None
    assert dinner.energy_kcal >= usual.energy_kcal - 170.0
    assert found.energy.intake_kcal >= planned.energy.intake_kcal - 1.0


def test_keeps_the_doses_of_a_session():
    """What is taken before and during an evening session is not made smaller."""
    when = day(lift("18:00"), run("19:30"), date=REST.date)
    found, planned = around("13:00 feast 2000 kcal", when=when)
    for one, other in zip(found.timeline, planned.timeline, strict=True):
        if one.kind in {"before", "during"} and one.minute > 780.0:
            assert one == other


def test_stands_by_itself_between_meals():
    """A cake at an hour without a feeding is a line of its own."""
    who = man(snacks=False, meals_per_day=2)
    found, planned = around("14:30 cake 500 kcal", who=who)
    cake = next(one for one in found.timeline if one.is_eaten)
    assert cake.name == "snack"
    assert len(found.timeline) == len(planned.timeline) + 1


@pytest.mark.parametrize(
    ("text", "kcal"),
    [
        ("10:40 2 bananas", 210.0),
        ("10:40 banana", 105.0),
        ("10:40 100 g white rice", 130.0),
        ("10:40 250 ml semi-skimmed milk", 127.0),
        ("10:40 shake 30 g protein 10 g carbs 2 g fat", 178.0),
    ],
)
def test_looks_foods_up(text, kcal):
    """By name and amount where no energy was said; worked from the table, less fibre."""
    found, _ = around(text)
    eaten = next(one for one in found.timeline if one.is_eaten)
    assert eaten.energy_kcal == pytest.approx(kcal, rel=0.12)
    assert "eaten-is-guessed" not in codes(found)


def test_looks_dishes_up():
    """A dish of the table by its name, in its usual amounts."""
    found, _ = around("13:00 teriyaki salmon donburi")
    eaten = next(one for one in found.timeline if one.is_eaten)
    assert 350.0 < eaten.energy_kcal < 900.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("13:00 xyzzy", 'eaten: no food is called "xyzzy"; write its energy too'),
        ("13:00 1.2.3 bananas", "is no amount"),
    ],
)
def test_refuses_what_it_does_not_know(text, said):
    """Nothing is guessed for a name that nothing has."""
    with pytest.raises(InputError) as error:
        list(around(text))
    assert said in str(error.value)


def test_has_food_for_the_rest():
    """The menu serves what is left, and no dish stands where something was eaten."""
    found, _ = around("13:00 pizza 1100 kcal", menu=True)
    lunch = entry_at(found, 780.0)
    assert (lunch.dish, lunch.items) == (None, ())
    left = sum(one.energy_kcal for one in found.timeline if one.items)
    assert found.menu.totals.energy_kcal == pytest.approx(left, rel=0.03)
    assert "pizza, eaten" in render(found)
    assert "Eaten already" not in render(found).partition("FOODS")[0]


def test_shrinks_nothing_where_eating_less_is_no_advice():
    """Who has an eating disorder is never planned less for having eaten."""
    who = athlete(conditions=["eating-disorder"])
    found, planned = around("13:00 pizza 1100 kcal", who=who)
    assert "kcal" not in render(found)
    assert found.energy is None
    assert planned.energy is None


def test_belongs_after_midnight():
    """Somebody who wakes at noon eats at one at night, on the same day."""
    night = Day.of(date="2026-11-28", wake="12:00", sleep="03:00")
    found, _ = around("01:00 pizza 800 kcal", when=night)
    assert next(one for one in found.timeline if one.is_eaten).minute == 1500.0


@settings(max_examples=40)
@given(
    kcal=st.floats(1.0, 4000.0),
    minute=st.integers(420, 1320),
    km=st.sampled_from([0.0, 8.0, 25.0]),
    goal=st.sampled_from([Goal(), Goal(aim="build"), Goal.of(balance="-200 kcal")]),
)
def test_keeps_the_laws_of_a_day(kcal, minute, km, goal):
    """Whatever was eaten, and whenever: the identities hold."""
    sessions = [run("17:30", distance_km=km)] if km else []
    when = day(*sessions, date=REST.date)
    text = (
        f"{minute // 60:02d}:{minute % 60:02d} something {kcal:.0f} kcal"
        if kcal >= 1.5
        else "12:00 crumb 1 kcal"
    )
    found, _ = around(text, when=when, goal=goal)
    energy, targets = found.energy, found.targets
    assert energy.expenditure_kcal + energy.balance_kcal == pytest.approx(energy.intake_kcal)
    assert energy.intake_kcal == pytest.approx(targets.energy_kcal)
    for name in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g"):
        held = sum(getattr(one, name) or 0.0 for one in found.timeline if one.is_feeding)
        assert held == pytest.approx(getattr(targets, name), abs=0.01)


@pytest.mark.parametrize(
    ("text", "kcal"),
    [
        ("13:00 shake 40 g protein", 160.0),
        ("13:00 a banana", 100.0),
        ("13:00 ½ banana", 50.0),
        ("13:00 salmon", 206.0),
        ("13:00 8 oz salmon", 450.0),
        ("13:00 1 cup oats", 280.0),
        ("13:00 2 tbsp olive oil", 240.0),
        ("13:00 200 g fat-free yogurt", 110.0),
        ("13:00 0.5 l semi-skimmed milk", 250.0),
    ],
)
def test_reads_amounts_as_kitchens_have_them(text, kcal):
    """By mass, by volume and by spoon; a macronutrient that was said is no food."""
    found, _ = around(text)
    eaten = next(one for one in found.timeline if one.is_eaten)
    assert eaten.energy_kcal == pytest.approx(kcal, rel=0.15)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("13:00 99999 g oats", "over 6,000; check the amount"),
        ("13:00 2 cups banana", "write it in g"),
        ("13:00 1,000 g oats", "can mean 1000 or 1.000"),
    ],
)
def test_refuses_amounts_that_cannot_be(text, said):
    """Too much, of unknown weight, or of two meanings."""
    with pytest.raises(InputError) as error:
        list(around(text))
    assert said in str(error.value)


def test_takes_nothing_from_loading():
    """On the eve of a marathon a pizza makes no dinner smaller."""
    race = day(run("09:00", distance_km=42.2, duration_min=210.0, effort="race"))
    found, planned = around("13:00 pizza 1400 kcal", after=race)
    dinner, usual = (
        next(one for one in plan.timeline if one.name == "dinner") for plan in (found, planned)
    )
    assert dinner.carbohydrate_g == pytest.approx(usual.carbohydrate_g)


TRAINED = Day.of(date="2026-12-01", runs=["8 km easy 06:30"], lifts=["60 min heavy lower 18:00"])


def plates(plan, *, until):
    """The feedings until a minute, as somebody ate them: when, what and how much of it."""
    return [
        (one.minute, one.dish_id, [(item.food_id, item.grams) for item in one.items])
        for one in plan.timeline
        if one.is_feeding and one.minute < until and not one.is_eaten
    ]


@pytest.mark.parametrize(
    ("texts", "until"),
    [
        (["13:00 pizza 1100 kcal"], 760.0),
        (["13:00 feast 5000 kcal"], 760.0),
        (["13:00 teriyaki salmon donburi"], 760.0),
        (["13:00 300 g white rice"], 760.0),
        (["23:30 chips 400 kcal"], 1410.0),
        (["18:20 banana"], 1100.0),
    ],
)
def test_leaves_the_past_as_it_was_planned(texts, until):
    """What stood before something was eaten is on the plates that the day had, to the gram."""
    found, planned = around(*texts, when=TRAINED, menu=True)
    assert plates(found, until=until) == plates(planned, until=until)
    assert len(plates(found, until=until)) >= 4


def test_leaves_what_was_planned_between_two():
    """A snack after a large breakfast was eaten as it was planned then, whatever came later."""
    both = ("16:30 cake 600 kcal", "08:00 fry-up 1100 kcal")
    (first, planned), (found, _) = (
        around(*texts, when=TRAINED, menu=True) for texts in (both[1:], both)
    )
    assert plates(found, until=990.0) == plates(first, until=990.0)
    assert plates(first, until=700.0) != plates(planned, until=700.0)


def test_halves_what_was_planned_once():
    """However often somebody ate too much, dinner keeps half of what it had at first."""
    found, planned = around(
        "08:00 fry-up 1500 kcal", "13:00 pizza 1500 kcal", "16:30 cake 900 kcal", when=TRAINED
    )
    dinner, usual = (
        next(one for one in plan.timeline if one.name == "dinner") for plan in (found, planned)
    )
    assert dinner.energy_kcal == pytest.approx(0.5 * usual.energy_kcal)


def test_serves_lunch_after_a_gel_on_a_run():
    """What is eaten in a session stands in no meal's place."""
    found, planned = around("18:20 banana", when=TRAINED)
    names = [[one.name for one in plan.timeline if one.name] for plan in (found, planned)]
    assert sorted(names[0]) == sorted([*names[1], "snack"])
    dinner, usual = (
        next(one for one in plan.timeline if one.name == "dinner") for plan in (found, planned)
    )
    assert 400.0 < dinner.energy_kcal < usual.energy_kcal


def test_keeps_what_was_exchanged_before():
    """A breakfast that was swapped stays so, and what was set for lunch is gone with it."""
    options = {"swap": ["breakfast"], "lock": {"lunch": "lentil-bolognese"}}
    found, planned = around("13:00 pizza 1100 kcal", when=TRAINED, menu=True, **options)
    assert plates(found, until=760.0) == plates(planned, until=760.0)
    assert "lentil-bolognese" not in {one.dish_id for one in found.timeline}


def test_says_what_was_eaten_where_no_clock_is_shown():
    """With kidney disease no food is planned, and a feast is no cost of the day."""
    (found, _) = around("10:00 feast 1800 kcal", who=athlete(conditions=["kidney-disease"]))
    line = render(found).splitlines()[1]
    assert "With what was eaten, today comes to about" in line
    assert "what the day costs" not in line
