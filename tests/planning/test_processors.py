"""The same plan on every processor: a few days of `search_processors.py`, each kernel in turn."""

import pytest
from search_processors import KERNELS, Ran, differences, ran, takes_effect

N_DAYS = 6


@pytest.fixture(scope="module")
def usual():
    """What a process makes that is told nothing."""
    return ran(N_DAYS, {})


@pytest.mark.parametrize("kernel", [name for name, told in KERNELS.items() if told])
def test_prints_the_same_with_other_kernels(usual, kernel):
    """Text, JSON and HTML are equal byte for byte, or the processor cannot run the kernel."""
    made = ran(N_DAYS, KERNELS[kernel])
    assert made is None or made.pages == usual.pages


def test_really_runs_another_kernel(usual):
    """What a process is told changes what it runs, so that equal pages prove something."""
    told = KERNELS["arrays without AVX"]
    assert takes_effect(usual, ran(1, told), told)


def test_tells_pages_that_differ():
    """A page that differs is counted, named, and ends in a verdict of its own."""
    made = iter([Ran("one", {"0 text": "a", "0 json": "b"}), Ran("two", {"0 text": "a"})])
    lines, broken = differences(1, tuple(KERNELS)[:2], run=lambda *_: next(made))
    assert broken == 1
    assert lines[0].endswith("2 pages, all equal")
    assert lines[1].endswith("1 pages, 1 differ, first 0 json")


def test_names_a_kernel_that_is_not_there():
    """A kernel that this processor lacks is skipped by name."""
    made = iter([Ran("one", {"0 text": "a"}), None])
    lines, broken = differences(1, tuple(KERNELS)[:2], run=lambda *_: next(made))
    assert (lines[1], broken) == (
        f"{tuple(KERNELS)[1]}: skipped, this processor has no such instructions",
        0,
    )
