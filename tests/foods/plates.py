"""The bundled dishes, who eats them, and what stands on their plates."""

from functools import cache
from types import MappingProxyType

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.dishes import bundled_dishes
from fuelcalc.pantry.lookup import plain

DISHES = bundled_dishes()


BY_ID = BUNDLED.by_id


MAIN_MEALS = {"breakfast", "lunch", "dinner"}


EATERS = MappingProxyType(
    {
        "omnivore": Limits.of(),
        "pescatarian": Limits.of(diet="pescatarian"),
        "vegetarian": Limits.of(diet="vegetarian"),
        "vegan": Limits.of(diet="vegan"),
        "gluten-free": Limits.of(restrictions=["gluten-free"]),
        "dairy-free": Limits.of(restrictions=["dairy-free"]),
        "halal": Limits.of(restrictions=["halal"]),
        "nut-free": Limits.of(avoid=["nuts"]),
        "soy-free": Limits.of(avoid=["soy"]),
        "egg-free": Limits.of(avoid=["egg"]),
        "strict": Limits.of(diet="vegan", restrictions=["gluten-free"], avoid=["soy", "nuts"]),
        "low-fodmap": Limits.of(restrictions=["low-fodmap"]),
        "low-fodmap vegan": Limits.of(diet="vegan", restrictions=["low-fodmap"]),
    }
)


def parts_of(dish, *, sure=False):
    """Every food that may be on the plate with its grams; *sure* leaves optional ones out."""
    for place in dish.places:
        for one in place:
            food = BY_ID[one.food_id]
            if one.least > 0.0 or not sure:
                grams = [n * food.portion.one_g for n in (one.least, one.usual, one.most)]
                yield food, one, grams


@cache
def called(food_id):
    """Every word of a food's names."""
    food = BY_ID[food_id]
    return {word for name in (food.name, *food.synonyms) for word in plain(name).split()}


def held(variant, amount):
    """What a variant holds in its least, usual or most amounts: kcal, protein, carbs and fat."""
    held_each = [
        food.amount(getattr(part, amount) * food.portion.one_g)
        for food, part in zip(variant.foods, variant.components, strict=True)
    ]
    return tuple(
        sum(getattr(each, name) or 0.0 for each in held_each)
        for name in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g")
    )


def assert_measured(food, part):
    """A range is in order, in steps of the food and within its largest portion."""
    assert part.food_id == food.food_id
    assert 0.0 <= part.least <= part.usual <= part.most <= food.portion.most + 1e-6
    assert part.most > 0.0
    for amount in (part.least, part.most):
        steps = amount / food.portion.step
        assert abs(steps - round(steps)) < 1e-6
