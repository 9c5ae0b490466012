"""Where the saved profile lives, and reading and writing it."""

from pathlib import Path
from typing import Any

from fuelcalc.models.tree import read_bytes, tree_of


def profile_path() -> Path:
    """The profile's file, in the user's configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("fuelcalc", appauthor=False) / "profile.toml"


def profile_tree() -> dict[str, Any]:
    """
    The saved athlete and goal, unchecked; empty when there is no profile.

    Raises:
        InputError: The profile cannot be read, or is not a plan file.
    """
    path = profile_path()
    if not path.exists():
        return {}
    return tree_of(read_bytes(path), name=f"profile {path}", kind="plan")
