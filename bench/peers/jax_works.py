#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""jax_works.py REQUEST: times works in JAX: a training step is one function that is compiled as a whole and may overwrite
what it was given. REQUEST and answer are JSON; see jax_peer.py, which starts this with the settings that it is to run
under: they must be there before libraries are loaded."""
import json
import math
import os
import sys
from functools import partial

from same_work import CHECKED_STEPS, WORKS, Answers, check, first_batch, first_weights
from timing import Limits, timed

REQUEST = json.loads(sys.argv[1])
# XLA takes as many threads as it may use processors.
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:REQUEST["threads"]])

# pylint: disable=wrong-import-position
import jax
import jax.numpy as jnp
import jaxlib
from jax import lax

# As in PyTorch.
NORM_EPSILON, NORM_MOMENTUM = 1e-5, 0.1
ADAM_FIRST, ADAM_SECOND, ADAM_EPSILON = 0.9, 0.999, 1e-8
OPTIONS = REQUEST.get("options", {})
CHANNELS_LAST = OPTIONS.get("channels_last", True)
IMAGES, FILTERS, CHANNEL = ("NHWC", "HWIO", 3) if CHANNELS_LAST else ("NCHW", "OIHW", 1)


def as_image(x):
    """What has its channels first, the way it is computed with."""
    return x.transpose(0, 2, 3, 1) if CHANNELS_LAST and x.ndim == 4 else x


def channelwise(values):
    return values if CHANNELS_LAST else values[:, None, None]


def first_parameters(work):
    """One dictionary a layer; what batch normalisation keeps is not among them."""
    weights = first_weights(work.layers)
    shape = work.sample
    flattened = None
    parameters = []
    for kind, *sizes in work.layers:
        if kind not in ("dense", "conv", "norm"):
            if kind == "pool":
                shape = (shape[0], shape[1] // 2, shape[2] // 2)
            flattened = shape if kind == "flatten" else flattened
            parameters.append({})
            continue
        weight, bias = (jnp.array(numbers, jnp.float32).reshape(of) for of, numbers in next(weights))
        if kind == "conv":
            shape = (sizes[1], *shape[1:])
            weight = weight.transpose(2, 3, 1, 0) if CHANNELS_LAST else weight
        elif kind == "dense":
            if flattened and CHANNELS_LAST:
                # What was laid flat lies in another order then.
                weight = weight.reshape(-1, *flattened).transpose(0, 2, 3, 1).reshape(weight.shape)
            flattened = None
            weight = weight.T
        parameters.append({"weight": weight, "bias": bias})
    return parameters


def first_averages(work):
    """What batch normalisation keeps of the batches, for its answers."""
    return [{"mean": jnp.zeros(sizes[0]), "variance": jnp.ones(sizes[0])} if kind == "norm" else {}
            for kind, *sizes in work.layers]


def convolved(x, parameters):
    product = lax.conv_general_dilated(x, parameters["weight"], (1, 1), "SAME",
                                       dimension_numbers=(IMAGES, FILTERS, IMAGES))
    return product + channelwise(parameters["bias"])


def normalised(x, parameters, averages):
    """Of a batch, and the averages it leaves."""
    axes = tuple(axis for axis in range(4) if axis != CHANNEL)
    count = x.size // x.shape[CHANNEL]
    mean = x.mean(axes)
    variance = ((x - channelwise(mean)) ** 2).mean(axes)
    left = {"mean": (1 - NORM_MOMENTUM) * averages["mean"] + NORM_MOMENTUM * mean,
            "variance": (1 - NORM_MOMENTUM) * averages["variance"]
                        + NORM_MOMENTUM * variance * (count / (count - 1))}
    scale = parameters["weight"] * lax.rsqrt(variance + NORM_EPSILON)
    return (x - channelwise(mean)) * channelwise(scale) + channelwise(parameters["bias"]), left


def pooled(x):
    """The largest of each 2 x 2."""
    if OPTIONS.get("pool_by_shape"):
        # XLA is slow at finding the place that a gradient goes back to; a maximum over axes it takes together.
        shape = list(x.shape)
        height = 1 if CHANNELS_LAST else 2
        split = [*shape[:height], shape[height] // 2, 2, shape[height + 1] // 2, 2, *shape[height + 2:]]
        return x.reshape(split).max((height + 1, height + 3))
    window = (1, 2, 2, 1) if CHANNELS_LAST else (1, 1, 2, 2)
    return lax.reduce_window(x, -jnp.inf, lax.max, window, window, "VALID")


def forward(layers, parameters, averages, x):
    """What comes out, and the averages of batch normalisation."""
    left = []
    for (kind, *_), own, kept in zip(layers, parameters, averages):
        if kind == "dense":
            x = x @ own["weight"] + own["bias"]
        elif kind == "conv":
            x = convolved(x, own)
        elif kind == "norm":
            x, kept = normalised(x, own, kept)
        else:
            x = {"tanh": jnp.tanh, "relu": jax.nn.relu, "pool": pooled,
                 "flatten": lambda value: value.reshape(value.shape[0], -1)}[kind](x)
        left.append(kept)
    return x, left


def cost_of(work, parameters, averages, x, target):
    outputs, left = forward(work.layers, parameters, averages, x)
    if not work.classes:
        return ((outputs - target[:, None]) ** 2).mean(), left
    picked = jnp.take_along_axis(outputs, target[:, None], axis=1)[:, 0]
    return (jax.nn.logsumexp(outputs, axis=1) - picked).mean(), left


def sgd(rate, parameters, gradients, memory):
    return jax.tree.map(lambda value, gradient: value - rate * gradient, parameters, gradients), memory


def adam(rate, parameters, gradients, memory):
    first = jax.tree.map(lambda old, gradient: ADAM_FIRST * old + (1 - ADAM_FIRST) * gradient,
                         memory["first"], gradients)
    second = jax.tree.map(lambda old, gradient: ADAM_SECOND * old + (1 - ADAM_SECOND) * gradient ** 2,
                          memory["second"], gradients)
    count = memory["count"] + 1
    length = rate / (1 - ADAM_FIRST ** count)
    correction = lax.rsqrt(1 - ADAM_SECOND ** count)
    moved = jax.tree.map(lambda value, one, two: value - length * one / (jnp.sqrt(two) * correction + ADAM_EPSILON),
                         parameters, first, second)
    return moved, {"first": first, "second": second, "count": count}


def first_memory(work, parameters):
    if work.optimizer == "sgd":
        return {}
    return {"first": jax.tree.map(jnp.zeros_like, parameters), "second": jax.tree.map(jnp.zeros_like, parameters),
            "count": jnp.zeros((), jnp.float32)}


def counted(parameters):
    return sum(math.prod(value.shape) for value in jax.tree.leaves(parameters))


def batch_of(work):
    samples, targets = first_batch(work)
    return as_image(jnp.array(samples, jnp.float32).reshape(-1, *work.sample)), jnp.array(targets)


def training(work, limits):
    """Seconds, and what shows whether it is the same work."""
    parameters = first_parameters(work)
    state = parameters, first_averages(work), first_memory(work, parameters)
    x, target = batch_of(work)
    count = counted(parameters)
    optimizer = {"sgd": sgd, "adam": adam}[work.optimizer]

    @partial(jax.jit, donate_argnums=0)
    def step(state, x, target):
        parameters, averages, memory = state
        (cost, averages), gradients = jax.value_and_grad(partial(cost_of, work), has_aux=True)(
            parameters, averages, x, target)
        parameters, memory = optimizer(work.rate, parameters, gradients, memory)
        return (parameters, averages, memory), cost

    def run():
        nonlocal state
        state, cost = jax.block_until_ready(step(state, x, target))
        return cost

    losses = [run() for _ in range(CHECKED_STEPS)]
    kept = [value.mean() for value in jax.tree.leaves(state[1])]
    checked = check(count, losses + ([sum(kept) / len(kept)] if kept else []))
    return timed(run, limits), checked


def answers(work, limits):
    parameters = first_parameters(work)
    x, _ = batch_of(work)
    pieces = [jnp.array(x) for _ in range(work.pieces)]
    averages = first_averages(work)

    @jax.jit
    def probabilities(parameters, x):
        return jax.nn.softmax(forward(work.layers, parameters, averages, x)[0], axis=1)

    def run():
        return jax.block_until_ready([probabilities(parameters, piece) for piece in pieces])

    return timed(run, limits), check(counted(parameters), probabilities(parameters, x)[0])


def main():
    limits = Limits(*REQUEST["limits"])
    answer = {"version": jax.__version__, "jaxlib": jaxlib.__version__, "device": jax.devices()[0].platform,
              "times": {}, "checks": {}, "failed": {}}
    for name in REQUEST["works"] or WORKS:
        work = WORKS[name]
        timing = answers if isinstance(work, Answers) else training
        answer["times"][name], answer["checks"][name] = timing(work, limits)
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
