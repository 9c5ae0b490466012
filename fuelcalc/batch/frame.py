"""A table of athlete-days in, a table of their figures out."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from fuelcalc.errors import InputError, check_kind
from fuelcalc.kinds import holds_kinds

if TYPE_CHECKING:
    import pandas as pd

    from fuelcalc.planning.physiology import Models

CHUNK_ROWS: Final = 16_000
"""So many rows at once stay in the caches of a processor."""


@holds_kinds(but=("frame", "sessions"))
def plan_frame(
    frame: "pd.DataFrame",
    *,
    columns: Mapping[str, str] = MappingProxyType({}),
    sessions: "pd.DataFrame | None" = None,
    key: str | None = None,
    week: str | None = None,
    clock: bool = True,
    models: "Models | None" = None,
) -> "pd.DataFrame":
    """
    Plan a table of athlete-days: a row each, with what it costs and what to eat and drink.

    Args:
        frame: A row an athlete-day, in columns named as the fields of `Athlete`, `Goal` and `Day`
            ("mass_kg", "aim", "temperature_degc"), with one run and one lift in columns such as
            "run_distance_km" and "lift_duration_min", or as text in "run" and "lift". Times of day
            are times, text, or minutes since midnight ("run_start_min"). A bare name ("mass")
            takes text with units or a column whose type has one. What is empty is unknown.
            Other columns, such as an id, a club or a note, are left aside, unless their names
            come near one of these: "conditons" is refused, since a guard would be lost with it.
            A Dask DataFrame is planned part by part, and gives one (`fuelcalc[dask]`).
        columns: Our name for a column that the table calls something else.
        sessions: A row a session, where days have more than one run and one lift: `kind` ("run",
            "lift", "other"), and its fields by their names ("distance_km").
        key: The column of *sessions* that says whose row it is, and of *frame* if it has such
            a column; else it is looked up in the index.
        week: A column whose equal rows are days of one athlete, in order: they know each
            other, as the days of `plan_days` do.
        clock: Whether the feedings of each day are laid out, as in `plan_day`. Without them the
            figures are what the day asks for, whether or not its feedings can hold it, and come
            a thousand times as fast.
        models: Equations of your own for resting energy and running, as for `plan_day`; without
            the clock they are given arrays.

    Returns:
        The same rows in the same order, by the same index: a column for each figure, with the
        `recommendation`, what is `withheld` (in words parted by spaces) and why a row was
        `refused`; these two are missing where there is nothing to say. A figure that a guard
        withholds, and all of a row that is refused, is missing too.

    Raises:
        InputError: A column is unknown, nearly known or there twice, or a session is of no row.

    >>> import pandas as pd
    >>> days = pd.DataFrame({"sex": ["female", "male"], "age": 30, "mass_kg": [62.0, 75.0],
    ...     "height_cm": [168.0, 178.0], "run_distance_km": [10.0, None]})
    >>> plan_frame(days)["expenditure_kcal"].round(-1).tolist()
    [2840.0, 2930.0]
    """
    import numpy as np
    import pandas as pd

    from fuelcalc.batch.columns import columns_of, slots_of, without_text
    from fuelcalc.batch.figures import Figured
    from fuelcalc.batch.one_row import RowsAsked
    from fuelcalc.batch.parts import is_in_parts, plan_parts, refuse_neighbours
    from fuelcalc.planning.physiology import FUELCALCS

    if is_in_parts(frame):
        refuse_neighbours(sessions=sessions, week=week)
        in_parts: pd.DataFrame = plan_parts(
            plan_frame, frame, columns=columns, clock=clock, models=models
        )
        return in_parts
    if not isinstance(frame, pd.DataFrame):
        raise InputError("is no DataFrame", argument="frame", value=frame)
    others = [name for name in (week, key) if name is not None]
    found = without_text(columns_of(frame, columns, others=others))
    if sessions is not None:
        check_kind(sessions, pd.DataFrame, "sessions")
        named = key is not None and key in frame.columns
        keys = pd.Index(frame[key]) if named else frame.index
        if not keys.is_unique:
            problem = "holds a key twice, so that nobody can tell whose a session is"
            raise InputError(problem, argument="key", value=key, quote="")
        slots = slots_of(sessions, keys, key=key or "row")
        found |= {name: values.set_axis(frame.index) for name, values in slots.items()}
    figured = Figured(len(frame), RowsAsked(clock, models or FUELCALCS))
    if week is None:
        places = np.arange(len(frame))
        if not clock:
            chunks = _chunks(found, len(frame))
            left = [figured.add_rows(start, some, n_rows) for start, some, n_rows in chunks]
            places = np.concatenate([places[:0], *left])
        figured.judge(places, found)
    else:
        if week not in frame.columns:
            raise InputError("is no column of the table", argument="week", value=week)
        figured.add_weeks(found, pd.factorize(frame[week])[0])
    return figured.frame(frame.index)


def _chunks(
    columns: "Mapping[str, pd.Series[Any]]", n_rows: int
) -> "Iterator[tuple[int, Mapping[str, pd.Series[Any]], int]]":
    """The columns of some thousand rows at a time, where these start, and how many they are."""
    for start in range(0, n_rows, CHUNK_ROWS):
        end = min(start + CHUNK_ROWS, n_rows)
        some = {name: values.iloc[start:end] for name, values in columns.items()}
        yield start, some, end - start
