"""
What a reader should know of a day: guards first, then what was assumed, then remarks.

Each row of `RULES` says what a note speaks of, so that none is said of what a guard withholds.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from fuelcalc.models.day_plan import Member
from fuelcalc.models.notes import Note
from fuelcalc.planning.behind import Debt, behind_notes
from fuelcalc.planning.clock.coffee import coffee_of
from fuelcalc.planning.clock.frame import DAY_MIN
from fuelcalc.planning.clock.portions import NEIGHBOUR_G_PER_KG, Portions
from fuelcalc.planning.deficit import long_deficit
from fuelcalc.planning.energy import Figures
from fuelcalc.planning.guards import reader_of
from fuelcalc.planning.hours import meal_notes, window_notes
from fuelcalc.planning.own_targets import own_target_notes
from fuelcalc.planning.pairs import pair_notes
from fuelcalc.planning.person import Person
from fuelcalc.planning.reasons import LEAST_BEHIND_KCAL
from fuelcalc.planning.recommendation import is_low
from fuelcalc.planning.scale import scale_notes, weighing
from fuelcalc.planning.weather import MARATHON_KM, weather_notes
from fuelcalc.planning.window import Window, window_of
from fuelcalc.planning.words import note
from fuelcalc.science import (
    availability,
    balance,
    caffeine,
    daily,
    fat,
    fluid,
)
from fuelcalc.science.body import resting_energy
from fuelcalc.science.numeric import as_given
from fuelcalc.science.own_amounts import LEAST_CARBOHYDRATE_G
from fuelcalc.science.resting import EQUATIONS

# Digesting and falling asleep want about two hours.
_LATE_END_MIN = 120.0
# The reference equation holds to the middle of its highest class; beyond 2.5 x resting energy few
# people can eat what they spend. A quarter away is more than both of their errors together.
_EER_SHARE = 0.25
_HIGHEST_EER_PAL, _HIGHEST_PAL = 2.175, 2.5
_RESTING_SHARE = 0.25
# From so long on a run is an ultra to the kidneys.
_ULTRA_MIN = 300.0
# More than this above usual in one day is hard to eat.
_MOST_RISE_KCAL = 800.0
# One kind of sugar is absorbed to about so much an hour (Jeukendrup).
_ONE_KIND_G_PER_H = 61.0
# What the water that loaded glycogen binds weighs.
_LOADED_WATER = {"mass_low_kg": 1.0, "mass_high_kg": 2.0}
# Two hours of running want a breakfast, which wants an hour and a half to settle.
_LONG_MIN, _BREAKFAST_MIN = 120.0, 90.0
# Under seven hours in bed is a short night.
_SHORT_NIGHT_MIN = 420.0
# With under four hours of sleep, waking and sleep were probably typed the wrong way round.
_LONG_DAY_MIN = 1200.0
# What somebody writes for a marathon of 42.195 km.
_MARATHON_KM = 42.0, 42.4


ALWAYS: Final[tuple[Member, ...]] = ()
"""What no guard silences: a note that speaks of no figure."""


class PlannedDay(NamedTuple):
    """A day with its feedings, as the rules look at it."""

    person: Person
    figures: Figures
    portions: Portions
    debt: Debt = Debt()


class ScopedNote(NamedTuple):
    """A note, and the members of the plan that it speaks of."""

    note: Note
    about: tuple[Member, ...]


class Rule(NamedTuple):
    """What to look for on a day, and the members of the plan that its notes speak of."""

    found: Callable[[PlannedDay], Iterable[Note]]
    about: tuple[Member, ...]


def _assumed(*codes: str) -> Callable[[PlannedDay], Iterable[Note]]:
    """What is assumed of the day, by its codes."""
    return lambda planned: [each for each in planned.figures.assumed if each.code in codes]


def _availability(planned: PlannedDay) -> Iterable[Note]:
    """What the energy availability of the plan means, without a verdict on health."""
    figures = planned.figures
    targets, energy = figures.targets, figures.spent
    if targets.behind_kcal > 0.0 and figures.aim.usual_availability.known:
        # A first step is said by its own note.
        return []
    if targets.left_kcal >= LEAST_BEHIND_KCAL:
        # A day that no feedings hold is judged with those that repay it.
        return []
    body_fat = "measured" if planned.person.body.body_fat.known else "estimated"
    low, caution = availability.LOW_KCAL_PER_KG_FFM, availability.CAUTION_KCAL_PER_KG_FFM
    held, reader = targets.availability_kcal_per_kg_ffm, _reader(planned)
    # A day that ends behind is judged with those that repay it.
    planned_kcal = targets.balance_kcal + targets.behind_kcal
    if planned_kcal >= -balance.MAINTENANCE_SHARE * energy.expenditure_kcal:
        if held < low:
            return [note("availability-check", body_fat=body_fat, limit_kcal_per_kg_ffm=low)]
        return [note("availability-covered", body_fat=body_fat)]
    if held < caution:
        return [
            note(
                "availability-low",
                body_fat=body_fat,
                limit_kcal_per_kg_ffm=caution,
                reader=reader,
            )
        ]
    return [note("availability-reduced", body_fat=body_fat)]


def _reader(planned: PlannedDay) -> str:
    """Whose signs of too little fuel are named."""
    return reader_of(planned.person.athlete, age=planned.person.age)


def _availability_now(planned: PlannedDay) -> Iterable[Note]:
    """Warn who eats so little now that the body goes short."""
    aim, today_kcal = planned.figures.aim, planned.figures.targets.energy_kcal
    now = aim.usual_availability.value if aim.usual_availability.known else None
    if now is None or not is_low(now):
        return
    usual = aim.usual_kcal.value
    # More than that is not eaten at once, so that the training has to give way.
    rises = today_kcal - usual > _MOST_RISE_KCAL and bool(planned.figures.sessions)
    yield note(
        "availability-now-low",
        usual_kcal=usual,
        now_kcal_per_kg_ffm=now,
        limit_kcal_per_kg_ffm=availability.LOW_KCAL_PER_KG_FFM,
        today_kcal=today_kcal,
        training="shorten" if rises else "keep",
        reader=_reader(planned),
    )


def _weather(planned: PlannedDay) -> Iterable[Note]:
    """Heat and cold at the sessions outdoors."""
    figures = planned.figures
    return weather_notes(planned.person.athlete, figures.today, figures.frame.sessions)


def _week(planned: PlannedDay) -> Iterable[Note]:
    """Say when the surplus had to be sized from one day."""
    goal, figures = planned.person.goal, planned.figures
    if goal.aim != "build" or goal.balance_kcal is not None or figures.mean is not None:
        return ()
    targets = figures.targets
    is_first_step = targets.behind_kcal > targets.left_kcal
    return [note("week-unknown")] if targets.surplus_kcal > 0.0 and not is_first_step else ()


def _sanity(planned: PlannedDay) -> Iterable[Note]:
    """Check the sum against independent references."""
    body, energy = planned.person.body, planned.figures.spent
    pal = energy.expenditure_kcal / energy.resting_kcal
    eer = daily.eer_at_pal_kcal_per_day(
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        age_y=body.age_y,
        male=body.male,
        pal=pal,
    )
    if pal > _HIGHEST_PAL:
        yield note("very-high-day", most_pal=_HIGHEST_PAL)
    away = abs(eer / energy.expenditure_kcal - 1.0)
    if body.age_y >= 19.0 and pal <= _HIGHEST_EER_PAL and away > _EER_SHARE:
        yield note("eer-differs", apart_share=away)
    measured = planned.person.athlete.resting_energy_kcal_per_day is not None
    usual, _ = resting_energy(body._replace(resting_kcal=as_given(None)))
    apart = abs(energy.resting_kcal / usual - 1.0)
    if measured and apart > _RESTING_SHARE:
        yield note("resting-differs", apart_share=apart)
    # Who measured needs no equation.
    _, fitted_y = EQUATIONS["mifflin"].fitted["age_y"]
    if body.age_y > fitted_y and not measured:
        yield note("age-beyond-fit", fitted_y=fitted_y)


def _targets(planned: PlannedDay) -> Iterable[Note]:
    """What gave way so that the day's targets add up."""
    targets = planned.figures.targets
    preferred_g = fat.preferred_fat_g(
        reference_mass_kg=targets.reference_mass_kg, energy_kcal=targets.energy_kcal
    )
    if targets.fat_g < preferred_g - 0.5:
        yield note(
            "fat-gives-way",
            preferred_g_per_kg=fat.PREFERRED_G_PER_KG,
            preferred_share=fat.PREFERRED_FAT_SHARE,
        )
    if targets.carbohydrate_g < LEAST_CARBOHYDRATE_G:
        yield note("low-carbohydrate", limit_g=LEAST_CARBOHYDRATE_G)


def _long_deficit(planned: PlannedDay) -> Iterable[Note]:
    """Say that a deficit pauses where it has gone on for long."""
    return long_deficit(planned.person)


def _race_week(planned: PlannedDay) -> Iterable[Note]:
    """Ask who tapers for the race, on which loading, the eve and the alarm hang."""
    season = planned.person.goal.season
    if season in {"taper", "race-week"} and not planned.figures.race_known:
        yield note("race-unknown", season=season)


def _unsaid_race(planned: PlannedDay) -> Iterable[Note]:
    """Ask whether a run of a marathon's length is one: nobody trains just that."""
    shortest, longest = _MARATHON_KM
    for session in planned.figures.frame.sessions:
        distance_km = session.distance_km or 0.0
        if not session.is_race and shortest <= distance_km <= longest:
            yield note("race-unsaid", distance_km=distance_km)


def _sessions(planned: PlannedDay) -> Iterable[Note]:
    """Remarks on two sessions in a row, and on late ones."""
    frame = planned.figures.frame
    yield from pair_notes(frame.sessions)
    if frame.sessions and frame.sleep - frame.sessions[-1].end < _LATE_END_MIN:
        last = frame.sessions[-1]
        # A window that closed before has a note of its own, and nothing is eaten soon after.
        if _window(planned).frame.sleep >= last.end:
            yield note("late-session", session=last.kind, minute=last.end)


def _hours(planned: PlannedDay) -> Iterable[Note]:
    """Meals that do not stand where they were asked for, and what became of an eating window."""
    yield from meal_notes(planned.person, planned.figures.frame, planned.portions.feedings)
    yield from window_notes(_window(planned), planned.portions.feedings)


def _window(planned: PlannedDay) -> Window:
    """The hours that food is eaten in."""
    return window_of(planned.person, planned.figures.frame, planned.figures.targets)


def _length(planned: PlannedDay) -> Iterable[Note]:
    """Doubt given hours that hardly leave a night; a race through it is no mistake."""
    frame, day = planned.figures.frame, planned.figures.today
    given = day.wake is not None or day.sleep is not None
    if given and frame.sleep - frame.wake > _LONG_DAY_MIN:
        yield note("long-day", minute=frame.wake, end_minute=frame.sleep)


def _short_night(planned: PlannedDay) -> Iterable[Note]:
    """Say when tomorrow's alarm leaves a short night after today's sleep."""
    wake, sleep = planned.figures.next_wake, planned.figures.frame.sleep
    if wake is None:
        return
    bed_min = wake + DAY_MIN - sleep
    if 0.0 < bed_min < _SHORT_NIGHT_MIN:
        yield note("early-alarm", minute=wake, bed_h=bed_min / 60.0, sleep_minute=sleep)


def _early(planned: PlannedDay) -> Iterable[Note]:
    """Say when a long first session leaves no time for a breakfast."""
    frame = planned.figures.frame
    # The plan does not advise against an alarm that it has set itself.
    for first in frame.sessions[:1] if planned.figures.today.wake is not None else ():
        is_long = first.kind != "lift" and first.minutes >= _LONG_MIN
        if is_long and first.start - frame.wake < _BREAKFAST_MIN:
            yield note("early-long-session", session=first.name)


def _fasted(planned: PlannedDay) -> Iterable[Note]:
    """Flag a run that starts the day with nothing eaten."""
    for first in planned.figures.frame.sessions[:1]:
        eaten = any(
            feeding.end <= first.start + 1e-6 and not feeding.is_drink
            for feeding in planned.portions.feedings
        )
        # Before a window opens that is as it was asked, and its note says so.
        if first.kind == "run" and not eaten and first.start >= _window(planned).frame.wake:
            yield _fasted_note(planned, first.start)


def _fasted_note(planned: PlannedDay, minute: float) -> Note:
    """What to say of a run on an empty stomach: where it has to be empty, no advice against it."""
    guards = planned.person.guards
    if guards.leads.clear_min > 0.0:
        return note("fasted-run-dumping", minute=minute, clear_min=guards.leads.clear_min)
    builds = planned.portions.context.builds and planned.figures.today.wake is not None
    is_small = guards.small_feedings is not None
    return note("fasted-run-building" if builds and not is_small else "fasted-run", minute=minute)


def _thirst(planned: PlannedDay) -> Iterable[Note]:
    """Say how to drink on the move."""
    if planned.figures.frame.sessions:
        yield note("fluid-by-thirst", weigh=weighing(planned.person, planned.figures))


def _fluid(planned: PlannedDay) -> Iterable[Note]:
    """Say what the hourly limit held back of the day's fluid."""
    if planned.portions.held_back_ml <= 1.0 or not planned.figures.sessions:
        # Without training nothing much is sweated.
        return
    small = planned.person.guards.small_feedings is not None
    yield note("fluid-capped", most_ml=fluid.MOST_ML_PER_H, held="feedings" if small else "hours")


def _room(planned: PlannedDay) -> Iterable[Note]:
    """Say that feedings were added for want of room in the others."""
    portions = planned.portions
    if portions.n_added:
        yield note("feeding-added", n_added=float(portions.n_added))


def _caffeine(planned: PlannedDay) -> Iterable[Note]:
    """Say where caffeine was asked for and the night is too near; else it is on the clock."""
    coffee = coffee_of(planned.person, planned.figures.frame)
    if coffee is None or coffee.before_mg(later_mg=0.0) > 0.0:
        return []
    late = {"minute": coffee.session.start, "clear_h": caffeine.CLEAR_H}
    return [note("caffeine-too-late", session=coffee.session.kind, **late)]


def _painkillers(planned: PlannedDay) -> Iterable[Note]:
    """Warn of anti-inflammatory medicine on the days of marathons, ultras and longer."""
    for session in planned.figures.frame.sessions:
        is_marathon = session.is_race and (session.distance_km or 0.0) >= MARATHON_KM
        if is_marathon or (session.kind == "run" and session.minutes >= _ULTRA_MIN):
            yield note("no-painkillers", took_share=0.52, placebo_share=0.34, distance_km=80.0)
            return


def _no_caffeine(planned: PlannedDay) -> Iterable[Note]:
    """Tell who asked for caffeine and should not have it."""
    forbidden = not planned.person.guards.allows_caffeine
    return [note("no-caffeine")] if planned.person.athlete.caffeine and forbidden else []


def _loading(planned: PlannedDay) -> Iterable[Note]:
    """Say what carbohydrate loading does."""
    if planned.figures.loading <= 0.0:
        return []
    grams = planned.figures.targets.carbohydrate_g
    return [
        note(
            "glycogen-load",
            carbohydrate_g=grams,
            carbohydrate_g_per_kg=grams / planned.person.athlete.mass_kg,
            foods="eve" if planned.figures.aim.eve > 0.0 else "usual",
        )
    ]


def _loaded_water(planned: PlannedDay) -> Iterable[Note]:
    """Say what loading weighs, so that nobody takes it for fat."""
    return [note("loaded-water", **_LOADED_WATER)] if planned.figures.loading > 0.0 else []


def _mixed(planned: PlannedDay) -> Iterable[Note]:
    """Say of what kinds carbohydrate has to be where a gut takes more than 60 g an hour."""
    for session in planned.figures.frame.sessions:
        rate = session.needs.during_carbohydrate_g / session.minutes * 60.0
        if rate > _ONE_KIND_G_PER_H:
            yield note("mixed-carbohydrate", session=session.kind, carbohydrate_g_per_h=rate)


def _neighbours(planned: PlannedDay) -> Iterable[Note]:
    """Say that the days on both sides move carbohydrate within this one."""
    figures = planned.figures
    if figures.next_is_key and figures.next_g_per_kg > NEIGHBOUR_G_PER_KG[0]:
        yield note("tomorrow-is-long")
    if figures.past_is_key and figures.past_g_per_kg > NEIGHBOUR_G_PER_KG[0]:
        yield note("yesterday-was-long")


RULES: Final[tuple[Rule, ...]] = (
    Rule(lambda planned: planned.person.guards.notes, ALWAYS),
    Rule(_availability_now, ("energy", "availability")),
    Rule(_weather, ALWAYS),
    Rule(_availability, ("energy", "availability")),
    Rule(lambda planned: scale_notes(planned.person, planned.figures), ("energy",)),
    Rule(_long_deficit, ("energy",)),
    Rule(_week, ("energy",)),
    Rule(_sanity, ("energy",)),
    Rule(_targets, ("targets",)),
    Rule(lambda planned: own_target_notes(planned.figures), ("targets",)),
    Rule(_race_week, ALWAYS),
    Rule(_unsaid_race, ALWAYS),
    Rule(_assumed("average-day"), ALWAYS),
    # What the costs of sessions hang on, and when they and the day are taken to start.
    Rule(_assumed("assumed-pace", "extrapolated"), ("energy",)),
    Rule(_assumed("assumed-start", "race-goes-on"), ("timeline",)),
    Rule(_length, ("timeline",)),
    Rule(_sessions, ("timeline",)),
    Rule(_hours, ("timeline",)),
    Rule(_short_night, ("timeline",)),
    Rule(_early, ("timeline",)),
    Rule(_fasted, ("timeline",)),
    Rule(_thirst, ("timeline", "targets", "targets.fluid_ml")),
    # The day's fluid is short by it whether its clock is shown or not.
    Rule(_fluid, ("targets", "targets.fluid_ml")),
    Rule(_room, ("timeline", "targets", "energy")),
    Rule(_no_caffeine, ALWAYS),
    Rule(_caffeine, ("timeline", "targets")),
    Rule(_painkillers, ALWAYS),
    Rule(_loading, ("timeline", "targets")),
    # Where a doctor sets the fluid, so much more in a few days is a reason to call, and no matter
    # of course.
    Rule(_loaded_water, ("timeline", "targets", "targets.fluid_ml")),
    Rule(lambda day: behind_notes(day.person, day.figures, day.debt), ("energy", "targets")),
    Rule(_mixed, ("timeline", "targets")),
    Rule(_neighbours, ("timeline", "targets")),
)
"""Every note of a plan but the menu's, in the order in which they are read; warnings go first."""


def day_notes(planned: PlannedDay) -> tuple[ScopedNote, ...]:
    """Every note on a day, each once."""
    # Two rules may say the same of one day: it is read once, and warnings come first.
    found = (ScopedNote(each, rule.about) for rule in RULES for each in rule.found(planned))
    return tuple(sorted(dict.fromkeys(found), key=lambda scoped: scoped.note.level != "warning"))


def food_notes(notes: Iterable[Note]) -> tuple[ScopedNote, ...]:
    """What is said of the food; nothing of it where any of what it stands on is withheld."""
    return tuple(ScopedNote(each, ("timeline", "targets", "menu")) for each in notes)
