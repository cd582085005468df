// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"
#include "studio/exchange/onnx/read_onnx.h"
#include "studio/exchange/onnx/write_model.h"

namespace protomind {

const Format& onnxFormat();

const Format& onnxFormat() {
    static const Format format{
        .name = "onnx",
        .title = "ONNX",
        .extension = ".onnx",
        .summary =
            "One file that ONNX Runtime and many other programs run, on servers, phones and in browsers.",
        .help =
            "In Python: onnxruntime.InferenceSession(file).run(None, {name of the input: samples}). To look "
            "at it, open it in Netron.",
        .holds = holdsInOnnx,
        .suits = suitsOnnx,
        .write = writeOnnx,
        .notes = onnxNotes,
        .read = readOnnx,
        .recognises = recognisesOnnx};
    return format;
}

} // namespace protomind
