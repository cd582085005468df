// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"
#include "studio/exchange/onnx/read_onnx.h"

namespace protomind {

const Format& onnxFormat();

const Format& onnxFormat() {
    static const Format format{
        .name = "onnx",
        .title = "ONNX",
        .extension = ".onnx",
        .summary =
            "One file that ONNX Runtime and many other programs run, on servers, phones and in browsers.",
        .read = readOnnx,
        .recognises = recognisesOnnx};
    return format;
}

} // namespace protomind
