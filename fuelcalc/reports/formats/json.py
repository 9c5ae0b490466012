"""A tree of plain values as JSON, for other programs."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from fuelcalc.reports.blocks import View, view_tree
from fuelcalc.reports.rounding import for_files


def as_json(tree: Mapping[str, Any]) -> str:
    """A tree as JSON text that ends with its line, its numbers rounded to 6 decimals."""
    return json.dumps(for_files(tree), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def fields_of(thing: object, names: Iterable[str]) -> dict[str, Any]:
    """
    Some fields of a thing by their names, for a tree.

    >>> fields_of(View("A page", ()), ["title", "name"])
    {'title': 'A page', 'name': ''}
    """
    return {name: getattr(thing, name) for name in names}


def view_json(view: View) -> str:
    """A page as its blocks, versioned by its `schema` member."""
    tree = view_tree(view)
    return as_json({"schema": tree.pop("version"), **tree})
