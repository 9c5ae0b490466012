"""Every number of a day's JSON is explained, and a line of the clock goes by its name."""

import copy
import json
import pickle

import pytest

from fuelcalc import Athlete, Day, DayPlan, InputError, Run, plan_day, render
from fuelcalc.models.menu import Relaxed
from fuelcalc.models.timeline import FeedingName

ATHLETE = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
DAY = Day.of(date="2026-11-26", runs=["10 km easy 06:30"], lifts=["60 min heavy lower 18:00"])
PLAN = plan_day(ATHLETE, DAY)
RACE = Day.of(date="2026-11-29", runs=["marathon race 09:00"])
FIXED = {"meal_times": ["07:15", "12:30", "19:00"]}


def numbers(tree, path=""):
    """Every number of a JSON tree, with its path."""
    if isinstance(tree, dict):
        for key, inner in tree.items():
            yield from numbers(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(tree, list):
        for place, inner in enumerate(tree):
            yield from numbers(inner, f"{path}[{place}]")
    elif isinstance(tree, int | float) and not isinstance(tree, bool):
        yield path, tree


def shown(plan):
    """Every number of the parts of a plan, by its path."""
    tree = json.loads(render(plan, "json"))
    parts = ("energy", "targets", "timeline", "within_day", "menu")
    return dict(numbers({part: tree[part] for part in parts if tree[part]}))


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, DAY),
        ({}, Day()),
        ({"steps": 9000, "body_fat": "22 %"}, DAY),
        ({"usual_intake": "1500 kcal"}, DAY),
        ({"usual_intake": "2500 kcal"}, DAY),
        ({"caffeine": True}, RACE),
        (FIXED, DAY),
        ({"lunch": "canteen"}, DAY),
        ({}, DAY.with_(eaten=["13:00 pizza 1100 kcal"])),
        ({}, Day.of(runs=["100 km race 05:00"])),
        ({"sweat_rate": "1.5 l/h"}, Day.of(runs=["40 km long 07:00"])),
        ({"diet": "vegan", "avoid": ["soy", "nuts", "gluten"], "weekday_cooking_min": 10}, DAY),
        ({"eating_window": "10:00-20:00"}, Day.of(runs=["12 km easy 07:00"])),
        ({}, Day.of(runs=["10 km easy 17:00"], lifts=["30 min upper 18:20"])),
        *(({"conditions": [one]}, RACE) for one in (
            "kidney-disease", "heart-failure", "hypertension-diuretics", "diabetes-insulin",
            "missed-periods", "pregnant", "eating-disorder")),
        ({"age": 16}, DAY),
        ({"age": 16, "usual_intake": "1500 kcal"}, DAY),
    ],
)  # fmt: skip
def test_explains_every_number_of_a_day(changes, day, monkeypatch):
    """As its own figure, as an end of its range, or by what it was made from; links lead on."""
    plan = plan_day(ATHLETE.with_(**changes), day)
    there = shown(plan)
    figures = plan.figures()
    # The same for every path: they are made once, not for each of some six hundred.
    monkeypatch.setattr(DayPlan, "figures", lambda _: figures)
    assert len({figure.name for figure in figures}) == len(figures)
    for path, value in there.items():
        figure = plan.explain(path)
        assert figure.equation, path
        assert figure.source, path
        # The curve of the day is explained as a whole.
        told = [figure.value, figure.low, figure.high, *dict(figure.inputs).values()]
        assert path.startswith("within_day.") or any(
            isinstance(one, float) and one == pytest.approx(value, abs=1e-6) for one in told
        ), path
        for name, link in figure.links:
            found, given = plan.explain(link), dict(figure.inputs).get(name)
            is_range_of = name in {"duration_min", "exercise_net_kcal", "exercise_net_of_rest_kcal"}
            assert given is None or is_range_of or found.value == pytest.approx(given), path
    if not plan.withheld:
        assert len(there) > 300


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("timeline.lunch.carbohydrate", "timeline[5].carbohydrate_g"),
        ("timeline.lunch.start", "timeline[5].minute"),
        ("timeline.Before-the-run.end", "timeline[0].minutes"),
        ("timeline.before sleep.protein_g", "timeline[10].protein_g"),
        ("timeline.06:30.fluid", "timeline[2].fluid_ml"),
        ("timeline.run.distance", "timeline[1].distance_km"),
        ("timeline.sleep.start", "timeline[11].minute"),
        ("menu.lunch.energy", "timeline[5].served.energy_kcal"),
        ("menu.dinner.items[0].grams", "timeline[9].items[0].grams"),
        ("menu.dinner.items[0].amount", "timeline[9].items[0].grams"),
        ("menu.totals.fibre", "menu.totals.fibre_g"),
        ("menu.coverage.iron_mg.unknown_share", "menu.coverage.iron_mg.amount"),
    ],
)
def test_finds_a_line_of_the_clock_by_its_name_or_time(path, name):
    """However its words are joined; its food goes by "menu"."""
    assert PLAN.explain(path).name == name


def test_works_the_plate_out_from_the_food_table():
    """Grams by the household measure, energy by 100 g, feedings by foods, the day by feedings."""
    lunch = next(one for one in PLAN.need("timeline") if one.name == "lunch")
    grams = PLAN.explain("menu.lunch.items[0].grams")
    given = dict(grams.inputs)
    assert given["amount"] * given["weight_of_one_g"] == pytest.approx(lunch.items[0].grams)
    energy = PLAN.explain("menu.lunch.items[0].energy")
    given = dict(energy.inputs)
    assert given["grams"] * given["energy_kcal_per_100_g"] / 100.0 == pytest.approx(energy.value)
    assert energy.source == lunch.items[0].source
    for path in ("menu.lunch.energy", "menu.totals.energy"):
        whole = PLAN.explain(path)
        parts = [PLAN.explain(link).value for _, link in whole.links]
        assert len(parts) > 1
        assert sum(parts) == pytest.approx(whole.value)


def test_shows_what_a_feeding_claims():
    """A snack claims half a meal's carbohydrate of the day's, and says whose it is."""
    lunch, snack = (PLAN.explain(f"timeline.{name}.carbohydrate") for name in ("lunch", "snack"))
    assert dict(lunch.inputs)["claim"] == 2.0 * dict(snack.inputs)["claim"]
    assert snack.value == pytest.approx(0.5 * lunch.value)
    assert lunch.links == (("day_carbohydrate_g", "targets.carbohydrate_g"),)
    assert dict(PLAN.explain("timeline.lunch.start").inputs)["feeding"] == FeedingName("lunch")


@pytest.mark.parametrize(
    ("changes", "day", "path", "words"),
    [
        (FIXED, Day(), "timeline.lunch.start", "asked for"),
        ({}, Day(), "timeline.lunch.start", "even steps from 60 min after waking to 210 before"),
        ({}, DAY, "timeline.18:00.start", "the session's start"),
        ({}, DAY, "timeline.lift.start", "as given"),
        ({}, DAY, "timeline.dinner.start", "end + 15 min"),
        ({}, DAY, "timeline.before sleep.start", "sleep - 45 min"),
        ({}, DAY.with_(eaten=["13:00 pizza 1100 kcal"]), "timeline.13:00.energy", "4 x protein"),
        ({}, DAY.with_(eaten=["13:00 pizza 1100 kcal"]), "timeline.13:00.fat", "was said"),
        ({"caffeine": True}, RACE, "timeline.08:00.start", "60 min before the hardest"),
        ({"caffeine": True}, RACE, "timeline.08:00.caffeine", "3 mg/kg"),
        ({}, RACE, "timeline.during-the-run.station", "drink in an hour / speed"),
        ({}, RACE, "timeline.during-the-run.carbohydrate_g_per_h", "carbohydrate / hours"),
    ],
)  # fmt: skip
def test_says_why_a_line_stands_there(changes, day, path, words):
    """By the rule that placed it, or by whoever asked for it."""
    assert words in plan_day(ATHLETE.with_(**changes), day).explain(path).equation


def test_asks_which_of_several():
    """A name that two lines have is refused with their times."""
    two = plan_day(ATHLETE, Day())
    snacks = [f"{one.start:%H:%M}" for one in two.need("timeline") if one.name == "snack"]
    assert len(snacks) == 2
    remedy = f"write the time: {' or '.join(snacks)}"
    with pytest.raises(InputError, match=f'"snack" names 2 lines of the clock; {remedy}'):
        two.explain("timeline.snack.energy")
    assert two.explain(f"menu.{snacks[1]}.energy").value > 0.0


@pytest.mark.parametrize("path", ["timeline.brunch.energy", "menu.totals.iron", "timeline..x"])
def test_refuses_a_line_that_is_not_there(path):
    """In one line, with what is near."""
    with pytest.raises(InputError, match="is no figure that this plan explains"):
        PLAN.explain(path)


def test_tells_in_the_order_of_the_plan():
    """Energy first, the clock line by line, the menu last; the table of figures has them all."""
    names = [figure.name for figure in PLAN.figures()]
    parts = [name.partition(".")[0].partition("[")[0] for name in names]
    order = ("energy", "targets", "timeline", "within_day", "menu")
    assert parts == sorted(parts, key=order.index)
    lines = [int(name[9:].partition("]")[0]) for name in names if name.startswith("timeline[")]
    assert lines == sorted(lines)
    assert list(PLAN.frame("figures")["name"]) == names


def test_explains_as_much_after_a_copy_and_nothing_after_json():
    """A plan of another process explains itself; one that was read back says nothing of it."""
    pickled = pickle.loads(pickle.dumps(PLAN))  # noqa: S301 - our own bytes
    for twin in (pickled, copy.deepcopy(PLAN), PLAN.model_copy()):
        assert twin == PLAN
        assert twin.figures() == PLAN.figures()
    again = DayPlan.model_validate_json(PLAN.model_dump_json())
    assert again == PLAN
    assert again.figures() == ()
    with pytest.raises(InputError, match="is explained by no plan that was read back; plan the"):
        again.explain("targets.protein")
    for mode in ("validation", "serialization"):
        assert "told_later" not in DayPlan.model_json_schema(mode=mode)["properties"]


def test_leaves_arithmetic_off_the_page():
    """A page explains times, doses and grams; sums and the food table's rows are in JSON."""
    page = render(PLAN, "text", explain=True)
    assert "timeline[5].minute" in page
    assert "timeline[5].items[0].grams" in page
    assert ".served." not in page
    assert "items[0].energy_kcal" not in page
    named = {figure["name"] for figure in json.loads(render(PLAN, "json", explain=True))["trace"]}
    assert named == {figure.name for figure in PLAN.figures()}


def test_links_what_gave_way_to_what_it_was_asked_by():
    """A miss of the day leads to its target and to the menu's sum, one of a feeding to its own."""
    menu, lunch = PLAN.need("menu"), PLAN.need("timeline")[5]
    misses = (
        Relaxed(
            limit="fat",
            feeding=None,
            minute=None,
            asked=PLAN.need("targets").fat_g,
            got=menu.totals.fat_g,
        ),
        Relaxed(
            limit="protein",
            feeding="lunch",
            minute=lunch.minute,
            asked=1.1 * lunch.protein_g,
            got=lunch.served.protein_g,
        ),
        Relaxed(
            limit="preparation-time", feeding="lunch", minute=lunch.minute, asked=10.0, got=12.0
        ),
    )
    plan = PLAN.model_copy(update={"menu": menu.model_copy(update={"relaxed": misses})})
    links = {
        f"{number} {end}": [path for _, path in plan.explain(f"menu.relaxed[{number}].{end}").links]
        for number in range(3)
        for end in ("asked", "got")
    }
    assert links == {
        "0 asked": ["targets.fat_g"],
        "0 got": ["menu.totals.fat_g"],
        # A band may ask for more than its target, and no kitchen's minutes are a figure.
        "1 asked": [],
        "1 got": ["timeline[5].served.protein_g"],
        "2 asked": [],
        "2 got": [],
    }


def test_says_what_is_no_plan_in_one_line():
    """A plan's JSON is read back by its own reader; `of` refuses it without a traceback."""
    with pytest.raises(InputError):
        DayPlan.of(**json.loads(PLAN.model_dump_json()))
    with pytest.raises(InputError, match='paper: unknown key; did you mean "page"'):
        render(PLAN, "text", paper="letter")
    described = Athlete.model_json_schema()["properties"]["body_fat_share"]["description"]
    assert described.endswith("A share: 1 is all of it.")
    with pytest.raises(InputError, match='"fast" is unknown; choose one of: recovery'):
        Run.of(distance="10 km", effort="fast")


def test_says_that_a_figure_is_withheld():
    """A guard's word, and no near name of another figure."""
    ill = plan_day(ATHLETE.with_(conditions=["eating-disorder"]), DAY)
    salt = plan_day(ATHLETE.with_(conditions=["hypertension-diuretics"]), DAY, menu=False)
    for plan, path in (
        (ill, "energy.intake"),
        (salt, "targets.sodium"),
        (salt, "targets.fluid_ml"),
    ):
        with pytest.raises(
            InputError, match="is no figure of this plan; its notes say what a guard"
        ):
            plan.explain(path)
    with pytest.raises(InputError, match=r"did you mean .targets\.protein"):
        salt.explain("targets.protien")
