"""What one person's days set for the pot: a dish and what has to go reach everybody's plates."""

import datetime as dt

import pytest
from people import athlete, man

from fuelcalc import InputError, Plan
from fuelcalc.models.week import Week
from fuelcalc.planning.week.household import plan_household

MONDAY = dt.date(2026, 11, 23)
ANN, BEN = athlete(name="Ann"), man(name="Ben", avoid=["shellfish"])
USUAL = Week.of(tuesday={"runs": ["10 km easy 06:30"]})
LENTILS = "lentil-bolognese"


def week_of(ann=(), ben=(), *, who=(ANN, BEN), **options):
    """The weeks of two, with what the Tuesday of each of them says."""
    days = [{"runs": ["10 km easy 06:30"], **dict(one)} for one in (ann, ben)]
    plans = [Plan(athlete=a, week=Week.of(tuesday=day)) for a, day in zip(who, days, strict=True)]
    return plan_household(plans, first=MONDAY, **options)


def dish(week, place, meal):
    """The dish of a meal."""
    return next(one for one in week.days[place].timeline if one.name == meal).dish_id


def refusal(*args, **options):
    """The one line that a table is refused with."""
    with pytest.raises(InputError) as error:
        week_of(*args, **options)
    assert str(error.value).isprintable()
    return str(error.value)


@pytest.mark.parametrize("owner", [0, 1])
def test_sets_a_dish_for_everybody(owner):
    """Whoever's file sets it, both have it at dinner, and what is left of it at noon."""
    days = [{}, {}]
    days[owner] = {"lock": ["dinner=Lentil bolognese"]}
    for week in week_of(*days):
        assert dish(week, 1, "dinner") == LENTILS
    assert dish(week_of(*days)[0], 2, "lunch") == dish(week_of(*days)[1], 2, "lunch")


def test_cooks_it_once():
    """One pot on Tuesday, with a portion or more for each of them."""
    ours, _ = week_of({"lock": [f"dinner={LENTILS}"]})
    cooked = [one for one in ours.cooking[1].dishes if one.dish_id == LENTILS]
    assert len(cooked) == 1
    assert cooked[0].portions >= 2


def test_leaves_where_somebody_eats_to_them():
    """Who eats out eats out alone, and their own word stands over the other's dish."""
    ours, theirs = week_of({"lock": [f"dinner={LENTILS}"]}, {"lock": ["dinner=out"]})
    assert dish(ours, 1, "dinner") == LENTILS
    assert next(one for one in theirs.days[1].timeline if one.name == "dinner").elsewhere
    ours, theirs = week_of({"lock": ["dinner=out"]})
    assert dish(ours, 1, "dinner") is None
    assert dish(theirs, 1, "dinner") is not None


def test_leaves_a_snack_and_a_canteen_alone():
    """A snack is one person's own, and no dish is sent to a canteen."""
    usual = week_of(who=(ANN, BEN.with_(lunch="canteen")))
    both = week_of(
        {"lock": [f"lunch={LENTILS}", "10:35=jam-toast-skyr"]},
        who=(ANN, BEN.with_(lunch="canteen")),
    )
    assert dish(both[0], 1, "lunch") == LENTILS
    assert both[1].days[1] == usual[1].days[1]


def test_beats_no_exchange_of_the_day():
    """What is exchanged now stands over what a file has set, for both."""
    ours, theirs = week_of({}, {"lock": [f"dinner={LENTILS}"]}, swap=["tuesday dinner"])
    assert dish(ours, 1, "dinner") == dish(theirs, 1, "dinner") != LENTILS


def test_uses_up_what_somebody_has():
    """What has to go in Ben's file is on both plates, and Ann is told nothing of it."""
    weeks = week_of({}, {"use_up": ["spinach"]})
    for week in weeks:
        foods = [item.name for one in week.days[1].timeline for item in one.items]
        assert any("spinach" in name for name in foods)
    assert dish(weeks[0], 1, "dinner") == dish(weeks[1], 1, "dinner")


class TestNotForAll:
    """A dish or a food of one that another must not eat."""

    def test_names_who_cannot(self):
        """Prawns in Ann's file are refused by name, and stay off every plate."""
        assert refusal({"lock": ["dinner=prawn-pad-thai"]}) == (
            'Ann.2026-11-24.dinner: "prawn-pad-thai" is not for Ben: what they eat and must not '
            "eat rules it out; set a dish that all may eat, or leave it out"
        )

    def test_says_once_who_must_not_eat_what_is_asked_for_now(self):
        """A lock of the command line is one line, with the day, the meal and the name."""
        with pytest.raises(InputError) as error:
            week_of(lock={"tuesday dinner": "prawn-pad-thai"})
        assert len(error.value.mistakes) == 1
        assert str(error.value).startswith(
            'lock.2026-11-24.dinner: "prawn-pad-thai" is not for Ben: what they eat'
        )
        assert week_of(lock={"tuesday dinner": "out"})

    def test_names_nobody_where_each_could(self):
        """Each may eat some version of it, and no version suits both."""
        # A stroganoff without soy has cream, and one without milk has soy.
        who = (athlete(avoid=["milk"], name="Ann"), man(avoid=["soy"], name="Ben"))
        assert '"beef-stroganoff" is not for all of you together: ' in refusal(
            {"lock": ["dinner=beef-stroganoff"]}, who=who
        )

    def test_keeps_what_somebody_must_not_eat_off_the_pot(self):
        """Ann's prawns are a note that names Ben, and no food of the week."""
        ours, theirs = week_of({"use_up": ["prawns"]})
        told = [one for one in ours.notes if one.code == "use-up-not-for"]
        assert [dict(one.values) for one in told] == [{"words": ("prawns",), "people": ("Ben",)}]
        held = [item for week in (ours, theirs) for day in week.days for one in day.timeline
                for item in one.items]  # fmt: skip
        assert not any("prawn" in item.name for item in held)
        assert not any(one.code == "use-up-limits" for one in ours.days[1].notes)

    def test_says_nothing_of_what_its_owner_may_not_eat_either(self):
        """Then the owner's own page has it."""
        ours, theirs = week_of({}, {"use_up": ["prawns"]})
        assert not any(one.code == "use-up-not-for" for one in ours.notes)
        assert any(one.code == "use-up-limits" for one in theirs.days[1].notes)


def test_says_in_whose_file_a_dish_is_unknown():
    """Of several files the line names the person, the day and the meal."""
    line = refusal({}, {"lock": ["dinner=lentil-bolognesse"]})
    assert line.startswith('Ben.2026-11-24.dinner.dish: there is no "lentil-bolognesse"; did you')


def test_refuses_two_dishes_for_one_pot():
    """Each has a word of their own, and one pot holds one of them; the same dish is no quarrel."""
    line = refusal({"lock": [f"dinner={LENTILS}"]}, {"lock": ["dinner=full-english"]})
    assert line == (
        'lock: "2026-11-24 dinner" is lentil-bolognese for Ann and full-english for Ben, and comes '
        "from one pot; keep one of them"
    )
    alike = week_of({"lock": [f"dinner={LENTILS}"]}, {"lock": ["dinner=Lentil bolognese"]})
    assert {dish(week, 1, "dinner") for week in alike} == {LENTILS}


def test_reads_no_dish_where_no_food_is_chosen():
    """Targets alone need no dish, and ask for none."""
    assert week_of({"lock": ["dinner=no-such-dish"]}, menu=False)[0].days[1].menu is None
