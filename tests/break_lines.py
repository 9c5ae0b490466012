"""
Break lines one at a time, and see whether the tests of their room notice.

    python tests/break_lines.py fuelcalc/science fuelcalc/planning --lines 200 --seed 1 --out FILE

Draws lines by the seed and one way to break each, and runs the room's own tests without golden
pages: the file that mirrors the broken one with its docstring examples first, then the others,
the quickest first, until one fails. Searches of hypothesis try few examples, so a line that is
not noticed here may still fall to the whole suite. Tests that take 120 s of processor time more
than twice what they take unbroken hang, and count as noticed. Works on copies of the tree. A run
that was cut goes on where it stopped when it is given the same --out; after a change of the tests
it wants a new one.

Prints each line that nobody noticed, and noticed / drawn for each room and in all. Lines of
--equivalent, as printed here with two spaces, # and a reason after them, are listed with it and
not counted: broken, they give the same results as before. Their numbers may move.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from breaks import Break, breaks_of, broken, optional_names

ROOT = Path(__file__).parents[1]
LIMIT_S, UNBROKEN_LIMIT_S = 120, 1800
FEW = 10
"""Examples of a search by hypothesis."""
PROFILE = f"""
from hypothesis import Phase

settings.register_profile(
    "few",
    settings(),
    max_examples={FEW},
    phases=[Phase.explicit, Phase.generate],  # a smaller failure is no news
)
"""
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "node_modules")
_DURATION = re.compile(r"^([\d.]+)s (?:call|setup|teardown) +([^:\s]+)", re.MULTILINE)


@dataclass(frozen=True)
class Broken:
    """A drawn line, as it stands and as it is broken."""

    file: str
    line: int
    before: str
    after: str
    way: Break

    def __str__(self) -> str:
        """The line as it is reported, and looked up."""
        return f"{self.file}:{self.line}: {self.before} -> {self.after}"

    @property
    def key(self) -> str:
        """The line without its number, which moves when others are written above it."""
        return f"{self.file}: {self.before} -> {self.after}"

    @property
    def room(self) -> str:
        """The room of the file: its first folder in the package."""
        return self.file.split("/")[1].removesuffix(".py")


def draw(root: Path, files: Iterable[str], n_lines: int, seed: int) -> list[Broken]:
    """So many lines of these files, each broken in one way; the same for the same seed."""
    package = sorted(root.joinpath("fuelcalc").rglob("*.py"))
    optional = optional_names([path.read_text(encoding="utf-8") for path in package])
    texts = {file: (root / file).read_text(encoding="utf-8") for file in sorted(set(files))}
    ways: dict[tuple[str, int], list[Break]] = {}
    for file, text in texts.items():
        for way in breaks_of(text, optional):
            ways.setdefault((file, way.line), []).append(way)
    random = Random(seed)  # noqa: S311 - a draw, not a secret
    lines = sorted(ways)
    random.shuffle(lines)
    drawn: list[Broken] = []
    for file, line in lines:
        if len(drawn) == n_lines:
            break
        chances = list(ways[file, line])
        random.shuffle(chances)
        for way in chances:
            if (new := broken(texts[file], way)) is not None:
                drawn.append(Broken(file, line, *shown(texts[file], new, way), way))
                break
    return drawn


def shown(text: str, new: str, way: Break) -> tuple[str, str]:
    """What is broken before and after: the line, or all lines that change, in one."""
    code = text.encode()
    first = code.rfind(b"\n", 0, way.start) + 1
    last = code.find(b"\n", way.end)
    tail = len(code) - last if last >= 0 else 0
    changed = new.encode()
    both = (code[first : len(code) - tail], changed[first : len(changed) - tail])
    before, after = (" ".join(part.decode().split()) for part in both)
    return before, after or "(nothing)"


def own_tests(root: Path, file: str) -> list[str]:
    """The tests that mirror a file, or those that import it by name, and its own examples."""
    inner = Path(file).relative_to("fuelcalc")
    mirror = Path("tests", inner.parent, f"test_{inner.name}")
    if (root / mirror).exists():
        return [mirror.as_posix(), file]
    module = ".".join(Path(file).with_suffix("").parts).removesuffix(".__init__")
    parent, _, name = module.rpartition(".")
    used = re.compile(rf"{re.escape(module)}\b|from {re.escape(parent)} import .*\b{name}\b")
    return [
        *(test for test in room_tests(root, inner.parts[0]) if used.search(_read(root / test))),
        file,
    ]


def room_tests(root: Path, room: str) -> list[str]:
    """Every test file of a room."""
    return sorted(
        path.relative_to(root).as_posix() for path in (root / "tests" / room).rglob("test_*.py")
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _limit_time(seconds: int) -> None:
    """Let this process take so much processor time and no more."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


class Copy:
    """A copy of the tree, in which lines are broken and mended again."""

    def __init__(self, tree: Path, home: Path) -> None:
        """Copy a tree, with few examples for each search."""
        self.root = home
        shutil.copytree(tree, home, ignore=_NOT_COPIED)
        for path in (home / "tests").rglob("*.py"):
            few = re.sub(
                r"(?<=max_examples=)\d+", lambda found: str(min(FEW, int(found[0]))), _read(path)
            )
            path.write_text(few, encoding="utf-8")
        with (home / "tests" / "conftest.py").open("a", encoding="utf-8") as conftest:
            conftest.write(PROFILE)
        # Checked by its hash, so that a broken file of the same size and second is read anew.
        self._python(["-m", "compileall", "-q", "--invalidation-mode=checked-hash", "fuelcalc"])

    def _pytest(
        self, *words: str, limit_s: int = UNBROKEN_LIMIT_S, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run tests in the copy, with no more plugins than they name, which is quicker."""
        # Options of every run name xdist, and searches a marker of pytest-cov.
        named = ("_hypothesis_pytestplugin", "xdist.plugin", "pytest_cov.plugin")
        plugins = [word for name in ("no:cacheprovider", *named) for word in ("-p", name)]
        return self._python(
            ["-m", "pytest", *plugins, "--hypothesis-profile=few", *words],
            PYTEST_DISABLE_PLUGIN_AUTOLOAD="1",
            # What the run around it asks of its own tests is not asked of a copy's.
            PYTEST_ADDOPTS="",
            limit_s=limit_s,
            **more,
        )

    def _python(
        self, words: list[str], *, limit_s: int = UNBROKEN_LIMIT_S, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run Python in the copy, within a limit of processor time."""
        always = {
            "PYTHONPATH": str(self.root),
            "PYTHONDONTWRITEBYTECODE": "",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        return subprocess.run(  # noqa: S603
            [sys.executable, *words],
            cwd=self.root,
            env=os.environ | always | more,
            preexec_fn=partial(_limit_time, limit_s),
            capture_output=True,
            text=True,
            check=False,
            timeout=5 * limit_s,
        )

    def collect(self, rooms: Iterable[str]) -> None:
        """Read the tests of these rooms once, so that later runs find them compiled."""
        self._pytest("--collect-only", *(f"tests/{room}" for room in rooms))

    def times_s(self, room: str) -> dict[str, float]:
        """How long each test file of a room takes; the unbroken tree has to pass."""
        words = [*room_tests(self.root, room), f"fuelcalc/{room}", "--durations=0", "-vv"]
        done = self._pytest(*words)
        if done.returncode != 0:
            raise SystemExit(f"the unbroken tests of {room} fail:\n{done.stdout[-3000:]}")
        times: Counter[str] = Counter()
        for seconds, file in _DURATION.findall(done.stdout):
            times[file] += float(seconds)
        return dict(times)

    def notices(self, tests: list[str], *, limit_s: int = LIMIT_S) -> bool:
        """Whether one of these tests fails, or hangs."""
        if not tests:
            return False
        try:
            done = self._pytest(
                "-x", "--tb=no", *tests, limit_s=limit_s, PYTHONDONTWRITEBYTECODE="1"
            )
        except subprocess.TimeoutExpired:
            return True
        return done.returncode not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}

    def is_noticed(self, line: Broken, times: dict[str, float]) -> bool:
        """Break a line, ask its own tests and then the others of its room, and mend it."""
        path = self.root / line.file
        text = _read(path)
        path.write_text(broken(text, line.way) or text, encoding="utf-8")
        own = own_tests(self.root, line.file)
        others = in_order(self.root, line, own, times)
        limit_s = LIMIT_S + int(2.0 * sum(times.values()))
        try:
            return self.notices(own, limit_s=limit_s) or self.notices(others, limit_s=limit_s)
        finally:
            path.write_text(text, encoding="utf-8")


def in_order(root: Path, line: Broken, own: list[str], times: dict[str, float]) -> list[str]:
    """The other tests of a room: quick ones first, and those of the menu last outside of it."""

    def key(test: str) -> tuple[bool, float, str]:
        about_menu = "menu" in test and "menu" not in line.file
        return about_menu, times.get(test, 0.0), test

    return sorted(set(room_tests(root, line.room)) - set(own), key=key)


@dataclass
class Record:
    """What is known so far, in a file of JSON lines that a later run reads again."""

    path: Path | None
    noticed: dict[str, bool]
    times: dict[str, dict[str, float]]

    @classmethod
    def read(cls, path: Path | None) -> "Record":
        """What an earlier run wrote."""
        found = cls(path, {}, {})
        lines = _read(path).splitlines() if path is not None and path.exists() else []
        for entry in map(json.loads, lines):
            if "room" in entry:
                found.times[entry["room"]] = entry["times_s"]
            else:
                found.noticed[entry["broken"]] = entry["noticed"]
        return found

    def write(self, **entry: object) -> None:
        """Add a line."""
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry) + "\n")


def break_all(lines: list[Broken], record: Record, n_jobs: int) -> None:
    """Break every line that the record does not hold yet, in so many copies at once."""
    todo = [line for line in lines if str(line) not in record.noticed]
    if not todo:
        return
    with tempfile.TemporaryDirectory() as home:
        copies: SimpleQueue[Copy] = SimpleQueue()
        # Hypothesis tries the constants of all modules that are loaded, except in folders of this
        # name: so the same examples are tried whatever is broken, and whatever else is loaded.
        made = [Copy(ROOT, Path(home, "tests", str(number))) for number in range(n_jobs)]
        rooms = sorted({line.room for line in todo})
        for copy in made:
            copy.collect(rooms)
            copies.put(copy)
        for room in sorted(set(rooms) - set(record.times)):
            record.times[room] = made[0].times_s(room)
            record.write(room=room, times_s=record.times[room])

        def ask(line: Broken) -> tuple[bool, float]:
            copy = copies.get()
            start = time.perf_counter()
            try:
                return copy.is_noticed(line, record.times[line.room]), time.perf_counter() - start
            finally:
                copies.put(copy)

        pool = ThreadPoolExecutor(n_jobs)
        asked = {pool.submit(ask, line): line for line in todo}
        try:
            for answer in as_completed(asked):
                noticed, seconds = answer.result()
                record.noticed[str(asked[answer])] = noticed
                record.write(broken=str(asked[answer]), noticed=noticed, seconds=round(seconds, 1))
        finally:
            pool.shutdown(cancel_futures=True)


def report(lines: list[Broken], noticed: dict[str, bool], reasons: dict[str, str]) -> list[str]:
    """What nobody noticed, what is left out and why, and the score of each room and of all."""
    counted = [line for line in lines if line.key not in reasons]
    drawn = Counter(line.room for line in counted)
    found = Counter(line.room for line in counted if noticed[str(line)])
    return [
        *(str(line) for line in counted if not noticed[str(line)]),
        *(f"equivalent: {line}  # {reasons[line.key]}" for line in lines if line.key in reasons),
        *(f"{room}: {found[room]} / {n}" for room, n in sorted(drawn.items())),
        f"all: {found.total()} / {drawn.total()}",
    ]


def equivalents(text: str) -> dict[str, str]:
    """The reason of each line that says the same when broken, by its key."""
    parts = [line.rpartition("  # ") for line in text.splitlines() if line.strip()]
    return {re.sub(r":\d+:", ":", shown, count=1): reason for shown, _, reason in parts}


def arguments(words: list[str]) -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--without", action="append", default=[], type=Path)
    parser.add_argument("--lines", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--equivalent", type=Path)
    return parser.parse_args(words)


def files_of(root: Path, folders: Iterable[Path], without: Iterable[Path]) -> list[str]:
    """The modules in these folders, as the project calls them."""

    def inside(places: Iterable[Path]) -> set[str]:
        found = [
            path
            for place in places
            for path in [root / place, *(root / place).rglob("*.py")]
            if path.suffix == ".py"
        ]
        return {path.relative_to(root).as_posix() for path in found}

    return sorted(inside(folders) - inside(without))


def main() -> None:
    """Break as many lines as the command line says, and print what came of it."""
    given = arguments(sys.argv[1:])
    files = files_of(ROOT, given.folders, given.without)
    reasons = equivalents(_read(given.equivalent)) if given.equivalent else {}
    lines = draw(ROOT, files, given.lines, given.seed)
    record = Record.read(given.out)
    break_all([line for line in lines if line.key not in reasons], record, given.jobs)
    sys.stdout.write("\n".join(report(lines, record.noticed, reasons)) + "\n")


if __name__ == "__main__":
    main()
