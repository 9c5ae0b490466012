"""Files of own foods: what is refused, and the page that tells how to write them."""

import io
import json
import re
import shlex
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_file import BOWL, BREAD, bread, food_of, table_of

from fuelcalc.cli import run
from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.food_file import MOST_ENTRIES, read_foods
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.table import ROLES, WHEN

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples" / "own-foods.toml"
PAGE = (DOCS / "own-foods.md").read_text(encoding="utf-8")
# Nearly the million bytes that a file may have, and long to read.
LONGEST = b"foods = [" + b"0," * 400_000 + b"]"


class TestFiles:
    """The file itself."""

    def test_may_be_toml_or_json(self, tmp_path):
        """Both forms, by path and from an open file, give the same foods."""
        toml = "[[foods]]\n" + "".join(f"{key} = {json.dumps(BREAD[key])}\n" for key in BREAD)
        path = tmp_path / "own.toml"
        path.write_text(toml, encoding="utf-8")
        with path.open("rb") as file:
            tables = [read_foods(path), read_foods(str(path)), read_foods(file), table_of(BREAD)]
        assert {table.foods[0].per_100g for table in tables} == {food_of().per_100g}

    def test_may_hold_nothing_of_its_own(self):
        """A table without own foods is the bundled one."""
        table = read_foods(io.BytesIO(b"# nothing yet\n"))
        assert table.foods == BUNDLED.foods
        assert table.dishes == BUNDLED.dishes

    @pytest.mark.parametrize(
        ("data", "line"),
        [
            (b"", "food: the file is empty; write at least a [[foods]] table"),
            (b"[[food]]\n", 'food: unknown key; did you mean "foods"?'),
            (b"[athlete]\n", "athlete: unknown key; known keys: foods, dishes"),
            (b"[foods]\n", "foods: a table is not a list; write [[foods]] tables"),
            (b"foods = 3", "foods: 3 is not a list; write [[foods]] tables"),
            (b"foods = [3]", "foods[1]: 3 is not a table; write keys such as food_id, name"),
            (b"dishes = [[]]", "dishes[1]: a list is not a table"),
            (b'{"foods": null, "dishes": 1}', "dishes: 1 is not a list"),
            (b'{"foods": [' + b"[" * 100_000, "food: not a food file (JSON): it is nested too"),
            (b'{"foods": [' + b"{}," * 2000 + b"{}]}", "foods: 2001 items, the most is 2000"),
            (LONGEST, "foods: 400000 items, the most is 2000"),
            (b"\x00\xff", "food: not a text file; a food file is TOML or JSON"),
            (b"x" * 2_000_000, "food: the file is over 1,000,000 bytes; is this the food file?"),
        ],
        ids=lambda value: repr(value[:24]),
    )
    def test_are_refused_in_one_line(self, data, line):
        """Whatever is no such file is refused with the reason."""
        with pytest.raises(InputError) as error:
            read_foods(io.BytesIO(data))
        assert str(error.value).startswith(line)

    @pytest.mark.parametrize(
        "data",
        [
            LONGEST,
            b'{"foods": [' + b"[" * 900_000,
            b'{"foods": [' + b"{}," * 300_000 + b"{}]}",
            b"x" * 2_000_000,
        ],
        ids=["toml", "nested", "json", "too-large"],
    )
    def test_are_refused_quickly(self, data):
        """However large, that takes at most three times what reading so much TOML takes alone."""
        start = time.process_time()
        tomllib.loads(LONGEST.decode())
        read = time.process_time()
        with pytest.raises(InputError):
            read_foods(io.BytesIO(data))
        assert time.process_time() - read < 3.0 * (read - start)

    def test_of_2000_foods_and_as_many_dishes_are_read(self):
        """The largest file is read; each dish finds its foods by name."""
        foods = [{**BREAD, "name": f"Bread {number}"} for number in range(MOST_ENTRIES)]
        dishes = [
            {**BOWL, "name": f"Bowl {number}", "foods": [f"bread {number} 0.5-1-2", "oats 0.5"]}
            for number in range(MOST_ENTRIES)
        ]
        table = table_of(*foods, dishes=dishes)
        assert len(table.foods) == len(BUNDLED.foods) + MOST_ENTRIES
        assert len(table.own_dishes) == MOST_ENTRIES
        assert len(table.variants(Limits())) == MOST_ENTRIES + len(BUNDLED.dishes)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["foods", "dishes", *BREAD, *BOWL, "per", "measure", "step"]),
                    inner,
                    max_size=6,
                )
            ),
            max_leaves=12,
        )
    )
    def test_of_anything_are_read_or_refused(self, tree):
        """Any keys with any values give a table or one printable line."""
        changed = tree if isinstance(tree, dict) else {}
        for foods, dishes in (([bread()], [{**BOWL, **changed}]), ([{**BREAD, **changed}], [])):
            try:
                table_of(*foods, dishes=dishes)
            except InputError as error:
                assert str(error).isprintable()  # noqa: PT017

    def test_use_the_words_of_the_table(self):
        """Every role and every time of eating of the table may be written."""
        for role in ROLES:
            assert food_of(role=role).role == role
        assert food_of(when=list(WHEN)).when == WHEN


def blocks(language):
    """The code blocks of the page in one language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


class TestPage:
    """The page about own foods, and the file that it explains."""

    def test_explains_a_file_that_is_read(self):
        """Four foods, one of them in place of ours, and two dishes."""
        table = read_foods(EXAMPLE)
        assert [food.food_id for food in table.foods[:4]] == [
            "mill-bread",
            "peanut-protein-bar",
            "oat-milk",
            "aunt-vera-granola",
        ]
        assert len(table.foods) == len(BUNDLED.foods) + 3
        assert len(table.own_dishes) == 2
        # Carbohydrate with fibre, and 100 ml that weigh 102.8 g, by hand.
        assert table.foods[0].per_100g.carbohydrate_g == pytest.approx(48.2)
        assert table.foods[2].per_100g.energy_kcal == pytest.approx(59 / 1.028)

    def test_says_rightly_who_gets_the_granola(self):
        """Somebody without limits has granola, everybody else has oats in its place."""
        table = read_foods(EXAMPLE)
        first = [table.variants(Limits.of(avoid=avoid))[0].foods[0] for avoid in ((), ("nuts",))]
        assert [food.food_id for food in first] == ["aunt-vera-granola", "oats"]

    @pytest.mark.parametrize("block", blocks("toml"))
    def test_shows_tables_that_are_read(self, block):
        """Every piece of a file on the page is one."""
        table = read_foods(io.BytesIO(block.encode()))
        assert table.foods[0].source == "own food" or table.own_dishes

    @pytest.mark.parametrize("block", blocks("python"))
    def test_shows_code_that_runs(self, block, monkeypatch):
        """Beside the example file, the code of the page plans a day."""
        monkeypatch.chdir(EXAMPLE.parent)
        names = {}
        exec(block, names)  # noqa: S102 - it is our own page
        assert names["plan"].menu is not None

    @pytest.mark.parametrize("line", "".join(blocks("console")).splitlines())
    def test_shows_commands_that_work(self, line, monkeypatch, tmp_path, capsys):
        """Beside the example file, each command of the page prints what it should."""
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        monkeypatch.chdir(EXAMPLE.parent)
        assert run(shlex.split(line)[1:]) == 0
        assert len(capsys.readouterr().out) > 40
