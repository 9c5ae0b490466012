"""Amounts from text or a pint Quantity, as plain numbers in one unit."""

import math
import re
from collections.abc import Callable, Sequence
from numbers import Real
from typing import Any, NamedTuple

from fuelcalc.errors import InputError, clipped, quoted
from fuelcalc.units.conversion import scaled, units_of
from fuelcalc.units.examples import EXAMPLES, AmountError, write
from fuelcalc.units.numbers import Term, Typed, clock_s, decimal, read
from fuelcalc.units.systems import convert
from fuelcalc.units.vocabulary import DIMENSIONS, RATES, SPELLINGS, dimension_of, nearest_unit


def _pace_s_per_km(speed_km_per_h: float) -> float:
    """Seconds for a kilometre at a speed."""
    if speed_km_per_h == 0:
        raise AmountError("a speed of 0 has no pace")
    return 3600.0 / speed_km_per_h


def _speed_m_per_s(pace_s_per_km: float) -> float:
    """Metres in a second at a pace."""
    if pace_s_per_km == 0:
        raise AmountError("a pace of 0 has no speed")
    return 1000.0 / pace_s_per_km


def _sodium_mg(sodium_mmol: float) -> float:
    """Milligrams of sodium in millimoles, at 23 mg each."""
    return 23.0 * sodium_mmol


def _oxygen_kcal(oxygen_ml: float) -> float:
    """
    Energy from oxygen at a respiratory exchange ratio of 0.88, steady running.

    Source: Lusk 1928, The Elements of the Science of Nutrition: 4.686 kcal/L at 0.707.
    """
    return oxygen_ml / 1000.0 * (4.686 + (0.88 - 0.707) * 1.2321)


class Reading(NamedTuple):
    """Units that an amount may come in, and what makes the wanted number of them."""

    units: tuple[str, ...]
    finish: Callable[[float], float] = float


# What else is understood; a day and a week need not be said where nothing else can be meant.
_OTHER_READINGS: dict[str, tuple[Reading, ...]] = {
    "s_per_km": (Reading(("km", "h"), _pace_s_per_km),),
    "m_per_s": (Reading(("s", "km"), _speed_m_per_s),),
    "mg_per_l": (Reading(("mmol", "l"), _sodium_mg),),
    "kcal_per_kg_per_km": (Reading(("ml", "kg", "km"), _oxygen_kcal),),
    "kcal_per_day": (Reading(("kcal",)),),
    "km_per_week": (Reading(("km",)),),
}

_THOUSANDS = frozenset({"kcal", "kJ", "mg", "ug", "ml", "m", "ft", "yd"})
_WITHOUT_UNIT = frozenset({"met", "y"})

# The smaller unit that may follow a larger one, and how many make the larger.
_FOLLOWERS = {
    ("st", "lb"): 14.0,
    ("lb", "oz"): 16.0,
    ("kg", "g"): 1000.0,
    ("mi", "yd"): 1760.0,
    ("km", "m"): 1000.0,
    ("m", "cm"): 100.0,
    ("ft", "inch"): 12.0,
    ("h", "min"): 60.0,
    ("min", "s"): 60.0,
}
_UNSAID = {
    ("st", ""): "lb",
    ("ft", ""): "inch",
    ("h", ""): "min",
    ("h", "m"): "min",
    ("min", ""): "s",
}

_KINDS = {
    "mass": "a mass",
    "length": "a length",
    "volume": "a volume",
    "energy": "an energy",
    "time": "a time",
    "temperature": "a temperature",
    "share": "a share",
    "substance": "an amount of substance",
    "met": "a MET",
    "length per time": "a speed",
    "time per length": "a pace",
}
_NUMBERED = frozenset(
    {
        "kg",
        "g",
        "ml",
        "cm",
        "m",
        "km",
        "kcal",
        "min",
        "s",
        "h",
        "degc",
        "kcal_per_day",
        "km_per_week",
    }
)


def parse_amount(
    value: object, suffix: str, *, name: str, within: tuple[float, float] | None = None
) -> float:
    """
    The number that somebody meant, in the unit of a suffix.

    Text is read by a small grammar of its own: numbers with their units, compounds such as
    "5 ft 11 in", clocks such as "48:30" (mm:ss) or "1:45:00" (h:mm:ss), and `/` or `per`.
    Capitals do not matter. A calorie is a kilocalorie, as on food labels. Fluid ounces and
    pints are US unless they say imp. "10k" is 10 km. A speed given for a pace, or a pace for
    a speed, is turned over; sodium may come in mmol, a cost of running in ml of oxygen. A
    comma before exactly three digits parts thousands in kcal, kJ, mg, ml, m, ft and yd (not in a
    height), is refused in other units, and any other comma is the decimal mark.

    Args:
        value: Text, or a Quantity of any pint registry. METs and years may be plain numbers.
        suffix: A key of `SUFFIXES`.
        name: Whose amount it is: the word that errors begin with.
        within: The least and the most that will be taken, so that an error proposes nothing
            that would be refused next. The number itself is not held to them.

    Returns:
        A finite float; negative numbers are returned as they are.

    Raises:
        InputError: The value has no unit, an unknown one or one of something else, or it is
            no single finite number. The message is one line and says what to write.

    >>> parse_amount("70,5 kg", "kg", name="mass")
    70.5
    >>> parse_amount("5:40 /km", "s_per_km", name="pace")
    340.0
    """
    readings = [Reading(units_of(suffix)), *_OTHER_READINGS.get(suffix, ())]
    try:
        return _finite(value, _number(value, suffix, readings, within))
    except AmountError as error:
        raise _of(name, value, error, _example(suffix, within)) from None


def _example(suffix: str, within: tuple[float, float] | None) -> str:
    """What to write, by those examples that would be taken, else by the limits."""
    taken = _taken(EXAMPLES[suffix], suffix, within)
    if taken or within is None:
        return write(*taken)
    ends = [f"{number:.10g} {unit}" for number, unit in (convert(end, suffix) for end in within)]
    return f"write {' to '.join(ends)}"


def _of(name: str, value: object, error: AmountError, usual: str) -> InputError:
    """What is wrong with an amount, said of the argument that it was given for."""
    remedy = error.remedy or usual
    return InputError(error.problem, argument=name, value=value, remedy=remedy, quote="")


def _finite(value: object, number: float) -> float:
    """The number, if it is one to calculate with."""
    if not math.isfinite(number):
        raise AmountError(f"{clipped(str(value))} is not a finite number")
    return number


def _number(
    value: object,
    suffix: str,
    readings: list[Reading],
    within: tuple[float, float] | None = None,
) -> float:
    """The number in the unit of the first reading, whatever kind of value it comes from."""
    if isinstance(value, str):
        typed = read(value)
        if not typed.is_bare:
            thousands = frozenset[str]() if suffix == "cm" else _THOUSANDS
            return _from_typed(typed, value, readings, thousands)
        digits = typed.terms[0].number
        in_thousands = "," in digits and suffix not in _WITHOUT_UNIT
        number = typed.sign * decimal(digits, in_thousands=in_thousands)
        return _from_bare(number, suffix, clipped(value.strip()), within)
    if all(hasattr(value, part) for part in ("magnitude", "dimensionality", "to")):
        return _from_quantity(value, readings)
    if value is None or isinstance(value, bool):
        raise AmountError(f"{value} is not an amount")
    if isinstance(value, Real):
        number = _as_float(value)
        return _from_bare(number, suffix, f"{number:.10g}", within)
    raise AmountError(f"{type(value).__name__} is not an amount")


def _as_float(value: Real) -> float:
    """A plain number as a float, infinite where floats end."""
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _from_bare(number: float, suffix: str, typed: str, within: tuple[float, float] | None) -> float:
    """A number without a unit, where it needs none."""
    _finite(typed, number)
    if suffix in _WITHOUT_UNIT:
        return number
    offers = _offers(number, suffix, within) if suffix in _NUMBERED else []
    raise AmountError(f"{typed} has no unit", remedy=write(*offers) if offers else None)


# Few people eat so many kcal in a day, and many so many kJ.
_MANY_KCAL = 4000.0


def _offers(number: float, suffix: str, within: tuple[float, float] | None) -> list[str]:
    """The number with the units that it may have meant, where it would be taken with them."""
    if suffix == "cm":
        # Nobody is 1.68 cm tall, nor 168 m.
        texts = [f"{number:.10g} {unit}" for unit in ("cm", "m")]
        return [] if within is None else _taken(texts, suffix, within)
    us_number, us_unit = convert(number, suffix, "us", "kJ")
    _, metric_unit = convert(number, suffix)
    metric, same = f"{number:.10g} {metric_unit}", f"{number:.10g} {us_unit}"
    if us_unit == metric_unit:
        return _taken([metric], suffix, within)
    many = within is not None and us_unit.startswith("kJ") and number > _MANY_KCAL
    if many or not _taken([metric], suffix, within):
        return _taken([same, metric], suffix, within)
    return _taken([metric, f"{_three_digits(us_number)} {us_unit}"], suffix, within)


def _taken(texts: Sequence[str], suffix: str, within: tuple[float, float] | None) -> list[str]:
    """Those amounts that are within the limits, if there are any."""
    if within is None:
        return list(texts)
    readings = [Reading(units_of(suffix)), *_OTHER_READINGS.get(suffix, ())]
    return [text for text in texts if within[0] <= _number(text, suffix, readings) <= within[1]]


def _three_digits(number: float) -> str:
    """A number for an example: whole from 100 up, three digits below."""
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.3g}"


def _from_typed(
    typed: Typed,
    text: str,
    readings: list[Reading],
    thousands: frozenset[str],
) -> float:
    """The number that a typed amount gives by the first reading that its units fit."""
    typed = _spelled_out(typed)
    for units, finish in readings:
        words = _units_fit(typed, units)
        if words is None:
            continue
        number = _total(typed, words, units[0], thousands)
        for word, unit in zip(typed.per, units[1:], strict=True):
            number /= scaled(1.0, SPELLINGS[DIMENSIONS[unit]][word], unit)
        return finish(number)
    raise _misfit(typed, text, readings[0].units)


def _spelled_out(typed: Typed) -> Typed:
    """Rates with a word of their own, such as mph, as length per time."""
    last = typed.terms[-1]
    if typed.per or last.unit not in RATES:
        return typed
    length, time = RATES[last.unit]
    return Typed(typed.sign, (*typed.terms[:-1], Term(last.number, length)), (time,))


def _units_fit(typed: Typed, units: tuple[str, ...]) -> list[str] | None:
    """The units of all terms, if they and what they are divided by fit those asked for."""
    dimension, *below = (DIMENSIONS[unit] for unit in units)
    if len(typed.per) != len(below):
        return None
    if any(word not in SPELLINGS[kind] for word, kind in zip(typed.per, below, strict=True)):
        return None
    found: list[str] = []
    for term in typed.terms:
        before = found[-1] if found else ""
        unit = _UNSAID.get((before, term.unit)) or SPELLINGS[dimension].get(term.unit)
        if unit is None and term.is_clock and dimension == "time" and not term.unit:
            unit = ""
        if unit is None:
            return None
        found.append(unit)
    return found


def _total(
    typed: Typed,
    units: list[str],
    target: str,
    thousands: frozenset[str],
) -> float:
    """The sum of the terms, in the target unit."""
    total, before = 0.0, ""
    for term, unit in zip(typed.terms, units, strict=True):
        if term.is_clock:
            if len(units) > 1:
                raise AmountError(f"{quoted(term.number)} cannot be part of a longer amount")
            return typed.sign * scaled(clock_s(term.number, unit), "s", target)
        number = decimal(term.number or "1", in_thousands=unit in thousands, unit=term.unit)
        if before:
            _check_follower(before, unit, number, f"{term.number} {term.unit}")
        total += scaled(typed.sign * number, unit, target)
        before = unit
    return total


def _check_follower(before: str, unit: str, number: float, typed: str) -> None:
    """Refuse a second term that is no part of the first: 12 inches, or grams after a stone."""
    limit = _FOLLOWERS.get((before, unit))
    if limit is None:
        raise AmountError(f"{quoted(typed.strip())} cannot follow {before}")
    if number >= limit:
        raise AmountError(f"{quoted(typed.strip())} is a whole {before} or more")


def _misfit(typed: Typed, text: str, units: tuple[str, ...]) -> AmountError:
    """Why the units of an amount are not those that were asked for."""
    wanted = [DIMENSIONS[unit] for unit in units]
    words = [term.unit for term in typed.terms if not term.is_clock or term.unit]
    for word in (*words, *typed.per):
        if not word:
            return AmountError(f"{quoted(text)} has a number without a unit")
        if dimension_of(word) is None:
            return _unknown_unit(word, text, wanted)
    kinds = [_first_kind(words), *(str(dimension_of(word)) for word in typed.per)]
    return AmountError(f"{clipped(text.strip())} is {_kind(kinds)}")


def _unknown_unit(word: str, text: str, wanted: list[str]) -> AmountError:
    """A unit that nobody uses, and the one that is closest to it."""
    if word in {"deg", "degree", "degrees"}:
        return AmountError(f"{quoted(text)} does not say on which scale")
    near = nearest_unit(word, *wanted)
    remedy = f"did you mean {quoted(near)}?" if near else None
    return AmountError(f"{quoted(text)} has an unknown unit, {clipped(word)}", remedy=remedy)


def _first_kind(words: list[str]) -> str:
    """What the leading unit measures; a clock alone is a time."""
    return str(dimension_of(words[0])) if words else "time"


def _kind(kinds: list[str]) -> str:
    """A measure by its name: "a speed" for length per time."""
    name = " per ".join(kinds)
    return _KINDS.get(name) or f"{_KINDS[kinds[0]]} per {' per '.join(kinds[1:])}"


# What pint writes for the dimensions that people mix up.
_PINT_KINDS = {
    "dimensionless": "a plain number",
    "[mass]": "a mass",
    "[length]": "a length",
    "[time]": "a time",
    "[temperature]": "a temperature",
    "[length] ** 3": "a volume",
    "[mass] * [length] ** 2 / [time] ** 2": "an energy",
    "[length] / [time]": "a speed",
    "[time] / [length]": "a pace",
}


def _from_quantity(value: Any, readings: list[Reading]) -> float:
    """The number that a Quantity gives by the first reading, converted by its own registry."""
    from pint.errors import PintError

    if str(value.units).startswith("delta_"):
        raise AmountError(f"{clipped(str(value))} is a difference of temperatures")
    for units, finish in readings:
        try:
            number = value.to("/".join(units).replace("MET", "")).magnitude
        except PintError:
            continue
        if getattr(number, "ndim", 0):
            raise AmountError(f"{clipped(str(value))} is more than one number")
        try:
            plain = float(number)
        except (TypeError, ValueError):
            raise AmountError(f"{clipped(str(value))} is not one number") from None
        return finish(plain)
    kind = _PINT_KINDS.get(str(value.dimensionality), "of another kind")
    raise AmountError(f"{clipped(str(value))} is {kind}")


_OVER = re.compile(
    r"(?P<total>.+?)\s+(?:in|over|during|within|across)\s+(?:the\s+)?(?:last\s+|past\s+)?"
    r"(?P<period>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ONE = re.compile(r"(?:an?|one)\s+", re.IGNORECASE)


def parse_mileage(value: object, *, name: str, within: tuple[float, float] | None = None) -> float:
    """
    Weekly mileage, from a week's distance or from a total over some time.

    A month is a twelfth of 365.25 days, so that "350 mi in 3 months" is 350 miles in 13.04
    weeks. In such a total a comma before three digits parts thousands.

    Args:
        value: "35 mi", "56 km a week", "350 mi in 3 months", "1000 km over 12 weeks", or a
            Quantity of length, or of length per time.
        name: Whose mileage it is: the word that errors begin with.
        within: The least and the most that will be taken, for what an error proposes.

    Returns:
        Kilometres per week.

    Raises:
        InputError: It is no such distance, or the time is not more than none.

    >>> parse_mileage("120 km in 2 weeks", name="mileage")
    60.0
    """
    over = _OVER.fullmatch(value.strip()) if isinstance(value, str) else None
    if over is None:
        return parse_amount(value, "km_per_week", name=name, within=within)
    try:
        total_km = _plain(over["total"], "km")
        return _finite(value, total_km / _some_weeks(over["period"]))
    except AmountError as error:
        raise _of(name, value, error, write("56 km/week", "350 mi in 3 months")) from None


def _some_weeks(text: str) -> float:
    """A time longer than none, in weeks."""
    weeks = _plain(_ONE.sub("1 ", text, count=1), "week")
    if weeks <= 0:
        raise AmountError(f"{quoted(text)} is no time at all")
    return weeks


def _plain(text: str, unit: str) -> float:
    """A typed amount in one unit, where a comma before three digits parts thousands."""
    return _from_typed(read(text), text, [Reading((unit,))], _THOUSANDS | {"km", "mi"})
