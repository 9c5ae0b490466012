"""
The figures of a clock, each with what is behind it: when a feeding stands, and what it holds.

They are made when somebody asks, from the finished plan alone: what a guard took out of it is
explained nowhere.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry
from fuelcalc.models.trace import Figure, Input, Inputs, Links
from fuelcalc.planning.clock.doses import DRINK, MEAL, WEIGHTS, Weights
from fuelcalc.planning.clock.feedings import AFTER_MIN, LONGEST_GAP_MIN, PRE_SLEEP_MIN, SNACK_MIN
from fuelcalc.planning.clock.meals import FIRST_MEAL_MIN, LAST_MEAL_MIN, MEAL_MIN
from fuelcalc.planning.trace import figure_of
from fuelcalc.science import caffeine, on_the_way
from fuelcalc.science.sources import SOURCES, Behind, behind

_SESSIONS: Final = frozenset({"run", "lift", "other"})
_NO_MEALS: Final = frozenset({None, "snack", "before sleep", "drink"})
_AMOUNTS: Final = ("protein_g", "carbohydrate_g", "fat_g", "fluid_ml", "sodium_mg")
_BY_KIND: Final = {str(kind): claims for kind, claims in WEIGHTS.items()}
MACROS: Final = ("protein_g", "carbohydrate_g", "fat_g")
"""What energy is counted from."""


BY_MACROS: Final = Behind("4 x protein + 4 x carbohydrate + 9 x fat", SOURCES["sum"])
"""What stands behind energy of what somebody should eat."""

_ASKED: Final = Behind("the meal time that was asked for", SOURCES["asked"])
_EATEN: Final = Behind("as it was said to have been eaten", SOURCES["asked"])
_LENGTH: Final = Behind("its length as given, or distance x pace", SOURCES["asked"])
_TAKES: Final = Behind(
    f"{MEAL_MIN:.0f} min for a meal, {SNACK_MIN:.0f} for anything else, cut short by what follows",
    SOURCES["clock"],
)
_NIGHT: Final = Behind("from bed to waking, as given or as a usual night", SOURCES["clock"])
_CUP: Final = Behind("about as long as a cup of coffee", SOURCES["clock"])

_WHEN: Final[Mapping[str, Behind]] = {
    "session": Behind("its start as given, or the usual hour of such a session", SOURCES["clock"]),
    "sleep": Behind("the end of the day as given, or the usual hour for bed", SOURCES["clock"]),
    "during": Behind("the session's start", SOURCES["clock"]),
    "between": Behind("a third into the gap between two sessions", SOURCES["clock"]),
    "after": Behind(
        f"the session's end + {AFTER_MIN:.0f} min to stop sweating and wash, or a third of a short "
        "gap; later where that time is asked for",
        SOURCES["clock"],
    ),
    "meal": Behind(
        f"even steps from {FIRST_MEAL_MIN:.0f} min after waking to {LAST_MEAL_MIN:.0f} before "
        "sleep, moved so that it settles before a session",
        SOURCES["clock"],
    ),
    "before": Behind(
        "the session's start less what a bite needs to settle, or has", SOURCES["clock"]
    ),
    "pre-sleep": Behind(f"sleep - {PRE_SLEEP_MIN:.0f} min", SOURCES["clock"]),
    "drink": Behind("the middle of a stretch without food or drink", SOURCES["clock"]),
    "snack": Behind(
        f"even steps over more than {LONGEST_GAP_MIN / 60.0:.0f} h awake without food, or the "
        "widest gap where others have no room",
        SOURCES["clock"],
    ),
    "caffeine": Behind(
        f"{caffeine.BEFORE_MIN:.0f} min before the hardest session, not before waking",
        SOURCES["caffeine"],
    ),
    "caffeine later": Behind(
        f"{caffeine.ON_THE_WAY_SHARE[1]:.0%} into the race, or with its gel", SOURCES["caffeine"]
    ),
}
"""Why a line stands where it does, by what it is."""

_CLAIM: Final = Behind("its claim on what the doses leave of the day", SOURCES["claims"])
_HELD: Final[Mapping[str, Behind]] = {
    "fluid_ml": Behind(
        "its claim on the day's drinks, as far as its hour and the next start let it, + its part "
        "of what was sweated before",
        SOURCES["claims"],
    ),
    "sweat_ml": Behind(
        "its claim on what earlier sessions sweated and did not replace", SOURCES["fluid"]
    ),
    "sodium_mg": Behind(
        "its claim on the day's; what a session sweated goes to those after it", SOURCES["claims"]
    ),
}
_PER_H: Final[Mapping[str, Behind]] = {
    "carbohydrate_g": Behind("carbohydrate / hours", SOURCES["sum"]),
    "sodium_mg": Behind("sodium / hours", SOURCES["sum"]),
}
_STATED: Final[Mapping[str, Behind]] = {
    "distance_km": Behind("as given, or length / pace", SOURCES["asked"]),
    "lead_min": Behind("the session's start less its own", SOURCES["sum"]),
    "next_session_h": Behind(
        "from the session's end to the next start, also of tomorrow", SOURCES["sum"]
    ),
    "preparation_min": Behind("minutes of its dish, with its sides", SOURCES["dish"]),
    "hands_on_min": Behind("minutes of work among them", SOURCES["dish"]),
    "station_km": Behind("how far aid stations stand apart on most courses", SOURCES["on-the-way"]),
}


class EntryAt(NamedTuple):
    """One line of a plan's clock, by its path in the plan."""

    plan: DayPlan
    path: str
    entry: Entry

    def figure(
        self, name: str, found: Behind, inputs: Inputs = (), links: Links = ()
    ) -> Iterator[Figure]:
        """One figure of the line, where it holds that number."""
        value = getattr(self.entry, name)
        if value is not None:
            yield figure_of(f"{self.path}.{name}", value, found, inputs, links=links)

    def own(self, *names: str) -> tuple[Inputs, Links]:
        """Numbers of the line as inputs of another one, with their paths."""
        there = [name for name in names if getattr(self.entry, name) is not None]
        return (
            tuple((name, getattr(self.entry, name)) for name in there),
            tuple((name, f"{self.path}.{name}") for name in there),
        )


def clock_lines(plan: DayPlan) -> Iterator[EntryAt]:
    """The lines of a plan's clock; none where a guard withholds it."""
    for number, entry in enumerate(plan.timeline or ()):
        yield EntryAt(plan, f"timeline[{number}]", entry)


def clock_figures(plan: DayPlan) -> Iterator[Figure]:
    """
    Every number of a clock that planning has not explained yet.

    Args:
        plan: As its reader sees it.
    """
    told = {figure.name for figure in plan.trace}
    for line in clock_lines(plan):
        for figure in (*_times(line), *_amounts(line), *_stated(line)):
            if figure.name not in told:
                yield figure


def _times(line: EntryAt) -> Iterator[Figure]:
    """When a line starts, and how long it takes."""
    found, inputs = _when(line)
    yield from line.figure("minute", found, inputs)
    kind = line.entry.kind
    if kind in _SESSIONS or kind == "during":
        yield from line.figure("minutes", _LENGTH, *_session_length(line))
    else:
        takes = {"sleep": _NIGHT, "caffeine": _CUP}.get(kind, _TAKES)
        yield from line.figure("minutes", takes)


def _session_length(line: EntryAt) -> tuple[Inputs, Links]:
    """A session's length as its cost counts it, where that may be shown."""
    energy, entry = line.plan.energy, line.entry
    for number, session in enumerate(() if energy is None else energy.sessions):
        if session.start == entry.start and session.kind in {entry.kind, entry.during}:
            inputs = (("duration_min", session.duration_min),)
            return inputs, (("duration_min", f"energy.sessions[{number}].net_kcal"),)
    return (), ()


def _when(line: EntryAt) -> tuple[Behind, Inputs]:
    """Why a line stands where it does, with the minutes that it goes by."""
    entry, kind = line.entry, _placed_by(line)
    inputs: dict[str, Input] = {"feeding": entry.feeding_name} if entry.is_feeding else {}
    if entry.is_eaten:
        return _EATEN, tuple(inputs.items())
    if kind == "meal" and entry.start in (line.plan.athlete.meal_times or ()):
        return _ASKED, tuple(inputs.items())
    if kind in {"meal", "snack", "pre-sleep"}:
        wake = line.plan.wake
        inputs["wake_min"] = 60.0 * wake.hour + wake.minute
        # The night is the last line of every clock.
        inputs["sleep_min"] = (line.plan.timeline or ())[-1].minute
    if entry.lead_min is not None:
        inputs["session_start_min"] = entry.minute + entry.lead_min
    if kind == "after":
        inputs["session_end_min"] = max(
            one.minute + one.minutes
            for one in line.plan.timeline or ()
            if one.kind == entry.after and one.minute < entry.minute
        )
    return _WHEN[kind], tuple(inputs.items())


def _placed_by(line: EntryAt) -> str:
    """Which rule of `_WHEN` places a line."""
    entry = line.entry
    if entry.kind in _SESSIONS:
        return "session"
    if entry.kind == "caffeine":
        return "caffeine" if entry.during is None else "caffeine later"
    if entry.is_between:
        return "between"
    if entry.after is not None:
        return "after"
    if entry.name == "drink" or entry.name in _NO_MEALS:
        return "drink" if entry.name == "drink" else entry.kind
    return "meal"


def _amounts(line: EntryAt) -> Iterator[Figure]:
    """What a feeding holds, by its claims on the day."""
    entry, targets = line.entry, line.plan.targets
    if not entry.is_feeding:
        return
    yield from line.figure("energy_kcal", BY_MACROS, *line.own(*MACROS))
    claims = _claims(entry)
    for place, name in enumerate(_AMOUNTS):
        inputs: Inputs = (("claim", claims[place]),)
        links: Links = ()
        whole = getattr(targets, name, None)
        if whole is not None:
            inputs = (*inputs, (f"day_{name}", whole))
            links = ((f"day_{name}", f"targets.{name}"),)
        if name == "fluid_ml":
            sweat, paths = line.own("sweat_ml")
            inputs, links = (*inputs, *sweat), (*links, *paths)
        found = _HELD.get(name, _CLAIM)
        yield from line.figure(name, *((_EATEN,) if entry.is_eaten else (found, inputs, links)))
    yield from line.figure("sweat_ml", _HELD["sweat_ml"])
    for name, found in _PER_H.items():
        yield from line.figure(f"{name}_per_h", found, *line.own(name, "minutes"))


def _claims(entry: Entry) -> Weights:
    """A feeding's claims on what is left of a day, as they were when it was shared out."""
    if entry.name == "drink":
        return DRINK
    # Whatever it prepares or repairs, a meal claims as a meal does.
    return _BY_KIND[entry.kind] if entry.name in _NO_MEALS else MEAL


def _stated(line: EntryAt) -> Iterator[Figure]:
    """What a line says beside its time and its amounts."""
    for name, found in _STATED.items():
        yield from line.figure(name, found)
    yield from line.figure(
        "station_ml", behind(on_the_way.station_ml, "station_ml"),
        *line.own("fluid_ml", "minutes", "station_km"),
    )  # fmt: skip
    is_later = line.entry.during is not None
    dose = caffeine.later_caffeine_mg if is_later else caffeine.caffeine_mg
    mass = (("mass_kg", line.plan.athlete.mass_kg),)
    yield from line.figure("caffeine_mg", behind(dose, "caffeine_mg"), mass)
