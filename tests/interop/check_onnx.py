#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_onnx.py FOLDER...
#
# Runs export/network.onnx of each folder in ONNX Runtime with the samples of reference.safetensors, and compares
# with what Protomind made of them. The model has to pass ONNX's own checker and shape inference too.
import pathlib
import sys

import numpy
import onnx
import onnxruntime
from safetensors.numpy import load_file

TOLERANCE = 1e-4  # of the largest output, or of 1


def channels_in_front(samples):
    """Images have their channels before height and width there: N × H × W × C -> N × C × H × W."""
    return numpy.ascontiguousarray(numpy.moveaxis(samples, 3, 1)) if samples.ndim == 4 else samples


def sizes(value):
    return [dim.dim_param or dim.dim_value for dim in value.type.tensor_type.shape.dim]


def faults_of_description(model):
    """What the file says of itself, without running it."""
    onnx.checker.check_model(model, full_check=True)
    inferred = onnx.shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
    faults = []
    if (model.ir_version, model.opset_import[0].version) != (8, 17):
        faults.append(f"IR {model.ir_version}, opset {model.opset_import[0].version}")
    for value in list(inferred.graph.input) + list(inferred.graph.output):
        if sizes(value)[0] != "N":
            faults.append(f"the batch of {value.name!r} is called {sizes(value)[0]!r}")
    return faults


def answers(path, samples):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    whole = session.run(None, {name: samples})[0]
    single = session.run(None, {name: samples[:1]})[0]
    return whole, single


def difference(found, expected):
    if found.shape != expected.shape:
        return f"gives {found.shape}, not {expected.shape}"
    largest = float(numpy.abs(found - expected).max())
    allowed = TOLERANCE * max(1.0, float(numpy.abs(expected).max()))
    return None if largest <= allowed else f"differs by {largest:g}, more than {allowed:g}"


def check(folder):
    path = folder / "export" / "network.onnx"
    if not path.exists():
        return None
    reference = load_file(folder / "reference.safetensors")
    expected = channels_in_front(reference["output"])
    faults = faults_of_description(onnx.load(path))
    whole, single = answers(path, channels_in_front(reference["input"]))
    faults += [fault for fault in (difference(whole, expected), difference(single, expected[:1])) if fault]
    return faults


def main(folders):
    failed = 0
    for folder in map(pathlib.Path, folders):
        try:
            faults = check(folder)
        except Exception as error:  # whatever the runtime throws belongs to that network
            faults = [f"{type(error).__name__}: {error}"]
        if faults:
            failed += 1
            print(f"FAILED {folder.name}: {'; '.join(faults)}")
        else:
            print(f"{'left out' if faults is None else 'ok'} {folder.name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
