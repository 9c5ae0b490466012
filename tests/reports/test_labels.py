"""What the lines of a clock are called, and how a feeding is taken."""

import datetime as dt

import pytest

from fuelcalc.models.menu import Relaxed
from fuelcalc.models.timeline import Elsewhere, Entry, FeedingName, Item, Served
from fuelcalc.reports.labels import advice_text, entry_label, feeding_label
from fuelcalc.reports.look import Look
from fuelcalc.reports.misses import place_text


def entry(kind, **facts):
    """A line of the clock at noon, of an hour."""
    usual = {"start": dt.time(12), "end": dt.time(13), "minute": 720.0, "minutes": 60.0}
    return Entry(kind=kind, **{**usual, **facts})


@pytest.mark.parametrize(
    ("feeding", "label", "called"),
    [
        (FeedingName("lunch"), "lunch", "lunch"),
        (FeedingName("lunch", before="run"), "lunch, before the run", "lunch"),
        (FeedingName("lunch", after="lift", before="run"), "lunch, after the lift", "lunch"),
        (FeedingName(before="other"), "before the session", "before the session"),
        (FeedingName(after="run"), "after the run", "after the run"),
        (
            FeedingName(after="run", before="lift"),
            "after the run, before the lift",
            "after the run",
        ),
        (
            FeedingName(after="run", before="lift", is_between=True),
            "between the run and the lift",
            "between the run and the lift",
        ),
        (FeedingName(during="lift"), "during the lift", "during the lift"),
        (FeedingName("before sleep"), "before sleep", "before sleep"),
    ],
)
def test_calls_a_feeding_by_its_meal_and_its_session(feeding, label, called):
    """A meal is said with the session that it belongs to; what people may write for it is short."""
    assert (feeding_label(feeding), feeding.called) == (label, called)


@pytest.mark.parametrize(
    ("units", "distance_km", "label"),
    [("metric", 16.09344, "10 mi easy run"), ("metric", 16.0, "16 km easy run"),
     ("us", 16.09344, "10 mi easy run")],
)  # fmt: skip
def test_calls_a_session_by_its_distance(units, distance_km, label):
    """16.09344 km are ten miles, which somebody typed as such; 16 km are kilometres."""
    run = entry("run", name="easy run", distance_km=distance_km)
    assert entry_label(run, Look(units)) == label
    assert entry_label(entry("lift", name="heavy lift"), Look(units)) == "60 min heavy lift"
    assert entry_label(entry("sleep"), Look(units)) == "sleep"
    assert entry_label(entry("caffeine", before="run"), Look(units)) == "caffeine"


@pytest.mark.parametrize(
    ("grams", "told"),
    [
        (
            (50.0, 90.0, 20.0),
            "1½ palms of fish or tofu, 2 fists of rice, vegetables, 1 thumb of oil",
        ),
        ((25.0, 45.0, 4.0), "1 palm of fish or tofu, 1 fist of rice, vegetables"),
        ((5.0, 10.0, 41.0), "1 palm of fish or tofu, ½ fist of rice, vegetables, 2 thumbs of oil"),
        ((None, None, None), "1 palm of fish or tofu, 1 fist of rice, and vegetables"),
    ],
)
def test_says_a_plate_in_hands(grams, told):
    """
    Some 25 g protein a palm, 45 g carbohydrate a fist, to half a hand; a palm at the least.

    100 g of cooked cod hold 23 g of protein (SR28, NDB 15016), a cup of rice 45 g of carbohydrate
    (20045), and starch brings a tenth of that in protein.
    """
    protein_g, carbohydrate_g, fat_g = grams
    lunch = entry(
        "meal", name="lunch", protein_g=protein_g, carbohydrate_g=carbohydrate_g, fat_g=fat_g,
        elsewhere=Elsewhere(place="out", protein=("fish", "tofu"), starch=("rice",)),
    )  # fmt: skip
    assert advice_text(lunch) == told


def test_calls_a_lunch_late_that_waited_for_a_session():
    """From 16:00 on, and only where it follows one."""
    for minute, after, label in (
        (959.0, "run", "lunch, after the run"),
        (960.0, "run", "late lunch, after the run"),
        (960.0, None, "lunch"),
    ):
        told = entry("meal", name="lunch", after=after, minute=minute)
        assert entry_label(told, Look("metric")) == label


def fibre(grams):
    """Food of which only the fibre is known."""
    names = ("energy_kcal", "energy_449_kcal", "protein_g", "carbohydrate_g", "fat_g")
    return Served(**dict.fromkeys(names), fibre_g=grams)


def during(grams, sodium_mg=None):
    """An hour of a run with so much carbohydrate and sodium."""
    return entry(
        "during", during="run", energy_kcal=0.0, carbohydrate_g=grams, carbohydrate_g_per_h=grams,
        sodium_mg_per_h=sodium_mg,
    )  # fmt: skip


ADVICE = [
    (entry("meal", name="lunch", energy_kcal=500.0, sweat_ml=249.0), ""),
    (entry("meal", name="lunch", energy_kcal=500.0, sweat_ml=250.0),
     "drink by thirst, up to this much"),
    (entry("after", after="run", energy_kcal=80.0, next_session_h=12.0, sweat_ml=400.0),
     "protein and carbohydrate, within the hour; drink by thirst, up to this much"),
    (entry("meal", name="lunch", energy_kcal=500.0), ""),
    (entry("before", before="run", energy_kcal=80.0, carbohydrate_g=20.0, lead_min=39.6),
     "40 min before: low in fat and fibre"),
    (entry("before", before="lift", name="breakfast", energy_kcal=600.0, carbohydrate_g=80.0,
           fat_g=13.3, lead_min=150.0), "150 min before: low in fat and fibre"),
    (entry("before", before="lift", name="breakfast", energy_kcal=600.0, carbohydrate_g=80.0,
           fat_g=13.4, lead_min=150.0), "150 min before"),
    (entry("before", before="run", energy_kcal=80.0, carbohydrate_g=10.0, fat_g=5.0,
           lead_min=60.0), "60 min before: low in fat and fibre"),
    (entry("before", before="run", energy_kcal=80.0, carbohydrate_g=10.0, fat_g=5.1,
           lead_min=60.0), "60 min before"),
    (entry("before", before="run", energy_kcal=600.0, carbohydrate_g=100.0, lead_min=150.0,
           served=fibre(14.0)), "150 min before: low in fat and fibre"),
    (entry("before", before="run", energy_kcal=600.0, carbohydrate_g=100.0, lead_min=150.0,
           served=fibre(14.1)), "150 min before"),
    (entry("before", before="run", energy_kcal=0.0, carbohydrate_g=0.9, lead_min=60.0),
     "60 min before: a drink; you have eaten"),
    (entry("after", after="run", energy_kcal=80.0, next_session_h=7.99, lead_min=30.0),
     "8.0 h to the next session: refuel now"),
    (entry("after", after="run", energy_kcal=80.0, next_session_h=8.0),
     "protein and carbohydrate, within the hour"),
    (during(0.9), "water, by thirst, up to this much"),
    (during(9.9), "a mouthful of sports drink is enough; drink by thirst, up to this much"),
    (during(10.0), "about 10 g carbohydrate an hour; drink by thirst, up to this much"),
    (during(60.0, 49.9), "about 60 g carbohydrate an hour; drink by thirst, up to this much"),
    (during(60.0, 344.0),
     "about 60 g carbohydrate and 340 mg sodium an hour; drink by thirst, up to this much"),
    (entry("during", during="run"), "drink by thirst"),
    (entry("caffeine", before="run", caffeine_mg=141.0),
     "about 140 mg before the run: 1½ cups of coffee, or a gel or tablet that says so"),
    (entry("caffeine", before="run", caffeine_mg=12.0),
     "about 10 mg before the run: ½ cup of coffee, or a gel or tablet that says so"),
    (entry("caffeine", before="run", caffeine_mg=90.0),
     "about 90 mg before the run: 1 cup of coffee, or a gel or tablet that says so"),
    (entry("caffeine", during="run", caffeine_mg=75.0),
     "about 75 mg on the way, in a gel that says so"),
    (entry("caffeine", before="run"), ""),
    (entry("pre-sleep", name="before sleep", energy_kcal=150.0, minute=1320.0),
     "slow protein for the night"),
    (entry("pre-sleep", name="before sleep"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("feeding", "advice"), ADVICE)
def test_says_how_to_take_a_feeding(feeding, advice):
    """Each edge from both sides; without numbers only thirst is left."""
    assert advice_text(feeding) == advice


def plate(*foods, protein_g=25.0, minute=1320.0):
    """What is eaten before sleep: foods of the table, each with so much protein."""
    items = tuple(
        Item(
            food_id=food_id, name=food_id, grams=100.0, amount=None, portion=None, source="",
            energy_kcal=100.0, protein_g=held, carbohydrate_g=0.0, fat_g=0.0, fibre_g=0.0,
        )
        for food_id, held in foods
    )  # fmt: skip
    whole = fibre(0.0).model_copy(update={"protein_g": sum(held for _, held in foods)})
    return entry(
        "pre-sleep", name="before sleep", energy_kcal=200.0, protein_g=protein_g, items=items,
        served=whole, minute=minute,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("foods", "advice"),
    [
        ([("cottage-cheese", 20.0), ("rye-bread", 5.0)], "slow protein for the night"),
        ([("casein-protein", 25.0)], "slow protein for the night"),
        ([("cheddar", 13.0), ("turkey-breast", 12.0)], "slow protein for the night"),
        ([("cheddar", 12.0), ("turkey-breast", 13.0)], "protein for the night"),
        ([("pea-protein", 25.0)], "protein for the night"),
        ([("whey-protein", 20.0), ("skim-milk", 8.0)], "protein for the night"),
        ([("ricotta", 25.0)], "protein for the night"),
        ([("firm-tofu", 25.0)], "protein for the night"),
        ([("my-own-quark", 25.0)], "protein for the night"),
        ([("banana", 12.5)], "protein for the night"),
        ([("banana", 12.4)], ""),
    ],
)
def test_f49_calls_protein_slow_only_where_it_is(foods, advice):
    """The casein of milk is slow; meat, plants, whey and ricotta are not, and a banana is none."""
    assert advice_text(plate(*foods)) == advice


@pytest.mark.parametrize(
    ("minute", "word"),
    [
        (1079.0, "your sleep"),
        (1080.0, "the night"),
        (1679.0, "the night"),
        (1680.0, "your sleep"),
        (375.0, "your sleep"),
    ],
)
def test_f49_says_night_where_it_is_night(minute, word):
    """Who goes to bed at a quarter past six in the morning sleeps by day."""
    quark = plate(("quark", 25.0), minute=minute)
    assert advice_text(quark) == f"slow protein for {word}"


@pytest.mark.parametrize(
    ("name", "minute", "label"),
    [
        ("breakfast", 1365.0, "first meal"),
        ("breakfast", 179.0, "first meal"),
        ("breakfast", 180.0, "breakfast"),
        ("breakfast", 899.0, "breakfast"),
        ("breakfast", 900.0, "first meal"),
        ("breakfast", 1890.0, "breakfast"),
        ("second breakfast", 300.0, "second breakfast"),
        ("second breakfast", 840.0, "second meal"),
        ("lunch", 539.0, "middle meal"),
        ("lunch", 540.0, "lunch"),
        ("lunch", 1080.0, "middle meal"),
        ("tea", 780.0, "tea"),
        ("tea", 1200.0, "light meal"),
        ("dinner", 959.0, "last meal"),
        ("dinner", 960.0, "dinner"),
        ("dinner", 1499.0, "dinner"),
        ("dinner", 1500.0, "last meal"),
        ("supper", 1080.0, "supper"),
        ("supper", 1560.0, "late meal"),
        ("snack", 200.0, "snack"),
        ("before sleep", 400.0, "before sleep"),
    ],
)
def test_f49_calls_a_meal_by_its_hour(name, minute, label):
    """There is no breakfast at a quarter to eleven at night, and no dinner at breakfast time."""
    told = entry("meal", name=name, minute=minute)
    assert entry_label(told, Look()) == label == told.called
    after = entry("after", name=name, minute=minute, after="run")
    assert entry_label(after, Look()).endswith(f"{label}, after the run")
    miss = Relaxed(limit="fat", feeding=name, minute=minute, asked=20.0, got=26.4)
    assert place_text(miss, Look()).startswith(f"{label} (")
