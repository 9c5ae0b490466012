"""
Search for a day's plan that breaks a law: python tests/planning/search_days.py 20000 [SEED].

Half of the cases are anybody on any day, half the days that are hard to plan: races, their eves
and the days after, doubles, heat and ultras, for people of 14 to 90 years and 40 to 130 kg. Beside
the laws of every plan it holds that nothing jumps, that the day's fluid does not hang on how many
meals there are, that more mass or distance never costs less, and that nobody is in deficit who must
not be. Prints counts, then the first case of each broken law and of each crash; exits 1 if there is
any.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from laws import broken_laws
from steps import CHANGES, WHOLE, jumps
from strategies import CONDITIONS, SEASONS, Case, cases, maybe, real

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy
from fuelcalc.models.sessions import Lift, Run
from fuelcalc.planning.day import plan_day

_COUNTED = ("cases", "refused", "plans", "moved", "crashes")
_NO_DEFICIT = frozenset(CONDITIONS) - {
    "thyroid", "haemochromatosis", "kidney-stones", "kidney-disease", "hypertension",
    "diabetes-sulfonylurea", "hypertension-diuretics",
}  # fmt: skip
"""Conditions in which no deficit may be, as the guards' table of the science page has them."""


@st.composite
def hard_athletes(draw: st.DrawFn) -> Athlete:
    """Somebody of 14 to 90 years and 40 to 130 kg who trains for races."""
    height = draw(real(148.0, 200.0))
    least, most = max(40.0, 16.5 * (height / 100) ** 2), min(130.0, 38.0 * (height / 100) ** 2)
    return Athlete.of(
        sex=draw(st.sampled_from(("female", "male"))),
        age=draw(real(14.0, 90.0)),
        mass_kg=draw(real(least, most)),
        height_cm=height,
        body_fat_share=draw(maybe(real(0.06, 0.45))),
        daily_life=draw(st.sampled_from(("home", "desk", "mixed", "on-feet", "manual"))),
        weekly_mileage_km=draw(maybe(real(10.0, 160.0))),
        weekly_lifts=draw(maybe(st.integers(0, 6))),
        usual_intake_kcal=draw(st.none() | st.none() | real(1100.0, 3500.0)),
        sweat_rate_l_per_h=draw(maybe(real(0.4, 2.2))),
        carbohydrate_tolerance_g_per_h=draw(st.sampled_from((45.0, 60.0, 90.0, 120.0))),
        meals_per_day=draw(st.integers(2, 6)),
        snacks=draw(st.sampled_from((True, True, False))),
        conditions=draw(st.just([]) | st.lists(st.sampled_from(CONDITIONS), max_size=1)),
    )


@st.composite
def hard_days(draw: st.DrawFn) -> Day:
    """A race, a long run, two hard sessions or an ultra, at some hour and in some weather."""
    kind = draw(st.sampled_from(("race", "ultra", "doubles", "long", "lift", "rest")))
    start = draw(st.integers(300, 720))
    runs: list[dict[str, Any]] = []
    lifts: list[dict[str, Any]] = []

    def hour(minute: float) -> str:
        return f"{int(minute) // 60:02d}:{int(minute) % 60:02d}"

    if kind == "race":
        km = draw(st.sampled_from((5.0, 10.0, 21.1, 42.2)) | real(5.0, 50.0))
        pace = draw(real(180.0, 480.0))
        runs = [{"start": hour(start), "distance_km": km, "pace_s_per_km": pace, "effort": "race"}]
    if kind == "ultra":
        minutes = draw(real(300.0, 960.0))
        runs = [
            {
                "start": hour(start), "duration_min": minutes, "effort": "race",
                "distance_km": minutes * 60.0 / draw(real(360.0, 780.0)),
            }
        ]  # fmt: skip
    if kind == "doubles":
        first, gap = draw(real(30.0, 110.0)), draw(real(60.0, 420.0))
        efforts = st.sampled_from(("easy", "tempo", "intervals", "steady"))
        runs = [
            {"start": hour(start), "duration_min": first, "effort": draw(efforts)},
            {
                "start": hour(start + first + gap), "duration_min": draw(real(20.0, 80.0)),
                "effort": draw(efforts),
            },
        ]  # fmt: skip
    if kind == "long":
        runs = [
            {
                "start": hour(start), "duration_min": draw(real(70.0, 240.0)),
                "pace_s_per_km": draw(real(240.0, 480.0)),
                "effort": draw(st.sampled_from(("long", "easy"))),
            }
        ]  # fmt: skip
    if kind == "lift" or draw(st.integers(0, 3)) == 0:
        lifts = [{"start": "20:15", "duration_min": draw(real(30.0, 75.0)), "style": "heavy"}]
        if kind == "ultra":
            lifts = []
    air = maybe(real(-10.0, 38.0))
    return Day(
        temperature_degc=draw(air),
        runs=tuple(Run.of(**run) for run in runs),
        lifts=tuple(Lift.of(**lift) for lift in lifts),
    )


@st.composite
def hard_cases(draw: st.DrawFn) -> Case:
    """A hard day between others; a balance asked for one time in four."""
    goal = Goal(
        aim=draw(st.sampled_from(("build", "maintain", "perform"))),
        season=draw(st.sampled_from(SEASONS)),
        balance_kcal=draw(st.none() | st.none() | st.none() | real(-500.0, 300.0)),
    )
    sides = [draw(maybe(hard_days())) for _ in range(2)]
    return Case(draw(hard_athletes()), draw(hard_days()), goal, *sides)


def _planned(case: Case) -> DayPlan | None:
    """The plan of a case, or None where it is refused."""
    try:
        return plan_day(
            case.athlete, case.day, case.goal, before=case.before, after=case.after, menu=False
        )
    except InputError as error:
        if "\n" in str(error):
            raise AssertionError("a refusal of more than one line") from error
        return None


def _may_have_no_deficit(plan: DayPlan) -> bool:
    """Whether no day of this one may end in deficit that was not left for want of room."""
    who = plan.athlete
    bmi = who.mass_kg / (who.height_cm / 100.0) ** 2
    return (
        (who.age is not None and (who.age < 18.0 or (who.age >= 65.0 and not who.clinician_agreed)))
        or bmi < 20.0
        or bool(_NO_DEFICIT & set(who.conditions))
        or plan.goal.season in {"taper", "race-week", "recovery", "injured"}
        or any(note.code == "low-availability-now" for note in plan.notes)
    )


def _deficit_laws(plan: DayPlan) -> Iterator[str]:
    """Hold that who may be in no deficit is in none."""
    energy = plan.energy
    if energy is None or not _may_have_no_deficit(plan):
        return
    if energy.balance_kcal + energy.behind_kcal < -1e-6:
        yield "a deficit where none may be"


def _meal_laws(case: Case, plan: DayPlan) -> Iterator[str]:
    """Hold that the day asks for the same whatever the number of meals."""
    if plan.targets is None or case.athlete.meal_times or "targets.fluid_ml" in plan.withheld:
        return
    for meals in (2, 6):
        other = _planned(
            case._replace(athlete=case.athlete.model_copy(update={"meals_per_day": meals}))
        )
        if other is None or other.targets is None:
            yield "the number of meals decides whether a day is planned"
        elif abs(other.targets.fluid_ml - plan.targets.fluid_ml) > 1.0:
            capped = {note.code for one in (plan, other) for note in one.notes}
            if "fluid-capped" not in capped:
                yield "the day's fluid moves with the number of meals"


_NEVER_LESS = ("mass_kg", "run distance_km", "lift duration", "other duration")


def _adds(case: Case, energy: Energy, name: str) -> bool:
    """
    Whether more of this never costs less.

    Minutes take the place of so much daily life. They add to the day where they cost more than
    that: not where the energy of an activity is given whatever its length, nor where a manual
    worker does yoga.
    """
    if name not in _NEVER_LESS or not name.endswith("duration"):
        return name in _NEVER_LESS
    kind = name.split(maxsplit=1)[0]
    given = kind == "other" and case.day.other[0].energy_kcal is not None
    return not given and all(one.net_kcal >= 0.0 for one in energy.sessions if one.kind == kind)


def _step_laws(case: Case, plan: DayPlan, name: str) -> Iterator[str]:
    """Hold that a small step moves little, and more never costs less."""
    change = CHANGES[name]
    for step in (WHOLE, 0.5 * WHOLE):
        moved = change(case, step)
        after = None if moved is None else _planned(moved)
        if after is None:
            return
        yield from (f"a jump by {name}: {jump}" for jump in jumps(plan, after, step=step))
        if plan.energy is None or after.energy is None:
            return
        if _adds(case, plan.energy, name):
            # A run known by distance and time alone gets faster when it gets longer, never slower.
            if after.energy.expenditure_kcal < plan.energy.expenditure_kcal - 1e-6:
                yield f"more {name} costs less"
            if after.energy.resting_kcal < plan.energy.resting_kcal - 1e-6:
                yield f"more {name} rests at less"


@dataclass
class Tally:
    """What a search has found so far."""

    counts: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def look(self, case: Case, name: str) -> None:
        """Plan one case, hold it to the laws, and move one thing a little."""
        self.counts["cases"] += 1
        try:
            plan = _planned(case)
            if plan is None:
                self.counts["refused"] += 1
                return
            self.counts["plans"] += 1
            found = [*broken_laws(plan), *_deficit_laws(plan), *_meal_laws(case, plan)]
            calm = case._replace(athlete=case.athlete.model_copy(update={"conditions": ()}))
            before = _planned(calm)
            if before is not None:
                self.counts["moved"] += 1
                found += _step_laws(calm, before, name)
        except Exception as error:  # noqa: BLE001 - whatever comes up is a crash
            self.counts["crashes"] += 1
            found = [f"crash: {error!r}"]
        for law in found:
            words = re.sub(r"\d[\d.:]*", "#", law)[:100]
            self.broken[words] += 1
            self.first.setdefault(words, f"{law}\n  moved: {name}\n  {case!r}")

    def lines(self) -> list[str]:
        """The figures, a line each."""
        return [
            *(f"{self.counts[name]:>7} {name}" for name in _COUNTED),
            f"broken laws: {sum(self.broken.values())}",
            *(f"  {n} x {law}" for law, n in self.broken.most_common()),
            *self.first.values(),
        ]


def search(n_cases: int, start: int) -> Tally:
    """Plan so many random cases, half anybody and half hard days."""
    tally = Tally()
    for place, strategy in enumerate((cases(), hard_cases())):

        @seed(start + place)
        @settings(
            max_examples=max((n_cases + place) // 2, 1),
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=strategy, name=st.sampled_from(sorted(CHANGES)))
        def each(case: Case, name: str) -> None:
            tally.look(case, name)

        each()
    return tally


def main() -> None:
    """Search as many cases as the command line says."""
    if len(sys.argv) not in {2, 3} or not all(word.isdigit() for word in sys.argv[1:]):
        raise SystemExit("usage: search_days.py CASES [SEED]")
    tally = search(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1)
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    raise SystemExit(1 if tally.broken else 0)


if __name__ == "__main__":
    main()
