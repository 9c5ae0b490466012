"""No feeding of anybody holds more of a food than a restriction allows in one meal."""

from collections import Counter
from random import Random

import pytest

from fuelcalc import (
    Athlete,
    Day,
    Run,
    plan_day,
    plan_household,
    plan_week,
    shopping_list,
    suggest_snacks,
)
from fuelcalc.models.dishes import Component, Dish
from fuelcalc.models.plan import Plan
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.pantry.up_to import MOST_ON_A_PLATE, kind_of_food
from fuelcalc.planning.menu.laid import levels_of

AMOUNTS = {
    food.food_id: dict(food.suits_up_to_g)["low-fodmap"]
    for food in BUNDLED.foods
    if food.suits_up_to_g
}
# A gram is weighed in the kitchen; what is added up in steps may be a hair over.
HAIR_G = 1e-6
RUNS = ("5 km easy 06:30", "12 km tempo 17:30", "25 km long 07:00", "3 h easy 08:00", "")
LIFTS = ("", "60 min lift 18:00")
MEALS = ("breakfast", "lunch", "dinner", "snack")

OWN = Pantry(
    own_dishes=(
        Dish(
            dish_id="ours", name="oats, almonds and berries", meals=("snack",),
            minutes=5.0, serves=1, kitchen="ours", how="Mix.", places=(
                (Component("oats", 0.5, 1.0, 1.25),), (Component("almonds", 0.0, 1.0, 1.4),),
                (Component("strawberries", 0.5, 2.0, 2.0), Component("kiwi", 1.0, 1.0, 2.0)),
            ),
        ),
    )
)  # fmt: skip


def beyond(items):
    """What is wrong with the foods of one feeding, in words."""
    grams = Counter()
    for item in items:
        grams[item.food_id] += item.grams
    little = [name for name in grams if name in AMOUNTS]
    wrong = [name for name in little if grams[name] > AMOUNTS[name] + HAIR_G]
    kinds = Counter(kind_of_food(BUNDLED.food(name)) for name in little)
    wrong += [kind for kind, n in kinds.items() if n > 1]
    low = Limits.of(restrictions=["low-fodmap"])
    wrong += [name for name in grams if not low.most_g(BUNDLED.food(name))]
    return wrong + (["too many"] if len(little) > MOST_ON_A_PLATE else [])


def served(days):
    """The foods of each feeding of some days."""
    return [entry.items for day in days for entry in day.timeline if entry.items]


def held_to(days):
    """Hold that every feeding keeps to its amounts; how many of them there were."""
    plates = served(days)
    for items in plates:
        assert not beyond(items), [(one.food_id, one.grams) for one in items]
    return sum(item.food_id in AMOUNTS for items in plates for item in items)


def body(draw):
    """Somebody who eats low-FODMAP, of any size, diet and habit."""
    sex = draw.choice(("female", "male"))
    return {
        "sex": sex, "age": draw.choice((19, 30, 45, 68)), "height_cm": 172.0,
        "mass_kg": draw.uniform(48.0, 70.0 if sex == "female" else 105.0),
        "weekly_mileage_km": draw.uniform(20.0, 90.0),
        "diet": draw.choice(("omnivore", "pescatarian", "vegetarian", "vegan")),
        "restrictions": ["low-fodmap", *draw.choice(((), ("gluten-free",), ("kosher",)))],
        "avoid": draw.choice(((), ("peanut",), ("fish",))),
        "likes": draw.choice(((), ("strawberries",), ("oats", "banana"))),
        "appetite": draw.choice(("low", "usual", "high")),
        "variety": draw.choice(("low", "usual", "high")),
        "lunch": draw.choice(("packed", "microwave", "home")),
    }  # fmt: skip


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(24))
def test_keeps_days_to_amounts(seed):
    """Main dishes, sides, second courses, snacks, bites, swaps, what has to go, and own dishes."""
    draw = Random(seed)  # noqa: S311 - people, no secret
    who = Athlete.of(**body(draw))
    runs = [one for one in (draw.choice(RUNS),) if one]
    when = Day.of(
        date=f"2026-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}", runs=runs,
        use_up=draw.choice(((), ("strawberries",), ("broccoli", "tofu"))),
    )  # fmt: skip
    swap = (draw.choice(("lunch", "dinner")),) if draw.random() < 0.5 else ()
    held_to([plan_day(who, when, foods=draw.choice((None, OWN)), swap=swap, seed=seed)])


@pytest.mark.parametrize("diet", ["omnivore", "vegetarian", "vegan"])
def test_keeps_set_dishes_to_amounts(diet):
    """Each dish that holds such a food, set for a meal it is for; on the move it holds none."""
    draw = Random(2718)  # noqa: S311 - people, no secret
    limits = Limits.of(diet=diet, restrictions=["low-fodmap"])
    holds = [
        one
        for one in OWN.variants(limits)
        if any(food.food_id in AMOUNTS for food in one.foods) and set(MEALS) & set(one.dish.meals)
    ]
    assert len(holds) >= 15
    for one in draw.sample(holds, 15):
        who = Athlete.of(**{**body(draw), "diet": diet, "restrictions": ["low-fodmap"],
                            "avoid": (), "meals_per_day": 4})  # fmt: skip
        meal = next(name for name in MEALS if name in one.dish.meals)
        meal = "dinner" if meal == "snack" else meal
        when = Day.of(date="2026-03-02")
        plan = plan_day(who, when, foods=OWN, lock={meal: one.dish.dish_id})
        assert held_to([plan]) > 0
        assert one.dish.dish_id in {entry.dish_id for entry in plan.timeline}


def test_keeps_a_locked_dish_to_amounts_on_the_move():
    """Whatever somebody sets for a long run, the hours do not multiply what one meal may hold."""
    who = Athlete.of(sex="male", age=35, height_cm=186.0, mass_kg=90.0, restrictions=["low-fodmap"])
    when = Day.of(date="2026-03-07", runs=["80 min easy 07:00"])
    plan = plan_day(who, when, foods=OWN, lock={"during the run": "ours"})
    assert held_to([plan]) > 0
    assert "ours" in {entry.dish_id for entry in plan.timeline if entry.during}
    oats, part = BUNDLED.food("oats"), Component("oats", 0.25, 0.5, 0.5, 0.5)
    assert levels_of(oats, part, hours=3)[-1] == 4
    assert levels_of(oats, Component("oats", 0.25, 0.5, 0.5), hours=3)[-1] == 12


def test_keeps_a_week_and_one_table_to_amounts():
    """A week with a long run, what is cooked for two days, and the table that others share."""
    draw = Random(31)  # noqa: S311 - people, no secret
    who = {**body(draw), "diet": "omnivore", "restrictions": ["low-fodmap"], "avoid": ()}
    days = [
        {"date": f"2026-11-{23 + n}", "runs": ["25 km long 07:00"] if n == 5 else []}
        for n in range(7)
    ]
    low = Plan.of(athlete=who, days=days)
    week = plan_week(low)
    assert held_to(week.days) > 10
    other = {**who, "restrictions": [], "sex": "male", "mass_kg": 90.0}
    shared = plan_household([low, Plan.of(athlete=other, days=days)])
    for one in shared:
        assert held_to(one.days) > 10


@pytest.mark.parametrize("minutes", [30, 60, 120, 180])
def test_keeps_snacks_to_amounts(minutes):
    """What is suggested before a session is as little as at a table."""
    who = Athlete.of(
        sex="female", age=30, height_cm=163.0, mass_kg=52.0, restrictions=["low-fodmap"]
    )
    found = suggest_snacks(who, Run.of(distance="12 km"), minutes=minutes, count=20)
    assert found
    for snack in found:
        assert not beyond(snack.items), snack.label


def week_of(**who):
    """A week without sessions of somebody low in FODMAPs."""
    days = [{"date": f"2026-11-{23 + n}"} for n in range(7)]
    return plan_week(Plan.of(athlete={**who, "restrictions": ["low-fodmap"]}, days=days))


def test_buys_what_is_eaten():
    """A list for somebody low in FODMAPs names no food beyond them."""
    week = week_of(sex="male", age=35, height="180 cm", mass="80 kg")
    assert held_to(week.days) > 5
    names = {item.food_id for items in served(week.days) for item in items}
    listed = {line.food_id for line in shopping_list(week.days).lines}
    assert listed
    assert listed <= names


def test_eats_more_kinds_of_fruit():
    """Where only kiwis were left there are two other fruits a week, and more vegetables."""
    week = week_of(sex="female", age=30, height="163 cm", mass="52 kg")
    roles = Counter()
    for name in {item.food_id for items in served(week.days) for item in items}:
        roles[BUNDLED.food(name).role] += 1
    assert roles["fruit"] >= 3
    assert roles["vegetable"] >= 7
