"""What people call an activity that is neither a run nor a lift, and its name in fuelcalc."""

from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "aerobics": "step aerobics",
    "american-football": "american football|flag football|touch football|gridiron",
    "backpacking": "rucking|ruck",
    "badminton": "",
    "ballet": "ballet class|jazz dance|modern dance|barre|barre class",
    "basketball": "hoops|pickup basketball",
    "beach-volleyball": "beach volleyball|beach volley",
    "boxing": "boxing class|bag work",
    "climbing": "climb|bouldering|boulder|rock climbing|climbing wall|wall climbing",
    "cricket": "nets",
    "cycling": "bike|bike ride|biking|bicycle|bicycling|cycle|ride|road bike|cycling class"
    "|gravel ride|gravel bike",
    "cycling-easy": "easy cycling|easy bike|easy bike ride|easy ride|easy cycle|cycling easy"
    "|bike easy|ride easy|commute by bike|bike commute",
    "cycling-hard": "hard cycling|hard bike|hard bike ride|hard ride|cycling hard|bike hard"
    "|ride hard",
    "dancing": "dance|dance class|salsa|swing dancing|ballroom|ballroom dancing|line dancing"
    "|folk dancing",
    "e-bike": "ebike|e-bike ride|ebike ride|electric bike",
    "elliptical": "cross trainer|cross-trainer|elliptical trainer",
    "fencing": "",
    "field-hockey": "field hockey",
    "futsal": "five-a-side|five-a-side football|six-a-side|seven-a-side|indoor soccer",
    "golf": "round of golf",
    "gymnastics": "",
    "handball": "",
    "hiit": "hiit class",
    "hiking": "hike|hill walking|hillwalking",
    "horse-riding": "horse riding|horseback riding|riding lesson|equestrian",
    "hyrox": "hyrox training|hyrox session|hyrox class",
    "hyrox-race": "hyrox race|race hyrox|hyrox competition",
    "ice-hockey": "ice hockey",
    "inline-skating": "inline skating|inline skate|rollerblading|roller skating|rollerskating"
    "|rollerblade",
    "kickboxing": "kick boxing|kickboxing class",
    "lacrosse": "",
    "martial-arts": "martial arts|karate|judo|taekwondo|tae kwon do|jiu-jitsu|jiu jitsu|jiujitsu"
    "|bjj|aikido|muay thai|mma",
    "mountain-biking": "mountain biking|mountain bike|mountain bike ride|mtb",
    "netball": "",
    "nordic-walking": "nordic walking|nordic walk|pole walking",
    "padel": "padel tennis",
    "pilates": "reformer|reformer pilates",
    "racquetball": "",
    "rope-jumping": "rope jumping|jump rope|skipping|skipping rope|jumping rope",
    "rowing": "row|rower|erg|rowing machine|rowing erg",
    "rowing-hard": "hard rowing|hard row|rowing hard|row hard|hard erg",
    "rugby": "rugby union|rugby league",
    "skateboarding": "skateboard",
    "soccer": "soccer training|soccer practice|association football|footie",
    "soccer-match": "soccer match|soccer game|competitive soccer",
    "softball": "baseball",
    "spinning": "spin|spin class|spinning class|peloton|indoor cycling class",
    "squash": "",
    "stairs": "stair climber|stairclimber|stairmaster|stair climbing|stair machine",
    "stationary-bike": "stationary bike|exercise bike|indoor bike|turbo|turbo trainer"
    "|stationary cycling|indoor cycling|zwift|assault bike|air bike",
    "stretching": "stretch|mobility|foam rolling|foam roll",
    "swimming": "swim|laps|easy swim|easy swimming|swim easy|swimming easy|open water swim"
    "|pool swim",
    "swimming-hard": "hard swim|hard swimming|swim hard|swimming hard|swim intervals",
    "table-tennis": "table tennis|ping pong|ping-pong",
    "tai-chi": "tai chi|taichi|qi gong|qigong",
    "tennis": "",
    "tennis-doubles": "tennis doubles|doubles tennis",
    "tennis-singles": "tennis singles|singles tennis",
    "touch-rugby": "touch rugby|tag rugby",
    "trampoline": "trampolining|rebounding",
    "ultimate": "ultimate frisbee",
    "volleyball": "",
    "walking": "walk|easy walk|dog walk|walk the dog|walking the dog|treadmill walk",
    "walking-brisk": "brisk walk|brisk walking|fast walk|power walk|walking brisk|walk brisk"
    "|incline walk|incline walking",
    "wrestling": "",
    "yoga": "yoga class|hatha yoga|yin yoga",
    "yoga-power": "power yoga|vinyasa|vinyasa yoga|hot yoga|yoga power",
    "zumba": "zumba class",
}

EVERYDAY_ACTIVITIES: Mapping[str, str] = {
    **{name: name for name in _WORDS},
    **{word: name for name, words in _WORDS.items() for word in words.split("|") if word},
}
"""What is understood for an activity, in small letters, and the activity that it is."""

_SPORTS = ("several sports in one", "give each by itself, such as 40 min cycling and a run")
_CHORES = ("chores are daily life", 'count them by daily_life = "mixed" or by steps')
SEVERAL: Mapping[str, tuple[str, str]] = {
    "football": ("soccer or American football?", 'write "soccer" or "american football"'),
    "hockey": ("on grass or on ice?", 'write "field hockey" or "ice hockey"'),
    "skating": (
        "on wheels or on ice?",
        'write "inline skating", or what a watch counted, "300 kcal"',
    ),
    **dict.fromkeys(("triathlon", "duathlon", "aquathlon", "brick"), _SPORTS),
    **dict.fromkeys(("gardening", "housework", "cleaning", "chores", "mowing"), _CHORES),
}
"""Words for several activities, or for none: what is asked, and what to write."""

CLOSE = 0.86
"""How alike a word is to the one that is offered for it: skiing is no skipping."""

MOST_WORDS = max(len(words.split()) for words in EVERYDAY_ACTIVITIES)


def activity_named(text: str | None) -> str | None:
    """
    The name of an activity from what people call it; what nobody knows stays as it is.

    >>> activity_named("Bike"), activity_named("60 s sprint"), activity_named(None)
    ('cycling', '60 s sprint', None)
    """
    if text is None:
        return None
    return EVERYDAY_ACTIVITIES.get(" ".join(text.casefold().split()), text)
