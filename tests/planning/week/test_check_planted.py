"""The check of drawn weeks: it finds what was planted, and nothing in clean ones."""

from hypothesis import given
from hypothesis import strategies as st
from trained_weeks import BUILD, INTERVALS, LEGS, UPPER, check, weeks

from fuelcalc.planning.week.check import RULES


@st.composite
def clean_weeks(draw):
    """A week that a coach would leave alone, with three such weeks before it."""
    quality = draw(st.sampled_from([1, 2]))
    easy = [f"{draw(st.integers(5, 11))} km easy 06:30" for _ in range(7)]
    hard = draw(st.sampled_from(["WU 3 km + 4 km tempo + CD 2 km", INTERVALS]))
    style = draw(st.sampled_from(["heavy", "hypertrophy", "plyometric"]))
    focus = draw(st.sampled_from(["lower", "full"]))
    texts = list(easy)
    texts[0] = ""
    texts[quality] = f"{hard} 06:30, {draw(st.integers(30, 75))} min {style} {focus} 17:00"
    light = draw(st.sampled_from([UPPER, "40 min heavy core", "30 min endurance lower"]))
    texts[4] = f"{easy[4]}, {light} 18:00"
    texts[6] = f"{draw(st.integers(16, 24))} km long 08:00"
    return texts


def planted(code, texts):
    """The week with one thing wrong: its days, or what else the check is told."""
    quality = next(n for n, text in enumerate(texts) if "17:00" in text)
    wrong = {
        "W01": {quality + 1: f"{LEGS} 18:00"},
        "W02": {5: f"{LEGS} 18:00"},
        "W03": {quality - 1: f"{LEGS} 18:00"},
        "W04": {4: f"8 km easy 06:30, {LEGS} 09:00"},
        "W05": {quality + 1: f"6 km easy 06:00 @ 5:00/km, {LEGS} 06:40"},
        "W06": {3: f"{LEGS} 06:00", 4: f"{LEGS} 06:00"},
        "W07": {0: "70 min tempo 06:30", 3: "70 min tempo 06:30", 4: "70 min tempo 06:30"},
        "W08": {0: "5 km easy 06:30"},
        "W09": {0: f"{UPPER} 18:00", 5: f"{UPPER} 18:00"},
        "W10": {6: "30 km long 08:00"},
        "W11": {3: "40 km easy 06:30"},
        "W12": {0: f"30 km easy 06:30, 90 min {LEGS[7:]} 18:00"},
        "W13": {5: "60 min tempo 06:30", 4: "60 min tempo 06:30"},
    }[code]
    return [wrong.get(place, text) for place, text in enumerate(texts)]


@given(texts=clean_weeks(), code=st.sampled_from([rule.code for rule in RULES]))
def test_finds_what_is_planted_and_nothing_else_in_clean_weeks(texts, code):
    """A clean week has no finding, and each thing that goes wrong in one is found."""
    past, now = weeks(texts, texts, texts, texts)
    assert check(now, goal=BUILD, past=past) == ()
    past, now = weeks(texts, texts, texts, planted(code, texts))
    found = check(now, goal=BUILD, past=past)
    assert code in [one.code for one in found]
    assert all(set(one.days) & {day.date for day in now} for one in found)
