// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/safetensors/tensor_file.h"

#include <optional>

namespace protomind {

/// By the format's own name, "F32"; none where it is no kind that we know.
[[nodiscard]] std::optional<TensorType> tensorTypeNamed(std::string_view name);

/// How many bytes a tensor of such sizes takes; none where that is beyond 2^62, or a size is negative.
[[nodiscard]] std::optional<std::int64_t> checkedBytes(TensorType type, std::span<const std::int64_t> sizes);

} // namespace protomind
