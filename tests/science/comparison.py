"""
The program beside what others measured: bias and mean absolute error by group.

Run it to see every row: `python tests/science/comparison.py`. What is compared stands in
`published.py`, and was set down before.
"""

from collections.abc import Callable, Iterable, Mapping
from statistics import NormalDist, fmean
from typing import Final, NamedTuple

import published as table

from fuelcalc import Athlete, Day, Lift, Run, plan_day
from fuelcalc.models.athlete import Race
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.sessions import Exercise
from fuelcalc.science import carbohydrate, effort, fluid, running
from fuelcalc.science.daily import PAL_BY_DAILY_LIFE
from fuelcalc.science.sources import KCAL_J

LOONEY = running.EQUATIONS["looney"]


class Row(NamedTuple):
    """One mean and what the program says of it."""

    row: table.Published
    estimate: float

    @property
    def off_share(self) -> float:
        """How far the program is off, as a share of what was measured."""
        return self.estimate / self.row.measured - 1.0


def _w_per_kg(speed_m_per_s: float, grade: float = 0.0, vdot: float | None = None) -> float:
    """Power on a treadmill, of the average runner or of one whose race result is known."""
    level = running.Stretch(
        speed_m_per_s=speed_m_per_s,
        duration_s=3600.0,
        grade_up=grade,
        grade_down=grade,
        headwind_m_per_s=0.0,
        outdoors=0.0,
        surface_cost=1.0,
        repeat_s=3600.0,
        still=0.0,
    )
    economy = 1.0 if vdot is None else running.economy_from_vdot(vdot=vdot)
    ground = running.stretch_ground_w_per_kg(level, equation=LOONEY, economy=economy)
    return running.with_air_w_per_kg(ground, level)


def running_rows(*, by_calibre: bool, race_known: bool = True) -> Iterable[Row]:
    """Energy of a kilometre: of runners whose calibre is known, or of anybody."""
    for case in table.RUNNING:
        if (case.vdot is not None) == by_calibre:
            vdot = case.vdot if race_known else None
            watts = _w_per_kg(case.speed_m_per_s, case.grade, vdot)
            yield Row(case.row, watts * 1000.0 / case.speed_m_per_s / KCAL_J)
    if not by_calibre:
        per_m = [_w_per_kg(speed) / speed for speed in (5.14, 3.58)]
        yield Row(table.FASTER, per_m[0] / per_m[1])


def _athlete(people: table.People, male: float, **known: object) -> Athlete:
    """Somebody of that body; unknown mileage counts as three sessions a week."""
    return Athlete.of(
        sex="male" if male else "female",
        age=people.age_y,
        height_cm=people.height_cm,
        mass_kg=people.mass_kg,
        body_fat_share=people.fat_share,
        **known,
    )


def _plan(who: Athlete, *, lift: Lift | None = None, run: Run | None = None) -> DayPlan:
    """A day with at most one session."""
    day = Day.of(lifts=[] if lift is None else [lift], runs=[] if run is None else [run])
    return plan_day(who, day, menu=False)


def lifting_rows() -> Iterable[Row]:
    """Energy of a lift, by its sets where they are known."""
    for case in table.LIFTING:
        sets = (Exercise(sets=int(case.n_sets), reps=10),) if case.n_sets else ()
        lift = Lift.of(duration_min=case.duration_min, style=case.style, exercises=sets)
        line = _plan(_athlete(case.people, case.people.male), lift=lift).energy.sessions[0]
        yield Row(case.row, line.net_of_rest_kcal if case.above_rest else line.gross_kcal)


def resting_rows() -> Iterable[Row]:
    """Resting energy of people who need not train."""
    for case in table.RESTING:
        men = case.people.male
        kcal = [
            _plan(_athlete(case.people, male, weekly_mileage_km=0.0)).energy.resting_kcal
            for male in (0.0, 1.0)
        ]
        yield Row(case.row, (1.0 - men) * kcal[0] + men * kcal[1])


def living_rows() -> Iterable[Row]:
    """A whole day of people without training."""
    for case in table.LIVING:
        if case.people is None:
            yield Row(case.row, PAL_BY_DAILY_LIFE[case.daily_life])
            continue
        who = _athlete(
            case.people, case.people.male, weekly_mileage_km=0.0, daily_life=case.daily_life
        )
        yield Row(case.row, _plan(who).energy.expenditure_kcal)


def runners_rows() -> Iterable[Row]:
    """A whole day of runners with their daily kilometres, easy, at the pace of their calibre."""
    for case in table.RUNNERS:
        speed = effort.race_speed_m_per_s(distance_km=10.0, vdot=case.vdot)
        who = _athlete(
            case.people,
            case.people.male,
            weekly_mileage_km=7.0 * case.km_per_day,
            daily_life=case.daily_life,
            recent_race=Race(distance_km=10.0, duration_min=10_000.0 / speed / 60.0),
        )
        run = Run.of(distance_km=case.km_per_day)
        yield Row(case.row, _plan(who, run=run).energy.expenditure_kcal)


def sweat_rows() -> Iterable[Row]:
    """Sweat predicted where nobody measured it."""
    for case in table.SWEATING:
        rate = fluid.sweat_l_per_h(
            power_w_per_kg=_w_per_kg(case.speed_m_per_s),
            mass_kg=case.mass_kg,
            temperature_degc=case.temperature_degc,
        )
        yield Row(case.row, rate)


def oxidation_rows() -> Iterable[Row]:
    """Carbohydrate as a share of the energy of exercise, of people who have eaten."""
    for case in table.OXIDATION:
        share = carbohydrate.fed_carbohydrate_share(intensity=case.intensity, fed=1.0)
        yield Row(case.row, share)


GROUPS: Final[Mapping[str, Callable[[], Iterable[Row]]]] = {
    "running, by calibre": lambda: running_rows(by_calibre=True),
    "running, anybody": lambda: running_rows(by_calibre=False),
    "lifting": lifting_rows,
    "resting energy": resting_rows,
    "days without training": living_rows,
    "days of runners": runners_rows,
    "sweat": sweat_rows,
    "carbohydrate": oxidation_rows,
}


def held_share(*, sd_kcal: Mapping[float, float]) -> float:
    """
    How many people of known daily life the printed range holds, over the means of a whole day.

    Args:
        sd_kcal: How far people of one body and category differ, by male.
    """
    shares = []
    for case in table.LIVING:
        if case.people is not None:
            who = _athlete(
                case.people, case.people.male, weekly_mileage_km=0.0, daily_life=case.daily_life
            )
            day = _plan(who).energy
            people = NormalDist(case.row.measured, sd_kcal[case.people.male])
            low, high = day.expenditure_low_kcal, day.expenditure_high_kcal
            shares.append(people.cdf(high) - people.cdf(low))
    return fmean(shares)


class Summary(NamedTuple):
    """How far the program is off in one group, in per cent."""

    n: int
    bias: float
    mean_absolute_error: float


def summary(rows: Iterable[Row]) -> Summary:
    """Bias and mean absolute error of some rows, every row with the same weight."""
    off = [100.0 * row.off_share for row in rows]
    return Summary(len(off), fmean(off), fmean(map(abs, off)))


def main() -> None:
    """Print every row, then every group."""
    for name, rows_of in GROUPS.items():
        print(name)
        for row in rows_of():
            off = f"{100.0 * row.off_share:+.1f} %"
            print(f"  {row.row.name:52} {row.row.measured:9.3f} {row.estimate:9.3f} {off:>8}")
    print(f"{'group':24} {'rows':>4} {'bias':>8} {'error':>8}")
    for name, rows_of in GROUPS.items():
        found = summary(rows_of())
        print(f"{name:24} {found.n:4} {found.bias:+7.1f} % {found.mean_absolute_error:6.1f} %")
    print(f"people within the 90 % range of a day: {held_share(sd_kcal=table.RESIDUAL_KCAL):.1%}")


if __name__ == "__main__":
    main()
