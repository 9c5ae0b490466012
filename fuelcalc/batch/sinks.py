"""Where the figures of a file's rows go: a file that is written piece by piece, and goes on."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator
from importlib import import_module
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from fuelcalc.errors import InputError, clipped

if TYPE_CHECKING:
    import pandas as pd

WORDS: Final = ("recommendation", "withheld", "refused")
"""The columns behind the figures."""


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


def parquet() -> Any:
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


class Sink(ABC):
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
        """Put the file in its place; `clear` takes away what else stands there."""
        self.part.replace(self.target)


class CsvSink(Sink):
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


class ParquetSink(Sink):
    """A Parquet file, which cannot be gone on with: its pieces are files until all are there."""

    def __init__(self, target: Path, mark: list[Any]) -> None:
        """Hold that Parquet can be written at all."""
        super().__init__(target, mark)
        self.parquet = parquet()

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
        nothing = dict.fromkeys(set(empty) - set(WORDS))
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
