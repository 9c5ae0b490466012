"""What a session sweats, and what is drunk and salted for it: by its heat, or as measured."""

from typing import Generic, NamedTuple

from fuelcalc.science.fluid import (
    USUAL_SWEAT_SODIUM_MG_PER_L,
    drink_l_per_h,
    during_sodium_mg_per_h,
    humid_factor,
    race_drink_l,
    sweat_l_per_h,
)
from fuelcalc.science.numeric import UNKNOWN, Given, N, blend, known_or, most


class Sweat(NamedTuple, Generic[N]):
    """The weather, and what the athlete knows of their sweat; the rate is that of running."""

    temperature_degc: N
    rate_l_per_h: Given[N]
    sodium_mg_per_l: Given[N]
    dew_point_degc: Given[N] = UNKNOWN


class Fluids(NamedTuple, Generic[N]):
    """Sweat lost, what to drink and the sodium of both, over a session."""

    sweat_l: N
    sweat_sodium_mg: N
    drink_l: N
    during_sodium_mg: N


def fluids_of(
    *, power_w_per_kg: N, mass_kg: N, duration_min: N, sweat: Sweat[N], is_race: N
) -> Fluids[N]:
    """
    A session's sweat, drink and sodium from its heat, or from the sweat rate of the runner.

    Args:
        power_w_per_kg: Gross power over the ground.
        mass_kg: Body mass.
        duration_min: Length of the session.
        sweat: Weather and sweat.
        is_race: 1.0 for a race, of which a short one has no drink.

    Source: estimate, see `fluid.sweat_l_per_h` and `fluid.drink_l_per_h`.
    """
    hours = duration_min / 60.0
    predicted = sweat_l_per_h(
        power_w_per_kg=power_w_per_kg, mass_kg=mass_kg, temperature_degc=sweat.temperature_degc
    )
    dew_point = sweat.dew_point_degc
    humid = 1.0 + (humid_factor(dew_point_degc=dew_point.value) - 1.0) * dew_point.known
    measured = sweat.rate_l_per_h
    rate = known_or(measured, predicted * humid)
    # A measured rate is the runner's own, and lets more of it be replaced than a prediction does.
    run_l_per_h = drink_l_per_h(
        sweat_l_per_h=rate, measured=measured.known, duration_min=duration_min
    )
    race_l = race_drink_l(drink_l=run_l_per_h * hours, duration_min=duration_min)
    drink = blend(run_l_per_h, race_l / most(hours, 1e-9), is_race)
    usual: N = 0.0 * rate + USUAL_SWEAT_SODIUM_MG_PER_L
    sodium = during_sodium_mg_per_h(
        drink_l_per_h=drink,
        sweat_l_per_h=rate,
        sodium_mg_per_l=sweat.sodium_mg_per_l,
        duration_min=duration_min,
    )
    return Fluids(
        sweat_l=rate * hours,
        sweat_sodium_mg=rate * hours * known_or(sweat.sodium_mg_per_l, usual),
        drink_l=drink * hours,
        during_sodium_mg=sodium * hours,
    )


def fluids_by_heat(*, power_w_per_kg: N, mass_kg: N, duration_min: N, sweat: Sweat[N]) -> Fluids[N]:
    """
    The same for what is no run: a rate that was measured on runs says nothing of it.

    Source: estimate, see `fluid.sweat_l_per_h`.
    """
    # A rate is measured on runs, and says nothing of lifting in a gym.
    unknown = sweat.rate_l_per_h._replace(known=0.0 * sweat.rate_l_per_h.known)
    return fluids_of(
        power_w_per_kg=power_w_per_kg,
        mass_kg=mass_kg,
        duration_min=duration_min,
        sweat=sweat._replace(rate_l_per_h=unknown),
        is_race=0.0 * duration_min,
    )
