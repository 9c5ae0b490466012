"""Models of resting energy and running, as a program brings them."""

import numpy as np

from fuelcalc import (
    Athlete,
    Day,
    plan_day,
)

ATHLETE = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")


RUNS = Day.of(runs=["10 km easy @ 6:00/km 07:00"])


class Owen:
    """Owen 1986 and 1987, as printed: women 795 + 7.18 kg, men 879 + 10.2 kg."""

    name = "owen"
    source = "Owen 1986, Am J Clin Nutr 44:1-19"

    def kcal_per_day(self, *, mass_kg, male, **_):
        """For floats or arrays."""
        return 795.0 + 7.18 * mass_kg + male * (84.0 + 3.02 * mass_kg)


class PerKilometre:
    """So much energy for each kilogram and kilometre, whatever the speed."""

    name = "flat rate"
    source = "a rule of thumb"

    def __init__(self, kcal):
        """How much."""
        self.kcal = kcal

    def w_per_kg(self, *, speed_m_per_s, grade):
        """For floats or arrays."""
        return self.kcal * 4.184 * speed_m_per_s * (1.0 + 3.0 * grade)


class Resting:
    """The same figure for everybody."""

    name, source = "constant", "nobody"

    def __init__(self, value):
        """Which."""
        self.value = value

    def kcal_per_day(self, *, mass_kg, **_):
        """Of the shape that is asked for."""
        return self.value if isinstance(mass_kg, float) else np.full(mass_kg.shape, self.value)


def planned(models=None, athlete=ATHLETE, day=RUNS):
    """A day without food."""
    return plan_day(athlete, day, menu=False, models=models)


class Any:
    """Whatever it is told, for one row of a table or a person alone; else 1,500 kcal."""

    name, source = "anything", "nobody"

    def __init__(self, value, where=62.0, *, raises=False):
        """What, for whom by their mass, and whether it is raised."""
        self.value, self.where, self.raises = value, where, raises

    def kcal_per_day(self, *, mass_kg, **_):
        """As numbers where these hold it, else as objects."""
        if self.raises and self.where in np.atleast_1d(mass_kg):
            raise self.value
        if isinstance(mass_kg, float):
            return self.value if mass_kg == self.where else 1500.0
        rows = [self.value if mass == self.where else 1500.0 for mass in mass_kg]
        return rows if isinstance(self.value, str | complex) else np.array(rows, dtype=object)

    def w_per_kg(self, *, speed_m_per_s, grade):
        """The same of a run, by the speed."""
        del grade
        return self.kcal_per_day(mass_kg=speed_m_per_s)


GUARDED = {
    "minor": {"age": 16},
    "lean": {"mass": "51 kg"},
    "low-mass": {"mass": "55 kg"},
    "nearly-lean": {"body_fat": "13 %"},
    "kidney": {"conditions": ["kidney-disease"]},
    "diabetes": {"conditions": ["diabetes-insulin"]},
    "medicine": {"conditions": ["glp1"]},
    "heart": {"conditions": ["heart-failure"]},
    "older": {"age": 70},
}
"""Who must not be in deficit, and whose energy is shown: science.md 5.3."""
