"""What anything else costs that is neither a run nor a lift: cycling, swimming, hiking."""

from fuelcalc.errors import InputError, nearest
from fuelcalc.models.activities import CLOSE, EVERYDAY_ACTIVITIES, SEVERAL
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.sessions import Other
from fuelcalc.planning.sessions.session import Trained, first_given, minute_of, sweat_of
from fuelcalc.science import fluid, lifting
from fuelcalc.science.activities import ACTIVITIES, OUTDOORS
from fuelcalc.science.numeric import as_given
from fuelcalc.science.sessions import WEARABLE_SD_SHARE, other_session
from fuelcalc.science.sources import SOURCES


def _unknown(activity: str) -> InputError:
    """The refusal of an activity that has no name here."""
    problem, remedy = SEVERAL.get(activity.casefold(), ("is unknown", None))
    if remedy is None:
        near = nearest(activity, EVERYDAY_ACTIVITIES, cutoff=CLOSE)
        meant = f'did you mean "{near}"? ' if near else ""
        remedy = f"{meant}give one such as cycling, or met = 6.8"
    return InputError(
        problem, argument="activity", value=activity, remedy=remedy, allowed=tuple(ACTIVITIES)
    )


def trained_other(
    athlete: Athlete,
    other: Other,
    *,
    temperature_degc: float | None,
    dew_point_degc: float | None = None,
) -> Trained:
    """
    Cost any other activity.

    Raises:
        InputError: The activity has no name that fuelcalc knows.
    """
    method, source, sd_share = "met", SOURCES["compendium"], lifting.MET_SD_SHARE
    label = "activity"
    # What a device counted is off by less than a MET of the average person.
    if other.energy_kcal is not None:
        gross = other.energy_kcal
        method, source, sd_share = "given energy", SOURCES["measured"], WEARABLE_SD_SHARE
    else:
        met = first_given(other.met, 0.0)
        if other.activity is not None:
            if other.activity not in ACTIVITIES:
                raise _unknown(other.activity)
            label, met = other.activity, ACTIVITIES[other.activity].met
            method = f"compendium {ACTIVITIES[other.activity].code}"
        gross = lifting.met_gross_kcal(
            met=met, mass_kg=athlete.mass_kg, duration_min=other.duration_min
        )
    session = other_session(
        gross_kcal=gross,
        sd_share=sd_share,
        duration_min=other.duration_min,
        mass_kg=athlete.mass_kg,
        tolerance_g_per_h=as_given(athlete.carbohydrate_tolerance_g_per_h),
        sweat=sweat_of(
            athlete,
            first_given(temperature_degc, fluid.USUAL_TEMPERATURE_DEGC),
            dew_point_degc,
        ),
    )
    return Trained(
        kind="other",
        name=label,
        given_start=minute_of(other.start),
        distance_km=None,
        needs=session,
        method=method,
        source=source,
        inputs=(
            ("taken_for", other),
            ("mass_kg", athlete.mass_kg),
            ("duration_min", other.duration_min),
        ),
        # The weather is no matter in a hall.
        air_degc=temperature_degc if label in OUTDOORS else None,
    )
