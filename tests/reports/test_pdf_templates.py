"""Somebody's own template or logo: what it may do, and how its mistakes are told."""

import io
from pathlib import Path

import pytest
from parts import changed, parts_of, texts
from PIL import Image
from sheets import PARTS, UNSEEN, metadata, pages, squeezed, tags, view

from fuelcalc.errors import InputError
from fuelcalc.reports.formats.pdf import to_pdf
from fuelcalc.reports.look import Look

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'
PART = "@local/fuelcalc:1.0.0"


def printed(folder, files, shown=None):
    """The page from a template folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return to_pdf(shown or view(), Look(template=folder))


@pytest.mark.parametrize("name", ["day.html", "day.css"])
def test_takes_its_own_template_where_the_folder_is_for_html(tmp_path, name):
    """A folder with a template for HTML alone leaves the PDF as it is."""
    assert printed(tmp_path, {name: "x"}) == to_pdf(view(), Look())


def png():
    """A small picture."""
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "#0b6b4b").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("files", [{"logo.svg": SVG}, {"logo.png": png()}])
def test_shows_a_logo(tmp_path, files):
    """A logo stands in the header, and is no more than decoration to a screen reader."""
    data = printed(tmp_path, files)
    assert len(pages(data)) == 1
    assert data != to_pdf(view(), Look())
    assert len([name for name, _, _ in tags(data) if name == "/Figure"]) == 3
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(data)


def test_follows_a_template_of_ones_own(tmp_path):
    """It may import the bundled parts and files beside it, and gets the view and the paper."""
    source = (
        f'#import "{PART}": *\n#import "parts/own.typ": word\n#show: page-setup\n'
        "= #word\n#clock(view)\n#paper.keys().join(`, `.text) #paper.logo #paper.width\n"
    )
    files = {"day.typ": source, "parts/own.typ": '#let word = "Kitchen"\n', "logo.svg": SVG}
    (text,) = pages(printed(tmp_path, files))
    assert text.startswith("Kitchen")
    assert "size, width, height, large, logo logo.svg 210mm" in text
    assert "Targets" not in text
    assert squeezed(parts_of(view()).clock[1].dish) in squeezed(text)


@pytest.mark.parametrize("name", ["plain", "guarded", "pregnant"])
def test_gives_the_bundled_parts_to_a_template(tmp_path, name):
    """Every part can be used by itself, also where a view has nothing for it."""
    source = (
        f'#import "{PART}": *\n#show: page-setup\n#header(view)\n#warnings(view)\n#clock(view)\n'
        "#strip(view, 80mm)\n#energy-table(view)\n#targets-table(view)\n#balance(view, 80mm)\n"
        "#protein(view, 80mm)\n#foods-table(view)\n#notes(view)\n#sources(view)\n#about(view)\n"
        "#small-print(view, 180mm)\n#explained(view)\n"
    )
    shown = view(name, explain=True)
    data = printed(tmp_path, {"day.typ": source}, shown)
    text = squeezed("".join(pages(data)))
    told = texts(shown, UNSEEN | {"Section.title", "LineChart.unit"})
    assert [one for one in told if squeezed(one) not in text] == []
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(data)


def test_starts_from_the_bundled_template(tmp_path):
    """The bundled file, copied into a folder of one's own, makes the same page."""
    bundled = (PARTS.parent / "day.typ").read_text(encoding="utf-8")
    assert printed(tmp_path, {"day.typ": bundled}) == to_pdf(view(), Look())


LOADING = "day.typ line {}: import and include take a file of the folder"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"notes.txt": "x"}, "holds none of: day.html, day.css, day.typ, logo.svg, logo.png"),
        ({"logo.png": b"0" * 2_000_001}, "logo.png has 2,000,001 bytes; at most 2,000,000"),
        ({"logo.png": b"\x89PNG\r\n\x1a\n"}, "logo.png: failed to decode image"),
        ({"logo.svg": "<svg"}, "logo.svg: failed to parse SVG"),
        ({"logo.svg": SVG.replace("<path", '<image href="https://a.b/c.png"/><path')}, "logo.svg:"),
        ({"day.typ": "\n\n#let x =\n"}, "day.typ line 3: expected expression"),
        ({"day.typ": "#set document(title: [x])\n#nope(1)"}, "day.typ line 2: unknown variable"),
        ({"day.typ": f'#import "{PART}": *\n\n#clock("x")'}, "day.typ line 3: cannot access field"),
        ({"day.typ": f'#import "{PART}": *\n#view.clock'}, "since view 2 it is a block of view"),
        ({"day.typ": '#import "a.typ": *', "a.typ": '\n#panic("a\nb")'}, "a.typ line 2: panicked"),
        ({"day.typ": '#import "missing.typ": *'}, "day.typ line 1: file not found"),
        ({"day.typ": "hello"}, "day.typ: PDF/UA-1 error: missing document title"),
        ({"day.typ": b"\xff\xfe"}, "day.typ: file is not valid UTF-8"),
        ({"day.typ": '#read("/../../secret")'}, "day.typ line 1: path"),
        ({"day.typ": '\n#import "@preview/cetz:0.3.0"'}, LOADING.format(2)),
        ({"day.typ": '#import "@local/other:1.0.0"'}, LOADING.format(1)),
        ({"day.typ": '#import ("@pre" + "view/cetz:0.3.0")'}, LOADING.format(1)),
        ({"day.typ": '#import "\\u{40}preview/cetz:0.3.0"'}, LOADING.format(1)),
        ({"day.typ": '#{ let x = "@preview/cetz:0.3.0"; include x }'}, LOADING.format(1)),
        ({"day.typ": '#eval("1 + 1")'}, LOADING.format(1)),
        ({"day.typ": '#dictionary(std).at("ev" + "al")("1")'}, LOADING.format(1)),
        (
            {"day.typ": '#include "b/a.x"', "b/a.x": '#import "/c"', "c": '#import "@preview/d"'},
            "c line 1: import and include take a file of the folder",
        ),
    ],
)  # fmt: skip
def test_says_in_one_line_what_is_wrong_with_a_template(tmp_path, files, message):
    """A mistake in a template names the file and line; nothing is fetched from a network."""
    with pytest.raises(InputError) as caught:
        printed(tmp_path, files)
    told = str(caught.value)
    assert told.startswith("template: ")
    assert message in told
    assert "\n" not in told
    assert len(told) < 300
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('#let x = "\n//"; #import "@preview/evil:1.0.0"\n', 2),
        ('// a comment\n// #import "@preview/cetz:0.3.0"\n', 2),
        ('#import /* there */ "@preview/cetz:0.3.0"\n', 1),
    ],
    ids=["in-a-string", "comment", "beside-a-comment"],
)
def test_loads_no_package_however_it_is_written(tmp_path, source, line):
    """What only looks like a comment hides no package; one in a real comment is refused too."""
    (tmp_path / "day.typ").write_text(source)
    with pytest.raises(InputError, match=f"^template: day.typ line {line}: import and include"):
        to_pdf(view(), Look(template=tmp_path))


def test_reads_nothing_outside_its_folder(tmp_path):
    """A link that leads out of a template's folder is refused, whoever would follow it."""
    (tmp_path / "secret.txt").write_text("a secret")
    folder = tmp_path / "club"
    folder.mkdir()
    (folder / "day.typ").write_text('#read("/x.txt")')
    (folder / "x.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match=r"^template: x\.txt links out of its folder$"):
        to_pdf(view(), Look(template=folder))
    (folder / "x.txt").unlink()
    (folder / "y.txt").write_text("a note")
    (folder / "x.txt").symlink_to(folder / "y.txt")
    (folder / "day.typ").write_text('#set document(title: "x")\n#read("/x.txt")')
    assert "a note" in pages(to_pdf(view(), Look(template=folder)))[0]


def test_says_in_one_line_that_a_template_cannot_be_read(tmp_path, monkeypatch):
    """A file that the system does not hand out is an error in one line too."""

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "logo.svg").write_text(SVG)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"^template: logo\.svg: Permission denied$"):
        to_pdf(view(), Look(template=tmp_path))


def test_raises_a_mistake_of_its_own_as_it_is():
    """A mistake in the bundled template is not the reader's: it is not dressed up as one."""
    with pytest.raises(RuntimeError, match="cannot access fields on type"):
        to_pdf(changed(view(), "clock", lines=("x",)), Look())
