"""The sketch under session text that cannot be read: the place, on one line, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.models.session_text import SessionTextError, lift_from_text, run_from_text


def test_is_one_line_with_a_sketch_beside_it():
    """The line as every error has it, and the place as a screen shows it."""
    with pytest.raises(SessionTextError) as caught:
        run_from_text("10 km esy @ 5:40/km")
    assert str(caught.value) == (
        'run text "10 km esy @ 5:40/km", at "esy": not a word fuelcalc knows; did you mean "easy"?'
    )
    assert caught.value.sketch == "  10 km esy @ 5:40/km\n        ^"


@pytest.mark.parametrize(
    ("blanks_before", "blanks_after", "dots_before", "dots_after"),
    [(0, 200, False, True), (100, 0, True, False), (100, 200, True, True), (66, 0, False, False)],
)
def test_shows_the_part_of_a_long_text_around_the_caret(
    blanks_before, blanks_after, dots_before, dots_after
):
    """However long the text, 80 columns show the place; what is left out is dotted."""
    with pytest.raises(SessionTextError) as caught:
        run_from_text("10 km " + " " * blanks_before + "wrong" + " " * blanks_after)
    line, caret = caught.value.sketch.split("\n")
    assert len(line) < 80
    assert line[len(caret) - 1 :].startswith("wrong")
    assert line.startswith("  ...") == dots_before
    assert line.endswith("...") == dots_after


@pytest.mark.parametrize(
    "text", ["10 km\x00", "10 km \x1b[31m", "10\nkm\n日本 x", "10 km e\u0301!"]
)
def test_keeps_its_layout_whatever_the_characters(text):
    """What has no width of one column is shown as a question mark, so that the caret fits."""
    with pytest.raises(SessionTextError) as caught:
        run_from_text(text)
    lines = caught.value.sketch.split("\n")
    assert len(lines) == 2
    assert all(line.isprintable() for line in (str(caught.value), *lines))
    assert len(lines[0]) == 2 + len(text)


def well_laid_out(error):
    """A printable line, a sketch of two within 79 columns, the caret inside the text."""
    assert str(error).isprintable()
    lines = error.sketch.split("\n")
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)
    assert len(lines[0]) < 80
    assert len(lines[1]) <= len(lines[0]) + 1


@settings(deadline=None)
@given(
    text=st.text()
    | st.text(alphabet="0123456789 .,:-+@x'\"/%kmgclbhinsapeyrt", max_size=40)
    | st.lists(
        st.sampled_from(
            ["10", "km", "easy", "+", "@", "5:40/km", "06:30", "in", "rec", "2min", "jog", "6x",
             "4x6", "squat", "70kg", "heavy", "5%", "grade", "+120m", "half", "at", "recovery"],
        ),
    ).map(" ".join),
)  # fmt: skip
def test_survives_any_text(text):
    """Any text is a session, or an error with its place."""
    for read in (run_from_text, lift_from_text):
        try:
            assert isinstance(read(text), dict)
        except InputError as error:
            assert isinstance(error, SessionTextError)  # noqa: PT017
            well_laid_out(error)
