"""
Who eats, as numbers, and what that body costs at rest and in daily life.

The same code serves one athlete (floats) and a million (arrays of one shape).
"""

from typing import Generic, NamedTuple

from fuelcalc.science import availability, daily, protein
from fuelcalc.science.numeric import UNKNOWN, Given, N, at_least, known_or, least, most, power
from fuelcalc.science.resting import blended_kcal_per_day
from fuelcalc.science.sources import SOURCES, explains

# Mileage as runs; and what the recreational athletes of the equations did at the least.
_KM_PER_RUN = 8.0
_UNKNOWN_SESSIONS = 3.0


class Body(NamedTuple, Generic[N]):
    """
    Who eats, as numbers.

    *life_sd* is the error of a daily life that was learned, resting energy's included, as a PAL;
    *fat_share* is `body_fat_share` where it was worked out before.
    """

    mass_kg: N
    height_cm: N
    age_y: N
    male: N
    body_fat: Given[N]
    ffm_sd_share: N
    resting_kcal: Given[N]
    resting_sd_share: N
    pal: N
    steps: Given[N]
    sessions_per_week: N
    lifts_per_week: N
    vegan: N
    life_sd: Given[N] = UNKNOWN
    fat_share: N | None = None

    @property
    def body_fat_share(self) -> N:
        """
        Body fat as a share: as measured, else estimated.

        Source: Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X, where nobody measured it.
        """
        if self.fat_share is not None:
            return self.fat_share
        estimated = availability.hall_body_fat_share(
            mass_kg=self.mass_kg, height_cm=self.height_cm, age_y=self.age_y, male=self.male
        )
        return known_or(self.body_fat, estimated)

    @property
    def ffm_kg(self) -> N:
        """Fat-free mass."""
        return self.mass_kg * (1.0 - self.body_fat_share)

    @property
    def reference_mass_kg(self) -> N:
        """
        The mass that grams per kilogram count by.

        Source: see `protein.reference_mass_kg`.
        """
        return protein.reference_mass_kg(
            mass_kg=self.mass_kg,
            height_cm=self.height_cm,
            male=self.male,
            body_fat_share=self.body_fat_share,
            body_fat_known=self.body_fat.known,
        )


class LifeThen(NamedTuple, Generic[N]):
    """
    Daily life as a log had it, *days* ago: over the resting energy, and at the mass, of then.

    Where nobody knows these, it counts over the resting energy of now.
    """

    pal: N
    sd: N
    days: N
    resting_kcal: Given[N]
    mass_kg: Given[N]


class LifeNow(NamedTuple, Generic[N]):
    """
    Daily life over the resting energy of now, and its error.

    *is_held* is 1.0 where the log would leave less than a plan does.
    """

    pal: N
    sd: N
    is_held: N


def sessions_per_week(*, weekly_km: Given[N], lifts_per_week: N) -> N:
    """
    Training sessions a week: the mileage as runs of 8 km, and lifts.

    Args:
        weekly_km: Kilometres run in a week; where unknown there are three sessions at the least,
            as the recreational athletes of the equations did.
        lifts_per_week: Lifts a week.

    Source: estimate, after ten Haaf & Weijs 2014, doi:10.1371/journal.pone.0108460.

    >>> sessions_per_week(weekly_km=Given(40.0, 1.0), lifts_per_week=2.0)
    7.0
    """
    known = weekly_km.value / _KM_PER_RUN + lifts_per_week
    return known_or(Given(known, weekly_km.known), most(lifts_per_week, _UNKNOWN_SESSIONS))


def resting_energy(body: Body[N]) -> tuple[N, N]:
    """
    Resting energy in kcal a day, and its standard deviation as a share.

    A figure that was given, measured or by an equation of choice, wins over the blend.
    """
    value, sd_share = blended_kcal_per_day(
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        age_y=body.age_y,
        male=body.male,
        body_fat_share=body.body_fat_share,
        body_fat_known=body.body_fat.known,
        ffm_sd_share=body.ffm_sd_share,
        sessions_per_week=body.sessions_per_week,
        lifts_per_week=body.lifts_per_week,
    )
    given_sd_share = Given(body.resting_sd_share, body.resting_kcal.known)
    return known_or(body.resting_kcal, value), known_or(given_sd_share, sd_share)


def unsure_sd_share(body: Body[N], *, resting_kcal: N, least_sd_share: float) -> N:
    """
    The error of resting energy by an equation that nobody tested, as a share of it.

    Args:
        body: Who, before that equation is asked.
        resting_kcal: What it says.
        least_sd_share: The error of the least sure equation that was tested.

    Returns:
        Standard deviation as a share, so large that the day's range is no narrower than by the
        blend: a smaller figure takes from the error of daily life too, which counts by it.

    Source: estimate, so that no range is narrower than without that equation.
    """
    usual_kcal, usual_sd_share = resting_energy(body)
    life = daily.PAL_SD**2 * (usual_kcal**2 - resting_kcal**2)
    sd_kcal = power(most((usual_sd_share * usual_kcal) ** 2 + life, 0.0), 0.5)
    return most(sd_kcal / resting_kcal, least_sd_share)


@explains(
    daily_life_kcal=("resting x (PAL x 0.9 - 1)", SOURCES["daily-life"]),
    daily_life_kcal_learned=(
        "resting x (PAL x 0.9 - 1), PAL learned from a log",
        SOURCES["adaptive"],
    ),
    daily_life_kcal_by_steps=("resting x (PAL x 0.9 - 1), PAL from steps", SOURCES["steps"]),
)
def pal_without_training(body: Body[N], *, resting_kcal: N) -> N:
    """Daily life over resting energy: by category, or by steps where they are counted."""
    by_steps = daily.steps_pal(
        steps=body.steps.value, mass_kg=body.mass_kg, resting_kcal=resting_kcal
    )
    return known_or(Given(by_steps, body.steps.known), body.pal)


def resting_at_mass_share(body: Body[N], *, mass_kg: N) -> N:
    """
    What a body spends at rest at another mass, as a share of what it spends now.

    By size alone, whatever else is known of it: one law for every equation, so that none of them
    moves what was learned.

    Source: estimate, the default's ratio; see `resting.blended_kcal_per_day`.
    """
    return _by_size_kcal(body, mass_kg) / _by_size_kcal(body, body.mass_kg)


def _by_size_kcal(body: Body[N], kg: N) -> N:
    """Resting energy at a mass, as if nobody had measured anything else."""
    unmeasured = Given(body.body_fat.value, 0.0 * kg)
    at = body._replace(mass_kg=kg, body_fat=unmeasured, resting_kcal=unmeasured, fat_share=None)
    return resting_energy(at)[0]


def life_now(then: LifeThen[N], body: Body[N], *, resting_kcal: N) -> LifeNow[N]:
    """
    What a log taught of daily life, over the resting energy that a plan goes by.

    The log knows kcal: of a day without training, at a mass. A plan keeps to them, moved by its
    own mass, so that another equation, a measurement or a body fat moves energy between rest and
    daily life and leaves the sum.

    It never takes a plan at balance under 40 kcal for each kg of fat-free mass, as far as the
    estimate leaves so much, nor under rest and digestion.

    Args:
        then: What was learned.
        body: Who.
        resting_kcal: Their resting energy now, by whatever says it.

    Source: estimate, for the energy of a day that was learned; see `availability.least_pal`.
    """
    was_kg = known_or(then.mass_kg, body.mass_kg)
    was_kcal = then.resting_kcal.value / resting_at_mass_share(body, mass_kg=was_kg)
    factor = known_or(Given(was_kcal / resting_kcal, then.resting_kcal.known), 0.0 * was_kg + 1.0)
    pal = then.pal * factor
    estimated = pal_without_training(body, resting_kcal=resting_kcal)
    covered = availability.least_pal(ffm_kg=body.ffm_kg, resting_kcal=resting_kcal)
    floor = least(estimated, covered)
    # A log that was not complete teaches too little: what it gives is held up, and that is said.
    held = most(most(pal, floor), 1.0 / (1.0 - daily.DIGESTION_SHARE))
    sd = daily.aged_pal_sd(sd=then.sd, pal=then.pal, days=then.days) * factor
    return LifeNow(held, sd, 1.0 - at_least(pal - floor, 0.0))
