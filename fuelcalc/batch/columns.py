"""The columns of a table of athlete-days: what each is called, and whose field it fills."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from fuelcalc.batch.cells import DayColumn, NoSession, read_cells
from fuelcalc.batch.strays import BY_CALL, Naming, check_once, check_strays
from fuelcalc.errors import InputError, UnknownKeyError, shown
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.record import Record, readings
from fuelcalc.models.sessions import LISTS, Lift, Other, Run
from fuelcalc.units import bare_name

if TYPE_CHECKING:
    import pandas as pd

KINDS: Final[Mapping[str, type[Record]]] = {"run": Run, "lift": Lift, "other": Other}
"""The sessions of a day."""

LENGTHS: Final = ("distance_km", "duration_min", "pace_s_per_km", "energy_kcal")
"""What says that there is a session, rather than what sort it is."""

SIGNS: Final = ("start", "climb_m", "grade_share", "met")
"""
What a row says of a session that there was, without how far or how long it went: words such as a
surface may stand in every row, and so may the weather, but nobody starts or climbs at rest.
"""

HARD: Final = ("recovery", "steady", "tempo", "intervals", "long", "race")
"""Efforts that nobody writes into a row without a run; easy is what an empty one stands for."""

_TABLES: Final = {"runs", "lifts", "other", "eaten", "segments", "exercises"}
OUT: Final = (
    "resting_kcal", "daily_life_kcal", "digestion_kcal", "exercise_kcal", "expenditure_kcal",
    "expenditure_low_kcal", "expenditure_high_kcal", "balance_kcal", "behind_kcal", "intake_kcal",
    "energy_availability_kcal_per_kg_ffm", "safe_intake_kcal", "protein_g", "carbohydrate_g",
    "fat_g", "fibre_g", "fluid_ml", "sodium_mg", "recommendation", "withheld", "refused",
)  # fmt: skip
"""What a table of figures holds."""

NO_SESSION: Final = "sessions"
_CLOCKS: Final = ("wake", "sleep")
_PAL: Final = ("pal", "daily_life_pal")


def _columns() -> dict[str, DayColumn]:
    """Every column by its name, and by its name without a unit."""
    found: dict[str, DayColumn] = {}
    for record in (Athlete, Goal, Day):
        for reading in readings(record):
            if reading.name not in _TABLES:
                _add(found, DayColumn(reading.name, record, reading))
    for kind in KINDS:
        for column in session_columns(kind):
            _add(found, column)
    for reading in readings(LearnedLife):
        _add(found, DayColumn(f"learned_{reading.name}", LearnedLife, reading, "learned"))
    # As a plan file calls them: sd, from and to; and short as those.
    for word, name in (*((w, name) for w, (name, _) in LearnedLife.also.items()), _PAL):
        found[f"learned_{word}"] = found[f"learned_{name}"]
    return found


def session_columns(kind: str, slot: str | None = None) -> tuple[DayColumn, ...]:
    """
    The columns of one session of a day.

    Args:
        kind: "run", "lift" or "other".
        slot: How their names begin, if not by the kind.
    """
    slot = kind if slot is None else slot
    record = KINDS[kind]
    return tuple(
        DayColumn(f"{slot}_{reading.name}", record, reading, slot)
        for reading in readings(record)
        if reading.name not in _TABLES
    )


def _add(found: dict[str, DayColumn], column: DayColumn) -> None:
    """Add a column by each of its names."""
    found[column.name] = column
    found.setdefault(column.bare, column)
    if column.key in {"start", *_CLOCKS}:
        # A time of day may also be a number: minutes since midnight.
        minutes = column._replace(name=f"{column.name}_min", in_minutes=True)
        found[minutes.name] = minutes


COLUMNS: Final[Mapping[str, DayColumn]] = _columns()
"""
Every column that a table may have.

A full name (`mass_kg`) holds numbers of that unit, a bare one (`mass`) text with units or
quantities. `run`, `lift` and `other` hold session text.
"""


def columns_of(
    frame: "pd.DataFrame",
    renamed: Mapping[str, str],
    *,
    others: Sequence[str] = (),
    naming: Naming = BY_CALL,
) -> dict[str, "pd.Series[Any]"]:
    """
    The columns of a table that say something of its days, by our names.

    Args:
        frame: A row an athlete-day.
        renamed: Our name for a column, and what it is called in the table.
        others: Columns that are read for something else.
        naming: How whoever asks says what a column is called.

    Raises:
        InputError: A name is unknown, or comes near a known one without being it; the table has
            no such column, or two say the same.
    """
    for ours, theirs in renamed.items():
        if ours not in COLUMNS and ours not in KINDS:
            raise UnknownKeyError(argument=ours, value=theirs, allowed=(*COLUMNS, *KINDS))
        if theirs not in frame.columns:
            raise InputError(
                "is no column of the table",
                argument=naming.argument,
                value=theirs,
                quote=shown(theirs),
                allowed=[str(name) for name in frame.columns],
            )
    taken = set(renamed.values())
    known = [name for name in (*COLUMNS, *KINDS) if name in frame.columns and name not in taken]
    read = {*known, *taken, *others}
    check_once(frame.columns, read)
    bare = {name: column.bare for name, column in COLUMNS.items()} | {kind: kind for kind in KINDS}
    # Rows with their figures beside them come from a call before this one.
    figured = OUT if set(OUT) <= set(frame.columns) else ()
    strays = (name for name in frame.columns if name not in read and name not in figured)
    check_strays(strays, bare, guarded=True, naming=naming)
    found: dict[str, pd.Series[Any]] = {}
    for ours, theirs in {**{name: name for name in known}, **renamed}.items():
        column = COLUMNS.get(ours)
        name = ours if column is None else column.name
        if name in found:
            remedy = "leave one of them out"
            raise InputError("stands in two columns", argument=name, quote="", remedy=remedy)
        values = frame[theirs]
        if column is not None:
            values = read_cells(values, column, is_bare=ours != column.name)
        found[name] = values
    return found


def slots_of(
    sessions: "pd.DataFrame", keys: "pd.Index[Any]", *, key: str
) -> dict[str, "pd.Series[Any]"]:
    """
    The sessions of a second table as columns of the first.

    Args:
        sessions: A row a session: `kind`, and its columns by their names without a kind.
        keys: The key of each row of the first table, each once.
        key: The column of *sessions* that says whose row a session is.

    Raises:
        InputError: A column is missing, a key is of no row, or no column says how far or how long.

    Returns:
        The columns; of a row that is no session, since its kind is none or it says neither how
        far nor how long, what its day is refused for.
    """
    import pandas as pd

    for name in (key, "kind"):
        if name not in sessions.columns:
            raise InputError("is missing", argument=name, remedy="add such a column to sessions")
    columns = [column for kind in KINDS for column in session_columns(kind)]
    bare = {column.key: column.reading.bare for column in columns}
    names = {"start_min": "start", **bare, **{name: name for name in bare.values()}}
    read = {key, "kind", *names}
    check_once(sessions.columns, read)
    check_strays((name for name in sessions.columns if name not in read), names)
    places = keys.get_indexer(pd.Index(sessions[key]))
    if (places < 0).any():
        lost = sessions[key].iloc[int((places < 0).argmax())]
        raise InputError("is of no row", argument=key, value=str(lost), remedy="check the keys")
    is_one = _is_session(sessions)
    found: dict[str, pd.Series[Any]] = {}
    if not is_one.all():
        lost = sessions[~is_one].drop_duplicates(key)
        none = [NoSession(*each) for each in zip(lost["kind"], lost[key], strict=True)]
        found[NO_SESSION] = pd.Series(none, index=lost[key], dtype=object).reindex(keys)
    for kind in KINDS:
        own = sessions[is_one & (sessions["kind"] == kind)]
        rank = own.groupby(key).cumcount()
        for number in range(int(rank.max()) + 1 if len(own) else 0):
            slot = kind if number == 0 else f"{kind}{number + 1}"
            found.update(_slot(own[rank == number].set_index(key), kind, slot, keys))
    return found


def _is_session(sessions: "pd.DataFrame") -> "pd.Series[bool]":
    """
    Which rows of a table of sessions are of a kind and say how far or how long it was.

    Raises:
        InputError: No column can say it; one that nobody reads may hold it.
    """
    import numpy as np

    from fuelcalc.batch.rows import is_empty

    lengths = {name for long in LENGTHS for name in (long, bare_name(long))}
    is_one = sessions["kind"].isin(list(KINDS))
    told = lengths.intersection(sessions.columns)
    if not told:
        remedy = "add distance_km or duration_min; text stands in the columns run and lift of days"
        raise InputError("no column says how far or how long", argument="sessions", remedy=remedy)
    is_said = np.logical_or.reduce([~is_empty(sessions[name]) for name in told])
    found: pd.Series[bool] = is_one & is_said
    return found


def _slot(
    own: "pd.DataFrame", kind: str, slot: str, keys: "pd.Index[Any]"
) -> dict[str, "pd.Series[Any]"]:
    """One session for each row that has so many of a kind."""
    found: dict[str, pd.Series[Any]] = {}
    if "start_min" in own.columns:
        minutes = COLUMNS[f"{kind}_start_min"]
        values = own["start_min"].reindex(keys)
        found[f"{slot}_start_min"] = read_cells(values, minutes, is_bare=False)
    for column in session_columns(kind, slot):
        for name in dict.fromkeys((column.key, column.reading.bare)):
            if name in own.columns:
                values = own[name].reindex(keys)
                is_bare = name != column.key
                found[column.name] = read_cells(values, column, is_bare=is_bare)
    return found


def names_of(found: Sequence[str]) -> tuple[str, ...]:
    """The slots among the names of columns, in the order of a day's kinds."""
    slots = dict.fromkeys(name.partition("_")[0] for name in found)
    return tuple(slot for kind in KINDS for slot in slots if slot.rstrip("0123456789") == kind)


def without_text(found: "dict[str, pd.Series[Any]]") -> "dict[str, pd.Series[Any]]":
    """
    The columns with session text turned into columns of its fields, each text read once.

    A text of several parts, or one that cannot be read, stays as it is for the models to judge.

    Raises:
        InputError: A session stands in a column of text and in columns of its fields, or the
            column holds something else than text.
    """
    columns = dict(found)
    for kind in KINDS:
        if kind not in columns:
            continue
        other = next((name for name in columns if name.startswith(f"{kind}_")), None)
        if other is not None:
            problem = f"says of the {kind} what {other} says too"
            raise InputError(problem, argument=kind, quote="", remedy="leave one of them out")
        columns.update(_fields_of_text(columns.pop(kind), kind))
    return columns


def _fields_of_text(values: "pd.Series[Any]", kind: str) -> "dict[str, pd.Series[Any]]":
    """The fields of a column of session text, and what of it stays text."""
    import numpy as np
    import pandas as pd

    try:
        codes, texts = pd.factorize(values)
    except TypeError:
        remedy = "write session text, or give a second table by sessions"
        problem = "holds lists or tables"
        raise InputError(problem, argument=kind, quote="", remedy=remedy) from None
    columns = session_columns(kind)
    sessions = [_plain_session(text, kind) for text in texts]
    found: dict[str, pd.Series[Any]] = {}
    for column in columns:
        told = [None if one is None else getattr(one, column.key) for one in sessions]
        if any(value is not None for value in told):
            table = np.array([*told, None], dtype=object)
            found[column.name] = pd.Series(table[codes], index=values.index)
    left = np.array([one is None for one in sessions] + [False])[codes]
    if left.any():
        found[kind] = values.where(left)
    return found


def _plain_session(text: Any, kind: str) -> Record | None:
    """What a text was taken for; None where it has parts, or cannot be read."""
    try:
        session = Day.read_key(LISTS[kind], [text])[1][0]
    except InputError:
        return None
    parts = session.model_fields_set & {"segments", "exercises", "pace_of_race_km", "compendium"}
    return None if parts else session
