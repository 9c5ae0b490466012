"""From planned days to what to buy: by food and never by text, as it is bought, in shop units."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, isfinite
from typing import Final, NamedTuple

from fuelcalc.errors import InputError, quoted
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.foods import Bought, Food
from fuelcalc.models.shopping import (
    OWN_AISLE,
    Buy,
    SeasoningLine,
    ShoppingLine,
    ShoppingList,
    ShopUnit,
)
from fuelcalc.models.timeline import Entry
from fuelcalc.pantry import Limits, Pantry, pantry_of
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.pantry.packs import Shop
from fuelcalc.pantry.portions import volume_ml
from fuelcalc.pantry.seasonings import SEASONINGS, Seasoning, seasonings_in, traces_for
from fuelcalc.pantry.table import AISLES
from fuelcalc.planning.menu.asked import limits_for
from fuelcalc.planning.withheld import PARTS

_FROM_THE_TAP: Final = frozenset({"water"})
"""What is bought as one of these comes from the tap."""

_WEIGHED_AISLE: Final = "fish-meat"
_LOOSE_AISLE: Final = "fruit-veg"
_KEEPING_AISLES: Final = frozenset({"dry", "sport"})
# Of what keeps, a pack that holds so many lists may still be there from an earlier one.
_LISTS_A_PACK: Final = 5.0
_MOST_PEOPLE: Final = 100.0
# A sum of many grams may end a hair above a whole pack.
_HAIR: Final = 1e-9
_ORDER: Final[Mapping[str, int]] = {
    aisle: place for place, aisle in enumerate((*AISLES, OWN_AISLE))
}


@dataclass(slots=True)
class _Eaten:
    """How much of one food is eaten, in g, and when."""

    food: Food
    grams: float = 0.0
    days: set[dt.date] = field(default_factory=set)

    @property
    def need_g(self) -> float:
        """What that is as it is bought."""
        bought = self.food.bought
        return self.grams if bought is None else self.grams / bought.per_bought


class _Group(NamedTuple):
    """One line of the list with its foods, the heaviest first."""

    line: ShoppingLine
    foods: tuple[Food, ...]


@holds_kinds(but=("foods",))
def shopping_list(
    plans: Sequence[DayPlan],
    *,
    foods: Pantry | None = None,
    have: Sequence[str] = (),
    people: float = 1.0,
    units: str = "metric",
) -> ShoppingList:
    """
    What to buy for some days.

    Args:
        plans: The days, with their menus; those of several people for one list.
        foods: The foods that they were planned with; by default the bundled ones.
        have: What is there: names or ids of foods, or seasonings. What is called just so is not
            bought; where several things are meant, they are asked after.
        people: For how many who eat the same.
        units: In whose packs: "metric", "uk" or "us", where oats come by the pound.

    Returns:
        The list, in the order in which people walk through a shop. A recipe is bought as what goes
        into it, and what is to spare on a session is bought too. What the methods ask for from the
        spice rack has no amount.

    Raises:
        InputError: No food is called like something that is there, the number of people makes no
            sense, or the days have foods that the pantry lacks.

    >>> from fuelcalc import Athlete, Day, plan_day
    >>> athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    >>> shopping_list([plan_day(athlete, Day(), menu=False)]).reason
    'not-asked'
    """
    pantry = pantry_of(foods)
    _check(people)
    shop = Shop(units)
    groups = [_group(each, people, shop) for each in _things(plans, pantry)]
    limits = {limits_for(plan.athlete, plan.date) for plan in plans}
    seasonings = _seasonings(plans, groups, limits)
    there, asked = _at_home(have, groups, seasonings, pantry)
    told = [SeasoningLine(name=one.name, traces=traces_for(one, limits)) for one in seasonings]
    lines = [
        line.model_copy(update={"in_cupboard": True}) if line.name in asked else line
        for line in (group.line for group in groups)
        if line.name not in there
    ]
    dates = sorted({plan.date for plan in plans if plan.date is not None})
    unfed = [plan for plan in plans if plan.menu is None]
    withheld = any("menu" in PARTS[member] for plan in unfed for member in plan.withheld)
    # A jar at home may hold traces as well as one of a shop.
    names = [*(group.line.name for group in groups), *(one.name for one in told if not one.traces)]
    # Several people may have a plan for one date.
    dated = [plan.date for plan in plans if plan.date is not None]
    return ShoppingList(
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        people=people,
        lines=tuple(sorted(lines, key=lambda line: (_ORDER[line.aisle], line.name.casefold()))),
        seasonings=tuple(one for one in told if one.traces or one.name not in there),
        had=tuple(name for name in names if name in there),
        days=len({*dated}) + len(plans) - len(dated),
        eaters=max(
            Counter(plan.date for plan in plans if plan.date is not None).values(), default=1
        ),
        unfed=len(unfed),
        reason=None if not unfed else "withheld" if withheld else "not-asked",
    )


def _check(people: float) -> None:
    """
    Refuse people whom nobody shops for.

    Raises:
        InputError: It is so.
    """
    if not (isfinite(people) and 0.0 < people <= _MOST_PEOPLE):
        raise InputError(
            f"is not above 0 and at most {_MOST_PEOPLE:g}",
            argument="people",
            value=people,
            remedy="write how many eat the same, such as 2",
        )


def _things(plans: Iterable[DayPlan], pantry: Pantry) -> Iterator[list[_Eaten]]:
    """The foods of each line: those that are bought as one thing."""
    things: dict[tuple[str, bool], list[_Eaten]] = {}
    for eaten in _eaten(plans, pantry).values():
        bought = eaten.food.bought
        key = (eaten.food.food_id, True) if bought is None else (bought.item, False)
        if key[0] not in _FROM_THE_TAP:
            things.setdefault(key, []).append(eaten)
    yield from things.values()


def _eaten(plans: Iterable[DayPlan], pantry: Pantry) -> dict[str, _Eaten]:
    """What is eaten of each food, by its id, recipes taken apart."""
    found: dict[str, _Eaten] = {}
    for plan in plans:
        for food_id, grams in _served(plan.timeline or ()):
            for food, part_g in _parts(food_id, grams, pantry):
                eaten = found.setdefault(food.food_id, _Eaten(food))
                eaten.grams += part_g
                eaten.days.update(() if plan.date is None else (plan.date,))
    return found


def _served(timeline: Iterable[Entry]) -> Iterator[tuple[str, float]]:
    """
    Each food on a plate with its grams, and what is carried to spare.

    What is taken by the minute and what is carried are the items of the plate again. A food whose
    grams are withheld is none.
    """
    for entry in timeline:
        for item in entry.items:
            yield item.food_id, item.grams or 0.0
        for carried in entry.carry:
            yield carried.food_id, carried.spare * carried.portion.one_g


def _parts(food_id: str, grams: float, pantry: Pantry) -> Iterator[tuple[Food, float]]:
    """A food, or what a recipe is made of; nothing of what none is eaten of."""
    food = _known(food_id, pantry)
    for part_id, share in food.ingredients or ((food_id, 1.0),):
        if grams * share > 0.0:
            yield _known(part_id, pantry), grams * share


def _known(food_id: str, pantry: Pantry) -> Food:
    """The food of an id that stands in a plan."""
    food = pantry.by_id.get(food_id)
    if food is None:
        raise InputError(
            f"have no {quoted(food_id)}, which is in the plan",
            argument="foods",
            value=food_id,
            quote="",
            remedy="pass the foods that it was planned with",
        )
    return food


def _group(things: Sequence[_Eaten], people: float, shop: Shop) -> _Group:
    """One line: how much is needed of what is bought as one thing, and how much to buy."""
    things = sorted(things, key=lambda one: (-one.need_g, one.food.food_id))
    main = things[0].food
    bought = main.bought
    need_g = people * sum(one.need_g for one in things)
    if bought is None:
        aisle, name, need = OWN_AISLE, main.name, need_g
        buy = Buy(amount=_up(need), unit="g", packs=None, pack=None)
    else:
        aisle, name = bought.aisle, bought.item
        need = people * sum(_in_pack_units(one, bought) for one in things)
        buy = _buy(need, bought, shop)
    line = ShoppingLine(
        aisle=aisle,
        food_id=main.food_id,
        name=name,
        need_g=need_g,
        need=need,
        buy=buy,
        in_cupboard=bought is not None and _may_be_there(need, bought, shop),
        foods=tuple(one.food.food_id for one in things),
        days=tuple(sorted(set().union(*(one.days for one in things)))),
    )
    return _Group(line, tuple(one.food for one in things))


def _in_pack_units(one: _Eaten, bought: Bought) -> float:
    """What is needed of a food in the unit that its packs are counted in."""
    portion = one.food.portion
    if bought.pack_unit == "pieces":
        return one.grams / portion.one_g
    if bought.pack_unit == "ml":
        # Of what is poured and measured in nothing that is known, a gram is a millilitre.
        return one.need_g / portion.one_g * (volume_ml(portion) or portion.one_g)
    return one.need_g


def _buy(need: float, bought: Bought, shop: Shop) -> Buy:
    """How much to put in the basket: loose fruit by number, meat and fish by weight, else packs."""
    unit: ShopUnit = "g"
    if bought.pack_unit == "ml":
        unit = "ml"
    elif bought.pack_unit == "pieces":
        unit = "pieces"
    if bought.aisle == _LOOSE_AISLE and unit == "pieces":
        return Buy(amount=_up(need), unit=unit, packs=None, pack=None)
    if bought.aisle == _WEIGHED_AISLE and unit == "g":
        amount = shop.weighed_g * _up(need / shop.weighed_g)
        return Buy(amount=amount, unit=unit, packs=None, pack=None)
    pack = shop.pack(bought)
    packs = int(_up(need / pack))
    return Buy(amount=packs * pack, unit=unit, packs=packs, pack=pack)


def _may_be_there(need: float, bought: Bought, shop: Shop) -> bool:
    """Whether a kitchen has it anyway, or may have the rest of a pack that keeps."""
    lasts = bought.aisle in _KEEPING_AISLES and _LISTS_A_PACK * need <= shop.pack(bought)
    return bought.in_cupboard or lasts


def _up(number: float) -> float:
    """The next whole number up."""
    return float(ceil(number * (1.0 - _HAIR)))


def _seasonings(
    plans: Iterable[DayPlan], groups: Iterable[_Group], limits: Collection[Limits]
) -> list[Seasoning]:
    """
    What methods ask for and no line buys, by name.

    One of two is asked for where neither is there anyway. What must be free of traces for anybody
    who eats is asked for beside a line of its name, which says nothing of them.
    """
    found = {
        seasoning
        for plan in plans
        if plan.menu is not None
        for entry in plan.timeline or ()
        for method in (entry.preparation or "", entry.preparation_beside or "")
        for seasoning in seasonings_in(method, [item.name for item in entry.items])
    }
    lines = {plain(group.line.name) for group in groups}
    single = {one.either[0] for one in found if len(one.either) == 1}

    def is_there(one: Seasoning) -> bool:
        if len(one.either) > 1 and not single.isdisjoint(one.either):
            return True
        return not (lines.isdisjoint(one.either) or traces_for(one, limits))

    needed = (one for one in found if not is_there(one))
    return sorted(needed, key=lambda seasoning: seasoning.name.casefold())


def _at_home(
    have: Iterable[str],
    groups: Sequence[_Group],
    seasonings: Sequence[Seasoning],
    pantry: Pantry,
) -> tuple[set[str], set[str]]:
    """Which lines and seasonings are there, and which lines may be; by their names."""
    there: set[str] = set()
    asked: set[str] = set()
    for word in have:
        exact = [group.line.name for group in groups if _is_exactly(group, word)]
        exact = exact or [one.name for one in seasonings if one.is_called(word)]
        called = exact or [group.line.name for group in groups if _is_called(group, word)]
        if len(called) == 1:
            there.update(called)
        else:
            asked.update(called or _meant(word, groups, pantry))
    return there, asked


def _is_exactly(group: _Group, word: str) -> bool:
    """Whether a word is what a line says, or the name or the id of one of its foods."""
    names = [group.line.name]
    for food in group.foods:
        names += [food.name, food.food_id]
    return plain(word) in map(plain, names)


def _is_called(group: _Group, word: str) -> bool:
    """Whether a word is another name of one of a line's foods."""
    return any(is_called(food, word) for food in group.foods)


def _meant(word: str, groups: Sequence[_Group], pantry: Pantry) -> list[str]:
    """The lines with a food that a word means in part; an error where it means none at all."""
    if any(food.bought and plain(food.bought.item) == plain(word) for food in pantry.foods):
        return []
    if any(seasoning.is_called(word) for seasoning in SEASONINGS):
        return []
    meant = {food.food_id for food in pantry.called(word, argument="have")}
    return [group.line.name for group in groups if meant.intersection(group.line.foods)]
