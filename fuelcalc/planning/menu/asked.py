"""What is asked of a menu beside the plan's figures: limits, wishes and reference intakes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.dishes import Variant
from fuelcalc.models.targets import Targets
from fuelcalc.pantry import Limits, Pantry, pantry_of
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.pantry.seasonings import seasonings_meant
from fuelcalc.planning.menu import Wanted
from fuelcalc.planning.menu.candidates import Wishes
from fuelcalc.planning.menu.careful import disliked_by, is_careful
from fuelcalc.planning.menu.coverage import References
from fuelcalc.planning.menu.edits import edits_of, left_of, locks_of, locks_of_days
from fuelcalc.planning.menu.fridge import with_fridge
from fuelcalc.planning.menu.helping import Helping, helping_of, is_large_eater
from fuelcalc.planning.sessions.session import Trained

_SATURATED_SHARE: Final = 0.10
_SODIUM_CDRR_MG: Final = 2300.0
_SODIUM_OVER: Final = 1.2
_FIBRE_OVER: Final = 1.1
# So much protein a plate of real portions may bring before the day has too much of it.
_PROTEIN_G_PER_KG, _PROTEIN_SHARE = 2.2, 0.18
# While carbohydrate is loaded what is over the target takes its place.
_LOADING_PROTEIN_SHARE: Final = 1.25
_UNADVISED: Final[Mapping[str, tuple[str, ...]]] = {
    "haemochromatosis": ("iron_mg",),
    "kidney-stones": ("calcium_mg", "vitamin_c_mg"),
    "hypertension-diuretics": ("potassium_mg",),
    "heart-failure": ("potassium_mg",),
}
"""Nutrients about which fuelcalc gives no advice, by condition."""

_WEEK_DAYS: Final = 7

_UNSALTED: Final = frozenset({"heart-failure", "hypertension", "hypertension-diuretics"})
"""Conditions with which nobody is told to add salt, in a dish or in a bottle."""


_ANY_DAY: Final = dt.date(2026, 1, 7)
"""The Wednesday that a day without a date is."""


class Asked(NamedTuple):
    """
    What is asked of the menu beside the plan itself.

    Attributes:
        limits: Allergens, diet, restrictions and dislikes; never broken.
        wishes: Likes, foods to use up, time, and whose turn it is.
        references: What the day's food is held against.
        pantry: The foods and dishes to choose from.
        lock: Dishes that somebody has set, by feeding.
        in_file: Which of these words stand in the day itself; what is asked for now beats them.
        left: What is left of a dinner that somebody set for yesterday, for lunch; or None.
        shared: Dishes that others at the table have set, by meal; this day's own set beats them.
        swap: Feedings whose dish is exchanged for the next best.
        use_up: Foods that have to go, as they were written.
        unknown: Words among likes, dislikes and foods to use up that name nothing.
        caffeine_on: The race of which one gel should hold caffeine, or None.
        energy_kcal: The day's energy.
        is_loading: Whether carbohydrate is loaded for a race.
        opens_season: Whether what is said once a season is said today.
        helping: Whose amounts dishes are laid in.
    """

    limits: Limits
    wishes: Wishes
    references: References
    pantry: Pantry
    lock: Mapping[str, str]
    swap: Sequence[str]
    use_up: tuple[str, ...]
    unknown: tuple[str, ...]
    caffeine_on: Trained | None
    energy_kcal: float
    is_loading: bool
    opens_season: bool
    helping: Helping
    shared: Mapping[str, str]
    left: Variant | None
    in_file: frozenset[str]


def asked_of(
    athlete: Athlete, day: Day, targets: Targets, wanted: Wanted, *, loading: float
) -> Asked:
    """
    Gather what a menu has to know beside the feedings.

    Raises:
        InputError: A word names no allergen, restriction or diet, the foods are no pantry, or a
            lock of another day is none.
    """
    pantry, limits, pot = pantry_of(wanted.foods), limits_for(athlete, day.date), wanted.pot
    lock, others = locks_of_days(wanted.lock, day, wanted.days)
    shared = {meal: dish for (date, meal), dish in pot.locks.items() if date == day.date}
    wishes = wishes_for(athlete, pot.sets(day), seed=wanted.seed)
    wishes = wishes._replace(shared_lunch=pot.lunch)
    left = None
    if day.date is not None:
        set_by_hand = {**pot.locks, **others}
        for place in locks_of(dict.fromkeys(wanted.exchanged, ""), day.date)[1]:
            set_by_hand.pop(place, None)
        others = {place: dish for place, dish in pot.locks.items() if place[0] != day.date} | others
        wishes = wishes._replace(edits=edits_of(others, day.date, limits, pantry))
        dinners = {date for date, meal in others if meal == "dinner"}
        if "dinner" in {*shared, *map(plain, lock)}:
            dinners.add(day.date)
        full = map(pot.sets, (*wanted.days, day))
        left = left_of(set_by_hand, day.date, wishes.rules, limits, pantry)
        wishes = with_fridge(wishes, full, dinners, limits, pantry)
    return Asked(
        limits=limits,
        wishes=wishes,
        references=references_for(athlete, targets, loading=loading),
        pantry=pantry,
        lock=lock,
        in_file=frozenset(lock.keys() - locks_of(wanted.lock, day.date)[0].keys()),
        shared=shared,
        left=left,
        swap=wanted.swap,
        use_up=tuple(word for word in day.use_up if word not in pot.barred),
        caffeine_on=wanted.caffeine_on,
        energy_kcal=targets.energy_kcal,
        is_loading=loading > 0.0,
        unknown=tuple(
            word
            for word in unknown_words((*athlete.likes, *athlete.dislikes, *day.use_up), pantry)
            if word not in athlete.dislikes
            or not (pantry.is_in_a_method(word) or seasonings_meant((word,)))
        ),
        opens_season=opens_season(day.date or _ANY_DAY),
        helping=helping_of(
            mass_kg=athlete.mass_kg,
            energy_kcal=targets.energy_kcal,
            is_loading=loading > 0.0,
            appetite=athlete.appetite,
        ),
    )


def opens_season(date: dt.date) -> bool:
    """
    Whether a day is the first Monday of March, June, September or December.

    >>> opens_season(dt.date(2026, 12, 7)), opens_season(dt.date(2026, 12, 14))
    (True, False)
    """
    return date.month % 3 == 0 and date.day <= _WEEK_DAYS and date.weekday() == 0


def unknown_words(words: Sequence[str], pantry: Pantry) -> tuple[str, ...]:
    """
    The words that name no food, kind of food or dish, so that nobody relies on them.

    >>> unknown_words(["salmon", "bolognese", "gravel", "?"], pantry_of(None))
    ('gravel', '?')
    """
    return tuple(
        word
        for word in dict.fromkeys(words)
        if not plain(word)
        or not (any(is_called(food, word) for food in pantry.foods) or pantry.dishes_called(word))
    )


def limits_for(athlete: Athlete, date: dt.date | None = None) -> Limits:
    """
    What somebody must not or will not eat.

    Args:
        athlete: Who eats.
        date: When, for whoever gives a date of birth.

    >>> limits_for(Athlete.of(sex="male", age=30, mass="70 kg", height="175 cm")).diet
    'omnivore'
    """
    return Limits.of(
        diet=athlete.diet,
        avoid=athlete.avoid,
        restrictions=athlete.restrictions,
        dislikes=disliked_by(athlete),
        unsalted=not _UNSALTED.isdisjoint(athlete.conditions),
    )._replace(careful=is_careful(athlete, date))


def wishes_for(athlete: Athlete, day: Day, *, seed: int) -> Wishes:
    """
    What somebody would like today; a day without a date is always the same Wednesday.

    >>> from datetime import date
    >>> athlete = Athlete.of(sex="male", age=30, mass="70 kg", height="175 cm", likes=["Rice"])
    >>> wishes_for(athlete, Day(date=date(2026, 11, 28)), seed=0).likes
    ('rice',)
    """
    works = (day.date or _ANY_DAY).weekday() < 5
    return Wishes(
        likes=tuple(plain(word) for word in athlete.likes),
        use_up=tuple(plain(word) for word in day.use_up),
        most_minutes=athlete.weekday_cooking_min if works else None,
        weekday_min=athlete.weekday_cooking_min,
        turn=(day.date or _ANY_DAY).toordinal(),
        seed=seed,
        variety=athlete.variety,
        appetite=athlete.appetite,
        lunch=athlete.lunch or "",
        # Who works at home, or has lunch there, has a kitchen at hand.
        is_away=(athlete.lunch or athlete.daily_life) != "home",
        is_large=is_large_eater(athlete.mass_kg, athlete.daily_life),
        zone=athlete.time_zone or "",
    )


def references_for(athlete: Athlete, targets: Targets, *, loading: float) -> References:
    """
    What the day's food is held against: reference intakes, fibre, sodium, saturated fat.

    Nothing asks for fibre while carbohydrate is loaded, and nothing advises on a nutrient that
    a condition takes out of our hands. Where sodium is a ceiling it is none of the floors.
    """
    sodium_mg = targets.sodium_mg or 0.0
    is_salt_ceiling, is_fibre_ceiling = (
        name in targets.limits for name in ("sodium_mg", "fibre_g")
    )
    # While carbohydrate is loaded the day's fibre is more than enough, and no aim.
    is_loading = loading > 0.0
    least = dict(targets.micronutrients)
    if not is_salt_ceiling:
        least["sodium_mg"] = sodium_mg
    if not is_loading:
        least["fibre_g"] = targets.fibre_g
    return References(
        least=least,
        most={
            "protein_g": _most_protein_g(athlete, targets, loading),
            "saturated_fat_g": _SATURATED_SHARE * targets.energy_kcal / 9.0,
            "fibre_g": targets.fibre_g * (1.0 if is_loading or is_fibre_ceiling else _FIBRE_OVER),
            "sodium_mg": sodium_mg
            if is_salt_ceiling
            else max(_SODIUM_CDRR_MG, _SODIUM_OVER * sodium_mg),
        },
        unadvised=tuple(
            name for condition in athlete.conditions for name in _UNADVISED.get(condition, ())
        ),
        guarded=targets.limits,
    )


def _most_protein_g(athlete: Athlete, targets: Targets, loading: float) -> float:
    """How much protein the day's food may bring: while carbohydrate is loaded, little more."""
    energy_share_g = _PROTEIN_SHARE * targets.energy_kcal / 4.0
    usual_g = max(_PROTEIN_G_PER_KG * athlete.mass_kg, energy_share_g, targets.protein_g)
    loading_g = _LOADING_PROTEIN_SHARE * targets.protein_g
    return usual_g + loading * (min(loading_g, usual_g) - usual_g)
