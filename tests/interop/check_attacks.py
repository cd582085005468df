#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_attacks.py FOLDER NUMBERS

Attacks a network that was written for PyTorch, in PyTorch's own arithmetic, and compares how many test samples it still
gets right with what Protomind's lens Robustness found (NUMBERS, as it writes them to a .json): one step along the
gradient's sign, and projected gradient ascent from a random start, in L-infinity. At most 0.5 % of the samples may
tell them apart: the random starts are others. FOLDER has the samples in data.safetensors. Needs torch alone.
"""
import json
import pathlib
import sys

import torch
from torch.nn import functional as F

sys.dont_write_bytecode = True
TOLERANCE = 0.005


def gradient(network, x, y):
    """Of cross-entropy, in double precision: a float's is gone where the network is sure."""
    x = x.clone().requires_grad_()
    F.cross_entropy(network(x), y, reduction="sum").backward()
    return x.grad


def allowed(moved, x, epsilon):
    return torch.minimum(torch.maximum(moved, x - epsilon), x + epsilon).clamp(0, 1)


def attacked(network, x, y, epsilon, steps, size, start):
    moved = allowed(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon) if start else x
    for _ in range(steps):
        moved = allowed(moved + size * gradient(network, moved, y).sign(), x, epsilon)
    return moved


def accuracy(network, x, y):
    with torch.no_grad():
        return (network(x).argmax(1) == y).double().mean().item()


def main():
    folder, numbers = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    sys.path.insert(0, str(folder))
    import model
    import tensors

    torch.manual_seed(1)
    network = model.Network()
    network.load_state_dict(tensors.load(folder / "model.safetensors"))
    network.eval().double()
    found = numbers["figures"]
    count = int(found["samples"])
    data = tensors.load(folder / "data.safetensors")
    x, y = data["test_x"][:count].double(), data["test_y"][:count].long()
    epsilon, steps, size = found["epsilon"], int(found["steps"]), found["step_size"]
    ours = {
        "clean": accuracy(network, x, y),
        "one_step": accuracy(network, attacked(network, x, y, epsilon, 1, epsilon, False), y),
        "robust": accuracy(network, attacked(network, x, y, epsilon, steps, size, True), y),
    }
    failed = False
    for name, here in ours.items():
        good = abs(here - found[name]) <= TOLERANCE + 1e-9
        failed = failed or not good
        print(f"{'ok' if good else 'FAILED'} {name}: {here:.4f} in PyTorch, {found[name]:.4f} in Protomind", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
