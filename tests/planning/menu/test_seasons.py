"""A salad on a winter evening and a thick soup in summer cost something; in spring none does."""

from collections import Counter
from datetime import date

import pytest

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.asked import wishes_for
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import rota_of
from fuelcalc.planning.menu.seasons import SUMMER, WINTER, season_cost, season_of
from fuelcalc.planning.menu.week_dishes import SALAD, weighed

WEEKS = range(2_917, 2_957)
KNOWN = {one.variant.dish.dish_id: one for one in weighed(Limits(), BUNDLED)}


def week_of(year, month, number):
    """The number of the week of a date."""
    return (date(year, month, number).toordinal() - 1) // 7


@pytest.mark.parametrize(
    ("on", "season"),
    [
        ((2026, 10, 28), ""), ((2026, 11, 5), WINTER), ((2027, 3, 30), ""), ((2027, 3, 25), WINTER),
        ((2027, 5, 27), ""), ((2027, 6, 3), SUMMER), ((2027, 8, 26), SUMMER), ((2027, 9, 2), ""),
    ],
)  # fmt: skip
def test_tells_the_season_by_the_thursday(on, season):
    """November to March is winter, June to August summer, by the Thursday of a week."""
    assert season_of(week_of(*on)) == season


def test_turns_with_the_hemisphere():
    """In Johannesburg July is winter and January summer; where nobody says it is north."""
    july, january = week_of(2027, 7, 15), week_of(2027, 1, 14)
    assert [season_of(one, "Africa/Johannesburg") for one in (july, january)] == [WINTER, SUMMER]
    assert [season_of(one, "Europe/Oslo") for one in (july, january)] == [SUMMER, WINTER]


def test_charges_a_cold_salad_at_a_winter_dinner():
    """Not at lunch, not in summer, and no omelette with some leaves."""
    salad, warm = KNOWN["salade-nicoise"], KNOWN["ginger-chicken-rice-carrots"]
    assert season_cost(salad, WINTER, dinners=1, meals=2) > 0.0
    assert season_cost(salad, WINTER, dinners=0, meals=1) == 0.0
    assert season_cost(salad, SUMMER, dinners=1, meals=2) == 0.0
    assert season_cost(warm, WINTER, dinners=1, meals=2) == 0.0


def test_charges_a_thick_soup_in_summer():
    """At each meal of it; a curry is eaten all year."""
    soup, other = KNOWN["mercimek-soup"], KNOWN["ginger-chicken-rice-carrots"]
    one, two = (season_cost(soup, SUMMER, dinners=1, meals=n) for n in (1, 2))
    assert two == 2 * one > 0.0
    assert season_cost(soup, WINTER, dinners=1, meals=2) == 0.0
    assert season_cost(other, SUMMER, dinners=1, meals=2) == 0.0


def test_plans_fewer_salads_for_evenings_of_winter():
    """The same weeks have fewer cold dinners where it is winter, and fewer soups in summer."""
    cold, thick = Counter(), Counter()
    for season in (WINTER, SUMMER):
        for week in WEEKS:
            planned = rota_of(Rules(week, season=season), Limits(), BUNDLED).planned
            dinners = [KNOWN[one.dish.dish_id] for (_, m), one in planned.items() if m == "dinner"]
            cold[season] += sum(
                SALAD in one.kinds and one.variant.dish.carried == "cold" for one in dinners
            )
            thick[season] += sum(
                season_cost(one, SUMMER, dinners=1, meals=1) > 0.0 for one in dinners
            )
    assert cold[WINTER] < 0.8 * cold[SUMMER]
    assert thick[SUMMER] < thick[WINTER]


def test_asks_for_a_season_and_size_of_one_alone():
    """A table eats of one rota, wherever and however much each of them eats."""
    athlete = Athlete.of(sex="male", age=30, mass="105 kg", height="190 cm")
    wishes = wishes_for(athlete, Day(date=date(2027, 7, 14)), seed=0)
    assert (wishes.rules.season, wishes.rules.is_large) == (SUMMER, True)
    shared = wishes._replace(shared_lunch="").rules
    assert (shared.season, shared.is_large) == ("", False)
