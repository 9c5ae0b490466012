"""The page as a browser shows it: on a phone, a tablet, a desk, on paper, and to the keyboard."""

import json

import browser as helper
import guides
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from parts import seen

from fuelcalc import render
from fuelcalc.reports.look import Look

browser = helper.browser

ORDINARY = ("plain", "rest-day", "us-units")
SHEETS = [
    *((name, size) for name in ORDINARY for size in ("A4", "Letter")),
    ("no-allowed-dish", "A4"),
    ("large-type", "Letter"),
]
# The paper less its margins of 11 mm, in the 96 pixels an inch of CSS.
PRINT_WIDTHS_PX = {"a4": 710, "letter": 733}
POINTS_A_PIXEL = 0.75


def page_of(name, **look):
    """The page of a guide."""
    return render(guides.planned(name), "html", **{**guides.GUIDES[name].look, **look})


def visit_to(browser, folder, page):
    """A visit to a page, which stands in a file as a reader has it."""
    file = folder / "day.html"
    file.write_text(page, encoding="utf-8")
    return helper.Visit(browser, file)


@pytest.fixture(scope="module", params=list(guides.GUIDES))
def visit(request, browser, tmp_path_factory):
    """A visit to one guide after the other."""
    visit = visit_to(browser, tmp_path_factory.mktemp("guide"), page_of(request.param))
    visit.guide = request.param
    yield visit
    visit.page.close()


class TestBrowser:
    """What happens without a browser."""

    @pytest.mark.parametrize(
        ("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)]
    )
    def test_may_be_missing_but_not_in_ci(self, monkeypatch, tmp_path, ci, outcome):
        """The tests are skipped with the reason; in CI they fail with it."""
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setenv("CI", ci)
        with pytest.raises(outcome, match=r"none of chromium, .* is installed"):
            helper.executable()


class TestScreen:
    """What a reader sees on a screen."""

    @pytest.mark.parametrize("width_px", [360, 768, 1200])
    def test_fits(self, visit, width_px):
        """Nothing is clipped, off the page or on top of something else."""
        assert visit.look(width_px).evaluate(helper.TROUBLE) == []

    @pytest.mark.parametrize(("width_px", "theme"), [(1200, "light"), (360, "dark")])
    def test_has_no_serious_barrier(self, visit, width_px, theme):
        """The rules of axe for people who read with other means find nothing serious."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(visit.look(width_px, theme=theme)).response["violations"]
        serious = [one for one in found if one["impact"] in {"serious", "critical"}]
        assert serious == [], json.dumps(serious, indent=1)[:4000]

    def test_draws_the_charts_that_there_are(self, visit):
        """Each part of a chart of the view is drawn, and no chart without one."""
        look = guides.GUIDES[visit.guide].look
        view = seen(guides.planned(visit.guide), Look(look.get("units", "metric")))
        count = visit.look(1200).locator
        assert count(".strip .part").count() == len(view.strip.segments if view.strip else ())
        balance = view.balance
        assert count(".plot .bar").count() == (len(balance.bars) if balance else 0)
        assert count(".plot .band").count() == (len(balance.bands) if balance else 0)
        assert count(".plot polyline").count() == (2 if balance else 0)
        assert count(".protein .amount").count() == len(view.protein.bars if view.protein else ())

    def test_has_tick_boxes_for_a_thumb(self, visit):
        """On the phone each tick box is 24 pixels or more each way."""
        assert visit.look(360).evaluate(helper.TARGETS) == 0

    def test_is_ticked_by_keyboard(self, visit):
        """Tab goes to each tick box in turn, and the space bar ticks it."""
        page = visit.look(1200)
        boxes = page.locator("input[type=checkbox]")
        page.evaluate("document.activeElement.blur()")
        for number in range(boxes.count()):
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
            assert boxes.nth(number).is_checked()
        assert page.locator("input:checked").count() == boxes.count()

    def test_asks_for_nothing_and_says_nothing(self, visit):
        """The page asks for nothing but itself, and the console stays empty."""
        assert [url.rsplit("/", 1)[-1] for url in visit.requests] == ["day.html"]
        assert visit.messages == []


class TestContrast:
    """The colours where the stacked page is light, and where the wide one is dark."""

    @pytest.mark.parametrize("name", ["no-allowed-dish", "guarded"])
    def test_is_enough(self, browser, tmp_path, name):
        """Text stands out from its ground: sessions, misses, cautions and warnings too."""
        from axe_playwright_python.sync_playwright import Axe

        visit = visit_to(browser, tmp_path, page_of(name))
        for width_px, theme in ((360, "light"), (1200, "dark")):
            page = visit.look(width_px, theme=theme)
            found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response
            assert found["violations"] == []
        visit.page.close()


class TestPaper:
    """What comes out of the printer."""

    @pytest.mark.parametrize("size", PRINT_WIDTHS_PX)
    def test_fits(self, visit, size):
        """Nothing is clipped, off the page or on top of something else, and no type is tiny."""
        page = visit.look(PRINT_WIDTHS_PX[size], media="print")
        assert page.evaluate(helper.TROUBLE) == []
        assert page.evaluate(helper.SMALLEST) * POINTS_A_PIXEL >= 6.0

    @pytest.mark.parametrize(("name", "size"), SHEETS)
    def test_takes_few_pages(self, browser, tmp_path, name, size):
        """An ordinary day takes one page, and no day is shrunk to fit."""
        visit = visit_to(browser, tmp_path, page_of(name, page=size.lower()))
        heading_px = visit.look(PRINT_WIDTHS_PX[size.lower()], media="print").evaluate(
            "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
        )
        document = pypdfium2.PdfDocument(visit.page.pdf(format=size, prefer_css_page_size=True))
        visit.page.close()
        assert len(document) <= (1 if name in ORDINARY else 3)
        width_pt = document[0].get_size()[0]
        assert width_pt == pytest.approx(595.3 if size == "A4" else 612.0, abs=1.0)
        # The browser shrinks a page whose contents are too wide; then the heading is smaller.
        assert first_size_pt(document) == pytest.approx(heading_px * POINTS_A_PIXEL, abs=0.1)
        document.close()


def first_size_pt(document):
    """The size of the first letter of a document, as it comes out on paper."""
    page = document[0]
    text = page.get_textpage()
    matrix = pdfium.FS_MATRIX()
    assert pdfium.FPDFText_GetMatrix(text, 0, matrix)
    return pdfium.FPDFText_GetFontSize(text, 0) * matrix.a
