"""A file of athlete-days in, a file of their figures out: piece by piece, and whole at the end."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fuelcalc.batch.guides import COLUMN, Guides, GuidesAsked, with_guides
from fuelcalc.batch.sinks import WORDS, BatchTally, CsvSink, ParquetSink, parquet
from fuelcalc.batch.workers import in_order
from fuelcalc.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

SUFFIXES: Final = (".csv", ".parquet")
# By numbers many rows at once are quicker; row by row a piece is a few seconds' work.
_ROWS, _ROWS_BY_CLOCK = 32_000, 2_000
# A page takes about a second: so many are shared out evenly, and lost where a run is cut.
_ROWS_WITH_GUIDES = 4
# Columns that are read, and that a reader still wants beside the figures.
_KEPT: Final = ("name", "date")


class BatchAsked(NamedTuple):
    """How a file is planned, as `plan_frame` takes it, and the pages that are wanted too."""

    columns: Mapping[str, str]
    week: str | None = None
    clock: bool = True
    guides: GuidesAsked | None = None

    @property
    def rows_at_once(self) -> int:
        """How many rows a piece has."""
        if self.guides is not None:
            return _ROWS_WITH_GUIDES
        return _ROWS_BY_CLOCK if self.clock or self.week else _ROWS


class FileRows(NamedTuple):
    """Some rows of a file, and the number of the first of them."""

    first: int
    rows: "pd.DataFrame"


def plan_file(
    source: Path,
    target: Path,
    asked: BatchAsked,
    *,
    n_workers: int = 1,
    done: Callable[[int], None] = lambda _: None,
) -> BatchTally:
    """
    Plan every row of a file.

    What is finished stands beside the target until all is; when the same file is planned in the
    same way again after it was cut, it goes on from there.

    Args:
        source: A .csv or .parquet file with a row an athlete-day.
        target: The .csv or .parquet file to write; it appears whole or not at all.
        asked: How to plan it. Rows of one week have to stand together.
        n_workers: How many processes share the rows; whatever the number, the files are the same.
        done: Told how many rows are finished, after each piece.

    Returns:
        How many rows there are, and how many of them were refused.

    Raises:
        InputError: The file or one of its columns cannot be used, or it has no row, or none of
            its rows can be planned.
        FuelcalcError: A worker has died; what is finished is kept.
    """
    for argument, path in (("in", source), ("out", target)):
        if path.suffix.lower() not in SUFFIXES:
            quote = path.name or str(path)
            raise InputError("is no file of rows", argument=argument, value=path, quote=quote,
                             allowed=SUFFIXES, remedy="name a .csv or .parquet file")  # fmt: skip
    if not source.is_file():
        raise InputError("does not exist", argument="in", value=source, remedy="check its name")
    sink = CsvSink if target.suffix.lower() == ".csv" else ParquetSink
    with ExitStack() as files:
        guides = None
        if asked.guides is not None:
            guides = files.enter_context(Guides(asked.guides))
        out = files.enter_context(sink(target, _mark(source, asked)))
        if guides is not None:
            guides.begin(anew=out.n_kept == 0)
        work = partial(planned_piece, asked=asked)
        for rows in in_order(work, _left(source, asked, out.skip), n_workers=n_workers):
            out.add(rows)
            done(out.n_rows)
        _check_worth(out.tally, source)
        out.finish()
        if guides is not None:
            guides.finish()
        out.clear()
    return out.tally


def _left(source: Path, asked: BatchAsked, skip: Callable[[int], int]) -> Iterator[FileRows]:
    """The rows of a file that are not finished, so many at a time."""
    first = 1
    for rows in _whole_weeks(_pieces(source, asked), asked.week):
        _check_complete(rows, source, asked)
        n_kept = skip(len(rows))
        if n_kept < len(rows):
            numbers = range(first + n_kept, first + len(rows))
            yield FileRows(first + n_kept, rows.iloc[n_kept:].set_axis(numbers))
        first += len(rows)


def planned_piece(piece: FileRows, asked: BatchAsked) -> "pd.DataFrame":
    """The figures of some rows; their pages are written."""
    figures = figures_of_rows(piece.rows, asked)
    if asked.guides is None:
        return figures
    return with_guides(figures, piece.rows, asked.guides, first=piece.first,
                       columns=asked.columns, week=asked.week)  # fmt: skip


def _check_worth(tally: BatchTally, source: Path) -> None:
    """
    Hold that a file would have figures, before it is put in the place of another.

    Raises:
        InputError: There is no row, or each is refused.
    """
    quote = source.name
    if tally.n_rows == 0:
        raise InputError("has no rows", argument="in", value=source, quote=quote)
    if tally.n_refused == tally.n_rows:
        problem = f"has no row that can be planned; the first, {tally.first_refusal}"
        raise InputError(problem, argument="in", value=source, quote=quote)


def _mark(source: Path, asked: BatchAsked) -> list[Any]:
    """What has to be the same for a cut run to go on, the version that plans it included."""
    from fuelcalc import __version__

    stat = source.stat()
    guides = (
        None if asked.guides is None else [str(asked.guides.folder.resolve()), asked.guides.fmt]
    )
    file = [str(source.resolve()), stat.st_size, stat.st_mtime_ns]
    return [__version__, *file, dict(asked.columns), asked.week, asked.clock, guides]


def figures_of_rows(rows: "pd.DataFrame", asked: BatchAsked) -> "pd.DataFrame":
    """The figures of some rows, behind what says whose they are."""
    import pandas as pd

    from fuelcalc.batch.frame import plan_frame

    figures = plan_frame(rows, columns=asked.columns, week=asked.week, clock=asked.clock)
    figures = figures.astype(dict.fromkeys(WORDS, "str"))
    return pd.concat([rows[_kept(rows, asked)], figures], axis=1)


def _kept(rows: "pd.DataFrame", asked: BatchAsked) -> list[str]:
    """The columns that stand in front of the figures: all that say nothing of a day, and names."""
    from fuelcalc.batch.columns import COLUMNS, KINDS

    read = (set(COLUMNS) | set(KINDS) | set(asked.columns.values())) - set(_KEPT)
    return [name for name in rows.columns if name not in read]


def _pieces(source: Path, asked: BatchAsked) -> "Iterator[pd.DataFrame]":
    """A file's rows, so many at a time."""
    from fuelcalc.batch.columns import COLUMNS, KINDS
    from fuelcalc.batch.csv_rows import check_names, csv_pieces, unreadable

    try:
        if source.suffix.lower() == ".csv":
            ours = {*COLUMNS, *KINDS, *asked.columns.values()} - {"name"}
            yield from csv_pieces(source, asked.rows_at_once, ours)
            return
        file = parquet().ParquetFile(source)
        check_names(file.schema_arrow.names)
        for batch in file.iter_batches(batch_size=asked.rows_at_once):
            yield batch.to_pandas()
    except (ValueError, OSError) as error:
        if isinstance(error, InputError):
            raise
        raise unreadable(source, str(error)) from None


def _check_complete(rows: "pd.DataFrame", source: Path, asked: BatchAsked) -> None:
    """
    Hold that a file has the columns without which no row of it can be planned.

    Raises:
        InputError: It lacks some, or has some that cannot be used.
    """
    from fuelcalc.batch.columns import columns_of
    from fuelcalc.batch.days import FIGURES
    from fuelcalc.batch.strays import BY_OPTION
    from fuelcalc.models.athlete import Athlete

    written = {*FIGURES, *WORDS, *(() if asked.guides is None else (COLUMN,))}
    twice = [name for name in _kept(rows, asked) if name in written]
    if twice:
        problem, remedy = "is the name of a figure that is written", "rename it, or leave it out"
        raise InputError(problem, argument="in", value=twice[0], remedy=remedy)
    week = [name for name in (asked.week,) if name is not None]
    found = columns_of(rows.iloc[:0], asked.columns, others=week, naming=BY_OPTION)
    needed = [name for name, info in Athlete.model_fields.items() if info.is_required()]
    lacking = [name for name in needed if name not in found]
    if "age" not in found and "birth_date" not in found:
        lacking.append("age")
    if lacking:
        problem = f"lacks {', '.join(lacking)}, which every plan needs"
        remedy = f"add what is missing, or say --column {lacking[0]}=YOURS"
        raise InputError(problem, argument="in", value=source, quote=source.name, remedy=remedy)


def _whole_weeks(pieces: "Iterable[pd.DataFrame]", week: str | None) -> "Iterator[pd.DataFrame]":
    """Pieces that part no week: the last one of each waits for what follows."""
    import pandas as pd

    if week is None:
        yield from pieces
        return
    waiting: pd.DataFrame | None = None
    for piece in pieces:
        if week not in piece.columns:
            raise InputError("is no column of the file", argument="week", value=week)
        rows = piece if waiting is None else pd.concat([waiting, piece])
        last = rows[week] == rows[week].iloc[-1]
        yield rows[~last]
        waiting = rows[last]
    if waiting is not None:
        yield waiting
