"""Plain text, for pipes, files and e-mail."""

from fuelcalc.reports.blocks import View
from fuelcalc.reports.formats.layout import rows_of


def to_text(view: View, *, width: int = 80) -> str:
    """Lay the view out without any colour; lines end bare."""
    lines = ("".join(piece.text for piece in row).rstrip() for row in rows_of(view, width=width))
    return "\n".join(lines) + "\n"
