// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_onnx.h"

#include "reader_answer.h"
#include "target.h"

/// A model of ONNX, through protobuf and all that follows.
void protomind::tryInput(std::string_view input) {
    if (const auto answer = answerOf(parseOnnx, input))
        (void)networkOfOnnx(*answer, "model.onnx");
}
