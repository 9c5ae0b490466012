"""The days of some rows in numbers: energy, targets and fluid, by the equations of one day."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.batch.columns import names_of
from fuelcalc.batch.hours import Hours, hours_of, started_slots
from fuelcalc.batch.people import People, people_of
from fuelcalc.batch.rows import Rows
from fuelcalc.batch.runner import runner_of
from fuelcalc.batch.training import SessionSlot, slot_of
from fuelcalc.batch.usual_week import MeanOfRows, usual_week
from fuelcalc.planning.guards import LEAN_SURPLUS_SHARE, Guarded
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.science import availability, balance, carbohydrate, day, fluid
from fuelcalc.science.numeric import Array, Given, as_given, known_or
from fuelcalc.science.sessions import Session

FIGURES: Final[Mapping[str, str]] = {
    "resting_kcal": "energy.resting_kcal",
    "daily_life_kcal": "energy.daily_life_kcal",
    "digestion_kcal": "energy.digestion_kcal",
    "exercise_kcal": "energy.exercise_kcal",
    "expenditure_kcal": "energy.expenditure_kcal",
    "expenditure_low_kcal": "energy.expenditure_low_kcal",
    "expenditure_high_kcal": "energy.expenditure_high_kcal",
    "balance_kcal": "energy.balance_kcal",
    "behind_kcal": "energy.behind_kcal",
    "intake_kcal": "energy.intake_kcal",
    "energy_availability_kcal_per_kg_ffm": "energy.energy_availability_kcal_per_kg_ffm",
    "safe_intake_kcal": "energy.safe_intake_kcal",
    "protein_g": "targets.protein_g",
    "carbohydrate_g": "targets.carbohydrate_g",
    "fat_g": "targets.fat_g",
    "fibre_g": "targets.fibre_g",
    "fluid_ml": "targets.fluid_ml",
    "sodium_mg": "targets.sodium_mg",
}
"""Each figure of a row, and where it stands in a plan."""


class DayRows(NamedTuple):
    """
    The days of some rows.

    `figures` has one array a figure; `balance_share` is the balance that was planned over
    expenditure, which its word goes by; `doubtful` marks rows that only the models can judge.
    """

    people: People
    figures: Mapping[str, Array]
    balance_share: Array
    doubtful: "np.typing.NDArray[np.bool_]"


def days_of(rows: Rows, models: Models = FUELCALCS) -> DayRows:
    """The figures of some rows, whatever their feedings can hold; *models* are a program's own."""
    # What is doubtful may be any number, and counts nothing.
    with np.errstate(all="ignore"):
        return _days_of(rows, models)


def _days_of(rows: Rows, models: Models) -> DayRows:
    people = people_of(rows, models)
    runner = runner_of(rows, people, models)
    slots = tuple(slot_of(rows, slot, runner) for slot in names_of(tuple(rows.columns)))
    hours = hours_of(rows, slots)
    rows.doubt_rest()
    spent = day.energy(
        people.body,
        resting_kcal=people.resting_kcal,
        resting_sd_share=people.resting_sd_share,
        pal=people.pal,
        runs=[slot.needs for slot in slots if slot.kind == "run"],
        others=[slot.needs for slot in slots if slot.kind != "run"],
    )
    mean = usual_week(rows, people, runner)
    aim = _aim(rows, people, slots, spent, mean)
    sessions = started_slots(slots, hours)
    intake = day.targets(people.body, spent, aim, sessions)
    low, high = day.expenditure_range(spent)
    figures = {
        "resting_kcal": spent.resting_kcal,
        "daily_life_kcal": spent.daily_life_kcal,
        "digestion_kcal": spent.digestion_kcal,
        "exercise_kcal": spent.exercise_kcal,
        "expenditure_kcal": spent.expenditure_kcal,
        "expenditure_low_kcal": low,
        "expenditure_high_kcal": high,
        "balance_kcal": intake.balance_kcal,
        "behind_kcal": intake.behind_kcal,
        "intake_kcal": intake.energy_kcal,
        "energy_availability_kcal_per_kg_ffm": intake.availability_kcal_per_kg_ffm,
        "safe_intake_kcal": spent.safe_intake_kcal,
        "protein_g": intake.protein_g,
        "carbohydrate_g": intake.carbohydrate_g,
        "fat_g": intake.fat_g,
        "fibre_g": intake.fibre_g,
        "fluid_ml": _fluid_ml(people, slots, hours, sessions),
        "sodium_mg": intake.sodium_mg,
    }
    figures = {name: np.broadcast_to(values, rows.n_rows) for name, values in figures.items()}
    share = np.broadcast_to(day.planned_share(intake, spent), rows.n_rows)
    return DayRows(people, figures, share, rows.doubtful)


def _aim(
    rows: Rows,
    people: People,
    slots: tuple[SessionSlot, ...],
    spent: day.Expenditure[Array],
    mean: MeanOfRows | None,
) -> day.Aim[Array]:
    """What for, as numbers, with what the guards forbid or ask."""
    guards = people.guards
    km = people.weekly_km
    mileage = known_or(Given(balance.mileage_factor(weekly_km=km.value), km.known), rows.zero + 1.0)
    net_kcal = Given(rows.zero, rows.zero)
    usual, exercise = spent.expenditure_kcal, spent.exercise_kcal
    if mean is not None:
        net_kcal = Given(mean.mean.net_kcal, mean.known)
        usual = known_or(Given(mean.mean.expenditure_kcal, mean.known), usual)
        exercise = known_or(Given(mean.mean.exercise_kcal, mean.known), exercise)
    asked = _asked(rows, people, slots, spent=spent, mean=mean, usual_kcal=usual)
    sodium = [as_given(each.most_sodium_mg) for each in guards]
    shows = people.by_guard([float(_shows_availability(each)) for each in guards])
    now = availability.energy_availability_kcal_per_kg_ffm(
        intake_kcal=people.usual_kcal.value, exercise_kcal=exercise, ffm_kg=spent.ffm_kg
    )
    surplus = people.by_guard([float(each.surplus_forbidden_by is None) for each in guards])
    asks = people.by_guard([LEAN_SURPLUS_SHARE * each.asks_surplus for each in guards])
    refill = carbohydrate.recovery_g_per_kg(burned_g_per_kg=rows.zero)
    return day.Aim(
        build=people.build * surplus,
        experience_factor=people.experience_factor,
        season_factor=people.season_factor,
        mileage_factor=mileage,
        weekly_net_kcal=net_kcal,
        asked_kcal=asked,
        floor_share=asks,
        loading=rows.zero,
        eve=rows.zero,
        least_g_per_kg=refill,
        repaid_kcal=rows.zero,
        most_sodium_mg=Given(
            people.by_guard([each.value for each in sodium]),
            people.by_guard([each.known for each in sodium]),
        ),
        usual_kcal=people.usual_kcal,
        usual_availability=Given(now, people.usual_kcal.known * shows),
        injured=people.injured,
    )


def _shows_availability(guards: Guarded) -> bool:
    """Whether what usual eating leaves may be looked at."""
    return guards.shows("energy") and guards.shows("availability")


def _asked(
    rows: Rows,
    people: People,
    slots: tuple[SessionSlot, ...],
    *,
    spent: day.Expenditure[Array],
    mean: MeanOfRows | None,
    usual_kcal: Array,
) -> Given[Array]:
    """What is asked for by hand, or the part of a deficit that the day carries."""
    asked = people.asked_kcal
    if not asked.known.any():
        return asked
    forbids_more = people.by_guard(
        [float(g.surplus_forbidden_by is not None) for g in people.guards]
    )
    forbids_less = people.by_guard(
        [float(g.deficit_forbidden_by is not None) for g in people.guards]
    )
    less = asked.value < 0.0
    rows.doubtful |= (asked.value > 0.0) & (forbids_more > 0.0)
    rows.doubtful |= less & ((forbids_less > 0.0) | (people.allows_deficit == 0.0))
    # After how many weeks a deficit pauses is for the models to judge.
    rows.doubtful |= less & rows.is_told("deficit_since")
    longest, no_room = rows.zero, rows.zero
    for slot in slots:
        longest = np.maximum(longest, slot.needs.duration_min)
        no_room = np.maximum(no_room, np.maximum(slot.is_race, slot.is_long))
    share = balance.deficit_share(longest_min=longest, loading=rows.zero) * (1.0 - no_room)
    allowed = day.largest_asked_deficit(people.body, spent, share=share)
    if mean is not None:
        of_week = np.minimum(day.largest_mean_deficit(people.body, mean.mean), allowed)
        allowed = known_or(Given(of_week, mean.known), allowed)
    eats_less = (people.usual_kcal.known > 0.0) & (
        people.usual_kcal.value < usual_kcal + asked.value
    )
    rows.doubtful |= less & ((-asked.value > allowed) | eats_less)
    return Given(np.where(less, asked.value * share, asked.value), asked.known)


def _fluid_ml(
    people: People,
    slots: tuple[SessionSlot, ...],
    hours: Hours,
    sessions: tuple[Session[Array], ...],
) -> Array:
    """What each day asks to drink: its base, what is drunk on the way, and the sweat left."""
    apart_h = 0.0 * hours.wake
    drunk = 0.0 * hours.wake
    for slot, start, session in zip(slots, hours.starts, sessions, strict=True):
        end = start + session.duration_min
        after_h = np.maximum(hours.sleep - end, 0.0) / 60.0
        apart_h = apart_h + slot.there * fluid.apart_h(
            duration_min=session.duration_min, hours_after=after_h
        )
        left_ml = 1000.0 * (session.fluids.sweat_l - session.fluids.drink_l)
        drunk = drunk + 1000.0 * session.fluids.drink_l
        drunk = drunk + fluid.replaced_ml(
            unreplaced_ml=left_ml, hours_to_next=_hours_to_next(slots, hours, start, end)
        )
    base = fluid.kept_fluid_ml(
        mass_kg=people.body.mass_kg, awake_h=(hours.sleep - hours.wake) / 60.0, apart_h=apart_h
    )
    return base + drunk


def _hours_to_next(slots: tuple[SessionSlot, ...], hours: Hours, start: Array, end: Array) -> Array:
    """Hours from a session's end to the next start of its day; a day where none follows."""
    following = np.full_like(end, np.inf)
    for slot, other in zip(slots, hours.starts, strict=True):
        later = (slot.there > 0.0) & (other > start)
        following = np.where(later, np.minimum(following, other), following)
    apart_h: Array = np.where(np.isinf(following), 24.0, (following - end) / 60.0)
    return apart_h
