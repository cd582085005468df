# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that keep processors busy, to see how others fare beside them."""
import contextlib
import os
import subprocess

from peers.tables import duration, table


@contextlib.contextmanager
def busy_programs(count):
    programs = [subprocess.Popen(["sh", "-c", "while :; do :; done"]) for _ in range(count)]
    try:
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()


def busy_table(ours, rounds, limits):
    """Every work on one thread and on all, while all processors but one are kept busy by others. Means, since what
    counts is when all of the work is done. Of the rounds, the median."""
    means = {}
    with busy_programs(max(os.cpu_count() - 1, 1)):
        for _ in range(rounds):
            for threads in (1, ours.threads):
                for name, figure in ours.bench(limits, threads).items():
                    means.setdefault(name, {}).setdefault(threads, []).append(figure["mean"])
    rows = []
    for name, by_threads in means.items():
        alone, all_threads = (sorted(by_threads[threads])[rounds // 2] for threads in (1, ours.threads))
        rows.append([name, duration(alone), duration(all_threads), f"{alone / all_threads:.2f}"])
    return table(["work beside busy programs", "1 thread", f"{ours.threads} threads", "ratio"], rows)
