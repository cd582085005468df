// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace protomind {

/// A file that means no good, made anew for a test.
struct Attack {
    std::string name;
    /// Makes it, and whatever it wants to reach, below folder; gives the file that a person would open.
    std::function<std::filesystem::path(const std::filesystem::path& folder)> make;
};

[[nodiscard]] std::vector<Attack> zipAttacks();
[[nodiscard]] std::vector<Attack> kerasAttacks();
[[nodiscard]] std::vector<Attack> hdf5Attacks();
[[nodiscard]] std::vector<Attack> onnxAttacks();
[[nodiscard]] std::vector<Attack> externalDataAttacks();
[[nodiscard]] std::vector<Attack> tfjsAttacks();
[[nodiscard]] std::vector<Attack> pickleAttacks();

/// A TensorFlow.js model that is read without complaint.
[[nodiscard]] Attack soundTfjs();

void writeBytes(const std::filesystem::path& file, std::string_view bytes);

/// What a person keeps outside of the folder that an attack lies in: <folder>/../secret.bin, 64 floats.
[[nodiscard]] std::filesystem::path secretBeside(const std::filesystem::path& folder);

} // namespace protomind
