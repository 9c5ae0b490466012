"""
Hold portions against the best there are, by an exact solver.

PYTHONPATH=.:tests/planning python tests/benchmarks/bench_exact.py DAYS [SECONDS]

Draws people and days as `bars` does, fixes the dishes that their menus serve, and asks an exact
solver for the cheapest portions of them, each day at most so many seconds (10 unless told). Prints
how many days were proved, and how much dearer ours are: median, 90th percentile and worst.
"""

import sys
from collections.abc import Iterable, Iterator

import numpy as np
from bars import fortnight, people
from exact import Puzzle, call_of, exact_day, served_puzzle

from fuelcalc.models.athlete import Goal
from fuelcalc.planning.menu.option import Option


def puzzles(count: int) -> Iterator[tuple[Puzzle, list[Option]]]:
    """The served dishes of so many days, and the portions that they are served in."""
    for number, athlete in enumerate(people(count)):
        day = fortnight(number)[number % 14]
        yield served_puzzle(call_of(athlete, day, Goal()).chosen)


def distances(found: Iterable[tuple[Puzzle, list[Option]]], limit_s: float) -> list[float]:
    """How much dearer our day is than the cheapest, of each puzzle that was proved."""
    shares = []
    for puzzle, served in found:
        exact = exact_day(puzzle, limit_s=limit_s)
        if exact.day is not None:
            shares.append(puzzle.cost(served) / exact.cost - 1.0)
    return shares


def main() -> None:
    """Measure as many days as the command line says."""
    if len(sys.argv) not in {2, 3} or not all(word.isdigit() for word in sys.argv[1:]):
        raise SystemExit("usage: bench_exact.py DAYS [SECONDS]")
    count = int(sys.argv[1])
    shares = distances(puzzles(count), float(sys.argv[2]) if len(sys.argv) == 3 else 10.0)
    sys.stdout.write(f"proved: {len(shares)} of {count}\n")
    if shares:
        median, late, worst = 100.0 * np.percentile(shares, (50, 90, 100))
        sys.stdout.write(
            f"dearer: median {median:.1f} %, 90 % within {late:.1f} %, {worst:.1f} %\n"
        )


if __name__ == "__main__":
    main()
