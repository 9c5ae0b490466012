"""A dish as somebody may eat it is one object, however often a pantry is asked for it."""

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry import pantry as module


@pytest.mark.parametrize("restrictions", [[], ["low-fodmap"]])
def test_gives_the_same_variants_when_it_has_forgotten_them(restrictions):
    """A week that remembers its dishes knows them again after many other people were planned."""
    limits = Limits.of(restrictions=restrictions)
    first = BUNDLED.variants(limits)
    module._variants.cache_clear()  # noqa: SLF001 - what forty other people do to it
    again = BUNDLED.variants(limits)
    assert all(one is other for one, other in zip(first, again, strict=True))
