"""Session text that is written from a session and read again: the same session."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcalc.models.session_text import lift_from_text, run_from_text


def amounts(unit, least, most):
    """Whole amounts of a unit, with or without a blank."""
    numbers = st.integers(least, most)
    return st.builds("{}{}{}".format, numbers, st.sampled_from(["", " "]), st.just(unit))


distances = amounts("km", 1, 60) | amounts("mi", 1, 40) | st.just("half marathon")
durations = amounts("min", 10, 300) | st.just("1h10") | st.just("1 h 30 min")
paces = st.builds("{}:{:02}/{}".format, st.integers(3, 9), st.integers(0, 59), st.just("km"))
starts = st.times().map(lambda time: time.replace(second=0, microsecond=0))
hard_efforts = st.sampled_from(["steady", "tempo", "intervals", "race"])
efforts = st.sampled_from(["recovery", "easy", "long"]) | hard_efforts
surfaces = st.sampled_from(["road", "track", "treadmill", "trail", "technical-trail", "sand"])
styles = st.sampled_from(["heavy", "hypertrophy", "endurance", "circuit", "hiit", "bands"])
focuses = st.sampled_from(["lower", "upper", "full", "core"])


def written(key, value):
    """One item of a run or a lift, the way people type it."""
    forms = {"pace": "@ {}", "climb": "+{}", "grade": "grade {}", "start": "{:%H:%M}"}
    return forms.get(key, "{}").format(value)


def part_text(part, shuffle):
    """A part with its items in any order, the repeat before its distance."""
    part = dict(part)
    recovery = f" rec {part.pop('recovery')}" if "recovery" in part else ""
    repeat = f"{part.pop('repeat')}x" if "repeat" in part else ""
    first = repeat + part.pop("distance", "") + part.pop("duration", "") + recovery
    items = [written(key, value) for key, value in part.items()]
    return " ".join([first, *items] if repeat else shuffle([first, *items]))


whole_run = st.fixed_dictionaries(
    {},
    optional={
        "start": starts,
        "surface": surfaces,
        "climb": amounts("m", 1, 900).map(lambda text: text.replace(" ", "")),
        "grade": amounts("%", 1, 20),
    },
)
one_part = st.fixed_dictionaries(
    {"distance": distances}, optional={"pace": paces, "effort": efforts}
) | st.fixed_dictionaries({"duration": durations}, optional={"effort": efforts})
repeats = st.fixed_dictionaries(
    {"repeat": st.integers(1, 40), "distance": amounts("m", 100, 3000)},
    optional={
        "pace": paces,
        "effort": hard_efforts,
        "recovery": amounts("min", 1, 5) | amounts("m jog", 100, 400) | st.just("90s stand"),
    },
)


@settings(deadline=None)
@given(session=whole_run, part=one_part, data=st.data())
def test_reads_back_a_plain_run(session, part, data):
    """A run written in any order gives the table it was written from."""
    tree = {**session, **part}
    text = part_text(tree, lambda items: data.draw(st.permutations(items)))
    assert run_from_text(text) == tree


@settings(deadline=None)
@given(
    session=whole_run, parts=st.lists(one_part | repeats, min_size=2, max_size=6), data=st.data()
)
def test_reads_back_segments(session, parts, data):
    """Parts joined by a plus give segments, whichever part the rest stands in."""
    shuffle = lambda items: data.draw(st.permutations(items))  # noqa: E731
    texts = [part_text(part, shuffle) for part in parts]
    place = data.draw(st.integers(0, len(parts) - 1))
    items = [texts[place], *(written(key, value) for key, value in session.items())]
    texts[place] = " ".join(items)
    assert run_from_text(" + ".join(texts)) == {"segments": parts, **session}


names = st.lists(
    st.sampled_from(["squat", "bench", "press", "pull-up", "farmer's", "walk", "row"]),
    min_size=1,
    max_size=3,
).map(" ".join)
exercises = st.fixed_dictionaries(
    {"name": names, "sets": st.integers(1, 20), "reps": st.integers(1, 100)},
    optional={"load": amounts("kg", 1, 300) | amounts("lb", 1, 600)},
)


@settings(deadline=None)
@given(
    session=st.fixed_dictionaries(
        {"duration": durations}, optional={"start": starts, "style": styles, "focus": focuses}
    ),
    sets=st.lists(exercises, max_size=5),
    data=st.data(),
)
def test_reads_back_a_lift(session, sets, data):
    """A lift written in any order gives the table it was written from."""
    lines = [f"{s['sets']}x{s['reps']} {s['name']} {s.get('load', '')}" for s in sets]
    place = data.draw(st.integers(0, len(sets)))
    lines.insert(place, " ".join(written(key, value) for key, value in session.items()))
    tree = {**session, **({"exercises": sets} if sets else {})}
    assert lift_from_text(", ".join(lines)) == tree
