"""A real browser for the pages, where the machine has one; in CI it has to."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")


def executable():
    """Where the browser is; without one the tests are skipped, but in CI they fail."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"no browser: none of {', '.join(NAMES)} is installed"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser():
    """One browser for all the tests."""
    path = executable()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


class Visit:
    """A page of its own, with what it said and asked for while it was open."""

    def __init__(self, browser, file):
        """Open a file."""
        self.messages = []
        self.requests = []
        self.page = browser.new_page()
        self.page.on("console", lambda said: self.messages.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def look(self, width, *, media="screen", theme="light"):
        """Look at the page at a width; the page as it is then."""
        self.page.emulate_media(media=media, color_scheme=theme)
        self.page.set_viewport_size({"width": width, "height": 900})
        return self.page


TROUBLE = """() => {
  const seen = e => !e.closest(".unseen, thead") || getComputedStyle(e.closest(".unseen, thead"))
    .clipPath === "none";
  const name = e => `${e.tagName.toLowerCase()}.${e.getAttribute("class") || ""}`
    + ` "${(e.textContent || "").trim().slice(0, 30)}"`;
  const trouble = [];
  const all = [...document.body.querySelectorAll("*")].filter(seen);
  if (document.documentElement.scrollWidth > innerWidth)
    trouble.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${innerWidth}`);
  for (const e of all)
    if (e instanceof HTMLElement && getComputedStyle(e).overflow !== "visible"
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
      trouble.push(`clipped: ${name(e)}`);
  const marks = [];
  for (const e of all) {
    if (e.tagName === "text" || e.tagName === "INPUT" || e.classList.contains("swatch"))
      marks.push([e, e.getBoundingClientRect()]);
    else if (!e.closest("svg"))
      for (const node of e.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const box of range.getClientRects()) if (box.width > 1) marks.push([e, box]);
        }
  }
  for (const [e, box] of marks)
    if (box.left < -0.5 || box.right > innerWidth + 0.5) trouble.push(`off the page: ${name(e)}`);
  marks.sort((a, b) => a[1].top - b[1].top);
  marks.forEach(([e, box], i) => {
    for (let j = i + 1; j < marks.length && marks[j][1].top < box.bottom - 2; j++) {
      const [other, next] = marks[j];
      if (e !== other && next.left < box.right - 1 && box.left < next.right - 1)
        trouble.push(`overlap: ${name(e)} and ${name(other)}`);
    }
  });
  return trouble;
}"""
"""What is clipped, off the page or on top of something else, each in words."""

SMALLEST = """() => Math.min(...[...document.body.querySelectorAll("*")]
  .filter(e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
  .filter(e => !e.closest(".unseen"))
  .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
"""The smallest type on the page, in pixels."""

TARGETS = """() => [...document.querySelectorAll("input")]
  .map(e => e.getBoundingClientRect()).filter(b => Math.min(b.width, b.height) < 24).length"""
"""How many tick boxes are smaller than 24 pixels."""
