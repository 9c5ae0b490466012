"""The plan file that the documentation promises to read, whole."""

import pytest

CONTRACT = """
[athlete]
name = "Example"
sex = "female"
age = 34
mass = "62 kg"
height = "168 cm"
body_fat = "22 %"
body_fat_method = "dxa"
daily_life = "desk"
lifting_experience = "intermediate"
diet = "pescatarian"
restrictions = ["gluten-free"]
avoid = ["peanut", "milk"]
dislikes = ["cottage cheese"]
weekly_mileage = "35 mi"
weekly_lifts = 3
usual_intake = "2100 kcal"
resting_energy = "1400 kcal/day"
sweat_rate = "1.1 L/h"
sweat_sodium = "930 mg/L"
recent_race = "10 km in 48:30"
carbohydrate_tolerance = "60 g/h"
caffeine = false
meals_per_day = 3
conditions = ["thyroid"]

[goal]
aim = "build"
season = "base"
balance = "+250 kcal"

[[days]]
date = 2026-11-26
wake = 06:00:00
sleep = 22:30:00
temperature = "12 degC"

[[days.runs]]
start = 06:30:00
distance = "10 km"
pace = "5:40 /km"
effort = "easy"
climb = "120 m"
surface = "road"
wind = "3 m/s"
pack = "2 kg"

[[days.runs]]
start = 12:00:00
effort = "intervals"
segments = [
    { distance = "2 km" },
    { repeat = 6, distance = "800 m", pace = "3:20 /km", recovery = "2 min jog" },
    { distance = "2 km", effort = "recovery" },
]

[[days.runs]]
duration = "30 min"
surface = "treadmill"
grade = "1 %"

[[days.lifts]]
start = 18:00:00
duration = "60 min"
style = "heavy"
focus = "lower"
exercises = [{ name = "squat", sets = 4, reps = 6, load = "70 kg" }]

[[days.other]]
start = 12:00:00
duration = "40 min"
activity = "cycling"

[[days.other]]
duration = "40 min"
met = 6.8

[[days.other]]
duration = "40 min"
energy = "300 kcal"
"""

INSTEAD = {
    "age = 34": "birth_date = 1992-05-01",
    'daily_life = "desk"': "steps = 7000",
    'weekly_mileage = "35 mi"': 'mileage = "350 mi in 3 months"',
    "meals_per_day = 3": "meal_times = [07:30:00, 12:30:00, 19:00:00]",
    'resting_energy = "1400 kcal/day"': 'resting_equation = "cunningham-1980"',
}


@pytest.fixture
def contract():
    """Every key of the plan file, in TOML; where there are two ways, the first."""
    return CONTRACT


@pytest.fixture
def contract_instead():
    """The same file with the other way wherever there are two."""
    text = CONTRACT
    for one, other in INSTEAD.items():
        assert one in text
        text = text.replace(one, other)
    return text
