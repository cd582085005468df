// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/network_json.h"

#include "engine/nn/layer_type.h"
#include "studio/network/json_reader.h"
#include "studio/network/layout.h"
#include "studio/network/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>
#include <set>

// The file format:
//
//   {
//     "format": "protomind-network",
//     "version": 1,
//     "layers": [{"id": 1, "type": "dense", "name": "Dense", "settings": {"units": 8}, "position": [0, 0],
//     "placed": true}, ...], "wires": [{"id": 1, "from": 1, "to": 2, "port": 0}, ...]
//   }
//
// Ids are whole numbers from 1, each used once among layers and once among wires. A setting that is absent
// has its default; "settings", "position", "placed", "wires" and "port" may be absent. "placed" says that a
// person put the card there, so that arranging leaves it. Where no layer has a position, all are laid out.
// Fields that this version does not know are kept at every level and written again. Text is UTF-8.

namespace protomind {

namespace {

using nlohmann::json;

constexpr const char* kFormat = "protomind-network";
constexpr std::int64_t kVersion = 1;
constexpr const char* kNewer = "Perhaps a newer version of Protomind wrote it.";

std::unexpected<Problem> damaged(Sentence sentence, const std::string& where, Sentence remedy = {}) {
    return fail(ProblemKind::Input, std::move(sentence), where, std::move(remedy));
}

json unknownFields(const json& object, std::initializer_list<const char*> known) {
    json result = json::object();
    for (const auto& [key, value] : object.items())
        if (std::ranges::none_of(known, [&](const char* name) { return key == name; }))
            result[key] = value;
    return result;
}

Result<const json*> member(const json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end())
        return damaged(sentence("\"{}\" is missing.", key), where);
    return &*found;
}

std::optional<std::int64_t> asInteger(const json& value) {
    if (!value.is_number_integer())
        return std::nullopt;
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return value.get<std::int64_t>();
}

Result<std::int64_t> wholeNumber(const json& value, std::int64_t low, std::int64_t high,
                                 const std::string& where) {
    const std::optional<std::int64_t> number = asInteger(value);
    if (!number || *number < low || *number > high)
        return damaged(sentence("A whole number from {} to {} is needed here.", low, high), where);
    return *number;
}

Result<std::int64_t> wholeNumber(const json& object, const char* key, std::int64_t low, std::int64_t high,
                                 const std::string& where) {
    const Result<const json*> value = member(object, key, where);
    if (!value)
        return std::unexpected(value.error());
    return wholeNumber(**value, low, high, where + "/" + key);
}

Result<std::uint64_t> id(const json& object, const char* key, const std::string& where) {
    const Result<std::int64_t> number = wholeNumber(object, key, 1, static_cast<std::int64_t>(kMaxId), where);
    if (!number)
        return std::unexpected(number.error());
    return static_cast<std::uint64_t>(*number);
}

Result<std::string> words(const json& object, const char* key, const std::string& where) {
    const Result<const json*> value = member(object, key, where);
    if (!value)
        return std::unexpected(value.error());
    if (!(*value)->is_string())
        return damaged("Text in quotes is needed here.", where + "/" + key);
    return (*value)->get<std::string>();
}

/// A list under a key; empty where there is none and it may be absent.
Result<json> list(const json& object, const char* key, bool needed, std::size_t most) {
    const auto found = object.find(key);
    if (found == object.end())
        return needed ? Result<json>(damaged(sentence("\"{}\" is missing.", key), "/"))
                      : Result<json>(json::array());
    const std::string where = std::string("/") + key;
    if (!found->is_array())
        return damaged("A list in square brackets is needed here.", where);
    if (found->size() > most)
        return damaged(sentence("{} {} are too many; at most {} are allowed.", found->size(), key, most),
                       where);
    return *found;
}

/// None where no setting can hold such a value.
std::optional<FieldValue> asFieldValue(const json& value) {
    if (const std::optional<std::int64_t> whole = asInteger(value))
        return *whole;
    if (value.is_number_float())
        return value.get<double>();
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return std::nullopt;
    std::vector<std::int64_t> sizes;
    for (const json& entry : value) {
        const std::optional<std::int64_t> size = asInteger(entry);
        if (!size)
            return std::nullopt;
        sizes.push_back(*size);
    }
    return sizes;
}

Result<void> readSettings(const json& object, Layer& layer, const std::string& where) {
    const auto found = object.find("settings");
    if (found == object.end())
        return {};
    if (!found->is_object())
        return damaged("Settings in braces are needed here.", where + "/settings");
    const LayerType* type = findLayerType(layer.type);
    for (const auto& [name, value] : found->items()) {
        if (std::optional<FieldValue> setting = asFieldValue(value)) {
            layer.settings[name] = std::move(*setting);
            continue;
        }
        const bool declared =
            type != nullptr && std::ranges::find(type->fields, name, &Field::name) != type->fields.end();
        if (declared)
            return damaged(sentence("The setting \"{}\" has no such form.", name),
                           where + "/settings/" + name, kNewer);
        layer.unknown["settings"][name] = value;
    }
    return {};
}

Result<Position> readPosition(const json& value, const std::string& where) {
    const auto isCoordinate = [](const json& number) {
        return number.is_number() && std::abs(number.get<double>()) <= kMaxCoordinate;
    };
    if (!value.is_array() || value.size() != 2 || !isCoordinate(value[0]) || !isCoordinate(value[1]))
        return damaged(
            sentence("A position is a list of two numbers, at most {:.0f} from the middle.", kMaxCoordinate),
            where);
    return Position{value[0].get<double>(), value[1].get<double>()};
}

Result<Layer> readLayer(const json& object, const std::string& where) {
    if (!object.is_object())
        return damaged("A layer in braces is needed here.", where);
    Layer layer;
    layer.unknown = unknownFields(object, {"id", "type", "name", "settings", "position", "placed"});
    const Result<std::uint64_t> number = id(object, "id", where);
    if (!number)
        return std::unexpected(number.error());
    layer.id = LayerId{*number};
    for (const auto& [key, target] : {std::pair{"type", &layer.type}, std::pair{"name", &layer.name}}) {
        Result<std::string> text = words(object, key, where);
        if (!text)
            return std::unexpected(text.error());
        *target = std::move(*text);
    }
    if (const Result<void> settings = readSettings(object, layer, where); !settings)
        return std::unexpected(settings.error());
    if (const auto place = object.find("position"); place != object.end()) {
        const Result<Position> position = readPosition(*place, where + "/position");
        if (!position)
            return std::unexpected(position.error());
        layer.position = *position;
    }
    if (const auto placed = object.find("placed"); placed != object.end()) {
        if (!placed->is_boolean())
            return damaged("true or false is needed here.", where + "/placed");
        layer.position.byHand = placed->get<bool>();
    }
    return layer;
}

Result<Wire> readWire(const json& object, const Network& network, const std::string& where) {
    if (!object.is_object())
        return damaged("A wire in braces is needed here.", where);
    Wire wire;
    wire.unknown = unknownFields(object, {"id", "from", "to", "port"});
    const Result<std::uint64_t> number = id(object, "id", where);
    if (!number)
        return std::unexpected(number.error());
    wire.id = WireId{*number};
    for (const auto& [key, target] : {std::pair{"from", &wire.from}, std::pair{"to", &wire.to}}) {
        const Result<std::uint64_t> end = id(object, key, where);
        if (!end)
            return std::unexpected(end.error());
        *target = LayerId{*end};
        if (network.layer(*target) == nullptr)
            return damaged(sentence("There is no layer {}, which this wire needs.", *end), where + "/" + key);
    }
    if (object.contains("port")) {
        const Result<std::int64_t> port = wholeNumber(object, "port", 0, kMaxPort, where);
        if (!port)
            return std::unexpected(port.error());
        wire.port = static_cast<int>(*port);
    }
    return wire;
}

Result<void> readHead(const json& object) {
    const bool ours = object.is_object() && object.contains("format") && object["format"] == kFormat;
    if (!ours)
        return damaged(sentence("This is not a network of Protomind: \"format\" should be \"{}\".", kFormat),
                       {});
    const Result<std::int64_t> version =
        wholeNumber(object, "version", 1, std::numeric_limits<std::int64_t>::max(), "");
    if (!version)
        return std::unexpected(version.error());
    if (*version > kVersion)
        return damaged(sentence("This network was written by a newer version of Protomind (format {}; "
                                "this one reads up to {}).",
                                *version, kVersion),
                       "/version", "It opens there; nothing in it was changed.");
    return {};
}

/// Adds what was read in order of id, which is quick however the file orders it.
template<class Entry>
Result<void> addAll(Network& network, std::vector<Entry> entries, const char* what) {
    std::ranges::stable_sort(entries, {}, &Entry::id);
    const auto twice = std::ranges::adjacent_find(entries, {}, &Entry::id);
    if (twice != entries.end())
        return damaged(sentence("Two {} have the id {}.", what, twice->id.value), std::string("/") + what);
    for (Entry& entry : entries)
        network.add(std::move(entry));
    return {};
}

Result<void> readLayers(const json& object, Network& network) {
    const Result<json> entries = list(object, "layers", true, kMaxLayers);
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<Layer> layers;
    for (std::size_t index = 0; index < entries->size(); ++index) {
        Result<Layer> layer = readLayer((*entries)[index], fmt::format("/layers/{}", index));
        if (!layer)
            return std::unexpected(layer.error());
        layers.push_back(std::move(*layer));
    }
    return addAll(network, std::move(layers), "layers");
}

Result<void> readWires(const json& object, Network& network) {
    const Result<json> entries = list(object, "wires", false, kMaxWires);
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<Wire> wires;
    for (std::size_t index = 0; index < entries->size(); ++index) {
        Result<Wire> wire = readWire((*entries)[index], network, fmt::format("/wires/{}", index));
        if (!wire)
            return std::unexpected(wire.error());
        wires.push_back(std::move(*wire));
    }
    return addAll(network, std::move(wires), "wires");
}

/// Fields of the file, to be completed by those that this version knows.
json kept(const json& unknown) {
    return unknown.is_object() ? unknown : json::object();
}

json toJson(const FieldValue& value) {
    return std::visit([](const auto& concrete) { return json(concrete); }, value);
}

json toJson(const Layer& layer) {
    json object = kept(layer.unknown);
    object["id"] = layer.id.value;
    object["type"] = layer.type;
    object["name"] = layer.name;
    object["position"] = {layer.position.x, layer.position.y};
    if (layer.position.byHand)
        object["placed"] = true;
    if (!object.contains("settings") || !object["settings"].is_object())
        object["settings"] = json::object();
    for (const auto& [name, value] : layer.settings)
        object["settings"][name] = toJson(value);
    return object;
}

json toJson(const Wire& wire) {
    json object = kept(wire.unknown);
    object["id"] = wire.id.value;
    object["from"] = wire.from.value;
    object["to"] = wire.to.value;
    object["port"] = wire.port;
    return object;
}

} // namespace

json toJson(const Network& network) {
    json object = kept(network.unknown);
    object["format"] = kFormat;
    object["version"] = kVersion;
    object["layers"] = json::array();
    for (const Layer& layer : network.layers())
        object["layers"].push_back(toJson(layer));
    object["wires"] = json::array();
    for (const Wire& wire : network.wires())
        object["wires"].push_back(toJson(wire));
    return object;
}

Result<Network> networkFromJson(const json& object) {
    if (const Result<void> head = readHead(object); !head)
        return std::unexpected(head.error());
    Network network;
    network.unknown = unknownFields(object, {"format", "version", "layers", "wires"});
    if (const Result<void> layers = readLayers(object, network); !layers)
        return std::unexpected(layers.error());
    if (const Result<void> wires = readWires(object, network); !wires)
        return std::unexpected(wires.error());
    const auto placed = [](const json& layer) { return layer.contains("position"); };
    return std::ranges::any_of(object["layers"], placed) ? network : arranged(std::move(network));
}

Result<Network> parseNetwork(std::string_view text) {
    const Result<json> object = readJson(text);
    if (!object)
        return std::unexpected(object.error());
    return networkFromJson(*object);
}

std::string networkText(const Network& network) {
    // A name that is not UTF-8 can't come from a file; should one come from elsewhere, saving still works.
    return toJson(network).dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace protomind
