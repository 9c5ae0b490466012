"""Who trains in each row: what of an athlete sizes a session, and what a lift costs them."""

from typing import NamedTuple

import numpy as np

from fuelcalc.batch.people import People
from fuelcalc.batch.rows import Rows
from fuelcalc.models.athlete import Athlete, Race
from fuelcalc.models.day import Day
from fuelcalc.planning.physiology import Models
from fuelcalc.planning.sessions.run import MEAN_RUNNER
from fuelcalc.science import effort, fluid, heat, running
from fuelcalc.science.cost import SessionCost, lift_cost
from fuelcalc.science.numeric import Array, Given, known_or
from fuelcalc.science.sources import Equation
from fuelcalc.science.sweat import Sweat


class Runner(NamedTuple):
    """What of an athlete sizes a session."""

    mass_kg: Array
    height_cm: Array
    age_y: Array
    body_fat_share: Array
    resting_kcal: Array
    pal: Array
    vdot: Given[Array]
    economy: Given[Array]
    tolerance_g_per_h: Given[Array]
    sweat: Sweat[Array]
    """The weather in it is the day's, and unknown where nobody said."""
    day_degc: Given[Array]
    economy_vdot: Given[Array]
    """What of the VDOT says how thrifty they are: nothing, to an equation of choice."""
    equation: Equation
    never_less: Array
    """1.0 where this may give no less than fuelcalc's own."""

    @property
    def usual(self) -> "Runner":
        """The same by fuelcalc's own equation."""
        return self._replace(equation=MEAN_RUNNER, economy_vdot=self.vdot)

    def lift_cost(self, *, met: Array, duration_min: Array) -> SessionCost[Array]:
        """What a lift costs of which nobody counted the sets."""
        zero = np.zeros(())
        return lift_cost(
            met=met,
            duration_min=duration_min,
            n_sets=zero,
            n_reps=zero,
            volume_kg=zero,
            mass_kg=self.mass_kg,
            height_cm=self.height_cm,
            age_y=self.age_y,
            body_fat_share=self.body_fat_share,
            resting_kcal=self.resting_kcal,
            pal=self.pal,
        )


def runner_of(rows: Rows, people: People, models: Models) -> Runner:
    """What the athletes of some rows are, and know of their running and sweat."""
    body = people.body
    economy = rows.number("running_economy_kcal_per_kg_per_km", Athlete)
    cost = np.where(economy.known > 0.0, economy.value, 1.0)
    degc = rows.number("temperature_degc", Day)
    vdot, own = _vdot(rows), models.running_equation
    return Runner(
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        age_y=body.age_y,
        body_fat_share=body.body_fat_share,
        resting_kcal=people.resting_kcal,
        pal=people.pal,
        vdot=vdot,
        economy=Given(running.economy_from_cost(cost_kcal_per_kg_per_km=cost), economy.known),
        tolerance_g_per_h=rows.number("carbohydrate_tolerance_g_per_h", Athlete),
        sweat=Sweat(
            temperature_degc=known_or(degc, rows.zero + fluid.USUAL_TEMPERATURE_DEGC),
            rate_l_per_h=rows.number("sweat_rate_l_per_h", Athlete),
            sodium_mg_per_l=rows.number("sweat_sodium_mg_per_l", Athlete),
            dew_point_degc=_dew_point(rows, degc),
        ),
        day_degc=degc,
        economy_vdot=vdot if own is None else Given(rows.zero, rows.zero),
        equation=MEAN_RUNNER if own is None else own,
        never_less=people.never_less,
    )


def _vdot(rows: Rows) -> Given[Array]:
    """What a race result says, text by text."""

    def read(text: object) -> float:
        race: Race = Athlete.read_key("recent_race", text)[1]
        return effort.vdot_ml_per_kg_min(
            distance_km=race.distance_km, duration_min=race.duration_min
        )

    series = rows.series("recent_race")
    if series is None:
        return Given(rows.zero, rows.zero)
    return rows.given(rows.each(series, read))


def _dew_point(rows: Rows, degc: Given[Array]) -> Given[Array]:
    """The dew point of a day's air, as given or by its humidity."""
    given = rows.number("dew_point_degc", Day)
    humidity = rows.number("humidity_share", Day)
    rows.doubtful |= (given.known * humidity.known > 0.0) | (
        (given.known * degc.known > 0.0) & (given.value > degc.value)
    )
    air = known_or(degc, rows.zero + fluid.USUAL_TEMPERATURE_DEGC)
    share = known_or(humidity, rows.zero + 0.5)
    vapour_hpa = share * heat.saturation_hpa(temperature_degc=air)
    by_humidity = heat.dew_point_degc(vapour_hpa=vapour_hpa)
    found = known_or(Given(by_humidity, humidity.known), given.value)
    return Given(found, np.maximum(given.known, humidity.known))
