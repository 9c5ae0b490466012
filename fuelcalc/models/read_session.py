"""One line of text as a session, whatever kind it is."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, overload

from fuelcalc.errors import InputError
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.session_text import lift_from_text, other_from_text, run_from_text
from fuelcalc.models.sessions import Lift, Other, Run, SessionKind

_READERS: Final[Mapping[str, tuple[Callable[[str], Any], type[Run | Lift | Other]]]] = {
    "run": (run_from_text, Run),
    "lift": (lift_from_text, Lift),
    "other": (other_from_text, Other),
}


@overload
def read_session(text: str, kind: Literal["run"]) -> Run: ...


@overload
def read_session(text: str, kind: Literal["lift"]) -> Lift: ...


@overload
def read_session(text: str, kind: Literal["other"]) -> Other: ...


@overload
def read_session(text: str, kind: None = None) -> Run | Lift | Other: ...


@holds_kinds()
def read_session(text: str, kind: SessionKind | None = None) -> Run | Lift | Other:
    """
    Read a session as people write it in one line.

    Args:
        text: "10 km easy @ 5:40/km 06:30", "60min heavy lower 18:00", "40 min cycling".
        kind: "run", "lift" or "other"; by default the first of them that it can be read as.

    Returns:
        The session, checked like any other.

    Raises:
        InputError: It cannot be read; the error says so of a run where nobody said what it is.

    >>> read_session("10 km easy @ 5:40/km 06:30").pace_s_per_km
    340.0
    >>> read_session("60min heavy lower 18:00").style
    'heavy'
    """
    if kind is not None and kind not in _READERS:
        raise InputError("is no kind", argument="kind", value=kind, allowed=tuple(_READERS))
    mistakes: list[InputError] = []
    for read, record in _READERS.values() if kind is None else [_READERS[kind]]:
        try:
            return record.of(**read(text))
        except InputError as error:
            mistakes.append(error)
    raise mistakes[0]
