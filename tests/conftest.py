"""One hypothesis profile for everybody: the same examples in every run, no clock; longest first."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None, max_examples=2000)
settings.load_profile("fixed")

# Pages and files of whole days: their own rooms are not counted by .ci/test, the rooms below have
# tests of their own for every branch, and counting makes a day three times as slow.
_UNCOUNTED = frozenset({"golden", "importers", "reports"})
_TESTS = Path(__file__).parent


def pytest_collection_modifyitems(config, items):
    """Count no branches by whole pages; let workers begin with the searches over random days."""
    for item in items:
        room = item.path.relative_to(_TESTS).parts[0] if _TESTS in item.path.parents else ""
        if room in _UNCOUNTED:
            item.add_marker(pytest.mark.no_cover)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.path.name != "test_any_day.py")
