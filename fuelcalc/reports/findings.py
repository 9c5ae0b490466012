"""What the check of a week says, by code: what was found, why it matters, and what mends it."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from fuelcalc.models.finding import Finding
from fuelcalc.reports.blanks import filled
from fuelcalc.reports.look import Look


class FindingWords(NamedTuple):
    """
    One finding in words.

    Attributes:
        found: What stands in the plan.
        why: Why it matters, as surely as it is known.
        mend: The smallest change that mends it.
    """

    found: str
    why: str
    mend: str


FINDINGS: Final[Mapping[str, FindingWords]] = {
    "W01": FindingWords(
        "The {lift:text} on {days:last day} comes the day after the {run:text} on "
        "{days:first day}.",
        "Coaches put hard work on one day and recover on the next; no trial has tested it.",
        "{going:lift after}",
    ),
    "W02": FindingWords(
        "The {lift:text} on {days:first day} comes the day before the {run_km:distance} "
        "{run:text} on {days:last day}.",
        "Coaches keep legs fresh for it. On the day after a leg lift and a run 14 men ran to "
        "exhaustion 18 to 29 % shorter (Doma & Deakin 2013); on a long run nobody measured it.",
        "{going:lift before}",
    ),
    "W03": FindingWords(
        "The {lift:text} on {days:first day} ends {apart_h:whole} h before the {run_km:distance} "
        "{run:text} on {days:last day}.",
        "{within:tired legs}",
        "{change:lift around}",
    ),
    "W04": FindingWords(
        "On {days:first day} the {first:text} and the {second:text} are {apart_h:apart}.",
        "Trained people gained less strength where both were one session, and not where they were "
        "apart (Petré 2021); jumping suffered within three hours (Schumann 2022).",
        "{hard:lift and run}",
    ),
    "W05": FindingWords(
        "On {days:first day} the {first:text} comes right before the {second:text}.",
        "{order:why this order}",
        "{order:other order}",
    ),
    "W06": FindingWords(
        "The {again:text} on {days:last day} comes the day after the {lift:text} on "
        "{days:first day}.",
        "Coaches let an easy run, upper body or rest follow a heavy leg day; no trial has tested "
        "it.",
        "Make {days:last day} an easy run, upper body or rest.",
    ),
    "W07": FindingWords(
        "{measure:hard running}, counted at effort, with warm-up and jogs as easy.",
        "Most good runners keep more of it easy. That is a habit and no limit: 38 runners with 23 "
        "% and with 60 % above easy gained alike in 8 weeks (Festa 2020).",
        "{measure:easier running}",
    ),
    "W08": FindingWords(
        "The week has {n_days:spelled} day without training.",
        "{status:rest days}; no trial has tested it.",
        "Leave the easiest session out, or move it to a day that has one.",
    ),
    "W09": FindingWords(
        "Lifting days in the week: {n_days:whole}.",
        "{season:lifting days}; a convention of coaches.",
        "{side:change of lifting}",
    ),
    "W10": FindingWords(
        "The {run_km:distance} run on {days:first day} is {over_share:percent} longer than the "
        "longest of the thirty days before it, {longest_km:distance}.",
        "Among 5,205 runners a run {size:spike}; seen in runners, not tested in a trial "
        "(Frandsen 2025).",
        "Run {most_km:at most} at the most this time, and go on from there.",
    ),
    "W11": FindingWords(
        "Running comes to {km:distance}, {rise_share:percent} more than the longest of the weeks "
        "before, {before_km:distance}.",
        "This may matter little: above 30 % some injuries were 1.59 times as frequent in novices "
        "(0.96 to 2.66, Nielsen 2014), and a slower rise spared none in a trial (Buist 2008).",
        "Up to {most_km:at most} stays within 30 %; the rest can come a week later.",
    ),
    "W12": FindingWords(
        "Running rises from {before_km:distance} in the longest of the weeks before to "
        "{km:distance}, and lifting of the legs from {before_legs:whole} to {legs:whole} "
        "{measure:leg work}.",
        "Coaches hold the running while lifting grows, and the other way round; no trial has "
        "tested it.",
        "Raise one of them this week and the other one later.",
    ),
    "W13": FindingWords(
        "{days:days} are hard, with a hard or long run or a heavy leg lift on each.",
        "Coaches put an easy day behind one or two hard ones; no trial has tested it.",
        "Make one in the middle easy, or put two of the hard sessions on one day, six hours apart.",
    ),
}
"""What each finding says, by its code; each blank names a fact and how it is written."""


def finding_words(finding: Finding, look: Look, *, has_dates: bool = False) -> FindingWords:
    """
    A finding in words: what was found, why, and what mends it.

    Args:
        finding: Its facts, and `days` as the names of its days.
        look: The reader's units and words.
        has_dates: Whether the names of days have their dates, where several weeks are looked at.
    """
    days = (f"{day:%A} {day.day} {day:%B}" if has_dates else f"{day:%A}" for day in finding.days)
    values = {**finding.values, "days": tuple(days)}
    return FindingWords(*(filled(text, values, look) for text in FINDINGS[finding.code]))
