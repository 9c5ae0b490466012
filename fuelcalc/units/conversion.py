"""Units into one another by what they are defined as, and numbers into Quantities of pint."""

from typing import TYPE_CHECKING, Any, cast

from fuelcalc.errors import InputError
from fuelcalc.units.vocabulary import SCALES, SUFFIXES, ZEROS

if TYPE_CHECKING:
    from pint import Quantity


def units_of(suffix: str) -> tuple[str, ...]:
    """
    The units that a suffix is made of: the numerator, then what it is divided by.

    Args:
        suffix: A key of `SUFFIXES`.

    Returns:
        Names of this vocabulary's units; "" stands for a share of one.

    Raises:
        InputError: The suffix is not in the vocabulary.

    >>> units_of("kcal_per_kg_per_km")
    ('kcal', 'kg', 'km')
    """
    if suffix not in SUFFIXES:
        raise InputError(
            "is not a unit suffix",
            argument="suffix",
            value=suffix,
            allowed=tuple(SUFFIXES),
            remedy="see SUFFIXES for those that are",
        )
    return ("MET",) if suffix == "met" else tuple(SUFFIXES[suffix].split("/"))


def scaled(value: float, unit: str, target: str) -> float:
    """
    A number of one unit as a number of another that measures the same.

    Args:
        value: Any number.
        unit: The unit that it is in, by its name in the vocabulary.
        target: The unit wanted, of the same dimension.

    Returns:
        The number of *target*.

    >>> scaled(1.5, "h", "min")
    90.0
    >>> scaled(68.0, "degF", "degC")
    20.0
    """
    if unit == target:
        return value
    above = value * SCALES[unit] + ZEROS.get(unit, 0.0)
    return (above - ZEROS.get(target, 0.0)) / SCALES[target]


def to_quantity(value: float, suffix: str | None, registry: object = None) -> "Quantity[float]":
    """
    A plain number as a pint Quantity.

    Args:
        value: The number in the unit of *suffix*.
        suffix: A key of `SUFFIXES`, or None for a number without a unit, such as a count.
            Shares and METs come back dimensionless; `kcal_per_kg_ffm` in kcal/kg.
        registry: The pint registry to make it in; by default the application's.

    Returns:
        The Quantity, temperatures included.

    Raises:
        InputError: The suffix is not in the vocabulary.

    >>> str(to_quantity(70.0, "kg"))
    '70.0 kilogram'
    """
    if suffix is not None:
        units_of(suffix)
    if registry is None:
        import pint

        registry = cast("Any", pint).get_application_registry()
    unit = "" if suffix is None else SUFFIXES[suffix]
    return cast("Quantity[float]", cast("Any", registry).Quantity(value, unit))
