"""What can go wrong, in one family: `except FuelcalcError` catches all of it."""


class FuelcalcError(Exception):
    """Anything that fuelcalc itself refuses or cannot do."""


class InputError(FuelcalcError, ValueError):
    """
    An input that cannot be used.

    The message is one line: the argument, the value, the limit, and what to write instead.
    """


class OutOfRangeError(InputError):
    """An equation, asked for by name, was given somebody it was never fitted on."""
