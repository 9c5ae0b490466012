"""Numbers and the unit words behind them, as people type them; `amounts` asks what they mean."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fuelcalc.errors import quoted
from fuelcalc.units.examples import AmountError, write
from fuelcalc.units.vocabulary import SPELLINGS

_LONGEST = 200

_TYPED_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u2033", '"'),
        **dict.fromkeys("\u00b0\u00ba\u02da", "deg "),
        "\u2103": "deg c",
        "\u2109": "deg f",
    },
)

_TOKEN = re.compile(
    r"""[ ]?(?:
      (?P<clock>[0-9]+(?::[0-9]+)+(?:[.,][0-9]+)?)
    | (?P<number>(?:[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])|[0-9]+|(?=[.,][0-9]))
                 (?:[.,][0-9]+)*(?:e[+-]?[0-9]+)?)
    | (?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)\.?
    | (?P<mark>[%'"])
    | (?P<per>/)
    )""",
    re.VERBOSE,
)
_PER = frozenset({"/", "per", "a", "an"})
_FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
# A whole number may stand before it: 5½, 5 1/2, ½, 1/2; what follows is a unit.
_FRACTION = re.compile(r"(?:(?<![\d.,:/])([0-9]{1,3}) ?)?(?<![\d.,:/])([1-7])/([2348])(?= ?[a-z])")
_CLOCK = re.compile(r"[0-9]{1,3}(?::[0-5][0-9]){1,2}(?:[.,][0-9]+)?")
_EITHER_WAY = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_GROUPED = re.compile(
    r"([1-9][0-9]{0,2}(?P<mark>[ ,.])[0-9]{3}(?:(?P=mark)[0-9]{3})*)(?:(?!(?P=mark))[.,]([0-9]+))?",
)
_SIMPLE = re.compile(r"(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)(?:e[+-]?[0-9]+)?")
_WITHOUT_NUMBER = frozenset(
    word for word, unit in SPELLINGS["length"].items() if unit in {"half_marathon", "marathon"}
)


class Term(NamedTuple):
    """One number as typed and the unit words behind it; "half marathon" has no number."""

    number: str
    unit: str

    @property
    def is_clock(self) -> bool:
        """True for 48:30 and 1:45:00."""
        return ":" in self.number


class Typed(NamedTuple):
    """An amount as typed: a sign, one or more terms, and what follows each `per`."""

    sign: float
    terms: tuple[Term, ...]
    per: tuple[str, ...]

    @property
    def is_bare(self) -> bool:
        """True for a number with no unit at all."""
        return not (self.per or len(self.terms) > 1 or self.terms[0].unit or self.terms[0].is_clock)


def read(text: str) -> Typed:
    """
    Take an amount apart, without asking what its words mean.

    Args:
        text: What was typed, of any length.

    Returns:
        Sign, terms and denominators, in small letters, in the order typed.

    Raises:
        AmountError: There is no number, or it is not one amount.

    >>> read("5 ft 11 in").terms
    (Term(number='5', unit='ft'), Term(number='11', unit='in'))
    >>> read("8:30 min/mile").per
    ('mile',)
    """
    if len(text) > _LONGEST:
        raise AmountError(f"{quoted(text)} is too long for one amount")
    tidy = " ".join(text.translate(_TYPED_SIGNS).casefold().split())
    tidy = tidy.replace("''", '"').replace("per cent", "percent")
    if not tidy:
        raise AmountError("there is no text where an amount belongs")
    tidy = _without_fractions(tidy)
    sign = -1.0 if tidy[0] == "-" else 1.0
    terms, per = _sorted_tokens(tidy[1:] if tidy[0] in "+-" else tidy, text)
    if not terms or any(not term.number and term.unit not in _WITHOUT_NUMBER for term in terms):
        raise AmountError(f"{quoted(text)} has no number in front of its unit")
    return Typed(sign, tuple(terms), tuple(per))


def _without_fractions(tidy: str) -> str:
    """The text with 5½ and 5 1/2 as 5.5."""
    if "/" not in tidy and not _FRACTIONS.keys() & set(tidy):
        return tidy
    for sign, parts in _FRACTIONS.items():
        tidy = tidy.replace(sign, f" {parts}")

    def number(match: re.Match[str]) -> str:
        return repr(int(match[1] or 0) + int(match[2]) / int(match[3]))

    return _FRACTION.sub(number, tidy.strip())


def _sorted_tokens(tidy: str, text: str) -> tuple[list[Term], list[str]]:
    """Numbers with their unit words, and the words behind each `per`."""
    terms: list[Term] = []
    per: list[str] = []
    for kind, token in _tokens(tidy, text):
        if kind in {"number", "clock"}:
            if per:
                raise AmountError(f"{quoted(text)} is more than one amount")
            terms.append(Term(token, ""))
        elif token in _PER:
            per.append("")
        elif per:
            per[-1] = f"{per[-1]} {token}".strip()
        elif terms:
            terms[-1] = Term(terms[-1].number, f"{terms[-1].unit} {token}".strip())
        else:
            terms.append(Term("", token))
    return terms, per


def _tokens(tidy: str, text: str) -> Iterator[tuple[str, str]]:
    """Numbers, clocks, words and marks, in the order typed."""
    at = 0
    while at < len(tidy):
        match = _TOKEN.match(tidy, at)
        if match is None:
            raise AmountError(f"{quoted(text)} is not an amount that fuelcalc can read")
        at = match.end()
        kind = str(match.lastgroup)
        yield kind, match[kind]


def decimal(number: str, *, in_thousands: bool, unit: str = "") -> float:
    """
    The number that was meant, decimal comma and thousands separators included.

    A dot is the decimal mark; so is a comma, but for the two cases where it may part
    thousands: one to three digits, a mark, exactly three digits, as in "1,400". Where
    thousands are usual that comma parts them, and elsewhere it is refused. "1.400" is
    refused where thousands are usual, since only people who part thousands with dots write
    the last zero. Spaces before exactly three digits always part thousands, and of two
    different marks the last is the decimal one.

    Args:
        number: Digits and marks, as `read` leaves them.
        in_thousands: Whether the unit is one in which people count thousands, such as kcal.
        unit: The unit as typed, for the message.

    Returns:
        The number, never negative.

    Raises:
        AmountError: It can mean two numbers, or none.

    >>> decimal("70,5", in_thousands=False), decimal("1,400", in_thousands=True)
    (70.5, 1400.0)
    >>> decimal("1 400,5", in_thousands=False)
    1400.5
    """
    if _EITHER_WAY.fullmatch(number):
        whole, part = re.split("[.,]", number)
        if ("," in number and not in_thousands) or (
            "." in number and in_thousands and part.endswith("0")
        ):
            raise AmountError(
                f"{number} can mean {whole}{part} or {whole}.{part}",
                remedy=write(
                    f"{whole}{part} {unit}".strip(), f"{float(f'{whole}.{part}')!r} {unit}".strip()
                ),
            )
        return float(whole + part if "," in number else number)
    grouped = _GROUPED.fullmatch(number)
    if grouped:
        return float(f"{re.sub('[ ,.]', '', grouped[1])}.{grouped[3] or 0}")
    if _SIMPLE.fullmatch(number):
        return float(number.replace(",", "."))
    raise AmountError(f"{quoted(number)} is not a number")


def clock_s(clock: str, unit: str) -> float:
    """
    Seconds in a duration written with colons.

    Args:
        clock: mm:ss or h:mm:ss; with the unit "h", two parts are h:mm.
        unit: What followed it: "", "min" or "h".

    Returns:
        The duration, in seconds.

    Raises:
        AmountError: A part after a colon is not 00 to 59, or the unit does not fit.

    >>> clock_s("48:30", "")
    2910.0
    >>> clock_s("1:10", "h")
    4200.0
    """
    parts = [float(part) for part in clock.replace(",", ".").split(":")]
    if not _CLOCK.fullmatch(clock) or (len(parts), unit) not in _CLOCKS:
        raise AmountError(f"{quoted(f'{clock} {unit}'.strip())} is not a duration")
    return sum(part * scale for part, scale in zip(parts, _CLOCKS[len(parts), unit], strict=True))


_CLOCKS = {
    (2, ""): (60.0, 1.0),
    (2, "min"): (60.0, 1.0),
    (2, "h"): (3600.0, 60.0),
    (3, ""): (3600.0, 60.0, 1.0),
    (3, "h"): (3600.0, 60.0, 1.0),
}
