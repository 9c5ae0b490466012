"""Work that several processes share, in the order in which it is given out."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from fuelcalc.errors import FuelcalcError

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

# As much is given out ahead as keeps every worker busy, and no more is held in memory.
_AHEAD = 2


def in_order(work: Callable[[T], R], tasks: Iterable[T], *, n_workers: int) -> Iterator[R]:
    """
    The result of each task, in their order, whoever finishes first.

    Workers are started anew rather than forked, since threads and open files of this process
    are no business of theirs; they end with it, however it ends.

    Args:
        work: What is done; a function of a module, so that another process finds it.
        tasks: What it is done with; taken as workers get free.
        n_workers: How many processes; 1 is this one alone.

    Raises:
        FuelcalcError: A worker has died.
    """
    if n_workers == 1:
        yield from map(work, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(n_workers, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[Future[R]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(work, task))
            if len(waiting) > _AHEAD * n_workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise FuelcalcError(
            "a worker died, perhaps for want of memory; what is finished is kept: say the same "
            "again to go on, with fewer --workers if it dies again"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the process that started it, and end with it."""
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def end() -> None:
        if parent is not None:
            parent.join()
            # Nobody is left who would read what is worked at.
            os._exit(1)

    Thread(target=end, daemon=True).start()
