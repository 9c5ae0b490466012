"""Energy by the general factors, as labels print it."""

import numpy as np
import pytest

from fuelcalc.science.macronutrients import energy_449_kcal


@pytest.mark.parametrize(
    ("protein_g", "carbohydrate_g", "fat_g", "label_kcal"),
    [(1.0, 0.0, 0.0, 4.0), (0.0, 1.0, 0.0, 4.0), (0.0, 0.0, 1.0, 9.0), (8.0, 12.0, 8.0, 152.0)],
)
def test_counts_as_labels_do(protein_g, carbohydrate_g, fat_g, label_kcal):
    """4, 4 and 9 kcal a gram; a cup of whole milk (8, 12 and 8 g) is labelled about 150 kcal."""
    result = energy_449_kcal(protein_g=protein_g, carbohydrate_g=carbohydrate_g, fat_g=fat_g)
    assert result == label_kcal


def test_counts_many_at_once():
    """Arrays give arrays, by the same code."""
    grams = np.array([0.0, 1.0, 2.0])
    result = energy_449_kcal(protein_g=grams, carbohydrate_g=grams, fat_g=grams)
    assert result.tolist() == [0.0, 17.0, 34.0]
