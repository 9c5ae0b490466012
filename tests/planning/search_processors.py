"""
Search for a page that hangs on the processor: python tests/planning/search_processors.py 200.

Plans so many dated days of mixed people again and again, each time in a process of its own that
is told to use other kernels, and compares text, JSON and HTML byte for byte. A kernel that this
processor lacks is skipped and named. Prints the kernels with what they really ran, and the first
page that differs; exits 1 if one does.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from typing import Final, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from strategies import Case, everyday_cases, wild_cases

from fuelcalc.errors import InputError
from fuelcalc.planning.day import plan_day
from fuelcalc.reports import render

FORMATS: Final = ("text", "json", "html")
FIRST_DAY: Final = date(2026, 11, 2)
LIBRARY: Final = "OPENBLAS_CORETYPE"
KERNELS: Final[Mapping[str, Mapping[str, str]]] = {
    "as it comes": {},
    "linear algebra for Haswell": {LIBRARY: "Haswell"},
    "linear algebra for SkylakeX": {LIBRARY: "SkylakeX"},
    "linear algebra for Zen": {LIBRARY: "Zen"},
    "linear algebra for Prescott": {LIBRARY: "Prescott"},
    "arrays without AVX": {"NPY_DISABLE_CPU_FEATURES": "X86_V4 X86_V3"},
    "C library without AVX2 and FMA": {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA"},
}
"""What a process is told, by what that changes."""

# The variables that choose a kernel, so that each process starts without those of this one.
_TOLD: Final = frozenset(name for told in KERNELS.values() for name in told) | {
    "OPENBLAS_L2_SIZE",
    "NPY_ENABLE_CPU_FEATURES",
}
# Drawn for each day that is planned, since some cases are refused.
_DRAWN_A_DAY: Final = 2


class Ran(NamedTuple):
    """What one process made: its kernels by their own word, and the digest of each page."""

    kernels: str
    pages: Mapping[str, str]


def cases(number: int) -> Iterator[Case]:
    """So many people, everyday and wild in turn, the same for the same number."""
    drawn: list[Case] = []

    @seed(9)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=st.tuples(everyday_cases(), wild_cases()))
    def draw(case: tuple[Case, Case]) -> None:
        drawn.append(case[len(drawn) % 2])

    draw()
    yield from drawn


def dated(case: Case, place: int) -> Case:
    """The case on a day of its own, so that the menu takes its turn from the calendar."""
    return case._replace(
        day=case.day.model_copy(update={"date": FIRST_DAY + timedelta(days=place)})
    )


def pages(number: int) -> Iterator[tuple[str, str]]:
    """The digest of each page of so many days, by day and format; refusals count as pages."""
    made = count()
    for place, case in enumerate(cases(_DRAWN_A_DAY * number)):
        try:
            when = dated(case, place)
            plan = plan_day(case.athlete, when.day, case.goal, before=case.before, after=case.after)
        except InputError as error:
            yield f"{place} refused", sha256(str(error).encode()).hexdigest()
            continue
        for name in FORMATS:
            yield f"{place} {name}", sha256(render(plan, name).encode()).hexdigest()
        if next(made) + 1 == number:
            return
    raise SystemExit(f"fewer than {number} of {_DRAWN_A_DAY * number} cases can be planned")


def kernels() -> str:
    """Which kernels this process runs, by the libraries' own word."""
    import numpy as np
    from threadpoolctl import threadpool_info

    np.ones(1) @ np.ones(1)
    algebra = {one["architecture"] for one in threadpool_info() if one["user_api"] == "blas"}
    from numpy._core._multiarray_umath import __cpu_features__ as known

    arrays = [name for name in ("X86_V2", "X86_V3", "X86_V4", "AVX2", "ASIMD") if known.get(name)]
    return f"{', '.join(sorted(algebra))}; arrays {' '.join(arrays)}"


def ran(number: int, told: Mapping[str, str]) -> Ran | None:
    """
    Plan so many days in a process that is told which kernels to use.

    Returns:
        What it made, or None where the processor knows no such instruction.

    Raises:
        SystemExit: The process failed for another reason.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _TOLD}
    done = subprocess.run(  # noqa: S603 - this file itself
        [sys.executable, __file__, "--pages", str(number)],
        env={**environment, **told},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == -signal.SIGILL:
        return None
    if done.returncode:
        raise SystemExit(f"{dict(told)}: exit {done.returncode}\n{done.stderr[-2000:]}")
    tree = json.loads(done.stdout)
    return Ran(tree["kernels"], tree["pages"])


def takes_effect(usual: Ran, made: Ran, told: Mapping[str, str]) -> bool:
    """Whether a process runs what it was told, as far as its libraries tell."""
    arrays = told.get("NPY_DISABLE_CPU_FEATURES", "").split()
    return not set(arrays) & set(made.kernels.split()) and (
        not arrays or made.kernels != usual.kernels or not set(arrays) & set(usual.kernels.split())
    )


def differences(
    number: int,
    names: tuple[str, ...] = tuple(KERNELS),
    run: Callable[[int, Mapping[str, str]], Ran | None] = ran,
) -> tuple[list[str], int]:
    """
    Compare the pages of each of some kernels with those of the first.

    Returns:
        A line for each kernel, and how many pages differ.
    """
    first, lines, broken = None, [], 0
    for name in names:
        made = run(number, KERNELS[name])
        if made is None:
            lines.append(f"{name}: skipped, this processor has no such instructions")
            continue
        first = first or made
        other = [page for page in first.pages if made.pages.get(page) != first.pages[page]]
        broken += len(other)
        verdict = f"{len(other)} differ, first {other[0]}" if other else "all equal"
        lines.append(f"{name} ({made.kernels}): {len(made.pages)} pages, {verdict}")
    return lines, broken


def main() -> None:
    """Compare as many days as the command line says, or print the pages of one process."""
    *mode, number = sys.argv[1:] or ["200"]
    if mode not in ([], ["--pages"]) or not number.isdigit() or int(number) < 1:
        raise SystemExit("usage: search_processors.py [--pages] DAYS")
    if mode:
        found = dict(pages(int(number)))
        sys.stdout.write(json.dumps({"kernels": kernels(), "pages": found}))
        return
    lines, broken = differences(int(number))
    sys.stdout.write("\n".join(lines) + "\n")
    raise SystemExit(1 if broken else 0)


if __name__ == "__main__":
    main()
