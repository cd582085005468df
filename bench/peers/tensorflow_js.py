# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""TensorFlow.js in node as a peer, each work on the backend that is faster at it."""
import json
import shutil
import subprocess
from pathlib import Path

from peers.timing import Limits, pooled

WORKS = Path(__file__).parent.parent / "tfjs" / "works.mjs"
PROBE = Limits(runs=5, least_seconds=0.2, most_seconds=2)
# Training a convolutional network runs on its plain backend only, where a step can take minutes.
PATIENCE = 20
SLOW = 1.0


class TensorFlowJs:
    name = title = "TensorFlow.js"

    def __init__(self, packages, works):
        """Raises RuntimeError, with a sentence, where it is not there."""
        self.packages = Path(packages).resolve()
        if not shutil.which("node"):
            raise RuntimeError("there is no node")
        if not (self.packages / "node_modules" / "@tensorflow" / "tfjs-backend-wasm").exists():
            raise RuntimeError(f"its packages are not in {packages} (npm install --prefix {WORKS.parent})")
        self.pools = {}
        self.best = {}  # backend by the name of the work
        self.too_slow = []
        for work in works:
            self._probe(work)

    def _probe(self, work):
        found = {}
        for backend in ("wasm", "cpu"):
            # The plain backend is quicker only at the tiniest works.
            if found and min(found.values())[0] > 0.02:
                break
            times = self._run(backend, [work], PROBE).get(work)
            if times:
                found[backend] = (times[len(times) // 2], times)
        if not found:
            self.too_slow.append(work)
            return
        backend, (median, times) = min(found.items(), key=lambda item: item[1][0])
        if median > SLOW:
            pooled(self.pools, {work: times})
        self.best[work] = backend, median

    def _run(self, backend, works, limits):
        request = json.dumps({"packages": str(self.packages), "backend": backend, "works": works, "limits": limits})
        try:
            result = subprocess.run(["node", str(WORKS), request], capture_output=True, text=True,
                                    timeout=None if limits != PROBE else PATIENCE)
        except subprocess.TimeoutExpired:
            return {}
        if result.returncode != 0:
            raise RuntimeError((result.stderr.strip().splitlines() or ["it ended without a word"])[-1])
        answer = json.loads(result.stdout)
        self.versions = answer["version"], answer["node"]
        return answer["times"]

    def turns(self, work, limits, quiet):
        backend, median = self.best.get(work, (None, 0))
        if backend and median <= SLOW:
            pooled(self.pools, quiet.turn(lambda: self._run(backend, [work], limits)))

    def notes(self):
        version, node = self.versions
        plain = [work for work, (backend, _) in self.best.items() if backend == "cpu"]
        yield (f"TensorFlow.js {version} in node {node.removeprefix('v')}, on its wasm backend"
               + (f"; on its plain one: {', '.join(plain)}" if plain else ""))
        slow = [work for work, (_, median) in self.best.items() if median > SLOW]
        if slow:
            yield f"  timed for a few seconds only: {', '.join(slow)}"
        if self.too_slow:
            yield f"  no step within {PATIENCE} seconds: {', '.join(self.too_slow)}"
