// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/formats.h"
#include "studio/exchange/safetensors/tensor_file.h"

#include <fmt/format.h>

#include <charconv>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>

#include "interop/one_step.h"
#include "networks/random_network.h"

/// make_networks FOLDER [--cases] [--first SEED] [--count N] [--format NAME]...
///
/// Writes networks to be run by other programs: for each a folder with export/network.onnx,
/// export/network-pytorch/ and so on, and reference.safetensors with "input" (samples as Protomind has them:
/// images height × width × channels) and "output" (what the network makes of them), and where it can be
/// compared "targets" and "loss_after_step", the mean squared error after a step of Adam. left_out.txt has
/// the formats that can't say a network, and why. --cases: one network for each kind of layer and setting,
/// else random ones. Exits with 1 where an export fails or reads back otherwise.
namespace protomind {
namespace {

struct Wanted {
    std::filesystem::path folder;
    bool cases = false;
    std::uint64_t first = 0;
    std::uint64_t count = 20;
    std::vector<std::string> formats;
};

std::optional<std::uint64_t> number(const char* text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text, text + std::strlen(text), value);
    return error == std::errc{} && *end == 0 ? std::optional(value) : std::nullopt;
}

std::optional<Wanted> wantedBy(int argc, char** argv) {
    Wanted wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool hasValue = i + 1 < argc;
        if (word == "--cases") {
            wanted.cases = true;
        } else if ((word == "--first" || word == "--count") && hasValue) {
            const auto value = number(argv[++i]);
            if (!value)
                return std::nullopt;
            (word == "--first" ? wanted.first : wanted.count) = *value;
        } else if (word == "--format" && hasValue) {
            wanted.formats.emplace_back(argv[++i]);
        } else if (wanted.folder.empty() && !word.starts_with('-')) {
            wanted.folder = word;
        } else {
            return std::nullopt;
        }
    }
    return wanted.folder.empty() ? std::nullopt : std::optional(wanted);
}

std::string fileName(const Format& format) {
    return format.extension.empty() ? "network-" + format.name : "network" + format.extension;
}

Result<void> writeReference(const TrainedNetwork& network, const std::filesystem::path& folder) {
    const HostArray output = answersOf(network);
    std::map<std::string, Tensor> tensors{{"input", tensorOf(network.samples)}, {"output", tensorOf(output)}};
    const auto step = oneStep(network);
    if (step) {
        tensors["targets"] = tensorOf(step->targets);
        tensors["loss_after_step"] = tensorOf(step->lossAfter);
    }
    std::ofstream stream(folder / "reference.safetensors", std::ios::binary);
    return writeSafetensors(stream, tensors, {{"title", network.title}});
}

/// Whether all went well.
bool writeNetwork(TrainedNetwork network, const std::filesystem::path& folder, const Wanted& wanted) {
    std::filesystem::create_directories(folder / "export");
    prepareForOneStep(network);
    if (const auto written = writeReference(network, folder); !written) {
        std::cerr << folder.string() << ": " << written.error().text() << "\n";
        return false;
    }
    bool well = true;
    std::ofstream leftOut(folder / "left_out.txt");
    for (const Format& format : formats()) {
        if (!wanted.formats.empty() && std::ranges::find(wanted.formats, format.name) == wanted.formats.end())
            continue;
        if (const auto found = obstacles(format, network); !found.empty()) {
            leftOut << format.name << ": " << found.front().problem.text() << "\n";
            continue;
        }
        const auto result = exportNetwork(format, network, folder / "export" / fileName(format));
        if (!result) {
            std::cerr << folder.string() << ": " << format.name << ": " << result.error().text() << "\n";
            well = false;
        } else if (result->verification && !result->verification->agrees) {
            std::cerr << fmt::format("{}: {}: read back, it differs by {:g} (outputs up to {:g})\n",
                                     folder.string(), format.name, result->verification->largestDifference,
                                     result->verification->largestOutput);
            well = false;
        }
    }
    return well;
}

int run(const Wanted& wanted) {
    bool well = true;
    if (wanted.cases) {
        for (const LayerCase& which : layerCases())
            well &= writeNetwork(networkOf(which), wanted.folder / which.label, wanted);
    } else {
        for (std::uint64_t seed = wanted.first; seed < wanted.first + wanted.count; ++seed)
            well &=
                writeNetwork(randomNetwork(seed), wanted.folder / fmt::format("network-{}", seed), wanted);
    }
    return well ? 0 : 1;
}

} // namespace
} // namespace protomind

int main(int argc, char** argv) {
    const auto wanted = protomind::wantedBy(argc, argv);
    if (!wanted) {
        std::cerr << "make_networks FOLDER [--cases] [--first SEED] [--count N] [--format NAME]...\n";
        return 2;
    }
    return protomind::run(*wanted);
}
