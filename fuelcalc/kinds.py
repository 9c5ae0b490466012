"""What kind of thing each argument of a public function is: held by its own annotations."""

import types
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import wraps
from importlib import import_module
from inspect import Parameter, signature
from numbers import Integral, Real
from typing import IO, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from fuelcalc.errors import InputError, quoted, shown, with_article

F = TypeVar("F", bound=Callable[..., Any])

_PLAIN: Mapping[Any, Callable[[Any], bool]] = {
    float: lambda value: isinstance(value, Real) and not isinstance(value, bool),
    int: lambda value: isinstance(value, Integral) and not isinstance(value, bool),
    # numpy has one of its own.
    bool: lambda value: type(value).__name__ in {"bool", "bool_"},
}
_NO_LISTS = (str, bytes, Mapping)
_WORDS: Mapping[Any, str] = {
    float: "number", int: "whole number", str: "text", Callable: "function"
}  # fmt: skip
_UNIONS = (Union, types.UnionType)


def holds_kinds(*, but: Collection[str] = ()) -> Callable[[F], F]:
    """
    Refuse arguments of another kind than a function's annotations say, in one line.

    What a right kind may be (a word, a range) is for the function itself to say. A default is not
    looked at, and costs nothing.

    Args:
        but: Arguments that the function looks at itself, and has better words for.

    >>> @holds_kinds()
    ... def doubled(number: float) -> float:
    ...     return 2.0 * number
    >>> doubled("two")
    Traceback (most recent call last):
        ...
    fuelcalc.errors.InputError: number: "two" is no number; give a number
    """

    def hold(function: F) -> F:
        parameters = {
            name: parameter
            for name, parameter in signature(function).parameters.items()
            if name not in but and parameter.kind is not Parameter.VAR_KEYWORD
        }
        names = tuple(signature(function).parameters)
        kinds: dict[str, Sequence[Any]] = {}

        @wraps(function)
        def held(*args: Any, **values: Any) -> Any:
            for name, value in (*zip(names, args, strict=False), *values.items()):
                parameter = parameters.get(name)
                if parameter is not None and value is not parameter.default:
                    if name not in kinds:
                        if _is_at_hand(value, parameter.annotation, function):
                            continue
                        kinds[name] = [*_options(_resolved(parameter.annotation, function))]
                    # Most are of just the kind that is asked for, which needs no look inside.
                    if type(value) not in kinds[name]:
                        _check(value, kinds[name], name)
            return function(*args, **values)

        return held  # type: ignore[return-value]

    return hold


def _resolved(annotation: Any, function: Callable[..., Any]) -> Any:
    """An annotation as its types; what stands there as text is a name of the module or public."""
    if isinstance(annotation, str):
        found = [_named(word.strip(), function) for word in annotation.split("|")]
        return Union[tuple(found)]  # noqa: UP007 - built from a list
    return annotation


def _is_at_hand(value: Any, annotation: Any, function: Callable[..., Any]) -> bool:
    """Whether a value is of a kind that the module has: a day's page loads no models of a week."""
    if not isinstance(annotation, str):
        return False
    names = (function.__globals__.get(word.strip()) for word in annotation.split("|"))
    return any(_fits(value, kind) for kind in names if kind is not None)


def _named(word: str, function: Callable[..., Any]) -> Any:
    """A type by its name; Any where nobody knows it here."""
    if word == "None":
        return type(None)
    found = function.__globals__.get(word)
    return getattr(import_module("fuelcalc"), word, Any) if found is None else found


def _check(value: Any, options: Sequence[Any], argument: str) -> None:
    """
    Hold that a value is of one of some kinds.

    Raises:
        InputError: It, or one of its items, is of none.
    """
    if any(_fits(value, option) for option in options):
        return
    problem, remedy, quote = _said(value, options)
    # Items are told by their place, as in a plan file.
    for option in options:
        if _is_listed(option) and isinstance(value, Iterable) and not _is_one(value):
            inner = [*_options(get_args(option)[0])]
            for place, item in enumerate(value, start=1):
                if not any(_fits(item, each) for each in inner):
                    problem, remedy, quote = _said(item, inner)
                    raise InputError(
                        problem, argument=f"{argument}[{place}]", value=item, quote=quote,
                        path=f"{argument}[{place}]", remedy=remedy,
                    )  # fmt: skip
    raise InputError(
        problem, argument=argument, value=value, quote=quote, path=argument, remedy=remedy
    )


def _options(kind: Any) -> Iterable[Any]:
    """The kinds that a union offers."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in _UNIONS:
        for inner in get_args(kind):
            yield from _options(inner)
    else:
        yield kind


def _is_listed(kind: Any) -> bool:
    """Whether a kind is a list of something that can be told."""
    origin = get_origin(kind)
    if origin is tuple and get_args(kind)[-1] is not ...:
        return False
    return isinstance(origin, type) and issubclass(origin, Iterable) and not _is_table(kind)


def _is_one(value: Any) -> bool:
    """Whether a value that can be gone through is one thing: a text, a table or a model."""
    return isinstance(value, _NO_LISTS) or hasattr(type(value), "model_fields")


def _is_table(kind: Any) -> bool:
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _fits(value: Any, kind: Any) -> bool:
    """Whether a value is of a kind; what cannot be told is."""
    if kind in _PLAIN:
        return _PLAIN[kind](value)
    if get_origin(kind) is Literal:
        return isinstance(value, tuple({type(word) for word in get_args(kind)}))
    origin = get_origin(kind) or kind
    if (
        kind is Any
        or origin is IO
        or not isinstance(origin, type)
        or getattr(origin, "_is_protocol", False)
    ):
        return _has(value, origin)
    if not _is_listed(kind):
        return isinstance(value, origin)
    if not isinstance(value, origin) or _is_one(value):
        return False
    inner = [*_options(get_args(kind)[0])]
    # What can be gone through but once is left to the function.
    return not isinstance(value, Collection) or all(
        any(_fits(item, each) for each in inner) for item in value
    )


def _has(value: Any, kind: Any) -> bool:
    """Whether a value has what a protocol asks for; any has, of what is no type."""
    if kind is IO:
        return hasattr(value, "read")
    if not getattr(kind, "_is_protocol", False):
        return True
    asked = [name for name in vars(kind) if not name.startswith("_")]
    return all(hasattr(value, name) for name in asked)


def _said(value: Any, options: Collection[Any]) -> tuple[str, str, str]:
    """What is wrong with a value, what to give, and how the value is quoted."""
    kind = next(iter(options))
    if _is_listed(kind):
        remedy = f"write [{quoted(value)}]" if isinstance(value, str) else "give a list"
        return "is not a list", remedy, shown(value)
    if _is_table(kind):
        return "is not a table", "give a table of names and values", shown(value)
    if get_origin(kind) is Literal:
        kind = str
    if kind is bool:
        return "is neither True nor False", "give one of them", shown(value)
    name = _WORDS.get(kind, getattr(kind, "__name__", str(kind)))
    remedy = "give text" if kind is str else f"give {with_article(name)}"
    if any(map(_is_listed, options)):
        remedy = f"{remedy} or a list"
    return f"is no {name}", remedy, shown(value)
