"""Whole pages, compared letter by letter; `python tests/golden/rewrite.py` writes them anew."""

import pytest
import rewrite

PLANS = dict(rewrite.plans())


@pytest.mark.parametrize("name", sorted(PLANS))
def test_prints_the_golden_pages(name):
    """Every format of every golden plan is the file that stands beside its plan."""
    for file, text in rewrite.pages(name, PLANS[name]).items():
        assert text == (rewrite.HERE / file).read_bytes().decode(), file


def test_shows_the_example_in_the_readme():
    """The screen in the README is what the example prints today."""
    screen = rewrite.pages("example", PLANS["example"])["example.txt"]
    assert rewrite.readme_with(screen) == rewrite.README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(PLANS))
def test_fits_eighty_columns(name):
    """No line of any text page is wider than a terminal of 80 columns."""
    for file, text in rewrite.pages(name, PLANS[name]).items():
        if file.endswith(".txt"):
            assert max(map(len, text.splitlines())) <= 80
