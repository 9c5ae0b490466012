"""How much of a food somebody takes at once."""

import pytest
from people import athlete, day, eaten, man, plan, run

from fuelcalc.models.dishes import Component
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.helping import USUAL, Helping, beside_flesh, helping_of
from fuelcalc.planning.menu.laid import levels_of, step_g

GRAINS = {food.food_id for food in BUNDLED.foods if food.role == "grain"}


def grams(food_id, least, usual, most, helping):
    """The amounts of a food that may be taken, in g."""
    food = BUNDLED.by_id[food_id]
    part = Component(food_id, least, usual, most)
    return [round(step_g(food) * n, 6) for n in levels_of(food, part, helping=helping)]


@pytest.mark.parametrize(
    ("mass_kg", "kcal", "is_loading", "share", "grain_g"),
    [
        (54.9, 2200.0, False, 0.8, 300.0),
        (55.0, 2200.0, False, 1.0, 300.0),
        (80.0, 3500.0, False, 1.0, 300.0),
        (80.1, 3500.0, False, 1.0, 380.0),
        (80.0, 3501.0, False, 1.0, 380.0),
        (54.9, 2200.0, True, 1.0, 380.0),
    ],
)
def test_goes_by_body_energy_and_loading(mass_kg, kcal, is_loading, share, grain_g):
    """Under 55 kg 80 % of the least; over 80 kg, 3,500 kcal or loading 380 g of grain (F31)."""
    helping = helping_of(mass_kg=mass_kg, energy_kcal=kcal, is_loading=is_loading)
    assert helping == Helping("usual", share, grain_g, grain_g > 300.0 and not is_loading)


@pytest.mark.parametrize(
    ("food_id", "least_g"), [("salmon", 80.0), ("chicken-breast", 80.0), ("egg", 100.0)]
)
def test_f31_takes_a_little_less_of_a_least_portion(food_id, least_g):
    """80 g of fish for 100 g, where that is an amount that people take; of two eggs no less."""
    least = 2.0 if food_id == "egg" else 1.0
    small = grams(food_id, least, least, 2.0 * least, Helping(least_share=0.8))
    usual = grams(food_id, least, least, 2.0 * least, USUAL)
    assert small[0] == least_g
    assert usual == [one for one in small if one >= usual[0]]


def test_has_the_usual_vegetables_on_a_large_plate():
    """A carrot for 360 g of noodles, not half of one; what a dish may do without stays free."""
    one = BUNDLED.food("carrot").portion.one_g
    assert grams("carrot", 0.5, 1.0, 1.5, USUAL)[0] == 0.5 * one
    assert grams("carrot", 0.5, 1.0, 1.5, Helping(is_large=True))[0] == one
    assert grams("carrot", 0.0, 1.0, 1.5, Helping(is_large=True))[0] == 0.0
    assert grams("chicken-breast", 0.5, 1.0, 1.5, Helping(is_large=True))[0] < 100.0


@pytest.mark.parametrize(
    ("most_g", "served_g"), [(300.0, 300.0), (299.0, 240.0), (380.0, 360.0), (100.0, 120.0)]
)
def test_f31_serves_no_more_grain_than_fits_a_plate(most_g, served_g):
    """Pasta by half cups of 60 g up to the most, and never less than the least of the dish."""
    assert grams("pasta", 1.0, 2.0, 4.0, Helping(most_grain_g=most_g))[-1] == served_g
    assert grams("boiled-potato", 1.0, 2.0, 4.0, Helping(most_grain_g=most_g)) == grams(
        "boiled-potato", 1.0, 2.0, 4.0, USUAL
    )


@pytest.mark.parametrize(
    ("who", "most_g"),
    [(athlete(mass_kg=62.0), 300.0), (man(mass_kg=105.0, height_cm=188.0), 380.0)],
)
def test_f31_keeps_to_it_on_any_plate(who, most_g):
    """Whoever runs far has second courses instead of a pound of rice."""
    for weekday in range(1, 8):
        found = plan(who, day(run(), date=f"2026-11-0{weekday}"), menu=True)
        assert all(item.grams <= most_g for item in eaten(found) if item.food_id in GRAINS)


def test_takes_less_of_a_grain_as_of_what_lies_on_it():
    """Four fifths of the most rice where of chicken there is four fifths of the least."""
    menu = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    small = Helping(least_share=0.8, most_grain_g=300.0)
    # 280 g of rice to 120 g of chicken; couscous may go to 240 g; no grain to steak.
    for name, most_g in (
        ("ginger-chicken-rice-carrots", 224.0),
        ("chicken-apricot-tagine", 224.0),
        ("steak-baked-potato-rocket", 300.0),
        ("chilli-sin-carne", 300.0),
    ):
        assert beside_flesh(menu[name], small).most_grain_g == pytest.approx(most_g)
        assert beside_flesh(menu[name], USUAL) == USUAL
