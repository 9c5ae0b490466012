"""What stays in the gut has no place before races and runs (F05, F09)."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from people import athlete, day, feedings, man, plan, run

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.candidates import Wishes
from fuelcalc.planning.menu.choice import options_for
from fuelcalc.planning.menu.plates import _is_run_at_dawn, _is_tomorrow_early
from fuelcalc.planning.menu.residue import (
    EVE,
    barred_at,
    is_clear,
    is_soon_after,
    residue_of,
)
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tolerances import Want

ANYBODY = Limits()
ENDS = [
    {"mass_kg": 45.0, "height_cm": 150.0, "age": 19},
    {"mass_kg": 105.0, "height_cm": 185.0, "age": 75},
]
RACE = day(run("09:00", distance_km=42.2, duration_min=240.0, effort="race"))


def left(found, *kinds):
    """What the plan's food leaves in the gut, by feeding, of some kinds."""
    by_id = BUNDLED.by_id
    return [
        (entry.kind, item.food_id)
        for entry in feedings(found)
        for item in entry.items
        if residue_of(by_id[item.food_id]) in kinds
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize("diet", ["omnivore", "vegetarian", "vegan"])
def test_f09_serves_no_pulses_onion_brassica_or_wholegrain_on_the_eve(diet):
    """On any date, of any diet: none of it all day, and no more fibre than the ceiling holds."""
    for number in range(5):
        when = day(date=date(2026, 11, 20) + timedelta(days=7 * number + number))
        found = plan(athlete(diet=diet), when, after=RACE, menu=True)
        assert left(found, *EVE) == []
        assert all(entry.items for entry in feedings(found) if entry.energy_kcal > 100.0)


@pytest.mark.parametrize(
    ("start", "changes"),
    [("07:30", {}), ("10:00", {"effort": "tempo"}), ("20:00", {"effort": "intervals"})],
)
def test_f05_serves_no_pulses_soon_before_a_run(start, changes):
    """None within an hour and a half of an easy run, nor within three hours of a hard one."""
    for number in range(5):
        when = day(run(start, **changes), date=date(2026, 11, 20) + timedelta(days=number))
        found = plan(athlete(diet="vegan"), when, menu=True)
        (minute,) = [entry.minute for entry in found.timeline if entry.kind == "run"]
        clear = 180.0 if changes else 90.0
        by_id = BUNDLED.by_id
        for entry in feedings(found):
            if 0.0 <= minute - entry.minute - entry.minutes <= clear - 5.0:
                kinds = {residue_of(by_id[item.food_id]) for item in entry.items}
                assert "pulse" not in kinds


@pytest.mark.parametrize("diet", ["omnivore", "vegan"])
@pytest.mark.parametrize("body", ENDS)
def test_breakfasts_lightly_before_a_run(body, diet):
    """No tofu, fish or spinach in the two hours before it, at either end of the bodies."""
    plate = {"pulse", "onion", "brassica", "vegetable", "main"}
    for number in range(7):
        date_of = date(2026, 11, 20) + timedelta(days=number)
        early = day(run("08:00", distance_km=28.0), date=date_of)
        (entry,) = [
            one
            for one in feedings(plan(athlete(diet=diet, **body), early, menu=True))
            if one.name == "breakfast"
        ]
        assert entry.items
        assert plate.isdisjoint(residue_of(BUNDLED.by_id[item.food_id]) for item in entry.items)


def test_has_a_plate_for_breakfast_with_time_to_spare():
    """Three hours before an easy run, and where no run follows, nothing is barred."""
    early = Feeding(420.0, 20.0, "meal", "breakfast")
    run_at = SimpleNamespace(kind="run", is_race=False, is_hard=False, minutes=60.0)
    for start, barred in ((560.0, True), (620.0, False), (400.0, False)):
        session = SimpleNamespace(start=start, **vars(run_at))
        found = barred_at(early, (session,), is_eve=False)
        assert ("main" in found) == barred


@pytest.mark.parametrize(
    ("next_start", "is_key", "is_early"),
    [
        (360.0, False, True), (719.0, False, True), (720.0, False, False), (1080.0, True, True),
        (None, False, False),
    ],
)  # fmt: skip
def test_serves_no_pulses_at_night_before_a_morning_or_a_long_run(next_start, is_key, is_early):
    """Edamame at 21:45 is still there at six; before an easy run of the evening it is gone."""
    context = SimpleNamespace(next_start=next_start, next_is_key=is_key)
    assert _is_tomorrow_early(context) == is_early
    late = Feeding(1305.0, 15.0, "pre-sleep")
    barred = barred_at(late, (), is_eve=False, is_tomorrow_early=is_early)
    assert barred == ({"pulse"} if is_early else frozenset())
    dinner = replace(late, kind="meal", name="dinner")
    assert barred_at(dinner, (), is_eve=False, is_tomorrow_early=is_early) == frozenset()


def test_serves_pulses_on_other_days():
    """A vegan's ordinary days have them."""
    weeks = [
        plan(athlete(diet="vegan"), day(date=date(2026, 11, 20) + timedelta(days=n)), menu=True)
        for n in range(4)
    ]
    assert any(left(found, "pulse") for found in weeks)


def test_keeps_a_dish_that_somebody_has_set():
    """A lock is the athlete's own choice, the day before a race too."""
    found = plan(athlete(), day(), after=RACE, menu=True, lock={"dinner": "lentil-bolognese"})
    assert [e.dish_id for e in feedings(found) if e.name == "dinner"] == ["lentil-bolognese"]


def test_takes_what_there_is_where_nothing_else_may_be_eaten(monkeypatch):
    """Who has nothing but dishes with pulses has them rather than nothing."""
    table = BUNDLED
    pulses = [
        variant
        for variant in table.variants(ANYBODY)
        if "dinner" in variant.dish.meals and not is_clear(variant, EVE)
    ]
    dinner = Slot(Feeding(1140.0, 30.0, "meal", "dinner"), Want(30.0, 90.0, 20.0), barred=EVE)
    clear = options_for(dinner, ANYBODY, Wishes(), table)
    assert all(is_clear(one.variants[0], EVE) for one in clear)
    monkeypatch.setattr(type(table), "variants", lambda *_: pulses)
    # Other limits, so that nothing is known of their dishes yet.
    found = options_for(dinner, Limits(dislikes=("gravel",)), Wishes(is_planned=False), table)
    assert found
    assert not is_clear(found[0].variants[0], EVE)


def test_knows_a_clear_dish():
    """A dish is clear where none of its foods is barred; nothing is barred on most days."""
    table = BUNDLED
    dish = table.dish("lentil-bolognese")
    foods = tuple(table.by_id[place[0].food_id] for place in dish.places)
    variant = Variant(dish, dish.name, foods, tuple(place[0] for place in dish.places))
    assert is_clear(variant, frozenset())
    assert not is_clear(variant, EVE)


def test_leaves_the_same_in_the_gut_dry_as_cooked():
    """What is cooked from a dry food is of its kind, whichever of them a dish is written with."""
    by_id = BUNDLED.by_id
    pairs = [(by_id[name], by_id[f"{name}-dry"]) for name in by_id if f"{name}-dry" in by_id]
    assert len(pairs) >= 3
    assert {cooked.food_id for cooked, _ in pairs} >= {"quinoa", "brown-rice", "white-rice"}
    assert all(residue_of(cooked) == residue_of(dry) for cooked, dry in pairs)


@pytest.mark.parametrize("kg", [58.0, 72.0, 100.0])
def test_f09_keeps_the_fibre_of_an_eve_to_its_ceiling(kg):
    """What is served on the eve holds the 20 g that the page asks for, and a sip more at most."""
    who = athlete(sex="male", mass_kg=kg, height_cm=180.0, body_fat_share=None)
    for number in range(4):
        when = day(date=date(2026, 3, 1) + timedelta(days=9 * number))
        found = plan(who, when, after=RACE, menu=True)
        served = [entry.served.fibre_g for entry in feedings(found) if entry.served is not None]
        assert sum(grams or 0.0 for grams in served) <= found.targets.fibre_g + 2.0


@pytest.mark.parametrize("start", ["13:00", "17:00", "20:00"])
def test_f09_is_as_careful_on_the_morning_of_a_late_race(start):
    """The hours before a race of the afternoon or evening are its eve; those behind it are not."""
    race = run(start, distance_km=21.1, duration_min=110.0, effort="race")
    for number in range(3):
        when = day(race, date=date(2026, 3, 1) + timedelta(days=number))
        found = plan(athlete(diet="vegan"), when, menu=True)
        (minute,) = [entry.minute for entry in found.timeline if entry.kind == "run"]
        by_id = BUNDLED.by_id
        for entry in feedings(found):
            if entry.minute < minute:
                assert not {residue_of(by_id[item.food_id]) for item in entry.items} & EVE
                # For 110 min, on the line from 30 g at an hour to 8 g at two and a half.
                assert (entry.served.fibre_g or 0.0) <= 17.8 + 2.0


EVENING = {"pulse", "brassica", "wholegrain"}


@pytest.mark.parametrize(
    ("minute", "name", "barred"),
    [
        (780.0, "lunch", set()), (899.0, "", set()), (900.0, "", EVENING),
        (1140.0, "dinner", EVENING), (1305.0, "", EVENING),
    ],
)  # fmt: skip
def test_serves_no_beans_cabbage_or_quinoa_on_the_evening_before_a_long_run(minute, name, barred):
    """From three in the afternoon on; lunch is gone by morning."""
    feeding = Feeding(minute, 30.0, "meal" if name else "snack", name)
    assert barred_at(feeding, (), is_eve=False, is_run_at_dawn=True) == barred
    assert barred_at(feeding, (), is_eve=False) == frozenset()


@pytest.mark.parametrize(
    ("next_start", "is_key", "expected"),
    [(480.0, True, True), (719.0, True, True), (720.0, True, False), (480.0, False, False),
     (None, False, False)],
)  # fmt: skip
def test_knows_when_the_morning_has_a_long_or_hard_session(next_start, is_key, expected):
    """Both edges of noon; an easy run at dawn is none."""
    assert _is_run_at_dawn(SimpleNamespace(next_start=next_start, next_is_key=is_key)) is expected


@pytest.mark.parametrize("who", ENDS)
@pytest.mark.parametrize("diet", ["omnivore", "vegan"])
def test_eats_grain_and_potatoes_on_the_eve_of_a_long_run(who, diet):
    """Saturday's dinner before Sunday's 28 km, at both ends of mass and age."""
    sunday = day(run("08:00", distance_km=28.0))
    for number in range(3):
        saturday = day(date=date(2027, 1, 9) + timedelta(days=7 * number))
        found = plan(athlete(diet=diet, **who), saturday, after=sunday, menu=True)
        late = [e for e in feedings(found) if e.minute >= 900.0]
        kinds = {residue_of(BUNDLED.by_id[item.food_id]) for e in late for item in e.items}
        assert not kinds & EVENING


@pytest.mark.parametrize(
    ("kind", "is_key", "name", "barred"),
    [
        ("run", True, "", {"pulse"}), ("run", True, "breakfast", {"pulse"}),
        ("run", True, "lunch", set()), ("run", False, "", set()), ("lift", True, "", set()),
    ],
)  # fmt: skip
def test_mashes_no_beans_after_a_long_or_hard_run(kind, is_key, name, barred):
    """Nobody makes bean paste 13 minutes after 30 km; a lunch may have been cooked before."""
    past = SimpleNamespace(kind=kind, is_key=is_key)
    feeding = Feeding(660.0, 10.0, "after", name, repairs=past)
    assert barred_at(feeding, (), is_eve=False) == barred
    assert is_soon_after(feeding) is bool(barred)
    assert not is_soon_after(replace(feeding, repairs=None))


@pytest.mark.parametrize("who", ENDS)
def test_drinks_or_eats_something_light_after_a_long_run(who):
    """What follows 25 km first holds no pulses, for a vegan neither."""
    for number in range(5):
        when = day(run("08:00", distance_km=25.0), date=date(2027, 1, 10) + timedelta(days=number))
        found = plan(athlete(diet="vegan", **who), when, menu=True)
        (after,) = [e for e in feedings(found) if e.kind == "after"][:1]
        if after.name in {"", "breakfast"}:
            assert "pulse" not in {residue_of(BUNDLED.by_id[item.food_id]) for item in after.items}


@pytest.mark.parametrize("who", ENDS)
@pytest.mark.parametrize("diet", ["omnivore", "vegan"])
def test_eats_little_fat_soon_after_a_long_run(who, diet):
    """A quarter over its share, or 15 g; what lies above is said."""
    for number in range(6):
        when = day(run("08:00", distance_km=25.0), date=date(2027, 1, 10) + timedelta(days=number))
        found = plan(athlete(diet=diet, **who), when, menu=True)
        said = {(one.feeding, one.minute) for one in found.menu.relaxed if one.limit == "fat"}
        for after in [e for e in feedings(found) if e.kind == "after" and e.name != "lunch"]:
            most_g = max(1.25 * after.fat_g, 15.0) + 0.1
            is_told = (after.feeding_name.called, after.minute) in said
            assert is_told or after.served.fat_g <= most_g
            assert after.served.fat_g <= most_g + 3.0


def test_loads_without_pulses():
    """No beans and no wholegrain on a day of loading, and no onion and hot sauce on the eve."""
    lunch = Feeding(780.0, 30.0, "meal", "lunch")
    loading = barred_at(lunch, [], is_eve=False, is_loading=True)
    assert loading == EVENING
    easy = SimpleNamespace(kind="run", is_race=False, is_hard=False, minutes=40.0, start=840.0)
    assert barred_at(lunch, [easy], is_eve=False, is_loading=True) == loading
    assert barred_at(lunch, [easy], is_eve=False) == {"pulse"}
    assert {"onion", "hot"} <= barred_at(lunch, [], is_eve=True) - loading
    assert [residue_of(BUNDLED.by_id[name]) for name in ("spring-onion", "sriracha")] == [
        "onion",
        "hot",
    ]


def test_eats_lunch_after_a_long_run_with_little_fat():
    """Sixty grams of fat a quarter of an hour after two hours of running were struck out."""
    for number in range(6):
        when = day(
            run("10:45", distance_km=21.0, effort="long"),
            date=date(2026, 11, 21) + timedelta(days=number),
        )
        found = plan(man(diet="pescatarian"), when, menu=True)
        (lunch,) = [one for one in feedings(found) if one.name == "lunch"]
        assert lunch.kind == "after"
        assert lunch.served.fat_g <= max(1.25 * lunch.fat_g, 15.0) + 1.0


def test_has_quinoa_on_the_eve_of_a_run_rather_than_porridge_for_dinner():
    """A vegan without soy had porridge at 19:00, since all other dinners were barred."""
    sunday, who = day(run("10:00", distance_km=16.0)), man(diet="vegan", avoid=["soy"])
    for number in range(6):
        saturday = day(date=date(2027, 6, 12) + timedelta(days=7 * number))
        found = plan(who, saturday, after=sunday, menu=True)
        (dinner,) = [one for one in feedings(found) if one.name == "dinner"]
        meals = {one.dish_id: one.meals for one in BUNDLED.dishes}[dinner.dish_id]
        assert {"lunch", "dinner"} & set(meals), dinner.dish
