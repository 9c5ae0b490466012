"""Columns that nobody reads: which may stand in a table, and which are a slip of a name."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from shlex import quote
from typing import Final, NamedTuple

from fuelcalc.batch.guard_words import guard_word_in
from fuelcalc.errors import InputError, nearest
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.refusals import OTHER_WORDS

_OF_SESSION: Final = re.compile(r"(runs?|lifts?|other|learned)\d*_")
_IDS: Final = frozenset(
    {"athlete", "id", "team", "club", "coach", "note", "notes", "block", "page"}
)
_TRAINED: Final = {
    "workout": "run", "training": "run", "session": "run", "km": "run_distance",
    "kilometre": "run_distance", "kilometer": "run_distance", "mile": "run_distance",
    "goal": "aim", "phase": "season", "tempc": "temperature_degc",
}  # fmt: skip
"""What a column is called that holds a day's training elsewhere: unread, it would be a rest day."""

_UNREAD: Final = "is no column that is read"
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
    *,
    guarded: bool = False,
    naming: Naming = BY_CALL,
) -> None:
    """
    Refuse columns that are not read and were probably meant to be.

    Args:
        names: The columns that are not read.
        known: The names of those that would be, each with its name without a unit.
        guarded: Whether no name may speak of who must not eat what.
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
    words = {**OTHER_WORDS, **_TRAINED, **{key: name for key, (name, _) in Athlete.also.items()}}
    meant_by = {word: key for word, key in words.items() if key in known} | meant_by
    for name in names:
        if not isinstance(name, str):
            continue
        folded = _folded(name)
        word = guard_word_in(name) if guarded and folded not in meant_by else None
        if word is not None:
            remedy = (
                f'did you mean "{word.column}"? Then {naming.says(word.column, name)} takes words '
                f'such as "{word.example}", no yes or no; to leave it aside, rename it without '
                f'"{word.held}"'
            )
            raise InputError(_UNREAD, argument=name, value=name, quote="", remedy=remedy)
        meant = meant_by.get(folded) or _near(name, known)
        if meant is not None:
            bare = known.get(meant, meant)
            if not folded.endswith(_folded(meant.removeprefix(bare))):
                # Miles are not to be taken for kilometres: without a unit the text says which.
                meant = bare
            remedy = (
                f'did you mean "{meant}"? Then {naming.says(meant, name)} takes it; '
                "else give it a name unlike that"
            )
            raise InputError(_UNREAD, argument=name, value=name, quote="", remedy=remedy)


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


def _near(name: str, known: Collection[str]) -> str | None:
    """The column that a name comes near."""
    spelled = re.sub(r"[\W_]+", "_", name.strip().casefold())
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
