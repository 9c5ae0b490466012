"""A table in parts, as Dask holds it: each part is planned as a table of its own, anywhere."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from fuelcalc.errors import InputError
from fuelcalc.planning.physiology import Models

if TYPE_CHECKING:
    import pandas as pd


def is_in_parts(frame: object) -> bool:
    """Whether a table is one of Dask's, told without importing Dask."""
    return any(kind.__module__.startswith("dask.dataframe") for kind in type(frame).__mro__)


def plan_parts(
    plan: "Callable[..., pd.DataFrame]",
    frame: Any,
    *,
    columns: Mapping[str, str],
    clock: bool,
    models: Models | None,
) -> Any:
    """
    Plan each part of a Dask table where it lies, when the result is asked for.

    Args:
        plan: `plan_frame`, which workers find by its name.
        frame: A Dask DataFrame, a row an athlete-day.
        columns: As `plan_frame` takes them.
        clock: As `plan_frame` takes it.
        models: As `plan_frame` takes them; workers need their module too.

    Returns:
        A Dask DataFrame of as many parts. Its columns and their types are known beforehand, but
        for the words of `withheld`: which guards somebody needs is known when a part is planned.

    Raises:
        InputError: A column is unknown or there twice.
    """
    import pandas as pd
    from dask.dataframe.utils import UNKNOWN_CATEGORIES

    ours = dict(columns)
    # Planning no row checks the columns at once, and tells the types.
    empty = plan(frame._meta, columns=ours, clock=clock, models=models)  # noqa: SLF001 - Dask's own name
    unknown = pd.Categorical([], categories=pd.Index([UNKNOWN_CATEGORIES]))
    meta = empty.assign(withheld=unknown)
    return frame.map_partitions(plan, columns=ours, clock=clock, models=models, meta=meta)


def refuse_neighbours(**named: object) -> None:
    """
    Refuse what needs rows of other parts: nobody knows in which part they lie.

    Raises:
        InputError: Sessions of a second table, or weeks, were asked for.
    """
    for argument, value in named.items():
        if value is not None:
            raise InputError(
                "asks for rows that may lie in other parts of a Dask table",
                argument=argument,
                value=value,
                quote="",
                remedy="give each part whole days or weeks, and plan it by map_partitions",
            )
