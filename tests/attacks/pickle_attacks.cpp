// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacks/attack.h"
#include "attacks/zip_bytes.h"

namespace protomind {

namespace {

/// What runs a program as soon as Python's pickle opens it.
std::string pickle(char protocol) {
    return std::string("\x80", 1) + protocol + "cposix\nsystem\nX\x04\0\0\0true\x85R.";
}

Attack file(std::string name, std::string fileName, std::string bytes) {
    return {std::move(name),
            [fileName = std::move(fileName), bytes = std::move(bytes)](const std::filesystem::path& folder) {
                writeBytes(folder / fileName, bytes);
                return folder / fileName;
            }};
}

} // namespace

std::vector<Attack> pickleAttacks() {
    const std::string archive = zipOf(
        {{.name = "archive/data.pkl", .content = pickle(2)}, {.name = "archive/version", .content = "3"}});
    const std::string late = zipOf({{.name = "archive/padding", .content = std::string(100'000, 'a')},
                                    {.name = "archive/data.pkl", .content = pickle(2)}});
    return {
        file("PickleBare", "model.pt", pickle(2)),
        file("PickleOfProtocol0", "model.pkl", "cposix\nsystem\n(S'true'\ntR."),
        file("PickleInArchive", "model.pth", archive),
        file("PickleFarBackInArchive", "model.bin", late),
        file("PickleAsOnnx", "model.onnx", pickle(4)),
        file("PickleAsKeras", "model.keras", archive),
        file("PickleAsTfjs", "model.json", pickle(5)),
        file("PickleAsSafetensors", "model.safetensors", pickle(3)),
    };
}

} // namespace protomind
