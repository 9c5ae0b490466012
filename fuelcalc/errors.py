"""
What can go wrong, in one family, and the words that say it.

::

    FuelcalcError              whatever fuelcalc itself refuses or cannot do
    ├── InputError             an input that cannot be used; a ValueError too
    │   ├── AmountError        an amount, before anybody says whose it is
    │   ├── OutOfRangeError    an equation, asked about somebody it was never fitted on
    │   ├── SessionTextError   session text, with a caret under the place
    │   └── UnknownKeyError    a key that its table does not have
    └── WithheldError          a part that is needed of a plan that does not show it

An input error keeps what it knows in fields and makes its line from them: a form can mark the
field and offer the words, where a terminal prints the line.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from pathlib import PurePath
from typing import Any, NamedTuple, Self, TypeVar

_LONGEST_WORD = 80
_LONGEST_QUOTE = 60


class FuelcalcError(Exception):
    """Anything that fuelcalc itself refuses or cannot do."""


_Error = TypeVar("_Error", bound="InputError")


class Span(NamedTuple):
    """The least and the most that a value may be, both included; None where it is open."""

    least: Any
    most: Any
    unit: str | None = None
    """The unit of both, a suffix of `units.SUFFIXES`; None for counts, ages and dates."""


class InputError(FuelcalcError, ValueError):
    """
    An input that cannot be used.

    The message is one line: `argument: value problem; remedy`. What is not known is left out,
    and `InputError("one line")` says just that.

    >>> print(InputError("is unknown", argument="units", value="imp", allowed=("us", "uk")))
    units: "imp" is unknown; choose one of: us, uk
    """

    def __init__(
        self,
        problem: str,
        *,
        argument: str | None = None,
        value: Any = None,
        remedy: str | None = None,
        allowed: Sequence[Any] | None = None,
        path: str = "",
        place: str | None = None,
        quote: str | None = None,
    ) -> None:
        """
        Keep what is known.

        Args:
            problem: What is wrong, as the sentence goes on behind the value.
            argument: The argument, option or key.
            value: What was given.
            remedy: What to write instead; without it, the words of *allowed* are offered.
            allowed: The words of a closed list, or a `Span`.
            path: Where it stands in a plan file or tree, such as `days[1].runs[2].pace`;
                lists count from one, as the line does.
            place: How the line says where, if not by the path or else the argument; "" is
                not at all.
            quote: How the line quotes the value, if not as `shown` does; "" is not at all.
        """
        super().__init__(problem)
        self.problem = problem
        self.argument = argument
        self.value = value
        self.allowed = allowed if allowed is None or isinstance(allowed, Span) else tuple(allowed)
        self.path = path
        self.others: tuple[InputError, ...] = ()
        """What else is wrong with the same file or call, in the order in which it stands there."""
        self.is_call = False
        """Whether it is about what a program gave, in dicts and lists, rather than a file."""
        self._remedy = remedy
        self._place = place
        self._quote = quote

    @property
    def remedy(self) -> str | None:
        """What to write instead, if that is known."""
        # The nearest of many words takes a while to find, and not every error is printed.
        if self._remedy is None and self.allowed and not isinstance(self.allowed, Span):
            return choice(self.value, self.allowed)
        return self._remedy

    @property
    def line(self) -> str:
        """What is wrong here, whatever else is wrong too."""
        place, quote = self._place, self._quote
        if place is None:
            place = self.path or self.argument or ""
        if quote is None:
            quote = "" if self.value is None else shown(self.value)
        problem = f"{quote} {self.problem}".strip()
        between = " " if problem.endswith("?") else "; "
        said = between.join(filter(None, [problem, self.remedy]))
        return f"{one_line(place)}: {said}" if place else said

    def __str__(self) -> str:
        """Its line, and how many other mistakes there are."""
        return f"{self.line} (and {len(self.others)} more)" if self.others else self.line

    def __repr__(self) -> str:
        """Its kind, and what it says."""
        return f"{type(self).__name__}({str(self)!r})"

    @property
    def mistakes(self) -> tuple["InputError", ...]:
        """Every mistake by itself: this one, then the others."""
        if not self.others:
            return (self,)
        return (_changed(self, {"others": ()}), *self.others)

    def named(self, argument: str) -> Self:
        """
        The same error about an argument whose name only the caller knows.

        >>> str(InputError("is empty").named("avoid"))
        'avoid: is empty'
        """
        return self._with(lambda error: {"argument": error.argument or argument})

    def within(self, path: str, *, place: str | None = None) -> Self:
        """
        The same error, seen from the tree around it.

        Args:
            path: The table that it is in; "" for the outermost.
            place: How the line says where, if not by the path.

        >>> InputError("is odd", argument="pace").within("runs[1]").within("days[2]").path
        'days[2].runs[1].pace'
        """

        def around(error: "InputError") -> dict[str, Any]:
            inner = error.path or clipped(error.argument or "")
            fields: dict[str, Any] = {"path": ".".join(filter(None, [path, inner]))}
            return fields if place is None else {**fields, "_place": place}

        return self._with(around)

    def of_a_call(self) -> Self:
        """The same error where a program gave dicts and lists, in Python or JSON, and no file."""
        return self._with(lambda _: {"is_call": True})

    def read_in(self, name: str) -> Self:
        """
        The same error where several files are read, its line beginning with the one it is in.

        >>> print(InputError("is odd", argument="pace").within("runs[2]").read_in("partner.toml"))
        partner.toml: runs[2].pace: is odd
        """

        def beside(error: "InputError") -> dict[str, Any]:
            where = error.path or error.argument
            return {"_place": ": ".join(filter(None, [name, where]))}

        return self._with(beside)

    def _with(self, change: Callable[["InputError"], Mapping[str, Any]]) -> Self:
        """A copy with some fields changed, here and in the others."""
        others = tuple(_changed(other, change(other)) for other in self.others)
        return _changed(self, {**change(self), "others": others})


class UnknownKeyError(InputError):
    """A key that its table does not have; `allowed` are those that it has."""

    def __init__(
        self,
        problem: str = "unknown key",
        *,
        argument: str | None = None,
        value: Any = None,
        allowed: Sequence[str] = (),
        spellings: Mapping[str, str] | None = None,
    ) -> None:
        """
        Keep what is known.

        Args:
            problem: What is wrong.
            argument: The key.
            value: What stands under it.
            allowed: The keys that the table has.
            spellings: Words that are understood, and the key that is meant by each; the keys
                themselves by default.

        >>> words = {"mass": "mass", "weight": "mass"}
        >>> print(UnknownKeyError(argument="wieght", allowed=["mass"], spellings=words))
        wieght: unknown key; did you mean "mass"?
        """
        super().__init__(problem, argument=argument, value=value, allowed=allowed, quote="")
        self._spellings = spellings

    @property
    def meant(self) -> str | None:
        """The key that was probably meant."""
        return nearest(self.argument or "", self._spellings or self.allowed or ())

    @property
    def remedy(self) -> str:
        """The key that was probably meant, or all that there are."""
        near = self.meant
        return f'did you mean "{near}"?' if near else f"known keys: {', '.join(self.allowed or ())}"


class OutOfRangeError(InputError):
    """An equation, asked for by name, was given somebody it was never fitted on."""


class WithheldError(FuelcalcError):
    """A part that is needed of a plan that does not show it; `withheld` is all that it does not."""

    def __init__(self, member: str, withheld: Sequence[str] = ()) -> None:
        """
        Keep what is known.

        Args:
            member: The part that is needed.
            withheld: What guards withhold of the plan.

        >>> print(WithheldError("menu"))
        menu: this plan has none; its notes say why where a guard withholds it
        """
        super().__init__(member, withheld)
        self.member = member
        self.withheld = tuple(withheld)

    def __str__(self) -> str:
        """Which part, and where to read why."""
        return f"{self.member}: this plan has none; its notes say why where a guard withholds it"


def check_kind(value: Any, kind: type, argument: str) -> None:
    """
    Hold that an argument is of its kind, before it is asked for what only that has.

    Raises:
        InputError: It is something else.

    >>> check_kind(62, str, "text")
    Traceback (most recent call last):
        ...
    fuelcalc.errors.InputError: text: 62 is no str; give a str
    """
    if not isinstance(value, kind):
        name = kind.__name__
        quote = shown(value)
        remedy = f"give {with_article(name)}"
        raise InputError(
            f"is no {name}", argument=argument, value=value, quote=quote, remedy=remedy
        )


def with_article(name: str) -> str:
    """
    The name of a kind as one of them.

    >>> with_article("Athlete"), with_article("Day")
    ('an Athlete', 'a Day')
    """
    return f"{'an' if name[:1].upper() in set('AEIO') else 'a'} {name}"


def together(errors: Iterable[InputError]) -> InputError:
    """
    Several errors as one: the first, with all the others in it.

    Args:
        errors: At least one, in the order in which they are to be told.

    >>> print(together([InputError("no sex"), InputError("no age"), InputError("no mass")]))
    no sex (and 2 more)
    """
    first, *others = (mistake for error in errors for mistake in error.mistakes)
    return _changed(first, {"others": tuple(others)})


def _changed(error: _Error, fields: Mapping[str, Any]) -> _Error:
    """A copy of an error, with some of its fields changed."""
    # As copy() does, at a fifth of its time: a hostile file makes tens of thousands.
    result = type(error).__new__(type(error), *error.args)
    vars(result).update({**vars(error), **fields})
    return result


def shown(value: Any) -> str:
    """
    A value as an error quotes it.

    >>> shown("70 kg"), shown(True), shown([1, 2])
    ('"70 kg"', 'true', 'a list')
    """
    if isinstance(value, str | PurePath):
        # The name of a file is shown whole, so that it can be found.
        return quoted(value) if isinstance(value, str) else one_line(str(value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, int):
        # Neither Python nor a reader wants to print very long integers.
        return str(value) if abs(value) < 10**15 else "a number that long"
    if isinstance(value, date | time):
        return value.isoformat()
    kinds = {dict: "a table", list: "a list", tuple: "a list", type(None): "nothing"}
    return kinds.get(type(value), f"a {clipped(type(value).__name__)}")


def quoted(text: str) -> str:
    """The beginning of a text, in quotes."""
    return f'"{clipped(text)}"'


def clipped(text: str) -> str:
    """The beginning of a text, as one short line."""
    line = one_line(text[: 2 * _LONGEST_QUOTE])
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"


def one_line(text: str) -> str:
    r"""
    The whole text on one line, what cannot be printed spelled out.

    >>> one_line("a  b\x00")
    'a b\\x00'
    """
    return " ".join("".join(map(_printable, text)).split())


def _printable(char: str) -> str:
    return char if char.isprintable() else char.encode("unicode_escape").decode("ascii")


def nearest(
    word: str, known: Iterable[str] | Mapping[str, str], *, cutoff: float = 0.6
) -> str | None:
    """
    The known word that was probably meant, if any comes near.

    Args:
        word: What was typed, of any length.
        known: The words that it may be; a mapping says what each of them stands for.
        cutoff: How alike they have to be, 0 to 1.

    >>> nearest("Vegn", ["vegan", "omnivore"]), nearest("wieght", {"weight": "mass"})
    ('vegan', 'mass')
    """
    from difflib import get_close_matches

    meant = known if isinstance(known, Mapping) else {each: each for each in known}
    close = get_close_matches(word[:_LONGEST_WORD].casefold(), meant, n=1, cutoff=cutoff)
    return meant[close[0]] if close else None


def choice(value: Any, words: Sequence[Any]) -> str:
    """
    What to write where only certain words stand, the nearest first.

    >>> choice("diabetes", ["diabetes-insulin", "diabetes-sglt2", "thyroid"])[:55]
    'several begin so: diabetes-insulin, diabetes-sglt2; cho'
    """
    known = [str(word) for word in words]
    return f"{_meant(value, known)}choose one of: {', '.join(known)}"


def _meant(value: Any, known: Sequence[str]) -> str:
    """Which word was probably meant; no guess where several begin alike."""
    if not isinstance(value, str):
        return ""
    alike = [word for word in known if word.startswith(f"{value.casefold()}-")]
    if len(alike) > 1:
        return f"several begin so: {', '.join(alike)}; "
    near = nearest(value, known)
    return f'did you mean "{near}"? ' if near else ""
