"""
Search for a menu that breaks a law: python tests/planning/search_menus.py 10000 [SEED].

With `bars 30` in place of the number it measures the menus of so many people over two weeks each.

Half of the cases are everyday people, half are wild ones. Prints counts and times, then the first
case of each broken law and of each crash; exits 1 if there is any.
"""

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from bars import measured
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from laws import broken_laws
from menu_laws import broken_menu_laws, missed_bands
from strategies import Case, everyday_cases, wild_cases

from fuelcalc.errors import InputError
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.planning.day import plan_day

_COUNTED = (
    "cases", "refused", "withheld", "menus", "everyday menus", "feedings", "items",
    "menus that missed a band", "everyday menus that missed a band", "crashes",
)  # fmt: skip


@dataclass
class Tally:
    """What a search has found so far; `kind` is whom it looks at now."""

    kind: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    times_ms: list[float] = field(default_factory=list)

    def plan(self, case: Case, number: int) -> None:
        """Plan one case and count what comes of it."""
        self.counts["cases"] += 1
        start = time.perf_counter()
        try:
            found = plan_day(
                case.athlete, case.day, case.goal, before=case.before, after=case.after, seed=number
            )
        except InputError as error:
            self.counts["refused"] += 1
            if "\n" in str(error):
                self._broke("a refusal of more than one line", case, number)
        except Exception as error:  # noqa: BLE001 - whatever else comes up is a crash
            self.counts["crashes"] += 1
            self._broke(f"crash: {error!r}", case, number)
        else:
            if found.menu is not None:
                self.times_ms.append(1000.0 * (time.perf_counter() - start))
            self._count(found, case, number)

    def _count(self, found: DayPlan, case: Case, number: int) -> None:
        """Count one plan, and hold it to the laws."""
        self._add("menus" if found.menu is not None else "withheld")
        entries = [entry for entry in found.timeline or () if entry.is_feeding]
        self.counts["feedings"] += len(entries)
        self.counts["items"] += sum(len(entry.items) for entry in entries)
        missed = missed_bands(found)
        if missed:
            self._add("menus that missed a band")
        self.missed.update(set(missed))
        for law in broken_laws(found) + broken_menu_laws(found):
            self._broke(law, case, number)

    def _add(self, name: str) -> None:
        """Count one, and one of the kind that is looked at."""
        self.counts.update((name, f"{self.kind} {name}"))

    def _broke(self, law: str, case: Case, number: int) -> None:
        """Count a broken law by its words, with the first case that broke it."""
        words = re.sub(r"\d[\d.:]*", "#", law)[:100]
        self.broken[words] += 1
        self.first.setdefault(words, f"{law}\n  seed={number}\n  {case!r}")

    def lines(self) -> list[str]:
        """The figures, a line each."""
        median, late = np.percentile(self.times_ms or [0.0], (50, 95))
        return [
            *(f"{self.counts[name]:>7} {name}" for name in _COUNTED),
            "menus that missed, by band: "
            + ", ".join(f"{name} {n}" for name, n in self.missed.most_common()),
            f"time of a plan with its menu: median {median:.0f} ms, 95 % within {late:.0f} ms",
            f"broken laws: {sum(self.broken.values())}",
            *(f"  {n} x {law}" for law, n in self.broken.most_common()),
            *self.first.values(),
        ]


def search(n_cases: int, start: int) -> Tally:
    """Plan so many random cases, half everyday and half wild."""
    tally = Tally()
    kinds = {"everyday": everyday_cases(), "wild": wild_cases()}
    for place, (kind, cases) in enumerate(kinds.items()):
        tally.kind = kind
        number = (n_cases + place) // 2

        @seed(start + place)
        @settings(
            max_examples=max(number, 1),
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases, menu_seed=st.integers(0, 50))
        def each(case: Case, menu_seed: int) -> None:
            tally.plan(case, menu_seed)

        each()
    return tally


def main() -> None:
    """Search as many cases as the command line says."""
    if len(sys.argv) == 3 and sys.argv[1] == "bars" and sys.argv[2].isdigit():
        bars = measured(int(sys.argv[2]))
        sys.stdout.write("\n".join(bars.lines()) + "\n")
        raise SystemExit(1 if bars.breaches else 0)
    if len(sys.argv) not in {2, 3} or not all(word.isdigit() for word in sys.argv[1:]):
        raise SystemExit("usage: search_menus.py CASES [SEED] | bars PEOPLE")
    tally = search(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1)
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    raise SystemExit(1 if tally.broken else 0)


if __name__ == "__main__":
    main()
