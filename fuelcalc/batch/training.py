"""The sessions of some rows, slot by slot, as numbers: what each costs, and where it stands."""

from typing import Any, NamedTuple

import numpy as np

from fuelcalc.batch.columns import HARD
from fuelcalc.batch.rows import Chosen, Rows, either
from fuelcalc.batch.runner import Runner
from fuelcalc.models.sessions import AGREE_SHARE, Lift, Other, Run
from fuelcalc.planning.physiology import RUNNING_W_PER_KG, is_likely
from fuelcalc.planning.sessions.run import MEAN_RUNNER, ROUGH
from fuelcalc.science import effort, fluid, lifting, outing, running
from fuelcalc.science.activities import ACTIVITIES
from fuelcalc.science.numeric import Array, Given, known_or
from fuelcalc.science.running import Stretch
from fuelcalc.science.sessions import (
    WEARABLE_SD_SHARE,
    Session,
    lift_session,
    other_session,
    run_session,
    stretch_intensity,
)
from fuelcalc.science.sources import Equation


class SessionSlot(NamedTuple):
    """One session of each row that has it: `there` is 0.0 where a row does not."""

    kind: str
    needs: Session[Array]
    start_min: Given[Array]
    is_race: Array
    is_long: Array
    there: Array


class Way(NamedTuple):
    """The ground and air of a run."""

    outdoors: Array
    surface_cost: Array
    rough: Array
    climb_m: Given[Array]
    grade: Given[Array]
    temperature_degc: Given[Array]
    wind_m_per_s: Array
    pack_kg: Array


def slot_of(rows: Rows, slot: str, runner: Runner) -> SessionSlot:
    """One session of each row, by the name of its slot."""
    kind = slot.rstrip("0123456789")
    make = {"run": _run_slot, "lift": _lift_slot, "other": _other_slot}[kind]
    return make(rows, slot, runner)


def _run_slot(rows: Rows, slot: str, runner: Runner) -> SessionSlot:
    """The run of a slot."""
    distance, pace, duration = said = outing.Outing(
        *(
            rows.number(f"{slot}_{key}", Run, key)
            for key in ("distance_km", "pace_s_per_km", "duration_min")
        )
    )
    _doubt_runs(rows, said)
    there = np.maximum(distance.known, duration.known)
    words = rows.word(f"{slot}_effort", Run, other="easy", key="effort")
    surface = rows.word(f"{slot}_surface", Run, other="road", key="surface")
    way = Way(
        outdoors=1.0 - surface.among("treadmill"),
        surface_cost=surface.by(running.SURFACE_COST),
        rough=np.maximum(words.among("intervals"), surface.among(*ROUGH)),
        climb_m=rows.number(f"{slot}_climb_m", Run, "climb_m"),
        grade=rows.number(f"{slot}_grade_share", Run, "grade_share"),
        temperature_degc=rows.number(f"{slot}_temperature_degc", Run, "temperature_degc"),
        wind_m_per_s=rows.number(f"{slot}_wind_m_per_s", Run, "wind_m_per_s").value,
        pack_kg=rows.number(f"{slot}_pack_kg", Run, "pack_kg").value,
    )
    start = rows.clock(f"{slot}_start")
    signs = pace.known + way.climb_m.known + way.grade.known + start.known
    # A session of which nobody said how long it was is no rest.
    rows.doubtful |= (there == 0.0) & (signs + words.among(*HARD) > 0.0)
    rows.doubtful |= (way.outdoors == 0.0) & (way.wind_m_per_s != 0.0)
    rows.doubtful |= way.climb_m.known * way.grade.known > 0.0
    some = Chosen(there, rows.n_rows)
    is_race, share = words.among("race"), words.by(effort.SHARE_BY_EFFORT)
    runner = some.of(runner)
    run = run_of(
        some.of(said), runner, effort_share=some.of(share), is_race=some.of(is_race),
        way=some.of(way),
    )  # fmt: skip
    some.mark(rows.doubtful, run.stretch.grade_up > running.MOST_GRADE)
    if runner.equation is not MEAN_RUNNER:
        some.mark(rows.doubtful, ~_is_likely_power(run.stretch, runner.equation))
    session = some.back(_held_needs(run, runner))
    is_long = words.among("long") * there
    return SessionSlot("run", session, _there(start, there), is_race * there, is_long, there)


def _is_likely_power(stretch: Stretch[Array], equation: Equation) -> Any:
    """Where an own equation gives what may be, uphill and downhill."""
    power: Any = equation
    up, down = (
        power(speed_m_per_s=stretch.speed_m_per_s, grade=grade)
        for grade in (stretch.grade_up, stretch.grade_down)
    )
    return is_likely(up, RUNNING_W_PER_KG) & is_likely(down, RUNNING_W_PER_KG)


def _doubt_runs(rows: Rows, said: outing.Outing[Array]) -> None:
    """Mark runs whose parts may not agree, or make none: the models judge those."""
    distance, pace, duration = said
    both = distance.known * duration.known > 0.0
    with np.errstate(all="ignore"):
        implied = duration.value * 60.0 / distance.value
        apart = np.abs(implied / pace.value - 1.0)
        rows.doubtful |= both & ~((implied >= 150.0) & (implied <= 900.0))
        rows.doubtful |= both & (pace.known > 0.0) & ~(apart < AGREE_SHARE)
        rows.doubtful |= distance.value * pace.value / 60.0 > 2160.0
        rows.doubtful |= (pace.known > 0.0) & (duration.value * 60.0 / pace.value > 300.0)


class RunOfRows(NamedTuple):
    """A run of each of some rows, as the equations take it."""

    stretch: Stretch[Array]
    effort_share: Array
    is_race: Array
    way: Way


def run_of(
    said: outing.Outing[Array], runner: Runner, *, effort_share: Array, is_race: Array, way: Way
) -> RunOfRows:
    """How fast and how steep a run is."""
    timed = is_race * said.duration_min.known
    by_time = effort.race_share(duration_min=said.duration_min.value)
    usual = effort.usual_speed_m_per_s(
        effort_share=known_or(Given(by_time, timed), effort_share),
        is_race=is_race,
        distance_km=said.distance_km,
        vdot=runner.vdot,
    )
    speed = outing.outing_speed_m_per_s(said, usual_m_per_s=usual)
    seconds = outing.outing_s(said, speed_m_per_s=speed)
    climbed = np.zeros(())
    if way.climb_m.known.any():
        distance_km = speed * seconds / 1000.0
        climbed = outing.climb_grade(climb_m=way.climb_m.value, distance_km=distance_km)
    stretch = Stretch(
        speed_m_per_s=speed,
        duration_s=seconds,
        grade_up=known_or(way.grade, climbed),
        grade_down=known_or(way.grade, 0.0 - climbed),
        headwind_m_per_s=way.wind_m_per_s,
        outdoors=way.outdoors,
        surface_cost=way.surface_cost,
        repeat_s=seconds,
        still=np.zeros(()),
    )
    return RunOfRows(stretch, effort_share, is_race, way)


def _held_needs(run: RunOfRows, runner: Runner) -> Session[Array]:
    """What a run costs and asks for, where it must not be less by no less than is usual."""
    found = needs_of(run, runner)
    if runner.equation is MEAN_RUNNER or not runner.never_less.any():
        return found
    usual = needs_of(run, runner.usual)
    less = (runner.never_less > 0.0) & (found.gross_kcal < usual.gross_kcal)
    held: Session[Array] = either(less, usual, found)
    return held


def needs_of(run: RunOfRows, runner: Runner) -> Session[Array]:
    """What a run costs and asks for."""
    stretch, way, is_race = run.stretch, run.way, run.is_race
    longest = effort.race_share(duration_min=stretch.duration_s / 60.0)
    share = outing.held_share(
        effort_share=run.effort_share, is_race=is_race, duration_min=stretch.duration_s / 60.0
    )
    intensity = stretch_intensity(
        stretch, effort_share=share, vdot=runner.vdot, equation=runner.equation
    )
    usual_degc = fluid.INDOOR_TEMPERATURE_DEGC + way.outdoors * (
        fluid.USUAL_TEMPERATURE_DEGC - fluid.INDOOR_TEMPERATURE_DEGC
    )
    degc = known_or(way.temperature_degc, known_or(runner.day_degc, usual_degc))
    dew = runner.sweat.dew_point_degc
    return run_session(
        [stretch],
        intensities=[np.minimum(intensity, longest)],
        equation=runner.equation,
        mass_kg=runner.mass_kg,
        pack_kg=way.pack_kg,
        economy=runner.economy,
        vdot=runner.economy_vdot,
        rough=way.rough,
        tolerance_g_per_h=runner.tolerance_g_per_h,
        sweat=runner.sweat._replace(
            temperature_degc=degc, dew_point_degc=Given(dew.value, dew.known * way.outdoors)
        ),
        is_race=is_race,
    )


def _lift_slot(rows: Rows, slot: str, runner: Runner) -> SessionSlot:
    """The lift of a slot, by its style, region and length."""
    duration = rows.number(f"{slot}_duration_min", Lift, "duration_min")
    style = rows.word(f"{slot}_style", Lift, other="hypertrophy", key="style")
    focus = rows.word(f"{slot}_focus", Lift, other="full", key="focus")
    mets = np.array([[lifting.STYLE_MET[s][f] for f in focus.options] for s in style.options])
    start, there = rows.clock(f"{slot}_start"), duration.known
    rows.doubtful |= (there == 0.0) & (start.known > 0.0)
    some = Chosen(there, rows.n_rows)
    runner = some.of(runner)
    needs = lift_session(
        runner.lift_cost(
            met=some.of(mets[style.codes, focus.codes]),
            duration_min=some.of(duration.value),
        ),
        intensity=some.of(style.by(lifting.LIFT_SHARE)),
        mass_kg=runner.mass_kg,
        # The air of a gym is another one.
        sweat=runner.sweat._replace(
            temperature_degc=rows.zero + fluid.INDOOR_TEMPERATURE_DEGC,
            dew_point_degc=Given(rows.zero, rows.zero),
        ),
    )
    return SessionSlot("lift", some.back(needs), _there(start, there), rows.zero, rows.zero, there)


def _other_slot(rows: Rows, slot: str, runner: Runner) -> SessionSlot:
    """Any other activity of a slot: its energy, its MET or its name."""
    duration = rows.number(f"{slot}_duration_min", Other, "duration_min")
    met = rows.number(f"{slot}_met", Other, "met")
    energy = rows.number(f"{slot}_energy_kcal", Other, "energy_kcal")
    named = rows.number_by(f"{slot}_activity", {name: a.met for name, a in ACTIVITIES.items()})
    there = duration.known
    rows.doubtful |= (there > 0.0) & (met.known + energy.known + named.known != 1.0)
    start = rows.clock(f"{slot}_start")
    rows.doubtful |= (there == 0.0) & (energy.known + met.known + start.known > 0.0)
    some = Chosen(there, rows.n_rows)
    met, energy, named, duration, runner = some.of((met, energy, named, duration, runner))
    by_met = lifting.met_gross_kcal(
        met=met.value + named.value, mass_kg=runner.mass_kg, duration_min=duration.value
    )
    session = other_session(
        gross_kcal=known_or(energy, by_met),
        sd_share=1.0,
        duration_min=duration.value,
        mass_kg=runner.mass_kg,
        tolerance_g_per_h=runner.tolerance_g_per_h,
        sweat=runner.sweat,
    )
    share = known_or(
        Given(rows.zero + WEARABLE_SD_SHARE, energy.known), rows.zero + lifting.MET_SD_SHARE
    )
    session = some.back(session._replace(sd_kcal=share * session.sd_kcal))
    return SessionSlot("other", session, _there(start, there), rows.zero, rows.zero, there)


def _there(start: Given[Array], there: Array) -> Given[Array]:
    return Given(start.value, start.known * there)
