"""`fuelcalc schema`: the JSON Schema of a plan file."""

import json

import click


@click.command()
def schema() -> None:
    r"""
    Print the JSON Schema of a plan file, for editors and checkers.

    \b
    Example:
        fuelcalc schema > plan.schema.json
    """
    from fuelcalc.models.schema import plan_schema

    click.echo(json.dumps(plan_schema(), indent=2, ensure_ascii=False))
