"""Numbers of a log as spreadsheets of any country write them; what can mean two is asked back."""

import re
from collections.abc import Iterable

from fuelcalc.errors import InputError
from fuelcalc.models.log import MOST_INTAKE_KCAL
from fuelcalc.units.conversion import scaled
from fuelcalc.units.examples import AmountError
from fuelcalc.units.numbers import decimal

# A thin space and an apostrophe part thousands as a space does, in Switzerland and by Excel.
_GROUPS = re.compile(r"(?<=\d)[ '’\u00a0\u2009\u202f](?=\d{3}(?!\d))")
# One to three digits, a mark, and three: thousands to some, decimals to others.
_EITHER = re.compile(r"([1-9][0-9]{0,2})([.,])([0-9]{3})")
_ONE_MARK = re.compile(r"[0-9]+([.,])[0-9]+")
_LAST_MARK = re.compile(r"[0-9.,]*([.,])[0-9]+")
_ENERGY = re.compile(r"([1-9][0-9]{0,2}\.[0-9]{3})(?![0-9.,])\s*(\w*)")


def ungrouped(text: str) -> str:
    """
    A number without the spaces and apostrophes that part its thousands.

    >>> ungrouped("2 650"), ungrouped("2'650,5"), ungrouped("71 4")
    ('2650', '2650,5', '71 4')
    """
    return _GROUPS.sub("", text.strip())


def decimal_mark(masses: Iterable[str], intakes: Iterable[str]) -> str | None:
    """
    The mark before decimals that the cells of a log agree on; None where none tells, or two do.

    Of a mass every mark is one, since nobody has thousands of kilograms.

    >>> decimal_mark(["71,4", "72"], ["2.650"]), decimal_mark(["72"], ["2.650"])
    (',', None)
    """
    marks = {found[1] for cell in masses if (found := _ONE_MARK.fullmatch(ungrouped(cell)))}
    for cell in map(ungrouped, intakes):
        found, either = _LAST_MARK.fullmatch(cell), _EITHER.fullmatch(cell)
        if found is not None and cell.count(found[1]) == 1:
            # What may be thousands tells nothing, unless they would be too many.
            marks |= {found[1]} if either is None or _is_over(either, MOST_INTAKE_KCAL) else set()
    return marks.pop() if len(marks) == 1 else None


def _is_over(either: re.Match[str], most: float) -> bool:
    """Whether it would be too much as thousands."""
    return float(either[1] + either[3]) > most


def number_of(text: str, name: str, *, mark: str | None) -> float:
    """
    The number of a cell.

    Args:
        text: The cell.
        name: Its column, `mass_kg` or `intake_kcal`.
        mark: From `decimal_mark`.

    Raises:
        InputError: It is none, or may be two.

    >>> number_of("71,4", "mass_kg", mark=None), number_of("2.650", "intake_kcal", mark=",")
    (71.4, 2650.0)
    """
    plain = ungrouped(text)
    sign = -1.0 if plain[:1] in {"-", "\u2212"} else 1.0
    plain = plain.removeprefix("-").removeprefix("\u2212")
    either = _EITHER.fullmatch(plain)
    if either is not None and (name == "mass_kg" or _is_over(either, MOST_INTAKE_KCAL)):
        return sign * float(f"{either[1]}.{either[3]}")
    if either is not None:
        if mark in {None, either[2]}:
            raise _two_readings(text.strip(), either, name)
        return sign * float(either[1] + either[3])
    try:
        return sign * decimal(plain, in_thousands=False)
    except AmountError:
        remedy = f"write {'71.4' if name == 'mass_kg' else '2650'}, or leave the cell empty"
        raise InputError("is not a number", argument=name, value=text, remedy=remedy) from None


def intake_text(text: str, *, mark: str | None = None) -> str:
    """
    An intake with its unit, as amounts are read.

    Args:
        text: What was typed, such as "2'650 kcal".
        mark: From `decimal_mark`.

    Raises:
        InputError: It may be two numbers: nobody eats 2.651 kcal a day.

    >>> intake_text("2'650 kcal"), intake_text("2.651 kcal", mark=",")
    ('2650 kcal', '2651 kcal')
    """
    plain = ungrouped(text)
    found = _ENERGY.match(plain)
    either = None if found is None else _EITHER.fullmatch(found[1])
    if found is None or either is None:
        return plain
    is_kj = found[2].casefold() in {"kj", "kilojoule", "kilojoules"}
    most = scaled(MOST_INTAKE_KCAL, "kcal", "kJ") if is_kj else MOST_INTAKE_KCAL
    if _is_over(either, most):
        return plain
    if mark != ",":
        raise _two_readings(text.strip(), either, "intake", found[2])
    return either[1] + either[3] + plain[found.end(1) :]


def _two_readings(text: str, either: re.Match[str], name: str, unit: str = "") -> InputError:
    """What is asked back."""
    whole, part = f"{either[1]}{either[3]}", f"{float(f'{either[1]}.{either[3]}'):g}"
    return InputError(
        f"can mean {whole} or {part}",
        argument=name,
        value=text,
        remedy=f"write {f'{whole} {unit}'.strip()} or {f'{part} {unit}'.strip()}",
    )
