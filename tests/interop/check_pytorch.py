#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_pytorch.py FOLDER...

Runs networks that were written for PyTorch and compares what they give with reference.safetensors beside them, within
1e-4 of the largest number. Where that has "targets" and "loss_after_step", train.py takes a step on the input and the
loss after it is compared too. Prints a line a folder; exits with 1 where one fails. Needs torch alone.
"""
import pathlib
import py_compile
import sys
import tempfile

import torch
from torch import nn

sys.dont_write_bytecode = True
TOLERANCE = 1e-4


def compiled(folder):
    """Every source parses."""
    with tempfile.TemporaryDirectory() as scratch:
        for source in folder.glob("*.py"):
            py_compile.compile(str(source), cfile=f"{scratch}/compiled", doraise=True)


def imported(folder):
    """The folder's own modules, none of another folder's."""
    for name in ("model", "tensors", "train", "predict"):
        sys.modules.pop(name, None)
    sys.path.insert(0, str(folder))
    try:
        import model
        import tensors
        import train

        import predict
    finally:
        sys.path.pop(0)
    return model, tensors, train, predict


def channels_first(x):
    return x.permute(0, 3, 1, 2) if x.dim() == 4 else x


def channels_last(x):
    return x.permute(0, 2, 3, 1) if x.dim() == 4 else x


def difference(found, expected):
    """In units of the largest expected number, or of 1."""
    if found.shape != expected.shape:
        return float("inf")
    largest = max(1.0, expected.abs().max().item())
    worst = (found - expected).abs().max().item() / largest
    return worst if worst == worst else float("inf")


def hidden_by(network):
    """What of every module's own the layers hide by their names."""
    return sorted(set(network._modules) & set(dir(nn.Module())))


def loss_after_step(train, x, reference):
    """In double precision too: what differs then is not PyTorch's rounding."""
    torch.set_default_dtype(torch.float64)
    try:
        network, optimizer, _ = train.restored("cpu")
        x = x.double()
        y = reference["targets"].long() if train.HAS_CLASSES else reference["targets"].double()
        rate = train.learning_rate(train.STEPS_DONE, max(train.STEPS_PER_EPOCH, 1))
        train.train_step(network, optimizer, x, y, rate)
        return train.loss_of(network(x), y).detach().reshape(1)
    finally:
        torch.set_default_dtype(torch.float32)


def check(folder):
    compiled(folder)
    model, tensors, train, predict = imported(folder)
    if hidden := hidden_by(model.Network()):
        raise ValueError(f"layers are called like methods of a module: {', '.join(hidden)}")
    reference = tensors.load(folder.parent.parent / "reference.safetensors")
    weights = tensors.load(folder / "model.safetensors")
    network = model.Network()
    network.load_state_dict(weights)
    network.eval()
    x = channels_first(reference["input"])
    # In double precision: PyTorch's norms turn what is constant into rounding errors, made large.
    worst = difference(channels_last(network.double().predict(x.double())), reference["output"].double())
    network.float()
    predict.answer(network, x)
    if "loss_after_step" in reference:
        worst = max(worst, difference(loss_after_step(train, x, reference), reference["loss_after_step"].reshape(1).double()))
    return worst


def main():
    failed = 0
    for argument in sys.argv[1:]:
        for folder in sorted(pathlib.Path(argument).glob("export/*-pytorch")):
            try:
                worst = check(folder.resolve())
                good = worst <= TOLERANCE
                print(f"{'ok' if good else 'FAILED'} {argument}: {worst:.2g}", flush=True)
            except Exception as problem:  # of any kind: it is said, and the others are tried
                good = False
                print(f"FAILED {argument}: {type(problem).__name__}: {problem}", flush=True)
            failed += not good
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
