# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine that is not ours alone: a virtual one's neighbours slow it down for seconds or minutes, and nothing inside
says so but that everything takes longer. So a fixed piece of work is timed before and after every turn, whoever's turn
it is, and a turn beside which it was slow is taken again."""
import statistics
import time

# A turn counts where the fixed work reached this part of its best rate, before and after.
QUIET = 0.92
PAUSE = 2.0


class QuietMachine:
    def __init__(self, rate, patience):
        """rate: measures the fixed work, in anything a second. patience: seconds in all for waiting and for turns that
        are taken again; then every turn counts."""
        self.rate = rate
        self.patience = patience
        self.best = 0.0
        self.rates = []  # beside turns that counted
        self.turns = self.disturbed = self.kept_disturbed = 0
        self.last = self._measured()

    def turn(self, run):
        """What run() returns, of the first time that nothing disturbed it."""
        self.turns += 1
        while True:
            begin = time.monotonic()
            self._wait()
            before = self.last
            result = run()
            self.last = self._measured()
            quiet = min(before, self.last) >= QUIET * self.best
            if quiet or self.patience <= 0:
                self.kept_disturbed += not quiet
                self.rates += [before, self.last]
                return result
            self.disturbed += 1
            self.patience -= time.monotonic() - begin

    def _wait(self):
        while self.last < QUIET * self.best and self.patience > 0:
            begin = time.monotonic()
            time.sleep(PAUSE)
            self.last = self._measured()
            self.patience -= time.monotonic() - begin

    def _measured(self):
        rate = self.rate()
        self.best = max(self.best, rate)
        return rate

    @property
    def median_rate(self):
        return statistics.median(self.rates)

    def note(self):
        kept = f"; {self.kept_disturbed} that were disturbed count all the same" if self.kept_disturbed else ""
        return (f"{self.turns} turns, {self.disturbed} of them taken again because the machine was slower than "
                f"{100 * QUIET:.0f} % of its best before or after{kept}")
