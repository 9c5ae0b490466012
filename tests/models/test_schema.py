"""The JSON Schemas of a plan file and of a food file say what the models read."""

import copy
import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.food_file import OwnDish, OwnFood, OwnFoods
from fuelcalc.models.descriptions import DESCRIPTIONS
from fuelcalc.models.diets import allergens_named
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.plan import Plan
from fuelcalc.models.record import Record, readings
from fuelcalc.models.schema import plan_schema, schema_of
from fuelcalc.models.shape import EVERYDAY_ALLERGENS

SCHEMA = plan_schema()
CHECK = Draft202012Validator(SCHEMA)
FOODS = schema_of(OwnFoods, title="foods", description="Own foods.")
CHECK_FOODS = Draft202012Validator(FOODS)
FOOD_FILE = {
    "foods": [
        {
            "name": "Mill bread", "role": "bread", "when": ["breakfast"], "per": "40 g",
            "energy": "96 kcal", "protein_g": 4, "carbohydrate": "17 g", "fat": "1 g",
            "allergens": ["gluten", "nuts"], "diet": "vegan", "suits": ["halal"],
            "measure": "slice", "weighs": "40 g", "step": 0.5, "as_is": True,
        }
    ],
    "dishes": [{"name": "Toast", "meals": ["snack"], "foods": ["mill bread 1-2-3"], "serves": 2}],
}  # fmt: skip
ATHLETE = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}


def tree_of(toml):
    """A plan as JSON holds it: dates and times are text."""
    return json.loads(json.dumps(tomllib.loads(toml), default=lambda moment: moment.isoformat()))


def with_change(tree, path, value):
    """The tree with one value changed."""
    changed = copy.deepcopy(tree)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


def tables(record=Plan):
    """Every model of a plan file."""
    yield record
    for reading in readings(record):
        if reading.record is not None:
            yield from tables(reading.record)


def test_is_a_schema():
    """The schema is one of draft 2020-12, and JSON can hold it."""
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["required"] == ["athlete"]


@pytest.mark.parametrize("which", ["contract", "contract_instead"])
def test_takes_the_contract(which, request):
    """The documented file is valid, either way where there are two."""
    CHECK.validate(tree_of(request.getfixturevalue(which)))


def test_takes_numbers_under_full_names():
    """A plan of canonical numbers is valid."""
    tree = {"athlete": {"sex": "male", "age": 30, "mass_kg": 70, "height_cm": 175.5}}
    CHECK.validate({**tree, "days": [{"runs": [{"distance_km": 10, "pace_s_per_km": 340}]}]})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("athletes",), {}),
        (("athlete", "weight"), "62 kg"),
        (("athlete", "sex"), "femal"),
        (("athlete", "mass"), 62),
        (("athlete", "mass_kg"), 62),
        (("athlete", "age"), 300),
        (("athlete", "age"), "forty"),
        (("athlete", "birth_date"), "1992-05-01"),
        (("athlete", "mileage"), "350 mi in 3 months"),
        (("athlete", "steps"), 7000.5),
        (("athlete", "avoid"), ["dust"]),
        (("athlete", "avoid"), "nuts"),
        (("athlete", "restrictions"), ["paleo"]),
        (("athlete", "conditions"), ["pregnat"]),
        (("athlete", "recent_race"), 5),
        (("athlete", "meal_times"), ["noon", "19:00"]),
        (("goal", "aim"), "bulk"),
        (("goal", "season"), "winter"),
        (("days", 0, "wake"), "early"),
        (("days", 0, "runs", 0, "pace_s_per_km"), 60),
        (("days", 0, "runs", 0, "surface"), "trial"),
        (("days", 0, "runs", 2), {"pace": "5:40 /km"}),
        (("days", 0, "runs", 1, "segments", 1, "recovery"), 2),
        (("days", 0, "runs", 1, "segments", 1, "recovery"), {"kind": "jog"}),
        (("days", 0, "lifts", 0), {"style": "heavy"}),
        (("days", 0, "lifts", 0, "exercises", 0, "sets"), 0),
        (("days", 0, "other", 0, "met"), 6.8),
        (("days", 0, "runs"), {"distance": "10 km"}),
    ],
    ids=str,
)
def test_refuses_what_the_models_refuse(path, value, contract):
    """Wrong keys, words, numbers and combinations fail both the schema and the models."""
    tree = with_change(tree_of(contract), path, value)
    assert not CHECK.is_valid(tree)
    with pytest.raises(InputError):
        Plan.from_tree(tree, path="")


@pytest.mark.parametrize("humidity", ["humidity", "humidity_share"])
def test_takes_humidity_or_the_dew_point(humidity, contract):
    """They say the same, so a day has one of them."""
    air = {"dew_point": "12 degC", humidity: 0.6 if humidity.endswith("share") else "60 %"}
    for key, value in air.items():
        CHECK.validate(with_change(tree_of(contract), ("days", 0, key), value))
    both = with_change(tree_of(contract), ("days", 0, humidity), air[humidity])
    both = with_change(both, ("days", 0, "dew_point"), air["dew_point"])
    assert not CHECK.is_valid(both)
    with pytest.raises(InputError, match="says the same as humidity"):
        Plan.from_tree(both, path="")


@pytest.mark.parametrize("missing", ["sex", "age", "mass", "height"])
def test_requires_what_the_models_require(missing):
    """An athlete without one of the four is no athlete."""
    tree = {"athlete": {key: value for key, value in ATHLETE.items() if key != missing}}
    assert not CHECK.is_valid(tree)
    with pytest.raises(InputError):
        Plan.from_tree(tree, path="")


@pytest.mark.parametrize("record", dict.fromkeys(tables()), ids=lambda record: record.__name__)
def test_has_every_key_of_every_table(record):
    """Each marked field is text under its bare name and a number under its full one."""
    table = SCHEMA if record is Plan else SCHEMA["$defs"][record.__name__]
    assert table["additionalProperties"] is False
    properties = table["properties"]
    fields = readings(record)
    expected = {key for reading in fields for key in (reading.bare, reading.name)}
    assert set(properties) == expected | set(record.also)
    assert all(properties[key]["description"] for key in properties)
    for reading in fields:
        if reading.unit is not None:
            assert properties[reading.bare]["type"] == "string"
            assert properties[reading.bare]["examples"]
            assert properties[reading.name]["type"] == "number"
            assert {"minimum", "maximum"} <= set(properties[reading.name])


def test_gives_examples_that_are_read():
    """Each example of an amount can be read by the field that shows it."""
    for record in dict.fromkeys(tables()):
        for reading in readings(record):
            for text in _examples(record, reading.bare):
                assert record.read_key(reading.bare, text)[1] is not None


def _examples(record: type[Record], key: str) -> list[str]:
    """The examples that the schema shows for a key."""
    table = SCHEMA if record is Plan else SCHEMA["$defs"][record.__name__]
    shape = table["properties"][key]
    return shape.get("examples", []) + shape.get("anyOf", [{}])[0].get("examples", [])


def test_describes_keys_that_there_are():
    """No description has outlived its field."""
    keys = {reading.bare for record in tables() for reading in readings(record)}
    assert set(DESCRIPTIONS) == keys | {"mileage"} | set(LearnedLife.also)


def test_knows_everyday_allergens():
    """Every word of the schema that is no code is read by the models."""
    for word in EVERYDAY_ALLERGENS:
        assert allergens_named([word])


@given(
    age=st.integers(10, 95) | st.floats(10, 95),
    mass=st.floats(20, 260),
    steps=st.none() | st.integers(-10, 70_000),
    diet=st.sampled_from(["vegan", "omnivore", "Vegan", "paleo"]),
)
def test_agrees_with_the_models(age, mass, steps, diet):
    """A plan is valid by the schema exactly when the models read it."""
    athlete = {"sex": "male", "age": age, "mass_kg": mass, "height": "175 cm", "diet": diet}
    tree = {"athlete": athlete if steps is None else {**athlete, "steps": steps}}
    try:
        Plan.from_tree(tree, path="")
    except InputError:
        assert not CHECK.is_valid(tree)
    else:
        assert CHECK.is_valid(tree)


class TestFoods:
    """The schema of a file of own foods."""

    def test_is_a_schema(self):
        """The schema is one of draft 2020-12, and JSON can hold it."""
        Draft202012Validator.check_schema(FOODS)
        assert json.loads(json.dumps(FOODS)) == FOODS
        assert set(FOODS["properties"]) == {"foods", "dishes"}

    def test_takes_what_the_models_take(self):
        """A file of foods and dishes, and one of neither."""
        for tree in (FOOD_FILE, {}):
            CHECK_FOODS.validate(tree)
            OwnFoods.from_tree(tree, path="")

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            (("food",), []),
            (("foods",), {}),
            (("foods", 0, "carbs"), "3 g"),
            (("foods", 0, "energy"), 96),
            (("foods", 0, "energy_kcal"), 96),
            (("foods", 0, "protein_g"), -1),
            (("foods", 0, "role"), "breads"),
            (("foods", 0, "when"), []),
            (("foods", 0, "when"), ["lunch"]),
            (("foods", 0, "allergens"), ["dust"]),
            (("foods", 0, "diet"), "paleo"),
            (("foods", 0, "suits"), ["paleo"]),
            (("foods", 0, "step"), 0),
            (("foods", 0, "as_is"), "yes"),
            (("foods", 0, "shown"), "pieces"),
            (("dishes", 0, "meals"), ["tea"]),
            (("dishes", 0, "foods"), []),
            (("dishes", 0, "foods"), ["banana 1"] * 31),
            (("dishes", 0, "serves"), 0.5),
            (("dishes", 0, "minutes"), "5 min"),
        ],
        ids=str,
    )
    def test_refuses_what_the_models_refuse(self, path, value):
        """Wrong keys, words and numbers fail both the schema and the models."""
        tree = with_change(FOOD_FILE, path, value)
        assert not CHECK_FOODS.is_valid(tree)
        with pytest.raises(InputError):
            OwnFoods.from_tree(tree, path="")

    @pytest.mark.parametrize(
        ("table", "key"),
        [
            *(("foods", key) for key in ("name", "role", "energy", "carbohydrate", "fat")),
            *(("dishes", key) for key in ("name", "meals", "foods")),
        ],
    )
    def test_requires_what_the_models_require(self, table, key):
        """A food without its figures, or a dish without its foods, is none."""
        tree = copy.deepcopy(FOOD_FILE)
        del tree[table][0][key]
        assert not CHECK_FOODS.is_valid(tree)
        with pytest.raises(InputError):
            OwnFoods.from_tree(tree, path="")

    @pytest.mark.parametrize("record", [OwnFood, OwnDish])
    def test_describes_every_key(self, record):
        """Each key has a word about it, under both of its names."""
        properties = FOODS["$defs"][record.__name__]["properties"]
        fields = readings(record)
        assert set(properties) == {key for one in fields for key in (one.bare, one.name)}
        assert all(shape["description"] for shape in properties.values())
