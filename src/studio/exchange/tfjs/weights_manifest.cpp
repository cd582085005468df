// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/weights_manifest.h"

#include "studio/exchange/limits.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace protomind {

namespace {

using nlohmann::json;

/// Null where there is none, or it is of another kind.
const json* memberOf(const json& object, const char* key, json::value_t kind) {
    const auto found = object.find(key);
    return found != object.end() && found->type() == kind ? &*found : nullptr;
}

std::optional<TensorType> typeNamed(const std::string& name) {
    static const std::map<std::string, TensorType> kTypes{
        {"float32", TensorType::F32}, {"float16", TensorType::F16}, {"int32", TensorType::I32},
        {"bool", TensorType::Bool},   {"uint8", TensorType::U8},    {"uint16", TensorType::U16}};
    const auto found = kTypes.find(name);
    return found == kTypes.end() ? std::nullopt : std::optional(found->second);
}

/// Reads one weight after the other of all groups.
class ManifestReader {
public:
    Result<ManifestGroup> group(const json& entry);

private:
    Result<void> path(const json& entry, ManifestGroup& group);
    Result<ManifestWeight> weight(const json& entry);
    Result<void> readStorage(const json& entry, ManifestWeight& weight);
    Result<void> readSizes(const json& entry, ManifestWeight& weight);

    std::set<std::string> m_paths;
    std::set<std::string> m_names;
    std::int64_t m_bytes = 0;
};

/// Files lie beside model.json, nowhere else.
Result<void> ManifestReader::path(const json& entry, ManifestGroup& group) {
    if (!entry.is_string())
        return fail(ProblemKind::Input, "A path of the weights manifest is no text.");
    std::string name = entry.get<std::string>();
    const bool bare = !name.empty() && name.size() <= kMaxEntryNameBytes && name != "." && name != ".." &&
                      name.find_first_of(std::string_view("/\\\0", 3)) == std::string::npos;
    if (!bare)
        return fail(ProblemKind::Input,
                    sentence("The weights file \"{:s}\" does not lie beside model.json.", name), {},
                    "Put all files of the network into one folder, and name them without folders.");
    if (!m_paths.insert(name).second)
        return fail(ProblemKind::Input, sentence("The weights file \"{:s}\" is named twice.", name));
    group.paths.push_back(std::move(name));
    return {};
}

Result<void> ManifestReader::readStorage(const json& entry, ManifestWeight& weight) {
    const json* type = memberOf(entry, "dtype", json::value_t::string);
    if (type == nullptr)
        return fail(ProblemKind::Input, sentence("The weight \"{:s}\" has no dtype.", weight.name));
    auto stored = typeNamed(type->get<std::string>());
    std::string named = type->get<std::string>();
    if (const json* quantised = memberOf(entry, "quantization", json::value_t::object)) {
        const json* packed = memberOf(*quantised, "dtype", json::value_t::string);
        named = packed != nullptr ? packed->get<std::string>() : "";
        stored = typeNamed(named);
        if (stored == TensorType::U8 || stored == TensorType::U16) {
            const auto scale = quantised->find("scale");
            const auto minimum = quantised->find("min");
            const bool complete = scale != quantised->end() && scale->is_number() &&
                                  minimum != quantised->end() && minimum->is_number();
            if (!complete || !std::isfinite(scale->get<double>()) || !std::isfinite(minimum->get<double>()))
                return fail(ProblemKind::Input,
                            sentence("The weight \"{:s}\" is packed, but how is not said.", weight.name));
            weight.quantised = Quantisation{scale->get<double>(), minimum->get<double>()};
        } else if (stored != TensorType::F16) {
            stored.reset();
        }
    } else if (stored == TensorType::U16) {
        stored.reset();
    }
    if (!stored)
        return fail(ProblemKind::Unsupported,
                    sentence("The weight \"{:s}\" is of numbers of the kind \"{:s}\", which are not read.",
                             weight.name, named));
    weight.stored = *stored;
    return {};
}

Result<void> ManifestReader::readSizes(const json& entry, ManifestWeight& weight) {
    const json* shape = memberOf(entry, "shape", json::value_t::array);
    if (shape == nullptr || shape->size() > static_cast<std::size_t>(kMaxTensorRank))
        return fail(ProblemKind::Input, sentence("The weight \"{:s}\" has no shape of at most {} sizes.",
                                                 weight.name, kMaxTensorRank));
    std::int64_t room = (kMaxModelFileBytes - m_bytes) / bytesOf(weight.stored);
    std::int64_t count = 1;
    for (const json& size : *shape) {
        if (!size.is_number_unsigned() ||
            size.get<std::uint64_t>() > static_cast<std::uint64_t>(kMaxModelFileBytes))
            return fail(ProblemKind::Input,
                        sentence("The weight \"{:s}\" has a size that is none.", weight.name));
        weight.sizes.push_back(size.get<std::int64_t>());
        // With a size of zero there is nothing, however large the others are.
        if (weight.sizes.back() != 0 && count > kMaxModelFileBytes / weight.sizes.back())
            return fail(ProblemKind::Memory, sentence("The weight \"{:s}\" is too large.", weight.name));
        count *= weight.sizes.back();
    }
    if (count > room)
        return fail(ProblemKind::Memory,
                    sentence("The weights take more than {} MiB.", kMaxModelFileBytes >> 20));
    weight.bytes = count * bytesOf(weight.stored);
    m_bytes += weight.bytes;
    return {};
}

Result<ManifestWeight> ManifestReader::weight(const json& entry) {
    const json* name = entry.is_object() ? memberOf(entry, "name", json::value_t::string) : nullptr;
    if (name == nullptr)
        return fail(ProblemKind::Input, "A weight of the weights manifest has no name.");
    ManifestWeight weight{.name = name->get<std::string>(), .sizes = {}, .quantised = {}};
    if (!m_names.insert(weight.name).second)
        return fail(ProblemKind::Input, sentence("Two weights are called \"{:s}\".", weight.name), {},
                    "Programs differ on which of them counts.");
    if (m_names.size() > kMaxTensors)
        return fail(ProblemKind::Input, sentence("There are more than {} weights.", kMaxTensors));
    if (auto stored = readStorage(entry, weight); !stored)
        return std::unexpected(stored.error());
    if (auto sizes = readSizes(entry, weight); !sizes)
        return std::unexpected(sizes.error());
    return weight;
}

Result<ManifestGroup> ManifestReader::group(const json& entry) {
    const json* paths = entry.is_object() ? memberOf(entry, "paths", json::value_t::array) : nullptr;
    const json* weights = entry.is_object() ? memberOf(entry, "weights", json::value_t::array) : nullptr;
    if (paths == nullptr || weights == nullptr)
        return fail(ProblemKind::Input, "A group of the weights manifest has no paths, or no weights.");
    ManifestGroup group;
    for (const json& name : *paths)
        if (auto added = path(name, group); !added)
            return std::unexpected(added.error());
    for (const json& each : *weights) {
        auto read = weight(each);
        if (!read)
            return std::unexpected(read.error());
        read->first = group.bytes;
        group.bytes += read->bytes;
        group.weights.push_back(std::move(*read));
    }
    return group;
}

/// Without the last name but one, where there are three.
std::string withoutCell(const std::string& name) {
    const std::size_t last = name.rfind('/');
    if (last == std::string::npos || last == 0)
        return {};
    const std::size_t before = name.rfind('/', last - 1);
    return before == std::string::npos ? std::string() : name.substr(0, before) + name.substr(last);
}

} // namespace

Result<std::vector<ManifestGroup>> readManifest(const json& manifest) {
    if (!manifest.is_array())
        return fail(ProblemKind::Input, "The weights manifest is no list.");
    std::vector<ManifestGroup> groups;
    ManifestReader reader;
    for (const json& entry : manifest) {
        auto group = reader.group(entry);
        if (!group)
            return std::unexpected(group.error());
        groups.push_back(std::move(*group));
    }
    return groups;
}

Result<ManifestWeights> ManifestWeights::load(std::vector<ManifestGroup> groups, const ReadGroup& read) {
    ManifestWeights weights;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto bytes = read(groups[i]);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (static_cast<std::int64_t>(bytes->size()) != groups[i].bytes)
            return fail(ProblemKind::Input,
                        sentence("The weights files hold {} bytes; the manifest speaks of {}.", bytes->size(),
                                 groups[i].bytes));
        weights.m_bytes.push_back(std::move(*bytes));
        for (std::size_t j = 0; j < groups[i].weights.size(); ++j) {
            const std::string& name = groups[i].weights[j].name;
            weights.m_byName[name] = {i, j};
            if (const std::string plain = withoutCell(name); !plain.empty()) {
                const auto [place, fresh] = weights.m_byShortName.try_emplace(plain, Place{i, j});
                if (!fresh)
                    place->second.reset();
            }
        }
    }
    weights.m_groups = std::move(groups);
    return weights;
}

Result<HostArray> ManifestWeights::find(const std::string& name) const {
    std::optional<Place> place;
    if (const auto exact = m_byName.find(name); exact != m_byName.end())
        place = exact->second;
    else if (const auto plain = m_byShortName.find(name); plain != m_byShortName.end())
        place = plain->second;
    if (!place)
        return fail(ProblemKind::Input, sentence("Its weight \"{:s}\" is not in the file.", name));
    const ManifestWeight& weight = m_groups[place->group].weights[place->weight];
    const Tensor tensor{
        .type = weight.stored,
        .sizes = weight.sizes,
        .bytes = std::string_view(m_bytes[place->group])
                     .substr(static_cast<std::size_t>(weight.first), static_cast<std::size_t>(weight.bytes))};
    auto array = floatsOf(tensor);
    if (array && weight.quantised)
        for (float& value : array->values) {
            value = static_cast<float>(value * weight.quantised->scale + weight.quantised->minimum);
            if (!std::isfinite(value))
                return fail(ProblemKind::Input,
                            sentence("Its weight \"{:s}\" holds something that is not a number.", name));
        }
    return array;
}

bool ManifestWeights::anyQuantised() const {
    return std::ranges::any_of(m_groups, [](const ManifestGroup& group) {
        return std::ranges::any_of(group.weights, [](const ManifestWeight& weight) {
            return weight.quantised.has_value() || weight.stored == TensorType::F16;
        });
    });
}

} // namespace protomind
