// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacks/attack.h"
#include "attacks/sound_onnx.h"

namespace protomind {

namespace {

namespace fs = std::filesystem;

/// A model whose kernel lies elsewhere; prepare puts something there.
Attack external(
    std::string name, std::string location,
    std::function<void(const fs::path& folder)> prepare = [](const fs::path&) {}) {
    return {std::move(name),
            [location = std::move(location), prepare = std::move(prepare)](const fs::path& folder) {
                onnx::ModelProto model = soundOnnx();
                keepKernelIn(model, location);
                prepare(folder);
                return writeOnnx(folder, model);
            }};
}

Attack part(std::string name, std::string offset, std::string length) {
    return {std::move(name),
            [offset = std::move(offset), length = std::move(length)](const fs::path& folder) {
                onnx::ModelProto model = soundOnnx();
                keepKernelIn(model, "model.onnx.data", offset, length);
                writeBytes(folder / "model.onnx.data", std::string(24, '\0'));
                return writeOnnx(folder, model);
            }};
}

} // namespace

std::vector<Attack> externalDataAttacks() {
    return {
        external("ExternalParentFolder", "../secret.bin",
                 [](const fs::path& f) { std::ignore = secretBeside(f); }),
        external("ExternalParentInTheMiddle", "inner/../../secret.bin",
                 [](const fs::path& f) {
                     std::ignore = secretBeside(f);
                     fs::create_directory(f / "inner");
                 }),
        external("ExternalAbsolute", "/etc/passwd"),
        external("ExternalUrl", "file:///etc/passwd"),
        external("ExternalHome", "~/.ssh/id_rsa"),
        external("ExternalDevice", "/dev/zero"),
        external("ExternalOfOtherName", "diary.txt",
                 [](const fs::path& f) { writeBytes(f / "diary.txt", std::string(24, 'a')); }),
        external("ExternalNul", std::string("model.onnx.data\0.txt", 20),
                 [](const fs::path& f) { writeBytes(f / "model.onnx.data", std::string(24, '\0')); }),
        external("ExternalItself", "model.onnx"),
        external("ExternalEmptyName", ""),
        external("ExternalMissing", "model.onnx.data"),
        external("ExternalSymbolicLink", "model.onnx.data",
                 [](const fs::path& f) { fs::create_symlink(secretBeside(f), f / "model.onnx.data"); }),
        external("ExternalHardLink", "model.onnx.data",
                 [](const fs::path& f) { fs::create_hard_link(secretBeside(f), f / "model.onnx.data"); }),
        external("ExternalFolder", "model.onnx.data",
                 [](const fs::path& f) { fs::create_directory(f / "model.onnx.data"); }),
        external("ExternalLinkedFolder", "inner/model.onnx.data",
                 [](const fs::path& f) { fs::create_directory_symlink(f.parent_path(), f / "inner"); }),
        external("ExternalTooShort", "model.onnx.data",
                 [](const fs::path& f) { writeBytes(f / "model.onnx.data", std::string(23, '\0')); }),
        part("ExternalBehindTheEnd", "4096", "24"),
        part("ExternalNegativeOffset", "-24", "24"),
        part("ExternalOverflowingOffset", "18446744073709551600", "24"),
        part("ExternalOtherLength", "0", "12"),
        part("ExternalHugeLength", "0", "9223372036854775807"),
        part("ExternalNoNumber", "0", "a lot"),
    };
}

} // namespace protomind
