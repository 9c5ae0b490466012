"""Foods by the names that people use."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.pantry import BUNDLED, Pantry
from fuelcalc.pantry.instead import INSTEAD
from fuelcalc.pantry.lookup import is_called, plain

# Every food that the source articles name, and the food that an English speaker means by it.
R35 = {
    "banana": "banana",
    "oatmeal": "porridge",
    "oats": "oats",
    "fish": "salmon",
    "salmon": "salmon",
    "chicken": "chicken-breast",
    "eggs": "egg",
    "sweet potatoes": "sweet-potato",
    "brown rice": "brown-rice",
    "squash": "butternut-squash",
    "lentils": "lentils",
    "spinach": "spinach",
    "zucchini": "zucchini",
    "chia seeds": "chia-seeds",
    "walnuts": "walnuts",
    "whey": "whey-protein",
}


@pytest.mark.parametrize(("name", "food_id"), R35.items())
def test_r35_finds_every_food_of_the_articles(name, food_id):
    """R35: each food that the articles name is in the table, first under that very name."""
    assert BUNDLED.find(name)[0].food_id == food_id


def test_r35_takes_fish_for_more_than_one():
    """R35: asked for fish, it offers several, and nothing but fish."""
    assert len(BUNDLED.find("fish")) == 5
    assert {food.role for food in BUNDLED.find("fish")} == {"fish"}


@pytest.mark.parametrize(
    ("name", "food_id"),
    [
        ("porridge", "porridge"),
        ("courgettes", "zucchini"),
        ("Chicken, breast", "chicken-breast"),
        ("cow's milk", "reduced-fat-milk"),
        ("COFFÉE, black", "coffee"),
        ("sweet potatos", "sweet-potato"),
        ("tuna fish", "tuna"),
        ("grilled chicken breast fillet", "chicken-breast"),
        ("jacket potato", "baked-potato"),
        ("gel", "energy-gel"),
        ("rice", "white-rice"),
        ("toast", "white-toast"),
        ("small-banana", "small-banana"),
    ],
)
def test_finds_the_right_one_first(name, food_id):
    """Synonyms, plurals, commas, accents, extra words and slips of the pen all arrive."""
    assert BUNDLED.find(name)[0].food_id == food_id


def test_finds_every_food_under_its_own_name():
    """No food hides behind another one's name."""
    for food in BUNDLED.foods:
        assert BUNDLED.find(food.name)[0] is food
        assert food in BUNDLED.find(food.food_id)


def test_keeps_to_what_is_called_so():
    """Asked for sweet potatoes it offers potatoes, and no sweets."""
    assert {food.role for food in BUNDLED.find("sweet potatoes")} == {"starch"}


@pytest.mark.parametrize(("name", "limit"), [("gravel", 5), ("", 5), ("!?", 5), ("banana", 0)])
def test_finds_nothing_where_nothing_is(name, limit):
    """What is no food, and no request, gives no food."""
    assert BUNDLED.find(name, limit=limit) == ()


def test_refuses_to_name_what_it_does_not_have():
    """Where one food is needed, none is an error."""
    assert BUNDLED.food_named("eggs").food_id == "egg"
    with pytest.raises(InputError, match='no food is called "gravel"'):
        BUNDLED.food_named("gravel")


@given(st.text(max_size=30))
def test_answers_any_text(text):
    """Whatever is typed, the answer is foods of the table, each once."""
    found = BUNDLED.find(text)
    assert len({food.food_id for food in found}) == len(found) <= 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sweet Potatoes", "sweet potato"),
        ("peaches, radishes and boxes", "peach radish and box"),
        ("berries", "berry"),
        ("hummus", "hummus"),
        ("egg", "egg"),
        ("watercress", "watercress"),
        ("Crème fraîche", "creme fraiche"),
    ],
)
def test_spells_names_plainly(text, words):
    """Capitals, accents, punctuation and plurals do not count."""
    assert plain(text) == words


def test_knows_a_food_by_name_synonym_and_role():
    """General words name their foods; a word inside another name does not."""
    assert is_called(BUNDLED.food("cottage-cheese"), "cheese")
    assert is_called(BUNDLED.food("cod"), "Fish")
    assert is_called(BUNDLED.food("almonds"), "nut")
    assert not is_called(BUNDLED.food("peanut-butter"), "butter")
    assert not is_called(BUNDLED.food("rice-milk"), "rice")


@pytest.mark.parametrize("text", ["jalapeño", "beer", "brie", "bream", "ale", "bananna"])
def test_f39_swaps_no_food_for_another(text):
    """What the table does not have is not found, and nothing near it is taken instead."""
    assert BUNDLED.find(text) == ()
    with pytest.raises(InputError, match=f'no food is called "{text}"'):
        BUNDLED.food_named(text)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("sweet potatoe", '"sweet potato"'),
        ("peanut buter", '"peanut butter"'),
        ("almond mylk", '"almond milk"'),
        ("tofu burger", '"burger" or "tofu"'),
        ("chicken tikka", '"chicken"'),
        ("hot cross bun", '"bun"'),
    ],
)
def test_f39_takes_no_part_of_a_name_for_the_food(text, near):
    """Sweets are no sweet potatoes with a slip: what a part of the words is called is offered."""
    assert BUNDLED.find(text) == ()
    with pytest.raises(InputError, match=f"did you mean {near}"):
        BUNDLED.food_named(text)


@pytest.mark.parametrize(
    ("text", "food_id"),
    [("tin of tuna", "tuna"), ("2 eggs", "egg"), ("chopped fresh tomatoes", "tomato")],
)
def test_passes_words_that_only_describe(text, food_id):
    """How a food is cut, packed or counted changes nothing of what it is."""
    assert BUNDLED.find(text)[0].food_id == food_id


DESCRIBING = """
    a an and some the of in with tin tinned can canned jar pack packet bag bowl cup glass slice
    sliced piece fillet fresh frozen raw cooked grilled roast roasted baked boiled steamed poached
    fried ripe dried plain natural organic large medium small big whole half chopped diced grated
    crushed peeled boneless skinless home homemade leftover low fat reduced light black white red
    green brown dark sparkling still cold hot warm
"""


def test_passes_each_word_that_only_describes():
    """A shopping list may call tofu whatever it likes, and it is tofu."""
    for word in DESCRIBING.split():
        assert BUNDLED.food_named(f"{word} tofu").food_id == "tofu", word


@pytest.mark.parametrize("word", ["sweet", "burger", "chocolate", "free"])
def test_passes_no_word_that_makes_another_food(word):
    """A word that says what a food is made into leads to no plain food."""
    with pytest.raises(InputError):
        BUNDLED.food_named(f"{word} tofu")


@pytest.mark.parametrize(
    ("text", "food_id"),
    [
        ("PB", "peanut-butter"),
        ("peanutbutter", "peanut-butter"),
        ("sourdough", "french-bread"),
        ("protein bar", "vegan-protein-bar"),
        ("naan", "naan"),
        ("dal", "lentils"),
    ],
)
def test_f39_finds_foods_by_everyday_names(text, food_id):
    """What people write on a list is the food itself."""
    assert BUNDLED.food_named(text).food_id == food_id


@pytest.mark.parametrize("text", INSTEAD)
def test_f39_answers_everyday_names_with_what_is_nearest(text):
    """What the table lacks is never swapped in silently: the nearest is offered by its name."""
    nearest = INSTEAD[text]
    assert BUNDLED.find(text) == ()
    assert BUNDLED.near(text) == nearest
    with pytest.raises(InputError, match=f'did you mean "{nearest[0]}"'):
        BUNDLED.food_named(text)
    assert {food.name for food in BUNDLED.foods} >= set(nearest)


def test_f39_answers_each_name_that_people_miss():
    """Breads, sweets and burgers of plants that the table lacks have something near."""
    missed = """acai, acai bowl, ramen, udon, poha, upma, idli, dosa, injera, chapati, roti,
        paratha, ugali, fufu, freekeh, crumpet, Nutella, chocolate spread, hazelnut spread, PBJ,
        jalapeño, brie, Camembert, custard, lassi, guacamole, salami, pepperoni, Spam, rajma,
        chana, daal, Quorn, Impossible Burger, Beyond Burger, Oatly, Huel, Haribo, Shreddies,
        Frosties, Special K, Maurten, Tailwind, Red Bull, sweet chilli"""
    for text in missed.split(","):
        offered = BUNDLED.near(text.strip())
        assert offered, text
        assert all(BUNDLED.food_named(name).name == name for name in offered), text


@pytest.mark.parametrize("text", ["acai", "Ramen", "poha", "idlis", "Nutella", "Beyond Burger"])
def test_f39_knows_the_everyday_names_that_people_miss(text):
    """Each is answered, in any spelling; a burger of plants is never one of beef."""
    foods = [BUNDLED.food_named(name) for name in BUNDLED.near(text)]
    assert foods
    assert all(food.diet in {"vegan", "vegetarian"} for food in foods)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("chapati", ("flour tortilla", "wholewheat pita bread")),
        ("Tailwind", ("sports drink powder",)),
        ("custard", ("rice pudding",)),
        ("lassi", ("kefir", "plain yogurt")),
        ("daal", ("lentils",)),
    ],
)
def test_f39_offers_all_that_is_near(text, nearest):
    """Everything that a page may offer instead is offered, the nearest first."""
    assert BUNDLED.near(text) == nearest


def test_f39_takes_an_own_food_for_what_is_called_so():
    """Whoever has Nutella of their own finds it."""
    mine = replace(BUNDLED.food("almond-butter"), food_id="nutella", name="Nutella")
    assert Pantry((mine,)).food_named("nutella") == mine
    assert Pantry((mine,)).near("nutella")[:1] == ("nutella",)


@pytest.mark.parametrize(
    ("text", "near"),
    [("bananna", ("banana",)), ("cotage cheese", ("cottage cheese",)), ("xyzzy", ())],
)
def test_offers_what_is_spelled_nearly_so(text, near):
    """The nearest spelling first, and nothing far-fetched."""
    assert BUNDLED.near(text)[:1] == near


@pytest.mark.parametrize("text", ["yogurt", "beans", "cheese", "rice", "milk", "bread"])
def test_f39_finds_the_plain_food_first(text):
    """A kind of food begins with foods of that very name, not with those only also called so."""
    first = BUNDLED.find(text)[0]
    assert plain(first.name).endswith(plain(text))
    assert is_called(first, text)


def test_takes_a_long_name_for_the_food_before_a_part_of_what_was_asked():
    """All that was asked for, and nine words more, is nearer than only some of it."""
    some = replace(BUNDLED.food("jam"), food_id="quince", name="quince", synonyms=())
    more = replace(some, food_id="long", name="fresh quince one two three four five six seven x y")
    assert Pantry((some, more)).find("fresh quince", limit=1) == (more,)


@pytest.mark.parametrize(
    ("word", "some", "never"),
    [
        ("tinned fish", {"canned-salmon", "sardines", "tuna", "anchovies"}, {"salmon", "cod"}),
        ("canned fish", {"canned-salmon", "sardines", "tuna", "anchovies"}, {"salmon", "cod"}),
        ("smoked fish", {"smoked-salmon"}, {"salmon", "canned-salmon"}),
        ("tinned vegetables", {"canned-tomatoes"}, {"tomato"}),
        ("rye bread", {"rye-bread", "pumpernickel"}, {"white-bread"}),
        ("tinned", set(), {"tuna"}),
    ],
)
def test_knows_a_kind_of_food_by_what_its_names_say_of_it(word, some, never):
    """Who dislikes tinned fish was served tinned salmon, whose names have no such words."""
    called = {food.food_id for food in BUNDLED.foods if is_called(food, word)}
    assert some <= called
    assert called.isdisjoint(never)
