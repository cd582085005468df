// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/formats.h"

#include "engine/base/letter_case.h"

#include <algorithm>

namespace protomind {

// Every format, one line each, in the order that people are shown them: FORMAT(onnx) is onnxFormat() in
// onnx/onnx_format.cpp.
// clang-format off
#define ALL_FORMATS(FORMAT) \
    FORMAT(onnx) \
    FORMAT(pytorch) \
    FORMAT(keras) \
    FORMAT(tfjs) \
    FORMAT(safetensors) \
    FORMAT(cpp) \
    FORMAT(report)
// clang-format on

#define DECLARE_FORMAT(name) const Format& name##Format();
ALL_FORMATS(DECLARE_FORMAT)
#undef DECLARE_FORMAT

std::span<const Format> formats() {
#define FORMAT_ROW(name) name##Format(),
    static const std::vector<Format> all{ALL_FORMATS(FORMAT_ROW)};
#undef FORMAT_ROW
    return all;
}

const Format* findFormat(std::string_view name) {
    const auto found = std::ranges::find(formats(), name, &Format::name);
    return found == formats().end() ? nullptr : &*found;
}

const Format* formatFor(const std::filesystem::path& path) {
    const std::string ending = fileEnding(path.string());
    const auto found = std::ranges::find_if(formats(), [&](const Format& format) {
        return !ending.empty() &&
               (format.extension == ending ||
                std::ranges::find(format.otherExtensions, ending) != format.otherExtensions.end());
    });
    return found == formats().end() ? nullptr : &*found;
}

std::vector<Obstacle> obstacles(const Format& format, const TrainedNetwork& network) {
    std::vector<Obstacle> found;
    if (format.write == nullptr) {
        found.push_back(
            {{},
             {ProblemKind::Unsupported, sentence("{} can be read, but not written.", format.title), {}, {}}});
        return found;
    }
    if (format.suits != nullptr) {
        if (auto suits = format.suits(network); !suits)
            found.push_back({{}, suits.error()});
    }
    for (const LayerView& layer : layerViews(network.model)) {
        if (auto holds = format.holds(layer); !holds)
            found.push_back({layer.name(), holds.error()});
    }
    return found;
}

} // namespace protomind
