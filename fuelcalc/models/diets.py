"""
The closed words for what somebody must not eat: allergens, diets and restrictions.

People write "nuts", "dairy" or "shellfish". Everything behind this module knows only the
codes, and a word that it cannot place is an error, because a guess could hurt somebody.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from fuelcalc.errors import InputError, nearest, quoted
from fuelcalc.models.refusals import answer

_ALLERGEN_WORDS: Final[Mapping[str, str]] = {
    "gluten": "cereals-containing-gluten coeliac celiac barley rye",
    "wheat": "spelt semolina durum kamut",
    "crustaceans": "crustacean shrimp prawn crab lobster crayfish",
    "egg": "",
    "fish": "finfish salmon tuna cod",
    "peanut": "groundnut monkey-nut",
    "soy": "soya soybean soya-bean tofu",
    "milk": "dairy lactose casein whey cows-milk cow-milk",
    "tree-nut": "almond brazil-nut cashew hazelnut macadamia pecan pine-nut pistachio walnut",
    "celery": "celeriac",
    "mustard": "",
    "sesame": "sesame-seed tahini",
    "sulphites": "sulphite sulfite sulphur-dioxide sulfur-dioxide",
    "lupin": "lupine",
    "molluscs": "mollusc mollusk clam mussel octopus oyster scallop snail squid",
}
"""Each allergen by its code, and its other names."""

_ALLERGEN_FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    # Whoever avoids gluten avoids wheat; who avoids wheat may well eat rye.
    **dict.fromkeys(("gluten", *_ALLERGEN_WORDS["gluten"].split()), ("gluten", "wheat")),
    "oat": ("gluten", "wheat"),
    "nut": ("peanut", "tree-nut"),
    "shellfish": ("crustaceans", "molluscs"),
    "seafood": ("crustaceans", "fish", "molluscs"),
}
_RESTRICTION_WORDS: Final[Mapping[str, str]] = {
    "gluten-free": "coeliac celiac gf",
    "dairy-free": "milk-free lactose-free non-dairy",
    "halal": "halaal",
    "kosher-style": "kosher",
    "low-fodmap": "fodmap",
}
_DIET_WORDS: Final[Mapping[str, str]] = {
    "vegan": "plant-based",
    "vegetarian": "veggie ovo-lacto lacto-ovo",
    "pescatarian": "pescetarian pesco-vegetarian",
    "omnivore": "omni everything meat-eater",
}

ALLERGENS: Final = tuple(_ALLERGEN_WORDS)
"""The 14 allergens of the EU list and the 9 of the US list, with wheat apart from gluten."""

DIETS: Final = tuple(_DIET_WORDS)
"""Strictest first: each may eat what stands before it."""

RESTRICTIONS: Final = tuple(_RESTRICTION_WORDS)
"""Ways of eating that a food must be reviewed for before it suits them."""

FREE_FROM: Final[Mapping[str, tuple[str, ...]]] = {
    "gluten-free": ("gluten", "wheat"),
    "dairy-free": ("milk",),
}
"""Allergens of which a food for a restriction holds not even traces."""


class _Vocabulary(NamedTuple):
    """One closed list of codes, and every spelling that leads to them."""

    kind: str
    codes: tuple[str, ...]
    meanings: Mapping[str, tuple[str, ...]]
    otherwise: str = ""

    def meaning(self, word: str) -> tuple[str, ...]:
        """Find the codes behind one word, plural or not, or refuse it."""
        if isinstance(word, str):
            key = word_key(word)
            for spelling in (key, key.removesuffix("s"), key.removesuffix("es"), _substance(key)):
                if spelling in self.meanings:
                    return self.meanings[spelling]
        near = nearest(word_key(str(word)), sorted(self.meanings), cutoff=0.7)
        known = f"known: {', '.join(self.codes)}{self.otherwise}"
        raise InputError(
            f"is not {self.kind} that fuelcalc knows",
            value=word,
            quote=quoted(str(word)),
            allowed=self.codes,
            remedy=f'did you mean "{near}"?' if near else known,
        )


def _meanings(words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Every spelling and the code that it stands for."""
    return {name: (code,) for code, others in words.items() for name in (code, *others.split())}


_ALLERGENS = _Vocabulary(
    kind="an allergen",
    codes=ALLERGENS,
    meanings={**_meanings(_ALLERGEN_WORDS), **_ALLERGEN_FAMILIES},
    otherwise="; a food that is only disliked goes into dislikes",
)
_RESTRICTIONS = _Vocabulary("a restriction", RESTRICTIONS, _meanings(_RESTRICTION_WORDS))
_DIETS = _Vocabulary("a diet", DIETS, _meanings(_DIET_WORDS))
DIET_OF: Final[Mapping[str, str]] = {word: diet for word, (diet,) in _DIETS.meanings.items()}
"""What is understood for a diet."""
WORDS_BY_KEY: Final[Mapping[str, tuple[str, ...]]] = {
    "restrictions": tuple(_RESTRICTIONS.meanings),
    "diet": tuple(_DIETS.meanings),
    "avoid": tuple(_ALLERGENS.meanings),
}
"""Every word that is understood for what somebody does not eat, by the key that takes it."""


def allergens_named(words: Iterable[str]) -> tuple[str, ...]:
    """
    The allergens that people mean by their own words, as codes of `ALLERGENS`.

    Args:
        words: Everyday names: codes, plurals, "nuts" (peanuts and tree nuts), "shellfish"
            (crustaceans and molluscs), "dairy", "soya". Avoiding gluten avoids wheat too.

    Returns:
        Codes without repeats, in the order of `ALLERGENS`.

    Raises:
        InputError: A word names no allergen; the message suggests the nearest.

    >>> allergens_named(["nuts", "Dairy"])
    ('peanut', 'milk', 'tree-nut')
    >>> allergens_named(["gluten"])
    ('gluten', 'wheat')
    """
    found = {code for word in _each(words) for code in _ALLERGENS.meaning(word)}
    return tuple(code for code in ALLERGENS if code in found)


def restrictions_named(words: Iterable[str]) -> tuple[str, ...]:
    """
    The ways of eating that people mean, as codes of `RESTRICTIONS`.

    Args:
        words: Everyday names: "gluten free", "coeliac", "kosher", "lactose-free".

    Returns:
        Codes without repeats, in the order of `RESTRICTIONS`.

    Raises:
        InputError: A word names no restriction; the message suggests the nearest.

    >>> restrictions_named(["Gluten free", "FODMAP"])
    ('gluten-free', 'low-fodmap')
    """
    found = {code for word in _each(words) for code in _restriction(word)}
    return tuple(code for code in RESTRICTIONS if code in found)


def _restriction(word: str) -> tuple[str, ...]:
    """One way of eating; "nut-free" is an allergen to avoid, and says so."""
    plain = word_key(str(word))
    stem = _substance(plain)
    if plain in _RESTRICTIONS.meanings:
        return _RESTRICTIONS.meanings[plain]
    is_whole = stem == plain.removesuffix("s")
    if stem in _ALLERGENS.meanings and not (is_whole and f"{stem}-free" in _RESTRICTIONS.meanings):
        remedy = f"write avoid = [{quoted(stem)}]"
        raise InputError("is about an allergen", value=plain, remedy=remedy)
    instead = answer(plain)
    if instead is not None:
        raise InputError(
            instead[0], value=plain, remedy=f"{instead[1]}; known: {', '.join(RESTRICTIONS)}"
        )
    return _RESTRICTIONS.meaning(word)


def diet_named(word: str) -> str:
    """
    The diet that somebody means, as a word of `DIETS`.

    Raises:
        InputError: The word names no diet; the message suggests the nearest.

    >>> diet_named("plant-based")
    'vegan'
    """
    return _DIETS.meaning(word)[0]


def may_eat(diet: str, *, food_for: str) -> bool:
    """
    Whether somebody on *diet* may eat a food meant *food_for* a diet; both of `DIETS`.

    >>> may_eat("vegetarian", food_for="vegan"), may_eat("vegan", food_for="vegetarian")
    (True, False)
    """
    return DIETS.index(food_for) <= DIETS.index(diet)


def _each(words: Iterable[str]) -> Iterable[str]:
    # A lone string is one word here, not an iterable of letters.
    return (words,) if isinstance(words, str) else words


def word_key(word: str) -> str:
    """Spell a word as the tables do: small letters, hyphens, no apostrophes."""
    plain = word.casefold().replace("'", "").replace("’", "").replace("_", " ").replace("-", " ")
    return "-".join(plain.split())


def _substance(key: str) -> str:
    """
    Leave the "milk" of "milk-allergy", "no-milk" and "milk-free".

    >>> _substance("nut-allergy")
    'nut'
    """
    key = key.removeprefix("no-")
    for ending in ("-free", "-allergy", "-intolerance", "-intolerant"):
        key = key.removesuffix(ending)
    return key.removesuffix("s")


def check_tastes(likes: Sequence[str], **unwanted: Sequence[str]) -> None:
    """
    Refuse a word that is liked, and disliked or avoided too.

    Args:
        likes: Words for foods or dishes to be served more often.
        unwanted: Words for what is not to be served, by the key that they stand under.

    Raises:
        InputError: A word stands on both sides.

    >>> check_tastes(["rice"], dislikes=["tofu"])
    """
    for key, words in unwanted.items():
        others = {word.casefold() for word in words}
        twice = next((word for word in likes if word.casefold() in others), None)
        if twice is not None:
            problem = f"stands under {key} too"
            raise InputError(problem, argument="likes", value=twice, remedy="keep one of them")
