// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/tensor_file.h"

#include "target.h"
#include "tensor_bytes.h"

/// A file of tensors, and all of its numbers.
void protomind::tryInput(std::string_view input) {
    const auto file = parseSafetensors(tensorBytes(input));
    if (!file)
        return;
    for (const auto& [name, tensor] : file->tensors) {
        (void)floatsOf(tensor);
        (void)integersOf(tensor);
    }
}
