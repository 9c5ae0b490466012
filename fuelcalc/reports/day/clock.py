"""The clock in the reader's words: one line a feeding or session, and what they add up to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from typing import Final

from fuelcalc.models.cooking import (
    COOKED_FOR,
    GOOD_WARM,
    CookedDish,
    Cooking,
    EatenAgain,
    EatenAt,
    ForTomorrow,
    listed,
)
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.menu import Relaxed
from fuelcalc.models.timeline import NO_FOOD, Entry, Served
from fuelcalc.reports.blocks import SESSIONS, ClockLine, FoodLine
from fuelcalc.reports.day.taken import WATER, carry_text, taken_lines
from fuelcalc.reports.labels import PLACES, advice_text, entry_label
from fuelcalc.reports.look import STEPS, Look
from fuelcalc.reports.rounding import column, thousands
from fuelcalc.reports.words import food_line, food_text

_Meal = tuple[str, str, time]
# A dish that takes less is put together as its foods read.
_LEAST_TOLD_MIN = 5.0
# Of what is weighed for each plate alone, twice one plate is two to the gram.
_ALIKE_G: Final = 1.0
_ASKED: Final = frozenset({"energy", "protein", "carbohydrate", "fat"})


def _columns(fed: Sequence[Entry], look: Look, *, has_menu: bool) -> list[list[float]]:
    """Energy, carbohydrate, protein, fat and drink, each column rounded so that it adds up."""
    amounts = [_shown(entry, has_menu=has_menu) for entry in fed]
    energies = [look.amount(one.energy_kcal or 0.0, "kcal")[0] for one in amounts]
    drinks = [look.amount(entry.fluid_ml or 0.0, "ml")[0] for entry in fed]
    return [
        column(energies, STEPS[look.energy_unit]),
        column([one.carbohydrate_g or 0.0 for one in amounts], 1.0),
        column([one.protein_g or 0.0 for one in amounts], 1.0),
        column([one.fat_g or 0.0 for one in amounts], 1.0),
        column(drinks, STEPS[look.drink_unit]),
    ]


def _shown(entry: Entry, *, has_menu: bool) -> Entry | Served:
    """Whose amounts a line shows: the plate's, or the targets where nobody fills it here."""
    if not has_menu or entry.elsewhere is not None:
        return entry
    # A drink without food, and a feeding that no food is found for, hold nothing.
    return entry.served or NO_FOOD


def clock_lines(
    plan: DayPlan, look: Look, kitchen: Cooking | None = None
) -> tuple[tuple[ClockLine, ...], ClockLine | None]:
    """
    The clock from waking to sleep, and a last line with the sum of each column.

    Of a day with food a line shows what its plate holds, so that the sums are those of the menu;
    without, and where a meal is eaten elsewhere, what is wanted. There are none where a guard hides
    the numbers.

    Args:
        plan: A finished plan.
        look: The reader's words.
        kitchen: What the day cooks, also for later ones, and what of it was cooked before, where
            its week says so.
    """
    entries = plan.timeline or ()
    if not entries:
        return (), None
    fed = [entry for entry in entries if _has_numbers(entry)]
    columns = _columns(fed, look, has_menu=plan.menu is not None)
    # The rows of the columns are taken one by one, as the feedings come.
    rows = zip(*columns, strict=True)
    wake = ClockLine("wake", look.time(plan.wake), "wake")
    relaxed = () if plan.menu is None else plan.menu.relaxed
    was_cooked, dishes = ((), ()) if kitchen is None else (kitchen.again, kitchen.dishes)
    again = {(one.dish_id, one.feeding, one.time): one for one in was_cooked}
    methods = _methods(entries, look, again)
    pots = {_first_meal(dish): dish for dish in dishes}
    tonight = _tonight(() if kitchen is None else kitchen.tonight, look)
    evening = _evening(entries)
    methods = [
        " ".join(
            filter(
                None,
                (
                    method,
                    _for_later(pots.get(_meal_of(entry)), entry, look),
                    _beside(entry, look),
                    tonight if entry is evening else "",
                ),
            )
        )
        for entry, method in zip(entries, methods, strict=True)
    ]
    lines = [
        _missed(
            _line(entry, next(rows) if _has_numbers(entry) else (), method, look),
            entry,
            relaxed,
            look,
        )
        for entry, method in zip(entries, methods, strict=True)
    ]
    # What is warmed up takes no such time as it took to cook.
    lines = [
        line._replace(making="") if _meal_of(entry) in again else line
        for entry, line in zip(entries, lines, strict=True)
    ]
    total = _amounted("total", "", "the day", [sum(amounts) for amounts in columns])
    return (wake, *lines), total if fed else None


def _has_numbers(entry: Entry) -> bool:
    """Whether a line is a feeding whose amounts may be shown."""
    return entry.is_feeding and entry.energy_kcal is not None


def feeding_lines(plan: DayPlan, lines: Sequence[ClockLine]) -> list[ClockLine]:
    """
    The feedings' lines by what each is called, without the session that it belongs to.

    Args:
        plan: A finished plan.
        lines: From `clock_lines`.
    """
    pairs = zip(plan.timeline or (), lines[1:], strict=True)
    return [line._replace(label=entry.called) for entry, line in pairs if entry.is_feeding]


def _amounted(kind: str, time: str, label: str, amounts: Sequence[float]) -> ClockLine:
    """A line with its amounts as they are printed; nothing for zero."""
    texts = [thousands(amount) if amount else "" for amount in amounts] or [""] * 5
    energy, carbohydrate, protein, fat, drink = texts
    return ClockLine(kind, time, label, energy, carbohydrate, protein, fat, drink)


def _line(entry: Entry, amounts: Sequence[float], method: str, look: Look) -> ClockLine:
    """One line of the clock."""
    time = "" if entry.kind == "during" else look.time(entry.start)
    if entry.kind in SESSIONS:
        time = look.span(entry.start, entry.end)
    # The session that a feeding belongs to: the next one, or the one behind.
    near = {"before": entry.before, "during": entry.during, "after": entry.after}
    line = _amounted(entry.kind, time, entry_label(entry, look), amounts)
    return line._replace(
        advice=look.spelled(advice_text(entry)),
        dish=_dish(entry, line, look),
        foods=tuple(_foods(entry, look)),
        taken=taken_lines(entry, look),
        carry=carry_text(entry, look),
        session=near.get(entry.kind) or "",
        making=_making(entry),
        method=method,
        tick=entry.kind != "sleep" and (entry.kind != "during" or bool(entry.items)),
    )


def _dish(entry: Entry, line: ClockLine, look: Look) -> str:
    """What is eaten: the dish, or where somebody else makes it, and what it should hold."""
    if entry.elsewhere is None:
        return look.of_dish(entry.dish or "", entry.dish_id)
    if entry.elsewhere.what:
        return f"{entry.elsewhere.what}, eaten"
    place = PLACES[entry.elsewhere.place]
    if not line.energy:
        return place
    return f"{place}: about {line.energy} {look.energy_unit}, {line.protein or 0} g protein"


def _making(entry: Entry) -> str:
    """How long a dish takes, and how much of it is work where that is less."""
    if entry.preparation_min is None:
        return ""
    work = entry.hands_on_min
    told = "" if work is None or work >= entry.preparation_min else f", {work:.0f} active"
    return f"{entry.preparation_min:.0f} min{told}"


def _methods(entries: Sequence[Entry], look: Look, again: Mapping[_Meal, EatenAgain]) -> list[str]:
    """How the dish of each line is made; of what comes again only where it was told."""
    told: dict[str, str] = {}
    methods = []
    for entry in entries:
        how = entry.preparation
        eaten = again.get(_meal_of(entry))
        if eaten is not None:
            # Nobody cooks what is soaked or set overnight.
            made = "Made" if eaten.is_cold else "Cooked"
            how = f"{made} on {eaten.cooked:%A}: {_warmed(eaten)}."
            methods.append(_method(how, entry, look))
        elif how is None or (entry.preparation_min or 0.0) < _LEAST_TOLD_MIN:
            methods.append("")
        else:
            before = told.get(how)
            methods.append(_method(how, entry, look) if before is None else f"as for {before}")
            told.setdefault(how, entry.called)
    return methods


def _warmed(eaten: EatenAgain) -> str:
    """How what was cooked before is eaten: cold, or warm without what is raw of it."""
    names = listed(eaten.apart)
    kept = "keep it in a fridge or by an ice pack" if eaten.is_packed else "keep it in a fridge"
    if eaten.is_cold:
        is_warmed = not eaten.is_packed and not GOOD_WARM.isdisjoint(eaten.name.split())
        way = "warm it through, or eat it cold" if is_warmed else "eat it cold"
        added = f", with {names} added only then" if names else ""
        return f"{kept}{',' if eaten.is_packed else ''} and {way}{added}"
    # Yogurt splits in the heat, and leaves wilt.
    then = f", then add {names}" if names else ""
    return f"{f'{kept}, and ' if eaten.is_packed else ''}warm it until it steams{then}"


def _beside(entry: Entry, look: Look) -> str:
    """How what stands beside a dish is made."""
    return _method(entry.preparation_beside, entry, look) if entry.preparation_beside else ""


def _first_meal(dish: CookedDish) -> _Meal:
    """The meal at which a cooked dish is eaten first."""
    return dish.dish_id, dish.eaten[0].feeding, dish.eaten[0].time


def _for_later(dish: CookedDish | None, entry: Entry, look: Look) -> str:
    """What to cook of it for later days too, and what is kept apart until then."""
    if dish is None:
        return ""
    later = [one for one in dish.eaten if one.date != dish.eaten[0].date]
    if not later:
        return ""
    eat, apart = _meals_text(later), _apart_text(later, look)
    if dish.is_of_evening_before:
        # It is there already: the evening before has told what goes into it.
        return f"The rest of what was made is for {eat}.{apart}"
    plate = {item.food_id: item.grams or 0.0 for item in entry.items}
    is_alike = all(
        abs((food.grams or 0.0) - dish.portions * plate.get(food.food_id, 0.0)) < _ALIKE_G
        for food in dish.pot
    )
    told = f"Cook {dish.portions} portions: the rest is for {eat}."
    if not is_alike:
        foods = ", ".join(food_text(food, look) for food in dish.pot)
        told = f"Cook for {eat} too, in all: {foods}."
    return f"{told}{apart}"


def _meals_text(meals: Sequence[EatenAt]) -> str:
    """When a dish is eaten, each day and meal once."""
    return listed([*dict.fromkeys(map(_meal_text, meals))])


def _meal_text(meal: EatenAt) -> str:
    """When a dish is eaten: "Monday lunch", "Sunday's run"."""
    on_the_way = meal.feeding.removeprefix("during the ")
    day = f"{meal.date:%A}"
    return f"{day} {meal.feeding}" if on_the_way == meal.feeding else f"{day}'s {on_the_way}"


def _apart_text(meals: Sequence[EatenAt], look: Look) -> str:
    """What of some meals of a dish is kept until they are eaten, as a sentence."""
    days = [*dict.fromkeys(f"{one.date:%A}'s" for one in meals if one.apart)]
    raw = listed([*dict.fromkeys(look.spelled(name) for one in meals for name in one.apart)])
    return f" Keep {listed(days)} {raw} apart until then." if raw else ""


def _evening(entries: Sequence[Entry]) -> Entry | None:
    """The meal of the evening, after which somebody is in the kitchen: the last one of a day."""
    meals = [entry for entry in entries if entry.feeding_name.name in COOKED_FOR]
    return meals[-1] if meals else None


def _tonight(dishes: Sequence[ForTomorrow], look: Look) -> str:
    """What of tomorrow's is made this evening, for later days too."""
    told = "; for ".join(_made_for(one, look) for one in dishes)
    apart = (_apart_text(one.eaten, look) for one in dishes if len(one.eaten) > 1)
    return f"Make this evening too, for {told}.{''.join(apart)}" if told else ""


def _made_for(dish: ForTomorrow, look: Look) -> str:
    """For which meals a dish is made; of several what goes into it for all of them."""
    name = look.of_dish(dish.name, dish.dish_id)
    told = f"{_meals_text(dish.eaten)}: {name}, {dish.minutes:.0f} min"
    if len(dish.eaten) == 1:
        return told
    foods = ", ".join(food_text(food, look) for food in dish.pot)
    return f"{told}, in all {foods}" if foods else f"{told}, {dish.portions} portions"


def _meal_of(entry: Entry) -> _Meal:
    """Which dish is eaten when."""
    return entry.dish_id or "", entry.called, entry.start


def _method(how: str, entry: Entry, look: Look) -> str:
    """How a dish is made in the reader's words; an own dish, and own foods, stay as typed."""
    if look.is_own_dish(entry.dish_id):
        return how
    return look.spelled(how, look.own_foods(item.name for item in entry.items))


def _missed(line: ClockLine, entry: Entry, relaxed: Sequence[Relaxed], look: Look) -> ClockLine:
    """The line with what was asked of its feeding, where its food misses that."""
    name = entry.feeding_name.called
    here = {
        miss.limit: miss.asked
        for miss in relaxed
        if (miss.feeding, miss.minute) == (name, entry.minute)
    }
    if "food" in here:
        wanted = f"{look.energy_text(entry.energy_kcal or 0.0)} {look.energy_unit}"
        return line._replace(miss=f"{wanted} wanted; nothing that you may eat fits")
    asked = [
        f"{look.energy_text(amount)} {look.energy_unit}"
        if name == "energy"
        else f"{thousands(amount)} g {name}"
        for name, amount in here.items()
        # Of what nobody asked for a banana brings three grams along, which the notes tell.
        if name in _ASKED and amount is not None and round(amount) > 0
    ]
    return line._replace(miss=f"asked for: {', '.join(asked)}" if asked else "")


def _foods(entry: Entry, look: Look) -> Iterator[FoodLine]:
    """The foods of a feeding; on the move the line says how much is drunk, its water included."""
    for item in entry.items:
        if entry.kind == "during" and item.food_id == WATER and entry.fluid_ml is not None:
            yield FoodLine(item.name)
        # A food says more than the name of the dish: how much, or what else is in it.
        elif item.amount is not None or item.name != entry.dish:
            yield food_line(item, look)
