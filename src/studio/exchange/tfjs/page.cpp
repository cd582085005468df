// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/page.h"

#include "studio/exchange/base64.h"
#include "studio/exchange/safe_text.h"
#include "studio/exchange/tfjs/page_texts.h"

#include <array>
#include <cstring>
#include <functional>
#include <ostream>
#include <span>

namespace protomind {

namespace {

using nlohmann::ordered_json;

/// The lines about the source file itself say nothing about a page.
void writeCode(std::ostream& stream, std::string_view code) {
    while (!code.empty()) {
        const std::size_t end = std::min(code.find('\n'), code.size() - 1) + 1;
        if (code.substr(0, end).find("SPDX-") == std::string_view::npos)
            stream << code.substr(0, end);
        code.remove_prefix(end);
    }
}

/// A line for each layer, so that people can read it.
void writeDescription(std::ostream& stream, const TrainedNetwork& network) {
    const ordered_json description = pageDescription(network);
    stream << "{";
    for (const auto& [key, value] : description.items())
        if (key != "layers")
            stream << '"' << key << "\":" << scriptJson(value) << ",\n";
    stream << "\"layers\":[";
    const char* between = "\n";
    for (const ordered_json& layer : description["layers"]) {
        stream << between << scriptJson(layer);
        between = ",\n";
    }
    stream << "]}";
}

/// The numbers of all layers, little-endian, in the order of the description.
void writeWeights(std::ostream& stream, const TrainedNetwork& network) {
    // Text of whole triples of bytes can be joined.
    constexpr std::size_t kPart = 3 * 4096;
    std::string rest;
    for (const ModelVariable& variable : modelVariables(network.model)) {
        const std::vector<float>& values = network.checkpoint->variables.at(variable.name).values;
        const auto bytes = std::as_bytes(std::span(values));
        rest.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        std::size_t written = 0;
        for (; rest.size() - written >= kPart; written += kPart)
            stream << base64(std::string_view(rest).substr(written, kPart));
        rest.erase(0, written);
    }
    stream << base64(rest);
}

} // namespace

std::string scriptJson(const ordered_json& json) {
    const std::string text = json.dump(-1, ' ', true, ordered_json::error_handler_t::replace);
    std::string safe;
    safe.reserve(text.size());
    for (const char letter : text) // "<" stands in strings alone
        if (letter == '<')
            safe += "\\u003c";
        else
            safe += letter;
    return safe;
}

Result<void> writePage(std::ostream& stream, const TrainedNetwork& network) {
    const PageTexts& texts = pageTexts();
    const std::array<std::pair<std::string_view, std::function<void()>>, 7> parts{{
        {"title", [&] { stream << htmlText(network.title); }},
        {"style", [&] { writeCode(stream, texts.style); }},
        {"network-code", [&] { writeCode(stream, texts.networkCode); }},
        {"page-code", [&] { writeCode(stream, texts.pageCode); }},
        {"footer", [&] { stream << "Made with " << htmlText(network.program) << '.'; }},
        {"description", [&] { writeDescription(stream, network); }},
        {"weights", [&] { writeWeights(stream, network); }},
    }};
    std::string_view html = texts.html;
    for (std::size_t begin = html.find("{{"); begin != std::string_view::npos; begin = html.find("{{")) {
        const std::size_t end = html.find("}}", begin);
        stream << html.substr(0, begin);
        const std::string_view name = html.substr(begin + 2, end - begin - 2);
        for (const auto& [part, write] : parts)
            if (part == name)
                write();
        html.remove_prefix(end + 2);
    }
    stream << html;
    if (!stream)
        return fail(ProblemKind::Input, "The page could not be written.");
    return {};
}

} // namespace protomind
