"""What lifting costs: by style and region, by the Compendium, or by the sets and the load."""

from collections.abc import Mapping

from fuelcalc.science.numeric import N, at_least, blend, interpolate, most, power, ramp

STYLE_MET: Mapping[str, Mapping[str, float]] = {
    "heavy": {"upper": 3.5, "core": 3.5, "full": 4.0, "lower": 4.5},
    "hypertrophy": {"upper": 3.5, "core": 3.5, "full": 3.5, "lower": 3.5},
    "endurance": {"upper": 4.0, "core": 4.0, "full": 4.0, "lower": 4.0},
    "circuit": {"upper": 5.8, "core": 5.8, "full": 5.8, "lower": 5.8},
    "hiit": {"upper": 7.0, "core": 7.0, "full": 7.0, "lower": 7.0},
    "plyometric": {"upper": 5.0, "core": 5.0, "full": 5.0, "lower": 5.0},
    "bodyweight": {"upper": 3.5, "core": 3.5, "full": 3.5, "lower": 3.5},
    "bands": {"upper": 3.5, "core": 3.5, "full": 3.5, "lower": 3.5},
}
"""Gross MET of a whole session, rests included; estimates set from the 2024 Compendium."""

COMPENDIUM_MET: Mapping[str, float] = {
    "02020": 7.5,
    "02022": 3.8,
    "02024": 2.8,
    "02032": 6.0,
    "02034": 3.5,
    "02035": 5.0,
    "02040": 7.5,
    "02050": 6.0,
    "02052": 5.0,
    "02054": 3.5,
    "02055": 5.8,
    "02056": 3.0,
    "02057": 6.5,
    "02058": 9.8,
    "02061": 5.0,
    "02210": 7.0,
    "02214": 11.0,
}
"""2024 Adult Compendium codes for conditioning, Herrmann 2024."""

LIFT_SHARE: Mapping[str, float] = {
    "heavy": 0.45,
    "hypertrophy": 0.45,
    "endurance": 0.50,
    "circuit": 0.60,
    "hiit": 0.75,
    "plyometric": 0.55,
    "bodyweight": 0.45,
    "bands": 0.40,
}
"""Share of VO2max that a style averages, an estimate; it sizes the snack before a lift."""

MET_SD_SHARE = 0.30
"""Error of a MET-based session, as a share of its net cost; an estimate."""

# His standard error, and his slope by load: a tonne, though copies of his paper lost the 10⁻³.
LYTLE_SD_KCAL = 28.5
LYTLE_KCAL_PER_TONNE = 2.461

USUAL_FFM_SHARE = 0.80
"""
Fat-free share of the bodies that METs were measured on, an estimate.

Lifting is done by muscle: by whole mass a MET reads too high by as much as a body is fatter.
"""

# A set every two minutes, every one and a half, and each minute, as in a circuit; an estimate.
_SETS_PER_H, _SETS_MET = (30.0, 40.0, 60.0), (3.0, 3.5, STYLE_MET["circuit"]["full"])
LYTLE_STYLES = ("heavy", "hypertrophy", "endurance")
"""What Lytle 2019 measured: sets with rests between; circuits and jumps are another matter."""

# What he measured, and the volume beyond which his slope falls below the work itself.
_LEAST_SETS, _MOST_SETS = 15.0, 30.0
_SHORTEST_MIN, _LONGEST_MIN = 30.0, 75.0
_MOST_VOLUME_KG = 25_000.0


def met_gross_kcal(*, met: N, mass_kg: N, duration_min: N) -> N:
    """
    Everything burned in a session of that MET, at 1.00 kcal per kg, hour and MET.

    Source: Herrmann et al. 2024, doi:10.1016/j.jshs.2023.10.010.

    >>> met_gross_kcal(met=4.5, mass_kg=62.0, duration_min=60.0)
    279.0
    """
    return met * mass_kg * duration_min / 60.0


def sets_met(*, n_sets: N, duration_min: N) -> N:
    """
    The MET of a lift from how dense its sets are: short rests make a circuit of it.

    3.0 up to 30 sets an hour (one every 2 min), 3.5 at 40, a circuit's 5.8 from 60 on.

    Args:
        n_sets: Working sets.
        duration_min: Whole session, rests included; above 0.

    Source: estimate, from Lytle 2019, doi:10.1249/MSS.0000000000001925, Falcone 2015,
    doi:10.1519/JSC.0000000000000661, and the 2024 Compendium.

    >>> sets_met(n_sets=20.0, duration_min=40.0), sets_met(n_sets=20.0, duration_min=30.0)
    (3.0, 3.5)
    """
    return interpolate(60.0 * n_sets / duration_min, _SETS_PER_H, _SETS_MET)


def load_kcal(*, volume_kg: N, n_reps: N, mass_kg: N) -> N:
    """
    What the load moves a session's energy by, against repetitions with half of body mass.

    Args:
        volume_kg: Sum over all sets of repetitions times load.
        n_reps: Repetitions of all sets.
        mass_kg: Body mass.

    Returns:
        Energy in kcal, below 0 for light loads; 0 for no repetitions.

    Source: estimate, by the slope of Lytle et al. 2019, doi:10.1249/MSS.0000000000001925.

    >>> round(load_kcal(volume_kg=4800.0, n_reps=24.0, mass_kg=75.0), 2)
    9.6
    """
    # Against half of body mass, since a MET of lifting holds a usual load already.
    return LYTLE_KCAL_PER_TONNE * (volume_kg - n_reps * 0.5 * mass_kg) / 1000.0


def lytle_net_kcal(*, height_cm: N, age_y: N, fat_kg: N, lean_kg: N, volume_kg: N) -> N:
    """
    What a session of machine lifting adds to rest, from body and volume.

    Args:
        height_cm: Standing height.
        age_y: Age; fitted on 20 to 58.
        fat_kg: Fat mass.
        lean_kg: Fat-free mass.
        volume_kg: Sum over all sets of repetitions times load.

    Returns:
        Net energy of the bout in kcal; standard error 28.5.

    Source: Lytle et al. 2019, doi:10.1249/MSS.0000000000001925, n = 52.

    >>> round(lytle_net_kcal(
    ...     height_cm=178.0, age_y=30.0, fat_kg=11.25, lean_kg=63.75, volume_kg=10_000.0), 2)
    144.55
    """
    return (
        0.874 * height_cm
        - 0.596 * age_y
        - 1.016 * fat_kg
        + 1.638 * lean_kg
        + LYTLE_KCAL_PER_TONNE * volume_kg / 1000.0
        - 110.742
    )


def lytle_trust(*, n_sets: N, duration_min: N, volume_kg: N) -> N:
    """
    How far a session resembles those that Lytle measured: 1 inside the study, fading to 0.

    Inside is 15 to 30 working sets, 30 to 75 minutes and up to 25 tonnes; the weight fades
    over the next 20 per cent on every side.

    Source: estimate, from Lytle et al. 2019.

    >>> lytle_trust(n_sets=20.0, duration_min=60.0, volume_kg=10_000.0)
    1.0
    """
    # The product, so that one side outside the study is enough not to go by it.
    return (
        ramp(n_sets, 0.8 * _LEAST_SETS, _LEAST_SETS)
        * ramp(n_sets, 1.2 * _MOST_SETS, _MOST_SETS)
        * ramp(duration_min, 0.8 * _SHORTEST_MIN, _SHORTEST_MIN)
        * ramp(duration_min, 1.2 * _LONGEST_MIN, _LONGEST_MIN)
        * ramp(volume_kg, 1.2 * _MOST_VOLUME_KG, _MOST_VOLUME_KG)
    )


def combined_net_kcal(*, met_net_kcal: N, lytle_kcal: N, trust: N) -> tuple[N, N]:
    """
    The two estimates of a session's net cost as one, weighted by their inverse variance.

    Args:
        met_net_kcal: Net cost by MET, error 30 %.
        lytle_kcal: Net cost by sets and load, error 28.5 kcal.
        trust: From `lytle_trust`; 0 leaves the MET alone.

    Returns:
        Net energy and its standard deviation, both in kcal.

    Source: estimate, Lytle 2019 and the 2024 Compendium.

    >>> net, sd = combined_net_kcal(met_net_kcal=195.7, lytle_kcal=144.55, trust=1.0)
    >>> round(net, 1), round(sd, 1)
    (154.3, 25.6)
    """
    met_sd = MET_SD_SHARE * met_net_kcal
    # The surer of the two counts more: each by the inverse of its variance.
    met_weight = 1.0 / (met_sd * met_sd + 1e-9)
    lytle_weight = 1.0 / LYTLE_SD_KCAL**2
    total = met_weight + lytle_weight
    mean = (met_weight * met_net_kcal + lytle_weight * most(lytle_kcal, 0.0)) / total
    return (
        blend(met_net_kcal, mean, trust),
        blend(met_sd, power(1.0 / total, 0.5), trust),
    )


def rest_s(*, n_reps: N) -> N:
    """
    The usual rest after a set, in seconds: 150 up to 8 repetitions, 90 to 12, 60 above.

    Source: estimate.

    >>> rest_s(n_reps=6.0), rest_s(n_reps=10.0), rest_s(n_reps=15.0)
    (150.0, 90.0, 60.0)
    """
    # Heavy sets want two and a half minutes, sets of 9 to 12 one and a half, lighter ones a minute.
    few = 0.0 * n_reps + 150.0
    return blend(
        blend(few, 0.0 * n_reps + 90.0, at_least(n_reps, 9.0)),
        0.0 * n_reps + 60.0,
        at_least(n_reps, 13.0),
    )


def sets_min(*, n_sets: N, n_reps: N) -> N:
    """
    How long the sets of one exercise take, in minutes: 4 s a repetition, and the rests.

    Source: estimate.

    >>> sets_min(n_sets=4.0, n_reps=6.0)
    11.6
    """
    return n_sets * (REP_S * n_reps + rest_s(n_reps=n_reps)) / 60.0


REP_S = 4.0
"""Seconds that a repetition takes; an estimate."""

AMRAP_REPS = 10.0
"""Repetitions of a set of as many as go, where nobody counted; an estimate."""

WARM_UP_MIN = 10.0
"""Minutes around the sets when a lift's duration comes from them; an estimate."""
