"""What is said of a log, and of what was learned from it."""

from collections.abc import Mapping
from typing import Final

LOG_NOTES: Final[Mapping[str, str]] = {
    "learned-below": (
        "Your log says less than the equations: either you spend less, or the log is short, as "
        "most are. That is no reason to eat less: what a log misses was eaten all the same."
    ),
    "learned-far": (
        "That is {moved_share:percent} {way:text} what the equations say of your daily life, "
        "more than one finds in most people. Is the log complete, are mass and daily_life in the "
        "plan right, and is it yours alone? If so, --sure saves it."
    ),
    "learned-floor": (
        "Your log would leave less than {limit_kcal_per_kg_ffm:energy} for each kg of fat-free "
        "mass, so the plan stays above it. A body that has been short of energy spends little: "
        "that is no measure of what it needs. Or the log is short. If it is complete, show it to "
        "a doctor or sports dietitian."
    ),
    "learned-left-out": (
        "What your log taught is left out: daily life is an equation's, since for you fuelcalc "
        "learns nothing from a scale."
    ),
    "learned-life": (
        "Daily life is as your log from {first:text} to {last:text} has it, not an equation's."
    ),
    "learned-old": (
        "That log ended {weeks:whole} weeks before this day. Daily life moves meanwhile, so the "
        "range is wider; two weeks of a newer log make it narrower, where you want to keep one."
    ),
    "learned-over-unknown": (
        "The table learned does not say over which resting energy it counts, so it is taken for "
        "that of this plan: another equation, body_fat or resting_energy than in the log moves "
        "what you spend by as much. Learn anew with --save, which writes both down."
    ),
    "log-gap": (
        "There is a gap of {gap_days:whole} days in the log: only what follows it, from "
        "{first:text} on, is learned from."
    ),
    "log-kilojoules": ("Is the intake of {dates:dates} in kJ? It is left out; write it in kcal."),
    "log-leaves-little": (
        "What you logged leaves about {now_kcal_per_kg_ffm:energy} for each kg of fat-free mass, "
        "under {limit_kcal_per_kg_ffm:whole}, if the log is complete: too little to stay well on. "
        "See a doctor or a sports dietitian, and tell them of {reader:low signs}. That matters "
        "more than any figure on this page."
    ),
    "log-mass-apart": (
        "The last week of the log has {log_kg:mass}, and your plan {plan_kg:mass}. Is it your log? "
        "If so, change the mass in the plan first, since all else goes by it. The coming weeks go "
        "by the log's."
    ),
    "log-mass-far": (
        "The mass of {dates:dates} is far from the mornings around it, and hardly counts."
    ),
    "log-mass-low": (
        "By {log_kg:mass}, which the last week of the log has, fuelcalc plans no deficit, and may "
        "plan more to eat than now. Put it into the plan or profile, since plans go by the mass "
        "there."
    ),
    "log-mass-steps": (
        "From {dates:dates} on the mass is at another level, faster than a body moves. Is it "
        "another scale, or another person? Then leave out what came before, or change it by the "
        "difference. If it is yours and right, --sure saves it."
    ),
    "log-old": (
        "The log ended {weeks:whole} weeks ago: daily life and mass move meanwhile, so the range "
        "is wider, and the coming weeks go by the mass in the plan."
    ),
    "log-part-days": (
        "What stands for {dates:dates} is under half of what a body spends at rest, so it is taken "
        "for a part of the day, as one that was not logged. Complete it, or leave it empty."
    ),
    "log-part-many": (
        "On {n_days:whole} days the log has under half of what a body spends at rest. They are "
        "taken for parts of days. If they are whole days, that is too little to stay well on, "
        "whatever the reason: see a doctor or a sports dietitian, and tell them of "
        "{reader:low signs}. That matters more than any figure on this page."
    ),
    "log-pounds": (
        "Is the mass of {dates:dates} in pounds? It is left out; write it in kilograms, or with "
        "its unit in a column mass."
    ),
    "log-too-short": (
        "The log is too short to learn from: it takes {least_mornings:spelled} mornings and "
        "{least_eaten:spelled} days of eating in its last {days:whole} days. Until then the "
        "equations stand."
    ),
    "log-two-days": (
        "Does the intake of {dates:dates} hold the day before too? It is left out; write each day "
        "by itself."
    ),
    "mass-moved": (
        "The mass in your plan is not that of your log any more: change it there, since the cost "
        "of running goes by it."
    ),
}
"""What learning asks to be said, by code."""
