"""The pantry as a thing: shared, pickled, compared, and told from what is none."""

import copy
import pickle
from pathlib import Path

import pytest

from fuelcalc import Athlete, Day, foods_frame, plan_day, read_foods, suggest_snacks
from fuelcalc.errors import InputError
from fuelcalc.pantry import BUNDLED, Limits, Pantry, pantry_of

OWN = """
[[foods]]
name = "Mill bread"
role = "bread"
energy = "240 kcal"
protein = "9 g"
carbohydrate = "44 g"
fat = "2 g"
measure = "slice"
weighs = "40 g"

[[dishes]]
name = "Bread and banana"
meals = ["snack"]
foods = ["Mill bread 1-2-3", "banana 0.5-1-2"]
"""
ATHLETE = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A food of somebody's own, and a dish with it."""
    path = tmp_path_factory.mktemp("own") / "foods.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_says_how_much_it_holds(file):
    """Its text is short, whatever it holds."""
    n_foods, n_dishes = len(BUNDLED.foods), len(BUNDLED.dishes)
    assert repr(BUNDLED) == f"Pantry({n_foods} foods, {n_dishes} dishes)"
    assert repr(read_foods(file)) == f"Pantry({n_foods + 1} foods, {n_dishes + 1} dishes)"


def test_is_the_same_where_it_holds_the_same(file):
    """A file read twice gives equal pantries, which one dictionary takes for one."""
    first, second = read_foods(file), read_foods(file)
    assert first == second
    assert hash(first) == hash(second)
    assert len({first, second, BUNDLED, Pantry()}) == 2
    assert first != BUNDLED
    assert first != Pantry(first.own_foods)
    assert BUNDLED != "foods.toml"
    assert first.variants(Limits()) is second.variants(Limits())


def test_goes_to_another_process_whole(file):
    """What is somebody's own is pickled, what is bundled is found where it arrives."""
    own = read_foods(file)
    again = pickle.loads(pickle.dumps(own))  # noqa: S301 - our own bytes
    assert again == own
    assert again.food("banana") is BUNDLED.food("banana")
    assert again.dish("bread-and-banana").places == own.dish("bread-and-banana").places
    assert pickle.loads(pickle.dumps(BUNDLED)) is BUNDLED  # noqa: S301 - our own bytes
    assert copy.deepcopy(BUNDLED) is BUNDLED
    assert len(pickle.dumps(own)) < 5_000


def test_plans_alike_where_it_arrives(file):
    """A plan with a pickled pantry is the plan with the pantry itself."""
    own = read_foods(file)
    again = pickle.loads(pickle.dumps(own))  # noqa: S301 - our own bytes
    assert plan_day(ATHLETE, Day(), foods=again) == plan_day(ATHLETE, Day(), foods=own)


@pytest.mark.parametrize("foods", ["foods.toml", Path("foods.toml"), BUNDLED.foods, {}])
@pytest.mark.parametrize(
    "use",
    [
        pantry_of,
        foods_frame,
        lambda foods: plan_day(ATHLETE, Day(), foods=foods),
        lambda foods: suggest_snacks(ATHLETE, when="before-bed", foods=foods),
    ],
)
def test_refuses_what_is_none_in_one_line(use, foods):
    """A file's name, or a list of foods, is answered with how to make a pantry of it."""
    kind = type(foods).__name__
    with pytest.raises(InputError, match=f"foods: is a {kind}, not a pantry; write") as caught:
        use(foods)
    assert str(caught.value).isprintable()


def test_is_the_bundled_one_where_none_is_given():
    """Without foods of one's own everybody has the same pantry."""
    assert pantry_of(None) is BUNDLED
    assert pantry_of(BUNDLED) is BUNDLED


@pytest.mark.parametrize(
    ("food_id", "remedy"),
    [("bananna", 'did you mean "banana"?'), ("qqqq", "look it up by its everyday name")],
)
def test_names_an_unknown_food_once(food_id, remedy):
    """The id that is not there stands in the line once, with what may have been meant."""
    with pytest.raises(InputError) as caught:
        BUNDLED.food(food_id)
    assert str(caught.value) == f'food_id: the table has no "{food_id}"; {remedy}'
