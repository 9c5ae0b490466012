"""
Hall's model as it is printed, in megajoules and by itself: the second route of the forecast.

A change of training stands where the paper has it, in activity per kilogram, so that food that
pays for it counts as overfeeding.
"""

from typing import NamedTuple

KCAL_PER_MJ = 1e6 / 4184.0


class Person(NamedTuple):
    """Who is followed; resting energy by Mifflin's unrounded fit."""

    male: bool
    age_y: float
    mass_kg: float
    height_cm: float
    fat_kg: float
    pal: float

    @property
    def resting_kcal(self):
        """Mifflin 1990 before it was rounded."""
        size = 9.99 * self.mass_kg + 6.25 * self.height_cm - 4.92 * self.age_y
        return size + (5.0 if self.male else -161.0)

    @property
    def expenditure_kcal(self):
        """What is spent, and eaten, at the start."""
        return self.pal * self.resting_kcal


def masses_kg(person, *, days, change_kcal=0.0, activity_kcal_per_kg=0.0, dt=0.25):
    """Body mass after so many days, where intake and activity change once, on day 0."""
    resting, eaten0 = (
        kcal / KCAL_PER_MJ for kcal in (person.resting_kcal, person.expenditure_kcal)
    )
    change = change_kcal / KCAL_PER_MJ
    height_m = person.height_cm / 100.0
    if person.male:
        outer0 = 0.025 * person.age_y + 9.57 * height_m + 0.191 * person.mass_kg - 12.4
    else:
        outer0 = -4.0 + 5.98 * height_m + 0.167 * person.mass_kg
    lean0 = person.mass_kg - person.fat_kg - outer0 - 3.7 * 0.5
    delta = (0.9 * person.pal - 1.0) * resting / person.mass_kg
    constant = eaten0 - 0.092 * lean0 - 0.013 * person.fat_kg - delta * person.mass_kg
    delta += activity_kcal_per_kg / KCAL_PER_MJ
    carbohydrate0 = 0.5 * eaten0
    eaten = eaten0 + change
    carbohydrate = 0.5 * eaten

    def mass(state):
        return state[0] + state[1] + state[3] + 3.7 * state[2]

    def rates(state):
        fat, lean, glycogen, outer, adaptive = state
        d_glycogen = (carbohydrate - carbohydrate0 / 0.25 * glycogen**2) / 17.6
        p = 2.001 / (2.001 + fat)
        q = p * 0.96 / 7.6 + (1.0 - p) * 0.75 / 39.5
        spent = (
            constant + 0.013 * fat + 0.092 * lean + delta * mass(state) + 0.10 * change + adaptive
            + (eaten - 17.6 * d_glycogen) * q
        ) / (1.0 + q)  # fmt: skip
        stored = eaten - spent - 17.6 * d_glycogen
        sodium = -3000.0 * (outer - outer0) - 4000.0 * (1.0 - carbohydrate / carbohydrate0)
        return (
            (1.0 - p) * stored / 39.5,
            p * stored / 7.6,
            d_glycogen,
            sodium / 3220.0,
            (0.14 * change - adaptive) / 14.0,
        )

    state = (person.fat_kg, lean0, 0.5, outer0, 0.0)
    # Euler's midpoint in small steps: another method than the one that is tested.
    for _ in range(round(days / dt)):
        half = tuple(s + 0.5 * dt * r for s, r in zip(state, rates(state), strict=True))
        state = tuple(s + dt * r for s, r in zip(state, rates(half), strict=True))
    return mass(state)
