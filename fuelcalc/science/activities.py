"""Named activities beside running and lifting, by the Compendium's MET."""

from collections.abc import Mapping
from typing import NamedTuple


class Activity(NamedTuple):
    """A 2024 Adult Compendium entry: its code and its gross MET."""

    code: str
    met: float


ACTIVITIES: Mapping[str, Activity] = {
    "aerobics": Activity("02000", 7.3),
    "backpacking": Activity("17010", 7.0),
    "boxing": Activity("15110", 5.8),
    "cycling": Activity("01014", 7.0),
    "cycling-easy": Activity("01015", 4.3),
    "cycling-hard": Activity("01017", 9.0),
    "elliptical": Activity("02048", 5.0),
    "hiking": Activity("17034", 5.3),
    "hiit": Activity("02210", 7.0),
    "hyrox": Activity("02040", 7.5),
    "hyrox-race": Activity("02214", 11.0),
    "mountain-biking": Activity("01009", 8.5),
    "pilates": Activity("02105", 2.8),
    "rope-jumping": Activity("15551", 11.8),
    "rowing": Activity("02071", 5.0),
    "rowing-hard": Activity("02070", 7.3),
    "spinning": Activity("01270", 9.0),
    "stairs": Activity("17131", 6.8),
    "stationary-bike": Activity("01200", 6.8),
    "stretching": Activity("02101", 2.3),
    "swimming": Activity("18240", 5.8),
    "swimming-hard": Activity("18230", 9.8),
    "walking": Activity("17190", 3.8),
    "walking-brisk": Activity("17200", 4.8),
    "yoga": Activity("02150", 2.3),
    "yoga-power": Activity("02160", 4.0),
    "zumba": Activity("02310", 6.5),
}
"""Herrmann et al. 2024, doi:10.1016/j.jshs.2023.10.010; `hiking` is hills of 1 to 5 %.

Hyrox has no entry of its own, so both are estimates: training goes by circuits with little rest,
the race by hard interval exercise.
"""

OUTDOORS = frozenset(
    {
        "backpacking", "cycling", "cycling-easy", "cycling-hard", "hiking", "mountain-biking",
        "walking", "walking-brisk",
    }
)  # fmt: skip
"""Activities that the weather of the day reaches."""
