"""F66: a template that does not end well is one line and exit code 2, and nothing is written."""

import struct
import time
import zlib

import pytest
import slips_of_templates
from guides import planned

from fuelcalc import InputError, render
from fuelcalc.reports.formats import apart

LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{{ a * b }}{% endfor %}{% endfor %}"


def png(width, height):
    """A PNG of one colour, of any size, in a few bytes."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * min(height, 10))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


HOSTILE = {
    "nested loops": ("day.html", LOOP, "takes more than"),
    "a long text": ("day.html", '{{ "a" * 1000000000 }}', "takes more"),
    "a longer text": ("day.html", '{{ "a" * 100000000000 }}', "memory"),
    "300 dots": ("day.html", "{{ view" + ".title" * 300 + " }}", "day.html"),
    "30,000 brackets": ("day.html", "{{ " + "(" * 30_000 + ")" * 30_000 + " }}", "day.html"),
    "a macro in itself": (
        "day.html", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "day.html",
    ),
    "a large number": ("day.html", "{{ 9 ** (9 ** 9) }}", "takes more than"),
    "much to write": ("day.html", "{% for a in range(60000) %}" + "x" * 2000 + "{% endfor %}", ""),
    "a loop of typst": ("day.typ", "#while true { }", "day.typ"),
    "a deep typst": ("day.typ", "#let f(x) = f(x + 1) + 1\n#f(0)", "day.typ"),
    "dots of typst": ("day.typ", "#let view = (a: 1)\n#view" + ".a" * 300, "day.typ"),
    "a long typst": ("day.typ", '#("a" * 100000000000)', "day.typ"),
    "brackets of typst": ("day.typ", "#" + "(" * 30_000 + ")" * 30_000, "day.typ"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_is_refused_in_time(case, tmp_path, monkeypatch):
    """Time, memory and depth are bounded, whatever the template does with them."""
    monkeypatch.setattr(apart, "MOST_SECONDS", 2)
    name, text, part = HOSTILE[case]
    (tmp_path / name).write_text(text, encoding="utf-8")
    began = time.monotonic()
    with pytest.raises(InputError) as error:
        render(planned("plain"), name[4:].replace("typ", "pdf"), template=tmp_path)
    assert time.monotonic() - began < 60.0
    line = str(error.value)
    assert line.startswith("template: ")
    assert part in line
    assert "\n" not in line


@pytest.mark.parametrize("fmt", ["pdf", "html"])
@pytest.mark.parametrize("size", [(60_000, 60_000), (10_000_001, 1), (4_000, 2_501)])
def test_unpacks_no_large_picture(fmt, size, tmp_path):
    """A logo of more points than ten million is refused by its header."""
    (tmp_path / "logo.png").write_bytes(png(*size))
    with pytest.raises(InputError, match=r"^template: logo.png has .* at most 10,000,000 in all"):
        render(planned("plain"), fmt, template=tmp_path)


def test_takes_a_large_picture_that_paper_shows(tmp_path):
    """Ten million points are taken."""
    (tmp_path / "logo.png").write_bytes(png(4_000, 2_500))
    assert "data:image/png" in render(planned("plain"), "html", template=tmp_path)


@pytest.mark.parametrize("name", ["day.html", "day.typ"])
def test_ends_what_waits(name, tmp_path, monkeypatch):
    """A process that goes over its time on the clock is ended."""
    monkeypatch.setattr(apart, "_CHILD", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "_WAIT_S", 0.2)
    (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=f"^template: {name} takes more than 5 s; make it"):
        render(planned("plain"), name[4:].replace("typ", "pdf"), template=tmp_path)


def test_exits_with_two_and_writes_nothing(fuelcalc_in, tmp_path):
    """The command line says it in one line."""
    (tmp_path / "club").mkdir()
    (tmp_path / "club" / "day.html").write_text(LOOP, encoding="utf-8")
    answer = fuelcalc_in(tmp_path, "day", "--template", "club", "-o", "d.html")
    assert answer.returncode == 2
    assert answer.stderr.splitlines()[-1].startswith("fuelcalc: template: day.html takes more")
    assert not (tmp_path / "d.html").exists()


@pytest.fixture
def fuelcalc_in():
    """The console script in a folder, as somebody would call it."""
    import subprocess
    import sys

    def call(folder, *arguments):
        return subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-m", "fuelcalc", *arguments],
            cwd=folder, capture_output=True, text=True, timeout=90, check=False,
        )  # fmt: skip

    return call


def test_spells_out_what_cannot_be_printed(tmp_path):
    """A mistake at an invisible character is still one line that a terminal can show."""
    (tmp_path / "day.typ").write_text("#show: \0age", encoding="utf-8")
    with pytest.raises(InputError) as error:
        render(planned("plain"), "pdf", template=tmp_path)
    assert str(error.value).isprintable()


@pytest.mark.parametrize("seed", [1, 2])
def test_survives_slips_in_templates(seed):
    """A template with slips is a page, or one line says what is wrong with it."""
    assert list(slips_of_templates.search(6, seed)) == []
