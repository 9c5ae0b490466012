"""Columns that nobody reads: which may stand in a table, and which are a slip of a name."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from shlex import quote
from types import MappingProxyType
from typing import Final, NamedTuple, get_args

from fuelcalc.errors import InputError, nearest
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.conditions import Condition
from fuelcalc.models.refusals import OTHER_WORDS

GUARD_WORDS: Final[Mapping[str, str]] = {
    "condition": "conditions",
    "pregnan": "conditions",
    **{re.sub(r"\W", "", word): "conditions" for word in get_args(Condition)},
    "restriction": "restrictions",
    "allerg": "avoid",
    "avoid": "avoid",
    "diet": "diet",
}
"""What a name holds that speaks of who must not eat what, and the column that is meant."""

_OF_SESSION: Final = re.compile(r"(runs?|lifts?|other|learned)\d*_")
_IDS: Final = frozenset(
    {"athlete", "id", "team", "club", "coach", "note", "notes", "block", "page"}
)
_LENGTHS: Final = ("run_distance", "lift_duration", "other_duration")
# By it "usual_kcal" is near and "first_name" is not.
_ALIKE: Final = 0.7
_ALIKE_IN_SESSIONS: Final = 0.75


class Naming(NamedTuple):
    """
    How somebody says what a column is called: the argument's name, and what is written.

    >>> BY_CALL.says("run", "runs"), BY_OPTION.says("avoid", "not eaten")
    ('columns={"run": "runs"}', "--column 'avoid=not eaten'")
    """

    argument: str
    says: Callable[[str, str], str]


BY_CALL: Final = Naming("columns", 'columns={{"{}": "{}"}}'.format)
BY_OPTION: Final = Naming("column", lambda ours, theirs: f"--column {quote(f'{ours}={theirs}')}")


def check_strays(
    names: Iterable[object],
    known: Mapping[str, str],
    guard_words: Mapping[str, str] = MappingProxyType({}),
    naming: Naming = BY_CALL,
) -> None:
    """
    Refuse columns that are not read and were probably meant to be.

    Args:
        names: The columns that are not read.
        known: The names of those that would be, each with its name without a unit.
        guard_words: Parts of a name that no column may hold unread, and what each is meant for.
        naming: How whoever asks says what a column is called.

    Raises:
        InputError: The first that comes near a known name, with the name.

    >>> known = {"conditions": "conditions", "mass_kg": "mass"}
    >>> check_strays(["club", "athlete_id"], known)
    >>> check_strays(["conditons"], known)
    Traceback (most recent call last):
        ...
    fuelcalc.errors.InputError: conditons: is no column that is read; did you mean "conditions"? \
Then columns={"conditions": "conditons"} takes it; else give it a name unlike that
    """
    meant_by = {_folded(name): name for name in known}
    words = {**OTHER_WORDS, **{key: name for key, (name, _) in Athlete.also.items()}}
    meant_by = {word: key for word, key in words.items() if key in known} | meant_by
    for name in names:
        if not isinstance(name, str):
            continue
        meant = _meant(name, known, meant_by, guard_words)
        if meant is not None:
            bare = known.get(meant, meant)
            if not _folded(name).endswith(_folded(meant.removeprefix(bare))):
                # Miles are not to be taken for kilometres: without a unit the text says which.
                meant = bare
            remedy = (
                f'did you mean "{meant}"? Then {naming.says(meant, name)} takes it; '
                "else give it a name unlike that"
            )
            problem = "is no column that is read"
            raise InputError(problem, argument=name, value=name, quote="", remedy=remedy)


def check_once(names: Iterable[object], read: Collection[object]) -> None:
    """
    Refuse columns of the same name.

    Args:
        names: The columns of a table.
        read: Those that are read.

    Raises:
        InputError: One of those that are read stands there twice.

    >>> check_once(["id", "id", "diet", "diet"], ["diet"])
    Traceback (most recent call last):
        ...
    fuelcalc.errors.InputError: diet: stands twice in the table; leave one of them out
    """
    seen: set[object] = set()
    for name in names:
        if name in seen and name in read:
            problem, remedy = "stands twice in the table", "leave one of them out"
            raise InputError(problem, argument=str(name), value=name, quote="", remedy=remedy)
        seen.add(name)


def _meant(
    name: str,
    known: Collection[str],
    meant_by: Mapping[str, str],
    guard_words: Mapping[str, str],
) -> str | None:
    """The column that a name was probably meant for."""
    folded = _folded(name)
    if folded in meant_by:
        return meant_by[folded]
    spelled = re.sub(r"[\W_]+", "_", name.strip().casefold())
    for word, meant in guard_words.items():
        if word in spelled.replace("_", ""):
            return meant
    begins = _OF_SESSION.match(spelled)
    if begins is not None:
        own = [each for each in known if each.startswith(f"{begins[1].rstrip('s')}_")]
        near = nearest(spelled, own, cutoff=_ALIKE_IN_SESSIONS)
        return near or next((each for each in own if each in _LENGTHS), begins[1].rstrip("s"))
    if spelled in _IDS or spelled.endswith("_id"):
        return None
    return nearest(spelled, known, cutoff=_ALIKE)


def _folded(name: str) -> str:
    """A name without what people leave out or put in: capitals, a plural, spaces."""
    return re.sub(r"[\W_]+", "", name.casefold()).rstrip("s")
