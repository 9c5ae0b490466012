"""
The peers that install from the registry and have a task like one of ours, each beside ours.

Read in docs/benchmarks.md which others there are, and why they are not measured.
"""

import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

PEERS: Final = ("tdee-calculator==1.0.0", "nutra==0.2.7")
NUTRA: Final = "calc bmr -F -a 34 -ht 168 -bf 0.22 -wt 62 -x 4"
TDEE: Final = """
import time
from tdee_calculator import calculate_tdee_profile
began = time.process_time()
for _ in range(20_000):
    calculate_tdee_profile(62, 168, 34, "female", "active")
print(1e6 * (time.process_time() - began) / 20_000)
"""
"""Resting energy times a factor, and macronutrients of it: what the peer calls a day."""


class Peers:
    """An environment that is thrown away, with the peers in it."""

    def __init__(self, folder: Path) -> None:
        """Install them; refused where no registry is reached."""
        venv.create(folder, with_pip=True)
        self.bin = folder / ("Scripts" if sys.platform == "win32" else "bin")
        self._run([str(self.bin / "python"), "-m", "pip", "install", "-q", *PEERS])

    @staticmethod
    def _run(command: Sequence[str]) -> str:
        """What a command prints."""
        ended = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        return ended.stdout

    def tdee_us(self) -> float:
        """One call of tdee-calculator, in microseconds of processor time."""
        return float(self._run([str(self.bin / "python"), "-c", TDEE]))

    @property
    def nutra(self) -> list[str]:
        """The command line of nutra that says what a day takes."""
        return [str(self.bin / "nutra"), *NUTRA.split()]


def installed() -> Iterator[Peers]:
    """The peers, once, for as long as they are looked at; none where they cannot be installed."""
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        try:
            found = Peers(Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"peers: not installed: {error.stderr[-200:]}", file=sys.stderr)
            return
        yield found
