"""The week's dishes: the pattern, what is cooked once and eaten twice, time and likes."""

from collections import Counter
from statistics import fmean

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.patterns import LAYOUTS, MOST_PACKED_MIN, PATTERNS, pattern_of
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import _cost, rota_of
from fuelcalc.planning.menu.week_dishes import is_wished, weighed

WEEKS = range(2_917, 2_929)
ANYBODY = Limits()


def group_of(variant, limits):
    """Which kind of protein a dish is of."""
    return next(one.group for one in weighed(limits, BUNDLED) if one.variant is variant)


def mains(rota):
    """The lunches and dinners of a week by weekday and meal."""
    return {place: one for place, one in rota.planned.items() if place[1] != "breakfast"}


@pytest.mark.parametrize(
    "limits",
    [
        *(Limits.of(diet=diet) for diet in PATTERNS),
        Limits.of(restrictions=["kosher"]),
        Limits.of(avoid=["gluten", "milk"]),
        *(Limits.of(diet=diet, restrictions=["low-fodmap"]) for diet in PATTERNS),
    ],
    ids=[
        *PATTERNS,
        "kosher",
        "without gluten and milk",
        *(f"{diet} low-fodmap" for diet in PATTERNS),
    ],
)
class TestPattern:
    """What a week's fourteen lunches and dinners are made of."""

    def test_f32_is_kept_in_every_week(self, limits):
        """So much fish, poultry, meat, egg, pulses and soy as the diet's pattern says."""
        for week in WEEKS:
            found = mains(rota_of(Rules(week), limits, BUNDLED))
            counts = Counter(group_of(one, limits) for one in found.values())
            assert len(found) == 14
            pattern = pattern_of(limits.diet, limits.restrictions)
            assert counts.keys() <= pattern.keys()
            for group, (low, high) in pattern.items():
                assert low <= counts[group] <= high, (week, group)

    def test_has_two_dishes_a_day(self, limits):
        """Lunch and dinner are never one dish, and each may be eaten."""
        for week in WEEKS:
            rota = rota_of(Rules(week), limits, BUNDLED)
            for weekday in range(7):
                lunch, dinner = (rota.planned[(weekday, meal)] for meal in ("lunch", "dinner"))
                assert lunch is not dinner
            allowed = {(one.dish.dish_id, one.name) for one in BUNDLED.variants(limits)}
            assert {(one.dish.dish_id, one.name) for one in rota.planned.values()} <= allowed


def test_f34_eats_what_was_cooked_as_the_next_days_lunch():
    """A dinner that comes back keeps, and is carried."""
    for week in WEEKS:
        planned = rota_of(Rules(week), ANYBODY, BUNDLED).planned
        for weekday in (1, 3, 4):
            lunch = planned[(weekday, "lunch")]
            assert lunch is planned[(weekday - 1, "dinner")]
            assert lunch.dish.keeps > 0
            assert lunch.dish.carried != "no"


@pytest.mark.parametrize(
    ("variety", "least", "most"), [("low", 7, 7), ("usual", 9, 10), ("high", 14, 14)]
)
def test_has_as_many_dishes_as_somebody_wants(variety, least, most):
    """Fewer where variety is low, another at every meal where it is high."""
    for week in WEEKS:
        found = mains(rota_of(Rules(week, variety=variety), ANYBODY, BUNDLED))
        assert least <= len(set(found.values())) <= most
    assert all(len(layout) == 14 for layout in LAYOUTS.values())


@pytest.mark.parametrize(("variety", "count"), [("low", 2), ("usual", 3), ("high", 5)])
def test_has_as_many_breakfasts_as_somebody_wants(variety, count):
    """One from Monday to Friday and one for the weekend, where variety is low."""
    for week in WEEKS:
        planned = rota_of(Rules(week, variety=variety), ANYBODY, BUNDLED).planned
        found = [planned[(weekday, "breakfast")] for weekday in range(7)]
        assert len(set(found)) == count


def test_is_the_same_for_the_same_week_and_another_for_the_next():
    """Nothing but the week, the limits and the rules decides."""
    first = rota_of(Rules(WEEKS[0]), ANYBODY, BUNDLED)
    rota_of.cache_clear()
    again = rota_of(Rules(WEEKS[0]), ANYBODY, BUNDLED)
    assert first == again
    assert rota_of(Rules(WEEKS[1]), ANYBODY, BUNDLED) != first
    assert rota_of(Rules(WEEKS[0], seed=1), ANYBODY, BUNDLED) != first


@pytest.mark.parametrize("minutes", [10.0, 15.0, 20.0])
def test_f36_cooks_in_time_or_takes_what_comes_nearest(minutes):
    """From Monday to Friday nothing takes longer than there is time, or than the quickest does."""
    allowed = BUNDLED.variants(ANYBODY)
    for week in WEEKS:
        planned = rota_of(Rules(week, most_minutes=minutes), ANYBODY, BUNDLED).planned
        for weekday in range(5):
            dinner = planned[(weekday, "dinner")].dish
            quickest = min(one.dish.minutes for one in allowed if "dinner" in one.dish.meals)
            assert dinner.minutes <= max(minutes, quickest)


def test_serves_what_is_liked_more_often():
    """Not every day, and more often than without the like."""
    counts = [
        sum(
            is_wished(one, ("salmon",))
            for week in WEEKS
            for one in mains(rota_of(Rules(week, likes=likes), ANYBODY, BUNDLED)).values()
        )
        for likes in ((), ("salmon",))
    ]
    assert counts[0] < counts[1] < 14 * len(WEEKS) / 3


def test_makes_a_week_of_what_little_there_is():
    """Where the pattern cannot be kept the week is as near to it as may be."""
    limits = Limits.of(diet="vegan", avoid=["soy", "nuts", "gluten"])
    found = mains(rota_of(Rules(WEEKS[0]), limits, BUNDLED))
    assert len(found) == 14
    assert {group_of(one, limits) for one in found.values()} <= {"pulses", "other", "soy"}


def test_is_empty_where_nothing_may_be_eaten():
    """Nobody has a week without a dish."""
    rota = rota_of(
        Rules(WEEKS[0]), Limits.of(dislikes=[food.name for food in BUNDLED.foods]), BUNDLED
    )
    assert rota.planned == {}
    assert not any(rota.others.values())


PEOPLE = [
    *(Limits.of(diet=diet, avoid=avoid) for diet in PATTERNS for avoid in ((), ("nuts",))),
    Limits.of(restrictions=["gluten-free"]),
    Limits.of(restrictions=["low-fodmap"]),
    Limits.of(diet="vegetarian", restrictions=["dairy-free"]),
]


@pytest.mark.no_cover
@pytest.mark.parametrize("limits", PEOPLE, ids=repr)
@pytest.mark.parametrize("lunch", ["", "packed", "microwave"])
@pytest.mark.parametrize("minutes", [None, 15.0, 25.0])
def test_cooks_no_dish_a_second_time(limits, lunch, minutes):
    """One place of the week has one dish, in however little time, also where few dishes keep."""
    for week in WEEKS[::4]:
        rules = Rules(week, lunch=lunch, most_minutes=minutes)
        rota = rota_of(rules, limits, BUNDLED)
        places = {
            (name, rota.planned[(place // 2, ("lunch", "dinner")[place % 2])].dish.dish_id)
            for place, name in enumerate(rota.layout)
        }
        dishes = Counter(dish for _, dish in places)
        assert max(dishes.values()) == 1, dishes.most_common(2)


@pytest.mark.parametrize("limits", PEOPLE, ids=repr)
def test_packs_before_work_what_takes_minutes(limits):
    """A packed lunch is last night's dinner, or is made in twelve minutes and eaten cold."""
    for week in WEEKS[::3]:
        rota = rota_of(Rules(week, lunch="packed"), limits, BUNDLED)
        for weekday in range(5):
            lunch = rota.planned[(weekday, "lunch")].dish
            assert lunch.carried == "cold"
            if rota.layout[2 * weekday] not in rota.layout[1::2]:
                assert lunch.minutes <= MOST_PACKED_MIN


def test_cooks_for_two_only_what_keeps():
    """In fifteen minutes one dish keeps without nuts: other dinners and lunches are their own."""
    without = Limits.of(avoid=["nuts"])
    rota = rota_of(Rules(WEEKS[0], lunch="packed", most_minutes=15.0), without, BUNDLED)
    for weekday in range(1, 5):
        if rota.layout[2 * weekday] == rota.layout[2 * weekday - 1]:
            assert rota.planned[(weekday, "lunch")].dish.keeps > 0
    assert rota.layout.count("cooked-1") == 2
    assert "cooked-2" not in rota.layout
    assert {"quick-3", "quick-4", "quick-lunch-2"} <= {*rota.layout}


def test_makes_snacks_in_a_kitchen_unless_there_is_none():
    """A week of whom nothing is known is one at home, which nobody carries to work in a box."""
    unsaid, home, away = (
        [rota_of(Rules(week, **more), Limits(), BUNDLED).snacks for week in range(2917, 2923)]
        for more in ({}, {"is_away": False}, {"is_away": True})
    )
    assert unsaid == home != away


@pytest.mark.parametrize("diet", PATTERNS)
def test_weighs_every_dish_of_the_meals_that_it_plans(diet):
    """No dish of a meal that a week has something for is left out, and no side is weighed."""
    limits = Limits.of(diet=diet)
    rota = rota_of(Rules(WEEKS[0]), limits, BUNDLED)
    planned = {*rota.others, *(meal for _, meal in rota.planned)}
    known = {one.variant for one in weighed(limits, BUNDLED)}
    assert known == {
        one for one in BUNDLED.variants(limits) if not planned.isdisjoint(one.dish.meals)
    }
    assert known < set(BUNDLED.variants(limits))


def _share_of(diet, weighed_as):
    """How much a meal of planned weeks has of what is weighed so, to a meal of all there are."""
    limits = Limits.of(diet=diet)
    known = {one.variant: getattr(one, weighed_as) for one in weighed(limits, BUNDLED)}
    there = [
        much
        for variant, much in known.items()
        if not {"lunch", "dinner"}.isdisjoint(variant.dish.meals)
    ]
    eaten = [
        known[one]
        for week in WEEKS
        for one in mains(rota_of(Rules(week), limits, BUNDLED)).values()
    ]
    return fmean(eaten) / fmean(there)


@pytest.mark.parametrize("diet", PATTERNS)
def test_serves_less_fibre_than_its_dishes_hold(diet):
    """Beyond 12 g for each 1,000 kcal lunches and dinners hold less than their pool does."""
    # Of vegans' meals fewer are of soy, which has little, since days may exchange a dish of it, and
    # six of pulses, since the eve of a long session exchanges one.
    assert _share_of(diet, "much_fibre_g") < (0.83 if diet == "vegan" else 0.75)


@pytest.mark.parametrize("diet", PATTERNS)
def test_serves_more_protein_than_its_dishes_hold(diet):
    """Below 50 g for each 1,000 kcal lunches and dinners lack less than their pool does."""
    assert _share_of(diet, "missing_protein_g") < 0.81


def test_knows_much_fibre_from_enough():
    """A bowl of beans, corn and rice holds far more than its energy wants; chicken none."""
    known = {one.variant.dish.dish_id: one for one in weighed(ANYBODY, BUNDLED)}
    assert known["burrito-bowl"].much_fibre_g > 10.0
    assert known["ginger-chicken-rice-carrots"].much_fibre_g == 0.0


def test_knows_little_protein_from_enough():
    """A curry of squash and coconut lacks much for its energy; mince of soya nothing."""
    known = {one.variant.dish.dish_id: one for one in weighed(Limits.of(diet="vegan"), BUNDLED)}
    assert known["squash-chickpea-curry"].missing_protein_g > 15.0
    assert known["soya-bolognese"].missing_protein_g == 0.0


def test_leaves_a_day_room_to_exchange_a_dish():
    """A vegan's week has neither the least nor the most of soy, nor of what is no protein's."""
    limits = Limits.of(diet="vegan")
    for week in WEEKS:
        kinds = Counter(
            group_of(one, limits) for one in mains(rota_of(Rules(week), limits, BUNDLED)).values()
        )
        # The eve of a long session takes one of pulses away, of which five are the least.
        assert kinds["pulses"] == 6
        assert 6 <= kinds["soy"] <= 7
        assert 1 <= kinds["other"] <= 2


def test_has_vegetarian_meals_without_milk_of_every_kind():
    """Who eats no dairy has lunches and dinners of vegetables and nuts too, as cheese has none."""
    limits = Limits.of(diet="vegetarian", restrictions=["dairy-free"])
    low, high = pattern_of("vegetarian", ())["other"]
    for week in WEEKS:
        planned = mains(rota_of(Rules(week), limits, BUNDLED)).values()
        assert low <= sum(group_of(one, limits) == "other" for one in planned) <= high


def test_knows_much_salt_from_enough():
    """Prawns with fish sauce hold over a gram of sodium too many for their energy; mince none."""
    known = {one.variant.dish.dish_id: one for one in weighed(ANYBODY, BUNDLED)}
    salad = known["vietnamese-prawn-noodle-salad"]
    assert salad.much_sodium_mg > 700.0
    assert known["beef-carrot-potato-pan"].much_sodium_mg == 0.0
    # A gram costs two in the coin of a week, of which a thing to buy is three and a half.
    costs = [_cost("quick-1", salad._replace(much_sodium_mg=mg), Rules(2917)) for mg in (0.0, 1e3)]
    assert costs[1] - costs[0] == pytest.approx(2.0)
