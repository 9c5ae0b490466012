"""The built-in example athlete and day."""

from typing import Any

EXAMPLE: dict[str, Any] = {
    "athlete": {
        "name": "Example athlete",
        "sex": "female",
        "age": 34,
        "mass": "62 kg",
        "height": "168 cm",
        "body_fat": "22 %",
        "weekly_mileage": "35 km",
        "weekly_lifts": 3,
    },
    "goal": {"aim": "build", "season": "base"},
    "days": [
        {
            "runs": [{"start": "06:30", "distance": "10 km", "pace": "5:40 /km", "effort": "easy"}],
            "lifts": [{"start": "18:00", "duration": "60 min", "style": "heavy", "focus": "lower"}],
        }
    ],
}
EXAMPLE_LINE = "Example athlete, built in. For your own day: fuelcalc init, or day --help."
