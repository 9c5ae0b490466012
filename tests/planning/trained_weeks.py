"""Weeks of training as the tests of their check write them, and what the check says of them."""

import re
from datetime import timedelta

from people import MONDAY, athlete

from fuelcalc import week_check, words
from fuelcalc.models.athlete import Goal
from fuelcalc.models.day import Day
from fuelcalc.reports.blanks import blanks_of
from fuelcalc.reports.findings import FINDINGS

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)
BUILD, RACES = Goal(aim="build"), Goal(aim="perform", season="marathon")
INTERVALS = "WU 2 km + 6x800 m @ 4:00/km rec 2 min jog + CD 2 km"
LEGS, UPPER = "60 min heavy lower", "60 min heavy upper"


def days(*texts, first=MONDAY):
    """Days in a row from a date on, each a text: sessions by comma, lifts have a style."""
    return [
        Day.of(
            date=first + place * ONE_DAY,
            runs=[one for one in _sessions(text) if not _kind(one)],
            lifts=[one for one in _sessions(text) if _kind(one) == "lift"],
            other=[one for one in _sessions(text) if _kind(one) == "other"],
        )
        for place, text in enumerate(texts)
    ]


def _sessions(text):
    return [one.strip() for one in text.split(",") if one.strip()]


def _kind(text):
    if re.search(r"cycling|yoga", text):
        return "other"
    return "lift" if re.search(r"heavy|hypertrophy|plyometric|endurance|squat", text) else ""


def check(training, who=None, goal=None, **options):
    """What the check says of some days, each fact with its place in the words."""
    found = week_check(who or athlete(), training, goal, **options)
    for one in found:
        blanks = {name for name, _ in blanks_of(" ".join(FINDINGS[one.code]))}
        assert set(one.values) == blanks - {"days"}
        assert words(one)
    return found


def codes(*args, **options):
    """Only the codes."""
    return [finding.code for finding in check(*args, **options)]


def only(code, *args, **options):
    """The findings of one rule."""
    return [finding for finding in check(*args, **options) if finding.code == code]


def week(*texts, first=MONDAY):
    """A whole week from Monday on, with rest on the days that are left."""
    return days(*texts, *[""] * (7 - len(texts)), first=first)


def weeks(*each):
    """Whole weeks in a row, the last of them from `MONDAY` on: days before it, and its days."""
    places = range(1 - len(each), 1)
    found = [
        week(*texts, first=MONDAY + n * ONE_WEEK) for n, texts in zip(places, each, strict=True)
    ]
    return [day for one in found[:-1] for day in one], found[-1]
