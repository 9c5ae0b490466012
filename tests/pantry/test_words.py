"""Words about foods: nutrients by everyday names, and lists of words."""

import pytest

from fuelcalc.errors import InputError
from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENTS
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.words import at_most, nutrient_named, parts_of, words_of


class TestNutrientNamed:
    """Nutrients by everyday names."""

    @pytest.mark.parametrize(
        ("word", "fields"),
        [
            ("protein", ("protein_g",)),
            ("carbs", ("carbohydrate_g",)),
            ("Carbohydrates", ("carbohydrate_g",)),
            ("fibre", ("fibre_g",)),
            ("fiber", ("fibre_g",)),
            ("fat", ("fat_g",)),
            ("saturated fat", ("saturated_fat_g",)),
            ("sugar", ("sugars_g",)),
            ("energy", ("energy_kcal",)),
            ("calories", ("energy_kcal",)),
            ("iron", ("iron_mg",)),
            ("calcium", ("calcium_mg",)),
            ("vitamin d", ("vitamin_d_ug",)),
            ("Vit. D", ("vitamin_d_ug",)),
            ("b12", ("vitamin_b12_ug",)),
            ("vitamin B-12", ("vitamin_b12_ug",)),
            ("folate", ("folate_dfe_ug",)),
            ("vitamin c", ("vitamin_c_mg",)),
            ("potassium", ("potassium_mg",)),
            ("magnesium", ("magnesium_mg",)),
            ("zinc", ("zinc_mg",)),
            ("omega-3", ("epa_g", "dha_g", "ala_g")),
            ("omega3", ("epa_g", "dha_g", "ala_g")),
            ("leucine", ("leucine_g",)),
            ("BCAAs", ("leucine_g", "isoleucine_g", "valine_g")),
            ("net carbs", ("available_carbohydrate_g",)),
            ("glycemic index", ("glycaemic_index",)),
        ],
    )
    def test_knows_everyday_words(self, word, fields):
        """What people say leads to the columns that they mean."""
        assert nutrient_named(word).fields == fields

    @pytest.mark.parametrize("column", NUTRIENT_NAMES)
    def test_knows_every_column(self, column):
        """Every nutrient of the table is known by its column and by one name of its own."""
        assert nutrient_named(column).fields == (column,)

    @pytest.mark.parametrize("one", NUTRIENTS, ids=lambda one: one.name)
    def test_heads_a_column_in_nine_letters(self, one):
        """Every nutrient fits the head of a column."""
        assert len(one.head or one.name) <= 9 or one.name == "carbohydrate"

    @pytest.mark.parametrize(
        ("word", "meant"), [("fibr", "fibre"), ("protien", "protein"), ("potasium", "potassium")]
    )
    def test_suggests_the_nearest(self, word, meant):
        """A misspelt nutrient is an error that names the one that was meant."""
        with pytest.raises(InputError, match=f'did you mean "{meant}"'):
            nutrient_named(word)

    @pytest.mark.parametrize("word", ["", "gravel", "ab\ncd", "\x1b[31m"])
    def test_refuses_what_is_none_in_one_line(self, word):
        """Anything else is one printable line that lists what is known."""
        with pytest.raises(InputError, match="known: energy, protein") as caught:
            nutrient_named(word)
        assert str(caught.value).isprintable()


class TestHeld:
    """How much of a nutrient a food holds."""

    def test_adds_up_what_a_name_stands_for(self):
        """Omega-3 is EPA, DHA and ALA: 0.690 + 1.457 + 0.113 g in salmon (NDB 15237)."""
        held = BUNDLED.food("salmon").held(nutrient_named("omega-3"))
        assert held.amount == pytest.approx(2.260)
        assert held.is_whole

    def test_says_when_a_sum_is_a_floor(self):
        """SR28 has no EPA and DHA of chia seeds (NDB 12006): their omega-3 is at least the ALA."""
        held = BUNDLED.food("chia-seeds").held(nutrient_named("omega-3"))
        assert held.amount == pytest.approx(17.83)
        assert not held.is_whole

    def test_has_nothing_where_nothing_is_known(self):
        """No value at all is None, not zero."""
        food = next(food for food in BUNDLED.foods if food.per_100g.leucine_g is None)
        assert food.held(nutrient_named("leucine")).amount is None

    def test_does_not_scale_the_glycaemic_index(self):
        """The index is the food's, whatever the amount."""
        held = BUNDLED.food("banana").held(nutrient_named("GI"), 250.0)
        assert held.amount == 51.0


@pytest.mark.parametrize("texts", ["", " , ", ["protein", ","]])
def test_asks_for_a_word_where_there_is_none(texts):
    """What is left empty is said with what may be written instead, in words."""
    with pytest.raises(InputError) as error:
        parts_of(texts, name="least")
    assert str(error.value) == "least: empty; write a word, or leave the option out"


def test_suggests_the_nearest_word_else_all_of_them():
    """A slip of one letter has its word; what is like none gets the list."""
    with pytest.raises(InputError, match=r'did you mean "vegan"\?$'):
        words_of("vegn", ("vegan", "omnivore"), name="diet")
    with pytest.raises(InputError, match=r"choose of: vegan, omnivore$"):
        words_of("qqq", ("vegan", "omnivore"), name="diet")


def test_takes_as_many_as_are_asked_for():
    """One at the least; none and less is refused with the number that was written."""
    found = ("a", "b", "c")
    assert [at_most(limit, found) for limit in (None, 1, 2, 9)] == [found, ("a",), found[:2], found]
    for limit in (0, -1):
        with pytest.raises(InputError) as error:
            at_most(limit, found)
        assert (error.value.argument, error.value.value) == ("limit", limit)
        assert str(error.value) == f"limit: {limit} is below 1; ask for one at the least"
