"""Why the plan recommends what it does, by code; blanks as in `reports.notes`."""

from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[str, str]] = {
    "asked": "You asked for this balance yourself.",
    "asked-deficit": (
        "You asked for a deficit. Running and lifting in a deficit costs muscle, recovery and "
        "bone: keep it short, on easy days, and stop at the first signs of under-fuelling "
        "(fatigue, poor sleep, falling performance, illness, missed periods)."
    ),
    "build": (
        "Building muscle takes a surplus; this is its size for {season:season} and your lifting "
        "experience."
    ),
    "energy-raised": (
        "Protein, fat and the carbohydrate that training needs come to more than the energy asked "
        "for, so energy rises to fit them."
    ),
    "glycogen-load": (
        "A long race is next: carbohydrate is loaded, and energy rises with it for a day."
    ),
    "high-mileage": (
        "At {weekly_mileage_km:both distances} a week a surplus is {chance:chance}, so it is "
        "{surplus:surplus}. Ask for one with balance if you want it all the same."
    ),
    "lean": (
        "A surplus of at least {least_share:percent} is planned because body mass or "
        "body fat is low."
    ),
    "maintain": (
        "You eat what you spend: training goes with enough food, and fuelcalc proposes no deficit."
    ),
    "no-surplus": "No surplus is set here; see the notes.",
    "perform": "You eat what you spend, so that every session is fully fuelled.",
    "season": "In {season:season} the aim is to hold on to muscle; build it in the off-season.",
    "shortfall": (
        "You usually eat less than this plan (see the present shortfall). Go up in steps of at "
        "most {step_kcal:energy}, one every week or two. A lasting shortfall shows as fatigue, "
        "falling performance, aches, illness or missed periods."
    ),
}
"""Reasons by code."""
