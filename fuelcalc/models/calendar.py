"""Days that know their neighbours."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from fuelcalc.models.day import Day
from fuelcalc.models.record import Record

MOST_DAYS = 400


class Calendar(Record):
    """
    Days in order, and which of them say what a week is.

    Attributes:
        days: The days; those with a date follow each other by date, others as they stand.
        week: Days that say what a usual week is, where they are not the days themselves.

    >>> Calendar(days=(Day(), Day())).week
    ()
    """

    days: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    week: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()

    def day_on(self, date: dt.date) -> Day | None:
        """The day of that date, if there is one."""
        return next((day for day in self.days if day.date == date), None)

    def neighbours(self, day: Day) -> tuple[Day | None, Day | None]:
        """The days before and after: by date where there are dates, else by order."""
        if day.date is not None:
            step = dt.timedelta(days=1)
            return self.day_on(day.date - step), self.day_on(day.date + step)
        # Days without a date may be equal, and only one of them is this one.
        place = next((n for n, other in enumerate(self.days) if other is day), None)
        if place is None:
            return None, None
        before = self.days[place - 1] if place > 0 else None
        after = self.days[place + 1] if place + 1 < len(self.days) else None
        return before, after
