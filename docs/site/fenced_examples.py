"""Examples of docstrings as blocks of code: Markdown would take their prompts for quotations."""

import re
from typing import Any

from griffe import Extension, Object

EXAMPLE = re.compile(r"^>>> .*(?:\n(?!\s*$).*)*", re.MULTILINE)


class FencedExamples(Extension):
    """Sets each run of prompts, up to the next empty line, in a fence."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Rewrite the docstring of whatever is read."""
        if obj.docstring is not None:
            text = re.sub(r"\n\n(?=>>> )", "\n", obj.docstring.value)
            obj.docstring.value = EXAMPLE.sub(lambda found: f"\n```pycon\n{found[0]}\n```", text)
