"""What a guide is printed on, and with which template."""

from dataclasses import dataclass
from pathlib import Path

from fuelcalc.errors import InputError

SIZES = {"a4": ("210mm", "297mm"), "letter": ("8.5in", "11in")}


@dataclass(frozen=True, slots=True)
class Paper:
    """
    The page of a guide.

    Attributes:
        size: A key of `SIZES`.
        large: Whether type is large, for the kitchen wall; it takes more pages.
        template: A folder with a template or a logo of one's own, or None.
    """

    size: str = "a4"
    large: bool = False
    template: Path | None = None

    def __post_init__(self) -> None:
        """
        Check the words.

        Raises:
            InputError: The size is unknown, or the template is no folder.
        """
        if self.size not in SIZES:
            raise InputError("is unknown", argument="page", value=self.size, allowed=tuple(SIZES))
        if self.template is not None and not self.template.is_dir():
            raise InputError(
                "is not a folder",
                argument="template",
                value=self.template,
                remedy="see docs/templates.md",
            )
