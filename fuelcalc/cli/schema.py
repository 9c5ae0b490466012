"""`fuelcalc schema`: the JSON Schema of a plan file."""

import json

import click


@click.command(epilog="\b\nExample:\n    fuelcalc schema > plan.schema.json")
def schema() -> None:
    """Print the JSON Schema of a plan file, for editors and checkers."""
    from fuelcalc.models.schema import plan_schema

    click.echo(json.dumps(plan_schema(), indent=2, ensure_ascii=False))
