"""What is said where a macronutrient is held at another amount than was asked for."""

from collections.abc import Iterator

from fuelcalc.models.notes import Note
from fuelcalc.planning.energy import Figures
from fuelcalc.planning.words import note
from fuelcalc.science import protein
from fuelcalc.science.day import Intake
from fuelcalc.science.macronutrients import MACROS_KCAL_PER_G
from fuelcalc.science.own_amounts import LEAST_CARBOHYDRATE_G, OwnAmounts, asked_g

# A gram or a hundredth away is what was asked for.
_LEAST_G, _LEAST_SHARE = 1.0, 0.01


def own_target_notes(figures: Figures) -> Iterator[Note]:
    """
    One note for each macronutrient that is not what was asked for, with what holds it.

    Args:
        figures: The day's energy and targets.
    """
    targets = figures.targets
    for name, kcal_per_g in zip(OwnAmounts._fields, MACROS_KCAL_PER_G, strict=True):
        own = getattr(figures.aim.own, name)
        if not own.known:
            continue
        # A share of the day is one of the whole of it, eaten or not.
        planned_kcal = targets.energy_kcal + targets.left_kcal
        asked = asked_g(own, energy_kcal=planned_kcal, kcal_per_g=kcal_per_g).value
        got = getattr(targets, f"{name}_g")
        if abs(got - asked) <= max(_LEAST_G, _LEAST_SHARE * asked):
            continue
        yield note(
            "own-target-held",
            nutrient=name,
            asked_g=asked,
            got_g=got,
            holds=_holds(figures, name, is_more=got > asked),
        )


def _holds(figures: Figures, name: str, *, is_more: bool) -> str:
    """What lets a macronutrient be no less, or no more, than it is."""
    targets = figures.targets
    # A race goes before a wish.
    if figures.loading > 0.0:
        is_full = name == "carbohydrate" and not is_more
        return "loading-most" if is_full else "loading"
    if figures.today.eaten or targets.left_kcal > 0.0:
        return "eaten" if figures.today.eaten else "room"
    if name == "protein":
        most_g = protein.MOST_G_PER_KG * targets.reference_mass_kg
        short = not is_more and targets.protein_g < most_g - _LEAST_G
        return "energy" if short else f"protein-{'least' if is_more else 'most'}"
    if name == "carbohydrate":
        return _holds_carbohydrate(targets, is_more=is_more)
    if is_more:
        return "fat-least"
    return "training" if targets.carbohydrate_g <= targets.need_g + _LEAST_G else "fat-most"


def _holds_carbohydrate(targets: Intake[float], *, is_more: bool) -> str:
    """What lets carbohydrate be no less, or no more, than it is."""
    if not is_more:
        return "fat-least"
    if targets.carbohydrate_g <= targets.need_g + _LEAST_G:
        return "training"
    by_brain = targets.carbohydrate_g <= LEAST_CARBOHYDRATE_G + _LEAST_G
    return "brain" if by_brain else "fat-most"
