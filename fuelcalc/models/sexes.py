"""What the equations tell apart, and the words for it."""

from collections.abc import Mapping
from typing import Literal

Sex = Literal["female", "male"]
SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(("female", "f", "woman", "w"), "female"),
    **dict.fromkeys(("male", "m", "man"), "male"),
}
"""What is understood for a sex, in small letters."""
