"""
What becomes of sessions, plan files and times when the fingers slip.

Each case is a line of a public plan, a plan file or a time of day, with a few slips: a character
dropped, doubled, swapped, taken from the key beside it, two lines run together. Nothing may end in
a traceback or take over 2 s of processor time, what is taken prints back as itself, and a slip
that touches no digit never makes a session of a twentieth or twenty times the size.

    python tests/models/slips.py 5000
"""

import csv
import io
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from readings import KINDS, session_from
from slips_of_times import duration_case, time_case

from fuelcalc.errors import InputError
from fuelcalc.importers.plan_file import read_plan
from fuelcalc.models.plan import Plan
from fuelcalc.models.session_text import text_of
from fuelcalc.models.sessions import Lift, Other, Run

FILE = Path(__file__).parent / "notation" / "plans.csv"
LINES = [
    (row["kind"], row["text"])
    for row in csv.DictReader(FILE.read_text(encoding="utf-8").splitlines())
]
LONGEST_S = 2.0
MOST_TIMES = 20.0
# An easy kilometre, a set and its rest, in minutes: sizes are compared, not planned.
_KM_MIN, _SET_MIN = 6.0, 3.0

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
_BESIDE = {
    char: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _ROWS
    for place, char in enumerate(row)
}


class Finding(NamedTuple):
    """A case that went wrong, and how."""

    text: str
    what: str


def slip(text: str, chance: random.Random, *, digits: bool) -> str:
    """The text with one slip of the fingers; digits stay as they are unless they may slip."""
    places = [place for place, char in enumerate(text) if digits or not char.isdigit()]
    if not places:
        return text
    at = chance.choice(places)
    char = text[at]
    kind = chance.choice(("drop", "double", "swap", "beside", "case", "blank"))
    if kind == "swap" and at + 1 < len(text) and (digits or not text[at + 1].isdigit()):
        return text[:at] + text[at + 1] + char + text[at + 2 :]
    instead = {
        "drop": "",
        "double": char * 2,
        "swap": char,
        "beside": chance.choice(_BESIDE.get(char.lower()) or char),
        "case": char.swapcase(),
        "blank": f" {char}",
    }[kind]
    joins = kind == "drop" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
    # Without what parts two numbers they would be another number.
    return text if joins and not digits else text[:at] + instead + text[at + 1 :]


def size_min(session: Run | Lift | Other) -> float:
    """About how long a session takes, from what it says."""
    if isinstance(session, Other):
        return session.duration_min
    if isinstance(session, Lift):
        sets = sum(exercise.sets for exercise in session.exercises)
        return session.duration_min or _SET_MIN * sets
    parts = session.segments or (session,)
    return sum(
        (part.repeat if not isinstance(part, Run) else 1)
        * (part.duration_min or (part.distance_km or 0.0) * _KM_MIN)
        for part in parts
    )


def read(kind: str, text: str) -> Run | Lift | Other | None:
    """The session that a text is read as, if it is."""
    try:
        return session_from(kind, text)
    except InputError:
        return None


def text_case(chance: random.Random) -> tuple[str, str | None]:
    """One line with slips, and what is wrong with what became of it."""
    kind, line = chance.choice(LINES)
    digits = chance.random() < 0.5
    text = line
    for _ in range(chance.randint(1, 3) if digits else 1):
        text = slip(text, chance, digits=digits)
    if digits and chance.random() < 0.2:
        text += chance.choice((" ", " + ", ", ", "")) + chance.choice(LINES)[1]
    meant, found = read(kind, line), read(kind, text)
    if found is None:
        return text, None
    if read(kind, text_of(found)) != found:
        return text, f"prints back as {text_of(found)}"
    if digits or meant is None:
        return text, None
    times = size_min(found) / size_min(meant)
    return text, None if 1.0 / MOST_TIMES < times < MOST_TIMES else f"{times:.3g} times of {line}"


_BODY = {"sex": "f", "age": 34, "mass": "62 kg", "height": "168 cm"}


def _plan_tree(chance: random.Random) -> dict[str, object]:
    """A plan of a few days with text and tables."""
    chosen = {kind: [text for one, text in LINES if one == kind] for kind in KINDS}
    days = [
        {
            "date": f"2026-11-{23 + number}",
            "runs": [chance.choice(chosen["run"]), {"duration": "1:30", "effort": "easy"}],
            "lifts": [chance.choice(chosen["lift"])],
            "other": [chance.choice(chosen["other"])],
        }
        for number in range(chance.randint(1, 4))
    ]
    return {"athlete": dict(_BODY), "goal": {"aim": "build"}, "days": days}


def plan_case(chance: random.Random) -> tuple[str, str | None]:
    """A plan file with slips; it is a plan, or one printable line says why not."""
    text = json.dumps(_plan_tree(chance), ensure_ascii=False)
    for _ in range(chance.randint(1, 4)):
        text = slip(text, chance, digits=True)
    try:
        plan = read_plan(io.BytesIO(text.encode()))
    except InputError as error:
        return text, None if str(error).isprintable() else "a line that cannot be printed"
    again = Plan.model_validate_json(plan.model_dump_json())
    return text, None if again == plan else "does not survive its own JSON"


def _time_case(chance: random.Random) -> tuple[str, str | None]:
    """A time of day or a duration with slips, in a key or a text that takes one."""
    return (time_case if chance.random() < 0.6 else duration_case)(chance, slip)


CASES: tuple[Callable[[random.Random], tuple[str, str | None]], ...] = (
    plan_case, text_case, _time_case, text_case, _time_case, text_case,
)  # fmt: skip


def search(count: int, seed: int) -> tuple[list[Finding], float]:
    """What went wrong in so many cases, and the slowest one's processor time, in seconds."""
    chance = random.Random(seed)  # noqa: S311 - a search that can be repeated
    found, slowest = [], 0.0
    for number in range(count):
        case = CASES[number % len(CASES)]
        begin = time.process_time()
        try:
            text, wrong = case(chance)
        except Exception as error:  # noqa: BLE001 - any of them is a finding
            text, wrong = f"case {number} of seed {seed}", f"{type(error).__name__}: {error}"
        slowest = max(slowest, time.process_time() - begin)
        if wrong is not None:
            found.append(Finding(text, wrong))
    return found, slowest


if __name__ == "__main__":
    findings, seconds = search(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    for finding in findings:
        sys.stdout.write(f"{finding.text}\n    {finding.what}\n")
    sys.stdout.write(f"{len(findings)} findings, slowest {seconds:.3f} s\n")
