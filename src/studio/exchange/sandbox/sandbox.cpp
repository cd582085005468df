// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/sandbox.h"

#include "studio/exchange/sandbox/reader_process.h"

#include <array>

namespace protomind {

namespace {

/// Beside this program, where it was built; else where it is installed.
std::filesystem::path readerProgram() {
    namespace fs = std::filesystem;
    constexpr std::array kPlaces{"protomind-reader", "../libexec/protomind/protomind-reader",
                                 "../lib/protomind/protomind-reader"};
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    if (error)
        return {}; // never one of the folder that the program happens to be in
    for (const char* place : kPlaces) {
        const fs::path program = folder / place;
        if (fs::is_regular_file(program, error))
            return program;
    }
    return folder / kPlaces.front();
}

} // namespace

Result<TensorFile> readInSandbox(const std::string& parser, const std::filesystem::path& path) {
    return readByProcess({.program = readerProgram(), .parser = parser}, path);
}

} // namespace protomind
