"""What is liked has a place in every week, and not most of it."""

from collections import Counter

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.kinds import kinds_of
from fuelcalc.planning.menu.likes import liked_cost, liked_days, liked_in, liked_kinds, with_homes
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import rota_of
from fuelcalc.planning.menu.week_dishes import is_wished, weighed

WEEKS = range(2_917, 2_929)
KNOWN = {one.variant.dish.dish_id: one for one in weighed(Limits(), BUNDLED)}


def times(rules, limits, word):
    """At how many feedings a planned week has something liked."""
    rota = rota_of(rules, limits, BUNDLED)
    there = [*rota.planned.values(), *(one for today in rota.snacks for one in today)]
    return sum(is_wished(one, (word,)) for one in there)


@pytest.mark.parametrize(
    ("limits", "likes", "rules"),
    [
        # Lentils take more than twenty minutes, and are no packed lunch: the weekend has them.
        pytest.param(Limits.of(diet="vegetarian", dislikes=["tofu", "aubergine"]),
                     ("lentil", "yogurt"), {"lunch": "packed", "most_minutes": 20.0},
                     id="lentils in twenty minutes"),
        pytest.param(Limits.of(restrictions=["halal"], avoid=["nuts", "peanut", "sesame"]),
                     ("lamb",), {"lunch": "home", "most_minutes": 50.0}, id="lamb"),
        pytest.param(Limits(), ("beef", "egg"), {"lunch": "packed", "most_minutes": 30.0},
                     id="beef and eggs"),
        pytest.param(Limits(), ("salmon", "lentil", "lamb"), {}, id="three of three kinds"),
    ],
)  # fmt: skip
def test_has_what_is_liked_in_every_week(limits, likes, rules):
    """Each wish that anybody may eat is on the week's plates, whatever its kinds are."""
    missed = [
        (week, word)
        for week in WEEKS
        for word in likes
        if not times(Rules(week, likes=likes, **rules), limits, word)
    ]
    assert len(missed) <= 1, missed


def test_has_what_is_liked_at_two_meals_where_it_keeps():
    """Lamb is cooked for two days in most weeks of who likes it."""
    limits = Limits.of(restrictions=["halal"])
    counts = [times(Rules(week, likes=("lamb",), lunch="home"), limits, "lamb") for week in WEEKS]
    assert sum(count >= 2 for count in counts) >= 0.75 * len(counts)


def test_has_what_is_liked_not_all_week():
    """Beef is on four plates of a week, and seldom more."""
    counts = [times(Rules(week, likes=("beef",)), Limits(), "beef") for week in WEEKS]
    assert max(counts) <= 6
    assert sum(count > 4 for count in counts) <= 3


def test_counts_the_first_day_most():
    """The first day of a week with something liked is worth most, the fifth nothing."""
    costs = [liked_cost({"beef"}, {"beef": (1 << before) - 1}, 1 << before) for before in range(6)]
    assert costs == sorted(costs)
    assert costs[0] < 2 * costs[1] < 0.0 < costs[4] == costs[5]


def test_counts_no_day_where_none_is_known():
    """For early hours a dish with what is liked comes first, however often the week has it."""
    assert liked_cost({"oats"}, {"oats": 0b1111}, 0) == liked_cost({"oats"}, {"oats": 0}, 0) < 0.0
    assert liked_cost((), {}, 0) == liked_cost((), {}, 0b11) == 0.0


def test_knows_the_days_of_what_is_liked():
    """A place of two days has it on two, and a dish without it on none."""
    others = {"cooked-1": KNOWN["lentil-bolognese"], "quick-1": KNOWN["falafel-plate"]}
    assert liked_days(others, ("lentil",), {"cooked-1": 0b11, "quick-1": 0b10}) == {"lentil": 0b11}


def test_leaves_to_breakfast_what_breakfast_has():
    """Who likes yogurt needs no dinner of it, who likes lentils does, and gravel is none."""
    pools = {
        "weekday-1": [KNOWN["granola-yogurt-berries"]],
        "cooked-1": [KNOWN["lentil-bolognese"], KNOWN["lamb-kofta-bulgur"]],
        "quick-1": [KNOWN["falafel-plate"]],
    }
    rows = liked_kinds(pools, ["cooked-1", "quick-1"], ("yogurt", "lentil", "gravel"))
    assert rows == [{"cooked-1": {"pulses"}}]
    assert liked_in(KNOWN["lentil-bolognese"].variant, ("lentil", "lamb")) == {"lentil"}


LAYOUT = ("a", "b", "c", "d")
THERE = {name: {"fish": ["1", "2"], "pulses": ["3", "4"]} for name in LAYOUT}
PATTERN = {"fish": (0, 14), "pulses": (0, 4)}


class TestKinds:
    """How kinds leave room for what is liked."""

    def test_gives_each_wish_a_place(self):
        """The last place has its kind before others have used it up."""
        for salt in map(str, range(20)):
            found = kinds_of(LAYOUT, THERE, PATTERN, salt, liked=[{"d": {"pulses"}}])
            assert found["d"] == "pulses"

    def test_meets_most_where_it_cannot_meet_all(self):
        """Two wishes for one place leave one of them out, and the week as it was."""
        liked = [{"d": {"pulses"}}, {"d": {"fish"}}]
        for salt in map(str, range(20)):
            found = kinds_of(LAYOUT, THERE, PATTERN, salt, liked=liked)
            assert set(found) == set(LAYOUT)
            assert Counter(found.values())["pulses"] <= 2


def test_draws_no_kind_that_no_pattern_has():
    """A place whose dishes are of no kind of the pattern has none, and nothing goes on for ever."""
    assert kinds_of(("a",), {"a": {"stew": ["one"]}}, {"fish": (0, 1)}, "salt") == {}


def test_gives_each_wish_a_place_of_its_own():
    """On two days where it can be, not on Sunday evening, and no place for two wishes."""
    layout = ("quick-lunch", "cooked-1", "cooked-1", "sunday")
    lamb, lentils, cod = (
        KNOWN[name]
        for name in ("lamb-zucchini-couscous", "lentil-bolognese", "cod-tomato-couscous")
    )
    there = {"quick-lunch": [lentils, cod], "cooked-1": [lamb, lentils, cod], "sunday": [lamb, cod]}
    rules = Rules(1, likes=("lamb", "lentil", "herring"))
    found = with_homes(there, layout, rules)
    assert found == {"quick-lunch": [lentils], "cooked-1": [lamb], "sunday": [lamb, cod]}
    assert with_homes(there, layout, rules._replace(likes=())) == there
