// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/format.h"
#include "studio/exchange/safetensors/tensor_file.h"

namespace protomind {

/// The network of a .keras archive as the child process answers it: see parseKeras.
[[nodiscard]] Result<ImportedNetwork> networkOfKerasFile(const TensorFile& answer);

} // namespace protomind
