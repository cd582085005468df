// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/tensor_type.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <ostream>

namespace protomind {

namespace {

using Entry = std::pair<const std::string, Tensor>;

/// In quotes. What is not UTF-8 is written as U+FFFD.
std::string jsonString(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A key, which has to be itself again when it is read; none where it is not UTF-8.
std::optional<std::string> jsonKey(const std::string& text) {
    try {
        return nlohmann::json(text).dump();
    } catch (const nlohmann::json::type_error&) {
        return std::nullopt;
    }
}

std::vector<const Entry*> inFileOrder(const std::map<std::string, Tensor>& tensors) {
    std::vector<const Entry*> order;
    order.reserve(tensors.size());
    for (const Entry& entry : tensors)
        order.push_back(&entry);
    std::ranges::stable_sort(order, std::greater{},
                             [](const Entry* entry) { return bytesOf(entry->second.type); });
    return order;
}

Result<std::string> metadataText(const std::map<std::string, std::string>& metadata) {
    std::string text;
    for (const auto& [key, value] : metadata) {
        const auto keyText = jsonKey(key);
        if (!keyText)
            return fail(ProblemKind::Input, "A key of the metadata is not valid UTF-8.");
        text += fmt::format("{}{}:{}", text.empty() ? "" : ",", *keyText, jsonString(value));
    }
    return text;
}

Result<std::string> headerOf(const std::vector<const Entry*>& order,
                             const std::map<std::string, std::string>& metadata) {
    std::string header = "{";
    if (!metadata.empty()) {
        const auto text = metadataText(metadata);
        if (!text)
            return std::unexpected(text.error());
        header += fmt::format("\"__metadata__\":{{{}}}", *text);
    }
    std::int64_t at = 0;
    for (const Entry* entry : order) {
        const auto& [name, tensor] = *entry;
        const auto nameText = jsonKey(name);
        if (!nameText || name == "__metadata__")
            return fail(ProblemKind::Input,
                        sentence("The name \"{:s}\" can't be that of a tensor in a file.", name));
        const auto bytes = static_cast<std::int64_t>(tensor.bytes.size());
        require(checkedBytes(tensor.type, tensor.sizes) == bytes,
                "writeSafetensors: bytes don't fill the sizes");
        header += fmt::format(R"({}{}:{{"dtype":"{}","shape":[{}],"data_offsets":[{},{}]}})",
                              header.size() == 1 ? "" : ",", *nameText, nameOf(tensor.type),
                              fmt::join(tensor.sizes, ","), at, at + bytes);
        at += bytes;
    }
    header += '}';
    constexpr std::size_t kAlignment = 8;
    header.resize((header.size() + kAlignment - 1) / kAlignment * kAlignment, ' ');
    return header;
}

} // namespace

Result<void> writeSafetensors(std::ostream& stream, const std::map<std::string, Tensor>& tensors,
                              const std::map<std::string, std::string>& metadata) {
    const std::vector<const Entry*> order = inFileOrder(tensors);
    const auto header = headerOf(order, metadata);
    if (!header)
        return std::unexpected(header.error());
    const auto length = std::bit_cast<std::array<char, 8>>(static_cast<std::uint64_t>(header->size()));
    stream.write(length.data(), length.size());
    stream.write(header->data(), static_cast<std::streamsize>(header->size()));
    for (const Entry* entry : order)
        stream.write(entry->second.bytes.data(), static_cast<std::streamsize>(entry->second.bytes.size()));
    return {};
}

} // namespace protomind
