"""What methods ask for from the spice rack stands on a list, and is asked after."""

import pytest
from people import man, plan
from served import MONDAY, feeding, item, served

from fuelcalc.planning.week.shopping import shopping_list

CURRY = served(
    feeding(
        "dinner", item("white-rice", 300.0), item("cumin", 2.0),
        preparation="Fry cumin, chilli and garam masala in the oil with salt.",
        preparation_beside="Rice, 12 min: cook it with turmeric.",
    ),
    date=MONDAY,
)  # fmt: skip


def asked(*plans, **options):
    """The seasonings of a list by their names, each with the traces to look for."""
    return {one.name: one.traces for one in shopping_list(plans, **options).seasonings}


class TestSeasonings:
    """What methods ask for from the spice rack is asked after, and has no amount."""

    def test_names_what_methods_ask_for(self):
        """Of dishes and of what stands beside them, by name; what is a line is one already."""
        assert [*asked(CURRY)] == ["chilli", "garam masala", "turmeric"]
        assert "cumin" in {line.name for line in shopping_list([CURRY]).lines}

    def test_names_a_thing_once(self):
        """Two days of one dish want one jar."""
        assert asked(CURRY, CURRY) == asked(CURRY)

    def test_takes_one_of_two(self):
        """Either will do, so that who has to have one needs not buy the other."""
        paella = served(feeding("dinner", preparation="Add saffron or turmeric."), date=MONDAY)
        spiced = served(feeding("lunch", item("turmeric", 2.0)), date=MONDAY)
        assert [*asked(paella)] == ["saffron or turmeric"]
        assert "saffron or turmeric" not in asked(paella, CURRY)
        assert "turmeric" in asked(paella, CURRY)
        assert asked(paella, spiced) == {}

    def test_names_none_where_no_food_is_shown(self):
        """A day whose menu is withheld, or not asked for, buys nothing."""
        assert asked(CURRY.model_copy(update={"menu": None})) == {}
        assert asked(plan(man())) == {}

    def test_says_whose_traces_matter(self):
        """Of everybody whose days are on the list."""
        assert set(asked(CURRY).values()) == {()}
        careful = CURRY.model_copy(update={"athlete": man(avoid=["mustard", "milk"])})
        coeliac = CURRY.model_copy(update={"athlete": man(restrictions=["gluten-free"])})
        assert set(asked(careful).values()) == {("mustard",)}
        assert asked(careful, coeliac)["garam masala"] == ("gluten", "wheat", "mustard")

    @pytest.mark.parametrize("word", ["chilli", "Chili flakes", "ground chilli"])
    def test_leaves_out_what_is_there(self, word):
        """In whatever form somebody has it."""
        found = shopping_list([CURRY], have=[word])
        assert found.had == ("chilli",)
        assert [one.name for one in found.seasonings] == ["garam masala", "turmeric"]

    @pytest.mark.parametrize("word", ["cumin", "ground cumin"])
    def test_leaves_out_a_food_first(self, word):
        """Where a line says so, the line is there."""
        assert shopping_list([CURRY], have=[word]).had == ("cumin",)

    @pytest.mark.parametrize("word", ["star anise", "bay leaf", "dried oregano"])
    def test_has_what_no_method_asks_for(self, word):
        """A spice that no day takes changes nothing."""
        assert shopping_list([CURRY], have=[word]) == shopping_list([CURRY])

    def test_asks_for_a_jar_without_traces_beside_the_one_that_is_there(self):
        """Cumin on one plate is there; who avoids mustard wants to know of which brand."""
        method = "Season the rice with cumin and turmeric."
        other = served(feeding("lunch", preparation=method), date=MONDAY)
        careful = other.model_copy(update={"athlete": man(avoid=["mustard"])})
        found = shopping_list([CURRY, careful], have=["cumin", "turmeric"])
        assert found.had == ("cumin",)
        assert "cumin" not in {line.name for line in found.lines}
        assert {"cumin", "turmeric"} <= {one.name for one in found.seasonings if one.traces}
