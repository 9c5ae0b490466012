"""How foods are chosen and sorted by what they hold and who may eat them."""

import pytest

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.table import ROLES, WHEN
from fuelcalc.pantry.words import nutrient_named

FOODS = BUNDLED.foods


def held(food, word, *, per_portion=False):
    """What 100 g or a measure of a food holds."""
    return food.held(nutrient_named(word), food.portion.one_g if per_portion else 100.0).amount


class TestFilters:
    """Nothing that is listed breaks a filter, and nothing that keeps it is left out."""

    @pytest.mark.parametrize("diet", DIETS)
    def test_keep_a_diet(self, listed_foods, diet):
        """Only foods for the diet are listed."""
        fit = [food for food in FOODS if Limits.of(diet=diet).allow(food)]
        assert listed_foods("--diet", diet) == fit

    @pytest.mark.parametrize("allergen", ALLERGENS)
    def test_keep_an_allergen_out(self, listed_foods, allergen):
        """No listed food holds or may hold what is avoided."""
        for food in listed_foods("--avoid", allergen):
            assert allergen not in (*food.allergens, *food.may_contain)

    @pytest.mark.parametrize("way", RESTRICTIONS)
    @pytest.mark.parametrize("option", ["--restrictions", "--restriction"])
    def test_keep_a_way_of_eating(self, listed_foods, way, option):
        """Only foods that were reviewed for it are listed; both spellings mean the same."""
        found = listed_foods(option, way)
        assert found == [
            food for food in FOODS if way in food.suits or way in dict(food.suits_up_to_g)
        ]

    def test_add_up_when_repeated_or_parted_by_commas(self, listed_foods):
        """Two options and one with a comma say the same."""
        apart = listed_foods(
            "--avoid", "nuts", "--avoid", "milk", "--role", "fruit", "--role", "dairy"
        )
        assert apart == listed_foods("--avoid", "nuts,milk", "--role", "fruit, dairy")

    @pytest.mark.parametrize("role", ROLES)
    def test_keep_a_role(self, listed_foods, role):
        """Only foods of that kitchen role are listed."""
        assert listed_foods("--role", role) == [food for food in FOODS if food.role == role]

    @pytest.mark.parametrize("when", WHEN)
    def test_keep_an_occasion(self, listed_foods, when):
        """Only foods that people eat then are listed."""
        assert listed_foods("--when", when) == [food for food in FOODS if when in food.when]

    def test_list_what_holds_a_nutrient_the_most_first(self, listed_foods):
        """--contains leaves out zeros and missing values, and sorts by what is left."""
        amounts = [held(food, "iron") for food in listed_foods("--contains", "iron")]
        assert all(amounts)
        assert amounts == sorted(amounts, reverse=True)

    @pytest.mark.parametrize("per", ["100g", "portion"])
    @pytest.mark.parametrize("word", ["fibre", "energy", "vitamin D", "leucine", "sugars"])
    def test_keep_an_amount(self, listed_foods, per, word):
        """Every listed food is known to keep the bound; every other one breaks it or is unknown."""
        per_portion = per == "portion"
        known = [held(food, word, per_portion=per_portion) for food in FOODS]
        middle = sorted(value for value in known if value is not None)[len(known) // 3]
        unit = nutrient_named(word).suffix
        for option, fits in (("--least", middle.__le__), ("--most", middle.__ge__)):
            found = listed_foods(option, f"{word} {middle!r} {unit}", "--per", per)
            expected = [
                food
                for food, value in zip(FOODS, known, strict=True)
                if value is not None and fits(value)
            ]
            assert found == expected

    @pytest.mark.parametrize(
        "text", ["fibre 2 g", "2 g fibre", "fiber=2g", "fibre: 2,0 g", "fibre <= 2000 mg"]
    )
    def test_read_an_amount_however_it_is_written(self, listed_foods, text):
        """Sorting, signs, spelling, decimal commas and units are free."""
        assert listed_foods("--most", text) == listed_foods("--most", "fibre_g 2 g")

    def test_read_several_amounts(self, listed_foods):
        """Commas part bounds; a comma inside a number is its decimal mark."""
        found = listed_foods("--most", "fibre 2,5 g, fat 3 g", "--least", "protein 10 g")
        assert found
        for food in found:
            assert held(food, "fibre") <= 2.5
            assert held(food, "fat") <= 3.0
            assert held(food, "protein") >= 10.0

    def test_do_not_take_a_floor_for_a_whole(self, listed_foods):
        """Chia seeds hold at least 17.83 g omega-3: enough for a least, unproven for a most."""
        chia = BUNDLED.food("chia-seeds")
        assert chia in listed_foods("--least", "omega-3 17 g")
        assert chia not in listed_foods("--most", "omega-3 18 g")


class TestSort:
    """Sorting by what foods hold."""

    def test_goes_by_several_in_order(self, listed_foods):
        """The first decides, the next where the first ties."""
        found = listed_foods("--sort", "least fat, most energy")
        keys = [(held(food, "fat"), -held(food, "energy")) for food in found]
        assert keys == sorted(keys)

    @pytest.mark.parametrize("direction", ["most", "least"])
    def test_puts_what_is_missing_last(self, listed_foods, direction):
        """A food without a value follows all that have one."""
        known = [
            held(food, "leucine") is not None
            for food in listed_foods("--sort", f"{direction} leucine")
        ]
        assert known == sorted(known, reverse=True)
        assert not known[-1]

    def test_shows_what_it_goes_by(self, fuelcalc):
        """The nutrient that a list is sorted by has a column, with its unit."""
        answer = fuelcalc("foods", "--sort", "highest iron", "--limit", "1")
        assert answer.out.splitlines()[1].endswith("iron")
        assert answer.out.splitlines()[2].endswith(" mg")
