"""Who eats on each row, as numbers: body, guards, resting energy and aim."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, get_args

import numpy as np

from fuelcalc.batch.cells import words_from
from fuelcalc.batch.learned import life_of
from fuelcalc.batch.rows import Rows
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.conditions import Condition, condition_named
from fuelcalc.models.day import Day
from fuelcalc.models.diets import DIET_OF
from fuelcalc.models.sexes import SEXES
from fuelcalc.planning.deficit import SEASONS_WITHOUT_DEFICIT
from fuelcalc.planning.guards import Guarded, Standing, guarded
from fuelcalc.planning.person import FFM_SD_SHARE
from fuelcalc.planning.physiology import RESTING_KCAL, Models, is_likely
from fuelcalc.science import balance, daily, resting
from fuelcalc.science.body import (
    Body,
    pal_without_training,
    resting_energy,
    sessions_per_week,
    unsure_sd_share,
)
from fuelcalc.science.numeric import Array, Given, known_or
from fuelcalc.science.signs import Signs, signs_of

_OF_ATHLETE = (
    "name", "restrictions", "avoid", "dislikes", "likes",
    "weekday_cooking_min", "variety", "appetite", "lunch", "longest_run_30d_km", "caffeine",
    "snacks", "meals_per_day", "time_zone", "heat_acclimatised", "deficit_since", "units",
    "energy_unit", "clock",
)  # fmt: skip
"""Columns that change no figure of a row: what is eaten of it, and how it is told."""
_OF_DAY = ("use_up",)
_ANYBODY: Final[Mapping[str, Any]] = {"sex": "male", "age": 30, "mass_kg": 70.0, "height_cm": 175.0}


class People(NamedTuple):
    """
    The athletes of some rows.

    `guards` are those that there are, and `guard` says which of them each row has; `never_less`
    is 1.0 where a program's equation may give no less than fuelcalc's own.
    """

    body: Body[Array]
    resting_kcal: Array
    resting_sd_share: Array
    pal: Array
    weekly_km: Given[Array]
    usual_kcal: Given[Array]
    asked_kcal: Given[Array]
    build: Array
    experience_factor: Array
    season_factor: Array
    injured: Array
    allows_deficit: Array
    never_less: Array
    guards: tuple[Guarded, ...]
    guard: "np.typing.NDArray[np.intp]"

    def by_guard(self, of: "list[float]") -> Array:
        """What a figure of each of the guards is on each row."""
        found: Array = np.array(of)[self.guard]
        return found


def people_of(rows: Rows, models: Models) -> People:
    """The athletes of some rows; those that cannot be are doubtful."""
    body = _body(rows)
    guards, guard = _guards(rows, body)
    # Ceilings of small feedings hang on the clock, which arrays do not have.
    rows.doubtful |= np.array([each.small_feedings is not None for each in guards])[guard]
    never_less = np.array([each.never_less for each in guards], dtype=float)[guard]
    body = _by_own_equation(rows, body, models, never_less=never_less)
    resting_kcal, resting_sd_share = resting_energy(body)
    pal = pal_without_training(body, resting_kcal=resting_kcal)
    asked_kcal = rows.number("balance_kcal", Goal)
    is_kept = np.array([each.scale_forbidden_by is None for each in guards], dtype=float)[guard]
    life = life_of(rows, body, resting_kcal=resting_kcal, is_kept=is_kept)
    if life is not None:
        body = body._replace(life_sd=life.sd)
        pal = known_or(life.pal, pal)
        rows.doubtful |= (life.is_held > 0.0) & (asked_kcal.value < 0.0)
    season = rows.word("season", Goal, other="base")
    aim = rows.word("aim", Goal, other="maintain")
    experience = rows.word("lifting_experience", Athlete, other="intermediate")
    # What is liked and not wanted too is refused, which no column shows by itself.
    rows.doubtful |= rows.is_told("likes") & (rows.is_told("dislikes") | rows.is_told("avoid"))
    rows.check(_OF_ATHLETE, lambda name, value: Athlete.of(**_ANYBODY, **{name: value}))
    rows.check(_OF_DAY, lambda name, value: Day.of(**{name: value}))
    return People(
        body=body,
        resting_kcal=resting_kcal,
        resting_sd_share=resting_sd_share,
        pal=pal,
        weekly_km=rows.number("weekly_mileage_km", Athlete),
        usual_kcal=rows.number("usual_intake_kcal", Athlete),
        asked_kcal=asked_kcal,
        build=aim.among("build"),
        experience_factor=experience.by(balance.EXPERIENCE_FACTOR),
        season_factor=season.by(balance.SEASON_FACTOR),
        injured=season.among("injured"),
        allows_deficit=1.0 - season.among(*SEASONS_WITHOUT_DEFICIT),
        never_less=never_less,
        guards=guards,
        guard=guard,
    )


def _body(rows: Rows) -> Body[Array]:
    """The athletes as the equations take them."""
    mass_kg, height_cm, age_y = (_needed(rows, name) for name in ("mass_kg", "height_cm", "age"))
    measured = rows.number("resting_energy_kcal_per_day", Athlete)
    lifts = rows.number("weekly_lifts", Athlete).value
    method = rows.word("body_fat_method", Athlete, other="scale")
    life = rows.word("daily_life", Athlete, other="desk")
    body = Body(
        mass_kg=mass_kg,
        height_cm=height_cm,
        age_y=age_y,
        male=rows.word("sex", Athlete, other="", means=SEXES).among("male"),
        body_fat=rows.number("body_fat_share", Athlete),
        ffm_sd_share=method.by(FFM_SD_SHARE),
        resting_kcal=measured,
        resting_sd_share=rows.zero + resting.MEASURED_SD_SHARE,
        pal=life.by(daily.PAL_BY_DAILY_LIFE),
        steps=rows.number("steps", Athlete),
        sessions_per_week=sessions_per_week(
            weekly_km=rows.number("weekly_mileage_km", Athlete), lifts_per_week=lifts
        ),
        lifts_per_week=lifts,
        vegan=rows.word("diet", Athlete, other="omnivore", means=DIET_OF).among("vegan"),
    )
    return body._replace(fat_share=body.body_fat_share)


def _by_own_equation(
    rows: Rows, body: Body[Array], models: Models, *, never_less: Array
) -> Body[Array]:
    """The athletes with resting energy by a program's equation, where it was not measured."""
    equation: Any = models.resting_equation
    if equation is None:
        return body
    own: Array = equation(
        mass_kg=body.mass_kg, height_cm=body.height_cm, age_y=body.age_y, male=body.male,
        ffm_kg=body.ffm_kg,
    )  # fmt: skip
    measured = body.resting_kcal
    rows.doubtful |= (measured.known == 0.0) & ~is_likely(own, RESTING_KCAL)
    usual_kcal, _ = resting_energy(body)
    taken = np.maximum(measured.known, 1.0 - never_less * (own < usual_kcal))
    unsure = unsure_sd_share(body, resting_kcal=own, least_sd_share=equation.sd_share)
    sd_share = known_or(Given(body.resting_sd_share, measured.known), unsure)
    kcal = Given(known_or(measured, own), taken)
    return body._replace(resting_kcal=kcal, resting_sd_share=sd_share)


def _needed(rows: Rows, name: str) -> Array:
    """A number without which nobody can be planned: anybody's where it is missing."""
    found = rows.number(name, Athlete)
    rows.doubtful |= found.known == 0.0
    return known_or(found, rows.zero + float(_ANYBODY[name]))


def _guards(
    rows: Rows, body: Body[Array]
) -> tuple[tuple[Guarded, ...], "np.typing.NDArray[np.intp]"]:
    """The guards of every way in which somebody of these rows stands, and which each row has."""
    signs = signs_of(
        age_y=body.age_y,
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        male=body.male,
        body_fat=body.body_fat,
    )
    groups, told = rows.groups("conditions")
    conditions = [conditions_from(value) for value in told]
    known = set(get_args(Condition))
    wrong = np.array([not known.issuperset(each) for each in conditions] + [False])
    rows.doubtful |= wrong[groups]
    # One number for each way to stand: the signs as bits, then what was agreed and told.
    way = (groups + 1) * 2 + rows.flag("clinician_agreed").astype(np.intp)
    for sign in signs:
        way = way * 2 + np.asarray(sign).astype(np.intp)
    way = np.broadcast_to(way, rows.n_rows)
    present = np.flatnonzero(np.bincount(way))
    place = np.zeros(int(way.max(initial=0)) + 1, dtype=np.intp)
    place[present] = np.arange(len(present))
    guards = tuple(guarded(_standing(int(way), [(), *conditions])) for way in present)
    return guards, place[way]


def _standing(way: int, conditions: list[tuple[Condition, ...]]) -> Standing:
    """How somebody stands, from its one number."""
    n_signs = len(Signs._fields)
    told, agreed = divmod(way >> n_signs, 2)
    bits = (float(way >> (n_signs - 1 - place) & 1) for place in range(n_signs))
    return Standing(Signs(*bits), conditions[told], bool(agreed))


def conditions_from(value: object) -> tuple[Condition, ...]:
    """
    Conditions from a list or array, or from text that parts them by commas, semicolons or spaces.

    >>> conditions_from("type 1 diabetes; thyroid"), conditions_from("glp1 thyroid")
    (('diabetes-insulin', 'thyroid'), ('glp1', 'thyroid'))
    """
    if isinstance(value, str):
        return tuple(each for words in words_from(value) for each in _conditions_in(words))
    words = value.tolist() if isinstance(value, np.ndarray) else value
    told = words if isinstance(words, list | tuple) else (value,)
    return tuple(condition_named(word) for word in told)


def _conditions_in(words: str) -> tuple[Condition, ...]:
    """One condition of several words, or one each; what means none stays whole, to be refused."""
    whole = condition_named(words)
    each = tuple(map(condition_named, words.split()))
    known = get_args(Condition)
    return (whole,) if whole in known or not set(each).issubset(known) else each
