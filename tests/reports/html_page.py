"""A page in HTML, read as a browser reads it."""

from html.parser import HTMLParser

import guides

from fuelcalc.reports.blocks import View
from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.look import Look

EVIL = "<script>alert(1)</script> & \"'"
EMPTY = View(title="fuelcalc", sections=(), heading="Your day", about="about")
VOID = {"meta", "input", "img", "br", "hr", "link"}


class Page(HTMLParser):
    """A page, taken apart: its elements with their attributes and text, in order."""

    def __init__(self, text):
        """Read a page."""
        super().__init__(convert_charrefs=True)
        self.open, self.elements = [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        """Note an element and its ancestors."""
        self.elements.append({"tag": tag, "attrs": dict(attrs), "text": "", "under": [*self.open]})
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        """Note an element of SVG without contents."""
        self.handle_starttag(tag, attrs)
        self.open.remove(self.elements[-1])

    def handle_endtag(self, tag):
        """Close an element, which has to be the last one opened."""
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        """Add text to each element that holds it."""
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        """The elements of some names."""
        return [one for one in self.elements if one["tag"] in tags]

    @property
    def words(self):
        """What is read, seen or aloud, with single spaces."""
        text = " ".join(one["text"] for one in self.all("html"))
        aloud = (one["attrs"].get("aria-label", "") for one in self.elements)
        return single(" ".join([text, *aloud]))


def single(text):
    """A text with single spaces for whatever spaces it has."""
    return " ".join(text.split())


def view_for(name, *, explain=False):
    """What a reader sees of a guide's day."""
    units = guides.GUIDES[name].look.get("units", "metric")
    return view_of(guides.planned(name), Look(units, explain=explain))
