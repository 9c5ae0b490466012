"""Feedings that are to be filled, and for whom."""

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.table import ROLES
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.candidates import Wishes
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tolerances import Want

ANYBODY, NOBODY = Limits(), Limits.of(dislikes=ROLES)
WISHES = Wishes(turn=3, is_planned=False)
WEEK = WISHES._replace(is_planned=True)
TABLE = BUNDLED
LUNCH = Want(30.0, 90.0, 25.0)


def slot(meal="lunch", want=LUNCH, **changes):
    """A meal that is to be filled, unless changed."""
    return Slot(Feeding(720.0, 30.0, "meal", meal), want, **changes)


def snack_before(minutes=60.0, want=None, **changes):
    """A snack before a run that is to be filled."""
    dose = want or Want(3.0, 40.0, 3.0, is_dose=True, most_fat_g=5.0, most_fibre_g=4.0).bite()
    feeding = Feeding(400.0, 10.0, "before")
    return Slot(feeding, dose, minutes, **changes)


def ids(options):
    """The dishes of some options."""
    return [one.variants[0].dish.dish_id for one in options]
