"""
What somebody's own template makes, made in a process apart that can be ended.

A template is a program: it may loop for ever, ask for all memory, or bring down the library that
draws it. The process that runs it has limits on time, memory and what it hands back; one that
goes over them, or falls, is a mistake in the template, and nothing else is lost.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from fuelcalc.errors import InputError
from fuelcalc.reports.blocks import View
from fuelcalc.reports.look import Look

Maker = Callable[[View, Look], bytes]
"""What makes a page; a function of a module, so that another process finds it by its name."""

MOST_SECONDS = 5
"""The processor time that a template may take; a large page takes half of one."""

_MOST_BYTES: Final = 2 * 1024**3
_MOST_OUTPUT_BYTES: Final = 50_000_000
# A busy computer gives a process less than its own time.
_WAIT_S = 4.0 * MOST_SECONDS
_DONE, _REFUSED = b"done\n", b"refused\n"
_CHILD: Final = "from fuelcalc.reports.formats.apart import main; main()"


def made_apart(make: Maker, template: str, view: View, look: Look) -> bytes:
    """
    A page from a template of one's own, or one that this process cannot make.

    Args:
        make: What makes it.
        template: What a template of one's own is called.
        view: What to show.
        look: With the template's folder.

    Returns:
        The page.

    Raises:
        InputError: The template has a mistake, or takes more time, memory or room than it may.
    """
    order = pickle.dumps((make, template, view, look, MOST_SECONDS))
    # What runs there: somebody's own template, their logo in ours, or ours alone.
    where = "of fuelcalc"
    if look.template is not None:
        where = template if (look.template / template).is_file() else "the logo"
    # Modules are looked for as here, but for this folder, where it is none of ours.
    ours = str(Path(__file__).parents[3])
    path = [folder for folder in sys.path if folder]
    path = path if ours in path else [ours, *path]
    try:
        child = subprocess.run(  # noqa: S603 - ourselves, told nothing by the template
            [sys.executable, "-P", "-c", _CHILD],
            input=order,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
            timeout=_WAIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _over(where, f"takes more than {MOST_SECONDS} s") from None
    head, _, made = child.stdout.partition(b"\n")
    if child.returncode == 0 and head + b"\n" == _DONE:
        return made
    if head + b"\n" == _REFUSED:
        raise InputError(made.decode("utf-8", "replace"))
    # What ends a process that is over its time, where a system has that.
    if child.returncode == -getattr(signal, "SIGXCPU", 0):
        raise _over(where, f"takes more than {MOST_SECONDS} s")
    raise _over(where, "takes more memory than it may, or cannot be drawn")


def _over(where: str, problem: str) -> InputError:
    """A template that does not end well."""
    return InputError(f"template: {where} {problem}; make it simpler")


def main() -> None:
    """Make the page that standard input asks for, within limits, and write it out."""
    make, template, view, look, seconds = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own parent wrote it
    _limit(seconds)
    out = sys.stdout.buffer
    try:
        made = make(view, look)
    except InputError as error:
        out.write(_REFUSED + str(error).encode())
        return
    if len(made) > _MOST_OUTPUT_BYTES:
        problem = f"makes a page of {len(made):,} bytes; at most {_MOST_OUTPUT_BYTES:,}"
        out.write(_REFUSED + str(InputError(f"template: {template} {problem}")).encode())
        return
    out.write(_DONE + made)


def _limit(seconds: int) -> None:
    """Hold this process to so much time and to its memory, where the system can."""
    try:
        import resource
    except ImportError:
        return
    limits: Any = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, _MOST_BYTES))
    for kind, most in limits:
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, hard))
    # What it leaves when it falls is of no use to anybody.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
