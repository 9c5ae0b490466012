"""Searches for foods that cannot be read, and what to write instead."""

import pytest

WRONG = {
    "an unknown nutrient": (["--contains", "irn"], 'did you mean "iron"'),
    "an unknown nutrient in a bound": (["--most", "fibr 2 g"], 'did you mean "fibre"'),
    "no nutrient at all": (["--most", "5 g"], "not a nutrient"),
    "signs alone": (["--most", "::"], "not a nutrient"),
    "a bound without an amount": (["--most", "fibre"], 'write "fibre 2 g"'),
    "a bound without a unit": (["--most", "fibre 2"], "no unit"),
    "a bound in another unit": (["--least", "protein 10 kcal"], "energy"),
    "a bound below zero": (["--most", "energy -3 kcal"], "0 or more"),
    "an index that is no number": (["--most", "glycaemic index x3"], "not a number"),
    "an endless index": (["--most", "gi 1e999"], "without end"),
    "an empty bound": (["--least", ""], "least: empty"),
    "a sort without a direction": (["--sort", "iron"], 'write "most iron"'),
    "a sort by nothing": (["--sort", "most"], 'write "most protein"'),
    "a sort by an unknown nutrient": (["--sort", "most irn"], 'did you mean "iron"'),
    "an unknown role": (["--role", "fruitt"], 'did you mean "fruit"'),
    "an unknown occasion": (["--when", "midnight"], "breakfast, meal, snack, session"),
    "an unknown diet": (["--diet", "vegn"], 'did you mean "vegan"'),
    "an unknown allergen": (["--avoid", "peenut"], 'did you mean "peanut"'),
    "an empty allergen": (["--avoid", ""], "avoid: empty"),
    "an unknown way of eating": (["--restriction", "macrobiotic"], "restriction"),
    "no such food": (["xyzzyplugh"], "no food is called"),
    "an empty name": ([""], "words: empty"),
    "a name of signs": (["!!!"], "no food is called"),
    "a name that cannot be printed": (["\x1b[31mzzz\nzzz"], "no food is called"),
    "no name to show": (["--show"], "write the name of a food"),
    "nothing left to show": (["honey", "--show", "--diet", "vegan"], "within what the options ask"),
    "a limit of none": (["--limit", "0"], "--limit"),
    "a limit that is no number": (["--limit", "many"], "--limit"),
    "an unknown format": (["--format", "xml"], "--format"),
    "an unknown measure": (["--per", "ounce"], "--per"),
    "a file of an unknown kind": (["-o", "foods.doc"], ".csv"),
    "a screen and a file": (["-o", "a.csv", "--format", "csv"], "keep one"),
    "a folder that is not there": (["-o", "nowhere/a.csv"], "does not exist"),
    "an own file that is not there": (["--foods", "nope.toml"], "nope.toml"),
}


class TestWrongInput:
    """What cannot be used."""

    @pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG)
    def test_is_one_line_and_exit_code_2(self, fuelcalc, home, arguments, says):
        """One printable line on standard error, nothing on standard output, nothing written."""
        answer = fuelcalc("foods", *arguments)
        assert answer.code == 2
        assert answer.out == ""
        assert answer.err.count("\n") == 1
        assert answer.err.rstrip("\n").isprintable()
        assert says in answer.err
        assert list(home.iterdir()) == []
