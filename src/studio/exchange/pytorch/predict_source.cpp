// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "studio/exchange/pytorch/sources.h"
#include "studio/exchange/safe_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

namespace {

constexpr std::string_view kTensors =
    R"py("""Reads and writes safetensors files: by the safetensors package where it is installed, else by hand.
https://huggingface.co/docs/safetensors: the length of the header, the header as JSON, the numbers."""
import json
import os

import numpy
import torch

try:
    import safetensors.torch
except ImportError:
    safetensors = None

TYPES = {"F32": numpy.float32, "I64": numpy.int64}


def load(path):
    """The tensors of a file, by name."""
    if safetensors is not None:
        return safetensors.torch.load_file(str(path))
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        numbers = numpy.frombuffer(data[begin:end], dtype=TYPES[entry["dtype"]]).copy()
        tensors[name] = torch.from_numpy(numbers).reshape(entry["shape"])
    return tensors


def save(tensors, path):
    """Writes a file whole or not at all: it takes the place of the old one once it is complete."""
    header, parts, offset = {}, [], 0
    for name, tensor in sorted(tensors.items()):
        numbers = tensor.detach().cpu().contiguous().numpy()
        kind = "F32" if tensor.is_floating_point() else "I64"
        part = numbers.astype(TYPES[kind]).tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [offset, offset + len(part)]}
        parts.append(part)
        offset += len(part)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    temporary = f"{path}.part"
    with open(temporary, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        file.writelines(parts)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
)py";

constexpr std::string_view kPredict = R"py("""Asks the network of model.py.

    python3 predict.py @EXAMPLE@
"""
import argparse
import csv
import pathlib

import numpy
import torch

from model import CLASSES, INPUT_SHAPE, Network
from tensors import load

HERE = pathlib.Path(__file__).resolve().parent
SCALE = @SCALE@  # what raw numbers are multiplied with


def read_image(path):
    """[1, channels, height, width], as large as the network wants it."""
    from PIL import Image, ImageOps

    channels, height, width = INPUT_SHAPE
    mode = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[channels]
    image = ImageOps.exif_transpose(Image.open(path)).convert(mode).resize((width, height), Image.BILINEAR)
    pixels = numpy.asarray(image, dtype=numpy.float32).reshape(height, width, channels) / 255
    return torch.from_numpy(pixels).permute(2, 0, 1)[None]


def read_rows(path):
    """A sample a row, its numbers in Protomind's order: of an image height, width, channels."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = [row for row in csv.reader(file) if row]
    try:
        float(rows[0][0])
    except ValueError:
        rows = rows[1:]  # names of columns
    x = torch.tensor([[float(cell) for cell in row] for row in rows]) * SCALE
    if len(INPUT_SHAPE) != 3:
        return x.reshape((-1,) + INPUT_SHAPE)
    channels, height, width = INPUT_SHAPE
    return x.reshape(-1, height, width, channels).permute(0, 3, 1, 2)


def answer(network, x):
    """@ANSWER_TEXT@"""
    with torch.no_grad():
        y = @ANSWER@
    return y


def show(values):
    values = values.flatten().tolist()
    if len(CLASSES) != len(values):
        return ", ".join(f"{value:.6g}" for value in values)
    order = sorted(range(len(values)), key=lambda i: -values[i])
    return ", ".join(f"{CLASSES[i]}: {@SHOWN@}" for i in order[:5])


def main():
    parser = argparse.ArgumentParser(description="Asks the network.")
    parser.add_argument("files", nargs="+", help="images, or CSV files with a sample a row")
    parser.add_argument("--weights", default=HERE / "model.safetensors", help="a file that train.py wrote")
    arguments = parser.parse_args()

    network = Network()
    tensors = load(arguments.weights)
    network.load_state_dict({name: tensors[name] for name in network.state_dict()})
    network.eval()
    for path in arguments.files:
        x = read_rows(path) if path.lower().endswith((".csv", ".tsv", ".txt")) else read_image(path)
        for values in answer(network, x):
            print(f"{path}: {show(values)}")


if __name__ == "__main__":
    main()
)py";

/// How what forward gives is read: see answers() in engine/train/objective_nodes.
std::string answerCode(const PythonNetwork& network, bool probabilities) {
    const Shape& shape = network.last().output();
    if (!probabilities)
        return "network.predict(x)";
    const bool single = network.form == TargetForm::Classes && shape.elementCount() == 1;
    const bool many = network.form == TargetForm::Classes && !single;
    std::string value = !network.leftOut.empty() ? "network.predict(x)"
                        : many                   ? "torch.softmax(network(x), dim=1)"
                                                 : "torch.sigmoid(network(x))";
    // A single output speaks for the second of two classes.
    return single ? fmt::format("{}.flatten(1)\n        y = torch.cat([1 - y, y], dim=1)", value) : value;
}

} // namespace

std::string_view tensorsSource() {
    return kTensors;
}

std::string predictSource(const PythonNetwork& network) {
    const bool probabilities = network.loss->givesProbabilities;
    const bool image = isImageShape(network.trained->model.inputShape);
    return filledIn(kPredict, {{"EXAMPLE", image ? "picture.png another.jpg samples.csv" : "samples.csv"},
                               {"SCALE", inputScale(*network.trained) == 1 ? "1.0" : "1 / 255"},
                               {"ANSWER_TEXT", probabilities && network.form == TargetForm::Classes
                                                   ? "[N, classes]: probabilities."
                                                   : "What the network gives for [N, ...]."},
                               {"ANSWER", answerCode(network, probabilities)},
                               {"SHOWN", probabilities ? "values[i]:.1%" : "values[i]:.4g"}});
}

std::string_view requirementsText() {
    return "torch>=1.13\nnumpy\nsafetensors\npillow\n";
}

} // namespace protomind
