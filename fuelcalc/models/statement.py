"""What somebody states, rather than what was worked out: from wherever it comes, and checked."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Self

from pydantic import (
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from fuelcalc.errors import InputError
from fuelcalc.models.answers import as_validation_error
from fuelcalc.models.plain import plain
from fuelcalc.models.record import READ, Record, TreeReading, field_of, readings

_BUILT: Final = "built"
"""The context of a validation by a constructor, which raises an error of ours."""


class Statement(Record):
    """
    A record that people and programs state.

    Built, or validated as the body of a request, it takes what JSON has: text for dates and times,
    lists, tables, and the bare names with units of a plan file; null is unknown, as if its key were
    not there. What is not a number is refused, wherever it stands, where `of` takes it for the
    empty place of a table. Every mistake is told at once, by a constructor as an `InputError`, of
    a body as pydantic's `ValidationError`, each where it stands.
    """

    is_stated = True

    if not TYPE_CHECKING:
        # Type checkers know the arguments from the fields.

        def __init__(self, /, **values: Any) -> None:
            """
            Make one from what its fields hold, or from what is stated.

            Raises:
                InputError: A value cannot be used; every mistake is in the error.
            """
            try:
                self.__pydantic_validator__.validate_python(
                    values, self_instance=self, context=_BUILT
                )
            except ValidationError as error:
                raise error.errors(include_url=False)[0]["ctx"]["error"] from None

        # Tables inside others, and bodies of requests, are validated as without it: pydantic's
        # own error says where in the body each mistake stands.
        __init__.__pydantic_base_init__ = True

    @model_validator(mode="wrap")
    @classmethod
    def _as_stated(
        cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Take what the fields hold as it is, and turn what JSON has into it."""
        if isinstance(data, cls) or info.context == READ:
            return handler(data)
        if isinstance(data, Mapping) and not any(_is_read(cls, *each) for each in data.items()):
            try:
                return handler(data)
            except ValidationError:
                # Pydantic's words are not ours, and it has not looked for what stands beside.
                pass
        try:
            return cls._read(data, handler)
        except InputError as error:
            told = error.of_a_call()
            if info.context == _BUILT:
                raise told from None
            raise as_validation_error(told, cls.__name__) from None

    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """
        One from what is stated.

        Raises:
            InputError: Something in it cannot be used; every mistake is in the error.
        """
        tree = plain(data, keep_unknown=True)
        if not isinstance(tree, Mapping):
            return cls.from_tree(tree, path="")
        table = TreeReading(cls, tree)
        table.mistakes += _no_flags(cls, data)
        try:
            return table.made(handler)
        except InputError as error:
            raise error.within("") from None

    def with_(self, **changes: Any) -> Self:
        """
        The same with some things changed, and checked like a new one.

        Args:
            changes: As for `of`; None takes a thing back.

        Raises:
            InputError: A change cannot be used, or does not go with the rest.

        >>> from fuelcalc import Run
        >>> Run.of(distance="10 km").with_(distance="12 km").distance_km
        12.0
        """
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        for key in changes:
            kept.pop(field_of(type(self), key), None)
        return type(self).of(**kept, **changes)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """
        A copy, whose changes are checked like any other values.

        Raises:
            InputError: A change cannot be used.
        """
        if not update:
            return super().model_copy(deep=deep)
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self)(**{**kept, **update})

    def copy(  # type: ignore[override]
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """
        A copy by pydantic's older name, checked as `model_copy` is.

        Raises:
            InputError: A change cannot be used.
        """
        return self.model_copy(update=update, deep=deep)


def _no_flags(cls: type[Record], data: Mapping[Any, Any]) -> Iterator[tuple[int, InputError]]:
    """
    Numbers where yes or no belongs, each with the place of its key.

    A table has 1.0 for yes where another row is empty; whoever states one thing has true.
    """
    by_name = {reading.name: reading for reading in readings(cls)}
    for place, (key, value) in enumerate(data.items()):
        reading = by_name.get(field_of(cls, key)) if isinstance(key, str) else None
        if reading is None:
            # An unknown key is answered where the table is read.
            continue
        if reading.whole is bool and isinstance(value, float):
            yield (
                place,
                InputError(
                    "is not true or false", argument=key, value=value, remedy="write true or false"
                ),
            )
        if reading.record is not None:
            is_list = isinstance(value, list | tuple)
            for number, each in enumerate(value if is_list else (value,), start=1):
                if isinstance(each, Mapping):
                    path = f"{key}[{number}]" if is_list else key
                    for _, mistake in _no_flags(reading.record, each):
                        yield place, mistake.within(path)


def _is_read(cls: type[Record], key: str, value: Any) -> bool:
    """Whether a value is stated in another way than its field holds it."""
    if key not in cls.model_fields:
        return True
    if isinstance(value, str):
        return key in _read_from_text(cls)
    if isinstance(value, tuple):
        # Models in it are what the field holds; tables and texts have to be read.
        return not all(isinstance(each, Record) for each in value)
    if value is None:
        return key in _never_none(cls)
    return isinstance(value, list | dict)


@cache
def _never_none(cls: type[Record]) -> frozenset[str]:
    """The fields that hold something, whoever says nothing of them."""
    return frozenset(
        name
        for name, info in cls.model_fields.items()
        if info.is_required() or info.default is not None
    )


@cache
def _read_from_text(cls: type[Record]) -> frozenset[str]:
    """The fields whose value is never a text, and may be written as one."""
    return frozenset(
        reading.name for reading in readings(cls) if reading.unit or reading.record or reading.kind
    )
