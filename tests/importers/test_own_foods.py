"""Own foods and dishes: which of ours they stand for, who may eat them, and what is cooked."""

import pytest
from own_file import BOWL, BREAD, REVIEWED, bread, dish_of, food_of, refusal, table_of

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits


class TestShadowing:
    """An own food in place of a bundled one."""

    def test_goes_by_the_very_name(self):
        """A food called banana is the banana of every dish, whatever its capitals."""
        table = table_of(bread(name="Bananas", role="fruit"))
        assert table.by_id["banana"] is table.foods[0]
        assert table.foods[0].name == "Bananas"
        assert len(table.foods) == len(BUNDLED.foods)
        assert table.food_named("banana") is table.foods[0]

    def test_goes_by_id(self):
        """A brand that says whom it stands in for, with its own name and our other names."""
        table = table_of(bread(food_id="white-bread"))
        food, ours = table.by_id["white-bread"], BUNDLED.food("white-bread")
        assert food.name == "Mill bread"
        assert food.portion == ours.portion
        assert food.eaten_as_is == ours.eaten_as_is
        assert {ours.name, *ours.synonyms} <= set(food.synonyms)
        assert table.find("white bread")[0] is food

    def test_goes_by_the_id_that_its_name_gives(self):
        """A name that is no name of ours but one of our ids means that food."""
        ours = next(f for f in BUNDLED.foods if f.food_id.replace("-", " ") != f.name)
        table = table_of(bread(name=ours.food_id.replace("-", " "), role=ours.role))
        assert table.by_id[ours.food_id] is table.foods[0]

    def test_never_goes_by_another_name(self):
        """A synonym such as fruit is the name of many foods, and replaces none of them."""
        table = table_of(bread(name="Fruit", role="fruit"))
        assert len(table.foods) == len(BUNDLED.foods) + 1
        assert table.foods[0].food_id == "fruit"

    def test_is_taken_and_bought_as_ours(self):
        """In our measure it is taken in our amounts; in its own nobody has said which."""
        ours = BUNDLED.food("white-bread")
        alike = table_of(bread(food_id="white-bread")).foods[0]
        finer = table_of(bread(food_id="white-bread", step=0.5)).foods[0]
        thicker = table_of(bread(food_id="white-bread", measure="slab", weighs="90 g")).foods[0]
        assert (alike.bought, alike.portion.natural) == (ours.bought, ours.portion.natural)
        assert (finer.bought, finer.portion.natural) == (ours.bought, ())
        assert (thicker.bought, thicker.portion.natural) == (ours.bought, ())
        assert (food_of().bought, food_of().portion.natural) == (None, ())

    def test_keeps_its_own_measure(self):
        """A measure that it states counts for more than ours; its step does, too."""
        mine = table_of(bread(food_id="white-bread", measure="slab", weighs="90 g")).foods[0]
        assert (mine.portion.one, mine.portion.one_g) == ("slab Mill bread", 90.0)
        step = BUNDLED.food("white-bread").portion.step * 2
        stepped = table_of(bread(food_id="white-bread", step=step)).foods[0].portion
        assert (stepped.step, stepped.one) == (step, BUNDLED.food("white-bread").portion.one)

    def test_is_what_bundled_dishes_are_made_of(self):
        """Each dish with white bread has the own one in it."""
        table = table_of(bread(food_id="white-bread", **REVIEWED))
        with_it = [
            variant
            for variant in table.variants(Limits())
            if any(food.food_id == "white-bread" for food in variant.foods)
        ]
        assert with_it
        for variant in with_it:
            assert table.foods[0] in variant.foods

    def test_answers_to_what_is_disliked(self):
        """Who dislikes fish gets no own salmon, whatever it is called."""
        salmon = bread(name="Loch Fine", food_id="salmon", role="snack", **REVIEWED)
        food = table_of(salmon).foods[0]
        assert not Limits.of(dislikes=["fish"]).allow(food)
        assert not Limits.of(dislikes=["salmon"]).allow(food)

    def test_takes_no_review_from_ours(self):
        """Another brand may hold other things: it is reviewed by itself or not at all."""
        food = table_of(bread(name="banana", role="fruit")).foods[0]
        assert food.allergens is None
        assert food.diet is None

    @pytest.mark.parametrize(
        ("second", "line"),
        [
            (BREAD, 'foods[2]: "Mill bread" is "mill-bread", which is there already; keep one'),
            (bread(name="mill breads"), "or give it another food_id"),
            (bread(name="Other", food_id="mill-bread"), 'foods[2]: "Other" is "mill-bread"'),
        ],
    )
    def test_is_done_once(self, second, line):
        """Two own foods of one id would hide each other."""
        assert line in refusal(BREAD, second)

    def test_lets_two_brands_stand_side_by_side(self):
        """With an id of its own a second one is another food."""
        table = table_of(bread(name="banana"), bread(name="banana", food_id="my-banana"))
        assert {"banana", "my-banana"} <= set(table.by_id)
        assert len(table.foods) == len(BUNDLED.foods) + 1


class TestReview:
    """Who is given a food that nobody, or only its owner, has reviewed."""

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({**REVIEWED, "suits": ["gluten-free"]}, "gluten among its allergens means that it is"),
            ({"allergens": ["wheat"], "suits": ["coeliac"]}, "it is not gluten-free; change one"),
            ({"allergens": ["rye"], "diet": "vegan", "suits": ["gf"]}, "it is not gluten-free"),
            ({"may_contain": ["gluten"], "suits": ["gluten-free"]}, "it is not gluten-free"),
            ({"allergens": ["lactose"], "suits": ["lactose-free"]}, "it is not dairy-free"),
            ({"may_contain": ["dairy"], "suits": ["dairy-free"]}, "it is not dairy-free"),
            ({"allergens": ["dairy"], "diet": "vegan"}, "it is not vegan; change one"),
            ({"allergens": ["egg"], "diet": "vegan"}, "it is not vegan"),
            ({"allergens": ["fish"], "diet": "vegetarian"}, "it is not vegetarian"),
            ({"allergens": ["mussel"], "diet": "vegetarian"}, "it is not vegetarian"),
            ({"allergens": ["prawn"], "suits": ["kosher"]}, "it is not kosher-style"),
            ({"role": "meat", "diet": "vegetarian"}, "meat as its role means that it is not veg"),
            ({"role": "poultry", "diet": "vegan"}, "poultry as its role means that it is not"),
            ({"role": "meat", "diet": "pescatarian"}, "it is not pescatarian; change one; what is"),
            ({"role": "fish", "diet": "vegetarian"}, "fish as its role means that it is not veg"),
            ({"role": "shellfish", "suits": ["kosher"]}, "it is not kosher-style"),
            ({"alcohol": "12 g", "energy": "324 kcal", "suits": ["halal"]}, "it is not halal"),
        ],
    )  # fmt: skip
    def test_f40_is_refused_where_it_contradicts_itself(self, changed, line):
        """Who may eat a food cannot go against what it is, contains or may hold traces of."""
        answer = refusal(bread(**changed))
        assert answer.startswith("foods[1]: ")
        assert line in answer

    @pytest.mark.parametrize(
        "changed",
        [
            {"allergens": ["gluten"], "diet": "vegan", "suits": ["dairy-free", "halal"]},
            {"may_contain": ["milk", "egg"], "allergens": [], "diet": "vegan"},
            {"role": "fish", "allergens": ["fish"], "diet": "pescatarian", "suits": ["kosher"]},
            {"role": "meat", "allergens": [], "diet": "omnivore", "suits": ["gluten-free"]},
            {"role": "soy", "allergens": ["soy"], "diet": "vegan", "suits": ["gluten-free"]},
            {"allergens": ["milk"], "diet": "vegetarian", "suits": ["gluten-free"]},
            {"alcohol": "0.5 g", "suits": ["halal"]},
            {"alcohol": "12 g", "energy": "324 kcal", "suits": ["gluten-free"]},
        ],
    )
    def test_f40_is_believed_where_it_can_be(self, changed):
        """Traces speak against no diet, and a food for one limit may be none for another."""
        assert food_of(**changed).name == "Mill bread"

    @pytest.mark.parametrize("salt", ["46.5 g", "45 g"])
    def test_f40_lets_parts_and_salt_fill_the_whole(self, salt):
        """Protein, carbohydrate and fat of 55 g leave 45 g for salt, and what rounding forgives."""
        assert food_of(salt=salt).per_100g.sodium_mg == pytest.approx(float(salt[:-2]) * 400.0)
        assert "salt weigh 101.6 g" in refusal(bread(salt="46.6 g"))

    @pytest.mark.parametrize("known", [{}, {"allergens": []}, {"diet": "vegan"}])
    def test_is_needed_for_anybody_with_a_limit(self, known):
        """Without both allergens and diet a food is for those who avoid nothing."""
        food = food_of(**known)
        assert Limits().allow(food)
        for limits in (
            *({"avoid": [code]} for code in ALLERGENS),
            *({"restrictions": [code]} for code in RESTRICTIONS),
            *({"diet": diet} for diet in DIETS if diet != "omnivore"),
        ):
            assert not Limits.of(**limits).allow(food)

    def test_keeps_an_unreviewed_food_out_of_every_dish(self):
        """Neither bundled nor own dishes give it to somebody with a limit."""
        table = table_of(
            bread(food_id="white-bread"),
            bread(food_id="oats", role="cereal", name="My oats"),
            dishes=[{**BOWL, "foods": ["My oats 0.5-1-1 | white-rice 0.5-1-2"]}],
        )
        assert table.variants(Limits())[0].foods[0].name == "My oats"
        for limits in (Limits.of(avoid=["celery"]), Limits.of(diet="pescatarian")):
            found = table.variants(limits)
            assert found[0].foods[0].food_id == "white-rice"
            assert not any(food.source == "own food" for v in found for food in v.foods)

    def test_counts_what_the_label_says(self):
        """Reviewed, it is for those whom it suits, traces and ways of eating included."""
        food = food_of(**REVIEWED, may_contain=["soya"], suits=["dairy-free", "halal"])
        assert Limits.of(diet="vegan", avoid=["milk", "nuts"], restrictions=["halal"]).allow(food)
        assert not Limits.of(avoid=["gluten"]).allow(food)
        assert not Limits.of(avoid=["soy"]).allow(food)
        assert not Limits.of(restrictions=["kosher"]).allow(food)

    def test_reads_everyday_words(self):
        """Nuts are peanuts and tree nuts, and gluten brings wheat."""
        assert food_of(allergens=["nuts"]).allergens == ("peanut", "tree-nut")
        assert food_of(allergens=[]).allergens == ()


class TestDishes:
    """Dishes of one's own."""

    def test_find_foods_by_id_or_by_name(self):
        """An id, an everyday name, another name that only one food has, and an own food."""
        dish = dish_of(
            bread(measure="slice", weighs="40 g"),
            foods=["brown-rice 0.5-1-2", "Brown Rice 0.5", "mill bread 1-2-3", "porridge oats 0.5"],
        )
        assert [place[0].food_id for place in dish.places] == [
            "brown-rice",
            "brown-rice",
            "mill-bread",
            "oats",
        ]
        assert dish.places[1][0].least == dish.places[1][0].most == 0.5

    def test_may_leave_a_choice(self):
        """A bar parts the foods that may fill one place, best first."""
        dish = dish_of(foods=["brown rice 0.5-1-2 | white rice 0.5-1-2", "banana 0-1-2"])
        assert [one.food_id for one in dish.places[0]] == ["brown-rice", "white-rice"]
        assert dish.places[1][0].least == 0.0

    def test_have_the_columns_of_ours(self):
        """What is left out is what most dishes are."""
        dish = dish_of(minutes=25, serves=2, kitchen="home", how="Boil.\nEat.")
        assert (dish.dish_id, dish.name, dish.meals) == ("my-bowl", "My bowl", ("lunch",))
        assert (dish.minutes, dish.serves, dish.kitchen, dish.how) == (25, 2, "home", "Boil. Eat.")
        assert (dish_of().minutes, dish_of().serves, dish_of().kitchen) == (15, 1, "own")
        assert (dish.hands_on, dish_of().hands_on) == (25, 15)
        assert (dish.keeps, dish.everyday, dish.taste) == (0, 1, "savoury")

    def test_stand_before_ours_and_shadow_them(self):
        """A dish of our id, or of our very name, takes the place of ours."""
        ours = next(dish for dish in BUNDLED.dishes if "{" not in dish.name)
        by_id = table_of(dishes=[{**BOWL, "dish_id": ours.dish_id}])
        by_name = table_of(dishes=[{**BOWL, "name": ours.name.upper()}])
        for table in (by_id, by_name):
            dishes = table.dishes
            assert dishes[0] is table.own_dishes[0]
            assert len(dishes) == len(BUNDLED.dishes)
            assert ours not in dishes
        assert len(table_of(dishes=[BOWL]).dishes) == len(BUNDLED.dishes) + 1

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({"foods": ["brown ricee 1"]}, 'no food is called "brown ricee"; write one of: brown'),
            ({"foods": ["zzzzz 1"]}, 'no food is called "zzzzz"; add it to [[foods]]'),
            ({"foods": ["fish 1"]}, 'several foods are called "fish"; write one of: '),
            ({"foods": ["brown rice"]}, 'is not "food least-usual-most"; write "banana 0.5-1-2"'),
            ({"foods": ["1-2-3"]}, "is not"),
            ({"foods": [""]}, '"" is not'),
            (
                {"foods": ["brown rice 0.5-1-9"]},
                "is more than the largest portion; write up to 2.5 cups",
            ),
            ({"foods": ["brown rice 0.3"]}, "is not measured; write multiples of 0.125"),
            ({"foods": ["brown rice 2-1-0.5"]}, "is not in order; write least-usual-most"),
            ({"foods": ["brown rice nan"]}, "is not in order"),
            ({"foods": ["brown rice 0.5 + banana 1"]}, 'no food is called "brown rice 0.5 + '),
            ({"name": "{1} bowl"}, "the name has {1}, which may not be on the plate"),
            ({"name": "饭"}, 'the name gives no id; write dish_id = "my-dish"'),
        ],
    )
    def test_are_answered_in_one_line_that_names_them(self, changed, line):
        """Whatever is wrong inside a dish is said with its place and its name."""
        answer = refusal(dishes=[BOWL, {**BOWL, "name": "Two", **changed}])
        assert answer.startswith(f'dishes[2], "{changed.get("name", "Two")}": ')
        assert line in answer

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({"meals": ["lunhc"]}, 'dishes[1].meals: "lunhc" is unknown; did you mean "lunch"?'),
            ({"meals": []}, "dishes[1].meals: 0 items, the least is 1"),
            ({"meals": "lunch"}, 'dishes[1].meals: "lunch" is not a list; write ["lunch"]'),
            ({"foods": []}, "dishes[1].foods: 0 items, the least is 1"),
            ({"foods": ["banana 1"] * 8}, "dishes[1].foods: 8 items, the most is 7"),
            ({"minutes": "5 min"}, 'dishes[1].minutes: "5 min" is not a number; write a number'),
            ({"minutes": -1}, "dishes[1].minutes: -1 is outside 0 to 600"),
            ({"serves": 0}, "dishes[1].serves: 0 is outside 1 to 50"),
            ({"food": []}, 'dishes[1].food: unknown key; did you mean "foods"?'),
            ({"name": None}, 'dishes[1].name: missing; write name = "Lentil soup"'),
            ({"meals": None}, 'dishes[1].meals: missing; write meals = ["lunch"]'),
            ({"foods": None}, 'dishes[1].foods: missing; write foods = ["brown rice 0.5-1-2"]'),
            ({"dish_id": "A B"}, 'dishes[1].dish_id: "A B" is not an id'),
        ],
    )
    def test_have_the_keys_that_they_need(self, changed, line):
        """Wrong keys and values are said with their place."""
        assert refusal(dishes=[{**BOWL, **changed}]).startswith(line)

    def test_stand_once(self):
        """Two dishes of one id would hide each other."""
        line = refusal(dishes=[BOWL, {**BOWL, "name": "my BOWL"}])
        assert line == (
            'dishes[2]: "my BOWL" is "my-bowl", which is there already; keep one, or give it '
            "another dish_id"
        )
