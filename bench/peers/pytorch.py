# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch as a peer: finds the settings under which it is fastest on this machine, and times it under these."""
import json
import os
import subprocess
from pathlib import Path

from peers.machine import package_version
from peers.timing import Limits, pooled

# Debian's torch is built for Debian's own interpreter.
INTERPRETER = "/usr/bin/python3"
WORKS = Path(__file__).with_name("pytorch_works.py")
PROBE = Limits(runs=10, least_seconds=0.4, most_seconds=2.5)


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
    """Whether one of the mapped files is a BLAS that was written for speed."""
    return any(name in file for file in files for name in ("openblas", "mkl", "blis", "atlas"))


class PyTorch:
    name = "PyTorch"

    def __init__(self, threads, processor_flags):
        """Raises RuntimeError, with a sentence, where it is not there."""
        self.pools = {}
        self.best = {}  # setting by the name of the work
        if not Path(INTERPRETER).exists():
            raise RuntimeError(f"there is no {INTERPRETER}")
        quickest = {}
        for setting in settings(threads, processor_flags):
            answer = setting.run(None, PROBE)
            self.version, self.blas = answer["version"], answer["blas"]
            for work, times in answer["times"].items():
                median = times[len(times) // 2]
                if median < quickest.get(work, float("inf")):
                    quickest[work], self.best[work] = median, setting

    def round(self, limits):
        for setting in set(self.best.values()):
            works = [work for work, best in self.best.items() if best is setting]
            pooled(self.pools, setting.run(works, limits)["times"])

    @property
    def title(self):
        return self.name if is_optimised(self.blas) else f"{self.name}, not tuned"

    def notes(self):
        version = package_version("python3-torch") or self.version
        yield f"PyTorch {version}; BLAS: {', '.join(self.blas) or 'unknown'}; each work under what it was fastest with:"
        for setting in dict.fromkeys(self.best.values()):
            yield f"  {setting}: " + ", ".join(work for work, best in self.best.items() if best is setting)
        if not is_optimised(self.blas):
            yield ("PyTorch is not tuned: it multiplies with the reference BLAS, which makes it several times slower. "
                   "Install libopenblas0-pthread for a fair comparison.")
