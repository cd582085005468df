# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Protomind itself: its programs, run as a person would run them."""
import json
import statistics
import subprocess
import time
from pathlib import Path

from peers.timing import pooled


class Protomind:
    name = title = "Protomind"

    def __init__(self, folder, threads):
        """folder: with the programs, as built."""
        self.folder = Path(folder)
        self.threads = threads
        self.pools = {}
        self.first_figures = {}  # what 'protomind bench' said first, by the name of the work

    def turns(self, work, limits, quiet):
        figure = quiet.turn(lambda: self.bench(limits, self.threads, work)[work])
        pooled(self.pools, {work: figure["times"]})
        self.first_figures.setdefault(work, figure)

    def bench(self, limits, threads, works=""):
        """The figures of 'protomind bench', by the name of the work. works: what their names contain."""
        events = self._events("protomind", "bench", "--json", "--threads", str(threads), "--runs", str(limits.runs),
                              "--seconds", str(round(limits.most_seconds)), "--filter", works)
        self.machine = events[-1]["name"]
        return {event["name"]: event for event in events if event["event"] == "figure"}

    def product_rate(self):
        """Of oneDNN's own large product, 1e9 operations a second."""
        (product,) = self._events("bench_product_rate", str(self.threads))
        self.onednn = product["onednn"]
        return product["median_gigaflops"]

    def share(self, work, product_rate):
        """Of the rate of oneDNN's own large product."""
        return self.first_figures[work]["flops"] * 1e-9 / self.pools[work].median / product_rate

    def memory(self):
        """What a training step takes and what was planned, by the name of the work."""
        return {line["name"]: line for line in self._events("bench_memory", str(self.threads))}

    def seconds_to_first_step(self, times=5):
        """From starting the program to the end of the first training step."""
        command = [self.folder / "protomind", "train", "digits-convnet", "--data", "digits", "--steps", "1", "--json",
                   "--threads", str(self.threads)]
        return statistics.median(_seconds_until_event(command, "begun") for _ in range(times))

    def _events(self, program, *words):
        result = subprocess.run([self.folder / program, *words], check=True, stdout=subprocess.PIPE, text=True)
        return [json.loads(line) for line in result.stdout.splitlines()]


def _seconds_until_event(command, name):
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if json.loads(line)["event"] == name:
                seconds = time.perf_counter() - begin
                process.kill()
                return seconds
    raise RuntimeError(f"'{name}' never came")
