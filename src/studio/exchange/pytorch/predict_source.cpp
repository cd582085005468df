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
https://huggingface.co/docs/safetensors: the length of the header, the header as JSON, the numbers. Reads tables too."""
import csv
import io
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


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


def read_table(path):
    """The rows of a CSV file as (line, cells), without the names of columns. Where semicolons or tabs separate, a
    number may have a decimal comma."""
    try:
        with open(path, newline="", encoding="utf-8-sig", errors="replace") as file:
            text = file.read()
    except OSError as problem:
        raise SystemExit(f"{path} can't be read: {problem.strerror}.")
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = ";" if ";" in first else "\t" if "\t" in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = []
    for row in reader:
        cells = [cell.strip() for cell in row]
        if separator != ",":
            cells = [cell.replace(",", ".") if is_number(cell.replace(",", ".")) else cell for cell in cells]
        if any(cells):
            rows.append((reader.line_num, cells))
    if rows and not is_number(rows[0][1][0]):
        rows = rows[1:]
    if not rows:
        raise SystemExit(f"{path} has no samples.")
    return rows


def numbers_of(path, line, cells):
    """A row's cells as numbers."""
    for cell in cells:
        if not is_number(cell):
            raise SystemExit(f"{path}: line {line} has {cell!r} where a number should be.")
    return [float(cell) for cell in cells]
)py";

constexpr std::string_view kReadImage = R"py(def read_image(path):
    """[1, channels, height, width], as large as the network wants it."""
    from PIL import Image, ImageOps

    channels, height, width = INPUT_SHAPE
    mode = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[channels]
    image = ImageOps.exif_transpose(Image.open(path)).convert(mode).resize((width, height), Image.BILINEAR)
    pixels = numpy.asarray(image, dtype=numpy.float32).reshape(height, width, channels) / 255
    return torch.from_numpy(pixels).permute(2, 0, 1)[None]


)py";

constexpr std::string_view kPredict = R"py("""Asks the network of model.py.

    python3 predict.py @EXAMPLE@
"""
import argparse
import math
import pathlib

@NUMPY@import torch

from model import CLASSES, INPUT_SHAPE, Network
from tensors import load, numbers_of, read_table

HERE = pathlib.Path(__file__).resolve().parent


@READ_IMAGE@def read_rows(path):
    """A sample a row, its numbers as the network takes them@ORDER@."""
    columns = math.prod(INPUT_SHAPE)
    samples = []
    for line, cells in read_table(path):
        if len(cells) != columns:
            raise SystemExit(f"{path}: line {line} has {len(cells)} numbers, the network takes {columns}.")
        samples.append(numbers_of(path, line, cells))
    x = torch.tensor(samples)
    @RESHAPE@


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
    parser.add_argument("files", nargs="+", help="@FILES@")
    parser.add_argument("--weights", default=HERE / "model.safetensors", help="a file that train.py wrote")
    arguments = parser.parse_args()

    network = Network()
    tensors = load(arguments.weights)
    network.load_state_dict({name: tensors[name] for name in network.state_dict()})
    network.eval()
    for path in arguments.files:
        x = @READ@
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
    const Shape& input = network.trained->model.inputShape;
    const bool image = isImageShape(input);
    const bool pictures = takesPictures(network);
    return filledIn(
        kPredict,
        {{"EXAMPLE", pictures ? "picture.png another.jpg samples.csv" : "samples.csv"},
         {"NUMPY", pictures ? "import numpy\n" : ""},
         {"READ_IMAGE", pictures ? std::string(kReadImage) : std::string()},
         {"ORDER", image ? ": height, width, channels, pixels from 0 to 1" : ""},
         {"RESHAPE", image ? "channels, height, width = INPUT_SHAPE\n"
                             "    return x.reshape(-1, height, width, channels).permute(0, 3, 1, 2)"
                           : "return x.reshape((-1,) + INPUT_SHAPE)"},
         {"READ", pictures ? "read_rows(path) if path.lower().endswith((\".csv\", \".tsv\", \".txt\")) else "
                             "read_image(path)"
                           : "read_rows(path)"},
         {"FILES", pictures ? "images, or CSV files with a sample a row" : "CSV files with a sample a row"},
         {"ANSWER_TEXT", probabilities && network.form == TargetForm::Classes
                             ? "[N, classes]: probabilities."
                             : "What the network gives for [N, ...]."},
         {"ANSWER", answerCode(network, probabilities)},
         {"SHOWN", probabilities ? "values[i]:.1%" : "values[i]:.4g"}});
}

bool takesPictures(const PythonNetwork& network) {
    constexpr std::int64_t kMostChannels = 4; // red, green, blue and how opaque they are
    const Shape& input = network.trained->model.inputShape;
    return isImageShape(input) && input[2] <= kMostChannels;
}

std::string requirementsText(const PythonNetwork& network) {
    return std::string("torch>=1.13\nnumpy\nsafetensors\n") + (takesPictures(network) ? "pillow\n" : "");
}

} // namespace protomind
