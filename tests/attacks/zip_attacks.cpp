// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacks/attack.h"
#include "attacks/sound_keras.h"
#include "attacks/zip_bytes.h"

namespace protomind {

namespace {

Attack archive(std::string name, std::function<void(std::vector<ZipEntry>&)> change) {
    return {std::move(name), [change = std::move(change)](const std::filesystem::path& folder) {
                std::vector<ZipEntry> entries = soundKeras();
                change(entries);
                writeBytes(folder / "model.keras", zipOf(entries));
                return folder / "model.keras";
            }};
}

Attack extraEntry(std::string name, ZipEntry entry) {
    return archive(std::move(name), [entry = std::move(entry)](auto& entries) { entries.push_back(entry); });
}

} // namespace

std::vector<Attack> zipAttacks() {
    constexpr std::uint32_t kSymbolicLink = 0120777u << 16;
    std::vector<Attack> attacks{
        extraEntry("ZipParentFolder", {.name = "../evil.py", .content = "print(1)"}),
        extraEntry("ZipParentInTheMiddle", {.name = "assets/../../evil.py", .content = "print(1)"}),
        extraEntry("ZipAbsolute", {.name = "/tmp/evil.py", .content = "print(1)"}),
        extraEntry("ZipBackslash", {.name = "assets\\..\\evil.py", .content = "print(1)"}),
        extraEntry("ZipDrive", {.name = "C:\\evil.py", .content = "print(1)"}),
        extraEntry("ZipNul", {.name = std::string("config\0.json", 12), .content = "{}"}),
        extraEntry("ZipLongName", {.name = std::string(300, 'a'), .content = "x"}),
        extraEntry("ZipEmptyName", {.name = "", .content = "x"}),
        extraEntry("ZipDuplicate", {.name = "config.json", .content = "{}"}),
        extraEntry("ZipSymbolicLink",
                   {.name = "assets/link", .content = "/etc/passwd", .externalAttributes = kSymbolicLink}),
        extraEntry("ZipNested", {.name = "assets/inner.zip", .content = zipOf(soundKeras())}),
        extraEntry("ZipBomb",
                   {.name = "assets/zeros", .content = std::string(40 << 20, '\0'), .deflated = true}),
        extraEntry("ZipSaysHuge",
                   {.name = "assets/huge", .content = "x", .deflated = true, .saidSize = 0xF0000000}),
        extraEntry(
            "ZipSaysLittle",
            {.name = "assets/little", .content = std::string(1 << 20, 'a'), .deflated = true, .saidSize = 1}),
        extraEntry("ZipEncrypted", {.name = "assets/secret", .content = "x", .flags = 1}),
        archive("ZipOverlapping",
                [](auto& entries) {
                    for (int i = 0; i < 50; ++i)
                        entries.push_back({.name = "assets/" + std::to_string(i),
                                           .content = entries[2].content,
                                           .sharesDataOf = 2});
                }),
        archive("ZipManyEntries",
                [](auto& entries) {
                    for (int i = 0; i < 1100; ++i)
                        entries.push_back({.name = "assets/" + std::to_string(i), .content = "x"});
                }),
        archive("ZipWithoutConfig", [](auto& entries) { entries.erase(entries.begin()); }),
        archive("ZipWithoutWeights", [](auto& entries) { entries.erase(entries.begin() + 2); }),
        archive("ZipPickledWeights", [](auto& entries) { entries[2].name = "model.weights.npz"; }),
    };
    attacks.push_back({"ZipTruncated", [](const std::filesystem::path& folder) {
                           const std::string whole = zipOf(soundKeras());
                           writeBytes(folder / "model.keras", whole.substr(0, whole.size() / 2));
                           return folder / "model.keras";
                       }});
    return attacks;
}

} // namespace protomind
