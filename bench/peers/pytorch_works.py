#!/usr/bin/python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pytorch_works.py REQUEST: times works in PyTorch. REQUEST and answer are JSON; see pytorch.py, which starts this with
the settings that it is to run under: they must be there before libraries are loaded."""
import json
import re
import sys
from functools import partial

import torch
from torch import nn

from same_work import CHECKED_STEPS, WORKS, Answers, check, first_batch, first_weights
from timing import Limits, timed


# A graphics card works behind: so many steps are timed as one, until it is done with them.
STEPS_AT_ONCE = 20

LAYERS = {
    "dense": nn.Linear,
    "conv": lambda inputs, filters, side: nn.Conv2d(inputs, filters, side, padding=side // 2),
    "norm": nn.BatchNorm2d,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "pool": lambda: nn.MaxPool2d(2),
    "flatten": nn.Flatten,
}
OPTIMIZERS = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}


def timed_on(device, run, limits):
    """Sorted seconds of runs."""
    if device == "cpu":
        return timed(run, limits)

    def runs():
        for _ in range(STEPS_AT_ONCE):
            run()
        torch.cuda.synchronize()

    return [seconds / STEPS_AT_ONCE for seconds in timed(runs, limits)]


def built(work, device, options):
    model = nn.Sequential(*(LAYERS[kind](*sizes) for kind, *sizes in work.layers))
    with torch.no_grad():
        learnt = [layer for layer in model if hasattr(layer, "bias")]
        for layer, (weight, bias) in zip(learnt, first_weights(work.layers)):
            layer.weight.copy_(torch.tensor(weight[1]).reshape(weight[0]))
            layer.bias.copy_(torch.tensor(bias[1]))
    if options.get("channels_last"):
        model = model.to(memory_format=torch.channels_last)
    return model.to(device)


def batch_of(work, device, options):
    samples, targets = first_batch(work)
    x = torch.tensor(samples).reshape(-1, *work.sample)
    if options.get("channels_last"):
        x = x.contiguous(memory_format=torch.channels_last)
    return x.to(device), torch.tensor(targets).to(device)


def parameters(model):
    return sum(parameter.numel() for parameter in model.parameters())


def kept(model):
    """The mean of what batch normalisation keeps; nothing where there is none."""
    averages = [buffer.mean() for name, buffer in model.named_buffers() if "running" in name]
    return [torch.stack(averages).mean().item()] if averages else []


def training(work, limits, device, options):
    """Seconds, and what shows whether it is the same work."""
    model = built(work, device, options)
    x, target = batch_of(work, device, options)
    if not work.classes:
        target = target[:, None]
    loss = nn.CrossEntropyLoss() if work.classes else nn.MSELoss()
    fused = {"fused": True} if options.get("fused") else {}
    steps = OPTIMIZERS[work.optimizer](model.parameters(), lr=work.rate, **fused)
    called = torch.compile(model) if options.get("compile") else model

    def run():
        steps.zero_grad(set_to_none=True)
        cost = loss(called(x), target)
        cost.backward()
        steps.step()
        return cost

    losses = [run().item() for _ in range(CHECKED_STEPS)]
    checked = check(parameters(model), losses + kept(model))
    return timed_on(device, run, limits), checked


def answers(work, limits, device, options):
    model = built(work, device, options).eval()
    x, _ = batch_of(work, device, options)
    images = x.repeat(work.pieces, 1, 1, 1)
    if options.get("channels_last"):
        images = images.contiguous(memory_format=torch.channels_last)
    called = torch.compile(model) if options.get("compile") else model
    with torch.inference_mode():
        def run():
            return [torch.softmax(called(some), 1).cpu() for some in images.split(work.piece)]

        checked = check(parameters(model), torch.softmax(called(x), 1)[0].tolist())
        return timed(run, limits), checked


def product(edge, limits, device, _options):
    a, b = torch.rand(edge, edge).to(device), torch.rand(edge, edge).to(device)
    return timed_on(device, lambda: torch.mm(a, b), limits), None


# Beside the works, where they are asked for by their names.
PRODUCTS = {f"product {edge}": partial(product, edge) for edge in (1024, 4096)}


def timed_work(name, limits, device, options):
    if name in PRODUCTS:
        return PRODUCTS[name](limits, device, options)
    work = WORKS[name]
    return (answers if isinstance(work, Answers) else training)(work, limits, device, options)


def loaded_blas():
    """The files that plain products come from, as the system maps them; what PyTorch says where none are, since it was
    built into its own."""
    torch.mm(torch.rand(64, 64), torch.rand(64, 64))
    with open("/proc/self/maps", encoding="utf-8") as maps:
        files = sorted(set(re.findall(r"/\S*/lib(?:open)?blas[^/\s]*|/\S*/lib(?:mkl|blis|atlas|tatlas|satlas)[^/\s]*",
                                      maps.read())))
    return files or [f"{name}, built in" for name in re.findall(r"BLAS_INFO=(\w+)", torch.__config__.show())]


def main():
    request = json.loads(sys.argv[1])
    torch.set_num_threads(request["threads"])
    torch.manual_seed(7)
    # Ours does so too: a network that has learnt its batch by heart is full of numbers that are slow to compute with.
    torch.set_flush_denormal(True)
    limits = Limits(*request["limits"])
    device = request.get("device", "cpu")
    name = device
    if device == "cuda":
        # All in float32, as ours: not in the shorter numbers that newer cards multiply instead.
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
        name = torch.cuda.get_device_name()
    answer = {"version": torch.__version__, "device": name, "blas": loaded_blas(),
              "times": {}, "checks": {}, "failed": {}}
    for work in request["works"] or WORKS:
        try:
            answer["times"][work], answer["checks"][work] = timed_work(work, limits, device,
                                                                       request.get("options", {}))
        except (RuntimeError, TypeError) as error:
            # What this PyTorch can't do on this device: the fused optimiser, mostly.
            answer["failed"][work] = str(error).split("\n", maxsplit=1)[0]
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
