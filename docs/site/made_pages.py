"""
The pages of the site that are made from what already says it: code, schema, help and README.

MkDocs calls what begins with `on_`; nothing here is imported by fuelcalc.
"""

import importlib
import inspect
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import fuelcalc
from fuelcalc import science
from fuelcalc.cli import cli
from fuelcalc.errors import FuelcalcError
from fuelcalc.importers.own_foods.food_file import OwnFoods
from fuelcalc.models.schema import plan_schema, schema_of
from fuelcalc.science.sources import SOURCES, Equation, Source

ROOT = Path(__file__).parents[2]
HOMES = {
    "README.md": "docs/index.md",
    "README.md#who-it-is-not-for": "docs/limits.md#who-it-is-not-for",
    "README.md#how-sure-it-is": "docs/limits.md#how-sure-it-is",
    "CHANGELOG.md": "docs/changelog.md",
    "CONTRIBUTING.md": "docs/contributing.md",
    "LICENSE": "docs/licences.md",
    "foods/README.md": "docs/food-table.md",
}
"""Where the site has what stands outside of docs."""

LINK = re.compile(r"(\]\()(?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?")
BUILT_LINK = re.compile(r'(?:href|src)="(?!\w+:|//|/)([^"#?]+)')
FENCE = re.compile(r"^```(\w+)(?: ([\w./-]+))?$", re.MULTILINE)


def moved(text: str, old: str, new: str) -> str:
    """A page whose links hold in another place, or lead to where the site has their target."""

    def link(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(old), found[2]))
        anchor = found[3] or ""
        home = HOMES.get(target + anchor) or HOMES.get(target, target) + anchor
        return found[1] + posixpath.relpath(home, posixpath.dirname(new))

    return LINK.sub(link, text)


def fenced(text: str) -> str:
    """Blocks whose file name is their title; commands are lines of a shell, without prompts."""

    def fence(found: re.Match[str]) -> str:
        kind = "sh" if found[1] == "console" else found[1]
        return f"```{kind}" + (f' title="{found[2]}"' if found[2] else "")

    return FENCE.sub(fence, text)


def copied(name: str) -> str:
    """A file of the project as a page of the site."""
    return moved((ROOT / name).read_text(encoding="utf-8"), name, HOMES[name])


def readme(*headings: str) -> str:
    """Sections of the README, each with its heading."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    wanted = [part for name in headings for part in parts if part.startswith(f"## {name}\n")]
    return moved("\n".join(wanted), "README.md", "docs/limits.md")


def cell(text: object) -> str:
    """Text as it may stand in a table."""
    return " ".join(str(text).split()).replace("|", "\\|")


def table(heads: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> str:
    """A table of Markdown."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cell(part) for part in line)} |" for line in lines) + "\n"


def shape_of(shape: Mapping[str, Any]) -> str:
    """What may stand behind a key, in words."""
    words = str(shape.get("format") or shape.get("const") or shape.get("type", "table"))
    if "anyOf" in shape:
        words = " or ".join(shape_of(each) for each in shape["anyOf"])
    elif "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        words = f"table [{name}](#{name.lower()})"
    elif "enum" in shape:
        words = " ".join(f"`{each}`" for each in shape["enum"])
    elif "items" in shape:
        words = f"list of {shape_of(shape['items'])}"
    elif "examples" in shape:
        words = "as " + " or ".join(f'`"{each}"`' for each in shape["examples"])
    elif "minimum" in shape and "maximum" in shape:
        words = f"{shape['type']}, {shape['minimum']:g} to {shape['maximum']:g}"
    return words


def keys_of(shape: Mapping[str, Any]) -> str:
    """The keys of one table of a file."""
    needed = shape.get("required", ())
    rows = (
        (
            f"`{key}`" + (" (needed)" if key in needed else ""),
            each.get("description", ""),
            shape_of(each),
            f"`{each['default']}`" if "default" in each else "",
        )
        for key, each in shape["properties"].items()
    )
    return table(("key", "what it says", "what it may be", "if left out"), rows)


def file_keys(schema: Mapping[str, Any]) -> str:
    """All tables of a kind of file."""
    inner = schema.get("$defs", {})
    return keys_of(schema) + "".join(
        f"\n### {name}\n\n{keys_of(shape)}" for name, shape in inner.items()
    )


def plan_file() -> str:
    """Every key of the files that people write, from the schema that checks them."""
    own = schema_of(OwnFoods, title="", description="")
    return (
        "# Plan file, key by key\n\n"
        f"{readme('A plan file').replace('## A plan file', '## An example')}\n"
        'Amounts are text with a unit (`mass = "62 kg"`) or, under the name that ends with the '
        "unit, a bare number (`mass_kg = 62`); one of the two.\n\n"
        f"## Keys of a plan\n\n{file_keys(plan_schema())}\n"
        f"## Keys of a file of own foods\n\n[Own foods](own-foods.md) explains them.\n\n"
        f"{file_keys(own)}"
    )


def commands() -> str:
    """The help of every command, as it is printed."""
    parts = [
        "# Commands\n\nWhat `--help` prints. Options beat the plan file, which beats the profile.\n"
    ]
    top = click.Context(cli, info_name="fuelcalc")
    for name in cli.list_commands(top):
        command = cli.get_command(top, name)
        if command is not None:
            context = click.Context(command, info_name=name, parent=top, max_content_width=80)
            parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def python() -> str:
    """The public names by what they are."""
    values = {name: getattr(fuelcalc, name) for name in fuelcalc.__all__ if name[0] != "_"}
    kinds: dict[str, list[str]] = {"Functions": [], "Things": [], "Errors": []}
    for name, value in values.items():
        if not inspect.isclass(value):
            kinds["Functions"].append(name)
        else:
            kinds["Errors" if issubclass(value, FuelcalcError) else "Things"].append(name)
    parts = ["# Python\n\n[In another program](developer.md) shows how they work together.\n"]
    for kind, names in kinds.items():
        parts.append(f"## {kind}\n")
        for name in names:
            home = f"{values[name].__module__}.{name}"
            parts.append(f"::: {home}\n    options:\n      heading_level: 3\n")
    return "\n".join(parts)


def rooms() -> Mapping[str, Any]:
    """The modules of science by their names."""
    names = [found.name for found in iter_modules(science.__path__)]
    return {name: importlib.import_module(f"fuelcalc.science.{name}") for name in names}


def source_of(source: Source) -> str:
    """A citation with its link; a year in front of "estimate" is no measurement."""
    words = f"**estimate**: {source.citation}" if source.estimate else source.citation
    return words if source.doi is None else f"{words}, [{source.doi}](https://doi.org/{source.doi})"


def choices() -> Iterator[tuple[object, ...]]:
    """The equations that can be chosen by name, with whom they were fitted on."""
    seen = set()
    for module in rooms().values():
        for chosen in vars(module).values():
            for each in chosen.values() if isinstance(chosen, Mapping) else ():
                if isinstance(each, Equation) and each.name not in seen:
                    seen.add(each.name)
                    fitted = ", ".join(f"{k} {a:g} to {b:g}" for k, (a, b) in each.fitted.items())
                    error = f"{100.0 * each.sd_share:.0f} %"
                    yield f"`{each.name}`", each.population, fitted, error, source_of(each.source)


def figures() -> Iterator[tuple[object, ...]]:
    """What stands behind each figure that a plan explains."""
    for name, module in rooms().items():
        for function, called in vars(module).items():
            if inspect.isfunction(called) and called.__module__ == module.__name__:
                for figure, (words, source) in getattr(called, "figures", {}).items():
                    link = f"[`{function}`](equations/{name}.md#{module.__name__}.{function})"
                    yield f"`{figure}`", words, link, source_of(source)


def equations() -> str:
    """Every equation with its source and range."""
    sources = ((f"`{name}`", source_of(source)) for name, source in SOURCES.items())
    return (
        "# Every equation\n\n"
        "Made from the code that computes. An **estimate** is this project's own synthesis of what "
        "is published, and is called so wherever it is printed. How far the sums were off where "
        "others measured stands in [What is estimated from what](science.md).\n\n"
        "## Equations to choose from\n\nOutside the range of its study an equation refuses when it "
        "is asked for by name; a plan that must use it there says so and widens its range.\n\n"
        + table(("name", "fitted on", "range", "error (one SD)", "source"), choices())
        + "\n## Figures of a plan\n\n`fuelcalc day --explain` prints these with their inputs.\n\n"
        + table(("figure", "equation", "computed by", "source"), figures())
        + "\n## Sources\n\n"
        + table(("name", "source"), sources)
    )


def made_pages() -> Iterator[tuple[str, str]]:
    """Where each made page stands, and its text."""
    for name, home in HOMES.items():
        if name.endswith(".md") and name != "README.md":
            yield home, copied(name)
    yield "docs/limits.md", f"# What it is not\n\n{readme('Who it is not for', 'How sure it is')}"
    yield "docs/plan-file.md", plan_file()
    yield "docs/commands.md", commands()
    yield "docs/python.md", python()
    yield "docs/equations.md", equations()
    for name in rooms():
        options = "    options:\n      heading_level: 1\n      show_root_full_path: true\n"
        title = name.replace("_", " ").capitalize()
        text = f"---\ntitle: {title}\n---\n\n::: fuelcalc.science.{name}\n{options}"
        yield f"docs/equations/{name}.md", text


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made."""
    for home, text in made_pages():
        files.append(File.generated(config, home.removeprefix("docs/"), content=text))
    return files


def on_page_markdown(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let links out of docs lead to where the site has what they name."""
    del config, files
    here = f"docs/{page.file.src_uri}"
    return fenced(text if page.file.generated_by else moved(text, here, here))


def on_post_build(config: MkDocsConfig) -> None:
    """Hold every link of the built pages against the files: one to what is left out is dead too."""
    for page in Path(config.site_dir).rglob("*.html"):
        for target in set(BUILT_LINK.findall(page.read_text(encoding="utf-8"))):
            if not (page.parent / target).exists():
                raise PluginError(f"{page.name} links to {target}, which is not on the site")
