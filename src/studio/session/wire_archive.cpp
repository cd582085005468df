// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/wire_archive.h"

#include "studio/network/json_reader.h"
#include "studio/session/wire.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// Sentences that stand in a sentence that stands in a sentence ...
constexpr int kDeepestSentence = 16;

} // namespace

void WireWriter::append(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const std::byte*>(data);
    m_bytes.insert(m_bytes.end(), bytes, bytes + size);
}

void WireWriter::put(const std::string& text) {
    put(std::uint64_t{text.size()});
    append(text.data(), text.size());
}

void WireWriter::put(const Sentence& sentence) {
    put(sentence.kind());
    put(sentence.format());
    put(sentence.arguments());
}

void WireWriter::put(const nlohmann::json& json) {
    put(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void WireWriter::put(const Shape& shape) {
    put(std::int32_t{shape.rank()});
    for (const std::int64_t size : shape.sizes())
        put(size);
}

void WireWriter::put(const HostArray& array) {
    put(array.shape);
    put(array.values);
}

void WireWriter::put(const Network& network) {
    put(network.layers());
    put(network.wires());
    put(network.unknown);
}

void WireReader::copy(void* to, std::size_t size) {
    if (size > m_rest.size()) {
        damaged();
        return;
    }
    if (size > 0)
        std::memcpy(to, m_rest.data(), size);
    m_rest = m_rest.subspan(size);
}

std::size_t WireReader::getCount(std::size_t least) {
    std::uint64_t count = 0;
    get(count);
    if (count <= m_rest.size() / least)
        return static_cast<std::size_t>(count);
    damaged();
    return 0;
}

void WireReader::get(bool& value) {
    std::uint8_t number = 0;
    get(number);
    if (number > 1)
        damaged();
    value = number == 1;
}

void WireReader::get(std::string& text) {
    text.clear();
    const std::size_t size = getCount(1);
    if (size > kMostWireText) {
        damaged();
        return;
    }
    text.resize(size);
    copy(text.data(), size);
}

void WireReader::get(Sentence& sentence) {
    Sentence::Kind kind = Sentence::Kind::Phrase;
    std::string format;
    std::vector<Sentence> arguments;
    get(kind);
    get(format);
    if (++m_sentences > kDeepestSentence)
        damaged();
    get(arguments);
    --m_sentences;
    // What stands between the parts of a row comes as often as there are parts.
    if (!arguments.empty() && format.size() > kMostWireText / arguments.size())
        damaged();
    if (!m_damaged)
        sentence = Sentence::fromParts(kind, std::move(format), std::move(arguments));
}

void WireReader::get(nlohmann::json& json) {
    std::string text;
    get(text);
    if (m_damaged)
        return;
    auto read = readJson(text, {.bytes = kMostWireText, .stringBytes = kMostWireText});
    if (read)
        json = std::move(*read);
    else
        damaged();
}

void WireReader::get(Shape& shape) {
    std::int32_t rank = 0;
    get(rank);
    if (rank < 0 || rank > kMaxRank) {
        damaged();
        return;
    }
    std::array<std::int64_t, kMaxRank> sizes{};
    const std::span used = std::span(sizes).first(static_cast<std::size_t>(rank));
    std::int64_t count = 1; // of what is not empty, so that no product of some of the sizes is too large
    for (std::int64_t& size : used) {
        get(size);
        if (size < 0 || size > kMaxElements / count) {
            damaged();
            return;
        }
        count *= std::max<std::int64_t>(size, 1);
    }
    shape = Shape(used);
}

void WireReader::get(HostArray& array) {
    get(array.shape);
    get(array.values);
    // An array that was never filled is a scalar without its number.
    const bool never = array.values.empty() && array.shape.rank() == 0;
    if (!never && array.shape.elementCount() != static_cast<std::int64_t>(array.values.size()))
        damaged();
}

void WireReader::get(Network& network) {
    std::vector<Layer> layers;
    std::vector<Wire> wires;
    get(layers);
    get(wires);
    get(network.unknown);
    if (m_damaged)
        return;
    const auto inOrder = [](const auto& list) {
        return std::ranges::adjacent_find(
                   list, [](const auto& a, const auto& b) { return !(a.id < b.id); }) == list.end() &&
               (list.empty() || list.front().id);
    };
    if (!inOrder(layers) || !inOrder(wires)) {
        damaged();
        return;
    }
    for (Layer& layer : layers)
        network.add(std::move(layer));
    for (Wire& wire : wires) {
        if (network.layer(wire.from) == nullptr || network.layer(wire.to) == nullptr) {
            damaged();
            return;
        }
        network.add(std::move(wire));
    }
}

} // namespace protomind
