"""What goes together before a session."""

import pytest

from fuelcalc.errors import FuelcalcError
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.pairings import offers, pairing_of, pairings
from fuelcalc.pantry.portions import household_text

ROW = {
    "snack_id": "test",
    "label": "{0} with {1}",
    "items": "white-toast 1-2 + jam 0.5-1 each",
    "from_min": "10",
    "to_min": "60",
    "rank": "1",
    "why": "Because.",
}


def test_reads_places_choices_and_amounts():
    """Plus parts places, a bar parts choices, and "each" goes by the first food."""
    pairing = pairing_of(ROW | {"items": "oats 0.5-1 | bagel 1-1 + jam 0.5-1 each"})
    assert [[choice.food_id for choice in place] for place in pairing.places] == [
        ["oats", "bagel"],
        ["jam"],
    ]
    assert [place[0].each for place in pairing.places] == [False, True]
    assert (pairing.from_min, pairing.to_min, pairing.rank) == (10.0, 60.0, 1)


def first_choices(pairing):
    """The foods and amounts that stand first in each place."""
    choices = tuple(place[0] for place in pairing.places)
    return tuple(BUNDLED.food(choice.food_id) for choice in choices), choices


def test_offers_every_sensible_set_of_amounts():
    """One slice takes ½ or 1 tablespoon of jam, two take 1, 1½ or 2."""
    made = offers(*first_choices(pairing_of(ROW)))
    assert sorted(offer.amounts for offer in made) == [
        (1.0, 0.5),
        (1.0, 1.0),
        (2.0, 1.0),
        (2.0, 1.5),
        (2.0, 2.0),
    ]
    assert [offer.carbohydrate_g for offer in made] == sorted(o.carbohydrate_g for o in made)


def test_adds_up_what_the_source_prints():
    """One slice of toast (22 g of NDB 18070) and one tablespoon of jam (20 g of NDB 19297)."""
    made = offers(*first_choices(pairing_of(ROW)))
    one = next(offer for offer in made if offer.amounts == (1.0, 1.0))
    assert one.carbohydrate_g == pytest.approx((54.50 - 2.9) * 0.22 + (68.86 - 1.1) * 0.20)
    assert one.fat_g == pytest.approx(4.00 * 0.22 + 0.07 * 0.20)
    assert one.fibre_g == pytest.approx(2.9 * 0.22 + 1.1 * 0.20)
    assert one.protein_g == pytest.approx(9.00 * 0.22 + 0.37 * 0.20)
    assert one.oddness == 0.0


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ("banana", '"banana" is not "food 1-2 each"'),
        ("bananna 1-1", 'did you mean "banana"'),
        ("ham 1-1", "ham is not for snacks"),
        ("banana 1-5", "banana 1-5 is beyond 2 portions"),
        ("banana 2-1", "banana 2-1 is beyond"),
        ("oats 1-1 + banana 1-1 + honey 1-1 + jam 1-1", "more than three foods"),
    ],
)
def test_refuses_what_the_table_does_not_offer(items, message):
    """A slip in the file stops the load and names the line."""
    with pytest.raises(FuelcalcError, match=r"foods/snacks\.csv: test") as caught:
        pairing_of(ROW | {"items": items})
    assert message in str(caught.value)


def test_reads_the_whole_file():
    """Ids are unique, windows are open, labels can be filled and every reason is a sentence."""
    ids = [pairing.snack_id for pairing in pairings()]
    assert len(set(ids)) == len(ids) >= 50
    for pairing in pairings():
        assert 0.0 <= pairing.from_min < pairing.to_min, pairing.snack_id
        assert 1 <= pairing.rank <= 6, pairing.snack_id
        assert pairing.label.format("a", "b", "c").strip(), pairing.snack_id
        assert pairing.why.endswith("."), pairing.snack_id


def test_never_offers_the_same_foods_twice_at_once():
    """Lines that fill the same places have windows that do not overlap."""
    for place, one in enumerate(pairings()):
        for other in pairings()[place + 1 :]:
            same = {c.food_id for p in one.places for c in p} == {
                c.food_id for p in other.places for c in p
            }
            apart = one.to_min <= other.from_min or other.to_min <= one.from_min
            assert not same or apart, (one.snack_id, other.snack_id)


def test_makes_only_amounts_that_have_words():
    """Each offer of each choice can be said, and there is one for every first choice."""
    for pairing in pairings():
        foods, choices = first_choices(pairing)
        made = offers(foods, choices)
        assert made, pairing.snack_id
        for offer in made:
            for choice, amount in zip(choices, offer.amounts, strict=True):
                assert household_text(BUNDLED.food(choice.food_id), amount)
