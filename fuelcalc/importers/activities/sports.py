"""What a sport is to a plan: a run, a lift, or something else by its name."""

from collections.abc import Mapping
from typing import Final

from fuelcalc.models.activities import EVERYDAY_ACTIVITIES
from fuelcalc.models.sessions import SessionKind

RUN, LIFT, TRANSITION = "running", "strength", "transition"

_RUNS: Final = frozenset(
    {
        "run", "running", "trail run", "trail running", "treadmill running", "virtual run",
        "track running", "ultra run", "street running", "indoor running", "virtual running",
        "jog", "jogging", "9",
        "laufen", "laufbandtraining", "trailrun", "traillauf", "laufen auf der bahn",
        "løb", "bieganie", "bieg", "corrida", "corrida em esteira", "futás", "beltéri futás",
        "terepfutás", "bieganie na bieżni", "trailløb", "løb på løbebånd",
    }
)  # fmt: skip
_LIFTS: Final = frozenset(
    {
        "strength", "strength training", "weight training", "weights", "lifting", "lift",
        "traditional strength training", "functional strength training", "core training",
        "weightlifting", "powerlifting", "crossfit", "gym",
        "krafttraining", "styrketræning", "trening siłowy", "treino de força", "musculação",
        "erősítő edzés",
    }
)  # fmt: skip
_SURFACES: Final[Mapping[str, str]] = {
    "treadmill": "treadmill",
    "treadmill running": "treadmill",
    "indoor running": "treadmill",
    "laufbandtraining": "treadmill",
    "beltéri futás": "treadmill",
    "bieganie na bieżni": "treadmill",
    "corrida em esteira": "treadmill",
    "løb på løbebånd": "treadmill",
    "trail": "trail",
    "trail run": "trail",
    "trail running": "trail",
    "trailrun": "trail",
    "traillauf": "trail",
    "terepfutás": "trail",
    "trailløb": "trail",
    "track": "track",
    "track running": "track",
    "laufen auf der bahn": "track",
}
_OTHERS: Final[Mapping[str, str]] = {
    "biking": "cycling",
    "virtual ride": "stationary-bike",
    "indoor cycling": "stationary-bike",
    "gravel ride": "cycling",
    "road cycling": "cycling",
    "mountain bike ride": "mountain-biking",
    "e bike ride": "e-bike",
    "lap swimming": "swimming",
    "pool swimming": "swimming",
    "open water": "swimming",
    "open water swimming": "swimming",
    "indoor rowing": "rowing",
    "cross country skiing": "cross country skiing",
    "stair stepper": "stairs",
    "stair climbing": "stairs",
    "flexibility training": "stretching",
    "flexibility": "stretching",
    "social dance": "dancing",
    "cardio dance": "dancing",
    "high intensity interval training": "hiit",
    "hatha yoga": "yoga",
    "mind and body": "stretching",
    "jump rope": "rope-jumping",
    "mixed cardio": "mixed cardio",
    "radfahren": "cycling", "rennradfahren": "cycling", "gehen": "walking", "wandern": "hiking",
    "schwimmbadschwimmen": "swimming", "freiwasserschwimmen": "swimming",
    "cykling": "cycling", "gang": "walking", "svømning": "swimming", "vandring": "hiking",
    "jazda na rowerze": "cycling", "kolarstwo": "cycling", "spacer": "walking", "chód": "walking",
    "pływanie": "swimming", "ciclismo": "cycling", "caminhada": "walking", "natação": "swimming",
    "kerékpározás": "cycling", "gyaloglás": "walking", "séta": "walking", "úszás": "swimming",
    "túrázás": "hiking",
}  # fmt: skip
_FAMILIES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("hiking", "walking-brisk", "nordic-walking", "backpacking"), "walking"),
    **dict.fromkeys(
        ("cycling-easy", "cycling-hard", "stationary-bike", "spinning", "mountain-biking"),
        "cycling",
    ),
    "e-bike": "cycling",
    "swimming-hard": "swimming",
    "rowing-hard": "rowing",
    "yoga-power": "yoga",
}
UNKNOWN: Final = frozenset(
    {
        "", "other", "generic", "workout", "training", "fitness equipment", "all", "none", "1",
        "cardio",
    }
)  # fmt: skip
"""Words that name no sport."""


def plain_sport(text: str) -> str:
    """A word for a sport in small letters, without what different programs put between words."""
    return " ".join(text.replace("_", " ").replace("-", " ").casefold().split())


def sport_of(*words: str | None) -> str:
    """
    The sport that words of a file name, the most telling first.

    Args:
        *words: What the file says, such as a sub-sport and its sport; those that say nothing
            are passed over.

    Returns:
        "running", "strength", an activity of fuelcalc, the word itself where it is none of them,
        or "other".

    >>> sport_of("generic", "running"), sport_of("strength_training", "training")
    ('running', 'strength')
    >>> sport_of("Beltéri futás"), sport_of("Mountain Bike Ride"), sport_of("Workout")
    ('running', 'mountain-biking', 'other')
    """
    said = [plain_sport(word) for word in words if word is not None]
    telling = [word for word in said if word not in UNKNOWN]
    named = (sport for word in telling if (sport := _known(word)) is not None)
    return next(named, next(iter(telling), "other"))


def _known(word: str) -> str | None:
    """The sport of one word, if it is known."""
    if word in _RUNS:
        return RUN
    if word in _LIFTS:
        return LIFT
    return _OTHERS.get(word) or EVERYDAY_ACTIVITIES.get(word)


def surface_of(*words: str | None) -> str | None:
    """
    What a run was on, where a word says so.

    >>> surface_of("treadmill", "running"), surface_of("generic", "running")
    ('treadmill', None)
    """
    said = (_SURFACES.get(plain_sport(word)) for word in words if word is not None)
    return next(filter(None, said), None)


def kind_of_sport(sport: str) -> SessionKind:
    """What a sport is to a plan; what is not known to be a run is none."""
    if sport == RUN:
        return "run"
    return "lift" if sport == LIFT else "other"


def family_of(sport: str) -> str:
    """
    The sports that two devices may call the same activity by.

    >>> family_of("hiking"), family_of("running")
    ('walking', 'running')
    """
    return _FAMILIES.get(sport, sport)
