"""Names of columns that speak of who must not eat what: none of them may stay unread."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from fuelcalc.models.conditions import CONDITION_WORDS
from fuelcalc.models.diets import WORDS_BY_KEY

_STEMS: Final = {
    "conditions": (
        "condition pregnan insulin diabet kidney renal heart health illness disease disorder "
        "syndrome diagnos medic prescri symptom surgery fracture bloodpressure menstru asthma "
        "cancer crohn colitis epilep anorex bulimi clinic injur trimest warfarin diuretic statin "
        "bloodthinner"
    ),
    "restrictions": "restrict intoler religio freefrom noteat canteat donteat",
    "avoid": "foodnote avoid allerg alerg anaphyla epipen sensitiv forbid exclu without",
    "diet": "diet vegetar vegitar pescatar pescetar ketogenic",
    "dislikes": "dislik",
}
"""What a name holds, anywhere in it, and the column that is meant."""
_WHOLE: Final = {
    "conditions": "ibs ibd gout t2d t2dm med meds drug ed reds sick ill rx",
    "restrictions": "pork beef", "diet": "keto meat veg",
}  # fmt: skip
"""What is a word by itself: within others it says nothing."""
# "cod" is in "postcode", "nut" in "minutes", "oat" in "float", "ckd" in "trackday".
_LONGEST_WHOLE: Final = 4
_EXAMPLES: Final = {
    "conditions": "kidney-disease", "restrictions": "gluten-free", "avoid": "nuts",
    "diet": "vegan", "dislikes": "tofu",
}  # fmt: skip
_TAKEN_FOR_NONE: Final = "heartrate"
"""What a watch measures is no condition of a heart."""
_PARTS: Final = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+")


class GuardWord(NamedTuple):
    """What a name holds that speaks of protection, the column that is meant, and a word of it."""

    held: str
    column: str

    @property
    def example(self) -> str:
        """A word that the column takes."""
        return _EXAMPLES[self.column]


def _letters(text: str) -> str:
    """The small letters and digits of a text, without accents."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text).casefold())


def _vocabulary() -> Iterator[tuple[str, str]]:
    """Every word that a model takes for a protection, longest first, and its column."""
    words = {**WORDS_BY_KEY, "conditions": CONDITION_WORDS}
    # What is a restriction and an allergen, as coeliac, is protected more by the restriction.
    for column in ("restrictions", "diet", "conditions", "avoid"):
        for word in sorted(words[column], key=len, reverse=True):
            yield _letters(word).removesuffix("s"), column


_INSIDE: Final[dict[str, str]] = {}
_ALONE: Final = {word: column for column, words in _WHOLE.items() for word in words.split()}
for _word, _column in _vocabulary():
    (_ALONE if len(_word) <= _LONGEST_WHOLE else _INSIDE).setdefault(_word, _column)
for _column, _words in _STEMS.items():
    for _word in _words.split():
        _INSIDE.setdefault(_word, _column)


def guard_word_in(name: str) -> GuardWord | None:
    """
    What of a column's name speaks of conditions, restrictions, allergens, avoiding or a diet.

    A name that is refused for nothing costs its owner one line, a protection that is left aside
    is served to somebody: in doubt a name speaks of one.

    >>> guard_word_in("Lactose intolerant"), guard_word_in("postcode"), guard_word_in("avg_hr")
    (GuardWord(held='lactose', column='avoid'), None, None)
    >>> guard_word_in("noEggs"), guard_word_in("free_text"), guard_word_in("caffeine-free")
    (GuardWord(held='egg', column='avoid'), None, GuardWord(held='free', column='restrictions'))
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    letters = _letters(plain).replace(_TAKEN_FOR_NONE, "")
    held = next((word for word in _INSIDE if word in letters), None)
    if held is not None:
        return GuardWord(held, _INSIDE[held])
    parts = [part.casefold() for part in _PARTS.findall(plain)]
    wholes = (*parts, *re.split(r"[\W_]+", plain.casefold()), *map("".join, pairwise(parts)))
    held = next((word for word in _spellings((*wholes, letters)) if word in _ALONE), None)
    if held is not None:
        return GuardWord(held, _ALONE[held])
    if letters.endswith("free"):
        return GuardWord("free", "restrictions")
    return GuardWord("no", "avoid") if parts[:1] == ["no"] and len(parts) > 1 else None


def _spellings(words: Iterable[str]) -> Iterator[str]:
    """Words as they are, and without what makes several or none of a thing."""
    for word in words:
        bare = word.removeprefix("no").removesuffix("free").removesuffix("less")
        for spelling in (word, bare, word.removeprefix("non")):
            yield from (spelling, spelling.removesuffix("s"), spelling.removesuffix("es"))
