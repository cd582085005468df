// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_onnx.h"
#include "studio/exchange/sandbox/answer/problem_text.h"

#include "target.h"
#include "tensor_bytes.h"

/// What a child process answers that a file has taken over.
void protomind::tryInput(std::string_view input) {
    const auto answer = parseSafetensors(tensorBytes(input));
    if (!answer)
        return;
    if (const auto problem = answer->metadata.find(kProblemKey); problem != answer->metadata.end())
        (void)problemFromText(problem->second).text();
    (void)networkOfOnnx(*answer, "model.onnx");
}
