"""What a week has again: one food on many days, breakfasts of one kind, work done twice."""

from collections import defaultdict
from itertools import combinations, pairwise

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.patterns import BREAKFASTS, LAYOUTS
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.repeats import again_cost, beside_of, places_of, too_many_cost
from fuelcalc.planning.menu.rota import rota_of
from fuelcalc.planning.menu.week_dishes import weighed

WEEKS = range(2_917, 2_941)
DIETS = ("omnivore", "pescatarian", "vegetarian", "vegan")
PLACES = places_of(LAYOUTS["usual"], BREAKFASTS["usual"])
KNOWN = {one.variant.dish.dish_id: one for one in weighed(Limits(), BUNDLED)}
EVERY_DAY = 0b1111111


def beside(name, **others):
    """What a place stands beside where the others have some dishes; places are spelled with _."""
    there = {place.replace("_", "-"): KNOWN[dish] for place, dish in others.items()}
    return beside_of(name, there, PLACES)


def eaten(diet, week):
    """The days on which a planned week has each food that is remembered, of all meals."""
    limits = Limits.of(diet=diet)
    known = {one.variant: one for one in weighed(limits, BUNDLED)}
    rota = rota_of(Rules(week), limits, BUNDLED)
    days = defaultdict(set)
    for (weekday, _), variant in rota.planned.items():
        for word in known[variant].remembered:
            days[word].add(weekday)
    for weekday, snacks in enumerate(rota.snacks):
        for word in frozenset().union(*(known[one].remembered for one in snacks)):
            days[word].add(weekday)
    return days


class TestRemembered:
    """What a week counts of a dish."""

    @pytest.mark.parametrize(
        ("dish", "words"),
        [
            ("falafel-plate", {"chickpeas", "pita"}),
            ("granola-yogurt-berries", {"oats", "yogurt"}),
            ("tofu-scramble-toast", {"tofu"}),
            # Nuts, spreads and fruit are on many plates, and bread of any loaf.
            ("peanut-butter-banana-toast", set()),
            ("chicken-fajitas", {"chicken", "tortilla"}),
        ],
    )
    def test_is_what_somebody_would_say(self, dish, words):
        """Falafel and hummus are chickpeas, pita and tortilla are no slices of bread."""
        assert KNOWN[dish].remembered == words


@pytest.mark.parametrize("diet", DIETS)
class TestWeeks:
    """Twenty-four weeks of each diet."""

    def test_has_no_food_on_most_days(self, diet):
        """Hardly a food is remembered on more than three days; readers refused six of seven."""
        # Tofu of vegans apart, whose pattern has soy at five meals and more.
        counts = [
            len(days)
            for week in WEEKS
            for word, days in eaten(diet, week).items()
            if (diet, word) != ("vegan", "tofu")
        ]
        assert max(counts) <= 5
        assert sum(count > 3 for count in counts) <= len(WEEKS)

    @pytest.mark.no_cover
    def test_has_other_breakfasts_on_other_days(self, diet):
        """No two bowls of yogurt, scrambles or shakes among a week's breakfasts, mostly."""
        limits = Limits.of(diet=diet)
        known = {one.variant: one for one in weighed(limits, BUNDLED)}
        # Of 24 weeks one in two tells nothing yet.
        alike, weeks = 0, range(WEEKS[0], WEEKS[0] + 84)
        for week in weeks:
            there = [
                known[one] for one in rota_of(Rules(week), limits, BUNDLED).others["breakfast"]
            ]
            alike += any(
                a.leading & b.leading & a.remembered or a.once & b.once
                for a, b in combinations(there, 2)
            )
        # Few breakfasts of vegans are of neither oats nor tofu.
        assert alike <= len(weeks) / (2 if diet == "vegan" else 4)

    def test_cooks_once_for_a_weekend(self, diet):
        """What is lunch on Saturday and Sunday keeps, so that nobody makes it twice."""
        for week in WEEKS:
            planned = rota_of(Rules(week), Limits.of(diet=diet), BUNDLED).planned
            assert planned[5, "lunch"] is planned[6, "lunch"]
            assert planned[5, "lunch"].dish.keeps > 0

    def test_cooks_one_snack_a_day_at_most(self, diet):
        """Beside three meals nobody makes two snacks of ten minutes."""
        for week in WEEKS:
            for snacks in rota_of(Rules(week), Limits.of(diet=diet), BUNDLED).snacks:
                assert sum(one.dish.minutes >= 10.0 for one in snacks) <= 1


def test_charges_a_food_from_its_fourth_day():
    """Three days of tofu cost nothing more, and each day beyond costs as much as the last."""
    tofu, none = KNOWN["tofu-scramble-toast"], beside("weekday-1")
    costs = [too_many_cost(tofu, none, times=0, days=(1 << n) - 1) for n in range(8)]
    assert costs[:4] == [0.0] * 4
    steps = [later - before for before, later in pairwise(costs[3:])]
    assert min(steps) == max(steps) > 0.0


def test_charges_a_vegetable_from_its_fourth_day():
    """Spinach on three days costs nothing more; a heap on more is charged less than a main food."""
    spinach, none = KNOWN["turkey-quinoa-spinach"], beside("weekday-1")
    assert "spinach" in spinach.heaps - spinach.remembered
    alone = spinach._replace(remembered=frozenset())
    three, four = (too_many_cost(alone, none, times=0, days=(1 << n) - 1) for n in (3, 4))
    assert three == 0.0
    assert 0.0 < four < too_many_cost(spinach, none, times=0, days=0b1111)


def test_charges_tuna_on_a_fourth_day_more_than_any_other():
    """Of light tuna two to three servings a week are advised (FDA and EPA 2021)."""
    tuna, tofu, none = KNOWN["tuna-jacket-potato"], KNOWN["tofu-scramble-toast"], beside("sunday")
    three, four = (too_many_cost(tuna, none, times=0, days=(1 << n) - 1) for n in (3, 4))
    assert three == 0.0
    assert four > too_many_cost(tofu, none, times=0, days=0b1111) > 0.0


def test_has_tuna_on_three_days_at_most():
    """Of a planned week of who likes it, or may eat no meat."""
    for week in WEEKS:
        for limits, likes in ((Limits(), ("tuna",)), (Limits.of(diet="pescatarian"), ())):
            rota = rota_of(Rules(week, likes=likes), limits, BUNDLED)
            plates = [(day, one) for (day, _), one in rota.planned.items()]
            plates += [(day, one) for day, snacks in enumerate(rota.snacks) for one in snacks]
            days = {day for day, one in plates if any("tuna" in food.food_id for food in one.foods)}
            assert len(days) <= 3


def test_charges_no_day_twice():
    """A food on two plates of a day is on one day of the week."""
    tofu = KNOWN["tofu-scramble-toast"]._replace(heaps=frozenset())
    there = beside("weekday-1", weekday_2="tofu-scramble-potatoes", weekend="tofu-bean-fry-up")
    assert there.days["tofu"].bit_count() == 4
    assert too_many_cost(tofu, there, times=0, days=there.days["tofu"]) == 0.0
    assert too_many_cost(tofu, there, times=0, days=EVERY_DAY) > 0.0


@pytest.mark.parametrize(
    ("name", "dish", "others"),
    [
        pytest.param("weekday-2", "tofu-scramble-potatoes", {"weekday_1": "tofu-scramble-toast"},
                     id="two scrambles"),
        pytest.param("weekend", "banana-peanut-smoothie", {"weekday_1": "banana-oat-shake"},
                     id="two from a blender"),
        pytest.param("lean-1", "granola-yogurt-berries", {"weekend": "greek-yogurt-honey-walnuts"},
                     id="two bowls of yogurt, one of them for early hours"),
        pytest.param("weekend-lunch", "hummus-chickpea-wraps", {"quick_2": "falafel-plate"},
                     id="pita again on the next day"),
        pytest.param("weekday-1", "fried-eggs-potatoes-tomato",
                     {"cooked_1": "ricotta-spinach-pasta"}, id="spinach twice on a day"),
        pytest.param("quick-1", "salmon-potatoes-rocket",
                     {"quick_lunch": "lentil-potato-salad"}, id="potatoes on two days running"),
        pytest.param("quick-1", "prawn-pad-thai", {"quick_lunch": "pork-pak-choi-noodles"},
                     id="noodles on two days running"),
        pytest.param("cooked-1", "salade-nicoise", {"quick_lunch": "salmon-rice-lettuce-salad"},
                     id="a salad at noon and in the evening"),
        pytest.param("snack-2", "tofu-edamame-soup", {"snack_1": "edamame-boiled-egg"},
                     id="two snacks to cook"),
    ],
)  # fmt: skip
def test_charges_what_readers_refused(name, dish, others):
    """It costs more beside what it repeats than alone."""
    again = again_cost(KNOWN[dish], beside(name, **others))
    assert again > again_cost(KNOWN[dish], beside(name))


def test_charges_leftovers_nothing():
    """A dinner and the lunch of it on the next day are one place."""
    for name in ("cooked-1", "weekend-lunch"):
        there = beside(name)
        one = KNOWN["falafel-plate"]
        assert again_cost(one, there) == 0.0
        assert too_many_cost(one, there, times=2, days=PLACES.days[name]) == 0.0
