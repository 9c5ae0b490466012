"""What a coach would remark on a day: order, gaps, fasted starts, fluid, caffeine."""

from collections.abc import Sequence
from itertools import pairwise

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.targets import Note
from fuelcalc.planning.clock import Frame, Placed
from fuelcalc.planning.feedings import BLOCK_GAP_MIN, Feeding
from fuelcalc.planning.words import note
from fuelcalc.science import carbohydrate, daily, day, fat, fluid

_CLOSE_MIN = 360.0
_LATE_END_MIN = 120.0
_EER_SHARE = 0.25
_HIGHEST_EER_PAL, _HIGHEST_PAL = 2.175, 2.5
_RESTING_SHARE = 0.25
_CAFFEINE_MG_PER_KG, _MOST_CAFFEINE_MG = 3.0, 200.0
_CAFFEINE_BEFORE_MIN, _CAFFEINE_BEFORE_BED_MIN = 60.0, 540.0
_LEAST_CARBOHYDRATE_G = 130.0
_LONG_G_PER_KG = 1.0
_LONG_MIN, _BREAKFAST_MIN = 120.0, 90.0
_LOADED_WATER_KG = (1.0, 2.0)


def session_notes(frame: Frame) -> list[Note]:
    """Remarks on two sessions in a row, and on late ones."""
    pairs = pairwise(frame.placed)
    notes = [found for one, following in pairs for found in _pair_notes(one, following)]
    if frame.placed and frame.sleep - frame.placed[-1].end < _LATE_END_MIN:
        last = frame.placed[-1]
        notes.append(note("late-session", session=last.trained.kind, minute=last.end))
    return notes


def _pair_notes(one: Placed, following: Placed) -> list[Note]:
    """What to say of two sessions that follow each other."""
    gap = following.start - one.end
    kinds = (one.trained.kind, following.trained.kind)
    if gap < BLOCK_GAP_MIN and kinds == ("run", "lift"):
        return [note("order-reversed")]
    if gap < BLOCK_GAP_MIN and kinds == ("lift", "run"):
        return [note("lift-then-run")]
    if gap >= _CLOSE_MIN:
        return []
    labels = {"first": one.trained.name, "second": following.trained.name}
    return [note("sessions-close", apart_h=gap / 60.0, **labels)]


def fasted_notes(frame: Frame, feedings: Sequence[Feeding], *, builds: bool) -> list[Note]:
    """Flag a run that starts the day with nothing eaten."""
    if not frame.placed or frame.placed[0].trained.kind != "run":
        return []
    first = frame.placed[0]
    if any(feeding.end <= first.start + 1e-6 for feeding in feedings):
        return []
    code = "fasted-run-building" if builds else "fasted-run"
    return [note(code, minute=first.start)]


def early_notes(frame: Frame) -> list[Note]:
    """Say when a long first session leaves no time for a breakfast."""
    if not frame.placed:
        return []
    first = frame.placed[0]
    long = first.trained.kind != "lift" and first.trained.minutes >= _LONG_MIN
    if long and first.start - frame.wake < _BREAKFAST_MIN:
        return [note("early-long-session", session=first.trained.name)]
    return []


def fluid_notes(*, held_back_ml: float, sweats: bool) -> list[Note]:
    """Say how to drink, and what the hourly limit held back."""
    notes = [note("fluid-by-thirst")] if sweats else []
    if held_back_ml > 1.0:
        notes.append(note("fluid-capped", most_ml=fluid.MOST_ML_PER_H))
    return notes


def sanity_notes(body: day.Body[float], energy: day.Energy[float]) -> list[Note]:
    """Checks of the sum against independent references."""
    notes: list[Note] = []
    pal = energy.expenditure_kcal / energy.resting_kcal
    eer = daily.eer_at_pal_kcal_per_day(
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        age_y=body.age_y,
        male=body.male,
        pal=pal,
    )
    if pal > _HIGHEST_PAL:
        notes.append(note("very-high-day"))
    away = abs(eer / energy.expenditure_kcal - 1.0)
    if body.age_y >= 19.0 and pal <= _HIGHEST_EER_PAL and away > _EER_SHARE:
        notes.append(note("eer-differs", apart_share=away))
    usual, _ = day.resting(body._replace(resting_known=0.0))
    apart = abs(energy.resting_kcal / usual - 1.0)
    if body.resting_known and apart > _RESTING_SHARE:
        notes.append(note("resting-differs", apart_share=apart))
    if body.age_y > 78.0:
        notes.append(note("age-beyond-fit"))
    return notes


def target_notes(targets: day.Targets[float]) -> list[Note]:
    """What gave way so that the day's targets add up."""
    notes: list[Note] = []
    preferred_g = fat.preferred_fat_g(
        reference_mass_kg=targets.reference_mass_kg, energy_kcal=targets.energy_kcal
    )
    if targets.fat_g < preferred_g - 0.5:
        notes.append(note("fat-gives-way"))
    if targets.carbohydrate_g < _LEAST_CARBOHYDRATE_G:
        notes.append(note("low-carbohydrate"))
    return notes


def caffeine_notes(athlete: Athlete, frame: Frame, *, allowed: bool) -> list[Note]:
    """When and how much caffeine, only for those who asked for it."""
    if not athlete.caffeine or not frame.placed:
        return []
    if not allowed:
        return [note("no-caffeine")]
    hardest = max(frame.placed, key=lambda p: p.trained.session.intensity)
    minute = max(hardest.start - _CAFFEINE_BEFORE_MIN, frame.wake)
    kind = hardest.trained.kind
    if minute > frame.sleep - _CAFFEINE_BEFORE_BED_MIN:
        return [note("caffeine-too-late", session=kind, minute=hardest.start)]
    dose = min(_CAFFEINE_MG_PER_KG * athlete.mass_kg, _MOST_CAFFEINE_MG)
    return [note("caffeine", dose_mg=dose, session=kind, minute=minute)]


def neighbour_notes(*, next_day_g_per_kg: float, past_day_g_per_kg: float) -> list[Note]:
    """Say that the days on both sides move carbohydrate within this one."""
    notes: list[Note] = []
    if next_day_g_per_kg > _LONG_G_PER_KG:
        notes.append(note("tomorrow-is-long"))
    if past_day_g_per_kg > _LONG_G_PER_KG:
        notes.append(note("yesterday-was-long"))
    return notes


def loading_notes(loading: float) -> list[Note]:
    """Say what carbohydrate loading does."""
    if loading <= 0.0:
        return []
    low, high = _LOADED_WATER_KG
    aim = carbohydrate.LOADING_G_PER_KG
    return [
        note("glycogen-load", carbohydrate_g_per_kg=aim, mass_low_kg=low, mass_high_kg=high),
    ]
