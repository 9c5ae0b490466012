"""Named activities beside running and lifting, by the Compendium's MET."""

from collections.abc import Mapping
from typing import NamedTuple


class Activity(NamedTuple):
    """A 2024 Adult Compendium entry: its code and its gross MET."""

    code: str
    met: float


ACTIVITIES: Mapping[str, Activity] = {
    "aerobics": Activity("02000", 7.3),
    "american-football": Activity("15230", 8.0),
    "backpacking": Activity("17010", 7.0),
    "badminton": Activity("15030", 5.5),
    "ballet": Activity("03010", 5.0),
    "basketball": Activity("15055", 7.5),
    "beach-volleyball": Activity("15725", 8.0),
    "boxing": Activity("15110", 5.8),
    "climbing": Activity("15537", 5.8),
    "cricket": Activity("15150", 4.8),
    "cycling": Activity("01014", 7.0),
    "cycling-easy": Activity("01015", 4.3),
    "cycling-hard": Activity("01017", 9.0),
    "dancing": Activity("03025", 4.5),
    "e-bike": Activity("01084", 6.0),
    "elliptical": Activity("02048", 5.0),
    "fencing": Activity("15200", 6.0),
    "field-hockey": Activity("15350", 7.8),
    "futsal": Activity("15195", 7.8),
    "golf": Activity("15255", 4.5),
    "gymnastics": Activity("15300", 3.8),
    "handball": Activity("15330", 8.0),
    "hiit": Activity("02210", 7.0),
    "hiking": Activity("17034", 5.3),
    "horse-riding": Activity("15370", 5.5),
    "hyrox": Activity("02040", 7.5),
    "hyrox-race": Activity("02214", 11.0),
    "ice-hockey": Activity("15360", 8.0),
    "inline-skating": Activity("15591", 7.5),
    "kickboxing": Activity("15457", 7.3),
    "lacrosse": Activity("15460", 8.0),
    "martial-arts": Activity("15425", 5.3),
    "mountain-biking": Activity("01009", 8.5),
    "netball": Activity("15477", 7.0),
    "nordic-walking": Activity("17304", 5.3),
    "padel": Activity("15680", 6.0),
    "pilates": Activity("02105", 2.8),
    "racquetball": Activity("15530", 7.0),
    "rope-jumping": Activity("15551", 11.8),
    "rowing": Activity("02071", 5.0),
    "rowing-hard": Activity("02070", 7.3),
    "rugby": Activity("15560", 8.3),
    "skateboarding": Activity("15580", 5.0),
    "soccer": Activity("15610", 7.0),
    "soccer-match": Activity("15605", 9.5),
    "softball": Activity("15620", 5.0),
    "spinning": Activity("01270", 9.0),
    "squash": Activity("15652", 7.3),
    "stairs": Activity("17131", 6.8),
    "stationary-bike": Activity("01200", 6.8),
    "stretching": Activity("02101", 2.3),
    "swimming": Activity("18240", 5.8),
    "swimming-hard": Activity("18230", 9.8),
    "table-tennis": Activity("15660", 4.0),
    "tai-chi": Activity("15670", 3.3),
    "tennis": Activity("15675", 6.8),
    "tennis-doubles": Activity("15685", 4.5),
    "tennis-singles": Activity("15690", 8.0),
    "touch-rugby": Activity("15562", 6.3),
    "trampoline": Activity("15700", 6.3),
    "ultimate": Activity("15250", 8.0),
    "volleyball": Activity("15710", 4.0),
    "walking": Activity("17190", 3.8),
    "walking-brisk": Activity("17200", 4.8),
    "wrestling": Activity("15730", 6.0),
    "yoga": Activity("02150", 2.3),
    "yoga-power": Activity("02160", 4.0),
    "zumba": Activity("02310", 6.5),
}
"""Herrmann et al. 2024, doi:10.1016/j.jshs.2023.10.010; `hiking` is hills of 1 to 5 %.

Hyrox has no entry of its own, so both are estimates: training goes by circuits with little rest,
the race by hard interval exercise. Nor has padel, which is played and costed as a double at tennis.
Climbing is that of low to moderate difficulty and martial arts are those of a class, since an hour
of either holds its waits.
"""

OUTDOORS = frozenset(
    {
        "american-football", "backpacking", "beach-volleyball", "cricket", "cycling",
        "cycling-easy", "cycling-hard", "e-bike", "field-hockey", "golf", "hiking",
        "horse-riding", "inline-skating", "lacrosse", "mountain-biking", "nordic-walking", "rugby",
        "soccer", "soccer-match", "softball", "touch-rugby", "ultimate", "walking",
        "walking-brisk",
    }
)  # fmt: skip
"""Activities that the weather of the day reaches."""
