// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/formats.h"
#include "studio/exchange/limits.h"
#include "studio/exchange/model_file.h"

#include <algorithm>
#include <limits>
#include <unistd.h>

namespace protomind {

namespace {

/// How PyTorch's files begin: as a ZIP with data.pkl in it, or as a bare pickle of protocol 2 to 5.
bool isPickle(std::string_view firstBytes) {
    if (firstBytes.size() > 2 && firstBytes[0] == '\x80' && firstBytes[1] >= 2 && firstBytes[1] <= 5)
        return true;
    return firstBytes.starts_with("PK") && firstBytes.contains("data.pkl");
}

Result<std::string> firstBytesOf(const std::filesystem::path& path) {
    // A pipe would be waited for.
    const auto file = openModelFile(path, std::numeric_limits<std::int64_t>::max());
    if (!file)
        return std::unexpected(file.error());
    std::string bytes(kRecognisedBytes, '\0');
    const ssize_t count = ::read(file->descriptor(), bytes.data(), bytes.size());
    if (count <= 0)
        return fail(ProblemKind::Input, "This file is empty, or it can't be read.",
                    Sentence::name(path.string()));
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

void noteOutputNames(const std::vector<std::string>& names, std::vector<FormatNote>& notes) {
    if (names.empty())
        return;
    constexpr std::size_t kMostNamed = 10;
    std::string some;
    for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i)
        some += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kMostNamed)
        some += ", …";
    notes.push_back({Fate::Kept, "Names of the classes",
                     sentence("{:s}; where the data that you choose has its own, those count", some)});
}

const Format* formatOf(std::string_view firstBytes, const std::filesystem::path& path) {
    const Format* byEnding = formatFor(path);
    if (byEnding != nullptr && byEnding->read != nullptr)
        return byEnding;
    const auto found = std::ranges::find_if(formats(), [&](const Format& format) {
        return format.read != nullptr && format.recognises != nullptr && format.recognises(firstBytes, path);
    });
    return found == formats().end() ? nullptr : &*found;
}

} // namespace

Result<ImportResult> importNetwork(const std::filesystem::path& chosen) {
    // Of a folder, what is read is its description.
    std::error_code error;
    const std::filesystem::path path =
        std::filesystem::is_directory(chosen, error) ? chosen / "model.json" : chosen;
    const auto firstBytes = firstBytesOf(path);
    if (!firstBytes)
        return std::unexpected(firstBytes.error());
    if (isPickle(*firstBytes))
        return fail(
            ProblemKind::Input,
            "This is a Python pickle, as PyTorch's .pt files are: opening one can run any program that "
            "is hidden in it, so it is not read.",
            Sentence::name(path.string()),
            "In Python, save the weights with safetensors.torch.save_file, or the network with "
            "torch.onnx.export.");
    const Format* format = formatOf(*firstBytes, path);
    if (const Format* weights = formatFor(path);
        format == nullptr && weights != nullptr && weights->readWeights != nullptr)
        return fail(
            ProblemKind::Input, "A file of this kind holds weights alone, without a network.",
            Sentence::name(path.string()),
            "`protomind import FILE --into PROJECT -o NEW` puts them into the project that they belong "
            "to.");
    if (format == nullptr)
        return fail(ProblemKind::Input, "This is no file of a format that can be read.",
                    Sentence::name(path.string()),
                    "ONNX (.onnx), Keras (.keras) and TensorFlow.js (model.json) can be.");
    auto read = format->read(path);
    if (!read) {
        if (read.error().where.empty())
            read.error().where = Sentence::name(path.string());
        return std::unexpected(read.error());
    }
    ImportResult result;
    result.format = format;
    result.notes = std::move(read->notes);
    noteOutputNames(read->classNames, result.notes);
    result.project.experiment.outputNames = std::move(read->classNames);
    result.project.experiment.network = std::move(read->network);
    if (!read->variables.empty()) {
        auto checkpoint = std::make_shared<Checkpoint>();
        checkpoint->variables = std::move(read->variables);
        checkpoint->learnedFromIsKnown = false;
        result.project.checkpoint = std::move(checkpoint);
    }
    return result;
}

bool isForeign(const std::filesystem::path& path) {
    const auto firstBytes = firstBytesOf(path);
    if (!firstBytes)
        return false;
    const bool isOurs =
        firstBytes->starts_with("SQLite format 3") || firstBytes->contains("\"protomind-network\"");
    return !isOurs &&
           (isPickle(*firstBytes) || formatFor(path) != nullptr || formatOf(*firstBytes, path) != nullptr);
}

} // namespace protomind
