// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_network.h"

#include "engine/nn/layer_type.h"
#include "studio/course/located_json.h"
#include "studio/network/network_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace protomind {

namespace {

const std::array<std::string, 4> kNetworkKeys{"format", "version", "layers", "wires"};
const std::array<std::string, 6> kLayerKeys{"id", "type", "name", "settings", "position", "placed"};
const std::array<std::string, 4> kWireKeys{"id", "from", "to", "port"};

/// The line of "/layers/1/name", or of what it would be in where there is no such thing.
int lineOf(const LocatedJson& json, std::string_view pointer) {
    JsonPlace place(json);
    while (pointer.starts_with('/') && pointer.size() > 1) {
        pointer.remove_prefix(1);
        const std::string part(pointer.substr(0, pointer.find('/')));
        pointer.remove_prefix(part.size());
        std::size_t index = 0;
        const bool isIndex =
            std::from_chars(part.data(), part.data() + part.size(), index).ptr == part.data() + part.size();
        const std::vector<JsonPlace> elements = place.elements();
        if (const auto member = place.member(part))
            place = *member;
        else if (isIndex && index < elements.size())
            place = elements[index];
        else
            break;
    }
    return place.line();
}

void tellUnknownKeys(const JsonPlace& object, std::span<const std::string> known, const char* what,
                     const ProblemSheet& sheet) {
    for (const auto& [key, place] : object.members())
        if (std::ranges::find(known, key) == known.end())
            sheet.flaw(place.line(), sentence("{} has no use for \"{:s}\".", what, key),
                       nameRemedy(key, known));
}

void tellUnknownSettings(const JsonPlace& layer, const ProblemSheet& sheet) {
    const auto settings = layer.member("settings");
    const auto named = layer.member("type");
    const LayerType* type =
        named && named->value().is_string() ? findLayerType(named->value().get<std::string>()) : nullptr;
    if (!settings || type == nullptr)
        return;
    std::vector<std::string> names;
    for (const Field& field : type->fields)
        names.push_back(field.name);
    for (const auto& [name, place] : settings->members())
        if (std::ranges::find(names, name) == names.end())
            sheet.flaw(place.line(), sentence("{} has no setting \"{:s}\".", type->title, name),
                       nameRemedy(name, names));
}

void tellUnknown(const LocatedJson& json, const ProblemSheet& sheet) {
    const JsonPlace whole(json);
    tellUnknownKeys(whole, kNetworkKeys, "A network", sheet);
    if (const auto layers = whole.member("layers"))
        for (const JsonPlace& layer : layers->elements()) {
            tellUnknownKeys(layer, kLayerKeys, "A layer", sheet);
            tellUnknownSettings(layer, sheet);
        }
    if (const auto wires = whole.member("wires"))
        for (const JsonPlace& wire : wires->elements())
            tellUnknownKeys(wire, kWireKeys, "A wire", sheet);
}

} // namespace

std::optional<Network> readLessonNetwork(std::string_view text, const ProblemSheet& sheet) {
    const auto json = readLocatedJson(text);
    if (!json) {
        sheet.error(json.error().line, json.error().sentence, json.error().remedy);
        return std::nullopt;
    }
    Result<Network> network = networkFromJson(json->value);
    if (!network) {
        const Problem& problem = network.error();
        sheet.error(lineOf(*json, problem.where.text()),
                    problem.where.empty() ? problem.sentence
                                          : sentence("At {}: {}", problem.where, problem.sentence),
                    problem.remedy);
        return std::nullopt;
    }
    tellUnknown(*json, sheet);
    return std::move(*network);
}

} // namespace protomind
