"""The one place where numbers are rounded for people, so that printed columns still add up."""

from collections.abc import Sequence
from math import floor
from typing import Any, Final

FILE_PLACES: Final = 6
"""Decimals in files for other programs: a millionth of a gram, and no dust of a sum."""

# A figure on the border of two steps is rounded up, wherever the last bit of its sum fell.
_DUST: Final = 1e-9


def to_step(value: float, step: float) -> float:
    """
    *value* on the nearest multiple of *step*.

    >>> to_step(2998.3, 10.0)
    3000.0
    """
    return step * floor(value / step + 0.5 + _DUST)


def for_files(tree: Any) -> Any:
    """
    A tree of a plan with every number rounded as files hold them; None stays None.

    >>> for_files({"fat_g": 14.000000000000002, "items": [{"grams": 60.0}], "dish": None})
    {'fat_g': 14.0, 'items': [{'grams': 60.0}], 'dish': None}
    """
    if isinstance(tree, float):
        return round(tree, FILE_PLACES) + 0.0
    if isinstance(tree, dict):
        return {key: for_files(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [for_files(value) for value in tree]
    return tree


def column(values: Sequence[float], step: float) -> list[float]:
    """
    Round a column so that it sums to its rounded total.

    Each value moves by less than one step: those with the largest remainders are rounded up
    until the sum is right.

    Args:
        values: Any numbers.
        step: What to round to.

    Returns:
        Multiples of *step* whose sum is the sum of *values* on the nearest multiple.

    >>> column([1574.7, 480.1, 228.3, 531.2, 184.0], 10.0)
    [1580.0, 480.0, 230.0, 530.0, 180.0]
    """
    low = [floor(value / step + _DUST) for value in values]
    short = round(to_step(sum(values), step) / step) - sum(low)
    # Remainders that tie are rounded up in their order.
    order = sorted(range(len(values)), key=lambda i: (round(low[i] - values[i] / step, 9), i))
    for place in order[:short]:
        low[place] += 1
    return [step * number for number in low]


def thousands(value: float) -> str:
    """
    A number rounded to a whole one, half up, with commas and a minus where it has one.

    >>> thousands(3230.0), thousands(112.5), thousands(-70.0)
    ('3,230', '113', '−70')
    """
    return f"{to_step(value, 1.0):,.0f}".replace("-", "−")


def count_text(number: int, noun: str, many: str = "") -> str:
    """
    So many of something, in words that fit one.

    >>> count_text(1, "day"), count_text(1200, "day"), count_text(2, "dish", "dishes")
    ('1 day', '1,200 days', '2 dishes')
    """
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def signed(value: float, *, places: int = 0) -> str:
    """
    A number with its sign; zero has none.

    >>> signed(-1250.0), signed(0.0), signed(0.234, places=2)
    ('−1,250', '0', '+0.23')
    """
    text = f"{abs(value):,.{places}f}"
    if not float(text.replace(",", "")):
        return text
    return f"{'+' if value > 0.0 else '−'}{text}"
