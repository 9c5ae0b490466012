"""Garmin Connect's `Activities.csv`: in the account's language, in its numbers, without a unit."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from fuelcalc.importers.activities.moments import local_moment, seconds_from
from fuelcalc.importers.activities.recorded import Recorded
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.sports import sport_of
from fuelcalc.importers.activities.table import CsvTable, decimal_from, header_of
from fuelcalc.units.conversion import scaled

FORMAT: Final = "garmin-list"


class _Language(NamedTuple):
    """What the columns are called."""

    type: str
    date: str
    title: str
    distance: str
    kcal: str
    time: str
    elapsed: str
    climb: str


LANGUAGES: Final[Mapping[str, _Language]] = {
    "English": _Language(
        "Activity Type", "Date", "Title", "Distance", "Calories", "Time", "Elapsed Time",
        "Total Ascent",
    ),
    "German": _Language(
        "Aktivitätstyp", "Datum", "Titel", "Distanz", "Kalorien", "Zeit", "Verstrichene Zeit",
        "Anstieg gesamt",
    ),
    "Danish": _Language(
        "Aktivitetstype", "Dato", "Titel", "Distance", "Kalorier", "Tid", "", "Højdeforøgelse"
    ),
    "Polish": _Language(
        "Typ aktywności", "Data", "Tytuł", "Dystans", "Kalorie", "Czas", "Upłynęło czasu",
        "Całkowity wznios",
    ),
    "Portuguese": _Language(
        "Tipo de atividade", "Data", "Título", "Distância", "Calorias", "Tempo", "Duração",
        "Subida total",
    ),
    "Hungarian": _Language(
        "Tevékenység típusa", "Dátum", "Cím", "Távolság", "Kalóriaszám", "Idő", "Eltelt idő",
        "Teljes emelkedés",
    ),
}  # fmt: skip
"""The languages whose columns are known."""

_UNKNOWN_LANGUAGES: Final[Mapping[str, str]] = {
    "Type d'activité": "French",
    "Tipo de actividad": "Spanish",
    "Tipo di attività": "Italian",
    "Tipo attività": "Italian",
    "Activiteittype": "Dutch",
    "Aktivitetstyp": "Swedish",
    "アクティビティタイプ": "Japanese",
}
_COMMA: Final = re.compile(r"\d+,\d{1,2}")
# What is run, swum and climbed, by the unit that an account shows.
_UNITS: Final = {"km": ("km", "m", "m"), "mi": ("mi", "yd", "ft")}


def _type_column(header: tuple[str, ...]) -> str | None:
    known = {language.type for language in LANGUAGES.values()} | _UNKNOWN_LANGUAGES.keys()
    return next((name for name in header if name in known), None)


def identify(head: bytes) -> bool:
    """
    Whether a file is Garmin's list, in a language that is known or not.

    >>> identify("Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit".encode())
    True
    """
    header = header_of(head)
    return "Activity ID" not in header and _type_column(header) is not None


class _Numbers:
    """How a file writes its numbers, as its distances show."""

    def __init__(self, distances: list[str]) -> None:
        self.has_comma = any(_COMMA.fullmatch(text) for text in distances)

    def read(self, text: str) -> float | None:
        """A number; two dashes are none."""
        plain = text.replace(".", "") if self.has_comma else text.replace(",", "")
        return decimal_from(plain)


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each activity of the list.

    Raises:
        InputError: The table breaks off.
    """
    table = CsvTable(source, has_twins=True)
    column = _type_column(table.header)
    words = next((each for each in LANGUAGES.items() if each[1].type == column), None)
    language = _UNKNOWN_LANGUAGES.get(column or "")
    if words is not None and {words[1].title, words[1].distance}.isdisjoint(table.header):
        # Norwegian calls the first columns as Danish does, and then no other.
        language, words = f"a language like {words[0]}", None
    if words is None:
        why = f"a list in {language}; set Garmin Connect to one of {', '.join(LANGUAGES)}"
        yield source.refusal("", why)
        return
    yield from _activities(source, table, *words)


def _activities(
    source: ActivityFile, table: CsvTable, name: str, words: _Language
) -> Iterator[FileFinding]:
    """Each activity, by the columns of a language; only English is also spoken in miles."""
    places = {key: table.place(column) for key, column in words._asdict().items()}
    rows = list(table.rows())
    numbers = _Numbers([row.cell(places["distance"]) for row in rows])
    unit = source.hints.distance_unit or (None if name == "English" else "km")
    n_unknown = 0
    for row in rows:
        cells = {key: row.cell(place) for key, place in places.items()}
        start = local_moment(cells["date"])
        if start is None:
            yield source.no_date(row.where, cells["date"])
            continue
        recorded = _recorded(cells, numbers, unit)
        recorded.local = start
        n_unknown += unit is None and bool(numbers.read(cells["distance"]))
        yield recorded.session(source, FORMAT)
    yield from source.without_unit(n_unknown)


def _recorded(cells: Mapping[str, str], numbers: _Numbers, unit: str | None) -> Recorded:
    """One activity; a zero of a column is as often none."""
    distance, climb = numbers.read(cells["distance"]), numbers.read(cells["climb"])
    distance_m = climb_m = None
    if unit is not None:
        ran, swum, climbed = _UNITS[unit]
        moved = swum if sport_of(cells["type"]) == "swimming" else ran
        distance_m = None if distance is None else scaled(distance, moved, "m")
        climb_m = scaled(climb, climbed, "m") if climb else None
    timer_s = seconds_from(cells["time"])
    return Recorded(
        utc=None,
        words=(cells["type"],),
        has_places=False,
        timer_s=timer_s,
        elapsed_s=seconds_from(cells["elapsed"]) or timer_s,
        distance_m=distance_m,
        climb_m=climb_m,
        kcal=numbers.read(cells["kcal"]),
        title=cells["title"] or None,
    )
