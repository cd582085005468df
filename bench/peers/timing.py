# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of a run over several rounds: medians and quartiles."""
import statistics
import time
from typing import NamedTuple

WARM_UPS = 5
MOST_WARM_UP_SECONDS = 0.5
TIMES_KEPT = 101


class Limits(NamedTuple):
    """How long a work is timed in one round."""

    runs: int  # at least so many
    least_seconds: float  # and for so long
    most_seconds: float  # but no longer, however few the runs


def timed(run, limits):
    """Sorted seconds of runs, after some to warm up."""

    def seconds_of_run():
        begin = time.perf_counter()
        run()
        return time.perf_counter() - begin

    times = []
    total = 0.0
    for _ in range(WARM_UPS):
        total += seconds_of_run()
        if total > MOST_WARM_UP_SECONDS:
            break
    total = 0.0
    while (len(times) < limits.runs or total < limits.least_seconds) and total < limits.most_seconds:
        times.append(seconds_of_run())
        total += times[-1]
    return sorted(times)


def resampled(times, count=TIMES_KEPT):
    """So many of the sorted times, evenly from the first to the last."""
    return [times[i * (len(times) - 1) // (count - 1)] for i in range(count)]


class Pool:
    """The times of one work over all rounds. Each round counts alike, however many runs it had time for."""

    def __init__(self):
        self.times = []

    def add(self, times):
        self.times = sorted(self.times + resampled(times))

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def low(self):
        return self.times[len(self.times) // 4]

    @property
    def high(self):
        return self.times[len(self.times) * 3 // 4]


def pooled(pools, times_by_name):
    """Adds a round's times to the pools of the works."""
    for name, times in times_by_name.items():
        pools.setdefault(name, Pool()).add(times)
