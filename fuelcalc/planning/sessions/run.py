"""What a run costs: its stretches, paces and grades, from what somebody wrote of it."""

from collections.abc import Sequence
from typing import NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.notes import Note
from fuelcalc.models.sessions import Recovery, Run, Segment
from fuelcalc.planning.sessions.session import Trained, first_given, minute_of, sweat_of
from fuelcalc.planning.words import note
from fuelcalc.science import effort as effort_science
from fuelcalc.science import fluid, outing, running
from fuelcalc.science.numeric import Given, as_given
from fuelcalc.science.running import Stretch
from fuelcalc.science.sessions import Session, run_session, stretch_intensity
from fuelcalc.science.sources import Equation, equation_named

# A brisk walk, 5 km/h.
WALK_M_PER_S = 1.4
# What a run of several parts is called by: the first of these that is among them.
_CALLED_BY = ("race", "intervals", "long", "tempo", "steady", "easy", "recovery")
_HARD = frozenset({"race", "intervals", "tempo"})
MEAN_RUNNER = running.EQUATIONS["looney"]
"""What running costs where nobody chose otherwise."""
ROUGH = ("trail", "technical-trail", "sand")


class _Part(NamedTuple):
    """A stretch of a run before its grades are known."""

    speed_m_per_s: float
    seconds: float
    share: float
    repeat_s: float
    still: bool = False
    assumed: bool = False
    hard: bool = False
    grade: float | None = None


def vdot_of(athlete: Athlete) -> Given[float]:
    """The athlete's VDOT, where a recent race is known."""
    race = athlete.recent_race
    if race is None:
        return as_given(None)
    return as_given(
        effort_science.vdot_ml_per_kg_min(
            distance_km=race.distance_km, duration_min=race.duration_min
        )
    )


def _usual_speed(
    athlete: Athlete,
    effort: str,
    distance_km: float | None = None,
    duration_min: float | None = None,
) -> float:
    """The speed that an effort means to this athlete; a race goes by its length."""
    share = effort_science.SHARE_BY_EFFORT[effort]
    # The longer a race, the smaller the share of VO2max that it is run at.
    if effort == "race" and duration_min is not None:
        share = effort_science.race_share(duration_min=duration_min)
    return effort_science.usual_speed_m_per_s(
        effort_share=share,
        is_race=float(effort == "race"),
        distance_km=as_given(distance_km),
        vdot=vdot_of(athlete),
    )


def _speed_and_seconds(
    athlete: Athlete, piece: Run | Segment, effort: str
) -> tuple[float, float, bool]:
    """Speed, time, and whether the pace had to be assumed."""
    distance, pace, duration = piece.distance_km, piece.pace_s_per_km, piece.duration_min
    race_km = piece.pace_of_race_km
    if race_km is not None:
        usual = _race_speed(athlete, race_km)
    else:
        usual = _usual_speed(athlete, effort, distance, duration)
    said = outing.Outing(as_given(distance), as_given(pace), as_given(duration))
    speed = outing.outing_speed_m_per_s(said, usual_m_per_s=usual)
    is_timed = distance is not None and duration is not None
    assumed = pace is None and race_km is None and not is_timed
    return speed, outing.outing_s(said, speed_m_per_s=speed), assumed


def _race_speed(athlete: Athlete, race_km: float) -> float:
    """
    The speed at which somebody races a distance.

    Raises:
        InputError: No race result says how fast that is.
    """
    if athlete.recent_race is None:
        raise InputError(
            f"is needed for the pace of a race of {race_km:.4g} km",
            argument="recent_race",
            remedy='give recent_race = "10 km in 48:30", or a pace such as "5:40 /km"',
        )
    return _usual_speed(athlete, "race", race_km)


def _recovery_part(athlete: Athlete, recovery: Recovery) -> _Part:
    """One recovery between repeats."""
    share = effort_science.SHARE_BY_REST[recovery.kind]
    still = recovery.kind == "stand"
    speed = WALK_M_PER_S if recovery.kind == "walk" else _usual_speed(athlete, "recovery")
    if recovery.pace_s_per_km is not None:
        speed = 1000.0 / recovery.pace_s_per_km
    # A jog of 400 m takes as long as its pace has it; minutes stand as they were said.
    if recovery.distance_km is not None:
        seconds = recovery.distance_km * 1000.0 / speed
    else:
        seconds = first_given(recovery.duration_min, 0.0) * 60.0
    return _Part(0.0 if still else speed, seconds, share, seconds, still)


def _segment_effort(run: Run, segment: Segment) -> str:
    """A segment's own effort; repeats are intervals and the rest is easy unless said."""
    if segment.effort is not None:
        return segment.effort
    # Nobody rests between parts of an easy run.
    if segment.repeat > 1 or segment.recovery is not None:
        return "intervals"
    return run.effort if run.effort != "intervals" else "easy"


def _run_parts(athlete: Athlete, run: Run) -> list[_Part]:
    """Every stretch of a run."""
    if not run.segments:
        speed, seconds, assumed = _speed_and_seconds(athlete, run, run.effort)
        share = outing.held_share(
            effort_share=effort_science.SHARE_BY_EFFORT[run.effort],
            is_race=float(run.effort == "race"),
            duration_min=seconds / 60.0,
        )
        return [_Part(speed, seconds, share, seconds, assumed=assumed, hard=run.effort in _HARD)]
    parts: list[_Part] = []
    for segment in run.segments:
        effort = _segment_effort(run, segment)
        speed, seconds, assumed = _speed_and_seconds(athlete, segment, effort)
        share = effort_science.SHARE_BY_EFFORT[effort]
        hard = effort in _HARD and _is_work(run, segment)
        part = _Part(speed, seconds * segment.repeat, share, seconds, assumed=assumed, hard=hard)
        parts += _on_slopes(part, segment)
        if segment.recovery is not None:
            rest = _recovery_part(athlete, segment.recovery)
            parts.append(rest._replace(seconds=rest.seconds * segment.repeat))
    return parts


def _on_slopes(part: _Part, segment: Segment) -> list[_Part]:
    """
    A part as it goes up and as it goes down, where its segment says how far.

    Raises:
        InputError: It is too steep for its length.
    """
    if not segment.is_graded:
        return [part]
    climb_m = first_given(segment.climb_m, 0.0)
    # Where a segment only climbs so far, its route is taken to come down again, as a run's is.
    descent_m = first_given(segment.descent_m, climb_m)
    distance_km = part.speed_m_per_s * part.repeat_s / 1000.0
    way = outing.slopes(climb_m=climb_m, descent_m=descent_m, distance_km=distance_km)
    _check_grade(way.grade, climb_m, distance_km)
    up, down = way.climbing_share, 1.0 - way.climbing_share
    slopes = ((up, way.grade), (down, -way.grade))
    return [part._replace(seconds=share * part.seconds, grade=grade) for share, grade in slopes]


def _check_grade(grade: float, climb_m: float, distance_km: float) -> None:
    """
    Hold that a grade is one that the equations reach.

    Raises:
        InputError: It is steeper.
    """
    if grade > running.MOST_GRADE:
        most = f"{100.0 * running.MOST_GRADE:.0f} %"
        raise InputError(
            f"is a mean grade of {grade:.0%}, above the {most} that the equations reach",
            argument="climb",
            value=climb_m,
            quote=f"{climb_m:.0f} m over {distance_km:g} km",
            remedy="check both",
        )


def _grades(run: Run, distance_km: float) -> tuple[float, float]:
    """Signed grades of the two halves of a run."""
    # A treadmill goes up all the time, and a route comes down again.
    if run.grade_share is not None:
        return run.grade_share, run.grade_share
    if run.climb_m is None:
        return 0.0, 0.0
    grade = outing.climb_grade(climb_m=run.climb_m, distance_km=distance_km)
    _check_grade(grade, run.climb_m, distance_km)
    return grade, -grade


def _economy(athlete: Athlete) -> Given[float]:
    """The runner's own cost over the average runner's, where it was measured."""
    cost = athlete.running_economy_kcal_per_kg_per_km
    if cost is None:
        return as_given(None)
    return as_given(running.economy_from_cost(cost_kcal_per_kg_per_km=cost))


def _range_notes(equation: Equation, stretches: Sequence[Stretch[float]]) -> list[Note]:
    """Say where a run leaves the range that its equation was fitted on."""
    if not equation.fitted:
        # Nobody said whom an own equation was fitted on.
        return []
    # The slow end says nothing here: walking is a part of the equation.
    fastest, steepest = equation.fitted["speed_m_per_s"][1], equation.fitted["grade"][1]
    fast = any(s.speed_m_per_s > fastest for s in stretches)
    steep = any(abs(s.grade_up) > steepest for s in stretches)
    if not fast and not steep:
        return []
    pace = 1000.0 / fastest
    beyond = "speed" if fast else "grade"
    return [note("extrapolated", beyond=beyond, pace_s_per_km=pace, grade_share=steepest)]


def _check_equation(athlete: Athlete, equation: Equation, stretches: list[Stretch[float]]) -> None:
    """Refuse an equation asked for by name outside the range that it was fitted on."""
    if athlete.running_equation is None:
        return
    for stretch in stretches:
        if stretch.still:
            continue
        for grade in (stretch.grade_up, stretch.grade_down):
            equation(speed_m_per_s=stretch.speed_m_per_s, grade=grade)


def trained_run(
    athlete: Athlete,
    run: Run,
    *,
    temperature_degc: float | None,
    dew_point_degc: float | None = None,
    own: Equation | None = None,
) -> Trained:
    """
    Cost a run, stretch by stretch.

    Args:
        athlete: Who runs; a recent race sets pace and intensity.
        run: What was run.
        temperature_degc: The day's, when the run has none of its own.
        dew_point_degc: Of the air outdoors, where it is known.
        own: An equation that a program brings along, for who asks for none by name.

    Raises:
        InputError: The climb is too steep for the distance.
        OutOfRangeError: A running equation asked for by name was not fitted on such a run.
    """
    parts = _run_parts(athlete, run)
    distance_km = sum(p.speed_m_per_s * p.seconds for p in parts) / 1000.0
    stretches = _stretches(run, parts, distance_km)
    name = athlete.running_equation
    equation = own or MEAN_RUNNER if name is None else equation_named(name, running.EQUATIONS)
    _check_equation(athlete, equation, stretches)
    indoors = run.surface == "treadmill"
    usual = fluid.INDOOR_TEMPERATURE_DEGC if indoors else fluid.USUAL_TEMPERATURE_DEGC
    weather = first_given(run.temperature_degc, temperature_degc, usual)
    session = _session(
        athlete,
        run,
        parts,
        stretches,
        equation=equation,
        weather_degc=weather,
        dew_point_degc=dew_point_degc,
    )
    notes = _range_notes(equation, stretches) if athlete.running_equation is None else []
    notes += [_assumed_pace_note(part, athlete) for part in parts if part.assumed][:1]
    effort = _run_effort(run)
    return Trained(
        kind="run",
        name=effort if effort in {"intervals", "race"} else f"{effort} run",
        given_start=minute_of(run.start),
        distance_km=distance_km,
        needs=session,
        method=equation.name,
        source=equation.source,
        inputs=(
            ("taken_for", run),
            ("mass_kg", athlete.mass_kg),
            ("distance_km", distance_km),
            ("duration_min", session.duration_min),
            ("grade_up_share", max(stretch.grade_up for stretch in stretches)),
            ("temperature_degc", weather),
        ),
        is_race="race" in run.efforts,
        is_hard=_run_effort(run) in _HARD or not _HARD.isdisjoint(run.efforts),
        is_long="long" in run.efforts,
        is_easy=_run_effort(run) in {"easy", "recovery"},
        hard_min=sum(part.seconds for part in parts if part.hard) / 60.0,
        on_road=run.surface == "road",
        air_degc=None
        if run.surface == "treadmill"
        else next((t for t in (run.temperature_degc, temperature_degc) if t is not None), None),
        notes=tuple(notes),
    )


def _stretches(run: Run, parts: Sequence[_Part], distance_km: float) -> list[Stretch[float]]:
    """The parts on the run's grades, ground and wind."""
    up, down = _grades(run, distance_km)
    return [
        Stretch(
            speed_m_per_s=part.speed_m_per_s,
            duration_s=part.seconds,
            grade_up=up if part.grade is None else part.grade,
            grade_down=down if part.grade is None else part.grade,
            headwind_m_per_s=0.0 if run.wind_m_per_s is None else run.wind_m_per_s,
            outdoors=0.0 if run.surface == "treadmill" else 1.0,
            surface_cost=running.SURFACE_COST[run.surface],
            repeat_s=part.repeat_s,
            still=float(part.still),
        )
        for part in parts
    ]


def _session(
    athlete: Athlete,
    run: Run,
    parts: Sequence[_Part],
    stretches: Sequence[Stretch[float]],
    *,
    equation: Equation,
    weather_degc: float,
    dew_point_degc: float | None,
) -> Session[float]:
    """What the run costs and asks for."""
    vdot = vdot_of(athlete)
    is_chosen = athlete.running_equation is not None or equation is not MEAN_RUNNER
    minutes = sum(part.seconds for part in parts) / 60.0
    # Nobody holds a pace for longer than a race of that length; repeats have their rests.
    most = 1.0 if run.segments else effort_science.race_share(duration_min=minutes)
    is_intervals = run.effort == "intervals" or any(part.repeat > 1 for part in run.segments)
    return run_session(
        stretches,
        intensities=[
            min(
                stretch_intensity(stretch, effort_share=part.share, vdot=vdot, equation=equation),
                most,
            )
            for part, stretch in zip(parts, stretches, strict=True)
        ],
        equation=equation,
        mass_kg=athlete.mass_kg,
        pack_kg=0.0 if run.pack_kg is None else run.pack_kg,
        economy=_economy(athlete),
        # A race result corrects the mean runner; an equation of choice stays as it is printed.
        vdot=as_given(None) if is_chosen else vdot,
        rough=float(is_intervals or run.surface in ROUGH),
        tolerance_g_per_h=as_given(athlete.carbohydrate_tolerance_g_per_h),
        # The air of a gym is another one.
        sweat=sweat_of(
            athlete, weather_degc, None if run.surface == "treadmill" else dew_point_degc
        ),
        is_race=float("race" in run.efforts),
    )


def _is_work(run: Run, segment: Segment) -> bool:
    """Whether a part is more than strides behind an easy run."""
    return len(run.segments) == 1 or not segment.is_strides


def _run_effort(run: Run) -> str:
    """The effort that a run is called by: repeats beside strides are intervals, outside races."""
    if "race" in run.efforts:
        return "race"
    if any(part.repeat > 1 and _is_work(run, part) for part in run.segments):
        return "intervals"
    return next(effort for effort in _CALLED_BY if effort in run.efforts)


def _assumed_pace_note(part: _Part, athlete: Athlete) -> Note:
    pace = 1000.0 / part.speed_m_per_s
    basis = "usual-pace" if athlete.recent_race is None else "recent-race"
    return note("assumed-pace", pace_s_per_km=pace, basis=basis)
