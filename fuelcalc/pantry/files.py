"""Where the bundled tables are: in the installed package, else in the checkout."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import RLock
from typing import Final, TypeVar

from fuelcalc.errors import FuelcalcError

T = TypeVar("T")

# A plain path: importlib.resources would say the same and takes 10 ms to import.
PLACES: Final = tuple(Path(__file__).resolve().parents[up] / "foods" for up in (1, 2))
"""The package's own data of a wheel, then the checkout's."""


def once(read: Callable[[], T]) -> Callable[[], T]:
    """Let a table be read when it is first wanted, and once, however many threads want it."""
    lock = RLock()
    found: list[T] = []

    @wraps(read)
    def kept() -> T:
        with lock:
            if not found:
                found.append(read())
            return found[0]

    return kept


def food_file(name: str) -> Path:
    """
    One file of the food data.

    Args:
        name: "foods.csv", "nutrients.csv", "dishes.csv" and so on.

    Raises:
        FuelcalcError: Neither the package nor the checkout has it.
    """
    for place in PLACES:
        path = place / name
        if path.is_file():
            return path
    raise FuelcalcError(f"foods/{name} is missing from this installation; install fuelcalc again")


def food_rows(name: str) -> list[dict[str, str]]:
    """
    Read a table of the food data, one dict a line, as text.

    Raises:
        FuelcalcError: The file is missing, or a line is longer or shorter than its header.
    """
    return rows_of(food_file(name).read_text(encoding="utf-8"), name)


def rows_of(text: str, name: str) -> list[dict[str, str]]:
    """
    Read comma-separated text that begins with a header.

    Raises:
        FuelcalcError: A line has more or fewer fields than the header.
    """
    import csv

    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    rows: list[dict[str, str]] = []
    for line in lines:
        if len(line) != len(header):
            raise FuelcalcError(
                f"foods/{name} line {lines.line_num}: {len(line)} fields, not {len(header)}"
            )
        rows.append(dict(zip(header, line, strict=True)))
    return rows
