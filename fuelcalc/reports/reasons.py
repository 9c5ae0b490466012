"""Why the plan recommends what it does, by code; blanks as in `reports.notes`."""

from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[str, str]] = {
    "asked": "You asked for this balance yourself.",
    "asked-deficit": (
        "You asked for a deficit. Training in one can slow muscle gain and recovery: keep it "
        "short and on easy days, and stop at the first signs of under-fuelling (fatigue, poor "
        "sleep, falling performance, {reader:or signs})."
    ),
    "behind": (
        "This day costs more than {feedings:feedings kind} hold: {left_kcal:energy} of it do not "
        "fit, and are not eaten today."
    ),
    "build": (
        "Building muscle takes a surplus; this is its size for {season:season} and your lifting "
        "experience."
    ),
    "deficit-dropped": (
        "{dropped_kcal:energy} a day of the deficit finds no place on safe days and is dropped."
    ),
    "deficit-moved": (
        "Of the {asked_kcal:energy} that you asked for, this day carries {got_kcal:energy}: "
        "{cause:cause}."
    ),
    "eaten-over": (
        "With what you have eaten, today comes to {over_kcal:energy} more than was planned: the "
        "rest of the day keeps half of its energy or more, and nothing is taken from tomorrow."
    ),
    "energy-raised": (
        "Protein, fat and the carbohydrate that training needs come to more than the energy asked "
        "for, so energy rises to fit them."
    ),
    "first-step": (
        "You usually eat {usual_kcal:energy}. Today is the first step up, {today_kcal:energy}; "
        "{later_kcal:energy} of what the day costs are left for later. From next week go up step "
        "by step, a week each: {steps_kcal:steps} on a day like this."
    ),
    "first-step-whole": (
        "You usually eat less than your days cost (see the present shortfall). All of today is "
        "within a first step up, so eat all of it."
    ),
    "glycogen-load": (
        "A long race is next: carbohydrate is loaded, and energy rises with it for a day."
    ),
    "high-mileage": (
        "At {weekly_mileage_km:both distances} a week a surplus is {chance:chance}, so it is "
        "{surplus:surplus}. Ask for one with balance if you want it all the same."
    ),
    "injured": (
        "While injured you eat what you spend, which follows what you still train: healing takes "
        "energy and protein, so no deficit and no surplus is planned."
    ),
    "lean": (
        "A surplus of at least {least_share:percent} of what a mean day costs is planned because "
        "body mass or body fat is low."
    ),
    "maintain": (
        "You eat what you spend: training goes with enough food, and fuelcalc proposes no deficit."
    ),
    "no-surplus": "No surplus is set here; see the notes.",
    "perform": "You eat what you spend, so that every session is fully fuelled.",
    "repaid": (
        "Earlier days left more uneaten than a day can hold; {repaid_kcal:energy} of it comes "
        "back today."
    ),
    "season": "In {season:season} the aim is to hold on to muscle; build it in the off-season.",
    "shared": ("The days of your week share its energy evenly: {way:shared}."),
    "shortfall": (
        "You usually eat less than this plan (see the present shortfall). Where all of it at once "
        "is hard, go up in steps of at most {step_kcal:energy}, one every week or two. A "
        "lasting shortfall shows as fatigue, falling performance, aches, {reader:or signs}."
    ),
}
"""Reasons by code."""
