"""Rounding for people and for files, where the last bit of a sum must not show."""

import pytest

from fuelcalc.reports.rounding import column, for_files, to_step

DUST = 4e-13
"""About what the last bits of a day's energy are worth."""


@pytest.mark.parametrize("dust", [-DUST, 0.0, DUST])
class TestDust:
    """Figures on the border between two steps."""

    def test_rounds_a_half_up(self, dust):
        """2,995 kcal print as 3,000 wherever the sum's last bit fell; 2,994.9 do not."""
        assert to_step(2995.0 + dust, 10.0) == 3000.0
        assert to_step(2994.9 + dust, 10.0) == 2990.0

    def test_gives_the_remainder_to_the_first_of_equals(self, dust):
        """Two meals of 104.5 g in a day of 209 g: the first is rounded up."""
        assert column([104.5, 104.5 + dust], 1.0) == [105.0, 104.0]
        assert column([104.5 + dust, 104.5], 1.0) == [105.0, 104.0]

    def test_sums_a_column_of_whole_numbers_as_it_is(self, dust):
        """A step short by its last bit is still that step."""
        assert column([30.0 + dust, 20.0 - dust, 50.0], 10.0) == [30.0, 20.0, 50.0]


def test_keeps_files_free_of_dust():
    """Six decimals, nested as deep as a plan; nothing else changes, and no zero is negative."""
    tree = {"energy": {"fat_g": 14.000000000000002, "gap_g": -1e-13}, "items": [(1, None, "2.5")]}
    kept = for_files(tree)
    assert kept == {"energy": {"fat_g": 14.0, "gap_g": 0.0}, "items": [[1, None, "2.5"]]}
    assert str(kept["energy"]["gap_g"]) == "0.0"
