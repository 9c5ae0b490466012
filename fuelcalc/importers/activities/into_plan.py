"""Sessions into a plan file: added or replaced, and whatever was written by hand left alone."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from fuelcalc.errors import InputError, one_line
from fuelcalc.importers.activities.mark import event_mark, mark_text, marks
from fuelcalc.importers.activities.moved import date_of, without_moved
from fuelcalc.importers.activities.once import DISTANCE_SHARE, TIMER_SHARE
from fuelcalc.importers.activities.plan_sessions import RECORDS, PlanSession, plan_sessions
from fuelcalc.importers.activities.sports import family_of
from fuelcalc.importers.tree import MOST_BYTES, tree_of
from fuelcalc.models.calendar import MOST_DAYS
from fuelcalc.models.day import Day
from fuelcalc.models.found import FoundSession, Refused
from fuelcalc.models.sessions import LISTS, Lift, Other, Run, SessionList
from fuelcalc.units.clock import WEEKDAYS

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Table

_START_MIN: Final = 2.0
_LIFT_START_MIN: Final = 20.0
# An estimate: what begins further apart than this are two sessions of a day.
_APART_MIN: Final = 120.0


class Merged(NamedTuple):
    """
    A plan file with sessions in it.

    Attributes:
        text: The whole file.
        changes: What changed, a line each; empty where everything stood there already.
        refused: What the plan could not take.
    """

    text: str
    changes: tuple[str, ...]
    refused: tuple[Refused, ...]


class _Entry(NamedTuple):
    """A session that stands in the file, and the mark behind it: "", "imported" or "planned"."""

    place: int
    record: Run | Lift | Other
    mark: str


def into_plan(
    text: str,
    sessions: Sequence[FoundSession],
    *,
    name: str = "plan",
    repeats: tuple[dt.date, dt.date] | None = None,
) -> Merged:
    """
    Put sessions into the text of a plan file.

    A session goes to its day, which is added where there is none. What was imported before is
    replaced by a better account of it, and what was only planned by what was done; what was written
    by hand stays, and wins over what is imported of the same. What a calendar planned for another
    day than it does now is taken out there.

    Args:
        text: A plan file in TOML.
        sessions: From `read_activities`.
        name: What errors call the file.
        repeats: From when to when the repeats of a calendar were read; None where they were not.

    Returns:
        The new text, with every comment and hand-made line of the old; what changed; and what was
        left out.

    Raises:
        InputError: The file is no plan in TOML, or would be none with the sessions in it.
    """
    import tomlkit

    if text.lstrip().startswith("{"):
        remedy = "write the plan in TOML, which keeps your comments"
        raise InputError("is a plan in JSON", argument="into", value=name, remedy=remedy)
    days, refused = plan_sessions(sessions)
    tree = tree_of(text.encode(), name=name, kind="plan") if text.strip() else {}
    if not isinstance(tree.get("days", []), list):
        raise InputError("is not a list of tables", argument="days", remedy="write [[days]]")
    document = tomlkit.parse(text if text.endswith("\n") or not text else f"{text}\n")
    tables = _tables(document)
    changes: list[str] = []
    gap = "" if not text or text.endswith("\n\n") else "\n"
    for date, made in days.items():
        table = next((each for each in tables if date_of(each) == date), None)
        if table is None:
            usual = _weekday(tree, date)
            table = _new_day(date, made, usual)
            if usual:
                weekday = f"week.{WEEKDAYS[date.weekday()]}"
                changes.append(f"{date} takes over {weekday}, its sessions as planned")
                changes += _into_day(table, made, refused)
            else:
                changes += [f"{_said(each)} added" for each in made]
            _append_day(document, table, gap)
            gap = "\n"
        else:
            changes += _into_day(table, made, refused)
    changes += without_moved(_tables(document), sessions, repeats)
    if not changes:
        return Merged(text, (), tuple(refused))
    written = tomlkit.dumps(document)
    _check(written, name)
    return Merged(written, tuple(changes), tuple(refused))


def _tables(document: "TOMLDocument") -> "list[Table]":
    """The days of a file, each a table of its own."""
    days = document.get("days", [])
    if any(not hasattr(day, "append") for day in days) or (days and not hasattr(days, "body")):
        problem = "are written in one line, where nothing can be added"
        raise InputError(problem, argument="days", remedy="write [[days]] tables")
    return list(days)


def _check(text: str, name: str) -> None:
    """
    Hold that every day of the file is one that can be planned.

    Raises:
        InputError: One is not; nothing is to be written.
    """
    data = text.encode()
    if len(data) > MOST_BYTES:
        raise _too_much(f"would hold {len(data):,} bytes, over {MOST_BYTES:,}", name)
    days = tree_of(data, name=name, kind="plan").get("days", [])
    if len(days) > MOST_DAYS:
        raise _too_much(f"would hold {len(days):,} days, over {MOST_DAYS:,}", name)
    for number, day in enumerate(days, start=1):
        Day.from_tree(day, path=f"days[{number}].")


def _too_much(problem: str, name: str) -> InputError:
    remedy = "import fewer, by --since 2026-11-01"
    return InputError(problem, argument="into", value=name, quote="", remedy=remedy)


def _said(made: PlanSession) -> str:
    """A session in a few words: when, and what."""
    found = made.found
    words = {"runs": "run", "lifts": "lift", "other": found.sport}[made.key]
    # Of what has no name in fuelcalc the device's own count is taken, which is to be said.
    by = " by the energy of its device" if "energy" in made.tree else ""
    return f"{found.start.replace('T', ' ')} {words} from {found.origin.file}{by}:"


def _mark_of(found: FoundSession) -> str:
    """The comment behind a session that was imported."""
    file = one_line(found.origin.file)[:80]
    return mark_text(file, planned=found.planned, event=event_mark(found.event))


def _weekday(tree: Mapping[str, Any], date: dt.date) -> Mapping[str, Any]:
    """
    What repeats on the weekday of a date, which a day with that date stands in place of.

    Raises:
        InputError: It is no day.
    """
    week = tree.get("week")
    usual = week.get(WEEKDAYS[date.weekday()]) if isinstance(week, dict) else None
    if not isinstance(usual, dict):
        return {}
    Day.from_tree(usual, path=f"week.{WEEKDAYS[date.weekday()]}.")
    return usual


def _new_day(date: dt.date, made: Sequence[PlanSession], usual: Mapping[str, Any]) -> "Table":
    """A day with its sessions; or, where its weekday has any, with those as planned."""
    import tomlkit

    table = tomlkit.table()
    table.add("date", date)
    for key, value in usual.items():
        if key not in {"date", *LISTS.values()}:
            table.add(key, _item(value))
    planned = mark_text(f"week.{WEEKDAYS[date.weekday()]}", planned=True)
    for key in LISTS.values():
        lines = [(each, planned) for each in usual.get(key, ())]
        if not usual:
            lines = [(each.tree, _mark_of(each.found)) for each in made if each.key == key]
        if lines:
            array = tomlkit.array()
            for each, comment in lines:
                array.add_line(_item(each), comment=comment)
            array.add_line(indent="")
            table.add(key, array)
    return table


def _append_day(document: "TOMLDocument", table: "Table", gap: str) -> None:
    """A new day at the end of the days; *gap* is what parts it from the end of the file."""
    import tomlkit

    is_last = "days" not in document or list(document)[-1] == "days"
    table.trivia.indent = gap if is_last else ""
    days = document.get("days")
    if days is None:
        days = tomlkit.aot()
        days.append(table)
        document.append("days", days)
        return
    if not is_last:
        table.add(tomlkit.nl())
    days.append(table)


def _item(value: Any) -> Any:
    """A value in one line, as TOML wants a table within a list."""
    import tomlkit

    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        for key, each in value.items():
            inline.append(key, _item(each))
        return inline
    if isinstance(value, list):
        array = tomlkit.array()
        for each in value:
            array.append(_item(each))
        return array
    return value


def _into_day(table: "Table", made: Sequence[PlanSession], refused: list[Refused]) -> Iterator[str]:
    """Put the sessions of a day beside those that it has."""
    taken: list[Run | Lift | Other] = []
    for each in made:
        entries = [one for one in _entries(table, each.key) if one.record not in taken]
        place = _place_for(each, entries)
        taken.append(each.record)
        if place is None:
            _append(table, each)
            yield f"{_said(each)} added"
            continue
        taken.append(place.record)
        if place.record == each.record or (each.found.planned and place.mark != "planned"):
            continue
        if place.mark:
            _remove(table, each.key, place.place)
            _append(table, each)
            yield f"{_said(each)} replaces what was {place.mark}"
        elif not is_same_session(place.record, each):
            why = "another stands there by hand; it is kept, and this one is left out"
            refused.append(Refused(each.found.origin.file, each.found.start, why))


def _place_for(made: PlanSession, entries: Sequence[_Entry]) -> _Entry | None:
    """The entry of its day that a session is, or that must not stand beside it."""
    tests: tuple[Callable[[_Entry], bool], ...] = (
        lambda entry: entry.record == made.record,
        lambda entry: is_same_session(entry.record, made),
    )
    found = (entry for is_it in tests for entry in entries if is_it(entry))
    giving = (entry for entry in entries if _gives_way(entry, made))
    return next(found, None) or min(giving, key=lambda entry: _distance(entry, made), default=None)


def _distance(entry: _Entry, made: PlanSession) -> float:
    """Minutes between two starts, where what has no time comes last."""
    gap = _gap_min(entry.record, made)
    return inf if gap is None else gap


def _entries(table: "Table", key: SessionList) -> list[_Entry]:
    """The sessions of a day in one of its lists."""
    if key not in table:
        return []
    day = Day.from_tree({key: table[key].unwrap()}, path="days.")
    marked = marks(table[key])
    records = cast("tuple[Run | Lift | Other, ...]", getattr(day, key))
    return [_Entry(place, record, marked.get(place, "")) for place, record in enumerate(records)]


def _append(table: "Table", made: PlanSession) -> None:
    """Add a session behind the others of its list."""
    import tomlkit

    comment = _mark_of(made.found)
    if made.key not in table:
        array = tomlkit.array()
        array.add_line(_item(made.tree), comment=comment)
        array.add_line(indent="")
        table.add(made.key, array)
        return
    items = table[made.key]
    if not hasattr(items, "body"):
        items.add_line(_item(made.tree), comment=comment)
        return
    own = tomlkit.table()
    own.comment(comment)
    for name, value in made.tree.items():
        own.add(name, value)
    items.append(own)


def _remove(table: "Table", key: SessionList, place: int) -> None:
    """Take a session out, with the comment behind it."""
    del table[key][place]


def _gives_way(entry: _Entry, made: PlanSession) -> bool:
    """Whether an entry of the same day is what a session takes the place of, or must not double."""
    if _family(entry.record) != _family(made.record):
        return False
    if entry.mark == "planned" or made.found.planned:
        return True
    if entry.mark:
        return False
    gap = _gap_min(entry.record, made)
    return gap is None or gap <= _APART_MIN


def _family(record: Run | Lift | Other) -> str:
    """The sports that may stand for each other on a day."""
    return family_of(record.activity or "") if isinstance(record, Other) else ""


def _gap_min(record: Run | Lift | Other, made: PlanSession) -> float | None:
    """Minutes between two starts of a day; None where one is not known."""
    start, clock = record.start, made.found.clock
    if start is None or clock is None:
        return None
    return abs(60.0 * (start.hour - clock.hour) + start.minute - clock.minute)


def is_same_session(record: Run | Lift | Other, made: PlanSession) -> bool:
    """
    Whether a session of a plan file is the one that was found.

    It is by start and by duration or distance, as two files of one activity are.
    """
    gap = _gap_min(record, made)
    most = _LIFT_START_MIN if made.key == "lifts" else _START_MIN
    if gap is None or gap > most or type(record) is not RECORDS[made.key]:
        return False
    if isinstance(record, Run) and isinstance(made.record, Run):
        shares = (DISTANCE_SHARE, TIMER_SHARE)
        pairs = list(zip(record.totals, made.record.totals, shares, strict=True))
    else:
        pairs = [(record.duration_min, getattr(made.record, "duration_min", None), TIMER_SHARE)]
    known = [(one, two, share) for one, two, share in pairs if one is not None and two is not None]
    near = any(abs(one - two) <= share * max(one, two) for one, two, share in known)
    return near or not known
