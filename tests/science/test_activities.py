"""Activities beside running and lifting."""

import re

import pytest

from fuelcalc.science.activities import ACTIVITIES


# 2024 Adult Compendium: walking, hills without a load, backpacking, stairs, intervals.
@pytest.mark.parametrize(
    ("name", "code", "met"),
    [("walking", "17190", 3.8), ("walking-brisk", "17200", 4.8), ("hiking", None, 5.3),
     ("backpacking", "17010", 7.0), ("stairs", "17131", 6.8), ("hiit", "02210", 7.0),
     ("hyrox", "02040", 7.5)],
)  # fmt: skip
def test_matches_the_2024_compendium(name, code, met):
    """The entries that Herrmann 2024 prints have its code and its MET."""
    assert ACTIVITIES[name].met == met
    assert code is None or ACTIVITIES[name].code == code


def test_names_every_activity_once_and_plausibly():
    """Codes have five digits and are not repeated; a MET lies between rest and a sprint."""
    codes = [activity.code for activity in ACTIVITIES.values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"\d{5}", code) for code in codes)
    assert all(1.0 < activity.met < 20.0 for activity in ACTIVITIES.values())


@pytest.mark.parametrize(
    ("easy", "hard"),
    [("cycling-easy", "cycling"), ("cycling", "cycling-hard"), ("rowing", "rowing-hard"),
     ("swimming", "swimming-hard"), ("walking", "walking-brisk"), ("yoga", "yoga-power"),
     ("hiking", "backpacking"), ("hyrox", "hyrox-race")],
)  # fmt: skip
def test_costs_more_when_it_is_harder(easy, hard):
    """The harder form of an activity has the higher MET."""
    assert ACTIVITIES[hard].met > ACTIVITIES[easy].met
