// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/train_text.h"

namespace protomind {

namespace {

constexpr std::string_view kTrain = R"py("""Trains the network of model.py on, from where Protomind stopped.

    python3 train.py                              @DEFAULT_DATA@
    python3 train.py --data FOLDER                IDX files, as MNIST has them
    python3 train.py --data samples.csv           a sample a row, what should come out for it in the last columns
    python3 train.py --data samples.npz           arrays x and y
    torchrun --nproc_per_node 4 train.py          four processes (with a GPU each, where there are any) share a batch

The batches, and the samples kept aside, are those that Protomind takes for the same data and seed. After every
epoch all is written to trained.safetensors: the next call goes on from there, and predict.py takes it by
--weights trained.safetensors.
"""
import argparse
import gzip
import hashlib
import math
import os
import pathlib

import numpy
import torch
import torch.distributed as dist
import torch.nn.functional as F

from model import CLASSES, INPUT_SHAPE, Network
from tensors import is_number, load, numbers_of, read_table, save

HERE = pathlib.Path(__file__).resolve().parent
TRAINED = HERE / "trained.safetensors"

# As it was set in Protomind.
LEARNING_RATE = @LEARNING_RATE@
BATCH_SIZE = @BATCH_SIZE@
EPOCHS = @EPOCHS@
VALIDATION = @VALIDATION@  # the share of the samples that is kept aside
SEED = @SEED@
@L1@L2 = @L2@
STEPS_DONE = @STEPS_DONE@
STEPS_PER_EPOCH = @STEPS_PER_EPOCH@  # of these steps; 0: not known
HAS_CLASSES = @HAS_CLASSES@
TARGET_SHAPE = @TARGET_SHAPE@
CLASS_COUNT = @CLASS_COUNT@
SCALE = @SCALE@  # what numbers from 0 to 255 are multiplied with, in .npz files
# What the penalties are for: kernels, not biases.
KERNELS = @KERNELS@
# What the optimiser remembers for each weight.
STATE = @STATE@


# The optimiser, the schedule, the loss ----------------------------------------------------------------------


@OPTIMIZER@

@SHRINK@
@SCHEDULE@

def rows(x):
    """[N, ...] as [N, outputs], in Protomind's order."""
    return @ROWS@


@LOSS@

def correct_of(prediction, y):
    """How many samples are classified rightly."""
    if not HAS_CLASSES:
        return prediction.new_zeros(())
    scores = rows(prediction)
    decided = scores[:, 0] > @THRESHOLD@ if scores.shape[1] == 1 else scores.argmax(dim=1)
    return (decided == y).sum().to(prediction.dtype)


def penalties(model, share):
    """What is added to the loss: by layers, and for large weights."""
    found = [module.penalty for module in model.modules() if getattr(module, "penalty", None) is not None]
    total = sum(found) * share if found else torch.zeros(())
    if L2 != 0:
        total = total + L2 * sum(p.square().sum() for name, p in model.named_parameters() if name in KERNELS)
    return total


@DATA@
@AUGMENT@
# Training ---------------------------------------------------------------------------------------------------


def rank():
    return dist.get_rank() if dist.is_initialized() else 0


def processes():
    return dist.get_world_size() if dist.is_initialized() else 1


def train_step(model, optimizer, x, y, rate):
    """One step on a batch, of which every process takes a part. Returns the part's loss and the number of
    samples that are classified rightly, as sums."""
    for group in optimizer.param_groups:
        group["lr"] = rate
    network = model.module if isinstance(model, torch.nn.parallel.DistributedDataParallel) else model
    mine = slice(rank(), None, processes()) if len(x) >= processes() else slice(None)
    device = next(network.parameters()).device
    part, target = x[mine].to(device), y[mine].to(device)
    # Gradients are averaged over the processes: each counts by its part.
    share = len(part) * processes() / len(x) if len(x) >= processes() else 1.0
    optimizer.zero_grad()
    prediction = model(part)
    loss = loss_of(prediction, target)
    (loss * share + penalties(network, share)).backward()
    optimizer.step()
@CALL_SHRINK@    count = len(part) if len(x) >= processes() else len(part) / processes()
    return loss.detach() * count, correct_of(prediction.detach(), target) * count / len(part)


def summed(*numbers):
    """Over all processes."""
    total = torch.stack([torch.as_tensor(number, dtype=torch.float64, device="cpu") for number in numbers])
    if dist.is_initialized():
        if dist.get_backend() == "nccl":
            total = total.cuda()
        dist.all_reduce(total)
    return total.tolist()


@torch.no_grad()
def evaluate(network, x, y):
    """Mean loss, and the share that is classified rightly. Every process takes a part."""
    network.eval()
    device = next(network.parameters()).device
    loss, correct = 0.0, 0.0
    for begin in range(rank() * BATCH_SIZE, len(x), processes() * BATCH_SIZE):
        part, target = x[begin:begin + BATCH_SIZE].to(device), y[begin:begin + BATCH_SIZE].to(device)
        prediction = network(part)
        loss += loss_of(prediction, target).item() * len(part)
        correct += correct_of(prediction, target).item()
    network.train()
    loss, correct = summed(loss, correct)
    return loss / len(x), correct / len(x)


def state_of(optimizer, network, step):
    """All that going on needs, for trained.safetensors."""
    tensors = dict(network.state_dict())
    for name, parameter in network.named_parameters():
        for key in STATE:
            if key in optimizer.state.get(parameter, {}):
                tensors[f"optimizer/{name}.{key}"] = optimizer.state[parameter][key]
    inner = next((s["step"] for s in optimizer.state.values() if "step" in s), 0)
    tensors["optimizer/step"] = torch.tensor(int(inner))
    tensors["optimizer/reach"] = torch.tensor(float(optimizer.param_groups[0].get("reach", 0.0)))
    tensors["training/step"] = torch.tensor(step)
@KEEP_BEGINS@    tensors["training/origin"] = torch.tensor(origin())
    return tensors


def origin():
    """Tells which weights from Protomind were trained on: others may have been written here since."""
    digest = hashlib.sha256((HERE / "model.safetensors").read_bytes()).digest()
    return int.from_bytes(digest[:7], "little")


def restore_optimizer(optimizer, network, tensors):
    """Takes up what the optimiser remembered; begins anew where there is nothing of it."""
    for name, parameter in network.named_parameters():
        if STATE and all(f"{name}.{key}" in tensors for key in STATE):
            state = {key: tensors[f"{name}.{key}"].to(parameter.device) for key in STATE}
            state["step"] = torch.tensor(float(tensors["step"]))
            optimizer.state[parameter] = state
    for group in optimizer.param_groups:
        group["reach"] = float(tensors["reach"]) if "reach" in tensors else 0.0


def restored(device):
    """The network and its optimiser as they were left, and the number of steps done."""
    network = Network()
    tensors = load(TRAINED) if TRAINED.exists() else {}
    goes_on = "training/origin" in tensors and int(tensors["training/origin"]) == origin()
    if not goes_on:
        tensors = load(HERE / "model.safetensors")
    network.load_state_dict({name: tensors[name] for name in network.state_dict()})
    network.to(device).train()
    optimizer = make_optimizer(network)
    if goes_on:
        kept = {name[len("optimizer/"):]: t for name, t in tensors.items() if name.startswith("optimizer/")}
        restore_optimizer(optimizer, network, kept)
@TAKE_BEGINS@        return network, optimizer, int(tensors["training/step"])
@TAKE_STATE@    return network, optimizer, None


def main():
    parser = argparse.ArgumentParser(description="Trains the network on.")
    parser.add_argument("--data", help="a folder of IDX files, a CSV, .npz or .safetensors file")
    parser.add_argument("--epochs", type=int, help="how many more; else until those of Protomind are done")
    arguments = parser.parse_args()

    processes_here = int(os.environ.get("LOCAL_WORLD_SIZE", 1))
    if torch.cuda.is_available() and processes_here > torch.cuda.device_count():
        raise SystemExit(f"There are {processes_here} processes, but only {torch.cuda.device_count()} GPUs here: "
                         f"say --nproc_per_node {torch.cuda.device_count()}.")
    if "RANK" in os.environ:
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0))) if torch.cuda.is_available() else "cpu"
    if torch.cuda.is_available():
        torch.cuda.set_device(device)
    torch.manual_seed(SEED + rank())
    x, y, test = load_data(arguments.data)
    training, aside = split(len(x))
    batch_size = min(BATCH_SIZE, len(training))
    per_epoch = (len(training) + batch_size - 1) // batch_size

    if not any(p.requires_grad for p in Network().parameters()):
        raise SystemExit("The network has nothing to learn.")
    network, optimizer, step = restored(device)
    if step is None:  # Protomind's steps, which are of another size where the data is
        step = STEPS_DONE if STEPS_PER_EPOCH in (0, per_epoch) else STEPS_DONE // STEPS_PER_EPOCH * per_epoch
    model = network
    if dist.is_initialized():
        model = torch.nn.parallel.DistributedDataParallel(
            network, device_ids=[device.index] if torch.cuda.is_available() else None)
    goal = goal_of(step, per_epoch, arguments.epochs)

    loss = correct = 0.0
    count = 0
    while step < goal:
@BEGIN_AGAIN@        begin = step % per_epoch * batch_size
        if begin == 0 or count == 0:
            order = shuffled(len(training), EPOCH_ORDER, step // per_epoch)
        chosen = training[order[begin:begin + batch_size]]
        part = train_step(model, optimizer, @CHOSEN@, y[chosen], learning_rate(step, per_epoch))
        loss, correct, count = loss + part[0].item(), correct + part[1].item(), count + len(chosen)
        step += 1
        if step % per_epoch == 0 or step == goal:
            loss, correct = summed(loss, correct)
            line = f"epoch {step / per_epoch:g}: loss {loss / count:.6f}"
            line += f", right {correct / count:.1%}" if HAS_CLASSES else ""
            for what, samples in (("validation", (x[aside], y[aside])), ("test", test)):
                if samples is not None and len(samples[0]):
                    figures = evaluate(network, *samples)
                    line += f", {what} loss {figures[0]:.6f}"
                    line += f", right {figures[1]:.1%}" if HAS_CLASSES else ""
            if rank() == 0:
                print(line, flush=True)
                save(state_of(optimizer, network, step), TRAINED)
            loss, correct, count = 0.0, 0.0, 0
    if dist.is_initialized():
        dist.barrier()
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
)py";

} // namespace

std::string_view trainText() {
    return kTrain;
}

} // namespace protomind
