"""What people call an activity that is neither a run nor a lift, and its name in fuelcalc."""

from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "aerobics": "step aerobics",
    "backpacking": "rucking|ruck",
    "boxing": "kickboxing|boxing class",
    "cycling": "bike|bike ride|biking|bicycle|bicycling|cycle|ride|road bike|cycling class",
    "cycling-easy": "easy cycling|easy bike|easy bike ride|easy ride|easy cycle|cycling easy"
    "|bike easy|ride easy|commute by bike|bike commute",
    "cycling-hard": "hard cycling|hard bike|hard bike ride|hard ride|cycling hard|bike hard"
    "|ride hard",
    "elliptical": "cross trainer|cross-trainer|elliptical trainer",
    "hiking": "hike|hill walking|hillwalking",
    "hiit": "hiit class",
    "hyrox": "hyrox training|hyrox session|hyrox class",
    "hyrox-race": "hyrox race|race hyrox|hyrox competition",
    "mountain-biking": "mountain biking|mountain bike|mountain bike ride|mtb",
    "pilates": "reformer|reformer pilates",
    "rope-jumping": "rope jumping|jump rope|skipping|skipping rope|jumping rope",
    "rowing": "row|rower|erg|rowing machine|rowing erg",
    "rowing-hard": "hard rowing|hard row|rowing hard|row hard|hard erg",
    "spinning": "spin|spin class|spinning class|peloton|indoor cycling class",
    "stairs": "stair climber|stairclimber|stairmaster|stair climbing|stair machine",
    "stationary-bike": "stationary bike|exercise bike|indoor bike|turbo|turbo trainer"
    "|stationary cycling|indoor cycling",
    "stretching": "stretch|mobility",
    "swimming": "swim|laps|easy swim|easy swimming|swim easy|swimming easy",
    "swimming-hard": "hard swim|hard swimming|swim hard|swimming hard|swim intervals",
    "walking": "walk|easy walk|dog walk",
    "walking-brisk": "brisk walk|brisk walking|fast walk|power walk|walking brisk|walk brisk",
    "yoga": "yoga class|hatha yoga|yin yoga",
    "yoga-power": "power yoga|vinyasa|vinyasa yoga|hot yoga|yoga power",
    "zumba": "zumba class|dance class|dancing",
}

EVERYDAY_ACTIVITIES: Mapping[str, str] = {
    **{name: name for name in _WORDS},
    **{word: name for name, words in _WORDS.items() for word in words.split("|")},
}
"""What is understood for an activity, in small letters, and the activity that it is."""

MOST_WORDS = max(len(words.split()) for words in EVERYDAY_ACTIVITIES)


def activity_named(text: str | None) -> str | None:
    """
    The name of an activity from what people call it; what nobody knows stays as it is.

    >>> activity_named("Bike"), activity_named("60 s sprint")
    ('cycling', '60 s sprint')
    """
    if text is None:
        return None
    return EVERYDAY_ACTIVITIES.get(" ".join(text.casefold().split()), text)
