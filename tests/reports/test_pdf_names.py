"""Names on a printed page: in any script, of any length, and never run."""

import pytest
import typst
from sheets import check_margins, metadata, pages, squeezed, tags, view

from fuelcalc.reports.formats import pdf
from fuelcalc.reports.formats.pdf import to_pdf
from fuelcalc.reports.look import Look


@pytest.mark.parametrize(
    "name",
    [
        '#import "x"',
        "*bold* _it_ $x$ `raw` @a <b> = c",
        "<script>alert(1)</script>",
        "a\\b // c /* d */ #panic(1)",
        '"}, {"name": "x',
        "-- --- ~ ' \"",
        "Łukasz Þór Ωmega Дмитрий",
    ],
)
def test_prints_a_name_as_it_is(name):
    """A name that looks like markup is text, wherever it stands."""
    shown = view()._replace(name=name, title=f"fuelcalc · {name}")
    data = to_pdf(shown, Look())
    text = squeezed("".join(pages(data)))
    assert text.count(squeezed(name)) == 2
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(data)


@pytest.mark.parametrize("name", ["王小明", "🏃 Bob", "สมชาย", "김민수", "やまだ"])
def test_prints_a_name_that_no_font_has(name, monkeypatch):
    """F67: boxes for the signs, a note that says so; the claim to the standard is missing."""
    monkeypatch.setattr(pdf, "_fonts", lambda **_: typst.Fonts(include_system_fonts=False))
    shown = view()._replace(name=name, title=f"fuelcalc · {name}")
    data = to_pdf(shown, Look())
    assert "pdfuaid" not in metadata(data)
    assert shown.title in metadata(data)
    assert "/H1" in {tag for tag, _, _ in tags(data)}
    text = "".join(pages(data))
    assert "Eat about" in text
    assert squeezed("signs that no font of this computer has") in squeezed(text)
    assert to_pdf(shown, Look()) == data


def test_sets_a_name_in_a_font_of_the_machine():
    """F67: a script that the page's fonts lack and the machine has is set, by the standard."""
    if "DejaVu Sans" not in typst.Fonts(include_system_fonts=True).families():
        pytest.skip("this machine has no font with Tifinagh")
    data = to_pdf(view()._replace(heading="ⴰⵣⵓⵍ"), Look())
    assert "pdfuaid" in metadata(data)
    text = "".join(pages(data))
    assert "ⴰⵣⵓⵍ" in text
    assert "boxes" not in text


@pytest.mark.parametrize("name", ["", "x" * 80, "Maximiliana " * 6])
@pytest.mark.parametrize("date", ["", "Wednesday 30 September 2026"])
def test_finds_room_for_a_name(name, date):
    """A name may be missing or long, with or without a date: nothing leaves the page."""
    title = " · ".join(part for part in ("fuelcalc", date, name) if part)
    heading = date or name or "Your day"
    shown = view()._replace(heading=heading, name=name if date else "", title=title)
    data = to_pdf(shown, Look())
    assert squeezed(name) in squeezed("".join(pages(data)))
    check_margins(data)
    first = [name for name, _, _ in tags(data) if name.startswith("/H")]
    assert first[:2] == ["/H1", "/H2"]


@pytest.mark.parametrize("name", ["Ana", "Ζωή", "Иван", "ليلى", "נועה"])
def test_says_nothing_of_signs_that_its_fonts_have(name):
    """Latin, Greek, Cyrillic, Arabic and Hebrew need no font of the machine and no note."""
    data = to_pdf(view()._replace(name=name), Look())
    assert "pdfuaid" in metadata(data)
    assert "boxes" not in "".join(pages(data))
