"""The dishes of long sessions, each with water for its powders."""

from fuelcalc.pantry import BUNDLED, Limits


def test_keeps_every_powder_within_reach_of_its_water():
    """Each dish of a long session has water, salt that may be left out, and something to bite."""
    dishes = [one for one in {v.dish for v in BUNDLED.variants(Limits())} if "long" in one.meals]
    assert len(dishes) >= 7
    for dish in dishes:
        ids = [{one.food_id for one in place} for place in dish.places]
        assert {"water"} in ids
        salt = next(
            place for place in dish.places if "salt-capsule" in {one.food_id for one in place}
        )
        assert {one.least for one in salt} == {0.0}
        assert BUNDLED.dish(dish.dish_id) is dish
