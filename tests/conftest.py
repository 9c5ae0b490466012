"""One hypothesis profile for everybody: the same examples in every run, no clock; longest first."""

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None, max_examples=2000)
settings.load_profile("fixed")


def pytest_collection_modifyitems(config, items):
    """Let workers begin with the searches over random days, so that none is left at the end."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.path.name != "test_any_day.py")
