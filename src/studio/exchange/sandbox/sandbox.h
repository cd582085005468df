// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/safetensors/tensor_file.h"

#include <filesystem>
#include <string>

namespace protomind {

/// Reads a file in a child process (protomind-reader) that has no rights: no network, no other files, limited
/// memory and time; whatever happens to it there, this process goes on. parser: "onnx" or "keras", see
/// studio/exchange/reader. What the child answers is checked like any other file. Fails with "the file is
/// damaged" where the child crashed, and with the child's own sentence where it refused the file.
[[nodiscard]] Result<TensorFile> readInSandbox(const std::string& parser, const std::filesystem::path& path);

} // namespace protomind
