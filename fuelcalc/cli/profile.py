"""Where the saved profile lives with the foods beside it, and reading them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from fuelcalc.errors import InputError
from fuelcalc.importers.tree import PLAN_TABLES, read_bytes, tree_of

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry


def profile_path() -> Path:
    """The profile's file, in the user's configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("fuelcalc", appauthor=False) / "profile.toml"


def log_path() -> Path:
    """The log of mass and eating, beside the profile."""
    return profile_path().with_name("log.csv")


def profile_tree() -> dict[str, Any]:
    """
    The saved athlete and goal, unchecked; empty when there is no profile.

    Raises:
        InputError: The profile cannot be read, is not a plan file, or has a table of another name:
            an [athlet] is somebody whose allergens and conditions would be passed over.
    """
    path = profile_path()
    if not path.exists():
        return {}
    tree = tree_of(read_bytes(path), name=f"profile {path}", kind="plan")
    for key in tree.keys() - PLAN_TABLES:
        from fuelcalc.models.plan import Plan

        try:
            Plan.read_key(key, tree[key])
        except InputError as error:
            raise error.read_in(f"profile {path}") from None
    return tree


def saved_athlete() -> dict[str, Any]:
    """What the profile says of the athlete; nothing where it cannot be read."""
    try:
        athlete = profile_tree().get("athlete", {})
    except InputError:
        athlete = {}
    return athlete if isinstance(athlete, dict) else {}


def own_foods(file: str | None) -> "Pantry | None":
    """
    Somebody's own foods: of the file named, else of foods.toml beside the profile, else none.

    Raises:
        InputError: The file cannot be read, or does not hold foods.
    """
    path = profile_path().with_name("foods.toml") if file is None else Path(file)
    if file is None and not path.exists():
        return None
    from fuelcalc.importers.own_foods.food_file import read_foods

    return read_foods(path)
