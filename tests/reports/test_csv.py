"""The clock as comma-separated text, against the JSON of the same plan."""

import csv
import datetime as dt
import io
import json

import pandas as pd
import pytest
from guides import GUIDES, NO_CLOCK, NO_NUMBERS, planned

from fuelcalc import render
from fuelcalc.reports.day.rows import FEEDING_COLUMNS, FOOD_COLUMNS, feedings_csv, foods_csv

_STEP = 0.1
"""Numbers have one decimal, and each is less than one step from its own value."""

SHOWN = [name for name in GUIDES if name not in NO_NUMBERS | NO_CLOCK]
TEXTS = {"date", "start", "end", "kind", "label", "dish", "dish_id", "preparation", "advice"}
FOOD_TEXTS = {"date", "start", "label", "dish", "food_id", "name", "household", "source"}


def rows_of(text):
    """The rows under the header, as a reader of CSV gives them."""
    return list(csv.DictReader(io.StringIO(text)))


def fed(name):
    """The feedings of one of the days as the JSON has them, each with its own date."""
    plan = planned(name)
    entries = json.loads(render(plan, "json"))["timeline"] or []
    kinds = {"run", "lift", "other", "sleep", "caffeine"}
    dates = {False: plan.date.isoformat(), True: (plan.date + dt.timedelta(days=1)).isoformat()}
    return [
        {"date": dates[entry["minute"] >= 1440.0], **entry}
        for entry in entries
        if entry["kind"] not in kinds
    ]


def value(row, column, texts):
    """A cell as the JSON would have it: text, a number, or nothing."""
    cell = row[column]
    return None if not cell else cell if column in texts else float(cell)


def assert_same(row, column, wanted, texts):
    """Hold that a cell is a text as it is, or a number with one decimal less than 0.1 away."""
    found = value(row, column, texts)
    if not isinstance(wanted, float):
        assert found == wanted, column
        return
    assert len(row[column].partition(".")[2]) == 1, row[column]
    assert abs(found - wanted) < _STEP + 1e-9, column


def renamed(plan, **fields):
    """A plan whose first feeding has other fields."""
    entry = plan.timeline[0].model_copy(update=fields)
    return plan.model_copy(update={"timeline": (entry, *plan.timeline[1:])})


@pytest.mark.parametrize("name", GUIDES)
class TestEveryGuide:
    """Every day of the guides."""

    def test_has_the_feedings_of_the_json(self, name):
        """One row a feeding, each cell what the JSON has to a decimal; what is null is empty."""
        feedings = fed(name)
        rows = rows_of(feedings_csv(planned(name)))
        assert len(rows) == len(feedings)
        for row, feeding in zip(rows, feedings, strict=True):
            served = feeding["served"] or {}
            wanted = dict(feeding)
            wanted |= {f"served_{key}": served[key] for key in served}
            for column in FEEDING_COLUMNS:
                assert_same(row, column, wanted.get(column), TEXTS)

    def test_has_the_foods_of_the_json(self, name):
        """One row a food, each cell what the JSON has to a decimal; what is null is empty."""
        feedings = fed(name)
        wanted = [{**one, **item} for one in feedings for item in one["items"]]
        rows = rows_of(foods_csv(planned(name)))
        assert len(rows) == len(wanted)
        for row, food in zip(rows, wanted, strict=True):
            for column in FOOD_COLUMNS:
                assert_same(row, column, food[column], FOOD_TEXTS)

    def test_is_the_table_of_its_format(self, name):
        """`render` writes these tables, whatever the reader's units are."""
        plan = planned(name)
        assert render(plan, "csv", units="us", energy_unit="kJ") == feedings_csv(plan)
        assert render(plan, "foods-csv", units="us", clock=12) == foods_csv(plan)


@pytest.mark.parametrize("name", SHOWN)
class TestSums:
    """What a spreadsheet or pandas makes of it."""

    def test_sums_to_the_targets(self, name):
        """Energy, macronutrients and drinks of the feedings sum to the day's targets."""
        targets = planned(name).targets
        frame = pd.read_csv(io.StringIO(feedings_csv(planned(name))))
        for column in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fluid_ml"):
            assert frame[column].sum() == pytest.approx(
                getattr(targets, column), abs=_STEP / 2 + 1e-6
            )

    def test_sums_foods_to_the_menu(self, name):
        """The foods sum to the menu's totals, and to what each feeding serves."""
        totals = planned(name).menu.totals
        foods = pd.read_csv(io.StringIO(foods_csv(planned(name))))
        frame = pd.read_csv(io.StringIO(feedings_csv(planned(name))))
        for column in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g"):
            total = getattr(totals, column)
            if total is not None:
                assert foods[column].sum() == pytest.approx(total, abs=_STEP / 2 + 1e-6)
                assert frame[f"served_{column}"].sum() == pytest.approx(total, abs=_STEP / 2 + 1e-6)


class TestMissing:
    """What is not there is not zero."""

    def test_leaves_a_missing_food_value_empty(self):
        """A food's own label without fibre gives an empty cell; a measured zero stays 0.0."""
        plan = planned("long-food-name")
        lunch = next(entry for entry in plan.timeline if entry.name == "lunch")
        item = lunch.items[0].model_copy(update={"fibre_g": None, "fat_g": 0.0})
        entries = (lunch.model_copy(update={"items": (item,)}),)
        (row,) = rows_of(foods_csv(plan.model_copy(update={"timeline": entries})))
        assert (row["fibre_g"], row["fat_g"]) == ("", "0.0")

    def test_leaves_withheld_numbers_empty(self):
        """Where a guard withholds the figures, feedings and foods stand without any."""
        for row in rows_of(feedings_csv(planned("guarded"))):
            # How long a dish takes is no figure of what is eaten.
            amounts = set(FEEDING_COLUMNS) - TEXTS - {"preparation_min", "hands_on_min"}
            assert {row[column] for column in amounts} == {""}
            assert row["label"]
        for row in rows_of(foods_csv(planned("guarded"))):
            assert {row[column] for column in set(FOOD_COLUMNS) - FOOD_TEXTS} == {""}
            assert row["name"]

    @pytest.mark.parametrize(
        ("write", "columns"), [(feedings_csv, FEEDING_COLUMNS), (foods_csv, FOOD_COLUMNS)]
    )
    def test_is_a_header_alone_without_a_clock(self, write, columns):
        """Where a guard withholds the clock, no row follows the header."""
        assert write(planned("pregnant")) == ",".join(columns) + "\n"

    def test_leaves_an_undated_day_undated(self):
        """A day without a date has an empty one."""
        plan = planned("plain").model_copy(update={"date": None})
        assert {row["date"] for row in rows_of(feedings_csv(plan))} == {""}


class TestText:
    """Text that a spreadsheet might take for something else."""

    @pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
    def test_is_never_a_formula(self, sign):
        """What would begin a formula has an apostrophe in front, in feedings and foods."""
        plan = planned("plain")
        item = plan.timeline[0].items[0].model_copy(update={"name": f"{sign}cmd|' /C calc'!A0"})
        odd = renamed(plan, dish=f'{sign}HYPERLINK("a","b")', items=(item,))
        begun = f"'{sign}".replace("\r", " ").replace("\n", " ")
        for row in (rows_of(feedings_csv(odd))[0], rows_of(foods_csv(odd))[0]):
            assert row["dish"] == f'{begun}HYPERLINK("a","b")'
        assert rows_of(foods_csv(odd))[0]["name"] == f"{begun}cmd|' /C calc'!A0"

    def test_leaves_numbers_below_zero_alone(self):
        """A negative number is no text, and stays a number."""
        row = rows_of(feedings_csv(renamed(planned("plain"), energy_kcal=-1.5)))[0]
        assert row["energy_kcal"] == "-1.5"

    def test_keeps_commas_quotes_and_lines(self):
        """A dish may hold every sign of the format itself."""
        dish = 'bread, "fresh", ½ loaf'
        row = rows_of(feedings_csv(renamed(planned("plain"), dish=dish)))[0]
        assert row["dish"] == dish
        assert len(rows_of(feedings_csv(planned("plain")))) == len(fed("plain"))
