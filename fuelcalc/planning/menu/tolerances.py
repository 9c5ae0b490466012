"""What a feeding should hold, and how far its food may be off: its tolerances, as bands."""

from math import inf
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.counts import CARBOHYDRATE, FAT, FIBRE, PROTEIN
from fuelcalc.planning.menu.ranking import TIE, Floats, settled
from fuelcalc.science.macronutrients import energy_449_kcal

DOSE_SHARE: Final = 0.10
BAND_G: Final = (3.0, 5.0, 3.0)
"""How far a dose around a session may be off: 10 %, or so many grams if that is more."""

LOOSE_SHARE: Final = 0.25
LOOSE_KCAL: Final = 30.0
"""How far the energy of an ordinary meal or snack may be off its share: 25 %, or 30 kcal."""

FUEL_SHARE: Final = 0.15
"""How far the carbohydrate of what is eaten before, during or after a session may be off."""

FLOOR_SHARE: Final = 0.20
"""How far protein may be below its share, 10 % around a session; above it the day has a limit."""

REPAIR_G: Final = 1.0
"""Or by so many grams after a session, where no other meal makes up for it."""


class Band(NamedTuple):
    """What is asked of a quantity, and the least and the most that count as that."""

    asked: float
    least: float
    most: float

    @property
    def widths(self) -> tuple[float, float]:
        """How far one may be below, and above."""
        return self.asked - self.least, self.most - self.asked


class Want(NamedTuple):
    """
    What one feeding should hold.

    Attributes:
        protein_g: Protein.
        carbohydrate_g: Carbohydrate; without the fibre where `is_dose` is set.
        fat_g: Fat.
        is_dose: Whether it is a dose around a session.
        is_fuel: Whether it is a meal or snack that fuels a session or repairs one.
        most_fat_g: Ceiling before a session, else infinite.
        most_fibre_g: The same for fibre.
        much_fibre_g: From where on fibre is better left to another feeding.
        most_drink_ml: Most to drink with it.
        is_alone: Whether no day makes up for what it misses, so that it is held like a dose.
        is_bite: Whether it is a snack before a session: its carbohydrate is the dose, its protein
            and fat are held to their ceilings alone.
        most_protein_g: Ceiling of a bite.
        is_repair: Whether it follows a session, so that nine tenths of its protein are there.
        is_filled_up: Whether its carbohydrate is held for tomorrow, though it fuels nothing today.
        enough_protein_g: From where on an ordinary feeding never has too little protein.
    """

    protein_g: float
    carbohydrate_g: float
    fat_g: float
    is_dose: bool = False
    is_fuel: bool = False
    most_fat_g: float = inf
    most_fibre_g: float = inf
    much_fibre_g: float = inf
    most_drink_ml: float = inf
    is_alone: bool = False
    is_bite: bool = False
    most_protein_g: float = inf
    is_repair: bool = False
    is_filled_up: bool = False
    enough_protein_g: float = inf

    @property
    def is_tight(self) -> bool:
        """Whether each macronutrient is held, and not the energy."""
        return self.is_dose or self.is_alone

    def settled(self) -> "Want":
        """The same to a millionth, so that feedings that want the same want exactly the same."""
        return self._replace(
            protein_g=settled(self.protein_g),
            carbohydrate_g=settled(self.carbohydrate_g),
            fat_g=settled(self.fat_g),
            most_fat_g=settled(self.most_fat_g),
            most_fibre_g=settled(self.most_fibre_g),
            most_protein_g=settled(self.most_protein_g),
            enough_protein_g=settled(self.enough_protein_g),
            much_fibre_g=settled(self.much_fibre_g),
            most_drink_ml=settled(self.most_drink_ml),
        )

    def is_clear_of(self, held: Floats) -> bool:
        """Whether a plate that holds so much keeps to the ceilings before a session."""
        most = (self.most_protein_g, self.most_fat_g, self.most_fibre_g)
        return bool((held[[PROTEIN, FAT, FIBRE]] <= np.array(most) + TIE).all())

    def is_dosed(self, held: Floats) -> bool:
        """Whether what is taken on the move brings its carbohydrate, counted without fibre."""
        off_g = abs(held[CARBOHYDRATE] - held[FIBRE] - self.carbohydrate_g)
        return bool(off_g <= max(FUEL_SHARE * self.carbohydrate_g, BAND_G[1]) + TIE)

    def bite(self) -> "Want":
        """The same as a snack before a session: protein and fat at most a band over their share."""
        protein, _, fat, _ = self.bands
        most_fat_g = min(self.most_fat_g, fat.most)
        return self._replace(is_bite=True, most_protein_g=protein.most, most_fat_g=most_fat_g)

    @property
    def macros_g(self) -> tuple[float, float, float]:
        """Protein, carbohydrate and fat."""
        return self.protein_g, self.carbohydrate_g, self.fat_g

    @property
    def energy_kcal(self) -> float:
        """By 4, 4 and 9 kcal per gram: the energy that its food should hold by the food table."""
        return energy_449_kcal(
            protein_g=self.protein_g, carbohydrate_g=self.carbohydrate_g, fat_g=self.fat_g
        )

    @property
    def bands(self) -> tuple[Band, ...]:
        """
        Protein, carbohydrate, fat and energy.

        A dose is tight in each macronutrient. An ordinary feeding has a share of the energy and a
        floor of protein; carbohydrate is held where it fuels a session, today's or tomorrow's, and
        else is the day's.
        """
        macros, energy = self.macros_g, self.energy_kcal
        if self.is_tight:
            protein, carbohydrate, fat = (
                Band(asked, asked - width, asked + width)
                for asked, least in zip(macros, BAND_G, strict=True)
                for width in (max(DOSE_SHARE * asked, least),)
            )
            if self.is_bite:
                protein = Band(self.protein_g, -inf, self.most_protein_g)
                fat = Band(self.fat_g, -inf, self.most_fat_g)
            return protein, carbohydrate, fat, Band(energy, -inf, inf)
        least_g = REPAIR_G if self.is_repair else BAND_G[0]
        floor = max((DOSE_SHARE if self.is_fuel else FLOOR_SHARE) * self.protein_g, least_g)
        is_held = self.is_fuel or self.is_filled_up
        fuel = max(FUEL_SHARE * self.carbohydrate_g, BAND_G[1]) if is_held else inf
        loose = max(LOOSE_SHARE * energy, LOOSE_KCAL)
        return (
            Band(self.protein_g, min(self.protein_g - floor, self.enough_protein_g), inf),
            Band(self.carbohydrate_g, self.carbohydrate_g - fuel, self.carbohydrate_g + fuel),
            Band(self.fat_g, -inf, inf),
            Band(energy, energy - loose, energy + loose),
        )
