"""Where the food data is found."""

import pytest

from fuelcalc.errors import FuelcalcError
from fuelcalc.pantry import files


def test_prefers_the_package_to_the_checkout(tmp_path, monkeypatch):
    """An installed package reads its own data; a checkout reads the folder beside it."""
    packaged, checkout = tmp_path / "package", tmp_path / "checkout"
    for place in (packaged, checkout):
        place.mkdir()
        (place / "a.csv").write_text(place.name)
    (checkout / "b.csv").write_text("checkout")
    monkeypatch.setattr(files, "PLACES", (packaged, checkout))
    assert files.food_file("a.csv").read_text() == "package"
    assert files.food_file("b.csv").read_text() == "checkout"


def test_says_when_data_is_missing(tmp_path, monkeypatch):
    """A broken installation is one clear error."""
    monkeypatch.setattr(files, "PLACES", (tmp_path,))
    with pytest.raises(FuelcalcError, match=r"foods/foods\.csv is missing"):
        files.food_rows("foods.csv")


def test_reads_rows_by_their_header():
    """Quoted commas stay text, and an empty cell stays an empty text."""
    assert files.rows_of('a,b\n1,"x, y"\n2,\n', "t.csv") == [
        {"a": "1", "b": "x, y"},
        {"a": "2", "b": ""},
    ]
    assert files.rows_of("", "t.csv") == []


def test_refuses_a_line_that_does_not_fit_its_header():
    """A comma too many is found, with its line."""
    with pytest.raises(FuelcalcError, match=r"foods/t\.csv line 3: 3 fields, not 2"):
        files.rows_of("a,b\n1,2\n1,2,3\n", "t.csv")
