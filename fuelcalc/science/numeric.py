"""
The few numeric verbs that the equations share, for one float or an array of them.

Floats go through `math`, which is several times quicker for one athlete; arrays go through
numpy, imported only when one turns up.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Array: TypeAlias = "npt.NDArray[np.float64]"
N = TypeVar("N", float, "Array")

# Asked 1,000 times for each day; `float | int` would be built anew each time, in twice the time.
_SCALAR = (float, int)
# So are `least` and `most`, for which a comparison takes half the time of a call of `min`.


class Given(NamedTuple, Generic[N]):
    """A value that may be unknown: `known` is 1.0 where somebody gave it, else 0.0."""

    value: N
    known: N


UNKNOWN: Any = Given(0.0, 0.0)
"""The default of a field that holds numbers or arrays: nobody said."""


def known_or(one: Given[N], other: N) -> N:
    """
    The value where it is known, else another.

    >>> known_or(Given(1.1, 1.0), 0.8), known_or(Given(0.0, 0.0), 0.8)
    (1.1, 0.8)
    """
    known = one.known
    # What all rows know, or none, is one number for all of them.
    if isinstance(known, _SCALAR) or known.ndim == 0:
        return one.value if known else other
    return known * one.value + (1.0 - known) * other


def as_given(value: float | None) -> Given[float]:
    """
    One value, which is unknown where it is None.

    >>> as_given(None), as_given(0.0)
    (Given(value=0.0, known=0.0), Given(value=0.0, known=1.0))
    """
    return Given(0.0, 0.0) if value is None else Given(value, 1.0)


def is_anywhere(flag: N) -> bool:
    """
    Whether a flag is set at all, in any row: what it asks for is then worth computing.

    >>> is_anywhere(0.0), is_anywhere(1.0)
    (False, True)
    """
    return bool(flag) if isinstance(flag, _SCALAR) else bool(flag.any())


def is_alike(one: N, other: N) -> bool:
    """
    Whether two are one number for all rows: what follows from both is then worked out once.

    >>> is_alike(0.0, 0.0), is_alike(0.02, -0.02)
    (True, False)
    """
    if isinstance(one, _SCALAR) or one.ndim == 0:
        return bool(isinstance(other, _SCALAR) or other.ndim == 0) and bool(one == other)
    return False


def _numpy() -> Any:
    import numpy as np

    return np


def least(value: N, other: N | float) -> N:
    """
    The smaller of two, element by element.

    >>> least(2.0, 3.0)
    2.0
    """
    if isinstance(value, _SCALAR) and isinstance(other, _SCALAR):
        return other if other < value else value  # noqa: FURB136
    result: N = _numpy().minimum(value, other)
    return result


def most(value: N, other: N | float) -> N:
    """
    The larger of two, element by element.

    >>> most(2.0, 3.0)
    3.0
    """
    if isinstance(value, _SCALAR) and isinstance(other, _SCALAR):
        return other if other > value else value  # noqa: FURB136
    result: N = _numpy().maximum(value, other)
    return result


def clip(value: N, low: N | float, high: N | float) -> N:
    """
    *value* held between *low* and *high*; *high* wins where they cross.

    >>> clip(7.0, 0.0, 5.0)
    5.0
    """
    if isinstance(value, _SCALAR) and isinstance(low, _SCALAR) and isinstance(high, _SCALAR):
        raised = low if low > value else value  # noqa: FURB136
        return high if high < raised else raised  # noqa: FURB136
    result: N = _numpy().clip(value, low, high)
    return result


def at_least(value: N, limit: float) -> N:
    """
    1.0 where *value* reaches *limit*, else 0.0.

    >>> at_least(30.0, 30.0)
    1.0
    """
    if isinstance(value, _SCALAR):
        return 1.0 if value >= limit else 0.0
    result: N = (value >= limit).astype(float)
    return result


def blend(first: N, second: N, share: N | float) -> N:
    """
    A mix of two: *first* at a *share* of 0, *second* at 1, linear between.

    >>> blend(10.0, 20.0, 0.25)
    12.5
    """
    return first + (second - first) * share


def ramp(value: N, start: float, end: float) -> N:
    """
    0 up to *start*, 1 from *end* on, linear between; *end* may lie below *start*.

    >>> ramp(45.0, 30.0, 60.0), ramp(2.5, 3.0, 1.0)
    (0.5, 0.25)
    """
    share = (value - start) / (end - start)
    if isinstance(share, _SCALAR):
        if share <= 0.0:
            return 0.0
        return min(1.0, share)
    return clip(share, 0.0, 1.0) + 0.0


def smoothstep(value: N, start: float, end: float) -> N:
    """
    A ramp that leaves 0 and reaches 1 without a corner.

    >>> smoothstep(60.0, 40.0, 80.0)
    0.5
    """
    share = ramp(value, start, end)
    return share * share * (3.0 - 2.0 * share)


def interpolate(value: N, xs: Sequence[float], ys: Sequence[float]) -> N:
    """
    Straight lines through the points (*xs*, *ys*), level beyond both ends.

    >>> interpolate(45.0, (30.0, 60.0), (1.0, 3.0))
    2.0
    """
    if isinstance(value, _SCALAR):
        if value <= xs[0]:
            return ys[0]
        if value >= xs[-1]:
            return ys[-1]
        i = bisect_right(xs, value)
        share = (value - xs[i - 1]) / (xs[i] - xs[i - 1])
        return ys[i - 1] + (ys[i] - ys[i - 1]) * share
    result: N = _numpy().interp(value, xs, ys)
    return result


def interpolate_each(value: N, xs: Sequence[float], *rows: Sequence[float]) -> tuple[N, ...]:
    """
    The same through several rows of points above one another, looked up once.

    >>> interpolate_each(45.0, (30.0, 60.0), (1.0, 3.0), (10.0, 0.0))
    (2.0, 5.0)
    """
    if isinstance(value, _SCALAR):
        if value <= xs[0]:
            return tuple([ys[0] for ys in rows])
        if value >= xs[-1]:
            return tuple([ys[-1] for ys in rows])
        i = bisect_right(xs, value)
        share = (value - xs[i - 1]) / (xs[i] - xs[i - 1])
        return tuple([ys[i - 1] + (ys[i] - ys[i - 1]) * share for ys in rows])
    return tuple([interpolate(value, xs, ys) for ys in rows])


def exp(value: N) -> N:
    """
    The exponential.

    >>> exp(0.0)
    1.0
    """
    if isinstance(value, _SCALAR):
        return math.exp(value)
    result: N = _numpy().exp(value)
    return result


def log(value: N) -> N:
    """
    The natural logarithm.

    >>> log(1.0)
    0.0
    """
    if isinstance(value, _SCALAR):
        return math.log(value)
    result: N = _numpy().log(value)
    return result


def power(base: N | float, exponent: N | float) -> N:
    """
    *base* to the *exponent*.

    >>> power(9.0, 0.5)
    3.0
    """
    result: N = base**exponent
    return result
