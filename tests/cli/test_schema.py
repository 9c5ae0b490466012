"""`fuelcalc schema`, which prints what a file may hold."""

import json

from fuelcalc.models.schema import plan_schema


def test_prints_the_schema_of_a_plan_unless_told_otherwise(fuelcalc):
    """Without a word, or with "plan", it is the plan's."""
    assert json.loads(fuelcalc("schema").out) == plan_schema()
    assert fuelcalc("schema", "plan").out == fuelcalc("schema").out


def test_prints_the_schema_of_own_foods(fuelcalc):
    """`schema foods` names the tables of a food file."""
    schema = json.loads(fuelcalc("schema", "foods").out)
    assert set(schema["properties"]) == {"foods", "dishes"}
    assert schema["title"] == "fuelcalc food file"


def test_refuses_another_kind_of_file(fuelcalc):
    """A misspelt kind is one line and exit code 2."""
    answer = fuelcalc("schema", "food")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
