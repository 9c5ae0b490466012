"""Whose files, log and sessions they are, so that guards act before anything is read or shown."""

from typing import TYPE_CHECKING

from fuelcalc.cli.example import EXAMPLE
from fuelcalc.cli.planned import tree_below
from fuelcalc.cli.profile import profile_path
from fuelcalc.errors import InputError

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
    is_known = "athlete" in tree
    # A file of days alone is whoever's; that nothing in it was meant for more is held.
    whose = tree if is_known else {**tree, "athlete": EXAMPLE["athlete"]}
    try:
        athlete = Plan.from_tree(whose, path="").athlete
    except InputError as error:
        # Nobody typed the profile just now, so that its line says where it stands.
        raise error if plan else error.read_in(f"profile {profile_path()}") from None
    return athlete if is_known else None
