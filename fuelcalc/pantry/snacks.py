"""What to eat before a session, from the pairings that somebody may eat, best first."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf
from operator import attrgetter
from typing import Final, NamedTuple

from fuelcalc.models.foods import Food, Snack
from fuelcalc.models.nutrients import total
from fuelcalc.pantry.limits import Limits, speaks_of_salt
from fuelcalc.pantry.pairings import Choice, Offer, Pairing, can_be_dosed, offers, pairings
from fuelcalc.pantry.pantry import Pantry
from fuelcalc.pantry.portions import serving

LONGEST_BEFORE_MIN: Final = 240.0
"""From here on a snack is a meal, and the pairings of this time serve."""

# How near is a fit, how near is worth offering, and what a place in the file is worth in misfit.
_FITS_SHARE, _FITS_G = 0.10, 5.0
_NEAR_SHARE, _NEAR_G = 0.35, 10.0
_RANK_COST, _CLOSE_COST, _FAR_COST = 0.06, 0.25, 2.0
_SAME_MAIN: Final = 2
_CARBOHYDRATE = attrgetter("carbohydrate_g")


class _Ceiling(NamedTuple):
    """The most that a snack may hold."""

    fat_g: float
    fibre_g: float
    protein_g: float

    def holds(self, offer: Offer) -> bool:
        """Whether an offer stays below all three."""
        return (
            offer.fat_g <= self.fat_g
            and offer.fibre_g <= self.fibre_g
            and offer.protein_g <= self.protein_g
        )


class _Plate(NamedTuple):
    """One pairing with a food chosen for each place; `place` is its line in the file."""

    place: int
    pairing: Pairing
    foods: tuple[Food, ...]
    choices: tuple[Choice, ...]


class _Pick(NamedTuple):
    """The best offer of one plate; the least cost is the best."""

    cost: float
    place: int
    gap_g: float
    offer: Offer
    plate: _Plate


def snack_options(
    pantry: Pantry,
    limits: Limits,
    *,
    minutes_before: float,
    carbohydrate_g: float,
    fat_max_g: float,
    fibre_max_g: float,
    protein_max_g: float,
    sensitive_gut: bool = False,
    count: int = 5,
) -> tuple[Snack, ...]:
    """
    What to eat so many minutes before a session, best first.

    Args:
        pantry: The foods to choose from.
        limits: What somebody eats and must not eat; never broken.
        minutes_before: Minutes from eating to the start; beyond 240 counts as 240.
        carbohydrate_g: The dose, as carbohydrate minus fibre; at 0 nothing is offered.
        fat_max_g: Most fat, never broken.
        fibre_max_g: Most fibre, never broken.
        protein_max_g: Most protein, never broken.
        sensitive_gut: Halves the ceilings of fat and fibre, and leaves out what is high in
            FODMAPs.
        count: At most so many options.

    Returns:
        Options of one to three foods whose dose fits or at least comes near; where none does,
        the nearest, which say in `missed` what is missed. Empty when no pairing is allowed.

    >>> from fuelcalc.pantry import BUNDLED
    >>> most = {"fat_max_g": 3, "fibre_max_g": 3.5, "protein_max_g": 5}
    >>> options = snack_options(BUNDLED, Limits(), minutes_before=30, carbohydrate_g=24, **most)
    >>> [(item.amount, item.name) for item in options[0].items]
    [(1.0, 'banana')]
    """
    # Chosen by a millionth of a gram, so that no last bit of a dose decides between two snacks.
    dose_g = round(carbohydrate_g, 6)
    if not dose_g > 0.0 or count < 1:
        return ()
    ease = 0.5 if sensitive_gut else 1.0
    ceiling = _Ceiling(fat_max_g * ease, fibre_max_g * ease, protein_max_g)
    minutes = min(max(minutes_before, 0.0), LONGEST_BEFORE_MIN)
    plates = _plates(limits, sensitive_gut, pantry)
    now = [plate for plate in plates if plate.pairing.from_min <= minutes < plate.pairing.to_min]
    picks = _picks(now, dose_g, ceiling)
    if not any(abs(pick.gap_g) <= _fits_g(dose_g) for pick in picks):
        # What sits well later sits well now: fall back on quicker food.
        quicker = [plate for plate in plates if plate.pairing.to_min <= minutes]
        picks = sorted([*picks, *_picks(quicker, dose_g, ceiling)])
    return tuple(_snack(pick, carbohydrate_g) for pick in _varied(picks, dose_g)[:count])


@lru_cache(maxsize=64)
def _plates(
    limits: Limits,
    sensitive_gut: bool,  # noqa: FBT001
    pantry: Pantry,
) -> tuple[_Plate, ...]:
    """Every pairing that somebody may eat, each place filled by its first allowed food."""
    plates: list[_Plate] = []
    for place, pairing in enumerate(pairings()):
        if limits.unsalted and speaks_of_salt(pairing.label, pairing.why):
            continue
        found = [
            _first_allowed(options, limits, sensitive_gut, pantry) for options in pairing.places
        ]
        chosen = tuple(choice for choice in found if choice is not None)
        if len(chosen) == len(found):
            foods = tuple(pantry.by_id[choice.food_id] for choice in chosen)
            plates.append(_Plate(place, pairing, foods, chosen))
    return tuple(plates)


def _first_allowed(
    options: Sequence[Choice],
    limits: Limits,
    sensitive_gut: bool,  # noqa: FBT001
    pantry: Pantry,
) -> Choice | None:
    """The first food of a place that somebody may eat."""
    for choice in options:
        food = pantry.by_id[choice.food_id]
        # A pairing counts in the bundled measures: an own food in others has no part in it.
        fits = can_be_dosed(food) and choice.food_id not in pantry.moved
        if fits and limits.allow(food) and not (sensitive_gut and food.high_fodmap):
            return choice
    return None


def _picks(plates: Iterable[_Plate], dose_g: float, ceiling: _Ceiling) -> list[_Pick]:
    """The best offer of each plate, least cost first; none of a plate above the ceiling."""
    picks: list[_Pick] = []
    for plate in plates:
        offer = _nearest(offers(plate.foods, plate.choices), dose_g, ceiling)
        if offer is not None:
            gap = offer.carbohydrate_g - dose_g
            too_far = max(0.0, abs(gap) - _fits_g(dose_g))
            misfit = _CLOSE_COST * abs(gap) + _FAR_COST * too_far
            cost = _RANK_COST * plate.pairing.rank + misfit / dose_g
            # Costs that tie are told apart by their place in the file, not by their last bits.
            picks.append(_Pick(round(cost, 9), plate.place, gap, offer, plate))
    return sorted(picks)


def _nearest(options: Sequence[Offer], dose_g: float, ceiling: _Ceiling) -> Offer | None:
    """Search outwards from the dose for the offer that comes nearest in plain amounts."""
    best: Offer | None = None
    best_cost = inf
    above = bisect_left(options, dose_g, key=_CARBOHYDRATE)
    below = above - 1
    while True:
        over = options[above].carbohydrate_g - dose_g if above < len(options) else inf
        under = dose_g - options[below].carbohydrate_g if below >= 0 else inf
        if min(over, under) >= best_cost:
            return best
        if over < under:
            offer, above = options[above], above + 1
        else:
            offer, below = options[below], below - 1
        cost = min(over, under) + offer.oddness
        if cost < best_cost and ceiling.holds(offer):
            best, best_cost = offer, cost


def _varied(picks: Sequence[_Pick], dose_g: float) -> list[_Pick]:
    """Leave out what is far off, unless all are, and a third option of the same main food."""
    reach = max(_NEAR_SHARE * dose_g, _NEAR_G)
    near = [pick for pick in picks if abs(pick.gap_g) <= reach]
    if not near:
        near = sorted(picks, key=lambda pick: (abs(pick.gap_g), pick.place))
    seen: Counter[str] = Counter()
    varied: list[_Pick] = []
    for pick in near:
        main = pick.plate.choices[0].food_id
        seen[main] += 1
        if seen[main] <= _SAME_MAIN:
            varied.append(pick)
    return varied


def _fits_g(dose_g: float) -> float:
    return max(_FITS_SHARE * dose_g, _FITS_G)


def _snack(pick: _Pick, dose_g: float) -> Snack:
    """Put one pick on the plate."""
    pairing, foods = pick.plate.pairing, pick.plate.foods
    items = tuple(
        serving(food, amount) for food, amount in zip(foods, pick.offer.amounts, strict=True)
    )
    gap_g = pick.offer.carbohydrate_g - dose_g
    side = "more" if gap_g > 0.0 else "less"
    return Snack(
        snack_id=pairing.snack_id,
        label=pairing.label.format(*(food.name for food in foods)),
        items=items,
        totals=total(item.nutrients for item in items),
        available_carbohydrate_g=pick.offer.carbohydrate_g,
        gap_g=gap_g,
        why=pairing.why,
        missed=""
        if abs(gap_g) <= _fits_g(dose_g)
        else f"{abs(gap_g):.0f} g {side} than {dose_g:.0f} g of carbohydrate",
    )
