# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A peer that is a script in Python, timed under several settings: the fastest on this machine counts."""
import json
import os
import subprocess
from pathlib import Path

from peers.same_work import WORKS, has_images
from peers.timing import Limits, Pool

# Long enough to see which settings can't win.
PROBE = Limits(runs=5, least_seconds=0.2, most_seconds=1)
HOPELESS = 1.6
# A setting whose quickest run took so many times as long as that of the best won't be the best any more.
OUT_OF_THE_RACE = 1.2
# What hangs would hang the whole comparison.
MOST_SECONDS = 600


def python_of(path):
    """The interpreter that is meant: of a virtual environment, by its folder, or itself. Raises RuntimeError."""
    path = Path(path)
    python = path / "bin" / "python" if path.is_dir() else path
    if not os.access(python, os.X_OK):
        raise RuntimeError(f"there is no Python at {path}")
    # Not resolved: a virtual environment is known by where its link lies.
    return python.absolute()


class Setting:
    """Threads of a peer, what its script is to do otherwise, and variables that its libraries read when they are
    loaded."""

    def __init__(self, threads, variables=None, options=None, images_only=False):
        self.threads = threads
        self.variables = variables or {}
        self.options = options or {}
        self.images_only = images_only  # it makes no difference to other works

    def __str__(self):
        options = [name.replace("_", " ") if value is True else f"{name.replace('_', ' ')}: {value}"
                   for name, value in self.options.items()]
        return ", ".join([*(f"{name}={value}" for name, value in self.variables.items()), *options,
                          f"{self.threads} thread{'s' if self.threads > 1 else ''}"])

    def works(self, works):
        return [work for work in works if has_images(work) or not self.images_only]

    def run(self, python, script, works, limits):
        request = json.dumps({"threads": self.threads, "works": works, "limits": limits, "options": self.options})
        try:
            result = subprocess.run([python, script, request], env={**os.environ, **self.variables},
                                    capture_output=True, text=True, timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise RuntimeError(f"it did not end within {MOST_SECONDS} seconds") from error
        if result.returncode != 0:
            raise RuntimeError((result.stderr.strip().splitlines() or ["it ended without a word"])[-1].rstrip("."))
        return json.loads(result.stdout)


class RacingPeer:
    """Who is derived from it says name, title and notes, and may look at the first answer."""

    def __init__(self, python, script, settings, agreement, works=tuple(WORKS)):
        """Raises RuntimeError, with a sentence, where it is not there. agreement: what holds its works against those of
        the others. works: the names of those that are timed."""
        self.works = works
        self.python, self.script, self.settings, self.agreement = python, script, settings, agreement
        self.objections = []  # sentences on what does not count
        # Settings still in the race for each work, with their times.
        self.racing = {}
        self.answer = None
        self._probe()

    def _probe(self):
        quickest = {work: {} for work in self.works}
        failures = []
        for setting in self.settings:
            works = setting.works(self.works)
            if not works:
                continue
            try:
                answer = setting.run(self.python, self.script, works, PROBE)
            except RuntimeError as error:
                failures.append(str(error))
                continue
            if self.answer is None:
                self.answer = answer
                self.learn(answer)
            self.objections += [f"{work}, {setting}: {words}" for work, words in answer["failed"].items()]
            for work in self._agreeing(setting, answer):
                quickest[work][setting] = answer["times"][work][0]
        if self.answer is None:
            raise RuntimeError(failures[0])
        self.objections += failures
        for work, found in quickest.items():
            if found:
                best = min(found.values())
                self.racing[work] = {setting: Pool() for setting, seconds in found.items()
                                     if seconds <= best * HOPELESS}

    def _agreeing(self, setting, answer):
        """The works of an answer that are the same as those of the others."""
        agreeing = []
        for work, checked in answer["checks"].items():
            objection = self.agreement.objection(self.title, work, checked)
            if objection:
                self.objections.append(f"{work}, {setting}: {objection}")
            else:
                agreeing.append(work)
        return agreeing

    def turns(self, work, limits, quiet):
        """Times every setting that may still be the fastest for the work. Which are is judged by their quickest runs:
        others on the machine can only slow a run down."""
        pools = self.racing.get(work, {})
        for setting, pool in pools.items():
            pool.add(quiet.turn(lambda setting=setting: self._times(setting, work, limits)))
        if pools:
            quickest = min(pool.times[0] for pool in pools.values())
            self.racing[work] = {setting: pool for setting, pool in pools.items()
                                 if pool.times[0] <= quickest * OUT_OF_THE_RACE}

    def _times(self, setting, work, limits):
        return setting.run(self.python, self.script, [work], limits)["times"][work]

    def _best(self):
        """The setting with the best median, and its times, of every work that had its turn."""
        return {work: min(pools.items(), key=lambda item: item[1].median)
                for work, pools in self.racing.items() if all(pool.times for pool in pools.values())}

    @property
    def pools(self):
        return {work: pool for work, (_, pool) in self._best().items()}

    def learn(self, answer):
        """Is told the first answer, before anything is asked."""

    def setting_notes(self):
        """Which setting was the fastest for which works, and what did not count."""
        best = {work: setting for work, (setting, _) in self._best().items()}
        for setting in dict.fromkeys(best.values()):
            yield f"  {setting}: " + ", ".join(work for work in best if best[work] is setting)
        for objection in self.objections:
            yield f"  not counted: {objection}"
