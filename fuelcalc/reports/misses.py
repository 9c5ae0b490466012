"""What a menu does not meet, in words: at which feeding, by how much, and under which limits."""

from collections.abc import Sequence
from typing import Final

from fuelcalc.models.menu import DietLimits, Low, Relaxed
from fuelcalc.models.timeline import called_at
from fuelcalc.reports.look import STEPS, Look
from fuelcalc.reports.rounding import thousands, to_step

_DOSES: Final = ("before the ", "between the ", "during the ")
"""How feedings are called that are taken for a session by the dose, and are no meals."""


def limits_text(limits: DietLimits) -> str:
    """
    Somebody's limits as a waiter would repeat them.

    >>> limits_text(DietLimits(diet="vegan", restrictions=("gluten-free",), without=("soy",)))
    'a vegan, gluten-free diet without soy'
    """
    words = [limits.diet if limits.diet != "omnivore" else "", *limits.restrictions]
    diet = ", ".join(word for word in words if word)
    without = ", ".join(limits.without)
    if not diet and not without:
        return "these targets"
    return f"a {f'{diet} ' if diet else ''}diet{f' without {without}' if without else ''}"


def low_text(low: Sequence[Low]) -> str:
    """
    What is low, with foods that would mend it.

    >>> low_text([Low(name="calcium", share=0.629, is_least=False, mend=("yogurt", "kale"))])
    'calcium 62 % (yogurt or kale)'
    >>> low_text([Low(name="vitamin B12", share=0.0, is_least=True, mend=())])
    'vitamin B12 0 %, as far as is known'
    """
    return "; ".join(map(_low_text, low))


def _low_text(nutrient: Low) -> str:
    """One low nutrient; its share rounded down, so that what is low never reads as enough."""
    percent = int(100.0 * nutrient.share)
    # Nobody learns from "at least 0 %".
    amount = f"{'at least ' if nutrient.is_least and percent else ''}{percent} %"
    known = "" if percent or not nutrient.is_least else ", as far as is known"
    share = f"{nutrient.name} {amount}{known}"
    return f"{share} ({' or '.join(nutrient.mend)})" if nutrient.mend else share


def place_text(miss: Relaxed, look: Look) -> str:
    """The feeding that something gave way at: "lunch (12:30)", or "day"."""
    if miss.feeding is None or miss.minute is None:
        return "day"
    return f"{called_at(miss.feeding, miss.minute)} ({look.time_at(miss.minute)})"


def misses_text(misses: Sequence[Relaxed], look: Look) -> str:
    """What gave way, a sentence each."""
    return " ".join(miss_text(miss, look) for miss in misses)


def miss_text(miss: Relaxed, look: Look) -> str:
    """
    What gave way, in a sentence.

    >>> miss = Relaxed(limit="fat", feeding="lunch", minute=750.0, asked=20.0, got=26.4)
    >>> miss_text(miss, Look("us"))
    'lunch (12:30pm): 26 g of fat instead of 20.'
    """
    if miss.limit == "food" and miss.limits is not None:
        return f"{place_text(miss, look)}: no dish fits {limits_text(miss.limits)}."
    got, asked, unit = _amounts(miss, look)
    if miss.dish is not None:
        return f"{place_text(miss, look)}: {miss.dish} {_dish_text(miss, got, asked)}."
    if not miss.is_of_day:
        return f"{place_text(miss, look)}: {got} {unit} of {miss.limit} instead of {asked}."
    if miss.limit == "fibre":
        return f"The day's foods hold {got} {unit} of fibre, over {asked}."
    return f"The day's foods hold {got} {unit} of {miss.limit} instead of {asked}."


def own_dishes(misses: Sequence[Relaxed], look: Look) -> list[str]:
    """The names of somebody's own dishes among them, which stay as they were typed."""
    return [one.dish for one in misses if one.dish and look.is_own_dish(one.dish_id)]


def _dish_text(miss: Relaxed, got: str, asked: str) -> str:
    """What is not as wished with a dish."""
    if miss.limit == "preparation-time":
        return f"takes {got} min to make, over {asked}"
    if miss.limit == "lunch":
        how = "as you carry your lunch" if miss.feeding == "lunch" else "in a box"
        return f"does not go to work {how}"
    return "comes twice today; nothing else that you may eat fits"


def feedings_text(misses: Sequence[Relaxed], look: Look) -> str:
    """What is missed, a sentence for each feeding and for the day."""
    places = dict.fromkeys((miss.feeding, miss.minute) for miss in misses)
    return " ".join(
        _feeding_text([miss for miss in misses if (miss.feeding, miss.minute) == place], look)
        for place in places
    )


def mend_text(misses: Sequence[Relaxed]) -> str:
    """
    What to do about what is short; of what is more than asked nothing can be made up for.

    What the whole day is short of has its place at each of its meals.

    >>> more = Relaxed(limit="fat", feeding="lunch", minute=750.0, asked=20.0, got=26.4)
    >>> mend_text([more]), mend_text([more.model_copy(update={"got": 10.0})])
    ('What is more than asked needs no making up', 'Make up for what is short at another meal')
    """
    short = [
        one for one in misses if one.got is None or (one.asked is not None and one.got < one.asked)
    ]
    if not short:
        return "What is more than asked needs no making up"
    where = "any" if all(one.is_of_day for one in short) else "another"
    return f"Make up for what is short at {where} meal"


def _feeding_text(misses: Sequence[Relaxed], look: Look) -> str:
    """What is missed at one feeding, or over the day."""
    nothing = [miss for miss in misses if miss.limit == "food"]
    if nothing:
        return miss_text(nothing[0], look)
    parts = [
        f"{_what(miss)} {got} instead of {asked} {unit}"
        for miss in misses
        for got, asked, unit in (_amounts(miss, look),)
    ]
    where = "the whole day" if misses[0].is_of_day else place_text(misses[0], look)
    return f"{where[0].upper()}{where[1:]}: {', '.join(parts)}."


def _what(miss: Relaxed) -> str:
    """What is missed; a dose around or on a session counts without its fibre, and so it says."""
    is_dose = (miss.feeding or "").startswith(_DOSES)
    return "carbohydrate without fibre" if is_dose and miss.limit == "carbohydrate" else miss.limit


def _amounts(miss: Relaxed, look: Look) -> tuple[str, str, str]:
    """What there is, what was asked for, and their unit."""
    got, asked = (0.0 if amount is None else amount for amount in (miss.got, miss.asked))
    if miss.limit == "energy":
        return look.spoken_energy(got), look.spoken_energy(asked), look.energy_unit
    if miss.limit == "sodium":
        # No food table knows salt to the milligram.
        got_mg, asked_mg = (thousands(to_step(amount, STEPS["mg"])) for amount in (got, asked))
        return got_mg, asked_mg, "mg"
    # Two amounts never look the same.
    places = 1 if round(got) == round(asked) else 0
    return f"{got:.{places}f}", f"{asked:.{places}f}", "g"
