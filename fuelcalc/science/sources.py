"""
Where every figure comes from: one table of citations, and what an equation declares.

A source marked as an estimate is this project's own synthesis of the literature; whoever
prints the figure says "estimate".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from fuelcalc.errors import InputError, OutOfRangeError, Span

KCAL_J = 4184.0
"""Joules in a kilocalorie (thermochemical)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who found it, where it is printed, and whether it is our own estimate."""

    citation: str
    doi: str | None = None
    estimate: bool = False

    def __str__(self) -> str:
        """One line, as printed under a figure."""
        words = self.citation if self.doi is None else f"{self.citation}, doi:{self.doi}"
        return f"estimate: {words}" if self.estimate else words


class Behind(NamedTuple):
    """What stands behind a figure: its equation in words, and its source."""

    equation: str
    source: Source


F = TypeVar("F", bound=Callable[..., Any])


def explains(**figures: tuple[str, Source]) -> Callable[[F], F]:
    """
    Say on a function what stands behind the figures that it gives.

    Args:
        figures: By the figure's name, its equation in words and its source.
    """

    def mark(function: F) -> F:
        function.__dict__["figures"] = {name: Behind(*each) for name, each in figures.items()}
        return function

    return mark


def behind(function: Callable[..., Any], figure: str) -> Behind:
    """
    What stands behind one of the figures that a function explains.

    >>> from fuelcalc.science.fat import fibre_g
    >>> behind(fibre_g, "fibre_g").equation
    '14 g per 1,000 kcal'
    """
    found: Behind = function.__dict__["figures"][figure]
    return found


@dataclass(frozen=True, slots=True)
class Equation:
    """
    A published equation as a choice: its function, and whom it was fitted on.

    `fitted` holds the range of each argument in the study, by argument name; outside it the
    equation refuses unless told to extrapolate. `sd_share` is the standard deviation between
    a person's true value and the equation's, as a share of the value, and `least_sd_share` what
    that of one run never falls below, whatever is known of the runner.
    """

    name: str
    function: Callable[..., float]
    inputs: tuple[str, ...]
    population: str
    sd_share: float
    source: Source
    fitted: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    least_sd_share: float = 0.0

    def outside(self, **arguments: float) -> tuple[str, ...]:
        """Say which arguments lie outside the fitted range, one phrase each."""
        return tuple(
            f"{name} {arguments[name]:g} is outside {low:g} to {high:g}"
            for name, (low, high) in self._beyond(arguments).items()
        )

    def _beyond(self, arguments: Mapping[str, float]) -> Mapping[str, tuple[float, float]]:
        """The fitted ranges that the arguments are outside of, by name."""
        return {
            name: (low, high)
            for name, (low, high) in self.fitted.items()
            if not low <= arguments[name] <= high
        }

    def __call__(self, *, extrapolate: bool = False, **arguments: float) -> float:
        """
        Evaluate the equation on the arguments that it takes; others are ignored.

        Raises:
            OutOfRangeError: An argument is outside the fitted range and *extrapolate* is False.
        """
        if not extrapolate and (beyond := self._beyond(arguments)):
            name = next(iter(beyond))
            raise OutOfRangeError(
                f"{self.outside(**arguments)[0]} (fitted on {self.population})",
                argument=name,
                value=arguments[name],
                allowed=Span(*beyond[name]),
                place=f"equation {self.name}",
                quote="",
                remedy="choose another equation, or leave it out for the default",
            )
        return self.function(**{name: arguments[name] for name in self.inputs})


def equation_named(name: str, table: Mapping[str, Equation]) -> Equation:
    """
    Look an equation up by its name.

    Raises:
        InputError: No equation of the table bears that name.
    """
    if name not in table:
        raise InputError("is unknown", argument="equation", value=name, allowed=tuple(table))
    return table[name]


def _estimate(citation: str, doi: str | None = None) -> Source:
    """What is our own synthesis, and of what."""
    return Source(citation, doi, estimate=True)


SOURCES: Mapping[str, Source] = {
    "mifflin": Source("Mifflin 1990, Am J Clin Nutr 51:241-7", "10.1093/ajcn/51.2.241"),
    "roza": Source("Roza & Shizgal 1984, Am J Clin Nutr 40:168-82", "10.1093/ajcn/40.1.168"),
    "cunningham1980": Source(
        "Cunningham 1980, Am J Clin Nutr 33:2372-4", "10.1093/ajcn/33.11.2372"
    ),
    "cunningham1991": Source("Cunningham 1991, Am J Clin Nutr 54:963-9", "10.1093/ajcn/54.6.963"),
    "tenhaaf": Source("ten Haaf & Weijs 2014, PLoS ONE 9:e108460", "10.1371/journal.pone.0108460"),
    "henry": Source("Henry 2005, Public Health Nutr 8:1133-52", "10.1079/PHN2005801"),
    "delorenzo": Source("De Lorenzo 1999, J Sports Med Phys Fitness 39:213-9"),
    "tinsley": Source("Tinsley 2019, Appl Physiol Nutr Metab 44:397-406", "10.1139/apnm-2018-0412"),
    "resting-blend": _estimate(
        "ten Haaf 2014, Cunningham 1980, Tinsley 2019, Mifflin 1990 and Henry 2005, blended by "
        "body fat, age, BMI and training; accuracy after O'Neill 2023",
        "10.1007/s40279-023-01896-z",
    ),
    "measured": Source("your own measurement"),
    "looney": Source(
        "Looney, Hoogkamer & Kram 2025, Eur J Appl Physiol 126:1621-33",
        "10.1007/s00421-025-05999-5",
    ),
    "acsm": Source("ACSM's Guidelines for Exercise Testing and Prescription"),
    "minetti": Source("Minetti 2002, J Appl Physiol 93:1039-46", "10.1152/japplphysiol.01177.2001"),
    "compendium": Source(
        "2024 Adult Compendium, Herrmann 2024, J Sport Health Sci 13:6-12",
        "10.1016/j.jshs.2023.10.010",
    ),
    "margaria": Source("Margaria 1963, J Appl Physiol 18:367-70", "10.1152/jappl.1963.18.2.367"),
    "lifting-met": _estimate(
        "MET by style and region, set from the 2024 Adult Compendium", "10.1016/j.jshs.2023.10.010"
    ),
    "lifting-blend": _estimate(
        "Lytle 2019 and MET, weighted by inverse variance", "10.1249/MSS.0000000000001925"
    ),
    "daily-life": _estimate(
        "activity without training by category, between FAO/WHO/UNU 2004, Black 1996 and NASEM 2023"
    ),
    "steps": _estimate("0.44 kcal/kg per 1,000 walking steps on a base of 1.42"),
    "adaptive": _estimate(
        "a Kalman filter on energy balance, after Sanghvi & Hall 2015; noise from Krone 2020",
        "10.3945/ajcn.115.111070",
    ),
    "forecast": _estimate(
        "Hall 2011, with training apart from overfeeding", "10.1016/S0140-6736(11)60812-X"
    ),
    "factorial": _estimate(
        "resting + daily life + digestion + each session net of the life it displaces"
    ),
    "surplus": _estimate(
        "sized by experience, season and mileage from Slater 2019 and Iraki 2019",
        "10.3389/fnut.2019.00131",
    ),
    "tissue": _estimate(
        "Hall 2011, Lancet 378:826-37, with the lean share of Forbes 1987",
        "10.1016/S0140-6736(11)60812-X",
    ),
    "deficit": _estimate("Garthe 2011, Murphy & Koehler 2022", "10.1123/ijsnem.21.2.97"),
    "availability": Source("IOC consensus on REDs 2023", "10.1136/bjsports-2023-106994"),
    "safe-intake": _estimate(
        "exercise + the larger of 30 kcal/kg fat-free mass and resting energy, after "
        "Loucks & Thuma 2003",
        "10.1210/jc.2002-020369",
    ),
    "first-step": _estimate(
        "500 kcal above usual eating or the safe intake, then 300 to 500 kcal more each week; "
        "after the IOC consensus on REDs 2023",
        "10.1136/bjsports-2023-106994",
    ),
    "wbgt": _estimate(
        "simplified wet-bulb globe temperature, Australian Bureau of Meteorology: moderate sun, "
        "light wind"
    ),
    "protein": _estimate(
        "1.8 g/kg, raised in a deficit; Morton 2018, ISSN 2017, Witard 2025",
        "10.1136/bjsports-2017-097608",
    ),
    "protein-dose": _estimate(
        "0.3-0.4 g/kg a feeding; Moore 2015, Schoenfeld & Aragon 2018", "10.1093/gerona/glu103"
    ),
    "carbohydrate": _estimate(
        "3 g/kg + what the sessions oxidise; Burke 2011, Rapoport 2010, van Loon 1999",
        "10.1080/02640414.2011.585473",
    ),
    "loading": _estimate(
        "7-10 g/kg on two days before a race; Atkinson 2011, Burke 2011, Sherman 1981",
        "10.1055/s-0031-1273739",
    ),
    "recovery": _estimate(
        "6-8 g/kg on the day after a marathon; Burke 2011", "10.1080/02640414.2011.585473"
    ),
    "ultra": _estimate("ISSN on ultra-marathons, Tiller 2019", "10.1186/s12970-019-0312-9"),
    "salt": _estimate(
        "500-700 mg in a litre; Tiller 2019, Barnes 2019", "10.1186/s12970-019-0312-9"
    ),
    "before": _estimate(
        "1-4 g/kg at 1-4 h, less for short and easy sessions; Burke 2011",
        "10.1080/02640414.2011.585473",
    ),
    "during": _estimate(
        "0 to 90 g/h by length, intensity and tolerance; Burke 2011, Ijaz 2024",
        "10.1080/02640414.2011.585473",
    ),
    "after": _estimate(
        "1.0-1.2 g/kg/h when the next session is within 8 h; Burke 2011",
        "10.1080/02640414.2011.585473",
    ),
    "fat": _estimate("20-35 % of energy (AMDR), at least 0.8 g/kg where it fits"),
    "own-target": _estimate(
        "asked for by hand; held to 1.2-2.5 g/kg protein, training's carbohydrate, and fat from "
        "0.8 g/kg or 20 % to 35 % of energy"
    ),
    "behind": _estimate(
        "meals hold 10 g/kg carbohydrate and 30-35 % fat; what is left waits for the next days"
    ),
    "eaten": _estimate("what is eaten stays, and the rest of the day keeps half of its energy"),
    "smooth": _estimate("the mean day of the week, no day under its safe intake"),
    "fibre": _estimate("14 g per 1,000 kcal, Dietary Reference Intakes; at most 45 g"),
    "fluid": _estimate(
        "30 ml/kg + sweat replaced; ACSM 2007, NATA 2017", "10.4085/1062-6050-52.9.02"
    ),
    "sweat": _estimate("heat balance of the run and the weather"),
    "sodium": _estimate("1,500 mg + sweat sodium; Barnes 2019", "10.1080/02640414.2019.1633159"),
    "within-day": _estimate(
        "running balance after Deutz 2000 and Fahrenholtz 2018, digestion after Reed & Hill 1996, "
        "daily life even over the waking hours",
        "10.1111/sms.13030",
    ),
    "dri": Source("NASEM and Health Canada, Dietary Reference Intakes, 2011 to 2019"),
    "omega-3": Source("EFSA 2010, EFSA J 8:1461", "10.2903/j.efsa.2010.1461"),
    "coaching": _estimate("a convention of coaches; no trial has tested it"),
    "legs-before-runs": _estimate(
        "two days from legs to a hard or long run; Doma & Deakin 2013, Appl Physiol Nutr Metab; "
        "Doma 2017",
        "10.1139/apnm-2012-0362",
    ),
    "sessions-apart": _estimate(
        "six hours between sessions; Schumann 2022, Petré 2021, Robineau 2016",
        "10.1007/s40279-021-01587-7",
    ),
    "lift-first": _estimate(
        "Eddens 2018, Sports Med 48:177-88; the other order before a hard run after Doma & Deakin "
        "2013",
        "10.1007/s40279-017-0784-1",
    ),
    "hard-share": _estimate(
        "30 % of minutes, wide of what was as good in Festa 2020, Front Sports Act Living 1:70",
        "10.3389/fspor.2019.00070",
    ),
    "longest-run": Source("Frandsen 2025, Br J Sports Med", "10.1136/bjsports-2024-109380"),
    "weekly-rise": _estimate(
        "30 % in two weeks; Nielsen 2014, J Orthop Sports Phys Ther 44:739-47; Buist 2008",
        "10.2519/jospt.2014.5164",
    ),
    "asked": Source("your own plan"),
    "clock": _estimate("rules of this project, on whole five minutes"),
    "claims": _estimate("claims of this project, within what sits well"),
    "caffeine": _estimate(
        "Guest 2021, and Gardiner 2023 for the night", "10.1186/s12970-020-00383-4"
    ),
    "on-the-way": _estimate("even moments, by what gels, bottles and aid stations hold"),
    "menu": _estimate("foods chosen by search so that they meet the targets"),
    "dish": _estimate("minutes as dishes state them"),
    "foods": Source("USDA National Nutrient Database, SR28, and values typical of labels"),
    "sum": Source("arithmetic on figures of the same plan"),
    "amino-acids": Source("WHO/FAO/UNU 2007, Technical Report Series 935, Table 23"),
}
"""Every citation that the product prints, by a short key."""
