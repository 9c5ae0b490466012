"""
Search for files that break an importer: small sound ones of every format, harmed by a seed.

`python tests/importers/search_imports.py 5000` tries that many seeds and prints every one after
which something was wrong, the longest time beside what a bare reader took, and the most memory.
The suite tries a hundred, without looking at a clock.
"""

import datetime as dt
import random
import sys
import tempfile
import time
from pathlib import Path

from activity_files import inputs

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.door import DAMAGED, read_activities
from fuelcalc.importers.activities.into_log import into_log
from fuelcalc.importers.activities.into_plan import into_plan
from fuelcalc.importers.activities.plan_sessions import plan_sessions
from fuelcalc.models.found import Import
from fuelcalc.models.log import Log
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.imports import ImportPage, import_tree
from fuelcalc.reports.render import render

HEAD = '[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"\n'
TODAY = dt.date(2026, 11, 26)
MOST_MB = 300
MOST_TIMES, MOST_MORE_S = 1.5, 1.0
_SHARE_WITH_HEAD = 0.75
# What files are harmed with: numbers beyond all bounds, signs that mean something, and nonsense.
WORDS = (
    b"", b"0", b"-1", b"1e999", b"nan", b"inf", b"-inf", b"9" * 400, b"1e-320", b"\x00",
    b"\xff\xfe", b'"', b"'", b",", b";", b"\n", b"\r\n", b"<", b">", b"</", b"<![CDATA[",
    b"<!DOCTYPE x [", b"&a;",
    b"0000-00-00", b"9999-12-31T23:59:59Z", b"0001-01-01T00:00:00+14:00", b"2026-02-30 25:61:61",
    b"\xe2\x80\xae", b"=cmd|' /C calc'!A0", b"FREQ=SECONDLY", b"INTERVAL=0", b"BYMONTHDAY=31",
    b"Europe/Atlantis", b"99:99:99", b"1,2,3.4.5", b"\xf0\x9f\x8f\x83", b"(lbs)", b"(kg)", b"km",
)  # fmt: skip


def _shuffled(data, chance):
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


# Each takes the part before, the part within and the part behind, and a source of chance.
HARMS = (
    lambda a, _, c, chance: a + bytes([chance.randrange(256)]) + c,
    lambda a, _, c, chance: a + chance.choice(WORDS) + c,
    lambda a, _b, _c, _chance: a,
    lambda a, _b, c, _chance: a + c,
    lambda a, b, c, chance: a + b * chance.randint(2, 6) + c,
    lambda a, _, c, chance: a + chance.randbytes(chance.randint(1, 64)) + c,
    lambda a, b, c, chance: _shuffled(a + b + c, chance),
    lambda a, b, c, chance: a + bytes(byte ^ (1 << chance.randrange(8)) for byte in b[:40]) + c,
)


def harmed(data, chance):
    """A file with one to eight harms done to it."""
    for _ in range(chance.randint(1, 8)):
        first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        if chance.random() < 0.7:
            last = min(last, first + chance.randint(1, 40))
        data = chance.choice(HARMS)(data[:first], data[first:last], data[last:], chance)
    return data


def wrong_with(path):
    """What is wrong after reading a file: nothing, but a line."""
    try:
        found = read_activities([path], mass_unit="kg", time_zone="Europe/Berlin")
    except InputError as error:
        return f"refused as a whole: {error}"
    if any(each.why == DAMAGED for each in found.refused):
        return "fell into the net below its reader"
    said = [text for each in found.refused for text in (each.file, each.where, each.why)]
    if not all(text.isprintable() and len(text) <= 200 for text in said):
        return "a line that cannot be printed"
    return _wrong_with_uses(found)


def _wrong_with_uses(found: Import):
    """What is wrong with what was found, wherever it goes next."""
    as_json(import_tree(found))
    render(ImportPage(found))
    logged = into_log(Log(), found.log, today=TODAY)
    if into_log(logged.log, found.log, today=TODAY).changes:
        return "another log when read again"
    plan_sessions(found.sessions)
    try:
        once = into_plan(HEAD, found.sessions)
    except InputError:
        return None  # More sessions than a day holds, or more days than a plan.
    if into_plan(once.text, found.sessions).changes:
        return "another plan when read again"
    return None


def mutant(seed):
    """The name and the content of a seed's file."""
    chance = random.Random(seed)  # noqa: S311
    file = chance.choice(inputs())
    data = file.read_bytes()
    # A file that no reader takes for its own tries none of them: most keep how they begin.
    kept = data[: _head(data)] if chance.random() < _SHARE_WITH_HEAD else b""
    return file.name, kept + harmed(data[len(kept) :], chance)


def _head(data):
    """How many bytes tell what a file is: its first line or two, the header and first message."""
    if data[8:12] == b".FIT":
        return 60
    lines = data.splitlines(keepends=True)
    return sum(map(len, lines[:1] if data[:1] not in {b"<", b"#"} else lines[:4]))


def bare_s(data):
    """How long a reader of the format takes that keeps nothing."""
    import contextlib
    from csv import reader
    from io import BytesIO
    from xml.etree.ElementTree import iterparse

    from fitdecode import ErrorHandling, FitReader

    began = time.process_time()
    with contextlib.suppress(Exception):
        if data[8:12] == b".FIT":
            with FitReader(BytesIO(data), error_handling=ErrorHandling.IGNORE) as messages:
                list(messages)
        elif data.lstrip()[:1] == b"<":
            list(iterparse(BytesIO(data)))  # noqa: S314
        else:
            list(reader(data.decode("latin-1").splitlines()))
    return time.process_time() - began


def main(n_seeds):
    """Try so many seeds, and print what was wrong."""
    import resource

    n_wrong, longest_s = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(n_seeds):
            name, data = mutant(seed)
            path = Path(folder) / name
            path.write_bytes(data)
            began = time.process_time()
            try:
                wrong = wrong_with(path)
            except Exception as error:  # noqa: BLE001
                wrong = f"{type(error).__name__}: {error}"
            took_s = time.process_time() - began
            longest_s = max(longest_s, took_s)
            if took_s > MOST_TIMES * bare_s(data) + MOST_MORE_S:
                wrong = wrong or f"took {took_s:.1f} s"
            if wrong is not None:
                n_wrong += 1
                print(f"seed {seed} ({name}): {wrong}")  # noqa: T201
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0
    print(f"{n_seeds} seeds, {n_wrong} wrong; longest {longest_s:.2f} s, {peak_mb:.0f} MB")  # noqa: T201
    return n_wrong or peak_mb > MOST_MB


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)))
