"""What the check of a week found, as a page of its own and as a part of the week's."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.finding import Finding
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.reports.blocks import Block, ItemList, ListItem, Medium, Prose, Section, View
from fuelcalc.reports.findings import finding_words
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.look import Look
from fuelcalc.reports.words import FOR_FILES

_NOTHING = (
    "Thirteen rules have looked at this week's training and found nothing to say. They are habits "
    "of coaches and what trials and registers found, and none of them forbids anything."
)
_GRADES = (
    "Grade A: trials. B: runners who were watched. C: a habit of coaches. None of it forbids "
    "anything; silent (--silent W09) leaves a rule out."
)
_UNWRITTEN = "Write the days of your own training, and thirteen rules look at them."


class CheckPage(NamedTuple):
    """
    The check of a week alone.

    Attributes:
        plan: The week.
    """

    plan: WeekPlan

    @property
    def athlete(self) -> Athlete:
        """Whose week it is."""
        return self.plan.athlete

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The findings for other programs."""
        return {"json": lambda _: self._json()}

    def view(self, look: Look, medium: Medium) -> View:
        """The findings, earliest first."""
        del medium
        return View("The week's check", (*check_of(self.plan, look),))

    def _json(self) -> str:
        return as_json({"schema": "fuelcalc/check/1", "check": check_tree(self.plan)})


def check_of(plan: WeekPlan, look: Look) -> Iterator[Section]:
    """The findings as a section; where there are none, that."""
    blocks: tuple[Block, ...]
    if plan.check:
        has_dates = len(plan.days) > WEEK_DAYS
        items = tuple(_item(one, look, has_dates=has_dates) for one in plan.check)
        blocks = (ItemList(items, is_numbered=True), Prose((_GRADES,)))
    else:
        blocks = (Prose((_UNWRITTEN if "spread" in plan.origins else _NOTHING,)),)
    yield Section("Training", blocks, "check", "aside")


def _item(finding: Finding, look: Look, *, has_dates: bool) -> ListItem:
    """One finding: what, why, and what mends it."""
    told = finding_words(finding, look, has_dates=has_dates)
    return ListItem(
        look.spelled(f"{told.found} ({finding.code}, grade {finding.grade})"),
        (look.spelled(told.why), look.spelled(told.mend)),
    )


def check_tree(plan: WeekPlan) -> list[dict[str, Any]]:
    """The findings as plain values, with their words."""
    return [
        {
            "code": finding.code,
            "level": finding.level,
            "grade": finding.grade,
            "days": [day.isoformat() for day in finding.days],
            **finding_words(finding, FOR_FILES)._asdict(),
            "source": finding.source,
        }
        for finding in plan.check
    ]
