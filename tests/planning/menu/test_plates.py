"""From feedings to plates: dishes that are set or exchanged, and what is printed of them."""

import threading

import pytest
from bars import Bars, fortnight, people
from people import (
    BUILD,
    athlete,
    codes,
    day,
    dishes,
    eaten,
    feedings,
    label,
    lift,
    man,
    own_foods,
    run,
)

from fuelcalc import words
from fuelcalc.errors import InputError
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.table import ROLES
from fuelcalc.planning.clock.feedings import Feeding, Portion
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.locks import name_of
from fuelcalc.planning.menu.plates import is_food
from fuelcalc.planning.sessions.run import trained_run

TRAINED = day(run("06:30"), lift("18:00"))
RESTED = day()
RUN = trained_run(athlete(), run(), temperature_degc=None)
MILL_BREAD = {
    "name": "Mill bread", "role": "bread", "per": "40 g", "energy": "96 kcal", "protein": "4 g",
    "carbohydrate": "17 g", "fat": "1 g",
}  # fmt: skip
MILL_TOAST = {
    "name": "Mill toast", "meals": ["breakfast", "lunch"],
    "foods": ["Mill bread 1-2-3", "peanut butter 0.5-1-3", "banana 0.5-1-2"],
}  # fmt: skip


def fed(who=None, when=TRAINED, **options) -> DayPlan:
    """A plan with foods."""
    return plan_day(who or athlete(), when, BUILD, **options)


def place_of(found, word):
    """What the one feeding with a word in its name is called."""
    (place,) = [place for place in dishes(found) if word in place]
    return place


class TestNames:
    """What a feeding is called."""

    @pytest.mark.parametrize(
        ("feeding", "name"),
        [
            (Feeding(480.0, 30.0, "after", "breakfast", repairs=RUN), ("breakfast", "08:00")),
            (Feeding(350.0, 10.0, "before", prepares=RUN), ("before the run", "05:50")),
            (Feeding(1470.0, 10.0, "snack"), ("snack", "00:30")),
        ],
    )
    def test_is_its_name_and_its_time(self, feeding, name):
        """What a meal repairs is left out; past midnight the clock starts anew."""
        assert name_of(feeding, feeding.minute) == name


@pytest.mark.parametrize(
    ("macros", "is_a_meal"),
    [
        ((3.0, 5.0, 3.0), False),
        ((3.1, 0.0, 0.0), True),
        ((0.0, 5.1, 0.0), True),
        ((0.0, 0.0, 3.1), True),
        ((0.0, 0.0, 0.0), False),
    ],
)
def test_takes_what_a_band_would_forgive_for_a_drink(macros, is_a_meal):
    """Up to 3 g protein, 5 g carbohydrate and 3 g fat nothing is put on a plate."""
    assert is_food(Portion(*macros, 500.0, 200.0)) == is_a_meal


class TestLock:
    """Dishes that somebody sets."""

    def test_serves_the_dish_and_plans_the_rest_around_it(self):
        """The locked dish is there, the other feedings have others, and nothing is off by much."""
        found = fed(lock={"dinner": "lentil-bolognese"})
        served = dishes(found)
        assert served.pop(place_of(found, "dinner")) == "lentil-bolognese"
        assert "lentil-bolognese" not in served.values()
        assert found.targets == fed().targets

    def test_is_found_by_its_time(self):
        """A feeding may be named by its time as the plan prints it."""
        place = place_of(fed(), "dinner")
        found = fed(lock={place[-6:-1]: "lentil-bolognese"})
        assert dishes(found)[place] == "lentil-bolognese"

    def test_is_found_in_any_spelling(self):
        """Case and blanks do not matter."""
        found = fed(lock={" Dinner ": "lentil-bolognese"})
        assert "lentil-bolognese" in dishes(found).values()

    def test_takes_a_dish_of_another_meal(self):
        """Who wants pasta for breakfast gets it."""
        found = fed(lock={"breakfast": "lentil-bolognese"})
        assert dishes(found)[place_of(found, "breakfast")] == "lentil-bolognese"

    @pytest.mark.parametrize("dish", ["toast-with-jam", "White toast with jam"])
    def test_takes_a_bite_before_a_run(self, dish):
        """A snack before a run is locked by the id or the name of its dish."""
        place = place_of(fed(), "before the run")
        assert dishes(fed(lock={"before the run": dish}))[place] == "toast-with-jam"

    def test_keeps_the_dish_on_every_day(self):
        """Whatever the seed, the locked dish stays and the others may change."""
        menus = [dishes(fed(seed=seed, lock={"dinner": "lentil-bolognese"})) for seed in range(4)]
        assert all("lentil-bolognese" in menu.values() for menu in menus)
        assert len({tuple(menu.values()) for menu in menus}) > 1

    @pytest.mark.parametrize(
        ("lock", "message"),
        [
            ({"brunch": "lentil-bolognese"}, 'lock: "brunch" is no feeding of this day: '),
            ({"03:00": "lentil-bolognese"}, 'lock: "03:00" is no feeding of this day'),
            ({"dinner": "lentil-bolognesse"}, 'dish: there is no "lentil-bolognesse"; did you'),
            ({"before the run": "no-such-snack"}, 'dish: there is no "no-such-snack"'),
            ({"before the run": "beef-ragu-polenta"}, 'lock: "beef-ragu-polenta" is not for you'),
        ],
    )
    def test_refuses_what_there_is_not(self, lock, message):
        """An unknown feeding or dish is one line that says what there is."""
        with pytest.raises(InputError) as error:
            fed(lock=lock)
        assert str(error.value).startswith(message)
        assert "\n" not in str(error.value)

    def test_names_the_feedings_of_the_day(self):
        """Whoever mistypes a feeding reads how each is called."""
        with pytest.raises(InputError) as error:
            fed(lock={"brunch": "lentil-bolognese"})
        for place in dishes(fed()):
            assert place in str(error.value)

    def test_refuses_a_dish_that_may_not_be_eaten(self):
        """No lock breaks a diet."""
        with pytest.raises(InputError, match='lock: "lentil-bolognese" is not for you at dinner'):
            fed(athlete(dislikes=["lentils", "bolognese"]), lock={"dinner": "lentil-bolognese"})

    def test_asks_for_the_time_where_a_name_is_there_twice(self):
        """Two snacks on one day are told apart by their time alone."""
        when = day(wake="05:00", sleep="23:00")
        found = fed(man(meals_per_day=2), when)
        names = [label(entry) for entry in feedings(found)]
        twice = next(name for name in names if names.count(name) > 1)
        with pytest.raises(InputError, match=f'"{twice}" is there more than once; write its time'):
            fed(man(meals_per_day=2), when, swap=[twice])


class TestSwap:
    """Dishes that somebody exchanges."""

    def test_changes_one_dish_and_keeps_the_others(self):
        """The dinner is another, every other feeding has the dish that it had."""
        before, after = dishes(fed()), dishes(fed(swap=["dinner"]))
        place = place_of(fed(), "dinner")
        assert before.pop(place) != after.pop(place)
        assert before == after

    def test_goes_one_further_each_time(self):
        """Exchanged three times, a dinner has been four dishes."""
        place = place_of(fed(), "dinner")
        served = [dishes(fed(swap=["dinner"] * times))[place] for times in range(4)]
        assert len(set(served)) == 4

    def test_exchanges_several(self):
        """Two feedings are two other dishes, and the rest stays."""
        before, after = dishes(fed()), dishes(fed(swap=["breakfast", "dinner"]))
        changed = {place for place in before if before[place] != after[place]}
        assert changed == {place_of(fed(), "breakfast"), place_of(fed(), "dinner")}

    def test_exchanges_a_snack_before_a_run(self):
        """A bite gives way to another bite."""
        place = place_of(fed(), "before the run")
        before, after = dishes(fed()), dishes(fed(swap=["before the run"]))
        assert before.pop(place) != after.pop(place)
        assert before == after

    def test_f43_keeps_the_rest_to_the_gram(self):
        """Whatever dinner becomes, no other feeding's grams change."""

        def grams(found):
            return {
                entry.minute: [(item.food_id, item.grams) for item in entry.items]
                for entry in feedings(found)
                if entry.name != "dinner"
            }

        assert grams(fed()) == grams(fed(swap=["dinner"])) == grams(fed(swap=["dinner", "dinner"]))

    def test_f49_finds_a_meal_by_what_the_page_calls_it(self):
        """A first meal in the afternoon is still swapped as breakfast, and as it is printed."""
        night = day(wake="15:00", sleep="07:00")
        before, usual = dishes(fed(when=night)), dishes(fed(when=night, swap=["breakfast"]))
        assert before != usual
        assert dishes(fed(when=night, swap=["first meal"])) == usual

    def test_f44_refuses_to_lock_what_is_swapped(self):
        """One feeding cannot be both, and nothing is dropped in silence."""
        with pytest.raises(InputError, match='lock: "dinner" is locked and swapped at once'):
            fed(lock={"dinner": "lentil-bolognese"}, swap=["dinner"])

    @pytest.mark.parametrize("dish", ["out", "teriyaki-salmon-donburi"])
    def test_refuses_two_dishes_for_one_feeding(self, dish):
        """By its name and by its time a feeding is one, and holds one dish."""
        time = place_of(fed(), "dinner")[-6:-1]
        with pytest.raises(InputError) as error:
            fed(lock={"dinner": "lentil-bolognese", time: dish})
        assert "has two dishes, lentil-bolognese and " in str(error.value)
        assert fed(lock={"dinner": "lentil-bolognese", time: "Lentil bolognese"}).menu

    @pytest.mark.parametrize("name", ["Lentil bolognese", "lentil-bolognese", "LENTIL  BOLOGNESE"])
    def test_f45_locks_by_name_or_id(self, name):
        """A dish is called as a menu calls it, or by its id."""
        assert "lentil-bolognese" in dishes(fed(lock={"dinner": name})).values()

    def test_has_nothing_to_exchange_where_nothing_is_allowed(self):
        """Swapping an empty feeding leaves it empty, and says so once."""
        who = athlete(dislikes=list(ROLES))
        found = fed(who, RESTED, swap=["dinner", "dinner"])
        assert eaten(found) == []
        empty = [(one.feeding, one.minute) for one in found.menu.relaxed if one.limit == "food"]
        assert len(set(empty)) == len(empty) == len(feedings(found))

    @pytest.mark.parametrize("word", ["brunch", "", "25:00"])
    def test_refuses_a_feeding_that_there_is_not(self, word):
        """An unknown feeding is one line that says which there are."""
        with pytest.raises(
            InputError, match=f'swap: "{word}" is no feeding of this day: '
        ) as error:
            fed(swap=[word])
        assert "\n" not in str(error.value)


class TestOwnFoods:
    """Somebody's own foods and dishes."""

    def table(self):
        """The bundled table with a bread and a dish of it."""
        return own_foods(
            {**MILL_BREAD, "allergens": ["wheat"], "diet": "vegan"}, dishes=[MILL_TOAST]
        )

    def test_serves_an_own_dish_that_is_locked(self):
        """Its foods are on the plate with the figures of their labels."""
        found = fed(foods=self.table(), lock={"breakfast": "mill-toast"})
        (entry,) = [entry for entry in feedings(found) if entry.dish_id == "mill-toast"]
        (bread,) = [item for item in entry.items if item.food_id == "mill-bread"]
        assert bread.protein_g == pytest.approx(bread.grams * 4.0 / 40.0)
        assert words(bread).endswith("bread") or "g" in words(bread)

    def test_prefers_an_own_dish_that_is_liked(self):
        """Liking it brings it to the table within a few days."""
        who = athlete(likes=["mill toast"])
        served = [dishes(fed(who, RESTED, foods=self.table(), seed=n)).values() for n in range(5)]
        assert any("mill-toast" in one for one in served)

    def test_keeps_limits_with_own_foods(self):
        """Wheat in an own bread is wheat."""
        with pytest.raises(InputError, match="is not for you"):
            fed(athlete(avoid=["wheat"]), foods=self.table(), lock={"breakfast": "mill-toast"})

    def test_serves_nothing_unreviewed_to_somebody_with_limits(self):
        """An own food without allergens and diet is for people without limits alone."""
        table = own_foods(MILL_BREAD, dishes=[MILL_TOAST])
        lock = {"breakfast": "mill-toast"}
        assert "mill-toast" in dishes(fed(foods=table, lock=lock)).values()
        with pytest.raises(InputError, match="is not for you"):
            fed(athlete(avoid=["celery"]), foods=table, lock=lock)


class TestPlates:
    """What is printed."""

    def test_says_what_is_eaten_in_kitchen_words(self):
        """Each item has a food, grams, a measure and its source; a dish says how it is made."""
        found = fed()
        for entry in feedings(found):
            if not entry.items:
                continue
            assert entry.dish
            for item in entry.items:
                assert item.name == BUNDLED.food(item.food_id).name
                assert item.grams > 0.0
                assert words(item)
                assert item.source == BUNDLED.food(item.food_id).source
        cooked = [entry for entry in feedings(found) if entry.kind not in {"before", "during"}]
        assert all(entry.preparation for entry in cooked if entry.items)

    def test_has_no_figures_where_a_guard_hides_them(self):
        """Foods are named without grams, and neither menu nor note gives an amount."""
        found = fed(athlete(conditions=["eating-disorder"]))
        assert found.menu is None
        assert eaten(found)
        assert all(item.grams is None and words(item) == item.name for item in eaten(found))
        assert not [code for code in codes(found) if code.startswith("menu")]

    @pytest.mark.parametrize("condition", ["kidney-disease", "diabetes-insulin", "pregnant"])
    def test_has_no_food_where_a_guard_withholds_it(self, condition):
        """No dish, no menu, no note about food; a lock changes nothing of that."""
        found = fed(athlete(conditions=[condition]), lock={"dinner": "lentil-bolognese"})
        assert found.menu is None
        assert eaten(found) == []

    def test_has_no_food_where_none_is_asked_for(self):
        """menu=False is a plan of figures alone."""
        found = fed(menu=False)
        assert found.menu is None
        assert eaten(found) == []
        assert found.targets == fed().targets


class TestSameAgain:
    """One input, one plan."""

    def test_gives_the_same_plan_twice(self):
        """Same input and seed, same JSON; another seed, other food and the same figures."""
        one, two, other = fed(seed=1), fed(seed=1), fed(seed=2)
        assert one.model_dump_json() == two.model_dump_json()
        assert dishes(one) != dishes(other)
        assert (one.targets, one.energy) == (other.targets, other.energy)

    def test_gives_the_same_plans_in_many_threads(self):
        """Different people planned at once get what each gets alone."""
        people = [
            athlete(), man(), athlete(diet="vegan"), man(restrictions=["gluten-free"]),
            athlete(avoid=["nuts"]), man(dislikes=["fish"]),
        ]  # fmt: skip
        together: dict[int, str] = {}

        def work(number):
            together[number] = fed(people[number % len(people)], RESTED).model_dump_json()

        threads = [threading.Thread(target=work, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for number in range(12):
            alone = fed(people[number % len(people)], RESTED).model_dump_json()
            assert together[number] == alone


@pytest.mark.parametrize("number", [9, 12])
def test_f33_f34_keeps_what_no_day_may_break(number):
    """Two weeks of a drawn person: one powder, each main food once, no protein or grain beyond."""
    bars = Bars()
    bars.add(list(people(number + 1))[number], fortnight(number))
    assert bars.counts["weeks in pattern"] == bars.counts["weeks"] == 2
    for name in (
        "days with two powders",
        "days with one main twice",
        "days with one dish twice",
        "days of too much protein",
        "plates of much grain",
    ):
        assert bars.counts[name] == 0, name
    assert not bars.breaches
