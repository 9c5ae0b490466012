"""F47: own recipes for several, in grams or in the measures of a kitchen."""

import io
import json

import pytest

from fuelcalc import Athlete, Day, plan_day, render
from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.food_file import names_in, read_foods
from fuelcalc.importers.own_foods.recipe import is_recipe, weighed_in
from fuelcalc.pantry import BUNDLED, Limits

POT = {
    "name": "Chickpea pot",
    "meals": ["lunch", "dinner"],
    "serves": 4,
    "foods": ["320 g brown rice dry", "2 tbsp oil", "1 tin chickpeas, drained", "1 onion"],
}


def table_of(**changed):
    """The pantry of a file with one recipe."""
    tree = {"dishes": [{**POT, **changed}]}
    return read_foods(io.BytesIO(json.dumps(tree).encode()))


def serving(**changed):
    """One serving of the recipe as a food."""
    return table_of(**changed).own_foods[-1]


def refusal(**changed):
    """The line that a recipe is refused with."""
    with pytest.raises(InputError) as error:
        table_of(**changed)
    assert str(error.value).isprintable()
    return str(error.value)


@pytest.mark.parametrize(
    ("line", "food_id", "grams"),
    [
        # The table weighs rice and chicken cooked: 1 g dry is 2.98 g, 1 g raw 0.75 g.
        ("brown rice 80 g", "brown-rice", 80.0),
        ("80 g brown rice", "brown-rice", 80.0),
        ("80g brown rice cooked", "brown-rice", 80.0),
        ("80 g brown rice dry", "brown-rice", 238.4),
        ("brown rice 80 g, dry", "brown-rice", 238.4),
        ("500 g chicken breast raw", "chicken-breast", 375.0),
        ("0,5 kg raw chicken breast", "chicken-breast", 375.0),
        ("4 oz cheddar cheese", "cheddar", 113.4),
        # A teaspoon of oil weighs 4.5 g, a tablespoon is three.
        ("2 tbsp oil", "olive-oil", 27.0),
        ("olive oil 2 tbsp", "olive-oil", 27.0),
        ("1 1/2 tsp olive oil", "olive-oil", 6.75),
        ("½ tbsp olive oil", "olive-oil", 6.75),
        ("1½ tablespoons of olive oil", "olive-oil", 20.25),
        ("1 cup oats", "oats", 80.0),
        # A glass of 250 ml weighs 258 g.
        ("500 ml semi-skimmed milk", "reduced-fat-milk", 516.0),
        ("1 glass semi-skimmed milk", "reduced-fat-milk", 258.0),
        ("1 tin chickpeas drained", "chickpeas", 240.0),
        ("2 cans of chickpeas", "chickpeas", 480.0),
        ("1 can tuna", "tuna", 160.0),
        ("3 eggs", "egg", 150.0),
        ("1/2 onion, chopped", "onion", 55.0),
        ("2 cloves garlic", "garlic", 6.0),
        ("garlic 2 cloves", "garlic", 6.0),
        ("2 slices wholewheat bread", "wholewheat-bread", 64.0),
        ("100 g spinach raw", "spinach", 100.0),
    ],
)
def test_f47_reads_what_people_write(line, food_id, grams):
    """An amount before the food or behind it, by weight, spoon, tin or piece, dry or drained."""
    (part,) = weighed_in([line], names_in(BUNDLED))
    assert part.food.food_id == food_id
    assert part.grams == pytest.approx(grams, rel=1e-3)
    assert is_recipe([line])


@pytest.mark.parametrize("line", ["brown rice 0.5-1-2", "banana 1", "7 seed bread 1-2-3", "salt"])
def test_f47_leaves_dishes_for_one_as_they_are(line):
    """A food with its least, usual and most is no line of a recipe, whatever its name is."""
    assert not is_recipe([line])


def test_f47_is_shared_by_its_servings():
    """A serving holds a quarter of the pot, its sums those of its foods."""
    food = serving()
    parts = {"brown-rice": 953.6, "olive-oil": 27.0, "chickpeas": 240.0, "onion": 110.0}
    assert food.portion.one_g == pytest.approx(sum(parts.values()) / 4.0)
    held = food.amount(food.portion.one_g)
    for name in ("energy_kcal", "protein_g", "fat_g", "iron_mg"):
        whole = sum(getattr(BUNDLED.food(one).amount(g), name) for one, g in parts.items())
        assert getattr(held, name) == pytest.approx(whole / 4.0)
    assert serving(serves=2).portion.one_g == pytest.approx(2.0 * food.portion.one_g)
    in_the_pot = {food_id: share * sum(parts.values()) for food_id, share in food.ingredients}
    assert in_the_pot == pytest.approx(parts)


def test_f47_is_for_whom_all_its_foods_are_for():
    """Allergens add up, the strictest limit of each food holds, and dislikes find what is in it."""
    plain, milky = serving(), serving(foods=[*POT["foods"], "100 g feta cheese"])
    assert (plain.allergens, plain.diet) == ((), "vegan")
    assert (milky.allergens, milky.diet) == (("milk",), "vegetarian")
    assert Limits.of(diet="vegan", restrictions=["gluten-free"]).allow(plain)
    assert not Limits.of(diet="vegan").allow(milky)
    assert not Limits.of(avoid=["dairy"]).allow(milky)
    for word in ("onion", "chickpeas", "beans"):
        assert not Limits.of(dislikes=[word]).allow(plain)
    assert Limits.of(dislikes=["tuna"]).allow(plain)
    salted = serving(foods=[*POT["foods"], "1 tsp salt"])
    assert Limits(unsalted=True).allow(plain)
    assert not Limits(unsalted=True).allow(salted)


def test_f47_is_not_reviewed_where_one_food_is_not():
    """An own food without allergens and diet keeps its recipe from whoever has a limit."""
    bread = {
        "name": "Mill bread", "role": "bread", "energy": "240 kcal", "protein": "9 g",
        "carbohydrate": "44 g", "fat": "2 g",
    }  # fmt: skip
    tree = {"foods": [bread], "dishes": [{**POT, "foods": [*POT["foods"], "200 g mill bread"]}]}
    food = read_foods(io.BytesIO(json.dumps(tree).encode())).own_foods[-1]
    assert (food.allergens, food.diet) == (None, None)
    assert Limits().allow(food)
    assert not Limits.of(avoid=["celery"]).allow(food)
    # What a label does not say is unknown, not none.
    assert food.per_100g.vitamin_c_mg is None


@pytest.mark.parametrize(
    ("lunch", "carried"), [("packed", "cold"), ("microwave", "warm"), ("home", "no")]
)
def test_f47_says_how_lunch_is_carried_and_how_long_it_keeps(lunch, carried):
    """The flags are those of the bundled dishes; what is left out is what most dishes are."""
    (dish,) = table_of(lunch=lunch, keeps=3, minutes=40, hands_on=15).own_dishes
    assert (dish.carried, dish.keeps, dish.minutes, dish.hands_on) == (carried, 3, 40, 15)
    (dish,) = table_of().own_dishes
    assert (dish.carried, dish.keeps, dish.hands_on) == ("no", 0, dish.minutes)


def test_f47_is_served_and_printed():
    """A locked recipe stands on the page as servings, with its minutes and its method."""
    table = table_of(minutes=40, hands_on=15, how="Fry the onion, add the rest, and simmer.")
    athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
    plan = plan_day(athlete, Day(), foods=table, lock={"dinner": "chickpea-pot"})
    dinner = next(entry for entry in plan.timeline if entry.name == "dinner")
    (item,) = (one for one in dinner.items if one.food_id == "chickpea-pot-serving")
    assert 0.75 <= item.amount <= 1.5
    assert item.amount % 0.25 == 0.0
    text = " ".join(render(plan, "text").split())
    assert "Chickpea pot" in text
    # What stands beside it takes its own minutes of work.
    assert f"40 min, {dinner.hands_on_min:.0f} active" in text
    assert dinner.hands_on_min >= 15.0
    assert "Fry the onion, add the rest, and simmer." in text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("2 chickpeas", '"2 chickpeas" is not counted in pieces; write its grams, or cups'),
        ("1 tin banana", '"1 tin banana" is sold in no tin that is known; write its grams'),
        ("0 g oats", '"0 g oats" is none of it; write an amount above 0'),
        ("80 g blurb", 'no food is called "blurb"; add it to [[foods]]'),
        ("80 g milk", 'several foods are called "milk"; write one of: semi-skimmed milk'),
        ("2 tbsp banana", '"2 tbsp banana" has no weight that is known; write its grams'),
        ("300 g chickpeas dry", '"300 g chickpeas dry" is known cooked alone; write what it'),
        ("brown rice 1-2-3", '"brown rice 1-2-3" is no amount of a food; write "80 g brown'),
        ("1/0 onion", "1/0 onion"),
    ],
)
def test_f47_answers_mistakes_in_one_line(line, answer):
    """Each names the recipe, the line and what to write."""
    told = refusal(foods=["80 g oats", line])
    assert told.startswith('dishes[1], "Chickpea pot": ')
    assert answer in told


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({"foods": ["19 g oats"], "serves": 1}, "a serving weighs 19 g, outside 20 to 2000 g"),
        ({"foods": ["2001 g oats"], "serves": 1}, "write for how many it is"),
        ({"foods": ["80 g oats"] * 31}, "dishes[1].foods: 31 items, the most is 30"),
        ({"foods": ["oats 1"] * 8}, "dishes[1].foods: 8 items, the most is 7; write amounts for"),
        ({"keeps": 8}, "dishes[1].keeps: 8 is outside 0 to 7"),
        ({"lunch": "desk"}, 'dishes[1].lunch: "desk" is unknown; choose one of: packed'),
        ({"hands_on": 20, "minutes": 10}, "is outside 0 to 10"),
    ],
)
def test_f47_has_limits(changed, answer):
    """Servings that nobody eats, too many foods, and flags that are none."""
    assert answer in refusal(**changed)


@pytest.mark.parametrize("grams", ["20 g oats", "2000 g oats"])
def test_f47_takes_the_least_and_the_largest_serving(grams):
    """Both edges are servings."""
    assert serving(foods=[grams], serves=1).portion.one_g == float(grams.split()[0])
