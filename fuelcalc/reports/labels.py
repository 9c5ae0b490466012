"""The clock in words: what each line is called, and how a feeding is taken."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.timeline import SESSION_WORDS, ElsewherePlace, Entry, FeedingName, called_at
from fuelcalc.models.trace import Figure, Input
from fuelcalc.pantry.portions import KitchenAmount
from fuelcalc.reports.blocks import SESSIONS
from fuelcalc.reports.look import STEPS, Look, session_label
from fuelcalc.reports.rounding import to_step
from fuelcalc.science.fluid import GLASS_ML
from fuelcalc.units.clock import DAY_MIN

_SOON_H = 8.0
_SIP_G_PER_H = 10.0
_LEAST_G = 1.0
# A lunch that waits for a session until then is late.
_LATE_MIN = 960.0
# What may be called low in fat and fibre: the fat of a snack an hour before a run or a fifth of the
# energy, and the fibre that a meal three hours before one may hold with what food may be over.
_EASY_FAT_G, _EASY_FAT_SHARE, _EASY_FIBRE_G = 5.0, 0.20, 14.0
# Less sodium an hour than this no food need be chosen for.
_LEAST_SODIUM_MG_PER_H = 50.0
# Milk's protein is four fifths casein, which clots in the stomach and is taken up over hours; whey,
# and the cheese that is made of it, is not. Source: Snijders et al. 2019,
# doi:10.3389/fnut.2019.00017.
_SLOW_ROLES: Final = frozenset({"dairy", "cheese"})
_SLOW: Final = frozenset({"casein-protein"})
_FAST: Final = frozenset({"ricotta", "protein-shake"})
# A plate with less than this of what was planned is not worth a word.
_LEAST_NIGHT_SHARE, _SLOW_SHARE = 0.5, 0.5
# Who goes to bed from six in the evening to four in the morning sleeps at night.
_EVENING_MIN, _NIGHT_MIN = 1080.0, 600.0
PLACES: Final[Mapping[ElsewherePlace, str]] = {
    "canteen": "in the canteen", "out": "out", "eaten": "eaten",
}  # fmt: skip
"""Where a meal is eaten for which no dish is planned."""

# Estimates: a palm of meat or fish is some 100 g, a fist of cooked rice a cup, a thumb of oil a
# tablespoon; fat comes with the protein as well, so that a thumb stands for more than its own.
_PALM_PROTEIN_G, _FIST_CARBOHYDRATE_G, _THUMB_FAT_G = 25.0, 45.0, 20.0
# What a grain or potato brings of protein for its carbohydrate.
_STARCH_PROTEIN = 0.1
# A session of so long may end at an hour of the clock that it has passed before.
_HALF_DAY_MIN = 720.0
# About what is in a cup of filter coffee.
_CUP_MG, _CAFFEINE_STEP_MG = 90.0, 5.0


def feeding_label(feeding: FeedingName) -> str:
    """
    What a feeding is called, with the sessions that it belongs to.

    >>> feeding_label(FeedingName("breakfast", after="run"))
    'breakfast, after the run'
    >>> feeding_label(FeedingName(after="run", before="lift"))
    'after the run, before the lift'
    """
    if feeding.name is not None and feeding.after is not None:
        return f"{feeding.called}, after the {SESSION_WORDS[feeding.after]}"
    stands_alone = feeding.name is None and (feeding.after is None or feeding.is_between)
    if feeding.before is None or stands_alone:
        return feeding.called
    return f"{feeding.called}, before the {SESSION_WORDS[feeding.before]}"


def entry_label(entry: Entry, look: Look) -> str:
    """What a line of the clock is called."""
    if entry.kind in {"sleep", "caffeine"}:
        return entry.kind
    if entry.kind in SESSIONS:
        label = session_label(entry.name or "session", entry.distance_km, entry.minutes, look)
        # From 06:00 to 10:00 may be four hours, or as many and a day.
        is_next_day = entry.minutes > _HALF_DAY_MIN and entry.minute + entry.minutes >= DAY_MIN
        return f"{label}, to the next day" if is_next_day else label
    feeding = entry.feeding_name
    if feeding.name is not None:
        feeding = replace(feeding, name=called_at(feeding.name, entry.minute))
    label = feeding_label(feeding)
    is_late = entry.name == "lunch" and entry.after is not None and entry.minute >= _LATE_MIN
    return f"late {label}" if is_late else label


def advice_text(entry: Entry) -> str:
    """How to take a feeding, in a few words; "" where there is nothing to say."""
    if entry.kind == "during":
        return _during_text(entry)
    if entry.kind == "caffeine":
        return _caffeine_text(entry)
    # From a glass that makes up for sweat on.
    by_thirst = (entry.sweat_ml or 0.0) >= GLASS_ML
    drink = "drink by thirst, up to this much" if by_thirst else ""
    return "; ".join(filter(None, (_elsewhere_text(entry), _food_text(entry), drink)))


def _elsewhere_text(entry: Entry) -> str:
    """What to choose where somebody else cooks, in hands; without figures one of each."""
    if entry.elsewhere is None or entry.elsewhere.place == "eaten":
        return ""
    protein = _or(entry.elsewhere.protein) or "what holds protein for you"
    starch = _or(entry.elsewhere.starch) or "what holds starch for you"
    if entry.protein_g is None or entry.carbohydrate_g is None or entry.fat_g is None:
        return f"1 palm of {protein}, 1 fist of {starch}, and vegetables"
    of_starch_g = _STARCH_PROTEIN * entry.carbohydrate_g
    palms = max(to_step((entry.protein_g - of_starch_g) / _PALM_PROTEIN_G, 0.5), 1.0)
    fists = max(to_step(entry.carbohydrate_g / _FIST_CARBOHYDRATE_G, 0.5), 0.5)
    thumbs = to_step(entry.fat_g / _THUMB_FAT_G, 0.5)
    is_easy = entry.lead_min is not None and _is_easy(entry)
    told = [_hands(palms, f"palm of {protein}"), _hands(fists, f"fist of {starch}")]
    told += [] if is_easy else ["vegetables"]
    told += [] if is_easy or thumbs < 0.5 else [_hands(thumbs, "thumb of oil")]
    return ", ".join(told)


def _hands(number: float, what: str) -> str:
    """
    A number of hands of something.

    >>> _hands(1.5, "palm of fish")
    '1½ palms of fish'
    """
    hand, of = what.split(" ", 1)
    return KitchenAmount(number, "", f"{hand}{'s' if number > 1.0 else ''} {of}").text


def _or(words: Sequence[str]) -> str:
    """
    Words to choose from.

    >>> _or(["fish", "egg", "tofu"])
    'fish, egg or tofu'
    """
    *most, last = words or ("",)
    return f"{', '.join(most)} or {last}" if most else last


def _food_text(entry: Entry) -> str:
    """How to take what is eaten outside sessions."""
    if entry.next_session_h is not None:
        if entry.next_session_h < _SOON_H:
            return f"{entry.next_session_h:.1f} h to the next session: refuel now"
        return "protein and carbohydrate, within the hour"
    if entry.lead_min is not None:
        return f"{entry.lead_min:.0f} min before{_before_text(entry)}"
    has_numbers = entry.energy_kcal is not None
    return _night_text(entry) if entry.kind == "pre-sleep" and has_numbers else ""


def _night_text(entry: Entry) -> str:
    """The protein before sleep: slow where most of it is, or where it is yet to be chosen."""
    is_night = (entry.minute - _EVENING_MIN) % DAY_MIN < _NIGHT_MIN
    when = "the night" if is_night else "your sleep"
    held = None if entry.served is None else entry.served.protein_g
    if held is None:
        return f"slow protein for {when}"
    if held < _LEAST_NIGHT_SHARE * (entry.protein_g or 0.0):
        return ""
    is_slow = _slow_protein_g(entry) > _SLOW_SHARE * held
    return f"{'slow ' if is_slow else ''}protein for {when}"


def _slow_protein_g(entry: Entry) -> float:
    """How much protein of a plate comes from the casein of milk."""
    from fuelcalc.pantry import BUNDLED

    foods = ((item, BUNDLED.by_id.get(item.food_id)) for item in entry.items)
    return sum(
        item.protein_g or 0.0
        for item, food in foods
        if food is not None and food.food_id not in _FAST
        if food.role in _SLOW_ROLES or food.food_id in _SLOW
    )


def _before_text(entry: Entry) -> str:
    """What a feeding before a session is like."""
    if (entry.carbohydrate_g or 0.0) < _LEAST_G:
        return ": a drink; you have eaten"
    return ": low in fat and fibre" if _is_easy(entry) else ""


def _is_easy(entry: Entry) -> bool:
    """Whether a feeding is low in fat and fibre, by its plate, or by what it should hold."""
    plate = entry if entry.served is None else entry.served
    fat_g = entry.fat_g if plate.fat_g is None else plate.fat_g
    fibre_g = None if entry.served is None else entry.served.fibre_g
    energy_kcal = plate.energy_kcal or entry.energy_kcal or 0.0
    is_lean = (fat_g or 0.0) <= max(_EASY_FAT_G, _EASY_FAT_SHARE * energy_kcal / 9.0)
    return is_lean and (fibre_g is None or fibre_g <= _EASY_FIBRE_G)


def _caffeine_text(entry: Entry) -> str:
    """How much caffeine, and in what; nothing where a guard hides the numbers."""
    if entry.caffeine_mg is None:
        return ""
    dose = f"about {to_step(entry.caffeine_mg, _CAFFEINE_STEP_MG):.0f} mg"
    if entry.during is not None:
        return f"{dose} on the way, in a gel that says so"
    halves = max(to_step(entry.caffeine_mg / _CUP_MG, 0.5), 0.5)
    cups = KitchenAmount(halves, "", "cup of coffee" if halves <= 1.0 else "cups of coffee").text
    session = SESSION_WORDS[entry.before or "other"]
    return f"{dose} before the {session}: {cups}, or a gel or tablet that says so"


def _during_text(entry: Entry) -> str:
    """What to take in on the move."""
    if entry.is_fluid_withheld:
        return _fuel_text(entry)
    if entry.carbohydrate_g is None:
        return "drink by thirst"
    if entry.carbohydrate_g_per_h is None or entry.carbohydrate_g < _LEAST_G:
        return "water, by thirst, up to this much"
    if entry.carbohydrate_g_per_h < _SIP_G_PER_H:
        return "a mouthful of sports drink is enough; drink by thirst, up to this much"
    return f"{_fuel_text(entry)}; drink by thirst, up to this much"


def _fuel_text(entry: Entry) -> str:
    """What to eat on the move; how much to drink is not ours to say."""
    rate = entry.carbohydrate_g_per_h
    if rate is None or (entry.carbohydrate_g or 0.0) < _LEAST_G:
        return "drink as your doctor has set"
    rate = _carbohydrate_g_per_h(entry, rate)
    sodium = _sodium_mg_per_h(entry)
    if sodium is None or sodium < _LEAST_SODIUM_MG_PER_H:
        return f"about {rate:.0f} g carbohydrate an hour"
    mg = to_step(sodium, STEPS["mg"])
    return f"about {rate:.0f} g carbohydrate and {mg:.0f} mg sodium an hour"


def _carbohydrate_g_per_h(entry: Entry, planned: float) -> float:
    """Carbohydrate in an hour on the move: what is taken brings without its fibre, else planned."""
    if not entry.taken or entry.served is None:
        return planned
    held_g = (entry.served.carbohydrate_g or 0.0) - (entry.served.fibre_g or 0.0)
    return 60.0 * held_g / entry.minutes


def _sodium_mg_per_h(entry: Entry) -> float | None:
    """Sodium in an hour on the move: what the food and drink bring, else what is planned."""
    held = [one.sodium_mg for one in entry.taken]
    known = [mg for mg in held if mg is not None]
    if not held or entry.sodium_mg_per_h is None or entry.minutes <= 0.0:
        return entry.sodium_mg_per_h
    return 60.0 * sum(known) / entry.minutes if len(known) == len(held) else None


def inputs_of(figure: Figure) -> tuple[tuple[str, float | str], ...]:
    """What went into a figure, a feeding by its label, a session as the text that it reads as."""
    return tuple((name, _input_text(value)) for name, value in figure.inputs)


def _input_text(value: Input) -> float | str:
    if isinstance(value, FeedingName):
        return feeding_label(value)
    if isinstance(value, Run | Lift | Other):
        from fuelcalc.models.session_text import text_of

        return f'"{text_of(value)}"'
    return value
