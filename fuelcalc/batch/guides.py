"""A page for each row of a file: made beside the others, and shown when all are there."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from fuelcalc.errors import InputError, shown

if TYPE_CHECKING:
    import pandas as pd

    from fuelcalc.batch.one_row import Case

COLUMN: Final = "guide"
"""The column of the figures that names each row's page."""
_LONGEST_NAME: Final = 40


class GuidesAsked(NamedTuple):
    """Where the pages go, and in which of the formats of `render` they are."""

    folder: Path
    fmt: str = "pdf"


class Guides:
    """A folder of pages that appears whole or not at all; until then it stands beside its place."""

    def __init__(self, asked: GuidesAsked) -> None:
        """
        Hold that the folder can be made.

        Raises:
            InputError: Something stands there, or there is no folder around it.
        """
        if not asked.folder.resolve().name or asked.folder.resolve() == Path.cwd():
            raise InputError(
                "is no new folder", argument="guides", value=str(asked.folder) or ".",
                remedy="name one, such as pages",
            )  # fmt: skip
        self.folder = asked.folder
        self.part = part_of(asked)
        if self.folder.exists() and not (self.folder.is_dir() and not any(self.folder.iterdir())):
            raise InputError(
                "is there and not empty", argument="guides", value=self.folder,
                remedy="name a new folder",
            )  # fmt: skip
        if not self.folder.parent.is_dir():
            raise InputError(
                f"the folder {shown(self.folder.parent)} does not exist", argument="guides",
                value=self.folder, quote="", remedy="make it first",
            )  # fmt: skip

    def begin(self, *, anew: bool) -> None:
        """Go on with the pages that are finished, or with none."""
        if anew:
            self.clear()
        self.part.mkdir(exist_ok=True)

    def finish(self) -> None:
        """Put the folder in its place."""
        if self.folder.exists():
            self.folder.rmdir()
        self.part.rename(self.folder)

    def clear(self) -> None:
        """Take away the pages that stand beside their place, and nothing else."""
        if self.part.is_dir():
            for page in self.part.iterdir():
                if re.match(r"\d{5,}\W", page.name):
                    page.unlink()
            if not any(self.part.iterdir()):
                self.part.rmdir()

    def __enter__(self) -> Self:
        """Nothing is made yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Leave what is finished where it is, and nothing of a file that cannot be used."""
        if kind is not None and issubclass(kind, InputError):
            self.clear()


def part_of(asked: GuidesAsked) -> Path:
    """Where pages stand until all are finished."""
    return asked.folder.with_name(f"{asked.folder.name}.part")


def with_guides(
    figures: "pd.DataFrame",
    rows: "pd.DataFrame",
    asked: GuidesAsked,
    *,
    first: int,
    columns: Any,
    week: str | None,
) -> "pd.DataFrame":
    """
    The figures of some rows with the name of each one's page, once that is written.

    Args:
        figures: From `plan_frame`, behind what says whose they are.
        rows: The rows.
        asked: Where the pages go.
        first: The number of the first of these rows in the file.
        columns: Our names for columns, and what they are called in the rows.
        week: The column whose equal rows are one athlete's week.
    """
    import numpy as np
    import pandas as pd

    from fuelcalc.batch.columns import columns_of, without_text
    from fuelcalc.batch.days import FIGURES
    from fuelcalc.batch.figures import rows_at

    others = [name for name in (week,) if name is not None]
    found = without_text(columns_of(rows, columns, others=others))
    groups = np.arange(len(rows)) if week is None else pd.factorize(rows[week])[0]
    planned = figures["refused"].isna().to_numpy()
    names, why = np.full((2, len(rows)), None, dtype=object)
    for group in dict.fromkeys(groups[planned].tolist()):
        places = np.flatnonzero((groups == group) & planned)
        try:
            pages = pages_of(rows_at(found, places), asked.fmt, is_week=week is not None)
        except InputError as error:
            why[places] = str(error)
            continue
        for place, (case, page) in zip(places.tolist(), pages, strict=True):
            names[place] = _name(case, first + place, asked.fmt)
            path = part_of(asked) / names[place]
            path.write_bytes(page.encode() if isinstance(page, str) else page)
    reasons = pd.Series(why, index=figures.index, dtype="str")
    figures = figures.assign(refused=figures["refused"].fillna(reasons))
    figures.loc[reasons.notna(), [*FIGURES, "recommendation", "withheld"]] = None
    place = figures.columns.tolist().index(next(iter(FIGURES)))
    figures.insert(place, COLUMN, pd.Series(names, index=figures.index, dtype="str"))
    return figures


def pages_of(rows: Any, fmt: str, *, is_week: bool) -> "list[tuple[Case, str | bytes]]":
    """
    What some rows say, and the page of each: of one row, or of the days of one week.

    Raises:
        InputError: One of them cannot be planned, or has no page of that format.
    """
    from fuelcalc.batch.figures import week_of
    from fuelcalc.batch.one_row import case_of
    from fuelcalc.planning.day import plan_day, plan_days
    from fuelcalc.reports.render import render

    cases = [case_of(row) for row in rows]
    plans = plan_days(*week_of(cases)) if is_week else tuple(plan_day(*case) for case in cases)
    return [(case, render(plan, fmt)) for case, plan in zip(cases, plans, strict=True)]


def _name(case: "Case", number: int, fmt: str) -> str:
    """
    The file of a row: its number, which no other has, its date and whose it is.

    No name leads out of its folder, whatever stands in it.
    """
    from fuelcalc.reports.formats import FORMATS

    name = re.sub(r"[\W_]+", "-", (case.athlete.name or "").casefold()).strip("-")[:_LONGEST_NAME]
    date = "" if case.day.date is None else case.day.date.isoformat()
    return "-".join(filter(None, [f"{number:05d}", date, name])) + FORMATS[fmt].suffixes[0]
