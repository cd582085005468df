// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/cpp/cpp_source.h"
#include "studio/exchange/format.h"
#include "studio/exchange/limits.h"

#include <algorithm>
#include <fstream>

namespace protomind {

const Format& cppFormat();

namespace {

/// More take a compiler minutes and gigabytes.
constexpr std::int64_t kMostCppWeights = 4'000'000;

/// Every layer is a function of the source.
Result<void> holdsInCpp(const LayerView&) {
    return {};
}

Result<void> suitsCpp(const TrainedNetwork& network) {
    std::int64_t count = 0;
    for (const ModelVariable& variable : modelVariables(network.model))
        count += variable.declared.shape().elementCount();
    if (count <= kMostCppWeights)
        return {};
    return fail(ProblemKind::Unsupported,
                sentence("The network has {} weights; compilers take a source with at most about {}.", count,
                         kMostCppWeights),
                {}, "ONNX and safetensors hold larger ones.");
}

Result<std::vector<OutputFile>> writeCpp(const TrainedNetwork& trained, const std::filesystem::path& path) {
    const auto write = [&trained](std::ostream& stream) -> Result<void> {
        writeCppSource(stream, cppNetwork(trained));
        return {};
    };
    return std::vector<OutputFile>{{.name = path.filename().string(), .write = write}};
}

Result<VariableValues> readCppBack(const TrainedNetwork& trained, const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size > static_cast<std::uintmax_t>(kMaxModelFileBytes))
        return fail(ProblemKind::Input, "There is no such file, or it is too large.",
                    Sentence::name(path.string()));
    std::ifstream stream(path, std::ios::binary);
    std::string source(size, '\0');
    if (!stream.read(source.data(), static_cast<std::streamsize>(size)))
        return fail(ProblemKind::Input, "The file can't be read.", Sentence::name(path.string()));
    return readCppWeights(source, cppNetwork(trained));
}

std::vector<FormatNote> cppNotes(const TrainedNetwork& trained) {
    std::vector<FormatNote> notes{{Fate::Kept, "Network", {}},
                                  {Fate::Kept, "Weights", "With nine digits, which give every number back."}};
    const auto forTraining = [](const LayerView& layer) {
        return layer.is("dropout") || layer.is("noise") || layer.is("gaussian_sampling");
    };
    if (std::ranges::any_of(layerViews(trained.model), forTraining))
        notes.push_back(
            {Fate::Changed, "Dropout, noise and sampling", "They do what they do after training."});
    notes.push_back({Fate::Lost, "Training", "The source answers; it can't be trained on."});
    return notes;
}

} // namespace

const Format& cppFormat() {
    static const Format format{
        .name = "cpp",
        .title = "C++",
        .extension = ".cpp",
        .summary = "One source file without dependencies that computes what the network does.",
        .help =
            "g++ -std=c++17 -O2 compiles it; the program reads rows of numbers (CSV) and prints the answers.",
        .holds = holdsInCpp,
        .suits = suitsCpp,
        .write = writeCpp,
        .notes = cppNotes,
        .read = nullptr,
        .readWeights = readCppBack,
        .recognises = nullptr,
        .isProgram = true};
    return format;
}

} // namespace protomind
