"""Which foods somebody asks for: by name, by what they hold, and by who may eat them."""

import re
from typing import Final, NamedTuple

from fuelcalc.errors import InputError, clipped
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import Nutrient
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.pantry import Pantry, pantry_of
from fuelcalc.pantry.table import ROLES, WHEN
from fuelcalc.pantry.words import Words, at_most, nutrient_named, parts_of, words_of
from fuelcalc.units import parse_amount

PER: Final = ("100g", "portion")
"""What the amounts of a query are of."""

_HAIR: Final = 1e-9
_ORDERS: Final = {"most": -1.0, "highest": -1.0, "least": 1.0, "lowest": 1.0}


@holds_kinds(but=("foods",))
def find_foods(
    words: str | None = None,
    *,
    limits: Limits | None = None,
    role: Words = (),
    when: Words = (),
    contains: Words = (),
    least: Words = (),
    most: Words = (),
    sort: Words = (),
    per: str = "100g",
    limit: int | None = None,
    foods: Pantry | None = None,
) -> tuple[Food, ...]:
    """
    Foods by name, by what they hold, and by who may eat them: what `fuelcalc foods` lists.

    Args:
        words: Everyday words that the foods are called by; all foods by default.
        limits: What somebody eats and must not eat; anybody by default.
        role: What they are in the kitchen ("fruit", "grain"); one of these.
        when: When they are eaten ("breakfast", "meal", "snack", "session"); one of these.
        contains: Nutrients that they hold some of ("iron", "omega-3").
        least: What they hold at the least ("protein 10 g").
        most: What they hold at the most ("fibre 2 g").
        sort: What stands first ("most carbohydrate, least fibre").
        per: What the amounts are of: "100g", or "portion" for one household measure.
        limit: At most so many; all by default.
        foods: The pantry to search; the bundled one by default.

    Returns:
        Foods in the order asked for, else best named first. What a source does not know is within
        no bound, and stands last.

    Raises:
        InputError: Words name nothing, or cannot be read.

    >>> [food.name for food in find_foods(sort="most potassium", role="fruit", limit=2)]
    ['avocado', 'guava']
    """
    query = FoodQuery.of(
        limits=limits,
        role=role,
        when=when,
        contains=contains,
        least=least,
        most=most,
        sort=sort,
        per=per,
    )
    return at_most(limit, query.found(words, pantry_of(foods)))


class Bound(NamedTuple):
    """A nutrient and the amount that it may not pass."""

    nutrient: Nutrient
    amount: float
    is_floor: bool

    def fits(self, food: Food, grams: float) -> bool:
        """Whether a food keeps it; what the source does not know is not within any bound."""
        held = food.held(self.nutrient, grams)
        if held.amount is None:
            return False
        if self.is_floor:
            return held.amount >= self.amount - _HAIR
        return held.is_whole and held.amount <= self.amount + _HAIR


class Sorting(NamedTuple):
    """A nutrient to sort by, and its direction: -1 is the most first."""

    nutrient: Nutrient
    sign: float

    def key(self, food: Food, grams: float) -> tuple[bool, float]:
        """Where a food stands; what the source does not know stands last."""
        held = food.held(self.nutrient, grams)
        unknown = held.amount is None or (self.sign > 0 and not held.is_whole)
        return unknown, 0.0 if unknown else self.sign * (held.amount or 0.0)


class FoodQuery(NamedTuple):
    """What is asked of foods."""

    limits: Limits
    roles: tuple[str, ...]
    when: tuple[str, ...]
    contains: tuple[Nutrient, ...]
    bounds: tuple[Bound, ...]
    orders: tuple[Sorting, ...]
    per_portion: bool

    @classmethod
    def of(
        cls,
        *,
        limits: Limits | None,
        role: Words,
        when: Words,
        contains: Words,
        least: Words,
        most: Words,
        sort: Words,
        per: str,
    ) -> "FoodQuery":
        """
        Read what is asked; see `find_foods`.

        Raises:
            InputError: Words name nothing, or cannot be read.
        """
        named = (_nutrient(word, name="contains") for word in parts_of(contains, name="contains"))
        return cls(
            limits=limits or Limits(),
            roles=words_of(role, ROLES, name="role"),
            when=words_of(when, WHEN, name="when"),
            contains=tuple(named),
            bounds=(*_bounds(least, name="least"), *_bounds(most, name="most")),
            orders=_orders(sort),
            per_portion=words_of(per, PER, name="per") == ("portion",),
        )

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked but the words."""
        anybody = self.limits == Limits()
        chosen = (self.roles, self.when, self.contains, self.bounds, self.orders)
        return anybody and not any(chosen)

    @property
    def nutrients(self) -> tuple[Nutrient, ...]:
        """Every nutrient that is asked about, once, in the order of the question."""
        sorted_by = (order.nutrient for order in self.orders)
        bounded = (bound.nutrient for bound in self.bounds)
        return tuple(dict.fromkeys((*self.contains, *sorted_by, *bounded)))

    def grams(self, food: Food) -> float:
        """The amount of a food that it is judged by."""
        return food.portion.one_g if self.per_portion else 100.0

    def fits(self, food: Food) -> bool:
        """Whether a food is asked for."""
        return (
            self.limits.most_g(food) > 0.0
            and (not self.roles or food.role in self.roles)
            and (not self.when or any(when in food.when for when in self.when))
            and all((food.held(nutrient).amount or 0.0) > 0.0 for nutrient in self.contains)
            and all(bound.fits(food, self.grams(food)) for bound in self.bounds)
        )

    def found(self, words: str | None, pantry: Pantry) -> tuple[Food, ...]:
        """
        The foods that fit, sorted as asked; what they hold most of what they must contain.

        Raises:
            InputError: No food is called so.
        """
        called = pantry.foods if words is None else pantry.called(words, argument="words")
        orders = self.orders or tuple(Sorting(nutrient, -1.0) for nutrient in self.contains)
        return tuple(
            sorted(
                filter(self.fits, called),
                key=lambda food: [order.key(food, self.grams(food)) for order in orders],
            )
        )


def _nutrient(word: str, *, name: str) -> Nutrient:
    """A nutrient by its everyday name, or an error that says which option it was for."""
    try:
        return nutrient_named(word)
    except InputError as error:
        raise error.named(name) from None


def _bounds(texts: Words, *, name: str) -> tuple[Bound, ...]:
    """Read "fibre 2 g" or "2 g fibre", several parted by commas."""
    return tuple(_bound(part, name=name) for part in parts_of(texts, name=name))


def _bound(text: str, *, name: str) -> Bound:
    """Read one bound."""
    words = re.sub(r"[=:<>≤≥]", " ", text).split() or [text]
    for place in range(len(words) - 1, 0, -1):
        for label, rest in ((words[:place], words[place:]), (words[-place:], words[:-place])):
            nutrient = _known(" ".join(label))
            if nutrient is not None and any(char.isdigit() for char in rest[0]):
                return Bound(
                    nutrient, _amount(" ".join(rest), nutrient, name=name), name == "least"
                )
    number = next((i for i, word in enumerate(words) if word[0].isdigit()), len(words))
    nutrient = _nutrient(" ".join(words[:number]) or text, name=name)
    remedy = f'write "{nutrient.name} 2 {nutrient.suffix}"'
    raise InputError("has no amount", argument=name, value=text, remedy=remedy)


def _known(word: str) -> Nutrient | None:
    try:
        return nutrient_named(word)
    except InputError:
        return None


def _amount(text: str, nutrient: Nutrient, *, name: str) -> float:
    """Read the amount of a bound in the nutrient's unit; an index is a bare number."""
    where = f"{name}: {nutrient.name}"
    try:
        amount = parse_amount(text, nutrient.suffix, name=where) if nutrient.suffix else float(text)
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        problem = "is not a number"
        raise InputError(problem, argument=where, value=text, remedy="write 55") from None
    if not 0.0 <= amount < float("inf"):
        raise InputError(
            "is below 0 or without end",
            argument=where,
            value=text,
            quote=clipped(text),
            remedy="write 0 or more",
        )
    return amount


def _orders(texts: Words) -> tuple[Sorting, ...]:
    """Read "most carbohydrate, least fibre"."""
    found: list[Sorting] = []
    for part in parts_of(texts, name="sort"):
        direction, _, word = part.partition(" ")
        if direction.casefold() not in _ORDERS or not word.strip():
            nutrient = _known(part) or nutrient_named("protein")
            remedy = f'write "most {nutrient.name}"'
            raise InputError("cannot be read", argument="sort", value=part, remedy=remedy)
        found.append(Sorting(_nutrient(word, name="sort"), _ORDERS[direction.casefold()]))
    return tuple(found)
