# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch as a peer: finds the settings under which it is fastest on this machine, and times it under these."""
import json
import os
import subprocess
from pathlib import Path

from peers.machine import package_version
from peers.timing import Limits, Pool

# Debian's torch is built for Debian's own interpreter.
INTERPRETER = "/usr/bin/python3"
WORKS = Path(__file__).with_name("pytorch_works.py")
SHORTEST = Limits(runs=1, least_seconds=0, most_seconds=1)
# A setting whose quickest run took so many times as long as that of the best won't be the best any more.
OUT_OF_THE_RACE = 1.2


class Setting:
    """Threads of PyTorch, and variables that its libraries read when they are loaded."""

    def __init__(self, threads, variables):
        self.threads = threads
        self.variables = variables

    def __str__(self):
        return " ".join([f"{name}={value}" for name, value in self.variables.items()] + [f"threads {self.threads}"])

    def run(self, works, limits):
        request = json.dumps({"threads": self.threads, "works": works, "limits": limits})
        result = subprocess.run([INTERPRETER, str(WORKS), request], env={**os.environ, **self.variables},
                                capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError((result.stderr.strip().splitlines() or ["it ended without a word"])[-1])
        return json.loads(result.stdout)


def settings(threads, processor_flags):
    """What is tried. Debian's OpenBLAS takes its oldest kernel on processors that it does not know, so it is told."""
    core = "SkylakeX" if "avx512f" in processor_flags else "Haswell"
    blas = {"OPENBLAS_CORETYPE": core, "OPENBLAS_NUM_THREADS": "1"}
    tried = [Setting(threads, {}), Setting(threads, blas)]
    if "avx512f" in processor_flags:
        tried.append(Setting(threads, {**blas, "ATEN_CPU_CAPABILITY": "avx512"}))
    if threads > 1:
        tried.append(Setting(threads, {**blas, "OPENBLAS_NUM_THREADS": str(threads)}))
        tried.append(Setting(1, blas))
    return tried


def is_optimised(files):
    """Whether the BLAS among the mapped files was written for speed. It is libblas where there is one, in a folder
    named after whose it is; what others, such as LAPACK, bring along besides is not what PyTorch multiplies with."""
    blas = [file for file in files if Path(file).name.startswith("libblas")] or files
    return any(name in file for file in blas for name in ("openblas", "mkl", "blis", "atlas"))


class PyTorch:
    name = "PyTorch"

    def __init__(self, threads, processor_flags):
        """Raises RuntimeError, with a sentence, where it is not there."""
        if not Path(INTERPRETER).exists():
            raise RuntimeError(f"there is no {INTERPRETER}")
        # Settings still in the race for each work, with their times.
        self.racing = {}
        self.settings = settings(threads, processor_flags)
        answer = self.settings[0].run(None, SHORTEST)
        self.version, self.blas = answer["version"], answer["blas"]
        for work in answer["times"]:
            self.racing[work] = {setting: Pool() for setting in self.settings}

    def turns(self, work, limits, quiet):
        """Times every setting that may still be the fastest for the work. Which are is judged by their quickest runs:
        others on the machine can only slow a run down."""
        pools = self.racing[work]
        for setting, pool in pools.items():
            pool.add(quiet.turn(lambda setting=setting: setting.run([work], limits)["times"][work]))
        quickest = min(pool.times[0] for pool in pools.values())
        self.racing[work] = {setting: pool for setting, pool in pools.items()
                             if pool.times[0] <= quickest * OUT_OF_THE_RACE}

    def _best(self, work):
        """The setting with the best median, and its times."""
        return min(self.racing[work].items(), key=lambda item: item[1].median)

    @property
    def pools(self):
        return {work: self._best(work)[1] for work in self.racing}

    @property
    def title(self):
        return self.name if is_optimised(self.blas) else f"{self.name}, not tuned"

    def notes(self):
        version = package_version("python3-torch") or self.version
        files = ", ".join(Path(file).name for file in self.blas) or "unknown"
        yield f"PyTorch {version}; BLAS: {files}; each work with the fastest of {len(self.settings)} settings:"
        best = {work: self._best(work)[0] for work in self.racing}
        for setting in dict.fromkeys(best.values()):
            yield f"  {setting}: " + ", ".join(work for work in best if best[work] is setting)
        if not is_optimised(self.blas):
            yield ("PyTorch is not tuned: it multiplies with the reference BLAS, which makes it several times slower. "
                   "Install libopenblas0-pthread for a fair comparison.")
