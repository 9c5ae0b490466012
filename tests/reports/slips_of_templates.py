"""
What becomes of page templates when the fingers slip, or when somebody tries what they can do.

Each case is a template of the guide, or the bundled one, with a few slips: characters dropped or
doubled, lines left out or said twice, a block that is not closed, a name that is not there, a
loop or a number that is too large. Each is a page, or is refused by one line that begins with
"template: "; nothing ends in a traceback, and nothing takes longer than its limit lets it.

    python tests/reports/slips_of_templates.py 400
"""

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from guides import planned

from fuelcalc import InputError, render
from fuelcalc.reports.formats import apart

ROOT = Path(__file__).parents[2]
SECONDS = 2
"""The processor time that each template is given here."""
_SLACK_S = 60.0

_JINJA = (
    "{{ view }}",
    "{{ view.titel }}",
    "{{ paper.template }}",
    "{{ 9 ** 9 ** 9 }}",
    "{% raw %}",
    "{% for i in range(999999999) %}x{% endfor %}",
    "{% include 'day.html' %}",
    "{{ ''.__class__ }}",
    "{% extends 'day.html' %}",
    "{% include '../../etc/passwd' %}",
    "{{ view.sections[999] }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ 'a' * 10 ** 9 }}",
    "{% block x %}",
    "{{ view.sections | sum }}",
    "{{ 1 / 0 }}",
    "{{ range(10 ** 9) | list }}",
    "{{ [] | first }}",
    "{{ clock_rows(view.block('clock').lines) }}",
    "{{ view.sections | map('int') | list }}",
    "{# ",
    "{{ '%s' | format() }}",
)
_TYPST = (
    "#view",
    "#view.titel",
    "#while true { }",
    "#let f(x) = f(x)\n#f(1)",
    "#(1 / 0)",
    '#import "x.typ"',
    '#image("/no.svg")',
    '#read("../../etc/passwd")',
    '#("a" * 999999999)',
    "#v(1e9cm)",
    '#eval("1")',
    "#range(999999999)",
    "#pagebreak()" * 400,
    "$ x",
    "#[",
    "#view.sections.at(999)",
    '#panic("no")',
    "#text(size: 1e6pt)[x]",
    "#box(width: 1e300cm)[x]",
    "#set page(width: 0pt)",
    "#counter(page).get()",
)


class Finding(NamedTuple):
    """A template that went wrong, and how."""

    text: str
    what: str


def originals() -> dict[str, list[str]]:
    """The templates to begin with, by the name of their file."""
    guide = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    found = {"day.html": [], "day.typ": []}
    for name, text in re.findall(r"```\w+ \w+/(day\.\w+)\n(.*?)```", guide, re.DOTALL):
        found.get(name, []).append(text)
    bundled = ROOT / "fuelcalc" / "reports" / "formats" / "templates"
    for name, texts in found.items():
        texts += [path.read_text(encoding="utf-8") for path in sorted(bundled.rglob(name))]
    return found


def _dropped(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + text[at + chance.randint(1, 3) :]


def _doubled(text: str, at: int, chance: random.Random) -> str:
    return text[: at + 1] + text[at] * chance.randint(1, 3) + text[at + 1 :]


def _beside(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + chance.choice("{}%#()[]'\"|.$*\\\0é👟 \n") + text[at + 1 :]


def _line(text: str, at: int, chance: random.Random) -> str:
    lines = text.split("\n")
    number = text.count("\n", 0, at)
    again = [lines[number]] * chance.choice((0, 2, 3))
    return "\n".join(lines[:number] + again + lines[number + 1 :])


def _number(text: str, at: int, chance: random.Random) -> str:
    match = re.compile("[0-9]+").search(text, at)
    large = chance.choice(("0", "-1", "99999999999", "1e308"))
    return text if match is None else text[: match.start()] + large + text[match.end() :]


def _name(text: str, at: int, chance: random.Random) -> str:
    match = re.compile(r"\.[a-z_]{3,}").search(text, at)
    return (
        text
        if match is None
        else text[: match.end() - 1] + chance.choice("xs_") + text[match.end() :]
    )


SLIPS: tuple[Callable[[str, int, random.Random], str], ...] = (
    _dropped, _doubled, _beside, _line, _number, _name,
)  # fmt: skip


def slipped(chance: random.Random, found: dict[str, list[str]]) -> tuple[str, str]:
    """The name and the text of a template with slips."""
    name = chance.choice(list(found))
    text = chance.choice(found[name])
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text))
        if chance.random() < 0.25:
            text = text[:at] + chance.choice(_JINJA if name == "day.html" else _TYPST) + text[at:]
        else:
            text = chance.choice(SLIPS)(text, at, chance) or "x"
    return name, text


def wrong(name: str, text: str, folder: Path) -> str | None:
    """What is wrong with what became of a template."""
    (folder / name).write_text(text, encoding="utf-8")
    began = time.monotonic()
    try:
        page = render(planned("plain"), name[4:].replace("typ", "pdf"), template=folder)
    except InputError as error:
        line = str(error)
        if not line.startswith("template: ") or not line.isprintable():
            return f"refused by {line!r}"
        page = b"-"
    finally:
        (folder / name).unlink()
    if time.monotonic() - began > apart.MOST_SECONDS + _SLACK_S:
        return f"took {time.monotonic() - began:.0f} s"
    return None if page else "an empty page"


def search(count: int, seed: int) -> Iterator[Finding]:
    """What went wrong in so many templates."""
    chance = random.Random(seed)  # noqa: S311 - a search that can be repeated
    found = originals()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            name, text = slipped(chance, found)
            try:
                what = wrong(name, text, Path(folder))
            except Exception as error:  # noqa: BLE001 - any of them is a finding
                what = f"{type(error).__name__}: {error}"
            if what is not None:
                yield Finding(f"{name}\n{text[:2000]}", what)


if __name__ == "__main__":
    apart.MOST_SECONDS = SECONDS
    findings = 0
    for finding in search(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        findings += 1
        sys.stdout.write(f"{finding.what}\n    {finding.text}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{findings} findings\n")
