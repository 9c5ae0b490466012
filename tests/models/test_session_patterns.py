"""What the patterns of session text match, and what they say that a match needs."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import data, from_regex

from fuelcalc.models.session_text.lift_words import LIFT_RULES
from fuelcalc.models.session_text.other import OTHER_RULES
from fuelcalc.models.session_text.patterns import RUN_RULES
from fuelcalc.models.session_text.reader import (
    Reader,
    SessionTextError,
    TextPattern,
    TextRule,
    pattern_of,
)

NEEDY = {
    one.pattern.pattern: one.pattern
    for one in (*RUN_RULES, *LIFT_RULES, *OTHER_RULES)
    if isinstance(one.pattern, TextPattern) and (one.pattern.needs or one.pattern.first)
}


@pytest.mark.parametrize("pattern", NEEDY.values(), ids=range(len(NEEDY)))
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(data=data())
def test_holds_what_it_needs_wherever_it_matches(pattern, data):
    """Whatever the bare pattern matches has a word that it needs, and begins as it says."""
    bare = re.compile(pattern.pattern, re.IGNORECASE)
    text = data.draw(from_regex(bare))
    places = [at for at in range(len(text)) if bare.match(text, at)]
    assert not places or pattern.may_be_in(text.casefold()), text
    assert all(pattern.match(text, at) for at in places), text


def test_makes_no_pattern_that_no_text_needs():
    """A text without the words of a pattern leaves it unmade, and one with them is matched."""
    ladder = pattern_of("[0-9]+ or more", needs="more less")

    class ReaderOfLadders(Reader):
        kind, expected, words = "run", "a ladder", {}
        table = (TextRule("passed", ladder),)

    with pytest.raises(SessionTextError):
        ReaderOfLadders("7 km easy").scan()
    assert "made" not in vars(ladder)
    ReaderOfLadders("7 OR MORE").scan()
    assert "made" in vars(ladder)
