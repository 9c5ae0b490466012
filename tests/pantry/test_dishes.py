"""Dishes: read, checked, and filled with what one person may eat."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plates import assert_measured

from fuelcalc.errors import FuelcalcError, InputError, Span
from fuelcalc.importers.own_foods.food_file import OwnFoods, own_pantry
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.pantry.dishes import bundled_dishes, component_of, dishes_in, window_of
from fuelcalc.pantry.variants import goes_together, method_of, plate_of

ROW = {
    "dish_id": "test",
    "name": "{0} with jam",
    "meals": "breakfast snack",
    "minutes": "5",
    "serves": "1",
    "kitchen": "test",
    "foods": "white-toast 1-2-4 | rice-cake 2-3-4 + jam 0-1-2",
    "how": "Spread.",
    "keeps": "0",
    "everyday": "1",
    "hands_on": "4",
    "taste": "sweet",
    "carried": "cold",
    "window": "",
}
KOSHER = Limits.of(restrictions=["kosher"])
DISLIKES = ["fish", "cheese", "tofu", "banana", "chicken breast", "spinach", "salad", "gravel"]


def dish(**changed):
    """One dish, with some columns changed."""
    return dishes_in([ROW | changed], BUNDLED.by_id)[0]


def table_with(*foods, dishes=()):
    """The bundled table with own foods and dishes laid over it."""
    return own_pantry(OwnFoods.of(foods=list(foods), dishes=list(dishes)))


def bread(**changed):
    """An own food that stands in for the bundled white bread."""
    figures = {"energy": "250 kcal", "protein": "9 g", "carbohydrate": "49 g", "fat": "2 g"}
    food = {"name": "My bread", "food_id": "white-bread", "role": "bread", "diet": "vegan"}
    return {**food, **figures, "allergens": ["gluten", "wheat"], **changed}


def ids(variant):
    """The foods on a plate."""
    return [food.food_id for food in variant.foods]


class TestReading:
    """From a line of the file to a dish."""

    def test_parts_places_and_choices(self):
        """Plus parts places, a bar parts choices, and three numbers are a range."""
        read = dish()
        assert [[one.food_id for one in place] for place in read.places] == [
            ["white-toast", "rice-cake"],
            ["jam"],
        ]
        first = read.places[0][0]
        assert (first.least, first.usual, first.most) == (1.0, 2.0, 4.0)
        assert (read.meals, read.minutes, read.serves) == (("breakfast", "snack"), 5.0, 1)
        assert (read.keeps, read.everyday, read.hands_on, read.taste) == (0, 1, 4.0, "sweet")
        assert read.carried == "cold"

    @pytest.mark.parametrize(
        ("changed", "message"),
        [
            ({"foods": "white-toast"}, '"white-toast" is not "food least-usual-most"'),
            ({"foods": "white-toast 1-2"}, "is not"),
            ({"foods": "white-toast 1-2-x"}, "is not"),
            ({"foods": "1-2-3"}, "is not"),
            ({"foods": "whit-toast 1-2-3"}, 'did you mean "white-toast"?'),
            ({"foods": "white-toast 2-1-3"}, "is not in order"),
            ({"foods": "white-toast nan-nan-nan"}, "is not in order"),
            ({"foods": "white-toast 0-0-0"}, "is not in order"),
            ({"foods": "white-toast 1-2-inf"}, "is more than the largest portion"),
            ({"foods": "white-toast 1-2-40"}, "is more than the largest portion"),
            ({"foods": "white-toast 1-2-3.7"}, "is not measured; write multiples of"),
            ({"foods": "white-toast 0.3-2-3"}, "is not measured"),
            ({"foods": " + ".join(["banana 1-1-1"] * 8)}, "8 foods, the most is 7"),
            ({"name": "{1} toast"}, "the name has {1}, which may not be on the plate"),
            ({"name": "{2} toast"}, "the name has {2}, which may not be on the plate"),
            ({"how": "Eat {1}."}, "the method has {1}, which may not be on the plate"),
            ({"how": "Eat {9}."}, "the method has {9}, which may not be on the plate"),
            ({"meals": ""}, 'meals: "" is unknown; choose one of: breakfast'),
            ({"meals": "tea"}, 'meals: "tea" is unknown'),
            ({"minutes": "soon"}, "could not convert"),
            ({"serves": "1.5"}, "invalid literal"),
            ({"keeps": "-1"}, "keeps: -1 is outside 0 to 7"),
            ({"keeps": "8"}, "keeps: 8 is outside 0 to 7"),
            ({"everyday": "0"}, "everyday: 0 is outside 1 to 3"),
            ({"everyday": "4"}, "everyday: 4 is outside 1 to 3"),
            ({"hands_on": "5.5"}, "hands_on: 5.5 is outside 0 to 5"),
            ({"hands_on": "-1"}, "hands_on: -1 is outside 0 to 5"),
            ({"carried": "hot"}, 'carried: "hot" is unknown; choose one of: no, warm, cold'),
            ({"window": "soon"}, 'window: "soon" is not minutes before a session, from and to'),
            ({"window": "90-60"}, 'window: "90-60" is not minutes before a session, from and to'),
            ({"taste": "bitter"}, 'taste: "bitter" is unknown; choose one of: sweet, savoury'),
        ],
    )
    def test_names_the_dish_that_cannot_be(self, changed, message):
        """Whatever is wrong with a line is said with the dish that it is about."""
        with pytest.raises(FuelcalcError) as error:
            dish(**changed)
        assert str(error.value).startswith("foods/dishes.csv: test: ")
        assert message in str(error.value)

    def test_says_of_too_many_foods_what_may_be(self):
        """The error knows its argument and its limits, for whoever catches it."""
        with pytest.raises(
            FuelcalcError, match=r"8 foods, the most is 7; leave some out$"
        ) as error:
            dish(foods=" + ".join(["banana 1-1-1"] * 8))
        cause = error.value.__cause__
        assert isinstance(cause, InputError)
        assert (cause.argument, cause.allowed) == ("foods", Span(1, 7))

    def test_f46_makes_it_of_what_is_on_the_plate(self):
        """A method names the reader's foods, and leaves unsaid what he takes nothing of."""
        own = {
            "dish_id": "test",
            "name": "spread test",
            "meals": ["snack"],
            "foods": ["white-toast 1-2-4 | rice-cake 2-3-4", "jam 0-1-2"],
            "how": "Spread {0}[ thickly with {1}], and wait [5 min].",
        }
        limits = Limits.of(restrictions=["gluten-free"])
        one = table_with(dishes=[own]).variants(limits)[0]
        assert method_of(one) == "Spread rice cakes thickly with jam, and wait [5 min]."
        assert method_of(one, {"rice-cake"}) == "Spread rice cakes, and wait [5 min]."

    def test_finds_what_holds_a_food_by_any_of_its_names(self):
        """Shrimp are prawns, and arugula is rocket, in the name of no dish."""
        for word, dish_id in (("shrimp", "seafood-paella"), ("arugula", "white-bean-toast")):
            found = {one.dish_id: one for one in BUNDLED.dishes_called(word)}
            assert dish_id in found
            assert not any(word in one.name for one in found.values())

    def test_says_of_a_review_what_may_be(self):
        """The limits of a number that was given by hand go with the error."""
        with pytest.raises(FuelcalcError, match="keeps: 8 is outside 0 to 7") as error:
            dish(keeps="8")
        cause = error.value.__cause__
        assert isinstance(cause, InputError)
        assert (cause.argument, cause.value, cause.allowed) == ("keeps", 8, Span(0, 7))

    def test_offers_only_what_is_not_there_yet(self):
        """Rice cakes would do where toast is chosen, and toast is no other food than itself."""
        (one,) = dishes_in([ROW], BUNDLED.by_id)
        table = Pantry((), (one,))
        (variant,) = [each for each in table.variants(Limits()) if each.dish.dish_id == "test"]
        parts = plate_of(variant, Limits(), BUNDLED.by_id).parts
        assert [part.food.food_id for part in parts] == ["white-toast", "jam"]
        assert [[food.food_id for food in part.instead] for part in parts] == [["rice-cake"], []]

    def test_tells_a_dish_to_which_something_is_added(self):
        """A gel on top of a dish fills none of its places, and its method is the same."""
        (one,) = BUNDLED.variants(Limits())[:1]
        more = replace(one, foods=(*one.foods, BUNDLED.food("energy-gel")))
        assert method_of(more) == method_of(one)

    def test_refuses_a_dish_that_stands_twice(self):
        """An id is one dish."""
        with pytest.raises(FuelcalcError, match=r"dishes.csv: test stands twice"):
            dishes_in([ROW, ROW], BUNDLED.by_id)

    def test_takes_one_number_for_exactly_that(self):
        """A single amount is the least, the usual and the most."""
        one = component_of("banana 1", BUNDLED.food)
        assert (one.least, one.usual, one.most) == (1.0, 1.0, 1.0)

    def test_reads_the_bundled_dishes_once(self):
        """Everybody gets the same dishes, and no food twice in one place."""
        assert bundled_dishes() is bundled_dishes()
        assert BUNDLED.dishes == bundled_dishes()
        for one in BUNDLED.dishes:
            for place in one.places:
                names = [component.food_id for component in place]
                assert len(names) == len(set(names)), one.dish_id


class TestFinding:
    """Dishes by id and by words."""

    def test_suggests_the_nearest_id(self):
        """A misspelt id is answered with the one that was meant, nonsense with a command."""
        assert BUNDLED.dish("lentil-bolognese").name
        with pytest.raises(InputError, match='did you mean "lentil-bolognese"'):
            BUNDLED.dish("lentil-bolognesse")
        with pytest.raises(InputError, match="fuelcalc dishes lists them"):
            BUNDLED.dish("zzzz")

    def test_lists_dishes_called_so_before_those_that_hold_it(self):
        """A name counts for more than an ingredient."""
        found = BUNDLED.dishes_called("salmon")
        called = [one for one in found if "salmon" in f"{one.name} {one.dish_id}"]
        assert called
        assert list(found[: len(called)]) == called
        assert len(found) > len(called)
        assert BUNDLED.dishes_called("salmon", among=called[:1]) == (called[0],)
        assert BUNDLED.dishes_called("unobtainium") == ()


class TestVariants:
    """What one person may eat of a dish."""

    @settings(max_examples=60)
    @given(
        diet=st.sampled_from(DIETS),
        avoid=st.lists(st.sampled_from(ALLERGENS), unique=True, max_size=4),
        restrictions=st.lists(st.sampled_from(RESTRICTIONS), unique=True, max_size=3),
        dislikes=st.lists(st.sampled_from(DISLIKES), unique=True, max_size=3),
    )
    def test_let_nothing_pass_that_is_forbidden(self, diet, avoid, restrictions, dislikes):
        """Every food is allowed, measured, within its portion, and once on the plate."""
        limits = {
            "diet": diet,
            "avoid": avoid,
            "restrictions": restrictions,
            "dislikes": dislikes,
        }
        codes = Limits.of(**limits)
        for variant in BUNDLED.variants(codes):
            assert len(set(ids(variant))) == len(variant.foods) == len(variant.components) > 0
            assert "{" not in variant.name
            assert goes_together(variant.foods, codes)
            for food, part in zip(variant.foods, variant.components, strict=True):
                assert part.most * food.portion.one_g <= codes.most_g(food) + 1e-6
                assert_measured(food, part)

    def test_fill_every_place_that_matters(self):
        """A place is empty only where the dish is still that dish without it."""
        for variant in BUNDLED.variants(Limits.of(diet="vegan", avoid=["nuts", "soy"])):
            eaten = set(ids(variant))
            for place in variant.dish.places:
                if all(one.least > 0.0 for one in place):
                    assert eaten & {one.food_id for one in place}

    def test_take_the_first_allowed_food_of_each_place(self):
        """Without limits every place holds what stands first, unless that is there already."""
        for variant in BUNDLED.variants(Limits()):
            first = [place[0].food_id for place in variant.dish.places]
            assert ids(variant)[0] == first[0]
            assert set(first) <= set(ids(variant)) or len(set(first)) < len(first)

    def test_are_the_same_for_the_same_person(self):
        """Asking again, or for the bundled table by name, gives the very same dishes."""
        vegan = BUNDLED.variants(Limits.of(diet="vegan"))
        assert vegan is BUNDLED.variants(Limits.of(diet="plant-based"))
        assert vegan is Pantry().variants(Limits.of(diet="vegan"))

    def test_leave_out_a_dish_of_which_nothing_is_left(self):
        """Where every food may be missing and none is allowed, there is no dish."""
        snack = {"name": "Nibbles", "meals": ["snack"], "foods": ["banana 0-1-2", "apple 0-1-2"]}
        table = table_with(dishes=[snack])
        assert table.variants(Limits.of(dislikes=["apple"]))[0].name == "Nibbles"
        left = table.variants(Limits.of(dislikes=["apple", "banana"]))
        assert left[0].name != "Nibbles"

    def test_serve_dishes_without_limits_in_full(self):
        """Somebody who eats everything may eat every dish."""
        assert len(BUNDLED.variants(Limits())) == len(BUNDLED.dishes)


class TestKosherStyle:
    """No meat or poultry beside milk."""

    @pytest.mark.parametrize(
        ("plate", "together"),
        [
            (["chicken-breast", "greek-yogurt"], False),
            (["beef-steak", "butter"], False),
            (["chicken-breast", "rapeseed-oil", "egg"], True),
            (["salmon", "cream-cheese"], True),
            (["parmesan", "pasta"], True),
            (["parmesan", "beef-mince-lean"], False),
            (["chicken-broth", "milk-chocolate"], False),
            ([], True),
        ],
    )
    def test_keeps_meat_from_milk(self, plate, together):
        """Fish and egg go with milk, broth counts as meat, and cheese with rennet does not."""
        foods = [BUNDLED.food(name) for name in plate]
        assert goes_together(foods, KOSHER) is together
        assert goes_together(iter(foods), KOSHER) is together

    def test_keeps_meat_that_holds_milk_from_every_plate(self):
        """Chicken in buttermilk is meat and milk on its own, by its role."""
        food = bread(
            name="Buttermilk chicken", food_id="my-chicken", role="poultry", diet="omnivore",
            allergens=["milk"],
        )  # fmt: skip
        chicken = table_with(food).by_id["my-chicken"]
        assert not goes_together([chicken], KOSHER)
        assert goes_together([chicken], Limits())

    def test_is_nobody_elses_rule(self):
        """Without the restriction everything goes together."""
        plate = [BUNDLED.food("chicken-breast"), BUNDLED.food("greek-yogurt")]
        assert goes_together(plate, Limits.of(restrictions=["halal"]))

    def test_takes_an_unreviewed_food_for_milk(self):
        """Nobody knows what is in it."""
        food = table_with(bread(allergens=None)).foods[0]
        assert not goes_together([food, BUNDLED.food("chicken-breast")], KOSHER)

    def test_chooses_the_alternative_without_milk(self):
        """A curry with yogurt keeps its chicken and gets soya yogurt."""
        plain = {one.dish.dish_id: ids(one) for one in BUNDLED.variants(Limits())}
        kosher = {one.dish.dish_id: ids(one) for one in BUNDLED.variants(KOSHER)}
        changed = {"yogurt", "nonfat-greek-yogurt", "greek-yogurt", "soy-yogurt"}
        assert "chicken-breast" in kosher["chicken-tomato-curry"]
        assert set(plain["chicken-tomato-curry"]) ^ set(kosher["chicken-tomato-curry"]) <= changed
        assert "soy-yogurt" in kosher["chicken-tomato-curry"]

    def test_leaves_out_what_has_no_alternative(self):
        """Meat and cheese that both have to be there are no dish; where meat may go, it goes."""
        dishes = [
            {"name": "Both", "meals": ["lunch"], "foods": ["beef-steak 1", "cheddar 1-1-2"]},
            {
                "name": "Either",
                "meals": ["lunch"],
                "foods": ["beef-steak 1 | tofu 0.5-0.5-0.75", "cheddar 1-1-2"],
            },
            {"name": "Some", "meals": ["lunch"], "foods": ["beef-steak 1", "cheddar 0-1-2"]},
        ]
        table = table_with(dishes=dishes)
        found = {v.dish.dish_id: ids(v) for v in table.variants(KOSHER)[:2]}
        assert found == {"either": ["tofu", "cheddar"], "some": ["beef-steak"]}
        assert [v.dish.dish_id for v in table.variants(Limits())[:3]] == [
            "both",
            "either",
            "some",
        ]


def test_reads_from_when_to_when_a_bite_suits():
    """Minutes from and to, or from alone; without a word at any time."""
    assert window_of("25-100") == window_of("25 - 100 min") == (25.0, 100.0)
    assert window_of("90-") == (90.0, float("inf"))
    assert window_of("") == (0.0, float("inf"))
    with pytest.raises(InputError) as caught:
        window_of("an hour")
    assert str(caught.value) == (
        'window: "an hour" is not minutes before a session, from and to; '
        'write "25-100", or "90-" for any time longer'
    )
