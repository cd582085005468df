#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of bench/compare and bench/peers: what is counted, what is left out and said to be, and whether the others
compute the same. PROTOMIND_PEERS names a Python with PyTorch or JAX, as --python does; Debian's PyTorch is tried where it
is."""
import contextlib
import importlib.util
import io
import json
import math
import os
import subprocess
import sys
import tempfile
import unittest
from importlib.machinery import SourceFileLoader
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "bench"))

# pylint: disable=wrong-import-position
from peers import jax_peer, pytorch
from peers.racing import PROBE, RacingPeer, Setting, python_of
from peers.same_work import CHECKED_STEPS, WORKS, Agreement, check, first_batch, first_weights, has_images
from peers.tables import fastest, peers_table, speed_table
from peers.timing import Pool

PLAYGROUND, MLP = "playground 2-4-2-1", "mlp 784-256-128-10"
FALLING = [1.0 / (step + 1) for step in range(CHECKED_STEPS)]

# Answers as a peer's script does: the option "seconds" is what a run takes, "fail" ends it, "strange" is other work.
SCRIPT = """
import json, sys
request = json.loads(sys.argv[1])
options = request["options"]
if options.get("fail"):
    sys.exit("there is no such library")
losses = [1 / (step + options.get("strange", 1)) for step in range(%d)]
print(json.dumps({
    "version": "3.1.4", "failed": {},
    "times": {work: [options["seconds"]] * 3 for work in request["works"]},
    "checks": {work: {"parameters": 25, "numbers": losses} for work in request["works"]}}))
""" % CHECKED_STEPS


class Anybody(RacingPeer):
    name = title = "Anybody"


def load_compare():
    loader = SourceFileLoader("compare", str(ROOT / "bench" / "compare"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("compare", loader))
    loader.exec_module(module)
    return module


def pool_of(seconds):
    pool = Pool()
    pool.add([seconds] * 3)
    return pool


class Quick:
    """A machine that nobody else uses."""

    @staticmethod
    def turn(run):
        return run()


class Figures:
    """Somebody with figures."""

    def __init__(self, title, **seconds):
        self.title = title
        self.pools = {work: pool_of(value) for work, value in seconds.items()}

    @staticmethod
    def share(_work, _rate):
        return 0.5


class RaceTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.script = Path(folder.name) / "works.py"
        self.script.write_text(SCRIPT, encoding="utf-8")

    def race(self, *settings, agreement=None):
        return Anybody(sys.executable, self.script, settings, agreement or Agreement())

    def test_the_fastest_setting_counts(self):
        slow, quick, near = (Setting(1, options={"seconds": seconds}) for seconds in (2.0, 1.0, 1.1))
        peer = self.race(slow, quick, near)
        self.assertEqual(set(peer.racing[PLAYGROUND]), {quick, near})
        peer.turns(PLAYGROUND, PROBE, Quick)
        self.assertEqual(peer.pools[PLAYGROUND].median, 1.0)
        self.assertEqual(peer.objections, [])

    def test_a_setting_that_turns_out_slow_leaves_the_race(self):
        quick, slower = (Setting(1, options={"seconds": seconds}) for seconds in (1.0, 1.4))
        peer = self.race(quick, slower)
        self.assertEqual(len(peer.racing[MLP]), 2)
        peer.turns(MLP, PROBE, Quick)
        self.assertEqual(set(peer.racing[MLP]), {quick})

    def test_settings_for_images_are_not_tried_with_others(self):
        peer = self.race(Setting(1, options={"seconds": 2.0}), Setting(1, options={"seconds": 1.0}, images_only=True))
        for work in WORKS:
            peer.turns(work, PROBE, Quick)
            self.assertEqual(peer.pools[work].median, 1.0 if has_images(work) else 2.0, work)

    def test_a_setting_that_fails_is_said_and_the_others_count(self):
        peer = self.race(Setting(1, options={"fail": True}), Setting(1, options={"seconds": 1.0}))
        self.assertEqual(list(peer.racing), list(WORKS))
        self.assertIn("  not counted: there is no such library", list(peer.setting_notes()))

    def test_who_is_not_there_says_why(self):
        with self.assertRaisesRegex(RuntimeError, "^there is no such library$"):
            self.race(Setting(1, options={"fail": True}))

    def test_other_work_does_not_count(self):
        agreement = Agreement()
        same = self.race(Setting(1, options={"seconds": 1.0}), agreement=agreement)
        other = self.race(Setting(1, options={"seconds": 0.1, "strange": 1.5}), agreement=agreement)
        self.assertEqual((list(same.racing), same.objections), (list(WORKS), []))
        self.assertEqual(other.racing, {})
        self.assertEqual(len(other.objections), len(WORKS))
        other.turns(PLAYGROUND, PROBE, Quick)
        self.assertEqual(other.pools, {})

    def test_a_python_is_found_in_its_environment(self):
        python = self.script.parent / "bin" / "python"
        python.parent.mkdir()
        python.symlink_to(sys.executable)
        self.assertEqual(python_of(self.script.parent), python)
        self.assertEqual(python_of(python), python)
        with self.assertRaisesRegex(RuntimeError, "there is no Python at /nowhere"):
            python_of("/nowhere")


class AgreementTest(unittest.TestCase):
    def test_the_same_numbers_agree(self):
        agreement = Agreement({MLP: 7})
        for peer, factor in (("A", 1), ("B", 1.0001)):
            numbers = [factor * loss for loss in FALLING]
            self.assertEqual(agreement.objection(peer, MLP, check(7, numbers)), "")
        self.assertIn("of A and B agree to within 0.0001 of", agreement.note())

    def test_of_one_alone_nothing_is_said(self):
        agreement = Agreement()
        self.assertEqual(agreement.objection("A", MLP, check(7, FALLING)), "")
        self.assertEqual(agreement.note(), "")

    def test_objections(self):
        agreement = Agreement({MLP: 7})
        self.assertEqual(agreement.objection("A", MLP, check(7, FALLING)), "")
        for words, checked in (("8 parameters instead of 7", check(8, FALLING)),
                               ("loss does not fall", check(7, FALLING[::-1])),
                               ("not finite", check(7, [math.nan, *FALLING[1:]])),
                               ("6 numbers of itself", check(7, [*FALLING, 1])),
                               ("1 % from those of A", check(7, [1.01 * FALLING[0], *FALLING[1:]]))):
            self.assertIn(words, agreement.objection("B", MLP, checked))
        self.assertEqual(agreement.peers, ["A"])


class TablesTest(unittest.TestCase):
    def setUp(self):
        self.ours = Figures("Ours", a=1.0, b=1.0, c=1.0)
        self.peers = [Figures("X", a=3.0, b=2.0), Figures("Y", a=2.5, b=4.0)]

    def test_the_fastest_of_a_row(self):
        self.assertEqual([fastest(self.peers, work) for work in "abc"], [self.peers[1], self.peers[0], None])

    def test_the_fastest_is_named(self):
        rows = speed_table(self.ours, self.peers, {"a": {"peak_growth_bytes": 2_000_000}}, 1.0).splitlines()[2:]
        cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
        self.assertEqual([row[4:7] + row[8:] for row in cells],
                         [["2.0 MB", "Y", "2.5 s", "2.5"], ["-", "X", "2 s", "2.0"], ["-", "-", "-", "-"]])

    def test_the_fastest_is_bold(self):
        rows = peers_table(self.ours, self.peers).splitlines()[2:]
        cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
        self.assertEqual(cells, [["a", "3 s", "3.0", "**2.5 s**", "2.5"], ["b", "**2 s**", "2.0", "4 s", "4.0"],
                                 ["c", "-", "-", "-", "-"]])


class CompareTest(unittest.TestCase):
    def test_a_python_that_is_not_there_is_refused(self):
        ended = subprocess.run([ROOT / "bench" / "compare", "--python", "/nowhere"], capture_output=True, text=True)
        self.assertEqual(ended.returncode, 2)
        self.assertIn("there is no Python at /nowhere", ended.stderr)

    def test_every_missing_peer_has_a_sentence(self):
        compare = load_compare()

        def missing(*_words):
            raise RuntimeError("it is not here")

        kinds = {}
        for kind in ("DebianPyTorch", "PyTorch", "Jax", "TensorFlowJs"):
            kinds[kind] = mock.Mock(side_effect=missing)
            kinds[kind].name = kind
        options = mock.Mock(python=Path("python"), threads=1)
        with mock.patch.multiple(compare, **kinds), contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(compare.all_peers(options, [], Agreement()).missing,
                             [f"{kind} is missing: it is not here." for kind in kinds])
            options.python = None
            sentences = compare.all_peers(options, [], Agreement()).missing
        self.assertEqual(len(sentences), 4)
        self.assertEqual([sentence for sentence in sentences if "--python VENV was not given" in sentence],
                         sentences[1:3])


class SettingsTest(unittest.TestCase):
    def test_a_blas_that_is_fast(self):
        for names, fast in ((["mkl, built in"], True), (["open, built in"], True), (["generic, built in"], False),
                            (["/usr/lib/openblas-pthread/libblas.so.3"], True),
                            (["/usr/lib/blas/libblas.so.3", "/usr/lib/libopenblas.so.0"], False)):
            self.assertEqual(pytorch.is_optimised(names), fast, names)

    def test_one_thread_is_among_the_settings(self):
        for settings in (pytorch.own_settings(4, True), pytorch.debian_settings(4, ["avx2"]), jax_peer.settings(4)):
            self.assertEqual({setting.threads for setting in settings}, {1, 4})


def playground_loss(values, samples, targets):
    """Of 2-4-2-1 with tanh, in plain numbers."""
    total = 0
    for index, target in enumerate(targets):
        signal, at = samples[2 * index:2 * index + 2], 0
        for inputs, units in ((2, 4), (4, 2), (2, 1)):
            bias = at + inputs * units
            signal = [math.tanh(values[bias + unit] + sum(values[at + unit * inputs + i] * signal[i]
                                                          for i in range(inputs))) for unit in range(units)]
            at = bias + units
        total += (signal[0] - target) ** 2
    return total / len(targets)


def playground_losses():
    """Of the first steps, with slopes from differences."""
    work = WORKS[PLAYGROUND]
    values = [number for layer in first_weights(work.layers) for _, numbers in layer for number in numbers]
    batch = first_batch(work)
    losses = []
    for _ in range(CHECKED_STEPS):
        losses.append(playground_loss(values, *batch))
        slopes = []
        for place, value in enumerate(values):
            high, low = (playground_loss([*values[:place], value + step, *values[place + 1:]], *batch)
                         for step in (1e-5, -1e-5))
            slopes.append((high - low) / 2e-5)
        values = [value - work.rate * slope for value, slope in zip(values, slopes)]
    return losses


class SameWorkTest(unittest.TestCase):
    def test_weights_are_as_many_as_their_layers_say(self):
        for name, work in WORKS.items():
            counted = sum(len(numbers) for layer in first_weights(work.layers) for _, numbers in layer)
            said = sum(layer[1] * layer[2] * (layer[3] ** 2 if layer[3:] else 1) + layer[2]
                       if layer[0] in ("dense", "conv") else 2 * layer[1]
                       for layer in work.layers if layer[1:])
            self.assertEqual(counted, said, name)

    def check_peer(self, script, package):
        pythons = [os.environ[name] for name in ("PROTOMIND_PEERS",) if name in os.environ]
        for python in [*map(python_of, pythons), pytorch.INTERPRETER]:
            have = subprocess.run([python, "-c", f"import {package}"], capture_output=True)
            if have.returncode == 0:
                break
        else:
            self.skipTest(f"There is no Python with {package}.")
        request = json.dumps({"threads": 1, "works": [PLAYGROUND, MLP], "limits": [1, 0, 1], "options": {}})
        answer = json.loads(subprocess.run([python, script, request], check=True, capture_output=True).stdout)
        agreement = Agreement({PLAYGROUND: 25, MLP: 784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10})
        self.assertEqual(agreement.objection("plain Python", PLAYGROUND, check(25, playground_losses())), "")
        for work, checked in answer["checks"].items():
            self.assertEqual(agreement.objection(package, work, checked), "", work)
        self.assertEqual(list(answer["times"]), [PLAYGROUND, MLP])

    def test_pytorch_computes_what_plain_numbers_give(self):
        self.check_peer(pytorch.WORKS, "torch")

    def test_jax_computes_what_plain_numbers_give(self):
        self.check_peer(jax_peer.WORKS, "jax")


if __name__ == "__main__":
    unittest.main()
