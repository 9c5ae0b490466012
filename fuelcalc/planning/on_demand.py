"""What a finished plan explains when it is asked: figures that follow from what stands in it."""

from collections.abc import Iterator
from typing import Final

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Shortfall
from fuelcalc.models.trace import Figure
from fuelcalc.planning.trace import figure_of
from fuelcalc.science import availability
from fuelcalc.science.sources import SOURCES, Behind, behind

_MOVED: Final = ("behind_kcal", "repaid_kcal", "shared_kcal", "over_kcal")
_NOTHING: Final = Behind("nothing on this day", SOURCES["sum"])
_USUAL: Final = Behind("what is usually eaten, as said", SOURCES["asked"])
_SHORT: Final = Behind("what such a day should hold, over the week where it is known, less what is "
                       "usually eaten", SOURCES["sum"])  # fmt: skip
_STEPS: Final = Behind(
    "from usual eating to what such a day should hold",
    SOURCES["first-step"],
)


def told_later(plan: DayPlan) -> Iterator[Figure]:
    """
    The figures of a plan that planning has not explained yet.

    Args:
        plan: As its reader sees it: what a guard took out is explained nowhere.
    """
    # Who only plans does not load how its food and clock are explained.
    from fuelcalc.planning.clock_trace import clock_figures
    from fuelcalc.planning.food_trace import food_figures

    yield from _energy(plan)
    yield from clock_figures(plan)
    yield from food_figures(plan)


def _energy(plan: DayPlan) -> Iterator[Figure]:
    """What no other day moves here, and how far usual eating falls short."""
    if plan.energy is None:
        return
    told = {figure.name for figure in plan.trace}
    for name in _MOVED:
        if f"energy.{name}" not in told:
            yield figure_of(f"energy.{name}", getattr(plan.energy, name), _NOTHING)
    if plan.energy.shortfall is not None:
        yield from _shortfall(plan.energy.shortfall)


def _shortfall(short: Shortfall) -> Iterator[Figure]:
    """How far usual eating falls short of a day, and the steps up to it."""
    path, usual = "energy.shortfall", (("usual_intake_kcal", short.usual_intake_kcal),)
    links = (("usual_intake_kcal", f"{path}.usual_intake_kcal"),)
    yield figure_of(f"{path}.usual_intake_kcal", short.usual_intake_kcal, _USUAL)
    yield figure_of(f"{path}.shortfall_kcal", short.shortfall_kcal, _SHORT, usual, links=links)
    name, value = "energy_availability_kcal_per_kg_ffm", short.energy_availability_kcal_per_kg_ffm
    if value is not None:
        found = behind(availability.energy_availability_kcal_per_kg_ffm, name)
        yield figure_of(f"{path}.{name}", value, found, usual, links=links)
    for number, step in enumerate(short.steps_kcal):
        yield figure_of(f"{path}.steps_kcal[{number}]", step, _STEPS, usual, links=links)
