"""The family of errors: one line from its fields, and what is left of them on the way."""

import copy
import datetime as dt
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import (
    FuelcalcError,
    InputError,
    OutOfRangeError,
    Span,
    UnknownKeyError,
    choice,
    clipped,
    nearest,
    one_line,
    quoted,
    shown,
    together,
)
from fuelcalc.models.session_text import SessionTextError, run_from_text
from fuelcalc.units.examples import AmountError

FIELDS = ("problem", "argument", "value", "remedy", "allowed", "path", "others")
WORD = InputError("is unknown", argument="sex", value="femal", allowed=("female", "male"))
AMOUNT = InputError(
    "is outside 30 to 250 kg",
    argument="mass",
    value="12 kg",
    quote="12 kg",
    allowed=Span(30, 250, "kg"),
    remedy="check the number",
)
KEY = UnknownKeyError(
    argument="wieght", value=3, allowed=["sex", "mass"], spellings={"sex": "sex", "weight": "mass"}
)


def pickled(error):
    """The error as another process gets it."""
    return pickle.loads(pickle.dumps(error))  # noqa: S301


def session_text_error():
    """What session text with a slip is refused with."""
    with pytest.raises(SessionTextError) as caught:
        run_from_text("10 km esy")
    return caught.value


class TestFamily:
    """Who descends from whom."""

    @pytest.mark.parametrize(
        "kind", [InputError, OutOfRangeError, UnknownKeyError, AmountError, SessionTextError]
    )
    def test_is_caught_by_one_name(self, kind):
        """Each is a FuelcalcError, an InputError, and the ValueError that a caller expects."""
        assert issubclass(kind, InputError)
        assert issubclass(kind, FuelcalcError)
        assert issubclass(kind, ValueError)

    @pytest.mark.parametrize(
        "kind", [InputError, OutOfRangeError, UnknownKeyError, AmountError, SessionTextError]
    )
    def test_is_drawn_in_the_docstring(self, kind):
        """The tree in the module's docstring has every branch."""
        from fuelcalc import errors

        assert f"── {kind.__name__} " in (errors.__doc__ or "")


class TestLine:
    """How the line is made."""

    def test_says_argument_value_problem_and_remedy(self):
        """The parts stand in the order in which somebody asks for them."""
        error = InputError("is no dish", argument="lock", value="dinr", remedy="write dinner")
        assert str(error) == 'lock: "dinr" is no dish; write dinner'

    def test_may_be_ready_made(self):
        """One text is the whole line, and nothing else is known."""
        error = InputError("rest: a rest day has no run; keep one")
        assert str(error) == "rest: a rest day has no run; keep one"
        assert (error.argument, error.value, error.remedy, error.allowed) == (None,) * 4
        assert (error.path, error.others) == ("", ())

    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            ({}, "is wrong"),
            ({"argument": "a"}, "a: is wrong"),
            ({"value": 3}, "3 is wrong"),
            ({"value": 0}, "0 is wrong"),
            ({"value": "x", "quote": ""}, "is wrong"),
            ({"value": "x", "quote": "x"}, "x is wrong"),
            ({"quote": "nothing"}, "nothing is wrong"),
            ({"remedy": "keep one"}, "is wrong; keep one"),
            ({"argument": "a", "path": "b[1].a"}, "b[1].a: is wrong"),
            ({"argument": "a", "path": "b[1].a", "place": "the b"}, "the b: is wrong"),
            ({"argument": "a", "place": ""}, "is wrong"),
            ({"argument": "a\n\x1b"}, r"a\n\x1b: is wrong"),
        ],
    )
    def test_leaves_out_what_is_not_known(self, fields, line):
        """Without an argument, a value or a remedy there is no mark where it would stand."""
        assert str(InputError("is wrong", **fields)) == line

    def test_offers_the_words_of_a_closed_list(self):
        """What may be written is the remedy, the nearest first."""
        assert str(WORD) == (
            'sex: "femal" is unknown; did you mean "female"? choose one of: female, male'
        )
        assert WORD.remedy == 'did you mean "female"? choose one of: female, male'

    def test_offers_its_own_remedy_rather_than_the_words(self):
        """A remedy that is given stands, even an empty one; so do no words, and limits."""
        assert InputError("x", allowed=("a",), remedy="write a").remedy == "write a"
        assert str(InputError("x", allowed=("a",), remedy="")) == "x"
        assert InputError("x", allowed=()).remedy is None
        assert InputError("x", allowed=Span(1, 2)).remedy is None

    def test_keeps_words_and_limits_apart(self):
        """`allowed` is a tuple of words, or a Span with its unit."""
        assert InputError("x", allowed=["a", "b"]).allowed == ("a", "b")
        assert AMOUNT.allowed == Span(least=30, most=250, unit="kg")
        assert Span(None, 80).unit is None

    def test_shows_its_kind_and_line(self):
        """A list of errors can be read in a debugger."""
        assert repr(InputError("a", argument="b")) == "InputError('b: a')"

    def test_suggests_a_key_or_lists_all(self):
        """An unknown key is answered with the one that was meant, or with all there are."""
        assert str(KEY) == 'wieght: unknown key; did you mean "mass"?'
        assert KEY.meant == "mass"
        assert str(UnknownKeyError(argument="hue", allowed=["sex", "mass"])) == (
            "hue: unknown key; known keys: sex, mass"
        )


class TestPlace:
    """What the callers around an error know of it."""

    def test_gets_its_argument_from_the_caller(self):
        """Whoever knows the argument's name adds it; one that is known stays."""
        assert str(InputError("is empty").named("avoid")) == "avoid: is empty"
        assert WORD.named("avoid").argument == "sex"

    def test_gets_its_path_table_by_table(self):
        """Each table around it adds its own name; the argument stays the last one."""
        error = AMOUNT.within("runs[2]").within("days[1]").within("")
        assert (error.path, error.argument) == ("days[1].runs[2].mass", "mass")
        assert str(error).startswith("days[1].runs[2].mass: 12 kg is outside")

    def test_is_about_the_table_where_there_is_no_argument(self):
        """What two keys say together is wrong with their table."""
        assert str(InputError("say it once").within("goal")) == "goal: say it once"
        assert str(InputError("say it once").within("")) == "say it once"

    def test_may_say_its_place_in_other_words(self):
        """The path is exact, the line friendly."""
        error = AMOUNT.within("dishes[2]", place="the second dish")
        assert (error.path, str(error)[:17]) == ("dishes[2].mass", "the second dish: ")

    def test_leaves_the_original_alone(self):
        """An error that is seen from outside is another one."""
        AMOUNT.within("athlete")
        assert AMOUNT.path == ""

    def test_cuts_a_key_that_fills_the_line(self):
        """A key may be of any length, its path is not."""
        assert len(InputError("x", argument="k" * 1000).within("goal").path) < 70


class TestOthers:
    """Several mistakes in one error."""

    def test_are_counted_behind_the_first(self):
        """The line stays one line."""
        error = together([WORD, AMOUNT, KEY])
        assert str(error) == f"{WORD} (and 2 more)"
        assert error.line == str(WORD)
        assert [str(other) for other in error.others] == [str(AMOUNT), str(KEY)]

    def test_are_listed_with_the_first(self):
        """`mistakes` are all of them, each by itself; also of an error that stands alone."""
        error = together([WORD, AMOUNT, KEY])
        assert [str(one) for one in error.mistakes] == [str(WORD), str(AMOUNT), str(KEY)]
        assert [type(one) for one in error.mistakes] == [InputError, InputError, UnknownKeyError]
        assert WORD.mistakes == (WORD,)

    def test_are_never_nested(self):
        """Errors that hold others are laid side by side, in order."""
        error = together([together([WORD, AMOUNT]), together([KEY, WORD])])
        lines = [str(one) for one in error.mistakes]
        assert lines == [str(WORD), str(AMOUNT), str(KEY), str(WORD)]
        assert all(one.others == () for one in error.mistakes)

    def test_move_together(self):
        """A table around the first is around all of them."""
        error = together([WORD, AMOUNT, InputError("is odd")]).named("x").within("athlete")
        paths = ["athlete.sex", "athlete.mass", "athlete.x"]
        assert [one.path for one in error.mistakes] == paths

    def test_keep_the_sketch(self):
        """Session text keeps its caret beside the line."""
        error = together([session_text_error(), WORD])
        text, caret = error.sketch.split("\n")
        assert str(error).endswith('did you mean "easy"? (and 1 more)')
        assert text.index("esy") == caret.index("^")

    def test_name_their_file(self):
        """Where several files are read, each line begins with its own."""
        error = together([WORD, AMOUNT]).within("athlete").read_in("partner.toml")
        lines = [one.line for one in error.mistakes]
        assert lines[0].startswith('partner.toml: athlete.sex: "femal" is unknown;')
        assert lines[1].startswith("partner.toml: athlete.mass: 12 kg is outside")
        assert InputError("is empty").read_in("p.toml").line == "p.toml: is empty"


class TestCopies:
    """Errors that go through a queue or a process pool."""

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
    @pytest.mark.parametrize(
        "error",
        [
            InputError("one line"),
            WORD,
            AMOUNT,
            KEY,
            session_text_error(),
            AmountError("62 has no unit", remedy="write it"),
            OutOfRangeError("x", argument="age_y", value=12.0, allowed=Span(19, 78)),
            together([WORD, AMOUNT, KEY]).within("athlete"),
        ],
        ids=lambda error: str(error).split("\n")[0][:30],
    )
    def test_keep_every_field(self, again, error):
        """A copy is of the same kind, says the same line, and knows the same."""
        twin = again(error)
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        for field in FIELDS[:-1]:
            assert getattr(twin, field) == getattr(error, field)
        assert [str(other) for other in twin.others] == [str(other) for other in error.others]


class TestQuoting:
    """How a line shows what somebody typed."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            ("70 kg", '"70 kg"'),
            ("a\x1b[2J\u202e", r'"a\x1b[2J\u202e"'),
            ("a\nb", r'"a\nb"'),
            ("x" * 60, f'"{"x" * 60}"'),
            ("x" * 61, f'"{"x" * 59}…"'),
            (True, "true"),
            (12.0, "12"),
            (0.1 + 0.2, "0.3"),
            (10**15 - 1, "999999999999999"),
            (10**15, "a number that long"),
            pytest.param(-(10**5000), "a number that long", id="5000-digits"),
            (dt.date(2026, 11, 26), "2026-11-26"),
            (dt.time(6, 30), "06:30:00"),
            (Path("my plans") / "day\x1b.pdf", r"my plans/day\x1b.pdf"),
            ({}, "a table"),
            ([], "a list"),
            ((), "a list"),
            (None, "nothing"),
            (b"x", "a bytes"),
        ],
    )
    def test_shows_each_kind(self, value, text):
        """Text in quotes, numbers and dates plain, all else by its kind."""
        assert shown(value) == text

    @given(st.text())
    def test_is_one_printable_line(self, text):
        """Any text is one line that a terminal can print; quoted, it is short."""
        assert one_line(text).isprintable()
        assert quoted(text) == f'"{clipped(text)}"'
        assert len(clipped(text)) <= 60

    @pytest.mark.parametrize(
        ("word", "known", "near"),
        [
            ("Vegn", ["vegan", "omnivore"], "vegan"),
            ("granite", ["vegan", "omnivore"], None),
            ("wieght", {"weight": "mass", "sex": "sex"}, "mass"),
            ("vegan" + "x" * 100_000, ["vegan"], None),
            ("", ["vegan"], None),
        ],
    )
    def test_finds_the_nearest_word(self, word, known, near):
        """Small or capital letters; a mapping says what each spelling stands for."""
        assert nearest(word, known) == near

    def test_is_as_strict_as_it_is_asked_to_be(self):
        """Four letters of "egan" and "vegan", nine in all, are the same: 2 x 4 / 9 = 0.89."""
        assert nearest("egan", ["vegan"], cutoff=0.88) == "vegan"
        assert nearest("egan", ["vegan"], cutoff=0.90) is None

    @pytest.mark.parametrize(
        ("value", "remedy"),
        [
            ("femal", 'did you mean "a-female"? choose one of: a-female, a-male, b'),
            ("A", "several begin so: a-female, a-male; choose one of: a-female, a-male, b"),
            ("zzz", "choose one of: a-female, a-male, b"),
            (3, "choose one of: a-female, a-male, b"),
        ],
    )
    def test_offers_a_choice(self, value, remedy):
        """The nearest word and all; no guess where several begin alike."""
        assert choice(value, ["a-female", "a-male", "b"]) == remedy
