// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/reader/h5_weights.h"
#include "studio/exchange/reader/reader.h"
#include "studio/exchange/reader/zip_directory.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// JSON files of the archive that are answered as they are, and what they are called in the answer.
constexpr std::pair<const char*, const char*> kTexts[]{
    {"config.json", "config"}, {"metadata.json", "metadata"}, {"protomind.json", "protomind"}};
constexpr const char* kWeights = "model.weights.h5";

bool isHdf5(std::string_view bytes) {
    return bytes.starts_with("\x89HDF\r\n\x1a\n");
}

bool has(const std::vector<ArchiveEntry>& directory, std::string_view name) {
    return std::ranges::any_of(directory, [&](const ArchiveEntry& entry) { return entry.name == name; });
}

Result<void> checkIsKeras(const std::vector<ArchiveEntry>& directory) {
    if (!has(directory, "config.json"))
        return fail(ProblemKind::Input, "This archive is no Keras network: it has no config.json.");
    if (has(directory, kWeights))
        return {};
    const bool pickled = std::ranges::any_of(
        directory, [](const ArchiveEntry& entry) { return entry.name.ends_with(".npz"); });
    if (pickled)
        return fail(ProblemKind::Input,
                    "The network's weights are a .npz file, in which programs can hide, so it is not read.",
                    {}, "Save the network again with a current Keras: it writes .h5 weights.");
    return fail(ProblemKind::Input, sentence("The archive has no weights: {} is missing.", kWeights));
}

Result<void> readTexts(std::string_view bytes, const std::vector<ArchiveEntry>& directory,
                       ReaderAnswer& answer) {
    for (const auto& [file, name] : kTexts) {
        if (!has(directory, file))
            continue;
        const auto entry = std::ranges::find(directory, file, &ArchiveEntry::name);
        if (entry->bytes > static_cast<std::int64_t>(kMaxNetworkBytes))
            return fail(ProblemKind::Memory, sentence("It is larger than {} MiB.", kMaxNetworkBytes >> 20),
                        Sentence::name(file));
        auto text = unpackedEntry(bytes, directory, file);
        if (!text)
            return std::unexpected(text.error());
        answer.metadata[name] = std::move(*text);
    }
    return {};
}

} // namespace

Result<ReaderAnswer> parseKeras(std::string_view bytes) {
    if (isHdf5(bytes))
        return fail(ProblemKind::Input, "This is a network in Keras' older format (.h5), which is not read.",
                    {}, "In Python, load it with keras.models.load_model and save it as .keras.");
    const auto directory = archiveDirectory(bytes);
    if (!directory)
        return std::unexpected(directory.error());
    if (auto is = checkIsKeras(*directory); !is)
        return std::unexpected(is.error());
    if (auto checked = checkEntries(bytes, *directory); !checked)
        return std::unexpected(checked.error());
    ReaderAnswer answer;
    if (auto texts = readTexts(bytes, *directory, answer); !texts)
        return std::unexpected(texts.error());
    const auto weights = unpackedEntry(bytes, *directory, kWeights);
    if (!weights)
        return std::unexpected(weights.error());
    if (auto read = readH5Weights(*weights, answer); !read)
        return std::unexpected(read.error());
    return answer;
}

} // namespace protomind
