"""Whose files, log and sessions they are, so that guards act before anything is read or shown."""

from typing import TYPE_CHECKING

from fuelcalc.cli.example import EXAMPLE
from fuelcalc.cli.planned import tree_below

if TYPE_CHECKING:
    from fuelcalc.models.athlete import Athlete


def athlete_of(plan: str | None) -> "Athlete | None":
    """
    The athlete of a plan file, or else of the profile; None where neither says anything of one.

    Args:
        plan: The plan file; None is the profile alone.

    Raises:
        InputError: Something in the plan or the profile cannot be read. What guards act on may be
            just that, so that a slip never makes a known person an unknown one.
    """
    from fuelcalc.models.plan import Plan

    tree, is_example = tree_below({"plan": plan, "foods": None})
    if is_example:
        return None
    if "athlete" not in tree:
        # A file of days alone is whoever's; that nothing in it was meant for more is held.
        Plan.from_tree({**tree, "athlete": EXAMPLE["athlete"]}, path="")
        return None
    return Plan.from_tree(tree, path="").athlete
