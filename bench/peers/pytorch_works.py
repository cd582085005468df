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

from timing import Limits, timed


# A graphics card works behind: so many steps are timed as one, until it is done with them.
STEPS_AT_ONCE = 20


def timed_on(device, run, limits):
    """Sorted seconds of runs."""
    if device == "cpu":
        return timed(run, limits)

    def runs():
        for _ in range(STEPS_AT_ONCE):
            run()
        torch.cuda.synchronize()

    return [seconds / STEPS_AT_ONCE for seconds in timed(runs, limits)]


def convnet():
    return nn.Sequential(
        nn.Conv2d(1, 16, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 5, padding=2), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1568, 128), nn.ReLU(), nn.Linear(128, 10))


def normalised(inputs, outputs):
    return [nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU()]


def training(model, sample, classes, optimizer, batch, limits, device):
    model = model.to(device)
    x = torch.rand(batch, *sample).to(device)
    target = (torch.randint(classes, (batch,)) if classes else torch.rand(batch, 1)).to(device)
    loss = nn.CrossEntropyLoss() if classes else nn.MSELoss()
    steps = optimizer(model.parameters(), lr=0.001)

    def run():
        steps.zero_grad(set_to_none=True)
        loss(model(x), target).backward()
        steps.step()

    return timed_on(device, run, limits)


def playground(limits, device):
    model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 2), nn.Tanh(), nn.Linear(2, 1), nn.Tanh())
    return training(model, (2,), 0, torch.optim.SGD, 10, limits, device)


def mlp(limits, device):
    model = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))
    return training(model, (784,), 10, torch.optim.Adam, 64, limits, device)


def digits(limits, device):
    return training(convnet(), (1, 28, 28), 10, torch.optim.Adam, 64, limits, device)


def normalised_convnet(limits, device):
    model = nn.Sequential(*normalised(3, 32), *normalised(32, 32), nn.MaxPool2d(2), *normalised(32, 64),
                          *normalised(64, 64), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(4096, 10))
    return training(model, (3, 32, 32), 10, torch.optim.Adam, 64, limits, device)


def answers(samples, piece, limits, device):
    model = convnet().eval().to(device)
    images = torch.rand(samples, 1, 28, 28).to(device)
    with torch.inference_mode():
        return timed(lambda: [torch.softmax(model(some), 1).cpu() for some in images.split(piece)], limits)


def product(edge, limits, device):
    a, b = torch.rand(edge, edge).to(device), torch.rand(edge, edge).to(device)
    return timed_on(device, lambda: torch.mm(a, b), limits)


WORKS = {
    "playground 2-4-2-1": playground,
    "mlp 784-256-128-10": mlp,
    "convnet 16-32-128-10": digits,
    "bn-convnet 32-32-64-64-10": normalised_convnet,
    "answer for 1 image": partial(answers, 1, 1),
    "answers for 10000 images": partial(answers, 10000, 250),
}
# Beside them, where they are asked for by their names.
PRODUCTS = {f"product {edge}": partial(product, edge) for edge in (1024, 4096)}


def loaded_blas():
    """The files that plain products come from, as the system maps them."""
    torch.mm(torch.rand(64, 64), torch.rand(64, 64))
    with open("/proc/self/maps", encoding="utf-8") as maps:
        return sorted(set(re.findall(r"/\S*/lib(?:open)?blas[^/\s]*|/\S*/lib(?:mkl|blis|atlas|tatlas|satlas)[^/\s]*",
                                     maps.read())))


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
    all_works = {**WORKS, **PRODUCTS}
    times = {work: all_works[work](limits, device) for work in request["works"] or WORKS}
    print(json.dumps({"version": torch.__version__, "device": name, "blas": loaded_blas(), "times": times}))


if __name__ == "__main__":
    main()
