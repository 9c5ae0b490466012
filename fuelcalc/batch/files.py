"""A file of athlete-days in, a file of their figures out: piece by piece, and whole at the end."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from fuelcalc.errors import InputError, clipped

if TYPE_CHECKING:
    import pandas as pd

SUFFIXES: Final = (".csv", ".parquet")
# By numbers many rows at once are quicker; row by row a piece is a few seconds' work.
_ROWS, _ROWS_BY_CLOCK = 32_000, 2_000
_WORDS: Final = ("recommendation", "withheld", "refused")
# Columns that are read, and that a reader still wants beside the figures.
_KEPT: Final = ("name", "date")


class BatchAsked(NamedTuple):
    """How a file is planned, as `plan_frame` takes it."""

    columns: Mapping[str, str]
    week: str | None = None
    clock: bool = True


class BatchTally(NamedTuple):
    """How many rows were written, how many of them without figures, and why the first of these."""

    n_rows: int = 0
    n_refused: int = 0
    first_refusal: str = ""

    def with_rows(self, rows: "pd.DataFrame") -> "BatchTally":
        """The same after some more rows, whose last column says why each was refused."""
        is_refused = rows.iloc[:, -1].notna().to_numpy()
        first = self.first_refusal
        if not first and is_refused.any():
            place = int(is_refused.argmax())
            first = f"row {self.n_rows + place + 1}{_label(rows.iloc[place])}: "
            first += str(rows.iloc[place, -1])
        return BatchTally(self.n_rows + len(rows), self.n_refused + int(is_refused.sum()), first)


def _label(row: "pd.Series[Any]") -> str:
    """What stands in front of a row's figures, by which its reader knows it."""
    from fuelcalc.batch.days import FIGURES
    from fuelcalc.models.plain import plain

    name, value = str(row.index[0]), plain(row.iloc[0])
    return "" if name in FIGURES or value is None else f" ({clipped(f'{name} {value}')})"


def plan_file(
    source: Path, target: Path, asked: BatchAsked, *, done: Callable[[int], None] = lambda _: None
) -> BatchTally:
    """
    Plan every row of a file.

    What is finished stands beside the target until all is; when the same file is planned in the
    same way again after it was cut, it goes on from there.

    Args:
        source: A .csv or .parquet file with a row an athlete-day.
        target: The .csv or .parquet file to write; it appears whole or not at all.
        asked: How to plan it. Rows of one week have to stand together.
        done: Told how many rows are finished, after each piece.

    Returns:
        How many rows there are, and how many of them were refused.

    Raises:
        InputError: The file or one of its columns cannot be used, or it has no row, or none of
            its rows can be planned.
    """
    for argument, path in (("in", source), ("out", target)):
        if path.suffix.lower() not in SUFFIXES:
            quote = path.name or str(path)
            raise InputError("is no file of rows", argument=argument, value=path, quote=quote,
                             allowed=SUFFIXES, remedy="name a .csv or .parquet file")  # fmt: skip
    if not source.is_file():
        raise InputError("does not exist", argument="in", value=source, remedy="check its name")
    rows = _ROWS_BY_CLOCK if asked.clock or asked.week else _ROWS
    sink = _CsvSink if target.suffix.lower() == ".csv" else _ParquetSink
    with sink(target, _mark(source, asked)) as out:
        for piece in _whole_weeks(_pieces(source, rows, asked), asked.week):
            _check_complete(piece, source, asked)
            left = piece.iloc[out.skip(len(piece)) :]
            if len(left):
                out.add(figures_of_rows(left, asked))
            done(out.n_rows)
        _check_worth(out.tally, source)
        out.finish()
    return out.tally


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
    """What has to be the same for a cut run to go on."""
    stat = source.stat()
    return [str(source.resolve()), stat.st_size, stat.st_mtime_ns, dict(asked.columns), *asked[1:]]


def figures_of_rows(rows: "pd.DataFrame", asked: BatchAsked) -> "pd.DataFrame":
    """The figures of some rows, behind what says whose they are."""
    import pandas as pd

    from fuelcalc.batch.columns import COLUMNS, KINDS
    from fuelcalc.batch.frame import plan_frame

    read = (set(COLUMNS) | set(KINDS) | set(asked.columns.values())) - set(_KEPT)
    kept = rows[[name for name in rows.columns if name not in read]]
    figures = plan_frame(rows, columns=asked.columns, week=asked.week, clock=asked.clock)
    return pd.concat([kept, figures.astype(dict.fromkeys(_WORDS, "str"))], axis=1)


def _pieces(source: Path, rows: int, asked: BatchAsked) -> "Iterator[pd.DataFrame]":
    """A file's rows, so many at a time."""
    from fuelcalc.batch.columns import COLUMNS, KINDS
    from fuelcalc.batch.csv_rows import check_names, csv_pieces, unreadable

    try:
        if source.suffix.lower() == ".csv":
            week = () if asked.week is None else (asked.week,)
            ours = {*COLUMNS, *KINDS, *asked.columns.values(), *week} - {"name"}
            yield from csv_pieces(source, rows, ours)
            return
        parquet = _parquet().ParquetFile(source)
        check_names(parquet.schema_arrow.names)
        for batch in parquet.iter_batches(batch_size=rows):
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

    twice = [name for name in rows.columns if name in FIGURES or name in _WORDS]
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


def _parquet() -> Any:
    """
    What reads and writes Parquet.

    Raises:
        InputError: It is not installed.
    """
    try:
        return import_module("pyarrow.parquet")
    except ImportError:
        remedy = "install fuelcalc[parquet], or use .csv"
        raise InputError("Parquet files need pyarrow", remedy=remedy) from None


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


class _Sink(ABC):
    """A file that is written piece by piece beside its place, and goes on where it was cut."""

    def __init__(self, target: Path, mark: list[Any]) -> None:
        """Name what stands beside the target until it is finished."""
        self.target = target
        self.part = target.with_name(f"{target.name}.part")
        self.state = target.with_name(f"{target.name}.state")
        self.mark = mark
        self.n_rows = 0
        self.n_kept = 0
        self.tally = BatchTally()
        self.extent = 0
        """How far what is finished reaches: in bytes, or in pieces."""

    def __enter__(self) -> Self:
        """Go on with what was finished of the same, else begin anew."""
        state = self._known()
        if state is not None:
            self.tally, self.extent = state
            self.n_kept = self.tally.n_rows
        self.begin()
        return self

    def _known(self) -> tuple[BatchTally, int] | None:
        """Which rows of the same file were finished, and how far they reach, if there are any."""
        try:
            state = json.loads(self.state.read_text(encoding="utf-8"))
            if state["mark"] == self.mark and self.reaches(int(state["extent"])):
                rows, refused, first = state["tally"]
                return BatchTally(int(rows), int(refused), str(first)), int(state["extent"])
        except (OSError, ValueError, KeyError, TypeError):
            # What cannot be read is begun anew.
            return None
        return None

    @abstractmethod
    def reaches(self, extent: int) -> bool:
        """Whether so much stands there as was finished."""

    @abstractmethod
    def begin(self) -> None:
        """Leave what reaches to `extent`, and nothing behind it."""

    @abstractmethod
    def write(self, rows: "pd.DataFrame") -> None:
        """Write some rows behind the others, and move `extent`."""

    def clear(self) -> None:
        """Take away what stands beside the target."""
        self.part.unlink(missing_ok=True)
        self.state.unlink(missing_ok=True)

    def add(self, rows: "pd.DataFrame") -> None:
        """Write some rows behind the others, and note that they are finished."""
        self.write(rows)
        self.n_rows += len(rows)
        self.tally = self.tally.with_rows(rows)
        state = {"mark": self.mark, "tally": self.tally, "extent": self.extent}
        self.state.write_text(json.dumps(state), encoding="utf-8")

    def skip(self, n_rows: int) -> int:
        """How many of the next rows stand in the file already."""
        skipped = min(self.n_kept - self.n_rows, n_rows) if self.n_kept > self.n_rows else 0
        self.n_rows += skipped
        return skipped

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Leave what is finished where it is, and nothing of a file that cannot be used."""
        if self.n_rows == 0 or (kind is not None and issubclass(kind, InputError)):
            self.clear()

    def finish(self) -> None:
        """Put the file in its place."""
        self.part.replace(self.target)
        self.clear()


class _CsvSink(_Sink):
    """A CSV file; one that was cut goes on behind its last finished byte."""

    def reaches(self, extent: int) -> bool:
        """Whether the file is as long as was finished."""
        return self.part.stat().st_size >= extent

    def begin(self) -> None:
        """Cut off what was not finished."""
        with self.part.open("ab") as file:
            file.truncate(self.extent)

    def write(self, rows: "pd.DataFrame") -> None:
        """Write some rows behind the others."""
        with self.part.open("ab") as file:
            rows.to_csv(file, index=False, header=self.n_rows == 0)
            self.extent = file.tell()


class _ParquetSink(_Sink):
    """A Parquet file, which cannot be gone on with: its pieces are files until all are there."""

    def __init__(self, target: Path, mark: list[Any]) -> None:
        """Hold that Parquet can be written at all."""
        super().__init__(target, mark)
        self.parquet = _parquet()

    def _piece(self, number: int) -> Path:
        return self.target.with_name(f"{self.target.name}.part.{number}")

    def _pieces(self) -> Iterator[Path]:
        """Every piece that stands there, in order."""
        return takewhile(Path.exists, map(self._piece, count()))

    def reaches(self, extent: int) -> bool:
        """Whether every finished piece is there."""
        return all(self._piece(number).exists() for number in range(extent))

    def begin(self) -> None:
        """Take away the pieces that were not finished."""
        for number in count(self.extent):
            if not self._piece(number).exists():
                return
            self._piece(number).unlink()

    def write(self, rows: "pd.DataFrame") -> None:
        """Write some rows as a piece."""
        from fuelcalc.batch.days import FIGURES

        # What nobody filled in here may be numbers or text in another piece.
        empty = [str(name) for name in rows if name not in FIGURES and rows[name].isna().all()]
        nothing = dict.fromkeys(set(empty) - set(_WORDS))
        table = import_module("pyarrow").Table.from_pandas(
            rows.assign(**nothing), preserve_index=False
        )
        self.parquet.write_table(table, self._piece(self.extent))
        self.extent += 1

    def finish(self) -> None:
        """Join the pieces, one at a time, and put the file in its place."""
        pieces = [*self._pieces()]
        schemas = [self.parquet.read_schema(piece) for piece in pieces]
        # A column that is empty in one piece holds numbers or text in another.
        schema = import_module("pyarrow").unify_schemas(schemas, promote_options="permissive")
        with self.parquet.ParquetWriter(self.part, schema) as writer:
            for piece in pieces:
                writer.write_table(self.parquet.read_table(piece).cast(schema))
        super().finish()

    def clear(self) -> None:
        """Take away the pieces too."""
        for piece in [*self._pieces()]:
            piece.unlink()
        super().clear()
