"""The best change of one food or two, beside all changes counted out."""

from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcalc.planning.menu.charges import Charges
from fuelcalc.planning.menu.moves import Moves, beyond_of, each_of

CHARGES = Charges(
    np.array([0, 0, 1, 1, 2]), np.array([30.0, 30.0, 80.0, 90.0, 20.0]),
    np.array([1.0, -2.0, -0.5, 4.0, 3.0]),
)  # fmt: skip
"""Two sides of one aim, a floor and a ceiling of another, a ceiling of a third."""


def charged(held):
    """What a plate is charged, one charge after the other."""
    rows = zip(CHARGES.column, CHARGES.start, CHARGES.per_unit, strict=True)
    return sum(max((held[column] - start) * per, 0.0) for column, start, per in rows)


@st.composite
def plates(draw):
    """Two to four foods, their amounts, what they hold, what is usual and what is taken."""
    count = draw(st.integers(2, 4))
    rows = draw(
        st.lists(
            st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True).map(sorted),
            min_size=count, max_size=count,
        )
    )  # fmt: skip
    levels = np.array([row + row[-1:] * (4 - len(row)) for row in rows])
    unit = np.array(
        draw(st.lists(st.tuples(*[st.integers(0, 20)] * 3), min_size=count, max_size=count)),
        dtype=float,
    )
    usual = np.array([float(draw(st.sampled_from(row))) for row in rows])
    steps = np.array([draw(st.sampled_from(row)) for row in rows])
    return levels, unit, usual, steps


def cost(plate, steps):
    """Charges, and half a unit for each step away from the usual."""
    _, unit, usual, _ = plate
    return charged(steps @ unit) + 0.5 * np.abs(steps - usual).sum()


def changed(plate, *, room=np.inf):
    """Every change of one food or two; column 2 is a drink of which there is so much room."""
    levels, unit, _, steps = plate
    for foods in combinations(range(len(steps)), 2):
        for taken in product(*(sorted(set(levels[food].tolist())) for food in foods)):
            after = steps.copy()
            after[list(foods)] = taken
            if (after - steps) @ unit[:, 2] <= room:
                yield after


def best(plate, **drink):
    """What the moves say."""
    levels, unit, usual, steps = plate
    moves = Moves.of(levels, usual, np.full(len(steps), 0.5), each_of(unit, CHARGES))
    return moves.best(steps, beyond_of(steps @ unit, CHARGES), **drink)


@settings(max_examples=80)
@given(plate=plates())
def test_finds_what_counting_finds(plate):
    """No change of one food or two is cheaper, and where none helps there is none."""
    least = min(cost(plate, after) for after in changed(plate))
    found = best(plate)
    if found is None:
        assert cost(plate, plate[3]) <= least + 1e-6
    else:
        assert cost(plate, found) <= least + 1e-6
        assert (found != plate[3]).sum() <= 2


def test_charges_each_food_that_is_unusual():
    """30 g are one more step of 10 g, half a unit off, before two more of 5 g, a whole one off."""
    levels, unit = np.array([[0, 1, 2, 3, 4]] * 2), np.array([[10.0, 0.0, 0.0], [5.0, 0.0, 0.0]])
    plate = (levels, unit, np.array([1.0, 2.0]), np.array([1, 2]))
    costs = [cost(plate, np.array(steps)) for steps in ((1, 2), (2, 2), (1, 4))]
    # The floor of the other column costs 40 whatever is done.
    assert costs == [60.0, 40.5, 41.0]
    assert best(plate).tolist() == [2, 2]


@settings(max_examples=60)
@given(plate=plates(), room=st.integers(0, 30))
def test_drinks_no_more_than_there_is_room_for(plate, room):
    """A gain elsewhere is worth no drink beyond its ceiling."""
    found = best(plate, drink=(plate[1][:, 2], float(room)))
    after = plate[3] if found is None else found
    assert (after - plate[3]) @ plate[1][:, 2] <= room
    allowed = min((cost(plate, one) for one in changed(plate, room=room)), default=np.inf)
    assert cost(plate, after) <= min(allowed, cost(plate, plate[3])) + 1e-6


def test_stays_where_nothing_may_move():
    """A plate of foods with one amount each has no change."""
    fixed = (np.array([[1], [2]]), np.ones((2, 3)), np.zeros(2), np.array([1, 2]))
    assert best(fixed) is None


def test_charges_nothing_that_is_not_there():
    """A ceiling that is none, and one that costs nothing, are left out."""
    all_of = Charges(np.array([0, 1, 2]), np.array([1.0, np.inf, 3.0]), np.array([1.0, 1.0, 0.0]))
    assert all_of.kept().column.tolist() == [0]
    assert float(all_of.kept().cost(np.array([3.0, 9.0, 9.0]))) == 2.0


def test_takes_no_move_for_the_last_bits_of_a_large_sum():
    """Under ceilings of millions a search ends: two orders of one sum are no gain."""
    levels = np.array([[0, 1, 2], [0, 1, 2]])
    nothing = np.zeros(2)
    random = np.random.default_rng(20261127)
    for _ in range(200):
        beyond = random.uniform(0.0, 2e6, 40)
        moves = Moves.of(levels, nothing, nothing, np.zeros((40, 2)))
        assert moves.best(np.array([1, 1]), beyond) is None
