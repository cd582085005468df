# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The works of 'protomind bench' as data, for the peers that are written in Python, and whether what a peer computes is
the same work: all begin with the same weights and the same batch, so the losses of their first steps must agree, and so
must the numbers of their parameters."""
import math
import random
from typing import NamedTuple

# Layers: ("dense", inputs, units), ("conv", inputs, filters, side), with padding that keeps the size, ("norm", channels),
# and "tanh", "relu", "pool" (2 x 2) and "flatten".
_DIGITS = (("conv", 1, 16, 5), ("relu",), ("pool",), ("conv", 16, 32, 5), ("relu",), ("pool",), ("flatten",),
           ("dense", 1568, 128), ("relu",), ("dense", 128, 10))


def _normalised(inputs, outputs):
    return ("conv", inputs, outputs, 3), ("norm", outputs), ("relu",)


class Training(NamedTuple):
    """Steps with a batch: the mean of cross entropies, or of squares where there are no classes."""

    sample: tuple  # channels first
    layers: tuple
    optimizer: str  # "sgd" or "adam", with its usual constants
    batch: int
    classes: int = 0
    rate: float = 0.001


class Answers(NamedTuple):
    """Probabilities for so many images, in pieces, without learning anything."""

    sample: tuple
    layers: tuple
    piece: int
    pieces: int


WORKS = {
    "playground 2-4-2-1": Training(
        (2,), (("dense", 2, 4), ("tanh",), ("dense", 4, 2), ("tanh",), ("dense", 2, 1), ("tanh",)), "sgd", 10),
    "mlp 784-256-128-10": Training(
        (784,), (("dense", 784, 256), ("relu",), ("dense", 256, 128), ("relu",), ("dense", 128, 10)), "adam", 64, 10),
    "convnet 16-32-128-10": Training((1, 28, 28), _DIGITS, "adam", 64, 10),
    "bn-convnet 32-32-64-64-10": Training(
        (3, 32, 32), (*_normalised(3, 32), *_normalised(32, 32), ("pool",), *_normalised(32, 64),
                      *_normalised(64, 64), ("pool",), ("flatten",), ("dense", 4096, 10)), "adam", 64, 10),
    "answer for 1 image": Answers((1, 28, 28), _DIGITS, 1, 1),
    "answers for 10000 images": Answers((1, 28, 28), _DIGITS, 250, 40),
}

# After so many steps it would show if an optimiser forgot something.
CHECKED_STEPS = 5
# Sums in another order make differences of about 1e-6 in a step, which Adam and batch normalisation make larger.
TOLERANCE = 2e-3


def has_images(work):
    return len(WORKS[work].sample) > 1


def _uniform(numbers, count, low, high):
    return [low + (high - low) * numbers.random() for _ in range(count)]


def first_weights(layers):
    """Of every layer that has some, its weight and bias as (shape, numbers), the way PyTorch lays them out."""
    numbers = random.Random(7)
    for layer in layers:
        if layer[0] == "norm":
            yield ((layer[1],), [1.0] * layer[1]), ((layer[1],), [0.0] * layer[1])
        elif layer[0] in ("dense", "conv"):
            inputs, units = layer[1:3]
            shape = (units, inputs, *layer[3:], *layer[3:])
            bound = 1 / math.sqrt(math.prod(shape[1:]))
            yield ((shape, _uniform(numbers, math.prod(shape), -bound, bound)),
                   ((units,), _uniform(numbers, units, -bound, bound)))


def first_batch(work):
    """Samples as a list of numbers, and classes or values to be learnt."""
    numbers = random.Random(11)
    count = work.batch if isinstance(work, Training) else work.piece
    samples = _uniform(numbers, count * math.prod(work.sample), 0, 1)
    classes = getattr(work, "classes", 0)
    return samples, [numbers.randrange(classes) if classes else numbers.random() for _ in range(count)]


def check(parameters, numbers):
    """What a peer says of a work: how many numbers are learnt, and what came out: the losses of the first steps, then
    the mean of what batch normalisation keeps, or the probabilities of the first image."""
    return {"parameters": parameters, "numbers": [float(number) for number in numbers]}


class Agreement:
    """Holds what peers computed against what the first of them did."""

    def __init__(self, parameters=None):
        """parameters: how many our own networks have, by the name of the work, where that is known."""
        self.parameters = dict(parameters or {})
        self.first = {}  # who, and what came out, by the name of the work
        self.difference = 0.0  # the largest so far, relative
        self.peers = []

    def objection(self, peer, work, checked):
        """A sentence, or nothing where it is the same work."""
        counted = self.parameters.setdefault(work, checked["parameters"])
        if counted != checked["parameters"]:
            return f"it has {checked['parameters']} parameters instead of {counted}"
        numbers = checked["numbers"]
        if not all(math.isfinite(number) for number in numbers):
            return "its numbers are not finite"
        if isinstance(WORKS[work], Training) and not numbers[CHECKED_STEPS - 1] < numbers[0]:
            return "its loss does not fall"
        first_peer, first = self.first.setdefault(work, (peer, numbers))
        if len(first) != len(numbers):
            return f"it says {len(numbers)} numbers of itself, and {first_peer} {len(first)}"
        difference = max(abs(a - b) / max(abs(a), 1e-3) for a, b in zip(first, numbers))
        if difference > TOLERANCE:
            return f"its numbers are {100 * difference:.2g} % from those of {first_peer}"
        self.difference = max(self.difference, difference)
        if peer not in self.peers:
            self.peers.append(peer)
        return ""

    def note(self):
        if len(self.peers) < 2:
            return ""
        return (f"the same work: with the same weights and batch, the first {CHECKED_STEPS} losses of "
                f"{', '.join(self.peers[:-1])} and {self.peers[-1]} agree to within {self.difference:.1g} of "
                "their size, and all have as many parameters")
