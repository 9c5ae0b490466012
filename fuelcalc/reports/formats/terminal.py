"""The same layout in colour, for a terminal."""

from fuelcalc.reports.blocks import View
from fuelcalc.reports.formats.layout import rows_of

_COLOURS = {
    "title": "bold cyan",
    "head": "cyan",
    "strong": "bold",
    "dim": "dim",
    "session": "bold magenta",
    "caution": "bold yellow",
    "warning": "bold red",
}


def print_to_terminal(view: View, *, width: int = 80) -> None:
    """Print the view to standard output in colour, unless NO_COLOR forbids it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width, highlight=False, markup=False, emoji=False)
    for row in rows_of(view, width=width):
        pieces = [(piece.text, _COLOURS.get(piece.style, "")) for piece in row]
        console.print(Text.assemble(*pieces), soft_wrap=True)
