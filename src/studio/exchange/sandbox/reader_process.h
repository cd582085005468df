// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/limits.h"
#include "studio/exchange/safetensors/tensor_file.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace protomind {

/// Which program reads a file, how, and how long it may take.
struct ReaderCall {
    std::filesystem::path program; ///< that calls runReader
    std::string parser;
    std::chrono::milliseconds time = std::chrono::seconds(kReaderSeconds);
    std::int64_t answerBytes = kMaxUnpackedBytes; ///< of all numbers; text comes on top
};

/// Starts the program with the file as its standard input and nothing else of ours, and takes its answer.
/// When this returns the program has ended. From any thread, any number at a time.
[[nodiscard]] Result<TensorFile> readByProcess(const ReaderCall& call, const std::filesystem::path& path);

} // namespace protomind
