"""How dishes are chosen: by meal, kitchen, time and food, and by a profile."""

import pytest

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.models.dishes import MEALS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.variants import goes_together


def foods_of(dish):
    """Every food that a dish may be made of as it is shown: chosen, or instead."""
    return [
        BUNDLED.food(food_id)
        for part in dish["foods"]
        for food_id in (part["food_id"], *part["instead"])
    ]


class TestFilters:
    """Nothing that is listed breaks a filter, and nothing that keeps it is left out."""

    @pytest.mark.parametrize("diet", DIETS)
    def test_keep_a_diet(self, listed_dishes, diet):
        """Every food of every listed dish is for the diet, the alternatives too."""
        found = listed_dishes("--diet", diet)
        assert len(found) == len(BUNDLED.variants(Limits.of(diet=diet)))
        for dish in found:
            assert all(DIETS.index(food.diet) <= DIETS.index(diet) for food in foods_of(dish))
            assert DIETS.index(dish["diet"]) <= DIETS.index(diet)

    @pytest.mark.parametrize("allergen", ALLERGENS)
    def test_keep_an_allergen_out(self, listed_dishes, allergen):
        """No food of a listed dish holds or may hold what is avoided."""
        for dish in listed_dishes("--avoid", allergen):
            for food in foods_of(dish):
                assert allergen not in (*food.allergens, *food.may_contain)
            assert allergen not in (*dish["allergens"], *dish["may_contain"])

    @pytest.mark.parametrize("way", RESTRICTIONS)
    def test_keep_a_way_of_eating(self, listed_dishes, way):
        """Every food of every listed dish was reviewed for it, and together they keep it."""
        for dish in listed_dishes("--restriction", way):
            for food in foods_of(dish):
                assert way in food.suits or way in dict(food.suits_up_to_g), food.food_id
            assert way in dish["suits"]

    def test_keep_milk_from_meat_whatever_stands_in(self, listed_dishes):
        """Whatever takes a food's place, meat and milk share no kosher-style plate."""
        limits = Limits.of(restrictions=["kosher"])
        for dish in listed_dishes("--restrictions", "kosher"):
            chosen = [BUNDLED.food(part["food_id"]) for part in dish["foods"]]
            for place, part in enumerate(dish["foods"]):
                for food_id in part["instead"]:
                    plate = [*chosen[:place], BUNDLED.food(food_id), *chosen[place + 1 :]]
                    assert goes_together(plate, limits)

    @pytest.mark.parametrize("meal", MEALS)
    def test_keep_a_meal(self, listed_dishes, meal):
        """Only dishes of that meal are listed, and all of them."""
        found = {dish["dish_id"] for dish in listed_dishes("--meal", meal)}
        assert found == {dish.dish_id for dish in BUNDLED.dishes if meal in dish.meals}

    @pytest.mark.parametrize("kitchen", ["italian", "Middle Eastern", "thai,indian"])
    def test_keep_a_kitchen(self, listed_dishes, kitchen):
        """Only dishes of those kitchens are listed."""
        words = {word.casefold().replace(" ", "-") for word in kitchen.split(",")}
        assert {dish["kitchen"] for dish in listed_dishes("--kitchen", kitchen)} == words

    @pytest.mark.parametrize("text", ["10", "10 min", "600 s"])
    def test_keep_the_minutes(self, listed_dishes, text):
        """Nothing takes longer than asked for; what takes just as long is listed."""
        minutes = [dish["minutes"] for dish in listed_dishes("--minutes", text)]
        assert max(minutes) == 10.0

    @pytest.mark.parametrize("food_id", ["salmon", "brown-rice", "sweet-potato", "oats"])
    def test_keep_a_food(self, listed_dishes, food_id):
        """Every listed dish is made with it, and each that can be is listed."""
        name = BUNDLED.food(food_id).name
        found = {dish["dish_id"] for dish in listed_dishes("--with", name)}
        able = {
            dish.dish_id
            for dish in BUNDLED.dishes
            if any(one.food_id == food_id for place in dish.places for one in place)
        }
        assert able <= found

    def test_fill_dishes_with_the_food_asked_for(self, listed_dishes):
        """A food that is only an alternative takes its place when it is asked for."""
        for dish in listed_dishes("--with", "tofu"):
            chosen = [BUNDLED.food(part["food_id"]) for part in dish["foods"]]
            assert any("tofu" in f"{food.name} {food.synonyms}" for food in chosen)

    def test_keep_own_measures_when_a_food_is_asked_for(self, listed_dishes, home):
        """An own food in other measures keeps a bundled dish's grams, with --with or without."""
        file = home / "own.toml"
        file.write_text(
            '[[foods]]\nfood_id = "oats"\nname = "oats"\nrole = "grain"\nenergy = "370 kcal"\n'
            'protein = "13 g"\ncarbohydrate = "60 g"\nfat = "7 g"\nmeasure = "scoop"\n'
            'weighs = "10 g"\nmost = 12\n',
            encoding="utf-8",
        )

        def grams(dishes):
            return {
                dish["dish_id"]: part["usual"]["grams"]
                for dish in dishes
                for part in dish["foods"]
                if part["food_id"] == "oats"
            }

        plain = grams(listed_dishes("--foods", str(file)))
        asked = grams(listed_dishes("--with", "oats", "--foods", str(file)))
        assert asked == plain
        assert asked


class TestProfile:
    """The limits of the saved athlete."""

    def test_hold_for_dishes(self, fuelcalc, listed_dishes, profile):
        """A profile's diet, allergens and dislikes hold, and the page says so."""
        profile('[athlete]\ndiet = "vegan"\navoid = ["peanut"]\ndislikes = ["tofu"]\n')
        assert fuelcalc("dishes").out.startswith("For your profile: vegan, without peanut, tofu.")
        for dish in listed_dishes():
            assert dish["diet"] == "vegan"
            assert "peanut" not in (*dish["allergens"], *dish["may_contain"])
            assert "tofu" not in dish["name"]

    @pytest.mark.parametrize(
        ("born", "is_listed"),
        [("age = 64", True), ("age = 65", False), ("birth_date = 1950-01-02", False)],
    )
    def test_leave_cold_smoked_salmon_to_the_younger(self, listed_dishes, profile, born, is_listed):
        """What a plan never serves is not listed as theirs."""
        profile(f"[athlete]\n{born}\n")
        listed = {dish["dish_id"] for dish in listed_dishes()}
        assert ("smoked-salmon-bagel" in listed) is is_listed

    def test_are_added_to_and_a_diet_is_replaced(self, listed_dishes, profile):
        """An option's allergens join the profile's; its diet takes the place of the profile's."""
        profile('[athlete]\ndiet = "vegan"\navoid = ["peanut"]\n')
        found = listed_dishes("--diet", "omnivore", "--avoid", "milk")
        assert {dish["diet"] for dish in found} > {"vegan"}
        for dish in found:
            assert not {"peanut", "milk"} & {*dish["allergens"], *dish["may_contain"]}

    @pytest.mark.parametrize(
        "text",
        [
            'athlete = "me"',
            "[athlete]\ndiet = 5",
            '[athlete]\navoid = "peanut"',
            "[athlete",
            '[athlete]\navoids = ["peanut"]',
            '[athlet]\navoid = ["peanut"]',
        ],
    )
    def test_are_refused_when_they_cannot_be_read(self, fuelcalc, profile, text):
        """A broken profile is one line, never a plate without its limits."""
        profile(text)
        answer = fuelcalc("dishes")
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
