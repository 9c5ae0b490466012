"""
Make the pictures of the guide anew: `python docs/pictures/rebuild.py`.

Each keeps a mark of the view and the templates that it was made from, so that a test can tell
an old one. The phone's needs Chromium.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from fuelcalc import plan_day, render
from fuelcalc.importers.tree import tree_of
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.plan import Plan
from fuelcalc.reports.blocks import view_tree
from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.look import Look

HERE = Path(__file__).parent
PAGE = HERE.parent / "guide.md"
TEMPLATES = HERE.parents[1] / "fuelcalc" / "reports" / "formats" / "templates"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PHONE = {"width": 390, "height": 844}


def plan() -> DayPlan:
    """The day that docs/guide.md shows."""
    text = re.search(r"```toml plan\.toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    if text is None:
        raise SystemExit("docs/guide.md has no plan")
    file = Plan.of(**tree_of(text[1].encode(), name="plan.toml", kind="plan"))
    return plan_day(file.athlete, file.days[0], file.goal)


def mark() -> str:
    """A fingerprint of what the pictures are made from."""
    digest = hashlib.sha256(json.dumps(view_tree(view_of(plan(), Look()))).encode())
    for file in sorted(TEMPLATES.rglob("*")):
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()


def page_picture() -> Image.Image:
    """The PDF's first page."""
    import pypdfium2

    with pypdfium2.PdfDocument(render(plan(), "pdf")) as document:
        picture: Image.Image = document[0].render(scale=1.7).to_pil()
        return picture


def phone_picture() -> Image.Image:
    """The top of the HTML page on a phone."""
    from playwright.sync_api import sync_playwright

    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(f"no browser: install one of {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = opened.new_page(viewport=PHONE, device_scale_factor=2)
        page.set_content(render(plan(), "html"))
        picture = Image.open(BytesIO(page.screenshot()))
        opened.close()
    return picture


PICTURES: Mapping[str, Callable[[], Image.Image]] = {
    "guide.png": page_picture,
    "phone.png": phone_picture,
}


def main() -> None:
    """Write all pictures, in few colours, with their mark."""
    for name, made in PICTURES.items():
        text = PngInfo()
        text.add_text("made-from", mark())
        small = made().convert("RGB").quantize(96, dither=Image.Dither.NONE)
        small.save(HERE / name, pnginfo=text, optimize=True)


if __name__ == "__main__":
    main()
