"""`fuelcalc schema`: the JSON Schema of a plan file, or of a file of own foods."""

import json

import click


@click.command(epilog="\b\nExample:\n    fuelcalc schema > plan.schema.json")
@click.argument("kind", type=click.Choice(("plan", "foods")), default="plan")
def schema(kind: str) -> None:
    """
    Print the JSON Schema of a file that you write, for editors and checkers.

    KIND is plan, which it is without saying, or foods: your own foods and dishes.
    """
    from fuelcalc.models.schema import plan_schema, schema_of

    if kind == "plan":
        told = plan_schema()
    else:
        from fuelcalc.importers.own_foods.food_file import OwnFoods

        told = schema_of(
            OwnFoods,
            title="fuelcalc food file",
            description="Your own foods and dishes, in TOML or JSON.",
        )
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))
