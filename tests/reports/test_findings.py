"""What the check of a week says: one wording a code, as strong as its grade."""

import re
from datetime import date

import pytest

from fuelcalc import words
from fuelcalc.models.finding import Finding
from fuelcalc.planning.week.check import RULES
from fuelcalc.reports.blanks import CHOICES, blanks_of
from fuelcalc.reports.findings import FINDINGS, finding_words
from fuelcalc.reports.look import Look

MONDAY, WEDNESDAY = date(2026, 11, 2), date(2026, 11, 4)
LIFTED = {"lift": "heavy lower lift", "run": "tempo run"}
LEGS = LIFTED | {"run_km": 10.0}
CLOSE = {"first": "tempo run", "second": "heavy lower lift"}
HARD = {"hard_min": 80.0, "run_min": 260.0, "share": 80.0 / 260.0, "n_days": 4.0}
LONG = {"run_km": 24.0, "longest_km": 18.0, "most_km": 19.8, "over_share": 1.0 / 3.0}
LEG_WORK = {"km": 22.5, "before_km": 20.0, "legs": 16.0, "before_legs": 12.0}

# What each rule may find, and a part of what is said of it, by hand.
SAID = [
    ("W01", LIFTED | {"going": "training"},
     ("The heavy lower lift on Wednesday comes the day after the tempo run on Monday. Coaches put "
      "hard work on one day and recover on the next; no trial has tested it. Put both on "
      "Monday, six hours or more apart, or make the lift upper body or core.")),
    ("W01", LIFTED | {"run": "race", "going": "race"},
     "Leave legs alone until they are fresh again; upper body or core do no harm."),
    ("W02", LEGS | {"run": "long run", "run_km": 24.0, "going": "training"},
     "The heavy lower lift on Monday comes the day before the 24 km long run on Wednesday."),
    ("W02", LEGS | {"going": "race"}, "Leave the lift out this week"),
    ("W03", LEGS | {"apart_h": 11.0, "within": "a-day", "change": "a-day"},
     ("The heavy lower lift on Monday ends 11 h before the 10 km tempo run on Wednesday. In a "
      "trial with 14 men a run to exhaustion was 18 to 29 % shorter on the day after a leg lift "
      "and a run, and running cost 6 to 10 % more (Doma & Deakin 2013).")),
    ("W03", LEGS | {"apart_h": 11.0, "within": "a-day", "change": "a-day"},
     "Put both on Wednesday, six hours or more apart"),
    ("W03", LEGS | {"apart_h": 36.0, "within": "two-days", "change": "two-days"},
     "Lift a day earlier; if your legs are fresh on that run, leave it as it is."),
    ("W03", LEGS | {"apart_h": 36.0, "within": "two-days", "change": "race"},
     "Leave the lift out this week"),
    ("W04", CLOSE | {"apart_h": 2.0, "hard": "both"},
     "On Monday the tempo run and the heavy lower lift are 2.0 h apart."),
    ("W04", CLOSE | {"apart_h": 0.04, "hard": "one"}, "heavy lower lift are back to back."),
    ("W05", CLOSE | {"order": "run-first"}, "(10 studies, Eddens 2018). Lift first, then run."),
    ("W05", CLOSE | {"order": "lift-first"},
     "18 % of a run to exhaustion, against 29 % (Doma & Deakin 2013). Run first, then lift."),
    ("W06", {"lift": "heavy full lift", "again": "steady run"},
     "The steady run on Wednesday comes the day after the heavy full lift on Monday."),
    ("W07", HARD | {"measure": "share"},
     ("31 % of the week's running time is hard: 80 of 260 min, counted at effort, with warm-up and "
      "jogs as easy.")),
    ("W07", HARD | {"measure": "days"}, "The week has four days with a hard run, 80 of 260 min,"),
    ("W08", {"n_days": 0.0, "status": "usual"},
     "The week has no day without training. Coaches plan one a week at the least;"),
    ("W08", {"n_days": 1.0, "status": "new"},
     ("The week has one day without training. Coaches plan two a week at the least for who is new "
      "to lifting;")),
    ("W09", {"n_days": 1.0, "season": "base", "side": "few"},
     ("Lifting days in the week: 1. Three a week are usual in base training; a convention of "
      "coaches. Add one if it fits; as little as 20 minutes twice a week counts.")),
    ("W09", {"n_days": 4.0, "season": "in-season", "side": "many"}, "else keep it."),
    ("W09", {"n_days": 5.0, "season": "off-season", "side": "many"}, "Two to four a week"),
    ("W09", {"n_days": 4.0, "season": "any", "side": "many"}, "Two or three a week"),
    ("W10", LONG | {"size": "moderate"},
     ("The 24 km run on Monday is 33 % longer than the longest of the thirty days before it, 18 "
      "km. Among 5,205 runners a run 30 to 100 % longer came with 1.52 times the rate of overuse "
      "injuries (1.16 to 2.00); seen in runners, not tested in a trial (Frandsen 2025). Run 19.8 "
      "km at the most this time, and go on from there.")),
    ("W10", LONG | {"size": "small"}, "1.64 times the rate of overuse injuries (1.31 to 2.05)"),
    ("W10", LONG | {"size": "large"}, "2.28 times the rate of overuse injuries (1.50 to 3.48)"),
    ("W11", {"km": 27.0, "before_km": 20.0, "most_km": 26.0, "rise_share": 0.35},
     "Running comes to 27 km, 35 % more than the longest of the weeks before, 20 km. This may"),
    ("W12", LEG_WORK | {"measure": "sets"},
     "to 22.5 km, and lifting of the legs from 12 to 16 sets."),
    ("W12", LEG_WORK | {"measure": "minutes"}, "from 12 to 16 min."),
    ("W13", {},
     "Monday, Tuesday and Wednesday are hard, with a hard or long run or a heavy leg lift on"),
]  # fmt: skip


def finding(code, values):
    """A finding of Monday to Wednesday, or of both of them."""
    rule = next(rule for rule in RULES if rule.code == code)
    days = (MONDAY, date(2026, 11, 3), WEDNESDAY) if code == "W13" else (MONDAY, WEDNESDAY)
    return Finding(
        code=code,
        level=rule.level,
        grade=rule.grade,
        days=days,
        values=values,
        source=str(rule.source),
    )


@pytest.mark.parametrize(("code", "values", "part"), SAID)
def test_says_what_was_found(code, values, part):
    """Found, why and what mends it are three sentences or more, with each fact in its place."""
    text = words(finding(code, values))
    assert part in text
    assert not re.search(r"[{}]|\bNone\b", text)
    assert " ".join(finding_words(finding(code, values), Look())) == text


@pytest.mark.parametrize(("code", "texts"), FINDINGS.items(), ids=FINDINGS)
def test_has_a_blank_for_each_fact(code, texts):
    """No blank without a fact, and no fact that nothing says."""
    facts = {name for one, values, _ in SAID if one == code for name in values}
    blanks = {name for text in texts for name, _ in blanks_of(text)}
    assert blanks - {"days"} == facts


def test_words_every_rule_and_every_choice():
    """No rule without words, no words without a rule, and each choice is said above."""
    assert [rule.code for rule in RULES] == list(FINDINGS)
    for code, texts in FINDINGS.items():
        for name, how in (blank for text in texts for blank in blanks_of(text)):
            said = {values.get(name) for one, values, _ in SAID if one == code}
            assert set(CHOICES.get(how, ())) <= said


FACTS = [(code, values) for code, values, _ in SAID]


@pytest.mark.parametrize(("code", "values"), FACTS)
def test_speaks_as_surely_as_its_grade(code, values):
    """A cites trials or reviews, B that it was watched or may not matter, C a convention."""
    why = finding_words(finding(code, values), Look()).why
    grade = finding(code, values).grade
    if grade == "C":
        assert re.search(r"[Cc]oaches", why)
    else:
        assert re.search(r"\b(?:19|20)\d\d\)", why)
    if grade == "B":
        assert re.search("habit and no limit|not tested in a trial|may matter little", why)


@pytest.mark.parametrize(("code", "values"), FACTS)
def test_shames_nobody_and_diagnoses_nothing(code, values):
    """It offers a change; it forbids, blames and promises nothing."""
    text = words(finding(code, values)).casefold()
    blame = (
        r"\b(?:must|never|wrong|bad|failed|fault|too (?:much|many|hard|weak)|should|lazy|will)\b"
    )
    assert not re.search(blame, text)
    assert not re.search(r"\byou (?:have|are) (?:injured|overtrain)", text)


def test_w9_says_what_doma_and_deakin_measured():
    """335 s to exhaustion became 238 s with the lift first and 275 s with the run first."""
    lift_first, run_first = 1.0 - 238.0 / 335.0, 1.0 - 275.0 / 335.0
    said = f"{100.0 * run_first:.0f} to {100.0 * lift_first:.0f} %"
    assert said == "18 to 29 %"
    assert said in FINDINGS["W02"].why
    assert said in CHOICES["tired legs"]["a-day"]
    assert f"{100.0 * run_first:.0f} % of a run" in CHOICES["why this order"]["lift-first"]


def test_speaks_of_miles():
    """24 km are 14.9 miles; what is a ceiling is never rounded up: 19.8 km are 12.30 miles."""
    text = words(finding("W10", LONG | {"size": "moderate"}), units="us")
    assert "The 14.9 mi run on Monday" in text
    assert "11.2 mi." in text
    assert "Run 12.3 mi at the most" in text
    ceiling = words(finding("W10", LONG | {"size": "small", "most_km": 19.9}), units="us")
    assert "Run 12.3 mi at the most" in ceiling  # 12.365 miles
    assert "km" not in text
