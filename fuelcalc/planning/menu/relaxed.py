"""What gave way in a menu, where, and by how much: said, never hidden."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from fuelcalc.models.menu import Relaxed
from fuelcalc.pantry.limits import Limits
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.candidates import TURNS, Wishes, days_away
from fuelcalc.planning.menu.choice import Slot
from fuelcalc.planning.menu.counts import FAT, FIBRE
from fuelcalc.planning.menu.fit import Want
from fuelcalc.planning.menu.search import DAY_SHARE, ENERGY_SHARE, KCAL_PER_G, Option, judged

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

_MACROS: Final = ("protein", "carbohydrate", "fat")
_HAIR: Final = 1e-6
_TENTH_G: Final = 0.1
_MUCH_FIBRE: Final = 1.3


class Filled(NamedTuple):
    """One feeding with what was found for it, and what it is called."""

    slot: Slot
    where: str
    option: Option | None


def relaxed(filled: Sequence[Filled], asked: Asked) -> tuple[Relaxed, ...]:
    """
    What gave way: at each feeding in the order in which things do, then over the day.

    Args:
        filled: The feedings with their food.
        asked: What was asked of the menu.
    """
    found: list[Relaxed] = []
    for slot, where, option in filled:
        if option is None:
            found.append(_nothing(slot, where, asked))
            continue
        found += _wishes_given_up(slot, where, option, asked.wishes)
        found += _misses(slot, where, option)
    return (*found, *_twice(filled), *_day_misses(filled), *_much_fibre(filled, asked))


def _nothing(slot: Slot, where: str, asked: Asked) -> Relaxed:
    """Say that nothing may be eaten at a feeding."""
    return Relaxed(
        limit="food",
        where=where,
        asked=slot.want.energy_kcal,
        got=None,
        text=f"{where}: no dish fits {limits_text(asked.limits)}.",
    )


def limits_text(limits: Limits) -> str:
    """
    Somebody's limits in words.

    >>> limits_text(Limits("vegan", ("soy",), ("gluten-free",), ()))
    'a vegan, gluten-free diet without soy'
    """
    words = [limits.diet if limits.diet != "omnivore" else "", *limits.restrictions]
    diet = ", ".join(word for word in words if word)
    without = ", ".join((*limits.avoid, *limits.dislikes))
    if not diet and not without:
        return "these targets"
    return f"a {f'{diet} ' if diet else ''}diet{f' without {without}' if without else ''}"


def _wishes_given_up(slot: Slot, where: str, option: Option, wishes: Wishes) -> list[Relaxed]:
    """Variety and time in the kitchen, where they gave way."""
    main = option.variants[0]
    found: list[Relaxed] = []
    away = days_away(main, wishes.turn)
    if away and slot.locked is None and slot.feeding.is_meal:
        text = f"{where}: {main.name} comes {TURNS - away} days after its last turn, not {TURNS}."
        found.append(
            Relaxed(
                limit="variety",
                where=where,
                asked=float(TURNS),
                got=float(TURNS - away),
                text=text,
            )
        )
    most = wishes.most_minutes
    if most is not None and main.dish.minutes > most:
        text = f"{where}: {main.name} takes {main.dish.minutes:.0f} min to make, over {most:.0f}."
        found.append(
            Relaxed(
                limit="preparation-time",
                where=where,
                asked=most,
                got=main.dish.minutes,
                text=text,
            )
        )
    return found


def outside_bands(option: Option, want: Want) -> list[tuple[str, float, float]]:
    """The macronutrients outside their bands: name, grams asked for, grams held."""
    held = judged(option.held, want)
    rows = zip(_MACROS, want.macros_g, held[:3].tolist(), want.bands_g, strict=True)
    return [
        (name, asked_g, got_g)
        for name, asked_g, got_g, band_g in rows
        if abs(got_g - asked_g) > band_g + _HAIR
    ]


def _misses(slot: Slot, where: str, option: Option) -> list[Relaxed]:
    """What is outside its band, and fibre or fat above a ceiling, in the order of giving way."""
    want = slot.want
    held = judged(option.held, want)
    found = [_miss(name, where, asked, got) for name, asked, got in outside_bands(option, want)]
    if held[FIBRE] > want.most_fibre_g + _HAIR:
        found.append(_miss("fibre", where, want.most_fibre_g, float(held[FIBRE])))
    # A tenth of a gram is as close as a target is kept.
    if held[FAT] > want.most_fat_g + _TENTH_G and not any(one.limit == "fat" for one in found):
        found.append(_miss("fat", where, want.most_fat_g, float(held[FAT])))
    order = ("fat", "carbohydrate", "protein", "fibre")
    return sorted(found, key=lambda one: order.index(one.limit))


def _miss(name: str, where: str, asked_g: float, got_g: float) -> Relaxed:
    """Say how much of a nutrient there is instead of what was asked."""
    places = 1 if round(got_g) == round(asked_g) else 0
    text = f"{where}: {got_g:.{places}f} g of {name} instead of {asked_g:.{places}f}."
    return Relaxed.model_validate(
        {"limit": name, "where": where, "asked": asked_g, "got": got_g, "text": text}
    )


def _twice(filled: Sequence[Filled]) -> list[Relaxed]:
    """Say when one dish comes twice on a day; what is eaten on the move may."""
    seen: dict[str, str] = {}
    found: list[Relaxed] = []
    for slot, where, option in filled:
        if option is None or slot.feeding.kind == "during":
            continue
        main = option.variants[0]
        if main.dish.dish_id in seen:
            text = f"{where}: {main.name} comes twice today; nothing else that you may eat fits."
            found.append(Relaxed(limit="variety", where=where, asked=1.0, got=2.0, text=text))
        seen[main.dish.dish_id] = where
    return found


def _day_misses(filled: Sequence[Filled]) -> list[Relaxed]:
    """The day's macronutrients and energy, where they are outside their bands."""
    wanted: Floats = sum((np.array(one.slot.want.macros_g) for one in filled), np.zeros(3))
    held: Floats = sum(
        (one.option.held[:3] for one in filled if one.option is not None), np.zeros(3)
    )
    pairs = [(name, w, h, DAY_SHARE) for name, w, h in zip(_MACROS, wanted, held, strict=True)]
    pairs.append(("energy", wanted @ KCAL_PER_G, held @ KCAL_PER_G, ENERGY_SHARE))
    found: list[Relaxed] = []
    for name, asked, got, share in pairs:
        if abs(got - asked) > share * asked + _HAIR:
            unit = "kcal" if name == "energy" else "g"
            text = f"The day's foods hold {got:.0f} {unit} of {name} instead of {asked:.0f}."
            found.append(
                Relaxed.model_validate(
                    {"limit": name, "where": "day", "asked": asked, "got": got, "text": text}
                )
            )
    return found


def _much_fibre(filled: Sequence[Filled], asked: Asked) -> list[Relaxed]:
    """Say when the day's foods hold far more fibre than is comfortable."""
    most_g = asked.references.most["fibre_g"]
    held_g = float(sum(one.option.held[FIBRE] for one in filled if one.option is not None))
    if held_g <= _MUCH_FIBRE * most_g:
        return []
    text = f"The day's foods hold {held_g:.0f} g of fibre, much over {most_g:.0f}."
    return [Relaxed(limit="fibre", where="day", asked=most_g, got=held_g, text=text)]
