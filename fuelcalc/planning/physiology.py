"""Own physiology: equations that a program brings along for resting energy and for running."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Any, Final, Protocol, runtime_checkable

from fuelcalc.errors import FuelcalcError, InputError, Span, one_line
from fuelcalc.science import resting, running
from fuelcalc.science.numeric import Array, most
from fuelcalc.science.sources import Equation, Source

# What a resting energy may be, as `Athlete.resting_energy_kcal_per_day` has it.
RESTING_KCAL: Final = (600.0, 5000.0)
# A sprint takes about 100 W/kg for moments [est]; more, or nothing at all, is a wrong unit.
RUNNING_W_PER_KG: Final = (0.01, 100.0)
# Nobody asks what running costs somebody who stands; the slowest walk that was fitted does.
_LEAST_M_PER_S: Final = 0.2
# Nobody here has tested an own equation, so that it counts as the least sure of those tested.
_RESTING_SD_SHARE: Final = max(one.sd_share for one in resting.EQUATIONS.values())
_RUNNING_SD_SHARE: Final = max(one.sd_share for one in running.EQUATIONS.values())


@runtime_checkable
class RestingModel(Protocol):
    """
    Resting energy by an equation of one's own, for one person (floats) or many (arrays).

    `name` and `source` are shown where the figure is explained.
    """

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def source(self) -> str:
        """Where it is printed, or whose estimate it is."""

    def kcal_per_day(
        self, *, mass_kg: Any, height_cm: Any, age_y: Any, male: Any, ffm_kg: Any
    ) -> Any:
        """
        Resting energy, in kcal per day.

        Args:
            mass_kg: Body mass.
            height_cm: Standing height.
            age_y: Age.
            male: 1.0 for a man, 0.0 for a woman.
            ffm_kg: Fat-free mass, as measured or estimated.

        Returns:
            600 to 5,000: a float for floats, an array of the same shape for arrays.
        """


@runtime_checkable
class RunningModel(Protocol):
    """
    What running costs by an equation of one's own, for one stretch (floats) or many (arrays).

    `name` and `source` are shown where the figure is explained.
    """

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def source(self) -> str:
        """Where it is printed, or whose estimate it is."""

    def w_per_kg(self, *, speed_m_per_s: Any, grade: Any) -> Any:
        """
        Gross power on firm ground without air, in watts per kg carried.

        Args:
            speed_m_per_s: Along the ground.
            grade: Rise over run, from -0.45 to 0.45.

        Returns:
            0.01 to 100: a float for floats, an array of the same shape for arrays.
        """


@dataclass(frozen=True, slots=True)
class Models:
    """
    The equations that a program brings along; where there is none, fuelcalc's own.

    What an athlete says of themselves wins: a measured resting energy, and an equation asked for
    by name. Guards, limits and everything else stay as they are, and no range gets narrower than
    that of fuelcalc's least sure equation. Who must not be in deficit (a minor, somebody lean, ill
    or with signs of too little fuel) is never given less than by fuelcalc's own equations.

    Attributes:
        resting: For resting energy.
        running: For what running costs over the ground; surfaces, air and starts come on top.

    >>> from fuelcalc import Athlete, Day, Models, plan_day
    >>> class Owen:
    ...     name = "owen"
    ...     source = "Owen 1986, Am J Clin Nutr 44:1-19, and 1987, 46:875-85"
    ...     def kcal_per_day(self, *, mass_kg, height_cm, age_y, male, ffm_kg):
    ...         return 795.0 + 7.18 * mass_kg + male * (84.0 + 3.02 * mass_kg)
    >>> athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
    >>> plan = plan_day(athlete, Day(), menu=False, models=Models(resting=Owen()))
    >>> figure = plan.explain("energy.resting")
    >>> round(figure.value, 2), figure.equation, figure.source[:9]
    (1240.16, 'owen', 'Owen 1986')
    """

    resting: RestingModel | None = None
    running: RunningModel | None = None

    def __post_init__(self) -> None:
        """
        Hold that each has what is asked of it.

        Raises:
            InputError: One is something else.
        """
        for argument, model, kind, method in (
            ("resting", self.resting, RestingModel, "kcal_per_day"),
            ("running", self.running, RunningModel, "w_per_kg"),
        ):
            if model is None:
                continue
            words = [getattr(model, name, None) for name in ("name", "source")]
            is_said = all(isinstance(word, str) and word.strip() for word in words)
            # A class has the method too, and nobody to call it on.
            if not is_said or not isinstance(model, kind) or isinstance(model, type):
                remedy = f"give an object with name, source and {method}()"
                raise InputError("is no model", argument=argument, value=model, remedy=remedy)

    @property
    def resting_equation(self) -> Equation | None:
        """The resting model as an equation; of one person it refuses what cannot be."""
        model = self.resting
        if model is None:
            return None
        return Equation(
            name=model.name,
            function=_checked(model.kcal_per_day, "resting", "kcal/day", RESTING_KCAL),
            inputs=("mass_kg", "height_cm", "age_y", "male", "ffm_kg"),
            population="whom its author knows",
            sd_share=_RESTING_SD_SHARE,
            source=Source(model.source),
        )

    @property
    def running_equation(self) -> Equation | None:
        """The running model as an equation; of one stretch it refuses what cannot be."""
        model = self.running
        if model is None:
            return None
        return Equation(
            name=model.name,
            function=_moving(_checked(model.w_per_kg, "running", "W/kg", RUNNING_W_PER_KG)),
            inputs=("speed_m_per_s", "grade"),
            population="whom its author knows",
            sd_share=_RUNNING_SD_SHARE,
            source=Source(model.source),
            least_sd_share=_RUNNING_SD_SHARE,
        )


def _checked(
    call: Callable[..., Any], argument: str, unit: str, limits: tuple[float, float]
) -> Callable[..., Any]:
    """An own equation that refuses a figure that cannot be; of many rows its caller looks."""

    def checked(**given: Any) -> Any:
        if all(isinstance(value, float) for value in given.values()):
            return _held(_asked(call, given, argument), argument, unit, limits)
        return _of_rows(call, given, argument)

    return checked


def _asked(call: Callable[..., Any], given: Mapping[str, Any], argument: str) -> Any:
    """
    What an own equation gives.

    Raises:
        InputError: It fails; what it failed with is the cause of the error.
    """
    try:
        return call(**given)
    except FuelcalcError:
        raise
    except Exception as error:
        said = one_line(f"{type(error).__name__}: {error}").removesuffix(": ")
        raise InputError(
            f"fails with {said}", argument=f"models.{argument}", quote="",
            remedy="mend the model, or bring it only for whom it is made",
        ) from error  # fmt: skip


def _of_rows(call: Callable[..., Any], given: Mapping[str, Any], argument: str) -> Any:
    """
    What an own equation gives for many rows: not a number where it gives none.

    Such rows are asked about one by one, as all are where it fails: it may take floats alone, or
    be made for some of them only.

    Raises:
        InputError: It gives another number of figures than there are rows.
    """
    # Arrays come to tables alone.
    import numpy as np

    arrays = dict(zip(given, np.broadcast_arrays(*given.values()), strict=True))
    shape = next(iter(arrays.values())).shape
    try:
        found = np.asarray(_asked(call, arrays, argument))
    except (FuelcalcError, ValueError):
        # What is no array at all is a ValueError of numpy.
        return np.full(shape, np.nan)
    if found.shape == () and shape:
        # One figure for all may be a constant, or a mean of them: each row is asked by itself.
        return np.full(shape, np.nan)
    if found.shape != shape:
        raise InputError(
            f"gives arrays of shape {found.shape} for {shape}", argument=f"models.{argument}",
            quote="", remedy="compute every row by itself",
        )  # fmt: skip
    if found.dtype.kind in "fiu":
        return found.astype(float)
    return np.array([_number(value) for value in found.flat]).reshape(shape)


def _number(value: Any) -> float:
    """A figure as a float; what is no real number is not a number, nor is yes or no."""
    value = value.item() if getattr(value, "shape", None) == () else value
    if isinstance(value, bool) or not isinstance(value, Real):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _held(value: Any, argument: str, unit: str, limits: tuple[float, float]) -> float:
    """
    A figure within its limits.

    Raises:
        InputError: It is outside of them, or no number.
    """
    number = _number(value)
    is_number = math.isfinite(number)
    if not is_number or not limits[0] <= number <= limits[1]:
        low, high = limits
        raise InputError(
            f"{unit} is outside {low:g} to {high:g} {unit}" if is_number else "is no number",
            argument=f"models.{argument}", value=number if is_number else value,
            allowed=Span(low, high), remedy="check the model and its units",
        )  # fmt: skip
    return number


def _moving(power: Callable[..., Any]) -> Callable[..., Any]:
    """A running equation that is asked about no slower speed than a walk."""

    def moving(*, speed_m_per_s: Any, grade: Any) -> Any:
        return power(speed_m_per_s=most(speed_m_per_s, _LEAST_M_PER_S), grade=grade)

    return moving


def is_likely(found: Array, limits: tuple[float, float]) -> Any:
    """Where figures of many rows are numbers within their limits."""
    return (found >= limits[0]) & (found <= limits[1])


FUELCALCS: Final = Models()
"""No equation of anybody else's."""
