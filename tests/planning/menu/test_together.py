"""What the plates of one day may not share, by what they are and over whole days."""

from random import Random

import pytest
from bars import fortnight, people
from odd_days import odd
from people import athlete, day, lift, man, run

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.kin import KIN, kin_of
from fuelcalc.planning.menu.one_plate import on_one_plate
from fuelcalc.planning.menu.together import (
    MOST_A_DAY,
    _much_of,
    counted_as,
    counted_in,
    is_around,
    leading,
    makings_of,
    most_a_day,
    named_by,
)

MENU = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}


def named(dish_id, main, *sides):
    """What a dish is known by, with its sides."""
    variants = tuple(MENU[one] for one in (dish_id, *sides))
    foods = tuple(food for one in variants for food in one.foods)
    return named_by(variants, foods, BUNDLED.food(main))


class TestKin:
    """Foods that are one to whoever has them again."""

    @pytest.mark.parametrize(
        ("word", "kin", "others"),
        [
            ("beef", "beef", {"beef-liver", "beef-jerky"}),
            ("chicken", "chicken", {"chicken-broth"}),
            ("prawn", "prawns", set()), ("salmon", "salmon", set()), ("tofu", "tofu", set()),
            ("tuna", "tuna", set()), ("turkey", "turkey", set()), ("yogurt", "yogurt", set()),
            ("potato", "potatoes", {"sweet-potato", "boiled-sweet-potato"}),
            ("pasta", "pasta", {"gnocchi", "tomato-sauce"}), ("pork", "pork", {"ham", "bacon"}),
        ],
    )  # fmt: skip
    def test_knows_every_food_that_is_called_so(self, word, kin, others):
        """All yogurts are yogurt; what only has the word in its name is named here."""
        called = {
            food.food_id
            for food in BUNDLED.foods
            if any(word in name.lower() for name in (food.name, *food.synonyms))
        }
        assert {one for one in called if kin_of(BUNDLED.food(one)) != kin} == others

    def test_names_no_food_that_there_is_not(self):
        """What is one with others is a food of the table, by its id."""
        assert set().union(*KIN.values()) <= {food.food_id for food in BUNDLED.foods}

    @pytest.mark.parametrize("food_id", ["pancakes", "waffle", "croissant"])
    def test_takes_no_batter_for_bread(self, food_id):
        """Toast at breakfast keeps no waffle from the afternoon."""
        assert kin_of(BUNDLED.food(food_id)) != "bread"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("silken-tofu", "extra-firm-tofu"), ("boiled-egg", "fried-egg"),
            ("rice-cake", "rice-noodles"), ("pita", "white-toast"), ("skyr", "greek-yogurt"),
            ("peanut-butter", "almond-butter"), ("smoked-salmon", "canned-salmon"),
            ("new-potatoes", "mashed-potato"), ("small-banana", "banana"),
        ],
    )  # fmt: skip
    def test_knows_one_food_under_many_names(self, one, other):
        """Soft tofu is tofu, and a rice cake is rice."""
        assert kin_of(BUNDLED.food(one)) == kin_of(BUNDLED.food(other))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("chicken-breast", "turkey-breast"), ("tofu", "cooked-tempeh"),
            ("pancakes", "white-bread"), ("sweet-potato", "boiled-potato"),
            ("salmon", "tuna"), ("hummus", "peanut-butter"),
        ],
    )  # fmt: skip
    def test_keeps_apart_what_is_another_food(self, one, other):
        """Chicken is no turkey, and a pancake no slice of bread."""
        assert kin_of(BUNDLED.food(one)) != kin_of(BUNDLED.food(other))

    def test_knows_only_foods_of_the_table(self):
        """No family has a member that is no food, and none is in two."""
        members = [food_id for foods in KIN.values() for food_id in foods]
        assert set(members) <= set(BUNDLED.by_id)
        assert len(set(members)) == len(members)


class TestNames:
    """What a plate is known by."""

    def test_counts_a_side_among_the_dishes(self):
        """A bowl of yogurt beside a curry is a dish of the day as the curry is."""
        dishes, mains, *_ = named("chana-masala", "chickpeas", "side-yogurt")
        assert dishes == {"chana-masala", "side-yogurt"}
        assert mains == {"canned chickpeas"}

    def test_knows_fish_and_tofu_however_little_there_is(self):
        """Salmon in a sandwich is salmon, tofu beside rice is tofu, and yogurt is neither."""
        assert named("salmon-cucumber-sandwich", "wholewheat-bread")[1] == {"bread", "salmon"}
        assert "tofu" in named("tofu-bibimbap", "white-rice")[1]
        assert named("quark-plums", "quark")[1] <= {"yogurt"}
        assert named("toast-with-jam", "white-toast")[1] == frozenset()

    def test_knows_what_one_of_is_enough(self):
        """Egg, pulses and soy are kinds of main food of which a day has one; yogurt is none."""
        assert named("chana-masala", "chickpeas")[4] == {"legume"}
        assert named("spanish-omelette", "egg")[4] == {"egg"}
        assert named("quark-plums", "soy-yogurt")[4] == frozenset()
        assert named("turkey-bolognese", "turkey-mince")[4] == frozenset()

    def test_holds_nothing_against_what_is_eaten_for_a_session(self):
        """A slice of toast before a run is a dish, and no main food of the day."""
        assert is_around((MENU["toast-with-jam"],))
        assert not is_around((MENU["banana-oat-shake"],))
        dishes, mains, leads, alike, *_ = named("toast-with-jam", "white-toast")
        assert dishes == {"toast-with-jam"}
        assert mains == leads == alike == frozenset()

    def test_knows_what_leads_a_light_plate(self):
        """Peanut butter on bread is bread and nut butter; milk, fat and sugar lead nothing."""
        assert leading((MENU["peanut-butter-banana-toast"],)) <= {"bread", "nut butter", "bananas"}
        assert "nut butter" in leading((MENU["apple-nut-butter-milk"],))
        assert leading((MENU["turkey-bolognese"],)) == frozenset()
        for one in MENU.values():
            assert len(leading((one,))) <= 2


class TestCounts:
    """What is counted over a day."""

    def test_counts_fruit_and_starch_alone(self):
        """A kiwi, rice in any shape; no vegetable, no meat."""
        assert counted_as(BUNDLED.food("kiwi")) == {"fruit kiwis", "served kiwis"}
        for name in ("rice-pudding", "white-rice"):
            assert counted_as(BUNDLED.food(name)) == {"starch rice"}
        assert counted_as(BUNDLED.food("carrot")) == frozenset()
        assert (most_a_day("fruit kiwis"), most_a_day("starch rice")) == (
            MOST_A_DAY["fruit"], MOST_A_DAY["starch"],
        )  # fmt: skip

    def test_counts_what_is_on_the_plate(self):
        """
        A food of which nothing is taken is not there, nor is what is taken on the move.

        What is eaten for a run is no fruit at a table.
        """
        toast = MENU["toast-and-banana"]
        assert counted_in((toast,), toast.foods, [1, 1]) == {"starch bread", "fruit bananas"}
        assert counted_in((toast,), toast.foods, [1, 0]) == {"starch bread"}
        plate = MENU["banana-nut-butter-toast"]
        assert "served bananas" in counted_in((plate,), plate.foods, [1] * len(plate.foods))
        long = MENU["long-rice"]
        assert counted_in((long,), long.foods, [1] * len(long.foods)) == frozenset()

    def test_counts_any_juice_as_juice(self):
        """Apple juice at breakfast and grape juice at noon are two juices; lemon seasons."""
        for name in ("apple-juice", "grape-juice", "orange-juice"):
            assert counted_as(BUNDLED.food(name)) == {"juice juice"}
        assert counted_as(BUNDLED.food("lemon-juice")) == frozenset()

    def test_counts_eggs_and_potatoes_where_there_are_many(self):
        """Two eggs (100 g) or a plate of potatoes, whatever the meal; one egg in rice is none."""

        def much(dish_id):
            words = counted_in((MENU[dish_id],), MENU[dish_id].foods, [1] * 12)
            return {word for word in words if word.startswith("much")}

        assert much("spanish-omelette") == {"much eggs", "much potatoes"}
        assert much("egg-fried-rice") == {"much eggs"}
        assert much("ginger-tofu-rice-noodles") == {"much carrots"}
        assert much("turkey-bolognese") == set()
        # 50 g, an egg by the food table, beside rice.
        food = BUNDLED.food("boiled-egg")
        assert _much_of(food, 50.0) == _much_of(food, 89.0) == frozenset()
        assert _much_of(food, 90.0) == {"much eggs"}


def drawn_days():
    """Days of people of six diets and more, drawn by a seed."""
    lot = Random(1914)  # noqa: S311 - people, no secret
    eaters = (
        {}, {"diet": "vegan"}, {"diet": "vegetarian"}, {"diet": "pescatarian"},
        {"restrictions": ["low-fodmap"]}, {"restrictions": ["gluten-free"]},
        {"avoid": ["gluten", "milk"]}, {"diet": "vegetarian", "restrictions": ["low-fodmap"]},
    )  # fmt: skip
    sessions = ((), (run(),), (lift("18:00"),), (run("06:00"), lift("17:30")))
    for number in range(24):
        make = lot.choice((athlete, man))
        mass = lot.uniform(48.0, 66.0) if make is athlete else lot.uniform(65.0, 105.0)
        who = make(mass_kg=round(mass), **eaters[number % len(eaters)])
        yield (
            who,
            day(
                *lot.choice(sessions), date=f"2026-{lot.randint(1, 12):02}-{lot.randint(1, 28):02}"
            ),
        )


DRAWN = list(drawn_days())


@pytest.mark.parametrize("number", range(len(DRAWN)))
def test_f34_serves_days_that_a_cook_would_make(number):
    """No dish, side or main food twice, no fruit thrice, no starch four times, few eggs."""
    who, when = DRAWN[number]
    found = odd(plan_day(who, when))
    if who.diet != "omnivore" and "low-fodmap" in who.restrictions:
        # Eggs and tofu are all the protein that there is, and come twice.
        found = [one for one in found if "main food" not in one]
    assert found == []


class TestMainMeals:
    """What lunch and dinner of one day should not share."""

    def test_knows_the_starch_and_the_greens_of_a_main_meal(self):
        """Rice of whatever kind is rice; a breakfast of bread has none that counts."""
        assert makings_of(MENU["burrito-bowl"]) >= {"starch rice", "pulse"}
        assert "starch rice" in named("chana-masala", "chickpeas")[3]
        assert "blended" in named("peanut-maple-milkshake", "peanut-butter")[2]
        assert "yogurt" in named("quark-plums", "quark")[2]
        assert named("nuts-raisins-milk", "almonds")[3] == frozenset()

    def test_knows_what_is_blended_and_drunk(self):
        """A smoothie, a shake and a drink of oats are one kind, as a snack or after a run."""
        for one in (
            "banana-peanut-smoothie",
            "banana-oat-shake",
            "oat-banana-drink",
            "mango-lassi",
        ):
            assert "blended" in named(one, "banana")[2]

    def test_counts_pulses_however_few_and_milk_beside_a_plate(self):
        """White beans on toast are pulses where something else leads the plate."""
        assert "legume" in named("burrito-bowl", "white-rice")[4]
        assert "milk to drink" in named("spanish-omelette", "egg", "side-milk")[4]
        assert "milk to drink" not in named("spanish-omelette", "egg", "apple-juice-glass")[4]

    def test_puts_one_drink_beside_a_plate(self):
        """A glass of milk with a glass of chocolate milk is no second course."""
        plate = [MENU[one] for one in ("turkey-bolognese", "side-milk", "chocolate-milk-glass")]
        assert on_one_plate(plate[:2], Limits())
        assert on_one_plate([plate[0], plate[2]], Limits())
        assert not on_one_plate(plate, Limits())

    def test_puts_no_fruit_beside_a_smoothie_and_no_second_handful_of_nuts(self):
        """A smoothie holds its fruit, eggs with juice may have a banana; nuts stand once."""
        smoothie, eggs = MENU["banana-peanut-smoothie"], MENU["mushroom-cheese-omelette"]
        assert "orange juice" in eggs.name
        for side, with_smoothie, with_eggs in (
            ("side-banana", False, True), ("side-orange-juice", False, False),
        ):  # fmt: skip
            assert on_one_plate([smoothie, MENU[side]], Limits()) is with_smoothie
            assert on_one_plate([eggs, MENU[side]], Limits()) is with_eggs
        bowl, stew = MENU["greek-yogurt-honey-walnuts"], MENU["turkey-bolognese"]
        for dish, goes in ((bowl, False), (stew, True)):
            assert on_one_plate([dish, MENU["side-nuts"]], Limits()) is goes

    def test_f34_hardly_repeats_a_starch_or_pulses_within_a_day(self):
        """
        Over two weeks of eight people nine days in ten have two starches, and no one two pulses.

        Vegans apart, whose protein pulses are; who eats no gluten has few starches to choose from.
        """
        same = twice = days = 0
        for place, who in enumerate(people(8)):
            week = fortnight(place)
            calendar = Calendar(days=tuple(week))
            for one in week:
                before, after = calendar.neighbours(one)
                found = plan_day(who, one, before=before, after=after, week=week)
                mains = [_starches(entry) for entry in found.timeline if entry.name in _MAINS]
                same += len(mains) == 2 and not mains[0].isdisjoint(mains[1])
                twice += who.diet != "vegan" and sum(map(_has_pulses, found.timeline)) > 1
                days += 1
        assert days == 112
        assert same <= 0.1 * days
        assert twice <= 0.02 * days


_MAINS = {"lunch", "dinner"}


def _starches(entry):
    """The starches of a plate, from 30 g on, by what they are to an eater."""
    foods = ((item.grams, BUNDLED.by_id[item.food_id]) for item in entry.items)
    words = frozenset().union(*(counted_as(food) for grams, food in foods if grams >= 30.0))
    return {word for word in words if word.startswith("starch")}


def _has_pulses(entry):
    """Whether a plate holds more than a spoon of pulses."""
    return entry.kind != "during" and any(
        BUNDLED.by_id[item.food_id].role == "legume" and item.grams >= 40.0 for item in entry.items
    )
