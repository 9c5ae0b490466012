"""Resting energy: the published equations at printed vectors, and the default blend."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import OutOfRangeError
from fuelcalc.science.resting import (
    EQUATIONS,
    adult_kcal_per_day,
    blended_from_ffm_kcal_per_day,
    blended_kcal_per_day,
    cunningham1980_kcal_per_day,
    henry_kcal_per_day,
    henry_mass_kcal_per_day,
    mifflin_ffm_kcal_per_day,
    mifflin_kcal_per_day,
    mifflin_share,
    mifflin_unrounded_kcal_per_day,
    tenhaaf_ffm_kcal_per_day,
    tenhaaf_kcal_per_day,
    tinsley_ffm_kcal_per_day,
)

MAN = {"mass_kg": 75.0, "height_cm": 178.0, "age_y": 30.0, "male": 1.0, "ffm_kg": 63.75}
WOMAN = {"mass_kg": 60.0, "height_cm": 165.0, "age_y": 35.0, "male": 0.0, "ffm_kg": 45.6}
SIZE = {key: MAN[key] for key in ("mass_kg", "height_cm", "age_y", "male")}

# Each paper's own coefficients, worked outside this code and printed to 0.1 kcal: hence 0.05.
PUBLISHED = [
    ("mifflin", 1717.5, 1295.2),
    ("harris-benedict", 1777.0, 1362.0),
    ("ten-haaf", 1917.8, 1430.7),
    ("henry", 1681.0, 1307.5),
    ("de-lorenzo", 1900.6, None),
    ("cunningham-1980", 1902.5, 1503.2),
    ("cunningham-1991", 1747.0, 1355.0),
    ("ten-haaf-ffm", 1935.9, 1522.6),
    ("tinsley-ffm", 1935.1, 1465.0),
]


@pytest.mark.parametrize(("name", "man_kcal", "woman_kcal"), PUBLISHED)
def test_agrees_with_the_published_equation(name, man_kcal, woman_kcal):
    """A man of 75 kg and a woman of 60 kg get what each paper's equation gives them."""
    assert EQUATIONS[name](**MAN) == pytest.approx(man_kcal, abs=0.051)
    if woman_kcal is not None:
        assert EQUATIONS[name](**WOMAN) == pytest.approx(woman_kcal, abs=0.051)


def test_agrees_with_mifflins_printed_example():
    """Mifflin 1990 prints 1,508 kcal for a woman of 25 y, 68 kg and 178 cm; to its rounding."""
    woman = {"mass_kg": 68.0, "height_cm": 178.0, "age_y": 25.0, "male": 0.0}
    assert mifflin_unrounded_kcal_per_day(**woman) == pytest.approx(1507.8, abs=0.05)


@given(
    mass_kg=st.floats(45.0, 120.0),
    height_cm=st.floats(150.0, 200.0),
    age_y=st.floats(19.0, 78.0),
    male=st.sampled_from((0.0, 1.0)),
)
def test_stays_near_the_fit_it_was_rounded_from(mass_kg, height_cm, age_y, male):
    """Rounding 9.99 and 4.92 to 10 and 5 costs at most 0.01 x 120 and 0.08 x 78 kcal."""
    body = {"mass_kg": mass_kg, "height_cm": height_cm, "age_y": age_y, "male": male}
    gap = mifflin_kcal_per_day(**body) - mifflin_unrounded_kcal_per_day(**body)
    assert abs(gap) <= 6.24


def test_gives_mifflins_line_on_fat_free_mass():
    """Mifflin 1990's second line at 50 kg, worked by hand: 985 + 413."""
    assert mifflin_ffm_kcal_per_day(ffm_kg=50.0) == 1398.0


def test_takes_ten_haafs_height_in_metres():
    """The paper's kilojoule form, 0.239 (49.940 W + 2459.053 H - 34.014 A + ...), to 0.2 kcal."""
    man_kj = 49.940 * 75.0 + 2459.053 * 1.78 - 34.014 * 30.0 + 799.257 + 122.502
    assert tenhaaf_kcal_per_day(**SIZE) == pytest.approx(0.239 * man_kj, abs=0.2)
    assert tenhaaf_ffm_kcal_per_day(ffm_kg=63.75) == pytest.approx(
        0.239 * (95.272 * 63.75 + 2026.161), abs=0.2
    )


# Henry 2005, by hand for 70 kg and 1.75 m: younger band below the birthday, older one on it.
BIRTHDAYS = [
    pytest.param(1.0, 17.999, 1856.5, id="man-17"),
    pytest.param(1.0, 18.0, 1668.75, id="man-18"),
    pytest.param(1.0, 29.999, 1668.75, id="man-29"),
    pytest.param(1.0, 30.0, 1607.75, id="man-30"),
    pytest.param(1.0, 59.999, 1607.75, id="man-59"),
    pytest.param(1.0, 60.0, 1488.75, id="man-60"),
    pytest.param(0.0, 17.999, 1555.75, id="woman-17"),
    pytest.param(0.0, 18.0, 1522.25, id="woman-18"),
    pytest.param(0.0, 29.999, 1522.25, id="woman-29"),
    pytest.param(0.0, 30.0, 1439.5, id="woman-30"),
    pytest.param(0.0, 59.999, 1439.5, id="woman-59"),
    pytest.param(0.0, 60.0, 1343.85, id="woman-60"),
]


@pytest.mark.parametrize(("male", "age_y", "by_hand_kcal"), BIRTHDAYS)
def test_puts_a_birthday_in_the_older_band(male, age_y, by_hand_kcal):
    """At exactly 18, 30 and 60 Henry's older band applies; exact to rounding."""
    result = henry_kcal_per_day(mass_kg=70.0, height_cm=175.0, age_y=age_y, male=male)
    assert result == pytest.approx(by_hand_kcal, abs=1e-9)


# Henry 2005, mass alone, by hand for 70 kg.
MASS_BANDS = [
    (1.0, 29.999, 1665.0), (1.0, 30.0, 1587.0), (1.0, 59.999, 1587.0), (1.0, 60.0, 1477.0),
    (1.0, 69.999, 1477.0), (1.0, 70.0, 1440.0), (0.0, 29.999, 1475.0), (0.0, 30.0, 1375.8),
    (0.0, 59.999, 1375.8), (0.0, 60.0, 1286.0), (0.0, 69.999, 1286.0), (0.0, 70.0, 1277.0),
]  # fmt: skip


@pytest.mark.parametrize(("male", "age_y", "by_hand_kcal"), MASS_BANDS)
def test_bands_the_mass_equation_by_age_too(male, age_y, by_hand_kcal):
    """The bands of the mass-only table start at 30, 60 and 70; exact to rounding."""
    result = henry_mass_kcal_per_day(mass_kg=70.0, age_y=age_y, male=male)
    assert result == pytest.approx(by_hand_kcal, abs=1e-9)


def test_keeps_the_boys_line_of_the_oxford_table():
    """A boy of 16, 60 kg and 1.70 m, by hand from 15.6 W + 266 H + 299; not a copy's 16.25 W."""
    boy = henry_kcal_per_day(mass_kg=60.0, height_cm=170.0, age_y=16.0, male=1.0)
    assert boy == pytest.approx(1687.2, abs=1e-9)


def test_offers_cunningham_1991_once():
    """Cunningham 1991 is also sold as Katch-McArdle; no two names of the table share a line."""
    values = [equation(extrapolate=True, **WOMAN) for equation in EQUATIONS.values()]
    assert len({round(value, 6) for value in values}) == len(values)


def test_keeps_de_lorenzo_to_men():
    """De Lorenzo 1999 measured 51 men, so a woman is refused."""
    with pytest.raises(OutOfRangeError, match="51 male athletes"):
        EQUATIONS["de-lorenzo"](**WOMAN)


def blend_of(**changes):
    """Resting energy of the default blend for the man, with some inputs changed."""
    usual = {
        **SIZE,
        "body_fat_share": 0.15,
        "body_fat_known": 0.0,
        "ffm_sd_share": 0.07,
        "sessions_per_week": 5.0,
        "lifts_per_week": 2.0,
    }
    return blended_kcal_per_day(**{**usual, **changes})


def test_uses_ten_haaf_for_the_athletes_he_measured():
    """Young, lean and training, body fat unknown: ten Haaf's 1,917.8 kcal and his 8 %."""
    assert blend_of() == pytest.approx((1917.8, 0.08), abs=0.05)


def test_uses_mifflin_for_everybody_else():
    """Trained once a week: Mifflin's 1,717.5 kcal and 10 %."""
    assert blend_of(sessions_per_week=1.0) == pytest.approx((1717.5, 0.10), abs=0.05)


def test_uses_the_mean_of_two_when_body_fat_is_known():
    """Half of ten Haaf's 1,935.9 and Cunningham's 1,902.5, with the error of the method."""
    assert blend_of(body_fat_known=1.0) == pytest.approx((1919.2, 0.07), abs=0.05)
    assert blend_of(body_fat_known=1.0, ffm_sd_share=0.08)[1] == pytest.approx(0.08)


@pytest.mark.parametrize("known", [0.0, 1.0])
def test_uses_the_oxford_equations_under_18(known):
    """On the day before 18 Henry's line, by hand 15.6 x 75 + 266 x 1.78 + 299; on 18 the blend."""
    child, sd_share = blend_of(age_y=17.999, body_fat_known=known)
    assert child == pytest.approx(1942.48, abs=0.01)
    assert sd_share == pytest.approx(0.10)
    assert blend_of(age_y=18.0, body_fat_known=known)[1] == pytest.approx(0.08 - 0.01 * known)


@pytest.mark.parametrize(
    ("change", "expected"),
    [({"age_y": 35.0}, 0.0), ({"age_y": 35.03}, 0.001), ({"age_y": 64.97}, 0.999),
     ({"age_y": 65.0}, 1.0), ({"age_y": 90.0}, 1.0), ({"bmi": 27.0}, 0.0), ({"bmi": 27.015}, 0.001),
     ({"bmi": 41.985}, 0.999), ({"bmi": 42.0}, 1.0), ({"sessions_per_week": 3.0}, 0.0),
     ({"sessions_per_week": 2.998}, 0.001), ({"sessions_per_week": 1.002}, 0.999),
     ({"sessions_per_week": 1.0}, 1.0), ({"sessions_per_week": 0.0}, 1.0)],
)  # fmt: skip
def test_leaves_ten_haaf_gradually(change, expected):
    """Each of the three ramps starts and ends where it should, worked by hand."""
    usual = {"age_y": 25.0, "bmi": 22.0, "sessions_per_week": 5.0}
    assert mifflin_share(**{**usual, **change}) == pytest.approx(expected, abs=1e-9)


def test_lets_the_largest_share_win():
    """Half by age and a third by BMI is half, not their sum."""
    assert mifflin_share(age_y=50.0, bmi=32.0, sessions_per_week=5.0) == pytest.approx(0.5)


# A woman of 60 kg and 160 cm, by hand. Mifflin: 600 + 1000 - 5 A - 161, so 1139 at 60, 1114 at 65,
# 1089 at 70, 989 at 90. Henry from 60 on: 8.52 x 60 + 421 x 1.6 + 10.7 = 1195.5.
@pytest.mark.parametrize(
    ("age_y", "by_hand_kcal"),
    [(59.9, 1139.5), (60.0, 1139.0), (60.1, 1138.785), (65.0, 1134.375), (69.9, 1141.97),
     (70.0, 1142.25), (78.0, 1122.25), (90.0, 1092.25)],
)  # fmt: skip
def test_joins_henry_to_mifflin_over_ten_years(age_y, by_hand_kcal):
    """Mifflin alone up to 60, half of Henry from 70 on, also beyond Mifflin's 78."""
    result = adult_kcal_per_day(mass_kg=60.0, height_cm=160.0, age_y=age_y, male=0.0)
    assert result == pytest.approx(by_hand_kcal, abs=0.01)


def test_gives_the_old_that_mean():
    """Beyond 65 the blend has left ten Haaf: a woman of 75 gets the mean of the other two."""
    result, sd_share = blend_of(age_y=75.0, male=0.0, mass_kg=60.0, height_cm=160.0)
    assert result == pytest.approx((1064.0 + 1195.5) / 2.0, abs=0.01)
    assert sd_share == pytest.approx(0.10)


ANY_BODY = {
    "mass_kg": st.floats(40.0, 150.0),
    "height_cm": st.floats(140.0, 205.0),
    "age_y": st.floats(14.0, 90.0),
    "male": st.sampled_from((0.0, 1.0)),
    "sessions_per_week": st.floats(0.0, 14.0),
    "lifts_per_week": st.floats(0.0, 7.0),
    "body_fat_known": st.sampled_from((0.0, 1.0)),
    "body_fat_share": st.floats(0.05, 0.5),
}


@given(**ANY_BODY, gain=st.floats(1e-3, 110.0))
def test_f03_never_takes_energy_from_more_mass(gain, **body):
    """At the same height, age, training and share of fat, more mass never rests on less."""
    now, heavier = blend_of(**body)[0], blend_of(**{**body, "mass_kg": body["mass_kg"] + gain})[0]
    assert heavier >= now - 1e-9


# Where the slope is least: short men of 18, whom ten Haaf's line leaves furthest behind.
@pytest.mark.parametrize("age_y", [18.0, 19.0, 25.0, 35.0])
@pytest.mark.parametrize("height_cm", [140.0, 150.0, 167.5, 190.0, 205.0])
@pytest.mark.parametrize("male", [0.0, 1.0])
def test_f03_rises_with_every_kilogram(male, height_cm, age_y):
    """Kilogram by kilogram from 40 to 150, across the whole ramp by BMI."""
    values = [
        blend_of(mass_kg=float(kg), height_cm=height_cm, age_y=age_y, male=male)[0]
        for kg in range(40, 151)
    ]
    assert all(after > before for before, after in pairwise(values))


def test_f03_keeps_the_heavier_of_two_men_above():
    """A man of 19 y and 167.5 cm rests on more at 92 kg than at 76; once 1,886 against 1,954."""
    young = {"height_cm": 167.5, "age_y": 19.0}
    assert blend_of(mass_kg=92.0, **young)[0] > blend_of(mass_kg=76.0, **young)[0]


# Tinsley joins below 14 % (men) or 22 % (women), fully at 10 % and 18 %.
@pytest.mark.parametrize(
    ("male", "share", "weight"),
    [(1.0, 0.15, 0.0), (1.0, 0.14, 0.0), (1.0, 0.12, 0.5), (1.0, 0.10, 1.0), (1.0, 0.08, 1.0),
     (0.0, 0.23, 0.0), (0.0, 0.22, 0.0), (0.0, 0.20, 0.5), (0.0, 0.18, 1.0), (0.0, 0.16, 1.0)],
)  # fmt: skip
@pytest.mark.parametrize(("lifts", "joins"), [(3.0, 0.0), (4.0, 1.0), (5.0, 1.0)])
def test_lets_lean_lifters_count_as_physique_athletes(male, share, weight, lifts, joins):
    """The third equation's weight follows leanness, for four lifts a week or more."""
    result = blended_from_ffm_kcal_per_day(
        ffm_kg=80.0, body_fat_share=share, male=male, lifts_per_week=lifts
    )
    two = tenhaaf_ffm_kcal_per_day(ffm_kg=80.0) + cunningham1980_kcal_per_day(ffm_kg=80.0)
    third = tinsley_ffm_kcal_per_day(ffm_kg=80.0)
    weight = weight * joins
    assert result == pytest.approx((two + weight * third) / (2.0 + weight), abs=1e-6)


@pytest.mark.parametrize("name", sorted(EQUATIONS))
def test_gives_more_to_more_mass(name):
    """No published equation lowers resting energy for a heavier body."""
    heavier = {**MAN, "mass_kg": 85.0, "ffm_kg": 70.0}
    assert EQUATIONS[name](**heavier) > EQUATIONS[name](**MAN)


# Whom each equation was fitted on, as its paper says, and how far a person is off: ten Haaf 2014
# found 8 % for its own and for equations of fat-free mass in athletes, 10 % and more for the rest.
FITTED = {
    "mifflin": (0.10, (19.0, 78.0)), "mifflin-ffm": (0.10, (19.0, 78.0)),
    "harris-benedict": (0.10, (18.0, 90.0)), "cunningham-1980": (0.08, (18.0, 90.0)),
    "cunningham-1991": (0.08, (18.0, 90.0)), "ten-haaf": (0.08, (18.0, 35.0)),
    "ten-haaf-ffm": (0.08, (18.0, 35.0)), "henry": (0.10, (10.0, 90.0)),
    "henry-mass": (0.10, (18.0, 90.0)), "de-lorenzo": (0.08, (18.0, 90.0)),
    "tinsley-ffm": (0.08, (18.0, 90.0)), "tinsley-mass": (0.08, (18.0, 90.0)),
}  # fmt: skip


def test_says_whom_each_equation_was_fitted_on():
    """Every equation to choose has its error and its ages, and there is no other."""
    found = {name: (one.sd_share, one.fitted["age_y"]) for name, one in EQUATIONS.items()}
    assert found == FITTED
    assert EQUATIONS["de-lorenzo"].fitted["male"] == (1.0, 1.0)
