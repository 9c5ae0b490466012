"""Vitamins, minerals, omega-3 and amino acids against the tables as they are published."""

import numpy as np
import pytest

from fuelcalc.science.micronutrients import (
    AGE_EDGES,
    DAILY,
    VEGETARIAN_IRON_FACTOR,
    amino_acid_intakes_g,
    reference_intakes,
)

# Dietary reference intakes as NASEM and Health Canada print them: one line a nutrient, men and
# women of 14-18, 19-30, 31-50, 51-70 and over 70 in turn. Exact: the tables are not rounded.
PUBLISHED = """
    iron_mg          11/15      8/18       8/18       8/8        8/8
    calcium_mg       1300/1300  1000/1000  1000/1000  1000/1200  1200/1200
    vitamin_d_ug     15/15      15/15      15/15      15/15      20/20
    magnesium_mg     410/360    400/310    420/320    420/320    420/320
    zinc_mg          11/9       11/8       11/8       11/8       11/8
    potassium_mg     3000/2300  3400/2600  3400/2600  3400/2600  3400/2600
    vitamin_b12_ug   2.4/2.4    2.4/2.4    2.4/2.4    2.4/2.4    2.4/2.4
    folate_dfe_ug    400/400    400/400    400/400    400/400    400/400
    vitamin_c_mg     75/65      90/75      90/75      90/75      90/75
    ala_g            1.6/1.1    1.6/1.1    1.6/1.1    1.6/1.1    1.6/1.1
"""
# Tolerable upper intake levels, the same for men and women.
PUBLISHED_LIMITS = """
    iron_mg          45         45         45         45         45
    calcium_mg       3000       2500       2500       2000       2000
    vitamin_d_ug     100        100        100        100        100
    zinc_mg          34         40         40         40         40
    vitamin_c_mg     1800       2000       2000       2000       2000
"""
# The first and the last age of each group, to the day before a birthday.
AGES = [(14.0, 18.999), (19.0, 30.999), (31.0, 50.999), (51.0, 70.999), (71.0, 90.0)]

# WHO/FAO/UNU 2007, Technical Report 935, Table 23: adults, mg/kg/d.
WHO_MG_PER_KG = {
    "histidine_g": 10, "isoleucine_g": 20, "leucine_g": 39, "lysine_g": 30,
    "methionine_cystine_g": 15, "phenylalanine_tyrosine_g": 25, "threonine_g": 15,
    "tryptophan_g": 4, "valine_g": 26,
}  # fmt: skip


def cells(table):
    """Nutrient, group, men's value and women's value of every cell."""
    for line in table.strip().splitlines():
        name, *groups = line.split()
        for group, cell in enumerate(groups):
            men, _, women = cell.partition("/")
            yield name, group, float(men), float(women or men)


@pytest.mark.parametrize(("name", "group", "men", "women"), list(cells(PUBLISHED)))
def test_prints_the_published_intake(name, group, men, women):
    """Both ends of every age group, men and women."""
    for age in AGES[group]:
        assert reference_intakes(age_y=age, male=1.0)[name] == men
        assert reference_intakes(age_y=age, male=0.0)[name] == women


def test_has_no_cell_that_the_tables_have_not():
    """Every nutrient that is judged by a table stands in the table above."""
    assert set(DAILY) == {name for name, *_ in cells(PUBLISHED)}
    assert tuple(first for first, _ in AGES[1:]) == AGE_EDGES


def test_counts_the_long_omega_3_fats_together():
    """EFSA 2010: 250 mg of EPA and DHA a day, for adults of any age and sex."""
    for age in (14.0, 40.0, 90.0):
        for male in (0.0, 1.0):
            assert reference_intakes(age_y=age, male=male)["epa_dha_g"] == 0.25


def test_keeps_intakes_below_limits():
    """Nobody is asked to eat more than is safe, not even a vegetarian of iron."""
    for name, group, *limits in cells(PUBLISHED_LIMITS):
        for male, most in zip((1.0, 0.0), limits, strict=True):
            enough = reference_intakes(age_y=AGES[group][0], male=male)
            enough["iron_mg"] *= VEGETARIAN_IRON_FACTOR
            assert enough[name] < most


def test_prints_the_vegetarian_iron_of_the_sheet():
    """NASEM 2001: 1.8 times as much, 14.4 mg for men and 32.4 mg for women of 19 to 50."""
    for male, published in ((1.0, 14.4), (0.0, 32.4)):
        iron = reference_intakes(age_y=40.0, male=male)["iron_mg"] * VEGETARIAN_IRON_FACTOR
        assert iron == pytest.approx(published, abs=1e-9)


def test_holds_a_quarter_more_than_the_mean_requirement_of_amino_acids():
    """The safe intake is the mean requirement and 24 %, for every kilogram."""
    at_100_kg = amino_acid_intakes_g(mass_kg=100.0)
    assert set(at_100_kg) == set(WHO_MG_PER_KG)
    for name, mg_per_kg in WHO_MG_PER_KG.items():
        assert at_100_kg[name] == pytest.approx(0.124 * mg_per_kg, abs=1e-9)
    # The table prints the sum of the nine, too: 184 mg/kg/d.
    assert sum(at_100_kg.values()) == pytest.approx(184 * 0.124, abs=1e-9)


def test_reads_a_frame_row_by_row():
    """Arrays of ages and sexes give each row its own cell."""
    ages = np.array([age for pair in AGES for age in pair])
    sexes = np.arange(len(ages)) % 2.0
    rows = reference_intakes(age_y=ages, male=sexes)
    for place, (age, male) in enumerate(zip(ages, sexes, strict=True)):
        alone = reference_intakes(age_y=float(age), male=float(male))
        assert {name: column[place] for name, column in rows.items()} == alone
