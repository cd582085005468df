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
        self.figures = {}  # what 'protomind bench' said last, by the name of the work
        self.first_figures = {}  # and first
        self.product_rates = []  # 1e9 operations a second, one a round
        self.best_product_rate = 0.0

    def round(self, limits):
        self._product_round()
        figures = self.bench(limits, self.threads)
        pooled(self.pools, {name: figure["times"] for name, figure in figures.items()})
        self.figures = figures
        self.first_figures = self.first_figures or figures

    def bench(self, limits, threads):
        """The figures of 'protomind bench', by the name of the work."""
        events = self._events("protomind", "bench", "--json", "--threads", str(threads), "--runs", str(limits.runs),
                              "--seconds", str(round(limits.most_seconds)))
        self.machine = events[-1]["name"]
        return {event["name"]: event for event in events if event["event"] == "figure"}

    def _product_round(self):
        (product,) = self._events("bench_product_rate", str(self.threads))
        self.onednn = product["onednn"]
        self.product_rates.append(product["median_gigaflops"])
        self.best_product_rate = max(self.best_product_rate, product["best_gigaflops"])

    @property
    def product_rate(self):
        return statistics.median(self.product_rates)

    def share(self, work):
        """Of the rate of oneDNN's own large product."""
        return self.first_figures[work]["flops"] * 1e-9 / self.pools[work].median / self.product_rate

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
