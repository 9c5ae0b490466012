"""Tables of athlete-days, drawn at random: as wild as the models let through, and wilder."""

from typing import Any

import numpy as np
import pandas as pd

CONDITIONS = (
    "", "", "", "", "", "", "glp1", "hypertension", "kidney-disease", "heart-failure, thyroid",
    "pregnant", "missed-periods", "bariatric", "diabetes-insulin",
)  # fmt: skip


SIGNS = {
    "run": ("run_start", "run_effort", "run_climb_m"), "lift": ("lift_start_min",),
    "other": ("other_start",),
}  # fmt: skip


def table(n_rows: int, *, seed: int) -> pd.DataFrame:
    """Rows with every column that the equations take, some of which cannot be planned."""
    rng = np.random.default_rng(seed)

    def some(values: Any, share: float) -> Any:
        return np.where(rng.random(n_rows) < share, values, np.nan)

    def words(*options: str) -> Any:
        return rng.choice(options, n_rows)

    def whole(most: int) -> Any:
        return rng.integers(0, most, n_rows).astype(float)

    height = rng.uniform(150, 200, n_rows)
    is_run = rng.random(n_rows)
    distance = np.where(is_run < 0.6, rng.uniform(3, 34, n_rows), np.nan)
    by_time = (is_run > 0.45) & (is_run < 0.7)
    duration = np.where(
        by_time, np.nan_to_num(distance, nan=12.0) * rng.uniform(4, 7, n_rows), np.nan
    )
    pace = np.where(
        (is_run < 0.25) | (is_run > 0.6) & by_time, rng.uniform(210, 480, n_rows), np.nan
    )
    found = pd.DataFrame(
        {
            "sex": words("male", "female", "f"),
            "age": rng.choice([15.0, 18.0, 30.5, 44.0, 64.9, 66.0], n_rows),
            "height_cm": height,
            "mass_kg": np.clip(rng.uniform(15, 33, n_rows) * (height / 100) ** 2, 30, 250),
            "body_fat_share": some(rng.uniform(0.04, 0.4, n_rows), 0.4),
            "body_fat_method": words("", "dxa", "scale"),
            "daily_life": words("desk", "mixed", "on-feet", ""),
            "diet": words("omnivore", "vegan"),
            "lifting_experience": words("novice", "advanced", ""),
            "weekly_mileage_km": some(rng.uniform(0, 100, n_rows), 0.5),
            "weekly_lifts": some(whole(6), 0.5),
            "usual_intake_kcal": some(rng.uniform(1200, 3500, n_rows), 0.3),
            "steps": some(whole(20_000), 0.2),
            "resting_energy_kcal_per_day": some(rng.uniform(1100, 2200, n_rows), 0.1),
            "conditions": rng.choice(CONDITIONS, n_rows),
            "clinician_agreed": rng.random(n_rows) < 0.3,
            "aim": words("build", "maintain"),
            "season": words("base", "off-season", "marathon", "injured"),
            "balance_kcal": some(rng.uniform(-450, 350, n_rows), 0.2),
            "temperature_degc": some(rng.uniform(-5, 36, n_rows), 0.5),
            "humidity_share": some(rng.uniform(0.1, 1, n_rows), 0.3),
            "recent_race": words("", "10 km in 48:30", "5 km in 19:10"),
            "running_economy_kcal_per_kg_per_km": some(rng.uniform(0.8, 1.2, n_rows), 0.1),
            "sweat_rate_l_per_h": some(rng.uniform(0.5, 2, n_rows), 0.1),
            "carbohydrate_tolerance_g_per_h": some(rng.uniform(40, 100, n_rows), 0.1),
            "run_distance_km": distance,
            "run_duration_min": duration,
            "run_pace_s_per_km": pace,
            "run_effort": words("easy", "easy", "tempo", "long", "race", "intervals", "recovery"),
            "run_surface": words("road", "trail", "treadmill", "sand"),
            "run_climb_m": some(rng.uniform(0, 500, n_rows), 0.3),
            "run_pack_kg": some(rng.uniform(0, 5, n_rows), 0.1),
            "run_start": words("06:30", "12:00", "17:15", "", "7am"),
            "lift_duration_min": some(rng.uniform(20, 80, n_rows), 0.4),
            "lift_style": words("heavy", "hypertrophy", "circuit", ""),
            "lift_focus": words("lower", "full"),
            "lift_start_min": some(rng.choice([540.0, 720.0, 1080.0, 1140.0], n_rows), 0.8),
            "other_duration_min": some(rng.uniform(10, 60, n_rows), 0.1),
            "other_activity": "cycling",
            "other_start": "14:30",
            "wake": words("", "", "", "05:30", "08:00"),
            "sleep": words("", "", "", "23:30", "00:15"),
        },
        index=[f"day {number}" for number in rng.permutation(n_rows)],
    )  # fmt: skip
    # Rows say when a session starts and how hard it is where they have one, and a few without.
    for kind, names in SIGNS.items():
        lengths = [f"{kind}_{name}" for name in ("distance_km", "duration_min", "pace_s_per_km")]
        is_there = found[[name for name in lengths if name in found]].notna().any(axis=1)
        is_blank = ~is_there & (rng.random(n_rows) < 0.97)
        for name in names:
            empty = np.nan if found[name].dtype.kind == "f" else ""
            found[name] = found[name].mask(is_blank, empty)
    return found


ONE = {"sex": "female", "age": 30, "mass_kg": 62.0, "height_cm": 168.0}


def told(row):
    """What a row says, by column."""
    return {name: value for name, value in row.items() if value != "" and not pd.isna(value)}
