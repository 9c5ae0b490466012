"""What a cook would refuse of a printed day, told from its foods alone and by words of our own."""

from collections import Counter
from itertools import combinations

from menu_shown import courses_of

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry
from fuelcalc.pantry import BUNDLED

FAMILIES = {
    "rice": ("rice", "rice noodles"),
    "tofu": ("tofu",),
    "potatoes": ("potato", "potatoes"),
    "chicken": ("chicken",),
    "turkey": ("turkey",),
    "salmon": ("salmon",),
    "tuna": ("tuna",),
    "oats": ("oats",),
}
"""Foods that are one to an eater, by a word of their names."""

NOT_OF_THEM = {"sweet-potato", "boiled-sweet-potato", "rice-milk", "rice-flour",
               "brown-rice-pasta", "chicken-broth"}  # fmt: skip
MAIN_ROLES = {"bread", "cereal", "egg", "fish", "grain", "legume", "meat", "poultry", "shellfish",
              "soy", "starch"}  # fmt: skip
STARCH_ROLES = {"bread", "cereal", "grain", "starch"}
LIGHT = {"snack", "after", "pre-sleep"}
MOST_FRUIT, MOST_STARCH = 2, 3
MOST_EGGS, MOST_EGGS_OF_MUCH, MUCH_KCAL = 4.0, 6.0, 4000.0
NIGHT_TOFU_G = 200.0
_HAIR = 1e-6


def family(food_id: str) -> str:
    """What a food is to who has it again."""
    food = BUNDLED.by_id[food_id]
    if food.role == "egg":
        return "eggs"
    if food.role == "bread" and food_id not in {"pancakes", "waffle", "croissant"}:
        return "bread"
    words = set(food.name.replace("-", " ").split())
    for name, called in FAMILIES.items():
        if food_id not in NOT_OF_THEM and any(set(one.split()) <= words for one in called):
            return name
    return food.bought.item if food.bought else food_id


def odd(plan: DayPlan) -> list[str]:
    """Everything that a cook would refuse of a day; nothing where he would make it."""
    fed = [entry for entry in plan.timeline or () if entry.items and entry.kind != "during"]
    plates = [entry for entry in fed if entry.kind != "before" or entry.name]
    return [*_repeats(plates), *_too_often(fed, plan), *_second_courses(plates), *_nights(plates)]


def _repeats(plates: list[Entry]) -> list[str]:
    """One dish, side or main food at two feedings; one pair of foods at two snacks."""
    dishes: Counter[str] = Counter()
    for entry in plates:
        dishes.update(courses_of(entry))
    found = [f"{dish} twice" for dish, n in dishes.items() if n > 1]
    mains: Counter[str] = Counter()
    for entry in plates:
        main = max(entry.items, key=lambda item: item.protein_g or 0.0).food_id
        if BUNDLED.by_id[main].role in MAIN_ROLES:
            mains[family(main)] += 1
    found += [f"{name} is the main food twice" for name, n in mains.items() if n > 1]
    snacks = [entry for entry in plates if entry.kind in LIGHT and not entry.name]
    for one, other in combinations(snacks, 2):
        if len(shared := _largest(one) & _largest(other)) > 1:
            found.append(f"two snacks of {' and '.join(sorted(shared))}")
    return found


def _largest(entry: Entry) -> set[str]:
    """The two foods that bring most energy."""
    ranked = sorted(entry.items, key=lambda item: -(item.energy_kcal or 0.0))
    return {family(item.food_id) for item in ranked[:2]}


def _too_often(fed: list[Entry], plan: DayPlan) -> list[str]:
    """One fruit or starch at too many feedings, and too many eggs."""
    fruit: Counter[str] = Counter()
    starch: Counter[str] = Counter()
    eggs = 0.0
    for entry in fed:
        foods = [BUNDLED.by_id[item.food_id] for item in entry.items]
        fruit.update({family(food.food_id) for food in foods if food.role == "fruit"})
        starch.update(
            {
                family(food.food_id)
                for food in foods
                if food.role in STARCH_ROLES or family(food.food_id) == "rice"
            }
        )
        eggs += sum(
            (item.grams or 0.0) / 50.0
            for item, food in zip(entry.items, foods, strict=True)
            if food.role == "egg" and food.food_id != "egg-white"
        )
    much = plan.targets is not None and plan.targets.energy_kcal > MUCH_KCAL
    most_eggs = MOST_EGGS_OF_MUCH if much else MOST_EGGS
    return [
        *(f"{name} {n} times" for name, n in fruit.items() if n > MOST_FRUIT),
        *(f"{name} {n} times" for name, n in starch.items() if n > MOST_STARCH),
        *([f"{eggs:.1f} eggs"] if eggs > most_eggs + _HAIR else []),
    ]


def _second_courses(plates: list[Entry]) -> list[str]:
    """Popcorn behind a meal, bread behind bread, nut butter on bread beside a meal."""
    return [
        f"{side} beside {entry.dish}"
        for entry in plates
        for side in courses_of(entry)[1:]
        if "popcorn" in side or ("toast" in side and "nut" in side)
    ]


def _nights(plates: list[Entry]) -> list[str]:
    """A great block of tofu before sleep."""
    return [
        f"{item.grams:.0f} g of {item.food_id} before sleep"
        for entry in plates
        if entry.kind == "pre-sleep"
        for item in entry.items
        if family(item.food_id) == "tofu" and (item.grams or 0.0) > NIGHT_TOFU_G + _HAIR
    ]
