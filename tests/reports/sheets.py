"""Printed pages of the days of every guide, and what stands on them."""

import importlib.util
import io
import os
import subprocess
import sys
from pathlib import Path

import guides
import pikepdf
import pypdfium2

from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.look import Look

PARTS = (
    Path(importlib.util.find_spec("fuelcalc.reports.formats").origin).parent
    / "templates"
    / "packages"
)
STYLE = PARTS / "local" / "fuelcalc" / "1.0.0" / "style.typ"
# Words for the renderer and, as `alt`, for screen readers: not in the text of the page.
UNSEEN = frozenset(
    {"alt", "energy_unit", "drink_unit", "of", "keys", "heads", "full"} | {"Section.unit"}
)


def view(name="plain", *, explain=False):
    """The view of one of the days, as its reader wants it."""
    units = guides.GUIDES[name].look.get("units", "metric")
    return view_of(guides.planned(name), Look(units, explain=explain))


def paper(name="plain", size=None):
    """The paper of one of the days."""
    look = guides.GUIDES[name].look
    usual = "letter" if look.get("units") == "us" else "a4"
    return Look(page=size or usual, large=look.get("large", False))


def pages(data):
    """The text of each page, its spaces made plain and what only breaks lines left out."""
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return [text.replace("\ufffe", "-").replace("\u200b", "") for text in texts]


def squeezed(text):
    """A text without any space, since lines break anywhere."""
    return "".join(text.split())


def tags(data):
    """Every element of the structure, in order, with the names of those above it."""

    def within(element, above):
        if isinstance(element, pikepdf.Array):
            for one in element:
                yield from within(one, above)
        elif isinstance(element, pikepdf.Dictionary):
            name = str(element.get("/S", ""))
            if name:
                yield name, above, element
            if "/K" in element:
                yield from within(element.K, (*above, name))

    with pikepdf.open(io.BytesIO(data)) as document:
        yield from within(document.Root.StructTreeRoot, ())


def metadata(data):
    """The description of a file, as its readers see it."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return document.Root.Metadata.read_bytes().decode()


def elsewhere(arguments, without="fuelcalc.nothing"):
    """The page as another process in another time zone makes it, without a module."""
    code = (
        f"import sys; sys.modules[{without!r}] = None; import sheets as own\n"
        "from fuelcalc.reports.formats.pdf import to_pdf\n"
        f"sys.stdout.buffer.write(to_pdf({arguments}))\n"
    )
    env = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parent),
        "TZ": "Asia/Tokyo",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
    }
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, env=env)  # noqa: S603
    return done.stdout


def check_margins(data):
    """Nothing is drawn within 8 mm of the sides and the top, or 5 mm of the bottom."""
    for one in pypdfium2.PdfDocument(data):
        picture = one.render(scale=2).to_pil().convert("L")
        mm = 2 * 72 / 25.4
        (left, top), (right, bottom) = (8 * mm, 8 * mm), picture.size
        inner = picture.point(lambda grey: 255 if grey < 250 else 0).getbbox()
        assert inner[0] >= left
        assert inner[1] >= top
        assert inner[2] <= right - 8 * mm
        assert inner[3] <= bottom - 5 * mm
