"""What was learned, written into a plan file: its comments stay, and nothing else changes."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fuelcalc.errors import InputError
from fuelcalc.importers.tree import read_bytes
from fuelcalc.models.learned import LearnedLife

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Table

_PLACES: Final = 3


def with_learned(path: Path, life: LearnedLife) -> str:
    """
    The text of a plan file or profile with the table `[athlete.learned]`, new or renewed.

    Args:
        path: The file, in TOML.
        life: What was learned.

    Returns:
        The whole text, to be written.

    Raises:
        InputError: The file is no TOML with an [athlete] table, or its shape has no room for one.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    text = read_bytes(path).decode("utf-8-sig", errors="replace")
    try:
        document = tomlkit.parse(text if text.endswith("\n") else f"{text}\n")
    except TOMLKitError:
        raise _no_room(path) from None
    learned = _place_in(document)
    if learned is None:
        raise _no_room(path)
    table, is_new = _table(life), not learned
    for key in [key for key in learned if key not in table]:
        del learned[key]
    for key, value in table.items():
        learned[key] = value
    if is_new:
        learned.add(tomlkit.nl())
    written = tomlkit.dumps(document)
    if _without_learned(written) != _without_learned(text):
        raise _no_room(path)
    return written


def _place_in(document: "TOMLDocument") -> "Table | None":
    """The table [athlete.learned], made where the athlete has a table of its own; None else."""
    import tomlkit
    from tomlkit.container import OutOfOrderTableProxy
    from tomlkit.items import Table

    athlete = document.get("athlete")
    # Tables of one athlete may stand apart in the file; then a new one has no place of its own.
    if isinstance(athlete, Table) and "learned" not in athlete:
        athlete.add("learned", tomlkit.table())
    if not isinstance(athlete, Table | OutOfOrderTableProxy):
        return None
    learned = athlete.get("learned")
    return learned if isinstance(learned, Table) else None


def _without_learned(text: str) -> dict[str, Any]:
    """A plan file as tables, without what was learned."""
    tree = tomllib.loads(text)
    tree["athlete"].pop("learned", None)
    return tree


def _table(life: LearnedLife) -> dict[str, Any]:
    """What the table holds, by the keys of a plan file."""
    return {
        "daily_life_pal": round(life.daily_life_pal, _PLACES),
        "sd": round(life.daily_life_sd, _PLACES),
        "from": life.first_date,
        "to": life.last_date,
        "source": life.source,
        "n_mass": life.n_mass,
        "n_intake": life.n_intake,
        **_over(life),
    }


def _over(life: LearnedLife) -> dict[str, str]:
    """Over which resting energy daily life counts, and at which mass; nothing where unknown."""
    if life.log_resting_kcal_per_day is None or life.log_mass_kg is None:
        return {}
    return {
        "log_resting": f"{life.log_resting_kcal_per_day:.1f} kcal/day",
        "log_mass": f"{life.log_mass_kg:.2f} kg",
    }


def _no_room(path: Path) -> InputError:
    remedy = "it wants a TOML file with [athlete] as a table of its own; write it there by hand"
    return InputError(
        "[athlete.learned] finds no place", argument="save", place=path.name, remedy=remedy
    )
