"""How a plan is shown in a notebook: its own page, in a frame of its own."""

from importlib import import_module
from typing import Any


def in_notebook(plan: Any) -> str:
    """
    The HTML page of a plan in a frame, so that its type and colours touch nothing around it.

    Args:
        plan: A plan of a day or a week.
    """
    # The words of HTML come with a page.
    from html import escape

    # Pages stand above models; whoever asks for one has the whole package.
    page = import_module("fuelcalc").render(plan, "html")
    title = escape(repr(plan))
    style = "width:100%;height:48em;border:0"
    return f'<iframe title="{title}" style="{style}" sandbox srcdoc="{escape(page)}"></iframe>'
