"""Many threads and processes give, byte for byte, what one thread gives."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from fuelcalc import Athlete, Day, plan_day

N_DAYS = 12
ATHLETE = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm", body_fat="22 %")


def planned(number):
    """The plan of one day, as its JSON."""
    runs = [f"{5 + number} km easy 06:30"] if number % 3 else []
    day = Day.of(date=f"2026-11-{1 + number:02d}", runs=runs)
    return plan_day(ATHLETE, day, menu=number % 2 == 0).model_dump_json()


@pytest.fixture(scope="module")
def alone():
    """Each day planned one after the other."""
    return [planned(number) for number in range(N_DAYS)]


def test_gives_the_same_in_eight_threads(alone):
    """Every thread plans every day, at the same time as the others."""
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(planned, list(range(N_DAYS)) * 8))
    assert found == alone * 8


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
@pytest.mark.parametrize("way", ["fork", "forkserver", "spawn"])
def test_gives_the_same_in_other_processes(alone, way):
    """However a process is started."""
    if way not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {way} here")
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(way)) as pool:
        assert list(pool.map(planned, range(4))) == alone[:4]
