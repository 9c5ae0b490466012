"""Protein: how much a day, and how much at once."""

from fuelcalc.science.numeric import N, blend, clip, least, most, ramp
from fuelcalc.science.sources import SOURCES, explains

# Lifters gained no more beyond 1.6 (1.0 to 2.2; Morton 2018), and runners want 1.8 (Witard 2025).
USUAL_G_PER_KG = 1.8
# What is kept where energy has to make room for what training burns.
COLLISION_G_PER_KG = 1.6
LEAST_G_PER_KG, MOST_G_PER_KG = 1.2, 2.5
LOADING_G_PER_KG = 1.3
# Less of plants' protein is digested, and it is poorer in leucine.
PLANT_FACTOR = 1.10


def reference_mass_kg(
    *, mass_kg: N, height_cm: N, male: N, body_fat_share: N, body_fat_known: N
) -> N:
    """
    The mass that grams per kilogram count by: body mass, eased off above BMI 27.5.

    Above BMI 27.5 it is the mass at that BMI and a quarter of the rest; somebody measured to
    be muscular counts fully, by fat-free mass over 0.80 (men) or 0.70 (women).

    Returns:
        Reference mass in kg, at most body mass.

    Source: estimate.

    >>> reference_mass_kg(mass_kg=100.0, height_cm=180.0, male=1.0,
    ...     body_fat_share=0.30, body_fat_known=0.0)
    91.825
    """
    height_m = height_cm / 100.0
    usual = least(27.5 * height_m * height_m, mass_kg)
    # Fat wants little protein: above a BMI of 27.5 a quarter of each kilogram counts.
    eased = usual + 0.25 * (mass_kg - usual)
    by_ffm = mass_kg * (1.0 - body_fat_share) / blend(0.70 + 0.0 * male, 0.80 + 0.0 * male, male)
    # Who is heavy by muscle, and had it measured, is counted by that.
    muscular = least(most(eased, by_ffm), mass_kg)
    return blend(eased, muscular, body_fat_known)


@explains(
    protein_g=(
        "1.8 g/kg reference mass, vegans 10 % and deficits more, loading 1.3; studies span 1.6-2.2",
        SOURCES["protein"],
    ),
)
def protein_g_per_kg(*, deficit_share: N, vegan: N, loading: N) -> N:
    """
    The day's protein, in g per kg of reference mass, between 1.2 and 2.5.

    Args:
        deficit_share: Deficit over expenditure, 0 when there is none.
        vegan: 1.0 for plant protein only (10 % more), else 0.0.
        loading: Share of carbohydrate loading, 0 to 1; moves protein to 1.3.

    Source: estimate, from Morton 2018, doi:10.1136/bjsports-2017-097608, and Witard 2025.

    >>> protein_g_per_kg(deficit_share=0.0, vegan=0.0, loading=0.0)
    1.8
    """
    # A deficit takes muscle too, and protein holds against it.
    usual = USUAL_G_PER_KG + 0.4 * clip(deficit_share, 0.0, 1.0) / 0.20
    usual = blend(usual, 0.0 * usual + LOADING_G_PER_KG, loading)
    return clip(usual * (1.0 + (PLANT_FACTOR - 1.0) * vegan), LEAST_G_PER_KG, MOST_G_PER_KG)


def with_session_food_g(*, protein_g: N, session_g: N, reference_mass_kg: N) -> N:
    """
    The day's protein with what is taken on long sessions beside it, up to 2.5 g/kg.

    Args:
        protein_g: What meals should hold.
        session_g: What is taken on the move.
        reference_mass_kg: From `reference_mass_kg`.

    Source: estimate, Tiller 2019 (ISSN), doi:10.1186/s12970-019-0312-9: 1.6 to 2.5 g/kg.

    >>> with_session_food_g(protein_g=108.0, session_g=36.0, reference_mass_kg=60.0)
    144.0
    """
    return most(least(protein_g + session_g, MOST_G_PER_KG * reference_mass_kg), protein_g)


def collision_g_per_kg(*, injured: N) -> N:
    """
    The least protein that stays where energy is short, in g per kg of reference mass.

    Args:
        injured: 1.0 in a time of injury, which holds the usual 1.8, else 0.0.

    Source: estimate; 1.6 is the plateau of Morton 2018, doi:10.1136/bjsports-2017-097608.

    >>> collision_g_per_kg(injured=0.0), collision_g_per_kg(injured=1.0)
    (1.6, 1.8)
    """
    return COLLISION_G_PER_KG + (USUAL_G_PER_KG - COLLISION_G_PER_KG) * injured


@explains(
    protein_dose_g=(
        "0.3 g/kg reference mass, rising to 0.4 from 55 to 65",
        SOURCES["protein-dose"],
    ),
    dose_g=("at least one dose, or an even share", SOURCES["protein-dose"]),
    share_g=("an even share of what the doses leave", SOURCES["protein-dose"]),
)
def protein_dose_g_per_kg(*, age_y: N) -> N:
    """
    The protein of one feeding that builds muscle, in g per kg of reference mass.

    0.3, rising to 0.4 between ages 55 and 65.

    Source: estimate, from Moore 2015, doi:10.1093/gerona/glu103.

    >>> protein_dose_g_per_kg(age_y=30.0), protein_dose_g_per_kg(age_y=70.0)
    (0.3, 0.4)
    """
    # Old muscle answers to 0.40 g/kg where young does to 0.24 (Moore 2015).
    return 0.30 + 0.10 * ramp(age_y, 55.0, 65.0)
