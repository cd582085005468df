#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens export/*.keras of each folder with Keras itself and compares what it computes with the folder's
reference.safetensors. Prints one line a folder; exits with 1 where one differs. Where
rounding alone could be why, as behind a normalisation over very few numbers, more is allowed: ten times as
much as the answer moves where samples and weights do by a millionth.

usage: KERAS_BACKEND=numpy check_keras.py FOLDER...
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "numpy")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
from safetensors.numpy import load_file

TOLERANCE = 1e-4


def distance(a, b):
    """The largest difference, in parts of the largest number (or of 1)."""
    return float(np.max(np.abs(a - b))) / max(1.0, float(np.max(np.abs(b))))


def rounding(model, samples, answer):
    """How far the answer moves where samples and weights move by what they may be rounded by."""
    random = np.random.default_rng(1)

    def moved(array):
        return array * (1 + 1e-6 * random.standard_normal(array.shape)).astype(array.dtype)

    # Words are whole numbers.
    reads_words = any(isinstance(layer, keras.layers.Embedding) for layer in model.layers)
    model.set_weights([moved(weight) for weight in model.get_weights()])
    return distance(np.asarray(model(samples if reads_words else moved(samples), training=False)), answer)


def compare(model_path, reference):
    """What is off, and what may be."""
    model = keras.saving.load_model(model_path, compile=False)
    answer = np.asarray(model(reference["input"], training=False))
    if answer.shape != reference["output"].shape:
        raise ValueError(f"gives {answer.shape}, not {reference['output'].shape}")
    off = distance(answer, reference["output"])
    if off <= TOLERANCE:
        return off, TOLERANCE
    return off, max(TOLERANCE, 10 * rounding(model, reference["input"], answer))


def check(folder):
    if not Path(folder).is_dir():
        print(f"{folder}: FAILS: there is no such folder")
        return False
    exports = sorted(Path(folder, "export").rglob("*.keras"))
    if not exports:
        print(f"{folder}: no .keras, left out")
        return True
    reference = load_file(Path(folder, "reference.safetensors"))
    sound = True
    for path in exports:
        try:
            off, allowed = compare(path, reference)
            good = off <= allowed
            print(f"{folder}: {path.name} {'agrees' if good else 'DIFFERS'} ({off:.1e})")
        except Exception as error:  # whatever Keras has against a file is what is asked for here
            good = False
            print(f"{folder}: {path.name} FAILS: {type(error).__name__}: {' '.join(str(error).split())[:300]}")
        sound = sound and good
    return sound


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    results = [check(folder) for folder in sys.argv[1:]]
    print(f"{sum(results)} of {len(results)} folders agree")
    sys.exit(0 if all(results) else 1)
