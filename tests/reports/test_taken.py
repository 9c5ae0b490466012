"""What is taken when, in words: few lines, in anybody's units."""

import datetime as dt
import re
from dataclasses import replace
from itertools import chain

import pytest

from fuelcalc.models.timeline import Carried, Entry, Taken
from fuelcalc.pantry import BUNDLED
from fuelcalc.reports.day.taken import carry_text, taken_lines
from fuelcalc.reports.look import Look
from fuelcalc.science.on_the_way import refill_minutes


def taken(food_id, minutes, amount=1.0, *, fluid_ml=0.0, caffeine_mg=0.0, bottled=False):
    """One food at some minutes."""
    food = BUNDLED.food(food_id)
    return [
        Taken(
            minute=minute, time=dt.time(9, 0), food_id=food_id, name=food.name, amount=amount,
            portion=food.portion, carbohydrate_g=0.0 if "salt" in food_id else 25.0,
            sodium_mg=50.0, caffeine_mg=caffeine_mg, fluid_ml=fluid_ml, is_bottled=bottled,
        )
        for minute in minutes
    ]  # fmt: skip


def entry(*parts, **changes):
    """What is taken on a run."""
    return Entry(
        start=dt.time(9, 0), end=dt.time(12, 30), minute=540.0, minutes=210.0, kind="during",
        during="run", taken=tuple(sorted(chain(*parts), key=lambda one: one.minute)), **changes,
    )  # fmt: skip


def lines(*parts, look=None):
    """The lines of what is taken."""
    return [line.replace("\u00a0", " ") for line in taken_lines(entry(*parts), look or Look())]


def carried(food_id, amount, *, spare=0.0, fluid_ml=0.0):
    """One food to carry."""
    food = BUNDLED.food(food_id)
    return Carried(food_id=food_id, name=food.name, amount=amount, spare=spare,
                   portion=food.portion, fluid_ml=fluid_ml)  # fmt: skip


EVEN = [210.0 * k / 9.0 for k in range(1, 9)]


def test_says_nothing_of_nothing():
    """A feeding that is not taken by the minute has no lines."""
    assert lines() == []
    assert carry_text(entry(), Look()) == ""


def test_says_an_even_row_once():
    """Eight gels with water are two lines, not sixteen."""
    found = lines(
        taken("energy-gel", EVEN), taken("water", EVEN, 1.0, fluid_ml=249.0, bottled=True)
    )
    assert found == [
        "every 23 min from 23 to 187 min: 1 energy gel",
        "every 23 min from 23 to 187 min: up to 250 ml of water",
    ]


def test_leaves_out_the_gel_with_caffeine():
    """The gel that stands for another is told on its own, and left out of the row."""
    rest = [minute for minute in EVEN if minute != EVEN[5]]
    found = lines(taken("energy-gel", rest), taken("caffeine-gel", [EVEN[5]], caffeine_mg=75.0))
    assert found == [
        "every 23 min from 23 to 187 min except 140: 1 energy gel",
        "at 140 min: 1 caffeine gel",
    ]


def test_takes_food_in_turn_where_rows_would_be_long():
    """What alternates without a pattern is one line; salt and caffeine stand on their own."""
    gels = [20.0, 40.0, 80.0, 100.0, 160.0, 180.0, 240.0, 260.0, 340.0]
    found = lines(
        taken("energy-gel", gels), taken("new-potatoes", [60.0, 120.0, 140.0, 220.0], 0.5),
        taken("salt-capsule", [100.0, 200.0]), taken("caffeine-gel", [200.0], caffeine_mg=75.0),
    )  # fmt: skip
    assert found[0].endswith(", in turn: 9 x 1 energy gel, 4 x ½ large boiled new potato")
    assert found[1:] == ["at 100, 200 min: 1 salt capsule", "at 200 min: 1 caffeine gel"]


def test_calls_what_is_mixed_the_drink():
    """Water with anything in it is the drink, and its parts add up."""
    found = lines(
        taken("water", [25.0, 50.0, 75.0], 0.5, fluid_ml=125.0, bottled=True),
        taken("sports-drink", [25.0, 50.0, 75.0], 0.25, fluid_ml=62.5, bottled=True),
    )
    assert found == ["every 25 min from 25 to 75 min: up to 190 ml of the drink"]


def test_says_no_amount_that_is_withheld():
    """Without fluid there is no line of drink."""
    assert lines(taken("maltodextrin", [25.0], 0.1, fluid_ml=None, bottled=True)) == []


@pytest.mark.parametrize(
    ("units", "station"),
    [("metric", "240 ml of water at each station, every 5 km"),
     ("us", "8 fl oz of water at each station, every 3 mi")],
)  # fmt: skip
def test_says_what_stations_give(units, station):
    """Where all that is drunk is water it is not carried, and its moments are the stations."""
    parts = (taken("energy-gel", EVEN), taken("water", EVEN, 1.0, fluid_ml=250.0, bottled=True))
    water = carried("water", 8.0, fluid_ml=2000.0)
    found = entry(
        *parts, carry=(carried("energy-gel", 9.0, spare=1.0), water),
        station_ml=239.0, station_km=5.0,
    )  # fmt: skip
    told = carry_text(found, Look(units)).replace("\u00a0", " ")
    assert told == f"carry all but the water and 1 energy gel to spare; up to {station}"
    (line,) = taken_lines(found, Look(units))
    assert line.replace("\u00a0", " ") == "every 23 min from 23 to 187 min: 1 energy gel"
    alone = entry(parts[1], carry=(water,), station_ml=239.0, station_km=5.0)
    assert carry_text(alone, Look(units)).replace("\u00a0", " ") == f"up to {station}"


@pytest.mark.parametrize(
    ("units", "all_of_it", "ml"), [("metric", "2,000 ml", "560 ml"), ("us", "68 fl oz", "19 fl oz")]
)
@pytest.mark.parametrize(
    ("powder", "told"),
    [(False, ""), (True, ", each time with its share of the maltodextrin powder")],
)
def test_says_what_to_carry(units, all_of_it, ml, powder, told):
    """How much in all, two bottles at once, how often they are empty, and what goes into them."""
    parts = [taken("water", EVEN, 1.0, fluid_ml=250.0, bottled=True)]
    parts += [taken("maltodextrin", EVEN, 0.5, bottled=True)] if powder else []
    found = entry(
        *parts,
        carry=(carried("energy-gel", 9.0, spare=1.0), carried("water", 8.0, fluid_ml=2000.0)),
        # With a powder in it the drink is carried past the stations.
        **({"station_ml": 239.0, "station_km": 5.0} if powder else {}),
    )  # fmt: skip
    assert carry_text(found, Look(units)).replace("\u00a0", " ") == (
        f"carry all but the drink and 1 energy gel to spare; {all_of_it} from 2 bottles of {ml}, "
        f"filled again once, before the drink at 100 min{told}"
    )


def test_says_one_bottle():
    """Half a litre is one bottle."""
    found = entry(carry=(carried("water", 2.0, fluid_ml=500.0),))
    assert carry_text(found, Look()).replace("\u00a0", " ") == (
        "carry all of it; 500 ml in 1 bottle"
    )


def test_leaves_an_own_food_as_it_was_typed():
    """F61: a bar of one's own keeps its name with US units, on the way and to spare."""
    gel = BUNDLED.food("energy-gel").portion
    portion = replace(gel, one="fibre bar", many="fibre bars")
    own = {"food_id": "mine", "name": "fibre bar", "portion": portion}
    bar = [one.model_copy(update=own) for one in taken("energy-gel", [30.0, 60.0])]
    assert "fibre bar" in " ".join(lines(bar, look=Look("us")))
    spare = carried("energy-gel", 3.0, spare=1.0).model_copy(update=own)
    assert "1 fibre bar to spare" in carry_text(entry(bar, carry=(spare,)), Look("us")).replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize("ml", [1210.0, 1500.0, 2000.0, 2130.0, 2560.0, 3900.0])
@pytest.mark.parametrize("minutes", [120.0, 165.0, 210.0, 333.0, 600.0])
def test_says_bottles_that_hold_all_that_is_drunk(minutes, ml):
    """2,130 ml were said to come from two bottles of 500 ml that are filled again once."""
    bottles = {"minutes": minutes, "carry": (carried("water", ml / 250.0, fluid_ml=ml),)}
    said = carry_text(entry().model_copy(update=bottles), Look()).replace("\u00a0", " ")
    each = float(re.search(r"bottles of (\d+) ml", said)[1])
    fills = len(refill_minutes(duration_min=minutes, drink_ml=ml)) + 1
    assert 500.0 <= each <= 600.0
    assert 2 * each * fills >= ml


TWO = "all but the drink; {} ml from 2 bottles of 500 ml, filled again"


def test_says_two_bottles():
    """A litre is two bottles, which need not be filled again."""
    found = entry(carry=(carried("water", 4.0, fluid_ml=1000.0),))
    assert carry_text(found, Look()).replace("\u00a0", " ") == (
        "carry all of it; 1,000 ml in 2 bottles"
    )


@pytest.mark.parametrize(
    ("ml", "told"),
    [
        (1130.0, "all of it; 1,130 ml in 2 bottles of 570 ml"),
        (1500.0, f"{TWO.format('1,500')} once, before the drink at 140 min"),
        (2500.0, f"{TWO.format('2,500')} every 60 min, first before the drink at 80 min"),
    ],
)
def test_fills_bottles_again_only_where_larger_ones_would_not_do(ml, told):
    """Nobody stops at a tap for the last sip of two hours."""
    found = entry(carry=(carried("water", ml / 250.0, fluid_ml=ml),))
    assert carry_text(found, Look()).replace("\u00a0", " ") == f"carry {told}"
